export const id = 5488;
export const ids = [5488];
export const modules = {

/***/ 45488:
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
// EXTERNAL MODULE: ./build/base/values.js
var values = __webpack_require__(92920);
// EXTERNAL MODULE: ./build/domain/workloads/select.js
var workloads_select = __webpack_require__(95722);
// EXTERNAL MODULE: ./build/owners/find.js + 1 modules
var find = __webpack_require__(60669);
// EXTERNAL MODULE: ./build/base/deadline.js
var deadline = __webpack_require__(68606);
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
// EXTERNAL MODULE: ./build/owners/argo-cd-window.js
var argo_cd_window = __webpack_require__(79251);
// EXTERNAL MODULE: ./build/owners/notes.js
var notes = __webpack_require__(18664);
;// CONCATENATED MODULE: ./build/owners/hand-back.js









/** Names that a line can hold. */
const MAX_NAMES = 8;
/**
 * Gives an owner that a rollback has paused control again, where its source says what runs.
 *
 * @param onlyLooks what would be done
 * @returns undefined where no rollback has paused it
 */
async function handBack(clusters, owner, onlyLooks) {
    const { object } = owner;
    if (!object || owner.unread)
        return undefined;
    const { client, namespace, api, plural } = (0,find/* placeOf */.$t)(clusters, object);
    const path = (0,names/* objectPath */.du)(api, namespace, plural, object.name);
    if (object.type === 'application')
        return byArgo(clusters, owner, path, onlyLooks);
    const note = (0,notes/* pauseNote */.nJ)(await client.get(path));
    if (!note)
        return undefined;
    return {
        ...{ owner: owner.name, note, isBack: false },
        reason: `Flux does not say whether its source is what runs; once the older version is merged, resume it: flux resume ${object.type} ${object.name} --namespace ${namespace}`,
    };
}
async function byArgo({ argo: { client, namespace } }, owner, path, onlyLooks) {
    const before = await client.get(path);
    const own = (0,notes/* pauseNote */.nJ)(before);
    const note = own ?? (await (0,argo_cd_window/* noteOfWindow */.Cu)(client, namespace, before));
    if (!note)
        return undefined;
    const application = onlyLooks ? before : await refreshed(client, path);
    const { sync = {}, resources = [] } = application.status ?? {};
    const result = { owner: owner.name, note, revision: sync.revision ?? sync.revisions?.join(', ') };
    if ((0,argo_cd/* isBusy */.A5)(application))
        return { ...result, isBack: false, reason: 'a sync of it is under way' };
    if (sync.status !== 'Synced') {
        const different = resources
            .filter(({ status }) => status === 'OutOfSync')
            .map(({ kind, name }) => `${kind}/${name}`);
        const what = (0,sentence/* namesOf */.eZ)(different, MAX_NAMES) || 'Argo CD cannot compare it';
        return {
            ...result,
            isBack: false,
            reason: `its source is not what runs yet (${sync.status ?? 'Unknown'}): ${what}`,
        };
    }
    if (onlyLooks)
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
/** Has Argo CD compare with its source once more, without a sync. */
async function refreshed(client, path) {
    const REFRESH = 'argocd.argoproj.io/refresh';
    await client.patch(path, kubernetes_client/* PATCH */.D.merge, { metadata: { annotations: { [REFRESH]: 'normal' } } });
    for (;;) {
        const application = await client.get(path);
        if (application.metadata.annotations?.[REFRESH] === undefined)
            return application;
        await (0,deadline/* pause */.v7)(waits/* WAITS */.r.OWNER_LOOK_MS, client.signal);
    }
}

// EXTERNAL MODULE: ./build/owners/inputs.js
var owners_inputs = __webpack_require__(21312);
// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
// EXTERNAL MODULE: ./build/service/namespace.js
var service_namespace = __webpack_require__(95763);
// EXTERNAL MODULE: ./build/service/permissions.js
var permissions = __webpack_require__(1004);
// EXTERNAL MODULE: ./build/service/prepare.js + 2 modules
var prepare = __webpack_require__(17632);
// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/systems/kubernetes/connect.js + 1 modules
var connect = __webpack_require__(20006);
;// CONCATENATED MODULE: ./build/actions/hand-back.js














const hand_back_inputs = {
    ...inputs/* connectionInputs */.eu,
    workloads: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    selector: dist/* optional */.lqM((0,values/* text */.Qq)()),
    ...owners_inputs/* ownerInputs */.W,
};
/** Gives workloads back to the owner that a rollback has paused, once its source says what runs. */
const hand_back_action = (0,action/* defineAction */.Q)({ name: 'hand-back', inputs: hand_back_inputs, changes: false, main });
async function main(inputs, context) {
    const selection = (0,workloads_select/* parseSelection */.gO)(inputs.workloads, inputs.selector, []);
    const { client, namespace: name } = (0,connect/* connect */.N)(inputs, context);
    try {
        const clusters = (0,owners_inputs/* clustersOf */.D)(client, inputs, context);
        const kinds = (0,workloads_select/* kindsOf */.tG)(selection);
        await (0,access/* requirePermissions */.An)(client, name, (0,permissions/* toObserve */.Af)(kinds));
        const namespace = await service_namespace/* NamespaceCache */.U.watch(client, name, kinds, context.log);
        const workloads = (await (0,prepare/* select */.Lt)(client, namespace, selection)).flat().map(({ workload }) => workload);
        const found = [...new Set((await (0,find/* findOwners */.Gr)(clusters, workloads)).values())];
        for (const { name, unread } of found)
            if (unread)
                context.log.warn(`Not known whether a rollback has paused the ${name}: ${unread}.`);
        const all = await Promise.all(found.map((owner) => handBack(clusters, owner, context.dryRun)));
        const paused = all.filter((each) => each !== undefined);
        for (const each of paused)
            reportOwner(each, context);
        return outcomeOf(paused, found.some(({ unread }) => unread !== undefined), context);
    }
    finally {
        client.close();
    }
}
function reportOwner({ owner, note, isBack, reason: because }, { log, record, dryRun }) {
    const since = `paused since ${note.at} by rollback ${note.id}`;
    const message = isBack
        ? `${owner} (${since}) ${dryRun ? 'would be' : 'is'} handed back`
        : `${owner} (${since}) stays paused: ${because}`;
    log.info(`${isBack ? '✓' : '✗'} ${message}`);
    const status = dryRun ? 'planned' : isBack ? 'done' : 'failed';
    record({ component: 'owner', step: `hand back ${owner}`, status, message });
}
function outcomeOf(paused, isUnknown, { dryRun }) {
    const owners = paused.map(({ owner, note, revision, isBack, reason: because }) => ({
        ...{ owner, paused: note.at, rollback: note.id, revision: revision ?? null },
        ...{ 'handed-back': isBack && !dryRun, reason: because ?? '' },
    }));
    const left = paused.filter(({ isBack }) => !isBack);
    const lasting = left.length === 0 && !isUnknown && !(dryRun && paused.length > 0);
    const outputs = { owners, lasting };
    const rows = paused.map(({ owner, note, isBack, reason: because }) => [
        isBack ? (dryRun ? 'would be handed back' : '✅ handed back') : '⏸️ stays paused',
        (0,markdown/* inert */.tJ)(owner),
        (0,markdown/* inert */.tJ)(note.at),
        (0,markdown/* inert */.tJ)(because ?? ''),
    ]);
    const withSummary = (message) => ({
        ...{ message, outputs },
        summary: [
            `## ${(0,markdown/* inert */.tJ)(message)}`,
            ...(rows.length > 0 ? [(0,markdown/* table */.tp)(['', 'Owner', 'Paused since', 'Why'], rows)] : []),
        ].join('\n\n'),
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


/***/ }),

/***/ 26963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xl: () => (/* binding */ withoutReferences),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tJ: () => (/* binding */ inert),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61376);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);


/** Text of others without secrets, on one line, that can't end its table cell, open markup or mention anybody in GitHub's Markdown. */
function inert(text) {
    return oneLine((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)((0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutControls */ .DJ)(text))).replace(/[&<>|@[\]`*_~\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
/** Text without line ends and the blanks around them. */
function oneLine(text) {
    const [first = '', ...rest] = text.split('\n');
    if (rest.length === 0)
        return first;
    const last = rest.pop() ?? '';
    const words = [first.trimEnd(), ...rest.map((line) => line.trim()).filter(Boolean), last.trimStart()];
    return words.join(' ');
}
/**
 * The same where GitHub also reads references and bare links, as in issues and comments: a comment in between keeps
 * them apart. For Markdown without links of our own.
 */
const withoutReferences = (markdown) => markdown
    .replaceAll('&#64;', '&#64;<!-- -->')
    .replace(/(?<!&)#(?=\d)/g, '#<!-- -->')
    .replace(/\bGH-(?=\d)/gi, (found) => `${found.slice(0, 2)}<!-- -->-`)
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1:<!-- -->')
    .replace(/\bwww\.(?=\w)/gi, 'www<!-- -->.');
/** The same as code. */
const code = (text) => `<code>${inert(text)}</code>`;
/** A table whose cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 21312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ clustersOf),
/* harmony export */   W: () => (/* binding */ ownerInputs)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92920);
/* harmony import */ var _systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20006);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);





/** The inputs of every action that asks owners. */
const ownerInputs = {
    argocdNamespace: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(), 'argocd'),
    argocdKubeconfig: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)()),
};
/** Where the owners of workloads are, as these inputs say. What it opens is closed with the client of the workloads. */
function clustersOf(client, inputs, { mask }) {
    const { argocdNamespace: namespace, argocdKubeconfig: kubeconfig } = inputs;
    if (!(0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamespaceName */ .Pi)(namespace))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`argocd-namespace\` is ${JSON.stringify(namespace)}, which is not the name of a namespace.`);
    const argo = kubeconfig ? (0,_systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .N)({ kubeconfig }, { signal: client.signal, mask }).client : client;
    if (argo !== client)
        client.signal.addEventListener('abort', () => argo.close(), { once: true });
    return { client, argo: { client: argo, namespace } };
}


/***/ }),

