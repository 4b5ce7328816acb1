import * as v from 'valibot';
import { choice, duration, lines, secret, text } from '../base/values.ts';

/** A plan key that is shorter could be guessed by someone who has the file. */
const SHORTEST_KEY = 16;

/** What rollback-infra reads. */
export const inputs = {
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

export type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;
