import { expect } from '@jest/globals';
import { pauseNote } from '../../../src/owners/notes.ts';
import type { Workload } from '../../../src/systems/kubernetes/objects.ts';
import { type Manifest, scenario } from '../../e2e/cluster.ts';
import { type Behaviour, notReady, version } from '../../e2e/images.ts';
import { configMap, deployment } from '../../e2e/manifests.ts';
import {
  apart,
  arrived,
  ask,
  badRelease,
  config,
  configured,
  image,
  KIND,
  kustomization,
  PIN,
  read,
  source,
  web,
} from './flux-shop.ts';
import { Repository } from './repositories.ts';

const through = { workloads: 'all', to: 'previous', gitops: 'through' };

scenario(
  'refused by default, and not where it is suspended; the next release leaves nothing behind',
  async (ns) => {
    await using repository = await Repository.make(ns.name);
    const flag = [{ name: 'FEATURE', value: 'on' }];
    const good = await repository.commit('1', { 'app/web.yaml': web(version(1), flag) });
    await ns.apply(source(ns, repository), kustomization(ns, 'shop', './app'));
    await arrived(ns, good);
    await ns.rolledOut(web(version(1)));
    await arrived(ns, await repository.commit('2', { 'app/web.yaml': web(notReady) }));

    const refused = await ns.rollBack({ workloads: 'web', to: 'previous' });
    expect(refused.errors[0]).toMatch(/Flux kustomization shop owns it .* \(or say `gitops: through`\)/);

    await ns.kubectl('patch', KIND, 'shop', '--type=merge', '-p', '{"spec":{"suspend":true}}');
    const said = await ns.rollBack({ workloads: 'web', to: 'previous' });
    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.warnings.join('\n')).toMatch(/undoes nothing at present \(it is suspended\)/);
    expect(await image(ns)).toMatchObject({ image: version(1).image, env: flag });

    const next = await repository.commit('3', { 'app/web.yaml': web(version(3)) });
    await ns.kubectl('patch', KIND, 'shop', '--type=merge', '-p', '{"spec":{"suspend":false}}');
    await arrived(ns, next);
    expect(await image(ns)).toMatchObject({ image: version(3).image });
    expect(await image(ns)).not.toHaveProperty('env');
  },
);

scenario(
  'through: it is suspended while its health check waits, what is patched then stays, and the pin waits its turn',
  async (ns) => {
    await using repository = await Repository.make(ns.name);
    const good = await repository.commit('1', { 'app/web.yaml': web(version(1)) });
    await ns.apply(
      source(ns, repository),
      kustomization(ns, 'shop', './app', { wait: true, timeout: '10m' }),
    );
    await arrived(ns, good);
    await apart(ns);
    await repository.commit('2', { 'app/web.yaml': web(notReady) });
    await ask(ns, 'gitrepository/shop');
    await ns.until('it waits for the health of version 2', async () => {
      const { status } = await read(ns);
      const condition = status?.conditions?.find(({ type }) => type === 'Reconciling');
      return /health check/i.test(condition?.message ?? '') && (await image(ns))?.image === notReady.image;
    });

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.log).toContain(
      'Flux kustomization shop: it will be suspended; its workloads are patched directly',
    );
    expect(said.log).toContain(`Flux kustomization shop is pinned to ${good.slice(0, 7)}`);
    const after = await read(ns);
    expect(after.spec).toMatchObject({ suspend: false, sourceRef: { name: PIN } });
    expect(pauseNote(after)).toMatchObject({ id: expect.any(String), commits: [good] });
    expect((await image(ns))?.image).toBe(version(1).image);
  },
);

