import * as v from 'valibot';
import { choice, lines, list, secret, text } from '../base/values.ts';

/** What report reads. */
export const inputs = {
  rto: v.optional(v.string(), ''),
  history: v.optional(text()),
  issue: v.optional(choice(['none', 'create', 'update']), 'none'),
  labels: v.optional(list(), ''),
  checklist: v.optional(lines(), ''),
  githubToken: v.optional(secret()),
};

export type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;
