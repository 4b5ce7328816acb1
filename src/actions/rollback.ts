import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import { runUrl } from '../base/run-url.ts';
import { allSettled } from '../base/settled.ts';
import { boolean, choice, duration, list, text } from '../base/values.ts';
import { loadEnvironment } from '../config/config.ts';
import { drilled, FAULTS } from '../drill/fault.ts';
import type { DrillRequest } from '../drill/setting.ts';
import { checkGiven, componentsFor, leftAsIs } from '../rollback/components.ts';
import { passedInputs } from '../rollback/inputs.ts';
import type { Request } from '../rollback/perform.ts';
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
  if (inputs.action === 'check') {
    const { check } = await import('../readiness/check.ts');
    const { depth, restore, checkHistory: history } = inputs;
    return check(request, { depth, restore, history }, context);
  }
  if (inputs.action === 'hand-back') {
    const { handServicesBack } = await import('../rollback/hand-back.ts');
    return handServicesBack(request, context);
  }
  const work = await import('../work/rollback.ts');
  if (['rollback', 'plan'].includes(inputs.action)) {
    const left = leftAsIs(request.environment, request.components, selectionOf(inputs));
    if (left !== undefined) context.log.warn(left);
  }
  if (inputs.action === 'status') return work.statusOf(request, context);
  if (inputs.action === 'remind') return work.remind(request, context);
  return work.main(request, inputs.action === 'plan', context);
}

/** The run was killed: give back what its parts have stopped, and the lock. */
async function post(inputs: Inputs, context: Context): Promise<void> {
  const request = await requestOf(inputs, context);
  const { resumeTraffic } = await import('../work/rollback.ts');
  if (inputs.action !== 'drill') return resumeTraffic(request, context);
  const drillRequest = drillRequestOf(inputs, request);
  const { takeBack } = await import('../drill/drill.ts');
  await allSettled([resumeTraffic(drillRequest.request, context), takeBack(drillRequest, context)]);
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
  const selection = selectionOf(inputs);
  const environment = await loadEnvironment(rawInput(process.env, 'config'), name, {
    namesServices: selection.namesServices,
    needsNoFile: inputs.action === 'status',
  });
  const folder = join(process.env.RUNNER_TEMP ?? tmpdir(), `rollback-${rollbackId}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const components = componentsFor(environment, selection);
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

const selectionOf = ({ action, components: named, workloads, selector }: Inputs) => ({
  action,
  named,
  namesServices: workloads !== undefined || selector !== undefined,
});

/** What was given to this step, by the names that users write; each part reads the configuration itself. */
function passedOf(): Record<string, string> {
  const given = Object.keys(passedInputs).map((key) => [inputName(key), rawInput(process.env, key)]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}
