export const id = 103;
export const ids = [103];
export const modules = {

/***/ 68606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ip: () => (/* binding */ startTimer),
/* harmony export */   db: () => (/* binding */ startDeadline),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


/** Milliseconds; Node fires a longer timer at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
/** A timer whose signal aborts with a DeadlineError after so many seconds. */
function startTimer(seconds) {
    const controller = new AbortController();
    const milliseconds = Math.min(seconds * 1000, LONGEST_TIMER);
    const timer = setTimeout(() => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DeadlineError */ .j3(seconds)), milliseconds);
    return {
        signal: controller.signal,
        abort: (reason) => controller.abort(reason),
        stop: () => clearTimeout(timer),
    };
}
/**
 * One AbortSignal for everything an action does: it aborts with a DeadlineError after `seconds`, or with a
 * CancelledError when the runner cancels the job (SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL).
 */
function startDeadline(seconds) {
    const timer = startTimer(seconds);
    const cancel = (name) => timer.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CancelledError */ .cc(name));
    process.once('SIGINT', cancel).once('SIGTERM', cancel);
    return {
        signal: timer.signal,
        stop() {
            timer.stop();
            process.off('SIGINT', cancel).off('SIGTERM', cancel);
        },
    };
}
/** Waits, or throws the signal's reason as soon as it aborts. */
async function pause(milliseconds, signal) {
    // What the timer throws when it is aborted says less than the reason.
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal }).catch(() => { });
    signal.throwIfAborted();
}


/***/ }),

/***/ 45145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   j3: () => (/* binding */ DeadlineError),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   to: () => (/* binding */ explained),
/* harmony export */   wl: () => (/* binding */ DISK_FULL)
/* harmony export */ });
/**
 * A failure that the user can do something about. Its message is one sentence that says what failed, on what,
 * and what to do; `details` go into a log group. Anything else that is thrown is a bug and keeps its stack.
 */
class ActionError extends Error {
    details;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.name = 'ActionError';
        this.details = [...(options.details ?? [])];
    }
}
/** The one deadline of the action has passed. */
class DeadlineError extends ActionError {
    constructor(seconds) {
        super(`The deadline of ${seconds} s (input \`timeout\`) has passed.`);
        this.name = 'DeadlineError';
    }
}
/** The job was cancelled: the runner sent SIGINT or SIGTERM. */
class CancelledError extends ActionError {
    constructor(signalName) {
        super(`The run was cancelled (${signalName}).`);
        this.name = 'CancelledError';
    }
}
/** The message of whatever was thrown. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
const DISK_FULL = 'The disk of this machine is full; give the runner a larger one, or set RUNNER_TEMP to another, and run this again.';
/** What was thrown, as a failure that the user can do something about where the machine is what failed. */
function explained(error) {
    const { code } = error;
    return code === 'ENOSPC' ? new ActionError(DISK_FULL, { cause: error }) : error;
}


/***/ }),

/***/ 61376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DJ: () => (/* binding */ withoutControls),
/* harmony export */   Hh: () => (/* binding */ cutLine),
/* harmony export */   wi: () => (/* binding */ inertLines)
/* harmony export */ });
/**
 * Signs that show nothing and can do something: the controls, which move a terminal's cursor or end a line in some program, and
 * those that turn the direction of text round. Tabs and line feeds stay.
 */
const CONTROLS = /\r\n?|(?![\t\n])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const LINE_ENDS = ['\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'];
/** Text of others without control characters; every kind of line end becomes a line feed. */
const withoutControls = (text) => text.replace(CONTROLS, (sign) => (LINE_ENDS.includes(sign) ? '\n' : ''));
/**
 * The lines of a text of others, each of which cannot command the runner. It reads `::command::` at the start of a line,
 * after all that .NET takes for blank, and `##[command]` anywhere.
 */
const inertLines = (text) => withoutControls(text)
    .split('\n')
    .map((line) => line.replace(/^([\s\p{Z}\p{Cf}]*):(?=:)/u, '$1: ').replaceAll('##[', '## ['));
/** A line of others as far as patterns read it: more helps no reader. */
const LONGEST_LINE = 8 * 1024;
const cutLine = (line) => line.slice(0, LONGEST_LINE);


/***/ }),

/***/ 90763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ir: () => (/* binding */ beginning),
  nz: () => (/* binding */ isShortSecret),
  E$: () => (/* binding */ redact),
  pc: () => (/* binding */ redacted),
  Rh: () => (/* binding */ redactedJson),
  O3: () => (/* binding */ secrets)
});

