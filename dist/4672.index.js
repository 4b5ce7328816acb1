"use strict";
exports.id = 4672;
exports.ids = [4672];
exports.modules = {

  64672:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  compose: () => (  compose)
});

var external_node_fs_ = __webpack_require__(73024);
var duration = __webpack_require__(15902);
var errors = __webpack_require__(45145);
var redact = __webpack_require__(90763);
var loss = __webpack_require__(93121);
var measured = __webpack_require__(45806);
var severity = __webpack_require__(63513);
var sentence = __webpack_require__(4771);
var catalogue = __webpack_require__(15379);
var story_actions = __webpack_require__(21959);
var story_findings = __webpack_require__(35528);
; 

function estimateOf(story, earlier) {
    if (earlier.length === 0)
        return 'not known: no earlier rollback of this is on record';
    const sorted = [...earlier].sort((one, other) => one - other);
    const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
    const times = [...new Set([sorted[0], sorted.at(-1)].map(duration .a))].join(' to ');
    const took = `${sorted.length === 1 ? 'the last time' : `the last ${sorted.length} times`} it took ${times}`;
    const over = story.started === undefined ? undefined : Date.parse(story.started) + usual * 1000;
    const when = over === undefined
        ? `in about ${(0,duration .a)(usual)}`
        : `about ${new Date(over).toISOString().slice(11, 16)} UTC`;
    return `${when} (${took})`;
}

var fields = __webpack_require__(21071);
; 

