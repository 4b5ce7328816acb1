export const id = 7175;
export const ids = [7175];
export const modules = {

/***/ 77175:
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
// EXTERNAL MODULE: ./node_modules/string-argv/index.js
var string_argv = __webpack_require__(88579);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
;// CONCATENATED MODULE: ./build/service/down/inputs.js



/**
 * @returns undefined where no down-migration is asked for
 * @throws ActionError where something is missing without which nobody would know where it leads
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
const readState = (server, asked) => server.use(server.database, async (session) => {
    await session.run(`SET lock_timeout = ${waits/* WAITS */.r.SWITCH_LOCK_MS}`);
    const tables = (await (0,snapshots_tables/* tablesOf */.tI)(session, undefined, false)).filter(({ kind }) => kind === 'table');
    const columns = tables.map((table) => [(0,snapshots_tables/* nameOf */.Vb)(table), table.columns.map(({ name }) => name)]);
    return { heads: await (0,migrations/* headsOf */.j$)(session, tables, asked), columns: new Map(columns) };
});
/** Whether the migrations are where they were asked to be. */
const isAt = ({ heads }, to) => heads.some(({ head, isDirty }) => head === to && !isDirty);
/**
 * The tool that has to go down. Nothing is begun where nobody could tell afterwards whether it worked, or where the command
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
 * @throws ActionError where it could not work, or nobody could tell whether it has
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
/** Waits for the end of a Job. One whose pod cannot start is taken away, as it might start when nobody waits for it any more. */
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
        await (0,deadline/* pause */.v7)(waits/* WAITS */.r.DOWN_LOOK_MS, client.signal);
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
            ? `failed (${(0,sentence/* asClause */.eI)(failed.message ?? failed.reason ?? 'no reason is given')})`
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
        return refused !== undefined && (0,pod_status/* creationVerdict */.zb)(refused) === 'final' ? (0,sentence/* asClause */.eI)(refused) : undefined;
    }
    const hasRun = pod.status?.containerStatuses?.some(({ state }) => state?.running ?? state?.terminated);
    if (hasRun)
        return undefined;
    const { uid } = pod.metadata;
    since.set(uid, since.get(uid) ?? performance.now());
    const seenMs = performance.now() - (since.get(uid) ?? 0);
    const found = (0,terminal_failure/* terminalPodFailure */.kI)(pod, await (0,kubernetes_pods/* eventsAbout */.Xh)(client, namespace.name, uid), seenMs);
    return found && (0,sentence/* asClause */.eI)(`${found.reason}: ${found.message}`);
}

;// CONCATENATED MODULE: ./build/service/down/run.js









/** Runs it to its end and compares where the migrations are with what was asked for. Never throws: the result says what happened. */
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
        return result('failed', `The down-migration of ${server.database} failed: ${(0,sentence/* asClause */.eI)((0,errors/* messageOf */.bD)(error))}${where}; its migrations were at ${from}, and are to be looked at.`);
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
        // Its answer was lost, and the repeat finds it there: nobody else has that name.
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
function reportResult(execution, result) {
    const { step, outcome, seconds, message, details } = result;
    const sign = outcome === 'failed' ? '✗' : '✓';
    const explanation = message === step.reason ? '' : ` — ${message}`;
    execution.log.info(`${sign} ${(0,kinds/* label */.Pf)(step)}: ${outcome} in ${seconds.toFixed(1)} s${explanation}`);
    if (details.length > 0)
        execution.log.group(`${(0,kinds/* label */.Pf)(step)}: details`, details);
    const status = {
        'rolled-back': 'done',
        'no-op': 'no-op',
        failed: 'failed',
        skipped: 'skipped',
        restored: 'failed',
    }[outcome];
    // What is held at zero is not back before it serves again: whoever proves that ends this step.
    const did = (0,held/* isHeld */.i7)(step.workload) && outcome !== 'failed' ? 'switch template' : 'roll back';
    const earlier = status === 'no-op' ? earlierOf(execution, step) : undefined;
    execution.record({
        ...{ ...subjectOf(execution, step), step: did, status, ...fromTo(step), seconds, message },
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
// EXTERNAL MODULE: ./build/owners/back.js + 4 modules
var back = __webpack_require__(59867);
// EXTERNAL MODULE: ./build/owners/find.js + 1 modules
var find = __webpack_require__(60669);
// EXTERNAL MODULE: ./build/owners/lasting/last.js + 4 modules
var last = __webpack_require__(11772);
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
        return await (0,lasting_owner/* readStanding */.Z)(owners.clusters, owner, plan && (0,back/* commitsOfPlan */.bm)(plan));
    }
    catch (error) {
        const others = [`the ${owner.name} cannot be read: ${(0,sentence/* asClause */.eI)((0,errors/* messageOf */.bD)(error))}`];
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
/** Whether nobody brings the newer version again by himself once what is open is merged. */
const isLasting = (keepers) => keepers.every(({ lasting }) => lasting.reason === undefined);
/** The output `owners`. */
const toOwners = (keepers) => keepers.map(({ owner, isPaused, since, commits, lasting }) => ({
    ...{ owner, paused: isPaused ? (since ?? true) : false, revision: commits.join(' ') || null },
    ...{ 'pull-request': lasting.pullRequest ?? '', 'handed-back': false, reason: lasting.reason ?? '' },
}));
/** ` Argo CD application shop stays paused …`; empty where nobody is. */
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
var plan = __webpack_require__(26729);
// EXTERNAL MODULE: ./build/service/prepare.js + 2 modules
var prepare = __webpack_require__(17632);
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
            message: `Nothing could be rolled back: all ${all} workloads were skipped; ${(0,kinds/* label */.Pf)(skipped.step)}: ${(0,sentence/* asClause */.eI)(skipped.message)}; name a revision or an image with \`to\`.`,
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
/** What a rollback is told to other steps as: the output `workloads`. */
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
        look: outcome === 'failed' ? 'crit' : undefined,
        from: Math.round(start * 1000),
        to: Math.round(Math.max(start + seconds, start + 0.001) * 1000),
    }));
    return (0,mermaid/* gantt */.V)({ title: 'Time since the start', axis: '%M:%S' }, bars);
}

