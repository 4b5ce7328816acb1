import { ActionError } from '../base/errors.ts';
import { type Inputs, inputs } from '../infra/inputs.ts';
import type { Request } from '../infra/prepare.ts';
import { parseAssignments, parseBackendConfig, secretsOf } from '../infra/values.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { deployArguments } from '../systems/terraform/arguments.ts';

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
