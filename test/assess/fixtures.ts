import { ERROR_RATE, LATENCY } from '../../src/assess/levels.ts';
import type { Look, Observation, Reading, Settings, Window } from '../../src/assess/observation.ts';

/** The present, and when the deploy was, in Unix seconds. */
export const NOW = 1_800_000_000;
export const DEPLOYED = NOW - 600;

export const settings = (more: Partial<Settings> = {}): Settings => ({
  errorRate: ERROR_RATE,
  latency: LATENCY,
  minRequests: 100,
  maxRestarts: 2,
  consecutive: 1,
  planned: 1,
  onInconclusive: 'ask',
  cooldown: 900,
  maxAge: 86_400,
  ...more,
});

export const reading = (value: number | string, query = 'q'): Reading =>
  typeof value === 'number' ? { query, value } : { query, value: null, why: value };

/** A window of `requests` requests of which a share failed; a text says why there is no number. */
export function window(
  errors: number | string | undefined,
  { requests = 10_000, latency }: { requests?: number | string; latency?: number | string } = {},
): Window {
  return {
    seconds: 300,
    requests: reading(requests),
    ...(errors !== undefined && { errorRate: reading(errors) }),
    ...(latency !== undefined && { latency: reading(latency) }),
  };
}

export const observed = (look: Partial<Look>, more: Partial<Observation> = {}): Observation => ({
  deployedAt: DEPLOYED,
  looks: [{ at: NOW, ...look }],
  memory: [],
  ...more,
});
