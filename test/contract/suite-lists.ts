import { describe, expect, test } from '@jest/globals';
import type { Any, Cluster, Namespace } from './cluster.ts';
import { configMap, pod } from './manifests.ts';

const names = (items: Any[]) =>
  items.map(({ metadata }) => metadata.name).filter((name) => name !== 'kube-root-ca.crt');

async function fill(namespace: Namespace): Promise<void> {
  await namespace.create('configmaps', configMap('a', {}, { labels: { app: 'web', tier: 'front' } }));
  await namespace.create('configmaps', configMap('b', {}, { labels: { app: 'web', tier: 'back' } }));
  await namespace.create('configmaps', configMap('c', {}, { labels: { app: 'db' } }));
  await namespace.create('configmaps', configMap('d'));
}

export function describeLists(cluster: () => Cluster): void {
  describe('lists', () => {
    test.each([
      ['app=web', ['a', 'b']],
      ['app==web', ['a', 'b']],
      ['app!=web', ['c', 'd']],
      ['app', ['a', 'b', 'c']],
      ['!app', ['d']],
      ['!tier,app', ['c']],
      ['app in (web,db),tier notin (front)', ['b', 'c']],
      ['tier in (front, back)', ['a', 'b']],
    ])('by the labels %s', async (selector, expected) => {
      await using namespace = await cluster().namespace();
      await fill(namespace);
      expect(
        names(await namespace.list('configmaps', `labelSelector=${encodeURIComponent(selector)}`)),
      ).toEqual(expected);
    });

    test.each([
      'labelSelector=a%20b',
      'fieldSelector=data.key%3Dx',
      'fieldSelector=x',
      'limit=x',
      'continue=x',
    ])('%s is refused', async (query) => {
      await using namespace = await cluster().namespace();
      const { status, body } = await cluster().get(namespace.path('configmaps', '', query));
      expect(status).toBe(400);
      expect(body.reason).toBe('BadRequest');
    });

    test('by fields', async () => {
      await using namespace = await cluster().namespace();
      await fill(namespace);
      expect(names(await namespace.list('configmaps', 'fieldSelector=metadata.name%3Db'))).toEqual(['b']);
      expect(names(await namespace.list('configmaps', 'fieldSelector=metadata.name!%3Db'))).toEqual([
        'a',
        'c',
        'd',
      ]);
      await namespace.create('pods', pod());
      const running = await namespace.reaches('pods', 'web', ({ status }) => status.phase === 'Running');
      const { nodeName } = running.spec;
      expect(
        names(
          await namespace.list('pods', `fieldSelector=status.phase%3DRunning,spec.nodeName%3D${nodeName}`),
        ),
      ).toEqual(['web']);
      expect(names(await namespace.list('pods', 'fieldSelector=status.phase%3DPending'))).toEqual([]);
    });

    test('events by what they are about', async () => {
      await using namespace = await cluster().namespace();
      for (const [name, reason, type] of [
        ['one', 'Failed', 'Warning'],
        ['two', 'Pulled', 'Normal'],
      ]) {
        const involvedObject = {
          kind: 'Pod',
          namespace: namespace.name,
          name: `pod-${name}`,
          uid: `uid-${name}`,
        };
        const event = { apiVersion: 'v1', kind: 'Event', metadata: { name }, involvedObject, reason, type };
        await namespace.create('events', event);
      }
      for (const selector of [
        'involvedObject.name=pod-one',
        'involvedObject.uid=uid-one',
        'reason=Failed',
        'type=Warning',
      ]) {
        const all = `fieldSelector=${encodeURIComponent(`${selector},involvedObject.kind=Pod`)}`;
        expect(names(await namespace.list('events', all))).toEqual(['one']);
      }
    });

    test('items have no kind of their own, and the list has a version', async () => {
      await using namespace = await cluster().namespace();
      await fill(namespace);
      const { body } = await cluster().get(namespace.path('configmaps'));
      expect(body).toMatchObject({ kind: 'ConfigMapList', apiVersion: 'v1' });
      expect(Number(body.metadata.resourceVersion)).toBeGreaterThan(0);
      expect(body.items[0]).not.toHaveProperty('kind');
    });

    test('pages show the state of the first one', async () => {
      await using namespace = await cluster().namespace();
      await fill(namespace);
      const page = async (query: string) =>
        (await cluster().get(namespace.path('configmaps', '', query))).body;
      const first = await page('limit=2');
      expect(names(first.items)).toEqual(['a', 'b']);
      expect(first.metadata.remainingItemCount).toBe(3);
      await namespace.delete('configmaps', 'd');
      await namespace.create('configmaps', configMap('e'));
      const second = await page(`limit=2&continue=${encodeURIComponent(first.metadata.continue)}`);
      expect(names(second.items)).toEqual(['c', 'd']);
      expect(second.metadata.resourceVersion).toBe(first.metadata.resourceVersion);
      const last = await page(`continue=${encodeURIComponent(second.metadata.continue)}`);
      expect(last.items.map(({ metadata }: Any) => metadata.name)).toEqual(['kube-root-ca.crt']);
      expect(last.metadata).not.toHaveProperty('continue');
      expect(last.metadata).not.toHaveProperty('remainingItemCount');
    });

    test('a page of a selection does not say how many are left', async () => {
      await using namespace = await cluster().namespace();
      await fill(namespace);
      const { metadata } = (
        await cluster().get(namespace.path('configmaps', '', 'limit=1&labelSelector=app'))
      ).body;
      expect(metadata.continue).toEqual(expect.any(String));
      expect(metadata).not.toHaveProperty('remainingItemCount');
    });

    test('an exact version shows the past', async () => {
      await using namespace = await cluster().namespace();
      await fill(namespace);
      const { body } = await cluster().get(namespace.path('configmaps'));
      await namespace.delete('configmaps', 'a');
      const query = `resourceVersion=${body.metadata.resourceVersion}&resourceVersionMatch=Exact&limit=10`;
      expect(names(await namespace.list('configmaps', query))).toEqual(['a', 'b', 'c', 'd']);
      expect(names(await namespace.list('configmaps'))).toEqual(['b', 'c', 'd']);
    });
  });
}
