"use strict";
exports.id = 7990;
exports.ids = [7990,6134];
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

  60599:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    fc: () => (  makeFolder),
    pb: () => (  writePrivate),
    sX: () => (  appendPrivate)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
  var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



function writePrivate(path, content) {
    makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    const beside = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(beside, content, { flag: 'wx', mode: 0o600 });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(beside, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(beside, { force: true });
        throw error;
    }
}
const makeFolder = (path) => {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { recursive: true, mode: 0o700 });
};
function appendPrivate(path, text) {
    const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_WRONLY } = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants;
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
    try {
        const status = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
        const isOurs = status.isFile() && status.uid === process.getuid?.();
        if (isOurs && (status.mode & 0o077) !== 0)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fchmodSync)(file, 0o600);
        if (text !== '')
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(file, text);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
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

  4771:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    KG: () => (  asSentence),
    Qu: () => (  withoutFullStop),
    eZ: () => (  namesOf)
  });
function asSentence(text) {
    const trimmed = text.trimEnd();
    return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
function withoutFullStop(text) {
    return text.trimEnd().replace(/\.$/, '');
}
function namesOf(names, most = 5) {
    const more = names.length - most;
    return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}


  }),

  71501:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Wh: () => (  unlessAborted),
    _W: () => (  inAnyCase),
    vd: () => (  allSettled)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

async function allSettled(works) {
    const settled = await Promise.allSettled(works);
    const failed = settled.find((item) => item.status === 'rejected');
    if (failed)
        throw failed.reason;
    return settled.map((item) => item.value);
}
async function inAnyCase(work, after) {
    let result;
    try {
        result = await work();
    }
    catch (error) {
        await after().catch((later) => {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ)
                error.details.push(`Afterwards: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(later)}`);
        });
        throw error;
    }
    await after();
    return result;
}
function unlessAborted(promise, signal) {
    const aborted = Promise.withResolvers();
    const abort = () => aborted.reject(signal.reason);
    signal.addEventListener('abort', abort);
    if (signal.aborted)
        abort();
    return Promise.race([promise, aborted.promise]).finally(() => signal.removeEventListener('abort', abort));
}


  }),

  71581:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    h: () => (  withoutEndSlashes)
  });
const withoutEndSlashes = (text) => text.replace(/(?<!\/)\/+$/, '');


  }),

  2609:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    z: () => (  timeLimit)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

function timeLimit(milliseconds, failed) {
    const controller = new AbortController();
    const late = () => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${failed} within ${milliseconds / 1000} s.`));
    setTimeout(late, milliseconds).unref();
    return controller.signal;
}


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

  55737:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    AB: () => (  quoteName),
    Z8: () => (  quoteTable),
    ol: () => (  quoteText)
  });
const quoteName = (name) => `"${name.replaceAll('"', '""')}"`;
const quoteTable = ({ schema, name }) => `${quoteName(schema)}.${quoteName(name)}`;
function quoteText(text) {
    const quoted = `'${text.replaceAll("'", "''")}'`;
    return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}


  }),

  65768:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    eF: () => (  run),
    jH: () => (  outputOf),
    ut: () => (  answerOf)
  });
  var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
  var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
  var _actions_exec__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81260);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45145);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95282);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39668);







