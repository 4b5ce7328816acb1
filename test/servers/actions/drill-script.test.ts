/** F14: `npm run drill` beside another one, and ended by Ctrl-C. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { until } from '../../support/until.ts';

const root = join(import.meta.dirname, '../../..');

/** A drill in a group of its own, as a terminal starts it; all that it starts inherits the mark. */
function start(mark: string, ...args: string[]): { child: ChildProcess; said: () => string } {
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/run.cjs'), join(root, 'scripts/drill/run.ts'), ...args],
    {
      cwd: root,
      detached: true,
      env: { ...process.env, DRILL_TEST: mark },
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (text += data));
  return { child, said: () => text };
}

/** What has the mark and still runs. */
const left = (mark: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`DRILL_TEST=${mark}`);
      } catch {
        return false;
      }
    });

test('two at once do not disturb each other, and leave nothing behind', async () => {
  const marks = [randomUUID(), randomUUID()];
  const drills = marks.map((mark) => start(mark));
  const ends = await Promise.all(drills.map(({ child }) => once(child, 'exit')));
  for (const { said } of drills) expect(said()).toContain('The shop is back at release 1.4.0 with its data');
  expect(ends.map(([code]) => code)).toEqual([0, 0]);
  for (const mark of marks) await until(() => left(mark).length === 0);
});

test.each(['deleted-rows', 'dropped-column'])(
  '--fault %s: older orders are back, newer ones are there',
  async (fault) => {
    const mark = randomUUID();
    const { child, said } = start(mark, '--fault', fault);
    const [code] = await once(child, 'exit');
    expect(said()).toContain('All 20,000 orders are as they were, and the 30 newer ones are there.');
    expect(code).toBe(0);
    await until(() => left(mark).length === 0);
  },
);

test('Ctrl-C ends all that it has started', async () => {
  const mark = randomUUID();
  const { child, said } = start(mark);
  const ended = once(child, 'exit');
  await until(() => said().includes('Deploy release 2.0.0'));
  process.kill(-(child.pid as number), 'SIGINT');
  expect(await ended).toEqual([130, null]);
  await until(() => left(mark).length === 0);
});
