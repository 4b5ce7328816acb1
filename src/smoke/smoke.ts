import { Writable } from 'node:stream';
import { parseArgsStringToArgv } from 'string-argv';
import { ActionError, messageOf } from '../base/errors.ts';
import { redact } from '../base/redact.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { type Command, parseCommand, runCommands } from '../systems/kubernetes/pod-commands.ts';
import { run } from '../systems/process.ts';

/** Characters of a test's output that are shown. */
const MAX_SHOWN = 2000;

/** A smoke test: a program and its arguments, in a pod of a workload or on the runner. */
interface SmokeTest {
  /** As it was written. */
  readonly line: string;
  readonly inPod: Command | undefined;
  readonly argv: readonly string[];
}

/** What became of one. */
export interface SmokeResult {
  readonly test: string;
  readonly isPassed: boolean;
  /** The end of what it said; why it did not run, where it did not. */
  readonly output: string;
  readonly seconds: number;
}

/**
 * Reads one line of the input `commands`: `npm run smoke` is run on the runner, `deployment/api: npm run smoke` in a pod.
 *
 * @throws ActionError where it names a workload and is not a command
 */
export function parseTest(line: string): SmokeTest {
  if (/^[a-z]+\/[^\s:]+:(\s|$)/.test(line)) {
    const inPod = parseCommand(line);
    return { line, inPod, argv: inPod.argv };
  }
  const argv = parseArgsStringToArgv(line);
  if (argv.length > 0 && argv[0] !== '') return { line, inPod: undefined, argv };
  throw new ActionError(
    `Input \`commands\` has the line ${JSON.stringify(line)}; accepted are a program with its arguments, such as "npm run smoke", and a workload before it, such as "deployment/api: npm run smoke", without a shell.`,
  );
}

interface SmokeContext {
  /** For those in pods. */
  readonly pods: { readonly client: KubeClient; readonly namespace: string } | undefined;
  /** Seconds that each may take. */
  readonly seconds: number;
  /** What those on the runner get of its environment besides what finds programs. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Runs all of them side by side, each to its end. */
export function runTests(tests: readonly SmokeTest[], running: SmokeContext): Promise<SmokeResult[]> {
  return Promise.all(
    tests.map((test) => (test.inPod ? inPod(test, test.inPod, running) : onRunner(test, running))),
  );
}

async function inPod(
  { line }: SmokeTest,
  command: Command,
  { pods, seconds }: SmokeContext,
): Promise<SmokeResult> {
  if (!pods) throw new Error('There is no cluster for a test in a pod.');
  const [result] = await runCommands(pods.client, pods.namespace, [command], seconds);
  const { exitCode = null, output = '', seconds: took = 0 } = result ?? {};
  return { test: line, isPassed: exitCode === 0, output, seconds: took };
}

async function onRunner(
  { line, argv }: SmokeTest,
  { seconds, environment, signal }: SmokeContext,
): Promise<SmokeResult> {
  const begun = performance.now();
  const late = AbortSignal.timeout(seconds * 1000);
  let collected = '';
  const collect = (text: string) => {
    collected = `${collected}${text}`.slice(-4 * MAX_SHOWN);
  };
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      collect(chunk.toString());
      done();
    },
  });
  const ended = (isPassed: boolean, output: string): SmokeResult => ({
    test: line,
    isPassed,
    output: redact(output).slice(-MAX_SHOWN),
    seconds: Number(((performance.now() - begun) / 1000).toFixed(1)),
  });
  const [program = '', ...words] = argv;
  try {
    const { code } = await run(program, words, {
      environment,
      signal: AbortSignal.any([signal, late]),
      output,
      onError: (text) => collect(`${text}\n`),
    });
    return ended(code === 0, collected);
  } catch (error) {
    signal.throwIfAborted();
    if (late.aborted) return ended(false, `It did not end within ${seconds} s.`);
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return ended(false, isMissing ? `There is no program ${program} on this runner.` : messageOf(error));
  }
}
