import { describe, expect, test } from '@jest/globals';
import type { Any, Cluster, Namespace } from './cluster.ts';
import { configMap } from './manifests.ts';

const brief = ({ type, object }: Any) => `${type} ${object.metadata.name}`;

async function versionOf(namespace: Namespace): Promise<string> {
  return (await namespace.cluster.get(namespace.path('configmaps'))).body.metadata.resourceVersion;
}

export function describeWatches(cluster: () => Cluster): void {
  describe('watches', () => {
    test('all that happens after a version, in order', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('configmaps', configMap('before'));
      const version = await versionOf(namespace);
      const created = await namespace.create('configmaps', configMap('web'));
      const watch = await cluster().watch(namespace.path('configmaps', '', `resourceVersion=${version}`));
      await namespace.patch('configmaps', 'web', { data: { key: 'new' } });
      await namespace.delete('configmaps', 'web');
      const events = [await watch.next(), await watch.next(), await watch.next()];
      watch.stop();
      expect(events.map(brief)).toEqual(['ADDED web', 'MODIFIED web', 'DELETED web']);
      expect(events[0].object).toEqual(created);
      const versions = events.map(({ object }) => Number(object.metadata.resourceVersion));
      expect(versions).toEqual([...versions].sort((a, b) => a - b));
      expect(new Set(versions).size).toBe(3);
    });

    test('without a version it begins with what is there', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('configmaps', configMap('web'));
      const watch = await cluster().watch(
        namespace.path('configmaps', '', 'fieldSelector=metadata.name%3Dweb'),
      );
      expect(brief(await watch.next())).toBe('ADDED web');
      watch.stop();
    });

    test('an object comes and goes with its labels', async () => {
      await using namespace = await cluster().namespace();
      await namespace.create('configmaps', configMap('web'));
      const query = `resourceVersion=${await versionOf(namespace)}&labelSelector=app`;
      const watch = await cluster().watch(namespace.path('configmaps', '', query));
      await namespace.patch('configmaps', 'web', { metadata: { labels: { app: 'web' } } });
      await namespace.patch('configmaps', 'web', { metadata: { labels: { app: 'other' } } });
      const { body } = await namespace.patch('configmaps', 'web', { metadata: { labels: null } });
      const events = [await watch.next(), await watch.next(), await watch.next()];
      watch.stop();
      expect(events.map(brief)).toEqual(['ADDED web', 'MODIFIED web', 'DELETED web']);
      // The last state that matched, with the version of the change.
      expect(events[2].object.metadata).toMatchObject({
        labels: { app: 'other' },
        resourceVersion: body.metadata.resourceVersion,
      });
    });

    test('it ends when its time is over, with a bookmark before', async () => {
      await using namespace = await cluster().namespace();
      const { resourceVersion } = (await namespace.create('configmaps', configMap('web'))).metadata;
      const query = `resourceVersion=${resourceVersion}&allowWatchBookmarks=true&timeoutSeconds=4`;
      const watch = await cluster().watch(namespace.path('configmaps', '', query));
      // A real server sends bookmarks only of versions later than the one that it was asked for.
      const { body } = await namespace.patch('configmaps', 'web', { data: { key: 'new' } });
      expect(brief(await watch.next())).toBe('MODIFIED web');
      const bookmarks: Any[] = [];
      for (let event = await watch.next(); event !== undefined; event = await watch.next())
        bookmarks.push(event);
      expect(bookmarks.length).toBeGreaterThan(0);
      for (const bookmark of bookmarks) {
        const { resourceVersion: reached } = bookmark.object.metadata;
        const metadata = { resourceVersion: reached };
        expect(bookmark).toEqual({
          type: 'BOOKMARK',
          object: { kind: 'ConfigMap', apiVersion: 'v1', metadata },
        });
        expect(Number(reached)).toBeGreaterThanOrEqual(Number(body.metadata.resourceVersion));
      }
    });
  });
}
