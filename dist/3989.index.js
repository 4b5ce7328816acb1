"use strict";
exports.id = 3989;
exports.ids = [3989];
exports.modules = {

  67745:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    o: () => (  parseAddress)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _parameter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23826);



const EXAMPLE = 'redis://user:password@host:6379/0, rediss://… (TLS) or redis+sentinel://host:26379,host:26379/<master>/0';
const OURS = ['db', 'dbindex', 'sentinel-username', 'sentinel-password'];
const OF_CLIENTS = /^(protocol|family|client_?name|(health_check_interval|(socket_|read_|write_|dial_|connect_?|retry_)*timeout|max_?(connections|retries)|pool_?size|min_idle_conns|decode_responses|encoding))$/i;
const SCHEME = /^(redis|valkey)(s?)(\+sentinel)?:\/\//;
function parseAddress(url, { ca, insecure, mask }) {
    const [scheme, , secure, sentinels] = SCHEME.exec(url) ?? [];
    if (scheme === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`redis-url\` is not a URL; accepted are ${EXAMPLE}.`);
    const [authority = '', ...path] = url.slice(scheme.length).split(/\?.*$/s)[0]?.split('/') ?? [];
    const at = authority.lastIndexOf('@');
    const query = new URLSearchParams(/\?(.*)$/s.exec(url)?.[1] ?? '');
    const stranger = [...query.keys()].find((key) => !OURS.includes(key) && !OF_CLIENTS.test(key));
    if (stranger) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`redis-url\` has ${(0,_parameter_js__WEBPACK_IMPORTED_MODULE_2__  .H)(stranger)}, which is not understood; known are ${OURS.join(', ')}.`);
    }
    const parts = [...path, ...query.getAll('db'), ...query.getAll('dbindex')].filter((part) => part !== '');
    const master = sentinels ? parts.shift() : undefined;
    if (sentinels && !master) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ('Input `redis-url` names no master; accepted is redis+sentinel://host:26379,host:26379/<master>/0.');
    }
    const address = {
        places: placesOf(authority.slice(at + 1), sentinels ? 26379 : 6379),
        login: loginOf(at < 0 ? '' : authority.slice(0, at)),
        database: databaseOf(parts),
        tls: tlsOf(secure === 's', ca, insecure),
        sentinel: master
            ? {
                master: decoded(master),
                login: {
                    username: query.get('sentinel-username') ?? undefined,
                    password: query.get('sentinel-password') ?? undefined,
                },
            }
            : undefined,
    };
    for (const { password } of [address.login, address.sentinel?.login ?? { password: undefined }])
        if (password)
            mask(password);
    return address;
}
function placesOf(hosts, usual) {
    return hosts.split(',').map((text) => {
        const [, six, name, port] = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]@/]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
        const host = six ?? name;
        if (host === undefined || Number(port ?? 1) > 65535)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`redis-url\` names no host and port; accepted are ${EXAMPLE}.`);
        return { host: decoded(host), port: Number(port ?? usual) };
    });
}
function loginOf(text) {
    const [user = '', ...rest] = text.split(':');
    const password = rest.join(':');
    if (rest.length === 0)
        return { username: undefined, password: decoded(user) || undefined };
    return { username: decoded(user) || undefined, password: decoded(password) || undefined };
}
function databaseOf(parts) {
    const [text = '0', ...more] = parts;
    if (more.length > 0 || !/^\d{1,5}$/.test(text))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ('Input `redis-url` does not end with the number of a database; accepted is …/0 or nothing.');
    return Number(text);
}
function tlsOf(secure, ca, insecure) {
    if (secure)
        return { ca: ca && pemOf(ca), verify: !insecure };
    if (ca !== undefined || insecure)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ('Inputs `redis-ca` and `redis-insecure` are for TLS; begin `redis-url` with rediss:// (two s).');
    return undefined;
}
function pemOf(ca) {
    if (ca.includes('-----BEGIN'))
        return ca;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(ca, 'utf8');
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`Input \`redis-ca\` is neither a certificate nor a file: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error)}.`);
    }
}
function decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ('Input `redis-url` cannot be read; special characters of user and password must be percent-encoded.');
    }
}


  }),

  63813:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  x: () => (  directly)
});

var external_node_net_ = __webpack_require__(77030);
var external_node_tls_ = __webpack_require__(41692);
var waits = __webpack_require__(95282);
var errors = __webpack_require__(89002);
var redis_link = __webpack_require__(3041);
; 

