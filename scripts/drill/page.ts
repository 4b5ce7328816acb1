import type { RecordEvent } from '../../src/record/record.ts';

/** A workload as the output `workloads` of rollback-service has it. */
export interface Workload {
  readonly kind: string;
  readonly name: string;
  readonly from: { readonly revision: number; readonly images: Record<string, string> };
  readonly to: { readonly revision: number; readonly images: Record<string, string> };
  readonly outcome: string;
  readonly seconds: number;
  readonly message: string;
}

/** A step of the drill, as it was timed. */
export interface Timed {
  readonly name: string;
  readonly seconds: number;
}

const inert = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The drill as one HTML page that needs no network. */
export function page(
  sentence: string,
  steps: readonly Timed[],
  workloads: readonly Workload[],
  record: readonly RecordEvent[],
): string {
  const total = steps.reduce((sum, step) => sum + step.seconds, 0);
  const rows = workloads.map(
    ({ kind, name, from, to, outcome, seconds, message }) =>
      `<tr><td><b class="${outcome}">${inert(outcome)}</b></td><td>${inert(`${kind.toLowerCase()}/${name}`)}</td><td>${images(from)} → ${images(to)}</td><td class="n">${seconds.toFixed(1)} s</td><td>${inert(message)}</td></tr>`,
  );
  const bars = steps.map(
    ({ name, seconds }) =>
      `<tr><td>${inert(name)}</td><td class="bar"><i style="width:${((100 * seconds) / total).toFixed(1)}%"></i></td><td class="n">${seconds.toFixed(1)} s</td></tr>`,
  );
  const events = record.map(
    ({ at, component, step, status, message = '' }) =>
      `<tr><td>${inert(at.slice(11, 23))}</td><td>${inert(component)}</td><td>${inert(step)}</td><td>${inert(status)}</td><td>${inert(message)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rollback drill</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
div { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
td, th { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #8884; vertical-align: top; }
b, .n { white-space: nowrap; }
code { font-size: .85em; }
.bar { width: 50%; min-width: 4rem; }
.bar i { display: block; height: .9rem; margin-top: .3rem; min-width: 2px; border-radius: 3px; background: #3b82f6; }
.rolled-back, .no-op { color: light-dark(#15803d, #4ade80); }
.failed, .restored { color: light-dark(#b91c1c, #f87171); }
</style>
<h1>${inert(sentence)}</h1>
<h2>Time</h2>
<div><table>${bars.join('\n')}</table></div>
<h2>Workloads</h2>
<div><table><tr><th></th><th>Workload</th><th>From → to</th><th>Time</th><th>Why</th></tr>
${rows.join('\n')}</table></div>
<h2>Record</h2>
<div><table><tr><th>At (UTC)</th><th>Component</th><th>Step</th><th>Status</th><th></th></tr>
${events.join('\n')}</table></div>
</html>
`;
}

function images({ revision, images }: Workload['from']): string {
  const tags = Object.values(images).map((image) => `<code>${inert(image.replace(/^.*:/, ''))}</code>`);
  return `${revision} ${tags.join(' ')}`;
}
