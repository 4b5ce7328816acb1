"use strict";
exports.id = 1149;
exports.ids = [1149];
exports.modules = {

  23826:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    H: () => (  shownParameter)
  });
const shownParameter = (name) => /^[a-z][a-z_-]{1,40}$/i.test(name)
    ? `the parameter "${name}"`
    : 'something behind a "?" that is not a parameter (percent-encode the password)';


  }),

  44869:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    nW: () => (  authoritiesOf),
    or: () => (  parseAddress),
    p7: () => (  environmentOf)
  });
  var node_tls__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41692);
  var pg_connection_string__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90984);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
  var _parameter_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23826);




const VARIABLES = {
    sslmode: 'PGSSLMODE',
    sslrootcert: 'PGSSLROOTCERT',
    sslcert: 'PGSSLCERT',
    sslkey: 'PGSSLKEY',
    sslcrl: 'PGSSLCRL',
    options: 'PGOPTIONS',
    channel_binding: 'PGCHANNELBINDING',
    gssencmode: 'PGGSSENCMODE',
    target_session_attrs: 'PGTARGETSESSIONATTRS',
    sslnegotiation: 'PGSSLNEGOTIATION',
};
const OF_APPLICATIONS = new Set([
    'application_name',
    'client_encoding',
    'connect_timeout',
    'connection_limit',
    'fallback_application_name',
    'keepalives',
    'keepalives_count',
    'keepalives_idle',
    'keepalives_interval',
    'pgbouncer',
    'pool_timeout',
    'schema',
    'socket_timeout',
    'tcp_user_timeout',
]);
const EXAMPLE = 'postgres://user:password@host:5432/database?sslmode=require';
const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
function parseAddress(url, input = 'database-url') {
    const parsed = parseUrl(url, input);
    const parameters = Object.fromEntries(parsed.searchParams);
    requireKnown(parameters, input);
    const host = parsed.searchParams.get('host') ?? decoded(parsed.hostname, input).replace(/^\[|\]$/g, '');
    const port = Number(parsed.searchParams.get('port') ?? (parsed.port || 5432));
    const user = decoded(parsed.username, input);
    const password = decoded(parsed.password, input) || undefined;
    const database = decoded(parsed.pathname.slice(1), input);
    const lacks = Object.entries({ host, user, database }).filter(([, value]) => !value);
    if (lacks.length > 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`Input \`${input}\` names no ${lacks.map(([name]) => name).join(' and no ')}; accepted is ${EXAMPLE}.`);
    }
    for (const name of OF_APPLICATIONS)
        parsed.searchParams.delete(name);
    const authorities = authoritiesOf(parameters);
    if (!SSL_MODES.includes(parameters.sslmode ?? 'prefer'))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`Input \`${input}\` has an sslmode that PostgreSQL does not know; known are ${SSL_MODES.join(', ')}. What Node calls no-verify is require.`);
    if (parameters.sslmode === 'verify-ca' && parameters.sslrootcert === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`Input \`${input}\` has sslmode=verify-ca and no sslrootcert; name the file of your authority, or use verify-full.`);
    if (authorities !== undefined)
        parsed.searchParams.delete('sslrootcert');
    if (parameters.sslrootcert === 'system')
        parsed.searchParams.set('sslmode', 'verify-full');
    const { ssl, options, sslnegotiation } = optionsOf(parsed, input, authorities);
    return {
        host,
        port,
        user,
        password,
        database,
        parameters,
        options: { host, port, user, password, ssl, options, ...(sslnegotiation && { sslnegotiation }) },
    };
}
function parseUrl(url, input) {
    if (/^postgres(?:ql)?:\/\/(?:[^@/]*@)?[^/?]*,/i.test(url))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`Input \`${input}\` names several hosts; name the primary alone, as a standby cannot be changed.`);
    let parsed;
    try {
        parsed = new URL(url);
    }
    catch {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`Input \`${input}\` is not a URL; accepted is ${EXAMPLE}, with special characters of the password percent-encoded.`);
    }
    if (!['postgres:', 'postgresql:'].includes(parsed.protocol)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`Input \`${input}\` begins with ${parsed.protocol}//; accepted is ${EXAMPLE}.`);
    }
    return parsed;
}
function requireKnown(parameters, input) {
    const unknown = Object.keys(parameters).find((name) => !Object.hasOwn(VARIABLES, name) && !['host', 'port'].includes(name) && !OF_APPLICATIONS.has(name));
    if (unknown) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`Input \`${input}\` has ${(0,_parameter_js__WEBPACK_IMPORTED_MODULE_3__  .H)(unknown)}, which is not understood; known are ${Object.keys(VARIABLES).join(', ')}.`);
    }
}
function environmentOf(address, database) {
    const { host, port, user, password, parameters } = address;
    const verified = parameters.sslrootcert === 'system' ? { sslmode: 'verify-full' } : {};
    const more = Object.entries({ ...parameters, ...verified }).filter(([name]) => Object.hasOwn(VARIABLES, name));
    return {
        PGHOST: host,
        PGPORT: String(port),
        PGUSER: user,
        ...(password === undefined ? {} : { PGPASSWORD: password }),
        PGDATABASE: database,
        PGAPPNAME: 'rollback-actions',
        PGCONNECT_TIMEOUT: '10',
        ...Object.fromEntries(more.map(([name, value]) => [VARIABLES[name], value])),
    };
}
function authoritiesOf({ sslmode = '', sslrootcert }) {
    if (sslrootcert === 'system' || (sslrootcert === undefined && sslmode === 'verify-full'))
        return [...new Set([...(0,node_tls__WEBPACK_IMPORTED_MODULE_0__.getCACertificates)('default'), ...(0,node_tls__WEBPACK_IMPORTED_MODULE_0__.getCACertificates)('system')])].join('\n');
    return undefined;
}
function decoded(part, input) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`Input \`${input}\` cannot be read; special characters of user, password and database must be percent-encoded.`);
    }
}
function optionsOf(url, input, authorities) {
    url.searchParams.set('uselibpqcompat', 'true');
    const { sslnegotiation } = Object.fromEntries(url.searchParams);
    const more = sslnegotiation === undefined ? {} : { sslnegotiation };
    try {
        const config = (0,pg_connection_string__WEBPACK_IMPORTED_MODULE_1__  .hH)(url.toString());
        if (authorities === undefined)
            return { ...config, ...more };
        return {
            ...config,
            ...more,
            ssl: { ...(typeof config.ssl === 'object' && config.ssl), ca: authorities },
        };
    }
    catch (error) {
        const { path } = error;
        if (path)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`Input \`${input}\` names the file ${path}, which cannot be read.`, {
                cause: error,
            });
        throw error;
    }
}


  }),

  95746:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    M: () => (  openClient),
    m: () => (  streamOf)
  });
  var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83849);