scenario('through: a parent that says otherwise does not resume it', async (ns) => {
  await using repository = await Repository.make(ns.name);
  const child = kustomization(ns, 'shop', './app', { suspend: false });
  const good = await repository.commit('1', { 'app/web.yaml': web(version(1)), 'root/shop.yaml': child });
  await ns.apply(source(ns, repository), kustomization(ns, 'root', './root'));
  await ns.until('the parent has made it', () => ns.has(`${KIND}/shop`));
  await arrived(ns, good);
  await ns.rolledOut(web(version(1)));
  await apart(ns);
  await arrived(ns, await repository.commit('2', { 'app/web.yaml': web(notReady) }));

  const said = await ns.rollBack(through);

  expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
  expect(said.log).toContain('and the Flux kustomization root that keeps it passes it over meanwhile');
  const other = await repository.commit('3', { 'app/other.yaml': deployment('other', version(1)) });
  await arrived(ns, other, 'root');
  expect((await read(ns)).spec).toMatchObject({ suspend: false, sourceRef: { name: PIN } });
  expect((await image(ns))?.image).toBe(version(1).image);
});

scenario('through: without the right to patch it nothing is changed', async (ns) => {
  await using repository = await Repository.make(ns.name);
  const good = await repository.commit('1', { 'app/web.yaml': web(version(1)) });
  await ns.apply(source(ns, repository), kustomization(ns, 'shop', './app'));
  await arrived(ns, good);
  await ns.rolledOut(web(version(1)));
  await apart(ns);
  await arrived(ns, await repository.commit('2', { 'app/web.yaml': web(notReady) }));
  const flux = (...verbs: string[]) => ({
    apiGroups: ['kustomize.toolkit.fluxcd.io'],
    resources: ['kustomizations'],
    verbs,
  });
  const service = [
    { apiGroups: ['apps'], resources: ['*'], verbs: ['*'] },
    { apiGroups: ['argoproj.io'], resources: ['rollouts'], verbs: ['list'] },
    { apiGroups: [''], resources: ['pods', 'events'], verbs: ['*'] },
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['*'] },
  ];

  const blind = await ns.rollBack({ ...through, kubeconfig: await ns.accountWith(service, 'blind') });
  expect(blind.errors[0]).toMatch(/the credentials may not get kustomizations in the namespace/);
  const reader = await ns.accountWith([...service, flux('get')], 'reader');
  const said = await ns.rollBack({ ...through, kubeconfig: reader });
  expect(said.errors[0]).toMatch(/may not patch kustomizations in the namespace/);
  expect((await image(ns))?.image).toBe(notReady.image);
  const writer = await ns.accountWith([...service, flux('get', 'patch')], 'writer');
  const done = await ns.rollBack({ ...through, kubeconfig: writer });
  expect(done.outputs.result).toBe('done');
  expect(done.log).toMatch(
    /nothing else of it goes back, because the credentials may not get, create, patch git/,
  );
  expect((await read(ns)).spec).toMatchObject({ suspend: true, sourceRef: { name: 'shop' } });
  const left = await ns.handBack({ workloads: 'all' });
  expect(left.errors[0]).toMatch(/it is suspended, .* resume it: flux resume kustomization shop/);
});

