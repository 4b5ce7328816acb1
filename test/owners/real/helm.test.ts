/** A rollback beside the real Helm 3 and 4: what the next `helm upgrade` does, and the way back through Helm itself. */
import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Config, PodTemplate, Workload } from '../../../src/systems/kubernetes/objects.ts';
import { scenario, type TestNamespace } from '../../e2e/cluster.ts';
import { notReady, version } from '../../e2e/images.ts';
import { configMap, deployment, secret } from '../../e2e/manifests.ts';
import { HelmShop } from './helm-shop.ts';

const FLAG = { name: 'FEATURE', value: 'on' };
const ALL = { workloads: 'all', to: 'previous' };
const THROUGH = { ...ALL, gitops: 'through' };

/** A version of the shop: only the first has the flag, a sidecar and a probe; a number in the ConfigMap and in annotations. */
function shop(number: number, app = version(number)): object[] {
  const isFirst = number === 1;
  const mode = { name: 'MODE', value: String(number) };
  const env = isFirst ? [FLAG, mode] : [mode];
  const probe = isFirst && { livenessProbe: { exec: { command: ['true'] } } };
  return [
    deployment(
      'web',
      { ...app, ...probe, env },
      {
        metadata: { annotations: { release: String(number) } },
        podMetadata: { annotations: { release: String(number) } },
        ...(isFirst && { more: [{ name: 'side', ...version(1) }] }),
        pod: { volumes: [{ name: 'config', configMap: { name: 'web' } }] },
      },
    ),
    configMap('web', { version: String(number), [`only-${number}`]: 'x' }),
  ];
}

const web = deployment('web', version(1));

/** What a release says of its pods, as far as versions differ. */
const told = ({ metadata, spec }: PodTemplate) => ({
  release: metadata?.annotations?.release,
  containers: spec.containers.map(({ name, image, env = [], livenessProbe }: Loose) => ({
    ...{ name, image, isProbed: livenessProbe !== undefined },
    env: env.map(({ name: variable }) => variable),
  })),
});
type Loose = PodTemplate['spec']['containers'][number] & { livenessProbe?: unknown };

const asReleased = (number: number) => told((shop(number)[0] as Workload).spec.template);

const configured = async (ns: TestNamespace) => (await ns.get<Config>('configmap/web')).data;

/** The first version until it serves, then a bad second one. */
async function spoilt(helm: HelmShop): Promise<void> {
  await helm.upgrade(1, shop(1));
  await helm.ns.rolledOut(web);
  await helm.upgrade(2, shop(2, notReady));
  expect(await helm.image()).toBe(notReady.image);
}

/** The next release is Helm's alone: nothing is in its way, and nothing of an older one is left but what Helm itself leaves. */
async function expectClean(helm: HelmShop, leftByHelm: object = {}): Promise<void> {
  await helm.upgrade(3, shop(3));
  await helm.ns.rolledOut(web);
  expect(told(await helm.template())).toEqual(asReleased(3));
  expect((await helm.ns.get('deployment/web')).metadata.annotations?.release).toBe('3');
  expect(await configured(helm.ns)).toEqual({ version: '3', 'only-3': 'x', ...leftByHelm });
}

const done = { exitCode: 0, errors: [], outputs: { result: 'done' } };

scenario('directly: the next upgrade of Helm 4 has no conflict and leaves nothing over', async (ns) => {
  const helm = new HelmShop(ns, 4);
  await helm.upgrade(1, shop(1));
  await ns.rolledOut(web);
  // The ConfigMap and its copy go back too.
  expect(await ns.markGood({ workloads: 'all' })).toMatchObject({ exitCode: 0, errors: [] });
  await helm.upgrade(2, shop(2, notReady));

  const said = await ns.rollBack({ workloads: 'all' });

  expect(said).toMatchObject(done);
  expect(said.warnings.join('\n')).not.toContain('will not take away');
  expect(told(await helm.template())).toEqual(asReleased(1));
  expect(await configured(ns)).toEqual({ version: '1', 'only-1': 'x' });
  await expectClean(helm);
});

