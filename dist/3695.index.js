export const id = 3695;
export const ids = [3695,9929,2310];
export const modules = {

/***/ 42195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ notify_action)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/run-url.js
var run_url = __webpack_require__(17169);
// EXTERNAL MODULE: ./build/base/values.js
var values = __webpack_require__(92920);
// EXTERNAL MODULE: ./build/notify/compose.js + 7 modules
var compose = __webpack_require__(64672);
// EXTERNAL MODULE: ./build/notify/deliver.js
var deliver = __webpack_require__(10437);
// EXTERNAL MODULE: ./build/notify/fields.js
var fields = __webpack_require__(21071);
// EXTERNAL MODULE: ./build/systems/email/mail.js
var email_mail = __webpack_require__(88031);
// EXTERNAL MODULE: ./build/notify/targets.js
var targets = __webpack_require__(87494);
;// CONCATENATED MODULE: ./build/notify/sinks/email.js


/** Mail as text and HTML, all mails of a rollback in one thread. */
function emailSink(settings, memory = {}) {
    return {
        name: 'email',
        async send(message, budget) {
            const isBegun = settings.isBegun === true || memory.thread !== undefined;
            const mail = mailOf(message, { ...settings, isBegun }, Date.now());
            const id = await (0,email_mail/* sendMail */.s)(settings.smtpUrl, mail, budget);
            const thread = threadOf(settings);
            return { id: mail.messageId ?? id, ...(message.event !== 'customer' && { keep: { thread } }) };
        },
    };
}
const domainOf = (from) => /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'rollback-actions.invalid';
const threadOf = ({ incident, from }) => `<rollback.${incident}@${domainOf(from)}>`;
/**
 * The mail; attempts to send it have the same Message-ID, so that a mail that was taken twice is shown once. For that reason
 * no other mail may have it: mail servers drop the second one without a word.
 *
 * @param now milliseconds, which keep two mails of one kind apart
 */
function mailOf({ event, subject, body, facts, runUrl }, settings, now) {
    const thread = threadOf(settings);
    const own = `<rollback.${settings.incident}.${event}.${now}@${domainOf(settings.from)}>`;
    const link = (target) => (runUrl ? (0,targets/* linkOf */.IJ)(target, 'The run', runUrl) : '');
    const mail = {
        from: event === 'customer' ? signedBy(facts.team, settings.from) : settings.from,
        // Customers do not see each other's addresses.
        ...(event === 'customer'
            ? { to: 'undisclosed-recipients:;', bcc: [...settings.to] }
            : { to: [...settings.to] }),
        // No out-of-office reply to a machine.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        subject,
        text: [body.text, link('text')].filter(Boolean).join('\n\n'),
        html: page([body.html, link('html')].filter(Boolean).join('<br>\n<br>\n')),
    };
    // Customers get a mail that stands alone: the thread is the team's.
    if (event === 'customer')
        return { ...mail, messageId: own };
    if (event === 'started' && !settings.isBegun)
        return { ...mail, messageId: thread };
    return { ...mail, messageId: own, inReplyTo: thread, references: [thread] };
}
/** Customers get it from the team that signs it: the name of the bot means nothing to them. */
function signedBy(team, from) {
    const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
    return typeof team === 'string' ? { name: team, address } : from;
}
const page = (content) => `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"></head>` +
    `<body style="font: 15px/1.5 system-ui, sans-serif; max-width: 42em">\n${content}\n</body></html>\n`;

// EXTERNAL MODULE: ./build/base/budget.js
var budget = __webpack_require__(91847);
// EXTERNAL MODULE: ./build/base/retry.js
var retry = __webpack_require__(31666);
// EXTERNAL MODULE: ./build/systems/github/client.js
var client = __webpack_require__(52310);
// EXTERNAL MODULE: ./build/systems/github/errors.js
var github_errors = __webpack_require__(5826);
;// CONCATENATED MODULE: ./build/notify/sinks/github.js





