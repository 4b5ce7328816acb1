"use strict";
exports.id = 7928;
exports.ids = [7928];
exports.modules = {

  40718:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  action: () => (  clear_cache_action)
});

var dist = __webpack_require__(77934);
var errors = __webpack_require__(45145);
var values = __webpack_require__(92920);
var waits = __webpack_require__(95282);
var redis_errors = __webpack_require__(89002);
var redis_link = __webpack_require__(3041);
; 

async function availability(link, command, ...words) {
    const [keys, user] = await link.send([
        ['COMMAND', 'GETKEYS', command, ...words],
        ['ACL', 'WHOAMI'],
    ]);
    if (keys instanceof redis_link .P_ && /invalid command/i.test(keys.message))
        return 'missing';
    const isThere = !(keys instanceof redis_link .P_) || /no key arguments/i.test(keys.message);
    if (user instanceof redis_link .P_ || user === undefined || user === null)
        return 'unknown';
    const [trial] = await link.send([['ACL', 'DRYRUN', String(user), command, ...words]]);
    if (trial instanceof redis_link .P_)
        return /not found/i.test(trial.message) ? 'missing' : 'unknown';
    const isAllowed = String(trial).toUpperCase() === 'OK';
    return isAllowed ? (isThere ? 'there' : 'unknown') : 'forbidden';
}
async function oneByOneReason(link, command) {
    if (await hasIndexes(link))
        return 'has search indexes, which every flush drops, whatever database they are of';
    const state = await availability(link, command);
    if (state === 'missing')
        return `does not have ${command}`;
    return state === 'forbidden' ? `does not let this user ${command}` : undefined;
}
async function hasIndexes(link) {
    const info = String(await (0,redis_link .S8)(link, 'INFO'));
    if (!/^module:name=search,/m.test(info))
        return false;
    const [, count] = /^search_number_of_indexes:(\d+)/m.exec(String(await (0,redis_link .S8)(link, 'INFO', 'search'))) ?? [];
    return count !== '0';
}
const isUnavailable = (error) => error instanceof redis_link .P_ && (error.code === 'NOPERM' || /unknown command/i.test(error.message));
async function deletingCommand(link, key) {
    try {
        await (0,redis_link .S8)(link, 'UNLINK', key);
        return 'UNLINK';
    }
    catch (error) {
        if (!isUnavailable(error))
            throw error;
        try {
            await (0,redis_link .S8)(link, 'DEL', key);
        }
        catch {
            throw error;
        }
        return 'DEL';
    }
}

