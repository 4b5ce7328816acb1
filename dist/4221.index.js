"use strict";
exports.id = 4221;
exports.ids = [4221,6134];
exports.modules = {

  42195:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  action: () => (  notify_action)
});

var dist = __webpack_require__(77934);
var errors = __webpack_require__(45145);
var run_url = __webpack_require__(17169);
var values = __webpack_require__(92920);
var deliver = __webpack_require__(10437);
var fields = __webpack_require__(21071);
var email_mail = __webpack_require__(88031);
var targets = __webpack_require__(87494);
; 


function emailSink(settings, memory = {}) {
    return {
        name: 'email',
        async send(message, budget) {
            const isBegun = settings.isBegun === true || memory.thread !== undefined;
            const mail = mailOf(message, { ...settings, isBegun }, Date.now());
            const id = await (0,email_mail .s)(settings.smtpUrl, mail, budget);
            const thread = threadOf(settings);
            return { id: mail.messageId ?? id, ...(message.event !== 'customer' && { keep: { thread } }) };
        },
    };
}
const domainOf = (from) => /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'rollback-actions.invalid';
const threadOf = ({ incident, from }) => `<rollback.${incident}@${domainOf(from)}>`;
function mailOf({ event, subject, body, facts, runUrl }, settings, now) {
    const thread = threadOf(settings);
    const own = `<rollback.${settings.incident}.${event}.${now}@${domainOf(settings.from)}>`;
    const link = (target) => (runUrl ? (0,targets .IJ)(target, 'The run', runUrl) : '');
    const mail = {
        from: event === 'customer' ? signedBy(facts.team, settings.from) : settings.from,
        ...(event === 'customer'
            ? { to: 'undisclosed-recipients:;', bcc: [...settings.to] }
            : { to: [...settings.to] }),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        subject,
        text: [body.text, link('text')].filter(Boolean).join('\n\n'),
        html: page([body.html, link('html')].filter(Boolean).join('<br>\n<br>\n')),
    };
    if (event === 'customer')
        return { ...mail, messageId: own };
    if (event === 'started' && !settings.isBegun)
        return { ...mail, messageId: thread };
    return { ...mail, messageId: own, inReplyTo: thread, references: [thread] };
}
function signedBy(team, from) {
    const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
    return typeof team === 'string' ? { name: team, address } : from;
}
const page = (content) => `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"></head>` +
    `<body style="font: 15px/1.5 system-ui, sans-serif; max-width: 42em">\n${content}\n</body></html>\n`;

var budget = __webpack_require__(91847);
var retry = __webpack_require__(31666);
var client = __webpack_require__(52310);
var github_errors = __webpack_require__(5826);
; 





