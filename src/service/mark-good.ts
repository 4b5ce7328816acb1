import { ActionError } from '../base/errors.ts';
import { WAITS } from '../base/waits.ts';
import type { Group } from '../domain/workloads/select.ts';
import type { Found } from '../owners/owner.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { label, type Ref, refOf, type WorkloadKind, workloadPath } from '../systems/kubernetes/kinds.ts';
import type { Pod, Workload } from '../systems/kubernetes/objects.ts';
import { configRefs } from './config-refs.ts';
import { type Copies, dropCopies, keepCopies, namedCopies } from './copies.ts';
import { type HealthCheck, verifyHealth } from './health.ts';
import { currentRevision, type Revision } from './history.ts';
import type { ImageCheck } from './images.ts';
import { KEPT_TEMPLATE, keptAnnotation, keptCopies, losesHistory } from './kept-template.ts';
import { createdAt } from './lineage.ts';
import {
  annotateRevision,
  type GoodMark,
  goodAnnotation,
  goodMark,
  lastMarkedAnnotation,
  rolledBackAnnotation,
  withoutCopiedMarks,
} from './marks.ts';
import type { NamespaceCache } from './namespace.ts';
import { runningImages } from './one-image.ts';
import { awaitRollout, type RolloutContext } from './rollout.ts';
import { awaitSteady, UnprovenError } from './steady.ts';

/** What was marked. */
export interface Marked {
  readonly kind: WorkloadKind;
  readonly name: string;
  readonly revision: number;
  readonly images: Readonly<Record<string, string>>;
  readonly config: Copies;
  /** The history may lose the revision before it is needed, and its template is too large to be kept beside it. */
  readonly isLost?: true;
}

/**
 * Waits until a workload is rolled out to the last pod and has served for a while, and carries no mark that kubectl has
 * copied to it.
 *
 * @returns the pods that prove it
 * @throws ActionError where it is not, or nothing proves it
 */
export async function awaitGood(
  context: RolloutContext,
  { workload }: Group[number],
  health: readonly HealthCheck[],
): Promise<readonly Pod[]> {
  const { client, namespace } = context;
  const { kind, spec, metadata } = workload;
  const ref = refOf(workload);
  if (spec.paused || spec.updateStrategy?.type === 'OnDelete') {
    const reason = spec.paused ? 'its rollout is paused' : 'its update strategy is OnDelete';
    throw new UnprovenError(
      `${label(ref)} cannot be marked good: ${reason}, so it is unknown what its pods will be.`,
    );
  }
  const annotations = withoutCopiedMarks(workload);
  if (Object.keys(annotations).length > 0) {
    const path = workloadPath(namespace.name, kind, metadata.name);
    namespace.put(await client.patch<Workload>(path, PATCH.merge, { metadata: { annotations } }));
  }
  const awaitAgain = () => awaitRollout(context, { ...ref, uid: metadata.uid });
  const pods = await awaitSteady(ref, awaitAgain, () => client.now, client.signal);
  await verifyHealth(client, ref, pods, health);
  return pods;
}

/**
 * Marks the present revision of a workload that is rolled out as good: keeps copies of the configuration that it
 * refers to, then writes the mark. Copies of good revisions beyond the newest `keep` go.
 */
export async function markGood(
  { client, namespace }: Pick<RolloutContext, 'client' | 'namespace'>,
  { workload }: Group[number],
  {
    run,
    keep,
    pods,
    owner,
    check,
  }: {
    run: string;
    keep: number;
    pods: readonly Pod[];
    owner?: Found | undefined;
    /** Where registries are asked about digests that differ. */
    check: ImageCheck;
  },
): Promise<Marked> {
  const ref = refOf(workload);
  const fresh = namespace.workload(ref.kind, workload.metadata.uid) ?? workload;
  const history = namespace.history(fresh);
  const revision = currentRevision(fresh, history);
  if (!revision)
    throw new ActionError(`${label(ref)} is rolled out, but its revision is not in its history.`);
  requireProven(ref, revision, pods);

  const { object, template, number } = revision;
  const images = await runningImages(ref, template, pods, check);
  const config = await keepCopies(client, object, configRefs(template));
  const at = new Date().toISOString();
  const synced = owner?.synced && { owner: { name: owner.name, ...owner.synced } };
  const mark: GoodMark = { revision: object.metadata.uid, at, run, images, config, ...synced };
  await annotateRevision(client, object, { ...goodAnnotation(mark), ...rolledBackAnnotation(null) });
  const kept = await keepTemplate(client, fresh, revision, mark);
  const memory = lastMarkedAnnotation({ revision: object.metadata.uid, number, at, images });
  const path = workloadPath(namespace.name, ref.kind, ref.name);
  const annotations = { ...memory, [KEPT_TEMPLATE]: kept?.[KEPT_TEMPLATE] ?? null };
  namespace.put(await client.patch<Workload>(path, PATCH.merge, { metadata: { annotations } }));
  await dropReplaced(client, namespace.name, revision, config);
  await dropReplacedKept(client, fresh, kept);
  await dropOld(
    client,
    namespace.name,
    history.filter((other) => other !== revision && !other.isKept),
    keep - 1,
  );
  const isLost = losesHistory(fresh) && !kept;
  return { ...ref, revision: number, images, config, ...(isLost && { isLost }) };
}

/** While others were waited for, somebody may have deployed again. @throws UnprovenError where the pods prove another revision */
function requireProven(ref: Ref, { podLabel: [key, value], number }: Revision, pods: readonly Pod[]): void {
  if (pods.every(({ metadata }) => metadata.labels?.[key] === value)) return;
  throw new UnprovenError(
    `${label(ref)} was deployed again while the others were looked at, so nothing shows that its revision ${number} works; mark it good by the deploy that brought it.`,
  );
}

/** A workload that was not found to be good, and why. */
export interface Unmarked {
  readonly workload: Workload;
  readonly error: unknown;
}

/**
 * Those of the workloads that do not work for which this deploy may be to blame: they came with the newest of the others, or
 * later. What was broken before the deploy says nothing about it.
 */
export function brokenByDeploy(
  namespace: NamespaceCache,
  good: readonly Workload[],
  bad: readonly Unmarked[],
): Unmarked[] {
  const madeAt = (workload: Workload): number => {
    const revision = currentRevision(workload, namespace.history(workload));
    return (revision && createdAt(revision)) ?? Number.POSITIVE_INFINITY;
  };
  const begun = Math.max(...good.map(madeAt)) - WAITS.RELEASE_APPLIED_MS;
  return bad.filter(
    ({ workload, error }) => !(error instanceof UnprovenError) && !(madeAt(workload) < begun),
  );
}

/** Keeps the template itself where the history may lose it, and its configuration by copies that the workload owns. */
async function keepTemplate(
  client: KubeClient,
  workload: Workload,
  revision: Revision,
  mark: GoodMark,
): Promise<Record<string, string> | undefined> {
  if (!losesHistory(workload)) return undefined;
  const config = await keepCopies(client, workload, configRefs(revision.template));
  return keptAnnotation(workload, revision, { ...mark, config });
}

/** Copies that belonged to the template that was kept before. */
async function dropReplacedKept(
  client: KubeClient,
  workload: Workload,
  kept: Record<string, string> | undefined,
): Promise<void> {
  const { uid, namespace } = workload.metadata;
  const annotations = kept ?? {};
  const now = keptCopies({ ...workload, metadata: { ...workload.metadata, annotations } });
  const before = namedCopies(uid, keptCopies(workload));
  await dropCopies(
    client,
    namespace,
    before.filter(({ ref, name }) => now[ref] !== name),
  );
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
