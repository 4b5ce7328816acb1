import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WAITS } from '../../base/waits.ts';
import { quoteTable } from '../postgres/quote.ts';

interface Holder {
  pid: number;
  user: string;
  address: string | null;
  since: Date | null;
}

/**
 * The holder of the lock of a state that is kept in PostgreSQL, and since when. Terraform says there only that it is held, but
 * the lock is one of PostgreSQL's own (an advisory lock with the id of the state's row), and PostgreSQL knows which connection
 * has it.
 *
 * @param data the folder in which `init` has left what the backend is
 * @returns undefined where the state is kept elsewhere, the lock is free again, or the server does not answer
 */
export async function pgLockHolder(
  data: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const { type, config } = backendOf(data);
    const url = config.conn_str || env.PG_CONN_STR;
    if (type !== 'pg' || !url) return undefined;
    const schema = config.schema_name || env.PG_SCHEMA_NAME || 'terraform_remote_state';
    const table = config.table_name || env.PG_TABLE_NAME || 'states';
    const holder = await find(withTls(url), quoteTable({ schema, name: table }), workspaceOf(data), signal);
    return holder && describeHolder(holder);
  } catch {
    return undefined;
  }
}

async function find(
  url: string,
  table: string,
  workspace: string,
  signal: AbortSignal,
): Promise<Holder | undefined> {
  const { Server } = await import('../postgres/session.ts');
  const limited = AbortSignal.any([signal, AbortSignal.timeout(WAITS.TERRAFORM_PG_LOCK_MS)]);
  const server = Server.parse(url, { signal: limited, mask: () => {} });
  const [holder] = await server.use(server.database, (session) =>
    session.query<Holder>(
      `SELECT a.pid, a.usename AS user, host(a.client_addr) AS address, a.backend_start AS since
       FROM ${table} s
       JOIN pg_locks l ON (l.classid::bigint << 32 | l.objid::bigint) = s.id AND l.objsubid = 1
       JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
       JOIN pg_stat_activity a ON a.pid = l.pid
       WHERE s.name = $1 AND l.locktype = 'advisory' AND l.granted`,
      [workspace],
    ),
  );
  return holder;
}

/** A session that the role may not see has neither address nor time. */
function describeHolder({ pid, user, address, since }: Holder): string {
  const from = address ? ` from ${address}` : '';
  const time = since ? ` since ${since.toISOString()}` : '';
  return `${user}${from}, connected${time} as process ${pid} of PostgreSQL`;
}

function backendOf(data: string): { type?: string; config: Record<string, string | null | undefined> } {
  const { backend } = JSON.parse(readFileSync(join(data, 'terraform.tfstate'), 'utf8')) as {
    backend?: { type?: string; config?: Record<string, string | null> };
  };
  return { config: {}, ...backend };
}

function workspaceOf(data: string): string {
  try {
    return readFileSync(join(data, 'environment'), 'utf8').trim() || 'default';
  } catch {
    return 'default';
  }
}

/** Terraform's library encrypts where nothing is said; ours does not. */
function withTls(text: string): string {
  const url = new URL(text);
  if (!url.searchParams.has('sslmode')) url.searchParams.set('sslmode', 'require');
  return url.toString();
}
