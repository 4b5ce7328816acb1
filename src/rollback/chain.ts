import { ActionError, messageOf } from '../base/errors.ts';
import { type Outcome, RESULTS } from '../runner/action.ts';
import type { Step } from './order.ts';

/** How a step ended: the `result` of its action, as the record calls it. `start` is in seconds since the chain began; `seconds` is its duration. */
export interface StepResult {
  readonly step: Step;
  /** `declined`: assess found that nothing has to go back. */
  readonly outcome: 'done' | 'no-op' | 'planned' | 'failed' | 'skipped' | 'declined';
  /** How its action ended, in that action's own words; undefined where it was not run. */
  readonly result?: StepOutcome['result'];
  readonly message: string;
  readonly start: number;
  readonly seconds: number;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly summary: string | undefined;
}

/** What the action of a step ends with. */
export type StepOutcome = Outcome | { readonly result: 'declined'; readonly message: string };

interface Chain {
  readonly steps: readonly Step[];
  /** Runs the action of a step; `results` has the steps that have ended. */
  readonly perform: (step: Step, results: ReadonlyMap<string, StepResult>) => Promise<StepOutcome>;
  /** Is called when a step has ended. */
  readonly onEnd: (result: StepResult) => void;
}

/**
 * Runs all steps, each as soon as the steps in its `after` and `afterAnyOutcome` have ended; independent steps run in
 * parallel. `steps` must be sorted (`sorted` in steps.ts), so that every step finds those it waits for in `pending`. A step is
 * skipped when a step in its `after` failed or was skipped (unless `when` says otherwise), and the message names the cause. An
 * exception in a step makes it `failed` and never stops the chain.
 *
 * @returns the result of each step, in the order of the steps
 */
export async function runChain({ steps, perform, onEnd }: Chain): Promise<Map<string, StepResult>> {
  const started = performance.now();
  const results = new Map<string, StepResult>();
  const pending = new Map<string, Promise<StepResult>>();

  const run = async (step: Step): Promise<StepResult> => {
    const resultsOf = (names: readonly string[]) =>
      Promise.all(names.map((name) => pending.get(name) as Promise<StepResult>));
    const [before] = await Promise.all([resultsOf(step.after), resultsOf(step.afterAnyOutcome ?? [])]);
    const start = (performance.now() - started) / 1000;
    const resultWith = (
      outcome: StepResult['outcome'],
      message: string,
      rest: Partial<Outcome> = {},
    ): StepResult => ({
      step,
      outcome,
      message,
      start,
      seconds: (performance.now() - started) / 1000 - start,
      ...(rest.result && { result: rest.result }),
      outputs: rest.outputs ?? {},
      summary: rest.summary,
    });
    const obstacle = obstacleTo(step, before);
    if (obstacle) return resultWith(obstacle.outcome, obstacle.message);
    const performed = await attempt(() => perform(step, results));
    return performed.result === 'declined'
      ? resultWith('declined', performed.message)
      : resultWith(RESULTS[performed.result], performed.message, performed);
  };
  for (const step of steps) {
    const result = run(step).then((each) => {
      results.set(step.name, each);
      onEnd(each);
      return each;
    });
    pending.set(step.name, result);
  }
  const all = await Promise.all(pending.values());
  return new Map(all.map((result) => [result.step.name, result]));
}

/** Runs an action. An ActionError says what failed and what to do; any other exception is a bug and is called one. */
async function attempt(perform: () => Promise<StepOutcome>): Promise<StepOutcome> {
  try {
    return await perform();
  } catch (error) {
    const message = error instanceof ActionError ? error.message : `${messageOf(error)} (this is a bug)`;
    return { result: 'failed', message };
  }
}

/** Why a step is not run; undefined where it is. */
function obstacleTo(
  { when }: Step,
  before: readonly StepResult[],
): Pick<StepResult, 'outcome' | 'message'> | undefined {
  if (when === 'even-if-declined') return undefined;
  const declined = before.find(({ outcome }) => outcome === 'declined');
  if (declined) return { outcome: 'declined', message: declined.message };
  if (when === 'always') return undefined;
  const missing = before.find(({ outcome }) => outcome === 'failed' || outcome === 'skipped');
  if (!missing) return undefined;
  // A skipped step names the failed one already.
  const cause = missing.outcome === 'failed' ? `"${missing.step.name}" failed` : missing.message;
  return { outcome: 'skipped', message: cause };
}
