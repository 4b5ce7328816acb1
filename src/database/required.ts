import { ActionError } from '../base/errors.ts';
import type { Server } from '../systems/postgres/session.ts';
import { PHASES, type Phase } from './phases.ts';

interface GivenInputs {
  readonly confirm?: string | undefined;
  readonly phase: Phase;
  readonly strategy: string;
  readonly backup?: string | undefined;
}

/** @throws ActionError where inputs are missing or do not go together */
export function requireInputs(
  { confirm, phase, strategy, backup }: GivenInputs,
  { database }: Pick<Server, 'database'>,
  { dryRun }: { dryRun: boolean },
): void {
  if (PHASES[phase].restores && backup === undefined) {
    throw new ActionError(
      `Input \`backup\` is required for the phase \`${phase}\`: s3://bucket/key, https://…, pgbackrest://stanza?time=…, rds://instance?time=…, rds-snapshot://… or a path.`,
    );
  }
  if (strategy === 'in-place' && !PHASES[phase].inPlace) {
    throw new ActionError(
      `The strategy \`in-place\` has no phase \`${phase}\`: it replaces the contents in one go.`,
    );
  }
  if (!dryRun && confirm !== database) {
    const given = confirm === undefined ? 'is missing' : `is ${JSON.stringify(confirm)}`;
    throw new ActionError(
      `Input \`confirm\` ${given}; type the name of the database, ${JSON.stringify(database)}, to say that you mean it.`,
    );
  }
}