; 
const START = '(?:^|[:{}/|_.!#-])';
const BEGINNINGS = [
    ['queues of Bull or BullMQ', [String.raw `\{?bull(?:mq)?\}?:`]],
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
    ['idempotency keys', ['idem(?:potency|potent)?(?:[_-]?keys?)?:']],
    [
        'revoked tokens',
        ['(?:black|block|deny)list(?:ed)?(?:[_-](?:jti|tokens?))?:', 'revoked(?:[_-](?:jti|tokens?))?:'],
    ],
];
const WHOLE = [
    ['queues of Sidekiq', ['queues', 'retry', 'schedule', 'dead']],
    ['processes of Sidekiq', ['processes']],
    ['queues of Resque', ['failed', 'workers']],
    ['queues of Celery', ['celery']],
    ['queues of Symfony', ['messages']],
    ['keys that ASP.NET signs sessions with', ['DataProtection-Keys']],
];
const ENDS = [
    [
        'queues of Bull or BullMQ',
        ':(?:wait|waiting-children|delayed|prioritized|paused|repeat|stalled(?:-check)?)',
    ],
    ['queues of Laravel', ':(?:reserved|notify)'],
    ['queues of Symfony', '__queue'],
    ['sessions or limits of Laravel', '(?<=[_:-]cache[_:-]{1,2})(?:[A-Za-z0-9]{40}|.{1,100}:timer)?'],
];
const MAX_CHARACTERS_READ = 128;
const begins = BEGINNINGS.map(([, names]) => `(${names.join('|')})`).join('|');
const BEGINNING = new RegExp(`${START}(?:${begins})`);
const wholes = WHOLE.map(([, names]) => `(${names.join('|')})`).join('|');
const WHOLE_KEY = new RegExp(`^(?:[^:{}]+[:_-])?(?:${wholes})$`);
const ends = ENDS.map(([, end]) => `(${end})`).join('|');
const END = new RegExp(`(?:${ends})$`);
const knownKeys = WHOLE.flatMap(([, names]) => names);
const remembered = new Map();
const MAX_REMEMBERED = 10_000;
const IS_NUMBER = /^(?=[0-9a-f-]*\d)[0-9a-f-]{1,36}$/;
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
    const isQueue = /^(?::|__)/.test(ended[0]);
    return { ...knownOf(key, isQueue ? key.length : least, nameOf(ended, ENDS)), least };
}
const knownOf = (key, length, contents) => ({
    text: key.slice(0, length),
    least: length,
    contents,
});
const nameOf = (match, names) => names[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? '';
const contentsOf = (known) => find(known)?.contents ?? 'queues, sessions, locks or limits';
function knownThing(key, named) {
    const known = find(key);
    if (known === undefined)
        return undefined;
    return named.some((name) => name.length >= known.least && key.startsWith(name)) ? undefined : known.text;
}

; 

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
function describeScope({ mode, prefixes }) {
    if (mode === 'database')
        return 'keys of the database';
    if (mode === 'all')
        return 'keys of all databases';
    return `keys that begin with ${prefixes.map((prefix) => JSON.stringify(prefix)).join(' or ')}`;
}

var markdown = __webpack_require__(26963);
; 


const MAX_GROUPS_SHOWN = 10;
function nodeOf(node, deleted, error) {
    if (error)
        return { node, deleted: deleted ?? 0, result: 'failed', message: error.message };
    return { node, deleted: deleted ?? 0, result: deleted === undefined ? 'untouched' : 'cleared' };
}
const keys = (count) => (count === 1 ? '1 key' : `${count} keys`);
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
function summaryOf(result, message, nodes, survey) {
    const rows = nodes.map((node) => [
        (0,markdown .aY)(node.node),
        node.result,
        String(node.deleted),
        (0,markdown .tJ)(node.message ?? ''),
    ]);
    const groups = (survey?.groups.largest(MAX_GROUPS_SHOWN) ?? []).map(([group, number]) => [
        (0,markdown .aY)(group),
        String(number),
    ]);
    return [
        `## ${SIGNS[result]} ${(0,markdown .tJ)(message)}`,
        (0,markdown .tp)(['Master', 'Result', 'Deleted', ''], rows),
        ...(groups.length > 0 ? [(0,markdown .tp)(['Keys that begin with', 'Seen before'], groups)] : []),
        '',
    ].join('\n\n');
}

; 
const MAX_GROUPS = 1000;
const OTHERS = '(others)';
const SEPARATORS = new Set([':', '.', '|', '/']);
class Groups {
    counts = new Map();
    #last = { skip: -1, group: '' };
    add(key, skip) {
        if (this.#last.skip === skip && key.startsWith(this.#last.group))
            return this.#count(this.#last.group);
        let end = skip;
        while (end < key.length && !SEPARATORS.has(key[end]))
            end += 1;
        const group = end === key.length ? key.slice(0, skip) || OTHERS : key.slice(0, end + 1);
        const known = this.counts.has(group) || this.counts.size < MAX_GROUPS ? group : OTHERS;
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
    largest(most) {
        return [...this.counts].sort(([, a], [, b]) => b - a).slice(0, most);
    }
}

var deadline = __webpack_require__(68606);
; 

const TURN_MS = 1;
const COUNT = { first: 500, least: 100, most: 1000 };
const BATCH = { first: 250, least: 100, most: 500 };
const FEW = 10;
const FEW_ANSWERS = 3;
const LONGEST_REST_MS = 50;
const WINDOW = 8;
class Pace {
    #rest;
    #batch;
    #count = COUNT.first;
    #keys = BATCH.first;
    #way = Number.POSITIVE_INFINITY;
    #fastest = Number.POSITIVE_INFINITY;
    #few = FEW_ANSWERS;
    #answers = 0;
    #work = 0;
    constructor(rest, batch) {
        this.#rest = rest;
        this.#batch = batch;
    }
    get count() {
        return this.#few > 0 ? FEW : Math.round(this.#count);
    }
    get batch() {
        return this.#batch ?? Math.round(this.#keys);
    }
    get rest() {
        const isSlow = this.#work > TURN_MS;
        return this.#rest ?? (isSlow ? Math.min(LONGEST_REST_MS, this.#work) : 0);
    }
    learn(took, busy) {
        this.#way = Math.min(this.#way, took);
        if (this.#few > 0) {
            this.#few -= 1;
            return;
        }
        this.#fastest = Math.min(this.#fastest, took);
        if (took > 2 * busy || took - this.#way < TURN_MS / 2)
            this.#answers += 1;
        if (this.#answers < WINDOW)
            return;
        this.#work = this.#fastest - this.#way;
        this.#answers = 0;
        this.#fastest = Number.POSITIVE_INFINITY;
        const turn = Math.max(TURN_MS, Math.min(this.#way / 4, 4 * TURN_MS));
        const factor = this.#work < turn / 2 ? 1.5 : this.#work > turn ? 0.6 : 1;
        this.#count = Math.min(COUNT.most, Math.max(COUNT.least, this.#count * factor));
        this.#keys = Math.min(BATCH.most, Math.max(BATCH.least, this.#keys * factor));
    }
    async pause(signal) {
        if (this.rest > 0)
            await (0,deadline .v7)(this.rest, signal);
    }
}

; 


const patternOf = (prefix) => `${prefix.replace(/[*?[\]\\^-]/g, '\\$&')}*`;
async function* scan(link, prefix, pace, signal, type) {
    const match = [
        ...(prefix === undefined ? [] : ['MATCH', patternOf(prefix)]),
        ...(type === undefined ? [] : ['TYPE', type]),
    ];
    const request = (cursor) => {
        const question = link.send([['SCAN', cursor, ...match, 'COUNT', String(pace.count)]]);
        question.catch(() => { });
        return { question, at: performance.now() };
    };
    let pending = request('0');
    for (;;) {
        const seen = performance.now();
        const [answer] = await pending.question;
        pace.learn(performance.now() - pending.at, seen - pending.at);
        if (answer instanceof redis_link .P_)
            throw answer;
        const { cursor, keys } = pageOf(link, answer);
        const texts = keys.map((key) => key.toString());
        if (prefix !== undefined && !texts.every((text) => text.startsWith(prefix)))
            throw new errors .lZ(`Redis at ${link.name} answers SCAN with keys that do not begin with ${JSON.stringify(prefix)}, so nothing is deleted there; a proxy in between may not know MATCH.`);
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
function pageOf({ name }, answer) {
    const [cursor, keys] = Array.isArray(answer) ? answer : [];
    if (Buffer.isBuffer(cursor) &&
        /^\d{1,20}$/.test(String(cursor)) &&
        Array.isArray(keys) &&
        keys.every(Buffer.isBuffer))
        return { cursor: String(cursor), keys };
    throw new errors .lZ(`What answers at ${name} is not Redis: it does not understand SCAN; check \`redis-url\`.`);
}

; 




const IN_USE = /^cmdstat_(?:xadd|xgroup|xread|xreadgroup|restore|copy)\b/im;
const COUNTED_ANEW = /^cmdstat_config(?:\|resetstat)?:/im;
async function streamsIn(link, prefix, { allowed, prefixes, pause }, most, signal) {
    if (!(await mayHaveStreams(link)))
        return [];
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
        if (!(error instanceof redis_link .P_ && /syntax error/i.test(error.message)))
            throw error;
    }
    return [...found].slice(0, most);
}
async function mayHaveStreams(link) {
    const counts = String(await (0,redis_link .S8)(link, 'INFO', 'commandstats'));
    if (IN_USE.test(counts) || COUNTED_ANEW.test(counts))
        return true;
    const persistence = String(await (0,redis_link .S8)(link, 'INFO', 'persistence'));
    const loaded = /^rdb_last_load_keys_loaded:(\d+)/m.exec(persistence)?.[1];
    return loaded !== '0' || /^aof_enabled:1/m.test(persistence);
}

; 






const MAX_KEYS_READ = 2_000_000;
const MAX_KNOWN = 100;
const survey_OTHERS = '(others)';
async function survey(cache, master, request) {
    const link = await cache.link(master.place);
    if (request.mode === 'prefix')
        return surveyPrefixes(link, request, cache.signal);
    if (request.mode === 'database')
        return surveyDatabase(link, request, cache.signal);
    const surveys = [];
    for (const database of await databasesOf(link)) {
        await (0,redis_link .S8)(link, 'SELECT', database);
        surveys.push(await surveyDatabase(link, request, cache.signal));
    }
    await (0,redis_link .S8)(link, 'SELECT', String(cache.address.database));
    return together(surveys);
}
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
async function countKeys(link, mode) {
    if (mode !== 'all')
        return Number(await (0,redis_link .S8)(link, 'DBSIZE'));
    const info = String(await (0,redis_link .S8)(link, 'INFO', 'keyspace'));
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
async function probe(link, named, known) {
    const keys = knownKeys.filter((key) => knownThing(key, named) !== undefined && !known.has(key));
    for (const key of keys)
        if ((await (0,redis_link .S8)(link, 'EXISTS', key)) === 1)
            known.set(key, 1);
}
async function databasesOf(link) {
    const info = String(await (0,redis_link .S8)(link, 'INFO', 'keyspace'));
    return [...info.matchAll(/^db(\d+):/gm)].map(([, number = '']) => number);
}

var topology = __webpack_require__(22952);
; 





const NO_TEXT = '\ufffd';
async function unlinkAll(link, prefixes, { named, batch, pause }, options) {
    let moved = 0;
    for (const prefix of prefixes) {
        const command = await deletingWith(link, prefix ?? '');
        const pace = new Pace(pause, batch);
        const going = { link, command, pace, moved: 0 };
        let last = Promise.resolve();
        for await (const { keys, texts } of scan(link, prefix, pace, options.signal)) {
            await last;
            const words = texts.map((text, index) => (text.includes(NO_TEXT) ? keys[index] : text));
            last = remove(going, words.filter((_, index) => knownThing(texts[index], named) === undefined), options);
            last.catch(() => { });
        }
        await last;
        moved += going.moved;
    }
    return moved;
}
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
async function removeSome(going, keys, { inCluster, own }) {
    const { link, command } = going;
    const replies = await link.send(inCluster ? keys.map((key) => [command, key]) : [[command, ...keys]]);
    own.deleted += count(replies);
    const elsewhere = inCluster ? keys.filter((_, index) => hasMoved(replies[index])) : [];
    if (elsewhere.length === 0)
        return;
    const importingReplies = await link.send(elsewhere.flatMap((key) => [['ASKING'], [command, key]]));
    own.deleted += count(importingReplies.filter((_, index) => index % 2 === 1));
    going.moved += importingReplies.filter(hasMoved).length;
}
async function deletingWith(link, prefix) {
    try {
        return await deletingCommand(link, `${prefix}rollback-actions-${Date.now()}`);
    }
    catch (error) {
        if (error instanceof redis_link .P_ && MOVED.has(error.code))
            return 'UNLINK';
        throw error;
    }
}
const MOVED = new Set(['MOVED', 'ASK', 'TRYAGAIN']);
const hasMoved = (reply) => reply instanceof redis_link .P_ && MOVED.has(reply.code);
function count(replies) {
    const refused = replies.find((reply) => reply instanceof redis_link .P_ && !MOVED.has(reply.code));
    if (refused)
        throw refused;
    return replies.reduce((sum, reply) => sum + (typeof reply === 'number' ? reply : 0), 0);
}

; 









async function sweep(cache, request, swept, { log, patience = waits .r.REDIS_AWAY_SWEEP_MS }) {
    const clean = new Set();
    let since = performance.now();
    for (;;) {
        const before = clean.size;
        const failure = await pass(cache, request, swept, clean).catch((error) => error);
        cache.signal.throwIfAborted();
        if (failure === DONE)
            return;
        const error = (0,redis_errors .YQ)(cache.name, failure);
        if (!(0,redis_errors .WG)(failure) && failure !== MOVING)
            throw error;
        if (clean.size > before)
            since = performance.now();
        if (performance.now() - since > patience)
            throw error;
        log.info(`… ${error.message} Once more.`);
        await (0,deadline .v7)(waits .r.REDIS_SWEEP_PAUSE_MS, cache.signal);
    }
}
const DONE = Symbol('done');
const MOVING = new errors .lZ('Hash slots are being moved between the masters; wait for that, and run it again.');
async function pass(cache, request, swept, clean) {
    const { masters } = await cache.masters();
    const todo = masters.filter(({ identity }) => !clean.has(identity));
    if (todo.length === 0)
        return DONE;
    const states = await Promise.all(todo.map((master) => clear(cache, master, request, swept)));
    const moving = states.some(({ moving }) => moving) && states.some(({ deleted }) => deleted > 0);
    if (moving)
        clean.clear();
    else
        for (const [index, { identity }] of todo.entries())
            if (states[index]?.error === undefined)
                clean.add(identity);
    const errors = states.map(({ error }) => error).filter((error) => error !== undefined);
    const failure = errors.find((error) => !(0,redis_errors .WG)(error)) ??
        errors.find((error) => error instanceof redis_link .zO) ??
        errors[0];
    return failure ?? (moving ? MOVING : pass(cache, request, swept, clean));
}
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
        const migrating = inCluster && (0,topology .f5)(String(await (0,redis_link .S8)(link, 'CLUSTER', 'NODES')));
        return { deleted: own.deleted - before, moving: moved > 0 || migrating };
    }
    catch (error) {
        own.error = (0,redis_errors .YQ)(master.name, error);
        return { deleted: own.deleted - before, moving: false, error };
    }
}
async function empty(cache, link, request, options) {
    if (!(await hasIndexes(link)) && (await flush(link, request, options)))
        return 0;
    if (request.mode === 'database')
        return unlinkAll(link, [undefined], request, options);
    let moved = 0;
    for (const database of await databasesOf(link)) {
        await (0,redis_link .S8)(link, 'SELECT', database);
        moved += await unlinkAll(link, [undefined], request, options);
    }
    await (0,redis_link .S8)(link, 'SELECT', String(cache.address.database));
    return moved;
}
async function flush(link, { mode }, { own }) {
    const size = await countKeys(link, mode);
    try {
        await (0,redis_link .S8)(link, mode === 'all' ? 'FLUSHALL' : 'FLUSHDB', 'ASYNC');
        own.deleted += size;
        return true;
    }
    catch (error) {
        if (!isUnavailable(error))
            throw error;
        await deletingWith(link, '').catch(() => {
            throw error;
        });
        return false;
    }
}

; 




async function findVersion(cache, masters, key) {
    for (const master of masters) {
        const reply = await sendToMaster(cache, master, 'GET', key);
        if (reply instanceof redis_link .P_)
            continue;
        const text = reply === null ? undefined : String(reply);
        if (text === undefined) {
            throw new errors .lZ(`There is no key ${JSON.stringify(key)} on Redis at ${master.name}; check \`version-key\` and the database in \`redis-url\`.`);
        }
        if (!/^-?\d{1,15}$/.test(text)) {
            throw new errors .lZ(`The key ${JSON.stringify(key)} holds no whole number, so it cannot be raised; check \`version-key\`.`);
        }
        return { master, value: Number(text) };
    }
    throw new errors .lZ(`No master of Redis at ${cache.name} serves the key ${JSON.stringify(key)}; run it again when its hash slot has moved.`);
}
async function requireRaising(cache, master, key) {
    try {
        const state = await availability(await cache.link(master.place), 'INCR', key);
        if (state === 'forbidden' || state === 'missing')
            throw new redis_link .P_(`NOPERM INCR is ${state} for the key ${JSON.stringify(key)}`);
    }
    catch (error) {
        cache.signal.throwIfAborted();
        throw (0,redis_errors .YQ)(master.name, error);
    }
}
async function raiseVersion(cache, master, key) {
    const reply = await sendToMaster(cache, master, 'INCR', key);
    if (reply instanceof redis_link .P_)
        throw (0,redis_errors .YQ)(master.name, reply);
    return Number(reply);
}
async function sendToMaster(cache, master, ...command) {
    try {
        return await (0,redis_link .S8)(await cache.link(master.place), ...command);
    }
    catch (error) {
        if (error instanceof redis_link .P_ && error.code === 'MOVED')
            return error;
        cache.signal.throwIfAborted();
        throw (0,redis_errors .YQ)(master.name, error);
    }
}

; 










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
        throw new errors .lZ(`Nothing was deleted: ${plan.reason}.`);
    const without = away.length > 0
        ? `; ${away.map(({ name }) => name).join(', ')} cannot be reached, so what is there stays`
        : '';
    if (without !== '')
        log.warn(`Not all of the cluster answers${without}.`);
    if (plan.action === 'no-op' && without !== '')
        throw new errors .lZ(`Nothing was deleted: ${plan.reason} on the masters that answer${without}.`);
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
async function surveyServers(cache, request, { dryRun }) {
    const surveyWith = (work) => async (picture) => ({
        picture,
        looks: request.mode === 'version-key' ? [] : await work(cache, picture, request),
    });
    try {
        return await cache.survey(dryRun ? waits .r.REDIS_AWAY_PLAN_MS : waits .r.REDIS_AWAY_CLEAR_MS, surveyWith(surveyAll));
    }
    catch (error) {
        if (!(error instanceof Error && (0,redis_errors .WG)(error.cause)))
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
        throw (0,redis_errors .YQ)(picture.masters[index]?.name ?? cache.name, item.reason);
    });
}
async function surveyReachable(cache, picture, request) {
    const settled = await surveyMasters(cache, picture, request);
    return settled.map((item) => {
        if (item.status === 'fulfilled')
            return item.value;
        if ((0,redis_errors .WG)(item.reason))
            return undefined;
        throw item.reason;
    });
}
async function surveyMasters(cache, { masters }, request) {
    const settled = await Promise.allSettled(masters.map((master) => survey(cache, master, request)));
    cache.signal.throwIfAborted();
    return settled;
}
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
            if (error instanceof redis_link .P_ && ['MOVED', 'ASK', 'TRYAGAIN'].includes(error.code))
                continue;
            if ((0,redis_errors .WG)(error))
                continue;
            throw (0,redis_errors .YQ)(name, error);
        }
    }
}
async function requireDeleting(link, key, isTrial) {
    if (!isTrial) {
        await deletingCommand(link, key);
        return;
    }
    const states = [await availability(link, 'UNLINK', key), await availability(link, 'DEL', key)];
    if (states.every((state) => state === 'forbidden' || state === 'missing'))
        throw new redis_link .P_('NOPERM neither UNLINK nor DEL is available for these keys');
}
async function carryOut(cache, request, survey, step, { log, record, subject, isPartial }) {
    const started = performance.now();
    const swept = new Map();
    const failure = await sweep(cache, request, swept, {
        log,
        ...(isPartial && { patience: 0 }),
    }).catch((error) => error);
    const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
    const nodes = [...swept.values()].map(({ node, deleted, error }) => nodeOf(node, deleted, error));
    const deleted = nodes.reduce((sum, node) => sum + node.deleted, 0);
    const done = nodes.filter(({ result }) => result !== 'failed').map(({ node }) => node);
    if (failure !== undefined) {
        if (!(failure instanceof errors .lZ))
            throw failure;
        const message = `Deleted ${keys(deleted)}, but not all that should go; ${(0,errors .bD)(failure)} Run it again then: it goes on where it was.`;
        record({ ...subject, step, status: 'failed', seconds, evidence: { nodes, deleted }, message });
        return clearedOf('failed', message, undefined, nodes, survey);
    }
    const kept = await countKept(cache, request);
    const message = `Deleted ${keys(deleted)} on ${done.join(', ')}${kept === undefined ? '' : `; ${kept} kept`}.`;
    record({ ...subject, step, status: 'done', seconds, evidence: { nodes, deleted, kept }, message });
    return clearedOf('done', message, kept, nodes, survey);
}
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

; 
const LOOPBACK = /^(localhost|::1|127\.[\d.]+)$/;
const USUAL_PORT = 6379;
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

; 

function requestOf(inputs) {
    const { mode, prefix, versionKey, confirm, allowPrefixes, maxKeys, batch, pause } = inputs;
    if (mode === 'prefix' && prefix.length === 0) {
        throw new errors .lZ('Say with `prefix` what the keys to delete begin with, such as `shop:products:`; or choose another `mode`.');
    }
    if (mode !== 'prefix' && prefix.length > 0)
        throw new errors .lZ(`Input \`prefix\` is for the mode \`prefix\`; leave it out with \`mode: ${mode}\`.`);
    if (mode === 'version-key' && versionKey === undefined)
        throw new errors .lZ('Say with `version-key` which key holds the version of the cache.');
    if (mode !== 'version-key' && versionKey !== undefined) {
        throw new errors .lZ(`Input \`version-key\` is for the mode \`version-key\`; leave it out with \`mode: ${mode}\`.`);
    }
    if (mode === 'all' && confirm !== 'all') {
        throw new errors .lZ('The mode `all` empties every database of every master; say `confirm: all` where you mean it, or choose `database` or `prefix`.');
    }
    const wild = prefix.find((text) => text.endsWith('*'));
    if (wild !== undefined) {
        throw new errors .lZ(`Input \`prefix\` is ${JSON.stringify(wild)}; it is a plain beginning and no pattern: leave the star out.`);
    }
    const named = [...allowPrefixes, ...prefix];
    return { mode, prefixes: prefix, versionKey, named, allowed: allowPrefixes, maxKeys, batch, pause };
}

var action = __webpack_require__(99297);
var connect = __webpack_require__(79996);
var kinds = __webpack_require__(60921);
var address = __webpack_require__(67745);
var direct = __webpack_require__(63813);
var external_node_stream_ = __webpack_require__(57075);
var choose_pod = __webpack_require__(23095);
var pods = __webpack_require__(41808);
; 

const RAW = /^(info|cluster)$/i;
const MAX_DEPTH = 16;
function parseReply(text, command) {
    if (RAW.test(command))
        return /^(ERR|NOPERM|NOAUTH|LOADING) /.test(text) ? new redis_link .P_(text) : Buffer.from(text);
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
        return new redis_link .P_(rest);
    if (kind === 'nil')
        return null;
    if (kind !== undefined)
        return [];
    if (first.startsWith('"'))
        return unquote(first);
    if (/^[A-Z]+$/.test(first))
        return Buffer.from(first);
    throw new SyntaxError(first || 'redis-cli said nothing.');
}
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
function quote(word) {
    const bytes = [...Buffer.from(word)];
    return `"${bytes.map((byte) => (isPlain(byte) ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`)).join('')}"`;
}
const isPlain = (byte) => byte >= 32 && byte < 127 && byte !== 34 && byte !== 92;

