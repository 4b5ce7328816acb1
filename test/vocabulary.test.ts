import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { messages, textsOf } from '../scripts/messages.ts';
import { RETIRED_IN_MESSAGES, RETIRED_NAMES } from '../scripts/vocabulary.ts';

const root = join(import.meta.dirname, '..');

test('every message of the product is found, with what is filled in as dots', () => {
  const found = textsOf(
    'x.ts',
    'const a: string = `The lock of $' +
      '{name} is held by another run.`;\nconst sql = "SELECT a from b where c";',
  );
  expect(found).toEqual([{ place: 'x.ts:1', text: 'The lock of … is held by another run.' }]);
});

test('no message has a word that is retired', () => {
  const retired = messages().flatMap(({ place, text }) =>
    RETIRED_IN_MESSAGES.filter(([word]) => word.test(text)).map(
      ([, better]) => `${place}: ${text} (say: ${better})`,
    ),
  );
  expect(retired).toEqual([]);
});

test('no source has a name that is retired', () => {
  const names = new RegExp(`(?<![\\w'\`-])(?:${Object.keys(RETIRED_NAMES).join('|')})(?![\\w'\`-])`);
  const retired = globSync('src/**/*.ts', { cwd: root }).flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const name = /^\s*(\*|\/\/|\/\*)/.test(line) ? undefined : names.exec(line)?.[0];
        return name ? [`${file}:${index + 1}: ${name} (${RETIRED_NAMES[name]})`] : [];
      }),
  );
  expect(retired).toEqual([]);
});
