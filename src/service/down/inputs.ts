import { parseArgsStringToArgv } from 'string-argv';
import { ActionError } from '../../base/errors.ts';
import { label, parseRef } from '../../systems/kubernetes/kinds.ts';

/** A down-migration as it is asked for. */
export interface DownRequest {
  /** `deployment/api`, whose container the command is run in; by default the only one that goes back. */
  readonly for: string | undefined;
  readonly argv: readonly string[];
  /** Where the migrations have to be afterwards. */
  readonly to: string;
  readonly when: 'before' | 'after';
  readonly databaseUrl: string;
}

/** What is read of the inputs; a URL of a database alone asks for nothing, as a whole rollback hands its own to every part. */
export interface DownInputs {
  readonly downCommand?: string | undefined;
  readonly downTo?: string | undefined;
  readonly downWhen: 'before' | 'after';
  readonly databaseUrl?: string | undefined;
  readonly onFailure: 'stop' | 'continue' | 'restore';
}

/**
 * @returns undefined where no down-migration is asked for
 * @throws ActionError where an input is missing without which the target version is unknown
 */
export function downRequestOf(inputs: DownInputs): DownRequest | undefined {
  const { downCommand, downTo, downWhen, databaseUrl, onFailure } = inputs;
  if (downCommand === undefined) {
    if (downTo === undefined) return undefined;
    throw new ActionError('Input `down-to` is given without `down-command`; give both, or neither.');
  }
  const own = /^([a-z]+\/[a-z0-9.-]+):\s+(?=\S)(.*)$/s.exec(downCommand.trim());
  const argv = parseArgsStringToArgv(own?.[2] ?? downCommand);
  if (argv.length === 0)
    throw new ActionError(
      'Input `down-command` is empty; accepted is a command of the release that goes, such as `npx knex migrate:down`.',
    );
  if (downTo === undefined || downTo.trim() === '')
    throw new ActionError(
      'Input `down-command` needs `down-to`, the migration at which the schema has to be afterwards; without it some tools take every migration back.',
    );
  if (databaseUrl === undefined)
    throw new ActionError(
      'Input `down-command` needs `database-url`, as the database alone says whether its migrations are at `down-to`.',
    );
  if (downWhen === 'before' && onFailure === 'restore')
    throw new ActionError(
      'With `down-when: before` the newer release cannot be put back, because its schema is gone by then; say `on-failure: stop`.',
    );
  return {
    for: own?.[1] && label(parseRef(own[1])),
    argv,
    to: downTo.trim(),
    when: downWhen,
    databaseUrl,
  };
}
