export const id = 3422;
export const ids = [3422];
export const modules = {

/***/ 53422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ hand_back_action)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/base/markdown.js
var markdown = __webpack_require__(26963);
// EXTERNAL MODULE: ./build/base/run-url.js
var run_url = __webpack_require__(17169);
// EXTERNAL MODULE: ./build/base/values.js
var values = __webpack_require__(92920);
// EXTERNAL MODULE: ./build/domain/workloads/select.js
var workloads_select = __webpack_require__(95722);
// EXTERNAL MODULE: ./build/owners/find.js
var find = __webpack_require__(54138);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/systems/kubernetes/client.js
var kubernetes_client = __webpack_require__(59027);
// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
// EXTERNAL MODULE: ./build/owners/argo-cd.js
var argo_cd = __webpack_require__(93862);
// EXTERNAL MODULE: ./build/owners/argo-cd-back.js
var argo_cd_back = __webpack_require__(95736);
// EXTERNAL MODULE: ./build/owners/argo-cd-window.js
var argo_cd_window = __webpack_require__(79251);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/owners/flux.js
var flux = __webpack_require__(50954);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/tar/dist/esm/index.min.js
var index_min = __webpack_require__(98697);
// EXTERNAL MODULE: ./build/base/slashes.js
var slashes = __webpack_require__(71581);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/systems/network.js
var network = __webpack_require__(69355);
// EXTERNAL MODULE: ./build/systems/requests.js
var requests = __webpack_require__(5975);
;// CONCATENATED MODULE: ./build/systems/http/download.js




/** What is at a URL, as a stream. One attempt; no redirect is followed. @throws ActionError */
async function download(url, signal) {
    (0,requests/* countRequest */.z)('over HTTP');
    const response = await fetch(url, {
        signal,
        redirect: 'manual',
        headers: { 'User-Agent': 'rollback-actions' },
    }).catch((error) => {
        if (signal.aborted)
            throw error;
        throw new errors/* ActionError */.lZ(`${url.host} cannot be reached: ${(0,network/* unreachableReason */.N4)(error)}.`, { cause: error });
    });
    if (!response.ok || !response.body)
        throw new errors/* ActionError */.lZ(`${url.host} answers with ${response.status}.`);
    return external_node_stream_.Readable.fromWeb(response.body);
}

// EXTERNAL MODULE: ./build/owners/lasting/paths.js
var lasting_paths = __webpack_require__(72462);
;// CONCATENATED MODULE: ./build/owners/flux-artifact.js









