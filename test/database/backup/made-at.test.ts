import { describe, expect, test } from '@jest/globals';
import { describeMadeAt, readLocalTime, readTime } from '../../../src/database/backup/made-at.ts';

const now = Date.parse('2026-11-30T12:00:00Z');
/** What clocks show, as `readLocalTime` takes it. */
const clock = (text: string) => Date.parse(`2026-11-30T${text}Z`);
const read = (local: number, modifiedAt: string | undefined, ...zones: string[]) =>
  readLocalTime(local, { modifiedAt: modifiedAt && `2026-11-30T${modifiedAt}Z`, zones, now });

describe('D20: a time without a zone', () => {
  test.each([
    ['UTC', '11:58:00', '11:59:00', []],
    ['Europe/Berlin', '12:58:00', '11:59:00', ['Europe/Berlin']],
    ['America/New_York', '06:58:00', '11:59:00', ['America/New_York']],
    ['Asia/Kolkata', '17:28:00', '11:59:00', ['Asia/Kolkata']],
  ])('is read in %s where the file was written just then', (zone, local, modified, zones) => {
    expect(read(clock(local), modified, ...zones)).toEqual({
      takenAt: '2026-11-30T11:58:00.000Z',
      takenAtFrom: `its own time, read in the zone ${zone}`,
    });
  });

  test.each([
    ['a dump of New York, one second old', '06:59:59', '12:00:00'],
    ['a copy of a file', '02:00:00', '11:00:00'],
    ['a file without a time', '11:59:00', undefined],
  ])('is none of a zone that nobody has: %s', (_, local, modified) => {
    const { takenAt, takenBetween } = read(clock(local), modified, 'UTC', 'no/zone');
    expect(takenAt).toBeUndefined();
    const [earliest, latest] = [takenBetween?.earliest, takenBetween?.latest].map((time) =>
      Date.parse(time ?? ''),
    );
    expect(earliest).toBe(clock(local) - 14 * 3_600_000);
    expect(latest).toBeLessThanOrEqual(now);
    expect(latest).toBeGreaterThanOrEqual(Math.min(now - 3_600_000, clock(local)));
  });

  test('nine hours ahead it is known roughly, and beyond all zones not at all', () => {
    expect(read(clock('21:00:00'), '12:00:00').takenAt).toBeUndefined();
    expect(readLocalTime(now + 20 * 3_600_000, { modifiedAt: undefined, zones: [], now })).toEqual({
      takenAt: undefined,
      takenAtFrom: undefined,
    });
  });

  test('is told for what it is', () => {
    expect(describeMadeAt(read(clock('06:00:00'), undefined))).toMatch(
      /^made between .* and .* \(its own time names no zone\)$/,
    );
  });
});

test.each([
  ['2026-11-22 23:12:11 UTC', { instant: '2026-11-22T23:12:11.000Z' }],
  ['2026-11-22 23:12:11 +01', { instant: '2026-11-22T22:12:11.000Z' }],
  ['2026-11-22 23:12:11 -0330', { instant: '2026-11-23T02:42:11.000Z' }],
  ['2026-11-22 23:12:11 CET', { local: Date.parse('2026-11-22T23:12:11Z') }],
  ['yesterday', undefined],
])('the comment %s', (text, expected) => {
  expect(readTime(text)).toEqual(expected);
});
