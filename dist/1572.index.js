export const id = 1572;
export const ids = [1572];
export const modules = {

  94313:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  hr: () => (  NO_CONFIGURATION),
  U4: () => (  hasCopies),
  SU: () => (  planConfiguration),
  r9: () => (  uses)
});

var joined = __webpack_require__(31803);
var kinds = __webpack_require__(60921);
var config_refs = __webpack_require__(45023);
var service_copies = __webpack_require__(19443);
var service_history = __webpack_require__(33030);
var marks = __webpack_require__(94054);
var watch = __webpack_require__(15301);
var hand_over = __webpack_require__(97320);
var lineage = __webpack_require__(11805);
var untouched = __webpack_require__(28511);
; 




const RENEWED = [
    'cert-manager.io/certificate-name',
    'trust.cert-manager.io/bundle',
    'reconcile.external-secrets.io/managed',
    'reconcile.external-secrets.io/data-hash',
    'secrets.hashicorp.com/vso-ownerRefUID',
    'secrets-store.csi.k8s.io/managed',
    'operator.1password.io/item-version',
    'secrets.infisical.com/version',
    'secrets.doppler.com/version',
    'reflector.v1.k8s.emberstack.com/reflects',
    'service.beta.openshift.io/originating-service-name',
    'service.beta.openshift.io/inject-cabundle',
    'config.openshift.io/inject-trusted-cabundle',
    'istio.io/config',
];
const CLUSTER_AUTHORITY = 'kube-root-ca.crt';
function isRenewed(live) {
    const { name, labels = {}, annotations = {} } = live.metadata;
    return ((0,watch .O)(live) !== undefined ||
        (live.kind === 'ConfigMap' && name === CLUSTER_AUTHORITY) ||
        RENEWED.some((key) => key in annotations || key in labels));
}
function cameWithDeploy(live, workload, newer) {
    const writer = lastWriter(live);
    const deployer = (0,hand_over .Nh)(workload)?.manager;
    if (deployer === undefined || writer?.manager !== deployer)
        return false;
    return wasWrittenWith(live, newer);
}
const HANDS = /^(kubectl-(edit|patch)|k9s)$/;
function wasWrittenWith(live, newer) {
    const { manager = '', time = '' } = lastWriter(live) ?? {};
    const at = Date.parse(time);
    return (!HANDS.test(manager) &&
        newer.some((revision) => Math.abs(((0,lineage .CT)(revision) ?? Number.NaN) - at) <= untouched .F3));
}
function lastWriter({ metadata }) {
    const writers = (metadata.managedFields ?? []).filter(({ fieldsV1 = {} }) => 'f:data' in fieldsV1 || 'f:binaryData' in fieldsV1);
    return writers.sort((a, b) => (a.time ?? '').localeCompare(b.time ?? '')).at(-1);
}

; 







const NO_CONFIGURATION = { restores: [], rotated: [], warnings: [] };
const hasCopies = (steps) => steps.some((step) => copiesOf(step).length > 0);
async function planConfiguration(client, name, steps, namespace) {
    const active = steps.filter((step) => step.action === 'roll-back' || step.action === 'no-op');
    const named = active.sort(byWeight).flatMap(copiesOf);
    const copies = new Map(named.map((copy) => [copy.ref, copy]));
    const { restores: all, missing, foreign } = await (0,service_copies .B)(client, name, [...copies.values()]);
    const owned = all.filter(({ live }) => live && isRenewed(live));
    const came = (restore, how) => isOfDeploys(restore, active, namespace, how);
    const isApart = (restore) => !came(restore, (live, _, newer) => wasWrittenWith(live, newer));
    const neededBy = new Map(all
        .filter((restore) => !owned.includes(restore) && isApart(restore))
        .map((restore) => [restore, markedWith(restore, active, namespace)])
        .filter(([, labels]) => labels.length > 0));
    const kept = new Map(all.flatMap((restore) => {
        const reason = (0,service_copies .E3)(restore);
        return reason === undefined || owned.includes(restore) || neededBy.has(restore)
            ? []
            : [[restore, reason]];
    }));
    const restores = all.filter((restore) => !owned.includes(restore) && !neededBy.has(restore) && !kept.has(restore));
    const sharing = othersThatUse(restores, active, namespace);
    const unkept = active.filter((step) => step.action === 'roll-back' && step.target && (0,config_refs .z)(step.template).some((ref) => !copies.has(ref)));
    return {
        restores,
        rotated: restores
            .filter((restore) => restore.live?.kind === 'Secret' && !came(restore, cameWithDeploy))
            .map(({ ref }) => ref),
        warnings: [
            ...warningOf(sharing, 'use configuration that goes back, and are not part of this rollback'),
            ...warningOf(unkept.map(kinds .Pf), 'keep the ConfigMaps and Secrets that they have now where mark-good kept no copy'),
            ...warningOf(missing, 'cannot go back, because the kept copy is gone'),
            ...warningOf(foreign, 'cannot go back, because what the mark names is not a copy that mark-good has made'),
            ...warningOf(owned.map(({ ref }) => ref), 'would go back, but a controller renews it: it stays as it is'),
            ...[...neededBy].map(([{ ref }, labels]) => `${ref} would go back, but ${labels.join(', ')} was marked good with what it holds now: it stays as it is`),
            ...[...kept].map(([{ ref }, reason]) => `${ref} cannot go back, because ${reason}: it stays as it is`),
            ...warningOf(restores.filter(service_copies .tT).map(({ ref }) => ref), 'is immutable and is made anew under the same name: a node on which a pod uses it goes on giving pods what it held before (kubernetes/website#42359), so see what the new ones read, and delete those at once that share a node where it is not the older one'),
            ...restores.filter(isApart).flatMap(changedApart),
        ],
    };
}
const warningOf = (list, words) => list.length > 0 ? [`${list.join(', ')} ${words}`] : [];
function othersThatUse(restores, steps, namespace) {
    const own = steps.flatMap(({ workload }) => (0,joined .Ds)(workload));
    const uids = new Set(own.map(({ metadata }) => metadata.uid));
    return namespace
        .workloads()
        .filter(({ metadata }) => !uids.has(metadata.uid))
        .filter((workload) => (0,joined .rJ)(workload) && uses(workload.spec.template, restores))
        .map((workload) => (0,kinds .Pf)((0,kinds .H8)(workload)));
}
function isOfDeploys({ ref, live }, steps, namespace, how) {
    if (!live)
        return false;
    return steps.some(({ workload, template, target, action }) => {
        const number = target?.number ?? Number.POSITIVE_INFINITY;
        const newer = namespace.history(workload).filter((revision) => revision.number > number);
        return action === 'roll-back' && (0,config_refs .z)(template).includes(ref) && how(live, workload, newer);
    });
}
function markedWith({ ref, live }, steps, namespace) {
    if (!live)
        return [];
    const goesBack = new Set(steps.filter(({ action }) => action === 'roll-back').map(({ uid }) => uid));
    return namespace
        .workloads()
        .filter((workload) => !goesBack.has(workload.metadata.uid))
        .filter((workload) => {
        const object = (0,service_history .h7)(workload, namespace.history(workload))?.object;
        const copy = object && (0,marks .X3)(object)?.config[ref];
        return object !== undefined && copy !== undefined && (0,service_copies .h8)(copy, object.metadata.uid, live);
    })
        .map((workload) => (0,kinds .Pf)((0,kinds .H8)(workload)));
}
function changedApart({ ref, live }) {
    const { manager, time } = (live?.kind === 'ConfigMap' && lastWriter(live)) || {};
    return manager && time
        ? [
            `${ref} was last changed by ${manager} at ${time}, apart from the deploy that is rolled back, and goes back all the same (\`restore-config: never\` keeps all configuration as it is)`,
        ]
        : [];
}
function byWeight(a, b) {
    const rank = (step) => (step.action === 'roll-back' ? 1 : 0);
    return rank(a) - rank(b) || keptAt(a.target).localeCompare(keptAt(b.target));
}
function uses(template, restores) {
    const refs = new Set((0,config_refs .z)(template));
    return restores.some((restore) => refs.has(restore.ref));
}
function copiesOf({ target, template }) {
    if (!target)
        return [];
    const used = new Set((0,config_refs .z)(template));
    const copies = { ...(0,marks .Hs)(target.object)?.config, ...(0,marks .X3)(target.object)?.config };
    return (0,service_copies .Vt)(target.object.metadata.uid, copies).filter(({ ref }) => used.has(ref));
}
function keptAt(revision) {
    return (revision && ((0,marks .X3)(revision.object) ?? (0,marks .Hs)(revision.object))?.at) ?? '';
}


  }),

  72801:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    dp: () => (  pinned),
    o2: () => (  withDigests),
    ol: () => (  digestOf),
    p8: () => (  requireDigests)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
  var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33030);



