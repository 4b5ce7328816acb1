export const id = 9066;
export const ids = [9066];
export const modules = {

/***/ 49066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readFile: () => (/* binding */ readFile)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/runner/errors.js
var errors = __webpack_require__(6800);
// EXTERNAL MODULE: ./build/config/inputs.js
var inputs = __webpack_require__(89190);
// EXTERNAL MODULE: ./build/config/kinds.js
var kinds = __webpack_require__(83592);
;// CONCATENATED MODULE: ./build/config/schema.js



/** Consent is somebody's for one run: what stands in a file would be given for every one to come. */
const CONFIGURABLE = inputs/* COMMON */.Sq.filter((name) => name !== 'accept');
/** What belongs to one run, or to the chain, and not to a component. */
const OF_THE_RUN = [
    'config',
    'environment',
    'component',
    'rollback-id',
    'reason',
    'record',
    'dry-run',
    'phase',
];
/** Names that a sentence can hold; the inputs of all actions together are more. */
const MOST_TOLD = 60;
/** A map that has these keys and no others. */
const map = (entries, form) => dist/* strictObject */.rej(entries, ({ expected, received }) => {
    if (expected === 'never') {
        const known = Object.keys(entries).sort();
        return known.length > MOST_TOLD
            ? `has the key ${received}, which no action has as an input`
            : `has the unknown key ${received}; known are ${known.join(', ')}`;
    }
    return received === 'undefined' ? 'is missing' : form;
});
const scalar = dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig(), dist/* boolean */.zMY()]);
const variable = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is no name of an environment variable'));
/** What an input may be given as. */
const value = dist/* union */.KCZ([scalar, dist/* array */.YOg(scalar), dist/* strictObject */.rej({ env: variable })], 'must be a text, a number, true or false, a list of those, or `{env: NAME}` for the value of an environment variable');
/** What an input may be given as that holds a secret. */
const secret = map({ env: variable }, 'is a secret, which does not belong into a file; name the environment variable that holds it, `{env: NAME}`, or give it as an input');
const entriesFor = (names, secrets) => Object.fromEntries(names.map((name) => [name, dist/* optional */.lqM(secrets.includes(name) ? secret : value)]));
const actions = Object.keys(inputs/* INPUTS */.mc);
const section = (action) => map(entriesFor([...CONFIGURABLE, ...inputs/* INPUTS */.mc[action]], inputs/* SECRETS */.cW[action]), 'must be a map of inputs');
const ownRto = dist/* union */.KCZ([dist/* string */.YjP(), dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())], 'must be a duration such as 5m, or a map of patterns such as `deployment/api-*` to durations');
const component = (kind) => {
    const action = kinds/* KINDS */.G[kind];
    const names = [...CONFIGURABLE, ...inputs/* INPUTS */.mc[action]].filter((name) => !OF_THE_RUN.includes(name));
    return map({
        kind: dist/* literal */.euz(kind),
        after: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP('must be the name of a component'), 'must be a list of components')),
        rto: dist/* optional */.lqM(ownRto),
        ...entriesFor(names, inputs/* SECRETS */.cW[action]),
    }, 'must be a map of inputs');
};
const schema_kinds = Object.keys(kinds/* KINDS */.G);
const environment = map({
    defaults: dist/* optional */.lqM(map(entriesFor([...new Set([...CONFIGURABLE, ...actions.flatMap((action) => inputs/* INPUTS */.mc[action])])], [...new Set(actions.flatMap((action) => inputs/* SECRETS */.cW[action]))]), 'must be a map of inputs')),
    components: dist/* optional */.lqM(dist/* record */.g1P(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[a-z0-9][a-z0-9-]{0,40}$/, 'is no name; accepted are small letters, digits and dashes')), dist/* variant */.Oxt('kind', schema_kinds.map(component), `must be one of ${schema_kinds.join(', ')}`), 'must be a map of components')),
    ...Object.fromEntries(actions.map((action) => [action, dist/* optional */.lqM(section(action))])),
}, 'must be a map of sections');
/** The whole file. */
const fileSchema = map({
    environments: dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), environment, 'must be a map of environments'), dist/* minEntries */.bPf(1, 'must have at least one environment')),
}, 'must have the form `environments: {<name>: {<section>: {<input>: <value>}}}`');

