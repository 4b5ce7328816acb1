import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionError, messageOf } from '../base/errors.ts';
import { WAITS } from '../base/waits.ts';
import type { KubeClient } from './kubernetes/client.ts';
import { lentKubeconfig } from './kubernetes/lent-kubeconfig.ts';
import { answerOf, run } from './process.ts';

/** Helm, as it is on the PATH. */
export interface Helm {
  readonly major: number;
  /** `v4.3.1`. */
  readonly version: string;
}

/** What Helm takes back, and to where. */
interface HelmRollback {
  readonly namespace: string;
  readonly release: string;
  readonly revision: number;
  readonly isServerSide: boolean;
}

/** The installed Helm and its version; undefined where there is none. */
export async function findHelm(): Promise<Helm | undefined> {
  const result = await answerOf('helm', ['version', '--template', '{{.Version}}']);
  const version = result?.output.trim() ?? '';
  const [, major] = /^v(\d+)\./.exec(version) ?? [];
  return major === undefined ? undefined : { major: Number(major), version };
}

/**
 * Runs `helm rollback`, which applies and waits for its hooks alone. It prunes no revision.
 *
 * @returns why it failed, as a part of a sentence; undefined where it did not
 */
export async function helmRollback(
  client: KubeClient,
  helm: Helm,
  { namespace, release, revision, isServerSide }: HelmRollback,
): Promise<string | undefined> {
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'helm-'));
  const ending = endingAfter(client.signal);
  try {
    const kubeconfig = join(folder, 'kubeconfig');
    await writeFile(kubeconfig, await lentKubeconfig(client, namespace), { mode: 0o600 });
    const environment = {
      KUBECONFIG: kubeconfig,
      // Plugins and settings of the runner have no part in it.
      ...{ HELM_CACHE_HOME: folder, HELM_CONFIG_HOME: folder, HELM_DATA_HOME: folder },
    };
    const seconds = WAITS.OWNER_OPERATION_MS / 1000;
    const args = [
      ...['rollback', release, String(revision), '--namespace', namespace],
      ...['--history-max', '0', '--timeout', `${seconds}s`],
      // Helm 3 knows neither; it applies client-side.
      ...(helm.major >= 4 ? [`--server-side=${isServerSide}`] : []),
      ...(helm.major >= 4 && isServerSide ? ['--force-conflicts'] : []),
    ];
    const { code, errors } = await run('helm', args, { environment, signal: ending.signal });
    if (code === 0) return undefined;
    const last = errors.findLast((line) => line.startsWith('Error:')) ?? errors.at(-1) ?? '';
    return `helm says: ${last.replace(/^Error: /, '').slice(0, 300) || `exit code ${code}`}`;
  } catch (error) {
    client.signal.throwIfAborted();
    if (ending.signal.aborted) return `helm did not end within ${WAITS.OWNER_OPERATION_MS / 1000} s`;
    if (error instanceof ActionError) throw error;
    return `helm cannot be run: ${messageOf(error)}`;
  } finally {
    ending.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A signal for a program that leaves a mess where it is ended on its way: it has its time, and after the end of ours a
 * moment to come to its own.
 */
function endingAfter(signal: AbortSignal): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const end = () => controller.abort(signal.reason ?? new Error('It took too long.'));
  const timers = [setTimeout(end, WAITS.OWNER_OPERATION_MS + WAITS.PROCESS_KILL_MS)];
  const soon = () => timers.push(setTimeout(end, WAITS.PROCESS_KILL_MS));
  signal.addEventListener('abort', soon, { once: true });
  return {
    signal: controller.signal,
    stop() {
      signal.removeEventListener('abort', soon);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
