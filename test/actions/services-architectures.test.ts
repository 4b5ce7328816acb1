/** Nodes of two architectures, whose runtime names what runs by the manifest of their own, as CRI-O does. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startJsonServer } from '../support/json-server.ts';
import { Shop } from './shop.ts';

let server: Awaited<ReturnType<typeof startJsonServer>>;
let registry: string;
/** Manifests by their digests, and digests by `web:1`. */
const manifests = new Map<string, string>();
const tags = new Map<string, string>();
/** The status of every answer, where the registry is out of order. */
let broken: number | undefined;

beforeAll(async () => {
  server = await startJsonServer(({ pathname }) => {
    if (broken !== undefined) return { status: broken, body: '' };
    const [, name, reference = ''] = /^\/v2\/(.+)\/manifests\/(.+)$/.exec(pathname) ?? [];
    if (name === undefined) return { body: {} };
    const digest = reference.includes(':') ? reference : (tags.get(`${name}:${reference}`) ?? '');
    const body = manifests.get(digest);
    return body === undefined
      ? { status: 404, body: { errors: [{ code: 'MANIFEST_UNKNOWN' }] } }
      : { headers: { 'docker-content-digest': digest }, body };
  });
  registry = server.url.replace('http://', '');
});
afterAll(() => server.stop());

const PLATFORMS = { 'node-0': 'amd64', 'node-1': 'arm64' } as const;
interface Release {
  readonly index: string;
  readonly amd64: string;
  readonly arm64: string;
}
let releases: Record<1 | 2, Release>;

beforeEach(() => {
  broken = undefined;
  releases = { 1: publish('1', 'first'), 2: publish('2', 'second') };
});

