"use strict";
exports.id = 103;
exports.ids = [103];
exports.modules = {

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
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.name = 'ActionError';
        this.details = [...(options.details ?? [])];
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


  })

};
;