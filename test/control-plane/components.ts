import { join } from 'node:path';
import { type Component, component } from './component.ts';

export interface Components {
  etcd: Component;
  apiServer: Component;
  controllerManager: Component;
  scheduler: Component;
  kwok: Component;
}

export interface Ports {
  etcd: number;
  etcdPeer: number;
  apiServer: number;
  controllerManager: number;
  scheduler: number;
  kubelet: number;
}

/** The files of one control plane, all in its own directory. */
export function filesIn(directory: string) {
  const file = (name: string) => join(directory, name);
  return {
    kubeconfig: file('kubeconfig'),
    tokens: file('tokens.csv'),
    signingKey: file('service-account.key'),
    kwok: file('kwok.yaml'),
    stages: file('stages.yaml'),
    podLog: file('pod.log'),
    certificates: file('certificates'),
    /** The API server makes itself an authority and a certificate, and writes both into this one file. */
    authority: file('certificates/apiserver.crt'),
  };
}

/**
 * The command lines; nothing is started yet.
 *
 * @param address where the API server listens
 * @param lostAfter without a sign of its kubelet for so long, a node counts as lost
 */
export function components(
  binaries: string,
  directory: string,
  ports: Omit<Ports, 'kubelet'>,
  podIP: string,
  address = '127.0.0.1',
  // A test that stops the API server for a minute must not find the nodes lost afterwards.
  lostAfter = '1h',
): Components {
  const files = filesIn(directory);
  const make = (name: string, flags: Record<string, string | number | boolean>) => {
    const args = Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`);
    return component(join(binaries, name), args, join(directory, `${name}.log`));
  };
  const etcdUrl = `http://127.0.0.1:${ports.etcd}`;
  const peerUrl = `http://127.0.0.1:${ports.etcdPeer}`;
  const client = {
    kubeconfig: files.kubeconfig,
    'leader-elect': false,
    'kube-api-qps': 200,
    'kube-api-burst': 400,
    'bind-address': '127.0.0.1',
    'cert-dir': files.certificates,
  };

  return {
    etcd: make('etcd', {
      'data-dir': join(directory, 'etcd'),
      'listen-client-urls': etcdUrl,
      'advertise-client-urls': etcdUrl,
      'listen-peer-urls': peerUrl,
      'initial-advertise-peer-urls': peerUrl,
      'initial-cluster': `default=${peerUrl}`,
      // The data need not survive a loss of power.
      'unsafe-no-fsync': true,
      'log-level': 'warn',
    }),
    apiServer: make('kube-apiserver', {
      'etcd-servers': etcdUrl,
      'bind-address': address,
      'advertise-address': podIP,
      'secure-port': ports.apiServer,
      'cert-dir': files.certificates,
      'authorization-mode': 'Node,RBAC',
      'enable-admission-plugins': 'NodeRestriction',
      'token-auth-file': files.tokens,
      'service-account-issuer': 'https://kubernetes.default.svc',
      'service-account-key-file': files.signingKey,
      'service-account-signing-key-file': files.signingKey,
      'service-cluster-ip-range': '10.96.0.0/16',
      'kubelet-preferred-address-types': 'InternalIP',
      'allow-privileged': true,
      profiling: false,
    }),
    controllerManager: make('kube-controller-manager', {
      ...client,
      'secure-port': ports.controllerManager,
      'service-account-private-key-file': files.signingKey,
      'root-ca-file': files.authority,
      'node-monitor-grace-period': lostAfter,
      profiling: false,
    }),
    scheduler: make('kube-scheduler', { ...client, 'secure-port': ports.scheduler, profiling: false }),
    kwok: component(
      join(binaries, 'kwok'),
      [`--kubeconfig=${files.kubeconfig}`, `--config=${files.kwok}`, `--config=${files.stages}`],
      join(directory, 'kwok.log'),
    ),
  };
}
