import { type Fields, fieldsOf, isFields } from '../base/fields.ts';
import { namesOf } from '../base/sentence.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { apiPath, objectPath } from '../systems/kubernetes/names.ts';
import { resourcesOf } from '../systems/kubernetes/resources.ts';
import { type ManifestObject, nameOf, objectKey, objectsOf } from './helm-manifest.ts';
import { RUN_ONCE, type Way } from './helm-plan.ts';
import { MAX_NAMES } from './owner.ts';

/** Fields of a `spec` that scale pods: of workloads, of HorizontalPodAutoscalers and of KEDA's ScaledObjects. */
const SCALES = ['replicas', 'minReplicas', 'maxReplicas', 'minReplicaCount', 'maxReplicaCount'];

/** An object that Helm writes or deletes, as its newest revision and the one that it goes back to have it. */
interface Touched {
  readonly newest: ManifestObject | undefined;
  readonly older: ManifestObject | undefined;
}

/**
 * What others have done since the release and Helm would undo, as a part of a sentence; undefined where there is nothing. Helm
 * writes its manifest over whatever is there, also where the two revisions say the same.
 */
export async function lossByHelm(
  client: KubeClient,
  namespace: string,
  { newest: release, difference: { written, deleted } }: Way,
): Promise<string | undefined> {
  const present = objectsOf(release.manifest, namespace);
  const touched = [
    ...written.map((older) => ({ older, newest: present?.get(objectKey(older)) })),
    ...deleted.map((newest) => ({ older: undefined, newest })),
  ];
  const looked = touched.filter(isLookedAt);
  const apis = [...new Set(looked.map((each) => objectIn(each).apiVersion))];
  const known = new Map(
    await Promise.all(apis.map(async (api) => [api, await resourcesOf(client, api)] as const)),
  );
  const losses = await Promise.all(
    looked.map(async (each) => {
      const { apiVersion, kind, namespace: own, name } = objectIn(each);
      const resource = known.get(apiVersion)?.get(kind);
      if (!resource?.namespaced) return undefined;
      const there: unknown = await client.find(objectPath(apiPath(apiVersion), own, resource.plural, name));
      return lossOf(each, isFields(there) ? there : undefined);
    }),
  );
  const all = losses.filter((loss) => loss !== undefined);
  return all.length > 0 ? namesOf(all, MAX_NAMES) : undefined;
}

function isLookedAt({ newest, older }: Touched): boolean {
  const { kind } = objectIn({ newest, older });
  const scales = [newest, older].flatMap((object) => Object.keys(specOf(object?.content)));
  return kind === 'Secret' || (older !== undefined && (RUN_ONCE.has(kind) || scales.some(isScale)));
}

const objectIn = ({ newest, older }: Touched) => (older ?? newest) as ManifestObject;
const isScale = (field: string) => SCALES.includes(field);

/** What of one object is lost, by how it is in the cluster. Pure. */
export function lossOf(touched: Touched, there: Fields | undefined): string | undefined {
  const { newest, older } = touched;
  const { kind } = objectIn(touched);
  const name = nameOf(objectIn(touched));
  if (RUN_ONCE.has(kind)) return there ? undefined : `helm would run ${name} once more, which is gone since`;
  if (!there) return undefined;
  if (kind === 'Secret') {
    const verb = older ? 'overwrite' : 'delete';
    return isRotated(touched, there)
      ? `helm would ${verb} ${name}, which was changed since the release`
      : undefined;
  }
  const [specNow, specThen, spec] = [newest?.content, older?.content, there].map(specOf) as [
    Fields,
    Fields,
    Fields,
  ];
  const scaled = SCALES.find((field) => isScaled(field, specNow[field], specThen[field], spec[field]));
  return scaled
    ? `helm would change \`${scaled}\` of ${name} from ${spec[scaled]} to ${specThen[scaled] ?? 'its default'}`
    : undefined;
}

/** Somebody, or an autoscaler, has set it since; or Helm no longer says it, and leaves it to the API server: one replica. */
function isScaled(field: string, newest: unknown, older: unknown, there: unknown): boolean {
  if (there === undefined || (newest ?? older) === undefined) return false;
  const isChanged = there !== newest && there !== older;
  const isDropped = field === 'replicas' && (older ?? undefined) === undefined && there !== 1;
  return isChanged || isDropped;
}

function isRotated({ newest, older }: Touched, there: Fields): boolean {
  const [before, after, live] = [newest?.content, older?.content, there].map(dataOf) as [
    Fields,
    Fields,
    Fields,
  ];
  // What neither revision knows, Helm leaves in a Secret that it writes.
  const isTouched = (key: string) => !older || Object.hasOwn(before, key) || Object.hasOwn(after, key);
  return Object.keys(live).some(
    (key) => isTouched(key) && live[key] !== before[key] && live[key] !== after[key],
  );
}

/** The contents of a Secret, in base64 as the API has them. */
function dataOf(content: unknown): Fields {
  const { data, stringData } = fieldsOf(content);
  const coded = (value: unknown, from: 'base64' | 'utf8') =>
    Buffer.from(String(value), from).toString('base64');
  return Object.fromEntries([
    ...Object.entries(fieldsOf(data)).map(([key, value]) => [key, coded(value ?? '', 'base64')] as const),
    ...Object.entries(fieldsOf(stringData)).map(([key, value]) => [key, coded(value ?? '', 'utf8')] as const),
  ]);
}

const specOf = (content: unknown): Fields => fieldsOf(fieldsOf(content).spec);