const INHERITED = ['PATH', 'HOME', 'USER', 'TMPDIR', 'TZDIR', 'LD_LIBRARY_PATH', 'SYSTEMROOT'];
const LAST_LINES = 40;
const LONGEST_LINE = 64 * 1024;
async function answerOf(file, args, environment = {}) {
    try {
        const { exitCode, stdout, stderr } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_3__  .H)(quoted(file), [...args], {
            silent: true,
            ignoreReturnCode: true,
            env: environmentWith(environment),
        });
        return { code: exitCode, output: stdout, errors: stderr };
    }
    catch (error) {
        if (/Unable to locate executable|no such file|ENOENT|EACCES/i.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .bD)(error)))
            return undefined;
        throw error;
    }
}
const quoted = (file) => `"${file.replaceAll('"', '\\"')}"`;
const MAX_OUTPUT_BYTES = 256 * 1024 ** 2;
const NO_PROGRAM = ['ENOENT', 'EACCES', 'ENOTDIR'];
function outputOf(file, args, environment = {}) {
    const options = { env: environmentWith(environment), maxBuffer: MAX_OUTPUT_BYTES };
    return new Promise((resolve, reject) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(file, [...args], options, (error, output, errors) => {
            if (!error)
                resolve({ code: 0, output, errors });
            else if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
                reject(new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file)} printed more than ${MAX_OUTPUT_BYTES / 1024 ** 2} MiB; what it reads is not what it should be.`));
            else if (typeof error.code === 'string')
                NO_PROGRAM.includes(error.code) ? resolve(undefined) : reject(error);
            else
                resolve({ code: error.code ?? 255, output, errors });
        });
    });
}
async function run(file, args, options) {
    const { signal, input, output, onError } = options;
    signal.throwIfAborted();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, {
        env: environmentWith(options.environment ?? {}),
        stdio: [input ? 'pipe' : 'ignore', output ? 'pipe' : 'ignore', 'pipe'],
    });
    let kill;
    const stop = () => {
        child.kill('SIGINT');
        kill = setTimeout(() => child.kill('SIGKILL'), _base_waits_js__WEBPACK_IMPORTED_MODULE_5__  .r.PROCESS_KILL_MS);
    };
    signal.addEventListener('abort', stop, { once: true });
    const errors = [];
    const lines = (0,_bounded_js__WEBPACK_IMPORTED_MODULE_6__  .Xi)(LONGEST_LINE, (line) => {
        errors.push(line);
        if (errors.length > LAST_LINES)
            errors.shift();
        onError?.(line);
    });
    child.stderr?.on('data', lines.hear).on('end', lines.end);
    const ended = new Promise((resolve, reject) => {
        child.once('error', reject).once('close', (code) => resolve(code ?? undefined));
    });
    const flows = [
        input && feed(input, child.stdin, () => child.kill('SIGKILL')),
        output && (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(child.stdout, output),
    ];
    try {
        const [code] = await Promise.all([ended, ...flows]);
        signal.throwIfAborted();
        return { code, errors };
    }
    catch (error) {
        child.kill('SIGKILL');
        await ended.catch(() => { });
        signal.throwIfAborted();
        throw error;
    }
    finally {
        clearTimeout(kill);
        signal.removeEventListener('abort', stop);
    }
}
async function feed(input, stdin, kill) {
    let hasLeft = false;
    const leave = () => {
        hasLeft = true;
    };
    stdin.once('error', leave).once('close', leave);
    let failure = input.errored;
    if (failure)
        kill();
    input.prependOnceListener('error', (error) => {
        if (hasLeft)
            return;
        failure = error;
        kill();
    });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(input, stdin).catch(() => { });
    if (failure)
        throw failure;
}
function environmentWith(more) {
    const inherited = INHERITED.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC', ...more };
}


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


  }),

  77990:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  main: () => (  main),
  post: () => (  post)
});

var external_node_crypto_ = __webpack_require__(77598);
var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var dist = __webpack_require__(77934);
var base_errors = __webpack_require__(45145);
var settled = __webpack_require__(71501);
var values = __webpack_require__(92920);
var sentence = __webpack_require__(4771);
var external_node_fs_ = __webpack_require__(73024);
var deadline = __webpack_require__(68606);
var files = __webpack_require__(60599);
var waits = __webpack_require__(95282);
var systems_process = __webpack_require__(65768);
; 



const OPTIONS = ['-c', 'safe.directory=*', '-c', 'core.hooksPath=/dev/null'];
const QUIET = { GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: 'true' };
const ACCESS = /^(GIT_SSH|GIT_CONFIG|SSH_|https?_proxy$|no_proxy$)/i;
async function git(directory, ...args) {
    const finished = await tryGit(directory, args);
    if (!finished)
        throw new base_errors .lZ('There is no program git on the runner; install it before this step.');
    return finished;
}
function tryGit(directory, args, more = {}) {
    const access = Object.entries(process.env).filter(([name]) => ACCESS.test(name));
    const environment = { ...Object.fromEntries(access), ...QUIET, ...more };
    return (0,systems_process .jH)('git', ['-C', directory, ...OPTIONS, ...args], environment);
}
const splitAtZeros = (text) => text.split('\0').filter((item) => item !== '');
const lastLine = (text) => (0,sentence .Qu)(text.trim().split('\n').at(-1) ?? '') || 'git does not say why';

; 




async function fillSubmodules(path, { commit, store }, warn) {
    if (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, '.gitmodules')))
        return;
    for (const submodule of await submodulesOf(path, commit, store)) {
        const clone = (0,external_node_path_.join)(store, 'modules', submodule.name);
        const folder = (0,external_node_path_.join)(path, submodule.path);
        if ((0,external_node_fs_.existsSync)(clone)) {
            await fill(submodule, clone, folder);
            await fillSubmodules(folder, { commit: submodule.commit, store: clone }, warn);
        }
        else
            await fetchAnew(submodule, path, warn);
    }
}
async function submodulesOf(path, commit, store) {
    const listed = await tryGit(path, [
        'config',
        '--file',
        '.gitmodules',
        '--null',
        '--get-regexp',
        '^submodule\\..*\\.path$',
    ]);
    const found = splitAtZeros(listed?.output ?? '').flatMap((entry) => {
        const [, name, folder] = /^submodule\.([\s\S]*)\.path\n([\s\S]*)$/.exec(entry) ?? [];
        return name !== undefined && folder !== undefined && isInside(name) && isInside(folder)
            ? [{ name, path: folder }]
            : [];
    });
    const submodules = [];
    for (const each of found) {
        const tree = await tryGit(path, [
            `--git-dir=${store}`,
            'ls-tree',
            '-z',
            '--full-tree',
            commit,
            '--',
            each.path,
        ]);
        const [, recorded] = /^160000 commit ([0-9a-f]+)\t/.exec(tree?.output ?? '') ?? [];
        if (recorded !== undefined)
            submodules.push({ ...each, commit: recorded });
    }
    return submodules;
}
const isInside = (name) => !name.startsWith('/') && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
async function fill({ name, commit }, clone, folder) {
    const at = [`--git-dir=${clone}`, `--work-tree=${folder}`];
    const has = async () => (await tryGit(clone, [`--git-dir=${clone}`, 'cat-file', '-e', `${commit}^{commit}`]))?.code === 0;
    const fetched = (await has())
        ? undefined
        : await tryGit(clone, [`--git-dir=${clone}`, 'fetch', '--quiet', '--depth=1', 'origin', commit]);
    if (fetched && !(await has()))
        throw new base_errors .lZ(`The submodule ${name} is needed at ${commit.slice(0, 12)}, which this clone does not have and cannot fetch: ${lastLine(fetched.errors)}; check out with \`submodules: recursive\` and \`fetch-depth: 0\`.`);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const index = (0,external_node_path_.join)(folder, '..', `.rollback-actions-index-${process.pid}`);
    try {
        for (const args of [
            ['read-tree', commit],
            ['checkout-index', '--all', '--force', '--quiet'],
        ]) {
            const done = await tryGit(folder, [...at, ...args], { GIT_INDEX_FILE: index });
            if (done?.code !== 0)
                throw new base_errors .lZ(`The submodule ${name} cannot be checked out at ${commit.slice(0, 12)}: ${lastLine(done?.errors ?? '')}.`);
        }
    }
    finally {
        (0,external_node_fs_.rmSync)(index, { force: true });
    }
}
async function fetchAnew({ path: folder }, path, warn) {
    const args = ['submodule', 'update', '--init', '--recursive', '--depth', '1', '--', folder];
    const done = await tryGit(path, args);
    if (done?.code !== 0)
        warn(`The submodule ${folder} is not in this checkout and cannot be fetched, so it is planned without: ${lastLine(done?.errors ?? '')}.`);
}

; 





const REF = /^(?!-)(?!.*(?:\.\.|@\{|\/\/|\.lock(?:\/|$)))[^\s\p{Cc}:?*[\\~^]+(?:[~^]\d*)*$/u;
class Repository {
    top;
    constructor(top) {
        this.top = top;
    }
    static async of(directory) {
        const found = await tryGit(directory, ['rev-parse', '--show-toplevel']);
        return found?.code === 0 ? new Repository((0,external_node_fs_.realpathSync)(found.output.trim())) : undefined;
    }
    static async required(directory, name) {
        await git(directory, 'version');
        const found = await Repository.of(directory);
        if (found)
            return found;
        throw new base_errors .lZ(`${name} is not in a git repository, so \`ref\` means nothing there; check it out first.`);
    }
    async head() {
        return this.#must(['rev-parse', '--verify', 'HEAD^{commit}'], `${this.top} has no commit yet`);
    }
    async pin(ref) {
        if (!REF.test(ref)) {
            throw new base_errors .lZ(`${JSON.stringify(ref)} is not a git ref; give a tag, a branch or a commit in the input \`ref\`.`);
        }
        for (const name of [ref, `refs/remotes/origin/${ref}`]) {
            const { code, output } = await git(this.top, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`);
            if (code === 0)
                return output.trim();
        }
        const { output } = await git(this.top, 'rev-parse', '--is-shallow-repository');
        const reason = output.trim() === 'true' ? 'this clone is shallow and does not have it' : 'this clone does not have it';
        throw new base_errors .lZ(`There is no commit ${ref}: ${reason}; check out with \`fetch-depth: 0\`, or run \`git fetch --depth=1 origin ${ref}:${ref}\` before this step.`);
    }
    async changed() {
        const options = ['--name-only', '-z', '--ignore-submodules', '--no-renames'];
        const args = ['-c', 'core.fileMode=false', 'diff', ...options, 'HEAD'];
        return splitAtZeros(await this.#must(args, `What is changed in ${this.top} cannot be determined`));
    }
    async untracked() {
        const args = ['ls-files', '--others', '-z'];
        return splitAtZeros(await this.#must(args, `What is in ${this.top} cannot be determined`));
    }
    async worktree(commit, parent, warn) {
        await this.prune();
        const path = (0,external_node_fs_.realpathSync)((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'worktree-')));
        const remove = async () => {
            await git(this.top, 'worktree', 'remove', '--force', '--force', path);
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
            await this.prune();
        };
        try {
            const at = commit.slice(0, 12);
            await this.#must(['worktree', 'add', '--detach', '--quiet', path, commit], `${at} cannot be checked out`);
            await fillSubmodules(path, { commit, store: await this.#store() }, warn);
            return { path, remove };
        }
        catch (error) {
            await remove();
            throw error;
        }
    }
    async prune() {
        await git(this.top, 'worktree', 'prune');
    }
    async #store() {
        return (0,external_node_path_.resolve)(this.top, await this.#must(['rev-parse', '--git-common-dir'], `${this.top} has no store`));
    }
    async #must(args, what) {
        const { code, output, errors } = await git(this.top, ...args);
        if (code !== 0)
            throw new base_errors .lZ(`${what}: ${lastLine(errors)}.`, { details: errors.split('\n') });
        return output.trim();
    }
}

var external_node_child_process_ = __webpack_require__(31421);
var bounded = __webpack_require__(39668);
; 






function findProgram(name, path = '') {
    const folders = path.split(external_node_path_.delimiter).filter((folder) => folder !== '');
    const places = name.includes('/') ? [(0,external_node_path_.resolve)(name)] : folders.map((folder) => (0,external_node_path_.join)(folder, name));
    const found = places.find(isProgram);
    if (!found) {
        throw new base_errors .lZ(`There is no program ${name} on the runner; set it up before this step, or say where it is in the input \`terraform\`.`);
    }
    const real = (0,external_node_path_.join)((0,external_node_path_.dirname)(found), `${(0,external_node_path_.basename)(found)}-bin`);
    return (0,external_node_fs_.existsSync)(real) && isProgram(real) ? real : found;
}
const MAX_OUTPUT_BYTES = 256 * 1024 ** 2;
const MAX_ERRORS_BYTES = 16 * 1024 ** 2;
const MAX_LINE = 1024 ** 2;
async function capture(program, args, { directory, environment, signal }) {
    signal.throwIfAborted();
    const child = (0,external_node_child_process_.spawn)(program, args, { cwd: directory, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = interrupting(child, signal);
    try {
        const most = (stream, bytes) => (0,bounded .JY)(stream, bytes).then(({ text, isCut }) => {
            if (!isCut)
                return text;
            child.kill('SIGKILL');
            throw new base_errors .lZ(`${(0,external_node_path_.basename)(program)} ${args[0]} printed more than ${bytes / 1024 ** 2} MiB, which is not read; see what its backend gives.`);
        });
        const [code, output, errors] = await Promise.all([
            ended(child),
            most(child.stdout, MAX_OUTPUT_BYTES),
            most(child.stderr, MAX_ERRORS_BYTES),
        ]);
        signal.throwIfAborted();
        return { code, output, errors };
    }
    finally {
        stop();
    }
}
async function follow(program, args, { directory, environment, signal }, { file, onLine, onStart = () => { }, onInterrupt = () => { }, }) {
    signal.throwIfAborted();
    const output = (0,external_node_fs_.openSync)(file, 'wx', 0o600);
    const child = (0,external_node_child_process_.spawn)(program, args, {
        cwd: directory,
        env: { ...environment, RUNNER_TRACKING_ID: '' },
        stdio: ['ignore', output, output],
        detached: true,
    });
    (0,external_node_fs_.closeSync)(output);
    if (child.pid)
        onStart(child.pid);
    const tail = startTail(file, onLine);
    const stop = interrupting(child, signal, onInterrupt);
    try {
        return await ended(child);
    }
    finally {
        stop();
        tail.end();
    }
}
function interrupting(child, signal, before = () => { }) {
    const interrupt = () => {
        before();
        child.kill('SIGINT');
    };
    signal.addEventListener('abort', interrupt, { once: true });
    return () => signal.removeEventListener('abort', interrupt);
}
function ended(child) {
    return new Promise((done, failed) => child.once('error', failed).once('close', done));
}
function startTail(file, onLine) {
    const input = (0,external_node_fs_.openSync)(file, 'r');
    const chunk = Buffer.alloc(64 * 1024);
    const lines = (0,bounded .Xi)(MAX_LINE, onLine);
    const scan = () => {
        for (let bytes = (0,external_node_fs_.readSync)(input, chunk); bytes > 0; bytes = (0,external_node_fs_.readSync)(input, chunk))
            lines.hear(chunk.subarray(0, bytes));
    };
    const timer = setInterval(scan, waits .r.TERRAFORM_POLL_MS);
    return {
        end() {
            clearInterval(timer);
            scan();
            lines.end();
            (0,external_node_fs_.closeSync)(input);
        },
    };
}
function isProgram(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
function isRunning(pid, argument) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(argument);
    }
    catch {
        return false;
    }
}
function interrupt(pid) {
    try {
        process.kill(pid, 'SIGINT');
    }
    catch (error) {
        if (error.code !== 'ESRCH')
            throw error;
    }
}

var redact = __webpack_require__(90763);
; 


function parseMessage(line) {
    const plain = { type: 'text', text: line, diagnostic: undefined, address: undefined, seconds: undefined };
    if (!line.startsWith('{'))
        return plain;
    try {
        const raw = JSON.parse(line);
        const { severity = 'error', summary = '', detail = '' } = raw.diagnostic ?? {};
        return {
            type: raw.type ?? 'text',
            text: raw['@message'] ?? '',
            diagnostic: raw.diagnostic && { severity, summary, detail },
            address: raw.hook?.resource?.addr,
            seconds: raw.hook?.elapsed_seconds,
        };
    }
    catch {
        return plain;
    }
}
function parseErrors(output) {
    const plain = output.replace(/\u001b\[\d*m/g, '').replace(/^[│╷╵] ?/gm, '');
    const blocks = plain.split(/^(?=Error: )/m).filter((block) => block.startsWith('Error: '));
    const words = plain.trim();
    if (blocks.length === 0)
        return words === '' ? [] : [{ severity: 'error', summary: words, detail: '' }];
    return blocks.map((block) => {
        const [summary = '', ...detail] = block.slice('Error: '.length).trim().split('\n');
        return { severity: 'error', summary, detail: detail.join('\n').trim() };
    });
}
function lockOf({ summary, detail }) {
    if (!/state lock/i.test(summary))
        return undefined;
    const value = (name) => new RegExp(`^ *${name}:[^\\S\\n]*(.*)$`, 'm').exec(detail)?.[1]?.trim() ?? '';
    return { id: value('ID'), who: value('Who'), operation: value('Operation'), created: value('Created') };
}
function explain(what, where, diagnostics, since, holder) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const details = errors.flatMap(({ summary, detail }) => [`Error: ${summary}`, ...detail.split('\n')]);
    const [first] = errors;
    if (!first)
        return new base_errors .lZ(`terraform ${what} of ${where} failed and does not say why; see its lines above.`);
    const lock = lockOf(first);
    const sentence = lock ? locked(where, first, lock, since, holder) : known(where, first);
    return new base_errors .lZ(sentence ?? `terraform ${what} of ${where} failed: ${oneLine(first)}.`, { details });
}
function isLockedByUnknown(diagnostics, since) {
    const first = diagnostics.find(({ severity }) => severity === 'error');
    const lock = first && lockOf(first);
    return lock !== undefined && lock.id !== '' && isOwn(lock, since);
}
const isOwn = ({ created }, since) => Date.parse(created.replace(/ \+0000 UTC$/, 'Z').replace(' ', 'T')) >= since;
function locked(where, { detail }, lock, since, known) {
    if (lock.id === '') {
        return `The lock of the state of ${where} cannot be acquired: ${cut(detail.replace(/^Error message: /, ''))}; check the backend's lock and the credentials for it.`;
    }
    if (known !== undefined)
        return `The state of ${where} is locked by ${known}; wait until that run has ended: its lock ends with its connection.`;
    const unknown = isOwn(lock, since);
    const holder = unknown
        ? `by another run, and this backend does not tell which (${cut(detail.replace(/^Error message: |\nLock Info:[\s\S]*/g, ''))})`
        : `by ${lock.who} since ${lock.created} (${lock.operation.replace(/^OperationType/, '').toLowerCase()}, lock ${lock.id})`;
    const remedy = unknown
        ? 'wait until it has ended'
        : `wait until that run has ended; only where it is dead for certain, \`terraform force-unlock ${lock.id}\``;
    return `The state of ${where} is locked ${holder}; ${remedy}.`;
}
const HINTS = [
    [
        /saved plan is stale/i,
        (where) => `The plan of ${where} is stale: the state was changed after it was made; plan again and have that reviewed.`,
    ],
    [
        /saved plan does not match|different state lineage/i,
        (where) => `The plan of ${where} is not of this state; plan again and have that reviewed.`,
    ],
    [
        /password authentication failed|no valid credential|could not find default credentials|accessdenied|access denied|invalidaccesskeyid|signaturedoesnotmatch|expiredtoken|http remote state .{0,200}(auth|forbidden)|\b(401|403)\b|unauthorized|forbidden/i,
        (where, words) => `The backend or a provider of ${where} does not accept the credentials: ${words}; check \`backend-config\` and the environment of this step.`,
    ],
    [
        /dial tcp|no such host|connection refused|i\/o timeout|no route to host|connection reset/i,
        (where, words) => `The backend or a provider of ${where} cannot be reached: ${words}; check its address and the network of the runner.`,
    ],
    [
        /x509|tls: |ssl is not enabled|certificate/i,
        (where, words) => `The connection to the backend or a provider of ${where} is not secure: ${words}; check the certificate and the TLS settings on both sides.`,
    ],
    [
        /no value for required variable/i,
        (where, words) => `A variable of ${where} has no value: ${words}; give it in \`vars\`, \`secret-vars\` or \`var-files\`.`,
    ],
    [
        /provider configuration not present/i,
        (where, words) => `The configuration of ${where} lacks a provider that resources in the state need: ${words}; plan a ref that has the older configuration and that provider.`,
    ],
    [
        /managed by newer provider version/i,
        (where, words) => `The state of ${where} was written by a newer provider than the configuration selects: ${words}; plan a ref that has the older configuration and today's provider versions with their lock file.`,
    ],
    [
        /instance cannot be destroyed/i,
        (where, words) => `The plan of ${where} would destroy what prevent_destroy protects: ${words}.`,
    ],
];
function known(where, diagnostic) {
    const all = `${diagnostic.summary}\n${diagnostic.detail}`;
    return HINTS.find(([pattern]) => pattern.test(all))?.[1](where, oneLine(diagnostic));
}
function oneLine({ summary, detail }) {
    const first = cut(detail);
    return first === '' ? cut(summary) : `${cut(summary)}: ${first}`;
}
function cut(text) {
    const lines = (0,redact .E$)(text)
        .replace(/^[ \t]*on .* line \d+.*$|^[ \t]*\d+: .*$/gm, '')
        .trim();
    const [first = ''] = lines.split(/\n\s*\n/);
    return first.replace(/\s+/g, ' ').replace(/[.:]$/, '').slice(0, 300);
}

; 


const FILES = ['terraform.tfstate', 'environment'];
const dataName = (env) => env.TF_DATA_DIR || '.terraform';
function dataInWorktree(name, { top, worktree, scratch }) {
    if (!(0,external_node_path_.isAbsolute)(name))
        return name;
    const way = (0,external_node_path_.relative)(top, name);
    return way.startsWith('..') || (0,external_node_path_.isAbsolute)(way) ? (0,external_node_path_.join)(scratch, 'data') : (0,external_node_path_.join)(worktree, way);
}
function keepData(data, scratch) {
    const kept = (0,external_node_path_.join)(scratch, 'kept-data');
    (0,external_node_fs_.mkdirSync)(kept, { mode: 0o700 });
    const files = FILES.filter((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(data, name)));
    for (const name of files)
        (0,external_node_fs_.copyFileSync)((0,external_node_path_.join)(data, name), (0,external_node_path_.join)(kept, name));
    const note = { existed: (0,external_node_fs_.existsSync)(data), files };
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(kept, 'note.json'), JSON.stringify(note), { mode: 0o600 });
}
function takeData(from, to, { withBackend }) {
    const files = FILES.filter((name) => (withBackend || name !== 'terraform.tfstate') && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(from, name)));
    if (files.length > 0)
        (0,external_node_fs_.mkdirSync)(to, { recursive: true, mode: 0o700 });
    for (const name of files)
        (0,external_node_fs_.copyFileSync)((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name));
}
function giveDataBack(data, scratch) {
    const kept = (0,external_node_path_.join)(scratch, 'kept-data');
    const file = (0,external_node_path_.join)(kept, 'note.json');
    if (!(0,external_node_fs_.existsSync)(file))
        return;
    const { existed, files } = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
    if (!existed)
        (0,external_node_fs_.rmSync)(data, { recursive: true, force: true });
    else
        for (const name of FILES) {
            if (files.includes(name))
                (0,external_node_fs_.copyFileSync)((0,external_node_path_.join)(kept, name), (0,external_node_path_.join)(data, name));
            else
                (0,external_node_fs_.rmSync)((0,external_node_path_.join)(data, name), { force: true });
        }
    (0,external_node_fs_.rmSync)(file);
}

; 









const fileOf = (scratch) => (0,external_node_path_.join)(scratch, 'running.json');
function noteRunning(scratch, running) {
    (0,files .pb)(fileOf(scratch), JSON.stringify(running));
}
async function recoverInterruptedApply(scratch, checkout, { signal, log }) {
    if (!(0,external_node_fs_.existsSync)(scratch))
        return;
    const running = readRunning(scratch);
    if (running) {
        const isOurs = () => isRunning(running.pid, running.plan);
        if (isOurs() && !running.interrupted) {
            noteRunning(scratch, { ...running, interrupted: true });
            interrupt(running.pid);
        }
        while (isOurs() && !signal.aborted)
            await (0,deadline .v7)(waits .r.TERRAFORM_POLL_MS, signal).catch(() => { });
        if (isOurs()) {
            log.warn(`The run was cut off, and terraform apply of ${running.where} (process ${running.pid}) is still at work on this runner; it holds the lock until it ends, so do not unlock it by force.`);
            return;
        }
        log.warn(summarizeApply(running));
        keepState(scratch, running, log);
    }
    giveDataBack((0,external_node_path_.resolve)(checkout, dataName(process.env)), scratch);
    (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true });
    const repository = await Repository.of(checkout);
    await repository?.prune();
}
function keepState(scratch, { directory, where }, log) {
    const left = (0,external_node_path_.join)(directory, 'errored.tfstate');
    if (!(0,external_node_fs_.existsSync)(left))
        return undefined;
    const kept = (0,external_node_path_.join)((0,external_node_path_.dirname)(scratch), `errored-${Date.now()}.tfstate`);
    (0,external_node_fs_.copyFileSync)(left, kept);
    (0,external_node_fs_.chmodSync)(kept, 0o600);
    log.warn(`The new state of ${where} could not be written to its backend and is in ${kept} on this runner: before anything else is planned, run \`terraform state push ${kept}\`. It holds secrets.`);
    return kept;
}
function readRunning(scratch) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(fileOf(scratch), 'utf8'));
    }
    catch {
        return undefined;
    }
}
function summarizeApply({ where, output }) {
    const messages = readMessages(output);
    const done = messages.filter(({ type }) => type === 'apply_complete').map(({ address }) => address);
    const count = done.length === 1 ? '1 change was made' : `${done.length} changes were made`;
    const which = done.length > 0 ? `${count} (${done.join(', ')})` : 'no change was made';
    const last = messages.findLast(({ type }) => type !== 'text');
    const isOrderly = last?.type === 'outputs' || last?.type === 'change_summary' || last?.type === 'diagnostic';
    return isOrderly
        ? `The run was cut off; terraform apply of ${where} went on, ended by itself and wrote the state: ${which}; run it again to see what is left.`
        : `The run was cut off and terraform apply of ${where} killed: ${which}, what was under way is not in the state, and the lock may have remained; run it again, and it says who holds the lock and how to release it.`;
}
function readMessages(output) {
    return (0,external_node_fs_.existsSync)(output) ? (0,external_node_fs_.readFileSync)(output, 'utf8').split('\n').map(parseMessage) : [];
}

; 




const LOGGED = /^(apply_|provision_|diagnostic$|state_lock|text$)/;
async function apply(terraform, plan, { signal, log, record }) {
    const done = [];
    const failedChecks = [];
    const { directory, where, scratch } = plan;
    let running = { pid: 0, directory, where, output: '', plan: plan.file, interrupted: false };
    const onMessage = (message) => {
        if (isFailedCheck(message))
            failedChecks.push(checkOf(message));
        if (LOGGED.test(message.type) && message.text !== '')
            log.info(message.text);
        const step = stepOf(message, plan.subject);
        if (!step)
            return;
        if (step.status === 'done')
            done.push(message.address ?? '');
        record(step);
    };
    try {
        await terraform.apply(plan.file, plan.varFiles, plan.lockTimeout, onMessage, {
            onStart(pid, output) {
                running = { ...running, pid, output };
                noteRunning(scratch, running);
            },
            onInterrupt() {
                noteRunning(scratch, { ...running, interrupted: true });
                log.info('terraform was asked to stop: it ends the change that it is at, writes the state and releases the lock.');
            },
        });
        return failedChecks;
    }
    catch (error) {
        const isKept = (await rescue(terraform, plan, log)) !== undefined;
        throw applyError(error, { done, count: plan.count, isKept, isWritten: signal.aborted && !isKept });
    }
}
function applyError(error, { done, count, isKept, isWritten, }) {
    const progress = `${done.length} of ${count} changes were made${isWritten ? ' and the state was written' : ''}`;
    const next = isKept
        ? 'push the state first, as the warning says'
        : 'run it again to plan and apply the rest';
    const details = [
        ...(error instanceof base_errors .lZ ? error.details : []),
        ...done.map((item) => `done: ${item}`),
    ];
    return new base_errors .lZ(`${(0,sentence .Qu)((0,base_errors .bD)(error))}; ${progress}: ${next}.`, {
        details,
        cause: error,
    });
}
async function rescue(terraform, { directory, where, scratch }, log) {
    const left = (0,external_node_path_.join)(directory, 'errored.tfstate');
    try {
        if (!(await terraform.pushStateIfLeft(left)))
            return undefined;
        log.warn(`The backend did not take the new state of ${where} at first; it was pushed again, and is there now.`);
        return undefined;
    }
    catch (error) {
        log.warn(`The new state of ${where} cannot be pushed: ${(0,base_errors .bD)(error)}`);
        return keepState(scratch, { directory, where }, log);
    }
}
const isFailedCheck = ({ diagnostic }) => diagnostic?.severity === 'warning' && /^Check block assertion failed/.test(diagnostic.summary);
const checkOf = ({ diagnostic }) => (diagnostic?.detail ?? '').replace(/\s+/g, ' ').replace(/\.$/, '').trim();
function stepOf({ type, address, seconds, text }, { component, where }) {
    if (!address || (type !== 'apply_complete' && type !== 'apply_errored'))
        return undefined;
    const status = type === 'apply_complete' ? 'done' : 'failed';
    return {
        component: `resource/${address}`,
        where: { directory: component, ...where },
        step: 'apply',
        status,
        message: text,
        ...(seconds !== undefined && { seconds }),
    };
}

; 


const SHORTEST_SECRET = 6;
function readPlan(json) {
    const raw = JSON.parse(json);
    if (!/^1\.\d+$/.test(raw.format_version ?? '')) {
        throw new base_errors .lZ(`The plan has the format ${raw.format_version ?? 'of no version'}, and only 1.x is understood here; use a Terraform or OpenTofu that writes that, or a newer version of this action.`);
    }
    return {
        changes: (raw.resource_changes ?? []).map(toChange),
        drift: (raw.resource_drift ?? []).map(toChange).filter(({ kind }) => kind !== 'none' && kind !== 'move'),
        outputs: Object.entries(raw.output_changes ?? {})
            .filter(([, { actions }]) => actions.join() !== 'no-op')
            .map(([name, change]) => ({
            name,
            values: valuesOf(change),
            isGone: change.actions.join() === 'delete',
        })),
        problems: problemsOf(raw),
        isFromNothing: !hasResources(raw.prior_state?.values?.root_module) && (raw.resource_drift ?? []).length === 0,
        failedChecks: failedChecksOf(raw),
        secrets: secretsOf(raw),
    };
}
const changes = ({ kind, mode }) => kind !== 'none' && !(kind === 'read' && mode === 'data');
function sensitiveTexts(value, marks) {
    if (marks === true)
        return textsOf(value);
    if (typeof marks !== 'object' || marks === null || typeof value !== 'object' || value === null)
        return [];
    return Object.entries(marks).flatMap(([key, mark]) => sensitiveTexts(value[key], mark));
}
function toChange(raw) {
    return {
        address: raw.deposed ? `${raw.address} (deposed object ${raw.deposed})` : raw.address,
        type: raw.type,
        mode: raw.mode,
        kind: kindOf(raw),
        actions: raw.change.actions,
        reason: raw.action_reason,
        movedFrom: raw.previous_address,
        values: valuesOf(raw.change),
    };
}
const KINDS = {
    'no-op': 'none',
    read: 'read',
    create: 'create',
    update: 'update',
    delete: 'delete',
    forget: 'forget',
    'delete,create': 'replace',
    'create,delete': 'replace',
    'create,forget': 'forget',
    'forget,create': 'forget',
};
function kindOf({ change, previous_address }) {
    const kind = KINDS[change.actions.join()] ?? 'unknown';
    if (kind !== 'none')
        return kind;
    if (change.importing)
        return 'import';
    return previous_address ? 'move' : 'none';
}
function valuesOf(change) {
    return {
        before: change.before,
        after: change.after,
        unknown: change.after_unknown,
        beforeSensitive: change.before_sensitive,
        afterSensitive: change.after_sensitive,
    };
}
function problemsOf(raw) {
    const deferred = (raw.deferred_changes ?? []).map((item) => item.resource_change?.address ?? 'a resource');
    const invocations = [...(raw.action_invocations ?? []), ...(raw.deferred_action_invocations ?? [])];
    return [
        raw.errored === true && 'it ended with an error, so it is a part of a plan only',
        deferred.length > 0 && `it puts off what it cannot know yet: ${deferred.join(', ')}`,
        raw.complete === false &&
            deferred.length === 0 &&
            'it is not complete: another plan would have to follow it',
        invocations.length > 0 && 'it invokes actions of providers, whose effects no plan shows',
    ].filter((problem) => problem !== false);
}
const hasResources = (module) => (module?.resources ?? []).some(({ mode }) => mode === 'managed') ||
    (module?.child_modules ?? []).some(hasResources);
function failedChecksOf({ checks = [] }) {
    return checks
        .filter(({ address, status }) => address?.kind === 'check' && status === 'fail')
        .map(({ address, instances = [] }) => {
        const words = instances.flatMap(({ problems = [] }) => problems.map(({ message = '' }) => message.trim()));
        return `${address?.to_display ?? 'a check'}: ${(0,sentence .Qu)(words.join(' '))}`;
    });
}
function secretsOf(raw) {
    const declared = raw.configuration?.root_module?.variables ?? {};
    const variables = Object.entries(raw.variables ?? {}).filter(([name]) => declared[name]?.sensitive);
    const changed = [
        ...[...(raw.resource_changes ?? []), ...(raw.resource_drift ?? [])].map(({ change }) => change),
        ...Object.values(raw.output_changes ?? {}),
    ];
    const texts = [
        ...variables.flatMap(([, { value }]) => textsOf(value)),
        ...changed.flatMap((change) => [
            ...sensitiveTexts(change.before, change.before_sensitive),
            ...sensitiveTexts(change.after, change.after_sensitive),
        ]),
    ];
    return [...new Set(texts)].filter((text) => text.length >= SHORTEST_SECRET);
}
function textsOf(value) {
    if (typeof value === 'string')
        return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

var hcl = __webpack_require__(62606);
; 

const SENSITIVE = '(sensitive)';
const UNKNOWN = '(known after apply)';
const ABSENT = '(none)';
const LONGEST = 120;
function differences(values) {
    return walk('', values);
}
function walk(path, values) {
    const { before, after, unknown, beforeSensitive, afterSensitive } = values;
    const isOpaque = unknown === true || beforeSensitive === true || afterSensitive === true;
    const parts = [before, after, unknown || undefined];
    if (!isOpaque && parts.some(isContainer) && parts.every((part) => isContainer(part) || isNothing(part))) {
        const keys = new Set(parts.flatMap((part) => Object.keys(part ?? {})));
        return [...keys].flatMap((key) => walk(join(path, key, parts.find(isContainer)), {
            before: at(before, key),
            after: at(after, key),
            unknown: at(unknown, key),
            beforeSensitive: at(beforeSensitive, key),
            afterSensitive: at(afterSensitive, key),
        }));
    }
    if (unknown !== true && same(before, after))
        return [];
    const isHidden = hasMark(beforeSensitive) || hasMark(afterSensitive);
    const show = (value) => {
        if (isNothing(value))
            return ABSENT;
        return isHidden || (0,redact .nz)(value) ? SENSITIVE : JSON.stringify((0,redact .pc)(value));
    };
    return [{ path, ...diff_cut(show(before), unknown === true ? UNKNOWN : show(after)) }];
}
function diff_cut(before, after) {
    let same = 0;
    while (same < before.length && before[same] === after[same])
        same += 1;
    const isLong = Math.max(before.length, after.length) > LONGEST;
    const start = isLong ? Math.max(0, same - LONGEST / 4) : 0;
    const part = (text) => {
        const from = text.length > start ? start : 0;
        const piece = text.slice(from, from + LONGEST);
        return `${from > 0 ? '…' : ''}${piece}${from + LONGEST < text.length ? '…' : ''}`;
    };
    return { before: part(before), after: part(after) };
}
const hasMark = (marks) => marks === true || (isContainer(marks) && Object.values(marks).some(hasMark));
const isContainer = (value) => typeof value === 'object' && value !== null;
const isNothing = (value) => value === undefined || value === null;
const at = (value, key) => isContainer(value) ? value[key] : undefined;
function join(path, key, parent) {
    if (Array.isArray(parent))
        return `${path}[${key}]`;
    if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key))
        return `${path}[${JSON.stringify(key)}]`;
    return path ? `${path}.${key}` : key;
}
const same = (before, after) => JSON.stringify(before ?? null) === JSON.stringify(after ?? null);

