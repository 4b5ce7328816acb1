export const id = 8467;
export const ids = [8467];
export const modules = {

/***/ 60091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isFields),
/* harmony export */   P: () => (/* binding */ fieldsOf)
/* harmony export */ });
/** Whether a value is an object with fields, and no list. */
const isFields = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The fields of a value; none where it is no such object. */
const fieldsOf = (value) => (isFields(value) ? value : {});


/***/ }),

/***/ 95722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rd: () => (/* binding */ kindsIn),
/* harmony export */   cw: () => (/* binding */ groupWorkloads),
/* harmony export */   gO: () => (/* binding */ parseSelection),
/* harmony export */   jK: () => (/* binding */ selectByLabels)
/* harmony export */ });
/* unused harmony export kindsOf */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1807);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60921);
/* harmony import */ var _systems_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91787);




/** Reads the inputs `workloads`, `selector` and `order`. @throws ActionError where they name nothing or contradict */
function parseSelection(workloads, selector, order) {
    const all = workloads.includes('all');
    const groups = order.map((line) => line
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .parseWorkload */ .jH));
    const refs = workloads.filter((item) => item !== 'all').map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .parseWorkload */ .jH);
    if (all && (refs.length > 0 || selector)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('Input `workloads` is `all`; leave other names and `selector` out, or leave `all` out.');
    }
    const ordered = groups.flat();
    const twice = ordered.find((ref, index) => ordered.findIndex((other) => (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(other) === (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(ref)) !== index);
    if (twice)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`order\` names ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(twice)} twice.`);
    if (!all && !selector && refs.length === 0 && ordered.length === 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('Say which workloads are meant: `workloads` (names, or `all`) or `selector`.');
    }
    return { all, refs: refs.length > 0 || all || selector ? refs : ordered, selector, order: groups };
}
/** The kinds that have to be looked at, in a cluster that has these. */
function kindsOf({ all, refs, selector }, present) {
    const named = Object.keys(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kinds */ .EZ).filter((kind) => refs.some((ref) => ref.kind === kind));
    return all || selector ? [...new Set([...present, ...named])] : named;
}
/** The same, by a look at the namespace where that matters: not every one has Rollouts. */
async function kindsIn(client, selection, namespace) {
    const isOpen = selection.all || selection.selector;
    return kindsOf(selection, isOpen ? await (0,_systems_kubernetes_resources_js__WEBPACK_IMPORTED_MODULE_3__/* .presentKinds */ .$)(client, namespace) : []);
}
/** The uids of the kinds that a label selector finds; the API server reads the selector. @throws ActionError where it cannot */
async function selectByLabels(client, namespace, selector, listed) {
    const requests = listed.map((kind) => client.list((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadPath */ .jC)(namespace, kind), { labelSelector: selector }));
    const lists = await Promise.all(requests).catch((error) => {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD && error.status === 400))
            throw error;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`selector\` is ${JSON.stringify(selector)}, which is not a selector of labels; write it as \`kubectl -l\` takes it, such as app=web,tier in (api,worker).`, { details: [error.message], cause: error });
    });
    return new Set(lists.flatMap((list) => list.items.map((item) => item.metadata.uid)));
}
/** Puts the workloads that exist into the groups that were requested. @throws ActionError naming what does not exist */
function groupWorkloads(selection, present, listed, bySelector, namespace) {
    const named = new Set(selection.refs.map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf));
    const byLabel = new Map(present.map((workload) => [(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(workload)), workload]));
    const rest = new Map(selectFrom(byLabel, selection, bySelector, namespace));
    const groups = selection.order.map((group) => group.flatMap((ref) => {
        const workload = rest.get((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(ref));
        if (!workload && listed.includes(ref.kind) && !byLabel.has((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(ref)))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`order\` names ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(ref)}, which is not in the namespace ${namespace}.`);
        rest.delete((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(ref));
        // The order of a configuration holds for whatever part of it is named now.
        return workload ? [workload] : [];
    }));
    return [...groups, [...rest.values()]]
        .filter((group) => group.length > 0)
        .map((group) => group.map((workload) => ({ workload, named: named.has((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(workload))) })));
}
/** @throws ActionError where a workload that is named is missing, or none is selected */
function selectFrom(byLabel, selection, bySelector, namespace) {
    const named = new Set(selection.refs.map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf));
    const missing = [...named].filter((name) => !byLabel.has(name));
    if (missing.length > 0) {
        const known = [...byLabel.keys()].sort().join(', ') || 'none of that kind';
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`There is no ${missing.join(', ')} in the namespace ${namespace}; there are ${known}.`);
    }
    const selected = [...byLabel].filter(([name, { metadata }]) => selection.all || named.has(name) || bySelector.has(metadata.uid));
    if (selected.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Nothing is selected in the namespace ${namespace}: ${selection.selector ? `no workload has the labels ${selection.selector}` : 'it has no workloads'}; check \`namespace\`, \`workloads\` and \`selector\`.`);
    return selected;
}


/***/ }),

/***/ 28179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   ME: () => (/* binding */ isTemplateOf),
/* harmony export */   T5: () => (/* binding */ objectKey),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   iZ: () => (/* binding */ objectsOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60091);



/** One name for an object, whatever version of its API a manifest uses. */
const objectKey = (object) => `${groupOf(object.apiVersion)}/${object.kind}/${object.namespace}/${object.name}`;
/** `Deployment/web`: how an object is called. */
const nameOf = ({ kind, name }) => `${kind}/${name}`;
const groupOf = (apiVersion) => apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
/**
 * The objects of a manifest as Helm has rendered it, by their keys; undefined where it cannot be read. Go's YAML is of 1.1, in
 * which `0644` is octal.
 *
 * @param namespace that of the release, where an object says none
 */
function objectsOf(manifest, namespace) {
    const contents = contentsOf(manifest);
    const all = contents?.flatMap(flat).filter((content) => content !== null);
    const objects = all?.map((content) => objectOf(content, namespace));
    const known = objects?.filter((object) => object !== undefined);
    return known && known.length === objects?.length
        ? new Map(known.map((object) => [objectKey(object), object]))
        : undefined;
}
function contentsOf(manifest) {
    const documents = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parseAllDocuments */ .hR)(manifest, {
        version: '1.1',
        // A date is a text to Kubernetes.
        customTags: (tags) => tags.filter((tag) => !isTimestamp(tag)),
        logLevel: 'error',
    });
    if (!Array.isArray(documents))
        return [];
    if (documents.some(({ errors }) => errors.length > 0))
        return undefined;
    try {
        return documents.map((document) => document.toJS());
    }
    catch {
        // References to references, more than a real manifest has.
        return undefined;
    }
}
const isTimestamp = (tag) => (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(tag).tag === 'tag:yaml.org,2002:timestamp';
function flat(content) {
    const { kind, items } = (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(content);
    return kind === 'List' && Array.isArray(items) ? items.flatMap(flat) : [content];
}
/** Names of objects, kinds and APIs; those of roles may have colons. */
const isWord = (value) => typeof value === 'string' && /^[\w.:/-]{1,253}$/.test(value);
function objectOf(content, namespace) {
    const { apiVersion, kind, metadata, spec } = (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(content);
    const { name, namespace: own = '', annotations } = (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(metadata);
    if (!isWord(apiVersion) || !isWord(kind) || !isWord(name) || !(own === '' || isWord(own)))
        return undefined;
    return {
        ...{ apiVersion, kind, name, content },
        namespace: own || namespace,
        isKept: (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(annotations)['helm.sh/resource-policy'] === 'keep',
        template: (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(spec).template,
    };
}
/** What a cluster adds to a pod template by itself (k8s.io/kubernetes pkg/apis/core/v1/defaults.go); undefined where it depends. */
const DEFAULTS = new Map([
    ['restartPolicy', 'Always'],
    ['terminationGracePeriodSeconds', 30],
    ['dnsPolicy', 'ClusterFirst'],
    ['schedulerName', 'default-scheduler'],
    ['terminationMessagePath', '/dev/termination-log'],
    ['terminationMessagePolicy', 'File'],
    ['protocol', 'TCP'],
    ['timeoutSeconds', 1],
    ['periodSeconds', 10],
    ['successThreshold', 1],
    ['failureThreshold', 3],
    ['scheme', 'HTTP'],
    ['apiVersion', 'v1'],
    ['defaultMode', 420],
    ['volumeMode', 'Filesystem'],
    ['serviceAccount', undefined],
    ['imagePullPolicy', undefined],
    ['kubectl.kubernetes.io/restartedAt', undefined],
]);
/** Under these, values are quantities: `1024Mi` and `1Gi` are the same. */
const OF_QUANTITIES = new Set(['limits', 'requests']);
/**
 * Whether a manifest's pod template is the one that a cluster has: what it says is there, and what is there besides is
 * what the cluster adds by itself.
 */
function isTemplateOf(declared, there, under = '') {
    if (there === undefined || there === null)
        return isNothing(declared);
    if (declared === undefined || declared === null) {
        const isAdded = (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .C)(there) && Object.entries(there).every(([key, value]) => isTemplateOf(undefined, value, key));
        return isAdded || isNothing(there) || isDefault(under, there);
    }
    if (Array.isArray(declared) && Array.isArray(there))
        return isListOf(declared, there);
    if (!(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .C)(declared) || !(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .C)(there))
        return OF_QUANTITIES.has(under)
            ? quantity(declared) === quantity(there)
            : (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(declared, there);
    const keys = [...new Set([...Object.keys(declared), ...Object.keys(there)])];
    return keys.every((key) => isTemplateOf(declared[key], there[key], OF_QUANTITIES.has(under) && !(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .C)(there[key]) ? under : key));
}
const isDefault = (name, value) => DEFAULTS.has(name) && (DEFAULTS.get(name) ?? value) === value;
/** Of objects, a merge may have changed the order; of texts it is what they mean. */
function isListOf(declared, there) {
    if (declared.length !== there.length)
        return false;
    if (!there.every(_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .C))
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(declared, there);
    const left = [...there];
    return declared.every((item) => {
        const at = left.findIndex((other) => isTemplateOf(item, other));
        if (at >= 0)
            left.splice(at, 1);
        return at >= 0;
    });
}
/** What is left out of an object that is sent: null, and what is empty. */
function isNothing(value) {
    if (Array.isArray(value))
        return value.length === 0;
    if ((0,_base_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .C)(value))
        return Object.values(value).every(isNothing);
    return value === undefined || value === null || value === '' || value === false || value === 0;
}
const UNITS = {
    ...{ n: 1e-9, u: 1e-6, m: 1e-3, '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 },
    ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60 },
};
/** `500m` as 0.5; what is no quantity as it is. */
function quantity(value) {
    const [, number, unit = ''] = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(String(value)) ?? [];
    const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
    return number === undefined || factor === undefined ? value : Number(number) * factor;
}


/***/ }),

/***/ 21312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DX: () => (/* binding */ ownerInputs),
/* harmony export */   Dg: () => (/* binding */ clustersOf),
/* harmony export */   _H: () => (/* binding */ gitInputs),
/* harmony export */   oQ: () => (/* binding */ configRepositoryOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77934);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92920);
/* harmony import */ var _systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20006);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);
/* harmony import */ var _lasting_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37341);






/** The inputs of every action that asks owners. */
const ownerInputs = {
    argocdNamespace: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(), 'argocd'),
    argocdKubeconfig: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)()),
};
/** The inputs of every action that has a pull request make a rollback last. */
const gitInputs = {
    gitopsRepository: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)()),
    gitopsPaths: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)(), ''),
    gitopsToken: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_5__/* .secret */ .rJ)()),
    gitopsPullRequest: valibot__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['create', 'never']), 'create'),
};
/** Where pull requests are opened, as these inputs say. */
function configRepositoryOf(inputs) {
    const { gitopsRepository: repository, gitopsPaths, gitopsToken: token, gitopsPullRequest } = inputs;
    if (repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`gitops-repository\` is ${JSON.stringify(repository)}; accepted is <owner>/<name>, such as shop/config.`);
    const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_SERVER_URL: server = 'https://github.com' } = process.env;
    const isWanted = gitopsPullRequest === 'create';
    return { token, repository, paths: gitopsPaths.map(_lasting_place_js__WEBPACK_IMPORTED_MODULE_3__/* .tidy */ .DZ), isWanted, api, server };
}
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

/***/ 37341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DZ: () => (/* binding */ tidy),
/* harmony export */   LH: () => (/* binding */ placesOfKustomization),
/* harmony export */   iJ: () => (/* binding */ placesOfApplication)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);


