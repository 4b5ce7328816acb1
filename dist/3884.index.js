"use strict";
exports.id = 3884;
exports.ids = [3884];
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

  62328:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    _: () => (  statisticsNow),
    j: () => (  statisticsOf)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _transaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91879);


async function statisticsOf(session) {
    const database = await session.one(`
    SELECT pg_catalog.to_json(stats_reset) #>> '{}' AS "resetAt", xact_commit::text AS commits, xact_rollback::text AS rollbacks,
      deadlocks::text AS deadlocks, conflicts::text AS conflicts
    FROM pg_catalog.pg_stat_database WHERE datname = pg_catalog.current_database()`);
    const writes = await session.query(`
    SELECT schemaname AS schema, relname AS name, n_tup_ins::text AS inserted, n_tup_upd::text AS updated, n_tup_del::text AS deleted
    FROM pg_catalog.pg_stat_user_tables WHERE n_tup_ins + n_tup_upd + n_tup_del > 0 ORDER BY 1, 2`);
    return { ...database, statements: await statementsOf(session), writes };
}
async function statisticsNow(session) {
    const { databaseOid } = await session.one('SELECT oid::text AS "databaseOid" FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()');
    return { databaseOid, statistics: await statisticsOf(session) };
}
async function statementsOf(session) {
    const [extension] = await session.query(`
    SELECT pg_catalog.format('%I.pg_stat_statements', n.nspname) AS view,
      pg_catalog.to_regclass(pg_catalog.format('%I.pg_stat_statements_info', n.nspname))::text AS info
    FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname = 'pg_stat_statements'`);
    if (!extension)
        return null;
    const resetAt = extension.info
        ? `(SELECT pg_catalog.to_json(stats_reset) #>> '{}' FROM ${extension.info})`
        : 'NULL';
    const read = await (0,_transaction_js__WEBPACK_IMPORTED_MODULE_1__  .CD)(session, () => session.one(`
      SELECT coalesce(pg_catalog.sum(calls), 0)::text AS calls, ${resetAt} AS "resetAt" FROM ${extension.view}
      WHERE dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`));
    return read instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ ? null : read;
}


  }),

  29182:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CM: () => (  requireReadable),
    Od: () => (  scopeOf),
    Vb: () => (  nameOf),
    _m: () => (  REPAIR_MARK),
    a0: () => (  USER_SCHEMA),
    t4: () => (  requireMatches),
    tI: () => (  tablesOf),
    wb: () => (  readableTables)
  });
  var picomatch__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14006);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);


