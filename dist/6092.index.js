export const id = 6092;
export const ids = [6092];
export const modules = {

/***/ 56024:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ rollback_service_action)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/base/run-url.js
var run_url = __webpack_require__(17169);
// EXTERNAL MODULE: ./build/base/values.js
var values = __webpack_require__(92920);
// EXTERNAL MODULE: ./build/domain/workloads/select.js
var workloads_select = __webpack_require__(95722);
// EXTERNAL MODULE: ./build/owners/inputs.js
var owners_inputs = __webpack_require__(21312);
// EXTERNAL MODULE: ./build/record/component.js
var component = __webpack_require__(5491);
// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/systems/github/here.js
var here = __webpack_require__(4151);
;// CONCATENATED MODULE: ./build/runner/own-work.js


/** How far the clocks of GitHub and of a cluster may be apart. Milliseconds. */
const SKEW_MS = 60_000;
/**
 * When this run was at work, where this is not its first attempt: jobs of an old run can be run again when others have deployed
 * since. "Re-run all jobs" deploys again, and "Re-run failed jobs" may roll back without that.
 */
async function ownWork(token, { run, signal }) {
    if (!(Number(process.env.GITHUB_RUN_ATTEMPT ?? 1) > 1))
        return undefined;
    if (token === undefined)
        return {
            unknown: `input \`github-token\` is empty; give it \`\${{ github.token }}\`, and the job \`permissions: {actions: read}\``,
        };
    const target = (0,here/* targetHere */.y)(token);
    if (!target)
        return { unknown: 'GITHUB_REPOSITORY does not say which repository this is' };
    try {
        const [{ GitHubClient }, { jobSpans }] = await Promise.all([
            Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 52310)),
            __webpack_require__.e(/* import() */ 8825).then(__webpack_require__.bind(__webpack_require__, 58825)),
        ]);
        return { spans: await jobSpans(new GitHubClient(target, signal), run) };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        return { unknown: (0,errors/* messageOf */.bD)(error) };
    }
}
/** Whether something happened after this run began, and while no job of it was at work, so that somebody else has done it. Pure. */
function isByAnother(at, spans) {
    const first = Math.min(...spans.map(({ from }) => from));
    return at > first && !spans.some(({ from, to }) => from - SKEW_MS <= at && at <= to + SKEW_MS);
}

// EXTERNAL MODULE: ./node_modules/string-argv/index.js
var string_argv = __webpack_require__(88579);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
;// CONCATENATED MODULE: ./build/service/down/inputs.js



/**
 * @returns undefined where no down-migration is asked for
 * @throws ActionError where an input is missing without which the target version is unknown
 */
