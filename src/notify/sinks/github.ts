import { type Budget, SINK_LIMITS } from '../../base/budget.ts';
import { PassingError } from '../../base/retry.ts';
import type { Standing } from '../../record/recovery.ts';
import { GitHubClient, type GitHubTarget, type Purpose } from '../../systems/github/client.ts';
import { GitHubError } from '../../systems/github/errors.ts';
import { cut, type EventName } from '../fields.ts';
import type { Message } from '../render.ts';
import type { Memory, Sink } from './sink.ts';

/** Characters that GitHub takes: of a comment, and of a deployment status. */
const LONGEST = { comment: 65_000, description: 140 };
/** The budget counts attempts and time for every sink alike. */
const ONE_ATTEMPT = { attemptMs: SINK_LIMITS.seconds * 1000, attempts: 1 };

/** Where a comment goes: an issue or pull request by its number, or the commit of the run. */
interface CommentSettings {
  readonly target: GitHubTarget;
  readonly on: { readonly issue: string } | { readonly commit: string };
}

/** One comment for the whole rollback, updated in place; a message for customers gets one of its own. */
export function commentSink({ target, on }: CommentSettings, memory: Memory): Sink {
  const { path, permission, name } =
    'issue' in on
      ? { path: 'issues', permission: 'issues: write', name: `issue ${on.issue}` }
      : { path: '', permission: 'contents: write', name: `commit ${on.commit.slice(0, 8)}` };
  const comments = `/repos/{owner}/{repo}${path && `/${path}`}/comments`;
  return {
    name: 'github-comment',
    async send(message, budget) {
      const body = commentOf(message);
      const purpose = (what: string, repeatable: boolean): Purpose => ({
        what: `${what} ${name}`,
        permission,
        repeatable,
      });
      const known = message.event !== 'customer' && memory.on === name ? memory.comment : undefined;
      if (known) {
        const changed = await call<{ id: number }>(
          target,
          budget,
          `PATCH ${comments}/{comment}`,
          { comment: known, body },
          purpose('change the comment on', true),
        ).catch(unlessGone);
        if (changed) return { id: known, keep: { comment: known, on: name } };
      }
      const route =
        'issue' in on
          ? `POST /repos/{owner}/{repo}/issues/{issue}/comments`
          : `POST /repos/{owner}/{repo}/commits/{commit}/comments`;
      const { id } = await call<{ id: number }>(
        target,
        budget,
        route,
        { ...on, body },
        purpose('comment on', false),
      );
      return {
        id: String(id),
        ...(message.event !== 'customer' && { keep: { comment: String(id), on: name } }),
      };
    },
  };
}

/** The status of the deployment that is rolled back: in progress, a failure once it is gone, an error where it is not. */
export function deploymentSink(target: GitHubTarget, deployment: string): Sink {
  return {
    name: 'github-deployment',
    async send({ event, facts, subject, runUrl }, budget) {
      if (event === 'customer') return { skipped: 'A deployment has no message for customers.' };
      if (event === 'asked' || event === 'quick-fix')
        return { skipped: 'Nothing was rolled back, so the deployment stays what it is.' };
      const isLeft =
        event === 'completed' ? LEFT.includes(facts.standing as Standing) : facts.nothing_to_do === true;
      if (isLeft) return { skipped: 'Nothing is rolled back, so the deployment stays what it is.' };
      const state = STATES[event];
      const body = {
        deployment,
        state,
        description: cut(subject, LONGEST.description, '…'),
        ...(runUrl && { log_url: runUrl }),
      };
      const purpose = {
        what: `set the status of deployment ${deployment}`,
        permission: 'deployments: write',
        // The same state again changes nothing.
        repeatable: true,
      };
      const route = 'POST /repos/{owner}/{repo}/deployments/{deployment}/statuses';
      const { id } = await call<{ id: number }>(target, budget, route, body, purpose);
      return { id: String(id) };
    },
  };
}

const LEFT: readonly Standing[] = ['nothing', 'still-unhealthy', 'planned'];

/** The deployment is the bad one: that it was taken back makes it no success. */
const STATES: Record<Exclude<EventName, 'customer' | 'asked' | 'quick-fix'>, string> = {
  started: 'in_progress',
  progress: 'in_progress',
  completed: 'failure',
  failed: 'error',
};

/** Numbers that would be linked, and tell an issue that it was mentioned. Links of a template stay. */
const withoutIssues = (markdown: string): string =>
  markdown
    .replace(/(?<![&\w/])((?:[\w.-]{1,40}\/[\w.-]{1,100})?)#(?=\d)/g, '$1#<!-- -->')
    .replace(/\bGH-(?=\d)/gi, 'GH<!-- -->-');

function commentOf({ subject, body, runUrl }: Message): string {
  const run = runUrl ? `\n\n[The run](${runUrl})` : '';
  const text = `### ${subject.replace(/[&<>|@[\]`*_~\\#]/g, (sign) => `&#${sign.charCodeAt(0)};`)}\n\n${withoutIssues(body.markdown)}`;
  return `${cut(text, LONGEST.comment, '…')}${run}`;
}

function call<T>(
  target: GitHubTarget,
  budget: Budget,
  route: string,
  parameters: object,
  purpose: Purpose,
): Promise<T> {
  const once = async (signal: AbortSignal) => {
    try {
      return await new GitHubClient(target, signal, ONE_ATTEMPT).request<T>(
        route,
        { ...parameters },
        purpose,
      );
    } catch (error) {
      if (!(error instanceof GitHubError && error.passing)) throw error;
      const { message, retryAfterMs, mayBeDone, isLimit } = error;
      throw new PassingError(message, { retryAfterMs, mayBeDone, isLimit, cause: error });
    }
  };
  return budget.spend('GitHub', once, purpose);
}

function unlessGone(error: unknown): undefined {
  if (error instanceof GitHubError && (error.status === 404 || error.status === 410)) return undefined;
  throw error;
}
