"use strict";
exports.id = 9066;
exports.ids = [9066];
exports.modules = {

  49066:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  readFile: () => (  readFile)
});

var external_node_fs_ = __webpack_require__(73024);
var dist = __webpack_require__(77934);
var yaml_dist = __webpack_require__(38815);
var errors = __webpack_require__(45145);
var component = __webpack_require__(48612);
var inputs = __webpack_require__(89190);
var kinds = __webpack_require__(83592);
; 



const CONFIGURABLE = inputs .Sq.filter((name) => name !== 'accept');
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
const MAX_LISTED_NAMES = 60;
const map = (entries, form) => dist .rej(entries, ({ expected, received }) => {
    if (expected === 'never') {
        const known = Object.keys(entries).sort();
        return known.length > MAX_LISTED_NAMES
            ? `has the key ${received}, which no action has as an input`
            : `has the unknown key ${received}; known are ${known.join(', ')}`;
    }
    return received === 'undefined' ? 'is missing' : form;
});
const scalar = dist .KCZ([dist .YjP(), dist .aig(), dist .zMY()]);
const variable = dist .FsL(dist .YjP(), dist .yGV(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of an environment variable'));
const reference = dist .rej({ env: variable });
const value = dist .KCZ([scalar, dist .YOg(scalar), reference], 'must be a text, a number, true or false, a list of those, or `{env: NAME}` for the value of an environment variable');
const secret = map({ env: variable }, 'is a secret, which does not belong into a file; name the environment variable that holds it, `{env: NAME}`, or give it as an input');
const entriesFor = (names, secrets) => Object.fromEntries(names.map((name) => [name, dist .lqM(secrets.includes(name) ? secret : value)]));
const actions = Object.keys(inputs .mc);
const section = (action) => map(entriesFor([...CONFIGURABLE, ...inputs .mc[action]], inputs .cW[action]), 'must be a map of inputs');
const ownRto = dist .KCZ([dist .YjP(), dist .g1P(dist .YjP(), dist .YjP())], 'must be a duration such as 5m, or a map of patterns such as `deployment/api-*` to durations');
const order = dist .YOg(dist .YjP('must be the name of a component'), 'must be a list of components');
const ORDER_OR_BACKUP = 'must be a list of components, or a text: the backup from after the accident (`strategy: repair`)';
const schema_component = (kind) => {
    const action = kinds .G[kind];
    const names = [...CONFIGURABLE, ...inputs .mc[action]].filter((name) => !OF_THE_RUN.includes(name));
    const isInput = names.includes('after');
    return map({
        ...entriesFor(names, inputs .cW[action]),
        kind: dist .euz(kind),
        after: dist .lqM(isInput ? dist .KCZ([order, dist .YjP(), reference], ORDER_OR_BACKUP) : order),
        rto: dist .lqM(ownRto),
    }, 'must be a map of inputs');
};
const schema_kinds = Object.keys(kinds .G);
const environment = map({
    defaults: dist .lqM(map(entriesFor([...new Set([...CONFIGURABLE, ...actions.flatMap((action) => inputs .mc[action])])], [...new Set(actions.flatMap((action) => inputs .cW[action]))]), 'must be a map of inputs')),
    components: dist .lqM(dist .g1P(dist .FsL(dist .YjP(), dist .yGV(/^[a-z0-9][a-z0-9-]{0,40}$/, 'is not a name; accepted are small letters, digits and dashes')), dist .Oxt('kind', schema_kinds.map(schema_component), `must be one of ${schema_kinds.join(', ')}`), 'must be a map of components')),
    ...Object.fromEntries(actions.map((action) => [action, dist .lqM(section(action))])),
}, 'must be a map of sections');
const fileSchema = map({
    environments: dist .FsL(dist .g1P(dist .YjP(), environment, 'must be a map of environments'), dist .bPf(1, 'must have at least one environment')),
}, 'must have the form `environments: {<name>: {<section>: {<input>: <value>}}}`');

; 






function readFile(path) {
    const lines = new yaml_dist .HN();
    const document = (0,yaml_dist .Tp)((0,external_node_fs_.readFileSync)(path, 'utf8'), { lineCounter: lines });
    const error = document.errors[0];
    if (error)
        throw new errors .lZ(`${path} is not valid YAML: ${error.message.split('\n')[0]?.replace(/:$/, '.')}`);
    const place = (keys) => {
        const { line, col } = lines.linePos(positionOf(document, keys));
        return `${path}:${line}:${col}`;
    };
    const parsed = dist .xLC(fileSchema, contentOf(document, path));
    if (parsed.success) {
        const environments = parsed.output.environments;
        const file = { path, environments, place };
        for (const name of Object.keys(environments))
            checkOrder(file, name);
        return file;
    }
    const [issue] = parsed.issues;
    const keys = (issue.path ?? []).map(({ key }) => String(key));
    throw new errors .lZ(`${place(keys)}: ${sentenceOf(issue, keys)}.`);
}
function checkOrder({ environments, place }, environment) {
    const components = environments[environment]?.components ?? {};
    const keys = (name) => ['environments', environment, 'components', name, 'after'];
    const checked = new Set();
    const check = (name, way) => {
        if (checked.has(name))
            return;
        const [start = name] = way;
        if (way.includes(name)) {
            const circle = [...way, name].join(' → ');
            throw new errors .lZ(`${place(keys(start))}: ${keys(start).slice(0, -1).join('.')} waits for itself: ${circle}.`);
        }
        for (const other of (0,component .e)(components[name]) ?? []) {
            if (!Object.hasOwn(components, other)) {
                const there = Object.keys(components).join(', ');
                throw new errors .lZ(`${place(keys(name))}: ${keys(name).join('.')} names "${other}", which is not a component; there are ${there}.`);
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
        throw new errors .lZ(`${path} cannot be read: ${(0,errors .bD)(error)}.`);
    }
}
function sentenceOf({ expected, message }, keys) {
    const place = expected === 'never' ? keys.slice(0, -1) : keys;
    return `${place.join('.') || 'it'} ${message}`;
}
function positionOf({ contents }, keys) {
    let node = contents;
    let position = contents?.range?.[0] ?? 0;
    for (const key of keys) {
        if ((0,yaml_dist .jh)(node)) {
            const pair = node.items.find((item) => (0,yaml_dist .jn)(item.key) && String(item.key.value) === key);
            if (!pair)
                break;
            position = ((0,yaml_dist .jn)(pair.key) && pair.key.range?.[0]) || position;
            node = pair.value;
        }
        else if ((0,yaml_dist .oP)(node)) {
            node = node.items[Number(key)];
            if ((0,yaml_dist .jn)(node) || (0,yaml_dist .Vj)(node))
                position = node.range?.[0] ?? position;
        }
        else
            break;
    }
    return position;
}


  })

};
;