import type { Permission } from '../systems/kubernetes/access.ts';
import { type Kind, kinds } from '../systems/kubernetes/kinds.ts';
import { toHoldLease } from '../systems/kubernetes/lease.ts';
import { type HealthCheck, usesExec, usesProxy } from './health.ts';

const apps = (resource: string, ...verbs: string[]): Permission => ({ group: 'apps', resource, verbs });
const core = (resource: string, ...verbs: string[]): Permission => ({ group: '', resource, verbs });

/** What is needed to see the workloads of a namespace and to wait for them. */
export function toObserve(wanted: readonly Kind[]): Permission[] {
  return [
    ...wanted.map((kind) => apps(kinds[kind].plural, 'get', 'list', 'watch')),
    ...revisionsOf(wanted).map((resource) => apps(resource, 'list', 'watch')),
    core('pods', 'list', 'watch'),
    core('events', 'list', 'watch'),
  ];
}

/** What is needed besides to roll them back. */
export function toRollBack(wanted: readonly Kind[], checks: readonly HealthCheck[]): Permission[] {
  return [
    ...wanted.map((kind) => apps(kinds[kind].plural, 'patch')),
    ...revisionsOf(wanted).map((resource) => apps(resource, 'patch')),
    toHoldLease,
    ...(wanted.includes('StatefulSet') ? [core('pods', 'delete')] : []),
    ...toCheck(checks),
  ];
}

const toCheck = (checks: readonly HealthCheck[]): Permission[] => [
  ...(usesProxy(checks) ? [core('pods/proxy', 'get')] : []),
  ...(usesExec(checks) ? [core('pods/exec', 'create', 'get')] : []),
];

/** What is needed besides to mark them good. */
export function toMarkGood(wanted: readonly Kind[], checks: readonly HealthCheck[] = []): Permission[] {
  return [
    ...toCheck(checks),
    ...wanted.map((kind) => apps(kinds[kind].plural, 'patch')),
    ...revisionsOf(wanted).map((resource) => apps(resource, 'patch')),
    ...toRestoreConfig(),
  ];
}

/** What is needed to keep configuration and to put it back. */
export const toRestoreConfig = (): Permission[] =>
  ['configmaps', 'secrets'].map((resource) => core(resource, 'get', 'create', 'update', 'delete'));

/** What is needed to say what would go back. */
export const toReadConfig = (): Permission[] =>
  ['configmaps', 'secrets'].map((resource) => core(resource, 'get'));

function revisionsOf(wanted: readonly Kind[]): string[] {
  const resources = wanted.map((kind) => (kind === 'Deployment' ? 'replicasets' : 'controllerrevisions'));
  return [...new Set(resources)];
}
