import { expect, test } from '@jest/globals';
import { type Made, rerunRefusal } from '../../src/owners/jobs.ts';
import { connected } from '../support/kubernetes/connected.ts';
import { json, type Reply, refuse } from '../systems/scripted-server.ts';

const UNTIL = Date.parse('2026-12-02T12:00:00Z');

async function refusal(made: readonly Made[], ...script: Reply[]) {
  const { server, client } = await connected(...script);
  const said = await rerunRefusal(client, made, UNTIL);
  client.close();
  await server.close();
  return { said, asked: server.requests.map(({ path }) => path) };
}
const jobs = (made: Record<string, string>) =>
  json({
    ...{ apiVersion: 'batch/v1', kind: 'JobList', metadata: { resourceVersion: '1' } },
    items: Object.entries(made).map(([name, creationTimestamp]) => ({
      metadata: { name, creationTimestamp },
    })),
  });
const web = { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' };
const migrate = { group: 'batch', kind: 'Job', namespace: 'shop', name: 'migrate' };
const newer = 'Job/migrate is of the newer version, and those of the older one would run once more';

test.each<[string, Record<string, string>, string | undefined]>([
  ['of before the newer version does not', { migrate: '2026-12-02T11:58:59Z' }, undefined],
  ['of the newer version does', { migrate: '2026-12-02T11:59:30Z' }, newer],
  ['that is gone may be of any version', { other: '2026-12-02T11:00:00Z' }, newer],
])('a Job %s keep its owner from an older commit', async (_, made, expected) => {
  const { said, asked } = await refusal([web, migrate], jobs(made));
  expect(said).toBe(expected);
  expect(asked).toEqual(['/apis/batch/v1/namespaces/shop/jobs']);
});

test('what cannot be looked at is not taken for an old one, and without Jobs nothing is asked', async () => {
  const forbidden = await refusal([migrate], refuse(403, 'Forbidden'));
  expect(forbidden.said).toBe(
    'it has jobs, which the credentials may not list in the namespace shop, and older ones may run once more',
  );
  expect(await refusal([web])).toEqual({ said: undefined, asked: [] });
});
