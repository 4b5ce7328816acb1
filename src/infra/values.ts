import { ActionError } from '../base/errors.ts';
import { unquoted } from './hcl.ts';

/** Terraform's names of variables. */
const NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
/** Types whose values are written as they are; the rest is JSON. */
const PLAIN = /^(string|number|bool|any)?$/;
/** Settings of backends that are credentials. */
const SECRET_SETTING = /pass|secret|token|key|cred|conn_str|sas|cert/i;

/** The lines `name=value` of an input, by name; the value may have anything but a line's end. */
export function parseAssignments(lines: readonly string[], input: string): Map<string, string> {
  const entries = lines.map((line): [string, string] => {
    const at = line.indexOf('=');
    const name = line.slice(0, Math.max(at, 0)).trimEnd();
    const text = line.slice(at + 1).trimStart();
    if (!NAME.test(name)) {
      // The line may hold a secret that was pasted into the wrong input.
      throw new ActionError(`A line of \`${input}\` does not have the form name=value; give one a line.`);
    }
    // An output that does not exist is empty too.
    if (text === '')
      throw new ActionError(
        `\`${name}\` of \`${input}\` has no value; in a workflow, an output or a secret that does not exist is empty. Write \`${name}=""\` where no text is meant.`,
      );
    return [name, withoutQuotes(text)];
  });
  return new Map(entries);
}

/** Quotes around the whole are those of a shell or of Terraform's language, and not part of the value. */
function withoutQuotes(text: string): string {
  if (/^'[^']*'$/.test(text)) return text.slice(1, -1);
  return unquoted(text) ?? text;
}

/**
 * Values as a `.tfvars.json` takes them: texts for plain types, JSON for lists, maps and objects. A name that the
 * configuration does not declare is refused, because Terraform would ignore it and plan something else.
 *
 * @param declared types by name, as the configuration writes them
 * @throws ActionError naming the variable
 */
export function valuesFor(
  assignments: ReadonlyMap<string, string>,
  declared: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const known = Object.keys(declared).sort();
  const values = [...assignments].map(([name, value]) => {
    if (!Object.hasOwn(declared, name)) {
      const choices = known.length > 0 ? `it declares ${known.join(', ')}` : 'it declares none';
      throw new ActionError(
        `The configuration does not declare the variable "${name}" of \`vars\`; ${choices}.`,
      );
    }
    const type = declared[name] as string;
    return [name, PLAIN.test(type) ? value : parseJson(name, value, type)];
  });
  return Object.fromEntries(values) as Record<string, unknown>;
}

/**
 * A value of a deploy's `-var` as a file of variables takes it: a text for plain types, an expression for lists, maps
 * and objects, as Terraform reads both.
 *
 * @throws ActionError where the configuration does not have the variable
 */
export function cliValueFor(name: string, value: string, declared: Readonly<Record<string, string>>): string {
  const type = Object.hasOwn(declared, name) ? declared[name] : undefined;
  if (type === undefined || !NAME.test(name))
    throw new ActionError(
      `The configuration does not declare the variable ${JSON.stringify(name)} that TF_CLI_ARGS gives a value; unset it there, or roll back to a ref that has it.`,
    );
  const text = JSON.stringify(value).replace(/[$%]\{/g, (sign) => `${sign[0]}${sign}`);
  return `${name} = ${PLAIN.test(type) ? text : value}\n`;
}

/** The input `backend-config`: settings `name=value`, and paths of files with more of them. */
export function parseBackendConfig(lines: readonly string[]) {
  const settings = parseAssignments(
    lines.filter((line) => line.includes('=')),
    'backend-config',
  );
  return { settings, files: lines.filter((line) => !line.includes('=')) };
}

/** The values of settings that are secrets, and the passwords in those that are URLs. */
export function secretsOf(settings: ReadonlyMap<string, string>): string[] {
  return [...settings].flatMap(([name, value]) => {
    const password = /:\/\/[^/@:]*:([^/@]+)@/.exec(value)?.[1] ?? / ?password=(\S+)/.exec(value)?.[1];
    const texts = password ? [password, decoded(password)] : [];
    return SECRET_SETTING.test(name) ? [value, ...texts] : texts;
  });
}

/** Exact addresses, one a line or between commas; a comma in quotes belongs to the address. */
export function parseAddresses(text: string): string[] {
  const found = text.match(/(?:"(?:[^"\\\n]|\\.)*(?:"|\\?(?=\n|$))|[^",\n])+/g) ?? [];
  return found.map((address) => address.trim()).filter((address) => address !== '');
}

function parseJson(name: string, value: string, type: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    const kind = type.replace(/\s+/g, ' ');
    throw new ActionError(
      `The variable "${name}" of \`vars\` must be JSON, because its type is ${kind}; for example ["a", "b"].`,
    );
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
