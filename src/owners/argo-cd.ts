import { writtenAt } from '../domain/workloads/managed-fields.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';
import { pauseNote } from './notes.ts';
import { type Found, type Owner, pausedAs, type Synced } from './owner.ts';

/** Names under which Argo CD writes: pkg/apis/application ArgoCDSSAManager, and the User-Agent of its binary. */
const MANAGERS = ['argocd-controller', 'argocd-application-controller'];
/** Where Applications and AppProjects are. */
export const ARGO_API = '/apis/argoproj.io/v1alpha1';
const TRACKING = 'argocd.argoproj.io/tracking-id';

/** Where a version of an application comes from: Git with its path, a chart with its values. */
export type Source = Readonly<Record<string, unknown>>;

/** One sync that succeeded, as an application remembers it. */
export interface Deployed {
  readonly id: number;
  readonly revision?: string;
  readonly revisions?: readonly string[];
  readonly source?: Source;
  readonly sources?: readonly Source[];
  readonly deployStartedAt?: string;
  readonly deployedAt?: string;
  readonly initiatedBy?: { readonly username?: string; readonly automated?: boolean };
}

/** The fields of an Application that are read. */
export interface Application extends KubeObject {
  readonly spec?: {
    readonly project?: string;
    readonly source?: Source;
    readonly sources?: readonly Source[];
    readonly syncPolicy?: {
      readonly automated?: {
        readonly enabled?: boolean;
        readonly prune?: boolean;
        readonly selfHeal?: boolean;
      } | null;
      readonly syncOptions?: readonly string[];
    } | null;
    readonly ignoreDifferences?: readonly {
      readonly jsonPointers?: readonly string[];
      readonly jqPathExpressions?: readonly string[];
      readonly managedFieldsManagers?: readonly string[];
    }[];
  };
  readonly operation?: unknown;
  readonly status?: {
    readonly history?: readonly Deployed[];
    readonly reconciledAt?: string;
    readonly sync?: { readonly status?: string; readonly revision?: string; readonly revisions?: string[] };
    readonly operationState?: {
      readonly phase?: string;
      readonly message?: string;
      readonly operation?: { readonly info?: readonly { readonly name: string; readonly value: string }[] };
      readonly syncResult?: {
        readonly resources?: readonly {
          readonly kind: string;
          readonly name: string;
          readonly message?: string;
          readonly hookType?: string;
        }[];
      };
    };
    readonly resources?: readonly {
      readonly group?: string;
      readonly version?: string;
      readonly kind: string;
      readonly namespace?: string;
      readonly name: string;
      readonly status?: string;
      readonly hook?: boolean;
      readonly requiresPruning?: boolean;
      readonly requiresDeletionConfirmation?: boolean;
    }[];
  };
}

/** Finds the application that owns an object by what Argo CD puts on what it applies. */
export function argoOf({ apiVersion, kind, metadata }: KubeObject): Owner | undefined {
  const { labels = {}, annotations = {} } = metadata;
  const byArgo = metadata.managedFields?.some(({ manager = '' }) => MANAGERS.includes(manager)) === true;
  // A copy of an object carries the tracking of the one that it is a copy of (resource_tracking.md).
  const [tracked, ...self] = (annotations[TRACKING] ?? '').split(':');
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  const isItsOwn = self.join(':') === `${group}/${kind}:${metadata.namespace}/${metadata.name}`;
  const application =
    (isItsOwn ? tracked : undefined) ||
    labels['argocd.argoproj.io/instance'] ||
    // Its older tracking has nothing but a label that others use too.
    (byArgo ? labels['app.kubernetes.io/instance'] : undefined);
  if (application) return ofApplication(application);
  return byArgo
    ? {
        name: 'Argo CD of the cluster',
        heals: true,
        remedy: 'argocd app set <application> --sync-policy none',
      }
    : undefined;
}

/** An application outside Argo's own namespace is tracked as namespace_name and called namespace/name. */
function ofApplication(tracked: string): Owner {
  const [name = '', namespace] = tracked.split('_').reverse();
  const called = tracked.replace('_', '/');
  return {
    name: `Argo CD application ${called}`,
    heals: true,
    remedy: `argocd app set ${called} --sync-policy none`,
    object: { type: 'application', name, ...(namespace && { namespace }) },
  };
}

/** Where it is true, in one of the words that Go's ParseBool takes for that, Argo CD passes over the application. */
const SKIP = 'argocd.argoproj.io/skip-reconcile';
const TRUE = ['1', 't', 'T', 'TRUE', 'true', 'True'];
export const isPassedOver = ({ metadata }: Application): boolean =>
  TRUE.includes(metadata.annotations?.[SKIP] ?? '');