scenario(
  'through: all of it goes back, stays there, and is handed back once Git says the same',
  async (ns) => {
    await using repository = await Repository.make(ns.name);
    const good = await badRelease(ns, repository);
    const plan = await ns.rollBack({ ...through, 'dry-run': 'true' });
    expect(plan.log).toContain(
      `then all of it goes back to ${good.slice(0, 7)}: it is resumed with the source ${PIN}`,
    );
    expect((await read(ns)).spec).toMatchObject({ sourceRef: { name: 'shop' } });

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', lasting: 'false' } });
    expect(said.log).toContain(
      `Flux kustomization shop is pinned to ${good.slice(0, 7)}, and all of it went back`,
    );
    expect([(await image(ns))?.image, await configured(ns)]).toEqual([version(1).image, '1']);
    expect(await ns.has('configmap/added')).toBe(false);
    expect(JSON.parse(said.outputs.owners ?? '')).toMatchObject([
      { owner: 'Flux kustomization shop', revision: good, 'handed-back': false },
    ]);
    // It goes on healing.
    await ns.kubectl('patch', 'configmap', 'web', '--type=merge', '-p', '{"data":{"version":"x"}}');
    await ask(ns, `${KIND}/shop`);
    await ns.until('Flux has put it back', async () => (await configured(ns)) === '1');

    const early = await ns.handBack({ workloads: 'all' });
    expect(early).toMatchObject({ exitCode: 1, outputs: { result: 'failed', lasting: 'false' } });
    expect(early.errors[0]).toMatch(/its source is not what runs yet \(main@sha1:.*\): .*app\/web.yaml/);
    await repository.commit('half', {
      'app/kustomization.yaml': { resources: ['web.yaml', '../base'] },
      'app/web.yaml': web(version(1)),
      'app/added.yaml': null,
    });
    const half = await ns.handBack({ workloads: 'all' });
    expect(half.errors[0]).toMatch(/: base\/config.yaml/);
    expect(await configured(ns)).toBe('1');

    await repository.commit('the rest', { 'base/config.yaml': config(1), 'other/x.yaml': config(9) });
    expect((await ns.handBack({ workloads: 'all', 'dry-run': 'true' })).outputs.result).toBe('planned');
    // As an attempt leaves it that dies when the source is back.
    await ns.kubectl(
      ...['patch', KIND, 'shop', '--type=merge', '-p', '{"spec":{"sourceRef":{"name":"shop"}}}'],
    );
    const back = await ns.handBack({ workloads: 'all' });
    expect(back).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', lasting: 'true' } });
    const after = await read(ns);
    expect(after.spec).toMatchObject({ suspend: false, sourceRef: { name: 'shop' } });
    expect(after.metadata.annotations ?? {}).not.toHaveProperty('rollback-actions/paused');
    await ns.until('its second source is gone', async () => !(await ns.has(`gitrepository/${PIN}`)));
    expect((await ns.handBack({ workloads: 'all' })).outputs.result).toBe('no-op');
    await arrived(ns, await repository.commit('3', { 'app/web.yaml': web(version(3)) }));
    expect((await image(ns))?.image).toBe(version(3).image);
  },
);

const claim = (name: string) => ({
  ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name } },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
});

scenario(
  'through: a claim of the newer release keeps it from pruning, and an older one that it did not change does not',
  async (ns) => {
    await using repository = await Repository.make(ns.name);
    await ns.apply(source(ns, repository), kustomization(ns, 'shop', './app', { force: true }));
    const older = { 'app/web.yaml': web(version(1)), 'app/data.yaml': claim('data') };
    await arrived(ns, await repository.commit('1', older));
    await ns.rolledOut(web(version(1)));
    const deployed = Date.now();
    // What was made in the minute before a release counts as its own.
    await ns.until('a minute has gone by', async () => Date.now() - deployed > 62_000);
    const newer = { 'app/web.yaml': web(notReady), 'app/uploads.yaml': claim('uploads') };
    await arrived(ns, await repository.commit('2', newer));

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
    expect(said.log).toContain(
      'Flux kustomization shop: PersistentVolumeClaim/uploads may be of the newer version, and would be deleted with whatever it holds, so it prunes nothing now.',
    );
    expect((await image(ns))?.image).toBe(version(1).image);
    expect((await read(ns)).spec).toMatchObject({ suspend: true, sourceRef: { name: 'shop' } });
    for (const name of ['data', 'uploads']) expect(await ns.has(`persistentvolumeclaim/${name}`)).toBe(true);
  },
);

