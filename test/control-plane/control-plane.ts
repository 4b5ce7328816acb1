import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Api, apiClient } from './api.ts';
import { build } from './build.ts';
import { waitFor } from './component.ts';
import { type Components, components, filesIn, type Ports } from './components.ts';
import { fillTemplate, node, writeKubeconfig, writeSigningKey } from './config.ts';
import { compactEtcd } from './etcd.ts';
import { freePorts, ownAddress } from './network.ts';

export interface ControlPlane {
  /** Path of a kubeconfig whose user is an administrator. */
  kubeconfig: string;
  /** Holds the data, the configuration and a log per component; gone after `stop`. */
  directory: string;
  /** Path of the kubectl that was built with this control plane. */
  kubectl: string;
  /** The address of every pod, which is this machine's: what a test serves on 0.0.0.0, the pod proxy reaches. */
  podIP: string;
  /** As in a crash: open connections break, and etcd keeps the data. */
  stopApiServer(): Promise<void>;
  /** On the same port, with the same certificate; resolves when it is ready. */
  startApiServer(): Promise<void>;
  /** Another API server beside the first one, on the same etcd and with the same certificate; `stop` ends it as a crash does. */
  startAnotherApiServer(): Promise<{ readonly port: number; stop(): Promise<void> }>;
  /** Drops all of etcd's history; the API server's own cache of recent changes stays (see README.md). */
  compactEtcd(): Promise<void>;
  stop(): Promise<void>;
}

export interface Options {
  /** How long after it was scheduled a pod becomes ready, unless its image says otherwise (see README.md). */
  readyMs?: number;
}

/** Starts a control plane with ports, data and certificates of its own, so that several may run side by side. */
export async function startControlPlane({ readyMs = 1000 }: Options = {}): Promise<ControlPlane> {
  const binaries = await build((line) => process.stderr.write(`${line}\n`));
  const podIP = ownAddress();
  const ports = await pickPorts();
  const directory = await mkdtemp(join(tmpdir(), 'control-plane-'));
  const files = filesIn(directory);
  const server = `https://127.0.0.1:${ports.apiServer}`;
  const token = randomBytes(16).toString('hex');
  const authority = () => readFile(files.authority, 'utf8');
  const api = apiClient(server, token, authority);
  const all = components(binaries, directory, ports, podIP);

  const startApiServer = async () => {
    all.apiServer.start();
    await waitFor('the API server is ready', [all.apiServer, all.etcd], PATIENCE_S, async () => {
      return (await api('GET', '/readyz')) === 'ok';
    });
  };
  const others: Components['apiServer'][] = [];
  const startAnotherApiServer = async () => {
    const [port = 0] = await freePorts(1);
    const { apiServer } = components(binaries, directory, { ...ports, apiServer: port }, podIP);
    others.push(apiServer);
    apiServer.start();
    const ask = apiClient(`https://127.0.0.1:${port}`, token, authority);
    await waitFor('the other API server is ready', [apiServer, all.etcd], PATIENCE_S, async () => {
      return (await ask('GET', '/readyz')) === 'ok';
    });
    return { port, stop: () => apiServer.stop() };
  };
  const stop = async () => {
    await Promise.all([...Object.values(all), ...others].map((each) => each.stop()));
    await rm(directory, { recursive: true, force: true });
  };

  try {
    await writeFile(files.tokens, `${token},admin,admin,system:masters\n`, { mode: 0o600 });
    await writeSigningKey(files.signingKey);
    all.etcd.start();
    await startApiServer();
    await writeKubeconfig(files.kubeconfig, server, token, await authority());
    await writeFile(files.podLog, podLog('boom: cannot reach database'));
    const values = { DIRECTORY: directory, POD_IP: podIP, KUBELET_PORT: ports.kubelet, READY_MS: readyMs };
    await fillTemplate('kwok.yaml', files.kwok, values);
    await fillTemplate('stages.yaml', files.stages, values);
    await startTheRest(all, api);
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    kubeconfig: files.kubeconfig,
    directory,
    kubectl: join(binaries, 'kubectl'),
    podIP,
    stopApiServer: () => all.apiServer.stop(),
    startApiServer: async () => {
      await startApiServer();
      await restartKwok(all, api, join(binaries, 'kubectl'), files.kubeconfig);
    },
    startAnotherApiServer,
    compactEtcd: () => compactEtcd(ports.etcd),
    stop,
  };
}