/** Bytes of an artifact: Flux itself refuses more than 100 MiB of one by default. */
const MOST_BYTES = 512 * 1024 ** 2;
/** Bytes of a file that says what a folder is made of. */
const MOST_TEXT = 1024 ** 2;
/** What a source has fetched, a file a path. */
class Artifact {
    hashes;
    #texts;
    constructor(hashes, texts) {
        this.hashes = hashes;
        this.#texts = texts;
    }
    /** Fetches and reads one; from where Flux serves it, or by way of the API server where that is inside the cluster. */
    static async load(client, url) {
        const service = /^http:\/\/([a-z0-9-]+)\.([a-z0-9-]+)(?:\.svc[^/:]*)?(?::(\d+))?(\/[\w./@-]+)$/.exec(url);
        const [, name, namespace, port = '80', path = ''] = service ?? [];
        // By way of the API server it would be another object of the cluster, read with the rights of the rollback.
        if (path.split('/').some((part) => part === '.' || part === '..'))
            throw new errors/* ActionError */.lZ(`The path ${path} is not that of an artifact.`);
        const stream = service && !/^\d+$/.test(name ?? '')
            ? await client.open('GET', `${names/* CORE */.M2}/namespaces/${namespace}/services/${name}:${port}/proxy${path}`, {}, waits/* WAITS */.r.API_SERVER_SILENCE_MS)
            : await download(new URL(url), client.signal);
        return Artifact.read(stream);
    }
    static async read(stream) {
        const hashes = new Map();
        const texts = new Map();
        let bytes = 0;
        const parser = new index_min/* Parser */.iX({
            strict: true,
            onReadEntry: (entry) => {
                const path = (0,slashes/* withoutEndSlashes */.h)(entry.path.replace(/^\.?\/+/, ''));
                if (entry.type === 'SymbolicLink')
                    hashes.set(path, `link ${entry.linkpath}`);
                if (entry.type !== 'File' && entry.type !== 'OldFile')
                    return void entry.resume();
                const hash = (0,external_node_crypto_.createHash)('sha256');
                const kept = [];
                const isText = lasting_paths/* MAKERS */.CS.includes(path.split('/').at(-1) ?? '') && entry.size <= MOST_TEXT;
                entry.on('data', (chunk) => {
                    hash.update(chunk);
                    bytes += chunk.length;
                    if (isText)
                        kept.push(Buffer.from(chunk));
                    if (bytes > MOST_BYTES)
                        parser.abort(new errors/* ActionError */.lZ('The artifact is too large to be compared.'));
                });
                entry.on('end', () => {
                    hashes.set(path, hash.digest('hex'));
                    if (isText)
                        texts.set(path, Buffer.concat(kept).toString());
                });
            },
        });
        await (0,promises_.pipeline)(stream, parser);
        return new Artifact(hashes, texts);
    }
    async kindOf(path) {
        if (this.hashes.has(path))
            return 'file';
        return [...this.hashes.keys()].some((file) => (0,lasting_paths/* isWithin */.UO)(file, path)) ? 'folder' : undefined;
    }
    async read(path) {
        return this.#texts.get(path);
    }
}
/** The files that a folder is made of, with its bases, and that are not the same in two artifacts. */
async function differentIn(good, now, folder) {
    const paths = [...(await (0,lasting_paths/* withBases */.bL)(good, [folder])), ...(await (0,lasting_paths/* withBases */.bL)(now, [folder]))];
    const files = new Set([...good.hashes.keys(), ...now.hashes.keys()]);
    return [...files].filter((file) => paths.some((path) => (0,lasting_paths/* isWithin */.UO)(file, path)) && good.hashes.get(file) !== now.hashes.get(file));
}

// EXTERNAL MODULE: ./build/owners/flux-back.js
var flux_back = __webpack_require__(90572);
// EXTERNAL MODULE: ./build/owners/flux-source.js
var flux_source = __webpack_require__(11970);
// EXTERNAL MODULE: ./build/owners/lasting/place.js
var place = __webpack_require__(37341);
// EXTERNAL MODULE: ./build/owners/notes.js
var notes = __webpack_require__(18664);
// EXTERNAL MODULE: ./build/owners/owner.js
var owners_owner = __webpack_require__(53314);
// EXTERNAL MODULE: ./build/owners/patch-fresh.js
var patch_fresh = __webpack_require__(45462);
;// CONCATENATED MODULE: ./build/owners/flux-hand-back.js











/**
 * Gives a Kustomization its own source back, once that says what its pin does. Flux tells of no difference before it
 * applies, so the files of both sources are compared.
 *
 * @param readOnly what would be done, as far as Flux has fetched its source
 */