/** Whether Argo CD acts on an application by itself at present. */
export function readApplication(owner: Owner, application: Application): Found {
  const keeper = keeperOf(application);
  const synced = syncedOf(application);
  const pausedBy = pauseNote(application);
  const known = { ...owner, ...(synced && { synced }), ...(pausedBy && { pausedBy }) };
  const found = keeper
    ? {
        ...known,
        remedy: `${owner.remedy}; ${keeper} keeps the application and may turn that on again, so change it there`,
      }
    : known;
  if (isPassedOver(application)) {
    const since = writtenAt(application, 'f:metadata', 'f:annotations', `f:${SKIP}`);
    return pausedAs(found, 'its annotation skip-reconcile stops all that it does', since);
  }
  // What is under way, or is tried again, is applied whatever the policy says meanwhile.
  if (isBusy(application) || syncsItself(application)) return found;
  return pausedAs(found, 'its automatic sync is off', writtenAt(application, 'f:spec', 'f:syncPolicy'));
}

/** The newest entry of its history, where that is what runs and what its source says. */
function syncedOf({ status }: Application): Synced | undefined {
  const newest = (status?.history ?? []).toSorted((a, b) => b.id - a.id)[0];
  const isIt = newest && status?.sync?.status === 'Synced' && revisionOf(newest) === revisionOf(status.sync);
  return isIt ? { history: newest.id, revision: revisionOf(newest) } : undefined;
}

/** One text for a commit, or for those of several sources. */
export const revisionOf = ({ revision, revisions }: Pick<Deployed, 'revision' | 'revisions'>): string =>
  revisions?.length ? revisions.join(' ') : (revision ?? '');

/** The AppProject that an application is in. */
export const projectOf = ({ spec }: Application): string => spec?.project || 'default';

/** Argo CD acts without being asked. Where `enabled` is not said, `automated` alone does it. */
export const syncsItself = (application: Application): boolean => {
  const automated = application.spec?.syncPolicy?.automated;
  return (Boolean(automated) && automated?.enabled !== false) || isSyncedBySet(application);
};

/** Its ApplicationSet syncs its applications in steps (RollingSync), and keeps their own automatic sync off. */
function isSyncedBySet(application: Application): boolean {
  const newestFirst = (application.status?.history ?? []).toSorted((a, b) => b.id - a.id);
  const newest = newestFirst.find(({ initiatedBy }) => initiatedBy?.automated === true);
  return setOf(application) !== undefined && newest?.initiatedBy?.username === 'applicationset-controller';
}

/** Whether its automatic sync deletes what its source no longer has. */
export function prunes({ spec }: Application): boolean {
  const { automated, syncOptions = [] } = spec?.syncPolicy ?? {};
  return automated?.prune === true && !syncOptions.includes('Prune=false');
}

/** The name under which a HorizontalPodAutoscaler writes. */
const AUTOSCALER = 'kube-controller-manager';
const RESPECTS = 'RespectIgnoreDifferences=';

/**
 * The options that an operation has to say itself: those of its application. Where that leaves numbers of replicas to an
 * autoscaler, a sync would set them to what Git says all the same (argo-cd#6520): under the load of an outage, few.
 */
export function syncOptionsOf({ spec }: Application): readonly string[] | undefined {
  const { syncOptions } = spec?.syncPolicy ?? {};
  const leavesReplicas = (spec?.ignoreDifferences ?? []).some(
    ({ jsonPointers = [], jqPathExpressions = [], managedFieldsManagers = [] }) =>
      jsonPointers.includes('/spec/replicas') ||
      jqPathExpressions.includes('.spec.replicas') ||
      managedFieldsManagers.includes(AUTOSCALER),
  );
  if (!leavesReplicas || syncOptions?.some((option) => option.startsWith(RESPECTS))) return syncOptions;
  return [...(syncOptions ?? []), `${RESPECTS}true`];
}

/** A sync has been asked for or is under way. */
export const isBusy = ({ operation, status }: Application): boolean =>
  operation !== undefined || status?.operationState?.phase === 'Running';

/** A sync is under way that a window of the project keeps from beginning. */
export const waitsForWindow = ({ status }: Application): boolean =>
  status?.operationState?.phase === 'Running' &&
  /blocked by sync window/i.test(status.operationState.message ?? '');

/** The owner of the application itself: an ApplicationSet, or another application. */
export function keeperOf(application: Application): string | undefined {
  const set = setOf(application);
  if (set) return `ApplicationSet ${set}`;
  const owner = argoOf(application);
  // Argo CD writes to every application: one that it has not applied itself is tracked by none.
  return owner?.object && owner.name;
}

/** The ApplicationSet that made an application. */
export const setOf = ({ metadata }: Application): string | undefined =>
  metadata.ownerReferences?.find(({ kind }) => kind === 'ApplicationSet')?.name;
