import { join } from 'node:path';
import type { Job, ReusableWorkflowJob, WorkflowJob } from '@actions/workflow-parser/model/workflow-template';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { type Contexts, evaluate, holds, type Json, textsOf, toText } from './expressions.ts';
import { inputsOf, secretsOf } from './inputs.ts';
import { environmentOf, runJob } from './job.ts';
import type { Shared } from './machine.ts';
import { runMatrix } from './matrix.ts';
import { at, expectOnly, OWN, readWorkflow, type Workflow } from './parse.ts';
import { type Permissions, permissionsOf } from './permissions.ts';
import { type JobResult, nothing, overall } from './results.ts';

const KNOWN_OF_WORKFLOW = ['name', 'run-name', 'on', 'permissions', 'concurrency', 'env', 'jobs'];
const KNOWN_OF_JOB = [
  ...['name', 'needs', 'if', 'runs-on', 'environment', 'timeout-minutes', 'permissions', 'outputs', 'env'],
  ...['steps', 'uses', 'with', 'secrets', 'concurrency', 'strategy'],
];

/** A workflow as it runs: started by an event, or called by a job. */
export interface Started {
  readonly workflow: Workflow;
  /** `github`, `vars`, `secrets`, `inputs`, as far as the workflow has them. */
  readonly contexts: Contexts & { readonly secrets: Record<string, string> };
  readonly permissions: Permissions;
  readonly shared: Shared;
  /** The concurrency groups that it and its callers hold. */
  readonly groups: readonly string[];
  /** By a job of another workflow. */
  readonly isCalled: boolean;
  readonly cancel: AbortSignal;
}

/** Runs the jobs of a workflow, each when those that it needs have ended. */
export async function runJobs(caller: Started): Promise<Omit<JobResult, 'steps' | 'legs' | 'environment'>> {
  const { workflow, contexts, cancel } = caller;
  expectOnly(workflow.root, workflow.path, KNOWN_OF_WORKFLOW);
  const groups = withGroup(workflow.path, workflow.root, caller);
  const started = { ...caller, groups };
  const jobs = new Map(workflow.template.jobs.map((job) => [job.id.value, job]));
  const running = new Map<string, Promise<JobResult>>();
  const results: Record<string, JobResult> = {};
  const needsOf = (id: string) => (jobs.get(id)?.needs ?? []).map(({ value }) => value);
  const ancestorsOf = (id: string): string[] => needsOf(id).flatMap((need) => [need, ...ancestorsOf(need)]);
  const run = async (id: string): Promise<JobResult> => {
    await Promise.all(needsOf(id).map(start));
    const needs = Object.fromEntries(needsOf(id).map((need) => [need, told(results[need] as JobResult)]));
    const before = [...new Set(ancestorsOf(id))].map((ancestor) => (results[ancestor] as JobResult).result);
    const status = () => ({
      success: !cancel.aborted && before.every((result) => result === 'success'),
      failure: before.includes('failure'),
      cancelled: cancel.aborted,
    });
    const job = jobs.get(id) as WorkflowJob;
    const isWanted = () => holds(job.if.expression, { contexts: { ...contexts, needs }, status: status() });
    results[id] = await runIf(isWanted, started, job, { ...contexts, needs });
    return results[id];
  };
  const start = (id: string) => {
    const known = running.get(id) ?? run(id);
    running.set(id, known);
    return known;
  };
  await Promise.all([...jobs.keys()].map(start));
  return { result: overall(Object.values(results)), outputs: outputsOf(started, results), jobs: results };
}

/** The groups that are held, and that of a workflow or job. One that a caller holds would wait for itself. */
function withGroup(where: string, token: TemplateToken, { contexts, groups }: Started): readonly string[] {
  const concurrency = at(token, 'concurrency');
  if (!concurrency) return groups;
  const value = evaluate(concurrency, { contexts });
  const group = toText(
    value !== null && typeof value === 'object' ? ((value as { group?: Json }).group ?? '') : value,
  );
  if (groups.includes(group))
    throw new Error(`${where} waits for the concurrency group ${group}, which its caller holds.`);
  return [...groups, group];
}

/** A job that is wanted. When the run is cancelled, one whose condition still holds goes on. */
async function runIf(
  isWanted: () => boolean,
  started: Started,
  job: WorkflowJob,
  contexts: Started['contexts'],
): Promise<JobResult> {
  if (!isWanted()) return { ...nothing, result: 'skipped' };
  const stop = new AbortController();
  const onCancel = () => {
    if (!isWanted()) stop.abort();
  };
  if (!started.cancel.aborted) started.cancel.addEventListener('abort', onCancel);
  try {
    return await runLegs({ ...started, contexts, cancel: stop.signal }, job);
  } finally {
    started.cancel.removeEventListener('abort', onCancel);
  }
}

