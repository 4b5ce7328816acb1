/** A whole rollback whose credentials lack something ends before its first change, whichever part it is that needs it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StepResult } from '../../support/action.ts';
import { documentedRights, type Right, rulesFor } from '../../support/permissions.ts';
import { BACK, BAD, NOTHING_HELD, Platform } from './environment.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.open();
  platform.configure((environment) => {
    environment['verify-integrity'] = { commands: ['deployment/api: true'] };
    Object.assign(environment.components?.services as object, { health: ['http://:9/'] });
  });
});
afterAll(() => platform[Symbol.asyncDispose]());

/** Of the workloads that this platform has. */
const KINDS = ['statefulsets', 'daemonsets', 'controllerrevisions'];
const all = [
  ...['rollback-service', 'rollback-db with quiesce', 'verify-integrity with commands'].flatMap(
    (column) => documentedRights(column).needed,
  ),
].filter(
  ({ resource, verb }) =>
    // No copies of configuration and no StatefulSet: nobody asks for what they would need.
    (!KINDS.includes(resource) && !['configmaps', 'secrets'].includes(resource) && verb !== 'delete') ||
    resource === 'leases',
);
const told = ({ verb, resource }: Right) => `${verb} ${resource}`;
const rights = [...new Map(all.map((right) => [told(right), right])).values()];

async function allowed(given: readonly Right[], run: () => Promise<StepResult>): Promise<StepResult> {
  platform.shop.api.setRules(rulesFor(given));
  try {
    return await run();
  } finally {
    platform.shop.api.setRules(undefined);
  }
}

test.each([['rollback'], ['plan']])('without each right of Kubernetes, action `%s`', async (action) => {
  const found: Record<string, unknown> = {};
  const expected: Record<string, unknown> = {};
  for (const right of rights) {
    const { exitCode, errors } = await allowed(
      rights.filter((other) => other !== right),
      () => platform.rollBack({ action }),
    );
    found[told(right)] = { exitCode, errors };
    expected[told(right)] = {
      exitCode: 1,
      errors: [
        expect.stringContaining(
          `The credentials may not ${told(right)} in the namespace shop; add the rules`,
        ),
      ],
    };
  }
  expect(found).toEqual(expected);
  expect(await platform.state()).toEqual(BAD);
  expect(await platform.held()).toEqual(NOTHING_HELD);
  expect(await platform.database.beside()).toEqual([]);
});

test('with a user of Redis who may not delete', async () => {
  await platform.redis.client.call('ACL', 'SETUSER', 'viewer', 'on', '>p', '~*', '+scan', '+info', '+dbsize');
  const { exitCode, errors } = await platform.rollBack(
    {},
    { env: { REDIS_URL: `redis://viewer:p@127.0.0.1:${platform.redis.port}` } },
  );
  expect([exitCode, errors]).toEqual([
    1,
    [expect.stringContaining('does not let this user do that; its ACL needs')],
  ]);
  expect(await platform.state()).toEqual(BAD);
  expect(await platform.held()).toEqual(NOTHING_HELD);
});

test('a dry run is content with less: the rights to look', async () => {
  const looks = [
    ...documentedRights('assess with workloads').needed,
    // Whoever stops workloads has to say now whether it may.
    ...documentedRights('rollback-db with quiesce').needed,
  ];
  const { errors, outputs } = await allowed(looks, () => platform.rollBack({ 'dry-run': 'true' }));
  expect([errors, outputs.result]).toEqual([[], 'planned']);
});

test('with all of them, and no others, everything is back', async () => {
  const { errors, outputs } = await allowed(rights, () => platform.rollBack());
  expect([errors, outputs.result]).toEqual([[], 'done']);
  expect(await platform.state()).toEqual(BACK);
  expect(await platform.held()).toEqual(NOTHING_HELD);
});
