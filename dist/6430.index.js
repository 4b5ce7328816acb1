"use strict";
exports.id = 6430;
exports.ids = [6430];
exports.modules = {

  60599:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    fc: () => (  makeFolder),
    pb: () => (  writePrivate),
    sX: () => (  appendPrivate)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
  var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



function writePrivate(path, content) {
    makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
    const beside = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(beside, content, { flag: 'wx', mode: 0o600 });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(beside, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(beside, { force: true });
        throw error;
    }
}
const makeFolder = (path) => {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { recursive: true, mode: 0o700 });
};
function appendPrivate(path, text) {
    const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_WRONLY } = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants;
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
    try {
        const status = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
        const isOurs = status.isFile() && status.uid === process.getuid?.();
        if (isOurs && (status.mode & 0o077) !== 0)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fchmodSync)(file, 0o600);
        if (text !== '')
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(file, text);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}


  }),

  28991:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    A: () => (  diagram),
    V: () => (  gantt)
  });
  var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);

function gantt({ title, axis }, bars) {
    if (bars.length === 0)
        return '';
    const lines = bars.map(({ name, style, from, to }) => `  ${label(name)} :${style ? `${style}, ` : ''}${from}, ${to}`);
    return diagram(['gantt', `  title ${title}`, '  dateFormat x', `  axisFormat ${axis}`, ...lines]);
}
const diagram = (lines) => ['```mermaid', ...lines, '```'].join('\n');
const label = (name) => (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__  .E$)(name)
    .replace(/[^\p{L}\p{N}/._✓✗…–-]+/gu, ' ')
    .trim()
    .slice(0, 62) || 'without a name';


  }),

  54085:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Le: () => (  brokenHeldNote),
    Wv: () => (  heldNote),
    _r: () => (  HELD),
    i7: () => (  isHeld)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77934);
  var _base_claims_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81187);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);



const HELD = 'rollback-actions/quiesced';
const MAX_REPLICAS = 100_000;
const noteSchema = valibot__WEBPACK_IMPORTED_MODULE_2__  .Ikc({
    replicas: valibot__WEBPACK_IMPORTED_MODULE_2__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__  .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__  .ndf(), valibot__WEBPACK_IMPORTED_MODULE_2__  .Wwf(0), valibot__WEBPACK_IMPORTED_MODULE_2__  .cGV(MAX_REPLICAS)),
    id: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .J2)(),
    at: (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .L8)(),
});
const read = ({ metadata }) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .jw)(metadata.annotations?.[HELD], noteSchema);
const isHeld = (workload) => workload.spec.replicas === 0 && heldNote(workload) !== undefined;
const heldNote = (workload) => (0,_base_claims_js__WEBPACK_IMPORTED_MODULE_0__  .Sf)(read(workload));
function brokenHeldNote(workload) {
    const claim = read(workload);
    if (!claim || !('broken' in claim))
        return undefined;
    const { namespace } = workload.metadata;
    return `The annotation ${HELD} of ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)((0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .H8)(workload))} cannot be read (${claim.broken}) and is passed over; if the workload is at zero because of it, scale it back with kubectl scale -n ${namespace}, and remove the annotation.`;
}


  }),

  5491:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    TN: () => (  keyOf),
    Ws: () => (  workloadSubject),
    eZ: () => (  namesOf),
    oI: () => (  endsOf),
    yK: () => (  databaseSubject)
  });
const workloadSubject = ({ kind, name, }, where) => ({
    component: `${kind.toLowerCase()}/${name}`,
    where,
});
const databaseSubject = ({ database, name: server, }) => ({ component: `database/${database}`, where: { server } });
const keyOf = ({ component, where = {} }) => [...placesOf(where), component].join('/');
function endsOf(key) {
    const words = key.split('/');
    return words.map((_, index) => words.slice(index).join('/'));
}
function namesOf(components) {
    const unique = new Map(components.map((each) => [keyOf(each), each]));
    const namesakes = Map.groupBy(unique, ([, { component }]) => component);
    return new Map([...unique].map(([key, each]) => {
        const others = (namesakes.get(each.component) ?? []).map(([, other]) => other);
        return [key, others.length === 1 ? each.component : `${each.component} (${apart(each, others)})`];
    }));
}
function apart({ where = {} }, namesakes) {
    const { namespace } = where;
    const same = namesakes.filter((other) => other.where?.namespace === namespace);
    return namespace !== undefined && same.length === 1 ? namespace : placesOf(where).join('/') || 'elsewhere';
}
const PLACES = ['cluster', 'namespace', 'server', 'provider', 'zone', 'directory', 'workspace', 'address'];
const placesOf = (where) => PLACES.flatMap((name) => where[name] || []);


  }),

  60225:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    C: () => (  requireConsent),
    e: () => (  consentOf)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

function consentOf(words, actor, record) {
    const used = new Set();
    return (word) => {
        if (!words.includes(word))
            return false;
        if (!used.has(word)) {
            const by = actor ?? 'unknown';
            const message = `${actor ?? 'Somebody unknown'} accepted \`${word}\`.`;
            record({
                component: 'consent',
                step: `accept ${word}`,
                status: 'done',
                message,
                evidence: { word, by },
            });
            used.add(word);
        }
        return true;
    };
}
function requireConsent(accepts, word, refusal) {
    if (accepts(word))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${refusal}; to go on all the same, say \`accept: ${word}\`.`);
}


  }),

  98708:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Tu: () => (  planWithDigests),
    ax: () => (  runningImages),
    p8: () => (  requireDigests)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4771);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60921);
  var _systems_registry_image_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76384);
  var _digests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72801);
  var _images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26205);
  var _plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26729);
  var _steady_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5580);








async function compareDigests(images, template, { image, imagePullPolicy }, digests) {
    if (imagePullPolicy === 'Never')
        return { is: 'unknown', reason: _images_js__WEBPACK_IMPORTED_MODULE_4__  .Zm.reason };
    const byTag = await images.digests(template, image);
    const byName = indexOf(byTag, digests);
    if (byName !== undefined)
        return { is: 'one', index: byName };
    if (byTag.is === 'denied' || byTag.is === 'unknown')
        return { is: 'unknown', reason: byTag.reason };
    const each = await Promise.all(digests.map((digest) => images.digests(template, `${(0,_digests_js__WEBPACK_IMPORTED_MODULE_3__  ._M)(image)}@${digest}`)));
    const index = each.map((found) => indexOf(found, digests)).find((found) => found !== undefined);
    if (index !== undefined)
        return { is: 'one', index };
    const silent = each.find(({ is }) => is === 'denied' || is === 'unknown') ?? byTag;
    if ('reason' in silent)
        return { is: 'unknown', reason: silent.reason };
    return digests.some((digest) => byTag.is === 'there' && byTag.digests.includes(digest))
        ? { is: 'several' }
        : { is: 'unknown', reason: `${image} means another image now` };
}
const indexOf = (found, digests) => found.is === 'there' && digests.every((digest) => found.digests.includes(digest))
    ? found.digests[0]
    : undefined;
async function runningImages(ref, template, pods, images) {
    const all = await Promise.all(template.spec.containers.map(async (container) => [container.name, await runningImage(ref, template, container, pods, images)]));
    return Object.fromEntries(all);
}
async function runningImage(ref, template, container, pods, images) {
    const { name, image } = container;
    if (image.includes('@'))
        return image;
    const reported = pods
        .flatMap(({ status }) => status?.containerStatuses ?? [])
        .filter((status) => status.name === name && status.imageID?.includes('@'))
        .map(({ imageID = '' }) => imageID.replace(/^.*:\/\//, ''));
    const digests = [...new Set(reported.map(digestPart))];
    const own = reported.find((id) => (0,_systems_registry_image_js__WEBPACK_IMPORTED_MODULE_2__  .z)(id)?.key === (0,_systems_registry_image_js__WEBPACK_IMPORTED_MODULE_2__  .z)(image)?.key);
    if (digests.length < 2)
        return own ?? reported[0] ?? image;
    const compared = await compareDigests(images, template, container, digests);
    if (compared.is === 'one')
        return `${(0,_digests_js__WEBPACK_IMPORTED_MODULE_3__  ._M)(image)}@${compared.index}`;
    const shown = (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_7__  .eZ)([...new Set(reported)], 3);
    if (compared.is === 'several')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The pods of ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} run different images in the container ${name}: ${shown}; a tag was moved while they started.`);
    throw new _steady_js__WEBPACK_IMPORTED_MODULE_6__  .A(`It is not known whether the pods of ${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} run one image in the container ${name}: their nodes name it ${shown}, which may be its architectures or different images, and its registry does not say which (${compared.reason}); deploy it again and run mark-good where the registry can be reached, or deploy it by the digest of its index.`);
}
const digestPart = (id) => id.slice(id.indexOf('@') + 1);
async function planWithDigests(candidate, wanted, images) {
    const step = (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__  .ek)(candidate, wanted);
    const all = step.differing ?? [];
    if (all.length === 0)
        return step;
    const registries = images();
    const compared = await Promise.all(all.map(async (each) => ({ each, ...(await compareWithGood(registries, step.template, each)) })));
    const indexes = new Map(compared.flatMap((item) => (item.is === 'one' ? [[item.each.container.name, item.index]] : [])));
    const planned = indexes.size > 0 ? (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__  .ek)({ ...candidate, indexes }, wanted) : step;
    const warnings = compared.flatMap((item) => item.is === 'unknown' && planned.action === 'roll-back'
        ? [
            `${doubt(item.each, item.reason)}; so it is pinned to what was marked: if that is one architecture of it, nodes of another cannot start it`,
        ]
        : []);
    return { ...planned, warnings: [...planned.warnings, ...warnings] };
}
const compareWithGood = (images, template, { container, good, running }) => compareDigests(images, template, container, [...new Set([good, ...running])]);
const doubt = ({ container: { name, image }, good, running }, reason) => `it is not known whether the container ${name} runs the image that was marked good: ${image} was ${good} and is ${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_7__  .eZ)(running, 3)} now, which may be an architecture of it, and its registry does not say (${reason})`;
async function requireDigests(ref, template, mark, pods, images) {
    const all = (0,_digests_js__WEBPACK_IMPORTED_MODULE_3__  .R1)(template, mark, pods, () => true);
    if (all.length === 0)
        return;
    const registries = images();
    for (const each of all) {
        const compared = await compareWithGood(registries, template, each);
        if (compared.is === 'one')
            continue;
        const { container, good, running } = each;
        const { name, image } = container;
        const remedy = `roll it back with \`to: image=${name}=${(0,_digests_js__WEBPACK_IMPORTED_MODULE_3__  ._M)(image)}@${good}\``;
        if (compared.is === 'unknown')
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} is rolled out, and ${doubt(each, compared.reason)}; compare them in the registry, and if they are different images, ${remedy}.`);
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .Pf)(ref)} is rolled out but runs another image than the one that was marked good: ${image} is ${running.find((digest) => digest !== good)} now, and was ${good}; ${remedy}.`);
    }
}


  }),

  5580:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    A: () => (  UnprovenError),
    T: () => (  awaitSteady)
  });
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);
  var _systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60921);




class UnprovenError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ {
}
async function awaitSteady(ref, listPods, now, signal) {
    for (;;) {
        const pods = await listPods();
        if (pods.length === 0)
            throw new UnprovenError(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .Pf)(ref)} has no pods, so nothing shows that it works.`);
        const restarted = pods.flatMap((pod) => restartOf(pod, now()) ?? []);
        if (restarted[0])
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${(0,_systems_kubernetes_kinds_js__WEBPACK_IMPORTED_MODULE_3__  .Pf)(ref)} is not steady: ${restarted[0]}.`);
        const missing = _base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.STEADY_MS - (now().getTime() - Math.max(...pods.map(readySince)));
        if (missing <= 0)
            return pods;
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__  .v7)(Math.min(missing, _base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.STEADY_MS), signal);
    }
}
const readySince = ({ status }) => Date.parse(status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime ?? '') || 0;
function restartOf({ metadata, status }, now) {
    const dead = (status?.containerStatuses ?? []).find(({ restartCount, lastState }) => {
        const ended = Date.parse(lastState?.terminated?.finishedAt ?? '');
        return restartCount > 0 && now.getTime() - ended < _base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.RESTARTED_LATELY_MS;
    });
    const { reason, exitCode, finishedAt } = dead?.lastState?.terminated ?? {};
    return (dead &&
        `container ${dead.name} of pod ${metadata.name} ended at ${finishedAt} (${reason}, exit code ${exitCode}) and was started again`);
}


  }),

  65768:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    eF: () => (  run),
    jH: () => (  outputOf),
    ut: () => (  answerOf)
  });
  var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
  var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
  var _actions_exec__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81260);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45145);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95282);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39668);







