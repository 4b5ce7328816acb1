/** What others on the runner see while a rollback is at work: the command lines of its programs, and what those inherit. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { queryOn } from '../../support/postgres/database.ts';
import { SLACK_TOKEN } from '../../support/sinks/slack.ts';
import { Platform } from './environment.ts';

let platform: Platform;
beforeEach(async () => {
  platform = await Platform.open();
});
afterEach(() => platform[Symbol.asyncDispose]());

interface Seen {
  readonly command: string;
  readonly environment: string;
}

/** A file of /proc; empty where the process has ended meanwhile. */
function proc(pid: number | string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8').replaceAll('\0', '\n');
  } catch {
    return '';
  }
}

/** The programs that a process has started, and those that they have. */
function programsOf(pid: number): Seen[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(/\) \S (\d+)/.exec(proc(name, 'stat'))?.[1])] as const);
  const below = (parent: number): number[] =>
    parents.filter(([, of]) => of === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid).map((child) => ({
    command: proc(child, 'cmdline'),
    environment: proc(child, 'environ'),
  }));
}

/** A table whose restore takes two seconds: a program that ends at once is seen by luck alone. */
const SLOW = `CREATE FUNCTION slow(int) RETURNS bool LANGUAGE plpgsql AS $$ BEGIN
    IF current_database() LIKE '%\\_rb\\_%' THEN PERFORM pg_sleep(2); END IF; RETURN true; END $$;
  CREATE TABLE waits (a int CHECK (public.slow(a))); INSERT INTO waits VALUES (1);`;

// Only Linux shows it as files.
const onLinux = existsSync('/proc/self/environ') ? test : test.skip;

onLinux('no secret is on a command line, and no program has a secret that is not for it', async () => {
  const password = decodeURIComponent(new URL(platform.database.url).password);
  expect(password.length).toBeGreaterThan(5);
  await queryOn(platform.database.url, SLOW);
  platform.database.dump(platform.database.backup, '--format=custom');
  const seen: Seen[] = [];
  let ended = false;
  const step = platform.start();
  const result = step.result.finally(() => {
    ended = true;
  });
  while (!ended) {
    seen.push(...programsOf(step.process.pid ?? 0));
    await wait(5);
  }
  expect((await result).outputs.result).toBe('done');

  const commands = seen.map(({ command }) => command);
  expect(commands.join('\n')).toMatch(/pg_restore|psql/);
  // The password is in a file of theirs, and not even in what a program inherits.
  expect(seen.map(({ environment }) => environment).join('\n')).toContain('PGPASSFILE=');
  for (const secret of [password, encodeURIComponent(password), SLACK_TOKEN])
    expect(commands.filter((command) => command.includes(secret))).toEqual([]);
  // A process shows its parent's environment until its own program has begun.
  const programs = seen.filter(({ command }) => /(pg_restore|psql)/.test(command.split('\n')[0] ?? ''));
  expect(
    programs.filter(({ environment }) => /INPUT_|xoxb-|DATABASE_URL|REDIS_URL/.test(environment)),
  ).toEqual([]);
  const withPassword = programs.filter(({ environment }) => environment.includes(password));
  expect(withPassword.map(({ command }) => command)).toEqual([]);
});