const isCommit = (text) => text !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
/**
 * The places of an application. Pure.
 *
 * @param commits the version that it went back to, one for each of its sources
 */
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
/** The place of a Kustomization, whose source is a GitRepository. Pure. */
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
/** A path without a dot or a slash at its ends. */
function tidy(path) {
    const tidied = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(`/${path}`).replace(/^\/+|\/+$/g, '');
    return tidied;
}
/** Value files of a chart in Git, by their paths from the top. */
const valueFilesOf = ({ path = '', valueFiles }) => valueFiles
    .filter((file) => !file.startsWith('$') && !/^[a-z][a-z0-9+.-]*:\/\//i.test(file))
    .map((file) => tidy(file.startsWith('/') ? file : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(path, file)));
/** Files of a source that others take their values from: `$values/shop/production.yaml`. */
const referredTo = (ref, sources) => sources
    .flatMap(({ valueFiles }) => valueFiles)
    .filter((file) => file.startsWith(`$${ref}/`))
    .map((file) => tidy(file.slice(ref.length + 2)));
/** The fields of sources that are not as they were, but for which version they follow. */
function differences(then, now) {
    if (then.length !== now.length)
        return ['sources'];
    const fields = now.flatMap((source, at) => [...new Set([...Object.keys(source), ...Object.keys(then[at] ?? {})])].filter((field) => field !== 'targetRevision' && !(0,node_util__WEBPACK_IMPORTED_MODULE_1__.isDeepStrictEqual)(source[field], then[at]?.[field])));
    return [...new Set(fields)];
}


/***/ }),

/***/ 50992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bb: () => (/* binding */ usesProxy),
/* harmony export */   Mn: () => (/* binding */ usesExec),
/* harmony export */   g: () => (/* binding */ verifyHealth),
/* harmony export */   kw: () => (/* binding */ parseHealth),
/* harmony export */   tg: () => (/* binding */ checksOf)
/* harmony export */ });
/* harmony import */ var string_argv__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(88579);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
/* harmony import */ var _base_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31666);
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);
/* harmony import */ var _systems_http_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25019);
/* harmony import */ var _systems_kubernetes_bounded_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37003);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60921);
/* harmony import */ var _systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41808);









const ATTEMPTS = 6;
/** What is read of the answer of a URL, whose status is all that counts. */
const MAX_ANSWER_BYTES = 64 * 1024;
const REDIRECTS = 5;
/** An application that runs, and does not know what it is asked for. */
const NO_SUCH_PATH = /^HTTP (404|405|501)\b/;
/** A path that would leave the pod's proxy and ask the API server itself. */
const OUT_OF_POD = /(^|\/)(\.|%2e){1,2}(\/|$)/i;
/**
 * Reads one line of the input `health`: `http://:8080/health`, `https://shop.example/health`,
 * `exec: curl -fs localhost:8080`, each also for one workload alone: `deployment/web: http://:80/`.
 *
 * @throws ActionError that lists what is accepted
 */
function parseHealth(line) {
    const own = /^([a-z]+\/[a-z0-9.-]+):\s+(?=\S)(.*)$/.exec(line);
    const text = own?.[2] ?? line;
    const check = parseCheck(text);
    if (check)
        return { for: own?.[1] && (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .parseRef */ .rd)(own[1])), check };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`health\` has the line ${JSON.stringify(line)}; accepted are http://:<port>/<path> (in every pod), https://<host>/<path> (from the runner) and exec: <command> (in every pod), each also after \`<kind>/<name>: \`.`);
}
function parseCheck(text) {
    const [, scheme, port = '', path = '/'] = /^(https?):\/\/:(\d{1,5})(\/\S*)?$/.exec(text) ?? [];
    if (scheme && Number(port) >= 1 && Number(port) <= 65535 && !OUT_OF_POD.test(path)) {
        return { type: 'pod', scheme, port, path };
    }
    if (/^https?:\/\/[^:/]/.test(text) && URL.canParse(text))
        return { type: 'url', url: text };
    const argv = text.startsWith('exec:') ? (0,string_argv__WEBPACK_IMPORTED_MODULE_8__/* .parseArgsStringToArgv */ .R)(text.slice('exec:'.length)) : [];
    return argv.length > 0 ? { type: 'exec', argv } : undefined;
}
/** The checks that are for a workload. */
const checksOf = (target, checks) => checks.filter((check) => check.for === undefined || check.for === (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .label */ .Pf)(target));
/**
 * Looks whether a workload is well; a failing look is repeated for some seconds.
 *
 * @returns whether there was anything to look at
 * @throws ActionError naming the pod or URL that is not well
 */
