import type { Session } from '../systems/postgres/session.ts';
import { requireReplaceable } from './blockers.ts';
import { clockOf } from './clock.ts';
import { measureDowntime } from './downtime.ts';
import { type Note, nameFor } from './note.ts';
import { type Database, type Observed, observeStaying } from './observe.ts';
import { withoutValue } from './properties.ts';
import { swap } from './swap.ts';
import { step, stopsTraffic, type Task } from './task.ts';
import { whilePaused } from './traffic.ts';

/** What a switch did. */
interface Switched {
  readonly downtimeSeconds: number;
  /** The name under which the database that was live is kept. */
  readonly previous: string;
}

/**
 * Puts `incoming` in the place of the live database: traffic paused, names swapped, traffic resumed; after a failure it is
 * resumed in any case. Blockers are looked for once no session is left, and before that too where sessions have to be ended.
 */
export async function switchTo(
  task: Task,
  session: Session,
  incoming: Database,
  keptAs: { what: 'old' | 'undone'; role: 'replaced' | 'undone' },
): Promise<Switched> {
  const { server, id, signal, traffic } = task;
  const name = server.database;
  if (stopsTraffic(traffic))
    requireReplaceable(await observeStaying(session, name, signal), { stopsTraffic: true });
  return whilePaused(task, async () => {
    const observed = await observeStaying(session, name, signal);
    requireReplaceable(observed, { stopsTraffic: false });
    return step(
      task,
      'switch',
      async () => {
        // Held against the times of backups and of other switches, maybe by another runner.
        const at = new Date(await clockOf(session)).toISOString();
        const note = noteOf(task, observed, incoming, { role: keptAs.role, at });
        const previous = await freeName(session, name, id, keptAs.what);
        const plan = { live: observed.live, keptAs: previous, note, incoming };
        let left: readonly string[] = [];
        const downtimeSeconds = await measureDowntime(server, signal, async () => {
          left = await swap(server, plan);
        });
        if (left.length > 0)
          task.log.warn(
            `What was granted or set on "${name}" since the rollback stays with "${previous}", as the user of \`database-url\` may not give it to another database: ${left.slice(0, 3).map(withoutValue).join('; ')}.`,
          );
        return { downtimeSeconds, previous };
      },
      ({ downtimeSeconds, previous }) =>
        `"${name}" is switched; no client could connect for ${downtimeSeconds.toFixed(2)} s; what it was is kept as "${previous}"`,
    );
  });
}

/** The name to keep a database under: a switch of the same rollback may have left one of the usual name. */
async function freeName(
  session: Session,
  database: string,
  id: string,
  what: 'old' | 'undone',
): Promise<string> {
  const rows = await session.query<{ name: string }>('SELECT datname::text AS name FROM pg_database');
  const taken = new Set(rows.map(({ name }) => name));
  for (let count = 1; ; count++) {
    const name = nameFor(database, count === 1 ? id : `${id} (${count})`, what);
    if (!taken.has(name)) return name;
  }
}

function noteOf(
  { id, run }: Task,
  { live }: Observed,
  incoming: Database,
  { role, at }: Pick<Note, 'role' | 'at'>,
): Note {
  const { backup, sha256, loss, tables, run: before, at: then } = incoming.note as Note;
  const switched = role === 'undone' ? { run: before, at: then } : undefined;
  return {
    of: live.name,
    role,
    id,
    run,
    at,
    backup,
    sha256,
    replacedBy: incoming.oid,
    switched,
    loss,
    tables,
  };
}