const LONGEST = { comment: 65_000, description: 140 };
const ONE_ATTEMPT = { attemptMs: budget .Jr.seconds * 1000, attempts: 1 };
function commentSink({ target, on }, memory) {
    const { path, permission, name } = 'issue' in on
        ? { path: 'issues', permission: 'issues: write', name: `issue ${on.issue}` }
        : { path: '', permission: 'contents: write', name: `commit ${on.commit.slice(0, 8)}` };
    const comments = `/repos/{owner}/{repo}${path && `/${path}`}/comments`;
    return {
        name: 'github-comment',
        async send(message, budget) {
            const body = commentOf(message);
            const purpose = (what, repeatable) => ({
                what: `${what} ${name}`,
                permission,
                repeatable,
            });
            const known = message.event !== 'customer' && memory.on === name ? memory.comment : undefined;
            if (known) {
                const changed = await call(target, budget, `PATCH ${comments}/{comment}`, { comment: known, body }, purpose('change the comment on', true)).catch(unlessGone);
                if (changed)
                    return { id: known, keep: { comment: known, on: name } };
            }
            const route = 'issue' in on
                ? `POST /repos/{owner}/{repo}/issues/{issue}/comments`
                : `POST /repos/{owner}/{repo}/commits/{commit}/comments`;
            const { id } = await call(target, budget, route, { ...on, body }, purpose('comment on', false));
            return {
                id: String(id),
                ...(message.event !== 'customer' && { keep: { comment: String(id), on: name } }),
            };
        },
    };
}
function deploymentSink(target, deployment) {
    return {
        name: 'github-deployment',
        async send({ event, facts, subject, runUrl }, budget) {
            if (event === 'customer')
                return { skipped: 'A deployment has no message for customers.' };
            if (event === 'asked' || event === 'quick-fix')
                return { skipped: 'Nothing was rolled back, so the deployment stays what it is.' };
            const isLeft = event === 'completed' ? LEFT.includes(facts.standing) : facts.nothing_to_do === true;
            if (isLeft)
                return { skipped: 'Nothing is rolled back, so the deployment stays what it is.' };
            const state = STATES[event];
            const body = {
                deployment,
                state,
                description: (0,fields .Jj)(subject, LONGEST.description, '…'),
                ...(runUrl && { log_url: runUrl }),
            };
            const purpose = {
                what: `set the status of deployment ${deployment}`,
                permission: 'deployments: write',
                repeatable: true,
            };
            const route = 'POST /repos/{owner}/{repo}/deployments/{deployment}/statuses';
            const { id } = await call(target, budget, route, body, purpose);
            return { id: String(id) };
        },
    };
}
const LEFT = ['nothing', 'still-unhealthy', 'planned'];
const STATES = {
    started: 'in_progress',
    progress: 'in_progress',
    completed: 'failure',
    failed: 'error',
};
const withoutIssues = (markdown) => markdown
    .replace(/(?<![&\w/])((?:[\w.-]{1,40}\/[\w.-]{1,100})?)#(?=\d)/g, '$1#<!-- -->')
    .replace(/\bGH-(?=\d)/gi, 'GH<!-- -->-');
function commentOf({ subject, body, runUrl }) {
    const run = runUrl ? `\n\n[The run](${runUrl})` : '';
    const text = `### ${subject.replace(/[&<>|@[\]`*_~\\#]/g, (sign) => `&#${sign.charCodeAt(0)};`)}\n\n${withoutIssues(body.markdown)}`;
    return `${(0,fields .Jj)(text, LONGEST.comment, '…')}${run}`;
}
function call(target, budget, route, parameters, purpose) {
    const once = async (signal) => {
        try {
            return await new client.GitHubClient(target, signal, ONE_ATTEMPT).request(route, { ...parameters }, purpose);
        }
        catch (error) {
            if (!(error instanceof github_errors .y && error.passing))
                throw error;
            const { message, retryAfterMs, mayBeDone, isLimit } = error;
            throw new retry .aB(message, { retryAfterMs, mayBeDone, isLimit, cause: error });
        }
    };
    return budget.spend('GitHub', once, purpose);
}
function unlessGone(error) {
    if (error instanceof github_errors .y && (error.status === 404 || error.status === 410))
        return undefined;
    throw error;
}

var slashes = __webpack_require__(71581);
var post = __webpack_require__(81094);
; 



function enqueue(api, kind, event, budget) {
    const url = `${(0,slashes .h)(api)}/v2/${kind === 'event' ? 'enqueue' : 'change/enqueue'}`;
    const repeatable = kind === 'event';
    return (0,post .bE)({ to: 'PagerDuty', url, body: JSON.stringify(event), repeatable }, budget, (answer) => {
        const { status, dedup_key: key } = (0,post .Xy)(answer);
        if (answer.status !== 202 || status !== 'success')
            throw new errors .lZ(`What answers at ${new URL(url).host} is not PagerDuty; check \`pagerduty-url\`.`);
        return typeof key === 'string' ? key : undefined;
    });
}

; 



const pagerduty_LONGEST = { summary: 1024, text: 20_000 };
function pagerDutySink(settings) {
    return {
        name: 'pagerduty',
        async send(message, budget) {
            const act = actFor(message);
            const change = CHANGES.includes(message.event);
            if (!act && !change)
                return { skipped: SKIP_REASONS[message.event] ?? '' };
            const [key, changed] = await Promise.all([
                act && enqueue(settings.api, 'event', incidentEvent(act, message, settings), budget),
                change
                    ? enqueue(settings.api, 'change event', changeEvent(message, settings), budget).catch((error) => `The incident was sent, the change event was not: ${(0,errors .bD)(error)}`)
                    : undefined,
            ]);
            const open = act || message.event === 'started' ? undefined : STAYS_OPEN;
            return { id: key ?? settings.dedupKey, note: [open, changed].filter(Boolean).join(' ') || undefined };
        },
    };
}
const CHANGES = ['started', 'completed', 'failed'];
const UNWELL = ['unhealthy', 'still-unhealthy', 'failed', 'running'];
const STAYS_OPEN = 'The incident stays open: the record does not confirm that all is well; resolve it by hand once a person has checked.';
const SKIP_REASONS = {
    started: 'Nothing is rolled back, and that pages no one.',
    progress: 'No one is named as `incident-commander`, and an incident that no person has is not acknowledged.',
    asked: 'The incident stays open: no decision was made, and nothing was changed.',
    customer: 'PagerDuty takes no messages for customers.',
};
const QUESTION_ACTS = {
    open: 'trigger',
    reminder: 'trigger',
    settled: 'resolve',
};
function actFor({ event, facts }) {
    if (event === 'started' && facts.nothing_to_do === true)
        return UNWELL.includes(facts.standing) ? 'trigger' : undefined;
    if (event === 'started' || event === 'failed')
        return 'trigger';
    if (event === 'asked')
        return QUESTION_ACTS[String(facts.question)];
    if (event === 'quick-fix')
        return facts.quick_fix === 'helped' ? 'resolve' : 'trigger';
    if (event === 'completed') {
        if (facts.resolved)
            return 'resolve';
        return UNWELL.includes(facts.standing) ? 'trigger' : undefined;
    }
    return event === 'progress' && facts.incident_commander ? 'acknowledge' : undefined;
}
const titleOf = ({ subject, facts }) => typeof facts.issue === 'string' && !subject.includes(facts.issue) ? `${subject}: ${facts.issue}` : subject;
function incidentEvent(act, message, settings) {
    const { body, facts, runUrl } = message;
    return {
        routing_key: settings.routingKey,
        event_action: act,
        dedup_key: settings.dedupKey,
        ...(act === 'trigger' && {
            payload: {
                summary: (0,fields .Jj)(titleOf(message), pagerduty_LONGEST.summary, '…'),
                source: settings.source,
                severity: 'critical',
                timestamp: new Date().toISOString(),
                class: 'rollback',
                ...(typeof facts.environment === 'string' && { group: facts.environment }),
                custom_details: {
                    text: (0,fields .Jj)(body.text, pagerduty_LONGEST.text, '…'),
                    services: facts.services,
                    reason: facts.reason,
                },
            },
            client: 'Rollback Actions',
            ...(runUrl && { client_url: runUrl }),
        }),
        ...linksTo(runUrl),
    };
}
function changeEvent({ subject, facts, runUrl }, settings) {
    return {
        routing_key: settings.routingKey,
        payload: {
            summary: (0,fields .Jj)(subject, pagerduty_LONGEST.summary, '…'),
            source: settings.source,
            timestamp: new Date().toISOString(),
            custom_details: { services: facts.services, reason: facts.reason, version: facts.previous_version },
        },
        ...linksTo(runUrl),
    };
}
const linksTo = (runUrl) => runUrl ? { links: [{ href: runUrl, text: 'The run' }] } : {};

var slack = __webpack_require__(30474);
var http_client = __webpack_require__(25019);
; 






const teams_LONGEST = 8_000;
const MAX_BYTES = 27_000;
function teamsSink(url) {
    return {
        name: 'teams',
        async send(message, budget) {
            const card = { to: 'Microsoft Teams', url, body: JSON.stringify(cardOf(message)), repeatable: false };
            await (0,post .bE)({ ...card, remedy: (refusal) => remedyFor(url, refusal) }, budget, (answer) => {
                (0,post .Ew)('Microsoft Teams', url, answer);
                expectShown(url, answer.body);
            });
            return {};
        },
    };
}
const CONNECTOR = "it is the URL of an Office 365 connector, which Microsoft retires: give that of one of the channel's Workflows";
const isConnector = (url) => /(?:^|\.)(?:webhook\.office\.com|outlook\.office(?:365)?\.com)$/.test(URL.parse(url)?.hostname ?? '');
function remedyFor(url, { body }) {
    if (isConnector(url))
        return CONNECTOR;
    if (!/DirectApiAuthorizationRequired/.test(body))
        return undefined;
    return 'give the whole URL of the Workflow, with its `&sig=…`, and let anyone trigger it';
}
function expectShown(url, body) {
    if (!/^\s*Webhook message delivery failed/i.test(body))
        return;
    const status = Number(/HTTP error (\d{3})/.exec(body)?.[1]);
    const refusal = `Microsoft Teams (${URL.parse(url)?.host}) did not show the message (200${(0,http_client .Z9)(body)})`;
    if ((0,http_client .Wj)(status))
        throw new retry .aB(`${refusal}; it does not work at the moment.`, { isLimit: status === 429 });
    throw new errors .lZ(`${refusal}; ${isConnector(url) ? CONNECTOR : 'check the URL'}.`);
}
function cardOf(message, longest = teams_LONGEST) {
    const { subject, body, runUrl } = message;
    const text = (0,fields .Jj)(body.runs, longest, runUrl ? '… the rest is in the run' : '…');
    const card = {
        type: 'message',
        attachments: [
            {
                contentType: 'application/vnd.microsoft.card.adaptive',
                contentUrl: null,
                content: {
                    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
                    type: 'AdaptiveCard',
                    version: '1.4',
                    fallbackText: subject,
                    msteams: { width: 'Full' },
                    body: [
                        rich([{ text: subject, bold: true }], 'Large'),
                        ...text.split(/\n{2,}/).map((paragraph) => rich((0,targets .ky)(paragraph))),
                    ],
                    ...(runUrl && { actions: [{ type: 'Action.OpenUrl', title: 'The run', url: runUrl }] }),
                },
            },
        ],
    };
    const fits = Buffer.byteLength(JSON.stringify(card)) <= MAX_BYTES || longest < 200;
    return fits ? card : cardOf(message, longest / 2);
}
const rich = (runs, size = 'Default') => ({
    type: 'RichTextBlock',
    inlines: runs.map(({ text, bold }) => ({
        type: 'TextRun',
        text,
        size,
        weight: bold ? 'Bolder' : 'Default',
    })),
});

var external_node_crypto_ = __webpack_require__(77598);
; 


function webhookSink(settings) {
    return {
        name: 'webhook',
        async send(message, budget) {
            const id = (0,external_node_crypto_.randomUUID)();
            const isForeign = message.foreign !== undefined;
            const body = JSON.stringify(isForeign ? message.foreign : cloudEvent(id, message, settings));
            const seconds = Math.floor(Date.now() / 1000);
            const signature = settings.secret && { 'webhook-signature': sign(settings.secret, id, seconds, body) };
            const headers = {
                'Content-Type': `application/${isForeign ? '' : 'cloudevents+'}json; charset=utf-8`,
                'webhook-id': id,
                'webhook-timestamp': String(seconds),
                ...signature,
            };
            const request = { to: 'The webhook', url: settings.url, headers, body, repeatable: false };
            await (0,post .bE)(request, budget, () => undefined);
            return { id };
        },
    };
}
function cloudEvent(id, message, { source, incident }) {
    const { event, subject, body, facts, data } = message;
    return {
        specversion: '1.0',
        id,
        source,
        type: `rollback-actions.rollback.${event}.v1`,
        time: new Date().toISOString(),
        ...(event !== 'customer' && { subject: incident }),
        datacontenttype: 'application/json',
        data: data ?? { event, subject, text: body.text, markdown: body.markdown, facts },
    };
}
function sign(secret, id, seconds, body) {
    const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
    return `v1,${(0,external_node_crypto_.createHmac)('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

; 







function configuredSinks(inputs, run) {
    const source = run.repository ? `${run.server}/${run.repository}` : 'rollback-actions';
    return [
        ...slackSinks(inputs, run),
        ...when(inputs.pagerdutyRoutingKey, (routingKey) => pagerDutySink({
            api: inputs.pagerdutyUrl,
            routingKey,
            dedupKey: run.incident,
            source: run.repository ?? source,
        })),
        ...emailSinks(inputs, run),
        ...when(inputs.teamsWebhookUrl, teamsSink),
        ...when(inputs.webhookUrl, (url) => webhookSink({ url, secret: inputs.webhookSecret, source, incident: run.incident })),
        ...(inputs.webhookSecret && !inputs.webhookUrl
            ? [lacking('webhook', 'webhook-url', 'webhook-secret')]
            : []),
        ...gitHubSinks(inputs, run),
    ];
}
function slackSinks({ slackToken, slackChannel, slackApiUrl, slackWebhookUrl }, run) {
    const webhook = when(slackWebhookUrl, slack .V);
    if (!slackToken && !slackChannel)
        return webhook;
    if (!slackToken)
        return [lacking('slack', 'slack-token', 'slack-channel'), ...webhook];
    if (!slackChannel)
        return [lacking('slack', 'slack-channel', 'slack-token'), ...webhook];
    const { incident, isRerun } = run;
    const settings = { api: slackApiUrl, token: slackToken, channel: slackChannel, incident, isRerun };
    return [(0,slack .C)(settings, run.memory('slack'), run.details), ...webhook];
}
function emailSinks({ smtpUrl, emailFrom, emailTo }, run) {
    if (!smtpUrl && emailTo.length === 0)
        return [];
    if (!smtpUrl)
        return [lacking('email', 'smtp-url', 'email-to')];
    if (emailTo.length === 0)
        return [lacking('email', 'email-to', 'smtp-url')];
    if (!emailFrom)
        return [lacking('email', 'email-from', 'smtp-url')];
    const settings = { smtpUrl, from: emailFrom, to: emailTo, incident: run.incident, isBegun: run.isRerun };
    return [emailSink(settings, run.memory('email'))];
}
function gitHubSinks({ githubToken, githubComment, githubDeployment }, run) {
    const names = [
        ...(githubComment ? ['github-comment'] : []),
        ...(githubDeployment ? ['github-deployment'] : []),
    ];
    if (!githubToken)
        return names.map((name) => lacking(name, 'github-token', name));
    const [owner, repo] = run.repository?.split('/') ?? [];
    if (!owner || !repo)
        return names.map((name) => broken(name, 'GITHUB_REPOSITORY does not say which repository this is.'));
    const target = { token: githubToken, owner, repo, api: run.api };
    const on = githubComment === 'commit' ? { commit: run.sha ?? '' } : { issue: githubComment ?? '' };
    return names.map((name) => name === 'github-comment'
        ? commentSink({ target, on }, run.memory(name))
        : deploymentSink(target, githubDeployment ?? ''));
}
const when = (value, make) => (value ? [make(value)] : []);
const lacking = (name, missing, given) => broken(name, `Input \`${given}\` is given and \`${missing}\` is not; a secret that does not exist is an empty input.`);
const broken = (name, sentence) => ({
    name,
    send: () => Promise.reject(new errors .lZ(sentence)),
});

var sink = __webpack_require__(55160);
var duration = __webpack_require__(15902);
var markdown = __webpack_require__(26963);
var items = __webpack_require__(13144);
; 





const ICONS = {
    sent: '✅',
    unknown: '❔',
    failed: '❌',
    skipped: '⏭️',
    draft: '📝',
};
function summaryOf(sentence, message, deliveries, shown) {
    const rows = deliveries.map(({ sink, status, attempts, milliseconds, message }) => [
        `${ICONS[status]} ${status}`,
        sink,
        String(attempts),
        `${(milliseconds / 1000).toFixed(1)} s`,
        (0,markdown .tJ)(message ?? ''),
    ]);
    return [
        `## ${(0,markdown .tJ)(sentence)}`,
        ...(rows.length > 0 ? [(0,markdown .tp)(['', 'Sink', 'Attempts', 'Time', 'Why'], rows)] : []),
        ...(shown ? [`### ${(0,markdown .tJ)(message.subject)}`, message.body.markdown] : []),
    ].join('\n\n');
}
function detailsOf(story) {
    const components = story.components.filter(({ configuration }) => !configuration);
    return components.map(({ component, outcome, from, to, seconds, message }) => {
        const way = from && to ? `, ${from} → ${to}` : '';
        const time = (0,duration .a)(seconds);
        const reason = outcome === 'failed' && message ? `: ${message}` : '';
        return `• ${targets .HY.slack((0,fields .TN)(`${component} ${items .xj[outcome]}${way}${time ? `, ${time}` : ''}${reason}`))}`;
    });
}

var incident = __webpack_require__(87688);
var read = __webpack_require__(86122);
var story = __webpack_require__(88967);
var report_history = __webpack_require__(81325);
var action = __webpack_require__(99297);
; 














const inputs = {
    event: (0,values .Yq)(fields .qY),
    fields: dist .lqM((0,values .Qq)()),
    template: dist .lqM((0,values .Qq)()),
    history: dist .lqM((0,values .Qq)()),
    slackToken: dist .lqM((0,values .rJ)()),
    slackChannel: dist .lqM((0,values .Qq)()),
    slackWebhookUrl: dist .lqM((0,values .rJ)()),
    slackApiUrl: dist .lqM((0,values .Qq)(), 'https://slack.com/api'),
    pagerdutyRoutingKey: dist .lqM((0,values .rJ)()),
    pagerdutyUrl: dist .lqM((0,values .Qq)(), 'https://events.pagerduty.com'),
    smtpUrl: dist .lqM((0,values .rJ)()),
    emailFrom: dist .lqM((0,values .Qq)()),
    emailTo: dist .lqM((0,values .p_)(), ''),
    teamsWebhookUrl: dist .lqM((0,values .rJ)()),
    webhookUrl: dist .lqM((0,values .rJ)()),
    webhookSecret: dist .lqM((0,values .rJ)()),
    githubToken: dist .lqM((0,values .rJ)()),
    githubComment: dist .lqM(dist .FsL((0,values .Qq)(), dist .yGV(/^(commit|[1-9]\d{0,9})$/, (issue) => `is ${JSON.stringify(issue.input)}; accepted are the number of an issue or pull request, and commit`))),
    githubDeployment: dist .lqM(dist .FsL((0,values .Qq)(), dist .yGV(/^[1-9]\d{0,15}$/, (issue) => `is ${JSON.stringify(issue.input)}; accepted is the number of a deployment`))),
    publish: dist .lqM((0,values .zM)(), 'false'),
    required: dist .lqM(dist .FsL((0,values .p_)(), dist .YOg((0,values .Yq)(sink .x))), ''),
};
const notify_action = (0,action .Q)({ name: 'notify', inputs, changes: false, main });
async function main(inputs, context) {
    const events = eventsOf(context);
    const story = storyFor(inputs, events, context);
    const { compose } = await Promise.all( [__webpack_require__.e(8694), __webpack_require__.e(4672)]).then(__webpack_require__.bind(__webpack_require__, 64672));
    const { message, problems, missing } = compose({
        ...inputs,
        story,
        earlier: (0,report_history .rS)(inputs.history, story),
        redact: context.redact,
        runUrl: (0,run_url .V)(),
        continuesAtOnce: context.step !== undefined && inputs.event !== 'customer',
    });
    for (const problem of problems)
        context.log.warn(problem);
    const sinks = configuredSinks(inputs, sinkContextOf(events, story, context));
    const isForCustomers = inputs.event === 'customer';
    const draft = context.dryRun || (isForCustomers && (!inputs.publish || missing.length > 0));
    const deliveries = draft ? (0,deliver .X5)(sinks) : await (0,deliver .cK)(message, sinks, context.signal);
    for (const delivery of deliveries)
        context.record((0,deliver .A6)(delivery, inputs.event));
    return outcomeOf(inputs, message, deliveries, { draft, missing }, context);
}
function eventsOf({ recordPath, log }) {
    try {
        const { events, broken } = (0,read .w)(recordPath);
        if (broken.length > 0)
            log.warn(`Lines ${broken.join(', ')} of the rollback record ${recordPath} are not events and were ignored.`);
        return events;
    }
    catch (error) {
        log.warn(`The rollback record ${recordPath} cannot be read, so the message has only what \`fields\` says: ${(0,errors .bD)(error)}.`);
        return [];
    }
}
function storyFor({ event }, events, { rollbackId }) {
    const attempts = (0,incident .Or)(events, rollbackId);
    const own = events.filter(({ id }) => attempts.has(id));
    return (0,story .d)(event === 'started' ? own : events, rollbackId);
}
function sinkContextOf(events, story, { rollbackId, run, redact }) {
    const { GITHUB_REPOSITORY: repository, GITHUB_SHA: sha, GITHUB_API_URL, GITHUB_SERVER_URL } = process.env;
    return {
        incident: (0,incident .w8)(rollbackId, run),
        isRerun: Number(process.env.GITHUB_RUN_ATTEMPT) > 1,
        repository,
        sha,
        server: GITHUB_SERVER_URL ?? 'https://github.com',
        api: GITHUB_API_URL ?? 'https://api.github.com',
        memory: (sink) => (0,deliver .oE)(events, rollbackId, sink),
        details: detailsOf(story).map(redact),
    };
}
function outcomeOf(inputs, message, deliveries, { draft, missing }, context) {
    for (const sentence of missing)
        context.log.warn(`The message for customers is a draft: ${sentence}`);
    const shown = draft || deliveries.length === 0 || deliveries.some(isFailed);
    announce(message, deliveries, shown, context);
    const { result, sentence } = draft ? draftOf(inputs, missing, context) : verdictOf(inputs, deliveries);
    const slack = deliveries.find(({ sink }) => sink === 'slack')?.keep;
    const incident = deliveries.find(({ sink, status }) => sink === 'pagerduty' && status === 'sent');
    const outputs = {
        deliveries: deliveries.map(toOutput),
        message: message.body.markdown,
        'slack-ts': slack?.ts ?? '',
        'slack-channel-id': slack?.channel ?? '',
        'incident-key': incident?.id ?? '',
    };
    return { result, message: sentence, outputs, summary: summaryOf(sentence, message, deliveries, shown) };
}
const isFailed = ({ status }) => status === 'failed' || status === 'unknown';
function announce({ event, subject, body }, deliveries, shown, { log }) {
    for (const delivery of deliveries)
        log.info(lineOf(delivery));
    for (const { sink, status, message } of deliveries.filter(isFailed))
        log.warn(`The message "${event}" ${status === 'unknown' ? 'may not have reached' : 'did not reach'} ${sink}: ${message}`);
    if (shown)
        log.group(subject, body.text.split('\n'));
    if (deliveries.length === 0)
        log.warn('No message was sent: no sink is configured; give `slack-token`, `smtp-url` or another one (docs/notifications.md).');
}
function draftOf({ event, required }, missing, { dryRun }) {
    const draft = `The message "${event}" is a draft, and nothing was sent`;
    if (missing.length > 0)
        return {
            result: required.length > 0 && !dryRun ? 'failed' : 'planned',
            sentence: `${draft}: ${missing.join(' ')}`,
        };
    return { result: 'planned', sentence: `${draft}${dryRun ? '' : '; `publish: true` sends it'}.` };
}
function verdictOf({ event, required }, deliveries) {
    const sent = deliveries.filter(({ status }) => status === 'sent').length;
    const reached = deliveries.filter((delivery) => !isFailed(delivery)).map(({ sink }) => sink);
    const missed = required.filter((name) => !reached.includes(name));
    const delivered = `The message "${event}" reached ${sent} of ${deliveries.length} sinks`;
    if (missed.length > 0)
        return {
            result: 'failed',
            sentence: `${delivered}, and not ${missed.join(', ')}, which \`required\` names; pass it on by hand: it is in the summary.`,
        };
    const rest = deliveries.some(isFailed) ? '; it is in the summary, to be passed on by hand' : '';
    return {
        result: sent > 0 || deliveries.some(({ status }) => status === 'unknown') ? 'done' : 'no-op',
        sentence: `${delivered}${rest}.`,
    };
}
const toOutput = ({ keep: _, ...delivery }) => delivery;
function lineOf({ sink, status, attempts, milliseconds, message }) {
    const tries = attempts > 1 ? `, ${attempts} attempts` : '';
    return `${sink}: ${status} in ${(milliseconds / 1000).toFixed(1)} s${tries}${message ? ` — ${message}` : ''}`;
}


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

  17169:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    V: () => (  runUrl),
    r: () => (  attemptUrl)
  });
