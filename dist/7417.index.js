export const id = 7417;
export const ids = [7417];
export const modules = {

/***/ 23826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ shownParameter)
/* harmony export */ });
/**
 * A parameter of a URL with a password, for people. Behind the `?` may be the rest of a password that was not
 * percent-encoded, so what does not look like a name is not repeated.
 */
const shownParameter = (name) => /^[a-z][a-z_-]{1,40}$/i.test(name)
    ? `the parameter "${name}"`
    : 'something behind a "?" that is not a parameter (percent-encode the password)';


/***/ }),

/***/ 44869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nW: () => (/* binding */ authoritiesOf),
/* harmony export */   or: () => (/* binding */ parseAddress),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41692);
/* harmony import */ var pg_connection_string__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90984);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
/* harmony import */ var _parameter_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23826);




/** What libpq calls the environment variable of a parameter of the URL. */
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
/**
 * What says how an application connects and nothing of where: its own name, probes of its connection, and what ORMs write
 * into a URL for themselves (Prisma's schema and pool). A rollback has its own.
 */
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
/**
 * Reads the URL of a database from an input, with libpq's meaning of `sslmode`: `require` encrypts, `verify-full` also checks
 * the server's certificate.
 *
 * @throws ActionError where it is not one, or names no user or database; the message never repeats the URL
 */
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Input \`${input}\` names no ${lacks.map(([name]) => name).join(' and no ')}; accepted is ${EXAMPLE}.`);
    }
    for (const name of OF_APPLICATIONS)
        parsed.searchParams.delete(name);
    const authorities = authoritiesOf(parameters);
    if (parameters.sslmode === 'verify-ca' && parameters.sslrootcert === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Input \`${input}\` has sslmode=verify-ca and no sslrootcert; name the file of your authority, or use verify-full.`);
    if (authorities !== undefined)
        parsed.searchParams.delete('sslrootcert');
    // What libpq checks then is the name as well.
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Input \`${input}\` names several hosts; name the primary alone, as a standby cannot be changed.`);
    let parsed;
    try {
        parsed = new URL(url);
    }
    catch {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Input \`${input}\` is not a URL; accepted is ${EXAMPLE}, with special characters of the password percent-encoded.`);
    }
    if (!['postgres:', 'postgresql:'].includes(parsed.protocol)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Input \`${input}\` begins with ${parsed.protocol}//; accepted is ${EXAMPLE}.`);
    }
    return parsed;
}
function requireKnown(parameters, input) {
    const unknown = Object.keys(parameters).find((name) => !Object.hasOwn(VARIABLES, name) && !['host', 'port'].includes(name) && !OF_APPLICATIONS.has(name));
    if (unknown) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Input \`${input}\` has ${(0,_parameter_js__WEBPACK_IMPORTED_MODULE_3__/* .shownParameter */ .H)(unknown)}, which is not understood; known are ${Object.keys(VARIABLES).join(', ')}.`);
    }
}
/** The address as the environment that libpq reads; nothing of the runner's own PG… variables is left to chance. */
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
/**
 * The certificates that a server's is checked against where the URL names no file of them: those that this machine
 * trusts. Undefined where a file is named, or nothing is checked.
 */
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Input \`${input}\` cannot be read; special characters of user, password and database must be percent-encoded.`);
    }
}
/** What the URL says of TLS and of settings of the session. */
function optionsOf(url, input, authorities) {
    url.searchParams.set('uselibpqcompat', 'true');
    const { sslnegotiation } = Object.fromEntries(url.searchParams);
    const more = sslnegotiation === undefined ? {} : { sslnegotiation };
    try {
        const config = (0,pg_connection_string__WEBPACK_IMPORTED_MODULE_1__/* .parseIntoClientConfig */ .hH)(url.toString());
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
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ(`Input \`${input}\` names the file ${path}, which cannot be read.`, {
                cause: error,
            });
        throw error;
    }
}


/***/ }),

/***/ 8535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ withoutRows),
/* harmony export */   v: () => (/* binding */ linesWithoutRows)
/* harmony export */ });
/**
 * What PostgreSQL and its programs complain of, without the rows that they quote: the log of a workflow is read by more people
 * than may read the database, and stays for months.
 */
