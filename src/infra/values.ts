import { ActionError } from '../runner/errors.ts';

/** Terraform's names of variables. */
const NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
/** Types whose values are written as they are; the rest is JSON. */
const PLAIN = /^(string|number|bool|any)?$/;
/** Settings of backends that let somebody in. */
const SECRET_SETTING = /pass|secret|token|key|cred|conn_str|sas|cert/i;

/** The lines `name=value` of an input, by name; the value may have anything but a line's end. */
export function parseAssignments(lines: readonly string[], input: string): Map<string, string> {
  const entries = lines.map((line): [string, string] => {
    const at = line.indexOf('=');
    const name = line.slice(0, Math.max(at, 0)).trimEnd();
    const value = line.slice(at + 1).trimStart();
    if (!NAME.test(name)) {
      // The line may hold a secret that somebody pasted into the wrong input.
      throw new ActionError(`A line of \`${input}\` does not have the form name=value; give one a line.`);
    }
    return [name, value];
  });
  return new Map(entries);
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
      const told = known.length > 0 ? `it declares ${known.join(', ')}` : 'it declares none';
      throw new ActionError(
        `The configuration does not declare the variable "${name}" of \`vars\`; ${told}.`,
      );
    }
    const type = declared[name] as string;
    return [name, PLAIN.test(type) ? value : parseJson(name, value, type)];
  });
  return Object.fromEntries(values) as Record<string, unknown>;
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
  const found = text.match(/(?:"(?:[^"\\\n]|\\.)*"|[^",\n])+/g) ?? [];
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
