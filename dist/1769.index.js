"use strict";
exports.id = 1769;
exports.ids = [1769];
exports.modules = {

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

  51769:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  cloudflare: () => (  cloudflare)
});

var dist = __webpack_require__(77934);
var errors = __webpack_require__(45145);
var redact = __webpack_require__(90763);
var retry = __webpack_require__(31666);
var waits = __webpack_require__(95282);
var client = __webpack_require__(25019);
; 






const ATTEMPTS = 4;
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
const MAX_PAGES = 100;
const PAGE = { zones: '50', others: '100' };
class CloudflareApi {
    #base;
    #token;
    #signal;
    constructor(token, endpoint, signal) {
        this.#base = (endpoint ?? 'https://api.cloudflare.com/client/v4').replace(/\/$/, '');
        this.#token = token;
        this.#signal = signal;
    }
    async list(path, query, schema) {
        const items = await this.listUpTo(MAX_PAGES, path, query, schema);
        if (items)
            return items;
        throw new errors .lZ(`Cloudflare lists more than ${MAX_PAGES} pages; check \`endpoint\` and \`zone\`.`);
    }
    async listUpTo(mostPages, path, query, schema) {
        const items = [];
        for (let page = 1;; page++) {
            const per_page = path === '/zones' ? PAGE.zones : PAGE.others;
            const words = new URLSearchParams({ ...query, page: String(page), per_page });
            const { result, result_info } = await this.#call('GET', `${path}?${words}`);
            items.push(...understood(dist .YOg(schema), result));
            const pages = Number(result_info?.total_pages ?? 1);
            if (!(page < pages))
                return items;
            if (pages > mostPages)
                return undefined;
        }
    }
    async get(path, schema) {
        return understood(schema, (await this.#call('GET', path)).result);
    }
    async post(path, body) {
        await this.#call('POST', path, body);
    }
    #call(method, path, body) {
        return (0,retry .L5)(() => this.#once(method, path, body), {
            signal: this.#signal,
            attempts: ATTEMPTS,
            repeatable: method === 'GET',
        });
    }
    async #once(method, path, body) {
        const late = AbortSignal.timeout(waits .r.CLOUDFLARE_ATTEMPT_MS);
        const { status, headers, ...answer } = await (0,client .tN)({
            peer: 'Cloudflare',
            check: '`endpoint`',
            url: new URL(`${this.#base}${path}`),
            method,
            headers: { Authorization: `Bearer ${this.#token}`, 'Content-Type': 'application/json' },
            ...(body !== undefined && { body: JSON.stringify(body) }),
            mostBytes: MAX_ANSWER_BYTES,
        }, AbortSignal.any([this.#signal, late])).catch((error) => {
            this.#signal.throwIfAborted();
            throw late.aborted ? silence() : error;
        });
        const envelope = parse(answer.body);
        if (status >= 200 && status < 300 && envelope?.success)
            return envelope;
        if ((0,client .Wj)(status))
            throw new retry .aB(`Cloudflare cannot do it at the moment (HTTP ${status}); run this again later.`, {
                retryAfterMs: (0,retry .Vs)(headers.get('retry-after')),
                isLimit: status === 429,
                mayBeDone: status !== 429,
            });
        throw refused(status, envelope);
    }
}
const silence = () => new retry .aB('Cloudflare cannot be reached (no answer); check `endpoint` and the network of the runner.', { mayBeDone: true });
function refused(status, envelope) {
    const [first] = envelope?.errors ?? [];
    const words = first ? `${oneLine(first.message)} (${first.code})` : `HTTP ${status}`;
    if (status === 401 || status === 403 || [6003, 9109, 10000].includes(first?.code ?? 0)) {
        return new errors .lZ(`Cloudflare does not take \`api-token\`: ${words}; it needs Zone:Read and DNS:Edit on the zone.`);
    }
    return envelope ? new errors .lZ(`Cloudflare says: ${words}.`) : notCloudflare(words);
}
const oneLine = (text) => (0,redact .Ir)(text, 300).replace(/\s+/g, ' ');
const envelopes = dist .Ikc({
    success: dist .zMY(),
    result: dist .lqM(dist .L5J()),
    errors: dist .cl6(dist .YOg(dist .Ikc({ code: dist .aig(), message: dist .YjP() }))),
    result_info: dist .cl6(dist .Ikc({ total_pages: dist .lqM(dist .aig()) })),
});
function parse(text) {
    const { success, output } = dist .xLC(envelopes, (0,client .o_)(text));
    return success ? output : undefined;
}
function understood(schema, result) {
    const parsed = dist .xLC(schema, result);
    if (parsed.success)
        return parsed.output;
    throw notCloudflare(oneLine(parsed.issues[0].message));
}
const notCloudflare = (words) => new errors .lZ(`What answers is not Cloudflare's API (${words}); check \`endpoint\`.`);