; 








const UNREADABLE = '"\n';
const MARK = 'Invalid argument(s)\n';
const LONGEST_REPLY = 16 * 1024 ** 2;
async function inPodOf(client, namespace, workload, tls, warn) {
    let pod = await (0,choose_pod .D)(client, namespace, workload);
    const logPod = () => warn(`By way of redis-cli in pod ${pod.metadata.name} of ${namespace}`);
    logPod();
    return async (place, options) => {
        try {
            return await inPod(client, pod, tls)(place, options);
        }
        catch (error) {
            client.signal.throwIfAborted();
            const other = await (0,choose_pod .D)(client, namespace, workload).catch((reason) => {
                client.signal.throwIfAborted();
                throw new redis_link .zO((0,redis_link .Vb)(place), `there is no pod to go by: ${(0,errors .bD)(reason)}`);
            });
            if (other.metadata.uid === pod.metadata.uid)
                throw error;
            pod = other;
            logPod();
            return inPod(client, pod, tls)(place, options);
        }
    };
}
function inPod(client, pod, tls) {
    return async (place, { login, database }) => {
        const secure = tls ? ['--tls', ...(tls.verify ? [] : ['--insecure'])] : [];
        const argv = ['redis-cli', '--no-raw', '-h', place.host, '-p', String(place.port), ...secure];
        const link = await Dialogue.start(client, pod, argv, (0,redis_link .Vb)(place));
        const words = (0,redis_link .O$)(login, database);
        const replies = await link.send([...words, ['PING']]);
        const isRefused = (reply, index) => reply instanceof redis_link .P_ && !(index === words.length && reply.code === 'NOPERM');
        const refused = replies.find(isRefused);
        if (refused === undefined)
            return link;
        link.close();
        throw refused;
    };
}
class Dialogue {
    name;
    closed = false;
    #isSilent = false;
    #client;
    #stdin = new external_node_stream_.PassThrough();
    #heard = '';
    #searched = 0;
    #before = Promise.resolve();
    #wake = () => { };
    #close = () => { };
    constructor(client, name) {
        this.#client = client;
        this.name = name;
    }
    static async start(client, pod, argv, name) {
        const dialogue = new Dialogue(client, name);
        const failed = (reason) => new errors .lZ(`redis-cli could not be run in pod ${pod.metadata.name} (${reason}); name with \`via\` a workload whose image has it.`);
        try {
            const hear = (chunk) => dialogue.#hear(chunk.toString());
            const { ended, close } = await (0,pods .dk)(client, pod, argv, hear, dialogue.#stdin);
            dialogue.#close = close;
            ended.catch(errors .bD).then(() => dialogue.close());
            const first = dialogue.#reply();
            dialogue.#stdin.write(UNREADABLE);
            await first.catch(async (error) => {
                if (dialogue.#isSilent)
                    throw error;
                const end = await ended.catch((error) => ({ message: (0,errors .bD)(error) }));
                throw new Error(dialogue.#heard.trim() || end.message);
            });
            return dialogue;
        }
        catch (error) {
            client.signal.throwIfAborted();
            throw error instanceof redis_link .zO ? error : failed((0,errors .bD)(error));
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
            throw new redis_link .zO(this.name, (0,errors .bD)(error));
        }
    }
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
                throw new redis_link .zO(this.name, `redis-cli has said nothing for ${waits .r.REDIS_SILENCE_MS / 1000} s, as it does where a name does not resolve`);
            if (this.closed)
                throw new redis_link .zO(this.name, this.#heard.trim() || 'the connection to the pod ended');
            await this.#word();
        }
    }
    async #word() {
        const heard = Promise.withResolvers();
        this.#wake = heard.resolve;
        const silent = new AbortController();
        const silence = (0,deadline .v7)(waits .r.REDIS_SILENCE_MS, silent.signal).then(() => {
            this.#isSilent = true;
            this.close();
        }, () => { });
        await Promise.race([heard.promise, silence]);
        silent.abort();
    }
}

; 













const IN_POD = 'redis://127.0.0.1:6379';
const inputs = {
    redisUrl: dist .lqM((0,values .rJ)()),
    redisCa: dist .lqM((0,values .Qq)()),
    redisInsecure: dist .lqM((0,values .zM)(), 'false'),
    via: dist .lqM((0,values .Qq)()),
    kubeconfig: dist .lqM((0,values .Qq)()),
    context: dist .lqM((0,values .Qq)()),
    namespace: dist .lqM((0,values .Qq)()),
    mode: dist .lqM((0,values .Yq)(['prefix', 'version-key', 'database', 'all']), 'prefix'),
    prefix: dist .lqM((0,values .Mn)(), ''),
    versionKey: dist .lqM((0,values .Qq)()),
    confirm: dist .lqM((0,values .Qq)()),
    allowPrefixes: dist .lqM((0,values .Mn)(), ''),
    maxKeys: dist .lqM((0,values .nd)(1)),
    batch: dist .lqM((0,values .nd)(1)),
    pause: dist .lqM((0,values .Rz)()),
};
const clear_cache_action = (0,action .Q)({ name: 'clear-cache', inputs, changes: true, main });
async function main(inputs, context) {
    const request = requestOf(inputs);
    const address = addressOf(inputs, context);
    const { open, close, via } = await wayTo(address, inputs, context);
    const cache = new topology .l2(address, open, context.signal);
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
        throw new errors .lZ('Say with `redis-url` where the cache is; in a workflow, a secret that does not exist is an empty input.');
    if (via && redisCa)
        throw new errors .lZ('Input `redis-ca` is not for `via`: redis-cli takes the certificates that its pod trusts; leave it out.');
    return (0,address .o)(url, { ca: redisCa, insecure: redisInsecure, mask });
}
async function wayTo(address, inputs, context) {
    const { signal, log } = context;
    if (!inputs.via)
        return { open: (0,direct .x)({ tls: address.tls, signal }), close: () => { } };
    const { client, namespace } = await (0,connect .N)(inputs, context);
    try {
        const workload = (0,kinds .rd)(inputs.via);
        const open = await inPodOf(client, namespace, workload, address.tls, log.info);
        const via = { pod: inputs.via, ...(0,connect .V)({ client, namespace }) };
        return { open, close: () => client.close(), via };
    }
    catch (error) {
        client.close();
        throw error;
    }
}


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

