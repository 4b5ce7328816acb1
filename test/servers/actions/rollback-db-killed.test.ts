import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { folderOf } from '../../../src/database/source.ts';
import { Server } from '../../../src/systems/postgres/session.ts';
import { VERSION } from '../../support/postgres/database.ts';
import { recorded } from '../../support/record.ts';
import { ShopDatabase } from './shop-database.ts';

/** Every event that a rollback writes: the action is killed after each. */
const EVENTS = [
  'action started',
  'fetch started',
  'fetch done',
  'create side database started',
  'create side database done',
  'restore started',
  'restore done',
  'verify started',
  'verify done',
  'data loss started',
  'data loss done',
  'switch started',
  'switch done',
];

describe('a rollback that is killed', () => {
  let shop: ShopDatabase;
  beforeAll(async () => {
    shop = await ShopDatabase.create(VERSION);
  });
  afterAll(() => shop.remove());

  test('writes the events at which it is killed below', async () => {
    const step = await shop.rollBack();
    const told = step.record.map((event) => `${event.step} ${event.status}`);
    expect(told).toEqual([...EVENTS, 'action done']);
    await shop.rollBack({ phase: 'undo' });
    await shop.rollBack({ phase: 'clean' });
  });

  test.each(EVENTS.map((event, index) => [event, index + 1] as const))(
    'after "%s" ends done when it is run again, and nothing is lost',
    async (_, count) => {
      const temp = mkdtempSync(join(tmpdir(), 'killed-'));
      const killed = shop.start({ 'rollback-id': `killed-${count}-1` }, { temp, run: `killed-${count}` });
      await recorded(temp, (events) => events.length >= count);
      killed.process.kill('SIGKILL');
      const { state } = await killed.result;
      expect(['backup', 'bad release']).toContain(await shop.state());

      const post = await shop.rollBack(
        { 'rollback-id': `killed-${count}-1` },
        { temp, run: `killed-${count}`, state: { phase: 'post', ...state } },
      );
      expect(post).toMatchObject({ errors: [], exitCode: 0 });
      expect(readdirSync(temp).filter((name) => name.startsWith('rollback-db-'))).toEqual([]);

      await shop.unlocked();
      const before = await shop.state();
      const again = await shop.rollBack({ 'rollback-id': `killed-${count}-2` }, { run: `killed-${count}` });
      expect(again).toMatchObject({
        errors: [],
        exitCode: 0,
        outputs: { result: before === 'backup' ? 'no-op' : 'done' },
      });
      expect(await shop.state()).toBe('backup');
      expect(await shop.beside()).toEqual([again.outputs['previous-database']]);

      expect((await shop.rollBack({ phase: 'undo' })).outputs.result).toBe('done');
      expect(await shop.state()).toBe('bad release');
      await shop.rollBack({ phase: 'clean' });
    },
  );
});

test('what was fetched goes at the end of the job, also where nothing can be given back', async () => {
  const shop = await ShopDatabase.create(VERSION);
  const temp = mkdtempSync(join(tmpdir(), 'killed-'));
  const server = Server.parse(shop.url, { signal: new AbortController().signal, mask: () => {} });
  const folder = join(temp, basename(folderOf(server, 'left-1')));
  mkdirSync(folder);
  writeFileSync(join(folder, 'backup.dump'), 'all that there was');
  try {
    const post = await shop.rollBack(
      { 'rollback-id': 'left-1', quiesce: 'api', kubeconfig: '/nowhere/config' },
      { temp, state: { phase: 'post', cleanup: 'needed' } },
    );
    expect(post.errors).toEqual([expect.stringContaining('/nowhere/config')]);
    expect(existsSync(folder)).toBe(false);
  } finally {
    await shop.remove();
  }
});

