/** What is run inside of real containers: health checks by command, the actions themselves, Redis, checks of data. */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, resolve } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Pod, Workload } from '../../src/systems/kubernetes/objects.ts';
import type { RealNode } from '../real-node/real-node.ts';
import { ShopDatabase } from '../servers/actions/shop-database.ts';
import { runAction } from '../support/action.ts';
import { type Cluster as Postgres, startCluster } from '../support/postgres/cluster.ts';
import { VERSION } from '../support/postgres/database.ts';
import type { Manifest, TestNamespace } from './cluster.ts';
import { deployment, statefulSet } from './manifests.ts';
import { nodeOfFile } from './node.ts';
import { deployEach, versionsOf, web } from './releases.ts';

const { together } = nodeOfFile();

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startCluster(VERSION);
});
afterAll(() => postgres.remove());

/** A container with a shell, which has two versions behind it. */
async function shelled(ns: TestNamespace, node: RealNode): Promise<void> {
  for (const version of ['1', '2'])
    await ns.deploy(
      deployment('web', web(node, version, {}, { image: node.imageWithShell('shell', version) })),
    );
}

together(
  'N8: a health command that hangs is ended where the image has a shell, and nothing of it stays',
  async (ns, node) => {
    await shelled(ns, node);
    const env = { ROLLBACK_TEST_WAITS: JSON.stringify({ HEALTH_COMMAND_MS: 3000 }) };
    const step = await ns.rollBack(
      { workloads: 'web', to: 'previous', health: 'exec: sh -c "sleep 3000; true"' },
      { env },
    );
    expect(step.errors).toEqual([
      expect.stringMatching(
        /not healthy: pod web-\S+: "sh -c sleep 3000; true" did not end within 3 s and was ended\.?$/,
      ),
    ]);
    // A process that has ended stays listed, as `[sleep]`, where the first one of its container does not ask for its end.
    for (const { metadata } of await ns.list<Pod>('pods'))
      expect(await ns.kubectl('exec', metadata.name, '--', 'ps')).not.toContain('sleep 3000');
  },
);

together('N8: without a shell it is said that it may still run', async (ns, node) => {
  for (const version of ['1', '2']) await ns.deploy(deployment('web', web(node, version)));
  const env = { ROLLBACK_TEST_WAITS: JSON.stringify({ HEALTH_COMMAND_MS: 3000 }) };
  const server = createServer(() => {});
  await new Promise<void>((done) => server.listen(0, node.gateway, done));
  const url = `http://${node.gateway}:${(server.address() as AddressInfo).port}/`;
  try {
    const step = await ns.rollBack(
      { workloads: 'web', to: 'previous', health: `exec: curl ${url}` },
      { env },
    );
    expect(step.errors).toEqual([
      expect.stringMatching(
        /not healthy: pod web-\S+: "curl \S+" did not end within 3 s and may still run in pod web-/,
      ),
    ]);
  } finally {
    server.close().closeAllConnections();
  }
});

together('N9: a health command that the image lacks, one that fails, one that is well', async (ns, node) => {
  await shelled(ns, node);
  const look = (health: string) => ns.rollBack({ workloads: 'web', to: 'revision=1', health });
  expect((await look('exec: no-such-program')).errors[0]).toMatch(
    /it could not be started: .*"no-such-program": executable file not found in \$PATH/,
  );
  expect((await look('exec: sh -c "echo lost 2 rows >&2; exit 5"')).errors[0]).toMatch(
    /ended with 5: lost 2 rows/,
  );
  expect(await look('exec: curl http://localhost:8080/health')).toMatchObject({ errors: [], exitCode: 0 });
  expect((await look('http://:9999/health')).errors[0]).toMatch(/not healthy: pod web-\S+: .*refused/);
});

/** The Role that the documentation tells users to apply. */
function documentedRole(): string {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/permissions.md'), 'utf8');
  return /```yaml\n(apiVersion: rbac[\s\S]*?)```/.exec(page)?.[1] ?? '';
}

/** Folders of this machine as they are in a container, so that its programs run there. */
const fromHere = (folders: Record<string, string>) => {
  const entries = Object.entries(folders);
  return {
    volumes: entries.map(([, path], index) => ({ name: `v${index}`, hostPath: { path } })),
    volumeMounts: entries.map(([mountPath], index) => ({ name: `v${index}`, mountPath, readOnly: true })),
  };
};
const LIBRARIES = { '/usr': '/usr', '/lib': '/usr/lib', '/lib64': '/usr/lib64' };

