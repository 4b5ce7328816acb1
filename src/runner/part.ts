import * as v from 'valibot';
import { startTimer } from '../base/deadline.ts';
import { duration } from '../base/values.ts';
import type { AnyAction, Context, Inputs, Outcome } from './action.ts';
import { commonInputs, inputName, readInputs, secretsIn } from './inputs.ts';
import { recorded } from './recorded.ts';

/** Values of inputs by the names that users write. */
export type Values = Readonly<Record<string, string>>;

/** An action that is a part of another one, its inputs read and valid. */
export interface Part {
  readonly action: AnyAction;
  readonly inputs: Inputs;
  /** Seconds that it may take by itself, where that was said. */
  readonly timeout: number | undefined;
}

/**
 * Reads the inputs of an action that runs as a part of another one; values that it has no input for are left out.
 *
 * @throws ActionError naming every wrong input in one sentence
 */
export function readPart(action: AnyAction, values: Values, { mask }: Pick<Context, 'mask'>): Part {
  for (const secret of secretsIn(action.inputs, (key) => values[inputName(key)])) mask(secret);
  const entries = { ...commonInputs, timeout: v.optional(duration()), ...action.inputs };
  const inputs = readInputs(entries, {}, { values });
  return { action, inputs, timeout: inputs.timeout };
}

/** Runs a part with its start and its end in the record, as if it were a step of its own. */
export async function runPart({ action, inputs, timeout }: Part, context: Context): Promise<Outcome> {
  if (timeout === undefined) return recorded(action, inputs, context);
  const deadline = startTimer(timeout);
  const signal = AbortSignal.any([context.signal, deadline.signal]);
  try {
    return await recorded(action, inputs, { ...context, timeout, signal });
  } finally {
    deadline.stop();
  }
}
