/** N2: digests that differ are of one image where its registry says so; where it says nothing, nothing is assumed. */
import { expect, test } from '@jest/globals';
import {
  compareDigests,
  planWithDigests,
  requireDigests,
  runningImages,
} from '../../src/service/one-image.ts';
import { parseTo } from '../../src/service/to.ts';
import type { Pod, PodTemplate } from '../../src/systems/kubernetes/objects.ts';
import type { Digests } from '../../src/systems/registry/registry.ts';
import { history, pod, replicaSet, rollback, template, workload } from './fixtures.ts';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const [INDEX, AMD, ARM, OTHER] = ['1', 'a', 'b', 'c'].map(digest) as [string, string, string, string];
const ref = { kind: 'Deployment', name: 'web' } as const;
const tagged = template('reg.test/web:1');
const [container] = tagged.spec.containers as [PodTemplate['spec']['containers'][number]];

/** A registry with these digests by tag or digest; what it does not know is gone. It notes what it is asked. */
function registry(known: Record<string, readonly string[] | Digests>) {
  const names: string[] = [];
  const digests = async (_: PodTemplate, name: string): Promise<Digests> => {
    names.push(name);
    const found = known[name.replace(/^reg\.test\/web[:@]/, '')];
    if (found === undefined) return { is: 'gone', reason: `reg.test has no ${name} any more` };
    return 'is' in found ? (found as Digests) : { is: 'there', digests: found as readonly string[] };
  };
  return { names, digests };
}
const silent: Digests = { is: 'unknown', reason: 'reg.test answers 503' };
const platforms = { [INDEX]: [INDEX, AMD, ARM], [AMD]: [AMD], [ARM]: [ARM], [OTHER]: [OTHER] };

/** A pod whose containers report these: `web: reg.test/web@…`. */
function running(reports: Record<string, string>, image = 'reg.test/web:1'): Pod {
  const made = pod('web-1', { ready: true });
  made.spec.containers = Object.keys(reports).map((name) => ({ name, image }));
  const containerStatuses = Object.entries(reports).map(([name, imageID]) => ({
    ...{ name, image, imageID, ready: true, restartCount: 0 },
  }));
  return { ...made, status: { containerStatuses } };
}
const web = (of: string) => running({ web: `reg.test/web@${of}` });

test.each([
  ['the platforms of the index that the tag means', [AMD, ARM], { 1: [INDEX, AMD, ARM] }, INDEX],
  ['the index and a platform of it', [AMD, INDEX], { 1: [INDEX, AMD, ARM] }, INDEX],
  ['of an index that the tag no longer means', [INDEX, AMD], { 1: [OTHER], ...platforms }, INDEX],
  ['of an index that has lost its tag', [AMD, INDEX], platforms, INDEX],
])('one image: %s', async (_, digests, known, index) => {
  expect(await compareDigests(registry(known), tagged, container, digests)).toEqual({ is: 'one', index });
});

test('different images: the tag means one of them, and no index has both', async () => {
  const found = registry({ ...platforms, 1: [OTHER] });
  expect(await compareDigests(found, tagged, container, [AMD, OTHER])).toEqual({ is: 'several' });
});

test.each([
  ['the registry is silent', { 1: silent }, 'reg.test answers 503'],
  ['it refuses the credentials', { 1: { is: 'denied', reason: 'it refuses' } as const }, 'it refuses'],
  ['it is silent about one of them', { 1: [AMD], [AMD]: [AMD], [ARM]: silent }, 'reg.test answers 503'],
  ['the tag is gone', { [AMD]: [AMD], [ARM]: [ARM] }, 'reg.test has no reg.test/web:1 any more'],
  ['the tag means neither', { ...platforms, 1: [OTHER] }, 'reg.test/web:1 means another image now'],
])('not known: %s', async (_, known, reason) => {
  const found = await compareDigests(registry(known), tagged, container, [AMD, ARM]);
  expect(found).toEqual({ is: 'unknown', reason });
});

test('an image that no node pulls is not looked for', async () => {
  const found = registry({ 1: [INDEX, AMD, ARM] });
  const own = { ...container, imagePullPolicy: 'Never' } as const;
  expect(await compareDigests(found, tagged, own, [AMD, ARM])).toMatchObject({ is: 'unknown' });
  expect(found.names).toEqual([]);
});

test('one digest is what runs, and no registry is asked', async () => {
  const found = registry({});
  const images = (...pods: Pod[]) => runningImages(ref, tagged, pods, found);
  expect(await images(web(AMD), web(AMD))).toEqual({ web: `reg.test/web@${AMD}` });
  expect(await images(running({ web: `docker-pullable://reg.test/web@${AMD}` }))).toEqual({
    web: `reg.test/web@${AMD}`,
  });
  // What was loaded into a node has no digest, and CRI-O may name an image by its configuration alone.
  expect(await images(running({ web: 'sha256:5030' }), running({ web: '' }))).toEqual({
    web: 'reg.test/web:1',
  });
  expect(await images(running({ web: '597ce160' }), web(AMD))).toEqual({ web: `reg.test/web@${AMD}` });
  expect(found.names).toEqual([]);
});

test('the same contents from another repository are the same image', async () => {
  const found = registry({});
  const mirrored = running({ web: `mirror.test/hub/web@${AMD}` });
  expect(await runningImages(ref, tagged, [mirrored, web(AMD)], found)).toEqual({
    web: `reg.test/web@${AMD}`,
  });
  expect(found.names).toEqual([]);
});

