/**
 * What a good release may meet on its way back and gets over, on a real node: it is told, it is waited for, and it is no
 * failure. That the same is told as a failure where it stays is in `real-node-bad-releases.test.ts`.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect } from '@jest/globals';
import type { RealNode } from '../real-node/real-node.ts';
import type { Manifest, TestNamespace } from './cluster.ts';
import { deployment, statefulSet } from './manifests.ts';
import { nodeOfFile } from './node.ts';
import { deployEach, ofEachKind, versionsOf, web } from './releases.ts';

const { together } = nodeOfFile();

/** What became of each workload that was rolled back through a trouble. */
const outcomes: string[] = [];
afterAll(() => {
  const alarms = outcomes.filter((outcome) => outcome !== 'rolled-back').length;
  console.info(`${outcomes.length} rollouts met a trouble that passes: ${alarms} false alarms.`);
});

/** What stands in the way, from before the rollback until it has been told. */
interface Trouble {
  readonly told: RegExp;
  begin?(): unknown;
  end(): unknown;
}

/** Marks what runs as good, deploys these over it, and rolls back through a trouble. */
async function livedThrough(
  ns: TestNamespace,
  next: Manifest[],
  { told, begin, end }: Trouble,
): Promise<void> {
  expect(await ns.markGood({ workloads: next.map(refOf).join() })).toMatchObject({ errors: [], exitCode: 0 });
  await ns.apply(...next);
  await Promise.all(next.map((workload) => ns.rolledOut(workload)));
  await begin?.();
  const step = ns.startRollBack({ workloads: next.map(refOf).join(), health: 'http://:8080/health' });
  try {
    const ended = step.result.then(({ outputs }) => {
      const workloads = JSON.parse(outputs.workloads ?? '[]') as { outcome: string }[];
      outcomes.push(...workloads.map(({ outcome }) => outcome));
      return true;
    });
    await ns.until(
      'the trouble is told',
      async () => told.test(step.log()) || Promise.race([ended, wait(0, false)]),
    );
    expect(step.log()).toMatch(told);
  } finally {
    await end();
  }
  expect(await step.result).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
  const left = Object.values(await versionsOf(ns)).flat();
  expect(left).toEqual(left.map(() => '1'));
}

const refOf = ({ kind, metadata }: Manifest) => `${kind.toLowerCase()}/${metadata.name}`;

/** An image that is asked for at each start of a pod. */
const pulled = (node: RealNode, name: string) => ({
  image: node.image(name, '1'),
  imagePullPolicy: 'Always',
});

const REGISTRIES: [what: string, answer: number | 'reset', told: RegExp][] = [
  ['has had too many pulls (429)', 429, /429|toomanyrequests|Too Many Requests/i],
  ['answers 500', 500, /500/],
  ['answers 503', 503, /503/],
  ['cuts connections', 'reset', /EOF|reset|closed/],
];
for (const [what, answer, told] of REGISTRIES)
  together(`a registry that ${what} for a while`, async (ns, node) => {
    const name = `pulled-${answer}`;
    await deployEach(ns, web(node, '1', {}, pulled(node, name)));
    let isBroken = false;
    node.meet(name, () => (isBroken ? answer : undefined));
    await livedThrough(ns, ofEachKind(web(node, '2')), {
      told: new RegExp(`(ErrImagePull|ImagePullBackOff).*(${told.source})`, 'i'),
      begin: () => {
        isBroken = true;
      },
      end: () => {
        isBroken = false;
      },
    });
  });

together('an image that takes long to be pulled', async (ns, node) => {
  await deployEach(ns, web(node, '1', {}, pulled(node, 'slow')));
  let isSlow = false;
  let pull = () => {};
  const pulls = new Promise<undefined>((done) => {
    pull = () => done(undefined);
  });
  node.meet('slow', () => (isSlow ? pulls : undefined));
  await livedThrough(ns, ofEachKind(web(node, '2')), {
    told: /… deployment\/web: .*\(Pending\) is not ready/,
    begin: () => {
      isSlow = true;
    },
    end: () => pull(),
  });
});