for (const [name, major, flags] of [
  ['Helm 3', 3, []],
  ['Helm 4 on the client', 4, ['--server-side=false']],
] as const)
  scenario(`directly: the next upgrade of ${name} leaves what the warning says, and no more`, async (ns) => {
    const helm = new HelmShop(ns, major, flags);
    await helm.upgrade(1, shop(1));
    await ns.rolledOut(web);
    expect(await ns.markGood({ workloads: 'all' })).toMatchObject({ exitCode: 0, errors: [] });
    await helm.upgrade(2, shop(2, notReady));

    const said = await ns.rollBack({ workloads: 'all' });

    expect(said).toMatchObject(done);
    expect(lingeringIn(said.warnings, 'deployment/web')).toEqual([
      'container side',
      'livenessProbe of app',
      'variable FEATURE of app',
    ]);
    expect(lingeringIn(said.warnings, 'ConfigMap/web')).toEqual(['key only-1']);
    await helm.upgrade(3, shop(3));
    await ns.rolledOut(web);
    const left = asReleased(3);
    const [app, side] = asReleased(1).containers;
    const lingering = { ...left.containers[0], isProbed: app?.isProbed, env: ['FEATURE', 'MODE'] };
    const { containers, ...rest } = told(await helm.template());
    expect(rest).toEqual({ release: '3' });
    const sorted = containers.map(({ env, ...container }) => ({ ...container, env: env.sort() }));
    expect(sorted).toEqual(expect.arrayContaining([lingering, side]));
    expect(sorted).toHaveLength(2);
    expect(await configured(ns)).toEqual({ version: '3', 'only-3': 'x', 'only-1': 'x' });
  });

/** What a rollback has said will stay of an object, by name. */
function lingeringIn(warnings: readonly string[], of: string): string[] {
  const said = warnings.map((warning) => /^(\S+): .* only the older revision has: (.*?)\.$/.exec(warning));
  return said.flatMap((found) => (found?.[1] === of ? (found[2] ?? '').split(', ') : [])).sort();
}

scenario('directly: after `on-failure: restore` the next upgrade of Helm 4 has no conflict', async (ns) => {
  const helm = new HelmShop(ns, 4);
  await helm.upgrade(1, shop(1, notReady));
  await helm.upgrade(2, shop(2));
  await ns.rolledOut(web);

  const said = await ns.rollBack({ ...ALL, 'on-failure': 'restore', timeout: '20s' });

  expect(said).toMatchObject({ exitCode: 1 });
  expect(told(await helm.template())).toEqual(asReleased(2));
  await expectClean(helm);
});

