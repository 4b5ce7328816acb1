import { type Inputs, inputs } from '../database/inputs.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';

/** Puts a database back to a backup, by way of a second one that takes its place. */
export const action = defineAction({ name: 'rollback-db', inputs, changes: true, main, post });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  return (await import('../work/rollback-db.ts')).main(inputs, context);
}

async function post(inputs: Inputs, context: Context): Promise<void> {
  return (await import('../work/rollback-db.ts')).post(inputs, context);
}