async function handBackFlux(client, owner, path, readOnly) {
    const object = await client.get(path);
    const note = (0,notes/* pauseNote */.nJ)(object);
    if (!note)
        return undefined;
    const result = { owner: owner.name, note, isBack: false };
    const { type, name } = owner.object ?? {};
    // It was handed back already, by an attempt that died or by a person.
    if (note.pin && object.spec?.sourceRef?.name === note.sourceRef?.name && object.spec?.suspend !== true) {
        if (!readOnly)
            await clean(client, path, object, note);
        return { ...result, isBack: true };
    }
    const resume = `flux resume ${type} ${name} --namespace ${object.metadata.namespace}`;
    if (!(0,flux_back/* isPinned */.T4)(object) || !note.pin || !note.sourceRef)
        return {
            ...result,
            reason: `it is suspended, and nothing says whether its source is what runs; once the older version is merged, resume it: ${resume}`,
        };
    const { pin, sourceRef } = note;
    const compared = await compareSources(client, object, { pin, sourceRef }, readOnly);
    if (typeof compared === 'string')
        return { ...result, reason: compared };
    const { revision, different } = compared;
    if (different.length > 0)
        return {
            ...{ ...result, revision },
            reason: `its source is not what runs yet (${revision}): ${(0,sentence/* namesOf */.eZ)(different, owners_owner/* MAX_NAMES */.o)}`,
        };
    if (readOnly)
        return { ...result, revision, isBack: true };
    const patched = await (0,patch_fresh/* patchFresh */.Z)(client, path, (fresh) => (0,flux_back/* isPinned */.T4)(fresh) ? { spec: { sourceRef: { ...fresh.spec?.sourceRef, name: sourceRef.name } } } : undefined);
    if (!patched)
        return { ...{ ...result, revision }, reason: 'someone has changed its source meanwhile; run this again' };
    await clean(client, path, patched, note);
    return { ...result, revision, isBack: true };
}
/** In which files the source differs from the pin, and of which revision it is; or why the two cannot be compared. */
async function compareSources(client, object, { pin, sourceRef, }, readOnly) {
    const namespace = sourceRef.namespace ?? object.metadata.namespace ?? '';
    try {
        const source = readOnly
            ? await client.get((0,flux_source/* sourcePath */.Z3)(namespace, sourceRef.name))
            : await (0,flux_source/* fetchedAnew */.zb)(client, namespace, sourceRef.name);
        const pinned = await client.get((0,flux_source/* sourcePath */.Z3)(namespace, pin));
        return {
            revision: source.status?.artifact?.revision,
            different: await differences(client, pinned, source, object),
        };
    }
    catch (error) {
        client.signal.throwIfAborted();
        return `its source cannot be compared with ${pin}: ${(0,sentence/* withoutFullStop */.Qu)((0,errors/* messageOf */.bD)(error))}`;
    }
}
/** Takes away what a rollback has left on a Kustomization that has its own source again: the note last, as it names the pin. */
async function clean(client, path, object, note) {
    const namespace = note.sourceRef?.namespace ?? object.metadata.namespace ?? '';
    if (note.pin)
        await (0,flux_source/* deletePin */.tG)(client, namespace, note.pin, (0,flux_back/* wholeName */.fC)(object));
    await client.patch(path, kubernetes_client/* PATCH */.D.merge, {
        metadata: { annotations: { [notes/* PAUSED */.NN]: null, ...(note.isKept && { [flux/* RECONCILE */.v4]: null }) } },
    });
}
async function differences(client, pin, source, { spec }) {
    const [good, now] = await Promise.all([pin, source].map(({ status }) => Artifact.load(client, status?.artifact?.url ?? '')));
    return differentIn(good, now, (0,place/* tidy */.DZ)(spec?.path ?? ''));
}

// EXTERNAL MODULE: ./build/owners/read-until.js
var read_until = __webpack_require__(24544);
;// CONCATENATED MODULE: ./build/owners/hand-back.js












/**
 * Gives an owner that a rollback has paused control again, where its source says what runs.
 *
 * @param readOnly what would be done
 * @returns undefined where no rollback has paused it
 */
