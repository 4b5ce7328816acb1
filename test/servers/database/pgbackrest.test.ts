/** A real archive of a real cluster, and a database that comes back out of it as it was at a time. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { planRecovery, recover } from '../../../src/database/pgbackrest.ts';
import { parsePointInTime } from '../../../src/database/point-in-time.ts';
import type { Task } from '../../../src/database/task.ts';
import type { NewEvent } from '../../../src/record/record.ts';
import { Server } from '../../../src/systems/postgres/session.ts';
import { removeRemains } from '../../../src/systems/postgres/side-cluster.ts';
import { type Archived, startArchived } from '../../support/postgres/pgbackrest.ts';

const NAME = `sparc "prod"; ü`;
let archived: Archived;
let parent: string;
/** Stands for a publisher, and counts who asks it for changes. */
let asked = 0;
const publisher = createServer((socket) => {
  asked++;
  socket.on('error', () => {});
  socket.destroy();
});
/** When there was one row, and when there were two. */
const times = { one: '', two: '', beforeAny: '' };

const server = (signal = new AbortController().signal) =>
  Server.parse(archived.cluster.url(NAME), { signal, mask: () => {} });

function taskOf(signal = new AbortController().signal, onEvent = (_: NewEvent) => {}): Task {
  const log = { info: () => {}, warn: () => {}, group: () => {} };
  const traffic = { workloads: undefined, poolers: undefined };
  return {
    server: server(signal),
    id: 'r',
    run: 'r',
    signal,
    log,
    record: onEvent,
    traffic,
    resumeLater: false,
    accepts: () => false,
    progress: () => {},
  };
}

const source = (time: string, stanza = 'main') =>
  parsePointInTime(`pgbackrest://${stanza}?time=${time}&config=${archived.config}`);
const plan = (time: string, stanza?: string) => planRecovery(source(time, stanza), server(), parent);

/** The server's own time, as it can be asked for. */
async function now(): Promise<string> {
  const [row] = await archived.cluster.query<{ time: string }>(
    `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') AS time`,
  );
  return row?.time ?? '';
}

/** A backup set's end is told in whole seconds: the next second is after it. */
async function nextSecond(): Promise<void> {
  const second = async () => (await now()).slice(0, 19);
  const begun = await second();
  while ((await second()) === begun);
}

beforeAll(async () => {
  archived = await startArchived();
  const { query } = archived.cluster;
  times.beforeAny = await now();
  await query(`CREATE DATABASE "${NAME.replaceAll('"', '""')}"`);
  await query('CREATE DATABASE other');
  await query('CREATE TABLE t (v text)', NAME);
  publisher.listen(0, '127.0.0.1');
  await once(publisher, 'listening');
  const { port } = publisher.address() as AddressInfo;
  await query(
    `CREATE SUBSCRIPTION feed CONNECTION 'host=127.0.0.1 port=${port} dbname=far' PUBLICATION all_of_it WITH (connect = false)`,
    NAME,
  );
  await query('ALTER SUBSCRIPTION feed ENABLE', NAME);
  archived.backup();
  await nextSecond();
  await query(`INSERT INTO t VALUES ('one')`, NAME);
  times.one = await now();
  await query(`INSERT INTO t VALUES ('two')`, NAME);
  times.two = await now();
  await query('ALTER SUBSCRIPTION feed DISABLE', NAME);
  await query('DROP TABLE t', NAME);
  await archived.archive();
});
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'runner-'));
  execFileSync('chmod', ['711', parent]);
});
afterAll(async () => {
  publisher.close();
  await archived.remove();
});

