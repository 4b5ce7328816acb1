"use strict";
exports.id = 1080;
exports.ids = [1080];
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

  41080:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    rfc2136: () => (  rfc2136)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77934);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _exchange_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81976);
  var _provider_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41868);
  var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98023);
  var _wire_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65804);






const UPDATE = 5 << 11;
const MEANINGS = {
    REFUSED: 'refuses the update; allow it for the key (allow-update, update-policy)',
    NOTAUTH: 'is not the primary of that zone, or does not take the key',
    NOTZONE: 'says that the name is not in that zone',
    NOTIMP: 'takes no updates (RFC 2136)',
    SERVFAIL: 'failed at the update; its log says why',
};
function rfc2136(server, zone, key, signal) {
    const at = (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__  .L5)(server);
    async function read(name) {
        const all = await Promise.all(_values_js__WEBPACK_IMPORTED_MODULE_3__  .QE.map((type) => readOne(name, type)));
        const held = all.filter((item) => item !== undefined);
        if (held.length === 0)
            return held;
        const wildcard = held.some(({ locked }) => locked) ? undefined : await wildcardFor(name, held);
        return wildcard === undefined ? held : held.map((item) => ({ ...item, wildcard }));
    }
    async function wildcardFor(name, held) {
        for (const star of name.startsWith('*.') ? [] : (0,_provider_js__WEBPACK_IMPORTED_MODULE_2__  .nC)(name, zone)) {
            const found = await Promise.all(held.map(({ type }) => readOne(star, type)));
            if (!found.every((item, index) => item && (0,_values_js__WEBPACK_IMPORTED_MODULE_3__  .Z)(item.values, held[index]?.values ?? [])))
                continue;
            if (await isThere(name))
                return undefined;
            if (await isThere(star))
                return star;
        }
        return undefined;
    }
    async function isThere(name) {
        const { rcode } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__  .E4)(server, questionOf(zone, name), key, signal);
        return rcode !== 'NXDOMAIN';
    }
    async function readOne(name, type) {
        const { rcode, authoritative, answers, authorities } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__  .P)(server, name, type, { signal, key });
        const other = authoritative ? undefined : authorities.find((record) => isBelow(record, zone));
        if (other)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Nothing was changed: ${other.name} is delegated to other servers than ${at}, and is answered there; change ${name} there.`);
        if ((rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') || !authoritative) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The name server ${at} does not answer for ${zone} (${rcode}); check \`server\`, \`zone\` and \`tsig-key\`.`);
        }
        return recordSetIn(answers, name, type);
    }
    async function survey(name, marks) {
        const own = await read(name);
        const found = await Promise.all(marks
            .filter((mark) => mark !== name)
            .map(async (mark) => {
            const text = await readOne(mark, 'TXT');
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
        const { rcode } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__  .E4)(server, message, key, signal);
        if (rcode === 'NOERROR')
            return async () => { };
        if (/^(NX|YX)/.test(rcode))
            throw (0,_provider_js__WEBPACK_IMPORTED_MODULE_2__  .Fd)(name, type);
        throw refused(rcode);
    }
    async function checkWritePermissions() {
        const { rcode } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__  .E4)(server, questionOf(zone, zone), key, signal);
        if (rcode !== 'NOERROR')
            throw refused(rcode);
    }
    const refused = (rcode) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The name server ${at} ${MEANINGS[rcode] ?? `answered ${rcode}`}.`);
    async function nameServers() {
        const { answers } = await (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__  .P)(server, zone, 'NS', { signal, key });
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
        readValue: (type, text) => (0,_values_js__WEBPACK_IMPORTED_MODULE_3__  .Fl)(type, text),
        refusesTtl: () => undefined,
        changedBeside: () => undefined,
    };
}
function recordSetIn(answers, name, type) {
    const own = answers.filter((answer) => answer.type === type && same(answer.name, name));
    if (own.length === 0)
        return undefined;
    const { ttl = 0 } = own[0];
    const dname = type === 'CNAME' ? answers.find((answer) => answer.type === 'DNAME') : undefined;
    const values = own.map((answer) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__  .xm)(answer) ?? '').sort();
    const raw = { rdata: own.map(_wire_js__WEBPACK_IMPORTED_MODULE_4__  .Ml).sort() };
    const usual = values.map((value) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__  .Ml)((0,_wire_js__WEBPACK_IMPORTED_MODULE_4__  .zv)(name, type, ttl, value))).sort();
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
const isBelow = ({ name, type }, zone) => type === 'NS' && name.toLowerCase().endsWith(`.${zone}`);
function questionOf(zone, name) {
    const inUse = { name, type: 'ANY', class: 'ANY', ttl: 0, data: Buffer.alloc(0) };
    return {
        type: 'query',
        flags: UPDATE,
        questions: [{ name: zone, type: 'SOA' }],
        answers: [inUse],
    };
}
function updateOf(zone, name, type, old, wanted) {
    const removal = { ...(0,_wire_js__WEBPACK_IMPORTED_MODULE_4__  .S4)(name, type, 0, ''), class: 'ANY' };
    return {
        type: 'query',
        flags: UPDATE,
        questions: [{ name: zone, type: 'SOA' }],
        answers: old.map((rdata) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__  .S4)(name, type, 0, rdata)),
        authorities: [removal, ...recordsOf(name, type, wanted)],
    };
}
const raws = valibot__WEBPACK_IMPORTED_MODULE_5__  .Ikc({ rdata: valibot__WEBPACK_IMPORTED_MODULE_5__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_5__  .YjP()) });
function recordsOf(name, type, { ttl, values, raw }) {
    if (raw === undefined)
        return values.map((value) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__  .zv)(name, type, ttl, value));
    if (valibot__WEBPACK_IMPORTED_MODULE_5__.is(raws, raw) &&
        (0,_values_js__WEBPACK_IMPORTED_MODULE_3__  .Z)(raw.rdata.map((rdata) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__  .X8)(type, rdata) ?? ''), values))
        return raw.rdata.map((rdata) => (0,_wire_js__WEBPACK_IMPORTED_MODULE_4__  .S4)(name, type, ttl, rdata));
    throw (0,_provider_js__WEBPACK_IMPORTED_MODULE_2__  .V4)();
}
const same = (a, b) => a.toLowerCase().replace(/\.$/, '') === b;


  })

};
;