"use strict";
exports.id = 3879;
exports.ids = [3879];
exports.modules = {

  42030:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    t: () => (  now)
  });
const now = () => new Date(performance.timeOrigin + performance.now());


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

  26503:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    C: () => (  openRecord),
    U: () => (  _catalogue_js__WEBPACK_IMPORTED_MODULE_6__.UC)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
  var _base_clock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42030);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
  var _base_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60599);
  var _base_instant_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5685);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90763);
  var _catalogue_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15379);









function openRecord(path, id, { redact, warn }) {
    let warned = false;
    const append = (text) => (0,_base_files_js__WEBPACK_IMPORTED_MODULE_3__  .sX)(path, text);
    try {
        (0,_base_files_js__WEBPACK_IMPORTED_MODULE_3__  .fc)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        append('');
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`The rollback record ${path} cannot be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .bD)(error)}.`, {
            cause: error,
        });
    }
    const { ahead, isCut } = endOf(path);
    let before = isCut ? '\n' : '';
    return (event) => {
        const at = new Date((0,_base_clock_js__WEBPACK_IMPORTED_MODULE_7__  .t)().getTime() + ahead).toISOString();
        try {
            append(`${before}${JSON.stringify({ id, at, ...withoutSecrets(event, redact) })}\n`);
            before = '';
        }
        catch (error) {
            before = '\n';
            if (!warned)
                warn(`The rollback record ${path} is not complete: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .bD)(error)}.`);
            warned = true;
        }
    };
}
function withoutSecrets({ status, seconds, ...texts }, redact) {
    const { component, step } = texts;
    return {
        ...JSON.parse((0,_base_redact_js__WEBPACK_IMPORTED_MODULE_5__  .Rh)(texts, redact)),
        component: redactedAfter(component.indexOf('/'), component, redact),
        step: redactedAfter((0,_catalogue_js__WEBPACK_IMPORTED_MODULE_6__  .rl)(texts).length, step, redact),
        status,
        ...(seconds !== undefined && { seconds }),
    };
}
const redactedAfter = (length, text, redact) => length < 0 ? text : text.slice(0, length) + redact(text.slice(length));
function endOf(path) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
        const last = text.trimEnd().split('\n').at(-1) ?? '';
        return { ahead: millisecondsAhead(last), isCut: text !== '' && !text.endsWith('\n') };
    }
    catch {
        return { ahead: 0, isCut: false };
    }
}
function millisecondsAhead(line) {
    try {
        const { at } = JSON.parse(line);
        return (0,_base_instant_js__WEBPACK_IMPORTED_MODULE_4__  .u)(at) ? Math.max(0, Date.parse(at) - (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_7__  .t)().getTime()) : 0;
    }
    catch {
        return 0;
    }
}


  }),

  60225:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    C: () => (  requireConsent),
    e: () => (  consentOf)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

function consentOf(words, actor, record) {
    const used = new Set();
    return (word) => {
        if (!words.includes(word))
            return false;
        if (!used.has(word)) {
            const by = actor ?? 'unknown';
            const message = `${actor ?? 'Somebody unknown'} accepted \`${word}\`.`;
            record({
                component: 'consent',
                step: `accept ${word}`,
                status: 'done',
                message,
                evidence: { word, by },
            });
            used.add(word);
        }
        return true;
    };
}
function requireConsent(accepts, word, refusal) {
    if (accepts(word))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${refusal}; to go on all the same, say \`accept: ${word}\`.`);
}


  }),

  8855:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    t: () => (  recorded),
    u: () => (  requireReason)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_run_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17169);
  var _record_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26503);
  var _action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99297);




