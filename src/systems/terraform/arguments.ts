import { ActionError } from '../../base/errors.ts';

/** A value or a file of values, as `-var` and `-var-file` give it. */
type Variable = { readonly file: string } | { readonly name: string; readonly value: string };

/** What TF_CLI_ARGS variables add to the deploy's commands, by what it is for. */
export interface DeployArguments {
  readonly backendConfig: readonly string[];
  /** In the order in which a later one wins. */
  readonly variables: readonly Variable[];
  /** As it is written, such as `5m`; undefined where none is given. */
  readonly lockTimeout: string | undefined;
  /** Options that are passed on as they are. */
  readonly init: readonly string[];
  readonly plan: readonly string[];
  readonly apply: readonly string[];
  /** Variables with an option that is left out here, as a plan with it would not see what was changed outside of Terraform. */
  readonly blind: readonly string[];
}

interface Option {
  readonly name: string;
  readonly value: string | undefined;
  /** The variable of the environment that has it. */
  readonly from: string;
}

/** Options whose value may be the next word; what is a yes or no has it behind a `=`. */
const WITH_VALUE =
  /^(var|var-file|backend-config|lock-timeout|parallelism|target|target-file|exclude|exclude-file|replace|out|state|state-out|backup|plugin-dir|from-module|lockfile|generate-config-out|test-directory)$/;
/** What says how something is printed or asked, or what this action does in any case. */
const WITHOUT_EFFECT =
  /^(input|no-color|compact-warnings|consolidate-warnings|consolidate-errors|concise|deprecation|auto-approve|json|detailed-exitcode|out|reconfigure)$/;
/** Options that have no effect where they are true, which is their default. */
const USUALLY_TRUE = /^(lock|get|backend)$/;
/** A deploy that does not look at what there is takes only what is in Git to it; a rollback would take back what others did since. */
const LOOKS = 'refresh';
const PASSED_ON: Readonly<Record<'init' | 'plan' | 'apply', RegExp>> = {
  init: /^(upgrade|plugin-dir|lockfile)$/,
  plan: /^parallelism$/,
  apply: /^parallelism$/,
};

/**
 * Reads what TF_CLI_ARGS, TF_CLI_ARGS_init, _plan and _apply add to the commands of a deploy, so that a rollback plans
 * with the same. Terraform itself never sees these variables: its commands here have options of their own. Pure.
 *
 * @throws ActionError naming an option with which a plan would not be the whole, or the state another one
 */
export function deployArguments(env: NodeJS.ProcessEnv): DeployArguments {
  const init = optionsOf(env, 'init');
  const plan = optionsOf(env, 'plan');
  const apply = optionsOf(env, 'apply');
  for (const option of [...init, ...plan, ...apply]) check(option);
  const planned = plan.flatMap(variableOf);
  return {
    backendConfig: init.filter(({ name }) => name === 'backend-config').map(({ value = '' }) => value),
    // A deploy by `apply` alone gives them there.
    variables: planned.length > 0 ? planned : apply.flatMap(variableOf),
    lockTimeout: [...apply, ...plan].findLast(({ name }) => name === 'lock-timeout')?.value,
    init: passedOn(init, 'init'),
    plan: passedOn(plan, 'plan'),
    apply: passedOn(apply, 'apply'),
    blind: [...new Set(plan.filter(isBlind).map(({ from }) => from))],
  };
}

/** As Terraform puts them together: those for one command first, so that those for all win. */
const optionsOf = (env: NodeJS.ProcessEnv, command: string): Option[] =>
  [`TF_CLI_ARGS_${command}`, 'TF_CLI_ARGS'].flatMap((name) => readOptions(env[name] ?? '', name));

function readOptions(text: string, from: string): Option[] {
  const words = wordsOf(text, from);
  const options: Option[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    const [, name, value] = /^--?([a-z][a-z-]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (name === undefined)
      throw new ActionError(
        `${from} has ${JSON.stringify(word)}, which is not an option; give it as an input of this action.`,
      );
    if (value === undefined && WITH_VALUE.test(name)) at += 1;
    options.push({ name, value: value ?? (WITH_VALUE.test(name) ? words[at] : undefined), from });
  }
  return options;
}

/** A space, something quoted, an escaped sign, or plain text. */
const PIECE =
  /(?<space>\s+)|'(?<single>[^']*)'|"(?<double>(?:[^"\\]|\\[\s\S])*)"|\\(?<sign>[\s\S])|(?<plain>[^\s'"\\]+)/gy;

/** Words as Terraform cuts them: quotes as in a shell, and nothing else of one. */
function wordsOf(text: string, from: string): string[] {
  const words: string[] = [];
  let isOpen = false;
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < text.length) {
    const groups = PIECE.exec(text)?.groups;
    if (!groups) throw new ActionError(`${from} has a quote that does not end.`);
    const { space, single, double, sign, plain } = groups;
    const piece = plain ?? single ?? sign ?? (double ?? '').replace(/\\([\s\S])/g, '$1');
    if (space === undefined) words.push(`${isOpen ? words.pop() : ''}${piece}`);
    isOpen = space === undefined;
  }
  return words;
}

function check({ name, value, from }: Option): void {
  const isTaken =
    WITHOUT_EFFECT.test(name) ||
    (USUALLY_TRUE.test(name) && (value ?? 'true') === 'true') ||
    /^(var|var-file|backend-config|lock-timeout)$/.test(name) ||
    name === LOOKS ||
    Object.values(PASSED_ON).some((pattern) => pattern.test(name));
  if (isTaken) return;
  throw new ActionError(
    `${from} has -${name}, with which a rollback would plan something else than the whole from today's state; unset it for this step.`,
  );
}

const isBlind = ({ name, value = 'true' }: Option): boolean => name === LOOKS && value !== 'true';

const passedOn = (options: readonly Option[], command: keyof typeof PASSED_ON): string[] =>
  options
    .filter(({ name }) => PASSED_ON[command].test(name))
    .map(({ name, value }) => `-${name}${value === undefined ? '' : `=${value}`}`);

function variableOf({ name, value = '', from }: Option): Variable[] {
  if (name === 'var-file') return [{ file: value }];
  if (name !== 'var') return [];
  const at = value.indexOf('=');
  if (at <= 0) throw new ActionError(`${from} has a -var that does not have the form name=value.`);
  return [{ name: value.slice(0, at).trim(), value: value.slice(at + 1) }];
}
