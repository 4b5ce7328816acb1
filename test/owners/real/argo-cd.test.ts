import { expect } from '@jest/globals';
import { pauseNote } from '../../../src/owners/notes.ts';
import { cluster, scenario } from '../../e2e/cluster.ts';
import { notReady, version } from '../../e2e/images.ts';
import { configMap, deployment } from '../../e2e/manifests.ts';
import { ConfigRepositoryServer } from '../../support/github/config-repository.ts';
import { type ArgoShop, AUTOMATED, withShop } from './argo-shop.ts';

const through = { workloads: 'all', gitops: 'through' };
const off = { spec: { syncPolicy: { automated: { enabled: false } } } };

/** Deploys version 1, then a version 2 whose pods do not become ready. @returns the good commit */
async function badRelease(shop: ArgoShop, more: Parameters<ArgoShop['commit']>[2] = {}): Promise<string> {
  const good = await shop.deploy(1);
  await shop.arrived(await shop.commit(2, notReady, more));
  return good;
}

const automated = async (shop: ArgoShop) => (await shop.application()).spec?.syncPolicy?.automated;

scenario('an application that syncs itself is refused; one that is paused is not', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest());
    await badRelease(shop);

    const refused = await ns.rollBack({ workloads: 'web', to: 'previous' });
    expect(refused.errors[0]).toMatch(
      new RegExp(`Argo CD application ${ns.name} owns it .* \\(or say \`gitops: through\`\\)`),
    );
    expect(await shop.image()).toBe(notReady.image);

    await shop.patch(`application/${ns.name}`, off);
    const said = await ns.rollBack({ workloads: 'web', to: 'previous' });
    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.warnings.join('\n')).toMatch(/undoes nothing at present \(its automatic sync is off\)/);
    await shop.looked();
    expect(await shop.image()).toBe(version(1).image);
  }),
);

scenario('what cannot be read is said with the right that is missing, and refused', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest());
    await badRelease(shop);
    await shop.patch(`application/${ns.name}`, off);
    const kubeconfig = await ns.accountWith(SERVICE);

    for (const gitops of ['refuse', 'through']) {
      const said = await ns.rollBack({ workloads: 'web', to: 'previous', kubeconfig, gitops });
      expect(said.exitCode).toBe(1);
      expect(said.errors[0]).toMatch(/may not get applications in the namespace argocd/);
    }
    const elsewhere = { 'argocd-namespace': ns.name };
    const said = await ns.rollBack({ workloads: 'web', to: 'previous', ...elsewhere });
    expect(said.errors[0]).toMatch(
      /there is no application .* \(the inputs argocd-namespace and argocd-kubeconfig/,
    );
  }),
);

scenario('through: all of the application goes back to its good commit, and stays there', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest());
    const good = await badRelease(shop, {
      'app/added.json': configMap('added', { by: 'version 2' }),
      'app/worker.json': deployment('worker', version(2)),
    });
    const plan = await ns.rollBack({ ...through, 'dry-run': 'true' });
    expect(plan.log).toMatch(
      new RegExp(
        `Argo CD application ${ns.name}: it will be paused; it goes back to ${good.slice(0, 7)} \\(history 0\\), all of it, with pruning; its newest sync created .*ConfigMap/added`,
      ),
    );
    expect(await automated(shop)).toEqual(AUTOMATED.automated);

    const said = await ns.rollBack(through);

    expect(await shop.image()).toBe(version(1).image);
    expect(await shop.configured()).toBe('1');
    expect(said.log).toMatch(/is paused and went back/);
    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    for (const added of ['configmap/added', 'deployment/worker']) expect(await ns.has(added)).toBe(false);
    await shop.looked();
    expect(await shop.image()).toBe(version(1).image);
    const { metadata, status } = await shop.application();
    expect(await automated(shop)).toEqual({ ...AUTOMATED.automated, enabled: false });
    expect(JSON.parse(metadata.annotations?.['rollback-actions/paused'] ?? '')).toMatchObject({
      automated: AUTOMATED.automated,
    });
    expect(status?.history?.at(-1)?.revision).toBe(good);
    const [own] = said.record.filter(({ component, status }) => component === 'owner' && status === 'done');
    expect(own?.message).toBe(`Argo CD application ${ns.name} is paused and went back`);
  }),
);

