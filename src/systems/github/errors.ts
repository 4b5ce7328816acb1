import { ActionError, messageOf } from '../../base/errors.ts';
import { beginning, redact } from '../../base/redact.ts';
import { retryAfterMs } from '../../base/retry.ts';
import { withoutFullStop } from '../../base/sentence.ts';
import { isLasting, unreachableReason, wasUnsent } from '../network.ts';

/** Signs of what GitHub says besides. */
const MOST_DETAILS = 2000;

/** What octokit throws: with a response where GitHub has answered. */
interface RequestError extends Error {
  readonly status?: number;
  readonly response?: {
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly data?: { readonly message?: unknown; readonly errors?: unknown };
  };
}

/** GitHub refused, failed or did not answer; one sentence that says which, and what to do. */
export class GitHubError extends ActionError {
  /** The HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;
  /** True for a failure that may be over in a moment. */
  readonly passing: boolean;
  /** True where what was requested may have been done all the same. */
  readonly mayBeDone: boolean;
  /** True where a rate limit is why. */
  readonly isLimit: boolean;
  /** Milliseconds after which GitHub wants to be asked again. */
  readonly retryAfterMs: number;

  private constructor(sentence: string, facts: Facts, details: readonly string[], cause: unknown) {
    super(sentence, { details, cause });
    this.name = 'GitHubError';
    this.status = facts.status;
    this.passing = facts.passing;
    this.mayBeDone = facts.mayBeDone;
    this.isLimit = facts.isLimit;
    this.retryAfterMs = facts.retryAfterMs;
  }

  /**
   * @param what what was requested: `create an issue in shop/shop`
   * @param needed what the token needs for it: `issues: write`; and the input that it was given as
   */
  static from(error: unknown, what: string, needed: Needed): GitHubError {
    const { response, status } = error as RequestError;
    if (!response || status === undefined) return GitHubError.#silent(error, what);
    const serverMessage = redact(String(response.data?.message ?? messageOf(error)))
      .replace(/\s+/g, ' ')
      .slice(0, 300);
    const limited = status === 429 || (status === 403 && isRateLimit(response.headers, serverMessage));
    const refused = `GitHub did not ${what} (${status}: ${withoutFullStop(serverMessage)})`;
    const facts = {
      status,
      passing: limited || status >= 500,
      mayBeDone: status >= 500,
      isLimit: limited,
      retryAfterMs: limited ? pauseOf(response.headers) : 0,
    };
    const details =
      response.data?.errors === undefined
        ? []
        : [beginning(JSON.stringify(response.data.errors), MOST_DETAILS)];
    const todo = remedy(status, limited, serverMessage, needed);
    return new GitHubError(`${refused}${todo}.`, facts, details, error);
  }

  static #silent(error: unknown, what: string): GitHubError {
    const sentence = `GitHub cannot be reached to ${what}: ${unreachableReason(error)}; check the network of the runner, or run it again.`;
    const facts = {
      status: undefined,
      passing: !isLasting(error),
      mayBeDone: !wasUnsent(error),
      isLimit: false,
      retryAfterMs: 0,
    };
    return new GitHubError(sentence, facts, [], error);
  }
}

type Facts = Pick<GitHubError, 'status' | 'passing' | 'mayBeDone' | 'isLimit' | 'retryAfterMs'>;

/** A primary limit leaves nothing remaining; a secondary one says when to come back, or says so in words. */
const isRateLimit = (headers: Readonly<Record<string, string | undefined>>, serverMessage: string) =>
  headers['x-ratelimit-remaining'] === '0' ||
  headers['retry-after'] !== undefined ||
  /rate limit|abuse detection/i.test(serverMessage);

/** A secondary limit says for how long; a primary one, at which second it is over. */
function pauseOf(headers: Readonly<Record<string, string | undefined>>): number {
  if (headers['retry-after'] !== undefined) return retryAfterMs(headers['retry-after']);
  if (headers['x-ratelimit-remaining'] !== '0') return 0;
  return Math.max(0, Number(headers['x-ratelimit-reset'] ?? 0) * 1000 - Date.now()) || 0;
}

interface Needed {
  readonly permission: string;
  readonly input: string;
}

/** What GitHub refuses with 403 whatever the token may do, by its words, and what to do. */
const NO_RIGHT_HELPS: readonly (readonly [RegExp, string])[] = [
  [/is locked/i, '; unlock it, or name another one'],
  [/more than \d+ comments/i, '; name another one'],
  [/was archived/i, '; an archived repository takes nothing'],
  [/SAML/i, '; authorize the token for the single sign-on of the organization'],
  [/IP allow list/i, "; use a runner whose address is on the organization's IP allow list"],
];

function remedy(
  status: number,
  limited: boolean,
  serverMessage: string,
  { permission, input }: Needed,
): string {
  if (limited) return '; its rate limit is used up: run it again later';
  const known = NO_RIGHT_HELPS.find(([words]) => status === 403 && words.test(serverMessage));
  if (known) return known[1];
  if (status === 401) return `; the token is wrong or has expired: give another one as \`${input}\``;
  if (status === 403 || status === 404)
    return input === 'github-token'
      ? `; give the job \`permissions: {${permission}}\`, or a \`github-token\` that may do it`
      : `; give a \`${input}\` with ${permission} in that repository`;
  return status >= 500 ? '; run it again, or look at githubstatus.com' : '';
}
