import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readServerLog } from '../../../src/integrity/log-files.ts';
import { Server } from '../../../src/systems/postgres/session.ts';
import { startCluster } from '../../support/postgres/cluster.ts';
import { VERSION } from '../../support/postgres/database.ts';

test('a log that has nothing but errors any more, as in an incident, is read to its end', async () => {
  const cluster = await startCluster(VERSION, ['logging_collector = on', `log_filename = 'server.log'`]);
  try {
    const log = join(cluster.data, 'log');
    expect(readdirSync(log)).toEqual(['server.log']);
    appendFileSync(join(log, 'server.log'), '2026-11-26 03:00:00 UTC ERROR:  x\n'.repeat(480_000));
    const server = Server.parse(cluster.url(), { signal: new AbortController().signal, mask: () => {} });
    const { entries, reasons: because } = await server.use('postgres', (session) =>
      readServerLog(session, new Date('2026-11-26T02:00:00Z')),
    );
    expect(entries.length).toBeGreaterThanOrEqual(480_000);
    expect(because).toEqual([]);
  } finally {
    await cluster.remove();
  }
});
