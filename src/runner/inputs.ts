import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import { credentialsIn, namedSecretsIn } from '../base/secret-parts.ts';
import { boolean, duration, list, text } from '../base/values.ts';

/** What every action takes. */
export const commonInputs = {
  config: v.optional(text(), '.github/rollback.yml'),
  environment: v.optional(text()),
  component: v.optional(text()),
  rollbackId: v.optional(
    v.pipe(
      text(),
      v.regex(
        /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/,
        (issue) =>
          `is ${JSON.stringify(issue.input)}; accepted are up to 63 letters, digits, dots, dashes and underscores`,
      ),
    ),
  ),
  reason: v.optional(v.pipe(text(), v.maxLength(1000, 'is longer than 1000 characters'))),
  dryRun: v.optional(boolean(), 'false'),
  timeout: v.optional(duration(), '10m'),
  accept: v.optional(list(), ''),
  record: v.optional(text()),
};

/** The inputs of every action that talks to a cluster. */
export const connectionInputs = {
  kubeconfig: v.optional(text()),
  context: v.optional(text()),
  namespace: v.optional(text()),
};

export type CommonInputs = v.InferOutput<v.ObjectSchema<typeof commonInputs, undefined>>;

/** `maxParallel` → `max-parallel`: the name that users write. */
export const inputName = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The raw text of an input as the runner passes it, or undefined where it is empty. */
export function rawInput(env: NodeJS.ProcessEnv, key: string): string | undefined {
  return env[`INPUT_${inputName(key).toUpperCase()}`]?.trim() || undefined;
}

/** Values that stand in for inputs that are not given, and where each is from, for people. */
export interface InputDefaults {
  readonly values: Readonly<Record<string, string>>;
  readonly origins?: Readonly<Record<string, string>>;
}

/**
 * Reads and validates all inputs at once, before anything else happens; `defaults` (the configuration file's
 * values) stand in for inputs that are not given.
 *
 * @throws ActionError naming every wrong input in one sentence
 */
export function readInputs<const E extends v.ObjectEntries>(
  entries: E,
  env: NodeJS.ProcessEnv,
  { values, origins = {} }: InputDefaults = { values: {} },
): v.InferOutput<v.ObjectSchema<E, undefined>> {
  const names = Object.keys(entries).map(inputName);
  // The runner passes inputs that an action does not have with no more than a warning: a mistyped `dry-run` must not be one.
  const unknown = Object.keys(env)
    .filter((key) => key.startsWith('INPUT_') && env[key]?.trim())
    .map((key) => key.slice('INPUT_'.length).toLowerCase())
    .filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new ActionError(
      `There is no input ${unknown.map((name) => `\`${name}\``).join(', ')}; there are ${names.sort().join(', ')}.`,
    );
  }
  const raw = Object.fromEntries(
    Object.keys(entries).map((key) => [key, rawInput(env, key) ?? values[inputName(key)]]),
  );
  const parsed = v.safeParse(v.object(entries), raw);
  if (parsed.success) return parsed.output;
  const problems = parsed.issues.map((issue) => {
    const key = inputName(String(issue.path?.[0]?.key));
    if (issue.input === undefined) return `input \`${key}\` is required`;
    const origin = rawInput(env, String(issue.path?.[0]?.key)) === undefined && origins[key];
    return `input \`${key}\` ${issue.message}${origin ? ` (${origin})` : ''}`;
  });
  throw new ActionError(sentence(problems.join('; ')));
}

/** The inputs of an action that hold secrets. */
export function secretKeys(entries: v.ObjectEntries): string[] {
  return Object.keys(entries).filter((key) => {
    const entry = entries[key] as v.GenericSchema & { wrapped?: v.GenericSchema };
    return v.getMetadata(entry.wrapped ?? entry).secret === true;
  });
}

/** Inputs that are not secret as a whole, and have some: a kubeconfig given as content, headers. */
const HOLDS_SECRETS = /^kubeconfig$|headers$/i;

/** All that inputs hold of secrets: those that are one, and the credentials in addresses. `input` gives a text by its key. */
export function secretsIn(
  entries: v.ObjectEntries,
  input: (key: string) => string | undefined,
): readonly string[] {
  const keys = secretKeys(entries);
  return Object.keys(entries).flatMap((key) => {
    const given = input(key) ?? '';
    if (keys.includes(key)) return [given];
    return [...credentialsIn(given), ...(HOLDS_SECRETS.test(key) ? namedSecretsIn(given) : [])];
  });
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
