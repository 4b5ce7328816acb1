"use strict";
exports.id = 941;
exports.ids = [941];
exports.modules = {

  95654:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    action: () => (  action)
  });
  var valibot__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(77934);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26963);
  var _base_values_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(92920);
  var _runner_action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99297);
  var _smoke_smoke_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44723);
  var _systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33266);
  var _systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79996);
  var _systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85738);









const inputs = {
    commands: (0,_base_values_js__WEBPACK_IMPORTED_MODULE_7__  .Mn)(),
    commandTimeout: valibot__WEBPACK_IMPORTED_MODULE_8__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_7__  .p0)(), '5m'),
    passEnv: valibot__WEBPACK_IMPORTED_MODULE_8__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_7__  .p_)(), ''),
    kubeconfig: valibot__WEBPACK_IMPORTED_MODULE_8__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_7__  .Qq)()),
    context: valibot__WEBPACK_IMPORTED_MODULE_8__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_7__  .Qq)()),
    namespace: valibot__WEBPACK_IMPORTED_MODULE_8__  .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_7__  .Qq)()),
};
const action = (0,_runner_action_js__WEBPACK_IMPORTED_MODULE_2__  .Q)({ name: 'smoke-test', inputs, changes: false, main });
async function main(inputs, context) {
    const tests = inputs.commands.map(_smoke_smoke_js__WEBPACK_IMPORTED_MODULE_3__  .M);
    if (tests.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ('Input `commands` is empty: say what is run, one test a line, such as "npm run smoke".');
    const environment = environmentOf(inputs);
    const inside = tests.flatMap((test) => test.inPod ?? []);
    const pods = inside.length > 0 ? await (0,_systems_kubernetes_connect_js__WEBPACK_IMPORTED_MODULE_5__  .N)(inputs, context) : undefined;
    try {
        if (pods)
            await (0,_systems_kubernetes_access_js__WEBPACK_IMPORTED_MODULE_4__  .An)(pods.client, pods.namespace, (0,_systems_kubernetes_workload_pods_js__WEBPACK_IMPORTED_MODULE_6__  .XA)(inside.map((command) => command.in), 'pods/exec'));
        if (context.dryRun)
            return { result: 'planned', message: `Planned: ${tests.length} smoke tests would be run; none was.` };
        const results = await (0,_smoke_smoke_js__WEBPACK_IMPORTED_MODULE_3__  .N)(tests, {
            pods,
            seconds: inputs.commandTimeout,
            environment,
            signal: context.signal,
        });
        for (const result of results)
            report(result, context);
        return outcomeOf(results);
    }
    finally {
        pods?.client.close();
    }
}
function environmentOf({ passEnv }) {
    return Object.fromEntries(passEnv.map((name) => {
        const value = process.env[name];
        if (value === undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`pass-env\` names ${name}, which is not set in this step.`);
        return [name, value];
    }));
}
function report({ test, isPassed, output, seconds }, { record, log }) {
    log.group(`${isPassed ? '✓' : '✗'} ${test} (${seconds} s)`, output.split('\n'));
    const last = output.trim().split('\n').at(-1) ?? '';
    record({
        component: 'smoke-test',
        step: `run ${test}`,
        status: isPassed ? 'done' : 'failed',
        seconds,
        ...(!isPassed && { message: last.slice(0, 300) }),
    });
}
function outcomeOf(results) {
    const failed = results.filter(({ isPassed }) => !isPassed);
    const passed = results.length - failed.length;
    const [first] = failed;
    const last = first?.output.trim().split('\n').at(-1) || 'it did not end with 0';
    const message = first
        ? `${failed.length} of ${results.length} smoke tests failed; ${first.test}: ${last}`.slice(0, 400)
        : `${passed} of ${results.length} smoke tests passed.`;
    const rows = results.map(({ test, isPassed, output, seconds }) => [
        isPassed ? '✅' : '❌',
        (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__  .tJ)(test),
        `${seconds} s`,
        isPassed ? '' : (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__  .tJ)(output.trim().split('\n').slice(-3).join(' ')),
    ]);
    return {
        result: first ? 'failed' : 'done',
        message,
        outputs: { passed, failed: failed.length },
        summary: `## ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__  .tJ)(message)}\n\n${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__  .tp)(['', 'Test', 'Took', 'Its last words'], rows)}\n`,
    };
}


  }),

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

  44723:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    M: () => (  parseTest),
    N: () => (  runTests)
  });
  var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
  var string_argv__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88579);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
  var _systems_kubernetes_pod_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50056);
  var _systems_process_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65768);






