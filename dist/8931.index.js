export const id = 8931;
export const ids = [8931];
export const modules = {

/***/ 40718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ clear_cache_action)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/values.js
var values = __webpack_require__(92920);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/systems/redis/errors.js
var redis_errors = __webpack_require__(89002);
// EXTERNAL MODULE: ./build/systems/redis/link.js
var redis_link = __webpack_require__(3041);
;// CONCATENATED MODULE: ./build/cache/commands.js

/**
 * Finds out whether a command may be used, without using it. What a server does not say, or is too old to say, is
 * unknown.
 */
async function availability(link, command, ...words) {
    const [keys, user] = await link.send([
        ['COMMAND', 'GETKEYS', command, ...words],
        ['ACL', 'WHOAMI'],
    ]);
    if (keys instanceof redis_link/* Refusal */.P_ && /invalid command/i.test(keys.message))
        return 'missing';
    const isThere = !(keys instanceof redis_link/* Refusal */.P_) || /no key arguments/i.test(keys.message);
    if (user instanceof redis_link/* Refusal */.P_ || user === undefined || user === null)
        return 'unknown';
    const [trial] = await link.send([['ACL', 'DRYRUN', String(user), command, ...words]]);
    if (trial instanceof redis_link/* Refusal */.P_)
        return /not found/i.test(trial.message) ? 'missing' : 'unknown';
    const isAllowed = String(trial).toUpperCase() === 'OK';
    return isAllowed ? (isThere ? 'there' : 'unknown') : 'forbidden';
}
/**
 * Why a server's keys have to go one by one, though its database could be emptied at once, as half a sentence; undefined
 * where nothing says so.
 */
async function oneByOneReason(link, command) {
    if (await hasIndexes(link))
        return 'has search indexes, which every flush drops, whatever database they are of';
    const state = await availability(link, command);
    if (state === 'missing')
        return `does not have ${command}`;
    return state === 'forbidden' ? `does not let this user ${command}` : undefined;
}
/** An index of RediSearch is no key: a flush of any database takes the definitions of all, and nothing brings them back. */
async function hasIndexes(link) {
    const info = String(await (0,redis_link/* sendCommand */.S8)(link, 'INFO'));
    if (!/^module:name=search,/m.test(info))
        return false;
    const [, count] = /^search_number_of_indexes:(\d+)/m.exec(String(await (0,redis_link/* sendCommand */.S8)(link, 'INFO', 'search'))) ?? [];
    // An older one does not say how many it has.
    return count !== '0';
}
/** True where a server refused a command as one that it does not have, or not for this user. */
const isUnavailable = (error) => error instanceof redis_link/* Refusal */.P_ && (error.code === 'NOPERM' || /unknown command/i.test(error.message));
/** The command that takes keys away: one that leaves the work to another thread, where the server has and allows it. */
async function deletingCommand(link, key) {
    try {
        await (0,redis_link/* sendCommand */.S8)(link, 'UNLINK', key);
        return 'UNLINK';
    }
    catch (error) {
        if (!isUnavailable(error))
            throw error;
        try {
            await (0,redis_link/* sendCommand */.S8)(link, 'DEL', key);
        }
        catch {
            throw error;
        }
        return 'DEL';
    }
}

;// CONCATENATED MODULE: ./build/cache/known.js
/** Where a name may begin: at the start of a key, or behind what its writers put namespaces, numbers and hash tags with. */
const START = '(?:^|[:{}/|_.!#-])';
/**
 * What works with keys that are not cache, and how their names begin, wherever its users have put a namespace before it:
 * `:1:django.contrib.sessions.`, `laravel_database_queues:`, `{bull}:`. Losing them loses jobs, logs users out, or opens locks
 * and limits. Its test has the projects' files that say so, as far as they were looked up.
 */
