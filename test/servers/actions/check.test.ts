/** `action: check` on a platform that could be rolled back, and on one with each of the faults that keep it from that. */
import { readFileSync, rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { documentedRole, documentedSql } from '../../support/permissions.ts';
import { queryOn, urlOf } from '../../support/postgres/database.ts';
import { faultsOf, type Undo } from './check-faults.ts';
import { Healthy } from './readiness.ts';

/** How often the healthy platform is looked at; the figure of the closing note is of 100. */
const RUNS = Number(process.env.CHECK_RUNS ?? 3);
jest.setTimeout(600_000 + RUNS * 30_000);

let healthy: Healthy;
const { faults, environments } = faultsOf(() => healthy);
beforeAll(async () => {
  healthy = await Healthy.open();
});
afterAll(() => healthy?.[Symbol.asyncDispose]());

describe('on a healthy platform', () => {
  test('nothing is in the way, and nothing is changed, by rights to read alone', async () => {
    const { shop, database, slack } = healthy.platform;
    const before = [await shop.deployment('api'), await shop.deployment('web'), await database.beside()];
    healthy.webhook.requests.length = 0;
    shop.api.setRules(documentedRole('readiness.md'));
    const times: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const step = await healthy.check({ 'check-history': healthy.history });
      if (run === 0) console.log(step.log);
      expect([step.errors, step.wrong, step.outputs.result]).toEqual([[], [], 'ready']);
      times.push(Number(step.outputs.seconds));
    }
    shop.api.setRules(undefined);
    console.log(`${RUNS} healthy checks, no false alarm; seconds: ${times.join(' ')}`);
    expect([await shop.deployment('api'), await shop.deployment('web'), await database.beside()]).toEqual(
      before,
    );
    // Nobody was told anything.
    expect(healthy.smtp.mails).toEqual([]);
    expect(healthy.webhook.requests.map(({ path }) => path).filter((path) => path !== '/')).toEqual([]);
    expect(slack.messages.size).toBe(0);
  });

  test('a role of PostgreSQL that may only read is enough to look, and is told so in full', async () => {
    const { database } = healthy.platform;
    const { place, name } = database;
    const password = decodeURIComponent(new URL(urlOf(place)).password);
    await queryOn(urlOf(place), documentedSql('look', 'readiness.md').replace('…', password));
    const env = { DATABASE_URL: urlOf(place, name, 'readiness') };
    try {
      const look = await healthy.check({ 'check-history': healthy.history }, { env });
      expect([look.errors, look.wrong, look.outputs.result]).toEqual([[], [], 'ready']);
      const own = look.lines.filter(({ component }) => component === 'orders');
      expect(own.filter(({ state }) => state === 'not-checked').map(({ check }) => check)).toEqual([
        'rights',
        'room',
        'restore',
        'time',
      ]);
      const full = await healthy.check({ depth: 'full' }, { env });
      expect(full.wrong).toContain('orders rights not-ready');
    } finally {
      await queryOn(urlOf(place), 'DROP ROLE readiness');
    }
  });

  test('the backup is read once, and known by its time and size from then on', async () => {
    rmSync(healthy.history, { force: true });
    const whole = async () => {
      const { lines } = await healthy.check({ 'check-history': healthy.history });
      return lines.find(({ check }) => check === 'backup whole')?.evidence;
    };
    expect(await whole()).not.toContain('same file still');
    expect(await whole()).toContain('and is the same file still');
  });

  test('in full, with a restore: it is restored beside, verified and dropped again', async () => {
    const step = await healthy.check({ depth: 'full', restore: 'true' });
    expect([step.errors, step.wrong]).toEqual([[], []]);
    expect(step.lines.find(({ check }) => check === 'restore')).toMatchObject({
      state: 'ok',
      evidence: expect.stringMatching(/^restored beside, verified and dropped again in [\d.]+ s, 3 tables$/),
    });
    expect(step.lines.find(({ check }) => check === 'dry run')?.state).toBe('ok');
    expect(await healthy.platform.database.beside()).toEqual([]);
  });

  test('since when is remembered, and the files for badge and page are there', async () => {
    rmSync(healthy.history, { force: true });
    const first = await healthy.check({ 'check-history': healthy.history });
    const second = await healthy.check({ 'check-history': healthy.history });
    expect(second.lines.map(({ since }) => since)).toEqual(first.lines.map(({ since }) => since));
    expect(JSON.parse(readFileSync(second.outputs.badge ?? '', 'utf8'))).toEqual({
      schemaVersion: 1,
      label: 'rollback of prod',
      message: 'ready',
      color: 'brightgreen',
    });
    expect(readFileSync(second.outputs.html ?? '', 'utf8')).toContain('prod can be rolled back');
    expect(second.summary).toContain('The last 2 checks: 🟩🟩');
  });
});

describe('with a fault', () => {
  let undo: Undo = () => {};
  afterEach(async () => {
    await undo();
    undo = () => {};
  });

  test.each(Object.entries(faults))('%s', async (name, [fault, expected]) => {
    const { seed, inputs, env } = typeof fault === 'function' ? fault() : fault;
    undo = await seed();
    const step = await healthy.check(inputs, { env: { ...env, ...(await environments[name]?.()) } });
    expect(step.wrong).toContain(expected);
    const line = step.lines.find(({ component: of, check, state }) => `${of} ${check} ${state}` === expected);
    console.log(`${name}: ${line?.component}, ${line?.check}: ${line?.evidence} → ${line?.remedy}`);
    expect(line?.remedy).not.toBe('');
    expect(step.outputs.result).toBe(
      step.wrong.some((each) => each.endsWith('not-ready')) ? 'not-ready' : 'at-risk',
    );
    expect(step.exitCode).toBe(step.outputs.result === 'not-ready' ? 1 : 0);
    expect(await healthy.platform.database.beside()).toEqual([]);
  });
});

test('fifty services and a database whose backup is known', async () => {
  const { lines, seconds, requests } = await healthy.withServices(50);
  console.log(`50 services: ${seconds} s, ${requests} requests`);
  expect(lines.find(({ check }) => check === 'images')?.evidence).toBe('50 of 50 images can be pulled');
  expect(lines.find(({ check }) => check === 'backup whole')?.evidence).toContain('the same file still');
});
