export const id = 1572;
export const ids = [1572];
export const modules = {

/***/ 94313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hr: () => (/* binding */ NO_CONFIGURATION),
  U4: () => (/* binding */ hasCopies),
  SU: () => (/* binding */ planConfiguration),
  r9: () => (/* binding */ uses)
});

// EXTERNAL MODULE: ./build/domain/workloads/joined.js
var joined = __webpack_require__(31803);
// EXTERNAL MODULE: ./build/systems/kubernetes/kinds.js
var kinds = __webpack_require__(60921);
// EXTERNAL MODULE: ./build/service/copies.js
var service_copies = __webpack_require__(19443);
// EXTERNAL MODULE: ./build/service/history.js + 1 modules
var service_history = __webpack_require__(33030);
// EXTERNAL MODULE: ./build/service/marks.js
var marks = __webpack_require__(94054);
// EXTERNAL MODULE: ./build/systems/kubernetes/watch.js
var watch = __webpack_require__(15301);
// EXTERNAL MODULE: ./build/service/hand-over.js + 1 modules
var hand_over = __webpack_require__(97320);
// EXTERNAL MODULE: ./build/service/lineage.js
var lineage = __webpack_require__(11805);
// EXTERNAL MODULE: ./build/service/untouched.js
var untouched = __webpack_require__(28511);
;// CONCATENATED MODULE: ./build/service/renewed.js




/**
 * What controllers write on the ConfigMaps and Secrets that they renew, where they do not own them or are not their controller:
 * what a lease of Vault or a store held then is revoked or rotated since, and a bundle of authorities lacks the newer ones.
 */
const RENEWED = [
    // cert-manager (pkg/controller/certificates/issuing) and its trust-manager.
    'cert-manager.io/certificate-name',
    'trust.cert-manager.io/bundle',
    // External Secrets (pkg/controllers/externalsecret), Vault Secrets Operator, the Secrets Store CSI driver.
    'reconcile.external-secrets.io/managed',
    'reconcile.external-secrets.io/data-hash',
    'secrets.hashicorp.com/vso-ownerRefUID',
    'secrets-store.csi.k8s.io/managed',
    'operator.1password.io/item-version',
    'secrets.infisical.com/version',
    'secrets.doppler.com/version',
    // A copy of what is elsewhere (kubernetes-reflector).
    'reflector.v1.k8s.emberstack.com/reflects',
    // Certificates and authorities of OpenShift, Istio's authority (security/pkg/k8s/configmap).
    'service.beta.openshift.io/originating-service-name',
    'service.beta.openshift.io/inject-cabundle',
    'config.openshift.io/inject-trusted-cabundle',
    'istio.io/config',
];
/** The cluster's own authority, as kube-controller-manager has it in each namespace. */
const CLUSTER_AUTHORITY = 'kube-root-ca.crt';
/** True where a controller writes it: what goes back of it would be written again, or be wrong. */
function isRenewed(live) {
    const { name, labels = {}, annotations = {} } = live.metadata;
    return ((0,watch/* controllerOf */.O)(live) !== undefined ||
        (live.kind === 'ConfigMap' && name === CLUSTER_AUTHORITY) ||
        RENEWED.some((key) => key in annotations || key in labels));
}
/**
 * True where the newest contents came with a deploy that is rolled back: the workload's deployer wrote them, at the time of a
 * revision that is left. Everything else is a rotation, or is not known to be part of the release.
 *
 * @param newer the revisions between the one that it goes back to and the present one
 */
function cameWithDeploy(live, workload, newer) {
    const writer = lastWriter(live);
    const deployer = (0,hand_over/* ownerOfTemplate */.Nh)(workload)?.manager;
    if (deployer === undefined || writer?.manager !== deployer)
        return false;
    return wasWrittenWith(live, newer);
}
/** Tools by which people change what is live. */
const HANDS = /^(kubectl-(edit|patch)|k9s)$/;
/** True where the newest contents were written at the time of one of these revisions, and not by hand. */
function wasWrittenWith(live, newer) {
    const { manager = '', time = '' } = lastWriter(live) ?? {};
    const at = Date.parse(time);
    return (!HANDS.test(manager) &&
        newer.some((revision) => Math.abs(((0,lineage/* createdAt */.CT)(revision) ?? Number.NaN) - at) <= untouched/* ONE_DEPLOY */.F3));
}
/** The last writer of the contents. */
function lastWriter({ metadata }) {
    const writers = (metadata.managedFields ?? []).filter(({ fieldsV1 = {} }) => 'f:data' in fieldsV1 || 'f:binaryData' in fieldsV1);
    return writers.sort((a, b) => (a.time ?? '').localeCompare(b.time ?? '')).at(-1);
}

;// CONCATENATED MODULE: ./build/service/configuration.js






/** Where nothing of it goes back. */
const NO_CONFIGURATION = { restores: [], rotated: [], warnings: [] };
/** True where a plan's targets have kept configuration, so that the rights to read and write it are needed. */
const hasCopies = (steps) => steps.some((step) => copiesOf(step).length > 0);
/** Finds what of the configuration that was kept for the targets differs from what is there now. */
async function planConfiguration(client, name, steps, namespace) {
    const active = steps.filter((step) => step.action === 'roll-back' || step.action === 'no-op');
    const named = active.sort(byWeight).flatMap(copiesOf);
    const copies = new Map(named.map((copy) => [copy.ref, copy]));
    const { restores: all, missing, foreign } = await (0,service_copies/* findRestores */.B)(client, name, [...copies.values()]);
    const owned = all.filter(({ live }) => live && isRenewed(live));
    const came = (restore, how) => isOfDeploys(restore, active, namespace, how);
    const isApart = (restore) => !came(restore, (live, _, newer) => wasWrittenWith(live, newer));
    const neededBy = new Map(all
        .filter((restore) => !owned.includes(restore) && isApart(restore))
        .map((restore) => [restore, markedWith(restore, active, namespace)])
        .filter(([, labels]) => labels.length > 0));
    const restores = all.filter((restore) => !owned.includes(restore) && !neededBy.has(restore));
    const sharing = othersThatUse(restores, active, namespace);
    const unkept = active.filter((step) => step.action === 'roll-back' && step.target && (0,service_copies/* configRefs */.z$)(step.template).some((ref) => !copies.has(ref)));
    return {
        restores,
        rotated: restores
            .filter((restore) => restore.live?.kind === 'Secret' && !came(restore, cameWithDeploy))
            .map(({ ref }) => ref),
        warnings: [
            ...warningOf(sharing, 'use configuration that goes back, and are not part of this rollback'),
            ...warningOf(unkept.map(kinds/* label */.Pf), 'keep the ConfigMaps and Secrets that they have now where mark-good kept no copy'),
            ...warningOf(missing, 'cannot go back, because the kept copy is gone'),
            ...warningOf(foreign, 'cannot go back, because what the mark names is not a copy that mark-good has made'),
            ...warningOf(owned.map(({ ref }) => ref), 'would go back, but a controller renews it: it stays as it is'),
            ...[...neededBy].map(([{ ref }, labels]) => `${ref} would go back, but ${labels.join(', ')} was marked good with what it holds now: it stays as it is`),
            ...restores.filter(isApart).flatMap(changedApart),
        ],
    };
}
const warningOf = (list, words) => list.length > 0 ? [`${list.join(', ')} ${words}`] : [];
/** Labels of the workloads that use what goes back and do not go back themselves. */
function othersThatUse(restores, steps, namespace) {
    const own = steps.flatMap(({ workload }) => (0,joined/* objectsOfWorkload */.Ds)(workload));
    const uids = new Set(own.map(({ metadata }) => metadata.uid));
    return namespace
        .workloads()
        .filter(({ metadata }) => !uids.has(metadata.uid))
        .filter((workload) => (0,joined/* hasTemplate */.rJ)(workload) && uses(workload.spec.template, restores))
        .map((workload) => (0,kinds/* label */.Pf)((0,kinds/* refOf */.H8)(workload)));
}
/** True where the present contents came with one of the deploys that are rolled back. */
function isOfDeploys({ ref, live }, steps, namespace, how) {
    if (!live)
        return false;
    return steps.some(({ workload, template, target, action }) => {
        const number = target?.number ?? Number.POSITIVE_INFINITY;
        const newer = namespace.history(workload).filter((revision) => revision.number > number);
        return action === 'roll-back' && (0,service_copies/* configRefs */.z$)(template).includes(ref) && how(live, workload, newer);
    });
}
/** The workloads that stay as they are and were marked good with the present contents: the older ones are none of theirs. */
function markedWith({ ref, live }, steps, namespace) {
    if (!live)
        return [];
    const goesBack = new Set(steps.filter(({ action }) => action === 'roll-back').map(({ uid }) => uid));
    return namespace
        .workloads()
        .filter((workload) => !goesBack.has(workload.metadata.uid))
        .filter((workload) => {
        const object = (0,service_history/* currentRevision */.h7)(workload, namespace.history(workload))?.object;
        const copy = object && (0,marks/* goodMark */.X3)(object)?.config[ref];
        return object !== undefined && copy !== undefined && (0,service_copies/* isCopyOf */.h8)(copy, object.metadata.uid, live);
    })
        .map((workload) => (0,kinds/* label */.Pf)((0,kinds/* refOf */.H8)(workload)));
}
/** The last writer of a ConfigMap that was changed apart from the deploys that are rolled back: by hand in an incident, say. */
function changedApart({ ref, live }) {
    const { manager, time } = (live?.kind === 'ConfigMap' && lastWriter(live)) || {};
    return manager && time
        ? [
            `${ref} was last changed by ${manager} at ${time}, apart from the deploy that is rolled back, and goes back all the same (\`restore-config: never\` keeps all configuration as it is)`,
        ]
        : [];
}
/**
 * Where workloads kept different copies of the same ConfigMap, the last one here counts: that of a workload that is
 * rolled back before that of one that stays, and among those the one that was kept last.
 */
function byWeight(a, b) {
    const rank = (step) => (step.action === 'roll-back' ? 1 : 0);
    return rank(a) - rank(b) || keptAt(a.target).localeCompare(keptAt(b.target));
}
/** True where a template refers to something that goes back. */
function uses(template, restores) {
    const refs = new Set((0,service_copies/* configRefs */.z$)(template));
    return restores.some((restore) => refs.has(restore.ref));
}
/**
 * The copies that belong to a step's target: kept when it was marked good, or when its configuration was replaced. Those
 * of what its template does not refer to are none of its business, whatever a mark says.
 */
function copiesOf({ target, template }) {
    if (!target)
        return [];
    const used = new Set((0,service_copies/* configRefs */.z$)(template));
    const copies = { ...(0,marks/* leftConfigMark */.Hs)(target.object)?.config, ...(0,marks/* goodMark */.X3)(target.object)?.config };
    return (0,service_copies/* namedCopies */.Vt)(target.object.metadata.uid, copies).filter(({ ref }) => used.has(ref));
}
function keptAt(revision) {
    return (revision && ((0,marks/* goodMark */.X3)(revision.object) ?? (0,marks/* leftConfigMark */.Hs)(revision.object))?.at) ?? '';
}


/***/ }),

/***/ 72801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   o2: () => (/* binding */ withDigests),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   p8: () => (/* binding */ requireDigests)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33030);



/** `sha256:…` of an image that is named by its digest, as nodes report it. */
const digestOf = (image = '') => /@(sha256:[0-9a-f]{32,})$/.exec(image)?.[1];
/** The digests that the ready pods of a workload run, by image as the template names it and container. */
function runningBy(pods) {
    const running = new Map();
    for (const pod of pods) {
        const images = (0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesOf */ .IC)({ spec: pod.spec });
        for (const { name, imageID } of pod.status?.containerStatuses ?? []) {
            const digest = digestOf(imageID);
            const key = `${name}=${images[name]}`;
            if (digest)
                running.set(key, (running.get(key) ?? new Set()).add(digest));
        }
    }
    return running;
}
/**
 * A template with the images pinned whose tag means another image now than when it was marked good: what runs by that
 * name shows it. The same template where none does.
 */
