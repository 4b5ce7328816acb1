import * as v from 'valibot';
import { namesOf } from '../base/sentence.ts';
import { kindOf } from '../record/catalogue.ts';
import { uncountedIn } from '../record/loss.ts';
import type { Story } from '../record/story.ts';
import { type Delivery, isOutward } from '../record/story-findings.ts';
import { lostIn, notBackIn } from './answers.ts';
import type { ChecklistItem } from './schema.ts';

type Finding = Omit<ChecklistItem, 'item'>;

/** The runbook's checklist: each item, and what the record says of it. */
const ITEMS: readonly (readonly [string, (story: Story) => Finding])[] = [
  ['All services rolled back successfully', services],
  ['Health checks passing', health],
  ['Data integrity verified', integrity],
  ['Performance metrics normal', (story) => metrics(story, 'slowdown')],
  ['Error rates below threshold', (story) => metrics(story, 'error-rate')],
  ['Customer communication sent', customers],
  ['Incident report created', () => done('the draft is beside this report; its root cause is left open')],
  ['Post-mortem scheduled', () => human('incident commander')],
  ['Root cause analysis started', () => human('owner of the change')],
  ['Monitoring alerts cleared', alerts],
  ['Rollback documented', ({ events }) => done(`${events.length} events in the record, and this report`)],
  ['Stakeholders notified', stakeholders],
];

/** The owner of items without another owner. */
const ANYBODY = 'incident commander';

/**
 * The runbook's twelve items, each done or failed by evidence in the record or left to a human with an owner, then
 * the user's own: `Run the smoke tests (QA)` has its owner in parentheses.
 */
export function checklistOf(story: Story, extra: readonly string[]): ChecklistItem[] {
  const dry = story.outcome === 'planned';
  const own = extra.map((line) => {
    const [, item = line, owner = ANYBODY] = /^(.*\S)\s*\(([^()]+)\)$/.exec(line) ?? [];
    return { item, ...human(owner) };
  });
  const items = [...ITEMS.map(([item, find]) => ({ item, ...find(story) })), ...smokeTests(story), ...own];
  return dry ? items.map(({ item }) => ({ item, ...notApplicable('nothing was changed yet') })) : items;
}

const done = (evidence: string): Finding => ({ state: 'done', evidence });
const failed = (evidence: string): Finding => ({ state: 'failed', evidence });
const human = (owner: string, evidence?: string): Finding => ({
  state: 'human',
  ...(evidence !== undefined && { evidence }),
  owner,
});
const notApplicable = (evidence: string): Finding => ({ state: 'not-applicable', evidence });

/** An item that there is where some were run. */
function smokeTests({ smokeTests: tests }: Story): ChecklistItem[] {
  if (!tests) return [];
  const { passed, total } = tests;
  const result = `${passed} of ${total} passed`;
  return [{ item: 'Smoke tests passed', ...(passed === total ? done(result) : failed(result)) }];
}

function services(story: Story): Finding {
  const { components, outcome, counts } = story;
  if (!components.some(({ configuration }) => !configuration)) {
    if (outcome === 'failed' || outcome === 'running') return failed('the rollback has not ended well');
    return notApplicable('the record names no service');
  }
  const open = notBackIn(story);
  const result = `${counts.done} of ${counts.total} are back`;
  if (open.length > 0) return failed(`${result}; not ${named(open.map(({ name }) => name))}`);
  const skipped = counts.total - counts.done;
  if (counts.done === 0) return notApplicable(`nothing went back: ${skipped} left as they are`);
  return done(skipped > 0 ? `${result}, ${skipped} left as they are` : result);
}

function health({ components }: Story): Finding {
  const own = components.filter(
    ({ component, outcome }) => outcome !== 'skipped' && kindOf(component) === 'workload',
  );
  if (own.length === 0) return notApplicable('the record names no service');
  const checked = own.filter(({ isVerified, outcome }) => isVerified && outcome !== 'failed');
  const ill = own.filter(({ outcome, message }) => outcome === 'failed' && /not healthy/.test(message ?? ''));
  if (ill.length > 0) return failed(named(ill.map(({ name }) => `${name} is not healthy`)));
  if (checked.length === own.length) return done(`${checked.length} of ${own.length} passed theirs`);
  const evidence = `${checked.length} of ${own.length} have passed a health check (input health)`;
  return human('on-call engineer', evidence);
}

const MAX_NAMES = 20;

const named = (names: readonly string[]): string => namesOf(names, MAX_NAMES);

