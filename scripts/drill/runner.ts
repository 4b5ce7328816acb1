import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const dist = resolve(import.meta.dirname, '../../dist');

let nextRun = 4711;

/** What a step left behind. */
export interface Step {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs an action from dist/ as a runner does, and shows its log as it comes, without the runner's commands. */
export async function runStep(
  name: string,
  inputs: Readonly<Record<string, string>>,
  temp: string,
): Promise<Step> {
  const output = join(temp, `output-${randomUUID()}`);
  writeFileSync(output, '');
  const env = Object.fromEntries(
    Object.entries(inputs).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value]),
  );
  const { PATH } = process.env;
  const child = spawn(process.execPath, [join(dist, name, 'index.js')], {
    cwd: temp,
    env: {
      PATH,
      RUNNER_TEMP: temp,
      GITHUB_RUN_ID: String(nextRun++),
      GITHUB_OUTPUT: output,
      GITHUB_STATE: output,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let rest = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) show(line);
  }
  const exitCode = child.exitCode ?? (await new Promise<number | null>((done) => child.once('exit', done)));
  const blocks = readFileSync(output, 'utf8').matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2$/gm);
  return { exitCode, outputs: Object.fromEntries([...blocks].map(([, key, , value]) => [key, value])) };
}

function show(line: string): void {
  const annotation = /^::(error|warning|group)[^:]*::(.*)$/.exec(line);
  const text = annotation
    ? `${{ error: '✗', warning: '!', group: '▸' }[annotation[1] as 'error']} ${annotation[2]}`
    : line;
  if (text && !text.startsWith('::')) console.log(`    ${text}`);
}
