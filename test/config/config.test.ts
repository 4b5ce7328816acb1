import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadDefaults } from '../../src/config/config.ts';
import { ActionError } from '../../src/runner/errors.ts';

function load(yaml: string, environment?: string, inputs = ['to', 'maxParallel', 'workloads', 'gitops']) {
  const path = join(mkdtempSync(join(tmpdir(), 'config-')), 'rollback.yml');
  writeFileSync(path, yaml);
  return loadDefaults({ path, environment, action: 'rollback-service', inputs });
}

const one = (section: string) => load(`environments:\n  prod:\n    rollback-service:\n      ${section}\n`);

describe('values', () => {
  test.each([
    ['to: previous', { to: 'previous' }],
    ['max-parallel: 5', { 'max-parallel': '5' }],
    ['to: 1.50', { to: '1.5' }],
    ['to: "1.50"', { to: '1.50' }],
    ['gitops: true', { gitops: 'true' }],
    ['to: on', { to: 'on' }],
    ['to: yes', { to: 'yes' }],
    ['to: 1:30', { to: '1:30' }],
    ['workloads: [web, statefulset/db, 3, true]', { workloads: 'web\nstatefulset/db\n3\ntrue' }],
    ['workloads: []', { workloads: '' }],
    ['workloads: |\n        web\n        db', { workloads: 'web\ndb\n' }],
  ])('%s', async (section, values) => {
    expect(await one(section)).toEqual({ environment: 'prod', values });
  });

  test.each(['to: {a: b}', 'to:', 'to: null', 'workloads: [[a], {b: c}]'])(
    '%s is refused',
    async (section) => {
      const key = section.split(':')[0];
      await expect(one(section)).rejects.toThrow(
        `environments.prod.rollback-service.${key} must be a text, a number, true or false, or a list of those.`,
      );
    },
  );
});

describe('sections', () => {
  const yaml = `
environments:
  staging:
    rollback-service: {to: previous}
  prod:
    defaults: {to: last-good, max-parallel: 3, of-another-action: 1}
    rollback-service: {to: version=1}
    mark-good: {keep: 9, to: never}
`;

  test('that of the action wins over defaults, whose other keys are for other actions', async () => {
    expect(await load(yaml, 'prod')).toEqual({
      environment: 'prod',
      values: { to: 'version=1', 'max-parallel': '3' },
    });
    expect(await load(yaml, 'staging')).toEqual({ environment: 'staging', values: { to: 'previous' } });
  });

  test('are not needed', async () => {
    expect(await load('environments: {prod: {}}')).toEqual({ environment: 'prod', values: {} });
    expect(await load('environments: {prod: {mark-good: {keep: 1}}}')).toEqual({
      environment: 'prod',
      values: {},
    });
  });

  test('may not hold what the action does not know', async () => {
    const unknown = load('environments: {prod: {rollback-service: {too: previous}}}');
    await expect(unknown).rejects.toThrow(ActionError);
    await expect(unknown).rejects.toThrow(
      /rollback\.yml: environments\.prod\.rollback-service has the unknown key "too"; known are gitops, max-parallel, to, workloads\.$/,
    );
    await expect(load('environments: {prod: {rollback-service: {maxParallel: 3}}}')).rejects.toThrow(
      'the unknown key "maxParallel"',
    );
  });

  test.each(['constructor', '__proto__', 'toString'])('may not hold %s', async (key) => {
    await expect(load(`environments: {prod: {rollback-service: {"${key}": x}}}`)).rejects.toThrow(
      `the unknown key "${key}"`,
    );
  });
});

describe('environments', () => {
  const two = 'environments: {staging: {rollback-service: {to: previous}}, prod: {}}';

  test('the only one is meant where none is named', async () => {
    expect((await load('environments: {prod: {}}')).environment).toBe('prod');
  });

  test('one of several has to be named', async () => {
    expect((await load(two, 'prod')).environment).toBe('prod');
    await expect(load(two)).rejects.toThrow(
      /has the environments staging, prod; say which with the input `environment`\.$/,
    );
  });

  test.each(['production', 'Prod', 'constructor', 'toString', '__proto__'])(
    'one that is not there is refused: %s',
    async (name) => {
      await expect(load(two, name)).rejects.toThrow(`has no environment "${name}"; it has staging, prod.`);
    },
  );
});

describe('files', () => {
  const wanted = { environment: undefined, action: 'rollback-service', inputs: ['to'] };

  test('none is needed where none was asked for', async () => {
    expect(await loadDefaults({ ...wanted, path: undefined, environment: 'prod' })).toEqual({
      environment: 'prod',
      values: {},
    });
  });

  test('one that was asked for has to be there', async () => {
    await expect(loadDefaults({ ...wanted, path: '/no/such/file.yml' })).rejects.toThrow(
      /^The configuration \/no\/such\/file\.yml does not exist; check out the repository first, or leave `config` out\.$/,
    );
  });

  test.each([
    ['', 'an empty file'],
    ['# nothing\n', 'comments only'],
    ['hello', 'a text'],
    ['[1, 2]', 'a list'],
    ['environments:', 'no environments'],
    ['environments: [prod]', 'a list of environments'],
    ['environments: {prod: }', 'an environment that is null'],
    ['environments: {prod: x}', 'an environment that is a text'],
    ['environments: {prod: {rollback-service: x}}', 'a section that is a text'],
    ['environments: {prod: {rollback-service: [to]}}', 'a section that is a list'],
    ['environments: {prod: {mark-good: 5}}', 'another section that is a number'],
  ])('%j is refused: %s', async (yaml) => {
    await expect(load(yaml)).rejects.toThrow(ActionError);
    await expect(load(yaml)).rejects.toThrow(
      /must have the form `environments: \{<name>: \{<action>: \{<input>: <value>\}\}\}`, with at least one environment\.$/,
    );
  });

  test.each([
    ['environments:\n  prod:\n    to: [a\n', 4, 1],
    ['environments:\n  prod: {a: b\n', 3, 1],
    ['environments: a: b\n', 1, 15],
    ['a: 1\na: 2\n', 2, 1],
    ['environments:\n\tprod: {}\n', 2, 1],
  ])('%j is no YAML, at line %i, column %i', async (yaml, line, column) => {
    await expect(load(yaml)).rejects.toThrow(ActionError);
    await expect(load(yaml)).rejects.toThrow(
      new RegExp(`rollback\\.yml is not valid YAML: .* at line ${line}, column ${column}\\.$`),
    );
  });

  test('where it is no YAML is said once, and in a sentence', async () => {
    const message = await load('environments: a: b\n').catch((error: Error) => error.message);
    expect(String(message).match(/line 1/g)).toHaveLength(1);
    expect(message).toMatch(/\.$/);
  });

  test('an alias bomb is refused as YAML that can not be read', async () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'
        .split('')
        .map(
          (letter, index) => `${letter}: &${letter} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(', ')}]`,
        ),
    ].join('\n');
    await expect(load(bomb)).rejects.toThrow(ActionError);
  });

  test('one without any environment says so', async () => {
    await expect(load('environments: {}')).rejects.toThrow(ActionError);
    await expect(load('environments: {}')).rejects.not.toThrow('has the environments ;');
  });
});