function downRequestOf(inputs) {
    const { downCommand, downTo, downWhen, databaseUrl, onFailure } = inputs;
    if (downCommand === undefined) {
        if (downTo === undefined)
            return undefined;
        throw new errors/* ActionError */.lZ('Input `down-to` is given without `down-command`; give both, or neither.');
    }
    const own = /^([a-z]+\/[a-z0-9.-]+):\s+(?=\S)(.*)$/s.exec(downCommand.trim());
    const argv = (0,string_argv/* parseArgsStringToArgv */.R)(own?.[2] ?? downCommand);
    if (argv.length === 0)
        throw new errors/* ActionError */.lZ('Input `down-command` is empty; accepted is a command of the release that goes, such as `npx knex migrate:down`.');
    if (downTo === undefined || downTo.trim() === '')
        throw new errors/* ActionError */.lZ('Input `down-command` needs `down-to`, the migration at which the schema has to be afterwards; without it some tools take every migration back.');
    if (databaseUrl === undefined)
        throw new errors/* ActionError */.lZ('Input `down-command` needs `database-url`, as the database alone says whether its migrations are at `down-to`.');
    if (downWhen === 'before' && onFailure === 'restore')
        throw new errors/* ActionError */.lZ('With `down-when: before` the newer release cannot be put back, because its schema is gone by then; say `on-failure: stop`.');
    return {
        for: own?.[1] && (0,kinds/* label */.Pf)((0,kinds/* parseRef */.rd)(own[1])),
        argv,
        to: downTo.trim(),
        when: downWhen,
        databaseUrl,
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/record/incident.js
var record_incident = __webpack_require__(87688);
// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
// EXTERNAL MODULE: ./build/systems/postgres/session.js + 1 modules
var session = __webpack_require__(57417);
// EXTERNAL MODULE: ./build/service/main-container.js
var main_container = __webpack_require__(44049);
// EXTERNAL MODULE: ./build/service/marks.js
var marks = __webpack_require__(94054);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/domain/snapshots/migrations.js
var migrations = __webpack_require__(21710);
// EXTERNAL MODULE: ./build/domain/snapshots/tables.js
var snapshots_tables = __webpack_require__(29182);
;// CONCATENATED MODULE: ./build/service/down/heads.js




/** Reads it; a migration that hangs with a lock on its own table is not waited for. */
const readState = (server, version) => server.use(server.database, async (session) => {
    await session.run(`SET lock_timeout = ${waits/* WAITS */.r.SWITCH_LOCK_MS}`);
    const tables = (await (0,snapshots_tables/* tablesOf */.tI)(session, undefined, false)).filter(({ kind }) => kind === 'table');
    const columns = tables.map((table) => [(0,snapshots_tables/* nameOf */.Vb)(table), table.columns.map(({ name }) => name)]);
    return { heads: await (0,migrations/* headsOf */.j$)(session, tables, version), columns: new Map(columns) };
});
/** Whether the migrations are where they were asked to be. */
const isAt = ({ heads }, to) => heads.some(({ head, isDirty }) => head === to && !isDirty);
/**
 * The tool that has to go down. Nothing is begun where it could not be known afterwards whether it worked, or where the command
 * would lead to what has never been.
 *
 * @throws ActionError with the reason
 */
function headToMove({ heads }, to, database) {
    if (heads.length === 0)
        throw new errors/* ActionError */.lZ(`The database ${database} has no table of migrations of a tool that goes down (Alembic, Django, EF Core, golang-migrate, goose, Knex, Liquibase, Rails, Sequelize), so nothing would show whether \`down-command\` worked; take the command out.`);
    const dirty = heads.find(({ isDirty }) => isDirty);
    if (dirty)
        throw new errors/* ActionError */.lZ(`${dirty.table} says that the migration ${dirty.head} failed in the middle (dirty), and its tool goes nowhere from there; set it right with the tool first (\`migrate force\`).`);
    const head = heads.find(({ wasAt }) => wasAt === true) ?? heads.find(({ wasAt }) => wasAt === undefined);
    const [first] = heads;
    if (!head)
        throw new errors/* ActionError */.lZ(`The migrations of ${database} are at ${first.head || 'none'} and have never been at ${JSON.stringify(to)}, which \`down-to\` names; ${first.table} lists where they have been.`);
    if (isNumber(head.head) && isNumber(to) && BigInt(to) > BigInt(head.head))
        throw new errors/* ActionError */.lZ(`The migrations of ${database} are at ${head.head}, and \`down-to: ${to}\` is newer; a rollback does not go forward.`);
    return head;
}
const isNumber = (text) => /^\d+$/.test(text);
/** What one state has and a later one lacks: tables, and columns of those that are still there. */
function gone(before, after) {
    return [...before.columns].flatMap(([table, columns]) => {
        const left = after.columns.get(table);
        if (left === undefined)
            return [`table ${table}`];
        return columns.filter((name) => !left.includes(name)).map((name) => `column ${table}.${name}`);
    });
}

;// CONCATENATED MODULE: ./build/service/down/job.js




/** On the Job and its pod: the uid of the workload whose release goes. */
const DOWN_LABEL = `${marks/* PREFIX */.H3}down`;
/** How long an ended Job stays, so that people can look at it. */
const KEPT_SECONDS = 86_400;
const LONGEST_WORKLOAD = 40;
/** What of a pod is for serving, and would keep its Job from ending or from starting. */
const FOR_SERVING = [
    'initContainers',
    'ephemeralContainers',
    'readinessGates',
    'topologySpreadConstraints',
    'hostname',
    'subdomain',
    'nodeName',
];
const FOR_SERVING_OF_CONTAINER = [
    'args',
    'lifecycle',
    'livenessProbe',
    'ports',
    'readinessProbe',
    'restartPolicy',
    'startupProbe',
    'stdin',
    'tty',
];
/** Sidecars that are injected never end, and the Job would not either. */
const NO_SIDECARS = { 'sidecar.istio.io/inject': 'false', 'linkerd.io/inject': 'disabled' };
/**
 * A Job of a release's container: its image, environment, volumes, account and node, with another command, once and no second
 * time. Its pod has none of the workload's labels, so that no Service sends it requests and no controller takes it for its own.
 */
function jobOf(template, options) {
    const { workload, attempt, rollback } = options;
    const spec = without(template.spec, FOR_SERVING);
    const main = (0,main_container/* mainContainer */.r)(template, workload.name);
    const volumes = (template.spec.volumes ?? []);
    const known = new Set(volumes.map(({ name }) => name));
    const { volumeMounts = [], ...rest } = without(main, FOR_SERVING_OF_CONTAINER);
    // A StatefulSet's own volumes are its pods' alone.
    const mounts = volumeMounts.filter(({ name }) => known.has(name));
    const used = volumes.filter(({ name }) => mounts.some((mount) => mount.name === name));
    const { nodeAffinity } = (template.spec.affinity ?? {});
    const labels = { [DOWN_LABEL]: workload.uid };
    return {
        apiVersion: names/* BATCH */.D_.replace('/apis/', ''),
        kind: 'Job',
        metadata: {
            name: nameOf(workload, attempt),
            namespace: options.namespace,
            labels,
            annotations: { [`${marks/* PREFIX */.H3}rollback`]: rollback.id, [`${marks/* PREFIX */.H3}reason`]: rollback.reason.slice(0, 200) },
        },
        spec: {
            backoffLimit: 0,
            activeDeadlineSeconds: options.deadlineSeconds,
            ttlSecondsAfterFinished: KEPT_SECONDS,
            template: {
                metadata: { labels, annotations: NO_SIDECARS },
                spec: {
                    ...spec,
                    ...{ restartPolicy: 'Never', affinity: nodeAffinity && { nodeAffinity } },
                    ...{ volumes: used, containers: [{ ...rest, command: options.argv, volumeMounts: mounts }] },
                },
            },
        },
    };
}
function nameOf({ name, uid }, attempt) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(`${uid}/${attempt}`).digest('hex').slice(0, 10);
    return `${name
        .slice(0, LONGEST_WORKLOAD)
        .replace(/[^a-z0-9]+$/, '')
        .replaceAll('.', '-')}-down-${hash}`;
}
const without = (object, names) => Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

;// CONCATENATED MODULE: ./build/service/down/plan.js











const toMigrateDown = [
    { group: 'batch', resource: 'jobs', verbs: ['create', 'get', 'list', 'delete'] },
    { group: '', resource: 'pods/log', verbs: ['get'] },
];
/**
 * Reads where the migrations are and tries the Job as a dry run, which passes every admission policy. Changes nothing.
 *
 * @throws ActionError where it could not work, or where it could not be known whether it has
 */
async function planDown(place, steps, request, context, mayWrite) {
    const server = session.Server.parse(request.databaseUrl, context);
    const step = stepFor(place.namespace, steps, request);
    const template = step && templateThatGoes(step, place.namespace, context);
    if (!step || !template) {
        const name = step ? (0,kinds/* label */.Pf)(step) : request.for;
        return { request, server, reason: `no release of ${name} goes back` };
    }
    const before = await readState(server, request.to);
    if (isAt(before, request.to))
        return { request, server, reason: `they are at ${request.to}` };
    const { table, head } = headToMove(before, request.to, server.database);
    const job = jobOf(template, {
        namespace: place.namespace.name,
        workload: step,
        argv: request.argv,
        attempt: (0,external_node_crypto_.randomUUID)(),
        deadlineSeconds: context.timeout,
        rollback: { id: context.rollbackId, reason: context.reason },
    });
    if (mayWrite)
        await tryOut(place, job);
    const image = (0,main_container/* mainContainer */.r)(template, step.name)?.image;
    context.log.info(`Migrations of ${server.database}: ${head} → ${request.to} by \`${request.argv.join(' ')}\` with ${image}, ${request.when} the services; what users have written since into what it drops is lost with it`);
    return { request, server, step, job, table, from: head, before };
}
/** The workload that the command is for; undefined where that one does not go back now. */
function stepFor(namespace, steps, request) {
    if (request.for === undefined) {
        const [only, ...others] = steps;
        if (only && others.length === 0)
            return only;
        throw new errors/* ActionError */.lZ(`Input \`down-command\` does not say whose command it is, and there are ${steps.length} workloads; write \`deployment/<name>: <command>\`.`);
    }
    const known = namespace.workloads().some((workload) => (0,kinds/* label */.Pf)((0,kinds/* refOf */.H8)(workload)) === request.for);
    if (known)
        return steps.find((step) => (0,kinds/* label */.Pf)(step) === request.for);
    throw new errors/* ActionError */.lZ(`Input \`down-command\` names ${request.for}, which is not in the namespace ${namespace.name}.`);
}
/** What the release that goes runs with: the older one does not have the way down. An earlier attempt may have left it already. */
function templateThatGoes(step, namespace, { rollbackId, run }) {
    if (step.action === 'roll-back')
        return step.current !== undefined && step.current === step.target
            ? undefined
            : step.workload.spec.template;
    if (step.action !== 'no-op')
        return undefined;
    const incident = (0,record_incident/* incidentOf */.w8)(rollbackId, run);
    const last = (0,marks/* lastRollback */.Hp)(step.workload);
    // What was deployed since needs the schema that it has brought.
    if (!last || (0,record_incident/* incidentOf */.w8)(last.id, run) !== incident || last.to !== step.target?.object.metadata.uid)
        return undefined;
    return namespace.history(step.workload).find(({ object }) => {
        const mark = (0,marks/* rolledBackMark */.vr)(object);
        return mark !== undefined && (0,record_incident/* incidentOf */.w8)(mark.id, run) === incident;
    })?.template;
}
async function tryOut({ client, namespace }, job) {
    await (0,access/* requirePermissions */.An)(client, namespace.name, toMigrateDown);
    await client.request('POST', (0,names/* objectPath */.du)(names/* BATCH */.D_, namespace.name, 'jobs'), {
        body: job,
        query: { dryRun: 'All' },
    });
}

// EXTERNAL MODULE: ./build/base/markdown.js
var markdown = __webpack_require__(26963);
;// CONCATENATED MODULE: ./build/service/down/render.js


/** What a dry run says, with what would become of the migrations. */
function downPlanned(outcome, down, { record }) {
    if (down === undefined)
        return outcome;
    const { to, argv, when } = down.request;
    const { database } = down.server;
    if ('reason' in down)
        return also(outcome, `The migrations of ${database} stay where they are: ${down.reason}.`);
    const message = `The migrations of ${database} would go from ${down.from} to ${to} ${when} the services; what users have written since into what that drops would be lost, so take a dump first.`;
    record({
        ...(0,component/* databaseSubject */.yK)(down.server),
        ...{ step: 'migrate down', status: 'planned', from: down.from, to, message },
    });
    return also(outcome, message, `It would run ${(0,markdown/* code */.aY)(argv.join(' '))}.`);
}
/** What became of the whole: `outcome` is that of the services, undefined where they were not touched. */
function withDown(outcome, down) {
    if (down === undefined)
        return outcome;
    const { log, ...result } = down;
    const lines = log.map((line) => (0,markdown/* code */.aY)(line)).join('<br>');
    const end = log.length > 0 ? [`The end of its log:<br>${lines}`] : [];
    const outputs = { down: result };
    if (outcome === undefined) {
        const message = `${down.message} No service was touched.`;
        return { result: 'failed', message, outputs, summary: summaryOf(message, end) };
    }
    const both = also(outcome, down.message, ...end);
    return { ...both, result: resultOf(outcome, down), outputs: Object.assign({}, outcome.outputs, outputs) };
}
function resultOf({ result }, down) {
    if (down.outcome === 'failed')
        return 'failed';
    return result === 'no-op' && down.outcome === 'done' ? 'done' : result;
}
function also({ message, summary, ...rest }, sentence, ...more) {
    const [head = '', ...parts] = (summary ?? `## ${(0,markdown/* inert */.tJ)(message)}`).split('\n\n');
    return {
        ...rest,
        message: `${message} ${sentence}`,
        summary: [`${head} ${(0,markdown/* inert */.tJ)(sentence)}`, ...parts, ...more].join('\n\n'),
    };
}
const summaryOf = (sentence, parts) => [`## ${(0,markdown/* inert */.tJ)(sentence)}`, ...parts].join('\n\n');

// EXTERNAL MODULE: ./build/base/redact.js + 1 modules
var redact = __webpack_require__(90763);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/systems/kubernetes/errors.js
var kubernetes_errors = __webpack_require__(1807);
// EXTERNAL MODULE: ./build/base/deadline.js
var deadline = __webpack_require__(68606);
// EXTERNAL MODULE: ./build/systems/kubernetes/pods.js
var kubernetes_pods = __webpack_require__(41808);
// EXTERNAL MODULE: ./build/service/pod-status.js
var pod_status = __webpack_require__(80026);
// EXTERNAL MODULE: ./build/service/terminal-failure.js
var terminal_failure = __webpack_require__(91757);
;// CONCATENATED MODULE: ./build/service/down/wait.js









/** Lines of a log that are told. */
const LOG_LINES = 40;
const conditionOf = ({ status }) => status?.conditions?.find(({ type, status }) => ['Complete', 'Failed'].includes(type) && status === 'True');
const isEnded = (job) => conditionOf(job) !== undefined;
/** Waits for the end of a Job. One whose pod cannot start is deleted, as it might start after this run is over. */
async function awaitEnd(place, { metadata }) {
    const { client, namespace } = place;
    const path = (0,names/* objectPath */.du)(names/* BATCH */.D_, namespace.name, 'jobs', metadata.name);
    const troubleSince = new Map();
    for (;;) {
        const job = await client.find(path);
        if (job?.metadata.uid !== metadata.uid)
            throw new errors/* ActionError */.lZ(`the Job ${metadata.name} was deleted before it ended`);
        const pods = (await podsOf(place, job)).filter((pod) => !pod.metadata.deletionTimestamp);
        const condition = conditionOf(job);
        if (condition)
            return ended(place, job, pods, condition.type === 'Failed' ? condition : undefined);
        const failure = await failureToStart(place, job, pods, troubleSince);
        if (failure !== undefined) {
            await client.request('DELETE', path, {
                body: { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Background' },
            });
            return { job: metadata.name, failure: `the Job ${metadata.name} cannot start: ${failure}`, log: [] };
        }
        await (0,deadline/* pause */.v7)(waits/* WAITS */.r.DOWN_POLL_MS, client.signal);
    }
}
async function ended({ client }, { metadata }, pods, failed) {
    const [pod] = pods;
    const container = pod?.spec.containers[0]?.name;
    const log = pod && container ? await (0,kubernetes_pods/* lastLogLines */.EP)(client, pod, container, LOG_LINES) : [];
    const code = pod?.status?.containerStatuses?.[0]?.state?.terminated?.exitCode;
    if (!failed)
        return { job: metadata.name, failure: undefined, log };
    const ending = failed.reason === 'DeadlineExceeded'
        ? 'was ended at its deadline'
        : code === undefined
            ? `failed (${(0,sentence/* withoutFullStop */.Qu)(failed.message ?? failed.reason ?? 'no reason is given')})`
            : `ended with exit code ${code}`;
    return { job: metadata.name, failure: `the Job ${metadata.name} ${ending}`, log };
}
async function podsOf({ client, namespace }, { metadata }) {
    const { items } = await client.list((0,names/* objectPath */.du)(names/* CORE */.M2, namespace.name, 'pods'), {
        labelSelector: DOWN_LABEL,
    });
    return items.filter(({ metadata: own }) => own.ownerReferences?.some(({ uid }) => uid === metadata.uid));
}
/** Why its pod does not come to run, where that is final; what has run is the Job's to tell. */
async function failureToStart({ client, namespace }, { metadata }, pods, since) {
    const [pod] = pods;
    if (!pod) {
        const events = await (0,kubernetes_pods/* eventsAbout */.Xh)(client, namespace.name, metadata.uid);
        const refused = events.findLast(({ reason }) => reason === 'FailedCreate')?.message;
        return refused !== undefined && (0,pod_status/* creationVerdict */.zb)(refused) === 'final'
            ? (0,sentence/* withoutFullStop */.Qu)(refused)
            : undefined;
    }
    const hasRun = pod.status?.containerStatuses?.some(({ state }) => state?.running ?? state?.terminated);
    if (hasRun)
        return undefined;
    const { uid } = pod.metadata;
    since.set(uid, since.get(uid) ?? performance.now());
    const seenMs = performance.now() - (since.get(uid) ?? 0);
    const found = (0,terminal_failure/* terminalPodFailure */.kI)(pod, await (0,kubernetes_pods/* eventsAbout */.Xh)(client, namespace.name, uid), seenMs);
    return found && (0,sentence/* withoutFullStop */.Qu)(`${found.reason}: ${found.message}`);
}

;// CONCATENATED MODULE: ./build/service/down/run.js









/** Runs it to its end and compares where the migrations are with what was requested. Never throws: the result says what happened. */
async function migrateDown(plan, place, context) {
    const { request, server, from, table } = plan;
    const { to } = request;
    const started = performance.now();
    const about = { ...(0,component/* databaseSubject */.yK)(server), step: 'migrate down', from, to };
    const isThere = (state) => isAt(state, to);
    let ended;
    context.record({ ...about, status: 'started' });
    const result = (outcome, message, lost = []) => {
        const seconds = (performance.now() - started) / 1000;
        const log = (ended?.log ?? []).map(redact/* redact */.E$);
        const evidence = { table, job: ended?.job ?? '', gone: lost };
        context.record({ ...about, status: outcome, seconds, message, evidence });
        if (outcome === 'done')
            context.log.info(`✓ ${message}`);
        else
            context.log.warn(`✗ ${message}`);
        if (log.length > 0)
            context.log.group(`Down-migration: the end of its log (${ended?.job})`, log);
        return { outcome, from, to, job: ended?.job ?? '', seconds, message, gone: lost, log };
    };
    try {
        const earlier = await unfinished(plan, place);
        if (earlier) {
            context.log.info(`… ${earlier.metadata.name} of an earlier attempt is still at work, and is waited for`);
            ended = await awaitEnd(place, earlier);
        }
        if (!earlier || !isThere(await readState(server, to))) {
            const job = await create(plan, place);
            context.log.info(`… ${job.metadata.name} runs \`${request.argv.join(' ')}\``);
            ended = await awaitEnd(place, job);
        }
        const after = await readState(server, to);
        const lost = gone(plan.before, after);
        const words = lost.length > 0 ? `; gone with what was in it: ${lost.join(', ')}` : '';
        if (ended?.failure === undefined && isThere(after))
            return result('done', `The migrations of ${server.database} went from ${from} to ${to}${words}.`, lost);
        const failure = ended?.failure ?? `${ended?.job} ended without an error`;
        return result('failed', `The down-migration of ${server.database} failed: ${failure}; its migrations are at ${describeHead(after, table)}, and ${to} was asked for${words}.`, lost);
    }
    catch (error) {
        const name = plan.job.metadata;
        const where = ended === undefined ? `; whether the Job ${name.name} goes on is not known` : '';
        return result('failed', `The down-migration of ${server.database} failed: ${(0,sentence/* withoutFullStop */.Qu)((0,errors/* messageOf */.bD)(error))}${where}; its migrations were at ${from}: check where they are now.`);
    }
}
function describeHead({ heads }, table) {
    const found = heads.find((each) => each.table === table);
    if (found === undefined)
        return `no place that can be read, because ${table} is gone`;
    return `${found.head || 'none'}${found.isDirty ? ' (dirty)' : ''}`;
}
/** A Job of this workload that an attempt has left that died: two side by side would undo twice. */
async function unfinished({ step }, { client, namespace }) {
    const { items } = await client.list((0,names/* objectPath */.du)(names/* BATCH */.D_, namespace.name, 'jobs'), {
        labelSelector: `${DOWN_LABEL}=${step.uid}`,
    });
    return items.find((job) => !isEnded(job));
}
async function create({ job }, { client, namespace }) {
    const path = (0,names/* objectPath */.du)(names/* BATCH */.D_, namespace.name, 'jobs');
    const { name } = job.metadata;
    try {
        return await client.request('POST', path, { body: job });
    }
    catch (error) {
        if (!(error instanceof kubernetes_errors/* ApiError */.hD && error.status === 409))
            throw error;
        // Its answer was lost, and the repeat finds the object: the name is this run's alone.
        return client.get((0,names/* objectPath */.du)(names/* BATCH */.D_, namespace.name, 'jobs', name));
    }
}

// EXTERNAL MODULE: ./build/domain/workloads/held.js
var held = __webpack_require__(54085);
;// CONCATENATED MODULE: ./build/service/execution.js





/** The mark of a revision as it was before this rollback: an earlier one may have left it as well. */
function markBefore(revision, id) {
    const mark = (0,marks/* rolledBackMark */.vr)(revision);
    return (0,marks/* rolledBackAnnotation */.pK)(mark && mark.id !== id ? mark : null);
}
/** Logs and records what happened to a workload. */
function reportResult(plan, result) {
    const { step, outcome, seconds, message, details } = result;
    const sign = outcome === 'failed' ? '✗' : '✓';
    const explanation = message === step.reason ? '' : ` — ${message}`;
    plan.log.info(`${sign} ${(0,kinds/* label */.Pf)(step)}: ${outcome} in ${seconds.toFixed(1)} s${explanation}`);
    if (details.length > 0)
        plan.log.group(`${(0,kinds/* label */.Pf)(step)}: details`, details);
    const status = {
        'rolled-back': 'done',
        'no-op': 'no-op',
        failed: 'failed',
        skipped: 'skipped',
        restored: 'failed',
    }[outcome];
    // What is held at zero is not back before it serves again: the step that proves that completes this one.
    const recordedStep = (0,held/* isHeld */.i7)(step.workload) && outcome !== 'failed' ? 'switch template' : 'roll back';
    const earlier = status === 'no-op' ? earlierOf(plan, step) : undefined;
    plan.record({
        ...{ ...subjectOf(plan, step), step: recordedStep, status, ...fromTo(step), seconds, message },
        ...(earlier !== undefined && { evidence: { earlier } }),
    });
    return result;
}
/** When an attempt of this rollback put a workload back that is where it should be, where one did. */
function earlierOf({ rollback }, { workload, current }) {
    const last = (0,marks/* lastRollback */.Hp)(workload);
    const isOwn = last && (0,record_incident/* incidentOf */.w8)(last.id, last.run) === (0,record_incident/* incidentOf */.w8)(rollback.id, rollback.run);
    return isOwn && last.to === current?.object.metadata.uid ? last.at : undefined;
}
const subjectOf = ({ client, namespace }, step) => (0,component/* workloadSubject */.Ws)(step, { cluster: client.cluster, namespace: namespace.name });
const skipped = (step, message) => ({
    step,
    outcome: 'skipped',
    seconds: 0,
    start: 0,
    message,
    details: [],
});
const fromTo = ({ from, to }) => ({
    from: Object.values(from.images).join(' '),
    to: Object.values(to.images).join(' '),
});
const since = (begun) => (performance.now() - begun) / 1000;

// EXTERNAL MODULE: ./build/service/health.js
var health = __webpack_require__(50992);
// EXTERNAL MODULE: ./build/owners/argo-cd.js
var argo_cd = __webpack_require__(93862);
// EXTERNAL MODULE: ./build/owners/argo-cd-back.js
var argo_cd_back = __webpack_require__(95736);
// EXTERNAL MODULE: ./build/owners/argo-cd-plan.js
var argo_cd_plan = __webpack_require__(97120);
// EXTERNAL MODULE: ./build/owners/find.js
var find = __webpack_require__(54138);
// EXTERNAL MODULE: ./build/owners/flux.js
var owners_flux = __webpack_require__(50954);
// EXTERNAL MODULE: ./build/owners/flux-back.js
var flux_back = __webpack_require__(90572);
// EXTERNAL MODULE: ./build/owners/flux-source.js
var flux_source = __webpack_require__(11970);
// EXTERNAL MODULE: ./build/owners/move.js
var move = __webpack_require__(44048);
// EXTERNAL MODULE: ./build/owners/notes.js
var notes = __webpack_require__(18664);
// EXTERNAL MODULE: ./build/owners/owner.js
var owner = __webpack_require__(53314);
;// CONCATENATED MODULE: ./build/owners/flux-plan.js







/** Flux and the cluster say when things were to the second, and one a little before the other. */
const UNSURE_MS = 2000;
/** Of the durations that Go writes: `1m30.2s`. */
const UNITS_MS = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
/**
 * Plans the way back of what Flux keeps. Pure.
 *
 * @param staying its workloads that are selected, and stay as they are, as `Kind/namespace/name`
 * @param lacks why it must not go back, or no source can be made, where that is so
 */
function planFlux(path, object, moves, staying, lacks) {
    const { name } = moves[0].owner;
    const keeper = (0,owners_flux/* keeperOf */.yD)(object, name);
    const isKept = keeper?.object?.type === 'kustomization';
    const suspended = object.spec?.suspend === true ? 'it is suspended already' : 'it is suspended';
    const keeps = isKept ? 'passes it over meanwhile' : 'may resume it';
    const kept = keeper ? `, and the ${keeper.name} that keeps it ${keeps}` : '';
    const others = othersOf(object, moves, staying);
    const commit = others.length === 0 ? goodCommit(object, moves) : undefined;
    const unheld = keeper && !isKept ? `the ${keeper.name} would give it its own source back` : undefined;
    const noPin = pinRefusal(object, others, commit, unheld ?? lacks);
    const pin = noPin === undefined ? pinName(object) : undefined;
    const unpruned = object.spec?.prune === false ? '; what was added since stays, because it does not prune' : '';
    const own = (0,owners_flux/* ownOf */._t)(object);
    const added = own ? `; ${own} stays as it is` : '';
    const then = pin
        ? `its workloads are patched directly, then all of it goes back to ${commit?.slice(0, 7)}: it is resumed with the source ${pin}, which stays there${unpruned}${added}`
        : `its workloads are patched directly, and nothing else of it goes back, because ${noPin}`;
    return {
        ...{ type: 'flux', name, path, isKept, words: `${suspended}${kept}; ${then}` },
        ...(commit && { commit }),
        ...(pin && { pin }),
    };
}
function pinRefusal({ spec, kind, metadata }, others, commit, lacks) {
    if (kind !== 'Kustomization')
        return 'Flux has no way back for it';
    if (spec?.sourceRef?.kind !== 'GitRepository')
        return 'its source is not a GitRepository';
    if (others.length > 0)
        return `other workloads of it are not selected (${(0,sentence/* namesOf */.eZ)(others, owner/* MAX_NAMES */.o)})`;
    // It was suspended on purpose, and must stay so.
    if (spec.suspend === true && !(0,notes/* pauseNote */.nJ)({ apiVersion: '', kind, metadata }))
        return 'it was suspended before';
    if (!commit)
        return 'its history has no commit of the time of the good revisions';
    return lacks;
}
/** Its workloads that are not meant, by what it says it has made. */
function othersOf(object, moves, staying) {
    const inScope = new Set([...staying, ...(0,move/* withRollouts */.R)(moves).map(move/* workloadKey */.f)]);
    const others = (0,owners_flux/* inventoryOf */.o8)(object).filter((each) => Object.hasOwn(kinds/* kinds */.EZ, each.kind) && !inScope.has((0,move/* workloadKey */.f)(each)));
    return others.map(({ kind, name }) => `${kind}/${name}`);
}
/**
 * The newest commit that it has applied after all of the good revisions came and before any other did; what was marked
 * good with all of them, where the history has that.
 */
function goodCommit(object, moves) {
    const applied = (object.status?.history ?? []).filter(({ lastReconciledStatus }) => lastReconciledStatus === 'ReconciliationSucceeded');
    const revisions = new Set(moves.map(({ marked }) => marked?.revision));
    const [marked] = revisions;
    if (revisions.size === 1 && applied.some(({ metadata }) => metadata?.revision === marked))
        return (0,flux_source/* commitIn */.xt)(marked);
    const since = Math.max(...moves.map((move) => move.since)) - UNSURE_MS;
    const until = Math.min(...moves.map((move) => move.until));
    const { lastAttemptedRevision, lastAppliedRevision } = object.status ?? {};
    const present = lastAttemptedRevision ?? lastAppliedRevision;
    const newestFirst = applied.toSorted((a, b) => Date.parse(b.lastReconciled ?? '') - Date.parse(a.lastReconciled ?? ''));
    const found = newestFirst.find((entry) => {
        const [first, last] = [entry.firstReconciled, entry.lastReconciled].map((at) => Date.parse(at ?? ''));
        if (!((last ?? 0) >= since && (first ?? until) < until))
            return false;
        // So near to the next revision it may be what brought that: but for one that was applied well before, and then waited.
        const isLater = entry.metadata?.revision !== present && begunAt(entry) < until - UNSURE_MS;
        return (first ?? until) < until - UNSURE_MS || isLater;
    });
    return (0,flux_source/* commitIn */.xt)(found?.metadata?.revision);
}
/** When Flux began to apply an entry of its history, which has when it was through: with `wait` its pods were ready then. */
function begunAt({ firstReconciled, lastReconciledDuration = '', totalReconciliations }) {
    const parts = [...lastReconciledDuration.matchAll(/(\d{1,12}(?:\.\d{1,9})?)(h|ms|m|s)/g)];
    const took = parts.reduce((sum, [, value, unit]) => sum + Number(value) * (UNITS_MS[unit ?? ''] ?? 0), 0);
    return Date.parse(firstReconciled ?? '') - (totalReconciliations === 1 ? took : 0);
}
/** Sources of several namespaces may be in one. */
function pinName({ metadata: { namespace, name }, spec }) {
    const isElsewhere = (spec?.sourceRef?.namespace ?? namespace) !== namespace;
    return `${isElsewhere ? `${namespace}-` : ''}${name}`.slice(0, 240).concat('-rollback');
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/systems/kubernetes/lent-kubeconfig.js

/**
 * A kubeconfig for another program, with the credentials that this client has found already: that one runs no plugin, reads
 * no file and asks no environment for them.
 */
async function lentKubeconfig({ config }, namespace) {
    const found = {};
    await config.applyToHTTPSOptions(found).catch((error) => {
        throw kubernetes_errors/* CredentialsError */.lE.from(config, error);
    });
    const headers = (found.headers ?? {});
    const [, token] = /^Bearer (.+)$/.exec(headers.Authorization ?? '') ?? [];
    const { proxyUrl, server } = config.getCurrentCluster() ?? {};
    const { username, password } = config.getCurrentUser() ?? {};
    const cluster = {
        server,
        'certificate-authority-data': base64(found.ca),
        'insecure-skip-tls-verify': found.rejectUnauthorized === false || undefined,
        'tls-server-name': found.servername,
        'proxy-url': proxyUrl,
    };
    const user = {
        ...{ token, username, password, as: headers['Impersonate-User'] },
        'client-certificate-data': base64(found.cert),
        'client-key-data': base64(found.key),
    };
    return JSON.stringify({
        ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'lent' },
        clusters: [{ name: 'lent', cluster }],
        users: [{ name: 'lent', user }],
        contexts: [{ name: 'lent', context: { cluster: 'lent', user: 'lent', namespace } }],
    });
}
/** Certificates and keys are texts or their bytes. */
const base64 = (given) => typeof given === 'string' || Buffer.isBuffer(given) ? Buffer.from(given).toString('base64') : undefined;

// EXTERNAL MODULE: ./build/systems/process.js
var systems_process = __webpack_require__(65768);
;// CONCATENATED MODULE: ./build/systems/helm.js







/** The installed Helm and its version; undefined where there is none. */
async function findHelm() {
    const result = await (0,systems_process/* answerOf */.ut)('helm', ['version', '--template', '{{.Version}}']);
    const version = result?.output.trim() ?? '';
    const [, major] = /^v(\d+)\./.exec(version) ?? [];
    return major === undefined ? undefined : { major: Number(major), version };
}
/**
 * Runs `helm rollback`, which applies and waits for its hooks alone. It prunes no revision.
 *
 * @returns why it failed, as a part of a sentence; undefined where it did not
 */
async function helmRollback(client, helm, { namespace, release, revision, isServerSide }) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'helm-'));
    const ending = endingAfter(client.signal);
    try {
        const kubeconfig = (0,external_node_path_.join)(folder, 'kubeconfig');
        await (0,promises_.writeFile)(kubeconfig, await lentKubeconfig(client, namespace), { mode: 0o600 });
        const environment = {
            KUBECONFIG: kubeconfig,
            // Plugins and settings of the runner have no part in it.
            ...{ HELM_CACHE_HOME: folder, HELM_CONFIG_HOME: folder, HELM_DATA_HOME: folder },
        };
        const seconds = waits/* WAITS */.r.OWNER_OPERATION_MS / 1000;
        const args = [
            ...['rollback', release, String(revision), '--namespace', namespace],
            ...['--history-max', '0', '--timeout', `${seconds}s`],
            // Helm 3 knows neither; it applies client-side.
            ...(helm.major >= 4 ? [`--server-side=${isServerSide}`] : []),
            ...(helm.major >= 4 && isServerSide ? ['--force-conflicts'] : []),
        ];
        const { code, errors } = await (0,systems_process/* run */.eF)('helm', args, { environment, signal: ending.signal });
        if (code === 0)
            return undefined;
        const last = errors.findLast((line) => line.startsWith('Error:')) ?? errors.at(-1) ?? '';
        return `helm says: ${last.replace(/^Error: /, '').slice(0, 300) || `exit code ${code}`}`;
    }
    catch (error) {
        client.signal.throwIfAborted();
        if (ending.signal.aborted)
            return `helm did not end within ${waits/* WAITS */.r.OWNER_OPERATION_MS / 1000} s`;
        if (error instanceof errors/* ActionError */.lZ)
            throw error;
        return `helm cannot be run: ${(0,errors/* messageOf */.bD)(error)}`;
    }
    finally {
        ending.stop();
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/**
 * A signal for a program that leaves a mess where it is ended on its way: it has its time, and after the end of ours a
 * moment to come to its own.
 */
function endingAfter(signal) {
    const controller = new AbortController();
    const end = () => controller.abort(signal.reason ?? new Error('It took too long.'));
    const timers = [setTimeout(end, waits/* WAITS */.r.OWNER_OPERATION_MS + waits/* WAITS */.r.PROCESS_KILL_MS)];
    const soon = () => timers.push(setTimeout(end, waits/* WAITS */.r.PROCESS_KILL_MS));
    signal.addEventListener('abort', soon, { once: true });
    return {
        signal: controller.signal,
        stop() {
            signal.removeEventListener('abort', soon);
            for (const timer of timers)
                clearTimeout(timer);
        },
    };
}

// EXTERNAL MODULE: ./build/owners/helm.js
var owners_helm = __webpack_require__(52509);
// EXTERNAL MODULE: ./build/base/fields.js
var fields = __webpack_require__(60091);
// EXTERNAL MODULE: ./build/systems/kubernetes/resources.js
var resources = __webpack_require__(91787);
// EXTERNAL MODULE: ./build/owners/helm-manifest.js
var helm_manifest = __webpack_require__(28179);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/owners/helm-plan.js







/** Revisions of these went out and were not given up by Helm. */
const SERVED = new Set(['deployed', 'superseded']);
/** Kinds that hold nothing which their manifest would not bring again. */
const HOLD_NOTHING = new Set([
    ...['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod', 'ConfigMap', 'Secret'],
    ...['Service', 'Ingress', 'NetworkPolicy', 'HorizontalPodAutoscaler', 'PodDisruptionBudget'],
    ...['ServiceAccount', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'],
]);
/** What is made of these runs to its end, such as a migration. Hooks of a rollback are meant to. */
const RUN_ONCE = new Set(['Job', 'Pod']);
const keyOf = ({ kind, namespace, name }) => (0,helm_manifest/* objectKey */.T5)({ apiVersion: kinds/* kinds */.EZ[kind].api.slice('/apis/'.length), kind, namespace, name });
/**
 * Chooses the revision whose manifest has the good templates, and never one that Helm calls failed. Pure.
 *
 * @param history oldest first
 * @param namespace that of the release
 * @returns or why none will do, as a part of a sentence
 */
function planRelease(history, namespace, moves, staying) {
    const newest = history.at(-1);
    if (!newest)
        return `there is no Secret of it in the namespace ${namespace}`;
    const present = (0,helm_manifest/* objectsOf */.iZ)(newest.manifest, namespace);
    if (!present)
        return `the manifest of its revision ${newest.number} cannot be read`;
    const inScope = new Set((0,move/* withRollouts */.R)([...moves, ...staying]).map(keyOf));
    const others = [...present].filter(([key, { kind }]) => Object.hasOwn(kinds/* kinds */.EZ, kind) && !inScope.has(key));
    if (others.length > 0)
        return `helm takes all of a release back, and ${(0,sentence/* namesOf */.eZ)(others.map(([, object]) => (0,helm_manifest/* nameOf */.Vb)(object)), owner/* MAX_NAMES */.o)} of it ${others.length > 1 ? 'are' : 'is'} not selected`;
    // The newest too: what it brought may have been changed by hand.
    const newestFirst = history.toReversed().flatMap((to) => {
        const objects = (0,helm_manifest/* objectsOf */.iZ)(to.manifest, namespace);
        return objects ? [{ to, objects }] : [];
    });
    const fitting = newestFirst.filter(({ objects }) => hasTemplates(objects, moves, staying));
    const chosen = fitting.find(({ to }) => SERVED.has(to.status));
    if (!chosen) {
        const [failed] = fitting;
        return failed
            ? `revision ${failed.to.number}, which has the good templates, is ${failed.to.status} in its history`
            : 'no revision in its history has the good templates';
    }
    const difference = differenceOf(present, chosen.objects);
    const held = difference.deleted.filter(({ kind }) => !HOLD_NOTHING.has(kind));
    if (held.length > 0)
        return `helm would delete ${(0,sentence/* namesOf */.eZ)(held.map(helm_manifest/* nameOf */.Vb), owner/* MAX_NAMES */.o)}, which may hold what exists only once`;
    const runs = [...difference.created, ...difference.changed].filter(({ kind }) => RUN_ONCE.has(kind));
    if (runs.length > 0)
        return `helm would run ${(0,sentence/* namesOf */.eZ)(runs.map(helm_manifest/* nameOf */.Vb), owner/* MAX_NAMES */.o)} of the older version once more`;
    return { to: chosen.to, newest, difference };
}
function hasTemplates(objects, moves, staying) {
    const fits = (workload) => (0,helm_manifest/* isTemplateOf */.ME)(objects.get(keyOf(workload))?.template, workload.template);
    return (moves.every(fits) && staying.every((each) => (each.isNew && !objects.has(keyOf(each))) || fits(each)));
}
function differenceOf(present, target) {
    const written = [...target.values()];
    return {
        written,
        created: written.filter((object) => !present.has((0,helm_manifest/* objectKey */.T5)(object))),
        changed: written.filter((object) => {
            const before = present.get((0,helm_manifest/* objectKey */.T5)(object));
            return before !== undefined && !(0,external_node_util_.isDeepStrictEqual)(before.content, object.content);
        }),
        deleted: [...present.values()].filter((object) => !object.isKept && !target.has((0,helm_manifest/* objectKey */.T5)(object))),
    };
}
/** The hooks that a rollback to a revision runs, as Helm has rendered them for it. */
const hooksOf = ({ hooks }) => hooks.filter(({ events }) => events.some(isOfRollback));
const isOfRollback = (event) => /^(pre|post)-rollback$/.test(event);
/** `it goes back to revision 1 (shop-1.0.0, …) by Helm v4.3.1; Deployment/web changes`. Pure. */
function describeWay({ to, newest, difference }, helm) {
    const { changed, created, deleted } = difference;
    const parts = [
        [changed, 'changed'],
        [created, 'created'],
        [deleted, 'deleted'],
    ];
    const changes = parts
        .filter(([objects]) => objects.length > 0)
        .map(([objects, verb]) => `${(0,sentence/* namesOf */.eZ)(objects.map(helm_manifest/* nameOf */.Vb), owner/* MAX_NAMES */.o)} ${objects.length > 1 ? 'are' : 'is'} ${verb}`);
    const hooks = hooksOf(to).map(({ kind, name, events }) => `${kind}/${name} (${events.filter(isOfRollback).join(', ')})`);
    return [
        `all of it goes back to revision ${to.number} (${to.chart}, of ${to.deployedAt}) by ${helm}`,
        ...changes,
        ...(hooks.length > 0 ? [`its hooks run: ${(0,sentence/* namesOf */.eZ)(hooks, owner/* MAX_NAMES */.o)}`] : []),
        ...((0,owners_helm/* isPending */.mm)(newest)
            ? [
                `its revision ${newest.number} is ${newest.status} since ${newest.deployedAt}, so a helm may still be at work: end that one first`,
            ]
            : []),
    ].join('; ');
}

;// CONCATENATED MODULE: ./build/owners/helm-live.js







/** Fields of a `spec` that scale pods: of workloads, of HorizontalPodAutoscalers and of KEDA's ScaledObjects. */
const SCALES = ['replicas', 'minReplicas', 'maxReplicas', 'minReplicaCount', 'maxReplicaCount'];
/**
 * What others have done since the release and Helm would undo, as a part of a sentence; undefined where there is nothing. Helm
 * writes its manifest over whatever is there, also where the two revisions say the same.
 */
async function lossByHelm(client, namespace, { newest: release, difference: { written, deleted } }) {
    const present = (0,helm_manifest/* objectsOf */.iZ)(release.manifest, namespace);
    const touched = [
        ...written.map((older) => ({ older, newest: present?.get((0,helm_manifest/* objectKey */.T5)(older)) })),
        ...deleted.map((newest) => ({ older: undefined, newest })),
    ];
    const looked = touched.filter(isLookedAt);
    const apis = [...new Set(looked.map((each) => objectIn(each).apiVersion))];
    const known = new Map(await Promise.all(apis.map(async (api) => [api, await (0,resources/* resourcesOf */.F)(client, api)])));
    const losses = await Promise.all(looked.map(async (each) => {
        const { apiVersion, kind, namespace: own, name } = objectIn(each);
        const resource = known.get(apiVersion)?.get(kind);
        if (!resource?.namespaced)
            return undefined;
        const there = await client.find((0,names/* objectPath */.du)((0,names/* apiPath */.So)(apiVersion), own, resource.plural, name));
        return lossOf(each, (0,fields/* isFields */.C)(there) ? there : undefined);
    }));
    const all = losses.filter((loss) => loss !== undefined);
    return all.length > 0 ? (0,sentence/* namesOf */.eZ)(all, owner/* MAX_NAMES */.o) : undefined;
}
function isLookedAt({ newest, older }) {
    const { kind } = objectIn({ newest, older });
    const scales = [newest, older].flatMap((object) => Object.keys(specOf(object?.content)));
    return kind === 'Secret' || (older !== undefined && (RUN_ONCE.has(kind) || scales.some(isScale)));
}
const objectIn = ({ newest, older }) => (older ?? newest);
const isScale = (field) => SCALES.includes(field);
/** What of one object is lost, by how it is in the cluster. Pure. */
function lossOf(touched, there) {
    const { newest, older } = touched;
    const { kind } = objectIn(touched);
    const name = (0,helm_manifest/* nameOf */.Vb)(objectIn(touched));
    if (RUN_ONCE.has(kind))
        return there ? undefined : `helm would run ${name} once more, which is gone since`;
    if (!there)
        return undefined;
    if (kind === 'Secret') {
        const verb = older ? 'overwrite' : 'delete';
        return isRotated(touched, there)
            ? `helm would ${verb} ${name}, which was changed since the release`
            : undefined;
    }
    const [specNow, specThen, spec] = [newest?.content, older?.content, there].map(specOf);
    const scaled = SCALES.find((field) => isScaled(field, specNow[field], specThen[field], spec[field]));
    return scaled
        ? `helm would change \`${scaled}\` of ${name} from ${spec[scaled]} to ${specThen[scaled] ?? 'its default'}`
        : undefined;
}
/** Somebody, or an autoscaler, has set it since; or Helm no longer says it, and leaves it to the API server: one replica. */
function isScaled(field, newest, older, there) {
    if (there === undefined || (newest ?? older) === undefined)
        return false;
    const isChanged = there !== newest && there !== older;
    const isDropped = field === 'replicas' && (older ?? undefined) === undefined && there !== 1;
    return isChanged || isDropped;
}
function isRotated({ newest, older }, there) {
    const [before, after, live] = [newest?.content, older?.content, there].map(dataOf);
    // What neither revision knows, Helm leaves in a Secret that it writes.
    const isTouched = (key) => !older || Object.hasOwn(before, key) || Object.hasOwn(after, key);
    return Object.keys(live).some((key) => isTouched(key) && live[key] !== before[key] && live[key] !== after[key]);
}
/** The contents of a Secret, in base64 as the API has them. */
function dataOf(content) {
    const { data, stringData } = (0,fields/* fieldsOf */.P)(content);
    const coded = (value, from) => Buffer.from(String(value), from).toString('base64');
    return Object.fromEntries([
        ...Object.entries((0,fields/* fieldsOf */.P)(data)).map(([key, value]) => [key, coded(value ?? '', 'base64')]),
        ...Object.entries((0,fields/* fieldsOf */.P)(stringData)).map(([key, value]) => [key, coded(value ?? '', 'utf8')]),
    ]);
}
const specOf = (content) => (0,fields/* fieldsOf */.P)((0,fields/* fieldsOf */.P)(content).spec);

;// CONCATENATED MODULE: ./build/owners/helm-rights.js




const secrets = (...verbs) => ({ group: '', resource: 'secrets', verbs });
/** To read a release. */
const toReadRelease = [secrets('list')];
/**
 * What keeps these credentials from doing what `helm rollback` does, as a part of a sentence; undefined where nothing does.
 * Helm itself would find that out in the middle.
 */
async function lackOfRights(client, namespace, { to, difference: { written, created, deleted } }) {
    const hooks = hooksOf(to).flatMap(({ manifest }) => [...((0,helm_manifest/* objectsOf */.iZ)(manifest, namespace)?.values() ?? [])]);
    const wanted = [
        [written, ['get', 'patch'], true],
        [created, ['create'], false],
        [deleted, ['get', 'delete'], true],
        [hooks, ['get', 'list', 'watch', 'create', 'delete'], false],
    ];
    const all = wanted.flatMap(([objects]) => objects);
    const apis = [...new Set(all.map(({ apiVersion }) => apiVersion))];
    const known = new Map(await Promise.all(apis.map(async (api) => [api, await (0,resources/* resourcesOf */.F)(client, api)])));
    const unknown = all.find(({ apiVersion, kind }) => !known.get(apiVersion)?.has(kind));
    if (unknown)
        return `the cluster does not have the kind ${unknown.kind} of ${unknown.apiVersion}`;
    const rules = wanted.flatMap(([objects, verbs, isNamed]) => objects.map((object) => {
        const resource = known.get(object.apiVersion)?.get(object.kind);
        const { plural, namespaced } = resource;
        const permission = { group: (0,helm_manifest/* groupOf */.F8)(object.apiVersion), resource: plural, verbs };
        return {
            namespace: namespaced ? object.namespace : '',
            permission: isNamed ? { ...permission, names: [object.name] } : permission,
        };
    }));
    const own = { namespace, permission: secrets('get', 'list', 'create', 'update') };
    return lackOf(client, [own, ...rules]);
}
/** Which of these rules the credentials do not have, as a part of a sentence. */
async function lackOf(client, rules) {
    const byNamespace = Map.groupBy(rules, (rule) => rule.namespace);
    const lacking = await Promise.all([...byNamespace].map(async ([place, own]) => {
        const missing = await (0,access/* missingPermissions */.HR)(client, place, together(own.map(({ permission }) => permission)));
        const where = place === '' ? 'of the cluster' : `in the namespace ${place}`;
        return missing.length > 0 ? [`${(0,access/* describePermissions */.gH)(missing)} ${where}`] : [];
    }));
    const lacks = lacking.flat();
    return lacks.length > 0 ? `the credentials may not ${lacks.join(', and ')}` : undefined;
}
/** One question for what several objects of a kind need alike. */
function together(permissions) {
    const alike = Map.groupBy(permissions, ({ group, resource, verbs, names }) => JSON.stringify([group, resource, verbs, names === undefined]));
    return [...alike.values()].map((same) => {
        const [first] = same;
        return first.names ? { ...first, names: same.flatMap(({ names = [] }) => names) } : first;
    });
}

;// CONCATENATED MODULE: ./build/owners/helm-back.js








/** Plans the way back of a release. Whatever keeps Helm from going, its workloads can be patched. */
async function planHelm(client, { name }, release, moves, staying) {
    const unread = await reasonUnread(client, release);
    const history = unread === undefined ? await (0,owners_helm/* readRelease */.iJ)(client, release) : [];
    const way = unread ?? (await wayOf(client, release, history, moves, staying));
    const plan = { type: 'release', name, release };
    if (typeof way !== 'string')
        return { ...plan, way, words: describeWay(way, `Helm ${way.helm.version}`) };
    const pending = pendingWords(history?.at(-1), release);
    return { ...plan, way, words: [directWords(way), ...pending].join('; ') };
}
const directWords = (reason) => `its workloads are patched directly, and nothing else of it goes back, because ${reason}`;
async function reasonUnread(client, { namespace, name }) {
    // What is on a workload may have been written by any account.
    if (!(0,names/* isName */.Eo)(name) || !(0,names/* isNamespaceName */.Pi)(namespace))
        return 'its name is not one of Kubernetes';
    const missing = await (0,access/* missingPermissions */.HR)(client, namespace, toReadRelease);
    return missing.length > 0
        ? `the credentials may not list secrets in the namespace ${namespace}`
        : undefined;
}
async function wayOf(client, release, history, moves, staying) {
    if (!history)
        return 'one of its revisions cannot be read';
    const way = planRelease(history, release.namespace, moves, staying);
    if (typeof way === 'string')
        return way;
    const helm = await findHelm();
    if (!helm || helm.major < 3)
        return 'there is no helm on the PATH of the runner';
    if (helm.major < 4 && way.newest.isServerSide)
        return `Helm 4 has applied it server-side, and ${helm.version} is on the PATH`;
    const reason = (await lackOfRights(client, release.namespace, way)) ??
        (await lossByHelm(client, release.namespace, way));
    return reason ?? { ...way, helm };
}
/** What Helm refuses for an operation that was not brought to its end; none where there is no such thing, or it cannot be read. */
async function helm_back_unfinished(client, release) {
    if ((await reasonUnread(client, release)) !== undefined)
        return [];
    return pendingWords((await (0,owners_helm/* readRelease */.iJ)(client, release))?.at(-1), release);
}
function pendingWords(newest, { namespace, name }) {
    if (!newest || !(0,owners_helm/* isPending */.mm)(newest))
        return [];
    return [
        `its revision ${newest.number} is ${newest.status}, and Helm refuses the next upgrade before \`helm rollback ${name} <good revision> --namespace ${namespace}\` has ended that`,
    ];
}
/**
 * Has Helm take a release back as planned.
 *
 * @throws ActionError where it was deployed anew since
 */
async function backByHelm({ clusters: { client }, log }, { name, release, way }) {
    if (typeof way === 'string')
        return { direct: way };
    const present = (await (0,owners_helm/* readRelease */.iJ)(client, release))?.at(-1)?.number;
    if (present !== way.newest.number)
        throw new errors/* ActionError */.lZ(`another deploy has made revision ${present} of it since the plan was made; run the rollback again`);
    const revision = way.to.number;
    log.info(`… ${name}: goes back to revision ${revision}`);
    const { isServerSide } = way.newest;
    const target = { namespace: release.namespace, release: release.name, revision, isServerSide };
    const failed = await helmRollback(client, way.helm, target);
    if (failed === undefined)
        return {};
    for (const words of await helm_back_unfinished(client, release))
        log.warn(`${name}: ${words}.`);
    return { direct: failed };
}
/** The revision that was deployed since a release went back; undefined where there is none, or that is unknown. */
async function deployedSince({ clusters: { client } }, { release: { namespace, name }, way }) {
    if (typeof way === 'string')
        return undefined;
    // The way back has made one itself.
    const revision = way.newest.number + 2;
    const secret = `sh.helm.release.v1.${name}.v${revision}`;
    return (await client.find((0,names/* objectPath */.du)(names/* CORE */.M2, namespace, 'secrets', secret))) ? revision : undefined;
}

;// CONCATENATED MODULE: ./build/owners/jobs.js




/** What runs to its end, such as a migration: by group and kind. */
const jobs_RUN_ONCE = {
    'batch/Job': { api: names/* BATCH */.D_, plural: 'jobs' },
    '/Pod': { api: names/* CORE */.M2, plural: 'pods' },
};
/** An owner applies all of a release within so long. */
const ONE_RELEASE_MS = 60_000;
/**
 * Why all of what an owner has made must not go back to an older commit, as a part of a sentence: Jobs of it are of the newer
 * release, and the older ones would be made once more. What was there before that release stays as it is, and does not run again.
 *
 * @param until when the newer release came, in milliseconds since the epoch
 */
async function rerunRefusal(client, all, until) {
    const begun = until - ONE_RELEASE_MS;
    const runs = all.flatMap(({ group = '', kind, namespace = '', name }) => {
        const type = jobs_RUN_ONCE[`${group}/${kind}`];
        return type ? [{ ...type, kind, namespace, name }] : [];
    });
    const places = Map.groupBy(runs, ({ api, namespace, plural }) => (0,names/* objectPath */.du)(api, namespace, plural));
    const newer = [];
    for (const [path, own] of places) {
        const made = await madeAt(client, path);
        const [{ plural, namespace }] = own;
        if (!made)
            return `it has ${plural}, which the credentials may not list in the namespace ${namespace}, and older ones may run once more`;
        // One that is gone came with whichever release.
        const isNewer = ({ name }) => !((made.get(name) ?? Number.NaN) < begun);
        newer.push(...own.filter(isNewer).map(({ kind, name }) => `${kind}/${name}`));
    }
    const is = newer.length > 1 ? 'are' : 'is';
    return newer.length > 0
        ? `${(0,sentence/* namesOf */.eZ)(newer, owner/* MAX_NAMES */.o)} ${is} of the newer version, and those of the older one would run once more`
        : undefined;
}
/** When the objects at a path were made, by their names; undefined where they may not be listed. */
async function madeAt(client, path) {
    try {
        const { items } = await client.list(path);
        return new Map(items.map(({ metadata }) => [metadata.name, Date.parse(metadata.creationTimestamp ?? '')]));
    }
    catch (error) {
        if (error instanceof kubernetes_errors/* ApiError */.hD && error.status === 403)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/owners/back.js














/**
 * Plans the way back of an owner whose workloads these are. Asks for its rights, and changes nothing.
 *
 * @param staying workloads that are meant and stay as they are
 * @throws ActionError where a right is missing
 */
async function planOwner(clusters, moves, staying, readOnly) {
    const { owner } = moves[0];
    const { object, release } = owner;
    if (release)
        return planHelm(clusters.client, owner, release, moves, staying);
    if (!object)
        throw new errors/* ActionError */.lZ(`There is no object of the ${owner.name} that could be paused.`);
    const { client, namespace, plural, api } = (0,find/* locateOwnerObject */.J)(clusters, object);
    const verbs = readOnly ? ['get'] : ['get', 'patch'];
    const right = (resource, name) => ({
        group: api.split('/')[2] ?? '',
        ...{ resource, verbs, names: [name] },
    });
    await (0,access/* requirePermissions */.An)(client, namespace, [right(plural, object.name)]);
    const path = (0,names/* objectPath */.du)(api, namespace, plural, object.name);
    const stays = new Set((0,move/* withRollouts */.R)(staying).map(move/* workloadKey */.f));
    const until = Math.min(...moves.map((move) => move.until));
    if (object.type !== 'application') {
        const flux = await client.get(path);
        const lacks = (await sourceRefusal(client, flux, readOnly)) ?? (await rerunRefusal(client, (0,owners_flux/* inventoryOf */.o8)(flux), until));
        return planFlux(path, flux, moves, stays, lacks);
    }
    const application = await client.get(path);
    const made = (application.status?.resources ?? []).filter(({ hook }) => !hook);
    const reruns = await rerunRefusal(clusters.client, made, until);
    const plan = (0,argo_cd_plan/* planApplication */.s9)(application, moves, stays, reruns);
    if (plan.needsWindow)
        await (0,access/* requirePermissions */.An)(client, clusters.argo.namespace, [
            right('appprojects', (0,argo_cd/* projectOf */.v8)(plan.application)),
        ]);
    return plan;
}
/** Why no source can be made for a Kustomization: the right to, which is wanted and not needed. */
async function sourceRefusal(client, { spec, metadata }, readOnly) {
    const namespace = spec?.sourceRef?.namespace ?? metadata.namespace ?? '';
    const verbs = readOnly ? ['get'] : ['get', 'create', 'patch'];
    const group = flux_source/* SOURCE_API */.ZZ.split('/')[2] ?? '';
    const missing = await (0,access/* missingPermissions */.HR)(client, namespace, [
        { group, resource: 'gitrepositories', verbs },
    ]);
    return missing.length > 0
        ? `the credentials may not ${verbs.join(', ')} gitrepositories in the namespace ${namespace}`
        : undefined;
}
/** Pauses an owner and has it go back, where it does that itself. @throws ActionError where it cannot be paused */
async function back(context, plan) {
    if (plan.type === 'application')
        return (0,argo_cd_back/* backByArgo */.Kd)(context, plan);
    if (plan.type === 'release')
        return backByHelm(context, plan);
    await (0,flux_back/* pauseFlux */.KV)(context, plan);
    return { direct: 'Flux has no way back of its own' };
}
/** Why what went back does not last, as the rest of a sentence about its owner; undefined where no owner undoes it. */
async function undoing(context, plan) {
    if (plan.type === 'release') {
        const revision = await deployedSince(context, plan);
        return revision === undefined ? undefined : `was deployed anew (revision ${revision}) while it went back`;
    }
    const isHeld = plan.type === 'application'
        ? await (0,argo_cd_back/* holds */.v9)(context, plan.application)
        : await (0,flux_back/* fluxHolds */.kv)(context.clusters, plan);
    return isHeld ? undefined : RESUMED;
}
const RESUMED = 'was resumed while it went back, and brings the newer version again';
/** The commits that all of an owner goes back to; undefined where a part of it does, or not to one that Git has. */
const commitsOfPlan = (plan) => plan.type === 'application'
    ? (0,argo_cd_plan/* commitsOf */.g3)(plan)
    : plan.type === 'flux' && plan.commit !== undefined
        ? [plan.commit]
        : undefined;
/**
 * Has an owner whose workloads went back go on as it is to stand until it is handed back.
 *
 * @param isGood whether its workloads are still as they went back
 * @returns undefined where nothing was to be done
 */
async function settle(context, { object }, isGood) {
    if (object?.type !== 'kustomization')
        return undefined;
    const { namespace, api, plural } = (0,find/* locateOwnerObject */.J)(context.clusters, object);
    return (0,flux_back/* pinFlux */.TM)(context, (0,names/* objectPath */.du)(api, namespace, plural, object.name), isGood);
}

// EXTERNAL MODULE: ./build/owners/lasting/last.js + 4 modules
var last = __webpack_require__(92198);
// EXTERNAL MODULE: ./build/owners/lasting/owner.js
var lasting_owner = __webpack_require__(29857);
;// CONCATENATED MODULE: ./build/service/lasting.js






/**
 * The owners of what went back, now or by an earlier attempt, each with a pull request that makes it last where that is
 * possible.
 *
 * @param page the URL of the run
 */
async function keepersOf(results, gitops, config, page, run) {
    const { log, client, rollback } = run;
    const failed = new Set(results.flatMap(({ step, outcome }) => (outcome === 'failed' ? step.owner?.name : [])));
    const isThrough = (owner) => (0,find/* canBePaused */.oS)(owner) && (gitops === 'through' || owner.pausedBy !== undefined);
    const found = ownersOf(results);
    const standings = await Promise.all(found
        .filter((owner) => isThrough(owner) && !failed.has(owner.name))
        .map((owner) => standingOf(owner, run)));
    const cause = { id: rollback.id, reason: rollback.reason, run: page };
    const lasting = await (0,last/* makeLast */.L)(standings, config, cause, { log, signal: client.signal });
    return found.map((owner) => {
        const standing = standings.find(({ name }) => name === owner.name);
        const own = lasting.find(({ owner: name }) => name === owner.name);
        const keeper = {
            owner: owner.name,
            isPaused: owner.paused !== undefined || isThrough(owner),
            since: standing?.note?.at ?? owner.pausedSince,
            commits: standing?.places.places.map(({ commit }) => commit) ?? [],
            lasting: own ?? { reason: 'its source is not known' },
        };
        if (own)
            recordKeeper(keeper, run);
        return keeper;
    });
}
/** What went back now, and what an earlier attempt of a rollback has paused. */
function ownersOf(results) {
    const back = results.filter(({ outcome, step }) => outcome === 'rolled-back' || (outcome === 'no-op' && step.owner?.pausedBy !== undefined));
    const owners = back.flatMap(({ step: { owner } }) => owner ?? []);
    return [...new Map(owners.map((owner) => [owner.name, owner])).values()];
}
/** One that cannot be read any more goes on being an owner, of which nothing is known. */
async function standingOf(owner, { owners }) {
    const plan = owners.steps.map((step) => step.plan).find(({ name }) => name === owner.name);
    try {
        return await (0,lasting_owner/* readStanding */.Z)(owners.clusters, owner, plan && commitsOfPlan(plan));
    }
    catch (error) {
        const others = [`the ${owner.name} cannot be read: ${(0,sentence/* withoutFullStop */.Qu)((0,errors/* messageOf */.bD)(error))}`];
        return { name: owner.name, note: undefined, places: { places: [], others }, warnings: [] };
    }
}
function recordKeeper(keeper, { record, log }) {
    const { owner, since, lasting } = keeper;
    const { reason, pullRequest } = lasting;
    const message = `the ${owner} is paused${since ? ` since ${since}` : ''}: ${toDo(lasting)}`;
    log.info(`${reason === undefined ? '✓' : '✗'} ${message}`);
    record({
        ...{ component: 'owner', step: `make last ${owner}` },
        ...{ status: reason === undefined ? 'done' : 'failed', message },
        evidence: { ...(since && { since }), ...(pullRequest && { 'pull-request': pullRequest }) },
    });
}
/** Whether no owner brings the newer version back by itself once the open pull requests are merged. */
const isLasting = (keepers) => keepers.every(({ lasting }) => lasting.reason === undefined);
/** The output `owners`. */
const toOwners = (keepers) => keepers.map(({ owner, isPaused, since, commits, lasting }) => ({
    ...{ owner, paused: isPaused ? (since ?? true) : false, revision: commits.join(' ') || null },
    ...{ 'pull-request': lasting.pullRequest ?? '', 'handed-back': false, reason: lasting.reason ?? '' },
}));
/** ` Argo CD application shop stays paused …`; empty where none is. */
function pausedWords(keepers) {
    return keepers
        .filter(({ isPaused }) => isPaused)
        .map(({ owner, lasting }) => ` The ${owner} stays paused: ${toDo(lasting)}.`)
        .join('');
}
function toDo({ pullRequest, isThere, reason }) {
    if (isThere)
        return 'its source says the older version already, so hand it back';
    if (reason === undefined)
        return `merge ${pullRequest}, then hand it back`;
    return `put the older version into Git, then hand it back (no pull request: ${reason})`;
}

// EXTERNAL MODULE: ./build/service/plan.js
var service_plan = __webpack_require__(26729);
// EXTERNAL MODULE: ./build/domain/workloads/joined.js
var joined = __webpack_require__(31803);
// EXTERNAL MODULE: ./build/runner/consent.js
var consent = __webpack_require__(60225);
// EXTERNAL MODULE: ./build/domain/workloads/managed-fields.js
var managed_fields = __webpack_require__(42387);
// EXTERNAL MODULE: ./build/service/history.js + 1 modules
var service_history = __webpack_require__(33030);
;// CONCATENATED MODULE: ./build/service/beside.js







/** Names of one kind that a line can hold. */
const MAX_NAMES = 8;
/** What else a release may hold, and is left as it is; each is left out where these credentials may not list it. */
const KINDS = [
    { word: 'cronjob', api: '/apis/batch/v1', plural: 'cronjobs' },
    { word: 'job', api: '/apis/batch/v1', plural: 'jobs' },
    { word: 'horizontalpodautoscaler', api: '/apis/autoscaling/v2', plural: 'horizontalpodautoscalers' },
    { word: 'service', api: names/* CORE */.M2, plural: 'services' },
    { word: 'rollout', api: '/apis/argoproj.io/v1alpha1', plural: 'rollouts' },
    { word: 'cloneset', api: '/apis/apps.kruise.io/v1alpha1', plural: 'clonesets' },
];
/** Lists what else is in the namespace. What a cluster does not have, or these credentials may not list, is not there. */
async function listOthers(client, namespace) {
    const lists = await Promise.all(KINDS.map(async ({ word, api, plural }) => {
        try {
            return [word, (await client.list((0,names/* objectPath */.du)(api, namespace, plural))).items];
        }
        catch (error) {
            if (error instanceof kubernetes_errors/* ApiError */.hD && (error.status === 403 || error.status === 404))
                return [word, []];
            throw error;
        }
    }));
    return Object.fromEntries(lists);
}
/**
 * What of it belongs to what is rolled back, and how it stands to that. Pure.
 *
 * @param workloads all of the namespace
 * @param isAll the whole namespace is meant, and not some workloads of it
 */
function describeBeside(others, steps, workloads, isAll) {
    const back = steps.filter(({ action }) => action === 'roll-back');
    const related = relatedTo(others, steps, isAll);
    return {
        lines: linesOf(related),
        warnings: [
            ...others.service.flatMap((service) => serviceWarnings(service, steps, workloads)),
            ...others.service.flatMap((service) => portWarnings(service, back)),
            ...related.rollout.map(({ metadata }) => `rollout/${metadata.name} is left as it is; name it in \`workloads\` to roll it back as well`),
            ...related.cloneset.map(({ metadata }) => `cloneset/${metadata.name} is left as it is; go back by its own template (OpenKruise)`),
        ],
    };
}
/** Those that are of the releases that go back, or that scale or send to one of their workloads. */
function relatedTo(others, steps, isAll) {
    const back = steps.filter(({ action }) => action === 'roll-back');
    const releases = new Set(back.flatMap(({ workload }) => releasesOf(workload)));
    const isOfRelease = (object) => (isAll && back.length > 0) || releasesOf(object).some((release) => releases.has(release));
    const targets = new Set(back.map(targetOf));
    const inScope = new Set(steps.map(targetOf));
    return {
        cronjob: others.cronjob.filter(isOfRelease),
        job: others.job
            .filter(({ metadata }) => !metadata.ownerReferences?.some(({ controller }) => controller))
            .filter(isOfRelease),
        horizontalpodautoscaler: others.horizontalpodautoscaler.filter(({ spec }) => targets.has(targetOf(spec?.scaleTargetRef))),
        service: others.service.filter((item) => back.some(({ workload }) => sends(item, workload.spec.template))),
        rollout: others.rollout.filter((item) => isOfRelease(item) && !inScope.has(`Rollout/${item.metadata.name}`)),
        cloneset: others.cloneset.filter(isOfRelease),
    };
}
function linesOf(related) {
    const lines = [
        line('cronjob', related.cronjob, ({ spec }) => [spec?.schedule, ...imagesIn(spec?.jobTemplate?.spec?.template)].filter(Boolean).join(', ')),
        line('job', related.job, ({ spec }) => imagesIn(spec?.template).join(', ')),
        line('horizontalpodautoscaler', related.horizontalpodautoscaler, ({ spec }) => `${targetOf(spec?.scaleTargetRef).toLowerCase()}, ${spec?.minReplicas ?? 1} to ${spec?.maxReplicas}`),
        line('service', related.service, ({ spec }) => selectorWords(spec?.selector)),
        line('rollout', related.rollout, ({ spec }) => [
            ...imagesIn(spec?.template),
            ...(spec?.workloadRef ? [targetOf(spec.workloadRef).toLowerCase()] : []),
        ].join(', ')),
        line('cloneset', related.cloneset, ({ spec }) => imagesIn(spec?.template).join(', ')),
    ];
    return lines.filter((words) => words !== '');
}
/** Refuses a Deployment that is but the template of a Rollout: what serves is the Rollout's, by its own steps. */
function withoutRollout(step, { rollout }) {
    const user = rollout.find(({ spec }) => targetOf(spec?.workloadRef) === targetOf(step));
    if (step.action !== 'roll-back' || !user)
        return step;
    const { name } = user.metadata;
    const reason = `rollout/${name} has its template from it (workloadRef) and brings the pods: name rollout/${name} instead, and both go back`;
    return { ...step, action: 'refuse', reason };
}
/** A Service whose pods will be none after the rollback, or that may have been switched to them by the deploy. */
function serviceWarnings(service, steps, workloads) {
    const name = `service/${service.metadata.name}`;
    const selector = selectorWords(service.spec?.selector);
    const sent = steps.filter(({ action, workload }) => action !== 'no-op' && sends(service, workload.spec.template));
    const lost = sent.filter(({ action, template }) => action === 'roll-back' && !sends(service, template));
    if (lost.length > 0)
        return [
            `${name} selects ${selector}, which the older pods of ${lost.map(kinds/* label */.Pf).join(', ')} do not have: it sends them nothing until its selector is what it was`,
        ];
    const others = sent.length > 0
        ? workloads.filter((workload) => (0,joined/* hasTemplate */.rJ)(workload) && couldSend(service, workload))
        : [];
    if (others.length === 0)
        return [];
    const time = (0,managed_fields/* writtenAt */.n)(service, 'f:spec', 'f:selector');
    return [
        `${name} sends to ${sent.map(kinds/* label */.Pf).join(', ')} (${selector})${time ? `, was last changed at ${time}` : ''} and is left as it is; if the deploy switched it there from ${others.map((other) => (0,kinds/* label */.Pf)((0,kinds/* refOf */.H8)(other))).join(', ')}, set its selector back`,
    ];
}
/** Ports that a Service sends to and today's pods name, and the older ones do not: the release changed both. */
function portWarnings(service, back) {
    const wanted = [...new Set(service.spec?.ports?.map(({ port, targetPort = port }) => targetPort))];
    return back
        .filter(({ workload, template }) => sends(service, workload.spec.template) && sends(service, template))
        .flatMap((step) => {
        const now = portsOf(step.workload.spec.template);
        const then = portsOf(step.template);
        // What a template does not name may be open all the same, so one that names nothing says nothing of numbers.
        const lost = wanted.filter((port) => now.has(port) && !then.has(port) && (typeof port === 'string' || then.size > 0));
        return lost.length === 0
            ? []
            : [
                `service/${service.metadata.name} sends to port ${lost.join(', ')}, which the older pods of ${(0,kinds/* label */.Pf)(step)} do not have: set its \`targetPort\` back${then.size > 0 ? ` (they have ${[...then].join(', ')})` : ''}`,
            ];
    });
}
/** The ports that containers of a template name, as numbers and as names. */
const portsOf = ({ spec: { containers, initContainers = [] } }) => new Set([...containers, ...initContainers].flatMap(({ ports = [] }) => ports.flatMap(({ name, containerPort }) => name === undefined ? [containerPort] : [containerPort, name])));
/** True where other values of the same labels would make a Service send to a workload, as blue and green stand beside each other. */
function couldSend(service, { spec }) {
    const wanted = Object.entries(service.spec?.selector ?? {});
    const labels = spec.template.metadata?.labels ?? {};
    const isEqual = ([key, value]) => labels[key] === value;
    return (wanted.every(([key]) => Object.hasOwn(labels, key)) && wanted.some(isEqual) && !wanted.every(isEqual));
}
const releasesOf = ({ metadata: { labels = {}, annotations = {} } }) => [
    annotations['meta.helm.sh/release-name'],
    labels['app.kubernetes.io/instance'],
    labels['app.kubernetes.io/part-of'],
    labels['argocd.argoproj.io/instance'],
].filter((name) => name !== undefined);
/** True where a Service sends to the pods of a template. */
function sends({ spec }, template) {
    const matchLabels = spec?.selector ?? {};
    return Object.keys(matchLabels).length > 0 && (0,service_history/* selects */.ko)({ matchLabels }, template.metadata?.labels ?? {});
}
const selectorWords = (selector) => Object.entries(selector ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
const targetOf = (ref) => ref ? `${ref.kind}/${ref.name}` : '';
function imagesIn(template) {
    return (template?.spec.containers ?? []).map(({ image }) => image);
}
/** `cronjob/report (0 3 * * *, report:2), cronjob/clean (…) and 4 more`; empty where there is none. */
function line(word, items, describe) {
    return (0,sentence/* namesOf */.eZ)(items.map((item) => `${word}/${item.metadata.name} (${describe(item)})`), MAX_NAMES);
}

// EXTERNAL MODULE: ./build/service/configuration.js + 1 modules
var service_configuration = __webpack_require__(94313);
// EXTERNAL MODULE: ./build/service/images.js + 5 modules
var service_images = __webpack_require__(55837);
// EXTERNAL MODULE: ./build/service/namespace.js
var service_namespace = __webpack_require__(95763);
// EXTERNAL MODULE: ./build/service/lineage.js
var lineage = __webpack_require__(11805);
;// CONCATENATED MODULE: ./build/service/newer.js




/** Names that a line can hold. */
const MOST_NAMES = 10;
/**
 * In another attempt of a run, what would go back may be a newer release, which another run has deployed since: that is
 * refused. Where it is not known, that is said, and the rollback goes on.
 */
async function sparingNewer(groups, historyOf, ownWork, log) {
    const planned = groups.map((group) => [...group]);
    const leaving = planned.flat().filter(isLeaving);
    const work = leaving.length > 0 ? await ownWork() : undefined;
    if (!work)
        return planned;
    if ('unknown' in work) {
        log.warn(`These jobs are run again, and whether another run has deployed ${(0,sentence/* namesOf */.eZ)(leaving.map(kinds/* label */.Pf), MOST_NAMES)} since is not known: ${(0,sentence/* withoutFullStop */.Qu)(work.unknown)}.`);
        return planned;
    }
    return planned.map((group) => group.map((step) => spared(step, historyOf(step), work.spans)));
}
const isLeaving = ({ action, current }) => action === 'roll-back' && current !== undefined;
function spared(step, history, spans) {
    const { current } = step;
    if (!isLeaving(step) || !current)
        return step;
    const at = releasedAt(current, history);
    if (at === undefined || !isByAnother(at, spans))
        return step;
    const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
    return {
        ...step,
        action: 'refuse',
        reason: `its revision ${current.number} was made at ${time}, while no job of this run was at work: it is a newer release, which this run has not deployed; to roll that one back, start a new run`,
    };
}
/** When the release of a revision came: a restart since is none. Milliseconds since the epoch. */
function releasedAt(current, history) {
    const times = history.filter((other) => (0,lineage/* isSameRelease */._M)(other, current)).map(lineage/* createdAt */.CT);
    const known = times.filter((time) => time !== undefined);
    return known.length > 0 ? Math.min(...known) : undefined;
}

// EXTERNAL MODULE: ./build/service/permissions.js
var permissions = __webpack_require__(1004);
// EXTERNAL MODULE: ./build/service/rehearse.js + 1 modules
var rehearse = __webpack_require__(74860);
// EXTERNAL MODULE: ./build/service/restart.js
var service_restart = __webpack_require__(64183);
;// CONCATENATED MODULE: ./build/service/revisions.js



/**
 * The history of a workload, newest first, a line a revision: what `kubectl rollout history` shows, and what is known of
 * each. Pure.
 */
function revisionLines({ current, target }, history) {
    // A history that was read again has objects of its own.
    const is = (one, other) => one.object.metadata.uid === other?.object.metadata.uid;
    return history.map((revision) => {
        const { number, object, template, isKept } = revision;
        const made = (0,lineage/* createdAt */.CT)(revision);
        const good = (0,marks/* goodMark */.X3)(object);
        const left = (0,marks/* rolledBackMark */.vr)(object);
        const cause = object.metadata.annotations?.['kubernetes.io/change-cause'];
        const facts = [
            made === undefined ? undefined : `made at ${toSecond(new Date(made).toISOString())}`,
            is(revision, current) ? 'is the present one' : undefined,
            is(revision, target) && !is(revision, current) ? 'is what it goes back to' : undefined,
            good && `marked good at ${toSecond(good.at)} by run ${good.run}`,
            left && `rolled back from at ${toSecond(left.at)} by rollback ${left.id} (${left.reason})`,
            isKept ? 'no longer in the history, kept by mark-good' : undefined,
            cause && `change-cause: ${cause}`,
        ];
        const images = Object.entries((0,service_history/* imagesOf */.IC)(template)).map(([container, image]) => `${container}=${image}`);
        return `${number}: ${images.join(' ')}; ${facts.filter(Boolean).join('; ')}`;
    });
}
const toSecond = (at) => at.replace(/\.\d+Z$/, 'Z');

// EXTERNAL MODULE: ./build/service/select.js
var service_select = __webpack_require__(64690);
// EXTERNAL MODULE: ./build/service/lingering.js
var lingering = __webpack_require__(64745);
// EXTERNAL MODULE: ./build/service/reaction.js
var reaction = __webpack_require__(34865);
;// CONCATENATED MODULE: ./build/service/through.js










/**
 * Plans every owner that goes back itself, and logs the plans; warns of pending operations of Helm. Checks the rights, and
 * changes nothing.
 */
async function planOwners(steps, gitops, namespace, clusters, readOnly, log) {
    const moving = steps.filter(({ action, owner }) => gitops === 'through' && action === 'roll-back' && (0,find/* isGoneThrough */.zU)(owner));
    const staying = steps.flatMap((step) => stayingOf(step, namespace.name) ?? []);
    const byOwner = Map.groupBy(moving, ({ owner }) => owner?.name);
    await warnOfUnfinished(steps.flatMap(({ owner }) => (owner && !byOwner.has(owner.name) ? [owner] : [])), clusters, log);
    return Promise.all([...byOwner.values()].map(async (own) => {
        const moves = own.map((step) => moveOf(step, namespace));
        const plan = await planOwner(clusters, moves, staying, readOnly);
        log.info(`${plan.name}: ${plan.words}`);
        if (plan.type === 'release' && typeof plan.way === 'string')
            warnOfLingering(own, log);
        return { plan, steps: own };
    }));
}
/** A run that was killed while Helm went back may have left nothing else to be done. */
async function warnOfUnfinished(owners, { client }, log) {
    const releases = new Map(owners.flatMap(({ name, release }) => (release ? [[name, release]] : [])));
    for (const [name, release] of releases)
        for (const words of await helm_back_unfinished(client, release))
            log.warn(`${name}: ${words}.`);
}
/** What Helm has not taken back itself it may not take away either. */
function warnOfLingering(steps, log) {
    for (const step of steps) {
        const warning = (0,lingering/* lingeringWarning */.UQ)(step.workload, step.template);
        if (warning)
            log.warn(`${(0,kinds/* label */.Pf)(step)}: ${(0,sentence/* asSentence */.KG)(warning)}`);
    }
}
/** A workload as its owner knows it: the object that its template is in. */
function ownedAs({ workload, kind, name }, namespace) {
    const holder = (0,kinds/* refOf */.H8)((0,joined/* holderOf */.Kd)(workload));
    return workload.parts
        ? { ...holder, namespace, rollout: { kind, name, namespace } }
        : { kind, name, namespace };
}
function stayingOf(step, namespace) {
    const { action, workload } = step;
    if (action !== 'no-op' && action !== 'skip')
        return undefined;
    // One without a history is what the newer release added.
    return { ...ownedAs(step, namespace), template: workload.spec.template, isNew: action === 'skip' };
}
function moveOf(step, namespace) {
    const { target, workload } = step;
    const made = (target && (0,lineage/* createdAt */.CT)(target)) ?? Number.POSITIVE_INFINITY;
    const others = namespace.history(workload).filter((revision) => revision !== target);
    const later = others.map((revision) => (0,lineage/* createdAt */.CT)(revision) ?? 0).filter((at) => at > made);
    const { name: marker, ...marked } = step.good?.owner ?? {};
    return {
        ...{ ...ownedAs(step, namespace.name), owner: step.owner, template: step.template },
        ...(marker === step.owner?.name && { marked: marked }),
        since: made,
        until: Math.min(...later),
    };
}
const contextOf = ({ log, rollback, owners }) => ({
    clusters: owners.clusters,
    ...{ log, id: rollback.id, reason: rollback.reason },
});
/**
 * Has the owners of these workloads go back, each once.
 *
 * @returns why a workload must not be touched, by step: its owner could not be paused, and would undo it
 */
async function ownersBack(through, group) {
    const failed = new Map();
    const affected = through.owners.steps.filter(({ steps }) => steps.some((step) => group.includes(step)));
    await Promise.all(affected.map(async (owner) => {
        if (!through.gone.has(owner))
            through.gone.set(owner, await ownerBack(through, owner));
        const failure = through.gone.get(owner);
        for (const step of owner.steps)
            if (failure !== undefined)
                failed.set(step, failure);
    }));
    return failed;
}
async function ownerBack(through, { plan, steps }) {
    const subject = { component: 'owner', step: `go back ${plan.name}` };
    const began = performance.now();
    through.record({ ...subject, status: 'started', message: `${plan.name}: ${plan.words}` });
    const ended = () => ({ seconds: (performance.now() - began) / 1000 });
    try {
        const { direct } = await back(contextOf(through), plan);
        const isPaused = plan.type !== 'release';
        const message = direct
            ? `${plan.name}${isPaused ? ' is paused;' : ':'} its workloads are patched directly, because ${direct}`
            : `${plan.name} ${isPaused ? 'is paused and went back' : 'went back'}`;
        through.record({ ...subject, status: 'done', message, ...ended() });
        through.log.info(`✓ ${message}`);
        if (direct && plan.type === 'release' && typeof plan.way !== 'string')
            warnOfLingering(steps, through.log);
        return undefined;
    }
    catch (error) {
        const failed = plan.type === 'release' ? 'did not go back' : 'could not be paused';
        const message = `the ${plan.name} ${failed}, so its workloads were left as they are: ${(0,errors/* messageOf */.bD)(error)}`;
        through.record({ ...subject, status: 'failed', message, ...ended() });
        return message;
    }
}
/** The owners that bring the newer version again, each with why, as a sentence about it. */
async function undone(through) {
    const gone = [...through.gone].filter(([, failure]) => failure === undefined).map(([owner]) => owner);
    const found = await Promise.all(gone.map(({ plan }) => undoing(contextOf(through), plan)));
    return new Map(gone.flatMap((owner, at) => (found[at] ? [[owner, `the ${owner.plan.name} ${found[at]}`]] : [])));
}
/** Why a workload must not be patched after its release of Helm went back: it was deployed anew. */
async function deployedAnew(through, step) {
    const own = [...through.gone.keys()].find(({ steps }) => steps.includes(step));
    if (own?.plan.type !== 'release')
        return undefined;
    const reason = await undoing(contextOf(through), own.plan);
    return reason && `the ${own.plan.name} ${reason}`;
}
/**
 * Has the owners of what went back, now or by an earlier attempt, go on as they are to stand until they are handed back.
 * What is not done is said, and no failure of the rollback.
 *
 * @returns the workloads that an owner has brought to something else meanwhile, and that have to be patched once more
 */
async function settleOwners(through, results) {
    const byOwner = Map.groupBy(results, ({ step }) => step.owner?.name);
    const gone = new Set([...through.gone.keys()].map(({ plan }) => plan.name));
    const astray = [];
    for (const own of byOwner.values()) {
        const steps = own.map(({ step }) => step);
        const owner = steps[0]?.owner;
        const isDone = own.every(({ outcome }) => outcome !== 'failed' && outcome !== 'skipped');
        if (!owner || !isDone || !(gone.has(owner.name) || owner.pausedBy))
            continue;
        const subject = { component: 'owner', step: `pin ${owner.name}` };
        try {
            let away = [];
            const settled = await settle(contextOf(through), owner, async () => {
                away = await changedPods(through, steps);
                return away.length === 0;
            });
            // A resume by someone else is reported by the check that all of it is undone.
            if (settled === undefined || settled.isLost)
                continue;
            const message = `${owner.name} ${settled.words}`;
            through.log.info(`✓ ${message}`);
            through.record({ ...subject, status: 'done', message });
            if (settled.isAstray)
                astray.push(...away);
        }
        catch (error) {
            through.log.warn(`The ${owner.name} stays as it is: ${(0,errors/* messageOf */.bD)(error)}`);
            through.record({ ...subject, status: 'failed', message: (0,errors/* messageOf */.bD)(error) });
        }
    }
    return astray;
}
/** Those of these workloads whose pods are not as they went back, but for annotations. */
async function changedPods({ client, namespace }, steps) {
    const isAway = await Promise.all(steps.map(async ({ workload, template }) => {
        const { kind, name } = (0,kinds/* refOf */.H8)((0,joined/* holderOf */.Kd)(workload));
        const { spec } = await client.get((0,kinds/* workloadPath */.jC)(namespace.name, kind, name));
        return !(0,reaction/* isReactionTo */.T)(template, spec.template) || !(0,reaction/* isReactionTo */.T)(spec.template, template);
    }));
    return steps.filter((_, at) => isAway[at]);
}

// EXTERNAL MODULE: ./build/service/untouched.js
var untouched = __webpack_require__(28511);
;// CONCATENATED MODULE: ./build/service/prepare.js






















/**
 * Asks whether the credentials suffice to look and to begin, before anything else is done with them.
 *
 * @param readOnly where nothing will be changed with them
 * @throws ActionError with the missing rules
 */
async function checkPermissions(client, name, request, readOnly) {
    const observe = (0,permissions/* toObserve */.Af)(await (0,workloads_select/* kindsIn */.Rd)(client, request.selection, name));
    await (0,access/* requirePermissions */.An)(client, name, readOnly ? observe : [...observe, ...(0,permissions/* toBegin */.ZK)(request.health)]);
}
/**
 * Observes, selects and plans; changes nothing.
 *
 * @throws ActionError where anything is refused; with `on-failure: continue`, where that leaves nothing to go on with
 */
async function prepare(client, name, request, readOnly, log) {
    const { namespace, beside, plan: each } = await observeAndPlan(client, name, request, readOnly, log);
    const historyOf = ({ workload }) => namespace.history(workload);
    const plan = await sparingNewer(each, historyOf, request.ownWork, log);
    const planned = plan.flat();
    warnOfBrokenMarks(planned, namespace, log);
    for (const step of planned) {
        log.info((0,service_plan/* describeStep */.Ey)(step));
        if (readOnly)
            log.group(`${(0,kinds/* label */.Pf)(step)}: revisions`, revisionLines(step, namespace.history(step.workload)));
    }
    refuseUnknownChecks(request.health, namespace);
    refuse(planned, request);
    const restores = request.restoresConfig && (0,service_configuration/* hasCopies */.U4)(planned);
    if (restores)
        await (0,access/* requirePermissions */.An)(client, name, readOnly ? (0,permissions/* toReadConfig */.m5)() : (0,permissions/* toRestoreConfig */.A9)());
    const configuration = restores
        ? await (0,service_configuration/* planConfiguration */.SU)(client, name, planned, namespace)
        : service_configuration/* NO_CONFIGURATION */.hr;
    for (const { ref, copy } of configuration.restores)
        log.info(`${ref}: goes back to its copy ${copy.metadata.name}`);
    const imageCheck = () => new service_images/* ImageCheck */.q(client, name, request.mask);
    const images = imageCheck();
    const [rehearsed] = await Promise.all([
        (0,rehearse/* rehearse */.K)(client, name, plan, configuration.restores, !readOnly),
        images.prefetch(planned),
    ]);
    const groups = await (0,service_images/* checkImages */.B)(rehearsed, images, namespace, {
        ...{ accepts: request.accepts, log, other: imageCheck },
    });
    const steps = groups.flat();
    for (const step of steps.filter((each) => !planned.includes(each) && each.action !== 'roll-back'))
        log.info((0,service_plan/* describeStep */.Ey)(step));
    refuse(steps, request);
    announceRestarts(steps, configuration, request, log);
    const through = await planOwners(steps, request.wanted.gitops, namespace, request.owners, readOnly, log);
    const rest = describeBeside(beside, steps, namespace.workloads(), request.selection.all);
    for (const line of rest.lines)
        log.info(`Left as it is: ${line}`);
    warn(steps, [...configuration.warnings, ...rest.warnings], log);
    requireConsentToSecrets(configuration, request.accepts, readOnly, log);
    return {
        ...{ namespace, groups, configuration, keepsConfig: restores, leftAsIs: rest.lines },
        owners: { steps: through, clusters: request.owners },
    };
}
/** Reads the namespace and plans each selected workload by itself, in the groups that go back one after the other. */
async function observeAndPlan(client, name, request, readOnly, log) {
    const { selection, wanted } = request;
    const [namespace, beside] = await Promise.all([
        (0,workloads_select/* kindsIn */.Rd)(client, selection, name).then((kinds) => service_namespace/* NamespaceCache */.U.watch(client, name, kinds, log)),
        listOthers(client, name),
    ]);
    const groups = await (0,service_select/* select */.L)(client, namespace, selection);
    const refs = groups.flat().flatMap(({ workload }) => (0,joined/* objectsOfWorkload */.Ds)(workload).map(kinds/* refOf */.H8));
    if (!readOnly)
        await (0,access/* requirePermissions */.An)(client, name, (0,permissions/* toRollBack */.OS)(refs));
    const owners = await (0,find/* findOwners */.Gr)(request.owners, groups.flat().map(({ workload }) => workload));
    const seen = groups.map((group) => group.map(({ workload, named }) => ({
        workload,
        named,
        owner: owners.get(workload.metadata.uid),
        history: namespace.history(workload),
        pods: namespace.pods(workload),
    })));
    const begun = (0,untouched/* deployBegun */.r6)(seen.flat(), wanted.deployedAt, client.now.getTime());
    const plan = seen.map((group) => group.map((item) => withoutRollout((0,service_plan/* planStep */.ek)({ ...item, untouched: (0,untouched/* untouchedReason */._w)(item, begun) }, wanted), beside)));
    return { namespace, beside, plan };
}
/** Says whose pods are started anew. @throws ActionError where that would come to nothing */
function announceRestarts(steps, { restores }, { wanted }, log) {
    for (const step of steps.filter((step) => (0,service_restart/* needsRestart */.jT)(step, restores))) {
        const owed = (0,service_restart/* pendingOf */.lc)(step);
        const reason = owed
            ? `its configuration went back in rollback ${owed.id}, which ended before it could restart its pods`
            : 'its configuration goes back';
        log.info(`${(0,kinds/* label */.Pf)(step)}: its pods are started anew, because ${reason}`);
        const refused = (0,service_plan/* refusalOfChange */.eL)(step.workload, step.owner, wanted);
        if (refused)
            throw refusal([{ ...step, action: 'refuse', reason: refused }], steps.length);
    }
}
/** @throws ActionError where something is refused; with `on-failure: continue`, where that leaves nothing to go on with */
function refuse(steps, { onFailure }) {
    const refused = steps.filter((step) => step.action === 'refuse');
    if (refused.length === 0)
        return;
    const isSomethingLeft = onFailure === 'continue' && steps.some(({ action }) => !['refuse', 'skip'].includes(action));
    if (!isSomethingLeft)
        throw refusal(refused, steps.length);
}
/** An older password may not be accepted any more. A dry run says which consent would be needed. */
function requireConsentToSecrets({ rotated }, accepts, readOnly, log) {
    if (rotated.length === 0)
        return;
    const names = rotated.join(', ');
    const warning = `${names} would go back to what was kept with the older release, and nothing shows that the deploy that is rolled back wrote what it holds now (\`restore-config: never\` keeps all configuration as it is)`;
    if (readOnly)
        log.warn(`${warning}; the rollback goes on with \`accept: secrets\`.`);
    else
        (0,consent/* requireConsent */.C)(accepts, 'secrets', `Nothing was changed: ${warning}`);
}
/** A configuration has checks for more than is rolled back now; what is nowhere is a slip of the pen. */
function refuseUnknownChecks(health, namespace) {
    const known = namespace.workloads().map((workload) => (0,kinds/* label */.Pf)((0,kinds/* refOf */.H8)(workload)));
    const unknown = health.find((check) => check.for !== undefined &&
        namespace.kinds.includes((0,kinds/* parseRef */.rd)(check.for).kind) &&
        !known.includes(check.for));
    if (unknown)
        throw new errors/* ActionError */.lZ(`Input \`health\` names ${unknown.for}, which is not in the namespace ${namespace.name}; there are ${known.sort().join(', ')}.`);
}
function refusal(refused, all) {
    const [first] = refused;
    const others = refused.length > 1 ? ` (and ${refused.length - 1} more)` : '';
    const of = all > 1 ? ` of ${all}` : '';
    return new errors/* ActionError */.lZ((0,sentence/* asSentence */.KG)(`Nothing was changed: ${(0,kinds/* label */.Pf)(first)}${others}${of} cannot be rolled back: ${first.reason}`), {
        details: refused.map(service_plan/* describeStep */.Ey),
    });
}
/** Marks that cannot be read are passed over, with a warning for those who rely on them. */
function warnOfBrokenMarks(steps, namespace, log) {
    for (const { workload } of steps) {
        const objects = [workload, ...namespace.history(workload).map(({ object }) => object)];
        for (const broken of objects.flatMap(marks/* brokenMarks */.YW))
            log.warn(`Passed over: ${broken}.`);
    }
}
/** Says each warning once, for all the workloads that it holds for: a run's page shows ten. */
function warn(steps, warnings, log) {
    const byWarning = new Map();
    for (const step of steps) {
        for (const warning of step.warnings)
            byWarning.set(warning, [...(byWarning.get(warning) ?? []), (0,kinds/* label */.Pf)(step)]);
    }
    for (const [warning, labels] of byWarning)
        log.warn(`${prepare_names(labels)}: ${(0,sentence/* asSentence */.KG)(warning)}`);
    for (const warning of warnings)
        log.warn((0,sentence/* asSentence */.KG)(warning));
}
/** Names that a line can hold; the plan above has them all. */
const prepare_MOST_NAMES = 10;
const prepare_names = (labels) => (0,sentence/* namesOf */.eZ)(labels, prepare_MOST_NAMES);

// EXTERNAL MODULE: ./build/base/mermaid.js
var mermaid = __webpack_require__(28991);
;// CONCATENATED MODULE: ./build/service/render.js




/** How a rollback has ended, and the one sentence about it. */
function sentenceOf(results) {
    const all = results.length;
    const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
    const [failed] = results.filter(({ outcome }) => outcome === 'failed');
    const [skipped] = results.filter(({ outcome }) => outcome === 'skipped');
    if (failed)
        return {
            result: 'failed',
            message: `The rollback failed for ${count('failed')} of ${all} workloads; ${failed.message}`,
        };
    if (skipped && count('skipped') === all)
        return {
            result: 'failed',
            message: `Nothing could be rolled back: all ${all} workloads were skipped; ${(0,kinds/* label */.Pf)(skipped.step)}: ${(0,sentence/* withoutFullStop */.Qu)(skipped.message)}; name a revision or an image with \`to\`.`,
        };
    const back = count('rolled-back');
    if (back === 0)
        return {
            result: 'no-op',
            message: `Nothing to roll back: ${count('no-op')} of ${all} workloads are where they should be${others([[count('skipped'), 'skipped']])}.`,
        };
    const idle = results.filter(({ isIdle, outcome }) => isIdle && outcome === 'rolled-back').length;
    const rest = others([
        [idle < back ? idle : 0, 'rolled back without pods that could show it works'],
        [count('no-op'), 'there already'],
        [count('skipped'), 'skipped'],
    ]);
    const message = idle === back
        ? `Rolled back: ${back} of ${all} workloads${rest}; they have no pods, so nothing shows that they work.`
        : `Rolled back and serving: ${back - idle} of ${all} workloads${rest}.`;
    return { result: 'done', message };
}
/** What became of the others: ` (2 there already, 1 skipped)`. */
function others(counts) {
    const parts = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
    return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
/** A rollback for other steps: the output `workloads`. */
function toOutput(results) {
    return results.map(({ step, outcome, seconds, message }) => ({
        kind: step.kind,
        name: step.name,
        from: step.from,
        to: step.to,
        outcome,
        seconds: Number(seconds.toFixed(1)),
        message,
    }));
}
/** The same for a plan that is not carried out. */
function planToOutput(steps) {
    return steps.map(({ kind, name, from, to, action, reason }) => ({
        kind,
        name,
        from,
        to,
        does: action,
        message: reason,
    }));
}
/** The job summary: the sentence first, then a line a workload, then when each was at work. */
function render_summaryOf(sentence, results, leftAsIs = []) {
    const rows = results.map(({ step, outcome, seconds, message }) => [
        `${ICONS[outcome]} ${outcome}`,
        (0,markdown/* code */.aY)((0,kinds/* label */.Pf)(step)),
        arrow(step),
        `${seconds.toFixed(1)} s`,
        (0,markdown/* inert */.tJ)(message),
    ]);
    return [
        `## ${(0,markdown/* inert */.tJ)(sentence)}`,
        (0,markdown/* table */.tp)(['', 'Workload', 'From → to', 'Time', 'Why'], rows),
        timeline(results),
        ...(leftAsIs.length > 0 ? [leftWords(leftAsIs)] : []),
    ].join('\n\n');
}
/** The job summary of a dry run. */
function planSummary(sentence, steps, leftAsIs = []) {
    const rows = steps.map((step) => [
        step.action,
        (0,markdown/* code */.aY)((0,kinds/* label */.Pf)(step)),
        arrow(step),
        (0,markdown/* inert */.tJ)([step.reason, ...step.warnings].join('; ')),
    ]);
    return [
        `## ${(0,markdown/* inert */.tJ)(sentence)}`,
        (0,markdown/* table */.tp)(['Plan', 'Workload', 'From → to', 'Why'], rows),
        ...(leftAsIs.length > 0 ? [leftWords(leftAsIs)] : []),
    ].join('\n\n');
}
const leftWords = (lines) => `Left as it is: ${lines.map(markdown/* inert */.tJ).join('; ')}.`;
const ICONS = {
    'rolled-back': '✅',
    'no-op': '⚪',
    failed: '❌',
    skipped: '⏭️',
    restored: '↩️',
};
function arrow({ from, to, action }) {
    return action === 'roll-back' ? `${version(from)} → ${version(to)}` : version(from);
}
function version({ revision, images }) {
    const all = Object.values(images).map(markdown/* code */.aY).join(' ');
    return revision === null ? all : `${revision} (${all})`;
}
/** A Mermaid gantt chart of the workloads that took time, in seconds since the start. */
function timeline(results) {
    const bars = results
        .filter(({ seconds }) => seconds > 0)
        .map(({ step, outcome, start, seconds }) => ({
        name: (0,kinds/* label */.Pf)(step),
        style: outcome === 'failed' ? 'crit' : undefined,
        from: Math.round(start * 1000),
        to: Math.round(Math.max(start + seconds, start + 0.001) * 1000),
    }));
    return (0,mermaid/* gantt */.V)({ title: 'Time since the start', axis: '%M:%S' }, bars);
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/service/copies.js
var service_copies = __webpack_require__(19443);
;// CONCATENATED MODULE: ./build/service/configuration-back.js






/** What of a plan's configuration the workloads of one group use, before or after. */
function restoresFor(steps, restores) {
    const active = steps.filter((step) => step.action === 'roll-back' || step.action === 'no-op');
    return restores.filter((restore) => active.some((step) => (0,service_configuration/* uses */.r9)(step.template, [restore])));
}
/**
 * Keeps the present contents as copies owned by the revisions that are left behind, then puts those of `due` in their
 * place. Where one cannot be, those before it go back to what they were: no workload has been touched yet.
 *
 * @returns the copies of what was there, of revisions that none was captured for before
 */
async function putConfigurationBack(task, due) {
    const { client, log, record } = task;
    const captured = await captureConfiguration(task, due);
    for (const restore of due) {
        const event = {
            component: restore.ref,
            where: { cluster: client.cluster, namespace: restore.copy.metadata.namespace },
            step: 'put configuration back',
            to: restore.copy.metadata.name,
        };
        try {
            const before = await (0,service_copies/* restoreConfig */.tj)(client, restore);
            const warning = before && (0,lingering/* lingeringKeys */.Ot)(before, restore.copy);
            if (warning)
                log.warn(`${restore.ref}: ${(0,sentence/* asSentence */.KG)(warning)}`);
        }
        catch (error) {
            record({ ...event, status: 'failed', message: (0,errors/* messageOf */.bD)(error) });
            await bringConfigurationBack(client, restore.copy.metadata.namespace, captured, log);
            throw new errors/* ActionError */.lZ(`${restore.ref} could not be put back from ${restore.copy.metadata.name}, and its workloads were not touched: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
        }
        log.info(`✓ ${restore.ref}: put back from its copy ${restore.copy.metadata.name}`);
        record({ ...event, status: 'done' });
    }
    return captured;
}
/** Puts captured contents back; what cannot be is warned about, with the copies that have it. */
async function bringConfigurationBack(client, name, captured, log) {
    // Those of one ConfigMap have the same content, whosever they are.
    const named = [...captured].flatMap(([owner, copies]) => (0,service_copies/* namedCopies */.Vt)(owner, copies));
    const kept = [...new Map(named.map((copy) => [copy.ref, copy])).values()];
    try {
        const { restores } = await (0,service_copies/* findRestores */.B)(client, name, kept);
        for (const restore of restores)
            await (0,service_copies/* restoreConfig */.tj)(client, restore);
    }
    catch (error) {
        const copies = kept.map((copy) => copy.name).join(', ');
        log.warn(`The configuration could not be brought back: ${(0,errors/* messageOf */.bD)(error)}; its copies are ${copies}.`);
    }
}
/**
 * Copies of all configuration that is about to be replaced, also what other workloads use: all of a revision's, before the
 * first of it is replaced. It is remembered on the revision that is left, at once: a run that is killed after the contents are
 * replaced cannot read them any more, and the next one finds no difference there, but what was remembered.
 */
async function captureConfiguration({ client, rollback, groups, restores, captured: before }, due) {
    const captured = new Map();
    for (const step of groups.flat().filter(({ action }) => action === 'roll-back' || action === 'no-op')) {
        const owner = (step.current ?? step.target)?.object;
        const used = new Set([
            ...(0,service_copies/* configRefs */.z$)(step.workload.spec.template),
            ...(0,service_copies/* configRefs */.z$)(step.template),
        ]);
        if (!owner || before.has(owner.metadata.uid) || !due.some(({ ref }) => used.has(ref)))
            continue;
        const refs = restores.map(({ ref }) => ref).filter((ref) => used.has(ref));
        const config = await (0,service_copies/* keepCopies */.HV)(client, owner, refs);
        // What a revision that stays was found with is not its own.
        if (step.action === 'roll-back')
            await remember(client, owner, rollback, config);
        captured.set(owner.metadata.uid, config);
    }
    return captured;
}
async function remember(client, revision, { id, run }, config) {
    const earlier = (0,marks/* leftConfigMark */.Hs)(revision);
    const isOurs = earlier?.id === id || earlier?.run === run;
    const mark = {
        revision: revision.metadata.uid,
        id,
        run,
        at: new Date().toISOString(),
        config: { ...(isOurs ? earlier?.config : {}), ...config },
    };
    await (0,marks/* annotateRevision */.mS)(client, revision, (0,marks/* leftConfigAnnotation */.JN)(mark));
}

// EXTERNAL MODULE: ./build/service/digests.js
var digests = __webpack_require__(72801);
// EXTERNAL MODULE: ./build/service/hand-over.js + 1 modules
var hand_over = __webpack_require__(97320);
;// CONCATENATED MODULE: ./build/service/notes.js




/**
 * Writes on a revision what later runs would like to know. A cluster may refuse every change of that object, as policies
 * do that look at the image of the bad release: production goes back all the same.
 */
const noteOnRevision = ({ client, log }, object, annotations) => noted(log, object, () => (0,marks/* annotateRevision */.mS)(client, object, annotations));
/** Does what only later runs need; that the API server refuses it is a warning. */
async function noted(log, { kind, metadata }, write) {
    try {
        await write();
    }
    catch (error) {
        if (!(error instanceof kubernetes_errors/* ApiError */.hD))
            throw error;
        log.warn(`What happened could not be noted on ${kind} ${metadata.name}, so the next rollback knows less: ${(0,sentence/* withoutFullStop */.Qu)((0,errors/* messageOf */.bD)(error))}.`);
    }
}

// EXTERNAL MODULE: ./build/service/patch.js
var patch = __webpack_require__(71510);
// EXTERNAL MODULE: ./build/service/patch-workload.js
var patch_workload = __webpack_require__(60138);
// EXTERNAL MODULE: ./build/base/time-limit.js
var time_limit = __webpack_require__(2609);
;// CONCATENATED MODULE: ./build/service/restore.js















/** Brings the configuration and every workload that was changed back to what they were before. */
async function restoreAll(running, results) {
    const client = running.client.withSignal((0,time_limit/* timeLimit */.z)(waits/* WAITS */.r.SERVICE_RESTORE_MS, 'What was changed did not go back'));
    running.log.warn('A workload failed and `on-failure` is restore: all that was changed goes back to what it was.');
    const captured = withoutThoseOf(results.filter(({ step }) => staysPut(running, step)), running.captured);
    await bringConfigurationBack(client, running.namespace.name, captured, running.log);
    const restored = await Promise.all(results.map((result) => restoreOne({ ...running, client }, result)));
    client.close();
    return restored;
}
/** True where what it ran before this run did not serve: bringing that back would not help. */
const staysPut = ({ changed }, step) => changed.has(step) && step.current?.available !== true && !(0,held/* isHeld */.i7)(step.workload);
/** The captured configuration without that of workloads that stay as they are now. */
function withoutThoseOf(results, captured) {
    const used = new Set(results.flatMap(({ step }) => (0,service_copies/* configRefs */.z$)(step.template)));
    const rest = [...captured].map(([uid, copies]) => [uid, Object.fromEntries(Object.entries(copies).filter(([ref]) => !used.has(ref)))]);
    return new Map(rest);
}
async function restoreOne(running, result) {
    const { client } = running;
    const { step, outcome, message } = result;
    if (step.action !== 'roll-back' && step.action !== 'no-op')
        return result;
    if (staysPut(running, step)) {
        const note = 'It was not brought back to what it was, because that did not serve either.';
        return { ...result, message: `${(0,sentence/* asSentence */.KG)(message)} ${note}` };
    }
    try {
        const current = await (0,patch_workload/* readWorkload */.Ez)(client, step.workload);
        if ((0,service_history/* sameTemplate */.N_)(current.spec.template, step.workload.spec.template)) {
            if (running.pending.includes(step))
                await (0,service_restart/* unmarkPending */.On)(running, [step]);
            return result;
        }
        const changed = await (0,patch_workload/* patchWorkload */.K2)(running, current, (fresh) => {
            const mine = (0,reaction/* isReactionTo */.T)((0,service_history/* withoutRestart */.we)(step.template), (0,service_history/* withoutRestart */.we)(fresh.spec.template));
            if (!mine)
                throw new errors/* ActionError */.lZ('someone else has changed it since');
            return (0,patch/* restorePatch */.J)(fresh, step);
        });
        await (0,hand_over/* handFieldsOver */.Nf)({ ...running, client }, step.workload, changed);
        if (step.current && step.action === 'roll-back') {
            const mark = markBefore(step.current.object, running.rollback.id);
            await noteOnRevision({ client, log: running.log }, step.current.object, mark);
        }
        if (outcome === 'failed')
            return reportResult(running, {
                ...result,
                message: `${(0,sentence/* asSentence */.KG)(message)} It was brought back to what it was.`,
            });
        return reportResult(running, {
            ...result,
            outcome: 'restored',
            message: 'brought back to what it was, because another workload failed',
        });
    }
    catch (error) {
        const failure = `${(0,sentence/* asSentence */.KG)(message)} It could not be brought back: ${(0,sentence/* asSentence */.KG)((0,errors/* messageOf */.bD)(error))}`;
        return reportResult(running, { ...result, outcome: 'failed', message: failure });
    }
}

// EXTERNAL MODULE: ./build/service/rollout.js + 3 modules
var rollout = __webpack_require__(62400);
// EXTERNAL MODULE: ./build/service/rollout-kind.js
var rollout_kind = __webpack_require__(76532);
;// CONCATENATED MODULE: ./build/service/rollback.js





















/**
 * Carries out a plan: the groups one after another, of each its configuration first and then its workloads, side by
 * side. Never throws for a workload that fails: the result of each says what happened to it.
 */
async function carryOutPlan(plan) {
    const { groups, onFailure } = plan;
    const running = {
        ...plan,
        replaced: new Set(),
        captured: new Map(),
        pending: [],
        changed: new Set(),
        busy: new Set(),
        waiting: new Set(),
        gone: new Map(),
        configurationFailed: false,
        started: performance.now(),
        limit: (0,p_limit/* default */.A)(plan.maxParallel),
    };
    const results = [];
    for (const group of groups) {
        const stopped = onFailure !== 'continue' && results.some((result) => result.outcome === 'failed');
        results.push(...(stopped
            ? group.map((step) => reportResult(running, skipped(step, 'an earlier group failed')))
            : await carryOutGroup(running, group)));
    }
    const lasting = await failUndone(running, results);
    // A workload that this run did not change was so before, and does not send the others forward again; where it changed none,
    // the configuration can be restored without that.
    const failed = running.configurationFailed ||
        lasting.some(({ outcome, step }) => outcome === 'failed' && (running.changed.has(step) || running.changed.size === 0));
    // A cancelled run has to stop, and the runner ends it within seconds.
    const cancelled = plan.client.signal.reason instanceof errors/* CancelledError */.cc;
    if (failed && onFailure === 'restore' && !cancelled)
        return restoreAll(running, lasting);
    return failUndone(running, await settled(running, lasting));
}
/** What an owner that was resumed or deployed anew meanwhile brings undoes what went back. */
async function failUndone(running, results) {
    const again = await undone(running);
    return results.map((result) => {
        const [, reason] = [...again].find(([{ steps }]) => steps.includes(result.step)) ?? [];
        if (reason === undefined || result.message.includes(reason))
            return result;
        const both = result.outcome === 'failed' ? `${(0,sentence/* withoutFullStop */.Qu)(result.message)}; ${reason}` : reason;
        const message = `${both}; run the rollback once more, or stop whoever does that`;
        return reportResult(running, { ...result, outcome: 'failed', message });
    });
}
/** Owners go on as they are to stand; what one of them has taken elsewhere by that is patched once more. */
async function settled(running, results) {
    const astray = await settleOwners(running, results);
    return Promise.all(results.map((result) => astray.includes(result.step)
        ? running.limit(() => carryOutStep(running, { ...result.step, action: 'roll-back' }))
        : result));
}
async function carryOutGroup(running, group) {
    const unpaused = await ownersBack(running, group);
    try {
        await changeConfiguration(running, group.filter((step) => !unpaused.has(step)));
    }
    catch (error) {
        running.configurationFailed = true;
        return group.map((step) => reportResult(running, step.action === 'skip'
            ? skipped(step, step.reason)
            : { ...skipped(step, (0,errors/* messageOf */.bD)(error)), outcome: 'failed' }));
    }
    return Promise.all(group.map((step) => {
        const failure = unpaused.get(step);
        return failure === undefined
            ? running.limit(() => carryOutStep(running, step))
            : reportResult(running, { ...skipped(step, failure), outcome: 'failed' });
    }));
}
/** Puts a group's configuration back; what uses it in a later group has to be started anew as well. */
async function changeConfiguration(running, group) {
    const restores = restoresFor(group, running.restores).filter((restore) => !running.replaced.has(restore));
    const others = running.groups.flat().filter((step) => !running.pending.includes(step));
    const marked = await (0,service_restart/* markPending */.Pe)(running, others, restores, running.rollback.id);
    try {
        const captured = await putConfigurationBack(running, restores);
        running.captured = new Map([...running.captured, ...captured]);
    }
    catch (error) {
        // What is left of it costs a restart too many.
        await (0,service_restart/* unmarkPending */.On)(running, marked).catch(() => { });
        throw error;
    }
    for (const restore of restores)
        running.replaced.add(restore);
    running.pending.push(...marked);
}
async function carryOutStep(running, step) {
    if (step.action === 'skip')
        return reportResult(running, skipped(step, step.reason));
    if (step.action === 'refuse')
        return reportResult(running, { ...skipped(step, step.reason), outcome: 'failed' });
    const begun = performance.now();
    running.busy.add(step);
    const ended = (outcome, message, details = []) => {
        const start = (begun - running.started) / 1000;
        return reportResult(running, { step, outcome, message, details, seconds: since(begun), start });
    };
    try {
        running.record({ ...subjectOf(running, step), step: 'roll back', status: 'started', ...fromTo(step) });
        const restart = (0,service_restart/* needsRestart */.jT)(step, running.restores);
        const changed = step.action === 'roll-back'
            ? await switchTemplate(running, step)
            : restart
                ? await (0,service_restart/* restartPods */.u8)(running, step)
                : undefined;
        if (changed)
            running.changed.add(step);
        if (changed && step.action === 'roll-back')
            await (0,hand_over/* handFieldsOver */.Nf)(running, step.workload, changed);
        const change = changed && { before: step.workload, template: changed.spec.template };
        const others = (isWaiting) => {
            if (isWaiting)
                running.waiting.add(step);
            else
                running.waiting.delete(step);
            // Rollouts that wait for one another free nothing.
            return [...running.busy].some((other) => other !== step && !running.waiting.has(other));
        };
        const pods = await (0,rollout/* awaitRollout */.m)({ ...running, others }, step, change);
        (0,digests/* requireDigests */.p8)(step, step.template, step.good, pods);
        if (await (0,health/* verifyHealth */.g)(running.client, step, pods, running.health))
            running.record({ ...subjectOf(running, step), step: 'health check', status: 'done' });
        if (restart || step.target?.isKept)
            await noted(running.log, step.workload, () => (0,service_restart/* inheritMarks */.m5)(running, step, running.rollback));
        const outcome = restart || step.action === 'roll-back' ? 'rolled-back' : 'no-op';
        const reason = restart ? 'its configuration went back, so its pods were started anew' : step.reason;
        if (pods.length > 0 || (0,held/* isHeld */.i7)(step.workload))
            return ended(outcome, reason);
        return { ...ended(outcome, `${reason}; it has no pods, so nothing shows that it works`), isIdle: true };
    }
    catch (error) {
        const details = error instanceof errors/* ActionError */.lZ ? error.details : [error.stack ?? ''];
        return ended('failed', (0,errors/* messageOf */.bD)(error), details);
    }
    finally {
        running.busy.delete(step);
        running.waiting.delete(step);
    }
}
/** Marks the revision that is left behind, then switches the workload to the planned template. */
async function switchTemplate(running, step) {
    const anew = await deployedAnew(running, step);
    if (anew !== undefined)
        throw new errors/* ActionError */.lZ(anew);
    const { id, run, wanted, reason } = running.rollback;
    const at = new Date().toISOString();
    // Where only a pause is taken away, nothing is left.
    const left = step.current === step.target ? undefined : step.current?.object;
    const target = step.target?.object.metadata.uid ?? '';
    const mark = { id, run, at, wanted, to: target, revision: step.to.revision ?? 0 };
    if (left) {
        const gone = { revision: left.metadata.uid, id, at, reason: reason.replace(/\s+/g, ' ').slice(0, 200) };
        await noteOnRevision(running, left, (0,marks/* rolledBackAnnotation */.pK)(gone));
    }
    const back = step.target?.object;
    try {
        // Where its steps are kept, that the stable pods serve meanwhile is what they are for. One that is on its way to the target
        // already would lose it by that.
        if (step.kind === 'Rollout' && step.current !== step.target)
            await (0,rollout_kind/* abort */.h2)(running.client, step.workload);
        const changed = await (0,patch_workload/* patchWorkload */.K2)(running, step.workload, (fresh) => {
            requireUnchanged(running, step, fresh);
            return (0,patch/* rollbackPatch */.H)(fresh, step, mark);
        });
        // A revision that is returned to on purpose does not count as left any more.
        if (back && (0,marks/* rolledBackMark */.vr)(back))
            await noteOnRevision(running, back, (0,marks/* rolledBackAnnotation */.pK)(null));
        return changed;
    }
    catch (error) {
        // What was not left must not be taken for bad; where even this fails, mark-good clears it.
        if (left && !running.client.signal.aborted) {
            await noteOnRevision(running, left, markBefore(left, id)).catch(() => { });
        }
        throw error;
    }
}
/** @throws ActionError where someone has changed the template since the plan was made */
function requireUnchanged({ gone }, step, { spec: { template } }) {
    // What its owner brought instead is put right under the pause.
    const isByOwner = [...gone.keys()].some(({ plan }) => plan.name === step.owner?.name);
    if (!isByOwner &&
        !(0,reaction/* isReactionTo */.T)(step.workload.spec.template, template) &&
        !(0,service_history/* sameTemplate */.N_)(template, step.template)) {
        throw new errors/* ActionError */.lZ(`${(0,kinds/* label */.Pf)(step)} was changed by someone else since the plan was made; nothing was done to it: run the rollback again.`);
    }
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/base/files.js
var files = __webpack_require__(60599);
;// CONCATENATED MODULE: ./build/service/state-file.js




/** Metadata that belongs to one life of an object and is refused or ignored when it is written back. */
const OF_THE_SERVER = [
    'uid',
    'resourceVersion',
    'generation',
    'creationTimestamp',
    'managedFields',
    'selfLink',
    'deletionTimestamp',
];
/**
 * Writes the manifests of all workloads of a plan as one file that `kubectl replace -f` and `kubectl apply -f` take.
 * The templates of their revisions are in it as comments: written back, a ReplicaSet would take its old size, and
 * serving pods with it. Secrets and ConfigMaps are not in it: what a rollback replaces of them is kept in the cluster.
 */
function writeStateFile(path, steps, namespace) {
    const documents = steps.map((step) => {
        const revisions = namespace.history(step.workload).map(({ number, object, template }) => {
            const head = `Revision ${number}, ${object.kind} ${object.metadata.name}:`;
            return `${`${head}\n${yaml(template)}`.trimEnd().replace(/^/gm, '# ')}\n`;
        });
        const manifests = (0,joined/* objectsOfWorkload */.Ds)(step.workload).map((object) => yaml(manifest(object)));
        return `${manifests.join('---\n')}${revisions.join('')}`;
    });
    (0,files/* writePrivate */.pb)(path, documents.join('---\n'));
}
/** YAML 1.1, because that is what kubectl reads: it quotes the texts "on", "yes" and "1:30". */
const yaml = (value) => (0,yaml_dist/* stringify */.As)((0,redact/* redacted */.pc)(value), { version: '1.1', aliasDuplicateObjects: false });
function manifest(object) {
    const { status: _, metadata, ...rest } = object;
    const kept = Object.entries(metadata).filter(([key]) => !OF_THE_SERVER.includes(key));
    const { apiVersion, kind, ...body } = rest;
    return { apiVersion, kind, metadata: Object.fromEntries(kept), ...body };
}

// EXTERNAL MODULE: ./build/service/target.js
var target = __webpack_require__(82283);
// EXTERNAL MODULE: ./build/systems/kubernetes/connect.js + 1 modules
var connect = __webpack_require__(20006);
// EXTERNAL MODULE: ./build/systems/kubernetes/lease.js
var lease = __webpack_require__(64908);
;// CONCATENATED MODULE: ./build/actions/rollback-service.js




























const rollback_service_inputs = {
    ...inputs/* connectionInputs */.eu,
    workloads: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    selector: dist/* optional */.lqM((0,values/* text */.Qq)()),
    to: dist/* optional */.lqM((0,values/* text */.Qq)(), 'last-good'),
    order: dist/* optional */.lqM((0,values/* lines */.Mn)(), ''),
    health: dist/* optional */.lqM((0,values/* lines */.Mn)(), ''),
    maxParallel: dist/* optional */.lqM((0,values/* integer */.nd)(1), '100'),
    onFailure: dist/* optional */.lqM((0,values/* choice */.Yq)(['stop', 'continue', 'restore']), 'stop'),
    restoreConfig: dist/* optional */.lqM((0,values/* choice */.Yq)(['recorded', 'never']), 'recorded'),
    gitops: dist/* optional */.lqM((0,values/* choice */.Yq)(['refuse', 'ignore', 'through']), 'refuse'),
    ...owners_inputs/* ownerInputs */.DX,
    ...owners_inputs/* gitInputs */._H,
    rolloutSteps: dist/* optional */.lqM((0,values/* choice */.Yq)(['skip', 'keep']), 'skip'),
    stateFile: dist/* optional */.lqM((0,values/* text */.Qq)()),
    deployedAt: dist/* optional */.lqM((0,values/* moment */.n$)()),
    downCommand: dist/* optional */.lqM((0,values/* text */.Qq)()),
    downTo: dist/* optional */.lqM((0,values/* text */.Qq)()),
    downWhen: dist/* optional */.lqM((0,values/* choice */.Yq)(['before', 'after']), 'after'),
    databaseUrl: dist/* optional */.lqM((0,values/* secret */.rJ)()),
    githubToken: dist/* optional */.lqM((0,values/* secret */.rJ)()),
};
/** Rolls workloads back and waits until they serve. */
const rollback_service_action = (0,action/* defineAction */.Q)({ name: 'rollback-service', inputs: rollback_service_inputs, changes: true, main, post });
async function main(inputs, context) {
    const own = requestOf(inputs, context);
    const read = { config: (0,owners_inputs/* configRepositoryOf */.oQ)(inputs), down: downRequestOf(inputs) };
    const connection = (0,connect/* connect */.N)(inputs, context);
    try {
        const { client, namespace } = connection;
        const requestBy = (used) => ({ ...own, owners: (0,owners_inputs/* clustersOf */.Dg)(used, inputs, context) });
        const request = requestBy(client);
        const readOnly = context.dryRun && !context.checksWritePermissions;
        await checkPermissions(client, namespace, request, readOnly);
        if (context.dryRun) {
            const prepared = await prepare(client, namespace, request, readOnly, context.log);
            const down = await downFor(prepared, client, read, context, !readOnly);
            return downPlanned(planned(prepared, connection, context), down, context);
        }
        const work = (lost) => {
            const held = client.withSignal(AbortSignal.any([context.signal, lost]));
            return rollBack({ namespace, client: held }, requestBy(held), inputs, read, context).finally(() => held.close());
        };
        if (context.step?.lock)
            return await work(context.step.lock);
        const cleanedUp = context.registerCleanup();
        const outcome = await (0,lease/* withLease */.pS)(connection, (0,lease/* lockOf */.Vx)(connection, context.environment), context, work);
        cleanedUp();
        return outcome;
    }
    finally {
        connection.client.close();
    }
}
/** The job was cancelled or the action killed: give back the lock that it may have left. */
async function post(inputs, context) {
    const connection = (0,connect/* connect */.N)(inputs, context);
    await (0,lease/* giveLeaseBack */.F6)(connection, (0,lease/* lockOf */.Vx)(connection, context.environment), context);
    connection.client.close();
}
function requestOf(inputs, context) {
    const { to, gitops, onFailure, githubToken } = inputs;
    const { rollbackId, run, accepts, mask } = context;
    return {
        selection: (0,workloads_select/* parseSelection */.gO)(inputs.workloads, inputs.selector, inputs.order),
        wanted: {
            to: (0,target/* parseTo */.JY)(to),
            rollback: { id: rollbackId, run, wanted: to },
            gitops,
            deployedAt: inputs.deployedAt,
        },
        health: inputs.health.map(health/* parseHealth */.kw),
        onFailure,
        restoresConfig: inputs.restoreConfig === 'recorded',
        accepts,
        ownWork: async () => (isPlanned(context) ? undefined : ownWork(githubToken, context)),
        mask,
    };
}
/** A step of a chain was planned by it before anything was changed; refused now, it would leave the others where they are. */
const isPlanned = ({ step, dryRun }) => step !== undefined && !dryRun;
async function rollBack({ client, namespace }, request, inputs, read, context) {
    const prepared = await prepare(client, namespace, request, false, context.log);
    const stateFile = inputs.stateFile ?? (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `rollback-state-${namespace}.yaml`);
    const down = await downFor(prepared, client, read, context, true);
    recordPlan(prepared.groups.flat(), { client, namespace }, context);
    writeStateFile(stateFile, prepared.groups.flat(), prepared.namespace);
    const place = { client, namespace: prepared.namespace };
    const goDown = (when) => down && 'job' in down && down.request.when === when ? migrateDown(down, place, context) : undefined;
    const first = await goDown('before');
    if (first?.outcome === 'failed')
        return withDown(undefined, first);
    const plan = {
        ...prepared,
        client,
        log: context.log,
        record: context.record,
        health: request.health,
        maxParallel: inputs.maxParallel,
        onFailure: request.onFailure,
        skipsSteps: inputs.rolloutSteps === 'skip',
        rollback: { ...request.wanted.rollback, reason: context.reason },
        restores: prepared.configuration.restores,
    };
    const results = await carryOutPlan(plan);
    const keepers = await keepersOf(results, request.wanted.gitops, read.config, (0,run_url/* runUrl */.V)(), plan);
    const outcome = outcomeOf(results, stateFile, prepared.leftAsIs, keepers);
    const isBack = results.every((result) => !['failed', 'restored'].includes(result.outcome));
    const last = isBack ? await goDown('after') : undefined;
    return withDown(outcome, first ?? last ?? (down && notDone(down)));
}
/** The down-migration that goes with this rollback; undefined where none is asked for. */
async function downFor({ groups, namespace }, client, { down }, context, mayWrite) {
    return down && planDown({ client, namespace }, groups.flat(), down, context, mayWrite);
}
const notDone = (down) => ({
    ...{ outcome: 'skipped', to: down.request.to, seconds: 0, gone: [], log: [] },
    message: `The migrations stay where they are: ${'reason' in down ? down.reason : 'the services are not back'}.`,
});
/** Puts all planned steps on record, so that readers know meanwhile how much is left. */
function recordPlan(steps, connection, { record }, statusOf = () => 'planned') {
    for (const step of steps) {
        const subject = (0,component/* workloadSubject */.Ws)(step, (0,connect/* placeIn */.V)(connection));
        const way = step.action === 'roll-back' ? fromTo(step) : {};
        record({ ...subject, step: 'roll back', status: statusOf(step), ...way, message: (0,service_plan/* describeStep */.Ey)(step) });
    }
}
function planned({ groups, configuration, leftAsIs }, connection, context) {
    const steps = groups.flat();
    // Where nothing follows, what is there already is not left to be done.
    recordPlan(steps, connection, context, (step) => {
        if (step.action === 'skip')
            return 'skipped';
        return step.action === 'no-op' && !(0,service_restart/* needsRestart */.jT)(step, configuration.restores) ? 'no-op' : 'planned';
    });
    const count = steps.filter((step) => step.action === 'roll-back').length;
    const config = configuration.restores.map(({ ref }) => ref);
    const also = config.length > 0 ? `, and ${config.join(', ')} would be put back` : '';
    const [refused, ...others] = steps.filter((step) => step.action === 'refuse');
    const but = refused
        ? `; ${(0,kinds/* label */.Pf)(refused)} is refused (${refused.reason})${others.length > 0 ? `, and ${others.length} more` : ''}`
        : '';
    const message = `Planned: ${count} of ${steps.length} workloads would be rolled back${also}${but}; nothing was changed.`;
    return {
        result: 'planned',
        message,
        outputs: { workloads: planToOutput(steps), failed: 0 },
        summary: planSummary(message, steps, leftAsIs),
    };
}
function outcomeOf(results, stateFile, leftAsIs, keepers) {
    const { result, message: sentence } = sentenceOf(results);
    const message = `${sentence}${pausedWords(keepers)}`;
    const failed = results.filter(({ outcome }) => outcome === 'failed').length;
    const pullRequest = keepers.flatMap(({ lasting }) => lasting.pullRequest ?? []).join(' ');
    const byHand = keepers.flatMap(({ lasting }) => lasting.byHand ?? []);
    const outputs = {
        workloads: toOutput(results),
        'state-file': stateFile,
        failed,
        owners: toOwners(keepers),
        lasting: isLasting(keepers),
        'pull-request': pullRequest,
    };
    const summary = [render_summaryOf(message, results, leftAsIs), ...new Set(byHand)].join('\n\n');
    return { result, message, outputs, summary };
}


/***/ }),

/***/ 60599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   pb: () => (/* binding */ writePrivate),
/* harmony export */   sX: () => (/* binding */ appendPrivate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/**
 * Writes a file that only this user may read. It is made anew and takes the place of what lies there: neither the rights of an
 * earlier file nor a symbolic link at that path count. All of it is there, or what was before.
 */
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
/** Makes a folder that only this user may read, where there is none. */
const makeFolder = (path) => {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { recursive: true, mode: 0o700 });
};
/** Appends to a file that only this user may read, in one write. @throws ELOOP where a link lies there */
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


/***/ }),

/***/ 28991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ diagram),
/* harmony export */   V: () => (/* binding */ gantt)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);

/** A Gantt chart in Mermaid; `axis` is how d3 formats the times at its axis. Empty where there is no bar. */
function gantt({ title, axis }, bars) {
    if (bars.length === 0)
        return '';
    const lines = bars.map(({ name, style, from, to }) => `  ${label(name)} :${style ? `${style}, ` : ''}${from}, ${to}`);
    return diagram(['gantt', `  title ${title}`, '  dateFormat x', `  axisFormat ${axis}`, ...lines]);
}
const diagram = (lines) => ['```mermaid', ...lines, '```'].join('\n');
/** Letters, digits, signs of ours and what names of workloads are made of: everything else may mean something to Mermaid. */
const label = (name) => (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(name)
    .replace(/[^\p{L}\p{N}/._✓✗…–-]+/gu, ' ')
    .trim()
    .slice(0, 62) || 'without a name';


/***/ }),

/***/ 21710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q0: () => (/* binding */ migrationHeads),
/* harmony export */   d2: () => (/* binding */ isOfMigrations),
/* harmony export */   j$: () => (/* binding */ headsOf)
/* harmony export */ });
/* harmony import */ var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55737);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29182);


const TOOLS = {
    flyway_schema_history: {
        has: ['version', 'installed_rank'],
        head: 'coalesce(version, description)',
        order: 'installed_rank',
        isOneWay: true,
    },
    databasechangelog: { has: ['id', 'orderexecuted'], head: 'id', order: 'orderexecuted' },
    alembic_version: { has: ['version_num'], head: 'version_num', order: 'version_num' },
    schema_migrations: { has: ['version'], head: 'version::text', order: 'version' },
    knex_migrations: { has: ['id', 'name'], head: 'name', order: 'id' },
    _prisma_migrations: {
        has: ['migration_name', 'started_at'],
        head: 'migration_name',
        order: 'started_at',
        isOneWay: true,
    },
    django_migrations: { has: ['id', 'app', 'name'], head: `app || '.' || name`, order: 'id' },
    SequelizeMeta: { has: ['name'], head: 'name', order: 'name' },
    __EFMigrationsHistory: { has: ['MigrationId'], head: '"MigrationId"', order: '"MigrationId"' },
    goose_db_version: { has: ['id', 'version_id'], head: 'version_id::text', order: 'id' },
    __drizzle_migrations: { has: ['id', 'hash'], head: 'hash', order: 'id', isOneWay: true },
};
/** Whether a table is one in which such a tool writes down how far it is. */
const isOfMigrations = ({ name }) => Object.hasOwn(TOOLS, name);
/** How far the schema's migrations are, by each tool that wrote it down in these tables. */
async function migrationHeads(session, tables) {
    const heads = [];
    for (const table of tables) {
        const tool = toolOf(table);
        if (!tool)
            continue;
        const from = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteTable */ .Z8)(table);
        const row = await session.one(`SELECT (SELECT ${tool.head} FROM ${from} ORDER BY ${tool.order} DESC LIMIT 1)::text AS head, count(*)::text AS applied FROM ${from}`);
        heads.push({ schema: table.schema, name: table.name, head: row.head ?? '', applied: row.applied });
    }
    return heads;
}
/** The heads of the tools that can go down, and whether each has been at `asked`. */
async function headsOf(session, tables, version) {
    const heads = [];
    for (const table of tables) {
        const tool = toolOf(table);
        if (!tool || tool.isOneWay)
            continue;
        const from = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteTable */ .Z8)(table);
        const hasDirty = hasColumn(table, 'dirty');
        const row = await session.one(`SELECT (SELECT ${tool.head} FROM ${from} ORDER BY ${tool.order} DESC LIMIT 1)::text AS head,
        ${hasDirty ? `EXISTS (SELECT FROM ${from} WHERE dirty)` : 'false'} AS dirty,
        EXISTS (SELECT FROM ${from} WHERE (${tool.head})::text = $1) AS known`, [version]);
        const keepsNewestAlone = hasDirty || table.name === 'alembic_version';
        heads.push({
            table: (0,_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(table),
            head: row.head ?? '',
            isDirty: row.dirty,
            wasAt: keepsNewestAlone ? undefined : row.known,
        });
    }
    return heads;
}
const hasColumn = ({ columns }, wanted) => columns.some(({ name }) => name === wanted);
function toolOf(table) {
    const tool = Object.hasOwn(TOOLS, table.name) ? TOOLS[table.name] : undefined;
    return tool?.has.every((column) => hasColumn(table, column)) ? tool : undefined;
}


/***/ }),

/***/ 29182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CM: () => (/* binding */ requireReadable),
/* harmony export */   Od: () => (/* binding */ scopeOf),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   _m: () => (/* binding */ REPAIR_MARK),
/* harmony export */   a0: () => (/* binding */ USER_SCHEMA),
/* harmony export */   t4: () => (/* binding */ requireMatches),
/* harmony export */   tI: () => (/* binding */ tablesOf),
/* harmony export */   wb: () => (/* binding */ readableTables)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14006);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);


/** How the comment on the schema of a repair begins: what that keeps for an undo are no rows of users. */
const REPAIR_MARK = 'rollback-actions repair: ';
/** What a catalog query must say to leave out the schemas of the system, of temporary tables and of repairs. */
const USER_SCHEMA = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp_|toast_temp_)'
  AND NOT (n.nspname ~ '^rollback_' AND coalesce(pg_catalog.obj_description(n.oid, 'pg_namespace'), '') LIKE '${REPAIR_MARK}%')`;
/** Types whose hashes are made of the value alone: not of an oid, as an enum's are, which each database has its own of. */
const QUICK_TYPES = [
    'bool',
    'int2',
    'int4',
    'int8',
    'float4',
    'float8',
    'numeric',
    'text',
    'varchar',
    'bpchar',
    'uuid',
    'jsonb',
    'date',
    'time',
    'timestamp',
    'timestamptz',
    'interval',
    'inet',
].flatMap((name) => [name, `${name}[]`]);
/** The oldest PostgreSQL that hashes rows. */
const QUICK_FROM = 140000;
/**
 * All tables of a database, or `only` that one: partitions instead of what they are partitions of, and what is told only.
 *
 * @param measured whether their sizes are looked up, which waits for the lock of each; else they are estimated
 */
async function tablesOf(session, only, measured = true) {
    return session.query(`
    SELECT n.nspname AS schema, c.relname AS name,
      CASE c.relkind WHEN 'r' THEN 'table' WHEN 'f' THEN 'foreign table' ELSE 'materialized view' END AS kind,
      c.relpersistence = 'u' AS unlogged,
      (SELECT e.extname FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
        WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e' LIMIT 1) AS extension,
      CASE WHEN c.relispartition THEN (SELECT pg_catalog.json_build_object('schema', rn.nspname, 'name', r.relname)
        FROM pg_catalog.pg_class r JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
        WHERE r.oid = pg_catalog.pg_partition_root(c.oid)) END AS root,
      (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('name', a.attname,
          'type', pg_catalog.format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum), '[]')
        FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      coalesce((SELECT (SELECT pg_catalog.json_agg(a.attname ORDER BY k.place)
          FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
          WHERE k.place <= i.indnkeyatts)
        FROM pg_catalog.pg_index i
        WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[]) AND NOT a.attnotnull)
        ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1), '[]') AS key,
      ${session.version >= QUICK_FROM} AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a
        LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND (a.atttypid <> ALL ('{${QUICK_TYPES.join(',')}}'::pg_catalog.regtype[])
          OR NOT coalesce(co.collisdeterministic, true))) AS quick,
      CASE WHEN c.relkind = 'r' THEN ${measured ? 'pg_catalog.pg_table_size(c.oid)' : 'c.relpages::int8 * 8192'} ELSE 0 END::float8 AS bytes,
      pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT') AS readable,
      pg_catalog.row_security_active(c.oid) AS filtered
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'f', 'm') AND c.relpersistence <> 't' AND ${USER_SCHEMA}
      ${only ? 'AND n.nspname = $1 AND c.relname = $2' : ''}
    ORDER BY n.nspname, c.relname`, only ? [only.schema, only.name] : []);
}
/** The tables with rows of the user's own, as far as this role may read them; their sizes are the server's estimates. */
const readableTables = async (session) => (await tablesOf(session, undefined, false)).filter(({ extension, kind, readable }) => extension === null && kind === 'table' && readable);
/** `schema.table` as messages and reports have it; quoted as in SQL where a dot or a sign would be misread. */
function nameOf({ schema, name }) {
    const part = (text) => /^[\p{L}_][\p{L}\p{N}_$-]*$/u.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
    return `${part(schema)}.${part(name)}`;
}
/** Says of a table whether it is meant. No glob at all means every table. */
function scopeOf({ tables, exclude }) {
    const wanted = tables.map(matcherOf);
    const unwanted = exclude.map(matcherOf);
    return (table) => (wanted.length === 0 || wanted.some((matches) => matches(table))) &&
        !unwanted.some((matches) => matches(table));
}
/** Whether a glob means a table: by its name, or by that of the table that it is a partition of. */
function matcherOf(glob) {
    // SQL finds a bare name in `public`; asterisks alone are everything.
    const full = glob.includes('.') || /^\*+$/.test(glob) ? glob : `public.${glob}`;
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_1__(full, { dot: true, bash: true });
    const plain = ({ schema, name }) => `${schema}.${name}`;
    return (table) => matches(plain(table)) || (table.root ? matches(plain(table.root)) : false);
}
/**
 * A name that means nothing would be "intact" whatever happened to the table that was meant.
 *
 * @throws ActionError where a glob of `tables` matches no table
 */
function requireMatches({ tables }, all, database) {
    const idle = tables.find((glob) => !all.some(matcherOf(glob)));
    if (idle === undefined)
        return;
    const bare = idle.split('.').at(-1);
    const others = all.filter(({ name }) => name === bare).map(nameOf);
    const suggestion = others.length > 0 ? `; did you mean ${others.join(' or ')}?` : '; correct the name or take it out.';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`tables\` has "${idle}", which matches no table of ${database}${suggestion}`);
}
/** @throws ActionError that names every table of these whose rows this user would not see, and what to grant */
function requireReadable(tables, user) {
    const closed = tables.filter((table) => !table.readable);
    const filtered = tables.filter((table) => table.readable && table.filtered);
    const [first] = [...closed, ...filtered];
    if (!first)
        return;
    const count = closed.length + filtered.length;
    const others = count > 1 ? ` and ${count - 1} more (see the details)` : '';
    const remedy = first.readable
        ? `row-level security hides rows of it: connect as its owner or as a role with BYPASSRLS`
        : `grant SELECT on it and USAGE on its schema, or the role pg_read_all_data`;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`The user "${user}" cannot read the table ${nameOf(first)}${others}; ${remedy}, or leave it out with \`exclude-tables\`.`, {
        details: [
            ...closed.map((table) => `no SELECT, or no USAGE on its schema: ${nameOf(table)}`),
            ...filtered.map((table) => `row-level security: ${nameOf(table)}`),
        ],
    });
}


/***/ }),

/***/ 54085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Le: () => (/* binding */ brokenHeldNote),
/* harmony export */   Wv: () => (/* binding */ heldNote),
/* harmony export */   _r: () => (/* binding */ HELD),
/* harmony export */   i7: () => (/* binding */ isHeld)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77934);
/* harmony import */ var _base_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81187);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);



/** Keeps on the workload itself how many replicas it had, so that a later run can restore them. */
const HELD = 'rollback-actions/quiesced';
/** The most replicas that are believed: more than any Deployment of a cluster has. */
const MAX_REPLICAS = 100_000;
const noteSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    replicas: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_2__/* .maxValue */ .cGV(MAX_REPLICAS)),
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
});
const read = ({ metadata }) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .readClaim */ .jw)(metadata.annotations?.[HELD], noteSchema);
/** Whether a rollback keeps a workload at zero for the moment. */
const isHeld = (workload) => workload.spec.replicas === 0 && heldNote(workload) !== undefined;
/** What a rollback has left on a workload that it stopped; undefined where there is nothing, or nothing that can be read. */
const heldNote = (workload) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)(read(workload));
/** A sentence about a note that cannot be read, and so is passed over. */
function brokenHeldNote(workload) {
    const claim = read(workload);
    if (!claim || !('broken' in claim))
        return undefined;
    const { namespace } = workload.metadata;
    return `The annotation ${HELD} of ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(workload))} cannot be read (${claim.broken}) and is passed over; if the workload is at zero because of it, scale it back with kubectl scale -n ${namespace}, and remove the annotation.`;
}