  23095:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    D: () => (  choosePod),
    e: () => (  awaitPod)
  });
  var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
  var _access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33266);
  var _workload_pods_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85738);




async function choosePod(client, namespace, ref) {
    await (0,_access_js__WEBPACK_IMPORTED_MODULE_2__  .An)(client, namespace, (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .XA)([ref], 'pods/exec'));
    const [pod] = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .CG)(client, namespace, ref);
    return pod;
}
async function awaitPod(client, namespace, ref) {
    const deadline = performance.now() + _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.POD_READY_MS;
    for (;;) {
        const ready = (await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .EB)(client, namespace, ref)).find((pod) => (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .i_)(pod) && !pod.metadata.deletionTimestamp);
        if (ready)
            return ready;
        const { spec } = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .Rc)(client, namespace, ref);
        if (spec.replicas === 0 || performance.now() > deadline)
            break;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.POD_READY_POLL_MS, undefined, { signal: client.signal });
    }
    const [running] = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .CG)(client, namespace, ref);
    return running;
}


  }),

  41808:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $R: () => (  defaultContainer),
    EP: () => (  lastLogLines),
    HW: () => (  podPath),
    Xh: () => (  eventsAbout),
    YE: () => (  execInPod),
    dk: () => (  openInPod),
    q_: () => (  getThroughProxy),
    x$: () => (  NotStartedError)
  });
  var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_foreign_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(61376);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
  var _base_settled_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71501);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95282);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39668);
  var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3090);








