"use strict";
exports.id = 2310;
exports.ids = [2310];
exports.modules = {

  71581:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    h: () => (  withoutEndSlashes)
  });
const withoutEndSlashes = (text) => text.replace(/(?<!\/)\/+$/, '');


  }),

  39668:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    JY: () => (  textWithin),
    Xi: () => (  linesWithin),
    YZ: () => (  endOfText)
  });
  var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);

async function textWithin(stream, most) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of stream) {
        chunks.push(chunk);
        bytes += chunk.byteLength;
        if (bytes > most)
            break;
    }
    return { text: Buffer.concat(chunks).subarray(0, most).toString(), isCut: bytes > most };
}
function endOfText(most) {
    let chunks = [];
    let bytes = 0;
    const end = () => Buffer.concat(chunks).subarray(-most);
    return {
        hear(chunk) {
            chunks.push(chunk);
            bytes += chunk.byteLength;
            if (bytes <= 2 * most)
                return;
            chunks = [end()];
            bytes = most;
        },
        text: () => end().toString(),
    };
}
function linesWithin(most, onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    let rest = '';
    const take = (text) => {
        rest = rest.length < most ? rest + text.slice(0, most - rest.length) : rest;
    };
    const flush = () => {
        onLine(rest.replace(/\r$/, ''));
        rest = '';
    };
    return {
        hear(chunk) {
            const [first = '', ...others] = decoder.write(chunk).split('\n');
            take(first);
            for (const other of others) {
                flush();
                take(other);
            }
        },
        end() {
            take(decoder.end());
            if (rest !== '')
                flush();
        },
    };
}


  }),

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


  })

};
;