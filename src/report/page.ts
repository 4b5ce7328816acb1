import { createHash } from 'node:crypto';
import { LOSS_QUESTION } from './answers.ts';
import { lossIn } from './loss.ts';
import { STYLE } from './page-style.ts';
import { PAGE } from './page-template.ts';
import { timelineOf, trendOf, version } from './picture.ts';
import { groupsOf, isNotBack, sharedBy, sharedReason } from './reasons.ts';
import type { ChecklistItem, Report, ReportComponent } from './schema.ts';
import { clock, formatShortDuration, instant, plain } from './words.ts';

/** The most rows of a table; the JSON report has them all. */
const MOST_ROWS = 2_000;
/** Rows that need no fold. */
const MOST_UNFOLDED = 25;

/** Names of what is not back that stand one after another; of more the first are shown, below why they are not. */
const MOST_NAMES = 40;

/** Signs that a name may have to stand on one line. */
const LONGEST_WHOLE = 32;

const WORDS: Record<string, string> = {
  done: 'done',
  'no-op': 'nothing to do',
  failed: 'failed',
  skipped: 'left as it is',
  planned: 'planned',
  running: 'not ended',
  started: 'not ended',
};
const STANDINGS: Record<Report['standing'], string> = {
  resolved: 'resolved',
  unconfirmed: 'not confirmed',
  unhealthy: 'not resolved',
  nothing: 'nothing to do',
  'still-unhealthy': 'not resolved',
  asked: 'to be decided',
  failed: 'failed',
  running: 'not ended',
  planned: 'planned',
  unknown: 'not known',
};
const TONES: Record<Report['standing'], string> = {
  resolved: 'done',
  unconfirmed: 'running',
  unhealthy: 'failed',
  nothing: 'no-op',
  'still-unhealthy': 'failed',
  asked: 'running',
  failed: 'failed',
  running: 'running',
  planned: 'planned',
  unknown: 'no-op',
};
const DELIVERED: Record<string, string> = { done: 'sent', planned: 'draft' };
const SIGNS = { done: '✓', failed: '✗', human: '○', 'not-applicable': '–' } as const;

/** The report as one HTML page: no network, no script, dark and light. */
export async function pageOf(report: Report): Promise<string> {
  const { Liquid } = await import('liquidjs');
  const engine = new Liquid({ outputEscape: 'escape', jsTruthy: true, ownPropertyOnly: true });
  return engine.parseAndRender(PAGE, viewOf(report));
}

/** What the template shows, in words. */
function viewOf(report: Report): object {
  const { components, rto, checklist, deliveries, brokenLines } = report;
  const { sha, reason, environment, actor } = report;
  return {
    style: STYLE,
    styleHash: `sha256-${createHash('sha256').update(STYLE).digest('base64')}`,
    outcomeClass: TONES[report.standing],
    headline: whole(plain(report.headline, 200)),
    answers: report.answers.map(({ question, answer, tone }) => ({
      question,
      answer: plain(answer, 600),
      tone,
    })),
    ...notBackOf(components),
    ...goneBackOf(components),
    sentence: whole(plain(report.sentence, 400)),
    reason: plain(reason ?? '', 600),
    environment: plain(environment ?? '', 60),
    actor: plain(actor ?? '', 60),
    sha: plain(sha ?? '').slice(0, 12),
    id: plain(report.id),
    events: report.events,
    outcome: STANDINGS[report.standing],
    began: report.started && instant(report.started),
    run: report.run && /^https?:\/\//.test(report.run) ? report.run : undefined,
    tiles: tilesOf(report),
    timeline: timelineOf(report),
    trend: trendOf(report),
    rto: rto.map(objectiveRow),
    data: dataOf(report),
    deliveries: deliveries.slice(-MOST_ROWS).map(deliveryRow),
    checklist: checklist.map((each) => ({
      item: plain(each.item),
      state: each.state,
      sign: SIGNS[each.state],
      note: noteOf(each),
    })),
    // What the checklist has is not told twice.
    open: openOf(report).slice(0, MOST_ROWS),
    broken: brokenLines.slice(0, 20).join(', '),
  };
}

const time = (seconds: number | undefined) => (seconds === undefined ? '–' : formatShortDuration(seconds));

const objectiveRow = ({
  component,
  pattern,
  target,
  actual,
  last,
  lastIn,
  p95,
  state,
}: Report['rto'][number]) => ({
  component: component === 'all' && pattern === 'all' ? 'Whole rollback' : plain(component),
  coded: component === pattern && pattern !== 'all',
  target: formatShortDuration(target),
  actual: actual === undefined && state === 'missed' ? 'not back' : time(actual),
  last: `${time(last)}${lastIn === undefined ? '' : ` in ${plain(lastIn, 40)}`}`,
  p95: time(p95),
  state,
});

const deliveryRow = ({ at, event, sink, status, isUnknown, message }: Report['deliveries'][number]) => ({
  at: clock(at),
  event: plain(event ?? ''),
  sink: plain(sink),
  whole: Math.max(event?.length ?? 0, sink.length) <= LONGEST_WHOLE,
  message: plain(message ?? ''),
  status,
  word: isUnknown ? 'not known' : (DELIVERED[status] ?? WORDS[status]),
});

