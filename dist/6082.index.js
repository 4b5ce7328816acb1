"use strict";
exports.id = 6082;
exports.ids = [6082];
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

  11314:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    g: () => (  parseSelection)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);


function parseSelection(workloads, selector, order) {
    const all = workloads.includes('all');
    const groups = order.map((line) => line
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .jH));
    const refs = workloads.filter((item) => item !== 'all').map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .jH);
    if (all && (refs.length > 0 || selector)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `workloads` is `all`; leave other names and `selector` out, or leave `all` out.');
    }
    const ordered = groups.flat();
    const twice = ordered.find((ref, index) => ordered.findIndex((other) => (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(other) === (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)) !== index);
    if (twice)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`order\` names ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(twice)} twice.`);
    if (!all && !selector && refs.length === 0 && ordered.length === 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Say which workloads are meant: `workloads` (names, or `all`) or `selector`.');
    }
    return { all, refs: refs.length > 0 || all || selector ? refs : ordered, selector, order: groups };
}


  }),

  96619:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    j: () => (  forgottenPause)
  });
const DAY_MS = 86_400_000;
function forgottenPause({ name, pausedBy }, now) {
    if (!pausedBy || !(now.getTime() - Date.parse(pausedBy.at) > DAY_MS))
        return undefined;
    return `the ${name} is paused since ${pausedBy.at} by rollback ${pausedBy.id}; put the older version into its source and hand it back`;
}


  }),

  21312:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    DX: () => (  ownerInputs),
    _H: () => (  gitInputs),
    oQ: () => (  configRepositoryOf)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77934);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92920);
  var _lasting_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37341);




const ownerInputs = {
    argocdNamespace: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)(), 'argocd'),
    argocdKubeconfig: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
};
const gitInputs = {
    gitopsRepository: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Qq)()),
    gitopsPaths: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .p_)(), ''),
    gitopsToken: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .rJ)()),
    gitopsPullRequest: valibot__WEBPACK_IMPORTED_MODULE_2__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_3__  .Yq)(['create', 'never']), 'create'),
};
function configRepositoryOf(inputs) {
    const { gitopsRepository: repository, gitopsPaths, gitopsToken: token, gitopsPullRequest } = inputs;
    if (repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`gitops-repository\` is ${JSON.stringify(repository)}; accepted is <owner>/<name>, such as shop/config.`);
    const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_SERVER_URL: server = 'https://github.com' } = process.env;
    const isWanted = gitopsPullRequest === 'create';
    return { token, repository, paths: gitopsPaths.map(_lasting_place_js__WEBPACK_IMPORTED_MODULE_1__  .DZ), isWanted, api, server };
}


  }),

  37341:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    DZ: () => (  tidy),
    LH: () => (  placesOfKustomization),
    iJ: () => (  placesOfApplication)
  });
  var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
  var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);


const isCommit = (text) => text !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
function placesOfApplication({ spec = {}, status }, commits) {
    const own = sourcesOf(spec);
    const sources = own.map(read);
    const places = [];
    const others = [];
    for (const [at, source] of sources.entries()) {
        const commit = commits[at];
        const paths = [
            ...(source.path === undefined ? [] : [tidy(source.path)]),
            ...(source.ref ? referredTo(source.ref, sources) : valueFilesOf(source)),
        ];
        if (source.chart !== undefined)
            others.push(`the chart ${source.chart} is not in Git, so its version is changed in the application`);
        else if (isCommit(source.branch))
            others.push(`the application names the commit ${source.branch.slice(0, 7)} itself`);
        else if (!isCommit(commit))
            others.push(`the commit of ${source.url} is not known`);
        else if (paths.length > 0)
            places.push({ url: source.url, branch: source.branch, paths, commit });
    }
    const then = status?.history?.find(({ revision = '', revisions }) => (0,node_util__WEBPACK_IMPORTED_MODULE_1__.isDeepStrictEqual)(revisions?.length ? revisions : [revision], commits));
    const changed = then ? differences(sourcesOf(then), own) : [];
    if (changed.length > 0)
        others.push(`the source in the application has changed since (${changed.join(', ')})`);
    return { places, others };
}
function placesOfKustomization({ path = '' }, source, commit) {
    const { branch, ...fixed } = source.ref ?? {};
    const [by] = Object.entries(fixed);
    if (by)
        return { places: [], others: [`its source names the ${by[0]} ${by[1]} itself`] };
    if (!isCommit(commit))
        return { places: [], others: ['the good commit is not known'] };
    return {
        places: [{ url: source.url ?? '', branch: branch ?? 'master', paths: [tidy(path)], commit }],
        others: [],
    };
}
const sourcesOf = ({ source, sources, }) => (sources?.length ? sources : source ? [source] : []);
function read({ repoURL, targetRevision, path, chart, ref, helm }) {
    const { valueFiles } = (helm ?? {});
    const revision = textOf(targetRevision)?.replace(/^refs\/heads\//, '');
    return {
        url: textOf(repoURL) ?? '',
        branch: revision === 'HEAD' ? undefined : revision,
        ...{ path: textOf(path), chart: textOf(chart), ref: textOf(ref) },
        valueFiles: Array.isArray(valueFiles) ? valueFiles.filter((each) => typeof each === 'string') : [],
    };
}
const textOf = (value) => typeof value === 'string' && value !== '' ? value : undefined;
function tidy(path) {
    const tidied = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(`/${path}`).replace(/^\/+|\/+$/g, '');
    return tidied;
}
const valueFilesOf = ({ path = '', valueFiles }) => valueFiles
    .filter((file) => !file.startsWith('$') && !/^[a-z][a-z0-9+.-]*:\/\//i.test(file))
    .map((file) => tidy(file.startsWith('/') ? file : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(path, file)));
const referredTo = (ref, sources) => sources
    .flatMap(({ valueFiles }) => valueFiles)
    .filter((file) => file.startsWith(`$${ref}/`))
    .map((file) => tidy(file.slice(ref.length + 2)));
function differences(then, now) {
    if (then.length !== now.length)
        return ['sources'];
    const fields = now.flatMap((source, at) => [...new Set([...Object.keys(source), ...Object.keys(then[at] ?? {})])].filter((field) => field !== 'targetRevision' && !(0,node_util__WEBPACK_IMPORTED_MODULE_1__.isDeepStrictEqual)(source[field], then[at]?.[field])));
    return [...new Set(fields)];
}


  }),

  6082:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  check: () => (  check)
});

var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var errors = __webpack_require__(45145);
var files = __webpack_require__(60599);
var redact = __webpack_require__(90763);
var base_sentence = __webpack_require__(4771);
var kinds = __webpack_require__(83592);
var perform = __webpack_require__(47684);
var steps = __webpack_require__(73254);
var rollback_values = __webpack_require__(1659);
var here = __webpack_require__(4151);
var requests = __webpack_require__(5975);
var promises_ = __webpack_require__(51455);
var dist = __webpack_require__(77934);
var base_values = __webpack_require__(92920);
var fetch = __webpack_require__(3346);
var made_at = __webpack_require__(96142);
var database_blockers = __webpack_require__(89861);
var clock = __webpack_require__(21694);
var forecast = __webpack_require__(22295);
var lock = __webpack_require__(34653);
var locks = __webpack_require__(3768);
var managed = __webpack_require__(93433);
var observe = __webpack_require__(16076);
var point_in_time = __webpack_require__(40816);
var preview = __webpack_require__(95186);
var privileged = __webpack_require__(28591);
var rollback = __webpack_require__(31505);
var database_side = __webpack_require__(13105);
var database_source = __webpack_require__(7064);
var wal = __webpack_require__(6816);
var postgres_session = __webpack_require__(81149);
var download = __webpack_require__(9427);
var storage = __webpack_require__(71789);
var access = __webpack_require__(33266);
var kubernetes_errors = __webpack_require__(1807);
; 




const ORDER = ['not-checked', 'ok', 'at-risk', 'not-ready'];
const ok = (check, evidence) => ({
    check,
    state: 'ok',
    evidence,
    remedy: '',
});
const notChecked = (check, reason, remedy = '') => ({
    ...{ check, state: 'not-checked', remedy },
    evidence: `not checked: ${reason}`,
});
const leftOut = (check, reason) => ({
    ...notChecked(check, reason),
    isLeftOut: true,
});
async function finding(check, { state, remedy }, readFindings) {
    try {
        return [await readFindings()].flat();
    }
    catch (error) {
        if (error instanceof access .UL || (error instanceof kubernetes_errors .hD && error.status === 403))
            return [
                notChecked(check, `the right is missing: ${(0,base_sentence .Qu)(error.message)}`, 'give it, see docs/readiness.md'),
            ];
        if (!(error instanceof errors .lZ))
            throw error;
        return [{ check, state, evidence: (0,base_sentence .Qu)(error.message), remedy }];
    }
}
const MAX_NAMED = 5;
function together(check, items, good, remedy) {
    const state = worst(items.map((item) => item.state));
    const same = items.filter((item) => item.state === state);
    if (state === 'ok')
        return ok(check, good);
    const named = [...new Set(same.slice(0, MAX_NAMED).map(({ of, evidence }) => `${of}: ${evidence}`))].join('; ');
    const more = same.length > MAX_NAMED ? `; and ${same.length - MAX_NAMED} more` : '';
    return state === 'not-checked'
        ? notChecked(check, `${named}${more}`)
        : { check, state, evidence: `${named}${more}`, remedy };
}
const worst = (states) => states.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'not-checked');
function verdictOf(findings) {
    const states = [...findings].map((own) => {
        const known = own.filter(({ isLeftOut }) => !isLeftOut);
        return known.length === 0 ? 'ok' : worst(known.map(({ state }) => state));
    });
    if (states.includes('not-ready'))
        return 'not-ready';
    return states.includes('at-risk') || states.includes('not-checked') ? 'at-risk' : 'ready';
}

