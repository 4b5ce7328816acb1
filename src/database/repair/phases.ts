import type { Session } from '../../systems/postgres/session.ts';
import { observe } from '../observe.ts';
import type { Task } from '../task.ts';
import type { Repaired } from './carry-out.ts';
import { requireRepairable } from './prepare.ts';
import { lookAtRepair, lookAtSwitch, prepareOnly, repairAll, switchOnly } from './repair.ts';
import type { RepairRequest, Wishes } from './request.ts';
import { cleanRepairs, lookAtClean, undoRepair } from './take-back.ts';

/** A phase of a repair as it is asked for. */
export interface Asked {
  readonly phase: 'all' | 'prepare' | 'switch' | 'undo' | 'clean' | 'resume';
  readonly wishes: Wishes;
  /** Repairs that stay for an undo. */
  readonly keep: number;
  /** What the phases `all` and `prepare` need. */
  readonly request: () => Promise<RepairRequest>;
}

/**
 * Says what a repair is about where it follows at once and compares then: nothing is restored twice for it.
 *
 * @param check finds out whether a backup is there
 */
export async function foresee(
  { server }: Task,
  session: Session,
  tables: readonly string[],
  sources: readonly string[],
  check: (source: string) => Promise<string>,
): Promise<Repaired> {
  requireRepairable(await observe(session, server.database));
  const takes: string[] = [];
  for (const source of sources) takes.push(await check(source));
  const also = takes.filter(Boolean).map((words) => ` ${words}`);
  return {
    result: 'planned',
    message: `Planned: what was destroyed in ${tables.join(', ')} of "${server.database}" would be brought back, and every newer row kept; how many rows that is shows when the states are compared, before anything is changed.${also.join('')}`,
  };
}

/** Carries out a phase, or says what it would do. */
export async function repair(task: Task, session: Session, asked: Asked, dryRun: boolean): Promise<Repaired> {
  const { phase, wishes, keep, request } = asked;
  switch (phase) {
    case 'all':
      return dryRun
        ? lookAtRepair(task, session, await request())
        : repairAll(task, session, await request());
    case 'prepare':
      return dryRun
        ? lookAtRepair(task, session, await request())
        : prepareOnly(task, session, await request());
    case 'switch':
      return dryRun ? lookAtSwitch(task, wishes) : switchOnly(task, wishes);
    case 'undo':
      return undoRepair(task, wishes, dryRun);
    case 'clean':
      return dryRun ? lookAtClean(task, keep) : cleanRepairs(task, session, keep);
    case 'resume':
      return {
        result: 'planned',
        message: 'Planned: paused traffic would be resumed; nothing was changed.',
      };
  }
}