async function pickPorts(): Promise<Ports> {
  const [etcd = 0, etcdPeer = 0, apiServer = 0, controllerManager = 0, scheduler = 0, kubelet = 0] =
    await freePorts(6);
  return { etcd, etcdPeer, apiServer, controllerManager, scheduler, kubelet };
}

/** A line as container runtimes write it, which is what a kubelet, and kwok in its place, reads. */
function podLog(line: string): string {
  return `${new Date().toISOString()} stdout F ${line}\n`;
}

const NODES = ['node-1', 'node-2'];
const PODS = '/api/v1/namespaces/default/pods';
const NODE_LEASES = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases';

/** Seconds that a component gets: only one that hangs needs as many, however busy the machine is. */
const PATIENCE_S = 300;

/**
 * What kwok could not say of a pod while the API server was away it does not say again, as a kubelet does. A new one
 * looks at the pods that change after it has begun to watch those of their node, which nothing tells: a pod on each node
 * that it has taken up does. All calls are made again where they fail, as pods come and go meanwhile.
 */
async function restartKwok(
  { apiServer, kwok }: Components,
  api: Api,
  kubectl: string,
  kubeconfig: string,
): Promise<void> {
  await kwok.stop();
  const run = Date.now();
  const probes = NODES.map((name) => probe(`kwok-probe-${name}-${run}`, name));
  const pathOf = ({ metadata }: Probe) => `${PODS}/${metadata.name}`;
  await waitFor('the API server takes pods', [apiServer], PATIENCE_S, async () => {
    await Promise.all(NODES.map((name) => absent(api('DELETE', `${NODE_LEASES}/${name}`))));
    await Promise.all(probes.map((pod) => present(api('POST', PODS, pod))));
    return true;
  });
  kwok.start();
  const touch = async () => {
    const change = [
      'annotate',
      'pods',
      '--all',
      '--all-namespaces',
      '--overwrite',
      `kwok-start=${Date.now()}`,
    ];
    await promisify(execFile)(kubectl, [`--kubeconfig=${kubeconfig}`, ...change]);
  };
  await waitFor('kwok takes up the pods of every node again', [kwok], PATIENCE_S, async () => {
    await touch();
    const pods = await Promise.all(probes.map((pod) => api<Probe>('GET', pathOf(pod))));
    return pods.every(({ status }) => status?.startTime !== undefined);
  });
  await waitFor('every pod has changed since', [kwok], PATIENCE_S, async () => {
    await touch();
    return true;
  });
  await waitFor('those pods are gone again', [apiServer], PATIENCE_S, async () => {
    await Promise.all(probes.map((pod) => absent(api('DELETE', pathOf(pod)))));
    return true;
  });
}

async function startTheRest(all: Components, api: Api): Promise<void> {
  const { controllerManager, scheduler, kwok } = all;
  const { gitVersion } = await api<{ gitVersion: string }>('GET', '/version');
  await Promise.all(NODES.map((name) => api('POST', '/api/v1/nodes', node(name, gitVersion))));
  for (const each of [controllerManager, scheduler, kwok]) each.start();
  // Without its service account a namespace refuses pods; without ready nodes they stay pending.
  await waitFor(
    'the default namespace has its service account',
    [controllerManager],
    PATIENCE_S,
    async () => {
      await api('GET', '/api/v1/namespaces/default/serviceaccounts/default');
      return true;
    },
  );
  await waitFor('the nodes are ready', [kwok, controllerManager], PATIENCE_S, async () => {
    const nodes = await Promise.all(NODES.map((name) => api<Node>('GET', `/api/v1/nodes/${name}`)));
    return nodes.every(({ spec, status }) => {
      const ready = status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
      return ready && (spec.taints ?? []).length === 0;
    });
  });
}

interface Node {
  spec: { taints?: unknown[] };
  status: { conditions?: { type: string; status: string }[] };
}

interface Probe {
  metadata: { name: string };
  status?: { startTime?: string };
}

const probe = (name: string, nodeName: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: {
    nodeName,
    terminationGracePeriodSeconds: 0,
    automountServiceAccountToken: false,
    containers: [{ name: 'probe', image: 'registry.example/probe:1' }],
  },
});

/** An answer that says that the object is gone, or there, already is as good as one that says that it is now. */
const absent = (call: Promise<unknown>) => unless(call, ' was answered 404');
const present = (call: Promise<unknown>) => unless(call, ' was answered 409');

async function unless(call: Promise<unknown>, expected: string): Promise<void> {
  await call.catch((error: Error) => {
    if (!error.message.includes(expected)) throw error;
  });
}
