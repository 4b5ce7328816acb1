import { startTimer } from '../base/deadline.ts';
import { ActionError, messageOf } from '../base/errors.ts';
import { namesOf } from '../base/sentence.ts';
import { kindsIn } from '../domain/workloads/select.ts';
import type { Selection } from '../domain/workloads/selection.ts';
import { clustersOf } from '../owners/clusters.ts';
import { findOwners } from '../owners/find.ts';
import { workloadSubject } from '../record/component.ts';
import type { Context, Outcome } from '../runner/action.ts';
import { checksOf, type HealthCheck, parseHealth } from '../service/health.ts';
import { ImageCheck } from '../service/images.ts';
import { awaitGood, brokenByDeploy, type Marked, markGood, type Unmarked } from '../service/mark-good.ts';
import { NamespaceCache } from '../service/namespace.ts';
import { toMarkGood, toObserve } from '../service/permissions.ts';
import { select } from '../service/select.ts';
import { rollbackHistory, warningsOf } from '../service/vitals.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { connect, placeIn } from '../systems/kubernetes/connect.ts';
import { label, refOf } from '../systems/kubernetes/kinds.ts';

type Inputs = Parameters<typeof connect>[0] &
  Parameters<typeof clustersOf>[1] & { readonly keep: number; readonly health: readonly string[] };

/** The share of the time that is left for marking what works, when something else does not. */
const RESERVE = 0.2;

/** Marks what runs now as good, so that a later rollback knows where to go. */
export async function main(inputs: Inputs, selection: Selection, context: Context): Promise<Outcome> {
  const health = inputs.health.map(parseHealth);
  const { client, namespace: name } = await connect(inputs, context);
  try {
    const kinds = await kindsIn(client, selection, name);
    await requirePermissions(client, name, toObserve(kinds));
    const namespace = await NamespaceCache.watch(client, name, kinds, context.log);
    const workloads = (await select(client, namespace, selection)).flat();
    const selected = workloads.map(({ workload }) => refOf(workload));
    if (!context.dryRun) await requirePermissions(client, name, toMarkGood(selected, health));
    const memory = workloads.map(({ workload }) =>
      rollbackHistory({ workload, history: namespace.history(workload) }),
    );
    for (const warning of warningsOf(memory)) context.log.warn(warning);
    if (context.dryRun) {
      const labels = workloads.map(({ workload }) => label(refOf(workload)));
      return {
        result: 'planned',
        message: `Planned: ${labels.join(', ')} would be marked good; nothing was changed.`,
      };
    }
    // All are checked first: where the deploy has broken one, no configuration of it is kept as good.
    const { good, bad } = await checkAll(client, workloads, namespace, health, context);
    const broken = brokenByDeploy(
      namespace,
      good.map(({ item }) => item.workload),
      bad,
    );
    if (broken[0]) return notMarked(broken, workloads.length, context);
    const owners = await findOwners(
      await clustersOf(client, inputs, context),
      good.map(({ item }) => item.workload),
    );
    const check = new ImageCheck(client, name, context.mask);
    const settled = await Promise.allSettled(
      good.map(({ item, pods }) => {
        const owner = owners.get(item.workload.metadata.uid);
        const { run } = context;
        return markGood({ client, namespace }, item, { run, keep: inputs.keep, pods, owner, check });
      }),
    );
    const marked = settled.filter((item) => item.status === 'fulfilled').map((item) => item.value);
    for (const item of marked) report(item, placeIn({ client, namespace: name }), context);
    return outcomeOf([...failuresOf(settled), ...bad.map(({ error }) => error as Error)], marked, context);
  } finally {
    client.close();
  }
}

type Selected = Awaited<ReturnType<typeof select>>[number][number];

/** Waits for all of them at once, and stops while there is still time to mark what works. */
async function checkAll(
  client: KubeClient,
  workloads: readonly Selected[],
  namespace: NamespaceCache,
  health: readonly HealthCheck[],
  { timeout, log }: Context,
) {
  const late = startTimer(Math.max(1, timeout - RESERVE * timeout));
  const patient = client.withSignal(AbortSignal.any([client.signal, late.signal]));
  const checks = await Promise.all(
    workloads.map((item) =>
      awaitGood({ client: patient, namespace, log }, item, checksOf(refOf(item.workload), health)).then(
        (pods) => ({ item, pods }),
        (error: unknown) => ({ workload: item.workload, error }),
      ),
    ),
  );
  late.stop();
  patient.close();
  client.signal.throwIfAborted();
  const bad: Unmarked[] = checks.filter((check) => 'error' in check);
  return { good: checks.filter((check) => 'pods' in check), bad };
}

const failuresOf = (settled: readonly PromiseSettledResult<unknown>[]): Error[] =>
  settled.filter((item) => item.status === 'rejected').map((item) => item.reason as Error);

function report(item: Marked, where: ReturnType<typeof placeIn>, { log, record }: Context): void {
  const kept = namesOf(Object.keys(item.config));
  log.info(
    `✓ ${label(item)}: revision ${item.revision} is marked good${kept && `, and a copy kept of ${kept}`}`,
  );
  if (item.isLost)
    log.warn(
      `${label(item)}: its \`revisionHistoryLimit\` lets the next deploys delete the revision that is marked now, and its template is too large to be kept beside it; set the limit to 3 or more.`,
    );
  const to = Object.values(item.images).join(' ');
  record({ ...workloadSubject(item, where), step: 'mark good', status: 'done', to, evidence: item });
}

function notMarked(broken: readonly Unmarked[], all: number, { log }: Context): Outcome {
  for (const { error } of broken)
    log.group(
      messageOf(error),
      error instanceof ActionError ? error.details : [(error as Error).stack ?? ''],
    );
  const others = broken.length > 1 ? ` (and ${broken.length - 1} more)` : '';
  const message = `Not marked good: ${all} of ${all} workloads; ${messageOf(broken[0]?.error)}${others}`;
  return { result: 'failed', message, outputs: { workloads: [] } };
}

/** Marking is bookkeeping: what works is marked, and of the rest it is said why it is not. */
function outcomeOf(errors: readonly Error[], marked: readonly Marked[], { log }: Context): Outcome {
  const all = errors.length + marked.length;
  const outputs = { workloads: marked };
  for (const error of errors) {
    const details = error instanceof ActionError ? error.details : [error.stack ?? ''];
    if (details.length > 0) log.group(messageOf(error), details);
  }
  if (marked.length === 0) {
    const message = `Not marked good: ${all} of ${all} workloads; ${messageOf(errors[0])}`;
    return { result: 'failed', message, outputs };
  }
  for (const error of errors) log.warn(`Not marked good: ${messageOf(error)}`);
  const rest = errors.length > 0 ? `; ${errors.length} not, because they are not known to work` : '';
  return { result: 'done', message: `Marked good: ${marked.length} of ${all} workloads${rest}.`, outputs };
}
