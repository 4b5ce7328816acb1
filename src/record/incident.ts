import { ACTION_STEP, type RecordEvent } from './catalogue.ts';
import { lookUp, nonEmptyText } from './evidence.ts';

/**
 * The key under which a rollback is updated and resolved. Where its id is the workflow run's and the attempt's, it is the run's
 * alone: a re-run of jobs continues the same incident.
 *
 * @param run the workflow run, the same for every attempt
 */
export const incidentOf = (id: string, run: string | undefined): string =>
  run !== undefined && id.startsWith(`${run}-`) && /^\d+$/.test(id.slice(run.length + 1)) ? run : id;

/** The ids of a record that are attempts of the same incident as one of them, itself included. */
export function attemptsOf(record: readonly RecordEvent[], id: string): Set<string> {
  const incident = incidentOf(id, runOf(record, id));
  if (incident === id) return new Set([id]);
  const ids = [...new Set(record.map((event) => event.id))];
  return new Set([id, ...ids.filter((each) => incidentOf(each, runOf(record, each)) === incident)]);
}

/** The same of a rollback of a record. */
export const incidentIn = (record: readonly RecordEvent[], id: string): string =>
  incidentOf(id, runOf(record, id));

/** The workflow run that an action of a rollback says it is in. */
function runOf(record: readonly RecordEvent[], id: string): string | undefined {
  const started = record.find(
    (event) =>
      event.id === id && event.step === ACTION_STEP && nonEmptyText(lookUp(event, 'run')) !== undefined,
  );
  return started && /\/runs\/(\d+)(?:\/|$)/.exec(nonEmptyText(lookUp(started, 'run')) ?? '')?.[1];
}