/***/ 52266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ rawInput),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   eu: () => (/* binding */ connectionInputs),
/* harmony export */   j$: () => (/* binding */ commonInputs),
/* harmony export */   yu: () => (/* binding */ inputName)
/* harmony export */ });
/* unused harmony export secretKeys */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40753);
/* harmony import */ var _base_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92920);




/** What every action takes. */
const commonInputs = {
    config: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), '.github/rollback.yml'),
    environment: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    component: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    rollbackId: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/, (issue) => `is ${JSON.stringify(issue.input)}; accepted are up to 63 letters, digits, dots, dashes and underscores`))),
    reason: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(1000, 'is longer than 1000 characters'))),
    dryRun: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM)(), 'false'),
    timeout: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(), '10m'),
    accept: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(), ''),
    record: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
};
/** The inputs of every action that talks to a cluster. */
const connectionInputs = {
    kubeconfig: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    context: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    namespace: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
};
/** `maxParallel` → `max-parallel`: the name that users write. */
const inputName = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** The raw text of an input as the runner passes it, or undefined where it is empty. */
function rawInput(env, key) {
    return env[`INPUT_${inputName(key).toUpperCase()}`]?.trim() || undefined;
}
/**
 * Reads and validates all inputs at once, before anything else happens; `defaults` (the configuration file's
 * values) stand in for inputs that are not given.
 *
 * @throws ActionError naming every wrong input in one sentence
 */
