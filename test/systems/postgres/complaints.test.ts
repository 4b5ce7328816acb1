import { expect, test } from '@jest/globals';
import { reasonIn } from '../../../src/database/backup/psql.ts';
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
  // As servers say it whose lc_messages is German, French, Spanish, Russian or Japanese (sequelize#6033, getodk/central#1199).
  [
    'DETAIL:  Fehlgeschlagene Zeile enthält (1, alice@example.com).',
    'DETAIL:  Fehlgeschlagene Zeile enthält',
  ],
  ['DETAIL:  La fila que falla contiene (1, alice).', 'DETAIL:  La fila que falla contiene'],
  ['DETAIL:  失敗した行は(1, alice)を含みます', 'DETAIL:  失敗した行は'],
  ['DETAIL:  Schlüssel »(mail)=(alice)« existiert bereits.', 'DETAIL:  Schlüssel »(mail)'],
  ['DETAIL:  La clé « (mail)=(alice) » existe déjà.', 'DETAIL:  La clé « (mail)'],
  ['CONTEXT:  COPY users, Zeile 3, Spalte mail: »alice«', 'CONTEXT:  COPY users, Zeile 3, Spalte mail'],
  ['CONTEXT:  COPY users, línea 3: «3\talice»', 'CONTEXT:  COPY users, línea 3'],
  ['ungültige Eingabesyntax für Typ integer: »alice«', 'ungültige Eingabesyntax für Typ integer'],
  ['неверный синтаксис для типа integer: "alice"', 'неверный синтаксис для типа integer'],
  ['function f(integer, text) does not exist', 'function f(integer, text) does not exist'],
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

test('a detail that stands by itself is one too', () => {
  expect(withoutRows('Fehlgeschlagene Zeile enthält (1, alice).', true)).toBe(
    'Fehlgeschlagene Zeile enthält',
  );
  expect(withoutRows('permission denied for function f (integer)')).toBe(
    'permission denied for function f (integer)',
  );
});

test.each([
  [['psql:<stdin>:7: ERROR:  relation "a" already exists.'], 'relation "a" already exists'],
  [
    [
      'psql:<stdin>:3: WARNUNG:  keine Transaktion',
      'psql:<stdin>:7: FEHLER:  Relation »a« existiert bereits',
    ],
    'Relation »a« existiert bereits',
  ],
  [['psql:<stdin>:7: ERREUR:  la relation « a » existe déjà'], 'la relation « a » existe déjà'],
  [['psql:<stdin>:7: ОШИБКА:  отношение "a" уже существует'], 'отношение "a" уже существует'],
  [['a line of something else'], undefined],
])('the reason in %j is %j', (lines, reason) => {
  expect(reasonIn(lines)).toBe(reason);
});
