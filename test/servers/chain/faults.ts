import { readFileSync } from 'node:fs';
import type { RecordEvent } from '../../../src/record/record.ts';
import { queryOn, urlOf } from '../../support/postgres/database.ts';
import { nameOf, recorded } from '../../support/record.ts';
import { type FaultProxy, startFaultProxy } from '../../support/s3/proxy.ts';
import { startS3 } from '../../support/s3/server.ts';
import { hang } from '../../support/sinks/server.ts';
import type { Platform } from '../actions/environment.ts';

/** Something that goes wrong in a system while a whole rollback is at work on it. */
export interface Fault {
  readonly what: string;
  /** What the chain has to come to: `done` in spite of it, `told` where it can not; `either` where that is luck. */
  readonly ends: 'done' | 'told' | 'either';
  /** Makes it happen; called when the chain has started. What it returns makes it well again. */
  readonly strike: (platform: Platform) => Promise<(() => Promise<unknown>) | undefined>;
  /** Prepares it, before the chain is started. What it returns is the environment of the step. */
  readonly before?: (platform: Platform) => Promise<Record<string, string>>;
}

const has = (pattern: RegExp) => (events: readonly RecordEvent[]) =>
  events.some((event) => pattern.test(nameOf(event)));

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

/** Every session is ended and nobody gets a new one, as when the server goes down; until it is up again. */
const database = (phase: string, when: RegExp, limit = false): Fault => ({
  what: `PostgreSQL: ${limit ? 'out of connections' : 'sessions ended, as by a restart,'} when ${phase}`,
  ends: 'either',
  strike: async ({ temp, database }) => {
    await recorded(temp, has(when));
    const owner = `"${database.owner}"`;
    if (limit) await queryOn(urlOf(database.version), `ALTER ROLE ${owner} CONNECTION LIMIT 0`);
    await queryOn(
      urlOf(database.version),
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1',
      [database.owner],
    );
    return async () => {
      if (limit) await queryOn(urlOf(database.version), `ALTER ROLE ${owner} CONNECTION LIMIT -1`);
    };
  },
});

const stores: { remove(): Promise<void> }[] = [];
const proxies: FaultProxy[] = [];

/** Ends what the faults of S3 have started. */
export async function closeStores(): Promise<void> {
  for (const proxy of proxies.splice(0)) await proxy.close();
  for (const store of stores.splice(0)) await store.remove();
}

/** The backup is in S3, and this becomes of requests for it. */
const s3 = (what: string, ends: Fault['ends'], fault: Parameters<typeof startFaultProxy>[1]): Fault => ({
  what: `S3: ${what}`,
  ends,
  before: async (platform) => {
    const store = await startS3();
    stores.push(store);
    await store.put('orders.dump', readFileSync(platform.database.backup));
    const proxy = await startFaultProxy(store.endpoint, fault);
    proxies.push(proxy);
    platform.configure(({ components }) => {
      const { orders } = components as Record<string, Record<string, unknown>>;
      Object.assign(orders ?? {}, {
        backup: `s3://${store.bucket}/orders.dump`,
        's3-endpoint': proxy.endpoint,
      });
    });
    return store.environment;
  },
  strike: async () => undefined,
});

const unavailable = {
  status: 503,
  body: '<Error><Code>SlowDown</Code><Message>Please reduce</Message></Error>',
};
/** Where an answer is cut: anywhere but behind its end. */
export const CUT = 1 + Math.floor(Math.random() * 2000);

const writes = (method: string) => method !== 'GET';
const watching = (_: string, path: string) => path.includes('watch=true');

export const FAULTS: readonly Fault[] = [
  answers('429 with Retry-After', 4, { status: 429, headers: { 'Retry-After': '1' } }),
  answers('500 to writes', 3, { status: 500 }, writes),
  answers('503 to anything', 4, { status: 503 }),
  answers('connections reset', 5, 'reset'),
  answers('watches refused', 3, { status: 500 }, watching),
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
  database('the backup is restored', /restore started/),
  database('rows are compared', /data loss started/),
  database('traffic is held', /hold traffic started/),
  database('names are switched', / switch started/),
  database('integrity is compared', /compare started/),
  database('the backup is restored', /restore started/, true),
  database('traffic is held', /hold traffic done/, true),
  s3('the answer is cut at a random byte', 'done', (_, count) =>
    count === 2 ? { cutAfter: CUT } : undefined,
  ),
  s3('every other answer is cut', 'either', (_, count) => (count % 2 ? { cutAfter: CUT } : undefined)),
  s3('503 twice', 'done', (_, count) => (count < 3 ? unavailable : undefined)),
  s3('503 always', 'told', () => unavailable),
  s3('slow: a hundred bytes at a time', 'done', () => ({ pieces: 100 })),
  {
    what: 'Redis: killed before it is cleared',
    ends: 'told',
    strike: async ({ temp, redis }) => {
      await recorded(temp, has(/hold traffic started/));
      await redis.kill();
      return undefined;
    },
  },
  {
    what: 'Slack: never answers',
    ends: 'done',
    before: async ({ slack }) => {
      slack.faults.push(...Array.from({ length: 20 }, () => hang));
      return {};
    },
    strike: async () => undefined,
  },
];
