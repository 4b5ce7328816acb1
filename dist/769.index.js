export const id = 769;
export const ids = [769];
export const modules = {

/***/ 51769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cloudflare: () => (/* binding */ cloudflare)
});

// EXTERNAL MODULE: ./build/runner/errors.js
var errors = __webpack_require__(6800);
// EXTERNAL MODULE: ./node_modules/p-retry/index.js + 1 modules
var p_retry = __webpack_require__(74995);
// EXTERNAL MODULE: ./build/systems/dns/network.js
var network = __webpack_require__(63455);
;// CONCATENATED MODULE: ./build/systems/dns/cloudflare-api.js



/** Milliseconds that one request may take. */
const PATIENCE = 15_000;
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
    /** All pages of a list. @throws ActionError */
    async list(path, query) {
        const items = [];
        for (let page = 1;; page++) {
            const words = new URLSearchParams({ ...query, page: String(page), per_page: '100' });
            const { result, result_info } = await this.#ask('GET', `${path}?${words}`);
            items.push(...result);
            if (page >= (result_info?.total_pages ?? 1))
                return items;
        }
    }
    async get(path) {
        return (await this.#ask('GET', path)).result;
    }
    async post(path, body) {
        return (await this.#ask('POST', path, body)).result;
    }
    async #ask(method, path, body) {
        try {
            return await (0,p_retry/* default */.Ay)(() => this.#once(method, path, body), {
                retries: 3,
                minTimeout: 500,
                signal: this.#signal,
                // 429 is said before anything is done; what became of a change after another failure nobody knows.
                shouldRetry: ({ error }) => !(error instanceof errors/* ActionError */.lZ) &&
                    !(0,network/* isLasting */.d)(error.cause) &&
                    (method === 'GET' || error.status === 429),
            });
        }
        catch (error) {
            this.#signal.throwIfAborted();
            if (error instanceof errors/* ActionError */.lZ)
                throw error;
            throw new errors/* ActionError */.lZ(`Cloudflare can not be reached (${(0,network/* whyUnreached */.Y)(error.cause ?? error)}); check \`endpoint\` and the network of the runner.`, { cause: error });
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
        const envelope = parse(await response.text());
        if (response.ok && envelope?.success)
            return envelope;
        const { status } = response;
        if (status === 429 || status >= 500)
            throw Object.assign(new Error(`HTTP ${status}`), { status });
        const [first] = envelope?.errors ?? [];
        const words = first ? `${first.message} (${first.code})` : `HTTP ${status}`;
        if (status === 401 || status === 403 || [6003, 9109, 10000].includes(first?.code ?? 0)) {
            throw new errors/* ActionError */.lZ(`Cloudflare does not take \`api-token\`: ${words}; it needs Zone:Read and DNS:Edit on the zone.`);
        }
        throw new errors/* ActionError */.lZ(`Cloudflare says: ${words}.`);
    }
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/systems/dns/provider.js
var provider = __webpack_require__(41868);
// EXTERNAL MODULE: ./build/systems/dns/values.js
var dns_values = __webpack_require__(98023);
;// CONCATENATED MODULE: ./build/systems/dns/cloudflare.js




/** `ttl: 1` is automatic, which is five minutes. */
const AUTOMATIC = 300;
/** A zone of Cloudflare, by name or id. */
async function cloudflare(zone, { token, endpoint, signal }) {
    const api = new CloudflareApi(token, endpoint, signal);
    const { id, name_servers: servers } = await find(api, zone);
    async function read(name) {
        const records = await api.list(`/zones/${id}/dns_records`, { 'name.exact': name });
        const types = [...new Set(records.map(({ type }) => type))];
        return types.map((type) => heldOf(type, records.filter((record) => record.type === type)));
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
        return api.get(`/zones/${zone}`);
    const [found] = await api.list('/zones', { name: zone });
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
const presentation = (type, { content, priority }) => (0,dns_values/* normalValue */.Fl)(type, type === 'MX' && priority !== undefined ? `${priority} ${content}` : content);
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


/***/ })

};
