/** Who decides, until when, and what is told meanwhile: the root action on the stand-in. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { type RunningStep, type StepOptions, startAction } from '../support/action.ts';
import { recorded } from '../support/record.ts';
import { startSlack } from '../support/sinks/slack.ts';
import { shortenWaits } from '../support/waits.ts';
import { Shop } from './shop.ts';

const QUESTION = 'rollback-production.question';
const MEDIUM = { signals: JSON.stringify({ 'error-rate': 0.2 }) };
const PODS = { interval: '1s', consecutive: '2' };

let slack: Awaited<ReturnType<typeof startSlack>>;
beforeAll(async () => {
  slack = await startSlack();
});
afterAll(() => slack.close());

/** A shop whose release 2 is bad. */
async function badRelease(): Promise<Shop> {
  const shop = await Shop.open();
  await shop.deploy('web', 'registry.test/web:1');
  await shop.markGood();
  await shop.deploy('web', 'registry.test/web:2-crash-loop');
  slack.messages.clear();
  return shop;
}

function start(
  shop: Shop,
  assess: object,
  given: Record<string, string> = {},
  {
    notify = {},
    sections = {},
    ...options
  }: Omit<StepOptions, 'with'> & { notify?: object | null; sections?: object } = {},
): RunningStep {
  const config = join(shop.temp, 'rollback.yml');
  const environment = {
    defaults: { namespace: 'shop', kubeconfig: shop.api.kubeconfig },
    components: { shop: { kind: 'service', workloads: ['web'] } },
    assess,
    ...sections,
    ...(notify && {
      notify: {
        'slack-channel': '#incidents',
        'slack-api-url': slack.api,
        'slack-token': { env: 'SLACK' },
        ...notify,
      },
    }),
  };
  writeFileSync(config, stringify({ environments: { production: environment } }));
  return startAction('rollback', {
    temp: shop.temp,
    ...options,
    with: { config, reason: 'release 2 is bad', ...given },
    env: { SLACK: slack.inputs['slack-token'], ...options.env },
  });
}

const run = (...words: Parameters<typeof start>) => start(...words).result;

/** What stands in the channel, first lines, replies of threads left out. */
const channel = () =>
  [...slack.messages.values()]
    .filter(({ thread }) => thread === undefined)
    .map(({ content }) => content.text as string);
const replies = () =>
  [...slack.messages.values()]
    .filter(({ thread }) => thread !== undefined)
    .map(({ content }) => content.text as string);

