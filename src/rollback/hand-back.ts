import type { Context, Outcome } from '../runner/action.ts';
import { perform, type Request } from './perform.ts';
import { step } from './steps.ts';

/** Hands the services of an environment back to the owners that a rollback has paused: `hand-back`, for each of them. */
export async function handServicesBack(request: Request, context: Context): Promise<Outcome> {
  const services = request.components.filter(({ kind }) => kind === 'service').map(({ name }) => name);
  const outcomes = await Promise.all(
    services.map((name) => perform(step('hand back', name, 'hand-back', []), request, new Map(), context)),
  );
  const results = outcomes.map(({ result }) => result);
  const result =
    (['failed', 'planned', 'done'] as const).find((each) => results.includes(each)) ?? ('no-op' as const);
  const owners = outcomes.flatMap((outcome) => (outcome.outputs?.owners ?? []) as object[]);
  const lasting = outcomes.every((outcome) => outcome.outputs?.lasting === true);
  const pullRequests = outcomes.map(({ outputs }) => outputs?.['pull-request']).filter(Boolean);
  return {
    result,
    message:
      services.length === 0 ? 'Nothing to hand back: there are no services.' : messagesOf(services, outcomes),
    outputs: { owners, lasting, 'pull-request': pullRequests.join(' '), record: context.recordPath },
    summary: outcomes.map(({ summary = '' }) => summary).join('\n\n'),
  };
}

function messagesOf(services: readonly string[], outcomes: readonly Outcome[]): string {
  const [only] = outcomes;
  if (only && outcomes.length === 1) return only.message;
  return outcomes.map(({ message }, at) => `${services[at]}: ${message}`).join(' ');
}
