"use strict";
exports.id = 8337;
exports.ids = [8337];
exports.modules = {

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

  43646:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    M: () => (  WORKLOAD_WORDS)
  });
const WORKLOAD_WORDS = {
    deployment: ['deployment', 'deployments', 'deploy', 'deployment.apps'],
    statefulset: ['statefulset', 'statefulsets', 'sts', 'statefulset.apps'],
    daemonset: ['daemonset', 'daemonsets', 'ds', 'daemonset.apps'],
    rollout: ['rollout', 'rollouts', 'ro', 'rollout.argoproj.io'],
};


  }),

  61706:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    FB: () => (  same),
    RO: () => (  rowsOf),
    T9: () => (  isSameSet),
    UT: () => (  CONFLICTS),
    bz: () => (  any),
    lX: () => (  Staged),
    mt: () => (  LETTERS),
    ub: () => (  refersSql)
  });
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55737);

const LETTERS = ['a', 'b', 'p', 'k', 'u', 'n', 'w'];
const EXACT = /^(smallint|integer|bigint|uuid|date|timestamp with(out)? time zone|bytea|text|character varying(\(\d+\))?)$/;
const CONFLICTS = [
    'changed since',
    'collision',
    'taken',
    'no parent',
    'constraint',
    'no evidence',
    'no place',
];
class Staged {
    piece;
    live;
    isGone;
    name;
    table;
    #schema;
    constructor(piece, live, schema) {
        this.piece = piece;
        this.live = live ?? goneShape(piece);
        this.isGone = live === undefined;
        this.name = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .Z8)(this.live);
        this.table = rowsOf(this.live);
        this.#schema = schema;
    }
    at(letter) {
        return `${this.#schema}.${letter}${this.piece.number}`;
    }
    indexSql(letter) {
        return `CREATE INDEX ON ${this.at(letter)} (${this.piece.key.map(_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB).join(', ')})`;
    }
    has(name) {
        return this.live.columns.some((column) => column.name === name);
    }
    get writable() {
        return this.piece.columns.filter(({ name }) => this.has(name));
    }
    isKey({ name }) {
        return this.piece.key.includes(name);
    }
    get values() {
        return this.piece.columns
            .map((column, index) => ({ column, place: index + 1 }))
            .filter(({ column }) => !(this.isKey(column) && EXACT.test(column.type)) && !column.stamp);
    }
    get stamps() {
        return this.writable.filter(({ stamp, type }) => stamp && /^(timestamp|date\b)/.test(type));
    }
    placeOf(name) {
        return this.piece.columns.findIndex((column) => column.name === name) + 1;
    }
    equality(name) {
        const unique = this.live.uniques.find(({ columns, expressions, exclusion }) => !exclusion && columns.length === expressions.length && isSameSet(columns, this.piece.key));
        return unique?.operators[unique.columns.indexOf(name)] ?? '=';
    }
    sameKey(one, other) {
        return this.piece.key
            .map((name) => `${one}.${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(name)} ${this.equality(name)} ${other}.${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(name)}`)
            .join(' AND ');
    }
    isThere(row) {
        return `${row}.${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(this.piece.key[0])} IS NOT NULL`;
    }
    list(of, columns = this.piece.columns) {
        return columns.map(({ name }) => this.value(of, name)).join(', ');
    }
    value(of, name) {
        const later = ['a', 'b'].includes(of) && this.piece.columns.find((column) => column.name === name)?.later;
        const cast = later && !this.isGone ? `::${later}` : '';
        return `${of}.${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(name)}${cast}`;
    }
    names(columns) {
        return columns.map(({ name }) => (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(name)).join(', ');
    }
    liveValue({ name, type }) {
        return this.has(name) ? `l.${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(name)}` : `NULL::${type}`;
    }
    keyJson(row) {
        const pairs = this.piece.key.map((name) => `${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .ol)(name)}, ${row}.${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(name)}::text`);
        return `json_build_object(${pairs.join(', ')})`;
    }
}
function goneShape({ schema, name, columns }) {
    const flags = { generated: false, identity: false, always: false, notNull: false, fallback: null };
    return {
        ...{ schema, name, oid: 0, partitioned: false, foreign: false, extension: null, owner: '', owned: true },
        ...{ readable: true, filtered: false, ruled: false, keys: [], uniques: [], checks: [], references: [] },
        inherits: [],
        ...{ sequences: [], places: [], leaves: [], rows: 0 },
        columns: columns.map((column) => ({
            ...flags,
            name: column.name,
            type: column.type,
            base: column.type,
            collation: '',
        })),
    };
}
const refersSql = ({ columns, toColumns, operators }, { parent, child }) => columns
    .map((column, index) => `${parent}.${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(toColumns[index])} ${operators[index]} ${child}.${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(column)}`)
    .join(' AND ');
const isSameSet = (one, other) => [...one].sort().join('\n') === [...other].sort().join('\n');
const rowsOf = (shape) => `${shape.partitioned ? '' : 'ONLY '}${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .Z8)(shape)}`;
function same(one, other, columns) {
    const bytes = `ROW(${one})::record OPERATOR(pg_catalog.*=) ROW(${other})::record`;
    return columns.some(hasManyForms)
        ? `(${bytes} OR ROW(${one})::text COLLATE "C" = ROW(${other})::text)`
        : `(${bytes})`;
}
function hasManyForms({ type }) {
    const [name = ''] = type.split(' COLLATE ');
    return name.includes('.') || name.endsWith('[]');
}
const any = (conditions) => conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'false';


  }),

  12449:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  lP: () => (  columnsWritten),
  hC: () => (  conflictsOf),
  Lq: () => (  planRows),
  XN: () => (  sumOf),
  W5: () => (  verdictsOf),
  Mp: () => (  written)
});

var tables = __webpack_require__(29182);
var repair_piece = __webpack_require__(61706);
var scope = __webpack_require__(82660);
var shape = __webpack_require__(59317);
var quote = __webpack_require__(55737);
; 



function planSql(staged) {
    const { piece } = staged;
    const { hasAfter } = piece;
    if (staged.isGone)
        return `CREATE TABLE ${staged.at('p')} AS SELECT ${staged.list('b')}, '{}'::bool[] AS "rb sets", NULL::xid AS "rb seen", NULL::text AS "rb rule",
      NULL::text AS "rb alone", 'back' AS "rb verdict" FROM ${staged.at('b')} AS b`;
    const of = staged.values.map(({ column, place }) => ({ place, ...judgement(column, staged) }));
    const sets = staged.piece.columns.map((_, index) => of.find(({ place }) => place === index + 1)?.set ?? 'false');
    const gone = hasAfter ? `NOT (${staged.isThere('a')})` : `NOT (${staged.isThere('l')})`;
    const asBefore = staged.writable.filter(({ stamp }) => !stamp);
    return `CREATE TABLE ${staged.at('p')} AS SELECT ${staged.list('r')}, r."rb sets", r."rb seen", NULL::text AS "rb rule", NULL::text AS "rb alone",
      CASE WHEN "rb gone" THEN CASE WHEN NOT "rb lives" THEN 'back' WHEN NOT "rb unchanged" THEN 'collision' END
        WHEN NOT "rb lives" THEN 'deleted since'
        WHEN "rb open" THEN ${openKind(piece)}
        WHEN true = ANY (r."rb sets") THEN 'set' END AS "rb verdict"
    FROM (SELECT ${staged.list('b')}, ${gone} AS "rb gone", ${staged.isThere('l')} AS "rb lives", l.xmin AS "rb seen",
        ${(0,repair_piece .FB)(staged.list('b', asBefore), staged.list('l', asBefore), asBefore)} AS "rb unchanged",
        ${(0,repair_piece .bz)(of.map(({ open }) => open))} AS "rb open", ARRAY[${sets.join(', ')}]::bool[] AS "rb sets"
      FROM ${staged.at('b')} AS b ${hasAfter ? `LEFT JOIN ${staged.at('a')} AS a ON ${staged.sameKey('a', 'b')}` : ''}
      LEFT JOIN ${staged.table} AS l ON ${staged.sameKey('l', 'b')}) AS r`;
}
const COMMITTED = 'pg_catalog.pg_xact_commit_timestamp';
function openKind({ hasAfter, window }) {
    if (hasAfter)
        return (0,quote .ol)('changed since');
    if (!window)
        return (0,quote .ol)('no evidence');
    return `CASE WHEN ${COMMITTED}("rb seen") IS NULL THEN 'no evidence' ELSE 'changed since' END`;
}
function judgement(column, staged) {
    if (!column.chosen)
        return { set: 'false', open: 'false' };
    const before = staged.value('b', column.name);
    const today = staged.liveValue(column);
    const isSame = (one, other) => (0,repair_piece .FB)(one, other, [column]);
    const isBack = isSame(today, before);
    const after = column.lost
        ? `NULL::${column.type}`
        : staged.piece.hasAfter
            ? staged.value('a', column.name)
            : undefined;
    if (after === undefined && staged.piece.window) {
        const { since, until } = staged.piece.window;
        const at = `${COMMITTED}(l.xmin)`;
        return {
            set: `(NOT ${isBack} AND coalesce(${at} BETWEEN to_timestamp(${since}) AND to_timestamp(${until}), false))`,
            open: `(NOT ${isBack} AND coalesce(${at} > to_timestamp(${until}), true))`,
        };
    }
    if (after === undefined)
        return { set: 'false', open: `NOT ${isBack}` };
    const damaged = `NOT ${isSame(before, after)} AND NOT ${isBack}`;
    const untouched = isSame(today, after);
    return { set: `(${damaged} AND ${untouched})`, open: `(${damaged} AND NOT ${untouched})` };
}
function wouldBe(staged) {
    const { live } = staged;
    const columns = live.columns
        .filter((column) => !isComputed(column))
        .map(({ name }) => {
        const place = staged.placeOf(name);
        const column = (0,quote .AB)(name);
        if (place === 0)
            return `l.${column}`;
        return `CASE WHEN p."rb verdict" = 'back' OR p."rb sets"[${place}] THEN p.${column} ELSE l.${column} END AS ${column}`;
    });
    const computed = live.columns
        .filter(isComputed)
        .map(({ name, fallback }) => `, (${fallback}) AS ${(0,quote .AB)(name)}`);
    return `(SELECT t.*${computed.join('')} FROM (SELECT p.ctid AS "rb at", p."rb verdict", p."rb sets", ${columns.join(', ')}
    FROM ${staged.at('p')} AS p LEFT JOIN ${staged.table} AS l ON ${staged.sameKey('l', 'p')} WHERE p."rb verdict" IN ('back', 'set')) AS t) AS t`;
}
const isComputed = ({ generated, fallback }) => generated && fallback !== null;
const isKnown = (staged, name) => staged.placeOf(name) > 0 ||
    staged.live.columns.some((column) => column.name === name && isComputed(column));