function pinned(template, mark, present, pods) {
    if (!mark)
        return template;
    const running = runningBy(pods);
    const containers = template.spec.containers.map((container) => {
        const good = digestOf(mark.images[container.name]);
        if (!good || container.image.includes('@'))
            return container;
        const image = `${repositoryOf(container.image)}@${good}`;
        // An earlier run has pinned it, and it stays so.
        if ((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .imagesOf */ .IC)(present)[container.name] === image)
            return { ...container, image };
        const now = running.get(`${container.name}=${container.image}`);
        const isMoved = now !== undefined && [...now].some((digest) => digest !== good);
        return isMoved ? { ...container, image } : container;
    });
    const isSame = containers.every((container, at) => container === template.spec.containers[at]);
    return isSame ? template : { ...template, spec: { ...template.spec, containers } };
}
/** A template with the images of these containers pinned to what its mark has. */
function withDigests(template, mark, names) {
    const containers = template.spec.containers.map((container) => {
        const good = digestOf(mark?.images[container.name]);
        const image = `${repositoryOf(container.image)}@${good}`;
        return good && names.includes(container.name) ? { ...container, image } : container;
    });
    return { ...template, spec: { ...template.spec, containers } };
}
const repositoryOf = (image) => image.replace(/:[\w.-]+$/, '');
/** @throws ActionError where pods that serve run another image than the one that was marked good */
function requireDigests(ref, template, mark, pods) {
    const running = runningBy(pods);
    for (const { name, image } of template.spec.containers) {
        const good = digestOf(mark?.images[name]);
        const other = [...(running.get(`${name}=${image}`) ?? [])].find((digest) => digest !== good);
        if (good && other)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .label */ .Pf)(ref)} is rolled out but runs another image than the one that was marked good: ${image} is ${other} now, and was ${good}; roll it back with \`to: image=${name}=${repositoryOf(image)}@${good}\`.`);
    }
}


/***/ }),

/***/ 55837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ ImageCheck),
  B: () => (/* binding */ checkImages)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(14006);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./build/systems/http/client.js
var client = __webpack_require__(25019);
;// CONCATENATED MODULE: ./build/systems/registry/credentials.js



const entrySchema = dist/* object */.Ikc({
    username: dist/* optional */.lqM(dist/* string */.YjP()),
    password: dist/* optional */.lqM(dist/* string */.YjP()),
    auth: dist/* optional */.lqM(dist/* string */.YjP()),
});
const entriesSchema = dist/* record */.g1P(dist/* string */.YjP(), entrySchema);
/** What the kubelet reads of a pull secret, of either type; undefined where it is not one. */
function credentialsOf({ type, data = {}, metadata }) {
    const [key, at] = type === 'kubernetes.io/dockercfg'
        ? ['.dockercfg', (json) => json]
        : ['.dockerconfigjson', (json) => json?.auths];
    const text = Object.hasOwn(data, key) ? Buffer.from(data[key] ?? '', 'base64').toString() : '';
    const entries = dist/* safeParse */.xLC(entriesSchema, at((0,client/* jsonOf */.o_)(text)));
    if (!entries.success)
        return undefined;
    return Object.entries(entries.output).flatMap(([server, { username = '', password = '', auth }]) => {
        const [user = '', secret] = auth ? userAndPassword(auth) : [username, password];
        return user && secret ? [{ for: placeOf(server), user, password: secret, from: metadata.name }] : [];
    });
}
function userAndPassword(auth) {
    const pair = Buffer.from(auth, 'base64').toString();
    const at = pair.indexOf(':');
    return at < 0 ? [pair] : [pair.slice(0, at), pair.slice(at + 1).replace(/(?<!\0)\0+$/, '')];
}
/** `https://index.docker.io/v1/` → `index.docker.io`: schemes and versions of the protocol say nothing. */
const placeOf = (server) => server
    .replace(/^https?:\/\//, '')
    .replace(/\/v[12](?=\/)/, '')
    .replace(/\/$/, '');
/**
 * The credentials that fit an image, those for the longest path first, as the kubelet tries them
 * (kubernetes/pkg/credentialprovider/keyring.go).
 */
function fitting(credentials, { key }) {
    const sorted = [...credentials].sort((a, b) => (a.for < b.for ? 1 : -1));
    const found = sorted.filter((each) => isFor(each.for, key));
    if (found.length > 0 || !key.startsWith('docker.io/'))
        return found;
    return sorted.filter((each) => each.for === 'index.docker.io');
}
function isFor(place, key) {
    const [host = '', path] = split(place);
    const [wanted = '', repository] = split(key);
    const [pattern, name] = [host.split('.'), wanted.split('.')];
    const isSameHost = portOf(host) === portOf(wanted) &&
        pattern.length === name.length &&
        pattern.every((part, at) => matches(part.replace(/:\d+$/, ''), name[at]?.replace(/:\d+$/, '') ?? ''));
    return isSameHost && `/${repository}`.startsWith(path === '' ? '/' : `/${path}`);
}
const portOf = (host) => /:\d+$/.exec(host)?.[0];
function split(place) {
    const at = place.indexOf('/');
    return at < 0 ? [place, ''] : [place.slice(0, at), place.slice(at + 1)];
}
/** `*` and `?` within one part of a host's name. */
const matches = (pattern, part) => pattern === part ||
    (/[*?]/.test(pattern) && picomatch.isMatch(part, pattern, { dot: true, nobrace: true, noextglob: true }));

;// CONCATENATED MODULE: ./build/systems/registry/image.js
/** What a registry is called in names of images, and where it answers. */
const DOCKER_HUB = { names: ['docker.io', 'index.docker.io'], host: 'registry-1.docker.io' };
const HOST = /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(:\d{1,5})?$/i;
const REPOSITORY = /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+:[0-9a-f]{32,128}$/;
/** Reads the name of an image as container runtimes do; undefined where it is not one. */
function parseImage(name) {
    const [named = '', digest] = name.split('@');
    const [, untagged = named, tag = 'latest'] = /^(.+):([\w.-]+)$/.exec(named) ?? [];
    const [first = '', ...rest] = untagged.split('/');
    const hasHost = rest.length > 0 && (/[.:[]/.test(first) || first === 'localhost' || /[A-Z]/.test(first));
    const written = hasHost ? first : 'docker.io';
    const isHub = DOCKER_HUB.names.includes(written);
    const path = hasHost ? rest.join('/') : untagged;
    const repository = isHub && !path.includes('/') ? `library/${path}` : path;
    const reference = digest ?? tag;
    if (digest !== undefined && !DIGEST.test(digest))
        return undefined;
    if (!HOST.test(written) || !REPOSITORY.test(repository) || !TAG.test(tag))
        return undefined;
    return {
        ...{ name, repository, reference },
        host: isHub ? DOCKER_HUB.host : written,
        key: `${isHub ? 'docker.io' : written}/${repository}`,
    };
}
/** Whether a host is the machine itself: for a node another one than for the runner. */
const isLoopback = (host) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/retry.js
var retry = __webpack_require__(31666);
// EXTERNAL MODULE: ./build/base/settled.js
var settled = __webpack_require__(71501);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
;// CONCATENATED MODULE: ./build/systems/registry/challenge.js
const LONGEST = 8192;
/** Reads `WWW-Authenticate`; undefined where it asks for nothing that is known here. */
function parseChallenge(header) {
    const text = (header ?? '').slice(0, LONGEST);
    const bearer = /(?:^|,)\s*bearer\s+(.+)$/i.exec(text)?.[1];
    if (bearer === undefined)
        return /(?:^|,)\s*basic\b/i.test(text) ? { scheme: 'basic' } : undefined;
    const parameters = new Map([...bearer.matchAll(/(?<![a-z])([a-z]+)\s{0,9}=\s*(?:"([^"]*)"|([^\s,"]+))/gi)].map(([, name = '', quoted, plain]) => [name.toLowerCase(), quoted ?? plain ?? '']));
    const realm = parameters.get('realm');
    return realm ? { scheme: 'bearer', realm, service: parameters.get('service') } : undefined;
}

// EXTERNAL MODULE: ./build/systems/http/sigv4.js
var sigv4 = __webpack_require__(34193);
;// CONCATENATED MODULE: ./build/systems/registry/ecr.js




/** `123456789012.dkr.ecr.eu-west-1.amazonaws.com`, and those of China, with FIPS, and of both kinds of addresses. */
const REGISTRY = /^\d{12}\.dkr[.-]ecr(-fips)?\.([a-z0-9-]+)\.(amazonaws\.com(?:\.cn)?|on\.aws)$/;
/** Of an image's host; undefined where it is another registry. */
function ecrOf(host) {
    const [, fips = '', region, suffix] = REGISTRY.exec(host) ?? [];
    if (region === undefined || suffix === undefined)
        return undefined;
    const name = suffix === 'on.aws' ? `ecr${fips}.${region}.api.aws` : `api.ecr${fips}.${region}.${suffix}`;
    return { region, api: new URL(`https://${name}/`) };
}
const answerSchema = dist/* object */.Ikc({
    authorizationData: dist/* pipe */.FsL(dist/* array */.YOg(dist/* object */.Ikc({ authorizationToken: dist/* string */.YjP() })), dist/* minLength */.BpQ(1)),
});
const errorSchema = dist/* object */.Ikc({ __type: dist/* string */.YjP() });
/**
 * A log-in for all registries of a region that the AWS credentials of this step may read (`GetAuthorizationToken`): nodes of
 * AWS get theirs in the same way, by their own role.
 *
 * @throws ActionError where there are no credentials, or they are refused
 */
async function logIn({ region, api }, send) {
    const sign = (0,sigv4/* signerOf */.K)('Amazon Elastic Container Registry', 'ecr', region);
    const request = {
        ...{ method: 'POST', url: api, body: '{}' },
        headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken',
        },
    };
    const { status, body } = await send({ ...request, headers: await sign(request) });
    const answer = dist/* safeParse */.xLC(answerSchema, (0,client/* jsonOf */.o_)(body));
    const token = answer.success ? answer.output.authorizationData[0]?.authorizationToken : undefined;
    if (status !== 200 || token === undefined) {
        const error = dist/* safeParse */.xLC(errorSchema, (0,client/* jsonOf */.o_)(body));
        const refusal = error.success
            ? error.output.__type.split('#').at(-1)?.slice(0, 80)
            : `it answers ${status}`;
        throw new errors/* ActionError */.lZ(`Amazon Elastic Container Registry in ${region} gives this step no log-in (${refusal})`);
    }
    const [user = '', ...password] = Buffer.from(token, 'base64').toString().split(':');
    return { for: api.host, user, password: password.join(':'), from: undefined };
}

;// CONCATENATED MODULE: ./build/systems/registry/registry.js










/** A manifest of one platform, and lists of those of several. */
const MANIFESTS = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
/** Codes of the distribution protocol for what is not there. */
const ABSENT = ['MANIFEST_UNKNOWN', 'NAME_UNKNOWN', 'NOT_FOUND'];
/** Names of images are data of the cluster, and lead to no place of this machine or of its cloud. */
const ANYWHERE = new URL('https://registry.invalid');
const MAX_BYTES = 64 * 1024;
const REDIRECTS = 3;
const errorsSchema = dist/* object */.Ikc({ errors: dist/* array */.YOg(dist/* object */.Ikc({ code: dist/* string */.YjP() })) });
const tokenSchema = dist/* union */.KCZ([
    dist/* pipe */.FsL(dist/* object */.Ikc({ token: dist/* string */.YjP() }), dist/* transform */.pdi(({ token }) => token)),
    dist/* pipe */.FsL(dist/* object */.Ikc({ access_token: dist/* string */.YjP() }), dist/* transform */.pdi((answer) => answer.access_token)),
]);
/**
 * Asks registries for images by the distribution protocol, without a byte of them. What one has said of how it wants to be
 * asked holds for all images; each request is tried again by the one retry policy, as long as there is time.
 */
