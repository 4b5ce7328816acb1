import * as v from 'valibot';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { CORE, objectPath } from '../systems/kubernetes/names.ts';
import type { Config, KubeObject } from '../systems/kubernetes/objects.ts';
import type { Owner } from './owner.ts';

/** A Secret holds a megabyte at most; what unpacks to more is no release. */
const MAX_BYTES = 64 * 1024 ** 2;
const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);

/** What is shown of it is short and of one line, as it is untrusted. */
const word = v.pipe(v.string(), v.regex(/^[\w.:+-]{1,253}$/));
const shown = v.optional(v.fallback(word, '?'), '?');
const manifest = v.optional(v.string(), '');
const releaseSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  info: v.object({ status: word, last_deployed: shown }),
  chart: v.optional(v.object({ metadata: v.optional(v.object({ name: shown, version: shown })) })),
  manifest,
  hooks: v.nullish(v.array(v.object({ name: word, kind: word, manifest, events: v.nullish(v.array(word)) }))),
  // Helm 3 says none: it applies client-side.
  apply_method: v.optional(v.string()),
});

/** A hook of a release: an object that Helm makes on certain occasions. */
interface Hook {
  readonly kind: string;
  readonly name: string;
  readonly manifest: string;
  readonly events: readonly string[];
}

/** A revision of a release, as Helm keeps it. */
export interface HelmRevision {
  readonly number: number;
  /** `deployed`, `superseded`, `failed`, `pending-upgrade` … */
  readonly status: string;
  readonly deployedAt: string;
  /** `shop-1.0.0`. */
  readonly chart: string;
  readonly manifest: string;
  readonly hooks: readonly Hook[];
  readonly isServerSide: boolean;
}

/** Finds the release of Helm that made an object. */
export function helmOf({ metadata }: KubeObject): Owner | undefined {
  const { labels = {}, annotations = {} } = metadata;
  const release = annotations['meta.helm.sh/release-name'];
  if (!release || labels['app.kubernetes.io/managed-by'] !== 'Helm') return undefined;
  const namespace = annotations['meta.helm.sh/release-namespace'] ?? metadata.namespace;
  const isElsewhere = namespace !== metadata.namespace;
  return {
    name: `Helm release ${isElsewhere ? `${namespace}/` : ''}${release}`,
    heals: false,
    remedy: `helm rollback ${release} <good revision> --namespace ${namespace}, before the next helm upgrade`,
    release: { namespace, name: release },
  };
}

/** The revisions of a release that Helm keeps in Secrets, oldest first; undefined where one of them cannot be read. */
export async function readRelease(
  client: KubeClient,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): Promise<readonly HelmRevision[] | undefined> {
  const { items } = await client.list<Config>(objectPath(CORE, namespace, 'secrets'), {
    labelSelector: `owner=helm,name=${name}`,
  });
  const kept = items.filter(({ type }) => type === 'helm.sh/release.v1');
  const read = kept.map(({ data }) => decodeRelease(data?.release)).filter((each) => each !== undefined);
  return read.length === kept.length ? read.sort((a, b) => a.number - b.number) : undefined;
}

/** A release as Helm writes it: JSON, packed, in base64, which the API server has in base64 once more. Undefined where it is not one. */
export function decodeRelease(stored: string | undefined): HelmRevision | undefined {
  const { success, output } = v.safeParse(releaseSchema, unpacked(stored ?? ''));
  if (!success) return undefined;
  const { version, info, chart, manifest, hooks, apply_method } = output;
  const { name = '?', version: chartVersion = '?' } = chart?.metadata ?? {};
  return {
    number: version,
    status: info.status,
    deployedAt: info.last_deployed,
    chart: `${name}-${chartVersion}`,
    manifest,
    hooks: (hooks ?? []).map((hook) => ({ ...hook, events: hook.events ?? [] })),
    isServerSide: apply_method === 'ssa',
  };
}

function unpacked(stored: string): unknown {
  // Loaded only where there is a release of Helm.
  const { gunzipSync } = process.getBuiltinModule('node:zlib');
  try {
    const packed = Buffer.from(Buffer.from(stored, 'base64').toString('latin1'), 'base64');
    const isPacked = packed.subarray(0, GZIP.length).equals(GZIP);
    const json = isPacked ? gunzipSync(packed, { maxOutputLength: MAX_BYTES }) : packed;
    return JSON.parse(json.toString());
  } catch {
    return undefined;
  }
}

/** An operation of Helm is under way, or was killed on its way. */
export const isPending = ({ status }: HelmRevision): boolean => status.startsWith('pending');