async function verifyHealth(client, target, pods, checks) {
    // A workload at zero serves no traffic: it is checked again once its traffic is resumed.
    const own = pods.length === 0 ? [] : checksOf(target, checks);
    await Promise.all(own.flatMap(({ check }) => check.type === 'url'
        ? [retried(client, target, check.url, () => getUrl(check.url, client.signal))]
        : pods.map((pod) => retried(client, target, `pod ${pod.metadata.name}`, () => checkPod(client, pod, check)))));
    return own.length > 0;
}
/** What the checks need from RBAC. */
const usesProxy = (checks) => checks.some(({ check }) => check.type === 'pod');
const usesExec = (checks) => checks.some(({ check }) => check.type === 'exec');
async function retried(client, target, what, check) {
    try {
        await (0,_base_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(check, { attempts: ATTEMPTS, signal: client.signal, isPassing: isWorthAnother });
    }
    catch (error) {
        client.signal.throwIfAborted();
        const reason = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error);
        const hint = NO_SUCH_PATH.test(reason)
            ? '; a check that came with a newer version is not for an older one'
            : '';
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .label */ .Pf)(target)} is rolled out but not healthy: ${what}: ${reason}${hint}`);
    }
}
/** What hangs is not started a second time beside the first, and a program that is not there does not come by waiting. */
const isWorthAnother = (error) => !(error instanceof _systems_kubernetes_bounded_command_js__WEBPACK_IMPORTED_MODULE_5__/* .LateCommandError */ .CQ || error instanceof _systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_7__/* .NotStartedError */ .x$);
async function getUrl(url, signal) {
    const request = { url: new URL(url), mostBytes: MAX_ANSWER_BYTES, redirects: REDIRECTS };
    const late = AbortSignal.timeout(_base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.HEALTH_ATTEMPT_MS);
    const { status } = await (0,_systems_http_client_js__WEBPACK_IMPORTED_MODULE_4__/* .send */ .tN)(request, AbortSignal.any([signal, late])).catch((error) => {
        throw late.aborted ? new Error(`no answer in ${_base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.HEALTH_ATTEMPT_MS / 1000} s`) : error;
    });
    if (status < 200 || status >= 300)
        throw new Error(`HTTP ${status}`);
}
async function checkPod(client, pod, check) {
    if (check.type === 'pod')
        return (0,_systems_kubernetes_pods_js__WEBPACK_IMPORTED_MODULE_7__/* .getThroughProxy */ .q_)(client, pod, check, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.HEALTH_ATTEMPT_MS);
    const { exitCode, output } = await (0,_systems_kubernetes_bounded_command_js__WEBPACK_IMPORTED_MODULE_5__/* .execWithin */ .z8)(client, pod, check.argv, _base_waits_js__WEBPACK_IMPORTED_MODULE_3__/* .WAITS */ .r.HEALTH_COMMAND_MS);
    if (exitCode !== 0)
        throw new Error(`"${check.argv.join(' ')}" ended with ${exitCode}: ${(0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(output).slice(-300)}`);
}


/***/ }),

/***/ 33030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZX: () => (/* binding */ RESTARTED_AT),
  sP: () => (/* binding */ REVISION),
  h7: () => (/* binding */ currentRevision),
  WQ: () => (/* binding */ hasReplicaSets),
  om: () => (/* binding */ historyOf),
  IC: () => (/* binding */ imagesOf),
  XJ: () => (/* binding */ isObserved),
  Kq: () => (/* binding */ isRestart),
  N_: () => (/* binding */ sameTemplate),
  ko: () => (/* binding */ selects),
  we: () => (/* binding */ withoutRestart)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/owners/helm-manifest.js
var helm_manifest = __webpack_require__(28179);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/base/claims.js
var claims = __webpack_require__(81187);
// EXTERNAL MODULE: ./build/base/fields.js
var fields = __webpack_require__(60091);
;// CONCATENATED MODULE: ./build/service/injected.js



/** The label by which Argo Rollouts knows the pods of a version. */
const ROLLOUT_HASH = 'rollouts-pod-template-hash';
/** On a ReplicaSet: the labels and annotations that its pods have for as long as they are the stable or the newer ones. */
const EPHEMERAL = 'rollout.argoproj.io/ephemeral-metadata';
const texts = dist/* optional */.lqM(dist/* record */.g1P((0,claims/* claimedText */.J2)(), dist/* string */.YjP()), {});
const ephemeralSchema = dist/* object */.Ikc({ labels: texts, annotations: texts });
/**
 * The template of a Rollout's ReplicaSet as the Rollout had it: without its hash, the metadata of stable and canary pods and
 * the rule that keeps both apart (`strategy.canary.stableMetadata`, `antiAffinity`). Put back with these, it would be another
 * version to the controller.
 */
function withoutInjected({ metadata, spec: { template } }) {
    const injected = (0,claims/* claimed */.Sf)((0,claims/* readClaim */.jw)(metadata.annotations?.[EPHEMERAL], ephemeralSchema));
    const labels = without(template.metadata?.labels, injected?.labels);
    const annotations = without(template.metadata?.annotations, injected?.annotations);
    const { [ROLLOUT_HASH]: _, ...own } = labels ?? {};
    return {
        metadata: { ...template.metadata, labels: own, ...(annotations && { annotations }) },
        spec: withoutRule(template.spec),
    };
}
function without(all, injected = {}) {
    return all && Object.fromEntries(Object.entries(all).filter(([key, value]) => injected[key] !== value));
}
/** Under `affinity.podAntiAffinity`, the rules that Rollouts takes for its own are those about the hash. */
function withoutRule(spec) {
    const { affinity, ...rest } = spec;
    const rules = affinity?.podAntiAffinity;
    if (!(0,fields/* isFields */.C)(rules))
        return spec;
    const left = nonEmpty(Object.entries(rules).map(([key, terms]) => [
        key,
        Array.isArray(terms) ? terms.filter((term) => !isOfRollouts(term)) : terms,
    ]));
    const others = nonEmpty([
        ...Object.entries(affinity ?? {}).filter(([key]) => key !== 'podAntiAffinity'),
        ['podAntiAffinity', left],
    ]);
    return { ...rest, ...(Object.keys(others).length > 0 && { affinity: others }) };
}
const nonEmpty = (entries) => Object.fromEntries(entries.filter(([, value]) => Object.keys(value ?? {}).length > 0));
function isOfRollouts(term) {
    const { podAffinityTerm, labelSelector } = term;
    if (podAffinityTerm)
        return isOfRollouts(podAffinityTerm);
    return labelSelector?.matchExpressions?.some(({ key }) => key === ROLLOUT_HASH) === true;
}

;// CONCATENATED MODULE: ./build/service/history.js



const REVISION = 'deployment.kubernetes.io/revision';
const TEMPLATE_HASH = 'pod-template-hash';
const ROLLOUT_REVISION = 'rollout.argoproj.io/revision';
const REVISION_HASH = 'controller-revision-hash';
/**
 * The revisions of a workload, newest first: the objects that it controls and whose labels it selects, as
 * `kubectl rollout history` finds them. One without a number counts as 0, one with an unreadable number is left out.
 */
function historyOf(workload, owned) {
    return owned
        .filter(({ metadata }) => !workload.spec.selector || selects(workload.spec.selector, metadata.labels ?? {}))
        .map((object) => object.kind === 'ReplicaSet'
        ? ofReplicaSet(workload, object)
        : ofControllerRevision(workload, object))
        .filter((revision) => Number.isSafeInteger(revision.number))
        .sort((a, b) => b.number - a.number);
}
/** The revision that has the workload's present template; undefined while the controller has not made it. */
function currentRevision(workload, history) {
    if (workload.kind === 'Rollout')
        return isObserved(workload) ? presentOfRollout(workload, history) : undefined;
    return history.find((revision) => sameTemplate(revision.template, workload.spec.template));
}
/**
 * The server fills in the template of a ReplicaSet, and not that of a Rollout, which says by its hash which one it has. Where
 * the controller refuses its spec, that hash is still the one from before.
 */
const presentOfRollout = ({ spec, status }, history) => status?.conditions?.some((condition) => condition.type === 'InvalidSpec' && condition.status === 'True')
    ? history.find(({ template }) => (0,helm_manifest/* isTemplateOf */.ME)(spec.template, template))
    : history.find(({ podLabel: [, hash] }) => hash === status?.currentPodHash);
/** Whether the controller has seen the newest template, also where that is in another object. */
const isObserved = ({ metadata, status, parts }) => Number(status?.observedGeneration ?? 0) >= (metadata.generation ?? 0) &&
    (!parts || status?.workloadObservedGeneration === String(parts.deployment.metadata.generation));
/** True where two templates are the same to the API, which writes some absent values as null. */
function sameTemplate(a, b) {
    return (0,external_node_util_.isDeepStrictEqual)(withoutNulls(a), withoutNulls(b));
}
/** What `kubectl rollout restart` writes, too. */
const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';
/**
 * Annotations by which something else starts pods anew and changes nothing: `vso.secrets.hashicorp.com/restartedAt` (at each
 * rotation), `openshift.openshift.io/restartedAt` and those of other consoles; Rancher's and Keel's.
 */
const RESTARTS = /(^|\/)restartedAt$|^cattle\.io\/timestamp$|^keel\.sh\/update-time$/;
/** Whether an annotation of a template only starts its pods anew. */
const isRestart = (key) => RESTARTS.test(key);
/** A template without the annotations by which a restart makes it another one. */
function withoutRestart(template) {
    const all = Object.entries(template.metadata?.annotations ?? {});
    const annotations = Object.fromEntries(all.filter(([key]) => !isRestart(key)));
    return { ...template, metadata: { ...template.metadata, annotations } };
}
/** The images of a template, by container. */
function imagesOf(template) {
    return Object.fromEntries(template.spec.containers.map(({ name, image }) => [name, image]));
}
/** True where a label selector selects these labels. */
function selects(selector, labels) {
    const exact = Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
    return (exact &&
        (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
            const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            const listed = value !== undefined && values.includes(value);
            return operator === 'In' ? listed : !listed;
        }));
}
/** Whether the revisions of a kind are ReplicaSets, and its pods theirs. */
const hasReplicaSets = (kind) => kind === 'Deployment' || kind === 'Rollout';
function ofReplicaSet({ kind, status }, object) {
    const isRollout = kind === 'Rollout';
    const annotations = object.metadata.annotations ?? {};
    const desired = object.spec.replicas ?? 0;
    const key = isRollout ? ROLLOUT_REVISION : REVISION;
    const label = isRollout ? ROLLOUT_HASH : TEMPLATE_HASH;
    const hash = object.metadata.labels?.[label] ?? '';
    return {
        number: parseRevision(annotations[key] ?? '0'),
        earlier: (annotations[`${key}-history`] ?? '').split(',').filter(Boolean).map(Number),
        object,
        template: isRollout ? withoutInjected(object) : withoutHash(object.spec.template, label),
        podLabel: [label, hash],
        // A Rollout says which one has come to its end and serves.
        available: isRollout
            ? hash === status?.stableRS
            : desired > 0 && (object.status?.availableReplicas ?? 0) >= desired,
    };
}
const parseRevision = (text) => (/^-?\d+$/.test(text) ? Number(text) : Number.NaN);
function ofControllerRevision(workload, object) {
    const { $patch: _, ...template } = object.data.spec.template;
    const hash = workload.kind === 'StatefulSet' ? object.metadata.name : (object.metadata.labels?.[REVISION_HASH] ?? '');
    return {
        number: object.revision,
        earlier: [],
        object,
        template,
        podLabel: [REVISION_HASH, hash],
        available: isServing(workload, object, template),
    };
}
/** A StatefulSet's currentRevision is the last that reached every replica; a DaemonSet tells only of its newest. */
function isServing({ kind, spec, status = {} }, object, template) {
    if (kind === 'StatefulSet')
        return status.currentRevision === object.metadata.name;
    const { desiredNumberScheduled = 0, updatedNumberScheduled, numberAvailable } = status;
    const complete = updatedNumberScheduled === desiredNumberScheduled && numberAvailable === desiredNumberScheduled;
    return complete && sameTemplate(template, spec.template);
}
function withoutHash(template, label) {
    const { [label]: _, ...labels } = template.metadata?.labels ?? {};
    return { ...template, metadata: { ...template.metadata, labels } };
}
function withoutNulls(value) {
    if (Array.isArray(value))
        return value.map(withoutNulls);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value)
        .filter(([, item]) => item !== null)
        .map(([key, item]) => [key, withoutNulls(item)]));
}


/***/ }),

/***/ 33749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ keptCopies),
/* harmony export */   is: () => (/* binding */ keptRevision),
/* harmony export */   lv: () => (/* binding */ losesHistory),
/* harmony export */   sh: () => (/* binding */ KEPT_TEMPLATE),
/* harmony export */   uu: () => (/* binding */ keptAnnotation)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
/* harmony import */ var _base_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81187);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33030);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94054);




const KEPT_TEMPLATE = `${_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .PREFIX */ .H3}kept-template`;
/** A history that keeps fewer revisions than this may lose the one that is marked now before it is needed. */
const ENOUGH_HISTORY = 3;
const DEFAULT_HISTORY = 10;
/** All annotations of an object together hold 256 KiB (apimachinery TotalAnnotationSizeLimitB); others have theirs. */
const MAX_CHARACTERS = 128 * 1024;
const keptSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** The uid of the workload: copied to another object, it is none of its own. */
    workload: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(100),
    number: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(0)),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    run: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    images: valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(), (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)()),
    config: _marks_js__WEBPACK_IMPORTED_MODULE_2__/* .copiesSchema */ .tf,
    template: valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
        spec: valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ containers: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ name: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), image: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })) }),
    }),
});
/** Whether the history of a workload may lose a revision that is marked now. */
const losesHistory = ({ spec }) => (spec.revisionHistoryLimit ?? DEFAULT_HISTORY) < ENOUGH_HISTORY;
/**
 * The annotation that keeps the template itself on the workload, with the mark that it had.
 *
 * @param mark with copies that the workload owns
 * @returns undefined where it is too large to be kept
 */
function keptAnnotation({ metadata }, { number, template }, { at, run, images, config }) {
    const text = JSON.stringify({ workload: metadata.uid, number, at, run, images, config, template });
    return text.length > MAX_CHARACTERS ? undefined : { [KEPT_TEMPLATE]: text };
}
/** The copies of the configuration that are kept with a template, which the workload owns. */
const keptCopies = (workload) => read(workload)?.config ?? {};
/**
 * The template that mark-good has kept on a workload, as the revision that it was; undefined where there is none, or
 * where the history has it.
 */
function keptRevision(workload, history) {
    const kept = read(workload);
    if (!kept)
        return undefined;
    const template = kept.template;
    if (history.some((revision) => (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .sameTemplate */ .N_)(revision.template, template)))
        return undefined;
    const { uid, namespace, name } = workload.metadata;
    const { at, run, images, config } = kept;
    const object = {
        apiVersion: 'apps/v1',
        kind: (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .hasReplicaSets */ .WQ)(workload.kind) ? 'ReplicaSet' : 'ControllerRevision',
        metadata: {
            name: `${name} (kept)`,
            namespace,
            // The copies that its mark names belong to the workload.
            uid,
            resourceVersion: '',
            creationTimestamp: at,
            annotations: (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .goodAnnotation */ .Dp)({ revision: uid, at, run, images, config }),
        },
    };
    return {
        number: kept.number,
        earlier: [],
        object,
        template,
        podLabel: ['rollback-actions/none', ''],
        available: false,
        isKept: true,
    };
}
function read({ metadata }) {
    const kept = (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .readClaim */ .jw)(metadata.annotations?.[KEPT_TEMPLATE], keptSchema));
    return kept?.workload === metadata.uid ? kept : undefined;
}


/***/ }),

/***/ 94054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ goodAnnotation),
/* harmony export */   H3: () => (/* binding */ PREFIX),
/* harmony export */   Hp: () => (/* binding */ lastRollback),
/* harmony export */   Hs: () => (/* binding */ leftConfigMark),
/* harmony export */   IL: () => (/* binding */ lastMarkedAnnotation),
/* harmony export */   JN: () => (/* binding */ leftConfigAnnotation),
/* harmony export */   N8: () => (/* binding */ withoutPendingRestart),
/* harmony export */   QO: () => (/* binding */ pendingRestartAnnotation),
/* harmony export */   X3: () => (/* binding */ goodMark),
/* harmony export */   YW: () => (/* binding */ brokenMarks),
/* harmony export */   _K: () => (/* binding */ lastRollbackAnnotation),
/* harmony export */   b_: () => (/* binding */ pendingRestart),
/* harmony export */   mS: () => (/* binding */ annotateRevision),
/* harmony export */   pK: () => (/* binding */ rolledBackAnnotation),
/* harmony export */   tf: () => (/* binding */ copiesSchema),
/* harmony export */   vO: () => (/* binding */ withoutCopiedMarks),
/* harmony export */   vr: () => (/* binding */ rolledBackMark),
/* harmony export */   zT: () => (/* binding */ lastMarked)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77934);
/* harmony import */ var _base_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81187);
/* harmony import */ var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59027);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);




/**
 * What this project writes on objects, so that the state a later run needs lives where it belongs.
 *
 * `good`, `rolledBack` and `leftConfig` are on revisions (ReplicaSets, ControllerRevisions), `lastRollback`,
 * `lastMarked` and `pendingRestart` on workloads. The Deployment controller and `kubectl rollout undo` copy annotations between a
 * Deployment and its ReplicaSets, so a mark names the uid that it was written for, and counts nowhere else.
 */
const PREFIX = 'rollback-actions/';
const GOOD = `${PREFIX}good`;
const ROLLED_BACK = `${PREFIX}rolled-back`;
const LEFT_CONFIG = `${PREFIX}left-config`;
const PENDING_RESTART = `${PREFIX}pending-restart`;
const LAST_MARKED = `${PREFIX}last-marked`;
const LAST_ROLLBACK = `${PREFIX}last-rollback`;
const uid = (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(100);
/** Names of copies by what they are copies of. */
const copiesSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y((ref) => /^(ConfigMap|Secret)\//.test(ref) && (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isName */ .Eo)(ref.slice(ref.indexOf('/') + 1)))), valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isName */ .Eo)));
/** A revision that passed its deploy's checks. */
const goodSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    revision: uid,
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    /** The run that said so. */
    run: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    /** Image digests as the nodes report them, by container. */
    images: valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(), (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)()),
    /** The kept copies of what the template refers to: `ConfigMap/app` → name of the copy. */
    config: copiesSchema,
    /** What its owner had in sync, where it is an application of Argo CD. */
    owner: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        name: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
        history: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf()),
        revision: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    })),
});
/** A revision that was rolled back from. */
const rolledBackSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    revision: uid,
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    reason: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
});
/** The configuration that a revision had when another one's was put in its place, as in GoodMark, and by which rollback. */
const leftConfigSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    revision: uid,
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    run: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    config: copiesSchema,
});
/** The configuration of a workload goes back, and its pods have not been started anew for it yet. */
const pendingRestartSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    /** The uid of the revision whose pods are meant: those of another one are younger. */
    revision: uid,
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
});
/** The newest rollback of a workload, with its target pinned. */
const lastRollbackSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    run: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    /** What was asked for: `previous`, `revision=3`. */
    wanted: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(),
    /** The uid of the revision that it went to, and the number that it had then. */
    to: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .maxLength */ .Ru6(100)),
    revision: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(0)),
});
/** On a workload: which revision was marked good last, for the time when its history has lost it. */
const lastMarkedSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    revision: uid,
    number: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf()),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedInstant */ .L8)(),
    images: valibot__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P((0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)(), (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimedText */ .J2)()),
});
const lastMarked = (object) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)(read(object, LAST_MARKED, lastMarkedSchema));
const lastMarkedAnnotation = (mark) => ({ [LAST_MARKED]: JSON.stringify(mark) });
const goodMark = (object) => markFor(object, GOOD, goodSchema);
const rolledBackMark = (object) => markFor(object, ROLLED_BACK, rolledBackSchema);
const leftConfigMark = (object) => markFor(object, LEFT_CONFIG, leftConfigSchema);
const lastRollback = (object) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)(read(object, LAST_ROLLBACK, lastRollbackSchema));
const pendingRestart = (object) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)(read(object, PENDING_RESTART, pendingRestartSchema));
/** What is written on an object and cannot be read, a part of a sentence each: it is passed over. */
function brokenMarks(object) {
    const all = [
        [GOOD, goodSchema],
        [ROLLED_BACK, rolledBackSchema],
        [LEFT_CONFIG, leftConfigSchema],
        [PENDING_RESTART, pendingRestartSchema],
        [LAST_ROLLBACK, lastRollbackSchema],
        [LAST_MARKED, lastMarkedSchema],
    ];
    return all.flatMap(([key, schema]) => {
        const claim = read(object, key, schema);
        return claim && 'broken' in claim
            ? [`the annotation ${key} of ${object.kind} ${object.metadata.name} cannot be read (${claim.broken})`]
            : [];
    });
}
const goodAnnotation = (mark) => ({ [GOOD]: mark && JSON.stringify(mark) });
const rolledBackAnnotation = (mark) => ({
    [ROLLED_BACK]: mark && JSON.stringify(mark),
});
const leftConfigAnnotation = (mark) => ({ [LEFT_CONFIG]: JSON.stringify(mark) });
const lastRollbackAnnotation = (mark) => ({ [LAST_ROLLBACK]: JSON.stringify(mark) });
const pendingRestartAnnotation = (mark) => ({
    [PENDING_RESTART]: mark && JSON.stringify(mark),
});
/** Takes what is written about a restart off a workload, also where it cannot be read. */
const withoutPendingRestart = ({ metadata }) => metadata.annotations?.[PENDING_RESTART] === undefined ? {} : { [PENDING_RESTART]: null };
/** Takes marks of revisions off a Deployment: `kubectl rollout undo` puts them there, and its controller on new ReplicaSets. */
function withoutCopiedMarks({ metadata }) {
    const copied = [GOOD, ROLLED_BACK, LEFT_CONFIG].filter((key) => metadata.annotations?.[key] !== undefined);
    return Object.fromEntries(copied.map((key) => [key, null]));
}
/** Writes annotations on a ReplicaSet or ControllerRevision; null takes one away. */
async function annotateRevision(client, object, annotations) {
    const collection = object.kind === 'ReplicaSet' ? 'replicasets' : 'controllerrevisions';
    const path = (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_2__/* .APPS */ .h, object.metadata.namespace, collection, object.metadata.name);
    await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__/* .PATCH */ .D.merge, { metadata: { annotations } });
}
/** A mark of a revision counts on the revision that it was written for, and nowhere else. */
function markFor(object, key, schema) {
    const mark = (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .claimed */ .Sf)(read(object, key, schema));
    return mark?.revision === object.metadata.uid ? mark : undefined;
}
const read = (object, key, schema) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .readClaim */ .jw)(object.metadata.annotations?.[key], schema);


/***/ }),

/***/ 95763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ NamespaceCache)
/* harmony export */ });
/* harmony import */ var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31803);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60921);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3090);
/* harmony import */ var _systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15301);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33030);
/* harmony import */ var _kept_template_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33749);






/**
 * A live picture of the workloads of one namespace: everything is listed once and watched once, however many workloads are
 * rolled back. A wait for a workload wakes on changes to it, its revisions and its pods.
 */
class NamespaceCache {
    name;
    log;
    #waiting = new Map();
    #client;
    #lists;
    #failure;
    constructor(client, name, log) {
        this.#client = client;
        this.name = name;
        this.log = log;
    }
    /** Lists what there is of these kinds, and follows it until the client's signal aborts. @throws ApiError where a list may not be read */
    static async watch(client, name, kinds, log) {
        const namespace = new NamespaceCache(client, name, log);
        const [workloads, replicaSets, revisions, pods, warnings] = await Promise.all([
            Promise.all(kinds.map(async (kind) => [kind, await namespace.#start((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadPath */ .jC)(name, kind))])),
            kinds.some(_history_js__WEBPACK_IMPORTED_MODULE_3__/* .hasReplicaSets */ .WQ)
                ? namespace.#start((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .APPS */ .h, name, 'replicasets'))
                : undefined,
            kinds.some((kind) => !(0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .hasReplicaSets */ .WQ)(kind))
                ? namespace.#start((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .APPS */ .h, name, 'controllerrevisions'))
                : undefined,
            namespace.#start((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .CORE */ .M2, name, 'pods')),
            namespace.#start((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .CORE */ .M2, name, 'events'), { fieldSelector: 'type=Warning' }),
        ]);
        namespace.#lists = { workloads: new Map(workloads), replicaSets, revisions, pods, warnings };
        return namespace;
    }
    #start(path, query = {}) {
        return _systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_2__/* .WatchedList */ .v.start(this.#client, path, query, {
            change: (object) => this.#wake(object),
            error: (error) => this.#fail(error),
            onDegraded: (error) => this.log.info(`… the API server does not answer and is asked again: ${error.message}`),
        });
    }
    /** The kinds of workloads that are looked at. */
    get kinds() {
        return [...this.#lists.workloads.keys()];
    }
    /** Follows Deployments as those that Rollouts have their template from. @throws ApiError where they may not be read */
    async followTemplates() {
        this.#lists.templates ??=
            this.#lists.workloads.get('Deployment') ??
                (await this.#start((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadPath */ .jC)(this.name, 'Deployment')));
    }
    workloads() {
        return [...this.#lists.workloads.values()].flatMap((list) => [...list.items.values()].map((workload) => this.#whole(workload)));
    }
    workload(kind, uid) {
        const found = this.#listOf(kind)?.items.get(uid);
        const whole = found && this.#whole(found);
        // Whose Deployment has gone has no template any more.
        return whole && (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_5__/* .templateRef */ .m)(whole) && this.#lists.templates && !whole.parts ? undefined : whole;
    }
    /** Takes in what the API answered to a change, so that no later step acts on the state before it. */
    put(workload) {
        this.#listOf(workload.kind)?.upsert(workload);
    }
    #listOf(kind) {
        return this.#lists.workloads.get(kind) ?? (kind === 'Deployment' ? this.#lists.templates : undefined);
    }
    #whole(workload) {
        const ref = (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_5__/* .templateRef */ .m)(workload);
        const found = ref && this.#lists.templates?.named(ref.name);
        return found ? (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .oR)(workload, found) : workload;
    }
    history(workload) {
        const list = (0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .hasReplicaSets */ .WQ)(workload.kind) ? this.#lists.replicaSets : this.#lists.revisions;
        const history = (0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .historyOf */ .om)(workload, list?.ownedBy(workload.metadata.uid) ?? []);
        const kept = (0,_kept_template_js__WEBPACK_IMPORTED_MODULE_4__/* .keptRevision */ .is)(workload, history);
        return kept ? [...history, kept].sort((a, b) => b.number - a.number) : history;
    }
    pods(workload) {
        const { uid } = workload.metadata;
        if (!(0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .hasReplicaSets */ .WQ)(workload.kind))
            return this.#lists.pods.ownedBy(uid);
        return (this.#lists.replicaSets?.ownedBy(uid) ?? []).flatMap((owned) => this.#lists.pods.ownedBy(owned.metadata.uid));
    }
    /** The cluster's warnings about the object with this uid, oldest first. */
    warnings(uid) {
        const about = [...this.#lists.warnings.items.values()].filter((event) => event.involvedObject.uid === uid);
        return about.sort((a, b) => eventTime(a).localeCompare(eventTime(b)));
    }
    /** Those that say that a pod could not be made for it. */
    failedCreateEvents(uid) {
        return this.warnings(uid).filter(({ reason }) => reason === 'FailedCreate');
    }
    /**
     * Resolves at the next change to the workload with this uid, or after so many milliseconds.
     *
     * @throws what ended the watch, or the signal's reason
     */
    async changed(uid, signal, withinMs) {
        signal.throwIfAborted();
        if (this.#failure)
            throw this.#failure;
        const waiting = this.#waiting.get(uid) ?? new Set();
        this.#waiting.set(uid, waiting);
        await new Promise((resolve) => {
            const timer = withinMs === undefined ? undefined : setTimeout(() => wake(), withinMs);
            const wake = () => {
                clearTimeout(timer);
                waiting.delete(wake);
                signal.removeEventListener('abort', wake);
                resolve();
            };
            waiting.add(wake);
            signal.addEventListener('abort', wake);
        });
        signal.throwIfAborted();
        if (this.#failure)
            throw this.#failure;
    }
    #wake(object) {
        for (const uid of [this.#workloadOf(object), ...this.#rolloutsOf(object)])
            for (const wake of this.#waiting.get(uid) ?? [])
                wake();
    }
    /** The uids of Rollouts that have their template from an object. */
    #rolloutsOf({ kind, metadata }) {
        if (kind !== 'Deployment' || !this.#lists?.templates)
            return [];
        const rollouts = [...(this.#lists.workloads.get('Rollout')?.items.values() ?? [])];
        return rollouts
            .filter((rollout) => (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_5__/* .templateRef */ .m)(rollout)?.name === metadata.name)
            .map((rollout) => rollout.metadata.uid);
    }
    /** The uid of the workload that an object belongs to, however far below it. */
    #workloadOf(object) {
        if (object.kind === 'Event') {
            const about = object.involvedObject.uid ?? '';
            const pod = this.#lists?.pods.items.get(about);
            return pod ? this.#workloadOf(pod) : about;
        }
        const owner = (0,_systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_2__/* .controllerOf */ .O)(object);
        if (owner === undefined || Object.hasOwn(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kinds */ .EZ, object.kind))
            return object.metadata.uid;
        const replicaSet = this.#lists?.replicaSets?.items.get(owner);
        return (replicaSet && (0,_systems_kubernetes_watch_js__WEBPACK_IMPORTED_MODULE_2__/* .controllerOf */ .O)(replicaSet)) ?? owner;
    }
    #fail(error) {
        this.#failure = error;
        for (const waiting of this.#waiting.values())
            for (const wake of waiting)
                wake();
    }
}
const eventTime = (event) => event.lastTimestamp ?? event.eventTime ?? '';


/***/ }),

/***/ 1004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ toRestoreConfig),
/* harmony export */   Af: () => (/* binding */ toObserve),
/* harmony export */   OS: () => (/* binding */ toRollBack),
/* harmony export */   Vx: () => (/* binding */ toReadTemplates),
/* harmony export */   ZK: () => (/* binding */ toBegin),
/* harmony export */   eQ: () => (/* binding */ toMarkGood),
/* harmony export */   m5: () => (/* binding */ toReadConfig)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60921);
/* harmony import */ var _systems_kubernetes_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64908);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50992);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33030);




const apps = (resource, ...verbs) => ({ group: 'apps', resource, verbs });
const ofKind = (kind, ...verbs) => ({
    group: _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kinds */ .EZ[kind].group,
    resource: _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kinds */ .EZ[kind].plural,
    verbs,
});
const core = (resource, ...verbs) => ({ group: '', resource, verbs });
/** What is needed to see the workloads of a namespace and to wait for them. */
function toObserve(wanted) {
    return [
        ...wanted.map((kind) => ofKind(kind, 'get', 'list', 'watch')),
        ...revisionsOf(wanted).map((resource) => apps(resource, 'list', 'watch')),
        core('pods', 'list', 'watch'),
        core('events', 'list', 'watch'),
    ];
}
/** What is needed besides where a Rollout has its template from a Deployment. */
const toReadTemplates = [ofKind('Deployment', 'get', 'list', 'watch')];
/** What a rollback needs besides, whatever it finds. */
const toBegin = (checks) => [_systems_kubernetes_lease_js__WEBPACK_IMPORTED_MODULE_1__/* .toHoldLease */ .bP, ...toCheck(checks)];
/** What is needed besides to roll these back: the kinds that there are, and no others. */
const toRollBack = (refs) => [
    ...toPatch(refs),
    ...(refs.some(({ kind }) => kind === 'StatefulSet') ? [core('pods', 'delete')] : []),
    ...(refs.some(({ kind }) => kind === 'Rollout')
        ? [{ group: 'argoproj.io', resource: 'rollouts/status', verbs: ['patch'] }]
        : []),
];
/** Of each kind the workloads by name, and all of their revisions. */
function toPatch(refs) {
    const present = [...new Set(refs.map(({ kind }) => kind))];
    return [
        ...present.map((kind) => ({
            ...ofKind(kind, 'patch'),
            names: refs.filter((ref) => ref.kind === kind).map(({ name }) => name),
        })),
        ...revisionsOf(present).map((resource) => apps(resource, 'patch')),
    ];
}
const toCheck = (checks) => [
    ...((0,_health_js__WEBPACK_IMPORTED_MODULE_2__/* .usesProxy */ .Bb)(checks) ? [core('pods/proxy', 'get')] : []),
    ...((0,_health_js__WEBPACK_IMPORTED_MODULE_2__/* .usesExec */ .Mn)(checks) ? [core('pods/exec', 'create', 'get')] : []),
];
/** What is needed besides to mark these good. */
const toMarkGood = (refs, checks = []) => [
    ...toCheck(checks),
    ...toPatch(refs),
    ...toRestoreConfig(),
];
/** What is needed to keep configuration and to put it back. */
const toRestoreConfig = () => ['configmaps', 'secrets'].map((resource) => core(resource, 'get', 'create', 'update', 'delete'));
/** What is needed to say what would go back. */
const toReadConfig = () => ['configmaps', 'secrets'].map((resource) => core(resource, 'get'));
function revisionsOf(wanted) {
    const resources = wanted.map((kind) => ((0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .hasReplicaSets */ .WQ)(kind) ? 'replicasets' : 'controllerrevisions'));
    return [...new Set(resources)];
}


/***/ }),

/***/ 80026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ rolloutVerdict),
/* harmony export */   Ge: () => (/* binding */ eventVerdict),
/* harmony export */   Lw: () => (/* binding */ endVerdict),
/* harmony export */   g3: () => (/* binding */ GRACE_MS),
/* harmony export */   o$: () => (/* binding */ schedulingVerdict),
/* harmony export */   qH: () => (/* binding */ MAX_RESTARTS),
/* harmony export */   ti: () => (/* binding */ containerVerdict),
/* harmony export */   v$: () => (/* binding */ SCALE_UP_REASONS),
/* harmony export */   zb: () => (/* binding */ creationVerdict)
/* harmony export */ });
/* unused harmony export STATUS_ROWS */
/* harmony import */ var _base_waits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95282);

/** What a registry says when waiting does not help; anything else (time-outs, resets, 5xx) it may get over. */
const HOPELESS_PULL = /not found|manifest unknown|name unknown|does not exist|no match for platform|no matching manifest|invalid reference|unsupported media type|\b404\b/i;
/** What it says to who has no credentials, or not yet: a new node has those of its cloud a minute or two later. */
const REFUSED_PULL = /denied|unauthorized|forbidden|authorization failed|no basic auth credentials|\b40[13]\b/i;
/**
 * What a runtime says that is slow, busy or started again, and what gRPC and ttrpc say in its place (grpc-go
 * internal/transport/http2_client.go, ttrpc errors.go): the kubelet tries again by itself.
 */
const BUSY_RUNTIME = /context (deadline exceeded|canceled)|DeadlineExceeded|failed to reserve (container|sandbox) name|is reserved for|error reading from server|transport is closing|connection is (closing|draining)|received prior goaway|stream terminated by RST_STREAM|server closed the stream|keepalive ping failed|use of closed network connection|ttrpc: (closed|client shutting down|server closed)|connection (refused|reset|error)|code = Unavailable|i\/o timeout|broken pipe|unexpected EOF|resource temporarily unavailable|too many open files/i;
const PULLS = ['ErrImagePull', 'ImagePullBackOff'];
const STARTS = ['CreateContainerError', 'RunContainerError'];
const NEVER_STARTED = ['StartError', 'ContainerCannotRun'];
/**
 * The one place that says what a status means. Rows of one kind are read from the top: the first that fits decides, and
 * what no row has is no trouble. Each has an example in `test/service/pod-status.test.ts`, which no row may lack.
 */
const STATUS_ROWS = [
    {
        of: 'waiting',
        reasons: ['InvalidImageName', 'ErrImageNeverPull', 'SignatureValidationFailed'],
        verdict: 'final',
        source: 'pkg/kubelet/images/types.go',
    },
    {
        of: 'waiting',
        reasons: PULLS,
        message: HOPELESS_PULL,
        verdict: 'final',
        source: 'pkg/kubelet/images/image_manager.go (the back-off has the cause since 1.31)',
    },
    {
        of: 'waiting',
        reasons: PULLS,
        message: REFUSED_PULL,
        verdict: 'grace',
        source: 'pkg/credentialprovider/plugin/plugin.go; kubernetes#92326',
    },
    { of: 'waiting', reasons: PULLS, verdict: 'passing', source: 'pkg/kubelet/images/image_manager.go' },
    {
        of: 'waiting',
        reasons: ['ImageInspectError', 'RegistryUnavailable'],
        verdict: 'transient',
        source: 'pkg/kubelet/images/types.go',
    },
    {
        of: 'waiting',
        reasons: ['CreateContainerConfigError'],
        message: /timed out waiting for the condition|failed to sync (configmap|secret) cache/,
        verdict: 'passing',
        source: 'pkg/kubelet/util/manager/watch_based_manager.go',
    },
    {
        of: 'waiting',
        reasons: ['CreateContainerConfigError'],
        verdict: 'final',
        source: 'pkg/kubelet/kubelet_pods.go makeEnvironmentVariables',
    },
    {
        of: 'waiting',
        reasons: STARTS,
        message: BUSY_RUNTIME,
        verdict: 'transient',
        source: 'containerd internal/cri/server/container_create.go; kubernetes#39028',
    },
    {
        of: 'waiting',
        reasons: STARTS,
        verdict: 'final',
        source: 'pkg/kubelet/kuberuntime/kuberuntime_container.go startContainer; runc',
    },
    {
        of: 'waiting',
        reasons: ['PreCreateHookError', 'PreStartHookError', 'PostStartHookError'],
        verdict: 'again',
        source: 'pkg/kubelet/kuberuntime/kuberuntime_container.go startContainer',
    },
    {
        of: 'waiting',
        reasons: ['CrashLoopBackOff'],
        verdict: 'again',
        source: 'pkg/kubelet/kuberuntime/kuberuntime_manager.go doBackOff',
    },
    {
        of: 'ended',
        reasons: NEVER_STARTED,
        message: BUSY_RUNTIME,
        verdict: 'transient',
        source: 'containerd internal/cri/server/container_start.go',
    },
    {
        of: 'ended',
        reasons: NEVER_STARTED,
        verdict: 'final',
        source: 'containerd internal/cri/server/container_start.go (exit code 128: it never ran)',
    },
    { of: 'ended', reasons: [], verdict: 'again', source: 'pkg/kubelet/kuberuntime/kuberuntime_container.go' },
    {
        of: 'event',
        reasons: ['FailedMount'],
        message: /(secret|configmap) "[^"]*" not found|references non-existent (secret|config) key/,
        verdict: 'final',
        source: 'pkg/volume/secret/secret.go, pkg/volume/configmap/configmap.go',
    },
    {
        of: 'event',
        reasons: ['FailedMount', 'FailedAttachVolume', 'FailedMapVolume'],
        verdict: 'passing',
        source: 'pkg/volume/util/operationexecutor/operation_generator.go (retried with back-off)',
    },
    {
        of: 'event',
        reasons: ['FailedCreatePodSandBox', 'NetworkNotReady', 'FailedKillPod', 'FailedSync'],
        verdict: 'passing',
        source: 'pkg/kubelet/events/event.go; pkg/kubelet/pod_workers.go (every sync tries again)',
    },
    {
        of: 'scheduling',
        reasons: ['Unschedulable'],
        message: /persistentvolumeclaim "[^"]*" (not found|is being deleted)/,
        verdict: 'final',
        source: 'pkg/scheduler/framework/plugins/volumebinding/volume_binding.go',
    },
    {
        of: 'scheduling',
        reasons: ['SchedulingGated'],
        verdict: 'passing',
        source: 'pkg/registry/core/pod/strategy.go',
    },
    {
        of: 'creation',
        reasons: ['FailedCreate'],
        message: /exceeded quota/,
        verdict: 'room',
        source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go',
    },
    {
        of: 'creation',
        reasons: ['FailedCreate'],
        message: /failed calling webhook|timed out|failed to call/,
        verdict: 'passing',
        source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/webhook/errors/statuserror.go',
    },
    {
        of: 'creation',
        reasons: ['FailedCreate'],
        message: /forbidden|denied|invalid/i,
        verdict: 'final',
        source: 'pkg/controller/controller_utils.go createPods; plugin/pkg/admission',
    },
    {
        of: 'rollout',
        reasons: ['ProgressDeadlineExceeded'],
        verdict: 'final',
        source: 'pkg/controller/deployment/progress.go',
    },
];
function verdictOf(of, reason, message) {
    return STATUS_ROWS.find((row) => row.of === of &&
        (row.reasons.length === 0 || row.reasons.includes(reason)) &&
        (row.message?.test(message) ?? true))?.verdict;
}
/** Of a container that waits; undefined for what is no trouble, such as ContainerCreating. */
const containerVerdict = (reason, message) => verdictOf('waiting', reason, message);
/** Of a container that has ended with another code than 0. */
const endVerdict = (reason, message) => verdictOf('ended', reason, message) ?? 'again';
const eventVerdict = (reason, message) => verdictOf('event', reason, message);
/** Of a pod that was not made; undefined where that is unknown. */
const creationVerdict = (message) => verdictOf('creation', 'FailedCreate', message);
/** Of a Deployment's condition Progressing. */
const rolloutVerdict = (reason, message = '') => verdictOf('rollout', reason, message);
/** Of a pod that finds no node. Too little room passes with the old pods; a selector that fits no node may get one. */
function schedulingVerdict(reason, message) {
    return verdictOf('scheduling', reason, message) ?? (fitsNoNode(message) ? 'grace' : 'passing');
}
/** pkg/scheduler/framework/types.go FitError: nodes by reason; here selector or affinity leaves out every one. */
function fitsNoNode(message) {
    const nodes = Number(/^0\/(\d+) nodes/.exec(message)?.[1] ?? 0);
    const unfit = [...message.matchAll(/(\d{1,6}) node\(s\) didn't match Pod's node (?:affinity|selector)/g)];
    return nodes > 0 && unfit.reduce((total, [, count]) => total + Number(count), 0) === nodes;
}
/** Restarts after which what comes again is final: two crashes are what a service has that waits for another one. */
const MAX_RESTARTS = 3;
/** Milliseconds for which it may last, where it does not restart so often. */
const GRACE_MS = {
    final: 0,
    again: _base_waits_js__WEBPACK_IMPORTED_MODULE_0__/* .WAITS */ .r.POD_TROUBLE_MS,
    transient: _base_waits_js__WEBPACK_IMPORTED_MODULE_0__/* .WAITS */ .r.POD_TROUBLE_MS,
    // What an autoscaler takes until it has decided, and with a node on its way.
    grace: _base_waits_js__WEBPACK_IMPORTED_MODULE_0__/* .WAITS */ .r.UNSCHEDULABLE_MS,
    room: _base_waits_js__WEBPACK_IMPORTED_MODULE_0__/* .WAITS */ .r.QUOTA_FULL_MS,
    passing: Number.POSITIVE_INFINITY,
};
/** What cluster-autoscaler and Karpenter say when they bring a node. */
const SCALE_UP_REASONS = ['TriggeredScaleUp', 'Nominated'];


/***/ }),

/***/ 71157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ newPods),
/* harmony export */   OP: () => (/* binding */ progressing),
/* harmony export */   Yk: () => (/* binding */ stuckPod),
/* harmony export */   jA: () => (/* binding */ progressOf),
/* harmony export */   lv: () => (/* binding */ namesOfSilent),
/* harmony export */   qB: () => (/* binding */ wantedPods)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85738);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33030);
/* harmony import */ var _pod_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80026);
/* harmony import */ var _terminal_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91757);




/**
 * What `kubectl rollout status` says, and then more: old pods must be gone altogether, not just marked for
 * deletion, before a rollout is done.
 */
function progressOf(state) {
    const { workload } = state;
    if (!(0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .isObserved */ .XJ)(workload) || !state.podLabel) {
        return waiting('the controller to see the change');
    }
    // It keeps pods of the older version for a while, and says by itself when it has come to its end.
    if (workload.kind === 'Rollout')
        return ofRollout(state);
    const failed = workload.kind === 'Deployment' ? deadlineExceeded(state) : undefined;
    if (failed)
        return { ...waiting('nothing more'), failed };
    const words = { Deployment: deployment, StatefulSet: statefulSet, DaemonSet: daemonSet }[workload.kind](workload);
    if (words)
        return { ...waiting(words), ...(serveBut(state) && { rest: `no answer from ${namesOfSilent(state)}` }) };
    const old = oldPods(state);
    if (old.length === 0)
        return { done: true, waiting: '' };
    const isEnding = old.every(({ metadata }) => metadata.deletionTimestamp !== undefined);
    return {
        ...waiting(`${pods(old.length, 'old')} to be gone (${old[0]?.metadata.name})`),
        ...(isEnding && { rest: `${pods(old.length, 'old')} (${old[0]?.metadata.name}) still shutting down` }),
    };
}
/** A DaemonSet whose every pod is new and ready, but for those of nodes that do not answer. */
function serveBut(state) {
    const { workload, silent } = state;
    if (workload.kind !== 'DaemonSet' || !silent?.size)
        return false;
    const isHeard = ({ spec }) => !silent.has(spec.nodeName ?? '');
    const serving = newPods(state).filter((pod) => isHeard(pod) && (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_0__/* .isReady */ .i_)(pod)).length;
    const { desiredNumberScheduled = 0 } = workload.status ?? {};
    return serving > 0 && serving >= desiredNumberScheduled - silent.size && !oldPods(state).some(isHeard);
}
/** `node b`; empty where all answer. */
function namesOfSilent({ silent }) {
    const names = [...(silent ?? [])].sort();
    return names.length > 0 ? `${names.length === 1 ? 'node' : 'nodes'} ${names.join(', ')}` : '';
}
/** As `kubectl argo rollouts status` has it: healthy, and the pods that serve are those of its template. */
function ofRollout({ workload: { status = {} }, podLabel, isAborted }) {
    const { phase = 'unknown', message = '', stableRS, currentPodHash } = status;
    const isNew = currentPodHash === podLabel?.[1];
    if (isNew && phase === 'Healthy' && stableRS === currentPodHash)
        return { done: true, waiting: '' };
    const words = waiting(`the Rollout to be healthy; it is ${phase}${message ? `: ${message}` : ''}`);
    if (!isNew || phase !== 'Degraded')
        return words;
    if (isAborted)
        return { ...words, failed: `it was aborted, and the version before serves: ${message}` };
    // What was aborted before it went back is Degraded until its controller has begun anew.
    return status.abort ? words : { ...words, failed: `it is Degraded: ${message}` };
}
/** The pods of the wanted revision that are not on their way out. */
function newPods({ pods, podLabel }) {
    return pods.filter((pod) => isOf(pod, podLabel) && !pod.metadata.deletionTimestamp && !isOver(pod));
}
/**
 * The pod that holds up a StatefulSet for good: with OrderedReady a pod of another revision that does not become
 * ready is never replaced by the controller, though the template is right again (Kubernetes issue 67250). One that
 * may yet become ready counts only while every other pod serves, so that never two are down.
 */
function stuckPod({ workload, pods, podLabel }) {
    if (workload.kind !== 'StatefulSet' || workload.spec.podManagementPolicy === 'Parallel' || !podLabel)
        return undefined;
    const partition = workload.spec.updateStrategy?.rollingUpdate?.partition ?? 0;
    const down = pods.filter((pod) => !(0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_0__/* .isReady */ .i_)(pod) || pod.metadata.deletionTimestamp);
    const candidates = down.filter((pod) => !isOf(pod, podLabel) && !pod.metadata.deletionTimestamp && ordinal(pod) >= partition);
    return candidates.find((pod) => (0,_terminal_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .terminalPodFailure */ .kI)(pod)) ?? (down.length === 1 ? candidates[0] : undefined);
}
/** How many pods of the wanted revision must be seen ready before a rollout is done. */
function wantedPods({ kind, spec, status = {} }) {
    if (kind === 'DaemonSet')
        return status.desiredNumberScheduled ?? 0;
    return Math.max(0, (spec.replicas ?? 1) - (spec.updateStrategy?.rollingUpdate?.partition ?? 0));
}
function deployment({ spec, status = {} }) {
    const wanted = spec.replicas ?? 1;
    const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
    if (updatedReplicas < wanted)
        return `${updatedReplicas}/${wanted} updated`;
    if (replicas > updatedReplicas)
        return `${pods(replicas - updatedReplicas, 'old')} to be gone`;
    if (availableReplicas < updatedReplicas)
        return `${availableReplicas}/${updatedReplicas} available`;
    return undefined;
}
function statefulSet({ spec, status = {} }) {
    const wanted = spec.replicas ?? 1;
    const { readyReplicas = 0, updatedReplicas = 0, availableReplicas = readyReplicas } = status;
    const toUpdate = Math.max(0, wanted - (spec.updateStrategy?.rollingUpdate?.partition ?? 0));
    const updated = status.updateRevision === status.currentRevision ? wanted : updatedReplicas;
    if (updated < toUpdate)
        return `${updated}/${toUpdate} updated`;
    if (readyReplicas < wanted)
        return `${readyReplicas}/${wanted} ready`;
    if (availableReplicas < wanted)
        return `${availableReplicas}/${wanted} available`;
    return undefined;
}
function daemonSet({ status = {} }) {
    const { desiredNumberScheduled = 0, updatedNumberScheduled = 0, numberAvailable = 0 } = status;
    if (updatedNumberScheduled < desiredNumberScheduled)
        return `${updatedNumberScheduled}/${desiredNumberScheduled} updated`;
    if (numberAvailable < desiredNumberScheduled)
        return `${numberAvailable}/${desiredNumberScheduled} available`;
    return undefined;
}
function deadlineExceeded({ workload, revision, before }) {
    const condition = progressing(workload);
    if (!condition || (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_2__/* .rolloutVerdict */ .$6)(condition.reason ?? '') !== 'final')
        return undefined;
    if (condition.message === before?.message)
        return undefined;
    const named = /ReplicaSet "([^"]+)"/.exec(condition.message ?? '')?.[1];
    return named === undefined || named === revision
        ? `it exceeded its progress deadline: ${condition.message}`
        : undefined;
}
const progressing = (workload) => workload.status?.conditions?.find((condition) => condition.type === 'Progressing');
function oldPods({ workload, pods, podLabel }) {
    const partition = workload.spec.updateStrategy?.rollingUpdate?.partition ?? 0;
    return pods.filter((pod) => {
        if (isOver(pod) || (workload.kind === 'StatefulSet' && ordinal(pod) < partition))
            return false;
        return pod.metadata.deletionTimestamp !== undefined || !isOf(pod, podLabel);
    });
}
const waiting = (words) => ({ done: false, waiting: words });
const pods = (count, which) => `${count} ${which} pod${count === 1 ? '' : 's'}`;
const isOf = (pod, label) => label !== undefined && pod.metadata.labels?.[label[0]] === label[1];
/** Evicted and completed pods stay listed for a long time and serve nothing. */
const isOver = (pod) => pod.status?.phase === 'Failed' || pod.status?.phase === 'Succeeded';
const ordinal = (pod) => Number(pod.metadata.name.slice(pod.metadata.name.lastIndexOf('-') + 1));


/***/ }),

/***/ 34865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isReactionTo)
/* harmony export */ });
/**
 * True where `now` is the template `ours` with at most something added to it: what controllers do that react to our own change
 * (a reloader's checksum, an injector's sidecar or variable). Another deploy changes or removes something that was there, or is
 * the same as ours.
 */
function isReactionTo(ours, now) {
    const { annotations: _, ...metadata } = ours.metadata ?? {};
    return contains(now, { ...ours, metadata });
}
function contains(has, wanted) {
    if (wanted === null || wanted === undefined)
        return true;
    if (Array.isArray(wanted))
        return Array.isArray(has) && containsItems(has, wanted);
    if (typeof wanted !== 'object')
        return has === wanted;
    if (typeof has !== 'object' || has === null)
        return Object.keys(wanted).length === 0;
    return Object.entries(wanted).every(([key, value]) => contains(has[key], value));
}
/** Lists of named items are compared by name, others item by item: an argument more is another command. */
function containsItems(has, wanted) {
    const isNamed = wanted.every((item) => nameOf(item) !== undefined);
    if (!isNamed)
        return has.length === wanted.length && wanted.every((item, at) => contains(has[at], item));
    return wanted.every((item) => has.some((other) => nameOf(other) === nameOf(item) && contains(other, item)));
}
const nameOf = (item) => typeof item === 'object' && item !== null && 'name' in item ? String(item.name) : undefined;


/***/ }),

/***/ 76532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bW: () => (/* binding */ mergePatch),
/* harmony export */   h2: () => (/* binding */ abort),
/* harmony export */   ly: () => (/* binding */ skipSteps)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60091);
/* harmony import */ var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59027);
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1807);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60921);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33030);






/** A patch of a workload as the API server takes it for a custom resource: no `$patch`, and null for what goes. */
function mergePatch(fresh, patch) {
    const { spec, ...rest } = patch;
    const { $patch, ...template } = spec.template;
    if ($patch !== 'replace')
        return patch;
    return { ...rest, spec: { ...spec, template: difference(fresh.spec.template, template) } };
}
function difference(from, to) {
    if (!(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .isFields */ .C)(from) || !(0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .isFields */ .C)(to))
        return to;
    const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
    const changed = Object.entries(to).filter(([key, value]) => !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(from[key], value));
    return Object.fromEntries([
        ...gone.map((key) => [key, null]),
        ...changed.map(([key, value]) => [key, difference(from[key], value)]),
    ]);
}
const statusPath = ({ metadata }) => `${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .workloadPath */ .jC)(metadata.namespace, 'Rollout', metadata.name)}/status`;
/**
 * Its users are all back on the pods that served before, at once, where the newer version is still on its way to them. Of a
 * Rollout that has come to its end meanwhile an abort would take away the pods that serve (argo-rollouts#1292), so it is
 * for the state that it was read in alone.
 */
async function abort(client, workload) {
    const { stableRS, currentPodHash, abort: isAborted } = workload.status ?? {};
    if (!stableRS || stableRS === currentPodHash || isAborted)
        return;
    const { namespace, name, resourceVersion } = workload.metadata;
    try {
        await client.patch(statusPath(workload), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__/* .PATCH */ .D.merge, {
            metadata: { resourceVersion },
            status: { abort: true },
        });
    }
    catch (error) {
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD && error.status === 409))
            throw error;
        await abort(client, await client.get((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .workloadPath */ .jC)(namespace, 'Rollout', name)));
    }
}
/** Brings all pods at once, once the controller has begun with this template: what it was asked before, it forgets then. */
async function skipSteps(client, { workload, podLabel }) {
    const { status = {} } = workload;
    const hasBegun = workload.kind === 'Rollout' && (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .isObserved */ .XJ)(workload) && status.currentPodHash === podLabel?.[1];
    if (!hasBegun || status.promoteFull || status.stableRS === status.currentPodHash)
        return;
    try {
        await client.patch(statusPath(workload), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_1__/* .PATCH */ .D.merge, {
            metadata: { resourceVersion: workload.metadata.resourceVersion },
            status: { promoteFull: true },
        });
    }
    catch (error) {
        // It has changed since: the watch brings what it is now.
        if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiError */ .hD && error.status === 409))
            throw error;
    }
}


/***/ }),

/***/ 62400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ awaitObserved),
  m: () => (/* binding */ awaitRollout)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
;// CONCATENATED MODULE: ./build/base/stopwatch.js
/** For how many milliseconds something has been so without a break. */
function stopwatch() {
    let since;
    return (holds) => {
        since = holds ? (since ?? performance.now()) : undefined;
        return since === undefined ? 0 : performance.now() - since;
    };
}
/** Lets a line through when it is new and the one before is a second old; callers come again within a second. */
function throttled(print) {
    let last = '';
    let at = Number.NEGATIVE_INFINITY;
    return (words) => {
        if (words === last || performance.now() - at < 1000)
            return;
        last = words;
        at = performance.now();
        print(words);
    };
}

// EXTERNAL MODULE: ./build/base/waits.js
var base_waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/domain/workloads/joined.js
var joined = __webpack_require__(31803);
// EXTERNAL MODULE: ./build/systems/kubernetes/errors.js
var kubernetes_errors = __webpack_require__(1807);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
// EXTERNAL MODULE: ./build/systems/kubernetes/workload-pods.js
var workload_pods = __webpack_require__(85738);
// EXTERNAL MODULE: ./build/systems/kubernetes/pods.js
var kubernetes_pods = __webpack_require__(41808);
// EXTERNAL MODULE: ./build/service/pod-status.js
var pod_status = __webpack_require__(80026);
// EXTERNAL MODULE: ./build/service/terminal-failure.js
var terminal_failure = __webpack_require__(91757);
;// CONCATENATED MODULE: ./build/service/ahead.js






/** How many lines of a failing container's log are shown. */
const LOG_LINES = 15;
/** Follows what keeps the new pods of one rollout from becoming ready, and for how long it has. */
class PodTroubles {
    #client;
    #warnings;
    /** When a pod's trouble was first seen, as `performance.now()` has it. */
    #since = new Map();
    constructor(client, warnings) {
        this.#client = client;
        this.#warnings = warnings;
    }
    /** Why one of these pods will never become ready; undefined while each still may. */
    async terminal(pods) {
        for (const pod of pods) {
            const warnings = this.#warnings(pod.metadata.uid);
            const trouble = (0,terminal_failure/* troubleOfPod */.KM)(pod, warnings);
            if (!trouble) {
                this.#since.delete(pod.metadata.uid);
                continue;
            }
            const terminalFailure = (0,terminal_failure/* terminalPodFailure */.kI)(pod, warnings, this.#lasts(pod));
            const mayGetNode = trouble.verdict === 'grace' && pod.spec.nodeName === undefined;
            if (terminalFailure && !(mayGetNode && (await this.#getsNode(pod))))
                return { pod, terminalFailure };
        }
        return undefined;
    }
    /** The first unready pod, its state, what it waits for and what the cluster said last, as a part of a sentence; empty where that is unknown. */
    describe(pods) {
        for (const pod of pods.filter((each) => !(0,workload_pods/* isReady */.i_)(each))) {
            const warnings = this.#warnings(pod.metadata.uid);
            const trouble = (0,terminal_failure/* troubleOfPod */.KM)(pod, warnings);
            const { reason, message = '' } = warnings.at(-1) ?? {};
            const problem = trouble
                ? `is in ${trouble.reason}: ${trouble.message}`
                : `is not ready: ${unreadiness(pod) || message}`;
            const last = message && !problem.includes(message) ? `its last event is ${reason}: ${message}` : '';
            if (!trouble && !unreadiness(pod) && !message)
                continue;
            const state = pod.status?.phase ? ` (${pod.status.phase})` : '';
            // Texts of others are as long as they like, and the end of one must not hide the other.
            const parts = [`pod ${pod.metadata.name}${state} ${problem}`, last].filter(Boolean);
            return parts.map((part) => part.slice(0, 400)).join('; ');
        }
        return '';
    }
    /** The last lines of what the first unready pod wrote, under a title; nothing where it never ran. */
    async lastWords(pods, container) {
        const pod = pods.find((each) => !(0,workload_pods/* isReady */.i_)(each));
        const status = pod?.status?.containerStatuses?.find(({ name, ready }) => name === container || (container === undefined && !ready));
        if (!pod || !status || !hasLived(status))
            return [];
        // Also when the deadline has passed: that is when it matters most.
        const client = this.#client.withSignal(AbortSignal.timeout(base_waits/* WAITS */.r.LAST_WORDS_MS));
        try {
            const lines = await (0,kubernetes_pods/* lastLogLines */.EP)(client, pod, status.name, LOG_LINES);
            return lines.length > 0 ? [`Last lines of ${pod.metadata.name}/${status.name}:`, ...lines] : [];
        }
        catch (error) {
            return [`(no log of ${pod.metadata.name}/${status.name}: ${(0,errors/* messageOf */.bD)(error)})`];
        }
        finally {
            client.close();
        }
    }
    /** For how long, in milliseconds, a pod has been in trouble. */
    #lasts({ metadata: { uid } }) {
        const since = this.#since.get(uid) ?? performance.now();
        this.#since.set(uid, since);
        return performance.now() - since;
    }
    /** An autoscaler has said that it brings a node for this pod. */
    async #getsNode(pod) {
        if (this.#lasts(pod) >= pod_status/* GRACE_MS */.g3.grace + base_waits/* WAITS */.r.SCALE_UP_MS)
            return false;
        const { namespace, uid } = pod.metadata;
        const events = await (0,kubernetes_pods/* eventsAbout */.Xh)(this.#client, namespace, uid);
        return events.some(({ reason = '' }) => pod_status/* SCALE_UP_REASONS */.v$.includes(reason));
    }
}
const hasLived = ({ state, lastState, restartCount, }) => restartCount > 0 || Boolean(state?.running ?? state?.terminated ?? lastState?.terminated);
/** What the pod's own conditions say. */
function unreadiness({ status }) {
    const conditions = status?.conditions ?? [];
    const unmet = ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map((type) => conditions.find((condition) => condition.type === type && condition.status === 'False'));
    const first = unmet.find((condition) => condition?.message);
    return first?.message ?? '';
}

// EXTERNAL MODULE: ./build/service/history.js + 1 modules
var service_history = __webpack_require__(33030);
// EXTERNAL MODULE: ./build/service/progress.js
var service_progress = __webpack_require__(71157);
// EXTERNAL MODULE: ./build/service/reaction.js
var reaction = __webpack_require__(34865);
// EXTERNAL MODULE: ./build/service/rollout-kind.js
var rollout_kind = __webpack_require__(76532);
;// CONCATENATED MODULE: ./build/service/silent-nodes.js

/**
 * The nodes whose kubelets seem to say nothing any more, by what they owe their pods: one that should be gone is not, one
 * is not even taken notice of, or is unready though all of its containers are ready, as the node controller marks it. Nodes
 * themselves are not the namespace's to read.
 */
function silentNodes(pods, now) {
    const silent = pods.filter((pod) => now.getTime() - owedSince(pod) > base_waits/* WAITS */.r.NODE_SILENT_MS);
    return new Set(silent.flatMap(({ spec }) => spec.nodeName ?? []));
}
/** Since when a kubelet owes a pod a word, in milliseconds since the epoch; NaN where it does not. */
function owedSince({ metadata, spec, status = {} }) {
    if (status.phase === 'Failed' || status.phase === 'Succeeded')
        return Number.NaN;
    // When its time to shut down is over.
    if (metadata.deletionTimestamp)
        return Date.parse(metadata.deletionTimestamp);
    const condition = (wanted) => status.conditions?.find(({ type }) => type === wanted);
    const ready = condition('Ready');
    if (!ready && !status.startTime && spec.nodeName)
        return Date.parse(metadata.creationTimestamp ?? '');
    const isMarked = ready?.status !== 'True' && condition('ContainersReady')?.status === 'True';
    return isMarked && !spec.readinessGates?.length ? Date.parse(ready?.lastTransitionTime ?? '') : Number.NaN;
}

;// CONCATENATED MODULE: ./build/service/rollout.js
















/**
 * Waits until a workload's newest template is rolled out to the last pod and nothing of an older one is left. Only with a
 * `change` of ours may a pod that holds up a StatefulSet be replaced.
 *
 * @returns the pods that serve now
 * @throws ActionError as soon as the cluster says that this will not happen, with the container's last words, or when another
 *   change replaces the template
 */
async function awaitRollout(context, target, change) {
    const { client, namespace } = context;
    const troubles = new PodTroubles(client, (uid) => namespace.warnings(uid));
    const seen = new Set(namespace.failedCreateEvents(target.uid).map(version));
    const logWaiting = throttled((words) => context.log.info(`… ${(0,kinds/* label */.Pf)(target)}: ${words}`));
    const ending = stopwatch();
    const full = stopwatch();
    const standing = stopwatch();
    const idle = stopwatch();
    for (;;) {
        const { state, progress, newSet } = assessPods(context, target, change?.before);
        if (change && !(0,reaction/* isReactionTo */.T)(change.template, state.workload.spec.template)) {
            throw new errors/* ActionError */.lZ(`${(0,kinds/* label */.Pf)(target)} was changed by someone else during the wait.`);
        }
        const fresh = (0,service_progress/* newPods */.Ng)(state);
        if (progress.done)
            return [...fresh, ...(await awaitHolder(context, state.workload, change))];
        if (ending(progress.rest !== undefined) > base_waits/* WAITS */.r.OLD_PODS_ENDING_MS) {
            const after = `after ${base_waits/* WAITS */.r.OLD_PODS_ENDING_MS / 1000} s`;
            context.log.warn(`${(0,kinds/* label */.Pf)(target)}: the new pods serve; ${progress.rest} ${after}.`);
            return fresh.filter(workload_pods/* isReady */.i_);
        }
        const allRefusals = namespace.failedCreateEvents(target.uid).filter((event) => !isOver(event, fresh));
        const refusals = allRefusals.filter((event) => !seen.has(version(event)));
        // A controller that is refused again and again soon says no more of it.
        const isSilent = idle((0,service_history/* isObserved */.XJ)(state.workload) && state.pods.every(serves)) > base_waits/* WAITS */.r.REFUSAL_STANDS_MS;
        const trouble = silentTrouble(state) ||
            troubles.describe(fresh) ||
            creationTrouble(newSet, isSilent ? allRefusals : refusals);
        const waiting = trouble ? `${progress.waiting}; ${trouble}` : progress.waiting;
        if (progress.failed) {
            const all = [progress.failed, trouble].filter(Boolean).join('; ');
            throw new errors/* ActionError */.lZ((0,sentence/* asSentence */.KG)(`${(0,kinds/* label */.Pf)(target)} is not rolled out: ${all}`), {
                details: await troubles.lastWords(fresh),
            });
        }
        logWaiting(waiting);
        if (change)
            await replaceStuckPod(client, state);
        // Also where an attempt that died, or a person, has put the template there.
        if (context.skipsSteps)
            await (0,rollout_kind/* skipSteps */.ly)(client, state);
        const byEvent = (0,terminal_failure/* terminalEventFailure */.jK)(refusals, state.workload);
        // It does not say of which template, and the one before may be said to be refused late.
        const stands = standing(byEvent !== undefined && (0,service_history/* isObserved */.XJ)(state.workload)) > base_waits/* WAITS */.r.REFUSAL_STANDS_MS;
        const refused = (stands ? byEvent : undefined) ?? (newSet && (0,terminal_failure/* terminalReplicaSetFailure */.rr)(newSet, state.workload));
        const isFull = refused !== undefined && (0,terminal_failure/* isQuota */.hF)(refused);
        const mayFree = context.others?.(isFull) === true;
        const waits = full(isFull && !mayFree) < base_waits/* WAITS */.r.QUOTA_FULL_MS;
        if (refused && !(isFull && waits))
            throw new errors/* ActionError */.lZ(`${(0,kinds/* label */.Pf)(target)} gets no pods (${refused.reason}): ${refused.message}`);
        const terminal = await troubles.terminal(fresh);
        if (terminal)
            throw await failureOf(target, troubles, terminal);
        await awaitChange(context, target, async () => {
            const silent = trouble ? '' : creationTrouble(newSet, allRefusals);
            return {
                waiting: [waiting, silent].filter(Boolean).join('; '),
                details: await troubles.lastWords(fresh),
            };
        });
    }
}
/** Waits until something about the target changes. At the deadline it says what was still waited for. */
async function awaitChange({ client, namespace }, target, describe) {
    try {
        await namespace.changed(target.uid, client.signal, base_waits/* WAITS */.r.ROLLOUT_POLL_MS);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ))
            throw error;
        const { waiting, details } = await describe();
        const still = (0,sentence/* asSentence */.KG)(`${(0,kinds/* label */.Pf)(target)} was still waiting for ${waiting}`);
        throw new errors/* ActionError */.lZ(`${error.message} ${still}`, { cause: error, details });
    }
}
/**
 * The pods that a Deployment still has of its own whose template a Rollout has: they serve beside those of the Rollout. Those
 * of a paused Deployment stay as they are.
 */
async function awaitHolder({ client, namespace, log }, { parts }, change) {
    if (!parts || parts.deployment.spec.paused || parts.deployment.spec.replicas === 0)
        return [];
    const target = { ...(0,kinds/* refOf */.H8)(parts.deployment), uid: parts.deployment.metadata.uid };
    const own = change && { ...change, before: (0,joined/* holderOf */.Kd)(change.before) };
    return awaitRollout({ client, namespace, log }, target, own);
}
async function failureOf(target, troubles, { pod, terminalFailure }) {
    const details = terminalFailure.container ? await troubles.lastWords([pod], terminalFailure.container) : [];
    return new errors/* ActionError */.lZ(`${(0,kinds/* label */.Pf)(target)} cannot start: pod ${pod.metadata.name} is in ${terminalFailure.reason}: ${terminalFailure.message}`, { details });
}
const serves = (pod) => (0,workload_pods/* isReady */.i_)(pod) && pod.metadata.deletionTimestamp === undefined;
/** A pod has been made since one was refused. */
const isOver = ({ lastTimestamp, eventTime }, pods) => pods.some(({ metadata }) => Date.parse(metadata.creationTimestamp ?? '') >= Date.parse(lastTimestamp ?? eventTime ?? ''));
/** Waits until the controller has seen the workload's newest template, so that its history is complete; one that goes it leaves alone. */
async function awaitObserved(namespace, target, signal) {
    const logWaiting = throttled((words) => namespace.log.info(`… ${(0,kinds/* label */.Pf)(target)}: ${words}`));
    for (let looks = 0;; looks++) {
        const workload = find(namespace, target);
        if ((0,service_history/* isObserved */.XJ)(workload) || workload.metadata.deletionTimestamp)
            return workload;
        // Mostly it does so within a moment.
        if (looks > 0)
            logWaiting(`waiting for ${TO_OBSERVE}`);
        try {
            await namespace.changed(target.uid, signal, base_waits/* WAITS */.r.ROLLOUT_POLL_MS);
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            const still = (0,sentence/* asSentence */.KG)(`${(0,kinds/* label */.Pf)(target)} was still waiting for ${TO_OBSERVE}`);
            throw new errors/* ActionError */.lZ(`${error.message} ${still}`, { cause: error });
        }
    }
}
const TO_OBSERVE = 'its controller to look at its newest template; see whether that controller runs';
/**
 * An analysis, a deadline or a person has aborted what is waited for. An abort of before stands until its controller has
 * begun with our template; and whoever leaves the steps out takes an abort away by that.
 */
function isAborted({ skipsSteps }, { kind, status }, before) {
    if (kind !== 'Rollout' || !status?.abort || skipsSteps)
        return false;
    return before === undefined || before.status?.currentPodHash !== status.currentPodHash;
}
/** How far a rollout is, and the ReplicaSet of its newest template, where it has one. */
function assessPods(context, target, before) {
    const { client, namespace } = context;
    const workload = find(namespace, target);
    const revision = (0,service_history/* currentRevision */.h7)(workload, namespace.history(workload));
    const newSet = revision?.object.kind === 'ReplicaSet' ? revision.object : undefined;
    const pods = namespace.pods(workload);
    const state = {
        workload,
        pods,
        silent: silentNodes(pods, client.now),
        podLabel: revision?.podLabel,
        revision: revision?.object.metadata.name,
        before: before && (0,service_progress/* progressing */.OP)(before),
        isAborted: isAborted(context, workload, before),
    };
    const progress = (0,service_progress/* progressOf */.jA)(state);
    const ready = (0,service_progress/* newPods */.Ng)(state).filter(workload_pods/* isReady */.i_).length;
    // Workloads and pods are watched apart: the news of one may be ahead of the other.
    if (progress.done && ready < (0,service_progress/* wantedPods */.qB)(workload)) {
        const waiting = `${ready}/${(0,service_progress/* wantedPods */.qB)(workload)} pods to be seen ready`;
        return { state, progress: { done: false, waiting }, newSet };
    }
    return { state, progress, newSet };
}
function find(namespace, target) {
    const workload = namespace.workload(target.kind, target.uid);
    if (!workload)
        throw new errors/* ActionError */.lZ(`${(0,kinds/* label */.Pf)(target)} was deleted while it was waited for.`);
    return workload;
}
/** What a DaemonSet waits for in vain: its controller counts the pods of silent nodes as those that may be down. */
function silentTrouble(state) {
    const names = state.workload.kind === 'DaemonSet' ? (0,service_progress/* namesOfSilent */.lv)(state) : '';
    return (names &&
        `no answer from ${names}: delete what is gone, or raise \`maxUnavailable\`, where that holds it up`);
}
/** Why a pod could not be made that may be made yet, as a part of a sentence; empty where none was refused. */
function creationTrouble(newSet, refusals) {
    const message = (newSet && (0,terminal_failure/* failedCreateOf */.rR)(newSet)) ?? refusals.at(-1)?.message;
    return message ? `no pod can be made: ${message.slice(0, 400)}` : '';
}
async function replaceStuckPod(client, state) {
    const pod = (0,service_progress/* stuckPod */.Yk)(state);
    if (!pod)
        return;
    const { namespace, name, uid, resourceVersion } = pod.metadata;
    try {
        await client.request('DELETE', (0,names/* objectPath */.du)(names/* CORE */.M2, namespace, 'pods', name), {
            body: { preconditions: { uid, resourceVersion } },
        });
    }
    catch (error) {
        // It has changed or gone since: the watch brings what it is now.
        if (!(error instanceof kubernetes_errors/* ApiError */.hD && (error.status === 404 || error.status === 409)))
            throw error;
    }
}
const version = ({ metadata }) => `${metadata.uid}@${metadata.resourceVersion}`;