scenario('through: a migration of the older version does not run once more (flux#2440)', async (ns) => {
  await using repository = await Repository.make(ns.name);
  await ns.apply(source(ns, repository), kustomization(ns, 'shop', './app', { force: true }));
  const release = async (number: number, app: Behaviour) => {
    const files = { 'app/web.yaml': web(app), 'app/migrate.yaml': migration(version(number)) };
    const commit = await repository.commit(String(number), files);
    await arrived(ns, commit);
    return commit;
  };
  await release(1, version(1));
  await ns.rolledOut(web(version(1)));
  await apart(ns);
  await release(2, notReady);
  const ran = await ns.get('job/migrate');

  const said = await ns.rollBack(through);

  expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done' } });
  expect(said.log).toContain(
    'and nothing else of it goes back, because Job/migrate is of the newer version, and those of the older one would run once more',
  );
  expect((await image(ns))?.image).toBe(version(1).image);
  expect((await read(ns)).spec).toMatchObject({ suspend: true, sourceRef: { name: 'shop' } });
  expect((await ns.get('job/migrate')).metadata.uid).toBe(ran.metadata.uid);
});

/** A Job that its deploy starts, as a migration does. */
function migration(app: Behaviour): Manifest {
  const { spec, ...rest } = web(app);
  const pod = { ...(spec as unknown as Workload['spec']).template.spec, restartPolicy: 'Never' };
  return {
    ...rest,
    ...{ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'migrate' } },
    spec: { template: { spec: pod } },
  } as unknown as Manifest;
}

scenario(
  'through: a value that Flux substitutes, and that is bad, does not come back with the pin',
  async (ns) => {
    await using repository = await Repository.make(ns.name);
    const values = (mode: string) => configMap('values', { mode });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Flux
    const env = [{ name: 'MODE', value: '${mode}' }];
    const good = await repository.commit('1', { 'app/web.yaml': web(version(1), env) });
    const postBuild = { substituteFrom: [{ kind: 'ConfigMap', name: 'values' }] };
    await ns.apply(
      values('careful'),
      source(ns, repository),
      kustomization(ns, 'shop', './app', { postBuild }),
    );
    await arrived(ns, good);
    await ns.rolledOut(web(version(1)));
    await apart(ns);
    await ns.apply(values('reckless'));
    await arrived(ns, await repository.commit('2', { 'app/web.yaml': web(notReady, env) }));

    const said = await ns.rollBack(through);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', lasting: 'false' } });
    expect(said.log).toMatch(/stays suspended, because \w{7} does not bring the pods that went back/);
    expect(await image(ns)).toMatchObject({ ...version(1), env: [{ name: 'MODE', value: 'careful' }] });
    expect((await read(ns)).spec).toMatchObject({ suspend: true, sourceRef: { name: 'shop' } });
  },
);

scenario('through: killed when it is suspended, the next run goes on and pins it', async (ns) => {
  await using repository = await Repository.make(ns.name);
  const good = await badRelease(ns, repository);
  const lastGood = { ...through, to: 'last-good' };
  const step = ns.startRollBack(lastGood);
  await ns.until('it is suspended', async () => (await read(ns)).spec?.suspend === true);
  step.process.kill('SIGKILL');
  await step.result;

  await ns.until('the lock of the dead run is free, and it is back', async () => {
    const { exitCode } = await ns.rollBack(lastGood);
    return exitCode === 0;
  });
  expect((await read(ns)).spec).toMatchObject({ suspend: false, sourceRef: { name: PIN } });
  await arrived(ns, good);
  expect([(await image(ns))?.image, await configured(ns)]).toEqual([version(1).image, '1']);

  await repository.commit('as it was', {
    'app/kustomization.yaml': { resources: ['web.yaml', '../base'] },
    'app/web.yaml': web(version(1)),
    'app/added.yaml': null,
    'base/config.yaml': config(1),
  });
  expect((await ns.handBack({ workloads: 'all' })).outputs.result).toBe('done');
  const after = await read(ns);
  expect(after.spec).toMatchObject({ suspend: false, sourceRef: { name: 'shop' } });
  expect(after.metadata.annotations ?? {}).not.toHaveProperty('rollback-actions/paused');
  expect(await ns.has(`gitrepository/${PIN}`)).toBe(false);
});
