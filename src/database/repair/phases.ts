import type { Session } from '../../systems/postgres/session.ts';
import { observe } from '../observe.ts';
import type { Task } from '../task.ts';
import type { Repaired } from './carry-out.ts';
import { requireRepairable } from './prepare.ts';
import { planRepair, planSwitch, prepareOnly, repairAll, switchOnly } from './repair.ts';
import type { RepairOptions, RepairRequest } from './request.ts';
import { cleanRepairs, planClean, undoRepair } from './take-back.ts';

/** A phase of a repair as it is asked for. */
export interface PhaseRequest {
  readonly phase: 'all' | 'prepare' | 'switch' | 'undo' | 'clean' | 'resume';
  readonly options: RepairOptions;
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
export async function repair(
  task: Task,
  session: Session,
  phaseRequest: PhaseRequest,
  dryRun: boolean,
): Promise<Repaired> {
  const { phase, options, keep, request } = phaseRequest;
  switch (phase) {
    case 'all':
      return dryRun ? planRepair(task, session, await request()) : repairAll(task, session, await request());
    case 'prepare':
      return dryRun
        ? planRepair(task, session, await request())
        : prepareOnly(task, session, await request());
    case 'switch':
      return dryRun ? planSwitch(task, options) : switchOnly(task, options);
    case 'undo':
      return undoRepair(task, options, dryRun);
    case 'clean':
      return dryRun ? planClean(task, keep) : cleanRepairs(task, session, keep);
    case 'resume':
      return {
        result: 'planned',
        message: 'Planned: paused traffic would be resumed; nothing was changed.',
      };
  }
}
