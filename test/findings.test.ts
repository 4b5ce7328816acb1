/** Every case of `shared/findings`, which lies beside the checkout where this project is made, is named by a test that holds it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const FOLDER = ['../../shared/findings', '../../../shared/findings']
  .map((path) => resolve(import.meta.dirname, path))
  .find((path) => existsSync(path));

/** Cases that no test can hold, and why. */
const UNTESTED: Readonly<Record<string, string>> = {};

/** `| S10 **M** | …`: the cases that the tables of a folder number. */
const casesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/^\| ([A-Z]+\d+)\b/gm)].map(([, id = '']) => id),
  );

/** Cases at the beginning of texts in the tests, as titles have them: `'S10, N4: at the deadline …'`. */
function casesNamed(): Set<string> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
  const heads = texts.flatMap((text) => [...text.matchAll(/['"`]([A-Z]+\d+(?:, [A-Z]+\d+)*)[:'"`]/g)]);
  return new Set(heads.flatMap(([, ids = '']) => ids.split(', ')));
}

if (FOLDER === undefined) test.skip('the cases are not here: there is no folder shared/findings', () => {});
else
  test('every case has a test whose title begins with it', () => {
    const cases = casesIn(FOLDER);
    const named = casesNamed();
    expect(cases.length).toBeGreaterThan(140);
    expect(cases.filter((id) => !named.has(id) && !(id in UNTESTED))).toEqual([]);
    expect(Object.keys(UNTESTED).filter((id) => named.has(id) || !cases.includes(id))).toEqual([]);
  });
