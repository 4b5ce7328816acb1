import * as v from 'valibot';
import { ActionError, messageOf } from '../runner/errors.ts';
import { type Context, type Outcome, run } from '../runner/run.ts';
import { integer, list, text } from '../runner/values.ts';
import { label, refOf } from '../service/kinds.ts';
import { type Marked, markGood } from '../service/mark-good.ts';
import { Namespace } from '../service/namespace.ts';
import { toMarkGood, toObserve } from '../service/permissions.ts';
import { select } from '../service/prepare.ts';
import { kindsOf, parseSelection } from '../service/select.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import { connect } from '../systems/kubernetes/connect.ts';

const inputs = {
  kubeconfig: v.optional(text()),
  context: v.optional(text()),
  namespace: v.optional(text()),
  workloads: v.optional(list(), ''),
  selector: v.optional(text()),
  keep: v.optional(integer(1), '5'),
};

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;

/** Marks what runs now as good, so that a later rollback knows where to go. */
export const start = () => run({ name: 'mark-good', inputs, changes: false, main });

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
    if (context.dryRun) {
      const labels = workloads.map(({ workload }) => label(refOf(workload)));
      return {
        result: 'planned',
        message: `Planned: ${labels.join(', ')} would be marked good; nothing was changed.`,
      };
    }
    const settled = await Promise.allSettled(
      workloads.map((item) =>
        markGood({ client, namespace, log: context.log }, item, { run: context.run, keep: inputs.keep }),
      ),
    );
    return outcomeOf(settled, context);
  } finally {
    client.close();
  }
}

function outcomeOf(settled: readonly PromiseSettledResult<Marked>[], { log, record }: Context): Outcome {
  const marked = settled.filter((item) => item.status === 'fulfilled').map((item) => item.value);
  const errors = settled.filter((item) => item.status === 'rejected').map((item) => item.reason as Error);
  for (const item of marked) {
    log.info(
      `✓ ${label(item)}: revision ${item.revision} is marked good, with ${Object.keys(item.config).length} ConfigMaps and Secrets kept`,
    );
    record({
      component: label(item),
      step: 'mark good',
      status: 'done',
      to: Object.values(item.images).join(' '),
      evidence: item,
    });
  }
  const outputs = { workloads: marked };
  if (errors[0]) {
    for (const error of errors)
      log.group(messageOf(error), error instanceof ActionError ? error.details : [error.stack ?? '']);
    return {
      result: 'failed',
      message: `Not marked good: ${errors.length} of ${settled.length} workloads; ${messageOf(errors[0])}`,
      outputs,
    };
  }
  return { result: 'done', message: `Marked good: ${marked.length} of ${marked.length} workloads.`, outputs };
}