function goingBack({ components, standing }) {
    const changing = components
        .filter(({ outcome }) => !['no-op', 'skipped'].includes(outcome))
        .toSorted((one, other) => Number(one.configuration) - Number(other.configuration));
    return {
        changes: changing.map((each) => ({ name: (0,fields .TN)(each.name), state: wayOf(each) })),
        isNothing: ['nothing', 'still-unhealthy'].includes(standing) || (components.length > 0 && changing.length === 0),
    };
}
function wayOf({ from, to }) {
    if (to === undefined)
        return '';
    if (from === undefined)
        return `back to ${(0,fields .TN)(to)}`;
    const [before, after] = [from, to].map((each) => each.split(' ').map(shortOf));
    const [one, other] = [before?.[0], after?.[0]];
    const isSame = before?.length === 1 && after?.length === 1 && one?.name === other?.name && one?.name !== '';
    if (isSame)
        return (0,fields .TN)(`${one?.version} → ${other?.version}`);
    return (0,fields .TN)([before, after].map((all) => all?.map(({ whole }) => whole).join(' ')).join(' → '));
}
function shortOf(image) {
    const whole = image.replace(/^\S*\//, '').replace(/@sha256:([0-9a-f]{12})[0-9a-f]*$/, '@$1');
    const [, name = '', version = whole] = /^([^:@]+)[:@](.+)$/.exec(whole) ?? [];
    return { whole, name, version };
}

var items = __webpack_require__(13144);
; 











const FIELDS = [
    'version',
    'previous-version',
    'deployed-at',
    'issue',
    'severity',
    'error-rate',
    'error-rate-before',
    'response-times',
    'services',
    'impact',
    'eta',
    'incident-commander',
    'incident-channel',
    'next-update',
    'health-checks',
    'smoke-tests',
    'data-integrity',
    'data-loss',
    'post-mortem',
    'root-cause',
    'customer-communication',
    'started-at',
    'ended-at',
    'duration',
    'affected',
    'prevention',
    'team',
];
const LISTS = ['actions-required', 'follow-up'];
const FOR_CUSTOMERS = [
    'started_at',
    'ended_at',
    'duration',
    'affected',
    'impact',
    'data_integrity',
    'prevention',
    'team',
    'resolved',
    'standing',
    'went_back',
    'verified',
];
const MAX_CHANGES = 10;
function factsOf(event, story, fields, earlier = []) {
    const given = (name) => {
        const value = fields[name];
        return typeof value === 'string' ? value : (value?.join(', ') ?? null);
    };
    const known = {
        ...fromRecord(event, story),
        eta: etaFor(event, story, earlier),
    };
    for (const name of FIELDS)
        known[variable(name)] = given(name) ?? known[variable(name)] ?? null;
    for (const name of LISTS)
        known[variable(name)] = listOf(fields[name]);
    const standing = standingFor(story, given('resolved'));
    const isOver = given('resolved') === 'true' && ['nothing', 'unknown'].includes(standing);
    const facts = { event, ...known, standing, resolved: isOver || standing === 'resolved' };
    return event === 'customer'
        ? forCustomers({ ...facts, ...disruptionOf(given, story, standing === 'resolved') })
        : facts;
}
function etaFor(event, story, earlier) {
    if (event === 'started')
        return estimateOf(story, earlier);
    const isKnown = event === 'progress' && earlier.length > 0 && story.counts.failed === 0;
    return isKnown ? estimateOf(story, earlier) : null;
}
function standingFor({ standing }, resolved) {
    if (resolved === 'true' && standing === 'unconfirmed')
        return 'resolved';
    return resolved === 'false' && standing === 'resolved' ? 'unconfirmed' : standing;
}
function disruptionOf(given, story, resolved) {
    const started = given('started-at') ?? given('deployed-at');
    const isOver = resolved && started !== null;
    const ended = given('ended-at') ?? (isOver ? instant(story.ended) : null);
    const seconds = (Date.parse(ended ?? '') - Date.parse(started ?? '')) / 1000;
    return {
        started_at: started,
        ended_at: started === null ? null : ended,
        duration: given('duration') ?? (seconds > 0 ? (0,duration .a)(seconds) : null),
        data_integrity: given('data-integrity') ?? given('data-loss') ?? (isIntact(story) ? 'No data was lost' : null),
        went_back: story.outcome === 'done',
    };
}
const isIntact = ({ integrity, dataLoss, components }) => integrity?.result === 'intact' &&
    (0,loss .Rr)(dataLoss).length === 0 &&
    (0,loss .LO)(components, dataLoss).length === 0;
const variable = (name) => name.replaceAll('-', '_');
function listOf(value) {
    if (value === undefined)
        return [];
    return typeof value === 'string' ? [value] : value;
}
function forCustomers(facts) {
    return Object.fromEntries(Object.entries(facts).map(([name, value]) => [
        name,
        name === 'event' || FOR_CUSTOMERS.includes(name) ? value : Array.isArray(value) ? [] : null,
    ]));
}
function fromRecord(event, story) {
    const components = story.components.filter(({ configuration }) => !configuration);
    const { done, failed, total } = story.counts;
    const ended = story.outcome === 'running' ? undefined : story.ended;
    const [before, after] = [(0,measured .e)(story.assessment), (0,measured .e)(story.aftermath)];
    const now = event === 'started' && after.errorRate === undefined ? before : after;
    const failures = failuresOf(story, components);
    const lost = (0,loss .ux)((0,loss .Rr)(story.dataLoss), duration .a);
    const { changes, isNothing } = goingBack(story);
    return {
        environment: clean(story.environment),
        reason: clean(story.reason),
        issue: clean(story.reason),
        repository: clean(story.repository),
        actor: clean(story.actor),
        rollback_id: clean(story.id),
        version: versionOf(components, 'from'),
        previous_version: versionOf(components, 'to'),
        services: servicesOf(components),
        started_at: instant(story.started),
        ended_at: instant(ended),
        duration: (0,duration .a)(ended ? story.seconds : undefined),
        percent: total > 0 ? Math.floor((100 * done) / total) : null,
        done,
        there: components.filter(({ outcome }) => outcome === 'no-op').length,
        failed,
        total,
        components: (0,items .S3)(components, story.events),
        failures: failures.slice(0, items .K9),
        more_failures: Math.max(0, failures.length - items .K9),
        severity: clean(story.assessment?.severity),
        question: story.question?.state ?? null,
        decide_by: event === 'asked' ? instant(story.question?.until) : null,
        quick_fix: story.quickFix?.state ?? null,
        fix_until: instant(story.quickFix?.until),
        finding: clean((event === 'asked' ? story.question : story.quickFix)?.message),
        signals: event === 'asked' ? (story.question?.signals ?? []).map(fields .TN) : [],
        error_rate: now.errorRate === undefined ? null : (0,fields .f0)(now.errorRate),
        error_rate_before: now === before || before.errorRate === undefined ? null : (0,fields .f0)(before.errorRate),
        response_times: clean(now.latency),
        health_checks: healthOf(components),
        smoke_tests: smokeOf(story),
        customer_communication: customersOf(story),
        data_integrity: integrityOf(story, lost),
        data_loss: lossOf(story),
        lost: lost ?? null,
        owners: story.owners.flatMap(({ state, message }) => state === 'paused' && message ? [(0,fields .TN)(message)] : []),
        evidence: clean(story.recovery.because.join('; ')),
        verified: story.standing === 'resolved',
        changes: changes.slice(0, MAX_CHANGES),
        more_changes: Math.max(0, changes.length - MAX_CHANGES),
        nothing_to_do: isNothing,
    };
}
function healthOf(components) {
    const workloads = components.filter(({ component, outcome }) => (0,catalogue .I)(component) === 'workload' && outcome !== 'skipped');
    const passed = workloads.filter(({ isVerified, outcome }) => isVerified && outcome !== 'failed');
    if (passed.length === 0)
        return null;
    return `${passed.length === workloads.length ? '✓ ' : ''}${passed.length} of ${workloads.length} passed`;
}
const smokeOf = ({ smokeTests: tests }) => tests ? `${tests.passed === tests.total ? '✓' : '✗'} ${tests.passed} of ${tests.total} passed` : null;
function customersOf({ deliveries }) {
    const sent = deliveries.filter(({ event, status }) => event === 'customer' && status === 'done');
    const sinks = [...new Set(sent.filter(story_findings .xi).map(({ sink }) => sink))];
    if (sinks.length > 0)
        return `sent by ${sinks.join(', ')}`;
    return sent.length > 0 ? 'open: it went to the team alone' : null;
}
const clean = (text) => (text ? (0,fields .TN)(text) || null : null);
function failuresOf(story, components) {
    const actions = (0,story_actions .Hj)(story.actions).filter(({ means }) => means !== 'notifies');
    const parts = components.map(({ name, outcome, message }) => ({ name, status: outcome, message }));
    return [...actions, ...parts]
        .filter(({ status }) => status === 'failed')
        .map(({ name, message }) => ({
        name: (0,fields .TN)(name),
        state: items .xj.failed,
        message: clean(message) ?? undefined,
    }));
}
function servicesOf(components) {
    const names = components.map(({ name }) => (0,fields .TN)(name.replace(/^(deployment|statefulset|daemonset|rollout)\//, '')));
    if (names.length === 0)
        return null;
    return (0,sentence .eZ)(names, items .K9);
}
function versionOf(components, end) {
    const images = components
        .filter(({ component }) => (0,catalogue .I)(component) === 'workload')
        .map((each) => each[end]);
    const all = images.flatMap((each) => each?.split(' ') ?? []).filter(Boolean);
    const tags = new Set(all.map((image) => /:([\w][\w.-]{0,127})$/.exec(image)?.[1]));
    return tags.size === 1 ? ([...tags][0] ?? null) : null;
}
function integrityOf({ integrity }, lost) {
    const { result, tables } = integrity ?? {};
    if (result === 'drift')
        return '✗ the data differs from what it was';
    if (result !== 'intact')
        return null;
    const size = tables ? ` (${tables} tables)` : '';
    return lost === undefined ? `✓ verified${size}` : `what was restored is verified${size}; ${lost} lost`;
}
function lossOf({ components, dataLoss }) {
    const losses = (0,loss .Rr)(dataLoss);
    const uncounted = (0,loss .LO)(components, dataLoss);
    const sentences = [
        ...losses.map((each) => `${losses.length > 1 ? `${each.name}: ` : ''}${(0,loss .ux)([each], duration .a)}`),
        ...(uncounted.length > 0 ? [`not known for ${uncounted.join(', ')}`] : []),
    ];
    if (sentences.length > 0)
        return (0,fields .TN)(sentences.join('; '));
    const happened = dataLoss.filter((each) => each.happened).map(({ evidence }) => evidence);
    const repaired = (0,loss .To)(happened);
    return happened.length === 0 ? null : `no row is lost${repaired === undefined ? '' : `; ${repaired}`}`;
}
const instant = (at) => at === undefined ? null : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

; 






const DENIES = new RegExp([
    String.raw `\b(?:no|zero|0|without(?: any)?|none|nothing|not any)\b[^.;\n]{0,40}\b(?:loss|lost|missing)\b`,
    String.raw `\b(?:loss|lost)\b[^.;\n]{0,12}\b(?:none|no|zero|0|nothing|not (?:occur|happen))\b`,
    String.raw `\b(?:not|never|n['’]t|nobody|no one)(?: been| has| have)? (?:lost|losing|lose)\b`,
    String.raw `\b(?:data|rows?|records?|orders?|everything)\b(?:(?!\bnot\b|n['’]t|\bnever\b|\bcan)[^.;\n]){0,30}\b(?:safe|intact|preserved|recovered|retained|unaffected|unharmed|not affected)\b`,
    String.raw `\bintact\b|\bfully (?:preserved|recovered|retained)\b`,
].join('|'), 'i');
const ADMITS = /\b(?:lost|loss|missing|gone|not (?:be )?(?:restored|recovered)|re-?enter|again)\b/i;
const CLAIMS_WELL = /\b(?:operating normally|back to normal|fully (?:restored|operational|recovered)|(?:has been|have been|is|are|was|were) (?:now )?resolved|all (?:systems|services) (?:are )?(?:now )?(?:normal|operational|healthy|well|restored|back)|up and running)\b|\[resolved\]/i;
const CLAIMS_PASSED = /(?:✓|✅|\b(?:all|passing|passed|ok|green|healthy)\b)/i;
const ABOUT_DATA = ['data-integrity', 'data-loss'];
function withoutContradictions(fields, story) {
    const wrong = Object.entries(fields).flatMap(([name, given]) => {
        const text = typeof given === 'string' ? given : given.join('; ');
        const contradiction = contradictionOf(name, text, story);
        return contradiction === undefined ? [] : [{ name, text, contradiction }];
    });
    const names = wrong.map(({ name }) => name);
    return {
        fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name))),
        problems: wrong.map(({ name, text, contradiction }) => `The field \`${name}\` is left out: it says ${JSON.stringify(text.slice(0, 120))}, and the record says that ${contradiction}.`),
    };
}
function contradictionIn(text, story) {
    const loss = claims_lossOf(story);
    if (loss !== undefined && DENIES.test(text))
        return loss;
    return CLAIMS_WELL.test(text) ? unwell(story) : undefined;
}
const AGAINST = {
    resolved: (text, story) => (text === 'true' ? unwell(story) : undefined),
    'health-checks': (text, story) => (CLAIMS_PASSED.test(text) ? failing(story) : undefined),
    'smoke-tests': (text, story) => (CLAIMS_PASSED.test(text) ? failedTests(story) : undefined),
    'ended-at': (_, story) => unwell(story),
    'error-rate': lowerRate,
    severity: lowerSeverity,
    version: (text, story) => otherVersion(text, story, 'from'),
    'previous-version': (text, story) => otherVersion(text, story, 'to'),
};
function contradictionOf(name, text, story) {
    const loss = claims_lossOf(story);
    if (loss !== undefined && ABOUT_DATA.includes(name) && !ADMITS.test(text))
        return loss;
    return AGAINST[name]?.(text, story) ?? contradictionIn(text, story);
}
function claims_lossOf({ dataLoss, integrity }) {
    const lost = (0,loss .ux)((0,loss .Rr)(dataLoss), duration .a);
    if (lost !== undefined)
        return `${lost} ${/^1 row\b/.test(lost) ? 'is' : 'are'} lost`;
    return integrity?.result === 'drift' ? 'the data differs from what it was' : undefined;
}
const unwell = ({ recovery, outcome }) => outcome !== undefined && recovery.state === 'contradicted'
    ? recovery.because.join(', and that ')
    : undefined;
function failing({ components }) {
    const failed = components.filter(({ outcome, configuration }) => outcome === 'failed' && !configuration);
    return failed.length > 0 ? `${failed.length} of its components failed` : undefined;
}
const failedTests = ({ smokeTests: tests }) => tests && tests.passed < tests.total
    ? `${tests.total - tests.passed} of ${tests.total} smoke tests did not pass`
    : undefined;
function lowerRate(text, { aftermath }) {
    const [, digits] = /^(?:[^\d]{0,20})(\d{1,3}(?:\.\d{1,9})?) ?%/.exec(text) ?? [];
    const { errorRate } = (0,measured .e)(aftermath);
    if (digits === undefined || errorRate === undefined || errorRate < 0.01)
        return undefined;
    return Number(digits) / 100 < errorRate / 2
        ? `${(0,fields .f0)(errorRate)} of requests fail since`
        : undefined;
}
function lowerSeverity(text, { assessment, aftermath }) {
    const found = aftermath?.severity ?? assessment?.severity ?? '';
    const [claimed, known] = [text.toLowerCase(), found].map((word) => severity .o.indexOf(word));
    return claimed !== undefined && known !== undefined && claimed >= 0 && claimed < known
        ? `the severity is ${found}`
        : undefined;
}
function otherVersion(text, { components }, end) {
    const [claimed, known] = [text, versionOf(components, end) ?? ''].map((each) => VERSION.exec(each)?.[1]);
    return claimed === undefined || known === undefined || claimed === known
        ? undefined
        : `the version is ${known}`;
}
const VERSION = /^v?(\d+(?:\.\d+)+)$/i;

; 
const INSIDE = /(?:^[^.]+$|\.(?:local|internal|svc|cluster\.local|lan|corp|intranet)$|^(?:10|127|192\.168)\.)/i;
function internalNames(story, text) {
    const names = story.components.flatMap(({ component, key }) => [
        component,
        component.replace(/^[^/]*\//, ''),
        ...key.split('/').flatMap((word) => [word, word.replace(/:\d+$/, '')]),
    ]);
    const technical = [...new Set(names)].filter((name) => /[^A-Za-z]/.test(name));
    const words = text
        .toLowerCase()
        .split(/[^\p{L}\p{N}./_:-]+/u)
        .map((word) => word.replace(/^[.:]+|(?<![.:])[.:]+$/g, ''));
    const known = technical.filter((name) => words.includes(name.toLowerCase()));
    return [...known, ...insideUrls(text)];
}
const insideUrls = (text) => (text.match(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}:\/\/[^\s<>"')\]]+/gi) ?? []).filter((url) => INSIDE.test(URL.parse(url)?.hostname ?? ''));

var liquid_node = __webpack_require__(48694);
var targets = __webpack_require__(87494);
; 
const RATE = `{% if error_rate %}
- Error rate: {% if error_rate_before %}was {{ error_rate_before }}, {% endif %}now {{ error_rate }}
{% elsif error_rate_before %}
- Error rate: was {{ error_rate_before }}, not measured since
{% endif %}
`;
const WHERE = '{% if environment %}{{ environment }}: {% endif %}';
const TEMPLATES = {
    asked: `Subject: {% case question %}{% when "reminder" %}🟠 [REMINDER] ${WHERE}still to decide: roll back or not{% when "over" %}⚪ [NOT DECIDED] ${WHERE}the time to decide is over, nothing was changed{% when "settled" %}✅ [SETTLED] ${WHERE}nothing to decide any more{% else %}🟠 [DECIDE] ${WHERE}roll back or not?{% endcase %}{% if question == "open" or question == "reminder" %}{% if decide_by %} Decide by {{ decide_by }}{% endif %}{% endif %}

{% case question %}
{% when "over" %}
No decision was made{% if decide_by %} by {{ decide_by }}{% endif %}, so nothing was rolled back.
{% when "settled" %}
All is well again, so no decision is needed any more. Nothing was rolled back.
{% else %}
A person has to decide whether this is rolled back. Nothing has been changed.
{% endcase %}

**Evidence**
- {{ finding | default: "open" }}
{% for item in signals %}
- {{ item }}
{% endfor %}
{% unless question == "settled" %}

**How to answer**
- To roll back: start the workflow again with decide: caller
- To leave it as it is: do nothing; nothing changes by itself
{% endunless %}
{% if incident_channel %}

**Incident channel:** {{ incident_channel }}
{% endif %}
`,
    'quick-fix': `Subject: {% if quick_fix == "helped" %}✅ [RECOVERED] ${WHERE}a quick fix has helped, nothing was rolled back{% else %}🔴 [QUICK FIX] ${WHERE}rolled back{% if fix_until %} at {{ fix_until }}{% endif %} unless a quick fix helps{% endif %}

{% if quick_fix == "helped" %}
All is well again, so nothing was rolled back.
{% else %}
There is time for a quick fix{% if fix_until %} until {{ fix_until }}{% endif %}. Whatever has not recovered by then is rolled back.
{% endif %}

**Evidence**
- {{ finding | default: "open" }}
{% unless quick_fix == "helped" %}

**Immediate actions**
- Try a quick fix
- To roll back now: cancel this run and start it again with decide: caller
- Incident commander: {{ incident_commander | default: "open" }}

**Next update:** {{ next_update | default: "upon completion" }}
{% endunless %}
{% if incident_channel %}

**Incident channel:** {{ incident_channel }}
{% endif %}
`,
    started: `Subject: {% if nothing_to_do %}⚪ [NOTHING TO DO] ${WHERE}nothing to roll back{% if standing == "still-unhealthy" %}, and it is not healthy{% endif %}{% else %}🔴 [URGENT] ${WHERE}deployment issue, initiating rollback{% endif %}

{% if nothing_to_do %}
A rollback was started, and everything is where it would put it.
{% else %}
We are experiencing issues with the recent deployment{% if version %} (version {{ version }}){% endif %}{% if deployed_at %}, deployed at {{ deployed_at }}{% endif %}.
{% endif %}

**Issue summary**
{% if issue %}
- Issue: {{ issue }}
{% endif %}
{% if severity %}
- Severity: {{ severity }}
{% endif %}
{% if error_rate %}
- Error rate: {{ error_rate }}
{% endif %}
{% if response_times %}
- Response times: {{ response_times }}
{% endif %}
- Affected services: {{ services | default: "open" }}
- User impact: {{ impact | default: "open" }}

**Immediate actions**
{% if nothing_to_do %}
- Nothing goes back: find another cause
{% else %}
- Initiating rollback{% if previous_version %} to version {{ previous_version }}{% endif %}
- Estimated completion: {{ eta }}
{% endif %}
- Incident commander: {{ incident_commander | default: "open" }}

{% if changes.size > 0 %}
**What goes back**
{% endif %}
{% for item in changes %}
- {{ item.name }}{% if item.state != "" %}: {{ item.state }}{% endif %}
{% endfor %}
{% if more_changes > 0 %}
- … and {{ more_changes }} more
{% endif %}

**Next update:** {{ next_update | default: "upon completion" }}
{% if incident_channel %}
**Incident channel:** {{ incident_channel }}
{% endif %}
`,
    progress: `Subject: 🟠 [UPDATE] ${WHERE}rollback in progress{% if percent %}, {{ percent }}% complete{% endif %}{% if failed > 0 %}, {{ failed }} failed{% endif %}

{% if failures.size > 0 %}
**Failed**
{% endif %}
{% for item in failures %}
- ✗ {{ item.name }}{% if item.message %}: {{ item.message }}{% endif %}
{% endfor %}
{% if more_failures > 0 %}
- … and {{ more_failures }} more, in the report
{% endif %}

**Current status**
{% if components.size == 0 %}
- Nothing is on record yet
{% endif %}
{% for item in components %}
- {{ item.name }}: {{ item.state }}
{% endfor %}
{% if lost %}
- Data loss: {{ lost }}
{% endif %}

{% if error_rate or error_rate_before or response_times %}
**Metrics**
{% endif %}
${RATE}{% if response_times %}
- Response times: {{ response_times }}
{% endif %}

{% if eta %}
**ETA:** {{ eta }}
{% endif %}

{% if actions_required.size > 0 %}
**Actions required**
{% endif %}
{% for item in actions_required %}
- {{ item }}
{% endfor %}

**Next update:** {{ next_update | default: "upon completion" }}
`,
    completed: `Subject: {% case standing %}{% when "resolved" %}✅ [RESOLVED] ${WHERE}rollback complete{% when "unhealthy" %}🔴 [NOT RESOLVED] ${WHERE}rolled back, and still not healthy{% when "nothing" %}⚪ [NOTHING DONE] ${WHERE}nothing to roll back{% when "still-unhealthy" %}🔴 [NOT RESOLVED] ${WHERE}nothing to roll back, and still not healthy{% when "failed" %}❌ [FAILED] ${WHERE}rollback failed{% when "running" %}🟠 [NOT ENDED] ${WHERE}rollback has not ended{% when "planned" %}⚪ [PLANNED] ${WHERE}rollback is planned, nothing was changed{% when "asked" %}🟠 [DECIDE] ${WHERE}roll back or not? Nothing was changed{% when "unknown" %}🟡 [NOT KNOWN] ${WHERE}the record has nothing of a rollback{% else %}🟡 [ROLLED BACK] ${WHERE}rolled back, not confirmed healthy{% endcase %}{% if lost %}; data was lost{% endif %}

**Summary**
{% case standing %}
{% when "resolved" %}
- Rollback completed{% if ended_at %} at {{ ended_at }}{% endif %}{% if duration %}, after {{ duration }}{% endif %}
{% if evidence %}
- Confirmed by: {{ evidence }}
{% endif %}
{% when "unhealthy" %}
- Rolled back{% if ended_at %} at {{ ended_at }}{% endif %}{% if duration %}, after {{ duration }}{% endif %}; still not healthy: {{ evidence }}
{% when "nothing" %}
- Nothing to roll back: everything is where a rollback would put it{% if evidence %} ({{ evidence }}){% endif %}
{% when "still-unhealthy" %}
- Nothing to roll back: everything is where a rollback would put it. Still not healthy: {{ evidence }}
{% when "failed" %}
- The rollback failed{% if ended_at %} at {{ ended_at }}{% endif %}
{% when "running" %}
- The rollback has not ended
{% when "planned" %}
- Nothing was changed
{% when "asked" %}
- Nothing was changed: a person has to decide
{% when "unknown" %}
- The record has nothing of a rollback; not confirmed healthy
{% else %}
- Rolled back{% if ended_at %} at {{ ended_at }}{% endif %}{% if duration %}, after {{ duration }}{% endif %}; not confirmed healthy: {{ evidence }}
{% endcase %}
{% if total > 0 and standing != "planned" %}
- Restored: {{ done | minus: there }} of {{ total }}{% if previous_version and done > there %}, to version {{ previous_version }}{% endif %}{% if there > 0 %}; {{ there }} {% if there == 1 %}was{% else %}were{% endif %} there already{% endif %}
{% endif %}
{% for item in failures %}
- ✗ {{ item.name }}{% if item.message %}: {{ item.message }}{% endif %}
{% endfor %}
{% if more_failures > 0 %}
- … and {{ more_failures }} more, in the report
{% endif %}
{% if data_loss %}
- Data loss: {{ data_loss }}
{% endif %}
- Error rate: {% if error_rate %}{{ error_rate }}{% if error_rate_before %} (was {{ error_rate_before }}){% endif %}{% else %}open{% if error_rate_before %} (was {{ error_rate_before }}){% endif %}{% endif %}
{% if response_times %}
- Response times: {{ response_times }}
{% endif %}

**Verification**
{% for item in components %}
- {{ item.name }}: {{ item.state }}
{% endfor %}
- Health checks: {{ health_checks | default: "open" }}
- Smoke tests: {{ smoke_tests | default: "open" }}
- Data integrity: {{ data_integrity | default: "open" }}

**Follow-up actions**
{% unless standing == "resolved" or standing == "planned" %}
- Look at the metrics and the alerts; {% if standing == "failed" or standing == "running" %}once the cause is gone, run the rollback again: what is done already stays as it is{% else %}the incident stays open until a person has confirmed that all is well{% endif %}
{% endunless %}
{% for item in owners %}
- {{ item }}
{% endfor %}
- Post-mortem: {{ post_mortem | default: "open" }}
- Root cause: {{ root_cause | default: "open" }}
- Customer communication: {{ customer_communication | default: "open" }}
{% for item in follow_up %}
- {{ item }}
{% endfor %}
{% if standing == "resolved" %}

Thank you for your swift response.
{% endif %}
`,
    failed: `Subject: ❌ [FAILED] ${WHERE}rollback failed, help is needed{% if lost %}; data was lost{% endif %}

**What failed**
{% if failures.size == 0 %}
- The record does not say what; the run does
{% endif %}
{% for item in failures %}
- {{ item.name }}{% if item.message %}: {{ item.message }}{% endif %}
{% endfor %}
{% if more_failures > 0 %}
- … and {{ more_failures }} more, in the report
{% endif %}

**Current status**
{% for item in components %}
- {{ item.name }}: {{ item.state }}
{% endfor %}
{% if data_loss %}
- Data loss: {{ data_loss }}
{% endif %}
- User impact: {{ impact | default: "open" }}
${RATE}
**Immediate actions**
- Incident commander: {{ incident_commander | default: "open" }}
- Look at the run; once the cause is gone, run the rollback again: what is done already stays as it is
{% for item in owners %}
- {{ item }}
{% endfor %}
{% for item in actions_required %}
- {{ item }}
{% endfor %}
{% if incident_channel %}

**Incident channel:** {{ incident_channel }}
{% endif %}
`,
    customer: `Subject: {% if resolved %}Service restoration complete{% elsif standing == "unconfirmed" %}Service disruption: a fix is in place{% else %}Service disruption{% endif %}

Dear customer,

We experienced a service disruption{% if affected %} affecting {{ affected }}{% endif %}{% if started_at and ended_at %} between {{ started_at }} and {{ ended_at }}{% elsif started_at %} since {{ started_at }}{% endif %}. {% if resolved %}The issue has been resolved, and services are operating normally again.{% elsif standing == "unconfirmed" %}We have put a fix in place and are making sure that it works.{% else %}We are working on restoring services.{% endif %}

**What happened**
{% if went_back %}A recent update of our service caused unexpected problems, so we went back to the previous version{% if verified %} and verified that services are functioning correctly{% endif %}.{% elsif resolved %}We are still investigating what caused it.{% else %}We are investigating what caused it.{% endif %}

{% if impact or duration or data_integrity %}
**Impact**
{% endif %}
{% if impact %}
- {{ impact }}
{% endif %}
{% if duration %}
- Duration: {{ duration }}
{% endif %}
{% if data_integrity %}
- Data: {{ data_integrity }}
{% endif %}

**Prevention**
{{ prevention | default: "We are conducting a thorough review to prevent similar issues." }}

We apologize for any inconvenience caused.
{% if team %}

{{ team }}
{% endif %}
`,
};

; 





const LONGEST_SUBJECT = 150;
function render(content) {
    const { override } = content;
    const usual = () => messageFrom(TEMPLATES[content.event], content);
    if (!override)
        return { message: usual(), problems: [] };
    try {
        return { message: overridden(override, content, usual), problems: [] };
    }
    catch (error) {
        const cause = (0,errors .bD)(error).split('\n')[0];
        const problem = `The template ${override.path} does not work, so the built-in one was used: ${cause}.`;
        return { message: usual(), problems: [problem] };
    }
}
function overridden({ path, source }, content, usual) {
    if (/\.json(\.liquid)?$/.test(path)) {
        const message = usual();
        const { text, markdown } = message.body;
        const data = JSON.parse(fill(source, 'json', content, { subject: message.subject, text, markdown }));
        return /\.body\.json(\.liquid)?$/.test(path) ? { ...message, foreign: data } : { ...message, data };
    }
    if (/\.html?(\.liquid)?$/.test(path)) {
        const message = usual();
        return { ...message, body: { ...message.body, html: fill(source, 'html', content) } };
    }
    return messageFrom(source, content);
}
function messageFrom(source, content) {
    const [, head, rest = ''] = /^\s*Subject:([^\n]*)\n([\s\S]*)$/.exec(source.replace(/\r\n?/g, '\n')) ?? [];
    const subject = head?.trimStart() ?? TEMPLATES[content.event].split('\n', 1)[0]?.replace('Subject: ', '') ?? '';
    const template = (0,targets .Hj)(head === undefined ? source : rest);
    const body = (target) => (0,targets .O9)(fill(template, target, content), target);
    return {
        event: content.event,
        subject: (0,fields .Jj)((0,fields .TN)(fill(subject, 'text', content)), LONGEST_SUBJECT, '…'),
        body: {
            slack: body('slack'),
            html: body('html').replaceAll('\n', '<br>\n'),
            markdown: body('markdown'),
            text: body('text'),
            runs: body('runs'),
        },
        facts: content.facts,
        runUrl: content.event === 'customer' ? undefined : content.runUrl,
    };
}
function fill(source, target, { facts, fields, runUrl, event }, rendered = {}) {
    const quote = targets .HY[target];
    const engine = new liquid_node.Liquid({
        strictVariables: true,
        lenientIf: true,
        strictFilters: true,
        ownPropertyOnly: true,
        outputEscape: (value) => quote(target === 'json' && typeof value === 'string' ? value : textOf(value)),
        templates: {},
        locale: 'en-US',
        parseLimit: 100_000,
        renderLimit: 1_000,
        memoryLimit: 10_000_000,
    });
    const url = event === 'customer' ? null : (runUrl ?? null);
    return engine.parseAndRenderSync(source, { ...facts, fields, run_url: url, ...rendered });
}
const textOf = (value) => {
    if (value === null || value === undefined)
        return '';
    return (0,fields .TN)(Array.isArray(value)
        ? value.map(textOf).join(', ')
        : typeof value === 'object'
            ? JSON.stringify(value)
            : String(value));
};

; 










function compose(wanted) {
    const { event, story, redact, runUrl } = wanted;
    const read = (0,fields .qU)(wanted.fields);
    const checked = withoutContradictions(redacted(read.fields, redact), story);
    const known = redacted(factsOf(event, story, checked.fields, wanted.earlier), redact);
    const facts = wanted.continuesAtOnce === true ? { ...known, next_update: known.next_update ?? PROMISE } : known;
    const { override, problems } = readTemplate(wanted.template);
    const own = event === 'customer' ? {} : checked.fields;
    const content = { event, facts, fields: own, runUrl };
    const { message, problems: wrong } = withoutLies(story, override, content);
    return {
        message,
        problems: [
            ...read.problems,
            ...checked.problems,
            ...problems,
            ...wrong,
            ...doubts(event, story, message),
        ],
        missing: event === 'customer' ? missingFor(story, checked, message) : [],
    };
}
function withoutLies(story, override, content) {
    const rendered = render({ ...content, override });
    if (!override)
        return rendered;
    const { subject, body, data, foreign } = rendered.message;
    const json = JSON.stringify(foreign ?? data) ?? '';
    const wrong = [subject, body.text, body.html, json]
        .map((text) => contradictionIn(text, story))
        .find(Boolean);
    if (wrong === undefined)
        return rendered;
    const problem = `The template ${override.path} says what the record contradicts, so the built-in one was used: ${wrong}.`;
    return { message: render(content).message, problems: [...rendered.problems, problem] };
}
const PROMISE = 'in 15 minutes or upon completion';
function doubts(event, story, { body }) {
    const wrong = contradictionIn(body.text, story);
    const isStillBroken = event === 'completed' && ['failed', 'running'].includes(story.standing);
    return [
        ...(isStillBroken
            ? [
                `The event is \`completed\`, and the record says that the rollback ${ENDS[story.standing]}; the message says that.`,
            ]
            : []),
        ...(wrong === undefined ? [] : [`The message says what the record contradicts: ${wrong}.`]),
    ];
}
const ENDS = { failed: 'failed', running: 'has not ended' };
function missingFor(story, { fields, problems }, { body }) {
    const names = internalNames(story, body.text);
    const isDataGiven = fields['data-integrity'] !== undefined || fields['data-loss'] !== undefined;
    const lost = (0,loss .ux)((0,loss .Rr)(story.dataLoss), duration .a);
    const uncounted = (0,loss .LO)(story.components, story.dataLoss);
    const what = lost === undefined ? undefined : `${lost} lost`;
    const isDescribed = fields.affected !== undefined || fields.impact !== undefined;
    return [
        ...problems,
        ...(isDescribed
            ? []
            : [
                'It does not say what customers could not do; say it in the field `affected` (`payments`) or `impact` (`Nobody could pay`).',
            ]),
        ...names.map((name) => `It has the internal name ${name}; say it in the words of customers in \`fields\`.`),
        ...(what !== undefined && !isDataGiven
            ? [`It does not say that data was lost (${what}); say it in the field \`data-loss\`.`]
            : []),
        ...(what === undefined && uncounted.length > 0 && !isDataGiven
            ? [
                `It is not known what ${uncounted.join(', ')} lost; say in the field \`data-integrity\` what customers are told.`,
            ]
            : []),
    ];
}
function readTemplate(path) {
    if (!path)
        return { problems: [] };
    try {
        return { override: { path, source: (0,redact .E$)((0,external_node_fs_.readFileSync)(path, 'utf8')) }, problems: [] };
    }
    catch (error) {
        const problem = `The template ${path} cannot be read, so the built-in one was used: ${(0,errors .bD)(error)}.`;
        return { problems: [problem] };
    }
}
function redacted(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (typeof value !== 'object' || value === null)
        return value;
    if (Array.isArray(value))
        return value.map((item) => redacted(item, redact));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redacted(item, redact)]));
}


  }),

  93121:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    LO: () => (  uncountedIn),
    Rr: () => (  lossesOf),
    To: () => (  repairedInWords),
    ux: () => (  lossInWords)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
  var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15379);


