import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const src = join(import.meta.dirname, '../src');

/** The floors of the house, from the top; what a file imports lies on a floor below its own. */
const FLOORS = [
  ['main'],
  ['actions'],
  ['work'],
  ['drill', 'readiness'],
  ['rollback'],
  ['service', 'database', 'infra', 'integrity', 'cache', 'dns', 'assess', 'smoke', 'notify', 'report'],
  ['owners'],
  ['domain', 'runner'],
  ['systems'],
  ['record', 'config'],
  ['base'],
];
/** Packages that speak to something outside, and the one place that may import each. */
const DOORS: [RegExp, string][] = [
  [/^@actions\/core(\/|$)/, 'runner'],
  [/^@actions\/(?!core(\/|$))/, 'systems'],
  [/^(@kubernetes\/|pg$|pg-|ioredis|redis|@aws-sdk\/|@slack\/|nodemailer|@octokit\/)/, 'systems'],
  [/^node:(http|https|http2|net|tls|dgram|dns|child_process)(\/|$)/, 'systems'],
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const room = (file: string) => file.split('/')[0]?.replace(/\.ts$/, '') ?? '';
const floor = (name: string) => FLOORS.findIndex((rooms) => rooms.includes(name));

/** Every import, export from and `import()` of a file, with relative ones as paths below src. */
function importsOf(file: string): Import[] {
  const code = readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found = code.matchAll(
    /(?:^(?:import|export)\b[^;'"]*?\bfrom\s*|^import\s*|\bimport\s*\(\s*)['"]([^'"]+)['"]/gm,
  );
  return [...found].map(([, name = '']) => ({
    from: file,
    to: name.startsWith('.') ? normalize(join(file, '..', name)) : name,
  }));
}

const imports = files.flatMap(importsOf);
const within = imports.filter(({ to }) => to.endsWith('.ts'));
const outside = imports.filter(({ to }) => !to.endsWith('.ts'));
const told = ({ from, to }: Import) => `${from} → ${to}`;

test('imports are found, so that what follows says something', () => {
  expect(imports.map(told)).toEqual(
    expect.arrayContaining([
      'main.ts → actions/rollback-service.ts',
      'work/rollback-service.ts → service/to.ts',
      'runner/github.ts → @actions/core',
      'systems/kubernetes/pods.ts → @kubernetes/client-node/dist/exec.js',
      'config/read.ts → yaml',
    ]),
  );
  for (const { to } of within) expect(files).toContain(to);
});

test('every file belongs to a floor', () => {
  expect(files.filter((file) => floor(room(file)) < 0)).toEqual([]);
});

test('imports go down', () => {
  const up = within.filter(({ from, to }) => room(from) !== room(to) && floor(room(from)) > floor(room(to)));
  expect(up.map(told)).toEqual([]);
});

test('rooms of one floor do not import each other', () => {
  const sideways = within.filter(
    ({ from, to }) => room(from) !== room(to) && floor(room(from)) === floor(room(to)),
  );
  expect(sideways.map(told)).toEqual([]);
});

test('actions do not import each other, and nothing but main imports them', () => {
  expect(within.filter(({ from, to }) => room(to) === 'actions' && room(from) !== 'main').map(told)).toEqual(
    [],
  );
});

// A wrong input is told by a start that has loaded little more than the inputs.
test('the work of an action is imported by that action alone, once its inputs are right', () => {
  const works = within.filter(({ to }) => room(to) === 'work');
  expect(works.length).toBeGreaterThan(0);
  for (const { from, to } of works) {
    expect(from).toBe(to.replace('work', 'actions'));
    expect(readFileSync(join(src, from), 'utf8')).not.toMatch(/^import [^;]*\bfrom '\.\.\/work\//m);
  }
});

describe('doors', () => {
  test.each(DOORS)('%s are in %s alone', (packages, owner) => {
    expect(outside.filter(({ from, to }) => packages.test(to) && room(from) !== owner).map(told)).toEqual([]);
  });

  test('nothing but systems calls fetch', () => {
    const callers = files.filter((file) =>
      /(?<![.\w])fetch\(/.test(
        readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
      ),
    );
    expect(callers.filter((file) => room(file) !== 'systems')).toEqual([]);
  });

  test('each system is imported by its own folder alone', () => {
    const foreign = outside.filter(
      ({ from, to }) =>
        (to.startsWith('@kubernetes/') && !from.startsWith('systems/kubernetes/')) ||
        (to.startsWith('@actions/github') && !from.startsWith('systems/github/')),
    );
    expect(foreign.map(told)).toEqual([]);
  });

  test('the barrel of the Kubernetes client, which is 14 MB of generated code, is not imported', () => {
    expect(
      outside.filter(({ to }) => /^@kubernetes\/client-node($|\/dist\/(index|gen))/.test(to)).map(told),
    ).toEqual([]);
  });
});

test('every package that is imported is a dependency, and every dependency is imported', () => {
  const { dependencies } = JSON.parse(readFileSync(join(src, '../package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const names = outside
    .filter(({ to }) => !to.startsWith('node:'))
    .map(({ to }) =>
      to
        .split('/')
        .slice(0, to.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  expect([...new Set(names)].sort()).toEqual(Object.keys(dependencies).sort());
});

test('no import goes round in a circle', () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of within) next.set(from, [...(next.get(from) ?? []), to]);
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (next.get(from) ?? []).some(
      (step) => step === to || (!seen.has(step) && reaches(step, to, seen.add(step))),
    );
  expect(files.filter((file) => reaches(file, file))).toEqual([]);
});

// What is generated is as long as what it is made of.
test.each(files.filter((file) => file !== 'config/inputs.ts'))('%s has at most 300 lines', (file) => {
  expect(readFileSync(join(src, file), 'utf8').split('\n').length - 1).toBeLessThanOrEqual(300);
});
