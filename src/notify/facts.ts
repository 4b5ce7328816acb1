import { formatDuration } from '../base/duration.ts';
import { namesOf } from '../base/sentence.ts';
import { kindOf } from '../record/catalogue.ts';
import { lossesOf, lossInWords, repairedInWords, uncountedIn } from '../record/loss.ts';
import { measuredBy } from '../record/measured.ts';
import type { Standing } from '../record/recovery.ts';
import type { Story } from '../record/story.ts';
import { newestRuns } from '../record/story-actions.ts';
import type { StoryComponent } from '../record/story-components.ts';
import { isOutward } from '../record/story-findings.ts';
import { estimateOf } from './estimate.ts';
import { compactPercent, type EventName, type Fields, oneLine } from './fields.ts';
import { goingBack } from './going-back.ts';
import { type Item, itemsOf, MAX_COMPONENTS, STATES } from './items.ts';

/** Everything that a template can say, by name; what is unknown is null. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly (Item | string)[]>>;

/** What fields may say, under the names that templates have; each wins over what the record says. */
const FIELDS = [
  'version',
  'previous-version',
  'deployed-at',
  'issue',
  'severity',
  'error-rate',
  'error-rate-before',
  'response-times',
  'services',
  'impact',
  'eta',
  'incident-commander',
  'incident-channel',
  'next-update',
  'health-checks',
  'smoke-tests',
  'data-integrity',
  'data-loss',
  'post-mortem',
  'root-cause',
  'customer-communication',
  'started-at',
  'ended-at',
  'duration',
  'affected',
  'prevention',
  'team',
];
const LISTS = ['actions-required', 'follow-up'];
/** All that a customer may read: no estimate, no name of a service or a colleague, no link to the run. */
const FOR_CUSTOMERS = [
  'started_at',
  'ended_at',
  'duration',
  'affected',
  'impact',
  'data_integrity',
  'prevention',
  'team',
  'resolved',
  'standing',
  'went_back',
  'verified',
];
/** What goes back to what is read on a phone, before anything else is known. */
const MAX_CHANGES = 10;

/**
 * Puts together what the record knows and what people have said. Pure; nothing is invented.
 *
 * @param earlier seconds that the same components took in earlier rollbacks, oldest first
 */
export function factsOf(
  event: EventName,
  story: Story,
  fields: Fields,
  earlier: readonly number[] = [],
): Facts {
  const given = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? value : (value?.join(', ') ?? null);
  };
  const known: Record<string, Facts[string]> = {
    ...fromRecord(event, story),
    eta: etaFor(event, story, earlier),
  };
  for (const name of FIELDS) known[variable(name)] = given(name) ?? known[variable(name)] ?? null;
  for (const name of LISTS) known[variable(name)] = listOf(fields[name]);
  const standing = standingFor(story, given('resolved'));
  const isOver = given('resolved') === 'true' && ['nothing', 'unknown'].includes(standing);
  const facts = { event, ...known, standing, resolved: isOver || standing === 'resolved' };
  return event === 'customer'
    ? forCustomers({ ...facts, ...disruptionOf(given, story, standing === 'resolved') })
    : facts;
}

/** At the start it is said where it is unknown; later, and where something failed, only what is known. */
function etaFor(event: EventName, story: Story, earlier: readonly number[]): string | null {
  if (event === 'started') return estimateOf(story, earlier);
  const isKnown = event === 'progress' && earlier.length > 0 && story.counts.failed === 0;
  return isKnown ? estimateOf(story, earlier) : null;
}

/**
 * What a person says of the end counts where the record does not say the opposite (which was sorted out before); that
 * something was rolled back is for the record alone to say.
 */
function standingFor({ standing }: Story, resolved: string | null): Standing {
  if (resolved === 'true' && standing === 'unconfirmed') return 'resolved';
  return resolved === 'false' && standing === 'resolved' ? 'unconfirmed' : standing;
}

