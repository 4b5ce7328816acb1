import '../systems/realm.ts';
import { afterEach, expect, test } from '@jest/globals';
import { planStep } from '../../src/service/plan.ts';
import { rehearse } from '../../src/service/rehearse.ts';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import type { ControllerRevision, PodTemplate, Workload } from '../../src/systems/kubernetes/objects.ts';
import { configFor, ScriptedServer } from '../systems/scripted-server.ts';
import { controllerRevision, history, rollback, template, workload } from './fixtures.ts';

let server: ScriptedServer | undefined;
let client: KubeClient | undefined;
afterEach(async () => {
  client?.close();
  await server?.close();
});

const mounting = (image: string, more: Partial<PodTemplate['spec']> = {}): PodTemplate => {
  const { metadata = {}, spec } = template(image);
  const [container] = spec.containers;
  return {
    metadata,
    spec: { containers: [{ ...container, name: 'web', image, volumeMounts: [{ name: 'data' }] }], ...more },
  };
};

const revisionOf = (number: number, of: PodTemplate): ControllerRevision => ({
  ...controllerRevision(number, 'web:0'),
  data: { spec: { template: of } },
});

/** What becomes of going back from `web:2` to this template, by a workload with these claims. */
async function tried(older: PodTemplate, claims: readonly string[], kind: Workload['kind'] = 'StatefulSet') {
  server = await ScriptedServer.start();
  client = new KubeClient(configFor(server.url), AbortSignal.timeout(10_000));
  const owner = workload(kind, {
    template: template('web:2'),
    spec: { volumeClaimTemplates: claims.map((name) => ({ metadata: { name } })) },
  });
  const revisions = history(owner, revisionOf(2, template('web:2')), revisionOf(1, older));
  const wanted = { to: { type: 'previous' }, rollback, gitops: 'refuse' } as const;
  const step = planStep({ workload: owner, history: revisions, named: true }, wanted);
  expect(step.action).toBe('roll-back');
  const [[after]] = (await rehearse(client, 'shop', [[step]], [], false)) as [[typeof step]];
  expect(server.requests).toEqual([]);
  return after;
}

test('a StatefulSet that was made anew with other claims takes no template that mounts the former ones (kubernetes#91675)', async () => {
  const step = await tried(mounting('web:1'), ['files']);
  expect([step.action, step.reason]).toEqual([
    'refuse',
    'its older template mounts the volume data, which its `volumeClaimTemplates` do not have any more, and no pod of it could be made; make it anew with those of then (delete it with `--cascade=orphan`, so that its pods serve meanwhile)',
  ]);
});

test('what init containers mount is one of them, and a device too', async () => {
  const init = { name: 'init', image: 'init:1', volumeMounts: [{ name: 'cache' }] };
  const web = { name: 'web', image: 'web:1', volumeDevices: [{ name: 'disk' }] };
  const older = { ...template('web:1'), spec: { containers: [web], initContainers: [init] } };
  expect((await tried(older, ['data'])).reason).toMatch(/mounts the volume cache, disk, which/);
});

test.each<[string, PodTemplate, string[], Workload['kind']]>([
  ['whose claims are there', mounting('web:1'), ['data'], 'StatefulSet'],
  ['with a volume of its own', mounting('web:1', { volumes: [{ name: 'data' }] }), [], 'StatefulSet'],
  ['of a DaemonSet, whose template the server looks at', mounting('web:1'), [], 'DaemonSet'],
])('a template %s goes back', async (_, older, claims, kind) => {
  expect((await tried(older, claims, kind)).action).toBe('roll-back');
});
