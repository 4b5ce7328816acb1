import * as v from 'valibot';
import { ActionError } from '../../base/errors.ts';
import type { GitHubClient } from './client.ts';

/** Pages of 100 jobs: a run may have 256 of a matrix, in each of its attempts. */
const MOST_PAGES = 50;

const instant = v.nullish(v.pipe(v.string(), v.isoTimestamp()));
const schema = v.object({
  total_count: v.number(),
  jobs: v.array(
    v.object({ status: v.string(), created_at: instant, started_at: instant, completed_at: instant }),
  ),
});
type Job = v.InferOutput<typeof schema>['jobs'][number];

/** From when to when a job was at work, in milliseconds since the epoch; one that is not over has no end. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * When the jobs of a workflow run were at work, in all of its attempts. A job that another attempt did not run again keeps
 * its times.
 *
 * @throws ActionError where GitHub does not say
 */
export async function jobSpans(client: GitHubClient, run: string): Promise<Span[]> {
  const { owner, repo } = client.target;
  const what = `list the jobs of run ${run} in ${owner}/${repo}`;
  const jobs: Job[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await client.request<unknown>(
      'GET /repos/{owner}/{repo}/actions/runs/{run}/jobs',
      { run, filter: 'all', per_page: 100, page },
      { what, permission: 'actions: read', repeatable: true },
    );
    const parsed = v.safeParse(schema, answer);
    if (!parsed.success) throw new ActionError(`GitHub did not ${what}: it answers with something else.`);
    jobs.push(...parsed.output.jobs);
    if (jobs.length >= parsed.output.total_count || parsed.output.jobs.length === 0)
      return jobs.flatMap(spanOf);
  }
  throw new ActionError(`GitHub did not ${what}: they are more than ${MOST_PAGES} pages.`);
}

/** A job that GitHub does not know as begun yet may be this one, which it has seen last as it was queued. */
function spanOf({ status, created_at, started_at, completed_at }: Job): Span[] {
  const from = Date.parse(started_at ?? created_at ?? '');
  const to = status === 'completed' ? Date.parse(completed_at ?? '') : Number.POSITIVE_INFINITY;
  return Number.isNaN(from) || Number.isNaN(to) ? [] : [{ from, to }];
}
