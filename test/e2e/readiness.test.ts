/** `action: check` with exactly the rights that docs/readiness.md names, and without each of them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { stringify } from 'yaml';
import { startAction } from '../support/action.ts';
import { documentedRole } from '../support/permissions.ts';
import { cluster, scenario, type TestNamespace } from './cluster.ts';
import { version } from './images.ts';
import { configMap, daemonSet, deployment, secret, statefulSet, usesConfig } from './manifests.ts';
import { objectsOf } from './observe.ts';

/** One for each resource. */
const rules = documentedRole('readiness.md').flatMap(({ resources, ...rule }) =>
  resources.map((resource) => ({ ...rule, resources: [resource] })),
);

interface Line {
  readonly check: string;
  readonly state: string;
  readonly evidence: string;
}

async function check(ns: TestNamespace, kubeconfig: string, depth = 'look') {
  const services = { kind: 'service', workloads: ['web', 'statefulset/db', 'daemonset/agent'] };
  const path = join(ns.temp, 'check/rollback.yml');
  mkdirSync(join(ns.temp, 'check'), { recursive: true });
  writeFileSync(path, stringify({ environments: { prod: { components: { services } } } }));
  const step = await startAction('rollback', {
    temp: ns.temp,
    with: { action: 'check', depth, config: path, kubeconfig, namespace: ns.name },
  }).result;
  const lines = JSON.parse(step.outputs.checks ?? '[]') as Line[];
  return {
    ...step,
    lines,
    states: Object.fromEntries(lines.map(({ check: name, state }) => [name, state])),
  };
}

/** All three kinds, marked good, with configuration that they need. */
async function goodRelease(ns: TestNamespace): Promise<void> {
  await ns.apply(configMap('app', { greeting: 'hello' }), secret('app', { password: 'a-password' }));
  const app = { ...version(1), ...usesConfig };
  await Promise.all([
    ns.deploy(deployment('web', app)),
    ns.deploy(statefulSet('db', app)),
    ns.deploy(daemonSet('agent', app)),
  ]);
  expect(await ns.markGood({ workloads: 'all' })).toMatchObject({ exitCode: 0, errors: [] });
}

const GOOD = {
  'good revision': 'ok',
  history: 'ok',
  owner: 'ok',
  // Their registry is not reached.
  images: 'not-checked',
  references: 'ok',
  'kept configuration': 'ok',
};

scenario('the documented Roles are enough to look, and nothing is changed', async (ns) => {
  await goodRelease(ns);
  const kubeconfig = await ns.accountWith(rules, 'readiness');
  const before = await objectsOf(ns);

  const without = await check(ns, kubeconfig);
  expect([without.errors, without.outputs.result]).toEqual([[], 'ready']);
  expect(without.states).toMatchObject({ ...GOOD, 'node pools': 'not-checked' });
  expect(without.lines.find(({ check: name }) => name === 'node pools')?.evidence).toMatch(
    /^not checked: the right is missing: /,
  );

  const name = `readiness-${ns.name}`;
  const metadata = { name };
  const rbac = { apiVersion: 'rbac.authorization.k8s.io/v1', metadata };
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name };
  const subjects = [{ kind: 'ServiceAccount', name: 'readiness', namespace: ns.name }];
  await ns.create(
    { ...rbac, kind: 'ClusterRole', rules: documentedRole('readiness.md', 'ClusterRole') } as never,
    { ...rbac, kind: 'ClusterRoleBinding', roleRef, subjects } as never,
  );
  try {
    const all = await check(ns, kubeconfig);
    expect(all.states).toMatchObject({ ...GOOD, 'node pools': 'ok' });
  } finally {
    await cluster.kubectl(['delete', 'clusterrolebinding,clusterrole', name]);
  }
  expect(await objectsOf(ns)).toEqual(before);
});

scenario(
  'in full, the Role of a rollback is enough, and that of a look is told what is missing',
  async (ns) => {
    await goodRelease(ns);
    const rollback = await ns.accountWith(documentedRole());
    const readiness = await ns.accountWith(rules, 'readiness');
    const before = await objectsOf(ns);
    const full = await check(ns, rollback, 'full');
    expect([full.errors, full.states]).toMatchObject([[], { ...GOOD, 'dry run': 'ok' }]);

    const less = await check(ns, readiness, 'full');
    expect([less.outputs.result, less.states]).toMatchObject([
      'not-ready',
      { ...GOOD, 'dry run': 'not-ready' },
    ]);
    expect(less.errors[0]).toMatch(/may not .*patch/);
    expect(await objectsOf(ns)).toEqual(before);
  },
);

scenario(
  'without any one of its rules what it was for is not checked, with the rule to add, and nothing is called bad',
  async (ns) => {
    await goodRelease(ns);
    for (const [index, rule] of rules.entries()) {
      const others = rules.filter((other) => other !== rule);
      const { lines, outputs } = await check(ns, await ns.accountWith(others, `without-${index}`));
      const [resource = ''] = rule.resources;
      const wrong = lines.filter(({ state }) => ['at-risk', 'not-ready'].includes(state));
      expect({ resource, wrong }).toEqual({ resource, wrong: [] });
      const missing = lines
        .filter(({ evidence }) => /right .*is missing/.test(evidence))
        .map(({ check: name }) => name)
        // Which no Role of a namespace can give.
        .filter((name) => name !== 'node pools');
      console.log(`${resource}: ${outputs.result}; ${missing}`);
      // These workloads have no claims.
      if (resource !== 'persistentvolumeclaims')
        expect({ resource, missing }).toEqual({
          resource,
          missing: [expect.any(String), ...missing.slice(1)],
        });
    }
  },
);