/***/ }),

/***/ 5491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Ws: () => (/* binding */ workloadSubject),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   oI: () => (/* binding */ endsOf),
/* harmony export */   yK: () => (/* binding */ databaseSubject)
/* harmony export */ });
/** A workload as the record names it: `deployment/web`, and in which namespace of which cluster. */
const workloadSubject = ({ kind, name, }, where) => ({
    component: `${kind.toLowerCase()}/${name}`,
    where,
});
/** A database as the record names it, with the `host:port` of its server. */
const databaseSubject = ({ database, name: server, }) => ({ component: `database/${database}`, where: { server } });
/**
 * What makes a component this one and no other, from the outside in: `10.0.0.1:6443/shop/deployment/web`. Its end is
 * the name that people use.
 */
const keyOf = ({ component, where = {} }) => [...placesOf(where), component].join('/');
/** All ends of a key that begin with a whole word, the longest first: `shop/deployment/web`, `deployment/web`, `web`. */
function endsOf(key) {
    const words = key.split('/');
    return words.map((_, index) => words.slice(index).join('/'));
}
/**
 * What people call each component, by its key: its own name where there is only one of that name, else with what sets
 * it apart: `deployment/web (shop)`.
 */
function namesOf(components) {
    const unique = new Map(components.map((each) => [keyOf(each), each]));
    const namesakes = Map.groupBy(unique, ([, { component }]) => component);
    return new Map([...unique].map(([key, each]) => {
        const others = (namesakes.get(each.component) ?? []).map(([, other]) => other);
        return [key, others.length === 1 ? each.component : `${each.component} (${apart(each, others)})`];
    }));
}
/** What sets a component apart from its namesakes: its namespace alone where no other has it, else all that is known. */
function apart({ where = {} }, namesakes) {
    const { namespace } = where;
    const same = namesakes.filter((other) => other.where?.namespace === namespace);
    return namespace !== undefined && same.length === 1 ? namespace : placesOf(where).join('/') || 'elsewhere';
}
const PLACES = ['cluster', 'namespace', 'server', 'provider', 'zone', 'directory', 'workspace', 'address'];
/** In an order of its own: JSON's may be any. */
const placesOf = (where) => PLACES.flatMap((name) => where[name] || []);