var provider = __webpack_require__(41868);
var dns_values = __webpack_require__(98023);
; 







const records = dist ._H3({
    id: dist .YjP(),
    type: dist .YjP(),
    name: dist .YjP(),
    content: dist .YjP(),
    ttl: dist .aig(),
    priority: dist .cl6(dist .aig()),
    proxied: dist .cl6(dist .zMY()),
});
const zones = dist .Ikc({
    id: dist .FsL(dist .YjP(), dist .yGV(/^\w+$/)),
    name: dist .YjP(),
    name_servers: dist .lqM(dist .YOg(dist .YjP()), []),
    status: dist .cl6(dist .YjP()),
});
const balancers = dist ._H3({ name: dist .YjP(), enabled: dist .cl6(dist .zMY()) });
const BALANCED = ['A', 'AAAA', 'CNAME'];
const AUTOMATIC = 300;
const MOST_PAGES = 10;
async function cloudflare(zone, { token, endpoint, signal }) {
    const api = new CloudflareApi(token, endpoint, signal);
    const { id, name: zoneName, name_servers: servers, status } = await find(api, zone);
    requireActive(zoneName, servers, status);
    const path = `/zones/${id}/dns_records`;
    async function read(name) {
        const listed = await api.list(path, { 'name.exact': name }, records);
        return heldIn(listed.filter((record) => (0,dns_values .tK)(record.name) === name));
    }
    async function survey(name) {
        const own = await read(name);
        const listed = own.map((held) => ({ ...held, name }));
        for (const parent of (0,provider .Tq)(name, zoneName))
            listed.push(...(await read(parent)).map((held) => ({ ...held, name: parent })));
        if (own.length === 0)
            for (const star of (0,provider .nC)(name, zoneName))
                listed.push(...(await read(star)).map((held) => ({ ...held, name: star })));
        const [first = ''] = name.split('.');
        const filter = first === '*' || name === zoneName ? {} : { 'name.contains': first };
        const near = await api.listUpTo(MOST_PAGES, path, filter, records);
        const names = Map.groupBy(near ?? [], (record) => (0,dns_values .tK)(record.name) ?? record.name.toLowerCase());
        const around = [...names].flatMap(([each, found]) => heldIn(found).map((held) => ({ ...held, name: each })));
        const { held } = (0,provider .i5)(name, zoneName, listed, true);
        const isBalanced = own.some(isProxied) && (await hasBalancer(name));
        const locked = 'a load balancer of Cloudflare has its name and answers in its place; change that';
        return {
            ...(0,provider .i5)(name, zoneName, around, near !== undefined),
            held: held.map((each) => (isBalanced && BALANCED.includes(each.type) ? { ...each, locked } : each)),
        };
    }
    async function hasBalancer(name) {
        const listed = await api.list(`/zones/${id}/load_balancers`, {}, balancers).catch((error) => {
            signal.throwIfAborted();
            if (error instanceof retry .aB || !(error instanceof errors .lZ))
                throw error;
            return [];
        });
        return listed.some((each) => (0,dns_values .tK)(each.name) === name && each.enabled !== false);
    }
    async function change(name, held, wanted) {
        const now = (await read(name)).find(({ type }) => type === held.type);
        if (!now || now.ttl !== held.ttl || !(0,dns_values .Z)(now.values, held.values))
            throw (0,provider .Fd)(name, held.type);
        await api.post(`${path}/batch`, batchOf(name, now, wanted));
        return async () => { };
    }
    return {
        zone: zoneName,
        read,
        survey,
        change,
        nameServers: async () => servers,
        readValue: (type, text) => (0,dns_values .Fl)(type, text),
        refusesTtl: (ttl, held) => isProxied(held)
            ? 'the TTL of a proxied record is automatic; leave `ttl` out'
            : ttl >= 60 && ttl <= 86_400
                ? undefined
                : 'Cloudflare takes from 60 to 86400 seconds',
        changedBeside: () => undefined,
    };
}
const isProxied = ({ raw }) => raw.some(({ proxied }) => proxied);
async function find(api, zone) {
    const isId = /^[0-9a-f]{32}$/.test(zone);
    const listed = isId
        ? [await api.get(`/zones/${zone}`, zones)]
        : await api.list('/zones', { name: zone }, zones);
    const found = listed
        .map((each) => ({ ...each, name: (0,dns_values .tK)(each.name) ?? each.name }))
        .find(({ id, name }) => (isId ? id : name) === zone);
    if (found)
        return found;
    throw new errors .lZ(`Cloudflare has no zone ${zone} that \`api-token\` may see; check both.`);
}
function requireActive(zone, servers, status) {
    if (status == null || status === 'active')
        return;
    const delegate = `switch it where it is delegated to, or delegate it to ${servers.join(' and ') || 'the servers of Cloudflare'}`;
    const [meaning, remedy] = (Object.hasOwn(INACTIVE, status) ? INACTIVE[status] : undefined) ?? [
        'what that means is unknown',
        delegate,
    ];
    throw new errors .lZ(`Cloudflare does not serve the zone ${zone}, which it calls ${JSON.stringify((0,redact .Ir)(status, 50))} (${meaning}), so no one would see the change; ${remedy ?? delegate}.`);
}
const INACTIVE = {
    initializing: ['its setup is not finished', 'finish that first'],
    pending: ['its domain is not delegated to Cloudflare yet'],
    moved: ['its domain is delegated to Cloudflare no more'],
    deleted: ['it was deleted', 'add it again, or switch it where it is delegated to'],
    deactivated: ['Cloudflare has deactivated it', 'let Cloudflare activate it again'],
};
function heldIn(found) {
    return [...Map.groupBy(found, ({ type }) => type)].map(([type, own]) => heldOf(type, own));
}
function heldOf(type, records) {
    const known = dns_values .QE.find((each) => each === type);
    const proxied = records.some((record) => record.proxied);
    const ttls = records.map(({ ttl }) => (ttl === 1 ? AUTOMATIC : ttl));
    return {
        type,
        ttl: Math.min(...ttls),
        values: records.map((record) => (known ? presentation(known, record) : record.content)),
        publiclyResolvable: !proxied && !records.some(isFlattened),
        ttlRemaining: proxied ? 0 : Math.max(...ttls),
        notes: records.flatMap(({ comment, tags = [] }) => [...(comment ? [comment] : []), ...tags]),
        ...(records.some(isLocked) && {
            locked: 'it is made by an app, a tunnel or another service of Cloudflare; change it there',
        }),
        raw: records,
        providerForm: records,
    };
}
const isFlattened = ({ settings }) => settings?.flatten_cname === true;
const isLocked = ({ meta }) => ['managed_by_apps', 'managed_by_argo_tunnel', 'read_only'].some((field) => meta?.[field] === true);
const presentation = (type, { content, priority }) => (0,dns_values .VL)(type, type === 'MX' && typeof priority === 'number' ? `${priority} ${content}` : content);
function contentOf(type, value) {
    const parts = value.split(' ');
    if (type === 'MX')
        return { priority: Number(parts[0]), content: parts[1] };
    if (type === 'SRV') {
        const [priority, weight, port, target] = parts;
        return { data: { priority: Number(priority), weight: Number(weight), port: Number(port), target } };
    }
    if (type === 'CAA')
        return { data: { flags: Number(parts[0]), tag: parts[1], value: (0,dns_values .g7)(parts.slice(2).join(' ')) } };
    return { content: value };
}
function batchOf(name, held, wanted) {
    const records = held.raw;
    const former = formerOf(held.type, wanted);
    const { type } = held;
    const known = dns_values .QE.find((each) => each === type);
    const asItWas = (value) => former.find((record) => known && presentation(known, record) === value);
    const ttlOf = (value, own) => asItWas(value)?.ttl ?? (wanted.ttl === held.ttl ? (own?.ttl ?? wanted.ttl) : wanted.ttl);
    const values = new Map(records.map((record, index) => [record.id, held.values[index] ?? '']));
    const missing = wanted.values.filter((value) => ![...values.values()].includes(value));
    const surplus = records.filter(({ id }) => !wanted.values.includes(values.get(id) ?? ''));
    const patches = records
        .filter((record) => !surplus.includes(record))
        .map((record) => ({ record, ttl: ttlOf(values.get(record.id) ?? '', record) }))
        .filter(({ record, ttl }) => record.ttl !== ttl)
        .map(({ record: { id }, ttl }) => ({ id, ttl }));
    const wasOf = (value) => surplus.find(({ id }) => id === asItWas(value)?.id);
    const pairs = new Map(paired(surplus, missing, wasOf));
    const replaced = [...pairs].map(([record, value]) => {
        const ttl = ttlOf(value, record);
        const own = wasOf(value) === record ? {} : ownOf(asItWas(value));
        return { id: record.id, ttl, ...own, ...contentOf(type, value) };
    });
    const used = new Set(pairs.values());
    const posts = missing
        .filter((value) => !used.has(value))
        .map((value) => {
        const like = asItWas(value) ?? records[0];
        return { name, type, ttl: ttlOf(value, like), ...ownOf(like), ...contentOf(type, value) };
    });
    const deletes = surplus.filter((record) => !pairs.has(record)).map(({ id }) => ({ id }));
    return { deletes, patches: [...patches, ...replaced], posts };
}
function paired(records, values, wasOf) {
    const own = new Map();
    for (const value of values) {
        const former = wasOf(value);
        if (former && !own.has(former))
            own.set(former, value);
    }
    const taken = new Set(own.values());
    const rest = values.filter((value) => !taken.has(value));
    const free = records.filter((record) => !own.has(record)).slice(0, rest.length);
    return [
        ...own,
        ...free.map((record, index) => [record, rest[index]]),
    ];
}
function formerOf(type, { raw, ttl, values }) {
    if (raw === undefined)
        return [];
    if (dist.is(dist .FsL(dist .YOg(records), dist .BpQ(1)), raw)) {
        const former = heldOf(type, raw);
        const isOwn = raw.every((record) => record.type === type);
        if (isOwn && former.ttl === ttl && (0,dns_values .Z)(former.values, values))
            return raw;
    }
    throw (0,provider .V4)();
}
function ownOf(record) {
    if (record === undefined)
        return {};
    const { proxied, comment, tags, settings, private_routing } = record;
    return { proxied, comment, tags, settings, private_routing };
}


  }),

  41868:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Fd: () => (  changedMeanwhile),
    Tq: () => (  between),
    V4: () => (  contradicts),
    i5: () => (  surroundings),
    nC: () => (  starsAbove)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98023);


