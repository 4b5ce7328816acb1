import { Budget, type Limits, SINK_LIMITS, UnknownOutcomeError } from '../base/budget.ts';
import { ActionError, messageOf } from '../base/errors.ts';
import { attemptsOf } from '../record/incident.ts';
import type { NewEvent, RecordEvent } from '../record/record.ts';
import type { Message } from './render.ts';
import type { Memory, Receipt, Sink, SinkName } from './sinks/sink.ts';

/** What became of a message at one sink. */
export interface Delivery {
  readonly sink: SinkName;
  /** `unknown`: it was sent, and the receiver did not say whether it was taken. */
  readonly status: 'sent' | 'unknown' | 'failed' | 'skipped' | 'draft';
  readonly attempts: number;
  readonly milliseconds: number;
  readonly id?: string | undefined;
  /** One sentence: why it failed or was skipped, or what did not work beside it. */
  readonly message?: string | undefined;
  readonly keep?: Memory | undefined;
}

/** Sends a message to all sinks side by side; never throws, and takes no longer than one sink's budget. */
export function deliver(
  message: Message,
  sinks: readonly Sink[],
  signal: AbortSignal,
  limits: Limits = SINK_LIMITS,
): Promise<Delivery[]> {
  return Promise.all(sinks.map((sink) => deliverTo(sink, message, new Budget(signal, limits))));
}

async function deliverTo(sink: Sink, message: Message, budget: Budget): Promise<Delivery> {
  const begun = performance.now();
  const fate = (rest: Pick<Delivery, 'status'> & Partial<Delivery>): Delivery => ({
    sink: sink.name,
    attempts: budget.attempts,
    milliseconds: Math.round(performance.now() - begun),
    ...rest,
  });
  try {
    const { id, skipped, note, keep }: Receipt = await sink.send(message, budget);
    if (skipped) return fate({ status: 'skipped', message: skipped });
    return fate({ status: 'sent', id, message: note, keep });
  } catch (error) {
    if (error instanceof UnknownOutcomeError) return fate({ status: 'unknown', message: error.message });
    // A bug in one sink must neither hold up nor hide the others.
    const bug = error instanceof ActionError ? '' : 'This is a bug in Rollback Actions: ';
    return fate({ status: 'failed', message: `${bug}${messageOf(error)}` });
  }
}

/** The fates of a message that is shown and not sent. */
export const drafted = (sinks: readonly Sink[]): Delivery[] =>
  sinks.map(({ name }) => ({ sink: name, status: 'draft', attempts: 0, milliseconds: 0 }));

/** The record has no status for an unknown outcome: its evidence and its sentence say that. */
const EVENT_STATUSES = {
  sent: 'done',
  unknown: 'failed',
  failed: 'failed',
  skipped: 'skipped',
  draft: 'planned',
} as const;

/** A delivery as the record keeps it: the step is the sink. */
export function eventOf({ sink, keep, message, ...fate }: Delivery, event: string): NewEvent {
  const status = EVENT_STATUSES[fate.status];
  return {
    component: 'notify',
    step: sink,
    status,
    seconds: fate.milliseconds / 1000,
    evidence: { event, ...fate, keep },
    ...(message && { message }),
  };
}

/** What the earlier messages of a rollback, of all its attempts, left with a sink. */
export function deliveryState(events: readonly RecordEvent[], rollbackId: string, sink: SinkName): Memory {
  const attempts = attemptsOf(events, rollbackId);
  const own = events.filter(
    ({ id, component, step, status }) =>
      attempts.has(id) && component === 'notify' && step === sink && status === 'done',
  );
  const kept = own.map(({ evidence }) => (evidence as { keep?: unknown } | undefined)?.keep);
  const last = kept.findLast((each) => typeof each === 'object' && each !== null) ?? {};
  return Object.fromEntries(
    Object.entries(last).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
