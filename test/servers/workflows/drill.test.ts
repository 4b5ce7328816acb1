/** drill.yml, step for step from dist/, on a platform that allows it, with a real PostgreSQL and Redis. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunResult, runWorkflow } from '../../support/workflows/run.ts';
import { kubeconfigOf } from '../../workflows/broken-shop.ts';
import { BACK, Platform } from '../actions/environment.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.open();
  expect(await platform.rollBack()).toMatchObject({ exitCode: 0 });
  platform.name = 'drill';
  platform.configure((environment) => {
    environment.rollback = { 'drill-hosts': ['127.0.0.1', 'localhost'], 'drill-target': 'deployment/api' };
    // The workflow keeps no token of Slack for it here.
    delete environment.notify;
    delete environment.report?.history;
  });
  await platform.shop.label({ 'rollback-actions/drill': 'allowed' });
});
afterAll(() => platform[Symbol.asyncDispose]());

const drill = (inputs: Record<string, string>, vars: Record<string, string> = {}): Promise<RunResult> =>
  runWorkflow({
    workflow: 'drill.yml',
    event: 'workflow_call',
    inputs: { environment: 'drill', ...inputs },
    vars,
    secrets: {
      kubeconfig: kubeconfigOf(platform.shop),
      'database-url': platform.database.url,
      'redis-url': `redis://127.0.0.1:${platform.redis.port}`,
    },
    files: { '.github/rollback.yml': readFileSync(join(platform.temp, '.github/rollback.yml'), 'utf8') },
  });

test('an environment is broken and rolled back, and the time that it took is kept', async () => {
  const run = await drill({ fault: 'bad-migration' });
  expect([run.result, run.job('drill').outputs.result, run.job('drill').outputs.score]).toEqual([
    'success',
    'done',
    '100',
  ]);
  expect(await platform.state()).toEqual(BACK);
  const history = readFileSync(join(run.artifacts, 'drill-history-drill/rollback-history.jsonl'), 'utf8');
  expect(JSON.parse(history)).toMatchObject({ environment: 'drill', outcome: 'done' });
  expect(JSON.parse(run.job('drill').outputs.rto ?? '')).toContainEqual(
    expect.objectContaining({ state: 'met' }),
  );
});

test('a drill that fails is red, and its record is kept', async () => {
  await platform.shop.label({ 'rollback-actions/drill': null });
  const run = await drill({ fault: 'bad-image' });
  expect([run.result, run.job('drill').outputs.result]).toEqual(['failure', 'failed']);
  expect(run.step('drill', 'drill').log).toContain('does not allow drills');
  expect(await platform.state()).toEqual(BACK);
  expect(readFileSync(join(run.artifacts, 'drill-1/rollback-record.jsonl'), 'utf8')).toContain(
    '"component":"drill"',
  );
});
