import { existsSync, readFileSync } from 'node:fs';
import { ActionError } from '../runner/errors.ts';
import { inputName } from '../runner/inputs.ts';

const DEFAULT_PATH = '.github/rollback.yml';

/** What the configuration file says for one action in one environment: texts by input name. */
export interface Defaults {
  readonly environment: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Reads the configuration file's values for an action. In `environments.<name>`, the section `defaults` is for
 * every action that has such an input, and a section named like an action is for that one and wins.
 *
 * @throws ActionError where the file is missing though it was asked for, is no YAML (with line and column), or
 *   says what no action understands
 */
export async function loadDefaults(wanted: {
  path: string | undefined;
  environment: string | undefined;
  action: string;
  inputs: readonly string[];
}): Promise<Defaults> {
  const path = wanted.path ?? DEFAULT_PATH;
  if (!existsSync(path)) {
    if (wanted.path)
      throw new ActionError(
        `The configuration ${path} does not exist; check out the repository first, or leave \`config\` out.`,
      );
    return { environment: wanted.environment, values: {} };
  }
  const environments = await readEnvironments(path);
  const names = Object.keys(environments);
  const name = wanted.environment ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined)
    throw new ActionError(
      `${path} has the environments ${names.join(', ')}; say which with the input \`environment\`.`,
    );
  const sections = environments[name];
  if (!sections) throw new ActionError(`${path} has no environment "${name}"; it has ${names.join(', ')}.`);

  const known = new Set(wanted.inputs.map(inputName));
  const own = sections[wanted.action] ?? {};
  const unknown = Object.keys(own).filter((key) => !known.has(key));
  if (unknown.length > 0) {
    throw new ActionError(
      `${path}: environments.${name}.${wanted.action} has the unknown key "${unknown[0]}"; known are ${[...known].sort().join(', ')}.`,
    );
  }
  const shared = Object.entries(sections.defaults ?? {}).filter(([key]) => known.has(key));
  const values = { ...Object.fromEntries(shared), ...own };
  return {
    environment: name,
    values: Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        asText(value, `${path}: environments.${name}.${wanted.action}.${key}`),
      ]),
    ),
  };
}

type Sections = Record<string, Record<string, unknown> | undefined>;

async function readEnvironments(path: string): Promise<Record<string, Sections>> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(readFileSync(path, 'utf8'));
  const error = document.errors[0];
  if (error) {
    const at = error.linePos?.[0];
    throw new ActionError(
      `${path} is not valid YAML at line ${at?.line}, column ${at?.col}: ${error.message.split('\n')[0]}`,
    );
  }
  const content = document.toJS() as { environments?: Record<string, Sections> } | null;
  if (
    !isMap(content?.environments) ||
    !Object.values(content.environments).every((env) => isMap(env) && Object.values(env).every(isMap))
  ) {
    throw new ActionError(
      `${path} must have the form \`environments: {<name>: {<action>: {<input>: <value>}}}\`.`,
    );
  }
  return content.environments;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function asText(value: unknown, where: string): string {
  if (Array.isArray(value)) return value.map((item) => asText(item, where)).join('\n');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new ActionError(`${where} must be a text, a number, true or false, or a list of those.`);
}
