"use strict";
exports.id = 1599;
exports.ids = [1599];
exports.modules = {

  41599:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  drill: () => (  drill),
  takeBack: () => (  takeBack)
});

var external_node_path_ = __webpack_require__(76760);
var deadline = __webpack_require__(68606);
var errors = __webpack_require__(45145);
var waits = __webpack_require__(95282);
var rollback_judged = __webpack_require__(7156);
var rollback_values = __webpack_require__(1659);
var runner_part = __webpack_require__(27402);
var lease = __webpack_require__(64908);
var drill_fault = __webpack_require__(25534);
; 

async function phase(name, { record, log }, work) {
    const begun = performance.now();
    const event = { component: 'drill', step: name };
    record({ ...event, status: 'started' });
    const ended = (isGood, message) => {
        const seconds = (performance.now() - begun) / 1000;
        record({ ...event, status: isGood ? 'done' : 'failed', seconds, message });
        log.info(`${isGood ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s): ${message}`);
        return { name, isGood, message, seconds };
    };
    try {
        return ended(true, await work());
    }
    catch (error) {
        return ended(false, (0,errors .bD)(error));
    }
}

var dist = __webpack_require__(77934);
var markdown = __webpack_require__(26963);
; 


const COUNTED = {
    detect: 'detected',
    decide: 'decided',
    'roll back': 'rolled back',
    verify: 'verified',
    'steady again': 'steady again',
};
const objectives = dist .YOg(dist .Ikc({ state: dist .YjP(), component: dist .YjP() }));
function scoreOf(phases, rto) {
    const counted = phases.flatMap(({ name, isGood }) => {
        const what = COUNTED[name];
        return what ? [{ what, isGood }] : [];
    });
    const parsed = dist .xLC(objectives, rto);
    const held = parsed.success ? parsed.output.filter(({ state }) => state !== 'untested') : [];
    const missed = held.filter(({ state }) => state === 'missed').map(({ component }) => component);
    const all = [
        ...counted,
        ...(held.length > 0 ? [{ what: `in time (${missed.join(', ')})`, isGood: missed.length === 0 }] : []),
    ];
    const missing = all.filter(({ isGood }) => !isGood).map(({ what }) => what);
    return { percent: Math.round((100 * (all.length - missing.length)) / all.length), missing };
}
function secondsTo(name, phases) {
    const since = phases.findIndex((each) => each.name === 'inject') + 1;
    const until = phases.findIndex((each) => each.name === name);
    if (since === 0 || until < since)
        return undefined;
    return phases.slice(since, until + 1).reduce((sum, { seconds }) => sum + seconds, 0);
}
function summaryOf(sentence, phases) {
    const rows = phases.map(({ name, isGood, message, seconds }) => [
        isGood ? '✅' : '❌',
        name,
        `${seconds.toFixed(1)} s`,
        (0,markdown .tJ)(message),
    ]);
    return `## ${(0,markdown .tJ)(sentence)}\n\n${(0,markdown .tp)(['', 'Phase', 'Took', ''], rows)}\n`;
}

var kinds = __webpack_require__(83592);
var connect = __webpack_require__(79996);
var kubernetes_kinds = __webpack_require__(60921);
var session = __webpack_require__(81149);
var address = __webpack_require__(67745);
var direct = __webpack_require__(63813);
var redis_link = __webpack_require__(3041);
; 



function lostRedis(address, signal) {
    const { places, login, database, tls } = address;
    if (places.length > 1 || address.sentinel)
        throw new errors .lZ('The fault `redis-lost` ends one server, and `redis-url` names several; use another fault, or a Redis of one server.');
    const place = places[0];
    const open = (0,direct .x)({ tls, signal });
    const talk = async (work) => {
        const link = await open(place, { login, database });
        try {
            return await work(link);
        }
        finally {
            link.close();
        }
    };
    const answers = async () => {
        try {
            await talk((link) => (0,redis_link .S8)(link, 'PING'));
            return true;
        }
        catch (error) {
            if (error instanceof redis_link .zO || error instanceof redis_link .P_)
                return false;
            throw error;
        }
    };
    let run;
    const runId = () => talk(async (link) => /run_id:(\w+)/.exec(String(await (0,redis_link .S8)(link, 'INFO', 'server')))?.[1]);
    return {
        description: `Redis at ${place.host}:${place.port} is ended, and saves nothing first`,
        async strike() {
            run = await runId();
            try {
                await talk((link) => (0,redis_link .S8)(link, 'SHUTDOWN', 'NOSAVE'));
            }
            catch (error) {
                if (error instanceof redis_link .P_)
                    throw new errors .lZ(`Redis refuses SHUTDOWN, so it cannot be lost in a drill: ${error.message}.`);
                if (!(error instanceof redis_link .zO))
                    throw error;
            }
        },
        isSeen: async () => !(await answers()) || (await runId()) !== run,
        remains: async () => (await answers()) ? undefined : 'Redis does not answer; start it again, or ask its operator to',
        undo: async () => { },
        close: () => { },
    };
}

