import { ACTION_STEP, kindOf, meaningOf, type RecordEvent, type Status } from './catalogue.ts';
import { keyOf, namesOf } from './component.ts';
import { lookUp, newest, nonEmptyText, numberOf } from './evidence.ts';
import { componentOfPart, enclosingPartOf } from './story-actions.ts';

/** What one sink of `notify` said to one message. */
export interface Delivery {
  readonly sink: string;
  /** Which message: started, progress, completed, failed or customer. */
  readonly event: string | undefined;
  readonly status: Status;
  /** It was sent, and the receiver did not say whether it was taken. */
  readonly isUnknown: boolean;
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
  /** For people, as of a component of the story. */
  readonly name: string;
  /** False where it was found out, and the component did not go back. */
  readonly happened: boolean;
  readonly evidence: unknown;
}

/** A decision that is a person's, as its newest event has it. Instants are RFC 3339. */
export interface Question {
  readonly state: 'open' | 'reminder' | 'over' | 'settled' | 'answered';
  readonly asked: string | undefined;
  readonly until: string | undefined;
  /** What speaks for it, a sentence each. */
  readonly signals: readonly string[];
  /** The reason for the question; of an answer, the person who gave it. */
  readonly message: string | undefined;
}

const QUESTION_STATES: Readonly<Record<string, Question['state']>> = {
  ask: 'open',
  remind: 'reminder',
  'time over': 'over',
  settle: 'settled',
  answer: 'answered',
};

/** What a person is to decide, or has decided; undefined where there is no question. */
export function questionIn(events: readonly RecordEvent[]): Question | undefined {
  const event = events.findLast(({ component }) => kindOf(component) === 'decision');
  const state = event && QUESTION_STATES[event.step];
  if (!event || !state) return undefined;
  const signals = lookUp(event, 'signals');
  return {
    state,
    asked: nonEmptyText(lookUp(event, 'asked')),
    until: nonEmptyText(lookUp(event, 'until')),
    signals: Array.isArray(signals) ? signals.filter((each) => typeof each === 'string') : [],
    message: event.message,
  };
}

/** The time that there was for a quick fix: until when (RFC 3339), and what became of it. */
export interface QuickFix {
  readonly state: 'waiting' | 'helped' | 'failed';
  readonly until: string | undefined;
  readonly message: string | undefined;
}

/** The newest time for a quick fix; undefined where there was none. */
export function quickFixIn(events: readonly RecordEvent[]): QuickFix | undefined {
  const event = events.findLast(({ component, step }) => component === 'assess' && step === 'quick fix');
  if (!event) return undefined;
  const state = event.status === 'started' ? 'waiting' : event.status === 'done' ? 'helped' : 'failed';
  return { state, until: nonEmptyText(lookUp(event, 'until')), message: event.message };
}

/** What the smoke tests came to, each as it was run last. */
export interface SmokeTests {
  readonly passed: number;
  readonly total: number;
}

/** What the smoke tests came to; undefined where none was run. */
export function smokeTestsIn(events: readonly RecordEvent[]): SmokeTests | undefined {
  const own = events.filter(({ component, step }) => component === 'smoke-test' && step !== ACTION_STEP);
  const newestOf = [...new Map(own.map((event) => [event.step, event])).values()];
  if (newestOf.length === 0) return undefined;
  return { passed: newestOf.filter(({ status }) => status === 'done').length, total: newestOf.length };
}

/** Ways that can lead out of the house: channels, pagers and pull requests are the team's. */
const OUTWARD = ['email', 'webhook'];

/** Whether customers can have read what was sent there. */
export const isOutward = ({ sink }: Pick<Delivery, 'sink'>): boolean => OUTWARD.includes(sink);

/** The events of the component `notify`, whose step is the sink. */
export function deliveriesOf(events: readonly RecordEvent[]): Delivery[] {
  const sent = events.filter(({ component, step }) => kindOf(component) === 'notify' && step !== ACTION_STEP);
  return sent.map((event) => ({
    sink: event.step,
    event: nonEmptyText(lookUp(event, 'event')),
    status: event.status,
    isUnknown: lookUp(event, 'status') === 'unknown',
    at: event.at,
    message: event.message,
    evidence: event.evidence,
  }));
}

