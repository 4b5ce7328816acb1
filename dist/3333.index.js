"use strict";
exports.id = 3333;
exports.ids = [3333];
exports.modules = {

  83333:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  action: () => (  switch_dns_action)
});

var dist = __webpack_require__(77934);
var errors = __webpack_require__(45145);
var values = __webpack_require__(92920);
var exchange = __webpack_require__(81976);
var dns_values = __webpack_require__(98023);
; 



const state = { ttl: dist .aig(), values: dist .FsL(dist .YOg(dist .YjP()), dist .BpQ(1)) };
const schema = dist .Ikc({
    provider: dist .YjP(),
    zone: dist .YjP(),
    name: dist .YjP(),
    type: dist .KIO(dns_values .QE),
    identifier: dist .lqM(dist .YjP()),
    ...state,
    raw: dist .lqM(dist .L5J()),
    now: dist .Ikc(state),
});
function previousOf(place, held, now) {
    const { provider, zone, name, type } = place;
    const { ttl, values, identifier, providerForm } = held;
    return {
        provider,
        zone,
        name,
        type,
        ...(identifier !== undefined && { identifier }),
        ttl,
        values: [...values],
        ...(providerForm !== undefined && { raw: providerForm }),
        now: { ttl: now.ttl, values: [...now.values] },
    };
}
function asPrevious(value) {
    const parsed = dist .xLC(schema, value);
    return parsed.success ? parsed.output : undefined;
}
function parsePrevious(text) {
    try {
        return dist .qgA(schema, JSON.parse(text));
    }
    catch (error) {
        throw new errors .lZ('Input `previous` is not what the output `previous` of a switch was; it stands in the log and the record of that run too.', { cause: error });
    }
}

; 




