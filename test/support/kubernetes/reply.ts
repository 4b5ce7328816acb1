import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

export function reply(
  response: ServerResponse,
  status: number,
  body: object | string,
  headers: Record<string, string> = {},
): void {
  const isText = typeof body === 'string';
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json';
  response.writeHead(status, { 'content-type': type, 'audit-id': randomUUID(), ...headers });
  response.end(isText ? body : `${JSON.stringify(body)}\n`);
}