/** Where a complaint, or the next part of one, begins in the output of a program. */
const BEGINS = /^(?:psql:|pg_restore:|pg_dump:|ERROR:|FATAL:|PANIC:|WARNING:|NOTICE:|DETAIL:|HINT:|CONTEXT:|LINE \d|QUERY:|STATEMENT:|Command was:)/;
/** What quotes a value: the text before it, and what the value follows then. What comes after that is not shown. */
const QUOTES = [
    ['Failing row contains ', '('],
    ['Partition key of the failing row contains ', ') = ('],
    ['Key (', ')=('],
    ['invalid input ', ': "'],
    ['COPY ', ', line '],
];
/** What is said of a key, behind its value. */
const VERDICTS = [
    'already exists',
    'is duplicated',
    'is not present',
    'is still referenced',
    'conflicts with',
];
/** One complaint, or one part of it, as it may be shown. Pure. */
function withoutRows(text) {
    // An excerpt of the statement, which has values where it is an INSERT.
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
    return text;
}
function verdictOf(text, from) {
    const verdict = VERDICTS.find((words) => text.includes(words, from));
    return verdict === undefined ? '' : ` ${verdict}`;
}
/** The same for the lines that a program wrote. Pure. */
function linesWithoutRows(lines) {
    const kept = [];
    let isQuoting = false;
    for (const line of lines) {
        // What is quoted may have any number of lines.
        if (isQuoting && !BEGINS.test(line))
            continue;
        const short = withoutRows(line);
        isQuoting = short !== line;
        kept.push(short);
    }
    return kept;
}


/***/ }),

/***/ 57417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OJ: () => (/* binding */ INSUFFICIENT_PRIVILEGE),
  Server: () => (/* binding */ Server),
  $N: () => (/* binding */ codeOf)
});

// UNUSED EXPORTS: Session

// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(83849);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/retry.js
var retry = __webpack_require__(31666);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/systems/postgres/address.js
var postgres_address = __webpack_require__(44869);
// EXTERNAL MODULE: ./build/systems/postgres/complaints.js
var complaints = __webpack_require__(8535);
;// CONCATENATED MODULE: ./build/systems/postgres/copy.js
/** What PostgreSQL says of a COPY whose client has given it up. */
const GIVEN_UP = '57014';
/** Carries the rows of `COPY … TO STDOUT` in one connection to a `COPY … FROM STDIN` in another. @returns how many they were */
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
/** One COPY statement, in the form in which pg runs a query object of its caller. */
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
        // The error reaches the caller through the other side.
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
/** COPY … FROM STDIN. */
class CopyIn extends Copy {
    /** Resolves when rows are taken; rejects where they never are. */
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
    /** Takes rows; `source` waits where they come faster than they go. */
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
/** COPY … TO STDOUT, into a `CopyIn`. */
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

;// CONCATENATED MODULE: ./build/systems/postgres/session.js







/** What passes by itself: starting up, too many connections, a connection reset by a failover. */
const PASSING = new Set(['57P03', '53300', 'ECONNRESET', 'EPIPE']);
/** Servers that this process has connected to before: where one is not there now, its address is not to blame. */
const known = new Set();
/** A server, and the database on it that the user named. */
class Server {
    /** The database that the URL names. */
    database;
    #address;
    #signal;
    constructor(address, signal) {
        this.database = address.database;
        this.#address = address;
        this.#signal = signal;
    }
    /**
     * Reads the input `database-url`; nothing is connected yet.
     *
     * @throws ActionError where it is not a URL of a PostgreSQL database
     */
    static parse(url, { signal, mask }) {
        const address = (0,postgres_address/* parseAddress */.or)(url);
        if (address.password)
            mask(address.password);
        return new Server(address, signal);
    }
    /** `host:port`, for messages. */
    get name() {
        return `${this.#address.host}:${this.#address.port}`;
    }
    get host() {
        return this.#address.host;
    }
    get user() {
        return this.#address.user;
    }
    /** The same server for work that another signal ends. */
    withSignal(signal) {
        return new Server(this.#address, signal);
    }
    /** Another database of the same server. */
    withDatabase(database) {
        return new Server({ ...this.#address, database }, this.#signal);
    }
    /** The same user and database on a copy of the server that is elsewhere. */
    at(host, port) {
        const options = { ...this.#address.options, host, port };
        return new Server({ ...this.#address, host, port, options }, this.#signal);
    }
    /** The certificates that the server's is checked against, where the URL names no file of them. */
    get authorities() {
        return (0,postgres_address/* authoritiesOf */.nW)(this.#address.parameters);
    }
    /** The same server for another user. */
    withUser(user, password) {
        const options = { ...this.#address.options, user, password };
        return new Server({ ...this.#address, user, password, options }, this.#signal);
    }
    /** What PostgreSQL's own programs need to reach a database here, as environment: no secret is on a command line. */
    environment(database = this.database) {
        return (0,postgres_address/* environmentOf */.p7)(this.#address, database);
    }
    /**
     * Opens a session; what passes by itself (a server that starts, too many connections) is tried again. So is a server
     * that was there before and is not now.
     *
     * @throws ActionError that says whether the server, the password or the database is wrong
     */
    async connect(database = this.database) {
        return (0,retry/* retry */.L5)(() => this.connectOnce(database), {
            withinMs: waits/* WAITS */.r.POSTGRES_AWAY_MS,
            signal: this.#signal,
            isPassing: (error) => {
                const code = codeOf(error.cause);
                const isAway = code === 'ECONNREFUSED' || isCutOff(error.cause);
                return PASSING.has(code) || (isAway && known.has(this.name));
            },
        });
    }
    /** The same without a second attempt. */
    async connectOnce(database = this.database) {
        this.#signal.throwIfAborted();
        const session = await Session.open(this.#address, database, this.#signal);
        known.add(this.name);
        return session;
    }
    /** Runs `work` in a session of its own and closes it. @throws as `connect` does */
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
/** One connection. Its queries throw an ActionError with PostgreSQL's own words; `codeOf` gives its SQLSTATE. */
class Session {
    /** The process on the server. */
    pid;
    /** As a number: 150018 is 15.18. */
    version;
    /** Whether a pooler in between assigns server connections as it likes: the server knows this connection by another number. */
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
        const client = new esm/* default.Client */.Ay.Client({
            ...address.options,
            database,
            application_name: 'rollback-actions',
            connectionTimeoutMillis: waits/* WAITS */.r.POSTGRES_CONNECT_MS,
            keepAlive: true,
        });
        const destroy = () => client.connection.stream.destroy();
        // A connection that breaks rejects the query that waits for it; between two queries the next one says so.
        client.on('error', () => { });
        signal.addEventListener('abort', destroy);
        try {
            await client.connect();
            const { rows } = await client.query(`SELECT pg_backend_pid() AS pid, current_setting('server_version_num')::int AS version`);
            const server = rows[0];
            const { processID } = client;
            const isPooled = processID !== server.pid;
            // What is set in a pool stays set for the connection's next client.
            if (!isPooled)
                await client.query(settingsFor(server.version));
            return new Session(client, { ...server, isPooled }, signal, destroy);
        }
        catch (error) {
            signal.removeEventListener('abort', destroy);
            destroy();
            signal.throwIfAborted();
            throw new errors/* ActionError */.lZ(connectMessage(error, address, database), { cause: error });
        }
    }
    /** All rows of a query. Values go in as parameters; names through `quoteName`. */
    async query(sql, values = []) {
        try {
            const result = await this.#client.query({ text: sql, values: [...values] });
            return result.rows;
        }
        catch (error) {
            throw queryError(error);
        }
    }
    /** The only row of a query. */
    async one(sql, values = []) {
        const rows = await this.query(sql, values);
        if (rows.length !== 1)
            throw new Error(`One row was expected, there are ${rows.length}: ${sql}`);
        return rows[0];
    }
    /** Several statements at once, without values. */
    async run(sql) {
        try {
            await this.#client.query(sql);
        }
        catch (error) {
            throw queryError(error);
        }
    }
    /** Does all of `work` or nothing: what it throws takes it back, and so does the end of the session. */
    async transaction(work) {
        await this.run('BEGIN');
        try {
            const result = await work();
            await this.run('COMMIT');
            return result;
        }
        catch (error) {
            // A session that is gone has rolled back by itself.
            await this.run('ROLLBACK').catch(() => { });
            throw error;
        }
    }
    /** Carries what `COPY … TO STDOUT` gives here to a `COPY … FROM STDIN` of another session, and says how many rows that were. */
    async copy(from, to, into) {
        try {
            return await copyBetween(this.#client, from, to.#client, into);
        }
        catch (error) {
            throw queryError(error);
        }
    }
    /** Ends it; a server that does not answer any more is left. */
    async close() {
        if (this.#ended)
            return;
        this.#ended = true;
        const late = setTimeout(this.#destroy, waits/* WAITS */.r.POSTGRES_GOODBYE_MS);
        await this.#client.end();
        clearTimeout(late);
        this.#signal.removeEventListener('abort', this.#destroy);
    }
}
/**
 * Limits that a role or database sets for its applications are not meant for us: a session of ours may wait long for
 * the next step, and read a large table. But a query whose client is gone must not go on for minutes.
 */
function settingsFor(version) {
    const off = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];
    const newer = [
        ...(version >= 140000 ? ['idle_session_timeout'] : []),
        ...(version >= 170000 ? ['transaction_timeout'] : []),
    ];
    const check = version >= 140000 ? `; SET client_connection_check_interval = '2s'` : '';
    // Limits that are set for applications do not apply to the rollback that repairs their damage.
    return `${[...off, ...newer].map((name) => `SET ${name} = 0`).join('; ')}; SET default_transaction_read_only = off${check}`;
}
/** PostgreSQL's code of what the user of a session may not do. */
const INSUFFICIENT_PRIVILEGE = '42501';
/** PostgreSQL's or Node's code of what was thrown by a session: `3D000`, `ECONNREFUSED`; empty where there is none. */
function codeOf(error) {
    const { code, cause } = (error ?? {});
    if (typeof code === 'string')
        return code;
    return cause === undefined ? '' : codeOf(cause);
}
function queryError(error) {
    const { detail, hint, where } = error;
    const details = [detail, hint, where].filter((line) => line !== undefined).map(complaints/* withoutRows */.A);
    const message = isLost(error)
        ? `The connection to PostgreSQL is lost (${(0,errors/* messageOf */.bD)(error)}); run this again when the server is up, it finds what is done already.`
        : `PostgreSQL says: ${(0,complaints/* withoutRows */.A)((0,errors/* messageOf */.bD)(error))}.`;
    return new errors/* ActionError */.lZ(message, { details, cause: error });
}
/** Whether the server went away, or ended the session: by what it says, and what pg says of a connection that is gone. */
const isLost = (error) => ['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE'].includes(codeOf(error)) ||
    /^(Connection terminated|Client has encountered a connection error)/.test((0,errors/* messageOf */.bD)(error));
/** A server that crashes during a login closes the connection without a message; the client library has no code for that. */
const isCutOff = (error) => /^Connection terminated/.test((0,errors/* messageOf */.bD)(error));
const awayMessage = (at, words) => `PostgreSQL at ${at} has stopped answering (${words}); check it, and run this again when it is up: it finds what is done already.`;
function connectMessage(error, { host, port, user }, database) {
    const at = `${host}:${port}`;
    const words = (0,errors/* messageOf */.bD)(error) || codeOf(error);
    switch (codeOf(error)) {
        case 'ECONNREFUSED':
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
        case 'ETIMEDOUT':
        case 'EHOSTUNREACH':
            if (known.has(at))
                return awayMessage(at, words);
            return `PostgreSQL at ${at} cannot be reached (${words}); check the host and port of \`database-url\` and the network between them and the runner.`;
        case '28P01':
        case '28000':
            return `PostgreSQL at ${at} does not let the user "${user}" in (${words}); check user and password of \`database-url\`, and pg_hba.conf.`;
        case '3D000':
            return `PostgreSQL at ${at} has no database "${database}"; check the name at the end of \`database-url\`.`;
        case '53300':
            return `PostgreSQL at ${at} has no connection left (${words}); end some, or give the user "${user}" a reserved one.`;
        default:
            if (isCutOff(error) && known.has(at))
                return awayMessage(at, words);
            return `The connection to PostgreSQL at ${at} failed: ${words}.`;
    }
}


/***/ })

};
