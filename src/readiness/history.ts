import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { messageOf } from '../base/errors.ts';
import { makeFolder, writePrivate } from '../base/files.ts';
import type { Log } from '../base/log.ts';
import { redactedJson } from '../base/redact.ts';
import type { Backups, ReadBackup } from './database.ts';
import type { Finding, Line } from './line.ts';

/** Checks that are remembered, for the trend. */
const MOST_RUNS = 100;

const stateSchema = v.picklist(['ok', 'not-checked', 'at-risk', 'not-ready']);
const runSchema = v.object({
  at: v.string(),
  result: v.picklist(['ready', 'at-risk', 'not-ready']),
  wrong: v.number(),
  seconds: v.number(),
});
const strings = v.array(v.string());
const fileSchema = v.object({
  environment: v.string(),
  runs: v.array(runSchema),
  lines: v.array(
    v.object({ component: v.string(), check: v.string(), state: stateSchema, since: v.string() }),
  ),
  backups: v.record(
    v.string(),
    v.object({
      version: v.string(),
      readAt: v.string(),
      backup: v.looseObject({
        source: v.string(),
        bytes: v.number(),
        tables: v.number(),
        relations: v.number(),
        // An earlier version did not look: what is not known is no reason to stop.
        hasKeys: v.optional(v.boolean(), true),
        hasLargeObjects: v.optional(v.boolean(), true),
        hasData: v.boolean(),
        hasGrants: v.boolean(),
        hasOwners: v.boolean(),
        privileged: v.array(v.looseObject({})),
        rowsOf: strings,
        definesWithoutRows: strings,
        owners: strings,
      }),
    }),
  ),
});

export type Run = v.InferOutput<typeof runSchema>;

/** What earlier checks of an environment have found. */
export interface History {
  readonly runs: readonly Run[];
  readonly lines: v.InferOutput<typeof fileSchema>['lines'];
  readonly backups: Backups;
}

const NOTHING: History = { runs: [], lines: [], backups: new Map() };

/** Reads the file of earlier checks; one that is missing or cannot be read is as good as empty. */
export function readHistory(path: string | undefined, environment: string, log: Log): History {
  if (path === undefined) return { ...NOTHING, backups: new Map() };
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      log.warn(`The earlier checks in ${path} cannot be read: ${messageOf(error)}.`);
    return { ...NOTHING, backups: new Map() };
  }
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), text);
  if (!parsed.success || parsed.output.environment !== environment) {
    log.warn(
      `The earlier checks in ${path} are not of ${environment}, or are not checks: they are passed over.`,
    );
    return { ...NOTHING, backups: new Map() };
  }
  const { runs, lines, backups } = parsed.output;
  return { runs, lines, backups: new Map(Object.entries(backups) as unknown as [string, ReadBackup][]) };
}

/** Findings with the time since when each has been so. */
export function sinceWhen(
  component: string,
  findings: readonly Finding[],
  { lines }: Pick<History, 'lines'>,
  now: string,
): Line[] {
  return findings.map(({ isLeftOut: _, ...finding }) => {
    const before = lines.find((line) => line.component === component && line.check === finding.check);
    return { component, ...finding, since: before?.state === finding.state ? before.since : now };
  });
}

/** Writes the file anew, with this check in it. */
export function writeHistory(
  path: string | undefined,
  environment: string,
  { runs, backups }: History,
  lines: readonly Line[],
  run: Run,
): void {
  if (path === undefined) return;
  makeFolder(dirname(resolve(path)));
  const kept = lines.map(({ component, check, state, since }) => ({ component, check, state, since }));
  const content = {
    ...{ environment, runs: [...runs, run].slice(-MOST_RUNS), lines: kept },
    backups: Object.fromEntries(backups),
  };
  writePrivate(path, `${redactedJson(content)}\n`);
}