const digestOf = (image = '') => /@(sha256:[0-9a-f]{32,})$/.exec(image)?.[1];
function runningBy(pods) {
    const running = new Map();
    for (const pod of pods) {
        const images = (0,_history_js__WEBPACK_IMPORTED_MODULE_2__  .IC)({ spec: pod.spec });
        for (const { name, imageID } of pod.status?.containerStatuses ?? []) {
            const digest = digestOf(imageID);
            const key = `${name}=${images[name]}`;
            if (digest)
                running.set(key, (running.get(key) ?? new Set()).add(digest));
        }
    }
    return running;
}
function pinned(template, mark, present, pods) {
    if (!mark)
        return template;
    const running = runningBy(pods);
    const containers = template.spec.containers.map((container) => {
        const good = digestOf(mark.images[container.name]);
        if (!good || container.image.includes('@'))
            return container;
        const image = `${repositoryOf(container.image)}@${good}`;
        if ((0,_history_js__WEBPACK_IMPORTED_MODULE_2__  .IC)(present)[container.name] === image)
            return { ...container, image };
        const now = running.get(`${container.name}=${container.image}`);
        const isMoved = now !== undefined && [...now].some((digest) => digest !== good);
        return isMoved ? { ...container, image } : container;
    });
    const isSame = containers.every((container, at) => container === template.spec.containers[at]);
    return isSame ? template : { ...template, spec: { ...template.spec, containers } };
}
function withDigests(template, mark, names) {
    const containers = template.spec.containers.map((container) => {
        const good = digestOf(mark?.images[container.name]);
        const image = `${repositoryOf(container.image)}@${good}`;
        return good && names.includes(container.name) ? { ...container, image } : container;
    });
    return { ...template, spec: { ...template.spec, containers } };
}
const repositoryOf = (image) => image.replace(/:[\w.-]+$/, '');
function requireDigests(ref, template, mark, pods) {
    const running = runningBy(pods);
    for (const { name, image } of template.spec.containers) {
        const good = digestOf(mark?.images[name]);
        const other = [...(running.get(`${name}=${image}`) ?? [])].find((digest) => digest !== good);
        if (good && other)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} is rolled out but runs another image than the one that was marked good: ${image} is ${other} now, and was ${good}; roll it back with \`to: image=${name}=${repositoryOf(image)}@${good}\`.`);
    }
}


  }),

  55837:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  q: () => (  ImageCheck),
  B: () => (  checkImages)
});

var p_limit = __webpack_require__(70370);
var picomatch = __webpack_require__(14006);
var dist = __webpack_require__(77934);
var client = __webpack_require__(25019);
; 



const entrySchema = dist .Ikc({
    username: dist .lqM(dist .YjP()),
    password: dist .lqM(dist .YjP()),
    auth: dist .lqM(dist .YjP()),
});
const entriesSchema = dist .g1P(dist .YjP(), entrySchema);
function credentialsOf({ type, data = {}, metadata }) {
    const [key, at] = type === 'kubernetes.io/dockercfg'
        ? ['.dockercfg', (json) => json]
        : ['.dockerconfigjson', (json) => json?.auths];
    const text = Object.hasOwn(data, key) ? Buffer.from(data[key] ?? '', 'base64').toString() : '';
    const entries = dist .xLC(entriesSchema, at((0,client .o_)(text)));
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
const placeOf = (server) => server
    .replace(/^https?:\/\//, '')
    .replace(/\/v[12](?=\/)/, '')
    .replace(/\/$/, '');
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
const matches = (pattern, part) => pattern === part ||
    (/[*?]/.test(pattern) && picomatch.isMatch(part, pattern, { dot: true, nobrace: true, noextglob: true }));

; 
const DOCKER_HUB = { names: ['docker.io', 'index.docker.io'], host: 'registry-1.docker.io' };
const HOST = /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(:\d{1,5})?$/i;
const REPOSITORY = /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+:[0-9a-f]{32,128}$/;
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
const isLoopback = (host) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);

var errors = __webpack_require__(45145);
var retry = __webpack_require__(31666);
var settled = __webpack_require__(71501);
var waits = __webpack_require__(95282);
; 
const LONGEST = 8192;
function parseChallenge(header) {
    const text = (header ?? '').slice(0, LONGEST);
    const bearer = /(?:^|,)\s*bearer\s+(.+)$/i.exec(text)?.[1];
    if (bearer === undefined)
        return /(?:^|,)\s*basic\b/i.test(text) ? { scheme: 'basic' } : undefined;
    const parameters = new Map([...bearer.matchAll(/(?<![a-z])([a-z]+)\s{0,9}=\s*(?:"([^"]*)"|([^\s,"]+))/gi)].map(([, name = '', quoted, plain]) => [name.toLowerCase(), quoted ?? plain ?? '']));
    const realm = parameters.get('realm');
    return realm ? { scheme: 'bearer', realm, service: parameters.get('service') } : undefined;
}

var sigv4 = __webpack_require__(34193);
; 




