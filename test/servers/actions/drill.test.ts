import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StepOptions } from '../../support/action.ts';
import { nameOf, recorded } from '../../support/record.ts';
import { startRedis } from '../../support/redis/server.ts';
import { BACK, NOTHING_HELD, Platform } from './environment.ts';

const WELL = { ...BACK, cache: ['other'] };

const PHASES = ['steady', 'plan', 'inject', 'detect', 'roll back', 'verify', 'clean up', 'steady again'];

const configuration = (environment: Record<string, Record<string, unknown>>) => {
  environment.rollback = { 'drill-hosts': ['127.0.0.1', 'localhost'], 'drill-target': 'deployment/api' };
};

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.open();
  expect(await platform.rollBack()).toMatchObject({ exitCode: 0 });
  platform.name = 'drill';
  platform.configure(configuration);
  await platform.shop.label({ 'rollback-actions/drill': 'allowed' });
});
afterAll(() => platform[Symbol.asyncDispose]());

const drill = (inputs: Record<string, string>, options: Partial<StepOptions> = {}) =>
  platform.rollBack({ action: 'drill', reason: 'a test', ...inputs }, options);

/** Whoever keeps Redis starts it again where it ends. */
function keepRedis(): void {
  const { port, process } = platform.redis;
  process.once('exit', async () => {
    platform.redis = await startRedis({ port });
    await platform.redis.client.set('other', 'kept');
  });
}

/** What a drill may not change where it is refused, and leaves as it was where it is not. */
async function expectWell(): Promise<void> {
  expect(await platform.state()).toEqual(WELL);
  expect(await platform.held()).toEqual(NOTHING_HELD);
  const { metadata, spec } = await platform.shop.deployment('api');
  expect(metadata.annotations).not.toHaveProperty('rollback-actions/drill-before');
  expect(spec.template.spec.containers[0]).not.toHaveProperty('command');
}

describe('a drill breaks one thing, sees it, rolls back, and all is as it was', () => {
  test.each([
    ['bad-image', 'deployment/api gets an image that does not exist'],
    ['crash-loop', 'deployment/api gets a program that does not start'],
    ['failing-readiness', 'deployment/api gets a readiness probe that fails'],
    ['process-killed', /pod api-\w+-\w+ of deployment\/api is killed/],
    ['corrupted-rows', 'line is corrupted in every tenth row of public.audit_logs'],
    ['bad-migration', 'the column line of public.audit_logs'],
    ['redis-lost', 'Redis at 127.0.0.1'],
  ])('%s', async (fault, told) => {
    if (fault === 'redis-lost') keepRedis();
    const step = await drill({ fault });
    expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done', score: '100' } });
    const phases = JSON.parse(step.outputs.phases ?? '') as { phase: string; message: string }[];
    expect(phases.map(({ phase }) => phase)).toEqual(PHASES);
    expect(phases[2]?.message).toMatch(told);
    expect(step.summary).toContain(`The drill of drill is done (${fault})`);
    expect(JSON.parse(step.outputs.rto ?? '')).toContainEqual(
      expect.objectContaining({ pattern: 'all', state: 'met' }),
    );
    await expectWell();
  });

  test('what is told and counted is the rollback, and not the drill around it', async () => {
    const step = await drill({ fault: 'bad-image' });
    const report = JSON.parse(readFileSync(step.outputs.report ?? '', 'utf8'));
    const [whole] = JSON.parse(step.outputs.phases ?? '').filter(
      ({ phase }: { phase: string }) => phase === 'roll back',
    );
    expect(report.seconds).toBeLessThanOrEqual(whole.seconds);
    expect(report.outcome).toBe('done');
    expect(report.reason).toBe('Drill (bad-image): a test');
  });
});

