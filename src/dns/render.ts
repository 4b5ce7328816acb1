import { code, inert, table } from '../base/markdown.ts';
import { describeRecord } from './plan.ts';
import type { Previous } from './previous.ts';

type Result = 'done' | 'no-op' | 'planned' | 'failed';

/** What a switch came to. */
export interface Switched {
  readonly result: Result;
  readonly message: string;
  readonly previous: Previous;
  readonly servers: readonly { readonly server: string; readonly seconds: number }[];
  /** Seconds until all servers answered it; undefined where that was not seen. */
  readonly propagated: number | undefined;
  /** Seconds for which clients may go to the old target. */
  readonly ttlRemaining: number;
  readonly summary: string;
}

const SIGNS: Record<Result, string> = { done: '✅', 'no-op': '✅', planned: '📋', failed: '❌' };

/** The job summary: what it was, what it is, and which servers answer it. */
export function summaryOf({
  result,
  message,
  previous,
  servers,
  ttlRemaining,
}: Omit<Switched, 'summary'>): string {
  const rows = [
    ['Before', code(describeRecord(previous))],
    ['After', code(describeRecord(previous.now))],
    ['Clients may go to the old one for', `${ttlRemaining} s`],
    ...servers.map(({ server, seconds }) => [code(server), `answered it after ${seconds} s`]),
  ];
  return `## ${SIGNS[result]} ${inert(message)}\n\n${table(['', `${inert(previous.type)} ${code(previous.name)}`], rows)}\n`;
}
