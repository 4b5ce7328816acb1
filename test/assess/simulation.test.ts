import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { errorsOf, simulate, table } from '../../bench/assess/simulate.ts';

const scores = simulate(1000, 1);
const rules = [...new Set(scores.map(({ rule }) => rule))];

test('a bake rolls next to nothing back that should stay, and leaves next to nothing that somebody has to look at', () => {
  const { falsePositives, falseNegatives } = errorsOf(scores, 'assess');
  expect(falsePositives).toBeLessThanOrEqual(1);
  expect(falseNegatives).toBeLessThanOrEqual(1);
});

test('every other rule does worse on both sides', () => {
  const others = rules.filter((rule) => rule !== 'assess').map((rule) => errorsOf(scores, rule));
  expect(others).toHaveLength(3);
  for (const { falsePositives, falseNegatives } of others) {
    expect(falsePositives).toBeGreaterThan(10);
    expect(falseNegatives).toBeGreaterThan(10);
  }
});

test('the same seed gives the same table', () => {
  expect(table(simulate(22, 3))).toBe(table(simulate(22, 3)));
  expect(table(simulate(22, 3))).not.toBe(table(simulate(22, 4)));
});

test('the documentation has the sum of the table that the benchmark prints', () => {
  const page = readFileSync(new URL('../../docs/decide.md', import.meta.url), 'utf8');
  const rows = table(scores).trimEnd().split('\n');
  expect(page).toContain([...rows.slice(0, 2), rows.at(-1)].join('\n'));
});