/** Characters that GitHub takes: of a comment, and of a deployment status. */
const LONGEST = { comment: 65_000, description: 140 };
/** The budget counts attempts and time for every sink alike. */
const ONE_ATTEMPT = { attemptMs: budget/* SINK_LIMITS */.Jr.seconds * 1000, attempts: 1 };
/** One comment for the whole rollback, updated in place; a message for customers gets one of its own. */
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
/** The status of the deployment that is rolled back: in progress, a failure once it is gone, an error where it is not. */
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
                description: (0,fields/* cut */.Jj)(subject, LONGEST.description, '…'),
                ...(runUrl && { log_url: runUrl }),
            };
            const purpose = {
                what: `set the status of deployment ${deployment}`,
                permission: 'deployments: write',
                // The same state again changes nothing.
                repeatable: true,
            };
            const route = 'POST /repos/{owner}/{repo}/deployments/{deployment}/statuses';
            const { id } = await call(target, budget, route, body, purpose);
            return { id: String(id) };
        },
    };
}
const LEFT = ['nothing', 'still-unhealthy', 'planned'];
/** The deployment is the bad one: that it was taken back makes it no success. */
const STATES = {
    started: 'in_progress',
    progress: 'in_progress',
    completed: 'failure',
    failed: 'error',
};
/** Numbers that would be linked, and tell an issue that it was mentioned. Links of a template stay. */
const withoutIssues = (markdown) => markdown
    .replace(/(?<![&\w/])((?:[\w.-]{1,40}\/[\w.-]{1,100})?)#(?=\d)/g, '$1#<!-- -->')
    .replace(/\bGH-(?=\d)/gi, 'GH<!-- -->-');
function commentOf({ subject, body, runUrl }) {
    const run = runUrl ? `\n\n[The run](${runUrl})` : '';
    const text = `### ${subject.replace(/[&<>|@[\]`*_~\\#]/g, (sign) => `&#${sign.charCodeAt(0)};`)}\n\n${withoutIssues(body.markdown)}`;
    return `${(0,fields/* cut */.Jj)(text, LONGEST.comment, '…')}${run}`;
}
function call(target, budget, route, parameters, purpose) {
    const once = async (signal) => {
        try {
            return await new client.GitHubClient(target, signal, ONE_ATTEMPT).request(route, { ...parameters }, purpose);
        }
        catch (error) {
            if (!(error instanceof github_errors/* GitHubError */.y && error.passing))
                throw error;
            const { message, retryAfterMs, mayBeDone, isLimit } = error;
            throw new retry/* PassingError */.aB(message, { retryAfterMs, mayBeDone, isLimit, cause: error });
        }
    };
    return budget.spend('GitHub', once, purpose);
}
function unlessGone(error) {
    if (error instanceof github_errors/* GitHubError */.y && (error.status === 404 || error.status === 410))
        return undefined;
    throw error;
}

// EXTERNAL MODULE: ./build/base/slashes.js
var slashes = __webpack_require__(71581);
// EXTERNAL MODULE: ./build/systems/http/post.js
var post = __webpack_require__(81094);
;// CONCATENATED MODULE: ./build/systems/pagerduty/pagerduty.js



/**
 * Sends an event of PagerDuty's Events API v2, or a change event.
 *
 * @returns the dedup key of the incident; a change event has none
 * @throws ActionError where PagerDuty does not take it
 */
function enqueue(api, kind, event, budget) {
    const url = `${(0,slashes/* withoutEndSlashes */.h)(api)}/v2/${kind === 'event' ? 'enqueue' : 'change/enqueue'}`;
    // An event has the key of its incident, a change event has none.
    const repeatable = kind === 'event';
    return (0,post/* post */.bE)({ to: 'PagerDuty', url, body: JSON.stringify(event), repeatable }, budget, (answer) => {
        const { status, dedup_key: key } = (0,post/* objectOf */.Xy)(answer);
        if (answer.status !== 202 || status !== 'success')
            throw new errors/* ActionError */.lZ(`What answers at ${new URL(url).host} is not PagerDuty; check \`pagerduty-url\`.`);
        return typeof key === 'string' ? key : undefined;
    });
}

;// CONCATENATED MODULE: ./build/notify/sinks/pagerduty.js



/** Characters of a summary, and of the text among the details: PagerDuty takes 512 KB in all. */
const pagerduty_LONGEST = { summary: 1024, text: 20_000 };
/** An incident that a rollback opens and closes, and change events at both ends. */
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
                    ? enqueue(settings.api, 'change event', changeEvent(message, settings), budget).catch((error) => `The incident was sent, the change event was not: ${(0,errors/* messageOf */.bD)(error)}`)
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
/** It pages to have a decision, and once more before the time is over; that it is over closes nothing. */
const QUESTION_ACTS = {
    open: 'trigger',
    reminder: 'trigger',
    settled: 'resolve',
};
/** An acknowledgement stops the escalation, so it needs a person who handles the incident. */
function actFor({ event, facts }) {
    // A rollback that changes nothing pages no one, unless something says that all is not well.
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
        // It must not close what a person has to check, and pages where something says that all is not well.
        return UNWELL.includes(facts.standing) ? 'trigger' : undefined;
    }
    return event === 'progress' && facts.incident_commander ? 'acknowledge' : undefined;
}
/** The paged person may read this line alone: it says why. */
const titleOf = ({ subject, facts }) => typeof facts.issue === 'string' && !subject.includes(facts.issue) ? `${subject}: ${facts.issue}` : subject;
/** An event of the Events API v2. */
function incidentEvent(act, message, settings) {
    const { body, facts, runUrl } = message;
    return {
        routing_key: settings.routingKey,
        event_action: act,
        dedup_key: settings.dedupKey,
        ...(act === 'trigger' && {
            payload: {
                summary: (0,fields/* cut */.Jj)(titleOf(message), pagerduty_LONGEST.summary, '…'),
                source: settings.source,
                severity: 'critical',
                timestamp: new Date().toISOString(),
                class: 'rollback',
                ...(typeof facts.environment === 'string' && { group: facts.environment }),
                custom_details: {
                    text: (0,fields/* cut */.Jj)(body.text, pagerduty_LONGEST.text, '…'),
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
/** A change event: shown beside incidents, pages no one. */
function changeEvent({ subject, facts, runUrl }, settings) {
    return {
        routing_key: settings.routingKey,
        payload: {
            summary: (0,fields/* cut */.Jj)(subject, pagerduty_LONGEST.summary, '…'),
            source: settings.source,
            timestamp: new Date().toISOString(),
            custom_details: { services: facts.services, reason: facts.reason, version: facts.previous_version },
        },
        ...linksTo(runUrl),
    };
}
const linksTo = (runUrl) => runUrl ? { links: [{ href: runUrl, text: 'The run' }] } : {};

// EXTERNAL MODULE: ./build/notify/sinks/slack.js + 1 modules
var slack = __webpack_require__(30474);
// EXTERNAL MODULE: ./build/systems/http/client.js
var http_client = __webpack_require__(25019);
;// CONCATENATED MODULE: ./build/notify/sinks/teams.js






/** Characters of the text: Teams takes 28 KB of JSON, in which a sign may take six bytes. */
const teams_LONGEST = 8_000;
const MAX_BYTES = 27_000;
/** Microsoft Teams by the URL of a Workflow ("When a Teams webhook request is received"). */
function teamsSink(url) {
    return {
        name: 'teams',
        async send(message, budget) {
            const card = { to: 'Microsoft Teams', url, body: JSON.stringify(cardOf(message)), repeatable: false };
            await (0,post/* post */.bE)({ ...card, remedy: (refusal) => remedyFor(url, refusal) }, budget, (answer) => {
                (0,post/* refusePage */.Ew)('Microsoft Teams', url, answer);
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
/**
 * A connector answers 200 whatever became of the message, and says that in words alone (MicrosoftDocs/msteams-docs#400).
 *
 * @throws ActionError where the message is not there
 */
function expectShown(url, body) {
    if (!/^\s*Webhook message delivery failed/i.test(body))
        return;
    const status = Number(/HTTP error (\d{3})/.exec(body)?.[1]);
    const refusal = `Microsoft Teams (${URL.parse(url)?.host}) did not show the message (200${(0,http_client/* wordsOf */.Z9)(body)})`;
    if ((0,http_client/* isPassingStatus */.Wj)(status))
        throw new retry/* PassingError */.aB(`${refusal}; it does not work at the moment.`, { isLimit: status === 429 });
    throw new errors/* ActionError */.lZ(`${refusal}; ${isConnector(url) ? CONNECTOR : 'check the URL'}.`);
}
/**
 * The message as an Adaptive Card 1.4. Its text is made of runs, which know no Markdown: nothing in them is ever
 * a link or a mention.
 */
function cardOf(message, longest = teams_LONGEST) {
    const { subject, body, runUrl } = message;
    const text = (0,fields/* cut */.Jj)(body.runs, longest, runUrl ? '… the rest is in the run' : '…');
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
                        ...text.split(/\n{2,}/).map((paragraph) => rich((0,targets/* runsOf */.ky)(paragraph))),
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/notify/sinks/webhook.js


/**
 * Any HTTP server: a CloudEvent, signed as Standard Webhooks are, so that libraries exist to check it; or the JSON that a
 * template makes for receivers of another format.
 */
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
            await (0,post/* post */.bE)(request, budget, () => undefined);
            return { id };
        },
    };
}
/** A CloudEvent 1.0 in structured form. Attempts have the same id, so that a receiver can tell repeats. */
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
/**
 * HMAC-SHA256 over `id.timestamp.body`, as `v1,<base64>`. A secret of the form `whsec_<base64>` is the key in
 * base64; any other is the key itself.
 */
function sign(secret, id, seconds, body) {
    const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
    return `v1,${(0,external_node_crypto_.createHmac)('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

;// CONCATENATED MODULE: ./build/notify/sinks/configured.js







/** The sinks that the inputs name. One that lacks something is a sink that fails with a sentence about it. */
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
    const webhook = when(slackWebhookUrl, slack/* slackWebhookSink */.V);
    if (!slackToken && !slackChannel)
        return webhook;
    if (!slackToken)
        return [lacking('slack', 'slack-token', 'slack-channel'), ...webhook];
    if (!slackChannel)
        return [lacking('slack', 'slack-channel', 'slack-token'), ...webhook];
    const { incident, isRerun } = run;
    const settings = { api: slackApiUrl, token: slackToken, channel: slackChannel, incident, isRerun };
    return [(0,slack/* slackSink */.C)(settings, run.memory('slack'), run.details), ...webhook];
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
    send: () => Promise.reject(new errors/* ActionError */.lZ(sentence)),
});

// EXTERNAL MODULE: ./build/notify/sinks/sink.js
var sink = __webpack_require__(55160);
// EXTERNAL MODULE: ./build/base/duration.js
var duration = __webpack_require__(15902);
// EXTERNAL MODULE: ./build/base/markdown.js
var markdown = __webpack_require__(26963);
// EXTERNAL MODULE: ./build/notify/items.js
var items = __webpack_require__(13144);
;// CONCATENATED MODULE: ./build/notify/summary.js





const ICONS = {
    sent: '✅',
    unknown: '❔',
    failed: '❌',
    skipped: '⏭️',
    draft: '📝',
};
/** The job summary: the sentence, the sinks, and the message itself where a person has to pass it on. */
function summaryOf(sentence, message, deliveries, shown) {
    const rows = deliveries.map(({ sink, status, attempts, milliseconds, message }) => [
        `${ICONS[status]} ${status}`,
        sink,
        String(attempts),
        `${(milliseconds / 1000).toFixed(1)} s`,
        (0,markdown/* inert */.tJ)(message ?? ''),
    ]);
    return [
        `## ${(0,markdown/* inert */.tJ)(sentence)}`,
        ...(rows.length > 0 ? [(0,markdown/* table */.tp)(['', 'Sink', 'Attempts', 'Time', 'Why'], rows)] : []),
        ...(shown ? [`### ${(0,markdown/* inert */.tJ)(message.subject)}`, message.body.markdown] : []),
    ].join('\n\n');
}
/** The components as lines for Slack's thread. */
function detailsOf(story) {
    const components = story.components.filter(({ configuration }) => !configuration);
    return components.map(({ component, outcome, from, to, seconds, message }) => {
        const way = from && to ? `, ${from} → ${to}` : '';
        const time = (0,duration/* formatDuration */.a)(seconds);
        const reason = outcome === 'failed' && message ? `: ${message}` : '';
        return `• ${targets/* ESCAPES */.HY.slack((0,fields/* oneLine */.TN)(`${component} ${items/* STATES */.xj[outcome]}${way}${time ? `, ${time}` : ''}${reason}`))}`;
    });
}

// EXTERNAL MODULE: ./build/record/incident.js
var incident = __webpack_require__(87688);
// EXTERNAL MODULE: ./build/record/read.js
var read = __webpack_require__(86122);
// EXTERNAL MODULE: ./build/record/story.js + 4 modules
var story = __webpack_require__(93578);
// EXTERNAL MODULE: ./build/report/history.js + 1 modules
var report_history = __webpack_require__(81325);
// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
;// CONCATENATED MODULE: ./build/actions/notify.js















const inputs = {
    event: (0,values/* choice */.Yq)(fields/* EVENTS */.qY),
    fields: dist/* optional */.lqM((0,values/* text */.Qq)()),
    template: dist/* optional */.lqM((0,values/* text */.Qq)()),
    history: dist/* optional */.lqM((0,values/* text */.Qq)()),
    slackToken: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    slackChannel: dist/* optional */.lqM((0,values/* text */.Qq)()),
    slackWebhookUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    slackApiUrl: dist/* optional */.lqM((0,values/* text */.Qq)(), 'https://slack.com/api'),
    pagerdutyRoutingKey: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    pagerdutyUrl: dist/* optional */.lqM((0,values/* text */.Qq)(), 'https://events.pagerduty.com'),
    smtpUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    emailFrom: dist/* optional */.lqM((0,values/* text */.Qq)()),
    emailTo: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    teamsWebhookUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    webhookUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    webhookSecret: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    githubToken: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    githubComment: dist/* optional */.lqM(dist/* pipe */.FsL((0,values/* text */.Qq)(), dist/* regex */.yGV(/^(commit|[1-9]\d{0,9})$/, (issue) => `is ${JSON.stringify(issue.input)}; accepted are the number of an issue or pull request, and commit`))),
    githubDeployment: dist/* optional */.lqM(dist/* pipe */.FsL((0,values/* text */.Qq)(), dist/* regex */.yGV(/^[1-9]\d{0,15}$/, (issue) => `is ${JSON.stringify(issue.input)}; accepted is the number of a deployment`))),
    publish: dist/* optional */.lqM((0,values/* boolean */.zM)(), 'false'),
    required: dist/* optional */.lqM(dist/* pipe */.FsL((0,values/* list */.p_)(), dist/* array */.YOg((0,values/* choice */.Yq)(sink/* SINKS */.x))), ''),
};
/** Sends how the rollback stands to every sink. */
const notify_action = (0,action/* defineAction */.Q)({ name: 'notify', inputs, changes: false, main });
async function main(inputs, context) {
    const events = eventsOf(context);
    const story = storyFor(inputs, events, context);
    const { message, problems, missing } = (0,compose/* compose */.Z)({
        ...inputs,
        story,
        earlier: (0,report_history/* earlierTimes */.rS)(inputs.history, story),
        redact: context.redact,
        runUrl: (0,run_url/* runUrl */.V)(),
        continuesAtOnce: context.step !== undefined && inputs.event !== 'customer',
    });
    for (const problem of problems)
        context.log.warn(problem);
    const sinks = configuredSinks(inputs, sinkContextOf(events, story, context));
    const isForCustomers = inputs.event === 'customer';
    const draft = context.dryRun || (isForCustomers && (!inputs.publish || missing.length > 0));
    const deliveries = draft ? (0,deliver/* drafted */.X5)(sinks) : await (0,deliver/* deliver */.cK)(message, sinks, context.signal);
    for (const delivery of deliveries)
        context.record((0,deliver/* eventOf */.A6)(delivery, inputs.event));
    return outcomeOf(inputs, message, deliveries, { draft, missing }, context);
}
function eventsOf({ recordPath, log }) {
    try {
        const { events, broken } = (0,read/* readEvents */.w)(recordPath);
        if (broken.length > 0)
            log.warn(`Lines ${broken.join(', ')} of the rollback record ${recordPath} are not events and were ignored.`);
        return events;
    }
    catch (error) {
        log.warn(`The rollback record ${recordPath} cannot be read, so the message has only what \`fields\` says: ${(0,errors/* messageOf */.bD)(error)}.`);
        return [];
    }
}
/** At the start nothing has happened yet, and what an older rollback left in the file is another story. */
function storyFor({ event }, events, { rollbackId }) {
    const attempts = (0,incident/* attemptsOf */.Or)(events, rollbackId);
    const own = events.filter(({ id }) => attempts.has(id));
    return (0,story/* storyOf */.d)(event === 'started' ? own : events, rollbackId);
}
function sinkContextOf(events, story, { rollbackId, run, redact }) {
    const { GITHUB_REPOSITORY: repository, GITHUB_SHA: sha, GITHUB_API_URL, GITHUB_SERVER_URL } = process.env;
    return {
        incident: (0,incident/* incidentOf */.w8)(rollbackId, run),
        isRerun: Number(process.env.GITHUB_RUN_ATTEMPT) > 1,
        repository,
        sha,
        server: GITHUB_SERVER_URL ?? 'https://github.com',
        api: GITHUB_API_URL ?? 'https://api.github.com',
        memory: (sink) => (0,deliver/* deliveryState */.oE)(events, rollbackId, sink),
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
/** Not known to have been taken. */
const isFailed = ({ status }) => status === 'failed' || status === 'unknown';
/** What became of the message, in the log; the message too, where a person has to pass it on. */
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
            // A required sink was not reached.
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


/***/ }),

/***/ 5685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ LATEST_INSTANT),
/* harmony export */   u: () => (/* binding */ isInstant)
/* harmony export */ });
/** Untrusted times are computed with: one that is too far away cannot even become a date. Milliseconds since 1970. */
const EARLIEST_INSTANT = Date.UTC(2000);
const LATEST_INSTANT = Date.UTC(2200);
/** Whether a text is a time, and of such an age. */
const isInstant = (text) => {
    const at = Date.parse(text);
    return at >= EARLIEST_INSTANT && at < LATEST_INSTANT;
};


/***/ }),

/***/ 31666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   aB: () => (/* binding */ PassingError)
/* harmony export */ });
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74995);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);




