export const id = 266;
export const ids = [266];
export const modules = {

/***/ 41868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ changedMeanwhile),
/* harmony export */   Tq: () => (/* binding */ between),
/* harmony export */   V4: () => (/* binding */ contradicts),
/* harmony export */   i5: () => (/* binding */ surroundings),
/* harmony export */   nC: () => (/* binding */ starsAbove)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98023);


/** What is to be put back is not one record set: it was written by hand. */
const contradicts = () => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('Input `previous` contradicts itself: its `raw` is another record set than its values say; take it as the switch gave it.');
/** The names above a name in its zone, the nearest first and the zone itself last. */
function above(name, zone) {
    const labels = name.split('.');
    return labels
        .slice(1)
        .map((_, index) => labels.slice(index + 1).join('.'))
        .filter((parent) => parent === zone || parent.endsWith(`.${zone}`));
}
/** The names with a star that may answer for a name, the nearest first. */
const starsAbove = (name, zone) => above(name, zone)
    .map((parent) => `*.${parent}`)
    .filter((star) => star !== name);
/** The names above a name, and below its zone. */
const between = (name, zone) => above(name, zone).filter((parent) => parent !== zone);
/**
 * Why a record of a zone is answered by nobody: other servers have its name, by NS records at it or above it. The
 * addresses of those servers themselves are in this zone all the same, as glue.
 */
