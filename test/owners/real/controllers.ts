import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Component, component, waitFor } from '../../control-plane/component.ts';

/** The cluster of the controllers, and where they may write. */
export interface Place {
  readonly kubeconfig: string;
  readonly kubectl: string;
  readonly folder: string;
}

export interface Started {
  stop(): Promise<void>;
}

/** Only a program that hangs needs as many seconds. */
const PATIENCE_S = 120;

/** Starts the programs of an owner one after another. */
export function startAll(programs: readonly Component[]): Started {
  for (const program of programs) program.start();
  return { stop: async () => void (await Promise.all(programs.map((program) => program.stop()))) };
}

/** One of its programs, with a log in the folder. setpriv ends it where the run dies. */
export function program(
  { folder, kubeconfig }: Place,
  binary: string,
  args: string[],
  env: Record<string, string> = {},
): Component {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const log = join(
    folder,
    'logs',
    `${env.ARGOCD_BINARY_NAME ?? binary.slice(binary.lastIndexOf('/') + 1)}.log`,
  );
  return component(binary, args, log, { KUBECONFIG: kubeconfig, NO_PROXY: '127.0.0.1,localhost', ...env });
}

/** Runs kubectl. @throws where it fails */
export async function kubectl(place: Place, args: readonly string[], stdin?: string): Promise<string> {
  const running = promisify(execFile)(place.kubectl, args, {
    env: { ...process.env, KUBECONFIG: place.kubeconfig },
    maxBuffer: 2 ** 26,
  });
  running.child.stdin?.end(stdin);
  return (await running).stdout;
}

/** Teaches the cluster kinds of objects and waits until it serves them; `kubectl wait` fails where one has no status yet. */
export async function define(
  place: Place,
  paths: readonly string[],
  kinds: readonly string[],
): Promise<void> {
  await kubectl(place, ['apply', '--server-side', ...paths.flatMap((path) => ['-f', path])]);
  const patient = { failure: () => undefined, logTail: () => '' } as unknown as Component;
  await waitFor(`it serves ${kinds.join(', ')}`, [patient], PATIENCE_S, async () => {
    await kubectl(place, ['get', kinds.join(','), '-A']);
    return true;
  });
}
