"use strict";
exports.id = 9304;
exports.ids = [9304];
exports.modules = {

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

  71501:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Wh: () => (  unlessAborted),
    _W: () => (  inAnyCase),
    vd: () => (  allSettled)
  });
  var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

async function allSettled(works) {
    const settled = await Promise.allSettled(works);
    const failed = settled.find((item) => item.status === 'rejected');
    if (failed)
        throw failed.reason;
    return settled.map((item) => item.value);
}
async function inAnyCase(work, after) {
    let result;
    try {
        result = await work();
    }
    catch (error) {
        await after().catch((later) => {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ)
                error.details.push(`Afterwards: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(later)}`);
        });
        throw error;
    }
    await after();
    return result;
}
function unlessAborted(promise, signal) {
    const aborted = Promise.withResolvers();
    const abort = () => aborted.reject(signal.reason);
    signal.addEventListener('abort', abort);
    if (signal.aborted)
        abort();
    return Promise.race([promise, aborted.promise]).finally(() => signal.removeEventListener('abort', abort));
}


  }),

  95736:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Kd: () => (  backByArgo),
    MH: () => (  terminate),
    v9: () => (  holds)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68606);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);
  var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59027);
  var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1807);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3090);
  var _argo_cd_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93862);
  var _argo_cd_plan_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(97120);
  var _argo_cd_window_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(79251);
  var _notes_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(18664);
  var _patch_fresh_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(45462);