class Registries {
    #signal;
    #deadline;
    #mask;
    #includesLoopback;
    #challenges = new Map();
    #tokens = new Map();
    #logIns = new Map();
    /**
     * @param signal ends everything
     * @param includesLoopback whether the nodes' own machine is this one: what is `localhost` for them is another machine otherwise
     */
    constructor(signal, mask, includesLoopback) {
        this.#signal = signal;
        this.#mask = mask;
        this.#includesLoopback = includesLoopback;
    }
    /** The end of all requests together, which begins with the first. */
    get #late() {
        this.#deadline ??= AbortSignal.any([this.#signal, AbortSignal.timeout(waits/* WAITS */.r.REGISTRY_MS)]);
        return this.#deadline;
    }
    /**
     * Looks for an image, with each of the credentials that fit it until one shows it. Throws only where `signal` aborted.
     *
     * @param expected the digest that it had; `isOther` says whether its tag means another image now
     */
    async lookUp(name, credentials, expected) {
        const image = parseImage(name);
        if (!image)
            return unknown(`${JSON.stringify(name.slice(0, 200))} is not the name of an image`);
        if (isLoopback(image.host) && !this.#includesLoopback)
            return unknown(`${image.host} is another machine for each node than for the runner`);
        if (!isLoopback(image.host) && !(0,client/* mayRedirect */.KN)(ANYWHERE, baseOf(image.host)))
            return unknown(`${image.host} is not a registry that is asked`);
        const fits = fitting(credentials, image);
        for (const { password } of fits)
            this.#mask(password);
        const ecr = ecrOf(image.host);
        const seen = [];
        for (const credential of fits.length > 0 || ecr ? fits : [undefined]) {
            const presence = await this.#orUnknown(image, () => this.#manifest(image, credential, expected));
            if (presence.is === 'there')
                return presence;
            seen.push(presence);
        }
        // Nodes of AWS have a log-in of their own beside the pull secrets.
        if (ecr && !seen.some(({ is }) => is === 'gone')) {
            const own = await this.#orUnknown(image, () => this.#logIn(ecr));
            if (!('is' in own))
                seen.push(await this.#orUnknown(image, () => this.#manifest(image, own, expected)));
            else if (seen.length === 0)
                seen.push(own);
        }
        const [first] = seen;
        const found = (is) => seen.find((each) => each.is === is);
        return found('there') ?? found('gone') ?? found('unknown') ?? first;
    }
    async #orUnknown(image, lookUp) {
        try {
            return await lookUp();
        }
        catch (error) {
            this.#signal.throwIfAborted();
            if (this.#late.aborted)
                return unknown(`${image.host} gave no answer in ${waits/* WAITS */.r.REGISTRY_MS / 1000} s`);
            if (error instanceof errors/* ActionError */.lZ)
                return unknown((0,errors/* messageOf */.bD)(error).replace(/[.;]$/, ''));
            throw error;
        }
    }
    async #manifest(image, credential, expected) {
        const { host, repository, reference } = image;
        const path = `${repository}/manifests/${reference}`;
        const challenge = await this.#challengeOf(host);
        let authorization = await this.#authorize(image, credential, challenge);
        let head = await this.#request(host, path, 'HEAD', authorization);
        if (head.status === 401 && !challenge) {
            // Some registries ask for credentials only for an image.
            const ownChallenge = parseChallenge(head.headers.get('www-authenticate'));
            authorization = await this.#authorize(image, credential, ownChallenge);
            if (authorization.Authorization)
                head = await this.#request(host, path, 'HEAD', authorization);
        }
        const isAsExpected = expected === undefined || digestIn(head) === expected;
        if (head.status === 200 && isAsExpected)
            return { is: 'there', isOther: false };
        // An answer to HEAD says neither why not nor what is in a list of platforms, and some answer none.
        const answer = await this.#request(host, path, 'GET', authorization);
        if (answer.status === 200) {
            const digest = digestIn(answer);
            const isOther = !isAsExpected && digest !== undefined && digest !== expected && !answer.body.includes(expected);
            return { is: 'there', isOther };
        }
        if (answer.status === 404 && isAbsence(answer))
            return this.#absent(image, authorization, credential !== undefined);
        if (answer.status === 401 || answer.status === 403)
            return refusedPresence(image, credential, answer.status);
        return unknown(`${host} answers ${answer.status}, which says nothing of an image`);
    }
    /** Some registries say of what they do not show to a stranger that it is not there. */
    async #absent(image, authorization, isKnown) {
        const { host, repository, reference } = image;
        const sep = reference.includes(':') ? '@' : ':';
        const gone = { is: 'gone', reason: `${host} has no ${repository}${sep}${reference} any more` };
        if (isKnown)
            return gone;
        const tags = await this.#request(host, `${repository}/tags/list?n=1`, 'GET', authorization);
        return tags.status === 200 ? gone : unknown(`${host} shows nothing of ${repository} without credentials`);
    }
    #challengeOf(host) {
        const known = this.#challenges.get(host) ??
            this.#request(host, '', 'GET').then(({ headers }) => parseChallenge(headers.get('www-authenticate')));
        this.#challenges.set(host, known);
        return known;
    }
    async #authorize(image, credential, challenge) {
        if (challenge?.scheme !== 'bearer')
            return challenge && credential ? basic(credential) : {};
        const id = JSON.stringify([image.host, image.repository, credential?.user, credential?.from]);
        const known = this.#tokens.get(id) ?? this.#token(image, credential, challenge);
        this.#tokens.set(id, known);
        const token = await known;
        return token === undefined ? {} : { Authorization: `Bearer ${token}` };
    }
    /** A token for reading one repository; undefined where none is given, which the registry then says again. */
    async #token({ host, repository }, credential, { realm, service }) {
        const url = URL.parse(realm);
        if (!url || !(0,client/* mayRedirect */.KN)(baseOf(host), url))
            throw new errors/* ActionError */.lZ(`${host} names an address for its tokens where they are not requested`);
        url.searchParams.set('scope', `repository:${repository}:pull`);
        if (service)
            url.searchParams.set('service', service);
        const answer = await this.#send({
            ...{ url, redirects: REDIRECTS },
            headers: credential ? basic(credential) : {},
        });
        const token = dist/* safeParse */.xLC(tokenSchema, (0,client/* jsonOf */.o_)(answer.body));
        if (answer.status !== 200 || !token.success)
            return undefined;
        this.#mask(token.output);
        return token.output;
    }
    #request(host, path, method, headers = {}) {
        const url = new URL(path, baseOf(host));
        return this.#send({ url, method, headers: { Accept: MANIFESTS, ...headers }, redirects: REDIRECTS });
    }
    /** A log-in to Amazon's registries of a region, requested once. */
    async #logIn(ecr) {
        const known = this.#logIns.get(ecr.region) ?? logIn(ecr, (request) => this.#send(request));
        this.#logIns.set(ecr.region, known);
        // Credentials come from places that may be silent.
        const credential = await (0,settled/* unlessAborted */.Wh)(known, this.#late);
        this.#mask(credential.password);
        return credential;
    }
    #send(unbounded) {
        const request = { ...unbounded, mostBytes: MAX_BYTES };
        const { url } = request;
        const once = async () => {
            const signal = AbortSignal.any([this.#late, AbortSignal.timeout(waits/* WAITS */.r.REGISTRY_ATTEMPT_MS)]);
            const answer = await (0,client/* send */.tN)(request, signal).catch((error) => {
                if (error instanceof errors/* ActionError */.lZ || this.#late.aborted)
                    throw error;
                throw new retry/* PassingError */.aB(`${url.host} gave no answer in ${waits/* WAITS */.r.REGISTRY_ATTEMPT_MS / 1000} s`);
            });
            if (!(0,client/* isPassingStatus */.Wj)(answer.status))
                return answer;
            const refusal = answer.status === 429 ? 'answers 429, too many requests' : `answers ${answer.status}`;
            throw new retry/* PassingError */.aB(`${url.host} ${refusal}`, {
                retryAfterMs: (0,retry/* retryAfterMs */.Vs)(answer.headers.get('retry-after')),
                isLimit: answer.status === 429,
            });
        };
        return (0,retry/* retry */.L5)(once, { signal: this.#late, attempts: 3, withinMs: waits/* WAITS */.r.REGISTRY_MS });
    }
}
const digestIn = ({ headers }) => headers.get('docker-content-digest') ?? undefined;
const unknown = (reason) => ({ is: 'unknown', reason });
/** What an answer 401 or 403 says, by whose credentials it was asked with. */
function refusedPresence({ host, repository }, credential, status) {
    if (!credential)
        return unknown(`${host} answers ${status}: it wants credentials, and no pull secret that can be read has any for it`);
    return credential.from === undefined
        ? unknown(`the AWS credentials of this step may not read ${repository} of ${host} (${status})`)
        : { is: 'denied', reason: `${host} refuses the credentials of Secret ${credential.from} (${status})` };
}
const basic = ({ user, password }) => ({
    Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
/** Container runtimes speak HTTP to the machine itself, and HTTPS to all others. */
const baseOf = (host) => new URL(`${isLoopback(host) ? 'http' : 'https'}://${host}/v2/`);
/** An answer in the words of the protocol: not the page of a proxy or of another server. */
function isAbsence({ body }) {
    const parsed = dist/* safeParse */.xLC(errorsSchema, (0,client/* jsonOf */.o_)(body));
    return parsed.success && parsed.output.errors.some(({ code }) => ABSENT.includes(code));
}

// EXTERNAL MODULE: ./build/service/digests.js
var digests = __webpack_require__(72801);
// EXTERNAL MODULE: ./build/service/history.js + 1 modules
var service_history = __webpack_require__(33030);
// EXTERNAL MODULE: ./build/service/lineage.js
var lineage = __webpack_require__(11805);
// EXTERNAL MODULE: ./build/service/marks.js
var marks = __webpack_require__(94054);
// EXTERNAL MODULE: ./build/service/references.js
var references = __webpack_require__(38852);
;// CONCATENATED MODULE: ./build/service/images.js









/** Registries that are asked at the same time. */
const AT_ONCE = 16;
/** Older revisions that are requested where the target's image is gone. */
const MOST_OTHERS = 5;
/** Asks the registries whether the images of templates can be pulled, as the nodes would; each is asked once. */
class ImageCheck {
    #registries;
    #lookup;
    #limit = (0,p_limit/* default */.A)(AT_ONCE);
    #known = new Map();
    constructor(client, namespace, mask) {
        const server = URL.parse(client.server)?.hostname ?? '';
        this.#registries = new Registries(client.signal, mask, isLoopback(server));
        this.#lookup = new references/* ReferenceLookup */.Cm(client, namespace, []);
    }
    /** Asks for all images that a rollback would start, so that the answers are there when they are needed. */
    async prefetch(steps) {
        await Promise.all(steps
            .filter(({ action }) => action === 'roll-back')
            .map(({ template, good }) => this.of(template, good?.images)));
    }
    /** @param good images of containers by their digests, as they ran when they were marked */
    async of(template, good = {}) {
        const { containers, initContainers = [], volumes = [] } = template.spec;
        const all = [
            ...containers.map(({ name, image, imagePullPolicy }) => ({
                container: name,
                image,
                policy: imagePullPolicy,
            })),
            ...initContainers.map(({ image, imagePullPolicy }) => ({
                container: undefined,
                image,
                policy: imagePullPolicy,
            })),
            ...volumes.flatMap(({ image }) => image?.reference ? [{ container: undefined, image: image.reference, policy: image.pullPolicy }] : []),
        ];
        const { credentials, unread } = await this.#credentialsFor(template);
        return Promise.all(all.map(async ({ container, image, policy }) => {
            if (policy === 'Never')
                return { container, image, presence: never };
            const expected = container && !image.includes('@') ? (0,digests/* digestOf */.ol)(good[container]) : undefined;
            const presence = await this.#lookUp(image, credentials, expected);
            const isSure = presence.is === 'there' || presence.is === 'unknown' || unread.length === 0;
            const missingRight = unread.length === 0 ? '' : `; the right to get ${unread.join(', ')} is missing`;
            if (presence.is === 'there')
                return { container, image, presence };
            return {
                container,
                image,
                presence: { is: isSure ? presence.is : 'unknown', reason: `${presence.reason}${missingRight}` },
            };
        }));
    }
    #lookUp(image, credentials, expected) {
        const id = JSON.stringify([image, expected, credentials.map(({ from }) => from)]);
        const known = this.#known.get(id) ?? this.#limit(() => this.#registries.lookUp(image, credentials, expected));
        this.#known.set(id, known);
        return known;
    }
    /** Those of the pod's own pull secrets, or where it names none of its account's (admission/serviceaccount). */
    async #credentialsFor({ spec }) {
        const own = spec.imagePullSecrets ?? [];
        const name = spec.serviceAccountName ?? 'default';
        const account = own.length > 0 ? undefined : await this.#lookup.read('ServiceAccount', name);
        if (account === 'unknown')
            return { credentials: [], unread: [`ServiceAccount ${name}`] };
        const secrets = own.length > 0 ? own : (account?.imagePullSecrets ?? []);
        const read = await Promise.all(secrets.map(async ({ name }) => ({ name, secret: await this.#lookup.read('Secret', name) })));
        return {
            credentials: read.flatMap(({ secret }) => secret && secret !== 'unknown' ? (credentialsOf(secret) ?? []) : []),
            unread: read.filter(({ secret }) => secret === 'unknown').map(({ name }) => `Secret ${name}`),
        };
    }
}
const never = { is: 'unknown', reason: 'its policy is never to pull it' };
/**
 * Takes what registries say of the images into a plan: a target whose image is gone is refused, and a tag that means another
 * image than the one that was marked good is pinned to that. What cannot be asked from here refuses nothing.
 */
async function checkImages(groups, images, namespace, { accepts, log, other }) {
    const unknown = new Map();
    let there = 0;
    const check = async (step) => {
        if (step.action !== 'roll-back')
            return step;
        const { step: asMarked, seen } = await pinMoved(step, images);
        for (const { image, presence } of seen) {
            if (presence.is === 'there')
                there += 1;
            if (presence.is === 'unknown')
                unknown.set(presence.reason, (unknown.get(presence.reason) ?? new Set()).add(image));
        }
        const present = new Set(allImages(step.workload.spec.template));
        const gone = seen.filter(({ presence }) => presence.is === 'gone');
        const fatal = gone.filter(({ image }) => !present.has(image));
        const doubtful = seen.filter((item) => item.presence.is === 'denied' || (gone.includes(item) && !fatal.includes(item)));
        const warned = { ...asMarked, warnings: [...asMarked.warnings, ...objectionsTo(doubtful)] };
        if (fatal.length === 0)
            return warned;
        const [objection] = objectionsTo(fatal);
        if (accepts('images'))
            return { ...warned, warnings: [...warned.warnings, objection] };
        const instead = await stillThere(step, namespace.history(step.workload), other());
        return {
            ...step,
            action: 'refuse',
            reason: `${objection}, and a node that does not have it could not start it; ${instead} (\`accept: images\` goes there all the same)`,
        };
    };
    const checked = await Promise.all(groups.map((group) => Promise.all(group.map(check))));
    if (there > 0)
        log.info(`Images: ${there} of the revisions that are gone back to can be pulled.`);
    for (const [reason, names] of unknown)
        log.info(`Not checked whether it can be pulled: ${[...names].join(', ')}: ${reason}.`);
    return checked;
}
/** What registries say against images, a part of a sentence for each reason. */
const objectionsTo = (seen) => {
    const reasons = seen.map(({ image, presence }) => `its image ${image} cannot be pulled: ${reasonOf(presence)}`);
    return reasons.length > 0 ? [[...new Set(reasons)].join('; ')] : [];
};
const reasonOf = (presence) => ('reason' in presence ? presence.reason : '');
/** A step with the images pinned whose tags mean others now, and what is known of the images that it comes to. */
async function pinMoved(step, images) {
    const seen = await images.of(step.template, step.good?.images);
    const moved = seen.flatMap(({ container, presence }) => container && presence.is === 'there' && presence.isOther ? [container] : []);
    if (moved.length === 0)
        return { step, seen };
    const template = (0,digests/* withDigests */.o2)(step.template, step.good, moved);
    const reason = `${step.reason}; a tag of it means another image now, so it is pinned to what was marked good`;
    const to = { ...step.to, images: (0,service_history/* imagesOf */.IC)(template) };
    return { step: { ...step, template, to, reason }, seen: await images.of(template) };
}
/** Which older revision can be gone to instead, as a part of a sentence: one that was marked good, or else the newest. */
async function stillThere({ target, workload, template }, history, images) {
    const before = target?.number ?? Number.POSITIVE_INFINITY;
    const now = [allImages(workload.spec.template), allImages(template)].map((each) => each.join());
    const older = history.filter((each) => each.number > 0 &&
        each.number < before &&
        !(0,marks/* rolledBackMark */.vr)(each.object) &&
        !now.includes(allImages(each.template).join()));
    const marked = older.filter((each) => (0,lineage/* goodMarkOf */.q2)(each, history));
    const sorted = [...marked, ...older.filter((each) => !marked.includes(each))].slice(0, MOST_OTHERS);
    for (const revision of sorted) {
        const seen = await images.of(revision.template);
        if (!seen.every(({ presence }) => presence.is === 'there'))
            continue;
        const mark = (0,lineage/* goodMarkOf */.q2)(revision, history);
        const known = mark
            ? `which was marked good at ${mark.at.replace(/\.\d+Z$/, 'Z')}`
            : 'which was not marked good';
        return `revision ${revision.number} (${allImages(revision.template).join(', ')}), ${known}, can still be pulled: say \`to: revision=${revision.number}\``;
    }
    return 'no older revision that can be pulled is known: push the image again, or name one with `to: image=<container>=<image>`';
}
const allImages = ({ spec }) => [...(spec.initContainers ?? []), ...spec.containers].map(({ image }) => image);


/***/ }),

/***/ 64745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ot: () => (/* binding */ lingeringKeys),
/* harmony export */   UQ: () => (/* binding */ lingeringWarning)
/* harmony export */ });
/* unused harmony export lingering */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _base_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60091);
/* harmony import */ var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31803);
/* harmony import */ var _hand_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97320);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33030);
/* harmony import */ var _merge_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20249);






