import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';

/** Events that every reader of the repository can cause. */
const ANYBODY = [
  'commit_comment',
  'discussion',
  'discussion_comment',
  'fork',
  'gollum',
  'issue_comment',
  'issues',
  'pull_request_comment',
  'pull_request_review',
  'pull_request_review_comment',
  'watch',
];

const repository = v.object({ full_name: v.string() });
const payload = v.object({
  pull_request: v.optional(v.object({ head: v.object({ repo: v.nullish(repository) }) })),
  workflow_run: v.optional(v.object({ event: v.string(), head_repository: v.nullish(repository) })),
});

/**
 * A comment, an issue or a pull request from a fork must not start a rollback, whatever the workflow: its author may be a
 * stranger.
 *
 * @throws ActionError where such an event has started this run
 */
export function refuseStrangers({
  GITHUB_EVENT_NAME,
  GITHUB_EVENT_PATH,
  GITHUB_REPOSITORY,
}: NodeJS.ProcessEnv) {
  if (GITHUB_EVENT_NAME === undefined) return;
  const { pull_request, workflow_run } = payloadIn(GITHUB_EVENT_PATH);
  const event = workflow_run?.event ?? GITHUB_EVENT_NAME;
  const isForked =
    (pull_request !== undefined && pull_request.head.repo?.full_name !== GITHUB_REPOSITORY) ||
    (workflow_run !== undefined && workflow_run.head_repository?.full_name !== GITHUB_REPOSITORY);
  if (!ANYBODY.includes(event) && !isForked) return;
  throw new ActionError(
    `This run was started by ${isForked ? 'a fork' : `the event ${event}, which anyone can cause`}, so it does not touch production: start it from a push, a schedule, a release, a deployment or a dispatch (docs/triggers.md).`,
  );
}

/** What GitHub says of the event; nothing where it says nothing. */
function payloadIn(path: string | undefined): v.InferOutput<typeof payload> {
  try {
    const parsed = v.safeParse(payload, JSON.parse(readFileSync(path ?? '', 'utf8')));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}
