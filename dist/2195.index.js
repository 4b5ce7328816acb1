"use strict";
exports.id = 2195;
exports.ids = [2195,9929,2310];
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
var story = __webpack_require__(93578);
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

  71581:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    h: () => (  withoutEndSlashes)
  });
const withoutEndSlashes = (text) => text.replace(/(?<!\/)\/+$/, '');


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

  81325:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  rS: () => (  earlierTimes),
  $H: () => (  lastTimes),
  i6: () => (  parseHistory),
  ng: () => (  runOf)
});

var external_node_fs_ = __webpack_require__(73024);
var dist = __webpack_require__(77934);
var instant = __webpack_require__(5685);
var rto = __webpack_require__(92908);
var catalogue = __webpack_require__(15379);
; 


const schema_text = dist .YjP();
const schema_instant = dist .FsL(dist .YjP(), dist .yhX(), dist .h_('RFC 3339, in UTC'));
const seconds = dist .FsL(dist .aig(), dist .Wwf(0));
const maybe = (schema) => dist .yqP(schema);
const outcome = dist .KIO(['running', 'done', 'failed', 'no-op', 'planned']);
const schema_status = dist .KIO(['started', 'done', 'no-op', 'planned', 'failed', 'skipped']);
const means = dist .KIO(catalogue .Lx);
const step = dist .Ikc({
    step: schema_text,
    means: dist .FsL(means, dist .h_('Only `restores` puts something back')),
    status: schema_status,
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(seconds),
    message: maybe(schema_text),
});
const component = dist .Ikc({
    component: dist .FsL(schema_text, dist .h_('As the record names it: deployment/web, ConfigMap/settings …')),
    key: dist .FsL(schema_text, dist .h_('The same with where it is before it: this one and no other')),
    name: dist .FsL(schema_text, dist .h_('For people: with what sets it apart where others are called the same')),
    from: maybe(schema_text),
    to: maybe(schema_text),
    outcome: dist .FsL(dist .KIO(['running', 'done', 'no-op', 'planned', 'failed', 'skipped']), dist .h_('`done`: it was put back, and that is proven')),
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(dist .FsL(seconds, dist .h_('From its first start to its end'))),
    message: maybe(schema_text),
    configuration: dist .FsL(dist .zMY(), dist .h_('Goes back with something else and is not counted: a ConfigMap, a resource')),
    steps: dist .YOg(step),
    isVerified: dist .FsL(dist .zMY(), dist .h_('Whether what it went back to passed a check')),
});
const schema_rto = dist .Ikc({
    component: dist .FsL(schema_text, dist .h_('Its label in the input `rto`, else the pattern')),
    pattern: dist .FsL(schema_text, dist .h_('Which components it is for, those of earlier runs too; `all` is the whole rollback')),
    target: dist .FsL(seconds, dist .h_('The objective')),
    actual: maybe(dist .FsL(seconds, dist .h_('From the start of the rollback until it was back, this time'))),
    last: maybe(dist .FsL(seconds, dist .h_('The same, the time before'))),
    lastIn: maybe(dist .FsL(schema_text, dist .h_('The environment that `last` is from, where it never went back in this one'))),
    p95: maybe(dist .FsL(seconds, dist .h_('95 of 100 earlier times were no longer'))),
    runs: dist .FsL(dist .aig(), dist .h_('How many earlier times there are')),
    state: dist .KIO(['met', 'missed', 'untested']),
});
const checklistItem = dist .Ikc({
    item: schema_text,
    state: dist .KIO(['done', 'failed', 'human', 'not-applicable']),
    evidence: maybe(schema_text),
    owner: maybe(dist .FsL(schema_text, dist .h_('Who has to do it, where it is for a human'))),
});
const run = dist .Ikc({
    id: schema_text,
    at: schema_instant,
    environment: maybe(schema_text),
    outcome: dist .KIO(['done', 'failed']),
    seconds: dist .FsL(seconds, dist .h_('The whole rollback')),
    components: dist .FsL(dist .g1P(schema_text, seconds), dist .h_('Seconds until each that is back was')),
});
const action = dist .Ikc({
    name: schema_text,
    means: maybe(means),
    part: maybe(dist .FsL(schema_text, dist .h_('The step of the whole rollback that it was: switch orders'))),
    status: schema_status,
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(seconds),
    message: maybe(schema_text),
});
const answer = dist .Ikc({ question: schema_text, answer: schema_text, tone: dist .KIO(['good', 'bad', 'open']) });
const assessment = dist .Ikc({
    severity: maybe(schema_text),
    decision: maybe(schema_text),
    decideBy: maybe(schema_text),
    result: maybe(schema_text),
    evidence: dist .lqM(dist .L5J()),
    message: maybe(schema_text),
});
const reportSchema = dist .FsL(dist .Ikc({
    version: dist .euz(1),
    id: schema_text,
    incident: dist .FsL(schema_text, dist .h_('What all attempts of a run have in common; else the id')),
    outcome,
    sentence: dist .FsL(schema_text, dist .h_('The result in one sentence')),
    headline: dist .FsL(schema_text, dist .h_('How it stands, at a glance')),
    standing: dist .KIO([
        'resolved',
        'unconfirmed',
        'unhealthy',
        'nothing',
        'still-unhealthy',
        'asked',
        'failed',
        'running',
        'planned',
        'unknown',
    ]),
    answers: dist .FsL(dist .YOg(answer), dist .h_('What is asked first, in that order')),
    lost: maybe(dist .FsL(schema_text, dist .h_('What was lost, in few words'))),
    environment: maybe(schema_text),
    reason: maybe(schema_text),
    actor: maybe(schema_text),
    repository: maybe(schema_text),
    sha: maybe(schema_text),
    run: maybe(dist .FsL(schema_text, dist .h_('URL of the workflow run'))),
    started: maybe(schema_instant),
    ended: maybe(schema_instant),
    seconds: maybe(seconds),
    counts: dist .Ikc({ done: dist .aig(), failed: dist .aig(), total: dist .aig() }),
    components: dist .YOg(component),
    actions: dist .YOg(action),
    rto: dist .YOg(schema_rto),
    history: dist .FsL(dist .YOg(run), dist .h_('Earlier runs of this environment, oldest first')),
    integrity: maybe(dist .Ikc({
        result: schema_text,
        tables: maybe(dist .aig()),
        rows: maybe(dist .aig()),
        message: maybe(schema_text),
    })),
    dataLoss: dist .YOg(dist .Ikc({
        component: schema_text,
        name: schema_text,
        happened: dist .FsL(dist .zMY(), dist .h_('False where it was found out, and did not go back')),
        evidence: dist .L5J(),
    })),
    assessment: maybe(assessment),
    aftermath: maybe(assessment),
    recovery: dist .Ikc({
        state: dist .FsL(dist .KIO(['confirmed', 'unconfirmed', 'contradicted']), dist .h_('Whether something that was seen after the last change says that all is well')),
        because: dist .YOg(schema_text),
    }),
    deliveries: dist .YOg(dist .Ikc({
        sink: schema_text,
        event: maybe(schema_text),
        status: schema_status,
        isUnknown: dist .FsL(dist .zMY(), dist .h_('True where it was sent, and the receiver did not say whether it was taken')),
        at: schema_instant,
        message: maybe(schema_text),
        evidence: dist .lqM(dist .L5J()),
    })),
    checklist: dist .YOg(checklistItem),
    owners: dist .FsL(dist .YOg(dist .Ikc({
        name: schema_text,
        state: dist .KIO(['paused', 'handed back', 'not paused']),
        since: maybe(schema_instant),
        pullRequest: maybe(schema_text),
        message: maybe(schema_text),
    })), dist .h_('Who keeps what went back, such as Argo CD or Flux, and how that stands')),
    openItems: dist .YOg(dist .Ikc({ item: schema_text, owner: schema_text })),
    events: dist .FsL(dist .aig(), dist .h_('How many events of the record this derives from')),
    brokenLines: dist .FsL(dist .YOg(dist .aig()), dist .h_('Lines of the record that could not be read')),
}), dist .DDF('Rollback report'));
const runSchema = run;