scenario('hand-back: only when Git says what runs does Argo CD get control again', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest());
    await badRelease(shop);
    expect((await ns.handBack({ workloads: 'all' })).outputs).toMatchObject({
      result: 'no-op',
      lasting: 'true',
    });
    await ns.rollBack(through);

    const early = await ns.handBack({ workloads: 'all' });
    expect(early).toMatchObject({ exitCode: 1, outputs: { result: 'failed', lasting: 'false' } });
    expect(early.errors[0]).toMatch(
      /stays paused: its source is not what runs yet \(OutOfSync\): .*Deployment\/web; merge the older version, or sync/,
    );
    expect((await automated(shop))?.enabled).toBe(false);
    expect(await shop.image()).toBe(version(1).image);

    const merged = await shop.commit(1);
    const said = await ns.handBack({ workloads: 'all' });
    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', lasting: 'true' } });
    expect(JSON.parse(said.outputs.owners ?? '')).toMatchObject([
      { owner: `Argo CD application ${ns.name}`, revision: merged, 'handed-back': true },
    ]);
    expect(await automated(shop)).toEqual(AUTOMATED.automated);
    expect((await shop.application()).metadata.annotations).not.toHaveProperty('rollback-actions/paused');
    expect((await ns.handBack({ workloads: 'all' })).outputs.result).toBe('no-op');
    await shop.arrived(await shop.commit(3));
    expect(await shop.image()).toBe(version(3).image);
  }),
);

scenario(
  'it lasts: a pull request restores its source, and once that is merged it is handed back',
  async (ns) =>
    withShop(ns, async (shop) => {
      await shop.argo(shop.manifest());
      const good = await badRelease(shop);
      using github = await ConfigRepositoryServer.start(shop.repository.bare);
      const env = { GITHUB_API_URL: github.url };
      const git = { 'gitops-repository': 'shop/config', 'gitops-token': github.token };

      const alone = await ns.rollBack({ ...through, 'gitops-repository': 'shop/config' });
      expect(alone).toMatchObject({
        exitCode: 0,
        outputs: { result: 'done', lasting: 'false', 'pull-request': '' },
      });
      expect(alone.log).toMatch(
        /stays paused: put the older version into Git, .* there is no `gitops-token` for shop/,
      );
      expect(alone.summary).toContain(`git restore --source=${good} --staged --worktree -- app`);

      // What is back already is made to last by another run.
      const said = await ns.rollBack({ ...through, ...git }, { env });
      const url = 'https://github.test/shop/config/pull/1';
      expect(said).toMatchObject({ exitCode: 0, outputs: { lasting: 'true', 'pull-request': url } });
      expect(said.log).toContain(`stays paused: merge ${url}, then hand it back.`);
      expect(JSON.parse(said.outputs.owners ?? '')).toMatchObject([{ revision: good, 'pull-request': url }]);
      const early = await ns.handBack({ workloads: 'all', ...git }, { env });
      expect(early.outputs).toMatchObject({ result: 'failed', 'pull-request': url });
      const unknown = await ns.handBack({ workloads: 'all', ...git, 'gitops-token': 'ghs_other' }, { env });
      expect(unknown.errors).toEqual([
        expect.stringMatching(/its source is not what runs yet .*; no pull request: .*Bad credentials/),
      ]);

      github.git.git(['update-ref', 'refs/heads/main', github.git.head(github.pulls[0]?.head ?? '') ?? '']);
      const back = await ns.handBack({ workloads: 'all', ...git }, { env });
      expect(back).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', lasting: 'true' } });
      expect(await automated(shop)).toEqual(AUTOMATED.automated);
      expect(github.faults).toEqual([]);
    }),
);

