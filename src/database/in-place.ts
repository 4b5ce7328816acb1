import type { Session } from '../systems/postgres/session.ts';
import { chooseDump, toolsNamed } from '../systems/postgres/tools.ts';
import { dumpDatabase } from './backup/dump.ts';
import { restoreInPlace } from './backup/in-place.ts';
import { observe } from './observe.ts';
import { type Done, type Request, requireRightBackup } from './rollback.ts';
import { afterSwitch, giveTrafficBack } from './switch.ts';
import { step, type Task } from './task.ts';
import { drains, hold } from './traffic.ts';

/**
 * For those who can't hold two copies: a dump of the live database, read once more, then its contents replaced in
 * one transaction. Whatever fails leaves what was there.
 */
export async function rollBackInPlace(
  task: Task,
  session: Session,
  request: Request,
  safetyDump: string,
): Promise<Done> {
  const { server, log, progress, signal, traffic, id } = task;
  // All that can refuse comes before traffic is held.
  await observe(session, server.database);
  chooseDump(await toolsNamed('pg_dump'), { server: Math.floor(session.version / 10000) });
  const { backup } = await step(
    task,
    'fetch',
    () => request.fetch(task),
    () => 'The backup is fetched and whole',
  );
  requireRightBackup(backup, request);
  try {
    if (drains(traffic))
      await step(
        task,
        'hold traffic',
        () => hold(traffic, server, id, log),
        () => 'Traffic is held',
      );
    await step(
      task,
      'safety dump',
      () => dumpDatabase(server, server.database, safetyDump, { signal }),
      () => `The live database is dumped to ${safetyDump}, and the dump is whole`,
    );
    const begun = performance.now();
    await step(
      task,
      'restore in place',
      () => restoreInPlace(backup, { server, database: server.database, log, progress, signal }),
      () => `The contents of "${server.database}" are those of the backup`,
    );
    const downtimeSeconds = (performance.now() - begun) / 1000;
    const message = `The contents of "${server.database}" are those of the backup, and it was locked for ${downtimeSeconds.toFixed(1)} s; what it held is in ${safetyDump}.`;
    await afterSwitch(task);
    return { done: true, message, downtimeSeconds, safetyDump };
  } catch (error) {
    await giveTrafficBack(task).catch(() => {});
    throw error;
  }
}
