import * as v from 'valibot';
import { claimed, claimedText, readClaim } from '../base/claims.ts';
import { isFields } from '../base/fields.ts';
import type { PodTemplate, ReplicaSet } from '../systems/kubernetes/objects.ts';

/** The label by which Argo Rollouts knows the pods of a version. */
export const ROLLOUT_HASH = 'rollouts-pod-template-hash';
/** On a ReplicaSet: the labels and annotations that its pods have for as long as they are the stable or the newer ones. */
const EPHEMERAL = 'rollout.argoproj.io/ephemeral-metadata';

const texts = v.optional(v.record(claimedText(), v.string()), {});
const ephemeralSchema = v.object({ labels: texts, annotations: texts });

/**
 * The template of a Rollout's ReplicaSet as the Rollout had it: without its hash, the metadata of stable and canary pods and
 * the rule that keeps both apart (`strategy.canary.stableMetadata`, `antiAffinity`). Put back with these, it would be another
 * version to the controller.
 */
export function withoutInjected({ metadata, spec: { template } }: ReplicaSet): PodTemplate {
  const injected = claimed(readClaim(metadata.annotations?.[EPHEMERAL], ephemeralSchema));
  const labels = without(template.metadata?.labels, injected?.labels);
  const annotations = without(template.metadata?.annotations, injected?.annotations);
  const { [ROLLOUT_HASH]: _, ...own } = labels ?? {};
  return {
    metadata: { ...template.metadata, labels: own, ...(annotations && { annotations }) },
    spec: withoutRule(template.spec),
  };
}

function without(
  all: Readonly<Record<string, string>> | undefined,
  injected: Readonly<Record<string, string>> = {},
): Record<string, string> | undefined {
  return all && Object.fromEntries(Object.entries(all).filter(([key, value]) => injected[key] !== value));
}

/** Under `affinity.podAntiAffinity`, the rules that Rollouts takes for its own are those about the hash. */
function withoutRule(spec: PodTemplate['spec']): PodTemplate['spec'] {
  const { affinity, ...rest } = spec as PodTemplate['spec'] & { affinity?: Record<string, unknown> };
  const rules = affinity?.podAntiAffinity;
  if (!isFields(rules)) return spec;
  const left = nonEmpty(
    Object.entries(rules).map(([key, terms]) => [
      key,
      Array.isArray(terms) ? terms.filter((term) => !isOfRollouts(term)) : terms,
    ]),
  );
  const others = nonEmpty([
    ...Object.entries(affinity ?? {}).filter(([key]) => key !== 'podAntiAffinity'),
    ['podAntiAffinity', left],
  ]);
  return { ...rest, ...(Object.keys(others).length > 0 && { affinity: others }) };
}

const nonEmpty = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> =>
  Object.fromEntries(entries.filter(([, value]) => Object.keys(value ?? {}).length > 0));

function isOfRollouts(term: unknown): boolean {
  const { podAffinityTerm, labelSelector } = term as {
    podAffinityTerm?: unknown;
    labelSelector?: { matchExpressions?: readonly { key?: string }[] };
  };
  if (podAffinityTerm) return isOfRollouts(podAffinityTerm);
  return labelSelector?.matchExpressions?.some(({ key }) => key === ROLLOUT_HASH) === true;
}
