import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { workloadPath } from '../systems/kubernetes/kinds.ts';
import type { Workload } from '../systems/kubernetes/objects.ts';
import { configRefs } from './config-refs.ts';
import { uses } from './configuration.ts';
import { keepCopies, type Restore } from './copies.ts';
import type { RollbackPlan } from './execution.ts';
import { currentRevision, RESTARTED_AT } from './history.ts';
import {
  annotateRevision,
  goodAnnotation,
  goodMark,
  type LastRollback,
  lastRollbackAnnotation,
  pendingRestart,
  pendingRestartAnnotation,
} from './marks.ts';
import type { NamespaceCache } from './namespace.ts';
import { patchWorkload } from './patch-workload.ts';
import type { Step } from './plan.ts';

interface RestartContext {
  readonly client: KubeClient;
  readonly namespace: NamespaceCache;
}

/**
 * True where a workload keeps its template, and its pods have to be started anew for its configuration: it goes back
 * now, or went back in a run that did not come to the pods.
 */
export const needsRestart = (step: Step, restores: readonly Restore[]): boolean =>
  step.action === 'no-op' && (uses(step.template, restores) || pendingOf(step) !== undefined);

/** The rollback that owes these pods a restart; pods of another revision are younger than its mark. */
export function pendingOf({ workload, current }: Step): { readonly id: string } | undefined {
  const mark = pendingRestart(workload);
  return mark && mark.revision === current?.object.metadata.uid ? mark : undefined;
}

/**
 * Writes on the workloads that their pods have to be started anew, before the configuration goes back: a run that is
 * killed in between finds no difference in the configuration any more. The restart takes the mark off.
 *
 * @returns the workloads that have the mark from here
 */
export async function markPending(
  { client, namespace }: RestartContext,
  steps: readonly Step[],
  restores: readonly Restore[],
  id: string,
): Promise<Step[]> {
  const due = steps.filter(
    (step) => step.action === 'no-op' && uses(step.template, restores) && !pendingOf(step),
  );
  await Promise.all(
    due.map((step) => {
      const revision = step.current?.object.metadata.uid ?? '';
      const mark = { revision, id, at: new Date().toISOString() };
      return annotate({ client, namespace }, step, pendingRestartAnnotation(mark));
    }),
  );
  return due;
}

/** Takes the mark off workloads whose configuration did not go back, or is again what it was. */
export async function unmarkPending(context: RestartContext, steps: readonly Step[]): Promise<void> {
  await Promise.all(steps.map((step) => annotate(context, step, pendingRestartAnnotation(null))));
}

async function annotate(
  { client, namespace }: RestartContext,
  step: Step,
  annotations: Record<string, string | null>,
): Promise<void> {
  const path = workloadPath(namespace.name, step.kind, step.name);
  namespace.put(await client.patch<Workload>(path, PATCH.merge, { metadata: { annotations } }));
}

/** As `kubectl rollout restart` does it: a new template that differs in one annotation. */
export async function restartPods(context: RestartContext, step: Step): Promise<Workload> {
  const annotations = { [RESTARTED_AT]: new Date().toISOString() };
  const newest = context.namespace.workload(step.kind, step.uid) ?? step.workload;
  return patchWorkload(context, newest, ({ metadata }) => ({
    metadata: {
      resourceVersion: metadata.resourceVersion,
      annotations: pendingRestartAnnotation(null),
    },
    spec: { template: { metadata: { annotations } } },
  }));
}

/**
 * The revision that a restart made, or a template that the history had lost, is not a deploy, but where this rollback has put
 * the workload; and it is as good as the one that it was made of, with copies of its own.
 */
export async function inheritMarks(
  context: RestartContext & Pick<RollbackPlan, 'keepsConfig'>,
  step: Step,
  rollback: Pick<LastRollback, 'id' | 'run' | 'wanted'>,
): Promise<void> {
  const { client, namespace } = context;
  const workload = namespace.workload(step.kind, step.uid);
  const revision = workload && currentRevision(workload, namespace.history(workload));
  if (!revision) return;
  const { id, run, wanted } = rollback;
  const to = revision.object.metadata.uid;
  const last = { id, run, wanted, at: new Date().toISOString(), to, revision: revision.number };
  await annotate(context, step, lastRollbackAnnotation(last));
  const mark = step.target && goodMark(step.target.object);
  if (!mark) return;
  const refs = context.keepsConfig ? configRefs(revision.template) : [];
  const config = await keepCopies(client, revision.object, refs);
  const good = { ...mark, revision: revision.object.metadata.uid, config };
  await annotateRevision(client, revision.object, goodAnnotation(good));
}