const BEGINNINGS = [
    ['queues of Bull or BullMQ', [String.raw `\{?bull(?:mq)?\}?:`]],
    // Laravel restarts its workers by `illuminate:queue:restart`, which every deploy writes.
    ['queues of Sidekiq', ['(?<!illuminate:)queue:']],
    ['counters of Sidekiq', ['stat:']],
    ['locks of Sidekiq', ['uniquejobs:']],
    ['schedules of Sidekiq', ['cron_jobs?(?![A-Za-z])', 'sidekiq-scheduler:', 'it-(?=[0-9a-f]{24}$|$)']],
    ['queues of Resque', ['resque:', 'delayed_queue_schedule', 'persistent_schedules', 'failed_queues']],
    ['queues of Laravel', ['queues:', 'horizon:']],
    ['locks of Laravel', ['laravel_unique_job:', 'laravel-queue-overlap:', 'framework/schedule-']],
    ['switches of Laravel', ['illuminate:foundation:down', 'illuminate:(?:queues?|schedule):paused']],
    ['queues of Celery', [String.raw `_?kombu\.`, 'unacked', String.raw `celery[\x06:]`, 'redbeat[:_]']],
    ['results of Celery', ['celery-task(?:set)?-meta-', 'chord-unlock-']],
    ['queues of RQ', ['rq:']],
    ['queues of ARQ', ['arq:']],
    ['queues of Dramatiq', ['dramatiq[:.]']],
    ['queues of Huey', [String.raw `huey\.(?:redis|schedule|results)\.`]],
    ['queues of Django Q', ['django_q:']],
    ['groups of Django Channels', ['asgi:group:', String.raw `asgispecific\.`]],
    ['queues of Bee-Queue', ['bq:']],
    ['queues of RSMQ', ['rsmq:']],
    ['queues of Asynq', ['asynq:']],
    ['queues of Hangfire', [String.raw `\{?hangfire\}?:`]],
    ['queues of Symfony', ['messenger:']],
    ['schedules of APScheduler', ['apscheduler[.:](?:jobs|run_times)']],
    ['sessions of Spring', ['spring:session:']],
    ['sessions of PHP', ['PHPREDIS_SESSION:']],
    // After it the id, which is not shown.
    ['sessions of Symfony', ['sf_s(?=[A-Za-z0-9,-]{22}|$)']],
    ['sessions of Magento', ['sess_(?=[A-Za-z0-9,-]{22}|$)']],
    ['sessions of oauth2-proxy', ['_oauth2_proxy-']],
    [
        'sessions of ASP.NET',
        [
            String.raw `\{[^{}]{1,80}_(?=[a-z0-5]{24}\}_(?:Data|Internal|Write_?Lock|SessionTimeout|SessionStateItemCollection)|$)`,
        ],
    ],
    ['sessions of Rails', ['session_id:', 'rack:session:']],
    ['sessions of Django', [String.raw `django\.contrib\.sessions\.`]],
    ['sessions', ['sess(?:ions?)?:']],
    [
        'rate limits',
        [
            'rl(?:flx)?:',
            'rate[_-]?limit(?:er|s)?[:/]',
            'throttle_',
            'laravel_throttles_exceptions:',
            'LIMITER/',
            'rack::?attack:',
            String.raw `request_rate_limiter\.`,
            'limiter:',
            'lmtr-',
        ],
    ],
    ['locks', ['(?:job-)?locks?:', 'redlock:', 'redisson_']],
    // Losing them may charge a card twice, or let a logged-out user in again.
    ['idempotency keys', ['idem(?:potency|potent)?(?:[_-]?keys?)?:']],
    [
        'revoked tokens',
        ['(?:black|block|deny)list(?:ed)?(?:[_-](?:jti|tokens?))?:', 'revoked(?:[_-](?:jti|tokens?))?:'],
    ],
];
/** Whole keys, or what stands behind a namespace. */
const WHOLE = [
    ['queues of Sidekiq', ['queues', 'retry', 'schedule', 'dead']],
    ['processes of Sidekiq', ['processes']],
    ['queues of Resque', ['failed', 'workers']],
    ['queues of Celery', ['celery']],
    ['queues of Symfony', ['messages']],
    ['keys that ASP.NET signs sessions with', ['DataProtection-Keys']],
];
/** How keys of queues end, whatever name and prefix their queue has. */
const ENDS = [
    // Where a queue is paused, its jobs are moved from `wait` to `paused`; `repeat` are its schedules.
    [
        'queues of Bull or BullMQ',
        ':(?:wait|waiting-children|delayed|prioritized|paused|repeat|stalled(?:-check)?)',
    ],
    ['queues of Laravel', ':(?:reserved|notify)'],
    ['queues of Symfony', '__queue'],
    // The id of a session, or what counts attempts, directly behind the prefix of a cache.
    ['sessions or limits of Laravel', '(?<=[_:-]cache[_:-]{1,2})(?:[A-Za-z0-9]{40}|.{1,100}:timer)?'],
];
/** Bytes of a key that are read: what comes later is not a namespace. */
const MAX_CHARACTERS_READ = 128;
const begins = BEGINNINGS.map(([, names]) => `(${names.join('|')})`).join('|');
const BEGINNING = new RegExp(`${START}(?:${begins})`);
/** A word of Sidekiq that is also the name of a cached thing counts behind a namespace of one part. */
const wholes = WHOLE.map(([, names]) => `(${names.join('|')})`).join('|');
const WHOLE_KEY = new RegExp(`^(?:[^:{}]+[:_-])?(?:${wholes})$`);
const ends = ENDS.map(([, end]) => `(${end})`).join('|');
const END = new RegExp(`(?:${ends})$`);
/** The whole keys that can be asked for by name, where there is too much to look at everything. */
const knownKeys = WHOLE.flatMap(([, names]) => names);
/** What keys with the same name before their number are; one in a million is read. */
const remembered = new Map();
const MAX_REMEMBERED = 10_000;
/** Numbers and ids, in which nothing of the above can be. */
const IS_NUMBER = /^(?=[0-9a-f-]*\d)[0-9a-f-]{1,36}$/;
/** The key before: most have the same name, and only another number behind it. */
let last = { name: '', known: undefined };
function find(key) {
    if (last.name !== '' && key.startsWith(last.name) && IS_NUMBER.test(key.slice(last.name.length)))
        return last.known;
    const end = key.lastIndexOf(':') + 1;
    if (end === 0 || end > MAX_CHARACTERS_READ || !IS_NUMBER.test(key.slice(end)))
        return matchKnown(key);
    const name = key.slice(0, end);
    if (!remembered.has(name)) {
        if (remembered.size >= MAX_REMEMBERED)
            remembered.clear();
        remembered.set(name, matchKnown(`${name}0`));
    }
    last = { name, known: remembered.get(name) };
    return last.known;
}
function matchKnown(key) {
    const head = key.slice(0, MAX_CHARACTERS_READ);
    const begun = BEGINNING.exec(head);
    if (begun)
        return knownOf(key, begun.index + begun[0].length, nameOf(begun, BEGINNINGS));
    const whole = WHOLE_KEY.exec(head);
    if (whole && key.length <= MAX_CHARACTERS_READ)
        return knownOf(key, key.length, nameOf(whole, WHOLE));
    const ended = END.exec(key.slice(-MAX_CHARACTERS_READ));
    if (!ended)
        return undefined;
    const least = key.length - ended[0].length;
    // Of a queue the whole key says what it is; after a cache's prefix stands a user's identity.
    const isQueue = /^(?::|__)/.test(ended[0]);
    return { ...knownOf(key, isQueue ? key.length : least, nameOf(ended, ENDS)), least };
}
const knownOf = (key, length, contents) => ({
    text: key.slice(0, length),
    least: length,
    contents,
});
const nameOf = (match, names) => names[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? '';
/** `queues of Sidekiq`; what stands for several is of all of them. */
const contentsOf = (known) => find(known)?.contents ?? 'queues, sessions, locks or limits';
/**
 * What of the known things a key belongs to, unless that was named: one of `named` is a beginning of the key that says
 * at least as much as the known beginning does (`sess:` and `sess:eu:` name sessions, `s` does not).
 */
function knownThing(key, named) {
    const known = find(key);
    if (known === undefined)
        return undefined;
    return named.some((name) => name.length >= known.least && key.startsWith(name)) ? undefined : known.text;
}

;// CONCATENATED MODULE: ./build/cache/plan.js

/** Decides from what was seen; changes nothing. */
function planClear(survey, request) {
    const what = describeScope(request);
    if (survey.count === 0)
        return { action: 'no-op', reason: `there are no ${what}` };
    const found = [
        ...[...survey.known].map(([known, count]) => `${known} (${count} keys, ${contentsOf(known)})`),
        ...survey.streams.map((name) => `${name} (a stream)`),
    ];
    if (found.length > 0) {
        return {
            action: 'refuse',
            reason: `some ${what} are not a cache: ${found.join(', ')}; give a narrower \`prefix\`, or name in \`allow-prefixes\` what may go`,
        };
    }
    if (request.maxKeys !== undefined && survey.count > request.maxKeys) {
        return {
            action: 'refuse',
            reason: `${survey.count} keys would be deleted, and \`max-keys\` is ${request.maxKeys}; raise it if you mean that`,
        };
    }
    return { action: 'clear', what };
}
/** `keys that begin with "shop:"` */
function describeScope({ mode, prefixes }) {
    if (mode === 'database')
        return 'keys of the database';
    if (mode === 'all')
        return 'keys of all databases';
    return `keys that begin with ${prefixes.map((prefix) => JSON.stringify(prefix)).join(' or ')}`;
}

// EXTERNAL MODULE: ./build/base/markdown.js
var markdown = __webpack_require__(26963);
;// CONCATENATED MODULE: ./build/cache/render.js


/** How many groups of keys are shown. */
const MAX_GROUPS_SHOWN = 10;
function nodeOf(node, deleted, error) {
    if (error)
        return { node, deleted: deleted ?? 0, result: 'failed', message: error.message };
    return { node, deleted: deleted ?? 0, result: deleted === undefined ? 'untouched' : 'cleared' };
}
/** `1 key`, `20 keys` */
const keys = (count) => (count === 1 ? '1 key' : `${count} keys`);
/** What a look found, for the log. */
function foundLines({ count, size, groups, known, streams, whole }) {
    const some = whole ? '' : ' (of the first 2,000,000 of a master)';
    return [
        `${count} of ${keys(size)} match:`,
        ...groups
            .largest(MAX_GROUPS_SHOWN)
            .map(([group, number]) => `  ${JSON.stringify(group)}: ${number}${some}`),
        ...[...known].map(([name, number]) => `  of these ${JSON.stringify(name)}: ${number}, ${contentsOf(name)}`),
        ...streams.map((name) => `  of these ${JSON.stringify(name)}: a stream`),
    ];
}
const SIGNS = { done: '✅', 'no-op': '✅', planned: '📋', failed: '❌' };
/** The job summary: nodes, and what the keys begin with. */
function summaryOf(result, message, nodes, survey) {
    const rows = nodes.map((node) => [
        (0,markdown/* code */.aY)(node.node),
        node.result,
        String(node.deleted),
        (0,markdown/* inert */.tJ)(node.message ?? ''),
    ]);
    const groups = (survey?.groups.largest(MAX_GROUPS_SHOWN) ?? []).map(([group, number]) => [
        (0,markdown/* code */.aY)(group),
        String(number),
    ]);
    return [
        `## ${SIGNS[result]} ${(0,markdown/* inert */.tJ)(message)}`,
        (0,markdown/* table */.tp)(['Master', 'Result', 'Deleted', ''], rows),
        ...(groups.length > 0 ? [(0,markdown/* table */.tp)(['Keys that begin with', 'Seen before'], groups)] : []),
        '',
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./build/cache/groups.js
/** The most groups that are distinguished; keys beyond are counted as others. */
const MAX_GROUPS = 1000;
const OTHERS = '(others)';
const SEPARATORS = new Set([':', '.', '|', '/']);
/**
 * Counts keys by what they begin with, up to the first separator behind `skip` characters. Whole keys are not kept:
 * they may be names of people, or secrets.
 */
class Groups {
    counts = new Map();
    /** The group of the key before, which most keys share. */
    #last = { skip: -1, group: '' };
    add(key, skip) {
        if (this.#last.skip === skip && key.startsWith(this.#last.group))
            return this.#count(this.#last.group);
        let end = skip;
        while (end < key.length && !SEPARATORS.has(key[end]))
            end += 1;
        const group = end === key.length ? key.slice(0, skip) || OTHERS : key.slice(0, end + 1);
        const known = this.counts.has(group) || this.counts.size < MAX_GROUPS ? group : OTHERS;
        // What ends with its separator is the group of every key that begins with it.
        if (known === group && SEPARATORS.has(group.at(-1) ?? '') && group.length > skip)
            this.#last = { skip, group };
        this.#count(known);
    }
    #count(group) {
        this.counts.set(group, (this.counts.get(group) ?? 0) + 1);
    }
    merge(other) {
        for (const [group, count] of other.counts)
            this.counts.set(group, (this.counts.get(group) ?? 0) + count);
    }
    /** The largest first. */
    largest(most) {
        return [...this.counts].sort(([, a], [, b]) => b - a).slice(0, most);
    }
}

// EXTERNAL MODULE: ./build/base/deadline.js
var deadline = __webpack_require__(68606);
;// CONCATENATED MODULE: ./build/cache/pace.js

/** Milliseconds for which a server may be at work on one request of ours, while all other clients wait. */
const TURN_MS = 1;
/** Keys that a server is asked to look at in one go, and keys that it deletes in one go. */
const COUNT = { first: 500, least: 100, most: 1000 };
const BATCH = { first: 250, least: 100, most: 500 };
/** So few keys are little work: an answer takes as long as the way there and back. */
const FEW = 10;
const FEW_ANSWERS = 3;
/** The longest rest that is taken because the server was slow. */
const LONGEST_REST_MS = 50;
/** Answers of which the fastest says how fast the server is: others were held up by something else. */
const WINDOW = 8;
/**
 * How much is requested of a server at once, and how long it rests in between: by how fast it answers. What it takes longer for
 * than the way there and back takes is work, for which all of its clients wait.
 */
class Pace {
    /** Milliseconds between two requests; undefined is as long as a slow server was at work. */
    #rest;
    #batch;
    #count = COUNT.first;
    #keys = BATCH.first;
    /** The shortest time that an answer took: the way. */
    #way = Number.POSITIVE_INFINITY;
    #fastest = Number.POSITIVE_INFINITY;
    #few = FEW_ANSWERS;
    #answers = 0;
    /** Milliseconds that the server was at work on a request, as it seems. */
    #work = 0;
    constructor(rest, batch) {
        this.#rest = rest;
        this.#batch = batch;
    }
    /** How many keys to look at next. */
    get count() {
        return this.#few > 0 ? FEW : Math.round(this.#count);
    }
    /** How many keys to delete next. */
    get batch() {
        return this.#batch ?? Math.round(this.#keys);
    }
    /** Milliseconds that others have before the next request. */
    get rest() {
        const isSlow = this.#work > TURN_MS;
        return this.#rest ?? (isSlow ? Math.min(LONGEST_REST_MS, this.#work) : 0);
    }
    /**
     * Learns from an answer.
     *
     * @param took milliseconds until it was read
     * @param busy for how many of them this process was busy and did not read
     */
    learn(took, busy) {
        this.#way = Math.min(this.#way, took);
        if (this.#few > 0) {
            this.#few -= 1;
            return;
        }
        this.#fastest = Math.min(this.#fastest, took);
        // A reply that came while this process was busy says only that the server took no longer.
        if (took > 2 * busy || took - this.#way < TURN_MS / 2)
            this.#answers += 1;
        if (this.#answers < WINDOW)
            return;
        this.#work = this.#fastest - this.#way;
        this.#answers = 0;
        this.#fastest = Number.POSITIVE_INFINITY;
        // A way that is long is not gone for little.
        const turn = Math.max(TURN_MS, Math.min(this.#way / 4, 4 * TURN_MS));
        const factor = this.#work < turn / 2 ? 1.5 : this.#work > turn ? 0.6 : 1;
        this.#count = Math.min(COUNT.most, Math.max(COUNT.least, this.#count * factor));
        this.#keys = Math.min(BATCH.most, Math.max(BATCH.least, this.#keys * factor));
    }
    /** Lets others have their turn, where that is wanted, or the server was at work for long even with little. */
    async pause(signal) {
        if (this.rest > 0)
            await (0,deadline/* pause */.v7)(this.rest, signal);
    }
}

;// CONCATENATED MODULE: ./build/cache/scan.js


/** A pattern of SCAN that every key with this beginning matches, and no other. */
const patternOf = (prefix) => `${prefix.replace(/[*?[\]\\^-]/g, '\\$&')}*`;
/**
 * The keys of a link's database that begin with `prefix`, some at a time; undefined is all of them. A key may come
 * twice. What the server is asked for in one go is as much as it answers without making others wait; it looks for the
 * next keys while something is done with these.
 *
 * @param pace how long that may take
 * @param type the type of the keys that are wanted; any where it is not said
 * @throws Refusal, LostError, ActionError where a key comes that does not begin with it
 */
async function* scan(link, prefix, pace, signal, type) {
    const match = [
        ...(prefix === undefined ? [] : ['MATCH', patternOf(prefix)]),
        ...(type === undefined ? [] : ['TYPE', type]),
    ];
    const request = (cursor) => {
        const question = link.send([['SCAN', cursor, ...match, 'COUNT', String(pace.count)]]);
        // A caller that stops early does not wait for it.
        question.catch(() => { });
        return { question, at: performance.now() };
    };
    let pending = request('0');
    for (;;) {
        const seen = performance.now();
        const [answer] = await pending.question;
        pace.learn(performance.now() - pending.at, seen - pending.at);
        if (answer instanceof redis_link/* Refusal */.P_)
            throw answer;
        const { cursor, keys } = pageOf(link, answer);
        const texts = keys.map((key) => key.toString());
        if (prefix !== undefined && !texts.every((text) => text.startsWith(prefix)))
            throw new errors/* ActionError */.lZ(`Redis at ${link.name} answers SCAN with keys that do not begin with ${JSON.stringify(prefix)}, so nothing is deleted there; a proxy in between may not know MATCH.`);
        if (cursor === '0')
            return yield { keys, texts };
        if (pace.rest > 0) {
            yield { keys, texts };
            await pace.pause(signal);
            pending = request(cursor);
        }
        else {
            pending = request(cursor);
            yield { keys, texts };
        }
    }
}
/** What answers may be something that only speaks like Redis. */
function pageOf({ name }, answer) {
    const [cursor, keys] = Array.isArray(answer) ? answer : [];
    if (Buffer.isBuffer(cursor) &&
        /^\d{1,20}$/.test(String(cursor)) &&
        Array.isArray(keys) &&
        keys.every(Buffer.isBuffer))
        return { cursor: String(cursor), keys };
    throw new errors/* ActionError */.lZ(`What answers at ${name} is not Redis: it does not understand SCAN; check \`redis-url\`.`);
}

;// CONCATENATED MODULE: ./build/cache/streams.js




/** Commands by which a stream comes to a server, or shows that it is in use. */
const IN_USE = /^cmdstat_(?:xadd|xgroup|xread|xreadgroup|restore|copy)\b/im;
/** The counts of commands began anew (`CONFIG RESETSTAT`); an older server does not say which command of CONFIG it was. */
const COUNTED_ANEW = /^cmdstat_config(?:\|resetstat)?:/im;
/**
 * The streams among the keys that would go, and were not named: whatever they are called, jobs and events wait in them, and
 * their consumer groups go with them. Looked for unless it is known that nobody has ever used one.
 *
 * @param most names that are told
 */
async function streamsIn(link, prefix, { allowed, prefixes, pause }, most, signal) {
    if (!(await mayHaveStreams(link)))
        return [];
    // Of what is known by its name that says whether it may go.
    const isNamed = (key) => prefixes.includes(key) ||
        allowed.some((name) => key.startsWith(name)) ||
        knownThing(key, []) !== undefined;
    const found = new Set();
    try {
        for await (const { texts } of scan(link, prefix, new Pace(pause), signal, 'stream')) {
            for (const text of texts)
                if (!isNamed(text))
                    found.add(text);
            if (found.size >= most)
                break;
        }
    }
    catch (error) {
        // Redis 5 cannot tell them apart.
        if (!(error instanceof redis_link/* Refusal */.P_ && /syntax error/i.test(error.message)))
            throw error;
    }
    return [...found].slice(0, most);
}
/** A server counts commands since it began: what it has loaded from its disk, or from its master, no count tells of. */
async function mayHaveStreams(link) {
    const counts = String(await (0,redis_link/* sendCommand */.S8)(link, 'INFO', 'commandstats'));
    if (IN_USE.test(counts) || COUNTED_ANEW.test(counts))
        return true;
    const persistence = String(await (0,redis_link/* sendCommand */.S8)(link, 'INFO', 'persistence'));
    // Before Redis 7 it does not say whether it has loaded any.
    const loaded = /^rdb_last_load_keys_loaded:(\d+)/m.exec(persistence)?.[1];
    return loaded !== '0' || /^aof_enabled:1/m.test(persistence);
}

;// CONCATENATED MODULE: ./build/cache/survey.js






/** Keys of one database that are read, where all of it would go anyway. */
const MAX_KEYS_READ = 2_000_000;
/** Known things that are distinguished; what is beyond is counted together, under a name that is not one. */
const MAX_KNOWN = 100;
const survey_OTHERS = '(others)';
/** Looks at one master; changes nothing. */
async function survey(cache, master, request) {
    const link = await cache.link(master.place);
    if (request.mode === 'prefix')
        return surveyPrefixes(link, request, cache.signal);
    if (request.mode === 'database')
        return surveyDatabase(link, request, cache.signal);
    const surveys = [];
    for (const database of await databasesOf(link)) {
        await (0,redis_link/* sendCommand */.S8)(link, 'SELECT', database);
        surveys.push(await surveyDatabase(link, request, cache.signal));
    }
    await (0,redis_link/* sendCommand */.S8)(link, 'SELECT', String(cache.address.database));
    return together(surveys);
}
/** The sum of several surveys. */
function together(surveys) {
    const groups = new Groups();
    const known = new Map();
    for (const survey of surveys) {
        groups.merge(survey.groups);
        for (const [name, count] of survey.known)
            known.set(name, (known.get(name) ?? 0) + count);
    }
    const sum = (of) => surveys.reduce((total, look) => total + of(look), 0);
    return {
        count: sum(({ count }) => count),
        size: sum(({ size }) => size),
        groups,
        known,
        streams: surveys.flatMap(({ streams }) => streams).slice(0, MAX_KNOWN),
        whole: surveys.every(({ whole }) => whole),
    };
}
/** How many keys a master has: in the database of the URL, or in all of them. */
async function countKeys(link, mode) {
    if (mode !== 'all')
        return Number(await (0,redis_link/* sendCommand */.S8)(link, 'DBSIZE'));
    const info = String(await (0,redis_link/* sendCommand */.S8)(link, 'INFO', 'keyspace'));
    return [...info.matchAll(/^db\d+:keys=(\d+)/gm)].reduce((sum, [, keys]) => sum + Number(keys), 0);
}
async function surveyPrefixes(link, request, signal) {
    const { prefixes, named, mode, pause } = request;
    const streams = [];
    const groups = new Groups();
    const known = new Map();
    let count = 0;
    for (const prefix of prefixes) {
        const pace = new Pace(pause);
        for await (const { texts } of scan(link, prefix, pace, signal)) {
            for (const text of texts)
                see(text, prefix.length, named, groups, known);
            count += texts.length;
        }
        streams.push(...(await streamsIn(link, prefix, request, MAX_KNOWN, signal)));
    }
    return { count, size: await countKeys(link, mode), groups, known, streams, whole: true };
}
async function surveyDatabase(link, request, signal) {
    const { named, pause } = request;
    const groups = new Groups();
    const known = new Map();
    const size = await countKeys(link, 'database');
    let seen = 0;
    const pace = new Pace(pause);
    for await (const { texts } of scan(link, undefined, pace, signal)) {
        for (const text of texts)
            see(text, 0, named, groups, known);
        seen += texts.length;
        if (seen >= MAX_KEYS_READ)
            break;
    }
    const whole = seen < MAX_KEYS_READ;
    if (!whole)
        await probe(link, named, known);
    const streams = await streamsIn(link, undefined, request, MAX_KNOWN, signal);
    return { count: whole ? seen : size, size, groups, known, streams, whole };
}
function see(key, skip, named, groups, known) {
    groups.add(key, skip);
    const thing = knownThing(key, named);
    if (thing === undefined)
        return;
    const name = known.has(thing) || known.size < MAX_KNOWN ? thing : survey_OTHERS;
    known.set(name, (known.get(name) ?? 0) + 1);
}
/** Asks for the known whole keys by name: a handful among millions that were not read. */
async function probe(link, named, known) {
    const keys = knownKeys.filter((key) => knownThing(key, named) !== undefined && !known.has(key));
    // A key that may not be read may exist all the same.
    for (const key of keys)
        if ((await (0,redis_link/* sendCommand */.S8)(link, 'EXISTS', key)) === 1)
            known.set(key, 1);
}
/** The databases that have keys. */
async function databasesOf(link) {
    const info = String(await (0,redis_link/* sendCommand */.S8)(link, 'INFO', 'keyspace'));
    return [...info.matchAll(/^db(\d+):/gm)].map(([, number = '']) => number);
}

// EXTERNAL MODULE: ./build/systems/redis/topology.js
var topology = __webpack_require__(22952);
;// CONCATENATED MODULE: ./build/cache/unlink.js





/** What stands in a text for bytes that are none. */
const NO_TEXT = '\ufffd';
/**
 * Deletes what begins with one of the prefixes; undefined is everything. The server deletes what was found while the next
 * keys are read, so that neither waits for the other.
 *
 * @returns how many keys were seen and could not be deleted, because their slot is somewhere else by now
 */
async function unlinkAll(link, prefixes, { named, batch, pause }, options) {
    let moved = 0;
    for (const prefix of prefixes) {
        const command = await deletingWith(link, prefix ?? '');
        const pace = new Pace(pause, batch);
        const going = { link, command, pace, moved: 0 };
        let last = Promise.resolve();
        for await (const { keys, texts } of scan(link, prefix, pace, options.signal)) {
            await last;
            // What is text is sent as text, which takes a third of the time of bytes.
            const words = texts.map((text, index) => (text.includes(NO_TEXT) ? keys[index] : text));
            last = remove(going, words.filter((_, index) => knownThing(texts[index], named) === undefined), options);
            // It is waited for at the next keys.
            last.catch(() => { });
        }
        await last;
        moved += going.moved;
    }
    return moved;
}
/** Deletes some keys: at once, as the server takes them one after another and others in between; or with rests. */
async function remove(going, keys, options) {
    const sent = [];
    for (let at = 0; at < keys.length;) {
        const some = keys.slice(at, at + going.pace.batch);
        at += some.length;
        const gone = removeSome(going, some, options);
        sent.push(gone);
        if (going.pace.rest === 0)
            continue;
        await gone;
        await going.pace.pause(options.signal);
    }
    const failed = (await Promise.allSettled(sent)).find((each) => each.status === 'rejected');
    if (failed)
        throw failed.reason;
}
/** Deletes as many as go at once; in a cluster one command may name keys of one slot only. */
async function removeSome(going, keys, { inCluster, own }) {
    const { link, command } = going;
    const replies = await link.send(inCluster ? keys.map((key) => [command, key]) : [[command, ...keys]]);
    own.deleted += count(replies);
    const elsewhere = inCluster ? keys.filter((_, index) => hasMoved(replies[index])) : [];
    if (elsewhere.length === 0)
        return;
    // A key that is here although its slot is not yet: the node serves it only after ASKING.
    const importingReplies = await link.send(elsewhere.flatMap((key) => [['ASKING'], [command, key]]));
    own.deleted += count(importingReplies.filter((_, index) => index % 2 === 1));
    going.moved += importingReplies.filter(hasMoved).length;
}
/** A cluster's node does not say of a key of another one what it would do with its own. */
async function deletingWith(link, prefix) {
    try {
        return await deletingCommand(link, `${prefix}rollback-actions-${Date.now()}`);
    }
    catch (error) {
        if (error instanceof redis_link/* Refusal */.P_ && MOVED.has(error.code))
            return 'UNLINK';
        throw error;
    }
}
const MOVED = new Set(['MOVED', 'ASK', 'TRYAGAIN']);
const hasMoved = (reply) => reply instanceof redis_link/* Refusal */.P_ && MOVED.has(reply.code);
/** Adds up what was deleted. @throws Refusal where a server refused for another reason than a moved slot */
function count(replies) {
    const refused = replies.find((reply) => reply instanceof redis_link/* Refusal */.P_ && !MOVED.has(reply.code));
    if (refused)
        throw refused;
    return replies.reduce((sum, reply) => sum + (typeof reply === 'number' ? reply : 0), 0);
}

;// CONCATENATED MODULE: ./build/cache/sweep.js









/**
 * Clears every master, each until it is clean. Where a server is another one than before, has other slots, or lost
 * its connection on the way, what stands there now is gone through again.
 *
 * @param swept is filled on the way, so that a deadline does not hide what was done
 */
async function sweep(cache, request, swept, { log, patience = waits/* WAITS */.r.REDIS_AWAY_SWEEP_MS }) {
    const clean = new Set();
    let since = performance.now();
    for (;;) {
        const before = clean.size;
        const failure = await pass(cache, request, swept, clean).catch((error) => error);
        cache.signal.throwIfAborted();
        if (failure === DONE)
            return;
        const error = (0,redis_errors/* asRedisError */.YQ)(cache.name, failure);
        if (!(0,redis_errors/* isPassing */.WG)(failure) && failure !== MOVING)
            throw error;
        if (clean.size > before)
            since = performance.now();
        if (performance.now() - since > patience)
            throw error;
        log.info(`… ${error.message} Once more.`);
        await (0,deadline/* pause */.v7)(waits/* WAITS */.r.REDIS_SWEEP_PAUSE_MS, cache.signal);
    }
}
const DONE = Symbol('done');
const MOVING = new errors/* ActionError */.lZ('Hash slots are being moved between the masters; wait for that, and run it again.');
/** Goes through the masters that are not clean; gives what is in the way of being done. */
async function pass(cache, request, swept, clean) {
    const { masters } = await cache.masters();
    const todo = masters.filter(({ identity }) => !clean.has(identity));
    if (todo.length === 0)
        return DONE;
    const states = await Promise.all(todo.map((master) => clear(cache, master, request, swept)));
    // A key on its way from one node to another can be missed on both, until a pass over all finds nothing.
    const moving = states.some(({ moving }) => moving) && states.some(({ deleted }) => deleted > 0);
    if (moving)
        clean.clear();
    else
        for (const [index, { identity }] of todo.entries())
            if (states[index]?.error === undefined)
                clean.add(identity);
    const errors = states.map(({ error }) => error).filter((error) => error !== undefined);
    const failure = errors.find((error) => !(0,redis_errors/* isPassing */.WG)(error)) ??
        // A node that is away is why the others refuse.
        errors.find((error) => error instanceof redis_link/* LostError */.zO) ??
        errors[0];
    // The cleared masters may not be the masters any more: only a pass that finds all of them clean is the end.
    return failure ?? (moving ? MOVING : pass(cache, request, swept, clean));
}
/** Clears one master; what is in the way is returned, so that the others go on. */
async function clear(cache, master, request, swept) {
    const own = swept.get(master.name) ?? { node: master.name, deleted: 0, error: undefined };
    swept.set(master.name, own);
    const before = own.deleted;
    try {
        const link = await cache.link(master.place);
        const inCluster = master.slots !== undefined;
        const moved = request.mode === 'prefix'
            ? await unlinkAll(link, request.prefixes, request, { inCluster, own, signal: cache.signal })
            : await empty(cache, link, request, { inCluster, own, signal: cache.signal });
        own.error = undefined;
        const migrating = inCluster && (0,topology/* isMigrating */.f5)(String(await (0,redis_link/* sendCommand */.S8)(link, 'CLUSTER', 'NODES')));
        return { deleted: own.deleted - before, moving: moved > 0 || migrating };
    }
    catch (error) {
        own.error = (0,redis_errors/* asRedisError */.YQ)(master.name, error);
        return { deleted: own.deleted - before, moving: false, error };
    }
}
/** Empties what the mode names at once, or key by key where the server does not have or allow that, or would lose more. */
async function empty(cache, link, request, options) {
    if (!(await hasIndexes(link)) && (await flush(link, request, options)))
        return 0;
    if (request.mode === 'database')
        return unlinkAll(link, [undefined], request, options);
    let moved = 0;
    for (const database of await databasesOf(link)) {
        await (0,redis_link/* sendCommand */.S8)(link, 'SELECT', database);
        moved += await unlinkAll(link, [undefined], request, options);
    }
    await (0,redis_link/* sendCommand */.S8)(link, 'SELECT', String(cache.address.database));
    return moved;
}
/** @returns false where the server does not have or allow it, and lets keys be deleted */
async function flush(link, { mode }, { own }) {
    const size = await countKeys(link, mode);
    try {
        await (0,redis_link/* sendCommand */.S8)(link, mode === 'all' ? 'FLUSHALL' : 'FLUSHDB', 'ASYNC');
        own.deleted += size;
        return true;
    }
    catch (error) {
        if (!isUnavailable(error))
            throw error;
        // Who may do neither is told of the one that was asked for.
        await deletingWith(link, '').catch(() => {
            throw error;
        });
        return false;
    }
}

;// CONCATENATED MODULE: ./build/cache/version.js




/**
 * The master that has the key, and the number that is in it.
 *
 * @throws ActionError where there is no such key, or it is not a whole number: raising it would change nothing that an
 *   application reads
 */
async function findVersion(cache, masters, key) {
    for (const master of masters) {
        const reply = await sendToMaster(cache, master, 'GET', key);
        if (reply instanceof redis_link/* Refusal */.P_)
            continue;
        const text = reply === null ? undefined : String(reply);
        if (text === undefined) {
            throw new errors/* ActionError */.lZ(`There is no key ${JSON.stringify(key)} on Redis at ${master.name}; check \`version-key\` and the database in \`redis-url\`.`);
        }
        if (!/^-?\d{1,15}$/.test(text)) {
            throw new errors/* ActionError */.lZ(`The key ${JSON.stringify(key)} holds no whole number, so it cannot be raised; check \`version-key\`.`);
        }
        return { master, value: Number(text) };
    }
    throw new errors/* ActionError */.lZ(`No master of Redis at ${cache.name} serves the key ${JSON.stringify(key)}; run it again when its hash slot has moved.`);
}
/** Who may not raise it is told so before it is tried, where the server says that. @throws ActionError */
async function requireRaising(cache, master, key) {
    try {
        const state = await availability(await cache.link(master.place), 'INCR', key);
        if (state === 'forbidden' || state === 'missing')
            throw new redis_link/* Refusal */.P_(`NOPERM INCR is ${state} for the key ${JSON.stringify(key)}`);
    }
    catch (error) {
        cache.signal.throwIfAborted();
        throw (0,redis_errors/* asRedisError */.YQ)(master.name, error);
    }
}
/** Raises it by one; gives what it is then. @throws ActionError */
async function raiseVersion(cache, master, key) {
    const reply = await sendToMaster(cache, master, 'INCR', key);
    if (reply instanceof redis_link/* Refusal */.P_)
        throw (0,redis_errors/* asRedisError */.YQ)(master.name, reply);
    return Number(reply);
}
/** What a master says; that the key is on another one is a value. */
async function sendToMaster(cache, master, ...command) {
    try {
        return await (0,redis_link/* sendCommand */.S8)(await cache.link(master.place), ...command);
    }
    catch (error) {
        if (error instanceof redis_link/* Refusal */.P_ && error.code === 'MOVED')
            return error;
        cache.signal.throwIfAborted();
        throw (0,redis_errors/* asRedisError */.YQ)(master.name, error);
    }
}

;// CONCATENATED MODULE: ./build/cache/clear.js










/** Looks, decides, clears and counts. @throws ActionError where nothing was changed */
async function clearCache(cache, request, context) {
    const { log, record, subject } = context;
    const { picture, looks: surveys } = await surveyServers(cache, request, context);
    const away = request.mode === 'version-key' ? [] : picture.masters.filter((_, index) => !surveys[index]);
    const { version, cluster, masters } = picture;
    const kind = cluster ? `a cluster of ${masters.length} masters` : 'one master';
    log.info(`${version} at ${cache.name}: ${kind} (${masters.map(({ name }) => name).join(', ')})`);
    if (request.mode === 'version-key')
        return raise(cache, picture, request, context);
    const survey = together(surveys.filter((each) => each !== undefined));
    for (const line of foundLines(survey))
        log.info(line);
    const plan = planClear(survey, request);
    const nodes = masters.map(({ name }, index) => ({ node: name, matching: surveys[index]?.count ?? 0 }));
    const evidence = { version, nodes, groups: Object.fromEntries(survey.groups.largest(20)) };
    const step = `clear ${describeScope(request)}`;
    if (plan.action === 'refuse')
        throw new errors/* ActionError */.lZ(`Nothing was deleted: ${plan.reason}.`);
    const without = away.length > 0
        ? `; ${away.map(({ name }) => name).join(', ')} cannot be reached, so what is there stays`
        : '';
    if (without !== '')
        log.warn(`Not all of the cluster answers${without}.`);
    if (plan.action === 'no-op' && without !== '')
        throw new errors/* ActionError */.lZ(`Nothing was deleted: ${plan.reason} on the masters that answer${without}.`);
    const unchanged = (result, message) => {
        record({ ...subject, step, status: result, evidence, message });
        const untouched = masters.map(({ name }) => nodeOf(name));
        return clearedOf(result, message, survey.size, untouched, survey);
    };
    if (plan.action === 'no-op')
        return unchanged('no-op', `Nothing to delete: ${plan.reason} on ${masters.map(({ name }) => name).join(', ')}.`);
    const present = picture.masters.filter((master) => !away.includes(master));
    await requireWrite(cache, present, request, context);
    if (context.dryRun)
        return unchanged('planned', `Planned: ${keys(survey.count)} of ${survey.size} would be deleted${without}; nothing was changed.`);
    record({ ...subject, step, status: 'started', evidence });
    return carryOut(cache, request, survey, step, { ...context, isPartial: away.length > 0 });
}
/**
 * The nodes that have the cache, and what is in it where keys are to go. Of a cluster those that answer are surveyed, after the
 * others have had time to come back: one that is away must not keep old values in the others.
 */
async function surveyServers(cache, request, { dryRun }) {
    const surveyWith = (work) => async (picture) => ({
        picture,
        looks: request.mode === 'version-key' ? [] : await work(cache, picture, request),
    });
    try {
        return await cache.survey(dryRun ? waits/* WAITS */.r.REDIS_AWAY_PLAN_MS : waits/* WAITS */.r.REDIS_AWAY_CLEAR_MS, surveyWith(surveyAll));
    }
    catch (error) {
        if (!(error instanceof Error && (0,redis_errors/* isPassing */.WG)(error.cause)))
            throw error;
        const found = await cache.survey(0, surveyWith(surveyReachable)).catch(() => undefined);
        if (!found?.picture.cluster || found.looks.every((survey) => survey === undefined))
            throw error;
        return found;
    }
}
async function surveyAll(cache, picture, request) {
    const settled = await surveyMasters(cache, picture, request);
    return settled.map((item, index) => {
        if (item.status === 'fulfilled')
            return item.value;
        throw (0,redis_errors/* asRedisError */.YQ)(picture.masters[index]?.name ?? cache.name, item.reason);
    });
}
/** What is at those that answer. */
async function surveyReachable(cache, picture, request) {
    const settled = await surveyMasters(cache, picture, request);
    return settled.map((item) => {
        if (item.status === 'fulfilled')
            return item.value;
        if ((0,redis_errors/* isPassing */.WG)(item.reason))
            return undefined;
        throw item.reason;
    });
}
async function surveyMasters(cache, { masters }, request) {
    const settled = await Promise.allSettled(masters.map((master) => survey(cache, master, request)));
    cache.signal.throwIfAborted();
    return settled;
}
/** A node that may not or cannot delete is found before the first key is gone; a command that is disabled is replaced by another. */
async function requireWrite(cache, masters, request, { dryRun, checksWritePermissions, log }) {
    for (const { place, name } of masters) {
        try {
            const link = await cache.link(place);
            if (request.mode !== 'prefix') {
                const reason = await oneByOneReason(link, request.mode === 'all' ? 'FLUSHALL' : 'FLUSHDB');
                if (reason === undefined)
                    continue;
                log.info(`Redis at ${name} ${reason}: its keys are deleted one by one.`);
            }
            for (const prefix of request.mode === 'prefix' ? request.prefixes : [''])
                await requireDeleting(link, `${prefix}rollback-actions-${Date.now()}`, dryRun && !checksWritePermissions);
        }
        catch (error) {
            if (error instanceof redis_link/* Refusal */.P_ && ['MOVED', 'ASK', 'TRYAGAIN'].includes(error.code))
                continue;
            if ((0,redis_errors/* isPassing */.WG)(error))
                continue;
            throw (0,redis_errors/* asRedisError */.YQ)(name, error);
        }
    }
}
/** Deletes a key that is not there; a dry run only asks whether it could. */
async function requireDeleting(link, key, isTrial) {
    if (!isTrial) {
        await deletingCommand(link, key);
        return;
    }
    const states = [await availability(link, 'UNLINK', key), await availability(link, 'DEL', key)];
    if (states.every((state) => state === 'forbidden' || state === 'missing'))
        throw new redis_link/* Refusal */.P_('NOPERM neither UNLINK nor DEL is available for these keys');
}
async function carryOut(cache, request, survey, step, { log, record, subject, isPartial }) {
    const started = performance.now();
    const swept = new Map();
    const failure = await sweep(cache, request, swept, {
        log,
        // It was waited for already.
        ...(isPartial && { patience: 0 }),
    }).catch((error) => error);
    const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
    const nodes = [...swept.values()].map(({ node, deleted, error }) => nodeOf(node, deleted, error));
    const deleted = nodes.reduce((sum, node) => sum + node.deleted, 0);
    const done = nodes.filter(({ result }) => result !== 'failed').map(({ node }) => node);
    if (failure !== undefined) {
        if (!(failure instanceof errors/* ActionError */.lZ))
            throw failure;
        const message = `Deleted ${keys(deleted)}, but not all that should go; ${(0,errors/* messageOf */.bD)(failure)} Run it again then: it goes on where it was.`;
        record({ ...subject, step, status: 'failed', seconds, evidence: { nodes, deleted }, message });
        return clearedOf('failed', message, undefined, nodes, survey);
    }
    const kept = await countKept(cache, request);
    const message = `Deleted ${keys(deleted)} on ${done.join(', ')}${kept === undefined ? '' : `; ${kept} kept`}.`;
    record({ ...subject, step, status: 'done', seconds, evidence: { nodes, deleted, kept }, message });
    return clearedOf('done', message, kept, nodes, survey);
}
/** How many keys there are now; undefined where that cannot be had any more, which is no reason to have failed. */
async function countKept(cache, { mode }) {
    try {
        const { masters } = await cache.masters();
        const sizes = await Promise.all(masters.map(async ({ place }) => countKeys(await cache.link(place), mode)));
        return sizes.reduce((sum, size) => sum + size, 0);
    }
    catch {
        return undefined;
    }
}
async function raise(cache, { masters }, request, { record, dryRun, subject }) {
    const { versionKey = '' } = request;
    const { master, value } = await findVersion(cache, masters, versionKey);
    const event = { ...subject, step: `raise ${versionKey}`, from: String(value) };
    const kept = await countKept(cache, request);
    await requireRaising(cache, master, versionKey);
    if (dryRun) {
        const message = `Planned: ${JSON.stringify(versionKey)} on ${master.name} would be raised from ${value} to ${value + 1}; nothing was changed.`;
        record({ ...event, status: 'planned', to: String(value + 1), message });
        return clearedOf('planned', message, kept, [nodeOf(master.name)]);
    }
    const now = await raiseVersion(cache, master, versionKey);
    const message = `Raised ${JSON.stringify(versionKey)} on ${master.name} from ${value} to ${now}: what was cached under older versions is not read any more.`;
    record({ ...event, status: 'done', to: String(now), message });
    return clearedOf('done', message, kept, [nodeOf(master.name)]);
}
function clearedOf(result, message, kept, nodes, survey) {
    const deleted = nodes.reduce((sum, node) => sum + node.deleted, 0);
    return { result, message, deleted, kept, nodes, summary: summaryOf(result, message, nodes, survey) };
}

;// CONCATENATED MODULE: ./build/cache/component.js
const LOOPBACK = /^(localhost|::1|127\.[\d.]+)$/;
const USUAL_PORT = 6379;
/**
 * What the record calls a cache, so that several are distinguished: `cache/shop` for the master that sentinels call `shop`,
 * else by the first host of the URL, with its port where that is not the usual one. This very host, by way of a pod, is
 * the workload.
 */
function subjectOf(address, via) {
    const { pod, ...reached } = via ?? {};
    const servers = address.places.map(({ host, port }) => `${host}:${port}`).join(',');
    return {
        component: component_nameOf(address, pod),
        where: { ...reached, address: `${servers}/${address.database}` },
    };
}
function component_nameOf({ places: [first], sentinel }, via) {
    if (sentinel)
        return `cache/${sentinel.master}`;
    const { host = '', port = USUAL_PORT } = first ?? {};
    const name = via !== undefined && LOOPBACK.test(host) ? via.split('/').at(-1) : host;
    return `cache/${name}${port === USUAL_PORT ? '' : `:${port}`}`;
}

;// CONCATENATED MODULE: ./build/cache/request.js

/** Puts the inputs together. @throws ActionError where one is missing, or belongs to another mode */
function requestOf(inputs) {
    const { mode, prefix, versionKey, confirm, allowPrefixes, maxKeys, batch, pause } = inputs;
    if (mode === 'prefix' && prefix.length === 0) {
        throw new errors/* ActionError */.lZ('Say with `prefix` what the keys to delete begin with, such as `shop:products:`; or choose another `mode`.');
    }
    if (mode !== 'prefix' && prefix.length > 0)
        throw new errors/* ActionError */.lZ(`Input \`prefix\` is for the mode \`prefix\`; leave it out with \`mode: ${mode}\`.`);
    if (mode === 'version-key' && versionKey === undefined)
        throw new errors/* ActionError */.lZ('Say with `version-key` which key holds the version of the cache.');
    if (mode !== 'version-key' && versionKey !== undefined) {
        throw new errors/* ActionError */.lZ(`Input \`version-key\` is for the mode \`version-key\`; leave it out with \`mode: ${mode}\`.`);
    }
    if (mode === 'all' && confirm !== 'all') {
        throw new errors/* ActionError */.lZ('The mode `all` empties every database of every master; say `confirm: all` where you mean it, or choose `database` or `prefix`.');
    }
    const wild = prefix.find((text) => text.endsWith('*'));
    if (wild !== undefined) {
        throw new errors/* ActionError */.lZ(`Input \`prefix\` is ${JSON.stringify(wild)}; it is a plain beginning and no pattern: leave the star out.`);
    }
    const named = [...allowPrefixes, ...prefix];
    return { mode, prefixes: prefix, versionKey, named, allowed: allowPrefixes, maxKeys, batch, pause };
}

// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/systems/kubernetes/connect.js + 1 modules
var connect = __webpack_require__(20006);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/systems/redis/address.js
var address = __webpack_require__(67745);
// EXTERNAL MODULE: ./build/systems/redis/direct.js + 1 modules
var direct = __webpack_require__(63813);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/systems/kubernetes/choose-pod.js
var choose_pod = __webpack_require__(23095);
// EXTERNAL MODULE: ./build/systems/kubernetes/pods.js
var pods = __webpack_require__(41808);
;// CONCATENATED MODULE: ./build/systems/redis/reply.js

/** Commands whose reply `redis-cli --no-raw` prints as it is. */
const RAW = /^(info|cluster)$/i;
/** Lists in lists that a reply may have; SCAN has two, and CLUSTER SLOTS, which is printed as it is, four. */
const MAX_DEPTH = 16;
/**
 * What `redis-cli --no-raw` prints for one reply: `(integer) 1`, `"a\nb"`, `(nil)`, `1) "0"` with what is in a list
 * indented; INFO and CLUSTER as they are.
 *
 * @throws SyntaxError where it is nothing of that
 */
function parseReply(text, command) {
    if (RAW.test(command))
        return /^(ERR|NOPERM|NOAUTH|LOADING) /.test(text) ? new redis_link/* Refusal */.P_(text) : Buffer.from(text);
    return parseLines(text.split('\n'));
}
function parseLines(lines, depth = 0) {
    const [first = ''] = lines;
    if (depth > MAX_DEPTH)
        throw new SyntaxError('redis-cli returned lists in lists without an end.');
    const item = /^( *\d+\) )/.exec(first)?.[1];
    if (item !== undefined)
        return itemsOf(lines, item.length).map((each) => parseLines(each, depth + 1));
    if (lines.length > 1)
        throw new SyntaxError(`redis-cli said ${JSON.stringify(first)} and more.`);
    const [, kind, rest = ''] = /^\((integer|error|nil|empty [a-z ]+)\) ?(.*)$/.exec(first) ?? [];
    if (kind === 'integer')
        return Number(rest);
    if (kind === 'error')
        return new redis_link/* Refusal */.P_(rest);
    if (kind === 'nil')
        return null;
    if (kind !== undefined)
        return [];
    if (first.startsWith('"'))
        return unquote(first);
    // Words such as OK. Anything else is redis-cli itself.
    if (/^[A-Z]+$/.test(first))
        return Buffer.from(first);
    throw new SyntaxError(first || 'redis-cli said nothing.');
}
/** The lines of each item of a list, without its number and indentation. */
function itemsOf(lines, width) {
    const items = [];
    for (const line of lines) {
        if (/^ *\d+\) $/.test(line.slice(0, width)))
            items.push([]);
        items.at(-1)?.push(line.slice(width));
    }
    return items;
}
const ESCAPES = { n: 10, r: 13, t: 9, a: 7, b: 8 };
/** The bytes of a text as redis-cli quotes it. */
function unquote(text) {
    const bytes = [];
    for (const [, hex, escaped, plain = ''] of text
        .slice(1, -1)
        .matchAll(/\\x([0-9a-f]{2})|\\(.)|([\s\S])/gi)) {
        if (hex !== undefined)
            bytes.push(Number.parseInt(hex, 16));
        else if (escaped !== undefined)
            bytes.push(ESCAPES[escaped] ?? escaped.charCodeAt(0));
        else
            bytes.push(plain.charCodeAt(0));
    }
    return Buffer.from(bytes);
}
/** A word as redis-cli reads it, whatever bytes it has. */
function quote(word) {
    const bytes = [...Buffer.from(word)];
    return `"${bytes.map((byte) => (isPlain(byte) ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`)).join('')}"`;
}
const isPlain = (byte) => byte >= 32 && byte < 127 && byte !== 34 && byte !== 92;

;// CONCATENATED MODULE: ./build/systems/redis/in-pod.js








/** A line that redis-cli cannot read, and what it always says to that by itself: it marks where a reply ends. */
const UNREADABLE = '"\n';
const MARK = 'Invalid argument(s)\n';
/** Signs of a reply; a thousand keys are a fraction of it. */
const LONGEST_REPLY = 16 * 1024 ** 2;
/**
 * Links by way of a pod of a workload. Where that pod has gone, another one is taken; where there is none just now, that
 * may pass.
 *
 * @param warn gets which pod it is
 * @throws ActionError where there is none at the beginning
 */
async function inPodOf(client, namespace, workload, tls, warn) {
    let pod = await (0,choose_pod/* choosePod */.D)(client, namespace, workload);
    const logPod = () => warn(`By way of redis-cli in pod ${pod.metadata.name} of ${namespace}`);
    logPod();
    return async (place, options) => {
        try {
            return await inPod(client, pod, tls)(place, options);
        }
        catch (error) {
            client.signal.throwIfAborted();
            const other = await (0,choose_pod/* choosePod */.D)(client, namespace, workload).catch((reason) => {
                client.signal.throwIfAborted();
                throw new redis_link/* LostError */.zO((0,redis_link/* nameOf */.Vb)(place), `there is no pod to go by: ${(0,errors/* messageOf */.bD)(reason)}`);
            });
            if (other.metadata.uid === pod.metadata.uid)
                throw error;
            pod = other;
            logPod();
            return inPod(client, pod, tls)(place, options);
        }
    };
}
/**
 * Links by way of a pod, where the runner has no route to the servers: each is a `redis-cli` that runs in it and reads
 * its commands, the password among them, from its input. On the command line they would be in the cluster's audit log.
 */
function inPod(client, pod, tls) {
    return async (place, { login, database }) => {
        const secure = tls ? ['--tls', ...(tls.verify ? [] : ['--insecure'])] : [];
        const argv = ['redis-cli', '--no-raw', '-h', place.host, '-p', String(place.port), ...secure];
        const link = await Dialogue.start(client, pod, argv, (0,redis_link/* nameOf */.Vb)(place));
        const words = (0,redis_link/* greeting */.O$)(login, database);
        const replies = await link.send([...words, ['PING']]);
        // Whom nobody let ping may be let do all that is needed.
        const isRefused = (reply, index) => reply instanceof redis_link/* Refusal */.P_ && !(index === words.length && reply.code === 'NOPERM');
        const refused = replies.find(isRefused);
        if (refused === undefined)
            return link;
        link.close();
        throw refused;
    };
}
/** Commands in, replies out. */
class Dialogue {
    name;
    closed = false;
    /** It said nothing for as long as anything may take. */
    #isSilent = false;
    #client;
    #stdin = new external_node_stream_.PassThrough();
    #heard = '';
    #searched = 0;
    /** Ends when what was sent before has its replies. */
    #before = Promise.resolve();
    #wake = () => { };
    #close = () => { };
    constructor(client, name) {
        this.#client = client;
        this.name = name;
    }
    static async start(client, pod, argv, name) {
        const dialogue = new Dialogue(client, name);
        const failed = (reason) => new errors/* ActionError */.lZ(`redis-cli could not be run in pod ${pod.metadata.name} (${reason}); name with \`via\` a workload whose image has it.`);
        try {
            const hear = (chunk) => dialogue.#hear(chunk.toString());
            const { ended, close } = await (0,pods/* openInPod */.dk)(client, pod, argv, hear, dialogue.#stdin);
            dialogue.#close = close;
            ended.catch(errors/* messageOf */.bD).then(() => dialogue.close());
            // It answers this even when it reaches no server.
            const first = dialogue.#reply();
            dialogue.#stdin.write(UNREADABLE);
            await first.catch(async (error) => {
                if (dialogue.#isSilent)
                    throw error;
                const end = await ended.catch((error) => ({ message: (0,errors/* messageOf */.bD)(error) }));
                throw new Error(dialogue.#heard.trim() || end.message);
            });
            return dialogue;
        }
        catch (error) {
            client.signal.throwIfAborted();
            throw error instanceof redis_link/* LostError */.zO ? error : failed((0,errors/* messageOf */.bD)(error));
        }
    }
    send(commands) {
        const lines = commands.map((command) => `${command.map(quote).join(' ')}\n${UNREADABLE}`);
        this.#stdin.write(lines.join(''));
        const replies = this.#before.then(() => this.#replies(commands));
        this.#before = replies.catch(() => { });
        return replies;
    }
    async #replies(commands) {
        const replies = [];
        for (const [command] of commands)
            replies.push(this.#parse(await this.#reply(), String(command)));
        return replies;
    }
    close() {
        this.closed = true;
        this.#wake();
        this.#close();
    }
    #hear(text) {
        this.#heard += text;
        // A reply without an end must not fill the memory.
        if (this.#heard.length > LONGEST_REPLY)
            this.close();
        this.#wake();
    }
    #parse(text, command) {
        try {
            return parseReply(text, command);
        }
        catch (error) {
            this.close();
            throw new redis_link/* LostError */.zO(this.name, (0,errors/* messageOf */.bD)(error));
        }
    }
    /** Where a line begins that is the mark; what was searched before is not searched again. */
    #markAt() {
        for (let at = this.#searched;; at += 1) {
            at = this.#heard.indexOf(MARK, at);
            if (at < 0)
                break;
            if (at === 0 || this.#heard[at - 1] === '\n')
                return at;
        }
        this.#searched = Math.max(0, this.#heard.length - MARK.length);
        return -1;
    }
    /** What is heard before the next mark. */
    async #reply() {
        for (;;) {
            const at = this.#markAt();
            if (at >= 0) {
                const text = this.#heard.slice(0, Math.max(0, at - 1));
                this.#heard = this.#heard.slice(at + MARK.length);
                this.#searched = 0;
                return text;
            }
            this.#client.signal.throwIfAborted();
            if (this.#isSilent)
                throw new redis_link/* LostError */.zO(this.name, `redis-cli has said nothing for ${waits/* WAITS */.r.REDIS_SILENCE_MS / 1000} s, as it does where a name does not resolve`);
            if (this.closed)
                throw new redis_link/* LostError */.zO(this.name, this.#heard.trim() || 'the connection to the pod ended');
            await this.#word();
        }
    }
    /** Waits for the next word. */
    async #word() {
        const heard = Promise.withResolvers();
        this.#wake = heard.resolve;
        const silent = new AbortController();
        const silence = (0,deadline/* pause */.v7)(waits/* WAITS */.r.REDIS_SILENCE_MS, silent.signal).then(() => {
            this.#isSilent = true;
            this.close();
        }, () => { });
        await Promise.race([heard.promise, silence]);
        silent.abort();
    }
}

;// CONCATENATED MODULE: ./build/actions/clear-cache.js













/** What redis-cli reaches in a pod where nothing else is said. */
const IN_POD = 'redis://127.0.0.1:6379';
const inputs = {
    redisUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    redisCa: dist/* optional */.lqM((0,values/* text */.Qq)()),
    redisInsecure: dist/* optional */.lqM((0,values/* boolean */.zM)(), 'false'),
    via: dist/* optional */.lqM((0,values/* text */.Qq)()),
    kubeconfig: dist/* optional */.lqM((0,values/* text */.Qq)()),
    context: dist/* optional */.lqM((0,values/* text */.Qq)()),
    namespace: dist/* optional */.lqM((0,values/* text */.Qq)()),
    mode: dist/* optional */.lqM((0,values/* choice */.Yq)(['prefix', 'version-key', 'database', 'all']), 'prefix'),
    prefix: dist/* optional */.lqM((0,values/* lines */.Mn)(), ''),
    versionKey: dist/* optional */.lqM((0,values/* text */.Qq)()),
    confirm: dist/* optional */.lqM((0,values/* text */.Qq)()),
    allowPrefixes: dist/* optional */.lqM((0,values/* lines */.Mn)(), ''),
    maxKeys: dist/* optional */.lqM((0,values/* integer */.nd)(1)),
    batch: dist/* optional */.lqM((0,values/* integer */.nd)(1)),
    pause: dist/* optional */.lqM((0,values/* milliseconds */.Rz)()),
};
/** Clears a cache of Redis or Valkey, as much of it as was requested. */
const clear_cache_action = (0,action/* defineAction */.Q)({ name: 'clear-cache', inputs, changes: true, main });
async function main(inputs, context) {
    const request = requestOf(inputs);
    const address = addressOf(inputs, context);
    const { open, close, via } = await wayTo(address, inputs, context);
    const cache = new topology/* Cache */.l2(address, open, context.signal);
    try {
        const subject = subjectOf(address, via);
        const { result, message, deleted, kept, nodes, summary } = await clearCache(cache, request, {
            ...context,
            subject,
        });
        return { result, message, outputs: { deleted, kept: kept ?? '', nodes }, summary };
    }
    finally {
        cache.close();
        close();
    }
}
function addressOf({ redisUrl, redisCa, redisInsecure, via }, { mask }) {
    const url = redisUrl ?? (via && IN_POD);
    if (url === undefined)
        throw new errors/* ActionError */.lZ('Say with `redis-url` where the cache is; in a workflow, a secret that does not exist is an empty input.');
    if (via && redisCa)
        throw new errors/* ActionError */.lZ('Input `redis-ca` is not for `via`: redis-cli takes the certificates that its pod trusts; leave it out.');
    return (0,address/* parseAddress */.o)(url, { ca: redisCa, insecure: redisInsecure, mask });
}
/** Directly from the runner, or by way of a pod in the cluster. */
async function wayTo(address, inputs, context) {
    const { signal, log } = context;
    if (!inputs.via)
        return { open: (0,direct/* directly */.x)({ tls: address.tls, signal }), close: () => { } };
    const { client, namespace } = (0,connect/* connect */.N)(inputs, context);
    try {
        const workload = (0,kinds/* parseRef */.rd)(inputs.via);
        const open = await inPodOf(client, namespace, workload, address.tls, log.info);
        const via = { pod: inputs.via, ...(0,connect/* placeIn */.V)({ client, namespace }) };
        return { open, close: () => client.close(), via };
    }
    catch (error) {
        client.close();
        throw error;
    }
}


/***/ }),

/***/ 26963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xl: () => (/* binding */ withoutReferences),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tJ: () => (/* binding */ inert),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61376);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);


