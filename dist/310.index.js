export const id = 310;
export const ids = [310];
export const modules = {

/***/ 97583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ip: () => (/* binding */ startTimer),
/* harmony export */   db: () => (/* binding */ startDeadline),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6800);


/** Milliseconds; Node fires a longer timer at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
/** A timer whose signal aborts with a DeadlineError after so many seconds. */
function startTimer(seconds) {
    const controller = new AbortController();
    const milliseconds = Math.min(seconds * 1000, LONGEST_TIMER);
    const timer = setTimeout(() => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DeadlineError */ .j3(seconds)), milliseconds);
    return {
        signal: controller.signal,
        abort: (reason) => controller.abort(reason),
        stop: () => clearTimeout(timer),
    };
}
/**
 * One AbortSignal for everything an action does: it aborts with a DeadlineError after `seconds`, or with a
 * CancelledError when the runner cancels the job (SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL).
 */
function startDeadline(seconds) {
    const timer = startTimer(seconds);
    const cancel = (name) => timer.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc(name));
    process.once('SIGINT', cancel).once('SIGTERM', cancel);
    return {
        signal: timer.signal,
        stop() {
            timer.stop();
            process.off('SIGINT', cancel).off('SIGTERM', cancel);
        },
    };
}
/** Waits, or throws the signal's reason as soon as it aborts. */
async function pause(milliseconds, signal) {
    // What the timer throws when it is aborted says less than the reason.
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal }).catch(() => { });
    signal.throwIfAborted();
}


/***/ }),

/***/ 52310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GitHubClient: () => (/* binding */ GitHubClient)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92413);
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74995);
/* harmony import */ var _runner_deadline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97583);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5826);




/** Milliseconds an attempt may take, and attempts that there are. */
const PATIENCE = { attempt: 5_000, attempts: 3 };
/** A server that wants a longer pause than this is not asked again. */
const LONGEST_PAUSE_SECONDS = 5;
/**
 * GitHub's REST API for one repository. An attempt ends after five seconds, and there are three: for 429 and rate
 * limits after the pause that GitHub wants, for 5xx and lost connections where a repeat is harmless.
 */
class GitHubClient {
    target;
    #octokit;
    #signal;
    #patience;
    constructor(target, signal, patience = PATIENCE) {
        this.target = target;
        this.#signal = signal;
        this.#patience = patience;
        const quiet = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
        this.#octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(target.token, { baseUrl: target.api.replace(/\/+$/, ''), log: quiet });
    }
    /**
     * Sends `POST /repos/{owner}/{repo}/issues` with parameters for the path, the query or the body; `owner` and
     * `repo` are the target's.
     *
     * @throws GitHubError for every answer that is not 2xx, and where there is none
     */
    request(route, parameters, purpose) {
        return (0,p_retry__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .Ay)(() => this.#attempt(route, parameters, purpose), {
            retries: this.#patience.attempts - 1,
            minTimeout: 200,
            randomize: true,
            signal: this.#signal,
            shouldRetry: ({ error }) => isWorthwhile(error, purpose),
            onFailedAttempt: async ({ error, retriesLeft }) => {
                if (retriesLeft > 0 && isWorthwhile(error, purpose))
                    await (0,_runner_deadline_js__WEBPACK_IMPORTED_MODULE_1__/* .pause */ .v7)(1000 * error.retryAfter, this.#signal);
            },
        });
    }
    async #attempt(route, parameters, { what, permission }) {
        const { owner, repo } = this.target;
        const silence = AbortSignal.timeout(this.#patience.attempt);
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
            const seconds = this.#patience.attempt / 1000;
            throw _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y.from(silence.aborted ? new Error(`no answer in ${seconds} s`) : error, what, permission);
        }
    }
}
function isWorthwhile(error, { repeatable }) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y) || !error.passing)
        return false;
    return (repeatable || error.undone) && error.retryAfter <= LONGEST_PAUSE_SECONDS;
}


/***/ })

};