/** A failure that may be over in a moment: worth another attempt, `retryAfterMs` later. */
class PassingError extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ {
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
/**
 * The one retry policy: tries again what may be over in a moment, after growing pauses with jitter; longer where the other
 * side says for how long it wants to be left alone, and not at all where that is longer than there is time for. A limit is
 * waited for as long as there is time.
 *
 * @throws what the last attempt threw; the signal's reason where that aborted
 */
async function retry(work, limits) {
    const { signal, withinMs = Number.POSITIVE_INFINITY, attempts = Number.POSITIVE_INFINITY } = limits;
    const { longestPauseMs = _waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.RETRY_LONGEST_PAUSE_MS } = limits;
    const end = performance.now() + withinMs;
    let failures = 0;
    let met = 0;
    const isWorthwhile = (error) => !signal.aborted &&
        (failures < attempts || isLimit(error)) &&
        retryAfterOf(error) <= end - performance.now() &&
        isAgain(error, limits);
    try {
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .Ay)(() => work().catch(throwAsError), {
            retries: Number.POSITIVE_INFINITY,
            minTimeout: _waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.RETRY_FIRST_PAUSE_MS,
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
                // p-retry makes a pause of its own only after what costs an attempt.
                const own = isLimit(error) ? growing(met++, longestPauseMs) : 0;
                await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(Math.max(retryAfterOf(error), own), signal);
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
const growing = (before, longest) => Math.min(longest, _waits_js__WEBPACK_IMPORTED_MODULE_2__/* .WAITS */ .r.RETRY_FIRST_PAUSE_MS * 2 ** before * (1 + Math.random()));
function isAgain(error, { isPassing, repeatable = true }) {
    const passes = isPassing ? isPassing(error) : error instanceof PassingError;
    return passes && (repeatable || !error.mayBeDone);
}
/** p-retry knows errors by their class, which those of Node's streams are not in every context. */
function throwAsError(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
        throw thrown;
    const { message, name } = thrown;
    // And it takes a TypeError for a bug that stays, which fetch throws for a lost connection too.
    throw thrown instanceof Error && name !== 'TypeError' ? thrown : new Error(message, { cause: thrown });
}
/** `Retry-After` in milliseconds, in seconds or as a date; 0 where there is none, or none that is understood. */
function retryAfterMs(header) {
    if (!header)
        return 0;
    const milliseconds = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
    return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : 0;
}


/***/ }),

/***/ 4771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KG: () => (/* binding */ asSentence),
/* harmony export */   Qu: () => (/* binding */ withoutFullStop),
/* harmony export */   eZ: () => (/* binding */ namesOf)
/* harmony export */ });
/** A text of others as a sentence: with one full stop at its end, whether it had one or not. */
function asSentence(text) {
    const trimmed = text.trimEnd();
    return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
/** A text of others as a part of a sentence: without the full stop at its end. */
function withoutFullStop(text) {
    return text.trimEnd().replace(/\.$/, '');
}
/** `a, b and 3 more`: the first `most` of some names, and how many more there are. A sentence holds five. */
function namesOf(names, most = 5) {
    const more = names.length - most;
    return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}


/***/ }),

