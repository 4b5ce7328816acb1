"use strict";
exports.id = 2310;
exports.ids = [2310];
exports.modules = {

  52310:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    GitHubClient: () => (  GitHubClient)
  });
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31666);
  var _base_slashes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71581);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39668);
  var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5826);





const LIMITS = { attemptMs: _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.GITHUB_ATTEMPT_MS, attempts: 3 };
const MAX_ANSWER_BYTES = 16 * 1024 ** 2;
const boundedFetch = async (url, options) => {
    const close = options?.method === 'POST' && { Connection: 'close' };
    const response = await fetch(url, { ...options, headers: { ...options?.headers, ...close } });
    if (!response.body)
        return response;
    const { text } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_2__  .JY)(response.body, MAX_ANSWER_BYTES);
    return new Response(response.ok ? text : withoutLongNumbers(text), response);
};
function withoutLongNumbers(text) {
    const short = (_, value) => typeof value === 'number' && !Number.isSafeInteger(value) ? String(value) : value;
    try {
        return JSON.stringify(JSON.parse(text, short));
    }
    catch {
        return text;
    }
}
async function octokitFor({ token, api }) {
    const { getOctokit } = await __webpack_require__.e(  2413).then(__webpack_require__.bind(__webpack_require__, 92413));
    const quiet = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
    return getOctokit(token, {
        baseUrl: (0,_base_slashes_js__WEBPACK_IMPORTED_MODULE_4__  .h)(api),
        log: quiet,
        request: { fetch: boundedFetch },
    });
}
class GitHubClient {
    target;
    #octokit;
    #signal;
    #limits;
    constructor(target, signal, limits = LIMITS) {
        this.target = target;
        this.#signal = signal;
        this.#limits = limits;
    }
    request(route, parameters, purpose) {
        return (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_0__  .L5)(() => this.#attempt(route, parameters, purpose), {
            signal: this.#signal,
            attempts: this.#limits.attempts,
            isPassing: (error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__  .y && error.passing,
            repeatable: purpose.repeatable,
            withinMs: _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.GITHUB_MS,
        });
    }
    async #attempt(route, parameters, { what, permission }) {
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
            if (status === 204 || (typeof data === 'object' && data !== null))
                return data;
            throw new Error(signal.aborted ? 'no answer' : 'it answers with something that is not JSON');
        }
        catch (error) {
            this.#signal.throwIfAborted();
            const seconds = this.#limits.attemptMs / 1000;
            throw _errors_js__WEBPACK_IMPORTED_MODULE_3__  .y.from(silence.aborted ? new Error(`no answer in ${seconds} s`) : error, what, {
                permission,
                input,
            });
        }
    }
}


  }),

  5826:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    y: () => (  GitHubError)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4771);
  var _network_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69355);





const MOST_DETAILS = 2000;
class GitHubError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    status;
    passing;
    mayBeDone;
    isLimit;
    retryAfterMs;
    constructor(sentence, facts, details, cause) {
        super(sentence, { details, cause });
        this.name = 'GitHubError';
        this.status = facts.status;
        this.passing = facts.passing;
        this.mayBeDone = facts.mayBeDone;
        this.isLimit = facts.isLimit;
        this.retryAfterMs = facts.retryAfterMs;
    }
    static from(error, what, needed) {
        const { response, status } = error;
        if (!response || status === undefined)
            return GitHubError.#silent(error, what);
        const serverMessage = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .E$)(String(response.data?.message ?? (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error)))
            .replace(/\s+/g, ' ')
            .slice(0, 300);
        const limited = status === 429 || (status === 403 && isRateLimit(response.headers, serverMessage));
        const refused = `GitHub did not ${what} (${status}: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__  .Qu)(serverMessage)})`;
        const facts = {
            status,
            passing: limited || status >= 500,
            mayBeDone: status >= 500,
            isLimit: limited,
            retryAfterMs: limited ? pauseOf(response.headers) : 0,
        };
        const details = response.data?.errors === undefined
            ? []
            : [(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .Ir)(JSON.stringify(response.data.errors), MOST_DETAILS)];
        const todo = remedy(status, limited, serverMessage, needed);
        return new GitHubError(`${refused}${todo}.`, facts, details, error);
    }
    static #silent(error, what) {
        const sentence = `GitHub cannot be reached to ${what}: ${(0,_network_js__WEBPACK_IMPORTED_MODULE_3__  .N4)(error)}; check the network of the runner, or run it again.`;
        const facts = {
            status: undefined,
            passing: !(0,_network_js__WEBPACK_IMPORTED_MODULE_3__  .dJ)(error),
            mayBeDone: !(0,_network_js__WEBPACK_IMPORTED_MODULE_3__  .Xm)(error),
            isLimit: false,
            retryAfterMs: 0,
        };
        return new GitHubError(sentence, facts, [], error);
    }
}
const isRateLimit = (headers, serverMessage) => headers['x-ratelimit-remaining'] === '0' ||
    headers['retry-after'] !== undefined ||
    /rate limit|abuse detection/i.test(serverMessage);
function pauseOf(headers) {
    if (headers['retry-after'] !== undefined)
        return (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__  .Vs)(headers['retry-after']);
    if (headers['x-ratelimit-remaining'] !== '0')
        return 0;
    return Math.max(0, Number(headers['x-ratelimit-reset'] ?? 0) * 1000 - Date.now()) || 0;
}
const NO_RIGHT_HELPS = [
    [/is locked/i, '; unlock it, or name another one'],
    [/more than \d+ comments/i, '; name another one'],
    [/was archived/i, '; an archived repository takes nothing'],
    [/SAML/i, '; authorize the token for the single sign-on of the organization'],
    [/IP allow list/i, "; use a runner whose address is on the organization's IP allow list"],
];
function remedy(status, limited, serverMessage, { permission, input }) {
    if (limited)
        return '; its rate limit is used up: run it again later';
    const known = NO_RIGHT_HELPS.find(([words]) => status === 403 && words.test(serverMessage));
    if (known)
        return known[1];
    if (status === 401)
        return `; the token is wrong or has expired: give another one as \`${input}\``;
    if (status === 403 || status === 404)
        return input === 'github-token'
            ? `; give the job \`permissions: {${permission}}\`, or a \`github-token\` that may do it`
            : `; give a \`${input}\` with ${permission} in that repository`;
    return status >= 500 ? '; run it again, or look at githubstatus.com' : '';
}


  })

};
;