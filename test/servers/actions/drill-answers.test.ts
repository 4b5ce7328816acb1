/** Drills whose fault only Prometheus sees: a living service answers badly while its workload has the variable for it. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Server, startPrometheus } from '../../support/prometheus/server.ts';
import { nameOf, recorded } from '../../support/record.ts';
import { startGenerator } from '../assess/generator.ts';
import { BACK, Platform } from './environment.ts';

let platform: Platform;
let service: Awaited<ReturnType<typeof startGenerator>>;
let prometheus: Server;
let open = true;
let following: Promise<void>;

beforeAll(async () => {
  [platform, service] = await Promise.all([Platform.open(), startGenerator()]);
  prometheus = await startPrometheus(
    `scrape_configs:\n  - {job_name: shop, scrape_interval: 200ms, scrape_timeout: 150ms, static_configs: [{targets: ['${service.target}']}]}\n`,
  );
  expect(await platform.rollBack()).toMatchObject({ exitCode: 0 });
  platform.name = 'drill';
  platform.configure((environment) => {
    environment.rollback = {
      'drill-hosts': ['127.0.0.1', 'localhost'],
      'drill-target': 'deployment/api',
      'drill-error-env': 'FAULT_RATE=0.5',
      'drill-slow-env': 'DELAY_MS=500',
    };
    environment.assess = {
      ...{ 'prometheus-url': prometheus.url, 'prometheus-labels': 'job="shop"' },
      ...{ window: '3s', 'short-window': '1s', baseline: '3s' },
    };
  });
  await platform.shop.label({ 'rollback-actions/drill': 'allowed' });
  following = follow();
});
afterAll(async () => {
  open = false;
  await following;
  service.stop();
  await Promise.all([prometheus.stop(), platform[Symbol.asyncDispose]()]);
});

/** The service does what the variables of its pods say. */
async function follow(): Promise<void> {
  for (; open; await wait(50)) {
    const pods = (await platform.shop.pods()).filter(({ metadata }) => metadata.name.startsWith('api-'));
    const has = (name: string) =>
      pods.some(({ spec }) => spec.containers[0]?.env?.some((each) => each.name === name) === true);
    service.play.share = has('FAULT_RATE') ? 0.5 : 0;
    service.play.latency = has('DELAY_MS') ? 0.7 : 0.05;
  }
}

test.each(['error-rate', 'slow-answers'])('%s is judged by Prometheus and rolled back', async (fault) => {
  // Some time that was good, to compare with.
  const scrapes = service.scrapes();
  await platform.shop.until('some scrapes', () => service.scrapes() >= scrapes + 20);
  const step = await platform.rollBack({ action: 'drill', fault, reason: 'a test' });
  expect(step).toMatchObject({ errors: [], exitCode: 0, outputs: { result: 'done', score: '100' } });
  const phases = JSON.parse(step.outputs.phases ?? '') as { phase: string; message: string }[];
  expect(phases.map(({ phase }) => phase)).toContain('decide');
  expect(phases.find(({ phase }) => phase === 'decide')?.message).toMatch(/^Roll back/);
  expect(await platform.state()).toEqual(BACK);
});

test('what is not known yet is asked again, and not told each time', async () => {
  service.play.perScrape = 1;
  const running = platform.start({ action: 'drill', fault: 'error-rate', reason: 'a test' });
  const began = Date.now();
  await recorded(platform.temp, (events) =>
    events.some((each) => nameOf(each) === 'drill decide started' && Date.parse(each.at) > began),
  );
  const scrapes = service.scrapes();
  await platform.shop.until('some scrapes', () => service.scrapes() >= scrapes + 20);
  service.play.perScrape = 100;
  const step = await running.result;
  expect(step).toMatchObject({ errors: [], outputs: { result: 'done' } });
  expect(step.warnings.filter((warning) => warning.includes('`min-requests`'))).toEqual([]);
});
