import { messageOf } from '../base/errors.ts';
import { databaseSubject } from '../record/component.ts';
import type { Session } from '../systems/postgres/session.ts';
import { requireReplaceable } from './blockers.ts';
import { clockOf } from './clock.ts';
import { measureDowntime } from './downtime.ts';
import { type Note, nameFor } from './note.ts';
import { type Database, type Observed, observeStaying } from './observe.ts';
import { swap } from './swap.ts';
import { step, type Task } from './task.ts';
import { adoptPause, hold, resumeTraffic, stopsTraffic } from './traffic.ts';

/** What a switch did. */
interface Switched {
  readonly downtimeSeconds: number;
  /** The name under which the database that was live is kept. */
  readonly previous: string;
}

/**
 * Puts `incoming` in the place of the live database: traffic held, names swapped, traffic given back; where it was not
 * switched, in any case. What blocks it is looked for before anybody is sent away, and again after.
 */
export async function switchTo(
  task: Task,
  session: Session,
  incoming: Database,
  keptAs: { what: 'old' | 'undone'; role: 'replaced' | 'undone' },
): Promise<Switched> {
  const { server, id, signal, traffic } = task;
  const name = server.database;
  requireReplaceable(await observeStaying(session, name, signal), { stopsTraffic: stopsTraffic(traffic) });
  try {
    await holdTraffic(task);
    const observed = await observeStaying(session, name, signal);
    requireReplaceable(observed, { stopsTraffic: false });
    const switched = await step(
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
            `What was granted or set on "${name}" since the rollback stays with "${previous}", as the user of \`database-url\` may not give it to another database: ${left.slice(0, 3).join('; ')}.`,
          );
        return { downtimeSeconds, previous };
      },
      ({ downtimeSeconds, previous }) =>
        `"${name}" is switched; no client could connect for ${downtimeSeconds.toFixed(2)} s; what it was is kept as "${previous}"`,
    );
    await afterSwitch(task);
    return switched;
  } catch (error) {
    // What went wrong first is what people have to hear; that traffic is not back is a warning of its own.
    await giveTrafficBack(task).catch(() => {});
    throw error;
  }
}

/**
 * What becomes of traffic once nothing is left to switch; what a dead run held and stays so is this one's from now on.
 * A run that is cancelled now has nobody after it to whom traffic could be left.
 */
export async function afterSwitch(
  task: Task,
  resume: (task: Task) => Promise<unknown> = giveTrafficBack,
): Promise<void> {
  if (task.resumeLater && (await staysPaused(task))) return;
  await resume(task);
}

/** Whether traffic stays held, as asked for; not where the run is cancelled. */
async function staysPaused({ traffic, id, signal }: Task): Promise<boolean> {
  try {
    if (!signal.aborted) await adoptPause(traffic, id);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return !signal.aborted;
}

/** Sends away what uses the database, where anything is known to, before it is replaced. */
export async function holdTraffic(task: Task): Promise<void> {
  const { traffic, server, id, log } = task;
  if (!stopsTraffic(traffic)) return;
  await step(
    task,
    'hold traffic',
    () => hold(traffic, server, id, log),
    () => 'Traffic is held: no workload and no pooled connection uses the database',
  );
}

/** Gives back what this rollback or one that died has stopped, and says what that was. */
export async function giveTrafficBack(task: Task): Promise<string[]> {
  if (!stopsTraffic(task.traffic)) return [];
  return step(
    task,
    'resume traffic',
    () => resumeTraffic(task.traffic, task.server, task.log),
    (given) => (given.length > 0 ? `Traffic is resumed: ${given.join(', ')}` : 'No traffic was held'),
  );
}

/**
 * The same where nobody knows whether anything is held: where nothing is, the record has nothing to tell.
 *
 * @param id of the rollback whose workloads are meant; all where there is none
 */
export async function resumeIfPaused(task: Task, id?: string): Promise<string[]> {
  if (!stopsTraffic(task.traffic)) return [];
  const { traffic, server, log, record } = task;
  const event = { ...databaseSubject(server), step: 'resume traffic' } as const;
  const begun = performance.now();
  const ended = () => ({ ...event, seconds: (performance.now() - begun) / 1000 });
  try {
    const given = await resumeTraffic(traffic, server, log, id);
    const message = `Traffic is resumed: ${given.join(', ')}`;
    if (given.length > 0) {
      log.info(`✓ ${message} (${ended().seconds.toFixed(1)} s)`);
      record({ ...ended(), status: 'done', message });
    }
    return given;
  } catch (error) {
    record({ ...ended(), status: 'failed', message: messageOf(error) });
    throw error;
  }
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
  const { backup, sha256, loss, tables } = incoming.note as Note;
  return { of: live.name, role, id, run, at, backup, sha256, replacedBy: incoming.oid, loss, tables };
}