const PUBLIC = ['1.1.1.1', '8.8.8.8', '9.9.9.9'];
const LONGEST_TTL = 604_800;
function requestOf(given) {
    const { phase, value, ttl, verify, verifyServers, externalDns } = given;
    const provider = required(given.provider, 'provider');
    const zone = zoneOf(required(given.zone, 'zone'));
    const common = {
        provider,
        zone,
        verify,
        servers: (verify === 'public' && verifyServers.length === 0 ? PUBLIC : verifyServers).map((text) => (0,exchange .ld)(text, 'verify-servers')),
        externalDns,
        check: checkOf(given.check),
    };
    if (phase === 'undo') {
        if (value.length > 0 || ttl !== undefined)
            throw new errors .lZ('With `phase: undo` value and TTL are those of `previous`; leave `value` and `ttl` out.');
        const previous = parsePrevious(required(given.previous, 'previous'));
        if (previous.provider !== provider || zoneOf(previous.zone) !== zone)
            throw new errors .lZ(`Input \`previous\` is of the zone ${previous.zone} at ${previous.provider}, and not of ${zone} at ${provider}.`);
        const { name, type, identifier } = previous;
        return { ...common, name, type, identifier, texts: [], ttl: undefined, previous };
    }
    if (ttl !== undefined && ttl > LONGEST_TTL)
        throw new errors .lZ(`Input \`ttl\` is ${ttl}; accepted are 1 to ${LONGEST_TTL} seconds (a week).`);
    const { type } = given;
    const texts = type === 'TXT' || type === 'CAA' ? value : value.flatMap((line) => line.split(','));
    return {
        ...common,
        name: nameIn(zone, required(given.name, 'name')),
        type,
        identifier: given.setIdentifier,
        texts: checked(texts.map((text) => text.trim()).filter(Boolean), type),
        ttl,
        previous: undefined,
    };
}
function required(value, input) {
    if (value !== undefined)
        return value;
    throw new errors .lZ(`Input \`${input}\` is required.`);
}
function zoneOf(given) {
    const text = given.replace(/^\/?hostedzone\//, '');
    if (/^([A-Z0-9]{10,32}|[0-9a-f]{32})$/.test(text))
        return text;
    const zone = (0,dns_values .tK)(text);
    if (zone?.includes('.'))
        return zone;
    throw new errors .lZ(`Input \`zone\` is ${JSON.stringify(text)}; accepted are names such as example.com.`);
}
const ZONE_ITSELF = '@';
function nameIn(zone, text) {
    if (text === ZONE_ITSELF)
        return zone.includes('.') ? zone : ZONE_ITSELF;
    const name = (0,dns_values .tK)(text);
    const fits = !zone.includes('.') || name === zone || name?.endsWith(`.${zone}`);
    if (name?.includes('.') && fits)
        return name;
    throw new errors .lZ(`Input \`name\` is ${JSON.stringify(text)}, which is not a name in the zone ${zone}; accepted are whole names such as www.${zone}, and @ for the zone itself.`);
}
const inZone = (request, zone) => ({
    ...request,
    name: nameIn(zone, request.name),
});
function checked(texts, type) {
    if (texts.length === 0)
        throw new errors .lZ('Say with `value` what the record should be.');
    if (type === 'CNAME' && texts.length > 1)
        throw new errors .lZ('A CNAME record has one value; give one `value`.');
    return texts;
}
function checkOf(text) {
    if (text === undefined)
        return undefined;
    const url = URL.parse(text);
    if (url?.protocol === 'https:' || url?.protocol === 'http:')
        return url;
    throw new errors .lZ(`Input \`check\` is ${JSON.stringify(text)}; accepted are http and https URLs.`);
}

var component = __webpack_require__(5491);
var read = __webpack_require__(86122);
var promises_ = __webpack_require__(71553);
var external_node_net_ = __webpack_require__(77030);
var base_waits = __webpack_require__(95282);
var wire = __webpack_require__(65804);
; 






async function locate(names, hint, signal) {
    const found = await Promise.all(names.map(async (name) => {
        const addresses = await addressesOf(name, hint, signal);
        if (addresses.length > 0)
            return addresses.map((host) => ({ host, port: 53 }));
        throw new errors .lZ(`The zone's name server ${name} has no address; fix its record, or say with \`verify-servers\` which servers to ask.`);
    }));
    return found.flat();
}
async function addressesOf(name, hint, signal) {
    if ((0,external_node_net_.isIP)(name))
        return [name];
    for (const type of ['A', 'AAAA']) {
        const own = hint && (await answerAt(hint, name, type, { signal, recursive: false }).catch(() => undefined));
        if (own && own.values.length > 0)
            return own.values;
        const resolver = new promises_.Resolver({ timeout: base_waits .r.DNS_LOOKUP_MS, tries: 2 });
        const system = type === 'A' ? resolver.resolve4(name) : resolver.resolve6(name);
        const addresses = await system.catch(() => []);
        if (addresses.length > 0)
            return addresses;
    }
    return [];
}
async function answerAt(server, name, type, options) {
    const { rcode, authoritative, answers } = await (0,exchange .P)(server, name, type, options);
    if ((rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') || !(authoritative || options.recursive)) {
        throw new errors .lZ(`The name server ${(0,exchange .L5)(server)} does not answer for ${name} (${rcode}).`);
    }
    const own = answers.filter((answer) => answer.type === type);
    const { ttl } = (own[0] ?? {});
    return { values: own.map((answer) => (0,wire .xm)(answer) ?? ''), ttl };
}

var external_node_dns_ = __webpack_require__(40610);
var external_node_http_ = __webpack_require__(37067);
var external_node_https_ = __webpack_require__(44708);
var retry = __webpack_require__(31666);
var network = __webpack_require__(69355);
; 








const ATTEMPTS = 4;
async function checkTarget(url, target, signal) {
    try {
        await (0,retry .L5)(() => get(url, target, signal), {
            signal,
            attempts: ATTEMPTS,
            isPassing: (error) => !(0,network .dJ)(error),
        });
    }
    catch (error) {
        signal.throwIfAborted();
        throw new errors .lZ(`${url.href} at ${target} does not work (${(0,network .N4)(error)})`, {
            cause: error,
        });
    }
}
function get(url, target, signal) {
    const client = url.protocol === 'https:' ? external_node_https_ : external_node_http_;
    const options = {
        signal: AbortSignal.any([signal, AbortSignal.timeout(base_waits .r.DNS_TARGET_MS)]),
        agent: false,
        host: (0,external_node_net_.isIP)(target) ? target : url.hostname,
        headers: { Host: url.host, 'User-Agent': 'rollback-actions' },
        ...((0,external_node_net_.isIP)(url.hostname) === 0 && { servername: url.hostname }),
        lookup: (_, how, done) => (0,external_node_dns_.lookup)(target, how, done),
    };
    return new Promise((resolve, reject) => {
        const request = client.get(url, options, (response) => {
            response.destroy();
            const { statusCode = 0 } = response;
            if (statusCode >= 200 && statusCode < 400)
                resolve();
            else
                reject(new Error(`HTTP ${statusCode}`));
        });
        request.on('error', reject);
    });
}

; 

function planSwitch(request, all, owner, provider) {
    const { name, type, previous } = request;
    const found = pick(request, all);
    if (typeof found === 'string')
        return refuse(found);
    if (found.locked !== undefined)
        return refuse(`the ${type} record of ${name} cannot be changed by itself: ${found.locked}`);
    if (owner?.isAtWork && request.externalDns === 'refuse') {
        return refuse(`${name} belongs to ${owner.name}, which would take it back within a minute; change it in the cluster, or say \`external-dns: ignore\``);
    }
    const wanted = previous ?? {
        ttl: request.ttl ?? found.ttl,
        values: [...new Set(request.texts.map((text) => provider.readValue(type, text, found)))],
    };
    if (same(found, wanted))
        return { action: 'no-op', held: found, wanted };
    if (previous && !same(found, previous.now)) {
        return refuse(`the ${type} record of ${name} is ${describeRecord(found)}, and neither what the switch made (${describeRecord(previous.now)}) nor what it was before (${describeRecord(previous)}): it was changed since; switch it to what it should be`);
    }
    const beside = previous && provider.changedBeside(found, previous.raw);
    if (beside !== undefined) {
        return refuse(`the ${type} record of ${name} has changed since the switch (${beside}), which undo would take back; switch its values instead`);
    }
    const refusal = request.ttl === undefined ? undefined : provider.refusesTtl(request.ttl, found);
    return refusal ? refuse(refusal) : { action: 'switch', held: found, wanted };
}
function pick({ name, type, identifier }, all) {
    const wildcard = all.find((held) => held.wildcard !== undefined)?.wildcard;
    const own = all.filter((held) => held.type === type);
    if (wildcard !== undefined) {
        const instead = own.length > 0 ? `, or switch ${wildcard}` : '';
        return `there is no ${type} record of ${name}; ${wildcard} answers for it. Make the record first${instead}`;
    }
    const there = [...new Set(all.map((held) => held.type))].join(', ') || 'nothing';
    const alias = all.find((held) => held.type === 'CNAME');
    if (own.length === 0 && alias?.locked !== undefined)
        return `${name} has a CNAME record, which cannot be changed by itself: ${alias.locked}`;
    if (own.length === 0 && alias)
        return `${name} has a CNAME record, and cannot have another beside it; say \`type: CNAME\` and the name of a host`;
    if (own.length === 0)
        return `there is no ${type} record of ${name} to switch (there is ${there}); check \`name\` and \`type\`, or make it first`;
    if (identifier !== undefined) {
        const one = own.find((held) => held.identifier === identifier);
        return one ?? `${name} has no ${type} record with the set identifier ${JSON.stringify(identifier)}`;
    }
    if (own.length > 1 || own[0]?.identifier !== undefined) {
        const names = own.map((held) => held.identifier).join(', ');
        return `${name} has ${type} records by a routing policy; say with \`set-identifier\` which: ${names}`;
    }
    return own[0];
}
const describeRecord = ({ ttl, values }) => `${values.join(', ')} (TTL ${ttl})`;
const same = (a, b) => a.ttl === b.ttl && (0,dns_values .Z)(a.values, b.values);
const refuse = (reason) => ({ action: 'refuse', reason });

; 

async function change(provider, name, held, wanted, signal) {
    try {
        return await provider.change(name, held, wanted);
    }
    catch (error) {
        signal.throwIfAborted();
        const all = await provider.read(name).catch(() => []);
        const now = all.find(({ type, identifier }) => type === held.type && identifier === held.identifier);
        if (!now || !same(now, wanted))
            throw error;
        return async () => { };
    }
}

; 



const MOST_SERVERS = 2;
const MOST_NAMES = 12;
async function delegationTo(own, domain, resolvers, signal, query = exchange .P) {
    const within = AbortSignal.any([signal, AbortSignal.timeout(base_waits .r.DELEGATION_MS)]);
    const look = (resolver) => delegationBy(own, domain, new View(resolver, within, query));
    const found = await Promise.all(resolvers.map((each) => look(each).catch(() => ({ is: 'unknown' }))));
    signal.throwIfAborted();
    const known = ['here', 'elsewhere'].map((is) => found.find((each) => each.is === is));
    return known.find((each) => each !== undefined) ?? { is: 'unknown' };
}
async function delegationBy(own, domain, view) {
    const to = await view.delegated(domain);
    if (to === undefined)
        return { is: 'unknown' };
    const names = own.map((name) => (0,dns_values .tK)(name) ?? name);
    if (to.some((name) => names.includes(name)))
        return { is: 'here' };
    if (to.length === 0)
        return { is: 'elsewhere', to };
    const [theirs, ours] = await Promise.all([view.addresses(to), view.addresses(names)]);
    if (theirs.some((address) => ours.includes(address)))
        return { is: 'here' };
    return theirs.length > 0 && ours.length > 0 ? { is: 'elsewhere', to } : { is: 'unknown' };
}
class View {
    #resolver;
    #signal;
    #query;
    constructor(resolver, signal, query) {
        this.#resolver = resolver;
        this.#signal = signal;
        this.#query = query;
    }
    async delegated(domain) {
        for (const parent of above(domain)) {
            const servers = await this.#resolve(parent, 'NS');
            if (servers.length === 0)
                continue;
            for (const host of (await this.addresses(servers)).slice(0, MOST_SERVERS)) {
                const options = { signal: this.#signal, recursive: false };
                const reply = await this.#query({ host, port: 53 }, domain, 'NS', options).catch(() => undefined);
                const delegated = reply && delegationIn(reply, domain);
                if (delegated)
                    return delegated;
            }
            return undefined;
        }
        return undefined;
    }
    async addresses(names) {
        const first = names.slice(0, MOST_NAMES);
        const found = await Promise.all(first.map((name) => this.#resolve(name, 'A').catch(() => [])));
        return found.flat();
    }
    async #resolve(name, type) {
        const options = { signal: this.#signal, recursive: true };
        const { rcode, answers } = await this.#query(this.#resolver, name, type, options);
        if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN')
            throw new Error(rcode);
        return valuesOf(answers, type);
    }
}
function delegationIn({ rcode, authoritative, answers, authorities }, domain) {
    if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN')
        return undefined;
    const isOfDomain = ({ name }) => (0,dns_values .tK)(name) === domain;
    const servers = valuesOf([...answers, ...authorities].filter(isOfDomain), 'NS');
    return servers.length > 0 || authoritative ? servers : undefined;
}
function above(domain) {
    const labels = domain.split('.');
    return labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
}
const valuesOf = (answers, type) => answers.flatMap((answer) => {
    if (answer.type !== type)
        return [];
    const text = String(answer.data);
    return (0,dns_values .tK)(text) ?? text;
});

; 




async function requireDelegated({ provider, resolvers = PUBLIC.map((text) => (0,exchange .ld)(text, 'verify-servers')), query }, { verify, servers }, { signal, log }) {
    if (!provider.hasTwins || verify !== 'authoritative' || servers.length > 0)
        return;
    const own = await provider.nameServers();
    if (own.length === 0)
        return;
    const found = await delegationTo(own, provider.zone, resolvers, signal, query);
    if (found.is === 'unknown')
        log.warn(`Whether ${provider.zone} is delegated to the name servers of this zone is unknown, as no public resolver says; if it is not, no one sees the change.`);
    if (found.is === 'elsewhere')
        throw new errors .lZ(`Nothing was changed: ${provider.zone} is delegated to ${found.to.join(', ') || 'no server'}, and not to ${own.join(', ')}, which serve this zone, so no one would see the change; give as \`zone\` the id of the one that is asked, or say with \`verify-servers\` whom to ask.`);
}

; 

const TYPES = ['a', 'aaaa', 'cname', 'ns', 'mx', 'ptr', 'srv', 'naptr', 'txt', 'caa', 'dname'];
const TYPE_BEFORE = new RegExp(`(?:^|[-._])(?:${TYPES.join('|')})-$`);
const ENCRYPTED = /^[A-Za-z0-9+/_-]{80,}={0,2}$/;
const marksOf = (type) => ['A', 'AAAA'].includes(type) ? [type.toLowerCase(), 'cname'] : [type.toLowerCase()];
function registryNames(name, zone, type) {
    const [first = '', ...rest] = name.split('.');
    const isStar = first === '*';
    const ofOctodns = name === zone ? zone : [isStar ? '_wildcard' : first, ...rest].join('.');
    return [
        name,
        ...(isStar ? [] : marksOf(type).map((mark) => `${mark}-${name}`)),
        `${type.toLowerCase()}._metadata.${name}`,
        `_owner.${type.toLowerCase()}.${ofOctodns}`,
    ].filter((each) => each === name || each.endsWith(`.${zone}`));
}
function ownerOf(name, zone, type, { held, texts, others }) {
    const exact = registryNames(name, zone, type);
    for (const [mark, values] of texts) {
        const isExact = exact.includes(mark);
        if (!isExact && !(others && isNearest(mark, name, zone, type, others)))
            continue;
        const owner = values.map((value) => ownerIn(plain(value), isExact && mark !== name)).find(Boolean);
        if (owner)
            return owner;
    }
    const notes = held.filter((each) => each.type === type).flatMap((each) => each.notes ?? []);
    return notes.map(ownerNoted).find(Boolean);
}
const plain = (value) => (0,dns_values .$$)(value).toString().replace(/^"|"$/g, '');
function ownerIn(text, isOwnName) {
    const words = new Map(text.split(',').map((word) => word.trim().split(/=(.*)/s)));
    if (words.get('heritage') === 'external-dns') {
        const owner = JSON.stringify(words.get('external-dns/owner') ?? '');
        const resource = words.get('external-dns/resource');
        return { isAtWork: true, name: `external-dns (owner ${owner}${resource ? `, ${resource}` : ''})` };
    }
    if (isOwnName && ENCRYPTED.test(text))
        return { isAtWork: true, name: 'external-dns (its mark is encrypted)' };
    return isOwnName && text === '*octodns*' ? { isAtWork: false, name: 'octoDNS' } : undefined;
}
function ownerNoted(note) {
    const [program] = /\b(?:external-?dns|terraform|opentofu|pulumi|octodns|dnscontrol|crossplane|ansible)\b/i.exec(note) ?? [];
    if (program === undefined)
        return undefined;
    const name = `${program} (noted at the record: ${JSON.stringify(note.slice(0, 100))})`;
    return { isAtWork: /^external/i.test(program), name };
}
function isNearest(mark, name, zone, type, others) {
    const fits = fitsOf(mark, zone, (each) => each === name || others.has(each));
    const [best] = fits.sort((a, b) => b.score - a.score);
    const own = fits.find((each) => each.name === name);
    if (best === undefined || own?.score !== best.score)
        return false;
    const types = own.affix.split(/[-._ ]/).filter((word) => word !== 'txt' && TYPES.includes(word));
    return types.length === 0 || marksOf(type).some((each) => types.includes(each));
}
function fitsOf(mark, zone, isName) {
    const fits = [];
    for (const { index: dot } of mark.matchAll(/\./g)) {
        const [head, parent] = [mark.slice(0, dot), mark.slice(dot + 1)];
        if (isName(`*.${parent}`))
            fits.push({ name: `*.${parent}`, score: 1, affix: '' });
        const cuts = [...head.matchAll(/[-._]/g)].map(({ index }) => index);
        for (const start of [0, ...cuts.map((cut) => cut + 1)])
            for (const end of [...cuts, head.length]) {
                const first = head.slice(start, end);
                const name = `${first}.${parent}`;
                if (first === '' || first.includes('.') || !isName(name))
                    continue;
                const before = head.slice(0, start);
                const isTyped = TYPE_BEFORE.test(before);
                const score = name === zone ? 1 : 2 + end - start + (isTyped ? 1000 : 0);
                fits.push({ name, score, affix: `${before} ${head.slice(end)}` });
            }
    }
    return fits;
}

var deadline = __webpack_require__(68606);
; 






async function propagate(servers, expected, signal) {
    const started = performance.now();
    const behind = new Map();
    const waits = servers.map(async (server) => {
        const name = (0,exchange .L5)(server);
        for (;;) {
            const instead = await differs(server, expected, started, signal);
            if (instead === undefined)
                break;
            behind.set(name, instead);
            await (0,deadline .v7)(base_waits .r.DNS_PROPAGATION_POLL_MS, signal);
        }
        behind.delete(name);
        return { server: name, seconds: Number(((performance.now() - started) / 1000).toFixed(1)) };
    });
    try {
        return await Promise.all(waits);
    }
    catch (error) {
        await Promise.allSettled(waits);
        if (!signal.aborted || behind.size === 0)
            throw error;
        const servers = [...behind].map(([name, instead]) => `${name} (${instead})`);
        throw new errors .lZ(`${servers.join(', ')} did not follow in time; ${(0,errors .bD)(signal.reason)}`, {
            cause: error,
        });
    }
}
async function differs(server, expected, started, signal) {
    const { name, type, values, recursive, key } = expected;
    try {
        const answer = await answerAt(server, name, type, { signal, recursive, key });
        if (!(0,dns_values .Z)(answer.values, values))
            return `answers ${answer.values.join(', ') || 'nothing'}`;
        if (recursive || isOfNow(answer.ttl ?? 0, expected, started))
            return undefined;
        return `answers it with the TTL ${answer.ttl}`;
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof errors .lZ)
            return (0,errors .bD)(error);
        throw error;
    }
}
function isOfNow(seen, { ttl, values, before }, started) {
    if (seen === ttl)
        return true;
    const isTtlAlone = (0,dns_values .Z)(before.values, values);
    return seen < ttl && (!isTtlAlone || performance.now() - started > before.ttl * 1000);
}

var markdown = __webpack_require__(26963);
; 


const SIGNS = { done: '✅', 'no-op': '✅', planned: '📋', failed: '❌' };
function summaryOf({ result, message, previous, servers, ttlRemaining, }) {
    const rows = [
        ['Before', (0,markdown .aY)(describeRecord(previous))],
        ['After', (0,markdown .aY)(describeRecord(previous.now))],
        ['Clients may go to the old one for', `${ttlRemaining} s`],
        ...servers.map(({ server, seconds }) => [(0,markdown .aY)(server), `answered it after ${seconds} s`]),
    ];
    return `## ${SIGNS[result]} ${(0,markdown .tJ)(message)}\n\n${(0,markdown .tp)(['', `${(0,markdown .tJ)(previous.type)} ${(0,markdown .aY)(previous.name)}`], rows)}\n`;
}

; 















async function switchDns(place, given, context) {
    const { provider } = place;
    const request = inZone(given, provider.zone);
    const { name, type } = request;
    const { log, record } = context;
    const around = await provider.survey(name, registryNames(name, provider.zone, type));
    const owner = ownerOf(name, provider.zone, type, around);
    const plan = planSwitch(request, around.held, owner, provider);
    if (plan.action === 'refuse')
        throw new errors .lZ(`Nothing was changed: ${plan.reason}.`);
    const { held, wanted } = plan;
    const present = previousOf(request, held, wanted);
    const event = {
        component: `dns/${name}`,
        where: { provider: request.provider, zone: request.zone },
        step: `switch ${[type, name, held.identifier ?? ''].join(' ').trim()}`,
        from: describeRecord(held),
        to: describeRecord(wanted),
    };
    const previous = plan.action === 'no-op' ? begunWith(present, event, context) : present;
    log.info(`${type} ${name}: ${describeRecord(held)} → ${describeRecord(wanted)}`);
    for (const warning of warningsOf(request, around.held, held, owner))
        log.warn(warning);
    await requireDelegated(place, request, context);
    const views = await hasViews(place, request, held, context);
    await requireTarget(request, wanted, context);
    if (context.dryRun) {
        if (context.checksWritePermissions)
            await provider.checkWritePermissions?.();
        const verb = plan.action === 'switch' ? 'would become' : 'is already';
        const message = `Planned: ${type} ${name} ${verb} ${describeRecord(wanted)}; nothing was changed.`;
        record({ ...event, status: 'planned', evidence: { previous }, message });
        return finished('planned', message, previous, held);
    }
    let settled = async () => { };
    if (plan.action === 'switch') {
        log.group(`What it was: give this as \`previous\` with \`phase: undo\``, [JSON.stringify(previous)]);
        record({ ...event, status: 'started', evidence: { previous } });
        try {
            settled = await change(provider, name, held, wanted, context.signal);
        }
        catch (error) {
            const message = (0,errors .bD)(error);
            record({ ...event, status: 'failed', evidence: { previous }, message });
            if (error instanceof errors .lZ)
                return finished('failed', message, previous, held);
            throw error;
        }
        log.info(`✓ ${type} ${name} is changed`);
    }
    const done = { action: plan.action, held, wanted, previous, event, settled, views };
    return follow(place, request, done, context);
}
async function requireTarget(request, wanted, context) {
    try {
        await checkAll(request, wanted, context);
    }
    catch (error) {
        throw new errors .lZ(`Nothing was changed: ${(0,errors .bD)(error)}; fix the target, or leave \`check\` out.`, { cause: error });
    }
}
async function follow(place, request, done, context) {
    const { action, held, wanted, previous, event } = done;
    const { type, name } = request;
    const { record } = context;
    const started = performance.now();
    const seconds = () => Number(((performance.now() - started) / 1000).toFixed(1));
    const was = action === 'switch' ? 'is switched' : 'was switched already';
    try {
        const servers = await waitForServers(place, request, done, context);
        await done.settled();
        const propagated = seconds();
        await checkAll(request, wanted, context);
        const result = action === 'switch' ? 'done' : 'no-op';
        const ttlRemaining = result === 'done' ? held.ttlRemaining : 0;
        const clients = ttlRemaining > 0 ? `; clients may go to the old one for ${ttlRemaining} s more` : '';
        const message = `${type} ${name} ${was} to ${describeRecord(wanted)}${servers.length > 0 ? `, and ${servers.length} of ${servers.length} servers answer it` : ''}${clients}.`;
        record({
            ...event,
            status: result,
            seconds: propagated,
            evidence: { previous, servers, lag: ttlRemaining },
            message,
        });
        return finished(result, message, previous, held, servers, propagated);
    }
    catch (error) {
        if (!(error instanceof errors .lZ))
            throw error;
        const message = `${type} ${name} ${was} to ${describeRecord(wanted)}, but ${(0,errors .bD)(error)} Run it again to wait longer, or with \`phase: undo\`.`;
        record({ ...event, status: 'failed', seconds: seconds(), evidence: { previous }, message });
        return finished('failed', message, previous, held);
    }
}
async function waitForServers({ provider, hint, key }, request, { held, wanted, views }, { signal, log }) {
    const { name, type, zone, verify, servers } = request;
    if (verify === 'none')
        return [];
    if (!held.publiclyResolvable || (type === 'CNAME' && name === provider.zone)) {
        log.info('… name servers answer something else for this kind of record: only the answer of the provider says that it was changed');
        return [];
    }
    const { ttl, values } = wanted;
    const expected = { name, type, ttl, values, before: held, recursive: verify === 'public' };
    if (views && hint) {
        log.warn(`${(0,exchange .L5)(hint)} answers for ${name} something else to those without the key (it has views); what it answers with the key is waited for, and no other server is asked.`);
        return propagate([hint], { ...expected, key }, signal);
    }
    const queried = servers.length > 0 ? servers : await locate(await provider.nameServers(), hint, signal);
    if (queried.length === 0)
        log.warn(`The zone ${zone} is not public, so no name server was asked.`);
    return propagate(queried, expected, signal);
}
async function hasViews({ hint, key }, { name, type, verify, servers }, { values }, { signal }) {
    if (!hint || !key || verify !== 'authoritative' || servers.length > 0)
        return false;
    const open = await answerAt(hint, name, type, { signal, recursive: false }).catch(() => undefined);
    signal.throwIfAborted();
    return !open || !(0,dns_values .Z)(open.values, values);
}
async function checkAll({ check, type }, { values }, { signal }) {
    if (!check || !['A', 'AAAA', 'CNAME'].includes(type))
        return;
    await Promise.all(values.map((value) => checkTarget(check, value.split('/').at(-1) ?? value, signal)));
}
function begunWith(present, { step, ...subject }, { recordPath, rollbackId }) {
    const begun = (0,read .w)(recordPath).events.findLast((event) => event.id === rollbackId &&
        (0,component .TN)(event) === (0,component .TN)(subject) &&
        event.step === step &&
        event.status === 'started');
    const previous = asPrevious(begun?.evidence?.previous);
    const same = previous?.name === present.name &&
        previous.type === present.type &&
        (0,dns_values .Z)(previous.now.values, present.values);
    return previous && same ? previous : present;
}
const HINTED = ['HTTPS', 'SVCB'];
const HINTS = { A: 'ipv4hint', AAAA: 'ipv6hint' };
function warningsOf({ name, type }, all, { identifier, cautions = [] }, owner) {
    const other = { A: 'AAAA', AAAA: 'A' }[type];
    const left = all.find((held) => held.type === other);
    const which = identifier === undefined ? '' : ` (${identifier})`;
    const warnings = cautions.map((caution) => `${type} ${name}${which}: ${caution}.`);
    if (left)
        warnings.push(`${name} also has ${other} records, which still lead to ${left.values.join(', ')}; switch them too.`);
    const hinted = HINTS[type];
    for (const { type: kind, values } of all)
        if (hinted && HINTED.includes(kind) && values.some((value) => value.includes(`${hinted}=`)))
            warnings.push(`${name} also has ${kind} records with ${hinted}, by which browsers may still go to the old address (${values.join(', ')}); change them too.`);
    if (owner && !owner.isAtWork)
        warnings.push(`${name} is kept by ${owner.name}, which takes the change back at its next run; change it there too.`);
    if (type === 'TXT' && name.startsWith('_acme-challenge.'))
        warnings.push(`${name} is where cert-manager and other ACME clients put their challenges, which replace this text at the next renewal.`);
    return warnings;
}
function finished(result, message, previous, held, servers = [], propagated) {
    const ttlRemaining = result === 'no-op' || result === 'planned' ? 0 : held.ttlRemaining;
    const switched = { result, message, previous, servers, propagated, ttlRemaining };
    return { ...switched, summary: summaryOf(switched) };
}

var action = __webpack_require__(99297);
var tsig = __webpack_require__(53248);
var http_endpoint = __webpack_require__(24545);
; 










const inputs = {
    provider: dist .lqM((0,values .Yq)(['route53', 'cloudflare', 'rfc2136'])),
    zone: dist .lqM((0,values .Qq)()),
    name: dist .lqM((0,values .Qq)()),
    type: dist .lqM((0,values .Yq)(dns_values .QE), 'A'),
    value: dist .lqM((0,values .Mn)(), ''),
    ttl: dist .lqM((0,values .nd)(1)),
    setIdentifier: dist .lqM((0,values .Qq)()),
    server: dist .lqM((0,values .Qq)()),
    tsigKey: dist .lqM((0,values .rJ)()),
    apiToken: dist .lqM((0,values .rJ)()),
    endpoint: dist .lqM((0,values .Qq)()),
    verify: dist .lqM((0,values .Yq)(['authoritative', 'public', 'none']), 'authoritative'),
    verifyServers: dist .lqM((0,values .p_)(), ''),
    check: dist .lqM((0,values .Qq)()),
    externalDns: dist .lqM((0,values .Yq)(['refuse', 'ignore']), 'refuse'),
    phase: dist .lqM((0,values .Yq)(['switch', 'undo']), 'switch'),
    previous: dist .lqM((0,values .Qq)()),
};
const switch_dns_action = (0,action .Q)({ name: 'switch-dns', inputs, changes: true, main });
async function main(inputs, context) {
    const request = requestOf(inputs);
    const place = await placeOf(inputs, request.zone, context);
    const { result, message, previous, propagated, ttlRemaining, summary } = await switchDns(place, request, context);
    const outputs = { previous, 'propagated-seconds': propagated ?? '', 'client-lag-seconds': ttlRemaining };
    return { result, message, outputs, summary };
}
async function placeOf(inputs, zone, { signal, mask }) {
    const { provider, apiToken, tsigKey, server } = inputs;
    const endpoint = inputs.endpoint && (0,http_endpoint .X)(inputs.endpoint, 'endpoint');
    if (provider === 'route53') {
        const { AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
        for (const value of [AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN])
            if (value)
                mask(value);
        const { route53 } = await Promise.all( [__webpack_require__.e(5118), __webpack_require__.e(5861), __webpack_require__.e(8621), __webpack_require__.e(266)]).then(__webpack_require__.bind(__webpack_require__, 10266));
        return { provider: await route53(zone, { endpoint, signal }), hint: undefined };
    }
    if (provider === 'cloudflare') {
        if (apiToken === undefined)
            throw lacks('api-token', provider);
        const { cloudflare } = await __webpack_require__.e(  1769).then(__webpack_require__.bind(__webpack_require__, 51769));
        return { provider: await cloudflare(zone, { token: apiToken, endpoint, signal }), hint: undefined };
    }
    if (server === undefined)
        throw lacks('server', 'rfc2136');
    const hint = (0,exchange .ld)(server, 'server');
    const key = tsigKey === undefined ? undefined : (0,tsig .Do)(tsigKey);
    if (tsigKey !== undefined)
        mask(tsigKey.split(':').at(-1) ?? '');
    const { rfc2136 } = await __webpack_require__.e(  1080).then(__webpack_require__.bind(__webpack_require__, 41080));
    return { provider: rfc2136(hint, zone, key, signal), hint, key };
}
const lacks = (input, provider) => new errors .lZ(`Input \`${input}\` is required with \`provider: ${provider}\`; in a workflow, a secret that does not exist is an empty input.`);


  }),

  68606:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ip: () => (  startTimer),
    db: () => (  startDeadline),
    v7: () => (  pause)
  });
  var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
  var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


const LONGEST_TIMER = 2 ** 31 - 1;
function startTimer(seconds) {
    const controller = new AbortController();
    const milliseconds = Math.min(seconds * 1000, LONGEST_TIMER);
    const timer = setTimeout(() => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__  .j3(seconds)), milliseconds);
    return {
        signal: controller.signal,
        abort: (reason) => controller.abort(reason),
        stop: () => clearTimeout(timer),
    };
}
function startDeadline(seconds) {
    const timer = startTimer(seconds);
    const cancel = (name) => timer.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__  .cc(name));
    process.once('SIGINT', cancel).once('SIGTERM', cancel);
    return {
        signal: timer.signal,
        stop() {
            timer.stop();
            process.off('SIGINT', cancel).off('SIGTERM', cancel);
        },
    };
}
async function pause(milliseconds, signal) {
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal }).catch(() => { });
    signal.throwIfAborted();
}


  }),

  45145:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    bD: () => (  messageOf),
    cc: () => (  CancelledError),
    j3: () => (  DeadlineError),
    lZ: () => (  ActionError),
    to: () => (  explained),
    wl: () => (  DISK_FULL)
  });
