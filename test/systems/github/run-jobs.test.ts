import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { GitHubClient } from '../../../src/systems/github/client.ts';
import { jobSpans } from '../../../src/systems/github/run-jobs.ts';
import { type Reply, startJsonServer } from '../../support/json-server.ts';

let reply: (page: number) => Reply;
let server: Awaited<ReturnType<typeof startJsonServer>>;
beforeEach(async () => {
  server = await startJsonServer(({ searchParams }) => reply(Number(searchParams.get('page'))));
});
afterEach(() => server.stop());

const spans = () => {
  const target = { token: 'ghs_x', owner: 'shop', repo: 'shop', api: server.url };
  return jobSpans(new GitHubClient(target, AbortSignal.timeout(10_000)), '41');
};
const MINUTE = 60_000;
const time = (minute: number) => new Date(minute * MINUTE).toISOString().replace('.000Z', 'Z');

test('every page is read', async () => {
  const job = { status: 'completed', started_at: time(1), completed_at: time(2) };
  reply = (page) => ({ body: { total_count: 250, jobs: Array(page < 3 ? 100 : 50).fill(job) } });
  expect(await spans()).toHaveLength(250);
});

test('a job that is at work has no end, one that is queued begins when it was made, one that never began is none', async () => {
  reply = () => ({
    body: {
      total_count: 4,
      jobs: [
        { status: 'completed', created_at: time(0), started_at: time(1), completed_at: time(2) },
        { status: 'in_progress', created_at: time(2), started_at: time(3), completed_at: null },
        { status: 'queued', created_at: time(2), started_at: null, completed_at: null },
        { status: 'completed', created_at: time(2), started_at: null, completed_at: null },
      ],
    },
  });
  expect(await spans()).toEqual([
    { from: MINUTE, to: 2 * MINUTE },
    { from: 3 * MINUTE, to: Number.POSITIVE_INFINITY },
    { from: 2 * MINUTE, to: Number.POSITIVE_INFINITY },
  ]);
});

test.each([
  ['something else', { jobs: 'none' }, /answers with something else\.$/],
  ['no time', { total_count: 1, jobs: [{ status: 'completed', started_at: 'soon' }] }, /something else\.$/],
  ['pages without an end', { total_count: 1e9, jobs: [{ status: 'queued' }] }, /more than 50 pages\.$/],
])('an answer that is %s is refused', async (_, body, message) => {
  reply = () => ({ body });
  await expect(spans()).rejects.toThrow(message);
});
