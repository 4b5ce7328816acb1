"use strict";
exports.id = 1296;
exports.ids = [1296];
exports.modules = {

  91847:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Jr: () => (  SINK_LIMITS),
    __: () => (  Budget),
    rk: () => (  UnknownOutcomeError)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31666);
  var _waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);



const SINK_LIMITS = {
    attempts: 3,
    attemptSeconds: _waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.SINK_ATTEMPT_SECONDS,
    seconds: _waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.SINK_SECONDS,
};
class UnknownOutcomeError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    name = 'UnknownOutcomeError';
}
class Budget {
    attempts = 0;
    #outer;
    #signal;
    #limits;
    #end;
    constructor(outer, limits = SINK_LIMITS) {
        this.#outer = outer;
        this.#limits = limits;
        this.#end = performance.now() + limits.seconds * 1000;
        this.#signal = AbortSignal.any([outer, AbortSignal.timeout(limits.seconds * 1000)]);
    }
    async spend(peer, once, { repeatable, isSent = () => true }) {
        let tries = 0;
        let last;
        const attempt = async () => {
            tries += 1;
            this.attempts = Math.max(this.attempts, tries);
            try {
                return await this.#attempt(peer, once, { repeatable, isSent });
            }
            catch (error) {
                last = error;
                throw error;
            }
        };
        try {
            return await (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__  .L5)(attempt, {
                signal: this.#signal,
                attempts: this.#limits.attempts,
                withinMs: this.#end - performance.now(),
                repeatable,
                isPassing: (error) => error instanceof _retry_js__WEBPACK_IMPORTED_MODULE_1__  .aB && (this.#limits.withLimits !== false || !error.isLimit),
            });
        }
        catch (error) {
            this.#outer.throwIfAborted();
            const failure = this.#signal.aborted
                ? (last ?? this.#silence(peer, this.#limits.seconds, isSent()))
                : error;
            throw repeatable ? failure : asUnknown(failure);
        }
    }
    async #attempt(peer, once, { repeatable, isSent }) {
        const begun = performance.now();
        const late = new AbortController();
        const signal = AbortSignal.any([this.#signal, late.signal]);
        const passed = () => late.signal.aborted ? this.#limits.attemptSeconds : (performance.now() - begun) / 1000;
        const silence = () => this.#silence(peer, passed(), isSent());
        const over = Promise.withResolvers();
        const end = () => over.reject(silence());
        signal.addEventListener('abort', end, { once: true });
        const timer = setTimeout(() => {
            if (repeatable || !isSent())
                late.abort();
        }, this.#limits.attemptSeconds * 1000);
        try {
            signal.throwIfAborted();
            return await Promise.race([once(signal), over.promise]);
        }
        catch (error) {
            throw signal.aborted && !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ) ? silence() : error;
        }
        finally {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
        }
    }
    #silence = (peer, seconds, mayBeDone) => new _retry_js__WEBPACK_IMPORTED_MODULE_1__  .aB(`${peer} gave no answer in ${Math.round(seconds * 10) / 10} s; look at its status page and the network of the runner.`, { mayBeDone });
}
function asUnknown(error) {
    if (!(error instanceof _retry_js__WEBPACK_IMPORTED_MODULE_1__  .aB) || !error.mayBeDone)
        return error;
    const failure = error.message.replace(/;[^;]*$|\.$/, '');
    return new UnknownOutcomeError(`${failure}: it is unknown whether it was accepted, so it was not sent again; look there first.`, { cause: error });
}


  }),

  15902:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    a: () => (  formatDuration)
  });
function formatDuration(seconds) {
    if (seconds === undefined)
        return null;
    const whole = Math.round(seconds);
    const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
    const words = [
        [hours, 'h'],
        [minutes, 'min'],
        [rest, 's'],
    ];
    return (words
        .filter(([count]) => count > 0)
        .slice(0, 2)
        .map(([count, unit]) => `${count} ${unit}`)
        .join(' ') || '0 s');
}


  }),

  71375:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    O: () => (  withoutInvisible)
  });
