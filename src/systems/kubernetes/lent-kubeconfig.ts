import type { RequestOptions } from 'node:https';
import type { KubeClient } from './client.ts';
import { CredentialsError } from './errors.ts';

/**
 * A kubeconfig for another program, with the credentials that this client has found already: that one runs no plugin, reads
 * no file and asks no environment for them.
 */
export async function lentKubeconfig({ config }: KubeClient, namespace: string): Promise<string> {
  const found: RequestOptions = {};
  await config.applyToHTTPSOptions(found).catch((error: Error) => {
    throw CredentialsError.from(config, error);
  });
  const headers = (found.headers ?? {}) as Record<string, string | undefined>;
  const [, token] = /^Bearer (.+)$/.exec(headers.Authorization ?? '') ?? [];
  const { proxyUrl, server } = config.getCurrentCluster() ?? {};
  const { username, password } = config.getCurrentUser() ?? {};
  const cluster = {
    server,
    'certificate-authority-data': base64(found.ca),
    'insecure-skip-tls-verify': found.rejectUnauthorized === false || undefined,
    'tls-server-name': found.servername,
    'proxy-url': proxyUrl,
  };
  const user = {
    ...{ token, username, password, as: headers['Impersonate-User'] },
    'client-certificate-data': base64(found.cert),
    'client-key-data': base64(found.key),
  };
  return JSON.stringify({
    ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'lent' },
    clusters: [{ name: 'lent', cluster }],
    users: [{ name: 'lent', user }],
    contexts: [{ name: 'lent', context: { cluster: 'lent', user: 'lent', namespace } }],
  });
}

/** Certificates and keys are texts or their bytes. */
const base64 = (given: unknown): string | undefined =>
  typeof given === 'string' || Buffer.isBuffer(given) ? Buffer.from(given).toString('base64') : undefined;