async function handBack(context, owner, readOnly) {
    const { object } = owner;
    if (!object || owner.unread)
        return undefined;
    const { client, namespace, api, plural } = (0,find/* locateOwnerObject */.J)(context.clusters, object);
    const path = (0,names/* objectPath */.du)(api, namespace, plural, object.name);
    if (object.type === 'application')
        return byArgo(context, owner, path, readOnly);
    return handBackFlux(client, owner, path, readOnly);
}
async function byArgo(context, owner, path, readOnly) {
    const { client, namespace } = context.clusters.argo;
    const before = await client.get(path);
    const own = (0,notes/* pauseNote */.nJ)(before);
    const note = own ?? (await (0,argo_cd_window/* noteOfWindow */.Cu)(client, namespace, before));
    if (!note)
        return undefined;
    if ((0,argo_cd/* isPassedOver */.VZ)(before))
        return {
            ...{ owner: owner.name, note, isBack: false },
            reason: 'its annotation skip-reconcile keeps Argo CD from comparing it with its source; take that away first',
        };
    // The window that is about to go may be what it waits for: it would bring what it was asked for then.
    if (!readOnly && (0,argo_cd/* waitsForWindow */.g3)(before))
        await (0,argo_cd_back/* terminate */.MH)(context, before, 0);
    const application = readOnly ? before : await refreshed(client, path);
    const { revision, revisions } = application.status?.sync ?? {};
    const result = { owner: owner.name, note, revision: revision ?? revisions?.join(', ') };
    const reason = refusal(application, readOnly);
    if (reason !== undefined)
        return { ...result, isBack: false, reason };
    if (readOnly)
        return { ...result, isBack: true };
    if (own) {
        const automated = own.automated && { ...own.automated, enabled: own.automated.enabled ?? null };
        await client.patch(path, kubernetes_client/* PATCH */.D.merge, {
            metadata: { annotations: { [notes/* PAUSED */.NN]: null }, resourceVersion: application.metadata.resourceVersion },
            ...(automated && { spec: { syncPolicy: { automated } } }),
        });
    }
    await (0,argo_cd_window/* removeWindow */.lM)(client, namespace, application);
    return { ...result, isBack: true };
}
/** Why an application stays paused, as a part of a sentence; undefined where its source says what runs. */
function refusal(application, readOnly) {
    const { status: { sync = {}, resources = [] } = {} } = application;
    if (!readOnly && isRequested(application))
        return `Argo CD has not compared it with its source within ${waits/* WAITS */.r.OWNER_OPERATION_MS / 1000} s`;
    if ((0,argo_cd/* isBusy */.A5)(application) && !(0,argo_cd/* waitsForWindow */.g3)(application))
        return 'a sync of it is under way';
    if (sync.status === 'Synced')
        return undefined;
    const others = resources.filter(({ status }) => status === 'OutOfSync');
    const different = others.filter((each) => !isLeftover(application, each));
    if (sync.status === 'OutOfSync' && others.length > 0 && different.length === 0)
        return undefined;
    const names = different.map(({ kind, name }) => `${kind}/${name}`);
    const what = (0,sentence/* namesOf */.eZ)(names, owners_owner/* MAX_NAMES */.o) || 'Argo CD cannot compare it';
    return `its source is not what runs yet (${sync.status ?? 'Unknown'}): ${what}`;
}
/** What its source no longer has, and Argo CD would leave where it is all the same. */
const isLeftover = (application, { requiresPruning, requiresDeletionConfirmation }) => requiresPruning === true && (!(0,argo_cd/* prunes */.Mf)(application) || requiresDeletionConfirmation === true);
const REFRESH = 'argocd.argoproj.io/refresh';
/** Tells one request for a comparison from another. An Argo CD that knows it takes it away together with the request. */
const REQUESTED = 'argocd.argoproj.io/refresh-timestamp';
/**
 * Has Argo CD compare with its source once more, without a sync. A comparison that had begun before takes a request away too,
 * with what the source said then (argo-cd#28392). What it leaves of the request shows that, and also an Argo CD that cannot
 * tell requests apart; the comparison that takes the next one away has begun after the first.
 */
