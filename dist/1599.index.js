"use strict";
exports.id = 1599;
exports.ids = [1599,3813];
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
    const open = (0,direct.directly)({ tls, signal });
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
    const put = (workload, change, mark) => client.patch(path, kubernetes_client.PATCH.merge, withFirst(workload, change, mark));
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


  }),

  67745:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    o: () => (  parseAddress)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _parameter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23826);



const EXAMPLE = 'redis://user:password@host:6379/0, rediss://… (TLS) or redis+sentinel://host:26379,host:26379/<master>/0';
const OURS = ['db', 'dbindex', 'sentinel-username', 'sentinel-password'];
const OF_CLIENTS = /^(protocol|family|client_?name|(health_check_interval|(socket_|read_|write_|dial_|connect_?|retry_)*timeout|max_?(connections|retries)|pool_?size|min_idle_conns|decode_responses|encoding))$/i;
const SCHEME = /^(redis|valkey)(s?)(\+sentinel)?:\/\//;
function parseAddress(url, { ca, insecure, mask }) {
    const [scheme, , secure, sentinels] = SCHEME.exec(url) ?? [];
    if (scheme === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`redis-url\` is not a URL; accepted are ${EXAMPLE}.`);
    const [authority = '', ...path] = url.slice(scheme.length).split(/\?.*$/s)[0]?.split('/') ?? [];
    const at = authority.lastIndexOf('@');
    const query = new URLSearchParams(/\?(.*)$/s.exec(url)?.[1] ?? '');
    const stranger = [...query.keys()].find((key) => !OURS.includes(key) && !OF_CLIENTS.test(key));
    if (stranger) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`redis-url\` has ${(0,_parameter_js__WEBPACK_IMPORTED_MODULE_2__  .H)(stranger)}, which is not understood; known are ${OURS.join(', ')}.`);
    }
    const parts = [...path, ...query.getAll('db'), ...query.getAll('dbindex')].filter((part) => part !== '');
    const master = sentinels ? parts.shift() : undefined;
    if (sentinels && !master) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ('Input `redis-url` names no master; accepted is redis+sentinel://host:26379,host:26379/<master>/0.');
    }
    const address = {
        places: placesOf(authority.slice(at + 1), sentinels ? 26379 : 6379),
        login: loginOf(at < 0 ? '' : authority.slice(0, at)),
        database: databaseOf(parts),
        tls: tlsOf(secure === 's', ca, insecure),
        sentinel: master
            ? {
                master: decoded(master),
                login: {
                    username: query.get('sentinel-username') ?? undefined,
                    password: query.get('sentinel-password') ?? undefined,
                },
            }
            : undefined,
    };
    for (const { password } of [address.login, address.sentinel?.login ?? { password: undefined }])
        if (password)
            mask(password);
    return address;
}
function placesOf(hosts, usual) {
    return hosts.split(',').map((text) => {
        const [, six, name, port] = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]@/]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
        const host = six ?? name;
        if (host === undefined || Number(port ?? 1) > 65535)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`redis-url\` names no host and port; accepted are ${EXAMPLE}.`);
        return { host: decoded(host), port: Number(port ?? usual) };
    });
}
function loginOf(text) {
    const [user = '', ...rest] = text.split(':');
    const password = rest.join(':');
    if (rest.length === 0)
        return { username: undefined, password: decoded(user) || undefined };
    return { username: decoded(user) || undefined, password: decoded(password) || undefined };
}
function databaseOf(parts) {
    const [text = '0', ...more] = parts;
    if (more.length > 0 || !/^\d{1,5}$/.test(text))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ('Input `redis-url` does not end with the number of a database; accepted is …/0 or nothing.');
    return Number(text);
}
function tlsOf(secure, ca, insecure) {
    if (secure)
        return { ca: ca && pemOf(ca), verify: !insecure };
    if (ca !== undefined || insecure)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ('Inputs `redis-ca` and `redis-insecure` are for TLS; begin `redis-url` with rediss:// (two s).');
    return undefined;
}
function pemOf(ca) {
    if (ca.includes('-----BEGIN'))
        return ca;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(ca, 'utf8');
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`redis-ca\` is neither a certificate nor a file: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error)}.`);
    }
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ('Input `redis-url` cannot be read; special characters of user and password must be percent-encoded.');
    }
}


  }),

  63813:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  directly: () => (  directly)
});

var external_node_net_ = __webpack_require__(77030);
var external_node_tls_ = __webpack_require__(41692);
var waits = __webpack_require__(95282);
var errors = __webpack_require__(89002);
var redis_link = __webpack_require__(3041);
; 

