import { expect, test } from '@jest/globals';
import { linesWithoutRows, withoutRows } from '../../../src/systems/postgres/complaints.ts';

/** What the server and its programs say of a row that breaks a rule, and what of it is for a log. */
test.each([
  ['Failing row contains (1, alice@example.com, 4111).', 'Failing row contains'],
  ['Key (mail)=(alice@example.com) already exists.', 'Key (mail) already exists'],
  ['Key (mail)=(a) is not present in "b) is duplicated.', 'Key (mail) is duplicated'],
  [
    'Key (room, during)=(1, [1,5)) conflicts with existing key (room, during)=(1, [2,3)).',
    'Key (room, during) conflicts with',
  ],
  ['Key (lower(mail))=(alice) is duplicated.', 'Key (lower(mail)) is duplicated'],
  [
    'Partition key of the failing row contains (mail) = (alice).',
    'Partition key of the failing row contains (mail)',
  ],
  ['COPY users, line 3, column mail: "alice@example.com"', 'COPY users, line 3, column mail'],
  ['COPY users, line 3: "3\talice@example.com"', 'COPY users, line 3'],
  ['COPY users, line 3', 'COPY users, line 3'],
  ['invalid input syntax for type integer: "alice"', 'invalid input syntax for type integer'],
  ['invalid input value for enum mood: "alice"', 'invalid input value for enum mood'],
  [`LINE 1: INSERT INTO users VALUES (1, 'alice');`, 'LINE 1:'],
  ['LINE 1: SELECT n_words();', 'LINE 1: SELECT n_words();'],
  ['relation "words" does not exist', 'relation "words" does not exist'],
  [
    'COPY failed for table "users": ERROR:  permission denied',
    'COPY failed for table "users": ERROR:  permission denied',
  ],
])('%j is told as %j', (said, told) => {
  expect(withoutRows(said)).toBe(told);
});

test('a row of several lines is left out to its end', () => {
  const lines = [
    'psql:<stdin>:7: ERROR:  new row for relation "users" violates check constraint "short"',
    'DETAIL:  Failing row contains (1, alice',
    'lives here',
    ').',
    'CONTEXT:  COPY users, line 2: "1',
    'alice"',
    'HINT:  Look at it.',
  ];
  expect(linesWithoutRows(lines)).toEqual([
    lines[0],
    'DETAIL:  Failing row contains',
    'CONTEXT:  COPY users, line 2',
    'HINT:  Look at it.',
  ]);
});