function runUrl() {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
    return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}
function attemptUrl() {
    const run = runUrl();
    return run && `${run}/attempts/${process.env.GITHUB_RUN_ATTEMPT ?? '1'}`;
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

  55160:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    M: () => (  SINK_INPUTS),
    x: () => (  SINKS)
  });
const SINKS = [
    'slack',
    'slack-webhook',
    'pagerduty',
    'email',
    'teams',
    'webhook',
    'github-comment',
    'github-deployment',
];
const SINK_INPUTS = [
    'slack-token',
    'slack-webhook-url',
    'pagerduty-routing-key',
    'smtp-url',
    'teams-webhook-url',
    'webhook-url',
];


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

  5491:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    TN: () => (  keyOf),
    Ws: () => (  workloadSubject),
    eZ: () => (  namesOf),
    oI: () => (  endsOf),
    yK: () => (  databaseSubject)
  });
const workloadSubject = ({ kind, name, }, where) => ({
    component: `${kind.toLowerCase()}/${name}`,
    where,
});
const databaseSubject = ({ database, name: server, }) => ({ component: `database/${database}`, where: { server } });
const keyOf = ({ component, where = {} }) => [...placesOf(where), component].join('/');
function endsOf(key) {
    const words = key.split('/');
    return words.map((_, index) => words.slice(index).join('/'));
}
function namesOf(components) {
    const unique = new Map(components.map((each) => [keyOf(each), each]));
    const namesakes = Map.groupBy(unique, ([, { component }]) => component);
    return new Map([...unique].map(([key, each]) => {
        const others = (namesakes.get(each.component) ?? []).map(([, other]) => other);
        return [key, others.length === 1 ? each.component : `${each.component} (${apart(each, others)})`];
    }));
}
function apart({ where = {} }, namesakes) {
    const { namespace } = where;
    const same = namesakes.filter((other) => other.where?.namespace === namespace);
    return namespace !== undefined && same.length === 1 ? namespace : placesOf(where).join('/') || 'elsewhere';
}
const PLACES = ['cluster', 'namespace', 'server', 'provider', 'zone', 'directory', 'workspace', 'address'];
const placesOf = (where) => PLACES.flatMap((name) => where[name] || []);


  }),

  93103:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    BP: () => (  newest),
    TE: () => (  lookUp),
    al: () => (  nonEmptyText),
    rl: () => (  numberOf)
  });
