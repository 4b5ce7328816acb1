import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@jest/globals';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import { scenario, skipped, type TestNamespace } from './cluster.ts';
import { profile, serving, tag, version, withShell } from './images.ts';
import { deployment } from './manifests.ts';

/** Revision 1 is what is checked; revision 2 is rolled back from. */
async function history(ns: TestNamespace, app = withShell): Promise<void> {
  await ns.deploy(deployment('web', app), deployment('web', version(2)));
}

const inputs = { workloads: 'web', to: 'revision=1' };

/** An HTTP server in this process, which answers for every pod of kwok and is a URL for the runner. */
function serve(answer: (request: number) => number) {
  const requests: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    requests.push(url);
    response.writeHead(answer(requests.length)).end();
  });
  return new Promise<{ port: number; requests: string[]; [Symbol.dispose](): void }>((resolve) => {
    server.listen(0, '0.0.0.0', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ port, requests, [Symbol.dispose]: () => server.close().closeAllConnections() });
    });
  });
}

scenario('every pod answers 200 through the API server', async (ns) => {
  using server = await serve(() => 200);
  await history(ns, serving);
  const health = profile === 'kwok' ? `http://:${server.port}/healthz` : 'http://:8080/healthz';

  const said = await ns.rollBack({ ...inputs, health });

  expect(said).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
  if (profile === 'kwok') expect(server.requests).toEqual(['/healthz', '/healthz']);
});

if (profile === 'kwok') {
  scenario('a pod that answers 503 is named, after some looks', async (ns) => {
    using server = await serve(() => 503);
    await history(ns);

    const said = await ns.rollBack({ ...inputs, health: `http://:${server.port}/healthz` });

    expect(said).toMatchObject({ exitCode: 1, outputs: { failed: '1' } });
    expect(said.errors[0]).toMatch(
      /deployment\/web is rolled out but not healthy: pod web-\w+-\w+: .*(503|unavailable|currently unable)/i,
    );
    const names = (await ns.list('pods')).map(({ metadata }) => metadata.name);
    expect(names).toContain(/pod (web-\w+-\w+):/.exec(said.errors[0] ?? '')?.[1]);
    expect(server.requests.length).toBeGreaterThan(4);
  });

  scenario('a pod that answers 503 at first and then 200 is well', async (ns) => {
    using server = await serve((request) => (request <= 4 ? 503 : 200));
    await history(ns);

    const said = await ns.rollBack({ ...inputs, health: `http://:${server.port}/healthz` });

    expect(said).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
    expect(server.requests.length).toBe(6);
  });
} else {
  skipped('a pod that answers 503 is named', "the test can't serve for a real pod");
}

scenario('a port that nobody listens on is not well', async (ns) => {
  await history(ns);

  const said = await ns.rollBack({ ...inputs, health: 'http://:9/' });

  expect(said.exitCode).toBe(1);
  expect(said.errors[0]).toMatch(/not healthy: pod web-\w+-\w+: .*(refused|503|unreachable|dial)/i);
  expect(Number(said.outputs.seconds)).toBeLessThan(40);
});

scenario('a URL is asked from the runner', async (ns) => {
  using well = await serve(() => 200);
  using ill = await serve(() => 500);
  await history(ns);

  const failed = await ns.rollBack({ ...inputs, health: `http://127.0.0.1:${ill.port}/status` });
  expect(failed.errors[0]).toMatch(/not healthy: http:\/\/127\.0\.0\.1:\d+\/status: HTTP 500/);

  const said = await ns.rollBack({ ...inputs, health: `http://127.0.0.1:${well.port}/status` });
  expect(said.exitCode).toBe(0);
  expect(well.requests).toEqual(['/status']);
});

scenario('a command that ends with 0 in every pod, without a shell in between', async (ns) => {
  await history(ns);

  const said = await ns.rollBack({ ...inputs, health: `exec: test "a b;$HOME" = 'a b;$HOME'` });

  expect(said.errors).toEqual([]);
  expect(said.outputs.result).toBe('done');
});

scenario('a command that fails is told with its exit code, its output and its pod', async (ns) => {
  await history(ns);

  const said = await ns.rollBack({ ...inputs, health: `exec: sh -c 'echo no database >&2; exit 3'` });

  expect(said).toMatchObject({ exitCode: 1, outputs: { failed: '1' } });
  expect(said.errors[0]).toMatch(/not healthy: pod web-\w+-\w+: .* ended with 3: no database/);
  const names = (await ns.list('pods')).map(({ metadata }) => metadata.name);
  expect(names).toContain(/pod (web-\w+-\w+):/.exec(said.errors[0] ?? '')?.[1]);
});

scenario(
  'a check may be for one workload alone; one for a workload that is not there is refused first',
  async (ns) => {
    await Promise.all([
      history(ns),
      ns.deploy(deployment('other', version(1)), deployment('other', version(2))),
    ]);

    const refused = await ns.rollBack({
      workloads: 'all',
      to: 'revision=1',
      health: 'deployment/wbe: exec: true',
    });
    expect(refused.errors[0]).toMatch(
      /`health` names deployment\/wbe, which is not in the namespace .*; there are deployment\/other, deployment\/web\.$/,
    );
    const { spec } = await ns.get<Workload>('deployment/web');
    expect(spec.template.spec.containers[0]?.image).toContain(tag(2));

    const said = await ns.rollBack({
      workloads: 'all',
      to: 'revision=1',
      health: 'deployment/web: exec: false',
    });
    const outcomes = JSON.parse(said.outputs.workloads ?? '') as { name: string; outcome: string }[];
    expect(Object.fromEntries(outcomes.map(({ name, outcome }) => [name, outcome]))).toEqual({
      web: 'failed',
      other: 'rolled-back',
    });
  },
);
