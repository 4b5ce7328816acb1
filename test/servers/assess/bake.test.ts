/** Bakes beside a Prometheus that scrapes living services five times a second; all of them at the same time. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningStep, startAction } from '../../support/action.ts';
import { type Server, startPrometheus } from '../../support/prometheus/server.ts';
import { until } from '../../support/until.ts';
import { startGenerator } from './generator.ts';

type Service = Awaited<ReturnType<typeof startGenerator>>;

const JOBS = [
  'failing',
  'failing-later',
  'well',
  'some',
  'slow',
  'recovering',
  'flapping',
  'dying',
  'outage',
  'quiet',
] as const;
type Job = (typeof JOBS)[number];

const services = {} as Record<Job, Service>;
const steps = {} as Record<Job, RunningStep>;
let prometheus: Server;
/** Unix seconds, to the second before. */
let deployedAt: number;

beforeAll(async () => {
  for (const job of JOBS) services[job] = await startGenerator();
  const jobs = JOBS.map(
    (job) =>
      `  - {job_name: ${job}, scrape_interval: 200ms, scrape_timeout: 150ms, static_configs: [{targets: ['${services[job].target}']}]}`,
  );
  prometheus = await startPrometheus(`scrape_configs:\n${jobs.join('\n')}\n`);
  // Some time that was good, to compare with.
  await until(() => JOBS.every((job) => services[job].scrapes() >= 20));

  deployedAt = Math.floor(Date.now() / 1000);
  services.failing.play.share = 0.45;
  services.failing.restart();
  services.some.play.share = 0.12;
  services.slow.play.latency = 0.3;
  // By scrapes and not by the clock, however busy the machine is: five are a second.
  const deployed = services.flapping.scrapes();
  const since = (scrape: number) => scrape - deployed;
  services.recovering.play.share = (scrape) => (since(scrape) < 8 ? 0.45 : 0);
  services.flapping.play.share = (scrape) => (Math.floor(since(scrape) / 3) % 2 === 0 ? 0.45 : 0);
  services.dying.play.alive = false;
  services.outage.play.alive = false;
  Object.assign(services.quiet.play, { perScrape: 0.5, share: 0.5 });
  for (const job of JOBS) steps[job] = bake(job);
});
afterAll(async () => {
  await prometheus?.stop();
  for (const service of Object.values(services)) service.stop();
});

/** At most eighteen looks, one a second. */
const bake = (job: Job): RunningStep =>
  startAction('assess', {
    with: {
      'prometheus-url': prometheus.url,
      'prometheus-labels': `job="${job}"`,
      // A percentile remembers the few slow requests between the deploy and the start of the action.
      ...(job === 'slow' ? { 'deployed-at': String(deployedAt) } : { 'latency-query': 'none' }),
      ...(job === 'outage' && { 'outage-query': 'max(up{job="outage"}) == bool 0' }),
      bake: '18s',
      interval: '1s',
      window: '5s',
      'short-window': '2s',
      baseline: '4s',
    },
  });

test('45 % errors end it early, and the restart that resets the counters does not hide them', async () => {
  const { outputs, log } = await steps.failing.result;
  expect(outputs).toMatchObject({ severity: 'high', decision: 'quick-fix-then-rollback', result: 'judged' });
  expect(log).toContain('The bake ended early: it has clearly failed.');
  const samples = [...log.matchAll(/^sample /gm)].length;
  expect(samples).toBeGreaterThan(1);
  expect(samples).toBeLessThan(12);
});

test('errors that begin in the middle of it end it too', async () => {
  const step = steps['failing-later'];
  // On a machine so busy that looks are lost, the second may be one of them.
  await until(() => /^sample (?!1\/)\d+\/18/m.test(step.log()));
  services['failing-later'].play.share = 1;
  const { outputs } = await step.result;
  expect(outputs).toMatchObject({ decision: expect.stringMatching(/rollback$/), result: 'judged' });
});

test('a service that stays well passes, before the time is over', async () => {
  const { outputs, log } = await steps.well.result;
  expect(outputs).toMatchObject({ severity: 'none', decision: 'none', result: 'judged' });
  // On a machine so busy that looks are lost, it takes its whole time.
  expect(log).toMatch(/it has clearly passed|sample 18\/18/);
});

test('12 % errors are left to a person, at the end of it', async () => {
  const { outputs } = await steps.some.result;
  expect(outputs).toMatchObject({ severity: 'medium', decision: 'evaluate', result: 'judged' });
});

test('a service that has become slow ends it early, by what it took before', async () => {
  const { outputs, log } = await steps.slow.result;
  expect(outputs).toMatchObject({ severity: 'high', decision: 'quick-fix-then-rollback', result: 'judged' });
  expect(outputs.message).toMatch(/requests take \d+(\.\d+)? % longer than before the deploy/);
  expect(log).toContain('The bake ended early: it has clearly failed.');
});

test('one that has recovered by the end is well', async () => {
  const { outputs } = await steps.recovering.result;
  expect(outputs).toMatchObject({ severity: 'none', decision: 'none', result: 'judged' });
});

test('one that flaps is as bad as its average, and for a person', async () => {
  const { outputs } = await steps.flapping.result;
  expect(outputs).toMatchObject({ severity: 'medium', decision: 'evaluate', result: 'judged' });
});

test('a target that dies is not well, and not rolled back for it', async () => {
  const { outputs, warnings } = await steps.dying.result;
  expect(outputs).toMatchObject({ decision: 'evaluate', result: 'inconclusive' });
  expect(warnings[0]).toMatch(/it is unknown how the service is \(error-rate: (no data|\d+ requests in)/);
});

test('a query for the outage sees it', async () => {
  const { outputs } = await steps.outage.result;
  expect(outputs).toMatchObject({ severity: 'critical', decision: 'rollback', result: 'judged' });
});

test('too little traffic says nothing', async () => {
  const { outputs, warnings } = await steps.quiet.result;
  expect(outputs).toMatchObject({ decision: 'evaluate', result: 'inconclusive' });
  expect(warnings[0]).toContain('of `min-requests`');
});

test('a cancelled bake ends at once and decides nothing', async () => {
  const step = startAction('assess', {
    with: { 'prometheus-url': prometheus.url, bake: '1m', interval: '1s' },
  });
  await until(() => step.log().includes('sample 1/60'));
  step.process.kill('SIGINT');
  const { exitCode, outputs, errors } = await step.result;
  expect(exitCode).toBe(1);
  expect(errors[0]).toBe('The run was cancelled (SIGINT).');
  expect(outputs).toEqual({ result: 'failed', seconds: expect.any(String) });
});