for (const major of [3, 4] as const) {
  scenario(
    `through Helm ${major}: all of the release goes back, and the next upgrade is clean`,
    async (ns) => {
      const helm = new HelmShop(ns, major);
      const hook = (number: number) => ({
        ...configMap(`hook-${number}`, { version: String(number) }),
        metadata: { name: `hook-${number}`, annotations: { 'helm.sh/hook': 'post-rollback' } },
      });
      await helm.upgrade(1, [...shop(1), hook(1), configMap('old', {})]);
      await ns.rolledOut(web);
      await helm.upgrade(2, [...shop(2, notReady), hook(2), deployment('new', version(1))]);
      const words =
        /all of it goes back to revision 1 \(shop-1\.0\.0, of .*\) by Helm v\d.*; (Deployment\/web, ConfigMap\/web|ConfigMap\/web, Deployment\/web) are changed; ConfigMap\/old is created; Deployment\/new is deleted; its hooks run: ConfigMap\/hook-1 \(post-rollback\)/;

      const planned = await ns.rollBack({ ...THROUGH, 'dry-run': 'true' }, { env: helm.env });
      expect(planned.log).toMatch(words);
      expect(await helm.history()).toEqual([
        [1, 'superseded'],
        [2, 'deployed'],
      ]);
      const said = await ns.rollBack(THROUGH, { env: helm.env });

      expect(said).toMatchObject(done);
      expect(said.log).toMatch(words);
      expect(said.log).toContain('✓ Helm release shop went back');
      expect(said.warnings.join('\n')).not.toContain('will not take away');
      expect(await helm.history()).toEqual([
        [1, 'superseded'],
        [2, 'superseded'],
        [3, 'deployed'],
      ]);
      expect(told(await helm.template())).toEqual(asReleased(1));
      expect(await configured(ns)).toEqual({ version: '1', 'only-1': 'x' });
      expect((await ns.list('configmaps')).map(({ metadata }) => metadata.name)).toEqual(
        expect.arrayContaining(['old', 'hook-1']),
      );
      expect(await ns.has('configmap/hook-2')).toBe(false);
      expect(await ns.has('deployment/new')).toBe(false);
      await expectClean(helm);
    },
  );

  scenario(
    `through Helm ${major}: a killed upgrade, which would refuse the next one, is ended`,
    async (ns) => {
      const helm = new HelmShop(ns, major);
      await helm.upgrade(1, shop(1));
      await ns.rolledOut(web);
      await helm.killedUpgrade(2, shop(2, notReady), async () => (await helm.image()) === notReady.image);
      expect((await helm.history()).at(-1)).toEqual([2, 'pending-upgrade']);

      const said = await ns.rollBack(THROUGH, { env: helm.env });

      expect(said).toMatchObject(done);
      expect(said.log).toMatch(/its revision 2 is pending-upgrade since .*, so a helm may still be at work/);
      expect(told(await helm.template())).toEqual(asReleased(1));
      await expectClean(helm);
    },
  );

  scenario(
    `through Helm ${major}: not to a failed predecessor, to which helm itself would go`,
    async (ns) => {
      const helm = new HelmShop(ns, major);
      await helm.upgrade(1, shop(1));
      await ns.rolledOut(web);
      for (const number of [2, 3])
        await expect(
          helm.upgrade(number, shop(number, notReady), '--wait', '--timeout', '1s'),
        ).rejects.toThrow();
      expect(await helm.history()).toEqual([
        [1, expect.stringMatching(/deployed|superseded/)],
        [2, 'failed'],
        [3, 'failed'],
      ]);

      const said = await ns.rollBack({ ...THROUGH, to: 'revision=1' }, { env: helm.env });

      expect(said).toMatchObject(done);
      expect(said.log).toContain('goes back to revision 1');
      expect((await helm.history()).at(-1)).toEqual([4, 'deployed']);
      expect(told(await helm.template())).toEqual(asReleased(1));
      // Helm 3 compares with the revision that was deployed last, and so leaves what a failed one has added.
      await expectClean(helm, major === 3 ? { 'only-2': 'x' } : {});
    },
  );

  scenario(
    `through Helm ${major}: what was scaled, rotated or run since the release is not undone (helm#7090, #12486)`,
    async (ns) => {
      const helm = new HelmShop(ns, major);
      const { spec, ...rest } = deployment('seed', version(1));
      const pod = { ...(spec as Workload['spec']).template.spec, restartPolicy: 'Never' };
      const job = { ...rest, apiVersion: 'batch/v1', kind: 'Job', spec: { template: { spec: pod } } };
      const same = [secret('login', { password: 'one' }), job];
      await helm.upgrade(1, [...shop(1), ...same]);
      await ns.rolledOut(web);
      await helm.upgrade(2, [...shop(2, notReady), ...same]);
      const rotate = (password: string) =>
        ns.kubectl('patch', 'secret', 'login', '-p', JSON.stringify({ stringData: { password } }));
      const scale = (count: number) => ns.kubectl('scale', 'deployment/web', `--replicas=${count}`);
      const plan = async () => (await ns.rollBack({ ...THROUGH, 'dry-run': 'true' }, { env: helm.env })).log;

      expect(await plan()).toContain('all of it goes back to revision 1');
      await rotate('two');
      expect(await plan()).toContain(
        'because helm would overwrite Secret/login, which was changed since the release',
      );
      await rotate('one');
      await ns.kubectl('delete', 'job/seed');
      expect(await plan()).toContain('because helm would run Job/seed once more, which is gone since');
      await scale(4);
      await rotate('two');

      const said = await ns.rollBack(THROUGH, { env: helm.env });

      expect(said).toMatchObject(done);
      for (const loss of [
        'change `replicas` of Deployment/web from 4 to 2',
        'overwrite Secret/login',
        'run Job/seed',
      ])
        expect(said.log).toMatch(new RegExp(`because .*helm would ${loss}`));
      expect(told(await helm.template())).toEqual(asReleased(1));
      expect((await ns.get<Workload>('deployment/web')).spec.replicas).toBe(4);
      expect((await ns.get<Config>('secret/login')).data).toEqual({
        password: Buffer.from('two').toString('base64'),
      });
      expect(await ns.has('job/seed')).toBe(false);
      expect(await helm.history()).toHaveLength(2);
    },
  );

  scenario(`through Helm ${major}: what somebody has changed by hand goes back too`, async (ns) => {
    const helm = new HelmShop(ns, major);
    await helm.upgrade(1, shop(1));
    await ns.rolledOut(web);
    await ns.kubectl('set', 'image', 'deployment/web', `app=${notReady.image}`);

    const said = await ns.rollBack(THROUGH, { env: helm.env });

    expect(said).toMatchObject(done);
    expect(said.log).toContain('✓ Helm release shop went back');
    expect((await helm.history()).at(-1)).toEqual([2, 'deployed']);
    expect(told(await helm.template())).toEqual(asReleased(1));
    await expectClean(helm);
  });
}

