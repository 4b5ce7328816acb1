import type { Config } from '../../src/systems/kubernetes/objects.ts';

/** A pull secret; `auth` is `user:password`. */
export function pullSecret(
  name: string,
  auths: Record<string, { auth?: string; username?: string; password?: string }>,
): Config {
  const entries = Object.entries(auths).map(([host, { auth, ...rest }]) => [
    host,
    auth === undefined ? rest : { ...rest, auth: Buffer.from(auth).toString('base64') },
  ]);
  const text = JSON.stringify({ auths: Object.fromEntries(entries) });
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'kubernetes.io/dockerconfigjson',
    metadata: { name } as Config['metadata'],
    data: { '.dockerconfigjson': Buffer.from(text).toString('base64') },
  };
}
