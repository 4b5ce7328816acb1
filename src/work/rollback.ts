import { RECORD_NAMES } from '../config/rto.ts';
import { lastTimes } from '../report/history.ts';
import type { StepResult } from '../rollback/chain.ts';
import { followUpQuestion, runAssessment } from '../rollback/judged.ts';
import type { Step } from '../rollback/order.ts';
import type { Request } from '../rollback/perform.ts';
import { BACK, planOf, planSummary, sentenceOf, summaryOf } from '../rollback/render.ts';
import { checkInputs, plan, resumePaused, rollBack, rollbackUnderWay } from '../rollback/rollback.ts';
import { refuseStrangers } from '../rollback/starter.ts';
import { isFailure, settingsFor } from '../rollback/values.ts';
import { stepsOf } from '../rollback/whole.ts';
import type { Context, Outcome } from '../runner/action.ts';

/** Rolls an environment back, or plans it. */
export async function main(request: Request, isPlan: boolean, context: Context): Promise<Outcome> {
  const steps = stepsOf(request);
  const dry = isPlan || context.dryRun;
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

/** Follows up an open question. */
export async function remind(request: Request, context: Context): Promise<Outcome> {
  return followUpQuestion(request, stepsOf(request), context);
}

/** Gives back what the parts of a run that was killed have stopped, and its lock. */
export async function resumeTraffic(request: Request, context: Context): Promise<void> {
  await resumePaused(request, stepsOf(request), context);
}

/** For a deploy, which must not meet a rollback: red while one is under way. */
export async function statusOf(request: Request, context: Context): Promise<Outcome> {
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
    : `Planned: ${planned.length} ${planned.length === 1 ? 'step' : 'steps'} for ${components.map(({ name }) => name).join(', ')} of ${environment.name}; nothing was changed.`;
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