/***/ 71581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ withoutEndSlashes)
/* harmony export */ });
/** A URL or path without the slashes at its end, in time that grows with their number: a plain `/\/+$/` takes its square. */
const withoutEndSlashes = (text) => text.replace(/(?<!\/)\/+$/, '');


/***/ }),

/***/ 15379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UC: () => (/* binding */ ACTION_STEP),
  Lx: () => (/* binding */ MEANINGS),
  I: () => (/* binding */ kindOf),
  Pr: () => (/* binding */ meaningOf),
  rQ: () => (/* binding */ meaningOfAction),
  cr: () => (/* binding */ provenBy),
  rl: () => (/* binding */ verbOf)
});

// UNUSED EXPORTS: ACTIONS, EVENTS

;// CONCATENATED MODULE: ./build/record/places.js
/** The first word of a component's name, and the kind of thing that it is. */
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

;// CONCATENATED MODULE: ./build/record/catalogue.js
/**
 * Every event that can stand in the record, and what each means. All that is told of a rollback derives from this:
 * story, report, messages, history, checklist, live progress and the drill's score.
 */

/** What it can mean that an event happened. Only `restores` puts something back. */
const MEANINGS = [
    /** Looked at something and changed nothing. */
    'looks',
    /** Made something ready that changes nothing for users yet. */
    'prepares',
    /** Took users away from what is about to be changed. */
    'holds traffic',
    /** Put something where it was. */
    'restores',
    /** Gave users back. */
    'resumes traffic',
    /** Checked that what was put back is as it should be. */
    'verifies',
    /** Removed what was left over. */
    'cleans up',
    /** Wrote down that a revision is good. */
    'marks',
    /** Consent to go on in spite of a refusal. */
    'consents',
    /** Told people, or accounted for what was done. */
    'notifies',
    /** Judged whether something has to go back. */
    'decides',
    /** Paused an owner, had it go back, or handed workloads back to it. */
    'asks the owner',
    /** Broke something on purpose, or looked at what became of it. */
    'drills',
    /** Ran the other actions. */
    'encloses',
];
const catalogue_event = (means, rest = {}) => ({ means, ...rest });
const delivery = catalogue_event('notifies');
/** A phase of a database says what it found as it likes. */
const phase = catalogue_event;
/**
 * The steps of each kind of component. A step whose name ends with ` …` says after it to what it is done: the record of
 * a DNS name, the keys of a cache.
 */
