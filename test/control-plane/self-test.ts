// What the e2e tests rely on. Run it after every change of versions or stages: node --test test/control-plane/self-test.ts
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type ControlPlane, startControlPlane } from './control-plane.ts';

let plane: ControlPlane;
before(async () => {
  plane = await startControlPlane();
});
after(async () => {
  await plane.stop();
  assert.equal(existsSync(plane.directory), false);
  assert.deepEqual(await processesOf(plane.directory), []);
});

test('a deployment rolls out, and back after a bad image', async () => {
  await kubectl('create deployment web --image=registry.test/app:1.0 --replicas=3');
  await kubectl('rollout status deployment/web --timeout=30s');
  await kubectl('set image deployment/web app=registry.test/bad-image:2.0');
  await kubectl('wait deployment/web --for=jsonpath={.status.unavailableReplicas}=1 --timeout=10s');
  await kubectl('rollout undo deployment/web');
  await kubectl('rollout status deployment/web --timeout=30s');
  assert.equal(await kubectl('get deployment web -o jsonpath={..image}'), 'registry.test/app:1.0');
});

test('stateful sets and daemon sets roll out and are undone', async () => {
  for (const kind of ['StatefulSet', 'DaemonSet']) {
    const name = kind.toLowerCase();
    const labels = { app: name };
    await apply({
      apiVersion: 'apps/v1',
      kind,
      metadata: { name },
      spec: {
        ...(kind === 'StatefulSet' ? { replicas: 2, serviceName: name } : {}),
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: 'app', image: 'registry.test/app:1.0' }] },
        },
      },
    });
    await kubectl(`rollout status ${name}/${name} --timeout=30s`);
    await kubectl(`set image ${name}/${name} app=registry.test/app:2.0`);
    await kubectl(`rollout status ${name}/${name} --timeout=30s`);
    await kubectl(`rollout undo ${name}/${name}`);
    await kubectl(`rollout status ${name}/${name} --timeout=30s`);
  }
});

test('minReadySeconds delays availability', async () => {
  const labels = { app: 'patient' };
  const template = {
    metadata: { labels },
    spec: { containers: [{ name: 'app', image: 'registry.test/app:1' }] },
  };
  await apply({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'patient' },
    spec: { minReadySeconds: 3, selector: { matchLabels: labels }, template },
  });
  await kubectl('wait deployment/patient --for=jsonpath={.status.readyReplicas}=1 --timeout=10s');
  const ready = Date.now();
  await kubectl('rollout status deployment/patient --timeout=30s');
  assert.ok(Date.now() - ready > 1500);
});

const waiting = '{.status.containerStatuses[0].state.waiting.reason}';
for (const [image, reasons] of Object.entries({
  'bad-image': ['ErrImagePull', 'ImagePullBackOff'],
  'flaky-registry': ['ErrImagePull', ''],
  'crash-loop': ['CrashLoopBackOff'],
  'bad-config': ['CreateContainerConfigError'],
  'run-error': ['RunContainerError'],
})) {
  test(`an image named ${image} leads to ${reasons.map((reason) => reason || 'readiness').join(', then ')}`, async () => {
    await kubectl(`run ${image} --image=registry.test/${image}:1.0`);
    for (const reason of reasons) {
      if (reason === '') await kubectl(`wait pod/${image} --for=condition=Ready --timeout=10s`);
      else await kubectl(`wait pod/${image} --for=jsonpath=${waiting}=${reason} --timeout=10s`);
    }
  });
}

test('not-ready runs without ever being ready, and slow-start is ready after five seconds', async () => {
  for (const name of ['not-ready', 'slow-start']) {
    await kubectl(`run ${name} --image=registry.test/${name}:1.0`);
    await kubectl(`wait pod/${name} --for=jsonpath={.status.phase}=Running --timeout=10s`);
  }
  const running = Date.now();
  await kubectl('wait pod/slow-start --for=condition=Ready --timeout=10s');
  assert.ok(Date.now() - running > 3500);
  assert.match(await kubectl('get pod not-ready'), /0\/1 +Running/);
});

test('a pod that fits nowhere says so in the words of the scheduler', async () => {
  const resources = { requests: { cpu: '2000' } };
  await apply({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'too-big' },
    spec: { containers: [{ name: 'app', image: 'registry.test/app:1', resources }] },
  });
  const condition = '{.status.conditions[?(@.type=="PodScheduled")].reason}';
  await kubectl(`wait pod/too-big --for=jsonpath=${condition}=Unschedulable --timeout=10s`);
});

test('deleted pods go at once, or as late as their annotation says', async () => {
  const overrides = JSON.stringify({ metadata: { annotations: { 'test/terminate-after': '3s' } } });
  for (const [name, ...more] of [['quick'], ['late', `--overrides=${overrides}`]]) {
    await kubectl(`run ${name} --image=registry.test/app:1`, more);
    await kubectl(`wait pod/${name} --for=condition=Ready --timeout=10s`);
  }
  assert.ok((await secondsFor(kubectl('delete pod quick'))) < 2);
  const seconds = await secondsFor(kubectl('delete pod late'));
  assert.ok(seconds > 2.5 && seconds < 5, `late took ${seconds} s`);
});