describe('a decision that is a person’s', () => {
  test('is asked for: green, told with evidence, until when and how, and nothing is changed', async () => {
    await using shop = await badRelease();
    const step = await run(shop, MEDIUM, { decide: 'assess' }, { run: '41' });
    expect(step).toMatchObject({
      exitCode: 0,
      errors: [],
      outputs: { result: 'asked', decision: 'evaluate' },
    });
    expect(step.outputs['decide-by']).toMatch(/^\d{4}-.*Z$/);
    expect(step.log).toMatch(
      /A person has to decide by \S+ whether production is rolled back: .*start it again with `decide: caller`/,
    );
    expect(step.summary).toMatch(/^## 🟠 production: roll back or not\?/);
    expect(channel()).toEqual([
      expect.stringMatching(/^🟠 \[DECIDE\] production: roll back or not\? Decide by /),
    ]);
    expect(JSON.stringify([...slack.messages.values()][0]?.content)).toContain('decide: caller');
    expect(await shop.image('web')).toBe('registry.test/web:2-crash-loop');
    expect(await shop.note(QUESTION)).toMatchObject({ id: '41-1', until: step.outputs['decide-by'] });
    expect(step.record.filter(({ component }) => component === 'decision')).toMatchObject([{ step: 'ask' }]);
  });

  test('is asked for once, however often it is judged', async () => {
    await using shop = await badRelease();
    await run(shop, MEDIUM, { decide: 'assess' }, { run: '41' });
    const again = await run(shop, MEDIUM, { decide: 'assess' }, { run: '42' });
    expect(again.outputs.result).toBe('asked');
    expect(again.log).toContain('It was asked already, by rollback 41-1.');
    expect(channel()).toHaveLength(1);
  });

  test('that nobody is told of says so', async () => {
    await using shop = await badRelease();
    const step = await run(shop, MEDIUM, { decide: 'assess' }, { notify: null });
    expect(step.warnings).toEqual([
      expect.stringMatching(/^The question stands in this summary alone: no channel is configured/),
    ]);
    expect(step.outputs.result).toBe('asked');
  });

  test('is answered by starting it again, once: who decided is on record, and a second answer changes nothing', async () => {
    await using shop = await badRelease();
    await run(shop, MEDIUM, { decide: 'assess' }, { run: '41' });
    const answer = await run(shop, MEDIUM, {}, { run: '42', env: { GITHUB_ACTOR: 'ada' } });
    expect(answer).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
    expect(await shop.image('web')).toBe('registry.test/web:1');
    expect(
      answer.record.filter(({ component, step }) => component === 'decision' && step === 'answer'),
    ).toMatchObject([
      {
        status: 'done',
        message: expect.stringMatching(/^ada decided to roll back, which was asked at /),
        evidence: { by: 'ada' },
      },
    ]);
    expect(await shop.note(QUESTION)).toMatchObject({ answer: { by: 'ada', id: '42-1', isDone: true } });

    // Another attempt of the answer itself goes on.
    const env = { GITHUB_ACTOR: 'ada', GITHUB_RUN_ATTEMPT: '2' };
    expect((await run(shop, MEDIUM, {}, { run: '42', env })).exitCode).toBe(0);

    shop.api.requests.length = 0;
    const second = await run(shop, MEDIUM, {}, { run: '43', env: { GITHUB_ACTOR: 'bob' } });
    expect(second.exitCode).toBe(1);
    expect(second.errors).toEqual([
      expect.stringMatching(
        /^ada has decided already: production was rolled back by rollback 42-2, which ended at .*say `accept: again`\.$/,
      ),
    ]);
    expect(
      shop.api.requests.filter(({ method, path }) => method === 'PATCH' && path.includes('/deployments/')),
    ).toEqual([]);
    // It can be meant: a new release may be bad too.
    expect((await run(shop, MEDIUM, { accept: 'again' }, { run: '44' })).exitCode).toBe(0);
  });

  test('of a stranger starts nothing', async () => {
    await using shop = await badRelease();
    await run(shop, MEDIUM, { decide: 'assess' }, { run: '41' });
    const comment = await run(shop, MEDIUM, {}, { run: '42', env: { GITHUB_EVENT_NAME: 'issue_comment' } });
    expect(comment.errors).toEqual([
      expect.stringMatching(/^This run was started by the event issue_comment/),
    ]);
    expect(await shop.image('web')).toBe('registry.test/web:2-crash-loop');
    expect(await shop.note(QUESTION)).not.toHaveProperty('answer');
  });

  test('is reminded of once, and said to be over once; silence changes nothing', async () => {
    await using shop = await badRelease();
    await run(shop, MEDIUM, { decide: 'assess' }, { run: '41' });
    const look = (number: string) => run(shop, MEDIUM, { action: 'remind', reason: '' }, { run: number });
    // It was asked an hour ago, and so many seconds are left.
    const left = (seconds: number) =>
      shop.changeNote(QUESTION, {
        asked: new Date(Date.now() - 3_600_000).toISOString(),
        until: new Date(Date.now() + seconds * 1000).toISOString(),
      });
    slack.messages.clear();

    expect((await look('42')).outputs.result).toBe('no-op');
    await left(120);
    expect((await look('43')).outputs.result).toBe('done');
    expect((await look('44')).outputs.result).toBe('no-op');
    expect(channel()).toEqual([expect.stringMatching(/^🟠 \[REMINDER\] production: /)]);

    slack.messages.clear();
    await left(-1);
    const over = await look('45');
    expect(over.log).toMatch(
      /The time to decide about production ended at \S+ without a decision, and nothing was changed/,
    );
    expect((await look('46')).outputs.result).toBe('no-op');
    expect(channel()).toEqual([expect.stringMatching(/^⚪ \[NOT DECIDED\] production: /)]);
    expect(await shop.image('web')).toBe('registry.test/web:2-crash-loop');
    expect(await shop.leases()).toEqual([]);
  });

  test('is settled where who judges again finds all well', async () => {
    await using shop = await badRelease();
    await run(shop, MEDIUM, { decide: 'assess' }, { run: '41' });
    slack.messages.clear();
    const well = { signals: JSON.stringify({ 'error-rate': 0.001 }) };
    const step = await run(shop, well, { decide: 'assess' }, { run: '42' });
    expect(step.outputs.result).toBe('no-op');
    expect(channel()).toEqual([expect.stringMatching(/^✅ \[SETTLED\] production: /)]);
    expect(await shop.leases()).toEqual([]);
  });
});

describe('a quick fix', () => {
  test('is told and waited for; what has not recovered at its end is rolled back in the same run', async () => {
    await using shop = await badRelease();
    const step = await run(shop, PODS, { decide: 'assess', 'quick-fix': '4s' });
    expect(step).toMatchObject({
      exitCode: 0,
      errors: [],
      outputs: { result: 'done', decision: 'rollback' },
    });
    expect(await shop.image('web')).toBe('registry.test/web:1');
    expect(step.record.filter(({ step: name }) => name === 'quick fix').map(({ status }) => status)).toEqual([
      'started',
      'failed',
    ]);
    // One message for the whole: the quick fix first, which the rollback's start and end then replace.
    expect(
      step.record
        .filter(({ component, step: sink }) => component === 'notify' && sink === 'slack')
        .map(({ evidence }) => (evidence as { event: string }).event)
        .filter((event) => event !== 'progress'),
    ).toEqual(['quick-fix', 'started', 'completed']);
    expect(channel()).toEqual([expect.stringMatching(/^✅ \[RESOLVED\]/)]);
  });

  test('that helps ends it early: nothing is rolled back, and everybody is told', async () => {
    await using shop = await badRelease();
    const running = start(shop, PODS, { decide: 'assess', 'quick-fix': '90s' });
    await recorded(shop.temp, (events) => events.some(({ step }) => step === 'quick fix'));
    await shop.deploy('web', 'registry.test/web:3');
    const step = await running.result;
    expect(step).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'no-op' } });
    expect(await shop.image('web')).toBe('registry.test/web:3');
    expect(channel()).toEqual([
      expect.stringMatching(/^✅ \[RECOVERED\] production: a quick fix has helped/),
    ]);
    expect(await shop.leases()).toEqual([]);
  });

  test('is nobody’s business where the caller has decided', async () => {
    await using shop = await badRelease();
    const step = await run(shop, { ...PODS, 'quick-fix': '1h' }, {});
    expect(step.outputs.result).toBe('done');
    expect(step.record.filter(({ step: name }) => name === 'quick fix')).toEqual([]);
  });
});

