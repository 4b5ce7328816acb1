import * as v from 'valibot';
import { choice, integer, lines, list, moment, secret, text } from '../base/values.ts';
import { gitInputs, ownerInputs } from '../owners/inputs.ts';
import { connectionInputs } from '../runner/inputs.ts';

/** What rollback-service reads. */
export const inputs = {
  ...connectionInputs,
  workloads: v.optional(list(), ''),
  selector: v.optional(text()),
  to: v.optional(text(), 'last-good'),
  order: v.optional(lines(), ''),
  health: v.optional(lines(), ''),
  maxParallel: v.optional(integer(1), '100'),
  onFailure: v.optional(choice(['stop', 'continue', 'restore']), 'stop'),
  restoreConfig: v.optional(choice(['recorded', 'never']), 'recorded'),
  gitops: v.optional(choice(['refuse', 'ignore', 'through']), 'refuse'),
  ...ownerInputs,
  ...gitInputs,
  rolloutSteps: v.optional(choice(['skip', 'keep']), 'skip'),
  stateFile: v.optional(text()),
  deployedAt: v.optional(moment()),
  downCommand: v.optional(text()),
  downTo: v.optional(text()),
  downWhen: v.optional(choice(['before', 'after']), 'after'),
  databaseUrl: v.optional(secret()),
  githubToken: v.optional(secret()),
};

export type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;