class ActionError extends Error {
    details;
    outputs;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.name = 'ActionError';
        this.details = [...(options.details ?? [])];
        this.outputs = options.outputs ?? {};
    }
}
class DeadlineError extends ActionError {
    constructor(seconds) {
        super(`The deadline of ${seconds} s (input \`timeout\`) has passed.`);
        this.name = 'DeadlineError';
    }
}
class CancelledError extends ActionError {
    constructor(signalName) {
        super(`The run was cancelled (${signalName}).`);
        this.name = 'CancelledError';
    }
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
const DISK_FULL = 'The disk of this machine is full; give the runner a larger one, or set RUNNER_TEMP to another, and run this again.';
function explained(error) {
    const { code } = error;
    return code === 'ENOSPC' ? new ActionError(DISK_FULL, { cause: error }) : error;
}


  }),

  61376:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    DJ: () => (  withoutControls),
    Hh: () => (  cutLine),
    wi: () => (  inertLines)
  });
const CONTROLS = /\r\n?|(?![\t\n])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const LINE_ENDS = ['\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];
const withoutControls = (text) => text.replace(CONTROLS, (sign) => (LINE_ENDS.includes(sign) ? '\n' : ''));
const inertLines = (text) => withoutControls(text)
    .split('\n')
    .map((line) => line.replace(/^([\s\p{Z}\p{Cf}]*):(?=:)/u, '$1: ').replaceAll('##[', '## ['));
const LONGEST_LINE = 8 * 1024;
const cutLine = (line) => line.slice(0, LONGEST_LINE);


  }),

  5685:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    k: () => (  LATEST_INSTANT),
    u: () => (  isInstant)
  });