const withoutTls = new Set();
async function openClient(address, settings, signal) {
    const { host, port, options } = address;
    const name = `${host}:${port}`;
    const attempt = (more) => open({ ...options, ...settings, ...more }, signal);
    if (!isLeftToServer(address))
        return attempt({});
    if (withoutTls.has(name))
        return attempt({ ssl: false });
    const own = typeof options.ssl === 'object' ? options.ssl : {};
    try {
        return await attempt({ ssl: { ...own, rejectUnauthorized: false } });
    }
    catch (error) {
        signal.throwIfAborted();
        const isForbidden = codeOfServer(error) === NOT_LET_IN;
        if (!isForbidden && !hasNoTls(error))
            throw error;
        const opened = await attempt({ ssl: false }).catch((second) => {
            throw isForbidden ? error : second;
        });
        withoutTls.add(name);
        return opened;
    }
}
const NOT_LET_IN = '28000';
const codeOfServer = (error) => error.code;
const hasNoTls = (error) => /does not support SSL|establishing an SSL connection/.test(error.message) ||
    /^(EPROTO|ERR_SSL|ERR_TLS)/.test(String(codeOfServer(error)));
function isLeftToServer({ host, parameters }) {
    const { sslmode = 'prefer', sslrootcert, sslnegotiation } = parameters;
    if (host.startsWith('/') || sslrootcert !== undefined || sslnegotiation === 'direct')
        return false;
    return sslmode === 'prefer' || sslmode === 'allow';
}
async function open(config, signal) {
    const client = new pg__WEBPACK_IMPORTED_MODULE_0__  .Ay.Client(config);
    const destroy = () => streamOf(client).destroy();
    client.on('error', () => { });
    signal.addEventListener('abort', destroy);
    try {
        await client.connect();
        return { client, destroy };
    }
    catch (error) {
        signal.removeEventListener('abort', destroy);
        destroy();
        signal.throwIfAborted();
        throw error;
    }
}
const streamOf = (client) => client.connection.stream;


  }),

  8535:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    A: () => (  withoutRows),
    v: () => (  linesWithoutRows)
  });