const PLAIN = String.raw `\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`;
const JOINED = String.raw `(?![${PLAIN}])[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]`;
const JOINER = new RegExp(String.raw `(?<=${JOINED})[\u200C\u200D](?=${JOINED})`, 'gu');
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
function withoutInvisible(text) {
    const kept = new Set([...text.matchAll(JOINER)].map(({ index }) => index));
    return text.replace(INVISIBLE, (sign, index) => (kept.has(index) ? sign : ''));
}


  }),

  71581:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    h: () => (  withoutEndSlashes)
  });
const withoutEndSlashes = (text) => text.replace(/(?<!\/)\/+$/, '');


  }),

  10437:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    A6: () => (  eventOf),
    X5: () => (  drafted),
    cK: () => (  deliver),
    oE: () => (  deliveryState)
  });
  var _base_budget_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91847);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _record_incident_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87688);



function deliver(message, sinks, signal, limits = _base_budget_js__WEBPACK_IMPORTED_MODULE_0__  .Jr) {
    return Promise.all(sinks.map((sink) => deliverTo(sink, message, new _base_budget_js__WEBPACK_IMPORTED_MODULE_0__  .__(signal, limits))));
}
async function deliverTo(sink, message, budget) {
    const begun = performance.now();
    const fate = (rest) => ({
        sink: sink.name,
        attempts: budget.attempts,
        milliseconds: Math.round(performance.now() - begun),
        ...rest,
    });
    try {
        const { id, skipped, note, keep } = await sink.send(message, budget);
        if (skipped)
            return fate({ status: 'skipped', message: skipped });
        return fate({ status: 'sent', id, message: note, keep });
    }
    catch (error) {
        if (error instanceof _base_budget_js__WEBPACK_IMPORTED_MODULE_0__  .rk)
            return fate({ status: 'unknown', message: error.message });
        const bug = error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ ? '' : 'This is a bug in Rollback Actions: ';
        return fate({ status: 'failed', message: `${bug}${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error)}` });
    }
}
const drafted = (sinks) => sinks.map(({ name }) => ({ sink: name, status: 'draft', attempts: 0, milliseconds: 0 }));
const EVENT_STATUSES = {
    sent: 'done',
    unknown: 'failed',
    failed: 'failed',
    skipped: 'skipped',
    draft: 'planned',
};
function eventOf({ sink, keep, message, ...fate }, event) {
    const status = EVENT_STATUSES[fate.status];
    return {
        component: 'notify',
        step: sink,
        status,
        seconds: fate.milliseconds / 1000,
        evidence: { event, ...fate, keep },
        ...(message && { message }),
    };
}
function deliveryState(events, rollbackId, sink) {
    const attempts = (0,_record_incident_js__WEBPACK_IMPORTED_MODULE_2__  .Or)(events, rollbackId);
    const own = events.filter(({ id, component, step, status }) => attempts.has(id) && component === 'notify' && step === sink && status === 'done');
    const kept = own.map(({ evidence }) => evidence?.keep);
    const last = kept.findLast((each) => typeof each === 'object' && each !== null) ?? {};
    return Object.fromEntries(Object.entries(last).filter((entry) => typeof entry[1] === 'string'));
}


  }),

  21071:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Jj: () => (  cut),
    TN: () => (  oneLine),
    f0: () => (  compactPercent),
    qU: () => (  readFields),
    qY: () => (  EVENTS)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77934);
  var _base_invisible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71375);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);



