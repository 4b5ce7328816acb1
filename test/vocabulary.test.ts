import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { messages, type Node, textsOf, treeOf, visit } from '../scripts/messages.ts';
import { KEPT_FIELDS, RETIRED_IN_MESSAGES, RETIRED_NAMES, RETIRED_WORDS } from '../scripts/vocabulary.ts';

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

/** The names that a source binds, and those of its fields. */
function namesIn(source: string): { bound: [string, number][]; fields: [string, number][] } {
  const bound: [string, number][] = [];
  const fields: [string, number][] = [];
  const add = (to: [string, number][], node: unknown) => {
    const { type, name, loc } = node as Node;
    if (type === 'Identifier') to.push([String(name), loc.start.line]);
  };
  const bind = (node: unknown): void => {
    const { type, ...rest } = (node ?? {}) as Node & Record<string, unknown>;
    if (type === 'ObjectPattern')
      for (const { value, argument } of rest.properties as Node[]) bind(value ?? argument);
    else if (type === 'ArrayPattern') for (const each of rest.elements as Node[]) bind(each);
    else if (type === 'AssignmentPattern') bind(rest.left);
    else if (type === 'RestElement') bind(rest.argument);
    else if (type !== undefined) add(bound, node);
  };
  visit(treeOf(source), (node) => {
    if (node.type === 'VariableDeclarator') bind(node.id);
    if (node.type.startsWith('Function') || node.type.startsWith('Class')) bind(node.id);
    if (node.type === 'CatchClause') bind(node.param);
    if (node.type.startsWith('Import') && 'local' in node) bind(node.local);
    for (const each of (node.params ?? []) as Node[]) bind(each);
    if (/Property$|Method$/.test(node.type) && !node.computed) add(fields, node.key);
    if (/MemberExpression$/.test(node.type) && !node.computed) add(fields, node.property);
  });
  return { bound, fields };
}

test('names are found wherever something is named', () => {
  const { bound, fields } = namesIn(
    'import { a } from "b"; function c({ d: e, ...f }, [g], h = 1) { try { i.j = { k: 1 } } catch (l) {} }; class M { n() {} }',
  );
  expect(bound.map(([name]) => name).sort()).toEqual(['M', 'a', 'c', 'e', 'f', 'g', 'h', 'l']);
  expect(fields.map(([name]) => name).sort()).toEqual(['d', 'j', 'k', 'n']);
});

/** `whyUnreached` and `MOST_TOLD` as their words; what is written otherwise is the name of another program. */
const wordsOf = (name: string): string[] =>
  /^[A-Z0-9_]+$/.test(name)
    ? name.toLowerCase().split('_')
    : name.split(/(?=[A-Z])/).map((word) => word.toLowerCase());

test('a name is taken apart into its words', () => {
  expect(wordsOf('whyUnreached')).toEqual(['why', 'unreached']);
  expect(wordsOf('MOST_TOLD')).toEqual(['most', 'told']);
  expect(wordsOf('wholeName')).toEqual(['whole', 'name']);
  expect(wordsOf('replace_because_tainted')).toEqual(['replace_because_tainted']);
});

test('no name says only that something is told, or why', () => {
  const files = globSync('src/**/*.ts', { cwd: root });
  const retired = files.flatMap((file) => {
    const { bound, fields } = namesIn(readFileSync(join(root, file), 'utf8'));
    const retiredIn =
      (isKept: (name: string) => boolean) =>
      ([name, line]: [string, number]) => {
        const word = wordsOf(name).find((each) => Object.hasOwn(RETIRED_WORDS, each));
        return word === undefined || isKept(name)
          ? []
          : [`${file}:${line}: ${name} (${RETIRED_WORDS[word]})`];
      };
    const isKeptField = (name: string) => (KEPT_FIELDS[name] ?? []).some((place) => file.startsWith(place));
    return [...bound.flatMap(retiredIn(() => false)), ...fields.flatMap(retiredIn(isKeptField))];
  });
  expect(retired).toEqual([]);
});