function lookUp({ evidence }, name) {
    return property(evidence, name) ?? property(property(evidence, 'outputs'), name);
}
function newest(events, name) {
    const event = events.findLast((each) => lookUp(each, name) !== undefined);
    return event && { event, value: lookUp(event, name) };
}
const nonEmptyText = (value) => typeof value === 'string' && value !== '' ? value : undefined;
function numberOf(value) {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
const property = (value, name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value[name] ?? undefined)
    : undefined;


  }),

  87688:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Or: () => (  attemptsOf),
    _: () => (  incidentIn),
    w8: () => (  incidentOf)
  });
  var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);
  var _evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93103);


const incidentOf = (id, run) => run !== undefined && id.startsWith(`${run}-`) && /^\d+$/.test(id.slice(run.length + 1)) ? run : id;
function attemptsOf(record, id) {
    const incident = incidentOf(id, runOf(record, id));
    if (incident === id)
        return new Set([id]);
    const ids = [...new Set(record.map((event) => event.id))];
    return new Set([id, ...ids.filter((each) => incidentOf(each, runOf(record, each)) === incident)]);
}
const incidentIn = (record, id) => incidentOf(id, runOf(record, id));
function runOf(record, id) {
    const started = record.find((event) => event.id === id && event.step === _catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .UC && (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__  .TE)(event, 'run')) !== undefined);
    return started && /\/runs\/(\d+)(?:\/|$)/.exec((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__  .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__  .TE)(started, 'run')) ?? '')?.[1];
}


  }),

  36693:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    YN: () => (  healthIn),
    YP: () => (  standingOf),
    rU: () => (  recoveryOf)
  });
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4771);
  var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);