const EARLIEST_INSTANT = Date.UTC(2000);
const LATEST_INSTANT = Date.UTC(2200);
const isInstant = (text) => {
    const at = Date.parse(text);
    return at >= EARLIEST_INSTANT && at < LATEST_INSTANT;
};


  }),

  26963:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Xl: () => (  withoutReferences),
    aY: () => (  code),
    tJ: () => (  inert),
    tp: () => (  table)
  });
  var _foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61376);
  var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);


function inert(text) {
    return oneLine((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__  .E$)((0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__  .DJ)(text))).replace(/[&<>|@[\]`*_~\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
function oneLine(text) {
    const [first = '', ...rest] = text.split('\n');
    if (rest.length === 0)
        return first;
    const last = rest.pop() ?? '';
    const words = [first.trimEnd(), ...rest.map((line) => line.trim()).filter(Boolean), last.trimStart()];
    return words.join(' ');
}
const withoutReferences = (markdown) => markdown
    .replaceAll('&#64;', '&#64;<!-- -->')
    .replace(/(?<!&)#(?=\d)/g, '#<!-- -->')
    .replace(/\bGH-(?=\d)/gi, (found) => `${found.slice(0, 2)}<!-- -->-`)
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1:<!-- -->')
    .replace(/\bwww\.(?=\w)/gi, 'www<!-- -->.');
const code = (text) => `<code>${inert(text)}</code>`;
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}


  }),

  90763:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  Ir: () => (  beginning),
  nz: () => (  isShortSecret),
  E$: () => (  redact),
  pc: () => (  redacted),
  Rh: () => (  redactedJson),
  O3: () => (  secrets)
});


; 
const LONG = 8;
function encodingsOf(text) {
    const json = inJson(text);
    const ways = [
        text,
        text.replaceAll('\r\n', '\n'),
        json,
        inJson(json),
        ...inUrls(text),
        encodeURIComponent(encodeURIComponent(text.toWellFormed())),
        encodeURIComponent(json.toWellFormed()),
        ...inMarkup(text),
        text.replaceAll("'", "''"),
        text.replaceAll("'", "'\\''"),
        base64(text),
        ...(text.length >= LONG ? [...insideBase64(text), text.toUpperCase(), text.toLowerCase()] : []),
    ];
    return [...new Set(ways)];
}
const inJson = (text) => JSON.stringify(text).slice(1, -1);
function inUrls(text) {
    const whole = text.toWellFormed();
    const all = encodeURIComponent(whole);
    const form = new URLSearchParams({ x: whole }).toString().slice(2);
    const strict = all.replace(/[!'()*~]/g, percent);
    const small = (encoded) => encoded.replace(/%[0-9A-F]{2}/g, (each) => each.toLowerCase());
    const ways = [all, strict, form, encodeURI(whole), asPassword(whole)];
    return [...ways, ...ways.map(small)];
}
const percent = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
function asPassword(text) {
    const url = new URL('http://user@host');
    url.password = text;
    return url.password;
}
const NAMED = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
function inMarkup(text) {
    const numbered = (signs) => text.replace(signs, (sign) => `&#${sign.charCodeAt(0)};`);
    return [
        text.replace(/[&<>"']/g, (sign) => NAMED[sign] ?? sign),
        text.replace(/[&<>]/g, (sign) => NAMED[sign] ?? sign),
        numbered(/[&<>"']/g),
        numbered(/[&<>|@[\]`*_~\\]/g),
        text.replace(/[\\`*_{}[\]()#+.!|<>~-]/g, '\\$&'),
    ];
}
const base64 = (text) => Buffer.from(text).toString('base64');
function insideBase64(text) {
    const bytes = Buffer.from(text);
    return [0, 1, 2].flatMap((shift) => {
        const before = Math.ceil((shift * 8) / 6);
        const whole = Math.floor(((shift + bytes.length) * 8) / 6);
        const coded = Buffer.concat([Buffer.alloc(shift), bytes])
            .toString('base64')
            .slice(before, whole);
        return coded.length < LONG ? [] : [coded, coded.replaceAll('+', '-').replaceAll('/', '_')];
    });
}

var secret_parts = __webpack_require__(40753);
; 


const PATTERNS = [
    [/\bxox[a-z]-[A-Za-z0-9-]{8,}|\bxapp-[A-Za-z0-9-]{8,}/g, '***'],
    [/\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/g, '***'],
    [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, '***'],
    [/\b(aws_secret_access_key["'\\]{0,20}\s{0,20}[=:]\s{0,20}["'\\]{0,20})[A-Za-z0-9/+=]{40}/gi, '$1***'],
    [/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+/g, '***'],
    [
        /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|(?=")|$)/g,
        '***',
    ],
    [/(\bhttps:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9/_-]+/g, '$1***'],
    [/(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'\\]{0,200}:)[^\s/@"'\\]{1,200}@/gi, '$1***@'],
];
class Redactor {
    #texts = new Set();
    #words = new Set();
    #values = new Set();
    #pattern;
    add(secret) {
        const { texts, words, values } = (0,secret_parts .K0)(secret);
        for (const text of texts)
            for (const coded of encodingsOf(text))
                this.#texts.add(coded);
        for (const word of words)
            this.#words.add(word);
        for (const value of [...values, ...words])
            this.#values.add(value);
        this.#pattern = undefined;
        return [...texts, ...words];
    }
    redact = (text) => {
        let result = this.#withoutKnown(text);
        for (const [pattern, rest] of PATTERNS)
            result = result.replace(pattern, rest);
        return result;
    };
    isShortSecret = (value) => this.#values.has(String(value));
    #withoutKnown(text) {
        const pattern = this.#patternOf();
        if (!pattern)
            return text;
        const spans = [];
        pattern.lastIndex = 0;
        for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
            const [from, to] = [match.index, match.index + match[0].length];
            const last = spans.at(-1);
            if (last && from <= last.to)
                last.to = Math.max(last.to, to);
            else
                spans.push({ from, to });
            pattern.lastIndex = from + 1;
        }
        const kept = [...spans, { from: text.length, to: text.length }];
        return kept.map(({ from }, index) => text.slice(spans[index - 1]?.to ?? 0, from)).join('***');
    }
    #patternOf() {
        if (this.#texts.size + this.#words.size === 0)
            return undefined;
        this.#pattern ??= new RegExp([
            ...[...this.#texts].sort((a, b) => b.length - a.length).map(literal),
            ...[...this.#words].map((word) => `(?<![A-Za-z0-9_])${literal(word)}(?![A-Za-z0-9_])`),
        ].join('|'), 'g');
        return this.#pattern;
    }
}
const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const secrets = new Redactor();
const { redact, isShortSecret } = secrets;
const beginning = (text, most) => redact(text).slice(0, most);
const redactedJson = (value, without = redact) => JSON.stringify(value, (_, each) => redactedValue(each, without));
const redacted = (value) => value === undefined ? value : JSON.parse(redactedJson(value));
function redactedValue(value, without) {
    if (typeof value === 'number')
        return without(String(value)) === '***' ? '***' : value;
    if (typeof value === 'string')
        return without(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [without(key), each]));
}


  }),

  31666:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    L5: () => (  retry),
    Vs: () => (  retryAfterMs),
    aB: () => (  PassingError)
  });
  var p_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74995);
  var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
  var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);




class PassingError extends _errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ {
    retryAfterMs;
    mayBeDone;
    isLimit;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.name = 'PassingError';
        this.retryAfterMs = options.retryAfterMs ?? 0;
        this.mayBeDone = options.mayBeDone ?? false;
        this.isLimit = options.isLimit ?? false;
    }
}
async function retry(work, limits) {
    const { signal, withinMs = Number.POSITIVE_INFINITY, attempts = Number.POSITIVE_INFINITY } = limits;
    const { longestPauseMs = _waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.RETRY_LONGEST_PAUSE_MS } = limits;
    const end = performance.now() + withinMs;
    let failures = 0;
    let met = 0;
    const isWorthwhile = (error) => !signal.aborted &&
        (failures < attempts || isLimit(error)) &&
        retryAfterOf(error) <= end - performance.now() &&
        isAgain(error, limits);
    try {
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_3__  .Ay)(() => work().catch(throwAsError), {
            retries: Number.POSITIVE_INFINITY,
            minTimeout: _waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.RETRY_FIRST_PAUSE_MS,
            maxTimeout: longestPauseMs,
            maxRetryTime: withinMs,
            randomize: true,
            signal,
            shouldRetry: ({ error }) => isWorthwhile(error),
            shouldConsumeRetry: ({ error }) => !isLimit(error),
            onFailedAttempt: async ({ error }) => {
                if (!isLimit(error))
                    failures += 1;
                if (!isWorthwhile(error))
                    return;
                const own = isLimit(error) ? growing(met++, longestPauseMs) : 0;
                await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__  .v7)(Math.max(retryAfterOf(error), own), signal);
            },
        });
    }
    catch (error) {
        signal.throwIfAborted();
        throw error;
    }
}
const retryAfterOf = (error) => error.retryAfterMs ?? 0;
const isLimit = (error) => error.isLimit ?? false;
const growing = (before, longest) => Math.min(longest, _waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.RETRY_FIRST_PAUSE_MS * 2 ** before * (1 + Math.random()));
function isAgain(error, { isPassing, repeatable = true }) {
    const passes = isPassing ? isPassing(error) : error instanceof PassingError;
    return passes && (repeatable || !error.mayBeDone);
}
function throwAsError(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ)
        throw thrown;
    const { message, name } = thrown;
    throw thrown instanceof Error && name !== 'TypeError' ? thrown : new Error(message, { cause: thrown });
}
function retryAfterMs(header) {
    if (!header)
        return 0;
    const milliseconds = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
    return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : 0;
}


  }),

  40753:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    K0: () => (  secretPartsOf),
    Wr: () => (  credentialsIn),
    qE: () => (  namedSecretsIn)
  });