const BEGINS = /^(?:psql:|pg_restore:|pg_dump:|ERROR:|FATAL:|PANIC:|WARNING:|NOTICE:|DETAIL:|HINT:|CONTEXT:|LINE \d|QUERY:|STATEMENT:|Command was:)/;
const QUOTES = [
    ['Failing row contains ', '('],
    ['Partition key of the failing row contains ', ') = ('],
    ['Key (', ')=('],
    ['invalid input ', ': "'],
    ['COPY ', ', line '],
];
const VERDICTS = [
    'already exists',
    'is duplicated',
    'is not present',
    'is still referenced',
    'conflicts with',
];
const KEY_AND_VALUES = /\)[»"”]? ?= ?[«"“]?\(/;
const QUOTED_VALUE = /: ?[»«"„“]/;
const ROW_AT_THE_END = /^([^(]*)\([\s\S]*\)\P{ASCII}*[.。]?$/u;
function withoutRows(text, isDetail = text.startsWith('DETAIL:')) {
    if (/^LINE \d/.test(text))
        return text.includes("'") ? text.slice(0, text.indexOf(':') + 1) : text;
    for (const [words, before] of QUOTES) {
        const at = text.indexOf(words);
        const value = at < 0 ? -1 : text.indexOf(before, at + words.length);
        if (value < 0)
            continue;
        if (words === 'COPY ') {
            const colon = text.indexOf(': ', value);
            return colon < 0 ? text : text.slice(0, colon);
        }
        const columns = before.startsWith(')') ? ')' : '';
        return `${text.slice(0, value).trimEnd()}${columns}${verdictOf(text, value)}`;
    }
    return withoutValues(text, isDetail);
}
function withoutValues(text, isDetail) {
    const key = KEY_AND_VALUES.exec(text);
    if (key)
        return text.slice(0, key.index + 1);
    const value = QUOTED_VALUE.exec(text);
    if (value)
        return text.slice(0, value.index);
    const [, words] = (isDetail && ROW_AT_THE_END.exec(text)) || [];
    return words === undefined ? text : words.trimEnd();
}
function verdictOf(text, from) {
    const verdict = VERDICTS.find((words) => text.includes(words, from));
    return verdict === undefined ? '' : ` ${verdict}`;
}
function linesWithoutRows(lines) {
    const kept = [];
    let isQuoting = false;
    for (const line of lines) {
        if (isQuoting && !BEGINS.test(line))
            continue;
        const short = withoutRows(line);
        isQuoting = short !== line;
        kept.push(short);
    }
    return kept;
}


  }),

  81149:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  OJ: () => (  INSUFFICIENT_PRIVILEGE),
  Server: () => (  Server),
  $N: () => (  codeOf)
});


var errors = __webpack_require__(45145);
var retry = __webpack_require__(31666);
var waits = __webpack_require__(95282);
var postgres_address = __webpack_require__(44869);
var postgres_client = __webpack_require__(95746);
var complaints = __webpack_require__(8535);
; 
const isCutOff = (words) => /^Connection terminated/.test(words);
function connectMessage({ code, words, wasThere }, { host, port, user }, database) {
    const at = `${host}:${port}`;
    const message = words || code;
    switch (code) {
        case 'ECONNREFUSED':
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
        case 'ETIMEDOUT':
        case 'EHOSTUNREACH':
            if (wasThere)
                return awayMessage(at, message);
            return `PostgreSQL at ${at} cannot be reached (${message}); check the host and port of \`database-url\` and the network between them and the runner.`;
        case '28P01':
        case '28000':
            return `PostgreSQL at ${at} does not let the user "${user}" in (${message}); check user and password of \`database-url\`, and pg_hba.conf.`;
        case '3D000':
            return `PostgreSQL at ${at} has no database "${database}"; check the name at the end of \`database-url\`.`;
        case '53300':
            return `PostgreSQL at ${at} has no connection left (${message}); end some, or give the user "${user}" a reserved one.`;
        default:
            if (isCutOff(words) && wasThere)
                return awayMessage(at, message);
            return `The connection to PostgreSQL at ${at} failed: ${message}.`;
    }
}
const awayMessage = (at, words) => `PostgreSQL at ${at} has stopped answering (${words}); check it, and run this again when it is up: it finds what is done already.`;