function delegation(name, zone, records) {
    const at = [...(name === zone ? [] : [name]), ...between(name, zone)];
    const found = records.find((record) => record.type === 'NS' && at.includes(record.name));
    const servers = (found?.values ?? []).map((value) => (0,_values_js__WEBPACK_IMPORTED_MODULE_1__/* .normalName */ .tK)(value) ?? value);
    return found === undefined || servers.includes(name)
        ? undefined
        : `${found.name} is delegated to ${servers.join(', ')}, and is answered there; change it there`;
}
/** What a list of records says of a name. @param isWhole whether they are all of the zone */
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
/** The nearest star, unless something nearer is there, below which it does not answer (RFC 4592). */
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
/** Another change was quicker. */
const changedMeanwhile = (name, type) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The ${type} record of ${name} was changed by someone else since it was read, so nothing was changed; look at it, and run it again.`);


/***/ }),

/***/ 10266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  route53: () => (/* binding */ route53)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-route-53/dist-cjs/index.js
var dist_cjs = __webpack_require__(8621);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/base/deadline.js
var deadline = __webpack_require__(68606);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/systems/dns/provider.js
var provider = __webpack_require__(41868);
// EXTERNAL MODULE: ./build/base/retry.js
var retry = __webpack_require__(31666);
// EXTERNAL MODULE: ./build/systems/http/aws.js
var aws = __webpack_require__(29007);
// EXTERNAL MODULE: ./build/systems/network.js
var network = __webpack_require__(69355);
// EXTERNAL MODULE: ./build/systems/dns/values.js
var dns_values = __webpack_require__(98023);
;// CONCATENATED MODULE: ./build/systems/dns/route53-api.js







const ATTEMPTS = 4;
/** Record sets that Route 53 lists in one answer. */
const PAGE = 300;
/** Answers that one list is read to: thirty thousand record sets, where a zone has ten thousand unless AWS raised its quota. */
const MAX_PAGES = 100;
/** Bytes of an answer: a full page of the longest record sets is a part of it. */
const MAX_ANSWER_BYTES = 8 * 1024 ** 2;
const MEANINGS = {
    CredentialsProviderError: 'finds no credentials of AWS; run aws-actions/configure-aws-credentials before this step',
    InvalidClientTokenId: 'does not know these credentials of AWS; renew them',
    UnrecognizedClientException: 'does not know these credentials of AWS; renew them',
    SignatureDoesNotMatch: 'does not take these credentials of AWS; renew them',
    ExpiredToken: 'says that these credentials of AWS have expired; renew them',
    ExpiredTokenException: 'says that these credentials of AWS have expired; renew them',
    NoSuchHostedZone: 'has no such hosted zone; check `zone`',
};
const RIGHTS = 'route53:ListHostedZonesByName, GetHostedZone, ListResourceRecordSets, ChangeResourceRecordSets and GetChange';
/** What was not begun because of a limit, which the whole account shares, or because an earlier change is not through. */
const LIMITS = /^(Throttling(Exception)?|TooManyRequests(Exception)?|RequestLimitExceeded|PriorRequestNotComplete|SlowDown)$/;
/** Requests to Route 53. Its limit of five a second is that of the account: it is waited for as long as there is time. */
class Route53Api {
    #client;
    #signal;
    constructor(endpoint, signal) {
        this.#signal = signal;
        this.#client = new dist_cjs/* Route53Client */.LhC({
            region: process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1',
            maxAttempts: 1,
            requestHandler: {
                connectionTimeout: waits/* WAITS */.r.ROUTE53_CONNECT_MS,
                requestTimeout: waits/* WAITS */.r.ROUTE53_ATTEMPT_MS,
            },
            ...(endpoint && { endpoint }),
        });
        (0,aws/* boundAnswers */.G)(this.#client, 'Route 53', MAX_ANSWER_BYTES, () => true);
    }
    /**
     * Sends a request, and again what may be over in a moment.
     *
     * @param isChange what was sent and not answered may be done: it is not sent again
     * @throws ActionError of one sentence, with what Route 53 threw as its cause
     */
    request(send, isChange = false) {
        const once = () => send(this.#client, { abortSignal: this.#signal }).catch((error) => {
            this.#signal.throwIfAborted();
            throw error instanceof errors/* ActionError */.lZ ? error : understood(error);
        });
        return (0,retry/* retry */.L5)(once, { signal: this.#signal, attempts: ATTEMPTS, repeatable: !isChange });
    }
    /** The hosted zone of a name or an id, as Route 53 has it now. @throws ActionError where there is none, or several */
    async zone(text) {
        if (!text.includes('.'))
            return this.#zoneById(text);
        const { HostedZones = [] } = await this.request((client, options) => client.send(new dist_cjs/* ListHostedZonesByNameCommand */.agy({ DNSName: text }), options));
        const zones = HostedZones.filter(({ Name = '' }) => (0,dns_values/* normalName */.tK)(Name) === text);
        if (zones.length === 1 && zones[0])
            return zoneOf(zones[0]);
        if (zones.length === 0)
            throw new errors/* ActionError */.lZ(`Route 53 has no hosted zone ${text} in this account; check \`zone\` and the credentials.`);
        const which = zones.map(({ Id = '', Config }) => `${bare(Id)} (${Config?.PrivateZone ? 'private' : 'public'})`);
        throw new errors/* ActionError */.lZ(`Route 53 has several hosted zones ${text}; say which as \`zone\`: ${which.join(', ')}.`);
    }
    async #zoneById(id) {
        const { HostedZone, DelegationSet } = await this.request((client, options) => client.send(new dist_cjs/* GetHostedZoneCommand */.HAz({ Id: id }), options));
        if (HostedZone && bare(HostedZone.Id ?? '') === id)
            return { ...zoneOf(HostedZone), nameServers: DelegationSet?.NameServers ?? [] };
        throw new errors/* ActionError */.lZ(`What answers for the hosted zone ${id} is ${bare(HostedZone?.Id ?? '') || 'no zone'}; check \`endpoint\`.`);
    }
    /** The names of the servers that answer for a zone; none where it is private. */
    async nameServers(id) {
        const { DelegationSet } = await this.request((client, options) => client.send(new dist_cjs/* GetHostedZoneCommand */.HAz({ Id: id }), options));
        return DelegationSet?.NameServers ?? [];
    }
    /**
     * Record sets of a zone in its order, from a name on, for as long as they are wanted.
     *
     * @throws ActionError where the list has no end
     * @param from where to begin; undefined is the beginning of the zone
     * @param isWanted whether the page that ends with this record set may be followed by more that are
     */
    async list(id, from, isWanted) {
        const found = [];
        let start = from === undefined ? {} : { StartRecordName: from };
        for (let pages = 0; pages < MAX_PAGES; pages++) {
            const page = await this.request((client, options) => client.send(new dist_cjs/* ListResourceRecordSetsCommand */.IOz({ HostedZoneId: id, MaxItems: PAGE, ...start }), options));
            const sets = page.ResourceRecordSets ?? [];
            found.push(...sets);
            const last = sets.at(-1);
            if (!page.IsTruncated || !page.NextRecordName || !last || !isWanted(last))
                return found;
            start = {
                StartRecordName: page.NextRecordName,
                ...(page.NextRecordType && { StartRecordType: page.NextRecordType }),
                ...(page.NextRecordIdentifier && { StartRecordIdentifier: page.NextRecordIdentifier }),
            };
        }
        throw new errors/* ActionError */.lZ(`Route 53 lists more than ${MAX_PAGES} pages of ${from ?? `the hosted zone ${id}`}; check \`endpoint\` and \`zone\`.`);
    }
}
/** How many answers it takes to list a zone. */
const pagesOf = ({ size = 0 }) => Math.ceil(size / PAGE);
const zoneOf = ({ Id = '', Name = '', ResourceRecordSetCount, LinkedService }) => ({
    id: bare(Id),
    name: (0,dns_values/* normalName */.tK)(Name) ?? Name,
    size: ResourceRecordSetCount,
    keeper: LinkedService?.ServicePrincipal,
    nameServers: undefined,
});
const bare = (id) => id.replace('/hostedzone/', '');
/** What went wrong in one sentence; what may be over in a moment as that. */
function understood(error) {
    const { name, code, $metadata } = error;
    const status = $metadata?.httpStatusCode ?? 0;
    const cause = { cause: error };
    if (LIMITS.test(name) || status === 429)
        return new retry/* PassingError */.aB('Route 53 has had too many requests from this account (its limit is five a second); run this again later.', { isLimit: true, ...cause });
    if (status >= 500)
        return new retry/* PassingError */.aB(`Route 53 cannot do it at the moment (HTTP ${status}); run this again later.`, {
            mayBeDone: true,
            ...cause,
        });
    const meaning = MEANINGS[name];
    if (meaning)
        return new errors/* ActionError */.lZ(`Route 53 ${meaning}.`, cause);
    if (/^AccessDenied/.test(name))
        return new errors/* ActionError */.lZ(`Route 53 does not let these credentials do that; they need ${RIGHTS}.`, cause);
    if ([401, 403].includes(status))
        return new errors/* ActionError */.lZ(`Route 53 does not take these credentials of AWS, or does not let them do that; renew them, they need ${RIGHTS}.`, cause);
    if (!code && name !== 'TimeoutError')
        return new errors/* ActionError */.lZ(`Route 53 says: ${(0,errors/* messageOf */.bD)(error)}.`, cause);
    const message = `Route 53 cannot be reached (${(0,network/* unreachableReason */.N4)(error)}); check \`endpoint\` and the network of the runner.`;
    if ((0,network/* isLasting */.dJ)(error))
        return new errors/* ActionError */.lZ(message, cause);
    return new retry/* PassingError */.aB(message, { mayBeDone: !(0,network/* wasUnsent */.Xm)(error), ...cause });
}

