import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { ActionError } from '../../src/base/errors.ts';
import { boolean, choice, integer, list, secret, text } from '../../src/base/values.ts';
import { commonInputs, inputName, rawInput, readInputs, secretKeys } from '../../src/runner/inputs.ts';

const entries = {
  workloads: v.optional(list(), ''),
  maxParallel: v.optional(integer(1), '100'),
  onFailure: v.optional(choice(['stop', 'continue']), 'stop'),
  apiToken: v.optional(secret()),
  zone: text(),
};

test('names are written with dashes', () => {
  expect(['to', 'maxParallel', 'dryRun', 's3Endpoint', 'backupSha256'].map(inputName)).toEqual([
    'to',
    'max-parallel',
    'dry-run',
    's3-endpoint',
    'backup-sha256',
  ]);
});

test.each([
  [{ 'INPUT_MAX-PARALLEL': '5' }, '5'],
  [{ 'INPUT_MAX-PARALLEL': '  5 \n' }, '5'],
  [{ 'INPUT_MAX-PARALLEL': '' }, undefined],
  [{ 'INPUT_MAX-PARALLEL': ' \n ' }, undefined],
  [{ INPUT_MAX_PARALLEL: '5' }, undefined],
  [{}, undefined],
])('the runner passes %j: %s', (env, expected) => {
  expect(rawInput(env as NodeJS.ProcessEnv, 'maxParallel')).toBe(expected);
});

describe('readInputs', () => {
  test('reads each by its kind', () => {
    const env = {
      INPUT_WORKLOADS: 'a\nb',
      'INPUT_MAX-PARALLEL': '5',
      'INPUT_API-TOKEN': 't',
      INPUT_ZONE: 'z',
    };
    expect(readInputs(entries, env)).toEqual({
      workloads: ['a', 'b'],
      maxParallel: 5,
      onFailure: 'stop',
      apiToken: 't',
      zone: 'z',
    });
  });

  test('takes the configuration where an input is not given, and the default where neither is', () => {
    const given = readInputs(
      entries,
      { 'INPUT_ON-FAILURE': 'stop', 'INPUT_MAX-PARALLEL': ' ' },
      { values: { 'on-failure': 'continue', 'max-parallel': '7', zone: 'z' } },
    );
    expect(given).toMatchObject({ onFailure: 'stop', maxParallel: 7, workloads: [], zone: 'z' });
    expect(given.apiToken).toBeUndefined();
  });

  test('says all that is wrong in one sentence', () => {
    const wrong = () =>
      readInputs(
        { ...entries, dryRun: boolean() },
        { 'INPUT_MAX-PARALLEL': '0', 'INPUT_ON-FAILURE': 'panic', 'INPUT_DRY-RUN': 'yes' },
      );
    expect(wrong).toThrow(ActionError);
    expect(wrong).toThrow(
      /^Input `max-parallel` is 0; accepted are whole numbers of at least 1; input `on-failure` is "panic"; accepted are stop, continue; input `zone` is required; input `dry-run` is "yes"; accepted are true and false\.$/,
    );
  });

  test('says the same of what the configuration says', () => {
    const values = { 'max-parallel': 'many' };
    const origins = { 'max-parallel': 'rollback.yml:4:7' };
    expect(() => readInputs(entries, { INPUT_ZONE: 'z' }, { values, origins })).toThrow(
      'Input `max-parallel` is "many"; accepted are whole numbers of at least 1 (rollback.yml:4:7).',
    );
    // What is given wins, and is not from the file then.
    expect(() =>
      readInputs(entries, { INPUT_ZONE: 'z', 'INPUT_MAX-PARALLEL': 'few' }, { values, origins }),
    ).toThrow('Input `max-parallel` is "few"; accepted are whole numbers of at least 1.');
  });

  test('prints no secret', () => {
    const token = v.pipe(secret(), v.regex(/^ghp_/, 'is not a token of GitHub'));
    expect(() => readInputs({ token }, { INPUT_TOKEN: 'hunter2hunter2' })).toThrow(
      /^Input `token` is not a token of GitHub\.$/,
    );
  });
});

describe('common inputs', () => {
  const read = (env: NodeJS.ProcessEnv) => readInputs(commonInputs, env);

  test('have the defaults of the interface', () => {
    expect(read({})).toEqual({
      config: '.github/rollback.yml',
      dryRun: false,
      timeout: 600,
      accept: [],
    });
  });

  test.each(['a', '1-1', 'Prod_2.3-x', 'a'.repeat(63)])('rollback-id %s', (id) => {
    expect(read({ 'INPUT_ROLLBACK-ID': id })).toMatchObject({ rollbackId: id });
  });

  test.each(['-a', 'a-', 'a b', 'a/b', 'a\nb', 'ä', '$(id)', 'a'.repeat(64)])(
    'rollback-id %j is refused',
    (id) => {
      expect(() => read({ 'INPUT_ROLLBACK-ID': id })).toThrow(
        `Input \`rollback-id\` is ${JSON.stringify(id)}; accepted are up to 63 letters, digits, dots, dashes and underscores.`,
      );
    },
  );

  test('a reason has at most 1000 characters', () => {
    expect(read({ INPUT_REASON: 'x'.repeat(1000) }).reason).toHaveLength(1000);
    expect(() => read({ INPUT_REASON: 'x'.repeat(1001) })).toThrow(
      /^Input `reason` is longer than 1000 characters\.$/,
    );
  });
});

test('secretKeys finds secrets, optional and narrowed ones too', () => {
  const all = {
    plain: text(),
    optional: v.optional(text()),
    a: secret(),
    b: v.optional(secret()),
    c: v.pipe(secret(), v.minLength(4)),
    d: v.optional(v.pipe(secret(), v.minLength(4))),
    e: v.optional(secret(), 'default'),
  };
  expect(secretKeys(all)).toEqual(['a', 'b', 'c', 'd', 'e']);
});