const LONG_PART = 6;
const LONG_SECRET = 4;
const LONG_PATH = 12;
const DEPTH = 4;
const NAMES_SECRET = /pass|pwd|secret|token|cred|private|auth|sign|salt|seed|cookie|session|conn_?str|dsn|(?:^|[^a-z])(?:api|access|account|shared|encryption|master|key|sas|pin|otp|code)(?:[^a-z]|$)|[a-z]Key$|api_?key/i;
const namesSecret = (name) => NAMES_SECRET.test(name);
function secretPartsOf(secret) {
    const parts = { texts: new Set(), words: new Set(), values: new Set() };
    const whole = secret.trim();
    if (whole.length >= LONG_SECRET)
        parts.texts.add(whole);
    else if (whole !== '')
        parts.values.add(whole);
    for (const line of linesOf(whole))
        if (line.length >= LONG_SECRET)
            parts.texts.add(line);
    collect(whole, { isNamed: false, isWhole: true, depth: DEPTH }, parts);
    return parts;
}
function collect(text, place, parts) {
    if (!place.isWhole)
        keep(text, place.isNamed, parts);
    if (place.depth === 0)
        return;
    const inner = { isNamed: false, isWhole: false, depth: place.depth - 1 };
    const json = containerIn(text);
    if (json !== undefined)
        return collectJson(json, { ...inner, isNamed: place.isNamed }, parts);
    for (const credential of credentialsIn(text))
        collect(credential, { ...inner, isNamed: true }, parts);
    for (const part of pathPartsOf(text))
        keep(part, true, parts);
    for (const { name, value } of assignmentsIn(text))
        collect(value, { ...inner, isNamed: namesSecret(name) }, parts);
}
function collectJson(value, place, parts) {
    if (typeof value === 'string')
        return collect(value, place, parts);
    if (typeof value === 'number')
        return keep(String(value), place.isNamed, parts);
    if (typeof value !== 'object' || value === null)
        return;
    for (const [name, each] of Object.entries(value))
        collectJson(each, { ...place, isNamed: place.isNamed || namesSecret(name) }, parts);
}
function keep(text, isNamed, { texts, words, values }) {
    const lines = linesOf(text);
    for (const part of [text.trim(), ...(lines.length > 1 ? lines : [])]) {
        if (part === '')
            continue;
        if (part.length >= (isNamed ? LONG_SECRET : LONG_PART))
            texts.add(part);
        else if (isNamed && /[\p{L}\p{N}]/u.test(part))
            words.add(part);
        else
            values.add(part);
    }
}
function namedSecretsIn(text) {
    const json = containerIn(text);
    if (json !== undefined)
        return namedInJson(json, false);
    return assignmentsIn(text)
        .filter(({ name }) => namesSecret(name))
        .map(({ value }) => value);
}
function namedInJson(value, isNamed) {
    if (typeof value !== 'object' || value === null)
        return isNamed ? [String(value)] : [];
    return Object.entries(value).flatMap(([name, each]) => namedInJson(each, isNamed || namesSecret(name)));
}
const linesOf = (text) => text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
function containerIn(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function credentialsIn(text) {
    const urls = text.matchAll(/(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,20}):\/\/(?=(\S{0,4000}))/gi);
    const found = [...urls].flatMap(([, scheme = '', rest = '']) => {
        const logins = [/^([^/?#]*?)@/, /^([^/?#]*)@/, /^(.*)@/].flatMap((login) => login.exec(rest)?.[1] ?? []);
        return [...new Set(logins)].flatMap((login) => secretsOfLogin(scheme, login));
    });
    const queries = [...text.matchAll(/[?&]([\w.-]+)=([^&\s#]+)/g)];
    const named = queries.filter(([, name = '']) => namesSecret(name)).map(([, , value = '']) => value);
    return [...found, ...named, ...named.map(decoded)];
}
function secretsOfLogin(scheme, login) {
    const at = login.indexOf(':');
    const [user, password] = at < 0 ? ['', login] : [login.slice(0, at), login.slice(at + 1)];
    if (password === '' || (at < 0 && !/^(redis|valkey|https?)/i.test(scheme)))
        return [];
    const pairs = [`${user}:${password}`, `${decoded(user)}:${decoded(password)}`];
    return [password, decoded(password), ...pairs.map(basicOf)];
}
const basicOf = (pair) => Buffer.from(pair).toString('base64');
function pathPartsOf(text) {
    const url = /^https?:\/\/\S+$/i.test(text) ? URL.parse(text) : null;
    if (!url)
        return [];
    const parts = [...url.pathname.split('/'), ...url.searchParams.values()];
    return parts.filter((part) => part.length >= LONG_PATH).flatMap((part) => [part, decoded(part)]);
}
function assignmentsIn(text) {
    return linesOf(text).flatMap((line) => {
        if (/^[a-z][a-z0-9+.-]*:\/\//i.test(line))
            return [];
        const [, name = '', value = ''] = /^(?:export\s+|-\s+)*["']?([A-Za-z_][\w.-]*)["']?\s*[:=]\s*(.+)$/.exec(line) ?? [];
        if (name === '')
            return [];
        const bare = unquoted(value);
        const credential = /^(?:Bearer|Basic|Token|ApiKey)\s+(\S+)$/i.exec(bare)?.[1];
        const words = [...line.matchAll(/(?<!\w)(\w{1,60})\s{0,20}=\s{0,20}('(?:[^'\\]|\\.)*'|[^\s']+)/g)].slice(1);
        return [
            { name, value: bare },
            ...(credential ? [{ name: 'credential', value: credential }, ...pairOf(credential)] : []),
            ...words
                .filter(([, each = '']) => namesSecret(each))
                .map(([, each = '', inner = '']) => ({ name: each, value: unquoted(inner) })),
        ];
    });
}
function pairOf(credential) {
    const pair = Buffer.from(credential, 'base64').toString();
    const at = pair.indexOf(':');
    return at < 0 || basicOf(pair) !== credential ? [] : [{ name: 'password', value: pair.slice(at + 1) }];
}
const unquoted = (value) => /^(["'])(.*)\1,?$/.exec(value.trim())?.[2] ?? value.trim();
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}


  }),

  92920:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Mn: () => (  lines),
    Qq: () => (  text),
    Rz: () => (  milliseconds),
    Yq: () => (  choice),
    n$: () => (  moment),
    nd: () => (  integer),
    p0: () => (  duration),
    p_: () => (  list),
    rJ: () => (  secret),
    uM: () => (  share),
    vj: () => (  amount),
    zM: () => (  boolean)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

const given = (issue) => JSON.stringify(issue.input);
const text = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP();
const secret = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yuE({ secret: true }));
const duration = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^(?=\d)(\d+h)?(\d+m)?(\d+s)?$/, (issue) => `is ${given(issue)}; accepted are durations such as 90s, 5m or 1h30m`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => {
    const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(value) ?? [];
    const [hours, minutes, seconds] = [1, 2, 3].map((at) => Number(parts[at] ?? 0));
    return hours * 3600 + minutes * 60 + seconds;
}), valibot__WEBPACK_IMPORTED_MODULE_0__  .Wwf(1, 'is zero; accepted are durations of at least 1s'));
const milliseconds = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^(0|\d{1,6}m?s)$/, (issue) => `is ${given(issue)}; accepted are short durations such as 10ms or 1s`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => Number.parseInt(value, 10) * (value.endsWith('ms') ? 1 : 1000)));
const boolean = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^(true|True|TRUE|false|False|FALSE)$/, (issue) => `is ${given(issue)}; accepted are true and false`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => value.toLowerCase() === 'true'));
const integer = (least) => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^\d{1,9}$/, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi(Number), valibot__WEBPACK_IMPORTED_MODULE_0__  .Wwf(least, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`));
const amount = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^\d{1,12}(\.\d{1,12})?$/, (issue) => `is ${given(issue)}; accepted are numbers such as 10 and 0.05`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi(Number));
const choice = (words) => valibot__WEBPACK_IMPORTED_MODULE_0__  .KIO(words, (issue) => `is ${given(issue)}; accepted are ${words.join(', ')}`);
const list = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => split(value, /[\n,]/)));
const lines = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => split(value, /\n/)));
function split(value, separator) {
    return value
        .split(separator)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
const moment = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => (/^\d{9,11}$/.test(value) ? Number(value) : parseMoment(value))), valibot__WEBPACK_IMPORTED_MODULE_0__  .E2x('is not a time; accepted are 2026-11-22T10:00:00Z and Unix seconds'));
function parseMoment(value) {
    return /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|z|[+-]\d\d:?\d\d)$/.test(value)
        ? Date.parse(value) / 1000
        : Number.NaN;
}
const share = () => valibot__WEBPACK_IMPORTED_MODULE_0__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__  .yGV(/^\d+(\.\d+)?\s*%?$/, (issue) => `is ${given(issue)}; accepted are shares such as 99.9% or 0.999`), valibot__WEBPACK_IMPORTED_MODULE_0__  .pdi((value) => Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)), valibot__WEBPACK_IMPORTED_MODULE_0__  .z6Y((value) => value > 0 && value < 1, (issue) => `is ${given(issue)}; accepted are shares above 0 and below 100%`));


  }),

  95282:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    r: () => (  WAITS)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const REAL = {
    RETRY_FIRST_PAUSE_MS: 200,
    RETRY_LONGEST_PAUSE_MS: 3000,
    EXIT_MS: 1000,
    POST_PHASE_SECONDS: 30,
    PROCESS_KILL_MS: 5000,
    CHAIN_NOTIFY_MS: 20_000,
    CHAIN_RESUME_MS: 30_000,
    NEXT_UPDATE_MS: 900_000,
    QUESTION_LEAST_MS: 300_000,
    QUESTION_REMIND_MS: 600_000,
    QUESTION_AGAIN_MS: 900_000,
    INIT_CACHE_MS: 2000,
    SINK_SECONDS: 15,
    SINK_ATTEMPT_SECONDS: 5,
    SMTP_CONNECT_MS: 5000,
    LIVE_UPDATE_MS: 1500,
    GITHUB_ATTEMPT_MS: 5000,
    GITHUB_MS: 60_000,
    PROMETHEUS_ATTEMPT_MS: 10_000,
    PROMETHEUS_MS: 20_000,
    ASSESS_SAMPLE_MS: 20_000,
    API_SERVER_FIRST_MS: 10_000,
    API_SERVER_LATER_MS: 120_000,
    API_SERVER_SILENCE_MS: 15_000,
    API_SERVER_LONGEST_LIMIT_MS: 30_000,
    POD_LOG_SILENCE_MS: 3000,
    LIST_EXPIRED_PAUSE_MS: 200,
    WATCH_RENEW_SECONDS: 30,
    WATCH_LONGEST_PAUSE_MS: 2000,
    LEASE_SECONDS: 30,
    LEASE_RELEASE_MS: 5000,
    LEASE_POLL_MS: 500,
    PODS_STATE_MS: 20_000,
    HEALTH_ATTEMPT_MS: 5000,
    HEALTH_COMMAND_MS: 30_000,
    POD_READY_MS: 60_000,
    POD_READY_POLL_MS: 500,
    COMMAND_END_MS: 5000,
    ROLLOUT_POLL_MS: 1000,
    OLD_PODS_ENDING_MS: 10_000,
    NODE_SILENT_MS: 30_000,
    QUOTA_FULL_MS: 30_000,
    RELEASE_APPLIED_MS: 60_000,
    REFUSAL_STANDS_MS: 2000,
    POD_TROUBLE_MS: 30_000,
    UNSCHEDULABLE_MS: 60_000,
    SCALE_UP_MS: 600_000,
    LAST_WORDS_MS: 3000,
    STEADY_MS: 5000,
    RESTARTED_LATELY_MS: 600_000,
    OWNER_POLL_MS: 100,
    OWNER_START_MS: 10_000,
    OWNER_ENDS_MS: 60_000,
    OWNER_OPERATION_MS: 120_000,
    OWNER_HOLDS_MS: 1000,
    OWNER_BLOCKED_MS: 3000,
    DOWN_POLL_MS: 500,
    SERVICE_RESTORE_MS: 120_000,
    COPY_REPLACE_MS: 8000,
    COPY_POLL_MS: 200,
    POSTGRES_CONNECT_MS: 10_000,
    POSTGRES_GOODBYE_MS: 2000,
    POSTGRES_AWAY_MS: 10_000,
    SWITCH_LOCK_MS: 3000,
    SWITCH_STATEMENT_MS: 15_000,
    SWITCH_ROUND_MS: 10,
    SWITCH_CHECK_MS: 15_000,
    SESSIONS_WATCH_MS: 4000,
    SESSIONS_ROUND_MS: 100,
    IN_PLACE_LOCK_MS: 10_000,
    DOWNTIME_PERIOD_MS: 5,
    DOWNTIME_LONGEST_MS: 5000,
    PROGRESS_PERIOD_MS: 5000,
    HELD_LOOK_MS: 1000,
    POOLER_PAUSE_SECONDS: 15,
    POOLER_CONNECT_MS: 10_000,
    POOLER_RESUME_MS: 5000,
    POOLER_POLL_MS: 5,
    TRAFFIC_RESUME_MS: 25_000,
    SIDE_CLUSTER_POLL_MS: 200,
    SIDE_CLUSTER_STOP_MS: 20_000,
    RDS_ATTEMPT_MS: 10_000,
    RDS_MS: 60_000,
    RDS_POLL_MS: 15_000,
    RDS_PROGRESS_MS: 60_000,
    RDS_DELETE_MS: 20_000,
    LOCATE_MS: 120_000,
    PLAN_COUNT_MS: 5000,
    REDIS_CONNECT_MS: 5000,
    REDIS_SILENCE_MS: 30_000,
    REDIS_AWAY_PLAN_MS: 2000,
    REDIS_AWAY_CLEAR_MS: 20_000,
    REDIS_AWAY_SWEEP_MS: 30_000,
    REDIS_SWEEP_PAUSE_MS: 500,
    DNS_DATAGRAM_MS: 2000,
    DNS_CONNECTION_MS: 5000,
    DNS_LOOKUP_MS: 2000,
    DELEGATION_MS: 6000,
    DNS_PROPAGATION_POLL_MS: 500,
    DNS_TARGET_MS: 5000,
    CLOUDFLARE_ATTEMPT_MS: 15_000,
    ROUTE53_CONNECT_MS: 5000,
    ROUTE53_ATTEMPT_MS: 15_000,
    ROUTE53_POLL_MS: 2000,
    ROUTE53_LONGEST_POLL_MS: 10_000,
    STORE_SILENCE_MS: 30_000,
    STORE_LONGEST_PAUSE_MS: 8000,
    REGISTRY_ATTEMPT_MS: 3000,
    REGISTRY_MS: 5000,
    TERRAFORM_POLL_MS: 200,
    TERRAFORM_PG_LOCK_MS: 5000,
    TERRAFORM_PUSH_MS: 30_000,
    DRILL_SEEN_SECONDS: 120,
    DRILL_JUDGED_SECONDS: 600,
    DRILL_GONE_SECONDS: 120,
    DRILL_POLL_MS: 200,
    DRILL_JUDGE_MS: 1000,
};
function waitsFor({ GITHUB_ACTIONS, ROLLBACK_TEST_WAITS }) {
    if (GITHUB_ACTIONS !== undefined || !ROLLBACK_TEST_WAITS)
        return Object.freeze({ ...REAL });
    const overrides = JSON.parse(ROLLBACK_TEST_WAITS);
    for (const [name, value] of Object.entries(overrides)) {
        const real = Object.hasOwn(REAL, name) && REAL[name];
        if (real === false || typeof value !== 'number' || !(value > 0 && value <= real))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`ROLLBACK_TEST_WAITS asks for ${name} = ${value}; a test can shorten waits that exist, and no more.`);
    }
    return Object.freeze({ ...REAL, ...overrides });
}
const WAITS = waitsFor(process.env);


  }),

  15379:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  UC: () => (  ACTION_STEP),
  Lx: () => (  MEANINGS),
  I: () => (  kindOf),
  Pr: () => (  meaningOf),
  rQ: () => (  meaningOfAction),
  cr: () => (  provenBy),
  rl: () => (  verbOf)
});


; 
const KINDS = {
    deployment: 'workload',
    statefulset: 'workload',
    daemonset: 'workload',
    rollout: 'workload',
    ConfigMap: 'configuration',
    Secret: 'configuration',
    owner: 'owner',
    database: 'database',
    terraform: 'terraform',
    resource: 'resource',
    cache: 'cache',
    dns: 'dns',
    assess: 'assess',
    notify: 'notify',
    report: 'report',
    drill: 'drill',
    'smoke-test': 'smoke-test',
    consent: 'consent',
    decision: 'decision',
    attempt: 'attempt',
};

; 

const MEANINGS = [
    'looks',
    'prepares',
    'holds traffic',
    'restores',
    'resumes traffic',
    'verifies',
    'cleans up',
    'marks',
    'consents',
    'notifies',
    'decides',
    'asks the owner',
    'drills',
    'encloses',
];
const catalogue_event = (means, rest = {}) => ({ means, ...rest });
const delivery = catalogue_event('notifies');
const phase = catalogue_event;
const EVENTS = {
    workload: {
        'roll back': catalogue_event('restores'),
        'switch template': catalogue_event('restores', { provenBy: 'roll back' }),
        'health check': catalogue_event('verifies'),
        'mark good': catalogue_event('marks'),
    },
    configuration: {
        'put configuration back': catalogue_event('restores'),
    },
    owner: {
        'go back …': catalogue_event('asks the owner'),
        'pin …': catalogue_event('asks the owner'),
        'make last …': catalogue_event('asks the owner'),
        'find paused …': catalogue_event('looks'),
        'hand back …': catalogue_event('asks the owner'),
    },
    database: {
        fetch: phase('prepares'),
        'restore cluster': phase('prepares'),
        recover: phase('prepares'),
        dump: phase('prepares'),
        'drop unfinished': phase('prepares'),
        'create side database': phase('prepares'),
        restore: phase('prepares'),
        'data loss': phase('looks'),
        'safety dump': phase('prepares'),
        'hold traffic': phase('holds traffic'),
        switch: catalogue_event('restores'),
        repair: catalogue_event('restores'),
        'repair batch': phase('prepares'),
        'undo repair': catalogue_event('restores'),
        'migrate down': catalogue_event('restores'),
        'restore in place': catalogue_event('restores'),
        verify: phase('verifies'),
        'resume traffic': phase('resumes traffic'),
        'drop older': phase('cleans up'),
        clean: phase('cleans up'),
        capture: phase('looks'),
        compare: phase('looks'),
        analyze: phase('looks'),
    },
    terraform: {
        'roll back': catalogue_event('restores'),
    },
    resource: { apply: catalogue_event('restores') },
    cache: {
        'clear …': catalogue_event('restores'),
        'raise …': catalogue_event('restores'),
    },
    dns: {
        'switch …': catalogue_event('restores'),
    },
    assess: {
        look: catalogue_event('decides'),
        'quick fix': catalogue_event('decides'),
    },
    'smoke-test': { 'run …': catalogue_event('looks') },
    notify: {
        slack: delivery,
        'slack-webhook': delivery,
        pagerduty: delivery,
        email: delivery,
        teams: delivery,
        webhook: delivery,
        'github-comment': delivery,
        'github-deployment': delivery,
    },
    report: {
        issue: catalogue_event('notifies'),
    },
    consent: {
        'accept …': catalogue_event('consents'),
    },
    attempt: { 'take over': catalogue_event('looks') },
    decision: {
        ask: catalogue_event('notifies'),
        remind: catalogue_event('notifies'),
        'time over': catalogue_event('notifies'),
        settle: catalogue_event('notifies'),
        answer: catalogue_event('consents'),
    },
    drill: {
        steady: catalogue_event('drills'),
        plan: catalogue_event('drills'),
        inject: catalogue_event('drills'),
        detect: catalogue_event('drills'),
        decide: catalogue_event('drills'),
        'roll back': catalogue_event('drills'),
        verify: catalogue_event('drills'),
        'clean up': catalogue_event('drills'),
        'steady again': catalogue_event('drills'),
    },
};
const ACTIONS = {
    rollback: 'encloses',
    'rollback-service': 'restores',
    'rollback-db': 'restores',
    'rollback-infra': 'restores',
    'clear-cache': 'restores',
    'switch-dns': 'restores',
    'verify-integrity': 'verifies',
    'smoke-test': 'verifies',
    assess: 'decides',
    notify: 'notifies',
    report: 'notifies',
    'mark-good': 'marks',
    'hand-back': 'asks the owner',
    drill: 'drills',
    init: 'looks',
    check: 'looks',
    status: 'looks',
    remind: 'notifies',
};
const ACTION_STEP = 'action';
function kindOf(component) {
    const [word = ''] = component.split('/');
    return Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
}
const meaningOf = (what) => what.step === ACTION_STEP ? meaningOfAction(what.component) : entryOf(what)?.means;
const meaningOfAction = (name) => Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
const provenBy = (what) => entryOf(what)?.provenBy;
function verbOf(what) {
    const key = keyOf(what);
    return key === undefined ? (what.step.split(' ', 1)[0] ?? '') : key.replace(/ …$/, '');
}
function entryOf(what) {
    const key = keyOf(what);
    return key === undefined ? undefined : stepsOf(what.component)[key];
}
function keyOf({ component, step }) {
    const steps = stepsOf(component);
    if (Object.hasOwn(steps, step))
        return step;
    return Object.keys(steps).find((key) => key.endsWith(' …') && step.startsWith(key.slice(0, -1)));
}
function stepsOf(component) {
    const kind = kindOf(component);
    return kind ? EVENTS[kind] : {};
}


  }),

  5491:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    TN: () => (  keyOf),
    Ws: () => (  workloadSubject),
    eZ: () => (  namesOf),
    oI: () => (  endsOf),
    yK: () => (  databaseSubject)
  });
const workloadSubject = ({ kind, name, }, where) => ({
    component: `${kind.toLowerCase()}/${name}`,
    where,
});
const databaseSubject = ({ database, name: server, }) => ({ component: `database/${database}`, where: { server } });
const keyOf = ({ component, where = {} }) => [...placesOf(where), component].join('/');
function endsOf(key) {
    const words = key.split('/');
    return words.map((_, index) => words.slice(index).join('/'));
}
function namesOf(components) {
    const unique = new Map(components.map((each) => [keyOf(each), each]));
    const namesakes = Map.groupBy(unique, ([, { component }]) => component);
    return new Map([...unique].map(([key, each]) => {
        const others = (namesakes.get(each.component) ?? []).map(([, other]) => other);
        return [key, others.length === 1 ? each.component : `${each.component} (${apart(each, others)})`];
    }));
}
function apart({ where = {} }, namesakes) {
    const { namespace } = where;
    const same = namesakes.filter((other) => other.where?.namespace === namespace);
    return namespace !== undefined && same.length === 1 ? namespace : placesOf(where).join('/') || 'elsewhere';
}
const PLACES = ['cluster', 'namespace', 'server', 'provider', 'zone', 'directory', 'workspace', 'address'];
const placesOf = (where) => PLACES.flatMap((name) => where[name] || []);


  }),

  86122:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    w: () => (  readEvents)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77934);
  var _base_instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5685);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
  var _catalogue_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15379);





const STATUSES = ['started', 'done', 'no-op', 'planned', 'failed', 'skipped'];
const MAX_SECONDS = 10 * 365 * 86_400;
const eventSchema = valibot__WEBPACK_IMPORTED_MODULE_4__  ._H3({
    id: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(),
    at: valibot__WEBPACK_IMPORTED_MODULE_4__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__  .yhX(), valibot__WEBPACK_IMPORTED_MODULE_4__  .z6Y(_base_instant_js__WEBPACK_IMPORTED_MODULE_1__  .u)),
    component: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(),
    where: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .g1P(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP())),
    step: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(),
    status: valibot__WEBPACK_IMPORTED_MODULE_4__  .KIO(STATUSES),
    from: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()),
    to: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()),
    seconds: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__  .aig(), valibot__WEBPACK_IMPORTED_MODULE_4__  .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_4__  .cGV(MAX_SECONDS))),
    message: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()),
    part: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()),
});
function readEvents(path) {
    const events = [];
    const broken = [];
    for (const [index, line] of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8').split('\n').entries()) {
        if (line.trim() === '')
            continue;
        const event = parseEvent(line);
        if (event)
            events.push(event);
        else
            broken.push(index + 1);
    }
    return { events, broken };
}
function parseEvent(line) {
    try {
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_4__  .xLC(eventSchema, JSON.parse(line));
        if (!parsed.success || !(0,_catalogue_js__WEBPACK_IMPORTED_MODULE_3__  .Pr)(parsed.output))
            return undefined;
        const { from, to, message, evidence, ...known } = parsed.output;
        return { ...known, ...(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__  .pc)({ from, to, message, evidence }) };
    }
    catch {
        return undefined;
    }
}


  }),

  99297:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    P: () => (  RESULTS),
    Q: () => (  defineAction)
  });
const RESULTS = {
    done: 'done',
    'no-op': 'no-op',
    planned: 'planned',
    asked: 'no-op',
    failed: 'failed',
    intact: 'done',
    drift: 'failed',
    captured: 'done',
    analyzed: 'done',
    judged: 'done',
    inconclusive: 'done',
    ready: 'done',
    'at-risk': 'done',
    'not-ready': 'failed',
};
const defineAction = (action) => action;


  }),

  81976:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    E4: () => (  sendOnce),
    L5: () => (  serverName),
    P: () => (  query),
    ld: () => (  parseServer)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var node_dgram__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41314);
  var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77030);
  var dns_packet__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14894);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45145);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31666);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95282);
  var _network_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69355);
  var _requests_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5975);
  var _tsig_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(53248);










const PAYLOAD = 1232;
const serverName = ({ host, port }) => (port === 53 ? host : `${host}:${port}`);
function parseServer(text, input) {
    const [, six, name, port] = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
    const host = six ?? name ?? ((0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIPv6)(text) ? text : undefined);
    if (host !== undefined && Number(port ?? 53) <= 65535)
        return { host, port: Number(port ?? 53) };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`Input \`${input}\` has ${JSON.stringify(text)}; accepted are addresses such as ns1.example.com, 192.0.2.53 and 192.0.2.53:5353.`);
}
function query(server, name, type, { signal, recursive = false, key }) {
    const message = {
        type: 'query',
        id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(65_536),
        flags: recursive ? dns_packet__WEBPACK_IMPORTED_MODULE_3__.RECURSION_DESIRED : 0,
        questions: [{ name, type }],
        additionals: [
            {
                type: 'OPT',
                name: '.',
                udpPayloadSize: PAYLOAD,
                extendedRcode: 0,
                ednsVersion: 0,
                flags: 0,
                flag_do: false,
                options: [],
            },
        ],
    };
    return reached(server, signal, 3, async () => {
        const short = await send(server, message, key, byDatagram, signal);
        return replyOf(short.flag_tc ? await send(server, message, key, overConnection, signal) : short);
    });
}
function sendOnce(server, message, key, signal) {
    return reached(server, signal, 1, async () => replyOf(await send(server, { ...message, id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(65_536) }, key, overConnection, signal)));
}
function replyOf(decoded) {
    const { rcode } = decoded;
    const { flag_aa: authoritative, answers = [], authorities = [] } = decoded;
    return { rcode, authoritative, answers, authorities };
}
async function send(server, message, key, way, signal) {
    (0,_requests_js__WEBPACK_IMPORTED_MODULE_8__  .z)('to name servers');
    const plain = dns_packet__WEBPACK_IMPORTED_MODULE_3__.encode(message);
    const signed = key && (0,_tsig_js__WEBPACK_IMPORTED_MODULE_9__  ._S)(plain, key, Math.floor(Date.now() / 1000));
    const answer = await way(server, signed?.bytes ?? plain, signal);
    const decoded = dns_packet__WEBPACK_IMPORTED_MODULE_3__.decode(answer);
    if (key && signed && !decoded.flag_tc)
        (0,_tsig_js__WEBPACK_IMPORTED_MODULE_9__  .MX)(answer, key, signed.mac, serverName(server));
    return decoded;
}
async function reached(server, signal, attempts, work) {
    try {
        return await (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_5__  .L5)(work, { attempts, signal, isPassing: (error) => !(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ) });
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ)
            throw error;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`The name server ${serverName(server)} cannot be reached (${(0,_network_js__WEBPACK_IMPORTED_MODULE_7__  .N4)(error)}); check its address and the network of the runner.`, { cause: error });
    }
}
const HEAD = 12;
function isAnswerTo(query, answer) {
    if (answer.length < HEAD || !answer.subarray(0, 2).equals(query.subarray(0, 2)))
        return false;
    if (answer.readUInt16BE(4) === 0)
        return true;
    const end = query.indexOf(0, HEAD) + 5;
    const question = (message) => message.toString('latin1', HEAD, end).toLowerCase();
    return answer.readUInt16BE(4) === 1 && question(answer) === question(query);
}
const byDatagram = ({ host, port }, bytes, signal) => new Promise((resolve, reject) => {
    const socket = (0,node_dgram__WEBPACK_IMPORTED_MODULE_1__.createSocket)((0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIPv6)(host) ? 'udp6' : 'udp4');
    const ended = AbortSignal.any([signal, AbortSignal.timeout(_base_waits_js__WEBPACK_IMPORTED_MODULE_6__  .r.DNS_DATAGRAM_MS)]);
    const end = (settle) => {
        ended.removeEventListener('abort', abort);
        socket.close();
        settle();
    };
    const abort = () => end(() => reject(new Error('no answer')));
    ended.addEventListener('abort', abort);
    socket.on('error', (error) => end(() => reject(error)));
    socket.on('message', (answer) => {
        if (isAnswerTo(bytes, answer))
            end(() => resolve(answer));
    });
    socket.connect(port, host, (error) => {
        if (error)
            end(() => reject(error));
        else
            socket.send(bytes);
    });
});
const overConnection = ({ host, port }, bytes, signal) => new Promise((resolve, reject) => {
    const ended = AbortSignal.any([signal, AbortSignal.timeout(_base_waits_js__WEBPACK_IMPORTED_MODULE_6__  .r.DNS_CONNECTION_MS)]);
    const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_2__.connect)({ host, port, signal: ended });
    const size = Buffer.alloc(2);
    size.writeUInt16BE(bytes.length);
    let heard = Buffer.alloc(0);
    socket.on('connect', () => socket.write(Buffer.concat([size, bytes])));
    socket.on('data', (chunk) => {
        heard = Buffer.concat([heard, chunk]);
        if (heard.length < 2 || heard.length < 2 + heard.readUInt16BE(0))
            return;
        resolve(heard.subarray(2, 2 + heard.readUInt16BE(0)));
        socket.destroy();
    });
    socket.on('error', (error) => reject(ended.aborted && !signal.aborted ? new Error('no answer') : error));
    socket.on('close', () => reject(new Error('the connection was cut')));
});


  }),

  53248:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Do: () => (  parseKey),
    MX: () => (  verify),
    _S: () => (  sign)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var dns_packet__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14894);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
  var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98023);
  var _wire_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65804);