const INHERITED = ['PATH', 'HOME', 'USER', 'TMPDIR', 'TZDIR', 'LD_LIBRARY_PATH', 'SYSTEMROOT'];
const LAST_LINES = 40;
const LONGEST_LINE = 64 * 1024;
async function answerOf(file, args, environment = {}) {
    try {
        const { exitCode, stdout, stderr } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_3__  .H)(quoted(file), [...args], {
            silent: true,
            ignoreReturnCode: true,
            env: environmentWith(environment),
        });
        return { code: exitCode, output: stdout, errors: stderr };
    }
    catch (error) {
        if (/Unable to locate executable|no such file|ENOENT|EACCES/i.test((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .bD)(error)))
            return undefined;
        throw error;
    }
}
const quoted = (file) => `"${file.replaceAll('"', '\\"')}"`;
const MAX_OUTPUT_BYTES = 256 * 1024 ** 2;
const NO_PROGRAM = ['ENOENT', 'EACCES', 'ENOTDIR'];
function outputOf(file, args, environment = {}) {
    const options = { env: environmentWith(environment), maxBuffer: MAX_OUTPUT_BYTES };
    return new Promise((resolve, reject) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(file, [...args], options, (error, output, errors) => {
            if (!error)
                resolve({ code: 0, output, errors });
            else if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
                reject(new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file)} printed more than ${MAX_OUTPUT_BYTES / 1024 ** 2} MiB; what it reads is not what it should be.`));
            else if (typeof error.code === 'string')
                NO_PROGRAM.includes(error.code) ? resolve(undefined) : reject(error);
            else
                resolve({ code: error.code ?? 255, output, errors });
        });
    });
}
async function run(file, args, options) {
    const { signal, input, output, onError } = options;
    signal.throwIfAborted();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, {
        env: environmentWith(options.environment ?? {}),
        stdio: [input ? 'pipe' : 'ignore', output ? 'pipe' : 'ignore', 'pipe'],
    });
    let kill;
    const stop = () => {
        child.kill('SIGINT');
        kill = setTimeout(() => child.kill('SIGKILL'), _base_waits_js__WEBPACK_IMPORTED_MODULE_5__  .r.PROCESS_KILL_MS);
    };
    signal.addEventListener('abort', stop, { once: true });
    const errors = [];
    const lines = (0,_bounded_js__WEBPACK_IMPORTED_MODULE_6__  .Xi)(LONGEST_LINE, (line) => {
        errors.push(line);
        if (errors.length > LAST_LINES)
            errors.shift();
        onError?.(line);
    });
    child.stderr?.on('data', lines.hear).on('end', lines.end);
    const ended = new Promise((resolve, reject) => {
        child.once('error', reject).once('close', (code) => resolve(code ?? undefined));
    });
    const flows = [
        input && feed(input, child.stdin, () => child.kill('SIGKILL')),
        output && (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(child.stdout, output),
    ];
    try {
        const [code] = await Promise.all([ended, ...flows]);
        signal.throwIfAborted();
        return { code, errors };
    }
    catch (error) {
        child.kill('SIGKILL');
        await ended.catch(() => { });
        signal.throwIfAborted();
        throw error;
    }
    finally {
        clearTimeout(kill);
        signal.removeEventListener('abort', stop);
    }
}
async function feed(input, stdin, kill) {
    let hasLeft = false;
    const leave = () => {
        hasLeft = true;
    };
    stdin.once('error', leave).once('close', leave);
    let failure = input.errored;
    if (failure)
        kill();
    input.prependOnceListener('error', (error) => {
        if (hasLeft)
            return;
        failure = error;
        kill();
    });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(input, stdin).catch(() => { });
    if (failure)
        throw failure;
}
function environmentWith(more) {
    const inherited = INHERITED.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(inherited), LC_ALL: 'C', TZ: 'UTC', ...more };
}


  }),

  96430:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  main: () => (  main),
  post: () => (  post)
});

var external_node_os_ = __webpack_require__(48161);
var external_node_path_ = __webpack_require__(76760);
var run_url = __webpack_require__(17169);
var clusters = __webpack_require__(69274);
var owners_inputs = __webpack_require__(21312);
var component = __webpack_require__(5491);
var errors = __webpack_require__(45145);
var here = __webpack_require__(4151);
; 


const SKEW_MS = 60_000;
async function ownWork(token, { run, signal }) {
    if (!(Number(process.env.GITHUB_RUN_ATTEMPT ?? 1) > 1))
        return undefined;
    if (token === undefined)
        return {
            unknown: `input \`github-token\` is empty; give it \`\${{ github.token }}\`, and the job \`permissions: {actions: read}\``,
        };
    const target = (0,here .y)(token);
    if (!target)
        return { unknown: 'GITHUB_REPOSITORY does not say which repository this is' };
    try {
        const [{ GitHubClient }, { jobSpans }] = await Promise.all([
            Promise.resolve( ).then(__webpack_require__.bind(__webpack_require__, 52310)),
            __webpack_require__.e(  8825).then(__webpack_require__.bind(__webpack_require__, 58825)),
        ]);
        return { spans: await jobSpans(new GitHubClient(target, signal), run) };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors .lZ))
            throw error;
        return { unknown: (0,errors .bD)(error) };
    }
}
function isByAnother(at, spans) {
    const first = Math.min(...spans.map(({ from }) => from));
    return at > first && !spans.some(({ from, to }) => from - SKEW_MS <= at && at <= to + SKEW_MS);
}

var string_argv = __webpack_require__(88579);
var kinds = __webpack_require__(60921);
; 



function downRequestOf(inputs) {
    const { downCommand, downTo, downWhen, databaseUrl, onFailure } = inputs;
    if (downCommand === undefined) {
        if (downTo === undefined)
            return undefined;
        throw new errors .lZ('Input `down-to` is given without `down-command`; give both, or neither.');
    }
    const own = /^([a-z]+\/[a-z0-9.-]+):\s+(?=\S)(.*)$/s.exec(downCommand.trim());
    const argv = (0,string_argv .R)(own?.[2] ?? downCommand);
    if (argv.length === 0)
        throw new errors .lZ('Input `down-command` is empty; accepted is a command of the release that goes, such as `npx knex migrate:down`.');
    if (downTo === undefined || downTo.trim() === '')
        throw new errors .lZ('Input `down-command` needs `down-to`, the migration at which the schema has to be afterwards; without it some tools take every migration back.');
    if (databaseUrl === undefined)
        throw new errors .lZ('Input `down-command` needs `database-url`, as the database alone says whether its migrations are at `down-to`.');
    if (downWhen === 'before' && onFailure === 'restore')
        throw new errors .lZ('With `down-when: before` the newer release cannot be put back, because its schema is gone by then; say `on-failure: stop`.');
    return {
        for: own?.[1] && (0,kinds .Pf)((0,kinds .rd)(own[1])),
        argv,
        to: downTo.trim(),
        when: downWhen,
        databaseUrl,
    };
}

var markdown = __webpack_require__(26963);
; 


function downPlanned(outcome, down, { record }) {
    if (down === undefined)
        return outcome;
    const { to, argv, when } = down.request;
    const { database } = down.server;
    if ('reason' in down)
        return also(outcome, `The migrations of ${database} stay where they are: ${down.reason}.`);
    const message = `The migrations of ${database} would go from ${down.from} to ${to} ${when} the services; what users have written since into what that drops would be lost, so take a dump first.`;
    record({
        ...(0,component .yK)(down.server),
        ...{ step: 'migrate down', status: 'planned', from: down.from, to, message },
    });
    return also(outcome, message, `It would run ${(0,markdown .aY)(argv.join(' '))}.`);
}
function withDown(outcome, down) {
    if (down === undefined)
        return outcome;
    const { log, ...result } = down;
    const lines = log.map((line) => (0,markdown .aY)(line)).join('<br>');
    const end = log.length > 0 ? [`The end of its log:<br>${lines}`] : [];
    const outputs = { down: result };
    if (outcome === undefined) {
        const message = `${down.message} No service was touched.`;
        return { result: 'failed', message, outputs, summary: summaryOf(message, end) };
    }
    const both = also(outcome, down.message, ...end);
    return { ...both, result: resultOf(outcome, down), outputs: Object.assign({}, outcome.outputs, outputs) };
}
function resultOf({ result }, down) {
    if (down.outcome === 'failed')
        return 'failed';
    return result === 'no-op' && down.outcome === 'done' ? 'done' : result;
}
function also({ message, summary, ...rest }, sentence, ...more) {
    const [head = '', ...parts] = (summary ?? `## ${(0,markdown .tJ)(message)}`).split('\n\n');
    return {
        ...rest,
        message: `${message} ${sentence}`,
        summary: [`${head} ${(0,markdown .tJ)(sentence)}`, ...parts, ...more].join('\n\n'),
    };
}
const summaryOf = (sentence, parts) => [`## ${(0,markdown .tJ)(sentence)}`, ...parts].join('\n\n');

var held = __webpack_require__(54085);
var incident = __webpack_require__(87688);
var marks = __webpack_require__(94054);
; 





function markBefore(revision, id) {
    const mark = (0,marks .vr)(revision);
    return (0,marks .pK)(mark && mark.id !== id ? mark : null);
}
function reportResult(plan, result) {
    const { step, outcome, seconds, message, details } = result;
    const sign = outcome === 'failed' ? '✗' : '✓';
    const explanation = message === step.reason ? '' : ` — ${message}`;
    plan.log.info(`${sign} ${(0,kinds .Pf)(step)}: ${outcome} in ${seconds.toFixed(1)} s${explanation}`);
    if (details.length > 0)
        plan.log.group(`${(0,kinds .Pf)(step)}: details`, details);
    const status = {
        'rolled-back': 'done',
        'no-op': 'no-op',
        failed: 'failed',
        skipped: 'skipped',
        restored: 'failed',
    }[outcome];
    const recordedStep = (0,held .i7)(step.workload) && outcome !== 'failed' ? 'switch template' : 'roll back';
    const earlier = status === 'no-op' ? earlierOf(plan, step) : undefined;
    plan.record({
        ...{ ...subjectOf(plan, step), step: recordedStep, status, ...fromTo(step), seconds, message },
        ...(earlier !== undefined && { evidence: { earlier } }),
    });
    return result;
}
function earlierOf({ rollback }, { workload, current }) {
    const last = (0,marks .Hp)(workload);
    const isOwn = last && (0,incident .w8)(last.id, last.run) === (0,incident .w8)(rollback.id, rollback.run);
    return isOwn && last.to === current?.object.metadata.uid ? last.at : undefined;
}
const subjectOf = ({ client, namespace }, step) => (0,component .Ws)(step, { cluster: client.cluster, namespace: namespace.name });
const skipped = (step, message) => ({
    step,
    outcome: 'skipped',
    seconds: 0,
    start: 0,
    message,
    details: [],
});
const fromTo = ({ from, to }) => ({
    from: Object.values(from.images).join(' '),
    to: Object.values(to.images).join(' '),
});
const since = (begun) => (performance.now() - begun) / 1000;

var health = __webpack_require__(50992);
var sentence = __webpack_require__(4771);
var access = __webpack_require__(33266);
var names = __webpack_require__(3090);
var argo_cd = __webpack_require__(93862);
var argo_cd_back = __webpack_require__(95736);
var argo_cd_plan = __webpack_require__(97120);
var find = __webpack_require__(54138);
var owners_flux = __webpack_require__(50954);
var flux_back = __webpack_require__(90572);
var flux_source = __webpack_require__(11970);
var move = __webpack_require__(44048);
var notes = __webpack_require__(18664);
var owners_owner = __webpack_require__(53314);
; 







const UNITS_MS = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
function planFlux(path, object, moves, staying, lacks) {
    const { name } = moves[0].owner;
    const keeper = (0,owners_flux .yD)(object, name);
    const isKept = keeper?.object?.type === 'kustomization';
    const suspended = object.spec?.suspend === true ? 'it is suspended already' : 'it will be suspended';
    const keeps = isKept ? 'passes it over meanwhile' : 'may resume it';
    const kept = keeper ? `, and the ${keeper.name} that keeps it ${keeps}` : '';
    const others = othersOf(object, moves, staying);
    const commit = others.length === 0 ? goodCommit(object, moves) : undefined;
    const unheld = keeper && !isKept ? `the ${keeper.name} would give it its own source back` : undefined;
    const noPin = pinRefusal(object, others, commit, unheld ?? lacks);
    const pin = noPin === undefined ? pinName(object) : undefined;
    const unpruned = object.spec?.prune === false ? '; what was added since stays, because it does not prune' : '';
    const own = (0,owners_flux ._t)(object);
    const added = own ? `; ${own} stays as it is` : '';
    const then = pin
        ? `its workloads are patched directly, then all of it goes back to ${commit?.slice(0, 7)}: it is resumed with the source ${pin}, which stays there${unpruned}${added}`
        : `its workloads are patched directly, and nothing else of it goes back, because ${noPin}`;
    return {
        ...{ type: 'flux', name, path, isKept, words: `${suspended}${kept}; ${then}` },
        ...(commit && { commit }),
        ...(pin && { pin }),
    };
}
function pinRefusal({ spec, kind, metadata }, others, commit, lacks) {
    if (kind !== 'Kustomization')
        return 'Flux has no way back for it';
    if (spec?.sourceRef?.kind !== 'GitRepository')
        return 'its source is not a GitRepository';
    if (others.length > 0)
        return `other workloads of it are not selected (${(0,sentence .eZ)(others, owners_owner .oA)})`;
    if (spec.suspend === true && !(0,notes .nJ)({ apiVersion: '', kind, metadata }))
        return 'it was suspended before';
    if (!commit)
        return 'its history has no commit of the time of the good revisions';
    return lacks;
}
function othersOf(object, moves, staying) {
    const inScope = new Set([...staying, ...(0,move .RF)(moves).map(move .f6)]);
    const others = (0,owners_flux .o8)(object).filter((each) => Object.hasOwn(kinds .EZ, each.kind) && !inScope.has((0,move .f6)(each)));
    return others.map(({ kind, name }) => `${kind}/${name}`);
}
function goodCommit(object, moves) {
    const applied = (object.status?.history ?? []).filter(({ lastReconciledStatus }) => lastReconciledStatus === 'ReconciliationSucceeded');
    const revisions = new Set(moves.map(({ marked }) => marked?.revision));
    const [marked] = revisions;
    if (revisions.size === 1 && applied.some(({ metadata }) => metadata?.revision === marked))
        return (0,flux_source .xt)(marked);
    const { since, until, begun } = (0,move .ee)(moves);
    const { lastAttemptedRevision, lastAppliedRevision } = object.status ?? {};
    const present = lastAttemptedRevision ?? lastAppliedRevision;
    const newestFirst = applied.toSorted((a, b) => Date.parse(b.lastReconciled ?? '') - Date.parse(a.lastReconciled ?? ''));
    const found = newestFirst.find((entry) => {
        const [first, last] = [entry.firstReconciled, entry.lastReconciled].map((at) => Date.parse(at ?? ''));
        if (!((last ?? 0) >= since && (first ?? until) < until))
            return false;
        if (Number.isFinite(begun) && !((first ?? 0) >= since && begunAt(entry) <= begun))
            return false;
        const isLater = entry.metadata?.revision !== present && begunAt(entry) < until - move .sF;
        return (first ?? until) < until - move .sF || isLater;
    });
    return (0,flux_source .xt)(found?.metadata?.revision);
}
function begunAt({ firstReconciled, lastReconciledDuration = '', totalReconciliations }) {
    const parts = [...lastReconciledDuration.matchAll(/(\d{1,12}(?:\.\d{1,9})?)(h|ms|m|s)/g)];
    const took = parts.reduce((sum, [, value, unit]) => sum + Number(value) * (UNITS_MS[unit ?? ''] ?? 0), 0);
    return Date.parse(firstReconciled ?? '') - (totalReconciliations === 1 ? took : 0);
}
function pinName({ metadata: { namespace, name }, spec }) {
    const isElsewhere = (spec?.sourceRef?.namespace ?? namespace) !== namespace;
    return `${isElsewhere ? `${namespace}-` : ''}${name}`.slice(0, 240).concat('-rollback');
}

