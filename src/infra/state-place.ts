import { withoutEndSlashes } from '../base/slashes.ts';
import { type Block, unquoted } from './hcl.ts';

/** Settings of a backend by name. */
export type Settings = Readonly<Record<string, string>>;

/** Settings that say where a state is, with what they are where nothing is said; undefined for what has to be said. */
type Place = Readonly<Record<string, string | undefined>>;

/**
 * Where each kind of backend keeps a state. Everything else that it can be told is how it gets there: credentials,
 * locks, encryption, retries.
 */
const PLACES: Readonly<Record<string, Place>> = {
  azurerm: { storage_account_name: undefined, container_name: undefined, key: undefined },
  consul: { address: undefined, path: undefined },
  cos: { bucket: undefined, prefix: undefined, key: undefined },
  gcs: { bucket: undefined, prefix: undefined },
  http: { address: undefined },
  kubernetes: { secret_suffix: undefined, namespace: 'default' },
  local: { path: 'terraform.tfstate' },
  oss: { bucket: undefined, prefix: 'env:', key: 'terraform.tfstate' },
  pg: { conn_str: undefined, schema_name: 'terraform_remote_state', table_name: 'states' },
  remote: { hostname: 'app.terraform.io', organization: undefined },
  s3: { bucket: undefined, key: undefined, endpoint: undefined },
};

/** Settings that matter in other workspaces than the default one. */
const PLACES_OF_WORKSPACES: Readonly<Record<string, Place>> = {
  local: { workspace_dir: 'terraform.tfstate.d' },
  s3: { workspace_key_prefix: 'env:' },
};

/**
 * Whether two configurations keep the state in the same place, whatever else their backends are told. Pure.
 *
 * @param given settings that stand over those of both
 */
export function isSamePlace(
  a: Block | undefined,
  b: Block | undefined,
  given: Settings,
  workspace: string,
): boolean {
  return placeOf(a, given, workspace) === placeOf(b, given, workspace);
}

/**
 * What says where the state is by an expression, such as `key = var.key` of OpenTofu: its value at another commit is not
 * known. Pure.
 */
export function unknownPlace(
  block: Block | undefined,
  given: Settings,
  workspace: string,
): string | undefined {
  const names = namesOf(typeOf(block), workspace);
  return Object.entries(block?.attributes ?? {})
    .filter(([name, text]) => (!names || Object.hasOwn(names, name)) && !given[name] && isExpression(text))
    .map(([name, text]) => `${name} = ${text}`)[0];
}

/** Whether a value is said elsewhere. */
const isExpression = (text: string): boolean => unquoted(text) === undefined && /\b(var|local)\./.test(text);

const typeOf = (block: Block | undefined): string =>
  block === undefined ? 'local' : block.type === 'cloud' ? 'remote' : (block.labels[0] ?? '');

function namesOf(type: string, workspace: string): Place | undefined {
  const known = PLACES[type];
  return known && { ...known, ...(workspace === 'default' ? {} : PLACES_OF_WORKSPACES[type]) };
}

function placeOf(block: Block | undefined, given: Settings, workspace: string): string {
  const type = typeOf(block);
  const settings = { ...settingsOf(block), ...given };
  const names = namesOf(type, workspace);
  // What is not known here may all say where the state is.
  const place = names
    ? Object.entries(names).map(([name, otherwise]) => [name, normal(name, settings[name] ?? otherwise)])
    : Object.entries(settings).sort();
  const inner = (block?.blocks ?? []).filter(({ type }) => !names || type === 'workspaces');
  return JSON.stringify([type, place, inner.map(textsOf)]);
}

function settingsOf(block: Block | undefined): Settings {
  const own = Object.entries(block?.attributes ?? {}).map(([name, text]) => [name, unquoted(text) ?? text]);
  const endpoint = endpointIn(block);
  return Object.fromEntries([
    ...own,
    ...(endpoint === undefined ? [] : [['endpoint', endpoint]]),
  ]) as Settings;
}

/** S3's address, which newer versions call `endpoints = { s3 = … }`. */
function endpointIn(block: Block | undefined): string | undefined {
  const nested = block?.blocks.find(({ type }) => type === 'endpoints')?.attributes.s3;
  const text = nested ?? /\bs3\s*[=:]\s*("[^"\n]*")/.exec(block?.attributes.endpoints ?? '')?.[1];
  return text === undefined ? undefined : (unquoted(text) ?? text);
}

const textsOf = ({ type, labels, attributes, blocks }: Block): unknown => [
  type,
  labels,
  Object.entries(attributes).sort(),
  blocks.map(textsOf),
];

function normal(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (name === 'path' || name === 'workspace_dir') return text.replace(/^(\.\/)+|(?<!\/)\/+$/g, '');
  if (name !== 'conn_str') return withoutEndSlashes(text);
  const url = URL.parse(text);
  return url ? `${url.host}${url.pathname}` : text;
}
