import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Api, apiClient } from '../control-plane/api.ts';
import { build, cacheDirectory } from '../control-plane/build.ts';
import { type Component, component, waitFor } from '../control-plane/component.ts';
import { components, filesIn } from '../control-plane/components.ts';
import { writeKubeconfig, writeSigningKey } from '../control-plane/config.ts';
import { freePorts } from '../control-plane/network.ts';
import { type Entry, layerOf, withLibraries } from './layer.ts';
import { clearLeftovers, noteForwarding } from './leftovers.ts';
import { takeLock } from './lock.ts';
import { busybox, containerTools, packages, type Tools } from './packages.ts';
import { programOf, programs } from './programs.ts';
import { type Environment, type Registry, startRegistry, type Trouble } from './registry.ts';
import { BRIDGE, filesOf, GATEWAY, NODE, settingsOf } from './settings.ts';

const run = promisify(execFile);

/** What of BusyBox an image with a shell has: what a hanging command is ended with, and what tests call. */
const SHELL = ['sh', 'cat', 'echo', 'env', 'ls', 'ps', 'sed', 'sleep', 'test', 'tr'];

/** The commands that the image `web` knows beside serving: each is a link to the one program. */
const COMMANDS = ['curl', 'npm', 'kill', 'true', 'false'];

/** A Kubernetes whose one node is real: probes, logs, exec, pulls, back-offs and Services are those of a kubelet. */
export interface RealNode {
  /** Path of a kubeconfig whose user is an administrator. */
  readonly kubeconfig: string;
  readonly kubectl: string;
  /** Holds data, settings and a log per component; gone after `stop`. */
  readonly directory: string;
  /** The address of this machine as pods reach it. */
  readonly gateway: string;
  readonly registry: string;
  readonly kubelet: Component;
  readonly containerd: Component;
  /** Makes `web` (see web/main.go) pullable under a name and tag, with what `env` makes of it, and gives its reference. */
  image(name: string, tag: string, env?: Environment): string;
  /** The same with a shell beside it, and with files of its own. */
  imageWithShell(name: string, tag: string, env?: Environment, files?: readonly Entry[]): string;
  /** The same for programs of this machine, the first of which runs with these words. */
  imageOf(name: string, programs: readonly string[], words: readonly string[]): string;
  /** What every pull of images of this name meets from now on. */
  meet(name: string, trouble: Trouble): void;
  stop(): Promise<void>;
}

/** Why this machine or this user cannot have a real node now: one says so and goes on without, or waits where it is taken. */
export class NoRealNode extends Error {
  readonly isTaken: boolean;

  constructor(message: string, isTaken: boolean) {
    super(message);
    this.isTaken = isTaken;
  }
}

/** What a test has otherwise than it is by default. */
export interface Tuning {
  /** Merged into the kubelet's configuration. */
  readonly kubelet?: object;
  /** `15s`: without a sign of its kubelet for so long, the node counts as lost. */
  readonly lostAfter?: string;
}

/** Starts one. @throws NoRealNode where there is no root, or somebody else on this machine has one */
export async function startRealNode(
  report: (line: string) => void = () => {},
  tuning: Tuning = {},
): Promise<RealNode> {
  if (userInfo().uid !== 0)
    throw new NoRealNode('A real node needs root: it makes namespaces, mounts, a bridge and cgroups.', false);
  const release = await takeLock().catch((error: Error) => {
    throw new NoRealNode(error.message, true);
  });
  const directory = join(cacheDirectory(), 'real-node');
  for (const each of [packages, busybox, programs.web, programs.pause]) await each.get();
  const tools = containerTools();
  const binaries = await build(report);
  const registry = await startRegistry();
  const started: Component[] = [];
  const stop = async () => {
    // The kubelet first: it would start again what is being taken away.
    for (const each of started.toReversed()) await each.stop();
    registry.close();
    await clearLeftovers(directory, { ...process.env, ...tools.env });
    release();
  };
  let node: Pick<RealNode, 'kubelet' | 'containerd'>;
  try {
    // A run that was killed has left its containers.
    await clearLeftovers(directory, { ...process.env, ...tools.env });
    node = await start({ directory, binaries, tools, registry, started, tuning });
  } catch (error) {
    await stop();
    throw error;
  }
  const web = layerOf(programsInside());
  const withShell = layerOf([...programsInside(), ...shellInside()]);
  const add = (
    layer: Buffer,
    name: string,
    tag: string,
    env?: Environment,
    command: readonly string[] = ['/bin/web'],
  ) => {
    registry.add(name, tag, layer, command, env);
    return `${registry.address}/${name}:${tag}`;
  };
  return {
    ...node,
    kubeconfig: filesIn(directory).kubeconfig,
    kubectl: join(binaries, 'kubectl'),
    directory,
    gateway: GATEWAY,
    registry: registry.address,
    image: (name, tag, env) => add(web, name, tag, env),
    imageWithShell: (name, tag, env, files) =>
      add(files ? layerOf([...programsInside(), ...shellInside(), ...files]) : withShell, name, tag, env),
    imageOf: (name, programs, words) => {
      const command = [`/bin/${basename(programs[0] ?? '')}`, ...words];
      return add(layerOf(withLibraries(programs)), name, '1', {}, command);
    },
    meet: registry.meet,
    stop,
  };
}

function programsInside(): Entry[] {
  const links = COMMANDS.map((name): Entry => ({ path: `bin/${name}`, link: 'web' }));
  return [{ path: 'bin/web', program: programOf('web') }, ...links];
}

