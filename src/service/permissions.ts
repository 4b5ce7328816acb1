import type { Permission } from '../systems/kubernetes/access.ts';
import { kinds, type Ref, type WorkloadKind } from '../systems/kubernetes/kinds.ts';
import { toHoldLease } from '../systems/kubernetes/lease.ts';
import { type HealthCheck, usesExec, usesProxy } from './health.ts';
import { hasReplicaSets } from './history.ts';

const apps = (resource: string, ...verbs: string[]): Permission => ({ group: 'apps', resource, verbs });
const ofKind = (kind: WorkloadKind, ...verbs: string[]): Permission => ({
  group: kinds[kind].group,
  resource: kinds[kind].plural,
  verbs,
});
const core = (resource: string, ...verbs: string[]): Permission => ({ group: '', resource, verbs });

/** What is needed to see the workloads of a namespace and to wait for them. */
export function toObserve(wanted: readonly WorkloadKind[]): Permission[] {
  return [
    ...wanted.map((kind) => ofKind(kind, 'get', 'list', 'watch')),
    ...revisionsOf(wanted).map((resource) => apps(resource, 'list', 'watch')),
    core('pods', 'list', 'watch'),
    core('events', 'list', 'watch'),
  ];
}

/** What is needed besides where a Rollout has its template from a Deployment. */
export const toReadTemplates: readonly Permission[] = [ofKind('Deployment', 'get', 'list', 'watch')];

/** What a rollback needs besides, whatever it finds. */
export const toBegin = (checks: readonly HealthCheck[]): Permission[] => [toHoldLease, ...toCheck(checks)];

/** What is needed besides to roll these back: the kinds that there are, and no others. */
export const toRollBack = (refs: readonly Ref[]): Permission[] => [
  ...toPatch(refs),
  ...(refs.some(({ kind }) => kind === 'StatefulSet') ? [core('pods', 'delete')] : []),
  ...(refs.some(({ kind }) => kind === 'Rollout')
    ? [{ group: 'argoproj.io', resource: 'rollouts/status', verbs: ['patch'] }]
    : []),
];

/** Of each kind the workloads by name, and all of their revisions. */
function toPatch(refs: readonly Ref[]): Permission[] {
  const present = [...new Set(refs.map(({ kind }) => kind))];
  return [
    ...present.map((kind) => ({
      ...ofKind(kind, 'patch'),
      names: refs.filter((ref) => ref.kind === kind).map(({ name }) => name),
    })),
    ...revisionsOf(present).map((resource) => apps(resource, 'patch')),
  ];
}

const toCheck = (checks: readonly HealthCheck[]): Permission[] => [
  ...(usesProxy(checks) ? [core('pods/proxy', 'get')] : []),
  ...(usesExec(checks) ? [core('pods/exec', 'create', 'get')] : []),
];

/** What is needed besides to mark these good. */
export const toMarkGood = (refs: readonly Ref[], checks: readonly HealthCheck[] = []): Permission[] => [
  ...toCheck(checks),
  ...toPatch(refs),
  ...toRestoreConfig(),
];

/** What is needed to keep configuration and to put it back. */
export const toRestoreConfig = (): Permission[] =>
  ['configmaps', 'secrets'].map((resource) => core(resource, 'get', 'create', 'update', 'delete'));

/** What is needed to say what would go back. */
export const toReadConfig = (): Permission[] =>
  ['configmaps', 'secrets'].map((resource) => core(resource, 'get'));

function revisionsOf(wanted: readonly WorkloadKind[]): string[] {
  const resources = wanted.map((kind) => (hasReplicaSets(kind) ? 'replicasets' : 'controllerrevisions'));
  return [...new Set(resources)];
}
