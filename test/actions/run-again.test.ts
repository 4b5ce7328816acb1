/**
 * Jobs of a run that are run again when others have deployed since: "Re-run failed jobs" of a deploy that failed days ago rolled
 * back what was live (Cap-go/capgo.app#3296).
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runAction } from '../support/action.ts';
import { startRunJobs, type Times } from '../support/github/run-jobs.ts';
import { Shop } from './shop.ts';

const TOKEN = 'ghs_of-the-job';
const HOURS = 60;

let shop: Shop;
let gitHub: Awaited<ReturnType<typeof startRunJobs>>;
beforeEach(async () => {
  [shop, gitHub] = await Promise.all([Shop.open(), startRunJobs(TOKEN)]);
  await shop.deploy('web', 'registry.test/web:1');
  await shop.deploy('web', 'registry.test/web:2');
});
afterEach(async () => {
  gitHub.stop();
  await shop[Symbol.asyncDispose]();
});

/** When the newest revision was made. */
async function madeAt(): Promise<number> {
  const sets = await shop.replicaSets();
  return Math.max(...sets.map(({ metadata }) => Date.parse(metadata.creationTimestamp ?? '')));
}

/** The second attempt of run 41, whose jobs were at work at these times around the newest revision. */
async function again(times: readonly Times[], inputs: Record<string, string> = {}) {
  gitHub.tell(await madeAt(), ...times);
  return shop.rollBack({ 'github-token': TOKEN, ...inputs }, { run: '41', env: gitHub.env });
}

const EARLIER: Times = [-50 * HOURS, -49 * HOURS];
const REFUSED =
  /^Nothing was changed: deployment\/web cannot be rolled back: its revision 2 was made at \S+Z, while no job of this run was at work: it is a newer release, which this run has not deployed; to roll that one back, start a new run\.$/;

describe('what was deployed between two attempts of a run', () => {
  // The deploy job failed or not, and was run again or not: no attempt of it was at work then.
  test.each<[string, Record<string, string>, Times[]]>([
    ['stays', {}, [EARLIER, [2 * HOURS]]],
    ['stays in whatever attempt', {}, [EARLIER, [-40 * HOURS, -39 * HOURS], [2 * HOURS]]],
    ['stays, whatever was asked for', { to: 'revision=1' }, [EARLIER, [2 * HOURS]]],
  ])('%s', async (_, inputs, times) => {
    const step = await again(times, inputs);
    expect([step.exitCode, step.errors]).toEqual([1, [expect.stringMatching(REFUSED)]]);
    expect(await shop.image('web')).toBe('registry.test/web:2');
  });

  test('is refused in a plan, and by the root action before anything else goes back', async () => {
    const planned = await again([EARLIER, [2 * HOURS]], { 'dry-run': 'true' });
    expect(planned.errors).toEqual([expect.stringMatching(REFUSED)]);
    const step = await runAction('rollback', {
      with: {
        ...{ kubeconfig: shop.api.kubeconfig, namespace: 'shop', workloads: 'web' },
        ...{ reason: 'the deploy failed', 'github-token': TOKEN },
      },
      ...{ temp: shop.temp, run: '41', env: gitHub.env },
    });
    expect(step.errors).toEqual([
      expect.stringMatching(
        /"plan services" failed: .*it is a newer release, which this run has not deployed/,
      ),
    ]);
    expect(await shop.image('web')).toBe('registry.test/web:2');
  });

  test('goes back in a new run', async () => {
    await again([EARLIER, [2 * HOURS]]);
    const { outputs } = await shop.rollBack({ 'github-token': TOKEN }, { run: '42' });
    expect(outputs.result).toBe('done');
    expect(await shop.image('web')).toBe('registry.test/web:1');
  });
});

test.each<[string, Times[]]>([
  ['"Re-run all jobs" has deployed it', [EARLIER, [-5, 1], [2 * HOURS]]],
  ['this very job has deployed it', [EARLIER, [-5]]],
  ['the first attempt has deployed it, and could not roll it back', [[-5, 1], [2, 10], [2 * HOURS]]],
  ['it was there before the run began', [[5, 10], [2 * HOURS]]],
])('what goes back is of this run: %s', async (_, times) => {
  const { errors, outputs, warnings } = await again(times);
  expect([errors, warnings, outputs.result]).toEqual([[], [], 'done']);
  expect(await shop.image('web')).toBe('registry.test/web:1');
});

test('a restart since is no release of another run', async () => {
  const made = await madeAt();
  const annotations = { 'kubectl.kubernetes.io/restartedAt': new Date().toISOString() };
  await shop.until('a second has passed', () => Date.now() > made + 2000);
  await shop.patch('web', { spec: { template: { metadata: { annotations } } } });
  await shop.until('it is restarted', async () => (await madeAt()) > made);
  // The skew that is allowed for would hide the seconds from the release to the restart.
  gitHub.tell(made, [-5, -0.99], [2 * HOURS]);
  const { outputs } = await shop.rollBack(
    { 'github-token': TOKEN, to: 'revision=1' },
    { run: '41', env: gitHub.env },
  );
  expect(outputs.result).toBe('done');
});

test.each<[string, Record<string, string>, RegExp]>([
  ['without a token', {}, /: input `github-token` is empty; give it `\$\{\{ github\.token \}\}`/],
  [
    'with a token that may not',
    { 'github-token': 'ghs_other' },
    /\(403: Resource not .*`permissions: \{actions: read\}`/,
  ],
])('where GitHub does not say when the jobs were at work, that is said: %s', async (_, inputs, why) => {
  gitHub.tell(await madeAt(), EARLIER, [2 * HOURS]);
  const { outputs, warnings } = await shop.rollBack(inputs, { run: '41', env: gitHub.env });
  expect(outputs.result).toBe('done');
  expect(warnings).toEqual([
    expect.stringMatching(
      /^These jobs are run again, and whether another run has deployed deployment\/web since is not known: /,
    ),
  ]);
  expect(warnings[0]).toMatch(why);
});

test('the first attempt of a run, and what has nothing to roll back, ask GitHub nothing', async () => {
  const first = { ...gitHub.env, GITHUB_RUN_ATTEMPT: '1' };
  const { outputs } = await shop.rollBack({ 'github-token': TOKEN }, { run: '41', env: first });
  expect(outputs.result).toBe('done');
  expect((await again([EARLIER, [2 * HOURS]])).outputs.result).toBe('no-op');
  expect(gitHub.requests).toEqual([]);
});
