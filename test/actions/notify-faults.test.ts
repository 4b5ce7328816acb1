import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runAction, type StepOptions, type StepResult } from '../support/action.ts';
import { startPagerDuty } from '../support/sinks/pagerduty.ts';
import { answer, cutOff, hang, SinkServer } from '../support/sinks/server.ts';
import { SLACK_TOKEN, startSlack } from '../support/sinks/slack.ts';
import { SMTP_PASSWORD, startSmtp } from '../support/sinks/smtp.ts';
import { closedPort } from '../systems/scripted-server.ts';

const certificatePath = (kind: string) =>
  join(import.meta.dirname, `../support/kubernetes/localhost.${kind}`);
const certificate = (kind: string) => readFileSync(certificatePath(kind));

let slack: Awaited<ReturnType<typeof startSlack>>;
let pagerDuty: Awaited<ReturnType<typeof startPagerDuty>>;
let temp: string;
beforeEach(async () => {
  [slack, pagerDuty] = await Promise.all([startSlack(), startPagerDuty()]);
  temp = mkdtempSync(join(tmpdir(), 'notify-'));
});
afterEach(() => Promise.all([slack.close(), pagerDuty.close()]));

const notify = (inputs: StepOptions['with'], options: Partial<StepOptions> = {}) =>
  runAction('notify', { temp, with: { event: 'started', ...inputs }, ...options });

interface Fate {
  sink: string;
  status: string;
  attempts: number;
  milliseconds: number;
  message?: string;
}
const deliveries = ({ outputs }: StepResult) => JSON.parse(outputs.deliveries ?? '') as Fate[];