function store(manifest: object): string {
  const body = JSON.stringify(manifest);
  const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`;
  manifests.set(digest, body);
  return digest;
}

/** Builds an image for both architectures, and gives it a tag. */
function publish(tag: string, contents: string): Release {
  const [amd64, arm64] = ['amd64', 'arm64'].map((architecture) => store({ contents, architecture })) as [
    string,
    string,
  ];
  const index = store({ schemaVersion: 2, manifests: [{ digest: amd64 }, { digest: arm64 }] });
  tags.set(`web:${tag}`, index);
  return { index, amd64, arm64 };
}

const image = (version: string | number) => `${registry}/web:${version}`;
const at = (digest: string) => `${registry}/web@${digest}`;

/** A node pulls what a name means as it starts a pod, and reports the manifest of its platform, or the index as containerd does. */
function report(shop: Shop, platformOf: (node: string) => string | undefined): void {
  shop.api.pods.imageID = ({ spec: { nodeName = '' } }, name) => {
    const meaning = name.split('@')[1] ?? tags.get(name.replace(`${registry}/`, '')) ?? '';
    const { manifests: list = [] } = JSON.parse(manifests.get(meaning) ?? '{}') as {
      manifests?: { digest: string }[];
    };
    const platform = platformOf(nodeName);
    const own = list.find(({ digest }) => manifests.get(digest)?.includes(`"${platform}"`));
    return at(own?.digest ?? meaning);
  };
}
const ownPlatform = (node: string) => PLATFORMS[node as keyof typeof PLATFORMS];

/** The digests that its pods report. */
const reported = async (shop: Shop) =>
  (await shop.pods()).map(({ status }) => status?.containerStatuses?.[0]?.imageID?.split('@')[1]).sort();
const digestsOf = ({ amd64, arm64 }: Release) => [amd64, arm64].sort();

/** The digest that mark-good has written down. */
const marked = ({ outputs }: Awaited<ReturnType<Shop['markGood']>>) =>
  JSON.parse(outputs.workloads ?? '[]')[0];

async function restartPods(shop: Shop): Promise<void> {
  const before = (await shop.pods()).map(({ metadata }) => metadata.name);
  for (const name of before) await shop.deletePod(name);
  await shop.until('new pods are ready', async () => {
    const pods = await shop.pods();
    return (
      pods.length === before.length &&
      pods.every(
        ({ metadata, status }) =>
          !before.includes(metadata.name) && status?.containerStatuses?.every(({ ready }) => ready) === true,
      )
    );
  });
}

test('what runs on both architectures is marked by its index, and a rollback goes to it and stays there', async () => {
  await using shop = await Shop.open();
  report(shop, ownPlatform);
  await shop.deploy('web', image(1));
  expect(await reported(shop)).toEqual(digestsOf(releases[1]));
  const good = await shop.markGood();
  expect([good.errors, good.warnings, marked(good).images]).toEqual([[], [], { app: at(releases[1].index) }]);
  await shop.deploy('web', image(2));
  const back = await shop.rollBack();
  expect([back.errors, await shop.image('web')]).toEqual([[], image(1)]);
  expect(await reported(shop)).toEqual(digestsOf(releases[1]));
  const again = await shop.rollBack();
  expect([again.errors, again.outputs.result, await shop.image('web')]).toEqual([[], 'no-op', image(1)]);
});

test('what was marked on one architecture alone goes back on both', async () => {
  await using shop = await Shop.open();
  report(shop, () => 'amd64');
  await shop.deploy('web', image(1));
  server.requests.length = 0;
  expect(marked(await shop.markGood()).images).toEqual({ app: at(releases[1].amd64) });
  // Where all agree, no registry is asked.
  expect(server.requests).toEqual([]);
  report(shop, ownPlatform);
  await restartPods(shop);
  expect(await reported(shop)).toEqual(digestsOf(releases[1]));
  const plan = await shop.rollBack({ 'dry-run': 'true' });
  expect([plan.errors, plan.warnings, JSON.parse(plan.outputs.workloads ?? '[]')]).toMatchObject([
    [],
    [],
    [{ does: 'no-op' }],
  ]);
  await shop.deploy('web', image(2));
  const back = await shop.rollBack();
  expect([back.errors, await shop.image('web')]).toEqual([[], image(1)]);
});

test('nodes that name the index and nodes that name their platform run one image', async () => {
  await using shop = await Shop.open();
  report(shop, (node) => (node === 'node-0' ? 'amd64' : undefined));
  await shop.deploy('web', image(1));
  expect(await reported(shop)).toEqual([releases[1].amd64, releases[1].index].sort());
  expect(marked(await shop.markGood()).images).toEqual({ app: at(releases[1].index) });
});

test('a tag that was moved is pinned to the index that was marked, also where pods show it', async () => {
  await using shop = await Shop.open();
  report(shop, ownPlatform);
  await shop.deploy('web', image(1));
  expect((await shop.markGood()).errors).toEqual([]);
  publish('1', 'moved');
  await restartPods(shop);
  const back = await shop.rollBack();
  expect([back.errors, await shop.image('web')]).toEqual([[], at(releases[1].index)]);
  expect(await reported(shop)).toEqual(digestsOf(releases[1]));
  expect((await shop.rollBack()).outputs.result).toBe('no-op');
});

test('a tag that was moved while the pods started is marked by no one', async () => {
  await using shop = await Shop.open();
  report(shop, () => 'amd64');
  await shop.deploy('web', image(1));
  const { amd64 } = publish('1', 'moved');
  await shop.deletePod((await shop.pods())[0]?.metadata.name ?? '');
  await shop.until('one pod runs the newer image', async () => (await reported(shop)).includes(amd64));
  await shop.until('both are ready', async () =>
    (await shop.pods()).every(({ status }) => status?.containerStatuses?.every(({ ready }) => ready)),
  );
  const good = await shop.markGood();
  expect(good.errors[0]).toContain('run different images in the container app');
  expect(marked(good)).toBeUndefined();
});

test('where the registry is silent, nothing is called good, and the sentence says what is not known', async () => {
  await using shop = await Shop.open();
  report(shop, ownPlatform);
  await shop.deploy('web', image(1));
  broken = 503;
  const good = await shop.markGood();
  expect(good.errors[0]).toContain(
    'It is not known whether the pods of deployment/web run one image in the container app',
  );
  expect(good.errors[0]).toContain(`its registry does not say which (${registry} answers 503)`);
  expect(marked(good)).toBeUndefined();
});

test('a rollback that cannot ask says what it does not know, and not that another image runs', async () => {
  await using shop = await Shop.open();
  report(shop, () => 'amd64');
  await shop.deploy('web', image(1));
  expect((await shop.markGood()).errors).toEqual([]);
  await shop.deploy('web', image(2));
  report(shop, ownPlatform);
  broken = 503;
  const back = await shop.rollBack();
  expect(await shop.image('web')).toBe(image(1));
  expect(back.errors[0]).toContain(
    'it is not known whether the container app runs the image that was marked good',
  );
  expect(back.errors[0]).not.toContain('runs another image');
});
