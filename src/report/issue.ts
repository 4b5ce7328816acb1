import { link, plainText } from './plain-text.ts';
import { isNotBack } from './reasons.ts';
import type { ChecklistItem, Report } from './schema.ts';
import { answered, checklistLine, componentsTable, grouped, ICONS_OF } from './summary.ts';
import { instant, plain } from './words.ts';

const BEGIN = '<!-- rollback-actions: report';
const END = '<!-- rollback-actions: end of report -->';

/** The hidden line by which the issue of a rollback is found again. */
export const markerOf = (id: string): string =>
  `${BEGIN} ${JSON.stringify(id).replaceAll('--', '-\\u002d')} -->`;

/** The most that GitHub takes as an issue's body, with room for what people add, in characters. */
const MAX_CHARACTERS = 60_000;

/** The issue's title. */
export function titleOf({ environment, started, id }: Report): string {
  const where = environment === undefined ? '' : ` of ${plain(environment, 60)}`;
  return `Rollback${where}${started ? ` on ${started.slice(0, 10)}` : ''} (${plain(id, 70)})`;
}

/**
 * The issue's body: what is asked first, the checklist with a box an item, and the components. Of the body that it had (`before`),
 * what people wrote around the report stays, and so does each box that they ticked.
 */
export function bodyOf(report: Report, before = ''): string {
  const [head = '', rest] = splitOnce(before, markerOf(report.incident));
  const [own, tail = ''] = splitOnce(rest ?? '', END);
  const ticked = tickedIn(own ?? '');
  const lines = report.checklist.map((item) => boxOf(item, ticked));
  const { reason, run, started, id } = report;
  const facts = [
    reason && `**Why:** ${plainText(reason, 1000)}`,
    started && `**Began:** ${instant(started)}`,
    run && `**Run:** ${link(id, run)}`,
  ].filter(Boolean);
  const left = report.components.filter(isNotBack);
  const parts = [
    markerOf(report.incident),
    `${ICONS_OF[report.standing]} **${plainText(report.headline, 200)}**\n\n${answered(report)}`,
    plainText(report.sentence, 600),
    facts.join('\n'),
    `### Checklist\n\n${lines.join('\n')}`,
    grouped(left),
    componentsTable(report.components.filter((each) => !left.includes(each))),
  ];
  return `${head}${cut(parts.filter(Boolean).join('\n\n'))}\n\n${END}${rest === undefined ? '' : tail}`;
}

/** The box of an item, and the name by which it is known again, with whether we ticked it. */
function boxOf(item: ChecklistItem, ticked: ReadonlySet<string>): string {
  const line = checklistLine(item);
  const box = ticked.has(keyOf(item.item)) ? line.replace('- [ ] ', '- [x] ') : line;
  return `${box} <!-- item ${keyOf(item.item)} ${item.state} -->`;
}

/** The items that people ticked: their boxes have a tick that we did not set. */
function tickedIn(body: string): Set<string> {
  const boxes = body.matchAll(/^[ \t]*[-*] \[([ xX])\] .*<!-- item (\S{1,200}) (\S{1,40}) -->[ \t\r]*$/gm);
  return new Set(
    [...boxes].filter(([, box, , state]) => box !== ' ' && state !== 'done').map(([, , key = '']) => key),
  );
}

const keyOf = (item: string) => encodeURIComponent(plain(item)).replaceAll('-', '%2D').slice(0, 200);

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** Cuts at a line; the checklist stands before what may be long. */
function cut(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  return `${text.slice(0, text.lastIndexOf('\n', MAX_CHARACTERS))}\n\n… the rest is in the report of the run.`;
}
