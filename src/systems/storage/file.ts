import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ActionError, messageOf } from '../../base/errors.ts';
import { withoutEndSlashes } from '../../base/slashes.ts';
import type { Part, Stored } from './stored.ts';

/** A file or folder of this machine. */
export class FileStore implements Stored {
  readonly name: string;
  readonly local: string;

  constructor(path: string) {
    this.name = path;
    this.local = path;
  }

  async part({ start, end }: { start: number; end: number }): Promise<Part | undefined> {
    try {
      const { size, mtime, mtimeMs } = await stat(this.local);
      return {
        bytes: size,
        modifiedAt: mtime.toISOString(),
        version: `${size} ${mtimeMs}`,
        partial: true,
        body: createReadStream(this.local, { start, end }),
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new ActionError(`${this.name} cannot be read: ${messageOf(error)}.`, { cause: error });
    }
  }

  neighbour(suffix: string): Stored {
    return new FileStore(withoutEndSlashes(this.local) + suffix);
  }
}