const EVENTS = [
    'asked',
    'quick-fix',
    'started',
    'progress',
    'completed',
    'failed',
    'customer',
];
const value = valibot__WEBPACK_IMPORTED_MODULE_2__  .KCZ([
    valibot__WEBPACK_IMPORTED_MODULE_2__  .YjP(),
    valibot__WEBPACK_IMPORTED_MODULE_2__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__  .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__  .E2x()),
    valibot__WEBPACK_IMPORTED_MODULE_2__  .zMY(),
    valibot__WEBPACK_IMPORTED_MODULE_2__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__  .KCZ([valibot__WEBPACK_IMPORTED_MODULE_2__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__  .aig()])),
]);
const NAME = /^[a-z][a-z0-9-]{0,63}$/;
const LONGEST = 2000;
const MAX_ITEMS = 100;
function readFields(json) {
    if (json === undefined)
        return { fields: {}, problems: [] };
    const object = parse(json);
    if (!object)
        return {
            fields: {},
            problems: [
                'Input `fields` is not a JSON object, so the message has only what the record knows; make it with toJSON or jq.',
            ],
        };
    const fields = {};
    const problems = [];
    for (const [name, given] of Object.entries(object)) {
        if (given === null || given === '')
            continue;
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_2__  .xLC(value, given);
        if (!NAME.test(name))
            problems.push(`The field ${JSON.stringify(name)} is left out: names are small letters, digits and dashes.`);
        else if (!parsed.success)
            problems.push(`The field \`${name}\` is left out: it must be a text, a number, true or false, or a list of texts.`);
        else
            fields[name] = textOf(name, parsed.output);
    }
    return { fields, problems };
}
function parse(json) {
    try {
        const parsed = JSON.parse(json);
        return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
    }
    catch {
        return undefined;
    }
}
function textOf(name, given) {
    if (Array.isArray(given))
        return given.slice(0, MAX_ITEMS).map((item) => oneLine(String(item)));
    return name.startsWith('error-rate') ? percentOf(String(given)) : oneLine(String(given));
}
function percentOf(given) {
    const [, digits] = /^\s*(\d+(?:\.\d+)?)\s*$/.exec(given) ?? [];
    if (digits === undefined)
        return oneLine(given);
    const number = Number(digits);
    return number > 100 ? oneLine(given) : compactPercent(number <= 1 ? number : number / 100);
}
const compactPercent = (fraction) => `${Number((fraction * 100).toFixed(2))}%`;
function oneLine(text) {
    const clean = (0,_base_invisible_js__WEBPACK_IMPORTED_MODULE_0__  .O)((0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .E$)(text).replace(/[\p{Zl}\p{Zp}\s]+/gu, ' ')).trim();
    return cut(clean, LONGEST, '…');
}
function cut(text, limit, note) {
    if (text.length <= limit)
        return text;
    const room = text.slice(0, Math.max(0, limit - note.length - 1));
    const space = room.lastIndexOf(' ');
    const words = space > room.length / 2 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$|&[^;\s]{0,8}$/, '');
    return `${words} ${note}`;
}


  }),

  13144:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    K9: () => (  MAX_COMPONENTS),
    S3: () => (  itemsOf),
    xj: () => (  STATES)
  });
  var _record_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);
  var _record_component_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5491);
  var _record_story_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21959);
  var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21071);




const MAX_COMPONENTS = 30;
const STATES = {
    done: '✓ complete',
    'no-op': '✓ was there already',
    running: 'in progress',
    planned: 'planned',
    failed: '✗ failed',
    skipped: 'left as it is',
};
function itemsOf(components, events) {
    const isWorkload = ({ component }) => (0,_record_catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .I)(component) === 'workload';
    const others = components.filter((each) => !isWorkload(each));
    const groups = groupsOf(components.filter(isWorkload), events);
    return [
        ...others
            .slice(0, MAX_COMPONENTS)
            .map(({ name, outcome }) => ({ name: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__  .TN)(name), state: STATES[outcome] })),
        ...[...groups]
            .slice(0, MAX_COMPONENTS)
            .map(([name, own]) => ({ name: (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__  .TN)(name), state: countOf(own) })),
    ];
}
const isBack = ({ outcome }) => outcome === 'done' || outcome === 'no-op';
function countOf(workloads) {
    const done = workloads.filter(isBack).length;
    return `${done === workloads.length ? '✓ ' : ''}${done}/${workloads.length} complete`;
}
function groupsOf(workloads, events) {
    const names = new Map(events.flatMap((event) => {
        const name = (0,_record_story_actions_js__WEBPACK_IMPORTED_MODULE_1__  .Q1)(event.part);
        return name !== undefined && (0,_record_catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .I)(event.component) === 'workload'
            ? [[(0,_record_component_js__WEBPACK_IMPORTED_MODULE_3__  .TN)(event), name]]
            : [];
    }));
    const groups = Map.groupBy(workloads, ({ key }) => names.get(key) ?? 'Services');
    return groups.size > 1 ? groups : new Map(workloads.length > 0 ? [['Services', [...workloads]]] : []);
}


  }),

  30474:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  C: () => (  slackSink),
  V: () => (  slackWebhookSink)
});

