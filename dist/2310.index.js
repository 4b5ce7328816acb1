export const id = 2310;
export const ids = [2310];
export const modules = {

/***/ 52310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GitHubClient: () => (/* binding */ GitHubClient)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92413);
/* harmony import */ var _runner_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19897);
/* harmony import */ var _runner_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39093);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5826);




const LIMITS = { attemptMs: _runner_waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.GITHUB_ATTEMPT_MS, attempts: 3 };
/**
 * GitHub's REST API for one repository. An attempt ends after five seconds, and there are three: for 429 and rate
 * limits after the pause that GitHub wants, for 5xx and lost connections where a repeat is harmless. Octokit's own
 * plugins for that wait for as long as GitHub says, whatever the deadline, and repeat what must not be done twice.
 */
class GitHubClient {
    target;
    #octokit;
    #signal;
    #limits;
    constructor(target, signal, limits = LIMITS) {
        this.target = target;
        this.#signal = signal;
        this.#limits = limits;
        const quiet = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
        this.#octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(target.token, { baseUrl: target.api.replace(/(?<!\/)\/+$/, ''), log: quiet });
    }
    /**
     * Sends `POST /repos/{owner}/{repo}/issues` with parameters for the path, the query or the body; `owner` and
     * `repo` are the target's.
     *
     * @throws GitHubError for every answer that is not 2xx, and where there is none
     */
    request(route, parameters, purpose) {
        return (0,_runner_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(() => this.#attempt(route, parameters, purpose), {
            signal: this.#signal,
            attempts: this.#limits.attempts,
            isPassing: (error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GitHubError */ .y && error.passing,
            repeatable: purpose.repeatable,
            withinMs: _runner_waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.GITHUB_MS,
        });
    }
    async #attempt(route, parameters, { what, permission }) {
        const { owner, repo } = this.target;
        const silence = AbortSignal.timeout(this.#limits.attemptMs);
        const signal = AbortSignal.any([this.#signal, silence]);
        try {
            const { data, status } = await this.#octokit.request(route, {
                owner,
                repo,
                ...parameters,
                request: { signal },
            });
            // A body that was cut, or is no JSON, comes as text.
            if (status === 204 || (typeof data === 'object' && data !== null))
                return data;
            throw new Error(signal.aborted ? 'no answer' : 'it answers with something that is no JSON');
        }
        catch (error) {
            this.#signal.throwIfAborted();
            const seconds = this.#limits.attemptMs / 1000;
            throw _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GitHubError */ .y.from(silence.aborted ? new Error(`no answer in ${seconds} s`) : error, what, permission);
        }
    }
}


/***/ })

};
