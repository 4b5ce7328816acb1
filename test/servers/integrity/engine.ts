import { type CaptureOptions, captureSnapshot } from '../../../src/domain/snapshots/capture.ts';
import type { Snapshot } from '../../../src/domain/snapshots/snapshot.ts';
import { Server } from '../../../src/systems/postgres/session.ts';

export const signal = new AbortController().signal;

/** The server and database of a URL. */
export function placeOf(url: string): { server: Server; database: string } {
  const server = Server.parse(url, { signal, mask: () => {} });
  return { server, database: server.database };
}

/** A snapshot of the database at this URL. */
export function capture(url: string, options: Partial<CaptureOptions> = {}): Promise<Snapshot> {
  const { server, database } = placeOf(url);
  return captureSnapshot(server, database, { jobs: 3, ranges: true, signal, ...options });
}
