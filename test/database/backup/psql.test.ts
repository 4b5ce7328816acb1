import { expect, test } from '@jest/globals';
import { restoreError } from '../../../src/database/backup/psql.ts';

test.each([
  'could not extend file "base/16425/16460": No space left on device',
  'could not extend file "base/16425/16460": wrote only 4096 of 8192 bytes at block 5',
])('a full disk of the server says what to do: %s', (said) => {
  const { message } = restoreError('shop', [`pg_restore: error: could not execute query: ERROR:  ${said}.`]);
  expect(message).toBe(
    `The backup could not be restored into "shop": could not execute query: ERROR:  ${said}; give the server’s disk room for the database once more, and run this again.`,
  );
});

test('any other complaint is told as it is', () => {
  const { message } = restoreError('shop', ['psql:1: ERROR:  permission denied for schema public']);
  expect(message).toBe('The backup could not be restored into "shop": permission denied for schema public.');
});
