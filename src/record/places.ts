/** The first word of a component's name, and the kind of thing that it is. */
export const KINDS = {
  deployment: 'workload',
  statefulset: 'workload',
  daemonset: 'workload',
  rollout: 'workload',
  ConfigMap: 'configuration',
  Secret: 'configuration',
  owner: 'owner',
  database: 'database',
  terraform: 'terraform',
  resource: 'resource',
  cache: 'cache',
  dns: 'dns',
  assess: 'assess',
  notify: 'notify',
  report: 'report',
  drill: 'drill',
  'smoke-test': 'smoke-test',
  consent: 'consent',
  decision: 'decision',
  attempt: 'attempt',
} as const;

export type ComponentKind = (typeof KINDS)[keyof typeof KINDS];

/** Where a component is: with its name it is that one component and no other. */
export interface ComponentPlaces {
  readonly workload: { readonly cluster: string; readonly namespace: string };
  readonly configuration: { readonly cluster: string; readonly namespace: string };
  /** `host:port`. */
  readonly database: { readonly server: string };
  readonly terraform: { readonly workspace?: string };
  readonly resource: { readonly directory: string; readonly workspace?: string };
  /** Of the server, the first of them, or the sentinels; with the cluster where it is reached by way of a pod. */
  readonly cache: { readonly address: string; readonly cluster?: string; readonly namespace?: string };
  readonly dns: { readonly provider: string; readonly zone: string };
}
