import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Pod, Workload } from '../../src/systems/kubernetes/objects.ts';
import { ShopDatabase } from '../servers/actions/shop-database.ts';
import { type Cluster as Postgres, startCluster } from '../support/postgres/cluster.ts';
import { VERSION } from '../support/postgres/database.ts';
import { scenario } from './cluster.ts';
import { version } from './images.ts';
import { deployment, statefulSet } from './manifests.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startCluster(VERSION);
});
afterAll(() => postgres.remove());

/** What docs/rollback-db.md says that quiesce needs. */
const RULES = [
  { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get', 'list', 'patch'] },
  { apiGroups: ['apps'], resources: ['statefulsets'], verbs: ['get', 'patch'] },
  { apiGroups: [''], resources: ['pods'], verbs: ['list', 'watch'] },
];

scenario(
  'workloads are gone while their database is switched, and get their own numbers back',
  async (ns) => {
    const shop = await ShopDatabase.create(postgres.url());
    const web = deployment('web', version(1), { spec: { replicas: 3 } });
    const queue = statefulSet('queue', version(1), { spec: { replicas: 2 } });
    await Promise.all([ns.deploy(web), ns.deploy(queue), ns.deploy(deployment('other', version(1)))]);
    const kubeconfig = await ns.accountWith(RULES);

    const running = shop.start({ kubeconfig, namespace: ns.name, quiesce: 'web, statefulset/queue' });
    const said = await running.result;

    expect(said).toMatchObject({ errors: [], outputs: { result: 'done' } });
    expect(await shop.state()).toBe('backup');
    const replicas = async (name: string) => (await ns.get<Workload>(name)).spec.replicas;
    expect(await replicas('deployment/web')).toBe(3);
    expect(await replicas('statefulset/queue')).toBe(2);
    expect((await ns.get('deployment/web')).metadata.annotations).not.toHaveProperty([
      'rollback-actions/quiesced',
    ]);

    // Not one pod that used the database before the switch is there after it.
    const held = said.record.find(({ step, status }) => step === 'hold traffic' && status === 'done');
    await ns.rolledOut(web);
    for (const pod of await ns.list<Pod>('pods', 'app in (web, queue)'))
      expect(Date.parse(pod.metadata.creationTimestamp as string)).toBeGreaterThanOrEqual(
        Math.floor(Date.parse(held?.at as string) / 1000) * 1000,
      );
    await shop.remove();
  },
);