// UNUSED EXPORTS: Redactor

;// CONCATENATED MODULE: ./build/base/encodings.js
/** From this length on a text is known again in base64 and in other letters: shorter ones would be found in anything. */
const LONG = 8;
/**
 * A text as it stands where it was written or sent: as it is, in JSON (also in JSON in JSON), in URLs and forms, in
 * HTML and Markdown, in SQL and shells, in base64, and in capital or small letters.
 */
function encodingsOf(text) {
    const json = inJson(text);
    const ways = [
        text,
        text.replaceAll('\r\n', '\n'),
        json,
        inJson(json),
        ...inUrls(text),
        // A URL or JSON in a URL.
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
    // RFC 3986 has five signs more than JavaScript; servers and URL itself each encode some of them.
    const strict = all.replace(/[!'()*~]/g, percent);
    const small = (encoded) => encoded.replace(/%[0-9A-F]{2}/g, (each) => each.toLowerCase());
    const ways = [all, strict, form, encodeURI(whole), asPassword(whole)];
    return [...ways, ...ways.map(small)];
}
const percent = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
/** As URL writes it between `user:` and `@`. */
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
/** What of a text's base64 is the same whatever stands before and after it, by where in three bytes it begins. */
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

// EXTERNAL MODULE: ./build/base/secret-parts.js
var secret_parts = __webpack_require__(40753);
;// CONCATENATED MODULE: ./build/base/redact.js


/** What is a secret by its looks, wherever it turns up; `$1` is the part that may stay. */
const PATTERNS = [
    [/\bxox[a-z]-[A-Za-z0-9-]{8,}|\bxapp-[A-Za-z0-9-]{8,}/g, '***'],
    [/\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/g, '***'],
    [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, '***'],
    [/\b(aws_secret_access_key["'\\]{0,20}\s{0,20}[=:]\s{0,20}["'\\]{0,20})[A-Za-z0-9/+=]{40}/gi, '$1***'],
    // Each begins where a token does, so that no sign is read more than once for it.
    [/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+/g, '***'],
    [
        /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|(?=")|$)/g,
        '***',
    ],
    [/(\bhttps:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9/_-]+/g, '$1***'],
    [/(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'\\]{0,200}:)[^\s/@"'\\]{1,200}@/gi, '$1***@'],
];
/** Knows secrets and takes them out of texts that the runner does not mask itself. */
class Redactor {
    #texts = new Set();
    #words = new Set();
    #values = new Set();
    /** Made when it is needed, as secrets come one after another. */
    #pattern;
    /** Remembers a secret, what in it is one by itself, and how each is written elsewhere. @returns all that has to be masked */
    add(secret) {
        const { texts, words, values } = (0,secret_parts/* secretPartsOf */.K0)(secret);
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
    /** The text without secrets. It has to be the text itself: escaped for a target, a secret may not be found in it. */
    redact = (text) => {
        let result = this.#withoutKnown(text);
        for (const [pattern, rest] of PATTERNS)
            result = result.replace(pattern, rest);
        return result;
    };
    /** True where a whole value, such as an attribute of a plan, is a secret that is too short to be searched for in texts. */
    isShortSecret = (value) => this.#values.has(String(value));
    /** Secrets that overlap are taken out as one. */
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
            // Of two that begin alike the longer one.
            ...[...this.#texts].sort((a, b) => b.length - a.length).map(literal),
            ...[...this.#words].map((word) => `(?<![A-Za-z0-9_])${literal(word)}(?![A-Za-z0-9_])`),
        ].join('|'), 'g');
        return this.#pattern;
    }
}
const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
/** The secrets of this process: the runner's masks hold for all that it writes, too. */
const secrets = new Redactor();
/** A text of this process without secrets, before it is escaped, cut or put into another one. */
const { redact, isShortSecret } = secrets;
/** The beginning of what others say; half a secret could not be found in it any more. */
const beginning = (text, most) => redact(text).slice(0, most);
/** A value as JSON whose texts, names and numbers have no secrets. */
const redactedJson = (value, without = redact) => JSON.stringify(value, (_, each) => redactedValue(each, without));
/** All texts of a value without secrets. */
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


/***/ }),

/***/ 40753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K0: () => (/* binding */ secretPartsOf),
/* harmony export */   Wr: () => (/* binding */ credentialsIn),
/* harmony export */   qE: () => (/* binding */ namedSecretsIn)
/* harmony export */ });
/** A text that is a part of a secret is taken out everywhere from this length on; the secret itself already from the other. */
const LONG_PART = 6;
const LONG_SECRET = 4;
/** A shorter part of a URL's path is a word such as `services`. */
const LONG_PATH = 12;
/** JSON in a value of JSON, and so on. */
const DEPTH = 4;
const NAMES_SECRET = /pass|pwd|secret|token|cred|private|auth|sign|salt|seed|cookie|session|conn_?str|dsn|(?:^|[^a-z])(?:api|access|account|shared|encryption|master|key|sas|pin|otp|code)(?:[^a-z]|$)|[a-z]Key$|api_?key/i;
/** True where whatever has this name is a secret: `password`, `apiKey`. */
const namesSecret = (name) => NAMES_SECRET.test(name);
/**
 * A secret and all in it that is one by itself: its lines, the values of JSON, of `NAME=value` and of `name: value`, and
 * the credentials of URLs.
 */
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
/** What in JSON, YAML or lines of `Name: value` has the name of a secret: the token of a kubeconfig. */
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
/** Passwords of all URLs in a text, raw and decoded, with what is sent for them; and of their queries, what is a secret by name. */
function credentialsIn(text) {
    const urls = text.matchAll(/(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,20}):\/\/(?=(\S{0,4000}))/gi);
    const found = [...urls].flatMap(([, scheme = '', rest = '']) => {
        // A password that is not encoded may have any character, so that the last @ may end it, too.
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
    // `redis://password@host` and `https://token@host`: what stands alone is the secret.
    if (password === '' || (at < 0 && !/^(redis|valkey|https?)/i.test(scheme)))
        return [];
    const pairs = [`${user}:${password}`, `${decoded(user)}:${decoded(password)}`];
    return [password, decoded(password), ...pairs.map(basicOf)];
}
/** What `Authorization: Basic` has. */
const basicOf = (pair) => Buffer.from(pair).toString('base64');
/** The long parts of a hook's URL, which is a secret as a whole. */
function pathPartsOf(text) {
    const url = /^https?:\/\/\S+$/i.test(text) ? URL.parse(text) : null;
    if (!url)
        return [];
    const parts = [...url.pathname.split('/'), ...url.searchParams.values()];
    return parts.filter((part) => part.length >= LONG_PATH).flatMap((part) => [part, decoded(part)]);
}
/** `NAME=value`, `export NAME='value'`, `- name: value`, `Authorization: Bearer value` and `host=db password=value`, in each line. */
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
/** The password in what is sent for a user and a password. */
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


/***/ }),

/***/ 92920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Rz: () => (/* binding */ milliseconds),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   uM: () => (/* binding */ share),
/* harmony export */   vj: () => (/* binding */ amount),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

/**
 * The kinds of value that an input can have. Each is a schema from the text of the input to its typed value,
 * with a message that says what was given and what is accepted.
 */
const given = (issue) => JSON.stringify(issue.input);
/** Any text. */
const text = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP();
/** Text that is masked in the log before anything else runs. */
const secret = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .metadata */ .yuE({ secret: true }));
/** `90s`, `5m`, `1h30m` → seconds. */
const duration = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?=\d)(\d+h)?(\d+m)?(\d+s)?$/, (issue) => `is ${given(issue)}; accepted are durations such as 90s, 5m or 1h30m`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => {
    const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(value) ?? [];
    const [hours, minutes, seconds] = [1, 2, 3].map((at) => Number(parts[at] ?? 0));
    return hours * 3600 + minutes * 60 + seconds;
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1, 'is zero; accepted are durations of at least 1s'));
/** `10ms`, `1s`, `0` → milliseconds. */
const milliseconds = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(0|\d{1,6}m?s)$/, (issue) => `is ${given(issue)}; accepted are short durations such as 10ms or 1s`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => Number.parseInt(value, 10) * (value.endsWith('ms') ? 1 : 1000)));
/** The YAML 1.2 core schema's booleans, as `core.getBooleanInput` reads them. */
const boolean = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(true|True|TRUE|false|False|FALSE)$/, (issue) => `is ${given(issue)}; accepted are true and false`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => value.toLowerCase() === 'true'));
/** A whole number of at least `least`. */
const integer = (least) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^\d{1,9}$/, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(Number), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(least, (issue) => `is ${given(issue)}; accepted are whole numbers of at least ${least}`));
/** A number that is not negative, with or without a fraction. */
const amount = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^\d{1,12}(\.\d{1,12})?$/, (issue) => `is ${given(issue)}; accepted are numbers such as 10 and 0.05`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(Number));
/** One of a few words. */
const choice = (words) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(words, (issue) => `is ${given(issue)}; accepted are ${words.join(', ')}`);
/** One item a line; commas also part items. */
const list = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => split(value, /[\n,]/)));
/** One item a line; commas belong to the item. */
const lines = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => split(value, /\n/)));
function split(value, separator) {
    return value
        .split(separator)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/** A moment as RFC 3339 or in Unix seconds → Unix seconds. */
const moment = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => (/^\d{9,11}$/.test(value) ? Number(value) : parseMoment(value))), valibot__WEBPACK_IMPORTED_MODULE_0__/* .finite */ .E2x('is not a time; accepted are 2026-11-22T10:00:00Z and Unix seconds'));
function parseMoment(value) {
    return /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|z|[+-]\d\d:?\d\d)$/.test(value)
        ? Date.parse(value) / 1000
        : Number.NaN;
}
/** `99.9%` or `0.999` → 0.999; above 0 and below 1. */
const share = () => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^\d+(\.\d+)?\s*%?$/, (issue) => `is ${given(issue)}; accepted are shares such as 99.9% or 0.999`), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((value) => Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)), valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y((value) => value > 0 && value < 1, (issue) => `is ${given(issue)}; accepted are shares above 0 and below 100%`));


