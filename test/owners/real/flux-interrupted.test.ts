/** A rollback through Flux whose runner dies, and one during which somebody resumes Flux. */
import { expect } from '@jest/globals';
import { pauseNote } from '../../../src/owners/notes.ts';
import { scenario, type TestNamespace } from '../../e2e/cluster.ts';
import { notReady, version } from '../../e2e/images.ts';
import { configMap } from '../../e2e/manifests.ts';
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
import { haltedAfter, killedAfter } from './interrupted.ts';
import { Repository } from './repositories.ts';

const inputs = { workloads: 'all', gitops: 'through' };
const GOOD_FILES = {
  'app/kustomization.yaml': { resources: ['web.yaml', '../base'] },
  'app/web.yaml': web(version(1)),
  'app/added.yaml': null,
  'base/config.yaml': config(1),
};

killedAfter(
  [
    /^owner go back .* started$/,
    /^owner go back .* done$/,
    /^deployment\/.* roll back started$/,
    /^deployment\/.* roll back done$/,
    /^owner pin .* done$/,
  ],
  async (ns, play) => {
    await using repository = await Repository.make(ns.name);
    const good = await badRelease(ns, repository);
    await play({
      inputs,
      async back(run) {
        const { spec, ...rest } = await read(ns);
        expect(spec).toMatchObject({ suspend: false, sourceRef: { name: PIN } });
        expect(pauseNote(rest)).toMatchObject({
          ...{ id: expect.stringContaining(run), commits: [good], sourceRef: { name: 'shop' }, pin: PIN },
        });
        await arrived(ns, good);
        expect([(await image(ns))?.image, await configured(ns)]).toEqual([version(1).image, '1']);
        expect(await ns.has('configmap/added')).toBe(false);
      },
      async standing() {
        const [{ spec, metadata }, { spec: pin }, workload] = await Promise.all([
          read(ns),
          ns.get<{ spec: object } & Awaited<ReturnType<typeof read>>>(`gitrepository/${PIN}`),
          ns.get('deployment/web'),
        ]);
        return [spec, metadata.annotations, pin, workload.metadata.generation, workload.metadata.annotations];
      },
      async next() {
        await repository.commit('as it was', GOOD_FILES);
        expect((await ns.handBack({ workloads: 'all' })).outputs.result).toBe('done');
        const { spec, metadata } = await read(ns);
        expect(spec).toMatchObject({ suspend: false, sourceRef: { name: 'shop' } });
        expect(metadata.annotations ?? {}).not.toHaveProperty('rollback-actions/paused');
        await ns.until('its pin is gone', async () => !(await ns.has(`gitrepository/${PIN}`)));
        await arrived(ns, await repository.commit('3', { 'app/web.yaml': web(version(3)) }));
        expect((await image(ns))?.image).toBe(version(3).image);
      },
    });
  },
);

/** Somebody does `flux resume`, and Flux has applied its own source again. */
async function resume(ns: TestNamespace): Promise<void> {
  await ns.kubectl('patch', KIND, 'shop', '--type=merge', '-p', '{"spec":{"suspend":false}}');
  await ask(ns, `${KIND}/shop`);
  await ns.until('Flux has applied version 2', async () => {
    const { status, metadata } = await read(ns);
    const isSeen = (status?.observedGeneration ?? 0) >= (metadata.generation ?? 0);
    return isSeen && (await image(ns))?.image === notReady.image;
  });
}

for (const [when, pattern] of [
  ['before its workloads are patched', /^owner go back .* done$/],
  ['before it is pinned', /^deployment\/.* roll back done$/],
] as const)
  scenario(`resumed by somebody ${when}: that is no success, and the next run ends it`, async (ns) => {
    await using repository = await Repository.make(ns.name);
    const good = await badRelease(ns, repository);

    const said = await haltedAfter(ns, { inputs }, pattern, () => resume(ns));

    expect(said).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
    expect(said.errors.join()).toMatch(/Flux kustomization shop was resumed while it went back, and brings/);
    expect((await read(ns)).spec).toMatchObject({ sourceRef: { name: 'shop' } });
    const again = await ns.rollBack(inputs);
    expect(again).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
    expect((await read(ns)).spec).toMatchObject({ suspend: false, sourceRef: { name: PIN } });
    await arrived(ns, good);
    expect([(await image(ns))?.image, await configured(ns)]).toEqual([version(1).image, '1']);
  });

scenario('resumed, and it has not brought version 2 yet: the next run suspends it', async (ns) => {
  await using repository = await Repository.make(ns.name);
  const good = await badRelease(ns, repository);
  expect((await ns.rollBack(inputs)).outputs.result).toBe('done');
  const { spec } = await read(ns);
  const sourceRef = { ...spec?.sourceRef, name: 'shop' };
  const patch = { spec: { sourceRef, suspend: false, dependsOn: [{ name: 'not-there' }] } };
  await ns.kubectl('patch', KIND, 'shop', '--type=merge', '-p', JSON.stringify(patch));
  await ns.until('Flux waits for what it depends on', async () =>
    (await read(ns)).status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'False'),
  );

  const left = await ns.rollBack({ workloads: 'all' });
  expect(left.outputs.result).toBe('no-op');
  expect(left.warnings.join()).toMatch(
    /was resumed after rollback .* had paused it, and may bring the newer/,
  );
  const again = await ns.rollBack(inputs);

  expect(again).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done' } });
  expect((await read(ns)).spec).toMatchObject({ suspend: false, sourceRef: { name: PIN } });
  await ns.kubectl('patch', KIND, 'shop', '--type=merge', '-p', '{"spec":{"dependsOn":null}}');
  await arrived(ns, good);
  expect([(await image(ns))?.image, await configured(ns)]).toEqual([version(1).image, '1']);
  expect((await ns.rollBack(inputs)).outputs.result).toBe('no-op');
});

scenario(
  'the commit alone does not bring the good images: it stays suspended, and what went back stays',
  async (ns) => {
    await using repository = await Repository.make(ns.name);
    const values = (app: string) => configMap('values', { app });
    await ns.apply(values(version(1).image));
    const good = await repository.commit('1', {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Flux
      'app/web.yaml': web({ image: '${app}' }),
      'app/config.yaml': config(1),
    });
    const substituteFrom = [{ kind: 'ConfigMap', name: 'values' }];
    await ns.apply(
      source(ns, repository),
      kustomization(ns, 'shop', './app', { postBuild: { substituteFrom } }),
    );
    await arrived(ns, good);
    await ns.rolledOut(web(version(1)));
    await apart(ns);
    // As a pipeline does that keeps the tag of its images out of Git.
    await ns.apply(values(notReady.image));
    await arrived(ns, await repository.commit('2', { 'app/config.yaml': config(2) }));
    await ns.until('version 2 is there', async () => (await image(ns))?.image === notReady.image);

    const said = await ns.rollBack(inputs);

    expect(said).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'done', lasting: 'false' } });
    expect(said.log).toMatch(/stays suspended, because \w{7} does not bring the pods that went back/);
    const { spec, metadata } = await read(ns);
    expect(spec).toMatchObject({ suspend: true, sourceRef: { name: 'shop' } });
    expect(metadata.annotations).toHaveProperty('rollback-actions/paused');
    expect((await image(ns))?.image).toBe(version(1).image);
    await ns.until('its pin is gone', async () => !(await ns.has(`gitrepository/${PIN}`)));
    const again = await ns.rollBack(inputs);
    expect(again).toMatchObject({ exitCode: 0, errors: [], outputs: { result: 'no-op' } });
    expect((await image(ns))?.image).toBe(version(1).image);
  },
);
