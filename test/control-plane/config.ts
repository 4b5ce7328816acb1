import { generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a file beside this one to the target, with its ${NAMES} filled in. */
export async function fillTemplate(
  name: string,
  target: string,
  values: Record<string, string | number>,
): Promise<void> {
  const text = await readFile(join(import.meta.dirname, name), 'utf8');
  const filled = Object.entries(values).reduce(
    (result, [key, value]) => result.replaceAll(`\${${key}}`, String(value)),
    text,
  );
  await writeFile(target, filled);
}

/** The key that signs the tokens of service accounts. */
export async function writeSigningKey(target: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(target, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
}

export async function writeKubeconfig(
  target: string,
  server: string,
  token: string,
  authority: string,
): Promise<void> {
  // JSON is YAML, and needs no library to write.
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'test',
        cluster: { server, 'certificate-authority-data': Buffer.from(authority).toString('base64') },
      },
    ],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'admin', namespace: 'default' } }],
    'current-context': 'test',
  };
  await writeFile(target, JSON.stringify(config, null, 2), { mode: 0o600 });
}

/** A node as big as tests of thousands of pods need, yet not endless, so that a pod can ask for too much. */
export function node(name: string, kubeletVersion: string): object {
  const capacity = { cpu: '1000', memory: '4Ti', 'ephemeral-storage': '4Ti', pods: '5000' };
  const nodeInfo = {
    architecture: 'amd64',
    operatingSystem: 'linux',
    containerRuntimeVersion: 'containerd://2.2.0',
  };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' },
    },
    status: { capacity, allocatable: capacity, nodeInfo: { ...nodeInfo, kubeletVersion } },
  };
}