/***/ }),

/***/ 60225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ requireConsent),
/* harmony export */   e: () => (/* binding */ consentOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/**
 * What a run goes on with in spite of a refusal: the words of the input `accept`, and nothing else.
 *
 * @param actor the user who started the run, as far as that is known
 */
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
/**
 * Refuses something that takes a word of consent, unless it was given.
 *
 * @param refusal a sentence without its end: what would happen, and why that is not done unasked
 * @throws ActionError that ends with the word to say
 */
function requireConsent(accepts, word, refusal) {
    if (accepts(word))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${refusal}; to go on all the same, say \`accept: ${word}\`.`);
}


/***/ }),

/***/ 34193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ signerOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


/**
 * Signs requests to a service of AWS with the credentials that the AWS SDK finds: the environment's, a web identity's, the
 * instance's. What it gives are all headers of the request but `host`, which fetch sets itself.
 *
 * @param peer the service as people call it
 * @throws ActionError where there are no credentials
 */
function signerOf(peer, service, region) {
    const ready = load(service, region);
    return async ({ method, url, headers, body }) => {
        const { hostname, host, pathname, searchParams, protocol } = url;
        const query = {};
        for (const name of new Set(searchParams.keys()))
            query[name] = searchParams.getAll(name);
        const request = {
            ...{ method, protocol, hostname, path: pathname, query, headers: { ...headers, host } },
            ...(body !== undefined && { body }),
        };
        try {
            const { headers: all } = await (await ready).sign(request);
            return Object.fromEntries(Object.entries(all).filter(([name]) => name.toLowerCase() !== 'host'));
        }
        catch (error) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ(`${peer} wants signed requests, and there are no AWS credentials (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}); give them to the step, for example by aws-actions/configure-aws-credentials`, { cause: error });
        }
    };
}
/** Loaded only where it is needed. */
async function load(service, region) {
    const [{ SignatureV4 }, { defaultProvider }] = await Promise.all([
        __webpack_require__.e(/* import() */ 5118).then(__webpack_require__.t.bind(__webpack_require__, 75118, 19)),
        Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(5861)]).then(__webpack_require__.t.bind(__webpack_require__, 5861, 19)),
    ]);
    return new SignatureV4({ service, region, credentials: defaultProvider(), sha256: Sha256 });
}
/** Node's own SHA-256 in the form that the signer wants. */
class Sha256 {
    #hash;
    constructor(secret) {
        this.#hash = secret === undefined ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256') : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', bytesOf(secret));
    }
    update(data) {
        this.#hash.update(bytesOf(data));
    }
    async digest() {
        return this.#hash.digest();
    }
    reset() { }
}
function bytesOf(data) {
    if (typeof data === 'string')
        return Buffer.from(data);
    return ArrayBuffer.isView(data)
        ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
        : Buffer.from(data);
}


