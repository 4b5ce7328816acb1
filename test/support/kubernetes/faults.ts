import type { IncomingMessage, ServerResponse } from 'node:http';

/** Something that goes wrong between client and server, for as many requests as `times` says. */
export interface Fault {
  /** `path` has the query in it. */
  match: (method: string, path: string) => boolean;
  /** Counted down to 0. */
  times: number;
  respond:
    | 'reset'
    | 'hang'
    | { status: number; headers?: Record<string, string>; body?: string | object }
    | { late: () => number };
}

/**
 * Whether a fault took this request; the first that matches does.
 *
 * @param serve answers it after so many milliseconds, where it is only late
 */
export function strike(
  faults: Fault[],
  request: IncomingMessage,
  response: ServerResponse,
  serve: (ms: number) => void,
): boolean {
  const { method = '', url = '' } = request;
  const fault = faults.find(({ match, times }) => times > 0 && match(method, url));
  if (!fault) return false;
  fault.times--;
  if (fault.respond === 'reset') request.socket.destroy();
  if (typeof fault.respond === 'object' && 'late' in fault.respond) serve(fault.respond.late());
  else if (typeof fault.respond === 'object') {
    const { status, headers = {}, body = '' } = fault.respond;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const type = typeof body === 'string' ? 'text/plain' : 'application/json';
    // The request's body must be read before the connection can carry another request.
    request.resume();
    response.writeHead(status, { 'content-type': type, ...headers }).end(text);
  }
  return true;
}
