import { ActionError } from '../base/errors.ts';
import type { Address, RedisEndpoint } from '../systems/redis/address.ts';
import { directly } from '../systems/redis/direct.ts';
import { type Link, LostError, Refusal, sendCommand } from '../systems/redis/link.ts';
import type { Fault } from './fault.ts';

/**
 * A Redis that ends without a word and without saving; its supervisor (Kubernetes, systemd, Docker) has to start it again.
 *
 * @throws ActionError where it is not one server
 */
export function lostRedis(address: Address, signal: AbortSignal): Fault {
  const { places, login, database, tls } = address;
  if (places.length > 1 || address.sentinel)
    throw new ActionError(
      'The fault `redis-lost` ends one server, and `redis-url` names several; use another fault, or a Redis of one server.',
    );
  const place = places[0] as RedisEndpoint;
  const open = directly({ tls, signal });
  const talk = async <T>(work: (link: Link) => Promise<T>): Promise<T> => {
    const link = await open(place, { login, database });
    try {
      return await work(link);
    } finally {
      link.close();
    }
  };
  const answers = async (): Promise<boolean> => {
    try {
      await talk((link) => sendCommand(link, 'PING'));
      return true;
    } catch (error) {
      // One that loads its data, or has none of its masters, is not back yet.
      if (error instanceof LostError || error instanceof Refusal) return false;
      throw error;
    }
  };
  let run: string | undefined;
  const runId = () =>
    talk(async (link) => /run_id:(\w+)/.exec(String(await sendCommand(link, 'INFO', 'server')))?.[1]);
  return {
    description: `Redis at ${place.host}:${place.port} is ended, and saves nothing first`,
    async strike() {
      run = await runId();
      try {
        await talk((link) => sendCommand(link, 'SHUTDOWN', 'NOSAVE'));
      } catch (error) {
        if (error instanceof Refusal)
          throw new ActionError(`Redis refuses SHUTDOWN, so it cannot be lost in a drill: ${error.message}.`);
        // Its end is the answer.
        if (!(error instanceof LostError)) throw error;
      }
    },
    // It may have been started again before the first check.
    isSeen: async () => !(await answers()) || (await runId()) !== run,
    remains: async () =>
      (await answers()) ? undefined : 'Redis does not answer; start it again, or ask its operator to',
    undo: async () => {},
    close: () => {},
  };
}