const SHORT_LOG_BYTES = 1024 * 1024;
const LONGEST_END = 8 * 1024;
const OUTPUT_BYTES = 1024 * 1024;
const podPath = ({ metadata }) => (0,_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__  .M2, metadata.namespace, 'pods', metadata.name);
async function lastLogLines(client, pod, container, lines) {
    for (const previous of ['true', 'false']) {
        try {
            const query = { container, tailLines: lines, previous };
            const response = await client.open('GET', `${podPath(pod)}/log`, { query: { ...query, limitBytes: SHORT_LOG_BYTES } }, _base_waits_js__WEBPACK_IMPORTED_MODULE_4__  .r.POD_LOG_SILENCE_MS);
            const { text: log } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_5__  .JY)(response, SHORT_LOG_BYTES);
            if (log.trim())
                return log.trimEnd().split('\n').slice(-lines).map(_base_foreign_js__WEBPACK_IMPORTED_MODULE_7__  .Hh);
        }
        catch (error) {
            client.signal.throwIfAborted();
            if (previous === 'false')
                return [`(no log: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error)})`];
        }
    }
    return [];
}
async function eventsAbout(client, namespace, uid) {
    const { items } = await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__  .M2, namespace, 'events'), {
        fieldSelector: `involvedObject.uid=${uid}`,
    });
    return items.sort((a, b) => when(a).localeCompare(when(b)));
}
const when = (event) => event.lastTimestamp ?? event.eventTime ?? '';
async function getThroughProxy(client, pod, target, silence) {
    const scheme = target.scheme === 'https' ? 'https:' : '';
    const { namespace, name } = pod.metadata;
    const at = (0,_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__  .M2, namespace, 'pods', name).slice(0, -name.length);
    const proxied = `${at}${scheme}${name}:${target.port}/proxy${target.path}`;
    (await client.open('GET', proxied, {}, silence)).resume();
}
const defaultContainer = ({ metadata, spec }) => metadata.annotations?.['kubectl.kubernetes.io/default-container'] ?? spec.containers[0]?.name ?? '';
async function execInPod(client, pod, argv) {
    const output = (0,_bounded_js__WEBPACK_IMPORTED_MODULE_5__  .YZ)(OUTPUT_BYTES);
    const { ended } = await openInPod(client, pod, argv, output.hear, null);
    const { exitCode, message } = await ended;
    return { exitCode, output: output.text().trim() || message };
}
async function openInPod(client, pod, argv, hear, stdin) {
    const { Exec } = await __webpack_require__.e(  8149).then(__webpack_require__.bind(__webpack_require__, 98149));
    const sink = () => new node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable({
        write: (chunk, _encoding, done) => {
            hear(chunk);
            done();
        },
    }).on('error', () => { });
    const { namespace, name } = pod.metadata;
    const { promise, resolve, reject } = Promise.withResolvers();
    const onStatus = (status) => resolve(status);
    const { signal } = client;
    const exec = new Exec(guarded(client.config));
    const container = defaultContainer(pod);
    const opening = exec.exec(namespace, name, container, [...argv], sink(), sink(), stdin, false, onStatus);
    const socket = await (0,_base_settled_js__WEBPACK_IMPORTED_MODULE_3__  .Wh)(opening, signal).catch((event) => {
        opening.then((late) => late.close(), () => { });
        signal.throwIfAborted();
        throw new Error(event.message ?? 'the connection was refused');
    });
    const abort = () => {
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
const isOfCommand = (data) => Buffer.isBuffer(data) && [STDOUT, STDERR, STATUS].includes(data[0] ?? -1);
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
class NotStartedError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ {
}
function endOf({ status, message: text, details }) {
    const message = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__  .Ir)(String(text ?? ''), LONGEST_END);
    if (status === 'Success')
        return { exitCode: 0, message };
    const causes = Array.isArray(details?.causes) ? details.causes : [];
    const cause = causes.find((item) => item?.reason === 'ExitCode');
    if (cause?.message !== undefined)
        return { exitCode: Number(cause.message), message };
    const words = /exec: "[^"]{0,500}": [^\n]{0,300}/.exec(message)?.[0] ?? message;
    throw new NotStartedError(`it could not be started: ${words.replace(/: unknown$/, '') || 'no reason is given'}`);
}


  }),

  23826:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    H: () => (  shownParameter)
  });
