import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from './expressions.ts';
import { type Event, inputsOf, secretsOf } from './inputs.ts';
import { runJobs } from './jobs.ts';
import type { Shared } from './machine.ts';
import { Masks } from './masks.ts';
import { readWorkflow } from './parse.ts';
import type { JobResult, StepResult } from './results.ts';
import { type Call, type StandIn, standIns } from './stand-ins.ts';

export interface RunOptions {
  /** A workflow of this repository: `rollback.yml`; or the text of another one. */
  readonly workflow: string | { readonly text: string };
  readonly event?: Event;
  readonly inputs?: Readonly<Record<string, Json>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** The secrets of each GitHub environment, beside those of the repository. */
  readonly environments?: Shared['environments'];
  readonly vars?: Readonly<Record<string, string>>;
  /** What differs from the usual in the context `github`. */
  readonly github?: Readonly<Record<string, Json>>;
  /** The files of the caller's repository, which `actions/checkout` brings. */
  readonly files?: Readonly<Record<string, string>>;
  /** Stand-ins for actions of others, beside those that every run has. */
  readonly standIns?: Readonly<Record<string, StandIn>>;
}

export interface RunResult extends Pick<JobResult, 'result' | 'outputs' | 'jobs'> {
  /** How actions of others were called, in order. */
  readonly calls: readonly Call[];
  /** The folder with a folder for each artifact. */
  readonly artifacts: string;
  /** A step by the names of its job, or the way to it (`rollback/rollback`), and its id. */
  step(job: string, id: string): StepResult;
  job(path: string): JobResult;
}

/** A run on its way. */
export interface Running {
  /** As the button on the page does. */
  cancel(): void;
  /** As a machine that loses its power: what runs is killed, and nothing comes after it, not even what cleans up. */
  die(): void;
  /** Resolves when steps have printed that; fails where the run ends without. */
  printed(text: string): Promise<void>;
  readonly result: Promise<RunResult>;
}

/** Runs a workflow to its end. */
export function runWorkflow(options: RunOptions): Promise<RunResult> {
  return startWorkflow(options).result;
}

/** The same, for tests that cancel it on the way. */
export function startWorkflow(options: RunOptions): Running {
  const cancel = new AbortController();
  const death = new AbortController();
  const printing = new EventEmitter();
  let log = '';
  const onText = (text: string) => {
    log += text;
    printing.emit('text');
  };
  const result = run(options, onText, cancel.signal, death.signal).finally(() =>
    printing.emit('text', 'end'),
  );
  const printed = (text: string) =>
    new Promise<void>((done, failed) => {
      const look = (end?: 'end') => {
        if (log.includes(text)) done();
        else if (end) failed(new Error(`The run ended and did not print ${JSON.stringify(text)}:\n${log}`));
        else printing.once('text', look);
      };
      look();
    });
  return { cancel: () => cancel.abort(), die: () => death.abort(), printed, result };
}

async function run(
  options: RunOptions,
  onText: (text: string) => void,
  cancel: AbortSignal,
  death: AbortSignal,
): Promise<RunResult> {
  const { event = 'workflow_dispatch', vars = {}, files = {}, environments = {} } = options;
  const workflow =
    typeof options.workflow === 'string'
      ? await readWorkflow(`.github/workflows/${options.workflow}`)
      : await readWorkflow('.github/workflows/of-the-test.yml', options.workflow.text);
  const given = event === 'workflow_call' ? secretsOf(workflow, options.secrets ?? {}) : options.secrets;
  const secrets = { GITHUB_TOKEN: 'ghs_of-the-harness', ...given };
  const masks = new Masks();
  for (const each of [secrets, ...Object.values(environments)])
    for (const secret of Object.values(each)) masks.add(secret);
  const github = githubOf(event, options);
  const inputs = inputsOf(workflow, event, options.inputs ?? {}, { contexts: { github, vars } });
  const folder = mkdtempSync(join(tmpdir(), 'run-'));
  const artifacts = join(folder, 'artifacts');
  const calls: Call[] = [];
  const { result, outputs, jobs } = await runJobs({
    workflow,
    contexts: { github, vars, inputs, secrets },
    permissions: 'write-all',
    groups: [],
    isCalled: false,
    shared: {
      ...{ folder, masks, calls, onText, death, environments },
      standIns: { ...standIns(files, artifacts), ...options.standIns },
    },
    cancel,
  });
  const job = (path: string) => jobAt(jobs, path);
  const step = (path: string, id: string) => {
    const found = job(path).steps.find((one) => one.id === id);
    if (!found) throw new Error(`Job ${path} has no step ${id}.`);
    return found;
  };
  return { result, outputs, jobs, calls, artifacts, job, step };
}

function jobAt(jobs: JobResult['jobs'], path: string): JobResult {
  const [first = '', ...rest] = path.split('/');
  const job = jobs[first];
  if (!job) throw new Error(`There is no job ${first}; there are ${Object.keys(jobs).join(', ')}.`);
  return rest.length > 0 ? jobAt(job.jobs, rest.join('/')) : job;
}

/** The context `github` of a run of a caller's repository. Its addresses lead nowhere: a test gives those it plays. */
function githubOf(event: Event, { inputs = {}, github = {} }: RunOptions): Record<string, Json> {
  const texts = Object.entries(inputs).map(([name, value]) => [name, String(value)]);
  return {
    actor: 'octocat',
    api_url: 'https://api.github.invalid',
    event: event === 'workflow_dispatch' ? { inputs: Object.fromEntries(texts) } : {},
    event_name: event === 'workflow_call' ? 'push' : event,
    graphql_url: 'https://api.github.invalid/graphql',
    ref: 'refs/heads/main',
    ref_name: 'main',
    repository: 'shop/shop',
    repository_owner: 'shop',
    run_attempt: '1',
    run_id: '4711',
    run_number: '1',
    server_url: 'https://github.invalid',
    sha: '1'.repeat(40),
    token: 'ghs_of-the-harness',
    triggering_actor: 'octocat',
    workflow: 'Deploy',
    ...github,
  };
}
