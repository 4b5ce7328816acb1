/** What each phase would do to which database, and which of them nobody needs any more. */
import { describe, expect, test } from '@jest/globals';
import type { Replaced } from '../../src/database/earlier-attempt.ts';
import { leftoversOf, originalOf } from '../../src/database/leftovers.ts';
import { type Note, unfinishedNote } from '../../src/database/note.ts';
import type { Database, Observed } from '../../src/database/observe.ts';
import type { Phase } from '../../src/database/phases.ts';
import { planOf } from '../../src/database/plan.ts';
import { verifiedSide } from '../../src/database/prepare.ts';
import { planUndo } from '../../src/database/undo.ts';

const LIVE_OID = 100;

function database(name: string, note?: Partial<Note>, oid = 1): Database {
  const defaults: Note = {
    of: 'shop',
    role: 'side',
    id: '1',
    run: '1',
    at: '2026-11-01T00:00:00Z',
    backup: '/backups/shop.dump',
  };
  return {
    oid,
    name,
    owner: 'shop',
    template: false,
    connectionLimit: -1,
    comment: null,
    trusted: true,
    note: note && { ...defaults, ...note },
  };
}

/** The live database and what rollbacks have left beside it, newest first. */
const observed = (...ours: Database[]): Observed => ({
  live: database('shop', undefined, LIVE_OID),
  ours,
  strangers: [],
  role: { name: 'shop', superuser: false, createdb: true, owner: true, closedTablespace: null },
  prepared: [],
  slots: [],
  subscriptions: [],
  clients: [],
  readOnlyFor: [],
  inRecovery: false,
});

const side = database('shop_new', { state: 'verified', sha256: 'abc', tables: 7 });
const restored = database('shop_half', { state: 'restored' });
const replaced = database('shop_old', { role: 'replaced', replacedBy: LIVE_OID });
const older = database('shop_older', { role: 'replaced', replacedBy: 55, at: '2026-10-02T00:00:00Z' });
const undone = database('shop_undone', { role: 'undone', replacedBy: LIVE_OID });
const undoneBefore = database('shop_undone_before', { role: 'undone', replacedBy: 55 });

describe('a plan', () => {
  const plan = (phase: Phase, ours: Database[] = [], keep = 1) =>
    planOf(observed(...ours), { phase, source: '/backups/shop.dump', keep, bytes: 1_234_567_890 });

  test('in place, nothing is beside the live database, and what is there is dumped first', () => {
    const inPlace = {
      phase: 'all',
      strategy: 'in-place',
      source: '/backups/shop.dump',
      keep: 1,
      bytes: 5e9,
    } as const;
    expect(planOf(observed(), inPlace)).toBe(
      'Planned: the contents of "shop" (5000 MB) would be dumped, and then replaced by those of /backups/shop.dump; nothing was changed.',
    );
  });

  test('what this run has switched already is not restored again', () => {
    const before = replaced as Replaced;
    const again = { phase: 'all', source: '/backups/shop.dump', keep: 1, bytes: 5e9, before } as const;
    expect(planOf(observed(replaced), again)).toBe(
      'Planned: "shop" was switched by this run at 2026-11-01T00:00:00Z already, so nothing would be restored; nothing was changed.',
    );
  });

  test.each<[Phase, Database[], string]>([
    [
      'all',
      [],
      '"shop" (1235 MB) would be restored from /backups/shop.dump beside itself, verified, and switched',
    ],
    ['prepare', [], '"shop" (1235 MB) would be restored from /backups/shop.dump beside itself and verified'],
    ['switch', [restored, side], '"shop_new" would take the place of "shop"'],
    ['switch', [restored, replaced], 'nothing is prepared, so nothing would be switched'],
    ['resume', [], 'paused traffic would be resumed'],
    ['undo', [older, replaced], '"shop_old" would become "shop" again'],
    [
      'undo',
      [undone],
      'nothing would be undone: the rollback was undone at 2026-11-01T00:00:00Z; what it had brought is kept as "shop_undone"',
    ],
    [
      'clean',
      [side, undone],
      'these would be dropped: "shop_new", which was made for a switch that never came at 2026-11-01T00:00:00Z; "shop_undone", which was undone at 2026-11-01T00:00:00Z',
    ],
    ['clean', [replaced], 'nothing would be dropped'],
  ])('to %s %#', (phase, ours, told) => {
    expect(plan(phase, ours)).toBe(`Planned: ${told}; nothing was changed.`);
  });
});

