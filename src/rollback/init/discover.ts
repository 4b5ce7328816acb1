import { ActionError } from '../../base/errors.ts';
import { WAITS } from '../../base/waits.ts';
import type { Context } from '../../runner/action.ts';
import { requirePermissions } from '../../systems/kubernetes/access.ts';
import { type Connection, connect } from '../../systems/kubernetes/connect.ts';
import { ApiError } from '../../systems/kubernetes/errors.ts';
import { allKinds, kinds, workloadPath } from '../../systems/kubernetes/kinds.ts';
import { namespacePath } from '../../systems/kubernetes/names.ts';
import type { Workload } from '../../systems/kubernetes/objects.ts';
import { Server } from '../../systems/postgres/session.ts';
import { parseAddress } from '../../systems/redis/address.ts';
import { directly } from '../../systems/redis/direct.ts';
import { Cache } from '../../systems/redis/topology.ts';

/** Where to look, by the inputs of the same names. */
export interface DiscoveryInputs {
  readonly kubeconfig?: string | undefined;
  readonly context?: string | undefined;
  readonly namespace?: string | undefined;
  readonly databaseUrl?: string | undefined;
  readonly redisUrl?: string | undefined;
}

/** What there is to put back. */
export interface Found {
  readonly namespace: string;
  readonly context: string | undefined;
  readonly workloads: readonly Workload[];
  readonly database: FoundDatabase | undefined;
  readonly cache: FoundCache | undefined;
}

export interface FoundDatabase {
  readonly name: string;
  /** `14.20` */
  readonly version: string;
  readonly bytes: number;
  /** Extensions that a restore without a superuser may have to leave out. */
  readonly extensions: readonly string[];
}

export interface FoundCache {
  /** `Redis 7.0.15` */
  readonly version: string;
  readonly masters: number;
}

type DiscoveryContext = Pick<Context, 'signal' | 'mask'>;

/** Looks at everything that was named; changes nothing. @throws ActionError where one of them cannot be looked at */
export async function discover(places: DiscoveryInputs, context: DiscoveryContext): Promise<Found> {
  const { databaseUrl, redisUrl } = places;
  const connection = await connect(places, context);
  try {
    const [workloads, database, cache] = await Promise.all([
      workloadsOf(connection),
      databaseUrl === undefined ? undefined : discoverDatabase(databaseUrl, context),
      redisUrl === undefined ? undefined : discoverCache(redisUrl, context),
    ]);
    return { namespace: connection.namespace, context: places.context, workloads, database, cache };
  } finally {
    connection.client.close();
  }
}

async function workloadsOf({ client, namespace }: Connection): Promise<Workload[]> {
  const toList = allKinds.map((kind) => ({ group: 'apps', resource: kinds[kind].plural, verbs: ['list'] }));
  await requirePermissions(client, namespace, toList);
  const lists = await Promise.all(
    allKinds.map((kind) => client.list<Workload>(workloadPath(namespace, kind))),
  );
  const workloads = lists.flatMap(({ items }) => items);
  if (workloads.length === 0) await requireNamespace({ client, namespace });
  return workloads;
}

/** A namespace that is not there lists as an empty one. @throws ActionError where it is known not to be there */
async function requireNamespace({ client, namespace }: Connection): Promise<void> {
  try {
    if (await client.find(namespacePath(namespace))) return;
  } catch (error) {
    // An account of one namespace may not list namespaces.
    if (error instanceof ApiError && error.status === 403) return;
    throw error;
  }
  throw new ActionError(
    `There is no namespace ${namespace} in the cluster ${client.server}; check the inputs \`namespace\` and \`context\`.`,
  );
}

function discoverDatabase(url: string, context: DiscoveryContext): Promise<FoundDatabase> {
  const server = Server.parse(url, context);
  return server.use(server.database, async (session) => {
    const { version, bytes } = await session.one<{ version: string; bytes: string }>(
      `SELECT current_setting('server_version') AS version, pg_database_size(current_database())::text AS bytes`,
    );
    // Before version 13 no extension is trusted, and the view has no such column.
    const extensions = await session.query<{ name: string }>(
      `SELECT e.extname::text AS name FROM pg_extension e
       LEFT JOIN pg_available_extension_versions v ON v.name = e.extname AND v.version = e.extversion
       WHERE e.extname <> 'plpgsql' AND coalesce(to_jsonb(v)->>'trusted', 'false') <> 'true' ORDER BY 1`,
    );
    return {
      name: server.database,
      version: version.split(' ')[0] ?? version,
      bytes: Number(bytes),
      extensions: extensions.map(({ name }) => name),
    };
  });
}

async function discoverCache(url: string, { signal, mask }: DiscoveryContext): Promise<FoundCache> {
  const address = parseAddress(url, { ca: undefined, insecure: false, mask });
  const cache = new Cache(address, directly({ tls: address.tls, signal }), signal);
  try {
    return await cache.survey(WAITS.INIT_CACHE_MS, async ({ version, masters }) => ({
      version,
      masters: masters.length,
    }));
  } finally {
    cache.close();
  }
}
