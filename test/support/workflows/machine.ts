import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Contexts, Scope, Status } from './expressions.ts';
import type { Masks } from './masks.ts';
import type { Outcome, StepResult } from './results.ts';
import type { Call, StandIn } from './stand-ins.ts';

/** What all jobs of a run share. */
export interface Shared {
  /** A folder of the run's own. */
  readonly folder: string;
  readonly masks: Masks;
  readonly standIns: Readonly<Record<string, StandIn>>;
  /** The secrets of each environment of the caller's repository. */
  readonly environments: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** How actions of others were called. */
  readonly calls: Call[];
  /** Is told what steps print, while they run. */
  onText(text: string): void;
  /** The machines of the run are gone, with all that is on them. */
  readonly death: AbortSignal;
}

type PostStep = (state: Readonly<Record<string, string>>) => Promise<StepResult>;

/** The variables that a runner makes of the context `github`. */
const GITHUB_VARIABLES = [
  ...['actor', 'api_url', 'event_name', 'graphql_url', 'job', 'ref', 'ref_name', 'repository'],
  ...['repository_owner', 'run_attempt', 'run_id', 'run_number', 'server_url', 'sha', 'triggering_actor'],
  'workflow',
];

/** The fresh machine of one job: its folders, its variables, and how it stands with the job. */
export class Machine {
  readonly job: string;
  readonly temp: string;
  readonly workspace: string;
  readonly masks: Masks;
  readonly standIns: Readonly<Record<string, StandIn>>;
  readonly calls: Call[];
  readonly onText: (text: string) => void;
  readonly death: AbortSignal;
  /** By `env:` and GITHUB_ENV. */
  readonly env: Record<string, string> = {};
  /** By GITHUB_PATH. */
  readonly path: string[] = [];
  readonly posts = new Posts();
  results: StepResult[] = [];
  status: 'success' | 'failure' | 'cancelled' = 'success';
  #contexts: Contexts;
  readonly #cancel: AbortSignal;

  constructor(job: string, folder: string, contexts: Contexts, shared: Shared, cancel: AbortSignal) {
    this.job = job;
    this.temp = join(folder, 'temp');
    this.workspace = join(folder, 'workspace');
    for (const path of [this.temp, this.workspace, join(folder, 'home')])
      mkdirSync(path, { recursive: true });
    this.masks = shared.masks;
    this.standIns = shared.standIns;
    this.calls = shared.calls;
    this.onText = shared.onText;
    this.death = shared.death;
    this.#contexts = contexts;
    this.#cancel = cancel;
    const { event = {} } = contexts.github as { event?: object };
    writeFileSync(join(this.temp, 'event.json'), JSON.stringify(event));
  }

  /** The same machine for the steps of a composite action, which see its inputs and each other, and no secrets. */
  async within<T>(inputs: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
    const [contexts, results, status] = [this.#contexts, this.results, this.status];
    const { secrets: _, ...rest } = contexts;
    this.#contexts = { ...rest, inputs: { ...inputs } };
    this.results = [];
    try {
      return await work();
    } finally {
      this.#contexts = contexts;
      this.results = results;
      if (this.status !== 'cancelled') this.status = status;
    }
  }

  /** What expressions of a step may read now. */
  scope(stepEnv: Readonly<Record<string, string>> = {}): Scope {
    const { temp, workspace } = this;
    const runner = {
      name: 'harness',
      os: 'Linux',
      arch: 'X64',
      temp,
      tool_cache: temp,
      environment: 'self-hosted',
    };
    const steps = this.results.map(({ id, outputs, outcome, conclusion }) => [
      id,
      { outputs, outcome, conclusion },
    ]);
    return {
      contexts: {
        ...this.#contexts,
        github: { ...(this.#contexts.github as object), workspace },
        job: { ...(this.#contexts.job as object), status: this.status },
        runner,
        env: { ...this.env, ...stepEnv },
        steps: Object.fromEntries(steps),
      },
      status: statusOf(this.status),
      workspace,
    };
  }

  /** The variables of a step's process. */
  variables(): NodeJS.ProcessEnv {
    const github = this.#contexts.github as Record<string, unknown>;
    const told = GITHUB_VARIABLES.map((name) => [`GITHUB_${name.toUpperCase()}`, String(github[name] ?? '')]);
    return {
      HOME: join(this.temp, '../home'),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_PATH: join(this.temp, 'event.json'),
      GITHUB_WORKSPACE: this.workspace,
      RUNNER_TEMP: this.temp,
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'X64',
      ...Object.fromEntries(told),
      ...this.env,
      PATH: [...this.path, this.env.PATH ?? process.env.PATH].join(delimiter),
    };
  }

  /**
   * What ends a step early. When the job is cancelled, a step whose condition still holds goes on, as `always()` does;
   * one that begins after that is not touched.
   */
  cancelOf(stillHolds: () => boolean, minutes?: number) {
    const controller = new AbortController();
    let end: Outcome | undefined;
    const stop = (outcome: Outcome) => {
      end ??= outcome;
      controller.abort();
    };
    const onCancel = () => {
      this.status = 'cancelled';
      if (!stillHolds()) stop('cancelled');
    };
    if (!this.#cancel.aborted) this.#cancel.addEventListener('abort', onCancel);
    const timer = minutes === undefined ? undefined : setTimeout(() => stop('failure'), minutes * 60_000);
    return {
      signal: controller.signal,
      end: (exitCode: number | null): Outcome => {
        this.#cancel.removeEventListener('abort', onCancel);
        clearTimeout(timer);
        return end ?? (exitCode === 0 ? 'success' : 'failure');
      },
    };
  }

  /** Takes down what became of a step. */
  add(result: StepResult): void {
    this.results.push(result);
    if (this.#cancel.aborted) this.status = 'cancelled';
    else if (result.conclusion === 'failure') this.status = 'failure';
  }
}

function statusOf(status: Outcome): Status {
  return {
    success: status === 'success',
    failure: status === 'failure',
    cancelled: status === 'cancelled',
  };
}

/** What is to be done at the end of a job, the last first. */
class Posts {
  readonly #all: (() => Promise<StepResult>)[] = [];

  push(step: PostStep, state: Readonly<Record<string, string>>): void {
    this.#all.push(() => step(state));
  }

  pop(): (() => Promise<StepResult>) | undefined {
    return this.#all.pop();
  }
}
