import { readFileSync } from 'node:fs';
import { expect, jest, test } from '@jest/globals';
import { FAULTS } from './faults.ts';
import { POSTGRES_FAULTS } from './faults-postgres.ts';
import { STANDBY_FAULTS } from './faults-standby.ts';
import { standAll } from './strike.ts';

jest.setTimeout(600_000);

const elsewhere = [...POSTGRES_FAULTS, ...STANDBY_FAULTS];
standAll(FAULTS.filter((fault) => !elsewhere.includes(fault)));

test('the documentation names every fault of this suite, and no other', () => {
  const page = readFileSync(new URL('../../../bench/RELIABILITY.md', import.meta.url), 'utf8');
  const rows = [
    ...page.matchAll(/^\| ((?:Kubernetes|PostgreSQL|S3|Redis|Clock|Runner|Slack): .*?) \|/gm),
  ].map(([, what]) => what);
  expect(rows).toEqual(FAULTS.map(({ what }) => what));
});
