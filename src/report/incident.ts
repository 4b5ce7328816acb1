import { namesOf } from '../base/sentence.ts';
import { kindOf, meaningOf } from '../record/catalogue.ts';
import { measuredBy } from '../record/measured.ts';
import type { Story } from '../record/story.ts';
import type { StoryAction } from '../record/story-actions.ts';
import { actionItems, badly, well } from './incident-lists.ts';
import { lossIn } from './loss.ts';
import { reasonOf, sharedBy } from './reasons.ts';
import type { Report } from './schema.ts';
import { cell, name, text, url } from './wiki.ts';
import { formatShortDuration, instant } from './words.ts';

/** The most lines of the timeline; the record has every event. */
const MOST_LINES = 40;
const MOST_NAMES = 10;
const OPEN = '**Open**';

/**
 * The draft of an incident report in Markdown that pastes into a wiki: what the record knows is filled in as a person
 * would write it, what only people know is open and has an owner.
 */
export function incidentReport(report: Report, story: Story): string {
  const { environment, started, id } = report;
  const where = environment === undefined ? 'Rollback' : `Rollback of ${text(environment)}`;
  const day = started ? `, ${started.slice(0, 10)}` : '';
  return [
    `# Incident: ${where}${day}`,
    `_Draft, written from the record of rollback ${name(id)}. Times are UTC. What only people know is marked open._`,
    keyFacts(report, story),
    '## Summary',
    summary(report),
    '## Impact',
    list(impact(report, story)),
    '## Timeline',
    timeline(report, story),
    '## What changed',
    list(changes(report)),
    '## Root cause',
    `${OPEN}: the record shows what went back, not why it was bad. Owner: owner of the change.`,
    '## What went well',
    list(well(report), 'Nothing that the record shows.'),
    '## What did not',
    list(badly(report), 'Nothing that the record shows.'),
    '## Action items',
    actionItems(report),
    '## Links',
    list([
      report.run ? `Workflow run: ${url(report.run)}` : `Workflow run: ${OPEN}`,
      `Deploy and pull request that broke it: ${OPEN}`,
      `Alert and dashboard: ${OPEN}`,
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** When something ended, where its end is in the record. */
const endOf = (action: StoryAction | undefined) => action?.ended;

function keyFacts(report: Report, story: Story): string {
  const detected = story.actions.find(({ means, status }) => means === 'decides' && status !== 'started');
  const at = (time: string | undefined) => (time === undefined ? OPEN : instant(time));
  const isOver = report.standing === 'resolved';
  const rows = [
    ['Status', text(report.headline)],
    ['Severity', report.assessment?.severity ? text(report.assessment.severity) : OPEN],
    ['Impact began', `${OPEN}: the deploy, or the first alert`],
    ['Detected', detectedAt(detected, report.started)],
    ['Rollback began', at(report.started)],
    ['Mitigated', mitigatedAt(report)],
    ['Resolved', isOver ? at(verifiedSince(story) ?? report.ended) : `${OPEN}: not confirmed by the record`],
    ['Decided by', report.actor ? text(report.actor) : OPEN],
    ['Incident lead', OPEN],
  ];
  return [
    '| | |',
    '| --- | --- |',
    ...rows.map((row) => `| ${row.map((each) => cell(each ?? '')).join(' | ')} |`),
  ].join('\n');
}

/** That it went back is not a mitigation where nothing shows that it helped. */
function mitigatedAt({ standing, outcome, ended }: Report): string {
  if (outcome !== 'done' || ended === undefined) return OPEN;
  if (standing === 'resolved') return instant(ended);
  return `${OPEN}: it went back at ${instant(ended)}, and that is not confirmed to have helped`;
}

/** A judgement that was made beside the rollback did not detect the incident: the rollback had started by then. */
function detectedAt(judged: StoryAction | undefined, began: string | undefined): string {
  const at = endOf(judged);
  if (at === undefined || began === undefined || Date.parse(at) <= Date.parse(began))
    return at === undefined ? OPEN : instant(at);
  return `${OPEN}: before ${instant(began)}`;
}

/** When recovery was verified after the end. */
const verifiedSince = ({ actions, ended }: Story): string | undefined =>
  actions.findLast(
    (action) => action.means === 'decides' && ended !== undefined && (action.started ?? '') >= ended,
  )?.ended;

/** A few sentences that each say one thing: what was done, by whom and why, what came of it, what was lost, what is unknown. */
function summary({
  environment,
  reason,
  actor,
  started,
  seconds,
  counts,
  lost,
  standing,
  recovery,
}: Report): string {
  const when = started === undefined ? '' : `At ${instant(started)} `;
  const what = environment === undefined ? 'the release' : text(environment);
  const verb = standing === 'planned' ? 'planned to roll' : 'began to roll';
  const subject = actor ? `${text(actor)} ${verb} ${what} back` : `the rollback of ${what} began`;
  const reasonClause = reason ? `: ${text(reason, 600).replace(/\.?$/, '')}` : '';
  const first = `${when}${subject}${reasonClause}.`;
  const took = seconds === undefined ? '' : ` after ${formatShortDuration(seconds)}`;
  const back =
    counts.total > 0 ? `${counts.done} of ${counts.total} components were back${took}.` : undefined;
  const reasons = text(recovery.because.join(', and '), 600);
  const ends: Record<Report['standing'], string> = {
    resolved: `It is over: ${reasons}.`,
    unconfirmed: `Whether that helped is not confirmed: ${reasons}.`,
    unhealthy: `It is not over: ${reasons}.`,
    nothing:
      'There was nothing to roll back: something else is the cause, or a release that was marked good is bad.',
    'still-unhealthy': `There was nothing to roll back, and it is not over: ${reasons}.`,
    asked: 'A person has to decide whether it is rolled back; nothing was changed.',
    failed: 'The rollback failed; what is not back is named below.',
    running: 'The rollback has not ended.',
    planned: 'Nothing was changed.',
    unknown: 'The record says no more.',
  };
  return [
    `${first.charAt(0).toUpperCase()}${first.slice(1)}`,
    standing === 'planned' ? undefined : back,
    lost === undefined ? undefined : `Data was lost: ${text(lost)}.`,
    ends[standing],
  ]
    .filter(Boolean)
    .join(' ');
}

function impact({ dataLoss, lost, counts, integrity }: Report, story: Story): string[] {
  const { errorRate } = measuredBy(story.assessment);
  return [
    `Who was affected, how and how many: ${OPEN} (support)`,
    errorRate === undefined
      ? `Error rate: ${OPEN}`
      : `Error rate when it was judged: ${Number((100 * errorRate).toFixed(2))} %`,
    ...(counts.total > 0 ? [`${counts.total} components were to go back, ${counts.failed} failed`] : []),
    ...(lost === undefined ? [] : [`**Data lost: ${text(lost)}**`]),
    ...dataLoss.map(
      (each) =>
        `${each.happened ? 'Lost by' : 'Would have been lost by'} ${name(each.name)}: ${text(lossIn(each.evidence), 800)}`,
    ),
    ...(integrity ? [`Comparison of the data: ${text(integrity.message ?? integrity.result)}`] : []),
  ];
}

/** What a person would note: judged, started, told, failed, back; not every event. */
function timeline({ components }: Report, { actions, deliveries, events }: Story): string {
  const counted = components.filter(({ configuration }) => !configuration);
  const moments = [
    ...actions
      .filter(({ means, ended }) => means === 'decides' && ended !== undefined)
      .map(({ ended, message }) => ({
        at: ended ?? '',
        what: `Judged: ${text(message ?? 'see the record')}`,
      })),
    ...actions
      .filter(({ means, started }) => means === 'encloses' && started !== undefined)
      .map(({ started }) => ({ at: started ?? '', what: 'The rollback began' })),
    ...events
      .filter(
        (event) =>
          event.status === 'done' && ['holds traffic', 'resumes traffic'].includes(meaningOf(event) ?? ''),
      )
      .map(({ at, message, step, component }) => ({ at, what: text(message ?? `${component}: ${step}`) })),
    ...byMinute(
      counted.filter(({ outcome }) => outcome === 'done'),
      'back',
    ),
    ...byMinute(
      counted.filter(({ outcome }) => outcome === 'failed'),
      'failed',
    ),
    ...deliveries
      .filter(({ event, status }) => status === 'done' && event !== 'progress')
      .map(({ at, event, sink }) => ({ at, what: `Message "${text(event ?? '')}" sent by ${text(sink)}` })),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const lines = moments.slice(0, MOST_LINES).map(({ at, what }) => `${instant(at)}: ${what}`);
  const rest = moments.length - lines.length;
  return list(
    [...lines, ...(rest > 0 ? [`… and ${rest} more, in the record`] : [])],
    'The record has no times.',
  );
}

/** Components that came to their end in one minute are one line. */
function byMinute(components: Report['components'], word: 'back' | 'failed'): { at: string; what: string }[] {
  const ended = components.filter((each) => each.ended !== undefined);
  return [
    ...Map.groupBy(
      ended,
      (each) => `${each.ended?.slice(0, 16)} ${word === 'failed' ? reasonOf(each) : ''}`,
    ).values(),
  ].map((group) => {
    const names = group.map((each) => name(each.name));
    const failure = word === 'failed' && sharedBy(group) ? ` – ${text(sharedBy(group))}` : '';
    return { at: group.at(-1)?.ended ?? '', what: `${namesOf(names, MOST_NAMES)} ${word}${failure}` };
  });
}

function changes({ components, sha }: Report): string[] {
  const moved = components.filter(
    ({ outcome, from, to, component }) =>
      outcome === 'done' && from !== to && kindOf(component) !== 'configuration',
  );
  // A release is one version of many services.
  const groups = [...Map.groupBy(moved, wayOf).entries()];
  const lines = groups.slice(0, MOST_LINES).map(([way, group]) => {
    const names = group.map((each) => name(each.name));
    return `${namesOf(names, MOST_NAMES)} went back${way}`;
  });
  const more = groups.length - lines.length;
  return [
    ...lines,
    ...(more > 0 ? [`… and ${more} more, in the report`] : []),
    `Deploy, commit and pull request that broke it: ${OPEN} (owner of the change)`,
    ...(sha ? [`The rollback ran on commit ${name(sha.slice(0, 12))}`] : []),
  ];
}

/** From where to where: the versions alone where it is the same image. */
function wayOf({ from, to }: Report['components'][number]): string {
  if (to === undefined) return '';
  if (from === undefined) return ` to ${name(to)}`;
  const [one, other] = [from, to].map((image) => /^([^\s@]*[^\s@:/]):([\w][\w.-]*)$/.exec(image));
  const isSame = one && other && one[1] === other[1];
  return isSame
    ? ` from ${name(one[2] ?? '')} to ${name(other[2] ?? '')}`
    : ` from ${name(from)} to ${name(to)}`;
}

const list = (items: readonly string[], none = '') =>
  items.length > 0 ? items.map((item) => `- ${item}`).join('\n') : none;
