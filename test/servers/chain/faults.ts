import { expect } from '@jest/globals';
import type { StepResult } from '../../support/action.ts';
import { recorded } from '../../support/record.ts';
import { hang } from '../../support/sinks/server.ts';
import type { Platform } from '../actions/environment.ts';
import { type Fault, has } from './fault.ts';
import { CLOCK_FAULTS } from './faults-clock.ts';
import { POSTGRES_FAULTS } from './faults-postgres.ts';
import { REDIS_FAULTS } from './faults-redis.ts';
import { RUNNER_FAULTS } from './faults-runner.ts';
import { S3_FAULTS } from './faults-s3.ts';
import { STANDBY_FAULTS } from './faults-standby.ts';

/** A fault of the API server's answers, from the start. */
const answers = (
  what: string,
  times: number,
  respond: Platform['shop']['api']['faults'][number]['respond'],
  match: (method: string, path: string) => boolean = () => true,
): Fault => ({
  what: `Kubernetes: ${what}`,
  ends: 'done',
  before: async ({ shop }) => {
    shop.api.faults.push({ match, times, respond });
    return {};
  },
  strike: async () => undefined,
});

/** The API server does something when the record says so. */
const server = (
  what: string,
  when: RegExp,
  strike: (api: Platform['shop']['api']) => Promise<unknown> | unknown,
): Fault => ({
  what: `Kubernetes: ${what}`,
  ends: 'done',
  strike: async ({ temp, shop }) => {
    await recorded(temp, has(when));
    await strike(shop.api);
    return undefined;
  },
});

/** Milliseconds. */
const late = () => 500 + Math.random() * 1500;

const writes = (method: string) => method !== 'GET';
const watching = (_: string, path: string) => path.includes('watch=true');

export const FAULTS: readonly Fault[] = [
  answers('429 with Retry-After', 4, { status: 429, headers: { 'Retry-After': '1' } }),
  answers('500 to writes', 3, { status: 500 }, writes),
  answers('503 to anything', 4, { status: 503 }),
  answers('connections reset', 5, 'reset'),
  answers('watches refused', 3, { status: 500 }, watching),
  answers('slow, each answer half a second to two', Number.POSITIVE_INFINITY, { late }),
  server('410: history compacted and watches closed while traffic is held', /hold traffic started/, (api) => {
    api.compact();
    api.closeWatches();
  }),
  server('restarted while traffic is held', /hold traffic done/, (api) => api.restart({ downMs: 1500 })),
  server('restarted while services go back', /switch template done/, (api) => api.restart({ downMs: 1500 })),
  {
    what: 'Kubernetes: an admission webhook denies the pods that come back',
    ends: 'told',
    before: async ({ shop }) => {
      shop.api.setDenyPod(() => 'not on a Friday');
      return {};
    },
    strike:
      async ({ shop }) =>
      async () =>
        shop.api.setDenyPod(undefined),
  },
  ...POSTGRES_FAULTS,
  ...STANDBY_FAULTS,
  ...S3_FAULTS,
  ...REDIS_FAULTS,
  ...CLOCK_FAULTS,
  ...RUNNER_FAULTS,
  {
    what: 'Slack: never answers',
    ends: 'done',
    before: async ({ slack }) => {
      slack.faults.push(...Array.from({ length: 20 }, () => hang));
      return {};
    },
    strike: async () => undefined,
    check: waitsForNobody,
  },
];

/** Who is told waits for nothing, and nothing waits for who is told: the first message was still under way when the restore began. */
function waitsForNobody({ outputs }: StepResult): void {
  const steps: { step: string; start: number; seconds: number }[] = JSON.parse(outputs.steps as string);
  const stepOf = (name: string) => {
    const found = steps.find((each) => each.step === name);
    if (!found) throw new Error(`There was no step "${name}": ${outputs.steps}`);
    return found;
  };
  const message = stepOf('notify start');
  expect(stepOf('prepare orders').start).toBeLessThan(message.start + message.seconds);
}