const MAX_DEPTH = 16;
const MAX_ITEMS = 2 ** 20;
const MAX_LINE = 2 ** 16;
const MAX_LENGTH = 2 ** 29;
const MAX_DIGITS = 16;
const [CR, LF, ZERO, MINUS] = [13, 10, 48, 45];
function encode(commands) {
    const parts = [];
    let text = '';
    for (const words of commands) {
        text += `*${words.length}\r\n`;
        for (const word of words) {
            text += `$${lengthOf(word)}\r\n`;
            if (typeof word === 'string')
                text += word;
            else {
                parts.push(text, word);
                text = '';
            }
            text += '\r\n';
        }
    }
    return parts.length === 0
        ? text
        : Buffer.concat([...parts, text].map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}
const lengthOf = (word) => (typeof word === 'string' ? Buffer.byteLength(word) : word.length);
class Decoder {
    #onReply;
    #open = [];
    #chunks = [];
    #size = 0;
    #needed = 0;
    #bytes = Buffer.alloc(0);
    #at = 0;
    constructor(onReply) {
        this.#onReply = onReply;
    }
    write(chunk) {
        this.#chunks.push(chunk);
        this.#size += chunk.length;
        if (this.#size < this.#needed)
            return;
        this.#bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
        this.#at = 0;
        this.#needed = 0;
        while (this.#at < this.#bytes.length) {
            const begun = this.#at;
            if (this.#next())
                continue;
            this.#at = begun;
            this.#needed -= begun;
            break;
        }
        const rest = this.#bytes.subarray(this.#at);
        this.#chunks = rest.length === 0 ? [] : [rest];
        this.#size = rest.length;
    }
    #next() {
        const type = this.#bytes[this.#at++];
        switch (type) {
            case 36:  
                return this.#text();
            case 42:  
                return this.#list();
            case 58:  
                return this.#line((line) => wholeNumber(line));
            case 43:  
                return this.#line((line) => Buffer.from(line));
            case 45:  
                return this.#line((line) => new redis_link .P_(line));
            default:
                throw new SyntaxError('it does not speak the protocol of Redis');
        }
    }
    #text() {
        const length = this.#length(MAX_LENGTH);
        if (length === undefined)
            return false;
        if (length === -1)
            return this.#add(null);
        const end = this.#at + length;
        if (end + 2 > this.#bytes.length)
            return this.#wait(end + 2);
        if (this.#bytes[end] !== CR || this.#bytes[end + 1] !== LF)
            throw new SyntaxError('it sends texts of other lengths than it says');
        const text = this.#bytes.subarray(this.#at, end);
        this.#at = end + 2;
        return this.#add(text);
    }
    #list() {
        const length = this.#length(MAX_ITEMS);
        if (length === undefined)
            return false;
        if (length <= 0)
            return this.#add(length === 0 ? [] : null);
        if (this.#open.length >= MAX_DEPTH)
            throw new SyntaxError('it sends lists in lists without an end');
        this.#open.push({ items: [], length });
        return true;
    }
    #line(parse) {
        const end = this.#bytes.indexOf('\r\n', this.#at);
        if (end >= 0) {
            const value = parse(this.#bytes.toString('utf8', this.#at, end));
            this.#at = end + 2;
            return this.#add(value);
        }
        if (this.#bytes.length - this.#at > MAX_LINE)
            throw new SyntaxError('it sends a line without an end');
        return false;
    }
    #length(most) {
        const bytes = this.#bytes;
        const isNone = bytes[this.#at] === MINUS;
        let at = isNone ? this.#at + 1 : this.#at;
        const begun = at;
        let value = 0;
        for (; at < bytes.length && bytes[at] !== CR; at += 1) {
            const digit = bytes[at] - ZERO;
            if (digit < 0 || digit > 9 || at - begun >= MAX_DIGITS)
                throw new SyntaxError('it sends lengths that are none');
            value = value * 10 + digit;
        }
        if (at + 1 >= bytes.length)
            return undefined;
        if (at === begun || bytes[at + 1] !== LF || value > most || (isNone && value !== 1))
            throw new SyntaxError('it sends lengths that are none');
        this.#at = at + 2;
        return isNone ? -1 : value;
    }
    #wait(end) {
        this.#needed = end;
        return false;
    }
    #add(value) {
        let whole = value;
        for (let list = this.#open.at(-1); list; list = this.#open.at(-1)) {
            list.items.push(whole);
            if (list.items.length < list.length)
                return true;
            this.#open.pop();
            whole = list.items;
        }
        this.#onReply(whole);
        return true;
    }
}
function wholeNumber(line) {
    if (!/^[+-]?\d{1,20}$/.test(line))
        throw new SyntaxError('it sends numbers that are none');
    return Number(line);
}

; 






const MAX_REPLIES_BYTES = 256 * 1024 ** 2;
function directly({ tls, signal }) {
    return async (place, { login, database }) => {
        signal.throwIfAborted();
        const link = new DirectLink((0,redis_link .Vb)(place), socketTo(place, tls), tls !== undefined, signal);
        await link.connected;
        const words = (0,redis_link .O$)(login, database);
        const replies = await link.send([...words, ['CLIENT', 'SETNAME', 'rollback-actions']]);
        const refused = replies.slice(0, words.length).find((reply) => reply instanceof redis_link .P_);
        if (refused === undefined)
            return link;
        link.close();
        throw refused;
    };
}
function socketTo({ host, port }, tls) {
    if (!tls)
        return (0,external_node_net_.connect)({ host, port, noDelay: true });
    return (0,external_node_tls_.connect)({
        host,
        port,
        rejectUnauthorized: tls.verify,
        ...(tls.ca && { ca: tls.ca }),
        ...((0,external_node_net_.isIP)(host) === 0 && { servername: host }),
    });
}
class DirectLink {
    name;
    connected;
    #socket;
    #signal;
    #waiting = [];
    #heard = 0;
    #failure;
    #isTls;
    constructor(name, socket, isTls, signal) {
        this.name = name;
        this.#socket = socket;
        this.#isTls = isTls;
        this.#signal = signal;
        this.connected = this.#connect();
        const decoder = new Decoder((reply) => this.#receive(reply));
        socket.on('data', (chunk) => {
            this.#heard += chunk.length;
            if (this.#heard > MAX_REPLIES_BYTES)
                return this.#end(new Error('it answers without an end'));
            try {
                decoder.write(chunk);
            }
            catch (error) {
                this.#end(error);
            }
        });
        socket.on('error', (error) => this.#end(error));
        const abort = () => this.#end(new Error('aborted'));
        signal.addEventListener('abort', abort);
        socket.once('close', () => {
            signal.removeEventListener('abort', abort);
            this.#end(new Error('the connection was closed'));
        });
    }
    get closed() {
        return this.#failure !== undefined || !this.#socket.writable;
    }
    send(commands) {
        if (this.#failure)
            return Promise.reject(this.#lost());
        if (commands.length === 0)
            return Promise.resolve([]);
        this.#heard = 0;
        const { promise, resolve, reject } = Promise.withResolvers();
        const late = setTimeout(() => this.#end(silence()), waits .r.REDIS_SILENCE_MS);
        this.#waiting.push({ count: commands.length, replies: [], resolve, reject, late });
        this.#socket.write(encode(commands));
        return promise;
    }
    close() {
        this.#end(new Error('the connection was closed'));
    }
    async #connect() {
        const { promise, resolve, reject } = Promise.withResolvers();
        const late = setTimeout(() => this.#end(silence(this.#isTls ? redis_link .SD : undefined)), waits .r.REDIS_CONNECT_MS);
        this.#socket.once(this.#isTls ? 'secureConnect' : 'connect', resolve);
        this.#socket.once('close', () => reject(this.#lost()));
        try {
            await promise;
        }
        finally {
            clearTimeout(late);
        }
    }
    #receive(reply) {
        if (reply instanceof redis_link .P_ && errors .eW.test(reply.message))
            return this.#end(reply);
        const [first] = this.#waiting;
        if (!first)
            return this.#end(new Error('it sends a reply to no command'));
        first.replies.push(reply);
        if (first.replies.length < first.count)
            return;
        this.#waiting.shift();
        clearTimeout(first.late);
        first.resolve(first.replies);
    }
    #end(reason) {
        this.#failure ??= reason;
        this.#socket.destroy();
        for (const { late, reject } of this.#waiting.splice(0)) {
            clearTimeout(late);
            reject(this.#lost());
        }
    }
    #lost() {
        if (this.#signal.aborted)
            return this.#signal.reason;
        const failure = this.#failure;
        if (failure instanceof redis_link .P_)
            return failure;
        const { message = '', code = '' } = failure ?? {};
        return new redis_link .zO(this.name, message, code);
    }
}
const silence = (code = 'ETIMEDOUT') => Object.assign(new Error('no answer'), { code });


  }),

  89002:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    WG: () => (  isPassing),
    YQ: () => (  asRedisError),
    eW: () => (  FULL)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _network_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69355);
  var _link_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3041);



const MEANINGS = {
    NOAUTH: 'wants a password; put user and password into `redis-url`',
    WRONGPASS: 'does not take user and password of `redis-url`; renew the secret',
    NOPERM: 'does not let this user do that; its ACL needs +info +scan +unlink +dbsize +select +cluster|nodes (+flushdb, +flushall, +incr for those modes) and the pattern of the keys',
    READONLY: 'is a replica; give the address of the master, or of the sentinels',
    LOADING: 'is still loading its data; run it again when it has',
    MISCONF: 'takes no writes because it cannot save its data to disk; free its disk, and run it again',
    CLUSTERDOWN: 'says that its cluster is down; bring the missing masters back, and run it again',
    MASTERDOWN: 'has lost its master; wait for the failover, and run it again',
    OOM: 'is out of memory and refuses even this; give it memory, or use the mode `database`',
};
const FULL = /max number of clients/;
const UNKNOWN = /^ERR unknown command/i;
const PASSING = new Set(['LOADING', 'CLUSTERDOWN', 'MASTERDOWN', 'TRYAGAIN', 'READONLY', 'BUSY']);
function isPassing(error) {
    if (error instanceof _link_js__WEBPACK_IMPORTED_MODULE_2__  .zO)
        return error.code !== _link_js__WEBPACK_IMPORTED_MODULE_2__  .SD && !(0,_network_js__WEBPACK_IMPORTED_MODULE_1__  .yN)(error.code);
    return error instanceof _link_js__WEBPACK_IMPORTED_MODULE_2__  .P_ && (PASSING.has(error.code) || FULL.test(error.message));
}
function asRedisError(place, error) {
    if (error instanceof _link_js__WEBPACK_IMPORTED_MODULE_2__  .zO) {
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`Redis at ${error.place} cannot be reached (${wordsFor(error)}); check \`redis-url\` and the network between it and the runner, or go by a pod with \`via\`.`, { cause: error });
    }
    if (error instanceof _link_js__WEBPACK_IMPORTED_MODULE_2__  .P_) {
        const meaning = FULL.test(error.message)
            ? 'has as many clients as it takes (maxclients); end some, or raise it'
            : UNKNOWN.test(error.message)
                ? 'does not have a command that is needed: it was renamed or switched off there (rename-command), or a proxy in between does not know it'
                : MEANINGS[error.code];
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(meaning
            ? `Redis at ${place} ${meaning} (${error.message}).`
            : `Redis at ${place} says: ${error.message}.`, { cause: error });
    }
    return error instanceof Error ? error : new Error((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error));
}
function wordsFor(error) {
    if (error.code === _link_js__WEBPACK_IMPORTED_MODULE_2__  .SD)
        return 'no answer, as of a server that does not speak TLS';
    if (error.code === 'ECONNRESET')
        return 'the connection was cut, as a server does that wants TLS, or none';
    if (error.code === 'ERR_TLS_CERT_ALTNAME_INVALID' && /^[\d.]+:|^\[/.test(error.place))
        return 'its certificate is not for this address; give its name in `redis-url`, or let its sentinels or its cluster announce host names (resolve-hostnames, announce-hostnames)';
    return (0,_network_js__WEBPACK_IMPORTED_MODULE_1__  .N4)(error, 'its certificate is signed by an unknown authority; give `redis-ca`');
}


  }),

  3041:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    O$: () => (  greeting),
    P_: () => (  Refusal),
    S8: () => (  sendCommand),
    SD: () => (  TLS_SILENCE),
    Vb: () => (  nameOf),
    zO: () => (  LostError)
  });
class Refusal extends Error {
    code;
    constructor(message) {
        super(message);
        this.name = 'Refusal';
        this.code = message.split(' ')[0] ?? '';
    }
}
const TLS_SILENCE = 'TLS_SILENCE';
class LostError extends Error {
    place;
    code;
    constructor(place, message, code = '') {
        super(message);
        this.name = 'LostError';
        this.place = place;
        this.code = code;
    }
}
async function sendCommand(link, ...command) {
    const [reply] = await link.send([command]);
    if (reply instanceof Refusal)
        throw reply;
    return reply;
}
const nameOf = ({ host, port }) => host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
function greeting({ username, password }, database) {
    const auth = password === undefined ? [] : [['AUTH', ...(username ? [username] : []), password]];
    return [...auth, ...(database === 0 ? [] : [['SELECT', String(database)]])];
}


  })

};
;