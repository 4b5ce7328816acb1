import { mkdtempSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KubeClient } from '../src/systems/kubernetes/client.ts';
import { loadKubeConfig } from '../src/systems/kubernetes/kubeconfig.ts';

/** A proxy in front of an API server that counts what it is asked. */
export async function countRequests(
  kubeconfig: string,
): Promise<{ kubeconfig: string; count(): number; stop(): void }> {
  const client = new KubeClient(
    loadKubeConfig({ kubeconfig }, () => {}),
    new AbortController().signal,
  );
  let count = 0;
  const server = http.createServer(async (request, response) => {
    count++;
    let body = '';
    for await (const chunk of request) body += chunk;
    const url = new URL(request.url ?? '/', 'http://proxy');
    const options = {
      query: Object.fromEntries(url.searchParams),
      ...(body && {
        body: JSON.parse(body),
        contentType: request.headers['content-type'] ?? 'application/json',
      }),
    };
    try {
      const answer = await client.open(request.method ?? 'GET', url.pathname, options, 60_000);
      response.writeHead(answer.statusCode ?? 500, { 'content-type': 'application/json' });
      answer.pipe(response);
      response.on('close', () => answer.destroy());
    } catch (error) {
      const { status = 502, message, reason } = error as Error & { status?: number; reason?: string };
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ message, reason }));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const path = join(mkdtempSync(join(tmpdir(), 'bench-')), 'kubeconfig');
  const cluster = {
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    'insecure-skip-tls-verify': true,
  };
  writeFileSync(
    path,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'c', cluster }],
      users: [{ name: 'u', user: {} }],
      contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
      'current-context': 'c',
    }),
  );
  return {
    kubeconfig: path,
    count: () => count,
    stop() {
      server.closeAllConnections();
      server.close();
      client.close();
    },
  };
}