describe('a database as it was', () => {
  test.each([
    ['one', ['one']],
    ['two', ['one', 'two']],
  ] as const)('when it had row %s', async (when, rows) => {
    const events: NewEvent[] = [];
    const time = times[when];
    const dump = join(parent, 'dump');
    const recovered = await recover(
      await plan(time),
      taskOf(undefined, (event) => events.push(event)),
      { parent, dump, jobs: 2 },
    );
    expect(recovered).toMatchObject({ path: dump, takenAt: time });
    expect(recovered.lastTransaction).toMatch(/^\d{4}-/);
    const sql = execFileSync('pg_restore', ['--data-only', '-f', '-', dump], { encoding: 'utf8' });
    expect(/FROM stdin;\n([\s\S]*)\n\\\./.exec(sql)?.[1]?.split('\n')).toEqual(rows);
    expect(events.filter(({ status }) => status === 'done').map(({ step }) => step)).toEqual([
      'restore cluster',
      'recover',
      'dump',
    ]);
    expect(readdirSync(parent)).toEqual(['dump']);
  });

  test('pgbackrest/pgbackrest#881: on the timeline of the live server, and not on that of a copy that archives to the same place', async () => {
    const { cluster } = archived;
    const copy = await archived.fork();
    try {
      await copy.query(`CREATE TABLE u AS SELECT 'of the copy' AS v`, NAME);
      await cluster.query(`CREATE TABLE u AS SELECT 'of the users' AS v`, NAME);
      const time = await now();
      for (const each of [cluster, copy]) {
        await each.query('DROP TABLE u', NAME);
        await archived.archive(each);
      }
      const dump = join(parent, 'dump');
      await recover(await plan(time), taskOf(), { parent, dump, jobs: 2 });
      const sql = execFileSync('pg_restore', ['--data-only', '--table=u', '-f', '-', dump], {
        encoding: 'utf8',
      });
      expect(/FROM stdin;\n([\s\S]*)\n\\\./.exec(sql)?.[1]).toBe('of the users');
    } finally {
      await copy.remove();
    }
  });

  test('takes nothing from a publisher that it subscribed to then', async () => {
    // The live server has stopped asking.
    const workers = `SELECT 1 FROM pg_stat_activity WHERE backend_type LIKE 'logical replication % worker' OR backend_type = 'logical replication worker'`;
    while ((await archived.cluster.query(workers)).length > 0) await wait(20);
    expect(asked).toBeGreaterThan(0);
    asked = 0;
    await recover(await plan(times.one), taskOf(), { parent, dump: join(parent, 'dump'), jobs: 1 });
    expect(asked).toBe(0);
  });
});

describe('a run that does not reach its end', () => {
  test.each(['restore cluster', 'recover', 'dump'])('cancelled in "%s" leaves nothing', async (step) => {
    const controller = new AbortController();
    const onEvent = (event: NewEvent) => {
      if (event.step === step && event.status === 'started') controller.abort(new Error('cancelled'));
    };
    const recovery = recover(await plan(times.one), taskOf(controller.signal, onEvent), {
      parent,
      dump: join(parent, 'dump'),
      jobs: 1,
    });
    await expect(recovery).rejects.toThrow('cancelled');
    expect(readdirSync(parent)).toEqual([]);
  });

  test('killed is cleared away by the next one, its server too; one that lives is let be', async () => {
    let folder = '';
    let pid = 0;
    let made: Promise<unknown> = Promise.resolve();
    const events = (event: NewEvent) => {
      if (event.step !== 'dump' || event.status !== 'started') return;
      folder = join(parent, readdirSync(parent)[0] as string);
      pid = Number(execFileSync('head', ['-1', join(folder, 'data/postmaster.pid')], { encoding: 'utf8' }));
      made = removeRemains(parent).then((removed) => {
        expect(removed).toEqual([]);
        // As a process that is gone would have left it: that number is not a process's.
        writeFileSync(join(folder, 'maker'), '4194305 1');
        return removeRemains(parent);
      });
    };
    const recovery = recover(await plan(times.one), taskOf(undefined, events), {
      parent,
      dump: join(parent, 'dump'),
      jobs: 1,
    });
    await recovery.catch(() => {});
    expect(await made).toEqual([folder.slice(parent.length + 1)]);
    expect(existsSync(folder)).toBe(false);
    // A process that ended and that nobody has asked for yet has no working folder any more.
    expect(existsSync(`/proc/${pid}/cwd`)).toBe(false);
  });
});

describe('refusals', () => {
  test('an unknown stanza', async () => {
    await expect(plan(times.one, 'nowhere')).rejects.toThrow(/has no stanza "nowhere"/);
  });

  test('a configuration that is not there', async () => {
    const missing = parsePointInTime(`pgbackrest://main?time=${times.one}&config=/nowhere`);
    await expect(planRecovery(missing, server(), parent)).rejects.toThrow(
      /cannot describe the stanza "main": unable to open missing file '\/nowhere'/,
    );
  });

  test('a time before the first backup', async () => {
    await expect(plan(times.beforeAny)).rejects.toThrow(/ended at .*, and .* is before/);
  });

  test('a time after the last transaction that is archived', async () => {
    const late = await now();
    const recovery = recover(await plan(late), taskOf(), { parent, dump: join(parent, 'dump'), jobs: 1 });
    await expect(recovery).rejects.toThrow(/archive of the stanza "main" ends before .*pg_switch_wal/);
    expect(readdirSync(parent)).toEqual([]);
  });

  test('a database that was not there then', async () => {
    await archived.cluster.query('CREATE DATABASE young');
    const young = Server.parse(archived.cluster.url('young'), {
      signal: new AbortController().signal,
      mask: () => {},
    });
    const recovery = recover(
      await planRecovery(source(times.one), young, parent),
      { ...taskOf(), server: young },
      { parent, dump: join(parent, 'dump'), jobs: 1 },
    );
    await expect(recovery).rejects.toThrow(/had no database "young"; it had .*"other"/);
  });
});