; 


const ALL = '*';
const ITEM = /(?:"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|\[[^\]]*(?:\]|$)|[^,"[])+/g;
function ignoredPaths(text) {
    const list = /^\[([\s\S]*)\]$/.exec(text.trim())?.[1] ?? text;
    const items = (list.match(ITEM) ?? []).map((item) => item.trim()).filter((item) => item !== '');
    return items.map((item) => pathOf((0,hcl .q)(item) ?? item));
}
const pathOf = (item) => item === 'all' || item === ALL ? ALL : item.replace(/\["([\p{L}_][\p{L}\p{N}_-]*)"\]/gu, '.$1');
function ignoredChanges(change, paths) {
    if (change.kind !== 'update' || paths.length === 0)
        return [];
    return differences(change.values).filter(({ path }) => paths.some((ignored) => ignored === ALL || isWithin(path, ignored) || isWithin(ignored, path)));
}
const isWithin = (path, outer) => path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);

; 
const EXACT_VERSION = /^=?\s*v?\d+(?:\.\d+){0,2}(?:[-+][\w.+-]+)?$/;
const FIXED_REF = /^(?:[0-9a-f]{7,64}|(?:[\w.-]+[-/])?v?\d+(?:\.\d+)*(?:[-+.][\w.+-]+)?)$/;
const OF_REGISTRY = /^(?:[\w.-]+(?::\d+)?\/)?[\w-]+\/[\w-]+\/[\w-]+(?:\/\/|$)/;
const OF_GIT = /^(?:git::|git@|github\.com\/|bitbucket\.org\/)|\.git(?:[/?]|$)/;
function floatingSource(source, version) {
    if (OF_GIT.test(source)) {
        const ref = /[?&]ref=([^&]*)/.exec(source)?.[1];
        if (ref !== undefined && FIXED_REF.test(ref))
            return undefined;
        return ref === undefined ? `${source} without a \`ref\`` : `${source.split('?', 1)[0]} at ${ref}`;
    }
    if (!OF_REGISTRY.test(source))
        return undefined;
    const range = version?.replace(/^"|"$/g, '').trim();
    if (range !== undefined && EXACT_VERSION.test(range))
        return undefined;
    return range === undefined ? `${source} without a version` : `${source} ${range}`;
}