function standingOf(outcome, { state }) {
    if (outcome === 'done')
        return { confirmed: 'resolved', unconfirmed: 'unconfirmed', contradicted: 'unhealthy' }[state];
    if (outcome === 'no-op')
        return state === 'contradicted' ? 'still-unhealthy' : 'nothing';
    if (outcome === 'failed' || outcome === 'running' || outcome === 'planned')
        return outcome;
    return 'unknown';
}
function recoveryOf({ outcome, components, integrity, smokeTests, aftermath, verificationFailed, isVerificationFailed, }) {
    const against = [
        ...(outcome === 'done' || outcome === 'no-op' ? [] : ['the rollback has not ended well']),
        ...(healthIn(aftermath) === 'unhealthy' ? [describe(aftermath)] : []),
        ...(integrity?.result === 'drift' ? ['the data differs from what it was'] : []),
        ...(smokeTests && smokeTests.passed < smokeTests.total
            ? [`${smokeTests.total - smokeTests.passed} of ${smokeTests.total} smoke tests did not pass`]
            : []),
        ...(isVerificationFailed && integrity?.result !== 'drift' ? ['the data could not be verified'] : []),
    ];
    if (against.length > 0)
        return { state: 'contradicted', because: against };
    if (healthIn(aftermath) === 'healthy')
        return { state: 'confirmed', because: [describe(aftermath)] };
    const { passed, missing } = checksOf(components, integrity);
    const isVerified = aftermath !== undefined || verificationFailed !== undefined;
    if (passed.length > 0 && missing.length === 0 && !isVerified)
        return { state: 'confirmed', because: passed };
    return { state: 'unconfirmed', because: [doubtOf(aftermath, verificationFailed), ...missing] };
}
function doubtOf(aftermath, verificationFailed) {
    if (aftermath?.result === 'inconclusive')
        return 'the metrics since were inconclusive';
    if (aftermath)
        return describe(aftermath);
    return verificationFailed === undefined
        ? 'the metrics have not been checked since'
        : `the check of the metrics since failed: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_1__  .Qu)(verificationFailed)}`;
}
function healthIn(assessment) {
    if (assessment?.severity === undefined || assessment.result === 'inconclusive')
        return 'unknown';
    if (assessment.severity === 'low')
        return 'unknown';
    return assessment.severity === 'none' ? 'healthy' : 'unhealthy';
}
const describe = (assessment) => (assessment?.message && (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_1__  .Qu)(assessment.message)) ?? `severity ${assessment?.severity} since`;
function checksOf(components, integrity) {
    const back = components.filter(({ configuration, outcome }) => !configuration && (outcome === 'done' || outcome === 'no-op'));
    const workloads = back.filter(({ component }) => (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .I)(component) === 'workload');
    const databases = back.filter(({ component }) => (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .I)(component) === 'database');
    const checked = workloads.filter((each) => each.isVerified).length;
    const isCompared = integrity?.result === 'intact';
    const verified = databases.filter((each) => isCompared || each.isVerified).length;
    return {
        passed: [
            ...(checked > 0 ? [`${checked} of ${workloads.length} health checks passed`] : []),
            ...(verified > 0 ? [verifiedWords(verified, databases.length)] : []),
        ],
        missing: [
            ...(checked < workloads.length
                ? [`${workloads.length - checked} of ${workloads.length} services passed no health check`]
                : []),
            ...(verified < databases.length
                ? [
                    `${databases.length - verified} of ${databases.length} databases ${databases.length - verified === 1 ? 'was' : 'were'} not verified`,
                ]
                : []),
        ],
    };
}
const verifiedWords = (verified, all) => all === 1
    ? 'the database was verified'
    : `${verified} of ${all} databases ${verified === 1 ? 'was' : 'were'} verified`;


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

  52310:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    GitHubClient: () => (  GitHubClient)
  });
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31666);
  var _base_slashes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71581);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39668);
  var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5826);





