import type { getOctokit } from '@actions/github';
import { retry } from '../../base/retry.ts';
import { withoutEndSlashes } from '../../base/slashes.ts';
import { WAITS } from '../../base/waits.ts';
import { textWithin } from '../bounded.ts';
import { GitHubError } from './errors.ts';

const LIMITS = { attemptMs: WAITS.GITHUB_ATTEMPT_MS, attempts: 3 };

/** Bytes of an answer that are read: a page of a hundred issues has less. One that is cut is not JSON. */
const MAX_ANSWER_BYTES = 16 * 1024 ** 2;

const boundedFetch: typeof fetch = async (url, options) => {
  // As in http/client.ts: what may be carried out once leaves no connection that the other side may close under the next one.
  const close = options?.method === 'POST' && { Connection: 'close' };
  const response = await fetch(url, { ...options, headers: { ...(options?.headers as object), ...close } });
  if (!response.body) return response;
  const { text } = await textWithin(response.body, MAX_ANSWER_BYTES);
  return new Response(response.ok ? text : withoutLongNumbers(text), response);
};

/** A refusal that Octokit can tell: it reads a number that is too long for one as a BigInt, which it then cannot write. */
function withoutLongNumbers(text: string): string {
  const short = (_: string, value: unknown) =>
    typeof value === 'number' && !Number.isSafeInteger(value) ? String(value) : value;
  try {
    return JSON.stringify(JSON.parse(text, short));
  } catch {
    return text;
  }
}

/** Where a token is used: the API of github.com or of a GitHub Enterprise Server, and the repository. */
export interface GitHubTarget {
  readonly token: string;
  readonly owner: string;
  readonly repo: string;
  /** `GITHUB_API_URL` of the runner. */
  readonly api: string;
  /** The input that the token was given as; `github-token` where it is not said. */
  readonly input?: string;
}

/** What a request does, in the words of its error: `create an issue in shop/shop`, and the right that it needs. */
export interface Purpose {
  readonly what: string;
  /** As a job grants it: `issues: write`. */
  readonly permission: string;
  /** False where a request that was perhaps carried out must not be sent again. */
  readonly repeatable: boolean;
}

type Octokit = ReturnType<typeof getOctokit>;

/** With what it stands on it is the largest part of the bundle, and most runs ask GitHub nothing: it is loaded by the first request. */
async function octokitFor({ token, api }: GitHubTarget): Promise<Octokit> {
  const { getOctokit } = await import('@actions/github');
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  return getOctokit(token, {
    baseUrl: withoutEndSlashes(api),
    log: quiet,
    request: { fetch: boundedFetch },
  });
}

/**
 * GitHub's REST API for one repository. An attempt ends after five seconds, and there are three: for 429 and rate
 * limits after the pause that GitHub wants, for 5xx and lost connections where a repeat is harmless. Octokit's own
 * plugins for that wait for as long as GitHub says, whatever the deadline, and repeat what must not be done twice.
 */
export class GitHubClient {
  readonly target: GitHubTarget;
  #octokit: Promise<Octokit> | undefined;
  readonly #signal: AbortSignal;
  readonly #limits: typeof LIMITS;

  constructor(target: GitHubTarget, signal: AbortSignal, limits = LIMITS) {
    this.target = target;
    this.#signal = signal;
    this.#limits = limits;
  }

  /**
   * Sends `POST /repos/{owner}/{repo}/issues` with parameters for the path, the query or the body; `owner` and
   * `repo` are the target's.
   *
   * @throws GitHubError for every answer that is not 2xx, and where there is none
   */
  request<T>(route: string, parameters: Readonly<Record<string, unknown>>, purpose: Purpose): Promise<T> {
    return retry(() => this.#attempt<T>(route, parameters, purpose), {
      signal: this.#signal,
      attempts: this.#limits.attempts,
      isPassing: (error) => error instanceof GitHubError && error.passing,
      repeatable: purpose.repeatable,
      withinMs: WAITS.GITHUB_MS,
    });
  }

  async #attempt<T>(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    { what, permission }: Purpose,
  ): Promise<T> {
    const { owner, repo, input = 'github-token' } = this.target;
    this.#octokit ??= octokitFor(this.target);
    const octokit = await this.#octokit;
    const silence = AbortSignal.timeout(this.#limits.attemptMs);
    const signal = AbortSignal.any([this.#signal, silence]);
    try {
      const { data, status } = await octokit.request(route, {
        ...(route.includes('{owner}') && { owner, repo }),
        ...parameters,
        request: { signal },
      });
      // A body that was cut, or is not JSON, comes as text.
      if (status === 204 || (typeof data === 'object' && data !== null)) return data as T;
      throw new Error(signal.aborted ? 'no answer' : 'it answers with something that is not JSON');
    } catch (error) {
      this.#signal.throwIfAborted();
      const seconds = this.#limits.attemptMs / 1000;
      throw GitHubError.from(silence.aborted ? new Error(`no answer in ${seconds} s`) : error, what, {
        permission,
        input,
      });
    }
  }
}