const REPAIR_MARK = 'rollback-actions repair: ';
const USER_SCHEMA = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp_|toast_temp_)'
  AND NOT (n.nspname ~ '^rollback_' AND coalesce(pg_catalog.obj_description(n.oid, 'pg_namespace'), '') LIKE '${REPAIR_MARK}%')`;
const QUICK_TYPES = [
    'bool',
    'int2',
    'int4',
    'int8',
    'float4',
    'float8',
    'numeric',
    'text',
    'varchar',
    'bpchar',
    'uuid',
    'jsonb',
    'date',
    'time',
    'timestamp',
    'timestamptz',
    'interval',
    'inet',
].flatMap((name) => [name, `${name}[]`]);
const QUICK_FROM = 140000;
async function tablesOf(session, only, measured = true) {
    return session.query(`
    SELECT n.nspname AS schema, c.relname AS name,
      CASE c.relkind WHEN 'r' THEN 'table' WHEN 'f' THEN 'foreign table' ELSE 'materialized view' END AS kind,
      c.relpersistence = 'u' AS unlogged,
      (SELECT e.extname FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
        WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e' LIMIT 1) AS extension,
      CASE WHEN c.relispartition THEN (SELECT pg_catalog.json_build_object('schema', rn.nspname, 'name', r.relname)
        FROM pg_catalog.pg_class r JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
        WHERE r.oid = pg_catalog.pg_partition_root(c.oid)) END AS root,
      (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('name', a.attname,
          'type', pg_catalog.format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum), '[]')
        FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      coalesce((SELECT (SELECT pg_catalog.json_agg(a.attname ORDER BY k.place)
          FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
          WHERE k.place <= i.indnkeyatts)
        FROM pg_catalog.pg_index i
        WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[]) AND NOT a.attnotnull)
        ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1), '[]') AS key,
      ${session.version >= QUICK_FROM} AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a
        LEFT JOIN pg_catalog.pg_collation co ON co.oid = a.attcollation
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND (a.atttypid <> ALL ('{${QUICK_TYPES.join(',')}}'::pg_catalog.regtype[])
          OR NOT coalesce(co.collisdeterministic, true))) AS quick,
      CASE WHEN c.relkind = 'r' THEN ${measured ? 'pg_catalog.pg_table_size(c.oid)' : 'c.relpages::int8 * 8192'} ELSE 0 END::float8 AS bytes,
      pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT') AS readable,
      pg_catalog.row_security_active(c.oid) AS filtered
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'f', 'm') AND c.relpersistence <> 't' AND ${USER_SCHEMA}
      ${only ? 'AND n.nspname = $1 AND c.relname = $2' : ''}
    ORDER BY n.nspname, c.relname`, only ? [only.schema, only.name] : []);
}
const readableTables = async (session) => (await tablesOf(session, undefined, false)).filter(({ extension, kind, readable }) => extension === null && kind === 'table' && readable);
function nameOf({ schema, name }) {
    const part = (text) => /^[\p{L}_][\p{L}\p{N}_$-]*$/u.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
    return `${part(schema)}.${part(name)}`;
}
function scopeOf({ tables, exclude }) {
    const wanted = tables.map(matcherOf);
    const unwanted = exclude.map(matcherOf);
    return (table) => (wanted.length === 0 || wanted.some((matches) => matches(table))) &&
        !unwanted.some((matches) => matches(table));
}
function matcherOf(glob) {
    const full = glob.includes('.') || /^\*+$/.test(glob) ? glob : `public.${glob}`;
    const matches = picomatch__WEBPACK_IMPORTED_MODULE_1__(full, { dot: true, bash: true });
    const plain = ({ schema, name }) => `${schema}.${name}`;
    return (table) => matches(plain(table)) || (table.root ? matches(plain(table.root)) : false);
}
function requireMatches({ tables }, all, database) {
    const idle = tables.find((glob) => !all.some(matcherOf(glob)));
    if (idle === undefined)
        return;
    const bare = idle.split('.').at(-1);
    const others = all.filter(({ name }) => name === bare).map(nameOf);
    const suggestion = others.length > 0 ? `; did you mean ${others.join(' or ')}?` : '; correct the name or take it out.';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Input \`tables\` has "${idle}", which matches no table of ${database}${suggestion}`);
}
function requireReadable(tables, user) {
    const closed = tables.filter((table) => !table.readable);
    const filtered = tables.filter((table) => table.readable && table.filtered);
    const [first] = [...closed, ...filtered];
    if (!first)
        return;
    const count = closed.length + filtered.length;
    const others = count > 1 ? ` and ${count - 1} more (see the details)` : '';
    const remedy = first.readable
        ? `row-level security hides rows of it: connect as its owner or as a role with BYPASSRLS`
        : `grant SELECT on it and USAGE on its schema, or the role pg_read_all_data`;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The user "${user}" cannot read the table ${nameOf(first)}${others}; ${remedy}, or leave it out with \`exclude-tables\`.`, {
        details: [
            ...closed.map((table) => `no SELECT, or no USAGE on its schema: ${nameOf(table)}`),
            ...filtered.map((table) => `row-level security: ${nameOf(table)}`),
        ],
    });
}


  }),

  91879:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    CD: () => (  attempt),
    ih: () => (  readingSettings),
    m6: () => (  readAt),
    yJ: () => (  givingLocksBack)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81149);


const SETTINGS = {
    row_security: 'off',
    search_path: `''`,
    extra_float_digits: '3',
    timezone: `'UTC'`,
    datestyle: `'ISO, MDY'`,
    intervalstyle: `'postgres'`,
    bytea_output: `'hex'`,
    lc_monetary: `'C'`,
    quote_all_identifiers: 'off',
    jit: 'off',
    statement_timeout: '0',
    idle_in_transaction_session_timeout: '0',
    lock_timeout: `'30s'`,
};
async function readAt(server, database, exported, work) {
    return server.use(database, async (session) => {
        await session.run('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        if (exported !== undefined)
            await session.run(`SET TRANSACTION SNAPSHOT '${exported.replaceAll("'", "''")}'`);
        await session.run(readingSettings(session, 'SET LOCAL'));
        const result = await work(session);
        await session.run('COMMIT');
        return result;
    });
}
function readingSettings({ version }, set) {
    const settings = Object.entries(SETTINGS).map(([name, value]) => `${set} ${name} = ${value}`);
    if (version >= 170000)
        settings.push(`${set} transaction_timeout = 0`);
    return settings.join('; ');
}
async function attempt(session, work) {
    await session.run('SAVEPOINT attempt');
    try {
        const result = await work();
        await session.run('RELEASE SAVEPOINT attempt');
        return result;
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ) || !/^[0-9A-Z]{5}$/.test((0,_systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_1__  .$N)(error)))
            throw error;
        await session.run('ROLLBACK TO SAVEPOINT attempt');
        return error;
    }
}
const LOCKED_AT_MOST = 50;
async function givingLocksBack(session) {
    await session.run('SAVEPOINT locks');
    let read = 0;
    return async () => {
        if (++read % LOCKED_AT_MOST === 0)
            await session.run('ROLLBACK TO SAVEPOINT locks');
    };
}


  }),

  60921:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    EZ: () => (  kinds),
    H8: () => (  refOf),
    Pf: () => (  label),
    TO: () => (  allKinds),
    jC: () => (  workloadPath),
    jH: () => (  parseWorkload),
    rd: () => (  parseRef)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43646);
  var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3090);



