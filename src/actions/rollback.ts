import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import { runUrl } from '../base/run-url.ts';
import { allSettled } from '../base/settled.ts';
import { boolean, choice, duration, list, text } from '../base/values.ts';
import { loadEnvironment } from '../config/config.ts';
import { RECORD_NAMES } from '../config/rto.ts';
import { drilled, FAULTS } from '../drill/fault.ts';
import type { DrillRequest } from '../drill/setting.ts';
import { lastTimes } from '../report/history.ts';
import type { StepResult } from '../rollback/chain.ts';
import { checkGiven, componentsFor } from '../rollback/components.ts';
import { handServicesBack } from '../rollback/hand-back.ts';
import { passedInputs } from '../rollback/inputs.ts';
import { followUpQuestion, runAssessment } from '../rollback/judged.ts';
import type { Step } from '../rollback/order.ts';
import type { Request } from '../rollback/perform.ts';
import { BACK, planOf, planSummary, sentenceOf, summaryOf } from '../rollback/render.ts';
import { checkInputs, plan, resumePaused, rollBack, rollbackUnderWay } from '../rollback/rollback.ts';
import { refuseStrangers } from '../rollback/starter.ts';
import { isFailure, settingsFor } from '../rollback/values.ts';
import { stepsOf } from '../rollback/whole.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { inputName, rawInput } from '../runner/inputs.ts';

const inputs = {
  action: v.optional(
    choice(['rollback', 'plan', 'status', 'remind', 'check', 'hand-back', 'drill', 'init']),
    'rollback',
  ),
  components: v.optional(list(), ''),
  decide: v.optional(choice(['caller', 'assess']), 'caller'),
  timeout: v.optional(duration(), '30m'),
  fault: v.optional(choice(FAULTS)),
  drillHosts: v.optional(list(), ''),
  drillTarget: v.optional(text()),
  drillErrorEnv: v.optional(text()),
  drillSlowEnv: v.optional(text()),
  depth: v.optional(choice(['look', 'full']), 'look'),
  restore: v.optional(boolean(), 'false'),
  checkHistory: v.optional(text()),
  ...passedInputs,
};

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;

/** Handing back takes no reason; neither a plan, a look at the lock, a check nor a reminder changes anything, nor does the file that `init` writes on the runner. */
const changes = ({ action }: Inputs) =>
  !['plan', 'status', 'remind', 'check', 'hand-back', 'init'].includes(action);

/** The first configuration is written where there is none. */
const ignoresConfig = (input: (key: string) => string | undefined) => input('action') === 'init';

/** Rolls a whole environment back: every component that its configuration names, in one step. */
export const action = defineAction({
  name: 'rollback',
  recordedAs: ({ action }) => (action === 'plan' ? 'rollback' : action),
  inputs,
  changes,
  ignoresConfig,
  main,
  post,
});

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  if (inputs.action === 'init') {
    const { init } = await import('../rollback/init/init.ts');
    return init(inputs, rawInput(process.env, 'config'), context);
  }
  if (inputs.action === 'drill' && process.env.ROLLBACK_DRILLS === 'off') return drillsAreOff(context);
  const request = await requestOf(inputs, context);
  if (inputs.action === 'drill') {
    const { drill } = await import('../drill/drill.ts');
    return drill(drillRequestOf(inputs, request), context);
  }
  if (inputs.action === 'status') return statusOf(request, context);
  if (inputs.action === 'check') {
    const { check } = await import('../readiness/check.ts');
    const { depth, restore, checkHistory: history } = inputs;
    return check(request, { depth, restore, history }, context);
  }
  if (inputs.action === 'hand-back') return handServicesBack(request, context);
  const steps = stepsOf(request);
  if (inputs.action === 'remind') return followUpQuestion(request, steps, context);
  const dry = inputs.action === 'plan' || context.dryRun;
  await checkInputs(request, steps, { ...context, dryRun: dry });
  // A plan is made with the credentials of the rollback that follows; a dry run may have any.
  if (dry)
    return planned(request, steps, { ...context, dryRun: true, checksWritePermissions: !context.dryRun });
  refuseStrangers(process.env);
  const begun = performance.now();
  const verdict = await runAssessment(request, steps, context);
  if (verdict?.is === 'asked') return verdict.outcome;
  const cleanedUp = context.registerCleanup();
  const results = [...(await rollBack(request, steps, context, verdict)).values()];
  // What could not be given back is tried again at the end of the job.
  if (!results.some(({ step, outcome }) => step.verb === 'resume' && outcome === 'failed')) cleanedUp();
  return outcomeOf(request, results, (performance.now() - begun) / 1000, context);
}

/** The run was killed: give back what its parts have stopped, and the lock. */
async function post(inputs: Inputs, context: Context): Promise<void> {
  const request = await requestOf(inputs, context);
  if (inputs.action !== 'drill') return resumePaused(request, stepsOf(request), context);
  const drillRequest = drillRequestOf(inputs, request);
  const { takeBack } = await import('../drill/drill.ts');
  await allSettled([
    resumePaused(drillRequest.request, stepsOf(drillRequest.request), context),
    takeBack(drillRequest, context),
  ]);
}

function drillRequestOf(inputs: Inputs, request: Request): DrillRequest {
  const { fault, drillHosts: hosts, drillTarget: target, drillErrorEnv, drillSlowEnv } = inputs;
  if (fault === undefined)
    throw new ActionError(
      `Input \`fault\` is missing: say what the drill breaks, one of ${FAULTS.join(', ')}.`,
    );
  const components = drilled(request.components, inputs.components.length > 0);
  return {
    request: { ...request, components },
    ...{ fault, hosts, target, errorVariable: drillErrorEnv, slowVariable: drillSlowEnv },
  };
}