var errors = __webpack_require__(45145);
var post = __webpack_require__(81094);
var slack = __webpack_require__(58974);
var fields = __webpack_require__(21071);
var targets = __webpack_require__(87494);
; 


const LONGEST = { header: 150, section: 3000, all: 12_000, fallback: 3000 };
const MAX_SECTIONS = 45;
function slackMessage({ subject, body, runUrl }) {
    const run = runUrl && (0,targets .IJ)('slack', 'the run', runUrl);
    const more = run ? `… the rest is in ${run}` : '…';
    return {
        text: (0,fields .Jj)((0,targets .GI)(subject), LONGEST.fallback, '…'),
        blocks: [
            { type: 'header', text: { type: 'plain_text', text: (0,fields .Jj)(subject, LONGEST.header, '…'), emoji: true } },
            ...sections(body.slack, more).map(section),
            ...(run ? [{ type: 'context', elements: [mrkdwn(run)] }] : []),
        ],
    };
}
function slackReply(message, lines) {
    const run = message.runUrl && (0,targets .IJ)('slack', 'the run', message.runUrl);
    const body = [`*${(0,targets .GI)(message.subject)}*`, ...lines].join('\n');
    return {
        text: (0,targets .GI)(message.subject),
        blocks: sections(body, run ? `… the rest is in ${run}` : '…').map(section),
    };
}
function sections(text, more) {
    const packed = [];
    let room = LONGEST.all;
    for (const line of text.split('\n')) {
        const whole = (0,fields .Jj)(line, LONGEST.section, more);
        room -= whole.length + 1;
        const last = packed.at(-1);
        const fits = last !== undefined && last.length + 1 + whole.length <= LONGEST.section;
        if (room < 0 || (!fits && packed.length === MAX_SECTIONS))
            return [...packed, more];
        if (fits)
            packed[packed.length - 1] = `${last}\n${whole}`;
        else
            packed.push(whole);
    }
    return packed.map((each) => each.trim()).filter((each) => each !== '');
}
const mrkdwn = (text) => ({ type: 'mrkdwn', text, verbatim: true });
const section = (text) => ({ type: 'section', text: mrkdwn(text) });

; 






