/** What a plan tells of the last time; what a report makes of a history is in rto.test.ts. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { lastTimes } from '../../src/report/history.ts';

const folder = mkdtempSync(join(tmpdir(), 'history-'));
const file = join(folder, 'history.jsonl');
const run = (id: string, day: number, seconds: number, environment = 'prod') =>
  JSON.stringify({
    id,
    at: `2026-11-0${day}T00:00:00Z`,
    environment,
    outcome: 'done',
    seconds,
    components: { 'deployment/web': seconds },
  });
writeFileSync(file, [run('1', 1, 10), run('2', 2, 20), 'no run', run('3', 3, 30, 'staging')].join('\n'));

test('the last time is that of the newest run of the environment', () => {
  const last = lastTimes(file, 'prod');
  expect(['deployment/*', 'all', 'cache/*'].map(last)).toEqual([20, 20, undefined]);
});

test.each([
  ['no file is named', undefined],
  ['there is no file yet', join(folder, 'new.jsonl')],
  ['it can not be read', folder],
])('nobody knows a last time where %s, and a plan goes on', (_, path) => {
  expect(lastTimes(path, 'prod')('all')).toBeUndefined();
});
