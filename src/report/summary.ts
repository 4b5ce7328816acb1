import { table } from '../base/markdown.ts';
import { namesOf } from '../base/sentence.ts';
import { lossIn } from './loss.ts';
import { timeline, trend } from './mermaid.ts';
import { coded, codedObjective, codedVersion, link, plainText } from './plain-text.ts';
import { groupsOf, isNotBack, sharedBy, sharedReason } from './reasons.ts';
import type { ChecklistItem, Report, ReportComponent } from './schema.ts';
import { formatShortDuration, instant } from './words.ts';

/** The most rows of a table; the JSON report has them all. */
const MOST_ROWS = 300;
/** Names in one line. */
const MOST_NAMES = 100;
/** Rows that need no fold. */
const MOST_UNFOLDED = 20;

const TONES = { good: '🟢', open: '🟡', bad: '🔴' } as const;
/** A sign for how the whole stands. */
export const ICONS_OF = {
  resolved: '✅',
  unconfirmed: '🟡',
  unhealthy: '🔴',
  nothing: '⚪',
  'still-unhealthy': '🔴',
  asked: '🟠',
  failed: '❌',
  running: '⏳',
  planned: '📝',
  unknown: '⚪',
} as const;

/** The job summary: what is asked first, then what is not as it should be, then the rest, folded. Markdown. */
export function summaryOf(report: Report): string {
  const { components } = report;
  const counted = components.filter(({ configuration }) => !configuration);
  const [open, well] = [counted.filter(isNotBack), counted.filter((each) => !isNotBack(each))];
  const along = components.filter(({ configuration }) => configuration);
  return [
    `## ${ICONS_OF[report.standing]} ${plainText(report.headline, 200)}`,
    answered(report),
    plainText(report.sentence, 600),
    factsOf(report),
    chapter(report.outcome === 'planned' ? 'Planned' : 'Not back', grouped(open)),
    chapter(
      'Components',
      folded(
        `${well.length} as they should be`,
        componentsTable(well),
        open.length > 0 || well.length > MOST_UNFOLDED,
      ),
    ),
    along.length > 0 ? folded(`${along.length} went along`, componentsTable(along), true) : '',
    chapter('Owners', ownersOf(report)),
    chapter('Timeline', timeline(report)),
    chapter('Recovery time objectives', [rtoTable(report), trend(report)].filter(Boolean).join('\n\n')),
    chapter('Data', dataOf(report)),
    chapter('Severity', assessmentOf(report)),
    chapter('Checklist', report.checklist.map(checklistLine).join('\n')),
    chapter(
      'Messages',
      folded(
        `${report.deliveries.length} messages`,
        deliveriesTable(report),
        report.deliveries.length > MOST_UNFOLDED,
      ),
    ),
    brokenOf(report),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

/** What is asked first, a line each. */
export const answered = ({ answers }: Report): string =>
  answers
    .map(({ question, answer, tone }) => `- ${TONES[tone]} **${question}** ${plainText(answer, 600)}`)
    .join('\n');

/** The owners of what went back, a line each. */
const ownersOf = ({ owners }: Report): string =>
  owners
    .map(({ name, state, message }) => `- ${OWNER_ICONS[state]} ${plainText(message ?? name, 600)}`)
    .join('\n');

const OWNER_ICONS = { paused: '⏸️', 'handed back': '✅', 'not paused': '❌' } as const;

/** Folded under a line, where it is long or not what is asked. */
const folded = (line: string, content: string, fold: boolean): string =>
  content && fold ? `<details><summary>${line}</summary>\n\n${content}\n\n</details>` : content;

/** Components with why each is so; what is so for the same reason is said once. */
export function grouped(components: readonly ReportComponent[]): string {
  const groups = groupsOf(components);
  const lines = groups.slice(0, MOST_ROWS).map((group) => {
    const [first] = group;
    const names = group
      .slice(0, MOST_NAMES)
      .map(({ name }) => coded(name))
      .join(', ');
    const more =
      group.length > MOST_NAMES ? ` and ${group.length - MOST_NAMES} more, in the JSON report` : '';
    const reason = sharedBy(group);
    const suffix = reason ? `: ${plainText(reason)}` : '';
    return `- ${ICONS[first?.outcome ?? 'failed']} ${names}${more}${suffix}`;
  });
  const rest = groups.length - lines.length;
  return [...lines, ...(rest > 0 ? [`- … and ${rest} more reasons, in the JSON report`] : [])].join('\n');
}

/** A line of the checklist, with a box that is ticked where the record has the evidence. */
export function checklistLine({ item, state, evidence, owner }: ChecklistItem): string {
  const box = state === 'done' ? '[x]' : '[ ]';
  const words = {
    done: evidence && plainText(evidence),
    failed: `❌ ${plainText(evidence ?? 'failed')}`,
    human: [`**${plainText(owner ?? '')}**`, evidence && plainText(evidence)].filter(Boolean).join(': '),
    'not-applicable': `not applicable${evidence ? `: ${plainText(evidence)}` : ''}`,
  }[state];
  return `- ${box} ${plainText(item)}${words ? ` – ${words}` : ''}`;
}

/** A row a component: what became of it, from where to where, how long, why. A reason that all have is said once. */
export function componentsTable(components: readonly ReportComponent[]): string {
  if (components.length === 0) return '';
  const shared = sharedReason(components);
  const rows = components
    .slice(0, MOST_ROWS)
    .map((each) => [
      `${ICONS[each.outcome]} ${each.outcome}`,
      coded(each.name),
      fromTo(each),
      each.seconds === undefined ? '' : formatShortDuration(each.seconds),
      ...(shared === undefined ? [plainText(each.message ?? '')] : []),
    ]);
  const rest = components.length - rows.length;
  const more = rest > 0 ? `\n\n… and ${rest} more, in the JSON report.` : '';
  const sharedLine = shared ? `All of them: ${plainText(shared)}\n\n` : '';
  const head = ['State', 'Component', 'From → to', 'Took', ...(shared === undefined ? ['Why'] : [])];
  return `${sharedLine}${table(head, rows)}${more}`;
}

/** A sign for each outcome and status. */
export const ICONS = {
  done: '✅',
  'no-op': '⚪',
  failed: '❌',
  skipped: '⏭️',
  planned: '📝',
  running: '⏳',
  started: '⏳',
} as const;

const STATES = { met: '✅ met', missed: '❌ missed', untested: '⚪ untested' } as const;

const chapter = (title: string, content: string) => (content ? `### ${title}\n\n${content}` : '');

function factsOf({ reason, actor, run, sha, started, id, environment }: Report): string {
  const known = [
    ['Why', reason && plainText(reason, 500)],
    ['Environment', environment && plainText(environment)],
    ['Began', started && instant(started)],
    ['Started by', actor && plainText(actor)],
    ['Commit', sha && coded(sha.slice(0, 12))],
    ['Run', run && link(id, run)],
  ];
  return known
    .filter(([, fact]) => fact)
    .map(([name, fact]) => `**${name}:** ${fact}`)
    .join(' · ');
}

function fromTo({ from, to, outcome }: ReportComponent): string {
  if (from === to || outcome === 'skipped' || !from) return to ? codedVersion(to) : '';
  return `${codedVersion(from)} → ${to ? codedVersion(to) : '?'}`;
}

function rtoTable({ rto }: Report): string {
  if (rto.length === 0) return '';
  const time = (seconds: number | undefined) => (seconds === undefined ? '–' : formatShortDuration(seconds));
  const rows = rto.map((each) => {
    const { target, actual, last, lastIn, p95, runs, state } = each;
    return [
      codedObjective(each),
      time(target),
      actual === undefined && state === 'missed' ? 'not back' : time(actual),
      `${time(last)}${lastIn === undefined ? '' : ` in ${plainText(lastIn, 60)}`}`,
      p95 === undefined ? '–' : `${formatShortDuration(p95)} (${runs} ${runs === 1 ? 'run' : 'runs'})`,
      STATES[state],
    ];
  });
  return table(['Component', 'RTO', 'Back after', 'Last', 'p95 of history', 'State'], rows);
}

function dataOf({ dataLoss, integrity, lost: whole }: Report): string {
  const lost = dataLoss.map(
    ({ name, happened, evidence }) =>
      `- ${happened ? 'Lost by' : 'Would be lost by'} ${coded(name)}: ${plainText(lossIn(evidence), 800)}`,
  );
  const isLoss = whole !== undefined;
  const { result, tables, rows, message } = integrity ?? {};
  const size = [tables !== undefined && `${tables} tables`, rows !== undefined && `${rows} rows`];
  const seen = message ?? size.filter(Boolean).join(', ');
  const checked = result
    ? [
        `- ${isLoss ? 'What was restored' : 'Integrity'}: **${plainText(result)}**${seen ? ` – ${plainText(seen)}` : ''}`,
      ]
    : [];
  return [...lost, ...checked].join('\n');
}

function assessmentOf({ assessment, aftermath }: Report): string {
  return [
    assessment && `- Before: ${judgementOf(assessment)}`,
    aftermath && `- Since: ${judgementOf(aftermath)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

function judgementOf({ severity, decision, message }: NonNullable<Report['assessment']>): string {
  const words = [
    severity && `severity **${plainText(severity)}**`,
    decision && `decision **${plainText(decision)}**`,
  ];
  return [words.filter(Boolean).join(', '), message && plainText(message)].filter(Boolean).join(' – ');
}

function deliveriesTable({ deliveries }: Report): string {
  if (deliveries.length === 0) return '';
  const rows = deliveries
    .slice(-MOST_ROWS)
    .map(({ at, event, sink, status, isUnknown, message }) => [
      isUnknown ? '❔ not known' : `${ICONS[status]} ${status}`,
      instant(at),
      plainText(event ?? ''),
      plainText(sink),
      plainText(message ?? ''),
    ]);
  return table(['State', 'At', 'Message', 'By', 'Why'], rows);
}

function brokenOf({ brokenLines }: Report): string {
  if (brokenLines.length === 0) return '';
  return `> ⚠️ Not all of the record could be read: line ${namesOf(brokenLines.map(String), 20)}.`;
}