/** A time is not broken: `2 min 5 s`. */
const whole = (text: string): string =>
  text.replace(/(?<=\d) (?=(?:s|min|h)\b)|(?<=\d (?:min|h)) (?=\d)/g, '\u00a0');

/** What is not back, what is so for the same reason together. */
function notBackOf(components: readonly ReportComponent[]): object {
  const left = components.filter((each) => !each.configuration && isNotBack(each));
  const groups = groupsOf(left);
  return {
    groupsTitle: left.length > 0 ? `Not back (${left.length})` : 'Open',
    groups: groups.slice(0, MOST_ROWS).map((group) => ({
      outcome: group[0]?.outcome,
      sign: group[0]?.outcome === 'failed' ? '✗' : '…',
      names: group.map(({ name }) => plain(name)),
      isMany: group.length > MOST_NAMES,
      reason: plain(sharedBy(group), 400),
    })),
    moreGroups: groups.length - MOST_ROWS,
  };
}

/** The rest: folded where it is long, or not what is asked. */
function goneBackOf(components: readonly ReportComponent[]): object {
  const counted = components.filter(({ configuration }) => !configuration);
  const well = counted.filter((each) => !isNotBack(each));
  const shared = sharedReason(well);
  return {
    componentsTitle: `As they should be (${well.length} of ${counted.length})`,
    folded: well.length > MOST_UNFOLDED || well.length < counted.length,
    sharedReason: shared && plain(shared, 400),
    components: well.slice(0, MOST_ROWS).map((each) => ({
      component: plain(each.name),
      whole: each.name.length <= LONGEST_WHOLE,
      from: each.from === each.to || each.outcome === 'skipped' ? undefined : version(each.from),
      to: version(each.to),
      time: each.seconds === undefined ? '' : formatShortDuration(each.seconds),
      message: plain(each.message ?? '', 400),
      outcome: each.outcome,
      word: WORDS[each.outcome],
    })),
    more: well.length - MOST_ROWS,
    along: components
      .filter(({ configuration }) => configuration)
      .slice(0, MOST_ROWS)
      .map(({ name }) => plain(name))
      .join(', '),
  };
}

/** What neither the checklist nor the list of what is not back says already. */
function openOf({ openItems, checklist, components }: Report): string[] {
  const known = new Set(checklist.map(({ item }) => `${item}.`));
  const listed = components
    .filter((each) => !each.configuration && isNotBack(each))
    .map(({ name }) => `${name} `);
  return openItems
    .filter(({ item }) => !known.has(item) && !listed.some((name) => item.startsWith(name)))
    .map(({ item }) => plain(item, 400));
}

function noteOf({ state, evidence, owner }: ChecklistItem): string {
  const ownerText = state === 'human' ? `Owner: ${owner ?? ''}` : '';
  const what = state === 'not-applicable' ? `not applicable: ${evidence ?? ''}` : (evidence ?? '');
  return plain([ownerText, what].filter(Boolean).join(' – '));
}

function tilesOf({ seconds, counts, rto, integrity, assessment, outcome, lost, answers }: Report): object[] {
  const met = rto.filter(({ state }) => state === 'met').length;
  const missed = rto.some(({ state }) => state === 'missed');
  const ended = seconds !== undefined && { name: 'Time', value: formatShortDuration(seconds) };
  const back = counts.total > 0 && {
    name: outcome === 'planned' ? 'Components planned' : 'Components back',
    value: outcome === 'planned' ? String(counts.total) : `${counts.done} / ${counts.total}`,
    tone: counts.failed > 0 ? 'bad' : '',
  };
  const objectives = rto.length > 0 && {
    name: 'Objectives met',
    value: `${met} / ${rto.length}`,
    tone: missed ? 'bad' : met === rto.length ? 'good' : '',
  };
  const data =
    lost === undefined
      ? integrity && {
          name: 'Data',
          value: plain(integrity.result, 20),
          tone: toneOf(integrity.result, answers),
        }
      : { name: 'Data lost', value: plain(lost.split(' (', 1)[0] ?? '', 30), tone: 'bad' };
  const severity = assessment?.severity && { name: 'Severity before', value: plain(assessment.severity, 20) };
  return [ended, back, objectives, data, severity].filter((tile) => typeof tile === 'object');
}

/** What was restored may be intact while it is unknown what was lost with what it replaced. */
function toneOf(result: string, answers: Report['answers']): string {
  if (result === 'drift') return 'bad';
  const isOpen = answers.some(({ question, tone }) => question === LOSS_QUESTION && tone === 'open');
  return result === 'intact' && !isOpen ? 'good' : '';
}

function dataOf({ integrity, dataLoss }: Report): object[] {
  const { result, tables, rows, message } = integrity ?? {};
  const size = [tables !== undefined && `${tables} tables`, rows !== undefined && `${rows} rows`];
  const text = message ?? size.filter(Boolean).join(', ');
  const lost = dataLoss.map(({ name, happened, evidence }) => ({
    name: `${happened ? 'Lost by' : 'Would be lost by'} ${plain(name)}`,
    value: plain(lossIn(evidence), 800),
  }));
  const checked = result
    ? [
        {
          name: `${lost.length > 0 ? 'What was restored' : 'Integrity'}: ${plain(result)}`,
          value: plain(text),
        },
      ]
    : [];
  return [...lost, ...checked];
}
