import { messageOf } from '../base/errors.ts';
import type { Context, Outcome } from '../runner/action.ts';
import type { StepOutcome } from './chain.ts';
import { closeQuestion, remind, requestDecision } from './decision.ts';
import type { Step } from './order.ts';
import { notify, perform, type Request } from './perform.ts';
import { checkRights } from './rights.ts';
import { keepPromise } from './updates.ts';
import { connectionOf, podWorkOf, stepNamed } from './whole.ts';

/** Decisions of assess after which it is rolled back. */
export const GO_BACK = ['rollback', 'quick-fix-then-rollback'];

/** The verdict of assess, before anything is paused: roll back, stay, or a person has to decide. */
export type Verdict =
  | { readonly is: 'back' | 'stay' | 'asked'; readonly outcome: Outcome }
  | { readonly is: 'unknown'; readonly error: unknown };

/**
 * Runs assess, where the caller has not decided already whether anything goes back. It runs before the lock is taken, which
 * must be free for a deploy that fixes it, or for a person who cannot wait. The time for a quick fix is announced to every
 * sink.
 */
export async function runAssessment(
  request: Request,
  steps: readonly Step[],
  context: Context,
): Promise<Verdict | undefined> {
  if (request.decide === 'caller') return undefined;
  const step = stepNamed(steps, 'assess');
  const notifies = hasSinks(steps);
  const { record, end } = quickFixNotices(request, notifies, context);
  const connection = await connectionOf(request, context);
  try {
    await checkRights(connection, podWorkOf(request, steps), context);
    const outcome = await perform(step, request, new Map(), { ...context, record });
    const decision = String(outcome.outputs?.decision);
    if (GO_BACK.includes(decision)) return { is: 'back', outcome };
    const decisionContext = { request, place: connection, notifies };
    if (decision === 'evaluate')
      return { is: 'asked', outcome: await requestDecision(decisionContext, outcome, context) };
    await closeQuestion(decisionContext, outcome, context);
    return { is: 'stay', outcome };
  } catch (error) {
    return { is: 'unknown', error };
  } finally {
    await end();
    connection?.client.close();
  }
}

/** Announces the time for a quick fix as soon as it is on record, and keeps the promise of updates until `end`. */
function quickFixNotices(request: Request, notifies: boolean, context: Context) {
  const announce = async () => {
    if (notifies) await notify('quick-fix', 'quick fix', request, context);
    else
      context.log.warn(
        'The time for a quick fix was announced nowhere: no channel is configured (docs/notifications.md).',
      );
  };
  const failed = (error: unknown) =>
    context.log.warn(`The quick fix could not be announced everywhere: ${messageOf(error)}`);
  const updates = keepPromise(announce, failed);
  const announced: Promise<unknown>[] = [];
  const record: Context['record'] = (event) => {
    context.record(event);
    if (event.component !== 'assess' || event.step !== 'quick fix' || event.status === 'failed') return;
    announced.push(announce().catch(failed));
    if (event.status === 'started') updates.begin();
  };
  const end = async () => {
    await updates.end();
    await Promise.all(announced);
  };
  return { record, end };
}

/** Follows up an open question: sends a reminder, or says that its time is over. */
export async function followUpQuestion(
  request: Request,
  steps: readonly Step[],
  context: Context,
): Promise<Outcome> {
  const place = await connectionOf(request, context);
  try {
    return await remind({ request, place, notifies: hasSinks(steps) }, context);
  } finally {
    place?.client.close();
  }
}

const hasSinks = (steps: readonly Step[]): boolean => steps.some(({ verb }) => verb === 'notify start');

/** What the chain's step `assess` comes to, where that was judged before. */
export function judgedBy(verdict: Verdict): StepOutcome {
  if (verdict.is === 'unknown') throw verdict.error;
  const { outcome } = verdict;
  return verdict.is === 'back' ? outcome : { result: 'declined', message: outcome.message };
}