/** How an item of a list that a merge tells apart is called, and what is in a map of these names. */
const WORDS = {
    ...{ containers: 'container', initContainers: 'init container', env: 'variable', volumes: 'volume' },
    ...{ volumeMounts: 'mount', volumeDevices: 'device', ports: 'port', imagePullSecrets: 'pull secret' },
    ...{ annotations: 'annotation', labels: 'label', nodeSelector: 'node selector' },
};
/**
 * What the next client-side deploy will not take away, because neither the release that is left nor the next one knows of
 * it, as a warning; undefined where there is nothing. kubectl's annotation is put right instead.
 */
const lingeringWarning = (workload, template) => warningOf((0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__/* .holderOf */ .Kd)(workload), (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOfTemplate */ .Nh)(workload), lingering(workload.spec.template, template));
/** The same of a ConfigMap or Secret whose older contents come back. */
function lingeringKeys(before, older) {
    const keys = (config) => Object.keys({ ...config.data, ...config.binaryData });
    const known = keys(before);
    const stays = keys(older).filter((key) => !known.includes(key));
    return warningOf(before, (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOfData */ .hS)(before), stays.map((key) => `key ${key}`));
}
function warningOf({ metadata }, deployer, stays) {
    const isApplied = metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined;
    return deployer?.operation === 'Update' && !isApplied && stays.length > 0
        ? `the next deploy by ${deployer.manager} will not take away what only the older revision has: ${stays.join(', ')}`
        : undefined;
}
/** The parts of an older template that the present one lacks, by their names: `variable FEATURE of web`. */
function lingering(now, older) {
    return [
        ...added(now.metadata ?? {}, older.metadata ?? {}, 'metadata', ''),
        ...added(now.spec, older.spec, 'spec', ''),
    ];
}
/** @param of the container that it is in, as the end of a name */
function added(now, older, field, of) {
    if ((0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .isFields */ .C)(older) && (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .isFields */ .C)(now))
        return Object.keys(older).flatMap((key) => {
            // Nothing lives from it.
            if ((0,_history_js__WEBPACK_IMPORTED_MODULE_2__/* .isRestart */ .Kq)(key))
                return [];
            if (Object.hasOwn(now, key))
                return added(now[key], older[key], key, of);
            // A whole list or map is told by what is in it, where that has names.
            const empty = _merge_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .MERGE_KEYS */ .C[key] ? [] : WORDS[key] ? {} : undefined;
            return empty ? added(empty, older[key], key, of) : [nameOf(field, key, of)];
        });
    const by = _merge_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .MERGE_KEYS */ .C[field];
    // What is not distinguished is replaced as a whole.
    if (!by || !Array.isArray(older) || !Array.isArray(now))
        return [];
    return older.flatMap((item) => {
        const mine = now.find((other) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(other[by], item[by]));
        if (!mine)
            return [nameOf(field, String(item[by]), of)];
        return added(mine, item, 'item', /ontainers$/.test(field) ? ` of ${item[by]}` : of);
    });
}
function nameOf(field, key, of) {
    const isItself = ['item', 'spec', 'metadata'].includes(field);
    return `${isItself ? '' : `${WORDS[field] ?? field} `}${key}${of}`;
}


/***/ }),

/***/ 44049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ mainContainer)
/* harmony export */ });
/**
 * The container whose version is that of the release: the one that the template names as its default, that of the workload's name,
 * or the first. Pure.
 */
function mainContainer({ metadata, spec }, workload) {
    const wanted = [metadata?.annotations?.['kubectl.kubernetes.io/default-container'], workload];
    return (wanted.map((name) => spec.containers.find((one) => one.name === name)).find((found) => found) ??
        spec.containers[0]);
}


/***/ }),

/***/ 60138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ readWorkload),
/* harmony export */   K2: () => (/* binding */ patchWorkload),
/* harmony export */   UL: () => (/* binding */ tryPatch)
/* harmony export */ });
/* harmony import */ var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31803);
/* harmony import */ var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59027);
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1807);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60921);
/* harmony import */ var _rollout_kind_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76532);





/**
 * Patches a workload, from a fresh read after a conflict. `patch` gets the newest state and answers the patch for it; it throws
 * where the workload is no longer what was planned for.
 *
 * @returns the workload as it is afterwards
 */
async function patchWorkload({ client, namespace }, workload, patch) {
    const { after } = await patchFresh(client, workload, patch);
    for (const object of (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__/* .objectsOfWorkload */ .Ds)(after))
        namespace.put(object);
    return after;
}
/** The same as a dry run: what it would be patched from and what it would be then, by all policies of the cluster. */
const tryPatch = (client, workload, patch) => patchFresh(client, workload, patch, { dryRun: 'All' });
/** A workload as it is now. */
async function readWorkload(client, { kind, metadata: { namespace, name } }) {
    const own = await client.get((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadPath */ .jC)(namespace, kind, name));
    const ref = (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__/* .templateRef */ .m)(own);
    return ref ? (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__/* .joined */ .oR)(own, await client.get((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadPath */ .jC)(namespace, ref.kind, ref.name))) : own;
}
async function patchFresh(client, workload, patch, query = {}) {
    for (let fresh = workload;; fresh = await readWorkload(client, workload)) {
        try {
            return { before: fresh, after: await write(client, fresh, patch(fresh), query) };
        }
        catch (error) {
            if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiError */ .hD && error.status === 409))
                throw error;
        }
    }
}
async function write(client, fresh, patch, query) {
    if (fresh.parts)
        return writeParts(client, fresh.parts, patch, query);
    return fresh.kind === 'Rollout'
        ? client.patch(pathOf(fresh), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__/* .PATCH */ .D.merge, (0,_rollout_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .mergePatch */ .bW)(fresh, patch), query)
        : client.patch(pathOf(fresh), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__/* .PATCH */ .D.strategic, patch, query);
}
/**
 * A Rollout keeps the notes, and its Deployment gets the template. The notes come first: of a run that is killed in between,
 * the next one then knows where it went. A pause comes last: what is left would go on otherwise.
 */
