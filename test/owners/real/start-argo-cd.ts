import { chmodSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePorts } from '../../control-plane/network.ts';
import { argoCd, ownerManifests } from '../../setup/artifacts.ts';
import { define, kubectl, type Place, program, type Started, startAll } from './controllers.ts';

const KINDS = ['applications', 'appprojects', 'applicationsets'];

/** Starts Argo CD outside a cluster: redis, repo-server, the controllers of applications and of ApplicationSets. */
export async function startArgoCd(place: Place): Promise<Started> {
  const folder = join(place.folder, 'argo-cd');
  for (const name of ['tls', 'ssh', 'gpg/source', 'gpg/keys', 'plugins', 'redis'])
    mkdirSync(join(folder, name), { recursive: true });
  chmodSync(join(folder, 'gpg/keys'), 0o700);
  const crds = ['application', 'appproject', 'applicationset'].map((name) =>
    ownerManifests.path('argo-cd', `${name}-crd.yaml`),
  );
  await define(place, crds, KINDS);
  await kubectl(place, ['create', 'namespace', 'argocd']);
  await kubectl(
    place,
    ['apply', '-f', '-'],
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: FIRST_START }),
  );
  const env = {
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_TLS_DATA_PATH: join(folder, 'tls'),
    ARGOCD_SSH_DATA_PATH: join(folder, 'ssh'),
    ARGOCD_GPG_DATA_PATH: join(folder, 'gpg/source'),
    ARGOCD_GNUPGHOME: join(folder, 'gpg/keys'),
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_PLUGINSOCKFILEPATH: join(folder, 'plugins'),
    HOSTNAME: 'argocd-0',
    TMPDIR: folder,
    PATH: [ownerManifests.path('bin'), process.env.PATH].join(delimiter),
  };
  const [redis = 0, repo = 0, ...others] = await freePorts(7);
  const [repoMetrics, metrics, setMetrics, setProbe, setWebhook] = others.map(String);
  const own = (name: string, args: string[]) =>
    program(place, argoCd.path('argocd'), args, { ...env, ARGOCD_BINARY_NAME: name });
  const server = `127.0.0.1:${repo}`;
  return startAll([
    program(place, 'redis-server', [
      ...['--port', String(redis), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      ...['--dir', join(folder, 'redis')],
    ]),
    own('argocd-repo-server', [
      ...['--redis', `127.0.0.1:${redis}`, '--address', '127.0.0.1', '--port', String(repo)],
      ...['--metrics-address', '127.0.0.1', '--metrics-port', repoMetrics ?? ''],
      ...['--disable-tls', '--client-ca-path', ''],
    ]),
    own('argocd-application-controller', [
      ...['--namespace', 'argocd', '--redis', `127.0.0.1:${redis}`, '--repo-server', server],
      ...['--repo-server-plaintext', '--metrics-port', metrics ?? '', '--application-namespaces', 'apps-*'],
      ...['--app-resync', '120', '--app-resync-jitter', '0'],
    ]),
    own('argocd-applicationset-controller', [
      ...['--namespace', 'argocd', '--metrics-addr', `127.0.0.1:${setMetrics}`],
      ...['--probe-addr', `127.0.0.1:${setProbe}`, '--webhook-addr', `127.0.0.1:${setWebhook}`],
      ...['--argocd-repo-server', server, '--repo-server-plaintext', '--enable-progressive-syncs'],
    ]),
  ]);
}

const labels = { 'app.kubernetes.io/part-of': 'argocd' };
const configMap = (name: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'argocd', labels },
  data: {},
});

/** What argocd-server makes when it starts for the first time. */
const FIRST_START = [
  configMap('argocd-cm'),
  configMap('argocd-rbac-cm'),
  configMap('argocd-cmd-params-cm'),
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'argocd-secret', namespace: 'argocd', labels },
    stringData: { 'server.secretkey': 'not-secret' },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'default', namespace: 'argocd' },
    spec: {
      sourceRepos: ['*'],
      destinations: [{ server: '*', namespace: '*' }],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
      sourceNamespaces: ['*'],
    },
  },
];
