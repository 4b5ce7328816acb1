import type * as v from 'valibot';
import {
  givenBy,
  type Inputs as Judging,
  inputs as judging,
  requireSource,
  settingsOf,
} from '../assess/inputs.ts';
import { ownerInputs } from '../owners/inputs.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';

const inputs = { ...judging, ...ownerInputs };

type Inputs = Judging & v.InferOutput<v.ObjectSchema<typeof ownerInputs, undefined>>;

/** Judges whether what runs has to be rolled back; changes nothing. */
export const action = defineAction({ name: 'assess', inputs, changes: false, main });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const settings = settingsOf(inputs, context);
  if (inputs.signals === undefined) requireSource(inputs, givenBy(inputs));
  return (await import('../work/assess.ts')).main(inputs, settings, context);
}