const REGISTRY = /^\d{12}\.dkr[.-]ecr(-fips)?\.([a-z0-9-]+)\.(amazonaws\.com(?:\.cn)?|on\.aws)$/;
function ecrOf(host) {
    const [, fips = '', region, suffix] = REGISTRY.exec(host) ?? [];
    if (region === undefined || suffix === undefined)
        return undefined;
    const name = suffix === 'on.aws' ? `ecr${fips}.${region}.api.aws` : `api.ecr${fips}.${region}.${suffix}`;
    return { region, api: new URL(`https://${name}/`) };
}
const answerSchema = dist .Ikc({
    authorizationData: dist .FsL(dist .YOg(dist .Ikc({ authorizationToken: dist .YjP() })), dist .BpQ(1)),
});
const errorSchema = dist .Ikc({ __type: dist .YjP() });
async function logIn({ region, api }, send) {
    const sign = (0,sigv4 .K)('Amazon Elastic Container Registry', 'ecr', region);
    const request = {
        ...{ method: 'POST', url: api, body: '{}' },
        headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken',
        },
    };
    const { status, body } = await send({ ...request, headers: await sign(request) });
    const answer = dist .xLC(answerSchema, (0,client .o_)(body));
    const token = answer.success ? answer.output.authorizationData[0]?.authorizationToken : undefined;
    if (status !== 200 || token === undefined) {
        const error = dist .xLC(errorSchema, (0,client .o_)(body));
        const refusal = error.success
            ? error.output.__type.split('#').at(-1)?.slice(0, 80)
            : `it answers ${status}`;
        throw new errors .lZ(`Amazon Elastic Container Registry in ${region} gives this step no log-in (${refusal})`);
    }
    const [user = '', ...password] = Buffer.from(token, 'base64').toString().split(':');
    return { for: api.host, user, password: password.join(':'), from: undefined };
}

; 










const MANIFESTS = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
const ABSENT = ['MANIFEST_UNKNOWN', 'NAME_UNKNOWN', 'NOT_FOUND'];
const ANYWHERE = new URL('https://registry.invalid');
const MAX_BYTES = 64 * 1024;
const REDIRECTS = 3;
const errorsSchema = dist .Ikc({ errors: dist .YOg(dist .Ikc({ code: dist .YjP() })) });
const tokenSchema = dist .KCZ([
    dist .FsL(dist .Ikc({ token: dist .YjP() }), dist .pdi(({ token }) => token)),
    dist .FsL(dist .Ikc({ access_token: dist .YjP() }), dist .pdi((answer) => answer.access_token)),
]);
class Registries {
    #signal;
    #deadline;
    #mask;
    #includesLoopback;
    #challenges = new Map();
    #tokens = new Map();
    #logIns = new Map();
    constructor(signal, mask, includesLoopback) {
        this.#signal = signal;
        this.#mask = mask;
        this.#includesLoopback = includesLoopback;
    }
    get #late() {
        this.#deadline ??= AbortSignal.any([this.#signal, AbortSignal.timeout(waits .r.REGISTRY_MS)]);
        return this.#deadline;
    }
    async lookUp(name, credentials, expected) {
        const image = parseImage(name);
        if (!image)
            return unknown(`${JSON.stringify(name.slice(0, 200))} is not the name of an image`);
        if (isLoopback(image.host) && !this.#includesLoopback)
            return unknown(`${image.host} is another machine for each node than for the runner`);
        if (!isLoopback(image.host) && !(0,client .KN)(ANYWHERE, baseOf(image.host)))
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
                return unknown(`${image.host} gave no answer in ${waits .r.REGISTRY_MS / 1000} s`);
            if (error instanceof errors .lZ)
                return unknown((0,errors .bD)(error).replace(/[.;]$/, ''));
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
            const ownChallenge = parseChallenge(head.headers.get('www-authenticate'));
            authorization = await this.#authorize(image, credential, ownChallenge);
            if (authorization.Authorization)
                head = await this.#request(host, path, 'HEAD', authorization);
        }
        const isAsExpected = expected === undefined || digestIn(head) === expected;
        if (head.status === 200 && isAsExpected)
            return { is: 'there', isOther: false };
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
    async #token({ host, repository }, credential, { realm, service }) {
        const url = URL.parse(realm);
        if (!url || !(0,client .KN)(baseOf(host), url))
            throw new errors .lZ(`${host} names an address for its tokens where they are not requested`);
        url.searchParams.set('scope', `repository:${repository}:pull`);
        if (service)
            url.searchParams.set('service', service);
        const answer = await this.#send({
            ...{ url, redirects: REDIRECTS },
            headers: credential ? basic(credential) : {},
        });
        const token = dist .xLC(tokenSchema, (0,client .o_)(answer.body));
        if (answer.status !== 200 || !token.success)
            return undefined;
        this.#mask(token.output);
        return token.output;
    }
    #request(host, path, method, headers = {}) {
        const url = new URL(path, baseOf(host));
        return this.#send({ url, method, headers: { Accept: MANIFESTS, ...headers }, redirects: REDIRECTS });
    }
    async #logIn(ecr) {
        const known = this.#logIns.get(ecr.region) ?? logIn(ecr, (request) => this.#send(request));
        this.#logIns.set(ecr.region, known);
        const credential = await (0,settled .Wh)(known, this.#late);
        this.#mask(credential.password);
        return credential;
    }
    #send(unbounded) {
        const request = { ...unbounded, mostBytes: MAX_BYTES };
        const { url } = request;
        const once = async () => {
            const signal = AbortSignal.any([this.#late, AbortSignal.timeout(waits .r.REGISTRY_ATTEMPT_MS)]);
            const answer = await (0,client .tN)(request, signal).catch((error) => {
                if (error instanceof errors .lZ || this.#late.aborted)
                    throw error;
                throw new retry .aB(`${url.host} gave no answer in ${waits .r.REGISTRY_ATTEMPT_MS / 1000} s`);
            });
            if (!(0,client .Wj)(answer.status))
                return answer;
            const refusal = answer.status === 429 ? 'answers 429, too many requests' : `answers ${answer.status}`;
            throw new retry .aB(`${url.host} ${refusal}`, {
                retryAfterMs: (0,retry .Vs)(answer.headers.get('retry-after')),
                isLimit: answer.status === 429,
            });
        };
        return (0,retry .L5)(once, { signal: this.#late, attempts: 3, withinMs: waits .r.REGISTRY_MS });
    }
}
const digestIn = ({ headers }) => headers.get('docker-content-digest') ?? undefined;
const unknown = (reason) => ({ is: 'unknown', reason });
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
const baseOf = (host) => new URL(`${isLoopback(host) ? 'http' : 'https'}://${host}/v2/`);
function isAbsence({ body }) {
    const parsed = dist .xLC(errorsSchema, (0,client .o_)(body));
    return parsed.success && parsed.output.errors.some(({ code }) => ABSENT.includes(code));
}

var digests = __webpack_require__(72801);
var service_history = __webpack_require__(33030);
var lineage = __webpack_require__(11805);
var marks = __webpack_require__(94054);
var references = __webpack_require__(38852);
; 









const AT_ONCE = 16;
const MOST_OTHERS = 5;
class ImageCheck {
    #registries;
    #lookup;
    #limit = (0,p_limit .A)(AT_ONCE);
    #known = new Map();
    constructor(client, namespace, mask) {
        const server = URL.parse(client.server)?.hostname ?? '';
        this.#registries = new Registries(client.signal, mask, isLoopback(server));
        this.#lookup = new references .Cm(client, namespace, []);
    }
    async prefetch(steps) {
        await Promise.all(steps
            .filter(({ action }) => action === 'roll-back')
            .map(({ template, good }) => this.of(template, good?.images)));
    }
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
            const expected = container && !image.includes('@') ? (0,digests .ol)(good[container]) : undefined;
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
const objectionsTo = (seen) => {
    const reasons = seen.map(({ image, presence }) => `its image ${image} cannot be pulled: ${reasonOf(presence)}`);
    return reasons.length > 0 ? [[...new Set(reasons)].join('; ')] : [];
};
const reasonOf = (presence) => ('reason' in presence ? presence.reason : '');
async function pinMoved(step, images) {
    const seen = await images.of(step.template, step.good?.images);
    const moved = seen.flatMap(({ container, presence }) => container && presence.is === 'there' && presence.isOther ? [container] : []);
    if (moved.length === 0)
        return { step, seen };
    const template = (0,digests .o2)(step.template, step.good, moved);
    const reason = `${step.reason}; a tag of it means another image now, so it is pinned to what was marked good`;
    const to = { ...step.to, images: (0,service_history .IC)(template) };
    return { step: { ...step, template, to, reason }, seen: await images.of(template) };
}
async function stillThere({ target, workload, template }, history, images) {
    const before = target?.number ?? Number.POSITIVE_INFINITY;
    const now = [allImages(workload.spec.template), allImages(template)].map((each) => each.join());
    const older = history.filter((each) => each.number > 0 &&
        each.number < before &&
        !(0,marks .vr)(each.object) &&
        !now.includes(allImages(each.template).join()));
    const marked = older.filter((each) => (0,lineage .q2)(each, history));
    const sorted = [...marked, ...older.filter((each) => !marked.includes(each))].slice(0, MOST_OTHERS);
    for (const revision of sorted) {
        const seen = await images.of(revision.template);
        if (!seen.every(({ presence }) => presence.is === 'there'))
            continue;
        const mark = (0,lineage .q2)(revision, history);
        const known = mark
            ? `which was marked good at ${mark.at.replace(/\.\d+Z$/, 'Z')}`
            : 'which was not marked good';
        return `revision ${revision.number} (${allImages(revision.template).join(', ')}), ${known}, can still be pulled: say \`to: revision=${revision.number}\``;
    }
    return 'no older revision that can be pulled is known: push the image again, or name one with `to: image=<container>=<image>`';
}
const allImages = ({ spec }) => [...(spec.initContainers ?? []), ...spec.containers].map(({ image }) => image);


  }),

  64745:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ot: () => (  lingeringKeys),
    UQ: () => (  lingeringWarning)
  });
  var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
  var _base_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60091);
  var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31803);
  var _hand_over_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97320);
  var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33030);
  var _merge_keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20249);






