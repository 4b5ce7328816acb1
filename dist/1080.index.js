export const id = 1080;
export const ids = [1080];
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

/***/ 41080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rfc2136: () => (/* binding */ rfc2136)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77934);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81976);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41868);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98023);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65804);






const UPDATE = 5 << 11;
const MEANINGS = {
    REFUSED: 'refuses the update; allow it for the key (allow-update, update-policy)',
    NOTAUTH: 'is not the primary of that zone, or does not take the key',
    NOTZONE: 'says that the name is not in that zone',
    NOTIMP: 'takes no updates (RFC 2136)',
    SERVFAIL: 'failed at the update; its log says why',
};
/** A zone on a name server that takes updates (RFC 2136), signed with a key where one is given. */
function rfc2136(server, zone, key, signal) {
    const at = (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .serverName */ .L5)(server);
    async function read(name) {
        const all = await Promise.all(_values_js__WEBPACK_IMPORTED_MODULE_3__/* .TYPES */ .QE.map((type) => readOne(name, type)));
        const held = all.filter((item) => item !== undefined);
        if (held.length === 0)
            return held;
        // Below a DNAME there is nothing, and no star either.
        const wildcard = held.some(({ locked }) => locked) ? undefined : await wildcardFor(name, held);
        return wildcard === undefined ? held : held.map((item) => ({ ...item, wildcard }));
    }
    /** The name with a star that answers for a name which is not there itself. */
    async function wildcardFor(name, held) {
        for (const star of name.startsWith('*.') ? [] : (0,_provider_js__WEBPACK_IMPORTED_MODULE_2__/* .starsAbove */ .nC)(name, zone)) {
            const found = await Promise.all(held.map(({ type }) => readOne(star, type)));
            if (!found.every((item, index) => item && (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .sameValues */ .Z)(item.values, held[index]?.values ?? [])))
                continue;
            if (await isThere(name))
                return undefined;
            // A star that is not there itself is answered for by one above it.
            if (await isThere(star))
                return star;
        }
        return undefined;
    }
    /** Whether a name has records of its own: an update that only asks, and changes nothing, is answered by those alone. */
    async function isThere(name) {
        const { rcode } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .sendOnce */ .E4)(server, questionOf(zone, name), key, signal);
        return rcode !== 'NXDOMAIN';
    }
    async function readOne(name, type) {
        const { rcode, authoritative, answers, authorities } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .query */ .P)(server, name, type, { signal, key });
        const other = authoritative ? undefined : authorities.find((record) => isBelow(record, zone));
        if (other)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Nothing was changed: ${other.name} is delegated to other servers than ${at}, and is answered there; change ${name} there.`);
        if ((rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') || !authoritative) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The name server ${at} does not answer for ${zone} (${rcode}); check \`server\`, \`zone\` and \`tsig-key\`.`);
        }
        return recordSetIn(answers, name, type);
    }
    /** Names cannot be listed, so the usual names of marks are queried. */
    async function survey(name, marks) {
        const own = await read(name);
        const found = await Promise.all(marks
            .filter((mark) => mark !== name)
            .map(async (mark) => {
            const text = await readOne(mark, 'TXT');
            // A text that a wildcard answers with is said of that, and of no name below it.
            return [mark, text && (await isThere(mark)) ? text.values : []];
        }));
        const texts = own.filter(({ type, wildcard }) => type === 'TXT' && wildcard === undefined);
        return {
            held: own,
            texts: new Map([[name, texts.flatMap(({ values }) => values)], ...found]),
            others: undefined,
        };
    }
    async function change(name, held, wanted) {
        const type = held.type;
        const { rdata } = held.raw;
        const message = updateOf(zone, name, type, rdata, wanted);
        const { rcode } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .sendOnce */ .E4)(server, message, key, signal);
        if (rcode === 'NOERROR')
            return async () => { };
        if (/^(NX|YX)/.test(rcode))
            throw (0,_provider_js__WEBPACK_IMPORTED_MODULE_2__/* .changedMeanwhile */ .Fd)(name, type);
        throw refused(rcode);
    }
    /** What `update-policy` says of single names is asked only with a change. */
    async function checkWritePermissions() {
        const { rcode } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .sendOnce */ .E4)(server, questionOf(zone, zone), key, signal);
        if (rcode !== 'NOERROR')
            throw refused(rcode);
    }
    const refused = (rcode) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The name server ${at} ${MEANINGS[rcode] ?? `answered ${rcode}`}.`);
    async function nameServers() {
        const { answers } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .query */ .P)(server, zone, 'NS', { signal, key });
        return answers
            .filter(({ type }) => type === 'NS')
            .map((answer) => String(answer.data));
    }
    return {
        zone,
        read,
        survey,
        change,
        checkWritePermissions,
        nameServers,
        readValue: (type, text) => (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .normalValue */ .Fl)(type, text),
        refusesTtl: () => undefined,
        changedBeside: () => undefined,
    };
}
/** The records of a name and type among the answers of the zone's own server, as one set. */
function recordSetIn(answers, name, type) {
    const own = answers.filter((answer) => answer.type === type && same(answer.name, name));
    if (own.length === 0)
        return undefined;
    const { ttl = 0 } = own[0];
    const dname = type === 'CNAME' ? answers.find((answer) => answer.type === 'DNAME') : undefined;
    const values = own.map((answer) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__/* .valueIn */ .xm)(answer) ?? '').sort();
    const raw = { rdata: own.map(_wire_js__WEBPACK_IMPORTED_MODULE_4__/* .rdataOf */ .Ml).sort() };
    const usual = values.map((value) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__/* .rdataOf */ .Ml)((0,_wire_js__WEBPACK_IMPORTED_MODULE_4__/* .recordOf */ .zv)(name, type, ttl, value))).sort();
    const isUsual = usual.join() === raw.rdata.join();
    return {
        type,
        ttl,
        values,
        publiclyResolvable: true,
        ttlRemaining: ttl,
        raw,
        ...(!isUsual && { providerForm: raw }),
        ...(dname && {
            locked: `it is not there, and the DNAME record of ${dname.name} makes it for every name below; change that, or make the record elsewhere`,
        }),
    };
}
/** Whether a record of a referral says who has a part of the zone. */
const isBelow = ({ name, type }, zone) => type === 'NS' && name.toLowerCase().endsWith(`.${zone}`);
/** An update that needs the name to be in use, and does nothing. */
function questionOf(zone, name) {
    const inUse = { name, type: 'ANY', class: 'ANY', ttl: 0, data: Buffer.alloc(0) };
    return {
        type: 'query',
        flags: UPDATE,
        questions: [{ name: zone, type: 'SOA' }],
        answers: [inUse],
    };
}
/** One update that takes place as a whole or not at all: only where the old values are still there, the new ones replace them. */
function updateOf(zone, name, type, old, wanted) {
    const removal = { ...(0,_wire_js__WEBPACK_IMPORTED_MODULE_4__/* .recordWith */ .S4)(name, type, 0, ''), class: 'ANY' };
    return {
        type: 'query',
        flags: UPDATE,
        questions: [{ name: zone, type: 'SOA' }],
        // As they came: a text may be cut into parts in many ways, and the server compares bytes.
        answers: old.map((rdata) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__/* .recordWith */ .S4)(name, type, 0, rdata)),
        authorities: [removal, ...recordsOf(name, type, wanted)],
    };
}
/** A record set in the server's own form: the data of its records, in base64. */
const raws = valibot__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ rdata: valibot__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()) });
/** What is to be there; where it was there before, with the very bytes. @throws ActionError where they say something else */
function recordsOf(name, type, { ttl, values, raw }) {
    if (raw === undefined)
        return values.map((value) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__/* .recordOf */ .zv)(name, type, ttl, value));
    if (valibot__WEBPACK_IMPORTED_MODULE_5__.is(raws, raw) &&
        (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .sameValues */ .Z)(raw.rdata.map((rdata) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__/* .valueOfRdata */ .X8)(type, rdata) ?? ''), values))
        return raw.rdata.map((rdata) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__/* .recordWith */ .S4)(name, type, ttl, rdata));
    throw (0,_provider_js__WEBPACK_IMPORTED_MODULE_2__/* .contradicts */ .V4)();
}
const same = (a, b) => a.toLowerCase().replace(/\.$/, '') === b;


/***/ })

};