; 





const MOST_RUNS = 200;
function parseHistory(content, story) {
    const lines = content.split('\n').filter((line) => line.trim() !== '');
    const all = lines.map(parseRun).filter((run) => run !== undefined);
    const earlier = all.filter((run) => run.id !== story.incident || run.environment !== story.environment);
    const [runs, elsewhere] = [true, false].map((isMine) => newestOf(earlier.filter((run) => (run.environment === story.environment) === isMine)));
    return { runs: runs ?? [], elsewhere: elsewhere ?? [], broken: lines.length - all.length };
}
const newestOf = (runs) => [...new Map(runs.map((run) => [`${run.environment} ${run.id}`, run])).values()]
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .slice(-MOST_RUNS);
function runOf(story) {
    const { incident: id, outcome, ended, seconds, environment } = story;
    if (id === undefined || ended === undefined || seconds === undefined)
        return undefined;
    if (outcome !== 'done' && outcome !== 'failed')
        return undefined;
    const times = story.components
        .filter(({ configuration }) => !configuration)
        .map((each) => [each.key, (0,rto .Bn)(story, each)])
        .filter((entry) => entry[1] !== undefined);
    const components = Object.fromEntries(times);
    return { id, at: ended, ...(environment !== undefined && { environment }), outcome, seconds, components };
}
function lastTimes(path, environment) {
    const { runs } = parseHistory(contentOf(path), { incident: undefined, environment });
    return (pattern) => runs.map((run) => (0,rto .OR)(run, pattern)).findLast((seconds) => seconds !== undefined);
}
const MOST_TIMES = 5;
function earlierTimes(path, story) {
    const { runs } = parseHistory(contentOf(path), story);
    const keys = story.components
        .filter(({ configuration, outcome }) => !configuration && !['no-op', 'skipped'].includes(outcome))
        .map(({ key }) => key);
    if (keys.length === 0)
        return [];
    const whole = runs.map(({ components }) => keys.map((key) => components[key]));
    return whole
        .filter((times) => times.every((time) => time !== undefined))
        .map((times) => Math.max(...times))
        .slice(-MOST_TIMES);
}
function contentOf(path) {
    try {
        return path === undefined ? '' : (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
function parseRun(line) {
    try {
        const parsed = dist .xLC(runSchema, JSON.parse(line));
        return parsed.success && (0,instant .u)(parsed.output.at) ? parsed.output : undefined;
    }
    catch {
        return undefined;
    }
}


  }),

  92908:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Bn: () => (  recoverySeconds),
    OR: () => (  earlierOf),
    e4: () => (  judgeObjectives),
    ov: () => (  parseObjectives)
  });
  var picomatch__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14006);
  var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92920);
  var _record_component_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5491);





