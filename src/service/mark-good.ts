import type { KubeClient } from '../systems/kubernetes/client.ts';
import type { Pod } from '../systems/kubernetes/objects.ts';
import { type Copies, configRefs, dropCopies, keepCopies } from './copies.ts';
import { currentRevision, imagesOf, type Revision } from './history.ts';
import { type Kind, label, refOf } from './kinds.ts';
import { annotateRevision, type GoodMark, goodAnnotation, goodMark, rolledBackAnnotation } from './marks.ts';
import { awaitRollout, type World } from './rollout.ts';
import type { Group } from './select.ts';

/** What was marked. */
export interface Marked {
  readonly kind: Kind;
  readonly name: string;
  readonly revision: number;
  readonly images: Readonly<Record<string, string>>;
  readonly config: Copies;
}

/**
 * Marks the present revision of a workload as good: waits until it is rolled out to the last pod, keeps copies of
 * the configuration that it refers to, then writes the mark. Copies of good revisions beyond the newest `keep` go.
 */
export async function markGood(
  world: World,
  { workload }: Group[number],
  { run, keep }: { run: string; keep: number },
): Promise<Marked> {
  const { client, namespace } = world;
  const ref = refOf(workload);
  const pods = await awaitRollout(world, { ...ref, uid: workload.metadata.uid });
  const fresh = namespace.workload(ref.kind, workload.metadata.uid) ?? workload;
  const history = namespace.history(fresh);
  const revision = currentRevision(fresh, history);
  if (!revision) throw new Error(`${label(ref)} is rolled out, but its revision is not in its history.`);

  const { object, template, number } = revision;
  const config = await keepCopies(client, object, configRefs(template));
  const images = { ...imagesOf(template), ...digestsOf(pods) };
  const mark: GoodMark = { revision: object.metadata.uid, at: new Date().toISOString(), run, images, config };
  await annotateRevision(client, object, { ...goodAnnotation(mark), ...rolledBackAnnotation(null) });
  await dropReplaced(client, namespace.name, revision, config);
  await dropOld(
    client,
    namespace.name,
    history.filter((other) => other !== revision),
    keep - 1,
  );
  return { ...ref, revision: number, images, config };
}

/** Copies of an earlier mark of the same revision, whose contents have changed since. */
async function dropReplaced(
  client: KubeClient,
  namespace: string,
  { object }: Revision,
  config: Copies,
): Promise<void> {
  const before = Object.entries(goodMark(object)?.config ?? {}).filter(([ref, copy]) => config[ref] !== copy);
  await dropCopies(client, namespace, Object.fromEntries(before));
}

async function dropOld(
  client: KubeClient,
  namespace: string,
  newestFirst: readonly Revision[],
  keep: number,
): Promise<void> {
  const good = newestFirst.filter((revision) => goodMark(revision.object));
  for (const { object } of good.slice(keep)) {
    const mark = goodMark(object) as GoodMark;
    if (Object.keys(mark.config).length === 0) continue;
    await dropCopies(client, namespace, mark.config);
    await annotateRevision(client, object, goodAnnotation({ ...mark, config: {} }));
  }
}

/** The images that really run, with their digests, by container. */
function digestsOf(pods: readonly Pod[]): Record<string, string> {
  const statuses = pods.flatMap((pod) => pod.status?.containerStatuses ?? []);
  return Object.fromEntries(
    statuses
      .filter(({ imageID }) => imageID?.includes('@'))
      .map(({ name, imageID }) => [name, (imageID as string).replace(/^.*:\/\//, '')]),
  );
}
