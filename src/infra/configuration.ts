import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { ActionError } from '../base/errors.ts';
import { type Block, parseHcl, unquoted } from './hcl.ts';
import { ignoredPaths } from './ignored.ts';
import { floatingSource } from './module-source.ts';

/** What a root module and the modules beside it declare, as far as a rollback has to know it. */
export interface Configuration {
  /** The root module's variables and the text of their types. */
  readonly variables: Readonly<Record<string, string>>;
  /** Whether a variable of the root module has a value that no plan keeps. */
  readonly isEphemeral: boolean;
  /** Where the state is, with all that is said of it; undefined where nothing is, which means a local file. */
  readonly backend: Block | undefined;
  /** The file that says so. */
  readonly backendFile: string | undefined;
  /** How OpenTofu encrypts the state. */
  readonly encryption: Block | undefined;
  /** What the root module says of resources that have another address than before, as it says it. */
  readonly moved: readonly Move[];
  /** The modules of the checkout, by the address of their call without instance keys. */
  readonly modules: ReadonlyMap<string, Module>;
  /** Addresses of resources and modules that Terraform was told to forget, and not to destroy. */
  readonly forgotten: ReadonlySet<string>;
  /** Addresses, without instance keys, of resources that say `prevent_destroy`. */
  readonly protected: ReadonlySet<string>;
  /** What of which resource is left to others by `ignore_changes`: paths by address without instance keys. */
  readonly ignored: ReadonlyMap<string, readonly string[]>;
  /** Module calls whose source may be another one every day, and what they say of it. */
  readonly floating: ReadonlyMap<string, string>;
  /** Addresses of module calls whose sources are not in the checkout, and could say it too. */
  readonly foreign: ReadonlySet<string>;
}

export interface Move {
  readonly from: string;
  readonly to: string;
}

/** A module of the checkout: its folder, and what it says of addresses of its own that are others than before. */
export interface Module {
  readonly folder: string;
  readonly moved: readonly Move[];
}

/** What is gathered from the root module and those beside it. */
interface Found {
  readonly protected: Set<string>;
  readonly ignored: Map<string, readonly string[]>;
  readonly floating: Map<string, string>;
  readonly foreign: Set<string>;
  readonly modules: Map<string, Module>;
  readonly forgotten: Set<string>;
}

/**
 * Reads what the files of a directory declare. `prevent_destroy` and `ignore_changes` are not in a plan's JSON, and only the
 * present files have what an older ref lost.
 *
 * @throws ActionError where a file cannot be read
 */
export function readConfiguration(directory: string): Configuration {
  const root = blocksOf(directory);
  const variables = root.filter(({ type }) => type === 'variable');
  const found: Found = {
    protected: new Set(),
    ignored: new Map(),
    floating: new Map(),
    foreign: new Set(),
    modules: new Map(),
    forgotten: new Set(),
  };
  inspect(root, directory, '', found);
  return {
    variables: Object.fromEntries(
      variables.map(({ labels, attributes }) => [labels[0], typeOf(attributes.type)]),
    ),
    isEphemeral: variables.some(({ attributes }) => (attributes.ephemeral ?? 'false') !== 'false'),
    ...backendOf(directory),
    moved: movesOf(root),
    ...found,
  };
}