describe('an undo that is killed', () => {
  let shop: ShopDatabase;
  beforeAll(async () => {
    shop = await ShopDatabase.create(VERSION);
  });
  afterAll(() => shop.remove());

  test.each([
    ['action started', 1],
    ['switch started', 2],
    ['switch done', 3],
  ] as const)('after "%s" ends undone when it is run again, and never goes forward', async (event, count) => {
    expect(await shop.rollBack({}, { run: `before-${count}` })).toMatchObject({ errors: [] });
    const temp = mkdtempSync(join(tmpdir(), 'killed-'));
    const killed = shop.start({ phase: 'undo', 'rollback-id': `undo-${count}` }, { temp });
    await recorded(temp, (events) => events.length >= count);
    killed.process.kill('SIGKILL');
    const { record: told } = await killed.result;
    expect(told.map(({ step, status }) => `${step} ${status}`)).toContain(event);
    await shop.unlocked();
    const before = await shop.state();
    const again = await shop.rollBack({ phase: 'undo', 'rollback-id': `undo-${count}` });
    expect(again).toMatchObject({
      errors: [],
      exitCode: 0,
      outputs: { result: before === 'backup' ? 'done' : 'no-op' },
    });
    expect(await shop.state()).toBe('bad release');
    await shop.rollBack({ phase: 'clean' });
    expect(await shop.beside()).toEqual([]);
  });
});

describe('a rollback in halves that is killed', () => {
  let shop: ShopDatabase;
  beforeAll(async () => {
    shop = await ShopDatabase.create(VERSION);
  });
  afterAll(() => shop.remove());

  /** Kills a phase once its record has so many events, and waits until the server knows. */
  async function kill(phase: string, count: number, run: string): Promise<void> {
    const temp = mkdtempSync(join(tmpdir(), 'killed-'));
    const killed = shop.start({ phase, keep: '0' }, { temp, run });
    await recorded(temp, (events) => events.length >= count);
    killed.process.kill('SIGKILL');
    await killed.result;
    await shop.unlocked();
  }

  const whole = { errors: [], exitCode: 0 };

  test.each(EVENTS.slice(0, 11).map((event, index) => [event, index + 1] as const))(
    'in `prepare` after "%s" is prepared when it is run again, with the live database untouched',
    async (_, count) => {
      await kill('prepare', count, `p${count}`);
      expect(await shop.state()).toBe('bad release');
      const again = await shop.rollBack({ phase: 'prepare' }, { run: `p${count}` });
      expect(again).toMatchObject(whole);
      expect(await shop.state()).toBe('bad release');
      expect(await shop.beside()).toEqual([again.outputs['side-database']]);
      expect(await shop.rollBack({ phase: 'clean' })).toMatchObject(whole);
    },
  );

  test.each([
    ['action started', 1],
    ['switch started', 2],
    ['switch done', 3],
  ] as const)('in `switch` after "%s" is switched when it is run again', async (_, count) => {
    const run = `s${count}`;
    expect(await shop.rollBack({ phase: 'prepare' }, { run })).toMatchObject(whole);
    await kill('switch', count, run);
    const before = await shop.state();
    const again = await shop.rollBack({ phase: 'switch' }, { run });
    expect(again).toMatchObject({
      ...whole,
      outputs: { result: before === 'backup' ? 'no-op' : 'done' },
    });
    expect(await shop.state()).toBe('backup');
    expect((await shop.rollBack({ phase: 'undo' })).outputs.result).toBe('done');
    expect(await shop.state()).toBe('bad release');
    await shop.rollBack({ phase: 'clean' });
  });

  test.each([
    ['action started', 1],
    ['clean started', 2],
    ['clean done', 3],
  ] as const)('in `clean` after "%s" has nothing left when it is run again', async (_, count) => {
    expect(await shop.rollBack({ phase: 'prepare' })).toMatchObject(whole);
    await kill('clean', count, `c${count}`);
    expect(await shop.rollBack({ phase: 'clean', keep: '0' })).toMatchObject(whole);
    expect(await shop.beside()).toEqual([]);
    expect(await shop.state()).toBe('bad release');
  });
});