function writes(staged, columns) {
    if (columns.length === 0)
        return 'true';
    const places = columns.map((name) => staged.placeOf(name)).filter((place) => place > 0);
    return (0,repair_piece .bz)([`"rb verdict" = 'back'`, ...places.map((place) => `"rb sets"[${place}]`)]);
}
const judge = (staged, verdict, rule, found) => `UPDATE ${staged.at('p')} SET "rb verdict" = ${(0,quote .ol)(verdict)}, "rb rule" = ${(0,quote .ol)(rule)} WHERE ctid IN (${found})`;
const ruleSql = (staged, written) => [
    ...staged.live.uniques
        .filter(({ reads }) => reads.length === 0 || reads.some((name) => written.includes(name)))
        .flatMap((unique) => takenSql(staged, unique)),
    ...checksSql(staged),
    ...placesSql(staged),
];
function takenSql(staged, unique) {
    const { key, rules } = staged.piece;
    if (!unique.exclusion && unique.columns.length > 0 && (0,repair_piece .T9)(unique.columns, key))
        return [];
    if (unique.columns.some((name) => !isKnown(staged, name)))
        return [];
    const values = [
        ...key.map((name, index) => `${(0,quote .AB)(name)} AS k${index}`),
        ...unique.expressions.map((expression, index) => `(${expression}) AS u${index}`),
    ].join(', ');
    const where = unique.predicate === null ? 'true' : `(${unique.predicate})`;
    const collides = unique.operators
        .map((operator, index) => {
        const meets = `x.u${index} ${operator} y.u${index}`;
        return unique.nullsEqual ? `(${meets} OR (x.u${index} IS NULL AND y.u${index} IS NULL))` : meets;
    })
        .join(' AND ');
    const isSame = key.map((name, index) => `x.k${index} ${staged.equality(name)} y.k${index}`).join(' AND ');
    const moves = key
        .map((name, index) => `q.${(0,quote .AB)(name)} ${staged.equality(name)} y.k${index}`)
        .join(' AND ');
    const written = `(SELECT "rb at", ${values} FROM ${wouldBe(staged)} WHERE ${where} AND ${writes(staged, unique.reads)}) AS x`;
    const others = rules.includes(unique.name) ? `"rb verdict" = 'set'` : 'true';
    return [
        `SELECT x."rb at" FROM ${written} JOIN (SELECT ${values} FROM ${staged.table} AS t WHERE ${where}) AS y ON ${collides} AND NOT (${isSame})
       WHERE NOT EXISTS (SELECT FROM ${staged.at('p')} AS q WHERE q."rb verdict" = 'set' AND ${moves})`,
        `SELECT x."rb at" FROM ${written} JOIN (SELECT ${values} FROM ${wouldBe(staged)} WHERE ${where} AND ${others}) AS y ON ${collides} AND NOT (${isSame})`,
    ].map((found) => judge(staged, 'taken', unique.name, found));
}
function checksSql(staged) {
    const checks = staged.live.checks
        .filter(({ columns }) => columns.every((name) => isKnown(staged, name)))
        .map(({ name, expression }) => judge(staged, 'constraint', name, `SELECT "rb at" FROM ${wouldBe(staged)} WHERE NOT (${expression})`));
    const numbered = staged.live.columns
        .filter(({ name, always }) => always && staged.placeOf(name) > 0)
        .map(({ name }) => judge(staged, 'constraint', (0,shape .cA)(name), `SELECT "rb at" FROM ${wouldBe(staged)} WHERE "rb verdict" = 'set' AND "rb sets"[${staged.placeOf(name)}]`));
    const filled = staged.live.columns.flatMap(({ name, notNull, fallback, identity, generated }) => {
        if (!notNull || generated || staged.piece.key.includes(name))
            return [];
        const rule = (0,shape .xe)(name);
        const from = `SELECT "rb at" FROM ${wouldBe(staged)} WHERE`;
        if (staged.placeOf(name) > 0)
            return [
                judge(staged, 'constraint', rule, `${from} ${writes(staged, [name])} AND ${(0,quote .AB)(name)} IS NULL`),
            ];
        return fallback !== null || identity
            ? []
            : [judge(staged, 'constraint', rule, `${from} "rb verdict" = 'back'`)];
    });
    return [...checks, ...numbered, ...filled];
}
function placesSql(staged) {
    const { partitioned, places } = staged.live;
    if (!partitioned)
        return [];
    const fits = places.map((condition) => condition ?? 'true');
    const found = `SELECT "rb at" FROM ${wouldBe(staged)} WHERE NOT coalesce(${(0,repair_piece .bz)(fits.map((fit) => `(${fit})`))}, false)`;
    return [judge(staged, 'no place', 'no partition', found)];
}
function parentSql(staged, reference, parents, staging) {
    const { columns, toColumns, name } = reference;
    const { together, all } = staging;
    if (columns.some((column) => staged.placeOf(column) === 0))
        return [];
    const refers = (to) => (0,repair_piece .ub)(reference, { parent: to, child: 'p' });
    const given = columns.map((column) => `p.${(0,quote .AB)(column)} IS NOT NULL`).join(' AND ');
    const isThere = `EXISTS (SELECT FROM ${(0,repair_piece .RO)(parents)} AS r WHERE ${refers('r')})`;
    const planned = (condition, ...of) => (0,repair_piece .bz)(of
        .filter((parent) => parent !== undefined)
        .filter((parent) => toColumns.every((column) => parent.placeOf(column) > 0))
        .map((parent) => `EXISTS (SELECT FROM ${parent.at('p')} AS q WHERE ${condition(parent)} AND ${refers('q')})`));
    const isCollision = planned(() => `q."rb verdict" = 'collision'`, together, all);
    const comesBack = planned(() => `q."rb verdict" = 'back'`, together);
    const getsItAgain = planned((parent) => `q."rb verdict" = 'set' AND ${(0,repair_piece .bz)(toColumns.map((column) => `q."rb sets"[${parent.placeOf(column)}]`))}`, together);
    const lacks = `${given} AND (${isCollision} OR NOT (${isThere} OR ${comesBack} OR ${getsItAgain}))`;
    const sets = (0,repair_piece .bz)(columns.map((column) => `p."rb sets"[${staged.placeOf(column)}]`));
    const open = columns.filter((column) => !staged.live.columns.find((other) => other.name === column)?.notNull);
    const update = (what, where) => `UPDATE ${staged.at('p')} AS p SET ${what} WHERE ${where} AND ${lacks}`;
    const away = `"rb verdict" = 'no parent', "rb rule" = ${(0,quote .ol)(name)}`;
    const alone = [
        ...open.map((column) => `${(0,quote .AB)(column)} = NULL`),
        `"rb alone" = concat_ws(', ', p."rb alone", ${(0,quote .ol)(name)})`,
    ];
    return [
        update(open.length > 0 ? alone.join(', ') : away, `p."rb verdict" = 'back'`),
        update(away, `p."rb verdict" = 'set' AND ${sets}`),
    ];
}

; 





const EXAMPLES = 5;
const TRANSACTIONS = 10;
async function planRows(live, pieces, schema, whole) {
    const shapes = await (0,shape .et)(live);
    const staged = pieces.map((piece) => new repair_piece .lX(piece, (0,scope .I6)(shapes, piece), schema));
    for (const one of staged) {
        await live.run(`DROP TABLE IF EXISTS ${one.at('p')}; ${planSql(one)}`);
        await live.run(`${one.indexSql('p')}; ANALYZE ${one.at('p')}`);
    }
    await applyRules(live, staged, shapes, whole);
    while (whole && (await postpone(live, staged, whole)))
        await applyRules(live, staged, shapes, whole);
    const tables = [];
    for (const one of staged)
        tables.push(await tablePlan(live, one));
    return { tables, staged, objects: lostObjects(staged) };
}
async function applyRules(live, staged, shapes, whole) {
    for (let changed = true; changed;) {
        changed = false;
        for (const one of staged) {
            const { back, set } = await columnsWritten(live, one);
            const columns = (back ? one.piece.columns : set).map(({ name }) => name);
            for (const sql of ruleSql(one, columns))
                changed = (await countChanged(live, sql)) > 0 || changed;
        }
        changed = (await dropOrphans(live, staged, shapes, whole)) || changed;
    }
}
async function columnsWritten(live, one) {
    const { columns } = one.piece;
    const places = columns.map((_, index) => `coalesce(bool_or("rb sets"[${index + 1}]) FILTER (WHERE "rb verdict" = 'set'), false)`);
    const found = await live.one(`SELECT coalesce(bool_or("rb verdict" = 'back'), false) AS back, ARRAY[${places.join(', ')}] AS places
     FROM ${one.at('p')} WHERE "rb verdict" IN ('back', 'set')`);
    return { back: found.back, set: columns.filter((_, index) => found.places[index]) };
}
const countChanged = async (live, sql) => (await live.one(`WITH u AS (${sql} RETURNING 1) SELECT count(*)::float8 AS rows FROM u`))
    .rows;
async function dropOrphans(live, staged, shapes, whole) {
    const all = (whole?.pieces ?? []).map((piece) => new repair_piece .lX(piece, (0,scope .I6)(shapes, piece), whole?.schema ?? ''));
    const questions = staged.flatMap((one) => one.live.references.flatMap((reference) => {
        const parents = (0,scope .I6)(shapes, reference.to);
        const [together, other] = [staged, all].map((those) => those.find(({ live }) => live === parents));
        return parents ? parentSql(one, reference, parents, { together, all: other }) : [];
    }));
    let any = false;
    for (let changed = questions.length > 0; changed;) {
        changed = false;
        for (const sql of questions) {
            changed = (await countChanged(live, sql)) > 0 || changed;
        }
        any ||= changed;
    }
    return any;
}
async function postpone(live, staged, { schema }) {
    let any = false;
    for (const one of staged) {
        const rows = await live.query(`UPDATE ${one.at('p')} AS p SET "rb verdict" = NULL FROM ${new repair_piece .lX(one.piece, one.live, schema).at('p')} AS q
       WHERE ${one.sameKey('p', 'q')} AND p."rb verdict" IN ('back', 'set')
         AND (q."rb verdict" IS DISTINCT FROM p."rb verdict" OR q."rb alone" IS DISTINCT FROM p."rb alone") RETURNING 1 AS one`);
        any ||= rows.length > 0;
    }
    return any;
}
const verdictsOf = (live, staged, of) => live.query(`SELECT r."rb verdict" AS verdict, coalesce(r."rb rule", '') AS rule, count(*)::text AS rows,
       to_json((array_agg(${staged.keyJson('r')}))[1:${EXAMPLES}]) AS examples
     FROM ${staged.at(of)} AS r WHERE r."rb verdict" IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`);
async function tablePlan(live, staged) {
    const { piece } = staged;
    const rows = await verdictsOf(live, staged, 'p');
    const count = (verdict) => rows.reduce((sum, row) => sum + (row.verdict === verdict ? Number(row.rows) : 0), 0);
    return {
        table: (0,tables .Vb)(piece),
        reachedFrom: piece.reachedFrom,
        back: count('back'),
        set: count('set'),
        newer: piece.newer,
        deletedSince: piece.deletedSince,
        made: piece.made,
        unlinked: await live.query(`SELECT "rb alone" AS name, count(*)::int AS rows FROM ${staged.at('p')} WHERE "rb verdict" = 'back' AND "rb alone" IS NOT NULL GROUP BY 1 ORDER BY 1`),
        transactions: await transactionsOf(live, staged),
        conflicts: repair_piece .UT.flatMap((kind) => rows
            .filter(({ verdict }) => verdict === kind)
            .map(({ rule, rows, examples }) => ({
            ...{ kind, name: rule, rows: Number(rows), examples },
            isNew: ['taken', 'constraint'].includes(kind) && !piece.rules.includes(rule),
        }))),
    };
}
async function transactionsOf(live, staged) {
    const { on } = await live.one(`SELECT current_setting('track_commit_timestamp') AS on`);
    const at = on === 'on'
        ? `to_char(pg_xact_commit_timestamp(xid::xid) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
        : 'NULL';
    return live.query(`SELECT xid, ${at} AS at, rows FROM (SELECT "rb seen"::text AS xid, count(*)::int AS rows FROM ${staged.at('p')}
       WHERE "rb seen" IS NOT NULL AND "rb verdict" IS NOT NULL GROUP BY 1) AS t ORDER BY rows DESC, xid LIMIT ${TRANSACTIONS}`);
}
const lostObjects = (staged) => staged.flatMap((one) => one.isGone
    ? [{ kind: 'table', name: (0,tables .Vb)(one.piece), action: 'add back' }]
    : one.piece.columns
        .filter(({ name, lost, chosen }) => lost && chosen && !one.has(name))
        .map(({ name }) => ({ kind: 'column', name: `${(0,tables .Vb)(one.piece)}.${name}`, action: 'add back' })));
const sumOf = (tables, what) => tables.reduce((sum, table) => sum + table[what], 0);
const conflictsOf = (tables) => tables.flatMap(({ conflicts }) => conflicts);
const written = (tables) => sumOf(tables, 'back') + sumOf(tables, 'set');


  }),

  94154:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    cf: () => (  renameIn),
    s0: () => (  parseRenamed),
    zb: () => (  requireToday)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55737);
  var _scope_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82660);



function parseRenamed(text) {
    const [place = '', before = '', ...more] = text.split('=').map((part) => part.trim());
    const [schema = '', table = '', today = '', ...deeper] = place.split('.');
    if ([schema, table, today, before].includes('') || more.length + deeper.length > 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`renamed\` has "${text}"; accepted is the name of today and the one in the backup, public.customers.email_address=email.`);
    return { schema, table, today, before };
}
function requireToday(renamed, live) {
    const unknown = renamed.filter(({ schema, table, today }) => !(0,_scope_js__WEBPACK_IMPORTED_MODULE_1__  .I6)(live, { schema, name: table })?.columns.some(({ name }) => name === today));
    if (unknown.length === 0)
        return;
    const names = unknown.map(({ schema, table, today }) => `${schema}.${table}.${today}`).join(', ');
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`renamed\` names ${names}, which is not a column today; nothing was changed.`);
}
async function renameIn({ name, reader }, renamed) {
    if (renamed.length === 0)
        return;
    await reader.use(name, async (session) => {
        for (const { schema, table, today, before } of renamed) {
            const { has, had } = await session.one(`SELECT coalesce(bool_or(attname = $3), false) AS has, coalesce(bool_or(attname = $4), false) AS had
         FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass(format('%I.%I', $1::text, $2::text)) AND attnum > 0 AND NOT attisdropped`, [schema, table, today, before]);
            if (has && had)
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`renamed\` says that ${schema}.${table}.${before} is ${today} today, and the backup has both; nothing was changed.`);
            if (had)
                await session.run(`ALTER TABLE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .Z8)({ schema, name: table })} RENAME COLUMN ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .AB)(before)} TO ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .AB)(today)}`);
        }
    });
}


  }),

  42722:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    D$: () => (  describeRepair),
    WJ: () => (  describeUndo),
    cJ: () => (  repairSummary),
    cu: () => (  recommendation)
  });
  var _base_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26963);
  var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12449);


