import { ActionError } from '../base/errors.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { outputOf } from './process.ts';

/**
 * For every call: a workspace that the runner mounted belongs to another user in a container, hooks of the repository are not
 * ours to run, and no one can answer a prompt.
 */
const OPTIONS = ['-c', 'safe.directory=*', '-c', 'core.hooksPath=/dev/null'];
const QUIET = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: 'true' };
/** How the runner's git reaches others. What a hook or another step says of its own repository is not among it. */
const ACCESS = /^(GIT_SSH|GIT_CONFIG|SSH_|https?_proxy$|no_proxy$)/i;

/** @throws ActionError where there is no git */
export async function git(directory: string, ...args: readonly string[]) {
  const finished = await tryGit(directory, args);
  if (!finished) throw new ActionError('There is no program git on the runner; install it before this step.');
  return finished;
}

/** The same, with more in its environment; undefined where there is no git. */
export function tryGit(directory: string, args: readonly string[], more: Record<string, string> = {}) {
  const access = Object.entries(process.env).filter(([name]) => ACCESS.test(name));
  const environment = { ...(Object.fromEntries(access) as Record<string, string>), ...QUIET, ...more };
  return outputOf('git', ['-C', directory, ...OPTIONS, ...args], environment);
}

/** The names in an answer that was requested with `-z`. */
export const splitAtZeros = (text: string): string[] => text.split('\0').filter((item) => item !== '');

/** What git says last, which is what went wrong. */
export const lastLine = (text: string): string =>
  withoutFullStop(text.trim().split('\n').at(-1) ?? '') || 'git does not say why';