describe('nothing is broken', () => {
  const refused = async (
    inputs: Record<string, string>,
    sentence: RegExp,
    options: Partial<StepOptions> = {},
  ) => {
    const step = await drill(inputs, options);
    expect(step).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
    expect(step.errors).toEqual([expect.stringMatching(sentence)]);
    await expectWell();
  };
  const fault = 'bad-image';

  test.each([
    ['without a fault', {}, /^Input `fault` is missing: say what the drill breaks, one of bad-image, /],
    ['by a fault that there is not', { fault: 'fire' }, /^Input `fault` is "fire"; accepted are bad-image, /],
    [
      'at a server that nobody has named',
      { fault, 'drill-hosts': 'db.staging' },
      /^Input `drill-hosts` does not name 127\.0\.0\.1, the host of the /,
    ],
    [
      'where the workload is not there',
      { fault, 'drill-target': 'deployment/nobody' },
      /^There is no deployment\/nobody in the namespace shop\.$/,
    ],
    [
      'where nobody says how it misbehaves',
      { fault: 'error-rate' },
      /^Input `drill-error-env` is needed for this fault/,
    ],
    [
      'where that is not a variable',
      { fault: 'slow-answers', 'drill-slow-env': 'slowly' },
      /^Input `drill-slow-env` is "slowly"; accepted is one variable/,
    ],
    [
      'where what would break is left out',
      { fault: 'redis-lost', components: 'orders' },
      /^The fault `redis-lost` breaks a component of kind cache, and the drill has none\.$/,
    ],
  ])('%s', (_, inputs, sentence) => refused(inputs, sentence));

  test('in a namespace that does not allow it', async () => {
    await platform.shop.label({ 'rollback-actions/drill': null });
    await refused(
      { fault },
      /^The namespace shop does not allow drills; .* kubectl label namespace shop rollback-actions\/drill=allowed\. Nothing was broken\.$/,
    );
    await platform.shop.label({ 'rollback-actions/drill': 'allowed' });
  });

  test.each([
    ['get', '', 'namespaces'],
    ['patch', 'apps', 'deployments'],
  ])('without the right to %s %s %s', async (verb, group, resource) => {
    const all = [
      { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list', 'watch', 'patch'] },
      { apiGroups: [''], resources: ['pods'], verbs: ['list'] },
      { apiGroups: [''], resources: ['namespaces'], verbs: ['get'] },
    ];
    const rules = all.map((rule) => {
      const isMeant = rule.apiGroups.includes(group) && rule.resources.includes(resource);
      return { ...rule, verbs: isMeant ? rule.verbs.filter((each) => each !== verb) : rule.verbs };
    });
    platform.shop.api.setRules(rules);
    try {
      const { errors } = await drill({ fault });
      expect(errors).toEqual([
        expect.stringContaining(`may not ${verb} ${resource} in the namespace shop; add the rules`),
      ]);
    } finally {
      platform.shop.api.setRules(undefined);
    }
    await expectWell();
  });

  test.each(['prod', 'eu-production', 'Live'])('in an environment called %s', async (name) => {
    platform.name = name;
    platform.configure();
    await refused(
      { fault, 'drill-hosts': '127.0.0.1, localhost' },
      /is called as production is; nothing was broken\.$/,
    );
    platform.name = 'drill';
    platform.configure(configuration);
  });

  test('where not all is well before', async () => {
    await platform.shop.change('web', 'registry.example/web:crash-loop');
    const step = await drill({ fault });
    expect(step.errors).toEqual([
      expect.stringMatching(
        /^Nothing was broken, because not all is well before the drill: services: Not marked good: 2 of 2 workloads; deployment\/web/,
      ),
    ]);
    await platform.shop.deploy('web', 'registry.example/web:1');
    await expectWell();
  });

  test.each(['crash-loop', 'corrupted-rows'])(
    'F8: where the rollback after it would not begin (%s)',
    async (broken) => {
      const before = await platform.state();
      const step = await drill({ fault: broken, backup: '/nowhere/backup.dump' });
      expect(step.errors).toEqual([
        expect.stringMatching(
          /^Nothing was broken, because the rollback after it would not begin: .*\/nowhere\/backup\.dump/,
        ),
      ]);
      expect(await platform.state()).toEqual(before);
      expect(step.log).not.toContain('✓ inject');
      await expectWell();
    },
  );

  test('where drills are switched off', async () => {
    const step = await drill({ fault }, { env: { ROLLBACK_DRILLS: 'off' } });
    expect(step).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'no-op' } });
    expect(step.log).toContain('No drill: drills are stopped by ROLLBACK_DRILLS=off.');
    await expectWell();
  });

  test('by a dry run, which says what would be', async () => {
    const step = await drill({ fault, 'dry-run': 'true' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'planned' } });
    expect(step.log).toContain(
      'Planned: deployment/api gets an image that does not exist, and orders, services, carts of drill are rolled back; nothing was broken.',
    );
    await expectWell();
  });
});

describe('what was broken is taken back', () => {
  test('where the rollback fails', async () => {
    // A service that is well until the drill breaks something, and stays ill.
    let status = 200;
    const service = createServer((_, response) => response.writeHead(status).end()).listen(0, '127.0.0.1');
    await once(service, 'listening');
    const health = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
    const run = randomUUID();
    const running = platform.start(
      { action: 'drill', reason: 'a test', fault: 'crash-loop', health },
      { run },
    );
    await recorded(platform.temp, (events) =>
      events.some((each) => each.id.startsWith(run) && nameOf(each) === 'drill inject done'),
    );
    status = 500;
    const step = await running.result;
    service.close();
    expect(step).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
    expect(step.errors).toEqual([
      expect.stringMatching(
        /^The drill of drill failed \(crash-loop, score \d+ %\): "roll back" failed: The rollback of drill failed: /,
      ),
    ]);
    await platform.shop.until(
      'api is rolled out',
      async () => (await platform.state()).images.join() === 'api:1,web:1',
    );
    await expectWell();
  });

  test.each([
    ['crash-loop', 'inject done'],
    ['bad-image', 'detect done'],
    ['bad-migration', 'inject done'],
  ])('%s, where the run is killed after "%s"', async (fault, event) => {
    const run = randomUUID();
    const running = platform.start({ action: 'drill', fault, reason: 'a test' }, { run });
    await recorded(platform.temp, (events) =>
      events.some((each) => each.id.startsWith(run) && nameOf(each) === `drill ${event}`),
    );
    running.process.kill('SIGKILL');
    const { state } = await running.result;
    const post = await platform.rollBack(
      { action: 'drill', fault, reason: 'a test' },
      { run, state: { phase: 'post', ...state } },
    );
    expect(post).toMatchObject({ exitCode: 0, errors: [] });
    await platform.shop.until(
      'all is well',
      async () => (await platform.state()).images.join() === 'api:1,web:1',
    );
    expect(await platform.held()).toEqual(NOTHING_HELD);
    expect(await drill({ fault: 'process-killed' })).toMatchObject({ exitCode: 0, errors: [] });
    await expectWell();
  });

  test('where the run is cancelled while it goes back', async () => {
    const run = randomUUID();
    const running = platform.start({ action: 'drill', fault: 'crash-loop', reason: 'a test' }, { run });
    await recorded(platform.temp, (events) =>
      events.some((each) => each.id.startsWith(run) && / create side database done$/.test(nameOf(each))),
    );
    running.process.kill('SIGINT');
    const { exitCode, state } = await running.result;
    expect(exitCode).toBe(1);
    const post = await platform.rollBack(
      { action: 'drill', fault: 'crash-loop', reason: 'a test' },
      { run, state: { phase: 'post', ...state } },
    );
    expect(post).toMatchObject({ exitCode: 0, errors: [] });
    await expectWell();
  });
});