var pgbackrest = __webpack_require__(57179);
; 







const ARCHIVE = { state: 'not-ready', remedy: 'see what the server logs of its `archive_command`' };
const RDS_BEHIND_MS = 900_000;
async function timed(source, url, context) {
    const isRds = source.startsWith('rds://');
    if (!((0,point_in_time .Ds)(source) || isRds) || /[?&]time=/.test(source))
        return source;
    const now = await clockAt(url, context).catch((error) => {
        if (error instanceof errors .lZ)
            return Date.now();
        throw error;
    });
    return `${source}${source.includes('?') ? '&' : '?'}time=${new Date(now - (isRds ? RDS_BEHIND_MS : 0)).toISOString()}`;
}
async function clockAt(url, context) {
    const server = postgres_session.Server.parse(url ?? '', context);
    return server.use(server.database, clock .i);
}
async function checkWindow(source, { server, session, folder }, backup) {
    return (await Promise.all([
        finding('backup', backup, async () => {
            const { window, source: parsed } = await (0,pgbackrest .l)((0,point_in_time .kF)(source), server, (0,external_node_path_.dirname)(folder));
            const sets = window.sets === 1 ? 'a set' : `${window.sets} sets, the newest of ${window.newest}`;
            return ok('backup', `the stanza "${parsed.stanza}" has every time since ${window.from} (${sets}), and this machine can recover it`);
        }),
        finding('archive', ARCHIVE, async () => archiveOf(session)),
    ])).flat();
}
async function archiveOf(session) {
    const time = (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS ${column.replace(/^last_(.*)_time$/, '$1')}`;
    const { mode, archived, failed } = await session.one(`SELECT current_setting('archive_mode') AS mode, ${time('last_archived_time')}, ${time('last_failed_time')}
     FROM pg_stat_archiver`);
    if (mode === 'off')
        return notChecked('archive', '`archive_mode` is off on this server: what is archived comes from elsewhere');
    if (failed !== null && (archived === null || failed > archived))
        return {
            ...ARCHIVE,
            check: 'archive',
            evidence: `the server cannot archive what was written since ${archived ?? 'its start'}; it tried at ${failed}`,
        };
    return ok('archive', archived === null ? 'nothing had to be archived yet' : `the server archived at ${archived}`);
}

; 



























const SERVER = { state: 'not-ready', remedy: 'correct `database-url` or the server' };
const BACKUP = { state: 'not-ready', remedy: 'make sure that the backup job runs and succeeds' };
const CONTENTS = { state: 'at-risk', remedy: 'look at what the backup job leaves out' };
const RESTORE = {
    state: 'not-ready',
    remedy: 'fix the backup: what does not restore today will not restore in an incident',
};
async function checkDatabase(values, check) {
    const { context, full, restore } = check;
    return finding('server', SERVER, async () => {
        const url = values['database-url'];
        if (!url)
            throw new errors .lZ('Input `database-url` is missing, or the secret that it comes from');
        const server = postgres_session.Server.parse(url, context);
        const session = await (0,observe .Op)(server);
        try {
            (0,lock .V)(session, server, () => false);
            const observed = await (0,observe .lB)(session, server.database);
            const seen = [
                ok('server', `"${server.database}" answers, PostgreSQL ${Math.floor(session.version / 10000)}`),
                rightsOf(observed, full),
                obstaclesTo(observed),
                await locksOf(session, values),
                roomOf((0,wal .J)(await (0,wal ._)(session))),
            ];
            const source = values.backup;
            if (!source)
                return [
                    ...seen,
                    notChecked('backup', 'the configuration names none; the person who rolls back does'),
                ];
            const rest = await sourceLines(source, values, { server, session }, check);
            const restored = restore && values.strategy !== 'in-place'
                ? await finding('restore', RESTORE, () => restoreOnce(restore, observed, { server, session }))
                : [
                    leftOut('restore', 'a restore takes `depth: full` and `restore: true`, and none is tried in place'),
                ];
            return [...seen, ...rest, ...restored];
        }
        finally {
            await session.close();
        }
    });
}
async function sourceLines(source, values, at, check) {
    const { folder, context } = check;
    if ((0,managed .yF)(source))
        return finding('backup', BACKUP, async () => ok('backup', await (0,database_source .As)(source, at.server, folder, { signal: context.signal })));
    if ((0,point_in_time .Ds)(source))
        return checkWindow(source, { ...at, folder }, BACKUP);
    return backupLines(source, values, at, check);
}
function rightsOf({ role, live }, full) {
    const lacking = [
        ...(role.owner ? [] : [`"${role.name}" does not own "${live.name}" ("${live.owner}" does)`]),
        ...(role.createdb ? [] : [`"${role.name}" may not create databases`]),
        ...(role.closedTablespace === null
            ? []
            : [`"${role.name}" may not create in the tablespace "${role.closedTablespace}"`]),
    ];
    if (lacking.length === 0)
        return ok('rights', `"${role.name}" may restore and switch`);
    const remedy = 'give the role of `database-url` what docs/permissions.md says';
    return full
        ? { check: 'rights', state: 'not-ready', evidence: lacking.join('; '), remedy }
        : notChecked('rights', `this role only looks: ${lacking.join('; ')}`);
}
function obstaclesTo(observed) {
    const role = { ...observed.role, owner: true, createdb: true, closedTablespace: null };
    const blockers = (0,database_blockers .be)({ ...observed, role, clients: [] }, { stopsTraffic: true });
    const remedy = 'do what the evidence says';
    if (blockers.length > 0)
        return {
            check: 'obstacles',
            state: 'not-ready',
            evidence: blockers.map(base_sentence .Qu).join('; '),
            remedy,
        };
    const warnings = (0,database_blockers .nZ)({ ...observed, clients: [] });
    return warnings.length > 0
        ? { check: 'obstacles', state: 'at-risk', evidence: warnings.map(base_sentence .Qu).join('; '), remedy }
        : ok('obstacles', 'no prepared transactions, replication slots or subscriptions');
}
function roomOf(ofWal) {
    if (ofWal) {
        const remedy = 'drop replication slots that no client reads, and repair the archiving';
        return { check: 'room', state: 'at-risk', evidence: (0,base_sentence .Qu)(ofWal), remedy };
    }
    return notChecked('room', 'PostgreSQL does not say how much of its disk is free', 'watch it: a restore beside needs the size of the database once more');
}
const LOCKS = 500;
async function locksOf(session, { strategy }) {
    const room = await (0,locks .b)(session);
    if (room >= LOCKS || strategy === 'in-place')
        return ok('locks', `the server has room for ${room} locks`);
    return {
        ...{ check: 'locks', state: 'at-risk' },
        evidence: `the server has room for ${room} locks, and a restore takes up to ${LOCKS}`,
        remedy: 'raise `max_locks_per_transaction`, and restart it',
    };
}
async function backupLines(source, values, at, check) {
    const { context, backups, folder } = check;
    const access = { s3Endpoint: values['s3-endpoint'], signal: context.signal };
    let read;
    const found = await finding('backup', BACKUP, async () => {
        const stored = await (0,storage .h)(source, access);
        const version = stored.local === undefined
            ? ((await (0,download .yU)(stored, context.signal))?.version ?? '')
            : await fileVersion(stored.local);
        const known = backups.get(stored.name);
        read =
            version !== '' && known?.version === version
                ? known
                : await readWhole(source, version, values, at, check);
        backups.set(stored.name, read);
        const backup = asBackup(read);
        await (0,rollback .k1)(at.session, backup, {
            of: values['backup-database'] ?? at.server.database,
            maxDataLoss: values['max-data-loss'] ? dist .qgA((0,base_values .p0)(), values['max-data-loss']) : undefined,
        }, () => false);
        const size = `${(backup.bytes / 1e6).toFixed(1)} MB`;
        return [
            ok('backup', `${(0,made_at .Ed)(backup)}${await ageOf(backup, at.session)}, ${size}${values['max-data-loss'] ? `, within \`max-data-loss\` of ${values['max-data-loss']}` : ''}`),
            ok('backup whole', `it was read to its end at ${read.readAt}${known === read ? ', and is the same file still' : ''}`),
        ];
    });
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    return read ? [...found, ...(await contentsLines(asBackup(read), values, at))] : found;
}
const contentsLines = (backup, { strategy }, { server }) => finding('contents', CONTENTS, async () => {
    const way = strategy === 'in-place' ? 'in-place' : 'swap';
    const { notes, concerns, refusals } = await (0,forecast .D)(server, backup, way);
    await (0,privileged ._g)({ server, accepts: () => false }, backup);
    const reasons = [...refusals, ...concerns.map(({ reason }) => reason)];
    if (reasons.length > 0)
        return {
            check: 'contents',
            state: refusals.length > 0 ? 'not-ready' : 'at-risk',
            evidence: reasons.join('; '),
            remedy: CONTENTS.remedy,
        };
    const beside = notes.length > 0 ? `; ${notes.join('; ')}` : '';
    return ok('contents', `${backup.tables} tables with rows, and none that the live database has filled is left out${beside}`);
});
const fileVersion = async (path) => {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    return found ? `${found.size} ${found.mtimeMs}` : '';
};
async function readWhole(source, version, values, { session }, { context, folder }) {
    const backup = await (0,fetch .Tz)({
        ...{ source, sha256: values['backup-sha256'], s3Endpoint: values['s3-endpoint'] },
        ...{ directory: (0,external_node_path_.join)(folder, 'read'), log: context.log, signal: context.signal, progress: () => { } },
        ...(await (0,preview .X)(session)),
    });
    const { rowsOf, definesWithoutRows, owners, lastEntries: _, ...rest } = backup;
    const lists = { rowsOf: [...rowsOf], definesWithoutRows: [...definesWithoutRows], owners: [...owners] };
    return { version, readAt: new Date().toISOString(), backup: { ...rest, ...lists } };
}
const asBackup = ({ backup }) => ({
    ...backup,
    rowsOf: new Set(backup.rowsOf),
    definesWithoutRows: new Set(backup.definesWithoutRows),
    owners: new Set(backup.owners),
    lastEntries: new Set(),
});
async function ageOf({ takenAt }, session) {
    if (takenAt === undefined)
        return '';
    const hours = (await (0,clock .w)(takenAt, session)) / 3600;
    return hours < 48 ? `, ${hours.toFixed(1)} h ago` : `, ${(hours / 24).toFixed(0)} days ago`;
}
async function restoreOnce(restore, { ours }, { server, session }) {
    const waiting = ours.find(({ note }) => note?.role === 'side');
    if (waiting)
        return notChecked('restore', `"${waiting.name}" waits beside the live database for a rollback already`);
    const begun = performance.now();
    const { outputs = {}, message } = await restore();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const side = outputs['side-database'];
    if (typeof side !== 'string')
        throw new errors .lZ(`Nothing was restored: ${message}`);
    await (0,database_side .vf)(server, session, side);
    return ok('restore', `restored beside, verified and dropped again in ${seconds} s, ${outputs.tables} tables`);
}

var external_node_fs_ = __webpack_require__(73024);
; 






const MOST_RUNS = 100;
const stateSchema = dist .KIO(['ok', 'not-checked', 'at-risk', 'not-ready']);
const runSchema = dist .Ikc({
    at: dist .YjP(),
    result: dist .KIO(['ready', 'at-risk', 'not-ready']),
    wrong: dist .aig(),
    seconds: dist .aig(),
});
const strings = dist .YOg(dist .YjP());
const fileSchema = dist .Ikc({
    environment: dist .YjP(),
    runs: dist .YOg(runSchema),
    lines: dist .YOg(dist .Ikc({ component: dist .YjP(), check: dist .YjP(), state: stateSchema, since: dist .YjP() })),
    backups: dist .g1P(dist .YjP(), dist .Ikc({
        version: dist .YjP(),
        readAt: dist .YjP(),
        backup: dist ._H3({
            source: dist .YjP(),
            bytes: dist .aig(),
            tables: dist .aig(),
            relations: dist .aig(),
            hasKeys: dist .lqM(dist .zMY(), true),
            hasLargeObjects: dist .lqM(dist .zMY(), true),
            hasData: dist .zMY(),
            hasGrants: dist .zMY(),
            hasOwners: dist .zMY(),
            privileged: dist .YOg(dist ._H3({})),
            rowsOf: strings,
            definesWithoutRows: strings,
            owners: strings,
        }),
    })),
});
const NOTHING = { runs: [], lines: [], backups: new Map() };
function readHistory(path, environment, log) {
    if (path === undefined)
        return { ...NOTHING, backups: new Map() };
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if (error.code !== 'ENOENT')
            log.warn(`The earlier checks in ${path} cannot be read: ${(0,errors .bD)(error)}.`);
        return { ...NOTHING, backups: new Map() };
    }
    const parsed = dist .xLC(dist .FsL(dist .YjP(), dist .qFJ(), fileSchema), text);
    if (!parsed.success || parsed.output.environment !== environment) {
        log.warn(`The earlier checks in ${path} are not of ${environment}, or are not checks: they are passed over.`);
        return { ...NOTHING, backups: new Map() };
    }
    const { runs, lines, backups } = parsed.output;
    return { runs, lines, backups: new Map(Object.entries(backups)) };
}
function sinceWhen(component, findings, { lines }, now) {
    return findings.map(({ isLeftOut: _, ...finding }) => {
        const before = lines.find((line) => line.component === component && line.check === finding.check);
        return { component, ...finding, since: before?.state === finding.state ? before.since : now };
    });
}
function writeHistory(path, environment, { runs, backups }, lines, run) {
    if (path === undefined)
        return;
    (0,files .fc)((0,external_node_path_.dirname)((0,external_node_path_.resolve)(path)));
    const kept = lines.map(({ component, check, state, since }) => ({ component, check, state, since }));
    const content = {
        ...{ environment, runs: [...runs, run].slice(-MOST_RUNS), lines: kept },
        backups: Object.fromEntries(backups),
    };
    (0,files .pb)(path, `${(0,redact .Rh)(content)}\n`);
}

var external_node_crypto_ = __webpack_require__(77598);
var markdown = __webpack_require__(26963);
var own_issue = __webpack_require__(35611);
; 



const markerOf = (environment) => `<!-- rollback-readiness ${(0,external_node_crypto_.createHash)('sha256').update(environment).digest('hex').slice(0, 16)} -->`;
async function keepIssue(client, { environment, isReady, message, summary, labels, }) {
    const { owner, repo } = client.target;
    const marker = markerOf(environment);
    const earlier = await (0,own_issue .B)(client, { state: 'open' }, (body) => body.startsWith(marker));
    if (!earlier && isReady)
        return undefined;
    const body = `${marker}\n${(0,markdown .Xl)(summary)}\n`;
    const purpose = { permission: 'issues: write' };
    if (!earlier) {
        const title = `The rollback of ${environment} is not ready`;
        const what = `create an issue in ${owner}/${repo}`;
        const made = await client.request('POST /repos/{owner}/{repo}/issues', { title, body, labels }, { ...purpose, what, repeatable: false });
        return made.number;
    }
    const closing = isReady ? { state: 'closed', state_reason: 'completed' } : {};
    await client.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { issue_number: earlier.number, body, ...closing }, {
        ...purpose,
        what: `update issue ${earlier.number} of ${owner}/${repo} (${message})`.slice(0, 100),
        repeatable: true,
    });
    return earlier.number;
}

var config_rto = __webpack_require__(30592);
var report_history = __webpack_require__(81325);
var report_rto = __webpack_require__(92908);
; 









async function dry(request, context, { name, action, values = {}, ignoredInputs, }) {
    const warnings = [];
    const log = { ...context.log, warn: (sentence) => void warnings.push(sentence) };
    const planStep = (0,steps .P)('plan', name, action, [], { values, ...(ignoredInputs && { ignoredInputs }) });
    const outcome = await (0,perform .y9)(planStep, request, new Map(), { ...context, dryRun: true, log });
    return { outcome, warnings };
}
async function checkPlan(name, action, request, context, values = {}) {
    const remedy = 'do what the evidence says';
    return finding('plan', { state: 'not-ready', remedy }, async () => {
        const { outcome, warnings } = await dry(request, context, { name, action, values });
        if (outcome.result === 'failed')
            throw new errors .lZ(outcome.message);
        const [first] = warnings;
        return first
            ? { check: 'plan', state: 'at-risk', evidence: (0,base_sentence .Qu)(first), remedy }
            : ok('plan', (0,base_sentence .Qu)(outcome.message));
    });
}
async function checkSignals(request, context) {
    const remedy = 'correct the query, or make sure that its metrics are scraped';
    return finding('signals', { state: 'at-risk', remedy }, async () => {
        const { outcome } = await dry(request, context, {
            ...{ name: undefined, action: 'assess', ignoredInputs: ['bake', 'quick-fix', 'recovery'] },
        });
        const rows = (outcome.outputs?.evidence ?? []);
        const items = rows.map(({ signal, severity, message }) => ({
            ...{ of: signal, evidence: message },
            state: severity === 'unknown' ? 'at-risk' : 'ok',
        }));
        if (items.length === 0)
            return notChecked('signals', 'nothing is queried');
        return together('signals', items, `${items.length} signals can be judged`, remedy);
    });
}
function checkTimes(request) {
    const { environment, components } = request;
    const { rto = '', history } = (0,rollback_values .zc)(request, 'report', undefined);
    const last = (0,report_history .$H)(history, environment.name);
    const objectives = (0,report_rto .ov)(rto);
    const found = components.map(({ name, kind }) => {
        const own = objectives.filter(({ component, pattern }) => component === name || pattern === config_rto .$[kind] || pattern === 'all');
        const items = own.flatMap(({ component, pattern, seconds }) => {
            const took = last(pattern);
            if (took === undefined)
                return [];
            const words = `took ${Math.round(took)} s the last time, and may take ${seconds} s`;
            return [{ of: component, state: took > seconds ? 'at-risk' : 'ok', evidence: words }];
        });
        if (own.length === 0)
            return [name, leftOut('time', 'it has no objective (`rto`)')];
        if (items.length === 0)
            return [name, leftOut('time', 'no rollback or drill of it has been timed yet')];
        const words = items.map(({ of, evidence }) => `${of} ${evidence}`).join('; ');
        return [name, together('time', items, words, 'see what took so long in the report of the last rollback')];
    });
    return new Map(found);
}

var service_images = __webpack_require__(26205);
var service_namespace = __webpack_require__(95763);
var permissions = __webpack_require__(1004);
var service_references = __webpack_require__(38852);
var connect = __webpack_require__(79996);
; 






class Places {
    #context;
    #known = new Map();
    constructor(context) {
        this.#context = context;
    }
    at({ kubeconfig, context, namespace }) {
        const id = JSON.stringify([kubeconfig, context, namespace]);
        const place = this.#known.get(id) ?? this.#open({ kubeconfig, context, namespace });
        this.#known.set(id, place);
        return place;
    }
    async close() {
        const opened = await Promise.allSettled(this.#known.values());
        for (const place of opened)
            if (place.status === 'fulfilled')
                place.value.client.close();
    }
    async #open(inputs) {
        const { client, namespace } = await (0,connect .N)(inputs, this.#context);
        const lists = new Map();
        const live = (kinds) => {
            const list = lists.get(kinds.join()) ?? this.#watch(client, namespace, kinds);
            lists.set(kinds.join(), list);
            return list;
        };
        return {
            ...{ client, namespace, live, mask: this.#context.mask, log: this.#context.log },
            images: new service_images .qT(client, namespace, this.#context.mask),
            references: new service_references .Cm(client, namespace, []),
        };
    }
    async #watch(client, namespace, kinds) {
        await (0,access .An)(client, namespace, (0,permissions .Af)(kinds));
        return service_namespace .U.watch(client, namespace, kinds, this.#context.log);
    }
}

; 

const SIGNS = { ok: '✅', 'not-checked': '➖', 'at-risk': '⚠️', 'not-ready': '❌' };
const WORDS = { ready: 'ready', 'at-risk': 'at risk', 'not-ready': 'not ready' };
const wrongIn = (lines) => [
    ...lines.filter(({ state }) => state === 'not-ready'),
    ...lines.filter(({ state }) => state === 'at-risk'),
];
function sentenceOf(environment, verdict, lines) {
    const unchecked = lines.filter(({ state }) => state === 'not-checked').length;
    const rest = unchecked > 0 ? `; ${unchecked} of ${lines.length} checks were not made` : '';
    const checks = lines.length - unchecked;
    if (verdict === 'ready')
        return `${environment} can be rolled back: ${checks} ${checks === 1 ? 'check' : 'checks'} found nothing in the way${rest}.`;
    const [first, ...others] = wrongIn(lines);
    const how = verdict === 'not-ready' ? 'could not be rolled back now' : 'may not be rolled back as it should';
    if (!first)
        return `${environment} ${how}: of a component nothing could be checked${rest}.`;
    const more = others.length > 0 ? `, and ${others.length} more` : '';
    const todo = first.remedy ? `: ${first.remedy}` : '';
    return `${environment} ${how}: ${first.component}, ${first.check}: ${first.evidence} (since ${first.since.slice(0, 16)}Z)${todo}${more}${rest}.`;
}
function summaryOf(message, lines, runs) {
    const wrong = wrongIn(lines).map((line) => [
        `${SIGNS[line.state]} ${(0,markdown .tJ)(line.component)}`,
        (0,markdown .tJ)(line.check),
        (0,markdown .tJ)(line.evidence),
        (0,markdown .tJ)(line.since.slice(0, 10)),
        (0,markdown .tJ)(line.remedy),
    ]);
    const all = lines.map((line) => [
        SIGNS[line.state],
        (0,markdown .tJ)(line.component),
        (0,markdown .tJ)(line.check),
        (0,markdown .tJ)(line.evidence),
    ]);
    return [
        `## ${(0,markdown .tJ)(message)}`,
        ...(wrong.length > 0 ? [(0,markdown .tp)(['', 'Check', 'What', 'Since', 'What to do'], wrong)] : []),
        boardOf(lines),
        ...(runs.length > 1 ? [`The last ${Math.min(runs.length, 30)} checks: ${trendOf(runs)}`] : []),
        `<details><summary>All checks</summary>\n\n${(0,markdown .tp)(['', 'Component', 'Check', 'What was seen'], all)}\n\n</details>`,
    ].join('\n\n');
}
function boardOf(lines) {
    const rows = [...new Set(lines.map(({ component }) => component))].map((name) => {
        const own = lines.filter(({ component }) => component === name);
        return [(0,markdown .tJ)(name), own.map(({ check, state }) => `${SIGNS[state]} ${(0,markdown .tJ)(check)}`).join(' · ')];
    });
    return (0,markdown .tp)(['Component', 'Checks'], rows);
}
const RUN_SIGNS = { ready: '🟩', 'at-risk': '🟨', 'not-ready': '🟥' };
const trendOf = (runs) => runs
    .slice(-30)
    .map(({ result }) => RUN_SIGNS[result])
    .join('');
