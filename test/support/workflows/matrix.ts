import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import pLimit from 'p-limit';
import { evaluate, type Json, type Scope } from './expressions.ts';
import { expectOnly } from './parse.ts';
import { type JobResult, nothing, overall } from './results.ts';

type Combination = Record<string, Json>;

/** Runs a job once for each combination of its matrix. */
export async function runMatrix(
  strategy: TemplateToken,
  scope: Scope,
  cancel: AbortSignal,
  run: (contexts: { matrix: Json; strategy: Json }, index: number, cancel: AbortSignal) => Promise<JobResult>,
): Promise<JobResult> {
  expectOnly(strategy, 'strategy', ['matrix', 'max-parallel', 'fail-fast']);
  const {
    matrix,
    'max-parallel': maxParallel,
    'fail-fast': failFast = true,
  } = evaluate(strategy, scope) as Record<string, Json>;
  const all = combinations(matrix as Record<string, Json>);
  if (all.length === 0) throw new Error('A matrix has no combination.');
  const limit = pLimit(Number(maxParallel ?? all.length));
  const failed = new AbortController();
  const stop = AbortSignal.any([cancel, failed.signal]);
  const legs = await Promise.all(
    all.map((combination, index) =>
      limit(async () => {
        if (stop.aborted) return { ...nothing, result: 'cancelled' } as const;
        const strategyContext = {
          ...{ 'fail-fast': failFast, 'job-index': index, 'job-total': all.length },
          'max-parallel': Number(maxParallel ?? all.length),
        };
        const leg = await run({ matrix: combination, strategy: strategyContext }, index, stop);
        if (leg.result === 'failure' && failFast) failed.abort();
        return leg;
      }),
    ),
  );
  return { ...nothing, result: overall(legs), outputs: lastOf(legs), legs };
}

function combinations({ include = [], exclude, ...axes }: Record<string, Json>): Combination[] {
  if (exclude) throw new Error('The harness does not know `exclude` of a matrix.');
  let product: Combination[] = Object.keys(axes).length > 0 ? [{}] : [];
  for (const [name, values] of Object.entries(axes))
    product = product.flatMap((known) => (values as Json[]).map((value) => ({ ...known, [name]: value })));
  const alone: Combination[] = [];
  for (const more of include as Combination[]) {
    const fits = product.filter((one) =>
      Object.keys(axes).every((key) => !(key in more) || more[key] === one[key]),
    );
    if (fits.length === 0) alone.push({ ...more });
    for (const one of fits) Object.assign(one, more);
  }
  return [...product, ...alone];
}

/** The outputs of all legs: of one name, the last that is not empty. */
function lastOf(legs: readonly JobResult[]): Record<string, string> {
  const filled = legs.map(({ outputs }) => Object.entries(outputs).filter(([, value]) => value !== ''));
  return Object.fromEntries(filled.flat());
}