const WORDS = {
    ...{ containers: 'container', initContainers: 'init container', env: 'variable', volumes: 'volume' },
    ...{ volumeMounts: 'mount', volumeDevices: 'device', ports: 'port', imagePullSecrets: 'pull secret' },
    ...{ annotations: 'annotation', labels: 'label', nodeSelector: 'node selector' },
};
const lingeringWarning = (workload, template) => warningOf((0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__  .Kd)(workload), (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_1__  .Nh)(workload), lingering(workload.spec.template, template));
function lingeringKeys(before, older) {
    const keys = (config) => Object.keys({ ...config.data, ...config.binaryData });
    const known = keys(before);
    const stays = keys(older).filter((key) => !known.includes(key));
    return warningOf(before, (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_1__  .hS)(before), stays.map((key) => `key ${key}`));
}
function warningOf({ metadata }, deployer, stays) {
    const isApplied = metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined;
    return deployer?.operation === 'Update' && !isApplied && stays.length > 0
        ? `the next deploy by ${deployer.manager} will not take away what only the older revision has: ${stays.join(', ')}`
        : undefined;
}
function lingering(now, older) {
    return [
        ...added(now.metadata ?? {}, older.metadata ?? {}, 'metadata', ''),
        ...added(now.spec, older.spec, 'spec', ''),
    ];
}
function added(now, older, field, of) {
    if ((0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__  .C)(older) && (0,_base_fields_js__WEBPACK_IMPORTED_MODULE_5__  .C)(now))
        return Object.keys(older).flatMap((key) => {
            if ((0,_history_js__WEBPACK_IMPORTED_MODULE_2__  .Kq)(key))
                return [];
            if (Object.hasOwn(now, key))
                return added(now[key], older[key], key, of);
            const empty = _merge_keys_js__WEBPACK_IMPORTED_MODULE_3__  .C[key] ? [] : WORDS[key] ? {} : undefined;
            return empty ? added(empty, older[key], key, of) : [nameOf(field, key, of)];
        });
    const by = _merge_keys_js__WEBPACK_IMPORTED_MODULE_3__  .C[field];
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


  }),

  44049:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    r: () => (  mainContainer)
  });
function mainContainer({ metadata, spec }, workload) {
    const wanted = [metadata?.annotations?.['kubectl.kubernetes.io/default-container'], workload];
    return (wanted.map((name) => spec.containers.find((one) => one.name === name)).find((found) => found) ??
        spec.containers[0]);
}


  }),

  60138:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ez: () => (  readWorkload),
    K2: () => (  patchWorkload),
    UL: () => (  tryPatch)
  });
  var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31803);
  var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59027);
  var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1807);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60921);
  var _rollout_kind_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76532);





async function patchWorkload({ client, namespace }, workload, patch) {
    const { after } = await patchFresh(client, workload, patch);
    for (const object of (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__  .Ds)(after))
        namespace.put(object);
    return after;
}
const tryPatch = (client, workload, patch) => patchFresh(client, workload, patch, { dryRun: 'All' });
async function readWorkload(client, { kind, metadata: { namespace, name } }) {
    const own = await client.get((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .jC)(namespace, kind, name));
    const ref = (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__  .m)(own);
    return ref ? (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__  .oR)(own, await client.get((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .jC)(namespace, ref.kind, ref.name))) : own;
}
async function patchFresh(client, workload, patch, query = {}) {
    for (let fresh = workload;; fresh = await readWorkload(client, workload)) {
        try {
            return { before: fresh, after: await write(client, fresh, patch(fresh), query) };
        }
        catch (error) {
            if (!(error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_1__  .hD && error.status === 409))
                throw error;
        }
    }
}
async function write(client, fresh, patch, query) {
    if (fresh.parts)
        return writeParts(client, fresh.parts, patch, query);
    return fresh.kind === 'Rollout'
        ? client.patch(pathOf(fresh), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__  .D.merge, (0,_rollout_kind_js__WEBPACK_IMPORTED_MODULE_3__  .bW)(fresh, patch), query)
        : client.patch(pathOf(fresh), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__  .D.strategic, patch, query);
}
async function writeParts(client, { rollout, deployment }, { metadata = {}, spec: { template, paused } }, query) {
    const { annotations = {} } = metadata;
    const patchOwn = (body) => client.patch(pathOf(rollout), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__  .D.merge, body, query);
    let own = Object.keys(annotations).length > 0 ? await patchOwn({ metadata: { annotations } }) : rollout;
    const { resourceVersion } = deployment.metadata;
    const body = { metadata: { resourceVersion }, spec: { template } };
    const holder = await client.patch(pathOf(deployment), _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__  .D.strategic, body, query);
    if (paused !== undefined)
        own = await patchOwn({ spec: { paused } });
    return (0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_4__  .oR)(own, holder);
}
const pathOf = (workload) => {
    const { kind, name } = (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .H8)(workload);
    return (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .jC)(workload.metadata.namespace, kind, name);
};


  }),

  71510:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    H: () => (  rollbackPatch),
    J: () => (  restorePatch)
  });
  var _hand_over_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97320);
  var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33030);
  var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94054);



