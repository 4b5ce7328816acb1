import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { pause } from '../base/deadline.ts';
import { timeLimit } from '../base/time-limit.ts';
import { WAITS } from '../base/waits.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { CORE, objectPath } from '../systems/kubernetes/names.ts';
import type { Config, KubeObject } from '../systems/kubernetes/objects.ts';
import type { ConfigRef } from './config-refs.ts';
import { handConfigOver } from './hand-over.ts';
import { PREFIX } from './marks.ts';

const COPY = `${PREFIX}copy`;
const COPY_OF = `${PREFIX}copy-of`;

/** The copies that were kept for a revision: reference → name of the copy. */
export type Copies = Readonly<Record<string, string>>;

/** A copy that a mark names, and the uid of the revision that the mark is on. */
export interface NamedCopy {
  readonly ref: ConfigRef;
  readonly name: string;
  readonly owner: string;
}

export const namedCopies = (owner: string, copies: Copies): NamedCopy[] =>
  Object.entries(copies).map(([ref, name]) => ({ ref: ref as ConfigRef, name, owner }));

/** A configuration that goes back, and what it is now. */
export interface Restore {
  readonly ref: ConfigRef;
  readonly copy: Config;
  readonly live: Config | undefined;
}

/**
 * Keeps immutable copies of what is referred to, owned by a revision so that they go when it goes. What does not
 * exist (an optional reference) and service account tokens, which the cluster makes, are passed over.
 */
export async function keepCopies(
  client: KubeClient,
  owner: KubeObject,
  refs: readonly ConfigRef[],
): Promise<Copies> {
  const copies = await Promise.all(
    refs.map(async (ref) => {
      const live = await readConfig(client, owner.metadata.namespace, ref);
      if (!live || live.type === 'kubernetes.io/service-account-token') return undefined;
      return [ref, await keepCopy(client, owner, live)] as const;
    }),
  );
  return Object.fromEntries(copies.filter((copy) => copy !== undefined));
}

/**
 * What differs now from the copies, and so would go back; the references whose copy was removed; and those whose copy is not
 * ours, whatever a mark says.
 */
export async function findRestores(
  client: KubeClient,
  namespace: string,
  copies: readonly NamedCopy[],
): Promise<{ restores: Restore[]; missing: string[]; foreign: string[] }> {
  const reads = await Promise.all(
    copies.map(async (named) => {
      const [copy, live] = await Promise.all([
        readConfig(client, namespace, `${kindOf(named.ref)}/${named.name}`),
        readConfig(client, namespace, named.ref),
      ]);
      return { ref: named.ref, copy, live, isOurs: copy !== undefined && isOurCopy(copy, named) };
    }),
  );
  const restores = reads.filter(
    ({ copy, live, isOurs }) => copy && isOurs && !(live && sameContent(copy, live)),
  ) as Restore[];
  return {
    restores,
    missing: reads.filter(({ copy }) => !copy).map(({ ref }) => ref),
    foreign: reads.filter(({ copy, isOurs }) => copy && !isOurs).map(({ ref }) => ref),
  };
}

/**
 * Whether an object is the copy that a revision's mark names. An account that may annotate a revision may name any object, so
 * that the object itself has to show it: our label, what it is a copy of, immutable, owned by that very revision, and named by
 * the hash of its owner and its contents.
 */
function isOurCopy(copy: Config, { ref, owner }: NamedCopy): boolean {
  const { labels = {}, annotations = {}, ownerReferences = [], name } = copy.metadata;
  const of = nameOf(ref);
  return (
    labels[COPY] === 'true' &&
    annotations[COPY_OF] === of &&
    copy.immutable === true &&
    ownerReferences.length === 1 &&
    ownerReferences[0]?.uid === owner &&
    name === copyName(owner, of, copy)
  );
}

/** Whether what is there takes the content of a copy as it is; what is immutable, or of another type, has to be made anew. */
const takes = (live: Config, { type }: Config): boolean => !live.immutable && live.type === type;

/**
 * Why what is there cannot give its name to a copy, as a part of a sentence: once it is deleted, finalizers keep it for as long
 * as their controllers like, and nothing can be made in its place.
 */
export function keptFromReplacing({ live, copy }: Restore): string | undefined {
  if (!live) return undefined;
  const { deletionTimestamp, finalizers = [] } = live.metadata;
  if (deletionTimestamp !== undefined) return 'it is being deleted';
  if (takes(live, copy) || finalizers.length === 0) return undefined;
  const reason = live.immutable ? 'it is immutable' : 'it is of another type';
  return `${reason}, and its finalizers (${finalizers.join(', ')}) would keep it from being made anew`;
}

/** Whether it is replaced by another object of the same name that is immutable too. */
export const isMadeAnew = ({ live, copy }: Restore): boolean =>
  live?.immutable === true && !takes(live, copy);

/** How often one is put back that something else writes at the same time. */
const MOST_ATTEMPTS = 20;