async function writeParts(client, { rollout, deployment }, { metadata = {}, spec: { template, paused } }, query) {
    const { annotations = {} } = metadata;
    const patchOwn = (body) => client.patch(pathOf(rollout), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__/* .PATCH */ .D.merge, body, query);
    let own = Object.keys(annotations).length > 0 ? await patchOwn({ metadata: { annotations } }) : rollout;
    const { resourceVersion } = deployment.metadata;
    const body = { metadata: { resourceVersion }, spec: { template } };
    const holder = await client.patch(pathOf(deployment), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__/* .PATCH */ .D.strategic, body, query);
    if (paused !== undefined)
        own = await patchOwn({ spec: { paused } });
    return (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__/* .joined */ .oR)(own, holder);
}
const pathOf = (workload) => {
    const { kind, name } = (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(workload);
    return (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadPath */ .jC)(workload.metadata.namespace, kind, name);
};


/***/ }),

/***/ 71510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ rollbackPatch),
/* harmony export */   J: () => (/* binding */ restorePatch)
/* harmony export */ });
/* harmony import */ var _hand_over_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97320);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33030);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94054);



/** What `kubectl --record` and people write on a deploy; `kubectl rollout history` shows it. */
const CHANGE_CAUSE = 'kubernetes.io/change-cause';
/** Annotations of a Deployment that belong to its controller or to kubectl, and so do not follow the ReplicaSet. */
const KEPT = new Set([
    'kubectl.kubernetes.io/last-applied-configuration',
    _history_js__WEBPACK_IMPORTED_MODULE_1__/* .REVISION */ .sP,
    'deployment.kubernetes.io/revision-history',
    'deployment.kubernetes.io/desired-replicas',
    'deployment.kubernetes.io/max-replicas',
    'deprecated.deployment.rollback.to',
]);
/** Of these domains, annotations are what other controllers know a workload by, or remember on it. */
const OF_CONTROLLERS = /^(downscaler|[\w.-]*(autoscaling(\.alpha\.kubernetes\.io)?|keda\.sh|argoproj\.io|fluxcd\.io|helm\.sh|k14s\.io|cattle\.io|gke\.io|stakater\.com|karpenter\.sh|istio\.io|linkerd\.io|flagger\.app))\//;
/** Whether an annotation belongs to the release: its deployer wrote it, or its writer is unknown, and no controller depends on it. */
function isOfRelease({ metadata }, deployer) {
    const others = (metadata.managedFields ?? []).filter(
    // People write notes on a deploy with kubectl, and its undo takes them away too.
    ({ manager = '' }) => manager !== _hand_over_js__WEBPACK_IMPORTED_MODULE_0__/* .OURS */ .o6 && manager !== deployer?.manager && !manager.startsWith('kubectl'));
    const theirs = new Set(others.flatMap(({ fieldsV1 }) => {
        const owned = fieldsV1?.['f:metadata'];
        return Object.keys(owned?.['f:annotations'] ?? {}).map((key) => key.slice('f:'.length));
    }));
    return ([key]) => !KEPT.has(key) && (key === CHANGE_CAUSE || (!theirs.has(key) && !OF_CONTROLLERS.test(key)));
}
/**
 * The strategic merge patch that takes a workload to a step's template, and nothing else of it anywhere. It holds the
 * resourceVersion that `workload` was read at, so that it fails where the workload was changed since.
 */
function rollbackPatch(workload, step, mark) {
    const annotations = {
        ...annotationChanges(workload, step),
        ...(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutCopiedMarks */ .vO)(workload),
        // Its pods are started anew by this.
        ...(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutPendingRestart */ .N8)(workload),
        ...(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .lastRollbackAnnotation */ ._K)(mark),
    };
    // In one patch: resumed first, the release that is left would spread to all pods.
    return templatePatch(workload, step.template, annotations, workload.spec.paused ? false : undefined);
}
/** A patch that makes `template` the workload's whole template: what it does not have is gone afterwards. */
function templatePatch(workload, template, annotations = {}, paused) {
    const { resourceVersion } = workload.metadata;
    return {
        metadata: { resourceVersion, annotations },
        spec: { template: { ...template, $patch: 'replace' }, ...(paused !== undefined && { paused }) },
    };
}
/** The patch that undoes a rollback: the template and the annotations that the workload had before it. */
function restorePatch(workload, { workload: before }) {
    const mine = isOfRelease(workload, (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerOfTemplate */ .Nh)(before));
    const gone = Object.entries(workload.metadata.annotations ?? {})
        .filter(mine)
        .map(([key]) => [key, null]);
    const back = Object.entries(before.metadata.annotations ?? {}).filter(mine);
    const paused = before.spec.paused && !workload.spec.paused ? true : undefined;
    return templatePatch(workload, before.spec.template, Object.fromEntries([...gone, ...back]), paused);
}
/**
 * As `kubectl rollout undo` does it: the annotations of a Deployment (the change-cause, say) become those that it
 * had when the ReplicaSet was made; null takes one away. Not those that other controllers live from, which kubectl takes
 * away as well. StatefulSets and DaemonSets keep theirs.
 */
function annotationChanges(workload, step) {
    if (workload.kind !== 'Deployment' || !step.target)
        return {};
    const isReleases = isOfRelease(workload, (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerOfTemplate */ .Nh)(workload));
    const follows = (entry) => isReleases(entry) && !entry[0].startsWith(_marks_js__WEBPACK_IMPORTED_MODULE_2__/* .PREFIX */ .H3);
    const gone = Object.entries(workload.metadata.annotations ?? {})
        .filter(follows)
        .map(([key]) => [key, null]);
    const back = Object.entries(step.target.object.metadata.annotations ?? {}).filter(follows);
    return Object.fromEntries([...gone, ...back]);
}


/***/ }),

/***/ 26729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ describeStep),
/* harmony export */   eL: () => (/* binding */ refusalOfChange),
/* harmony export */   ek: () => (/* binding */ planStep)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(31803);
/* harmony import */ var _owners_find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54138);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60921);
/* harmony import */ var _digests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72801);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33030);
/* harmony import */ var _lineage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11805);
/* harmony import */ var _lingering_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64745);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(94054);
/* harmony import */ var _reaction_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(34865);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(82283);











/** Decides for one workload what a rollback does to it. Pure: nothing is asked and nothing is changed. */
function planStep(candidate, wanted) {
    const { workload, history, named, untouched, pods = [], owner = (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerOf */ .bf)(candidate.workload) } = candidate;
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .currentRevision */ .h7)(workload, history);
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_8__/* .chooseTarget */ .bx)(wanted.to, workload, history, wanted.rollback);
    const from = summarizeRevision(workload.spec.template, current);
    const base = {
        ...(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(workload),
        uid: workload.metadata.uid,
        workload,
        owner,
        from,
        current,
        good: undefined,
        warnings: [],
    };
    const nowhere = { ...base, to: from, template: workload.spec.template, target: undefined };
    // What waits for its finalizers takes a change, and then is gone while it is waited for.
    if (workload.metadata.deletionTimestamp)
        return { ...nowhere, action: named ? 'refuse' : 'skip', reason: 'it is being deleted' };
    if (untouched !== undefined && wanted.to.type === 'last-good')
        return { ...nowhere, target: current, action: 'no-op', reason: untouched };
    if (target.type === 'none') {
        const action = target.noHistory && !named ? 'skip' : 'refuse';
        return { ...nowhere, action, reason: target.reason };
    }
    const asItWas = templateOf(target, workload);
    if (typeof asItWas === 'string')
        return { ...nowhere, action: 'refuse', reason: asItWas };
    return planMove({ ...candidate, owner, pods }, wanted, base, target, asItWas);
}
/** Plans the way to a target whose template is known, where it is not there already. */
function planMove({ workload, history, named, pods, owner }, wanted, base, target, asItWas) {
    const good = target.type === 'revision' ? (0,_lineage_js__WEBPACK_IMPORTED_MODULE_5__/* .goodMarkOf */ .q2)(target.revision, history) : undefined;
    const template = (0,_digests_js__WEBPACK_IMPORTED_MODULE_3__/* .pinned */ .dp)(asItWas, good, workload.spec.template, pods);
    const revision = target.type === 'revision'
        ? target.revision
        : history.find((item) => (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .sameTemplate */ .N_)(item.template, template));
    const to = summarizeRevision(template, revision);
    const chosen = target.type === 'revision' ? target.reason : 'it was asked for';
    const reason = template === asItWas
        ? chosen
        : `${chosen}; a tag of it means another image now, so it is pinned to what was marked good`;
    const goes = { ...base, to, template, target: revision, reason, good };
    const isAtRevision = workload.kind === 'Rollout' && revision !== undefined && revision === base.current;
    if ((isAtRevision || isThere(workload, template, revision, wanted)) && !isHaltedMidway(workload)) {
        if (workload.spec.updateStrategy?.type !== 'OnDelete')
            return { ...goes, action: 'no-op' };
        return {
            ...goes,
            action: 'skip',
            reason: 'its template is right already; with OnDelete its pods stay as they are until they are deleted',
        };
    }
    const left = target.type === 'image' && revision && (0,_marks_js__WEBPACK_IMPORTED_MODULE_7__/* .rolledBackMark */ .vr)(revision.object);
    if (left) {
        const again = `revision ${revision.number} has that image and was rolled back from by rollback ${left.id}`;
        return {
            ...goes,
            action: 'refuse',
            reason: `${again}; to go there all the same say \`to: revision=${revision.number}\``,
        };
    }
    const refusal = refusalOfChange(workload, owner, wanted);
    // What a controller made is not a release of the user who says `all`, and must not keep the others from going back.
    const isControlled = !named && owner?.isController === true;
    if (refusal)
        return { ...goes, action: isControlled ? 'skip' : 'refuse', reason: refusal };
    return { ...goes, action: 'roll-back', warnings: warningsOf(workload, owner, template, wanted) };
}
/** `deployment/api: revision 7 → revision 6 (api:v2 → api:v1), because it was marked good at …`. */
function describeStep(step) {
    const what = {
        'roll-back': `${name(step.from)} → ${name(step.to)}${versions(step)}, because ${step.reason}`,
        'no-op': `stays at ${name(step.to)}: ${step.reason}`,
        skip: `skipped: ${step.reason}`,
        refuse: `refused: ${step.reason}`,
    }[step.action];
    return `${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .label */ .Pf)(step)}: ${what}`;
}
const name = ({ revision, images }) => revision === null ? Object.values(images).join(', ') : `revision ${revision}`;
/** The images that differ, where the revisions are shown by number alone: people know versions. */
function versions({ from, to }) {
    if (to.revision === null)
        return '';
    const different = Object.keys(to.images).filter((container) => from.images[container] !== to.images[container]);
    const short = (image = 'nothing') => image.split('/').at(-1);
    const all = different.map((container) => `${short(from.images[container])} → ${short(to.images[container])}`);
    return all.length > 0 ? ` (${all.join(', ')})` : '';
}
function summarizeRevision(template, revision) {
    return { revision: revision?.number ?? null, images: (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .imagesOf */ .IC)(template) };
}
/** The template to go to, or a sentence that says why there is none. */
function templateOf(target, workload) {
    if (target.type === 'revision')
        return target.revision.template;
    const { template } = workload.spec;
    const { container, image } = target;
    if (!Object.hasOwn((0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .imagesOf */ .IC)(template), container)) {
        return `it has no container ${container}; it has ${Object.keys((0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .imagesOf */ .IC)(template)).join(', ')}`;
    }
    const containers = template.spec.containers.map((item) => item.name === container ? { ...item, image } : item);
    return { ...template, spec: { ...template.spec, containers } };
}
/** Why a change to this workload would come to nothing or be undone. */
function refusalOfChange({ spec }, owner, { gitops }) {
    if (spec.updateStrategy?.type === 'OnDelete') {
        return 'its update strategy is OnDelete, so its pods stay as they are until they are deleted';
    }
    if (gitops === 'through' && (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__/* .isGoneThrough */ .zU)(owner))
        return undefined;
    if (owner?.heals && owner.paused === undefined && gitops !== 'ignore') {
        const unread = owner.unread ? `; whether it is paused is not known: ${owner.unread}` : '';
        return `the ${owner.name} owns it and would undo the rollback; stop that first: ${owner.remedy} (or say \`gitops: ${(0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__/* .isGoneThrough */ .zU)(owner) ? 'through' : 'ignore'}\`)${unread}`;
    }
    return undefined;
}
/**
 * True where it has the template, also with what controllers or policies have added since this rollback put it there. What
 * was added since an earlier one may be the bad deploy that is rolled back now: a command, a probe, a sidecar.
 */