;// CONCATENATED MODULE: ./build/systems/dns/route53.js








/** Seconds for which the answers of an alias are kept. */
const ALIAS_TTL = 60;
/** Where it takes more answers than this to list a zone, single names are queried, which are fewer. */
const MOST_PAGES = 10;
/** What an alias of a load balancer has before the name, so that it answers addresses of both families. */
const DUALSTACK = 'dualstack.';
/** A hosted zone of Route 53, by name or id. Credentials and region are those of the environment, as AWS' tools find them. */
async function route53(text, { endpoint, signal }) {
    const api = new Route53Api(endpoint, signal);
    const zone = await api.zone(text);
    if (zone.keeper !== undefined)
        throw new errors/* ActionError */.lZ(`The hosted zone ${zone.name} is kept by ${zone.keeper}, which takes back what others change; change it there.`);
    let servers;
    /** All record sets under a name. */
    const listed = async (name) => {
        const sets = await api.list(zone.id, name, (last) => nameOf(last) === name);
        return sets.filter((set) => nameOf(set) === name);
    };
    async function survey(name, marks) {
        const isWhole = pagesOf(zone) <= MOST_PAGES;
        const sets = isWhole ? await api.list(zone.id, undefined, () => true) : [];
        const stars = (0,provider/* starsAbove */.nC)(name, zone.name).slice(0, 1);
        for (const each of isWhole ? [] : new Set([name, ...marks, ...stars, ...(0,provider/* between */.Tq)(name, zone.name)]))
            sets.push(...(await listed(each)));
        const all = sets.map((set) => ({ ...heldOf(set), name: nameOf(set) }));
        return (0,provider/* surroundings */.i5)(name, zone.name, all, isWhole);
    }
    /** Taking away exactly what was read and adding the new one, in one batch, is atomic, and fails where it is another one now. */
    async function change(name, held, wanted) {
        const old = held.raw;
        const fresh = wanted.raw === undefined ? freshOf(old, wanted) : formerOf(wanted, old);
        const ChangeBatch = {
            Changes: [
                { Action: 'DELETE', ResourceRecordSet: old },
                { Action: 'CREATE', ResourceRecordSet: fresh },
            ],
        };
        const command = new dist_cjs/* ChangeResourceRecordSetsCommand */.yzn({ HostedZoneId: zone.id, ChangeBatch });
        const { ChangeInfo } = await api
            .request((client, options) => client.send(command, options), true)
            .catch((error) => {
            throw isGone(error.cause) ? (0,provider/* changedMeanwhile */.Fd)(name, held.type) : error;
        });
        const made = performance.now();
        return () => inSync(ChangeInfo?.Id ?? '', ChangeInfo?.Status, performance.now() - made);
    }
    /** Less and less often, as this counts for the limit of the account, too. @param since milliseconds since the change */
    async function inSync(change, first, since) {
        let wait = waits/* WAITS */.r.ROUTE53_POLL_MS;
        await (0,deadline/* pause */.v7)(Math.max(0, first === 'INSYNC' ? 0 : wait - since), signal);
        for (let status = first; status !== 'INSYNC';) {
            const { ChangeInfo } = await api.request((client, options) => client.send(new dist_cjs/* GetChangeCommand */.Yn4({ Id: change }), options));
            status = ChangeInfo?.Status;
            wait = Math.min(2 * wait, waits/* WAITS */.r.ROUTE53_LONGEST_POLL_MS);
            if (status !== 'INSYNC')
                await (0,deadline/* pause */.v7)(wait, signal);
        }
    }
    return {
        zone: zone.name,
        read: async (name) => (await listed(name)).map(heldOf),
        survey,
        change,
        hasTwins: true,
        nameServers: () => {
            servers ??= zone.nameServers ? Promise.resolve(zone.nameServers) : api.nameServers(zone.id);
            return servers;
        },
        readValue,
        refusesTtl,
        changedBeside,
    };
}
/** What was to be deleted is not what is there. Other batches are invalid because of what they add. */
const isGone = (error) => error instanceof dist_cjs/* InvalidChangeBatch */.oJ8 && /not found|do not match|does not match/.test(error.message);
/** Stars come as `\052`. */
function nameOf({ Name = '' }) {
    const plain = Name.replace(/\\(\d{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
    return (0,dns_values/* normalName */.tK)(plain) ?? plain.toLowerCase().replace(/\.$/, '');
}
function heldOf(set) {
    const { Type: type = 'A', TTL = ALIAS_TTL, ResourceRecords = [], AliasTarget, SetIdentifier } = set;
    const known = dns_values/* TYPES */.QE.find((each) => each === type);
    const plain = ResourceRecords.map(({ Value = '' }) => (known ? (0,dns_values/* heldValue */.VL)(known, Value, 8) : Value));
    const alias = AliasTarget && `${AliasTarget.HostedZoneId}/${(0,dns_values/* normalName */.tK)(AliasTarget.DNSName ?? '')}`;
    return {
        type,
        ttl: TTL,
        values: alias ? [alias] : plain,
        ...(SetIdentifier !== undefined && { identifier: SetIdentifier }),
        publiclyResolvable: !alias && SetIdentifier === undefined,
        ttlRemaining: TTL,
        ...(set.TrafficPolicyInstanceId !== undefined && {
            locked: `it is made by the traffic policy instance ${set.TrafficPolicyInstanceId}; change the policy`,
        }),
        cautions: cautionsOf(set),
        raw: set,
        providerForm: set,
    };
}
/** Why Route 53 may answer with other record sets of the name, whatever this one says. */
function cautionsOf({ HealthCheckId, Weight }) {
    return [
        ...(HealthCheckId === undefined
            ? []
            : [
                `its health check ${HealthCheckId} stays: where that looks at the old target and fails, Route 53 does not answer with the new one either, so let it look at the new one`,
            ]),
        ...(Weight === 0
            ? [
                'its weight is 0, so Route 53 answers with it only where every other record set of the name is 0 or fails',
            ]
            : []),
    ];
}
/** The record set with other values; weight, region, health check and all else stay. */
function freshOf(old, { ttl, values }) {
    const { TTL: _, ResourceRecords: __, AliasTarget, ...rest } = old;
    const [zone, target] = aliasOf(values[0] ?? '') ?? [];
    if (zone !== undefined) {
        const EvaluateTargetHealth = AliasTarget?.EvaluateTargetHealth ?? false;
        return { ...rest, AliasTarget: { HostedZoneId: zone, DNSName: target, EvaluateTargetHealth } };
    }
    return { ...rest, TTL: ttl, ResourceRecords: values.map((value) => ({ Value: (0,dns_values/* octal */.Wo)(value) })) };
}
const sets = dist/* looseObject */._H3({ Name: dist/* string */.YjP(), Type: dist/* string */.YjP() });
/** The record set as it was, all of it. @throws ActionError where it is another one than the values beside it say */
function formerOf({ raw, ttl, values }, old) {
    if (dist.is(sets, raw)) {
        const former = raw;
        const held = heldOf(former);
        const isOwn = nameOf(former) === nameOf(old) &&
            former.Type === old.Type &&
            former.SetIdentifier === old.SetIdentifier;
        if (isOwn && held.ttl === ttl && (0,dns_values/* sameValues */.Z)(held.values, values))
            return former;
    }
    throw (0,provider/* contradicts */.V4)();
}
/** What a switch leaves alone, and is not what it was then; what comes back would be older than that. */
function changedBeside({ raw }, former) {
    if (!dist.is(sets, former))
        return undefined;
    const restOf = ({ Name, TTL, ResourceRecords, AliasTarget, ...rest }) => new Map(Object.entries(rest).map(([field, value]) => [field, JSON.stringify(value)]));
    const now = restOf(raw);
    const then = restOf(former);
    const fields = [...new Set([...now.keys(), ...then.keys()])].filter((field) => now.get(field) !== then.get(field));
    return (fields
        .map((field) => `${field} is ${now.get(field) ?? 'not set'} and was ${then.get(field) ?? 'not set'}`)
        .join(', ') || undefined);
}
const aliasOf = (value) => {
    const [, zone, target] = /^(Z[A-Z0-9]{5,31})\/(.+)$/.exec(value) ?? [];
    return zone !== undefined && target !== undefined ? [zone, target] : undefined;
};
/** A value, or for an alias its target: `lb.example.com`, or with the zone of the target `Z123456/lb.example.com`. */
function readValue(type, text, held) {
    const alias = aliasOf(text);
    if (alias)
        return `${alias[0]}/${(0,dns_values/* normalName */.tK)(alias[1])}`;
    const old = aliasOf(held?.values[0] ?? '');
    const name = (0,dns_values/* normalName */.tK)(text);
    if (old === undefined || name === undefined || isAddress(text))
        return (0,dns_values/* normalValue */.Fl)(type, text, 8);
    const [zone, target] = old;
    if (domainOf(name) !== domainOf(target))
        throw new errors/* ActionError */.lZ(`The record is an alias of ${target}, and ${name} may be in another hosted zone; say its zone too, as <zone id>/${name}.`);
    const isMissing = target.startsWith(DUALSTACK) && !name.startsWith(DUALSTACK);
    return `${zone}/${isMissing ? DUALSTACK : ''}${name}`;
}
/** What is behind the first label of a load balancer's own name. */
const domainOf = (name) => name.replace(DUALSTACK, '').split('.').slice(1).join('.');
const isAddress = (text) => /^[\d.]+$/.test(text) || text.includes(':');
const refusesTtl = (_, held) => aliasOf(held.values[0] ?? '') ? 'an alias has the TTL of its target; leave `ttl` out' : undefined;


/***/ }),

/***/ 29007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ boundAnswers)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


