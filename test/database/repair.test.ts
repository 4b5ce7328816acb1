import { describe, expect, test } from '@jest/globals';
import { refusalOfRepair } from '../../src/database/repair/carry-out.ts';
import { placesOf, type Unit } from '../../src/database/repair/divide.ts';
import { requireRepairInputs } from '../../src/database/repair/inputs.ts';
import { mentions, relatedParts } from '../../src/database/repair/lost-tables.ts';
import type { TablePlan } from '../../src/database/repair/plan.ts';
import { parseRenamed } from '../../src/database/repair/renamed.ts';
import { describeRepair, recommendation } from '../../src/database/repair/render.ts';
import { commonKey, fits } from '../../src/database/repair/scope.ts';
import type { Column, Shape } from '../../src/database/repair/shape.ts';
import { nameOfSchema } from '../../src/database/repair/state.ts';

const column = (type: string, name = 'x'): Column => ({
  ...{ name, type, base: type.replace(/\(.*\)/, ''), collation: '' },
  ...{ generated: false, identity: false, always: false, notNull: true, fallback: null },
});

describe('a column takes back what it held', () => {
  test.each([
    ['integer', 'integer', true],
    ['integer', 'bigint', true],
    ['character varying(20)', 'text', true],
    ['text', 'character varying(20)', true],
    ['bigint', 'integer', false],
    ['numeric(10,2)', 'integer', false],
    ['numeric(10,2)', 'numeric(10,0)', false],
    ['integer', 'numeric', true],
    ['integer', 'numeric(3,0)', false],
  ])('%s in %s: %s', (from, into, does) => {
    expect(fits(column(from), column(into))).toBe(does);
  });
});

test('rows are known by a key that all states have and that can be written', () => {
  const shape = (keys: string[][], generated: string[] = []) =>
    ({
      keys,
      columns: ['id', 'mail', 'sum'].map((name) => ({
        ...column('text', name),
        generated: generated.includes(name),
      })),
    }) as unknown as Shape;
  expect(commonKey([shape([['id'], ['mail']]), shape([['mail']])])).toEqual(['mail']);
  expect(commonKey([shape([['id', 'mail']]), shape([['mail', 'id']])])).toEqual(['id', 'mail']);
  expect(commonKey([shape([['id']]), shape([['mail']])])).toBeUndefined();
  expect(commonKey([shape([['sum']], ['sum']), shape([['sum']])])).toBeUndefined();
});

describe('what is made again with a table', () => {
  const part = (kind: string, name: string, definition: string) => ({
    kind,
    schema: 'public',
    name,
    definition,
  });
  const parts = [
    part('TYPE', 'colour', 'CREATE TYPE public.colour AS ENUM ();'),
    part('TYPE', 'other', 'CREATE TYPE public.other AS ENUM ();'),
    part('FUNCTION', 'evil', 'CREATE FUNCTION public.evil() … FROM public.orders'),
    part('TABLE', 'orders', 'CREATE TABLE public.orders (id int, colour public.colour);'),
    part('TABLE', 'orders_old', 'CREATE TABLE public.orders_old (id int);'),
    part('VIEW', 'big', 'CREATE VIEW public.big AS SELECT id FROM public.orders;'),
    part('VIEW', 'bigger', 'CREATE VIEW public.bigger AS SELECT id FROM public.big;'),
    part('VIEW', 'there', 'CREATE VIEW public.there AS SELECT id FROM public.orders;'),
    part(
      'FK CONSTRAINT',
      'items fk',
      'ALTER TABLE ONLY public.items ADD CONSTRAINT fk FOREIGN KEY (o) REFERENCES public.orders(id);',
    ),
    part(
      'FK CONSTRAINT',
      'other fk',
      'ALTER TABLE ONLY public.items ADD CONSTRAINT fk FOREIGN KEY (o) REFERENCES public.orders_old(id);',
    ),
  ];

  test('is what belongs to it, what reads it and what it needs, and no code', () => {
    const found = relatedParts(
      parts,
      ['public.orders'],
      new Set(['public.there', 'public.other', 'public.orders_old']),
    );
    expect(found.map(({ name }) => name)).toEqual(['colour', 'orders', 'big', 'bigger', 'items fk']);
  });

  test('goes by whole names, quoted or not', () => {
    expect(mentions('REFERENCES public.orders(id)', 'public.orders')).toBe(true);
    expect(mentions('FROM public."Odd ""name"""', 'public.Odd "name"')).toBe(true);
    for (const text of ['FROM public.orders_old', 'FROM my_public.orders', 'FROM other.public.orders'])
      expect(mentions(text, 'public.orders')).toBe(false);
  });
});

