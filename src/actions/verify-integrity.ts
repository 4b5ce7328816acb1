import { type Inputs, inputs } from '../integrity/inputs.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';

/** Takes down the state of a database, compares it with an earlier one, or says what happened in between. */
export const action = defineAction({ name: 'verify-integrity', inputs, changes: false, main });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  return (await import('../work/verify-integrity.ts')).main(inputs, context);
}
