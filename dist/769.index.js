export const id = 769;
export const ids = [769];
export const modules = {

/***/ 81390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jr: () => (/* binding */ SINK_LIMITS),
/* harmony export */   __: () => (/* binding */ Budget),
/* harmony export */   aB: () => (/* binding */ PassingError)
/* harmony export */ });
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74995);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97583);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6800);



/** What a sink may take (docs/notifications.md says the same). */
const SINK_LIMITS = { attempts: 3, attemptSeconds: 5, seconds: 15 };
/** A failure that may be over in a moment: worth another attempt, `retryAfter` seconds later. */
class PassingError extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ {
    retryAfter;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.name = 'PassingError';
        this.retryAfter = options.retryAfter ?? 0;
    }
}
/** The time and the attempts of one sink, for all its requests together. The clock runs from the start. */
class Budget {
    /** The most attempts that one request took. */
    attempts = 0;
    #outer;
    #signal;
    #limits;
    #ends;
    constructor(outer, limits = SINK_LIMITS) {
        this.#outer = outer;
        this.#limits = limits;
        this.#ends = performance.now() + limits.seconds * 1000;
        this.#signal = AbortSignal.any([outer, AbortSignal.timeout(limits.seconds * 1000)]);
    }
    /**
     * Does something until it works: again after a PassingError, as long as attempts and time are left. `once` gets
     * a signal that ends its attempt; where it does not listen, it is left behind.
     *
     * @param who who is waited for, in the sentence about a silence: `Slack`
     * @throws what the last attempt threw; the reason of the outer signal where that one aborted
     */
    async spend(who, once) {
        let tries = 0;
        let last;
        try {
            return await (0,p_retry__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .Ay)(() => {
                tries += 1;
                this.attempts = Math.max(this.attempts, tries);
                return this.#attempt(who, once);
            }, {
                retries: this.#limits.attempts - 1,
                minTimeout: 200,
                randomize: true,
                signal: this.#signal,
                shouldRetry: ({ error }) => this.#isWorthwhile(error),
                onFailedAttempt: async ({ error, retriesLeft }) => {
                    last = error;
                    if (retriesLeft > 0 && this.#isWorthwhile(error))
                        await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(1000 * error.retryAfter, this.#signal);
                },
            });
        }
        catch (error) {
            this.#outer.throwIfAborted();
            throw this.#signal.aborted ? (last ?? this.#silence(who, this.#limits.seconds)) : error;
        }
    }
    async #attempt(who, once) {
        const seconds = this.#limits.attemptSeconds;
        const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(seconds * 1000)]);
        const over = Promise.withResolvers();
        const end = () => over.reject(this.#silence(who, seconds));
        signal.addEventListener('abort', end, { once: true });
        try {
            signal.throwIfAborted();
            return await Promise.race([once(signal), over.promise]);
        }
        catch (error) {
            throw signal.aborted ? this.#silence(who, seconds) : error;
        }
        finally {
            signal.removeEventListener('abort', end);
        }
    }
    /** Who asks for more time than is left is not asked again. */
    #isWorthwhile(error) {
        const left = (this.#ends - performance.now()) / 1000;
        return error instanceof PassingError && error.retryAfter < left && !this.#signal.aborted;
    }
    #silence = (who, seconds) => new PassingError(`${who} gave no answer in ${seconds} s; look at its status page and the network of the runner.`);
}


/***/ }),

/***/ 51769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cloudflare: () => (/* binding */ cloudflare)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/runner/errors.js
var errors = __webpack_require__(6800);
// EXTERNAL MODULE: ./node_modules/p-retry/index.js + 1 modules
var p_retry = __webpack_require__(74995);
// EXTERNAL MODULE: ./build/systems/http/post.js
var post = __webpack_require__(81094);
// EXTERNAL MODULE: ./build/systems/network.js
var network = __webpack_require__(69355);
;// CONCATENATED MODULE: ./build/systems/dns/cloudflare-api.js