function isThere(workload, template, revision, { rollback }) {
    const present = workload.spec.template;
    if ((0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .sameTemplate */ .N_)(template, present))
        return true;
    const pinned = (0,_marks_js__WEBPACK_IMPORTED_MODULE_7__/* .lastRollback */ .Hp)(workload);
    const wasPut = revision !== undefined && pinned?.to === revision.object.metadata.uid;
    return wasPut && (0,_target_js__WEBPACK_IMPORTED_MODULE_8__/* .isSameRollback */ .tV)(pinned, rollback) && (0,_reaction_js__WEBPACK_IMPORTED_MODULE_9__/* .isReactionTo */ .T)(template, present);
}
/** A paused Deployment whose pods are not all of its present template: nothing goes on before its pause is taken away. */
function isHaltedMidway({ spec, status = {} }) {
    const { replicas = 0, updatedReplicas = 0 } = status;
    return spec.paused === true && (updatedReplicas < (spec.replicas ?? 1) || replicas > updatedReplicas);
}
const isApplied = ({ metadata }) => metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined;
/** What may undo a rollback that is not refused. */
function warningsOf(workload, owner, template, { gitops }) {
    const warnings = [];
    if (workload.spec.paused)
        warnings.push('its rollout is paused; the pause is removed with the rollback');
    if ((0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)((0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .imagesOf */ .IC)(template), (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .imagesOf */ .IC)(workload.spec.template)))
        warnings.push('its images stay the same by name; where a tag was moved, the rollback does not bring the older image back');
    const isThroughHelm = gitops === 'through' && owner?.release !== undefined;
    // Whether anything stays then depends on what becomes of Helm.
    const stays = isThroughHelm ? undefined : (0,_lingering_js__WEBPACK_IMPORTED_MODULE_6__/* .lingeringWarning */ .UQ)(workload, template);
    if (stays)
        warnings.push(stays);
    if (isThroughHelm) {
        warnings.push(`the ${owner.name} owns it: the next helm upgrade brings what its chart and values then say, so put the older version into them`);
    }
    else if (gitops === 'through' && (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__/* .canBePaused */ .oS)(owner)) {
        warnings.push(`the ${owner?.name} owns it and stays paused after the rollback: put the older version into its source, then hand it back (docs/gitops.md)`);
    }
    else if (owner?.paused) {
        warnings.push(`the ${owner.name} owns it and undoes nothing at present (${owner.paused}); before that ends, put the older version into its source`);
    }
    else if (owner) {
        warnings.push(`the ${owner.name} owns it and may undo the rollback; to make it last: ${owner.remedy}`);
    }
    // Argo CD writes that annotation too.
    if (isApplied((0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_10__/* .holderOf */ .Kd)(workload)) && owner?.object?.type !== 'application') {
        warnings.push('it was made by kubectl apply: the next apply of the newer manifest brings that back');
    }
    return warnings;
}


/***/ }),

/***/ 38852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Cm: () => (/* binding */ ReferenceLookup),
/* harmony export */   Jj: () => (/* binding */ lostVolumesOf),
/* harmony export */   ZP: () => (/* binding */ nameReference)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1807);
/* harmony import */ var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3090);


const PLURALS = {
    ConfigMap: 'configmaps',
    Secret: 'secrets',
    ServiceAccount: 'serviceaccounts',
    PersistentVolumeClaim: 'persistentvolumeclaims',
};
/** What has to be there for pods of a template to start: ConfigMaps, Secrets, their keys, account, claims. */
function referencesOf({ spec }) {
    const { containers, initContainers = [], volumes = [], imagePullSecrets = [] } = spec;
    const account = spec.serviceAccountName;
    const all = [
        ...[...containers, ...initContainers].flatMap(ofContainer),
        ...volumes.flatMap(ofVolume),
        ...(account && account !== 'default' ? [{ kind: 'ServiceAccount', name: account }] : []),
        ...imagePullSecrets.map(({ name }) => ({ kind: 'Secret', name, onlyForPulls: true })),
    ];
    const required = all.filter(({ optional, name }) => optional !== true && (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isName */ .Eo)(name));
    const unique = new Map(required.map(({ optional: _, ...item }) => [JSON.stringify(item), item]));
    return [...unique.values()];
}
/**
 * Volumes that containers of a StatefulSet's template mount, and that nothing brings: claims by template stay as they are when
 * it is made anew with others. Servers before Kubernetes 1.34 take such a template, and then none of its pods.
 */
function lostVolumesOf({ spec }, { kind, spec: { volumeClaimTemplates = [] } }) {
    if (kind !== 'StatefulSet')
        return [];
    const { containers, initContainers = [], volumes = [] } = spec;
    const there = new Set([
        ...volumes.map(({ name }) => name),
        ...volumeClaimTemplates.map(({ metadata }) => metadata.name),
    ]);
    const mounted = [...initContainers, ...containers].flatMap(({ volumeMounts = [], volumeDevices = [] }) => [...volumeMounts, ...volumeDevices].map(({ name }) => name));
    return [...new Set(mounted)].filter((name) => !there.has(name));
}
function ofContainer({ env = [], envFrom = [] }) {
    return [
        ...envFrom.flatMap(({ configMapRef, secretRef }) => [
            ...(configMapRef ? [{ kind: 'ConfigMap', ...configMapRef }] : []),
            ...(secretRef ? [{ kind: 'Secret', ...secretRef }] : []),
        ]),
        ...env.flatMap(({ valueFrom: { configMapKeyRef, secretKeyRef } = {} }) => [
            ...(configMapKeyRef ? [{ kind: 'ConfigMap', ...configMapKeyRef }] : []),
            ...(secretKeyRef ? [{ kind: 'Secret', ...secretKeyRef }] : []),
        ]),
    ];
}
function ofVolume({ configMap, secret, projected, persistentVolumeClaim, }) {
    return [
        ...(configMap ? ofFiles('ConfigMap', configMap.name, configMap) : []),
        ...(secret ? ofFiles('Secret', secret.secretName, secret) : []),
        ...(projected?.sources ?? []).flatMap((source) => [
            ...(source.configMap ? ofFiles('ConfigMap', source.configMap.name, source.configMap) : []),
            ...(source.secret ? ofFiles('Secret', source.secret.name, source.secret) : []),
        ]),
        ...(persistentVolumeClaim
            ? [{ kind: 'PersistentVolumeClaim', name: persistentVolumeClaim.claimName }]
            : []),
    ];
}
function ofFiles(kind, name, { optional = false, items = [] }) {
    return [{ kind, name, optional }, ...items.map(({ key }) => ({ kind, name, key, optional }))];
}
/** `ConfigMap app`, or `the key port of ConfigMap app`. */
const nameReference = ({ kind, name, key }) => key === undefined ? `${kind} ${name}` : `the key ${key} of ${kind} ${name}`;
/** Looks references up; each object is read once. */
class ReferenceLookup {
    #client;
    #namespace;
    #known;
    /** @param restored what goes back before the pods start, and so is there by then */
    constructor(client, namespace, restored) {
        this.#client = client;
        this.#namespace = namespace;
        this.#known = new Map(restored.map(({ ref, copy }) => [ref, Promise.resolve(copy)]));
    }
    /** Those that are not there; what these credentials may not read is not known to be missing. */
    async missing(references) {
        const reads = await Promise.all(references.map(async (reference) => ({ reference, isThere: await this.#isThere(reference) })));
        const missing = reads.filter(({ isThere }) => !isThere).map(({ reference }) => reference);
        // Where the whole is not there, its keys are not worth a word.
        const wholes = new Set(missing.filter(({ key }) => key === undefined).map(nameReference));
        return missing.filter(({ kind, name, key }) => key === undefined || !wholes.has(`${kind} ${name}`));
    }
    /** An object by its name; undefined where there is none. */
    read(kind, name) {
        const id = `${kind}/${name}`;
        const found = this.#known.get(id) ?? this.#find(kind, name);
        this.#known.set(id, found);
        return found;
    }
    async #isThere({ kind, name, key }) {
        const object = await this.read(kind, name);
        if (object === undefined)
            return false;
        if (object === 'unknown' || key === undefined)
            return true;
        const { data = {}, binaryData = {} } = object;
        return Object.hasOwn(data, key) || Object.hasOwn(binaryData, key);
    }
    async #find(kind, name) {
        try {
            return await this.#client.find((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .objectPath */ .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__/* .CORE */ .M2, this.#namespace, PLURALS[kind], name));
        }
        catch (error) {
            if (error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiError */ .hD && error.status === 403)
                return 'unknown';
            throw error;
        }
    }
}


/***/ }),

/***/ 74860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ rehearse)
});

// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/systems/kubernetes/errors.js
var errors = __webpack_require__(1807);
// EXTERNAL MODULE: ./build/service/history.js + 1 modules
var service_history = __webpack_require__(33030);
// EXTERNAL MODULE: ./build/service/patch.js
var patch = __webpack_require__(71510);
// EXTERNAL MODULE: ./build/service/patch-workload.js
var patch_workload = __webpack_require__(60138);
// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/systems/kubernetes/names.js
var names = __webpack_require__(3090);
// EXTERNAL MODULE: ./build/service/pod-status.js
var pod_status = __webpack_require__(80026);
;// CONCATENATED MODULE: ./build/service/pod-trial.js





/** Words of policies that may depend on the user, and admit a controller's pod. */
const BY_POLICY = /^admission webhook |ValidatingAdmissionPolicy /;
/**
 * Tries a pod of an older template as a dry run. Policies on pods, priority classes and limits are not asked when a
 * workload is changed: a StatefulSet or DaemonSet would take its pods away first and then be refused the older ones. Without the
 * right to create pods nothing is tried.
 */
async function podTrial(client, namespace) {
    const missing = await (0,access/* missingPermissions */.HR)(client, namespace, [
        { group: '', resource: 'pods', verbs: ['create'] },
    ]);
    if (missing.length > 0)
        return async () => undefined;
    return async (step) => {
        if (hasItsPods(step))
            return undefined;
        try {
            const path = (0,names/* objectPath */.du)(names/* CORE */.M2, namespace, 'pods');
            await client.request('POST', path, { body: podOf(step), query: { dryRun: 'All' } });
            return undefined;
        }
        catch (error) {
            // What is not valid here may be so for what only its controller adds.
            if (!(error instanceof errors/* ApiError */.hD) || error.status !== 403)
                return undefined;
            if ((0,pod_status/* creationVerdict */.zb)(error.message) !== 'final')
                return undefined;
            return { reason: (0,sentence/* withoutFullStop */.Qu)(error.message), isSure: !BY_POLICY.test(error.message) };
        }
    };
}
/** The older ReplicaSet still has as many pods as are wanted, and none has to be made. */
function hasItsPods({ target, workload }) {
    if (target?.object.kind !== 'ReplicaSet')
        return false;
    return (target.object.status?.replicas ?? 0) >= (workload.spec.replicas ?? 1);
}
/** As its controller would make it, as far as policies look at that. */
function podOf({ kind, name, template, target, workload }) {
    const claims = workload.spec.volumeClaimTemplates ?? [];
    const volumes = [
        ...(template.spec.volumes ?? []).filter((volume) => claims.every(({ metadata }) => metadata.name !== volume.name)),
        ...claims.map(({ metadata }) => ({
            name: metadata.name,
            persistentVolumeClaim: { claimName: `${metadata.name}-${name}-0` },
        })),
    ];
    const { labels, annotations } = template.metadata ?? {};
    const isOfSet = target?.object.kind === 'ReplicaSet' && !target.isKept;
    const owner = isOfSet ? target.object : { ...workload, kind };
    const ownerReferences = [
        {
            apiVersion: owner.apiVersion,
            kind: owner.kind,
            name: owner.metadata.name,
            uid: owner.metadata.uid,
            controller: true,
        },
    ];
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { generateName: `${name}-`, labels, annotations, ownerReferences },
        spec: { ...template.spec, ...(volumes.length > 0 && { volumes }) },
    };
}

