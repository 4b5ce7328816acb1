import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What happened to a step: everything that is told to anybody is a rendering of these. */
export type Status = 'started' | 'done' | 'no-op' | 'planned' | 'failed' | 'skipped';

/** One line of the rollback record. `at` is RFC 3339 in UTC. */
export interface RecordEvent {
  readonly id: string;
  readonly at: string;
  readonly component: string;
  readonly step: string;
  readonly status: Status;
  readonly from?: string;
  readonly to?: string;
  readonly seconds?: number;
  readonly evidence?: unknown;
  readonly message?: string;
}

/** An event as a room reports it; the record adds who and when. */
export type NewEvent = Omit<RecordEvent, 'id' | 'at'>;

/** Appends events to the record; each is one line and one write, so a killed run leaves whole lines behind. */
export function openRecord(path: string, id: string, redact: (text: string) => string) {
  mkdirSync(dirname(path), { recursive: true });
  return (event: NewEvent): void => {
    const line: RecordEvent = { id, at: new Date().toISOString(), ...event };
    appendFileSync(path, `${redact(JSON.stringify(line))}\n`);
  };
}

/**
 * All events of a record, oldest first.
 *
 * @throws SyntaxError where a line is not JSON
 */
export function readRecord(path: string): RecordEvent[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as RecordEvent);
}
