import { ActionError } from '../base/errors.ts';
import { findHelm, type Helm, helmRollback } from '../systems/helm.ts';
import { missingPermissions } from '../systems/kubernetes/access.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { CORE, isName, isNamespaceName, objectPath } from '../systems/kubernetes/names.ts';
import type { WentBack } from './argo-cd-back.ts';
import { type HelmRevision, isPending, readRelease } from './helm.ts';
import { lossByHelm } from './helm-live.ts';
import { describeWay, planRelease, type Way } from './helm-plan.ts';
import { lackOfRights, toReadRelease } from './helm-rights.ts';
import type { Move, MoveContext, Staying } from './move.ts';
import type { Owner } from './owner.ts';

type Release = NonNullable<Owner['release']>;

/** What is done to one release of Helm, decided before anything is changed. */
export interface HelmPlan {
  readonly type: 'release';
  readonly name: string;
  readonly release: Release;
  /** How it goes back by Helm, or why it does not and its workloads are patched. */
  readonly way: (Way & { readonly helm: Helm }) | string;
  readonly words: string;
}

/** Plans the way back of a release. Whatever keeps Helm from going, its workloads can be patched. */
export async function planHelm(
  client: KubeClient,
  { name }: Owner,
  release: Release,
  moves: readonly Move[],
  staying: readonly Staying[],
): Promise<HelmPlan> {
  const unread = await reasonUnread(client, release);
  const history = unread === undefined ? await readRelease(client, release) : [];
  const way = unread ?? (await wayOf(client, release, history, moves, staying));
  const plan = { type: 'release', name, release } as const;
  if (typeof way !== 'string') return { ...plan, way, words: describeWay(way, `Helm ${way.helm.version}`) };
  const pending = pendingWords(history?.at(-1), release);
  return { ...plan, way, words: [directWords(way), ...pending].join('; ') };
}

const directWords = (reason: string) =>
  `its workloads are patched directly, and nothing else of it goes back, because ${reason}`;

async function reasonUnread(client: KubeClient, { namespace, name }: Release): Promise<string | undefined> {
  // What is on a workload may have been written by any account.
  if (!isName(name) || !isNamespaceName(namespace)) return 'its name is not one of Kubernetes';
  const missing = await missingPermissions(client, namespace, toReadRelease);
  return missing.length > 0
    ? `the credentials may not list secrets in the namespace ${namespace}`
    : undefined;
}

async function wayOf(
  client: KubeClient,
  release: Release,
  history: readonly HelmRevision[] | undefined,
  moves: readonly Move[],
  staying: readonly Staying[],
): Promise<HelmPlan['way']> {
  if (!history) return 'one of its revisions cannot be read';
  const way = planRelease(history, release.namespace, moves, staying);
  if (typeof way === 'string') return way;
  const helm = await findHelm();
  if (!helm || helm.major < 3) return 'there is no helm on the PATH of the runner';
  if (helm.major < 4 && way.newest.isServerSide)
    return `Helm 4 has applied it server-side, and ${helm.version} is on the PATH`;
  const reason =
    (await lackOfRights(client, release.namespace, way)) ??
    (await lossByHelm(client, release.namespace, way));
  return reason ?? { ...way, helm };
}

/** What Helm refuses for an operation that was not brought to its end; none where there is no such thing, or it cannot be read. */
export async function unfinished(client: KubeClient, release: Release): Promise<readonly string[]> {
  if ((await reasonUnread(client, release)) !== undefined) return [];
  return pendingWords((await readRelease(client, release))?.at(-1), release);
}

function pendingWords(newest: HelmRevision | undefined, { namespace, name }: Release): readonly string[] {
  if (!newest || !isPending(newest)) return [];
  return [
    `its revision ${newest.number} is ${newest.status}, and Helm refuses the next upgrade before \`helm rollback ${name} <good revision> --namespace ${namespace}\` has ended that`,
  ];
}

/**
 * Has Helm take a release back as planned.
 *
 * @throws ActionError where it was deployed anew since
 */
export async function backByHelm(
  { clusters: { client }, log }: MoveContext,
  { name, release, way }: HelmPlan,
): Promise<WentBack> {
  if (typeof way === 'string') return { direct: way };
  const present = (await readRelease(client, release))?.at(-1)?.number;
  if (present !== way.newest.number)
    throw new ActionError(
      `another deploy has made revision ${present} of it since the plan was made; run the rollback again`,
    );
  const revision = way.to.number;
  log.info(`… ${name}: goes back to revision ${revision}`);
  const { isServerSide } = way.newest;
  const target = { namespace: release.namespace, release: release.name, revision, isServerSide };
  const failed = await helmRollback(client, way.helm, target);
  if (failed === undefined) return {};
  for (const words of await unfinished(client, release)) log.warn(`${name}: ${words}.`);
  return { direct: failed };
}

/** The revision that was deployed since a release went back; undefined where there is none, or that is unknown. */
export async function deployedSince(
  { clusters: { client } }: MoveContext,
  { release: { namespace, name }, way }: HelmPlan,
): Promise<number | undefined> {
  if (typeof way === 'string') return undefined;
  // The way back has made one itself.
  const revision = way.newest.number + 2;
  const secret = `sh.helm.release.v1.${name}.v${revision}`;
  return (await client.find(objectPath(CORE, namespace, 'secrets', secret))) ? revision : undefined;
}