const pathOf = ({ metadata }) => (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)(_argo_cd_js__WEBPACK_IMPORTED_MODULE_7__  .nC, metadata.namespace, 'applications', metadata.name);
async function backByArgo(context, plan) {
    let direct = await attempt(context, plan, plan.needsWindow);
    if (plan.needsWindow || (await holds(context, plan.application)))
        return { ...(direct && { direct }) };
    context.log.info(`… ${plan.name}: its sync was turned on again, so its project stops it`);
    direct = await attempt(context, plan, true);
    return { ...(direct && { direct }) };
}
async function holds({ clusters }, application) {
    const { client, namespace } = clusters.argo;
    const fresh = await client.get(pathOf(application));
    return !(0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_7__  .Sw)(fresh) || (await (0,_argo_cd_window_js__WEBPACK_IMPORTED_MODULE_9__  .Vd)(client, namespace, fresh));
}
async function attempt(context, plan, byWindow) {
    const began = performance.now();
    const { client, namespace } = context.clusters.argo;
    const commits = (0,_argo_cd_plan_js__WEBPACK_IMPORTED_MODULE_8__  .g3)(plan);
    const note = { id: context.id, at: client.now.toISOString(), ...(commits && { commits }) };
    const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    const operation = plan.version && operationFor(context, plan, plan.version, id);
    if (byWindow)
        await (0,_argo_cd_window_js__WEBPACK_IMPORTED_MODULE_9__  ._U)(client, namespace, plan.application, note);
    const isRequested = !byWindow && (await switchOff(client, plan.application, note, operation));
    if (!isRequested && !(await terminate(context, plan.application, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.OWNER_START_MS)))
        return 'the sync that is under way does not end';
    if (!plan.version || !operation)
        return 'its history has no sync of the time of the good revisions';
    let failed = 'someone else has asked it for a sync';
    if (isRequested || (await request(client, plan.application, operation))) {
        context.log.info(`… ${plan.name}: goes back to ${(0,_argo_cd_plan_js__WEBPACK_IMPORTED_MODULE_8__  .MP)(plan.version)}`);
        failed = await awaitOperation(client, pathOf(plan.application), id);
    }
    if (failed)
        await terminate(context, plan.application, 0);
    if (!byWindow)
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_2__  .v7)(Math.max(0, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.OWNER_HOLDS_MS - (performance.now() - began)), client.signal);
    return failed;
}
async function switchOff(client, application, note, operation) {
    const path = pathOf(application);
    let pausing;
    let requests = false;
    const patched = await (0,_patch_fresh_js__WEBPACK_IMPORTED_MODULE_11__  .Z)(client, path, (fresh) => {
        const requested = operation && !(0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_7__  .A5)(fresh) ? { operation } : undefined;
        requests = requested !== undefined;
        pausing = pausingOf(fresh, note);
        return pausing || requested ? { ...pausing, ...requested } : undefined;
    });
    if (patched && pausing?.spec && (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_7__  .Sw)(patched))
        await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_4__.PATCH.merge, { spec: { syncPolicy: { automated: null } } });
    return requests;
}
function pausingOf(fresh, note) {
    const automated = fresh.spec?.syncPolicy?.automated;
    const isOn = (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_7__  .Sw)(fresh) && automated;
    const before = (0,_notes_js__WEBPACK_IMPORTED_MODULE_10__  .nJ)(fresh);
    if (!isOn && !before)
        return undefined;
    const kept = (0,_notes_js__WEBPACK_IMPORTED_MODULE_10__  .Fv)(before, { ...note, ...(automated && { automated }) });
    if (!isOn && (0,node_util__WEBPACK_IMPORTED_MODULE_1__.isDeepStrictEqual)(kept, before))
        return undefined;
    return {
        metadata: { annotations: { [_notes_js__WEBPACK_IMPORTED_MODULE_10__  .NN]: JSON.stringify(kept) } },
        ...(isOn && { spec: { syncPolicy: { automated: { enabled: false } } } }),
    };
}
async function terminate({ clusters, log }, application, beginsWithin) {
    const { client } = clusters.argo;
    const began = performance.now();
    let isRequested = false;
    for (;;) {
        const fresh = await client.get(pathOf(application));
        if (!(0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_7__  .A5)(fresh))
            return true;
        const phase = fresh.status?.operationState?.phase ?? '';
        const waited = performance.now() - began;
        if (phase === 'Running' && fresh.operation !== undefined) {
            if (!isRequested)
                log.info(`… Argo CD application ${application.metadata.name}: the sync that is under way is ended`);
            isRequested = true;
            await client.patch(pathOf(application), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_4__.PATCH.merge, {
                status: { operationState: { phase: 'Terminating' } },
            });
        }
        if (!['Running', 'Terminating'].includes(phase) && waited >= beginsWithin)
            await takeBack(client, fresh);
        if (waited > _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.OWNER_ENDS_MS)
            return false;
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_2__  .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.OWNER_POLL_MS, client.signal);
    }
}
async function takeBack(client, read) {
    try {
        await client.patch(pathOf(read), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_4__.PATCH.json, [
            { op: 'test', path: '/metadata/resourceVersion', value: read.metadata.resourceVersion },
            { op: 'remove', path: '/operation' },
        ]);
    }
    catch (error) {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_5__  .hD && [409, 422].includes(error.status)))
            throw error;
    }
}
function operationFor({ id, reason }, { application, only, prune }, { revision, revisions, source, sources }, attempt) {
    const syncOptions = (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_7__  .f$)(application);
    return {
        initiatedBy: { username: 'rollback-actions' },
        info: [
            { name: 'Reason', value: reason.slice(0, 200) },
            { name: 'Rollback', value: id },
            { name: 'Attempt', value: attempt },
        ],
        sync: {
            ...(sources?.length ? { revisions, sources } : { revision, source }),
            ...(only && { resources: only }),
            prune,
            ...(syncOptions && { syncOptions }),
            syncStrategy: { apply: {} },
        },
    };
}
async function request(client, application, operation) {
    try {
        await client.patch(pathOf(application), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_4__.PATCH.json, [
            { op: 'test', path: '/operation', value: null },
            { op: 'add', path: '/operation', value: operation },
        ]);
        return true;
    }
    catch (error) {
        if (error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_5__  .hD && error.status === 422)
            return false;
        throw error;
    }
}
async function awaitOperation(client, path, attempt) {
    const began = performance.now();
    let blockedAt;
    for (;;) {
        const fresh = await client.get(path);
        const { phase, message = '', operation: last } = fresh.status?.operationState ?? {};
        const isOurs = last?.info?.some(({ value }) => value === attempt) === true;
        if (isOurs && phase === 'Succeeded')
            return undefined;
        if (isOurs && (phase === 'Failed' || phase === 'Error'))
            return `Argo CD says ${phase}: ${message.slice(0, 300)}`;
        blockedAt = isOurs && (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_7__  .g3)(fresh) ? (blockedAt ?? performance.now()) : undefined;
        if (blockedAt !== undefined && performance.now() - blockedAt > _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.OWNER_BLOCKED_MS)
            return 'a sync window of its project blocks it';
        if (isOurs && /waiting for pruning confirmation/i.test(message))
            return `it waits for a person: ${message.slice(0, 300)}`;
        const waited = performance.now() - began;
        if (!isOurs && waited > _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.OWNER_START_MS)
            return 'Argo CD did not begin it';
        if (waited > _base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.OWNER_OPERATION_MS)
            return `Argo CD did not end it within ${_base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.OWNER_OPERATION_MS / 1000} s: ${message.slice(0, 300)}`;
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_2__  .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.OWNER_POLL_MS, client.signal);
    }
}


  }),

  97120:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    MP: () => (  describeVersion),
    g3: () => (  commitsOf),
    s9: () => (  planApplication)
  });
  var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4771);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
  var _argo_cd_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93862);
  var _move_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44048);
  var _owner_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53314);






