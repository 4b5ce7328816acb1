import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const THROTTLED =
  '<?xml version="1.0"?><ErrorResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Error><Type>Sender</Type><Code>Throttling</Code><Message>Rate exceeded</Message></Error><RequestId>1</RequestId></ErrorResponse>';

/** What stands before moto, which has no limit: it counts, and says as AWS does that there are too many. */
export interface Limit {
  readonly endpoint: string;
  /** What was asked for, in order, without what was too much. */
  readonly calls: string[];
  /** How many of the next requests are too many. */
  tooMany: number;
  /** Whether a change is everywhere only when that is asked for, as at AWS; moto has it everywhere at once. */
  isSlow: boolean;
  stop(): void;
}

export async function startLimit(target: string): Promise<Limit> {
  const calls: string[] = [];
  const limit = { tooMany: 0, isSlow: false };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    if (limit.tooMany-- > 0)
      return void response.writeHead(400, { 'Content-Type': 'text/xml' }).end(THROTTLED);
    const { pathname } = new URL(request.url ?? '', target);
    calls.push(`${request.method} ${pathname.replace(/\/[A-Z0-9]{10,}/g, '/ID')}`);
    const headers = { authorization: request.headers.authorization ?? '', 'content-type': 'text/xml' };
    const { method = '' } = request;
    const answer = await fetch(`${target}${request.url}`, { method, headers, ...(body && { body }) });
    const told = await answer.text();
    const isPending = limit.isSlow && method === 'POST';
    response
      .writeHead(answer.status, { 'Content-Type': 'text/xml' })
      .end(isPending ? told.replace('INSYNC', 'PENDING') : told);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(limit, {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    stop: () => void server.close(),
  });
}
