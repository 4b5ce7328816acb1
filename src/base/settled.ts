import { ActionError, messageOf } from './errors.ts';

/** What all of them give, in their order. @throws the first failure, once every one of them is over */
export async function allSettled<T>(works: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(works);
  const failed = settled.find((item) => item.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((item) => (item as PromiseFulfilledResult<T>).value);
}

/**
 * Does `work`, and then `after` whatever came of it. Where both fail, what failed first is thrown: the rest comes of it, and
 * is a detail.
 */
export async function inAnyCase<T>(work: () => Promise<T>, after: () => Promise<unknown>): Promise<T> {
  let result: T;
  try {
    result = await work();
  } catch (error) {
    await after().catch((later: unknown) => {
      if (error instanceof ActionError) error.details.push(`Afterwards: ${messageOf(later)}`);
    });
    throw error;
  }
  await after();
  return result;
}

/** What a promise gives, or the signal's reason as soon as it aborts. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  return Promise.race([promise, aborted.promise]).finally(() => signal.removeEventListener('abort', abort));
}
