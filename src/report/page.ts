import { createHash } from 'node:crypto';
import { Liquid } from 'liquidjs';
import { lossIn } from './loss.ts';
import { STYLE } from './page-style.ts';
import { PAGE } from './page-template.ts';
import { timelineOf, trendOf, version } from './picture.ts';
import type { ChecklistItem, Report } from './schema.ts';
import { clock, duration, instant, plain } from './words.ts';

/** The most rows of a table; the JSON report has them all. */
const MOST_ROWS = 300;

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
const DELIVERED: Record<string, string> = { done: 'sent', planned: 'draft' };
const SIGNS = { done: '✓', failed: '✗', human: '○', 'not-applicable': '–' } as const;

/** The report as one HTML page: no network, no script, dark and light. */
export function pageOf(report: Report): Promise<string> {
  const engine = new Liquid({ outputEscape: 'escape', jsTruthy: true, ownPropertyOnly: true });
  return engine.parseAndRender(PAGE, viewOf(report));
}

/** What the template shows, in words. */
function viewOf(report: Report): object {
  const { components, rto, checklist, deliveries, brokenLines } = report;
  const { sha, reason, environment, actor } = report;
  const time = (seconds: number | undefined) => (seconds === undefined ? '–' : duration(seconds));
  return {
    style: STYLE,
    styleHash: `sha256-${createHash('sha256').update(STYLE).digest('base64')}`,
    outcomeClass: report.outcome,
    // A time is not broken: `2 min 5 s`.
    sentence: plain(report.sentence, 400).replace(
      /(?<=\d) (?=(?:s|min|h)\b)|(?<=\d (?:min|h)) (?=\d)/g,
      '\u00a0',
    ),
    reason: plain(reason ?? '', 600),
    environment: plain(environment ?? '', 60),
    actor: plain(actor ?? '', 60),
    sha: plain(sha ?? '').slice(0, 12),
    id: plain(report.id),
    events: report.events,
    outcome: WORDS[report.outcome],
    began: report.started && instant(report.started),
    run: report.run && /^https?:\/\//.test(report.run) ? report.run : undefined,
    tiles: tilesOf(report),
    timeline: timelineOf(report),
    trend: trendOf(report),
    components: components.slice(0, MOST_ROWS).map((each) => ({
      component: plain(each.component),
      whole: each.component.length <= LONGEST_WHOLE,
      from: each.from === each.to || each.outcome === 'skipped' ? undefined : version(each.from),
      to: version(each.to),
      time: each.seconds === undefined ? '' : duration(each.seconds),
      message: plain(each.message ?? '', 400),
      outcome: each.outcome,
      word: WORDS[each.outcome],
    })),
    more: components.length - MOST_ROWS,
    rto: rto.map(({ component, pattern, target, actual, last, p95, state }) => ({
      component: component === 'all' && pattern === 'all' ? 'Whole rollback' : plain(component),
      coded: component === pattern && pattern !== 'all',
      target: duration(target),
      actual: time(actual),
      last: time(last),
      p95: time(p95),
      state,
    })),
    data: dataOf(report),
    deliveries: deliveries.slice(-MOST_ROWS).map(({ at, event, sink, status, message }) => ({
      at: clock(at),
      event: plain(event ?? ''),
      sink: plain(sink),
      message: plain(message ?? ''),
      status,
      word: DELIVERED[status] ?? WORDS[status],
    })),
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

function openOf({ openItems, checklist }: Report): string[] {
  const known = new Set(checklist.map(({ item }) => `${item}.`));
  return openItems.filter(({ item }) => !known.has(item)).map(({ item }) => plain(item, 400));
}

function noteOf({ state, evidence, owner }: ChecklistItem): string {
  const who = state === 'human' ? `Owner: ${owner ?? ''}` : '';
  const what = state === 'not-applicable' ? `not applicable: ${evidence ?? ''}` : (evidence ?? '');
  return plain([who, what].filter(Boolean).join(' – '));
}

function tilesOf({ seconds, counts, rto, integrity, assessment, outcome }: Report): object[] {
  const met = rto.filter(({ state }) => state === 'met').length;
  const missed = rto.some(({ state }) => state === 'missed');
  const ended = seconds !== undefined && { name: 'Time', value: duration(seconds) };
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
  const data = integrity && {
    name: 'Data',
    value: plain(integrity.result, 20),
    tone: { intact: 'good', drift: 'bad' }[integrity.result] ?? '',
  };
  const severity = assessment?.severity && { name: 'Severity', value: plain(assessment.severity, 20) };
  return [ended, back, objectives, data, severity].filter((tile) => typeof tile === 'object');
}

function dataOf({ integrity, dataLoss }: Report): object[] {
  const { result, tables, rows, message } = integrity ?? {};
  const size = [tables !== undefined && `${tables} tables`, rows !== undefined && `${rows} rows`];
  const told = message ?? size.filter(Boolean).join(', ');
  const checked = result ? [{ name: `Integrity: ${plain(result)}`, value: plain(told) }] : [];
  const lost = dataLoss.map(({ component, evidence }) => ({
    name: `Lost by ${plain(component)}`,
    value: plain(lossIn(evidence), 800),
  }));
  return [...checked, ...lost];
}