var promises_ = __webpack_require__(51455);
var waits = __webpack_require__(95282);
var kubernetes_errors = __webpack_require__(1807);
; 

async function lentKubeconfig({ config }, namespace) {
    const found = {};
    await config.applyToHTTPSOptions(found).catch((error) => {
        throw kubernetes_errors .lE.from(config, error);
    });
    const headers = (found.headers ?? {});
    const [, token] = /^Bearer (.+)$/.exec(headers.Authorization ?? '') ?? [];
    const { proxyUrl, server } = config.getCurrentCluster() ?? {};
    const { username, password } = config.getCurrentUser() ?? {};
    const cluster = {
        server,
        'certificate-authority-data': base64(found.ca),
        'insecure-skip-tls-verify': found.rejectUnauthorized === false || undefined,
        'tls-server-name': found.servername,
        'proxy-url': proxyUrl,
    };
    const user = {
        ...{ token, username, password, as: headers['Impersonate-User'] },
        'client-certificate-data': base64(found.cert),
        'client-key-data': base64(found.key),
    };
    return JSON.stringify({
        ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'lent' },
        clusters: [{ name: 'lent', cluster }],
        users: [{ name: 'lent', user }],
        contexts: [{ name: 'lent', context: { cluster: 'lent', user: 'lent', namespace } }],
    });
}
const base64 = (given) => typeof given === 'string' || Buffer.isBuffer(given) ? Buffer.from(given).toString('base64') : undefined;

var systems_process = __webpack_require__(65768);
; 