const badgeOf = (environment, verdict) => ({
    schemaVersion: 1,
    label: `rollback of ${environment}`,
    message: WORDS[verdict],
    color: { ready: 'brightgreen', 'at-risk': 'yellow', 'not-ready': 'red' }[verdict],
});
function pageOf(message, lines, runs, at) {
    const sections = [...new Set(lines.map(({ component }) => component))].map((name) => {
        const own = lines.filter(({ component }) => component === name);
        const cells = own.map(({ check, state, evidence }) => `<td class="${state}" title="${escaped(evidence)}">${SIGNS[state]} ${escaped(check)}</td>`);
        return `<tr><th scope="row">${escaped(name)}</th>${cells.join('')}</tr>`;
    });
    const rows = [
        ...wrongIn(lines),
        ...lines.filter(({ state }) => state === 'ok' || state === 'not-checked'),
    ].map((line) => `<tr class="${line.state}"><td>${SIGNS[line.state]}</td><td>${escaped(line.component)}</td><td>${escaped(line.check)}</td><td>${escaped(line.evidence)}</td><td>${escaped(line.since.slice(0, 10))}</td><td>${escaped(line.remedy)}</td></tr>`);
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(message.slice(0, 80))}</title>
<style>
:root{color-scheme:light dark}
body{background:light-dark(#fff,#111);color:light-dark(#111,#eee);font:16px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem}
h1{font-size:1.3rem}h1,td{overflow-wrap:anywhere}table{border-collapse:collapse;margin:1rem 0}
th,td{border:1px solid #8884;padding:.35rem .6rem;text-align:left;vertical-align:top}
.board td{overflow-wrap:normal;white-space:nowrap}
.ok{background:light-dark(#e3f2e4,#16301a)}.at-risk{background:light-dark(#fdf1d3,#3d3210)}.not-ready{background:light-dark(#fbdcdc,#4a1616)}
@media(max-width:40rem){table,tbody,tr,td,th{display:block}th{border-bottom:0}.heads{display:none}td{border-top:0}}
</style></head><body><main>
<h1>${escaped(message)}</h1>
<p>${escaped(at)} ${trendOf(runs)}</p>
<table class="board">${sections.join('\n')}</table>
<table><tr class="heads"><th></th><th>Component</th><th>Check</th><th>What was seen</th><th>Since</th><th>What to do</th></tr>
${rows.join('\n')}
</table></main></body></html>
`;
}
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

var joined = __webpack_require__(31803);
var workloads_select = __webpack_require__(95722);
var workloads_selection = __webpack_require__(11314);
var owners_clusters = __webpack_require__(69274);
var find = __webpack_require__(54138);
var inputs = __webpack_require__(21312);
var service_history = __webpack_require__(33030);
var kept_template = __webpack_require__(33749);
var lineage = __webpack_require__(11805);
var marks = __webpack_require__(94054);
var plan = __webpack_require__(26729);
var rehearse = __webpack_require__(74860);
var service_select = __webpack_require__(64690);
var service_target = __webpack_require__(82283);
var kubernetes_kinds = __webpack_require__(60921);
var names = __webpack_require__(3090);
; 


const NODES = { state: 'at-risk', remedy: 'bring a node pool back that its pods may run on' };
async function checkNodes(client, all) {
    const { items: nodes } = await client.list(`${names .M2}/nodes`);
    if (nodes.length === 0)
        return notChecked('node pools', 'the cluster has no nodes of its own');
    const items = all.map(({ name: of, target }) => {
        if (!target || nodes.some((node) => takes(node, target.template)))
            return { of, state: 'ok', evidence: '' };
        return {
            of,
            state: 'at-risk',
            evidence: `none of ${nodes.length} nodes takes its pods (${describePlacement(target.template)})`,
        };
    });
    return together('node pools', items, `${nodes.length} nodes, and each good revision fits one`, NODES.remedy);
}
function takes({ metadata, spec = {} }, template) {
    const { nodeSelector = {}, affinity, tolerations = [] } = template.spec;
    const { labels = {}, name } = metadata;
    const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
    const fits = Object.entries(nodeSelector).every(([key, value]) => labels[key] === value) &&
        (terms?.some(({ matchExpressions = [], matchFields = [] }) => matchExpressions.length + matchFields.length > 0 &&
            matchExpressions.every((each) => meets(labels[each.key], each)) &&
            matchFields.every((each) => meets(each.key === 'metadata.name' ? name : undefined, each))) ??
            true);
    const keepsOut = (spec.taints ?? []).filter(({ effect }) => effect !== 'PreferNoSchedule');
    const isTolerated = (taint) => tolerations.some(({ key, operator = 'Equal', value = '', effect }) => (key === undefined || key === taint.key) &&
        (effect === undefined || effect === '' || effect === taint.effect) &&
        (operator === 'Exists' || value === (taint.value ?? '')));
    return fits && spec.unschedulable !== true && keepsOut.every(isTolerated);
}
function meets(value, { operator, values = [] }) {
    switch (operator) {
        case 'In':
            return value !== undefined && values.includes(value);
        case 'NotIn':
            return value === undefined || !values.includes(value);
        case 'Exists':
            return value !== undefined;
        case 'DoesNotExist':
            return value === undefined;
        case 'Gt':
            return Number(value) > Number(values[0]);
        case 'Lt':
            return Number(value) < Number(values[0]);
        default:
            return true;
    }
}
const describePlacement = ({ spec: { nodeSelector = {}, affinity } }) => [
    ...Object.entries(nodeSelector).map((pair) => pair.join('=')),
    ...(affinity?.nodeAffinity ? ['its node affinity'] : []),
].join(', ') || 'no node that may be scheduled is without a taint that they do not tolerate';

var managed_fields = __webpack_require__(42387);
var flux = __webpack_require__(50954);
var owners_forgotten = __webpack_require__(96619);
; 







const NOBODY = { id: '-', run: '-', wanted: 'last-good' };
const PAUSED_BY = [(0,flux .WD)('kustomize'), (0,flux .WD)('helm')];
function checkOwners(all, values, found, now) {
    const gitops = values.gitops === 'ignore' || values.gitops === 'through' ? values.gitops : 'refuse';
    const ownerIn = (workload) => found.get(workload.metadata.uid) ?? (0,find .bf)(workload);
    const items = all.map(({ workload, name: of }) => {
        const owner = ownerIn(workload);
        const refusal = (0,plan .eL)(workload, owner, { gitops });
        if (refusal)
            return { of, state: 'not-ready', evidence: refusal };
        const forgotten = owner && (0,owners_forgotten .j)(owner, now);
        if (forgotten)
            return { of, state: 'at-risk', evidence: forgotten };
        if (workload.spec.paused)
            return { of, state: 'at-risk', evidence: `its rollout is paused${pausedSince(workload)}` };
        return { of, state: 'ok', evidence: '' };
    });
    const known = [...new Set(all.flatMap(({ workload }) => describe(workload, ownerIn(workload)) ?? []))];
    const evidence = known.length > 0
        ? `would not undo a rollback at once: ${(0,base_sentence .eZ)(known, 3)}`
        : 'no other tool keeps the workloads';
    return together('owner', items, evidence, 'do what the evidence says');
}
function describe(workload, owner) {
    const disabled = PAUSED_BY.find((name) => workload.metadata.annotations?.[name] === 'disabled');
    if (!owner || (owner.paused === undefined && !disabled))
        return owner?.name;
    const since = disabled
        ? (0,managed_fields .n)(workload, 'f:metadata', 'f:annotations', `f:${disabled}`)
        : owner.pausedSince;
    return `${owner.name} (paused${since ? ` since ${since}` : ''})`;
}
function pausedSince({ status }) {
    const paused = status?.conditions?.find(({ reason }) => reason === 'DeploymentPaused');
    return paused?.lastTransitionTime ? ` since ${paused.lastTransitionTime}` : '';
}

var flux_source = __webpack_require__(11970);
var last = __webpack_require__(92198);
var lasting_owner = __webpack_require__(29857);
var owner = __webpack_require__(53314);
; 








const CHECK = 'pull request';
const REMEDY = 'give a `gitops-token` that may read and write contents and pull requests of that repository';
async function checkPullRequests(owners, values, { clusters, log }) {
    if (!values['gitops-token'] || values.gitops !== 'through')
        return [];
    return finding(CHECK, { state: 'at-risk', remedy: REMEDY }, async () => {
        const config = (0,inputs .oQ)(dist .qgA(dist .Ikc(inputs ._H), gitValues(values)));
        if (!config.isWanted)
            return [];
        const known = (0,owner .dM)(owners).filter(find .oS);
        const standings = await Promise.all(known.flatMap((owner) => {
            const commits = presentCommits(owner);
            return commits ? [(0,lasting_owner .Z)(clusters, owner, commits)] : [];
        }));
        const lasting = await (0,last .GJ)(standings, config, { log, signal: clusters.client.signal });
        const items = known.map(({ name: of }) => {
            const found = lasting.find(({ owner }) => owner === of);
            if (!found)
                return { of, state: 'not-checked', evidence: 'it is not in sync with its source' };
            const { reason } = found;
            return reason === undefined
                ? { of, state: 'ok', evidence: '' }
                : { of, state: 'at-risk', evidence: `no pull request would restore its source: ${reason}` };
        });
        return items.length === 0
            ? []
            : together(CHECK, items, 'the repositories of the owners can be read', REMEDY);
    });
}
function presentCommits({ object, synced }) {
    if (!synced)
        return undefined;
    if (object?.type === 'application')
        return synced.revision.split(' ');
    const commit = (0,flux_source .xt)(synced.revision);
    return commit === undefined ? undefined : [commit];
}
const gitValues = (values) => ({
    gitopsRepository: values['gitops-repository'],
    gitopsPaths: values['gitops-paths'],
    gitopsToken: values['gitops-token'],
    gitopsPullRequest: values['gitops-pull-request'],
});

; 

























async function checkServices(values, { places, full }) {
    return finding('good revision', WORKLOADS, async () => {
        const place = await places.at(values);
        const all = await readyIn(values, place);
        const lookups = [
            finding('images', IMAGES, () => imagesOf(all, place)),
            finding('references', REFERENCES, () => referencesFor(all, place)),
            finding('kept configuration', REFERENCES, () => copiesOf(all, place)),
            finding('node pools', NODES, () => checkNodes(place.client, all)),
            ...(full ? [finding('dry run', DRY_RUN, () => dryRunOf(all, place))] : []),
        ];
        const clusters = await (0,owners_clusters .D)(place.client, dist .qgA(dist .Ikc(inputs .DX), ownerValues(values)), place);
        const found = await (0,find .Gr)(clusters, all.map(({ workload }) => workload));
        lookups.push(checkPullRequests([...found.values()], values, { clusters, log: place.log }));
        return [
            goodRevisions(all),
            histories(all),
            checkOwners(all, values, found, place.client.now),
            ...(await Promise.all(lookups)).flat(),
        ];
    });
}
const WORKLOADS = { state: 'not-ready', remedy: 'correct the configuration or the cluster' };
const IMAGES = { state: 'at-risk', remedy: 'push the image again, or renew the pull secret' };
const REFERENCES = { state: 'at-risk', remedy: 'bring it back, and run mark-good' };
const DRY_RUN = {
    state: 'not-ready',
    remedy: 'do what the cluster says, or deploy and mark a revision that it takes',
};
async function readyIn(values, { client, namespace, live }) {
    const selection = (0,workloads_selection .g)(dist .qgA((0,base_values .p_)(), values.workloads ?? ''), values.selector, dist .qgA((0,base_values .Mn)(), values.order ?? ''));
    const seen = await live(await (0,workloads_select .Rd)(client, selection, namespace));
    const selected = (await (0,service_select .C)(client, seen, selection)).flat();
    return selected.map(({ workload }) => {
        const history = seen.history(workload);
        const target = (0,service_target .b)({ type: 'last-good' }, workload, history, NOBODY);
        const revision = target.type === 'revision' ? target.revision : undefined;
        return {
            ...{ workload, history, target: revision, name: (0,kubernetes_kinds .Pf)((0,kubernetes_kinds .H8)(workload)), pods: seen.pods(workload) },
            good: revision && (0,lineage .q2)(revision, history),
            reason: target.type === 'image' ? '' : target.reason,
        };
    });
}
function goodRevisions(all) {
    const items = all.map(({ workload, name: of, history, target, good, reason }) => {
        const broken = [workload, ...history.map(({ object }) => object)].flatMap(marks .YW);
        if (broken[0])
            return { of, state: 'at-risk', evidence: broken[0] };
        if (!target)
            return { of, state: 'not-ready', evidence: reason };
        if (!good)
            return { of, state: 'at-risk', evidence: `no revision is marked good (${reason})` };
        const isPresent = (0,service_history .N_)(target.template, workload.spec.template);
        if (isPresent && !target.available && (workload.spec.replicas ?? 1) > 0 && workload.kind === 'Deployment')
            return {
                of,
                state: 'at-risk',
                evidence: `revision ${target.number} is marked good and does not serve`,
            };
        return { of, state: 'ok', evidence: '' };
    });
    const oldest = all.flatMap(({ good }) => good?.at ?? []).sort()[0];
    const evidence = `${all.length} of ${all.length} workloads have a revision that is marked good${oldest ? `, the oldest mark of ${oldest.slice(0, 10)}` : ''}`;
    return together('good revision', items, evidence, 'let the deploy run mark-good when it is healthy');
}
function histories(all) {
    const items = all.map(({ workload, name: of, target }) => {
        const kept = (0,kept_template .is)(workload, []);
        const isKept = target && kept && (0,service_history .N_)(kept.template, target.template);
        return (0,kept_template .lv)(workload) && !isKept
            ? {
                of,
                state: 'at-risk',
                evidence: `its history keeps ${workload.spec.revisionHistoryLimit} revisions and mark-good kept no template: the next releases push the good one out`,
            }
            : { of, state: 'ok', evidence: '' };
    });
    return together('history', items, 'the good revisions outlive the next release', 'run mark-good once more, or raise `revisionHistoryLimit`');
}
async function imagesOf(all, { images }) {
    const seen = await Promise.all(all.map(async ({ name, target, good }) => target ? (await images.of(target.template, good?.images)).map((each) => ({ ...each, name })) : []));
    const items = seen.flat().map(({ name, image, presence }) => {
        if (presence.is === 'there')
            return presence.isOther
                ? {
                    of: name,
                    state: 'at-risk',
                    evidence: `the tag of ${image} means another image now than the one that was marked good`,
                }
                : { of: name, state: 'ok', evidence: '' };
        const state = { gone: 'not-ready', denied: 'not-ready', unknown: 'not-checked' };
        return { of: name, state: state[presence.is], evidence: `${image}: ${presence.reason}` };
    });
    const there = items.filter(({ state }) => state === 'ok').length;
    return together('images', items, `${there} of ${items.length} images can be pulled`, IMAGES.remedy);
}
async function referencesFor(all, { references }) {
    const items = await Promise.all(all.map(async ({ name: of, target }) => {
        if (!target)
            return { of, state: 'not-checked', evidence: 'it has no good revision' };
        const wanted = (0,service_references .CL)(target.template);
        const missing = await references.missing(wanted);
        if (missing.length > 0)
            return { of, state: 'not-ready', evidence: `${missing.map(service_references .ZP).join(', ')} is not there` };
        const read = await Promise.all(wanted.map(({ kind, name }) => references.read(kind, name)));
        const unread = wanted.filter((_, at) => read[at] === 'unknown').map(service_references .ZP);
        return unread.length > 0
            ? { of, state: 'not-checked', evidence: `the right to get ${unread.join(', ')} is missing` }
            : { of, state: 'ok', evidence: '' };
    }));
    return together('references', items, 'all that the good revisions refer to is there', REFERENCES.remedy);
}
async function copiesOf(all, { references }) {
    const items = await Promise.all(all.flatMap(({ name: of, good }) => Object.entries(good?.config ?? {}).map(async ([ref, copy]) => {
        const found = await references.read(ref.startsWith('Secret/') ? 'Secret' : 'ConfigMap', copy);
        if (found === 'unknown')
            return { of, state: 'not-checked', evidence: `the right to get the copy of ${ref} is missing` };
        return found
            ? { of, state: 'ok', evidence: '' }
            : {
                of,
                state: 'at-risk',
                evidence: `the copy of ${ref} that mark-good kept is gone: a rollback would leave it as it is`,
            };
    })));
    if (items.length === 0)
        return ok('kept configuration', 'the good revisions have none');
    return together('kept configuration', items, `${items.length} copies are there`, 'run mark-good once more');
}
const ownerValues = (values) => ({
    argocdNamespace: values['argocd-namespace'],
    argocdKubeconfig: values['argocd-kubeconfig'],
});
async function dryRunOf(all, { client, namespace }) {
    const rights = (0,permissions .OS)(all.flatMap(({ workload }) => (0,joined .Ds)(workload).map(kubernetes_kinds .H8)));
    await (0,access .An)(client, namespace, rights).catch((error) => {
        throw new errors .lZ(error.message, { cause: error });
    });
    const wanted = { to: { type: 'last-good' }, rollback: NOBODY, gitops: 'ignore' };
    const steps = all.map(({ workload, history, pods }) => {
        const step = (0,plan .ek)({ workload, history, named: true, pods }, wanted);
        return step.action === 'no-op' ? { ...step, action: 'roll-back' } : step;
    });
    const [tried = []] = await (0,rehearse .K)(client, namespace, [steps], [], true);
    const items = tried.map((step) => {
        const isRefused = step.action === 'refuse';
        return {
            of: (0,kubernetes_kinds .Pf)(step),
            state: isRefused ? 'not-ready' : 'ok',
            evidence: isRefused ? step.reason : '',
        };
    });
    return together('dry run', items, `the API server takes the good revisions of all ${all.length}`, DRY_RUN.remedy);
}

var base_budget = __webpack_require__(91847);
var mail = __webpack_require__(88031);
var client = __webpack_require__(25019);
var slack = __webpack_require__(58974);
; 








const SLACK_API = 'https://slack.com/api';
const PAGERDUTY = 'https://events.pagerduty.com';
const NO_BYTES = 1024;
async function checkSinks(values, { signal, mask }) {
    const budget = () => new base_budget .__(signal);
    const pager = values['pagerduty-routing-key'] ? (values['pagerduty-url'] ?? PAGERDUTY) : undefined;
    const each = [
        [
            'slack',
            values['slack-token'],
            'renew the token of `slack-token`, and invite the app to the channel',
            async (token) => {
                mask(token);
                return checkSlack(token, values, budget);
            },
        ],
        [
            'email',
            values['smtp-url'],
            'put `smtp-url` right',
            async (url) => {
                if (dist .qgA((0,base_values .p_)(), values['email-to'] ?? '').length === 0 || !values['email-from'])
                    throw new errors .lZ('Input `smtp-url` is given, and `email-from` or `email-to` is not');
                await (0,mail .k)(url, budget());
                return 'the mail server takes the log-in';
            },
        ],
        ['slack webhook', values['slack-webhook-url'], REACH, (url) => reach(url, signal)],
        ['teams', values['teams-webhook-url'], REACH, (url) => reach(url, signal)],
        ['webhook', values['webhook-url'], REACH, (url) => reach(url, signal)],
        [
            'pagerduty',
            pager,
            REACH,
            async (url) => `${await reach(url, signal)}; a routing key cannot be tried without an event`,
        ],
    ];
    const all = await Promise.all(each.map(([check, value, remedy, test]) => value ? finding(check, { state: 'at-risk', remedy }, async () => ok(check, await test(value))) : []));
    return all.flat();
}
async function checkSlack(token, { 'slack-channel': channel, 'slack-api-url': api = SLACK_API }, budget) {
    if (!channel)
        throw new errors .lZ('Input `slack-token` is given and `slack-channel` is not');
    const place = { api, token };
    const { team, user, scopes } = await (0,slack .JR)(place, budget());
    const tokenOwner = `the token is that of ${user} in ${team}`;
    const isId = /^[CG][A-Z0-9]{8,}$/.test(channel);
    if (!isId)
        return `${tokenOwner}; whether it may post in ${channel} is not checked, which takes the channel's ID`;
    try {
        const { name, is_archived, is_member, is_private } = await (0,slack .PT)(place, channel, budget());
        if (is_archived)
            throw new errors .lZ(`#${name} is archived`);
        const mayPost = is_member || (!is_private && scopes.includes('chat:write.public'));
        if (!mayPost)
            throw new errors .lZ(`the app is not a member of #${name}, so it cannot post there`);
        return `${tokenOwner}, which may post in #${name}`;
    }
    catch (error) {
        if (!(error instanceof slack .DC) || error.code !== 'missing_scope')
            throw error;
        return `${tokenOwner}; whether it may post in ${channel} is not checked, which takes the scope channels:read`;
    }
}
const REACH = 'look at its address and the network of the runner';
async function reach(webhook, signal) {
    const url = URL.parse('/', webhook);
    if (!url || !/^https?:$/.test(url.protocol))
        throw new errors .lZ('its URL is not an HTTP or HTTPS URL');
    const budget = new base_budget .__(signal);
    const request = { url, method: 'HEAD', mostBytes: NO_BYTES };
    const { status } = await budget.spend(url.host, (each) => (0,client .tN)(request, each), { repeatable: true });
    return `${url.host} answers (${status}), and nothing was posted`;
}

; 






















async function check(request, options, context) {
    const begun = performance.now();
    const { environment } = request;
    const history = readHistory(options.history, environment.name, context.log);
    const findings = await checkAll(request, options, history, context);
    const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const lines = [...findings].flatMap(([component, own]) => sinceWhen(component, own, history, now));
    const verdict = verdictOf(findings.values());
    const message = sentenceOf(environment.name, verdict, lines);
    for (const line of wrongIn(lines))
        context.log.warn(`${line.component}, ${line.check}: ${line.evidence}.`);
    for (const { component, check: name, state, evidence } of lines)
        context.log.info(`${state.padEnd(11)} ${component}, ${name}: ${evidence}`);
    const seconds = Number(((performance.now() - begun) / 1000).toFixed(1));
    const run = { at: now, result: verdict, wrong: wrongIn(lines).length, seconds };
    writeHistory(options.history, environment.name, history, lines, run);
    const { total, summary: byKind } = (0,requests .I)();
    context.log.info(`${lines.length} checks in ${seconds} s, ${total} requests${byKind && ` (${byKind})`}.`);
    const runs = [...history.runs, run];
    const summary = summaryOf(message, lines, runs);
    const files = write(environment.name, { verdict, message, lines, runs, now });
    const issue = await publish(request, { verdict, message, summary }, context);
    return {
        result: verdict,
        message,
        outputs: {
            checks: lines,
            html: files.html,
            badge: files.badge,
            requests: total,
            'issue-number': issue ?? '',
            record: context.recordPath,
        },
        summary,
    };
}
async function checkAll(request, { depth, restore }, { backups }, context) {
    const full = depth === 'full';
    const quiet = { ...context, record: () => { }, checksWritePermissions: full };
    const places = new Places(quiet);
    const checking = { request, places, backups, full, restore, context: quiet };
    const times = checkTimes(request);
    const sinks = { ...(0,rollback_values .zc)(request, 'notify', undefined), ...request.passed };
    const beside = [
        ['notify', async () => [...unsetVariables(request, 'notify'), ...(await checkSinks(sinks, quiet))]],
        ...(request.environment.sections.includes('assess')
            ? [['assess', () => checkSignals(request, quiet)]]
            : []),
    ];
    try {
        const [own, others] = await Promise.all([
            Promise.all(request.components.map(async (component) => {
                const findings = await checkComponent(component, checking);
                const time = times.get(component.name);
                return [component.name, [...findings, ...(time ? [time] : [])]];
            })),
            Promise.all(beside.map(async ([name, readFindings]) => [name, await readFindings()])),
        ]);
        return new Map([...own, ...others.filter(([, findings]) => findings.length > 0)]);
    }
    finally {
        await places.close();
    }
}
async function checkComponent({ name, kind }, checking) {
    const { request, places, full, context } = checking;
    const action = kinds .G[kind];
    const values = (0,rollback_values .zc)(request, action, name);
    const unset = unsetVariables(request, action, name);
    switch (kind) {
        case 'service':
            return [...unset, ...(await checkServices(values, { places, full }))];
        case 'database':
            return [...unset, ...(await checkDatabaseAndPlan(name, values, checking))];
        case 'infra':
            return [
                ...unset,
                ...(full
                    ? await checkPlan(name, action, request, context, { phase: 'plan' })
                    : [leftOut('plan', 'a plan takes the lock of the state: `depth: full` makes it')]),
            ];
        default:
            return [...unset, ...(await checkPlan(name, action, request, context))];
    }
}
async function checkDatabaseAndPlan(name, values, { request, backups, full, restore, context }) {
    const { backup, 'database-url': url } = values;
    const at = backup === undefined ? {} : { backup: await timed(backup, url, context) };
    const timedValues = { ...values, ...at };
    const folder = (0,external_node_path_.join)(request.folder, `check-${name}`);
    const restoring = full && restore ? () => prepareBeside(name, timedValues, request, context) : undefined;
    const own = await checkDatabase(timedValues, { context, full, backups, folder, restore: restoring });
    return [...own, ...(full ? await checkPlan(name, kinds .G.database, request, context, at) : [])];
}
const unsetVariables = ({ environment, passed }, action, component) => environment
    .defaultsFor(action, component)
    .warnings.filter((sentence) => !Object.keys(passed).some((name) => sentence.includes(`\`${name}\``)))
    .map(variableUnset);
const variableUnset = (sentence) => ({
    ...{ check: 'configuration', state: 'at-risk', evidence: (0,base_sentence .Qu)(sentence) },
    remedy: 'give the step that variable, or take it out of the configuration',
});
async function prepareBeside(name, values, request, context) {
    const confirm = values.confirm ?? decodeURIComponent(new URL(values['database-url'] ?? '').pathname.slice(1));
    const { backup } = values;
    const prepare = (0,steps .P)('prepare', name, kinds .G.database, [], {
        values: { phase: 'prepare', confirm, ...(backup && { backup }) },
    });
    return (0,perform .y9)(prepare, request, new Map(), { ...context, dryRun: false });
}
function write(environment, { verdict, message, lines, runs, now, }) {
    const folder = (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'rollback-readiness');
    const put = (name, content) => {
        const path = (0,external_node_path_.join)(folder, name);
        (0,files .pb)(path, content);
        return path;
    };
    return {
        html: put('readiness.html', pageOf(...(0,redact .pc)([message, [...lines], [...runs], now]))),
        badge: put('badge.json', `${JSON.stringify(badgeOf(environment, verdict))}\n`),
    };
}
async function publish(request, { verdict, message, summary }, { log, signal, dryRun }) {
    const values = (0,rollback_values .zc)(request, 'report', undefined);
    if ((values.issue ?? 'none') === 'none' || dryRun)
        return undefined;
    const token = values['github-token'];
    const target = token ? (0,here .y)(token) : undefined;
    if (!target) {
        log.warn('The issue is not kept: `report.issue` needs `github-token` and GITHUB_REPOSITORY.');
        return undefined;
    }
    try {
        const { GitHubClient } = await Promise.resolve( ).then(__webpack_require__.bind(__webpack_require__, 52310));
        const client = new GitHubClient(target, signal);
        const labels = (values.labels ?? '')
            .split(/[\n,]/)
            .map((label) => label.trim())
            .filter(Boolean);
        const about = { environment: request.environment.name, message, summary, labels };
        return await keepIssue(client, { ...about, isReady: verdict === 'ready' });
    }
    catch (error) {
        if (!(error instanceof errors .lZ))
            throw error;
        log.warn(`The issue is not kept: ${(0,errors .bD)(error)}`);
        return undefined;
    }
}


  }),

  26503:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    C: () => (  openRecord),
    U: () => (  _catalogue_js__WEBPACK_IMPORTED_MODULE_6__.UC)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
  var _base_clock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42030);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
  var _base_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60599);
  var _base_instant_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5685);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90763);
  var _catalogue_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15379);









