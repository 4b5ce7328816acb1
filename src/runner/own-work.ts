import { ActionError, messageOf } from '../base/errors.ts';
import { targetHere } from '../systems/github/here.ts';
import type { Span } from '../systems/github/run-jobs.ts';
import type { Context } from './action.ts';

/** How far the clocks of GitHub and of a cluster may be apart. Milliseconds. */
const SKEW_MS = 60_000;

/** When this run's jobs were at work, in all of its attempts, or why that is not known. */
export type OwnWork = { readonly spans: readonly Span[] } | { readonly unknown: string };

/**
 * When this run was at work, where this is not its first attempt: jobs of an old run can be run again when others have deployed
 * since. "Re-run all jobs" deploys again, and "Re-run failed jobs" may roll back without that.
 */
export async function ownWork(
  token: string | undefined,
  { run, signal }: Pick<Context, 'run' | 'signal'>,
): Promise<OwnWork | undefined> {
  if (!(Number(process.env.GITHUB_RUN_ATTEMPT ?? 1) > 1)) return undefined;
  if (token === undefined)
    return {
      unknown: `input \`github-token\` is empty; give it \`\${{ github.token }}\`, and the job \`permissions: {actions: read}\``,
    };
  const target = targetHere(token);
  if (!target) return { unknown: 'GITHUB_REPOSITORY does not say which repository this is' };
  try {
    const [{ GitHubClient }, { jobSpans }] = await Promise.all([
      import('../systems/github/client.ts'),
      import('../systems/github/run-jobs.ts'),
    ]);
    return { spans: await jobSpans(new GitHubClient(target, signal), run) };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ActionError)) throw error;
    return { unknown: messageOf(error) };
  }
}

/** Whether something happened after this run began, and while no job of it was at work, so that somebody else has done it. Pure. */
export function isByAnother(at: number, spans: readonly Span[]): boolean {
  const first = Math.min(...spans.map(({ from }) => from));
  return at > first && !spans.some(({ from, to }) => from - SKEW_MS <= at && at <= to + SKEW_MS);
}