scenario('through: a sync that hangs is ended first', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest());
    await shop.deploy(1);
    const wave = { 'argocd.argoproj.io/sync-wave': '1' };
    await shop.commit(2, notReady, {
      'app/late.json': configMap('late', {}, { metadata: { name: 'late', annotations: wave } }),
    });
    await shop.refresh();
    await ns.until('the sync waits for the pods of version 2', async () => {
      const { status } = await shop.application();
      const { phase, message = '' } = status?.operationState ?? {};
      return phase === 'Running' && message.includes('waiting for healthy state');
    });

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.log).toContain('the sync that is under way is ended');
    await shop.looked();
    expect([await shop.image(), await shop.configured()]).toEqual([version(1).image, '1']);
  }),
);

/** Argo CD leaves an application alone, as it does all of them while its controller is down. */
const ignored = { metadata: { annotations: { 'argocd.argoproj.io/skip-reconcile': 'true' } } };

scenario('through: where Argo CD does nothing, the workloads go back directly under the pause', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest());
    await badRelease(shop);
    await shop.patch(`application/${ns.name}`, ignored);

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.log).toMatch(/is paused; its workloads are patched directly, because Argo CD did not begin/);
    expect([await shop.image(), await shop.configured()]).toEqual([version(1).image, '2']);
    const { operation, spec } = await shop.application();
    expect([operation, spec?.syncPolicy?.automated?.enabled]).toEqual([undefined, false]);
  }),
);

scenario('through: a requested sync that Argo CD does not begin is taken back first', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest());
    await badRelease(shop);
    await shop.patch(`application/${ns.name}`, ignored);
    const requested = { initiatedBy: { username: 'somebody' }, sync: { revision: 'main' } };
    await shop.patch(`application/${ns.name}`, { operation: requested });

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(await shop.image()).toBe(version(1).image);
    expect((await shop.application()).operation).toBeUndefined();
  }),
);

scenario('through: an application of an ApplicationSet is stopped by its project, which holds', async (ns) =>
  withShop(ns, async (shop) => {
    const { spec } = shop.manifest();
    const metadata = { name: ns.name, namespace: 'argocd', labels: { test: ns.name } };
    const { apiVersion } = shop.manifest();
    const project = shop.project();
    await shop.argo(project, {
      ...{ apiVersion, kind: 'ApplicationSet', metadata },
      spec: {
        generators: [{ list: { elements: [{ name: ns.name }] } }],
        template: { metadata: { name: '{{name}}' }, spec: { ...spec, project: ns.name } },
      },
    });
    await ns.until('the set has made it', async () => shop.application().catch(() => false));
    await badRelease(shop);

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.log).toContain('it will be paused by a deny window of its project');
    await shop.looked();
    expect([await shop.image(), await shop.configured()]).toEqual([version(1).image, '1']);

    await shop.commit(1);
    expect((await ns.handBack({ workloads: 'all' })).outputs).toMatchObject({
      result: 'done',
      lasting: 'true',
    });
    const after = JSON.parse(
      await cluster.kubectl(['-n', 'argocd', 'get', 'appproject', ns.name, '-o', 'json']),
    );
    expect(after.spec.syncWindows ?? []).toEqual([]);
    expect(after.metadata.annotations).not.toHaveProperty('rollback-actions/paused');
  }),
);

scenario('through: an application whose parent puts its sync back is stopped by its project', async (ns) =>
  withShop(ns, async (shop) => {
    const project = shop.project();
    const child = shop.manifest(ns.name, 'app', { automated: { ...AUTOMATED.automated, enabled: true } });
    await shop.repository.commit('the child', {
      'root/shop.json': { ...child, spec: { ...child.spec, project: ns.name } },
    });
    await shop.argo(project, shop.manifest(`${ns.name}-root`, 'root', AUTOMATED, 'argocd'));
    await ns.until('the parent has made it', async () => shop.application().catch(() => false));
    await badRelease(shop);

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    await shop.looked();
    expect([await shop.image(), await shop.configured()]).toEqual([version(1).image, '1']);
  }),
);

