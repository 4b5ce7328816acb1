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

/** Prints a table whose columns line up. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  for (const row of [head, widths.map((width) => '-'.repeat(width)), ...rows]) {
    console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  }
}
