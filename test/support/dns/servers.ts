import { answerAt } from '../../../src/systems/dns/name-servers.ts';
import type { Type } from '../../../src/systems/dns/values.ts';
import { runAction, type StepResult } from '../action.ts';
import { freePort } from '../port.ts';
import { type Bind, SECRET, startPrimary, startSecondary, ZONE } from './bind.ts';

/** The key of the primary that may change its zone, as an input has it. */
export const KEY = `hmac-sha256:hmac-sha256.key:${SECRET}`;

export interface Servers {
  readonly primary: Bind;
  readonly secondary: Bind;
  /** What switch-dns is given to change a name there. */
  inputs(more: Record<string, string>): Record<string, string>;
  change(more: Record<string, string>): Promise<StepResult>;
  /** What the primary, or this server, answers for a label of the zone. */
  held(label: string, type?: Type, server?: Bind): Promise<string[]>;
  stop(): Promise<unknown>;
}

/** A primary with these records, and a secondary that it tells of its changes. */
export async function startServers(records: readonly string[]): Promise<Servers> {
  const address = '127.0.0.1';
  const [first, second] = await Promise.all([freePort(), freePort()]);
  const primary = await startPrimary({ address, port: first }, records, [`${address}:${second}`]);
  const secondary = await startSecondary({ address, port: second }, primary);
  const { signal } = new AbortController();
  const inputs = (more: Record<string, string>) => ({
    provider: 'rfc2136',
    server: `127.0.0.1:${primary.port}`,
    zone: ZONE,
    'tsig-key': KEY,
    'verify-servers': `127.0.0.1:${primary.port}\n127.0.0.1:${secondary.port}`,
    reason: 'test',
    timeout: '20s',
    ...more,
  });
  return {
    primary,
    secondary,
    inputs,
    change: (more) => runAction('switch-dns', { with: inputs(more) }),
    held: async (label, type = 'A', { port } = primary) =>
      (
        await answerAt({ host: address, port }, `${label}.${ZONE}`, type, { signal, recursive: false })
      ).values.sort(),
    stop: () => Promise.all([primary.stop(), secondary.stop()]),
  };
}
