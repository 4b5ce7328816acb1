/** What rollback-service finds out before its first patch, on the stand-in: references, policies, rotated Secrets, owners. */
import { expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

const CORE = '/api/v1/namespaces/shop';

/** The template of a Deployment that Shop makes, with more in its pod. */
const templateOf = (image: string, pod: object = {}, container: object = {}) => ({
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'app', image, ...container }], ...pod },
});

/** What the API server was asked to change in earnest. */
const patchesOf = (shop: Shop) =>
  shop.api.requests.filter(({ method, path }) => method === 'PATCH' && !path.includes('dryRun=All'));

async function withSecret(shop: Shop, metadata: object = {}): Promise<void> {
  await shop.secret('db', { password: 'old' }, metadata);
  const container = { envFrom: [{ secretRef: { name: 'db' } }] };
  await shop.deploy('web', 'registry.test/web:1', {
    template: templateOf('registry.test/web:1', {}, container),
  });
  expect((await shop.markGood()).errors).toEqual([]);
  await shop.secret('db', { password: 'new' }, metadata);
  await shop.deploy('web', 'registry.test/web:2-crash-loop');
}

test('S8: a Secret that was rotated goes back by consent alone, and the plan asks for it', async () => {
  await using shop = await Shop.open();
  await withSecret(shop);
  const plan = await shop.rollBack({ 'dry-run': 'true' });
  expect(plan.outputs.result).toBe('planned');
  expect(plan.warnings.join('\n')).toMatch(
    /^Secret\/db would go back to what was kept with the older release, .*with `accept: secrets`\.$/m,
  );
  shop.api.requests.length = 0;
  const refused = await shop.rollBack();
  expect(refused.errors).toEqual([
    expect.stringMatching(/^Nothing was changed: Secret\/db would go back .*say `accept: secrets`\.$/),
  ]);
  expect(patchesOf(shop)).toEqual([]);
  const kept = await shop.rollBack({ 'restore-config': 'never' });
  expect([kept.outputs.result, await shop.password('db')]).toEqual(['done', 'new']);
  await shop.deploy('web', 'registry.test/web:3-crash-loop');
  const back = await shop.rollBack({ accept: 'secrets' });
  expect([back.outputs.result, await shop.password('db')]).toEqual(['done', 'old']);
  expect(back.record.find(({ component }) => component === 'consent')).toMatchObject({
    step: 'accept secrets',
  });
});

test('S8: a certificate that cert-manager renews stays as it is, and nobody is asked', async () => {
  await using shop = await Shop.open();
  await withSecret(shop, { annotations: { 'cert-manager.io/certificate-name': 'web' } });
  const step = await shop.rollBack();
  expect([step.errors, step.outputs.result]).toEqual([[], 'done']);
  expect(step.warnings.join('\n')).toContain('Secret/db would go back, but a controller renews it');
  expect(await shop.password('db')).toBe('new');
});

const references: [string, string, object, object, RegExp][] = [
  [
    'a ConfigMap by hash name',
    'configmaps/settings-abc',
    {},
    { envFrom: [{ configMapRef: { name: 'settings-abc' } }] },
    /what it needs is not there: ConfigMap settings-abc; bring it back first/,
  ],
  [
    'a Secret in a volume',
    'secrets/settings-abc',
    { volumes: [{ name: 'a', secret: { secretName: 'settings-abc' } }] },
    {},
    /what it needs is not there: Secret settings-abc;/,
  ],
  [
    'a ServiceAccount',
    'serviceaccounts/settings-abc',
    { serviceAccountName: 'settings-abc' },
    {},
    /what it needs is not there: ServiceAccount settings-abc;/,
  ],
  [
    'the Secret that its images are pulled with',
    'secrets/settings-abc',
    { imagePullSecrets: [{ name: 'settings-abc' }] },
    {},
    /what it needs is not there: Secret settings-abc;/,
  ],
];

test.each(references)(
  'S11: nothing is changed where the older template needs %s that is gone',
  async (_, path, pod, container, words) => {
    await using shop = await Shop.open();
    const [plural = '', name] = path.split('/');
    const kind = { configmaps: 'ConfigMap', secrets: 'Secret', serviceaccounts: 'ServiceAccount' }[plural];
    await shop.create(`${CORE}/${plural}`, { apiVersion: 'v1', kind, metadata: { name } });
    await shop.deploy('web', 'registry.test/web:1', {
      template: templateOf('registry.test/web:1', pod, container),
    });
    await shop.deploy('api', 'registry.test/api:1');
    await shop.patch(
      'web',
      { spec: { template: { spec: { $patch: 'replace', ...templateOf('registry.test/web:2').spec } } } },
      'application/strategic-merge-patch+json',
    );
    await shop.deploy('api', 'registry.test/api:2');
    await shop.delete(`${CORE}/${path}`);
    shop.api.requests.length = 0;
    const step = await shop.rollBack({ to: 'previous' });
    expect(step.errors).toEqual([expect.stringMatching(words)]);
    expect(step.errors[0]).toMatch(/^Nothing was changed: deployment\/web of 2 cannot be rolled back/);
    expect(patchesOf(shop)).toEqual([]);
  },
);

