"use strict";
exports.id = 2618;
exports.ids = [2618];
exports.modules = {

  62618:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  main: () => (  main)
});

var markdown = __webpack_require__(26963);
var run_url = __webpack_require__(17169);
var workloads_select = __webpack_require__(95722);
var owners_clusters = __webpack_require__(69274);
var find = __webpack_require__(54138);
var sentence = __webpack_require__(4771);
var waits = __webpack_require__(95282);
var kubernetes_client = __webpack_require__(59027);
var names = __webpack_require__(3090);
var argo_cd = __webpack_require__(93862);
var argo_cd_back = __webpack_require__(95736);
var argo_cd_window = __webpack_require__(79251);
var errors = __webpack_require__(45145);
var flux = __webpack_require__(50954);
var external_node_crypto_ = __webpack_require__(77598);
var promises_ = __webpack_require__(46466);
var slashes = __webpack_require__(71581);
var external_node_stream_ = __webpack_require__(57075);
var network = __webpack_require__(69355);
var requests = __webpack_require__(5975);
; 




async function download(url, signal) {
    (0,requests .z)('over HTTP');
    const response = await fetch(url, {
        signal,
        redirect: 'manual',
        headers: { 'User-Agent': 'rollback-actions' },
    }).catch((error) => {
        if (signal.aborted)
            throw error;
        throw new errors .lZ(`${url.host} cannot be reached: ${(0,network .N4)(error)}.`, { cause: error });
    });
    if (!response.ok || !response.body)
        throw new errors .lZ(`${url.host} answers with ${response.status}.`);
    return external_node_stream_.Readable.fromWeb(response.body);
}

var lasting_paths = __webpack_require__(72462);
; 