/** What `assess` said in samples that began after the last change, and in those before. */
export function assessmentsOf(
  events: readonly RecordEvent[],
  lastChange: string | undefined,
): { before: Assessment | undefined; after: Assessment | undefined } {
  const judging = events.filter((event) => meaningOf(event) === 'decides');
  const isLate = (event: RecordEvent) => {
    const began = judging
      .slice(0, judging.indexOf(event) + 1)
      .findLast((each) => each.status === 'started' && enclosingPartOf(each) === enclosingPartOf(event));
    return lastChange !== undefined && Date.parse((began ?? event).at) >= Date.parse(lastChange);
  };
  return {
    before: assessmentOf(judging.filter((event) => !isLate(event))),
    after: assessmentOf(judging.filter(isLate)),
  };
}

/** What the newest of these samples said. */
function assessmentOf(judging: readonly RecordEvent[]): Assessment | undefined {
  const found = newest(judging, 'severity') ?? newest(judging, 'decision');
  if (!found) return undefined;
  const { event } = found;
  return {
    severity: nonEmptyText(lookUp(event, 'severity')),
    decision: nonEmptyText(lookUp(event, 'decision')),
    decideBy: nonEmptyText(lookUp(event, 'decide-by')),
    result: nonEmptyText(lookUp(event, 'result')),
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
  const comparisons = comparisonsIn(events);
  const byPart = [...Map.groupBy(comparisons, enclosingPartOf).values()].map((each) =>
    newest(each, 'result'),
  );
  const drifted = byPart.findLast((found) => found?.value === 'drift');
  const found = drifted ?? newest(comparisons, 'result') ?? newest(own, 'result');
  const result = nonEmptyText(found?.value);
  if (!found || result === undefined) return undefined;
  const { event } = found;
  const [tables, rows] = ['tables', 'rows'].map((name) => numberOf(lookUp(event, name)));
  return { result, tables, rows, message: event.message };
}

/** An analysis says what happened since, and takes nothing back of what a comparison found. */
const comparisonsIn = (events: readonly RecordEvent[]): RecordEvent[] =>
  events.filter((event) => event.component === 'verify-integrity' && lookUp(event, 'result') !== 'analyzed');

/** The databases, as the configuration calls them, that do not hold what was to come back. */
export function driftedIn(events: readonly RecordEvent[]): ReadonlySet<string> {
  const byPart = [...Map.groupBy(comparisonsIn(events), enclosingPartOf)];
  return new Set(
    byPart.flatMap(([part, each]) =>
      newest(each, 'result')?.value === 'drift' ? (componentOfPart(part) ?? []) : [],
    ),
  );
}

/** The newest that each component said, in the order of the record. */
export function dataLossOf(events: readonly RecordEvent[]): DataLoss[] {
  const withLoss = events.filter((event) => lookUp(event, 'data-loss') !== undefined);
  const newestOf = new Map(withLoss.map((event) => [keyOf(subjectOf(event)), event]));
  const own = [...newestOf].filter(([, event]) => event.step !== ACTION_STEP);
  // An action's outputs repeat what its database has said, and do not say on which server that is.
  const repeated = own.map(([, { component }]) => component);
  const losses = [...newestOf].filter(
    ([, event]) => event.step !== ACTION_STEP || !repeated.includes(subjectOf(event).component),
  );
  const names = namesOf(losses.map(([, event]) => subjectOf(event)));
  return losses.map(([key, event]) => ({
    component: subjectOf(event).component,
    name: names.get(key) ?? key,
    happened: hasHappened(key, event, events),
    evidence: lookUp(event, 'data-loss'),
  }));
}

/** What lost something: the database that an action's outputs name, else the component of the event. */
function subjectOf(event: RecordEvent): Pick<RecordEvent, 'component' | 'where'> {
  const database = event.step === ACTION_STEP ? nonEmptyText(lookUp(event, 'database')) : undefined;
  return database === undefined ? event : { component: `database/${database}` };
}

/** What is put back after it was found out that something would be lost by it is lost. */
function hasHappened(key: string, found: RecordEvent, events: readonly RecordEvent[]): boolean {
  if (found.step === ACTION_STEP) return found.status === 'done';
  const since = events.slice(events.indexOf(found));
  return since.some(
    (event) => keyOf(event) === key && event.status === 'done' && meaningOf(event) === 'restores',
  );
}

/**
 * Where the rollback ran, by whom it was started and why. A report runs elsewhere and later, so its event counts only where no
 * event of the rollback says so.
 *
 * @param own events of actions that roll back
 * @param all events of all actions
 */
export function originOf(own: readonly RecordEvent[], all: readonly RecordEvent[]) {
  const known = (name: string) => nonEmptyText((newest(own, name) ?? newest(all, name))?.value);
  return {
    environment: known('environment'),
    reason: known('reason'),
    actor: known('actor'),
    repository: known('repository'),
    sha: known('sha'),
    run: known('run'),
  };
}
