/** Faults of the node and of the runner in the middle of a rollback, on a real node. */
import { expect } from '@jest/globals';
import type { KubeEvent, Pod } from '../../src/systems/kubernetes/objects.ts';
import type { RealNode } from '../real-node/real-node.ts';
import type { RunningStep } from '../support/action.ts';
import type { TestNamespace } from './cluster.ts';
import { nodeOfFile } from './node.ts';
import { deployEach, versionOf, versionsOf, web } from './releases.ts';

/** A kubelet that gives up on its runtime after 5 s, and a node that is lost after 15 s without a sign of it. */
const { alone } = nodeOfFile({
  kubelet: { runtimeRequestTimeout: '5s', nodeStatusUpdateFrequency: '2s', nodeLeaseDurationSeconds: 8 },
  lostAfter: '15s',
});

const inputs = { workloads: 'all', health: 'http://:8080/health' };
const GOOD = { web: ['1', '1'], db: ['1', '1'], agent: ['1'] };
const NODE = ['get', 'node', '-o'];

/** A good version 1 that is marked, with a bad version 2 over it. */
async function badDeploy(ns: TestNamespace, node: RealNode, more = {}): Promise<void> {
  await deployEach(ns, web(node, '1', {}, more));
  expect(await ns.markGood({ workloads: 'all' })).toMatchObject({ errors: [], exitCode: 0 });
  await deployEach(ns, web(node, '2', { HEALTH: '500' }));
}

/** Waits until the rollback has begun: a pod of the good version is to be started. */
const atWork = (ns: TestNamespace, isSo = (_: Pod) => true) =>
  ns.until('a pod of version 1 is to be started', async () => {
    const pods = await ns.list<Pod>('pods');
    return pods.some((pod) => versionOf(pod) === '1' && isSo(pod));
  });

async function expectDone(ns: TestNamespace, step: RunningStep): Promise<void> {
  expect(await step.result).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
  expect(await versionsOf(ns)).toEqual(GOOD);
}

const isReady = async (ns: TestNamespace) =>
  (await ns.cluster.kubectl([
    ...NODE,
    'jsonpath={.items[0].status.conditions[?(@.type=="Ready")].status}',
  ])) === 'True';

alone('a kubelet that is gone until its node counts as lost, and comes back', async (ns, node) => {
  await badDeploy(ns, node);
  node.kubelet.signal('SIGSTOP');
  const step = ns.startRollBack(inputs);
  try {
    await atWork(ns);
    await ns.until('the node is lost', async () => !(await isReady(ns)));
    await node.kubelet.stop();
  } finally {
    node.kubelet.start();
  }
  await expectDone(ns, step);
});

alone('a container runtime that dies and is started again', async (ns, node) => {
  await badDeploy(ns, node);
  const step = ns.startRollBack(inputs);
  await atWork(ns);
  await node.containerd.stop();
  try {
    await atWork(ns, ({ status }) => status?.phase === 'Pending');
  } finally {
    node.containerd.start();
  }
  await expectDone(ns, step);
});

alone('a container runtime that hangs for longer than the kubelet waits', async (ns, node) => {
  await badDeploy(ns, node);
  const step = ns.startRollBack(inputs);
  await atWork(ns);
  node.containerd.signal('SIGSTOP');
  try {
    await ns.until('the kubelet has given up once', async () => {
      const [pods, events] = await Promise.all([ns.list<Pod>('pods'), ns.list<KubeEvent>('events')]);
      return /DeadlineExceeded|context deadline exceeded/.test(
        JSON.stringify([pods.map(({ status }) => status), events]),
      );
    });
  } finally {
    node.containerd.signal('SIGCONT');
  }
  await expectDone(ns, step);
});

alone("a pull that hangs in front of this one's in the node's queue", async (ns, node) => {
  node.image('behind', '1');
  await badDeploy(ns, node, { image: `${node.registry}/behind:1`, imagePullPolicy: 'Always' });
  let release = () => {};
  const stuck = new Promise<undefined>((done) => {
    release = () => done(undefined);
  });
  let isAsked = false;
  node.image('stuck', '1');
  node.meet('stuck', () => {
    isAsked = true;
    return stuck;
  });
  const image = `${node.registry}/stuck:1`;
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'stuck' },
    spec: { containers: [{ name: 'app', image }] },
  };
  await ns.apply(pod);
  await ns.until('its pull hangs', async () => isAsked);
  const step = ns.startRollBack(inputs);
  try {
    await atWork(
      ns,
      ({ status }) => status?.containerStatuses?.[0]?.state?.waiting?.reason === 'ContainerCreating',
    );
    await ns.until('it is told', async () => /\(Pending\) is not ready/.test(step.log()));
  } finally {
    release();
  }
  await ns.kubectl('delete', 'pod/stuck', '--wait=false');
  expect(await step.result).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
  expect(await versionsOf(ns)).toEqual(GOOD);
});

alone('a drain of the node, and its end', async (ns, node) => {
  await badDeploy(ns, node);
  const step = ns.startRollBack(inputs);
  await atWork(ns);
  const [name = ''] = (await ns.cluster.kubectl([...NODE, 'name'])).trim().split('\n');
  const drain = ['drain', name, '--ignore-daemonsets', '--force', `--pod-selector=app in (web,db)`];
  try {
    await ns.cluster.kubectl(drain);
    await ns.until('a pod has no node', async () =>
      /is in Unschedulable: .*were unschedulable/.test(step.log()),
    );
  } finally {
    await ns.cluster.kubectl(['uncordon', name]);
  }
  await expectDone(ns, step);
});

alone('a runner that is killed: the same run again finishes', async (ns, node) => {
  await badDeploy(ns, node);
  const killed = ns.startRollBack(inputs, { run: 'r' });
  await atWork(ns);
  killed.process.kill('SIGKILL');
  await killed.result;

  // Where the killed one had patched all of them, what is left is to wait for them.
  const again = await ns.rollBack(inputs, { run: 'r' });
  expect(again).toMatchObject({ errors: [], exitCode: 0 });
  expect(['done', 'no-op']).toContain(again.outputs.result);
  expect(await versionsOf(ns)).toEqual(GOOD);
  expect(await ns.rollBack(inputs, { run: 'later' })).toMatchObject({ outputs: { result: 'no-op' } });
});