function planApplication(application, moves, staying, refusals = {}) {
    const { reruns, unpruned } = refusals;
    const { owner } = moves[0];
    const version = markedVersion(application, moves) ?? versionFor(application, moves);
    const inScope = new Set([...staying, ...(0,_move_js__WEBPACK_IMPORTED_MODULE_3__  .RF)(moves).map(_move_js__WEBPACK_IMPORTED_MODULE_3__  .f6)]);
    const others = (application.status?.resources ?? []).filter((each) => Object.hasOwn(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .EZ, each.kind) &&
        !inScope.has((0,_move_js__WEBPACK_IMPORTED_MODULE_3__  .f6)({ ...each, namespace: each.namespace ?? '' })));
    const only = others.length === 0 && reruns === undefined ? undefined : moves.map(resourceOf);
    const prune = (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_2__  .Mf)(application) && !only && unpruned === undefined;
    const needsWindow = (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_2__  .Sw)(application) && ((0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_2__  .s4)(application) !== undefined || isEnabledByKeeper(application));
    const plan = {
        type: 'application',
        name: owner.name,
        application,
        needsWindow,
        version,
        only,
        prune,
    };
    return { ...plan, words: wordsOf(plan, refusals) };
}
const resourceOf = ({ kind, namespace, name }) => ({
    group: _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .EZ[kind].group,
    kind,
    namespace,
    name,
});
function markedVersion({ status }, moves) {
    const [first, ...others] = moves.map(({ marked }) => marked);
    if (!first || others.some((other) => !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(other, first)))
        return undefined;
    return status?.history?.find((entry) => entry.id === first.history && (0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_2__  .DT)(entry) === first.revision);
}
function versionFor({ spec, status }, moves) {
    const { since, until, begun } = (0,_move_js__WEBPACK_IMPORTED_MODULE_3__  .ee)(moves);
    const newestFirst = [...(status?.history ?? [])].sort((a, b) => b.id - a.id);
    const { revision, revisions } = status?.sync ?? {};
    const present = { revision, revisions, source: spec?.source, sources: spec?.sources };
    return newestFirst.find((entry) => {
        const at = Date.parse(entry.deployedAt ?? '');
        if (!(at >= since && at < until) || !(entry.revision || entry.revisions))
            return false;
        if (Number.isFinite(begun) && !(Date.parse(entry.deployStartedAt ?? '') <= begun))
            return false;
        const isBad = entry === newestFirst[0] || isSame(entry, present);
        return at < until - _move_js__WEBPACK_IMPORTED_MODULE_3__  .sF || (!isBad && Date.parse(entry.deployStartedAt ?? '') < until - _move_js__WEBPACK_IMPORTED_MODULE_3__  .sF);
    });
}
const isSame = (entry, other) => entry.revision === other.revision &&
    (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(entry.revisions, other.revisions) &&
    (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(entry.source, other.source) &&
    (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(entry.sources, other.sources);
function isEnabledByKeeper(application) {
    if ((0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_2__  .yD)(application) === undefined)
        return false;
    const { annotations = {}, managedFields = [] } = application.metadata;
    const applied = annotations['kubectl.kubernetes.io/last-applied-configuration'] ?? '';
    const owned = managedFields.some(({ manager = '', fieldsV1 }) => manager.startsWith('argocd-') && JSON.stringify(fieldsV1 ?? {}).includes('"f:enabled"'));
    return owned || /"automated":\{[^{}]*"enabled":/.test(applied);
}
function wordsOf({ application, needsWindow, version, only, prune }, { reruns, unpruned }) {
    const pause = !(0,_argo_cd_js__WEBPACK_IMPORTED_MODULE_2__  .Sw)(application)
        ? 'its automatic sync is off'
        : needsWindow
            ? 'it will be paused by a deny window of its project, because whoever keeps it turns its sync on again'
            : 'it will be paused';
    if (!version)
        return `${pause}; its workloads are patched directly, because its history has no sync of the time of their good revisions`;
    const pruning = unpruned ? `, without pruning, because ${unpruned}` : prune ? ', with pruning' : '';
    const what = only
        ? `${only.map(({ kind, name }) => `${kind.toLowerCase()}/${name}`).join(', ')} alone${reruns ? `, because ${reruns}` : ''}`
        : 'all of it';
    const added = prune ? createdBy(application) : [];
    const pruned = added.length > 0
        ? `; its newest sync created ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__  .eZ)(added, _owner_js__WEBPACK_IMPORTED_MODULE_5__  .oA)}, which go if they are not of it`
        : '';
    return `${pause}; it goes back to ${describeVersion(version)}, ${what}${only ? '' : pruning}${pruned}`;
}
function commitsOf({ version, only }) {
    if (!version || only)
        return undefined;
    return version.revisions?.length ? version.revisions : version.revision ? [version.revision] : undefined;
}
function createdBy({ status }) {
    const results = status?.operationState?.syncResult?.resources ?? [];
    const created = results.filter(({ message = '', hookType }) => !hookType && /created$/.test(message));
    return created.map(({ kind, name }) => `${kind}/${name}`);
}
function describeVersion({ id, revision, revisions = [] }) {
    const short = (text) => (/^[0-9a-f]{40}$/.test(text) ? text.slice(0, 7) : text);
    return `${[...(revision ? [revision] : []), ...revisions].map(short).join(', ')} (history ${id})`;
}


  }),

  90572:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    KV: () => (  pauseFlux),
    TM: () => (  pinFlux),
    fC: () => (  wholeName),
    kv: () => (  fluxHolds)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4771);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
  var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59027);
  var _flux_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50954);
  var _flux_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11970);
  var _notes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18664);
  var _patch_fresh_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45462);
  var _read_until_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24544);