function readInputs(entries, env, { values, origins = {} } = { values: {} }) {
    const names = Object.keys(entries).map(inputName);
    // The runner passes inputs that an action does not have with no more than a warning: a mistyped `dry-run` must not be one.
    const unknown = Object.keys(env)
        .filter((key) => key.startsWith('INPUT_') && env[key]?.trim())
        .map((key) => key.slice('INPUT_'.length).toLowerCase())
        .filter((name) => !names.includes(name));
    if (unknown.length > 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`There is no input ${unknown.map((name) => `\`${name}\``).join(', ')}; there are ${names.sort().join(', ')}.`);
    }
    const raw = Object.fromEntries(Object.keys(entries).map((key) => [key, rawInput(env, key) ?? values[inputName(key)]]));
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(entries), raw);
    if (parsed.success)
        return parsed.output;
    const problems = parsed.issues.map((issue) => {
        const key = inputName(String(issue.path?.[0]?.key));
        if (issue.input === undefined)
            return `input \`${key}\` is required`;
        const origin = rawInput(env, String(issue.path?.[0]?.key)) === undefined && origins[key];
        return `input \`${key}\` ${issue.message}${origin ? ` (${origin})` : ''}`;
    });
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(sentence(problems.join('; ')));
}
/** The inputs of an action that hold secrets. */
function secretKeys(entries) {
    return Object.keys(entries).filter((key) => {
        const entry = entries[key];
        return valibot__WEBPACK_IMPORTED_MODULE_1__/* .getMetadata */ .yb2(entry.wrapped ?? entry).secret === true;
    });
}
/** Inputs that are not secret as a whole, and have some: a kubeconfig given as content, headers. */
const HOLDS_SECRETS = /^kubeconfig$|headers$/i;
/** All that inputs hold of secrets: those that are one, and the credentials in addresses. `input` gives a text by its key. */
function secretsIn(entries, input) {
    const keys = secretKeys(entries);
    return Object.keys(entries).flatMap((key) => {
        const given = input(key) ?? '';
        if (keys.includes(key))
            return [given];
        return [...(0,_base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .credentialsIn */ .Wr)(given), ...(HOLDS_SECRETS.test(key) ? (0,_base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .namedSecretsIn */ .qE)(given) : [])];
    });
}
function sentence(words) {
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}


/***/ })

};
