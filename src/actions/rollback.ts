import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Component, type Environment, loadEnvironment } from '../config/config.ts';
import { KINDS, type Kind } from '../config/kinds.ts';
import { RECORD_NAMES } from '../config/rto.ts';
import { drill, takeBack } from '../drill/drill.ts';
import { FAULTS } from '../drill/fault.ts';
import { type Asked, drilled } from '../drill/setting.ts';
import { lastTimes } from '../report/history.ts';
import type { StepResult } from '../rollback/chain.ts';
import type { Step } from '../rollback/order.ts';
import { planOf, planSummary, sentenceOf, summaryOf } from '../rollback/render.ts';
import { checkInputs, giveBack, plan, type Request, rollBack, stepsOf } from '../rollback/rollback.ts';
import { isFailure } from '../rollback/values.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { ActionError } from '../runner/errors.ts';
import { inputName, rawInput } from '../runner/inputs.ts';
import { runUrl } from '../runner/run-url.ts';
import { allSettled } from '../runner/settled.ts';
import { choice, duration, list, secret, text } from '../runner/values.ts';

/** Inputs that belong to the parts: they win over the configuration. */
const passed = {
  to: v.optional(text()),
  kubeconfig: v.optional(text()),
  context: v.optional(text()),
  namespace: v.optional(text()),
  workloads: v.optional(text()),
  selector: v.optional(text()),
  health: v.optional(text()),
  deployedAt: v.optional(text()),
  databaseUrl: v.optional(secret()),
  backup: v.optional(text()),
  confirm: v.optional(text()),
  pgbouncerUrl: v.optional(secret()),
  ref: v.optional(text()),
  secretVars: v.optional(secret()),
  redisUrl: v.optional(secret()),
  tsigKey: v.optional(secret()),
  apiToken: v.optional(secret()),
  prometheusToken: v.optional(secret()),
  slackToken: v.optional(secret()),
  slackWebhookUrl: v.optional(secret()),
  pagerdutyRoutingKey: v.optional(secret()),
  smtpUrl: v.optional(secret()),
  teamsWebhookUrl: v.optional(secret()),
  webhookUrl: v.optional(secret()),
  webhookSecret: v.optional(secret()),
  githubToken: v.optional(secret()),
  history: v.optional(text()),
};

const inputs = {
  action: v.optional(choice(['rollback', 'plan', 'drill', 'init']), 'rollback'),
  components: v.optional(list(), ''),
  decide: v.optional(choice(['caller', 'assess']), 'caller'),
  timeout: v.optional(duration(), '30m'),
  fault: v.optional(choice(FAULTS)),
  drillHosts: v.optional(list(), ''),
  drillTarget: v.optional(text()),
  drillErrorEnv: v.optional(text()),
  drillSlowEnv: v.optional(text()),
  ...passed,
};

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;

/** A plan changes nothing, nor does the file that `init` writes on the runner. */
const changes = ({ action }: Inputs) => !['plan', 'init'].includes(action);

/** The first configuration is written where there is none. */
const standsAlone = (input: (key: string) => string | undefined) => input('action') === 'init';

