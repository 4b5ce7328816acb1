import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { fieldsOf, isFields } from '../base/fields.ts';

/** An object of a manifest, as far as it is read. */
export interface ManifestObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Helm leaves it where it is, when a revision no longer has it. */
  readonly isKept: boolean;
  readonly template: unknown;
  readonly content: unknown;
}

/** One name for an object, whatever version of its API a manifest uses. */
export const objectKey = (object: Pick<ManifestObject, 'apiVersion' | 'kind' | 'namespace' | 'name'>) =>
  `${groupOf(object.apiVersion)}/${object.kind}/${object.namespace}/${object.name}`;

/** `Deployment/web`: how an object is called. */
export const nameOf = ({ kind, name }: Pick<ManifestObject, 'kind' | 'name'>) => `${kind}/${name}`;

export const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';

/**
 * The objects of a manifest as Helm has rendered it, by their keys; undefined where it cannot be read. Go's YAML is of 1.1, in
 * which `0644` is octal.
 *
 * @param namespace that of the release, where an object says none
 */
export function objectsOf(
  manifest: string,
  namespace: string,
): ReadonlyMap<string, ManifestObject> | undefined {
  const contents = contentsOf(manifest);
  const all = contents?.flatMap(flat).filter((content) => content !== null);
  const objects = all?.map((content) => objectOf(content, namespace));
  const known = objects?.filter((object) => object !== undefined);
  return known && known.length === objects?.length
    ? new Map(known.map((object) => [objectKey(object), object]))
    : undefined;
}

function contentsOf(manifest: string): unknown[] | undefined {
  const documents = parseAllDocuments(manifest, {
    version: '1.1',
    // A date is a text to Kubernetes.
    customTags: (tags) => tags.filter((tag) => !isTimestamp(tag)),
    logLevel: 'error',
  });
  if (!Array.isArray(documents)) return [];
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  try {
    return documents.map((document) => document.toJS());
  } catch {
    // References to references, more than a real manifest has.
    return undefined;
  }
}

const isTimestamp = (tag: unknown) => fieldsOf(tag).tag === 'tag:yaml.org,2002:timestamp';

function flat(content: unknown): unknown[] {
  const { kind, items } = fieldsOf(content);
  return kind === 'List' && Array.isArray(items) ? items.flatMap(flat) : [content];
}

/** Names of objects, kinds and APIs; those of roles may have colons. */
const isWord = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.:/-]{1,253}$/.test(value);

function objectOf(content: unknown, namespace: string): ManifestObject | undefined {
  const { apiVersion, kind, metadata, spec } = fieldsOf(content);
  const { name, namespace: own = '', annotations } = fieldsOf(metadata);
  if (!isWord(apiVersion) || !isWord(kind) || !isWord(name) || !(own === '' || isWord(own))) return undefined;
  return {
    ...{ apiVersion, kind, name, content },
    namespace: own || namespace,
    isKept: fieldsOf(annotations)['helm.sh/resource-policy'] === 'keep',
    template: fieldsOf(spec).template,
  };
}

/** What a cluster adds to a pod template by itself (k8s.io/kubernetes pkg/apis/core/v1/defaults.go); undefined where it depends. */
const DEFAULTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['restartPolicy', 'Always'],
  ['terminationGracePeriodSeconds', 30],
  ['dnsPolicy', 'ClusterFirst'],
  ['schedulerName', 'default-scheduler'],
  ['terminationMessagePath', '/dev/termination-log'],
  ['terminationMessagePolicy', 'File'],
  ['protocol', 'TCP'],
  ['timeoutSeconds', 1],
  ['periodSeconds', 10],
  ['successThreshold', 1],
  ['failureThreshold', 3],
  ['scheme', 'HTTP'],
  ['apiVersion', 'v1'],
  ['defaultMode', 420],
  ['volumeMode', 'Filesystem'],
  ['serviceAccount', undefined],
  ['imagePullPolicy', undefined],
  ['kubectl.kubernetes.io/restartedAt', undefined],
]);
/** Under these, values are quantities: `1024Mi` and `1Gi` are the same. */
const OF_QUANTITIES = new Set(['limits', 'requests']);

/**
 * Whether a manifest's pod template is the one that a cluster has: what it says is there, and what is there besides is
 * what the cluster adds by itself.
 */
export function isTemplateOf(declared: unknown, there: unknown, under = ''): boolean {
  if (there === undefined || there === null) return isNothing(declared);
  if (declared === undefined || declared === null) {
    const isAdded =
      isFields(there) && Object.entries(there).every(([key, value]) => isTemplateOf(undefined, value, key));
    return isAdded || isNothing(there) || isDefault(under, there);
  }
  if (Array.isArray(declared) && Array.isArray(there)) return isListOf(declared, there);
  if (!isFields(declared) || !isFields(there))
    return OF_QUANTITIES.has(under)
      ? quantity(declared) === quantity(there)
      : isDeepStrictEqual(declared, there);
  const keys = [...new Set([...Object.keys(declared), ...Object.keys(there)])];
  return keys.every((key) =>
    isTemplateOf(declared[key], there[key], OF_QUANTITIES.has(under) && !isFields(there[key]) ? under : key),
  );
}

const isDefault = (name: string, value: unknown): boolean =>
  DEFAULTS.has(name) && (DEFAULTS.get(name) ?? value) === value;

/** Of objects, a merge may have changed the order; of texts it is what they mean. */
function isListOf(declared: readonly unknown[], there: readonly unknown[]): boolean {
  if (declared.length !== there.length) return false;
  if (!there.every(isFields)) return isDeepStrictEqual(declared, there);
  const left = [...there];
  return declared.every((item) => {
    const at = left.findIndex((other) => isTemplateOf(item, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** What is left out of an object that is sent: null, and what is empty. */
function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isFields(value)) return Object.values(value).every(isNothing);
  return value === undefined || value === null || value === '' || value === false || value === 0;
}

const UNITS: Readonly<Record<string, number>> = {
  ...{ n: 1e-9, u: 1e-6, m: 1e-3, '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60 },
};

/** `500m` as 0.5; what is no quantity as it is. */
function quantity(value: unknown): unknown {
  const [, number, unit = ''] = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(String(value)) ?? [];
  const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  return number === undefined || factor === undefined ? value : Number(number) * factor;
}