const MAX_SHOWN = 2000;
function parseTest(line) {
    if (/^[a-z]+\/[^\s:]+:(\s|$)/.test(line)) {
        const inPod = (0,_systems_kubernetes_pod_commands_js__WEBPACK_IMPORTED_MODULE_3__  .R)(line);
        return { line, inPod, argv: inPod.argv };
    }
    const argv = (0,string_argv__WEBPACK_IMPORTED_MODULE_5__  .R)(line);
    if (argv.length > 0 && argv[0] !== '')
        return { line, inPod: undefined, argv };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`commands\` has the line ${JSON.stringify(line)}; accepted are a program with its arguments, such as "npm run smoke", and a workload before it, such as "deployment/api: npm run smoke", without a shell.`);
}
function runTests(tests, running) {
    return Promise.all(tests.map((test) => (test.inPod ? inPod(test, test.inPod, running) : onRunner(test, running))));
}
async function inPod({ line }, command, { pods, seconds }) {
    if (!pods)
        throw new Error('There is no cluster for a test in a pod.');
    const [result] = await (0,_systems_kubernetes_pod_commands_js__WEBPACK_IMPORTED_MODULE_3__  .a)(pods.client, pods.namespace, [command], seconds);
    const { exitCode = null, output = '', seconds: took = 0 } = result ?? {};
    return { test: line, isPassed: exitCode === 0, output, seconds: took };
}
async function onRunner({ line, argv }, { seconds, environment, signal }) {
    const begun = performance.now();
    const late = AbortSignal.timeout(seconds * 1000);
    let collected = '';
    const collect = (text) => {
        collected = `${collected}${text}`.slice(-4 * MAX_SHOWN);
    };
    const output = new node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable({
        write(chunk, _, done) {
            collect(chunk.toString());
            done();
        },
    });
    const ended = (isPassed, output) => ({
        test: line,
        isPassed,
        output: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__  .E$)(output).slice(-MAX_SHOWN),
        seconds: Number(((performance.now() - begun) / 1000).toFixed(1)),
    });
    const [program = '', ...words] = argv;
    try {
        const { code } = await (0,_systems_process_js__WEBPACK_IMPORTED_MODULE_4__  .eF)(program, words, {
            environment,
            signal: AbortSignal.any([signal, late]),
            output,
            onError: (text) => collect(`${text}\n`),
        });
        return ended(code === 0, collected);
    }
    catch (error) {
        signal.throwIfAborted();
        if (late.aborted)
            return ended(false, `It did not end within ${seconds} s.`);
        const isMissing = error.code === 'ENOENT';
        return ended(false, isMissing ? `There is no program ${program} on this runner.` : (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error));
    }
}


  }),

  37003:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CQ: () => (  LateCommandError),
    z8: () => (  execWithin)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
  var _pods_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41808);



