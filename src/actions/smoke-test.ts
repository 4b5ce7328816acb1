import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import { inert, table } from '../base/markdown.ts';
import { duration, lines, list, text } from '../base/values.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { parseTest, runTests, type SmokeResult } from '../smoke/smoke.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import { connect } from '../systems/kubernetes/connect.ts';
import { toReach } from '../systems/kubernetes/workload-pods.ts';

const inputs = {
  commands: lines(),
  commandTimeout: v.optional(duration(), '5m'),
  passEnv: v.optional(list(), ''),
  kubeconfig: v.optional(text()),
  context: v.optional(text()),
  namespace: v.optional(text()),
};

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;

/** Runs smoke tests, on the runner or in pods, and says which have passed. */
export const action = defineAction({ name: 'smoke-test', inputs, changes: false, main });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const tests = inputs.commands.map(parseTest);
  if (tests.length === 0)
    throw new ActionError(
      'Input `commands` is empty: say what is run, one test a line, such as "npm run smoke".',
    );
  const environment = environmentOf(inputs);
  const inside = tests.flatMap((test) => test.inPod ?? []);
  const pods = inside.length > 0 ? await connect(inputs, context) : undefined;
  try {
    if (pods)
      await requirePermissions(
        pods.client,
        pods.namespace,
        toReach(
          inside.map((command) => command.in),
          'pods/exec',
        ),
      );
    if (context.dryRun)
      return { result: 'planned', message: `Planned: ${tests.length} smoke tests would be run; none was.` };
    const results = await runTests(tests, {
      pods,
      seconds: inputs.commandTimeout,
      environment,
      signal: context.signal,
    });
    for (const result of results) report(result, context);
    return outcomeOf(results);
  } finally {
    pods?.client.close();
  }
}

/** @throws ActionError where a variable that is to be passed on is not set: a test without it would say nothing */
function environmentOf({ passEnv }: Inputs): Record<string, string> {
  return Object.fromEntries(
    passEnv.map((name) => {
      const value = process.env[name];
      if (value === undefined)
        throw new ActionError(`Input \`pass-env\` names ${name}, which is not set in this step.`);
      return [name, value];
    }),
  );
}

function report({ test, isPassed, output, seconds }: SmokeResult, { record, log }: Context): void {
  log.group(`${isPassed ? '✓' : '✗'} ${test} (${seconds} s)`, output.split('\n'));
  const last = output.trim().split('\n').at(-1) ?? '';
  record({
    component: 'smoke-test',
    step: `run ${test}`,
    status: isPassed ? 'done' : 'failed',
    seconds,
    ...(!isPassed && { message: last.slice(0, 300) }),
  });
}

function outcomeOf(results: readonly SmokeResult[]): Outcome {
  const failed = results.filter(({ isPassed }) => !isPassed);
  const passed = results.length - failed.length;
  const [first] = failed;
  const last = first?.output.trim().split('\n').at(-1) || 'it did not end with 0';
  const message = first
    ? `${failed.length} of ${results.length} smoke tests failed; ${first.test}: ${last}`.slice(0, 400)
    : `${passed} of ${results.length} smoke tests passed.`;
  const rows = results.map(({ test, isPassed, output, seconds }) => [
    isPassed ? '✅' : '❌',
    inert(test),
    `${seconds} s`,
    isPassed ? '' : inert(output.trim().split('\n').slice(-3).join(' ')),
  ]);
  return {
    result: first ? 'failed' : 'done',
    message,
    outputs: { passed, failed: failed.length },
    summary: `## ${inert(message)}\n\n${table(['', 'Test', 'Took', 'Its last words'], rows)}\n`,
  };
}