const count = (number, what, more = `${what}s`) => `${number.toLocaleString('en-US')} ${number === 1 ? what : more}`;
const MAX_LISTED_REASONS = 3;
function describeConflicts(conflicts, isDone) {
    const rows = conflicts.reduce((sum, conflict) => sum + conflict.rows, 0);
    if (rows === 0)
        return [];
    const [one, more] = isDone
        ? ['stays as it is', 'stay as they are']
        : ['would stay as it is', 'would stay as they are'];
    const stays = rows === 1 ? one : more;
    const reasons = [...new Set(conflicts.map(({ kind, name }) => (name === '' ? kind : `${kind}: ${name}`)))];
    const others = reasons.length > MAX_LISTED_REASONS ? ` and ${reasons.length - MAX_LISTED_REASONS} more reasons` : '';
    return [`${count(rows, 'row')} ${stays} (${reasons.slice(0, MAX_LISTED_REASONS).join(', ')}${others})`];
}
function describeUnlinked(tables, applied) {
    const all = tables.flatMap(({ unlinked }) => unlinked);
    const rows = all.reduce((sum, one) => sum + one.rows, 0);
    if (rows === 0)
        return [];
    const names = [...new Set(all.map(({ name }) => name))].slice(0, MAX_LISTED_REASONS).join(', ');
    return [
        `${count(rows, 'row')} ${applied ? (rows === 1 ? 'is' : 'are') : 'would be'} back without a reference, as the row that it named is not there (${names})`,
    ];
}
function describeRepair({ applied, tables, objects, evidence }) {
    const touched = tables.filter(({ back, set }) => back + set > 0).length;
    const [back, set] = [(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__  .XN)(tables, 'back'), (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__  .XN)(tables, 'set')];
    const are = (number) => (number === 1 ? 'is' : 'are');
    const made = (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__  .XN)(tables, 'made');
    const counts = applied
        ? `in ${count(touched, 'table')} ${count(back, 'row')} ${are(back)} back and ${set.toLocaleString('en-US')} ${are(set)} set back`
        : `in ${count(touched, 'table')} ${count(back, 'row')} would come back and ${set.toLocaleString('en-US')} would be set back`;
    const newer = (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__  .XN)(tables, 'newer');
    return [
        (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__  .Mp)(tables) > 0 ? counts : 'no row would come back or be set back',
        ...(objects.length > 0
            ? [
                `${objects.map(({ name }) => name).join(', ')} ${applied ? are(objects.length) : 'would be'} added back`,
            ]
            : []),
        `${count(newer, 'newer row')} ${applied ? `${are(newer)} kept` : 'would stay'}`,
        ...describeConflicts((0,_plan_js__WEBPACK_IMPORTED_MODULE_1__  .hC)(tables), applied),
        ...describeUnlinked(tables, applied),
        ...(made > 0 ? [`${count(made, 'row')} that the accident made ${made === 1 ? 'stays' : 'stay'}`] : []),
        ...(evidence !== 'after' && back > 0
            ? [`rows that come back may have been deleted by users, as no \`after\` tells`]
            : []),
    ].join('; ');
}
function recommendation({ tables, evidence }, newConstraints = 'keep') {
    const all = (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__  .hC)(tables);
    const dropped = newConstraints === 'drop' ? all.filter(({ isNew }) => isNew) : [];
    const conflicts = all.filter((conflict) => !dropped.includes(conflict));
    if (conflicts.length === 0 && dropped.length > 0)
        return `apply it: ${[...new Set(dropped.map(({ name }) => name))].join(', ')} would be dropped (\`new-constraints: drop\`), and the rows that ${dropped.length === 1 ? 'it keeps' : 'they keep'} out would come back too`;
    if (conflicts.some(({ kind }) => kind === 'no evidence'))
        return 'give `after`, a backup from after the accident: without it nothing tells what the accident changed from what users wrote, and no changed row is set back';
    if (conflicts.length > 0 && conflicts.every(({ isNew }) => isNew))
        return '`new-constraints: drop` drops the constraints that are newer than the backup and keep rows out';
    if (conflicts.length > 0)
        return 'look at the conflicts; `conflicts: keep` leaves those rows as they are and does the rest';
    if ((0,_plan_js__WEBPACK_IMPORTED_MODULE_1__  .Mp)(tables) === 0)
        return 'nothing: what the backup has of these tables is there';
    if (evidence !== 'after' && (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__  .XN)(tables, 'back') > 0)
        return 'give `after`, a backup from after the accident, where users may have deleted rows since the backup; else apply it';
    return 'apply it';
}
function repairSummary(message, sign, report, warnings) {
    return [
        `## ${sign} ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .tJ)(message)}`,
        ...(warnings.length > 0 ? [warnings.map((sentence) => `- ⚠️ ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .tJ)(sentence)}`).join('\n')] : []),
        ...(report ? reportTables(report) : []),
    ]
        .join('\n\n')
        .concat('\n');
}
function reportTables(report) {
    const { tables } = report;
    const shown = tables.filter(({ back, set, newer, deletedSince, made, conflicts }) => back + set + newer + deletedSince + made + conflicts.length > 0);
    const rows = shown.map((one) => [
        `${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .aY)(one.table)}${one.reachedFrom === null ? '' : ` (reached from ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .aY)(one.reachedFrom)})`}`,
        ...[one.back, one.set, one.newer, one.deletedSince, one.made].map(String),
        String(one.conflicts.reduce((sum, { rows }) => sum + rows, 0)),
    ]);
    const header = [
        'Table',
        'Rows back',
        'Rows set back',
        'Newer rows',
        'Deleted since',
        'Made by the accident',
        'Conflicts',
    ];
    const conflicts = shown.flatMap(conflictRows);
    const transactions = shown.flatMap(transactionRows);
    return [
        ...(rows.length > 0 ? [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .tp)(header, rows)] : []),
        ...(conflicts.length > 0
            ? ['### Rows that stay as they are', (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .tp)(['Table', 'Reason', 'Of', 'Rows', 'For example'], conflicts)]
            : []),
        ...(transactions.length > 0
            ? [
                '### Which transactions last wrote the rows that differ',
                (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .tp)(['Table', 'Transaction', 'Time', 'Rows'], transactions),
            ]
            : []),
    ];
}
const conflictRows = ({ table, conflicts }) => conflicts.map(({ kind, name, rows, examples }) => [
    (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .aY)(table),
    (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .tJ)(kind),
    name === '' ? '' : (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .aY)(name),
    String(rows),
    examples.map(keyWords).join(' '),
]);
const keyWords = (key) => (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .aY)(Object.entries(key)
    .map(([column, value]) => `${column} ${value}`)
    .join(', '));
const transactionRows = ({ table, transactions }) => transactions.map(({ xid, at, rows }) => [
    (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .aY)(table),
    (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .aY)(xid),
    at === null ? 'not kept' : (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .aY)(at),
    String(rows),
]);
function describeUndo(tables, isDone) {
    const sum = (what) => tables.reduce((total, table) => total + table[what], 0);
    const [gone, unset] = [sum('gone'), sum('unset')];
    return [
        isDone
            ? `${count(gone, 'row')} that came back ${gone === 1 ? 'is' : 'are'} gone again, and ${count(unset, 'row')} ${unset === 1 ? 'has' : 'have'} the values from before the repair`
            : `${count(gone, 'row')} that came back would go again, and ${count(unset, 'row')} would have the values from before the repair`,
        ...describeConflicts(tables.flatMap(({ conflicts }) => conflicts), isDone),
    ].join('; ');
}


  }),

  82660:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    EE: () => (  requireNone),
    I6: () => (  find),
    PL: () => (  columnsOf),
    he: () => (  refusalsOf),
    lm: () => (  tablesInScope),
    pV: () => (  commonKey),
    te: () => (  lackingRows)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _domain_snapshots_migrations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21710);
  var _domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29182);
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55737);




const REACHES = ['c', 'n', 'd'];
function tablesInScope({ before, live }, options, database) {
    const scope = { tables: options.tables, exclude: options.exclude };
    const all = uniqueTables([...live, ...before]);
    (0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_2__  .t4)(scope, all, `the database "${database}" or its backup`);
    const isWanted = (0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Od)(scope);
    const isExcluded = (table) => !(0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Od)({ tables: [], exclude: options.exclude })(table);
    const isNamed = ({ schema, name }) => options.tables.some((glob) => glob === `${schema}.${name}` || (schema === 'public' && glob === name));
    const inScope = new Map();
    for (const table of all)
        if (isWanted(table) && (!(0,_domain_snapshots_migrations_js__WEBPACK_IMPORTED_MODULE_1__  .d2)(table) || isNamed(table)))
            inScope.set((0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)(table), { table, reachedFrom: null });
    for (const [name] of inScope)
        for (const { schema, name: child, references, inherits } of [...live, ...before]) {
            const table = { schema, name: child };
            const reaches = inherits.some((parent) => (0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)(parent) === name) ||
                references.some(({ to, onDelete }) => (0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)(to) === name && REACHES.includes(onDelete));
            if (reaches && !inScope.has((0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)(table)) && !isExcluded(table))
                inScope.set((0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)(table), { table, reachedFrom: name });
        }
    return [...inScope.values()].sort((one, other) => (0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)(one.table).localeCompare((0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)(other.table)));
}
const uniqueTables = (shapes) => [
    ...new Map(shapes.map((shape) => [(0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)(shape), shape])).values(),
];
const find = (shapes, table) => shapes?.find(({ schema, name }) => schema === table.schema && name === table.name);
function commonKey(shapes) {
    const [first, ...others] = shapes;
    const isIn = (key, { keys }) => keys.some((other) => [...other].sort().join('\n') === [...key].sort().join('\n'));
    return first?.keys.find((key) => others.every((shape) => isIn(key, shape)) &&
        shapes.every(({ columns }) => key.every((name) => columns.some((column) => column.name === name && !column.generated))));
}
const WIDER = {
    smallint: ['integer', 'bigint', 'numeric'],
    integer: ['bigint', 'numeric'],
    bigint: ['numeric'],
    'character varying': ['text'],
    text: ['character varying'],
};
function fits(from, into) {
    if (from.type === into.type)
        return true;
    if (from.base === into.base)
        return from.base === 'character varying';
    return (WIDER[from.base]?.includes(into.base) === true && (into.base !== 'numeric' || into.type === 'numeric'));
}
function columnsOf({ before, after, live }, { columns, stamps }) {
    const isIn = (names, name) => names.some((given) => [name, `${live.name}.${name}`, `${live.schema}.${live.name}.${name}`].includes(given));
    return before.columns
        .filter(({ generated }) => !generated)
        .filter(({ name }) => live.columns.find((column) => column.name === name)?.generated !== true)
        .map((column) => {
        const today = live.columns.find(({ name }) => name === column.name);
        const then = after?.columns.find(({ name }) => name === column.name);
        const { type, collation } = today ?? column;
        return {
            name: column.name,
            type: `${type} ${collation}`.trim(),
            lost: after ? then === undefined : today === undefined,
            stamp: isIn(stamps, column.name),
            chosen: columns.length === 0 || isIn(columns, column.name),
        };
    });
}
function refusalsOf(table, { before, after, live }) {
    const name = (0,_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)(table);
    const [then, today, behind] = [find(before, table), find(live, table), find(after, table)];
    const both = [then, today, behind].filter((shape) => shape !== undefined);
    if (!then)
        return [];
    if (!today && behind)
        return [`${name} is gone, and \`after\` has it: it is not from after the accident`];
    if (both.some(({ foreign }) => foreign))
        return [`${name} is a foreign table, whose rows are elsewhere`];
    const { extension, owned, owner, readable, filtered, ruled } = today ?? {
        ...then,
        owned: true,
        readable: true,
    };
    const changed = then.columns.flatMap((column) => {
        const now = today?.columns.find((other) => other.name === column.name);
        return now && !column.generated && !fits(column, now)
            ? [
                `${name}.${column.name} is ${now.type} and was ${column.type}, which does not hold all that it held: ALTER TABLE ${name} ALTER COLUMN ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(column.name)} TYPE ${column.type} first (it is written anew, and locked meanwhile)`,
            ]
            : [];
    });
    const reasons = [
        [extension !== null, `${name} belongs to the extension ${extension}`],
        [!owned, `${name} belongs to "${owner}": use it, or a member of it`],
        [!readable, `${name} cannot be read by this user`],
        [
            filtered,
            `row-level security hides rows of ${name} from this user (FORCE ROW LEVEL SECURITY): ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY, or use a role with BYPASSRLS`,
        ],
        [ruled, `${name} has rules, which change what is written`],
        [
            commonKey(both) === undefined,
            `${name} has no primary key, or unique columns that are never NULL, in all of its states: its rows cannot be identified`,
        ],
    ];
    return [...reasons.filter(([applies]) => applies).map(([, reason]) => reason), ...changed];
}
const lackingRows = ({ definesWithoutRows, hasData }, shape) => !hasData ||
    (shape !== undefined &&
        (shape.partitioned ? shape.leaves : [`${shape.schema}.${shape.name}`]).some((table) => definesWithoutRows.has(table)));
