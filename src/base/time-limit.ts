import { ActionError } from './errors.ts';

/**
 * A signal that ends what does not end by itself. Unlike that of `AbortSignal.timeout`, its reason is a sentence for people.
 *
 * @param failed what has not happened by then: `PostgreSQL did not answer`
 */
export function timeLimit(milliseconds: number, failed: string): AbortSignal {
  const controller = new AbortController();
  const late = () => controller.abort(new ActionError(`${failed} within ${milliseconds / 1000} s.`));
  // As with `AbortSignal.timeout`, nobody waits for it to pass.
  setTimeout(late, milliseconds).unref();
  return controller.signal;
}