async function refreshed(client, path) {
    const first = await compared(client, path);
    if (!isLeft(first))
        return first;
    const second = await compared(client, path);
    if (!isLeft(second))
        return second;
    return client.patch(path, kubernetes_client/* PATCH */.D.merge, { metadata: { annotations: { [REQUESTED]: null } } });
}
/** Requests a comparison, and waits until the request is taken away. */
async function compared(client, path) {
    const annotations = { [REFRESH]: 'normal', [REQUESTED]: client.now.toISOString() };
    await client.patch(path, kubernetes_client/* PATCH */.D.merge, { metadata: { annotations } });
    const isDone = (each) => !isRequested(each);
    return (0,read_until/* readUntil */.L)(client, path, isDone, waits/* WAITS */.r.OWNER_OPERATION_MS);
}
const isRequested = ({ metadata }) => metadata.annotations?.[REFRESH] !== undefined;
/** The request was taken away, and what tells it from others was not. */
const isLeft = (application) => !isRequested(application) && application.metadata.annotations?.[REQUESTED] !== undefined;

// EXTERNAL MODULE: ./build/owners/inputs.js
var owners_inputs = __webpack_require__(21312);
// EXTERNAL MODULE: ./build/owners/lasting/last.js + 4 modules
var last = __webpack_require__(92198);
// EXTERNAL MODULE: ./build/owners/lasting/owner.js
var lasting_owner = __webpack_require__(29857);
// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
// EXTERNAL MODULE: ./build/service/namespace.js
var service_namespace = __webpack_require__(95763);
// EXTERNAL MODULE: ./build/service/permissions.js
var permissions = __webpack_require__(1004);
// EXTERNAL MODULE: ./build/service/select.js
var service_select = __webpack_require__(64690);
// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/systems/kubernetes/connect.js + 1 modules
var connect = __webpack_require__(20006);
;// CONCATENATED MODULE: ./build/actions/hand-back.js

