const WHOLE = 'all';
const parseObjectives = (input) => input
    .split(/\n|,(?![^{}\n]*\})/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map(parseObjective);
function parseObjective(line) {
    const equals = line.lastIndexOf('=');
    const [text, named] = [line.slice(equals + 1).trim(), line.slice(0, Math.max(0, equals)).trim()];
    const colon = named.search(/:\s/);
    const label = colon > 0 ? named.slice(0, colon).trimEnd() : undefined;
    const pattern = named.endsWith(':') ? '' : named.slice(colon > 0 ? colon + 1 : 0).trim();
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__  .xLC((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__  .p0)(), text);
    if (pattern && parsed.success)
        return { component: label ?? pattern, pattern, seconds: parsed.output };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`rto\` has the line ${JSON.stringify(line)}; accepted are lines such as deployment/api=5m, video-*=10m, API: deployment/api=5m or ${WHOLE}=20m.`);
}
function judgeObjectives(objectives, story, history, elsewhere = []) {
    return objectives.map(({ component, pattern, seconds: target }) => {
        const { actual, failed } = pattern === WHOLE ? wholeOf(story) : partOf(story, story.components.filter(matching(pattern)));
        const earlier = history.map((run) => earlierOf(run, pattern)).filter((seconds) => seconds !== undefined);
        const other = earlier.length > 0
            ? undefined
            : elsewhere.findLast((run) => run.environment !== undefined && earlierOf(run, pattern) !== undefined);
        const last = other ? earlierOf(other, pattern) : earlier.at(-1);
        const p95 = percentile95(earlier);
        const state = failed ? 'missed' : actual === undefined ? 'untested' : actual <= target ? 'met' : 'missed';
        return {
            component,
            pattern,
            target,
            ...(actual !== undefined && { actual }),
            ...(last !== undefined && { last }),
            ...(other?.environment !== undefined && { lastIn: other.environment }),
            ...(p95 !== undefined && { p95 }),
            runs: earlier.length,
            state,
        };
    });
}
function recoverySeconds(story, { outcome, ended }) {
    if (outcome !== 'done' || !ended || !story.started)
        return undefined;
    return Math.max(0, (Date.parse(ended) - Date.parse(story.started)) / 1000);
}
function wholeOf({ outcome, seconds }) {
    return {
        actual: outcome === 'done' ? seconds : undefined,
        failed: outcome === 'failed' || outcome === 'running',
    };
}
function partOf(story, components) {
    const failed = components.some(({ outcome }) => outcome === 'failed' || outcome === 'running');
    const times = components.map((each) => recoverySeconds(story, each)).filter((time) => time !== undefined);
    return { actual: failed || times.length === 0 ? undefined : Math.max(...times), failed };
}
function earlierOf({ seconds, outcome, components }, pattern) {
    if (pattern === WHOLE)
        return outcome === 'done' ? seconds : undefined;
    const times = Object.entries(components)
        .filter(([key]) => matching(pattern)({ key }))
        .map(([, time]) => time);
    return times.length > 0 ? Math.max(...times) : undefined;
}
function matching(pattern) {
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_3__(pattern, { nocase: true });
    return ({ key }) => (0,_record_component_js__WEBPACK_IMPORTED_MODULE_4__  .oI)(key).some((end) => matches(end));
}
function percentile95(values) {
    const sorted = [...values].sort((one, other) => one - other);
    return sorted[Math.ceil(0.95 * sorted.length) - 1];
}


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

  88031:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    k: () => (  testMail),
    s: () => (  sendMail)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
  var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4771);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);