; 






function readConfiguration(directory) {
    const root = blocksOf(directory);
    const variables = root.filter(({ type }) => type === 'variable');
    const found = {
        protected: new Set(),
        ignored: new Map(),
        floating: new Map(),
        foreign: new Set(),
        modules: new Map(),
        forgotten: new Set(),
    };
    inspect(root, directory, '', found);
    return {
        variables: Object.fromEntries(variables.map(({ labels, attributes }) => [labels[0], typeOf(attributes.type)])),
        isEphemeral: variables.some(({ attributes }) => (attributes.ephemeral ?? 'false') !== 'false'),
        ...backendOf(directory),
        moved: movesOf(root),
        ...found,
    };
}
const withoutKeys = (address) => address.replace(/\[("(?:[^"\\]|\\.)*"|\d+)\]/g, '');
function moduleOf(address) {
    return /^(?:module\.[^.]+\.)+/.exec(withoutKeys(address))?.[0].slice(0, -1) ?? '';
}
function inspect(blocks, directory, prefix, found) {
    for (const { type, labels, attributes, blocks: inner } of blocks) {
        if (type === 'resource')
            inspectResource(`${prefix}${labels.join('.')}`, inner, found);
        if (type === 'removed' && attributes.from && !inner.some(isDestroying))
            found.forgotten.add(`${prefix}${(0,hcl .q)(attributes.from) ?? attributes.from}`);
        if (type !== 'module')
            continue;
        const address = `${prefix}module.${labels[0]}`;
        const source = (0,hcl .q)(attributes.source ?? '') ?? '';
        const folder = (0,external_node_path_.resolve)(directory, source);
        const isHere = /^\.\.?\//.test(source) && (0,external_node_fs_.existsSync)(folder) && address.length < 1000;
        if (!isHere) {
            found.foreign.add(address);
            const floating = floatingSource(source, attributes.version);
            if (floating !== undefined)
                found.floating.set(address, floating);
            continue;
        }
        const own = blocksOf(folder);
        found.modules.set(address, { folder, moved: movesOf(own) });
        inspect(own, folder, `${address}.`, found);
    }
}
function inspectResource(address, blocks, found) {
    if (blocks.some(isProtecting))
        found.protected.add(address);
    const ignored = blocks
        .filter(({ type }) => type === 'lifecycle')
        .flatMap(({ attributes }) => ignoredPaths(attributes.ignore_changes ?? ''));
    if (ignored.length > 0)
        found.ignored.set(address, ignored);
}
const movesOf = (blocks) => blocks
    .filter(({ type, attributes }) => type === 'moved' && attributes.from && attributes.to)
    .map(({ attributes: { from = '', to = '' } }) => ({
    from: (0,hcl .q)(from) ?? from,
    to: (0,hcl .q)(to) ?? to,
}));
const isDestroying = ({ type, attributes }) => type === 'lifecycle' && attributes.destroy === 'true';
const isProtecting = ({ type, attributes }) => type === 'lifecycle' && (attributes.prevent_destroy ?? 'false') !== 'false';
function backendOf(directory) {
    const settings = filesOf(directory).flatMap((file) => readBlocks(file)
        .filter(({ type }) => type === 'terraform')
        .flatMap(({ blocks }) => blocks.map((block) => ({ block, file }))));
    const backend = settings.findLast(({ block: { type } }) => type === 'backend' || type === 'cloud');
    const encryption = settings.findLast(({ block: { type } }) => type === 'encryption');
    return { backend: backend?.block, backendFile: backend?.file, encryption: encryption?.block };
}
const typeOf = (text = '') => (0,hcl .q)(text) ?? text;
const blocksOf = (directory) => filesOf(directory).flatMap(readBlocks);
function filesOf(directory) {
    const names = (0,external_node_fs_.readdirSync)(directory).filter((name) => /^[^.].*\.(tf|tofu)(\.json)?$/.test(name));
    const isOverride = (name) => /(^|_)override\./.test(name);
    return [...names.filter((name) => !isOverride(name)), ...names.filter(isOverride)].map((name) => (0,external_node_path_.join)(directory, name));
}
function readBlocks(file) {
    const text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    return file.endsWith('.json') ? parseJson(text, (0,external_node_path_.basename)(file)) : (0,hcl .z)(text, (0,external_node_path_.basename)(file));
}
const LABELS = {
    resource: 2,
    variable: 1,
    module: 1,
    backend: 1,
    key_provider: 2,
    method: 2,
};
function parseJson(text, file) {
    try {
        return blocksIn(JSON.parse(text));
    }
    catch (error) {
        throw new base_errors .lZ(`${file} is not valid JSON.`, { cause: error });
    }
}
function blocksIn(value) {
    const blocks = entriesOf(value).filter(([, content]) => !isPlain(content));
    return blocks.flatMap(([type, content]) => unfold(type, [], content));
}
function unfold(type, labels, content) {
    if (Array.isArray(content))
        return content.flatMap((item) => unfold(type, labels, item));
    if (labels.length < (LABELS[type] ?? 0))
        return entriesOf(content).flatMap(([label, inner]) => unfold(type, [...labels, label], inner));
    const plain = entriesOf(content).filter(([, inner]) => isPlain(inner));
    const attributes = Object.fromEntries(plain.map(([name, inner]) => [name, JSON.stringify(inner)]));
    return [{ type, labels, attributes, blocks: blocksIn(content) }];
}
const isPlain = (value) => Array.isArray(value) ? value.every((item) => typeof item !== 'object') : typeof value !== 'object';
function entriesOf(value) {
    if (Array.isArray(value))
        return value.flatMap(entriesOf);
    return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

; 

const ONE_WAY_VERSION = /^(?:engine_version|kubernetes_version|kafka_version|database_version|orchestrator_version)$/;
const OF_ONE_WAY_VERSION = /^(?:aws_eks_(?:cluster|node_group)|azurerm_(?:postgresql|mysql)_flexible_server|digitalocean_(?:kubernetes|database)_cluster)$/;
const DISK = /^(?:allocated_storage|disk_size|disk_size_gb|disk_size_in_gb|storage_mb|storage_size_gb)$/;
const OF_DISK = /^(?:aws_ebs_volume|google_compute_disk|digitalocean_volume|hcloud_volume)$/;
const KEEPS = /retention|lifecycle|point_in_time|versioning|backup/i;
function lessened(change, drift) {
    if (change.kind !== 'update')
        return [];
    const found = differences(change.values);
    const shorter = found.filter(({ path, ...values }) => KEEPS.test(`${change.type}.${path}`) && keepsLess(values));
    const impossible = found.filter((item) => isOneWay(change.type, item));
    const raised = drift
        .filter(({ address }) => address === change.address)
        .flatMap((item) => differences(item.values));
    const smaller = found.filter((item) => raised.some((other) => takesBack(item, other)));
    return [
        ...(shorter.length > 0
            ? [`keep less than now (${wordsOf(shorter)}), so that what is beyond is deleted`]
            : []),
        ...(smaller.length > 0
            ? [`be made smaller than something outside of Terraform has made it (${wordsOf(smaller)})`]
            : []),
        ...(impossible.length > 0
            ? [
                `be asked for an older version or a smaller disk (${wordsOf(impossible)}), at which providers fail when other changes are made already: give the present value in \`vars\``,
            ]
            : []),
    ];
}
const PROTECTS = /^(?:(?:enable_)?deletion_protection(?:_enabled)?|delete_protection|termination_protection|disable_api_termination|purge_protection_enabled|block_public_(?:acls|policy)|ignore_public_acls|restrict_public_buckets)$/;
const EXPOSES = /^(?:force_destroy|force_delete|skip_final_snapshot|publicly_accessible|public_network_access_enabled)$/;
function unprotected(change) {
    if (change.kind !== 'update')
        return undefined;
    const found = differences(change.values).filter(({ path, before, after }) => {
        const name = path.slice(path.lastIndexOf('.') + 1);
        return (PROTECTS.test(name) && before === 'true') || (EXPOSES.test(name) && after === 'true');
    });
    return found.length > 0 ? `be less protected than now (${wordsOf(found)})` : undefined;
}
function keepsLess({ before, after }) {
    if (before === 'true' || /^"enabled"$/i.test(before))
        return true;
    const [was, becomes] = [numberIn(before), numberIn(after)];
    if (was === undefined && becomes === undefined)
        return false;
    return !(was !== undefined && becomes !== undefined && was > 0 && becomes > was);
}
function takesBack(planned, outside) {
    const [was, now, becomes] = [outside.before, outside.after, planned.after].map(numberIn);
    if (planned.path !== outside.path || planned.before !== outside.after)
        return false;
    return was !== undefined && now !== undefined && becomes !== undefined && was < now && becomes < now;
}
function isOneWay(type, { path, before, after }) {
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (DISK.test(name) || (name === 'size' && OF_DISK.test(type))) {
        const [was, becomes] = [numberIn(before), numberIn(after)];
        return was !== undefined && becomes !== undefined && becomes < was;
    }
    const isVersion = ONE_WAY_VERSION.test(name) || (name === 'version' && OF_ONE_WAY_VERSION.test(type));
    return isVersion && isOlder(versionIn(after), versionIn(before));
}
const versionIn = (shown) => (/\d{1,9}(?:[._]\d{1,9}){0,9}/.exec(shown)?.[0] ?? '').split(/[._]/).filter(Boolean).map(Number);
function isOlder(one, other) {
    const at = one.findIndex((part, index) => index < other.length && part !== other[index]);
    return at >= 0 && one[at] < other[at];
}
function numberIn(shown) {
    const text = /^"?(-?\d+(?:\.\d+)?)"?$/.exec(shown)?.[1];
    return text === undefined ? undefined : Number(text);
}
const wordsOf = (found) => found.map(({ path, before, after }) => `${path} ${before} → ${after}`).join(', ');

; 
const STATEFUL = {
    aws_backup_vault: 'backups',
    aws_cognito_user_pool: 'users',
    aws_db_cluster_snapshot: 'a database snapshot',
    aws_db_instance: 'a database',
    aws_db_snapshot: 'a database snapshot',
    aws_docdb_cluster: 'a database',
    aws_dynamodb_table: 'a database table',
    aws_ebs_snapshot: 'a disk snapshot',
    aws_ebs_volume: 'a disk',
    aws_ecr_repository: 'container images',
    aws_efs_file_system: 'a file system',
    aws_elasticache_cluster: 'a cache',
    aws_elasticache_replication_group: 'a cache',
    aws_fsx_lustre_file_system: 'a file system',
    aws_instance: 'a machine and its disks',
    aws_kinesis_stream: 'a stream',
    aws_kms_key: 'the key of encrypted data',
    aws_msk_cluster: 'a message log',
    aws_neptune_cluster: 'a database',
    aws_opensearch_domain: 'a search index',
    aws_rds_cluster: 'a database',
    aws_rds_cluster_instance: 'a database instance',
    aws_redshift_cluster: 'a data warehouse',
    aws_route53_zone: 'a DNS zone',
    aws_s3_bucket: 'a bucket',
    aws_s3_object: 'a stored object',
    aws_secretsmanager_secret: 'a secret',
    aws_sqs_queue: 'a queue',
    aws_timestreamwrite_table: 'a database table',
    azurerm_cosmosdb_account: 'a database',
    azurerm_dns_zone: 'a DNS zone',
    azurerm_key_vault: 'keys and secrets',
    azurerm_key_vault_key: 'the key of encrypted data',
    azurerm_linux_virtual_machine: 'a machine and its disks',
    azurerm_managed_disk: 'a disk',
    azurerm_mssql_database: 'a database',
    azurerm_mysql_flexible_server: 'a database',
    azurerm_postgresql_flexible_server: 'a database',
    azurerm_redis_cache: 'a cache',
    azurerm_resource_group: 'everything in a resource group',
    azurerm_storage_account: 'stored objects',
    azurerm_storage_container: 'stored objects',
    cloudflare_zone: 'a DNS zone',
    digitalocean_database_cluster: 'a database',
    digitalocean_volume: 'a disk',
    google_artifact_registry_repository: 'container images',
    google_bigquery_dataset: 'a data warehouse',
    google_bigquery_table: 'a database table',
    google_bigtable_instance: 'a database',
    google_compute_disk: 'a disk',
    google_compute_instance: 'a machine and its disks',
    google_dns_managed_zone: 'a DNS zone',
    google_filestore_instance: 'a file system',
    google_firestore_database: 'a database',
    google_kms_crypto_key: 'the key of encrypted data',
    google_project: 'everything in a project',
    google_pubsub_subscription: 'a queue',
    google_redis_instance: 'a cache',
    google_secret_manager_secret: 'a secret',
    google_spanner_database: 'a database',
    google_spanner_instance: 'a database',
    google_sql_database: 'a database',
    google_sql_database_instance: 'a database',
    google_storage_bucket: 'a bucket',
    helm_release: 'everything in a release',
    hcloud_server: 'a machine and its disks',
    hcloud_volume: 'a disk',
    kubernetes_namespace: 'everything in a namespace',
    kubernetes_namespace_v1: 'everything in a namespace',
    kubernetes_persistent_volume: 'a disk',
    kubernetes_persistent_volume_claim: 'a disk',
    kubernetes_persistent_volume_claim_v1: 'a disk',
    kubernetes_persistent_volume_v1: 'a disk',
    kubernetes_stateful_set: 'pods with disks',
    kubernetes_stateful_set_v1: 'pods with disks',
    mongodbatlas_cluster: 'a database',
    postgresql_database: 'a database',
};
const holds = (type) => Object.hasOwn(STATEFUL, type) ? STATEFUL[type] : undefined;

; 





const LOSSES = {
    delete: 'be destroyed',
    replace: 'be replaced, which destroys what is there',
    forget: 'be forgotten, so that nothing looks after it any more',
    unknown: 'have something done to it that is not known here',
};
const ALLOW = 'name it in `allow-destroy` where that is meant';
const REASONS = {
    replace_because_tainted: 'it is tainted',
    replace_because_cannot_update: 'an attribute cannot be changed in place',
    replace_by_request: 'it was asked for',
    replace_by_triggers: 'what triggers its replacement changes',
    delete_because_no_resource_config: 'the planned configuration does not have it',
    delete_because_wrong_repetition: 'count or for_each are different',
    delete_because_count_index: 'the count is lower',
    delete_because_each_key: 'for_each does not have its key',
    delete_because_no_module: 'the planned configuration does not have its module',
    delete_because_no_move_target: 'it was moved to where nothing is',
};
const reasonOf = ({ reason }) => reason === undefined ? undefined : (REASONS[reason] ?? reason);
function refusals(plan, rules) {
    const touched = plan.changes.filter(changes);
    return [
        ...plan.problems.map((problem) => `the plan cannot be judged, because ${problem}`),
        ...pathsOf(plan, rules),
        ...touched.flatMap((change) => lossOf(change, rules) ?? []),
        ...touched
            .filter((change) => isSecond(change, rules))
            .map(({ address }) => `${address} would be made a second time: the present configuration has it \`removed\`, so Terraform forgot it and it may still be there; import it first, or name it in \`allow-destroy\` where it is gone`),
        ...touched
            .filter(({ address }) => !rules.allowDestroy.includes(address))
            .flatMap((change) => [...lessened(change, plan.drift), ...takenBack(change, rules)].map((loss) => `${change.address} would ${loss}; ${ALLOW}`)),
        ...touched
            .filter((change) => isOutside(change, rules))
            .map(({ address }) => `${address} would change, and \`only-changes\` does not name it`),
    ];
}
function pathsOf(plan, { worktree }) {
    if (worktree === undefined)
        return [];
    const given = [
        ...plan.changes.filter(changes).map(({ address, values }) => ({ name: address, values })),
        ...plan.outputs.map(({ name, values }) => ({ name: `output ${name}`, values })),
    ].filter(({ values }) => JSON.stringify(values.after ?? null).includes(worktree));
    return given.map(({ name }) => `${name} would get the path of the folder in which the older ref is planned, because the configuration uses \`path.cwd\` or a whole path; let it use \`path.module\` and \`path.root\` as they are`);
}
function takenBack(change, { present }) {
    const found = ignoredChanges(change, present?.ignored.get(withoutKeys(change.address)) ?? []);
    if (found.length === 0)
        return [];
    return [
        `set what the present configuration leaves to others by \`ignore_changes\` (${wordsOf(found)}), such as an autoscaler or what deploys the application`,
    ];
}
function warnings(plan, { present, planned, worktree }) {
    const unseen = plan.changes.filter(({ kind, address }) => kind in LOSSES && [...(present?.foreign ?? [])].some((module) => isIn(moduleOf(address), module)));
    return [
        ...unseen.map(({ address }) => `${address} is of a module that is not in this repository, so whether the present configuration says prevent_destroy was not looked at.`),
        ...plan.changes.flatMap((change) => {
            const loss = unprotected(change);
            return loss === undefined ? [] : [`${change.address} would ${loss}.`];
        }),
        ...plan.outputs
            .filter(({ isGone }) => isGone)
            .map(({ name }) => `The output ${name} would be gone, because the planned configuration does not have it; what reads it from this state (\`terraform_remote_state\`) fails then, or takes a default.`),
        ...(worktree === undefined ? [] : [...planned.floating]).map(([address, source]) => `${address} comes from ${source}, which may be newer than what was deployed from the older ref: no lock file keeps versions of modules, so look at what the plan changes there.`),
        ...plan.failedChecks.map((check) => `A check of the configuration fails: ${check}.`),
    ];
}
function lossOf(change, rules) {
    const loss = LOSSES[change.kind];
    if (!loss)
        return undefined;
    const isProtected = rules.present?.protected.has(withoutKeys(change.address));
    const held = holds(change.type);
    const reason = reasonOf(change);
    const isAllowed = change.kind !== 'unknown' && rules.allowDestroy.includes(change.address);
    if (isAllowed && isProtected === false)
        return undefined;
    const parts = [
        `${change.address}${held ? ` (${held})` : ''} would ${loss}`,
        reason && ` because ${reason}`,
        isProtected && ', though the present configuration protects it with prevent_destroy',
        isAllowed && !rules.present && ', and the present configuration, which may protect it, cannot be read',
        !isAllowed && !isProtected && change.kind !== 'unknown' && `; ${ALLOW}`,
    ];
    return parts.filter(Boolean).join('');
}
const isSecond = ({ kind, address }, { allowDestroy, present }) => {
    const plain = withoutKeys(address);
    const isForgotten = [...(present?.forgotten ?? [])].some((each) => plain === each || plain.startsWith(`${each}.`));
    return kind === 'create' && isForgotten && !allowDestroy.includes(address);
};
const isOutside = ({ address }, { onlyChanges }) => onlyChanges.length > 0 && !onlyChanges.some((glob) => matches(glob, address));
function matches(glob, address) {
    const [first = '', ...parts] = glob.split('*');
    const last = parts.pop();
    if (last === undefined)
        return glob === address;
    const end = address.length - last.length;
    if (!address.startsWith(first) || !address.endsWith(last) || end < first.length)
        return false;
    let at = first.length;
    for (const part of parts) {
        const found = address.indexOf(part, at);
        if (found < 0 || found + part.length > end)
            return false;
        at = found + part.length;
    }
    return true;
}
const isIn = (module, other) => module === other || module.startsWith(`${other}.`);

; 


const MAGIC = Buffer.from('rollback-actions plan 1\n');
const SALT = 16;
const IV = 12;
const TAG = 16;
function seal(plan, binding, key) {
    const salt = (0,external_node_crypto_.randomBytes)(SALT);
    const iv = (0,external_node_crypto_.randomBytes)(IV);
    const cipher = (0,external_node_crypto_.createCipheriv)('aes-256-gcm', (0,external_node_crypto_.scryptSync)(key, salt, 32), iv).setAAD(MAGIC);
    const body = Buffer.concat([
        cipher.update(`${JSON.stringify(binding)}\n`),
        cipher.update(plan),
        cipher.final(),
    ]);
    return Buffer.concat([MAGIC, salt, iv, cipher.getAuthTag(), body]);
}
function sealed_plan_open(sealed, key, path) {
    if (!sealed.subarray(0, MAGIC.length).equals(MAGIC)) {
        throw new base_errors .lZ(`${path} is not a plan of this action; make one with \`phase: plan\`.`);
    }
    const [salt, iv, tag, body] = parts(sealed.subarray(MAGIC.length), SALT, IV, TAG);
    try {
        const decipher = (0,external_node_crypto_.createDecipheriv)('aes-256-gcm', (0,external_node_crypto_.scryptSync)(key, salt, 32), iv, { authTagLength: TAG });
        decipher.setAAD(MAGIC).setAuthTag(tag);
        const text = Buffer.concat([decipher.update(body), decipher.final()]);
        const end = text.indexOf('\n');
        return { plan: text.subarray(end + 1), binding: JSON.parse(text.subarray(0, end).toString()) };
    }
    catch (error) {
        throw new base_errors .lZ(`${path} cannot be decrypted: it was changed or cut, or its \`plan-key\` is different.`, { cause: error });
    }
}
function parts(bytes, a, b, c) {
    const ends = [a, a + b, a + b + c];
    return [
        bytes.subarray(0, ends[0]),
        bytes.subarray(ends[0], ends[1]),
        bytes.subarray(ends[1], ends[2]),
        bytes.subarray(ends[2]),
    ];
}
const DIFFERENT = {
    run: 'it was made by another workflow run',
    commit: '`ref` (or the checkout) is at another commit now',
    directory: '`directory` is different',
    workspace: '`workspace` is different',
    variables: '`vars`, `secret-vars` or `var-files` are different',
    terraform: 'the version of Terraform is different',
    lineage: 'the state is a different one',
    serial: 'the state was changed since',
};
function mismatch(planned, present) {
    const keys = Object.keys(DIFFERENT);
    const other = keys.filter((key) => planned[key] !== present[key]).map((key) => DIFFERENT[key]);
    return other.length > 0 ? other.join(', and ') : undefined;
}

; 







async function makePlan({ terraform, varFiles }, lockTimeout, log) {
    const file = await terraform.plan(varFiles, lockTimeout, ({ type, text, diagnostic }) => {
        if (type === 'state_lock_acquire')
            log.info('Waiting for the lock of the state, which another run holds.');
        if (diagnostic?.severity === 'warning')
            log.info(text);
    });
    return { file, plan: readPlan(await terraform.show(file)) };
}
async function putAway({ file }, prepared, request, envelope) {
    const key = envelope.key ?? (0,external_node_crypto_.randomBytes)(32).toString('base64');
    if (!envelope.key)
        (0,files .pb)(envelope.keyFile, key);
    const sealed = seal((0,external_node_fs_.readFileSync)(file), await bindingOf(prepared, request, envelope), key);
    (0,files .pb)(envelope.path, sealed);
}
async function takeOut(prepared, request, envelope, scratch) {
    const { path } = envelope;
    if (!(0,external_node_fs_.existsSync)(path)) {
        throw new base_errors .lZ(`There is no plan ${path}; make one with \`phase: plan\`, and bring the file here where that was another job.`);
    }
    const { plan, binding } = sealed_plan_open((0,external_node_fs_.readFileSync)(path), keyOf(envelope), path);
    const other = mismatch(binding, await bindingOf(prepared, request, envelope));
    if (other) {
        throw new base_errors .lZ(`The plan ${path} is not applied, because ${other}; plan again and have that reviewed.`);
    }
    const file = (0,external_node_path_.join)(scratch, 'plan');
    (0,files .pb)(file, plan);
    return { file, plan: readPlan(await prepared.terraform.show(file)) };
}
async function bindingOf(prepared, request, { run }) {
    return {
        run,
        commit: prepared.commit,
        directory: request.directory,
        workspace: prepared.workspace,
        variables: prepared.variables,
        terraform: prepared.version,
        ...(await prepared.terraform.state()),
    };
}
function keyOf({ key, keyFile }) {
    if (key)
        return key;
    if ((0,external_node_fs_.existsSync)(keyFile))
        return (0,external_node_fs_.readFileSync)(keyFile, 'utf8');
    throw new base_errors .lZ('This plan was made in another job, whose own key stayed there; give both the same secret in `plan-key`.');
}

var terraform_arguments = __webpack_require__(15930);
; 
const REMOVED = /^(INPUT_|STATE_|ACTIONS_(?!ID_TOKEN)|GITHUB_(ENV|OUTPUT|STATE|STEP_SUMMARY|PATH)$|TF_CLI_ARGS|TF_LOG|TF_WORKSPACE$|TF_DATA_DIR$|TF_INPUT$|TF_REATTACH)/;
function environmentFor(env, data) {
    const kept = Object.entries(env).filter(([name]) => !REMOVED.test(name));
    return {
        ...Object.fromEntries(kept),
        TF_DATA_DIR: data,
        TF_IN_AUTOMATION: '1',
        TF_INPUT: '0',
        CHECKPOINT_DISABLE: '1',
        GIT_TERMINAL_PROMPT: '0',
    };
}
const ignored = (env) => Object.keys(env).filter((name) => /^TF_LOG/.test(name) && env[name]);

var time_limit = __webpack_require__(2609);
var client = __webpack_require__(25019);
var quote = __webpack_require__(55737);
; 




async function pgLockHolder(data, env, signal) {
    try {
        const { type, config } = pg_lock_backendOf(data);
        const url = config.conn_str || env.PG_CONN_STR;
        if (type !== 'pg' || !url)
            return undefined;
        const schema = config.schema_name || env.PG_SCHEMA_NAME || 'terraform_remote_state';
        const table = config.table_name || env.PG_TABLE_NAME || 'states';
        const holder = await find(withTls(url), (0,quote .Z8)({ schema, name: table }), workspaceOf(data), signal);
        return holder && describeHolder(holder);
    }
    catch {
        return undefined;
    }
}
async function find(url, table, workspace, signal) {
    const { Server } = await Promise.all( [__webpack_require__.e(6628), __webpack_require__.e(1149)]).then(__webpack_require__.bind(__webpack_require__, 81149));
    const limited = AbortSignal.any([signal, AbortSignal.timeout(waits .r.TERRAFORM_PG_LOCK_MS)]);
    const server = Server.parse(url, { signal: limited, mask: () => { } });
    const [holder] = await server.use(server.database, (session) => session.query(`SELECT a.pid, a.usename AS user, host(a.client_addr) AS address, a.backend_start AS since
       FROM ${table} s
       JOIN pg_locks l ON (l.classid::bigint << 32 | l.objid::bigint) = s.id AND l.objsubid = 1
       JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
       JOIN pg_stat_activity a ON a.pid = l.pid
       WHERE s.name = $1 AND l.locktype = 'advisory' AND l.granted`, [workspace]));
    return holder;
}
function describeHolder({ pid, user, address, since }) {
    const from = address ? ` from ${address}` : '';
    const time = since ? ` since ${since.toISOString()}` : '';
    return `${user}${from}, connected${time} as process ${pid} of PostgreSQL`;
}
function pg_lock_backendOf(data) {
    const { backend } = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(data, 'terraform.tfstate'), 'utf8'));
    return { config: {}, ...backend };
}
function workspaceOf(data) {
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(data, 'environment'), 'utf8').trim() || 'default';
    }
    catch {
        return 'default';
    }
}
function withTls(text) {
    const url = new URL(text);
    if (!url.searchParams.has('sslmode'))
        url.searchParams.set('sslmode', 'require');
    return url.toString();
}

