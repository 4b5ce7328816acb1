import { afterEach, describe, expect, test } from '@jest/globals';
import type { StepResult } from '../support/action.ts';
import { cluster, failed, harmless, many, roll, TOKEN } from '../support/rolling.ts';
import { json, ScriptedServer } from '../systems/scripted-server.ts';

let server: ScriptedServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

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

  test('that cannot be written is one sentence', async () => {
    server = await ScriptedServer.start(...many(cluster));
    const step = await roll(
      { workloads: 'web', 'dry-run': 'true', record: '/dev/null/record.jsonl' },
      { server },
    );
    expect(failed(step)).toContain('/dev/null');
  });
});
