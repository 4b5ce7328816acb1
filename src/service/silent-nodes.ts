import { WAITS } from '../base/waits.ts';
import type { Pod } from '../systems/kubernetes/objects.ts';

/**
 * The nodes whose kubelets seem to say nothing any more, by what they owe their pods: one that should be gone is not, one
 * is not even taken notice of, or is unready though all of its containers are ready, as the node controller marks it. Nodes
 * themselves are not the namespace's to read.
 */
export function silentNodes(pods: readonly Pod[], now: Date): Set<string> {
  const silent = pods.filter((pod) => now.getTime() - owedSince(pod) > WAITS.NODE_SILENT_MS);
  return new Set(silent.flatMap(({ spec }) => spec.nodeName ?? []));
}

/** Since when a kubelet owes a pod a word, in milliseconds since the epoch; NaN where it does not. */
function owedSince({ metadata, spec, status = {} }: Pod): number {
  if (status.phase === 'Failed' || status.phase === 'Succeeded') return Number.NaN;
  // When its time to shut down is over.
  if (metadata.deletionTimestamp) return Date.parse(metadata.deletionTimestamp);
  const condition = (wanted: string) => status.conditions?.find(({ type }) => type === wanted);
  const ready = condition('Ready');
  if (!ready && !status.startTime && spec.nodeName) return Date.parse(metadata.creationTimestamp ?? '');
  const isMarked = ready?.status !== 'True' && condition('ContainersReady')?.status === 'True';
  return isMarked && !spec.readinessGates?.length ? Date.parse(ready?.lastTransitionTime ?? '') : Number.NaN;
}
