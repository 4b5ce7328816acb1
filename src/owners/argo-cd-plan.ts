import { isDeepStrictEqual } from 'node:util';
import { namesOf } from '../base/sentence.ts';
import { kinds } from '../systems/kubernetes/kinds.ts';
import {
  type Application,
  type Deployed,
  keeperOf,
  prunes,
  revisionOf,
  setOf,
  syncsItself,
} from './argo-cd.ts';
import { type Move, spanOf, UNSURE_MS, type Version, withRollouts, workloadKey } from './move.ts';
import { MAX_NAMES } from './owner.ts';

interface ResourceRef {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** What is done to one application, decided before anything is changed. */
export interface ApplicationPlan {
  readonly type: 'application';
  /** `Argo CD application shop`. */
  readonly name: string;
  readonly application: Application;
  /** Its own owner turns its sync on again, so that its project has to stop it. */
  readonly needsWindow: boolean;
  /** The version that it goes back to; undefined where its history has none, and its workloads are patched under the pause. */
  readonly version: Version | undefined;
  /** What goes back where that is not all of it. */
  readonly only: readonly ResourceRef[] | undefined;
  readonly prune: boolean;
  /** Why it must not prune, where it would. */
  readonly unpruned?: string;
  /** What is done, as the rest of a sentence about it. */
  readonly words: string;
}

/** Why an application goes back in part, or without deleting anything. */
interface Refusals {
  readonly reruns?: string | undefined;
  readonly unpruned?: string | undefined;
}

/**
 * Plans the way back of one application. Pure.
 *
 * @param moves the workloads of it that go back
 * @param staying its workloads that are selected, and stay as they are, as `Kind/namespace/name`
 * @param refusals why not all of it must go back, and why nothing must be pruned, where that is so
 */
export function planApplication(
  application: Application,
  moves: readonly [Move, ...Move[]],
  staying: ReadonlySet<string>,
  refusals: Refusals = {},
): ApplicationPlan {
  const { reruns, unpruned } = refusals;
  const { owner } = moves[0];
  const version = markedVersion(application, moves) ?? versionFor(application, moves);
  const inScope = new Set([...staying, ...withRollouts(moves).map(workloadKey)]);
  const others = (application.status?.resources ?? []).filter(
    (each) =>
      Object.hasOwn(kinds, each.kind) &&
      !inScope.has(workloadKey({ ...each, namespace: each.namespace ?? '' })),
  );
  const only = others.length === 0 && reruns === undefined ? undefined : moves.map(resourceOf);
  const prune = prunes(application) && !only && unpruned === undefined;
  const needsWindow =
    syncsItself(application) && (setOf(application) !== undefined || isEnabledByKeeper(application));
  const plan = {
    type: 'application' as const,
    name: owner.name,
    application,
    needsWindow,
    version,
    only,
    prune,
  };
  return { ...plan, words: wordsOf(plan, refusals) };
}

const resourceOf = ({ kind, namespace, name }: Move): ResourceRef => ({
  group: kinds[kind].group,
  kind,
  namespace,
  name,
});

/** The version that was marked good with all of them. A mark is a claim, so that it chooses among what the history has, and no more. */
function markedVersion({ status }: Application, moves: readonly Move[]): Version | undefined {
  const [first, ...others] = moves.map(({ marked }) => marked);
  if (!first || others.some((other) => !isDeepStrictEqual(other, first))) return undefined;
  return status?.history?.find((entry) => entry.id === first.history && revisionOf(entry) === first.revision);
}

/**
 * The newest sync that came after all of the good revisions and before any other revision; where nothing tells when the next
 * one came, the sync that brought them. What hung or failed is not in the history; a revision that came back has the age of
 * its first time, so that nothing later is taken for it.
 */
function versionFor({ spec, status }: Application, moves: readonly Move[]): Version | undefined {
  const { since, until, begun } = spanOf(moves);
  const newestFirst = [...(status?.history ?? [])].sort((a, b) => b.id - a.id);
  const { revision, revisions } = status?.sync ?? {};
  const present = { revision, revisions, source: spec?.source, sources: spec?.sources };
  return newestFirst.find((entry) => {
    const at = Date.parse(entry.deployedAt ?? '');
    if (!(at >= since && at < until) || !(entry.revision || entry.revisions)) return false;
    if (Number.isFinite(begun) && !(Date.parse(entry.deployStartedAt ?? '') <= begun)) return false;
    // So near to the next revision it may be what brought that: but for one whose sync began well before.
    const isBad = entry === newestFirst[0] || isSame(entry, present);
    return at < until - UNSURE_MS || (!isBad && Date.parse(entry.deployStartedAt ?? '') < until - UNSURE_MS);
  });
}

type Contents = { [Key in 'revision' | 'revisions' | 'source' | 'sources']?: Deployed[Key] | undefined };

const isSame = (entry: Contents, other: Contents): boolean =>
  entry.revision === other.revision &&
  isDeepStrictEqual(entry.revisions, other.revisions) &&
  isDeepStrictEqual(entry.source, other.source) &&
  isDeepStrictEqual(entry.sources, other.sources);

/** The manifest of the application's owner says that it syncs, and is applied again. */
function isEnabledByKeeper(application: Application): boolean {
  if (keeperOf(application) === undefined) return false;
  const { annotations = {}, managedFields = [] } = application.metadata;
  const applied = annotations['kubectl.kubernetes.io/last-applied-configuration'] ?? '';
  const owned = managedFields.some(
    ({ manager = '', fieldsV1 }) =>
      manager.startsWith('argocd-') && JSON.stringify(fieldsV1 ?? {}).includes('"f:enabled"'),
  );
  return owned || /"automated":\{[^{}]*"enabled":/.test(applied);
}

function wordsOf(
  { application, needsWindow, version, only, prune }: Omit<ApplicationPlan, 'words'>,
  { reruns, unpruned }: Refusals,
): string {
  const pause = !syncsItself(application)
    ? 'its automatic sync is off'
    : needsWindow
      ? 'it will be paused by a deny window of its project, because whoever keeps it turns its sync on again'
      : 'it will be paused';
  if (!version)
    return `${pause}; its workloads are patched directly, because its history has no sync of the time of their good revisions`;
  const pruning = unpruned ? `, without pruning, because ${unpruned}` : prune ? ', with pruning' : '';
  const what = only
    ? `${only.map(({ kind, name }) => `${kind.toLowerCase()}/${name}`).join(', ')} alone${reruns ? `, because ${reruns}` : ''}`
    : 'all of it';
  const added = prune ? createdBy(application) : [];
  const pruned =
    added.length > 0
      ? `; its newest sync created ${namesOf(added, MAX_NAMES)}, which go if they are not of it`
      : '';
  return `${pause}; it goes back to ${describeVersion(version)}, ${what}${only ? '' : pruning}${pruned}`;
}

/** The commits that all of an application goes back to; undefined where it is not all of it, or not by a version. */
export function commitsOf({ version, only }: ApplicationPlan): readonly string[] | undefined {
  if (!version || only) return undefined;
  return version.revisions?.length ? version.revisions : version.revision ? [version.revision] : undefined;
}

/** What its newest sync has made anew. */
function createdBy({ status }: Application): string[] {
  const results = status?.operationState?.syncResult?.resources ?? [];
  const created = results.filter(({ message = '', hookType }) => !hookType && /created$/.test(message));
  return created.map(({ kind, name }) => `${kind}/${name}`);
}

/** `3f2a9c1 (history 4)`; of a chart, its version. */
export function describeVersion({ id, revision, revisions = [] }: Version): string {
  const short = (text: string) => (/^[0-9a-f]{40}$/.test(text) ? text.slice(0, 7) : text);
  return `${[...(revision ? [revision] : []), ...revisions].map(short).join(', ')} (history ${id})`;
}