function requireNone(reasons) {
    if (reasons.length > 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`This cannot be repaired, and nothing was changed: ${reasons.join('; and ')}.`, {
            details: reasons,
        });
}


  }),

  59317:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    cA: () => (  alwaysRule),
    et: () => (  shapesOf),
    fD: () => (  rulesOf),
    xe: () => (  notNullRule)
  });
  var _domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29182);

const notNullRule = (column) => `${column} is NOT NULL`;
const alwaysRule = (column) => `${column} is GENERATED ALWAYS`;
const rulesOf = ({ checks, uniques, columns }) => [
    ...[...checks, ...uniques].map(({ name }) => name),
    ...columns.flatMap(({ name, notNull }) => (notNull ? [notNullRule(name)] : [])),
    ...columns.flatMap(({ name, always }) => (always ? [alwaysRule(name)] : [])),
];
const operator = (oid) => `(SELECT format('OPERATOR(%I.%s)', opn.nspname, op.oprname) FROM pg_operator op JOIN pg_namespace opn ON opn.oid = op.oprnamespace WHERE op.oid = ${oid})`;
const shapesOf = (session) => session.query(`SELECT n.nspname AS schema, c.relname AS name, c.oid::int8::float8 AS oid, c.relkind = 'p' AS partitioned, c.relkind = 'f' AS foreign,
      (SELECT e.extname FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e' LIMIT 1) AS extension,
      pg_get_userbyid(c.relowner)::text AS owner, pg_has_role(c.relowner, 'USAGE') AS owned,
      has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AS readable,
      row_security_active(c.oid) AS filtered,
      EXISTS (SELECT FROM pg_rewrite r WHERE r.ev_class = c.oid) AS ruled,
      (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'base', format_type(a.atttypid, NULL), 'generated', a.attgenerated <> '', 'identity', a.attidentity <> '', 'always', a.attidentity = 'a', 'notNull', a.attnotnull,
          'collation', coalesce((SELECT format('COLLATE %I.%I', cn.nspname, co.collname) FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
            JOIN pg_type t ON t.oid = a.atttypid WHERE co.oid = a.attcollation AND a.attcollation <> t.typcollation), ''),
          'fallback', (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = c.oid AND d.adnum = a.attnum))
          ORDER BY a.attnum), '[]')
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      (SELECT coalesce(json_agg(k.columns ORDER BY k.indisprimary DESC, k.indexrelid), '[]') FROM (
        SELECT i.indisprimary, i.indexrelid, (SELECT json_agg(a.attname ORDER BY p.place)
            FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS p(attnum, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.attnum
            WHERE p.place <= i.indnkeyatts) AS columns
          FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
            AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[]) AND NOT a.attnotnull)) AS k) AS keys,
      (SELECT coalesce(json_agg(json_build_object('name', ic.relname, 'predicate', pg_get_expr(i.indpred, i.indrelid),
          'exclusion', x.conexclop IS NOT NULL, 'nullsEqual', coalesce(to_jsonb(i) ->> 'indnullsnotdistinct', 'false') = 'true',
          'expressions', (SELECT json_agg(pg_get_indexdef(i.indexrelid, p::int, true) ORDER BY p) FROM generate_series(1, i.indnkeyatts) AS p),
          'operators', (SELECT json_agg(${operator(`coalesce(x.conexclop[p], (SELECT e.amopopr FROM pg_opclass oc JOIN pg_amop e ON e.amopfamily = oc.opcfamily
              AND e.amoplefttype = oc.opcintype AND e.amoprighttype = oc.opcintype AND e.amopstrategy = 3 WHERE oc.oid = (i.indclass::oid[])[p - 1]))`)} ORDER BY p)
            FROM generate_series(1, i.indnkeyatts) AS p),
          'columns', (SELECT coalesce(json_agg(a.attname ORDER BY p.place), '[]') FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS p(attnum, place)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.attnum WHERE i.indexprs IS NULL AND i.indpred IS NULL),
          'reads', (SELECT coalesce(json_agg(a.attname), '[]') FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND (a.attnum = ANY (i.indkey::int2[])
            OR EXISTS (SELECT FROM pg_depend d WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum
              AND ((d.classid = 'pg_class'::regclass AND (d.objid = i.indexrelid OR (d.objid = c.oid AND d.objsubid = ANY (i.indkey::int2[])))) OR (d.classid = 'pg_attrdef'::regclass AND d.objid IN (SELECT g.oid FROM pg_attrdef g
                JOIN pg_attribute ga ON ga.attrelid = g.adrelid AND ga.attnum = g.adnum WHERE g.adrelid = c.oid AND ga.attgenerated <> '' AND ga.attnum = ANY (i.indkey::int2[]))))))))
          ORDER BY ic.relname), '[]')
        FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid LEFT JOIN pg_constraint x ON x.conindid = i.indexrelid AND x.conrelid = c.oid AND x.conexclop IS NOT NULL
        WHERE i.indrelid = c.oid AND (i.indisunique OR i.indisexclusion) AND i.indisvalid) AS uniques,
      (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'expression', pg_get_expr(k.conbin, k.conrelid),
          'columns', (SELECT coalesce(json_agg(a.attname), '[]') FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey)))
          ORDER BY k.conname), '[]')
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true') AS checks,
      (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'onDelete', k.confdeltype,
          'to', (SELECT json_build_object('schema', rn.nspname, 'name', r.relname) FROM pg_class r JOIN pg_namespace rn ON rn.oid = r.relnamespace WHERE r.oid = k.confrelid),
          'operators', (SELECT json_agg(${operator('p.oid')} ORDER BY p.place) FROM unnest(k.conpfeqop) WITH ORDINALITY AS p(oid, place)),
          'columns', (SELECT json_agg(a.attname ORDER BY p.place) FROM unnest(k.conkey) WITH ORDINALITY AS p(attnum, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum),
          'toColumns', (SELECT json_agg(a.attname ORDER BY p.place) FROM unnest(k.confkey) WITH ORDINALITY AS p(attnum, place)
            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum)) ORDER BY k.conname), '[]')
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.conparentid = 0 AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true') AS "references",
      (SELECT coalesce(json_agg(json_build_object('schema', hn.nspname, 'name', h.relname)), '[]') FROM pg_inherits hi JOIN pg_class h ON h.oid = hi.inhparent
        JOIN pg_namespace hn ON hn.oid = h.relnamespace WHERE hi.inhrelid = c.oid) AS inherits,
      (SELECT coalesce(json_agg(json_build_object('column', s.attname, 'sequence', s.sequence, 'last', pg_sequence_last_value(s.oid)::text)), '[]') FROM (
        SELECT DISTINCT a.attname, q.oid, format('%I.%I', qn.nspname, q.relname) AS sequence
          FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          JOIN pg_depend p ON (p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid AND p.refclassid = 'pg_class'::regclass)
          JOIN pg_class q ON q.oid = p.refobjid AND q.relkind = 'S' JOIN pg_namespace qn ON qn.oid = q.relnamespace
          WHERE a.attrelid = c.oid AND a.attnum > 0
        UNION SELECT a.attname, q.oid, format('%I.%I', qn.nspname, q.relname)
          FROM pg_depend p JOIN pg_class q ON q.oid = p.objid AND q.relkind = 'S' JOIN pg_namespace qn ON qn.oid = q.relnamespace
          JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid
          WHERE p.classid = 'pg_class'::regclass AND p.refclassid = 'pg_class'::regclass AND p.refobjid = c.oid AND p.deptype IN ('a', 'i')) AS s
        JOIN pg_sequence sq ON sq.seqrelid = s.oid AND sq.seqincrement > 0) AS sequences,
      (SELECT coalesce(json_agg(pg_get_partition_constraintdef(t.relid)), '[]') FROM pg_partition_tree(c.oid) t
        WHERE c.relkind = 'p' AND t.isleaf AND t.relid <> c.oid) AS places,
      (SELECT coalesce(json_agg(ln.nspname || '.' || lc.relname), '[]') FROM pg_partition_tree(c.oid) t JOIN pg_class lc ON lc.oid = t.relid
        JOIN pg_namespace ln ON ln.oid = lc.relnamespace WHERE c.relkind = 'p' AND t.isleaf AND t.relid <> c.oid) AS leaves,
      (SELECT sum(greatest(p.reltuples, 0)) FROM pg_class p WHERE p.oid = c.oid
        OR (c.relkind = 'p' AND p.oid IN (SELECT relid FROM pg_partition_tree(c.oid) WHERE isleaf)))::float8 AS rows
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition AND c.relpersistence <> 't' AND ${_domain_snapshots_tables_js__WEBPACK_IMPORTED_MODULE_0__  .a0}
    ORDER BY n.nspname, c.relname`);


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

  34193:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    K: () => (  signerOf)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


function signerOf(peer, service, region) {
    const ready = load(service, region);
    return async ({ method, url, headers, body }) => {
        const { hostname, host, pathname, searchParams, protocol } = url;
        const query = {};
        for (const name of new Set(searchParams.keys()))
            query[name] = searchParams.getAll(name);
        const request = {
            ...{ method, protocol, hostname, path: pathname, query, headers: { ...headers, host } },
            ...(body !== undefined && { body }),
        };
        try {
            const { headers: all } = await (await ready).sign(request);
            return Object.fromEntries(Object.entries(all).filter(([name]) => name.toLowerCase() !== 'host'));
        }
        catch (error) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${peer} wants signed requests, and there are no AWS credentials (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error)}); give them to the step, for example by aws-actions/configure-aws-credentials`, { cause: error });
        }
    };
}
async function load(service, region) {
    const [{ SignatureV4 }, { defaultProvider }] = await Promise.all([
        __webpack_require__.e(  5118).then(__webpack_require__.t.bind(__webpack_require__, 75118, 19)),
        Promise.all( [__webpack_require__.e(5118), __webpack_require__.e(5861)]).then(__webpack_require__.t.bind(__webpack_require__, 5861, 19)),
    ]);
    return new SignatureV4({ service, region, credentials: defaultProvider(), sha256: Sha256 });
}
class Sha256 {
    #hash;
    constructor(secret) {
        this.#hash = secret === undefined ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256') : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', bytesOf(secret));
    }
    update(data) {
        this.#hash.update(bytesOf(data));
    }
    async digest() {
        return this.#hash.digest();
    }
    reset() { }
}
function bytesOf(data) {
    if (typeof data === 'string')
        return Buffer.from(data);
    return ArrayBuffer.isView(data)
        ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
        : Buffer.from(data);
}


  }),

  33266:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    An: () => (  requirePermissions),
    HR: () => (  missingPermissions),
    UL: () => (  RightsError),
    gH: () => (  describePermissions)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

class RightsError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    name = 'RightsError';
}
async function requirePermissions(client, namespace, permissions) {
    const rules = await missingPermissions(client, namespace, permissions);
    if (rules.length === 0)
        return;
    const remedy = mayNothing(permissions, rules)
        ? 'check `namespace`, as nothing that was asked for is allowed there, or add'
        : 'add';
    throw new RightsError(`The credentials may not ${describePermissions(rules)} in the namespace ${namespace}; ${remedy} the rules below to their Role (docs/permissions.md has it whole).`, { details: ['rules:', ...rules.map(asRule)] });
}
const mayNothing = (needed, missing) => verbsOf(needed).includes('list') && verbsOf(needed).length === verbsOf(missing).length;
const verbsOf = (permissions) => permissions.flatMap(({ verbs }) => verbs);
const describePermissions = (permissions) => permissions.map(({ verbs, resource }) => `${verbs.join('/')} ${resource}`).join(', ');
async function missingPermissions(client, namespace, permissions) {
    const missing = await Promise.all(permissions.map((permission) => missingVerbs(client, namespace, permission)));
    return missing.filter((permission) => permission.verbs.length > 0);
}
async function missingVerbs(client, namespace, permission) {
    const { names = [] } = permission;
    const denied = await Promise.all(permission.verbs.map(async (verb) => {
        if (await mayDo(client, namespace, permission, verb))
            return undefined;
        const byName = await Promise.all(names.map((name) => mayDo(client, namespace, permission, verb, name)));
        return names.length > 0 && byName.every(Boolean) ? undefined : verb;
    }));
    return { ...permission, verbs: denied.filter((verb) => verb !== undefined) };
}
async function mayDo(client, namespace, { group, resource: path }, verb, name) {
    const [resource, subresource] = path.split('/');
    const review = await client.request('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
        body: {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: {
                resourceAttributes: {
                    namespace,
                    verb,
                    group,
                    resource,
                    ...(subresource ? { subresource } : {}),
                    ...(name !== undefined ? { name } : {}),
                },
            },
        },
    });
    return review.status.allowed;
}
function asRule({ group, resource, verbs }) {
    return `  - {apiGroups: [${JSON.stringify(group)}], resources: [${JSON.stringify(resource)}], verbs: [${verbs.join(', ')}]}`;
}


  }),

  79996:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    N: () => (  connect),
    V: () => (  placeIn)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3090);


const placeIn = ({ client, namespace }) => ({ cluster: client.cluster, namespace });
async function connect(inputs, { signal, mask }) {
    if (inputs.namespace !== undefined && !(0,_names_js__WEBPACK_IMPORTED_MODULE_1__  .Pi)(inputs.namespace)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`namespace\` is ${JSON.stringify(inputs.namespace)}, which is not the name of a namespace.`);
    }
    const [{ loadKubeConfig }, { KubeClient }] = await Promise.all([
        Promise.all( [__webpack_require__.e(8815), __webpack_require__.e(3867), __webpack_require__.e(1471)]).then(__webpack_require__.bind(__webpack_require__, 71471)),
        Promise.all( [__webpack_require__.e(9027), __webpack_require__.e(6134)]).then(__webpack_require__.bind(__webpack_require__, 59027)),
    ]);
    const config = loadKubeConfig(inputs, mask);
    const namespace = inputs.namespace ?? config.getContextObject(config.getCurrentContext())?.namespace ?? 'default';
    return { client: new KubeClient(config, signal), namespace };
}


  }),

  85738:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CG: () => (  runningPods),
    EB: () => (  podsOf),
    Lf: () => (  podsWith),
    Rc: () => (  workloadOf),
    XA: () => (  toReach),
    i_: () => (  isReady),
    nM: () => (  selectorText)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
  var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);



