import { ActionError } from '../base/errors.ts';
import { readEvents } from '../record/read.ts';
import { storyOf } from '../record/story.ts';
import { type Inputs, inputs } from '../report/inputs.ts';
import { parseObjectives } from '../report/rto.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import type { GitHubTarget } from '../systems/github/client.ts';
import { targetHere } from '../systems/github/here.ts';

/** Reports a rollback from its record: summary, JSON, page, incident report, checklist, and the history of its times. */
export const action = defineAction({ name: 'report', inputs, changes: false, main });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const objectives = parseObjectives(inputs.rto);
  const target = inputs.issue === 'none' || context.dryRun ? undefined : targetOf(inputs);
  const { events, broken } = readEvents(context.recordPath);
  if (broken.length > 0)
    context.log.warn(`Lines of ${context.recordPath} could not be read: ${broken.join(', ')}.`);
  const story = storyOf(events, context.rollbackId);
  if (story.outcome === undefined)
    throw new ActionError(
      `The record ${context.recordPath} has nothing of a rollback; run this in the job that rolled back, or give its record as \`record\`.`,
    );
  return (await import('../work/report.ts')).main(inputs, { story, broken, objectives, target }, context);
}

function targetOf({ githubToken: token }: Inputs): GitHubTarget {
  if (!token) throw new ActionError('Input `github-token` is empty, and an issue needs one.');
  const target = targetHere(token);
  if (!target) throw new ActionError('GITHUB_REPOSITORY is not set, and an issue needs a repository.');
  return target;
}