const EVENTS = {
    workload: {
        'roll back': catalogue_event('restores'),
        // At zero replicas: nothing runs before the step that resumes traffic proves it.
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
        // Some of a repair's rows, which say nothing of the others.
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
        // `until` is RFC 3339; done where it has helped.
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
    // An earlier attempt has died on another runner: since when it was at work (RFC 3339).
    attempt: { 'take over': catalogue_event('looks') },
    // A decision that is a person's: asked for, reminded of, over, settled by itself, or taken.
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
/** What the run of each action means; its parts say what it did. */
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
/** The step that an action's own start and end are recorded as; the component is then the action's name. */
const ACTION_STEP = 'action';
/** What kind of thing a component is, by its name; undefined where it is none that the record knows. */
function kindOf(component) {
    const [word = ''] = component.split('/');
    return Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
}
/** What it means that this happened; undefined where the catalogue does not have it. */
const meaningOf = (what) => what.step === ACTION_STEP ? meaningOfAction(what.component) : entryOf(what)?.means;
/** What a run of an action means, by its name. */
const meaningOfAction = (name) => Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
/** The step that has to follow a restoring one before users are served again. */
const provenBy = (what) => entryOf(what)?.provenBy;
/** The part of a step that the catalogue knows it by: all of it, or what stands before what it is done to. */
function verbOf(what) {
    const key = keyOf(what);
    return key === undefined ? (what.step.split(' ', 1)[0] ?? '') : key.replace(/ …$/, '');
}
function entryOf(what) {
    const key = keyOf(what);
    return key === undefined ? undefined : stepsOf(what.component)[key];
}
/** The step of the catalogue that this is: itself, or one that says after its words to what it is done. */
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


/***/ }),

/***/ 93103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ newest),
/* harmony export */   TE: () => (/* binding */ lookUp),
/* harmony export */   al: () => (/* binding */ nonEmptyText),
/* harmony export */   rl: () => (/* binding */ numberOf)
/* harmony export */ });
/**
 * What an event's evidence says under a name (`data-loss`, `severity` …), else what the outputs say that an action
 * left as its evidence. Undefined where neither does.
 */
function lookUp({ evidence }, name) {
    return property(evidence, name) ?? property(property(evidence, 'outputs'), name);
}
/** The newest event that says something under that name. */
function newest(events, name) {
    const event = events.findLast((each) => lookUp(each, name) !== undefined);
    return event && { event, value: lookUp(event, name) };
}
/** A text that is not empty, else undefined. */
const nonEmptyText = (value) => typeof value === 'string' && value !== '' ? value : undefined;
/** A number, also one that an output has as text, else undefined. */
function numberOf(value) {
    const number = typeof value === 'string' && value !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
const property = (value, name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value[name] ?? undefined)
    : undefined;


/***/ }),

/***/ 87688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Or: () => (/* binding */ attemptsOf),
/* harmony export */   _: () => (/* binding */ incidentIn),
/* harmony export */   w8: () => (/* binding */ incidentOf)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93103);


/**
 * The key under which a rollback is updated and resolved. Where its id is the workflow run's and the attempt's, it is the run's
 * alone: a re-run of jobs continues the same incident.
 *
 * @param run the workflow run, the same for every attempt
 */
const incidentOf = (id, run) => run !== undefined && id.startsWith(`${run}-`) && /^\d+$/.test(id.slice(run.length + 1)) ? run : id;
/** The ids of a record that are attempts of the same incident as one of them, itself included. */
function attemptsOf(record, id) {
    const incident = incidentOf(id, runOf(record, id));
    if (incident === id)
        return new Set([id]);
    const ids = [...new Set(record.map((event) => event.id))];
    return new Set([id, ...ids.filter((each) => incidentOf(each, runOf(record, each)) === incident)]);
}
/** The same of a rollback of a record. */
const incidentIn = (record, id) => incidentOf(id, runOf(record, id));
/** The workflow run that an action of a rollback says it is in. */
function runOf(record, id) {
    const started = record.find((event) => event.id === id && event.step === _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .ACTION_STEP */ .UC && (0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .lookUp */ .TE)(event, 'run')) !== undefined);
    return started && /\/runs\/(\d+)(?:\/|$)/.exec((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .nonEmptyText */ .al)((0,_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .lookUp */ .TE)(started, 'run')) ?? '')?.[1];
}