scenario(
  'through: without helm on the PATH its workloads are patched, and what is pending is said',
  async (ns) => {
    const helm = new HelmShop(ns, 4);
    await helm.upgrade(1, shop(1));
    await ns.rolledOut(web);
    await helm.killedUpgrade(2, shop(2, notReady), async () => (await helm.image()) === notReady.image);

    const said = await ns.rollBack(THROUGH);

    expect(said).toMatchObject(done);
    expect(said.log).toContain(
      'its workloads are patched directly, and nothing else of it goes back, because there is no helm on the PATH of the runner; its revision 2 is pending-upgrade, and Helm refuses the next upgrade before `helm rollback shop <good revision> --namespace',
    );
    expect(told(await helm.template())).toEqual(asReleased(1));
    await expect(helm.upgrade(3, shop(3))).rejects.toThrow(/another operation/);
    await helm.run('rollback', 'shop', '1');
    await expectClean(helm);
  },
);

scenario(
  'through: where it is killed with its helm, another run says that Helm is not at its end',
  async (ns) => {
    const helm = new HelmShop(ns, 4);
    const hook = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'after', annotations: { 'helm.sh/hook': 'post-rollback' } },
      // Helm waits for its end.
      spec: { containers: [{ name: 'app', ...notReady }] },
    };
    await helm.upgrade(1, [...shop(1), hook]);
    await ns.rolledOut(web);
    await helm.upgrade(2, shop(2, notReady));
    const run = ns.startRollBack(THROUGH, { env: helm.env });
    await ns.until('Helm waits for its hook', () => ns.has('pod/after'));
    const helms = childrenOf(run.process.pid);
    expect(helms).toHaveLength(1);
    run.process.kill('SIGKILL');
    for (const pid of helms) process.kill(pid, 'SIGKILL');
    await run.result;
    expect((await helm.history()).at(-1)).toEqual([3, 'pending-rollback']);

    const said = await ns.rollBack(THROUGH, { env: helm.env });

    expect(said).toMatchObject({ exitCode: 0, outputs: { result: 'no-op' } });
    expect(said.warnings.join('\n')).toMatch(
      /its revision 3 is pending-rollback, and Helm refuses the next upgrade before `helm rollback shop <good revision>/,
    );
    expect(told(await helm.template())).toEqual(asReleased(1));
  },
);

/** The processes that one has started and that are still there. */
function childrenOf(pid: number | undefined): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text.trim().split(' ').filter(Boolean).map(Number);
}

scenario(
  'through: a release that is not meant as a whole is left to helm, and its workload is patched',
  async (ns) => {
    const helm = new HelmShop(ns, 4);
    const other = (number: number) => deployment('other', version(number));
    await helm.upgrade(1, [...shop(1), other(1)]);
    await ns.rolledOut(web);
    await helm.upgrade(2, [...shop(2, notReady), other(2)]);

    const said = await ns.rollBack({ ...THROUGH, workloads: 'web' }, { env: helm.env });

    expect(said).toMatchObject(done);
    expect(said.log).toContain(
      'helm takes all of a release back, and Deployment/other of it is not selected',
    );
    expect(await helm.image()).toBe(version(1).image);
    expect(await helm.image('other')).toBe(version(2).image);
    expect(await helm.history()).toHaveLength(2);
  },
);

scenario('through: where helm fails its workloads are patched, and what it leaves is said', async (ns) => {
  const helm = new HelmShop(ns, 4);
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'migrate', annotations: { 'helm.sh/hook': 'pre-rollback' } },
    // No API server takes it.
    spec: { parallelism: -1, template: { spec: { containers: [], restartPolicy: 'Never' } } },
  };
  await helm.upgrade(1, [...shop(1), job]);
  await ns.rolledOut(web);
  await helm.upgrade(2, shop(2, notReady));

  const said = await ns.rollBack(THROUGH, { env: helm.env });

  expect(said).toMatchObject(done);
  expect(said.log).toMatch(
    /Helm release shop: its workloads are patched directly, because helm says: .*migrate/,
  );
  expect(said.warnings.join('\n')).toMatch(
    /its revision 3 is pending-rollback, and Helm refuses the next upgrade/,
  );
  expect(told(await helm.template())).toEqual(asReleased(1));
});

scenario('through: Helm 3 does not touch what Helm 4 has applied on the server', async (ns) => {
  const helm = new HelmShop(ns, 4);
  await spoilt(helm);
  const said = await ns.rollBack(THROUGH, { env: new HelmShop(ns, 3).env });
  expect(said).toMatchObject(done);
  expect(said.log).toMatch(/because Helm 4 has applied it server-side, and v3\..* is on the PATH/);
  await expectClean(helm);
});

scenario(
  'through: the documented Role is enough, and without a rule of it the workloads are patched',
  async (ns) => {
    const helm = new HelmShop(ns, 4);
    await spoilt(helm);
    const service = [
      { apiGroups: ['apps'], resources: ['*'], verbs: ['*'] },
      { apiGroups: ['argoproj.io'], resources: ['rollouts'], verbs: ['list'] },
      { apiGroups: [''], resources: ['pods', 'events'], verbs: ['*'] },
      { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['*'] },
    ];
    const core = (resource: string, ...verbs: string[]) => ({
      apiGroups: [''],
      resources: [resource],
      verbs,
    });
    const config = core('configmaps', 'get', 'patch');
    const plan = async (name: string, ...rules: object[]) => {
      const kubeconfig = await ns.accountWith([...service, ...rules], name);
      const never = { 'restore-config': 'never', kubeconfig };
      return (await ns.rollBack({ ...THROUGH, ...never, 'dry-run': 'true' }, { env: helm.env })).log;
    };

    expect(await plan('blind', config)).toContain(
      'because the credentials may not list secrets in the namespace',
    );
    expect(await plan('reader', config, core('secrets', 'get', 'list', 'create'))).toMatch(
      /because the credentials may not update secrets in the namespace/,
    );
    expect(await plan('narrow', core('secrets', 'get', 'list', 'create', 'update'))).toMatch(
      /because the credentials may not get\/patch configmaps in the namespace/,
    );
    const rules = [...service, config, core('secrets', 'get', 'list', 'create', 'update')];
    const kubeconfig = await ns.accountWith(rules, 'whole');
    const inputs = { ...THROUGH, 'restore-config': 'never', kubeconfig };
    const said = await ns.rollBack(inputs, { env: helm.env });
    expect(said).toMatchObject(done);
    expect((await helm.history()).at(-1)).toEqual([3, 'deployed']);
    expect(await configured(ns)).toEqual({ version: '1', 'only-1': 'x' });
  },
);