var quote = __webpack_require__(55737);
; 


const TEXT = 'rollback-drill';
const NUMBER = -1313;
const PREFIX = 'rollback_drill_';
const COLUMNS = `
  SELECT n.nspname::text AS schema, c.relname::text AS name, a.attname::text AS column,
         a.atttypid IN ('text'::regtype, 'varchar'::regtype) AS "isText"
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
  WHERE c.relkind = 'r' AND NOT c.relispartition AND c.relpersistence = 'p'
    AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = '' AND a.attinhcount = 0
    AND length(a.attname::text) <= 40
    AND (a.atttypid IN ('text'::regtype, 'integer'::regtype, 'bigint'::regtype, 'smallint'::regtype)
         OR a.atttypid = 'varchar'::regtype AND (a.atttypmod = -1 OR a.atttypmod >= 18)
         OR a.atttypid = 'numeric'::regtype AND a.atttypmod = -1)
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                    WHERE k.conrelid = c.oid AND a.attnum = ANY (k.conkey) AND k.contype <> 'n')
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                    WHERE i.indrelid = c.oid AND i.indisunique AND a.attnum = ANY (i.indkey))
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
    AND pg_catalog.pg_relation_size(c.oid) > 0
  ORDER BY pg_catalog.pg_relation_size(c.oid) DESC, 1, 2, a.attnum
  LIMIT 1`;
const MOVED = `
  SELECT n.nspname::text AS schema, c.relname::text AS name, a.attname::text AS column
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND NOT a.attisdropped AND starts_with(a.attname::text, $1)`;
async function corruptedRows(server) {
    const at = await columnOf(server);
    const [table, column] = [(0,quote .Z8)(at), (0,quote .AB)(at.column)];
    const value = at.isText ? (0,quote .ol)(TEXT) : String(NUMBER);
    const count = async (session) => (await session.one(`SELECT count(*)::float AS count FROM ${table} WHERE ${column} = ${value}`)).count;
    const spoilt = () => on(server, count);
    const left = async () => {
        const rows = await spoilt();
        return rows > 0
            ? `${rows} rows of ${at.schema}.${at.name} in the database ${server.database} are corrupted`
            : undefined;
    };
    return {
        description: `${at.column} is corrupted in every tenth row of ${at.schema}.${at.name} in the database ${server.database}`,
        async strike() {
            const earlier = await left();
            if (earlier)
                throw new errors .lZ(`${earlier} already, by an earlier drill; restore the backup with rollback-db.`);
            await on(server, (session) => session.query(`UPDATE ${table} SET ${column} = ${value} WHERE ctid IN (
             SELECT ctid FROM (SELECT ctid, row_number() OVER () AS number FROM ${table}) AS numbered
             WHERE number % 10 = 1)`));
        },
        isSeen: async () => (await spoilt()) > 0,
        remains: left,
        async undo() {
            const still = await left();
            if (still)
                throw new errors .lZ(`${still}; restore its backup with rollback-db.`);
        },
        close: () => { },
    };
}
async function badMigration(server) {
    const at = await columnOf(server);
    const moved = () => on(server, (session) => session.query(MOVED, [PREFIX]));
    const rename = (where, from, to) => on(server, (session) => session.query(`ALTER TABLE ${(0,quote .Z8)(where)} RENAME COLUMN ${(0,quote .AB)(from)} TO ${(0,quote .AB)(to)}`));
    return {
        description: `the column ${at.column} of ${at.schema}.${at.name} in the database ${server.database} is renamed`,
        strike: async () => void (await rename(at, at.column, `${PREFIX}${at.column}`)),
        isSeen: async () => (await moved()).length > 0,
        async remains() {
            const [first] = await moved();
            return first && `${first.schema}.${first.name} still has ${first.column}`;
        },
        async undo() {
            for (const each of await moved())
                await rename(each, each.column, each.column.slice(PREFIX.length));
        },
        close: () => { },
    };
}
async function columnOf(server) {
    const [column] = await on(server, (session) => session.query(COLUMNS));
    if (column)
        return column;
    throw new errors .lZ(`The database ${server.database} has no table with rows and a column of texts or numbers that no constraint binds, so a drill cannot corrupt anything in it.`);
}
const on = (server, work) => server.use(server.database, work);