/***/ }),

/***/ 55737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ quoteName),
/* harmony export */   Z8: () => (/* binding */ quoteTable),
/* harmony export */   ol: () => (/* binding */ quoteText)
/* harmony export */ });
/** A name (database, role, schema, table, column …) as SQL takes it: always quoted, whatever it holds. */
const quoteName = (name) => `"${name.replaceAll('"', '""')}"`;
/** `"schema"."table"`. */
const quoteTable = ({ schema, name }) => `${quoteName(schema)}.${quoteName(name)}`;
/** A text as SQL takes it where no parameter can stand, such as in COMMENT ON or SET; also with backslashes. */
function quoteText(text) {
    const quoted = `'${text.replaceAll("'", "''")}'`;
    return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}


/***/ }),

/***/ 65768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eF: () => (/* binding */ run),
/* harmony export */   jH: () => (/* binding */ outputOf),
/* harmony export */   ut: () => (/* binding */ answerOf)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81260);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45145);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95282);
/* harmony import */ var _bounded_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39668);







/** What a program gets of the runner's environment: what finds programs, files and time, and no secret. */
const INHERITED = ['PATH', 'HOME', 'USER', 'TMPDIR', 'TZDIR', 'LD_LIBRARY_PATH', 'SYSTEMROOT'];
/** Lines of standard error that are kept for the details of a failure. */
const LAST_LINES = 40;
/** Signs of a line of theirs that are read. */
const LONGEST_LINE = 64 * 1024;
/**
 * Runs a program that says a few lines of its own, such as its version, without a shell, and gives all of its output; `undefined`
 * where there is no such program. Nothing of it is written to the log.
 */
