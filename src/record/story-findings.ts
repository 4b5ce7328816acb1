import { lookUp, newest, numberOf, textOf } from './evidence.ts';
import { ACTION_STEP, type RecordEvent, type Status } from './record.ts';
import { partOf } from './story-actions.ts';

/** What one sink of `notify` said to one message. */
export interface Delivery {
  readonly sink: string;
  /** Which message: started, progress, completed, failed or customer. */
  readonly event: string | undefined;
  readonly status: Status;
  readonly at: string;
  readonly message: string | undefined;
  readonly evidence: unknown;
}

/** What `assess` found. */
export interface Assessment {
  readonly severity: string | undefined;
  readonly decision: string | undefined;
  /** RFC 3339. */
  readonly decideBy: string | undefined;
  /** `judged` or `inconclusive`. */
  readonly result: string | undefined;
  readonly evidence: unknown;
  readonly message: string | undefined;
}

/** What the newest `verify-integrity` found. */
export interface Integrity {
  /** `intact`, `drift`, `captured` or `analyzed`. */
  readonly result: string;
  readonly tables: number | undefined;
  readonly rows: number | undefined;
  readonly message: string | undefined;
}

/** What a component said that its rollback loses. */
export interface DataLoss {
  readonly component: string;
  readonly evidence: unknown;
}

/** The events of the component `notify`, whose step is the sink. */
export function deliveriesOf(events: readonly RecordEvent[]): Delivery[] {
  const sent = events.filter(({ component, step }) => component === 'notify' && step !== ACTION_STEP);
  return sent.map((event) => ({
    sink: event.step,
    event: textOf(lookUp(event, 'event')),
    status: event.status,
    at: event.at,
    message: event.message,
    evidence: event.evidence,
  }));
}

/** What the newest `assess` of these events said. */
export function assessmentOf(events: readonly RecordEvent[]): Assessment | undefined {
  const judging = events.filter(({ component }) => component === 'assess');
  const found = newest(judging, 'severity') ?? newest(judging, 'decision');
  if (!found) return undefined;
  const { event } = found;
  return {
    severity: textOf(lookUp(event, 'severity')),
    decision: textOf(lookUp(event, 'decision')),
    decideBy: textOf(lookUp(event, 'decide-by')),
    result: textOf(lookUp(event, 'result')),
    evidence: lookUp(event, 'evidence'),
    message: event.message,
  };
}

/**
 * What the newest `verify-integrity` of these events found; an analysis only where there was nothing else. Of several
 * parts of one rollback, such as the comparisons of two databases, one that found drift.
 */
export function integrityOf(events: readonly RecordEvent[]): Integrity | undefined {
  const own = events.filter(({ component }) => component === 'verify-integrity');
  // An analysis says what happened since, and takes nothing back of what a comparison found.
  const looks = own.filter((event) => lookUp(event, 'result') !== 'analyzed');
  const byPart = [...Map.groupBy(looks, partOf).values()].map((each) => newest(each, 'result'));
  const drifted = byPart.findLast((found) => found?.value === 'drift');
  const found = drifted ?? newest(looks, 'result') ?? newest(own, 'result');
  const result = textOf(found?.value);
  if (!found || result === undefined) return undefined;
  const { event } = found;
  const [tables, rows] = ['tables', 'rows'].map((name) => numberOf(lookUp(event, name)));
  return { result, tables, rows, message: event.message };
}

/** The newest that each component said, in the order of the record. */
export function dataLossOf(events: readonly RecordEvent[]): DataLoss[] {
  const losses = events
    .map((event) => ({ component: event.component, evidence: lookUp(event, 'data-loss') }))
    .filter(({ evidence }) => evidence !== undefined);
  return [...new Map(losses.map((loss) => [loss.component, loss])).values()];
}