; 
const GIVEN_UP = '57014';
async function copyBetween(source, from, target, into) {
    const taking = target.query(new CopyIn(into));
    await taking.ready;
    const giving = source.query(new CopyOut(from, taking));
    const failed = await giving.rows.then(() => undefined, (error) => ({ error }));
    taking.end(failed?.error);
    return taking.rows.catch((error) => {
        throw failed && error.code === GIVEN_UP ? failed.error : error;
    });
}
class Copy {
    rows;
    wire;
    #sql;
    #resolve;
    #reject;
    #rows = 0;
    constructor(sql) {
        this.#sql = sql;
        const { promise, resolve, reject } = Promise.withResolvers();
        this.rows = promise;
        this.#resolve = resolve;
        this.#reject = reject;
        promise.catch(() => { });
    }
    submit(connection) {
        this.wire = connection;
        this.wire.query(this.#sql);
    }
    handleError(error) {
        this.#reject(error);
    }
    handleCommandComplete({ text }) {
        this.#rows = Number(text.split(' ').at(-1));
    }
    handleReadyForQuery() {
        this.#resolve(this.#rows);
    }
    handleRowDescription() { }
    handleDataRow() { }
    handleEmptyQuery() { }
    handlePortalSuspended() { }
}
class CopyIn extends Copy {
    ready;
    #isReady;
    #failed = false;
    constructor(sql) {
        super(sql);
        const { promise, resolve, reject } = Promise.withResolvers();
        this.ready = promise;
        this.#isReady = resolve;
        this.rows.then(() => reject(new Error('This is not COPY … FROM STDIN')), reject);
        promise.catch(() => { });
    }
    handleCopyInResponse() {
        this.#isReady();
    }
    handleError(error) {
        this.#failed = true;
        super.handleError(error);
    }
    take(chunk, source) {
        if (this.#failed)
            return;
        const { stream } = this.wire;
        this.wire?.sendCopyFromChunk(chunk);
        if (!stream.writableNeedDrain)
            return;
        source.pause();
        stream.once('drain', () => source.resume());
        stream.once('close', () => source.resume());
    }
    end(error) {
        if (this.#failed)
            return;
        if (error === undefined)
            this.wire?.endCopyFrom();
        else
            this.wire?.sendCopyFail('the other side has failed');
    }
}
class CopyOut extends Copy {
    #into;
    constructor(sql, into) {
        super(sql);
        this.#into = into;
    }
    handleCopyData({ chunk }) {
        this.#into.take(chunk, this.wire.stream);
    }
}

; 








const PASSING = new Set(['57P03', '53300', 'ECONNRESET', 'EPIPE']);
const known = new Set();
class Server {
    database;
    #address;
    #signal;
    constructor(address, signal) {
        this.database = address.database;
        this.#address = address;
        this.#signal = signal;
    }
    static parse(url, { signal, mask }) {
        const address = (0,postgres_address .or)(url);
        if (address.password)
            mask(address.password);
        return new Server(address, signal);
    }
    get name() {
        return `${this.#address.host}:${this.#address.port}`;
    }
    get host() {
        return this.#address.host;
    }
    get user() {
        return this.#address.user;
    }
    withSignal(signal) {
        return new Server(this.#address, signal);
    }
    withDatabase(database) {
        return new Server({ ...this.#address, database }, this.#signal);
    }
    at(host, port) {
        const options = { ...this.#address.options, host, port };
        return new Server({ ...this.#address, host, port, options }, this.#signal);
    }
    get authorities() {
        return (0,postgres_address .nW)(this.#address.parameters);
    }
    withUser(user, password) {
        const options = { ...this.#address.options, user, password };
        return new Server({ ...this.#address, user, password, options }, this.#signal);
    }
    environment(database = this.database) {
        return (0,postgres_address .p7)(this.#address, database);
    }
    async connect(database = this.database) {
        return (0,retry .L5)(() => this.connectOnce(database), {
            withinMs: waits .r.POSTGRES_AWAY_MS,
            signal: this.#signal,
            isPassing: (error) => {
                const code = codeOf(error.cause);
                const isAway = code === 'ECONNREFUSED' || isCutOff((0,errors .bD)(error.cause));
                return PASSING.has(code) || (isAway && known.has(this.name));
            },
        });
    }
    async connectOnce(database = this.database) {
        this.#signal.throwIfAborted();
        const session = await Session.open(this.#address, database, this.#signal);
        known.add(this.name);
        return session;
    }
    async use(database, work) {
        const session = await this.connect(database);
        try {
            return await work(session);
        }
        finally {
            await session.close();
        }
    }
}
class Session {
    pid;
    version;
    isPooled;
    #client;
    #signal;
    #destroy;
    #ended = false;
    constructor(client, { pid, version, isPooled }, signal, destroy) {
        this.#client = client;
        this.#signal = signal;
        this.#destroy = destroy;
        this.pid = pid;
        this.version = version;
        this.isPooled = isPooled;
    }
    static async open(address, database, signal) {
        let opened;
        try {
            opened = await (0,postgres_client .M)(address, {
                database,
                application_name: 'rollback-actions',
                connectionTimeoutMillis: waits .r.POSTGRES_CONNECT_MS,
                keepAlive: true,
            }, signal);
            const { client, destroy } = opened;
            const { rows } = await client.query(`SELECT pg_backend_pid() AS pid, current_setting('server_version_num')::int AS version`);
            const server = rows[0];
            const { processID } = client;
            const isPooled = processID !== server.pid;
            if (!isPooled)
                await client.query(settingsFor(server.version));
            return new Session(client, { ...server, isPooled }, signal, destroy);
        }
        catch (error) {
            if (opened)
                signal.removeEventListener('abort', opened.destroy);
            opened?.destroy();
            signal.throwIfAborted();
            const failure = {
                code: codeOf(error),
                words: (0,errors .bD)(error),
                wasThere: known.has(`${address.host}:${address.port}`),
            };
            throw new errors .lZ(connectMessage(failure, address, database), { cause: error });
        }
    }
    async query(sql, values = []) {
        try {
            const result = await this.#client.query({ text: sql, values: [...values] });
            return result.rows;
        }
        catch (error) {
            throw this.#failure(error);
        }
    }
    async one(sql, values = []) {
        const rows = await this.query(sql, values);
        if (rows.length !== 1)
            throw new Error(`One row was expected, there are ${rows.length}: ${sql}`);
        return rows[0];
    }
    async run(sql) {
        try {
            await this.#client.query(sql);
        }
        catch (error) {
            throw this.#failure(error);
        }
    }
    async transaction(work) {
        await this.run('BEGIN');
        try {
            const result = await work();
            await this.run('COMMIT');
            return result;
        }
        catch (error) {
            await this.run('ROLLBACK').catch(() => { });
            throw error;
        }
    }
    async copy(from, to, into) {
        try {
            return await copyBetween(this.#client, from, to.#client, into);
        }
        catch (error) {
            throw this.#failure(error);
        }
    }
    #failure(error) {
        return this.#signal.aborted && isLost(error) ? this.#signal.reason : queryError(error);
    }
    async close() {
        if (this.#ended)
            return;
        this.#ended = true;
        const late = setTimeout(this.#destroy, waits .r.POSTGRES_GOODBYE_MS);
        await this.#client.end();
        clearTimeout(late);
        this.#signal.removeEventListener('abort', this.#destroy);
    }
}
function settingsFor(version) {
    const off = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];
    const newer = [
        ...(version >= 140000 ? ['idle_session_timeout'] : []),
        ...(version >= 170000 ? ['transaction_timeout'] : []),
    ];
    const check = version >= 140000 ? `; SET client_connection_check_interval = '2s'` : '';
    return `${[...off, ...newer].map((name) => `SET ${name} = 0`).join('; ')}; SET default_transaction_read_only = off${check}`;
}
const INSUFFICIENT_PRIVILEGE = '42501';
function codeOf(error) {
    const { code, cause } = (error ?? {});
    if (typeof code === 'string')
        return code;
    return cause === undefined ? '' : codeOf(cause);
}
function queryError(error) {
    const { detail, hint, where } = error;
    const details = [
        ...(detail === undefined ? [] : [(0,complaints .A)(detail, true)]),
        ...[hint, where].filter((line) => line !== undefined).map((line) => (0,complaints .A)(line)),
    ];
    const message = isLost(error)
        ? `The connection to PostgreSQL is lost (${(0,errors .bD)(error)}); run this again when the server is up, it finds what is done already.`
        : `PostgreSQL says: ${(0,complaints .A)((0,errors .bD)(error))}.`;
    return new errors .lZ(message, { details, cause: error });
}
const isLost = (error) => ['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE'].includes(codeOf(error)) ||
    /^(Connection terminated|Client has encountered a connection error)/.test((0,errors .bD)(error));


  })

};
;