const contradicts = () => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `previous` contradicts itself: its `raw` is another record set than its values say; take it as the switch gave it.');
function above(name, zone) {
    const labels = name.split('.');
    return labels
        .slice(1)
        .map((_, index) => labels.slice(index + 1).join('.'))
        .filter((parent) => parent === zone || parent.endsWith(`.${zone}`));
}
const starsAbove = (name, zone) => above(name, zone)
    .map((parent) => `*.${parent}`)
    .filter((star) => star !== name);
const between = (name, zone) => above(name, zone).filter((parent) => parent !== zone);
function delegation(name, zone, records) {
    const at = [...(name === zone ? [] : [name]), ...between(name, zone)];
    const found = records.find((record) => record.type === 'NS' && at.includes(record.name));
    const servers = (found?.values ?? []).map((value) => (0,_values_js__WEBPACK_IMPORTED_MODULE_1__  .tK)(value) ?? value);
    return found === undefined || servers.includes(name)
        ? undefined
        : `${found.name} is delegated to ${servers.join(', ')}, and is answered there; change it there`;
}
function surroundings(name, zone, records, isWhole) {
    const names = new Set(records.map((record) => record.name));
    const star = names.has(name) ? undefined : starFor(name, zone, names);
    const own = records.filter((record) => record.name === (star ?? name));
    const locked = delegation(name, zone, records);
    const held = locked === undefined ? own : own.map((record) => ({ ...record, locked }));
    const texts = new Map();
    for (const record of records)
        if (record.type === 'TXT')
            texts.set(record.name, [...(texts.get(record.name) ?? []), ...record.values]);
    const others = new Set(records.filter(({ type }) => type !== 'TXT').map((record) => record.name));
    return {
        held: star === undefined ? held : held.map((record) => ({ ...record, wildcard: star })),
        texts,
        others: isWhole ? others : undefined,
    };
}
function starFor(name, zone, names) {
    for (const star of starsAbove(name, zone)) {
        if (names.has(star))
            return star;
        const parent = star.slice(2);
        if ([...names].some((each) => each === parent || each.endsWith(`.${parent}`)))
            return undefined;
    }
    return undefined;
}
const changedMeanwhile = (name, type) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The ${type} record of ${name} was changed by someone else since it was read, so nothing was changed; look at it, and run it again.`);


  }),

  25019:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    KN: () => (  mayRedirect),
    Wj: () => (  isPassingStatus),
    Z9: () => (  wordsOf),
    o_: () => (  jsonOf),
    tN: () => (  send)
  });
  var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31666);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39668);
  var _network_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69355);
  var _requests_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5975);







const isPassingStatus = (status) => status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
async function send(request, signal) {
    const { url, authorization } = withoutCredentials(request.url);
    try {
        const response = await follow(request, url, { ...authorization, ...request.headers }, signal);
        const { text, isCut } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_4__  .JY)(response.body ?? node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([]), request.mostBytes);
        return { status: response.status, headers: response.headers, body: text, isCut };
    }
    catch (error) {
        if (signal.aborted || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ)
            throw error;
        throw unreachable(request, error);
    }
}
async function follow(request, url, headers, signal, left = request.redirects ?? 0) {
    (0,_requests_js__WEBPACK_IMPORTED_MODULE_6__  .z)('over HTTP');
    const response = await fetch(url, {
        method: request.method ?? 'GET',
        redirect: 'manual',
        signal,
        headers: {
            'User-Agent': 'rollback-actions',
            ...headers,
            ...(request.method === 'POST' && { Connection: 'close' }),
        },
        ...(request.body !== undefined && { body: request.body }),
    });
    const location = response.headers.get('location');
    if (left === 0 || ![301, 302, 303, 307, 308].includes(response.status) || location === null)
        return response;
    await response.body?.cancel();
    const next = URL.parse(location, url.href);
    if (!next || !mayRedirect(url, next))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${request.peer ?? request.url.host} redirects to where it is not followed; give the address that it leads to.`);
    const stays = next.origin === url.origin;
    return follow(request, withoutCredentials(next).url, stays ? headers : {}, signal, left - 1);
}
function mayRedirect(from, to) {
    if (to.protocol !== 'https:' && (to.protocol !== 'http:' || from.protocol === 'https:'))
        return false;
    return !isMetadata(to.hostname) && (isInternal(from.hostname) || !isInternal(to.hostname));
}
const isInternal = (host) => /^(localhost|[^.]+\.localhost|0\.0\.0\.0|127\.[\d.]+|\[::1?\]|\[::ffff:7f[\da-f:]+\])\.?$/.test(host);
const isMetadata = (host) => /^(169\.254\.[\d.]+|metadata(\.google\.internal)?|\[(fe[89ab]|fd00:ec2:|::ffff:a9fe:)[\da-f:]*\])\.?$/.test(host);
function withoutCredentials(given) {
    const url = new URL(given);
    if (url.username === '' && url.password === '')
        return { url, authorization: {} };
    const pair = `${decoded(url.username)}:${decoded(url.password)}`;
    url.username = '';
    url.password = '';
    return { url, authorization: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}
function jsonOf(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
function wordsOf(body, most = 200) {
    const words = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__  .Ir)(body, 4 * most)
        .replace(/\s+/g, ' ')
        .trim();
    if (words === '')
        return '';
    return words.startsWith('<') ? ', an HTML page' : `: ${words.slice(0, most)}`;
}
function unreachable({ peer, check, url }, error) {
    const remedy = check ? `; check ${check} and the network of the runner.` : '';
    const sentence = `${peer ?? url.host} cannot be reached: ${(0,_network_js__WEBPACK_IMPORTED_MODULE_5__  .N4)(error)}${remedy}`;
    return (0,_network_js__WEBPACK_IMPORTED_MODULE_5__  .dJ)(error)
        ? new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(sentence, { cause: error })
        : new _base_retry_js__WEBPACK_IMPORTED_MODULE_3__  .aB(sentence, { mayBeDone: !(0,_network_js__WEBPACK_IMPORTED_MODULE_5__  .Xm)(error), cause: error });
}


  })

};
;