describe('a plan', () => {
  const plan = (more: Partial<TablePlan> = {}): TablePlan => ({
    ...{ table: 'public.orders', reachedFrom: null, back: 3, set: 2, newer: 1, deletedSince: 0, made: 0 },
    ...{ transactions: [], unlinked: [], conflicts: [] },
    ...more,
  });
  const conflict = (kind: string, isNew = false) =>
    plan({ conflicts: [{ kind, name: '', isNew, rows: 1, examples: [] }] });
  const wishes = { conflicts: 'keep', newConstraints: 'keep', triggers: 'off', maxWait: 10 } as const;

  test('is not done where nothing tells whose change it is, whatever is wished', () => {
    expect(refusalOfRepair([conflict('no evidence')], wishes, 0)).toContain('give `after`');
    expect(refusalOfRepair([conflict('taken')], wishes, 0)).toBeUndefined();
    expect(refusalOfRepair([conflict('taken')], { ...wishes, conflicts: 'refuse' }, 0)).toContain(
      '`conflicts: keep`',
    );
    const dropping = { ...wishes, conflicts: 'refuse', newConstraints: 'drop' } as const;
    expect(refusalOfRepair([conflict('constraint', true)], dropping, 0)).toBeUndefined();
    expect(refusalOfRepair([conflict('constraint')], dropping, 0)).toContain('`conflicts: keep`');
    expect(refusalOfRepair([plan()], wishes, 11)).toMatch(
      /`max-wait` allows \(10 s\); `batch: 10000` writes/,
    );
    expect(refusalOfRepair([plan()], wishes, 10)).toBeUndefined();
  });

  test('is told with the rows that come back, are set back and stay', () => {
    const report = { applied: true, evidence: 'after', schema: 's', tables: [plan()], objects: [] } as const;
    expect(describeRepair(report)).toBe('in 1 table 3 rows are back and 2 are set back; 1 newer row is kept');
    expect(describeRepair({ ...report, applied: false, evidence: 'none' })).toBe(
      'in 1 table 3 rows would come back and 2 would be set back; 1 newer row would stay; rows that come back may have been deleted by users, as no `after` tells',
    );
    expect(recommendation({ ...report, tables: [conflict('collision')] })).toContain('look at the conflicts');
    expect(recommendation(report)).toBe('apply it');
  });
});

test('rows are divided in the order in which they need each other; those that cannot be divided are in one batch', () => {
  const unit = (table: number, level: number, rows: number): Unit => ({ table, level, rows });
  const [sets, child, parent, knot, other] = [
    unit(1, -1, 30),
    unit(2, 1, 25),
    unit(1, 0, 15),
    unit(1, 2, 6),
    unit(2, 2, 5),
  ];
  const places = placesOf([sets, child, parent, knot, other], new Set([2]), 20);
  // Parents at 0 to 14, children to 39; the knot has a batch with room for 9 more, and those that are set back begin in it.
  expect([parent, child, knot, other, sets].map((one) => places.get(one))).toEqual([0, 15, 40, 40, 51]);
  const large = [unit(1, 1, 50), unit(2, 1, 5), unit(1, -1, 10)] as const;
  const [one, two, last] = large;
  const single = placesOf(large, new Set([1]), 20);
  expect([one, two, last].map((each) => single.get(each))).toEqual([0, 0, 20]);
  // One that does not fit into what is left of a batch begins the next.
  const tight = [unit(1, 0, 15), unit(1, 1, 10)] as const;
  expect(placesOf(tight, new Set([1]), 20).get(tight[1])).toBe(20);
});

test('inputs of a repair are refused where another strategy would take everything back', () => {
  const asked: Omit<Parameters<typeof requireRepairInputs>[0], 'strategy' | 'phase'> = {
    ...{ tables: ['orders'], excludeTables: [], columns: [], stampColumns: [], renamed: [] },
    ...{ conflicts: 'refuse', newConstraints: 'keep', triggers: 'off', maxWait: 10 },
  };
  expect(() => requireRepairInputs({ ...asked, strategy: 'swap', phase: 'all' })).toThrow(
    'takes the whole database back',
  );
  expect(() => requireRepairInputs({ ...asked, strategy: 'repair', phase: 'all' })).not.toThrow();
  expect(() => requireRepairInputs({ ...asked, tables: [], strategy: 'repair', phase: 'all' })).toThrow(
    '`tables` is required',
  );
  expect(() =>
    requireRepairInputs({ ...asked, tables: [], strategy: 'repair', phase: 'undo' }),
  ).not.toThrow();
  const all = { ...asked, strategy: 'repair', phase: 'all' };
  expect(() => requireRepairInputs({ ...all, since: 1, until: 2 })).not.toThrow();
  expect(() => requireRepairInputs({ ...all, since: 1 })).toThrow('belong together');
  expect(() => requireRepairInputs({ ...all, since: 2, until: 1 })).toThrow('is later than `until`');
  expect(() => requireRepairInputs({ ...all, since: 1, until: 2, after: 'x' })).toThrow('without `after`');
  expect(() => requireRepairInputs({ ...all, strategy: 'swap', tables: [], since: 1, until: 2 })).toThrow(
    '`since`, `until` are for `strategy: repair` alone',
  );
});

test('a column that was renamed is named with its table', () => {
  expect(parseRenamed('public.customers.email_address = email')).toEqual({
    ...{ schema: 'public', table: 'customers', today: 'email_address', before: 'email' },
  });
  for (const wrong of [
    'email',
    'customers.email_address=email',
    'public.c.a=',
    'public.c.a=b=c',
    'a.b.c.d=e',
  ])
    expect(() => parseRenamed(wrong)).toThrow('accepted is the name of today and the one in the backup');
});

test('the schema of a repair has a name that PostgreSQL keeps whole', () => {
  expect(nameOfSchema('42-1', 1)).toBe('rollback_42-1');
  expect(nameOfSchema('42-1', 2)).toBe('rollback_42-1_2');
  expect(Buffer.byteLength(nameOfSchema('ü'.repeat(60), 3))).toBeLessThanOrEqual(63);
});
