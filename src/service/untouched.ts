import { isHeld } from '../domain/workloads/held.ts';
import type { Workload } from '../systems/kubernetes/objects.ts';
import { currentRevision, type Revision } from './history.ts';
import { cameAt, goodMarkOf } from './lineage.ts';

/** How far apart the changes of one deploy are, where its beginning is not given. Milliseconds. */
export const ONE_DEPLOY = 15 * 60_000;
/** How long ago a deploy may be whose beginning is not given, and still be the one that is rolled back. Milliseconds. */
const LATELY = 6 * 3_600_000;

interface Seen {
  readonly workload: Workload;
  readonly history: readonly Revision[];
  readonly named: boolean;
}

/** When the deploy began that is rolled back, and whether that was given. Milliseconds since the epoch. */
interface Begun {
  readonly at: number;
  readonly isGiven: boolean;
}

/** The time that was given, else that of the newest revision among them; never longer ago than lately. */
export function deployBegun(all: readonly Seen[], given: number | undefined, now: number): Begun {
  if (given !== undefined) return { at: given * 1000, isGiven: true };
  const changes = all.map(({ workload, history }) => changedAt(workload, history) ?? now);
  return { at: Math.max(Math.max(...changes) - ONE_DEPLOY, now - LATELY), isGiven: false };
}

/**
 * Why a workload is left as it is: the deploy did not change it, and it serves in full. Where the deploy's beginning is not
 * given that is a guess, which names and marks overrule.
 */
export function untouchedReason({ workload, history, named }: Seen, begun: Begun): string | undefined {
  const current = currentRevision(workload, history);
  const changed = changedAt(workload, history);
  if (!current || changed === undefined || changed >= begun.at || !servesInFull(workload, current))
    return undefined;
  const isKnown = history.some((revision) => goodMarkOf(revision, history));
  if (!begun.isGiven && (named || isKnown)) return undefined;
  const when = new Date(begun.at).toISOString().replace(/\.\d+Z$/, 'Z');
  return begun.isGiven
    ? `it is fully available and was not changed since the deploy began at ${when}`
    : `it is fully available, was not changed since ${when}, and none of its revisions is marked good; to take it back all the same, name it or say \`to: previous\``;
}

function changedAt(workload: Workload, history: readonly Revision[]): number | undefined {
  const current = currentRevision(workload, history);
  return current && cameAt(current, workload, history);
}

function servesInFull(workload: Workload, current: Revision): boolean {
  const { kind, spec, status = {} } = workload;
  // What a rollback holds at zero served before, or it would have been seen then.
  if (isHeld(workload) || spec.replicas === 0) return true;
  if (kind === 'DaemonSet') return current.available;
  const ready = kind === 'Deployment' ? status.availableReplicas : status.readyReplicas;
  return current.available && (ready ?? 0) >= (spec.replicas ?? 1);
}
