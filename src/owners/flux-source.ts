import { WAITS } from '../base/waits.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { objectPath } from '../systems/kubernetes/names.ts';
import type { Condition, KubeObject } from '../systems/kubernetes/objects.ts';
import { readUntil } from './read-until.ts';

/** Where Flux has its sources. */
export const SOURCE_API = '/apis/source.toolkit.fluxcd.io/v1';
/** On a source that a rollback has made: the Kustomization that it is for. */
const PIN_OF = 'rollback-actions/pin-of';
const REQUESTED = 'reconcile.fluxcd.io/requestedAt';

/** Which source a Kustomization is made of. */
export interface SourceRef {
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
}

/** The fields of a GitRepository that are read. */
export interface GitSource extends KubeObject {
  readonly spec?: Readonly<Record<string, unknown>> & {
    readonly url?: string;
    readonly ref?: Readonly<Record<string, string>>;
  };
  readonly status?: {
    readonly conditions?: readonly Condition[];
    readonly artifact?: { readonly revision?: string; readonly url?: string };
    readonly lastHandledReconcileAt?: string;
  };
}

export const sourcePath = (namespace: string, name: string): string =>
  objectPath(SOURCE_API, namespace, 'gitrepositories', name);

/** The commit of a revision of Flux: `main@sha1:…`. */
export const commitIn = (revision = ''): string | undefined =>
  /sha(?:1|256):([0-9a-f]{40,64})$/.exec(revision)?.[1];

/**
 * Makes a source that stays at one commit, like another one in all else, and waits until Flux has fetched it.
 *
 * @returns why there is none, where there is none
 */
export async function makePin(
  client: KubeClient,
  {
    namespace,
    from,
    name,
    commit,
    of,
  }: {
    readonly namespace: string;
    readonly from: string;
    readonly name: string;
    readonly commit: string;
    readonly of: string;
  },
): Promise<string | undefined> {
  const { spec = {} } = await client.get<GitSource>(sourcePath(namespace, from));
  const { branch } = spec.ref ?? {};
  // With its branch Flux fetches the commit alone.
  const ref = { commit, ...(branch && { branch }) };
  const path = sourcePath(namespace, name);
  const before = await client.find<GitSource>(path);
  if (before && !isPin(before, of)) return `there is another GitRepository ${name}`;
  if (before)
    await client.patch(path, PATCH.merge, { spec: { ref: { tag: null, semver: null, name: null, ...ref } } });
  else
    await create(client, namespace, {
      ...{ apiVersion: 'source.toolkit.fluxcd.io/v1', kind: 'GitRepository' },
      metadata: {
        name,
        namespace,
        annotations: { [PIN_OF]: of },
      },
      spec: { ...spec, suspend: false, ref },
    });
  const hasFetched = ({ status }: GitSource) => commitIn(status?.artifact?.revision) === commit;
  const source = await readUntil<GitSource>(client, path, hasFetched, WAITS.OWNER_OPERATION_MS);
  if (hasFetched(source)) return undefined;
  const ready = source.status?.conditions?.find(({ type }) => type === 'Ready');
  return `Flux did not fetch the commit ${commit.slice(0, 7)}: ${ready?.message ?? 'it does not say why'}`;
}

async function create(client: KubeClient, namespace: string, object: object): Promise<void> {
  try {
    await client.request('POST', `${SOURCE_API}/namespaces/${namespace}/gitrepositories`, { body: object });
  } catch (error) {
    // The answer to an attempt before may have been lost.
    if (!(error instanceof ApiError && error.status === 409)) throw error;
  }
}

/** A source that a rollback has made for this Kustomization. */
const isPin = ({ metadata }: GitSource, of: string): boolean => metadata.annotations?.[PIN_OF] === of;

/** Deletes a source that a rollback has made; one that is not ours stays. */
export async function deletePin(
  client: KubeClient,
  namespace: string,
  name: string,
  of: string,
): Promise<void> {
  const path = sourcePath(namespace, name);
  const found = await client.find<GitSource>(path);
  if (found && isPin(found, of))
    await client.request('DELETE', path, { body: { preconditions: { uid: found.metadata.uid } } });
}

/** Has Flux look at a repository now. @returns the source, once it has */
export async function fetchedAnew(client: KubeClient, namespace: string, name: string): Promise<GitSource> {
  const path = sourcePath(namespace, name);
  const at = new Date().toISOString();
  await client.patch(path, PATCH.merge, { metadata: { annotations: { [REQUESTED]: at } } });
  const hasReconciled = ({ status }: GitSource) => status?.lastHandledReconcileAt === at;
  return readUntil<GitSource>(client, path, hasReconciled, WAITS.OWNER_START_MS);
}