const hand_back_inputs = {
    ...inputs/* connectionInputs */.eu,
    workloads: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    selector: dist/* optional */.lqM((0,values/* text */.Qq)()),
    ...owners_inputs/* ownerInputs */.DX,
    ...owners_inputs/* gitInputs */._H,
};
/** Gives workloads back to the owner that a rollback has paused, once its source says what runs. */
const hand_back_action = (0,action/* defineAction */.Q)({ name: 'hand-back', inputs: hand_back_inputs, changes: false, main });
async function main(inputs, context) {
    const selection = (0,workloads_select/* parseSelection */.gO)(inputs.workloads, inputs.selector, []);
    const config = (0,owners_inputs/* configRepositoryOf */.oQ)(inputs);
    const { client, namespace: name } = (0,connect/* connect */.N)(inputs, context);
    try {
        const clusters = (0,owners_inputs/* clustersOf */.Dg)(client, inputs, context);
        const kinds = await (0,workloads_select/* kindsIn */.Rd)(client, selection, name);
        await (0,access/* requirePermissions */.An)(client, name, (0,permissions/* toObserve */.Af)(kinds));
        const namespace = await service_namespace/* NamespaceCache */.U.watch(client, name, kinds, context.log);
        const workloads = (await (0,service_select/* select */.L)(client, namespace, selection)).flat().map(({ workload }) => workload);
        const found = [...new Set((await (0,find/* findOwners */.Gr)(clusters, workloads)).values())];
        for (const { name, unread } of found)
            if (unread)
                context.log.warn(`It is unknown whether a rollback has paused the ${name}: ${unread}.`);
        const all = await Promise.all(found.map((owner) => handBack({ clusters, log: context.log }, owner, context.dryRun)));
        const paused = all.filter((each) => each !== undefined);
        for (const each of paused)
            reportOwner(each, context);
        const left = found.filter(({ name }) => paused.some(({ owner, isBack }) => owner === name && !isBack));
        const lasting = context.dryRun ? [] : await makeLeftLast(clusters, left, config, context);
        return outcomeOf(paused, found.some(({ unread }) => unread !== undefined), lasting, context);
    }
    finally {
        client.close();
    }
}
/** What stays paused waits for its source: the pull request that restores it is opened, or brought up to date. */
async function makeLeftLast(clusters, left, config, context) {
    if (!config.token)
        return [];
    const standings = await Promise.all(left.map((owner) => (0,lasting_owner/* readStanding */.Z)(clusters, owner)));
    const cause = { id: context.rollbackId, reason: context.reason, run: (0,run_url/* runUrl */.V)() };
    return (0,last/* makeLast */.L)(standings, config, cause, context);
}
function reportOwner({ owner, note, isBack, reason }, { log, record, dryRun }) {
    const since = `paused since ${note.at} by rollback ${note.id}`;
    const message = isBack
        ? `${owner} (${since}) ${dryRun ? 'would be' : 'is'} handed back`
        : `${owner} (${since}) stays paused: ${reason}`;
    log.info(`${isBack ? '✓' : '✗'} ${message}`);
    const status = dryRun ? 'planned' : isBack ? 'done' : 'failed';
    const evidence = { since: note.at };
    record({ component: 'owner', step: `hand back ${owner}`, status, message, evidence });
}
function outcomeOf(paused, isUnknown, proposals, { dryRun }) {
    const proposalOf = (owner) => proposals.find((each) => each.owner === owner)?.pullRequest ?? '';
    const owners = paused.map(({ owner, note, revision, isBack, reason }) => ({
        ...{ owner, paused: note.at, rollback: note.id, revision: revision ?? null },
        ...{ 'pull-request': proposalOf(owner), 'handed-back': isBack && !dryRun, reason: reason ?? '' },
    }));
    const left = paused.filter(({ isBack }) => !isBack);
    const lasting = left.length === 0 && !isUnknown && !(dryRun && paused.length > 0);
    const pullRequests = proposals.flatMap(({ pullRequest }) => pullRequest ?? []);
    const outputs = { owners, lasting, 'pull-request': pullRequests.join(' ') };
    const withSummary = (message) => ({
        ...{ message, outputs },
        summary: handBackSummary(message, paused, proposals, dryRun),
    });
    const count = `${paused.length - left.length} of ${paused.length} owners`;
    if (dryRun)
        return {
            result: 'planned',
            ...withSummary(`Planned: ${count} would be handed back; nothing was changed.`),
        };
    if (left[0])
        return {
            result: 'failed',
            ...withSummary(`Handed back: ${count}; ${left[0].owner} stays paused: ${left[0].reason}${mergeWords(proposals.find(({ owner }) => owner === left[0]?.owner))}.`),
        };
    if (paused.length === 0)
        return {
            result: isUnknown ? 'failed' : 'no-op',
            ...withSummary(isUnknown
                ? 'Nothing was handed back: not every owner could be read.'
                : 'Nothing to hand back: no rollback has paused an owner of these workloads.'),
        };
    return { result: 'done', ...withSummary(`Handed back: ${count}.`) };
}
function handBackSummary(message, paused, proposals, dryRun) {
    const rows = paused.map(({ owner, note, isBack, reason }) => [
        isBack ? (dryRun ? 'would be handed back' : '✅ handed back') : '⏸️ stays paused',
        (0,markdown/* inert */.tJ)(owner),
        (0,markdown/* inert */.tJ)(note.at),
        (0,markdown/* inert */.tJ)(reason ?? ''),
    ]);
    return [
        `## ${(0,markdown/* inert */.tJ)(message)}`,
        ...(rows.length > 0 ? [(0,markdown/* table */.tp)(['', 'Owner', 'Paused since', 'Why'], rows)] : []),
        ...new Set(proposals.flatMap(({ byHand }) => byHand ?? [])),
    ].join('\n\n');
}
const mergeWords = (proposal) => proposal?.pullRequest && proposal.reason === undefined ? `; merge ${proposal.pullRequest} first` : '';


/***/ })

};