/** Milliseconds that one request may take. */
const PATIENCE = 15_000;
/** Bytes of an answer that are read, and pages of a list: a name has some records, and an account some zones. */
const MOST = { bytes: 8 * 1024 * 1024, pages: 100 };
/** Cloudflare's API: JSON in its envelope. Reads are tried again, changes only where they were not begun. */
class CloudflareApi {
    #base;
    #token;
    #signal;
    constructor(token, endpoint, signal) {
        this.#base = (endpoint ?? 'https://api.cloudflare.com/client/v4').replace(/\/$/, '');
        this.#token = token;
        this.#signal = signal;
    }
    /** All pages of a list, each item as `schema` has it. @throws ActionError, also where the answer is no such list */
    async list(path, query, schema) {
        const items = [];
        for (let page = 1; page <= MOST.pages; page++) {
            const words = new URLSearchParams({ ...query, page: String(page), per_page: '100' });
            const { result, result_info } = await this.#ask('GET', `${path}?${words}`);
            items.push(...understood(dist/* array */.YOg(schema), result));
            if (!(page < Number(result_info?.total_pages ?? 1)))
                return items;
        }
        throw new errors/* ActionError */.lZ(`Cloudflare lists more than ${MOST.pages} pages; check \`endpoint\` and \`zone\`.`);
    }
    /** @throws ActionError, also where the answer is not as `schema` has it */
    async get(path, schema) {
        return understood(schema, (await this.#ask('GET', path)).result);
    }
    async post(path, body) {
        await this.#ask('POST', path, body);
    }
    async #ask(method, path, body) {
        try {
            return await (0,p_retry/* default */.Ay)(() => this.#once(method, path, body), {
                retries: 3,
                minTimeout: 500,
                signal: this.#signal,
                // 429 is said before anything is done; what became of a change after another failure nobody knows.
                shouldRetry: ({ error }) => !(error instanceof errors/* ActionError */.lZ) &&
                    !(0,network/* isLasting */.dJ)(error) &&
                    (method === 'GET' || error.status === 429),
            });
        }
        catch (error) {
            this.#signal.throwIfAborted();
            if (error instanceof errors/* ActionError */.lZ)
                throw error;
            throw new errors/* ActionError */.lZ(`Cloudflare can not be reached (${(0,network/* whyUnreached */.YZ)(error)}); check \`endpoint\` and the network of the runner.`, { cause: error });
        }
    }
    async #once(method, path, body) {
        const response = await fetch(`${this.#base}${path}`, {
            method,
            redirect: 'error',
            signal: AbortSignal.any([this.#signal, AbortSignal.timeout(PATIENCE)]),
            headers: { Authorization: `Bearer ${this.#token}`, 'Content-Type': 'application/json' },
            ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        const envelope = parse(await (0,post/* bodyOf */.EN)(response, MOST.bytes));
        if (response.ok && envelope?.success)
            return envelope;
        const { status } = response;
        if (status === 429 || status >= 500)
            throw Object.assign(new Error(`HTTP ${status}`), { status });
        const [first] = envelope?.errors ?? [];
        const words = first
            ? `${first.message.replace(/\s+/g, ' ').slice(0, 300)} (${first.code})`
            : `HTTP ${status}`;
        if (status === 401 || status === 403 || [6003, 9109, 10000].includes(first?.code ?? 0)) {
            throw new errors/* ActionError */.lZ(`Cloudflare does not take \`api-token\`: ${words}; it needs Zone:Read and DNS:Edit on the zone.`);
        }
        throw envelope ? new errors/* ActionError */.lZ(`Cloudflare says: ${words}.`) : notCloudflare(words);
    }
}
const envelopes = dist/* object */.Ikc({
    success: dist/* boolean */.zMY(),
    result: dist/* optional */.lqM(dist/* unknown */.L5J()),
    errors: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ code: dist/* number */.aig(), message: dist/* string */.YjP() }))),
    result_info: dist/* nullish */.cl6(dist/* object */.Ikc({ total_pages: dist/* optional */.lqM(dist/* number */.aig()) })),
});
function parse(text) {
    try {
        const { success, output } = dist/* safeParse */.xLC(envelopes, JSON.parse(text));
        return success ? output : undefined;
    }
    catch {
        return undefined;
    }
}
function understood(schema, result) {
    const parsed = dist/* safeParse */.xLC(schema, result);
    if (parsed.success)
        return parsed.output;
    throw notCloudflare(parsed.issues[0].message.replace(/\s+/g, ' ').slice(0, 300));
}
const notCloudflare = (words) => new errors/* ActionError */.lZ(`What answers is not Cloudflare's API (${words}); check \`endpoint\`.`);

// EXTERNAL MODULE: ./build/systems/dns/provider.js
var provider = __webpack_require__(41868);
// EXTERNAL MODULE: ./build/systems/dns/values.js
var dns_values = __webpack_require__(98023);
;// CONCATENATED MODULE: ./build/systems/dns/cloudflare.js





