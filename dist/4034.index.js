"use strict";
exports.id = 4034;
exports.ids = [4034];
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

  44034:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    handServicesBack: () => (  handServicesBack)
  });
  var _perform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47684);
  var _steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73254);


async function handServicesBack(request, context) {
    const services = request.components.filter(({ kind }) => kind === 'service').map(({ name }) => name);
    const outcomes = await Promise.all(services.map((name) => (0,_perform_js__WEBPACK_IMPORTED_MODULE_0__  .y9)((0,_steps_js__WEBPACK_IMPORTED_MODULE_1__  .P)('hand back', name, 'hand-back', []), request, new Map(), context)));
    const results = outcomes.map(({ result }) => result);
    const result = ['failed', 'planned', 'done'].find((each) => results.includes(each)) ?? 'no-op';
    const owners = outcomes.flatMap((outcome) => (outcome.outputs?.owners ?? []));
    const lasting = outcomes.every((outcome) => outcome.outputs?.lasting === true);
    const pullRequests = outcomes.map(({ outputs }) => outputs?.['pull-request']).filter(Boolean);
    return {
        result,
        message: services.length === 0 ? 'Nothing to hand back: there are no services.' : messagesOf(services, outcomes),
        outputs: { owners, lasting, 'pull-request': pullRequests.join(' '), record: context.recordPath },
        summary: outcomes.map(({ summary = '' }) => summary).join('\n\n'),
    };
}
function messagesOf(services, outcomes) {
    const [only] = outcomes;
    if (only && outcomes.length === 1)
        return only.message;
    return outcomes.map(({ message }, at) => `${services[at]}: ${message}`).join(' ');
}


  }),

  47684:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    LQ: () => (  partFor),
    me: () => (  notify),
    y9: () => (  perform)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2609);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);
  var _record_catalogue_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15379);
  var _record_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26503);
  var _runner_part_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27402);
  var _values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1659);







async function perform(step, request, results, context) {
    return (0,_runner_part_js__WEBPACK_IMPORTED_MODULE_5__  .L)(await partFor(step, request, results, context), contextFor(step, context));
}
const notify = (event, name, request, context) => perform({
    ...{ name, verb: 'notify', component: undefined, action: 'notify', values: { event } },
    ...{ after: [], when: 'always' },
}, request, new Map(), context);
async function partFor(step, request, results, context) {
    try {
        return (0,_runner_part_js__WEBPACK_IMPORTED_MODULE_5__  .o)(await request.load(step.action), (0,_values_js__WEBPACK_IMPORTED_MODULE_6__  .sm)(step, request, results), context);
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ) || step.component === undefined)
            throw error;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The component ${step.component}: ${error.message}`, { cause: error });
    }
}
function contextFor(step, context) {
    const signal = signalFor(step, context);
    const record = (event) => {
        if (step.verb !== 'capture' || event.step === _record_record_js__WEBPACK_IMPORTED_MODULE_4__  .U)
            context.record(event);
    };
    return {
        ...context,
        signal,
        record,
        log: prefixed(context.log, step.name),
        dryRun: context.dryRun || (step.verb === 'plan' && step.values.phase !== 'plan'),
        checksWritePermissions: context.checksWritePermissions ?? !context.dryRun,
        step: { name: step.name, lock: context.lock, continuesAtOnce: !context.dryRun },
        registerCleanup: () => () => { },
    };
}
function signalFor({ verb, action }, { signal, lock }) {
    if ((0,_record_catalogue_js__WEBPACK_IMPORTED_MODULE_3__  .rQ)(action) === 'notifies')
        return (0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__  .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.CHAIN_NOTIFY_MS, 'The messages were not sent');
    if (verb !== 'resume')
        return signal;
    const giving = (0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__  .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.CHAIN_RESUME_MS, 'Traffic was not resumed');
    return lock ? AbortSignal.any([giving, lock]) : giving;
}
const prefixed = (log, name) => ({
    info: (line) => log.info(`[${name}] ${line}`),
    warn: (sentence) => log.warn(`${name}: ${sentence}`),
    group: (title, lines) => log.group(`[${name}] ${title}`, lines),
});


  }),

  73254:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    I: () => (  sorted),
    P: () => (  step)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

function step(verb, component, action, after, { values = {}, when = 'done', afterAnyOutcome = [], ignoredInputs, } = {}) {
    const name = component === undefined ? verb : `${verb} ${component}`;
    return {
        name,
        verb,
        component,
        action,
        values,
        after: [...new Set(after)],
        when,
        ...(afterAnyOutcome.length > 0 && { afterAnyOutcome: afterAnyOutcome }),
        ...(ignoredInputs && { ignoredInputs }),
    };
}
function sorted(steps) {
    const rest = [...steps];
    const result = [];
    while (rest.length > 0) {
        const next = rest.findIndex(({ after, afterAnyOutcome = [] }) => !rest.some(({ name }) => after.includes(name) || afterAnyOutcome.includes(name)));
        if (next < 0) {
            const components = [...new Set(rest.map(({ component }) => component).filter(Boolean))].join(', ');
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The components ${components} wait for each other; say with \`after\` which of them comes first (docs/configure.md).`);
        }
        result.push(...rest.splice(next, 1));
    }
    return result;
}


  }),

  1659:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    N6: () => (  isFailure),
    sm: () => (  valuesOf),
    zc: () => (  settingsFor)
  });
  var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
  var _record_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15379);


