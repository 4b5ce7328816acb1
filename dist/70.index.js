"use strict";
exports.id = 70;
exports.ids = [70];
exports.modules = {

  93191:
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
    const lines = [
        ...groups
            .largest(MAX_GROUPS_SHOWN)
            .map(([group, number]) => `  ${JSON.stringify(group)}: ${number}${some}`),
        ...[...known].map(([name, number]) => `  of these ${JSON.stringify(name)}: ${number}, ${contentsOf(name)}`),
        ...streams.map((name) => `  of these ${JSON.stringify(name)}: a stream`),
    ];
    return [`${count} of ${keys(size)} match${lines.length > 0 ? ':' : ''}`, ...lines];
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
var internet = __webpack_require__(27028);
var connect = __webpack_require__(79996);
var kinds = __webpack_require__(60921);
var address = __webpack_require__(67745);
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
    if (!inputs.via)
        await warnOfPlainText(address, context);
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
async function warnOfPlainText({ places: [first], login, tls }, { log }) {
    if (first && !tls && login.password !== undefined && (await (0,internet .V)(first.host)))
        log.warn(`The password of \`redis-url\` goes to ${first.host} over the internet in plain text; begin the URL with rediss:// (two s), or reach the cache with \`via\`, and change the password.`);
}
async function wayTo(address, inputs, context) {
    const { signal, log } = context;
    if (!inputs.via) {
        const { directly } = await __webpack_require__.e(  3813).then(__webpack_require__.bind(__webpack_require__, 63813));
        return { open: directly({ tls: address.tls, signal }), close: () => { } };
    }
    const { client, namespace } = await (0,connect .N)(inputs, context);
    try {
        const workload = (0,kinds .rd)(inputs.via);
        const { inPodOf } = await __webpack_require__.e(  6334).then(__webpack_require__.bind(__webpack_require__, 6334));
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
    outputs;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.name = 'ActionError';
        this.details = [...(options.details ?? [])];
        this.outputs = options.outputs ?? {};
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


  }),

  27028:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    V: () => (  isOnInternet)
  });
  var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71553);
  var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);


const NETWORKS = [
    ['0.0.0.0', 8, 'ipv4'],
    ['10.0.0.0', 8, 'ipv4'],
    ['100.64.0.0', 10, 'ipv4'],
    ['127.0.0.0', 8, 'ipv4'],
    ['169.254.0.0', 16, 'ipv4'],
    ['172.16.0.0', 12, 'ipv4'],
    ['192.168.0.0', 16, 'ipv4'],
    ['::1', 128, 'ipv6'],
    ['fc00::', 7, 'ipv6'],
    ['fe80::', 10, 'ipv6'],
];
async function isOnInternet(host) {
    const own = new node_net__WEBPACK_IMPORTED_MODULE_1__.BlockList();
    for (const network of NETWORKS)
        own.addSubnet(...network);
    const addresses = await (0,node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.lookup)(host.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
    return (addresses.length > 0 &&
        addresses.every(({ address, family }) => !own.check(address, family === 6 ? 'ipv6' : 'ipv4')));
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

  23826:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    H: () => (  shownParameter)
  });
const shownParameter = (name) => /^[a-z][a-z_-]{1,40}$/i.test(name)
    ? `the parameter "${name}"`
    : 'something behind a "?" that is not a parameter (percent-encode the password)';


  })

};
;