// EXTERNAL MODULE: ./build/service/references.js
var service_references = __webpack_require__(38852);
// EXTERNAL MODULE: ./build/service/restart.js
var restart = __webpack_require__(64183);
;// CONCATENATED MODULE: ./build/service/rehearse.js








/** What the API server says where nobody knows what a webhook would have said. */
const WEBHOOK_DOWN = /failed calling webhook "([^"]{1,253})"/;
/** What a webhook that changes something outside says to a dry run (admission/plugin/webhook/errors/statuserror.go). */
const NO_DRY_RUN = /does not support dry run/;
/**
 * Finds out before the first change which steps would fail: what the older template needs is looked up, and each patch and a
 * pod of it are tried as dry runs, which pass every admission policy. Changes nothing.
 *
 * @param mayPatch whether the right to patch was checked
 * @returns the steps, those that cannot succeed as refused, and those that would change nothing as no-ops
 */
async function rehearse(client, namespace, groups, restores, mayPatch) {
    const lookup = new service_references/* ReferenceLookup */.Cm(client, namespace, restores);
    const isTried = mayPatch && groups.flat().some(({ action }) => action === 'roll-back');
    const tryPod = isTried ? await podTrial(client, namespace) : undefined;
    const rehearseStep = async (step) => {
        if (step.action !== 'roll-back' && !(0,restart/* needsRestart */.jT)(step, restores))
            return step;
        const lost = (0,service_references/* lostVolumesOf */.Jj)(step.template, step.workload);
        if (lost.length > 0)
            return refused(step, `its older template mounts the volume ${lost.join(', ')}, which its \`volumeClaimTemplates\` do not have any more, and no pod of it could be made; make it anew with those of then (delete it with \`--cascade=orphan\`, so that its pods serve meanwhile)`);
        const missing = await lookup.missing((0,service_references/* referencesOf */.CL)(step.template));
        const { fatal, doubtful } = weigh(missing, step);
        if (fatal.length > 0)
            return refused(step, `what it needs is not there: ${list(fatal)}; bring it back first`);
        const warnings = doubtful.length > 0 ? [`${list(doubtful)}, which it pulls its images with, is not there`] : [];
        const known = { ...step, warnings: [...step.warnings, ...warnings] };
        return tryPod && step.action === 'roll-back' ? tryOut(client, known, tryPod) : known;
    };
    return Promise.all(groups.map((group) => Promise.all(group.map(rehearseStep))));
}
const list = (references) => references.map(service_references/* nameReference */.ZP).join(', ');
const refused = (step, reason) => ({ ...step, action: 'refuse', reason });
/** A pull secret that the present template names as well is no reason to stay: its images came without it. */
function weigh(missing, { workload }) {
    const present = new Set((0,service_references/* referencesOf */.CL)(workload.spec.template).flatMap((item) => (item.onlyForPulls ? [item.name] : [])));
    const isDoubtful = ({ onlyForPulls, name }) => onlyForPulls === true && present.has(name);
    return {
        fatal: missing.filter((item) => !isDoubtful(item)),
        doubtful: missing.filter(isDoubtful),
    };
}
async function tryOut(client, step, tryPod) {
    const mark = { id: '-', run: '-', at: new Date().toISOString(), wanted: '-', to: '', revision: 0 };
    try {
        const { before, after } = await (0,patch_workload/* tryPatch */.UL)(client, step.workload, (fresh) => (0,patch/* rollbackPatch */.H)(fresh, step, mark));
        if (!changesNothing(before, after))
            return withPodTried(step, await tryPod(step));
        const reason = `${step.reason}; a policy of the cluster makes it what runs already`;
        return { ...step, action: 'no-op', reason, warnings: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* ApiError */.hD))
            throw error;
        // What has gone or changed since is met again by the patch itself.
        if (error.status === 404 || NO_DRY_RUN.test(error.message))
            return step;
        const [, webhook] = WEBHOOK_DOWN.exec(error.message) ?? [];
        const words = (0,sentence/* withoutFullStop */.Qu)(error.message);
        return refused(step, webhook === undefined
            ? `the API server does not take its older template: ${words}`
            : `the admission webhook ${webhook} does not answer, and without it nothing may be changed: ${words}; bring it back, or set its \`failurePolicy\` to Ignore until then`);
    }
}
function withPodTried(step, refusal) {
    if (!refusal)
        return step;
    const { reason, isSure } = refusal;
    if (isSure)
        return refused(step, `the cluster makes no pods of its older template: ${reason}`);
    const warning = `a pod of its older template was refused as a dry run, as it may be when its controller makes it: ${reason}`;
    return { ...step, warnings: [...step.warnings, warning] };
}
/** A policy of the cluster that changes the older template into the present one makes a repeat of what was done already. */
const changesNothing = (before, after) => (0,service_history/* sameTemplate */.N_)(before.spec.template, after.spec.template) &&
    (before.spec.paused ?? false) === (after.spec.paused ?? false);


/***/ }),

/***/ 64183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   On: () => (/* binding */ unmarkPending),
/* harmony export */   Pe: () => (/* binding */ markPending),
/* harmony export */   jT: () => (/* binding */ needsRestart),
/* harmony export */   lc: () => (/* binding */ pendingOf),
/* harmony export */   m5: () => (/* binding */ inheritMarks),
/* harmony export */   u8: () => (/* binding */ restartPods)
/* harmony export */ });
/* harmony import */ var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59027);
/* harmony import */ var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94313);
/* harmony import */ var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19443);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33030);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94054);
/* harmony import */ var _patch_workload_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60138);







/**
 * True where a workload keeps its template, and its pods have to be started anew for its configuration: it goes back
 * now, or went back in a run that did not come to the pods.
 */
const needsRestart = (step, restores) => step.action === 'no-op' && ((0,_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .uses */ .r9)(step.template, restores) || pendingOf(step) !== undefined);
/** The rollback that owes these pods a restart; pods of another revision are younger than its mark. */
function pendingOf({ workload, current }) {
    const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .pendingRestart */ .b_)(workload);
    return mark && mark.revision === current?.object.metadata.uid ? mark : undefined;
}
/**
 * Writes on the workloads that their pods have to be started anew, before the configuration goes back: a run that is
 * killed in between finds no difference in the configuration any more. The restart takes the mark off.
 *
 * @returns the workloads that have the mark from here
 */
async function markPending({ client, namespace }, steps, restores, id) {
    const due = steps.filter((step) => step.action === 'no-op' && (0,_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .uses */ .r9)(step.template, restores) && !pendingOf(step));
    await Promise.all(due.map((step) => {
        const revision = step.current?.object.metadata.uid ?? '';
        const mark = { revision, id, at: new Date().toISOString() };
        return annotate({ client, namespace }, step, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .pendingRestartAnnotation */ .QO)(mark));
    }));
    return due;
}
/** Takes the mark off workloads whose configuration did not go back, or is again what it was. */
async function unmarkPending(context, steps) {
    await Promise.all(steps.map((step) => annotate(context, step, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .pendingRestartAnnotation */ .QO)(null))));
}
async function annotate({ client, namespace }, step, annotations) {
    const path = (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .workloadPath */ .jC)(namespace.name, step.kind, step.name);
    namespace.put(await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__/* .PATCH */ .D.merge, { metadata: { annotations } }));
}
/** As `kubectl rollout restart` does it: a new template that differs in one annotation. */
async function restartPods(context, step) {
    const annotations = { [_history_js__WEBPACK_IMPORTED_MODULE_4__/* .RESTARTED_AT */ .ZX]: new Date().toISOString() };
    const newest = context.namespace.workload(step.kind, step.uid) ?? step.workload;
    return (0,_patch_workload_js__WEBPACK_IMPORTED_MODULE_6__/* .patchWorkload */ .K2)(context, newest, ({ metadata }) => ({
        metadata: {
            resourceVersion: metadata.resourceVersion,
            annotations: (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .pendingRestartAnnotation */ .QO)(null),
        },
        spec: { template: { metadata: { annotations } } },
    }));
}
/**
 * The revision that a restart made, or a template that the history had lost, is not a deploy, but where this rollback has put
 * the workload; and it is as good as the one that it was made of, with copies of its own.
 */
async function inheritMarks(context, step, rollback) {
    const { client, namespace } = context;
    const workload = namespace.workload(step.kind, step.uid);
    const revision = workload && (0,_history_js__WEBPACK_IMPORTED_MODULE_4__/* .currentRevision */ .h7)(workload, namespace.history(workload));
    if (!revision)
        return;
    const { id, run, wanted } = rollback;
    const to = revision.object.metadata.uid;
    const last = { id, run, wanted, at: new Date().toISOString(), to, revision: revision.number };
    await annotate(context, step, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .lastRollbackAnnotation */ ._K)(last));
    const mark = step.target && (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .goodMark */ .X3)(step.target.object);
    if (!mark)
        return;
    const refs = context.keepsConfig ? (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .configRefs */ .z$)(revision.template) : [];
    const config = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__/* .keepCopies */ .HV)(client, revision.object, refs);
    const good = { ...mark, revision: revision.object.metadata.uid, config };
    await (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .annotateRevision */ .mS)(client, revision.object, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__/* .goodAnnotation */ .Dp)(good));
}


/***/ }),

/***/ 82283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JY: () => (/* binding */ parseTo),
/* harmony export */   bx: () => (/* binding */ chooseTarget),
/* harmony export */   tV: () => (/* binding */ isSameRollback)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33030);
/* harmony import */ var _lineage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11805);
/* harmony import */ var _main_container_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44049);
/* harmony import */ var _marks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94054);





