import { expect, test } from '@jest/globals';
import { notCarriedSentence, refusedIn } from '../../../src/database/backup/carry-over.ts';

test('what PostgreSQL warned of tells which owners and grants could not be carried over', () => {
  const refused = refusedIn([
    'psql:<stdin>:9: WARNING:  something else',
    'psql:<stdin>:10: WARNING:  not carried over: GRANT SELECT ON TABLE public.t TO "é"',
  ]);
  expect(refused).toEqual(['GRANT SELECT ON TABLE public.t TO "é"']);
  expect(notCarriedSentence(refused)).toMatch(
    /^1 owners or grants .* could not be carried over, .*: GRANT SELECT ON TABLE public\.t TO "é"\.$/,
  );
  expect(notCarriedSentence([])).toBeUndefined();
});