/***/ }),

/***/ 39668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JY: () => (/* binding */ textWithin),
/* harmony export */   Xi: () => (/* binding */ linesWithin),
/* harmony export */   YZ: () => (/* binding */ endOfText)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);

/** A text as far as `most` bytes; what comes after them is not waited for. */
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
/** The end of a text that comes in pieces, as far as `most` bytes; what was before them is let go. */
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
/** The lines of a text that comes in pieces, each as far as `most` signs. */
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


/***/ }),

/***/ 88031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ testMail),
/* harmony export */   s: () => (/* binding */ sendMail)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4771);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);





/**
 * Sends a mail through `smtp://user:password@host:port` (STARTTLS where the server has it; `?requireTLS=true` insists)
 * or `smtps://…`.
 *
 * @returns what the server said when it took the mail
 * @throws ActionError with one sentence, also where it took the mail for some of the recipients only
 */
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
            // Another attempt would send it to the others again.
            if (rejected.length > 0)
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The mail server ${url.host} took the mail, but not for ${rejected.join(', ')}; check \`email-to\`.`);
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
/** A runner that cannot reach port 25 gets no word of it: most networks drop what goes there. */
function aboutPort25({ protocol, port }, error) {
    if (protocol !== 'smtp:' || port !== '25' || !(error instanceof _base_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .PassingError */ .aB))
        return error;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutFullStop */ .Qu)(error.message)}; GitHub's runners and most clouds block port 25: give the port for clients, 587 or 465.`, { cause: error });
}
/** Logs in at a mail server, and sends nothing. @throws ActionError with one sentence */
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
    // Loaded where a mail is sent alone: it is larger than all other sinks together.
    const { createTransport } = await __webpack_require__.e(/* import() */ 6739).then(__webpack_require__.bind(__webpack_require__, 16739));
    return createTransport({
        url: smtpUrl,
        // The library's own are up to ten minutes.
        connectionTimeout: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.SMTP_CONNECT_MS,
        greetingTimeout: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.SMTP_CONNECT_MS,
        dnsTimeout: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.SMTP_CONNECT_MS,
        // A server may look at a mail for long before it says that it has it; the attempt's end comes first.
        socketTimeout: _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.SINK_SECONDS * 1000,
        disableFileAccess: true,
        disableUrlAccess: true,
        logger: dataWatcher(sending),
        transactionLog: true,
    });
}
/** @throws ActionError where it is not one, or not the one that was meant */
function urlOf(smtpUrl) {
    const url = URL.parse(smtpUrl);
    // What looks like a port or a path is the rest of a password whose slash is not encoded.
    if (/^smtps?:\/\/[^@]*\/[^@]*@/.test(smtpUrl))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('Input `smtp-url` has a / in its user or password; write it percent-encoded, as %2F.');
    if (url?.protocol === 'smtp:' || url?.protocol === 'smtps:')
        return url;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('Input `smtp-url` is not a URL of the form smtp://user:password@host:587 or smtps://….');
}
/** Hears by the library's log when the mail itself begins to be sent: from then on a lost answer leaves open what became of it. */
function dataWatcher(sending) {
    const hear = (entry, message) => {
        if (entry.tnx === 'client' && message === 'DATA')
            sending.begun = true;
    };
    return { level() { }, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
}
/** Each of the two usual ports speaks TLS in its own way. */
function portHint({ protocol, port }) {
    if (protocol === 'smtp:' && port === '465')
        return 'port 465 speaks TLS from the start: write smtps://';
    return protocol === 'smtps:' && port === '587' ? 'port 587 starts without TLS: write smtp://' : undefined;
}
/** 4xx is SMTP's word for later, 5xx for never; without an answer it was the network. */
function explained(url, error, isSent) {
    const { host } = url;
    const { code, responseCode, response, message } = error;
    const reply = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(response ?? message)
        .split('\n')[0]
        ?.slice(0, 200);
    const sentence = `The mail server ${host} did not take the mail (${reply})`;
    const hint = portHint(url);
    if (hint !== undefined && responseCode === undefined)
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${sentence}; ${hint}.`);
    if (code === 'EAUTH')
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${sentence}; check user and password in \`smtp-url\`.`);
    if (code === 'EENVELOPE' && (responseCode ?? 0) >= 500)
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${sentence}; check \`email-from\` and \`email-to\`.`);
    if (code === 'ETLS' || /certificate/i.test(message))
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${sentence}; its TLS does not work or its certificate is not trusted.`);
    if ((responseCode ?? 0) >= 500)
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${sentence}.`);
    return new _base_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .PassingError */ .aB(`${sentence}; it does not take mails at the moment.`, {
        mayBeDone: isSent && responseCode === undefined,
    });
}


/***/ }),

/***/ 52310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GitHubClient: () => (/* binding */ GitHubClient)
/* harmony export */ });
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31666);
/* harmony import */ var _base_slashes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71581);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39668);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5826);