/***/ }),

/***/ 64690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ selectPresent),
/* harmony export */   L: () => (/* binding */ select)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31803);
/* harmony import */ var _domain_workloads_select_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95722);
/* harmony import */ var _systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33266);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60921);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1004);
/* harmony import */ var _rollout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62400);







/** The workloads that are selected, each as its controller has seen it last. */
async function select(client, namespace, selection) {
    const seen = ({ workload, named }) => (0,_rollout_js__WEBPACK_IMPORTED_MODULE_5__/* .awaitObserved */ .N)(namespace, { ...(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(workload), uid: workload.metadata.uid }, client.signal).then((fresh) => ({ workload: fresh, named }));
    const groups = await selectPresent(client, namespace, selection);
    return Promise.all(groups.map((group) => Promise.all(group.map(seen))));
}
/** The same as they are at present. A Deployment that a selected Rollout has its template from goes back with that. */
async function selectPresent(client, namespace, selection) {
    const bySelector = selection.selector
        ? await (0,_domain_workloads_select_js__WEBPACK_IMPORTED_MODULE_1__/* .selectByLabels */ .jK)(client, namespace.name, selection.selector, namespace.kinds)
        : new Set();
    const all = (0,_domain_workloads_select_js__WEBPACK_IMPORTED_MODULE_1__/* .groupWorkloads */ .cw)(selection, namespace.workloads(), namespace.kinds, bySelector, namespace.name);
    const refs = all.flat().flatMap(({ workload }) => (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_6__/* .templateRef */ .m)(workload) ?? []);
    const held = new Set(refs.map(_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .label */ .Pf));
    if (held.size > 0) {
        await (0,_systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_2__/* .requirePermissions */ .An)(client, namespace.name, _permissions_js__WEBPACK_IMPORTED_MODULE_4__/* .toReadTemplates */ .Vx);
        await namespace.followTemplates();
    }
    const groups = all.map((group) => group
        .filter(({ workload }) => !held.has((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(workload))))
        .map(({ workload, named }) => ({
        workload: namespace.workload(workload.kind, workload.metadata.uid) ?? workload,
        named,
    })));
    for (const { workload } of groups.flat())
        requireTemplate(workload);
    return groups.filter((group) => group.length > 0);
}
/** @throws ActionError where the template of a workload is in an object that is not there, or none that it is taken from */
function requireTemplate(workload) {
    const { workloadRef } = workload.spec;
    if ((0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_6__/* .hasTemplate */ .rJ)(workload) || !workloadRef)
        return;
    const subject = `${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .label */ .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(workload))} has its template from ${workloadRef.kind.toLowerCase()}/${workloadRef.name} (workloadRef), which`;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(workloadRef.kind === 'Deployment'
        ? `${subject} is not there.`
        : `${subject} is not supported; go back with \`kubectl argo rollouts undo ${workload.metadata.name}\`, and name the other workloads.`);
}


/***/ }),