/** Rolls a whole environment back: every component that its configuration names, in one step. */
export const action = defineAction({
  name: 'rollback',
  recordedAs: ({ action }) => (action === 'drill' || action === 'init' ? action : 'rollback'),
  inputs,
  changes,
  standsAlone,
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
  if (inputs.action === 'drill') return drill(askedOf(inputs, request), context);
  const steps = stepsOf(request);
  const dry = inputs.action === 'plan' || context.dryRun;
  await checkInputs(request, steps, { ...context, dryRun: dry });
  // A plan is made with the credentials of the rollback that follows; a dry run may be anybody's.
  if (dry) return planned(request, steps, { ...context, dryRun: true, rehearses: !context.dryRun });
  const nothingLeft = context.requirePost();
  const begun = performance.now();
  const results = [...(await rollBack(request, steps, context)).values()];
  // What could not be given back is tried again at the end of the job.
  if (!results.some(({ step, outcome }) => step.verb === 'resume' && outcome === 'failed')) nothingLeft();
  return outcomeOf(request, results, (performance.now() - begun) / 1000, context);
}

/** The run was killed: give back what its parts have stopped, and the lock. */
async function post(inputs: Inputs, context: Context): Promise<void> {
  const request = await requestOf(inputs, context);
  if (inputs.action !== 'drill') return giveBack(request, stepsOf(request), context);
  const asked = askedOf(inputs, request);
  await allSettled([giveBack(asked.request, stepsOf(asked.request), context), takeBack(asked, context)]);
}

function askedOf(inputs: Inputs, request: Request): Asked {
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

/** The stop switch: whoever set it need not look for every workflow that drills. */
const drillsAreOff = ({ recordPath }: Context): Outcome => ({
  result: 'no-op',
  message: 'No drill: drills are stopped by ROLLBACK_DRILLS=off.',
  outputs: { record: recordPath },
});

async function requestOf(inputs: Inputs, { load, rollbackId, environment: name }: Context): Promise<Request> {
  const namesServices = inputs.workloads !== undefined || inputs.selector !== undefined;
  const environment = await loadEnvironment(rawInput(process.env, 'config'), name, { namesServices });
  const folder = join(process.env.RUNNER_TEMP ?? tmpdir(), `rollback-${rollbackId}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const components = componentsOf(environment, inputs, namesServices);
  const given = passedOf();
  for (const name of ['database-url', 'backup', 'confirm', 'pgbouncer-url'])
    requireOne(name, given, components, 'database');
  requireOne('redis-url', given, components, 'cache');
  for (const name of ['workloads', 'selector', 'health']) requireOne(name, given, components, 'service');
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

function componentsOf(
  { components, name, path }: Environment,
  { action, components: wanted }: Inputs,
  namesServices: boolean,
): Component[] {
  if (components.length === 0)
    throw new ActionError(
      `${path}: environments.${name} has no components, so there is nothing to roll back (docs/configure.md).`,
    );
  const stranger = wanted.find((each) => !components.some((component) => component.name === each));
  if (stranger !== undefined)
    throw new ActionError(
      `Input \`components\` names "${stranger}"; ${path} has ${components.map((each) => each.name).join(', ') || 'none'}.`,
    );
  const unnamed = kindsUnnamed(action, namesServices);
  const meant = components.filter(
    wanted.length > 0 ? ({ name }) => wanted.includes(name) : ({ kind }) => unnamed.includes(kind),
  );
  if (meant.length === 0 && components.length > 0)
    throw new ActionError(
      `A rollback that a person or an alert starts takes back services and caches; name what else goes back in \`components\`: ${components.map((each) => each.name).join(', ')}.`,
    );
  // Who is not rolled back now is not waited for.
  const names = meant.map((each) => each.name);
  return meant.map((each) => ({ ...each, after: each.after?.filter((other) => names.includes(other)) }));
}

/**
 * The kinds of components that go back where none is named. All of them after a failed deploy. Services and caches where
 * a person or an alert started the run, because what else there is may hold data that is newer than what it goes back to.
 * Services where the caller says which workloads: whoever rolls services back today must not restore a database tomorrow
 * because somebody has added one to the file. A drill breaks what it restores.
 */
function kindsUnnamed(action: Inputs['action'], namesServices: boolean): readonly Kind[] {
  const all = Object.keys(KINDS) as Kind[];
  if (action === 'drill') return all;
  if (namesServices) return ['service'];
  return STARTED_FROM_OUTSIDE.includes(process.env.GITHUB_EVENT_NAME ?? '') ? ['service', 'cache'] : all;
}

const STARTED_FROM_OUTSIDE: readonly string[] = ['workflow_dispatch', 'repository_dispatch'];

/** @throws ActionError where an input that is for one component could be for several */
function requireOne(
  input: string,
  given: Readonly<Record<string, string>>,
  components: readonly Component[],
  kind: Component['kind'],
): void {
  const all = components.filter((each) => each.kind === kind).map(({ name }) => name);
  if (given[input] === undefined || all.length < 2) return;
  throw new ActionError(
    `Input \`${input}\` is for one ${kind}, and there are ${all.join(', ')}; name one in \`components\`, or say it in the configuration.`,
  );
}

/** What was given to this step, by the names that users write; the configuration is asked for each part anew. */
function passedOf(): Record<string, string> {
  const given = Object.keys(passed).map((key) => [inputName(key), rawInput(process.env, key)]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

async function planned(request: Request, steps: readonly Step[], context: Context): Promise<Outcome> {
  const results = await plan(request, steps, context);
  const { environment, components, passed: given } = request;
  const history = given.history ?? environment.defaultsFor('report').values.history;
  const lastOf = lastTimes(history, environment.name);
  const kindOf = (name: string) => components.find((each) => each.name === name)?.kind;
  const told = planOf(steps, results, (name) => {
    const kind = kindOf(name);
    return kind && lastOf(RECORD_NAMES[kind]);
  });
  const named = components.map(({ name, kind }) => ({ name, kind }));
  const refused = [...results.values()].find(({ outcome }) => outcome === 'failed');
  const message = refused
    ? `The rollback of ${environment.name} would not begin: "${refused.step.name}" failed: ${refused.message}`
    : `Planned: ${steps.length} steps for ${components.map(({ name }) => name).join(', ')} of ${environment.name}; nothing was changed.`;
  return {
    result: refused ? 'failed' : 'planned',
    message,
    outputs: {
      plan: told,
      components: named,
      record: context.recordPath,
    },
    summary: planSummary(message, told),
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
  const told = results.find(({ step }) => step.verb === 'report')?.summary ?? '';
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
      record: recordPath,
    },
    summary: `${summaryOf(message, results)}\n${told}`,
  };
}

/** What became of each workload of every service, as rollback-service tells it. */
const workloadsOf = (results: readonly StepResult[]): unknown[] =>
  results.filter(({ step }) => step.verb === 'roll back').flatMap(({ outputs }) => outputs.workloads ?? []);

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
  outcome === 'done' && ['switch', 'roll back', 'apply', 'clear'].includes(step.verb);
