import { ActionError } from '../../base/errors.ts';
import { WORKLOAD_WORDS } from '../../config/workload-words.ts';
import { APPS, isName, objectPath } from './names.ts';
import type { Workload } from './objects.ts';

export type WorkloadKind = Workload['kind'];

/** A workload by name, as users write it: `deployment/api-gateway`. */
export interface Ref {
  readonly kind: WorkloadKind;
  readonly name: string;
}

interface KindOf {
  readonly api: string;
  readonly group: string;
  readonly plural: string;
  readonly words: readonly string[];
}

const apps = { api: APPS, group: 'apps' };

/** How the kinds of workload differ in the API. */
export const kinds: Record<WorkloadKind, KindOf> = {
  Deployment: { ...apps, plural: 'deployments', words: WORKLOAD_WORDS.deployment },
  StatefulSet: { ...apps, plural: 'statefulsets', words: WORKLOAD_WORDS.statefulset },
  DaemonSet: { ...apps, plural: 'daemonsets', words: WORKLOAD_WORDS.daemonset },
  Rollout: {
    api: '/apis/argoproj.io/v1alpha1',
    group: 'argoproj.io',
    plural: 'rollouts',
    words: WORKLOAD_WORDS.rollout,
  },
};

/** Those that every cluster has. */
export const allKinds: readonly WorkloadKind[] = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** What has pods too and is none of the three, by the words that users write, and how it goes back. */
const OTHERS: readonly (readonly [words: RegExp, remedy: string])[] = [
  [
    /^(cronjobs?|cj|jobs?)(\.batch)?$/,
    'a CronJob or Job has no revisions: give it its older image with its own manifest',
  ],
  [/^(replicasets?|rs|pods?|po)(\.apps)?$/, 'name the Deployment, StatefulSet or DaemonSet that made it'],
  [/^(clonesets?|clone)(\.apps\.kruise\.io)?$/, 'a CloneSet goes back by its own template (OpenKruise)'],
  [
    /^(ksvc|kservices?|configurations?)(\.serving\.knative\.dev)?$/,
    'a Knative Service goes back by its traffic (`kn service update --traffic`)',
  ],
];

/** Reads `deployment/api-gateway`; a bare name is a Deployment. @throws ActionError where it is neither */
export function parseRef(text: string): Ref {
  const [name = '', word = 'deployment', ...rest] = text.split('/').reverse();
  const kind = allKinds.find((candidate) => kinds[candidate].words.includes(word.toLowerCase()));
  if (kind && rest.length === 0 && isName(name)) return { kind, name };
  throw new ActionError(
    `"${text}" is not a workload; accepted are deployment/<name>, statefulset/<name>, daemonset/<name> and a bare <name> for a Deployment.`,
  );
}

/** The same of what is to be rolled back, Rollouts too. @throws ActionError that names how another kind of thing goes back */
export function parseWorkload(text: string): Ref {
  const [name = '', word = '', ...rest] = text.split('/').reverse();
  const isRollout = kinds.Rollout.words.includes(word.toLowerCase());
  if (isRollout && rest.length === 0 && isName(name)) return { kind: 'Rollout', name };
  const [, remedy] = OTHERS.find(([words]) => rest.length === 0 && words.test(word.toLowerCase())) ?? [];
  if (remedy) throw new ActionError(`"${text}" cannot be rolled back here: ${remedy}.`);
  return parseRef(text);
}

/** `deployment/api-gateway`: how a workload is called in logs, records and outputs. */
export const label = (ref: Ref): string => `${ref.kind.toLowerCase()}/${ref.name}`;

export const refOf = (workload: Workload): Ref => ({ kind: workload.kind, name: workload.metadata.name });

/** The path of a workload, or of all of a kind. */
export function workloadPath(namespace: string, kind: WorkloadKind, name?: string): string {
  return objectPath(kinds[kind].api, namespace, kinds[kind].plural, name);
}
