import { describe, expect, test } from '@jest/globals';
import {
  chooseSet,
  databasesFor,
  type Lineage,
  parsePointInTime,
  recoveryFailure,
  targetOf,
} from '../../src/database/point-in-time.ts';
import type { Stanza } from '../../src/systems/postgres/pgbackrest.ts';

/** A server that is not of the stanza. */
const live: Lineage = { systemId: '1', timeline: 1 };
const seconds = (time: string) => Date.parse(time) / 1000;
const set = (label: string, stop: string, more: Partial<Stanza['backup'][number]> = {}) => ({
  label,
  timestamp: { start: seconds(stop) - 60, stop: seconds(stop) },
  info: { size: 1000 },
  database: { id: 2 },
  ...more,
});
const stanza: Stanza = {
  name: 'main',
  status: { code: 0, message: 'ok' },
  db: [
    { id: 1, version: '14' },
    { id: 2, version: '15' },
  ],
  backup: [
    set('old', '2026-11-20T01:00:00Z', { database: { id: 1 } }),
    set('full', '2026-11-21T01:00:00Z'),
    set('broken', '2026-11-22T01:00:00Z', { error: true }),
    set('late', '2026-11-22T05:00:00Z'),
  ],
};
const at = (time: string, more = '') => parsePointInTime(`pgbackrest://main?time=${time}${more}`);
const now = Date.parse('2026-11-22T12:00:00Z');

describe('pgbackrest:// as a backup', () => {
  test('has a stanza, a time and options', () => {
    expect(at('2026-11-22T10:15:00Z', '&set=full&config=/etc/pgbackrest%20b.conf&repo=2')).toEqual({
      stanza: 'main',
      time: '2026-11-22T10:15:00Z',
      set: 'full',
      config: '/etc/pgbackrest b.conf',
      repo: '2',
    });
  });

  test.each([
    ['pgbackrest://', /names no stanza/],
    ['pgbackrest://../x?time=2026-11-22T10:15:00Z', /names no stanza/],
    ['pgbackrest://main', /names no time/],
    ['pgbackrest://main?time=2026-11-22T10:15:00', /names no time with its offset/],
    ['pgbackrest://main?time=2026-13-22T10:15:00Z', /names no time/],
    ['pgbackrest://main?time=2026-11-22T10:15:00Z&repo=a', /a repository that is not a number/],
    ['pgbackrest://main?time=2026-11-22T10:15:00Z&delta=y', /has the option "delta"/],
  ])('%s is refused in one sentence', (backup, message) => {
    expect(() => parsePointInTime(backup)).toThrow(message);
  });

  test.each([
    ['2026-11-22T10:15:00Z', '2026-11-22 10:15:00+00'],
    ['2026-11-22T10:15:00.123456+05:30', '2026-11-22 04:45:00.123456+00'],
    ['2026-11-22t10:15:00.9z', '2026-11-22 10:15:00.9+00'],
  ])('%s is %s to PostgreSQL', (time, target) => {
    expect(targetOf(at(time).time)).toBe(target);
  });
});

describe('the set to begin with', () => {
  test.each([
    ['2026-11-20T12:00:00Z', 'old', 14],
    ['2026-11-21T12:00:00Z', 'full', 15],
    ['2026-11-22T04:00:00Z', 'full', 15],
    ['2026-11-22T11:00:00Z', 'late', 15],
  ])('for %s is "%s", of PostgreSQL %i', (time, label, major) => {
    expect(chooseSet(stanza, at(time), now, live)).toEqual({
      set: label,
      major,
      size: 1000,
      timeline: undefined,
    });
  });

  test('is the one that was named', () => {
    expect(chooseSet(stanza, at('2026-11-22T11:00:00Z', '&set=full'), now, live).set).toBe('full');
  });

  test.each([
    ['2026-11-20T00:59:00Z', '', /oldest set old .* ended at 2026-11-20T01:00:00.000Z, and .* is before/],
    ['2026-11-22T04:00:00Z', '&set=late', /The set late .* is before/],
    ['2026-11-22T04:00:00Z', '&set=none', /has no backup set "none"; it has old, full, late/],
    ['2026-11-22T04:00:00Z', '&set=broken', /has no backup set "broken"/],
    ['2026-11-22T13:00:00Z', '', /is in the future/],
  ])('there is none for %s%s', (time, more, message) => {
    expect(() => chooseSet(stanza, at(time, more), now, live)).toThrow(message);
  });

  test('pgbackrest/pgbackrest#881: is of the timeline that the live server writes, unless it is named', () => {
    const db = stanza.db.map((one) => ({
      ...one,
      'system-id': one.id === 2 ? Number('7000000000000000123') : 6,
    }));
    const on = (hex: string) => ({ database: { id: 2 }, archive: { start: `${hex}0000000100000002` } });
    const of = {
      ...stanza,
      db,
      backup: [
        set('live', '2026-11-22T09:00:00Z', on('0000000A')),
        set('copy', '2026-11-22T10:00:00Z', on('0000000B')),
      ],
    };
    const choose = (more = '', lineage: Lineage = { systemId: '7000000000000000123', timeline: 10 }) => {
      const { set, timeline } = chooseSet(of, at('2026-11-22T11:00:00Z', more), now, lineage);
      return [set, timeline];
    };
    expect(choose()).toEqual(['live', 10]);
    expect(choose('&set=copy')).toEqual(['copy', undefined]);
    expect(choose('', { systemId: '8', timeline: 1 })).toEqual(['copy', undefined]);
    expect(choose('', { systemId: '7000000000000000123', timeline: null })).toEqual(['copy', undefined]);
  });

  test('there is none in an empty stanza', () => {
    const empty = { ...stanza, backup: [], status: { code: 2, message: 'no valid backups' } };
    expect(() => chooseSet(empty, at('2026-11-22T04:00:00Z'), now, live)).toThrow(/no valid backups/);
  });
});

test('what a rollback has renamed before is restored with the database', () => {
  const inSet = ['other', 'app', 'app_rb_1f3c9a2e_old', 'app_reports'];
  expect(databasesFor('app', inSet)).toEqual(['app', 'app_rb_1f3c9a2e_old']);
  expect(databasesFor('made later', inSet)).toEqual([]);
});

test.each([
  [
    [
      'LOG:  last completed transaction was at log time 2026-11-22 09:00:00+00',
      'FATAL:  recovery ended before configured recovery target was reached',
    ],
    /archive .* ends before 2026-11-22T10:15:00Z, with a transaction of 2026-11-22 09:00:00\+00/,
  ],
  [['FATAL:  requested recovery stop point is before consistent recovery point'], /not yet whole/],
  [["FATAL:  requested timeline 3 is not a child of this server's history"], /no way from that backup set/],
  [['FATAL:  recovery target timeline 3 does not exist'], /no way from that backup set/],
  [['FATAL:  could not write: No space left on device'], /disk of this machine is full/],
])('the server’s log tells why recovery ended', (log, message) => {
  expect(recoveryFailure(log, at('2026-11-22T10:15:00Z'))).toMatch(message);
});

test('an unknown end is not explained', () => {
  expect(recoveryFailure(['FATAL:  something else'], at('2026-11-22T10:15:00Z'))).toBeUndefined();
});