const CHANGE_CAUSE = 'kubernetes.io/change-cause';
const KEPT = new Set([
    'kubectl.kubernetes.io/last-applied-configuration',
    _history_js__WEBPACK_IMPORTED_MODULE_1__  .sP,
    'deployment.kubernetes.io/revision-history',
    'deployment.kubernetes.io/desired-replicas',
    'deployment.kubernetes.io/max-replicas',
    'deprecated.deployment.rollback.to',
]);
const OF_CONTROLLERS = /^(downscaler|[\w.-]*(autoscaling(\.alpha\.kubernetes\.io)?|keda\.sh|argoproj\.io|fluxcd\.io|helm\.sh|k14s\.io|cattle\.io|gke\.io|stakater\.com|karpenter\.sh|istio\.io|linkerd\.io|flagger\.app))\//;
function isOfRelease({ metadata }, deployer) {
    const others = (metadata.managedFields ?? []).filter(
    ({ manager = '' }) => manager !== _hand_over_js__WEBPACK_IMPORTED_MODULE_0__  .o6 && manager !== deployer?.manager && !manager.startsWith('kubectl'));
    const theirs = new Set(others.flatMap(({ fieldsV1 }) => {
        const owned = fieldsV1?.['f:metadata'];
        return Object.keys(owned?.['f:annotations'] ?? {}).map((key) => key.slice('f:'.length));
    }));
    return ([key]) => !KEPT.has(key) && (key === CHANGE_CAUSE || (!theirs.has(key) && !OF_CONTROLLERS.test(key)));
}
function rollbackPatch(workload, step, mark) {
    const annotations = {
        ...annotationChanges(workload, step),
        ...(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vO)(workload),
        ...(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .N8)(workload),
        ...(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  ._K)(mark),
    };
    return templatePatch(workload, step.template, annotations, workload.spec.paused ? false : undefined);
}
function templatePatch(workload, template, annotations = {}, paused) {
    const { resourceVersion } = workload.metadata;
    return {
        metadata: { resourceVersion, annotations },
        spec: { template: { ...template, $patch: 'replace' }, ...(paused !== undefined && { paused }) },
    };
}
function restorePatch(workload, { workload: before }) {
    const mine = isOfRelease(workload, (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_0__  .Nh)(before));
    const gone = Object.entries(workload.metadata.annotations ?? {})
        .filter(mine)
        .map(([key]) => [key, null]);
    const back = Object.entries(before.metadata.annotations ?? {}).filter(mine);
    const paused = before.spec.paused && !workload.spec.paused ? true : undefined;
    return templatePatch(workload, before.spec.template, Object.fromEntries([...gone, ...back]), paused);
}
function annotationChanges(workload, step) {
    if (workload.kind !== 'Deployment' || !step.target)
        return {};
    const isReleases = isOfRelease(workload, (0,_hand_over_js__WEBPACK_IMPORTED_MODULE_0__  .Nh)(workload));
    const follows = (entry) => isReleases(entry) && !entry[0].startsWith(_marks_js__WEBPACK_IMPORTED_MODULE_2__  .H3);
    const gone = Object.entries(workload.metadata.annotations ?? {})
        .filter(follows)
        .map(([key]) => [key, null]);
    const back = Object.entries(step.target.object.metadata.annotations ?? {}).filter(follows);
    return Object.fromEntries([...gone, ...back]);
}


  }),

  26729:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ey: () => (  describeStep),
    eL: () => (  refusalOfChange),
    ek: () => (  planStep)
  });
  var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
  var _domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(31803);
  var _owners_find_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54138);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60921);
  var _digests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72801);
  var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33030);
  var _lineage_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11805);
  var _lingering_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64745);
  var _marks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(94054);
  var _reaction_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(34865);
  var _target_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(82283);











function planStep(candidate, wanted) {
    const { workload, history, named, untouched, pods = [], owner = (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__  .bf)(candidate.workload) } = candidate;
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .h7)(workload, history);
    const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_8__  .b)(wanted.to, workload, history, wanted.rollback);
    const from = summarizeRevision(workload.spec.template, current);
    const base = {
        ...(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .H8)(workload),
        uid: workload.metadata.uid,
        workload,
        owner,
        from,
        current,
        good: undefined,
        warnings: [],
    };
    const nowhere = { ...base, to: from, template: workload.spec.template, target: undefined };
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
function planMove({ workload, history, named, pods, owner }, wanted, base, target, asItWas) {
    const good = target.type === 'revision' ? (0,_lineage_js__WEBPACK_IMPORTED_MODULE_5__  .q2)(target.revision, history) : undefined;
    const template = (0,_digests_js__WEBPACK_IMPORTED_MODULE_3__  .dp)(asItWas, good, workload.spec.template, pods);
    const revision = target.type === 'revision'
        ? target.revision
        : history.find((item) => (0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .N_)(item.template, template));
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
    const left = target.type === 'image' && revision && (0,_marks_js__WEBPACK_IMPORTED_MODULE_7__  .vr)(revision.object);
    if (left) {
        const again = `revision ${revision.number} has that image and was rolled back from by rollback ${left.id}`;
        return {
            ...goes,
            action: 'refuse',
            reason: `${again}; to go there all the same say \`to: revision=${revision.number}\``,
        };
    }
    const refusal = refusalOfChange(workload, owner, wanted);
    const isControlled = !named && owner?.isController === true;
    if (refusal)
        return { ...goes, action: isControlled ? 'skip' : 'refuse', reason: refusal };
    return { ...goes, action: 'roll-back', warnings: warningsOf(workload, owner, template, wanted) };
}
function describeStep(step) {
    const what = {
        'roll-back': `${name(step.from)} → ${name(step.to)}${versions(step)}, because ${step.reason}`,
        'no-op': `stays at ${name(step.to)}: ${step.reason}`,
        skip: `skipped: ${step.reason}`,
        refuse: `refused: ${step.reason}`,
    }[step.action];
    return `${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_2__  .Pf)(step)}: ${what}`;
}
const name = ({ revision, images }) => revision === null ? Object.values(images).join(', ') : `revision ${revision}`;
function versions({ from, to }) {
    if (to.revision === null)
        return '';
    const different = Object.keys(to.images).filter((container) => from.images[container] !== to.images[container]);
    const short = (image = 'nothing') => image.split('/').at(-1);
    const all = different.map((container) => `${short(from.images[container])} → ${short(to.images[container])}`);
    return all.length > 0 ? ` (${all.join(', ')})` : '';
}
function summarizeRevision(template, revision) {
    return { revision: revision?.number ?? null, images: (0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .IC)(template) };
}
function templateOf(target, workload) {
    if (target.type === 'revision')
        return target.revision.template;
    const { template } = workload.spec;
    const { container, image } = target;
    if (!Object.hasOwn((0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .IC)(template), container)) {
        return `it has no container ${container}; it has ${Object.keys((0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .IC)(template)).join(', ')}`;
    }
    const containers = template.spec.containers.map((item) => item.name === container ? { ...item, image } : item);
    return { ...template, spec: { ...template.spec, containers } };
}
function refusalOfChange({ spec }, owner, { gitops }) {
    if (spec.updateStrategy?.type === 'OnDelete') {
        return 'its update strategy is OnDelete, so its pods stay as they are until they are deleted';
    }
    if (gitops === 'through' && (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__  .zU)(owner))
        return undefined;
    if (owner?.heals && owner.paused === undefined && gitops !== 'ignore') {
        const unread = owner.unread ? `; whether it is paused is not known: ${owner.unread}` : '';
        return `the ${owner.name} owns it and would undo the rollback; stop that first: ${owner.remedy} (or say \`gitops: ${(0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__  .zU)(owner) ? 'through' : 'ignore'}\`)${unread}`;
    }
    return undefined;
}
function isThere(workload, template, revision, { rollback }) {
    const present = workload.spec.template;
    if ((0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .N_)(template, present))
        return true;
    const pinned = (0,_marks_js__WEBPACK_IMPORTED_MODULE_7__  .Hp)(workload);
    const wasPut = revision !== undefined && pinned?.to === revision.object.metadata.uid;
    return wasPut && (0,_target_js__WEBPACK_IMPORTED_MODULE_8__  .t)(pinned, rollback) && (0,_reaction_js__WEBPACK_IMPORTED_MODULE_9__  .T)(template, present);
}
function isHaltedMidway({ spec, status = {} }) {
    const { replicas = 0, updatedReplicas = 0 } = status;
    return spec.paused === true && (updatedReplicas < (spec.replicas ?? 1) || replicas > updatedReplicas);
}
const isApplied = ({ metadata }) => metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined;
function warningsOf(workload, owner, template, { gitops }) {
    const warnings = [];
    if (workload.spec.paused)
        warnings.push('its rollout is paused; the pause is removed with the rollback');
    if ((0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)((0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .IC)(template), (0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .IC)(workload.spec.template)))
        warnings.push('its images stay the same by name; where a tag was moved, the rollback does not bring the older image back');
    const isThroughHelm = gitops === 'through' && owner?.release !== undefined;
    const stays = isThroughHelm ? undefined : (0,_lingering_js__WEBPACK_IMPORTED_MODULE_6__  .UQ)(workload, template);
    if (stays)
        warnings.push(stays);
    if (isThroughHelm) {
        warnings.push(`the ${owner.name} owns it: the next helm upgrade brings what its chart and values then say, so put the older version into them`);
    }
    else if (gitops === 'through' && (0,_owners_find_js__WEBPACK_IMPORTED_MODULE_1__  .oS)(owner)) {
        warnings.push(`the ${owner?.name} owns it and stays paused after the rollback: put the older version into its source, then hand it back (docs/gitops.md)`);
    }
    else if (owner?.paused) {
        warnings.push(`the ${owner.name} owns it and undoes nothing at present (${owner.paused}); before that ends, put the older version into its source`);
    }
    else if (owner) {
        warnings.push(`the ${owner.name} owns it and may undo the rollback; to make it last: ${owner.remedy}`);
    }
    if (isApplied((0,_domain_workloads_joined_js__WEBPACK_IMPORTED_MODULE_10__  .Kd)(workload)) && owner?.object?.type !== 'application') {
        warnings.push('it was made by kubectl apply: the next apply of the newer manifest brings that back');
    }
    return warnings;
}


  }),

  38852:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CL: () => (  referencesOf),
    Cm: () => (  ReferenceLookup),
    Jj: () => (  lostVolumesOf),
    ZP: () => (  nameReference)
  });
  var _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1807);
  var _systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3090);


