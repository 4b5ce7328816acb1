import { expect, test } from '@jest/globals';
import { type DownInputs, downRequestOf } from '../../../src/service/down/inputs.ts';

const given: DownInputs = {
  downCommand: "deployment/api: npx knex 'migrate:down'",
  downTo: ' 0041.js ',
  downWhen: 'after',
  databaseUrl: 'postgres://app:secret@db/shop',
  onFailure: 'stop',
};

test('a command for a workload, without a shell', () => {
  expect(downRequestOf(given)).toMatchObject({
    for: 'deployment/api',
    argv: ['npx', 'knex', 'migrate:down'],
    to: '0041.js',
    when: 'after',
  });
  expect(downRequestOf({ ...given, downCommand: 'alembic downgrade -1' })).toMatchObject({
    for: undefined,
    argv: ['alembic', 'downgrade', '-1'],
  });
});

test('the URL of a database alone asks for nothing', () => {
  expect(downRequestOf({ ...given, downCommand: undefined, downTo: undefined })).toBeUndefined();
});

test.each<[string, Partial<DownInputs>, RegExp]>([
  ['no target', { downTo: undefined }, /needs `down-to`/],
  ['an empty target', { downTo: '  ' }, /needs `down-to`/],
  ['no database', { databaseUrl: undefined }, /needs `database-url`/],
  ['no command', { downCommand: undefined }, /`down-to` is given without `down-command`/],
  ['an empty command', { downCommand: ' ' }, /`down-command` is empty/],
  ['a way back that is gone', { downWhen: 'before', onFailure: 'restore' }, /say `on-failure: stop`/],
])('refused: %s', (_, change, message) => {
  expect(() => downRequestOf({ ...given, ...change })).toThrow(message);
});
