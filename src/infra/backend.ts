import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ActionError } from '../base/errors.ts';
import type { Configuration } from './configuration.ts';
import { type Block, parseHcl, unquoted } from './hcl.ts';
import { isSamePlace, type Settings, unknownPlace } from './state-place.ts';
import type { parseBackendConfig } from './values.ts';
import { writePrivate } from './variable-files.ts';

type BackendConfig = ReturnType<typeof parseBackendConfig>;

/** What an earlier `init` in the checkout has left about the state, as the deploy would go on with it. */
export interface Initialized {
  /** The file that says it; undefined where there is none. */
  readonly file: string | undefined;
  readonly settings: Settings;
  readonly workspace: string | undefined;
}

/** Reads what `init` and `workspace select` of an earlier step have left in their folder. */
export function readInitialized(data: string): Initialized {
  const file = join(data, 'terraform.tfstate');
  const environment = join(data, 'environment');
  const workspace = existsSync(environment) ? readFileSync(environment, 'utf8').trim() : '';
  return {
    file: existsSync(file) ? file : undefined,
    settings: existsSync(file) ? settingsOf(file) : {},
    workspace: workspace === '' ? undefined : workspace,
  };
}

function settingsOf(file: string): Settings {
  try {
    const { backend } = JSON.parse(readFileSync(file, 'utf8')) as {
      backend?: { config?: Record<string, unknown> };
    };
    const entries = Object.entries(backend?.config ?? {}).filter(([, value]) => typeof value === 'string');
    return Object.fromEntries(entries) as Settings;
  } catch {
    throw new ActionError(
      `${file} cannot be read, so where the state is remains unknown; run \`terraform init\` again.`,
    );
  }
}

/** The files that `init` is given, those of the deploy's commands first. */
export function backendFiles(
  { settings, files }: BackendConfig,
  directory: string,
  scratch: string,
): string[] {
  const given = files.map((name) => existing(resolve(directory, name)));
  if (settings.size === 0) return given;
  const own = JSON.stringify(Object.fromEntries(settings));
  return [...given, writePrivate(join(scratch, 'backend.tfbackend.json'), own)];
}

function existing(path: string): string {
  if (!existsSync(path)) throw new ActionError(`The file ${path} of \`backend-config\` does not exist.`);
  return path;
}

/**
 * An older ref whose state was elsewhere describes what was made there, and not what is here. How it got to the same
 * place (its lock, its credentials, its order) does not matter, as today's words are used.
 */
export function requireSamePlace(
  present: Configuration,
  planned: Configuration,
  { ref, given, workspace }: { ref: string; given: Settings; workspace: string },
): void {
  const unknown = unknownPlace(present.backend, given, workspace);
  if (unknown !== undefined)
    throw new ActionError(
      `The backend says where the state is by \`${unknown}\`, whose value at ${ref} is not known here; give the present one in \`backend-config\`.`,
    );
  if (isSamePlace(present.backend, planned.backend, given, workspace)) return;
  throw new ActionError(
    `${ref} has another backend than the present configuration, whose state is elsewhere, so it describes other resources than today's; roll back to a ref with the present backend, or by \`vars\` alone.`,
  );
}

/** What `backend-config` and an earlier `init` set over whatever a configuration says. */
export function givenSettings(
  { settings, files }: BackendConfig,
  directory: string,
  initialized: Initialized,
  present: Configuration,
): Settings {
  const earlier = Object.entries(initialized.settings).filter(
    ([name]) => present.backend?.attributes[name] === undefined,
  );
  const fromFiles = files.flatMap((name) => attributesOf(existing(resolve(directory, name))));
  return Object.fromEntries([...earlier, ...fromFiles, ...settings]);
}

function attributesOf(file: string): [string, string][] {
  const text = readFileSync(file, 'utf8');
  const values = file.endsWith('.json')
    ? Object.entries(JSON.parse(text) as Record<string, unknown>)
    : Object.entries(parseHcl(`backend {\n${text}\n}`, file)[0]?.attributes ?? {}).map(
        ([name, value]): [string, unknown] => [name, unquoted(value) ?? value],
      );
  return values.map(([name, value]) => [name, String(value)]);
}

export const isLocal = ({ backend }: Configuration): boolean =>
  !backend || (backend.type === 'backend' && backend.labels[0] === 'local');

/**
 * What is written beside an older configuration so that its state is today's. A state in a file of the checkout is not
 * in the worktree, or is an old one there: the real one is named by its whole path.
 */
export function writeTodaysBackend(
  present: Configuration,
  { directory, worktree, given }: { directory: string; worktree: string; given: Settings },
): void {
  const file = join(worktree, 'rollback_actions_override.tf');
  const { backend, backendFile } = present;
  if (isLocal(present)) {
    const setting = (name: string, otherwise: string) =>
      resolve(directory, given[name] ?? unquoted(backend?.attributes[name] ?? '') ?? otherwise);
    const local = {
      path: setting('path', 'terraform.tfstate'),
      workspace_dir: setting('workspace_dir', 'terraform.tfstate.d'),
    };
    writePrivate(`${file}.json`, JSON.stringify({ terraform: { backend: { local } } }));
  } else if (backendFile?.endsWith('.json'))
    writePrivate(
      `${file}.json`,
      JSON.stringify({ terraform: backendIn(JSON.parse(readFileSync(backendFile, 'utf8'))) }),
    );
  else if (backend) writePrivate(file, `terraform {\n${textOf(backend)}}\n`);
}

/**
 * What is written beside an older configuration so that OpenTofu reads and writes today's state as the next deploy does.
 *
 * @throws ActionError where the older one encrypts a state that today's configuration does not read then
 */
export function writeTodaysEncryption(
  present: Configuration,
  planned: Configuration,
  { worktree, ref }: { worktree: string; ref: string },
): void {
  if (present.encryption)
    writePrivate(
      join(worktree, 'rollback_actions_encryption_override.tf'),
      `terraform {\n${textOf(present.encryption)}}\n`,
    );
  else if (planned.encryption)
    throw new ActionError(
      `${ref} encrypts the state and the present configuration does not, so the next deploy could not read what a rollback writes; roll back to a ref without the \`encryption\` block, or by \`vars\` alone.`,
    );
}

/** The part of a file of Terraform's JSON syntax that says where the state is. */
function backendIn(json: { terraform?: object | object[] }): object {
  const parts = [json.terraform ?? []].flat() as { backend?: unknown; cloud?: unknown }[];
  const { backend, cloud } = parts.findLast((part) => part.backend ?? part.cloud) ?? {};
  return backend === undefined ? { cloud } : { backend };
}

function textOf({ type, labels, attributes, blocks }: Block): string {
  const values = Object.entries(attributes).map(([name, value]) => `${name} = ${value}\n`);
  return `${type} ${labels.map((label) => JSON.stringify(label)).join(' ')} {\n${values.join('')}${blocks.map(textOf).join('')}}\n`;
}