async function findHelm() {
    const result = await (0,systems_process .ut)('helm', ['version', '--template', '{{.Version}}']);
    const version = result?.output.trim() ?? '';
    const [, major] = /^v(\d+)\./.exec(version) ?? [];
    return major === undefined ? undefined : { major: Number(major), version };
}
async function helmRollback(client, helm, { namespace, release, revision, isServerSide }) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'helm-'));
    const ending = endingAfter(client.signal);
    try {
        const kubeconfig = (0,external_node_path_.join)(folder, 'kubeconfig');
        await (0,promises_.writeFile)(kubeconfig, await lentKubeconfig(client, namespace), { mode: 0o600 });
        const environment = {
            KUBECONFIG: kubeconfig,
            ...{ HELM_CACHE_HOME: folder, HELM_CONFIG_HOME: folder, HELM_DATA_HOME: folder },
        };
        const seconds = waits .r.OWNER_OPERATION_MS / 1000;
        const args = [
            ...['rollback', release, String(revision), '--namespace', namespace],
            ...['--history-max', '0', '--timeout', `${seconds}s`],
            ...(helm.major >= 4 ? [`--server-side=${isServerSide}`] : []),
            ...(helm.major >= 4 && isServerSide ? ['--force-conflicts'] : []),
        ];
        const { code, errors } = await (0,systems_process .eF)('helm', args, { environment, signal: ending.signal });
        if (code === 0)
            return undefined;
        const last = errors.findLast((line) => line.startsWith('Error:')) ?? errors.at(-1) ?? '';
        return `helm says: ${last.replace(/^Error: /, '').slice(0, 300) || `exit code ${code}`}`;
    }
    catch (error) {
        client.signal.throwIfAborted();
        if (ending.signal.aborted)
            return `helm did not end within ${waits .r.OWNER_OPERATION_MS / 1000} s`;
        if (error instanceof errors .lZ)
            throw error;
        return `helm cannot be run: ${(0,errors .bD)(error)}`;
    }
    finally {
        ending.stop();
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function endingAfter(signal) {
    const controller = new AbortController();
    const end = () => controller.abort(signal.reason ?? new Error('It took too long.'));
    const timers = [setTimeout(end, waits .r.OWNER_OPERATION_MS + waits .r.PROCESS_KILL_MS)];
    const soon = () => timers.push(setTimeout(end, waits .r.PROCESS_KILL_MS));
    signal.addEventListener('abort', soon, { once: true });
    return {
        signal: controller.signal,
        stop() {
            signal.removeEventListener('abort', soon);
            for (const timer of timers)
                clearTimeout(timer);
        },
    };
}

var owners_helm = __webpack_require__(52509);
var fields = __webpack_require__(60091);
var resources = __webpack_require__(91787);
var helm_manifest = __webpack_require__(28179);
var external_node_util_ = __webpack_require__(57975);
var holding = __webpack_require__(33138);
; 








const SERVED = new Set(['deployed', 'superseded']);
const RUN_ONCE = new Set(['Job', 'Pod']);
const keyOf = ({ kind, namespace, name }) => (0,helm_manifest .T5)({ apiVersion: kinds .EZ[kind].api.slice('/apis/'.length), kind, namespace, name });
function planRelease(history, namespace, moves, staying) {
    const newest = history.at(-1);
    if (!newest)
        return `there is no Secret of it in the namespace ${namespace}`;
    const present = (0,helm_manifest .iZ)(newest.manifest, namespace);
    if (!present)
        return `the manifest of its revision ${newest.number} cannot be read`;
    const inScope = new Set((0,move .RF)([...moves, ...staying]).map(keyOf));
    const others = [...present].filter(([key, { kind }]) => Object.hasOwn(kinds .EZ, kind) && !inScope.has(key));
    if (others.length > 0)
        return `helm takes all of a release back, and ${(0,sentence .eZ)(others.map(([, object]) => (0,helm_manifest .Vb)(object)), owners_owner .oA)} of it ${others.length > 1 ? 'are' : 'is'} not selected`;
    const newestFirst = history.toReversed().flatMap((to) => {
        const objects = (0,helm_manifest .iZ)(to.manifest, namespace);
        return objects ? [{ to, objects }] : [];
    });
    const fitting = newestFirst.filter(({ objects }) => hasTemplates(objects, moves, staying));
    const chosen = fitting.find(({ to }) => SERVED.has(to.status));
    if (!chosen) {
        const [failed] = fitting;
        return failed
            ? `revision ${failed.to.number}, which has the good templates, is ${failed.to.status} in its history`
            : 'no revision in its history has the good templates';
    }
    const difference = differenceOf(present, chosen.objects);
    const held = difference.deleted.filter(({ apiVersion, kind, content }) => (0,holding .B)((0,helm_manifest .F8)(apiVersion), kind, content));
    if (held.length > 0)
        return `helm would delete ${(0,sentence .eZ)(held.map(helm_manifest .Vb), owners_owner .oA)}, which may hold what exists only once`;
    const runs = [...difference.created, ...difference.changed].filter(({ kind }) => RUN_ONCE.has(kind));
    if (runs.length > 0)
        return `helm would run ${(0,sentence .eZ)(runs.map(helm_manifest .Vb), owners_owner .oA)} of the older version once more`;
    return { to: chosen.to, newest, difference };
}
function hasTemplates(objects, moves, staying) {
    const fits = (workload) => (0,helm_manifest .ME)(objects.get(keyOf(workload))?.template, workload.template);
    return (moves.every(fits) && staying.every((each) => (each.isNew && !objects.has(keyOf(each))) || fits(each)));
}
function differenceOf(present, target) {
    const written = [...target.values()];
    return {
        written,
        created: written.filter((object) => !present.has((0,helm_manifest .T5)(object))),
        changed: written.filter((object) => {
            const before = present.get((0,helm_manifest .T5)(object));
            return before !== undefined && !(0,external_node_util_.isDeepStrictEqual)(before.content, object.content);
        }),
        deleted: [...present.values()].filter((object) => !object.isKept && !target.has((0,helm_manifest .T5)(object))),
    };
}
const hooksOf = ({ hooks }) => hooks.filter(({ events }) => events.some(isOfRollback));
const isOfRollback = (event) => /^(pre|post)-rollback$/.test(event);
function describeWay({ to, newest, difference }, helm) {
    const { changed, created, deleted } = difference;
    const parts = [
        [changed, 'changed'],
        [created, 'created'],
        [deleted, 'deleted'],
    ];
    const changes = parts
        .filter(([objects]) => objects.length > 0)
        .map(([objects, verb]) => `${(0,sentence .eZ)(objects.map(helm_manifest .Vb), owners_owner .oA)} ${objects.length > 1 ? 'are' : 'is'} ${verb}`);
    const hooks = hooksOf(to).map(({ kind, name, events }) => `${kind}/${name} (${events.filter(isOfRollback).join(', ')})`);
    return [
        `all of it goes back to revision ${to.number} (${to.chart}, of ${to.deployedAt}) by ${helm}`,
        ...changes,
        ...(hooks.length > 0 ? [`its hooks run: ${(0,sentence .eZ)(hooks, owners_owner .oA)}`] : []),
        ...((0,owners_helm .mm)(newest)
            ? [
                `its revision ${newest.number} is ${newest.status} since ${newest.deployedAt}, so a helm may still be at work: end that one first`,
            ]
            : []),
    ].join('; ');
}

; 







const SCALES = ['replicas', 'minReplicas', 'maxReplicas', 'minReplicaCount', 'maxReplicaCount'];
async function lossByHelm(client, namespace, { newest: release, difference: { written, deleted } }) {
    const present = (0,helm_manifest .iZ)(release.manifest, namespace);
    const touched = [
        ...written.map((older) => ({ older, newest: present?.get((0,helm_manifest .T5)(older)) })),
        ...deleted.map((newest) => ({ older: undefined, newest })),
    ];
    const looked = touched.filter(isLookedAt);
    const apis = [...new Set(looked.map((each) => objectIn(each).apiVersion))];
    const known = new Map(await Promise.all(apis.map(async (api) => [api, await (0,resources .F)(client, api)])));
    const losses = await Promise.all(looked.map(async (each) => {
        const { apiVersion, kind, namespace: own, name } = objectIn(each);
        const resource = known.get(apiVersion)?.get(kind);
        if (!resource?.namespaced)
            return undefined;
        const there = await client.find((0,names .du)((0,names .So)(apiVersion), own, resource.plural, name));
        return lossOf(each, (0,fields .C)(there) ? there : undefined);
    }));
    const all = losses.filter((loss) => loss !== undefined);
    return all.length > 0 ? (0,sentence .eZ)(all, owners_owner .oA) : undefined;
}
function isLookedAt({ newest, older }) {
    const { kind } = objectIn({ newest, older });
    const scales = [newest, older].flatMap((object) => Object.keys(specOf(object?.content)));
    return kind === 'Secret' || (older !== undefined && (RUN_ONCE.has(kind) || scales.some(isScale)));
}
const objectIn = ({ newest, older }) => (older ?? newest);
const isScale = (field) => SCALES.includes(field);
function lossOf(touched, there) {
    const { newest, older } = touched;
    const { kind } = objectIn(touched);
    const name = (0,helm_manifest .Vb)(objectIn(touched));
    if (RUN_ONCE.has(kind))
        return there ? undefined : `helm would run ${name} once more, which is gone since`;
    if (!there)
        return undefined;
    if (kind === 'Secret') {
        const verb = older ? 'overwrite' : 'delete';
        return isRotated(touched, there)
            ? `helm would ${verb} ${name}, which was changed since the release`
            : undefined;
    }
    const [specNow, specThen, spec] = [newest?.content, older?.content, there].map(specOf);
    const scaled = SCALES.find((field) => isScaled(field, specNow[field], specThen[field], spec[field]));
    return scaled
        ? `helm would change \`${scaled}\` of ${name} from ${spec[scaled]} to ${specThen[scaled] ?? 'its default'}`
        : undefined;
}
function isScaled(field, newest, older, there) {
    if (there === undefined || (newest ?? older) === undefined)
        return false;
    const isChanged = there !== newest && there !== older;
    const isDropped = field === 'replicas' && (older ?? undefined) === undefined && there !== 1;
    return isChanged || isDropped;
}
function isRotated({ newest, older }, there) {
    const [before, after, live] = [newest?.content, older?.content, there].map(dataOf);
    const isTouched = (key) => !older || Object.hasOwn(before, key) || Object.hasOwn(after, key);
    return Object.keys(live).some((key) => isTouched(key) && live[key] !== before[key] && live[key] !== after[key]);
}
function dataOf(content) {
    const { data, stringData } = (0,fields .P)(content);
    const coded = (value, from) => Buffer.from(String(value), from).toString('base64');
    return Object.fromEntries([
        ...Object.entries((0,fields .P)(data)).map(([key, value]) => [key, coded(value ?? '', 'base64')]),
        ...Object.entries((0,fields .P)(stringData)).map(([key, value]) => [key, coded(value ?? '', 'utf8')]),
    ]);
}
const specOf = (content) => (0,fields .P)((0,fields .P)(content).spec);

; 




const secrets = (...verbs) => ({ group: '', resource: 'secrets', verbs });
const toReadRelease = [secrets('list')];
async function lackOfRights(client, namespace, { to, difference: { written, created, deleted } }) {
    const hooks = hooksOf(to).flatMap(({ manifest }) => [...((0,helm_manifest .iZ)(manifest, namespace)?.values() ?? [])]);
    const wanted = [
        [written, ['get', 'patch'], true],
        [created, ['create'], false],
        [deleted, ['get', 'delete'], true],
        [hooks, ['get', 'list', 'watch', 'create', 'delete'], false],
    ];
    const all = wanted.flatMap(([objects]) => objects);
    const apis = [...new Set(all.map(({ apiVersion }) => apiVersion))];
    const known = new Map(await Promise.all(apis.map(async (api) => [api, await (0,resources .F)(client, api)])));
    const unknown = all.find(({ apiVersion, kind }) => !known.get(apiVersion)?.has(kind));
    if (unknown)
        return `the cluster does not have the kind ${unknown.kind} of ${unknown.apiVersion}`;
    const rules = wanted.flatMap(([objects, verbs, isNamed]) => objects.map((object) => {
        const resource = known.get(object.apiVersion)?.get(object.kind);
        const { plural, namespaced } = resource;
        const permission = { group: (0,helm_manifest .F8)(object.apiVersion), resource: plural, verbs };
        return {
            namespace: namespaced ? object.namespace : '',
            permission: isNamed ? { ...permission, names: [object.name] } : permission,
        };
    }));
    const own = { namespace, permission: secrets('get', 'list', 'create', 'update') };
    return lackOf(client, [own, ...rules]);
}
async function lackOf(client, rules) {
    const byNamespace = Map.groupBy(rules, (rule) => rule.namespace);
    const lacking = await Promise.all([...byNamespace].map(async ([place, own]) => {
        const missing = await (0,access .HR)(client, place, together(own.map(({ permission }) => permission)));
        const where = place === '' ? 'of the cluster' : `in the namespace ${place}`;
        return missing.length > 0 ? [`${(0,access .gH)(missing)} ${where}`] : [];
    }));
    const lacks = lacking.flat();
    return lacks.length > 0 ? `the credentials may not ${lacks.join(', and ')}` : undefined;
}
function together(permissions) {
    const alike = Map.groupBy(permissions, ({ group, resource, verbs, names }) => JSON.stringify([group, resource, verbs, names === undefined]));
    return [...alike.values()].map((same) => {
        const [first] = same;
        return first.names ? { ...first, names: same.flatMap(({ names = [] }) => names) } : first;
    });
}

; 








async function planHelm(client, { name }, release, moves, staying) {
    const unread = await reasonUnread(client, release);
    const history = unread === undefined ? await (0,owners_helm .iJ)(client, release) : [];
    const way = unread ?? (await wayOf(client, release, history, moves, staying));
    const plan = { type: 'release', name, release };
    if (typeof way !== 'string')
        return { ...plan, way, words: describeWay(way, `Helm ${way.helm.version}`) };
    const pending = pendingWords(history?.at(-1), release);
    return { ...plan, way, words: [directWords(way), ...pending].join('; ') };
}
const directWords = (reason) => `its workloads are patched directly, and nothing else of it goes back, because ${reason}`;
async function reasonUnread(client, { namespace, name }) {
    if (!(0,names .Eo)(name) || !(0,names .Pi)(namespace))
        return 'its name is not one of Kubernetes';
    const missing = await (0,access .HR)(client, namespace, toReadRelease);
    return missing.length > 0
        ? `the credentials may not list secrets in the namespace ${namespace}`
        : undefined;
}
async function wayOf(client, release, history, moves, staying) {
    if (!history)
        return 'one of its revisions cannot be read';
    const way = planRelease(history, release.namespace, moves, staying);
    if (typeof way === 'string')
        return way;
    const helm = await findHelm();
    if (!helm || helm.major < 3)
        return 'there is no helm on the PATH of the runner';
    if (helm.major < 4 && way.newest.isServerSide)
        return `Helm 4 has applied it server-side, and ${helm.version} is on the PATH`;
    const reason = (await lackOfRights(client, release.namespace, way)) ??
        (await lossByHelm(client, release.namespace, way));
    return reason ?? { ...way, helm };
}
async function unfinished(client, release) {
    if ((await reasonUnread(client, release)) !== undefined)
        return [];
    return pendingWords((await (0,owners_helm .iJ)(client, release))?.at(-1), release);
}
function pendingWords(newest, { namespace, name }) {
    if (!newest || !(0,owners_helm .mm)(newest))
        return [];
    return [
        `its revision ${newest.number} is ${newest.status}, and Helm refuses the next upgrade before \`helm rollback ${name} <good revision> --namespace ${namespace}\` has ended that`,
    ];
}
async function backByHelm({ clusters: { client }, log }, { name, release, way }) {
    if (typeof way === 'string')
        return { direct: way };
    const present = (await (0,owners_helm .iJ)(client, release))?.at(-1)?.number;
    if (present !== way.newest.number)
        throw new errors .lZ(`another deploy has made revision ${present} of it since the plan was made; run the rollback again`);
    const revision = way.to.number;
    log.info(`… ${name}: goes back to revision ${revision}`);
    const { isServerSide } = way.newest;
    const target = { namespace: release.namespace, release: release.name, revision, isServerSide };
    const failed = await helmRollback(client, way.helm, target);
    if (failed === undefined)
        return {};
    for (const words of await unfinished(client, release))
        log.warn(`${name}: ${words}.`);
    return { direct: failed };
}
async function deployedSince({ clusters: { client } }, { release: { namespace, name }, way }) {
    if (typeof way === 'string')
        return undefined;
    const revision = way.newest.number + 2;
    const secret = `sh.helm.release.v1.${name}.v${revision}`;
    return (await client.find((0,names .du)(names .M2, namespace, 'secrets', secret))) ? revision : undefined;
}

; 





const jobs_RUN_ONCE = {
    'batch/Job': { api: names .D_, plural: 'jobs' },
    '/Pod': { api: names .M2, plural: 'pods' },
};
async function rerunRefusal(client, all, next) {
    const begun = next - waits .r.RELEASE_APPLIED_MS;
    const runs = all.flatMap(({ group = '', kind, namespace = '', name }) => {
        const type = jobs_RUN_ONCE[`${group}/${kind}`];
        return type ? [{ ...type, kind, namespace, name }] : [];
    });
    const places = Map.groupBy(runs, ({ api, namespace, plural }) => (0,names .du)(api, namespace, plural));
    const newer = [];
    for (const [path, own] of places) {
        const made = await madeAt(client, path);
        const [{ plural, namespace }] = own;
        if (!made)
            return `it has ${plural}, which the credentials may not list in the namespace ${namespace}, and older ones may run once more`;
        const isNewer = ({ name }) => !((made.get(name) ?? Number.NaN) < begun);
        newer.push(...own.filter(isNewer).map(({ kind, name }) => `${kind}/${name}`));
    }
    const is = newer.length > 1 ? 'are' : 'is';
    return newer.length > 0
        ? `${(0,sentence .eZ)(newer, owners_owner .oA)} ${is} of the newer version, and those of the older one would run once more`
        : undefined;
}
async function madeAt(client, path) {
    try {
        const { items } = await client.list(path);
        return new Map(items.map(({ metadata }) => [metadata.name, Date.parse(metadata.creationTimestamp ?? '')]));
    }
    catch (error) {
        if (error instanceof kubernetes_errors .hD && error.status === 403)
            return undefined;
        throw error;
    }
}

var pruning = __webpack_require__(29590);
; 















async function planOwner(clusters, moves, staying, readOnly) {
    const { owner } = moves[0];
    const { object, release } = owner;
    if (release)
        return planHelm(clusters.client, owner, release, moves, staying);
    if (!object)
        throw new errors .lZ(`There is no object of the ${owner.name} that could be paused.`);
    const { client, namespace, plural, api } = (0,find .J)(clusters, object);
    const verbs = readOnly ? ['get'] : ['get', 'patch'];
    const right = (resource, name) => ({
        group: api.split('/')[2] ?? '',
        ...{ resource, verbs, names: [name] },
    });
    await (0,access .An)(client, namespace, [right(plural, object.name)]);
    const path = (0,names .du)(api, namespace, plural, object.name);
    const stays = new Set((0,move .RF)(staying).map(move .f6));
    const next = (0,move .to)(moves);
    const older = new Set(moves.map((move) => move.namespace));
    if (object.type !== 'application') {
        const flux = await client.get(path);
        const made = (0,owners_flux .o8)(flux);
        const { prune = true, force: forces = false } = flux.spec ?? {};
        const deleting = { by: 'Flux', prunes: prune, forces };
        const unpruned = flux.kind === 'Kustomization' ? await (0,pruning .jB)(client, deleting, made, next, older) : undefined;
        const lacks = (await sourceRefusal(client, flux, readOnly)) ?? (await rerunRefusal(client, made, next)) ?? unpruned;
        return { ...planFlux(path, flux, moves, stays, lacks), ...(unpruned && { unpruned, forces }) };
    }
    const application = await client.get(path);
    const made = (application.status?.resources ?? []).filter(({ hook }) => !hook);
    const reruns = await rerunRefusal(clusters.client, made, next);
    const deleting = { by: 'Argo CD', prunes: (0,argo_cd .Mf)(application) };
    const unpruned = await (0,pruning .jB)(clusters.client, deleting, made, next, older);
    const plan = {
        ...(0,argo_cd_plan .s9)(application, moves, stays, { reruns, unpruned }),
        ...(unpruned && { unpruned }),
    };
    if (plan.needsWindow)
        await (0,access .An)(client, clusters.argo.namespace, [
            right('appprojects', (0,argo_cd .v8)(plan.application)),
        ]);
    return plan;
}
async function sourceRefusal(client, { spec, metadata }, readOnly) {
    const namespace = spec?.sourceRef?.namespace ?? metadata.namespace ?? '';
    const verbs = readOnly ? ['get'] : ['get', 'create', 'patch'];
    const group = flux_source .ZZ.split('/')[2] ?? '';
    const missing = await (0,access .HR)(client, namespace, [
        { group, resource: 'gitrepositories', verbs },
    ]);
    return missing.length > 0
        ? `the credentials may not ${verbs.join(', ')} gitrepositories in the namespace ${namespace}`
        : undefined;
}
function pruneWarning(plan) {
    if (plan.type === 'release' || !plan.unpruned)
        return undefined;
    const isFlux = plan.type === 'flux';
    const keep = `annotate what has to stay (${(0,pruning .nr)(isFlux ? 'Flux' : 'Argo CD')})`;
    const forced = isFlux && plan.forces ? ', turn `spec.force` off' : '';
    return `${plan.name}: ${plan.unpruned}, so it prunes nothing now. Before it is handed back, ${keep}${forced}, and delete what is not needed.`;
}
async function back(context, plan) {
    if (plan.type === 'application')
        return (0,argo_cd_back .Kd)(context, plan);
    if (plan.type === 'release')
        return backByHelm(context, plan);
    await (0,flux_back .KV)(context, plan);
    return { direct: 'Flux has no way back of its own' };
}
async function undoing(context, plan) {
    if (plan.type === 'release') {
        const revision = await deployedSince(context, plan);
        return revision === undefined ? undefined : `was deployed anew (revision ${revision}) while it went back`;
    }
    const isHeld = plan.type === 'application'
        ? await (0,argo_cd_back .v9)(context, plan.application)
        : await (0,flux_back .kv)(context.clusters, plan);
    return isHeld ? undefined : RESUMED;
}
const RESUMED = 'was resumed while it went back, and brings the newer version again';
const commitsOfPlan = (plan) => plan.type === 'application'
    ? (0,argo_cd_plan .g3)(plan)
    : plan.type === 'flux' && plan.commit !== undefined
        ? [plan.commit]
        : undefined;
async function settle(context, { object }, isGood) {
    if (object?.type !== 'kustomization')
        return undefined;
    const { namespace, api, plural } = (0,find .J)(context.clusters, object);
    return (0,flux_back .TM)(context, (0,names .du)(api, namespace, plural, object.name), isGood);
}

var last = __webpack_require__(92198);
var lasting_owner = __webpack_require__(29857);
; 







async function keepersOf(results, gitops, config, page, run) {
    const { log, client, rollback } = run;
    const failed = new Set(results.flatMap(({ step, outcome }) => (outcome === 'failed' ? step.owner?.name : [])));
    const isThrough = (owner) => (0,find .oS)(owner) && (gitops === 'through' || (0,owners_owner .XQ)(owner));
    const found = ownersOf(results);
    const standings = await Promise.all(found
        .filter((owner) => isThrough(owner) && !failed.has(owner.name))
        .map((owner) => standingOf(owner, run)));
    const cause = { id: rollback.id, reason: rollback.reason, run: page };
    const lasting = await (0,last .LC)(standings, config, cause, { log, signal: client.signal });
    return found.map((owner) => {
        const standing = standings.find(({ name }) => name === owner.name);
        const own = lasting.find(({ owner: name }) => name === owner.name);
        const keeper = {
            owner: owner.name,
            isPaused: owner.paused !== undefined || isThrough(owner),
            since: standing?.note?.at ?? owner.pausedSince,
            commits: standing?.places.places.map(({ commit }) => commit) ?? [],
            lasting: own ?? { reason: 'its source is not known' },
        };
        if (own)
            recordKeeper(keeper, run);
        return keeper;
    });
}
async function foreseeKeepers(steps, config, { owners, log, client }) {
    if (!config.token || !config.isWanted)
        return;
    const goingBack = steps.flatMap(({ action, owner }) => (action === 'roll-back' && owner ? owner : []));
    const found = (0,owners_owner .dM)(goingBack).filter(find .oS);
    const standings = await Promise.all(found.map(async (owner) => {
        const standing = await standingOf(owner, { owners });
        return commitsOf(owner, owners) ? standing : { ...standing, places: { places: [], others: [lasting_owner .z] } };
    }));
    const foreseen = await (0,last .GJ)(standings, config, { log, signal: client.signal });
    for (const { owner, planned, isThere, reason } of foreseen) {
        if (reason !== undefined)
            log.warn(`No pull request would restore the source of the ${owner}: ${reason}.`);
        else if (isThere)
            log.info(`${owner}: its source says the older version already`);
        else
            log.info(`${owner}: a pull request in ${planned} would restore the older version`);
    }
}
function ownersOf(results) {
    const back = results.filter(({ outcome, step: { owner } }) => outcome === 'rolled-back' || (outcome === 'no-op' && owner !== undefined && (0,owners_owner .XQ)(owner)));
    const owners = back.flatMap(({ step: { owner } }) => owner ?? []);
    return (0,owners_owner .dM)(owners);
}
function commitsOf({ name }, { steps }) {
    const plan = steps.map((step) => step.plan).find((plan) => plan.name === name);
    return plan && commitsOfPlan(plan);
}
async function standingOf(owner, { owners }) {
    try {
        return await (0,lasting_owner .Z)(owners.clusters, owner, commitsOf(owner, owners));
    }
    catch (error) {
        const others = [`the ${owner.name} cannot be read: ${(0,sentence .Qu)((0,errors .bD)(error))}`];
        return { name: owner.name, note: undefined, places: { places: [], others }, warnings: [] };
    }
}
function recordKeeper(keeper, { record, log }) {
    const { owner, since, lasting } = keeper;
    const { reason, pullRequest } = lasting;
    const message = `the ${owner} is paused${since ? ` since ${since}` : ''}: ${toDo(lasting)}`;
    log.info(`${reason === undefined ? '✓' : '✗'} ${message}`);
    record({
        ...{ component: 'owner', step: `make last ${owner}` },
        ...{ status: reason === undefined ? 'done' : 'failed', message },
        evidence: { ...(since && { since }), ...(pullRequest && { 'pull-request': pullRequest }) },
    });
}
const isLasting = (keepers) => keepers.every(({ lasting }) => lasting.reason === undefined);
const toOwners = (keepers) => keepers.map(({ owner, isPaused, since, commits, lasting }) => ({
    ...{ owner, paused: isPaused ? (since ?? true) : false, revision: commits.join(' ') || null },
    ...{ 'pull-request': lasting.pullRequest ?? '', 'handed-back': false, reason: lasting.reason ?? '' },
}));
function pausedWords(keepers) {
    return keepers
        .filter(({ isPaused }) => isPaused)
        .map(({ owner, lasting }) => ` The ${owner} stays paused: ${toDo(lasting)}.`)
        .join('');
}
function toDo({ pullRequest, isThere, reason }) {
    if (isThere)
        return 'its source says the older version already, so hand it back';
    if (reason === undefined)
        return `merge ${pullRequest}, then hand it back`;
    return `put the older version into Git, then hand it back (no pull request: ${reason})`;
}

var service_plan = __webpack_require__(26729);
var joined = __webpack_require__(31803);
var workloads_select = __webpack_require__(95722);
var consent = __webpack_require__(60225);
var managed_fields = __webpack_require__(42387);
var service_history = __webpack_require__(33030);
; 







const MAX_NAMES = 8;
const KINDS = [
    { word: 'cronjob', api: '/apis/batch/v1', plural: 'cronjobs' },
    { word: 'job', api: '/apis/batch/v1', plural: 'jobs' },
    { word: 'horizontalpodautoscaler', api: '/apis/autoscaling/v2', plural: 'horizontalpodautoscalers' },
    { word: 'service', api: names .M2, plural: 'services' },
    { word: 'rollout', api: '/apis/argoproj.io/v1alpha1', plural: 'rollouts' },
    { word: 'cloneset', api: '/apis/apps.kruise.io/v1alpha1', plural: 'clonesets' },
];
async function listOthers(client, namespace) {
    const lists = await Promise.all(KINDS.map(async ({ word, api, plural }) => {
        try {
            return [word, (await client.list((0,names .du)(api, namespace, plural))).items];
        }
        catch (error) {
            if (error instanceof kubernetes_errors .hD && (error.status === 403 || error.status === 404))
                return [word, []];
            throw error;
        }
    }));
    return Object.fromEntries(lists);
}
function describeBeside(others, steps, workloads, isAll) {
    const back = steps.filter(({ action }) => action === 'roll-back');
    const related = relatedTo(others, steps, isAll);
    return {
        lines: linesOf(related),
        warnings: [
            ...others.service.flatMap((service) => serviceWarnings(service, steps, workloads)),
            ...others.service.flatMap((service) => portWarnings(service, back)),
            ...related.rollout.map(({ metadata }) => `rollout/${metadata.name} is left as it is; name it in \`workloads\` to roll it back as well`),
            ...related.cloneset.map(({ metadata }) => `cloneset/${metadata.name} is left as it is; go back by its own template (OpenKruise)`),
        ],
    };
}
function relatedTo(others, steps, isAll) {
    const back = steps.filter(({ action }) => action === 'roll-back');
    const releases = new Set(back.flatMap(({ workload }) => releasesOf(workload)));
    const isOfRelease = (object) => (isAll && back.length > 0) || releasesOf(object).some((release) => releases.has(release));
    const targets = new Set(back.map(targetOf));
    const inScope = new Set(steps.map(targetOf));
    return {
        cronjob: others.cronjob.filter(isOfRelease),
        job: others.job
            .filter(({ metadata }) => !metadata.ownerReferences?.some(({ controller }) => controller))
            .filter(isOfRelease),
        horizontalpodautoscaler: others.horizontalpodautoscaler.filter(({ spec }) => targets.has(targetOf(spec?.scaleTargetRef))),
        service: others.service.filter((item) => back.some(({ workload }) => sends(item, workload.spec.template))),
        rollout: others.rollout.filter((item) => isOfRelease(item) && !inScope.has(`Rollout/${item.metadata.name}`)),
        cloneset: others.cloneset.filter(isOfRelease),
    };
}
function linesOf(related) {
    const lines = [
        line('cronjob', related.cronjob, ({ spec }) => [spec?.schedule, ...imagesIn(spec?.jobTemplate?.spec?.template)].filter(Boolean).join(', ')),
        line('job', related.job, ({ spec }) => imagesIn(spec?.template).join(', ')),
        line('horizontalpodautoscaler', related.horizontalpodautoscaler, ({ spec }) => `${targetOf(spec?.scaleTargetRef).toLowerCase()}, ${spec?.minReplicas ?? 1} to ${spec?.maxReplicas}`),
        line('service', related.service, ({ spec }) => selectorWords(spec?.selector)),
        line('rollout', related.rollout, ({ spec }) => [
            ...imagesIn(spec?.template),
            ...(spec?.workloadRef ? [targetOf(spec.workloadRef).toLowerCase()] : []),
        ].join(', ')),
        line('cloneset', related.cloneset, ({ spec }) => imagesIn(spec?.template).join(', ')),
    ];
    return lines.filter((words) => words !== '');
}
function withoutRollout(step, { rollout }) {
    const user = rollout.find(({ spec }) => targetOf(spec?.workloadRef) === targetOf(step));
    if (step.action !== 'roll-back' || !user)
        return step;
    const { name } = user.metadata;
    const reason = `rollout/${name} has its template from it (workloadRef) and brings the pods: name rollout/${name} instead, and both go back`;
    return { ...step, action: 'refuse', reason };
}
function serviceWarnings(service, steps, workloads) {
    const name = `service/${service.metadata.name}`;
    const selector = selectorWords(service.spec?.selector);
    const sent = steps.filter(({ action, workload }) => action !== 'no-op' && sends(service, workload.spec.template));
    const lost = sent.filter(({ action, template }) => action === 'roll-back' && !sends(service, template));
    if (lost.length > 0)
        return [
            `${name} selects ${selector}, which the older pods of ${lost.map(kinds .Pf).join(', ')} do not have: it sends them nothing until its selector is what it was`,
        ];
    const others = sent.length > 0
        ? workloads.filter((workload) => (0,joined .rJ)(workload) && couldSend(service, workload))
        : [];
    if (others.length === 0)
        return [];
    const time = (0,managed_fields .n)(service, 'f:spec', 'f:selector');
    return [
        `${name} sends to ${sent.map(kinds .Pf).join(', ')} (${selector})${time ? `, was last changed at ${time}` : ''} and is left as it is; if the deploy switched it there from ${others.map((other) => (0,kinds .Pf)((0,kinds .H8)(other))).join(', ')}, set its selector back`,
    ];
}
function portWarnings(service, back) {
    const wanted = [...new Set(service.spec?.ports?.map(({ port, targetPort = port }) => targetPort))];
    return back
        .filter(({ workload, template }) => sends(service, workload.spec.template) && sends(service, template))
        .flatMap((step) => {
        const now = portsOf(step.workload.spec.template);
        const then = portsOf(step.template);
        const lost = wanted.filter((port) => now.has(port) && !then.has(port) && (typeof port === 'string' || then.size > 0));
        return lost.length === 0
            ? []
            : [
                `service/${service.metadata.name} sends to port ${lost.join(', ')}, which the older pods of ${(0,kinds .Pf)(step)} do not have: set its \`targetPort\` back${then.size > 0 ? ` (they have ${[...then].join(', ')})` : ''}`,
            ];
    });
}
const portsOf = ({ spec: { containers, initContainers = [] } }) => new Set([...containers, ...initContainers].flatMap(({ ports = [] }) => ports.flatMap(({ name, containerPort }) => name === undefined ? [containerPort] : [containerPort, name])));
function couldSend(service, { spec }) {
    const wanted = Object.entries(service.spec?.selector ?? {});
    const labels = spec.template.metadata?.labels ?? {};
    const isEqual = ([key, value]) => labels[key] === value;
    return (wanted.every(([key]) => Object.hasOwn(labels, key)) && wanted.some(isEqual) && !wanted.every(isEqual));
}
const releasesOf = ({ metadata: { labels = {}, annotations = {} } }) => [
    annotations['meta.helm.sh/release-name'],
    labels['app.kubernetes.io/instance'],
    labels['app.kubernetes.io/part-of'],
    labels['argocd.argoproj.io/instance'],
].filter((name) => name !== undefined);
function sends({ spec }, template) {
    const matchLabels = spec?.selector ?? {};
    return Object.keys(matchLabels).length > 0 && (0,service_history .ko)({ matchLabels }, template.metadata?.labels ?? {});
}
const selectorWords = (selector) => Object.entries(selector ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
const targetOf = (ref) => ref ? `${ref.kind}/${ref.name}` : '';
function imagesIn(template) {
    return (template?.spec.containers ?? []).map(({ image }) => image);
}
function line(word, items, describe) {
    return (0,sentence .eZ)(items.map((item) => `${word}/${item.metadata.name} (${describe(item)})`), MAX_NAMES);
}

var service_configuration = __webpack_require__(94313);
var service_images = __webpack_require__(26205);
var service_namespace = __webpack_require__(95763);
var lineage = __webpack_require__(11805);
; 




const MOST_NAMES = 10;
async function sparingNewer(groups, historyOf, ownWork, log) {
    const planned = groups.map((group) => [...group]);
    const leaving = planned.flat().filter(isLeaving);
    const work = leaving.length > 0 ? await ownWork() : undefined;
    if (!work)
        return planned;
    if ('unknown' in work) {
        log.warn(`These jobs are run again, and whether another run has deployed ${(0,sentence .eZ)(leaving.map(kinds .Pf), MOST_NAMES)} since is not known: ${(0,sentence .Qu)(work.unknown)}.`);
        return planned;
    }
    return planned.map((group) => group.map((step) => spared(step, historyOf(step), work.spans)));
}
const isLeaving = ({ action, current }) => action === 'roll-back' && current !== undefined;
function spared(step, history, spans) {
    const { current } = step;
    if (!isLeaving(step) || !current)
        return step;
    const at = releasedAt(current, history);
    if (at === undefined || !isByAnother(at, spans))
        return step;
    const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
    return {
        ...step,
        action: 'refuse',
        reason: `its revision ${current.number} was made at ${time}, while no job of this run was at work: it is a newer release, which this run has not deployed; to roll that one back, start a new run`,
    };
}
function releasedAt(current, history) {
    const times = history.filter((other) => (0,lineage ._M)(other, current)).map(lineage .CT);
    const known = times.filter((time) => time !== undefined);
    return known.length > 0 ? Math.min(...known) : undefined;
}

var one_image = __webpack_require__(98708);
var permissions = __webpack_require__(1004);
var rehearse = __webpack_require__(74860);
var service_restart = __webpack_require__(64183);
; 

function pausedAgain(groups, { gitops }) {
    const going = new Set(groups.flat().flatMap(({ action, owner }) => (action === 'roll-back' ? (owner?.name ?? []) : [])));
    return groups.map((group) => group.map((step) => {
        const { action, owner, reason } = step;
        if (action !== 'no-op' || !owner || going.has(owner.name) || !(0,owners_owner .Kx)(owner))
            return step;
        const cause = `the ${owner.name} was resumed after rollback ${owner.pausedBy?.id} had paused it`;
        if (gitops === 'through')
            return { ...step, action: 'roll-back', reason: `${reason}; ${cause}, so it is paused again` };
        const warning = `${cause}, and may bring the newer version again; stop it (${owner.remedy}), or say \`gitops: through\``;
        return { ...step, warnings: [...step.warnings, warning] };
    }));
}

; 



function revisionLines({ current, target }, history) {
    const is = (one, other) => one.object.metadata.uid === other?.object.metadata.uid;
    return history.map((revision) => {
        const { number, object, template, isKept } = revision;
        const made = (0,lineage .CT)(revision);
        const good = (0,marks .X3)(object);
        const left = (0,marks .vr)(object);
        const cause = object.metadata.annotations?.['kubernetes.io/change-cause'];
        const facts = [
            made === undefined ? undefined : `made at ${toSecond(new Date(made).toISOString())}`,
            is(revision, current) ? 'is the present one' : undefined,
            is(revision, target) && !is(revision, current) ? 'is what it goes back to' : undefined,
            good && `marked good at ${toSecond(good.at)} by run ${good.run}`,
            left && `rolled back from at ${toSecond(left.at)} by rollback ${left.id} (${left.reason})`,
            isKept ? 'no longer in the history, kept by mark-good' : undefined,
            cause && `change-cause: ${cause}`,
        ];
        const images = Object.entries((0,service_history .IC)(template)).map(([container, image]) => `${container}=${image}`);
        return `${number}: ${images.join(' ')}; ${facts.filter(Boolean).join('; ')}`;
    });
}
const toSecond = (at) => at.replace(/\.\d+Z$/, 'Z');

var service_select = __webpack_require__(64690);
var lingering = __webpack_require__(64745);
var reaction = __webpack_require__(34865);
; 










async function planOwners(steps, gitops, namespace, clusters, readOnly, log) {
    const moving = steps.filter(({ action, owner }) => gitops === 'through' && action === 'roll-back' && (0,find .zU)(owner));
    const staying = steps.flatMap((step) => stayingOf(step, namespace.name) ?? []);
    const byOwner = Map.groupBy(moving, ({ owner }) => owner?.name);
    await warnOfUnfinished(steps.flatMap(({ owner }) => (owner && !byOwner.has(owner.name) ? [owner] : [])), clusters, log);
    return Promise.all([...byOwner.values()].map(async (own) => {
        const moves = own.map((step) => moveOf(step, namespace));
        const plan = await planOwner(clusters, moves, staying, readOnly);
        log.info(`${plan.name}: ${plan.words}`);
        const unpruned = pruneWarning(plan);
        if (unpruned)
            log.warn(unpruned);
        if (plan.type === 'release' && typeof plan.way === 'string')
            warnOfLingering(own, log);
        return { plan, steps: own };
    }));
}
async function warnOfUnfinished(owners, { client }, log) {
    const releases = new Map(owners.flatMap(({ name, release }) => (release ? [[name, release]] : [])));
    for (const [name, release] of releases)
        for (const words of await unfinished(client, release))
            log.warn(`${name}: ${words}.`);
}
function warnOfLingering(steps, log) {
    for (const step of steps) {
        const warning = (0,lingering .UQ)(step.workload, step.template);
        if (warning)
            log.warn(`${(0,kinds .Pf)(step)}: ${(0,sentence .KG)(warning)}`);
    }
}
function ownedAs({ workload, kind, name }, namespace) {
    const holder = (0,kinds .H8)((0,joined .Kd)(workload));
    return workload.parts
        ? { ...holder, namespace, rollout: { kind, name, namespace } }
        : { kind, name, namespace };
}
function stayingOf(step, namespace) {
    const { action, workload } = step;
    if (action !== 'no-op' && action !== 'skip')
        return undefined;
    return { ...ownedAs(step, namespace), template: workload.spec.template, isNew: action === 'skip' };
}
function moveOf(step, namespace) {
    const { target, workload } = step;
    const history = namespace.history(workload);
    const made = (target && (0,lineage .CT)(target)) ?? Number.POSITIVE_INFINITY;
    const others = history.filter((revision) => revision !== target);
    const later = others.map((revision) => (0,lineage .CT)(revision) ?? 0).filter((at) => at > made);
    const isKnown = later.length > 0 && target !== undefined && (0,lineage .go)(target, history).length === 0;
    const { name: marker, ...marked } = step.good?.owner ?? {};
    return {
        ...{ ...ownedAs(step, namespace.name), owner: step.owner, template: step.template },
        ...(marker === step.owner?.name && { marked: marked }),
        since: made,
        until: isKnown ? Math.min(...later) : undefined,
    };
}
const contextOf = ({ log, rollback, owners }) => ({
    clusters: owners.clusters,
    ...{ log, id: rollback.id, reason: rollback.reason },
});
async function ownersBack(through, group) {
    const failed = new Map();
    const affected = through.owners.steps.filter(({ steps }) => steps.some((step) => group.includes(step)));
    await Promise.all(affected.map(async (owner) => {
        if (!through.gone.has(owner))
            through.gone.set(owner, await ownerBack(through, owner));
        const failure = through.gone.get(owner);
        for (const step of owner.steps)
            if (failure !== undefined)
                failed.set(step, failure);
    }));
    return failed;
}
async function ownerBack(through, { plan, steps }) {
    const subject = { component: 'owner', step: `go back ${plan.name}` };
    const began = performance.now();
    through.record({ ...subject, status: 'started', message: `${plan.name}: ${plan.words}` });
    const ended = () => ({ seconds: (performance.now() - began) / 1000 });
    try {
        const { direct } = await back(contextOf(through), plan);
        const isPaused = plan.type !== 'release';
        const message = direct
            ? `${plan.name}${isPaused ? ' is paused;' : ':'} its workloads are patched directly, because ${direct}`
            : `${plan.name} ${isPaused ? 'is paused and went back' : 'went back'}`;
        through.record({ ...subject, status: 'done', message, ...ended() });
        through.log.info(`✓ ${message}`);
        if (direct && plan.type === 'release' && typeof plan.way !== 'string')
            warnOfLingering(steps, through.log);
        return undefined;
    }
    catch (error) {
        const failed = plan.type === 'release' ? 'did not go back' : 'could not be paused';
        const message = `the ${plan.name} ${failed}, so its workloads were left as they are: ${(0,errors .bD)(error)}`;
        through.record({ ...subject, status: 'failed', message, ...ended() });
        return message;
    }
}
async function undone(through) {
    const gone = [...through.gone].filter(([, failure]) => failure === undefined).map(([owner]) => owner);
    const found = await Promise.all(gone.map(({ plan }) => undoing(contextOf(through), plan)));
    return new Map(gone.flatMap((owner, at) => (found[at] ? [[owner, `the ${owner.plan.name} ${found[at]}`]] : [])));
}
async function deployedAnew(through, step) {
    const own = [...through.gone.keys()].find(({ steps }) => steps.includes(step));
    if (own?.plan.type !== 'release')
        return undefined;
    const reason = await undoing(contextOf(through), own.plan);
    return reason && `the ${own.plan.name} ${reason}`;
}
async function settleOwners(through, results) {
    const byOwner = Map.groupBy(results, ({ step }) => step.owner?.name);
    const gone = new Set([...through.gone.keys()].map(({ plan }) => plan.name));
    const astray = [];
    for (const own of byOwner.values()) {
        const steps = own.map(({ step }) => step);
        const owner = steps[0]?.owner;
        const isDone = own.every(({ outcome }) => outcome !== 'failed' && outcome !== 'skipped');
        if (!owner || !isDone || !(gone.has(owner.name) || owner.pausedBy))
            continue;
        const subject = { component: 'owner', step: `pin ${owner.name}` };
        try {
            let away = [];
            const settled = await settle(contextOf(through), owner, async () => {
                away = await changedPods(through, steps);
                return away.length === 0;
            });
            if (settled === undefined || settled.isLost)
                continue;
            const message = `${owner.name} ${settled.words}`;
            through.log.info(`✓ ${message}`);
            through.record({ ...subject, status: 'done', message });
            if (settled.isAstray)
                astray.push(...away);
        }
        catch (error) {
            through.log.warn(`The ${owner.name} stays as it is: ${(0,errors .bD)(error)}`);
            through.record({ ...subject, status: 'failed', message: (0,errors .bD)(error) });
        }
    }
    return astray;
}
async function changedPods({ client, namespace }, steps) {
    const isAway = await Promise.all(steps.map(async ({ workload, template }) => {
        const { kind, name } = (0,kinds .H8)((0,joined .Kd)(workload));
        const { spec } = await client.get((0,kinds .jC)(namespace.name, kind, name));
        return !(0,reaction .T)(template, spec.template) || !(0,reaction .T)(spec.template, template);
    }));
    return steps.filter((_, at) => isAway[at]);
}

var untouched = __webpack_require__(28511);
; 
























async function checkPermissions(client, name, request, readOnly) {
    const observe = (0,permissions .Af)(await (0,workloads_select .Rd)(client, request.selection, name));
    await (0,access .An)(client, name, readOnly ? observe : [...observe, ...(0,permissions .ZK)(request.health)]);
}
async function prepare(client, name, request, readOnly, log) {
    const imageCheck = () => new service_images .qT(client, name, request.mask);
    const observed = await observeAndPlan(client, name, request, readOnly, log, imageCheck);
    const { namespace, beside, plan: each } = observed;
    const historyOf = ({ workload }) => namespace.history(workload);
    const plan = await sparingNewer(each, historyOf, request.ownWork, log);
    const planned = plan.flat();
    warnOfBrokenMarks(planned, namespace, log);
    for (const step of planned) {
        log.info((0,service_plan .Ey)(step));
        if (readOnly)
            log.group(`${(0,kinds .Pf)(step)}: revisions`, revisionLines(step, namespace.history(step.workload)));
    }
    refuseUnknownChecks(request.health, namespace);
    refuse(planned, request);
    const restores = request.restoresConfig && (0,service_configuration .U4)(planned);
    if (restores)
        await (0,access .An)(client, name, readOnly ? (0,permissions .m5)() : (0,permissions .A9)());
    const configuration = restores
        ? await (0,service_configuration .SU)(client, name, planned, namespace)
        : service_configuration .hr;
    for (const { ref, copy } of configuration.restores)
        log.info(`${ref}: goes back to its copy ${copy.metadata.name}`);
    const images = imageCheck();
    const [rehearsed] = await Promise.all([
        (0,rehearse .K)(client, name, plan, configuration.restores, !readOnly),
        images.prefetch(planned),
    ]);
    const checked = await (0,service_images .B6)(rehearsed, images, namespace, {
        ...{ accepts: request.accepts, log, other: imageCheck },
    });
    const groups = pausedAgain(checked, request.wanted);
    const steps = groups.flat();
    const isAsPlanned = (step) => planned.some(({ uid, reason }) => uid === step.uid && reason === step.reason);
    for (const step of steps.filter((each) => !isAsPlanned(each)))
        log.info((0,service_plan .Ey)(step));
    refuse(steps, request);
    announceRestarts(steps, configuration, request, log);
    const through = await planOwners(steps, request.wanted.gitops, namespace, request.owners, readOnly, log);
    const rest = describeBeside(beside, steps, namespace.workloads(), request.selection.all);
    for (const line of rest.lines)
        log.info(`Left as it is: ${line}`);
    warn(steps, [...configuration.warnings, ...rest.warnings], log);
    requireConsentToSecrets(configuration, request.accepts, readOnly, log);
    return {
        ...{ namespace, groups, configuration, keepsConfig: restores, leftAsIs: rest.lines, images: imageCheck },
        owners: { steps: through, clusters: request.owners },
    };
}
async function observeAndPlan(client, name, request, readOnly, log, images) {
    const { selection, wanted } = request;
    const [namespace, beside] = await Promise.all([
        (0,workloads_select .Rd)(client, selection, name).then((kinds) => service_namespace .U.watch(client, name, kinds, log)),
        listOthers(client, name),
    ]);
    const groups = await (0,service_select .L)(client, namespace, selection);
    const refs = groups.flat().flatMap(({ workload }) => (0,joined .Ds)(workload).map(kinds .H8));
    if (!readOnly)
        await (0,access .An)(client, name, (0,permissions .OS)(refs));
    const owners = await (0,find .Gr)(request.owners, groups.flat().map(({ workload }) => workload));
    const seen = groups.map((group) => group.map(({ workload, named }) => ({
        workload,
        named,
        owner: owners.get(workload.metadata.uid),
        history: namespace.history(workload),
        pods: namespace.pods(workload),
    })));
    const begun = (0,untouched .r6)(seen.flat(), wanted.deployedAt, client.now.getTime());
    const planOf = async (item) => {
        const candidate = { ...item, untouched: (0,untouched ._w)(item, begun) };
        return withoutRollout(await (0,one_image .Tu)(candidate, wanted, images), beside);
    };
    const plan = await Promise.all(seen.map((group) => Promise.all(group.map(planOf))));
    return { namespace, beside, plan };
}
function announceRestarts(steps, { restores }, { wanted }, log) {
    for (const step of steps.filter((step) => (0,service_restart .jT)(step, restores))) {
        const owed = (0,service_restart .lc)(step);
        const reason = owed
            ? `its configuration went back in rollback ${owed.id}, which ended before it could restart its pods`
            : 'its configuration goes back';
        log.info(`${(0,kinds .Pf)(step)}: its pods are started anew, because ${reason}`);
        const refused = (0,service_plan .eL)(step.workload, step.owner, wanted);
        if (refused)
            throw refusal([{ ...step, action: 'refuse', reason: refused }], steps.length);
    }
}
function refuse(steps, { onFailure }) {
    const refused = steps.filter((step) => step.action === 'refuse');
    if (refused.length === 0)
        return;
    const isSomethingLeft = onFailure === 'continue' && steps.some(({ action }) => !['refuse', 'skip'].includes(action));
    if (!isSomethingLeft)
        throw refusal(refused, steps.length);
}
function requireConsentToSecrets({ rotated }, accepts, readOnly, log) {
    if (rotated.length === 0)
        return;
    const names = rotated.join(', ');
    const warning = `${names} would go back to what was kept with the older release, and nothing shows that the deploy that is rolled back wrote what it holds now (\`restore-config: never\` keeps all configuration as it is)`;
    if (readOnly)
        log.warn(`${warning}; the rollback goes on with \`accept: secrets\`.`);
    else
        (0,consent .C)(accepts, 'secrets', `Nothing was changed: ${warning}`);
}
function refuseUnknownChecks(health, namespace) {
    const known = namespace.workloads().map((workload) => (0,kinds .Pf)((0,kinds .H8)(workload)));
    const unknown = health.find((check) => check.for !== undefined &&
        namespace.kinds.includes((0,kinds .rd)(check.for).kind) &&
        !known.includes(check.for));
    if (unknown)
        throw new errors .lZ(`Input \`health\` names ${unknown.for}, which is not in the namespace ${namespace.name}; there are ${known.sort().join(', ')}.`);
}
function refusal(refused, all) {
    const [first] = refused;
    const others = refused.length > 1 ? ` (and ${refused.length - 1} more)` : '';
    const of = all > 1 ? ` of ${all}` : '';
    return new errors .lZ((0,sentence .KG)(`Nothing was changed: ${(0,kinds .Pf)(first)}${others}${of} cannot be rolled back: ${first.reason}`), {
        details: refused.map(service_plan .Ey),
        outputs: { failed: refused.length },
    });
}
function warnOfBrokenMarks(steps, namespace, log) {
    for (const { workload } of steps) {
        const objects = [workload, ...namespace.history(workload).map(({ object }) => object)];
        for (const broken of objects.flatMap(marks .YW))
            log.warn(`Passed over: ${broken}.`);
    }
}
function warn(steps, warnings, log) {
    const byWarning = new Map();
    for (const step of steps) {
        for (const warning of step.warnings)
            byWarning.set(warning, [...(byWarning.get(warning) ?? []), (0,kinds .Pf)(step)]);
    }
    for (const [warning, labels] of byWarning)
        log.warn(`${prepare_names(labels)}: ${(0,sentence .KG)(warning)}`);
    for (const warning of warnings)
        log.warn((0,sentence .KG)(warning));
}
const prepare_MOST_NAMES = 10;
const prepare_names = (labels) => (0,sentence .eZ)(labels, prepare_MOST_NAMES);

var mermaid = __webpack_require__(28991);
; 




function sentenceOf(results) {
    const all = results.length;
    const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
    const [failed] = results.filter(({ outcome }) => outcome === 'failed');
    const [skipped] = results.filter(({ outcome }) => outcome === 'skipped');
    if (failed)
        return {
            result: 'failed',
            message: `The rollback failed for ${count('failed')} of ${all} workloads; ${failed.message}`,
        };
    if (skipped && count('skipped') === all)
        return {
            result: 'failed',
            message: `Nothing could be rolled back: all ${all} workloads were skipped; ${(0,kinds .Pf)(skipped.step)}: ${(0,sentence .Qu)(skipped.message)}; name a revision or an image with \`to\`.`,
        };
    const back = count('rolled-back');
    if (back === 0)
        return {
            result: 'no-op',
            message: `Nothing to roll back: ${count('no-op')} of ${all} workloads are where they should be${others([[count('skipped'), 'skipped']])}.`,
        };
    const idle = results.filter(({ isIdle, outcome }) => isIdle && outcome === 'rolled-back').length;
    const rest = others([
        [idle < back ? idle : 0, 'rolled back without pods that could show it works'],
        [count('no-op'), 'there already'],
        [count('skipped'), 'skipped'],
    ]);
    const message = idle === back
        ? `Rolled back: ${back} of ${all} workloads${rest}; they have no pods, so nothing shows that they work.`
        : `Rolled back and serving: ${back - idle} of ${all} workloads${rest}.`;
    return { result: 'done', message };
}
function others(counts) {
    const parts = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
    return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
function toOutput(results) {
    return results.map(({ step, outcome, seconds, message }) => ({
        kind: step.kind,
        name: step.name,
        from: step.from,
        to: step.to,
        outcome,
        seconds: Number(seconds.toFixed(1)),
        message,
    }));
}
function planToOutput(steps) {
    return steps.map(({ kind, name, from, to, action, reason }) => ({
        kind,
        name,
        from,
        to,
        does: action,
        message: reason,
    }));
}
function render_summaryOf(sentence, results, leftAsIs = []) {
    const rows = results.map(({ step, outcome, seconds, message }) => [
        `${ICONS[outcome]} ${outcome}`,
        (0,markdown .aY)((0,kinds .Pf)(step)),
        arrow(step),
        `${seconds.toFixed(1)} s`,
        (0,markdown .tJ)(message),
    ]);
    return [
        `## ${(0,markdown .tJ)(sentence)}`,
        (0,markdown .tp)(['', 'Workload', 'From → to', 'Time', 'Why'], rows),
        timeline(results),
        ...(leftAsIs.length > 0 ? [leftWords(leftAsIs)] : []),
    ].join('\n\n');
}
function planSummary(sentence, steps, leftAsIs = []) {
    const rows = steps.map((step) => [
        step.action,
        (0,markdown .aY)((0,kinds .Pf)(step)),
        arrow(step),
        (0,markdown .tJ)([step.reason, ...step.warnings].join('; ')),
    ]);
    return [
        `## ${(0,markdown .tJ)(sentence)}`,
        (0,markdown .tp)(['Plan', 'Workload', 'From → to', 'Why'], rows),
        ...(leftAsIs.length > 0 ? [leftWords(leftAsIs)] : []),
    ].join('\n\n');
}
const leftWords = (lines) => `Left as it is: ${lines.map(markdown .tJ).join('; ')}.`;
const ICONS = {
    'rolled-back': '✅',
    'no-op': '⚪',
    failed: '❌',
    skipped: '⏭️',
    restored: '↩️',
};
function arrow({ from, to, action }) {
    return action === 'roll-back' ? `${version(from)} → ${version(to)}` : version(from);
}
function version({ revision, images }) {
    const all = Object.values(images).map(markdown .aY).join(' ');
    return revision === null ? all : `${revision} (${all})`;
}
function timeline(results) {
    const bars = results
        .filter(({ seconds }) => seconds > 0)
        .map(({ step, outcome, start, seconds }) => ({
        name: (0,kinds .Pf)(step),
        style: outcome === 'failed' ? 'crit' : undefined,
        from: Math.round(start * 1000),
        to: Math.round(Math.max(start + seconds, start + 0.001) * 1000),
    }));
    return (0,mermaid .V)({ title: 'Time since the start', axis: '%M:%S' }, bars);
}

var p_limit = __webpack_require__(70370);
var config_refs = __webpack_require__(45023);
var service_copies = __webpack_require__(19443);
; 








function restoresFor(steps, restores) {
    const active = steps.filter((step) => step.action === 'roll-back' || step.action === 'no-op');
    return restores.filter((restore) => active.some((step) => (0,service_configuration .r9)(step.template, [restore])));
}
async function putConfigurationBack(task, due) {
    const { client, log, record } = task;
    const captured = await captureConfiguration(task, due).catch((error) => {
        if (!(error instanceof kubernetes_errors .hD))
            throw error;
        throw new errors .lZ(`what ${due.map(({ ref }) => ref).join(', ')} would lose could not be kept, and its workloads were not touched: ${(0,sentence .Qu)((0,errors .bD)(error))}; make room for a copy, or leave all configuration as it is with \`restore-config: never\``, { cause: error });
    });
    for (const restore of due) {
        const event = {
            component: restore.ref,
            where: { cluster: client.cluster, namespace: restore.copy.metadata.namespace },
            step: 'put configuration back',
            to: restore.copy.metadata.name,
        };
        try {
            const before = await (0,service_copies .tj)(client, restore);
            const warning = before && (0,lingering .Ot)(before, restore.copy);
            if (warning)
                log.warn(`${restore.ref}: ${(0,sentence .KG)(warning)}`);
        }
        catch (error) {
            record({ ...event, status: 'failed', message: (0,errors .bD)(error) });
            await bringConfigurationBack(client, restore.copy.metadata.namespace, captured, log);
            throw new errors .lZ(`${restore.ref} could not be put back from ${restore.copy.metadata.name}, and its workloads were not touched: ${(0,errors .bD)(error)}`, { cause: error });
        }
        log.info(`✓ ${restore.ref}: put back from its copy ${restore.copy.metadata.name}`);
        record({ ...event, status: 'done' });
    }
    return captured;
}
async function bringConfigurationBack(client, name, captured, log) {
    const named = [...captured].flatMap(([owner, copies]) => (0,service_copies .Vt)(owner, copies));
    const kept = [...new Map(named.map((copy) => [copy.ref, copy])).values()];
    try {
        const { restores } = await (0,service_copies .B)(client, name, kept);
        for (const restore of restores)
            await (0,service_copies .tj)(client, restore);
    }
    catch (error) {
        const copies = kept.map((copy) => copy.name).join(', ');
        log.warn(`The configuration could not be brought back: ${(0,errors .bD)(error)}; its copies are ${copies}.`);
    }
}
async function captureConfiguration({ client, rollback, groups, restores, captured: before }, due) {
    const captured = new Map();
    for (const step of groups.flat().filter(({ action }) => action === 'roll-back' || action === 'no-op')) {
        const owner = (step.current ?? step.target)?.object;
        const used = new Set([
            ...(0,config_refs .z)(step.workload.spec.template),
            ...(0,config_refs .z)(step.template),
        ]);
        if (!owner || before.has(owner.metadata.uid) || !due.some(({ ref }) => used.has(ref)))
            continue;
        const refs = restores.map(({ ref }) => ref).filter((ref) => used.has(ref));
        const config = await (0,service_copies .HV)(client, owner, refs);
        if (step.action === 'roll-back')
            await remember(client, owner, rollback, config);
        captured.set(owner.metadata.uid, config);
    }
    return captured;
}
async function remember(client, revision, { id, run }, config) {
    const earlier = (0,marks .Hs)(revision);
    const isOurs = earlier?.id === id || earlier?.run === run;
    const mark = {
        revision: revision.metadata.uid,
        id,
        run,
        at: new Date().toISOString(),
        config: { ...(isOurs ? earlier?.config : {}), ...config },
    };
    await (0,marks .mS)(client, revision, (0,marks .JN)(mark));
}

var hand_over = __webpack_require__(97320);
; 




const noteOnRevision = ({ client, log }, object, annotations) => noted(log, object, () => (0,marks .mS)(client, object, annotations));
async function noted(log, { kind, metadata }, write) {
    try {
        await write();
    }
    catch (error) {
        if (!(error instanceof kubernetes_errors .hD))
            throw error;
        log.warn(`What happened could not be noted on ${kind} ${metadata.name}, so the next rollback knows less: ${(0,sentence .Qu)((0,errors .bD)(error))}.`);
    }
}

var patch = __webpack_require__(71510);
var patch_workload = __webpack_require__(60138);
var time_limit = __webpack_require__(2609);
; 















async function restoreAll(running, results) {
    const client = running.client.withSignal((0,time_limit .z)(waits .r.SERVICE_RESTORE_MS, 'What was changed did not go back'));
    running.log.warn('A workload failed and `on-failure` is restore: all that was changed goes back to what it was.');
    const captured = withoutThoseOf(results.filter(({ step }) => staysPut(running, step)), running.captured);
    await bringConfigurationBack(client, running.namespace.name, captured, running.log);
    const restored = await Promise.all(results.map((result) => restoreOne({ ...running, client }, result)));
    client.close();
    return restored;
}
const staysPut = ({ changed }, step) => changed.has(step) && step.current?.available !== true && !(0,held .i7)(step.workload);
function withoutThoseOf(results, captured) {
    const used = new Set(results.flatMap(({ step }) => (0,config_refs .z)(step.template)));
    const rest = [...captured].map(([uid, copies]) => [uid, Object.fromEntries(Object.entries(copies).filter(([ref]) => !used.has(ref)))]);
    return new Map(rest);
}
async function restoreOne(running, result) {
    const { client } = running;
    const { step, outcome, message } = result;
    if (step.action !== 'roll-back' && step.action !== 'no-op')
        return result;
    if (staysPut(running, step)) {
        const note = 'It was not brought back to what it was, because that did not serve either.';
        return { ...result, message: `${(0,sentence .KG)(message)} ${note}` };
    }
    try {
        const current = await (0,patch_workload .Ez)(client, step.workload);
        if ((0,service_history .N_)(current.spec.template, step.workload.spec.template)) {
            if (running.pending.includes(step))
                await (0,service_restart .On)(running, [step]);
            return result;
        }
        const changed = await (0,patch_workload .K2)(running, current, (fresh) => {
            const mine = (0,reaction .T)((0,service_history .we)(step.template), (0,service_history .we)(fresh.spec.template));
            if (!mine)
                throw new errors .lZ('someone else has changed it since');
            return (0,patch .J)(fresh, step);
        });
        await (0,hand_over .Nf)({ ...running, client }, step.workload, changed);
        if (step.current && step.action === 'roll-back') {
            const mark = markBefore(step.current.object, running.rollback.id);
            await noteOnRevision({ client, log: running.log }, step.current.object, mark);
        }
        if (outcome === 'failed')
            return reportResult(running, {
                ...result,
                message: `${(0,sentence .KG)(message)} It was brought back to what it was.`,
            });
        return reportResult(running, {
            ...result,
            outcome: 'restored',
            message: 'brought back to what it was, because another workload failed',
        });
    }
    catch (error) {
        const failure = `${(0,sentence .KG)(message)} It could not be brought back: ${(0,sentence .KG)((0,errors .bD)(error))}`;
        return reportResult(running, { ...result, outcome: 'failed', message: failure });
    }
}

var rollout = __webpack_require__(62400);
var rollout_kind = __webpack_require__(76532);
; 





















async function carryOutPlan(plan) {
    const { groups, onFailure } = plan;
    const running = {
        ...plan,
        replaced: new Set(),
        captured: new Map(),
        pending: [],
        changed: new Set(),
        busy: new Set(),
        waiting: new Set(),
        gone: new Map(),
        configurationFailed: false,
        started: performance.now(),
        limit: (0,p_limit .A)(plan.maxParallel),
    };
    const results = [];
    for (const group of groups) {
        const stopped = onFailure !== 'continue' && results.some((result) => result.outcome === 'failed');
        results.push(...(stopped
            ? group.map((step) => reportResult(running, skipped(step, 'an earlier group failed')))
            : await carryOutGroup(running, group)));
    }
    const lasting = await failUndone(running, results);
    const failed = running.configurationFailed ||
        lasting.some(({ outcome, step }) => outcome === 'failed' && (running.changed.has(step) || running.changed.size === 0));
    const cancelled = plan.client.signal.reason instanceof errors .cc;
    if (failed && onFailure === 'restore' && !cancelled)
        return restoreAll(running, lasting);
    return failUndone(running, await settled(running, lasting));
}
async function failUndone(running, results) {
    const again = await undone(running);
    return results.map((result) => {
        const [, reason] = [...again].find(([{ steps }]) => steps.includes(result.step)) ?? [];
        if (reason === undefined || result.message.includes(reason))
            return result;
        const both = result.outcome === 'failed' ? `${(0,sentence .Qu)(result.message)}; ${reason}` : reason;
        const message = `${both}; run the rollback once more, or stop whoever does that`;
        return reportResult(running, { ...result, outcome: 'failed', message });
    });
}
async function settled(running, results) {
    const astray = await settleOwners(running, results);
    return Promise.all(results.map((result) => astray.includes(result.step)
        ? running.limit(() => carryOutStep(running, { ...result.step, action: 'roll-back' }))
        : result));
}
async function carryOutGroup(running, group) {
    const unpaused = await ownersBack(running, group);
    try {
        await changeConfiguration(running, group.filter((step) => !unpaused.has(step)));
    }
    catch (error) {
        running.configurationFailed = true;
        return group.map((step) => reportResult(running, step.action === 'skip'
            ? skipped(step, step.reason)
            : { ...skipped(step, (0,errors .bD)(error)), outcome: 'failed' }));
    }
    return Promise.all(group.map((step) => {
        const failure = unpaused.get(step);
        return failure === undefined
            ? running.limit(() => carryOutStep(running, step))
            : reportResult(running, { ...skipped(step, failure), outcome: 'failed' });
    }));
}
async function changeConfiguration(running, group) {
    const restores = restoresFor(group, running.restores).filter((restore) => !running.replaced.has(restore));
    const others = running.groups.flat().filter((step) => !running.pending.includes(step));
    const marked = await (0,service_restart .Pe)(running, others, restores, running.rollback.id);
    try {
        const captured = await putConfigurationBack(running, restores);
        running.captured = new Map([...running.captured, ...captured]);
    }
    catch (error) {
        await (0,service_restart .On)(running, marked).catch(() => { });
        throw error;
    }
    for (const restore of restores)
        running.replaced.add(restore);
    running.pending.push(...marked);
}
async function carryOutStep(running, step) {
    if (step.action === 'skip')
        return reportResult(running, skipped(step, step.reason));
    if (step.action === 'refuse')
        return reportResult(running, { ...skipped(step, step.reason), outcome: 'failed' });
    const begun = performance.now();
    running.busy.add(step);
    const ended = (outcome, message, details = []) => {
        const start = (begun - running.started) / 1000;
        return reportResult(running, { step, outcome, message, details, seconds: since(begun), start });
    };
    try {
        running.record({ ...subjectOf(running, step), step: 'roll back', status: 'started', ...fromTo(step) });
        const restart = (0,service_restart .jT)(step, running.restores);
        const changed = step.action === 'roll-back'
            ? await switchTemplate(running, step)
            : restart
                ? await (0,service_restart .u8)(running, step)
                : undefined;
        if (changed)
            running.changed.add(step);
        if (changed && step.action === 'roll-back')
            await (0,hand_over .Nf)(running, step.workload, changed);
        const change = changed && { before: step.workload, template: changed.spec.template };
        const others = (isWaiting) => {
            if (isWaiting)
                running.waiting.add(step);
            else
                running.waiting.delete(step);
            return [...running.busy].some((other) => other !== step && !running.waiting.has(other));
        };
        const pods = await (0,rollout .m)({ ...running, others }, step, change);
        await (0,one_image .p8)(step, step.template, step.good, pods, running.images);
        if (await (0,health .g)(running.client, step, pods, running.health))
            running.record({ ...subjectOf(running, step), step: 'health check', status: 'done' });
        if (restart || step.target?.isKept)
            await noted(running.log, step.workload, () => (0,service_restart .m5)(running, step, running.rollback));
        const outcome = restart || step.action === 'roll-back' ? 'rolled-back' : 'no-op';
        const reason = restart ? 'its configuration went back, so its pods were started anew' : step.reason;
        if (pods.length > 0 || (0,held .i7)(step.workload))
            return ended(outcome, reason);
        return { ...ended(outcome, `${reason}; it has no pods, so nothing shows that it works`), isIdle: true };
    }
    catch (error) {
        const details = error instanceof errors .lZ ? error.details : [error.stack ?? ''];
        return ended('failed', (0,errors .bD)(error), details);
    }
    finally {
        running.busy.delete(step);
        running.waiting.delete(step);
    }
}
async function switchTemplate(running, step) {
    const anew = await deployedAnew(running, step);
    if (anew !== undefined)
        throw new errors .lZ(anew);
    const { id, run, wanted, reason } = running.rollback;
    const at = new Date().toISOString();
    const left = step.current === step.target ? undefined : step.current?.object;
    const target = step.target?.object.metadata.uid ?? '';
    const mark = { id, run, at, wanted, to: target, revision: step.to.revision ?? 0 };
    if (left) {
        const gone = { revision: left.metadata.uid, id, at, reason: reason.replace(/\s+/g, ' ').slice(0, 200) };
        await noteOnRevision(running, left, (0,marks .pK)(gone));
    }
    const back = step.target?.object;
    try {
        if (step.kind === 'Rollout' && step.current !== step.target)
            await (0,rollout_kind .h2)(running.client, step.workload);
        const changed = await (0,patch_workload .K2)(running, step.workload, (fresh) => {
            requireUnchanged(running, step, fresh);
            return (0,patch .H)(fresh, step, mark);
        });
        if (back && (0,marks .vr)(back))
            await noteOnRevision(running, back, (0,marks .pK)(null));
        return changed;
    }
    catch (error) {
        if (left && !running.client.signal.aborted) {
            await noteOnRevision(running, left, markBefore(left, id)).catch(() => { });
        }
        throw error;
    }
}
function requireUnchanged({ gone }, step, { spec: { template } }) {
    const isByOwner = [...gone.keys()].some(({ plan }) => plan.name === step.owner?.name);
    if (!isByOwner &&
        !(0,reaction .T)(step.workload.spec.template, template) &&
        !(0,service_history .N_)(template, step.template)) {
        throw new errors .lZ(`${(0,kinds .Pf)(step)} was changed by someone else since the plan was made; nothing was done to it: run the rollback again.`);
    }
}

var dist = __webpack_require__(38815);
var files = __webpack_require__(60599);
var redact = __webpack_require__(90763);
; 




const OF_THE_SERVER = [
    'uid',
    'resourceVersion',
    'generation',
    'creationTimestamp',
    'managedFields',
    'selfLink',
    'deletionTimestamp',
];
function writeStateFile(path, steps, namespace) {
    const documents = steps.map((step) => {
        const revisions = namespace.history(step.workload).map(({ number, object, template }) => {
            const head = `Revision ${number}, ${object.kind} ${object.metadata.name}:`;
            return `${`${head}\n${yaml(template)}`.trimEnd().replace(/^/gm, '# ')}\n`;
        });
        const manifests = (0,joined .Ds)(step.workload).map((object) => yaml(manifest(object)));
        return `${manifests.join('---\n')}${revisions.join('')}`;
    });
    (0,files .pb)(path, documents.join('---\n'));
}
const yaml = (value) => (0,dist .As)((0,redact .pc)(value), { version: '1.1', aliasDuplicateObjects: false });
function manifest(object) {
    const { status: _, metadata, ...rest } = object;
    const kept = Object.entries(metadata).filter(([key]) => !OF_THE_SERVER.includes(key));
    const { apiVersion, kind, ...body } = rest;
    return { apiVersion, kind, metadata: Object.fromEntries(kept), ...body };
}

; 

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
    throw new errors .lZ(`Input \`to\` is ${JSON.stringify(text)}; accepted are last-good, previous, revision=<number>, version=<image tag>, annotation=<key> and image=<container>=<image>.`);
}
function splitAtEquals(text) {
    const at = text.indexOf('=');
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

var connect = __webpack_require__(79996);
var lease = __webpack_require__(64908);
; 






















async function main(inputs, selection, context) {
    const own = requestOf(inputs, selection, context);
    const read = { config: (0,owners_inputs .oQ)(inputs), down: downRequestOf(inputs) };
    const connection = await (0,connect .N)(inputs, context);
    try {
        const { client, namespace } = connection;
        const requestBy = async (used) => ({
            ...own,
            owners: await (0,clusters .D)(used, inputs, context),
        });
        const request = await requestBy(client);
        const readOnly = context.dryRun && !context.checksWritePermissions;
        await checkPermissions(client, namespace, request, readOnly);
        if (context.dryRun) {
            const prepared = await prepare(client, namespace, request, readOnly, context.log);
            const down = await downFor(prepared, client, read, context, !readOnly);
            if (readOnly && request.wanted.gitops === 'through')
                await foreseeKeepers(prepared.groups.flat(), read.config, { ...prepared, client, log: context.log });
            return downPlanned(planned(prepared, connection, context), down, context);
        }
        const work = async (lost) => {
            const held = client.withSignal(AbortSignal.any([context.signal, lost]));
            try {
                return await rollBack({ namespace, client: held }, await requestBy(held), inputs, read, context);
            }
            finally {
                held.close();
            }
        };
        if (context.step?.lock)
            return await work(context.step.lock);
        const cleanedUp = context.registerCleanup();
        const outcome = await (0,lease .pS)(connection, (0,lease .Vx)(connection, context.environment), context, work);
        cleanedUp();
        return outcome;
    }
    finally {
        connection.client.close();
    }
}
async function post(inputs, context) {
    const connection = await (0,connect .N)(inputs, context);
    await (0,lease .F6)(connection, (0,lease .Vx)(connection, context.environment), context);
    connection.client.close();
}
function requestOf(inputs, selection, context) {
    const { to, gitops, onFailure, githubToken } = inputs;
    const { rollbackId, run, accepts, mask } = context;
    return {
        selection,
        wanted: {
            to: parseTo(to),
            rollback: { id: rollbackId, run, wanted: to },
            gitops,
            deployedAt: inputs.deployedAt,
        },
        health: inputs.health.map(health .kw),
        onFailure,
        restoresConfig: inputs.restoreConfig === 'recorded',
        accepts,
        ownWork: async () => (isPlanned(context) ? undefined : ownWork(githubToken, context)),
        mask,
    };
}
const isPlanned = ({ step, dryRun }) => step !== undefined && !dryRun;
async function rollBack({ client, namespace }, request, inputs, read, context) {
    const prepared = await prepare(client, namespace, request, false, context.log);
    const stateFile = inputs.stateFile ?? (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `rollback-state-${namespace}.yaml`);
    const down = await downFor(prepared, client, read, context, true);
    recordPlan(prepared.groups.flat(), { client, namespace }, context);
    writeStateFile(stateFile, prepared.groups.flat(), prepared.namespace);
    const place = { client, namespace: prepared.namespace };
    const goDown = async (when) => {
        if (!(down && 'job' in down && down.request.when === when))
            return undefined;
        const { migrateDown } = await __webpack_require__.e(  982).then(__webpack_require__.bind(__webpack_require__, 50982));
        return migrateDown(down, place, context);
    };
    const first = await goDown('before');
    if (first?.outcome === 'failed')
        return withDown(undefined, first);
    const plan = {
        ...prepared,
        client,
        log: context.log,
        record: context.record,
        health: request.health,
        maxParallel: inputs.maxParallel,
        onFailure: request.onFailure,
        skipsSteps: inputs.rolloutSteps === 'skip',
        rollback: { ...request.wanted.rollback, reason: context.reason },
        restores: prepared.configuration.restores,
    };
    const results = await carryOutPlan(plan);
    const keepers = await keepersOf(results, request.wanted.gitops, read.config, (0,run_url .V)(), plan);
    const outcome = outcomeOf(results, stateFile, prepared.leftAsIs, keepers);
    const isBack = results.every((result) => !['failed', 'restored'].includes(result.outcome));
    const last = isBack ? await goDown('after') : undefined;
    return withDown(outcome, first ?? last ?? (down && notDone(down)));
}
async function downFor({ groups, namespace }, client, { down }, context, mayWrite) {
    if (!down)
        return undefined;
    const { planDown } = await Promise.all( [__webpack_require__.e(6628), __webpack_require__.e(1149), __webpack_require__.e(8058)]).then(__webpack_require__.bind(__webpack_require__, 58058));
    return planDown({ client, namespace }, groups.flat(), down, context, mayWrite);
}
const notDone = (down) => ({
    ...{ outcome: 'skipped', to: down.request.to, seconds: 0, gone: [], log: [] },
    message: `The migrations stay where they are: ${'reason' in down ? down.reason : 'the services are not back'}.`,
});
function recordPlan(steps, connection, { record }, statusOf = () => 'planned') {
    for (const step of steps) {
        const subject = (0,component .Ws)(step, (0,connect .V)(connection));
        const way = step.action === 'roll-back' ? fromTo(step) : {};
        record({ ...subject, step: 'roll back', status: statusOf(step), ...way, message: (0,service_plan .Ey)(step) });
    }
}
function planned({ groups, configuration, leftAsIs }, connection, context) {
    const steps = groups.flat();
    recordPlan(steps, connection, context, (step) => {
        if (step.action === 'skip')
            return 'skipped';
        return step.action === 'no-op' && !(0,service_restart .jT)(step, configuration.restores) ? 'no-op' : 'planned';
    });
    const count = steps.filter((step) => step.action === 'roll-back').length;
    const config = configuration.restores.map(({ ref }) => ref);
    const also = config.length > 0 ? `, and ${config.join(', ')} would be put back` : '';
    const refusals = steps.filter((step) => step.action === 'refuse');
    const [refused, ...others] = refusals;
    const but = refused
        ? `; ${(0,kinds .Pf)(refused)} is refused (${refused.reason})${others.length > 0 ? `, and ${others.length} more` : ''}`
        : '';
    const message = `Planned: ${count} of ${steps.length} workloads would be rolled back${also}${but}; nothing was changed.`;
    return {
        result: 'planned',
        message,
        outputs: { workloads: planToOutput(steps), failed: refusals.length },
        summary: planSummary(message, steps, leftAsIs),
    };
}
function outcomeOf(results, stateFile, leftAsIs, keepers) {
    const { result, message: sentence } = sentenceOf(results);
    const message = `${sentence}${pausedWords(keepers)}`;
    const failed = results.filter(({ outcome }) => outcome === 'failed').length;
    const pullRequest = keepers.flatMap(({ lasting }) => lasting.pullRequest ?? []).join(' ');
    const byHand = keepers.flatMap(({ lasting }) => lasting.byHand ?? []);
    const outputs = {
        workloads: toOutput(results),
        'state-file': stateFile,
        failed,
        owners: toOwners(keepers),
        lasting: isLasting(keepers),
        'pull-request': pullRequest,
    };
    const summary = [render_summaryOf(message, results, leftAsIs), ...new Set(byHand)].join('\n\n');
    return { result, message, outputs, summary };
}


  })

};
;