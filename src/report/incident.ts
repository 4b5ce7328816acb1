import { kindOf, meaningOf } from '../record/catalogue.ts';
import { measuredBy } from '../record/measured.ts';
import type { Story } from '../record/story.ts';
import type { StoryAction } from '../record/story-actions.ts';
import { lossIn } from './loss.ts';
import { groupsOf, isOpen, reasonOf, sharedBy } from './reasons.ts';
import type { Report } from './schema.ts';
import { cell, name, text, url } from './wiki.ts';
import { duration, instant } from './words.ts';

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
    ['Detected', at(endOf(detected))],
    ['Rollback began', at(report.started)],
    ['Mitigated', report.outcome === 'done' ? at(report.ended) : OPEN],
    ['Resolved', isOver ? at(lookSince(story) ?? report.ended) : `${OPEN}: not confirmed by the record`],
    ['Decided by', report.actor ? text(report.actor) : OPEN],
    ['Incident lead', OPEN],
  ];
  return [
    '| | |',
    '| --- | --- |',
    ...rows.map((row) => `| ${row.map((each) => cell(each ?? '')).join(' | ')} |`),
  ].join('\n');
}

/** When somebody looked after the end and found it well. */
const lookSince = ({ actions, ended }: Story): string | undefined =>
  actions.findLast(
    (action) => action.means === 'decides' && ended !== undefined && (action.started ?? '') >= ended,
  )?.ended;

function summary({ sentence, reason, actor, seconds }: Report): string {
  const why = reason ? `${text(reason, 600).replace(/\.?$/, '.')} ` : '';
  const who = actor
    ? ` ${text(actor)} started the rollback${seconds === undefined ? '' : `, which took ${duration(seconds)}`}.`
    : '';
  return `${why}${text(sentence, 600)}${who}`;
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
    const names = group.slice(0, MOST_NAMES).map((each) => name(each.name));
    const more = group.length > MOST_NAMES ? ` and ${group.length - MOST_NAMES} more` : '';
    const why = word === 'failed' && sharedBy(group) ? ` – ${text(sharedBy(group))}` : '';
    return { at: group.at(-1)?.ended ?? '', what: `${names.join(', ')}${more} ${word}${why}` };
  });
}

function changes({ components, sha }: Report): string[] {
  const moved = components.filter(
    ({ outcome, from, to, component }) =>
      outcome === 'done' && from && to && from !== to && kindOf(component) !== 'configuration',
  );
  const lines = moved
    .slice(0, MOST_NAMES)
    .map((each) => `${name(each.name)} went back from ${name(each.from ?? '')} to ${name(each.to ?? '')}`);
  const more = moved.length - lines.length;
  return [
    ...lines,
    ...(more > 0 ? [`… and ${more} more, in the report`] : []),
    `Deploy, commit and pull request that broke it: ${OPEN} (owner of the change)`,
    ...(sha ? [`The rollback ran on commit ${name(sha.slice(0, 12))}`] : []),
  ];
}

function well({ components, rto, checklist }: Report): string[] {
  const back = components.filter(({ outcome, configuration }) => outcome === 'done' && !configuration);
  const times = back.map(({ seconds = 0 }) => seconds);
  return [
    ...(back.length > 0
      ? [`${back.length} components went back; the slowest took ${duration(Math.max(...times))}`]
      : []),
    ...rto
      .filter(({ state }) => state === 'met')
      .map(
        (each) =>
          `${text(each.component)} was back after ${duration(each.actual ?? 0)}, objective ${duration(each.target)}`,
      ),
    ...checklist
      .filter(({ state, item }) => state === 'done' && /Health|integrity|metrics|rates/.test(item))
      .map(({ item, evidence }) => `${text(item)}${evidence ? `: ${text(evidence)}` : ''}`),
  ];
}

function badly({ components, rto, checklist }: Report): string[] {
  const left = components.filter((each) => !each.configuration && isOpen(each));
  const groups = groupsOf(left);
  return [
    ...groups.map((group) => {
      const names = group.slice(0, MOST_NAMES).map((each) => name(each.name));
      const more = group.length > MOST_NAMES ? ` and ${group.length - MOST_NAMES} more` : '';
      const word = group[0]?.outcome === 'failed' ? 'failed' : 'did not end';
      return `${names.join(', ')}${more} ${word}${sharedBy(group) ? `: ${text(sharedBy(group))}` : ''}`;
    }),
    ...rto
      .filter(({ state }) => state === 'missed')
      .map(
        (each) =>
          `${text(each.component)} missed its objective of ${duration(each.target)}${each.actual === undefined ? '' : `: ${duration(each.actual)}`}`,
      ),
    ...checklist
      .filter(({ state, item }) => state === 'failed' && !item.startsWith('All services'))
      .map(({ item, evidence }) => `${text(item)}: ${text(evidence ?? 'failed')}`),
  ];
}

function actionItems({ openItems }: Report): string {
  const items = [...openItems, { item: 'Find the root cause.', owner: 'owner of the change' }];
  const rows = items.map(({ item, owner }) => `| ${cell(text(item))} | ${cell(text(owner))} | ${OPEN} |`);
  return ['| What | Owner | Due |', '| --- | --- | --- |', ...rows].join('\n');
}

const list = (items: readonly string[], none = '') =>
  items.length > 0 ? items.map((item) => `- ${item}`).join('\n') : none;
