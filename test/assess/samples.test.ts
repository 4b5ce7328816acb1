/** Whether the samples behind a query are of now, and of the whole fleet. */
import { describe, expect, test } from '@jest/globals';
import { Samples } from '../../src/assess/samples.ts';
import type { PodState } from '../../src/domain/workloads/workload-state.ts';
import type { Prometheus } from '../../src/systems/prometheus/client.ts';

const NOW = 1000;
const BEFORE = 400;

/** A server that knows how old each selector's newest sample is, and how many instances had one when. */
function server(known: Readonly<Record<string, { age?: number; now?: number; before?: number }>>) {
  const number = async (query: string, at?: number) => {
    const [, aged] = /^time\(\) - max\(timestamp\((.*)\)\)$/.exec(query) ?? [];
    const [, counted] = /^count\(count by \(instance\) \((.*)\)\)$/.exec(query) ?? [];
    const { age = 5, now = 1, before = 1 } = known[aged ?? counted ?? ''] ?? {};
    const value = aged !== undefined ? age : at === NOW ? now : before;
    return counted !== undefined && value === 0 ? { value: null, reason: 'no data' } : { value };
  };
  return { number, recorded: async () => new Map() } as unknown as Prometheus;
}
const lackOf = (known: Parameters<typeof server>[0], query: string, pods?: Partial<PodState>[]) =>
  new Samples(server(known), NOW, {
    before: BEFORE,
    ...(pods && { pods: Promise.resolve({ items: pods as PodState[] }) }),
  }).lackOf(query);

const RATE = 'sum(rate(failed[5m])) / sum(rate(all[5m]))';

describe('a part of the fleet is not the fleet', () => {
  test.each<[string, Parameters<typeof server>[0], Partial<PodState>[]?]>([
    ['3 of 16', { all: { before: 16, now: 3 }, failed: { before: 16, now: 3 } }],
    ['11 of 16', { all: { before: 16, now: 11 }, failed: { before: 16, now: 11 } }],
    ['none of 16, by range alone', { all: { before: 16, now: 0 }, failed: { before: 2, now: 0 } }],
    ['3 of 16, where 16 are wanted', { all: { before: 16, now: 3 } }, [{ wanted: 16 }]],
  ])('%s', async (_, known, pods = undefined) => {
    expect(await lackOf(known, RATE, pods)).toMatch(
      /^\d+ of 16 instances have a sample of (?:all|failed) now, so the query describes a part of the fleet$/,
    );
  });

  test.each<[string, Parameters<typeof server>[0], Partial<PodState>[]?]>([
    ['all of them', { all: { before: 16, now: 16 }, failed: { before: 16, now: 16 } }],
    ['so many as a rollout leaves', { all: { before: 16, now: 12 } }],
    ['more than there were', { all: { before: 4, now: 16 } }],
    ['failures of few, requests of all', { all: { before: 16, now: 16 }, failed: { before: 9, now: 1 } }],
    ['no sample from before the deploy', { all: { before: 0, now: 3 }, failed: { before: 0, now: 3 } }],
    ['4 of 16, where 4 are wanted now', { all: { before: 16, now: 4 } }, [{ wanted: 4 }]],
    ['series without instances', { all: { before: 1, now: 1 } }],
  ])('%s: known', async (_, known, pods = undefined) => {
    expect(await lackOf(known, RATE, pods)).toBeUndefined();
  });
});

test('old samples are told before a part of the fleet', async () => {
  const known = { all: { age: 400, before: 16, now: 3 }, failed: { age: 400, before: 16, now: 3 } };
  expect(await lackOf(known, RATE)).toMatch(/^the newest sample of failed is 400 s old$/);
});