var access = __webpack_require__(33266);
var names = __webpack_require__(3090);
; 



const LABEL = 'rollback-actions/drill';
const ALLOWED = 'allowed';
const PRODUCTION = /(^|[^a-z])(prod|production|prd|live)([^a-z]|$)/i;
function refuseProduction(names) {
    const production = names.find(({ name }) => PRODUCTION.test(name));
    if (!production)
        return;
    throw new errors .lZ(`A drill breaks things, and the ${production.what} ${JSON.stringify(production.name)} is called as production is; nothing was broken.`);
}
function requireHosts(allowed, servers) {
    const stranger = servers.find(({ name }) => !allowed.includes(name));
    if (!stranger)
        return;
    throw new errors .lZ(`Input \`drill-hosts\` does not name ${stranger.name}, the host of the ${stranger.what}; if a drill may break what is there, add it to the list. Nothing was broken.`);
}
async function requireLabel(client, namespace) {
    await (0,access .An)(client, namespace, [{ group: '', resource: 'namespaces', verbs: ['get'] }]);
    const found = await client.find((0,names .B3)(namespace));
    if (!found)
        throw new errors .lZ(`There is no namespace ${namespace}.`);
    if (found.metadata.labels?.[LABEL] === ALLOWED)
        return;
    throw new errors .lZ(`The namespace ${namespace} does not allow drills; if it may be broken, label it: kubectl label namespace ${namespace} ${LABEL}=${ALLOWED}. Nothing was broken.`);
}

var kubernetes_client = __webpack_require__(59027);
var workload_pods = __webpack_require__(85738);
; 