/***/ }),

/***/ 95282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ WAITS)
/* harmony export */ });
/* unused harmony export waitsFor */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** Every duration that the product sets itself. What an input sets (`timeout`, `lock-timeout`) is not here. */
const REAL = {
    /** Between the attempts of the one retry policy (`retry.ts`): the first pause; each is twice as long as the last, up to the longest. */
    RETRY_FIRST_PAUSE_MS: 200,
    RETRY_LONGEST_PAUSE_MS: 3000,
    /** The process of an action: to end its sockets, and for its post phase to give things back. */
    EXIT_MS: 1000,
    POST_PHASE_SECONDS: 30,
    /** A program that got SIGINT has this long before it is killed. */
    PROCESS_KILL_MS: 5000,
    /** Steps of a rollback that go on after its deadline: notify, and resuming traffic. */
    CHAIN_NOTIFY_MS: 20_000,
    CHAIN_RESUME_MS: 30_000,
    /** What every message promises: the next one, as long as the run goes on. */
    NEXT_UPDATE_MS: 900_000,
    /** A person has at least so long to decide, is reminded when so much is left, and a second answer within that time is not carried out. */
    QUESTION_LEAST_MS: 300_000,
    QUESTION_REMIND_MS: 600_000,
    QUESTION_AGAIN_MS: 900_000,
    /** `rollback init` asks a cache for its keys. */
    INIT_CACHE_MS: 2000,
    /** A sink: all its requests, one whose repeat does no harm, and a connection to a mail server. */
    SINK_SECONDS: 15,
    SINK_ATTEMPT_SECONDS: 5,
    SMTP_CONNECT_MS: 5000,
    /** Between two updates of Slack's message: `chat.update` takes some fifty a minute. */
    LIVE_UPDATE_MS: 1500,
    GITHUB_ATTEMPT_MS: 5000,
    /** All attempts of a request, its limits waited for. */
    GITHUB_MS: 60_000,
    /** A request to Prometheus, and all attempts of one: a sample that takes longer comes too late to decide by. */
    PROMETHEUS_ATTEMPT_MS: 10_000,
    PROMETHEUS_MS: 20_000,
    /** One sample of all signals, however many requests that takes. */
    ASSESS_SAMPLE_MS: 20_000,
    /** The API server: tried again before its first answer, and after it; one request; a log without a byte. */
    API_SERVER_FIRST_MS: 10_000,
    API_SERVER_LATER_MS: 120_000,
    API_SERVER_SILENCE_MS: 15_000,
    API_SERVER_LONGEST_LIMIT_MS: 30_000,
    POD_LOG_SILENCE_MS: 3000,
    LIST_EXPIRED_PAUSE_MS: 200,
    /** A watch is renewed, so that a connection that died in silence is noticed. */
    WATCH_RENEW_SECONDS: 30,
    WATCH_LONGEST_PAUSE_MS: 2000,
    /** A lock that is not renewed is free again, so that a dead runner cannot hold it; giving it back after the deadline. */
    LEASE_SECONDS: 30,
    LEASE_RELEASE_MS: 5000,
    LEASE_POLL_MS: 500,
    /** The state of all pods for a judgement. */
    PODS_STATE_MS: 20_000,
    /** A health check of a pod or a URL, and a command in a pod. */
    HEALTH_ATTEMPT_MS: 5000,
    HEALTH_COMMAND_MS: 30_000,
    /** A pod that a service's own check is run in becomes ready, where the service has just been started again. */
    POD_READY_MS: 60_000,
    POD_READY_POLL_MS: 500,
    /** Ending a command in a pod that had its time. */
    COMMAND_END_MS: 5000,
    /** A rollout is checked again where nothing changes; old pods may shut down while the new ones serve; a full quota; a refused pod that may be of the template before. */
    ROLLOUT_POLL_MS: 1000,
    OLD_PODS_ENDING_MS: 10_000,
    /** A kubelet that owes a pod a word for so long is taken for silent. */
    NODE_SILENT_MS: 30_000,
    QUOTA_FULL_MS: 30_000,
    REFUSAL_STANDS_MS: 2000,
    /** What comes again and again, a pod that no node takes, and with a node on its way; the last words at the deadline. */
    POD_TROUBLE_MS: 30_000,
    UNSCHEDULABLE_MS: 60_000,
    SCALE_UP_MS: 600_000,
    LAST_WORDS_MS: 3000,
    /** Pods that are marked good have been ready for so long, and none has died for so long. */
    STEADY_MS: 5000,
    RESTARTED_LATELY_MS: 600_000,
    /**
     * An owner that goes back: how often it is checked; its operation begins; one that hangs ends; ours ends; its own owner may
     * undo a pause; a window that blocks ours is more than Argo CD's first look, which takes it for the operation before.
     */
    OWNER_POLL_MS: 100,
    OWNER_START_MS: 10_000,
    OWNER_ENDS_MS: 60_000,
    OWNER_OPERATION_MS: 120_000,
    OWNER_HOLDS_MS: 1000,
    OWNER_BLOCKED_MS: 3000,
    /** A down-migration's Job is checked so often. */
    DOWN_POLL_MS: 500,
    /** Putting replicas and pauses back after the deadline; waiting for a copy that is being deleted. */
    SERVICE_RESTORE_MS: 120_000,
    COPY_REPLACE_MS: 8000,
    COPY_POLL_MS: 200,
    /** PostgreSQL: a connection, its end, and a server that restarts or recovers from a crash. */
    POSTGRES_CONNECT_MS: 10_000,
    POSTGRES_GOODBYE_MS: 2000,
    POSTGRES_AWAY_MS: 10_000,
    /** The switch: its locks, its statements, between two rounds of ending sessions, and checking whether it took place. */
    SWITCH_LOCK_MS: 3000,
    SWITCH_STATEMENT_MS: 15_000,
    SWITCH_ROUND_MS: 10,
    SWITCH_CHECK_MS: 15_000,
    /** Sessions that may not be ended are watched for so long: short ones are not in the way. */
    SESSIONS_WATCH_MS: 4000,
    SESSIONS_ROUND_MS: 100,
    /** Restoring in place waits for its locks. */
    IN_PLACE_LOCK_MS: 10_000,
    /** Between two attempts to get in while downtime is measured, and the longest after the switch. */
    DOWNTIME_PERIOD_MS: 5,
    DOWNTIME_LONGEST_MS: 5000,
    PROGRESS_PERIOD_MS: 5000,
    /** How often it is looked whether what is held at zero stays there. */
    HELD_LOOK_MS: 1000,
    /** Running transactions of pooled clients have to end; resuming traffic after the deadline. */
    POOLER_PAUSE_SECONDS: 15,
    POOLER_CONNECT_MS: 10_000,
    POOLER_RESUME_MS: 5000,
    POOLER_POLL_MS: 5,
    TRAFFIC_RESUME_MS: 25_000,
    SIDE_CLUSTER_POLL_MS: 200,
    SIDE_CLUSTER_STOP_MS: 20_000,
    /** Amazon RDS: a request, all attempts of one, how often a temporary instance is checked and logged, and deleting it after the deadline. */
    RDS_ATTEMPT_MS: 10_000,
    RDS_MS: 60_000,
    RDS_POLL_MS: 15_000,
    RDS_PROGRESS_MS: 60_000,
    RDS_DELETE_MS: 20_000,
    /** Which rows are different. */
    LOCATE_MS: 120_000,
    /** A plan counts the rows that were written since a backup, in all tables together. */
    PLAN_COUNT_MS: 5000,
    /** Redis: a connection, a command, and a server that restarts or fails over while it is planned, cleared and swept. */
    REDIS_CONNECT_MS: 5000,
    REDIS_SILENCE_MS: 30_000,
    REDIS_AWAY_PLAN_MS: 2000,
    REDIS_AWAY_CLEAR_MS: 20_000,
    REDIS_AWAY_SWEEP_MS: 30_000,
    REDIS_SWEEP_PAUSE_MS: 500,
    /** DNS: a datagram, a connection, a look-up, a request to Cloudflare or Route 53, and a look at the new target. */
    DNS_DATAGRAM_MS: 2000,
    DNS_CONNECTION_MS: 5000,
    DNS_LOOKUP_MS: 2000,
    /** Finding out to whom a domain is delegated; where that takes longer it is not known. */
    DELEGATION_MS: 6000,
    DNS_PROPAGATION_POLL_MS: 500,
    DNS_TARGET_MS: 5000,
    CLOUDFLARE_ATTEMPT_MS: 15_000,
    ROUTE53_CONNECT_MS: 5000,
    ROUTE53_ATTEMPT_MS: 15_000,
    /** Whether a change is at all of Route 53's servers: first, and at most, as it is queried less and less often. */
    ROUTE53_POLL_MS: 2000,
    ROUTE53_LONGEST_POLL_MS: 10_000,
    /** A store of backups without a byte; the longest pause before it is asked again. */
    STORE_SILENCE_MS: 30_000,
    STORE_LONGEST_PAUSE_MS: 8000,
    /** Images are looked up in registries in parallel: one request, and all of them together. */
    REGISTRY_ATTEMPT_MS: 3000,
    REGISTRY_MS: 5000,
    /** Terraform: how often it is checked, its lock in PostgreSQL, and putting a state back after the deadline. */
    TERRAFORM_POLL_MS: 200,
    TERRAFORM_PG_LOCK_MS: 5000,
    TERRAFORM_PUSH_MS: 30_000,
    /** The drill: a fault is seen, judged, gone; and how often it is checked. */
    DRILL_SEEN_SECONDS: 120,
    DRILL_JUDGED_SECONDS: 600,
    DRILL_GONE_SECONDS: 120,
    DRILL_POLL_MS: 200,
    DRILL_JUDGE_MS: 1000,
};
/**
 * The real waits, or the shorter ones that a test sets: `ROLLBACK_TEST_WAITS={"API_SERVER_FIRST_MS": 100}`.
 *
 * A runner sets GITHUB_ACTIONS for every step and lets no workflow change it, and where it is set the variable is not read; so
 * no workflow can shorten a wait, by accident or otherwise. No wait can be made longer.
 *
 * @throws ActionError where a test sets a wait that does not exist, or would not be shorter
 */