const LIMITS = { attemptMs: _base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.GITHUB_ATTEMPT_MS, attempts: 3 };
/** Bytes of an answer that are read: a page of a hundred issues has less. One that is cut is not JSON. */
const MAX_ANSWER_BYTES = 16 * 1024 ** 2;
const boundedFetch = async (url, options) => {
    // As in http/client.ts: what may be carried out once leaves no connection that the other side may close under the next one.
    const close = options?.method === 'POST' && { Connection: 'close' };
    const response = await fetch(url, { ...options, headers: { ...options?.headers, ...close } });
    if (!response.body)
        return response;
    const { text } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_2__/* .textWithin */ .JY)(response.body, MAX_ANSWER_BYTES);
    return new Response(response.ok ? text : withoutLongNumbers(text), response);
};
/** A refusal that Octokit can tell: it reads a number that is too long for one as a BigInt, which it then cannot write. */
function withoutLongNumbers(text) {
    const short = (_, value) => typeof value === 'number' && !Number.isSafeInteger(value) ? String(value) : value;
    try {
        return JSON.stringify(JSON.parse(text, short));
    }
    catch {
        return text;
    }
}
/** With what it stands on it is the largest part of the bundle, and most runs ask GitHub nothing: it is loaded by the first request. */
async function octokitFor({ token, api }) {
    const { getOctokit } = await __webpack_require__.e(/* import() */ 2413).then(__webpack_require__.bind(__webpack_require__, 92413));
    const quiet = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
    return getOctokit(token, {
        baseUrl: (0,_base_slashes_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutEndSlashes */ .h)(api),
        log: quiet,
        request: { fetch: boundedFetch },
    });
}
/**
 * GitHub's REST API for one repository. An attempt ends after five seconds, and there are three: for 429 and rate
 * limits after the pause that GitHub wants, for 5xx and lost connections where a repeat is harmless. Octokit's own
 * plugins for that wait for as long as GitHub says, whatever the deadline, and repeat what must not be done twice.
 */
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
    /**
     * Sends `POST /repos/{owner}/{repo}/issues` with parameters for the path, the query or the body; `owner` and
     * `repo` are the target's.
     *
     * @throws GitHubError for every answer that is not 2xx, and where there is none
     */
    request(route, parameters, purpose) {
        return (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L5)(() => this.#attempt(route, parameters, purpose), {
            signal: this.#signal,
            attempts: this.#limits.attempts,
            isPassing: (error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GitHubError */ .y && error.passing,
            repeatable: purpose.repeatable,
            withinMs: _base_waits_js__WEBPACK_IMPORTED_MODULE_1__/* .WAITS */ .r.GITHUB_MS,
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
            // A body that was cut, or is not JSON, comes as text.
            if (status === 204 || (typeof data === 'object' && data !== null))
                return data;
            throw new Error(signal.aborted ? 'no answer' : 'it answers with something that is not JSON');
        }
        catch (error) {
            this.#signal.throwIfAborted();
            const seconds = this.#limits.attemptMs / 1000;
            throw _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GitHubError */ .y.from(silence.aborted ? new Error(`no answer in ${seconds} s`) : error, what, {
                permission,
                input,
            });
        }
    }
}


/***/ }),

/***/ 5826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
/* harmony import */ var _base_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4771);
/* harmony import */ var _network_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69355);





/** Signs of what GitHub says besides. */
const MOST_DETAILS = 2000;
/** GitHub refused, failed or did not answer; one sentence that says which, and what to do. */
class GitHubError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    /** The HTTP status; undefined where there was no answer. */
    status;
    /** True for a failure that may be over in a moment. */
    passing;
    /** True where what was requested may have been done all the same. */
    mayBeDone;
    /** True where a rate limit is why. */
    isLimit;
    /** Milliseconds after which GitHub wants to be asked again. */
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
    /**
     * @param what what was requested: `create an issue in shop/shop`
     * @param needed what the token needs for it: `issues: write`; and the input that it was given as
     */
    static from(error, what, needed) {
        const { response, status } = error;
        if (!response || status === undefined)
            return GitHubError.#silent(error, what);
        const serverMessage = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(String(response.data?.message ?? (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)))
            .replace(/\s+/g, ' ')
            .slice(0, 300);
        const limited = status === 429 || (status === 403 && isRateLimit(response.headers, serverMessage));
        const refused = `GitHub did not ${what} (${status}: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutFullStop */ .Qu)(serverMessage)})`;
        const facts = {
            status,
            passing: limited || status >= 500,
            mayBeDone: status >= 500,
            isLimit: limited,
            retryAfterMs: limited ? pauseOf(response.headers) : 0,
        };
        const details = response.data?.errors === undefined
            ? []
            : [(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .beginning */ .Ir)(JSON.stringify(response.data.errors), MOST_DETAILS)];
        const todo = remedy(status, limited, serverMessage, needed);
        return new GitHubError(`${refused}${todo}.`, facts, details, error);
    }
    static #silent(error, what) {
        const sentence = `GitHub cannot be reached to ${what}: ${(0,_network_js__WEBPACK_IMPORTED_MODULE_3__/* .unreachableReason */ .N4)(error)}; check the network of the runner, or run it again.`;
        const facts = {
            status: undefined,
            passing: !(0,_network_js__WEBPACK_IMPORTED_MODULE_3__/* .isLasting */ .dJ)(error),
            mayBeDone: !(0,_network_js__WEBPACK_IMPORTED_MODULE_3__/* .wasUnsent */ .Xm)(error),
            isLimit: false,
            retryAfterMs: 0,
        };
        return new GitHubError(sentence, facts, [], error);
    }
}
/** A primary limit leaves nothing remaining; a secondary one says when to come back, or says so in words. */
const isRateLimit = (headers, serverMessage) => headers['x-ratelimit-remaining'] === '0' ||
    headers['retry-after'] !== undefined ||
    /rate limit|abuse detection/i.test(serverMessage);
/** A secondary limit says for how long; a primary one, at which second it is over. */
function pauseOf(headers) {
    if (headers['retry-after'] !== undefined)
        return (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retryAfterMs */ .Vs)(headers['retry-after']);
    if (headers['x-ratelimit-remaining'] !== '0')
        return 0;
    return Math.max(0, Number(headers['x-ratelimit-reset'] ?? 0) * 1000 - Date.now()) || 0;
}
/** What GitHub refuses with 403 whatever the token may do, by its words, and what to do. */
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


/***/ }),

/***/ 25019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ mayRedirect),
/* harmony export */   Wj: () => (/* binding */ isPassingStatus),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   o_: () => (/* binding */ jsonOf),
/* harmony export */   tN: () => (/* binding */ send)
/* harmony export */ });
/* unused harmony export decoded */
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31666);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39668);
/* harmony import */ var _network_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69355);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5975);







/** Statuses that may be others in a moment: overload, and what gateways say of what is behind them. */
const isPassingStatus = (status) => status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
/**
 * One attempt of a request: with a body that ends after so many bytes, user and password of the URL as a header, and no
 * credentials that a redirect takes to another host.
 *
 * @param signal ends the attempt
 * @throws PassingError where there is no answer, an ActionError where that will not change; what was thrown as it is where
 *   `signal` ended it
 */