/***/ 91757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KM: () => (/* binding */ troubleOfPod),
/* harmony export */   hF: () => (/* binding */ isQuota),
/* harmony export */   jK: () => (/* binding */ terminalEventFailure),
/* harmony export */   kI: () => (/* binding */ terminalPodFailure),
/* harmony export */   rR: () => (/* binding */ failedCreateOf),
/* harmony export */   rr: () => (/* binding */ terminalReplicaSetFailure)
/* harmony export */ });
/* harmony import */ var _base_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);
/* harmony import */ var _pod_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80026);


/**
 * What keeps a pod from becoming ready, the worst first; undefined where nothing is known. `warnings` are the cluster's
 * events about it: before Kubernetes 1.31 they alone say why an image could not be pulled.
 */
function troubleOfPod(pod, warnings = []) {
    if (pod.metadata.deletionTimestamp)
        return undefined;
    const { initContainerStatuses = [], containerStatuses = [], conditions = [] } = pod.status ?? {};
    const all = [...initContainerStatuses, ...containerStatuses].flatMap((status) => troubleOfContainer(status, warnings) ?? []);
    const scheduled = conditions.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
    if (scheduled?.message) {
        const { reason = 'Unschedulable' } = scheduled;
        // Whoever put a gate there takes it away: its name says who that is.
        const gates = (pod.spec.schedulingGates ?? []).map(({ name }) => name).join(', ');
        const message = gates ? `${scheduled.message} (${gates})` : scheduled.message;
        all.push(trouble(reason, message, (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .schedulingVerdict */ .o$)(reason, scheduled.message)));
    }
    if (containerStatuses.every(({ state }) => !state?.running))
        all.push(...warnings.flatMap(troubleOfEvent));
    const order = ['final', 'again', 'transient', 'grace', 'room', 'passing'];
    return all.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))[0];
}
/**
 * Why a pod will not become ready; undefined while it still may.
 *
 * @param seenMs for how long its trouble has been seen; without it, it has lasted long enough
 */