/** `module.a[0].aws_instance.b["x"]` → `module.a.aws_instance.b`. */
export const withoutKeys = (address: string): string => address.replace(/\[("(?:[^"\\]|\\.)*"|\d+)\]/g, '');

/** The address of the module call that a resource's address begins with; empty in the root module. */
export function moduleOf(address: string): string {
  return /^(?:module\.[^.]+\.)+/.exec(withoutKeys(address))?.[0].slice(0, -1) ?? '';
}

function inspect(blocks: readonly Block[], directory: string, prefix: string, found: Found): void {
  for (const { type, labels, attributes, blocks: inner } of blocks) {
    if (type === 'resource') inspectResource(`${prefix}${labels.join('.')}`, inner, found);
    if (type === 'removed' && attributes.from && !inner.some(isDestroying))
      found.forgotten.add(`${prefix}${unquoted(attributes.from) ?? attributes.from}`);
    if (type !== 'module') continue;
    const address = `${prefix}module.${labels[0]}`;
    const source = unquoted(attributes.source ?? '') ?? '';
    const folder = resolve(directory, source);
    // A module cannot call itself, so a deeper address than this is a circle that Terraform will refuse.
    const isHere = /^\.\.?\//.test(source) && existsSync(folder) && address.length < 1000;
    if (!isHere) {
      found.foreign.add(address);
      const floating = floatingSource(source, attributes.version);
      if (floating !== undefined) found.floating.set(address, floating);
      continue;
    }
    const own = blocksOf(folder);
    found.modules.set(address, { folder, moved: movesOf(own) });
    inspect(own, folder, `${address}.`, found);
  }
}

function inspectResource(address: string, blocks: readonly Block[], found: Found): void {
  if (blocks.some(isProtecting)) found.protected.add(address);
  const ignored = blocks
    .filter(({ type }) => type === 'lifecycle')
    .flatMap(({ attributes }) => ignoredPaths(attributes.ignore_changes ?? ''));
  if (ignored.length > 0) found.ignored.set(address, ignored);
}

const movesOf = (blocks: readonly Block[]): Move[] =>
  blocks
    .filter(({ type, attributes }) => type === 'moved' && attributes.from && attributes.to)
    .map(({ attributes: { from = '', to = '' } }) => ({
      from: unquoted(from) ?? from,
      to: unquoted(to) ?? to,
    }));

/** Terraform destroys what is `removed` where nothing else is said, and OpenTofu forgets it: only who says it does for sure. */
const isDestroying = ({ type, attributes }: Block): boolean =>
  type === 'lifecycle' && attributes.destroy === 'true';

/** Whatever is not plainly `false` protects: newer versions take expressions. */
const isProtecting = ({ type, attributes }: Block): boolean =>
  type === 'lifecycle' && (attributes.prevent_destroy ?? 'false') !== 'false';

function backendOf(directory: string): Pick<Configuration, 'backend' | 'backendFile' | 'encryption'> {
  const settings = filesOf(directory).flatMap((file) =>
    readBlocks(file)
      .filter(({ type }) => type === 'terraform')
      .flatMap(({ blocks }) => blocks.map((block) => ({ block, file }))),
  );
  const backend = settings.findLast(({ block: { type } }) => type === 'backend' || type === 'cloud');
  const encryption = settings.findLast(({ block: { type } }) => type === 'encryption');
  return { backend: backend?.block, backendFile: backend?.file, encryption: encryption?.block };
}

const typeOf = (text = ''): string => unquoted(text) ?? text;

const blocksOf = (directory: string): Block[] => filesOf(directory).flatMap(readBlocks);

/** The files that Terraform reads, overriding ones last. */
function filesOf(directory: string): string[] {
  const names = readdirSync(directory).filter((name) => /^[^.].*\.(tf|tofu)(\.json)?$/.test(name));
  const isOverride = (name: string) => /(^|_)override\./.test(name);
  return [...names.filter((name) => !isOverride(name)), ...names.filter(isOverride)].map((name) =>
    join(directory, name),
  );
}

function readBlocks(file: string): Block[] {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.json') ? parseJson(text, basename(file)) : parseHcl(text, basename(file));
}

/** How many labels a block of Terraform's JSON syntax has; what is not here has none. */
const LABELS: Record<string, number> = {
  resource: 2,
  variable: 1,
  module: 1,
  backend: 1,
  key_provider: 2,
  method: 2,
};

function parseJson(text: string, file: string): Block[] {
  try {
    return blocksIn(JSON.parse(text) as unknown);
  } catch (error) {
    throw new ActionError(`${file} is not valid JSON.`, { cause: error });
  }
}

function blocksIn(value: unknown): Block[] {
  const blocks = entriesOf(value).filter(([, content]) => !isPlain(content));
  return blocks.flatMap(([type, content]) => unfold(type, [], content));
}

function unfold(type: string, labels: readonly string[], content: unknown): Block[] {
  if (Array.isArray(content)) return content.flatMap((item) => unfold(type, labels, item));
  if (labels.length < (LABELS[type] ?? 0))
    return entriesOf(content).flatMap(([label, inner]) => unfold(type, [...labels, label], inner));
  const plain = entriesOf(content).filter(([, inner]) => isPlain(inner));
  const attributes = Object.fromEntries(plain.map(([name, inner]) => [name, JSON.stringify(inner)]));
  return [{ type, labels, attributes, blocks: blocksIn(content) }];
}

/** A value, or a list of values. */
const isPlain = (value: unknown): boolean =>
  Array.isArray(value) ? value.every((item) => typeof item !== 'object') : typeof value !== 'object';

function entriesOf(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap(entriesOf);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
