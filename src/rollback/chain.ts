import { ActionError, messageOf } from '../base/errors.ts';
import type { Outcome } from '../runner/action.ts';
import type { Step } from './order.ts';

/** What became of a step. Seconds are since the start of the chain, and that it took. */
export interface StepResult {
  readonly step: Step;
  /** `declined`: who judges found that nothing has to go back. */
  readonly outcome: 'done' | 'no-op' | 'planned' | 'failed' | 'skipped' | 'declined';
  readonly message: string;
  readonly start: number;
  readonly seconds: number;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly summary: string | undefined;
}

/** What doing a step comes to. */
export type Did = Outcome | { readonly result: 'declined'; readonly message: string };

interface Chain {
  readonly steps: readonly Step[];
  /** Does one step; what those before it left behind is in `results`. */
  readonly perform: (step: Step, results: ReadonlyMap<string, StepResult>) => Promise<Did>;
  /** Is told of every step that is over. */
  readonly over: (result: StepResult) => void;
}

/**
 * Does all steps, each as soon as what it waits for is over, side by side where nothing is between them. A step whose
 * predecessor failed is skipped, and says because of what; nothing that a step throws ends the chain.
 *
 * @returns what became of each, in the order of the steps
 */
export async function carryOut({ steps, perform, over }: Chain): Promise<Map<string, StepResult>> {
  const started = performance.now();
  const results = new Map<string, StepResult>();
  const pending = new Map<string, Promise<StepResult>>();

  const run = async (step: Step): Promise<StepResult> => {
    const overOf = (names: readonly string[]) =>
      Promise.all(names.map((name) => pending.get(name) as Promise<StepResult>));
    const [before] = await Promise.all([overOf(step.after), overOf(step.afterAny ?? [])]);
    const start = (performance.now() - started) / 1000;
    const ended = (
      outcome: StepResult['outcome'],
      message: string,
      rest: Partial<Outcome> = {},
    ): StepResult => ({
      step,
      outcome,
      message,
      start,
      seconds: (performance.now() - started) / 1000 - start,
      outputs: rest.outputs ?? {},
      summary: rest.summary,
    });
    const why = whyNot(step, before);
    if (why) return ended(why.outcome, why.message);
    try {
      const did = await perform(step, results);
      return did.result === 'declined'
        ? ended('declined', did.message)
        : ended(wordOf(did), did.message, did);
    } catch (error) {
      // A bug has to be found again; a failure says what it is.
      const message = error instanceof ActionError ? error.message : `${messageOf(error)} (this is a bug)`;
      return ended('failed', message);
    }
  };
  for (const step of steps) {
    const result = run(step).then((each) => {
      results.set(step.name, each);
      over(each);
      return each;
    });
    pending.set(step.name, result);
  }
  const ended = await Promise.all(pending.values());
  return new Map(ended.map((result) => [result.step.name, result]));
}

/** Why a step is not done, where it is not. */
function whyNot(
  { when }: Step,
  before: readonly StepResult[],
): Pick<StepResult, 'outcome' | 'message'> | undefined {
  if (when === 'owed') return undefined;
  const declined = before.find(({ outcome }) => outcome === 'declined');
  if (declined) return { outcome: 'declined', message: declined.message };
  if (when === 'always') return undefined;
  const spoilt = before.find(({ outcome }) => outcome === 'failed' || outcome === 'skipped');
  if (!spoilt) return undefined;
  const cause = spoilt.outcome === 'failed' ? `"${spoilt.step.name}" failed` : spoilt.message;
  return { outcome: 'skipped', message: cause };
}

/** The words of actions that judge, in the chain's own. */
function wordOf({ result }: Outcome): StepResult['outcome'] {
  if (result === 'drift') return 'failed';
  return result === 'no-op' || result === 'planned' || result === 'failed' ? result : 'done';
}
