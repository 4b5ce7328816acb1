import { expect, test } from '@jest/globals';
import { requireExpected } from '../../src/database/verify.ts';
import { SNAPSHOT } from '../systems/postgres/integrity/example.ts';

const [table] = SNAPSHOT.tables as [(typeof SNAPSHOT.tables)[number]];
const sessions = { ...table, schema: 'public', name: 'sessions' };
const restored = { ...SNAPSHOT, tables: [table, sessions] };

test('K2: what a snapshot was told to leave out is no difference', () => {
  const scoped = { ...SNAPSHOT, scope: { tables: [], exclude: ['public.sessions'] } };
  expect(() => requireExpected(restored, scoped, 'nothing was changed')).not.toThrow();
  expect(() => requireExpected(restored, SNAPSHOT, 'nothing was changed')).toThrow(
    /^What was restored is not what the backup's snapshot says: 1 differences \(public\.sessions\); nothing was changed\.$/,
  );
});
