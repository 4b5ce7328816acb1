import { ActionError } from '../../base/errors.ts';
import type { Permission } from './access.ts';
import type { KubeClient } from './client.ts';
import { kinds, label, type Ref, workloadPath } from './kinds.ts';
import { CORE, objectPath } from './names.ts';
import type { LabelSelector, Pod, Workload } from './objects.ts';

/** A workload by its name. @throws ActionError where there is no such workload */
export async function workloadOf(client: KubeClient, namespace: string, ref: Ref): Promise<Workload> {
  const workload = await client.find<Workload>(workloadPath(namespace, ref.kind, ref.name));
  if (workload) return workload;
  throw new ActionError(`There is no ${label(ref)} in the namespace ${namespace}.`);
}

/** The pods that a workload selects. @throws ActionError where there is no such workload */
export async function podsOf(client: KubeClient, namespace: string, ref: Ref): Promise<Pod[]> {
  const workload = await workloadOf(client, namespace, ref);
  const labelSelector = selectorText(workload.spec.selector);
  return (await client.list<Pod>(objectPath(CORE, namespace, 'pods'), { labelSelector })).items;
}

/** The pods with these labels. @throws ActionError where that is not a selector */
export async function podsWith(client: KubeClient, namespace: string, labelSelector: string): Promise<Pod[]> {
  return (await client.list<Pod>(objectPath(CORE, namespace, 'pods'), { labelSelector })).items;
}

/** The pods of a workload that run, ready ones first. @throws ActionError where there is no such workload, or no pod of it runs */
export async function runningPods(client: KubeClient, namespace: string, ref: Ref): Promise<[Pod, ...Pod[]]> {
  const running = (await podsOf(client, namespace, ref)).filter(
    ({ metadata, status }) => !metadata.deletionTimestamp && status?.phase === 'Running',
  );
  if (running.length === 0)
    throw new ActionError(`No pod of ${label(ref)} runs in the namespace ${namespace}.`);
  return running.sort((a, b) => Number(isReady(b)) - Number(isReady(a))) as [Pod, ...Pod[]];
}

export const isReady = ({ status }: Pod): boolean =>
  status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true;

/** A selector as a query has it: `app=web,tier in (a,b),!old`. */
export function selectorText({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const equal = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const others = matchExpressions.map(({ key, operator, values = [] }) => {
    if (operator === 'Exists') return key;
    if (operator === 'DoesNotExist') return `!${key}`;
    return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
  });
  return [...equal, ...others].join(',');
}

/** What is needed to find the pods of these workloads, and to read their logs or run commands in them. */
export function toReach(refs: readonly Ref[], means: 'pods/log' | 'pods/exec'): Permission[] {
  const plurals = [...new Set(refs.map(({ kind }) => kinds[kind].plural))];
  return [
    ...plurals.map((resource) => ({ group: 'apps', resource, verbs: ['get'] })),
    { group: '', resource: 'pods', verbs: ['list'] },
    { group: '', resource: means, verbs: means === 'pods/exec' ? ['create', 'get'] : ['get'] },
  ];
}
