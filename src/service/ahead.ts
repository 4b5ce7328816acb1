import { messageOf } from '../base/errors.ts';
import { WAITS } from '../base/waits.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import type { KubeEvent, Pod } from '../systems/kubernetes/objects.ts';
import { eventsAbout, lastLogLines } from '../systems/kubernetes/pods.ts';
import { isReady } from '../systems/kubernetes/workload-pods.ts';
import { GRACE_MS, SCALE_UP_REASONS } from './pod-status.ts';
import { type TerminalFailure, terminalPodFailure, troubleOfPod } from './terminal-failure.ts';

/** How many lines of a failing container's log are shown. */
const LOG_LINES = 15;

/**
 * What a kubelet warns of each time that it looks at a pod, though the pod runs all the same (kubernetes#126585): it is newer than
 * the probe that fails, and says nothing of it.
 */
const REPEATED_AT_EACH_SYNC = new Set([
  'CheckLimitsForResolvConf',
  'DNSConfigForming',
  'FailedToRetrieveImagePullSecret',
  'MissingClusterDNS',
]);

/** Follows what keeps the new pods of one rollout from becoming ready, and for how long it has. */
export class PodTroubles {
  readonly #client: KubeClient;
  readonly #warnings: (uid: string) => readonly KubeEvent[];
  /** When a pod's trouble was first seen, as `performance.now()` has it. */
  readonly #since = new Map<string, number>();
  /** Pods that are over since, by their uids, and why: a controller makes the next one at once, and may take them away. */
  readonly #over = new Map<string, string>();
  /** Times of the API server are whole seconds. */
  readonly #begun: number;

  constructor(client: KubeClient, warnings: (uid: string) => readonly KubeEvent[]) {
    this.#client = client;
    this.#warnings = warnings;
    this.#begun = Math.floor(client.now.getTime() / 1000) * 1000;
  }

  /**
   * The pods that failed as a whole since this began, as a part of a sentence; empty where none did. A kubelet turns away pods
   * that the scheduler sends it again and again (kubernetes#84869, #108152), and no container of them ever says why.
   */
  describeOver(pods: readonly Pod[]): string {
    for (const { metadata, status = {} } of pods) {
      const isNew = Date.parse(metadata.creationTimestamp ?? '') >= this.#begun;
      if (status.phase !== 'Failed' || !isNew) continue;
      const words = [status.reason, status.message].filter(Boolean).join(': ').slice(0, 400);
      this.#over.set(metadata.uid, `${metadata.name}${words ? ` (${words})` : ''}`);
    }
    const count = this.#over.size;
    const last = [...this.#over.values()].at(-1);
    return last === undefined
      ? ''
      : `${count} new pod${count === 1 ? ' has' : 's have'} failed, at last ${last}`;
  }

  /** Why one of these pods will never become ready; undefined while each still may. */
  async terminal(pods: readonly Pod[]): Promise<{ pod: Pod; terminalFailure: TerminalFailure } | undefined> {
    for (const pod of pods) {
      const warnings = this.#warnings(pod.metadata.uid);
      const trouble = troubleOfPod(pod, warnings);
      if (!trouble) {
        this.#since.delete(pod.metadata.uid);
        continue;
      }
      const terminalFailure = terminalPodFailure(pod, warnings, this.#lasts(pod));
      const mayGetNode = trouble.verdict === 'grace' && pod.spec.nodeName === undefined;
      if (terminalFailure && !(mayGetNode && (await this.#getsNode(pod)))) return { pod, terminalFailure };
    }
    return undefined;
  }

  /** The first unready pod, its state, what it waits for and what the cluster said last, as a part of a sentence; empty where that is unknown. */
  describe(pods: readonly Pod[]): string {
    for (const pod of pods.filter((each) => !isReady(each))) {
      const warnings = this.#warnings(pod.metadata.uid);
      const trouble = troubleOfPod(pod, warnings);
      const telling = warnings.findLast(({ reason = '' }) => !REPEATED_AT_EACH_SYNC.has(reason));
      const { reason, message = '' } = telling ?? warnings.at(-1) ?? {};
      const problem = trouble
        ? `is in ${trouble.reason}: ${trouble.message}`
        : `is not ready: ${unreadiness(pod) || message}`;
      const last = message && !problem.includes(message) ? `its last event is ${reason}: ${message}` : '';
      if (!trouble && !unreadiness(pod) && !message) continue;
      const state = pod.status?.phase ? ` (${pod.status.phase})` : '';
      // Texts of others are as long as they like, and the end of one must not hide the other.
      const parts = [`pod ${pod.metadata.name}${state} ${problem}`, last].filter(Boolean);
      return parts.map((part) => part.slice(0, 400)).join('; ');
    }
    return '';
  }

  /** The last lines of what the first unready pod wrote, under a title; nothing where it never ran. */
  async lastWords(pods: readonly Pod[], container?: string): Promise<string[]> {
    const pod = pods.find((each) => !isReady(each));
    const status = pod?.status?.containerStatuses?.find(
      ({ name, ready }) => name === container || (container === undefined && !ready),
    );
    if (!pod || !status || !hasLived(status)) return [];
    // Also when the deadline has passed: that is when it matters most.
    const client = this.#client.withSignal(AbortSignal.timeout(WAITS.LAST_WORDS_MS));
    try {
      const lines = await lastLogLines(client, pod, status.name, LOG_LINES);
      return lines.length > 0 ? [`Last lines of ${pod.metadata.name}/${status.name}:`, ...lines] : [];
    } catch (error) {
      return [`(no log of ${pod.metadata.name}/${status.name}: ${messageOf(error)})`];
    } finally {
      client.close();
    }
  }

  /** For how long, in milliseconds, a pod has been in trouble. */
  #lasts({ metadata: { uid } }: Pod): number {
    const since = this.#since.get(uid) ?? performance.now();
    this.#since.set(uid, since);
    return performance.now() - since;
  }

  /** An autoscaler has said that it brings a node for this pod. */
  async #getsNode(pod: Pod): Promise<boolean> {
    if (this.#lasts(pod) >= GRACE_MS.grace + WAITS.SCALE_UP_MS) return false;
    const { namespace, uid } = pod.metadata;
    const events = await eventsAbout(this.#client, namespace, uid);
    return events.some(({ reason = '' }) => SCALE_UP_REASONS.includes(reason));
  }
}

const hasLived = ({
  state,
  lastState,
  restartCount,
}: NonNullable<Pod['status']>['containerStatuses'] extends readonly (infer S)[] | undefined ? S : never) =>
  restartCount > 0 || Boolean(state?.running ?? state?.terminated ?? lastState?.terminated);

/** What the pod's own conditions say. */
function unreadiness({ status }: Pod): string {
  const conditions = status?.conditions ?? [];
  const unmet = ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map((type) =>
    conditions.find((condition) => condition.type === type && condition.status === 'False'),
  );
  const first = unmet.find((condition) => condition?.message);
  return first?.message ?? '';
}