const shownParameter = (name) => /^[a-z][a-z_-]{1,40}$/i.test(name)
    ? `the parameter "${name}"`
    : 'something behind a "?" that is not a parameter (percent-encode the password)';


  }),

  22952:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    f5: () => (  isMigrating),
    l2: () => (  Cache)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31666);
  var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89002);
  var _link_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3041);




const NO_LOGIN = { username: undefined, password: undefined };
const SLOTS = 16384;
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
    get name() {
        return this.address.places.map(_link_js__WEBPACK_IMPORTED_MODULE_3__  .Vb).join(',');
    }
    async link(place) {
        const name = (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)(place);
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
    async survey(withinMs, work) {
        try {
            return await (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_1__  .L5)(async () => work(await this.masters()), {
                withinMs,
                signal: this.signal,
                isPassing: (error) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__  .WG)(error) || (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__  .WG)(error.cause),
            });
        }
        catch (error) {
            this.signal.throwIfAborted();
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__  .YQ)(this.name, error);
        }
    }
    async masters() {
        const places = this.address.sentinel ? [await this.#querySentinels()] : this.#known();
        const { link, place } = await this.#first(places);
        const info = fieldsOf(await (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .S8)(link, 'INFO'));
        const flavour = info.server_name === 'valkey' ? 'Valkey' : 'Redis';
        const version = `${flavour} ${info.valkey_version ?? info.redis_version ?? ''}`.trim();
        if (info.redis_mode === 'sentinel') {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${link.name} is a sentinel; give the URL as redis+sentinel://${link.name}/<name of the master>.`);
        }
        if (info.cluster_enabled === '1' || info.redis_mode === 'cluster') {
            return { version, cluster: true, masters: await this.#clusterOf(link, place) };
        }
        if (!this.address.sentinel && this.address.places.length > 1)
            return { version, cluster: false, masters: [await this.#onlyMaster()] };
        if (info.role === 'slave') {
            if (this.address.sentinel)
                throw new _link_js__WEBPACK_IMPORTED_MODULE_3__  .P_(`READONLY ${link.name} is a replica now`);
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Redis at ${link.name} is a replica of ${info.master_host}:${info.master_port}; give the URL of the master, or of the sentinels.`);
        }
        return { version, cluster: false, masters: [masterAt(place, info)] };
    }
    async #onlyMaster() {
        const found = [];
        for (const place of this.address.places) {
            const info = fieldsOf(await (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .S8)(await this.link(place), 'INFO'));
            if (info.role !== 'slave')
                found.push(masterAt(place, info));
        }
        const [master, ...more] = found;
        if (master && more.length === 0)
            return master;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(master
            ? `${found.map(({ name }) => name).join(' and ')} are not a cluster, and each is a master of its own; run this once for each, with its URL alone.`
            : `${this.name} are replicas, all of them; give the URL of the master, or of the sentinels.`);
    }
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
        const nodes = String(await (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .S8)(link, 'CLUSTER', 'NODES'));
        const masters = mastersOf(nodes, place, this.address.tls !== undefined);
        const slots = masters.reduce((sum, master) => sum + (master.slots ?? 0), 0);
        if (slots < SLOTS) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The cluster of ${link.name} has ${SLOTS - slots} hash slots that no master serves; fix it (redis-cli --cluster fix), and run it again.`);
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
                    return masterOf(await (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .S8)(link, 'SENTINEL', 'get-master-addr-by-name', sentinel?.master ?? ''), sentinel?.master ?? '');
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
    name: (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)(place),
    identity: `${(0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)(place)} ${info.run_id ?? ''}`,
    slots: undefined,
});
function masterOf(reply, name) {
    if (!Array.isArray(reply))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The sentinels know no master "${name}"; check the name in \`redis-url\`.`);
    const [host, port] = reply.map(String);
    return { host: host ?? '', port: Number(port) };
}
function fieldsOf(reply) {
    const lines = String(reply).matchAll(/^([^#:\s]{1,100}):([^\r\n]*)/gm);
    return Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
}
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
            name: (0,_link_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)(place),
            identity: `${id} ${own.join(' ')}`,
            slots: slots.reduce((sum, [from = 0, to = from]) => sum + to - from + 1, 0),
        };
    });
}
function isMigrating(nodes) {
    const own = nodes.split('\n').find((line) => / (\S+,)?myself(,| )/.test(line));
    return /\[\d+-[<>]-/.test(own ?? '');
}


  }),

  70370:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  A: () => (  pLimit)
});


; 

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

; 


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();

		resolve(result);

		try {
			await result;
		} catch {}

		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		new Promise(internalResolve => {  
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_));  

		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					for (const promise of promises) {
						promise.catch(() => {});  
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}


function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
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