import * as v from 'valibot';
import { boolean, choice, duration, integer, list, moment, secret, text } from '../base/values.ts';
import { connectionInputs } from '../runner/inputs.ts';
import { PHASES, type Phase } from './phases.ts';

/** The inputs of a repair beside those of every strategy. */
const repairInputs = {
  tables: v.optional(list(), ''),
  excludeTables: v.optional(list(), ''),
  after: v.optional(text()),
  since: v.optional(moment()),
  until: v.optional(moment()),
  columns: v.optional(list(), ''),
  stampColumns: v.optional(list(), ''),
  renamed: v.optional(list(), ''),
  conflicts: v.optional(choice(['refuse', 'keep']), 'refuse'),
  newConstraints: v.optional(choice(['keep', 'drop']), 'keep'),
  triggers: v.optional(choice(['off', 'on']), 'off'),
  maxWait: v.optional(duration(), '10s'),
  batch: v.optional(integer(1)),
};

/** What rollback-db reads. */
export const inputs = {
  ...connectionInputs,
  ...repairInputs,
  databaseUrl: secret(),
  backup: v.optional(text()),
  backupSha256: v.optional(text()),
  backupDatabase: v.optional(text()),
  s3Endpoint: v.optional(text()),
  snapshot: v.optional(text()),
  phase: v.optional(choice(Object.keys(PHASES) as [Phase, ...Phase[]]), 'all'),
  strategy: v.optional(choice(['swap', 'in-place', 'repair']), 'swap'),
  quiesce: v.optional(list(), ''),
  pgbouncerUrl: v.optional(secret(), ''),
  resume: v.optional(boolean(), 'true'),
  confirm: v.optional(text()),
  jobs: v.optional(integer(1), '4'),
  keep: v.optional(integer(0), '1'),
  maxDataLoss: v.optional(duration()),
  deployedAt: v.optional(moment()),
  safetyDump: v.optional(text()),
};

export type RepairInputs = v.InferOutput<v.ObjectSchema<typeof repairInputs, undefined>>;
export type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;