const MARK = 'rollback-actions/drill-before';
const NOWHERE = '/rollback-drill/not-there';
const STARTING = ['ContainerCreating', 'PodInitializing'];
const CHANGES = {
    'bad-image': ({ image: before }, id) => {
        const image = `${before.replace(/@[\s\S]*$/, '').replace(/:[^/:]*$/, '')}:rollback-drill-bad-image-${id.toLowerCase()}`;
        return {
            description: 'an image that does not exist',
            fields: { image },
            isIn: (container) => container.image === image,
        };
    },
    'crash-loop': () => ({
        description: 'a program that does not start',
        fields: { command: [NOWHERE] },
        isIn: ({ command }) => command?.[0] === NOWHERE,
    }),
    'failing-readiness': () => ({
        description: 'a readiness probe that fails',
        fields: { readinessProbe: { exec: { command: [NOWHERE] }, periodSeconds: 1 } },
        isIn: ({ readinessProbe }) => readinessProbe?.exec?.command?.[0] === NOWHERE,
    }),
};
function misbehaviour(input, text) {
    const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(text) ?? [];
    if (name === undefined || value === undefined)
        throw new errors .lZ(`Input \`${input}\` is ${JSON.stringify(text)}; accepted is one variable of the container with its value, such as FAULT_RATE=0.5.`);
    return ({ env = [] }) => ({
        description: `the variable ${name}, by which it answers badly`,
        fields: { env: [...env.filter((each) => each.name !== name), { name, value }] },
        isIn: (container) => container.env?.some((each) => each.name === name && each.value === value) === true,
    });
}
async function badDeploy(ref, { client, namespace }, changeOf) {
    await (0,access .An)(client, namespace, [
        { group: 'apps', resource: kubernetes_kinds .EZ[ref.kind].plural, verbs: ['get', 'patch'] },
        { group: '', resource: 'pods', verbs: ['list'] },
    ]);
    const path = (0,kubernetes_kinds .jC)(namespace, ref.kind, ref.name);
    const find = () => (0,workload_pods .Rc)(client, namespace, ref);
    const { description, fields, isIn } = changeOf(firstOf(await find()));
    const put = (workload, change, mark) => client.patch(path, kubernetes_client .D.merge, withFirst(workload, change, mark));
    return {
        description: `${(0,kubernetes_kinds .Pf)(ref)} gets ${description}`,
        async strike() {
            const workload = await find();
            const container = firstOf(workload);
            const before = Object.keys(fields).map((key) => [key, container[key] ?? null]);
            await put(workload, fields, JSON.stringify(Object.fromEntries(before)));
        },
        async isSeen() {
            const pods = await (0,workload_pods .EB)(client, namespace, ref);
            const broken = pods.filter((pod) => isIn(pod.spec.containers[0]));
            return broken.some((pod) => ('env' in fields ? (0,workload_pods .i_)(pod) : isStuck(pod)));
        },
        remains: async () => (isIn(firstOf(await find())) ? `${(0,kubernetes_kinds .Pf)(ref)} still has ${description}` : undefined),
        async undo() {
            const workload = await find();
            const mark = workload.metadata.annotations?.[MARK];
            if (mark !== undefined)
                await put(workload, isIn(firstOf(workload)) ? JSON.parse(mark) : {}, null);
        },
        close: () => client.close(),
    };
}
async function killedPod(ref, { client, namespace }) {
    await (0,access .An)(client, namespace, [
        { group: 'apps', resource: kubernetes_kinds .EZ[ref.kind].plural, verbs: ['get'] },
        { group: '', resource: 'pods', verbs: ['list', 'delete'] },
    ]);
    const [{ metadata }] = await (0,workload_pods .CG)(client, namespace, ref);
    return {
        description: `pod ${metadata.name} of ${(0,kubernetes_kinds .Pf)(ref)} is killed`,
        async strike() {
            const body = { gracePeriodSeconds: 1, preconditions: { uid: metadata.uid } };
            await client.request('DELETE', (0,names .du)(names .M2, namespace, 'pods', metadata.name), { body });
        },
        isSeen: async () => {
            const pods = await (0,workload_pods .EB)(client, namespace, ref);
            return !pods.some((pod) => pod.metadata.uid === metadata.uid && !pod.metadata.deletionTimestamp);
        },
        remains: async () => undefined,
        undo: async () => { },
        close: () => client.close(),
    };
}
const firstOf = ({ spec }) => spec.template.spec.containers[0];
function withFirst(workload, fields, mark) {
    const [first, ...others] = workload.spec.template.spec.containers;
    const changed = Object.entries({ ...first, ...fields }).filter(([, value]) => value !== null);
    const { resourceVersion } = workload.metadata;
    return {
        metadata: { resourceVersion, annotations: { [MARK]: mark } },
        spec: { template: { spec: { containers: [Object.fromEntries(changed), ...others] } } },
    };
}
function isStuck({ status }) {
    return (status?.containerStatuses ?? []).some(({ ready, state = {} }) => {
        const { waiting, running, terminated } = state;
        if (waiting)
            return !STARTING.includes(waiting.reason ?? STARTING[0] ?? '');
        return terminated !== undefined || (running !== undefined && !ready);
    });
}

; 