; 











const MAX_LINES = 10_000;
const MAX_DIAGNOSTICS = 100;
const STATE = dist .Ikc({ lineage: dist .lqM(dist .YjP(), ''), serial: dist .lqM(dist .aig(), 0) });
class Terraform {
    #program;
    #place;
    #where;
    #scratch;
    #data;
    #added;
    #calls = 0;
    constructor(program, options) {
        const { directory, where, scratch, data, added, signal } = options;
        this.#program = findProgram(program, process.env.PATH);
        this.#place = { directory, signal, environment: environmentFor(process.env, data) };
        this.#where = where;
        this.#scratch = scratch;
        this.#data = (0,external_node_path_.resolve)(directory, data);
        this.#added = added;
    }
    async version() {
        const output = await this.#read(['version', '-json']);
        return JSON.parse(output).terraform_version;
    }
    async init(backendFiles) {
        const args = [
            'init',
            '-input=false',
            '-no-color',
            ...this.#added.init,
            ...(backendFiles.length > 0 ? ['-reconfigure'] : []),
            ...backendFiles.map((file) => `-backend-config=${file}`),
        ];
        await this.#plain('init', args);
    }
    async selectWorkspace(name) {
        await this.#plain(`workspace select ${name}`, ['workspace', 'select', '-no-color', name]);
    }
    async plan(varFiles, lockTimeout, onMessage) {
        const path = (0,external_node_path_.join)(this.#scratch, 'plan');
        const files = varFiles.map((file) => `-var-file=${file}`);
        const usual = ['-input=false', '-json', `-lock-timeout=${lockTimeout}s`];
        await this.#follow('plan', ['plan', ...this.#added.plan, ...usual, ...files, `-out=${path}`], onMessage);
        return path;
    }
    async workspaces() {
        const output = await this.#read(['workspace', 'list', '-no-color']);
        return output
            .split('\n')
            .map((line) => line.replace('*', '').trim())
            .filter((name) => name !== '');
    }
    show(planFile) {
        return this.#read(['show', '-json', '-no-color', planFile]);
    }
    async state() {
        const output = await this.#read(['state', 'pull']);
        const json = output.trim() === '' ? {} : (0,client .o_)(output);
        const { success, output: state } = dist .xLC(STATE, Array.isArray(json) ? undefined : json);
        if (!success)
            throw new base_errors .lZ(`What the backend of ${this.#where} gives as its state is not a state; see what \`terraform state pull\` says.`);
        const { lineage, serial } = state;
        return { lineage, serial };
    }
    async apply(planFile, varFiles, lockTimeout, onMessage, watch) {
        const files = varFiles.map((file) => `-var-file=${file}`);
        const args = ['-input=false', '-json', `-lock-timeout=${lockTimeout}s`, ...files, planFile];
        await this.#follow('apply', ['apply', ...this.#added.apply, ...args], onMessage, watch);
    }
    async pushStateIfLeft(file) {
        if (!(0,external_node_fs_.existsSync)(file))
            return false;
        const signal = (0,time_limit .z)(waits .r.TERRAFORM_PUSH_MS, '`terraform state push` did not end');
        await this.#plain('state push', ['state', 'push', file], { ...this.#place, signal });
        return true;
    }
    async outputs() {
        return JSON.parse(await this.#read(['output', '-json', '-no-color']));
    }
    async #read(args) {
        const since = Date.now();
        const { code, output, errors } = await capture(this.#program, args, this.#place);
        if (code === 0)
            return output;
        throw await this.#failed(args.slice(0, 2).join(' '), parseErrors(errors), since);
    }
    async #plain(what, args, place = this.#place) {
        const since = Date.now();
        const lines = [];
        const code = await follow(this.#program, args, place, {
            file: this.#file(),
            onLine(line) {
                lines.push(line);
                if (lines.length > MAX_LINES)
                    lines.shift();
            },
        });
        if (code === 0)
            return;
        place.signal.throwIfAborted();
        throw await this.#failed(what, parseErrors(lines.join('\n')), since);
    }
    async #follow(what, args, onMessage, watch) {
        const since = Date.now();
        const diagnostics = [];
        const file = this.#file();
        const code = await follow(this.#program, args, this.#place, {
            file,
            onLine(line) {
                const message = parseMessage(line);
                if (message.diagnostic && diagnostics.length < MAX_DIAGNOSTICS)
                    diagnostics.push(message.diagnostic);
                onMessage(message);
            },
            ...(watch && { onStart: (pid) => watch.onStart(pid, file), onInterrupt: watch.onInterrupt }),
        });
        if (code === 0)
            return;
        this.#place.signal.throwIfAborted();
        if (code === null)
            throw new base_errors .lZ(`terraform ${what} of ${this.#where} was killed by something on the runner; run it again.`);
        throw await this.#failed(what, diagnostics, since);
    }
    #file() {
        this.#calls += 1;
        return (0,external_node_path_.join)(this.#scratch, `output-${this.#calls}`);
    }
    async #failed(what, diagnostics, since) {
        const { environment, signal } = this.#place;
        const holder = isLockedByUnknown(diagnostics, since)
            ? await pgLockHolder(this.#data, environment, signal)
            : undefined;
        return explain(what, this.#where, diagnostics, since, holder);
    }
}

