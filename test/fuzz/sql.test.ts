/** The SQL of a backup: what is refused in one piece is refused in many, and no text takes long. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '../../src/base/errors.ts';
import { Lexer } from '../../src/database/backup/lexer.ts';
import { holds, near, refusedOrDone } from './fuzz.ts';

/** The statements of a text that comes in pieces, until a command of psql, which is refused as in script.ts. */
function statementsOf(pieces: readonly string[]): string {
  const found: unknown[] = [];
  const lexer = new Lexer({
    statement: (one) => found.push(structuredClone(one)),
    command: () => {
      found.push('command');
      throw new ActionError('refused');
    },
  });
  refusedOrDone(() => {
    let rest = '';
    for (const [index, piece] of pieces.entries()) {
      rest += piece;
      rest = rest.slice(lexer.read(rest, index === pieces.length - 1));
    }
  });
  return JSON.stringify(found);
}

/** One line, as bytes are read: latin1. */
const line = near([
  'COPY a (b, "c;d") FROM stdin;',
  "SELECT E'\\'' || U&'\\0061' || $a$;$b$;$a$ /* /* */ */ -- x ;",
  "\\! id ; \\copy a from program 'id'",
  "COPY a FROM PROGRAM 'id'; SET search_path = evil, pg_catalog;",
  'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN 1=1 THEN 2 END; END;',
]).map((text) => `${Buffer.from(text).toString('latin1').replaceAll('\n', ' ').slice(0, 5000)}\n`);

test('statements are the same however a line is cut into pieces', () => {
  holds(fc.tuple(line, fc.array(fc.nat(5000), { maxLength: 5 })), ([text, cuts]) => {
    const places = [0, ...cuts.map((cut) => cut % text.length).sort((a, b) => a - b), text.length];
    const pieces = places.slice(1).map((end, index) => text.slice(places[index], end));
    expect(statementsOf(pieces.filter((piece) => piece !== ''))).toBe(statementsOf([text]));
  });
});

test('a command of psql behind a whole statement is seen, whatever follows', () => {
  holds(line, (text) => {
    expect(statementsOf([`SELECT 1; \\! ${text}`])).toContain('command');
  });
});
