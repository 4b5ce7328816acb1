import { isDeepStrictEqual } from 'node:util';
import { type Fields, isFields } from '../base/fields.ts';
import { holderOf } from '../domain/workloads/joined.ts';
import type {
  Config,
  KubeObject,
  ManagedFields,
  PodTemplate,
  Workload,
} from '../systems/kubernetes/objects.ts';
import { ownerOfData, ownerOfTemplate } from './hand-over.ts';
import { isRestart } from './history.ts';
import { MERGE_KEYS } from './merge-keys.ts';

/** How an item of a list that a merge tells apart is called, and what is in a map of these names. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ containers: 'container', initContainers: 'init container', env: 'variable', volumes: 'volume' },
  ...{ volumeMounts: 'mount', volumeDevices: 'device', ports: 'port', imagePullSecrets: 'pull secret' },
  ...{ annotations: 'annotation', labels: 'label', nodeSelector: 'node selector' },
};

/**
 * What the next client-side deploy will not take away, because neither the release that is left nor the next one knows of
 * it, as a warning; undefined where there is nothing. kubectl's annotation is put right instead.
 */
export const lingeringWarning = (workload: Workload, template: PodTemplate): string | undefined =>
  warningOf(holderOf(workload), ownerOfTemplate(workload), lingering(workload.spec.template, template));

/** The same of a ConfigMap or Secret whose older contents come back. */
export function lingeringKeys(before: Config, older: Config): string | undefined {
  const keys = (config: Config) => Object.keys({ ...config.data, ...config.binaryData });
  const known = keys(before);
  const stays = keys(older).filter((key) => !known.includes(key));
  return warningOf(
    before,
    ownerOfData(before),
    stays.map((key) => `key ${key}`),
  );
}

function warningOf(
  { metadata }: KubeObject,
  deployer: ManagedFields | undefined,
  stays: readonly string[],
): string | undefined {
  const isApplied = metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined;
  return deployer?.operation === 'Update' && !isApplied && stays.length > 0
    ? `the next deploy by ${deployer.manager} will not take away what only the older revision has: ${stays.join(', ')}`
    : undefined;
}

/** The parts of an older template that the present one lacks, by their names: `variable FEATURE of web`. */
export function lingering(now: PodTemplate, older: PodTemplate): string[] {
  return [
    ...added(now.metadata ?? {}, older.metadata ?? {}, 'metadata', ''),
    ...added(now.spec, older.spec, 'spec', ''),
  ];
}

/** @param of the container that it is in, as the end of a name */
function added(now: unknown, older: unknown, field: string, of: string): string[] {
  if (isFields(older) && isFields(now))
    return Object.keys(older).flatMap((key) => {
      // Nothing lives from it.
      if (isRestart(key)) return [];
      if (Object.hasOwn(now, key)) return added(now[key], older[key], key, of);
      // A whole list or map is told by what is in it, where that has names.
      const empty = MERGE_KEYS[key] ? [] : WORDS[key] ? {} : undefined;
      return empty ? added(empty, older[key], key, of) : [nameOf(field, key, of)];
    });
  const by = MERGE_KEYS[field];
  // What is not distinguished is replaced as a whole.
  if (!by || !Array.isArray(older) || !Array.isArray(now)) return [];
  return (older as Fields[]).flatMap((item) => {
    const mine = (now as Fields[]).find((other) => isDeepStrictEqual(other[by], item[by]));
    if (!mine) return [nameOf(field, String(item[by]), of)];
    return added(mine, item, 'item', /ontainers$/.test(field) ? ` of ${item[by]}` : of);
  });
}

function nameOf(field: string, key: string, of: string): string {
  const isItself = ['item', 'spec', 'metadata'].includes(field);
  return `${isItself ? '' : `${WORDS[field] ?? field} `}${key}${of}`;
}