function openRecord(path, id, { redact, warn }) {
    let warned = false;
    const append = (text) => (0,_base_files_js__WEBPACK_IMPORTED_MODULE_3__  .sX)(path, text);
    try {
        (0,_base_files_js__WEBPACK_IMPORTED_MODULE_3__  .fc)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
        append('');
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`The rollback record ${path} cannot be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .bD)(error)}.`, {
            cause: error,
        });
    }
    const { ahead, isCut } = endOf(path);
    let before = isCut ? '\n' : '';
    return (event) => {
        const at = new Date((0,_base_clock_js__WEBPACK_IMPORTED_MODULE_7__  .t)().getTime() + ahead).toISOString();
        try {
            append(`${before}${JSON.stringify({ id, at, ...withoutSecrets(event, redact) })}\n`);
            before = '';
        }
        catch (error) {
            before = '\n';
            if (!warned)
                warn(`The rollback record ${path} is not complete: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .bD)(error)}.`);
            warned = true;
        }
    };
}
function withoutSecrets({ status, seconds, ...texts }, redact) {
    const { component, step } = texts;
    return {
        ...JSON.parse((0,_base_redact_js__WEBPACK_IMPORTED_MODULE_5__  .Rh)(texts, redact)),
        component: redactedAfter(component.indexOf('/'), component, redact),
        step: redactedAfter((0,_catalogue_js__WEBPACK_IMPORTED_MODULE_6__  .rl)(texts).length, step, redact),
        status,
        ...(seconds !== undefined && { seconds }),
    };
}
const redactedAfter = (length, text, redact) => length < 0 ? text : text.slice(0, length) + redact(text.slice(length));
function endOf(path) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
        const last = text.trimEnd().split('\n').at(-1) ?? '';
        return { ahead: millisecondsAhead(last), isCut: text !== '' && !text.endsWith('\n') };
    }
    catch {
        return { ahead: 0, isCut: false };
    }
}
function millisecondsAhead(line) {
    try {
        const { at } = JSON.parse(line);
        return (0,_base_instant_js__WEBPACK_IMPORTED_MODULE_4__  .u)(at) ? Math.max(0, Date.parse(at) - (0,_base_clock_js__WEBPACK_IMPORTED_MODULE_7__  .t)().getTime()) : 0;
    }
    catch {
        return 0;
    }
}


  }),

  47684:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    LQ: () => (  partFor),
    me: () => (  notify),
    y9: () => (  perform)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2609);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);
  var _record_catalogue_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15379);
  var _record_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26503);
  var _runner_part_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27402);
  var _values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1659);