const HASHES = {
    'hmac-md5': 'md5',
    'hmac-sha1': 'sha1',
    'hmac-sha224': 'sha224',
    'hmac-sha256': 'sha256',
    'hmac-sha384': 'sha384',
    'hmac-sha512': 'sha512',
};
const MD5_NAME = 'hmac-md5.sig-alg.reg.int';
const [TSIG, ANY] = [250, 255];
const FUDGE = 300;
const ERRORS = {
    16: 'the signature is wrong; renew the secret of `tsig-key`',
    17: 'the server does not know that key; check its name and algorithm',
    18: 'the clocks of the runner and the server differ by more than five minutes',
};
function parseKey(text) {
    const parts = text.split(':');
    const [algorithm = '', name = '', secret = ''] = parts.length === 2 ? ['hmac-sha256', ...parts] : parts;
    const known = (0,_values_js__WEBPACK_IMPORTED_MODULE_3__  .tK)(name);
    const bytes = Buffer.from(secret, 'base64');
    const fine = parts.length <= 3 && known !== undefined && HASHES[algorithm.toLowerCase()] !== undefined;
    if (!fine || bytes.length === 0 || !/^[A-Za-z0-9+/]+=*$/.test(secret)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`Input \`tsig-key\` cannot be read; accepted is <algorithm>:<name>:<base64>, with the algorithms ${Object.keys(HASHES).join(', ')}.`);
    }
    return { name: known, algorithm: algorithm.toLowerCase(), secret: bytes };
}
function sign(message, key, seconds) {
    const mac = macOf(key, [message, variables(key, seconds, FUDGE, 0, Buffer.alloc(0))]);
    const id = message.subarray(0, 2);
    const rdata = Buffer.concat([
        algorithmName(key),
        time(seconds, FUDGE),
        short(mac.length),
        mac,
        id,
        short(0),
        short(0),
    ]);
    const record = Buffer.concat([
        (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__  .R5)(key.name),
        short(TSIG),
        short(ANY),
        Buffer.alloc(4),
        short(rdata.length),
        rdata,
    ]);
    const bytes = Buffer.concat([message, record]);
    bytes.writeUInt16BE(message.readUInt16BE(10) + 1, 10);
    return { bytes, mac };
}
function verify(answer, key, requestMac, server) {
    const refused = (problem) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`The name server ${server} and the key ${key.name} do not fit: ${problem}.`);
    try {
        check(answer, key, requestMac, refused);
    }
    catch (error) {
        throw error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ ? error : refused('the signature of its answer cannot be read');
    }
}
function check(answer, key, requestMac, refused) {
    const last = dns_packet__WEBPACK_IMPORTED_MODULE_1__.decode(answer).additionals?.at(-1);
    if (last?.type !== 'TSIG' || !last.data)
        throw refused('its answer is not signed');
    const rdata = last.data;
    const { seconds, fudge, mac, error, other } = parse(rdata, algorithmName(key).length);
    if (error !== 0 && error !== 18)
        throw refused(ERRORS[error] ?? `error ${error}`);
    const start = answer.length - rdata.length - 10 - (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__  .R5)(key.name).length;
    const message = Buffer.from(answer.subarray(0, start));
    message.writeUInt16BE(answer.readUInt16BE(10) - 1, 10);
    const expected = macOf(key, [
        short(requestMac.length),
        requestMac,
        message,
        variables(key, seconds, fudge, error, other),
    ]);
    if (mac.length !== expected.length || !(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(mac, expected))
        throw refused('the signature of its answer is wrong');
    if (error !== 0)
        throw refused(ERRORS[error] ?? `error ${error}`);
}
function parse(rdata, from) {
    const size = rdata.readUInt16BE(from + 8);
    const end = from + 10 + size;
    return {
        seconds: rdata.readUIntBE(from, 6),
        fudge: rdata.readUInt16BE(from + 6),
        mac: rdata.subarray(from + 10, end),
        error: rdata.readUInt16BE(end + 2),
        other: rdata.subarray(end + 6),
    };
}
const macOf = ({ algorithm, secret }, parts) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)(HASHES[algorithm], secret)
    .update(Buffer.concat(parts))
    .digest();
