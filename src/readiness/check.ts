import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionError, messageOf } from '../base/errors.ts';
import { writePrivate } from '../base/files.ts';
import { redacted } from '../base/redact.ts';
import { withoutFullStop } from '../base/sentence.ts';
import type { Component } from '../config/config.ts';
import { KINDS } from '../config/kinds.ts';
import { perform, type Request } from '../rollback/perform.ts';
import { step } from '../rollback/steps.ts';
import { settingsFor } from '../rollback/values.ts';
import type { Context, Outcome } from '../runner/action.ts';
import type { Values } from '../runner/part.ts';
import { targetHere } from '../systems/github/here.ts';
import { requestsMade } from '../systems/requests.ts';
import { checkDatabase } from './database.ts';
import { type History, type Run, readHistory, sinceWhen, writeHistory } from './history.ts';
import { keepIssue } from './issue.ts';
import { type Finding, type Line, leftOut, verdictOf } from './line.ts';
import { checkPlan, checkSignals, checkTimes } from './others.ts';
import { Places } from './places.ts';
import { timed } from './point-in-time.ts';
import { badgeOf, pageOf, sentenceOf, summaryOf, wrongIn } from './render.ts';
import { checkServices } from './services.ts';
import { checkSinks } from './sinks.ts';

/** What is asked for. */
interface CheckOptions {
  /** `look` takes rights to read; `full` makes the plans of a rollback with its rights. */
  readonly depth: 'look' | 'full';
  /** With `full`: whether each backup is restored beside its database, and dropped again. */
  readonly restore: boolean;
  /** The file of earlier checks, which this one is added to. */
  readonly history: string | undefined;
}

/** Finds out today whether the environment can be rolled back tomorrow; changes nothing. */
export async function check(request: Request, options: CheckOptions, context: Context): Promise<Outcome> {
  const begun = performance.now();
  const { environment } = request;
  const history = readHistory(options.history, environment.name, context.log);
  const findings = await checkAll(request, options, history, context);
  const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const lines = [...findings].flatMap(([component, own]) => sinceWhen(component, own, history, now));
  const verdict = verdictOf(findings.values());
  const message = sentenceOf(environment.name, verdict, lines);
  for (const line of wrongIn(lines)) context.log.warn(`${line.component}, ${line.check}: ${line.evidence}.`);
  for (const { component, check: name, state, evidence } of lines)
    context.log.info(`${state.padEnd(11)} ${component}, ${name}: ${evidence}`);
  const seconds = Number(((performance.now() - begun) / 1000).toFixed(1));
  const run: Run = { at: now, result: verdict, wrong: wrongIn(lines).length, seconds };
  writeHistory(options.history, environment.name, history, lines, run);
  const { total, summary: byKind } = requestsMade();
  context.log.info(`${lines.length} checks in ${seconds} s, ${total} requests${byKind && ` (${byKind})`}.`);
  const runs = [...history.runs, run];
  const summary = summaryOf(message, lines, runs);
  const files = write(environment.name, { verdict, message, lines, runs, now });
  const issue = await publish(request, { verdict, message, summary }, context);
  return {
    result: verdict,
    message,
    outputs: {
      checks: lines,
      html: files.html,
      badge: files.badge,
      requests: total,
      'issue-number': issue ?? '',
      record: context.recordPath,
    },
    summary,
  };
}

/** What every check of a component gets. */
interface Checking {
  readonly request: Request;
  readonly places: Places;
  readonly backups: History['backups'];
  readonly full: boolean;
  /** Whether each backup is restored beside its database. */
  readonly restore: boolean;
  readonly context: Context;
}

async function checkAll(
  request: Request,
  { depth, restore }: CheckOptions,
  { backups }: History,
  context: Context,
): Promise<Map<string, readonly Finding[]>> {
  const full = depth === 'full';
  // What others report of themselves is not an event of this check.
  const quiet: Context = { ...context, record: () => {}, checksWritePermissions: full };
  const places = new Places(quiet);
  const checking: Checking = { request, places, backups, full, restore, context: quiet };
  const times = checkTimes(request);
  const sinks = { ...settingsFor(request, 'notify', undefined), ...request.passed };
  const beside: [string, () => Promise<Finding[]>][] = [
    ['notify', async () => [...unsetVariables(request, 'notify'), ...(await checkSinks(sinks, quiet))]],
    ...(request.environment.sections.includes('assess')
      ? [['assess', () => checkSignals(request, quiet)] as [string, () => Promise<Finding[]>]]
      : []),
  ];
  try {
    const [own, others] = await Promise.all([
      Promise.all(
        request.components.map(async (component) => {
          const findings = await checkComponent(component, checking);
          const time = times.get(component.name);
          return [component.name, [...findings, ...(time ? [time] : [])]] as const;
        }),
      ),
      Promise.all(beside.map(async ([name, readFindings]) => [name, await readFindings()] as const)),
    ]);
    return new Map([...own, ...others.filter(([, findings]) => findings.length > 0)]);
  } finally {
    await places.close();
  }
}

