/** The page's style; the page allows no other by its hash. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #0e1116);
  --card: light-dark(#ffffff, #171b22);
  --line: light-dark(#e3e7ed, #2a313c);
  --text: light-dark(#171c24, #e8ecf2);
  --quiet: light-dark(#5a6472, #98a3b3);
  --good: light-dark(#15803d, #4ade80);
  --good-soft: light-dark(#dcfce7, #12351f);
  --bad: light-dark(#b91c1c, #f87171);
  --bad-soft: light-dark(#fee2e2, #431a1d);
  --open: light-dark(#92600a, #fbbf24);
  --open-soft: light-dark(#fef3c7, #3b2c0b);
  --calm: light-dark(#4b5563, #a3adbb);
  --calm-soft: light-dark(#eceff3, #262c36);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); overflow-wrap: break-word; }
code, td, .quiet, dd, small { overflow-wrap: anywhere; }
.word { white-space: nowrap; }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: clamp(1.5rem, 4.5vw, 2.15rem); line-height: 1.2; letter-spacing: -.02em; margin: .6rem 0 .75rem; text-wrap: balance; }
h2 { font-size: 1.05rem; letter-spacing: -.005em; margin: 0 0 1rem; }
h2.next { margin-top: 1.6rem; }
p { margin: 0 0 .5rem; }
a { color: inherit; text-underline-offset: .2em; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.4rem 1.5rem; margin-top: 1.1rem; }
.over { color: var(--quiet); font-size: .85rem; display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: center; }
.why { color: var(--quiet); max-width: 46rem; }
.why b { color: var(--text); font-weight: 600; }
.pill { display: inline-block; padding: .1rem .6rem; border-radius: 99px; font-size: .8rem; font-weight: 600; white-space: nowrap; background: var(--calm-soft); color: var(--calm); }
.pill.done, .pill.met { background: var(--good-soft); color: var(--good); }
.pill.failed, .pill.missed { background: var(--bad-soft); color: var(--bad); }
.pill.running, .pill.started, .pill.planned, .pill.human { background: var(--open-soft); color: var(--open); }
.answers { display: grid; grid-template-columns: 1fr 1fr; gap: .8rem; margin: 1.2rem 0 0; padding: 0; }
.answers div { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--open); border-radius: 12px; padding: .8rem 1rem .9rem; }
.answers .good { border-left-color: var(--good); }
.answers .bad { border-left-color: var(--bad); background: var(--bad-soft); }
.answers dt { font-weight: 650; }
.answers dd { margin: .15rem 0 0; }
summary { cursor: pointer; }
summary h2 { display: inline; }
details[open] > summary { margin-bottom: .9rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .8rem; margin: 1.5rem 0 0; padding: 0; }
.tiles div { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: .9rem 1.1rem 1rem; }
.tiles dt { color: var(--quiet); font-size: .82rem; }
.tiles dd { margin: .1rem 0 0; font-size: 1.45rem; font-weight: 650; letter-spacing: -.02em; line-height: 1.25; }
.tiles .good { color: var(--good); }
.tiles .bad { color: var(--bad); }
svg { display: block; width: 100%; }
svg text { font-size: 13px; fill: var(--text); }
svg .quiet, svg .tick { fill: var(--quiet); }
svg .tick { font-size: 11px; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .goal { stroke: var(--open); stroke-width: 1.5; stroke-dasharray: 5 4; }
svg .goal-word { fill: var(--open); font-size: 11px; font-weight: 600; }
svg rect { fill: var(--calm); }
svg .track { fill: var(--calm-soft); }
svg .done { fill: var(--good); }
svg .failed { fill: var(--bad); }
svg .running, svg .started { fill: var(--open); }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th { text-align: left; color: var(--quiet); font-weight: 500; font-size: .82rem; padding: 0 .8rem .5rem 0; }
td { padding: .6rem .8rem .6rem 0; border-top: 1px solid var(--line); vertical-align: top; }
td:last-child, th:last-child { padding-right: 0; }
td:has(> .pill) { text-align: right; width: 1%; white-space: nowrap; }
code.whole { white-space: nowrap; }
code { font: .86em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet { color: var(--quiet); }
ul { list-style: none; margin: 0; padding: 0; }
li { display: grid; grid-template-columns: 1.5rem 1fr; padding: .5rem 0; border-top: 1px solid var(--line); }
li:first-child { border-top: 0; }
li > b { font-weight: 700; color: var(--calm); }
li > b.done { color: var(--good); }
li > b.failed { color: var(--bad); }
li > b.human { color: var(--open); }
li small { display: block; color: var(--quiet); font-size: .85rem; }
footer { color: var(--quiet); font-size: .82rem; margin-top: 1.6rem; }
@media (max-width: 40rem) {
  main { padding: 1.5rem .9rem 3rem; }
  section { padding: 1.1rem 1rem; }
  .answers { grid-template-columns: 1fr; }
  .tiles { grid-template-columns: 1fr 1fr; }
  .tiles div:last-child:nth-child(odd) { grid-column: 1 / -1; }
  thead { display: none; }
  tr { display: block; position: relative; padding: .7rem 0; border-top: 1px solid var(--line); }
  tbody tr:first-child { border-top: 0; padding-top: 0; }
  td { display: flex; gap: .8rem; padding: .15rem 0; border: 0; }
  code.whole, .word { white-space: normal; }
  td:first-child { font-weight: 600; padding-right: 7.5rem; }
  td:last-child:has(.pill) { position: absolute; right: 0; top: .65rem; width: auto; }
  tr:first-child td:last-child:has(.pill) { top: 0; }
  td:empty { display: none; }
  td[data-name]::before { content: attr(data-name); color: var(--quiet); flex: 0 0 6.2rem; font-size: .85rem; }
}
@media print {
  body { background: #fff; }
  section, .tiles div { break-inside: avoid; }
}
`;
