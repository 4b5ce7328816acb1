import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import { choice, duration, lines, secret, text } from '../base/values.ts';
import type { Request } from '../infra/prepare.ts';
import { parseAssignments, parseBackendConfig, secretsOf } from '../infra/values.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { deployArguments } from '../systems/terraform/arguments.ts';

/** A plan key that is shorter could be guessed by someone who has the file. */
const SHORTEST_KEY = 16;

const inputs = {
  directory: v.optional(text(), '.'),
  ref: v.optional(text()),
  vars: v.optional(lines(), ''),
  secretVars: v.optional(secret()),
  varFiles: v.optional(lines(), ''),
  backendConfig: v.optional(lines(), ''),
  workspace: v.optional(v.pipe(text(), v.regex(/^[\w.][\w.-]*$/, 'is not a name that a workspace can have'))),
  allowDestroy: v.optional(text(), ''),
  onlyChanges: v.optional(text(), ''),
  lockTimeout: v.optional(duration()),
  terraform: v.optional(text(), 'terraform'),
  phase: v.optional(choice(['all', 'plan', 'apply']), 'all'),
  planFile: v.optional(text()),
  planKey: v.optional(
    v.pipe(
      secret(),
      v.check((key) => key.length >= SHORTEST_KEY, `is shorter than ${SHORTEST_KEY} characters`),
    ),
  ),
};

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;

/** Plans an older configuration, or the present one with older values, from today's state and applies that plan. */
export const action = defineAction({ name: 'rollback-infra', inputs, changes: true, main, post });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const request = requestOf(inputs, context);
  return (await import('../work/rollback-infra.ts')).main(inputs, request, context);
}

async function post(inputs: Inputs, context: Context): Promise<void> {
  return (await import('../work/rollback-infra.ts')).post(inputs, context);
}

function requestOf(inputs: Inputs, { mask }: Context): Request {
  const secrets = parseAssignments(
    (inputs.secretVars ?? '').split('\n').filter((line) => line.trim() !== ''),
    'secret-vars',
  );
  const backendConfig = parseBackendConfig(inputs.backendConfig);
  const { PG_CONN_STR = '' } = process.env;
  const deployed = parseBackendConfig(deployArguments(process.env).backendConfig).settings;
  const settings = new Map([...deployed, ...backendConfig.settings, ['PG_CONN_STR', PG_CONN_STR]]);
  for (const value of [...secrets.values(), ...secretsOf(settings)]) if (value) mask(value);
  const assignments = new Map([...parseAssignments(inputs.vars, 'vars'), ...secrets]);
  if (inputs.ref === undefined && assignments.size === 0 && inputs.varFiles.length === 0) {
    throw new ActionError(
      'There is nothing to roll back to: give an older git ref in `ref`, older values in `vars`, or both.',
    );
  }
  return {
    program: inputs.terraform,
    directory: inputs.directory,
    ref: inputs.ref,
    assignments,
    varFiles: inputs.varFiles,
    backendConfig,
    workspace: inputs.workspace ?? process.env.TF_WORKSPACE,
  };
}