async function pauseFlux({ clusters, id, log }, { name, path, isKept, commit, pin }) {
    const { client } = clusters;
    const object = await client.get(path);
    const before = (0,_notes_js__WEBPACK_IMPORTED_MODULE_5__  .nJ)(object);
    if (object.spec?.suspend !== true || before) {
        const { sourceRef } = object.spec ?? {};
        const note = (0,_notes_js__WEBPACK_IMPORTED_MODULE_5__  .Fv)(before, {
            ...{ id, at: client.now.toISOString() },
            ...(isKept && { isKept }),
            ...(sourceRef?.name && { sourceRef: { name: sourceRef.name, namespace: sourceRef.namespace } }),
            ...(commit && { commits: [commit] }),
            ...(pin && { pin }),
        });
        const annotations = { [_notes_js__WEBPACK_IMPORTED_MODULE_5__  .NN]: JSON.stringify(note), ...(isKept && { [_flux_js__WEBPACK_IMPORTED_MODULE_3__  .v4]: 'disabled' }) };
        await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_2__.PATCH.merge, { metadata: { annotations }, spec: { suspend: true } });
    }
    const seen = await (0,_read_until_js__WEBPACK_IMPORTED_MODULE_7__  .L)(client, path, (each) => !workOf(each), _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.OWNER_START_MS);
    const work = workOf(seen);
    if (work)
        log.info(`… ${name}: is suspended, and still at work: ${work.message}`);
}
function workOf({ status }) {
    const condition = status?.conditions?.find(({ type }) => type === 'Reconciling');
    return condition?.status === 'True' && !/health check/i.test(condition.message ?? '')
        ? condition
        : undefined;
}
async function pinFlux({ clusters: { client } }, path, isGood) {
    const object = await client.get(path);
    const note = (0,_notes_js__WEBPACK_IMPORTED_MODULE_5__  .nJ)(object);
    const [commit] = note?.commits ?? [];
    if (!note?.pin || !note.sourceRef || !commit || (0,_flux_js__WEBPACK_IMPORTED_MODULE_3__  .T4)(object))
        return undefined;
    if (object.spec?.suspend !== true)
        return LOST;
    const namespace = note.sourceRef.namespace ?? object.metadata.namespace ?? '';
    try {
        const failure = await (0,_flux_source_js__WEBPACK_IMPORTED_MODULE_4__  .uv)(client, {
            ...{ namespace, from: note.sourceRef.name, name: note.pin, commit, of: wholeName(object) },
        });
        if (failure !== undefined)
            return { words: `stays suspended, because ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_8__  .Qu)(failure)}` };
        const pinned = await (0,_patch_fresh_js__WEBPACK_IMPORTED_MODULE_6__  .Z)(client, path, (fresh) => fresh.spec?.suspend === true && (0,_notes_js__WEBPACK_IMPORTED_MODULE_5__  .nJ)(fresh)?.pin === note.pin
            ? { spec: { sourceRef: { ...fresh.spec.sourceRef, name: note.pin }, suspend: false } }
            : undefined);
        if (!pinned)
            return LOST;
    }
    catch (error) {
        client.signal.throwIfAborted();
        return { words: `stays suspended, because it could not be pinned: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_8__  .Qu)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error))}` };
    }
    const hasApplied = ({ status, metadata }) => (status?.observedGeneration ?? 0) >= (metadata.generation ?? 0) &&
        (0,_flux_source_js__WEBPACK_IMPORTED_MODULE_4__  .xt)(status?.lastAppliedRevision) === commit;
    const isOver = (each) => hasApplied(each) || !isHeld(each);
    const seen = await (0,_read_until_js__WEBPACK_IMPORTED_MODULE_7__  .L)(client, path, isOver, _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.OWNER_START_MS);
    if (!isHeld(seen))
        return LOST;
    const own = (0,_flux_js__WEBPACK_IMPORTED_MODULE_3__  ._t)(object);
    const pinned = `is pinned to ${commit.slice(0, 7)}`;
    if (!hasApplied(seen))
        return { words: `${pinned}, which it has not applied yet${readyWords(seen)}` };
    return (await isGood())
        ? { words: `${pinned}, and all of it went back${own ? ` but for ${own}` : ''}` }
        : unpin(client, path, note, commit);
}
function readyWords({ status }) {
    const { message } = status?.conditions?.find(({ type }) => type === 'Ready') ?? {};
    return message ? ` (it says: ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_8__  .Qu)(message.slice(0, 200))})` : '';
}
const LOST = { words: 'was resumed while its workloads went back', isLost: true };
async function unpin(client, path, note, commit) {
    const { pin: name = '', commits: _, ...kept } = note;
    const suspended = await (0,_patch_fresh_js__WEBPACK_IMPORTED_MODULE_6__  .Z)(client, path, (fresh) => (0,_flux_js__WEBPACK_IMPORTED_MODULE_3__  .T4)(fresh)
        ? {
            metadata: { annotations: { [_notes_js__WEBPACK_IMPORTED_MODULE_5__  .NN]: JSON.stringify(kept) } },
            spec: { suspend: true, sourceRef: { ...fresh.spec?.sourceRef, name: note.sourceRef?.name } },
        }
        : undefined);
    if (!suspended)
        return LOST;
    await (0,_flux_source_js__WEBPACK_IMPORTED_MODULE_4__  .tG)(client, note.sourceRef?.namespace ?? suspended.metadata.namespace ?? '', name, wholeName(suspended));
    return {
        words: `stays suspended, because ${commit.slice(0, 7)} does not bring the pods that went back: what its substitutions, images or patches add is not in the commit`,
        isAstray: true,
    };
}
async function fluxHolds({ client }, { path }) {
    return isHeld(await client.get(path));
}
const isHeld = (object) => object.spec?.suspend === true || (0,_flux_js__WEBPACK_IMPORTED_MODULE_3__  .T4)(object);
const wholeName = ({ metadata }) => `${metadata.namespace}/${metadata.name}`;


  }),

  33138:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    B: () => (  mayHold),
    j: () => (  kindMayHold)
  });
  var _base_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60091);

