import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { CORE, isName, objectPath } from '../systems/kubernetes/names.ts';
import type { Config, Container, KubeObject, PodTemplate, Workload } from '../systems/kubernetes/objects.ts';

const PLURALS = {
  ConfigMap: 'configmaps',
  Secret: 'secrets',
  ServiceAccount: 'serviceaccounts',
  PersistentVolumeClaim: 'persistentvolumeclaims',
} as const;

/** Something in the namespace without which a pod of a template does not start. */
export interface Reference {
  readonly kind: keyof typeof PLURALS;
  readonly name: string;
  /** A key of a ConfigMap or Secret that it has to have. */
  readonly key?: string;
  /** The kubelet pulls without it too, and a private image then fails. */
  readonly onlyForPulls?: true;
}

type Optional = { readonly optional?: boolean };
type Found = Reference & Optional;

/** What has to be there for pods of a template to start: ConfigMaps, Secrets, their keys, account, claims. */
export function referencesOf({ spec }: PodTemplate): Reference[] {
  const { containers, initContainers = [], volumes = [], imagePullSecrets = [] } = spec;
  const account = spec.serviceAccountName;
  const all: Found[] = [
    ...[...containers, ...initContainers].flatMap(ofContainer),
    ...volumes.flatMap(ofVolume),
    ...(account && account !== 'default' ? [{ kind: 'ServiceAccount', name: account } as const] : []),
    ...imagePullSecrets.map(({ name }) => ({ kind: 'Secret', name, onlyForPulls: true }) as const),
  ];
  const required = all.filter(({ optional, name }) => optional !== true && isName(name));
  const unique = new Map(required.map(({ optional: _, ...item }) => [JSON.stringify(item), item]));
  return [...unique.values()];
}

/**
 * Volumes that containers of a StatefulSet's template mount, and that nothing brings: claims by template stay as they are when
 * it is made anew with others. Servers before Kubernetes 1.34 take such a template, and then none of its pods.
 */
export function lostVolumesOf(
  { spec }: PodTemplate,
  { kind, spec: { volumeClaimTemplates = [] } }: Workload,
): string[] {
  if (kind !== 'StatefulSet') return [];
  const { containers, initContainers = [], volumes = [] } = spec;
  const there = new Set([
    ...volumes.map(({ name }) => name),
    ...volumeClaimTemplates.map(({ metadata }) => metadata.name),
  ]);
  const mounted = [...initContainers, ...containers].flatMap(({ volumeMounts = [], volumeDevices = [] }) =>
    [...volumeMounts, ...volumeDevices].map(({ name }) => name),
  );
  return [...new Set(mounted)].filter((name) => !there.has(name));
}

function ofContainer({ env = [], envFrom = [] }: Container): Found[] {
  return [
    ...envFrom.flatMap(({ configMapRef, secretRef }) => [
      ...(configMapRef ? [{ kind: 'ConfigMap', ...configMapRef } as const] : []),
      ...(secretRef ? [{ kind: 'Secret', ...secretRef } as const] : []),
    ]),
    ...env.flatMap(({ valueFrom: { configMapKeyRef, secretKeyRef } = {} }) => [
      ...(configMapKeyRef ? [{ kind: 'ConfigMap', ...configMapKeyRef } as const] : []),
      ...(secretKeyRef ? [{ kind: 'Secret', ...secretKeyRef } as const] : []),
    ]),
  ];
}

function ofVolume({
  configMap,
  secret,
  projected,
  persistentVolumeClaim,
}: NonNullable<PodTemplate['spec']['volumes']>[number]): Found[] {
  return [
    ...(configMap ? ofFiles('ConfigMap', configMap.name, configMap) : []),
    ...(secret ? ofFiles('Secret', secret.secretName, secret) : []),
    ...(projected?.sources ?? []).flatMap((source) => [
      ...(source.configMap ? ofFiles('ConfigMap', source.configMap.name, source.configMap) : []),
      ...(source.secret ? ofFiles('Secret', source.secret.name, source.secret) : []),
    ]),
    ...(persistentVolumeClaim
      ? [{ kind: 'PersistentVolumeClaim', name: persistentVolumeClaim.claimName } as const]
      : []),
  ];
}

function ofFiles(
  kind: 'ConfigMap' | 'Secret',
  name: string,
  { optional = false, items = [] }: Optional & { readonly items?: readonly { readonly key: string }[] },
): Found[] {
  return [{ kind, name, optional }, ...items.map(({ key }) => ({ kind, name, key, optional }))];
}

/** `ConfigMap app`, or `the key port of ConfigMap app`. */
export const nameReference = ({ kind, name, key }: Reference): string =>
  key === undefined ? `${kind} ${name}` : `the key ${key} of ${kind} ${name}`;

/** Looks references up; each object is read once. */
export class ReferenceLookup {
  readonly #client: KubeClient;
  readonly #namespace: string;
  readonly #known: Map<string, Promise<KubeObject | 'unknown' | undefined>>;

  /** @param restored what goes back before the pods start, and so is there by then */
  constructor(client: KubeClient, namespace: string, restored: readonly { ref: string; copy: Config }[]) {
    this.#client = client;
    this.#namespace = namespace;
    this.#known = new Map(restored.map(({ ref, copy }) => [ref, Promise.resolve(copy)]));
  }

  /** Those that are not there; what these credentials may not read is not known to be missing. */
  async missing(references: readonly Reference[]): Promise<Reference[]> {
    const reads = await Promise.all(
      references.map(async (reference) => ({ reference, isThere: await this.#isThere(reference) })),
    );
    const missing = reads.filter(({ isThere }) => !isThere).map(({ reference }) => reference);
    // Where the whole is not there, its keys are not worth a word.
    const wholes = new Set(missing.filter(({ key }) => key === undefined).map(nameReference));
    return missing.filter(({ kind, name, key }) => key === undefined || !wholes.has(`${kind} ${name}`));
  }

  /** An object by its name; undefined where there is none. */
  read(kind: Reference['kind'], name: string): Promise<KubeObject | 'unknown' | undefined> {
    const id = `${kind}/${name}`;
    const found = this.#known.get(id) ?? this.#find(kind, name);
    this.#known.set(id, found);
    return found;
  }

  async #isThere({ kind, name, key }: Reference): Promise<boolean> {
    const object = await this.read(kind, name);
    if (object === undefined) return false;
    if (object === 'unknown' || key === undefined) return true;
    const { data = {}, binaryData = {} } = object as Config;
    return Object.hasOwn(data, key) || Object.hasOwn(binaryData, key);
  }

  async #find(kind: Reference['kind'], name: string): Promise<KubeObject | 'unknown' | undefined> {
    try {
      return await this.#client.find(objectPath(CORE, this.#namespace, PLURALS[kind], name));
    } catch (error) {
      if (error instanceof ApiError && error.status === 403) return 'unknown';
      throw error;
    }
  }
}
