import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { action, event, workload } from '../record/events.ts';
import { runAction, type StepOptions } from '../support/action.ts';
import { hardJson, hardLines, hardWord, toldIn } from '../support/marked-secrets.ts';
import { startGitHub } from '../support/sinks/github.ts';
import { startPagerDuty } from '../support/sinks/pagerduty.ts';
import { answer, SinkServer } from '../support/sinks/server.ts';
import { CHANNEL_ID, startSlack } from '../support/sinks/slack.ts';
import { startSmtp } from '../support/sinks/smtp.ts';
import { startTeams } from '../support/sinks/teams.ts';

const FIELDS = { impact: 'Nobody can "pay" <!channel>', 'incident-commander': 'Ada', 'error-rate': 0.45 };

/** Every sink that there is, as real as it gets on one machine. */
async function startAll() {
  const [slack, pagerDuty, teams, gitHub, smtp, webhook] = await Promise.all([
    startSlack(),
    startPagerDuty(),
    startTeams(),
    startGitHub(),
    startSmtp(),
    SinkServer.start(answer(204, '')),
  ]);
  const all = { slack, pagerDuty, teams, gitHub, smtp, webhook };
  const inputs = {
    ...slack.inputs,
    'slack-webhook-url': `${slack.url}/services/T0/B0/part-that-nobody-may-see`,
    ...pagerDuty.inputs,
    ...teams.inputs,
    ...smtp.inputs,
    ...gitHub.inputs,
    'github-comment': '5',
    'github-deployment': '9',
    'webhook-url': `${webhook.url}/hook`,
    'webhook-secret': 'secret-of-the-webhook',
  };
  const close = () => Promise.all(Object.values(all).map((each) => each.close()));
  return { ...all, inputs, close };
}

let sinks: Awaited<ReturnType<typeof startAll>>;
let temp: string;
beforeEach(async () => {
  sinks = await startAll();
  temp = mkdtempSync(join(tmpdir(), 'notify-'));
});
afterEach(() => sinks.close());

/** One step of the run 7, whose jobs share a folder and so a record. */
function notify(event: string, inputs: StepOptions['with'], options: Partial<StepOptions> = {}) {
  return runAction('notify', {
    run: '7',
    temp,
    with: { event, ...inputs },
    ...options,
    env: { ...sinks.gitHub.env, ...options.env },
  });
}

/** Puts on record that the services went back. */
function rollBack(status: 'done' | 'failed' = 'done') {
  const events = [
    ...action('rollback-service', [0, 200], status),
    ...workload('web', [1, 2, 40]),
    ...workload(
      'api',
      [1, 2, 190],
      status === 'failed' ? { status, message: 'pod api-1 is in ImagePullBackOff' } : {},
    ),
    ...(status === 'failed' ? [] : ['web', 'api']).map((name) =>
      event(195, { component: `deployment/${name}`, step: 'health check', status: 'done' }),
    ),
  ];
  writeFileSync(
    join(temp, 'rollback-record.jsonl'),
    `${events.map((each) => JSON.stringify(each)).join('\n')}\n`,
    { flag: 'a' },
  );
}

function expectNothingSent(): void {
  for (const { requests } of [sinks.slack, sinks.pagerDuty, sinks.teams, sinks.gitHub, sinks.webhook])
    expect(requests).toEqual([]);
  expect(sinks.smtp.mails).toEqual([]);
}

const fates = (outputs: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    (JSON.parse(outputs.deliveries ?? '[]') as { sink: string; status: string }[]).map(({ sink, status }) => [
      sink,
      status,
    ]),
  );