async function drillPlaceOf({ request }, context) {
    const { mask } = context;
    const all = request.components.map(({ name, kind }) => ({
        kind,
        values: (0,rollback_values .zc)(request, kinds .G[kind], name),
    }));
    const of = (kind) => all.filter((each) => each.kind === kind).map(({ values }) => values);
    const withCluster = [
        ...of('service'),
        ...of('database').filter(({ quiesce }) => quiesce),
        ...of('cache').filter(({ via }) => via),
    ];
    return {
        connections: await Promise.all(withCluster.map((values) => (0,connect .N)(values, context))),
        servers: of('database').map((values) => session.Server.parse(values['database-url'] ?? '', context)),
        caches: of('cache').flatMap(({ 'redis-url': url, 'redis-ca': ca, 'redis-insecure': insecure }) => url === undefined ? [] : [(0,address .o)(url, { ca, insecure: insecure === 'true', mask })]),
    };
}
async function protect({ request, hosts }, place) {
    const { connections, servers, caches } = place;
    const namespaces = [
        ...new Map(connections.map((each) => [`${each.client.server} ${each.namespace}`, each])).values(),
    ];
    const hostsOf = [
        ...namespaces.map(({ client }) => ({ what: 'Kubernetes API', name: new URL(client.server).hostname })),
        ...servers.map(({ host }) => ({ what: 'database', name: host })),
        ...caches.flatMap(({ places }) => places.map(({ host }) => ({ what: 'cache', name: host }))),
    ];
    refuseProduction([
        { what: 'environment', name: request.environment.name },
        ...namespaces.map(({ namespace }) => ({ what: 'namespace', name: namespace })),
        ...servers.map(({ database }) => ({ what: 'database', name: database })),
        ...hostsOf.map(({ what, name }) => ({ what: `host of the ${what}`, name })),
    ]);
    requireHosts(hosts, hostsOf);
    for (const { client, namespace } of namespaces)
        await requireLabel(client, namespace);
}
async function faultOf(options, place, context) {
    const { fault, request } = options;
    const kind = drill_fault .vD[fault];
    const [first] = request.components.filter((each) => each.kind === kind);
    if (!first)
        throw new errors .lZ(`The fault \`${fault}\` breaks a component of kind ${kind}, and the drill has none.`);
    const [server] = place.servers;
    const [cache] = place.caches;
    switch (fault) {
        case 'corrupted-rows':
            return corruptedRows(server);
        case 'bad-migration':
            return badMigration(server);
        case 'redis-lost':
            if (!cache)
                throw new errors .lZ(`The fault \`redis-lost\` needs the \`redis-url\` of the component ${first.name}.`);
            return lostRedis(cache, context.signal);
        default:
            return workloadFault(options, await connectionOf(request, first.name, context), context.rollbackId);
    }
}
const connectionOf = (request, component, context) => (0,connect .N)((0,rollback_values .zc)(request, kinds .G.service, component), context);
function targetOf({ fault, target }) {
    if (target === undefined)
        throw new errors .lZ(`The fault \`${fault}\` breaks one workload; say which with \`drill-target\`, such as deployment/api.`);
    return (0,kubernetes_kinds .rd)(target);
}
function workloadFault(options, connection, id) {
    const { fault, errorVariable, slowVariable } = options;
    const ref = targetOf(options);
    switch (fault) {
        case 'error-rate':
            return badDeploy(ref, connection, misbehaving('drill-error-env', errorVariable));
        case 'slow-answers':
            return badDeploy(ref, connection, misbehaving('drill-slow-env', slowVariable));
        case 'bad-image':
        case 'crash-loop':
        case 'failing-readiness':
            return badDeploy(ref, connection, (container) => CHANGES[fault](container, id));
        default:
            return killedPod(ref, connection);
    }
}
function misbehaving(input, text) {
    if (text === undefined)
        throw new errors .lZ(`Input \`${input}\` is needed for this fault: the variable, with its value, by which your service answers badly, such as FAULT_RATE=0.5.`);
    return misbehaviour(input, text);
}

; 












