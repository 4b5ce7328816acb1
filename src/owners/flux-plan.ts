import { namesOf } from '../base/sentence.ts';
import { kinds } from '../systems/kubernetes/kinds.ts';
import { type FluxObject, inventoryOf, keeperOf, ownOf, type Reconciled } from './flux.ts';
import { commitIn } from './flux-source.ts';
import { type Move, spanOf, UNSURE_MS, withRollouts, workloadKey } from './move.ts';
import { pauseNote } from './notes.ts';
import { MAX_NAMES } from './owner.ts';

/** Of the durations that Go writes: `1m30.2s`. */
const UNITS_MS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** What is done to one Kustomization or HelmRelease, decided before anything is changed. */
export interface FluxPlan {
  readonly type: 'flux';
  readonly name: string;
  readonly path: string;
  /** A Kustomization keeps it, and would resume it. */
  readonly isKept: boolean;
  /** The commit that all of it goes back to, where it does. */
  readonly commit?: string;
  /** The source that is made for that; without one it stays suspended. */
  readonly pin?: string;
  /** Why it must not prune, where it would. */
  readonly unpruned?: string;
  /** It makes anew what cannot be changed. */
  readonly forces?: boolean;
  readonly words: string;
}

/**
 * Plans the way back of what Flux keeps. Pure.
 *
 * @param staying its workloads that are selected, and stay as they are, as `Kind/namespace/name`
 * @param lacks why it must not go back, or no source can be made, where that is so
 */
export function planFlux(
  path: string,
  object: FluxObject,
  moves: readonly [Move, ...Move[]],
  staying: ReadonlySet<string>,
  lacks: string | undefined,
): FluxPlan {
  const { name } = moves[0].owner;
  const keeper = keeperOf(object, name);
  const isKept = keeper?.object?.type === 'kustomization';
  const suspended = object.spec?.suspend === true ? 'it is suspended already' : 'it will be suspended';
  const keeps = isKept ? 'passes it over meanwhile' : 'may resume it';
  const kept = keeper ? `, and the ${keeper.name} that keeps it ${keeps}` : '';
  const others = othersOf(object, moves, staying);
  const commit = others.length === 0 ? goodCommit(object, moves) : undefined;
  const unheld = keeper && !isKept ? `the ${keeper.name} would give it its own source back` : undefined;
  const noPin = pinRefusal(object, others, commit, unheld ?? lacks);
  const pin = noPin === undefined ? pinName(object) : undefined;
  const unpruned =
    object.spec?.prune === false ? '; what was added since stays, because it does not prune' : '';
  const own = ownOf(object);
  const added = own ? `; ${own} stays as it is` : '';
  const then = pin
    ? `its workloads are patched directly, then all of it goes back to ${commit?.slice(0, 7)}: it is resumed with the source ${pin}, which stays there${unpruned}${added}`
    : `its workloads are patched directly, and nothing else of it goes back, because ${noPin}`;
  return {
    ...{ type: 'flux', name, path, isKept, words: `${suspended}${kept}; ${then}` },
    ...(commit && { commit }),
    ...(pin && { pin }),
  };
}

function pinRefusal(
  { spec, kind, metadata }: FluxObject,
  others: readonly string[],
  commit: string | undefined,
  lacks: string | undefined,
): string | undefined {
  if (kind !== 'Kustomization') return 'Flux has no way back for it';
  if (spec?.sourceRef?.kind !== 'GitRepository') return 'its source is not a GitRepository';
  if (others.length > 0) return `other workloads of it are not selected (${namesOf(others, MAX_NAMES)})`;
  // It was suspended on purpose, and must stay so.
  if (spec.suspend === true && !pauseNote({ apiVersion: '', kind, metadata }))
    return 'it was suspended before';
  if (!commit) return 'its history has no commit of the time of the good revisions';
  return lacks;
}

/** Its workloads that are not meant, by what it says it has made. */
function othersOf(
  object: FluxObject,
  moves: readonly Move[],
  staying: ReadonlySet<string>,
): readonly string[] {
  const inScope = new Set([...staying, ...withRollouts(moves).map(workloadKey)]);
  const others = inventoryOf(object).filter(
    (each) => Object.hasOwn(kinds, each.kind) && !inScope.has(workloadKey(each)),
  );
  return others.map(({ kind, name }) => `${kind}/${name}`);
}

/**
 * The newest commit that it has applied after all of the good revisions came and before any other did; where nothing tells when
 * the next one came, the one that brought them. What was marked good with all of them, where the history has that.
 */
function goodCommit(object: FluxObject, moves: readonly Move[]): string | undefined {
  const applied = (object.status?.history ?? []).filter(
    ({ lastReconciledStatus }) => lastReconciledStatus === 'ReconciliationSucceeded',
  );
  const revisions = new Set(moves.map(({ marked }) => marked?.revision));
  const [marked] = revisions;
  if (revisions.size === 1 && applied.some(({ metadata }) => metadata?.revision === marked))
    return commitIn(marked);
  const { since, until, begun } = spanOf(moves);
  const { lastAttemptedRevision, lastAppliedRevision } = object.status ?? {};
  const present = lastAttemptedRevision ?? lastAppliedRevision;
  const newestFirst = applied.toSorted(
    (a, b) => Date.parse(b.lastReconciled ?? '') - Date.parse(a.lastReconciled ?? ''),
  );
  const found = newestFirst.find((entry) => {
    const [first, last] = [entry.firstReconciled, entry.lastReconciled].map((at) => Date.parse(at ?? ''));
    if (!((last ?? 0) >= since && (first ?? until) < until)) return false;
    // What was applied before may have come back, as one entry has all of its times.
    if (Number.isFinite(begun) && !((first ?? 0) >= since && begunAt(entry) <= begun)) return false;
    // So near to the next revision it may be what brought that: but for one that was applied well before, and then waited.
    const isLater = entry.metadata?.revision !== present && begunAt(entry) < until - UNSURE_MS;
    return (first ?? until) < until - UNSURE_MS || isLater;
  });
  return commitIn(found?.metadata?.revision);
}

/** When Flux began to apply an entry of its history, which has when it was through: with `wait` its pods were ready then. */
function begunAt({ firstReconciled, lastReconciledDuration = '', totalReconciliations }: Reconciled): number {
  const parts = [...lastReconciledDuration.matchAll(/(\d{1,12}(?:\.\d{1,9})?)(h|ms|m|s)/g)];
  const took = parts.reduce((sum, [, value, unit]) => sum + Number(value) * (UNITS_MS[unit ?? ''] ?? 0), 0);
  return Date.parse(firstReconciled ?? '') - (totalReconciliations === 1 ? took : 0);
}

/** Sources of several namespaces may be in one. */
function pinName({ metadata: { namespace, name }, spec }: FluxObject): string {
  const isElsewhere = (spec?.sourceRef?.namespace ?? namespace) !== namespace;
  return `${isElsewhere ? `${namespace}-` : ''}${name}`.slice(0, 240).concat('-rollback');
}
