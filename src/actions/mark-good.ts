import * as v from 'valibot';
import { workloadSubject } from '../record/component.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { ActionError, messageOf } from '../runner/errors.ts';
import { integer, list, text } from '../runner/values.ts';
import { awaitGood, type Marked, markGood } from '../service/mark-good.ts';
import { Namespace } from '../service/namespace.ts';
import { toMarkGood, toObserve } from '../service/permissions.ts';
import { select } from '../service/prepare.ts';
import { memoryOf, warningsOf } from '../service/vitals.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import { connect, connectionInputs, placeIn } from '../systems/kubernetes/connect.ts';
import { label, refOf } from '../systems/kubernetes/kinds.ts';
import { kindsOf, parseSelection } from '../systems/kubernetes/select.ts';

const inputs = {
  ...connectionInputs,
  workloads: v.optional(list(), ''),
  selector: v.optional(text()),
  keep: v.optional(integer(1), '5'),
};

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;

/** Marks what runs now as good, so that a later rollback knows where to go. */
export const action = defineAction({ name: 'mark-good', inputs, changes: false, main });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const selection = parseSelection(inputs.workloads, inputs.selector, []);
  const { client, namespace: name } = connect(inputs, context);
  try {
    const kinds = kindsOf(selection);
    await requirePermissions(client, name, [
      ...toObserve(kinds),
      ...(context.dryRun ? [] : toMarkGood(kinds)),
    ]);
    const namespace = await Namespace.watch(client, name, kinds, context.log);
    const workloads = (await select(client, namespace, selection)).flat();
    const memory = workloads.map(({ workload }) =>
      memoryOf({ workload, history: namespace.history(workload) }),
    );
    for (const warning of warningsOf(memory)) context.log.warn(warning);
    if (context.dryRun) {
      const labels = workloads.map(({ workload }) => label(refOf(workload)));
      return {
        result: 'planned',
        message: `Planned: ${labels.join(', ')} would be marked good; nothing was changed.`,
      };
    }
    const world = { client, namespace, log: context.log };
    // All of them first: where one is not well, the deploy is not, and its configuration must not be kept as good.
    try {
      await Promise.all(workloads.map((item) => awaitGood(world, item)));
    } catch (error) {
      return failed([error as Error], workloads.length, [], context);
    }
    const settled = await Promise.allSettled(
      workloads.map((item) => markGood(world, item, { run: context.run, keep: inputs.keep })),
    );
    const marked = settled.filter((item) => item.status === 'fulfilled').map((item) => item.value);
    for (const item of marked) tell(item, placeIn({ client, namespace: name }), context);
    if (marked.length < workloads.length)
      return failed(failuresOf(settled), workloads.length, marked, context);
    const message = `Marked good: ${marked.length} of ${marked.length} workloads.`;
    return { result: 'done', message, outputs: { workloads: marked } };
  } finally {
    client.close();
  }
}

const failuresOf = (settled: readonly PromiseSettledResult<unknown>[]): Error[] =>
  settled.filter((item) => item.status === 'rejected').map((item) => item.reason as Error);

function tell(item: Marked, where: ReturnType<typeof placeIn>, { log, record }: Context): void {
  const kept = Object.keys(item.config).length;
  log.info(
    `✓ ${label(item)}: revision ${item.revision} is marked good, with ${kept} ConfigMaps and Secrets kept`,
  );
  const to = Object.values(item.images).join(' ');
  record({ ...workloadSubject(item, where), step: 'mark good', status: 'done', to, evidence: item });
}

function failed(errors: readonly Error[], all: number, marked: readonly Marked[], { log }: Context): Outcome {
  for (const error of errors) {
    log.group(messageOf(error), error instanceof ActionError ? error.details : [error.stack ?? '']);
  }
  const message = `Not marked good: ${all - marked.length} of ${all} workloads; ${messageOf(errors[0])}`;
  return { result: 'failed', message, outputs: { workloads: marked } };
}
