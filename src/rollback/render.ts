import { code, inert, table } from '../base/markdown.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { healthIn } from '../record/recovery.ts';
import type { StepResult } from './chain.ts';
import type { Step } from './order.ts';
import { isFailure } from './values.ts';

const ICONS: Record<StepResult['outcome'], string> = {
  done: '✅',
  'no-op': '☑️',
  planned: '📝',
  failed: '❌',
  skipped: '⏭️',
  declined: '☑️',
};

/** The verbs after which a component is back. */
export const BACK: readonly Step['verb'][] = ['switch', 'roll back', 'apply', 'clear'];

/** One sentence about the whole: what is back, what is not and why. */
export function sentenceOf(environment: string, results: readonly StepResult[], seconds: number): string {
  const declined = results.find(({ outcome }) => outcome === 'declined');
  const resumed = results
    .filter(({ step, outcome }) => step.verb === 'resume' && outcome === 'done')
    .map(({ message }) => withoutFullStop(message));
  if (declined)
    return resumed.length > 0
      ? `${resumed.join('; ')}; nothing was rolled back in ${environment}: ${declined.message}`
      : `Nothing was rolled back in ${environment}: ${declined.message}`;
  const parts = results.filter(({ step }) => BACK.includes(step.verb));
  const back = parts.filter((part) => isBack(part) && isProven(part, results));
  const names = listOf(back.map(({ step }) => step.component ?? ''));
  const [first] = results.filter(isFailure);
  if (!first) {
    const doubt = doubtIn(results);
    if (back.some(({ outcome }) => outcome === 'done'))
      return `Rolled ${environment} back in ${seconds.toFixed(1)} s: ${names}${doubt}.`;
    const right = `${names} ${back.length === 1 ? 'is where it' : 'are where they'} should be${doubt}.`;
    // An earlier attempt, which ended before it did, has rolled back.
    return resumed.length > 0
      ? `Finished the rollback of ${environment}: ${resumed.join('; ')}; ${right}`
      : `Nothing to roll back in ${environment}: ${right}`;
  }
  const cause = withoutFullStop(first.message.replace(/^Nothing was changed: /, ''));
  const failure = `"${first.step.name}" failed: ${cause}`;
  const begun = parts.some(({ outcome }) => outcome !== 'skipped');
  if (!begun)
    return resumed.length > 0
      ? `${resumed.join('; ')}; nothing else was changed in ${environment}: ${failure}.`
      : `Nothing was changed in ${environment}: ${failure}.`;
  return `The rollback of ${environment} failed: ${back.length} of ${parts.length} components are back${names ? ` (${names})` : ''}; ${failure}.`;
}

const isBack = ({ outcome }: StepResult): boolean => outcome === 'done' || outcome === 'no-op';

/** Services that stood at zero have to serve; what was found in the comparison of a database has to be nothing bad. */
const isProven = ({ step: { verb, component } }: StepResult, results: readonly StepResult[]): boolean => {
  const own = results.filter(({ step }) => step.component === component);
  if (verb === 'roll back') return own.filter(({ step }) => step.verb === 'health').every(isBack);
  // One that could not be compared, as the run was canceled, was verified before it was switched; a comparison has a report.
  return !own.some(
    ({ step, outcome, outputs }) => step.verb === 'compare' && outcome === 'failed' && 'report' in outputs,
  );
};

/** What the check after the rollback found, as the end of the sentence; empty where all is well, or nothing was checked. */
function doubtIn(results: readonly StepResult[]): string {
  const look = results.find(({ step }) => step.verb === 'verify recovery');
  if (!look) return '';
  const { outcome, result, message, outputs } = look;
  const severity = typeof outputs.severity === 'string' ? outputs.severity : undefined;
  const health = healthIn({ severity, result });
  const found = withoutFullStop(message);
  if (health === 'healthy') return '';
  if (health === 'unhealthy') return `; still not healthy: ${found}`;
  return `; not confirmed healthy: ${outcome === 'failed' ? 'the check of the metrics since failed: ' : ''}${found}`;
}

/** What was done when, for the job's summary. */
export function summaryOf(sentence: string, results: readonly StepResult[]): string {
  const rows = results.map(({ step, outcome, start, seconds, message }) => [
    `${ICONS[outcome]} ${outcome}`,
    inert(step.name),
    outcome === 'skipped' ? '' : `${start.toFixed(1)} s`,
    outcome === 'skipped' ? '' : `${seconds.toFixed(1)} s`,
    inert(message),
  ]);
  return `## ${inert(sentence)}\n\n${table(['', 'Step', 'Start', 'Took', ''], rows)}\n`;
}

/** One step in the output of `action: plan`. */
interface PlannedStep {
  readonly step: string;
  readonly action: string;
  readonly after: readonly string[];
  /** What would be done, where that is known. */
  readonly plan?: string;
  /** Seconds that its component took in the last rollback of this environment. */
  readonly last?: number;
}

/**
 * The order, what would be done to each thing, and how long that took last time.
 *
 * @param stopped the workloads that are scaled to zero while a component is switched
 */
export function planOf(
  steps: readonly Step[],
  results: ReadonlyMap<string, StepResult>,
  last: (component: string) => number | undefined,
  stopped: (component: string) => string,
): PlannedStep[] {
  return steps
    .filter(({ verb }) => verb !== 'plan')
    .map(({ name, verb, component, action, after, afterAnyOutcome = [] }) => {
      const isBack = component !== undefined && BACK.includes(verb);
      const planned = isBack ? results.get(`plan ${component}`)?.message : undefined;
      const zero = isBack ? stopped(component) : '';
      const plan = planned && zero ? `${planned} To zero meanwhile: ${zero}.` : planned;
      const seconds = isBack ? last(component) : undefined;
      return {
        step: name,
        action,
        after: [...after, ...afterAnyOutcome].filter((each) => !each.startsWith('plan ')),
        ...(plan !== undefined && { plan }),
        ...(seconds !== undefined && { last: seconds }),
      };
    });
}

/** The plan for the job's summary; what each component's own plan says in full, such as which version goes to which, folded. */
export function planSummary(
  sentence: string,
  plan: readonly PlannedStep[],
  results: ReadonlyMap<string, StepResult>,
): string {
  const details = [...results.values()].flatMap(({ step, summary }) =>
    summary ? [`<details><summary>${inert(step.name)}</summary>\n\n${summary.trim()}\n\n</details>`] : [],
  );
  const rows = plan.map(({ step, action, after, plan: what = '', last }) => [
    inert(step),
    code(action),
    after.map(inert).join(', '),
    inert(what),
    last === undefined ? '' : `${last.toFixed(1)} s`,
  ]);
  const head = ['Step', 'Action', 'After', 'What would be done', 'Last time'];
  return `${[`## ${inert(sentence)}`, table(head, rows), ...details].join('\n\n')}\n`;
}

const listOf = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
