import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { ActionError } from '../../base/errors.ts';
import { WAITS } from '../../base/waits.ts';
import { type NameServer, query, serverName } from './exchange.ts';
import type { TsigKey } from './tsig.ts';
import type { Type } from './values.ts';
import { valueIn } from './wire.ts';

/**
 * Where the servers of these names are; a name with addresses of both families counts by its IPv4 ones, which every
 * runner reaches. `hint` is a server that may know the names of its own zone better than the system does.
 *
 * @throws ActionError where a name has no address
 */
export async function locate(
  names: readonly string[],
  hint: NameServer | undefined,
  signal: AbortSignal,
): Promise<NameServer[]> {
  const found = await Promise.all(
    names.map(async (name) => {
      const addresses = await addressesOf(name, hint, signal);
      if (addresses.length > 0) return addresses.map((host) => ({ host, port: 53 }));
      throw new ActionError(
        `The zone's name server ${name} has no address; fix its record, or say with \`verify-servers\` which servers to ask.`,
      );
    }),
  );
  return found.flat();
}

async function addressesOf(
  name: string,
  hint: NameServer | undefined,
  signal: AbortSignal,
): Promise<string[]> {
  if (isIP(name)) return [name];
  for (const type of ['A', 'AAAA'] as const) {
    const own =
      hint && (await answerAt(hint, name, type, { signal, recursive: false }).catch(() => undefined));
    if (own && own.values.length > 0) return own.values;
    const resolver = new Resolver({ timeout: WAITS.DNS_LOOKUP_MS, tries: 2 });
    const system = type === 'A' ? resolver.resolve4(name) : resolver.resolve6(name);
    const addresses = await system.catch(() => []);
    if (addresses.length > 0) return addresses;
  }
  return [];
}

/**
 * What a server answers now, and the TTL in seconds, undefined where there is no such record.
 *
 * @throws ActionError where it does not answer, or not for this zone
 */
export async function answerAt(
  server: NameServer,
  name: string,
  type: Type,
  options: { signal: AbortSignal; recursive: boolean; key?: TsigKey | undefined },
): Promise<{ values: string[]; ttl: number | undefined }> {
  const { rcode, authoritative, answers } = await query(server, name, type, options);
  if ((rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') || !(authoritative || options.recursive)) {
    throw new ActionError(`The name server ${serverName(server)} does not answer for ${name} (${rcode}).`);
  }
  const own = answers.filter((answer) => answer.type === type);
  const { ttl } = (own[0] ?? {}) as { ttl?: number };
  return { values: own.map((answer) => valueIn(answer) ?? ''), ttl };
}
