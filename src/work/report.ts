import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ActionError, messageOf } from '../base/errors.ts';
import { appendPrivate, makeFolder, writePrivate } from '../base/files.ts';
import { redacted, redactedJson } from '../base/redact.ts';
import type { Story } from '../record/story.ts';
import { parseHistory, runOf } from '../report/history.ts';
import { incidentReport } from '../report/incident.ts';
import type { Inputs } from '../report/inputs.ts';
import { pageOf } from '../report/page.ts';
import { type Published, publish } from '../report/publish.ts';
import { reportOf } from '../report/report.ts';
import type { Objective } from '../report/rto.ts';
import type { Report, Run } from '../report/schema.ts';
import { summaryOf } from '../report/summary.ts';
import type { Context, Outcome } from '../runner/action.ts';
import type { GitHubTarget } from '../systems/github/client.ts';

/** What is reported, and where an issue is opened. */
interface Read {
  readonly story: Story;
  /** Lines of the record that could not be read. */
  readonly broken: readonly number[];
  readonly objectives: readonly Objective[];
  readonly target: GitHubTarget | undefined;
}

/** Reports a rollback from its record: summary, JSON, page, incident report, checklist, and the history of its times. */
export async function main(
  inputs: Inputs,
  { story, broken, objectives, target }: Read,
  context: Context,
): Promise<Outcome> {
  const earlier = readHistory(inputs.history, story, context);
  const report = reportOf(story, {
    objectives,
    ...earlier,
    checklist: inputs.checklist,
    brokenLines: broken,
  });
  const files = await write(report, story);
  // A report without its issue, or without its line in the history, is a report all the same.
  const problems: ActionError[] = [];
  const attempt = async <T>(act: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      problems.push(error);
      return undefined;
    }
  };
  if (!context.dryRun) await attempt(() => keep(inputs.history, story));
  const issue = target && (await attempt(() => publishIssue(target, report, inputs, context)));
  return outcomeOf(report, files, issue, problems);
}

type Files = Awaited<ReturnType<typeof write>>;

function outcomeOf(
  { sentence, checklist, rto }: Report,
  { markdown, summary, json, page, incident }: Files,
  issue: Published | undefined,
  problems: readonly ActionError[],
): Outcome {
  const listed = problems.map(messageOf).join(' ');
  return {
    result: problems.length > 0 ? 'failed' : 'done',
    message: problems.length > 0 ? `The report is written, but: ${listed}` : `Reported: ${sentence}`,
    outputs: {
      summary,
      report: json,
      html: page,
      incident,
      checklist,
      rto,
      'issue-number': issue?.number ?? '',
    },
    summary: markdown,
  };
}

/** Writes all renderings into one folder, which can be kept as an artifact as it is. */
async function write(report: Report, story: Story) {
  const folder = join(process.env.RUNNER_TEMP ?? tmpdir(), 'rollback-report');
  const put = (name: string, content: string) => {
    const path = join(folder, name);
    writePrivate(path, content);
    return path;
  };
  const markdown = summaryOf(report);
  return {
    markdown,
    summary: put('summary.md', markdown),
    json: put('report.json', `${JSON.stringify(redacted(report), null, 2)}\n`),
    page: put('report.html', await pageOf(report)),
    incident: put('incident-report.md', incidentReport(report, story)),
  };
}

/** The earlier runs; a file that is not there yet has none. */
function readHistory(
  path: string | undefined,
  story: Story,
  { log }: Context,
): { history: Run[]; elsewhere: Run[] } {
  if (path === undefined) return { history: [], elsewhere: [] };
  try {
    const { runs, elsewhere, broken } = parseHistory(readFileSync(path, 'utf8'), story);
    if (broken > 0) log.warn(`${broken} lines of the history ${path} are not runs and are ignored.`);
    return { history: runs, elsewhere };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { history: [], elsewhere: [] };
    throw new ActionError(`The history ${path} cannot be read: ${messageOf(error)}.`, { cause: error });
  }
}

/** Appends this rollback to the history. */
function keep(path: string | undefined, story: Story): void {
  const line = runOf(story);
  if (path === undefined || line === undefined) return;
  try {
    makeFolder(dirname(resolve(path)));
    appendPrivate(path, `${redactedJson(line)}\n`);
  } catch (error) {
    throw new ActionError(`The history ${path} cannot be written: ${messageOf(error)}.`, { cause: error });
  }
}

async function publishIssue(
  target: GitHubTarget,
  report: Report,
  { issue: mode, labels }: Inputs,
  { log, record, signal }: Context,
): Promise<Published | undefined> {
  if (mode === 'none') return undefined;
  const event = { component: 'report', step: 'issue' } as const;
  try {
    const { GitHubClient } = await import('../systems/github/client.ts');
    const issue = await publish(new GitHubClient(target, signal), report, { mode, labels });
    log.info(`✓ Issue ${issue.number} is ${issue.did}${issue.url ? `: ${issue.url}` : ''}`);
    record({ ...event, status: 'done', evidence: issue });
    return issue;
  } catch (error) {
    record({ ...event, status: 'failed', message: messageOf(error) });
    throw error;
  }
}