async function answerOf(file, args, environment = {}) {
    try {
        const { exitCode, stdout, stderr } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_3__/* .getExecOutput */ .H)(quoted(file), [...args], {
            silent: true,
            ignoreReturnCode: true,
            env: environmentWith(environment),
        });
        return { code: exitCode, output: stdout, errors: stderr };
    }
    catch (error) {
        // The package says the same of all programs that it cannot start, in words alone.
        if (/Unable to locate executable|no such file|ENOENT|EACCES/i.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)))
            return undefined;
        throw error;
    }
}
/** The package splits its first argument at blanks. */
const quoted = (file) => `"${file.replaceAll('"', '\\"')}"`;
/** Bytes of a program's output that are kept; the list of an archive with a million entries is a part of it. */
const MAX_OUTPUT_BYTES = 256 * 1024 ** 2;
/** What a program that is not there, or is none, fails with. */
const NO_PROGRAM = ['ENOENT', 'EACCES', 'ENOTDIR'];
/**
 * Runs a program that prints untrusted text, without a shell, and gives all of its output; `undefined` where there is no such
 * program. It is ended where it prints too much, which `@actions/exec` cannot do. Nothing of it is written to the log.
 *
 * @throws ActionError where it printed too much
 */
function outputOf(file, args, environment = {}) {
    const options = { env: environmentWith(environment), maxBuffer: MAX_OUTPUT_BYTES };
    return new Promise((resolve, reject) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(file, [...args], options, (error, output, errors) => {
            if (!error)
                resolve({ code: 0, output, errors });
            else if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
                reject(new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ(`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file)} printed more than ${MAX_OUTPUT_BYTES / 1024 ** 2} MiB; what it reads is not what it should be.`));
            else if (typeof error.code === 'string')
                NO_PROGRAM.includes(error.code) ? resolve(undefined) : reject(error);
            // A signal has no code; none of PostgreSQL's programs ends with this one.
            else
                resolve({ code: error.code ?? 255, output, errors });
        });
    });
}
/**
 * Runs a long program, without a shell, to its end.
 *
 * @throws the signal's reason when it was cancelled, what `input` or `output` failed with, or what kept it from starting
 */