const MOST_BYTES = 512 * 1024 ** 2;
const MOST_TEXT = 1024 ** 2;
class Artifact {
    hashes;
    #texts;
    constructor(hashes, texts) {
        this.hashes = hashes;
        this.#texts = texts;
    }
    static async load(client, url) {
        const service = /^http:\/\/([a-z0-9-]+)\.([a-z0-9-]+)(?:\.svc[^/:]*)?(?::(\d+))?(\/[\w./@-]+)$/.exec(url);
        const [, name, namespace, port = '80', path = ''] = service ?? [];
        if (path.split('/').some((part) => part === '.' || part === '..'))
            throw new errors .lZ(`The path ${path} is not that of an artifact.`);
        const stream = service && !/^\d+$/.test(name ?? '')
            ? await client.open('GET', `${names .M2}/namespaces/${namespace}/services/${name}:${port}/proxy${path}`, {}, waits .r.API_SERVER_SILENCE_MS)
            : await download(new URL(url), client.signal);
        return Artifact.read(stream);
    }
    static async read(stream) {
        const hashes = new Map();
        const texts = new Map();
        let bytes = 0;
        const { Parser } = await __webpack_require__.e(  8697).then(__webpack_require__.bind(__webpack_require__, 98697));
        const parser = new Parser({
            strict: true,
            onReadEntry: (entry) => {
                const path = (0,slashes .h)(entry.path.replace(/^\.?\/+/, ''));
                if (entry.type === 'SymbolicLink')
                    hashes.set(path, `link ${entry.linkpath}`);
                if (entry.type !== 'File' && entry.type !== 'OldFile')
                    return void entry.resume();
                const hash = (0,external_node_crypto_.createHash)('sha256');
                const kept = [];
                const isText = lasting_paths .CS.includes(path.split('/').at(-1) ?? '') && entry.size <= MOST_TEXT;
                entry.on('data', (chunk) => {
                    hash.update(chunk);
                    bytes += chunk.length;
                    if (isText)
                        kept.push(Buffer.from(chunk));
                    if (bytes > MOST_BYTES)
                        parser.abort(new errors .lZ('The artifact is too large to be compared.'));
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
        return [...this.hashes.keys()].some((file) => (0,lasting_paths .UO)(file, path)) ? 'folder' : undefined;
    }
    async read(path) {
        return this.#texts.get(path);
    }
}
async function differentIn(good, now, folder) {
    const paths = [...(await (0,lasting_paths .bL)(good, [folder])), ...(await (0,lasting_paths .bL)(now, [folder]))];
    const files = new Set([...good.hashes.keys(), ...now.hashes.keys()]);
    return [...files].filter((file) => paths.some((path) => (0,lasting_paths .UO)(file, path)) && good.hashes.get(file) !== now.hashes.get(file));
}

var flux_back = __webpack_require__(90572);
var flux_source = __webpack_require__(11970);
var place = __webpack_require__(37341);
var notes = __webpack_require__(18664);
var owners_owner = __webpack_require__(53314);
var patch_fresh = __webpack_require__(45462);
; 











async function handBackFlux(client, owner, path, readOnly) {
    const object = await client.get(path);
    const note = (0,notes .nJ)(object);
    if (!note)
        return undefined;
    const result = { owner: owner.name, note, isBack: false };
    const { type, name } = owner.object ?? {};
    if (note.pin && object.spec?.sourceRef?.name === note.sourceRef?.name && object.spec?.suspend !== true) {
        if (!readOnly)
            await clean(client, path, object, note);
        return { ...result, isBack: true };
    }
    const resume = `flux resume ${type} ${name} --namespace ${object.metadata.namespace}`;
    if (!(0,flux .T4)(object) || !note.pin || !note.sourceRef)
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
            reason: `its source is not what runs yet (${revision}): ${(0,sentence .eZ)(different, owners_owner .oA)}`,
        };
    if (readOnly)
        return { ...result, revision, isBack: true };
    const patched = await (0,patch_fresh .Z)(client, path, (fresh) => (0,flux .T4)(fresh) ? { spec: { sourceRef: { ...fresh.spec?.sourceRef, name: sourceRef.name } } } : undefined);
    if (!patched)
        return { ...{ ...result, revision }, reason: 'someone has changed its source meanwhile; run this again' };
    await clean(client, path, patched, note);
    return { ...result, revision, isBack: true };
}
async function compareSources(client, object, { pin, sourceRef, }, readOnly) {
    const namespace = sourceRef.namespace ?? object.metadata.namespace ?? '';
    try {
        const source = readOnly
            ? await client.get((0,flux_source .Z3)(namespace, sourceRef.name))
            : await (0,flux_source .zb)(client, namespace, sourceRef.name);
        const pinned = await client.get((0,flux_source .Z3)(namespace, pin));
        return {
            revision: source.status?.artifact?.revision,
            different: await differences(client, pinned, source, object),
        };
    }
    catch (error) {
        client.signal.throwIfAborted();
        return `its source cannot be compared with ${pin}: ${(0,sentence .Qu)((0,errors .bD)(error))}`;
    }
}
async function clean(client, path, object, note) {
    const namespace = note.sourceRef?.namespace ?? object.metadata.namespace ?? '';
    if (note.pin)
        await (0,flux_source .tG)(client, namespace, note.pin, (0,flux_back .fC)(object));
    await client.patch(path, kubernetes_client.PATCH.merge, {
        metadata: { annotations: { [notes .NN]: null, ...(note.isKept && { [flux .v4]: null }) } },
    });
}
async function differences(client, pin, source, { spec }) {
    const [good, now] = await Promise.all([pin, source].map(({ status }) => Artifact.load(client, status?.artifact?.url ?? '')));
    return differentIn(good, now, (0,place .DZ)(spec?.path ?? ''));
}

var pruning = __webpack_require__(29590);
var read_until = __webpack_require__(24544);
; 













async function handBack(context, owner, readOnly) {
    const { object } = owner;
    if (!object || owner.unread)
        return undefined;
    const { client, namespace, api, plural } = (0,find .J)(context.clusters, object);
    const path = (0,names .du)(api, namespace, plural, object.name);
    if (object.type === 'application')
        return byArgo(context, owner, path, readOnly);
    return handBackFlux(client, owner, path, readOnly);
}
async function byArgo(context, owner, path, readOnly) {
    const { client, namespace } = context.clusters.argo;
    const before = await client.get(path);
    const own = (0,notes .nJ)(before);
    const note = own ?? (await (0,argo_cd_window .Cu)(client, namespace, before));
    if (!note)
        return undefined;
    if ((0,argo_cd .VZ)(before))
        return {
            ...{ owner: owner.name, note, isBack: false },
            reason: 'its annotation skip-reconcile keeps Argo CD from comparing it with its source; take that away first',
        };
    if (!readOnly && (0,argo_cd .g3)(before))
        await (0,argo_cd_back .MH)(context, before, 0);
    const application = readOnly ? before : await refreshed(client, path);
    const { revision, revisions } = application.status?.sync ?? {};
    const result = { owner: owner.name, note, revision: revision ?? revisions?.join(', ') };
    const reason = await refusal(context.clusters.client, application, readOnly);
    if (reason !== undefined)
        return { ...result, isBack: false, reason };
    if (readOnly)
        return { ...result, isBack: true };
    if (own) {
        const automated = own.automated && { ...own.automated, enabled: own.automated.enabled ?? null };
        await client.patch(path, kubernetes_client.PATCH.merge, {
            metadata: { annotations: { [notes .NN]: null }, resourceVersion: application.metadata.resourceVersion },
            ...(automated && { spec: { syncPolicy: { automated } } }),
        });
    }
    await (0,argo_cd_window .lM)(client, namespace, application);
    return { ...result, isBack: true };
}
async function refusal(client, application, readOnly) {
    const { status: { sync = {}, resources = [] } = {} } = application;
    if (!readOnly && isRequested(application))
        return `Argo CD has not compared it with its source within ${waits .r.OWNER_OPERATION_MS / 1000} s`;
    if ((0,argo_cd .A5)(application) && !(0,argo_cd .g3)(application))
        return 'a sync of it is under way';
    if (sync.status === 'Synced')
        return undefined;
    const others = resources.filter(({ status }) => status === 'OutOfSync');
    const different = others.filter((each) => !isLeftover(application, each));
    const extra = different.filter(({ requiresPruning }) => requiresPruning === true);
    const changed = different.filter((each) => !extra.includes(each));
    const pruned = await (0,pruning .DA)(client, 'Argo CD', extra);
    const left = [...changed, ...pruned];
    if (sync.status === 'OutOfSync' && others.length > 0 && left.length === 0)
        return undefined;
    if (sync.status === 'OutOfSync' && changed.length === 0 && pruned.length > 0)
        return `Argo CD would delete ${nameAll(pruned)}, which its source does not have; annotate what has to stay (${(0,pruning .nr)('Argo CD')}), and delete the rest (argocd app sync ${application.metadata.name} --prune)`;
    const what = nameAll(left) || 'Argo CD cannot compare it';
    return `its source is not what runs yet (${sync.status ?? 'Unknown'}): ${what}; merge the older version, or sync what its source says, if that is meant (argocd app sync ${application.metadata.name})`;
}
const nameAll = (all) => (0,sentence .eZ)(all.map(({ kind, name }) => `${kind}/${name}`), owners_owner .oA);
const isLeftover = (application, { requiresPruning, requiresDeletionConfirmation }) => requiresPruning === true && (!(0,argo_cd .Mf)(application) || requiresDeletionConfirmation === true);
const REFRESH = 'argocd.argoproj.io/refresh';
const REQUESTED = 'argocd.argoproj.io/refresh-timestamp';
async function refreshed(client, path) {
    const first = await compared(client, path);
    if (!isLeft(first))
        return first;
    const second = await compared(client, path);
    if (!isLeft(second))
        return second;
    return client.patch(path, kubernetes_client.PATCH.merge, { metadata: { annotations: { [REQUESTED]: null } } });
}
async function compared(client, path) {
    const annotations = { [REFRESH]: 'normal', [REQUESTED]: client.now.toISOString() };
    await client.patch(path, kubernetes_client.PATCH.merge, { metadata: { annotations } });
    const isDone = (each) => !isRequested(each);
    return (0,read_until .L)(client, path, isDone, waits .r.OWNER_OPERATION_MS);
}
const isRequested = ({ metadata }) => metadata.annotations?.[REFRESH] !== undefined;
const isLeft = (application) => !isRequested(application) && application.metadata.annotations?.[REQUESTED] !== undefined;

var last = __webpack_require__(92198);
var lasting_owner = __webpack_require__(29857);
var service_namespace = __webpack_require__(95763);
var permissions = __webpack_require__(1004);
var service_select = __webpack_require__(64690);
var access = __webpack_require__(33266);
var connect = __webpack_require__(79996);
; 













async function main(inputs, selection, config, context) {
    const { client, namespace: name } = await (0,connect .N)(inputs, context);
    try {
        const clusters = await (0,owners_clusters .D)(client, inputs, context);
        const kinds = await (0,workloads_select .Rd)(client, selection, name);
        await (0,access .An)(client, name, (0,permissions .Af)(kinds));
        const namespace = await service_namespace .U.watch(client, name, kinds, context.log);
        const workloads = (await (0,service_select .L)(client, namespace, selection)).flat().map(({ workload }) => workload);
        const found = [...new Set((await (0,find .Gr)(clusters, workloads)).values())];
        for (const { name, unread } of found)
            if (unread)
                context.log.warn(`It is unknown whether a rollback has paused the ${name}: ${unread}.`);
        const all = await Promise.all(found.map((owner) => handBack({ clusters, log: context.log }, owner, context.dryRun)));
        const paused = all.filter((each) => each !== undefined);
        for (const each of paused)
            if (each.isBack)
                reportOwner(each, context);
        const left = found.filter(({ name }) => paused.some(({ owner, isBack }) => owner === name && !isBack));
        const lasting = context.dryRun ? [] : await makeLeftLast(clusters, left, config, context);
        const proposals = paused.map((each) => withProposal(each, lasting));
        for (const each of proposals)
            if (!each.isBack)
                reportOwner(each, context);
        return outcomeOf(proposals, found.some(({ unread }) => unread !== undefined), lasting, context);
    }
    finally {
        client.close();
    }
}
async function makeLeftLast(clusters, left, config, context) {
    if (!config.token)
        return [];
    const standings = await Promise.all(left.map((owner) => (0,lasting_owner .Z)(clusters, owner)));
    const cause = { id: context.rollbackId, reason: context.reason, run: (0,run_url .V)() };
    return (0,last .LC)(standings, config, cause, context);
}
function withProposal(each, lasting) {
    const own = lasting.find(({ owner }) => owner === each.owner);
    return own && each.reason !== undefined ? { ...each, reason: each.reason + (0,last .wx)(own) } : each;
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
            ...withSummary(`Handed back: ${count}; ${left[0].owner} stays paused: ${left[0].reason}.`),
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
        (0,markdown .tJ)(owner),
        (0,markdown .tJ)(note.at),
        (0,markdown .tJ)(reason ?? ''),
    ]);
    return [
        `## ${(0,markdown .tJ)(message)}`,
        ...(rows.length > 0 ? [(0,markdown .tp)(['', 'Owner', 'Paused since', 'Why'], rows)] : []),
        ...new Set(proposals.flatMap(({ byHand }) => byHand ?? [])),
    ].join('\n\n');
}


  })

};
;