async function sendMail(smtpUrl, mail, budget) {
    const url = urlOf(smtpUrl);
    const sending = { begun: false };
    const once = async (signal) => {
        sending.begun = false;
        const transport = await transportTo(smtpUrl, sending);
        signal.throwIfAborted();
        const close = () => transport.close();
        signal.addEventListener('abort', close, { once: true });
        try {
            const { response, rejected } = await transport.sendMail(mail).catch((error) => {
                throw explained(url, error, sending.begun);
            });
            if (rejected.length > 0)
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The mail server ${url.host} took the mail, but not for ${rejected.join(', ')}; check \`email-to\`.`);
            return response;
        }
        finally {
            signal.removeEventListener('abort', close);
            close();
        }
    };
    const sent = budget.spend(`The mail server (${url.host})`, once, {
        repeatable: false,
        isSent: () => sending.begun,
    });
    return sent.catch((error) => {
        throw sending.begun ? error : aboutPort25(url, error);
    });
}
function aboutPort25({ protocol, port }, error) {
    if (protocol !== 'smtp:' || port !== '25' || !(error instanceof _base_retry_js__WEBPACK_IMPORTED_MODULE_2__  .aB))
        return error;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__  .Qu)(error.message)}; GitHub's runners and most clouds block port 25: give the port for clients, 587 or 465.`, { cause: error });
}
async function testMail(smtpUrl, budget) {
    const url = urlOf(smtpUrl);
    const once = async (signal) => {
        const transport = await transportTo(smtpUrl, { begun: false });
        signal.throwIfAborted();
        const close = () => transport.close();
        signal.addEventListener('abort', close, { once: true });
        try {
            await transport.verify().catch((error) => {
                throw explained(url, error, false);
            });
        }
        finally {
            signal.removeEventListener('abort', close);
            close();
        }
    };
    const tested = budget.spend(`The mail server (${url.host})`, once, { repeatable: true });
    return tested.catch((error) => {
        throw aboutPort25(url, error);
    });
}
async function transportTo(smtpUrl, sending) {
    const { createTransport } = await __webpack_require__.e(  6739).then(__webpack_require__.bind(__webpack_require__, 16739));
    return createTransport({
        url: smtpUrl,
        connectionTimeout: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.SMTP_CONNECT_MS,
        greetingTimeout: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.SMTP_CONNECT_MS,
        dnsTimeout: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.SMTP_CONNECT_MS,
        socketTimeout: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.SINK_SECONDS * 1000,
        disableFileAccess: true,
        disableUrlAccess: true,
        logger: dataWatcher(sending),
        transactionLog: true,
    });
}
function urlOf(smtpUrl) {
    const url = URL.parse(smtpUrl);
    if (/^smtps?:\/\/[^@]*\/[^@]*@/.test(smtpUrl))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `smtp-url` has a / in its user or password; write it percent-encoded, as %2F.');
    if (url?.protocol === 'smtp:' || url?.protocol === 'smtps:')
        return url;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `smtp-url` is not a URL of the form smtp://user:password@host:587 or smtps://….');
}
function dataWatcher(sending) {
    const hear = (entry, message) => {
        if (entry.tnx === 'client' && message === 'DATA')
            sending.begun = true;
    };
    return { level() { }, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
}
function portHint({ protocol, port }) {
    if (protocol === 'smtp:' && port === '465')
        return 'port 465 speaks TLS from the start: write smtps://';
    return protocol === 'smtps:' && port === '587' ? 'port 587 starts without TLS: write smtp://' : undefined;
}
function explained(url, error, isSent) {
    const { host } = url;
    const { code, responseCode, response, message } = error;
    const reply = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .E$)(response ?? message)
        .split('\n')[0]
        ?.slice(0, 200);
    const sentence = `The mail server ${host} did not take the mail (${reply})`;
    const hint = portHint(url);
    if (hint !== undefined && responseCode === undefined)
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${sentence}; ${hint}.`);
    if (code === 'EAUTH')
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${sentence}; check user and password in \`smtp-url\`.`);
    if (code === 'EENVELOPE' && (responseCode ?? 0) >= 500)
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${sentence}; check \`email-from\` and \`email-to\`.`);
    if (code === 'ETLS' || /certificate/i.test(message))
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${sentence}; its TLS does not work or its certificate is not trusted.`);
    if ((responseCode ?? 0) >= 500)
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${sentence}.`);
    return new _base_retry_js__WEBPACK_IMPORTED_MODULE_2__  .aB(`${sentence}; it does not take mails at the moment.`, {
        mayBeDone: isSent && responseCode === undefined,
    });
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


  })

};
;