function valuesOf(step, given, results = new Map()) {
    const settings = settingsFor(given, step.action, step.component);
    const known = { ...without(step.ignoredInputs ?? [], settings), ...step.values };
    return {
        ...known,
        ...(step.verb === 'notify start' && earlierOf(given)),
        ...filesOf(step, given.folder),
        ...findings(step, known, given.folder, results),
    };
}
const RECOVERY = '10m';
const without = (names, values) => Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
function settingsFor({ environment, components, passed }, action, component) {
    const { values } = environment.defaultsFor(action, component ?? servicesFor(action, components));
    const { confirm: _, ...shared } = passed;
    return { ...values, ...(action === 'rollback-db' ? passed : shared) };
}
function earlierOf(given) {
    const { history } = settingsFor(given, 'report', undefined);
    return history === undefined ? {} : { history };
}
function servicesFor(action, components) {
    const services = components.filter(({ kind }) => kind === 'service').map(({ name }) => name);
    if (action !== 'assess' || services.length === 0)
        return undefined;
    return services.length === 1 ? services[0] : services;
}
function filesOf({ action, component = 'data' }, folder) {
    if (action === 'rollback-infra')
        return { 'plan-file': (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${component}.plan`) };
    if (action === 'rollback-service')
        return { 'state-file': (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${component}-state.yaml`) };
    return {};
}
function findings({ verb, component = 'data' }, values, folder, results) {
    switch (verb) {
        case 'capture': {
            const side = results.get(`prepare ${component}`)?.outputs['side-database'];
            return {
                snapshot: snapshotOf(component, folder),
                commands: '',
                logs: '',
                ...(typeof side === 'string' && { database: side }),
            };
        }
        case 'compare':
            return { snapshot: snapshotOf(component, folder), expect: values.expect ?? 'no-loss' };
        case 'verify recovery':
            return { recovery: values.recovery ?? RECOVERY };
        case 'notify end':
            return { event: [...results.values()].some(isFailure) ? 'failed' : 'completed' };
        default:
            return {};
    }
}
const snapshotOf = (component, folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${component}-integrity.json`);
const isFailure = ({ step, outcome }) => (outcome === 'failed' || outcome === 'skipped') && !isUncounted(step);
const isUncounted = ({ action, when }) => when !== 'always' && ['decides', 'notifies'].includes((0,_record_catalogue_js__WEBPACK_IMPORTED_MODULE_1__  .rQ)(action) ?? '');


  }),

  27402:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    L: () => (  runPart),
    o: () => (  readPart)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
  var _base_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92920);
  var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52266);
  var _recorded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8855);





function readPart(action, values, { mask }) {
    for (const secret of (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__  .VY)(action.inputs, (key) => values[(0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__  .yu)(key)]))
        mask(secret);
    const entries = { ..._inputs_js__WEBPACK_IMPORTED_MODULE_1__  .j$, timeout: valibot__WEBPACK_IMPORTED_MODULE_3__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_4__  .p0)()), ...action.inputs };
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__  .Ko)(entries, {}, { values });
    return { action, inputs, timeout: inputs.timeout };
}
async function runPart({ action, inputs, timeout }, context) {
    if (timeout === undefined)
        return (0,_recorded_js__WEBPACK_IMPORTED_MODULE_2__  .t)(action, inputs, context);
    const deadline = (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__  .Ip)(timeout);
    const signal = AbortSignal.any([context.signal, deadline.signal]);
    try {
        return await (0,_recorded_js__WEBPACK_IMPORTED_MODULE_2__  .t)(action, inputs, { ...context, timeout, signal });
    }
    finally {
        deadline.stop();
    }
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


  })

};
;