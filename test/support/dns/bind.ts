import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { query } from '../../../src/systems/dns/exchange.ts';

/** Keys that the primary knows, by algorithm; the secret is the same for all. */
export const ALGORITHMS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];
export const SECRET = 'c2VjcmV0LWZvci1yb2xsYmFjay10ZXN0cy0wMDAwMDE=';
export const ZONE = 'example.test';

export interface Bind {
  readonly address: string;
  readonly port: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** The primary of `example.test`, with these records besides SOA and NS, which tells these servers of its changes and no others. */
export function startPrimary(
  at: { address: string; port: number },
  records: readonly string[],
  notify: readonly string[],
): Promise<Bind> {
  const zone = [
    '$TTL 60',
    `@ SOA ns1.${ZONE}. hostmaster.${ZONE}. 1 86400 60 604800 60`,
    '@ NS ns1',
    'ns1 A 127.0.0.53',
    ...records,
  ];
  const keys = ALGORITHMS.map(
    (name) => `key "hmac-${name}.key" { algorithm hmac-${name}; secret "${SECRET}"; };`,
  );
  const allowed = ALGORITHMS.map((name) => `key "hmac-${name}.key";`).join(' ');
  const told = notify.map((place) => `${place.replace(':', ' port ')};`).join(' ');
  return start(
    at,
    [
      ...keys,
      `key "readonly" { algorithm hmac-sha256; secret "${SECRET}"; };`,
      `zone "${ZONE}" { type primary; file "zone.db"; allow-update { ${allowed} }; allow-transfer { any; }; notify explicit; also-notify { ${told} }; };`,
    ],
    `${zone.join('\n')}\n`,
  );
}

/** A primary that shows who has the key one zone, and everybody else another. */
export function startViews(
  at: { address: string; port: number },
  inside: readonly string[],
  outside: readonly string[],
): Promise<Bind> {
  const head = [
    '$TTL 60',
    `@ SOA ns1.${ZONE}. hostmaster.${ZONE}. 1 86400 60 604800 60`,
    '@ NS ns1',
    'ns1 A 127.0.0.1',
  ];
  const text = (records: readonly string[]) => `${[...head, ...records].join('\n')}\n`;
  const key = 'hmac-sha256.key';
  return start(
    at,
    [
      `key "${key}" { algorithm hmac-sha256; secret "${SECRET}"; };`,
      `view inside { match-clients { key "${key}"; }; zone "${ZONE}" { type primary; file "zone.db"; allow-update { key "${key}"; }; }; };`,
      `view outside { match-clients { any; }; zone "${ZONE}" { type primary; file "outside.db"; }; };`,
    ],
    text(inside),
    text(outside),
  );
}

/** A secondary, which follows when it is told, else after a day. */
export function startSecondary(at: { address: string; port: number }, primary: Bind): Promise<Bind> {
  return start(at, [
    `zone "${ZONE}" { type secondary; file "copy.db"; primaries { ${primary.address} port ${primary.port}; }; allow-notify { any; }; };`,
  ]);
}

async function start(
  { address, port }: { address: string; port: number },
  lines: readonly string[],
  zone?: string,
  outside?: string,
): Promise<Bind> {
  const directory = mkdtempSync(join(tmpdir(), 'bind-'));
  chmodSync(directory, 0o777);
  const options = [
    `directory "${directory}"`,
    `listen-on port ${port} { ${address}; }`,
    'listen-on-v6 { none; }',
    'recursion no',
    'dnssec-validation no',
    'pid-file none',
    'session-keyfile none',
    'notify-delay 0',
    'serial-query-rate 1000',
  ];
  writeFileSync(
    join(directory, 'named.conf'),
    `options { ${options.map((line) => `${line};`).join(' ')} };\ncontrols {};\n${lines.join('\n')}\n`,
  );
  if (zone !== undefined) writeFileSync(join(directory, 'zone.db'), zone);
  if (outside !== undefined) writeFileSync(join(directory, 'outside.db'), outside);
  const child = spawn('/usr/sbin/named', ['-g', '-n', '1', '-c', join(directory, 'named.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr?.on('data', (text: Buffer) => {
    log += text;
  });
  const signal = AbortSignal.timeout(240_000);
  for (;;) {
    if (child.exitCode !== null || signal.aborted) throw new Error(`named did not start:\n${log}`);
    const reply = await query({ host: address, port }, ZONE, 'SOA', { signal }).catch(() => undefined);
    if (reply?.rcode === 'NOERROR') break;
    await wait(50);
  }
  return {
    address,
    port,
    process: child,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
