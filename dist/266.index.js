"use strict";
exports.id = 266;
exports.ids = [266];
exports.modules = {

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

  10266:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  route53: () => (  route53)
});

var dist_cjs = __webpack_require__(8621);
var dist = __webpack_require__(77934);
var deadline = __webpack_require__(68606);
var errors = __webpack_require__(45145);
var waits = __webpack_require__(95282);
var provider = __webpack_require__(41868);
var retry = __webpack_require__(31666);
var aws = __webpack_require__(29007);
var network = __webpack_require__(69355);
var dns_values = __webpack_require__(98023);
; 







const ATTEMPTS = 4;
const PAGE = 300;
const MAX_PAGES = 100;
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
const LIMITS = /^(Throttling(Exception)?|TooManyRequests(Exception)?|RequestLimitExceeded|PriorRequestNotComplete|SlowDown)$/;
class Route53Api {
    #client;
    #signal;
    constructor(endpoint, signal) {
        this.#signal = signal;
        this.#client = new dist_cjs .LhC({
            region: process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1',
            maxAttempts: 1,
            requestHandler: {
                connectionTimeout: waits .r.ROUTE53_CONNECT_MS,
                requestTimeout: waits .r.ROUTE53_ATTEMPT_MS,
            },
            ...(endpoint && { endpoint }),
        });
        (0,aws .G)(this.#client, 'Route 53', MAX_ANSWER_BYTES, () => true);
    }
    request(send, isChange = false) {
        const once = () => send(this.#client, { abortSignal: this.#signal }).catch((error) => {
            this.#signal.throwIfAborted();
            throw error instanceof errors .lZ ? error : understood(error);
        });
        return (0,retry .L5)(once, { signal: this.#signal, attempts: ATTEMPTS, repeatable: !isChange });
    }
    async zone(text) {
        if (!text.includes('.'))
            return this.#zoneById(text);
        const { HostedZones = [] } = await this.request((client, options) => client.send(new dist_cjs .agy({ DNSName: text }), options));
        const zones = HostedZones.filter(({ Name = '' }) => (0,dns_values .tK)(Name) === text);
        if (zones.length === 1 && zones[0])
            return zoneOf(zones[0]);
        if (zones.length === 0)
            throw new errors .lZ(`Route 53 has no hosted zone ${text} in this account; check \`zone\` and the credentials.`);
        const which = zones.map(({ Id = '', Config }) => `${bare(Id)} (${Config?.PrivateZone ? 'private' : 'public'})`);
        throw new errors .lZ(`Route 53 has several hosted zones ${text}; say which as \`zone\`: ${which.join(', ')}.`);
    }
    async #zoneById(id) {
        const { HostedZone, DelegationSet } = await this.request((client, options) => client.send(new dist_cjs .HAz({ Id: id }), options));
        if (HostedZone && bare(HostedZone.Id ?? '') === id)
            return { ...zoneOf(HostedZone), nameServers: DelegationSet?.NameServers ?? [] };
        throw new errors .lZ(`What answers for the hosted zone ${id} is ${bare(HostedZone?.Id ?? '') || 'no zone'}; check \`endpoint\`.`);
    }
    async nameServers(id) {
        const { DelegationSet } = await this.request((client, options) => client.send(new dist_cjs .HAz({ Id: id }), options));
        return DelegationSet?.NameServers ?? [];
    }
    async list(id, from, isWanted) {
        const found = [];
        let start = from === undefined ? {} : { StartRecordName: from };
        for (let pages = 0; pages < MAX_PAGES; pages++) {
            const page = await this.request((client, options) => client.send(new dist_cjs .IOz({ HostedZoneId: id, MaxItems: PAGE, ...start }), options));
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
        throw new errors .lZ(`Route 53 lists more than ${MAX_PAGES} pages of ${from ?? `the hosted zone ${id}`}; check \`endpoint\` and \`zone\`.`);
    }
}
const pagesOf = ({ size = 0 }) => Math.ceil(size / PAGE);
const zoneOf = ({ Id = '', Name = '', ResourceRecordSetCount, LinkedService }) => ({
    id: bare(Id),
    name: (0,dns_values .tK)(Name) ?? Name,
    size: ResourceRecordSetCount,
    keeper: LinkedService?.ServicePrincipal,
    nameServers: undefined,
});
const bare = (id) => id.replace('/hostedzone/', '');
function understood(error) {
    const { name, code, $metadata } = error;
    const status = $metadata?.httpStatusCode ?? 0;
    const cause = { cause: error };
    if (LIMITS.test(name) || status === 429)
        return new retry .aB('Route 53 has had too many requests from this account (its limit is five a second); run this again later.', { isLimit: true, ...cause });
    if (status >= 500)
        return new retry .aB(`Route 53 cannot do it at the moment (HTTP ${status}); run this again later.`, {
            mayBeDone: true,
            ...cause,
        });
    const meaning = MEANINGS[name];
    if (meaning)
        return new errors .lZ(`Route 53 ${meaning}.`, cause);
    if (/^AccessDenied/.test(name))
        return new errors .lZ(`Route 53 does not let these credentials do that; they need ${RIGHTS}.`, cause);
    if ([401, 403].includes(status))
        return new errors .lZ(`Route 53 does not take these credentials of AWS, or does not let them do that; renew them, they need ${RIGHTS}.`, cause);
    if (!code && name !== 'TimeoutError')
        return new errors .lZ(`Route 53 says: ${(0,errors .bD)(error)}.`, cause);
    const message = `Route 53 cannot be reached (${(0,network .N4)(error)}); check \`endpoint\` and the network of the runner.`;
    if ((0,network .dJ)(error))
        return new errors .lZ(message, cause);
    return new retry .aB(message, { mayBeDone: !(0,network .Xm)(error), ...cause });
}