const PLURALS = {
    ConfigMap: 'configmaps',
    Secret: 'secrets',
    ServiceAccount: 'serviceaccounts',
    PersistentVolumeClaim: 'persistentvolumeclaims',
};
function referencesOf({ spec }) {
    const { containers, initContainers = [], volumes = [], imagePullSecrets = [] } = spec;
    const account = spec.serviceAccountName;
    const all = [
        ...[...containers, ...initContainers].flatMap(ofContainer),
        ...volumes.flatMap(ofVolume),
        ...(account && account !== 'default' ? [{ kind: 'ServiceAccount', name: account }] : []),
        ...imagePullSecrets.map(({ name }) => ({ kind: 'Secret', name, onlyForPulls: true })),
    ];
    const required = all.filter(({ optional, name }) => optional !== true && (0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .Eo)(name));
    const unique = new Map(required.map(({ optional: _, ...item }) => [JSON.stringify(item), item]));
    return [...unique.values()];
}
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
const nameReference = ({ kind, name, key }) => key === undefined ? `${kind} ${name}` : `the key ${key} of ${kind} ${name}`;
class ReferenceLookup {
    #client;
    #namespace;
    #known;
    constructor(client, namespace, restored) {
        this.#client = client;
        this.#namespace = namespace;
        this.#known = new Map(restored.map(({ ref, copy }) => [ref, Promise.resolve(copy)]));
    }
    async missing(references) {
        const reads = await Promise.all(references.map(async (reference) => ({ reference, isThere: await this.#isThere(reference) })));
        const missing = reads.filter(({ isThere }) => !isThere).map(({ reference }) => reference);
        const wholes = new Set(missing.filter(({ key }) => key === undefined).map(nameReference));
        return missing.filter(({ kind, name, key }) => key === undefined || !wholes.has(`${kind} ${name}`));
    }
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
            return await this.#client.find((0,_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .du)(_systems_kubernetes_names_js__WEBPACK_IMPORTED_MODULE_1__  .M2, this.#namespace, PLURALS[kind], name));
        }
        catch (error) {
            if (error instanceof _systems_kubernetes_errors_js__WEBPACK_IMPORTED_MODULE_0__  .hD && error.status === 403)
                return 'unknown';
            throw error;
        }
    }
}


  }),

  74860:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  K: () => (  rehearse)
});

var sentence = __webpack_require__(4771);
var errors = __webpack_require__(1807);
var service_history = __webpack_require__(33030);
var patch = __webpack_require__(71510);
var patch_workload = __webpack_require__(60138);
var access = __webpack_require__(33266);
var names = __webpack_require__(3090);
var pod_status = __webpack_require__(80026);
; 





const BY_POLICY = /^admission webhook |ValidatingAdmissionPolicy /;
async function podTrial(client, namespace) {
    const missing = await (0,access .HR)(client, namespace, [
        { group: '', resource: 'pods', verbs: ['create'] },
    ]);
    if (missing.length > 0)
        return async () => undefined;
    return async (step) => {
        if (hasItsPods(step))
            return undefined;
        try {
            const path = (0,names .du)(names .M2, namespace, 'pods');
            await client.request('POST', path, { body: podOf(step), query: { dryRun: 'All' } });
            return undefined;
        }
        catch (error) {
            if (!(error instanceof errors .hD) || error.status !== 403)
                return undefined;
            if ((0,pod_status .zb)(error.message) !== 'final')
                return undefined;
            return { reason: (0,sentence .Qu)(error.message), isSure: !BY_POLICY.test(error.message) };
        }
    };
}
function hasItsPods({ target, workload }) {
    if (target?.object.kind !== 'ReplicaSet')
        return false;
    return (target.object.status?.replicas ?? 0) >= (workload.spec.replicas ?? 1);
}
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

var service_references = __webpack_require__(38852);
var restart = __webpack_require__(64183);
; 








