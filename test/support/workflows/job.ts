import { join } from 'node:path';
import type { Job } from '@actions/workflow-parser/model/workflow-template';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { type Contexts, evaluate, type Json, textsOf, toText } from './expressions.ts';
import { Machine, type Shared } from './machine.ts';
import { at } from './parse.ts';
import { type JobResult, nothing } from './results.ts';
import { runStep } from './steps.ts';

/**
 * Runs a job on a machine of its own: its steps in order, then what they left to be done, the last first. Of a machine that
 * is gone nothing more is heard.
 */
export async function runJob(
  job: Job,
  token: TemplateToken,
  name: string,
  contexts: Contexts,
  shared: Shared,
  cancel: AbortSignal,
): Promise<JobResult> {
  const github = { ...(contexts.github as object), job: job.id.value };
  const machine = new Machine(name, join(shared.folder, name), { ...contexts, github }, shared, cancel);
  const label = job['runs-on'] && evaluate(job['runs-on'], { contexts });
  if (!label || toText(label) === '') throw new Error(`Job ${name} names no runner.`);
  Object.assign(machine.env, textsOf(job.env, machine.scope()));
  const tokens = at(token, 'steps')?.assertSequence('steps');
  for (const [index, step] of job.steps.entries()) {
    if (shared.death.aborted) break;
    machine.add(await runStep(machine, step, tokens?.get(index) as TemplateToken));
  }
  for (let post = machine.posts.pop(); post && !shared.death.aborted; post = machine.posts.pop())
    machine.add(await post());
  const outputs = Object.entries(textsOf(job.outputs, machine.scope()));
  return {
    ...nothing,
    result: machine.status,
    // A runner drops an output that has a secret in it, and only says so in its log.
    outputs: Object.fromEntries(outputs.filter(([, value]) => !shared.masks.isIn(value))),
    steps: machine.results,
    environment: environmentOf(job, contexts),
  };
}

/** The name of the environment that a job is for. */
export function environmentOf({ environment }: Job, contexts: Contexts): string {
  if (!environment) return '';
  const value = evaluate(environment, { contexts });
  return toText(
    value !== null && typeof value === 'object' ? ((value as { name?: Json }).name ?? '') : value,
  );
}
