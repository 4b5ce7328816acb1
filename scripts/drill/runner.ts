import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { type StepResult, startAction } from '../../test/support/action.ts';

let nextRun = 4711;

/** The id of the workflow run that the next step belongs to; two steps with one id are of one run. */
export const newRun = (): string => String(nextRun++);

/** Runs an action from dist/ as a runner does, and shows its log as it comes, without the runner's commands. */
export function runStep(
  name: string,
  inputs: Readonly<Record<string, string>>,
  temp: string,
  env: NodeJS.ProcessEnv = {},
  run: string = newRun(),
): Promise<StepResult> {
  const { process, result } = startAction(name, { with: inputs, temp, env, run });
  createInterface({ input: process.stdout as Readable }).on('line', shower());
  return result;
}

/** Shows a line after the other; what a group folds is not shown, as on the runner's page. */
function shower(): (line: string) => void {
  let isFolded = false;
  return (line) => {
    const annotation = /^::(error|warning|group)[^:]*::(.*)$/.exec(line);
    const text = annotation
      ? `${{ error: '✗', warning: '!', group: '▸' }[annotation[1] as 'error']} ${annotation[2]}`
      : line;
    if (line === '::endgroup::') isFolded = false;
    if (text && !text.startsWith('::') && !isFolded) console.log(`    ${text}`);
    if (annotation?.[1] === 'group') isFolded = true;
  };
}