const GONE = ['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found'];
const LONGEST_PLAIN = 1_800;
const QUIET = { unfurl_links: false, unfurl_media: false };
const WRONG_FORM = ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'];
const WRONG_METADATA = /^(?:invalid_)?metadata_/;
const FIRST = ['asked', 'quick-fix'];
function slackSink(settings, memory, details, answers = true) {
    return {
        name: 'slack',
        async send(message, budget) {
            if (message.event === 'customer')
                return { id: (await create(settings, message, budget)).ts };
            const known = memory.asked === settings.channel ? postedIn(memory) : undefined;
            const { found, lost } = known ? { found: known } : await earlier(settings, budget);
            const changed = found && (await update(settings, found, message, budget));
            const posted = changed ?? (await create(settings, message, budget));
            const isFirst = !changed && FIRST.includes(message.event);
            const replied = answers && !isFirst ? await reply(settings, posted, message, details, budget) : undefined;
            const note = [lost, replied].filter(Boolean).join(' ') || undefined;
            return { id: posted.ts, keep: { ...posted, asked: settings.channel }, note };
        },
    };
}
const CHANNEL_ID = /^[CG][A-Z0-9]{6,}$/;
async function earlier(settings, budget) {
    const { channel, isRerun } = settings;
    if (!isRerun || !CHANNEL_ID.test(channel))
        return {};
    try {
        return { found: await (0,slack .fn)(settings, channel, metadataOf(settings), budget) };
    }
    catch (error) {
        if (!(error instanceof slack .DC))
            throw error;
        return {
            lost: `The message of an earlier attempt of this run may still be there as it was: to change it, the app needs the scope \`channels:history\` (Slack says ${error.code}).`,
        };
    }
}
const metadataOf = ({ incident }) => ({
    event_type: 'rollback_actions',
    event_payload: { incident },
});
async function update(settings, { channel, ts }, message, budget) {
    try {
        const body = { channel, ts, ...slackMessage(message), metadata: metadataOf(settings) };
        return await send(settings, 'chat.update', body, message, budget);
    }
    catch (error) {
        if (error instanceof slack .DC && GONE.includes(error.code))
            return undefined;
        throw error;
    }
}
function plainText({ subject, body, runUrl }) {
    const run = runUrl ? `\n\nThe run: ${runUrl}` : '';
    const text = (0,targets .GI)(`${subject}\n\n${body.text}`).replaceAll('@', '@\u200b');
    return `${(0,fields .Jj)(text, LONGEST_PLAIN, '…')}${run}`;
}
const WORKFLOW = /^hooks\.slack(?:-gov)?\.com\/(?:workflows|triggers)\//;
const UNSHOWN = 'It started a workflow, and Slack does not say whether that shows the message: it has to, by a variable called `text`. An incoming webhook shows it as it is.';
function slackWebhookSink(url) {
    return {
        name: 'slack-webhook',
        async send(message, budget) {
            const { host = '', pathname = '' } = URL.parse(url) ?? {};
            const isWorkflow = WORKFLOW.test(`${host}${pathname}`);
            const text = plainText(message);
            const body = JSON.stringify(isWorkflow ? { text } : { ...slackMessage(message), text, ...QUIET });
            await (0,post .bE)({ to: 'Slack', url, body, repeatable: false, remedy: webhookRemedy }, budget, (answer) => (0,post .Ew)('Slack', url, answer));
            return isWorkflow ? { note: UNSHOWN } : {};
        },
    };
}
function webhookRemedy({ body }) {
    const [code = ''] = /^[a-z_]{1,40}/.exec(body.trim()) ?? [];
    if (/^(?:no_service|no_service_id|no_active_hooks|no_team|team_disabled|invalid_token|user_not_found)$/.test(code))
        return 'the webhook was removed or disabled, as when who made it has left: make another one';
    if (code === 'channel_is_archived' || code === 'channel_not_found')
        return 'its channel is archived or gone: make a webhook of another one';
    return code === 'action_prohibited' ? "the workspace's settings do not let it post there" : undefined;
}
function create(settings, message, budget) {
    const { channel } = settings;
    const known = message.event === 'customer' ? {} : { metadata: metadataOf(settings) };
    const body = { channel, ...slackMessage(message), ...QUIET, ...known };
    return send(settings, 'chat.postMessage', body, message, budget);
}
async function send(settings, method, body, message, budget) {
    try {
        return await (0,slack .fc)(settings, method, body, budget);
    }
    catch (error) {
        if (!(error instanceof slack .DC))
            throw error;
        const { blocks, metadata, ...rest } = body;
        if (metadata && WRONG_METADATA.test(error.code))
            return send(settings, method, { ...rest, ...(blocks && { blocks }) }, message, budget);
        if (!blocks?.length || !WRONG_FORM.includes(error.code))
            throw error;
        const none = method === 'chat.update' ? { blocks: [] } : {};
        const plain = { ...rest, ...none, text: plainText(message), ...(metadata && { metadata }) };
        return send(settings, method, plain, message, budget);
    }
}
async function reply(settings, { channel, ts }, message, details, budget) {
    const { event } = message;
    const ends = event === 'completed' || event === 'failed' || event === 'asked' || event === 'quick-fix';
    if (!ends && event !== 'progress' && (event !== 'started' || details.length === 0))
        return undefined;
    const answer = { channel, thread_ts: ts, reply_broadcast: ends, ...slackReply(message, details), ...QUIET };
    try {
        await send(settings, 'chat.postMessage', answer, message, budget);
        return undefined;
    }
    catch (error) {
        return `The message is there, its thread is not: ${(0,errors .bD)(error)}`;
    }
}
const postedIn = ({ channel, ts }) => channel && ts ? { channel, ts } : undefined;


  }),

  87494:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    GI: () => (  slackEntities),
    HY: () => (  ESCAPES),
    Hj: () => (  markUp),
    IJ: () => (  linkOf),
    O9: () => (  finish),
    ky: () => (  runsOf)
  });
  var _base_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26963);