describe('a sink that does not work fails nothing and hides nothing', () => {
  test('it is in warnings, outputs, record and summary, and the message is there in full', async () => {
    slack.faults.push(answer(200, { ok: false, error: 'channel_not_found' }));
    const step = await notify({
      ...slack.inputs,
      ...pagerDuty.inputs,
      fields: '{"impact": "Nobody can pay"}',
    });
    expect(step.exitCode).toBe(0);
    expect(step.outputs.result).toBe('done');
    const sentence =
      "Slack refused the message (channel_not_found); invite the app to the channel, or give the channel's ID as `slack-channel`.";
    expect(step.warnings).toEqual([`The message "started" did not reach slack: ${sentence}`]);
    expect(deliveries(step)).toMatchObject([
      { sink: 'slack', status: 'failed', attempts: 1, message: sentence },
      { sink: 'pagerduty', status: 'sent', attempts: 1, id: expect.any(String) },
    ]);
    expect(step.record.find(({ step }) => step === 'slack')).toMatchObject({
      component: 'notify',
      status: 'failed',
      message: sentence,
    });
    expect(step.summary).toContain('❌ failed | slack');
    expect(step.summary).toContain('User impact: Nobody can pay');
    expect(step.log).toContain('User impact: Nobody can pay');
  });

  test('R5: a message that was cut off is not sent again, as it may be there, and that is what is told', async () => {
    slack.faults.push(cutOff);
    const step = await notify(slack.inputs);
    const sentence =
      /^Slack \(\S+\) cannot be reached: the connection was cut: it is unknown whether it was accepted, so it was not sent again; look there first\.$/;
    expect(deliveries(step)).toMatchObject([
      { status: 'unknown', attempts: 1, message: expect.stringMatching(sentence) },
    ]);
    expect(slack.requests).toHaveLength(1);
    expect(step.outputs.result).toBe('done');
    expect(step.warnings).toEqual([
      expect.stringMatching(/^The message "started" may not have reached slack: Slack /),
    ]);
  });

  test('what passes is tried again, and the attempts are told', async () => {
    const limited = answer(429, { ok: false, error: 'ratelimited' }, { 'Retry-After': '1' });
    slack.faults.push(limited, answer(503, ''));
    const step = await notify(slack.inputs);
    expect(deliveries(step)).toMatchObject([{ status: 'sent', attempts: 3 }]);
    expect(step.warnings).toEqual([]);
    expect([...slack.messages]).toHaveLength(1);
  });

  test('one that hangs is given up, is not sent to again, and the others are told', async () => {
    slack.faults.push(hang);
    const step = await notify({ ...slack.inputs, ...pagerDuty.inputs });
    expect(step.exitCode).toBe(0);
    expect(deliveries(step)).toMatchObject([
      {
        sink: 'slack',
        status: 'unknown',
        attempts: 1,
        message: expect.stringMatching(
          /gave no answer in 1[45](\.\d)? s: it is unknown whether it was accepted/,
        ),
      },
      { sink: 'pagerduty', status: 'sent' },
    ]);
  });

  test('nothing that listens, and mail without a server', async () => {
    const url = await closedPort();
    const step = await notify({
      'webhook-url': `${url}/x`,
      'smtp-url': url.replace('http', 'smtp'),
      'email-from': 'a@b.example',
      'email-to': 'c@d.example',
    });
    expect(step.exitCode).toBe(0);
    expect(step.outputs.result).toBe('no-op');
    expect(deliveries(step)).toMatchObject([
      { sink: 'email', status: 'failed', attempts: 3, message: expect.stringContaining('ECONNREFUSED') },
      {
        sink: 'webhook',
        status: 'failed',
        attempts: 3,
        message: expect.stringContaining('nothing listens there'),
      },
    ]);
  });

  test('unless it is required', async () => {
    slack.faults.push(answer(200, { ok: false, error: 'not_in_channel' }));
    const step = await notify({ ...slack.inputs, ...pagerDuty.inputs, required: 'slack' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs.result).toBe('failed');
    expect(step.errors).toEqual([
      'The message "started" reached 1 of 2 sinks, and not slack, which `required` names; pass it on by hand: it is in the summary.',
    ]);
    expect(pagerDuty.incidents.size).toBe(1);
  });

  test('one that is required and not there fails too', async () => {
    const step = await notify({ ...slack.inputs, required: 'pagerduty' });
    expect(step.errors).toEqual([expect.stringContaining('reached 1 of 1 sinks, and not pagerduty')]);
  });
});

describe('what the inputs lack', () => {
  test('no sink at all: a warning, and the message in the summary', async () => {
    const step = await notify({ fields: '{"impact": "Nobody can pay"}' });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ result: 'no-op', deliveries: '[]' });
    expect(step.warnings).toEqual([expect.stringMatching(/^No message was sent: no sink is configured/)]);
    expect(step.summary).toContain('User impact: Nobody can pay');
  });

  test.each([
    [{ 'slack-channel': '#x' }, 'Input `slack-channel` is given and `slack-token` is not'],
    [{ 'slack-token': SLACK_TOKEN }, 'Input `slack-token` is given and `slack-channel` is not'],
    [{ 'email-to': 'a@b.example' }, 'Input `email-to` is given and `smtp-url` is not'],
    [{ 'github-comment': '5' }, 'Input `github-comment` is given and `github-token` is not'],
    [{ 'webhook-secret': 'whsec_c2lnbmVk' }, 'Input `webhook-secret` is given and `webhook-url` is not'],
  ])('%j', async (inputs, sentence) => {
    const step = await notify(inputs as unknown as StepOptions['with']);
    expect(step.exitCode).toBe(0);
    expect(step.warnings).toEqual([expect.stringContaining(sentence)]);
    expect(deliveries(step)).toMatchObject([{ status: 'failed', attempts: 0 }]);
  });

  test('fields that are not JSON, a template that is not there, a broken record: a warning each', async () => {
    writeFileSync(join(temp, 'rollback-record.jsonl'), '{}\n');
    const step = await notify({ ...slack.inputs, fields: '{"impact": "say "no""}', template: 'none.md' });
    expect(step.outputs.result).toBe('done');
    expect(step.warnings).toEqual([
      expect.stringContaining('Lines 1 of the rollback record'),
      expect.stringContaining('Input `fields` is not a JSON object'),
      expect.stringContaining('The template none.md cannot be read'),
    ]);
  });

  test.each([
    [
      { event: 'begun' },
      'Input `event` is "begun"; accepted are asked, quick-fix, started, progress, completed, failed, customer.',
    ],
    [{ required: 'carrier-pigeon' }, /^Input `required` is "carrier-pigeon"; accepted are slack, /],
    [
      { 'github-comment': 'HEAD' },
      'Input `github-comment` is "HEAD"; accepted are the number of an issue or pull request, and commit.',
    ],
  ])('%j is a mistake that is told', async (inputs, sentence) => {
    const step = await notify(inputs as unknown as StepOptions['with']);
    expect(step.exitCode).toBe(1);
    expect(step.errors).toEqual([expect.stringMatching(sentence)]);
  });
});

