"use strict";
exports.id = 6222;
exports.ids = [6222];
exports.modules = {

  53422:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  action: () => (  hand_back_action)
});

var dist = __webpack_require__(77934);
var markdown = __webpack_require__(26963);
var run_url = __webpack_require__(17169);
var values = __webpack_require__(92920);
var workloads_select = __webpack_require__(95722);
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
    if (!(0,flux_back .T4)(object) || !note.pin || !note.sourceRef)
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
            reason: `its source is not what runs yet (${revision}): ${(0,sentence .eZ)(different, owners_owner .o)}`,
        };
    if (readOnly)
        return { ...result, revision, isBack: true };
    const patched = await (0,patch_fresh .Z)(client, path, (fresh) => (0,flux_back .T4)(fresh) ? { spec: { sourceRef: { ...fresh.spec?.sourceRef, name: sourceRef.name } } } : undefined);
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
    await client.patch(path, kubernetes_client .D.merge, {
        metadata: { annotations: { [notes .NN]: null, ...(note.isKept && { [flux .v4]: null }) } },
    });
}
async function differences(client, pin, source, { spec }) {
    const [good, now] = await Promise.all([pin, source].map(({ status }) => Artifact.load(client, status?.artifact?.url ?? '')));
    return differentIn(good, now, (0,place .DZ)(spec?.path ?? ''));
}

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
    const reason = refusal(application, readOnly);
    if (reason !== undefined)
        return { ...result, isBack: false, reason };
    if (readOnly)
        return { ...result, isBack: true };
    if (own) {
        const automated = own.automated && { ...own.automated, enabled: own.automated.enabled ?? null };
        await client.patch(path, kubernetes_client .D.merge, {
            metadata: { annotations: { [notes .NN]: null }, resourceVersion: application.metadata.resourceVersion },
            ...(automated && { spec: { syncPolicy: { automated } } }),
        });
    }
    await (0,argo_cd_window .lM)(client, namespace, application);
    return { ...result, isBack: true };
}
function refusal(application, readOnly) {
    const { status: { sync = {}, resources = [] } = {} } = application;
    if (!readOnly && isRequested(application))
        return `Argo CD has not compared it with its source within ${waits .r.OWNER_OPERATION_MS / 1000} s`;
    if ((0,argo_cd .A5)(application) && !(0,argo_cd .g3)(application))
        return 'a sync of it is under way';
    if (sync.status === 'Synced')
        return undefined;
    const others = resources.filter(({ status }) => status === 'OutOfSync');
    const different = others.filter((each) => !isLeftover(application, each));
    if (sync.status === 'OutOfSync' && others.length > 0 && different.length === 0)
        return undefined;
    const names = different.map(({ kind, name }) => `${kind}/${name}`);
    const what = (0,sentence .eZ)(names, owners_owner .o) || 'Argo CD cannot compare it';
    return `its source is not what runs yet (${sync.status ?? 'Unknown'}): ${what}; merge the older version, or sync what its source says, if that is meant (argocd app sync ${application.metadata.name})`;
}
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
    return client.patch(path, kubernetes_client .D.merge, { metadata: { annotations: { [REQUESTED]: null } } });
}
async function compared(client, path) {
    const annotations = { [REFRESH]: 'normal', [REQUESTED]: client.now.toISOString() };
    await client.patch(path, kubernetes_client .D.merge, { metadata: { annotations } });
    const isDone = (each) => !isRequested(each);
    return (0,read_until .L)(client, path, isDone, waits .r.OWNER_OPERATION_MS);
}
const isRequested = ({ metadata }) => metadata.annotations?.[REFRESH] !== undefined;
const isLeft = (application) => !isRequested(application) && application.metadata.annotations?.[REQUESTED] !== undefined;

var owners_inputs = __webpack_require__(21312);
var last = __webpack_require__(92198);
var lasting_owner = __webpack_require__(29857);
var action = __webpack_require__(99297);
var inputs = __webpack_require__(52266);
var service_namespace = __webpack_require__(95763);
var permissions = __webpack_require__(1004);
var service_select = __webpack_require__(64690);
var access = __webpack_require__(33266);
var connect = __webpack_require__(79996);
; 

















const hand_back_inputs = {
    ...inputs .eu,
    workloads: dist .lqM((0,values .p_)(), ''),
    selector: dist .lqM((0,values .Qq)()),
    ...owners_inputs .DX,
    ...owners_inputs ._H,
};
const hand_back_action = (0,action .Q)({ name: 'hand-back', inputs: hand_back_inputs, changes: false, main });
async function main(inputs, context) {
    const selection = (0,workloads_select .gO)(inputs.workloads, inputs.selector, []);
    const config = (0,owners_inputs .oQ)(inputs);
    const { client, namespace: name } = await (0,connect .N)(inputs, context);
    try {
        const clusters = await (0,owners_inputs .Dg)(client, inputs, context);
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
            reportOwner(each, context);
        const left = found.filter(({ name }) => paused.some(({ owner, isBack }) => owner === name && !isBack));
        const lasting = context.dryRun ? [] : await makeLeftLast(clusters, left, config, context);
        return outcomeOf(paused, found.some(({ unread }) => unread !== undefined), lasting, context);
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
    return (0,last .L)(standings, config, cause, context);
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
const mergeWords = (proposal) => proposal?.pullRequest && proposal.reason === undefined ? `; merge ${proposal.pullRequest} first` : '';


  }),

  74995:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  Ay: () => (  pRetry)
});


; 
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error',  
	'NetworkError when attempting to fetch resource.',  
	'The Internet connection appears to be offline.',  
	'Network request failed',  
	'fetch failed',  
	'terminated',  
	' A network error occurred.',  
	'Network connection lost',  
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

	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			|| '__sentry_captured__' in error;
	}

	if (message.startsWith('error sending request for url')) {
		return true;
	}

	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	return errorMessages.has(message);
}

; 


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

	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

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

	throw new Error('Retry attempts exhausted without throwing an error.');
}



  })

};
;