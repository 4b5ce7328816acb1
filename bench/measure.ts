import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command took. */
export interface Cost {
  readonly seconds: number;
  /** User and system time of it and of all that it started. */
  readonly cpuSeconds: number;
  readonly log: string;
}

/** Runs a command to its end; bash's `times` counts the CPU time of everything below it. @throws where it fails */
export async function measure(command: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Cost> {
  const report = join(mkdtempSync(join(tmpdir(), 'bench-')), 'times');
  const begun = performance.now();
  const child = spawn('bash', ['-c', '"$@"; code=$?; times >"$REPORT"; exit $code', 'bench', ...command], {
    env: { ...process.env, ...env, REPORT: report },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  const code = await new Promise((done) => child.on('close', done));
  const seconds = (performance.now() - begun) / 1000;
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${log.slice(-2000)}`);
  const children = readFileSync(report, 'utf8').split('\n')[1] ?? '';
  const cpuSeconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );
  return { seconds, cpuSeconds, log };
}

/** The middle one of an odd number of figures. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

/** A Markdown table whose columns line up in a console, too. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  return [head, widths.map((width) => '-'.repeat(width)), ...rows]
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n');
}

/** How many times as much one figure is as another. */
export const times = (a: number, b: number): string => `${(a / b).toFixed(a / b < 10 ? 2 : 0)}×`;

/**
 * A module for Node's `--import` after which a process says at its end how much memory it took. Linux tells a process
 * that was started by a larger one the larger one's peak as its own (`maxRSS`), but not here.
 */
export const TELL_MEMORY = moduleOf(`
  import { readFileSync } from 'node:fs';
  process.on('exit', () => console.log('peak memory ' + /VmHWM:.*/.exec(readFileSync('/proc/self/status', 'utf8'))));
`);

/** What a process that was told so said. */
export const peakMegabytes = (log: string): number =>
  Number(/peak memory VmHWM:\s*(\d+) kB/.exec(log)?.[1]) / 1024;

/** A module as its URL. */
export function moduleOf(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
