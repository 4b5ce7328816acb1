/** Nodes of two architectures and a real registry with a password: it is asked with the pull secret of the pods. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Shop } from '../../actions/shop.ts';
import { type Distribution, PASSWORD, startDistribution, USER } from '../../support/distribution.ts';
import { pullSecret } from '../../support/registry.ts';

const CORE = '/api/v1/namespaces/shop';
let registry: Distribution;
beforeAll(async () => {
  registry = await startDistribution('basic');
});
afterAll(() => registry?.stop());

test('mark-good and a rollback know what the nodes of both run, and a moved tag', async () => {
  const first = await registry.pushIndex('web', '1');
  const second = await registry.pushIndex('web', '2');
  const meanings: Record<string, typeof first> = { 1: first, 2: second, [first.index]: first };
  await using shop = await Shop.open();
  shop.api.pods.imageID = ({ spec }, name) => {
    const meaning = meanings[name.replace(/^.*\/web[:@]/, '')];
    return `${registry.host}/web@${spec.nodeName === 'node-0' ? meaning?.amd64 : meaning?.arm64}`;
  };
  const secret = pullSecret('pull', { [registry.host]: { auth: `${USER}:${PASSWORD}` } });
  await shop.create(`${CORE}/secrets`, secret);
  const image = (version: number) => `${registry.host}/web:${version}`;
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { imagePullSecrets: [{ name: 'pull' }], containers: [{ name: 'app', image: image(1) }] },
  };
  await shop.deploy('web', image(1), { template });

  const good = await shop.markGood();
  const [{ images }] = JSON.parse(good.outputs.workloads ?? '[]') as [{ images: object }];
  expect([good.errors, images]).toEqual([[], { app: `${registry.host}/web@${first.index}` }]);
  await shop.deploy('web', image(2));
  const back = await shop.rollBack();
  expect([back.errors, await shop.image('web')]).toEqual([[], image(1)]);

  await shop.deploy('web', image(2));
  meanings[1] = await registry.pushIndex('web', '1');
  const pinned = await shop.rollBack();
  expect([pinned.errors, await shop.image('web')]).toEqual([[], `${registry.host}/web@${first.index}`]);
});

test('without the pull secret the registry says nothing, and the sentence says why', async () => {
  const both = await registry.pushIndex('private', '1');
  await using shop = await Shop.open();
  shop.api.pods.imageID = ({ spec }) =>
    `${registry.host}/private@${spec.nodeName === 'node-0' ? both.amd64 : both.arm64}`;
  await shop.deploy('web', `${registry.host}/private:1`);
  expect((await shop.markGood()).errors[0]).toContain(
    `(${registry.host} answers 401: it wants credentials, and no pull secret that can be read has any for it)`,
  );
});
