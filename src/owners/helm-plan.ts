import { isDeepStrictEqual } from 'node:util';
import { namesOf } from '../base/sentence.ts';
import { kinds } from '../systems/kubernetes/kinds.ts';
import { type HelmRevision, isPending } from './helm.ts';
import { groupOf, isTemplateOf, type ManifestObject, nameOf, objectKey, objectsOf } from './helm-manifest.ts';
import { mayHold } from './holding.ts';
import { type Move, type Staying, withRollouts } from './move.ts';
import { MAX_NAMES } from './owner.ts';

/** Revisions of these went out and were not given up by Helm. */
const SERVED = new Set(['deployed', 'superseded']);

/** What is made of these runs to its end, such as a migration. Hooks of a rollback are meant to. */
export const RUN_ONCE = new Set(['Job', 'Pod']);

/** What `helm rollback` does to the objects of a release. */
interface ReleaseDifference {
  readonly changed: readonly ManifestObject[];
  readonly created: readonly ManifestObject[];
  readonly deleted: readonly ManifestObject[];
  /** All that it writes. */
  readonly written: readonly ManifestObject[];
}

/** Where a release goes back to. */
export interface Way {
  readonly to: HelmRevision;
  readonly newest: HelmRevision;
  readonly difference: ReleaseDifference;
}

type Named = Pick<Move, 'kind' | 'namespace' | 'name'>;
const keyOf = ({ kind, namespace, name }: Named) =>
  objectKey({ apiVersion: kinds[kind].api.slice('/apis/'.length), kind, namespace, name });

/**
 * Chooses the revision whose manifest has the good templates, and never one that Helm calls failed. Pure.
 *
 * @param history oldest first
 * @param namespace that of the release
 * @returns or why none will do, as a part of a sentence
 */
export function planRelease(
  history: readonly HelmRevision[],
  namespace: string,
  moves: readonly Move[],
  staying: readonly Staying[],
): Way | string {
  const newest = history.at(-1);
  if (!newest) return `there is no Secret of it in the namespace ${namespace}`;
  const present = objectsOf(newest.manifest, namespace);
  if (!present) return `the manifest of its revision ${newest.number} cannot be read`;
  const inScope = new Set(withRollouts([...moves, ...staying]).map(keyOf));
  const others = [...present].filter(([key, { kind }]) => Object.hasOwn(kinds, kind) && !inScope.has(key));
  if (others.length > 0)
    return `helm takes all of a release back, and ${namesOf(
      others.map(([, object]) => nameOf(object)),
      MAX_NAMES,
    )} of it ${others.length > 1 ? 'are' : 'is'} not selected`;
  // The newest too: what it brought may have been changed by hand.
  const newestFirst = history.toReversed().flatMap((to) => {
    const objects = objectsOf(to.manifest, namespace);
    return objects ? [{ to, objects }] : [];
  });
  const fitting = newestFirst.filter(({ objects }) => hasTemplates(objects, moves, staying));
  const chosen = fitting.find(({ to }) => SERVED.has(to.status));
  if (!chosen) {
    const [failed] = fitting;
    return failed
      ? `revision ${failed.to.number}, which has the good templates, is ${failed.to.status} in its history`
      : 'no revision in its history has the good templates';
  }
  const difference = differenceOf(present, chosen.objects);
  const held = difference.deleted.filter(({ apiVersion, kind, content }) =>
    mayHold(groupOf(apiVersion), kind, content),
  );
  if (held.length > 0)
    return `helm would delete ${namesOf(held.map(nameOf), MAX_NAMES)}, which may hold what exists only once`;
  const runs = [...difference.created, ...difference.changed].filter(({ kind }) => RUN_ONCE.has(kind));
  if (runs.length > 0)
    return `helm would run ${namesOf(runs.map(nameOf), MAX_NAMES)} of the older version once more`;
  return { to: chosen.to, newest, difference };
}

function hasTemplates(
  objects: ReadonlyMap<string, ManifestObject>,
  moves: readonly Move[],
  staying: readonly Staying[],
): boolean {
  const fits = (workload: Named & Pick<Move, 'template'>) =>
    isTemplateOf(objects.get(keyOf(workload))?.template, workload.template);
  return (
    moves.every(fits) && staying.every((each) => (each.isNew && !objects.has(keyOf(each))) || fits(each))
  );
}

function differenceOf(
  present: ReadonlyMap<string, ManifestObject>,
  target: ReadonlyMap<string, ManifestObject>,
): ReleaseDifference {
  const written = [...target.values()];
  return {
    written,
    created: written.filter((object) => !present.has(objectKey(object))),
    changed: written.filter((object) => {
      const before = present.get(objectKey(object));
      return before !== undefined && !isDeepStrictEqual(before.content, object.content);
    }),
    deleted: [...present.values()].filter((object) => !object.isKept && !target.has(objectKey(object))),
  };
}

/** The hooks that a rollback to a revision runs, as Helm has rendered them for it. */
export const hooksOf = ({ hooks }: HelmRevision) => hooks.filter(({ events }) => events.some(isOfRollback));

const isOfRollback = (event: string): boolean => /^(pre|post)-rollback$/.test(event);

/** `it goes back to revision 1 (shop-1.0.0, …) by Helm v4.3.1; Deployment/web changes`. Pure. */
export function describeWay({ to, newest, difference }: Way, helm: string): string {
  const { changed, created, deleted } = difference;
  const parts = [
    [changed, 'changed'],
    [created, 'created'],
    [deleted, 'deleted'],
  ] as const;
  const changes = parts
    .filter(([objects]) => objects.length > 0)
    .map(
      ([objects, verb]) =>
        `${namesOf(objects.map(nameOf), MAX_NAMES)} ${objects.length > 1 ? 'are' : 'is'} ${verb}`,
    );
  const hooks = hooksOf(to).map(
    ({ kind, name, events }) => `${kind}/${name} (${events.filter(isOfRollback).join(', ')})`,
  );
  return [
    `all of it goes back to revision ${to.number} (${to.chart}, of ${to.deployedAt}) by ${helm}`,
    ...changes,
    ...(hooks.length > 0 ? [`its hooks run: ${namesOf(hooks, MAX_NAMES)}`] : []),
    ...(isPending(newest)
      ? [
          `its revision ${newest.number} is ${newest.status} since ${newest.deployedAt}, so a helm may still be at work: end that one first`,
        ]
      : []),
  ].join('; ');
}
