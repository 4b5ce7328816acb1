import { existsSync, readFileSync } from 'node:fs';
import { ActionError, messageOf } from '../runner/errors.ts';
import { inputName } from '../runner/inputs.ts';

const DEFAULT_PATH = '.github/rollback.yml';

/** What an environment may have: values for all actions, and for each. */
const SECTIONS = [
  'defaults',
  'assess',
  'mark-good',
  'rollback-service',
  'rollback-db',
  'rollback-infra',
  'verify-integrity',
  'clear-cache',
  'switch-dns',
  'notify',
  'report',
];

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
  if (name === undefined) {
    throw new ActionError(
      `${path} has the environments ${names.join(', ')}; say which with the input \`environment\`.`,
    );
  }
  if (!Object.hasOwn(environments, name)) {
    throw new ActionError(`${path} has no environment "${name}"; it has ${names.join(', ')}.`);
  }
  const sections = environments[name] as Sections;
  const stranger = Object.keys(sections).find((section) => !SECTIONS.includes(section));
  if (stranger) {
    throw new ActionError(
      `${path}: environments.${name} has the unknown section "${stranger}"; known are ${SECTIONS.join(', ')}.`,
    );
  }

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
  if (error)
    throw new ActionError(`${path} is not valid YAML: ${error.message.split('\n')[0]?.replace(/:$/, '.')}`);
  const content = contentOf(document, path);
  const { environments } = isMap(content) ? content : {};
  const isEnvironment = (value: unknown) => isMap(value) && Object.values(value).every(isMap);
  if (
    !isMap(environments) ||
    Object.keys(environments).length === 0 ||
    !Object.values(environments).every(isEnvironment)
  ) {
    throw new ActionError(
      `${path} must have the form \`environments: {<name>: {<action>: {<input>: <value>}}}\`, with at least one environment.`,
    );
  }
  return environments as Record<string, Sections>;
}

function contentOf(document: { toJS(): unknown }, path: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // The parser stops at aliases that would grow without bounds.
    throw new ActionError(`${path} can not be read: ${messageOf(error)}.`);
  }
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function asText(value: unknown, where: string): string {
  if (Array.isArray(value)) return value.map((item) => asText(item, where)).join('\n');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new ActionError(`${where} must be a text, a number, true or false, or a list of those.`);
}