function shellInside(): Entry[] {
  const links = SHELL.map((name): Entry => ({ path: `bin/${name}`, link: 'busybox' }));
  return [{ path: 'bin/busybox', program: readFileSync(busybox.path('bin/busybox')) }, ...links];
}

interface Parts {
  readonly directory: string;
  readonly binaries: string;
  readonly tools: Tools;
  readonly registry: Registry;
  /** Those that run, in the order in which they were started. */
  readonly started: Component[];
  readonly tuning: Tuning;
}

async function start({
  directory,
  binaries,
  tools,
  registry,
  started,
  tuning,
}: Parts): Promise<Pick<RealNode, 'kubelet' | 'containerd'>> {
  const files = filesIn(directory);
  const ports = await pickPorts();
  const [admin, kubelet] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
  const server = `https://${GATEWAY}:${ports.apiServer}`;
  registry.add('pause', '1', layerOf([{ path: 'pause', program: programOf('pause') }]), ['/pause']);
  const settings = settingsOf(directory, ports, {
    plugins: tools.plugins,
    registry: registry.address,
    kubeconfig: files.kubeconfig,
    tuning: tuning.kubelet ?? {},
  });
  for (const [path, text] of Object.entries(settings)) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  const users = `${admin},admin,admin,system:masters\n${kubelet},system:node:${NODE},${NODE},system:nodes\n`;
  await writeFile(files.tokens, users, { mode: 0o600 });
  await writeSigningKey(files.signingKey);
  await noteForwarding(directory);
  await run('ip', ['link', 'add', BRIDGE, 'type', 'bridge']);
  await run('ip', ['address', 'replace', `${GATEWAY}/16`, 'dev', BRIDGE]);
  await run('ip', ['link', 'set', BRIDGE, 'up']);

  const begin = (each: Component) => {
    started.push(each);
    each.start();
    return each;
  };
  const plane = components(binaries, directory, ports, GATEWAY, GATEWAY, tuning.lostAfter);
  const authority = () => readFile(files.authority, 'utf8');
  const api = apiClient(server, admin, authority);
  begin(plane.etcd);
  begin(plane.apiServer);
  await waitFor('the API server is ready', [plane.apiServer, plane.etcd], 60, async () => {
    return (await api('GET', '/readyz')) === 'ok';
  });
  await writeKubeconfig(files.kubeconfig, server, admin, await authority());
  await writeKubeconfig(filesOf(directory).kubeletKubeconfig, server, kubelet, await authority());
  begin(plane.controllerManager);
  begin(plane.scheduler);
  const runtime = begin(
    component(
      tools.containerd,
      ['--config', filesOf(directory).containerd],
      join(directory, 'containerd.log'),
      tools.env,
    ),
  );
  await waitFor('containerd answers', [runtime], 30, async () => {
    await run(tools.ctr, ['--address', filesOf(directory).socket, 'version']);
    return true;
  });
  return {
    kubelet: await startNode({ directory, binaries, begin, env: tools.env }, ports, api),
    containerd: runtime,
  };
}

async function startNode(
  {
    directory,
    binaries,
    begin,
    env,
  }: Pick<Parts, 'directory' | 'binaries'> & {
    begin: (each: Component) => Component;
    env: Record<string, string>;
  },
  ports: Awaited<ReturnType<typeof pickPorts>>,
  api: Api,
): Promise<Component> {
  const files = filesOf(directory);
  const log = (name: string) => join(directory, `${name}.log`);
  const kubelet = begin(
    component(
      join(binaries, 'kubelet'),
      [
        `--config=${files.kubelet}`,
        `--kubeconfig=${files.kubeletKubeconfig}`,
        `--root-dir=${join(directory, 'kubelet')}`,
        `--cert-dir=${join(directory, 'kubelet-certificates')}`,
        `--hostname-override=${NODE}`,
        `--node-ip=${GATEWAY}`,
      ],
      log('kubelet'),
      env,
    ),
  );
  const proxy = begin(
    component(join(binaries, 'kube-proxy'), [`--config=${files.proxy}`], log('kube-proxy'), env),
  );
  await waitFor('the kubelet is well', [kubelet], 60, async () => {
    return (await fetch(`http://127.0.0.1:${ports.kubeletHealth}/healthz`)).ok;
  });
  await waitFor('the node is ready', [kubelet, proxy], 90, async () => {
    const node = await api<{
      status: { conditions?: { type: string; status: string }[] };
      spec: { taints?: unknown[] };
    }>('GET', `/api/v1/nodes/${NODE}`);
    const ready = node.status.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
    return ready === true && (node.spec.taints ?? []).length === 0;
  });
  await waitFor('the default namespace has its service account', [kubelet], 60, async () => {
    await api('GET', '/api/v1/namespaces/default/serviceaccounts/default');
    return true;
  });
  return kubelet;
}

async function pickPorts() {
  const [etcd = 0, etcdPeer = 0, apiServer = 0, controllerManager = 0, scheduler = 0, ...rest] =
    await freePorts(9);
  const [kubelet = 0, kubeletHealth = 0, proxyHealth = 0, proxyMetrics = 0] = rest;
  return {
    ...{ etcd, etcdPeer, apiServer, controllerManager, scheduler },
    ...{ kubelet, kubeletHealth, proxyHealth, proxyMetrics },
  };
}