var slashes = __webpack_require__(71581);
; 


const PLACES = {
    azurerm: { storage_account_name: undefined, container_name: undefined, key: undefined },
    consul: { address: undefined, path: undefined },
    cos: { bucket: undefined, prefix: undefined, key: undefined },
    gcs: { bucket: undefined, prefix: undefined },
    http: { address: undefined },
    kubernetes: { secret_suffix: undefined, namespace: 'default' },
    local: { path: 'terraform.tfstate' },
    oss: { bucket: undefined, prefix: 'env:', key: 'terraform.tfstate' },
    pg: { conn_str: undefined, schema_name: 'terraform_remote_state', table_name: 'states' },
    remote: { hostname: 'app.terraform.io', organization: undefined },
    s3: { bucket: undefined, key: undefined, endpoint: undefined },
};
const PLACES_OF_WORKSPACES = {
    local: { workspace_dir: 'terraform.tfstate.d' },
    s3: { workspace_key_prefix: 'env:' },
};
function isSamePlace(a, b, given, workspace) {
    return placeOf(a, given, workspace) === placeOf(b, given, workspace);
}
function unknownPlace(block, given, workspace) {
    const names = namesOf(state_place_typeOf(block), workspace);
    return Object.entries(block?.attributes ?? {})
        .filter(([name, text]) => (!names || Object.hasOwn(names, name)) && !given[name] && isExpression(text))
        .map(([name, text]) => `${name} = ${text}`)[0];
}
const isExpression = (text) => (0,hcl .q)(text) === undefined && /\b(var|local)\./.test(text);
const state_place_typeOf = (block) => block === undefined ? 'local' : block.type === 'cloud' ? 'remote' : (block.labels[0] ?? '');
function namesOf(type, workspace) {
    const known = PLACES[type];
    return known && { ...known, ...(workspace === 'default' ? {} : PLACES_OF_WORKSPACES[type]) };
}
function placeOf(block, given, workspace) {
    const type = state_place_typeOf(block);
    const settings = { ...settingsOf(block), ...given };
    const names = namesOf(type, workspace);
    const place = names
        ? Object.entries(names).map(([name, otherwise]) => [name, normal(name, settings[name] ?? otherwise)])
        : Object.entries(settings).sort();
    const inner = (block?.blocks ?? []).filter(({ type }) => !names || type === 'workspaces');
    return JSON.stringify([type, place, inner.map(state_place_textsOf)]);
}
function settingsOf(block) {
    const own = Object.entries(block?.attributes ?? {}).map(([name, text]) => [name, (0,hcl .q)(text) ?? text]);
    const endpoint = endpointIn(block);
    return Object.fromEntries([
        ...own,
        ...(endpoint === undefined ? [] : [['endpoint', endpoint]]),
    ]);
}
function endpointIn(block) {
    const nested = block?.blocks.find(({ type }) => type === 'endpoints')?.attributes.s3;
    const text = nested ?? /\bs3\s*[=:]\s*("[^"\n]*")/.exec(block?.attributes.endpoints ?? '')?.[1];
    return text === undefined ? undefined : ((0,hcl .q)(text) ?? text);
}
const state_place_textsOf = ({ type, labels, attributes, blocks }) => [
    type,
    labels,
    Object.entries(attributes).sort(),
    blocks.map(state_place_textsOf),
];
function normal(name, text) {
    if (text === undefined)
        return undefined;
    if (name === 'path' || name === 'workspace_dir')
        return text.replace(/^(\.\/)+|(?<!\/)\/+$/g, '');
    if (name !== 'conn_str')
        return (0,slashes .h)(text);
    const url = URL.parse(text);
    return url ? `${url.host}${url.pathname}` : text;
}

; 



function inside(folder, from, name, input, missing = '') {
    const path = (0,external_node_path_.resolve)(from, name);
    if (!(0,external_node_fs_.existsSync)(path)) {
        throw new base_errors .lZ(`${JSON.stringify(name)} of \`${input}\` does not exist${missing}.`);
    }
    const real = (0,external_node_fs_.realpathSync)(path);
    const way = (0,external_node_path_.relative)((0,external_node_fs_.realpathSync)(folder), real);
    if (way.startsWith('..') || (0,external_node_path_.isAbsolute)(way)) {
        throw new base_errors .lZ(`${JSON.stringify(name)} of \`${input}\` is outside of the checkout; give a path in it.`);
    }
    return real;
}

var infra_values = __webpack_require__(7579);
; 






function writeVariables(request, deploy, { variables }, folders) {
    const deployed = deploy.variables.map((variable, index) => 'file' in variable
        ? variable_files_fileOf(variable.file, 'TF_CLI_ARGS', folders)
        : writePrivate((0,external_node_path_.join)(folders.scratch, `deploy-${index}.tfvars`), (0,infra_values .JM)(variable.name, variable.value, variables)));
    const given = request.varFiles.map((name) => variable_files_fileOf(name, 'var-files', folders));
    const values = JSON.stringify((0,infra_values .Ec)(request.assignments, variables));
    const own = writePrivate((0,external_node_path_.join)(folders.scratch, 'values.tfvars.json'), values);
    const hash = (0,external_node_crypto_.createHash)('sha256').update(values);
    for (const file of [...deployed, ...given])
        hash.update((0,external_node_crypto_.createHash)('sha256').update((0,external_node_fs_.readFileSync)(file)).digest('hex'));
    return { files: [...deployed, ...given, own], hash: hash.digest('hex') };
}
function variable_files_fileOf(name, input, { planned, root, checkout }) {
    if (!(0,external_node_path_.isAbsolute)(name))
        return inside(root, planned, name, input);
    if (!(0,external_node_fs_.existsSync)(name) && (0,external_node_path_.relative)(checkout, name).startsWith('..'))
        throw new base_errors .lZ(`The file ${name} of \`${input}\` does not exist.`);
    const real = (0,external_node_fs_.existsSync)(name) ? (0,external_node_fs_.realpathSync)(name) : name;
    const way = (0,external_node_path_.relative)(checkout, real);
    return way.startsWith('..') || (0,external_node_path_.isAbsolute)(way)
        ? real
        : inside(root, root, way, input, ' in the planned commit');
}
function writePrivate(path, content) {
    (0,external_node_fs_.writeFileSync)(path, content, { mode: 0o600 });
    return path;
}

; 