test('logs and exec answer', async () => {
  await kubectl('run talker --image=registry.test/app:1');
  await kubectl('wait pod/talker --for=condition=Ready --timeout=10s');
  assert.equal(await kubectl('logs talker'), 'boom: cannot reach database\n');
  assert.equal(await kubectl('exec talker -- echo hello'), 'hello\n');
  await assert.rejects(kubectl('exec talker -- false'), /exit code 1/);
  const command = `echo in | ${plane.kubectl} --kubeconfig=${plane.kubeconfig} exec -i talker -- cat`;
  assert.equal((await promisify(execFile)('sh', ['-c', command], { timeout: 10_000 })).stdout, 'in\n');
});

test('the pod proxy reaches a server on this machine', async () => {
  const server = createServer((_, response) => response.end('healthy'))
    .listen(0, '0.0.0.0')
    .unref();
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  await kubectl('run web-server --image=registry.test/app:1');
  await kubectl('wait pod/web-server --for=condition=Ready --timeout=10s');
  const path = `/api/v1/namespaces/default/pods/web-server:${address.port}/proxy/health`;
  assert.equal(await kubectl(`get --raw ${path}`), 'healthy');
});

test('a quota refuses', async () => {
  await kubectl('create namespace small');
  await kubectl('create quota few --hard=pods=1 -n small');
  await kubectl('wait quota/few -n small --for=jsonpath={.status.hard.pods}=1 --timeout=10s');
  await kubectl('create deployment web -n small --image=registry.test/app:1 --replicas=2');
  await kubectl('wait deployment/web -n small --for=condition=ReplicaFailure --timeout=10s');
});

test('a service account has the rights of its role and no others', async () => {
  await kubectl('create serviceaccount reader');
  await kubectl('create role reader --verb=get,list --resource=pods');
  await kubectl('create rolebinding reader --role=reader --serviceaccount=default:reader');
  const token = `--token=${(await kubectl('create token reader')).trim()}`;
  // The administrator's token in the kubeconfig must not win.
  const config = JSON.parse(await readFile(plane.kubeconfig, 'utf8'));
  const server = [`--server=${config.clusters[0].cluster.server}`, '--kubeconfig=/dev/null', token];
  const authority = `--certificate-authority=${join(plane.directory, 'certificates/apiserver.crt')}`;
  await kubectl('get pods', [...server, authority]);
  await assert.rejects(kubectl('get secrets', [...server, authority]), /forbidden/);
});

test('the data outlives a crash of the API server, and old watches are gone after a compaction', async () => {
  await kubectl('create configmap kept --from-literal=a=1');
  const version = await kubectl('get configmap kept -o jsonpath={.metadata.resourceVersion}');
  await kubectl('create configmap later --from-literal=a=1');
  await plane.stopApiServer();
  await assert.rejects(kubectl('get configmap kept'), /refused/);
  await plane.compactEtcd();
  await plane.startApiServer();
  await kubectl('get configmap kept');
  const watch = `/api/v1/namespaces/default/configmaps?watch=1&timeoutSeconds=2&resourceVersion=${version}`;
  assert.match(await kubectl(`get --raw ${watch}`).catch(String), /too old resource version|Expired/);
  await kubectl('create deployment after --image=registry.test/app:1.0');
  await kubectl('rollout status deployment/after --timeout=30s');
});

test('no process is left when the one that started them is killed', async () => {
  const script = `import { startControlPlane } from ${JSON.stringify(join(import.meta.dirname, 'control-plane.ts'))};
    console.log((await startControlPlane()).directory); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const directory = String(await new Promise((resolve) => child.stdout.once('data', resolve))).trim();
  assert.equal((await processesOf(directory)).length, 5);
  child.kill('SIGKILL');
  const deadline = Date.now() + 5000;
  while ((await processesOf(directory)).length > 0 && Date.now() < deadline) await sleep(20);
  assert.deepEqual(await processesOf(directory), []);
  await rm(directory, { recursive: true });
});

async function kubectl(command: string, more: string[] = []): Promise<string> {
  const env = { ...process.env, KUBECONFIG: plane.kubeconfig };
  return (await promisify(execFile)(plane.kubectl, [...command.split(' '), ...more], { env })).stdout;
}

async function apply(manifest: object): Promise<void> {
  const child = spawn(plane.kubectl, ['apply', `--kubeconfig=${plane.kubeconfig}`, '-f', '-'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin.end(JSON.stringify(manifest));
  assert.equal(await new Promise((resolve) => child.once('close', resolve)), 0);
}

async function secondsFor(work: Promise<unknown>): Promise<number> {
  const started = Date.now();
  await work;
  return (Date.now() - started) / 1000;
}

async function processesOf(directory: string): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(directory));
}