class LateCommandError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ {
}
const END = `
parent() { sed -n 's/^PPid:[[:space:]]*//p' "/proc/$1/status" 2>/dev/null; }
tree() {
  echo "$1"
  for found in /proc/[0-9]*/status; do
    child=\${found#/proc/}; child=\${child%/status}
    if [ "$(parent "$child")" = "$1" ]; then tree "$child"; fi
  done
}
end() {
  all=$(tree "$1")
  kill $all 2>/dev/null
  for second in 1 2; do if kill -0 "$1" 2>/dev/null; then sleep 1; fi; done
  kill -KILL $all 2>/dev/null && sleep 1
  if ! kill -0 "$1" 2>/dev/null; then echo ended; fi
}
wanted=$(printf '%s\\n' "$@")
for status in /proc/[0-9]*/status; do
  pid=\${status#/proc/}; pid=\${pid%/status}
  if [ "$pid" = 1 ] || [ "$pid" = $$ ] || [ "$(parent "$pid")" != 0 ]; then continue; fi
  if [ "$(tr '\\0' '\\n' < "/proc/$pid/cmdline" 2>/dev/null)" = "$wanted" ]; then end "$pid"; fi
done`;
async function execWithin(client, pod, argv, withinMs) {
    const late = AbortSignal.timeout(withinMs);
    const bound = client.withSignal(AbortSignal.any([client.signal, late]));
    try {
        return await (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__  .YE)(bound, pod, argv);
    }
    catch (error) {
        client.signal.throwIfAborted();
        if (!late.aborted)
            throw error;
        const rest = (await endCommand(client, pod, argv))
            ? 'and was ended'
            : `and may still run in pod ${pod.metadata.name}`;
        throw new LateCommandError(`"${argv.join(' ')}" did not end within ${withinMs / 1000} s ${rest}`);
    }
    finally {
        bound.close();
    }
}
async function endCommand(client, pod, argv) {
    const bound = client.withSignal(AbortSignal.any([client.signal, AbortSignal.timeout(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.COMMAND_END_MS)]));
    try {
        const { output } = await (0,_pods_js__WEBPACK_IMPORTED_MODULE_2__  .YE)(bound, pod, ['sh', '-c', END, 'sh', ...argv]);
        return output.includes('ended');
    }
    catch {
        return false;
    }
    finally {
        bound.close();
    }
}


  }),

  23095:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    D: () => (  choosePod),
    e: () => (  awaitPod)
  });
  var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95282);
  var _access_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33266);
  var _workload_pods_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85738);




async function choosePod(client, namespace, ref) {
    await (0,_access_js__WEBPACK_IMPORTED_MODULE_2__  .An)(client, namespace, (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .XA)([ref], 'pods/exec'));
    const [pod] = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .CG)(client, namespace, ref);
    return pod;
}
async function awaitPod(client, namespace, ref) {
    const deadline = performance.now() + _base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.POD_READY_MS;
    for (;;) {
        const ready = (await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .EB)(client, namespace, ref)).find((pod) => (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .i_)(pod) && !pod.metadata.deletionTimestamp);
        if (ready)
            return ready;
        const { spec } = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .Rc)(client, namespace, ref);
        if (spec.replicas === 0 || performance.now() > deadline)
            break;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(_base_waits_js__WEBPACK_IMPORTED_MODULE_1__  .r.POD_READY_POLL_MS, undefined, { signal: client.signal });
    }
    const [running] = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_3__  .CG)(client, namespace, ref);
    return running;
}


  }),

  50056:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    R: () => (  parseCommand),
    a: () => (  runCommands)
  });
  var string_argv__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88579);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90763);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4771);
  var _bounded_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37003);
  var _choose_pod_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23095);
  var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60921);