async function perform(step, request, results, context) {
    return (0,_runner_part_js__WEBPACK_IMPORTED_MODULE_5__  .L)(await partFor(step, request, results, context), contextFor(step, context));
}
const notify = (event, name, request, context) => perform({
    ...{ name, verb: 'notify', component: undefined, action: 'notify', values: { event } },
    ...{ after: [], when: 'always' },
}, request, new Map(), context);
async function partFor(step, request, results, context) {
    try {
        return (0,_runner_part_js__WEBPACK_IMPORTED_MODULE_5__  .o)(await request.load(step.action), (0,_values_js__WEBPACK_IMPORTED_MODULE_6__  .sm)(step, request, results), context);
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ) || step.component === undefined)
            throw error;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The component ${step.component}: ${error.message}`, { cause: error });
    }
}
function contextFor(step, context) {
    const signal = signalFor(step, context);
    const record = (event) => {
        if (step.verb !== 'capture' || event.step === _record_record_js__WEBPACK_IMPORTED_MODULE_4__  .U)
            context.record(event);
    };
    return {
        ...context,
        signal,
        record,
        log: prefixed(context.log, step.name),
        dryRun: context.dryRun || (step.verb === 'plan' && step.values.phase !== 'plan'),
        checksWritePermissions: context.checksWritePermissions ?? !context.dryRun,
        step: { name: step.name, lock: context.lock, continuesAtOnce: !context.dryRun },
        registerCleanup: () => () => { },
    };
}
function signalFor({ verb, action }, { signal, lock }) {
    if ((0,_record_catalogue_js__WEBPACK_IMPORTED_MODULE_3__  .rQ)(action) === 'notifies')
        return (0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__  .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.CHAIN_NOTIFY_MS, 'The messages were not sent');
    if (verb !== 'resume')
        return signal;
    const giving = (0,_base_time_limit_js__WEBPACK_IMPORTED_MODULE_1__  .z)(_base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.CHAIN_RESUME_MS, 'Traffic was not resumed');
    return lock ? AbortSignal.any([giving, lock]) : giving;
}
const prefixed = (log, name) => ({
    info: (line) => log.info(`[${name}] ${line}`),
    warn: (sentence) => log.warn(`${name}: ${sentence}`),
    group: (title, lines) => log.group(`[${name}] ${title}`, lines),
});


  }),

  73254:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    I: () => (  sorted),
    P: () => (  step)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

function step(verb, component, action, after, { values = {}, when = 'done', afterAnyOutcome = [], ignoredInputs, } = {}) {
    const name = component === undefined ? verb : `${verb} ${component}`;
    return {
        name,
        verb,
        component,
        action,
        values,
        after: [...new Set(after)],
        when,
        ...(afterAnyOutcome.length > 0 && { afterAnyOutcome: afterAnyOutcome }),
        ...(ignoredInputs && { ignoredInputs }),
    };
}
function sorted(steps) {
    const rest = [...steps];
    const result = [];
    while (rest.length > 0) {
        const next = rest.findIndex(({ after, afterAnyOutcome = [] }) => !rest.some(({ name }) => after.includes(name) || afterAnyOutcome.includes(name)));
        if (next < 0) {
            const components = [...new Set(rest.map(({ component }) => component).filter(Boolean))].join(', ');
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The components ${components} wait for each other; say with \`after\` which of them comes first (docs/configure.md).`);
        }
        result.push(...rest.splice(next, 1));
    }
    return result;
}


  }),

  1659:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    N6: () => (  isFailure),
    sm: () => (  valuesOf),
    zc: () => (  settingsFor)
  });
  var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
  var _record_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15379);