function waitsFor({ GITHUB_ACTIONS, ROLLBACK_TEST_WAITS }) {
    if (GITHUB_ACTIONS !== undefined || !ROLLBACK_TEST_WAITS)
        return Object.freeze({ ...REAL });
    const overrides = JSON.parse(ROLLBACK_TEST_WAITS);
    for (const [name, value] of Object.entries(overrides)) {
        const real = Object.hasOwn(REAL, name) && REAL[name];
        if (real === false || typeof value !== 'number' || !(value > 0 && value <= real))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`ROLLBACK_TEST_WAITS asks for ${name} = ${value}; a test can shorten waits that exist, and no more.`);
    }
    return Object.freeze({ ...REAL, ...overrides });
}
const WAITS = waitsFor(process.env);


/***/ }),

/***/ 99297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ RESULTS),
/* harmony export */   Q: () => (/* binding */ defineAction)
/* harmony export */ });
/** The words that actions end with, and what each means to the record; what has failed ends with exit code 1. */
const RESULTS = {
    done: 'done',
    'no-op': 'no-op',
    planned: 'planned',
    // A person has to decide; nothing was changed.
    asked: 'no-op',
    failed: 'failed',
    intact: 'done',
    drift: 'failed',
    captured: 'done',
    analyzed: 'done',
    judged: 'done',
    inconclusive: 'done',
    // Whether it could be rolled back; at risk is a warning.
    ready: 'done',
    'at-risk': 'done',
    'not-ready': 'failed',
};
/** Declares an action. It reads exactly the inputs that it declares, so its runner need not know their type. */
const defineAction = (action) => action;


/***/ })

};
