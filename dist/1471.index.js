"use strict";
exports.id = 1471;
exports.ids = [1471];
exports.modules = {

  71471:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    loadKubeConfig: () => (  loadKubeConfig)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var _kubernetes_client_node_dist_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33867);
  var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38815);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45145);




const PATH = /^(\.{0,2}|~)\/[^=]{1,200}$|^[^=]{1,200}\.\w{2,10}$/;
const IN_CLUSTER_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';
const SECRET_NAME = /secret|token|passw|credential|key/i;
function loadKubeConfig(wanted, mask) {
    const config = new _kubernetes_client_node_dist_config_js__WEBPACK_IMPORTED_MODULE_1__  .yp();
    try {
        load(config, wanted.kubeconfig);
    }
    catch (error) {
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ)
            throw error;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ('The kubeconfig cannot be read; it must be a path or the content of a kubeconfig file.', {
            details: [(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .bD)(error).split('\n')[0] ?? ''],
        });
    }
    for (const user of config.getUsers() ?? []) {
        for (const secret of [
            user.token,
            user.password,
            user.keyData,
            ...providerSecrets(user),
            ...pluginSecrets(user),
        ]) {
            if (typeof secret === 'string' && secret)
                mask(secret);
        }
    }
    if (wanted.context !== undefined) {
        const names = config.getContexts().map((context) => context.name);
        if (!names.includes(wanted.context)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ(`The kubeconfig has no context "${wanted.context}"; it has ${names.join(', ') || 'none'}.`);
        }
        config.setCurrentContext(wanted.context);
    }
    if (!config.getCurrentCluster()) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ('The kubeconfig has no current context with a cluster; name one with the input `context`.');
    }
    if (isContent(wanted.kubeconfig))
        refuseReach(config.getCurrentUser());
    return config;
}
const isContent = (kubeconfig) => kubeconfig !== undefined && /[\n{]/.test(kubeconfig);
const isBase64 = (kubeconfig) => /^[\w+/\s]+={0,2}$/.test(kubeconfig.trim()) &&
    /^(apiVersion|kind|clusters|[ \t]*\{)/m.test(Buffer.from(kubeconfig, 'base64').toString());
function providerSecrets({ authProvider }) {
    const settings = Object.entries((authProvider?.config ?? {}));
    return settings.flatMap(([name, value]) => {
        if (!/file$|path$|^cmd-|^expiry/i.test(name))
            return [value];
        return /token-?file$/i.test(name) && typeof value === 'string' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(value)
            ? [(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(value, 'utf8').trim()]
            : [];
    });
}
function pluginSecrets({ exec }) {
    const variables = Array.isArray(exec?.env) ? exec.env : [];
    return variables.filter((one) => SECRET_NAME.test(String(one?.name))).map((one) => one.value);
}
function refuseReach(user) {
    const { exec, authProvider } = user ?? {};
    const settings = (authProvider?.config ?? {});
    const program = exec ? (exec.command ?? 'a program') : settings['cmd-path'];
    if (program !== undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ(`The kubeconfig that is given as content runs ${JSON.stringify(String(program).slice(0, 200))} for its credentials, which only a kubeconfig in a file may do; write it to a file in a step before this one and give its path, or set KUBECONFIG.`);
    }
    if (settings.tokenFile !== undefined)
        throw tokenInFile();
}
const tokenInFile = () => new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ('The kubeconfig that is given as content takes its token from a file of the runner, which only a kubeconfig in a file may do; put the token into it, or give the path of the kubeconfig.');
function jsonOf(content) {
    const json = JSON.stringify(parsed(content));
    if (json.includes('"token-file":'))
        throw tokenInFile();
    return json;
}
function parsed(content) {
    try {
        return (0,yaml__WEBPACK_IMPORTED_MODULE_2__  .qg)(content);
    }
    catch (error) {
        throw new Error(error instanceof yaml__WEBPACK_IMPORTED_MODULE_2__  .IP ? `${error.code} in line ${error.linePos?.[0].line}` : '');
    }
}
function load(config, kubeconfig) {
    if (kubeconfig !== undefined) {
        if (isBase64(kubeconfig))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ('Input `kubeconfig` is encoded as base64; decode it (`base64 -d`) before you save it.');
        if (isContent(kubeconfig))
            config.loadFromString(jsonOf(kubeconfig));
        else if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(kubeconfig))
            config.loadFromFile(kubeconfig);
        else if (PATH.test(kubeconfig))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ(`There is no kubeconfig at ${kubeconfig} on this machine; write it there in an earlier step, or give its content, as a secret does.`);
        else
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ('Input `kubeconfig` is neither the content of a kubeconfig nor the path of one; give what `kubectl config view --raw --minify --flatten` prints.');
    }
    else if (process.env.KUBECONFIG) {
        config.loadFromDefault();
    }
    else if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(IN_CLUSTER_TOKEN)) {
        config.loadFromCluster();
    }
    else {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__  .lZ('There is no cluster to talk to: the input `kubeconfig` is empty and KUBECONFIG is not set. A secret that is not stored under its name is empty, and one of an environment also in a called workflow and in a job without that `environment`; store it, or use the action in a job with `environment` (docs/troubleshooting.md).');
    }
}


  })

};
;