scenario('through: killed when the application is paused, it goes on', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest());
    await badRelease(shop);
    const step = ns.startRollBack(through);
    await ns.until('it is paused', async () => (await automated(shop))?.enabled === false);
    step.process.kill('SIGKILL');
    await step.result;

    await ns.until('the lock of the dead run is free, and it is back', async () => {
      const { exitCode } = await ns.rollBack(through);
      return exitCode === 0;
    });
    await shop.looked();
    expect([await shop.image(), await shop.configured()]).toEqual([version(1).image, '1']);
    expect(pauseNote(await shop.application())).toMatchObject({ automated: AUTOMATED.automated });
  }),
);

scenario('through: somebody turns its sync on again meanwhile: its project stops it', async (ns) =>
  withShop(ns, async (shop) => {
    const project = shop.project();
    const { spec, ...rest } = shop.manifest();
    await shop.argo(project, { ...rest, spec: { ...spec, project: ns.name } });
    await badRelease(shop);
    const step = ns.startRollBack(through);
    await ns.until('it is paused', async () => (await automated(shop))?.enabled === false);
    await shop.patch(`application/${ns.name}`, { spec: { syncPolicy: { automated: { enabled: true } } } });

    const said = await step.result;
    await shop.looked();
    // A second after the pause it is looked at, and once more in the end.
    if (said.exitCode === 0) {
      expect([await shop.image(), await shop.configured()]).toEqual([version(1).image, '1']);
    } else expect(said.errors.join()).toMatch(/was (resumed while it went back|changed by someone else)/);
  }),
);

scenario('through: with workloads that are not meant, those that are go back alone', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest());
    const other = (number: number) => ({ 'app/other.json': deployment('other', version(number)) });
    await shop.deploy(1, version(1), other(1));
    await shop.arrived(await shop.commit(2, notReady, other(2)));

    const said = await ns.rollBack({ ...through, workloads: 'web' });

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.log).toContain('deployment/web alone');
    await shop.looked();
    expect([await shop.image(), await shop.image('other')]).toEqual([version(1).image, version(2).image]);
    // What is not a workload stays as it is, too.
    expect(await shop.configured()).toBe('2');
  }),
);

scenario('through: rights to get and patch the application are enough in Argo CD', async (ns) =>
  withShop(ns, async (shop) => {
    await shop.argo(shop.manifest());
    await badRelease(shop);
    const kubeconfig = await ns.accountWith(SERVICE);
    const grant = async (...verbs: string[]) => {
      const metadata = { name: ns.name, namespace: 'argocd' };
      const api = 'rbac.authorization.k8s.io/v1';
      await shop.argo(
        {
          apiVersion: api,
          kind: 'Role',
          metadata,
          rules: [
            { apiGroups: ['argoproj.io'], resources: ['applications'], resourceNames: [ns.name], verbs },
          ],
        },
        {
          ...{ apiVersion: api, kind: 'RoleBinding', metadata },
          roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: ns.name },
          subjects: [{ kind: 'ServiceAccount', name: 'rollback', namespace: ns.name }],
        },
      );
    };
    await grant('get');
    const refused = await ns.rollBack({ ...through, kubeconfig });
    expect(refused.errors[0]).toMatch(/may not patch applications in the namespace argocd/);
    expect(await shop.image()).toBe(notReady.image);

    await grant('get', 'patch');
    const said = await ns.rollBack({ ...through, kubeconfig });
    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(await shop.image()).toBe(version(1).image);
  }),
);

/** What the service itself needs, without any right in Argo CD's namespace. */
const SERVICE = [
  { apiGroups: ['apps'], resources: ['*'], verbs: ['*'] },
  { apiGroups: ['argoproj.io'], resources: ['rollouts'], verbs: ['list'] },
  { apiGroups: [''], resources: ['pods', 'events', 'configmaps', 'secrets'], verbs: ['*'] },
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['*'] },
];
