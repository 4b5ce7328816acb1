import * as v from 'valibot';
import { list, text } from '../base/values.ts';
import { parseSelection } from '../domain/workloads/selection.ts';
import { configRepositoryOf, gitInputs, ownerInputs } from '../owners/inputs.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { connectionInputs } from '../runner/inputs.ts';

const inputs = {
  ...connectionInputs,
  workloads: v.optional(list(), ''),
  selector: v.optional(text()),
  ...ownerInputs,
  ...gitInputs,
};

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;

/** Gives workloads back to the owner that a rollback has paused, once its source says what runs. */
export const action = defineAction({ name: 'hand-back', inputs, changes: false, main });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const selection = parseSelection(inputs.workloads, inputs.selector, []);
  const config = configRepositoryOf(inputs);
  return (await import('../work/hand-back.ts')).main(inputs, selection, config, context);
}