/** Puts the content of a copy back under the name that templates refer to. @returns what was there before */
export async function restoreConfig(
  client: KubeClient,
  restore: Pick<Restore, 'ref' | 'copy'>,
  attempt = 1,
): Promise<Config | undefined> {
  const { ref, copy } = restore;
  const { namespace } = copy.metadata;
  const live = await readConfig(client, namespace, ref);
  const { kind, type, data, binaryData } = copy;
  const content = {
    apiVersion: 'v1',
    kind,
    ...(type && { type }),
    ...(data && { data }),
    ...(binaryData && { binaryData }),
  };
  try {
    if (live && takes(live, copy)) {
      const path = configPath(namespace, ref);
      const body = { ...content, metadata: live.metadata };
      await handConfigOver(client, path, live, await client.request<Config>('PUT', path, { body }));
    } else {
      const made = await replaceConfig(client, ref, copy, live, content);
      if (live) await handConfigOver(client, configPath(namespace, ref), live, made);
    }
    return live;
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 409) || attempt === MOST_ATTEMPTS) throw error;
    // It was written between our read and our write: what is there now goes back just as well.
    await pause(WAITS.COPY_POLL_MS, client.signal);
    return restoreConfig(client, restore, attempt + 1);
  }
}

/** What is immutable, or of another type, has to be made anew; a cancel must not come between the two halves. */
async function replaceConfig(
  client: KubeClient,
  ref: ConfigRef,
  { kind, metadata: { namespace } }: Config,
  live: Config | undefined,
  content: object,
): Promise<Config> {
  const unhurried = client.withSignal(
    timeLimit(WAITS.COPY_REPLACE_MS, `${kind}/${nameOf(ref)} was not made anew`),
  );
  try {
    if (live)
      await remove(unhurried, configPath(namespace, ref), { preconditions: { uid: live.metadata.uid } });
    const { labels, annotations, ownerReferences } = live?.metadata ?? {};
    const metadata = { name: nameOf(ref), labels, annotations, ownerReferences };
    const body = { ...content, ...(live?.immutable && { immutable: true }), metadata };
    return await unhurried.request<Config>('POST', collectionPath(namespace, kind), { body });
  } finally {
    unhurried.close();
  }
}

/** Removes kept copies; what a mark only calls one stays. @returns the references of these */
export async function dropCopies(
  client: KubeClient,
  namespace: string,
  copies: readonly NamedCopy[],
): Promise<string[]> {
  const foreign = await Promise.all(
    copies.map(async (named) => {
      const path = `${kindOf(named.ref)}/${named.name}` as const;
      const copy = await readConfig(client, namespace, path);
      if (!copy) return undefined;
      if (!isOurCopy(copy, named)) return named.ref;
      const { uid, resourceVersion } = copy.metadata;
      await remove(client, configPath(namespace, path), { preconditions: { uid, resourceVersion } });
      return undefined;
    }),
  );
  return foreign.filter((ref) => ref !== undefined);
}

/** Deletes what may be gone already. */
async function remove(client: KubeClient, path: string, body?: object): Promise<void> {
  try {
    await client.request('DELETE', path, { body });
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error;
  }
}

async function keepCopy(client: KubeClient, owner: KubeObject, live: Config): Promise<string> {
  const { namespace } = owner.metadata;
  const { kind, type, data, binaryData } = live;
  const name = copyName(owner.metadata.uid, live.metadata.name, live);
  const { apiVersion, kind: ownerKind, name: ownerName, uid } = { ...owner, ...owner.metadata };
  const body = {
    apiVersion: 'v1',
    kind,
    metadata: {
      name,
      labels: { [COPY]: 'true' },
      annotations: { [COPY_OF]: live.metadata.name },
      ownerReferences: [{ apiVersion, kind: ownerKind, name: ownerName, uid }],
    },
    immutable: true,
    ...(type && { type }),
    ...(data && { data }),
    ...(binaryData && { binaryData }),
  };
  try {
    await client.request('POST', collectionPath(namespace, kind), { body });
  } catch (error) {
    // The name says owner and content: a copy that is there is this one.
    if (!(error instanceof ApiError && error.reason === 'AlreadyExists')) throw error;
  }
  return name;
}

async function readConfig(
  client: KubeClient,
  namespace: string,
  ref: ConfigRef,
): Promise<Config | undefined> {
  const found = await client.find<Config>(configPath(namespace, ref));
  return found && { ...found, kind: kindOf(ref) };
}

const kindOf = (ref: string) => ref.slice(0, ref.indexOf('/')) as Config['kind'];
const nameOf = (ref: string) => ref.slice(ref.indexOf('/') + 1);
const pluralOf = (kind: Config['kind']) => (kind === 'Secret' ? 'secrets' : 'configmaps');

const collectionPath = (namespace: string, kind: Config['kind']) =>
  objectPath(CORE, namespace, pluralOf(kind));
const configPath = (namespace: string, ref: ConfigRef) =>
  objectPath(CORE, namespace, pluralOf(kindOf(ref)), nameOf(ref));

/** A copy is named by what makes it one: its owner and its contents. */
function copyName(owner: string, of: string, { kind, type, data, binaryData }: Config): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([owner, kind, type, data, binaryData]))
    .digest('hex');
  return `${of.slice(0, 230).replace(/(?<![.-])[.-]+$/, '')}-${hash.slice(0, 16)}`;
}

/** Whether a copy that a mark names was made of what an object holds now; its name says so. */
export const isCopyOf = (name: string, owner: string, live: Config): boolean =>
  name === copyName(owner, live.metadata.name, live);

const sameContent = (a: Config, b: Config) =>
  a.type === b.type &&
  isDeepStrictEqual(a.data ?? {}, b.data ?? {}) &&
  isDeepStrictEqual(a.binaryData ?? {}, b.binaryData ?? {});