function terminalPodFailure(pod, warnings = [], seenMs) {
    const found = troubleOfPod(pod, warnings);
    if (!found || !isFinal(found, seenMs))
        return undefined;
    const { verdict: _, restarts: __, ...terminalFailure } = found;
    return terminalFailure;
}
function isFinal({ verdict, restarts }, seenMs) {
    if (verdict === 'passing')
        return false;
    if ((verdict === 'again' || verdict === 'transient') && restarts >= _pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_RESTARTS */ .qH)
        return true;
    // One look at a node that was busy is no evidence.
    if (verdict === 'transient' && seenMs === undefined)
        return false;
    return (seenMs ?? Number.POSITIVE_INFINITY) >= _pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .GRACE_MS */ .g3[verdict];
}
/** Why no pod of this revision is made at all: its ReplicaSet says so. */
function terminalReplicaSetFailure(replicaSet, workload) {
    const message = failedCreateOf(replicaSet);
    return message === undefined ? undefined : refusal(message, mayFreeQuota(workload));
}
/** What a ReplicaSet says of a pod that it could not make last; undefined where it could. */
const failedCreateOf = ({ status }) => status?.conditions?.find(({ type, status, reason }) => type === 'ReplicaFailure' && status === 'True' && reason === 'FailedCreate')?.message;
/** The same for a StatefulSet or DaemonSet, whose refusals are in events only. */
function terminalEventFailure(events, workload) {
    const failure = events.findLast((event) => event.reason === 'FailedCreate');
    return failure && refusal(failure.message ?? '', mayFreeQuota(workload));
}
/** True where other pods that go make room for this one. */
const isQuota = ({ message }) => (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .creationVerdict */ .zb)(message) === 'room';
function troubleOfContainer(status, warnings) {
    const { waiting, terminated } = status.state ?? {};
    const { name, restartCount: restarts } = status;
    // Between two lives the kubelet says how the last one ended, and for moments only that it waits.
    if (terminated && !status.ready && terminated.exitCode !== 0) {
        const verdict = (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .endVerdict */ .Lw)(terminated.reason ?? '', terminated.message ?? '');
        // What never ran has no last life to speak of, but the runtime's words.
        const isStart = verdict !== 'again';
        const words = isStart ? (terminated.message ?? ending(terminated)) : ending(terminated);
        const reason = isStart ? (terminated.reason ?? 'StartError') : 'CrashLoopBackOff';
        return { ...trouble(reason, words, verdict, name), restarts };
    }
    const { reason = '', message = '' } = waiting ?? {};
    if (reason === 'ErrImagePull' || reason === 'ImagePullBackOff')
        return { ...troubleOfPull(status, reason, message, warnings), restarts };
    const verdict = (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .containerVerdict */ .ti)(reason, message);
    if (!verdict)
        return undefined;
    const ended = status.lastState?.terminated;
    const words = reason === 'CrashLoopBackOff' && ended ? `${ending(ended)}; ${message}` : message;
    return { ...trouble(reason, words, verdict, name), restarts };
}
/** `OOMKilled, exit code 137`: what a back-off's own message leaves out. */
const ending = ({ reason = 'ended', exitCode }) => `${reason}, exit code ${exitCode}`;
function troubleOfPull({ image }, reason, message, warnings) {
    const pulls = warnings.filter((event) => event.message?.startsWith('Failed to pull'));
    // Since Kubernetes 1.31 the status says it; an event of before may be about what is over.
    const failure = isVague(reason, message) ? (pulls.at(-1)?.message ?? message) : message;
    // The name of an image may hold any of these words.
    const withoutNames = failure.replace(/"[^"]*"/g, '').replaceAll(image, '');
    return trouble(reason, failure, (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .containerVerdict */ .ti)(reason, withoutNames) ?? 'passing');
}
const isVague = (reason, message) => reason === 'ImagePullBackOff' && !/: .*: /.test(message);
function troubleOfEvent({ reason = '', message = '' }) {
    const verdict = (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .eventVerdict */ .Ge)(reason, message);
    return verdict ? [trouble(reason, message, verdict)] : [];
}
/** Characters of a message that are shown: writers of events and statuses may write books. */
const LONGEST = 4000;
const trouble = (reason, message, verdict, container) => ({
    reason: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .beginning */ .Ir)(reason, LONGEST),
    message: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .beginning */ .Ir)(message, LONGEST),
    verdict,
    restarts: 0,
    ...(container !== undefined && { container }),
});
function refusal(message, mayFree) {
    const verdict = (0,_pod_status_js__WEBPACK_IMPORTED_MODULE_1__/* .creationVerdict */ .zb)(message);
    const isOne = verdict === 'final' || (verdict === 'room' && !mayFree);
    return isOne ? { reason: 'FailedCreate', message: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .beginning */ .Ir)(message, LONGEST) } : undefined;
}
/** With pods of the old revision to be taken away first, the rollout makes room in a quota by itself. */
function mayFreeQuota({ kind, spec }) {
    if (kind !== 'Deployment')
        return true;
    const { type, rollingUpdate } = spec.strategy ?? {};
    const given = String(rollingUpdate?.maxUnavailable ?? '25%');
    const number = given.endsWith('%')
        ? (Number.parseInt(given, 10) * (spec.replicas ?? 1)) / 100
        : Number(given);
    return type === 'Recreate' || Math.floor(number) > 0;
}


