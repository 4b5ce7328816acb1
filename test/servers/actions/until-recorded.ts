import { existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Resolves once the record has this many lines. */
export function lines(path: string, count: number): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!existsSync(path) || readFileSync(path, 'utf8').split('\n').length <= count) return;
      watcher.close();
      resolve();
    };
    const watcher = watch(join(path, '..'), look);
    look();
  });
}