test('S11: a configuration that goes back by its copy is there in time', async () => {
  await using shop = await Shop.open();
  await shop.configMap('settings-abc', { a: '1' });
  const container = { envFrom: [{ configMapRef: { name: 'settings-abc' } }] };
  await shop.deploy('web', 'registry.test/web:1', {
    template: templateOf('registry.test/web:1', {}, container),
  });
  expect((await shop.markGood()).errors).toEqual([]);
  await shop.deploy('web', 'registry.test/web:2-crash-loop');
  await shop.delete(`${CORE}/configmaps/settings-abc`);
  const step = await shop.rollBack();
  expect([step.errors, step.outputs.result]).toEqual([[], 'done']);
  expect(await shop.data('settings-abc')).toEqual({ a: '1' });
});

test('S11: a policy that denies the older template is met before the first change, whoever else goes back', async () => {
  await using shop = await Shop.open();
  for (const name of ['api', 'web'])
    for (const version of [1, 2]) await shop.deploy(name, `registry.test/${name}:${version}`);
  shop.api.setPolicy(({ spec }) =>
    JSON.stringify(spec).includes('web:1') ? 'images older than a month are not allowed' : undefined,
  );
  shop.api.requests.length = 0;
  const step = await shop.rollBack({ to: 'previous', order: 'api\nweb' });
  expect(step.errors).toEqual([
    'Nothing was changed: deployment/web of 2 cannot be rolled back: the API server does not take its older template: admission webhook "policy.test" denied the request: images older than a month are not allowed.',
  ]);
  expect(patchesOf(shop)).toEqual([]);
});

test('S20: what a policy makes of the older template is what runs already, and is left alone', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  shop.api.setPolicy((object) => {
    const containers =
      (object.spec as { template?: { spec: { containers: { image: string }[] } } }).template?.spec
        .containers ?? [];
    if (object.kind === 'Deployment')
      for (const container of containers)
        container.image = container.image.replace('registry.test', 'mirror.test');
    return undefined;
  });
  expect((await shop.rollBack({ to: 'revision=1' })).outputs.result).toBe('done');
  expect(await shop.image('web')).toBe('mirror.test/web:1');
  const again = await shop.rollBack({ to: 'revision=1' });
  expect([again.errors, again.outputs.result]).toEqual([[], 'no-op']);
  const marks = (await shop.replicaSets()).filter(
    ({ metadata }) => metadata.annotations?.['rollback-actions/rolled-back'],
  );
  expect(marks.map(({ spec }) => spec.template.spec.containers[0]?.image)).toEqual(['registry.test/web:2']);
});

test('S15: what a controller made is left to it by `all`, and refused where it is named', async () => {
  await using shop = await Shop.open();
  const canary = await shop.create(`${CORE}/configmaps`, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'canary' },
  });
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  for (const version of [1, 2]) await shop.deploy('api', `registry.test/api:${version}`);
  const owner = {
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    name: 'web',
    uid: canary.metadata.uid,
    controller: true,
  };
  await shop.patch('web', { metadata: { ownerReferences: [owner] } });
  const all = await shop.rollBack({ to: 'previous' });
  expect([all.errors, all.outputs.result]).toEqual([[], 'done']);
  expect(JSON.parse(all.outputs.workloads ?? '')).toMatchObject([
    { name: 'api', outcome: 'rolled-back' },
    {
      name: 'web',
      outcome: 'skipped',
      message: expect.stringContaining('the controller of Canary web (flagger.app) owns it'),
    },
  ]);
  const named = await shop.rollBack({ workloads: 'web', to: 'previous' });
  expect(named.errors[0]).toMatch(
    /the controller of Canary web \(flagger\.app\) owns it and would undo the rollback/,
  );
});

