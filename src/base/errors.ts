/**
 * A failure that the user can do something about. Its message is one sentence that says what failed, on what,
 * and what to do; `details` go into a log group. Anything else that is thrown is a bug and keeps its stack.
 */
export class ActionError extends Error {
  readonly details: string[];
  /** Outputs that it leaves, beside that it failed. */
  readonly outputs: Readonly<Record<string, unknown>>;

  constructor(
    message: string,
    options: { details?: readonly string[]; outputs?: ActionError['outputs']; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'ActionError';
    this.details = [...(options.details ?? [])];
    this.outputs = options.outputs ?? {};
  }
}

/** The one deadline of the action has passed. */
export class DeadlineError extends ActionError {
  constructor(seconds: number) {
    super(`The deadline of ${seconds} s (input \`timeout\`) has passed.`);
    this.name = 'DeadlineError';
  }
}

/** The job was cancelled: the runner sent SIGINT or SIGTERM. */
export class CancelledError extends ActionError {
  constructor(signalName: string) {
    super(`The run was cancelled (${signalName}).`);
    this.name = 'CancelledError';
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export const DISK_FULL =
  'The disk of this machine is full; give the runner a larger one, or set RUNNER_TEMP to another, and run this again.';

/** What was thrown, as a failure that the user can do something about where the machine is what failed. */
export function explained(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' ? new ActionError(DISK_FULL, { cause: error }) : error;
}
