import * as v from 'valibot';
import { WAITS } from '../base/waits.ts';

const instant = v.pipe(v.string(), v.isoTimestamp());

const schema = v.object({
  version: v.literal(1),
  /** The rollback that asked, and its run's page. */
  id: v.string(),
  run: v.optional(v.string()),
  /** RFC 3339 in UTC. */
  asked: instant,
  until: instant,
  /** Why it is asked, in a sentence, and the evidence. */
  message: v.string(),
  signals: v.array(v.string()),
  reminded: v.optional(v.boolean()),
  over: v.optional(v.boolean()),
  answer: v.optional(
    v.object({
      by: v.string(),
      id: v.string(),
      /** Names the rollback that is the answer, whatever its attempt. */
      incident: v.string(),
      at: instant,
      ended: v.optional(instant),
      isDone: v.optional(v.boolean()),
    }),
  ),
});

/** A decision that is requested, as it is kept until it is taken or its deadline has passed. */
export type Question = v.InferOutput<typeof schema>;

/** Reads a question that was kept; undefined where the text is not one. */
export function parseQuestion(text: string | undefined): Question | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The deadline of a question: that of the decision table, which runs from the start of the incident, and some minutes at least.
 *
 * @param decideBy RFC 3339; empty where the table has none
 */
export function untilOf(decideBy: string, now: Date): string {
  const least = now.getTime() + WAITS.QUESTION_LEAST_MS;
  return new Date(Math.max(Date.parse(decideBy) || 0, least)).toISOString();
}

/** What is due for a question now: nothing, a reminder, the end of its time, or to remove it. */
export function dueOf({ asked: openedAt, until, reminded, over, answer }: Question, now: Date): Due {
  const [begun, end, at] = [Date.parse(openedAt), Date.parse(until), now.getTime()];
  if (answer) return answer.isDone !== undefined && !isFresh(answer, now) ? 'forget' : 'nothing';
  if (at >= end) return over ? 'forget' : 'over';
  const left = Math.min(WAITS.QUESTION_REMIND_MS, (end - begun) / 2);
  return !reminded && at >= end - left ? 'remind' : 'nothing';
}

type Due = 'nothing' | 'remind' | 'over' | 'forget';

/** Whether the decision is still open: there is no answer, and time is left. */
export const isAwaitingAnswer = ({ until, answer }: Question, now: Date): boolean =>
  answer === undefined && now.getTime() < Date.parse(until);

/** Whether its deadline passed so long ago that a rollback which starts now has another reason. */
export const isStale = ({ until }: Question, now: Date): boolean =>
  now.getTime() > Date.parse(until) + WAITS.QUESTION_AGAIN_MS;

/** Whether an answer was carried out a moment ago, so that another one comes too late. */
export function isFresh({ ended, isDone }: NonNullable<Question['answer']>, now: Date): boolean {
  return isDone === true && now.getTime() < Date.parse(ended ?? '') + WAITS.QUESTION_AGAIN_MS;
}