const algorithmName = ({ algorithm }) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__  .R5)(algorithm === 'hmac-md5' ? MD5_NAME : algorithm);
const variables = (key, seconds, fudge, error, other) => Buffer.concat([
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__  .R5)(key.name),
    short(ANY),
    Buffer.alloc(4),
    algorithmName(key),
    time(seconds, fudge),
    short(error),
    short(other.length),
    other,
]);
function time(seconds, fudge) {
    const bytes = Buffer.alloc(8);
    bytes.writeUIntBE(seconds, 0, 6);
    bytes.writeUInt16BE(fudge, 6);
    return bytes;
}
function short(number) {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16BE(number);
    return bytes;
}


  }),

  98023:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $$: () => (  bytesOf),
    Fl: () => (  normalValue),
    JI: () => (  txtChunks),
    QE: () => (  TYPES),
    TL: () => (  quoted),
    VL: () => (  heldValue),
    Wo: () => (  octal),
    Z: () => (  sameValues),
    g7: () => (  decodeText),
    tK: () => (  normalName)
  });
  var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
  var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);



const TYPES = ['A', 'AAAA', 'CNAME', 'TXT', 'MX', 'SRV', 'CAA'];
const EXAMPLES = {
    A: '192.0.2.10',
    AAAA: '2001:db8::10',
    CNAME: 'shop.example.net',
    TXT: '"v=spf1 -all"',
    MX: '10 mail.example.com',
    SRV: '10 5 5060 sip.example.com',
    CAA: '0 issue "letsencrypt.org"',
};
function normalName(text) {
    const plain = text.replace(/\.$/, '');
    const ascii = /^[\x21-\x7e]*$/.test(plain) ? plain.toLowerCase() : (0,node_url__WEBPACK_IMPORTED_MODULE_1__.domainToASCII)(plain);
    const labels = ascii.split('.');
    const fine = labels.every((label, index) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label) || (label === '*' && index === 0));
    return fine && ascii.length <= 253 ? ascii : undefined;
}
function normalValue(type, text, radix = 10) {
    const value = NORMAL[type](text.trim(), radix);
    if (value !== undefined)
        return value;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`${JSON.stringify(text)} is not a value of ${article(type)} record; accepted are values such as ${EXAMPLES[type]}.`);
}
const heldValue = (type, text, radix = 10) => NORMAL[type](text.trim(), radix) ?? text;
const article = (type) => `${/^[ASM]/.test(type) ? 'an' : 'a'} ${type}`;
const NORMAL = {
    A: (text) => /^(\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255)
        ? text.split('.').map(Number).join('.')
        : undefined,
    AAAA: (text) => /^[0-9a-f:.]+$/i.test(text) && text.includes(':') && URL.canParse(`http://[${text}]`)
        ? new URL(`http://[${text}]`).hostname.slice(1, -1)
        : undefined,
    CNAME: host,
    TXT: (text, radix) => (isWhole(text) ? quoted(bytesOf(text, radix)) : undefined),
    MX: (text) => numbersThenHost(text, 1),
    SRV: (text) => numbersThenHost(text, 3),
    CAA(text, radix) {
        const [, flags, tag = '', value] = /^(\d{1,3}) +([a-z0-9]+) +(?! )([\s\S]*)$/i.exec(text) ?? [];
        return value === undefined || Number(flags) > 255 || !isWhole(value)
            ? undefined
            : `${Number(flags)} ${tag.toLowerCase()} ${quoted(bytesOf(value, radix))}`;
    },
};
const isWhole = (text) => !text.startsWith('"') || /^("([^"\\]|\\.)*"\s*)+$/s.test(text);
function host(text) {
    const name = normalName(text);
    return name?.startsWith('*') ? undefined : name;
}
function numbersThenHost(text, count) {
    const parts = text.split(/\s+/);
    const numbers = parts.slice(0, count);
    const name = parts.length === count + 1 ? host(parts[count] ?? '') : undefined;
    const fine = numbers.every((part) => /^\d{1,5}$/.test(part) && Number(part) <= 65535);
    return fine && name !== undefined ? `${numbers.map(Number).join(' ')} ${name}` : undefined;
}
function bytesOf(value, radix = 10) {
    if (!value.startsWith('"'))
        return Buffer.from(value);
    const byteOf = (code) => {
        const byte = Number(radix === 8 ? `0o${code}` : code);
        if (byte <= 255)
            return String.fromCharCode(byte);
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`\\${code} in ${value} is not a byte; accepted are ${radix === 8 ? 'octal numbers from \\000 to \\377' : '\\000 to \\255'}.`);
    };
    const parts = Buffer.from(value)
        .toString('latin1')
        .matchAll(/"((?:[^"\\]|\\.)*)(?:"|\\?$)/gs);
    const signs = [...parts].map(([, part = '']) => part.replace(/\\(\d{3})|\\(.)/gs, (_, code, sign = '') => (code ? byteOf(code) : sign)));
    return Buffer.from(signs.join(''), 'latin1');
}
function decodeText(value) {
    const bytes = bytesOf(value);
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return bytes.toString();
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`${value} is not UTF-8, and cannot be sent as it is; change it by hand.`);
}
function txtChunks(bytes) {
    const parts = [];
    let start = 0;
    do {
        let end = start + 255;
        while (end > start + 252 && isInside(bytes[end]))
            end--;
        parts.push(bytes.subarray(start, end));
        start = end;
    } while (start < bytes.length);
    return parts;
}
const isInside = (byte = 0) => byte >> 6 === 0b10;
const quoted = (bytes) => txtChunks(bytes)
    .map((part) => `"${escaped(part)}"`)
    .join(' ');