const LIMITS = { attemptMs: _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.GITHUB_ATTEMPT_MS, attempts: 3 };
const MAX_ANSWER_BYTES = 16 * 1024 ** 2;
const boundedFetch = async (url, options) => {
    const close = options?.method === 'POST' && { Connection: 'close' };
    const response = await fetch(url, { ...options, headers: { ...options?.headers, ...close } });
    if (!response.body)
        return response;
    const { text } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_2__  .JY)(response.body, MAX_ANSWER_BYTES);
    return new Response(response.ok ? text : withoutLongNumbers(text), response);
};
function withoutLongNumbers(text) {
    const short = (_, value) => typeof value === 'number' && !Number.isSafeInteger(value) ? String(value) : value;
    try {
        return JSON.stringify(JSON.parse(text, short));
    }
    catch {
        return text;
    }
}
async function octokitFor({ token, api }) {
    const { getOctokit } = await __webpack_require__.e(  2413).then(__webpack_require__.bind(__webpack_require__, 92413));
    const quiet = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
    return getOctokit(token, {
        baseUrl: (0,_base_slashes_js__WEBPACK_IMPORTED_MODULE_4__  .h)(api),
        log: quiet,
        request: { fetch: boundedFetch },
    });
}
class GitHubClient {
    target;
    #octokit;
    #signal;
    #limits;
    constructor(target, signal, limits = LIMITS) {
        this.target = target;
        this.#signal = signal;
        this.#limits = limits;
    }
    request(route, parameters, purpose) {
        return (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_0__  .L5)(() => this.#attempt(route, parameters, purpose), {
            signal: this.#signal,
            attempts: this.#limits.attempts,
            isPassing: (error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__  .y && error.passing,
            repeatable: purpose.repeatable,
            withinMs: _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.GITHUB_MS,
        });
    }
    async #attempt(route, parameters, { what, permission }) {
        const { owner, repo, input = 'github-token' } = this.target;
        this.#octokit ??= octokitFor(this.target);
        const octokit = await this.#octokit;
        const silence = AbortSignal.timeout(this.#limits.attemptMs);
        const signal = AbortSignal.any([this.#signal, silence]);
        try {
            const { data, status } = await octokit.request(route, {
                ...(route.includes('{owner}') && { owner, repo }),
                ...parameters,
                request: { signal },
            });
            if (status === 204 || (typeof data === 'object' && data !== null))
                return data;
            throw new Error(signal.aborted ? 'no answer' : 'it answers with something that is not JSON');
        }
        catch (error) {
            this.#signal.throwIfAborted();
            const seconds = this.#limits.attemptMs / 1000;
            throw _errors_js__WEBPACK_IMPORTED_MODULE_3__  .y.from(silence.aborted ? new Error(`no answer in ${seconds} s`) : error, what, {
                permission,
                input,
            });
        }
    }
}


  }),

  5826:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    y: () => (  GitHubError)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4771);
  var _network_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69355);