together('the actions in a pod, with its service account and the documented Role', async (ns, node) => {
  const { volumes, volumeMounts } = fromHere({
    ...LIBRARIES,
    '/node': dirname(process.execPath),
    '/dist': resolve(import.meta.dirname, '../../dist'),
  });
  const names = { metadata: { name: 'rollback' } };
  await ns.cluster.kubectl(['-n', ns.name, 'apply', '-f', '-'], documentedRole());
  await ns.apply(
    { apiVersion: 'v1', kind: 'ServiceAccount', ...names } as Manifest,
    {
      ...{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding', ...names },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'rollback' },
      subjects: [{ kind: 'ServiceAccount', name: 'rollback', namespace: ns.name }],
    } as Manifest,
    {
      ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'runner' } },
      spec: {
        ...{ serviceAccountName: 'rollback', terminationGracePeriodSeconds: 1, volumes },
        containers: [{ name: 'runner', image: node.image('web', '1'), volumeMounts }],
      },
    } as Manifest,
  );
  await deployEach(ns, web(node, '1'));
  await ns.kubectl('wait', '--for=condition=Ready', 'pod/runner', '--timeout=60s');
  const inPod = (action: string, inputs: Record<string, string>) => {
    const all = {
      ...{ HOME: '/tmp', RUNNER_TEMP: '/tmp', GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '1' },
      ...{ GITHUB_OUTPUT: '/tmp/output', GITHUB_STATE: '/tmp/state', GITHUB_STEP_SUMMARY: '/tmp/summary' },
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    };
    const words = Object.entries(all).map(([name, value]) => `${name}=${value}`);
    const files = 'mkdir -p /tmp; touch /tmp/output /tmp/state /tmp/summary; exec env "$@"';
    const program = ['/node/node', `/dist/${action}/index.js`];
    return ns.try(
      'exec',
      'runner',
      '--',
      '/usr/bin/sh',
      '-c',
      `PATH=/usr/bin; ${files}`,
      'sh',
      ...words,
      ...program,
    );
  };
  const workloads = 'deployment/web, statefulset/db, daemonset/agent';

  // It is told no namespace: it is in one.
  expect(await inPod('mark-good', { workloads })).toMatchObject({ exitCode: 0 });
  await deployEach(ns, web(node, '2', { HEALTH: '500' }));
  const back = await inPod('rollback-service', {
    workloads,
    reason: 'the test says so',
    health: 'http://:8080/health',
  });

  expect(back).toMatchObject({ exitCode: 0 });
  expect(back.stdout).not.toContain('::error');
  expect(await versionsOf(ns)).toEqual({ web: ['1', '1'], db: ['1', '1'], agent: ['1'] });
});

together('Redis in a pod, whose release has a setting that it does not know', async (ns, node) => {
  const image = node.imageOf('redis', ['/usr/bin/redis-server', '/usr/bin/redis-cli'], ['--save', '']);
  const redis = (limit: string) =>
    statefulSet(
      'redis',
      {
        image,
        args: ['--maxmemory', limit],
        readinessProbe: { tcpSocket: { port: 6379 }, periodSeconds: 1 },
      },
      { spec: { replicas: 1 } },
    );
  await ns.deploy(redis('50mb'));
  await ns.markGood({ workloads: 'statefulset/redis' });
  await ns.apply(redis('lots'));
  await ns.until('it crashes', async () =>
    /"exitCode": 1\b/.test(await ns.kubectl('get', 'pods', '-o', 'json')),
  );
  const health = 'exec: redis-cli ping';
  expect(await ns.rollBack({ workloads: 'statefulset/redis', health })).toMatchObject({
    errors: [],
    exitCode: 0,
  });
  const memory = await ns.kubectl('exec', 'redis-0', '--', 'redis-cli', 'config', 'get', 'maxmemory');
  expect(memory).toContain(String(50 * 2 ** 20));
});

together('checks of data by commands in pods', async (ns, node) => {
  const database = await ShopDatabase.create(postgres.url());
  await shelled(ns, node);
  const step = (mode: string, commands: string, more = {}) =>
    runAction('verify-integrity', {
      with: {
        ...{
          mode,
          commands,
          'database-url': database.url,
          kubeconfig: ns.cluster.kubeconfig,
          namespace: ns.name,
        },
        ...more,
      },
      temp: ns.temp,
    });
  expect(await step('capture', 'deployment/web: npm run verify')).toMatchObject({ errors: [], exitCode: 0 });
  const compare = async (command: string, more = {}) =>
    (await step('compare', `deployment/web: ${command}`, more)).errors;
  expect(await compare('npm run verify')).toEqual([]);
  expect(await compare('sh -c "echo lost 2 rows; exit 5"')).toEqual([
    expect.stringMatching(/ended with 5: lost 2 rows/),
  ]);
  expect(await compare('no-such-check')).toEqual([
    expect.stringMatching(/it could not be started: .*"no-such-check"/),
  ]);
  expect(await compare('sleep 3000', { 'command-timeout': '3s' })).toEqual([
    expect.stringMatching(/"sleep 3000" did not end within 3 s and was ended/),
  ]);
  await database.remove();
});

