import { ActionError } from '../base/errors.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { RECORD_NAMES } from '../config/rto.ts';
import { lastTimes } from '../report/history.ts';
import { parseObjectives } from '../report/rto.ts';
import { perform, type Request } from '../rollback/perform.ts';
import { step } from '../rollback/steps.ts';
import { settingsFor } from '../rollback/values.ts';
import type { Context, Outcome } from '../runner/action.ts';
import { type Finding, finding, type Item, leftOut, notChecked, ok, together } from './line.ts';

/** Does a step of the rollback that changes nothing; what it warned of comes with it. */
export async function dry(
  request: Request,
  context: Context,
  {
    name,
    action,
    values = {},
    ignoredInputs,
  }: {
    name: string | undefined;
    action: string;
    values?: Record<string, string>;
    ignoredInputs?: readonly string[];
  },
): Promise<{ outcome: Outcome; warnings: string[] }> {
  const warnings: string[] = [];
  const log = { ...context.log, warn: (sentence: string) => void warnings.push(sentence) };
  const planStep = step('plan', name, action, [], { values, ...(ignoredInputs && { ignoredInputs }) });
  const outcome = await perform(planStep, request, new Map(), { ...context, dryRun: true, log });
  return { outcome, warnings };
}

/** What a rollback of a component would do now, by its own plan. */
export async function checkPlan(
  name: string,
  action: string,
  request: Request,
  context: Context,
  values: Record<string, string> = {},
): Promise<Finding[]> {
  const remedy = 'do what the evidence says';
  return finding('plan', { state: 'not-ready', remedy }, async () => {
    const { outcome, warnings } = await dry(request, context, { name, action, values });
    if (outcome.result === 'failed') throw new ActionError(outcome.message);
    const [first] = warnings;
    return first
      ? { check: 'plan', state: 'at-risk', evidence: withoutFullStop(first), remedy }
      : ok('plan', withoutFullStop(outcome.message));
  });
}

/** Whether assess gets numbers: one that is missing makes every judgement inconclusive. */
export async function checkSignals(request: Request, context: Context): Promise<Finding[]> {
  const remedy = 'correct the query, or make sure that its metrics are scraped';
  return finding('signals', { state: 'at-risk', remedy }, async () => {
    const { outcome } = await dry(request, context, {
      ...{ name: undefined, action: 'assess', ignoredInputs: ['bake', 'quick-fix', 'recovery'] },
    });
    const rows = (outcome.outputs?.evidence ?? []) as readonly {
      readonly signal: string;
      readonly severity: string;
      readonly message: string;
    }[];
    const items = rows.map(
      ({ signal, severity, message }): Item => ({
        ...{ of: signal, evidence: message },
        state: severity === 'unknown' ? 'at-risk' : 'ok',
      }),
    );
    if (items.length === 0) return notChecked('signals', 'nothing is queried');
    return together('signals', items, `${items.length} signals can be judged`, remedy);
  });
}

/** What a rollback took the last time, against what it may take. */
export function checkTimes(request: Request): Map<string, Finding> {
  const { environment, components } = request;
  const { rto = '', history } = settingsFor(request, 'report', undefined);
  const last = lastTimes(history, environment.name);
  const objectives = parseObjectives(rto);
  const found = components.map(({ name, kind }): [string, Finding] => {
    const own = objectives.filter(
      ({ component, pattern }) => component === name || pattern === RECORD_NAMES[kind] || pattern === 'all',
    );
    const items = own.flatMap(({ component, pattern, seconds }): Item[] => {
      const took = last(pattern);
      if (took === undefined) return [];
      const words = `took ${Math.round(took)} s the last time, and may take ${seconds} s`;
      return [{ of: component, state: took > seconds ? 'at-risk' : 'ok', evidence: words }];
    });
    if (own.length === 0) return [name, leftOut('time', 'it has no objective (`rto`)')];
    if (items.length === 0) return [name, leftOut('time', 'no rollback or drill of it has been timed yet')];
    const words = items.map(({ of, evidence }) => `${of} ${evidence}`).join('; ');
    return [name, together('time', items, words, 'see what took so long in the report of the last rollback')];
  });
  return new Map(found);
}
