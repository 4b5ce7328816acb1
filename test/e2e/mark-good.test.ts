import { expect } from '@jest/globals';
import { type GoodMark, goodMark } from '../../src/service/marks.ts';
import type { Config, ControllerRevision, ReplicaSet } from '../../src/systems/kubernetes/objects.ts';
import { scenario, type TestNamespace } from './cluster.ts';
import { badImage, repository, version } from './images.ts';
import { configMap, daemonSet, deployment, secret, statefulSet, usesConfig } from './manifests.ts';

const web = (number: number) => deployment('web', { ...version(number), ...usesConfig });
const inputs = { workloads: 'web' };

const copies = (ns: TestNamespace) => ns.list<Config>('configmaps,secrets', 'rollback-actions/copy=true');
const revisions = (ns: TestNamespace) =>
  ns.list<ReplicaSet | ControllerRevision>('replicasets,controllerrevisions');

async function configuration(ns: TestNamespace, greeting: string): Promise<void> {
  await ns.apply(configMap('app', { greeting }), secret('app', { password: `password of ${greeting}` }));
}

scenario('the revision is marked, with digests, and copies of its configuration are kept', async (ns) => {
  await configuration(ns, 'hello');
  await ns.deploy(web(1));

  const said = await ns.markGood(inputs, { run: 'deploy-7' });

  expect(said.errors).toEqual([]);
  expect(said).toMatchObject({ exitCode: 0, outputs: { result: 'done' } });
  const [revision] = await revisions(ns);
  const mark = goodMark(revision as ReplicaSet) as GoodMark;
  expect(mark).toMatchObject({ revision: revision?.metadata.uid, run: 'deploy-7' });
  expect(Math.abs(Date.now() - Date.parse(mark.at))).toBeLessThan(60_000);
  expect(mark.images.app).toMatch(new RegExp(`^${repository()}@sha256:[0-9a-f]{64}$`));
  const [marked] = JSON.parse(said.outputs.workloads ?? '');
  expect(marked).toEqual({
    kind: 'Deployment',
    name: 'web',
    revision: 1,
    images: mark.images,
    config: mark.config,
  });

  const kept = await copies(ns);
  expect(Object.fromEntries(kept.map(({ kind, metadata }) => [`${kind}/app`, metadata.name]))).toEqual(
    mark.config,
  );
  for (const copy of kept) {
    expect(copy).toMatchObject({
      immutable: true,
      metadata: {
        annotations: { 'rollback-actions/copy-of': 'app' },
        ownerReferences: [{ kind: 'ReplicaSet', name: revision?.metadata.name, uid: revision?.metadata.uid }],
      },
    });
  }
  expect(kept.find(({ kind }) => kind === 'ConfigMap')?.data).toEqual({ greeting: 'hello' });
});

scenario('every way in which a template refers to configuration is kept', async (ns) => {
  const names = ['env', 'env-from', 'volume', 'projected', 'init'];
  await ns.apply(...names.flatMap((name) => [configMap(name, { key: name }), secret(name, { key: name })]));
  const source = { optional: true, name: 'not-there' };
  const app = {
    ...version(1),
    env: [
      { name: 'A', valueFrom: { configMapKeyRef: { name: 'env', key: 'key' } } },
      { name: 'B', valueFrom: { secretKeyRef: { name: 'env', key: 'key' } } },
    ],
    envFrom: [
      { configMapRef: { name: 'env-from' } },
      { secretRef: { name: 'env-from' } },
      { configMapRef: source },
    ],
  };
  const sources = [{ configMap: { name: 'projected' } }, { secret: { name: 'projected' } }];
  const pod = {
    volumes: [
      { name: 'a', configMap: { name: 'volume' } },
      { name: 'b', secret: { secretName: 'volume' } },
      { name: 'c', projected: { sources } },
    ],
    initContainers: [
      {
        name: 'init',
        ...version(1),
        envFrom: [{ configMapRef: { name: 'init' } }, { secretRef: { name: 'init' } }],
      },
    ],
  };
  await ns.deploy(deployment('web', app, { pod }));

  const said = await ns.markGood(inputs);

  const [marked] = JSON.parse(said.outputs.workloads ?? '') as { config: Record<string, string> }[];
  expect(Object.keys(marked?.config ?? {}).sort()).toEqual(
    ['ConfigMap', 'Secret'].flatMap((kind) => [...names].sort().map((name) => `${kind}/${name}`)),
  );
  expect(await copies(ns)).toHaveLength(10);
});

