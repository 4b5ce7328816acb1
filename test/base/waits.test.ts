import { describe, expect, test } from '@jest/globals';
import { WAITS, type Waits, waitsFor } from '../../src/base/waits.ts';

const shortened = (text: string, env = {}): Waits => waitsFor({ ROLLBACK_TEST_WAITS: text, ...env });

test('the real waits are those that the documentation promises', () => {
  expect(waitsFor({})).toMatchObject({
    SINK_SECONDS: 15,
    SINK_ATTEMPT_SECONDS: 5,
    API_SERVER_FIRST_MS: 10_000,
    API_SERVER_LATER_MS: 120_000,
    API_SERVER_SILENCE_MS: 15_000,
    POSTGRES_AWAY_MS: 10_000,
    REDIS_AWAY_CLEAR_MS: 20_000,
    REDIS_AWAY_SWEEP_MS: 30_000,
    LEASE_SECONDS: 30,
    SWITCH_LOCK_MS: 3000,
    SWITCH_STATEMENT_MS: 15_000,
    IN_PLACE_LOCK_MS: 10_000,
    PROMETHEUS_MS: 20_000,
    GITHUB_MS: 60_000,
    PROCESS_KILL_MS: 5000,
    POST_PHASE_SECONDS: 30,
  });
});

test('every wait says its unit, and nobody changes one', () => {
  for (const [name, value] of Object.entries(WAITS)) {
    expect(name).toMatch(/^[A-Z0-9_]+_(MS|SECONDS)$/);
    expect(value).toBeGreaterThan(0);
  }
  expect(Object.isFrozen(WAITS)).toBe(true);
  expect(Object.isFrozen(shortened('{"EXIT_MS": 1}'))).toBe(true);
});

describe('a test', () => {
  test('shortens what it names, and nothing else', () => {
    expect(shortened('{"SINK_SECONDS": 0.5}')).toEqual({ ...waitsFor({}), SINK_SECONDS: 0.5 });
  });

  test.each([
    '{"SINK_SECONDS": 16}',
    '{"SINK_SECONDS": 0}',
    '{"SINK_SECONDS": -1}',
    '{"SINK_SECONDS": "1"}',
    '{"SINK_SECOND": 1}',
    '{"toString": 1}',
    '{"__proto__": 1}',
  ])('cannot ask for %s', (text) => {
    expect(() => shortened(text)).toThrow('a test can shorten waits that exist, and no more');
  });
});

test.each(['true', 'false', ''])(
  'on a runner, which sets GITHUB_ACTIONS (%j), nobody shortens one',
  (value) => {
    expect(shortened('{"SINK_SECONDS": 1}', { GITHUB_ACTIONS: value })).toEqual(waitsFor({}));
  },
);
