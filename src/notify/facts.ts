import * as v from 'valibot';
import type { Story } from '../record/story.ts';
import { newestRuns } from '../record/story-actions.ts';
import type { StoryComponent } from '../record/story-components.ts';
import { type EventName, type Fields, oneLine } from './fields.ts';

/** A line about a component, or about all workloads together. */
interface Item {
  readonly name: string;
  readonly state: string;
  readonly message?: string | undefined;
}

/** Everything that a template can say, by name; what nobody knows is null. */
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
  'verified',
];
const MOST_COMPONENTS = 30;
const WORKLOAD = /^(deployment|statefulset|daemonset)\//;

/** Puts together what the record knows and what people have said. Pure; nothing is invented. */
export function factsOf(event: EventName, story: Story, fields: Fields): Facts {
  const given = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? value : (value?.join(', ') ?? null);
  };
  const known: Record<string, Facts[string]> = { ...fromRecord(story) };
  for (const name of FIELDS) known[variable(name)] = given(name) ?? known[variable(name)] ?? null;
  if (given('resolved') !== null) known.resolved = given('resolved') === 'true';
  for (const name of LISTS) known[variable(name)] = listOf(fields[name]);
  const facts = { event, ...known };
  if (event !== 'customer') return facts;
  const intact = story.integrity?.result === 'intact' && story.dataLoss.length === 0;
  const data = given('data-integrity') ?? (intact ? 'No data loss occurred' : null);
  return forCustomers({ ...facts, data_integrity: data });
}

/** Names of the record that a text for customers must not have, such as `api-gateway` or `deployment/web`. */
export function internalNames(story: Story, text: string): string[] {
  const names = story.components.flatMap(({ component }) => [component, component.replace(WORKLOAD, '')]);
  // A plain word such as `checkout` is also one that customers use.
  const technical = [...new Set(names)].filter((name) => /[^A-Za-z]/.test(name));
  const words = text
    .toLowerCase()
    .split(/[^a-z0-9./_-]+/)
    .map((word) => word.replace(/^\.+|\.+$/g, ''));
  return technical.filter((name) => words.includes(name.toLowerCase()));
}

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

function fromRecord(story: Story): Facts {
  const components = story.components.filter(({ configuration }) => !configuration);
  const { done, total } = story.counts;
  const ended = story.outcome === 'running' ? undefined : story.ended;
  return {
    environment: clean(story.environment),
    reason: clean(story.reason),
    issue: clean(story.reason),
    repository: clean(story.repository),
    actor: clean(story.actor),
    rollback_id: clean(story.id),
    version: versionOf(components.map(({ from }) => from)),
    previous_version: versionOf(components.map(({ to }) => to)),
    services: servicesOf(components),
    started_at: instant(story.started),
    ended_at: instant(ended),
    duration: duration(ended ? story.seconds : undefined),
    percent: total > 0 ? Math.floor((100 * done) / total) : null,
    done,
    total,
    components: itemsOf(components),
    failures: failuresOf(story, components),
    severity: clean(story.assessment?.severity),
    data_integrity: integrityOf(story),
    data_loss: lossOf(story),
    resolved: story.outcome === 'done' || story.outcome === 'no-op',
    verified: story.outcome === 'done' && story.integrity?.result !== 'drift',
  };
}

const clean = (text: string | undefined) => (text ? oneLine(text) || null : null);

/** Workloads are counted, as the runbook does (`8/16`); what is no workload has a line of its own. */
function itemsOf(components: readonly StoryComponent[]): Item[] {
  const workloads = components.filter(({ component }) => WORKLOAD.test(component));
  const others = components.filter(({ component }) => !WORKLOAD.test(component));
  const done = workloads.filter(({ outcome }) => outcome === 'done' || outcome === 'no-op').length;
  const all = done === workloads.length ? '✓ ' : '';
  const line = { name: 'Services', state: `${all}${done}/${workloads.length} complete` };
  return [
    ...others
      .slice(0, MOST_COMPONENTS)
      .map(({ component, outcome }) => ({ name: oneLine(component), state: STATES[outcome] })),
    ...(workloads.length > 0 ? [line] : []),
  ];
}

/** What became of a component, in words. */
export const STATES: Record<StoryComponent['outcome'], string> = {
  done: '✓ complete',
  'no-op': '✓ was there already',
  running: 'in progress',
  planned: 'planned',
  failed: '✗ failed',
  skipped: 'left as it is',
};

/** The actions that ended badly, whose sentence says more than a component's, then the components. */
function failuresOf(story: Story, components: readonly StoryComponent[]): Item[] {
  const actions = newestRuns(story.actions).filter(({ means }) => means !== 'notifies');
  const parts = components.map(({ name, outcome, message }) => ({ name, status: outcome, message }));
  return [...actions, ...parts]
    .filter(({ status }) => status === 'failed')
    .slice(0, MOST_COMPONENTS)
    .map(({ name, message }) => ({
      name: oneLine(name),
      state: STATES.failed,
      message: clean(message) ?? undefined,
    }));
}

function servicesOf(components: readonly StoryComponent[]): string | null {
  const names = components.map(({ component }) => oneLine(component.replace(WORKLOAD, '')));
  if (names.length === 0) return null;
  const more = names.length - MOST_COMPONENTS;
  return names.slice(0, MOST_COMPONENTS).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The tag that all images have, where they have the same; every other answer would be a guess. */
function versionOf(images: readonly (string | undefined)[]): string | null {
  const all = images.flatMap((each) => each?.split(' ') ?? []).filter(Boolean);
  const tags = new Set(all.map((image) => /:([\w][\w.-]{0,127})$/.exec(image)?.[1]));
  return tags.size === 1 ? ([...tags][0] ?? null) : null;
}

function integrityOf(story: Story): string | null {
  const { result, tables } = story.integrity ?? {};
  if (result === 'intact') return `✓ verified${tables ? ` (${tables} tables)` : ''}`;
  return result === 'drift' ? '✗ the data differs from what it was' : null;
}

/** What going back took away, where the record has it: rows, and the time of writes that they are from. */
function lossOf(story: Story): string | null {
  const told = story.dataLoss.map(({ component, evidence }) => `${oneLine(component)}: ${lossIn(evidence)}`);
  return told.length > 0 ? told.join('; ') : null;
}

function lossIn(evidence: unknown): string {
  const parsed = v.safeParse(LOSS, evidence);
  if (!parsed.success) return 'see the record';
  const { seconds, tables } = parsed.output;
  const rows = tables?.reduce((sum, { lost, changed }) => sum + lost + changed, 0);
  if (rows === 0) return 'no row is lost';
  const time = seconds === null ? null : `up to ${duration(seconds)} of writes`;
  return [rows === undefined ? null : `${rows} rows`, time].filter(Boolean).join(', ') || 'see the record';
}

/** The part of rollback-db's output `data-loss` that fits a line. */
const LOSS = v.object({
  seconds: v.nullable(v.number()),
  tables: v.nullable(v.array(v.object({ lost: v.number(), changed: v.number() }))),
});

/** `2026-11-22 03:00 UTC`. */
const instant = (at: string | undefined) =>
  at === undefined ? null : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** `3 min 20 s`. */
export function duration(seconds: number | undefined): string | null {
  if (seconds === undefined) return null;
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const words = [
    [hours, 'h'],
    [minutes, 'min'],
    [rest, 's'],
  ] as const;
  return (
    words
      .filter(([count]) => count > 0)
      .slice(0, 2)
      .map(([count, unit]) => `${count} ${unit}`)
      .join(' ') || '0 s'
  );
}