describe('a rollback is told from its start to its end', () => {
  test('one that finds nothing to do wakes nobody, and leaves the deployment what it is', async () => {
    const { pagerDuty, gitHub, inputs } = sinks;
    const step = { component: 'deployment/web', step: 'roll back', status: 'no-op' } as const;
    const events = [...action('rollback', [0]), event(2, { ...step, part: 'plan services' })];
    const lines = events.map((each) => JSON.stringify(each)).join('\n');
    writeFileSync(join(temp, 'rollback-record.jsonl'), `${lines}\n`);
    const started = await notify('started', inputs);
    expect(started.outputs.message).toContain('everything is where it would put it');
    expect([...pagerDuty.incidents]).toEqual([]);
    expect(gitHub.statuses).toEqual([]);
    expect(fates(started.outputs)).toMatchObject({ pagerduty: 'sent', 'github-deployment': 'skipped' });
  });

  test('with an estimate from the times of earlier rollbacks', async () => {
    const step = { component: 'deployment/web', step: 'roll back', status: 'planned' } as const;
    const events = [...action('rollback', [0]), event(2, { ...step, part: 'plan services' })];
    writeFileSync(
      join(temp, 'rollback-record.jsonl'),
      `${events.map((each) => JSON.stringify(each)).join('\n')}\n`,
    );
    const history = join(temp, 'history.jsonl');
    const run = { id: '6', at: '2026-11-01T00:00:00Z', environment: 'production', outcome: 'done' };
    writeFileSync(
      history,
      `${JSON.stringify({ ...run, seconds: 50, components: { 'deployment/web': 45 } })}\n`,
    );
    const started = await notify('started', { ...sinks.inputs, history });
    expect(started.outputs.message).toContain(
      'Estimated completion: about 03:00 UTC (the last time it took 45 s)',
    );
  });

  test('to every sink, each with one thing that changes', async () => {
    const { slack, pagerDuty, teams, gitHub, smtp, webhook, inputs } = sinks;
    const fields = JSON.stringify(FIELDS);
    const started = await notify('started', { ...inputs, fields, reason: 'release 2.0.0 does not start' });
    expect(started.errors).toEqual([]);
    expect(started.warnings).toEqual([]);
    expect(started.exitCode).toBe(0);
    expect(new Set(Object.values(fates(started.outputs)))).toEqual(new Set(['sent']));
    expect(Object.keys(fates(started.outputs))).toHaveLength(8);
    expect(started.outputs).toMatchObject({
      result: 'done',
      'slack-channel-id': CHANNEL_ID,
      'incident-key': '7',
      message: expect.stringContaining('- Error rate: 45%'),
    });
    expect(pagerDuty.incidents.get('7')).toBe('trigger');
    expect(gitHub.statuses).toMatchObject([{ state: 'in_progress' }]);

    rollBack();
    await notify('progress', { ...inputs, fields });
    expect(pagerDuty.incidents.get('7')).toBe('acknowledge');
    const completed = await notify('completed', inputs);
    expect(new Set(Object.values(fates(completed.outputs)))).toEqual(new Set(['sent']));

    const bot = [...slack.messages].filter(([ts]) => !ts.startsWith('webhook'));
    expect(bot.map(([ts, { thread, broadcast }]) => [ts, thread, broadcast])).toEqual([
      [started.outputs['slack-ts'], undefined, false],
      // The promised update, and the end, which is for the whole channel.
      [expect.any(String), started.outputs['slack-ts'], false],
      [expect.any(String), started.outputs['slack-ts'], true],
    ]);
    expect(completed.outputs['slack-ts']).toBe(started.outputs['slack-ts']);
    expect(JSON.stringify(bot[0]?.[1].content)).toContain('Restored: 2 of 2, to version 1.4.0');
    expect(JSON.stringify(bot[2]?.[1].content)).toContain('deployment/api ✓ complete');
    expect(JSON.stringify([...slack.messages.values()])).not.toContain('<!channel>');

    expect(pagerDuty.incidents).toEqual(new Map([['7', 'resolve']]));
    expect(pagerDuty.changes).toHaveLength(2);
    expect([...gitHub.comments]).toEqual([['1', expect.stringContaining('rollback complete')]]);
    expect(gitHub.statuses.map(({ state }) => state)).toEqual(['in_progress', 'in_progress', 'failure']);
    expect(teams.cards).toHaveLength(3);
    expect(smtp.mails.map(({ subject, inReplyTo }) => [subject, inReplyTo])).toEqual([
      [expect.stringContaining('[URGENT]'), undefined],
      [expect.stringContaining('[UPDATE]'), '<rollback.7@shop.example>'],
      [expect.stringContaining('[RESOLVED]'), '<rollback.7@shop.example>'],
    ]);
    expect(smtp.mails[0]).toMatchObject({
      html: expect.stringContaining('Nobody can &#34;pay&#34;'),
      text: expect.stringContaining('Nobody can "pay"'),
    });
    expect(webhook.requests.map(({ body }) => body.type)).toEqual(
      ['started', 'progress', 'completed'].map((each) => `rollback-actions.rollback.${each}.v1`),
    );
    expect(
      completed.record
        .filter(({ component, step }) => component === 'notify' && step === 'slack')
        .map(({ status, evidence }) => [status, (evidence as { event: string }).event]),
    ).toEqual([
      ['done', 'started'],
      ['done', 'progress'],
      ['done', 'completed'],
    ]);
  });

  test('a failure is told with its cause, and the incident stays open', async () => {
    rollBack('failed');
    const { outputs } = await notify('failed', sinks.inputs);
    expect(outputs.message).toContain('- deployment/api: pod api-1 is in ImagePullBackOff');
    expect(sinks.pagerDuty.incidents.get('7')).toBe('trigger');
    expect(sinks.gitHub.statuses).toMatchObject([{ state: 'error' }]);
  });

  test('nobody who can be named has it: PagerDuty goes on calling', async () => {
    const { outputs } = await notify('progress', sinks.pagerDuty.inputs);
    expect(outputs.result).toBe('no-op');
    expect(fates(outputs)).toEqual({ pagerduty: 'skipped' });
    expect(sinks.pagerDuty.requests).toEqual([]);
  });

  describe('R6: another attempt of the run, on a runner without the record of the first', () => {
    const byId = () => ({ ...sinks.slack.inputs, 'slack-channel': CHANNEL_ID });
    const again = (event: string, run = '7') =>
      runAction('notify', {
        run,
        temp: mkdtempSync(join(tmpdir(), 'notify-')),
        with: { event, ...byId() },
        env: { ...sinks.gitHub.env, GITHUB_RUN_ATTEMPT: '2' },
      });
    const shown = () => [...sinks.slack.messages.values()].filter(({ thread }) => !thread);

    test('changes the message of the first', async () => {
      rollBack('failed');
      await notify('failed', byId());
      const step = await again('started');
      expect(step.warnings).toEqual([]);
      expect(shown()).toHaveLength(1);
      expect(JSON.stringify(shown()[0]?.content)).toContain('initiating rollback');
    });

    test('posts its own where the app may not look, and says what it takes', async () => {
      await notify('started', byId());
      sinks.slack.app.scopes = ['chat:write'];
      const step = await again('progress');
      expect(JSON.parse(step.outputs.deliveries ?? '')).toMatchObject([
        { sink: 'slack', status: 'sent', message: expect.stringContaining('`channels:history`') },
      ]);
      expect(shown()).toHaveLength(2);
    });

    test('leaves the message of another run alone', async () => {
      await notify('started', byId());
      await again('started', '8');
      expect(shown()).toHaveLength(2);
    });
  });

  test('a message that was deleted is posted anew', async () => {
    const first = await notify('started', sinks.slack.inputs);
    sinks.slack.messages.clear();
    const second = await notify('progress', sinks.slack.inputs);
    expect(second.outputs.result).toBe('done');
    expect(sinks.slack.requests.map(({ path }) => path)).toEqual([
      'POST /api/chat.postMessage',
      'POST /api/chat.update',
      'POST /api/chat.postMessage',
      // The thread below it.
      'POST /api/chat.postMessage',
    ]);
    expect(first.outputs['slack-channel-id']).toBe(second.outputs['slack-channel-id']);
  });
});