scenario('StatefulSets and DaemonSets are marked on their ControllerRevision', async (ns) => {
  await ns.apply(configMap('app', { a: 'b' }), secret('app', { a: 'b' }));
  const app = { ...version(1), ...usesConfig };
  await Promise.all([ns.deploy(statefulSet('db', app)), ns.deploy(daemonSet('agent', app))]);

  expect(await ns.markGood({ workloads: 'all' })).toMatchObject({ exitCode: 0, errors: [] });

  const all = await revisions(ns);
  expect(all).toHaveLength(2);
  for (const revision of all)
    expect(Object.keys(goodMark(revision)?.config ?? {})).toEqual(['ConfigMap/app', 'Secret/app']);
  expect(await copies(ns)).toHaveLength(4);
});

scenario('only as many good revisions as `keep` says keep their copies', async (ns) => {
  for (const number of [1, 2, 3]) {
    await configuration(ns, `version ${number}`);
    await ns.deploy(web(number));
    expect(await ns.markGood({ ...inputs, keep: '2' })).toMatchObject({ exitCode: 0 });
  }

  const kept = await copies(ns);
  const greetings = kept.filter(({ kind }) => kind === 'ConfigMap').map(({ data }) => data?.greeting);
  expect(greetings.sort()).toEqual(['version 2', 'version 3']);
  expect(kept).toHaveLength(4);
  const marks = (await revisions(ns)).map((revision) => goodMark(revision));
  expect(marks.map((mark) => Object.keys(mark?.config ?? {}).length).sort()).toEqual([0, 2, 2]);
});

scenario('marked again after a change of configuration, the copies are replaced', async (ns) => {
  await configuration(ns, 'first');
  await ns.deploy(web(1));
  await ns.markGood(inputs);
  await configuration(ns, 'second');

  expect(await ns.markGood(inputs)).toMatchObject({ exitCode: 0 });

  const kept = await copies(ns);
  expect(kept.filter(({ kind }) => kind === 'ConfigMap').map(({ data }) => data?.greeting)).toEqual([
    'second',
  ]);
  expect(kept).toHaveLength(2);
  expect(await ns.markGood(inputs)).toMatchObject({ exitCode: 0 });
  expect(await copies(ns)).toHaveLength(2);
});

scenario('the copies go when the revision goes', async (ns) => {
  await configuration(ns, 'hello');
  await ns.deploy(web(1));
  await ns.markGood(inputs);
  await ns.kubectl('delete', 'deployment/web');

  await ns.until('the copies are gone', async () => (await copies(ns)).length === 0);
});

scenario('what is not rolled out is not marked', async (ns) => {
  await ns.deploy(deployment('web', version(1)));
  await ns.apply(deployment('web', badImage));

  const said = await ns.markGood(inputs);

  expect(said.exitCode).toBe(1);
  expect(said.errors[0]).toMatch(
    /^Not marked good: 1 of 1 workloads; deployment\/web cannot start: pod web-/,
  );
  expect((await revisions(ns)).map((revision) => goodMark(revision))).toEqual([undefined, undefined]);
});

scenario('a mark that kubectl has copied onto another revision does not count', async (ns) => {
  await ns.deploy(deployment('web', version(1)), deployment('web', version(2)));
  await ns.markGood(inputs);
  // The Deployment gets revision 2's annotations, and gives them to the ReplicaSets that it rolls out to.
  await ns.kubectl('rollout', 'undo', 'deployment/web');
  await ns.rolledOut(web(1));
  await ns.kubectl('rollout', 'undo', 'deployment/web');
  await ns.rolledOut(web(2));
  await ns.deploy(deployment('web', version(3)));
  const all = await revisions(ns);
  const copied = all.filter(({ metadata }) => metadata.annotations?.['rollback-actions/good']);
  expect(copied.length).toBeGreaterThan(1);

  const said = await ns.rollBack(inputs);

  expect(said.log).toMatch(/revision \d+ → revision \d+ \(app:3\.0 → app:2\.0\), because it was marked good/);
  expect(JSON.parse(said.outputs.workloads ?? '')).toMatchObject([
    { to: { images: version(2) && { app: version(2).image } } },
  ]);
});

scenario('a dry run says what would be marked', async (ns) => {
  await ns.deploy(deployment('web', version(1)));

  const said = await ns.markGood({ ...inputs, 'dry-run': 'true' });

  expect(said).toMatchObject({ exitCode: 0, outputs: { result: 'planned' } });
  expect(said.log).toContain('deployment/web would be marked good; nothing was changed');
  expect(goodMark((await revisions(ns))[0] as ReplicaSet)).toBeUndefined();
});