async function workloadOf(client, namespace, ref) {
    const workload = await client.find((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .jC)(namespace, ref.kind, ref.name));
    if (workload)
        return workload;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`There is no ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} in the namespace ${namespace}.`);
}
async function podsOf(client, namespace, ref) {
    const workload = await workloadOf(client, namespace, ref);
    const labelSelector = selectorText(workload.spec.selector);
    return (await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_2__  .M2, namespace, 'pods'), { labelSelector })).items;
}
async function podsWith(client, namespace, labelSelector) {
    return (await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_2__  .M2, namespace, 'pods'), { labelSelector })).items;
}
async function runningPods(client, namespace, ref) {
    const running = (await podsOf(client, namespace, ref)).filter(({ metadata, status }) => !metadata.deletionTimestamp && status?.phase === 'Running');
    if (running.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`No pod of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} runs in the namespace ${namespace}.`);
    return running.sort((a, b) => Number(isReady(b)) - Number(isReady(a)));
}
const isReady = ({ status }) => status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true;
function selectorText({ matchLabels = {}, matchExpressions = [] }) {
    const equal = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
    const others = matchExpressions.map(({ key, operator, values = [] }) => {
        if (operator === 'Exists')
            return key;
        if (operator === 'DoesNotExist')
            return `!${key}`;
        return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
    });
    return [...equal, ...others].join(',');
}
function toReach(refs, means) {
    const plurals = [...new Set(refs.map(({ kind }) => _kinds_js__WEBPACK_IMPORTED_MODULE_1__  .EZ[kind].plural))];
    return [
        ...plurals.map((resource) => ({ group: 'apps', resource, verbs: ['get'] })),
        { group: '', resource: 'pods', verbs: ['list'] },
        { group: '', resource: means, verbs: means === 'pods/exec' ? ['create', 'get'] : ['get'] },
    ];
}


  }),

  29339:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  main: () => (  main),
  post: () => (  post)
});

var external_node_fs_ = __webpack_require__(73024);
var external_node_path_ = __webpack_require__(76760);
; 
const keepingWarnings = (log, warnings) => ({
    info: (line) => log.info(line),
    group: (title, lines) => log.group(title, lines),
    warn: (sentence) => {
        warnings.push(sentence);
        log.warn(sentence);
    },
});

var blockers = __webpack_require__(89861);
var earlier_attempt = __webpack_require__(8596);
var errors = __webpack_require__(45145);
var redact = __webpack_require__(90763);
var sentence = __webpack_require__(4771);
var waits = __webpack_require__(95282);
var capture = __webpack_require__(84925);
var snapshots_tables = __webpack_require__(29182);
var consent = __webpack_require__(60225);
var tools = __webpack_require__(22654);
var clear = __webpack_require__(29014);
var dump = __webpack_require__(52921);
var external_node_crypto_ = __webpack_require__(77598);
var quote = __webpack_require__(55737);
var hand_over = __webpack_require__(93342);
var note = __webpack_require__(55846);
var restore_role = __webpack_require__(30907);
var carry_over = __webpack_require__(91675);
var backup_extensions = __webpack_require__(26029);
var written = __webpack_require__(67484);
; 