/** A record as the API has it; one value each. */
const records = dist/* looseObject */._H3({
    id: dist/* string */.YjP(),
    type: dist/* string */.YjP(),
    name: dist/* string */.YjP(),
    content: dist/* string */.YjP(),
    ttl: dist/* number */.aig(),
    priority: dist/* nullish */.cl6(dist/* number */.aig()),
    proxied: dist/* nullish */.cl6(dist/* boolean */.zMY()),
});
const zones = dist/* object */.Ikc({
    id: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\w+$/)),
    name_servers: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP()), []),
});
/** `ttl: 1` is automatic, which is five minutes. */
const AUTOMATIC = 300;
/** A zone of Cloudflare, by name or id. */
async function cloudflare(zone, { token, endpoint, signal }) {
    const api = new CloudflareApi(token, endpoint, signal);
    const { id, name_servers: servers } = await find(api, zone);
    async function read(name) {
        const found = await api.list(`/zones/${id}/dns_records`, { 'name.exact': name }, records);
        const types = [...new Set(found.map(({ type }) => type))];
        return types.map((type) => heldOf(type, found.filter((record) => record.type === type)));
    }
    async function change(name, held, wanted) {
        const now = (await read(name)).find(({ type }) => type === held.type);
        if (!now || now.ttl !== held.ttl || !(0,dns_values/* sameValues */.Z)(now.values, held.values))
            throw (0,provider/* changedMeanwhile */.F)(name, held.type);
        await api.post(`/zones/${id}/dns_records/batch`, batchOf(name, now, wanted));
    }
    return {
        read,
        change,
        nameServers: async () => servers,
        readValue: (type, text) => (0,dns_values/* normalValue */.Fl)(type, text),
        refusesTtl: (ttl, held) => isProxied(held)
            ? 'the TTL of a proxied record is automatic; leave `ttl` out'
            : ttl >= 60 && ttl <= 86_400
                ? undefined
                : 'Cloudflare takes from 60 to 86400 seconds',
    };
}
const isProxied = ({ raw }) => raw.some(({ proxied }) => proxied);
async function find(api, zone) {
    if (/^[0-9a-f]{32}$/.test(zone))
        return api.get(`/zones/${zone}`, zones);
    const [found] = await api.list('/zones', { name: zone }, zones);
    if (found)
        return found;
    throw new errors/* ActionError */.lZ(`Cloudflare has no zone ${zone} that \`api-token\` may see; check both.`);
}
function heldOf(type, records) {
    const ttl = records[0]?.ttl ?? 1;
    const known = dns_values/* TYPES */.QE.find((each) => each === type);
    const proxied = records.some((record) => record.proxied);
    const seconds = ttl === 1 ? AUTOMATIC : ttl;
    return {
        type,
        ttl: seconds,
        values: records.map((record) => (known ? presentation(known, record) : record.content)),
        // Behind the proxy name servers answer Cloudflare's own addresses.
        answered: !proxied,
        lag: proxied ? 0 : seconds,
        raw: records,
    };
}
const presentation = (type, { content, priority }) => (0,dns_values/* heldValue */.VL)(type, type === 'MX' && typeof priority === 'number' ? `${priority} ${content}` : content);
/** What is sent for a value. */
function contentOf(type, value) {
    const parts = value.split(' ');
    if (type === 'MX')
        return { priority: Number(parts[0]), content: parts[1] };
    if (type === 'SRV') {
        const [priority, weight, port, target] = parts;
        return { data: { priority: Number(priority), weight: Number(weight), port: Number(port), target } };
    }
    if (type === 'CAA')
        return { data: { flags: Number(parts[0]), tag: parts[1], value: (0,dns_values/* textOf */.b6)(parts.slice(2).join(' ')) } };
    return { content: value };
}
/**
 * One batch, which takes place as a whole: records that stay are changed in place, so that proxy, comment and tags
 * stay; what is too many goes, what is too few comes, like what was there, or as it once was.
 */
function batchOf(name, held, wanted) {
    const records = held.raw;
    const former = (wanted.raw ?? []);
    const { type } = held;
    // An automatic TTL stays so while nobody asks for another one.
    const ttl = wanted.ttl === held.ttl ? (records[0]?.ttl ?? wanted.ttl) : wanted.ttl;
    const values = new Map(records.map((record, index) => [record.id, held.values[index] ?? '']));
    const missing = wanted.values.filter((value) => ![...values.values()].includes(value));
    const surplus = records.filter(({ id }) => !wanted.values.includes(values.get(id) ?? ''));
    const patches = records
        .filter((record) => !surplus.includes(record))
        .filter((record) => record.ttl !== ttl)
        .map(({ id }) => ({ id, ttl }));
    const replaced = surplus
        .slice(0, missing.length)
        .map(({ id }, index) => ({ id, ttl, ...contentOf(type, missing[index]) }));
    const posts = missing.slice(surplus.length).map((value) => {
        const known = dns_values/* TYPES */.QE.find((each) => each === type);
        const like = former.find((record) => known && presentation(known, record) === value) ?? records[0];
        const { proxied, comment, tags, settings } = like ?? {};
        const kept = { proxied, comment, tags, settings };
        return { name, type, ttl, ...kept, ...contentOf(type, value) };
    });
    const deletes = surplus.slice(missing.length).map(({ id }) => ({ id }));
    return { deletes, patches: [...patches, ...replaced], posts };
}


