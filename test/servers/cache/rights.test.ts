/** clear-cache as a user with exactly the commands that docs/permissions.md says, and without each of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { runAction } from '../../support/action.ts';
import { startRedis, type TestServer } from '../../support/redis/server.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/permissions.md'), 'utf8');

/** The commands and keys of a mode's row. */
function documented(mode: string): { commands: string[]; keys: string } {
  const [, commands = '', keys = ''] =
    new RegExp(`^\\| \`${mode}\` \\| \`(\\+[^\`]+)\` \\| \`(~[^\`]+)\` \\|$`, 'm').exec(page) ?? [];
  if (!keys) throw new Error(`docs/permissions.md has no row for the mode ${mode}`);
  return {
    commands: commands.split(' '),
    keys: keys.replace('<prefix>', 'shop:').replace('<version-key>', 'shop:version'),
  };
}

let server: TestServer;
beforeAll(async () => {
  server = await startRedis();
});
beforeEach(async () => {
  await server.client.mset('shop:1', 'x', 'shop:version', '1', 'other', 'x');
});
afterAll(() => server.stop());

const all = async () => {
  const keys = (await server.client.keys('*')).sort();
  return [keys, await server.client.get('shop:version')];
};

test('keys that nobody may ask for are not taken for keys that are not there', async () => {
  const large = await startRedis({ settings: ['--enable-debug-command', 'local'] });
  try {
    await large.client.call('DEBUG', 'POPULATE', '2100000', 'shop', '1');
    await large.client.call('ACL', 'SETUSER', 'ops', 'on', '>p', '~*', ...documented('database').commands);
    const { exitCode, errors } = await runAction('clear-cache', {
      with: { 'redis-url': `redis://ops:p@127.0.0.1:${large.port}`, mode: 'database', reason: 'test' },
    });
    expect([exitCode, errors]).toEqual([1, [expect.stringContaining("'exists'")]]);
    expect(await large.client.dbsize()).toBe(2_100_000);
  } finally {
    await large.stop();
  }
});

const INPUTS: Record<string, Record<string, string>> = {
  prefix: { prefix: 'shop:' },
  'version-key': { 'version-key': 'shop:version' },
  database: {},
  all: { confirm: 'all' },
};

describe.each(Object.keys(INPUTS))('mode %s', (mode) => {
  const { commands, keys } = documented(mode);

  async function clearAs(given: readonly string[], pattern = keys) {
    await server.client.call('ACL', 'SETUSER', 'ops', 'reset', 'on', '>p', pattern, ...given);
    const inputs = { mode, reason: 'test', ...INPUTS[mode] };
    return runAction('clear-cache', {
      with: { 'redis-url': `redis://ops:p@127.0.0.1:${server.port}`, ...inputs },
    });
  }

  test.each(commands)('without %s nothing is changed, and it is named', async (command) => {
    const before = await all();
    const { exitCode, errors } = await clearAs(commands.filter((other) => other !== command));
    expect([exitCode, errors]).toEqual([
      1,
      [expect.stringMatching(/does not let this user do that; its ACL needs/)],
    ]);
    expect(errors[0]).toContain(`'${command.slice(1)}'`);
    expect(await all()).toEqual(before);
  });

  if (keys !== '~*')
    test('without the pattern of the keys nothing is changed', async () => {
      const before = await all();
      const { exitCode, errors } = await clearAs(commands, '~others:*');
      expect([exitCode, errors]).toEqual([
        1,
        [expect.stringMatching(/its ACL needs .* and the pattern of the keys/)],
      ]);
      expect(await all()).toEqual(before);
    });

  test('with all of them, and no others, it does its work', async () => {
    const { errors, outputs } = await clearAs(commands);
    expect([errors, outputs.result]).toEqual([[], 'done']);
    expect(await all()).not.toEqual([['other', 'shop:1', 'shop:version'], '1']);
  });
});