describe('the look afterwards', () => {
  test('K12: ends the chain, and "resolved" rests on it; nobody names workloads or the time of the deploy', async () => {
    await using shop = await badRelease();
    const step = await run(shop, PODS);
    expect(step.outputs.result).toBe('done');
    expect(channel()).toEqual([expect.stringMatching(/^✅ \[RESOLVED\]/)]);
    expect(step.summary).toMatch(/2 of 2 pods of deployment\/web are ready/);
  });

  test('that knows nothing confirms nothing', async () => {
    await using shop = await badRelease();
    const step = await run(shop, { ...PODS, 'alertmanager-url': 'http://127.0.0.1:1', recovery: '1s' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
    expect(step.summary).toMatch(/^## Rolled production back in [^;\n]*; not confirmed healthy: /);
    expect(channel()).toEqual([expect.stringMatching(/^🟡 \[ROLLED BACK\].*not confirmed healthy/)]);
  });
});

test('the look afterwards does not hold the lock', async () => {
  await using shop = await badRelease();
  const waiting = { 'alertmanager-url': 'http://127.0.0.1:1', recovery: '90s' };
  const running = start(shop, { ...PODS, ...waiting });
  await recorded(shop.temp, (events) =>
    events.some(({ component, step }) => `${component} ${step}` === 'assess look'),
  );
  expect(await shop.leases()).toEqual([]);
  running.process.kill('SIGTERM');
  await running.result;
  expect(await shop.image('web')).toBe('registry.test/web:1');
});

describe('smoke tests', () => {
  const withTests = (...commands: string[]) => ({ sections: { 'smoke-test': { commands } } });
  const checked = (report: string | undefined) =>
    JSON.parse(readFileSync(report ?? '', 'utf8')).checklist.find(
      ({ item }: { item: string }) => item === 'Smoke tests passed',
    );

  test('that pass are told and ticked', async () => {
    await using shop = await badRelease();
    const step = await run(shop, PODS, {}, withTests('true', 'test -n x'));
    expect(step).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(JSON.stringify([...slack.messages.values()][0]?.content)).toContain(
      'Smoke tests: ✓ 2 of 2 passed',
    );
    expect(checked(step.outputs.report)).toMatchObject({ state: 'done', evidence: '2 of 2 passed' });
  });

  test('of which one fails make the whole red, and nothing is called resolved', async () => {
    await using shop = await badRelease();
    const step = await run(shop, PODS, {}, withTests('true', 'false'));
    expect(step).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
    expect(step.errors).toEqual([
      expect.stringMatching(
        /"smoke tests" failed: 1 of 2 smoke tests failed; false: it did not end with 0\.$/,
      ),
    ]);
    expect(await shop.image('web')).toBe('registry.test/web:1');
    expect(channel()).toEqual([expect.stringMatching(/^❌ \[FAILED\]/)]);
    expect(checked(step.outputs.report)).toMatchObject({ state: 'failed', evidence: '1 of 2 passed' });
  });

  test('that nobody can read are refused before anything is changed', async () => {
    await using shop = await badRelease();
    const step = await run(shop, PODS, {}, withTests('job/x: true'));
    expect(step.exitCode).toBe(1);
    expect(await shop.image('web')).toBe('registry.test/web:2-crash-loop');
  });
});

test('the promised next update comes as long as the run goes on, on every channel', async () => {
  await using shop = await badRelease();
  shortenWaits({ NEXT_UPDATE_MS: 300 });
  try {
    const takesItsTime = { sections: { 'smoke-test': { commands: ['sleep 3'] } } };
    const step = await run(shop, PODS, { 'slack-webhook-url': `${slack.url}/services/T/B/x` }, takesItsTime);
    expect(step.outputs.result).toBe('done');
  } finally {
    delete process.env.ROLLBACK_TEST_WAITS;
  }
  const updates = (texts: readonly string[]) => texts.filter((text) => text.includes('[UPDATE]'));
  expect(updates(replies()).length).toBeGreaterThan(1);
  expect(updates(channel()).length).toBeGreaterThan(1);
  // The last word is how it ended.
  expect([...slack.messages.values()].at(-1)?.content.text).toMatch(/\[RESOLVED\]/);
});
