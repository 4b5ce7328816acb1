import { ActionError } from '../../runner/errors.ts';
import { type Permission, requirePermissions } from './access.ts';
import type { KubeClient } from './client.ts';
import { kinds, label, type Ref, workloadPath } from './kinds.ts';
import type { LabelSelector, Pod, Workload } from './objects.ts';

/**
 * A pod of a workload that a command can be run in: one that is ready, else one that runs.
 *
 * @throws ActionError where the credentials do not suffice, or there is no such pod
 */
export async function choosePod(client: KubeClient, namespace: string, ref: Ref): Promise<Pod> {
  await requirePermissions(client, namespace, toRunIn(ref));
  const workload = await client.find<Workload>(workloadPath(namespace, ref.kind, ref.name));
  if (!workload) throw new ActionError(`There is no ${label(ref)} in the namespace ${namespace}.`);
  const { items } = await client.list<Pod>(`/api/v1/namespaces/${namespace}/pods`, {
    labelSelector: asText(workload.spec.selector),
  });
  const running = items.filter(
    ({ metadata, status }) => metadata.deletionTimestamp === undefined && status?.phase === 'Running',
  );
  const pod = running.find(isReady) ?? running[0];
  if (!pod) throw new ActionError(`${label(ref)} has no pod that runs in the namespace ${namespace}.`);
  return pod;
}

/** What is needed for that from RBAC. */
const toRunIn = ({ kind }: Ref): Permission[] => [
  { group: 'apps', resource: kinds[kind].plural, verbs: ['get'] },
  { group: '', resource: 'pods', verbs: ['list'] },
  { group: '', resource: 'pods/exec', verbs: ['create', 'get'] },
];

const isReady = ({ status }: Pod) =>
  status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true;

/** A selector as the API takes it in a query. */
function asText({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const equal = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const more = matchExpressions.map(({ key, operator, values = [] }) => {
    if (operator === 'Exists') return key;
    if (operator === 'DoesNotExist') return `!${key}`;
    return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
  });
  return [...equal, ...more].join(',');
}
