import { ActionError } from '../../runner/errors.ts';
import { APPS, isName, objectPath } from './names.ts';
import type { Workload } from './objects.ts';

export type Kind = Workload['kind'];

/** A workload by name, as users write it: `deployment/api-gateway`. */
export interface Ref {
  readonly kind: Kind;
  readonly name: string;
}

/** What the three kinds of workload differ in when they are asked for. */
export const kinds: Record<Kind, { readonly plural: string; readonly words: readonly string[] }> = {
  Deployment: { plural: 'deployments', words: ['deployment', 'deployments', 'deploy', 'deployment.apps'] },
  StatefulSet: { plural: 'statefulsets', words: ['statefulset', 'statefulsets', 'sts', 'statefulset.apps'] },
  DaemonSet: { plural: 'daemonsets', words: ['daemonset', 'daemonsets', 'ds', 'daemonset.apps'] },
};

export const allKinds = Object.keys(kinds) as Kind[];

/** Reads `deployment/api-gateway`; a bare name is a Deployment. @throws ActionError where it is neither */
export function parseRef(text: string): Ref {
  const [name = '', word = 'deployment', ...rest] = text.split('/').reverse();
  const kind = allKinds.find((candidate) => kinds[candidate].words.includes(word.toLowerCase()));
  if (!kind || rest.length > 0 || !isName(name)) {
    throw new ActionError(
      `"${text}" is no workload; accepted are deployment/<name>, statefulset/<name>, daemonset/<name> and a bare <name> for a Deployment.`,
    );
  }
  return { kind, name };
}

/** `deployment/api-gateway`: how a workload is called in logs, records and outputs. */
export const label = (ref: Ref): string => `${ref.kind.toLowerCase()}/${ref.name}`;

export const refOf = (workload: Workload): Ref => ({ kind: workload.kind, name: workload.metadata.name });

/** The path of a workload, or of all of a kind. */
export function workloadPath(namespace: string, kind: Kind, name?: string): string {
  return objectPath(APPS, namespace, kinds[kind].plural, name);
}
