import { join } from 'node:path';
import { ActionError, messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { withoutFullStop } from '../base/sentence.ts';
import type { EventOf, Subject } from '../record/catalogue.ts';
import type { NewEvent } from '../record/record.ts';
import type { Message } from '../systems/terraform/diagnostics.ts';
import type { Terraform } from '../systems/terraform/terraform.ts';
import { keepState, noteRunning } from './running.ts';

/** What of an apply is logged while it runs. */
const LOGGED = /^(apply_|provision_|diagnostic$|state_lock|text$)/;

/**
 * Applies a plan file to its end, also when the run is cancelled: then Terraform ends the change that it is at, writes
 * the state, releases the lock, and only then this throws.
 *
 * @param count how many changes the plan has
 * @returns what checks of the configuration say of the result, in their words
 */
export async function apply(
  terraform: Terraform,
  plan: {
    file: string;
    /** Files of values that no plan keeps. */
    varFiles: readonly string[];
    count: number;
    lockTimeout: number;
    directory: string;
    where: string;
    scratch: string;
    subject: Subject<'terraform'>;
  },
  { signal, log, record }: { signal: AbortSignal; log: Log; record: (event: NewEvent) => void },
): Promise<readonly string[]> {
  const done: string[] = [];
  const failedChecks: string[] = [];
  const { directory, where, scratch } = plan;
  let running = { pid: 0, directory, where, output: '', plan: plan.file, interrupted: false };
  const onMessage = (message: Message) => {
    if (isFailedCheck(message)) failedChecks.push(checkOf(message));
    if (LOGGED.test(message.type) && message.text !== '') log.info(message.text);
    const step = stepOf(message, plan.subject);
    if (!step) return;
    if (step.status === 'done') done.push(message.address ?? '');
    record(step);
  };
  try {
    await terraform.apply(plan.file, plan.varFiles, plan.lockTimeout, onMessage, {
      onStart(pid, output) {
        running = { ...running, pid, output };
        noteRunning(scratch, running);
      },
      onInterrupt() {
        noteRunning(scratch, { ...running, interrupted: true });
        log.info(
          'terraform was asked to stop: it ends the change that it is at, writes the state and releases the lock.',
        );
      },
    });
    return failedChecks;
  } catch (error) {
    const isKept = (await rescue(terraform, plan, log)) !== undefined;
    throw applyError(error, { done, count: plan.count, isKept, isWritten: signal.aborted && !isKept });
  }
}

/** Says after a failed apply how far it came, and what to do next. */
function applyError(
  error: unknown,
  {
    done,
    count,
    isKept,
    isWritten,
  }: { done: readonly string[]; count: number; isKept: boolean; isWritten: boolean },
): ActionError {
  const progress = `${done.length} of ${count} changes were made${isWritten ? ' and the state was written' : ''}`;
  const next = isKept
    ? 'push the state first, as the warning says'
    : 'run it again to plan and apply the rest';
  const details = [
    ...(error instanceof ActionError ? error.details : []),
    ...done.map((item) => `done: ${item}`),
  ];
  return new ActionError(`${withoutFullStop(messageOf(error))}; ${progress}: ${next}.`, {
    details,
    cause: error,
  });
}

/** Tries once more to write a state that the backend did not take; where it does not now, keeps it and says where. */
async function rescue(
  terraform: Terraform,
  { directory, where, scratch }: { directory: string; where: string; scratch: string },
  log: Log,
): Promise<string | undefined> {
  const left = join(directory, 'errored.tfstate');
  try {
    if (!(await terraform.pushStateIfLeft(left))) return undefined;
    log.warn(
      `The backend did not take the new state of ${where} at first; it was pushed again, and is there now.`,
    );
    return undefined;
  } catch (error) {
    log.warn(`The new state of ${where} cannot be pushed: ${messageOf(error)}`);
    return keepState(scratch, { directory, where }, log);
  }
}

/** A `check` block warns, whatever it finds: it stops nothing, and must not be overlooked. */
const isFailedCheck = ({ diagnostic }: Message): boolean =>
  diagnostic?.severity === 'warning' && /^Check block assertion failed/.test(diagnostic.summary);

const checkOf = ({ diagnostic }: Message): string =>
  (diagnostic?.detail ?? '').replace(/\s+/g, ' ').replace(/\.$/, '').trim();

function stepOf(
  { type, address, seconds, text }: Message,
  { component, where }: Subject<'terraform'>,
): EventOf<'resource'> | undefined {
  if (!address || (type !== 'apply_complete' && type !== 'apply_errored')) return undefined;
  const status = type === 'apply_complete' ? 'done' : 'failed';
  return {
    component: `resource/${address}`,
    where: { directory: component, ...where },
    step: 'apply',
    status,
    message: text,
    ...(seconds !== undefined && { seconds }),
  };
}
