import { code, inert } from '../../base/markdown.ts';
import { databaseSubject } from '../../record/component.ts';
import type { Context, Outcome } from '../../runner/action.ts';
import type { DownPlan, NoDown } from './plan.ts';
import type { DownResult } from './run.ts';

/** What a dry run says, with what would become of the migrations. */
export function downPlanned(
  outcome: Outcome,
  down: DownPlan | NoDown | undefined,
  { record }: Pick<Context, 'record'>,
): Outcome {
  if (down === undefined) return outcome;
  const { to, argv, when } = down.request;
  const { database } = down.server;
  if ('reason' in down)
    return also(outcome, `The migrations of ${database} stay where they are: ${down.reason}.`);
  const message = `The migrations of ${database} would go from ${down.from} to ${to} ${when} the services; what users have written since into what that drops would be lost, so take a dump first.`;
  record({
    ...databaseSubject(down.server),
    ...{ step: 'migrate down', status: 'planned', from: down.from, to, message },
  });
  return also(outcome, message, `It would run ${code(argv.join(' '))}.`);
}

/** What became of the whole: `outcome` is that of the services, undefined where they were not touched. */
export function withDown(outcome: Outcome | undefined, down: DownResult | undefined): Outcome {
  if (down === undefined) return outcome as Outcome;
  const { log, ...result } = down;
  const lines = log.map((line) => code(line)).join('<br>');
  const end = log.length > 0 ? [`The end of its log:<br>${lines}`] : [];
  const outputs = { down: result };
  if (outcome === undefined) {
    const message = `${down.message} No service was touched.`;
    return { result: 'failed', message, outputs, summary: summaryOf(message, end) };
  }
  const both = also(outcome, down.message, ...end);
  return { ...both, result: resultOf(outcome, down), outputs: Object.assign({}, outcome.outputs, outputs) };
}

function resultOf({ result }: Outcome, down: DownResult): Outcome['result'] {
  if (down.outcome === 'failed') return 'failed';
  return result === 'no-op' && down.outcome === 'done' ? 'done' : result;
}

function also({ message, summary, ...rest }: Outcome, sentence: string, ...more: string[]): Outcome {
  const [head = '', ...parts] = (summary ?? `## ${inert(message)}`).split('\n\n');
  return {
    ...rest,
    message: `${message} ${sentence}`,
    summary: [`${head} ${inert(sentence)}`, ...parts, ...more].join('\n\n'),
  };
}

const summaryOf = (sentence: string, parts: readonly string[]): string =>
  [`## ${inert(sentence)}`, ...parts].join('\n\n');