const HOLD_NOTHING = {
    '': ['Pod', 'ConfigMap', 'Secret', 'Service', 'ServiceAccount', 'LimitRange', 'ResourceQuota'],
    apps: ['Deployment', 'DaemonSet', 'ReplicaSet'],
    batch: ['Job', 'CronJob'],
    autoscaling: ['HorizontalPodAutoscaler'],
    'autoscaling.k8s.io': ['VerticalPodAutoscaler'],
    policy: ['PodDisruptionBudget'],
    extensions: ['Ingress'],
    'networking.k8s.io': ['Ingress', 'IngressClass', 'NetworkPolicy'],
    'discovery.k8s.io': ['EndpointSlice'],
    'gateway.networking.k8s.io': [
        'HTTPRoute',
        'GRPCRoute',
        'TLSRoute',
        'TCPRoute',
        'UDPRoute',
        'ReferenceGrant',
    ],
    'rbac.authorization.k8s.io': ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'],
    'scheduling.k8s.io': ['PriorityClass'],
    'argoproj.io': ['Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate'],
    'cert-manager.io': ['Issuer'],
    'cilium.io': ['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy'],
    'keda.sh': ['ScaledObject', 'ScaledJob', 'TriggerAuthentication', 'ClusterTriggerAuthentication'],
    'monitoring.coreos.com': [
        'ServiceMonitor',
        'PodMonitor',
        'Probe',
        'PrometheusRule',
        'ScrapeConfig',
        'AlertmanagerConfig',
    ],
    'projectcontour.io': ['HTTPProxy'],
    'traefik.io': [
        'IngressRoute',
        'IngressRouteTCP',
        'IngressRouteUDP',
        'Middleware',
        'MiddlewareTCP',
        'TraefikService',
    ],
    'networking.istio.io': ['VirtualService', 'DestinationRule', 'ServiceEntry', 'Sidecar', 'EnvoyFilter'],
    'security.istio.io': ['AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication'],
    'external-secrets.io': ['SecretStore'],
    'bitnami.com': ['SealedSecret'],
};
const kindMayHold = (group, kind) => !(Object.hasOwn(HOLD_NOTHING, group) && HOLD_NOTHING[group]?.includes(kind));
const MAY_HOLD = {
    'apps/StatefulSet': (spec) => (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_0__  .P)(spec.persistentVolumeClaimRetentionPolicy).whenDeleted === 'Delete',
    'external-secrets.io/ExternalSecret': (spec) => JSON.stringify(spec).includes('"generatorRef"'),
    'cert-manager.io/Certificate': (spec) => spec.isCA === true,
};
function mayHold(group, kind, content) {
    const name = `${group}/${kind}`;
    const test = Object.hasOwn(MAY_HOLD, name) ? MAY_HOLD[name] : undefined;
    return test ? test((0,_base_fields_js__WEBPACK_IMPORTED_MODULE_0__  .P)((0,_base_fields_js__WEBPACK_IMPORTED_MODULE_0__  .P)(content).spec)) : kindMayHold(group, kind);
}


  }),

  44048:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    RF: () => (  withRollouts),
    ee: () => (  spanOf),
    f6: () => (  workloadKey),
    sF: () => (  UNSURE_MS),
    to: () => (  earliestNext)
  });
