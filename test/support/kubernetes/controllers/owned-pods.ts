import { Failure } from '../failure.ts';
import {
  controllerOf,
  controllerReference,
  draft,
  isFinished,
  isTerminating,
  type KubeObject,
  type LabelSelector,
  type Metadata,
  type OwnerReference,
  type Pod,
  type PodTemplate,
} from '../objects.ts';
import { selectorMatcher } from '../selectors.ts';
import type { Entry } from '../store-index.ts';
import type { Context } from './context.ts';

interface PodOwner extends KubeObject {
  spec: { selector: LabelSelector; template: PodTemplate };
}

/** The pods of an owner, terminating ones too; matching orphans become its own, and those that left are let go. */
export function claimPods({ registry, store }: Context, owner: PodOwner): Pod[] {
  const { namespace = '', uid } = owner.metadata;
  const matches = selectorMatcher(owner.spec.selector);
  const isMatch = (pod: Pod) => matches(pod.metadata.labels ?? {});
  const isActive = !isTerminating(owner);
  const update = (pod: Pod, owners: OwnerReference[]) =>
    registry.update<Pod>('pods', namespace, pod.metadata.name, (copy) => {
      copy.metadata.ownerReferences = owners;
      return copy;
    });
  const pods = ofPods(store.index.ownedBy(uid)).filter((pod) => controllerOf(pod)?.uid === uid);
  for (const pod of pods.filter((each) => isActive && !isMatch(each) && !isTerminating(each))) {
    update(pod, pod.metadata.ownerReferences?.filter((each) => each.uid !== uid) ?? []);
  }
  const orphans = ofPods(store.index.ownedBy('')).filter(
    (pod) =>
      isActive &&
      pod.metadata.namespace === namespace &&
      isMatch(pod) &&
      !isTerminating(pod) &&
      !isFinished(pod),
  );
  const adopted = orphans.map((pod) => update(pod, [controllerReference(owner)]));
  return [...pods.filter(isMatch), ...adopted];
}

/** What an event says of a pod that was made or ended, or of why it wasn't. */
type Wording = (failure?: string) => string;

export function createPod(
  { registry, report }: Context,
  owner: PodOwner,
  template: PodTemplate,
  metadata: Partial<Metadata>,
  wording?: Wording,
): Pod {
  const { namespace = '' } = owner.metadata;
  const { labels, annotations } = template.metadata ?? {};
  const own = { ...(labels && { labels }), ...(annotations && { annotations }), ...metadata };
  const ownerReferences = [controllerReference(owner)];
  try {
    const pod = registry.create<Pod>(
      'pods',
      namespace,
      draft({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { ...own, namespace, ownerReferences },
        spec: template.spec,
      }),
    );
    report(owner, 'Normal', 'SuccessfulCreate', wording?.() ?? `Created pod: ${pod.metadata.name}`);
    return pod;
  } catch (error) {
    if (error instanceof Failure) {
      report(
        owner,
        'Warning',
        'FailedCreate',
        wording?.(error.message) ?? `Error creating: ${error.message}`,
      );
    }
    throw error;
  }
}

export function deletePod({ registry, report }: Context, owner: PodOwner, pod: Pod, wording?: Wording): void {
  registry.delete('pods', pod.metadata.namespace ?? '', pod.metadata.name);
  report(owner, 'Normal', 'SuccessfulDelete', wording?.() ?? `Deleted pod: ${pod.metadata.name}`);
}

/** Tries one, then two, then four, so that what refuses one is not asked for all of them. */
export function createSlowly(count: number, create: (index: number) => void): void {
  let done = 0;
  for (let batch = 1; done < count; batch *= 2) {
    const failures: unknown[] = [];
    const end = Math.min(count, done + batch);
    for (; done < end; done++) {
      try {
        create(done);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

function ofPods(entries: Entry[]): Pod[] {
  return entries.filter(({ plural }) => plural === 'pods').map(({ object }) => object as Pod);
}