const MAX_SHOWN = 2000;
function parseCommand(line) {
    const [, ref = '', text = ''] = /^([^\s:]+):\s+(?=\S)(.*)$/.exec(line) ?? [];
    const argv = (0,string_argv__WEBPACK_IMPORTED_MODULE_5__  .R)(text);
    if (ref && argv.length > 0)
        return { in: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__  .rd)(ref), argv };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`commands\` has the line ${JSON.stringify(line)}; accepted is a workload and a command, such as "deployment/api-gateway: npm run verify:data:integrity", without a shell.`);
}
function runCommands(client, namespace, commands, seconds) {
    return Promise.all(commands.map((command) => runCommand(client, namespace, command, seconds)));
}
async function runCommand(client, namespace, command, seconds) {
    const begun = performance.now();
    const identity = { in: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__  .Pf)(command.in), command: command.argv.join(' ') };
    let pod = '';
    try {
        const first = await (0,_choose_pod_js__WEBPACK_IMPORTED_MODULE_3__  .e)(client, namespace, command.in);
        pod = first.metadata.name;
        const { exitCode, output } = await (0,_bounded_command_js__WEBPACK_IMPORTED_MODULE_2__  .z8)(client, first, command.argv, seconds * 1000);
        return { ...identity, pod, exitCode, output: (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_1__  .E$)(output).slice(-MAX_SHOWN), seconds: since(begun) };
    }
    catch (error) {
        client.signal.throwIfAborted();
        return { ...identity, pod, exitCode: null, output: (0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_6__  .KG)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error)), seconds: since(begun) };
    }
}
const since = (begun) => Number(((performance.now() - begun) / 1000).toFixed(1));


  }),

  41808:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $R: () => (  defaultContainer),
    EP: () => (  lastLogLines),
    HW: () => (  podPath),
    Xh: () => (  eventsAbout),
    YE: () => (  execInPod),
    dk: () => (  openInPod),
    q_: () => (  getThroughProxy),
    x$: () => (  NotStartedError)
  });
  var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_foreign_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(61376);
  var _base_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90763);
  var _base_settled_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71501);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95282);
  var _bounded_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39668);
  var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3090);