const MOST_DETAILS = 2000;
class GitHubError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
    status;
    passing;
    mayBeDone;
    isLimit;
    retryAfterMs;
    constructor(sentence, facts, details, cause) {
        super(sentence, { details, cause });
        this.name = 'GitHubError';
        this.status = facts.status;
        this.passing = facts.passing;
        this.mayBeDone = facts.mayBeDone;
        this.isLimit = facts.isLimit;
        this.retryAfterMs = facts.retryAfterMs;
    }
    static from(error, what, needed) {
        const { response, status } = error;
        if (!response || status === undefined)
            return GitHubError.#silent(error, what);
        const serverMessage = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .E$)(String(response.data?.message ?? (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error)))
            .replace(/\s+/g, ' ')
            .slice(0, 300);
        const limited = status === 429 || (status === 403 && isRateLimit(response.headers, serverMessage));
        const refused = `GitHub did not ${what} (${status}: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__  .Qu)(serverMessage)})`;
        const facts = {
            status,
            passing: limited || status >= 500,
            mayBeDone: status >= 500,
            isLimit: limited,
            retryAfterMs: limited ? pauseOf(response.headers) : 0,
        };
        const details = response.data?.errors === undefined
            ? []
            : [(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .Ir)(JSON.stringify(response.data.errors), MOST_DETAILS)];
        const todo = remedy(status, limited, serverMessage, needed);
        return new GitHubError(`${refused}${todo}.`, facts, details, error);
    }
    static #silent(error, what) {
        const sentence = `GitHub cannot be reached to ${what}: ${(0,_network_js__WEBPACK_IMPORTED_MODULE_3__  .N4)(error)}; check the network of the runner, or run it again.`;
        const facts = {
            status: undefined,
            passing: !(0,_network_js__WEBPACK_IMPORTED_MODULE_3__  .dJ)(error),
            mayBeDone: !(0,_network_js__WEBPACK_IMPORTED_MODULE_3__  .Xm)(error),
            isLimit: false,
            retryAfterMs: 0,
        };
        return new GitHubError(sentence, facts, [], error);
    }
}
const isRateLimit = (headers, serverMessage) => headers['x-ratelimit-remaining'] === '0' ||
    headers['retry-after'] !== undefined ||
    /rate limit|abuse detection/i.test(serverMessage);
