/** N2: the digest that runs is the one that was marked good, or it is pinned; one-image.test.ts has what a registry adds. */
import { expect, test } from '@jest/globals';
import { differing, pinned } from '../../src/service/digests.ts';
import { planStep } from '../../src/service/plan.ts';
import { parseTo } from '../../src/service/to.ts';
import type { Pod } from '../../src/systems/kubernetes/objects.ts';
import { history, pod, replicaSet, rollback, template, workload } from './fixtures.ts';

const GOOD = `sha256:${'a'.repeat(64)}`;
const BAD = `sha256:${'b'.repeat(64)}`;
const mark = {
  revision: 'uid-web-1',
  at: '2026-11-01T00:00:00Z',
  run: '41',
  images: { web: `docker.io/library/web@${GOOD}` },
  config: {},
};
const running = (image: string, digest: string): Pod => {
  const made = pod('web-1', { ready: true });
  made.spec.containers = [{ name: 'web', image }];
  const imageID = `docker.io/library/web@${digest}`;
  made.status = { containerStatuses: [{ name: 'web', image, imageID, ready: true, restartCount: 0 }] };
  return made;
};
const latest = template('web:latest');

test('a tag that means another image now is pinned to the one that was marked', () => {
  const images = (pods: Pod[], present = latest) =>
    pinned(latest, mark, present, differing(latest, mark, pods)).spec.containers.map(({ image }) => image);
  expect(images([running('web:latest', BAD)])).toEqual([`web@${GOOD}`]);
  expect(images([running('web:latest', GOOD)])).toEqual(['web:latest']);
  expect(images([running('web:2', BAD)])).toEqual(['web:latest']);
  expect(images([])).toEqual(['web:latest']);
  // A run that comes again finds what it has pinned.
  expect(images([running(`web@${GOOD}`, GOOD)], template(`web@${GOOD}`))).toEqual([`web@${GOOD}`]);
  expect(differing(latest, undefined, [running('web:latest', BAD)])).toEqual([]);
  expect(pinned(latest, undefined, latest, [])).toBe(latest);
});

test('the plan goes back to the digest where the marked revision itself runs another image', () => {
  const owner = workload('Deployment', { template: latest });
  const annotations = { 'rollback-actions/good': JSON.stringify(mark) };
  const sets = [replicaSet(1, 'web:latest', { annotations, replicas: 1, available: 1 })];
  const candidate = { workload: owner, history: history(owner, ...sets), named: true };
  const wanted = { to: parseTo('last-good'), rollback, gitops: 'refuse' } as const;
  expect(planStep({ ...candidate, pods: [running('web:latest', BAD)] }, wanted)).toMatchObject({
    action: 'roll-back',
    to: { images: { web: `web@${GOOD}` } },
    reason: expect.stringContaining('pinned to what was marked good'),
  });
  expect(planStep({ ...candidate, pods: [running('web:latest', GOOD)] }, wanted).action).toBe('no-op');
});

test('a Rollout whose marked revision runs another image is pinned as well', () => {
  const set = replicaSet(1, 'web:latest', { replicas: 1, available: 1 });
  set.metadata.labels = { app: 'web', 'rollouts-pod-template-hash': 'abc' };
  set.metadata.annotations = {
    'rollout.argoproj.io/revision': '1',
    'rollback-actions/good': JSON.stringify(mark),
  };
  const owner = workload('Rollout', {
    ...{ template: latest, metadata: { generation: 1 } },
    status: { observedGeneration: '1', currentPodHash: 'abc' },
  });
  const candidate = { workload: owner, history: history(owner, set), named: true };
  const wanted = { to: parseTo('last-good'), rollback, gitops: 'refuse' } as const;
  expect(planStep({ ...candidate, pods: [running('web:latest', BAD)] }, wanted)).toMatchObject({
    action: 'roll-back',
    to: { images: { web: `web@${GOOD}` } },
  });
  expect(planStep({ ...candidate, pods: [running('web:latest', GOOD)] }, wanted).action).toBe('no-op');
});

test('an image that is named by its digest is that one, whatever part of it a node names', () => {
  const image = `web@${GOOD}`;
  expect(differing(template(image), mark, [running(image, BAD)])).toEqual([]);
});

test('a pod whose image a webhook has named by its digest is compared by its revision', () => {
  const resolved = running(`index.docker.io/library/web@${BAD}`, BAD);
  expect(differing(latest, mark, [resolved])).toEqual([]);
  expect(differing(latest, mark, [resolved], () => true)).toMatchObject([{ good: GOOD, running: [BAD] }]);
});

test('what an admission webhook has put into pods is compared with nothing', () => {
  const injected = running('web:latest', GOOD);
  injected.spec.containers.push({ name: 'istio-proxy', image: 'proxy:1' });
  injected.status?.containerStatuses?.push({
    ...{ name: 'istio-proxy', image: 'proxy:1', imageID: `proxy@${BAD}`, ready: true, restartCount: 0 },
  });
  expect(
    differing(latest, { ...mark, images: { ...mark.images, 'istio-proxy': `proxy@${GOOD}` } }, [injected]),
  ).toEqual([]);
});
