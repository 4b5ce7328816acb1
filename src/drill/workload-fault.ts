import { ActionError } from '../base/errors.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import { PATCH } from '../systems/kubernetes/client.ts';
import type { Connection } from '../systems/kubernetes/connect.ts';
import { kinds, label, type Ref, workloadPath } from '../systems/kubernetes/kinds.ts';
import { CORE, objectPath } from '../systems/kubernetes/names.ts';
import type { Container, Pod, Workload } from '../systems/kubernetes/objects.ts';
import { isReady, podsOf, runningPods, workloadOf } from '../systems/kubernetes/workload-pods.ts';
import type { Fault } from './fault.ts';

/** What a workload carries while it is broken: what its first container had before, as JSON. */
const MARK = 'rollback-actions/drill-before';
/** A program that no image has. */
const NOWHERE = '/rollback-drill/not-there';
/** What the kubelet says of a container that is on its way. */
const STARTING = ['ContainerCreating', 'PodInitializing'];

/** What a bad deploy changes in a container. */
interface Change {
  readonly description: string;
  readonly fields: Partial<Container>;
  readonly isIn: (container: Container) => boolean;
}

/** The changes of bad deploys, by fault. `id` makes an image's tag one that does not exist. */
export const CHANGES = {
  'bad-image': ({ image: before }: Container, id: string): Change => {
    const image = `${before.replace(/@[\s\S]*$/, '').replace(/:[^/:]*$/, '')}:rollback-drill-bad-image-${id.toLowerCase()}`;
    return {
      description: 'an image that does not exist',
      fields: { image },
      isIn: (container) => container.image === image,
    };
  },
  'crash-loop': (): Change => ({
    description: 'a program that does not start',
    fields: { command: [NOWHERE] },
    isIn: ({ command }) => command?.[0] === NOWHERE,
  }),
  'failing-readiness': (): Change => ({
    description: 'a readiness probe that fails',
    fields: { readinessProbe: { exec: { command: [NOWHERE] }, periodSeconds: 1 } },
    isIn: ({ readinessProbe }) => readinessProbe?.exec?.command?.[0] === NOWHERE,
  }),
} as const;

/**
 * The change of a deploy whose service answers badly: how, its users say by a variable that it knows.
 *
 * @throws ActionError where the text is no `NAME=value`
 */
export function misbehaviour(input: string, text: string): (container: Container) => Change {
  const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new ActionError(
      `Input \`${input}\` is ${JSON.stringify(text)}; accepted is one variable of the container with its value, such as FAULT_RATE=0.5.`,
    );
  return ({ env = [] }) => ({
    description: `the variable ${name}, by which it answers badly`,
    fields: { env: [...env.filter((each) => each.name !== name), { name, value }] },
    isIn: (container) => container.env?.some((each) => each.name === name && each.value === value) === true,
  });
}

/**
 * A deploy that goes wrong: the first container of a workload gets something else, and its pods are rolled out.
 *
 * @throws ActionError where the workload is not there, or the credentials do not suffice
 */
export async function badDeploy(
  ref: Ref,
  { client, namespace }: Connection,
  changeOf: (container: Container) => Change,
): Promise<Fault> {
  await requirePermissions(client, namespace, [
    { group: 'apps', resource: kinds[ref.kind].plural, verbs: ['get', 'patch'] },
    { group: '', resource: 'pods', verbs: ['list'] },
  ]);
  const path = workloadPath(namespace, ref.kind, ref.name);
  const find = () => workloadOf(client, namespace, ref);
  const { description, fields, isIn } = changeOf(firstOf(await find()));
  const put = (workload: Workload, change: object, mark: string | null) =>
    client.patch(path, PATCH.merge, withFirst(workload, change, mark));
  return {
    description: `${label(ref)} gets ${description}`,
    async strike() {
      const workload = await find();
      const container = firstOf(workload);
      const before = Object.keys(fields).map((key) => [key, container[key as keyof Container] ?? null]);
      await put(workload, fields, JSON.stringify(Object.fromEntries(before)));
    },
    async isSeen() {
      const pods = await podsOf(client, namespace, ref);
      const broken = pods.filter((pod) => isIn(pod.spec.containers[0] as Container));
      // A service that answers badly is ready; its bad answers are detected elsewhere.
      return broken.some((pod) => ('env' in fields ? isReady(pod) : isStuck(pod)));
    },
    remains: async () => (isIn(firstOf(await find())) ? `${label(ref)} still has ${description}` : undefined),
    async undo() {
      const workload = await find();
      const mark = workload.metadata.annotations?.[MARK];
      if (mark !== undefined) await put(workload, isIn(firstOf(workload)) ? JSON.parse(mark) : {}, null);
    },
    close: () => client.close(),
  };
}

/** One pod of a workload dies at once. */
export async function killedPod(ref: Ref, { client, namespace }: Connection): Promise<Fault> {
  await requirePermissions(client, namespace, [
    { group: 'apps', resource: kinds[ref.kind].plural, verbs: ['get'] },
    { group: '', resource: 'pods', verbs: ['list', 'delete'] },
  ]);
  const [{ metadata }] = await runningPods(client, namespace, ref);
  return {
    description: `pod ${metadata.name} of ${label(ref)} is killed`,
    async strike() {
      // No signal from inside a container ends its first process at once (pid_namespaces(7)); the kubelet's does, a second later.
      const body = { gracePeriodSeconds: 1, preconditions: { uid: metadata.uid } };
      await client.request('DELETE', objectPath(CORE, namespace, 'pods', metadata.name), { body });
    },
    isSeen: async () => {
      const pods = await podsOf(client, namespace, ref);
      return !pods.some((pod) => pod.metadata.uid === metadata.uid && !pod.metadata.deletionTimestamp);
    },
    remains: async () => undefined,
    undo: async () => {},
    close: () => client.close(),
  };
}

const firstOf = ({ spec }: Workload): Container => spec.template.spec.containers[0] as Container;

/** What makes a workload's first container have some fields; null takes one away. All others stay as they were read. */
function withFirst(workload: Workload, fields: object, mark: string | null): object {
  const [first, ...others] = workload.spec.template.spec.containers;
  const changed = Object.entries({ ...first, ...fields }).filter(([, value]) => value !== null);
  const { resourceVersion } = workload.metadata;
  return {
    metadata: { resourceVersion, annotations: { [MARK]: mark } },
    spec: { template: { spec: { containers: [Object.fromEntries(changed), ...others] } } },
  };
}

/** Whether a container of a pod has come as far as it will. */
function isStuck({ status }: Pod): boolean {
  return (status?.containerStatuses ?? []).some(({ ready, state = {} }) => {
    const { waiting, running, terminated } = state;
    if (waiting) return !STARTING.includes(waiting.reason ?? STARTING[0] ?? '');
    return terminated !== undefined || (running !== undefined && !ready);
  });
}
