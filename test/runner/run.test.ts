import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { replicaSet, workload } from '../service/fixtures.ts';
import { runAction, type StepOptions, type StepResult, startAction } from '../support/action.ts';
import {
  closedPort,
  type Got,
  hang,
  json,
  kubeconfigFor,
  type Reply,
  refuse,
  ScriptedServer,
} from '../systems/scripted-server.ts';

const TOKEN = 'token-that-nobody-may-see';
const many = (reply: Reply) => Array<Reply>(200).fill(reply);

let server: ScriptedServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Runs rollback-service in a folder of its own, against this server where there is one. */
async function roll(
  inputs: StepOptions['with'],
  options: { config?: string; server?: ScriptedServer } & Partial<StepOptions> = {},
): Promise<StepResult> {
  const temp = mkdtempSync(join(tmpdir(), 'run-'));
  if (options.config !== undefined) {
    const path = join(temp, '.github/rollback.yml');
    mkdirSync(dirname(path));
    writeFileSync(path, options.config);
  }
  const kubeconfig = options.server && kubeconfigFor(options.server.url, TOKEN);
  return runAction('rollback-service', {
    ...options,
    temp,
    with: { ...(kubeconfig && { kubeconfig }), ...inputs },
  });
}

/** A step that failed says so once, in one sentence, everywhere where it has to. */
function failed(step: StepResult): string {
  expect(step.exitCode).toBe(1);
  expect(step.outputs).toMatchObject({ result: 'failed', seconds: expect.stringMatching(/^\d+\.\d$/) });
  expect(step.errors).toHaveLength(1);
  const [sentence = ''] = step.errors;
  expect(sentence).toMatch(/^[A-Z"/].*[.:]$|^\//s);
  expect(sentence).not.toContain('\n');
  expect(step.log).not.toMatch(/\n\s+at .*\.js:\d+/);
  return sentence;
}

const items = (kind: string, objects: object[]) => ({
  apiVersion: kind === 'PodList' ? 'v1' : 'apps/v1',
  kind,
  metadata: { resourceVersion: '9' },
  items: objects,
});

/** An API server with one Deployment of two revisions, where everything is allowed. */
const cluster: Reply = (response, request) => {
  const owner = workload('Deployment', { status: { observedGeneration: 1 }, metadata: { generation: 1 } });
  const reference = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: 'web',
    uid: 'uid-web',
    controller: true,
  };
  const owned = [replicaSet(2, 'web:2'), replicaSet(1, 'web:1')].map((set) => ({
    ...set,
    metadata: { ...set.metadata, ownerReferences: [reference] },
  }));
  const answers: [RegExp, object][] = [
    [/selfsubjectaccessreviews$/, { status: { allowed: true } }],
    [/\/deployments$/, items('DeploymentList', [owner])],
    [/\/replicasets$/, items('ReplicaSetList', owned)],
  ];
  const found = answers.find(([path]) => path.test(request.path))?.[1] ?? items('PodList', []);
  if (request.path.includes('/leases/')) return refuse(404, 'NotFound')(response, request);
  return request.query.watch ? hang(response, request) : json(found)(response, request);
};

const harmless = ({ method, path }: Got) => method === 'GET' || path.endsWith('/selfsubjectaccessreviews');

describe('a dry run', () => {
  test('says what would be done, in the log, the outputs and the summary, and changes nothing', async () => {
    server = await ScriptedServer.start(...many(cluster));
    const step = await roll({ workloads: 'web', 'dry-run': 'true' }, { server });
    expect(step.errors).toEqual([]);
    expect(step).toMatchObject({
      exitCode: 0,
      outputs: { result: 'planned', failed: '0', seconds: expect.stringMatching(/^\d+\.\d$/) },
    });
    expect(JSON.parse(step.outputs.workloads ?? '')).toMatchObject([
      { kind: 'Deployment', name: 'web', from: { revision: 2 }, to: { revision: 1 }, does: 'roll-back' },
    ]);
    expect(step.log).toContain('deployment/web: revision 2 → revision 1');
    expect(step.summary).toContain('| roll-back | <code>deployment/web</code> |');
    expect(step.state).toEqual({ phase: 'post' });
    expect(server.requests.filter((request) => !harmless(request))).toEqual([]);
  });

  test('needs no reason, and a run that changes something does, before anything is asked', async () => {
    server = await ScriptedServer.start(...many(cluster));
    const step = await roll({ workloads: 'web' }, { server });
    expect(failed(step)).toBe(
      'Input `reason` is required: say in a few words why, for the record and for those who ask later.',
    );
    expect(server.requests).toEqual([]);
    expect(step.record).toEqual([]);
  });

  test('sends credentials, masks them and tells them nowhere else', async () => {
    server = await ScriptedServer.start(...many(cluster));
    const step = await roll({ workloads: 'web', 'dry-run': 'true' }, { server });
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(step.log).toContain(`::add-mask::${TOKEN}\n`);
    const { log, ...rest } = step;
    expect(JSON.stringify(rest)).not.toContain(TOKEN);
    expect(log.replace(`::add-mask::${TOKEN}\n`, '')).not.toContain(TOKEN);
  });
});

test('a secret that the server repeats is taken out of the error and the summary', async () => {
  const reply = json({ kind: 'Status', message: `no access for ${TOKEN}`, code: 403 }, 403);
  server = await ScriptedServer.start(...many(reply));
  const step = await roll({ workloads: 'web', 'dry-run': 'true' }, { server });
  expect(step.exitCode).toBe(1);
  expect(step.errors.join()).toContain('no access for ***');
  expect(step.summary).not.toContain(TOKEN);
  expect(step.log.replace(`::add-mask::${TOKEN}\n`, '')).not.toContain(TOKEN);
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
      'Input `rollback-id` is "-"; accepted are up to 63 letters, digits, dots, dashes and underscores; input `max-parallel` is "x"; accepted are whole numbers of at least 1; input `gitops` is "y"; accepted are refuse, ignore.',
    ],
    [
      'a target',
      { to: 'yesterday' },
      'Input `to` is "yesterday"; accepted are last-good, previous, revision=<number>, version=<image tag>, annotation=<key> and image=<container>=<image>.',
    ],
    [
      'a workload',
      { workloads: 'pod/web' },
      '"pod/web" is no workload; accepted are deployment/<name>, statefulset/<name>, daemonset/<name> and a bare <name> for a Deployment.',
    ],
    [
      'no workload',
      { workloads: '' },
      'Say what to roll back: `workloads` (names, or `all`), `selector` or `order`.',
    ],
    ['a health check', { health: 'localhost' }, 'Input `health` has the line "localhost"; accepted are'],
    [
      'a namespace',
      { namespace: '../kube-system' },
      'Input `namespace` is "../kube-system", which is no name of a namespace.',
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

describe('the summary of a failure', () => {
  test.each([
    ['<img src=x>', '&#60;img src=x&#62;'],
    ['@octocat', '&#64;octocat'],
    ['a\n## Fake', 'a ## Fake'],
  ])('is text: %j', async (hostile, shown) => {
    const reply = json({ kind: 'Status', message: `sorry ${hostile}`, code: 403 }, 403);
    server = await ScriptedServer.start(...many(reply));
    const { summary } = await roll({ workloads: 'web', 'dry-run': 'true' }, { server });
    expect(summary.split('\n')[0]).toContain(`sorry ${shown}`);
    expect(summary).toMatch(/^## ❌ /);
    expect(summary.match(/^#/gm)).toHaveLength(1);
  });
});

describe('a wrong kubeconfig', () => {
  test.each([
    ['path', { kubeconfig: '/no/such/config' }, 'There is no kubeconfig at /no/such/config.'],
    [
      'content',
      { kubeconfig: 'a: [\nb: c' },
      'The kubeconfig can not be read; it must be a path or the content of a kubeconfig file.',
    ],
    [
      'content that is something else',
      { kubeconfig: 'a: b\nc: d' },
      'The kubeconfig has no current context with a cluster; name one with the input `context`.',
    ],
    [
      'none',
      {},
      'There is no cluster to talk to: give the input `kubeconfig`, or set KUBECONFIG in a step before this one.',
    ],
  ])('%s', async (_, inputs, sentence) => {
    expect(failed(await roll({ workloads: 'web', reason: 'test', ...inputs }))).toBe(sentence);
  });

  test('of KUBECONFIG is told', async () => {
    const step = await roll({ workloads: 'web', reason: 'test' }, { env: { KUBECONFIG: '/no/such/config' } });
    failed(step);
    expect(step.log).toContain('/no/such/config');
  });
});

/** What takes seconds, all of it at once: servers that are asked in vain, and ends before the end. */
describe('what takes its time', () => {
  const own = (name: string) => readFileSync(join(import.meta.dirname, '../support/kubernetes', name));
  const base = { workloads: 'web', reason: 'test' };
  let nothing: string;
  let plain: ScriptedServer;
  let secured: string;
  let silent: ScriptedServer;
  const steps: Record<string, StepResult> = {};

  async function start(name: string, step: Promise<StepResult>): Promise<void> {
    steps[name] = await step;
  }

  async function cancelled(signal: NodeJS.Signals): Promise<StepResult> {
    const hanging = await ScriptedServer.start();
    const step = startAction('rollback-service', {
      with: { ...base, kubeconfig: kubeconfigFor(hanging.url, TOKEN) },
    });
    await hanging.got(1);
    step.process.kill(signal);
    return step.result.finally(() => hanging.close());
  }

  beforeAll(async () => {
    nothing = await closedPort();
    plain = await ScriptedServer.start(...many(cluster));
    silent = await ScriptedServer.start();
    const tls = createServer({ key: own('localhost.key'), cert: own('localhost.crt') }, (_, response) =>
      response.end('{}'),
    );
    await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
    secured = `https://127.0.0.1:${(tls.address() as AddressInfo).port}`;
    const at = (url: string) => kubeconfigFor(url, TOKEN);
    const trusting = (url: string) => at(url).replace(', insecure-skip-tls-verify: true', '');
    const post = { phase: 'post', cleanup: 'needed' };
    await Promise.all([
      start('nothing', roll({ ...base, kubeconfig: at(nothing) })),
      start('unknown', roll({ ...base, kubeconfig: at('https://no-such-host.invalid') })),
      start('distrusted', roll({ ...base, kubeconfig: trusting(secured) })),
      start('plain', roll({ ...base, kubeconfig: at(plain.url.replace('http:', 'https:')) })),
      start('deadline', roll({ ...base, timeout: '1s' }, { server: silent })),
      start('SIGINT', cancelled('SIGINT')),
      start('SIGTERM', cancelled('SIGTERM')),
      start('post', roll({ ...base, kubeconfig: at(nothing) }, { state: post })),
    ]);
    tls.close();
    await Promise.all([plain.close(), silent.close()]);
  }, 60_000);

  const step = (name: string) => steps[name] as StepResult;
  const unreachable = (url: string, why: string) =>
    `The Kubernetes API server ${url} can not be reached: ${why}; check the server in the kubeconfig and the network of the runner.`;

  test('a server that is not there is one sentence', () => {
    expect(failed(step('nothing'))).toBe(unreachable(nothing, 'nothing listens there'));
  });

  test('a server whose name does not resolve is one sentence', () => {
    expect(failed(step('unknown'))).toContain(
      'The Kubernetes API server https://no-such-host.invalid can not be reached: ',
    );
  });

  test('a server that the kubeconfig does not trust is one sentence', () => {
    expect(failed(step('distrusted'))).toBe(
      unreachable(secured, 'its certificate is not signed by the CA in the kubeconfig'),
    );
  });

  test('a server that speaks plain HTTP is one sentence', () => {
    expect(failed(step('plain'))).toContain(' can not be reached: ');
  });

  test('the deadline ends it', () => {
    expect(failed(step('deadline'))).toBe('The deadline of 1 s (input `timeout`) has passed.');
  });

  test.each(['SIGINT', 'SIGTERM'])('%s ends it', (signal) => {
    expect(failed(step(signal))).toBe(`The run was cancelled (${signal}).`);
  });

  test('the post phase warns where it can not give the lock back, and does not fail the job', () => {
    expect(step('post')).toMatchObject({ exitCode: 0, errors: [] });
    expect(step('post').warnings).toHaveLength(1);
    expect(step('post').warnings[0]).toMatch(/^The lock could not be given back and expires by itself: /);
  });
});

describe('a server', () => {
  test('that does not know the credentials is one sentence that says what to do', async () => {
    server = await ScriptedServer.start(
      ...many(json({ kind: 'Status', message: 'Unauthorized', reason: 'Unauthorized', code: 401 }, 401)),
    );
    const step = await roll({ workloads: 'web', reason: 'test', 'dry-run': 'true' }, { server });
    expect(step.errors.join()).toMatch(/kubeconfig|credentials|token/);
    failed(step);
  });

  test('that is none of Kubernetes is one sentence that names it', async () => {
    server = await ScriptedServer.start(
      ...many((response) => void response.writeHead(200).end('<html>Welcome</html>')),
    );
    const step = await roll({ workloads: 'web', reason: 'test', 'dry-run': 'true' }, { server });
    expect(step.errors.join()).toContain(server.url);
    failed(step);
  });
});

describe('the post phase', () => {
  const inputs = { workloads: 'web', reason: 'test', 'rollback-id': '7-1' };

  test('does nothing where the main phase left nothing', async () => {
    server = await ScriptedServer.start();
    const step = await roll(inputs, { server, state: { phase: 'post' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: {}, state: {}, errors: [], summary: '' });
    expect(server.requests).toEqual([]);
  });

  test('is quiet after inputs that were wrong', async () => {
    const step = await roll({ timeout: 'soon' }, { state: { phase: 'post' } });
    expect(step).toMatchObject({ exitCode: 0, errors: [] });
  });

  test('gives back a lock that was left, and no other', async () => {
    const lease = (holderIdentity: string) =>
      json({
        metadata: { name: 'rollback-shop', namespace: 'shop', uid: 'u', resourceVersion: '7' },
        spec: { holderIdentity },
      });
    server = await ScriptedServer.start(lease('7-1'), json({}));
    const state = { phase: 'post', cleanup: 'needed' };
    expect((await roll(inputs, { server, state })).exitCode).toBe(0);
    expect(server.told).toEqual([
      'GET /apis/coordination.k8s.io/v1/namespaces/shop/leases/rollback-shop',
      'DELETE /apis/coordination.k8s.io/v1/namespaces/shop/leases/rollback-shop',
    ]);
    server.script(lease('8-1'));
    expect((await roll(inputs, { server, state })).exitCode).toBe(0);
    expect(server.requests).toHaveLength(3);
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
      'environments.prod.rollback-service has the unknown key "too"; known are component, config, context, ',
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

describe('a record', () => {
  const github = {
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: 'shop/shop',
    GITHUB_ACTOR: 'octocat',
    GITHUB_SHA: 'c0ffee',
  };
  const ofAction = ({ record }: StepResult) => record.filter((event) => event.step === 'action');

  test('has who began the action, where and why, and how it ended with which outputs', async () => {
    server = await ScriptedServer.start(...many(cluster));
    const inputs = { workloads: 'web', 'dry-run': 'true', reason: 'a drill', environment: 'production' };
    const step = await roll(inputs, { server, run: '7', env: github });
    const event = { id: '7-1', at: expect.any(String), component: 'rollback-service', step: 'action' };
    expect(ofAction(step)).toEqual([
      {
        ...event,
        status: 'started',
        evidence: {
          environment: 'production',
          reason: 'a drill',
          'dry-run': true,
          run: 'https://github.example/shop/shop/actions/runs/7/attempts/1',
          actor: 'octocat',
          repository: 'shop/shop',
          sha: 'c0ffee',
        },
      },
      {
        ...event,
        status: 'planned',
        seconds: expect.any(Number),
        message: 'Planned: 1 of 1 workloads would be rolled back; nothing was changed.',
        evidence: { result: 'planned', outputs: { workloads: [expect.anything()], failed: 0 } },
      },
    ]);
    expect(step.record[0]).toEqual(ofAction(step)[0]);
    expect(step.record.at(-1)).toEqual(ofAction(step)[1]);
  });

  test('has the sentence of a failure, and of what is not known nothing', async () => {
    const step = await roll({ workloads: 'web', reason: 'test' });
    const [begun, ended] = ofAction(step);
    expect(begun?.evidence).toEqual({ reason: 'test', 'dry-run': false });
    expect(ended).toMatchObject({ status: 'failed', seconds: expect.any(Number), message: step.errors[0] });
  });

  test('that can not be written is one sentence', async () => {
    server = await ScriptedServer.start(...many(cluster));
    const step = await roll(
      { workloads: 'web', 'dry-run': 'true', record: '/dev/null/record.jsonl' },
      { server },
    );
    expect(failed(step)).toContain('/dev/null');
  });
});