/** The stop switch: one variable stops every workflow that drills. */
const drillsAreOff = ({ recordPath }: Context): Outcome => ({
  result: 'no-op',
  message: 'No drill: drills are stopped by ROLLBACK_DRILLS=off.',
  outputs: { record: recordPath },
});

async function requestOf(
  inputs: Inputs,
  { load, log, rollbackId, environment: name }: Context,
): Promise<Request> {
  const namesServices = inputs.workloads !== undefined || inputs.selector !== undefined;
  const environment = await loadEnvironment(rawInput(process.env, 'config'), name, {
    namesServices,
    needsNoFile: inputs.action === 'status',
  });
  const folder = join(process.env.RUNNER_TEMP ?? tmpdir(), `rollback-${rollbackId}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { action, components: named } = inputs;
  const components = componentsFor(environment, { action, named, namesServices });
  const given = passedOf();
  checkGiven(given, components, log);
  return {
    environment,
    components,
    passed: given,
    decide: inputs.decide,
    folder,
    load,
    runUrl: runUrl(),
  };
}

/** What was given to this step, by the names that users write; each part reads the configuration itself. */
function passedOf(): Record<string, string> {
  const given = Object.keys(passedInputs).map((key) => [inputName(key), rawInput(process.env, key)]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** For a deploy, which must not meet a rollback: red while one is under way. */
async function statusOf(request: Request, context: Context): Promise<Outcome> {
  const found = await rollbackUnderWay(request, context);
  const outputs = { record: context.recordPath };
  if (!found) return { result: 'no-op', message: 'No rollback is under way.', outputs };
  const message = `Rollback ${found.holder} has been under way since ${found.since}; deploy when it is over.`;
  return { result: 'failed', message, outputs };
}

async function planned(request: Request, steps: readonly Step[], context: Context): Promise<Outcome> {
  const results = await plan(request, steps, context);
  const { environment, components, passed: given } = request;
  const history = given.history ?? environment.defaultsFor('report').values.history;
  const lastOf = lastTimes(history, environment.name);
  const kindOf = (name: string) => components.find((each) => each.name === name)?.kind;
  const last = (name: string) => {
    const kind = kindOf(name);
    return kind && lastOf(RECORD_NAMES[kind]);
  };
  const stopped = (name: string) =>
    kindOf(name) === 'database'
      ? (settingsFor(request, 'rollback-db', name).quiesce ?? '').split(/[\s,]+/).join(', ')
      : '';
  const planned = planOf(steps, results, last, stopped);
  const named = components.map(({ name, kind }) => ({ name, kind }));
  const refused = [...results.values()].find(({ outcome }) => outcome === 'failed');
  const message = refused
    ? `The rollback of ${environment.name} would not begin: "${refused.step.name}" failed: ${refused.message}`
    : `Planned: ${steps.length} steps for ${components.map(({ name }) => name).join(', ')} of ${environment.name}; nothing was changed.`;
  return {
    result: refused ? 'failed' : 'planned',
    message,
    outputs: {
      plan: planned,
      components: named,
      record: context.recordPath,
    },
    summary: planSummary(message, planned, results),
  };
}

function outcomeOf(
  { environment }: Request,
  results: readonly StepResult[],
  seconds: number,
  { recordPath }: Context,
): Outcome {
  const message = sentenceOf(environment.name, results, seconds);
  const outputOf = (verb: Step['verb'], name: string) =>
    results.find(({ step }) => step.verb === verb)?.outputs[name] ?? '';
  const [severity, decision] = ['severity', 'decision'].map((name) => outputOf('assess', name));
  const [rto, report, html] = ['rto', 'report', 'html'].map((name) => outputOf('report', name));
  const steps = results.map(toOutput);
  const { owners, lasting, pullRequest } = ownersOf(results);
  const page = results.find(({ step }) => step.verb === 'report')?.summary ?? '';
  return {
    result: resultOf(results),
    message,
    outputs: {
      severity,
      decision,
      rto,
      report,
      html,
      steps,
      workloads: workloadsOf(results),
      owners,
      lasting,
      'pull-request': pullRequest,
      record: recordPath,
    },
    summary: `${summaryOf(message, results)}\n${page}`,
  };
}

/** What became of each workload of every service, as in rollback-service's output. */
const workloadsOf = (results: readonly StepResult[]): unknown[] =>
  results.filter(({ step }) => step.verb === 'roll back').flatMap(({ outputs }) => outputs.workloads ?? []);

/** The owners of what went back, and whether it lasts, from the services' outputs. */
function ownersOf(results: readonly StepResult[]) {
  const services = results.map(({ outputs }) => outputs).filter(({ owners }) => owners !== undefined);
  return {
    owners: services.flatMap(({ owners }) => owners as object[]),
    lasting: services.every(({ lasting }) => lasting !== false),
    pullRequest: services.flatMap((outputs) => outputs['pull-request'] || []).join(' '),
  };
}

const toOutput = ({ step, outcome, start, seconds, message }: StepResult) => ({
  step: step.name,
  outcome,
  start: Number(start.toFixed(3)),
  seconds: Number(seconds.toFixed(3)),
  message,
});

function resultOf(results: readonly StepResult[]): Outcome['result'] {
  if (results.some(isFailure)) return 'failed';
  return results.some(isChange) ? 'done' : 'no-op';
}

const isChange = ({ step, outcome }: StepResult): boolean =>
  outcome === 'done' && [...BACK, 'resume'].includes(step.verb);