function pauseOf(headers) {
    if (headers['retry-after'] !== undefined)
        return (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__  .Vs)(headers['retry-after']);
    if (headers['x-ratelimit-remaining'] !== '0')
        return 0;
    return Math.max(0, Number(headers['x-ratelimit-reset'] ?? 0) * 1000 - Date.now()) || 0;
}
const NO_RIGHT_HELPS = [
    [/is locked/i, '; unlock it, or name another one'],
    [/more than \d+ comments/i, '; name another one'],
    [/was archived/i, '; an archived repository takes nothing'],
    [/SAML/i, '; authorize the token for the single sign-on of the organization'],
    [/IP allow list/i, "; use a runner whose address is on the organization's IP allow list"],
];
function remedy(status, limited, serverMessage, { permission, input }) {
    if (limited)
        return '; its rate limit is used up: run it again later';
    const known = NO_RIGHT_HELPS.find(([words]) => status === 403 && words.test(serverMessage));
    if (known)
        return known[1];
    if (status === 401)
        return `; the token is wrong or has expired: give another one as \`${input}\``;
    if (status === 403 || status === 404)
        return input === 'github-token'
            ? `; give the job \`permissions: {${permission}}\`, or a \`github-token\` that may do it`
            : `; give a \`${input}\` with ${permission} in that repository`;
    return status >= 500 ? '; run it again, or look at githubstatus.com' : '';
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