function runLegs(started: Started, job: WorkflowJob): Promise<JobResult> {
  const { workflow, contexts, cancel } = started;
  const id = job.id.value;
  const token = at(workflow.root, 'jobs', id) as TemplateToken;
  const where = `Job \`${id}\` of ${workflow.path}`;
  expectOnly(token, where, KNOWN_OF_JOB);
  const permissions = permissionsOf(where, workflow.root, token, started.permissions);
  const run = (more: Contexts, stop: AbortSignal, name: string) => {
    const leg = { ...started, permissions, cancel: stop, contexts: { ...contexts, ...more } };
    return runOne({ ...leg, groups: withGroup(where, token, leg) }, job, token, name);
  };
  if (!job.strategy) return run({ matrix: null, strategy: null }, cancel, id);
  return runMatrix(job.strategy, { contexts }, cancel, (more, index, stop) =>
    run(more, stop, `${id}-${index + 1}`),
  );
}

async function runOne(
  started: Started,
  job: WorkflowJob,
  token: TemplateToken,
  name: string,
): Promise<JobResult> {
  const { workflow, contexts, shared, cancel } = started;
  if (job.type === 'reusableWorkflowJob') return runCalled(started, job as ReusableWorkflowJob, name);
  const { template } = workflow;
  const env = textsOf(template.env, { contexts });
  const placed = { workflow_repository: OWN, workflow_sha: '0'.repeat(40) };
  const secrets = secretsFor(environmentOf(job as Job, contexts), started);
  return runJob(job, token, name, { ...contexts, secrets, env, job: placed }, shared, cancel);
}

/**
 * The secrets of a job. Those of its environment come on top; in a workflow that is called they replace the values of names
 * that the caller has passed, and add none (actions/runner#1490, #4453).
 */
function secretsFor(environment: string, { contexts, shared, isCalled }: Started): Record<string, string> {
  const passed = Object.keys(contexts.secrets);
  const own = Object.entries(shared.environments[environment] ?? {});
  return {
    ...contexts.secrets,
    ...Object.fromEntries(own.filter(([name]) => !isCalled || passed.includes(name))),
  };
}

/** The workflow that a job calls. */
async function runCalled(started: Started, job: ReusableWorkflowJob, name: string): Promise<JobResult> {
  const { contexts, shared } = started;
  const workflow = await readWorkflow(pathOf(job.ref.value));
  const scope = { contexts };
  const given = job['input-values'] ? (evaluate(job['input-values'], scope) as Record<string, Json>) : {};
  const inputs = inputsOf(workflow, 'workflow_call', given, scope);
  const { GITHUB_TOKEN = '', ...own } = contexts.secrets;
  const secrets = job['inherit-secrets'] ? own : secretsOf(workflow, textsOf(job['secret-values'], scope));
  const { github, vars } = contexts;
  const called = await runJobs({
    ...started,
    workflow,
    isCalled: true,
    contexts: { github, vars, inputs, secrets: { GITHUB_TOKEN, ...secrets } } as Started['contexts'],
    shared: { ...shared, folder: join(shared.folder, name) },
  });
  return { ...nothing, ...called };
}

/** The path in this repository of a workflow that a job calls. */
function pathOf(ref: string): string {
  const [, path] = /^[.$]\/(.+)$/.exec(ref) ?? new RegExp(`^${OWN}/([^@]+)@`).exec(ref) ?? [];
  if (!path) throw new Error(`The harness does not know the workflow ${ref}.`);
  return path;
}

function outputsOf(
  { workflow, contexts }: Started,
  results: Record<string, JobResult>,
): Record<string, string> {
  const declared = at(workflow.root, 'on', 'workflow_call', 'outputs')?.assertMapping('outputs') ?? [];
  const jobs = Object.fromEntries(Object.entries(results).map(([id, result]) => [id, told(result)]));
  const scope = { contexts: { ...contexts, jobs } };
  const values = Array.from(declared, ({ key, value }) => {
    const token = at(value, 'value');
    return [key.toString(), token ? toText(evaluate(token, scope)) : ''];
  });
  return Object.fromEntries(values) as Record<string, string>;
}

function told({ result, outputs }: JobResult): { result: string; outputs: Record<string, string> } {
  return { result, outputs: { ...outputs } };
}