together('a quota that is freed', async (ns, node) => {
  await deployEach(ns, web(node, '1'));
  const other = deployment('other', web(node, '3'), { spec: { replicas: 1 } });
  await ns.deploy(other);
  await livedThrough(ns, ofEachKind(web(node, '2')), {
    told: /no pod can be made: .*exceeded quota: small/,
    begin: async () => {
      const quota = {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'small' },
        spec: { hard: { pods: '6' } },
      };
      await ns.apply(quota);
      await ns.until(
        'the quota counts',
        async () =>
          (await ns.kubectl('get', 'resourcequota/small', '-o', 'jsonpath={.status.used.pods}')) === '6',
      );
    },
    end: () => ns.kubectl('delete', 'deployment/other'),
  });
});

together('a pool of nodes that is scaled up late', async (ns, node) => {
  const pool = { pod: { nodeSelector: { pool: ns.name } } };
  const label = (value: string) => ns.cluster.kubectl(['label', 'node', '--all', value]);
  await label(`pool=${ns.name}`);
  const of = (version: string, options = {}) => [
    deployment('web', web(node, version), options),
    statefulSet('db', web(node, version), options),
  ];
  for (const workload of of('1', pool)) await ns.deploy(workload);
  await livedThrough(ns, of('2'), {
    told: /is in Unschedulable: .*didn't match Pod's node affinity\/selector/,
    begin: () => label('pool-'),
    end: () => label(`pool=${ns.name}`),
  });
});

together('processors that another workload gives free', async (ns, node) => {
  const wants = (version: string, cpu: string) =>
    web(node, version, {}, { resources: { requests: { cpu } } });
  const spec = { replicas: 1, strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } };
  await ns.deploy(deployment('web', wants('1', '1100m'), { spec }));
  await livedThrough(ns, [deployment('web', wants('2', '5m'), { spec })], {
    told: /is in Unschedulable: .*Insufficient cpu/,
    begin: () => ns.deploy(deployment('batch', wants('3', '1100m'), { spec })),
    end: () => ns.kubectl('delete', 'deployment/batch'),
  });
});

together('a service that it needs and that is up late', async (ns, node) => {
  let status = 200;
  const server = createServer((_, response) => response.writeHead(status).end());
  await new Promise<void>((done) => server.listen(0, node.gateway, done));
  const url = `http://${node.gateway}:${(server.address() as AddressInfo).port}/`;
  const initContainers = [{ name: 'needs', image: node.image('web', '1'), command: ['/bin/curl', url] }];
  try {
    await deployEach(ns, web(node, '1'), { pod: { initContainers } });
    await livedThrough(ns, ofEachKind(web(node, '2'), { pod: { initContainers: [] } }), {
      told: /is in CrashLoopBackOff: Error, exit code 1/,
      begin: () => {
        status = 503;
      },
      end: () => {
        status = 200;
      },
    });
  } finally {
    server.close().closeAllConnections();
  }
});

together('readiness that comes late', async (ns, node) => {
  await deployEach(ns, web(node, '1', { START_DELAY: '5s' }));
  await livedThrough(ns, ofEachKind(web(node, '2')), {
    told: /is not ready: .*(connection refused|containers with unready status)/,
    end: () => {},
  });
});

together('an admission webhook that is down for a while', async (ns, node) => {
  await deployEach(ns, web(node, '1'));
  const rules = [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }];
  const webhook = {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: ns.name },
    webhooks: [
      {
        name: 'down.test.invalid',
        clientConfig: { url: 'https://127.0.0.1:9/' },
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': ns.name } },
        rules,
        failurePolicy: 'Fail',
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
      },
    ],
  };
  const remove = () => ns.cluster.kubectl(['delete', 'validatingwebhookconfiguration', ns.name]);
  await livedThrough(ns, ofEachKind(web(node, '2')), {
    told: /no pod can be made: .*failed calling webhook/,
    begin: async () => {
      await ns.apply(webhook);
      const pod = {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'probe' },
        spec: { containers: [{ name: 'app', image: 'none' }] },
      };
      await ns.until('the webhook is asked', async () => {
        const args = ['-n', ns.name, 'create', '--dry-run=server', '-f', '-'];
        return /failed calling webhook/.test((await ns.cluster.try(args, JSON.stringify(pod))).stderr);
      });
    },
    end: remove,
  });
});