const SHORT_LOG_BYTES = 1024 * 1024;
const LONGEST_END = 8 * 1024;
const OUTPUT_BYTES = 1024 * 1024;
const podPath = ({ metadata }) => (0,_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__  .M2, metadata.namespace, 'pods', metadata.name);
async function lastLogLines(client, pod, container, lines) {
    for (const previous of ['true', 'false']) {
        try {
            const query = { container, tailLines: lines, previous };
            const response = await client.open('GET', `${podPath(pod)}/log`, { query: { ...query, limitBytes: SHORT_LOG_BYTES } }, _base_waits_js__WEBPACK_IMPORTED_MODULE_4__  .r.POD_LOG_SILENCE_MS);
            const { text: log } = await (0,_bounded_js__WEBPACK_IMPORTED_MODULE_5__  .JY)(response, SHORT_LOG_BYTES);
            if (log.trim())
                return log.trimEnd().split('\n').slice(-lines).map(_base_foreign_js__WEBPACK_IMPORTED_MODULE_7__  .Hh);
        }
        catch (error) {
            client.signal.throwIfAborted();
            if (previous === 'false')
                return [`(no log: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error)})`];
        }
    }
    return [];
}
async function eventsAbout(client, namespace, uid) {
    const { items } = await client.list((0,_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__  .M2, namespace, 'events'), {
        fieldSelector: `involvedObject.uid=${uid}`,
    });
    return items.sort((a, b) => when(a).localeCompare(when(b)));
}
const when = (event) => event.lastTimestamp ?? event.eventTime ?? '';
async function getThroughProxy(client, pod, target, silence) {
    const scheme = target.scheme === 'https' ? 'https:' : '';
    const { namespace, name } = pod.metadata;
    const at = (0,_names_js__WEBPACK_IMPORTED_MODULE_6__  .du)(_names_js__WEBPACK_IMPORTED_MODULE_6__  .M2, namespace, 'pods', name).slice(0, -name.length);
    const proxied = `${at}${scheme}${name}:${target.port}/proxy${target.path}`;
    (await client.open('GET', proxied, {}, silence)).resume();
}
const defaultContainer = ({ metadata, spec }) => metadata.annotations?.['kubectl.kubernetes.io/default-container'] ?? spec.containers[0]?.name ?? '';
async function execInPod(client, pod, argv) {
    const output = (0,_bounded_js__WEBPACK_IMPORTED_MODULE_5__  .YZ)(OUTPUT_BYTES);
    const { ended } = await openInPod(client, pod, argv, output.hear, null);
    const { exitCode, message } = await ended;
    return { exitCode, output: output.text().trim() || message };
}
async function openInPod(client, pod, argv, hear, stdin) {
    const { Exec } = await __webpack_require__.e(  8149).then(__webpack_require__.bind(__webpack_require__, 98149));
    const sink = () => new node_stream__WEBPACK_IMPORTED_MODULE_0__.Writable({
        write: (chunk, _encoding, done) => {
            hear(chunk);
            done();
        },
    }).on('error', () => { });
    const { namespace, name } = pod.metadata;
    const { promise, resolve, reject } = Promise.withResolvers();
    const onStatus = (status) => resolve(status);
    const { signal } = client;
    const exec = new Exec(guarded(client.config));
    const container = defaultContainer(pod);
    const opening = exec.exec(namespace, name, container, [...argv], sink(), sink(), stdin, false, onStatus);
    const socket = await (0,_base_settled_js__WEBPACK_IMPORTED_MODULE_3__  .Wh)(opening, signal).catch((event) => {
        opening.then((late) => late.close(), () => { });
        signal.throwIfAborted();
        throw new Error(event.message ?? 'the connection was refused');
    });
    const abort = () => {
        socket.close();
        reject(signal.reason);
    };
    signal.addEventListener('abort', abort);
    socket.onclose = () => {
        signal.removeEventListener('abort', abort);
        reject(new Error('the connection closed before the command ended'));
    };
    return { ended: promise.then(endOf), close: () => socket.close() };
}
const [STDOUT, STDERR, STATUS] = [1, 2, 3];
const isOfCommand = (data) => Buffer.isBuffer(data) && [STDOUT, STDERR, STATUS].includes(data[0] ?? -1);
function guarded(config) {
    const finishRequest = (request, socket) => {
        const guard = (hear) => (message) => {
            try {
                if (isOfCommand(message.data))
                    hear(message);
            }
            catch {
                socket.terminate();
            }
        };
        Object.defineProperty(socket, 'onmessage', {
            set: (hear) => socket.addEventListener('message', guard(hear)),
        });
        request.end();
    };
    const guardedOptions = async (options) => {
        await config.applyToHTTPSOptions(options);
        Object.assign(options, { finishRequest });
    };
    return {
        getCurrentCluster: () => config.getCurrentCluster(),
        applyToHTTPSOptions: guardedOptions,
    };
}
class NotStartedError extends _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ {
}
function endOf({ status, message: text, details }) {
    const message = (0,_base_redact_js__WEBPACK_IMPORTED_MODULE_2__  .Ir)(String(text ?? ''), LONGEST_END);
    if (status === 'Success')
        return { exitCode: 0, message };
    const causes = Array.isArray(details?.causes) ? details.causes : [];
    const cause = causes.find((item) => item?.reason === 'ExitCode');
    if (cause?.message !== undefined)
        return { exitCode: Number(cause.message), message };
    const words = /exec: "[^"]{0,500}": [^\n]{0,300}/.exec(message)?.[0] ?? message;
    throw new NotStartedError(`it could not be started: ${words.replace(/: unknown$/, '') || 'no reason is given'}`);
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



  }),

  88579:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    R: () => (  parseArgsStringToArgv)
  });

function parseArgsStringToArgv(value, env, file) {
    const myArray = [];
    if (env) {
        myArray.push(env);
    }
    if (file) {
        myArray.push(file);
    }
    let current = "";
    let inQuote = null;
    let hasToken = false;  
    let i = 0;
    while (i < value.length) {
        const char = value[i];
        if (inQuote) {
            if (char === inQuote) {
                inQuote = null;
            }
            else {
                current += char;
            }
        }
        else {
            if (char === '"' || char === "'") {
                inQuote = char;
                hasToken = true;
            }
            else if (/\s/.test(char)) {
                if (hasToken) {
                    myArray.push(current);
                    current = "";
                    hasToken = false;
                }
            }
            else {
                current += char;
                hasToken = true;
            }
        }
        i++;
    }
    if (hasToken) {
        myArray.push(current);
    }
    return myArray;
}


  })

};
;