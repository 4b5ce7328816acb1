import { startJsonServer } from '../json-server.ts';

/** Minutes from a moment to the start and to the end of a job; one that is at work has no end. */
export type Times = readonly [from: number, to?: number];

/** GitHub's API as far as the jobs of a run go, each with the times of its last attempt. */
export async function startRunJobs(token: string) {
  const jobs: object[] = [];
  const server = await startJsonServer(({ pathname, searchParams }, { headers }) => {
    const isAllowed = [`token ${token}`, `Bearer ${token}`].includes(headers.authorization ?? '');
    if (!isAllowed) return { status: 403, body: { message: 'Resource not accessible by integration' } };
    if (pathname !== '/repos/shop/shop/actions/runs/41/jobs' || searchParams.get('filter') !== 'all')
      return { status: 404, body: { message: 'Not Found' } };
    const [size, page] = ['per_page', 'page'].map((name) => Number(searchParams.get(name)));
    const body = {
      total_count: jobs.length,
      jobs: jobs.slice(((page ?? 1) - 1) * (size ?? 30), (page ?? 1) * (size ?? 30)),
    };
    return { body };
  });
  return {
    ...server,
    /** The runner's variables in the second attempt of the run. */
    env: { GITHUB_API_URL: server.url, GITHUB_REPOSITORY: 'shop/shop', GITHUB_RUN_ATTEMPT: '2' },
    /** Has the run have these jobs, around a moment. */
    tell(moment: number, ...times: readonly Times[]): void {
      const at = (minutes: number) => new Date(moment + minutes * 60_000).toISOString();
      const told = times.map(([from, to]) => ({
        status: to === undefined ? 'in_progress' : 'completed',
        created_at: at(from),
        started_at: at(from),
        completed_at: to === undefined ? null : at(to),
      }));
      jobs.splice(0, jobs.length, ...told);
    },
  };
}