test('an image of several architectures is named by its index', async () => {
  const found = registry({ 1: [INDEX, AMD, ARM] });
  expect(await runningImages(ref, tagged, [web(AMD), web(ARM), web(AMD)], found)).toEqual({
    web: `reg.test/web@${INDEX}`,
  });
});

test('an image that the template names by its digest is that', async () => {
  const image = `reg.test/web:1@${INDEX}`;
  const pods = [
    running({ web: `reg.test/web@${AMD}` }, image),
    running({ web: `reg.test/web@${ARM}` }, image),
  ];
  const found = registry({});
  expect(await runningImages(ref, template(image), pods, found)).toEqual({ web: image });
  expect(found.names).toEqual([]);
});

test('what is put into pods beside the release does not count', async () => {
  const pods = [AMD, ARM].map((proxy) => running({ web: `reg.test/web@${AMD}`, proxy: `proxy@${proxy}` }));
  expect(await runningImages(ref, tagged, pods, registry({}))).toEqual({ web: `reg.test/web@${AMD}` });
});

test('N2: pods that run different images by one name prove nothing', async () => {
  const found = registry({ ...platforms, 1: [OTHER] });
  await expect(runningImages(ref, tagged, [web(AMD), web(OTHER)], found)).rejects.toThrow(
    `The pods of deployment/web run different images in the container web: reg.test/web@${AMD}, reg.test/web@${OTHER}; a tag was moved while they started.`,
  );
});

test('where no one can say, nothing is proven, in one sentence', async () => {
  await expect(runningImages(ref, tagged, [web(AMD), web(ARM)], registry({ 1: silent }))).rejects.toThrow(
    `It is not known whether the pods of deployment/web run one image in the container web: their nodes name it reg.test/web@${AMD}, reg.test/web@${ARM}, which may be its architectures or different images, and its registry does not say which (reg.test answers 503); deploy it again and run mark-good where the registry can be reached, or deploy it by the digest of its index.`,
  );
});

const mark = {
  ...{ revision: 'uid-web-1', at: '2026-11-01T00:00:00Z', run: '41', config: {} },
  images: { web: `reg.test/web@${AMD}` },
};

/** The plan for a workload whose present revision is the marked one, and what was asked for it. */
async function planned(pods: Pod[], found: ReturnType<typeof registry>) {
  const owner = workload('Deployment', { template: tagged });
  const annotations = { 'rollback-actions/good': JSON.stringify(mark) };
  const sets = [replicaSet(1, 'reg.test/web:1', { annotations, replicas: 1, available: 1 })];
  const candidate = { workload: owner, history: history(owner, ...sets), named: true, pods };
  const wanted = { to: parseTo('last-good'), rollback, gitops: 'refuse' } as const;
  return planWithDigests(candidate, wanted, () => found);
}

test('what runs the marked image on another architecture stays', async () => {
  const found = registry({ 1: [INDEX, AMD, ARM] });
  const step = await planned([web(AMD), web(ARM)], found);
  expect(step).toMatchObject({
    action: 'no-op',
    warnings: [],
    good: { images: { web: `reg.test/web@${INDEX}` } },
  });
  expect(found.names).toEqual(['reg.test/web:1']);
});

test('a tag that was moved is pinned as before', async () => {
  const step = await planned([web(OTHER)], registry({ ...platforms, 1: [OTHER] }));
  expect(step).toMatchObject({ action: 'roll-back', to: { images: { web: `reg.test/web@${AMD}` } } });
  expect(step.warnings.join()).not.toContain('it is not known');
});

test('where no one can say, it is pinned with a warning', async () => {
  const step = await planned([web(ARM)], registry({ 1: silent }));
  expect(step).toMatchObject({ action: 'roll-back', to: { images: { web: `reg.test/web@${AMD}` } } });
  expect(step.warnings).toContain(
    `it is not known whether the container web runs the image that was marked good: reg.test/web:1 was ${AMD} and is ${ARM} now, which may be an architecture of it, and its registry does not say (reg.test answers 503); so it is pinned to what was marked: if that is one architecture of it, nodes of another cannot start it`,
  );
});

test('a plan where digests agree asks no registry', async () => {
  const found = registry({});
  expect((await planned([web(AMD)], found)).action).toBe('no-op');
  expect(found.names).toEqual([]);
});

test('serving another image than the marked one is a failure with its remedy', async () => {
  const required = (pods: Pod[], known: Parameters<typeof registry>[0]) =>
    requireDigests(ref, tagged, mark, pods, () => registry(known));
  await required([web(AMD)], {});
  await required([web(AMD), web(ARM)], { 1: [INDEX, AMD, ARM] });
  await expect(required([web(OTHER)], { ...platforms, 1: [OTHER] })).rejects.toThrow(
    `deployment/web is rolled out but runs another image than the one that was marked good: reg.test/web:1 is ${OTHER} now, and was ${AMD}; roll it back with \`to: image=web=reg.test/web@${AMD}\`.`,
  );
  await expect(required([web(ARM)], { 1: silent })).rejects.toThrow(
    `deployment/web is rolled out, and it is not known whether the container web runs the image that was marked good: reg.test/web:1 was ${AMD} and is ${ARM} now, which may be an architecture of it, and its registry does not say (reg.test answers 503); compare them in the registry, and if they are different images, roll it back with \`to: image=web=reg.test/web@${AMD}\`.`,
  );
  await requireDigests(ref, tagged, undefined, [web(OTHER)], () => registry({}));
});