describe('a prepared database', () => {
  test('is one that was verified, with what was found then', () => {
    expect(verifiedSide(observed(restored, side))).toEqual({ database: side, loss: undefined, tables: 7 });
    expect(verifiedSide(observed(restored, replaced))).toBeUndefined();
  });

  test.each([
    ['of the same bytes', 'abc', 'file', true],
    ['of other bytes', 'abd', 'file', false],
    ['of a folder, which may be another one by now', undefined, 'file', false],
    ['of a point in time', undefined, 'point in time', true],
  ] as const)('%s', (_, sha256, takenAtFrom, isIt) => {
    const backup = { source: '/backups/shop.dump', sha256, takenAtFrom };
    expect(verifiedSide(observed(side), backup as Parameters<typeof verifiedSide>[1]) !== undefined).toBe(
      isIt,
    );
  });

  test('of another point in time is another one', () => {
    const backup = { source: '/backups/other', sha256: undefined, takenAtFrom: 'point in time' };
    expect(verifiedSide(observed(side), backup as Parameters<typeof verifiedSide>[1])).toBeUndefined();
  });
});

describe('an undo', () => {
  test('brings back what the live database has replaced, and nothing older', () => {
    expect(planUndo(observed(side, undone, replaced, older))).toEqual({ action: 'switch', to: replaced });
    expect(() => planUndo(observed(older))).toThrow(/^Nothing to undo: no rollback of "shop" has left/);
  });

  test('that was made is not made again, nor one of before', () => {
    expect(planUndo(observed(older, undone)).action).toBe('nothing');
    expect(planUndo(observed(side, undone))).toMatchObject({
      reason: expect.stringContaining('was undone at'),
    });
    expect(() => planUndo(observed(older, undoneBefore))).toThrow(/^Nothing to undo/);
  });

  test('D3: leads back along the chain, a step a run', () => {
    const before = database('shop_before', { role: 'replaced', replacedBy: LIVE_OID, run: '7' });
    const left = database('shop_left', { role: 'undone', replacedBy: LIVE_OID, run: '8' });
    expect(planUndo(observed(left, before), '9')).toEqual({ action: 'switch', to: before });
    expect(planUndo(observed(left, before), '8').action).toBe('nothing');
  });

  describe('by a run that has undone a rollback at ten', () => {
    const at = (hour: string) => `2026-11-01T${hour}:00:00Z`;
    const own = (fields: Partial<Note> = {}) =>
      database('shop_undone', { role: 'undone', replacedBy: 55, run: '8', at: at('10'), ...fields });
    const back = (run: string, hour: string) =>
      database('shop_old', { role: 'replaced', replacedBy: LIVE_OID, run, at: at(hour) });

    test('leaves a rollback alone that another run has made since', () => {
      expect(planUndo(observed(database('shop_x'), back('9', '11'), own()), '8')).toEqual({
        action: 'nothing',
        reason:
          'this run has undone a rollback at 2026-11-01T10:00:00Z, and run 9 has rolled back again at 2026-11-01T11:00:00Z; to undo that, start a new run',
      });
    });

    test.each<[string, Database[], string | undefined]>([
      ['of its own', [back('8', '11'), own()], '8'],
      ['from before', [back('9', '09'), own()], '8'],
      ['of the same second', [back('9', '10'), own()], '8'],
      ['where it has undone none', [back('9', '11')], '8'],
      ['where another run has undone one', [back('9', '11'), own({ run: '7' })], '8'],
      ['where it has only prepared one', [back('9', '11'), own({ role: 'side' })], '8'],
      ['where no run is known', [back('9', '11'), own()], undefined],
    ])('undoes a rollback %s', (_, ours, run) => {
      expect(planUndo(observed(...ours), run)).toEqual({ action: 'switch', to: ours[0] });
    });

    test('finds nothing to undo where nothing was replaced', () => {
      expect(() => planUndo(observed(own()), '8')).toThrow(/^Nothing to undo/);
    });
  });

  test('of what was only prepared says so', () => {
    expect(planUndo(observed(older, side))).toEqual({
      action: 'nothing',
      reason: 'nothing was switched yet; "shop_new" is beside it, and phase `clean` removes that',
    });
  });
});