const WEBHOOK_DOWN = /failed calling webhook "([^"]{1,253})"/;
const NO_DRY_RUN = /does not support dry run/;
async function rehearse(client, namespace, groups, restores, mayPatch) {
    const lookup = new service_references .Cm(client, namespace, restores);
    const isTried = mayPatch && groups.flat().some(({ action }) => action === 'roll-back');
    const tryPod = isTried ? await podTrial(client, namespace) : undefined;
    const rehearseStep = async (step) => {
        if (step.action !== 'roll-back' && !(0,restart .jT)(step, restores))
            return step;
        const lost = (0,service_references .Jj)(step.template, step.workload);
        if (lost.length > 0)
            return refused(step, `its older template mounts the volume ${lost.join(', ')}, which its \`volumeClaimTemplates\` do not have any more, and no pod of it could be made; make it anew with those of then (delete it with \`--cascade=orphan\`, so that its pods serve meanwhile)`);
        const missing = await lookup.missing((0,service_references .CL)(step.template));
        const { fatal, doubtful } = weigh(missing, step);
        if (fatal.length > 0)
            return refused(step, `what it needs is not there: ${list(fatal)}; bring it back first`);
        const warnings = doubtful.length > 0 ? [`${list(doubtful)}, which it pulls its images with, is not there`] : [];
        const known = { ...step, warnings: [...step.warnings, ...warnings] };
        return tryPod && step.action === 'roll-back' ? tryOut(client, known, tryPod) : known;
    };
    return Promise.all(groups.map((group) => Promise.all(group.map(rehearseStep))));
}
const list = (references) => references.map(service_references .ZP).join(', ');
const refused = (step, reason) => ({ ...step, action: 'refuse', reason });
function weigh(missing, { workload }) {
    const present = new Set((0,service_references .CL)(workload.spec.template).flatMap((item) => (item.onlyForPulls ? [item.name] : [])));
    const isDoubtful = ({ onlyForPulls, name }) => onlyForPulls === true && present.has(name);
    return {
        fatal: missing.filter((item) => !isDoubtful(item)),
        doubtful: missing.filter(isDoubtful),
    };
}
async function tryOut(client, step, tryPod) {
    const mark = { id: '-', run: '-', at: new Date().toISOString(), wanted: '-', to: '', revision: 0 };
    try {
        const { before, after } = await (0,patch_workload .UL)(client, step.workload, (fresh) => (0,patch .H)(fresh, step, mark));
        if (!changesNothing(before, after))
            return withPodTried(step, await tryPod(step));
        const reason = `${step.reason}; a policy of the cluster makes it what runs already`;
        return { ...step, action: 'no-op', reason, warnings: [] };
    }
    catch (error) {
        if (!(error instanceof errors .hD))
            throw error;
        if (error.status === 404 || NO_DRY_RUN.test(error.message))
            return step;
        const [, webhook] = WEBHOOK_DOWN.exec(error.message) ?? [];
        const words = (0,sentence .Qu)(error.message);
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
const changesNothing = (before, after) => (0,service_history .N_)(before.spec.template, after.spec.template) &&
    (before.spec.paused ?? false) === (after.spec.paused ?? false);


  }),

  64183:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    On: () => (  unmarkPending),
    Pe: () => (  markPending),
    jT: () => (  needsRestart),
    lc: () => (  pendingOf),
    m5: () => (  inheritMarks),
    u8: () => (  restartPods)
  });
  var _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59027);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
  var _config_refs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45023);
  var _configuration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94313);
  var _copies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19443);
  var _history_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33030);
  var _marks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94054);
  var _patch_workload_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60138);








const needsRestart = (step, restores) => step.action === 'no-op' && ((0,_configuration_js__WEBPACK_IMPORTED_MODULE_2__  .r9)(step.template, restores) || pendingOf(step) !== undefined);
function pendingOf({ workload, current }) {
    const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .b_)(workload);
    return mark && mark.revision === current?.object.metadata.uid ? mark : undefined;
}
async function markPending({ client, namespace }, steps, restores, id) {
    const due = steps.filter((step) => step.action === 'no-op' && (0,_configuration_js__WEBPACK_IMPORTED_MODULE_2__  .r9)(step.template, restores) && !pendingOf(step));
    await Promise.all(due.map((step) => {
        const revision = step.current?.object.metadata.uid ?? '';
        const mark = { revision, id, at: new Date().toISOString() };
        return annotate({ client, namespace }, step, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .QO)(mark));
    }));
    return due;
}
async function unmarkPending(context, steps) {
    await Promise.all(steps.map((step) => annotate(context, step, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .QO)(null))));
}
async function annotate({ client, namespace }, step, annotations) {
    const path = (0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .jC)(namespace.name, step.kind, step.name);
    namespace.put(await client.patch(path, _systems_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__  .D.merge, { metadata: { annotations } }));
}
async function restartPods(context, step) {
    const annotations = { [_history_js__WEBPACK_IMPORTED_MODULE_4__  .ZX]: new Date().toISOString() };
    const newest = context.namespace.workload(step.kind, step.uid) ?? step.workload;
    return (0,_patch_workload_js__WEBPACK_IMPORTED_MODULE_6__  .K2)(context, newest, ({ metadata }) => ({
        metadata: {
            resourceVersion: metadata.resourceVersion,
            annotations: (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .QO)(null),
        },
        spec: { template: { metadata: { annotations } } },
    }));
}
async function inheritMarks(context, step, rollback) {
    const { client, namespace } = context;
    const workload = namespace.workload(step.kind, step.uid);
    const revision = workload && (0,_history_js__WEBPACK_IMPORTED_MODULE_4__  .h7)(workload, namespace.history(workload));
    if (!revision)
        return;
    const { id, run, wanted } = rollback;
    const to = revision.object.metadata.uid;
    const last = { id, run, wanted, at: new Date().toISOString(), to, revision: revision.number };
    await annotate(context, step, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  ._K)(last));
    const mark = step.target && (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .X3)(step.target.object);
    if (!mark)
        return;
    const refs = context.keepsConfig ? (0,_config_refs_js__WEBPACK_IMPORTED_MODULE_7__  .z)(revision.template) : [];
    const config = await (0,_copies_js__WEBPACK_IMPORTED_MODULE_3__  .HV)(client, revision.object, refs);
    const good = { ...mark, revision: revision.object.metadata.uid, config };
    await (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .mS)(client, revision.object, (0,_marks_js__WEBPACK_IMPORTED_MODULE_5__  .Dp)(good));
}


  }),

  82283:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    b: () => (  chooseTarget),
    t: () => (  isSameRollback)
  });
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4771);
  var _history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33030);
  var _lineage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11805);
  var _main_container_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44049);
  var _marks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94054);





