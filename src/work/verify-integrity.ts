import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionError, messageOf } from '../base/errors.ts';
import { dumpDatabase } from '../database/backup/dump.ts';
import { whileOpen } from '../database/closed.ts';
import { captureSnapshot } from '../domain/snapshots/capture.ts';
import type { ComparedDatabase } from '../domain/snapshots/rows.ts';
import { readSnapshot, type TableState, writeSnapshot } from '../domain/snapshots/snapshot.ts';
import { nameOf } from '../domain/snapshots/tables.ts';
import { type Analysis, analyze, analyzeLogsAlone } from '../integrity/analyze.ts';
import { inspectPods, type PodWork, parseLogSource, reachPods } from '../integrity/cluster.ts';
import { type Comparison, compare } from '../integrity/compare.ts';
import type { Inputs } from '../integrity/inputs.ts';
import { preview } from '../integrity/preview.ts';
import { captureSummary, comparisonSummary } from '../integrity/render.ts';
import { analysisSummary } from '../integrity/render-analysis.ts';
import { analysisReport, captureReport, comparisonReport, totals } from '../integrity/report.ts';
import {
  analyzedSentence,
  capturedSentence,
  comparedSentence,
  failedCommand,
} from '../integrity/sentences.ts';
import { databaseSubject } from '../record/component.ts';
import type { Context, Outcome } from '../runner/action.ts';
import { type CommandResult, parseCommand } from '../systems/kubernetes/pod-commands.ts';
import { Server } from '../systems/postgres/session.ts';

/** Seconds that an analysis looks back where neither `since` nor a snapshot says how far. */
const DEFAULT_SINCE_SECONDS = 3600;

/** Takes down the state of a database, compares it with an earlier one, or says what happened in between. */
export async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const server = serverOf(inputs, context);
  if (inputs.dump !== undefined && inputs.mode !== 'capture')
    throw new ActionError(
      'Input `dump` is for `mode: capture` alone: it is made of the instant that is captured.',
    );
  const work = podWorkOf(inputs);
  // Reading every table may take minutes, and what is known before should fail before.
  const pods = await reachPods(work, inputs, context).catch((error: unknown) => {
    // A backup's snapshot is made where no cluster may be; what it takes down is the database alone.
    if (inputs.mode !== 'capture') throw error;
    context.log.warn(`The services' own checks (\`commands\`) were not run: ${messageOf(error)}`);
    return undefined;
  });
  try {
    const inspect: Inspect = (more) => inspectPods(pods, { ...work, ...more });
    if (!server) return await logsAlone(inputs, inspect, context);
    if (context.dryRun) return { result: 'planned', message: await preview(server, scopeOf(inputs)) };
    return await verify(server, inputs, inspect, context);
  } finally {
    pods?.client.close();
  }
}

/** Logs of pods can be read without a database. @throws ActionError where one is needed and not named */
function serverOf({ databaseUrl, database, mode, logs }: Inputs, context: Context): Server | undefined {
  if (databaseUrl === undefined) {
    if (mode === 'analyze' && logs.length > 0) return undefined;
    throw new ActionError(
      'Input `database-url` is required; only `mode: analyze` of `logs` works without it.',
    );
  }
  const named = Server.parse(databaseUrl, context);
  return database ? named.withDatabase(database) : named;
}

async function logsAlone(
  { since: seconds = DEFAULT_SINCE_SECONDS }: Inputs,
  inspect: Inspect,
  { dryRun }: Context,
): Promise<Outcome> {
  if (dryRun)
    return { result: 'planned', message: 'Planned: the logs of pods would be read; nothing was read.' };
  const since = new Date(Date.now() - seconds * 1000);
  const { commands, pods } = await inspect({ since });
  return analyzed({ ...analyzeLogsAlone(since), pods }, commands, undefined, '');
}

/** Asks the pods what is asked of them. */
type Inspect = (more?: Partial<PodWork>) => ReturnType<typeof inspectPods>;

async function verify(server: Server, inputs: Inputs, inspect: Inspect, context: Context): Promise<Outcome> {
  const event = { ...databaseSubject(server), step: inputs.mode };
  const begun = performance.now();
  context.record({ ...event, status: 'started' });
  const modes = { capture, compare: compareNow, analyze: analyzeNow };
  const outcome = await modes[inputs.mode](server, inputs, inspect, context).catch((error: unknown) => {
    context.record({
      ...event,
      status: 'failed',
      seconds: secondsSince(begun),
      message: (error as Error).message,
    });
    throw error;
  });
  const status = outcome.result === 'drift' || outcome.result === 'failed' ? 'failed' : 'done';
  const { report: _, ...evidence } = outcome.outputs ?? {};
  context.record({ ...event, status, seconds: secondsSince(begun), message: outcome.message, evidence });
  return outcome;
}