describe('what nobody needs any more', () => {
  const dropped = (keep: number, ...ours: Database[]) =>
    leftoversOf(observed(...ours), keep).map((each) => each.database.name);

  /** Three rollbacks within an hour: what was live first, what the first and the second brought. */
  const chain = [
    database('third', { role: 'replaced', replacedBy: LIVE_OID, at: '2026-11-01T01:00:00Z' }, 13),
    database('second', { role: 'replaced', replacedBy: 13, at: '2026-11-01T00:30:00Z' }, 12),
    database('first', { role: 'replaced', replacedBy: 12, at: '2026-11-01T00:00:00Z' }, 11),
  ];

  test('D3: is never what was live before the first rollback of a chain, whatever `keep` says', () => {
    expect(dropped(3, ...chain)).toEqual([]);
    expect(dropped(1, ...chain)).toEqual(['second']);
    expect(dropped(0, ...chain)).toEqual(['third', 'second']);
    expect(dropped(0, replaced)).toEqual([]);
  });

  test('D3: is what a person names', () => {
    const named = leftoversOf(observed(...chain), 1, (name) => name === 'first');
    expect(named.map((each) => each.database.name)).toEqual(['second', 'first']);
  });

  test('D3: is not what was written to for days after it was restored', () => {
    const [third, , first] = chain as [Database, Database, Database];
    const second = database('second', { role: 'replaced', replacedBy: 13, at: '2026-11-09T00:00:00Z' }, 12);
    expect(dropped(0, third, second, first)).toEqual(['third']);
  });

  test('D3: the loss is counted against the first of a chain, as long as users have not written for a day since', () => {
    const backup = { takenAt: '2026-10-31T03:00:00Z' };
    const at = (time: string, ...ours: Database[]) =>
      originalOf(observed(...ours), backup, Date.parse(time))?.name;
    expect(at('2026-11-01T02:00:00Z', ...chain)).toBe('first');
    expect(at('2026-11-03T02:00:00Z', ...chain)).toBeUndefined();
    expect(at('2026-11-01T02:00:00Z')).toBeUndefined();
    const later = { takenAt: '2026-11-01T01:30:00Z' };
    expect(originalOf(observed(...chain), later, Date.parse('2026-11-01T02:00:00Z'))).toBeUndefined();
  });

  test('is not a database that an undo would bring back, though another one was replaced after it', () => {
    const [third, second, first] = chain as [Database, Database, Database];
    const later = database('later', { role: 'replaced', replacedBy: 66, at: '2026-11-01T02:00:00Z' }, 14);
    const before = database('before', { role: 'replaced', replacedBy: 14, at: '2026-11-01T01:30:00Z' }, 15);
    expect(dropped(1, later, before, third, second, first)).toEqual(['later', 'second']);
  });

  test('is all that was undone or never switched', () => {
    expect(dropped(1, side, restored, undone, replaced)).toEqual(['shop_new', 'shop_half', 'shop_undone']);
  });

  test('is told with why', () => {
    const left = { ...database('shop_rb_1f3c9a2e_new'), note: unfinishedNote('shop') };
    expect(leftoversOf(observed(left, undone), 0).map(({ reason: why }) => why)).toEqual([
      'was made for a switch that never came',
      'was undone at 2026-11-01T00:00:00Z',
    ]);
  });
});

// neondatabase/neon#5561, apache/cloudberry#1908: a DROP DATABASE that was interrupted leaves what nobody gets into any more.
describe('a replaced database that is half dropped', () => {
  const half = { ...replaced, connectionLimit: -2 };

  test('is nothing that an undo brings back, and that is said', () => {
    expect(() => planUndo(observed(half))).toThrow(
      'Nothing can be undone: "shop_old", which the rollback had replaced, is half dropped (a DROP DATABASE was interrupted); phase `clean` removes the rest of it.',
    );
  });

  test('may go without its name, and counts for nothing that is kept', () => {
    const names = leftoversOf(
      observed(half, { ...older, note: { ...(older.note as Note), at: '2026-10-30T00:00:00Z' } }),
      1,
    ).map(({ database: { name } }) => name);
    expect(names).toEqual(['shop_old']);
  });

  test('is nothing that the loss is counted against', () => {
    expect(
      originalOf(observed(half), { takenAt: undefined }, Date.parse('2026-11-01T01:00:00Z')),
    ).toBeUndefined();
    expect(
      originalOf(observed(replaced), { takenAt: undefined }, Date.parse('2026-11-01T01:00:00Z'))?.name,
    ).toBe('shop_old');
  });
});