const isSameRollback = (mark, rollback) => mark.id === rollback.id || mark.run === rollback.run;
function chooseTarget(to, workload, history, rollback) {
    if (to.type === 'image')
        return to;
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .h7)(workload, history);
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .Hp)(workload);
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
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .Hp)(workload);
    const found = history.find((revision) => revision.number === number) ??
        history.find((revision) => revision.earlier.includes(number)) ??
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
    const main = (0,_main_container_js__WEBPACK_IMPORTED_MODULE_3__  .r)(workload.spec.template, workload.metadata.name)?.name ?? '';
    const has = (revision) => tagOf((0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .IC)(revision.template)[main]) === tag;
    const matching = [
        ...history.filter(has),
        ...history.filter((revision) => hasTagInOtherContainer(tag, workload, revision)),
    ];
    const found = matching.find((revision) => !(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(revision.object));
    if (found)
        return { type: 'revision', revision: found, reason: `it has the version ${tag}` };
    if (matching[0])
        return refuseRolledBackFrom(matching[0], history);
    const image = (0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .IC)(workload.spec.template)[main];
    const images = history.flatMap(({ template }) => Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .IC)(template)));
    const known = new Set(images.map(tagOf).filter((known) => known !== undefined && known !== tag));
    return {
        type: 'none',
        reason: `no revision has the version ${tag}; there are ${[...known].join(', ') || 'none'} (an image outside the history is given as \`to: image=${main}=${image?.replace(/@[\s\S]*$/, '').replace(/:[\w.-]+$/, '')}:${tag}\`)`,
    };
}
function hasTagInOtherContainer(tag, workload, { template }) {
    const now = allImagesOf(workload.spec.template);
    return Object.entries(allImagesOf(template)).some(([name, image]) => tagOf(image) === tag && tagOf(now[name]) !== tag);
}
const allImagesOf = (template) => ({
    ...Object.fromEntries((template.spec.initContainers ?? []).map(({ name, image }) => [name, image])),
    ...(0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .IC)(template),
});
function positionOf(workload, current, history) {
    const left = (0,_lineage_js__WEBPACK_IMPORTED_MODULE_1__  .aH)(history);
    const isOther = (revision) => 
    revision.number > 0 && revision !== current && !(current && (0,_lineage_js__WEBPACK_IMPORTED_MODULE_1__  ._M)(revision, current));
    const others = history.filter(isOther);
    const [newestOther] = others;
    return {
        workload,
        current,
        history,
        newestOther,
        candidates: others.filter((revision) => !left.has(revision) && !(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(revision.object)),
        cameFrom: newestOther && left.has(newestOther) ? newestOther : undefined,
    };
}
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
    if ((0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(newestOther.object))
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
        .filter((revision) => !(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(revision.object))
        .find((revision) => (0,_lineage_js__WEBPACK_IMPORTED_MODULE_1__  .q2)(revision, history));
    if (marked) {
        const mark = (0,_lineage_js__WEBPACK_IMPORTED_MODULE_1__  .q2)(marked, history);
        const restarted = mark?.revision === marked.object.metadata.uid ? '' : ', and was only restarted since';
        const further = marked === current && !cameFrom ? '; if it is bad all the same, say `to: previous`' : '';
        const passed = passedOver(marked, position);
        const reason = `it was marked good at ${toSecond(mark?.at)} by run ${mark?.run}${restarted}${further}${passed}`;
        return { type: 'revision', revision: marked, reason };
    }
    const last = (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .Hp)(workload);
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
    return (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(newestOther.object)
        ? refuseRolledBackFrom(newestOther, history)
        : refuseLeft(newestOther);
}
function passedOver(marked, { candidates }) {
    const newer = candidates.filter((each) => each.number > marked.number && !(0,_lineage_js__WEBPACK_IMPORTED_MODULE_1__  ._M)(each, marked));
    if (newer.length === 0)
        return '';
    const names = newer.map(({ number, template }) => `${number} (${Object.values((0,_history_js__WEBPACK_IMPORTED_MODULE_0__  .IC)(template)).join(', ')})`);
    const [subject, was] = newer.length === 1 ? ['the newer revision', 'was'] : ['the newer revisions', 'were'];
    return `; ${subject} ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_4__  .eZ)(names, 3)} ${was} not marked`;
}
function refuseLostMark({ workload, history }) {
    const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .zT)(workload);
    if (!mark || history.some(({ object }) => object.metadata.uid === mark.revision))
        return undefined;
    const images = Object.entries(mark.images).map(([container, image]) => `${container}=${image}`);
    return {
        type: 'none',
        reason: `revision ${mark.number}, which was marked good last (${images.join(', ')}), is no longer in its history, and no other is known to be good; name one with \`to: revision=<number>\`, or the image with \`to: image=${images[0] ?? '<container>=<image>'}\``,
    };
}
function refuseLeft(revision) {
    return {
        type: 'none',
        reason: `someone has gone back from revision ${revision.number} already, and there is no other; to go there all the same say \`to: revision=${revision.number}\``,
    };
}
function refuseRolledBackFrom(revision, history) {
    const mark = (0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(revision.object);
    const other = history.find((candidate) => !(0,_marks_js__WEBPACK_IMPORTED_MODULE_2__  .vr)(candidate.object) && candidate.number < revision.number);
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
const tagOf = (image = '') => /:([\w.-]+)$/.exec(image.replace(/@[\s\S]*$/, ''))?.[1];
const toSecond = (at = '') => at.replace(/\.\d+Z$/, 'Z');


  }),

  28511:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    F3: () => (  ONE_DEPLOY),
    _w: () => (  untouchedReason),
    r6: () => (  deployBegun)
  });
  var _domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54085);
  var _history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33030);
  var _lineage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11805);



const ONE_DEPLOY = 15 * 60_000;
const LATELY = 6 * 3_600_000;
function deployBegun(all, given, now) {
    if (given !== undefined)
        return { at: given * 1000, isGiven: true };
    const changes = all.map(({ workload, history }) => changedAt(workload, history) ?? now);
    return { at: Math.max(Math.max(...changes) - ONE_DEPLOY, now - LATELY), isGiven: false };
}
function untouchedReason({ workload, history, named }, begun) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .h7)(workload, history);
    const changed = changedAt(workload, history);
    if (!current || changed === undefined || changed >= begun.at || !servesInFull(workload, current))
        return undefined;
    const isKnown = history.some((revision) => (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__  .q2)(revision, history));
    if (!begun.isGiven && (named || isKnown))
        return undefined;
    const when = new Date(begun.at).toISOString().replace(/\.\d+Z$/, 'Z');
    return begun.isGiven
        ? `it is fully available and was not changed since the deploy began at ${when}`
        : `it is fully available, was not changed since ${when}, and none of its revisions is marked good; to take it back all the same, name it or say \`to: previous\``;
}
function changedAt(workload, history) {
    const current = (0,_history_js__WEBPACK_IMPORTED_MODULE_1__  .h7)(workload, history);
    return current && (0,_lineage_js__WEBPACK_IMPORTED_MODULE_2__  .CT)(current);
}
function servesInFull(workload, current) {
    const { kind, spec, status = {} } = workload;
    if ((0,_domain_workloads_held_js__WEBPACK_IMPORTED_MODULE_0__  .i7)(workload) || spec.replicas === 0)
        return true;
    if (kind === 'DaemonSet')
        return current.available;
    const ready = kind === 'Deployment' ? status.availableReplicas : status.readyReplicas;
    return current.available && (ready ?? 0) >= (spec.replicas ?? 1);
}


  }),

  4151:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    y: () => (  targetHere)
  });
function targetHere(token) {
    const { GITHUB_REPOSITORY = '', GITHUB_API_URL: api = 'https://api.github.com' } = process.env;
    const [owner = '', repo = ''] = GITHUB_REPOSITORY.split('/');
    return owner && repo ? { token, owner, repo, api } : undefined;
}


  }),

  70370:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  A: () => (  pLimit)
});


; 

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

; 


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
		const result = (async () => function_(...arguments_))();

		resolve(result);

		try {
			await result;
		} catch {}

		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		new Promise(internalResolve => {  
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_));  

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
					for (const promise of promises) {
						promise.catch(() => {});  
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}


function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


  })

};
