import * as v from 'valibot';
import { integer, lines, list, text } from '../base/values.ts';
import { parseSelection } from '../domain/workloads/selection.ts';
import { ownerInputs } from '../owners/inputs.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { connectionInputs } from '../runner/inputs.ts';

const inputs = {
  ...connectionInputs,
  workloads: v.optional(list(), ''),
  selector: v.optional(text()),
  ...ownerInputs,
  keep: v.optional(integer(1), '5'),
  health: v.optional(lines(), ''),
};

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;

/** Marks what runs now as good, so that a later rollback knows where to go. */
export const action = defineAction({ name: 'mark-good', inputs, changes: false, main });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const selection = parseSelection(inputs.workloads, inputs.selector, []);
  return (await import('../work/mark-good.ts')).main(inputs, selection, context);
}
