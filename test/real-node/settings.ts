import { join } from 'node:path';

/** The node's own network: a bridge with this address, pods behind it, and nothing outside of this machine. */
export const BRIDGE = 'rn0';
export const GATEWAY = '10.123.0.1';
const PREFIX = '10.123';
const POD_RANGE = `${PREFIX}.0.0/16`;
export const SERVICE_RANGE = '10.96.0.0/16';
export const NODE = 'real-1';
/** Images of this host come from the node's own registry, as those of the contract's suite do. */
const MIRRORED = 'registry.test';

export interface NodePorts {
  readonly kubelet: number;
  readonly kubeletHealth: number;
  readonly proxyHealth: number;
  readonly proxyMetrics: number;
}

/** The files of a node, all in its own directory. */
export function filesOf(directory: string) {
  const file = (name: string) => join(directory, name);
  return {
    kubelet: file('kubelet.yaml'),
    kubeletKubeconfig: file('kubelet.kubeconfig'),
    proxy: file('kube-proxy.yaml'),
    containerd: file('containerd.toml'),
    socket: file('containerd.sock'),
    network: file('cni/10-real-node.conflist'),
    registries: file('registries'),
  };
}

/** The settings of every program, by the file that it reads; JSON is YAML. */
export function settingsOf(
  directory: string,
  ports: NodePorts,
  {
    plugins,
    registry,
    kubeconfig,
    tuning,
  }: { plugins: string; registry: string; kubeconfig: string; tuning: object },
): Record<string, string> {
  const files = filesOf(directory);
  const settings: [string, object][] = [
    [
      files.kubelet,
      {
        apiVersion: 'kubelet.config.k8s.io/v1beta1',
        kind: 'KubeletConfiguration',
        address: GATEWAY,
        port: ports.kubelet,
        healthzPort: ports.kubeletHealth,
        containerRuntimeEndpoint: `unix://${files.socket}`,
        // Only this machine reaches the bridge.
        authentication: { anonymous: { enabled: true }, webhook: { enabled: false } },
        authorization: { mode: 'AlwaysAllow' },
        cgroupDriver: 'cgroupfs',
        failCgroupV1: false,
        failSwapOn: false,
        makeIPTablesUtilChains: false,
        podLogsDir: join(directory, 'pods'),
        maxPods: 250,
        volumePluginDir: join(directory, 'kubelet/plugins'),
        evictionHard: { 'memory.available': '50Mi', 'nodefs.available': '1%', 'imagefs.available': '1%' },
        imageGCHighThresholdPercent: 100,
        imageGCLowThresholdPercent: 99,
        ...tuning,
      },
    ],
    [
      files.proxy,
      {
        apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
        kind: 'KubeProxyConfiguration',
        mode: 'nftables',
        bindAddress: GATEWAY,
        clusterCIDR: POD_RANGE,
        healthzBindAddress: `127.0.0.1:${ports.proxyHealth}`,
        metricsBindAddress: `127.0.0.1:${ports.proxyMetrics}`,
        hostnameOverride: NODE,
        clientConnection: { kubeconfig },
        nodePortAddresses: ['127.0.0.0/8'],
        conntrack: { maxPerCore: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' },
      },
    ],
    [
      files.network,
      {
        cniVersion: '1.0.0',
        name: 'real-node',
        plugins: [
          {
            type: 'bridge',
            bridge: BRIDGE,
            isGateway: true,
            ipMasq: false,
            hairpinMode: true,
            ipam: {
              type: 'host-local',
              dataDir: join(directory, 'ipam'),
              routes: [{ dst: '0.0.0.0/0' }],
              ranges: [
                [
                  {
                    subnet: POD_RANGE,
                    rangeStart: `${PREFIX}.1.1`,
                    rangeEnd: `${PREFIX}.250.250`,
                    gateway: GATEWAY,
                  },
                ],
              ],
            },
          },
        ],
      },
    ],
  ];
  return {
    ...Object.fromEntries(settings.map(([path, value]) => [path, JSON.stringify(value, null, 2)])),
    [files.containerd]: containerdSettings(directory, plugins, `${registry}/pause:1`),
    [join(files.registries, MIRRORED, 'hosts.toml')]:
      `server = "http://${registry}"\n[host."http://${registry}"]\n  capabilities = ["pull", "resolve"]\n`,
  };
}

/** Without CAP_SYS_RESOURCE nobody may lower a process' oom_score_adj, as the kubelet asks for each sandbox. */
function containerdSettings(directory: string, plugins: string, pause: string): string {
  const cri = 'plugins."io.containerd.grpc.v1.cri"';
  return `version = 2
root = "${join(directory, 'containerd')}"
state = "${join(directory, 'containerd-state')}"
[grpc]
  address = "${filesOf(directory).socket}"
[${cri}]
  sandbox_image = "${pause}"
  stream_server_address = "127.0.0.1"
  stream_server_port = "0"
  netns_mounts_under_state_dir = true
  disable_apparmor = true
  restrict_oom_score_adj = true
[${cri}.registry]
  config_path = "${filesOf(directory).registries}"
[${cri}.cni]
  bin_dir = "${plugins}"
  conf_dir = "${join(directory, 'cni')}"
[${cri}.containerd]
  default_runtime_name = "runc"
[${cri}.containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
`;
}
