import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { ActionError } from '../base/errors.ts';

/**
 * The real path of something that must be in a folder: neither `..` nor a symbolic link leads out.
 *
 * @param input the input that names it
 * @throws ActionError where it is not there, or not inside
 */
export function inside(folder: string, from: string, name: string, input: string, missing = ''): string {
  const path = resolve(from, name);
  if (!existsSync(path)) {
    throw new ActionError(`${JSON.stringify(name)} of \`${input}\` does not exist${missing}.`);
  }
  const real = realpathSync(path);
  const way = relative(realpathSync(folder), real);
  if (way.startsWith('..') || isAbsolute(way)) {
    throw new ActionError(
      `${JSON.stringify(name)} of \`${input}\` is outside of the checkout; give a path in it.`,
    );
  }
  return real;
}
