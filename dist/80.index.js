export const id = 80;
export const ids = [80];
export const modules = {

/***/ 41868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ changedMeanwhile)
/* harmony export */ });
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6800);

/** Somebody else was quicker. */
const changedMeanwhile = (name, type) => new _runner_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The ${type} record of ${name} was changed by somebody else since it was read, so nothing was changed; look at it, and run it again.`);


/***/ }),

/***/ 41080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rfc2136: () => (/* binding */ rfc2136)
/* harmony export */ });
/* harmony import */ var dns_packet__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14894);
/* harmony import */ var _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6800);
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81976);
/* harmony import */ var _provider_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41868);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98023);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65804);






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
    const at = (0,_exchange_js__WEBPACK_IMPORTED_MODULE_2__/* .serverName */ .L5)(server);
    async function read(name) {
        const all = await Promise.all(_values_js__WEBPACK_IMPORTED_MODULE_4__/* .TYPES */ .QE.map((type) => readOne(name, type)));
        const held = all.filter((item) => item !== undefined);
        if (held.length === 0)
            return held;
        const wildcard = await wildcardFor(name, held);
        return wildcard === undefined ? held : held.map((item) => ({ ...item, wildcard }));
    }
    /** The name with a star that answers for a name which is not there itself. */
    async function wildcardFor(name, held) {
        const labels = name.split('.');
        const above = labels.slice(1).map((_, index) => labels.slice(index + 1).join('.'));
        for (const parent of above.filter((each) => each === zone || each.endsWith(`.${zone}`))) {
            const star = `*.${parent}`;
            if (star === name)
                return undefined;
            const found = await Promise.all(held.map(({ type }) => readOne(star, type)));
            if (!found.every((item, index) => item && (0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .sameValues */ .Z)(item.values, held[index]?.values ?? [])))
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
        const { rcode } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_2__/* .tell */ .qz)(server, questionOf(zone, name), key, signal);
        return rcode !== 'NXDOMAIN';
    }
    async function readOne(name, type) {
        const { rcode, authoritative, answers } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(server, name, type, { signal, key });
        if ((rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') || !authoritative) {
            throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The name server ${at} does not answer for ${zone} (${rcode}); check \`server\`, \`zone\` and \`tsig-key\`.`);
        }
        const own = answers.filter((answer) => answer.type === type && same(answer.name, name));
        if (own.length === 0)
            return undefined;
        const { ttl = 0 } = own[0];
        const values = own.map((answer) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_5__/* .valueIn */ .xm)(answer) ?? '').sort();
        return { type, ttl, values, answered: true, lag: ttl, raw: { answers: own } };
    }
    async function change(name, held, wanted) {
        const type = held.type;
        const { answers } = held.raw;
        const message = updateOf(zone, name, type, answers, wanted);
        const { rcode } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_2__/* .tell */ .qz)(server, message, key, signal);
        if (rcode === 'NOERROR')
            return;
        if (/^(NX|YX)/.test(rcode))
            throw (0,_provider_js__WEBPACK_IMPORTED_MODULE_3__/* .changedMeanwhile */ .F)(name, type);
        throw new _runner_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`The name server ${at} ${MEANINGS[rcode] ?? `answered ${rcode}`}.`);
    }
    async function nameServers() {
        const { answers } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_2__/* .ask */ .kA)(server, zone, 'NS', { signal, key });
        return answers
            .filter(({ type }) => type === 'NS')
            .map((answer) => String(answer.data));
    }
    return {
        read,
        change,
        nameServers,
        readValue: (type, text) => (0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .normalValue */ .Fl)(type, text),
        refusesTtl: () => undefined,
    };
}
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
function updateOf(zone, name, type, old, { ttl, values }) {
    const number = dns_packet__WEBPACK_IMPORTED_MODULE_0__.encode({ questions: [{ name: '.', type }] }).readUInt16BE(13);
    const removal = { name, type: `UNKNOWN_${number}`, class: 'ANY', ttl: 0, data: Buffer.alloc(0) };
    return {
        type: 'query',
        flags: UPDATE,
        questions: [{ name: zone, type: 'SOA' }],
        // As they came: a text may be cut into parts in many ways, and the server compares bytes.
        answers: old.map((answer) => ({ ...answer, ttl: 0 })),
        authorities: [removal, ...values.map((value) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_5__/* .recordOf */ .zv)(name, type, ttl, value))],
    };
}
const same = (a, b) => a.toLowerCase().replace(/\.$/, '') === b;


/***/ })

};