const count = valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .mee(valibot__WEBPACK_IMPORTED_MODULE_1__  .aig()), 0);
const repaired = valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    repaired: valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ back: valibot__WEBPACK_IMPORTED_MODULE_1__  .aig(), set: valibot__WEBPACK_IMPORTED_MODULE_1__  .aig(), newer: valibot__WEBPACK_IMPORTED_MODULE_1__  .aig() }),
});
const schema = valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    seconds: valibot__WEBPACK_IMPORTED_MODULE_1__  .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__  .aig()),
    tables: valibot__WEBPACK_IMPORTED_MODULE_1__  .cl6(valibot__WEBPACK_IMPORTED_MODULE_1__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ lost: count, changed: count, exact: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .zMY(), true) }))),
});
function lossesOf(dataLoss) {
    return dataLoss
        .filter(({ happened }) => happened)
        .map(({ name, evidence }) => ({ name, ...sizeOf(evidence) }))
        .filter(({ rows }) => rows !== 0);
}
function sizeOf(evidence) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__  .xLC(schema, evidence);
    if (!parsed.success)
        return { rows: undefined, exact: false, seconds: undefined };
    const { seconds, tables } = parsed.output;
    const rows = tables?.reduce((sum, { lost, changed }) => sum + (lost ?? 0) + (changed ?? 0), 0);
    const exact = tables?.every((table) => table.exact) ?? false;
    return {
        rows: rows === 0 && !exact ? undefined : (rows ?? undefined),
        exact,
        seconds: seconds ?? undefined,
    };
}
const wentBack = ({ means, status }) => means === 'restores' && status === 'done';
const uncountedIn = (components, dataLoss) => components
    .filter(({ component, steps }) => (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__  .I)(component) === 'database' && steps.some(wentBack))
    .filter(({ component }) => !dataLoss.some((each) => each.component === component))
    .map(({ name }) => name);