/** From when to when customers were without, which no rollback knows by itself: from what was given, or not at all. */
function disruptionOf(given: (name: string) => string | null, story: Story, resolved: boolean) {
  const started = given('started-at') ?? given('deployed-at');
  const isOver = resolved && started !== null;
  const ended = given('ended-at') ?? (isOver ? instant(story.ended) : null);
  const seconds = (Date.parse(ended ?? '') - Date.parse(started ?? '')) / 1000;
  return {
    started_at: started,
    ended_at: started === null ? null : ended,
    duration: given('duration') ?? (seconds > 0 ? formatDuration(seconds) : null),
    data_integrity:
      given('data-integrity') ?? given('data-loss') ?? (isIntact(story) ? 'No data was lost' : null),
    went_back: story.outcome === 'done',
  };
}

/** Known to be whole: compared, and nothing was lost or left uncounted. */
const isIntact = ({ integrity, dataLoss, components }: Story): boolean =>
  integrity?.result === 'intact' &&
  lossesOf(dataLoss).length === 0 &&
  uncountedIn(components, dataLoss).length === 0;

const variable = (name: string) => name.replaceAll('-', '_');

function listOf(value: Fields[string] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function forCustomers(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      name === 'event' || FOR_CUSTOMERS.includes(name) ? value : Array.isArray(value) ? [] : null,
    ]),
  );
}

function fromRecord(event: EventName, story: Story): Facts {
  const components = story.components.filter(({ configuration }) => !configuration);
  const { done, failed, total } = story.counts;
  const ended = story.outcome === 'running' ? undefined : story.ended;
  const [before, after] = [measuredBy(story.assessment), measuredBy(story.aftermath)];
  // What was measured before says nothing of now.
  const now = event === 'started' && after.errorRate === undefined ? before : after;
  const failures = failuresOf(story, components);
  const lost = lossInWords(lossesOf(story.dataLoss), formatDuration);
  const { changes, isNothing } = goingBack(story);
  return {
    environment: clean(story.environment),
    reason: clean(story.reason),
    issue: clean(story.reason),
    repository: clean(story.repository),
    actor: clean(story.actor),
    rollback_id: clean(story.id),
    version: versionOf(components, 'from'),
    previous_version: versionOf(components, 'to'),
    services: servicesOf(components),
    started_at: instant(story.started),
    ended_at: instant(ended),
    duration: formatDuration(ended ? story.seconds : undefined),
    percent: total > 0 ? Math.floor((100 * done) / total) : null,
    done,
    there: components.filter(({ outcome }) => outcome === 'no-op').length,
    failed,
    total,
    components: itemsOf(components, story.events),
    failures: failures.slice(0, MAX_COMPONENTS),
    more_failures: Math.max(0, failures.length - MAX_COMPONENTS),
    severity: clean(story.assessment?.severity),
    question: story.question?.state ?? null,
    decide_by: event === 'asked' ? instant(story.question?.until) : null,
    quick_fix: story.quickFix?.state ?? null,
    fix_until: instant(story.quickFix?.until),
    finding: clean((event === 'asked' ? story.question : story.quickFix)?.message),
    signals: event === 'asked' ? (story.question?.signals ?? []).map(oneLine) : [],
    error_rate: now.errorRate === undefined ? null : compactPercent(now.errorRate),
    error_rate_before:
      now === before || before.errorRate === undefined ? null : compactPercent(before.errorRate),
    response_times: clean(now.latency),
    health_checks: healthOf(components),
    smoke_tests: smokeOf(story),
    customer_communication: customersOf(story),
    data_integrity: integrityOf(story, lost),
    data_loss: lossOf(story),
    lost: lost ?? null,
    owners: story.owners.flatMap(({ state, message }) =>
      state === 'paused' && message ? [oneLine(message)] : [],
    ),
    evidence: clean(story.recovery.because.join('; ')),
    verified: story.standing === 'resolved',
    changes: changes.slice(0, MAX_CHANGES),
    more_changes: Math.max(0, changes.length - MAX_CHANGES),
    nothing_to_do: isNothing,
  };
}

