import pRetry from 'p-retry';
import { pause } from './deadline.ts';
import { ActionError } from './errors.ts';
import { WAITS } from './waits.ts';

/** What a failure says about another attempt; errors of a system carry the same fields. */
interface Again {
  /** Milliseconds after which the other side wants to be asked again. */
  readonly retryAfterMs?: number | undefined;
  /** True where what was requested may have been done all the same: it was sent, and its answer is lost. */
  readonly mayBeDone?: boolean | undefined;
  /** True where a limit of the other side is why: nothing was done, and waiting for it costs no attempt. */
  readonly isLimit?: boolean | undefined;
}

/** A failure that may be over in a moment: worth another attempt, `retryAfterMs` later. */
export class PassingError extends ActionError {
  readonly retryAfterMs: number;
  readonly mayBeDone: boolean;
  readonly isLimit: boolean;

  constructor(message: string, options: Again & { cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'PassingError';
    this.retryAfterMs = options.retryAfterMs ?? 0;
    this.mayBeDone = options.mayBeDone ?? false;
    this.isLimit = options.isLimit ?? false;
  }
}

interface Limits {
  readonly signal: AbortSignal;
  /** Attempts in all, limits left out; as many as there is time for where it is not said. */
  readonly attempts?: number;
  /** Milliseconds from the first attempt in which another may begin; until the signal aborts where it is not said. */
  readonly withinMs?: number;
  readonly longestPauseMs?: number;
  /** Whether a failure may be over in a moment; a PassingError is, where it is not said. */
  readonly isPassing?: (error: Error) => boolean;
  /** False where what may have been done must not be done again. */
  readonly repeatable?: boolean;
}

/**
 * The one retry policy: tries again what may be over in a moment, after growing pauses with jitter; longer where the other
 * side says for how long it wants to be left alone, and not at all where that is longer than there is time for. A limit is
 * waited for as long as there is time.
 *
 * @throws what the last attempt threw; the signal's reason where that aborted
 */
export async function retry<T>(work: () => Promise<T>, limits: Limits): Promise<T> {
  const { signal, withinMs = Number.POSITIVE_INFINITY, attempts = Number.POSITIVE_INFINITY } = limits;
  const { longestPauseMs = WAITS.RETRY_LONGEST_PAUSE_MS } = limits;
  const end = performance.now() + withinMs;
  let failures = 0;
  let met = 0;
  const isWorthwhile = (error: Error) =>
    !signal.aborted &&
    (failures < attempts || isLimit(error)) &&
    retryAfterOf(error) <= end - performance.now() &&
    isAgain(error, limits);
  try {
    return await pRetry(() => work().catch(throwAsError), {
      retries: Number.POSITIVE_INFINITY,
      minTimeout: WAITS.RETRY_FIRST_PAUSE_MS,
      maxTimeout: longestPauseMs,
      maxRetryTime: withinMs,
      randomize: true,
      signal,
      shouldRetry: ({ error }) => isWorthwhile(error),
      shouldConsumeRetry: ({ error }) => !isLimit(error),
      onFailedAttempt: async ({ error }) => {
        if (!isLimit(error)) failures += 1;
        if (!isWorthwhile(error)) return;
        // p-retry makes a pause of its own only after what costs an attempt.
        const own = isLimit(error) ? growing(met++, longestPauseMs) : 0;
        await pause(Math.max(retryAfterOf(error), own), signal);
      },
    });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

const retryAfterOf = (error: Error): number => (error as Again).retryAfterMs ?? 0;
const isLimit = (error: Error): boolean => (error as Again).isLimit ?? false;
const growing = (before: number, longest: number): number =>
  Math.min(longest, WAITS.RETRY_FIRST_PAUSE_MS * 2 ** before * (1 + Math.random()));

function isAgain(error: Error, { isPassing, repeatable = true }: Limits): boolean {
  const passes = isPassing ? isPassing(error) : error instanceof PassingError;
  return passes && (repeatable || !(error as Again).mayBeDone);
}

/** p-retry knows errors by their class, which those of Node's streams are not in every context. */
function throwAsError(thrown: unknown): never {
  if (thrown instanceof ActionError) throw thrown;
  const { message, name } = thrown as Error;
  // And it takes a TypeError for a bug that stays, which fetch throws for a lost connection too.
  throw thrown instanceof Error && name !== 'TypeError' ? thrown : new Error(message, { cause: thrown });
}

/** `Retry-After` in milliseconds, in seconds or as a date; 0 where there is none, or none that is understood. */
export function retryAfterMs(header: string | null | undefined): number {
  if (!header) return 0;
  const milliseconds = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : 0;
}
