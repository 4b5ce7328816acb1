import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDirectory } from '../control-plane/build.ts';

/** A folder of the cache that is made once and stays, under a name that tells its version. */
export class Artifact {
  readonly #name: string;
  readonly #make: (folder: string) => Promise<void>;
  readonly #isFixed: boolean;

  /** @param isFixed whether it has to be made where it will be, as an environment of Python's has */
  constructor(name: string, make: (folder: string) => Promise<void>, isFixed = false) {
    this.#name = name;
    this.#make = make;
    this.#isFixed = isFixed;
  }

  /** Whether it is there as a whole. */
  get isThere(): boolean {
    return existsSync(this.#isFixed ? join(this.#folder, 'whole') : this.#folder);
  }

  /** A path in it. @throws where it is not there: tests make nothing themselves */
  path(...parts: readonly string[]): string {
    if (!this.isThere) throw new Error(`${this.#folder} is missing: run \`npm run test:setup -- all\`.`);
    return join(this.#folder, ...parts);
  }

  /** Makes it unless it is there. What is cut off on the way is not taken for a whole one. */
  async get(): Promise<void> {
    if (this.isThere) return;
    await mkdir(cacheDirectory(), { recursive: true });
    if (this.#isFixed) {
      await rm(this.#folder, { recursive: true, force: true });
      await mkdir(this.#folder);
      await this.#make(this.#folder);
      await writeFile(join(this.#folder, 'whole'), '');
      return;
    }
    const unfinished = await mkdtemp(`${this.#folder}.`);
    try {
      await this.#make(unfinished);
      await rename(unfinished, this.#folder);
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      // Another process may have been faster.
      if (!this.isThere) throw error;
    }
  }

  get #folder(): string {
    return join(cacheDirectory(), this.#name);
  }
}
