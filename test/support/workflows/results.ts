export type Outcome = 'success' | 'failure' | 'cancelled' | 'skipped';

/** What became of a step. */
export interface StepResult {
  readonly id: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** The outcome after `continue-on-error`. */
  readonly conclusion: Outcome;
  readonly outputs: Readonly<Record<string, string>>;
  /** As a person sees it: secrets are hidden. */
  readonly log: string;
  readonly summary: string;
}

/** What became of a job, or of a workflow that it called. */
export interface JobResult {
  readonly result: Outcome;
  readonly outputs: Readonly<Record<string, string>>;
  /** Those that ran or were skipped, in order, post steps last. */
  readonly steps: readonly StepResult[];
  readonly environment: string;
  /** The jobs of the workflow that it called, by their names. */
  readonly jobs: Readonly<Record<string, JobResult>>;
  /** One for each combination of a matrix. */
  readonly legs: readonly JobResult[];
}

export const nothing: Omit<JobResult, 'result'> = {
  outputs: {},
  steps: [],
  environment: '',
  jobs: {},
  legs: [],
};

/** The result of what has parts: what went wrong in one of them went wrong. */
export function overall(parts: readonly { readonly result: Outcome }[]): Outcome {
  const results = parts.map(({ result }) => result);
  for (const worst of ['failure', 'cancelled', 'success'] as const) if (results.includes(worst)) return worst;
  return 'skipped';
}
