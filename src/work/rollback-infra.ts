import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { messageOf } from '../base/errors.ts';
import { inAnyCase } from '../base/settled.ts';
import { duration } from '../base/values.ts';
import { apply } from '../infra/apply.ts';
import { changes, type Plan, sensitiveTexts } from '../infra/changes.ts';
import { refusals, warnings } from '../infra/gate.ts';
import type { Inputs } from '../infra/inputs.ts';
import { type Envelope, makePlan, type Planned, putAway, takeOut } from '../infra/plan.ts';
import { type Prepared, prepare, type Request } from '../infra/prepare.ts';
import { describeInfraChange, summaryOf, toLines, toOutput } from '../infra/render.ts';
import { requireState } from '../infra/required-state.ts';
import { recoverInterruptedApply } from '../infra/running.ts';
import { parseAddresses } from '../infra/values.ts';
import type { Subject } from '../record/catalogue.ts';
import type { Context, Outcome } from '../runner/action.ts';

/** Seconds to wait for the lock of a state. */
const USUAL_LOCK_TIMEOUT = 60;

/** What the record calls that which is planned, begun, and done or not. */
const STEP = 'roll back';

/** Plans an older configuration, or the present one with older values, from today's state and applies that plan. */
export async function main(inputs: Inputs, request: Request, context: Context): Promise<Outcome> {
  const scratch = scratchOf(inputs, context);
  const base = baseOf();
  await recoverInterruptedApply(scratch, join(base, inputs.directory), context);
  context.signal.throwIfAborted();
  const cleanedUp = context.registerCleanup();
  const prepared = await prepare(request, { base, scratch, signal: context.signal, log: context.log });
  return await inAnyCase(
    () => rollBack(inputs, request, { ...prepared, scratch }, context),
    () => prepared.close().then(cleanedUp),
  );
}

/** The action was killed: see to what it left behind. */
export async function post(inputs: Inputs, context: Context): Promise<void> {
  await recoverInterruptedApply(scratchOf(inputs, context), join(baseOf(), inputs.directory), context);
}

async function rollBack(
  inputs: Inputs,
  request: Request,
  prepared: Prepared & { scratch: string },
  context: Context,
): Promise<Outcome> {
  const envelope = envelopeOf(inputs, context);
  const planned =
    inputs.phase === 'apply'
      ? await takeOut(prepared, request, envelope, prepared.scratch)
      : await makePlan(prepared, lockTimeoutOf(inputs, prepared), context.log);
  const { plan } = planned;
  for (const text of plan.secrets) context.mask(text);
  const rules = {
    allowDestroy: parseAddresses(inputs.allowDestroy),
    onlyChanges: parseAddresses(inputs.onlyChanges),
    present: prepared.present,
    planned: prepared.planned,
    worktree: prepared.worktree,
  };
  await requireState(plan, prepared, request);
  const refused = refusals(plan, rules);
  const warned = warnings(plan, rules);
  report(plan, refused, warned, request, context);
  if (refused.length > 0) return refusedOutcome(plan, refused, warned, request);
  const plansOnly = inputs.phase === 'plan' && !context.dryRun;
  // Also one without changes: `apply` must not find the plan of an earlier attempt, or none.
  if (plansOnly) await putAway(planned, prepared, request, envelope);
  if (countOf(plan) === 0) {
    const message = `Nothing to change: ${request.directory} is as ${whatOf(request, prepared)} wants it.`;
    const values = await outputsOf(prepared, context);
    return {
      result: 'no-op',
      message,
      outputs: { changes: [], 'plan-file': '', outputs: values },
      summary: summaryOf(message, plan, { warned }),
    };
  }
  if (context.dryRun || plansOnly) {
    const path = plansOnly ? envelope.path : '';
    const message = `Planned: ${numbered(plan)} in ${request.directory}, to ${whatOf(request, prepared)}; nothing was changed.`;
    return {
      result: 'planned',
      message,
      outputs: { changes: toOutput(plan), 'plan-file': path, outputs: {} },
      summary: summaryOf(message, plan, { warned }),
    };
  }
  return carryOut(planned, warned, lockTimeoutOf(inputs, prepared), request, prepared, context);
}

async function carryOut(
  { plan, file }: Planned,
  warned: readonly string[],
  lockTimeout: number,
  request: Request,
  prepared: Prepared & { scratch: string },
  context: Context,
): Promise<Outcome> {
  const { directory, scratch, terraform, applyVarFiles: varFiles } = prepared;
  const started = performance.now();
  const to = whatOf(request, prepared);
  const where = request.directory;
  const subject = subjectOf(request);
  const event = { ...subject, step: STEP, to } as const;
  context.record({ ...event, status: 'started' });
  let failedChecks: readonly string[] = [];
  try {
    const given = { file, varFiles, count: countOf(plan), lockTimeout, directory, where, scratch, subject };
    failedChecks = await apply(terraform, given, context);
  } catch (error) {
    context.record({ ...event, status: 'failed', message: messageOf(error) });
    throw error;
  }
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  for (const check of failedChecks)
    context.log.warn(`A check of the configuration fails after the apply: ${check}.`);
  const checked =
    failedChecks.length > 0 ? `; but a check of the configuration fails: ${failedChecks.join('; ')}` : '';
  const message = `Applied: ${numbered(plan)} in ${where}, to ${to}${checked}.`;
  context.record({ ...event, status: 'done', seconds, message });
  // It is applied, whether or not there is time left to say with what outputs.
  const values = await outputsOf(prepared, context).catch((error: unknown) => {
    context.log.warn(`The outputs of ${where} cannot be read: ${messageOf(error)}`);
    return {};
  });
  return {
    result: 'done',
    message,
    outputs: { changes: toOutput(plan), 'plan-file': '', outputs: values },
    summary: summaryOf(message, plan, { warned }),
  };
}