/** How many of the workloads that are back passed a health check. */
function healthOf(components: readonly StoryComponent[]): string | null {
  const workloads = components.filter(
    ({ component, outcome }) => kindOf(component) === 'workload' && outcome !== 'skipped',
  );
  const passed = workloads.filter(({ isVerified, outcome }) => isVerified && outcome !== 'failed');
  if (passed.length === 0) return null;
  return `${passed.length === workloads.length ? '✓ ' : ''}${passed.length} of ${workloads.length} passed`;
}

/** How many smoke tests passed, where some were run. */
const smokeOf = ({ smokeTests: tests }: Story): string | null =>
  tests ? `${tests.passed === tests.total ? '✓' : '✗'} ${tests.passed} of ${tests.total} passed` : null;

/** What became of the message for customers; a draft is none, nor is what the team alone has read. */
function customersOf({ deliveries }: Story): string | null {
  const sent = deliveries.filter(({ event, status }) => event === 'customer' && status === 'done');
  const sinks = [...new Set(sent.filter(isOutward).map(({ sink }) => sink))];
  if (sinks.length > 0) return `sent by ${sinks.join(', ')}`;
  return sent.length > 0 ? 'open: it went to the team alone' : null;
}

const clean = (text: string | undefined) => (text ? oneLine(text) || null : null);

/** The actions that ended badly, whose sentence says more than a component's, then the components. */
function failuresOf(story: Story, components: readonly StoryComponent[]): Item[] {
  const actions = newestRuns(story.actions).filter(({ means }) => means !== 'notifies');
  const parts = components.map(({ name, outcome, message }) => ({ name, status: outcome, message }));
  return [...actions, ...parts]
    .filter(({ status }) => status === 'failed')
    .map(({ name, message }) => ({
      name: oneLine(name),
      state: STATES.failed,
      message: clean(message) ?? undefined,
    }));
}

function servicesOf(components: readonly StoryComponent[]): string | null {
  const names = components.map(({ name }) =>
    oneLine(name.replace(/^(deployment|statefulset|daemonset|rollout)\//, '')),
  );
  if (names.length === 0) return null;
  return namesOf(names, MAX_COMPONENTS);
}

/** The tag that all images have, where they have the same; every other answer would be a guess. */
export function versionOf(components: readonly StoryComponent[], end: 'from' | 'to'): string | null {
  const images = components
    .filter(({ component }) => kindOf(component) === 'workload')
    .map((each) => each[end]);
  const all = images.flatMap((each) => each?.split(' ') ?? []).filter(Boolean);
  const tags = new Set(all.map((image) => /:([\w][\w.-]{0,127})$/.exec(image)?.[1]));
  return tags.size === 1 ? ([...tags][0] ?? null) : null;
}

function integrityOf({ integrity }: Story, lost: string | undefined): string | null {
  const { result, tables } = integrity ?? {};
  if (result === 'drift') return '✗ the data differs from what it was';
  if (result !== 'intact') return null;
  const size = tables ? ` (${tables} tables)` : '';
  // What was compared is what was restored: rows that went before that are gone all the same.
  return lost === undefined ? `✓ verified${size}` : `what was restored is verified${size}; ${lost} lost`;
}

/** What each database has lost; null where nothing went back that could lose anything. */
function lossOf({ components, dataLoss }: Story): string | null {
  const losses = lossesOf(dataLoss);
  const uncounted = uncountedIn(components, dataLoss);
  const sentences = [
    ...losses.map(
      (each) => `${losses.length > 1 ? `${each.name}: ` : ''}${lossInWords([each], formatDuration)}`,
    ),
    ...(uncounted.length > 0 ? [`not known for ${uncounted.join(', ')}`] : []),
  ];
  if (sentences.length > 0) return oneLine(sentences.join('; '));
  const happened = dataLoss.filter((each) => each.happened).map(({ evidence }) => evidence);
  const repaired = repairedInWords(happened);
  return happened.length === 0 ? null : `no row is lost${repaired === undefined ? '' : `; ${repaired}`}`;
}

/** `2026-11-22 03:00 UTC`. */
const instant = (at: string | undefined) =>
  at === undefined ? null : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