/** Text of others without secrets, on one line, that cannot end its table cell, open markup or mention a user in GitHub's Markdown. */
function inert(text) {
    return oneLine((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)((0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutControls */ .DJ)(text))).replace(/[&<>|@[\]`*_~\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
/** Text without line ends and the blanks around them. */
function oneLine(text) {
    const [first = '', ...rest] = text.split('\n');
    if (rest.length === 0)
        return first;
    const last = rest.pop() ?? '';
    const words = [first.trimEnd(), ...rest.map((line) => line.trim()).filter(Boolean), last.trimStart()];
    return words.join(' ');
}
/**
 * The same where GitHub also reads references and bare links, as in issues and comments: a comment in between keeps
 * them apart. For Markdown without links of our own.
 */
const withoutReferences = (markdown) => markdown
    .replaceAll('&#64;', '&#64;<!-- -->')
    .replace(/(?<!&)#(?=\d)/g, '#<!-- -->')
    .replace(/\bGH-(?=\d)/gi, (found) => `${found.slice(0, 2)}<!-- -->-`)
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1:<!-- -->')
    .replace(/\bwww\.(?=\w)/gi, 'www<!-- -->.');
/** The same as code. */
const code = (text) => `<code>${inert(text)}</code>`;
/** A table whose cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 23095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ choosePod),
/* harmony export */   e: () => (/* binding */ awaitPod)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33266);
/* harmony import */ var _workload_pods_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85738);




/**
 * A pod of a workload that a command can be run in: one that is ready, else one that runs.
 *
 * @throws ActionError where the credentials do not suffice, or there is no such pod
 */
async function choosePod(client, namespace, ref) {
    await (0,_access_js__WEBPACK_IMPORTED_MODULE_2__/* .requirePermissions */ .An)(client, namespace, (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .toReach */ .XA)([ref], 'pods/exec'));
    const [pod] = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .runningPods */ .CG)(client, namespace, ref);
    return pod;
}
/**
 * The same for a workload that may just have been started again, as those are that were stopped for their database: a pod
 * that becomes ready within `WAITS.POD_READY_MS` is waited for, unless the workload wants none.
 *
 * @throws ActionError where there is no such workload, or no pod of it runs
 */
async function awaitPod(client, namespace, ref) {
    const deadline = performance.now() + _base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.POD_READY_MS;
    for (;;) {
        const ready = (await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .podsOf */ .EB)(client, namespace, ref)).find((pod) => (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isReady */ .i_)(pod) && !pod.metadata.deletionTimestamp);
        if (ready)
            return ready;
        const { spec } = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .workloadOf */ .Rc)(client, namespace, ref);
        if (spec.replicas === 0 || performance.now() > deadline)
            break;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.POD_READY_POLL_MS, undefined, { signal: client.signal });
    }
    const [running] = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .runningPods */ .CG)(client, namespace, ref);
    return running;
}


/***/ }),

/***/ 41808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ defaultContainer),
/* harmony export */   EP: () => (/* binding */ lastLogLines),
/* harmony export */   HW: () => (/* binding */ podPath),
/* harmony export */   Xh: () => (/* binding */ eventsAbout),
/* harmony export */   YE: () => (/* binding */ execInPod),
/* harmony export */   dk: () => (/* binding */ openInPod),
/* harmony export */   q_: () => (/* binding */ getThroughProxy),
/* harmony export */   x$: () => (/* binding */ NotStartedError)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _base_foreign_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(61376);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
/* harmony import */ var _base_settled_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71501);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95282);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39668);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3090);








/** Bytes of the last lines of a log. */
const SHORT_LOG_BYTES = 1024 * 1024;
/** Signs of what the server says of how a command ended. */
const LONGEST_END = 8 * 1024;
/** Bytes of the end of what a command says. */
const OUTPUT_BYTES = 1024 * 1024;
const podPath = ({ metadata }) => (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectPath */ .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__/* .CORE */ .M2, metadata.namespace, 'pods', metadata.name);
/** The last lines that a container wrote, of its last life where it has died; empty where there are none. */
async function lastLogLines(client, pod, container, lines) {
    for (const previous of ['true', 'false']) {
        try {
            const query = { container, tailLines: lines, previous };
            const response = await client.open('GET', `${podPath(pod)}/log`, { query: { ...query, limitBytes: SHORT_LOG_BYTES } }, _base_waits_js__WEBPACK_IMPORTED_MODULE_4__/* .WAITS */ .r.POD_LOG_SILENCE_MS);
            // Kubernetes is asked for no more, and what a server sends beyond that is not read.
            const { text: log } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_5__/* .textWithin */ .JY)(response, SHORT_LOG_BYTES);
            if (log.trim())
                return log.trimEnd().split('\n').slice(-lines).map(_base_foreign_js__WEBPACK_IMPORTED_MODULE_7__/* .cutLine */ .Hh);
        }
        catch (error) {
            client.signal.throwIfAborted();
            // A container that never ran has no log; a log that cannot be had must not hold up the failure that it explains.
            if (previous === 'false')
                return [`(no log: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)})`];
        }
    }
    return [];
}
/** What the cluster has said about an object, oldest first. */
async function eventsAbout(client, namespace, uid) {
    const { items } = await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectPath */ .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__/* .CORE */ .M2, namespace, 'events'), {
        fieldSelector: `involvedObject.uid=${uid}`,
    });
    return items.sort((a, b) => when(a).localeCompare(when(b)));
}
const when = (event) => event.lastTimestamp ?? event.eventTime ?? '';
/** One HTTP GET that the API server makes for us to a pod; a status that is not 2xx is an ApiError. `silence` in milliseconds. */
async function getThroughProxy(client, pod, target, silence) {
    const scheme = target.scheme === 'https' ? 'https:' : '';
    const { namespace, name } = pod.metadata;
    const at = (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .objectPath */ .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__/* .CORE */ .M2, namespace, 'pods', name).slice(0, -name.length);
    const proxied = `${at}${scheme}${name}:${target.port}/proxy${target.path}`;
    (await client.open('GET', proxied, {}, silence)).resume();
}
/** The one that kubectl takes where none is named. */
const defaultContainer = ({ metadata, spec }) => metadata.annotations?.['kubectl.kubernetes.io/default-container'] ?? spec.containers[0]?.name ?? '';
/** Runs a command in a pod's default container, else its first. No shell is involved. */
async function execInPod(client, pod, argv) {
    const output = (0,_bounded_js__WEBPACK_IMPORTED_MODULE_5__/* .endOfText */ .YZ)(OUTPUT_BYTES);
    const { ended } = await openInPod(client, pod, argv, output.hear, null);
    const { exitCode, message } = await ended;
    return { exitCode, output: output.text().trim() || message };
}
/**
 * Starts a command in the same way and leaves it running: `hear` gets what it says, `stdin` is what it reads. `ended`
 * fails where the connection closes first, or the client's signal aborts.
 *
 * @throws an error with the server's words, or the signal's reason
 */
async function openInPod(client, pod, argv, hear, stdin) {
    const { Exec } = await __webpack_require__.e(/* import() */ 8149).then(__webpack_require__.bind(__webpack_require__, 98149));
    const sink = () => new node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable({
        write: (chunk, _encoding, done) => {
            hear(chunk);
            done();
        },
        // What comes after the end is not listened to.
    }).on('error', () => { });
    const { namespace, name } = pod.metadata;
    const { promise, resolve, reject } = Promise.withResolvers();
    const onStatus = (status) => resolve(status);
    const { signal } = client;
    const exec = new Exec(guarded(client.config));
    const container = defaultContainer(pod);
    const opening = exec.exec(namespace, name, container, [...argv], sink(), sink(), stdin, false, onStatus);
    const socket = await (0,_base_settled_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessAborted */ .Wh)(opening, signal).catch((event) => {
        // One that is opened later is of no use any more.
        opening.then((late) => late.close(), () => { });
        signal.throwIfAborted();
        throw new Error(event.message ?? 'the connection was refused');
    });
    const abort = () => {
        // A server that hangs does not answer this, so it is not waited for.
        socket.close();
        reject(signal.reason);
    };
    signal.addEventListener('abort', abort);
    socket.onclose = () => {
        signal.removeEventListener('abort', abort);
        reject(new Error('the connection closed before the command ended'));
    };
    return { ended: promise.then(endOf), close: () => socket.close() };
}
const [STDOUT, STDERR, STATUS] = [1, 2, 3];
/** Whether a message is of the output or the end of a command: for others Exec throws, or ends this process' own output. */
const isOfCommand = (data) => Buffer.isBuffer(data) && [STDOUT, STDERR, STATUS].includes(data[0] ?? -1);
/** The kubeconfig for Exec, whose socket ends where the server says what Exec cannot read, and not this process. */
function guarded(config) {
    const finishRequest = (request, socket) => {
        const guard = (hear) => (message) => {
            try {
                if (isOfCommand(message.data))
                    hear(message);
            }
            catch {
                socket.terminate();
            }
        };
        Object.defineProperty(socket, 'onmessage', {
            set: (hear) => socket.addEventListener('message', guard(hear)),
        });
        request.end();
    };
    const guardedOptions = async (options) => {
        await config.applyToHTTPSOptions(options);
        Object.assign(options, { finishRequest });
    };
    return {
        getCurrentCluster: () => config.getCurrentCluster(),
        applyToHTTPSOptions: guardedOptions,
    };
}
/** A command that never ran: its program is not in the image, or the node could not start it. */
class NotStartedError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ {
}
/** @throws NotStartedError where no command has ended: only one that ran has an exit code (remotecommand.NonZeroExitCodeReason) */
function endOf({ status, message: text, details }) {
    const message = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .beginning */ .Ir)(String(text ?? ''), LONGEST_END);
    if (status === 'Success')
        return { exitCode: 0, message };
    const causes = Array.isArray(details?.causes) ? details.causes : [];
    const cause = causes.find((item) => item?.reason === 'ExitCode');
    if (cause?.message !== undefined)
        return { exitCode: Number(cause.message), message };
    // The runtime's own words come last: exec: "nope": executable file not found in $PATH: unknown.
    const words = /exec: "[^"]{0,500}": [^\n]{0,300}/.exec(message)?.[0] ?? message;
    throw new NotStartedError(`it could not be started: ${words.replace(/: unknown$/, '') || 'no reason is given'}`);
}


/***/ }),

/***/ 23826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ shownParameter)
/* harmony export */ });
/**
 * A parameter of a URL with a password, for people. Behind the `?` may be the rest of a password that was not
 * percent-encoded, so what does not look like a name is not repeated.
 */
const shownParameter = (name) => /^[a-z][a-z_-]{1,40}$/i.test(name)
    ? `the parameter "${name}"`
    : 'something behind a "?" that is not a parameter (percent-encode the password)';


/***/ }),

/***/ 22952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f5: () => (/* binding */ isMigrating),
/* harmony export */   l2: () => (/* binding */ Cache)
/* harmony export */ });
/* unused harmony export mastersOf */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31666);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89002);
/* harmony import */ var _link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3041);




const NO_LOGIN = { username: undefined, password: undefined };
const SLOTS = 16384;
/** A cache as a whole: whatever it is made of, it has masters, and each can be talked to. */
class Cache {
    address;
    signal;
    #open;
    #links = new Map();
    constructor(address, open, signal) {
        this.address = address;
        this.#open = open;
        this.signal = signal;
    }
    /** Where `redis-url` leads, without user and password. */
    get name() {
        return this.address.places.map(_link_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb).join(',');
    }
    /** The one link to a server, opened where there is none. @throws LostError, Refusal */
    async link(place) {
        const name = (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(place);
        const known = this.#links.get(name)?.link;
        if (known && !known.closed)
            return known;
        const { login, database } = this.address;
        const link = await this.#open(place, { login, database });
        this.#links.set(name, { place, link });
        return link;
    }
    close() {
        for (const { link } of this.#links.values())
            link.close();
    }
    /**
     * Connects to all masters, and tries again while the obstacle may pass: one that restarts, a failover.
     *
     * @param withinMs for how long it tries again
     * @throws ActionError that says in one sentence which node does not answer, or refuses
     */
    async survey(withinMs, work) {
        try {
            return await (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L5)(async () => work(await this.masters()), {
                withinMs,
                signal: this.signal,
                // What a room has put into a sentence has its cause with it.
                isPassing: (error) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isPassing */ .WG)(error) || (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isPassing */ .WG)(error.cause),
            });
        }
        catch (error) {
            this.signal.throwIfAborted();
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asRedisError */ .YQ)(this.name, error);
        }
    }
    /** The nodes that take writes now. @throws LostError, Refusal, ActionError where the URL leads to something else */
    async masters() {
        const places = this.address.sentinel ? [await this.#querySentinels()] : this.#known();
        const { link, place } = await this.#first(places);
        const info = fieldsOf(await (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .sendCommand */ .S8)(link, 'INFO'));
        const flavour = info.server_name === 'valkey' ? 'Valkey' : 'Redis';
        const version = `${flavour} ${info.valkey_version ?? info.redis_version ?? ''}`.trim();
        if (info.redis_mode === 'sentinel') {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${link.name} is a sentinel; give the URL as redis+sentinel://${link.name}/<name of the master>.`);
        }
        if (info.cluster_enabled === '1' || info.redis_mode === 'cluster') {
            return { version, cluster: true, masters: await this.#clusterOf(link, place) };
        }
        if (!this.address.sentinel && this.address.places.length > 1)
            return { version, cluster: false, masters: [await this.#onlyMaster()] };
        if (info.role === 'slave') {
            // Sentinels may name the old master for a moment after a failover.
            if (this.address.sentinel)
                throw new _link_js__WEBPACK_IMPORTED_MODULE_3__/* .Refusal */ .P_(`READONLY ${link.name} is a replica now`);
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Redis at ${link.name} is a replica of ${info.master_host}:${info.master_port}; give the URL of the master, or of the sentinels.`);
        }
        return { version, cluster: false, masters: [masterAt(place, info)] };
    }
    /**
     * The one master of several servers that are no cluster: the others are its replicas. Several masters are caches of
     * their own, of which the first alone would be cleared.
     */
    async #onlyMaster() {
        const found = [];
        for (const place of this.address.places) {
            const info = fieldsOf(await (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .sendCommand */ .S8)(await this.link(place), 'INFO'));
            if (info.role !== 'slave')
                found.push(masterAt(place, info));
        }
        const [master, ...more] = found;
        if (master && more.length === 0)
            return master;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(master
            ? `${found.map(({ name }) => name).join(' and ')} are not a cluster, and each is a master of its own; run this once for each, with its URL alone.`
            : `${this.name} are replicas, all of them; give the URL of the master, or of the sentinels.`);
    }
    /** Servers to ask: those that the URL names, and those that were found behind them. */
    #known() {
        return [...this.address.places, ...[...this.#links.values()].map(({ place }) => place)];
    }
    async #first(places) {
        let failure;
        for (const place of places) {
            try {
                return { link: await this.link(place), place };
            }
            catch (error) {
                failure ??= error;
            }
        }
        throw failure;
    }
    async #clusterOf(link, place) {
        const nodes = String(await (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .sendCommand */ .S8)(link, 'CLUSTER', 'NODES'));
        const masters = mastersOf(nodes, place, this.address.tls !== undefined);
        const slots = masters.reduce((sum, master) => sum + (master.slots ?? 0), 0);
        if (slots < SLOTS) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The cluster of ${link.name} has ${SLOTS - slots} hash slots that no master serves; fix it (redis-cli --cluster fix), and run it again.`);
        }
        return masters;
    }
    async #querySentinels() {
        const { places, sentinel } = this.address;
        let failure;
        for (const place of places) {
            try {
                const link = await this.#open(place, { login: sentinel?.login ?? NO_LOGIN, database: 0 });
                try {
                    return masterOf(await (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .sendCommand */ .S8)(link, 'SENTINEL', 'get-master-addr-by-name', sentinel?.master ?? ''), sentinel?.master ?? '');
                }
                finally {
                    link.close();
                }
            }
            catch (error) {
                failure ??= error;
            }
        }
        throw failure;
    }
}
const masterAt = (place, info) => ({
    place,
    name: (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(place),
    identity: `${(0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(place)} ${info.run_id ?? ''}`,
    slots: undefined,
});
function masterOf(reply, name) {
    if (!Array.isArray(reply))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The sentinels know no master "${name}"; check the name in \`redis-url\`.`);
    const [host, port] = reply.map(String);
    return { host: host ?? '', port: Number(port) };
}
/** `name:value` lines. */
function fieldsOf(reply) {
    const lines = String(reply).matchAll(/^([^#:\s]{1,100}):([^\r\n]*)/gm);
    return Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
}
/**
 * The masters with slots of what CLUSTER NODES says: a line a node, `<id> <ip>:<port>@<bus>,<hostname> <flags> <master>
 * … <slots>`. `asked` is the node that said it, which may not know its own address.
 */
function mastersOf(nodes, contact, byHostname) {
    const lines = nodes.split('\n').map((line) => line.trim().split(' '));
    return lines.flatMap(([id = '', address = '', flags = '', , , , , , ...ranges]) => {
        const own = ranges.filter((range) => !range.startsWith('['));
        if (!flags.split(',').includes('master') || own.length === 0)
            return [];
        const [, ip = '', port, hostname] = /^(.*):(\d+)(?:@\d+)?(?:,([^,]*))?/.exec(address) ?? [];
        const host = (byHostname && hostname) || ip || contact.host;
        const place = { host, port: Number(port) };
        const slots = own.map((range) => range.split('-').map(Number));
        return {
            place,
            name: (0,_link_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOf */ .Vb)(place),
            identity: `${id} ${own.join(' ')}`,
            slots: slots.reduce((sum, [from = 0, to = from]) => sum + to - from + 1, 0),
        };
    });
}
/** True where a node says that hash slots are on their way to it or from it. */
function isMigrating(nodes) {
    const own = nodes.split('\n').find((line) => / (\S+,)?myself(,| )/.test(line));
    return /\[\d+-[<>]-/.test(own ?? '');
}


/***/ })

};