// EXTERNAL MODULE: ./build/service/restart.js
var service_restart = __webpack_require__(64183);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/service/configuration.js + 1 modules
var configuration = __webpack_require__(94313);
// EXTERNAL MODULE: ./build/service/digests.js
var digests = __webpack_require__(72801);
// EXTERNAL MODULE: ./build/service/hand-over.js
var hand_over = __webpack_require__(34962);
// EXTERNAL MODULE: ./build/service/history.js
var service_history = __webpack_require__(75648);
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
        log.warn(`What happened could not be noted on ${kind} ${metadata.name}, so the next rollback knows less: ${(0,sentence/* asClause */.eI)((0,errors/* messageOf */.bD)(error))}.`);
    }
}

// EXTERNAL MODULE: ./build/service/patch.js
var patch = __webpack_require__(71510);
// EXTERNAL MODULE: ./build/service/reaction.js
var reaction = __webpack_require__(34865);
// EXTERNAL MODULE: ./build/service/copies.js
var copies = __webpack_require__(19443);
// EXTERNAL MODULE: ./build/service/rollout.js + 3 modules
var rollout = __webpack_require__(62400);
;// CONCATENATED MODULE: ./build/service/restore.js















/** Brings the configuration and every workload that was changed back to what they were before. */
async function restoreAll(running, results) {
    const client = running.client.withSignal(AbortSignal.timeout(waits/* WAITS */.r.SERVICE_RESTORE_MS));
    running.log.warn('A workload failed and `on-failure` is restore: all that was changed goes back to what it was.');
    const captured = withoutThoseOf(results.filter(({ step }) => staysPut(running, step)), running.captured);
    await (0,configuration/* bringConfigurationBack */.qE)(client, running.namespace.name, captured, running.log);
    const restored = await Promise.all(results.map((result) => restoreOne({ ...running, client }, result)));
    client.close();
    return restored;
}
/** True where what it ran before this run did not serve: bringing that back would help nobody. */
const staysPut = ({ changed }, step) => changed.has(step) && step.current?.available !== true && !(0,held/* isHeld */.i7)(step.workload);
/** The captured configuration without that of workloads that stay as they are now. */
function withoutThoseOf(results, captured) {
    const used = new Set(results.flatMap(({ step }) => (0,copies/* configRefs */.z$)(step.template)));
    const rest = [...captured].map(([uid, copies]) => [uid, Object.fromEntries(Object.entries(copies).filter(([ref]) => !used.has(ref)))]);
    return new Map(rest);
}
async function restoreOne(running, result) {
    const { client, namespace } = running;
    const { step, outcome, message } = result;
    if (step.action !== 'roll-back' && step.action !== 'no-op')
        return result;
    if (staysPut(running, step)) {
        const note = 'It was not brought back to what it was, because that did not serve either.';
        return { ...result, message: `${(0,sentence/* asSentence */.KG)(message)} ${note}` };
    }
    try {
        const current = await client.get((0,kinds/* workloadPath */.jC)(namespace.name, step.kind, step.name));
        if ((0,service_history/* sameTemplate */.N_)(current.spec.template, step.workload.spec.template)) {
            if (running.pending.includes(step))
                await (0,service_restart/* unmarkPending */.On)(running, [step]);
            return result;
        }
        const changed = await (0,rollout/* patchWorkload */.K2)(running, current, (fresh) => {
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

// EXTERNAL MODULE: ./build/service/rollout-kind.js
var rollout_kind = __webpack_require__(76532);
// EXTERNAL MODULE: ./build/service/through.js
var through = __webpack_require__(2161);
;// CONCATENATED MODULE: ./build/service/rollback.js




















/**
 * Carries out a plan: the groups one after another, of each its configuration first and then its workloads, side by
 * side. Never throws for a workload that fails: the result of each says what happened to it.
 */
async function carryOut(execution) {
    const { groups, onFailure } = execution;
    const running = {
        ...execution,
        replaced: new Set(),
        captured: new Map(),
        pending: [],
        changed: new Set(),
        busy: new Set(),
        waiting: new Set(),
        gone: new Map(),
        configurationFailed: false,
        started: performance.now(),
        limit: (0,p_limit/* default */.A)(execution.maxParallel),
    };
    const results = [];
    for (const group of groups) {
        const stopped = onFailure !== 'continue' && results.some((result) => result.outcome === 'failed');
        results.push(...(stopped
            ? group.map((step) => reportResult(running, skipped(step, 'an earlier group failed')))
            : await carryOutGroup(running, group)));
    }
    const lasting = await failResumed(running, results);
    // A workload that this run did not change was so before, and sends nobody forward; where it changed none, its
    // configuration can go back without that.
    const failed = running.configurationFailed ||
        lasting.some(({ outcome, step }) => outcome === 'failed' && (running.changed.has(step) || running.changed.size === 0));
    // Who cancels wants it to stop, and the runner ends us within seconds.
    const cancelled = execution.client.signal.reason instanceof errors/* CancelledError */.cc;
    if (failed && onFailure === 'restore' && !cancelled)
        return restoreAll(running, lasting);
    await (0,through/* settleOwners */.gy)(running, lasting);
    return lasting;
}
/** What an owner that was resumed meanwhile brings undoes what went back. */
async function failResumed(running, results) {
    const again = running.gone.size > 0 ? await (0,through/* resumed */.uN)(running) : [];
    return results.map((result) => {
        const owner = again.find(({ steps }) => steps.includes(result.step));
        if (!owner)
            return result;
        const reason = `the ${owner.plan.name} was resumed while it went back, and brings the newer version again`;
        const both = result.outcome === 'failed' ? `${(0,sentence/* asClause */.eI)(result.message)}; ${reason}` : reason;
        const message = `${both}; run the rollback once more, or stop whoever resumes it`;
        return reportResult(running, { ...result, outcome: 'failed', message });
    });
}
async function carryOutGroup(running, group) {
    const unpaused = await (0,through/* ownersBack */.Yw)(running, group);
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
    const restores = (0,configuration/* restoresFor */.Hb)(group, running.restores).filter((restore) => !running.replaced.has(restore));
    const others = running.groups.flat().filter((step) => !running.pending.includes(step));
    const marked = await (0,service_restart/* markPending */.Pe)(running, others, restores, running.rollback.id);
    try {
        const captured = await (0,configuration/* putConfigurationBack */.dF)(running, restores);
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
        const pods = await (0,rollout/* awaitRollout */.mB)({ ...running, others }, step, change);
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
async function switchTemplate(execution, step) {
    const { id, run, wanted, reason } = execution.rollback;
    const at = new Date().toISOString();
    // Where only a pause is taken away, nothing is left.
    const left = step.current === step.target ? undefined : step.current?.object;
    const target = step.target?.object.metadata.uid ?? '';
    const mark = { id, run, at, wanted, to: target, revision: step.to.revision ?? 0 };
    if (left) {
        const gone = { revision: left.metadata.uid, id, at, reason: reason.replace(/\s+/g, ' ').slice(0, 200) };
        await noteOnRevision(execution, left, (0,marks/* rolledBackAnnotation */.pK)(gone));
    }
    const back = step.target?.object;
    try {
        // Where its steps are kept, that the stable pods serve meanwhile is what they are for.
        if (step.kind === 'Rollout')
            await (0,rollout_kind/* abort */.h2)(execution.client, step.workload);
        const changed = await (0,rollout/* patchWorkload */.K2)(execution, step.workload, (fresh) => {
            const { template } = fresh.spec;
            // What its owner brought instead is put right under the pause.
            const isByOwner = [...execution.gone.keys()].some(({ steps }) => steps.includes(step));
            if (!isByOwner &&
                !(0,reaction/* isReactionTo */.T)(step.workload.spec.template, template) &&
                !(0,service_history/* sameTemplate */.N_)(template, step.template)) {
                throw new errors/* ActionError */.lZ(`${(0,kinds/* label */.Pf)(step)} was changed by someone else since the plan was made; nothing was done to it: run the rollback again.`);
            }
            return (0,patch/* rollbackPatch */.H)(fresh, step, mark);
        });
        // Whoever comes back to a revision on purpose does not count it as left any more.
        if (back && (0,marks/* rolledBackMark */.vr)(back))
            await noteOnRevision(execution, back, (0,marks/* rolledBackAnnotation */.pK)(null));
        return changed;
    }
    catch (error) {
        // What was not left must not be taken for bad; where even this fails, mark-good clears it.
        if (left && !execution.client.signal.aborted) {
            await noteOnRevision(execution, left, markBefore(left, id)).catch(() => { });
        }
        throw error;
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
        return `${yaml(manifest(step.workload))}${revisions.join('')}`;
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
};
/** Rolls workloads back and waits until they serve. */
const rollback_service_action = (0,action/* defineAction */.Q)({ name: 'rollback-service', inputs: rollback_service_inputs, changes: true, main, post });
async function main(inputs, context) {
    const asked = requestOf(inputs, context);
    const read = { config: (0,owners_inputs/* configRepositoryOf */.oQ)(inputs), down: downRequestOf(inputs) };
    const connection = (0,connect/* connect */.N)(inputs, context);
    try {
        const { client, namespace } = connection;
        const requestBy = (own) => ({ ...asked, owners: (0,owners_inputs/* clustersOf */.Dg)(own, inputs, context) });
        const request = requestBy(client);
        const onlyLooks = context.dryRun && !context.checksWritePermissions;
        await (0,prepare/* checkPermissions */.RS)(client, namespace, request, onlyLooks);
        if (context.dryRun) {
            const prepared = await (0,prepare/* prepare */.iA)(client, namespace, request, onlyLooks, context.log);
            const down = await downFor(prepared, client, read, context, !onlyLooks);
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
function requestOf(inputs, { rollbackId, run, accepts, mask }) {
    const { to, gitops, onFailure } = inputs;
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
        mask,
    };
}
async function rollBack({ client, namespace }, request, inputs, read, context) {
    const prepared = await (0,prepare/* prepare */.iA)(client, namespace, request, false, context.log);
    const stateFile = inputs.stateFile ?? (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `rollback-state-${namespace}.yaml`);
    const down = await downFor(prepared, client, read, context, true);
    recordPlan(prepared.groups.flat(), { client, namespace }, context);
    writeStateFile(stateFile, prepared.groups.flat(), prepared.namespace);
    const place = { client, namespace: prepared.namespace };
    const goDown = (when) => down && 'job' in down && down.request.when === when ? migrateDown(down, place, context) : undefined;
    const first = await goDown('before');
    if (first?.outcome === 'failed')
        return withDown(undefined, first);
    const execution = {
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
    const results = await carryOut(execution);
    const keepers = await keepersOf(results, request.wanted.gitops, read.config, (0,run_url/* runUrl */.V)(), execution);
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
/** Puts on record all that is meant to happen, so that whoever reads it on the way knows how much is left. */
function recordPlan(steps, connection, { record }, statusOf = () => 'planned') {
    for (const step of steps) {
        const subject = (0,component/* workloadSubject */.Ws)(step, (0,connect/* placeIn */.V)(connection));
        const way = step.action === 'roll-back' ? fromTo(step) : {};
        record({ ...subject, step: 'roll back', status: statusOf(step), ...way, message: (0,plan/* describe */.q0)(step) });
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
 * Writes a file that only this user may read. It is made anew and takes the place of what lies there: neither the rights of
 * an earlier file count nor where a link leads that somebody has laid there. All of it is there, or what was before.
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
    const lines = bars.map(({ name, look, from, to }) => `  ${label(name)} :${look ? `${look}, ` : ''}${from}, ${to}`);
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
async function headsOf(session, tables, asked) {
    const heads = [];
    for (const table of tables) {
        const tool = toolOf(table);
        if (!tool || tool.isOneWay)
            continue;
        const from = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteTable */ .Z8)(table);
        const hasDirty = hasColumn(table, 'dirty');
        const row = await session.one(`SELECT (SELECT ${tool.head} FROM ${from} ORDER BY ${tool.order} DESC LIMIT 1)::text AS head,
        ${hasDirty ? `EXISTS (SELECT FROM ${from} WHERE dirty)` : 'false'} AS dirty,
        EXISTS (SELECT FROM ${from} WHERE (${tool.head})::text = $1) AS known`, [asked]);
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
/* harmony export */   tI: () => (/* binding */ tablesOf)
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
 * @param measured whether their sizes are looked up, which waits for whoever has locked one; else they are estimated
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
    const meant = others.length > 0 ? `; did you mean ${others.join(' or ')}?` : '; correct the name or take it out.';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`tables\` has "${idle}", which matches no table of ${database}${meant}`);
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


/***/ })

};