test('S16: zero is said to be zero, and what other controllers keep on the workload stays', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  await shop.patch('web', {
    metadata: { annotations: { 'downscaler/original-replicas': '2', note: 'of 2' } },
  });
  await shop.scale('web', 0);
  const step = await shop.rollBack({ to: 'previous' });
  expect(step.log).toContain(
    'Rolled back: 1 of 1 workloads; they have no pods, so nothing shows that they work.',
  );
  expect((await shop.deployment('web')).metadata.annotations).toMatchObject({
    'downscaler/original-replicas': '2',
  });
  expect((await shop.deployment('web')).metadata.annotations).not.toHaveProperty('note');
});

test('S14: what is left as it is stands in log and summary, as far as it may be listed', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  await shop.create('/apis/autoscaling/v2/namespaces/shop/horizontalpodautoscalers', {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: { scaleTargetRef, maxReplicas: 4 },
  });
  const step = await shop.rollBack({ to: 'previous' });
  expect(step.log).toContain('Left as it is: horizontalpodautoscaler/web (deployment/web, 1 to 4)');
  expect(step.summary).toContain('Left as it is: horizontalpodautoscaler/web');
});

test('S22: with `all`, rights are asked for the kinds that there are', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`);
  const rule = (apiGroups: string[], resources: string[], verbs: string[], resourceNames?: string[]) => ({
    apiGroups,
    resources,
    verbs,
    ...(resourceNames && { resourceNames }),
  });
  shop.api.setRules([
    rule(
      ['apps'],
      ['deployments', 'statefulsets', 'daemonsets', 'replicasets', 'controllerrevisions'],
      ['get', 'list', 'watch'],
    ),
    rule([''], ['pods', 'events'], ['list', 'watch']),
    rule(['apps'], ['deployments'], ['patch'], ['web']),
    rule(['apps'], ['replicasets'], ['patch']),
    rule(['coordination.k8s.io'], ['leases'], ['get', 'create', 'update', 'delete']),
  ]);
  const step = await shop.rollBack({ to: 'previous' });
  expect([step.errors, step.outputs.result]).toEqual([[], 'done']);
});

test('S24: a warning about many workloads names ten of them, and texts of others end once', async () => {
  await using shop = await Shop.open();
  const applied = { 'kubectl.kubernetes.io/last-applied-configuration': '{}' };
  const names = Array.from({ length: 12 }, (_, at) => `web-${at}`);
  for (const version of [1, 2])
    await Promise.all(
      names.map((name) => shop.deploy(name, `registry.test/web:${version}`, { replicas: 1 })),
    );
  await Promise.all(names.map((name) => shop.patch(name, { metadata: { annotations: applied } })));
  const step = await shop.rollBack({ 'dry-run': 'true', to: 'previous' });
  expect(step.warnings.filter((warning) => warning.includes('made by kubectl apply'))).toEqual([
    expect.stringMatching(
      /^(deployment\/web-\d+, ){9}deployment\/web-\d+ and 2 more: it was made by kubectl apply/,
    ),
  ]);
  expect(step.log).toMatch(/2: app=registry\.test\/web:2; made at .*; is the present one/);
});

test('N8: a health command that hangs is started once, ended, and said', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`, { replicas: 1 });
  const started: string[] = [];
  for (const isEnded of [true, false]) {
    started.length = 0;
    shop.api.pods.exec = (_pod, _container, argv) => {
      started.push(argv[0] ?? '');
      if (argv[0] === 'sleep') return new Promise(() => {});
      expect(argv.slice(-2)).toEqual(['sleep', '3000']);
      return isEnded ? { exitCode: 0, stdout: 'ended\n' } : { exitCode: 0, missing: 'sh' };
    };
    const env = { ROLLBACK_TEST_WAITS: JSON.stringify({ HEALTH_COMMAND_MS: 3000 }) };
    const step = await shop.rollBack(
      { to: isEnded ? 'revision=1' : 'revision=2', health: 'exec: sleep 3000' },
      { env },
    );
    expect(step.errors[0]).toMatch(
      isEnded
        ? /"sleep 3000" did not end within 3 s and was ended\.?$/
        : /"sleep 3000" did not end within 3 s and may still run in pod web-/,
    );
    expect(started).toEqual(['sleep', 'sh']);
  }
});

test('N9: a health command that the image does not have is told in the words of the runtime, at once', async () => {
  await using shop = await Shop.open();
  for (const version of [1, 2]) await shop.deploy('web', `registry.test/web:${version}`, { replicas: 1 });
  let started = 0;
  shop.api.pods.exec = (_pod, _container, [program = '']) => {
    started++;
    return { exitCode: 0, missing: program };
  };
  const step = await shop.rollBack({ to: 'previous', health: 'exec: nope' });
  expect(step.errors[0]).toMatch(
    /it could not be started: exec: "nope": executable file not found in \$PATH/,
  );
  expect(started).toBe(1);
});
