import { execFile } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { apt } from '../setup/apt.ts';
import { Artifact } from '../setup/artifact.ts';

const run = promisify(execFile);

/** With the libraries that a machine may lack. */
export const packages = unpacked('real-node-packages', [
  'containerd',
  'runc',
  'containernetworking-plugins',
  'nftables',
  'libnftables1',
  'libnftnl11',
  'libmnl0',
  'libjansson4',
  'libxtables12',
  'libseccomp2',
  'libedit2',
  'libbsd0',
  'libmd0',
]);

/** A shell and its commands, in one program that needs no library. */
export const busybox = unpacked('real-node-busybox', ['busybox-static']);

/** Packages of Debian and Ubuntu, unpacked and not installed: nothing starts as a service, and the machine stays as it is. */
function unpacked(name: string, wanted: readonly string[]): Artifact {
  return new Artifact(name, async (folder) => {
    const debs = join(folder, 'debs');
    await mkdir(debs);
    const download = () => run('apt-get', ['-qq', 'download', ...wanted], { cwd: debs });
    // A fresh machine has no lists yet.
    await download().catch(() => {
      apt('update');
      return download();
    });
    for (const deb of await readdir(debs)) await run('dpkg-deb', ['-x', join(debs, deb), folder]);
    await rm(debs, { recursive: true });
  });
}

/** Where the programs are, and the environment in which they find one another and their libraries. */
export interface Tools {
  readonly containerd: string;
  readonly ctr: string;
  readonly plugins: string;
  readonly env: Record<string, string>;
}

export function containerTools(): Tools {
  const triplet = process.arch === 'x64' ? 'x86_64-linux-gnu' : 'aarch64-linux-gnu';
  const folders = (...paths: string[]) => paths.map((path) => packages.path(path)).join(':');
  return {
    containerd: packages.path('usr/bin/containerd'),
    ctr: packages.path('usr/bin/ctr'),
    plugins: packages.path('usr/lib/cni'),
    env: {
      PATH: `${folders('usr/bin', 'usr/sbin')}:${process.env.PATH}`,
      LD_LIBRARY_PATH: folders(`usr/lib/${triplet}`, `lib/${triplet}`),
    },
  };
}