/** The input wins over what the deploy says, and that over what is usual. */
function lockTimeoutOf({ lockTimeout }: Inputs, { deployLockTimeout = '' }: Prepared): number {
  const deployed = v.safeParse(duration(), deployLockTimeout);
  return lockTimeout ?? (deployed.success ? deployed.output : USUAL_LOCK_TIMEOUT);
}

function refusedOutcome(
  plan: Plan,
  refused: readonly string[],
  warned: readonly string[],
  { directory }: Request,
): Outcome {
  const more = refused.length > 1 ? ` (and ${refused.length - 1} more, in the summary)` : '';
  const message = `Nothing was changed in ${directory}: ${refused[0]}${more}.`;
  return {
    result: 'failed',
    message,
    outputs: { changes: toOutput(plan), 'plan-file': '', outputs: {} },
    summary: summaryOf(message, plan, { refused, warned }),
  };
}

function report(
  plan: Plan,
  refused: readonly string[],
  warned: readonly string[],
  request: Request,
  { log, record }: Context,
): void {
  if (plan.drift.length > 0) {
    const addresses = plan.drift.map(({ address }) => address).join(', ');
    log.warn(`Changed outside of Terraform, and part of what the plan puts right: ${addresses}.`);
  }
  for (const warning of warned) log.warn(warning);
  const lines = toLines(plan);
  if (lines.length > 0) log.group(`The plan for ${request.directory}`, lines);
  if (refused.length > 0) log.group('Why it is refused', refused);
  const evidence = { changes: toOutput(plan), drift: plan.drift.map(describeInfraChange) };
  const event = { ...subjectOf(request), step: STEP, evidence } as const;
  if (refused.length > 0) record({ ...event, status: 'failed', message: refused.join('; ') });
  else record({ ...event, status: countOf(plan) === 0 ? 'no-op' : 'planned', message: numbered(plan) });
}

/** What the record calls it: `terraform/infra/production`. */
const subjectOf = ({ directory, workspace }: Request): Subject<'terraform'> => ({
  component: directory === '.' ? 'terraform' : `terraform/${directory}`,
  where: workspace === undefined ? {} : { workspace },
});

/** The checkout, out of which nothing leads. */
const baseOf = (): string => process.env.GITHUB_WORKSPACE ?? process.cwd();

/** The folder of this rollback of this directory; the post phase and another try of it find it again. */
function scratchOf({ directory, workspace = '', ref = '' }: Inputs, { rollbackId }: Context): string {
  const name = createHash('sha256')
    .update(JSON.stringify([rollbackId, directory, workspace, ref]))
    .digest('hex');
  return join(process.env.RUNNER_TEMP ?? tmpdir(), `rollback-infra-${name.slice(0, 16)}`);
}

function envelopeOf({ planFile, planKey }: Inputs, { run }: Context): Envelope {
  const temp = process.env.RUNNER_TEMP ?? tmpdir();
  const keyFile = join(temp, 'rollback-infra.key');
  return { path: planFile ?? join(temp, 'rollback-infra.plan'), key: planKey, keyFile, run };
}

/** The outputs, with sensitive ones taken out. */
async function outputsOf({ terraform }: Prepared, { mask }: Context): Promise<Record<string, unknown>> {
  const outputs = Object.entries(await terraform.outputs());
  for (const [, { value, sensitive }] of outputs)
    for (const text of sensitiveTexts(value, sensitive)) mask(text);
  return Object.fromEntries(outputs.map(([name, { value, sensitive }]) => [name, sensitive ? '***' : value]));
}

const countOf = (plan: Plan): number => plan.changes.filter(changes).length + plan.outputs.length;

function numbered(plan: Plan): string {
  const resources = plan.changes.filter(changes).length;
  const parts = [
    `${resources} ${resources === 1 ? 'resource' : 'resources'}`,
    plan.outputs.length > 0 && `${plan.outputs.length} ${plan.outputs.length === 1 ? 'output' : 'outputs'}`,
  ];
  return parts.filter(Boolean).join(' and ');
}

/** `v1.2.3 (0123456789ab) with image_tag`: names of variables, never their values. */
function whatOf({ ref, assignments }: Request, { commit }: Prepared): string {
  const names = [...assignments.keys()].join(', ');
  const at = ref === undefined ? 'the present configuration' : `${ref} (${commit.slice(0, 12)})`;
  return names ? `${at} with the given ${names}` : at;
}