async function capture(server: Server, inputs: Inputs, inspect: Inspect, context: Context): Promise<Outcome> {
  const options = {
    ...scopeOf(inputs),
    jobs: inputs.jobs,
    ranges: inputs.locate > 0,
    signal: context.signal,
    progress: progressOf(context),
    ...(inputs.dump !== undefined && { meanwhile: dumping(server, inputs.dump, context) }),
  };
  const snapshot = await captureSnapshot(server, server.database, options);
  const path = snapshotPath(inputs);
  writeSnapshot(path, snapshot);
  const { commands } = await inspect();
  const report = captureReport(snapshot, commands);
  const { tables, rows } = totals(snapshot);
  const failed = failedCommand(commands);
  const message = failed ?? capturedSentence(snapshot, path);
  return {
    result: failed ? 'failed' : 'captured',
    message,
    outputs: { report, snapshot: path, tables, rows },
    summary: captureSummary(message, snapshot, commands),
  };
}

/** Makes a backup of the very instant that is captured: taken one after the other, the two would differ by what is written. */
const dumping =
  (server: Server, path: string, { signal }: Context) =>
  async (snapshot: string): Promise<void> => {
    await dumpDatabase(server, server.database, path, { signal, snapshot, what: 'dump' });
  };

async function compareNow(
  server: Server,
  inputs: Inputs,
  inspect: Inspect,
  context: Context,
): Promise<Outcome> {
  const path = snapshotPath(inputs);
  const other = otherPlace(server, inputs, context);
  // The other database is the earlier state where no snapshot was named.
  const snapshot = other && !inputs.snapshot ? undefined : readSnapshot(path);
  const work = () =>
    compare({ server, database: server.database }, snapshot, other, {
      scope: scopeOf(inputs),
      expect: inputs.expect,
      jobs: inputs.jobs,
      limit: inputs.locate,
      signal: context.signal,
      progress: progressOf(context),
    });
  // What a rollback has replaced is closed, and is what people compare with.
  const found = other ? await whileOpen(other.server, other.database, work) : await work();
  const { commands } = await inspect();
  return compared(found, commands, inputs, snapshot && path);
}

function compared(
  found: Comparison,
  commands: readonly CommandResult[],
  { expect }: Inputs,
  snapshot: string | undefined,
): Outcome {
  const drifted = found.findings.some(({ verdict }) => verdict === 'drift');
  // A check that never ended or never began says nothing about the data.
  const hasFailed = commands.some(({ exitCode }) => exitCode !== null && exitCode !== 0);
  const report = comparisonReport(found, expect, commands);
  const { tables, rows } = totals(found.after);
  const failed = failedCommand(commands);
  const message = !drifted && failed ? failed : comparedSentence(found, expect);
  return {
    result: drifted || hasFailed ? 'drift' : failed ? 'failed' : 'intact',
    message,
    outputs: { report, snapshot: snapshot ?? '', tables, rows },
    summary: comparisonSummary(message, found, commands),
  };
}

async function analyzeNow(server: Server, inputs: Inputs, inspect: Inspect): Promise<Outcome> {
  const path = snapshotPath(inputs);
  const before = inputs.snapshot || existsSync(path) ? readSnapshot(path) : undefined;
  const back = (seconds: number) => new Date(Date.now() - seconds * 1000);
  const captured = before ? new Date(before.at) : back(DEFAULT_SINCE_SECONDS);
  const since = inputs.since ? back(inputs.since) : captured;
  const database = await analyze(server, before, since, inputs.postgresLog);
  const { commands, pods } = await inspect({ since });
  return analyzed({ ...database, pods }, commands, server.database, before ? path : '');
}

function analyzed(
  analysis: Analysis,
  commands: readonly CommandResult[],
  database: string | undefined,
  snapshot: string,
): Outcome {
  const report = analysisReport(analysis, commands);
  const failed = failedCommand(commands);
  const message = failed ?? analyzedSentence(database, analysis);
  return {
    result: failed ? 'failed' : 'analyzed',
    message,
    outputs: { report, snapshot },
    summary: analysisSummary(message, analysis, commands),
  };
}

const scopeOf = ({ tables, excludeTables }: Inputs) => ({ tables, exclude: excludeTables });

const snapshotPath = ({ snapshot, dump }: Inputs): string =>
  snapshot ??
  (dump === undefined ? undefined : `${dump}.snapshot.json`) ??
  join(process.env.RUNNER_TEMP ?? tmpdir(), 'integrity-snapshot.json');

function podWorkOf(inputs: Inputs): PodWork {
  return {
    commands: inputs.commands.map(parseCommand),
    seconds: inputs.commandTimeout,
    logs: inputs.logs.map(parseLogSource),
    since: new Date(),
  };
}

function otherPlace(
  server: Server,
  { compareWith, compareWithUrl }: Inputs,
  context: Context,
): ComparedDatabase | undefined {
  if (compareWith && compareWithUrl)
    throw new ActionError('Give `compare-with` or `compare-with-url`, not both.');
  if (compareWith) return { server, database: compareWith };
  if (!compareWithUrl) return undefined;
  const other = Server.parse(compareWithUrl, context);
  return { server: other, database: other.database };
}

const progressOf =
  ({ log }: Context) =>
  (done: number, all: number, table: TableState) =>
    log.info(`… ${done} of ${all} tables: ${nameOf(table)} has ${table.rows} rows`);

const secondsSince = (begun: number) => (performance.now() - begun) / 1000;