; 








const ALIAS_TTL = 60;
const MOST_PAGES = 10;
const DUALSTACK = 'dualstack.';
async function route53(text, { endpoint, signal }) {
    const api = new Route53Api(endpoint, signal);
    const zone = await api.zone(text);
    if (zone.keeper !== undefined)
        throw new errors .lZ(`The hosted zone ${zone.name} is kept by ${zone.keeper}, which takes back what others change; change it there.`);
    let servers;
    const listed = async (name) => {
        const sets = await api.list(zone.id, name, (last) => nameOf(last) === name);
        return sets.filter((set) => nameOf(set) === name);
    };
    async function survey(name, marks) {
        const isWhole = pagesOf(zone) <= MOST_PAGES;
        const sets = isWhole ? await api.list(zone.id, undefined, () => true) : [];
        const stars = (0,provider .nC)(name, zone.name).slice(0, 1);
        for (const each of isWhole ? [] : new Set([name, ...marks, ...stars, ...(0,provider .Tq)(name, zone.name)]))
            sets.push(...(await listed(each)));
        const all = sets.map((set) => ({ ...heldOf(set), name: nameOf(set) }));
        return (0,provider .i5)(name, zone.name, all, isWhole);
    }
    async function change(name, held, wanted) {
        const old = held.raw;
        const fresh = wanted.raw === undefined ? freshOf(old, wanted) : formerOf(wanted, old);
        const ChangeBatch = {
            Changes: [
                { Action: 'DELETE', ResourceRecordSet: old },
                { Action: 'CREATE', ResourceRecordSet: fresh },
            ],
        };
        const command = new dist_cjs .yzn({ HostedZoneId: zone.id, ChangeBatch });
        const { ChangeInfo } = await api
            .request((client, options) => client.send(command, options), true)
            .catch((error) => {
            throw isGone(error.cause) ? (0,provider .Fd)(name, held.type) : error;
        });
        const made = performance.now();
        return () => inSync(ChangeInfo?.Id ?? '', ChangeInfo?.Status, performance.now() - made);
    }
    async function inSync(change, first, since) {
        let wait = waits .r.ROUTE53_POLL_MS;
        await (0,deadline .v7)(Math.max(0, first === 'INSYNC' ? 0 : wait - since), signal);
        for (let status = first; status !== 'INSYNC';) {
            const { ChangeInfo } = await api.request((client, options) => client.send(new dist_cjs .Yn4({ Id: change }), options));
            status = ChangeInfo?.Status;
            wait = Math.min(2 * wait, waits .r.ROUTE53_LONGEST_POLL_MS);
            if (status !== 'INSYNC')
                await (0,deadline .v7)(wait, signal);
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
const isGone = (error) => error instanceof dist_cjs .oJ8 && /not found|do not match|does not match/.test(error.message);
function nameOf({ Name = '' }) {
    const plain = Name.replace(/\\(\d{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
    return (0,dns_values .tK)(plain) ?? plain.toLowerCase().replace(/\.$/, '');
}
function heldOf(set) {
    const { Type: type = 'A', TTL = ALIAS_TTL, ResourceRecords = [], AliasTarget, SetIdentifier } = set;
    const known = dns_values .QE.find((each) => each === type);
    const plain = ResourceRecords.map(({ Value = '' }) => (known ? (0,dns_values .VL)(known, Value, 8) : Value));
    const alias = AliasTarget && `${AliasTarget.HostedZoneId}/${(0,dns_values .tK)(AliasTarget.DNSName ?? '')}`;
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
function freshOf(old, { ttl, values }) {
    const { TTL: _, ResourceRecords: __, AliasTarget, ...rest } = old;
    const [zone, target] = aliasOf(values[0] ?? '') ?? [];
    if (zone !== undefined) {
        const EvaluateTargetHealth = AliasTarget?.EvaluateTargetHealth ?? false;
        return { ...rest, AliasTarget: { HostedZoneId: zone, DNSName: target, EvaluateTargetHealth } };
    }
    return { ...rest, TTL: ttl, ResourceRecords: values.map((value) => ({ Value: (0,dns_values .Wo)(value) })) };
}
const sets = dist ._H3({ Name: dist .YjP(), Type: dist .YjP() });
function formerOf({ raw, ttl, values }, old) {
    if (dist.is(sets, raw)) {
        const former = raw;
        const held = heldOf(former);
        const isOwn = nameOf(former) === nameOf(old) &&
            former.Type === old.Type &&
            former.SetIdentifier === old.SetIdentifier;
        if (isOwn && held.ttl === ttl && (0,dns_values .Z)(held.values, values))
            return former;
    }
    throw (0,provider .V4)();
}
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
function readValue(type, text, held) {
    const alias = aliasOf(text);
    if (alias)
        return `${alias[0]}/${(0,dns_values .tK)(alias[1])}`;
    const old = aliasOf(held?.values[0] ?? '');
    const name = (0,dns_values .tK)(text);
    if (old === undefined || name === undefined || isAddress(text))
        return (0,dns_values .Fl)(type, text, 8);
    const [zone, target] = old;
    if (domainOf(name) !== domainOf(target))
        throw new errors .lZ(`The record is an alias of ${target}, and ${name} may be in another hosted zone; say its zone too, as <zone id>/${name}.`);
    const isMissing = target.startsWith(DUALSTACK) && !name.startsWith(DUALSTACK);
    return `${zone}/${isMissing ? DUALSTACK : ''}${name}`;
}
const domainOf = (name) => name.replace(DUALSTACK, '').split('.').slice(1).join('.');
const isAddress = (text) => /^[\d.]+$/.test(text) || text.includes(':');
const refusesTtl = (_, held) => aliasOf(held.values[0] ?? '') ? 'an alias has the TTL of its target; leave `ttl` out' : undefined;


  }),

  29007:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    G: () => (  boundAnswers)
  });
  var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


function boundAnswers(client, peer, mostBytes, which) {
    const { middlewareStack: stack } = client;
    stack.add((next) => async (args) => {
        const result = (await next(args));
        const { response } = result;
        if (which(response.statusCode) && response.body instanceof node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable)
            response.body = within(response.body, peer, mostBytes);
        return result;
    }, { step: 'deserialize', priority: 'low' });
    stack.add((next) => async (args) => {
        try {
            return await next(args);
        }
        catch (error) {
            throw error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ ? tooLong(peer, mostBytes) : error;
        }
    }, { step: 'initialize', priority: 'low' });
}
const tooLong = (peer, mostBytes) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${peer} answers with more than ${mostBytes / 1024 ** 2} MiB; check the endpoint.`);
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
    return (0,node_stream__WEBPACK_IMPORTED_MODULE_0__.pipeline)(body, bounded, () => { });
}


  })

};
;