import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pause } from '../base/deadline.ts';
import { writePrivate } from '../base/files.ts';
import type { Log } from '../base/log.ts';
import { WAITS } from '../base/waits.ts';
import { Repository } from '../systems/git.ts';
import { interrupt, isRunning } from '../systems/terraform/command.ts';
import { type Message, parseMessage } from '../systems/terraform/diagnostics.ts';
import { dataName, giveDataBack } from './data-folder.ts';

/** An apply on its way, kept on the disk for the run after one that was killed. */
interface RunningApply {
  readonly pid: number;
  readonly directory: string;
  /** What the user calls it. */
  readonly where: string;
  readonly output: string;
  /** The plan file, by which the process is known. */
  readonly plan: string;
  readonly interrupted: boolean;
}

const fileOf = (scratch: string) => join(scratch, 'running.json');

/** Notes that an apply runs, or that it was interrupted: it must get no second SIGINT, which would end it at once. */
export function noteRunning(scratch: string, running: RunningApply): void {
  writePrivate(fileOf(scratch), JSON.stringify(running));
}

/**
 * Looks after what a run that was killed left in its folder: an apply that still runs is asked to stop, once, and
 * waited for; then it is told how it ended, and the folder goes. Does nothing where there is no such folder.
 */
export async function recoverInterruptedApply(
  scratch: string,
  checkout: string,
  { signal, log }: { signal: AbortSignal; log: Log },
): Promise<void> {
  if (!existsSync(scratch)) return;
  const running = readRunning(scratch);
  if (running) {
    const isOurs = () => isRunning(running.pid, running.plan);
    if (isOurs() && !running.interrupted) {
      noteRunning(scratch, { ...running, interrupted: true });
      interrupt(running.pid);
    }
    while (isOurs() && !signal.aborted) await pause(WAITS.TERRAFORM_POLL_MS, signal).catch(() => {});
    if (isOurs()) {
      log.warn(
        `The run was cut off, and terraform apply of ${running.where} (process ${running.pid}) is still at work on this runner; it holds the lock until it ends, so do not unlock it by force.`,
      );
      return;
    }
    log.warn(summarizeApply(running));
    keepState(scratch, running, log);
  }
  giveDataBack(resolve(checkout, dataName(process.env)), scratch);
  rmSync(scratch, { recursive: true, force: true });
  const repository = await Repository.of(checkout);
  await repository?.prune();
}

/**
 * Where Terraform could not write the state, it leaves it in its directory, which is about to go: this keeps it.
 *
 * @returns where it is; undefined where there is none
 */
export function keepState(
  scratch: string,
  { directory, where }: Pick<RunningApply, 'directory' | 'where'>,
  log: Log,
) {
  const left = join(directory, 'errored.tfstate');
  if (!existsSync(left)) return undefined;
  const kept = join(dirname(scratch), `errored-${Date.now()}.tfstate`);
  copyFileSync(left, kept);
  chmodSync(kept, 0o600);
  log.warn(
    `The new state of ${where} could not be written to its backend and is in ${kept} on this runner: before anything else is planned, run \`terraform state push ${kept}\`. It holds secrets.`,
  );
  return kept;
}

function readRunning(scratch: string): RunningApply | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(scratch), 'utf8')) as RunningApply;
  } catch {
    // It was killed before it applied anything, or while it wrote this.
    return undefined;
  }
}

function summarizeApply({ where, output }: RunningApply): string {
  const messages = readMessages(output);
  const done = messages.filter(({ type }) => type === 'apply_complete').map(({ address }) => address);
  const count = done.length === 1 ? '1 change was made' : `${done.length} changes were made`;
  const which = done.length > 0 ? `${count} (${done.join(', ')})` : 'no change was made';
  const last = messages.findLast(({ type }) => type !== 'text');
  // It ends with a summary, or with what went wrong, after it has written the state.
  const isOrderly =
    last?.type === 'outputs' || last?.type === 'change_summary' || last?.type === 'diagnostic';
  return isOrderly
    ? `The run was cut off; terraform apply of ${where} went on, ended by itself and wrote the state: ${which}; run it again to see what is left.`
    : `The run was cut off and terraform apply of ${where} killed: ${which}, what was under way is not in the state, and the lock may have remained; run it again, and it says who holds the lock and how to release it.`;
}

function readMessages(output: string): Message[] {
  return existsSync(output) ? readFileSync(output, 'utf8').split('\n').map(parseMessage) : [];
}
