import { expect, test } from '@jest/globals';
import type { KubeObject } from '../../src/systems/kubernetes/objects.ts';
import type { StepResult } from '../support/action.ts';
import { cluster, type Reply, type TestNamespace } from './cluster.ts';

/** A state from which `kubectl rollout undo` and our action both start. */
export interface Case {
  /** What is rolled back: `deployment/web`. */
  readonly workload: string;
  readonly setup: (namespace: TestNamespace) => Promise<unknown>;
  readonly revision?: number;
  /** More to say about what both have left, or about how both refused. */
  readonly check?: (theirs: TestNamespace, reply: Reply, ours: StepResult) => void | Promise<void>;
}

/**
 * Makes the same state twice, has `kubectl rollout undo` act on one and the bundled action on the other, and compares
 * every object that is left. `expected` is what both must do of it.
 */
export function parity(
  name: string,
  expected: 'rolls back' | 'no-op' | 'refuses',
  { workload, setup, revision, check }: Case,
): void {
  test.concurrent(name, async () => {
    await using theirs = await cluster.namespace();
    await using ours = await cluster.namespace();
    await Promise.all([setup(theirs), setup(ours)]);
    const before = await settled(theirs);
    expect(await settled(ours)).toEqual(before);

    const toRevision = revision === undefined ? [] : [`--to-revision=${revision}`];
    const reply = await theirs.try('rollout', 'undo', workload, ...toRevision);
    if (expected === 'rolls back') await theirs.kubectl('rollout', 'status', workload, '--timeout=240s');
    const result = await ours.rollBack({
      workloads: workload,
      to: revision === undefined ? 'previous' : `revision=${revision}`,
    });

    expect({ kubectl: outcomeOf(reply), action: result.errors[0] ?? result.outputs.result }).toEqual(
      {
        'rolls back': { kubectl: 'rolled back', action: 'done' },
        'no-op': { kubectl: 'skipped', action: 'no-op' },
        refuses: { kubectl: 'refused', action: expect.stringMatching(/^Nothing was changed: /) },
      }[expected],
    );
    const after = await settled(theirs);
    if (expected === 'rolls back') expect(after).not.toEqual(before);
    else expect(after).toEqual(before);
    expect(withoutHandOver(await settled(ours))).toEqual(withoutHandOver(after));
    await check?.(theirs, reply, result);
  });
}

function outcomeOf({ exitCode, stdout }: Reply): string {
  if (exitCode !== 0) return 'refused';
  return /skipped rollback/.test(stdout) ? 'skipped' : 'rolled back';
}

const KINDS =
  'deployments,replicasets,statefulsets,daemonsets,controllerrevisions,horizontalpodautoscalers,configmaps,pods';

/** All objects of a namespace as far as they say the same in every life of them, once its controllers are done. */
async function settled(namespace: TestNamespace): Promise<unknown> {
  return namespace.until('two looks in a row find the same, with no pod on its way', async () => {
    const [before, after] = [await objects(namespace), await objects(namespace)];
    const isWaiting = after.some((object) => object.metadata.deletionTimestamp || !isSeen(object));
    return (
      !isWaiting &&
      JSON.stringify(before) === JSON.stringify(after) &&
      after.map((o) => normal(o, namespace.name))
    );
  });
}

/** Whether the controller has seen the newest spec; that of autoscalers does not while their metrics are missing. */
function isSeen(object: KubeObject): boolean {
  const { kind, metadata, status } = object as KubeObject & { status?: { observedGeneration?: number } };
  if (kind === 'HorizontalPodAutoscaler' || status?.observedGeneration === undefined) return true;
  return status.observedGeneration === metadata.generation;
}

async function objects(namespace: TestNamespace): Promise<KubeObject[]> {
  const all = await namespace.list(KINDS);
  return all.filter(({ metadata }) => metadata.name !== 'kube-root-ca.crt');
}

/** Metadata that is of one object's life, and keys of a status that say when or on which node. */
const OF_ONE_LIFE = ['uid', 'resourceVersion', 'creationTimestamp', 'managedFields'];

function normal(object: KubeObject, namespace: string): unknown {
  const { metadata, ...rest } = object as KubeObject & { status?: Record<string, unknown>; spec?: object };
  const kept = Object.entries(metadata).filter(([key]) => !OF_ONE_LIFE.includes(key));
  const annotations = Object.entries(metadata.annotations ?? {}).filter(
    ([key]) => !key.startsWith('rollback-actions/'),
  );
  const normalised = {
    ...rest,
    metadata: {
      ...Object.fromEntries(kept),
      annotations: Object.fromEntries(annotations),
      ownerReferences: metadata.ownerReferences?.map(({ uid: _, ...owner }) => owner),
    },
    status: counts(rest.status ?? {}),
  };
  return JSON.parse(
    JSON.stringify(object.kind === 'Pod' ? podOf(normalised) : normalised).replaceAll(namespace, '…'),
  );
}

/** The numbers of a status; its conditions tell of the way, which may differ. */
function counts(status: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(status).filter(([, value]) => typeof value === 'number'));
}

/** A pod's name and node are the cluster's choice. */
function podOf({ kind, metadata, spec }: { kind: string; metadata: object; spec?: object }): object {
  const { labels } = metadata as KubeObject['metadata'];
  const { containers, initContainers } = (spec ?? {}) as Record<string, { name: string; image: string }[]>;
  const images = [...(containers ?? []), ...(initContainers ?? [])].map(
    ({ name, image }) => `${name}=${image}`,
  );
  return { kind, labels, images };
}

/**
 * Without what only the action does, so that the next `kubectl apply` leaves nothing of the older release behind (S9): it
 * puts the annotation of the last one right, by a patch of its own.
 */
function withoutHandOver(state: unknown): unknown {
  const own = ['kubectl.kubernetes.io/last-applied-configuration', 'generation', 'observedGeneration'];
  return JSON.parse(JSON.stringify(state, (key, value) => (own.includes(key) ? undefined : value)));
}
