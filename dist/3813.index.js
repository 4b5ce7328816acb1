"use strict";
exports.id = 3813;
exports.ids = [3813];
exports.modules = {

  63813:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  directly: () => (  directly)
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


  })

};
;