import { describe, expect, test } from '@jest/globals';
import { earlyEnd } from '../../src/assess/bake.ts';
import { judge } from '../../src/assess/judge.ts';
import type { Observation, Sample, Settings } from '../../src/assess/observation.ts';
import type { PodState } from '../../src/domain/workloads/workload-state.ts';
import { DEPLOYED, NOW, settings, window } from './fixtures.ts';

const BASELINE = { ...window(0.001, { requests: 50_000 }), seconds: 1800 };

/** A bake of ten looks so far, each as the share of requests that fails by both windows, or why nobody knows. */
const baked = (...shares: (number | string)[]): Observation => ({
  deployedAt: DEPLOYED,
  baseline: BASELINE,
  memory: [],
  looks: shares.map((share, index) => ({
    at: NOW + index * 30,
    long: window(share),
    short: window(share, { requests: 1000 }),
  })),
});
const inBake = (more: Partial<Settings> = {}) => settings({ planned: 8, consecutive: 3, ...more });
const WELL = 0.001;

describe('a bake ends early', () => {
  test.each<[string, (number | string)[], 'failed' | 'passed' | undefined]>([
    ['two bad looks are not sure', [0.5, 0.5], undefined],
    ['three are', [0.5, 0.5, 0.5], 'failed'],
    ['a good one between starts again', [0.5, 0.5, WELL, 0.5, 0.5], undefined],
    ['one that knows nothing is passed over', [0.5, 'no data', 0.5, 'no data', 0.5], 'failed'],
    [
      'nothing but that proves nothing',
      ['no data', 'no data', 'no data', 'no data', 'no data', 'no data', 'no data'],
      undefined,
    ],
    ['medium is for a person, at the end', [0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2], undefined],
    ['good for half of it', [WELL, WELL, WELL, WELL, WELL], undefined],
    ['good for three quarters of it', [WELL, WELL, WELL, WELL, WELL, WELL], 'passed'],
    ['good, but for one look', [WELL, WELL, 0.5, WELL, WELL, WELL], undefined],
    ['good, but the last look knows nothing', [WELL, WELL, WELL, WELL, WELL, 'no data'], undefined],
    ['good after looks before the first request', ['no data', WELL, WELL, WELL, WELL, WELL], 'passed'],
  ])('%s', (_, shares, end) => {
    expect(earlyEnd(baked(...shares), inBake())).toBe(end);
  });

  test('not by few requests: their true share may be larger', () => {
    const observation = baked(0, 0, 0, 0, 0, 0);
    const looks = observation.looks.map((look) => ({ ...look, long: window(0, { requests: 120 }) }));
    expect(earlyEnd({ ...observation, looks }, inBake())).toBeUndefined();
  });

  test('not by what was so before', () => {
    const before = { ...baked(0.5, 0.5, 0.5), baseline: window(0.45) };
    expect(earlyEnd(before, inBake())).toBeUndefined();
  });

  test('not where the long window only remembers', () => {
    const observation = baked(0.5, 0.5, 0.5);
    const looks = observation.looks.map((look) => ({ ...look, short: window(WELL, { requests: 1000 }) }));
    expect(earlyEnd({ ...observation, looks }, inBake())).toBeUndefined();
  });

  test('by a crash loop, not by a rollout that takes its time', () => {
    const looks = (state: Partial<PodState>): Sample[] =>
      [1, 2, 3].map((number) => ({
        at: NOW + number,
        pods: {
          items: [
            { workload: 'deployment/web', wanted: 2, ready: 2, readyOfNewest: 0, restarts: 0, ...state },
          ],
        },
      }));
    const end = (state: Partial<PodState>) =>
      earlyEnd({ deployedAt: DEPLOYED, memory: [], looks: looks(state) }, inBake());
    expect(end({})).toBeUndefined();
    expect(end({ terminalFailure: 'pod web-1 is in CrashLoopBackOff' })).toBe('failed');
    expect(end({ ready: 0 })).toBe('failed');
  });
});

describe('at the end of a bake', () => {
  const said = (...shares: (number | string)[]) => {
    const { severity, decision, result } = judge(baked(...shares), inBake());
    return [severity, decision, result];
  };

  test.each<[string, (number | string)[], string[]]>([
    ['it was well', [WELL, WELL, WELL], ['none', 'none', 'judged']],
    ['it has recovered', [0.5, 0.5, WELL, WELL, WELL], ['none', 'none', 'judged']],
    ['it flaps', [0.5, WELL, 0.5, WELL, 0.5], ['high', 'quick-fix-then-rollback', 'judged']],
    ['it is medium', [WELL, 0.2, 0.2, 0.2], ['medium', 'evaluate', 'judged']],
    ['one look of the last three knows nothing', [WELL, WELL, 'no data', WELL], ['none', 'none', 'judged']],
    ['two of them know nothing', [WELL, WELL, 'no data', 'no data'], ['none', 'evaluate', 'inconclusive']],
    ['nothing was ever known', ['no data', 'no data'], ['none', 'evaluate', 'inconclusive']],
  ])('%s', (_, shares, expected) => {
    expect(said(...shares)).toEqual(expected);
  });

  test('what flaps is no worse than its long window says', () => {
    const observation = baked(WELL, WELL, WELL);
    const looks = observation.looks.map((look, index) => ({
      ...look,
      long: window(0.2),
      short: window(index % 2 === 0 ? 0.45 : WELL, { requests: 1000 }),
    }));
    expect(judge({ ...observation, looks }, inBake()).severity).toBe('medium');
  });

  test('the time to decide is counted from the first bad look', () => {
    const { decideBy } = judge(baked(WELL, 0.5, 0.5, 0.5), inBake());
    expect(decideBy).toBe(NOW + 30 + 15 * 60);
  });
});
