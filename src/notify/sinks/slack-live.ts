import { Budget, type Limits, SINK_LIMITS } from '../../base/budget.ts';
import { type Clock, type LiveProgress, liveProgress } from '../progress.ts';
import type { Message } from '../render.ts';
import type { Memory } from './sink.ts';
import { type SlackSettings, slackSink } from './slack.ts';

/** What the chain keeps Slack's message at the newest state with, and what to put on record at its end. */
interface LiveSlack extends LiveProgress<Message> {
  /** What a later message needs to find this one. */
  memory(): Memory;
}

/** One attempt: what it does not say, the next state does. */
const LIVE_LIMITS: Limits = { ...SINK_LIMITS, attempts: 1, withLimits: false };

/**
 * Keeps a rollback's one Slack message at the newest state while work goes on: posts it where none is known, then
 * changes it in place, at most once a second. `show` takes messages of the event `progress`.
 *
 * @param memory what an earlier step left in the record
 * @param failed gets each failure; nothing else comes of it
 */
export function liveSlack(
  settings: SlackSettings,
  memory: Memory,
  signal: AbortSignal,
  failed: (error: unknown) => void,
  { limits = LIVE_LIMITS, clock }: { limits?: Limits; clock?: Clock } = {},
): LiveSlack {
  let known = memory;
  const send = async (message: Message) => {
    const { keep } = await slackSink(settings, known, [], false).send(message, new Budget(signal, limits));
    known = keep ?? known;
  };
  return { ...liveProgress(send, failed, clock), memory: () => known };
}
