import { parseSelection } from '../domain/workloads/selection.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { type Inputs, inputs } from '../service/inputs.ts';

/** Rolls workloads back and waits until they serve. */
export const action = defineAction({ name: 'rollback-service', inputs, changes: true, main, post });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const selection = parseSelection(inputs.workloads, inputs.selector, inputs.order);
  return (await import('../work/rollback-service.ts')).main(inputs, selection, context);
}

async function post(inputs: Inputs, context: Context): Promise<void> {
  return (await import('../work/rollback-service.ts')).post(inputs, context);
}