const MARK = 'rollback-actions: lets a backup be restored in place';
const SETTINGS = 'SET search_path = pg_catalog, pg_temp';
async function makeGate(session, { role, extensions }) {
    const name = `rollback_actions_${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    const word = (0,external_node_crypto_.randomBytes)(24).toString('hex');
    const digest = (0,external_node_crypto_.createHash)('sha256').update(word).digest('hex');
    const { database, public: isOwn } = await session.one(`SELECT current_database()::text AS database,
       (SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'public') AS public`);
    await session.run(gateSql(name, digest, { role, extensions, database, grantsPublic: isOwn !== false }));
    return {
        open: `SELECT ${name}.open();`,
        close: `SELECT ${name}.close('${word}');`,
        grant: (lines) => {
            const decoded = lines.map(written .r);
            return `SET LOCAL client_encoding = 'UTF8'; SELECT ${name}.grant_all(${(0,quote .ol)(JSON.stringify(decoded))});`;
        },
    };
}
function gateSql(name, digest, { role, extensions, database, grantsPublic }) {
    const to = (0,quote .AB)(role);
    const body = quote .ol;
    return `BEGIN;
    CREATE SCHEMA ${name};
    COMMENT ON SCHEMA ${name} IS ${(0,quote .ol)(MARK)};
    CREATE TABLE ${name}.closed (a int PRIMARY KEY);
    CREATE TABLE ${name}.opened (a int PRIMARY KEY REFERENCES ${name}.closed DEFERRABLE INITIALLY DEFERRED);
    CREATE FUNCTION ${name}.clear() RETURNS void LANGUAGE plpgsql ${SETTINGS} AS ${body((0,clear .RF)(name))};
    CREATE FUNCTION ${name}.extend() RETURNS void LANGUAGE plpgsql ${SETTINGS} AS ${body((0,backup_extensions .ET)(extensions, role))};
    CREATE FUNCTION ${name}.open() RETURNS void LANGUAGE plpgsql SECURITY DEFINER ${SETTINGS} SET lock_timeout = ${waits .r.IN_PLACE_LOCK_MS} AS ${body(`
      BEGIN
        INSERT INTO ${name}.opened VALUES (1);
        PERFORM ${name}.clear();
        GRANT CREATE, TEMPORARY ON DATABASE ${(0,quote .AB)(database)} TO ${to};
        ${grantsPublic ? `GRANT USAGE, CREATE ON SCHEMA public TO ${to};` : ''}
        PERFORM ${name}.extend();
        -- Its one session is here: a password that the backup may give it lets nobody in.
        ALTER ROLE ${to} NOLOGIN;
      END`)};
    CREATE FUNCTION ${name}.close(word text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER ${SETTINGS} AS ${body(`
      BEGIN
        IF encode(sha256(convert_to(word, 'UTF8')), 'hex') <> '${digest}' THEN
          RAISE EXCEPTION 'the restore has not come to its end';
        END IF;
        IF NOT EXISTS (SELECT FROM ${name}.opened) THEN
          RAISE EXCEPTION 'the backup has ended the transaction that it is restored in';
        END IF;
        INSERT INTO ${name}.closed VALUES (1);
      END`)};
    CREATE FUNCTION ${name}.grant_all(lines json) RETURNS void LANGUAGE plpgsql ${SETTINGS} AS ${body(`
      DECLARE
        line text;
      BEGIN
        FOR line IN SELECT json_array_elements_text(lines) LOOP
          BEGIN
            EXECUTE line;
          EXCEPTION WHEN OTHERS THEN
            -- The owner carries it out again, and says what does not work.
            NULL;
          END;
        END LOOP;
      END`)};
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${name} FROM PUBLIC;
    GRANT USAGE ON SCHEMA ${name} TO ${to};
    GRANT EXECUTE ON FUNCTION ${name}.open(), ${name}.close(text), ${name}.grant_all(json) TO ${to};
    COMMIT`;
}
async function dropGates(session) {
    const gates = await session.query(`SELECT nspname::text AS name FROM pg_catalog.pg_namespace n
     WHERE nspname ~ '^rollback_actions_[0-9a-f]{16}$' AND pg_catalog.obj_description(n.oid, 'pg_namespace') = $1
       AND pg_catalog.pg_has_role(nspowner, 'USAGE')`, [MARK]);
    for (const { name } of gates)
        await session.run(`DROP SCHEMA ${(0,quote .AB)(name)} CASCADE`);
}

var ownership = __webpack_require__(58310);
var psql = __webpack_require__(4347);
var script_of = __webpack_require__(36072);
; 














async function restoreInPlace(backup, options) {
    return replaceBy((rights, asOwner) => (0,script_of .F)(backup, rights, {
        ...options,
        inTransaction: true,
        schemas: asOwner ? new Set() : (0,backup_extensions .WP)(backup.extensions),
    }), backup, options);
}
async function replaceBy(read, backup, options) {
    const { extensions } = backup;
    const { database, log, signal } = options;
    const server = options.server.withSignal(signal);
    return server.use(database, async (session) => {
        await sweep(session, server, database);
        const rights = await (0,ownership .DY)(session, extensions, options.unrestricted);
        const owner = await ownerFor(session, database);
        const known = await server.use(database, hand_over .iA);
        const carried = await server.use(database, (live) => (0,carry_over .o4)(live, backup, true));
        const restorer = await restorerFor(session, server, options, owner);
        if (typeof restorer === 'string' || owner === undefined) {
            log.warn((0,restore_role .JH)(String(restorer)));
            return replaceWithAllRights(read, rights, carried, { ...options, server });
        }
        try {
            const creatable = extensions.filter(({ name }) => !rights.deniedExtensions.has(name));
            const gate = await makeGate(session, { role: restorer.name, extensions: creatable });
            const { script, leftOut, after } = read(rights, false);
            const frame = frameOf(restorer, gate, () => [...after, ...carried.map(hand_over .$U)]);
            await transact(script, frame, { ...options, version: rights.version });
            await dropGates(session);
            const { refused, warnings } = await (0,hand_over .Cl)(server, database, { owner, restorer, after, known });
            const again = backup.hasGrants ? [] : refused;
            const over = await (0,hand_over .YY)(server, database, { carried, again, known });
            for (const sentence of [...warnings, ...over.warnings, (0,carry_over .bn)(over.notCarried)])
                if (sentence)
                    log.warn(sentence);
            return warnOfLeftOut([...leftOut, ...(backup.hasGrants ? refused : []), ...over.refused], log);
        }
        finally {
            if (!signal.aborted)
                await sweep(session, server, database).catch((error) => log.warn(`The role or gate of the restore in place could not be removed (the next one removes it): ${(0,errors .bD)(error)}`));
        }
    });
}
async function replaceWithAllRights(read, rights, carried, options) {
    const { server, log } = options;
    const { script, leftOut, after } = read(rights, true);
    const ofBackup = () => (0,hand_over .d1)(after).map(hand_over .t6);
    const frame = ownFrame(server, () => [...ofBackup(), ...carried.map(({ sql }) => sql)]);
    const warnings = await transact(script, frame, { ...options, version: rights.version });
    const { refused, others } = (0,carry_over .SX)(warnings, ofBackup());
    const notCarried = (0,carry_over .bn)(others);
    if (notCarried)
        log.warn(notCarried);
    return warnOfLeftOut([...leftOut, ...refused.map((sql) => (0,hand_over .$U)({ sql: `${sql};` }))], log);
}
async function restorerFor(session, server, { database, unrestricted }, owner) {
    if (unrestricted)
        return 'that was agreed to';
    if (owner === undefined)
        return `"${server.user}" does not own the database`;
    const name = (0,note .Fe)(database, (0,external_node_crypto_.randomBytes)(8).toString('hex'), 'role');
    return (0,restore_role .dz)(session, server, { name, database, privileges: 'CONNECT', connections: 2 });
}
async function ownerFor(session, database) {
    const privilege = session.version >= 160_000 ? 'SET' : 'MEMBER';
    const { owner, may } = await session.one(`SELECT pg_get_userbyid(datdba)::text AS owner, pg_has_role(datdba, '${privilege}') AS may FROM pg_database WHERE datname = $1`, [database]);
    return may ? owner : undefined;
}
async function sweep(session, server, database) {
    await dropGates(session);
    const owner = await ownerFor(session, database);
    const left = (await (0,restore_role .yO)(session)).filter((name) => (0,note .zy)(name, database));
    for (const name of left) {
        if (owner !== undefined)
            await session.run(`REASSIGN OWNED BY ${(0,quote .AB)(name)} TO ${(0,quote .AB)(owner)}`);
        await (0,restore_role .w_)(session, server, { name, database });
    }
}
async function transact(script, { server, before, end }, { replaces = [], database, version, signal }) {
    const after = () => `${requireOneOf(replaces)}\n${end()}\nSET LOCAL synchronous_commit = local;\nCOMMIT;`;
    return (0,psql .tm)({ before, script, after }, { server, database, version, signal });
}
const frameOf = (restorer, gate, grants) => ({
    server: restorer.server,
    before: `SET client_min_messages = warning;\nBEGIN;\n${gate.open}`,
    end: () => `${gate.grant(grants())}\n${gate.close}`,
});
function ownFrame(server, rights) {
    const guard = guardOf((0,external_node_crypto_.randomBytes)(12).toString('hex'));
    return {
        server,
        before: `SET client_min_messages = warning;
    BEGIN;
    ${guard.close}
    SET LOCAL lock_timeout = ${waits .r.IN_PLACE_LOCK_MS};
    ${clear .uJ}
    SET LOCAL lock_timeout = 0;`,
        end: () => `SET LOCAL client_min_messages = warning;\n${(0,carry_over .Nj)(rights())}\n${guard.open}`,
    };
}
function warnOfLeftOut(leftOut, log) {
    const sentence = (0,ownership .hY)(leftOut);
    if (sentence)
        log.warn(sentence);
    return { leftOut };
}
function guardOf(name) {
    const [parent, child] = [`pg_temp.p_${name}`, `pg_temp.c_${name}`];
    return {
        close: `CREATE TEMPORARY TABLE p_${name} (a int PRIMARY KEY) ON COMMIT DROP;
    CREATE TEMPORARY TABLE c_${name} (a int REFERENCES ${parent} DEFERRABLE INITIALLY DEFERRED) ON COMMIT DROP;
    INSERT INTO ${child} VALUES (1);`,
        open: `INSERT INTO ${parent} VALUES (1);`,
    };
}
function requireOneOf(tables) {
    if (tables.length === 0)
        return '';
    const names = JSON.stringify(tables.map(({ schema, name }) => ({ schema, name })));
    return `
    SET LOCAL client_encoding = 'UTF8';
    SET LOCAL search_path = pg_catalog, pg_temp;
    SELECT set_config('rollback_actions.tables', ${(0,quote .ol)(names)}, true);
    DO $check$
    BEGIN
      IF NOT EXISTS (SELECT FROM json_to_recordset(current_setting('rollback_actions.tables')::json) AS t(schema text, name text)
        JOIN pg_namespace n ON n.nspname = t.schema JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = t.name) THEN
        RAISE EXCEPTION 'it has none of the tables that are there, so it is of another database; nothing was changed';
      END IF;
    END
    $check$;`;
}

var concerns = __webpack_require__(87927);
var forecast = __webpack_require__(22295);
var observe = __webpack_require__(16076);
var privileged = __webpack_require__(28591);
var restored_note = __webpack_require__(90181);
var rollback = __webpack_require__(31505);
var database_task = __webpack_require__(88771);
var database_traffic = __webpack_require__(26025);
var verify = __webpack_require__(71691);
var wal = __webpack_require__(6816);
; 


























async function rollBackInPlace(task, session, request, safetyDump) {
    const { server } = task;
    const earlier = await restoredBefore(task, session, request.source);
    if (earlier?.restored === 'verified')
        return restoredAlready(task, earlier);
    if (earlier)
        return verifyAgain(task, session, request, earlier);
    await requireContentsReplaceable(server, session);
    const ofWal = (0,wal .J)(await (0,wal ._)(session));
    if (ofWal)
        task.log.warn(ofWal);
    (0,tools .A0)(await (0,tools .B)('pg_dump'), { server: Math.floor(session.version / 10000) });
    const fetched = await (0,database_task .P)(task, 'fetch', () => request.fetch(task), () => 'The backup is fetched and whole');
    await (0,rollback .k1)(session, fetched.backup, request, task.accepts);
    await (0,forecast .N)(task, fetched.backup, 'in-place');
    const privileges = await (0,privileged ._g)(task, fetched.backup);
    await requireExtensions(task, fetched.backup);
    const ofMappings = (0,concerns .uz)(fetched.backup);
    if (ofMappings)
        task.log.warn(ofMappings);
    return (0,database_traffic .ak)(task, async () => {
        await requireContentsReplaceable(server, session);
        return replace(task, session, { ...fetched, jobs: request.jobs }, { safetyDump: unused(safetyDump), privileges, source: request.source });
    });
}
async function restoredBefore(task, session, source) {
    const { server, accepts } = task;
    const { live } = await (0,observe .q_)(session, server.database);
    const note = (0,restored_note .qI)(live.comment);
    if (note && (0,earlier_attempt .f)(note, task) && note.backup === (0,redact .E$)(source))
        return note;
    if (Number(process.env.GITHUB_RUN_ATTEMPT ?? 1) === 1)
        return undefined;
    const { role } = await (0,observe .lB)(session, server.database);
    if (!role.owner) {
        (0,consent .C)(accepts, 'unknown', `Whether an earlier attempt of this run has replaced the contents of "${live.name}" is unknown, as "${role.name}" does not own the database and could leave no note on it, and to replace them again would destroy what was written since; nothing was changed`);
    }
    return undefined;
}
async function restoredAlready(task, { at, safetyDump, downtimeSeconds }) {
    const message = `The contents of "${task.server.database}" were replaced by this run at ${at} already, and what was written since stays; what they were is in ${safetyDump} where that attempt ran.`;
    const ended = await (0,database_traffic .ah)(task, 'restore in place', message, { earlier: at });
    return { ...ended, downtimeSeconds, safetyDump };
}
async function verifyAgain(task, session, request, note) {
    const { server } = task;
    const { backup, expected } = await request.fetch(task);
    for (const sentence of await (0,privileged .LC)(server, server.database, (await (0,privileged ._g)(task, backup)).last))
        task.log.warn(sentence);
    await in_place_verify(task, { backup, expected, jobs: request.jobs }, note.safetyDump);
    await (0,restored_note .Of)(session, server.database, { ...note, restored: 'verified' });
    return restoredAlready(task, note);
}
async function requireExtensions({ server, accepts }, backup) {
    const denied = await server.use(server.database, (session) => (0,ownership .tJ)(session, backup.extensions.map(({ name }) => name)));
    if (denied.length === 0)
        return;
    const reason = `the backup needs ${denied.map((name) => `the extension "${name}"`).join(', ')}, which is not there and which "${server.user}" may not create: it would be left out`;
    (0,concerns .b5)([{ word: 'rights', tables: [], reason }], accepts, 'nothing was changed');
}
async function requireContentsReplaceable(server, session) {
    const foreign = await server.use(server.database, clear .bf);
    (0,blockers .kQ)(await (0,observe .lB)(session, server.database), foreign);
}
async function replace(task, session, restore, { safetyDump, privileges, source }) {
    const { server, log, progress, signal, run } = task;
    const { database } = server;
    await (0,database_task .P)(task, 'safety dump', () => (0,dump .m)(server, database, safetyDump, { signal }).catch((error) => explained(error, session, database)), () => `The live database is dumped to ${safetyDump}, and the dump is whole`);
    await (0,database_traffic .q6)(task);
    const tables = await server.use(database, (live) => (0,snapshots_tables .tI)(live));
    const replaces = tables.filter(({ extension }) => extension === null);
    const begun = performance.now();
    await (0,database_task .P)(task, 'restore in place', () => restoreInPlace(restore.backup, {
        server,
        database,
        log,
        progress,
        signal,
        replaces,
        unrestricted: privileges.unrestricted,
    }).catch((error) => explained(error, session, database)), () => `The contents of "${database}" are those of the backup`);
    const downtimeSeconds = (performance.now() - begun) / 1000;
    const note = { run, at: new Date().toISOString(), backup: (0,redact .E$)(source), safetyDump, downtimeSeconds };
    const noted = await leaveNote(task, session, { ...note, restored: 'restored' });
    for (const sentence of await (0,privileged .LC)(server, database, privileges.last))
        log.warn(sentence);
    await in_place_verify(task, restore, safetyDump);
    if (noted)
        await leaveNote(task, session, { ...note, restored: 'verified' });
    const message = `The contents of "${database}" are those of the backup, and it was locked for ${downtimeSeconds.toFixed(1)} s; what it held is in ${safetyDump}.`;
    return { done: true, message, downtimeSeconds, safetyDump };
}
async function leaveNote({ server, log }, session, note) {
    try {
        await (0,restored_note .Of)(session, server.database, note);
        return true;
    }
    catch (error) {
        log.warn(`The contents of "${server.database}" were replaced, and that could not be noted on it (${(0,sentence .Qu)((0,errors .bD)(error))}): do not run this again, which would replace them once more.`);
        return false;
    }
}
async function in_place_verify(task, { expected, jobs }, safetyDump) {
    if (!expected)
        return;
    const { server, signal } = task;
    await (0,database_task .P)(task, 'verify', async () => {
        const restored = await (0,capture .d)(server, server.database, {
            jobs,
            signal,
            version: expected.version,
        });
        (0,verify .qw)(restored, expected, `it is in place, and what was there before is in ${safetyDump}`);
    }, () => 'The contents are row for row what the snapshot of the backup says');
}
async function explained(error, session, database) {
    if (!/due to (lock|statement) timeout/.test((0,errors .bD)(error)))
        throw error;
    const { clients } = await (0,observe .lB)(session, database);
    const held = clients.slice(0, 5).map(blockers .$G).join('; ') || 'no session any more';
    throw new errors .lZ(`The contents of "${database}" could not be replaced, and are as they were: other sessions held them for more than ${waits .r.IN_PLACE_LOCK_MS / 1000} s (connected are ${held}); end them, or name what uses it in \`quiesce\`, and run this again.`, { cause: error });
}
function unused(path) {
    const { dir, name, ext } = (0,external_node_path_.parse)(path);
    for (let count = 1, free = path;; free = (0,external_node_path_.join)(dir, `${name}-${++count}${ext}`))
        if (!(0,external_node_fs_.existsSync)(free))
            return free;
}

var lock = __webpack_require__(34653);
var managed = __webpack_require__(93433);
var one_database_extensions = __webpack_require__(29087);
var phases = __webpack_require__(10378);
var leftovers = __webpack_require__(62280);
var prepare = __webpack_require__(25176);
var undo = __webpack_require__(32548);
; 



function planOf(observed, { phase, strategy, source, keep, bytes, run, accepts, before, }) {
    const { live } = observed;
    const size = `${(bytes / 1e6).toFixed(0)} MB`;
    const messages = {
        all: () => strategy === 'in-place'
            ? `the contents of "${live.name}" (${size}) would be dumped, and then replaced by those of ${source}`
            : `"${live.name}" (${size}) would be restored from ${source} beside itself, verified, and switched`,
        prepare: () => `"${live.name}" (${size}) would be restored from ${source} beside itself and verified`,
        switch: () => {
            const side = (0,prepare .a$)(observed);
            return side
                ? `"${side.database.name}" would take the place of "${live.name}"`
                : `nothing is prepared, so nothing would be switched`;
        },
        resume: () => 'paused traffic would be resumed',
        undo: () => {
            const plan = (0,undo .A)(observed, run);
            return plan.action === 'switch'
                ? `"${plan.to.name}" would become "${live.name}" again`
                : `nothing would be undone: ${plan.reason}`;
        },
        clean: () => {
            const names = (0,leftovers .Kz)(observed, keep, accepts).map(({ database, reason }) => `"${database.name}", which ${reason}`);
            return names.length > 0 ? `these would be dropped: ${names.join('; ')}` : 'nothing would be dropped';
        },
    };
    const action = before
        ? `"${live.name}" was switched by this run at ${before.note.at} already, so nothing would be restored`
        : messages[phase]();
    return `Planned: ${action}; nothing was changed.`;
}

var preview = __webpack_require__(95186);
; 

function logProgress(log) {
    let loggedAt = performance.now();
    return ({ step, done, total, unit, secondsLeft }) => {
        if (performance.now() - loggedAt < waits .r.PROGRESS_PERIOD_MS)
            return;
        loggedAt = performance.now();
        const amount = (value) => (unit === 'bytes' ? `${(value / 1e6).toFixed(0)} MB` : String(value));
        const of = total === undefined ? '' : ` of ${amount(total)}`;
        const left = secondsLeft === undefined ? '' : `, some ${secondsLeft} s left`;
        log.info(`… ${step}: ${amount(done)}${of}${unit === 'bytes' ? '' : ` ${unit}`}${left}`);
    };
}

var markdown = __webpack_require__(26963);
; 

