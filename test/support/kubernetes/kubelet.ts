import { eventReporter, type Report } from './events.ts';
import { behaviourOf, type Moment } from './kubelet-images.ts';
import { endedStatus, podStatus, ranStatus, withImageIDs } from './kubelet-status.ts';
import { type Container, conditionOf, isTerminating, type Node, now, type Pod } from './objects.ts';
import type { PodHandlers } from './pod-handlers.ts';
import type { Registry } from './registry.ts';
import { fits } from './scheduling.ts';
import type { Change } from './store.ts';
import type { Timers } from './timers.ts';

const TERMINATE_AFTER = 'test/terminate-after';

/** The scheduler, and the kubelets of all nodes: pods run, or fail as their images' names say. */
export function startKubelet(
  registry: Registry,
  timers: Timers,
  readyMs: number,
  handlers: PodHandlers,
): void {
  const { store } = registry;
  const scheduled = eventReporter(registry, 'default-scheduler');
  const report = eventReporter(registry, 'kubelet');
  const ending = new Set<string>();
  let pods = 0;

  const current = ({ metadata }: Pod): Pod | undefined => {
    const pod = store.get<Pod>('pods', metadata.namespace ?? '', metadata.name);
    return pod?.metadata.uid === metadata.uid ? pod : undefined;
  };

  const start = (added: Pod) => {
    const pod = current(added);
    if (!pod || isTerminating(pod)) return;
    const node = pod.spec.nodeName ?? chooseNode(store.list<Node>('nodes'), pod, pods++);
    if (node === undefined) return notePlaceless(registry, scheduled, pod);
    const podIP = `10.0.${(pods >> 8) & 255}.${pods & 255}`;
    const bound = store.put<Pod>('pods', {
      ...pod,
      spec: { ...pod.spec, nodeName: node },
      status: {
        ...pod.status,
        conditions: [{ type: 'PodScheduled', status: 'True', lastTransitionTime: now() }],
      },
    });
    run(bound, podIP);
  };

  const run = (bound: Pod, podIP: string) => {
    const { initContainers = [], containers } = bound.spec;
    const isStuck = (container: Container) =>
      behaviourOf(container.image, bound, container, readyMs).isInitBlocking;
    const blocking = initContainers.find(isStuck);
    const watched = blocking ? [blocking] : containers;
    const plans = watched.map((container) => ({
      container,
      moments: behaviourOf(container.image, bound, container, readyMs).moments,
    }));
    const times = [...new Set(plans.flatMap(({ moments }) => moments.map(({ atMs }) => atMs)))].sort(
      (a, b) => a - b,
    );
    const startedAt = now();
    const show = (atMs: number) => {
      const pod = current(bound);
      if (!pod || isTerminating(pod)) return;
      const shown = new Map<string, Moment>();
      for (const { container, moments } of plans) {
        const moment = moments.findLast((each) => each.atMs <= atMs);
        if (moment) shown.set(container.name, moment);
        if (moment?.event && moment.atMs === atMs) report(pod, 'Warning', ...moment.event);
      }
      const plain = podStatus(pod, shown, blocking?.name, podIP, startedAt);
      const status = withImageIDs(plain, (image) => handlers.imageID(pod, image));
      const shownPod = store.put<Pod>('pods', { ...pod, status });
      const isRunning = [...shown.values()].every(({ state }) => state === 'running');
      if (isRunning && pod.spec.restartPolicy === 'Never') void runToEnd(shownPod);
    };
    const runToEnd = async (pod: Pod) => {
      const { stdout = '', stderr = '', exitCode } = await handlers.run(pod);
      const found = current(pod);
      if (!found || isTerminating(found)) return;
      handlers.said.set(pod.metadata.uid, `${stdout}${stderr}`);
      store.put<Pod>('pods', { ...found, status: ranStatus(found, exitCode) });
    };
    for (const atMs of times) {
      if (atMs === 0) show(0);
      else timers.after(atMs, () => show(atMs));
    }
  };

  const end = (pod: Pod) => {
    if (ending.has(pod.metadata.uid)) return;
    ending.add(pod.metadata.uid);
    const finish = () => {
      const found = current(pod);
      if (!found) return;
      const last = store.put<Pod>('pods', { ...found, status: endedStatus(found) });
      const { deletionGracePeriodSeconds: _, ...metadata } = last.metadata;
      const isHeld = (last.metadata.finalizers?.length ?? 0) > 0;
      // What still has a finalizer stays, and no longer waits for a kubelet.
      if (isHeld) store.put('pods', { ...last, metadata: { ...metadata, deletionGracePeriodSeconds: 0 } });
      else store.remove('pods', last);
    };
    const wanted = /^(\d+(?:\.\d+)?)s$/.exec(pod.metadata.annotations?.[TERMINATE_AFTER] ?? '');
    if (wanted) timers.after(Number(wanted[1]) * 1000, finish);
    else timers.soon(finish);
  };

  store.onChange(({ plural, type, object }: Change) => {
    if (plural !== 'pods' || type === 'DELETED') return;
    const pod = object as Pod;
    if (isTerminating(pod)) end(pod);
    else if (type === 'ADDED') timers.soon(() => start(pod));
  });
}

function chooseNode(nodes: Node[], pod: Pod, turn: number): string | undefined {
  const fitting = nodes.filter((node) => fits(pod.spec, node));
  return fitting[turn % fitting.length]?.metadata.name;
}

function notePlaceless({ store }: Registry, report: Report, pod: Pod): void {
  if (conditionOf(pod.status.conditions, 'PodScheduled')) return;
  const count = store.all('nodes').length;
  const message =
    `0/${count} nodes are available: ${count} node(s) didn't match Pod's node affinity/selector. ` +
    `no new claims to deallocate, preemption: 0/${count} nodes are available: ${count} Preemption is not helpful for scheduling.`;
  const reason = 'Unschedulable';
  const condition = {
    type: 'PodScheduled',
    status: 'False' as const,
    lastTransitionTime: now(),
    reason,
    message,
  };
  const next = store.put<Pod>('pods', { ...pod, status: { ...pod.status, conditions: [condition] } });
  report(next, 'Warning', 'FailedScheduling', message);
}