function escaped(part) {
    const encoding = (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(part) ? 'utf8' : 'latin1';
    return part
        .toString(encoding)
        .replace(/["\\]/g, '\\$&')
        .replace(encoding === 'utf8' ? /\p{Cc}/gu : /[^ -~]/g, (sign) => escapesOf(Buffer.from(sign, encoding), 10));
}
const escapesOf = (bytes, radix) => [...bytes].map((byte) => `\\${byte.toString(radix).padStart(3, '0')}`).join('');
const octal = (value) => value.replace(/\\(\d{3})|\\.|[^ -~]/gu, (sign, code) => {
    if (code)
        return escapesOf([Number(code)], 8);
    return sign.startsWith('\\') ? sign : escapesOf(Buffer.from(sign), 8);
});
const sameValues = (a, b) => a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');


  }),

  65804:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ml: () => (  rdataOf),
    R5: () => (  wireName),
    S4: () => (  recordWith),
    X8: () => (  valueOfRdata),
    xm: () => (  valueIn),
    zv: () => (  recordOf)
  });
  var dns_packet__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14894);
  var _values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98023);


function valueIn(answer) {
    const type = _values_js__WEBPACK_IMPORTED_MODULE_1__  .QE.find((known) => known === answer.type);
    if (type === undefined)
        return undefined;
    const { data } = answer;
    return (0,_values_js__WEBPACK_IMPORTED_MODULE_1__  .Fl)(type, presentation(type, data));
}
function presentation(type, data) {
    if (type === 'TXT')
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_1__  .TL)(Buffer.concat([data].flat()));
    if (type === 'MX') {
        const { preference = 0, exchange } = data;
        return `${preference} ${exchange}`;
    }
    if (type === 'SRV') {
        const { priority, weight, port, target } = data;
        return `${priority} ${weight} ${port} ${target}`;
    }
    if (type === 'CAA') {
        const { flags, tag, value } = data;
        return `${flags} ${tag} ${(0,_values_js__WEBPACK_IMPORTED_MODULE_1__  .TL)(Buffer.from(value))}`;
    }
    return String(data);
}
function recordOf(name, type, ttl, value) {
    return { name, type: type, class: 'IN', ttl, data: dataOf(type, value) };
}
function dataOf(type, value) {
    const parts = value.split(' ');
    if (type === 'TXT')
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_1__  .JI)((0,_values_js__WEBPACK_IMPORTED_MODULE_1__  .$$)(value));
    if (type === 'MX')
        return { preference: Number(parts[0]), exchange: parts[1] };
    if (type === 'SRV') {
        const [priority, weight, port, target] = parts;
        return { priority: Number(priority), weight: Number(weight), port: Number(port), target };
    }
    if (type === 'CAA')
        return { flags: Number(parts[0]), tag: parts[1], value: (0,_values_js__WEBPACK_IMPORTED_MODULE_1__  .g7)(parts.slice(2).join(' ')) };
    return value;
}
const codecOf = (type) => dns_packet__WEBPACK_IMPORTED_MODULE_0__.record(type);
function rdataOf(answer) {
    const { type, data } = answer;
    return codecOf(type).encode(data).subarray(2).toString('base64');
}
function valueOfRdata(type, rdata) {
    const bytes = Buffer.from(rdata, 'base64');
    const size = Buffer.from([bytes.length >> 8, bytes.length & 255]);
    try {
        return valueIn({ type, data: codecOf(type).decode(Buffer.concat([size, bytes])) });
    }
    catch {
        return undefined;
    }
}
function recordWith(name, type, ttl, rdata) {
    const number = dns_packet__WEBPACK_IMPORTED_MODULE_0__.encode({ questions: [{ name: '.', type }] }).readUInt16BE(13);
    const data = Buffer.from(rdata, 'base64');
    return { name, type: `UNKNOWN_${number}`, class: 'IN', ttl, data };
}
const wireName = (name) => dns_packet__WEBPACK_IMPORTED_MODULE_0__.name.encode(name.toLowerCase());


  }),

  24545:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    X: () => (  endpointOf)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

function endpointOf(text, input) {
    const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
    const url = URL.parse(address);
    if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password)
        return address;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`${input}\` is not an address of an API; accepted is https://host:port, without user and password.`);
}


  }),

  69355:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    N4: () => (  unreachableReason),
    OI: () => (  innermost),
    U9: () => (  isLoopback),
    Xm: () => (  wasUnsent),
    dJ: () => (  isLasting),
    yN: () => (  isLastingCode)
  });
const STRANGER = 'its certificate is signed by an unknown authority; give NODE_EXTRA_CA_CERTS';
const WORDS = {
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the connection was cut',
    EPIPE: 'the connection was cut',
    UND_ERR_SOCKET: 'the connection was cut',
    ENOTFOUND: 'the name does not resolve',
    EAI_AGAIN: 'the name does not resolve',
    EHOSTUNREACH: 'there is no route to it',
    ENETUNREACH: 'there is no route to it',
    ETIMEDOUT: 'no answer',
    UND_ERR_CONNECT_TIMEOUT: 'no answer',
    UND_ERR_HEADERS_TIMEOUT: 'no answer',
    UND_ERR_BODY_TIMEOUT: 'no answer',
    EPROTO: 'it does not speak TLS',
    ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS',
    DEPTH_ZERO_SELF_SIGNED_CERT: STRANGER,
    SELF_SIGNED_CERT_IN_CHAIN: STRANGER,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: STRANGER,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: STRANGER,
    CERT_HAS_EXPIRED: 'its certificate has expired',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};
function unreachableReason(error, stranger = STRANGER) {
    const { name, code = '', message } = innermost(error);
    if (name === 'TimeoutError')
        return 'no answer';
    const words = WORDS[code];
    return words === STRANGER ? stranger : (words ?? (message.split('\n')[0] || code));
}
function innermost(error) {
    const { cause } = error;
    return typeof cause === 'object' && cause !== null ? innermost(cause) : error;
}
const isLasting = (error) => isLastingCode(innermost(error).code ?? '');
const isLastingCode = (code) => /CERT|SIGNED|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO|ENOTFOUND|UND_ERR_INVALID/.test(code);
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
function wasUnsent(error) {
    const { code = '', syscall, message } = innermost(error);
    return (syscall === 'connect' ||
        UNSENT.includes(code) ||
        code === 'UND_ERR_CONNECT_TIMEOUT' ||
        /before secure TLS connection/.test(message) ||
        isLastingCode(code));
}
const isLoopback = (host) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);


  }),

  5975:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    I: () => (  requestsMade),
    z: () => (  countRequest)
  });
const counts = new Map();
const countRequest = (to) => {
    counts.set(to, (counts.get(to) ?? 0) + 1);
};
const requestsMade = () => {
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    const total = sorted.reduce((sum, [, count]) => sum + count, 0);
    return { total, summary: sorted.map(([to, count]) => `${count} ${to}`).join(', ') };
};


  })

};
;