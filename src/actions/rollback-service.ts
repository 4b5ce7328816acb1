import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { workloadSubject } from '../record/component.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { choice, integer, lines, list, moment, text } from '../runner/values.ts';
import { fromTo, type Result } from '../service/execution.ts';
import { parseHealth } from '../service/health.ts';
import { describe, type Step } from '../service/plan.ts';
import { checkPermissions, type Prepared, prepare, type Request } from '../service/prepare.ts';
import { planSummary, planToOutput, summaryOf, toOutput } from '../service/render.ts';
import { needsRestart } from '../service/restart.ts';
import { carryOut } from '../service/rollback.ts';
import { writeStateFile } from '../service/state-file.ts';
import { parseTo } from '../service/target.ts';
import { type Connection, connect, connectionInputs, placeIn } from '../systems/kubernetes/connect.ts';
import { label } from '../systems/kubernetes/kinds.ts';
import { giveLeaseBack, lockOf, withLease } from '../systems/kubernetes/lease.ts';
import { parseSelection } from '../systems/kubernetes/select.ts';

const inputs = {
  ...connectionInputs,
  workloads: v.optional(list(), ''),
  selector: v.optional(text()),
  to: v.optional(text(), 'last-good'),
  order: v.optional(lines(), ''),
  health: v.optional(lines(), ''),
  maxParallel: v.optional(integer(1), '100'),
  onFailure: v.optional(choice(['stop', 'continue', 'restore']), 'stop'),
  restoreConfig: v.optional(choice(['recorded', 'never']), 'recorded'),
  gitops: v.optional(choice(['refuse', 'ignore']), 'refuse'),
  stateFile: v.optional(text()),
  deployedAt: v.optional(moment()),
};

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;

/** Rolls workloads back and waits until they serve. */
export const action = defineAction({ name: 'rollback-service', inputs, changes: true, main, post });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const request = requestOf(inputs, context);
  const connection = connect(inputs, context);
  try {
    const { client, namespace } = connection;
    const onlyLooks = context.dryRun && !context.rehearses;
    await checkPermissions(client, namespace, request, onlyLooks);
    if (context.dryRun)
      return planned(await prepare(client, namespace, request, onlyLooks, context.log), connection, context);
    const work = (lost: AbortSignal) => {
      const held = client.withSignal(AbortSignal.any([context.signal, lost]));
      return rollBack({ namespace, client: held }, request, inputs, context).finally(() => held.close());
    };
    if (context.lock) return await work(context.lock);
    const nothingLeft = context.requirePost();
    const outcome = await withLease(connection, lockOf(connection, context.environment), context, work);
    nothingLeft();
    return outcome;
  } finally {
    connection.client.close();
  }
}

/** The job was cancelled or the action killed: give back the lock that it may have left. */
async function post(inputs: Inputs, context: Context): Promise<void> {
  const connection = connect(inputs, context);
  await giveLeaseBack(connection, lockOf(connection, context.environment), context);
  connection.client.close();
}

function requestOf(inputs: Inputs, { rollbackId, run }: Context): Request {
  const { to, gitops, onFailure } = inputs;
  return {
    selection: parseSelection(inputs.workloads, inputs.selector, inputs.order),
    wanted: {
      to: parseTo(to),
      rollback: { id: rollbackId, run, wanted: to },
      gitops,
      deployedAt: inputs.deployedAt,
    },
    health: inputs.health.map(parseHealth),
    onFailure,
    restoresConfig: inputs.restoreConfig === 'recorded',
  };
}

async function rollBack(
  { client, namespace }: Connection,
  request: Request,
  inputs: Inputs,
  context: Context,
): Promise<Outcome> {
  const prepared = await prepare(client, namespace, request, false, context.log);
  const stateFile =
    inputs.stateFile ?? join(process.env.RUNNER_TEMP ?? tmpdir(), `rollback-state-${namespace}.yaml`);
  recordPlan(prepared.groups.flat(), { client, namespace }, context);
  writeStateFile(stateFile, prepared.groups.flat(), prepared.namespace);
  const results = await carryOut({
    ...prepared,
    client,
    log: context.log,
    record: context.record,
    health: request.health,
    maxParallel: inputs.maxParallel,
    onFailure: request.onFailure,
    rollback: { ...request.wanted.rollback, reason: context.reason },
    restores: prepared.configuration.restores,
  });
  return outcomeOf(results, stateFile);
}

/** Puts on record all that is meant to happen, so that whoever reads it on the way knows how much is left. */
function recordPlan(
  steps: readonly Step[],
  connection: Connection,
  { record }: Context,
  statusOf: (step: Step) => 'planned' | 'no-op' | 'skipped' = () => 'planned',
): void {
  for (const step of steps) {
    const subject = workloadSubject(step, placeIn(connection));
    const way = step.does === 'roll-back' ? fromTo(step) : {};
    record({ ...subject, step: 'roll back', status: statusOf(step), ...way, message: describe(step) });
  }
}

function planned({ groups, configuration }: Prepared, connection: Connection, context: Context): Outcome {
  const steps = groups.flat();
  // Where nothing follows, what is there already is not left to be done.
  recordPlan(steps, connection, context, (step) => {
    if (step.does === 'skip') return 'skipped';
    return step.does === 'no-op' && !needsRestart(step, configuration.restores) ? 'no-op' : 'planned';
  });
  const count = steps.filter((step) => step.does === 'roll-back').length;
  const config = configuration.restores.map(({ ref }) => ref);
  const also = config.length > 0 ? `, and ${config.join(', ')} would be put back` : '';
  const message = `Planned: ${count} of ${steps.length} workloads would be rolled back${also}; nothing was changed.`;
  return {
    result: 'planned',
    message,
    outputs: { workloads: planToOutput(steps), failed: 0 },
    summary: planSummary(message, steps),
  };
}

function outcomeOf(results: readonly Result[], stateFile: string): Outcome {
  const count = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length;
  const failed = results.filter((result) => result.outcome === 'failed');
  const [skipped] = results.filter(({ outcome }) => outcome === 'skipped');
  const isNothing = skipped !== undefined && count('skipped') === results.length;
  const result = failed.length > 0 || isNothing ? 'failed' : count('rolled-back') > 0 ? 'done' : 'no-op';
  const message = isNothing
    ? `Nothing could be rolled back: all ${results.length} workloads were skipped; ${label(skipped.step)}: ${skipped.message.replace(/\.$/, '')}; name a revision or an image with \`to\`.`
    : {
        done: `Rolled back and serving: ${count('rolled-back')} of ${results.length} workloads${rest(count, ['no-op', 'skipped'])}.`,
        'no-op': `Nothing to roll back: ${count('no-op')} of ${results.length} workloads are where they should be${rest(count, ['skipped'])}.`,
        failed: `The rollback failed for ${failed.length} of ${results.length} workloads; ${failed[0]?.message}`,
      }[result];
  const outputs = { workloads: toOutput(results), 'state-file': stateFile, failed: failed.length };
  return { result, message, outputs, summary: summaryOf(message, results) };
}

/** What became of the others: ` (2 were there already, 1 has no history)`. */
function rest(count: (outcome: Result['outcome']) => number, of: readonly ('no-op' | 'skipped')[]): string {
  const words = { 'no-op': 'there already', skipped: 'skipped' };
  const told = of
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${count(outcome)} ${words[outcome]}`);
  return told.length > 0 ? ` (${told.join(', ')})` : '';
}
