import { readFileSync } from 'node:fs';
import { startFaultProxy } from '../../support/s3/proxy.ts';
import { startS3 } from '../../support/s3/server.ts';
import type { Fault } from './fault.ts';

/** The backup is in S3, and this becomes of requests for it. */
export const s3 = (
  what: string,
  ends: Fault['ends'],
  fault: Parameters<typeof startFaultProxy>[1],
): Fault => ({
  what: `S3: ${what}`,
  ends,
  before: async (platform, cleanup) => {
    const store = await startS3();
    cleanup.defer(() => store.remove());
    await store.put('orders.dump', readFileSync(platform.database.backup));
    const proxy = await startFaultProxy(store.endpoint, fault);
    cleanup.defer(() => proxy.close());
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

export const S3_FAULTS: readonly Fault[] = [
  s3('the answer is cut at a random byte', 'done', (_, count) =>
    count === 2 ? { cutAfter: CUT } : undefined,
  ),
  s3('every other answer is cut', 'either', (_, count) => (count % 2 ? { cutAfter: CUT } : undefined)),
  s3('503 twice', 'done', (_, count) => (count < 3 ? unavailable : undefined)),
  { ...s3('503 always', 'told', () => unavailable), again: 'never' },
  s3('slow: a hundred bytes at a time', 'done', () => ({ pieces: 100 })),
];
