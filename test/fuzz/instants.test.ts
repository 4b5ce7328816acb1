/** Times that others have written, in records, histories, marks and snapshots: none of them ends an action. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { claimedInstant } from '../../src/base/claims.ts';
import { readSnapshot } from '../../src/domain/snapshots/snapshot.ts';
import { readEvents } from '../../src/record/read.ts';
import { openRecord } from '../../src/record/record.ts';
import { parseHistory } from '../../src/report/history.ts';
import { lossIn } from '../../src/report/loss.ts';
import { SNAPSHOT } from '../domain/snapshots/example.ts';

const OUT_OF_RANGE = [
  '+275760-09-13T00:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-01T00:00:00+99:99',
  'never',
  '',
];

const folder = mkdtempSync(join(tmpdir(), 'instants-'));
const file = (content: string) => {
  const path = join(folder, 'file');
  writeFileSync(path, content, { mode: 0o600 });
  return path;
};
const event = (at: unknown) =>
  JSON.stringify({ id: '7-1', at, component: 'rollback', step: 'action', status: 'done', seconds: 3 });

describe.each(OUT_OF_RANGE)('%j', (at) => {
  test('is not an event of a record, and what comes after it has the time of the clock', () => {
    const path = file(`${event(at)}\n`);
    expect(readEvents(path)).toEqual({ events: [], broken: [1] });
    openRecord(path, '7-1', { redact: (text) => text, warn: () => {} })({
      component: 'rollback',
      step: 'action',
      status: 'started',
    });
    const last = JSON.parse(readFileSync(path, 'utf8').trim().split('\n').at(-1) ?? '');
    expect(Math.abs(Date.parse(last.at) - Date.now())).toBeLessThan(60_000);
  });

  test('is not a run of a history', () => {
    const run = { id: '7-1', at, environment: 'prod', outcome: 'done', seconds: 3, components: {} };
    expect(parseHistory(JSON.stringify(run), { incident: 'x', environment: 'prod' })).toEqual({
      runs: [],
      elsewhere: [],
      broken: 1,
    });
  });

  test('is not a mark, no snapshot and no date of a loss', () => {
    expect(v.safeParse(claimedInstant(), at).success).toBe(false);
    expect(() => readSnapshot(file(JSON.stringify({ ...SNAPSHOT, at })))).toThrow();
    expect(() => lossIn({ backupTime: at, lastWrite: at, seconds: 1 })).not.toThrow();
  });
});

test('a time that somebody lives in is each of them', () => {
  const at = '2026-11-22T03:00:00Z';
  expect(readEvents(file(`${event(at)}\n`)).broken).toEqual([]);
  expect(v.safeParse(claimedInstant(), at).success).toBe(true);
  expect(readSnapshot(file(JSON.stringify({ ...SNAPSHOT, at }))).at).toBe(at);
});