/***/ }),

/***/ 91787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ presentKinds),
/* harmony export */   F: () => (/* binding */ resourcesOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1807);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);



/** The kinds of an API (`v1`, `apps/v1`) by their names, as the cluster has them; none where it does not have the API. */
async function resourcesOf(client, apiVersion) {
    // What a manifest says is not always an API.
    if (!/^([a-z0-9.-]+\/)?v[a-z0-9]+$/.test(apiVersion))
        return new Map();
    const list = await client.find((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .apiPath */ .So)(apiVersion));
    const whole = (list?.resources ?? []).filter(({ name }) => !name.includes('/'));
    return new Map(whole.map(({ name, kind, namespaced }) => [kind, { plural: name, namespaced }]));
}
/** The kinds of workloads that a namespace may have: Rollouts are one where there are any, or where that is not known. */
async function presentKinds(client, namespace) {
    try {
        const { items } = await client.list((0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadPath */ .jC)(namespace, 'Rollout'));
        return items.length > 0 ? withRollouts : _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .allKinds */ .TO;
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD))
            throw error;
        if (error.status === 404)
            return _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .allKinds */ .TO;
        // An account that may not list them gets the same answer from a cluster that does not know them.
        if (error.status === 403)
            return (await servesRollouts(client)) ? withRollouts : _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .allKinds */ .TO;
        throw error;
    }
}
const withRollouts = [..._kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .allKinds */ .TO, 'Rollout'];
/** Every account may ask for this by default; one that may not is asked for nothing more. */
async function servesRollouts(client) {
    try {
        return (await resourcesOf(client, _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .kinds */ .EZ.Rollout.api.slice('/apis/'.length))).has('Rollout');
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD && error.status === 403)
            return false;
        throw error;
    }
}


/***/ })

};
