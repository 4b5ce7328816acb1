import { expect, test } from '@jest/globals';
import { slim } from '../scripts/slim.ts';

/** A chunk with one module, as webpack writes it. */
const chunk = (...lines: string[]) =>
  ['exports.modules = {', '1:', '((module, exports, require) => {', ...lines, '})', '};', ''].join('\n');
const slimmed = (...lines: string[]) =>
  slim(chunk(...lines))
    .split('\n')
    .slice(3, -3)
    .join('\n');

test('comments go, with the lines that they have to themselves', () => {
  expect(slimmed('/**', ' * Words.', ' */', 'a(); // and more', '  // alone', 'b(/* first */ 1);')).toBe(
    'a();  \nb(  1);',
  );
});

test('a comment of several lines still ends one', () => {
  expect(slimmed('let a = 1 /* one', 'two */ let b')).toBe('let a = 1 \n let b');
});

test('what only looks like a comment stays', () => {
  const lines = ['a("// no", `/* no */', '', '  // \u0024{b /* yes */}`, /[/*]\\/*/);'];
  expect(slimmed(...lines)).toBe(lines.join('\n').replace('/* yes */', ' '));
});

test('functions that nothing names go, and those that only they name', () => {
  expect(
    slimmed(
      'function used() { return get(); }',
      'function get() {}',
      'function unused() { return alsoUnused(unused); }',
      'async function* alsoUnused() {}',
      'require.d(exports, { a: () => used });',
    ),
  ).toBe('function used() { return get(); }\nfunction get() {}\nrequire.d(exports, { a: () => used });');
});

test.each([
  ['in a template', 'a(`\u0024{f()}`);'],
  ['as a property', 'a.f();'],
  ['as a text', 'a["f"]();'],
  ['in a class', 'class A extends f {}'],
  ['by a name that the grammar has too', 'of();', 'of'],
  ['by eval, perhaps', 'eval(a);'],
])('a function stays that is named %s', (_, line, name = 'f') => {
  expect(slimmed(`function ${name}() {}`, line)).toBe(`function ${name}() {}\n${line}`);
});

test('a function of another module is another one', () => {
  const two = `exports.modules = {\n1: ((m) => {\nfunction f() {}\n}),\n2: ((m) => {\nfunction f() {}\nf();\n})\n};\n`;
  expect(slim(two)).toBe(
    'exports.modules = {\n1: ((m) => {\n}),\n2: ((m) => {\nfunction f() {}\nf();\n})\n};\n',
  );
});