async function run(file, args, options) {
    const { signal, input, output, onError } = options;
    signal.throwIfAborted();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, {
        env: environmentWith(options.environment ?? {}),
        stdio: [input ? 'pipe' : 'ignore', output ? 'pipe' : 'ignore', 'pipe'],
    });
    let kill;
    const stop = () => {
        child.kill('SIGINT');
        kill = setTimeout(() => child.kill('SIGKILL'), _base_waits_js__WEBPACK_IMPORTED_MODULE_5__/* .WAITS */ .r.PROCESS_KILL_MS);
    };
    signal.addEventListener('abort', stop, { once: true });
    const errors = [];
    const lines = (0,_bounded_js__WEBPACK_IMPORTED_MODULE_6__/* .linesWithin */ .Xi)(LONGEST_LINE, (line) => {
        errors.push(line);
        if (errors.length > LAST_LINES)
            errors.shift();
        onError?.(line);
    });
    child.stderr?.on('data', lines.hear).on('end', lines.end);
    const ended = new Promise((resolve, reject) => {
        child.once('error', reject).once('close', (code) => resolve(code ?? undefined));
    });
    const flows = [
        input && feed(input, child.stdin, () => child.kill('SIGKILL')),
        output && (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(child.stdout, output),
    ];
    try {
        const [code] = await Promise.all([ended, ...flows]);
        signal.throwIfAborted();
        return { code, errors };
    }
    catch (error) {
        child.kill('SIGKILL');
        await ended.catch(() => { });
        signal.throwIfAborted();
        throw error;
    }
    finally {
        clearTimeout(kill);
        signal.removeEventListener('abort', stop);
    }
}
/**
 * Gives a program its input, or kills it where that fails. Once the program reads no more, what becomes of its input is
 * no failure: it says itself why it left, perhaps a while later.
 */
async function feed(input, stdin, kill) {
    let hasLeft = false;
    const leave = () => {
        hasLeft = true;
    };
    stdin.once('error', leave).once('close', leave);
    let failure = input.errored;
    if (failure)
        kill();
    // Before the pipeline closes its standard input, which it would take for the end.
    input.prependOnceListener('error', (error) => {
        if (hasLeft)
            return;
        failure = error;
        kill();
    });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(input, stdin).catch(() => { });
    if (failure)
        throw failure;
}
function environmentWith(more) {
    const inherited = INHERITED.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    });
    // What the programs say is read, so it must be in one language and one time zone.
    return { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC', ...more };
}


/***/ })

};
