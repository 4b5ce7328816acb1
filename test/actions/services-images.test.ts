/** What rollback-service asks registries before its first patch: images that are gone, moved tags, what nobody can ask. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startJsonServer } from '../support/json-server.ts';
import { Shop } from './shop.ts';

let server: Awaited<ReturnType<typeof startJsonServer>>;
let registry: string;
/** Digests by `web:1`, of what the registry has. */
const manifests = new Map<string, string>();
/** The status of every answer, where the registry is out of order. */
let broken: number | undefined;

beforeAll(async () => {
  server = await startJsonServer(({ pathname }) => {
    if (broken !== undefined) return { status: broken, body: '' };
    const [, name, reference = ''] = /^\/v2\/(.+)\/manifests\/(.+)$/.exec(pathname) ?? [];
    if (name === undefined) return { body: {} };
    const digest = reference.includes(':')
      ? [...manifests.values()].find((each) => each === reference)
      : manifests.get(`${name}:${reference}`);
    return digest
      ? { headers: { 'docker-content-digest': digest }, body: '{}' }
      : { status: 404, body: { errors: [{ code: 'MANIFEST_UNKNOWN' }] } };
  });
  registry = server.url.replace('http://', '');
});
afterAll(() => server.stop());
beforeEach(() => {
  broken = undefined;
  manifests.clear();
  for (const tag of [1, 2, 3]) manifests.set(`web:${tag}`, digestOf(image(tag)));
});

/** As the stand-in's kubelet reports it. */
const digestOf = (name: string) => `sha256:${createHash('sha256').update(name).digest('hex')}`;
const image = (version: string | number) => `${registry}/web:${version}`;
const patchesOf = (shop: Shop) =>
  shop.api.requests.filter(({ method, path }) => method === 'PATCH' && !path.includes('dryRun=All'));

/** Three revisions, of which the second is marked good, and the third is bad. */
async function opened(): Promise<Shop> {
  const shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', image(version));
  expect((await shop.markGood()).errors).toEqual([]);
  await shop.deploy('web', image(3));
  shop.api.requests.length = 0;
  return shop;
}

test('a target whose image is gone is not chosen, and the sentence names what can still be pulled', async () => {
  await using shop = await opened();
  manifests.delete('web:2');
  const because = `its image ${image(2)} cannot be pulled: ${registry} has no web:2 any more, and a node that does not have it could not start it; revision 1 (${image(1)}), which was not marked good, can still be pulled: say \`to: revision=1\` (\`accept: images\` goes there all the same).`;
  for (const inputs of [{}, { 'dry-run': 'true' }] as Record<string, string>[]) {
    const step = await shop.rollBack(inputs);
    expect(step.errors).toEqual([`Nothing was changed: deployment/web cannot be rolled back: ${because}`]);
  }
  expect(patchesOf(shop)).toEqual([]);
  const back = await shop.rollBack({ to: 'revision=1' });
  expect([back.errors, await shop.image('web')]).toEqual([[], image(1)]);
});

test('with consent it goes there all the same', async () => {
  await using shop = await opened();
  manifests.delete('web:2');
  const step = await shop.rollBack({ accept: 'images' });
  expect([step.errors, await shop.image('web')]).toEqual([[], image(2)]);
  expect(step.record.find(({ component }) => component === 'consent')).toMatchObject({
    step: 'accept images',
  });
});

test('where no older image is left either, the sentence says what to do', async () => {
  await using shop = await opened();
  manifests.clear();
  expect((await shop.rollBack()).errors[0]).toContain(
    'no older revision that can be pulled is known: push the image again',
  );
});

test('a registry that cannot be asked refuses nothing', async () => {
  await using shop = await opened();
  broken = 503;
  const step = await shop.rollBack();
  expect([step.errors, await shop.image('web')]).toEqual([[], image(2)]);
  expect(step.log).toContain(`Not checked whether it can be pulled: ${image(2)}: ${registry} answers 503.`);
});

test('what is there is said in one line', async () => {
  await using shop = await opened();
  const step = await shop.rollBack({ 'dry-run': 'true' });
  expect(step.log).toContain('Images: 1 of the revisions that are gone back to can be pulled.');
});

test('a sidecar that the bad release has as well keeps nobody from going back', async () => {
  await using shop = await Shop.open();
  manifests.set('side:1', `sha256:${'a'.repeat(64)}`);
  const template = (version: number) => ({
    metadata: { labels: { app: 'web' } },
    spec: {
      containers: [
        { name: 'app', image: image(version) },
        { name: 'side', image: `${registry}/side:1` },
      ],
    },
  });
  await shop.deploy('web', image(1), { template: template(1) });
  await shop.deploy('web', image(2));
  manifests.delete('side:1');
  const step = await shop.rollBack({ to: 'previous' });
  expect([step.errors, await shop.image('web')]).toEqual([[], image(1)]);
  expect(step.warnings.join('\n')).toContain(`its image ${registry}/side:1 cannot be pulled`);
});

test('a tag that was moved since it was marked good is pinned to what it was', async () => {
  await using shop = await opened();
  manifests.set('web:2', digestOf('another'));
  manifests.set('web:older', digestOf(image(2)));
  const step = await shop.rollBack();
  const pinned = `${registry}/web@${digestOf(image(2))}`;
  expect([step.errors, await shop.image('web')]).toEqual([[], pinned]);
  expect((await shop.rollBack()).outputs.result).toBe('no-op');
});

test('where what a moved tag was is gone too, nothing is changed', async () => {
  await using shop = await opened();
  manifests.set('web:2', digestOf('another'));
  const step = await shop.rollBack();
  expect(step.errors[0]).toContain(`web@${digestOf(image(2))} any more`);
  expect(patchesOf(shop)).toEqual([]);
});
