import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Pod } from '../../src/systems/kubernetes/objects.ts';
import { type ControlPlane, startControlPlane } from '../control-plane/control-plane.ts';
import { Cluster, type TestNamespace } from './cluster.ts';
import { profile, slowStart, version } from './images.ts';
import { deployment, statefulSet } from './manifests.ts';

const inputs = { workloads: 'all', to: 'revision=1' };

/** A server that is on its way back: it turns so many callers away, then it is the one at that port. */
async function backAfter(times: number, port: number) {
  let asked = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    open.add(client);
    client.on('error', () => {});
    if (++asked <= times) return void client.destroy();
    const upstream = connect(port, '127.0.0.1').on('error', () => client.destroy());
    client.pipe(upstream).pipe(client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Connections go to one server and the next in turn, and past one that is dead, as by a load balancer. */
async function balanced(ports: readonly number[]) {
  let turn = 0;
  const taken = new Map(ports.map((port) => [port, 0]));
  const open = new Set<Socket>();
  const server = createServer((client) => {
    open.add(client);
    client.on('error', () => {});
    const first = turn++ % ports.length;
    const order = [...ports.slice(first), ...ports.slice(0, first)];
    const lead = (port = 0, ...others: number[]) => {
      const upstream = connect(port, '127.0.0.1');
      let isThere = false;
      upstream.once('connect', () => {
        isThere = true;
        taken.set(port, (taken.get(port) ?? 0) + 1);
        client.pipe(upstream).pipe(client);
      });
      upstream.on('error', () => {
        if (!isThere && others.length > 0) lead(...others);
        else client.destroy();
      });
      upstream.on('close', () => isThere && client.destroy());
      client.on('close', () => upstream.destroy());
    };
    lead(...order);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    taken: (port: number) => taken.get(port) ?? 0,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Whoever stops an API server has one of their own: the other tests' stays. */
const describeHere = profile === 'kwok' ? describe : describe.skip;

describeHere('an API server that is stopped and started (skipped on clusters of others)', () => {
  let plane: ControlPlane;
  let cluster: Cluster;
  beforeEach(async () => {
    plane = await startControlPlane({ readyMs: 300 });
    cluster = new Cluster(plane.kubeconfig, plane.kubectl);
  });
  afterEach(() => plane.stop());

  /** Revision 1 takes some seconds to become ready, so that there is a middle to stop the server in. */
  async function history(ns: TestNamespace): Promise<void> {
    const spec = { replicas: 1 };
    await ns.apply(deployment('web', slowStart, { spec }), statefulSet('db', slowStart, { spec }));
    await ns.until('the first revisions are known', async () => {
      const revisions = await ns.list('replicasets,controllerrevisions');
      return revisions.length === 2;
    });
    // The pod that is not ready yet would hold up an ordered update.
    await ns.rolledOut(statefulSet('db', slowStart));
    await ns.deploy(deployment('web', version(2), { spec }), statefulSet('db', version(2), { spec }));
  }

  async function expectRolledBack(ns: TestNamespace): Promise<void> {
    const pods = await ns.list<Pod>('pods');
    expect(pods.map(({ spec }) => spec.containers[0]?.image)).toEqual(Array(2).fill(slowStart.image));
    for (const { status } of pods) expect(status?.containerStatuses).toMatchObject([{ ready: true }]);
    expect(await ns.list('leases')).toEqual([]);
  }

  test('in the middle of a rollback: it still ends right', async () => {
    await using ns = await cluster.namespace();
    await history(ns);
    const step = ns.startRollBack(inputs);
    await ns.until('both are at work', async () =>
      /… deployment\/web: [\s\S]*… statefulset\/db: /.test(step.log()),
    );

    await plane.stopApiServer();
    expect((await ns.try('get', 'pods')).exitCode).not.toBe(0);
    await plane.startApiServer();

    const said = await step.result;
    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', failed: '0' } });
    await expectRolledBack(ns);
  });

  test('and has forgotten what the watches ask for (410 Gone): it still ends right', async () => {
    await using ns = await cluster.namespace();
    await history(ns);
    const path = `/api/v1/namespaces/${ns.name}/pods`;
    const { metadata } = JSON.parse(await ns.kubectl('get', '--raw', path));
    const step = ns.startRollBack(inputs);
    await ns.until('both are at work', async () =>
      /… deployment\/web: [\s\S]*… statefulset\/db: /.test(step.log()),
    );

    await plane.stopApiServer();
    await plane.compactEtcd();
    await plane.startApiServer();

    const query = `watch=true&timeoutSeconds=1&resourceVersion=${metadata.resourceVersion}`;
    const watch = await ns.try('get', '--raw', `${path}?${query}`);
    expect(watch.stdout + watch.stderr).toMatch(/too old resource version|Expired|"code":410/);
    const said = await step.result;
    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', failed: '0' } });
    await expectRolledBack(ns);
  });

  test('one of two behind a load balancer dies in the middle: the rollback goes on at the other one', async () => {
    await using ns = await cluster.namespace();
    await history(ns);
    const other = await plane.startAnotherApiServer();
    const config = readFileSync(plane.kubeconfig, 'utf8');
    const { port = '' } = /"server": "https:\/\/127\.0\.0\.1:(?<port>\d+)"/.exec(config)?.groups ?? {};
    await using balancer = await balanced([Number(port), other.port]);
    const kubeconfig = config.replace(`127.0.0.1:${port}`, `127.0.0.1:${balancer.port}`);
    const step = ns.startRollBack({ ...inputs, kubeconfig });
    await ns.until('both are at work', async () =>
      /… deployment\/web: [\s\S]*… statefulset\/db: /.test(step.log()),
    );
    expect([balancer.taken(Number(port)) > 0, balancer.taken(other.port) > 0]).toEqual([true, true]);
    await other.stop();

    const said = await step.result;
    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', failed: '0' } });
    await expectRolledBack(ns);
    // The next rollback finds the first one's end by whichever server is left.
    const again = await ns.rollBack({ ...inputs, kubeconfig });
    expect(again).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'no-op' } });
  });

  test('before the first request, and back when it was asked again: the rollback waits for it', async () => {
    await using ns = await cluster.namespace();
    await history(ns);
    // How long a server takes to start depends on the machine; how often it was asked does not.
    const config = readFileSync(plane.kubeconfig, 'utf8');
    const { port = '' } = /"server": "https:\/\/127\.0\.0\.1:(?<port>\d+)"/.exec(config)?.groups ?? {};
    await using wire = await backAfter(3, Number(port));
    const kubeconfig = config.replace(`127.0.0.1:${port}`, `127.0.0.1:${wire.port}`);

    const said = await ns.rollBack({ ...inputs, kubeconfig });
    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(wire.asked()).toBeGreaterThan(3);
    await expectRolledBack(ns);
  });

  test('and stays away: said in one sentence, long before the timeout', async () => {
    await using ns = await cluster.namespace();
    await plane.stopApiServer();
    const said = await ns.rollBack(inputs);
    await plane.startApiServer();

    expect(said.exitCode).toBe(1);
    expect(said.errors).toEqual([
      expect.stringMatching(
        /^The Kubernetes API server https:\S+ cannot be reached: nothing listens there; check /,
      ),
    ]);
    expect(Number(said.outputs.seconds)).toBeLessThan(20);
  });
});
