import { expect, test } from '@jest/globals';
import { notCarriedSentence, refusedOf } from '../../../src/database/backup/carry-over.ts';

test('what PostgreSQL warned of tells which owners and grants could not be carried over', () => {
  const { refused, others } = refusedOf(
    [
      'psql:<stdin>:9: WARNING:  something else',
      'psql:<stdin>:10: WARNING:  not carried over: GRANT SELECT ON TABLE public.t TO "é"',
      'psql:<stdin>:11: WARNING:  not carried over: ALTER TABLE public.t OWNER TO app',
    ],
    ['ALTER TABLE public.t OWNER TO app'],
  );
  expect(refused).toEqual(['ALTER TABLE public.t OWNER TO app']);
  expect(others).toEqual(['GRANT SELECT ON TABLE public.t TO "é"']);
  expect(notCarriedSentence(others)).toMatch(
    /^1 owners or grants .* could not be carried over, .*: GRANT SELECT ON TABLE public\.t TO "é"\.$/,
  );
  expect(notCarriedSentence([])).toBeUndefined();
});