describe('a message for customers', () => {
  test('is a draft in the summary', async () => {
    const fields = '{"affected": "payments"}';
    const { outputs, summary, exitCode, record } = await notify('customer', { ...sinks.inputs, fields });
    expect(exitCode).toBe(0);
    expect(outputs.result).toBe('planned');
    expect(new Set(Object.values(fates(outputs)))).toEqual(new Set(['draft']));
    expect(summary).toContain('Dear customer,');
    expect(summary).toContain('`publish: true` sends it'.replaceAll('`', '&#96;'));
    expect(record.filter(({ step }) => step === 'slack')).toMatchObject([{ status: 'planned' }]);
    expectNothingSent();
  });

  test("is sent with `publish`, beside the team's messages", async () => {
    await notify('started', sinks.slack.inputs);
    rollBack();
    const { outputs } = await notify('customer', {
      ...sinks.inputs,
      publish: 'true',
      fields: '{"affected": "payments"}',
    });
    expect(fates(outputs)).toMatchObject({
      slack: 'sent',
      email: 'sent',
      pagerduty: 'skipped',
      'github-deployment': 'skipped',
    });
    expect([...sinks.slack.messages.values()].filter(({ thread }) => !thread)).toHaveLength(3);
    expect(sinks.smtp.mails).toMatchObject([{ subject: 'Service restoration complete' }]);
    expect(JSON.stringify(sinks.webhook.requests[0]?.body)).not.toMatch(
      /deployment\/|1\.4\.0|production|actions\/runs/,
    );
  });
});

test('a dry run sends nothing and shows the message', async () => {
  const { outputs, summary, log } = await notify('started', { ...sinks.inputs, 'dry-run': 'true' });
  expect(outputs.result).toBe('planned');
  expect(summary).toContain('**Immediate actions**');
  expect(log).toContain('Immediate actions');
  expectNothingSent();
});

test('X1: no sink is sent a secret, whatever it is written in', async () => {
  const secret = hardWord('hook');
  const inJson = hardJson('vars');
  const reason = `see ${secret} and ${hardWord('vars')} and ${hardLines('two')}`;
  writeFileSync(
    join(temp, 'rollback-record.jsonl'),
    `${JSON.stringify({ ...action('rollback-service', [0, 200], 'failed')[1], component: `web ${secret}`, message: reason, evidence: { reason } })}\n`,
  );
  const template = join(temp, 'template.md');
  writeFileSync(template, `Subject: ${secret}\n\n{{ issue }} of ${hardWord('vars')}\n`);
  // What this job was given as secrets: the sinks that are not reached have them in their own inputs.
  const given = { ...sinks.inputs, 'webhook-secret': `${hardLines('two')}\nA=${inJson}\nB=${secret}` };
  for (const more of [{ fields: JSON.stringify({ issue: reason, impact: reason }) }, { template }]) {
    const step = await notify('failed', { ...given, ...more });
    const told = [step.summary, JSON.stringify(step.outputs), JSON.stringify(step.record.slice(1))];
    expect(told.flatMap(toldIn)).toEqual([]);
  }
  const sent = [sinks.slack, sinks.pagerDuty, sinks.teams, sinks.gitHub, sinks.webhook].flatMap(
    ({ requests }) => requests.map(({ text }) => text),
  );
  expect(sent.length).toBeGreaterThan(5);
  expect([...sent, JSON.stringify(sinks.smtp.mails)].flatMap(toldIn)).toEqual([]);
});
