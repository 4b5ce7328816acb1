import { afterEach, describe, expect, test } from '@jest/globals';
import { cluster, harmless, many, roll } from '../support/rolling.ts';
import { json, ScriptedServer } from '../systems/scripted-server.ts';

let server: ScriptedServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('wrong inputs', () => {
  const cases: [string, Record<string, string>, string][] = [
    [
      'a choice',
      { 'on-failure': 'panic' },
      'Input `on-failure` is "panic"; accepted are stop, continue, restore.',
    ],
    [
      'a duration',
      { timeout: '90' },
      'Input `timeout` is "90"; accepted are durations such as 90s, 5m or 1h30m.',
    ],
    ['a boolean', { 'dry-run': 'yes' }, 'Input `dry-run` is "yes"; accepted are true and false.'],
    [
      'a number',
      { 'max-parallel': '0' },
      'Input `max-parallel` is 0; accepted are whole numbers of at least 1.',
    ],
    [
      'several',
      { 'max-parallel': 'x', gitops: 'y', 'rollback-id': '-' },
      'Input `rollback-id` is "-"; accepted are up to 63 letters, digits, dots, dashes and underscores; input `max-parallel` is "x"; accepted are whole numbers of at least 1; input `gitops` is "y"; accepted are refuse, ignore, through.',
    ],
    [
      'a target',
      { to: 'yesterday' },
      'Input `to` is "yesterday"; accepted are last-good, previous, revision=<number>, version=<image tag>, annotation=<key> and image=<container>=<image>.',
    ],
    [
      'a workload',
      { workloads: 'pod/web' },
      '"pod/web" cannot be rolled back here: name the Deployment, StatefulSet or DaemonSet that made it.',
    ],
    [
      'no workload',
      { workloads: '' },
      'Say which workloads are meant: `workloads` (names, or `all`) or `selector`.',
    ],
    ['a health check', { health: 'localhost' }, 'Input `health` has the line "localhost"; accepted are'],
    [
      'a namespace',
      { namespace: '../kube-system' },
      'Input `namespace` is "../kube-system", which is not the name of a namespace.',
    ],
    ['a context', { context: 'prod' }, 'The kubeconfig has no context "prod"; it has scripted.'],
  ];

  test.each(cases)('%s: one sentence, and nothing is asked or changed', async (_, inputs, sentence) => {
    server = await ScriptedServer.start(...many(cluster));
    const step = await roll({ workloads: 'web', reason: 'test', ...inputs }, { server });
    expect(step.errors[0]).toContain(sentence);
    expect(step.errors).toHaveLength(1);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toMatchObject({ result: 'failed', seconds: expect.any(String) });
    expect(server.requests).toEqual([]);
    expect(step.record.filter((event) => event.step !== 'action')).toEqual([]);
  });

  // The runner warns of an input that action.yml does not have, and passes it on all the same.
  test('an input that there is not is refused: who writes `dry_run` means `dry-run`', async () => {
    server = await ScriptedServer.start(...many(cluster));
    const step = await roll({ workloads: 'web', reason: 'test', dry_run: 'true', timeout: '2s' }, { server });
    expect(server.requests.filter((request) => !harmless(request))).toEqual([]);
    expect(step.errors.join()).toContain('dry_run');
  });

  test('leave the state of the main phase all the same, so that the post phase does not begin anew', async () => {
    const step = await roll({ timeout: 'soon' });
    expect(step.state).toEqual({ phase: 'post' });
  });
});

describe('the configuration', () => {
  const base = { workloads: 'web', reason: 'test' };
  const prod = (sections: string) => `environments:\n  prod:\n${sections.replace(/^/gm, '    ')}\n`;

  test.each([
    ['a value of the section', prod('rollback-service: {to: yesterday}'), {}, 'Input `to` is "yesterday"'],
    ['a value of defaults', prod('defaults: {timeout: soon, keep: 1}'), {}, 'Input `timeout` is "soon"'],
    [
      'a value of the section before defaults',
      prod('defaults: {to: a}\nrollback-service: {to: b}'),
      {},
      'Input `to` is "b"',
    ],
    ['an input before both', prod('rollback-service: {to: b}'), { to: 'c' }, 'Input `to` is "c"'],
    [
      'a list',
      prod('rollback-service: {health: [localhost]}'),
      {},
      'Input `health` has the line "localhost"',
    ],
    [
      'an unknown key',
      prod('rollback-service: {too: b}'),
      {},
      'environments.prod.rollback-service has the unknown key "too"; known are argocd-kubeconfig, argocd-namespace, component, config, context, ',
    ],
    [
      'YAML that is none',
      'environments:\n  prod: {a: b\n',
      {},
      'must be sufficiently indented and end with a } at line 3, column 1.',
    ],
    [
      'no such environment',
      prod('{}'),
      { environment: 'live' },
      '.github/rollback.yml has no environment "live"; it has prod.',
    ],
    [
      'several environments and none said',
      'environments: {a: {}, b: {}}',
      {},
      '.github/rollback.yml has the environments a, b; say which with the input `environment`.',
    ],
    [
      'another path that is not there',
      prod('{}'),
      { config: 'other.yml' },
      'The configuration other.yml does not exist; check out the repository first, or leave `config` out.',
    ],
  ])('%s', async (_, config, inputs, sentence) => {
    const step = await roll({ ...base, ...inputs }, { config });
    expect(step.exitCode).toBe(1);
    expect(step.errors).toHaveLength(1);
    expect(step.errors[0]).toContain(sentence);
    expect(step.errors[0]).not.toContain('\n');
  });

  test('gives the reason too, and names the lock', async () => {
    const allowed = json({ kind: 'SelfSubjectAccessReview', status: { allowed: true } });
    server = await ScriptedServer.start(...many(allowed));
    await roll({ workloads: 'web' }, { server, config: prod('defaults: {reason: nightly drill}') });
    expect(server.told).toContain('GET /apis/coordination.k8s.io/v1/namespaces/shop/leases/rollback-prod');
  });
});
