import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Application } from '../src/owners/argo-cd.ts';
import type { FluxObject } from '../src/owners/flux.ts';
import { PATCH } from '../src/systems/kubernetes/client.ts';
import type { Workload } from '../src/systems/kubernetes/objects.ts';
import { Repository } from '../test/owners/real/repositories.ts';
import { helm as programs } from '../test/setup/artifacts.ts';
import { until } from '../test/support/until.ts';
import { measure } from './measure.ts';
import { deployment, filesOf, image, type Owner, serves, shop } from './owner-bench.ts';

/** The histories of Argo CD and of Flux tell seconds: releases do not come at once after one another. */
const APART_MS = 3000;
const OURS = 'rollback-service, `gitops: through`';

async function apart(): Promise<void> {
  const begun = performance.now();
  await until(() => performance.now() - begun > APART_MS);
}

export const argoCd: Owner = async (bench, namespace, count) => {
  const { client } = bench;
  const path = `/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/${namespace}`;
  const read = () => client.get<Application>(path);
  const patch = (body: object) => client.patch(path, PATCH.merge, body);
  const repository = await Repository.make(namespace, bench.git);
  const commit = async (version: number) => {
    const made = await repository.commit(String(version), filesOf(version, count));
    await patch({ metadata: { annotations: { 'argocd.argoproj.io/refresh': 'normal' } } });
    return made;
  };
  const synced = (revision: string) =>
    until(async () => {
      const { status, operation } = await read();
      const { status: sync, revision: at } = status?.sync ?? {};
      return !operation && sync === 'Synced' && at === revision;
    });
  await bench.kubectl(['create', 'namespace', namespace]);
  await repository.commit('1', filesOf(1, count));
  await bench.kubectl(['apply', '-f', '-'], {
    ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
    metadata: { name: namespace, namespace: 'argocd' },
    spec: {
      project: 'default',
      source: { repoURL: repository.url, path: 'app', targetRevision: 'main' },
      destination: { server: 'https://kubernetes.default.svc', namespace },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
  });
  await until(() => serves(bench, namespace, count, 1));
  await apart();
  await synced(await commit(2));
  const pause = () => patch({ spec: { syncPolicy: { automated: { enabled: false } } } });
  const operation = async () => {
    const { revision, source } = (await read()).status?.history?.[0] ?? {};
    await patch({
      spec: { syncPolicy: { automated: { enabled: false } } },
      operation: {
        initiatedBy: { username: 'bench' },
        sync: { revision, source, prune: true, syncStrategy: { apply: {} } },
      },
    });
    await until(async () => {
      const { status: now, operation: asked } = await read();
      return (
        !asked && now?.operationState?.phase === 'Succeeded' && now.history?.at(-1)?.revision === revision
      );
    });
  };
  return {
    ways: {
      [OURS]: () => bench.act('rollback-service', namespace, { to: 'previous', gitops: 'through' }),
      'its operation alone, paused in the same patch': operation,
      'rollback-service directly, paused before': async () => {
        await pause();
        await bench.act('rollback-service', namespace, { to: 'previous' });
      },
    },
    serves: () => serves(bench, namespace, count, 1),
    async next() {
      const good = await commit(1);
      const { metadata } = await read();
      if (metadata.annotations?.['rollback-actions/paused']) await bench.act('hand-back', namespace, {});
      else await patch({ spec: { syncPolicy: { automated: { enabled: null } } } });
      await synced(good);
      await synced(await commit(3));
    },
    async end() {
      await bench.kubectl(['-n', 'argocd', 'delete', 'application', namespace]);
      await bench.kubectl(['delete', 'namespace', namespace, '--wait=false']);
      await repository[Symbol.asyncDispose]();
    },
  };
};

export const flux: Owner = async (bench, namespace, count) => {
  const { client } = bench;
  const path = `/apis/kustomize.toolkit.fluxcd.io/v1/namespaces/${namespace}/kustomizations/shop`;
  const source = `/apis/source.toolkit.fluxcd.io/v1/namespaces/${namespace}/gitrepositories/shop`;
  const read = () => client.get<FluxObject>(path);
  const suspend = (isSuspended: boolean) =>
    client.patch(path, PATCH.merge, { spec: { suspend: isSuspended } });
  const repository = await Repository.make(namespace, bench.git);
  const commit = async (version: number) => {
    const made = await repository.commit(String(version), filesOf(version, count));
    const annotations = { 'reconcile.fluxcd.io/requestedAt': String(performance.now()) };
    await client.patch(source, PATCH.merge, { metadata: { annotations } });
    return made;
  };
  const applied = (revision: string) =>
    until(async () => (await read()).status?.lastAppliedRevision?.endsWith(revision) === true);
  await bench.kubectl(['create', 'namespace', namespace]);
  const first = await repository.commit('1', filesOf(1, count));
  const interval = { interval: '1h' };
  await bench.kubectl(['apply', '-n', namespace, '-f', '-'], {
    ...{ apiVersion: 'v1', kind: 'List' },
    items: [
      {
        ...{ apiVersion: 'source.toolkit.fluxcd.io/v1', kind: 'GitRepository', metadata: { name: 'shop' } },
        spec: { ...interval, url: repository.url, ref: { branch: 'main' } },
      },
      {
        ...{
          apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
          kind: 'Kustomization',
          metadata: { name: 'shop' },
        },
        spec: {
          ...{ ...interval, path: './app', prune: true, targetNamespace: namespace },
          sourceRef: { kind: 'GitRepository', name: 'shop' },
        },
      },
    ],
  });
  await applied(first);
  await until(() => serves(bench, namespace, count, 1));
  await apart();
  await applied(await commit(2));
  return {
    ways: {
      [OURS]: () => bench.act('rollback-service', namespace, { to: 'previous', gitops: 'through' }),
      'a revert in Git, and `flux reconcile`': async () => applied(await commit(1)),
      'rollback-service directly, suspended before': async () => {
        await suspend(true);
        await bench.act('rollback-service', namespace, { to: 'previous' });
      },
    },
    serves: () => serves(bench, namespace, count, 1),
    async next() {
      const { metadata, spec } = await read();
      const good = await commit(1);
      if (metadata.annotations?.['rollback-actions/paused']) await bench.act('hand-back', namespace, {});
      else if (spec?.suspend) await suspend(false);
      await applied(good);
      await applied(await commit(3));
    },
    async end() {
      await bench.kubectl(['delete', '-n', namespace, 'kustomization.kustomize.toolkit.fluxcd.io', 'shop']);
      await bench.kubectl(['delete', 'namespace', namespace, '--wait=false']);
      await repository[Symbol.asyncDispose]();
    },
  };
};

export const helm: Owner = async (bench, namespace, count) => {
  const home = mkdtempSync(join(tmpdir(), 'bench-helm-'));
  const env = {
    KUBECONFIG: bench.place.kubeconfig,
    ...{ HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home },
  };
  const run = (...args: string[]) =>
    measure([programs[4].path('helm'), ...args, '--namespace', namespace], env);
  const upgrade = (version: number) => {
    const chart = join(home, `shop-${version}`);
    mkdirSync(join(chart, 'templates'), { recursive: true });
    writeFileSync(join(chart, 'Chart.yaml'), `apiVersion: v2\nname: shop\nversion: ${version}.0.0\n`);
    const documents = shop(version, count).map((each) => JSON.stringify(each));
    writeFileSync(join(chart, 'templates/all.yaml'), documents.join('\n---\n'));
    return run('upgrade', 'shop', chart, '--install');
  };
  await bench.kubectl(['create', 'namespace', namespace]);
  await upgrade(1);
  await until(() => serves(bench, namespace, count, 1));
  await upgrade(2);
  const withHelm = `${programs[4].path('')}${delimiter}${process.env.PATH}`;
  return {
    ways: {
      [OURS]: () => bench.act('rollback-service', namespace, { to: 'previous', gitops: 'through' }, withHelm),
      '`helm rollback --wait`': () => run('rollback', 'shop', '1', '--wait=watcher', '--timeout', '5m'),
      'rollback-service directly': () => bench.act('rollback-service', namespace, { to: 'previous' }),
    },
    serves: () => serves(bench, namespace, count, 1),
    next: async () => void (await upgrade(3)),
    end: async () => void (await bench.kubectl(['delete', 'namespace', namespace, '--wait=false'])),
  };
};

const STEPS = [25, 50].flatMap((setWeight) => [{ setWeight }, { pause: { duration: '8s' } }]);

/** A bad version that runs, and that all users have got. */
export const rollouts: Owner = async (bench, namespace) => {
  const { client } = bench;
  const path = `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts/app-0`;
  const manifest = (version: number, steps: object[]) => {
    const { spec, ...rest } = deployment('app-0', version === 2 ? 4 : version);
    const strategy = { canary: { steps } };
    return {
      ...rest,
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      spec: { ...spec, replicas: 4, strategy },
    };
  };
  const apply = (version: number, steps: object[] = STEPS) =>
    bench.kubectl(['apply', '-n', namespace, '-f', '-'], manifest(version, steps));
  const isAt = async (version: number) => {
    const { metadata, spec, status } = await client.get<Workload>(path);
    return (
      spec.template.spec.containers[0]?.image === image(version === 2 ? 4 : version) &&
      Number(status?.observedGeneration) === metadata.generation &&
      status?.phase === 'Healthy' &&
      status.stableRS === status.currentPodHash
    );
  };
  await bench.kubectl(['create', 'namespace', namespace]);
  await apply(1, []);
  await until(() => isAt(1));
  await apply(2, []);
  await until(() => isAt(2));
  await apply(2);
  await until(() => isAt(2));
  const undo = () =>
    client.patch(path, PATCH.json, [
      { op: 'replace', path: '/spec/template', value: manifest(1, STEPS).spec.template },
    ]);
  const act = (inputs: Record<string, string>) =>
    bench.act('rollback-service', namespace, { workloads: 'rollout/app-0', to: 'previous', ...inputs });
  return {
    ways: {
      'rollback-service': () => act({}),
      '`kubectl argo rollouts undo`, with its steps': undo,
      'the same, then `promote --full`': async () => {
        await undo();
        await until(async () => {
          const { metadata, status } = await client.get<Workload>(path);
          return Number(status?.observedGeneration) === metadata.generation;
        });
        await client.patch(`${path}/status`, PATCH.merge, { status: { promoteFull: true } });
      },
    },
    serves: () => isAt(1),
    next: async () => {
      await apply(3, []);
      await until(() => isAt(3));
    },
    end: async () => void (await bench.kubectl(['delete', 'namespace', namespace, '--wait=false'])),
  };
};