test('mail goes by STARTTLS to a server whose certificate the runner trusts', async () => {
  const smtp = await startSmtp({
    hideSTARTTLS: false,
    allowInsecureAuth: false,
    key: certificate('key'),
    cert: certificate('crt'),
  });
  const step = await notify(smtp.inputs, { env: { NODE_EXTRA_CA_CERTS: certificatePath('crt') } });
  await smtp.close();
  expect(step.warnings).toEqual([]);
  expect(smtp.mails).toHaveLength(1);
});

test('no secret is told to anybody', async () => {
  const echo = await SinkServer.start((response, got) =>
    answer(400, `Cannot ${got.path} ${JSON.stringify(got.headers)}`)(response, got),
  );
  const smtp = await startSmtp();
  const secrets = {
    'slack-token': 'xoxb-secret-of-slack-0001',
    'slack-webhook-url': `${echo.url}/services/T0/B0/secret-of-hook-0002`,
    'pagerduty-routing-key': 'secret-of-pagerduty-0003',
    'teams-webhook-url': `${echo.url}/workflows/1?sig=secret-of-teams-0004`,
    'webhook-url': `${echo.url}/hook/secret-of-webhook-0005`,
    'webhook-secret': 'secret-that-signs-0006',
    'smtp-url': smtp.inputs['smtp-url'].replace('ops:', 'eve:'),
    'github-token': 'ghs_secretOfGitHub000700000000',
  };
  const step = await notify(
    {
      ...secrets,
      'slack-api-url': `${echo.url}/api`,
      'slack-channel': '#x',
      'pagerduty-url': echo.url,
      'email-from': 'a@b.example',
      'email-to': 'c@d.example',
      'github-comment': '5',
      fields: JSON.stringify({
        impact: `they typed ${secrets['webhook-secret']} and AKIAIOSFODNN7EXAMPLE`,
        issue: secrets['slack-webhook-url'],
      }),
    },
    { env: { GITHUB_REPOSITORY: 'shop/shop', GITHUB_API_URL: echo.url } },
  );
  await Promise.all([echo.close(), smtp.close()]);
  expect(deliveries(step).filter(({ status }) => status === 'failed')).toHaveLength(7);
  const log = step.log
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
  const everywhere = [
    log,
    step.summary,
    JSON.stringify(step.outputs),
    JSON.stringify(step.record),
    ...echo.requests.map(({ text }) => text.replaceAll(secrets['pagerduty-routing-key'], '')),
  ];
  const parts = [
    ...Object.values(secrets),
    SMTP_PASSWORD,
    encodeURIComponent(SMTP_PASSWORD),
    'AKIAIOSFODNN7EXAMPLE',
    ...['0002', '0003', '0004', '0005', '0006', '00070'].map(
      (end) =>
        Object.values(secrets)
          .join(' ')
          .match(new RegExp(`[\\w-]+${end}`))?.[0] ?? end,
    ),
  ];
  for (const text of everywhere) for (const secret of parts) expect(text).not.toContain(secret);
});