function readInitialized(data) {
    const file = (0,external_node_path_.join)(data, 'terraform.tfstate');
    const environment = (0,external_node_path_.join)(data, 'environment');
    const workspace = (0,external_node_fs_.existsSync)(environment) ? (0,external_node_fs_.readFileSync)(environment, 'utf8').trim() : '';
    return {
        file: (0,external_node_fs_.existsSync)(file) ? file : undefined,
        settings: (0,external_node_fs_.existsSync)(file) ? backend_settingsOf(file) : {},
        workspace: workspace === '' ? undefined : workspace,
    };
}
function backend_settingsOf(file) {
    try {
        const { backend } = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
        const entries = Object.entries(backend?.config ?? {}).filter(([, value]) => typeof value === 'string');
        return Object.fromEntries(entries);
    }
    catch {
        throw new base_errors .lZ(`${file} cannot be read, so where the state is remains unknown; run \`terraform init\` again.`);
    }
}
function backendFiles({ settings, files }, directory, scratch) {
    const given = files.map((name) => existing((0,external_node_path_.resolve)(directory, name)));
    if (settings.size === 0)
        return given;
    const own = JSON.stringify(Object.fromEntries(settings));
    return [...given, writePrivate((0,external_node_path_.join)(scratch, 'backend.tfbackend.json'), own)];
}
function existing(path) {
    if (!(0,external_node_fs_.existsSync)(path))
        throw new base_errors .lZ(`The file ${path} of \`backend-config\` does not exist.`);
    return path;
}
function requireSamePlace(present, planned, { ref, given, workspace }) {
    const unknown = unknownPlace(present.backend, given, workspace);
    if (unknown !== undefined)
        throw new base_errors .lZ(`The backend says where the state is by \`${unknown}\`, whose value at ${ref} is not known here; give the present one in \`backend-config\`.`);
    if (isSamePlace(present.backend, planned.backend, given, workspace))
        return;
    throw new base_errors .lZ(`${ref} has another backend than the present configuration, whose state is elsewhere, so it describes other resources than today's; roll back to a ref with the present backend, or by \`vars\` alone.`);
}
function givenSettings({ settings, files }, directory, initialized, present) {
    const earlier = Object.entries(initialized.settings).filter(([name]) => present.backend?.attributes[name] === undefined);
    const fromFiles = files.flatMap((name) => attributesOf(existing((0,external_node_path_.resolve)(directory, name))));
    return Object.fromEntries([...earlier, ...fromFiles, ...settings]);
}
function attributesOf(file) {
    const text = (0,external_node_fs_.readFileSync)(file, 'utf8');
    const values = file.endsWith('.json')
        ? Object.entries(JSON.parse(text))
        : Object.entries((0,hcl .z)(`backend {\n${text}\n}`, file)[0]?.attributes ?? {}).map(([name, value]) => [name, (0,hcl .q)(value) ?? value]);
    return values.map(([name, value]) => [name, String(value)]);
}
const isLocal = ({ backend }) => !backend || (backend.type === 'backend' && backend.labels[0] === 'local');
function writeTodaysBackend(present, { directory, worktree, given }) {
    const file = (0,external_node_path_.join)(worktree, 'rollback_actions_override.tf');
    const { backend, backendFile } = present;
    if (isLocal(present)) {
        const setting = (name, otherwise) => (0,external_node_path_.resolve)(directory, given[name] ?? (0,hcl .q)(backend?.attributes[name] ?? '') ?? otherwise);
        const local = {
            path: setting('path', 'terraform.tfstate'),
            workspace_dir: setting('workspace_dir', 'terraform.tfstate.d'),
        };
        writePrivate(`${file}.json`, JSON.stringify({ terraform: { backend: { local } } }));
    }
    else if (backendFile?.endsWith('.json'))
        writePrivate(`${file}.json`, JSON.stringify({ terraform: backendIn(JSON.parse((0,external_node_fs_.readFileSync)(backendFile, 'utf8'))) }));
    else if (backend)
        writePrivate(file, `terraform {\n${textOf(backend)}}\n`);
}
function writeTodaysEncryption(present, planned, { worktree, ref }) {
    if (present.encryption)
        writePrivate((0,external_node_path_.join)(worktree, 'rollback_actions_encryption_override.tf'), `terraform {\n${textOf(present.encryption)}}\n`);
    else if (planned.encryption)
        throw new base_errors .lZ(`${ref} encrypts the state and the present configuration does not, so the next deploy could not read what a rollback writes; roll back to a ref without the \`encryption\` block, or by \`vars\` alone.`);
}
function backendIn(json) {
    const parts = [json.terraform ?? []].flat();
    const { backend, cloud } = parts.findLast((part) => part.backend ?? part.cloud) ?? {};
    return backend === undefined ? { cloud } : { backend };
}
function textOf({ type, labels, attributes, blocks }) {
    const values = Object.entries(attributes).map(([name, value]) => `${name} = ${value}\n`);
    return `${type} ${labels.map((label) => JSON.stringify(label)).join(' ')} {\n${values.join('')}${blocks.map(textOf).join('')}}\n`;
}

; 




const TERRAFORMS_OWN = /(^|\/)(\.terraform|\.git|terraform\.tfstate\.d)(\/|$)|\.tfstate(\.|$)|(^|\/)\.terraform\.tfstate/;
const IS_NO_INPUT = /(^|\/)(\.terraform\.lock\.hcl|[^/]*\.md|\.gitignore)$/;
async function carryOver(repository, { directory, worktree, ours }) {
    const inDirectory = (path) => !(0,external_node_path_.relative)(directory, (0,external_node_path_.join)(repository.top, path)).startsWith('..');
    const changed = (await repository.changed()).filter((path) => inDirectory(path) && !IS_NO_INPUT.test(path) && !TERRAFORMS_OWN.test(path));
    if (changed.length > 0)
        throw new base_errors .lZ(`${listed(changed)} ${changed.length === 1 ? 'is' : 'are'} changed in this checkout and not committed, so an older ref would be planned without that; commit it or undo it, or give its values in \`vars\`.`);
    const isOurs = (path) => ours.some((folder) => !(0,external_node_path_.relative)(folder, (0,external_node_path_.join)(repository.top, path)).startsWith('..'));
    const found = (await repository.untracked())
        .flatMap((path) => (path.endsWith('/') ? filesIn(repository.top, path) : [path]))
        .filter((path) => !TERRAFORMS_OWN.test(path) && !isOurs(path));
    const carried = found.filter((path) => take((0,external_node_path_.join)(repository.top, path), (0,external_node_path_.join)(worktree, path), inDirectory(path)));
    return carried.filter(inDirectory);
}
function filesIn(top, folder) {
    const entries = (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(top, folder), { withFileTypes: true }).filter(({ name }) => name !== '.git');
    return entries.flatMap((entry) => entry.isDirectory() ? filesIn(top, `${folder}${entry.name}/`) : [`${folder}${entry.name}`]);
}
function take(from, to, isCopied) {
    const kind = (0,external_node_fs_.lstatSync)(from, { throwIfNoEntry: false });
    if (!kind || (0,external_node_fs_.existsSync)(to) || !(kind.isFile() || kind.isSymbolicLink()))
        return false;
    if (!isReachable((0,external_node_path_.dirname)(to)))
        return false;
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(to), { recursive: true });
    if (kind.isSymbolicLink())
        (0,external_node_fs_.symlinkSync)((0,external_node_fs_.readlinkSync)(from), to);
    else if (isCopied)
        (0,external_node_fs_.copyFileSync)(from, to, external_node_fs_.constants.COPYFILE_FICLONE);
    else
        linkOrCopy(from, to);
    return true;
}
function isReachable(folder) {
    if (!(0,external_node_fs_.existsSync)(folder))
        return (0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false }) === undefined && isReachable((0,external_node_path_.dirname)(folder));
    return (0,external_node_fs_.realpathSync)(folder) === folder && (0,external_node_fs_.lstatSync)(folder).isDirectory();
}
function linkOrCopy(from, to) {
    try {
        (0,external_node_fs_.linkSync)(from, to);
    }
    catch {
        (0,external_node_fs_.copyFileSync)(from, to, external_node_fs_.constants.COPYFILE_FICLONE);
    }
}
const listed = (names) => (0,sentence .eZ)(names, 5);

; 

function movedBack(present, planned, { directory, root }) {
    const texts = new Map([[directory, new Set(reversed(present.moved, planned.moved))]]);
    for (const [address, { folder, moved }] of planned.modules) {
        if ((0,external_node_path_.relative)(root, folder).startsWith('..'))
            continue;
        const own = texts.get(folder) ?? new Set();
        for (const text of reversed(present.modules.get(address)?.moved ?? [], moved))
            own.add(text);
        texts.set(folder, own);
    }
    const some = [...texts].filter(([, own]) => own.size > 0);
    return new Map(some.map(([folder, own]) => [folder, [...own].join('')]));
}
function reversed(present, planned) {
    const known = new Set(planned.map(moved_keyOf));
    const back = present.filter((move) => !known.has(moved_keyOf(move)) && !planned.some(isReverseOf(move)));
    return back.map(({ from, to }) => `moved {\n  from = ${to}\n  to   = ${startOf(from, planned)}\n}\n`);
}
function startOf(address, moves) {
    const way = new Set([address]);
    for (const each of way) {
        const before = moves.find(({ to }) => to === each);
        if (before && way.has(before.from))
            return address;
        if (before)
            way.add(before.from);
    }
    return [...way].at(-1);
}
const moved_keyOf = ({ from, to }) => `${from} ${to}`;
const isReverseOf = (move) => ({ from, to }) => from === move.to && to === move.from;

; 
















async function prepare(request, surroundings) {
    const { base, scratch } = surroundings;
    const directory = inside(base, base, request.directory, 'directory');
    const deploy = (0,terraform_arguments .a)(process.env);
    (0,external_node_fs_.mkdirSync)(scratch, { mode: 0o700 });
    const closing = [async () => (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true })];
    const close = async () => {
        for (const step of closing.toReversed())
            await step();
    };
    try {
        const source = await (request.ref === undefined
            ? inPlace(directory, surroundings, closing)
            : inWorktree(request.ref, request, directory, deploy, surroundings, closing));
        return { ...(await connect(request, source, deploy, { ...surroundings, directory })), close };
    }
    catch (error) {
        return await (0,settled ._W)(() => Promise.reject(error), close);
    }
}
async function inPlace(directory, { base, scratch }, closing) {
    const data = dataName(process.env);
    keepData((0,external_node_path_.resolve)(directory, data), scratch);
    closing.push(async () => giveDataBack((0,external_node_path_.resolve)(directory, data), scratch));
    const repository = await Repository.of(directory);
    const configuration = readConfiguration(directory);
    const commit = (await repository?.head()) ?? '';
    return {
        planned: directory,
        root: base,
        worktree: undefined,
        data,
        commit,
        present: configuration,
        configuration,
        hasBackend: false,
    };
}
async function inWorktree(ref, request, directory, deploy, { scratch, log }, closing) {
    const repository = await Repository.required(directory, request.directory);
    const commit = await repository.pin(ref);
    const { path: worktree, remove } = await repository.worktree(commit, scratch, log.warn);
    closing.push(remove);
    const { top } = repository;
    const missing = ` in ${ref} (${commit.slice(0, 12)})`;
    const planned = inside(worktree, worktree, (0,external_node_path_.relative)(top, directory) || '.', 'directory', missing);
    for (const file of ['terraform.tfstate', 'terraform.tfstate.d'])
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(planned, file), { recursive: true, force: true });
    const name = dataName(process.env);
    const earlier = (0,external_node_path_.resolve)(directory, name);
    const carried = await carryOver(repository, { directory, worktree, ours: [scratch, earlier] });
    if (carried.length > 0)
        log.info(`Not in git, and taken from this checkout: ${listed(carried)}`);
    const present = readPresent(directory, log);
    const configuration = readConfiguration(planned);
    const data = dataInWorktree(name, { top, worktree, scratch });
    const initialized = readInitialized(earlier);
    const backendConfig = withDeploy(request.backendConfig, deploy);
    if (present) {
        const given = givenSettings(backendConfig, directory, initialized, present);
        const workspace = request.workspace ?? initialized.workspace ?? 'default';
        requireSamePlace(present, configuration, { ref, given, workspace });
        writeTodaysBackend(present, { directory, worktree: planned, given });
        writeTodaysEncryption(present, configuration, { worktree: planned, ref });
        for (const [folder, moves] of movedBack(present, configuration, { directory: planned, root: worktree }))
            writePrivate((0,external_node_path_.join)(inside(worktree, worktree, folder, 'directory'), 'rollback_actions_moved.tf'), moves);
    }
    const hasBackend = present !== undefined && isLocal(present);
    takeData(earlier, (0,external_node_path_.resolve)(planned, data), { withBackend: !hasBackend && isEmpty(backendConfig) });
    return { planned, root: worktree, worktree, data, commit, present, configuration, hasBackend };
}
async function connect(request, { planned, root, worktree, data, commit, present, configuration, hasBackend }, deploy, { base, directory, scratch, signal, log }) {
    const unheard = ignored(process.env);
    if (unheard.length > 0)
        log.warn(`${unheard.join(', ')} would write secrets, so Terraform does not get it.`);
    if (deploy.blind.length > 0)
        log.warn(`${deploy.blind.join(' and ')} says -refresh=false, which is not passed on: what an autoscaler or a person has changed since would be overlooked, and taken back.`);
    const checkout = worktree === undefined ? base : checkoutOf(directory, planned, worktree);
    const variables = writeVariables(request, deploy, configuration, { planned, root, checkout, scratch });
    const options = { directory: planned, where: request.directory, scratch, data, added: deploy, signal };
    const terraform = new Terraform(request.program, options);
    const version = await terraform.version();
    const files = hasBackend ? [] : backendFiles(withDeploy(request.backendConfig, deploy), directory, scratch);
    await terraform.init(files);
    const current = readInitialized((0,external_node_path_.resolve)(planned, data)).workspace ?? 'default';
    const workspace = request.workspace ?? current;
    if (workspace !== current)
        await terraform.selectWorkspace(workspace);
    return {
        terraform,
        present,
        planned: configuration,
        varFiles: variables.files,
        applyVarFiles: configuration.isEphemeral ? variables.files : [],
        directory: planned,
        worktree,
        workspace,
        commit,
        version,
        variables: variables.hash,
        deployLockTimeout: deploy.lockTimeout,
    };
}
const checkoutOf = (directory, planned, worktree) => (0,external_node_path_.resolve)(directory, (0,external_node_path_.relative)(planned, worktree));
function withDeploy(given, { backendConfig }) {
    const deployed = (0,infra_values .az)(backendConfig);
    return {
        settings: new Map([...deployed.settings, ...given.settings]),
        files: [...deployed.files, ...given.files],
    };
}
const isEmpty = ({ settings, files }) => settings.size === 0 && files.length === 0;
function readPresent(directory, log) {
    try {
        return readConfiguration(directory);
    }
    catch (error) {
        log.warn(`The present configuration cannot be read, so nothing may be destroyed: ${(0,base_errors .bD)(error)}`);
        return undefined;
    }
}