const SHOWN = 30;
function summaryOf(message, sign, { loss, warnings }) {
    return [
        `## ${sign} ${(0,markdown .tJ)(message)}`,
        ...(warnings.length > 0 ? [warnings.map((sentence) => `- ⚠️ ${(0,markdown .tJ)(sentence)}`).join('\n')] : []),
        ...(loss ? [lossSummary(loss)] : []),
    ]
        .join('\n\n')
        .concat('\n');
}
const planOutcome = (message, warnings) => ({
    result: 'planned',
    message,
    summary: summaryOf(message, '📋', { warnings }),
});
const withWarnings = (message, { length }) => length === 0
    ? message
    : `${message} ${length === 1 ? 'One warning is' : `${length} warnings are`} in its log and summary.`;
function lossSummary({ backupTime, backupBetween, lastWrite, tables, unknown, against }) {
    const age = backupTime
        ? `of ${(0,markdown .aY)(backupTime)}`
        : backupBetween
            ? `made between ${(0,markdown .aY)(backupBetween.earliest)} and ${(0,markdown .aY)(backupBetween.latest)}, as its own time names no zone`
            : 'of an unknown time';
    const times = [
        `The backup is ${age}`,
        ...(against === undefined
            ? []
            : [
                `the loss is counted against ${(0,markdown .aY)(against)}, which was live before the first of several rollbacks`,
            ]),
        lastWrite
            ? `the newest write that it lacks of ${(0,markdown .aY)(lastWrite)}`
            : 'this server does not keep the time of the newest write (`track_commit_timestamp`)',
    ].join('; ');
    if (tables === null)
        return `${times}. What would be lost could not be determined: ${(0,markdown .tJ)(unknown ?? '')}`;
    if (tables.length === 0)
        return `${times}. No row differs.`;
    const rows = tables.slice(0, SHOWN).map((loss) => {
        const [least, unknown] = loss.exact ? ['', String(loss.changed)] : ['at least ', 'not compared'];
        return [(0,markdown .aY)(loss.table), `${least}${loss.lost}`, unknown, `${least}${loss.back}`];
    });
    const more = tables.length > SHOWN ? `\n\nand ${tables.length - SHOWN} more tables, in the output \`data-loss\`.` : '';
    return `${times}.\n\n${(0,markdown .tp)(['Table', 'Rows lost', 'Rows with older contents', 'Rows that come back'], rows)}${more}`;
}
function outcomeOf({ done, message, downtimeSeconds, previous, safetyDump, loss, tables, side }, server, warnings) {
    const outputs = {
        database: server.database,
        'downtime-seconds': downtimeSeconds?.toFixed(3),
        'previous-database': previous,
        'side-database': side,
        'safety-dump': safetyDump,
        'data-loss': loss,
        tables,
    };
    const known = Object.entries(outputs).filter(([, value]) => value !== undefined);
    return {
        result: done ? 'done' : 'no-op',
        message: withWarnings(message, warnings),
        outputs: Object.fromEntries(known),
        summary: summaryOf(message, done ? '✅' : '➖', { loss, warnings }),
    };
}

var renamed = __webpack_require__(94154);
var render = __webpack_require__(42722);
; 




function windowOf({ since, until, after }) {
    if (since === undefined && until === undefined)
        return {};
    if (since === undefined || until === undefined)
        throw new errors .lZ("Inputs `since` and `until` belong together: what was written between them is the accident, and what later is users'.");
    if (after !== undefined)
        throw new errors .lZ('Inputs `since` and `until` are for a repair without `after`, which tells more.');
    if (since > until)
        throw new errors .lZ('Input `since` is later than `until`; the accident was between them.');
    return { window: { since, until } };
}
const repairOptionsOf = (inputs) => ({
    ...windowOf(inputs),
    tables: inputs.tables,
    exclude: inputs.excludeTables,
    columns: inputs.columns,
    stamps: inputs.stampColumns,
    renamed: inputs.renamed.map(renamed .s0),
    conflicts: inputs.conflicts,
    newConstraints: inputs.newConstraints,
    triggers: inputs.triggers,
    maxWait: inputs.maxWait,
    batch: inputs.batch,
});
function requireRepairInputs(inputs) {
    const { strategy, phase, tables, after, columns, stampColumns } = inputs;
    if (strategy === 'repair') {
        if (['all', 'prepare'].includes(phase) && tables.length === 0)
            throw new errors .lZ('Input `tables` is required for `strategy: repair`: the tables that were damaged, one a line, such as public.orders.');
        repairOptionsOf(inputs);
        return;
    }
    const given = [
        tables.length > 0 && '`tables`',
        after !== undefined && '`after`',
        inputs.since !== undefined && '`since`',
        inputs.until !== undefined && '`until`',
        columns.length > 0 && '`columns`',
        stampColumns.length > 0 && '`stamp-columns`',
        inputs.renamed.length > 0 && '`renamed`',
    ].filter((name) => name !== false);
    if (given.length > 0)
        throw new errors .lZ(`${given.join(', ')} ${given.length > 1 ? 'are' : 'is'} for \`strategy: repair\` alone; \`strategy: ${strategy}\` takes the whole database back. Say which one is meant.`);
}
function inputs_outcomeOf({ result, message, report, loss }, database, warnings) {
    const outputs = { database, repair: report, 'data-loss': loss };
    const sign = { done: '✅', 'no-op': '➖', planned: '📋', failed: '❌' }[result];
    return {
        result,
        message: withWarnings(message, warnings),
        outputs: Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined)),
        summary: (0,render .cJ)(message, sign, report, warnings),
    };
}

; 


function requireInputs({ confirm, phase, strategy, backup }, { database }, { dryRun }) {
    if (phases .Z[phase].restores && backup === undefined) {
        throw new errors .lZ(`Input \`backup\` is required for the phase \`${phase}\`: s3://bucket/key, https://…, pgbackrest://stanza?time=…, rds://instance?time=…, rds-snapshot://… or a path.`);
    }
    if (strategy === 'in-place' && !phases .Z[phase].inPlace) {
        throw new errors .lZ(`The strategy \`in-place\` has no phase \`${phase}\`: it replaces the contents in one go.`);
    }
    if (!dryRun && confirm !== database) {
        const given = confirm === undefined ? 'is missing' : `is ${JSON.stringify(confirm)}`;
        throw new errors .lZ(`Input \`confirm\` ${given}; type the name of the database, ${JSON.stringify(database)}, to say that you mean it.`);
    }
}

var database_source = __webpack_require__(7064);
var access = __webpack_require__(33266);
var connect = __webpack_require__(79996);
var settled = __webpack_require__(71501);
var time_limit = __webpack_require__(2609);
var address = __webpack_require__(44869);
var deadline = __webpack_require__(68606);
var postgres_client = __webpack_require__(95746);
; 
function entriesTo(entries, database, address) {
    const named = entries.filter((entry) => entry.database === database && entry.name !== 'pgbouncer');
    const exact = named.filter((entry) => leadsTo(entry, address));
    return exact.length > 0 ? exact : named;
}
const leadsTo = ({ host, port }, address) => (host ?? '').split(',').some((one) => `${one}:${port}` === address);
const entryAddress = ({ host, port }) => `${host ?? 'a Unix socket'}:${port}`;
function holdersOf(names, servers, clients) {
    return servers
        .filter(({ database, state }) => names.includes(database) && state === 'active')
        .map(({ database, link, remote_pid }) => {
        const client = clients.find(({ ptr }) => ptr === link);
        const clientText = client
            ? `user ${JSON.stringify(client.user)} from ${client.addr}:${client.port}, last query at ${client.request_time}`
            : 'a client that has gone since';
        return `${JSON.stringify(database)}: ${clientText}, PostgreSQL process ${remote_pid}`;
    });
}
const consoleName = (name) => /^[0-9a-z_]+$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;

var session = __webpack_require__(81149);
; 






const CONSOLE = 'pgbouncer';
const MAX_HEARD_BYTES = 64 * 1024 ** 2;
class Console {
    name;
    #client;
    #signal;
    #destroy;
    constructor(name, client, signal, destroy) {
        this.name = name;
        this.#client = client;
        this.#signal = signal;
        this.#destroy = destroy;
    }
    static async open(address, signal) {
        signal.throwIfAborted();
        const name = `${address.host}:${address.port}`;
        try {
            const { client, destroy } = await (0,postgres_client .M)(address, { database: CONSOLE, connectionTimeoutMillis: waits .r.POOLER_CONNECT_MS }, signal);
            let heard = 0;
            (0,postgres_client .m)(client).on('data', (chunk) => {
                heard += chunk.length;
                if (heard > MAX_HEARD_BYTES)
                    destroy();
            });
            return new Console(name, client, signal, destroy);
        }
        catch (error) {
            signal.throwIfAborted();
            throw new errors .lZ(connectMessage(error, name, address.user), { cause: error });
        }
    }
    show(what) {
        return this.#query(`SHOW ${what}`);
    }
    async command(verb, name, late) {
        late?.throwIfAborted();
        late?.addEventListener('abort', this.#destroy);
        try {
            await this.#query(`${verb} ${consoleName(name)}`);
        }
        finally {
            late?.removeEventListener('abort', this.#destroy);
        }
    }
    async settled(name, signal) {
        for (;;) {
            const pools = await this.show('POOLS');
            if (!pools.some(({ database, sv_login }) => database === name && sv_login > 0))
                return;
            await (0,deadline .v7)(waits .r.POOLER_POLL_MS, signal);
        }
    }
    async mode() {
        const settings = await this.show('CONFIG');
        return settings.find(({ key }) => key === 'pool_mode')?.value ?? '';
    }
    async entries(server) {
        const listed = await this.#listed(server);
        if (listed.length > 0)
            return listed;
        await this.#make(server.database);
        const made = await this.#listed(server);
        if (made.length > 0)
            return made;
        const others = await this.show('DATABASES');
        throw new errors .lZ(`pgbouncer at ${this.name} leads no client to the database ${JSON.stringify(server.database)}; check \`pgbouncer-url\`, or leave it out.`, { details: others.map(({ name, database }) => `${name} → ${database}`) });
    }
    async paused(server) {
        const listed = await this.#listed(server);
        const shown = listed.some(({ name }) => name === server.database);
        if (!shown)
            await this.#make(server.database);
        return (shown ? listed : await this.#listed(server)).filter(({ paused }) => paused === 1);
    }
    async admin() {
        await this.command('RESUME', 'rollback_actions_probe').catch((error) => {
            if (!/no such database|is not paused/.test((0,errors .bD)(error)))
                throw error;
        });
    }
    close() {
        this.#signal.removeEventListener('abort', this.#destroy);
        this.#destroy();
    }
    async #make(name) {
        await this.command('RECONNECT', name).catch((error) => {
            if (!/no such database/.test((0,errors .bD)(error)))
                throw error;
        });
    }
    async #listed({ database, name }) {
        return entriesTo(await this.show('DATABASES'), database, name);
    }
    async #query(text) {
        try {
            return (await this.#client.query(text)).rows;
        }
        catch (error) {
            this.#signal.throwIfAborted();
            throw new errors .lZ(queryMessage(error, this.name, text), { cause: error });
        }
    }
}
function connectMessage(error, name, user) {
    const words = (0,errors .bD)(error) || (0,session .$N)(error);
    if ((0,session .$N)(error) === '3D000')
        return `At ${name} there is a PostgreSQL and no pgbouncer (${words}); check the port of \`pgbouncer-url\`.`;
    if (words === 'not allowed')
        return `pgbouncer at ${name} does not let the user ${JSON.stringify(user)} into its console; add it to admin_users.`;
    return `pgbouncer at ${name} cannot be reached as ${JSON.stringify(user)} (${words}); check \`pgbouncer-url\`.`;
}
function queryMessage(error, name, text) {
    const words = (0,errors .bD)(error);
    if ((0,session .$N)(error) === '42704')
        return `At ${name} there is a PostgreSQL and no pgbouncer (${words}); check the port of \`pgbouncer-url\`.`;
    if (words === 'admin access needed')
        return `pgbouncer at ${name} lets this user only read; name one of its admin_users in \`pgbouncer-url\`.`;
    if (words === 'already suspended/paused')
        return `pgbouncer at ${name} is paused as a whole, by someone else; RESUME it first.`;
    return `pgbouncer at ${name} refused ${text}: ${words}.`;
}

; 







class Poolers {
    #addresses;
    #signal;
    constructor(addresses, signal) {
        this.#addresses = addresses;
        this.#signal = signal;
    }
    static parse(urls, { signal, mask }) {
        const addresses = urls.map((url) => (0,address .or)(url, 'pgbouncer-url'));
        for (const { password, database } of addresses) {
            if (password)
                mask(password);
            if (database !== CONSOLE)
                throw new errors .lZ(`Input \`pgbouncer-url\` ends with the database ${JSON.stringify(database)}; pgbouncer's admin console is /${CONSOLE}.`);
        }
        return new Poolers(addresses, signal);
    }
    withSignal(signal) {
        return new Poolers(this.#addresses, signal);
    }
    async check(server) {
        const found = await this.#each(this.#signal, async (console) => {
            await console.admin();
            const entries = await console.entries(server);
            const mode = await console.mode();
            return entries.flatMap((entry) => warnings(entry, entry.pool_mode ?? mode, console.name, server));
        });
        return found.flat();
    }
    async pause(server, seconds) {
        const stop = new AbortController();
        const late = AbortSignal.timeout(seconds * 1000);
        const signal = AbortSignal.any([this.#signal, stop.signal]);
        try {
            await this.#each(signal, async (console, address) => {
                const names = (await console.entries(server)).map(({ name }) => name);
                try {
                    for (const name of names) {
                        await console.settled(name, AbortSignal.any([signal, late]));
                        await console.command('PAUSE', name, late);
                    }
                }
                catch (error) {
                    const reason = late.aborted && !signal.aborted ? await tooLate(address, names, seconds) : error;
                    stop.abort(reason);
                    throw reason;
                }
            });
        }
        catch (error) {
            await this.#goOn(server, error);
            throw error;
        }
    }
    async resume(server) {
        const counts = await this.#each(this.#signal, async (console) => {
            const paused = await console.paused(server);
            for (const { name } of paused)
                await console.command('RESUME', name);
            return paused.length;
        });
        return counts.reduce((sum, count) => sum + count, 0);
    }
    async paused(server) {
        const found = await this.#each(this.#signal, (console) => console.paused(server));
        return found.flat().length > 0;
    }
    async #each(signal, work) {
        return (0,settled .vd)(this.#addresses.map(async (address) => {
            const console = await Console.open(address, signal);
            return work(console, address).finally(() => console.close());
        }));
    }
    async #goOn(server, cause) {
        try {
            await this.withSignal((0,time_limit .z)(waits .r.POOLER_RESUME_MS, 'pgbouncer did not answer')).resume(server);
        }
        catch (error) {
            throw new errors .lZ(`PAUSE failed, and then RESUME did: clients of the database ${JSON.stringify(server.database)} wait until you give RESUME on pgbouncer's console.`, { details: [(0,errors .bD)(cause), (0,errors .bD)(error)], cause });
        }
    }
}
async function tooLate(address, names, seconds) {
    const console = await Console.open(address, (0,time_limit .z)(waits .r.POOLER_RESUME_MS, 'pgbouncer did not answer'));
    const servers = await console.show('SERVERS');
    const clients = await console.show('CLIENTS');
    console.close();
    const details = holdersOf(names, servers, clients);
    const reason = details.length > 0
        ? `${details.length} clients kept their connections (until their transaction ends, or with pool_mode=session until they disconnect); end them`
        : 'PostgreSQL did not let pgbouncer in meanwhile; fix that';
    return new errors .lZ(`pgbouncer at ${console.name} could not pause within ${seconds} s and goes on, as ${reason} and run again.`, { details });
}
function warnings(entry, mode, pooler, server) {
    const name = JSON.stringify(entry.name);
    const sentences = [];
    if (!leadsTo(entry, server.name))
        sentences.push(`pgbouncer at ${pooler} leads ${name} to ${entryAddress(entry)}, which \`database-url\` calls ${server.name}; they are taken for the same server.`);
    if (mode === 'session')
        sentences.push(`pgbouncer at ${pooler} pools ${name} by session, so PAUSE waits until its clients disconnect; pool_mode=transaction would wait for their transactions only.`);
    return sentences;
}

