import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BRIDGE } from './settings.ts';

const run = promisify(execFile);
const FORWARDING = '/proc/sys/net/ipv4/ip_forward';

/** Notes whether this machine forwarded packets before: the network plugin turns it on. */
export async function noteForwarding(directory: string): Promise<void> {
  await writeFile(join(directory, 'ip_forward'), await readFile(FORWARDING));
}

/** Takes away all that a node has left on this machine, also one that was killed; its processes have ended, but for containers. */
export async function clearLeftovers(directory: string, env: NodeJS.ProcessEnv): Promise<void> {
  const containers = await processesOf(directory);
  // Shims end their containers' processes no more once they are gone themselves, so those come first.
  for (const pid of containers) killed(pid);
  while ((await processesOf(directory)).some((pid) => existsSync(`/proc/${pid}/exe`))) await wait(20);
  for (const family of ['ip', 'ip6'])
    await run('nft', ['delete', 'table', family, 'kube-proxy'], { env }).catch(() => {});
  for (const path of await mountsUnder(directory)) await run('umount', ['--lazy', path]);
  for (const path of await groupsOfPods()) await rmdir(path).catch(() => {});
  await run('ip', ['link', 'delete', BRIDGE]).catch(() => {});
  const before = await readFile(join(directory, 'ip_forward'), 'utf8').catch(() => '1');
  if (before.trim() === '0') await writeFile(FORWARDING, '0');
  await rm(directory, { recursive: true, force: true });
}

/** The shims of containers, by their command line, and what runs in the cgroups of pods. */
async function processesOf(directory: string): Promise<number[]> {
  const groups = await groupsOfPods();
  const inside = await Promise.all(
    groups.map((path) => readFile(join(path, 'cgroup.procs'), 'utf8').catch(() => '')),
  );
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const shims = await Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return line.includes('containerd-shim') && line.includes(directory) ? [Number(pid)] : [];
    }),
  );
  return [
    ...new Set([...inside.flatMap((text) => text.split('\n').filter(Boolean).map(Number)), ...shims.flat()]),
  ];
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** The cgroups of pods, innermost first: `/sys/fs/cgroup/kubepods`, or one a controller. */
async function groupsOfPods(): Promise<string[]> {
  const base = '/sys/fs/cgroup';
  const tops = [
    base,
    ...(await readdir(base, { withFileTypes: true }))
      .filter((each) => each.isDirectory())
      .map(({ name }) => join(base, name)),
  ];
  const pods = tops.map((top) => join(top, 'kubepods')).filter((path) => existsSync(path));
  const all = await Promise.all(
    pods.map(async (path) => {
      const inner = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
      return [
        path,
        ...inner.filter((each) => each.isDirectory()).map(({ parentPath, name }) => join(parentPath, name)),
      ];
    }),
  );
  return all.flat().sort((a, b) => b.length - a.length);
}

/** Mounts below a directory, those inside of others first. */
async function mountsUnder(directory: string): Promise<string[]> {
  const lines = (await readFile('/proc/self/mounts', 'utf8')).split('\n');
  const paths = lines
    .map((line) => line.split(' ')[1] ?? '')
    .filter((path) => path.startsWith(`${directory}/`));
  return paths.sort().reverse();
}
