import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runUrl } from '../base/run-url.ts';
import type { Selection } from '../domain/workloads/selection.ts';
import { clustersOf } from '../owners/clusters.ts';
import { configRepositoryOf } from '../owners/inputs.ts';
import type { ConfigRepository } from '../owners/lasting/last.ts';
import { workloadSubject } from '../record/component.ts';
import type { Context, Outcome } from '../runner/action.ts';
import { ownWork } from '../runner/own-work.ts';
import { type DownRequest, downRequestOf } from '../service/down/inputs.ts';
import type { DownPlan, NoDown } from '../service/down/plan.ts';
import { downPlanned, withDown } from '../service/down/render.ts';
import type { DownResult } from '../service/down/run.ts';
import { fromTo, type Result } from '../service/execution.ts';
import { parseHealth } from '../service/health.ts';
import type { Inputs } from '../service/inputs.ts';
import {
  foreseeKeepers,
  isLasting,
  type Keeper,
  keepersOf,
  pausedWords,
  toOwners,
} from '../service/lasting.ts';
import { describeStep, type Step } from '../service/plan.ts';
import { checkPermissions, type Prepared, prepare, type Request } from '../service/prepare.ts';
import { planSummary, planToOutput, sentenceOf, summaryOf, toOutput } from '../service/render.ts';
import { needsRestart } from '../service/restart.ts';
import { carryOutPlan } from '../service/rollback.ts';
import { writeStateFile } from '../service/state-file.ts';
import { parseTo } from '../service/to.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { type Connection, connect, placeIn } from '../systems/kubernetes/connect.ts';
import { label } from '../systems/kubernetes/kinds.ts';
import { giveLeaseBack, lockOf, withLease } from '../systems/kubernetes/lease.ts';

/** What several inputs say together, read before anything is connected. */
interface Read {
  readonly config: ConfigRepository;
  readonly down: DownRequest | undefined;
}

/** Rolls workloads back and waits until they serve. */
export async function main(inputs: Inputs, selection: Selection, context: Context): Promise<Outcome> {
  const own = requestOf(inputs, selection, context);
  const read = { config: configRepositoryOf(inputs), down: downRequestOf(inputs) };
  const connection = await connect(inputs, context);
  try {
    const { client, namespace } = connection;
    const requestBy = async (used: KubeClient) => ({
      ...own,
      owners: await clustersOf(used, inputs, context),
    });
    const request = await requestBy(client);
    const readOnly = context.dryRun && !context.checksWritePermissions;
    await checkPermissions(client, namespace, request, readOnly);
    if (context.dryRun) {
      const prepared = await prepare(client, namespace, request, readOnly, context.log);
      const down = await downFor(prepared, client, read, context, !readOnly);
      if (readOnly && request.wanted.gitops === 'through')
        await foreseeKeepers(prepared.groups.flat(), read.config, { ...prepared, client, log: context.log });
      return downPlanned(planned(prepared, connection, context), down, context);
    }
    const work = async (lost: AbortSignal) => {
      const held = client.withSignal(AbortSignal.any([context.signal, lost]));
      try {
        return await rollBack({ namespace, client: held }, await requestBy(held), inputs, read, context);
      } finally {
        held.close();
      }
    };
    if (context.step?.lock) return await work(context.step.lock);
    const cleanedUp = context.registerCleanup();
    const outcome = await withLease(connection, lockOf(connection, context.environment), context, work);
    cleanedUp();
    return outcome;
  } finally {
    connection.client.close();
  }
}

/** The job was cancelled or the action killed: give back the lock that it may have left. */
export async function post(inputs: Inputs, context: Context): Promise<void> {
  const connection = await connect(inputs, context);
  await giveLeaseBack(connection, lockOf(connection, context.environment), context);
  connection.client.close();
}

function requestOf(inputs: Inputs, selection: Selection, context: Context): Omit<Request, 'owners'> {
  const { to, gitops, onFailure, githubToken } = inputs;
  const { rollbackId, run, accepts, mask } = context;
  return {
    selection,
    wanted: {
      to: parseTo(to),
      rollback: { id: rollbackId, run, wanted: to },
      gitops,
      deployedAt: inputs.deployedAt,
    },
    health: inputs.health.map(parseHealth),
    onFailure,
    restoresConfig: inputs.restoreConfig === 'recorded',
    accepts,
    ownWork: async () => (isPlanned(context) ? undefined : ownWork(githubToken, context)),
    mask,
  };
}

/** A step of a chain was planned by it before anything was changed; refused now, it would leave the others where they are. */
const isPlanned = ({ step, dryRun }: Context): boolean => step !== undefined && !dryRun;

