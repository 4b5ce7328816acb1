import { ActionError } from '../runner/errors.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { type Kind, label, refOf, workloadPath } from '../systems/kubernetes/kinds.ts';
import type { Pod, Workload } from '../systems/kubernetes/objects.ts';
import type { Group } from '../systems/kubernetes/select.ts';
import { type Copies, configRefs, dropCopies, keepCopies, namedCopies } from './copies.ts';
import { currentRevision, imagesOf, type Revision } from './history.ts';
import {
  annotateRevision,
  type GoodMark,
  goodAnnotation,
  goodMark,
  rolledBackAnnotation,
  withoutCopiedMarks,
} from './marks.ts';
import { awaitRollout, type World } from './rollout.ts';

/** What was marked. */
export interface Marked {
  readonly kind: Kind;
  readonly name: string;
  readonly revision: number;
  readonly images: Readonly<Record<string, string>>;
  readonly config: Copies;
}

/**
 * Waits until a workload is rolled out to the last pod and carries no mark that kubectl has copied to it.
 *
 * @throws ActionError where it is not, or can't be said to be
 */
export async function awaitGood(world: World, { workload }: Group[number]): Promise<void> {
  const { client, namespace } = world;
  const { kind, spec, metadata } = workload;
  const ref = refOf(workload);
  if (spec.paused || spec.updateStrategy?.type === 'OnDelete') {
    const why = spec.paused ? 'its rollout is paused' : 'its update strategy is OnDelete';
    throw new ActionError(
      `${label(ref)} can not be marked good: ${why}, so nobody knows what its pods will be.`,
    );
  }
  const annotations = withoutCopiedMarks(workload);
  if (Object.keys(annotations).length > 0) {
    const path = workloadPath(namespace.name, kind, metadata.name);
    namespace.put(await client.patch<Workload>(path, PATCH.merge, { metadata: { annotations } }));
  }
  await awaitRollout(world, { ...ref, uid: metadata.uid });
}

/**
 * Marks the present revision of a workload that is rolled out as good: keeps copies of the configuration that it
 * refers to, then writes the mark. Copies of good revisions beyond the newest `keep` go.
 */
export async function markGood(
  { client, namespace }: Pick<World, 'client' | 'namespace'>,
  { workload }: Group[number],
  { run, keep }: { run: string; keep: number },
): Promise<Marked> {
  const ref = refOf(workload);
  const fresh = namespace.workload(ref.kind, workload.metadata.uid) ?? workload;
  const history = namespace.history(fresh);
  const revision = currentRevision(fresh, history);
  if (!revision)
    throw new ActionError(`${label(ref)} is rolled out, but its revision is not in its history.`);
  const pods = namespace.pods(fresh);

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
  const before = namedCopies(object.metadata.uid, goodMark(object)?.config ?? {});
  await dropCopies(
    client,
    namespace,
    before.filter(({ ref, name }) => config[ref] !== name),
  );
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
    await dropCopies(client, namespace, namedCopies(object.metadata.uid, mark.config));
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
