import { table } from '../runner/markdown.ts';
import { lossIn } from './loss.ts';
import { gantt, trend } from './mermaid.ts';
import type { ChecklistItem, Report, ReportComponent } from './schema.ts';
import { coded, codedObjective, codedVersion, link, told } from './told.ts';
import { duration, instant } from './words.ts';

/** The most rows of a table; the JSON report has them all. */
const MOST_ROWS = 300;

/** The job summary: the result first, then what led to it. Markdown. */
export function summaryOf(report: Report): string {
  return [
    `## ${ICONS[report.outcome]} ${told(report.sentence, 400)}`,
    factsOf(report),
    chapter('Timeline', gantt(report)),
    chapter('Components', componentsTable(report.components)),
    chapter('Recovery time objectives', [rtoTable(report), trend(report)].filter(Boolean).join('\n\n')),
    chapter('Data', dataOf(report)),
    chapter('Severity', assessmentOf(report)),
    chapter('Messages', deliveriesTable(report)),
    chapter('Checklist', report.checklist.map(checklistLine).join('\n')),
    brokenOf(report),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

/** A line of the checklist, with a box that is ticked where the record has the evidence. */
export function checklistLine({ item, state, evidence, owner }: ChecklistItem): string {
  const box = state === 'done' ? '[x]' : '[ ]';
  const words = {
    done: evidence && told(evidence),
    failed: `❌ ${told(evidence ?? 'failed')}`,
    human: [`**${told(owner ?? '')}**`, evidence && told(evidence)].filter(Boolean).join(': '),
    'not-applicable': `not applicable${evidence ? `: ${told(evidence)}` : ''}`,
  }[state];
  return `- ${box} ${told(item)}${words ? ` – ${words}` : ''}`;
}

/** A row a component: what became of it, from where to where, how long, why. */
export function componentsTable(components: readonly ReportComponent[]): string {
  if (components.length === 0) return '';
  const rows = components
    .slice(0, MOST_ROWS)
    .map((each) => [
      `${ICONS[each.outcome]} ${each.outcome}`,
      coded(each.component),
      fromTo(each),
      each.seconds === undefined ? '' : duration(each.seconds),
      told(each.message ?? ''),
    ]);
  const rest = components.length - rows.length;
  const more = rest > 0 ? `\n\n… and ${rest} more, in the JSON report.` : '';
  return `${table(['', 'Component', 'From → to', 'Time', 'Why'], rows)}${more}`;
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
    ['Why', reason && told(reason, 500)],
    ['Environment', environment && told(environment)],
    ['Began', started && instant(started)],
    ['Started by', actor && told(actor)],
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
  const time = (seconds: number | undefined) => (seconds === undefined ? '–' : duration(seconds));
  const rows = rto.map((each) => {
    const { target, actual, last, p95, runs, state } = each;
    return [
      codedObjective(each),
      ...[target, actual, last].map(time),
      p95 === undefined ? '–' : `${duration(p95)} (${runs} ${runs === 1 ? 'run' : 'runs'})`,
      STATES[state],
    ];
  });
  return table(['Component', 'RTO', 'This time', 'Last', 'p95 of history', 'State'], rows);
}

function dataOf({ dataLoss, integrity }: Report): string {
  const lost = dataLoss.map(
    ({ component, evidence }) => `- Lost by ${coded(component)}: ${told(lossIn(evidence), 800)}`,
  );
  const { result, tables, rows, message } = integrity ?? {};
  const size = [tables !== undefined && `${tables} tables`, rows !== undefined && `${rows} rows`];
  const seen = message ?? size.filter(Boolean).join(', ');
  const checked = result ? [`- Integrity: **${told(result)}**${seen ? ` – ${told(seen)}` : ''}`] : [];
  return [...checked, ...lost].join('\n');
}

function assessmentOf({ assessment }: Report): string {
  if (!assessment) return '';
  const { severity, decision, message } = assessment;
  const words = [severity && `severity **${told(severity)}**`, decision && `decision **${told(decision)}**`];
  return [words.filter(Boolean).join(', '), message && told(message)].filter(Boolean).join(' – ');
}

function deliveriesTable({ deliveries }: Report): string {
  if (deliveries.length === 0) return '';
  const rows = deliveries
    .slice(-MOST_ROWS)
    .map(({ at, event, sink, status, message }) => [
      `${ICONS[status]} ${status}`,
      instant(at),
      told(event ?? ''),
      told(sink),
      told(message ?? ''),
    ]);
  return table(['', 'At', 'Message', 'By', ''], rows);
}

function brokenOf({ brokenLines }: Report): string {
  if (brokenLines.length === 0) return '';
  const named = brokenLines.slice(0, 20).join(', ');
  const rest = brokenLines.length > 20 ? ` and ${brokenLines.length - 20} more` : '';
  return `> ⚠️ Not all of the record could be read: line ${named}${rest}.`;
}