/** What is restored is one thing, and what is gone with what it replaced another: both have to be well. */
function integrity(story: Story): Finding {
  const { integrity: found, actions, components, dataLoss, isVerificationFailed } = story;
  const touched =
    actions.some(({ name }) => name === 'rollback-db') ||
    components.some(({ component }) => kindOf(component) === 'database');
  if (found?.result === 'drift') return failed(found.message ?? 'verify-integrity found drift');
  if (isVerificationFailed) return failed('verify-integrity failed');
  const lost = lostIn(story);
  if (lost !== undefined)
    return failed(`${lost} lost${found?.message ? `; what was restored: ${found.message}` : ''}`);
  const uncounted = uncountedIn(components, dataLoss);
  if (uncounted.length > 0)
    return human(
      'database owner',
      `no one has counted what ${named(uncounted)} lost${found?.message ? `; what was restored: ${found.message}` : ''}`,
    );
  if (found?.result === 'intact') return done(found.message ?? 'verify-integrity found it intact');
  return touched
    ? human('database owner', 'no comparison is in the record')
    : notApplicable('no database was rolled back');
}

/** A look at the metrics counts where it was taken after the rollback, and for what it looked at. */
function metrics({ aftermath }: Story, signal: string): Finding {
  const { severity: overall, result, message } = aftermath ?? {};
  const rows = rowsOf(aftermath);
  const own = rows.find((each) => each.signal === signal);
  if (rows.length > 0 && !own)
    return human('on-call engineer', 'the check of the metrics did not ask for it');
  const severity = own?.severity ?? overall;
  if (severity === undefined || severity === 'unknown' || (!own && result === 'inconclusive'))
    return human('on-call engineer', aftermath && 'the check of the metrics was inconclusive');
  const evidence = own?.message ?? message ?? `severity after the rollback: ${severity}`;
  return severity === 'none' || severity === 'low' ? done(evidence) : failed(evidence);
}

/** Whether alerts fire is what `assess` says where it asked for them after the end. */
function alerts({ aftermath }: Story): Finding {
  const row = rowsOf(aftermath).find(({ signal }) => signal === 'alerts');
  if (!row || row.severity === 'unknown') return human('on-call engineer');
  const { severity, message = `severity ${severity}` } = row;
  return severity === 'none' ? done(message) : failed(message);
}

/** What a look said, signal by signal; what is not a row is passed over. */
function rowsOf(assessment: Story['aftermath']): v.InferOutput<typeof signalRow>[] {
  const rows: readonly unknown[] = Array.isArray(assessment?.evidence) ? assessment.evidence : [];
  return rows.flatMap((each) => {
    const parsed = v.safeParse(signalRow, each);
    return parsed.success ? [parsed.output] : [];
  });
}

const signalRow = v.looseObject({
  signal: v.string(),
  severity: v.string(),
  message: v.optional(v.string()),
});

function customers({ deliveries }: Story): Finding {
  const own = deliveries.filter(({ event }) => event === 'customer');
  const sent = own.filter(isOutward);
  if (sent.some(({ status }) => status === 'done')) return done(reached(sent));
  const doubtful = sent.find(({ isUnknown }) => isUnknown);
  if (doubtful) return human('support', unknownAt([doubtful.sink]));
  if (sent.some(({ status }) => status === 'failed')) return failed('it was delivered to no one');
  const inside = own.filter(({ status }) => status === 'done');
  if (inside.length > 0) return human('support', `it went to the team alone: ${reached(inside)}`);
  return human('support', own.length > 0 ? 'a draft is written' : undefined);
}

function stakeholders({ deliveries }: Story): Finding {
  const sent = deliveries.filter(({ event }) => event === 'completed' || event === 'failed');
  if (sent.length === 0) return human(ANYBODY);
  const newest = [...new Map(sent.map((delivery) => [delivery.sink, delivery])).values()];
  const failures = newest.filter(({ status }) => status === 'failed');
  const [doubtful, lost] = [true, false].map((isUnknown) =>
    failures.filter((each) => each.isUnknown === isUnknown).map(({ sink }) => sink),
  );
  if (lost?.length) return failed(`it did not reach ${lost.join(', ')}`);
  if (doubtful?.length) return human(ANYBODY, unknownAt(doubtful));
  return newest.some(({ status }) => status === 'done') ? done(reached(newest)) : human(ANYBODY);
}

const unknownAt = (sinks: readonly string[]) => `it is not known whether it reached ${sinks.join(', ')}`;
const reached = (deliveries: readonly Delivery[]) =>
  `sent by ${[...new Set(deliveries.filter(({ status }) => status === 'done').map(({ sink }) => sink))].join(', ')}`;