var markdown = __webpack_require__(26963);
; 




const MAX_ATTRIBUTES = 40;
const WORDS = {
    none: 'stays',
    read: 'is read',
    create: 'is created',
    update: 'is updated in place',
    import: 'is imported',
    move: 'moves',
    replace: 'is replaced',
    delete: 'is destroyed',
    forget: 'is forgotten',
    unknown: 'has something unknown done to it',
};
const ICONS = {
    create: '🟢',
    update: '🟡',
    import: '🔵',
    move: '🔵',
    replace: '🔴',
    delete: '🔴',
    forget: '🟠',
    unknown: '🔴',
};
function toOutput(plan) {
    return plan.changes.filter(changes).map((change) => ({
        address: change.address,
        actions: change.kind === 'move' || change.kind === 'import' ? [change.kind] : change.actions,
        reason: reasonOf(change) ?? null,
    }));
}
function toLines(plan) {
    const drift = plan.drift.flatMap((change) => [`drift: ${driftOf(change)}`, ...differenceLines(change)]);
    const done = plan.changes
        .filter(changes)
        .flatMap((change) => [describeInfraChange(change), ...differenceLines(change)]);
    const outputs = plan.outputs.flatMap(({ name, values }) => [
        `output ${name} changes`,
        ...differences(values).map(line),
    ]);
    return [...drift, ...done, ...outputs];
}
function summaryOf(sentence, plan, { refused = [], warned = [] } = {}) {
    const touched = plan.changes.filter(changes);
    const parts = [
        `## ${(0,markdown .tJ)(sentence)}`,
        section('Refused', refused.map((reason) => `- ⛔ ${(0,markdown .tJ)(reason)}`)),
        section('Warnings', warned.map((warning) => `- ⚠️ ${(0,markdown .tJ)(warning)}`)),
        plan.drift.length > 0 &&
            `### Changed outside of Terraform\n\n${plan.drift.map((change) => details(`⚠️ ${(0,markdown .aY)(change.address)} ${driftWord(change)}`, change)).join('\n')}`,
        touched.length > 0 &&
            `### What the plan does\n\n${touched.map((change) => details(`${ICONS[change.kind] ?? ''} ${(0,markdown .aY)(change.address)} ${(0,markdown .tJ)(render_wordsOf(change))}`, change)).join('\n')}`,
        plan.outputs.length > 0 &&
            `### Outputs that change\n\n${differenceTable(plan.outputs.flatMap(({ name, values }) => differences(values).map((item) => ({ ...item, path: `${name}${item.path && `.${item.path}`}` }))))}`,
    ];
    return `${parts.filter(Boolean).join('\n\n')}\n`;
}
const describeInfraChange = (change) => `${change.address} ${render_wordsOf(change)}`;
function render_wordsOf(change) {
    const reason = reasonOf(change);
    const from = change.movedFrom ? ` (it was ${change.movedFrom})` : '';
    return `${WORDS[change.kind]}${from}${reason ? `, because ${reason}` : ''}`;
}
const driftOf = (change) => `${change.address} ${driftWord(change)}`;
const driftWord = ({ kind }) => kind === 'delete' ? 'was deleted outside of Terraform' : 'was changed outside of Terraform';
const shownDifferences = (change) => change.kind === 'delete' || change.kind === 'forget' ? [] : differences(change.values);
function differenceLines(change) {
    return limited(shownDifferences(change).map(line));
}
const line = ({ path, before, after }) => `    ${path || 'value'}: ${before} → ${after}`;
function details(head, change) {
    const found = shownDifferences(change);
    if (found.length === 0)
        return `${head}<br>`;
    return `<details><summary>${head}</summary>\n\n${differenceTable(found)}\n\n</details>`;
}
function differenceTable(found) {
    const rows = found
        .slice(0, MAX_ATTRIBUTES)
        .map(({ path, before, after }) => [(0,markdown .aY)(path), (0,markdown .aY)(before), (0,markdown .aY)(after)]);
    const more = found.length > MAX_ATTRIBUTES ? `\n\n… and ${found.length - MAX_ATTRIBUTES} more` : '';
    return `${(0,markdown .tp)(['Attribute', 'Before', 'After'], rows)}${more}`;
}
const limited = (lines) => lines.length > MAX_ATTRIBUTES
    ? [...lines.slice(0, MAX_ATTRIBUTES), `    … and ${lines.length - MAX_ATTRIBUTES} more`]
    : lines;
const section = (title, items) => items.length > 0 ? `### ${title}\n\n${items.join('\n')}` : '';

; 


async function requireState(plan, { terraform, workspace }, { directory }) {
    if (!plan.isFromNothing)
        return;
    const makesNothing = !plan.changes.some(changes) && plan.outputs.length === 0;
    const others = (await terraform.workspaces()).filter((name) => name !== workspace);
    const there = others.length > 0 ? `; there are also the workspaces ${others.join(', ')}` : '';
    const then = makesNothing ? 'so there is nothing to roll back' : 'so all of it would be made anew';
    throw new base_errors .lZ(`Nothing was changed in ${directory}: the state of its workspace ${workspace} has no resources, ${then}; check \`backend-config\` and \`workspace\`${there}.`);
}

; 
















const USUAL_LOCK_TIMEOUT = 60;
const STEP = 'roll back';
async function main(inputs, request, context) {
    const scratch = scratchOf(inputs, context);
    const base = baseOf();
    await recoverInterruptedApply(scratch, (0,external_node_path_.join)(base, inputs.directory), context);
    context.signal.throwIfAborted();
    const cleanedUp = context.registerCleanup();
    const prepared = await prepare(request, { base, scratch, signal: context.signal, log: context.log });
    return await (0,settled ._W)(() => rollBack(inputs, request, { ...prepared, scratch }, context), () => prepared.close().then(cleanedUp));
}
async function post(inputs, context) {
    await recoverInterruptedApply(scratchOf(inputs, context), (0,external_node_path_.join)(baseOf(), inputs.directory), context);
}
async function rollBack(inputs, request, prepared, context) {
    const envelope = envelopeOf(inputs, context);
    const planned = inputs.phase === 'apply'
        ? await takeOut(prepared, request, envelope, prepared.scratch)
        : await makePlan(prepared, lockTimeoutOf(inputs, prepared), context.log);
    const { plan } = planned;
    for (const text of plan.secrets)
        context.mask(text);
    const rules = {
        allowDestroy: (0,infra_values .ug)(inputs.allowDestroy),
        onlyChanges: (0,infra_values .ug)(inputs.onlyChanges),
        present: prepared.present,
        planned: prepared.planned,
        worktree: prepared.worktree,
    };
    await requireState(plan, prepared, request);
    const refused = refusals(plan, rules);
    const warned = warnings(plan, rules);
    report(plan, refused, warned, request, context);
    if (refused.length > 0)
        return refusedOutcome(plan, refused, warned, request);
    const plansOnly = inputs.phase === 'plan' && !context.dryRun;
    if (plansOnly)
        await putAway(planned, prepared, request, envelope);
    if (countOf(plan) === 0) {
        const message = `Nothing to change: ${request.directory} is as ${whatOf(request, prepared)} wants it.`;
        const values = await outputsOf(prepared, context);
        return {
            result: 'no-op',
            message,
            outputs: { changes: [], 'plan-file': '', outputs: values },
            summary: summaryOf(message, plan, { warned }),
        };
    }
    if (context.dryRun || plansOnly) {
        const path = plansOnly ? envelope.path : '';
        const message = `Planned: ${numbered(plan)} in ${request.directory}, to ${whatOf(request, prepared)}; nothing was changed.`;
        return {
            result: 'planned',
            message,
            outputs: { changes: toOutput(plan), 'plan-file': path, outputs: {} },
            summary: summaryOf(message, plan, { warned }),
        };
    }
    return carryOut(planned, warned, lockTimeoutOf(inputs, prepared), request, prepared, context);
}
async function carryOut({ plan, file }, warned, lockTimeout, request, prepared, context) {
    const { directory, scratch, terraform, applyVarFiles: varFiles } = prepared;
    const started = performance.now();
    const to = whatOf(request, prepared);
    const where = request.directory;
    const subject = subjectOf(request);
    const event = { ...subject, step: STEP, to };
    context.record({ ...event, status: 'started' });
    let failedChecks = [];
    try {
        const given = { file, varFiles, count: countOf(plan), lockTimeout, directory, where, scratch, subject };
        failedChecks = await apply(terraform, given, context);
    }
    catch (error) {
        context.record({ ...event, status: 'failed', message: (0,base_errors .bD)(error) });
        throw error;
    }
    const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
    for (const check of failedChecks)
        context.log.warn(`A check of the configuration fails after the apply: ${check}.`);
    const checked = failedChecks.length > 0 ? `; but a check of the configuration fails: ${failedChecks.join('; ')}` : '';
    const message = `Applied: ${numbered(plan)} in ${where}, to ${to}${checked}.`;
    context.record({ ...event, status: 'done', seconds, message });
    const values = await outputsOf(prepared, context).catch((error) => {
        context.log.warn(`The outputs of ${where} cannot be read: ${(0,base_errors .bD)(error)}`);
        return {};
    });
    return {
        result: 'done',
        message,
        outputs: { changes: toOutput(plan), 'plan-file': '', outputs: values },
        summary: summaryOf(message, plan, { warned }),
    };
}
function lockTimeoutOf({ lockTimeout }, { deployLockTimeout = '' }) {
    const deployed = dist .xLC((0,values .p0)(), deployLockTimeout);
    return lockTimeout ?? (deployed.success ? deployed.output : USUAL_LOCK_TIMEOUT);
}
function refusedOutcome(plan, refused, warned, { directory }) {
    const more = refused.length > 1 ? ` (and ${refused.length - 1} more, in the summary)` : '';
    const message = `Nothing was changed in ${directory}: ${refused[0]}${more}.`;
    return {
        result: 'failed',
        message,
        outputs: { changes: toOutput(plan), 'plan-file': '', outputs: {} },
        summary: summaryOf(message, plan, { refused, warned }),
    };
}
function report(plan, refused, warned, request, { log, record }) {
    if (plan.drift.length > 0) {
        const addresses = plan.drift.map(({ address }) => address).join(', ');
        log.warn(`Changed outside of Terraform, and part of what the plan puts right: ${addresses}.`);
    }
    for (const warning of warned)
        log.warn(warning);
    const lines = toLines(plan);
    if (lines.length > 0)
        log.group(`The plan for ${request.directory}`, lines);
    if (refused.length > 0)
        log.group('Why it is refused', refused);
    const evidence = { changes: toOutput(plan), drift: plan.drift.map(describeInfraChange) };
    const event = { ...subjectOf(request), step: STEP, evidence };
    if (refused.length > 0)
        record({ ...event, status: 'failed', message: refused.join('; ') });
    else
        record({ ...event, status: countOf(plan) === 0 ? 'no-op' : 'planned', message: numbered(plan) });
}
const subjectOf = ({ directory, workspace }) => ({
    component: directory === '.' ? 'terraform' : `terraform/${directory}`,
    where: workspace === undefined ? {} : { workspace },
});
const baseOf = () => process.env.GITHUB_WORKSPACE ?? process.cwd();
function scratchOf({ directory, workspace = '', ref = '' }, { rollbackId }) {
    const name = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([rollbackId, directory, workspace, ref]))
        .digest('hex');
    return (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `rollback-infra-${name.slice(0, 16)}`);
}
function envelopeOf({ planFile, planKey }, { run }) {
    const temp = process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)();
    const keyFile = (0,external_node_path_.join)(temp, 'rollback-infra.key');
    return { path: planFile ?? (0,external_node_path_.join)(temp, 'rollback-infra.plan'), key: planKey, keyFile, run };
}
async function outputsOf({ terraform }, { mask }) {
    const outputs = Object.entries(await terraform.outputs());
    for (const [, { value, sensitive }] of outputs)
        for (const text of sensitiveTexts(value, sensitive))
            mask(text);
    return Object.fromEntries(outputs.map(([name, { value, sensitive }]) => [name, sensitive ? '***' : value]));
}
const countOf = (plan) => plan.changes.filter(changes).length + plan.outputs.length;
function numbered(plan) {
    const resources = plan.changes.filter(changes).length;
    const parts = [
        `${resources} ${resources === 1 ? 'resource' : 'resources'}`,
        plan.outputs.length > 0 && `${plan.outputs.length} ${plan.outputs.length === 1 ? 'output' : 'outputs'}`,
    ];
    return parts.filter(Boolean).join(' and ');
}
function whatOf({ ref, assignments }, { commit }) {
    const names = [...assignments.keys()].join(', ');
    const at = ref === undefined ? 'the present configuration' : `${ref} (${commit.slice(0, 12)})`;
    return names ? `${at} with the given ${names}` : at;
}


  }),

  74995:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  Ay: () => (  pRetry)
});


; 
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error',  
	'NetworkError when attempting to fetch resource.',  
	'The Internet connection appears to be offline.',  
	'Network request failed',  
	'fetch failed',  
	'terminated',  
	' A network error occurred.',  
	'Network connection lost',  
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			|| '__sentry_captured__' in error;
	}

	if (message.startsWith('error sending request for url')) {
		return true;
	}

	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	return errorMessages.has(message);
}

; 


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	throw new Error('Retry attempts exhausted without throwing an error.');
}



  })

};
;