var quiesce = __webpack_require__(18521);
; 




async function trafficOf(inputs, context) {
    const urls = inputs.pgbouncerUrl.split(/\s+/).filter(Boolean);
    return {
        workloads: inputs.quiesce.length > 0
            ? { ...(await (0,connect .N)(inputs, context)), wanted: (0,quiesce .tS)([...inputs.quiesce]) }
            : undefined,
        poolers: urls.length > 0 ? Poolers.parse(urls, context) : undefined,
    };
}
async function checkTraffic({ workloads, poolers }, server, phase, { log }) {
    if (workloads) {
        await (0,access .An)(workloads.client, workloads.namespace, (0,quiesce .dq)(workloads.wanted));
        if (phase !== 'resume')
            await (0,quiesce .c7)(workloads);
    }
    for (const warning of (await poolers?.check(server)) ?? [])
        log.warn(warning);
}

var component = __webpack_require__(5491);
var side_cluster = __webpack_require__(8713);
; 


























async function main(inputs, given) {
    const warnings = [];
    const context = { ...given, log: keepingWarnings(given.log, warnings) };
    const server = session.Server.parse(inputs.databaseUrl, context);
    requireRepairInputs(inputs);
    requireInputs(inputs, server, context);
    const traffic = await trafficOf(inputs, context);
    const folder = (0,database_source .yS)(server, context.rollbackId);
    const isNext = context.dryRun && context.checksWritePermissions;
    if (isNext)
        process.once('exit', () => removeFetched(folder));
    try {
        if (inputs.phase === 'resume' && !context.dryRun)
            return outcomeOf(await (0,rollback .U)(taskOf(server, traffic, context)), server, warnings);
        await checkTraffic(traffic, server, inputs.phase, context);
        if (inputs.strategy === 'repair')
            return await repaired(inputs, { server, traffic, folder, warnings }, context);
        if (context.dryRun)
            return planOutcome(await planned(inputs, server, traffic, context), warnings);
        const cleanedUp = context.registerCleanup();
        const task = taskOf(server, traffic, context, inputs);
        const holder = {
            id: context.rollbackId,
            accepts: context.accepts,
            inPlace: inputs.strategy === 'in-place',
        };
        const done = await (0,lock .k)(server, holder, (session) => carryOut(inputs, task, session, folder));
        if (inputs.resume)
            cleanedUp();
        return outcomeOf(done, server, warnings);
    }
    finally {
        traffic.workloads?.client.close();
        if (!isNext)
            removeFetched(folder);
    }
}
async function post(inputs, context) {
    const server = session.Server.parse(inputs.databaseUrl, context);
    const folder = (0,database_source .yS)(server, context.rollbackId);
    try {
        const traffic = await trafficOf(inputs, context);
        const task = taskOf(server, traffic, context);
        await (0,database_traffic .nI)(task, context.rollbackId).finally(() => traffic.workloads?.client.close());
    }
    finally {
        removeFetched(folder);
        await (0,side_cluster .mV)((0,external_node_path_.dirname)(folder));
        await (0,database_source .EB)([inputs.backup, inputs.after], { ...context, server });
    }
}
const folderOfAfter = (folder) => `${folder}-after`;
function removeFetched(folder) {
    for (const path of [folder, folderOfAfter(folder)])
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
}
const taskOf = (server, traffic, { rollbackId, run, signal, log, record, accepts }, { resume = true, deployedAt } = {}) => ({
    server,
    traffic,
    id: rollbackId,
    run,
    deployedAt,
    signal,
    accepts,
    log,
    record,
    progress: logProgress(log),
    resumeLater: !resume,
});
async function planned(inputs, server, traffic, context) {
    const { log, signal, run, accepts } = context;
    const phase = phases .Z[inputs.phase];
    const session = await (0,observe .Op)(server, inputs.strategy === 'in-place');
    try {
        (0,lock .V)(session, server, accepts);
        const observed = await (0,observe .S$)(session, server.database, signal);
        for (const warning of (0,blockers .nZ)(observed))
            log.warn(warning);
        const ofWal = phase.restores ? (0,wal .J)(await (0,wal ._)(session)) : undefined;
        if (ofWal)
            log.warn(ofWal);
        if (inputs.strategy === 'in-place')
            await requireContentsReplaceable(server, session);
        else if (phase.brings)
            (0,blockers .um)(observed, { stopsTraffic: (0,database_task .H)(traffic) });
        if (inputs.strategy === 'swap' && phase.restores)
            await (0,one_database_extensions .hU)(server);
        const source = inputs.backup && (await (0,database_source .Io)(inputs.backup, { ...inputs, signal }));
        const folder = (0,database_source .yS)(server, context.rollbackId);
        const takes = inputs.backup && (await (0,database_source .As)(inputs.backup, server, folder, { ...inputs, signal }));
        const before = phase.brings === 'backup' && inputs.strategy === 'swap'
            ? (0,earlier_attempt .x)(observed, { id: context.rollbackId, run, deployedAt: inputs.deployedAt }, phase.restores ? source : undefined)
            : undefined;
        const foreseen = inputs.backup && phase.restores && !before
            ? await (0,preview .V)({ server, session, accepts, log }, previewed(inputs, context, server))
            : '';
        if (phase.brings === 'backup') {
            const step = inputs.strategy === 'in-place' ? 'restore in place' : 'switch';
            const to = source === undefined ? {} : { to: source };
            context.record({ ...(0,component .yK)(server), step, status: 'planned', ...to });
        }
        const bytes = await (0,observe .fb)(session, observed);
        const plan = planOf(observed, { ...inputs, source, bytes, run, accepts, before });
        return [plan, takes, foreseen].filter(Boolean).join(' ');
    }
    finally {
        await session.close();
    }
}
const previewed = (inputs, context, server) => ({
    source: inputs.backup,
    sha256: inputs.backupSha256,
    snapshot: inputs.snapshot,
    counts: !context.step?.continuesAtOnce,
    s3Endpoint: inputs.s3Endpoint,
    directory: (0,database_source .yS)(server, context.rollbackId),
    log: context.log,
    signal: context.signal,
    way: inputs.strategy === 'in-place' ? 'in-place' : inputs.phase === 'prepare' ? 'prepare' : 'swap',
    of: inputs.backupDatabase ?? server.database,
    maxDataLoss: inputs.maxDataLoss,
});
async function carryOut(inputs, task, session, folder) {
    const { phase, keep, strategy } = inputs;
    if (phase === 'switch')
        return (0,rollback .Xi)(task, session, { keep, maxDataLoss: inputs.maxDataLoss });
    if (phase === 'undo')
        return (0,rollback .tN)(task, session);
    if (phase === 'clean')
        return (0,rollback .uH)(task, session, keep);
    const request = await requestOf(inputs, task, session, folder);
    if (strategy === 'in-place') {
        const dump = inputs.safetyDump ?? (0,external_node_path_.join)((0,external_node_path_.dirname)(folder), `safety-dump-${task.id}.dump`);
        return rollBackInPlace(task, session, request, dump);
    }
    return (phase === 'prepare' ? rollback .Gl : rollback .Q7)(task, session, request);
}
async function repaired(inputs, given, context) {
    const { server, traffic, folder, warnings } = given;
    const { dryRun, step, rollbackId, accepts, signal } = context;
    const cleanedUp = dryRun ? () => { } : context.registerCleanup();
    const task = taskOf(server, traffic, context, { ...inputs, resume: dryRun || inputs.resume });
    const sources = [inputs.backup, inputs.after].filter((source) => source !== undefined);
    const check = (source) => (0,database_source .As)(source, server, folder, { ...inputs, signal });
    const { foresee, repair } = await __webpack_require__.e(  8976).then(__webpack_require__.bind(__webpack_require__, 88976));
    const report = await (0,lock .k)(server, { id: rollbackId, accepts, inPlace: false }, (session) => dryRun && (step?.continuesAtOnce || sources.some(managed .yF)) && phases .Z[inputs.phase].restores
        ? foresee(task, session, inputs.tables, sources, check)
        : repair(task, session, phaseRequestOf(inputs, task, session, folder), dryRun));
    if (dryRun && inputs.phase !== 'clean')
        context.record({ ...(0,component .yK)(server), step: 'repair', status: 'planned' });
    if (inputs.resume)
        cleanedUp();
    return inputs_outcomeOf(report, server.database, warnings);
}
const phaseRequestOf = (inputs, task, session, folder) => ({
    ...inputs,
    options: repairOptionsOf(inputs),
    request: async () => {
        const { after } = inputs;
        const request = await requestOf(inputs, task, session, folder);
        const other = after && { ...inputs, backup: after, backupSha256: undefined, snapshot: undefined };
        const second = other ? await requestOf(other, task, session, folderOfAfter(folder)) : undefined;
        return { ...request, options: repairOptionsOf(inputs), after: second };
    },
});
async function requestOf(inputs, { server, signal }, session, directory) {
    const source = inputs.backup;
    return {
        source: await (0,database_source .Io)(source, { ...inputs, signal }),
        fetch: async (task) => {
            const { log, progress } = task;
            const options = { ...inputs, source, sha256: inputs.backupSha256, directory, log, progress, signal };
            const readOnce = inputs.strategy !== 'in-place';
            const backup = await (0,database_source .EA)(task, {
                ...options,
                readOnce,
                ...(await (0,preview .X)(session)),
            });
            const expected = await (0,database_source .eY)(inputs.snapshot, options);
            return { backup: (0,database_source .Bm)(backup, expected, inputs.backupDatabase ?? server.database), expected };
        },
        jobs: inputs.jobs,
        of: inputs.backupDatabase ?? server.database,
        maxDataLoss: inputs.maxDataLoss,
        keep: inputs.keep,
    };
}


  })

};
;