async function recorded(action, inputs, context) {
    const part = context.step?.name;
    const begun = performance.now();
    const event = { component: action.recordedAs?.(inputs) ?? action.name, step: _record_record_js__WEBPACK_IMPORTED_MODULE_1__  .U };
    const ended = () => ({ ...event, seconds: (performance.now() - begun) / 1000 });
    context.record({ ...event, status: 'started', evidence: originEvidence(context) });
    try {
        const outcome = await action.main(inputs, part === undefined ? context : ofPart(part, context));
        const { result, message, outputs } = outcome;
        context.record({ ...ended(), status: _action_js__WEBPACK_IMPORTED_MODULE_2__  .P[result], message, evidence: { part, result, outputs } });
        return outcome;
    }
    catch (thrown) {
        const error = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .to)(thrown);
        context.record({
            ...ended(),
            status: 'failed',
            message: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error),
            ...(part && { evidence: { part } }),
        });
        throw error;
    }
}
const ofPart = (part, context) => ({
    ...context,
    record: (event) => context.record({ ...event, part }),
});
function requireReason({ changes }, inputs, options) {
    const isChange = typeof changes === 'function' ? changes(inputs) : changes;
    if (!isChange || options.dryRun || options.reason)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `reason` is required: say in a few words why, for the record and for those who ask later.');
}
function originEvidence({ step, environment, reason, dryRun }) {
    const { GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = process.env;
    const actor = process.env.GITHUB_TRIGGERING_ACTOR || process.env.GITHUB_ACTOR;
    return {
        part: step?.name,
        environment,
        reason: reason || undefined,
        'dry-run': dryRun,
        run: (0,_base_run_url_js__WEBPACK_IMPORTED_MODULE_3__  .r)(),
        actor,
        repository,
        sha,
    };
}


  }),

  33879:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  run: () => (  run)
});

var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var base_deadline = __webpack_require__(68606);
var errors = __webpack_require__(45145);
var markdown = __webpack_require__(26963);
var waits = __webpack_require__(95282);
var config = __webpack_require__(45169);
var record_record = __webpack_require__(26503);
var runner_action = __webpack_require__(99297);
var consent = __webpack_require__(60225);
var core = __webpack_require__(21691);
var foreign = __webpack_require__(61376);
var redact = __webpack_require__(90763);
; 



const SUMMARY_LIMIT = 1024 * 1024 - 1024;
function githubRunner() {
    const masked = new Set();
    const safe = (text) => (0,redact .E$)((0,foreign .DJ)(text));
    const log = {
        info: (line) => printInert(safe(line)),
        warn: (sentence) => core .$e(safe(sentence)),
        group(title, lines) {
            core .Oh(safe(title));
            for (const line of lines)
                printInert(safe(line));
            core .N4();
        },
    };
    return {
        log,
        redact: redact .E$,
        mask(secret) {
            if (secret.trim() === '' || masked.has(secret))
                return;
            for (const line of secret.split(/\r?\n/))
                masked.add(line.trim());
            masked.delete(secret);
            for (const each of [secret, ...redact .O3.add(secret)]) {
                if (!masked.has(each))
                    core .Pq(each);
                masked.add(each);
            }
        },
        isPost: () => core .Gu('phase') === 'post',
        markMain: () => core .LZ('phase', 'post'),
        needsPost: () => core .Gu('cleanup') === 'needed',
        registerCleanup: () => {
            core .LZ('cleanup', 'needed');
            return () => core .LZ('cleanup', 'done');
        },
        output: (name, value) => core .uH(name, typeof value === 'string' ? safe(value) : (0,redact .Rh)(value)),
        error: (sentence) => core .z3(safe(sentence)),
        async summary(markdown) {
            if (!process.env.GITHUB_STEP_SUMMARY)
                return;
            await core .z.addRaw(cut(safe(markdown), SUMMARY_LIMIT)).write();
        },
    };
}
function printInert(text) {
    for (const line of (0,foreign .wi)(text))
        core .pq(line);
}
function cut(text, bytes) {
    if (Buffer.byteLength(text) <= bytes)
        return text;
    const note = '\n\n(The rest is cut: GitHub takes 1 MiB.)\n';
    const room = Buffer.from(text).subarray(0, bytes - Buffer.byteLength(note));
    return room.subarray(0, room.lastIndexOf('\n')).toString() + note;
}

var inputs = __webpack_require__(52266);
var recorded = __webpack_require__(8855);
; 