const MARK = {
    bold: '\uE001',
    plain: '\uE002',
    link: '\uE003',
    url: '\uE004',
    end: '\uE005',
    item: '\uE006',
};
function markUp(source) {
    return source
        .replace(/\r\n?/g, '\n')
        .replace(/\p{Co}/gu, '')
        .replace(/^[ \t]*(\{%[^%\n]*%\})[ \t]*\n/gm, '$1')
        .replace(/\*\*(.+?)\*\*/g, `${MARK.bold}$1${MARK.plain}`)
        .replace(/(?<!!)\[([^\][\n]+)\]\(((?:[^()\s{]|\{(?!\{)|\{\{[^}]{0,200}\}\})*)\)/g, `${MARK.link}$1${MARK.url}$2${MARK.end}`)
        .replace(/^((?:\{%[^%\n]*%\})*)[-*] /gm, `$1${MARK.item}`);
}
const ESCAPES = {
    slack: (value) => slackEntities(value).replace(/[*`~]/g, (sign) => ({ '*': '∗', '`': 'ˋ', '~': '∼' })[sign] ?? ''),
    html: (value) => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
    markdown: _base_markdown_js__WEBPACK_IMPORTED_MODULE_0__  .tJ,
    text: (value) => value,
    runs: (value) => value,
    json: (value) => JSON.stringify(value).slice(1, -1),
};
function finish(marked, target) {
    const text = marked
        .replace(/(?<![ \t])[ \t]+$/gm, '')
        .replace(/\n{3,}/g, '\n\n')
        .trim();
    const linked = text.replace(/\uE003([^\uE003-\uE005]*)\uE004([^\uE003-\uE005]*)\uE005/g, (_, words, url) => linkOf(target, words, url));
    const { bold, plain, item } = SIGNS[target];
    return linked.replaceAll(MARK.bold, bold).replaceAll(MARK.plain, plain).replaceAll(MARK.item, item);
}
const SIGNS = {
    slack: { bold: '*', plain: '*', item: '• ' },
    html: { bold: '<strong>', plain: '</strong>', item: '• ' },
    markdown: { bold: '**', plain: '**', item: '- ' },
    text: { bold: '', plain: '', item: '- ' },
    runs: { bold: MARK.bold, plain: MARK.plain, item: '• ' },
    json: { bold: '', plain: '', item: '- ' },
};
function runsOf(marked) {
    return marked
        .split(MARK.bold)
        .flatMap((part, index) => {
        if (index === 0)
            return [{ text: part, bold: false }];
        const [strong = '', rest = ''] = part.split(MARK.plain);
        return [
            { text: strong, bold: true },
            { text: rest, bold: false },
        ];
    })
        .filter(({ text }) => text !== '');
}
function linkOf(target, words, url) {
    if (!/^https?:[^\s<>|()]+$/.test(url))
        return words;
    if (target === 'slack')
        return `<${url}|${words}>`;
    if (target === 'html')
        return `<a href="${url}">${words}</a>`;
    if (target === 'markdown')
        return `[${words}](${url})`;
    return `${words}: ${url}`;
}
const slackEntities = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');


  }),

  81094:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ew: () => (  refusePage),
    Xy: () => (  objectOf),
    bE: () => (  post)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31666);
  var _client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25019);



