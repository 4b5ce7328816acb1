import { messageOf } from '../base/errors.ts';
import type { Context, Outcome } from '../runner/action.ts';
import { ask, closeQuestion, remind } from './asked.ts';
import type { Did } from './chain.ts';
import type { Step } from './order.ts';
import { notify, perform, type Request } from './perform.ts';
import { checkRights } from './rights.ts';
import { keepPromise } from './updates.ts';
import { connectionOf, podWorkOf, stepNamed } from './whole.ts';

/** Decisions of assess after which it is rolled back. */
export const GO_BACK = ['rollback', 'quick-fix-then-rollback'];

/** What who judges has found, before anything is held: to go back, to stay, or that a person has to decide. */
export type Verdict =
  | { readonly is: 'back' | 'stay' | 'asked'; readonly outcome: Outcome }
  | { readonly is: 'unknown'; readonly error: unknown };

/**
 * Has it judged whether anything goes back, where that is not decided by the caller: before the lock, which a deploy that
 * mends it, or somebody who cannot wait, must find free. While there is time for a quick fix everybody is told.
 */
export async function judge(
  request: Request,
  steps: readonly Step[],
  context: Context,
): Promise<Verdict | undefined> {
  if (request.decide === 'caller') return undefined;
  const step = stepNamed(steps, 'assess');
  const notifies = hasSinks(steps);
  const inform = async () => {
    if (notifies) await notify('quick-fix', 'quick fix', request, context);
    else
      context.log.warn(
        'The time for a quick fix was announced nowhere: no channel is configured (docs/notifications.md).',
      );
  };
  const failed = (error: unknown) =>
    context.log.warn(`The quick fix could not be announced everywhere: ${messageOf(error)}`);
  const updates = keepPromise(inform, failed);
  const notifying: Promise<unknown>[] = [];
  const record: Context['record'] = (event) => {
    context.record(event);
    if (event.component !== 'assess' || event.step !== 'quick fix' || event.status === 'failed') return;
    notifying.push(inform().catch(failed));
    if (event.status === 'started') updates.begin();
  };
  const connection = connectionOf(request, context);
  try {
    await checkRights(connection, podWorkOf(request, steps), context);
    const outcome = await perform(step, request, new Map(), { ...context, record });
    const decision = String(outcome.outputs?.decision);
    if (GO_BACK.includes(decision)) return { is: 'back', outcome };
    const asking = { request, place: connection, notifies };
    if (decision === 'evaluate') return { is: 'asked', outcome: await ask(asking, outcome, context) };
    await closeQuestion(asking, outcome, context);
    return { is: 'stay', outcome };
  } catch (error) {
    return { is: 'unknown', error };
  } finally {
    await updates.end();
    await Promise.all(notifying);
    connection?.client.close();
  }
}

/** Looks after a question that somebody was asked: reminds of it, or says that its time is over. */
export async function lookAfterQuestion(
  request: Request,
  steps: readonly Step[],
  context: Context,
): Promise<Outcome> {
  const place = connectionOf(request, context);
  try {
    return await remind({ request, place, notifies: hasSinks(steps) }, context);
  } finally {
    place?.client.close();
  }
}

const hasSinks = (steps: readonly Step[]): boolean => steps.some(({ verb }) => verb === 'tell start');

/** What the chain's step `assess` comes to, where that was judged before. */
export function judgedBy(verdict: Verdict): Did {
  if (verdict.is === 'unknown') throw verdict.error;
  const { outcome } = verdict;
  return verdict.is === 'back' ? outcome : { result: 'declined', message: outcome.message };
}
