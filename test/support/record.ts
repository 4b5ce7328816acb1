import { existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { RecordEvent } from '../../src/record/record.ts';

/** The whole lines of a record that somebody is writing. */
const eventsOf = (path: string): RecordEvent[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line))
    : [];

/** `deployment/api switch template done` */
export const nameOf = ({ component, step, status }: RecordEvent): string => `${component} ${step} ${status}`;

/** Resolves as soon as the record in the folder `temp` is as `look` wants it. */
export function recorded(temp: string, look: (events: readonly RecordEvent[]) => boolean): Promise<void> {
  const path = join(temp, 'rollback-record.jsonl');
  return new Promise((resolve) => {
    const again = () => {
      if (!look(eventsOf(path))) return;
      watcher.close();
      resolve();
    };
    // A run that ends before it looks so must not keep the tests waiting.
    const watcher = watch(temp, { persistent: false }, again);
    again();
  });
}