const QUIET = { info() { }, warn() { }, group() { } };
const DEPLOYS = [
    'bad-image',
    'crash-loop',
    'failing-readiness',
    'error-rate',
    'slow-answers',
];
const HEALTH_ACTIONS = {
    service: { action: 'mark-good', values: {}, isDry: false },
    database: { action: 'verify-integrity', values: { mode: 'capture' }, isDry: true },
    cache: { action: 'clear-cache', values: {}, isDry: true },
};
async function drill(options, context) {
    const place = await drillPlaceOf(options, context);
    try {
        await protect(options, place);
        const fault = await faultOf(options, place, context);
        try {
            if (context.dryRun)
                return planned(options, fault, context);
            const { environment } = options.request;
            const [keeper] = place.connections;
            const work = (lost) => {
                const signal = lost ? AbortSignal.any([context.signal, lost]) : context.signal;
                return carryOut(options, fault, { ...context, signal });
            };
            return await (keeper ? (0,lease .pS)(keeper, lockFor(keeper, environment.name), context, work) : work());
        }
        finally {
            fault.close();
        }
    }
    finally {
        for (const { client } of place.connections)
            client.close();
    }
}
const lockFor = (keeper, environment) => `${(0,lease .Vx)(keeper, environment)}.drill`;
function planned({ request }, { description }, { recordPath }) {
    const names = request.components.map(({ name }) => name).join(', ');
    return {
        result: 'planned',
        message: `Planned: ${description}, and ${names} of ${request.environment.name} are rolled back; nothing was broken.`,
        outputs: { record: recordPath },
    };
}
async function carryOut(options, fault, context) {
    const phases = [];
    const pass = async (name, work) => {
        context.signal.throwIfAborted();
        const done = await phase(name, context, work);
        phases.push(done);
        return done;
    };
    const before = await pass('steady', () => steady(options, context, spoilt(options)));
    if (!before.isGood)
        throw new errors .lZ(`Nothing was broken, because not all is well before the drill: ${before.message}`);
    const plan = await pass('plan', () => planRollback(options, context));
    if (!plan.isGood)
        throw new errors .lZ(`Nothing was broken, because the rollback after it would not begin: ${plan.message}`);
    const cleanedUp = context.registerCleanup();
    const at = new Date();
    const struck = await pass('inject', async () => {
        await fault.strike();
        return `Broken: ${fault.description}`;
    });
    let outcome;
    if (struck.isGood) {
        await pass('detect', () => detect(options, fault, context));
        if (isJudged(options))
            await pass('decide', () => decide(options, at, context));
        const { isGood: isBack } = await pass('roll back', async () => {
            outcome = await rollBack(options, context);
            if (outcome.result === 'failed')
                throw new errors .lZ(outcome.message);
            return outcome.message;
        });
        await pass('verify', () => gone(fault, isBack ? waits .r.DRILL_GONE_SECONDS : 0, context.signal));
    }
    const cleaned = await pass('clean up', async () => {
        await fault.undo();
        return 'Nothing of the fault is left';
    });
    if (cleaned.isGood)
        cleanedUp();
    await pass('steady again', async () => {
        const left = await fault.remains();
        if (left !== undefined)
            throw new errors .lZ(left);
        return steady(options, context, undefined);
    });
    return outcomeOf(options, phases, outcome, context);
}
const isJudged = ({ fault, request }) => DEPLOYS.includes(fault) && request.environment.sections.includes('assess');
async function steady({ request }, context, captured) {
    for (const component of request.components) {
        const { action, values, isDry } = HEALTH_ACTIONS[component.kind];
        const all = {
            ...(0,rollback_values .zc)(request, action, component.name),
            ...values,
            snapshot: snapshotOf(request.folder),
        };
        const dryRun = isDry && component !== captured;
        const { result, message } = await runOne(action, all, { ...context, dryRun });
        if (result === 'failed')
            throw new errors .lZ(`${component.name}: ${message}`);
    }
    return `All is well: ${request.components.map(({ name }) => name).join(', ')}`;
}
async function runOne(action, values, context) {
    return (0,runner_part .L)((0,runner_part .o)(await context.load(action), values, context), { ...context, record: () => { } });
}
const spoilt = ({ fault, request }) => drill_fault .vD[fault] === 'database' ? request.components.find(({ kind }) => kind === 'database') : undefined;
const snapshotOf = (folder) => (0,external_node_path_.join)(folder, 'before-the-drill.json');
async function detect(options, { isSeen }, context) {
    const { request } = options;
    const component = spoilt(options);
    if (!component) {
        await until(isSeen, waits .r.DRILL_SEEN_SECONDS, context.signal, () => 'It was not detected');
        return 'It is seen';
    }
    const values = {
        ...(0,rollback_values .zc)(request, 'verify-integrity', component.name),
        mode: 'compare',
        expect: 'identical',
    };
    const { result, message } = await runOne('verify-integrity', { ...values, snapshot: snapshotOf(request.folder) }, context);
    if (result !== 'drift')
        throw new errors .lZ(`The comparison has not seen it: ${message}`);
    return message;
}
async function decide({ request }, at, context) {
    const values = {
        ...(0,rollback_values .zc)(request, 'assess', undefined),
        'deployed-at': at.toISOString(),
        cooldown: '1s',
    };
    let last;
    const judged = async () => {
        last = await runOne('assess', values, { ...context, log: QUIET });
        return rollback_judged .$i.includes(String(last.outputs?.decision));
    };
    await until(judged, waits .r.DRILL_JUDGED_SECONDS, context.signal, () => `It would not have been rolled back: ${last?.message}`, waits .r.DRILL_JUDGE_MS);
    return last?.message ?? '';
}
async function planRollback(options, context) {
    const part = await rootAction(options, 'plan', context);
    const { result, message } = await (0,runner_part .L)(part, { ...context, record: () => { } });
    if (result === 'failed')
        throw new errors .lZ(message);
    return message;
}
async function rootAction({ request }, action, context) {
    const components = request.components.map(({ name }) => name).join(', ');
    return (0,runner_part .o)(await context.load('rollback'), { ...request.passed, action, components }, context);
}
async function rollBack(options, context) {
    const { fault } = options;
    const part = await rootAction(options, 'rollback', context);
    const reason = `Drill (${fault}): ${context.reason}`;
    const inner = { ...context, reason, registerCleanup: () => () => { } };
    return (0,runner_part .L)(part, inner);
}
async function gone({ remains }, seconds, signal) {
    let left;
    const isGone = async () => {
        left = await remains();
        return left === undefined;
    };
    await until(isGone, seconds, signal, () => `${left}`);
    return 'Nothing of it is left';
}
async function until(isSo, seconds, signal, otherwise, milliseconds = waits .r.DRILL_POLL_MS) {
    const end = performance.now() + seconds * 1000;
    while (!(await isSo())) {
        if (performance.now() > end)
            throw new errors .lZ(`${otherwise()} (after ${seconds} s).`);
        await (0,deadline .v7)(milliseconds, signal);
    }
}
function outcomeOf({ fault, request }, phases, rolledBack, { recordPath }) {
    const { rto = '', report = '', html = '', steps = [] } = rolledBack?.outputs ?? {};
    const { percent, missing } = scoreOf(phases, rto);
    const failed = phases.find(({ isGood }) => !isGood);
    const [seen, back] = ['detect', 'roll back'].map((name) => secondsTo(name, phases)?.toFixed(1));
    const lacks = missing.length > 0 ? `, without ${missing.join(', ')}` : '';
    const message = failed
        ? `The drill of ${request.environment.name} failed (${fault}, score ${percent} %): "${failed.name}" failed: ${failed.message}`
        : `The drill of ${request.environment.name} is done (${fault}): seen after ${seen} s, back after ${back} s, score ${percent} %${lacks}.`;
    return {
        result: failed ? 'failed' : 'done',
        message,
        outputs: { rto, report, html, steps, score: percent, phases: phases.map(toOutput), record: recordPath },
        summary: `${summaryOf(message, phases)}\n${rolledBack?.summary ?? ''}`,
    };
}
const toOutput = ({ name, isGood, seconds, message }) => ({
    phase: name,
    outcome: isGood ? 'done' : 'failed',
    seconds: Number(seconds.toFixed(3)),
    message,
});
async function takeBack(options, context) {
    const place = await drillPlaceOf(options, context);
    const [keeper] = place.connections;
    try {
        const fault = await faultOf(options, place, context);
        await fault.undo().finally(fault.close);
    }
    finally {
        if (keeper)
            await (0,lease .F6)(keeper, lockFor(keeper, options.request.environment.name), context);
        for (const { client } of place.connections)
            client.close();
    }
}


  }),

  55737:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    AB: () => (  quoteName),
    Z8: () => (  quoteTable),
    ol: () => (  quoteText)
  });
const quoteName = (name) => `"${name.replaceAll('"', '""')}"`;
const quoteTable = ({ schema, name }) => `${quoteName(schema)}.${quoteName(name)}`;
function quoteText(text) {
    const quoted = `'${text.replaceAll("'", "''")}'`;
    return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}


  })

};
;