const MAX_DEPTH = 16;
const MAX_ITEMS = 2 ** 20;
const MAX_LINE = 2 ** 16;
const MAX_LENGTH = 2 ** 29;
const MAX_DIGITS = 16;
const [CR, LF, ZERO, MINUS] = [13, 10, 48, 45];
function encode(commands) {
    const parts = [];
    let text = '';
    for (const words of commands) {
        text += `*${words.length}\r\n`;
        for (const word of words) {
            text += `$${lengthOf(word)}\r\n`;
            if (typeof word === 'string')
                text += word;
            else {
                parts.push(text, word);
                text = '';
            }
            text += '\r\n';
        }
    }
    return parts.length === 0
        ? text
        : Buffer.concat([...parts, text].map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}
const lengthOf = (word) => (typeof word === 'string' ? Buffer.byteLength(word) : word.length);
class Decoder {
    #onReply;
    #open = [];
    #chunks = [];
    #size = 0;
    #needed = 0;
    #bytes = Buffer.alloc(0);
    #at = 0;
    constructor(onReply) {
        this.#onReply = onReply;
    }
    write(chunk) {
        this.#chunks.push(chunk);
        this.#size += chunk.length;
        if (this.#size < this.#needed)
            return;
        this.#bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
        this.#at = 0;
        this.#needed = 0;
        while (this.#at < this.#bytes.length) {
            const begun = this.#at;
            if (this.#next())
                continue;
            this.#at = begun;
            this.#needed -= begun;
            break;
        }
        const rest = this.#bytes.subarray(this.#at);
        this.#chunks = rest.length === 0 ? [] : [rest];
        this.#size = rest.length;
    }
    #next() {
        const type = this.#bytes[this.#at++];
        switch (type) {
            case 36:  
                return this.#text();
            case 42:  
                return this.#list();
            case 58:  
                return this.#line((line) => wholeNumber(line));
            case 43:  
                return this.#line((line) => Buffer.from(line));
            case 45:  
                return this.#line((line) => new redis_link .P_(line));
            default:
                throw new SyntaxError('it does not speak the protocol of Redis');
        }
    }
    #text() {
        const length = this.#length(MAX_LENGTH);
        if (length === undefined)
            return false;
        if (length === -1)
            return this.#add(null);
        const end = this.#at + length;
        if (end + 2 > this.#bytes.length)
            return this.#wait(end + 2);
        if (this.#bytes[end] !== CR || this.#bytes[end + 1] !== LF)
            throw new SyntaxError('it sends texts of other lengths than it says');
        const text = this.#bytes.subarray(this.#at, end);
        this.#at = end + 2;
        return this.#add(text);
    }
    #list() {
        const length = this.#length(MAX_ITEMS);
        if (length === undefined)
            return false;
        if (length <= 0)
            return this.#add(length === 0 ? [] : null);
        if (this.#open.length >= MAX_DEPTH)
            throw new SyntaxError('it sends lists in lists without an end');
        this.#open.push({ items: [], length });
        return true;
    }
    #line(parse) {
        const end = this.#bytes.indexOf('\r\n', this.#at);
        if (end >= 0) {
            const value = parse(this.#bytes.toString('utf8', this.#at, end));
            this.#at = end + 2;
            return this.#add(value);
        }
        if (this.#bytes.length - this.#at > MAX_LINE)
            throw new SyntaxError('it sends a line without an end');
        return false;
    }
    #length(most) {
        const bytes = this.#bytes;
        const isNone = bytes[this.#at] === MINUS;
        let at = isNone ? this.#at + 1 : this.#at;
        const begun = at;
        let value = 0;
        for (; at < bytes.length && bytes[at] !== CR; at += 1) {
            const digit = bytes[at] - ZERO;
            if (digit < 0 || digit > 9 || at - begun >= MAX_DIGITS)
                throw new SyntaxError('it sends lengths that are none');
            value = value * 10 + digit;
        }
        if (at + 1 >= bytes.length)
            return undefined;
        if (at === begun || bytes[at + 1] !== LF || value > most || (isNone && value !== 1))
            throw new SyntaxError('it sends lengths that are none');
        this.#at = at + 2;
        return isNone ? -1 : value;
    }
    #wait(end) {
        this.#needed = end;
        return false;
    }
    #add(value) {
        let whole = value;
        for (let list = this.#open.at(-1); list; list = this.#open.at(-1)) {
            list.items.push(whole);
            if (list.items.length < list.length)
                return true;
            this.#open.pop();
            whole = list.items;
        }
        this.#onReply(whole);
        return true;
    }
}
function wholeNumber(line) {
    if (!/^[+-]?\d{1,20}$/.test(line))
        throw new SyntaxError('it sends numbers that are none');
    return Number(line);
}

; 






const MAX_REPLIES_BYTES = 256 * 1024 ** 2;
function directly({ tls, signal }) {
    return async (place, { login, database }) => {
        signal.throwIfAborted();
        const link = new DirectLink((0,redis_link .Vb)(place), socketTo(place, tls), tls !== undefined, signal);
        await link.connected;
        const words = (0,redis_link .O$)(login, database);
        const replies = await link.send([...words, ['CLIENT', 'SETNAME', 'rollback-actions']]);
        const refused = replies.slice(0, words.length).find((reply) => reply instanceof redis_link .P_);
        if (refused === undefined)
            return link;
        link.close();
        throw refused;
    };
}
function socketTo({ host, port }, tls) {
    if (!tls)
        return (0,external_node_net_.connect)({ host, port, noDelay: true });
    return (0,external_node_tls_.connect)({
        host,
        port,
        rejectUnauthorized: tls.verify,
        ...(tls.ca && { ca: tls.ca }),
        ...((0,external_node_net_.isIP)(host) === 0 && { servername: host }),
    });
}
class DirectLink {
    name;
    connected;
    #socket;
    #signal;
    #waiting = [];
    #heard = 0;
    #failure;
    #isTls;
    constructor(name, socket, isTls, signal) {
        this.name = name;
        this.#socket = socket;
        this.#isTls = isTls;
        this.#signal = signal;
        this.connected = this.#connect();
        const decoder = new Decoder((reply) => this.#receive(reply));
        socket.on('data', (chunk) => {
            this.#heard += chunk.length;
            if (this.#heard > MAX_REPLIES_BYTES)
                return this.#end(new Error('it answers without an end'));
            try {
                decoder.write(chunk);
            }
            catch (error) {
                this.#end(error);
            }
        });
        socket.on('error', (error) => this.#end(error));
        const abort = () => this.#end(new Error('aborted'));
        signal.addEventListener('abort', abort);
        socket.once('close', () => {
            signal.removeEventListener('abort', abort);
            this.#end(new Error('the connection was closed'));
        });
    }
    get closed() {
        return this.#failure !== undefined || !this.#socket.writable;
    }
    send(commands) {
        if (this.#failure)
            return Promise.reject(this.#lost());
        if (commands.length === 0)
            return Promise.resolve([]);
        this.#heard = 0;
        const { promise, resolve, reject } = Promise.withResolvers();
        const late = setTimeout(() => this.#end(silence()), waits .r.REDIS_SILENCE_MS);
        this.#waiting.push({ count: commands.length, replies: [], resolve, reject, late });
        this.#socket.write(encode(commands));
        return promise;
    }
    close() {
        this.#end(new Error('the connection was closed'));
    }
    async #connect() {
        const { promise, resolve, reject } = Promise.withResolvers();
        const late = setTimeout(() => this.#end(silence(this.#isTls ? redis_link .SD : undefined)), waits .r.REDIS_CONNECT_MS);
        this.#socket.once(this.#isTls ? 'secureConnect' : 'connect', resolve);
        this.#socket.once('close', () => reject(this.#lost()));
        try {
            await promise;
        }
        finally {
            clearTimeout(late);
        }
    }
    #receive(reply) {
        if (reply instanceof redis_link .P_ && errors .eW.test(reply.message))
            return this.#end(reply);
        const [first] = this.#waiting;
        if (!first)
            return this.#end(new Error('it sends a reply to no command'));
        first.replies.push(reply);
        if (first.replies.length < first.count)
            return;
        this.#waiting.shift();
        clearTimeout(first.late);
        first.resolve(first.replies);
    }
    #end(reason) {
        this.#failure ??= reason;
        this.#socket.destroy();
        for (const { late, reject } of this.#waiting.splice(0)) {
            clearTimeout(late);
            reject(this.#lost());
        }
    }
    #lost() {
        if (this.#signal.aborted)
            return this.#signal.reason;
        const failure = this.#failure;
        if (failure instanceof redis_link .P_)
            return failure;
        const { message = '', code = '' } = failure ?? {};
        return new redis_link .zO(this.name, message, code);
    }
}
const silence = (code = 'ETIMEDOUT') => Object.assign(new Error('no answer'), { code });


  }),

  89002:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    WG: () => (  isPassing),
    YQ: () => (  asRedisError),
    eW: () => (  FULL)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _network_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69355);
  var _link_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3041);



const MEANINGS = {
    NOAUTH: 'wants a password; put user and password into `redis-url`',
    WRONGPASS: 'does not take user and password of `redis-url`; renew the secret',
    NOPERM: 'does not let this user do that; its ACL needs +info +scan +unlink +dbsize +select +cluster|nodes (+flushdb, +flushall, +incr for those modes) and the pattern of the keys',
    READONLY: 'is a replica; give the address of the master, or of the sentinels',
    LOADING: 'is still loading its data; run it again when it has',
    MISCONF: 'takes no writes because it cannot save its data to disk; free its disk, and run it again',
    NOREPLICAS: 'takes no writes because fewer replicas follow it than it wants (min-replicas-to-write), as after a failover; run it again when they do',
    CLUSTERDOWN: 'says that its cluster is down; bring the missing masters back, and run it again',
    MASTERDOWN: 'has lost its master; wait for the failover, and run it again',
    OOM: 'is out of memory and refuses even this; give it memory, or use the mode `database`',
};
const FULL = /max number of clients/;
const UNKNOWN = /^ERR unknown command/i;
const PASSING = new Set([
    'LOADING',
    'CLUSTERDOWN',
    'MASTERDOWN',
    'NOREPLICAS',
    'TRYAGAIN',
    'READONLY',
    'BUSY',
]);
function isPassing(error) {
    if (error instanceof _link_js__WEBPACK_IMPORTED_MODULE_2__  .zO)
        return error.code !== _link_js__WEBPACK_IMPORTED_MODULE_2__  .SD && !(0,_network_js__WEBPACK_IMPORTED_MODULE_1__  .yN)(error.code);
    return error instanceof _link_js__WEBPACK_IMPORTED_MODULE_2__  .P_ && (PASSING.has(error.code) || FULL.test(error.message));
}
function asRedisError(place, error) {
    if (error instanceof _link_js__WEBPACK_IMPORTED_MODULE_2__  .zO) {
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Redis at ${error.place} cannot be reached (${wordsFor(error)}); check \`redis-url\` and the network between it and the runner, or go by a pod with \`via\`.`, { cause: error });
    }
    if (error instanceof _link_js__WEBPACK_IMPORTED_MODULE_2__  .P_) {
        const meaning = FULL.test(error.message)
            ? 'has as many clients as it takes (maxclients); end some, or raise it'
            : UNKNOWN.test(error.message)
                ? 'does not have a command that is needed: it was renamed or switched off there (rename-command), or a proxy in between does not know it'
                : MEANINGS[error.code];
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(meaning
            ? `Redis at ${place} ${meaning} (${error.message}).`
            : `Redis at ${place} says: ${error.message}.`, { cause: error });
    }
    return error instanceof Error ? error : new Error((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error));
}
function wordsFor(error) {
    if (error.code === _link_js__WEBPACK_IMPORTED_MODULE_2__  .SD)
        return 'no answer, as of a server that does not speak TLS';
    if (error.code === 'ECONNRESET')
        return 'the connection was cut, as a server does that wants TLS, or none';
    if (error.code === 'ERR_TLS_CERT_ALTNAME_INVALID' && /^[\d.]+:|^\[/.test(error.place))
        return 'its certificate is not for this address; give its name in `redis-url`, or let its sentinels or its cluster announce host names (resolve-hostnames, announce-hostnames)';
    return (0,_network_js__WEBPACK_IMPORTED_MODULE_1__  .N4)(error, 'its certificate is signed by an unknown authority; give `redis-ca`');
}


  }),

  3041:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    O$: () => (  greeting),
    P_: () => (  Refusal),
    S8: () => (  sendCommand),
    SD: () => (  TLS_SILENCE),
    Vb: () => (  nameOf),
    zO: () => (  LostError)
  });
class Refusal extends Error {
    code;
    constructor(message) {
        super(message);
        this.name = 'Refusal';
        this.code = message.split(' ')[0] ?? '';
    }
}
const TLS_SILENCE = 'TLS_SILENCE';
class LostError extends Error {
    place;
    code;
    constructor(place, message, code = '') {
        super(message);
        this.name = 'LostError';
        this.place = place;
        this.code = code;
    }
}
async function sendCommand(link, ...command) {
    const [reply] = await link.send([command]);
    if (reply instanceof Refusal)
        throw reply;
    return reply;
}
const nameOf = ({ host, port }) => host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
function greeting({ username, password }, database) {
    const auth = password === undefined ? [] : [['AUTH', ...(username ? [username] : []), password]];
    return [...auth, ...(database === 0 ? [] : [['SELECT', String(database)]])];
}


  })

};
;