import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { pause } from '../runner/deadline.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import type { Config, Container, KubeObject, PodTemplate } from '../systems/kubernetes/objects.ts';
import { PREFIX } from './marks.ts';

/** Seconds that replacing an immutable object may take, whatever the action's deadline. */
const REPLACE_SECONDS = 8;

/** A ConfigMap or Secret that a template refers to: `ConfigMap/app`. */
export type ConfigRef = `${Config['kind']}/${string}`;

/** The copies that were kept for a revision: reference → name of the copy. */
export type Copies = Readonly<Record<string, string>>;

/** A configuration that goes back, and what it is now. */
export interface Restore {
  readonly ref: ConfigRef;
  readonly copy: Config;
  readonly live: Config | undefined;
}

/** The ConfigMaps and Secrets that a template refers to, by env, envFrom, volumes and projected volumes. */
export function configRefs(template: PodTemplate): ConfigRef[] {
  const { containers, initContainers = [], volumes = [] } = template.spec;
  const refs = [...containers, ...initContainers].flatMap(refsOfContainer);
  for (const { configMap, secret, projected } of volumes) {
    if (configMap) refs.push(`ConfigMap/${configMap.name}`);
    if (secret) refs.push(`Secret/${secret.secretName}`);
    for (const source of projected?.sources ?? []) {
      if (source.configMap) refs.push(`ConfigMap/${source.configMap.name}`);
      if (source.secret) refs.push(`Secret/${source.secret.name}`);
    }
  }
  return [...new Set(refs)].sort();
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

/** What differs now from the copies, and so would go back; and the references whose copy somebody removed. */
export async function findRestores(
  client: KubeClient,
  namespace: string,
  copies: Copies,
): Promise<{ restores: Restore[]; missing: string[] }> {
  const looks = await Promise.all(
    Object.entries(copies).map(async ([ref, name]) => {
      const [copy, live] = await Promise.all([
        readConfig(client, namespace, `${kindOf(ref)}/${name}`),
        readConfig(client, namespace, ref as ConfigRef),
      ]);
      return { ref: ref as ConfigRef, copy, live };
    }),
  );
  const restores = looks.filter(({ copy, live }) => copy && !(live && sameContent(copy, live))) as Restore[];
  return { restores, missing: looks.filter(({ copy }) => !copy).map(({ ref }) => ref) };
}

/** Puts the content of a copy back under the name that templates refer to. */
export async function restoreConfig(
  client: KubeClient,
  restore: Pick<Restore, 'ref' | 'copy'>,
): Promise<void> {
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
    if (live && !live.immutable && live.type === type) {
      await client.request('PUT', configPath(namespace, ref), {
        body: { ...content, metadata: live.metadata },
      });
    } else {
      await replaceConfig(client, ref, copy, live, content);
    }
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 409)) throw error;
    // Somebody wrote it between our read and our write: what is there now goes back just as well.
    await pause(200, client.signal);
    await restoreConfig(client, restore);
  }
}

/** What is immutable, or of another type, has to be made anew; a cancel must not come between the two halves. */
async function replaceConfig(
  client: KubeClient,
  ref: ConfigRef,
  { kind, metadata: { namespace } }: Config,
  live: Config | undefined,
  content: object,
): Promise<void> {
  const unhurried = client.withSignal(AbortSignal.timeout(REPLACE_SECONDS * 1000));
  try {
    if (live)
      await remove(unhurried, configPath(namespace, ref), { preconditions: { uid: live.metadata.uid } });
    const { labels, annotations, ownerReferences } = live?.metadata ?? {};
    const metadata = { name: ref.slice(ref.indexOf('/') + 1), labels, annotations, ownerReferences };
    const body = { ...content, ...(live?.immutable && { immutable: true }), metadata };
    await unhurried.request('POST', configPath(namespace, `${kind}/`), { body });
  } finally {
    unhurried.close();
  }
}

/** Removes kept copies. */
export async function dropCopies(client: KubeClient, namespace: string, copies: Copies): Promise<void> {
  await Promise.all(
    Object.entries(copies).map(([ref, name]) =>
      remove(client, configPath(namespace, `${kindOf(ref)}/${name}`)),
    ),
  );
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
  const hash = createHash('sha256')
    .update(JSON.stringify([owner.metadata.uid, kind, type, data, binaryData]))
    .digest('hex');
  const name = `${live.metadata.name.slice(0, 230)}-${hash.slice(0, 16)}`;
  const { apiVersion, kind: ownerKind, name: ownerName, uid } = { ...owner, ...owner.metadata };
  const body = {
    apiVersion: 'v1',
    kind,
    metadata: {
      name,
      labels: { [`${PREFIX}copy`]: 'true' },
      annotations: { [`${PREFIX}copy-of`]: live.metadata.name },
      ownerReferences: [{ apiVersion, kind: ownerKind, name: ownerName, uid }],
    },
    immutable: true,
    ...(type && { type }),
    ...(data && { data }),
    ...(binaryData && { binaryData }),
  };
  try {
    await client.request('POST', configPath(namespace, `${kind}/`), { body });
  } catch (error) {
    // The name says owner and content: a copy that is there is this one.
    if (!(error instanceof ApiError && error.reason === 'AlreadyExists')) throw error;
  }
  return name;
}

function refsOfContainer({ env = [], envFrom = [] }: Container): ConfigRef[] {
  const refs: ConfigRef[] = [];
  for (const { valueFrom } of env) {
    if (valueFrom?.configMapKeyRef) refs.push(`ConfigMap/${valueFrom.configMapKeyRef.name}`);
    if (valueFrom?.secretKeyRef) refs.push(`Secret/${valueFrom.secretKeyRef.name}`);
  }
  for (const { configMapRef, secretRef } of envFrom) {
    if (configMapRef) refs.push(`ConfigMap/${configMapRef.name}`);
    if (secretRef) refs.push(`Secret/${secretRef.name}`);
  }
  return refs;
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

function configPath(namespace: string, ref: ConfigRef): string {
  const name = ref.slice(ref.indexOf('/') + 1);
  const collection = `/api/v1/namespaces/${namespace}/${kindOf(ref) === 'Secret' ? 'secrets' : 'configmaps'}`;
  return name === '' ? collection : `${collection}/${encodeURIComponent(name)}`;
}

const sameContent = (a: Config, b: Config) =>
  a.type === b.type &&
  isDeepStrictEqual(a.data ?? {}, b.data ?? {}) &&
  isDeepStrictEqual(a.binaryData ?? {}, b.binaryData ?? {});
