import { request } from 'node:https';

/** A call to the API server as its administrator; rejects for every answer but a success. */
export type Api = <T = unknown>(method: string, path: string, body?: unknown) => Promise<T>;

/** `authority` is read for each call: the API server writes its certificate only when it first starts. */
export function apiClient(server: string, token: string, authority: () => Promise<string>): Api {
  return async <T>(method: string, path: string, body?: unknown) => {
    const ca = await authority();
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return new Promise<T>((resolve, reject) => {
      const call = request(
        `${server}${path}`,
        { method, ca, headers, agent: false, timeout: 5000 },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk) => {
            text += chunk;
          });
          response.on('error', reject);
          response.on('end', () => {
            const status = response.statusCode ?? 0;
            if (status >= 300) reject(new Error(`${method} ${path} was answered ${status}: ${text}`));
            else resolve((text.startsWith('{') ? JSON.parse(text) : text) as T);
          });
        },
      );
      call.on('timeout', () => call.destroy(new Error(`${method} ${path} was not answered within 5 s.`)));
      call.on('error', reject);
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
  };
}
