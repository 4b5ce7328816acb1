import * as v from 'valibot';
import { choice, duration, integer, lines, list, secret, text } from '../base/values.ts';

/** What verify-integrity reads. */
export const inputs = {
  mode: choice(['capture', 'compare', 'analyze']),
  databaseUrl: v.optional(secret()),
  database: v.optional(text()),
  tables: v.optional(list(), ''),
  excludeTables: v.optional(list(), ''),
  snapshot: v.optional(text()),
  dump: v.optional(text()),
  expect: v.optional(choice(['identical', 'no-loss', 'schema-only']), 'identical'),
  compareWith: v.optional(text()),
  compareWithUrl: v.optional(secret()),
  locate: v.optional(integer(0), '20'),
  jobs: v.optional(integer(1), '4'),
  since: v.optional(duration()),
  postgresLog: v.optional(list(), ''),
  logs: v.optional(list(), ''),
  commands: v.optional(lines(), ''),
  commandTimeout: v.optional(duration(), '5m'),
  kubeconfig: v.optional(text()),
  context: v.optional(text()),
  namespace: v.optional(text()),
};

export type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;
