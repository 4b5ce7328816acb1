/** Lists whose items a merge tells apart, and by which field (k8s.io/api core/v1, `patchMergeKey`). */
export const MERGE_KEYS: Readonly<Record<string, string>> = {
  ...{ containers: 'name', initContainers: 'name', env: 'name', volumes: 'name', imagePullSecrets: 'name' },
  ...{ volumeMounts: 'mountPath', volumeDevices: 'devicePath', ports: 'containerPort' },
  ...{ hostAliases: 'ip', topologySpreadConstraints: 'topologyKey', resourceClaims: 'name' },
};