const UNSURE_MS = 2000;
function spanOf(moves) {
    const known = moves.flatMap(({ until }) => until ?? []);
    const unknown = moves.flatMap(({ since, until }) => (until === undefined ? [since + UNSURE_MS] : []));
    return {
        since: Math.max(...moves.map(({ since }) => since)) - UNSURE_MS,
        until: Math.min(...known),
        begun: Math.min(...unknown),
    };
}
const earliestNext = (moves) => Math.min(...moves.map(({ since, until }) => until ?? since));
const workloadKey = ({ kind, namespace, name }) => `${kind}/${namespace}/${name}`;
const withRollouts = (all) => all.flatMap(({ rollout, ...own }) => [own, ...(rollout ? [rollout] : [])]);


  }),

  29590:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    DA: () => (  withoutKept),
    jB: () => (  deletionRefusal),
    nr: () => (  keepWords)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4771);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
  var _domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42387);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);
  var _systems_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91787);
  var _holding_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33138);
  var _owner_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(53314);








const KEEPS = {
    'Argo CD': { name: 'argocd.argoproj.io/sync-options', value: 'Prune=false' },
    Flux: { name: 'kustomize.toolkit.fluxcd.io/prune', value: 'disabled' },
};
const keepWords = (by) => `${KEEPS[by].name}=${KEEPS[by].value}`;
function isKept({ metadata: { annotations = {}, labels = {} } }, by) {
    const { name, value } = KEEPS[by];
    const settings = [annotations[name], ...(by === 'Flux' ? [labels[name]] : [])];
    return settings.some((each = '') => each.split(',').some((part) => part.trim() === value));
}
async function deletionRefusal(client, { by, prunes, forces = false }, all, next, older) {
    if (!prunes && !forces)
        return undefined;
    const begun = next - _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.RELEASE_APPLIED_MS;
    const isBefore = (at = '') => Date.parse(at) < begun;
    const isPruned = ({ object }) => prunes && !(object && isKept(object, by));
    const isNew = ({ object }) => !object || !isBefore(object.metadata.creationTimestamp);
    const isChanged = (read) => by === 'Flux' &&
        (forces || (isPruned(read) && read.made.kind === 'PersistentVolumeClaim')) &&
        !(read.object && (isNew(read) || isBefore(appliedAt(read.object))));
    const holders = all.filter(({ group = '', kind, name }) => (0,_holding_js__WEBPACK_IMPORTED_MODULE_4__  .j)(group, kind) && !(group === '' && kind === 'Namespace' && older.has(name)));
    const there = (await readAll(client, holders)).filter(
    ({ made: { group = '', kind }, object }) => object === undefined || (object !== null && (0,_holding_js__WEBPACK_IMPORTED_MODULE_4__  .B)(group, kind, object)));
    const newer = there.filter((read) => isPruned(read) && isNew(read));
    const changed = there.filter((read) => !newer.includes(read) && isChanged(read));
    const reasons = [
        [newer, 'may be of the newer version, and would be deleted with whatever'],
        [
            changed,
            'may have been changed by the newer version, and going back to the older one may delete whatever',
        ],
    ];
    const refusals = reasons.flatMap(([some, words]) => (some.length > 0 ? [reasonOf(some, words)] : []));
    return refusals.length > 0 ? refusals.join('; ') : undefined;
}
const appliedAt = (object) => (0,_domain_workloads_managed_fields_js__WEBPACK_IMPORTED_MODULE_5__  .n)(object, 'f:metadata', 'f:labels', 'f:kustomize.toolkit.fluxcd.io/name');
function reasonOf(some, words) {
    const names = (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_6__  .eZ)(some.map(({ made: { kind, name } }) => `${kind}/${name}`), _owner_js__WEBPACK_IMPORTED_MODULE_7__  .oA);
    return `${names} ${words} ${some.length > 1 ? 'they hold' : 'it holds'}`;
}
const withoutKept = async (client, by, all) => (await readAll(client, all)).filter(({ object }) => !object || !isKept(object, by)).map(({ made }) => made);
async function readAll(client, all) {
    const apis = [...new Set(all.map(apiOf))];
    const known = new Map(await Promise.all(apis.map(async (api) => [api, await ifReadable((0,_systems_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_3__  .F)(client, api))])));
    return Promise.all(all.map(async (made) => {
        const resource = known.get(apiOf(made))?.get(made.kind);
        return { made, object: resource && (await ifReadable(find(client, made, resource))) };
    }));
}
const apiOf = ({ group = '', version = '' }) => group === '' ? version : `${group}/${version}`;
async function find(client, made, { plural, namespaced }) {
    const { namespace = '', name } = made;
    const api = (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__  .So)(apiOf(made));
    const path = namespaced ? (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(api, namespace, plural, name) : (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__  .rl)(api, plural, name);
    return (await client.find(path)) ?? null;
}
async function ifReadable(read) {
    try {
        return await read;
    }
    catch (error) {
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ)
            return undefined;
        throw error;
    }
}


  })

};
;