async function checkComponent({ name, kind }: Component, checking: Checking): Promise<Finding[]> {
  const { request, places, full, context } = checking;
  const action = KINDS[kind];
  const values = settingsFor(request, action, name);
  const unset = unsetVariables(request, action, name);
  switch (kind) {
    case 'service':
      return [...unset, ...(await checkServices(values, { places, full }))];
    case 'database':
      return [...unset, ...(await checkDatabaseAndPlan(name, values, checking))];
    case 'infra':
      return [
        ...unset,
        ...(full
          ? await checkPlan(name, action, request, context, { phase: 'plan' })
          : [leftOut('plan', 'a plan takes the lock of the state: `depth: full` makes it')]),
      ];
    default:
      return [...unset, ...(await checkPlan(name, action, request, context))];
  }
}

async function checkDatabaseAndPlan(
  name: string,
  values: Values,
  { request, backups, full, restore, context }: Checking,
): Promise<Finding[]> {
  const { backup, 'database-url': url } = values;
  const at = backup === undefined ? {} : { backup: await timed(backup, url, context) };
  const timedValues = { ...values, ...at };
  const folder = join(request.folder, `check-${name}`);
  const restoring = full && restore ? () => prepareBeside(name, timedValues, request, context) : undefined;
  const own = await checkDatabase(timedValues, { context, full, backups, folder, restore: restoring });
  return [...own, ...(full ? await checkPlan(name, KINDS.database, request, context, at) : [])];
}

/** Variables that the configuration reads and that are not set. A secret that does not exist is such a variable. */
const unsetVariables = ({ environment, passed }: Request, action: string, component?: string): Finding[] =>
  environment
    .defaultsFor(action, component)
    .warnings.filter((sentence) => !Object.keys(passed).some((name) => sentence.includes(`\`${name}\``)))
    .map(variableUnset);

const variableUnset = (sentence: string): Finding => ({
  ...{ check: 'configuration', state: 'at-risk', evidence: withoutFullStop(sentence) },
  remedy: 'give the step that variable, or take it out of the configuration',
});

/** The first half of the rollback of a database, which changes nothing of it. */
async function prepareBeside(
  name: string,
  values: Readonly<Record<string, string>>,
  request: Request,
  context: Context,
): Promise<Outcome> {
  const confirm =
    values.confirm ?? decodeURIComponent(new URL(values['database-url'] ?? '').pathname.slice(1));
  const { backup } = values;
  const prepare = step('prepare', name, KINDS.database, [], {
    values: { phase: 'prepare', confirm, ...(backup && { backup }) },
  });
  return perform(prepare, request, new Map(), { ...context, dryRun: false });
}

function write(
  environment: string,
  {
    verdict,
    message,
    lines,
    runs,
    now,
  }: {
    verdict: Run['result'];
    message: string;
    lines: readonly Line[];
    runs: readonly Run[];
    now: string;
  },
) {
  const folder = join(process.env.RUNNER_TEMP ?? tmpdir(), 'rollback-readiness');
  const put = (name: string, content: string) => {
    const path = join(folder, name);
    writePrivate(path, content);
    return path;
  };
  return {
    html: put('readiness.html', pageOf(...redacted([message, [...lines], [...runs], now] as const))),
    badge: put('badge.json', `${JSON.stringify(badgeOf(environment, verdict))}\n`),
  };
}

/** The issue is opened and closed where the configuration of `report` wants issues; where that fails, the check stands all the same. */
async function publish(
  request: Request,
  { verdict, message, summary }: { verdict: Run['result']; message: string; summary: string },
  { log, signal, dryRun }: Context,
): Promise<number | undefined> {
  const values = settingsFor(request, 'report', undefined);
  if ((values.issue ?? 'none') === 'none' || dryRun) return undefined;
  const token = values['github-token'];
  const target = token ? targetHere(token) : undefined;
  if (!target) {
    log.warn('The issue is not kept: `report.issue` needs `github-token` and GITHUB_REPOSITORY.');
    return undefined;
  }
  try {
    const { GitHubClient } = await import('../systems/github/client.ts');
    const client = new GitHubClient(target, signal);
    const labels = (values.labels ?? '')
      .split(/[\n,]/)
      .map((label) => label.trim())
      .filter(Boolean);
    const about = { environment: request.environment.name, message, summary, labels };
    return await keepIssue(client, { ...about, isReady: verdict === 'ready' });
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    log.warn(`The issue is not kept: ${messageOf(error)}`);
    return undefined;
  }
}
