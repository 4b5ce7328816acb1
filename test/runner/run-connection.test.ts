import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type StepResult, startAction } from '../support/action.ts';
import { cluster, failed, many, roll, TOKEN } from '../support/rolling.ts';
import { closedPort, json, kubeconfigFor, ScriptedServer } from '../systems/scripted-server.ts';

let server: ScriptedServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('a wrong kubeconfig', () => {
  test.each([
    [
      'path',
      { kubeconfig: '/no/such/config' },
      'There is no kubeconfig at /no/such/config on this machine; write it there in an earlier step, or give its content, as a secret does.',
    ],
    [
      'content',
      { kubeconfig: 'a: [\nb: c' },
      'The kubeconfig cannot be read; it must be a path or the content of a kubeconfig file.',
    ],
    [
      'content that is something else',
      { kubeconfig: 'a: b\nc: d' },
      'The kubeconfig has no current context with a cluster; name one with the input `context`.',
    ],
    [
      'none',
      {},
      'There is no cluster to talk to: the input `kubeconfig` is empty and KUBECONFIG is not set. A secret that is not stored under its name is empty, and one of an environment also in a called workflow and in a job without that `environment`; store it, or use the action in a job with `environment` (docs/troubleshooting.md).',
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
  });

  const step = (name: string) => steps[name] as StepResult;
  const unreachable = (url: string, why: string) =>
    `The Kubernetes API server ${url} cannot be reached: ${why}; check the server in the kubeconfig and the network of the runner.`;

  test('a server that is not there is one sentence', () => {
    expect(failed(step('nothing'))).toBe(unreachable(nothing, 'nothing listens there'));
  });

  test('a server whose name does not resolve is one sentence', () => {
    expect(failed(step('unknown'))).toContain(
      'The Kubernetes API server https://no-such-host.invalid cannot be reached: ',
    );
  });

  test('a server that the kubeconfig does not trust is one sentence', () => {
    expect(failed(step('distrusted'))).toBe(
      unreachable(secured, 'its certificate is not signed by the CA in the kubeconfig'),
    );
  });

  test('a server that speaks plain HTTP is one sentence', () => {
    expect(failed(step('plain'))).toContain(' cannot be reached: ');
  });

  test('the deadline ends it', () => {
    expect(failed(step('deadline'))).toBe('The deadline of 1 s (input `timeout`) has passed.');
  });

  test.each(['SIGINT', 'SIGTERM'])('%s ends it', (signal) => {
    expect(failed(step(signal))).toBe(`The run was cancelled (${signal}).`);
  });

  test('the post phase warns where it cannot release the lock, and does not fail the job', () => {
    expect(step('post')).toMatchObject({ exitCode: 0, errors: [] });
    expect(step('post').warnings).toHaveLength(1);
    expect(step('post').warnings[0]).toMatch(
      /^The lock could not be released; if this run has it, it expires by itself: /,
    );
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