/**
 * Ends answers of AWS, or of what speaks like it, that are longer than they may be: the SDK reads them to their end.
 *
 * @param which by their status
 */
function boundAnswers(client, peer, mostBytes, which) {
    const { middlewareStack: stack } = client;
    stack.add((next) => async (args) => {
        const result = (await next(args));
        const { response } = result;
        if (which(response.statusCode) && response.body instanceof node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable)
            response.body = within(response.body, peer, mostBytes);
        return result;
    }, { step: 'deserialize', priority: 'low' });
    // The SDK adds words of its own to what an answer that it reads fails with.
    stack.add((next) => async (args) => {
        try {
            return await next(args);
        }
        catch (error) {
            throw error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ ? tooLong(peer, mostBytes) : error;
        }
    }, { step: 'initialize', priority: 'low' });
}
const tooLong = (peer, mostBytes) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${peer} answers with more than ${mostBytes / 1024 ** 2} MiB; check the endpoint.`);
function within(body, peer, mostBytes) {
    let bytes = 0;
    const bounded = new node_stream__WEBPACK_IMPORTED_MODULE_0__.Transform({
        transform(chunk, _, done) {
            bytes += chunk.length;
            if (bytes <= mostBytes)
                done(null, chunk);
            else
                done(tooLong(peer, mostBytes));
        },
    });
    // The reader of the stream gets the error.
    return (0,node_stream__WEBPACK_IMPORTED_MODULE_0__.pipeline)(body, bounded, () => { });
}


/***/ })

};
