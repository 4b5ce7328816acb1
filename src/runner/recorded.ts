import { ActionError, explained, messageOf } from '../base/errors.ts';
import { attemptUrl } from '../base/run-url.ts';
import { ACTION_STEP } from '../record/record.ts';
import { type AnyAction, type Context, type Inputs, type Outcome, RESULTS } from './action.ts';

/** Runs an action's main phase, with its start and its end in the record. */
export async function recorded(action: AnyAction, inputs: Inputs, context: Context): Promise<Outcome> {
  const part = context.step?.name;
  const begun = performance.now();
  const event = { component: action.recordedAs?.(inputs) ?? action.name, step: ACTION_STEP } as const;
  const ended = () => ({ ...event, seconds: (performance.now() - begun) / 1000 });
  context.record({ ...event, status: 'started', evidence: originEvidence(context) });
  try {
    const outcome = await action.main(inputs, part === undefined ? context : ofPart(part, context));
    const { result, message, outputs } = outcome;
    context.record({ ...ended(), status: RESULTS[result], message, evidence: { part, result, outputs } });
    return outcome;
  } catch (thrown) {
    const error = explained(thrown);
    context.record({
      ...ended(),
      status: 'failed',
      message: messageOf(error),
      ...(part && { evidence: { part } }),
    });
    throw error;
  }
}

/** What a part does is told as its own: others of the same action may be at work beside it. */
const ofPart = (part: string, context: Context): Context => ({
  ...context,
  record: (event) => context.record({ ...event, part }),
});

/** @throws ActionError where an action that changes something is not told why */
export function requireReason(
  { changes }: AnyAction,
  inputs: Inputs,
  options: { dryRun: boolean; reason?: string | undefined },
) {
  const isChange = typeof changes === 'function' ? changes(inputs) : changes;
  if (!isChange || options.dryRun || options.reason) return;
  throw new ActionError(
    'Input `reason` is required: say in a few words why, for the record and for those who ask later.',
  );
}

/** The actor, place and reason of this run, as far as they are known. */
function originEvidence({ step, environment, reason, dryRun }: Context): object {
  const { GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = process.env;
  // A re-run may be started by another user than the first run.
  const actor = process.env.GITHUB_TRIGGERING_ACTOR || process.env.GITHUB_ACTOR;
  return {
    part: step?.name,
    environment,
    reason: reason || undefined,
    'dry-run': dryRun,
    run: attemptUrl(),
    actor,
    repository,
    sha,
  };
}
