import { inert, table } from '../base/markdown.ts';
import type { Run } from './history.ts';
import type { Line, State } from './line.ts';

type Verdict = Run['result'];

const SIGNS: Record<State, string> = { ok: '✅', 'not-checked': '➖', 'at-risk': '⚠️', 'not-ready': '❌' };
const WORDS: Record<Verdict, string> = { ready: 'ready', 'at-risk': 'at risk', 'not-ready': 'not ready' };

/** What is wrong, the worst first. */
export const wrongIn = (lines: readonly Line[]): Line[] => [
  ...lines.filter(({ state }) => state === 'not-ready'),
  ...lines.filter(({ state }) => state === 'at-risk'),
];

/** One sentence: how it is, of what first, since when, and what to do. */
export function sentenceOf(environment: string, verdict: Verdict, lines: readonly Line[]): string {
  const unchecked = lines.filter(({ state }) => state === 'not-checked').length;
  const rest = unchecked > 0 ? `; ${unchecked} of ${lines.length} checks were not made` : '';
  const checks = lines.length - unchecked;
  if (verdict === 'ready')
    return `${environment} can be rolled back: ${checks} ${checks === 1 ? 'check' : 'checks'} found nothing in the way${rest}.`;
  const [first, ...others] = wrongIn(lines);
  const how =
    verdict === 'not-ready' ? 'could not be rolled back now' : 'may not be rolled back as it should';
  if (!first) return `${environment} ${how}: of a component nothing could be checked${rest}.`;
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  const todo = first.remedy ? `: ${first.remedy}` : '';
  return `${environment} ${how}: ${first.component}, ${first.check}: ${first.evidence} (since ${first.since.slice(0, 16)}Z)${todo}${more}${rest}.`;
}

/** The job summary: the sentence, what is wrong, the board, the trend, and everything that was seen. */
export function summaryOf(message: string, lines: readonly Line[], runs: readonly Run[]): string {
  const wrong = wrongIn(lines).map((line) => [
    `${SIGNS[line.state]} ${inert(line.component)}`,
    inert(line.check),
    inert(line.evidence),
    inert(line.since.slice(0, 10)),
    inert(line.remedy),
  ]);
  const all = lines.map((line) => [
    SIGNS[line.state],
    inert(line.component),
    inert(line.check),
    inert(line.evidence),
  ]);
  return [
    `## ${inert(message)}`,
    ...(wrong.length > 0 ? [table(['', 'Check', 'What', 'Since', 'What to do'], wrong)] : []),
    boardOf(lines),
    ...(runs.length > 1 ? [`The last ${Math.min(runs.length, 30)} checks: ${trendOf(runs)}`] : []),
    `<details><summary>All checks</summary>\n\n${table(['', 'Component', 'Check', 'What was seen'], all)}\n\n</details>`,
  ].join('\n\n');
}

/** Components by checks, a sign each. */
function boardOf(lines: readonly Line[]): string {
  const rows = [...new Set(lines.map(({ component }) => component))].map((name) => {
    const own = lines.filter(({ component }) => component === name);
    return [inert(name), own.map(({ check, state }) => `${SIGNS[state]} ${inert(check)}`).join(' · ')];
  });
  return table(['Component', 'Checks'], rows);
}

const RUN_SIGNS: Record<Verdict, string> = { ready: '🟩', 'at-risk': '🟨', 'not-ready': '🟥' };
const trendOf = (runs: readonly Run[]): string =>
  runs
    .slice(-30)
    .map(({ result }) => RUN_SIGNS[result])
    .join('');

/** What a badge of shields.io reads (its "endpoint" form). */
export const badgeOf = (environment: string, verdict: Verdict): object => ({
  schemaVersion: 1,
  label: `rollback of ${environment}`,
  message: WORDS[verdict],
  color: { ready: 'brightgreen', 'at-risk': 'yellow', 'not-ready': 'red' }[verdict],
});

/** A page that needs nothing else: the board first, then everything that was seen. */
export function pageOf(message: string, lines: readonly Line[], runs: readonly Run[], at: string): string {
  const sections = [...new Set(lines.map(({ component }) => component))].map((name) => {
    const own = lines.filter(({ component }) => component === name);
    const cells = own.map(
      ({ check, state, evidence }) =>
        `<td class="${state}" title="${escaped(evidence)}">${SIGNS[state]} ${escaped(check)}</td>`,
    );
    return `<tr><th scope="row">${escaped(name)}</th>${cells.join('')}</tr>`;
  });
  const rows = [
    ...wrongIn(lines),
    ...lines.filter(({ state }) => state === 'ok' || state === 'not-checked'),
  ].map(
    (line) =>
      `<tr class="${line.state}"><td>${SIGNS[line.state]}</td><td>${escaped(line.component)}</td><td>${escaped(line.check)}</td><td>${escaped(line.evidence)}</td><td>${escaped(line.since.slice(0, 10))}</td><td>${escaped(line.remedy)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(message.slice(0, 80))}</title>
<style>
:root{color-scheme:light dark}
body{background:light-dark(#fff,#111);color:light-dark(#111,#eee);font:16px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem}
h1{font-size:1.3rem}h1,td{overflow-wrap:anywhere}table{border-collapse:collapse;margin:1rem 0}
th,td{border:1px solid #8884;padding:.35rem .6rem;text-align:left;vertical-align:top}
.board td{overflow-wrap:normal;white-space:nowrap}
.ok{background:light-dark(#e3f2e4,#16301a)}.at-risk{background:light-dark(#fdf1d3,#3d3210)}.not-ready{background:light-dark(#fbdcdc,#4a1616)}
@media(max-width:40rem){table,tbody,tr,td,th{display:block}th{border-bottom:0}.heads{display:none}td{border-top:0}}
</style></head><body><main>
<h1>${escaped(message)}</h1>
<p>${escaped(at)} ${trendOf(runs)}</p>
<table class="board">${sections.join('\n')}</table>
<table><tr class="heads"><th></th><th>Component</th><th>Check</th><th>What was seen</th><th>Since</th><th>What to do</th></tr>
${rows.join('\n')}
</table></main></body></html>
`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