async function run(action, load) {
    const runner = { ...githubRunner(), load };
    process.on('uncaughtException', (error) => {
        reportFailure(error, runner);
        process.exit();
    });
    try {
        for (const secret of (0,inputs .VY)(action.inputs, (key) => (0,inputs .JR)(process.env, key)))
            runner.mask(secret);
        await (runner.isPost() ? runPost(action, runner) : runMain(action, runner));
    }
    catch (error) {
        reportFailure(error, runner);
    }
    finally {
        setTimeout(() => process.exit(), waits .r.EXIT_MS).unref();
    }
}
function reportFailure(thrown, runner) {
    const error = (0,errors .to)(thrown);
    runner.error((0,errors .bD)(error));
    const details = detailsOf(error);
    if (details.length > 0)
        runner.log.group('Details', details);
    process.exitCode = 1;
}
async function runMain(action, runner) {
    const started = performance.now();
    runner.markMain();
    try {
        const { common, inputs } = await validated(action, runner);
        const outcome = await beforeDeadline(action, inputs, common, runner);
        for (const [name, value] of Object.entries(outcome.outputs ?? {}))
            runner.output(name, value);
        runner.output('result', outcome.result);
        if (outcome.summary)
            await runner.summary(outcome.summary);
        if (runner_action .P[outcome.result] !== 'failed')
            runner.log.info(outcome.message);
        else {
            runner.error(outcome.message);
            process.exitCode = 1;
        }
    }
    catch (error) {
        for (const [name, value] of Object.entries(error instanceof errors .lZ ? error.outputs : {}))
            runner.output(name, value);
        runner.output('result', 'failed');
        await runner.summary(failureSummary(error));
        throw error;
    }
    finally {
        runner.output('seconds', ((performance.now() - started) / 1000).toFixed(1));
    }
}
async function beforeDeadline(action, inputs, common, runner) {
    const deadline = (0,base_deadline .db)(common.timeout);
    try {
        return await (0,recorded .t)(action, inputs, contextOf(common, deadline.signal, runner));
    }
    finally {
        deadline.stop();
    }
}
async function runPost(action, runner) {
    if (!runner.needsPost())
        return;
    const { common, inputs } = await validated(action, runner);
    const deadline = (0,base_deadline .db)(waits .r.POST_PHASE_SECONDS);
    await action.post?.(inputs, contextOf(common, deadline.signal, runner)).finally(deadline.stop);
}
const detailsOf = (error) => error instanceof errors .lZ ? error.details : [error.stack ?? ''];
function failureSummary(error) {
    const details = detailsOf(error);
    const lines = details.length > 0 ? `\n\n<pre>${details.map(markdown .tJ).join('\n')}</pre>` : '';
    return `## ❌ ${(0,markdown .tJ)((0,errors .bD)(error))}${lines}\n`;
}
async function validated(action, runner) {
    const input = (key) => (0,inputs .JR)(process.env, key);
    const wanted = { path: input('config'), environment: input('environment'), component: input('component') };
    const defaults = action.ignoresConfig?.(input)
        ? (0,config .Gg)(wanted.environment)
        : await (0,config .xV)({ ...wanted, action: action.name });
    for (const secret of (0,inputs .VY)(action.inputs, (key) => defaults.values[(0,inputs .yu)(key)]))
        runner.mask(secret);
    for (const warning of defaults.warnings)
        runner.log.warn(warning);
    const entries = { ...inputs .j$, ...action.inputs };
    const all = (0,inputs .Ko)(entries, process.env, defaults);
    const common = { ...all, environment: defaults.environment };
    (0,recorded .u)(action, all, common);
    return { common, inputs: all };
}
function contextOf(common, signal, runner) {
    const { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT = '1', GITHUB_ACTOR, GITHUB_TRIGGERING_ACTOR, RUNNER_TEMP, } = process.env;
    const run = GITHUB_RUN_ID ?? `local-${process.ppid}`;
    const rollbackId = common.rollbackId ?? `${run}-${GITHUB_RUN_ATTEMPT}`;
    const path = common.record ?? (0,external_node_path_.join)(RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'rollback-record.jsonl');
    const record = (0,record_record .C)(path, rollbackId, { redact: runner.redact, warn: runner.log.warn });
    return {
        signal,
        timeout: common.timeout,
        log: runner.log,
        mask: runner.mask,
        redact: runner.redact,
        load: runner.load,
        registerCleanup: runner.registerCleanup,
        recordPath: path,
        record,
        accepts: (0,consent .e)(common.accept, GITHUB_TRIGGERING_ACTOR || GITHUB_ACTOR, record),
        rollbackId,
        run,
        reason: runner.redact(common.reason ?? ''),
        dryRun: common.dryRun,
        environment: common.environment,
    };
}


  })

};
;