;// CONCATENATED MODULE: ./build/config/read.js





/** @throws ActionError where the file cannot be read, is no YAML or does not fit the schema, with line and column */
function readFile(path) {
    const lines = new yaml_dist/* LineCounter */.HN();
    const document = (0,yaml_dist/* parseDocument */.Tp)((0,external_node_fs_.readFileSync)(path, 'utf8'), { lineCounter: lines });
    const error = document.errors[0];
    if (error)
        throw new errors/* ActionError */.lZ(`${path} is not valid YAML: ${error.message.split('\n')[0]?.replace(/:$/, '.')}`);
    const place = (keys) => {
        const { line, col } = lines.linePos(positionOf(document, keys));
        return `${path}:${line}:${col}`;
    };
    const parsed = dist/* safeParse */.xLC(fileSchema, contentOf(document, path));
    if (parsed.success) {
        const environments = parsed.output.environments;
        const file = { path, environments, place };
        for (const name of Object.keys(environments))
            checkOrder(file, name);
        return file;
    }
    const [issue] = parsed.issues;
    const keys = (issue.path ?? []).map(({ key }) => String(key));
    throw new errors/* ActionError */.lZ(`${place(keys)}: ${sentenceOf(issue, keys)}.`);
}
/** @throws ActionError where a component waits for one that is not there, or for itself */
function checkOrder({ environments, place }, environment) {
    const components = environments[environment]?.components ?? {};
    const keys = (name) => ['environments', environment, 'components', name, 'after'];
    // Each is gone through once, however many ways lead to it.
    const checked = new Set();
    const check = (name, way) => {
        if (checked.has(name))
            return;
        const [start = name] = way;
        if (way.includes(name)) {
            const circle = [...way, name].join(' → ');
            throw new errors/* ActionError */.lZ(`${place(keys(start))}: ${keys(start).slice(0, -1).join('.')} waits for itself: ${circle}.`);
        }
        for (const other of components[name]?.after ?? []) {
            if (!Object.hasOwn(components, other)) {
                const there = Object.keys(components).join(', ');
                throw new errors/* ActionError */.lZ(`${place(keys(name))}: ${keys(name).join('.')} names "${other}", which is no component; there are ${there}.`);
            }
            check(other, [...way, name]);
        }
        checked.add(name);
    };
    for (const name of Object.keys(components))
        check(name, []);
}
function contentOf(document, path) {
    try {
        return document.toJS();
    }
    catch (error) {
        // The parser stops at aliases that would grow without bounds.
        throw new errors/* ActionError */.lZ(`${path} cannot be read: ${(0,errors/* messageOf */.bD)(error)}.`);
    }
}
/** A strange key is told of the map that has it. */
function sentenceOf({ expected, message }, keys) {
    const place = expected === 'never' ? keys.slice(0, -1) : keys;
    return `${place.join('.') || 'it'} ${message}`;
}
/** Where in the text the last of some keys stands that there is. */
function positionOf({ contents }, keys) {
    let node = contents;
    let position = contents?.range?.[0] ?? 0;
    for (const key of keys) {
        if ((0,yaml_dist/* isMap */.jh)(node)) {
            const pair = node.items.find((item) => (0,yaml_dist/* isScalar */.jn)(item.key) && String(item.key.value) === key);
            if (!pair)
                break;
            position = ((0,yaml_dist/* isScalar */.jn)(pair.key) && pair.key.range?.[0]) || position;
            node = pair.value;
        }
        else if ((0,yaml_dist/* isSeq */.oP)(node)) {
            node = node.items[Number(key)];
            if ((0,yaml_dist/* isScalar */.jn)(node) || (0,yaml_dist/* isAlias */.Vj)(node))
                position = node.range?.[0] ?? position;
        }
        else
            break;
    }
    return position;
}


/***/ })

};
