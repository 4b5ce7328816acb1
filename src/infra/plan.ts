import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ActionError } from '../base/errors.ts';
import { writePrivate } from '../base/files.ts';
import type { Log } from '../base/log.ts';
import { type Plan, readPlan } from './changes.ts';
import type { Prepared, Request } from './prepare.ts';
import { type Binding, mismatch, open, seal } from './sealed-plan.ts';

/** A plan file and what is in it. */
export interface Planned {
  readonly file: string;
  readonly plan: Plan;
}

/** Where a plan waits for its review, and what opens it. */
export interface Envelope {
  readonly path: string;
  readonly key: string | undefined;
  /** Where the key stays that this action makes where no `key` is given. */
  readonly keyFile: string;
  /** The workflow run, the same for the job that plans and the one that applies. */
  readonly run: string;
}

/** Plans what is wanted from today's state. */
export async function makePlan(
  { terraform, varFiles }: Prepared,
  lockTimeout: number,
  log: Log,
): Promise<Planned> {
  const file = await terraform.plan(varFiles, lockTimeout, ({ type, text, diagnostic }) => {
    if (type === 'state_lock_acquire')
      log.info('Waiting for the lock of the state, which another run holds.');
    if (diagnostic?.severity === 'warning') log.info(text);
  });
  return { file, plan: readPlan(await terraform.show(file)) };
}

/**
 * Puts a plan away for a later step or job, encrypted. Without a key one is made that stays on this runner, so that
 * the file means nothing elsewhere.
 */
export async function putAway(
  { file }: Planned,
  prepared: Prepared,
  request: Request,
  envelope: Envelope,
): Promise<void> {
  const key = envelope.key ?? randomBytes(32).toString('base64');
  if (!envelope.key) writePrivate(envelope.keyFile, key);
  const sealed = seal(readFileSync(file), await bindingOf(prepared, request, envelope), key);
  writePrivate(envelope.path, sealed);
}

/**
 * Opens a plan that was put away.
 *
 * @throws ActionError where it is not the one that was made of the same commit, variables and state in the same run
 */
export async function takeOut(
  prepared: Prepared,
  request: Request,
  envelope: Envelope,
  scratch: string,
): Promise<Planned> {
  const { path } = envelope;
  if (!existsSync(path)) {
    throw new ActionError(
      `There is no plan ${path}; make one with \`phase: plan\`, and bring the file here where that was another job.`,
    );
  }
  const { plan, binding } = open(readFileSync(path), keyOf(envelope), path);
  const other = mismatch(binding, await bindingOf(prepared, request, envelope));
  if (other) {
    throw new ActionError(
      `The plan ${path} is not applied, because ${other}; plan again and have that reviewed.`,
    );
  }
  const file = join(scratch, 'plan');
  writePrivate(file, plan);
  return { file, plan: readPlan(await prepared.terraform.show(file)) };
}

async function bindingOf(prepared: Prepared, request: Request, { run }: Envelope): Promise<Binding> {
  return {
    run,
    commit: prepared.commit,
    directory: request.directory,
    workspace: prepared.workspace,
    variables: prepared.variables,
    terraform: prepared.version,
    ...(await prepared.terraform.state()),
  };
}

function keyOf({ key, keyFile }: Envelope): string {
  if (key) return key;
  if (existsSync(keyFile)) return readFileSync(keyFile, 'utf8');
  throw new ActionError(
    'This plan was made in another job, whose own key stayed there; give both the same secret in `plan-key`.',
  );
}