together('quiesce: the last container has ended before its database is switched', async (ns, node) => {
  const database = await ShopDatabase.create(postgres.url());
  const app = web(node, '1', { TERM_DELAY: '3s' });
  const pod = { terminationGracePeriodSeconds: 20 };
  const workloads = [deployment('web', app, { pod }), statefulSet('queue', app, { pod })];
  for (const workload of workloads) await ns.deploy(workload);
  const running = database.start({
    kubeconfig: ns.cluster.kubeconfig,
    namespace: ns.name,
    quiesce: 'web, statefulset/queue',
  });
  const said = await running.result;
  expect(said).toMatchObject({ errors: [], outputs: { result: 'done' } });
  expect(await database.state()).toBe('backup');
  const held = said.record.find(({ step, status }) => step === 'hold traffic' && status === 'done');
  for (const workload of workloads) {
    await ns.rolledOut(workload);
    expect((await ns.get<Workload>(`${workload.kind}/${workload.metadata.name}`)).spec.replicas).toBe(2);
  }
  for (const { metadata } of await ns.list<Pod>('pods'))
    expect(Date.parse(metadata.creationTimestamp ?? '')).toBeGreaterThanOrEqual(
      Math.floor(Date.parse(held?.at ?? '') / 1000) * 1000,
    );
  await database.remove();
});

together('N10: what a container wrote before it was restarted is read as well', async (ns, node) => {
  await ns.deploy(
    deployment('web', web(node, '1', { LOG: 'INSERT INTO orders' }), { spec: { replicas: 1 } }),
  );
  // The container may end before the command that ends it, which then ends with 137.
  await ns.try('exec', 'deployment/web', '--', 'kill', '-15', '1');
  await ns.until('it was restarted', async () =>
    (await ns.list<Pod>('pods')).some(({ status }) => status?.containerStatuses?.[0]?.restartCount === 1),
  );
  const { errors, log } = await runAction('verify-integrity', {
    with: {
      ...{ mode: 'analyze', logs: 'deployment/web', since: '1h', 'database-url': '' },
      ...{ kubeconfig: ns.cluster.kubeconfig, namespace: ns.name },
    },
    temp: ns.temp,
  });
  expect(errors).toEqual([]);
  expect(log).toContain('logs of 1 pods read: 2 transactions');
});

for (const [fault, told] of [
  ['bad-image', /deployment\/web gets an image that does not exist/],
  ['crash-loop', /deployment\/web gets a program that does not start/],
  ['failing-readiness', /deployment\/web gets a readiness probe that fails/],
  ['process-killed', /pod web-\w+-\w+ of deployment\/web is killed/],
] as const)
  together(`a drill: ${fault}`, async (ns, node) => {
    await ns.deploy(deployment('web', web(node, '1')));
    await ns.cluster.kubectl(['label', 'namespace', ns.name, 'rollback-actions/drill=allowed']);
    expect(await ns.markGood({ workloads: 'deployment/web' })).toMatchObject({ errors: [], exitCode: 0 });
    const before = (await ns.get<Workload>('deployment/web')).spec.template;
    const { errors, outputs } = await runAction('rollback', {
      with: {
        ...{ action: 'drill', fault, environment: 'drill', reason: 'a test', timeout: '10m' },
        ...{ kubeconfig: ns.cluster.kubeconfig, namespace: ns.name, 'drill-hosts': node.gateway },
        ...{ workloads: 'deployment/web', 'drill-target': 'deployment/web', health: 'http://:8080/health' },
      },
      temp: ns.temp,
    });
    expect(errors).toEqual([]);
    expect(outputs).toMatchObject({ result: 'done', score: '100' });
    const phases = JSON.parse(outputs.phases ?? '[]') as { phase: string; message: string }[];
    expect(phases.find(({ phase }) => phase === 'inject')?.message).toMatch(told);
    expect((await ns.get<Workload>('deployment/web')).spec.template).toEqual(before);
  });