const MAX_ANSWER_BYTES = 64 * 1024;
function post(message, budget, accept) {
    const url = urlOf(message);
    return budget.spend(`${message.to} (${url.host})`, async (signal) => accept(await attempt(message, url, signal)), message);
}
function objectOf({ body }) {
    const parsed = (0,_client_js__WEBPACK_IMPORTED_MODULE_2__  .o_)(body);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
}
function refusePage(to, url, { body }) {
    if (!/^\s*</.test(body))
        return;
    const host = URL.parse(url)?.host;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`What answers at ${host} is not ${to} but a page; check the URL and the runner's proxy.`);
}
function urlOf({ to, url }) {
    const parsed = URL.parse(url);
    if (parsed?.protocol === 'https:' || parsed?.protocol === 'http:')
        return parsed;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The URL for ${to} is not an HTTP or HTTPS URL; check the input or the secret it comes from.`);
}
async function attempt({ to, headers, body, mostBytes = MAX_ANSWER_BYTES, remedy }, url, signal) {
    const peer = `${to} (${url.host})`;
    const { status, ...answer } = await (0,_client_js__WEBPACK_IMPORTED_MODULE_2__  .tN)({
        peer,
        check: 'its URL',
        url,
        method: 'POST',
        headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
        body,
        mostBytes,
    }, signal);
    if (status >= 200 && status < 300)
        return { status, ...answer };
    const refusal = `${peer} refused the message (${status}${(0,_client_js__WEBPACK_IMPORTED_MODULE_2__  .Z9)(answer.body)})`;
    if ((0,_client_js__WEBPACK_IMPORTED_MODULE_2__  .Wj)(status))
        throw new _base_retry_js__WEBPACK_IMPORTED_MODULE_1__  .aB(`${refusal}; it does not work at the moment.`, {
            retryAfterMs: (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_1__  .Vs)(answer.headers.get('retry-after')),
            mayBeDone: status === 504,
            isLimit: status === 429,
        });
    if (status >= 300 && status < 400)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${refusal}: it redirects, which is not followed; give the URL that it leads to.`);
    const known = remedy?.({ status, body: answer.body });
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${refusal}; ${known ?? 'check the URL and the key that it was sent with'}.`);
}


  }),

  58974:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    DC: () => (  SlackError),
    JR: () => (  testSlack),
    PT: () => (  findChannel),
    fc: () => (  callSlack),
    fn: () => (  findMessage)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31666);
  var _base_slashes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71581);
  var _http_post_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81094);





class SlackError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    code;
    constructor(code) {
        super(`Slack refused the message (${code})${(Object.hasOwn(REMEDIES, code) && REMEDIES[code]) || '; api.slack.com/methods/chat.postMessage says what that means'}.`);
        this.name = 'SlackError';
        this.code = code;
    }
}
const REMEDIES = {
    channel_not_found: "; invite the app to the channel, or give the channel's ID as `slack-channel`",
    not_in_channel: '; invite the app to the channel (`/invite @<app>`), or give it the scope `chat:write.public`',
    is_archived: '; the channel is archived: give another one as `slack-channel`',
    invalid_auth: '; `slack-token` is wrong: give the Bot User OAuth Token (`xoxb-…`); or the app has an IP allowlist without the runner',
    not_allowed_token_type: '; `slack-token` is of another kind: give the Bot User OAuth Token (`xoxb-…`)',
    not_authed: '; `slack-token` is empty',
    token_revoked: '; install the app anew and renew the secret of `slack-token`',
    token_expired: '; renew the secret of `slack-token`',
    account_inactive: '; install the app anew and renew the secret of `slack-token`',
    missing_scope: '; give the app the scope `chat:write` and install it anew',
    restricted_action: "; the workspace's settings do not let the app post there",
};
const HALF_DONE = ['internal_error', 'fatal_error'];
const PASSING = [...HALF_DONE, 'ratelimited', 'rate_limited', 'service_unavailable', 'request_timeout'];
function callSlack(place, method, message, budget) {
    const letter = {
        ...letterTo(place, method),
        body: JSON.stringify(message),
        repeatable: method === 'chat.update',
    };
    return (0,_http_post_js__WEBPACK_IMPORTED_MODULE_2__  .bE)(letter, budget, (answer) => {
        const body = (0,_http_post_js__WEBPACK_IMPORTED_MODULE_2__  .Xy)(answer);
        const { ok, channel, ts } = body;
        if (ok === true && typeof channel === 'string' && typeof ts === 'string')
            return { channel, ts };
        throw refusalIn(body, letter.url);
    });
}
function testSlack(place, budget) {
    const letter = { ...letterTo(place, 'auth.test'), body: '{}', repeatable: true };
    return (0,_http_post_js__WEBPACK_IMPORTED_MODULE_2__  .bE)(letter, budget, (answer) => {
        const body = (0,_http_post_js__WEBPACK_IMPORTED_MODULE_2__  .Xy)(answer);
        const { ok, team, user } = body;
        const scopes = (answer.headers.get('x-oauth-scopes') ?? '').split(/[\s,]+/).filter(Boolean);
        if (ok === true && typeof team === 'string' && typeof user === 'string')
            return { team, user, scopes };
        throw refusalIn(body, letter.url);
    });
}
const info = valibot__WEBPACK_IMPORTED_MODULE_3__  .Ikc({
    name: valibot__WEBPACK_IMPORTED_MODULE_3__  .YjP(),
    is_archived: valibot__WEBPACK_IMPORTED_MODULE_3__  .NpB(valibot__WEBPACK_IMPORTED_MODULE_3__  .zMY(), false),
    is_member: valibot__WEBPACK_IMPORTED_MODULE_3__  .NpB(valibot__WEBPACK_IMPORTED_MODULE_3__  .zMY(), false),
    is_private: valibot__WEBPACK_IMPORTED_MODULE_3__  .NpB(valibot__WEBPACK_IMPORTED_MODULE_3__  .zMY(), false),
});
function findChannel(place, channel, budget) {
    const letter = formTo(place, 'conversations.info', { channel });
    return (0,_http_post_js__WEBPACK_IMPORTED_MODULE_2__  .bE)(letter, budget, (answer) => {
        const body = (0,_http_post_js__WEBPACK_IMPORTED_MODULE_2__  .Xy)(answer);
        const found = valibot__WEBPACK_IMPORTED_MODULE_3__  .xLC(info, body.channel);
        if (body.ok === true && found.success)
            return found.output;
        throw refusalIn(body, letter.url);
    });
}
const MOST_MESSAGES = 100;
const MOST_BYTES = 4 * 1024 * 1024;
function findMessage(place, channel, { event_type, event_payload }, budget) {
    const parameters = { channel, limit: String(MOST_MESSAGES), include_all_metadata: 'true' };
    const letter = { ...formTo(place, 'conversations.history', parameters), mostBytes: MOST_BYTES };
    return (0,_http_post_js__WEBPACK_IMPORTED_MODULE_2__  .bE)(letter, budget, (answer) => {
        const body = (0,_http_post_js__WEBPACK_IMPORTED_MODULE_2__  .Xy)(answer);
        if (body.ok !== true)
            throw refusalIn(body, letter.url);
        const messages = valibot__WEBPACK_IMPORTED_MODULE_3__  .qgA(valibot__WEBPACK_IMPORTED_MODULE_3__  .NpB(valibot__WEBPACK_IMPORTED_MODULE_3__  .YOg(message), []), body.messages);
        const found = messages.find(({ metadata }) => metadata?.event_type === event_type &&
            Object.entries(event_payload).every(([name, value]) => metadata.event_payload[name] === value));
        return found && { channel, ts: found.ts };
    });
}
const message = valibot__WEBPACK_IMPORTED_MODULE_3__  .Ikc({
    ts: valibot__WEBPACK_IMPORTED_MODULE_3__  .YjP(),
    metadata: valibot__WEBPACK_IMPORTED_MODULE_3__  .NpB(valibot__WEBPACK_IMPORTED_MODULE_3__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__  .Ikc({ event_type: valibot__WEBPACK_IMPORTED_MODULE_3__  .YjP(), event_payload: valibot__WEBPACK_IMPORTED_MODULE_3__  .g1P(valibot__WEBPACK_IMPORTED_MODULE_3__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__  .L5J()) })), undefined),
});
const letterTo = ({ api, token }, method) => ({
    to: 'Slack',
    url: `${(0,_base_slashes_js__WEBPACK_IMPORTED_MODULE_4__  .h)(api)}/${method}`,
    headers: { Authorization: `Bearer ${token}` },
});
function formTo(place, method, parameters) {
    const usual = letterTo(place, method);
    return {
        ...usual,
        headers: { ...usual.headers, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: String(new URLSearchParams(parameters)),
        repeatable: true,
    };
}
function refusalIn({ error }, url) {
    if (typeof error !== 'string' || !/^[a-z0-9_]{1,60}$/i.test(error))
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`What answers at ${new URL(url).host} is not Slack; check \`slack-api-url\`.`);
    if (PASSING.includes(error))
        return new _base_retry_js__WEBPACK_IMPORTED_MODULE_1__  .aB(`Slack failed (${error}); it does not work at the moment.`, {
            isLimit: /^rate_?limited$/.test(error),
            mayBeDone: HALF_DONE.includes(error),
        });
    return new SlackError(error);
}


  })

};
;