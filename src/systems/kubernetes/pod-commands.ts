import { parseArgsStringToArgv } from 'string-argv';
import { ActionError, messageOf } from '../../base/errors.ts';
import { redact } from '../../base/redact.ts';
import { asSentence } from '../../base/sentence.ts';
import { execWithin } from './bounded-command.ts';
import { awaitPod } from './choose-pod.ts';
import type { KubeClient } from './client.ts';
import { label, parseRef, type Ref } from './kinds.ts';

/** Characters of a command's output that are asked. */
const MAX_SHOWN = 2000;

/** A service's own check: a command that ends with 0 where its data is whole. */
export interface Command {
  readonly in: Ref;
  readonly argv: readonly string[];
}

export interface CommandResult {
  readonly in: string;
  readonly pod: string;
  readonly command: string;
  /** Null where it did not end or never began. */
  readonly exitCode: number | null;
  readonly output: string;
  readonly seconds: number;
}

/** Reads one line of the input `commands`: `deployment/api-gateway: npm run verify:data:integrity`. @throws ActionError that says what is accepted */
export function parseCommand(line: string): Command {
  const [, ref = '', text = ''] = /^([^\s:]+):\s+(?=\S)(.*)$/.exec(line) ?? [];
  const argv = parseArgsStringToArgv(text);
  if (ref && argv.length > 0) return { in: parseRef(ref), argv };
  throw new ActionError(
    `Input \`commands\` has the line ${JSON.stringify(line)}; accepted is a workload and a command, such as "deployment/api-gateway: npm run verify:data:integrity", without a shell.`,
  );
}

/** Runs the commands at the same time, each in one pod of its workload, for `seconds` at most. */
export function runCommands(
  client: KubeClient,
  namespace: string,
  commands: readonly Command[],
  seconds: number,
): Promise<CommandResult[]> {
  return Promise.all(commands.map((command) => runCommand(client, namespace, command, seconds)));
}

async function runCommand(
  client: KubeClient,
  namespace: string,
  command: Command,
  seconds: number,
): Promise<CommandResult> {
  const begun = performance.now();
  const identity = { in: label(command.in), command: command.argv.join(' ') };
  let pod = '';
  try {
    const first = await awaitPod(client, namespace, command.in);
    pod = first.metadata.name;
    const { exitCode, output } = await execWithin(client, first, command.argv, seconds * 1000);
    return { ...identity, pod, exitCode, output: redact(output).slice(-MAX_SHOWN), seconds: since(begun) };
  } catch (error) {
    client.signal.throwIfAborted();
    return { ...identity, pod, exitCode: null, output: asSentence(messageOf(error)), seconds: since(begun) };
  }
}

const since = (begun: number) => Number(((performance.now() - begun) / 1000).toFixed(1));
