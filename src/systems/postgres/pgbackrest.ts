import * as v from 'valibot';
import { ActionError } from '../../base/errors.ts';
import { LATEST_INSTANT } from '../../base/instant.ts';
import { withoutFullStop } from '../../base/sentence.ts';
import { jsonOf } from '../http/client.ts';
import { outputOf, run } from '../process.ts';
import type { Account } from './account.ts';
import type { SideCluster } from './side-cluster.ts';

const PROGRAM = 'pgbackrest';

/** Where a stanza's backups are: options of pgBackRest, whose own configuration says the rest. */
export interface Repository {
  readonly stanza: string;
  readonly config: string | undefined;
  readonly repo: string | undefined;
}

/** pgBackRest's own variables, such as the keys of its repository; recovery needs them too. */
export const environmentOfPgbackrest = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      name.startsWith('PGBACKREST_') && value !== undefined ? [[name, value]] : [],
    ),
  );

/** Of which an instant can be made. */
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(LATEST_INSTANT / 1000));

const stanzaSchema = v.object({
  name: v.string(),
  status: v.object({ code: v.number(), message: v.string() }),
  /** The cluster's own number has more digits than a number of JSON keeps; it is only compared with one that lacks the same. */
  db: v.array(v.object({ id: v.number(), version: v.string(), 'system-id': v.optional(v.number()) })),
  backup: v.array(
    v.object({
      /** Becomes an argument, and a folder's name there. */
      label: v.pipe(v.string(), v.regex(/^\d{8}-\d{6}F(?:_\d{8}-\d{6}[DI])?$/)),
      /** Seconds since 1970. */
      timestamp: v.object({ start: seconds, stop: seconds }),
      /** Bytes of the whole cluster. */
      info: v.object({ size: v.number() }),
      database: v.object({ id: v.number() }),
      /** The first file of WAL that it needs, whose name begins with the timeline. */
      archive: v.optional(v.nullable(v.object({ start: v.optional(v.nullable(v.string())) }))),
      error: v.optional(v.nullable(v.boolean())),
      /** The databases in it; listed for one set only. */
      'database-ref': v.optional(v.nullable(v.array(v.object({ name: v.string(), oid: v.number() })))),
    }),
  ),
});

export type Stanza = v.InferOutput<typeof stanzaSchema>;

/**
 * What pgBackRest knows of a stanza, or of one backup set of it.
 *
 * @throws ActionError where the program is missing, its configuration or repository cannot be read, or there is no such stanza
 */
export async function readStanza(repository: Repository, account: Account, set?: string): Promise<Stanza> {
  const { stanza } = repository;
  const args = [...optionsOf(repository), '--output=json', ...(set ? [`--set=${set}`] : []), 'info'];
  const result = await outputOf(...account.command(PROGRAM, args), environmentOfPgbackrest());
  if (!result || result.code === 127)
    throw new ActionError(
      'pgBackRest is not installed here; install it in a step before (`sudo apt-get install --yes pgbackrest`), with the configuration that reaches its repository.',
    );
  if (result.code !== 0)
    throw new ActionError(
      `pgBackRest cannot describe the stanza "${stanza}": ${firstError(result.errors.split('\n'))}.`,
      { details: result.errors.split('\n') },
    );
  const { success, output } = v.safeParse(v.array(stanzaSchema), jsonOf(result.output));
  if (!success)
    throw new ActionError(
      `What pgBackRest says of the stanza "${stanza}" cannot be read; see what \`pgbackrest --output=json info\` says, and update pgBackRest.`,
    );
  const found = output.find(({ name }) => name === stanza);
  if (!found || found.status.code === 1)
    throw new ActionError(
      `pgBackRest's repository has no stanza "${stanza}"; check the name in \`backup\` and the configuration (repo1-path and the like) on this machine.`,
    );
  return found;
}

/**
 * Lays a backup set down for recovery up to a time.
 *
 * @param request `time` as PostgreSQL reads it; `timeline` of the WAL, the newest where there is none; `databases` are restored wholly, the others, if any are named, as empty files
 * @param onPercent how far it is
 * @throws ActionError where pgBackRest fails; the folder then holds a part
 */
export async function restoreSet(
  repository: Repository,
  { folder, data }: SideCluster,
  request: {
    set: string;
    time: string;
    timeline: number | undefined;
    databases: readonly string[];
    jobs: number;
  },
  {
    account,
    signal,
    onPercent,
  }: { account: Account; signal: AbortSignal; onPercent: (percent: number) => void },
): Promise<void> {
  const args = [
    ...optionsOf(repository),
    `--pg1-path=${data}`,
    // Tablespaces would otherwise go to the folders that they had, which on the database's own machine are the live ones.
    `--tablespace-map-all=${folder}/tablespaces`,
    `--lock-path=${folder}/lock`,
    '--log-level-file=off',
    '--log-level-stderr=detail',
    '--log-level-console=off',
    `--process-max=${request.jobs}`,
    `--set=${request.set}`,
    '--type=time',
    `--target=${request.time}`,
    '--target-action=promote',
    ...(request.timeline === undefined ? [] : [`--target-timeline=${request.timeline}`]),
    '--archive-mode=off',
    ...request.databases.map((name) => `--db-include=${name}`),
    'restore',
  ];
  const { code, errors } = await run(...account.command(PROGRAM, args), {
    signal,
    environment: environmentOfPgbackrest(),
    onError(line) {
      const percent = /, (\d+(\.\d+)?)%\)/.exec(line)?.[1];
      if (percent) onPercent(Number(percent));
    },
  });
  if (code !== 0)
    throw new ActionError(`pgBackRest could not restore the set ${request.set}: ${firstError(errors)}.`, {
      details: errors,
    });
}

const optionsOf = ({ stanza, config, repo }: Repository): string[] => [
  `--stanza=${stanza}`,
  ...(config ? [`--config=${config}`] : []),
  ...(repo ? [`--repo=${repo}`] : []),
];

/** `ERROR: [055]: unable to open …` → `unable to open …`. */
function firstError(lines: readonly string[]): string {
  const line = lines.find((one) => one.includes('ERROR: [')) ?? lines.at(-1) ?? 'it did not say why';
  return withoutFullStop(line.replace(/^.*ERROR: \[\d+\]: /, ''));
}