/** Whether a mark was written by this rollback, or by another attempt of its run. */
const isSameRollback = (mark, rollback) => mark.id === rollback.id || mark.run === rollback.run;
/** Reads the input `to`. @throws ActionError that lists what is accepted */
function parseTo(text) {
    if (text === 'last-good' || text === 'previous')
        return { type: text };
    const [word, value = ''] = splitAtEquals(text);
    if (word === 'revision' && /^[1-9]\d{0,14}$/.test(value))
        return { type: 'revision', number: Number(value) };
    if (word === 'version' && /^[\w][\w.-]{0,127}$/.test(value))
        return { type: 'version', tag: value };
    if (word === 'annotation' && /^[A-Za-z0-9][\w./-]*$/.test(value))
        return { type: 'annotation', key: value };
    if (word === 'image') {
        const [container, image = ''] = splitAtEquals(value);
        if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(container) && /^[\w][\w.:/@-]+$/.test(image))
            return { type: 'image', container, image };
    }
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`Input \`to\` is ${JSON.stringify(text)}; accepted are last-good, previous, revision=<number>, version=<image tag>, annotation=<key> and image=<container>=<image>.`);
}
/** Chooses what one workload goes back to. Never a revision that was rolled back from, unless `revision=` names it. */
function chooseTarget(to, workload, history, rollback) {
    if (to.type === 'image')
        return to;
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .currentRevision */ .h7)(workload, history);
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .lastRollback */ .Hp)(workload);
    const isRepeated = last && isSameRollback(last, rollback) && last.wanted === rollback.wanted;
    if (current && isRepeated && last.to === current.object.metadata.uid) {
        return {
            type: 'revision',
            revision: current,
            reason: `this rollback has put it there at ${toSecond(last.at)}`,
        };
    }
    switch (to.type) {
        case 'revision':
            return chooseByNumber(to.number, workload, history);
        case 'version':
            return chooseByVersion(to.tag, workload, history);
        case 'annotation': {
            const annotations = workload.metadata.annotations ?? {};
            const tag = Object.hasOwn(annotations, to.key) ? annotations[to.key] : undefined;
            return tag
                ? chooseByVersion(tag, workload, history)
                : { type: 'none', reason: `it has no annotation ${to.key}` };
        }
        case 'previous':
            return choosePrevious(positionOf(workload, current, history));
        case 'last-good':
            return chooseLastGood(positionOf(workload, current, history));
    }
}
function chooseByNumber(number, workload, history) {
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .lastRollback */ .Hp)(workload);
    const found = history.find((revision) => revision.number === number) ??
        history.find((revision) => revision.earlier.includes(number)) ??
        // A ControllerRevision does not keep its earlier numbers: the last rollback has noted the one that it went to.
        history.find((revision) => last?.revision === number && revision.object.metadata.uid === last.to);
    if (found)
        return { type: 'revision', revision: found, reason: 'it was asked for' };
    if (history.length === 0)
        return noHistory('it has no revision at all');
    return {
        type: 'none',
        reason: `it has no revision ${number}; it has ${history.map((revision) => revision.number).join(', ')}`,
    };
}
function chooseByVersion(tag, workload, history) {
    const main = (0,_main_container_js__WEBPACK_IMPORTED_MODULE_4__/* .mainContainer */ .r)(workload.spec.template, workload.metadata.name)?.name ?? '';
    const has = (revision) => tagOf((0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOf */ .IC)(revision.template)[main]) === tag;
    const matching = [
        ...history.filter(has),
        ...history.filter((revision) => hasTagInOtherContainer(tag, workload, revision)),
    ];
    const found = matching.find((revision) => !(0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(revision.object));
    if (found)
        return { type: 'revision', revision: found, reason: `it has the version ${tag}` };
    if (matching[0])
        return refuseRolledBackFrom(matching[0], history);
    const image = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOf */ .IC)(workload.spec.template)[main];
    const images = history.flatMap(({ template }) => Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOf */ .IC)(template)));
    const known = new Set(images.map(tagOf).filter((known) => known !== undefined && known !== tag));
    return {
        type: 'none',
        reason: `no revision has the version ${tag}; there are ${[...known].join(', ') || 'none'} (an image outside the history is given as \`to: image=${main}=${image?.replace(/@[\s\S]*$/, '').replace(/:[\w.-]+$/, '')}:${tag}\`)`,
    };
}
/**
 * Whether a container other than the main one, or an init container, had the tag and has a different one now. A sidecar whose
 * tag is the same all along says nothing about the version.
 */
function hasTagInOtherContainer(tag, workload, { template }) {
    const now = allImagesOf(workload.spec.template);
    return Object.entries(allImagesOf(template)).some(([name, image]) => tagOf(image) === tag && tagOf(now[name]) !== tag);
}
const allImagesOf = (template) => ({
    ...Object.fromEntries((template.spec.initContainers ?? []).map(({ name, image }) => [name, image])),
    ...(0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesOf */ .IC)(template),
});
function positionOf(workload, current, history) {
    const left = (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__/* .leftByGoingBack */ .aH)(history);
    const isOther = (revision) => 
    // One without a number was never this workload's: another ReplicaSet that its selector happens to match.
    revision.number > 0 && revision !== current && !(current && (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameRelease */ ._M)(revision, current));
    const others = history.filter(isOther);
    const [newestOther] = others;
    return {
        workload,
        current,
        history,
        newestOther,
        candidates: others.filter((revision) => !left.has(revision) && !(0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(revision.object)),
        cameFrom: newestOther && left.has(newestOther) ? newestOther : undefined,
    };
}
/** The current revision, if it was already put back and is available: `previous` and `last-good` go no further back unasked. */
function alreadyBack({ current, cameFrom }) {
    if (!current?.available || !cameFrom)
        return undefined;
    return {
        type: 'revision',
        revision: current,
        reason: `someone has gone back to it from revision ${cameFrom.number} already, and it is fully available; to go further back, say \`to: revision=<number>\``,
    };
}
function choosePrevious(position) {
    const { history, newestOther, candidates, cameFrom } = position;
    if (!newestOther)
        return noHistory();
    if ((0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(newestOther.object))
        return refuseRolledBackFrom(newestOther, history);
    const back = alreadyBack(position);
    if (back)
        return back;
    const [found] = candidates;
    if (!found)
        return refuseLeft(newestOther);
    const reason = found === newestOther || !cameFrom ? 'it is the one before' : describeSkipped(cameFrom);
    return { type: 'revision', revision: found, reason };
}
const describeSkipped = (left) => `it is the newest that no one has gone back from (revision ${left.number} was left already)`;
function chooseLastGood(position) {
    const { workload, current, history, newestOther, candidates, cameFrom } = position;
    const marked = [...(current ? [current] : []), ...candidates]
        .filter((revision) => !(0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(revision.object))
        .find((revision) => (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__/* .goodMarkOf */ .q2)(revision, history));
    if (marked) {
        const mark = (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__/* .goodMarkOf */ .q2)(marked, history);
        const restarted = mark?.revision === marked.object.metadata.uid ? '' : ', and was only restarted since';
        // There was no rollback yet, and the person who starts one may know better than the checks of the deploy.
        const further = marked === current && !cameFrom ? '; if it is bad all the same, say `to: previous`' : '';
        const reason = `it was marked good at ${toSecond(mark?.at)} by run ${mark?.run}${restarted}${further}`;
        return { type: 'revision', revision: marked, reason };
    }
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .lastRollback */ .Hp)(workload);
    if (current?.available && last?.to === current.object.metadata.uid) {
        return {
            type: 'revision',
            revision: current,
            reason: `rollback ${last.id} put it there at ${toSecond(last.at)} and it is fully available`,
        };
    }
    const back = alreadyBack(position);
    if (back)
        return back;
    const lost = refuseLostMark(position);
    if (lost)
        return lost;
    const serving = candidates.find((revision) => revision.available);
    if (serving)
        return { type: 'revision', revision: serving, reason: 'none is marked good, and it is fully available' };
    if (candidates[0]) {
        const grounds = cameFrom ? describeSkipped(cameFrom) : 'it is the one before';
        const reason = `none is marked good or still available, and ${grounds}`;
        return { type: 'revision', revision: candidates[0], reason };
    }
    if (!newestOther)
        return noHistory();
    return (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(newestOther.object)
        ? refuseRolledBackFrom(newestOther, history)
        : refuseLeft(newestOther);
}
/** Refuses if the revision last marked good was pruned, because none of the remaining ones is known to be good. */
function refuseLostMark({ workload, history }) {
    const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .lastMarked */ .zT)(workload);
    if (!mark || history.some(({ object }) => object.metadata.uid === mark.revision))
        return undefined;
    const images = Object.entries(mark.images).map(([container, image]) => `${container}=${image}`);
    return {
        type: 'none',
        reason: `revision ${mark.number}, which was marked good last (${images.join(', ')}), is no longer in its history, and no other is known to be good; name one with \`to: revision=<number>\`, or the image with \`to: image=${images[0] ?? '<container>=<image>'}\``,
    };
}
/** Refuses: every other revision was left. */
function refuseLeft(revision) {
    return {
        type: 'none',
        reason: `someone has gone back from revision ${revision.number} already, and there is no other; to go there all the same say \`to: revision=${revision.number}\``,
    };
}
function refuseRolledBackFrom(revision, history) {
    const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(revision.object);
    const other = history.find((candidate) => !(0,_marks_js__WEBPACK_IMPORTED_MODULE_3__/* .rolledBackMark */ .vr)(candidate.object) && candidate.number < revision.number);
    const hint = other ? `; the newest before it that was not is revision ${other.number}` : '';
    return {
        type: 'none',
        reason: `revision ${revision.number} was rolled back from at ${toSecond(mark?.at)} by rollback ${mark?.id} (${mark?.reason})${hint}; to go there all the same say \`to: revision=${revision.number}\``,
    };
}
const noHistory = (reason = 'no rollout history: there is one revision only') => ({
    type: 'none',
    reason,
    noHistory: true,
});
/** The tag of an image, without registry, repository and digest. */
const tagOf = (image = '') => /:([\w.-]+)$/.exec(image.replace(/@[\s\S]*$/, ''))?.[1];
/** A time to the second, as people read it. */
const toSecond = (at = '') => at.replace(/\.\d+Z$/, 'Z');
function splitAtEquals(text) {
    const at = text.indexOf('=');
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}


/***/ }),

/***/ 28511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ ONE_DEPLOY),
/* harmony export */   _w: () => (/* binding */ untouchedReason),
/* harmony export */   r6: () => (/* binding */ deployBegun)
/* harmony export */ });
/* harmony import */ var _domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54085);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33030);
/* harmony import */ var _lineage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11805);



/** How far apart the changes of one deploy are, where its beginning is not given. Milliseconds. */
const ONE_DEPLOY = 15 * 60_000;
/** How long ago a deploy may be whose beginning is not given, and still be the one that is rolled back. Milliseconds. */
const LATELY = 6 * 3_600_000;
/** The time that was given, else that of the newest revision among them; never longer ago than lately. */
function deployBegun(all, given, now) {
    if (given !== undefined)
        return { at: given * 1000, isGiven: true };
    const changes = all.map(({ workload, history }) => changedAt(workload, history) ?? now);
    return { at: Math.max(Math.max(...changes) - ONE_DEPLOY, now - LATELY), isGiven: false };
}
/**
 * Why a workload is left as it is: the deploy did not change it, and it serves in full. Where the deploy's beginning is not
 * given that is a guess, which names and marks overrule.
 */
function untouchedReason({ workload, history, named }, begun) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .currentRevision */ .h7)(workload, history);
    const changed = changedAt(workload, history);
    if (!current || changed === undefined || changed >= begun.at || !servesInFull(workload, current))
        return undefined;
    const isKnown = history.some((revision) => (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__/* .goodMarkOf */ .q2)(revision, history));
    if (!begun.isGiven && (named || isKnown))
        return undefined;
    const when = new Date(begun.at).toISOString().replace(/\.\d+Z$/, 'Z');
    return begun.isGiven
        ? `it is fully available and was not changed since the deploy began at ${when}`
        : `it is fully available, was not changed since ${when}, and none of its revisions is marked good; to take it back all the same, name it or say \`to: previous\``;
}
function changedAt(workload, history) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__/* .currentRevision */ .h7)(workload, history);
    return current && (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__/* .createdAt */ .CT)(current);
}
function servesInFull(workload, current) {
    const { kind, spec, status = {} } = workload;
    // What a rollback holds at zero served before, or it would have been seen then.
    if ((0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_0__/* .isHeld */ .i7)(workload) || spec.replicas === 0)
        return true;
    if (kind === 'DaemonSet')
        return current.available;
    const ready = kind === 'Deployment' ? status.availableReplicas : status.readyReplicas;
    return current.available && (ready ?? 0) >= (spec.replicas ?? 1);
}


/***/ }),

/***/ 4151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ targetHere)
/* harmony export */ });
/** The repository of this run, where the runner says which it is. */
function targetHere(token) {
    const { GITHUB_REPOSITORY = '', GITHUB_API_URL: api = 'https://api.github.com' } = process.env;
    const [owner = '', repo = ''] = GITHUB_REPOSITORY.split('/');
    return owner && repo ? { token, owner, repo, api } : undefined;
}


/***/ }),

/***/ 70370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};