/***/ }),

/***/ 41868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ changedMeanwhile)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);

/** Somebody else was quicker. */
const changedMeanwhile = (name, type) => new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The ${type} record of ${name} was changed by somebody else since it was read, so nothing was changed; look at it, and run it again.`);


/***/ }),

/***/ 81094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ decoded),
/* harmony export */   EN: () => (/* binding */ bodyOf),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   bE: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _runner_budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81390);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6800);
/* harmony import */ var _network_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69355);



/** The most of an answer that is read, in bytes: what comes after it tells nobody anything. */
const MOST_READ = 64 * 1024;
/**
 * Sends JSON by POST within a budget. 408, 429 (after `Retry-After`), 5xx and lost connections are tried again;
 * every other answer that is not 2xx is final. No redirect is followed: it could carry a secret to another host.
 *
 * @param accept makes of a 2xx what is wanted, or throws: a PassingError there is another reason to try again
 * @throws ActionError with one sentence
 */
function post(letter, budget, accept) {
    const url = urlOf(letter);
    return budget.spend(`${letter.to} (${url.host})`, async (signal) => accept(await attempt(letter, url, signal)));
}
/** A part of a URL as it was meant, or as it is where nobody encoded it. */
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}
/** The answer's JSON object, or an empty one where it is none. */
function objectOf({ body }) {
    try {
        const parsed = JSON.parse(body);
        return typeof parsed === 'object' && parsed !== null ? parsed : {};
    }
    catch {
        return {};
    }
}
function urlOf({ to, url }) {
    const parsed = URL.parse(url);
    if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:')
        return parsed;
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The URL for ${to} is no http or https URL; check the input or the secret it comes from.`);
}
async function attempt({ to, headers, body }, given, signal) {
    const { url, authorization } = withoutCredentials(given);
    const who = `${to} (${url.host})`;
    const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal,
        headers: {
            'Content-Type': 'application/json; charset=utf-8',
            'User-Agent': 'rollback-actions',
            ...authorization,
            ...headers,
        },
        body,
    }).catch((error) => {
        throw unreachable(who, error);
    });
    const answer = await bodyOf(response, MOST_READ).catch((error) => {
        throw unreachable(who, error);
    });
    const { status } = response;
    if (status >= 200 && status < 300)
        return { status, body: answer };
    const said = `${who} refused the message (${status}${wordsOf(answer)})`;
    if (status === 408 || status === 429 || status >= 500)
        throw new _runner_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .PassingError */ .aB(`${said}; it does not work at the moment.`, {
            retryAfter: secondsOf(response.headers.get('retry-after')),
        });
    if (status >= 300 && status < 400)
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${said}: it wants to redirect it, which is not followed; give the URL it leads to.`);
    throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${said}; check the URL and the key that it was sent with.`);
}
/** fetch refuses `https://user:password@host`, so user and password travel as a header. */
function withoutCredentials(given) {
    const url = new URL(given);
    if (url.username === '' && url.password === '')
        return { url, authorization: {} };
    const pair = `${decoded(url.username)}:${decoded(url.password)}`;
    url.username = '';
    url.password = '';
    return { url, authorization: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}
/** An answer's body as far as `most` bytes; who sends more has nothing more to say. */
async function bodyOf(response, most) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes >= most)
            break;
    }
    return Buffer.concat(chunks).subarray(0, most).toString();
}
/** What an answer says, unless it is the page of a proxy. */
function wordsOf(body) {
    const words = body.replace(/\s+/g, ' ').trim();
    if (words === '')
        return '';
    return words.startsWith('<') ? ', an HTML page' : `: ${words.slice(0, 200)}`;
}
/** `Retry-After` in seconds, also where it is a date. */
function secondsOf(header) {
    if (!header)
        return 0;
    const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
    return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}
function unreachable(who, error) {
    const { code = '', message } = (0,_network_js__WEBPACK_IMPORTED_MODULE_2__/* .innermost */ .OI)(error);
    const sentence = `${who} can not be reached: ${(0,_network_js__WEBPACK_IMPORTED_MODULE_2__/* .whyUnreached */ .YZ)(error)}; check its URL and the network of the runner.`;
    const final = /CERT|certificate|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_VERIFY/i.test(`${code} ${message}`);
    return final ? new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(sentence, { cause: error }) : new _runner_budget_js__WEBPACK_IMPORTED_MODULE_0__/* .PassingError */ .aB(sentence, { cause: error });
}


/***/ })

};
