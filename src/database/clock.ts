import type { Session } from '../systems/postgres/session.ts';

/** The server's clock, in milliseconds since 1970: that of a runner may be an hour off. */
export async function clockOf(session: Session): Promise<number> {
  const { now } = await session.one<{ now: number }>(
    'SELECT extract(epoch FROM pg_catalog.clock_timestamp())::float8 * 1000 AS now',
  );
  return now;
}

/** The seconds since a time, by the server's clock. */
export const secondsSince = async (time: string, session: Session): Promise<number> =>
  ((await clockOf(session)) - Date.parse(time)) / 1000;