const apps = { api: _names_js__WEBPACK_IMPORTED_MODULE_2__  .h, group: 'apps' };
const kinds = {
    Deployment: { ...apps, plural: 'deployments', words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__  .M.deployment },
    StatefulSet: { ...apps, plural: 'statefulsets', words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__  .M.statefulset },
    DaemonSet: { ...apps, plural: 'daemonsets', words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__  .M.daemonset },
    Rollout: {
        api: '/apis/argoproj.io/v1alpha1',
        group: 'argoproj.io',
        plural: 'rollouts',
        words: _config_workload_words_js__WEBPACK_IMPORTED_MODULE_1__  .M.rollout,
    },
};
const allKinds = ['Deployment', 'StatefulSet', 'DaemonSet'];
const OTHERS = [
    [
        /^(cronjobs?|cj|jobs?)(\.batch)?$/,
        'a CronJob or Job has no revisions: give it its older image with its own manifest',
    ],
    [/^(replicasets?|rs|pods?|po)(\.apps)?$/, 'name the Deployment, StatefulSet or DaemonSet that made it'],
    [/^(clonesets?|clone)(\.apps\.kruise\.io)?$/, 'a CloneSet goes back by its own template (OpenKruise)'],
    [
        /^(ksvc|kservices?|configurations?)(\.serving\.knative\.dev)?$/,
        'a Knative Service goes back by its traffic (`kn service update --traffic`)',
    ],
];
function parseRef(text) {
    const [name = '', word = 'deployment', ...rest] = text.split('/').reverse();
    const kind = allKinds.find((candidate) => kinds[candidate].words.includes(word.toLowerCase()));
    if (kind && rest.length === 0 && (0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .Eo)(name))
        return { kind, name };
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`"${text}" is not a workload; accepted are deployment/<name>, statefulset/<name>, daemonset/<name> and a bare <name> for a Deployment.`);
}
function parseWorkload(text) {
    const [name = '', word = '', ...rest] = text.split('/').reverse();
    const isRollout = kinds.Rollout.words.includes(word.toLowerCase());
    if (isRollout && rest.length === 0 && (0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .Eo)(name))
        return { kind: 'Rollout', name };
    const [, remedy] = OTHERS.find(([words]) => rest.length === 0 && words.test(word.toLowerCase())) ?? [];
    if (remedy)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`"${text}" cannot be rolled back here: ${remedy}.`);
    return parseRef(text);
}
const label = (ref) => `${ref.kind.toLowerCase()}/${ref.name}`;
const refOf = (workload) => ({ kind: workload.kind, name: workload.metadata.name });
function workloadPath(namespace, kind, name) {
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_2__  .du)(kinds[kind].api, namespace, kinds[kind].plural, name);
}


  }),

  3090:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    B3: () => (  namespacePath),
    D_: () => (  BATCH),
    Eo: () => (  isName),
    M2: () => (  CORE),
    Pi: () => (  isNamespaceName),
    So: () => (  apiPath),
    du: () => (  objectPath),
    h: () => (  APPS),
    rl: () => (  clusterObjectPath)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const LONGEST_NAME = 253;
const CORE = '/api/v1';
const APPS = '/apis/apps/v1';
const BATCH = '/apis/batch/v1';
const apiPath = (apiVersion) => apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
const isName = (text) => text.length <= LONGEST_NAME && NAME.test(text);
const isNamespaceName = (text) => NAMESPACE.test(text);
function objectPath(api, namespace, plural, name) {
    if (!isNamespaceName(namespace))
        throw noName(namespace, 'a namespace');
    const collection = `${api}/namespaces/${namespace}/${plural}`;
    if (name === undefined)
        return collection;
    if (!isName(name))
        throw noName(name, `one of ${plural}`);
    return `${collection}/${name}`;
}
function clusterObjectPath(api, plural, name) {
    if (!isName(name))
        throw noName(name, `one of ${plural}`);
    return `${api}/${plural}/${name}`;
}
function namespacePath(namespace) {
    if (!isNamespaceName(namespace))
        throw noName(namespace, 'a namespace');
    return `${CORE}/namespaces/${namespace}`;
}
const noName = (text, what) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`${JSON.stringify(text.slice(0, 80))} is not the name of ${what}; nothing was asked for.`);


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


  })

};
;