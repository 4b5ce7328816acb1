import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@jest/globals';
import { parse } from 'yaml';
import { cluster, scenario, type TestNamespace } from './cluster.ts';
import { crashLoop, lastWords, version, withShell } from './images.ts';
import { configMap, daemonSet, deployment, secret, statefulSet, usesConfig } from './manifests.ts';
import { objectsOf } from './observe.ts';

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const page = readFileSync(join(import.meta.dirname, '../../docs/permissions.md'), 'utf8');

/** The Role that the documentation tells users to apply. */
function documentedRules(): Rule[] {
  const manifest = /```yaml\n([\s\S]*?)```/.exec(page)?.[1];
  if (!manifest) throw new Error('docs/permissions.md has no manifest');
  return (parse(manifest) as { rules: Rule[] }).rules;
}

/** The same rules, one for each resource. */
const rules = documentedRules().flatMap(({ resources, ...rule }) =>
  resources.map((resource) => ({ ...rule, resources: [resource] })),
);

/** Those without which nothing is done; without these less is told or looked up. */
const OPTIONAL = [
  'pods/log',
  'serviceaccounts',
  'persistentvolumeclaims',
  'cronjobs',
  'jobs',
  'horizontalpodautoscalers',
  'services',
  'rollouts',
  'clonesets',
];
const needed = rules.filter(({ resources }) => !OPTIONAL.includes(resources[0] ?? ''));

/** Where another rule gives some of the verbs, the missing ones are those that only this one gave. */
const sentenceFor = ({ verbs, resources }: Rule) =>
  expect.stringMatching(
    new RegExp(
      `^The credentials may not (.*, )?${verbs.join('/')} ${resources[0]}[ ,].*docs/permissions\\.md`,
    ),
  );
const asRule = ({ verbs, resources }: Rule) =>
  new RegExp(`^  - .*resources: \\["${resources[0]}"\\], verbs: \\[${verbs.join(', ')}\\]`, 'm');

/** Uses everything that the Role is for. */
const inputs = {
  workloads: 'all',
  to: 'revision=1',
  health: 'http://:9/\ndeployment/web: exec: true',
};

/** All three kinds, with configuration that `kubeconfig`'s mark-good has kept and that is another now. */
async function badDeploy(ns: TestNamespace, kubeconfig: string): Promise<void> {
  await ns.apply(configMap('app', { greeting: 'hello' }), secret('app', { password: 'old-password' }));
  const deploy = (app: typeof withShell) =>
    Promise.all([
      ns.deploy(deployment('web', { ...app, ...usesConfig })),
      ns.deploy(statefulSet('db', app)),
      ns.deploy(daemonSet('agent', app)),
    ]);
  await deploy(withShell);
  expect(await ns.markGood({ workloads: 'all', kubeconfig })).toMatchObject({ exitCode: 0, errors: [] });
  await ns.apply(configMap('app', { greeting: 'broken' }), secret('app', { password: 'new-password' }));
  await deploy(version(2));
}

scenario('the documented Role is enough for all that is done', async (ns) => {
  const kubeconfig = await ns.accountWith(rules);
  await badDeploy(ns, kubeconfig);

  const said = await ns.rollBack({ ...inputs, kubeconfig, health: 'exec: true' });

  expect(said.errors).toEqual([]);
  expect(said).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
  expect(await ns.get('configmap/app')).toMatchObject({ data: { greeting: 'hello' } });
});

scenario('F10: the commands of the page write a kubeconfig that is enough', async (ns) => {
  const [, section = ''] = page.split('## A kubeconfig for the runner');
  const scripts = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].slice(0, 2).map(([, script]) => script);
  const folder = mkdtempSync(join(tmpdir(), 'permissions-'));
  const metadata = { name: 'rollback' };
  const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata, rules };
  writeFileSync(join(folder, 'role.yml'), JSON.stringify(role));
  if (process.env.KUBECTL) symlinkSync(process.env.KUBECTL, join(folder, 'kubectl'));
  const stored = join(folder, 'stored');
  writeFileSync(join(folder, 'gh'), `#!/bin/sh\ncat > '${stored}'\n`, { mode: 0o755 });
  const script = scripts.join('\n').replace(/\bshop\b/g, ns.name);
  await promisify(execFile)('bash', ['-euc', script], {
    cwd: folder,
    env: { ...process.env, KUBECONFIG: cluster.kubeconfig, PATH: `${folder}:${process.env.PATH}` },
  });
  const kubeconfig = readFileSync(stored, 'utf8');
  await badDeploy(ns, kubeconfig);
  expect((await ns.rollBack({ ...inputs, kubeconfig, health: 'exec: true' })).outputs.result).toBe('done');
});

scenario(
  'without any one of its rules nothing is changed, and the log has the rule to add',
  async (ns) => {
    await badDeploy(ns, await ns.accountWith(rules));
    const accounts = await Promise.all(
      needed.map(async (rule, index) => {
        const others = rules.filter((other) => other !== rule);
        return { rule, kubeconfig: await ns.accountWith(others, `without-${index}`) };
      }),
    );
    const before = await objectsOf(ns);

    const told: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const { rule, kubeconfig } of accounts) {
      const name = `${rule.verbs.join('/')} ${rule.resources[0]}`;
      const { exitCode, errors, log } = await ns.rollBack({ ...inputs, kubeconfig });
      told[name] = { exitCode, error: errors[0], log };
      expected[name] = { exitCode: 1, error: sentenceFor(rule), log: expect.stringMatching(asRule(rule)) };
    }

    expect(told).toEqual(expected);
    expect(await objectsOf(ns)).toEqual(before);
  },
  180,
);

scenario("without pods/log a container's last words are left out, and the failure is told", async (ns) => {
  const kubeconfig = await ns.accountWith(needed);
  await ns.apply(deployment('web', crashLoop));
  await ns.until('it has its first revision', async () => (await ns.list('replicasets')).length === 1);
  await ns.deploy(deployment('web', version(2)));

  const said = await ns.rollBack({ workloads: 'web', to: 'revision=1', kubeconfig });

  expect(said.exitCode).toBe(1);
  expect(said.errors[0]).toMatch(/cannot start: pod web-\S+ is in CrashLoopBackOff/);
  expect(said.log).not.toContain(lastWords);
});

scenario('an account without any rights is told all rules at once', async (ns) => {
  const kubeconfig = await ns.accountWith([]);
  await ns.deploy(deployment('web', version(1)), deployment('web', version(2)));

  const said = await ns.rollBack({ workloads: 'web', to: 'previous', kubeconfig });

  expect(said.exitCode).toBe(1);
  for (const resource of ['deployments', 'replicasets', 'pods', 'events', 'leases'])
    expect(said.log).toMatch(new RegExp(`^  - .*resources: \\["${resource}"\\]`, 'm'));
});
