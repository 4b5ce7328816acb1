import type { Config, Container, PodTemplate } from '../systems/kubernetes/objects.ts';

/** A ConfigMap or Secret that a template refers to: `ConfigMap/app`. */
export type ConfigRef = `${Config['kind']}/${string}`;

/** The ConfigMaps and Secrets that a template refers to, by env, envFrom, volumes and projected volumes. */
export function configRefs(template: PodTemplate): ConfigRef[] {
  const { containers, initContainers = [], volumes = [] } = template.spec;
  const refs = [...containers, ...initContainers].flatMap(refsOfContainer);
  for (const { configMap, secret, projected } of volumes) {
    if (configMap) refs.push(`ConfigMap/${configMap.name}`);
    if (secret) refs.push(`Secret/${secret.secretName}`);
    for (const source of projected?.sources ?? []) {
      if (source.configMap) refs.push(`ConfigMap/${source.configMap.name}`);
      if (source.secret) refs.push(`Secret/${source.secret.name}`);
    }
  }
  return [...new Set(refs)].sort();
}

function refsOfContainer({ env = [], envFrom = [] }: Container): ConfigRef[] {
  const refs: ConfigRef[] = [];
  for (const { valueFrom } of env) {
    if (valueFrom?.configMapKeyRef) refs.push(`ConfigMap/${valueFrom.configMapKeyRef.name}`);
    if (valueFrom?.secretKeyRef) refs.push(`Secret/${valueFrom.secretKeyRef.name}`);
  }
  for (const { configMapRef, secretRef } of envFrom) {
    if (configMapRef) refs.push(`ConfigMap/${configMapRef.name}`);
    if (secretRef) refs.push(`Secret/${secretRef.name}`);
  }
  return refs;
}