function valuesOf(step, given, results = new Map()) {
    const settings = settingsFor(given, step.action, step.component);
    const known = { ...without(step.ignoredInputs ?? [], settings), ...step.values };
    return {
        ...known,
        ...(step.verb === 'notify start' && earlierOf(given)),
        ...filesOf(step, given.folder),
        ...findings(step, known, given.folder, results),
    };
}
const RECOVERY = '10m';
const without = (names, values) => Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
function settingsFor({ environment, components, passed }, action, component) {
    const { values } = environment.defaultsFor(action, component ?? servicesFor(action, components));
    const { confirm: _, ...shared } = passed;
    return { ...values, ...(action === 'rollback-db' ? passed : shared) };
}
function earlierOf(given) {
    const { history } = settingsFor(given, 'report', undefined);
    return history === undefined ? {} : { history };
}
function servicesFor(action, components) {
    const services = components.filter(({ kind }) => kind === 'service').map(({ name }) => name);
    if (action !== 'assess' || services.length === 0)
        return undefined;
    return services.length === 1 ? services[0] : services;
}
function filesOf({ action, component = 'data' }, folder) {
    if (action === 'rollback-infra')
        return { 'plan-file': (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${component}.plan`) };
    if (action === 'rollback-service')
        return { 'state-file': (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${component}-state.yaml`) };
    return {};
}
function findings({ verb, component = 'data' }, values, folder, results) {
    switch (verb) {
        case 'capture': {
            const side = results.get(`prepare ${component}`)?.outputs['side-database'];
            return {
                snapshot: snapshotOf(component, folder),
                commands: '',
                logs: '',
                ...(typeof side === 'string' && { database: side }),
            };
        }
        case 'compare':
            return { snapshot: snapshotOf(component, folder), expect: values.expect ?? 'no-loss' };
        case 'verify recovery':
            return { recovery: values.recovery ?? RECOVERY };
        case 'notify end':
            return { event: [...results.values()].some(isFailure) ? 'failed' : 'completed' };
        default:
            return {};
    }
}
const snapshotOf = (component, folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${component}-integrity.json`);
const isFailure = ({ step, outcome }) => (outcome === 'failed' || outcome === 'skipped') && !isUncounted(step);
const isUncounted = ({ action, when }) => when !== 'always' && ['decides', 'notifies'].includes((0,_record_catalogue_js__WEBPACK_IMPORTED_MODULE_1__  .rQ)(action) ?? '');


  }),

  27402:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    L: () => (  runPart),
    o: () => (  readPart)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
  var _base_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92920);
  var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52266);
  var _recorded_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8855);





function readPart(action, values, { mask }) {
    for (const secret of (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__  .VY)(action.inputs, (key) => values[(0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__  .yu)(key)]))
        mask(secret);
    const entries = { ..._inputs_js__WEBPACK_IMPORTED_MODULE_1__  .j$, timeout: valibot__WEBPACK_IMPORTED_MODULE_3__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_4__  .p0)()), ...action.inputs };
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__  .Ko)(entries, {}, { values });
    return { action, inputs, timeout: inputs.timeout };
}
async function runPart({ action, inputs, timeout }, context) {
    if (timeout === undefined)
        return (0,_recorded_js__WEBPACK_IMPORTED_MODULE_2__  .t)(action, inputs, context);
    const deadline = (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__  .Ip)(timeout);
    const signal = AbortSignal.any([context.signal, deadline.signal]);
    try {
        return await (0,_recorded_js__WEBPACK_IMPORTED_MODULE_2__  .t)(action, inputs, { ...context, timeout, signal });
    }
    finally {
        deadline.stop();
    }
}


  }),

  8855:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    t: () => (  recorded),
    u: () => (  requireReason)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_run_url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17169);
  var _record_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26503);
  var _action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99297);




async function recorded(action, inputs, context) {
    const part = context.step?.name;
    const begun = performance.now();
    const event = { component: action.recordedAs?.(inputs) ?? action.name, step: _record_record_js__WEBPACK_IMPORTED_MODULE_1__  .U };
    const ended = () => ({ ...event, seconds: (performance.now() - begun) / 1000 });
    context.record({ ...event, status: 'started', evidence: originEvidence(context) });
    try {
        const outcome = await action.main(inputs, part === undefined ? context : ofPart(part, context));
        const { result, message, outputs } = outcome;
        context.record({ ...ended(), status: _action_js__WEBPACK_IMPORTED_MODULE_2__  .P[result], message, evidence: { part, result, outputs } });
        return outcome;
    }
    catch (thrown) {
        const error = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .to)(thrown);
        context.record({
            ...ended(),
            status: 'failed',
            message: (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error),
            ...(part && { evidence: { part } }),
        });
        throw error;
    }
}
const ofPart = (part, context) => ({
    ...context,
    record: (event) => context.record({ ...event, part }),
});
function requireReason({ changes }, inputs, options) {
    const isChange = typeof changes === 'function' ? changes(inputs) : changes;
    if (!isChange || options.dryRun || options.reason)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `reason` is required: say in a few words why, for the record and for those who ask later.');
}
function originEvidence({ step, environment, reason, dryRun }) {
    const { GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = process.env;
    const actor = process.env.GITHUB_TRIGGERING_ACTOR || process.env.GITHUB_ACTOR;
    return {
        part: step?.name,
        environment,
        reason: reason || undefined,
        'dry-run': dryRun,
        run: (0,_base_run_url_js__WEBPACK_IMPORTED_MODULE_3__  .r)(),
        actor,
        repository,
        sha,
    };
}


  }),

  35611:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    B: () => (  findOwnIssue)
  });
const MOST_PAGES = 5;
async function findOwnIssue(client, query, isOurText) {
    const { owner, repo } = client.target;
    for (let page = 1; page <= MOST_PAGES; page++) {
        const issues = await client.request('GET /repos/{owner}/{repo}/issues', { ...query, sort: 'created', direction: 'desc', per_page: 100, page }, { what: `list the issues of ${owner}/${repo}`, permission: 'issues: write', repeatable: true });
        const found = issues.find((issue) => !issue.pull_request && isByUs(issue) && isOurText(issue.body ?? ''));
        if (found || issues.length < 100)
            return found;
    }
    return undefined;
}
const isByUs = ({ author_association: role = '', user }) => user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(role);


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