function repairedInWords(evidence) {
    const all = evidence.flatMap((each) => {
        const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__  .xLC(repaired, each);
        return parsed.success ? [parsed.output.repaired] : [];
    });
    if (all.length === 0)
        return undefined;
    const counted = (what, noun, verb) => {
        const rows = all.reduce((sum, each) => sum + each[what], 0);
        return `${rows.toLocaleString('en')} ${noun}${rows === 1 ? ' is' : 's are'} ${verb}`;
    };
    return `${counted('back', 'row', 'back')}, ${counted('set', 'row', 'set back')}, ${counted('newer', 'newer row', 'kept')}`;
}
function lossInWords(losses, duration) {
    if (losses.length === 0)
        return undefined;
    const isCounted = losses.every(({ exact }) => exact);
    const rows = losses.reduce((sum, each) => sum + (each.rows ?? 0), 0);
    const times = losses.map(({ seconds }) => seconds).filter((seconds) => seconds !== undefined);
    const time = times.length > 0 ? ` (up to ${duration(Math.max(...times))} of writes)` : '';
    const most = isCounted ? '' : 'at least ';
    if (rows === 0)
        return `an unknown number of rows${time}`;
    return `${most}${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}${time}`;
}


  }),

  45806:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    e: () => (  measuredBy)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77934);

const row = valibot__WEBPACK_IMPORTED_MODULE_0__  ._H3({
    signal: valibot__WEBPACK_IMPORTED_MODULE_0__  .YjP(),
    value: valibot__WEBPACK_IMPORTED_MODULE_0__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__  .L5J()),
    message: valibot__WEBPACK_IMPORTED_MODULE_0__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__  .L5J()),
});
function measuredBy(assessment) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_0__  .xLC(valibot__WEBPACK_IMPORTED_MODULE_0__  .YOg(row), assessment?.evidence);
    const rows = parsed.success ? parsed.output : [];
    const rate = rows.find(({ signal }) => signal === 'error-rate')?.value;
    const latency = rows.find(({ signal, value }) => signal === 'slowdown' && typeof value === 'number')?.message;
    return {
        errorRate: typeof rate === 'number' && rate >= 0 && rate <= 1 ? rate : undefined,
        latency: typeof latency === 'string' && latency !== '' ? latency : undefined,
    };
}


  }),

  63513:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    o: () => (  SEVERITIES)
  });
const SEVERITIES = ['none', 'low', 'medium', 'high', 'critical'];


  })

};
;