async function rollBack(
  { client, namespace }: Connection,
  request: Request,
  inputs: Inputs,
  read: Read,
  context: Context,
): Promise<Outcome> {
  const prepared = await prepare(client, namespace, request, false, context.log);
  const stateFile =
    inputs.stateFile ?? join(process.env.RUNNER_TEMP ?? tmpdir(), `rollback-state-${namespace}.yaml`);
  const down = await downFor(prepared, client, read, context, true);
  recordPlan(prepared.groups.flat(), { client, namespace }, context);
  writeStateFile(stateFile, prepared.groups.flat(), prepared.namespace);
  const place = { client, namespace: prepared.namespace };
  const goDown = async (when: DownPlan['request']['when']) => {
    if (!(down && 'job' in down && down.request.when === when)) return undefined;
    const { migrateDown } = await import('../service/down/run.ts');
    return migrateDown(down, place, context);
  };
  const first = await goDown('before');
  if (first?.outcome === 'failed') return withDown(undefined, first);
  const plan = {
    ...prepared,
    client,
    log: context.log,
    record: context.record,
    health: request.health,
    maxParallel: inputs.maxParallel,
    onFailure: request.onFailure,
    skipsSteps: inputs.rolloutSteps === 'skip',
    rollback: { ...request.wanted.rollback, reason: context.reason },
    restores: prepared.configuration.restores,
  };
  const results = await carryOutPlan(plan);
  const keepers = await keepersOf(results, request.wanted.gitops, read.config, runUrl(), plan);
  const outcome = outcomeOf(results, stateFile, prepared.leftAsIs, keepers);
  const isBack = results.every((result) => !['failed', 'restored'].includes(result.outcome));
  const last = isBack ? await goDown('after') : undefined;
  return withDown(outcome, first ?? last ?? (down && notDone(down)));
}

/** The down-migration that goes with this rollback; undefined where none is asked for, and then no client of a database is loaded. */
async function downFor(
  { groups, namespace }: Prepared,
  client: KubeClient,
  { down }: Read,
  context: Context,
  mayWrite: boolean,
): Promise<DownPlan | NoDown | undefined> {
  if (!down) return undefined;
  const { planDown } = await import('../service/down/plan.ts');
  return planDown({ client, namespace }, groups.flat(), down, context, mayWrite);
}

const notDone = (down: DownPlan | NoDown): DownResult => ({
  ...{ outcome: 'skipped', to: down.request.to, seconds: 0, gone: [], log: [] },
  message: `The migrations stay where they are: ${'reason' in down ? down.reason : 'the services are not back'}.`,
});

/** Puts all planned steps on record, so that readers know meanwhile how much is left. */
function recordPlan(
  steps: readonly Step[],
  connection: Connection,
  { record }: Context,
  statusOf: (step: Step) => 'planned' | 'no-op' | 'skipped' = () => 'planned',
): void {
  for (const step of steps) {
    const subject = workloadSubject(step, placeIn(connection));
    const way = step.action === 'roll-back' ? fromTo(step) : {};
    record({ ...subject, step: 'roll back', status: statusOf(step), ...way, message: describeStep(step) });
  }
}

function planned(
  { groups, configuration, leftAsIs }: Prepared,
  connection: Connection,
  context: Context,
): Outcome {
  const steps = groups.flat();
  // Where nothing follows, what is there already is not left to be done.
  recordPlan(steps, connection, context, (step) => {
    if (step.action === 'skip') return 'skipped';
    return step.action === 'no-op' && !needsRestart(step, configuration.restores) ? 'no-op' : 'planned';
  });
  const count = steps.filter((step) => step.action === 'roll-back').length;
  const config = configuration.restores.map(({ ref }) => ref);
  const also = config.length > 0 ? `, and ${config.join(', ')} would be put back` : '';
  const refusals = steps.filter((step) => step.action === 'refuse');
  const [refused, ...others] = refusals;
  const but = refused
    ? `; ${label(refused)} is refused (${refused.reason})${others.length > 0 ? `, and ${others.length} more` : ''}`
    : '';
  const message = `Planned: ${count} of ${steps.length} workloads would be rolled back${also}${but}; nothing was changed.`;
  return {
    result: 'planned',
    message,
    outputs: { workloads: planToOutput(steps), failed: refusals.length },
    summary: planSummary(message, steps, leftAsIs),
  };
}

function outcomeOf(
  results: readonly Result[],
  stateFile: string,
  leftAsIs: readonly string[],
  keepers: readonly Keeper[],
): Outcome {
  const { result, message: sentence } = sentenceOf(results);
  const message = `${sentence}${pausedWords(keepers)}`;
  const failed = results.filter(({ outcome }) => outcome === 'failed').length;
  const pullRequest = keepers.flatMap(({ lasting }) => lasting.pullRequest ?? []).join(' ');
  const byHand = keepers.flatMap(({ lasting }) => lasting.byHand ?? []);
  const outputs = {
    workloads: toOutput(results),
    'state-file': stateFile,
    failed,
    owners: toOwners(keepers),
    lasting: isLasting(keepers),
    'pull-request': pullRequest,
  };
  const summary = [summaryOf(message, results, leftAsIs), ...new Set(byHand)].join('\n\n');
  return { result, message, outputs, summary };
}