async function send(request, signal) {
    const { url, authorization } = withoutCredentials(request.url);
    try {
        const response = await follow(request, url, { ...authorization, ...request.headers }, signal);
        const { text, isCut } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_4__/* .textWithin */ .JY)(response.body ?? node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([]), request.mostBytes);
        return { status: response.status, headers: response.headers, body: text, isCut };
    }
    catch (error) {
        if (signal.aborted || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
            throw error;
        throw unreachable(request, error);
    }
}
async function follow(request, url, headers, signal, left = request.redirects ?? 0) {
    (0,_requests_js__WEBPACK_IMPORTED_MODULE_6__/* .countRequest */ .z)('over HTTP');
    const response = await fetch(url, {
        method: request.method ?? 'GET',
        // fetch would follow a redirect without saying to which host.
        redirect: 'manual',
        signal,
        headers: {
            'User-Agent': 'rollback-actions',
            ...headers,
            // One that was left open may be closed by the other side just as the next message is sent, which would then be lost.
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${request.peer ?? request.url.host} redirects to where it is not followed; give the address that it leads to.`);
    const stays = next.origin === url.origin;
    return follow(request, withoutCredentials(next).url, stays ? headers : {}, signal, left - 1);
}
/**
 * Whether a redirect may be followed: not out of encryption, not into the machine, and not to the addresses where clouds
 * give credentials away.
 */
function mayRedirect(from, to) {
    if (to.protocol !== 'https:' && (to.protocol !== 'http:' || from.protocol === 'https:'))
        return false;
    return !isMetadata(to.hostname) && (isInternal(from.hostname) || !isInternal(to.hostname));
}
/** Addresses of the machine itself. A URL has every spelling of an IPv4 address in one form. */
const isInternal = (host) => /^(localhost|[^.]+\.localhost|0\.0\.0\.0|127\.[\d.]+|\[::1?\]|\[::ffff:7f[\da-f:]+\])\.?$/.test(host);
/** Link-local addresses, and the names that clouds give theirs. */
const isMetadata = (host) => /^(169\.254\.[\d.]+|metadata(\.google\.internal)?|\[(fe[89ab]|fd00:ec2:|::ffff:a9fe:)[\da-f:]*\])\.?$/.test(host);
/** fetch refuses `https://user:password@host`, so user and password travel as a header. */
function withoutCredentials(given) {
    const url = new URL(given);
    if (url.username === '' && url.password === '')
        return { url, authorization: {} };
    const pair = `${decoded(url.username)}:${decoded(url.password)}`;
    url.username = '';
    url.password = '';
    return { url, authorization: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}
/** A part of a URL, decoded; as it is where it is not encoded. */
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}
/** The JSON of an answer, or undefined where it is not one. */
function jsonOf(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
/** What an answer says in words, for a message: one line, cut, and nothing where it is the page of a proxy. */
function wordsOf(body, most = 200) {
    const words = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .beginning */ .Ir)(body, 4 * most)
        .replace(/\s+/g, ' ')
        .trim();
    if (words === '')
        return '';
    return words.startsWith('<') ? ', an HTML page' : `: ${words.slice(0, most)}`;
}
function unreachable({ peer, check, url }, error) {
    const remedy = check ? `; check ${check} and the network of the runner.` : '';
    const sentence = `${peer ?? url.host} cannot be reached: ${(0,_network_js__WEBPACK_IMPORTED_MODULE_5__/* .unreachableReason */ .N4)(error)}${remedy}`;
    return (0,_network_js__WEBPACK_IMPORTED_MODULE_5__/* .isLasting */ .dJ)(error)
        ? new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(sentence, { cause: error })
        : new _base_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .PassingError */ .aB(sentence, { mayBeDone: !(0,_network_js__WEBPACK_IMPORTED_MODULE_5__/* .wasUnsent */ .Xm)(error), cause: error });
}


/***/ }),

/***/ 69355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ unreachableReason),
/* harmony export */   OI: () => (/* binding */ innermost),
/* harmony export */   Xm: () => (/* binding */ wasUnsent),
/* harmony export */   dJ: () => (/* binding */ isLasting),
/* harmony export */   yN: () => (/* binding */ isLastingCode)
/* harmony export */ });
const STRANGER = 'its certificate is signed by an unknown authority; give NODE_EXTRA_CA_CERTS';
/** What a failed connection means, by the error code of Node or OpenSSL. */
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
/**
 * Why a server could not be reached, in words where there are any.
 *
 * @param stranger what to say of a certificate of an unknown issuer, where an input can give that issuer
 */
function unreachableReason(error, stranger = STRANGER) {
    const { name, code = '', message } = innermost(error);
    if (name === 'TimeoutError')
        return 'no answer';
    const words = WORDS[code];
    // Where all addresses of a name were tried in vain there is no message.
    return words === STRANGER ? stranger : (words ?? (message.split('\n')[0] || code));
}
/** The error that has the code: those of libraries are about fetch's, and fetch's is about the socket's. */
function innermost(error) {
    const { cause } = error;
    return typeof cause === 'object' && cause !== null ? innermost(cause) : error;
}
/** True for what is the same at the next attempt. */
const isLasting = (error) => isLastingCode(innermost(error).code ?? '');
/** The same of a code alone. */
const isLastingCode = (code) => /CERT|SIGNED|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO|ENOTFOUND|UND_ERR_INVALID/.test(code);
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
/** True where no connection was had, so that nothing can have been sent. */
function wasUnsent(error) {
    const { code = '', syscall, message } = innermost(error);
    return (syscall === 'connect' ||
        UNSENT.includes(code) ||
        code === 'UND_ERR_CONNECT_TIMEOUT' ||
        /before secure TLS connection/.test(message) ||
        isLastingCode(code));
}


/***/ }),

/***/ 5975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ requestsMade),
/* harmony export */   z: () => (/* binding */ countRequest)
/* harmony export */ });
/** How many requests this process has made, by receiver. */
const counts = new Map();
/** Counts one. */
const countRequest = (to) => {
    counts.set(to, (counts.get(to) ?? 0) + 1);
};
/** `12 to the API server, 4 over HTTP`: the most first. */
const requestsMade = () => {
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    const total = sorted.reduce((sum, [, count]) => sum + count, 0);
    return { total, summary: sorted.map(([to, count]) => `${count} ${to}`).join(', ') };
};


/***/ }),

/***/ 74995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ay: () => (/* binding */ pRetry)
});

// UNUSED EXPORTS: AbortError, makeRetriable

;// CONCATENATED MODULE: ./node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
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

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ./node_modules/p-retry/index.js


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

	// Validate numeric options and normalize edge cases
	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	// Treat non-positive factor as 1 to avoid zero backoff or negative behavior
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

	// Should not reach here, but in case it does, throw an error
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}


/***/ })

};
