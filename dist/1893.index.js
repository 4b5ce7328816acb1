"use strict";
exports.id = 1893;
exports.ids = [1893];
exports.modules = {

  85105:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    KD: () => (  contentsOf),
    TC: () => (  readerOf),
    bu: () => (  tableDefinitions),
    oD: () => (  readWhole),
    x9: () => (  tableData)
  });
  var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22654);
  var _systems_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65768);




const READERS = [
    [0x0110, 17],
    [0x010f, 16],
    [0x010e, 11],
];
const NEWEST_HEADER = 0x0110;
function readerOf(head, name) {
    if (head.toString('latin1', 0, 5) !== 'PGDMP' || head.length < 11)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${name} is truncated or damaged: it has no whole archive header; use another backup.`);
    const header = head.readUInt16BE(5);
    if (header > NEWEST_HEADER) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${name} has the archive version ${head[5]}.${head[6]}, which is newer than any that is known here (1.16, PostgreSQL 18); update this action, or restore it by hand.`);
    }
    return READERS.find(([least]) => header >= least)?.[1] ?? 9;
}
async function contentsOf(path, tool, name) {
    const listing = await (0,_systems_process_js__WEBPACK_IMPORTED_MODULE_3__  .jH)(tool.path, ['--list', path], _systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_2__  .GI);
    if (listing?.code !== 0)
        throw unreadable(name, listing?.errors.split('\n') ?? []);
    return parseContents(listing.output);
}
function parseContents(list) {
    const head = (pattern) => pattern.exec(list)?.[1]?.trim() || undefined;
    return {
        database: head(/^; {5}dbname: (.*)$/m),
        serverVersion: head(/^; {5}Dumped from database version: (\S+)/m),
        toolVersion: head(/^; {5}Dumped by pg_dump version: (\S+)/m),
        entries: list.split('\n').flatMap((line) => {
            const [, id, text] = /^(\d+); \d+ \d+ (.+)$/.exec(line) ?? [];
            return id && text ? [{ id: Number(id), line, text }] : [];
        }),
    };
}
const tableData = ({ entries }) => entries.filter(({ text }) => text.startsWith('TABLE DATA '));
const tableDefinitions = ({ entries }) => entries.filter(({ text }) => /^TABLE (?!DATA |ATTACH )/.test(text));
async function readWhole(path, tool, name, { signal, onTable }) {
    const { code, errors } = await (0,_systems_process_js__WEBPACK_IMPORTED_MODULE_3__  .eF)(tool.path, ['--verbose', '--file', node_os__WEBPACK_IMPORTED_MODULE_0__.devNull, path], {
        environment: _systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_2__  .GI,
        signal,
        onError: (line) => {
            if (/^pg_restore: processing data for table /.test(line))
                onTable();
        },
    });
    if (code !== 0)
        throw unreadable(name, errors);
}
function unreadable(name, lines) {
    const details = lines.filter((line) => line.trim() !== '');
    const reason = details
        .findLast((line) => /error:|fatal:/.test(line))
        ?.replace(/^pg_restore: (error|fatal): /, '');
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${name} is truncated or damaged: pg_restore cannot read all of it (${reason ?? 'it gives no reason'}); use another backup.`, { details });
}


  }),

  52921:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    m: () => (  dumpDatabase)
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60599);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95282);
  var _systems_postgres_passfile_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6350);
  var _systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22654);
  var _systems_process_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(65768);
  var _archive_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(85105);
  var _form_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(57609);
  var _psql_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4347);










async function dumpDatabase(server, database, path, { signal, snapshot, what = 'safety dump' }) {
    const version = await server.withSignal(signal).use(database, async (session) => session.version);
    const major = Math.floor(version / 10000);
    const tool = (0,_systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_5__  .A0)(await (0,_systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_5__  .B)('pg_dump'), { server: major });
    const args = [
        '--format=custom',
        '--compress=1',
        '--no-password',
        `--lock-wait-timeout=${_base_waits_js__WEBPACK_IMPORTED_MODULE_3__  .r.IN_PLACE_LOCK_MS}`,
        ...(snapshot === undefined ? [] : [`--snapshot=${snapshot}`]),
        `--file=${path}`,
        `--dbname=${(0,_psql_js__WEBPACK_IMPORTED_MODULE_9__  .FI)(database)}`,
    ];
    (0,_base_files_js__WEBPACK_IMPORTED_MODULE_2__  .pb)(path, '');
    const { code, errors } = await (0,_systems_postgres_passfile_js__WEBPACK_IMPORTED_MODULE_4__  .t)(server, database, (environment) => (0,_systems_process_js__WEBPACK_IMPORTED_MODULE_6__  .eF)(tool.path, args, { environment, signal }));
    if (code !== 0) {
        const reason = errors.find((line) => /error: |fatal: /.test(line))?.replace(/^.*?(error|fatal): /, '');
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`The ${what} of "${database}" failed: ${reason ?? 'pg_dump gives no reason'}.`, {
            details: errors,
        });
    }
    const needs = (0,_archive_js__WEBPACK_IMPORTED_MODULE_7__  .TC)(await (0,_form_js__WEBPACK_IMPORTED_MODULE_8__  .Uo)(path), path);
    const restore = (0,_systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_5__  .OL)(await (0,_systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_5__  .B)('pg_restore'), { archive: needs, server: major });
    await (0,_archive_js__WEBPACK_IMPORTED_MODULE_7__  .oD)(path, restore, path, { signal, onTable: () => { } });
    return { path, bytes: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path)).size };
}


  }),

  57609:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    $E: () => (  contentOf),
    MB: () => (  compressionOf),
    Uo: () => (  headOf),
    q1: () => (  contentStream)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
  var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
  var node_zlib__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38522);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45145);





const FOREIGN = [
    [/^(?:-----BEGIN PGP MESSAGE-----|[\x85\x8c])/, 'encrypted with GPG', 'decrypt it first'],
    [/^(?:age-encryption\.org\/|-----BEGIN AGE ENCRYPTED FILE-----)/, 'encrypted with age', 'decrypt it first'],
    [/^Salted__/, 'encrypted with openssl', 'decrypt it first'],
    [
        /^version https:\/\/git-lfs\.github\.com\//,
        'a pointer of Git LFS',
        'fetch the file itself (`lfs: true` of actions/checkout)',
    ],
    [/^(?:\/\*![^\n]*\n)?-- (?:MySQL|MariaDB) dump /, 'a dump of MySQL', 'use one of PostgreSQL'],
    [/^pg_dump: /, 'a message of pg_dump, not a dump', 'use another backup, and look at how they are made'],
];
const MAGIC = [
    ['gzip', '1f8b'],
    ['zstd', '28b52ffd'],
    ['bzip2', '425a68'],
    ['xz', 'fd377a585a00'],
    ['lz4', '04224d18'],
    ['zip', '504b0304'],
];
const HEAD = 4096;
const CHUNK = 256 * 1024;
const MOST_RATIO = 1000;
const SMALL = 64 * 1024 * 1024;
const SKIPPABLE = /^5.2a4d18/;
const UNPACKERS = {
    gzip: () => (0,node_zlib__WEBPACK_IMPORTED_MODULE_3__.createGunzip)({ chunkSize: CHUNK }),
    zstd: () => (0,node_zlib__WEBPACK_IMPORTED_MODULE_3__.createZstdDecompress)({ chunkSize: CHUNK }),
};
async function headOf(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await file.close();
    }
}
function compressionOf(head, name) {
    const hex = head.toString('hex', 0, 8);
    if (SKIPPABLE.test(hex))
        return 'zstd';
    const [found = 'none'] = MAGIC.find(([, bytes]) => hex.startsWith(bytes)) ?? [];
    if (found === 'none' || found === 'gzip' || found === 'zstd')
        return found;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`${name} is compressed with ${found}, which is not read; use gzip or zstd.`);
}
function contentOf(head, name) {
    if (head.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`${name} is empty; use another backup.`);
    if (head.toString('latin1', 0, 5) === 'PGDMP')
        return 'custom';
    if (head.toString('latin1', 257, 262) === 'ustar')
        return 'tar';
    const begins = head.toString('latin1', 0, 200);
    const foreign = FOREIGN.find(([start]) => start.test(begins));
    if (foreign)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`${name} is ${foreign[1]}; ${foreign[2]}.`);
    const text = head
        .toString('latin1')
        .replace(/^\xef\xbb\xbf/, '')
        .trimStart();
    if (/^<(!doctype html|html|head|body)/i.test(text)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`${name} is a web page, not a backup: a login or error page was stored in its place; use another backup or URL.`);
    }
    if (/^(<\?xml|<Error>)/.test(text)) {
        const code = /<Code>([\w.]{1,60})<\/Code>/.exec(text)?.[1];
        const codeNote = code ? ` (its code is ${code})` : '';
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`${name} is an XML document, not a backup: a storage's error was stored in its place${codeNote}; use another backup.`);
    }
    if (text.startsWith('{'))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`${name} is a JSON document, not a backup; use another one.`);
    if (head.includes(0)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`${name} is neither SQL text nor an archive of pg_dump; accepted are .sql, .sql.gz, .sql.zst, custom, tar and directory format.`);
    }
    return 'text';
}
function contentStream(path, compression, name, onRead = () => { }) {
    const content = compression === 'none' ? asItIs(path, onRead) : unpacked(path, compression, name, onRead);
    return node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(content, { objectMode: false });
}
async function* asItIs(path, onRead) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { highWaterMark: CHUNK });
    for await (const chunk of file) {
        onRead(file.bytesRead);
        yield chunk;
    }
}
async function* unpacked(path, compression, name, onRead) {
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path);
    let bytes = 0;
    let read = 0;
    try {
        while (read < size) {
            const start = compression === 'zstd' ? await behindSkippable(path, read) : read;
            const unpack = UNPACKERS[compression]();
            for await (const chunk of through(path, start, unpack)) {
                bytes += chunk.length;
                onRead(start + unpack.bytesWritten);
                if (bytes > SMALL && bytes > MOST_RATIO * (start + unpack.bytesWritten))
                    throw bomb(name);
                yield chunk;
            }
            read = compression === 'zstd' ? start + unpack.bytesWritten : size;
        }
    }
    catch (error) {
        throw error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ ? error : packedError(error, compression, name);
    }
}
async function* through(path, start, unpack) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { start, highWaterMark: CHUNK });
    file.on('error', (error) => unpack.destroy(error));
    try {
        yield* file.pipe(unpack);
    }
    finally {
        file.destroy();
        unpack.destroy();
    }
}
async function behindSkippable(path, start) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path);
    try {
        let at = start;
        for (;;) {
            const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, at);
            if (bytesRead < 8 || !SKIPPABLE.test(buffer.toString('hex', 0, 4)))
                return at;
            at += 8 + buffer.readUInt32LE(4);
        }
    }
    finally {
        await file.close();
    }
}
const bomb = (name) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`${name} unpacks to more than ${MOST_RATIO} times its size, which no dump does; it is not read any further.`);
function packedError(error, compression, name) {
    const { code = '', message } = error;
    if (code === 'Z_BUF_ERROR' || /unexpected end/i.test(message)) {
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`${name} is truncated: its ${compression} data have no end; use another backup.`, {
            cause: error,
        });
    }
    if (/^(Z_|ERR_ZSTD|ZSTD_)/.test(code) || code.startsWith('ERR_Z')) {
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .lZ(`${name} is damaged: its ${compression} data cannot be unpacked (${message}); use another backup.`, {
            cause: error,
        });
    }
    return error;
}


  }),

  4347:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    A5: () => (  optionsFor),
    FI: () => (  connection),
    YY: () => (  reasonIn),
    h0: () => (  restoreError),
    tm: () => (  psql)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57075);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
  var _systems_postgres_complaints_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8535);
  var _systems_postgres_passfile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6350);
  var _systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22654);
  var _systems_process_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65768);







const ARGUMENTS = [
    '--no-psqlrc',
    '--quiet',
    '--tuples-only',
    '--no-align',
    '--set=ON_ERROR_STOP=1',
    '--file=-',
];
const connection = (database) => `dbname='${database.replace(/[\\']/g, '\\$&')}'`;
async function psql({ before, script, after }, { server, database, version, signal, }) {
    const tool = (0,_systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_4__  .sB)(await (0,_systems_postgres_tools_js__WEBPACK_IMPORTED_MODULE_4__  .B)('psql'));
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('hex');
    const proof = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('hex');
    let output = '';
    const { code, errors } = await (0,_systems_postgres_passfile_js__WEBPACK_IMPORTED_MODULE_3__  .t)(server, database, (environment) => (0,_systems_process_js__WEBPACK_IMPORTED_MODULE_5__  .eF)(tool.path, [...ARGUMENTS, `--dbname=${connection(database)}`], {
        environment: { ...environment, PGOPTIONS: optionsFor(server, database, version) },
        signal,
        input: node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from(framed(`${before}\n\\restrict ${key}\n`, script, () => `\n\\unrestrict ${key}\n${after()}\n\\echo ${proof}\n`), { objectMode: false }),
        output: new node_stream__WEBPACK_IMPORTED_MODULE_1__.Writable({
            write: (chunk, _, done) => {
                output = (output + chunk.toString('latin1')).slice(-200);
                done();
            },
        }),
    }));
    if (code === 0 && output.trimEnd().endsWith(proof))
        return errors;
    throw restoreError(database, errors);
}
function optionsFor(server, database, version) {
    const own = server.environment(database).PGOPTIONS;
    return [
        own,
        '-c synchronous_commit=off',
        '-c maintenance_work_mem=512MB',
        '-c statement_timeout=0',
        '-c lock_timeout=0',
        '-c idle_in_transaction_session_timeout=0',
        '-c default_transaction_read_only=off',
        version >= 140000 && '-c idle_session_timeout=0',
        version >= 170000 && '-c transaction_timeout=0',
    ]
        .filter(Boolean)
        .join(' ');
}
const OF_PSQL = /^psql:<stdin>:\d+: \S+ ?: +/;
function reasonIn(lines) {
    const line = lines.find((line) => /\b(ERROR|FATAL|PANIC|error|fatal): /.test(line));
    const reason = line?.replace(/^.*?\b(ERROR|FATAL|PANIC|error|fatal): +/, '') ??
        lines.findLast((other) => OF_PSQL.test(other))?.replace(OF_PSQL, '');
    return reason?.replace(/\.$/, '');
}
function restoreError(database, all) {
    const lines = (0,_systems_postgres_complaints_js__WEBPACK_IMPORTED_MODULE_6__  .v)(all);
    const reason = reasonIn(lines);
    const isFull = /No space left on device|: wrote only \d+ of \d+ bytes/.test(reason ?? '');
    const isCut = /could not read from input file|could not uncompress data|unexpected end of file/.test(reason ?? '');
    const [, tablespace] = /permission denied for tablespace (.+)$/.exec(reason ?? '') ?? [];
    const isClosed = tablespace === undefined
        ? ''
        : `; let the user of \`database-url\` hand that right on (GRANT CREATE ON TABLESPACE ${tablespace} TO … WITH GRANT OPTION), or make the backup with pg_dump --no-tablespaces`;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`The backup could not be restored into "${database}": ${reason ?? 'it ended early without a reason'}${isClosed}${isFull ? '; give the server’s disk room for the database once more, and run this again' : ''}${isCut ? '; it is truncated or damaged, use another backup' : ''}.`, { details: lines });
}
async function* framed(head, script, tail) {
    yield Buffer.from(head);
    yield* script;
    yield Buffer.from(tail());
}


  }),

  33726:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    U: () => (  whileOpen)
  });
  var _base_settled_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71501);
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55737);
  var _systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81149);
  var _observe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16076);




async function whileOpen(server, database, work) {
    if (!(await isClosed(server, database)))
        return work();
    const session = await (0,_observe_js__WEBPACK_IMPORTED_MODULE_2__  .Op)(server);
    const allow = (isOpen) => session.run(`ALTER DATABASE ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(database)} ALLOW_CONNECTIONS ${isOpen}`);
    try {
        const found = (await (0,_observe_js__WEBPACK_IMPORTED_MODULE_2__  .Tj)(session)).find(({ name }) => name === database);
        if (found?.note === undefined)
            return await work();
        await allow(true);
        return await (0,_base_settled_js__WEBPACK_IMPORTED_MODULE_0__  ._W)(work, () => allow(false));
    }
    finally {
        await session.close();
    }
}
const NOT_ACCEPTING = '55000';
async function isClosed(server, database) {
    try {
        await (await server.connect(database)).close();
        return false;
    }
    catch (error) {
        return (0,_systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_1__  .$N)(error) === NOT_ACCEPTING;
    }
}


  }),

  55846:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Cw: () => (  SIDE_CONNECTIONS),
    Fe: () => (  nameFor),
    IP: () => (  writeNote),
    VC: () => (  readNote),
    _M: () => (  unfinishedNote),
    b_: () => (  isNameOf),
    zy: () => (  isRoleNameOf)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
  var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);


const schema = valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({
    of: valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP(),
    role: valibot__WEBPACK_IMPORTED_MODULE_1__  .KIO(['side', 'replaced', 'undone']),
    state: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .KIO(['created', 'restored', 'verified'])),
    id: valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP(),
    run: valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP(),
    at: valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP(),
    backup: valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP(),
    sha256: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP()),
    replacedBy: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .aig()),
    switched: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .Ikc({ run: valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP(), at: valibot__WEBPACK_IMPORTED_MODULE_1__  .YjP() })),
    loss: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .L5J()),
    tables: valibot__WEBPACK_IMPORTED_MODULE_1__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__  .aig()),
});
const MARK = 'rollback-actions: ';
const writeNote = (note) => `${MARK}${JSON.stringify(note)}`;
function readNote(comment) {
    if (!comment?.startsWith(MARK))
        return undefined;
    try {
        return valibot__WEBPACK_IMPORTED_MODULE_1__  .qgA(schema, JSON.parse(comment.slice(MARK.length)));
    }
    catch {
        return undefined;
    }
}
const SIDE_CONNECTIONS = 77;
function unfinishedNote(of) {
    return { of, role: 'side', state: 'created', id: '', run: '', at: '', backup: '' };
}
const LONGEST = 63;
function nameFor(database, id, what) {
    const suffix = `_rb_${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(id).digest('hex').slice(0, 8)}_${what}`;
    return headOf(database, suffix) + suffix;
}
function isRoleNameOf(name, database) {
    const suffix = /_rb_[0-9a-f]{8}_role$/.exec(name)?.[0];
    return suffix !== undefined && name === headOf(database, suffix) + suffix;
}
const ENDS = {
    side: 'new',
    replaced: 'old',
    undone: 'undone',
};
function isNameOf(name, { of, role }) {
    const suffix = new RegExp(`_rb_[0-9a-f]{8}_${ENDS[role]}$`).exec(name)?.[0];
    return suffix !== undefined && name === headOf(of, suffix) + suffix;
}
function headOf(database, suffix) {
    let head = database;
    while (Buffer.byteLength(head + suffix) > LONGEST)
        head = [...head].slice(0, -1).join('');
    return head;
}


  }),

  16076:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Op: () => (  connectMaintenanceDb),
    S$: () => (  observeStaying),
    Tj: () => (  readDatabases),
    fb: () => (  readDatabaseSize),
    kY: () => (  isHalfDropped),
    lB: () => (  observe),
    pH: () => (  readClients),
    q_: () => (  findDatabases)
  });
  var _base_deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68606);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95282);
  var _systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81149);
  var _note_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55846);





const SYSTEM = [
    'postgres',
    'template0',
    'template1',
    'rdsadmin',
    'cloudsqladmin',
    'azure_maintenance',
    'azure_sys',
    'alloydbadmin',
];
async function connectMaintenanceDb(server, inPlace = false) {
    for (const database of ['postgres', 'template1'])
        try {
            return await server.connect(database);
        }
        catch (error) {
            if (!MAY_NOT_CONNECT.includes((0,_systems_postgres_session_js__WEBPACK_IMPORTED_MODULE_3__  .$N)(error)))
                throw error;
        }
    if (inPlace)
        return server.connect();
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`The user "${server.user}" may connect to neither "postgres" nor "template1", and a database is replaced from beside it: GRANT CONNECT ON DATABASE postgres TO it, or replace the contents alone with \`strategy: in-place\`.`);
}
const MAY_NOT_CONNECT = ['3D000', '42501', '28000'];
async function findDatabases(session, name) {
    const databases = await readDatabases(session);
    const live = databases.find((database) => database.name === name);
    if (!live)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`There is no database "${name}"; check the name at the end of \`database-url\`. Where it was dropped, create an empty one of that name with its owner, and run this again.`);
    if (isHalfDropped(live)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`The database "${name}" is half dropped (a DROP DATABASE was interrupted), and PostgreSQL lets no one into it any more: drop it, create an empty one of that name with the owner "${live.owner}", and run this again.`);
    }
    if (name === 'postgres') {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ('The database "postgres" is the one that others are managed from, and a rollback never replaces it; name a database of the application at the end of `database-url`. Where the provider gives no other one (Supabase), go back by its own point-in-time restore.');
    }
    if (SYSTEM.includes(name) || live.template) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`The database "${name}" belongs to the system and is never replaced; check the name at the end of \`database-url\`.`);
    }
    const claiming = databases
        .map((database) => isUnfinished(database, name) ? { ...database, note: (0,_note_js__WEBPACK_IMPORTED_MODULE_4__  ._M)(name) } : database)
        .filter(({ oid, note }) => note?.of === name && oid !== live.oid);
    const ours = claiming
        .filter((database) => isOurs(database, live))
        .sort((a, b) => b.note.at.localeCompare(a.note.at));
    return { live, ours, strangers: claiming.filter((database) => !ours.includes(database)) };
}
async function observe(session, name) {
    const databases = await findDatabases(session, name);
    const { live } = databases;
    return {
        ...databases,
        role: await readRole(session, live.oid),
        prepared: await readPrepared(session, name),
        slots: await session.query(`SELECT slot_name::text AS name, active FROM pg_replication_slots WHERE database = $1`, [name]),
        subscriptions: await session.query(`SELECT subname::text AS name, subenabled AS enabled FROM pg_subscription WHERE subdbid = $1`, [live.oid]),
        clients: await readClients(session, live.oid),
        readOnlyFor: await readReadOnly(session, live.oid),
        inRecovery: (await session.one('SELECT pg_is_in_recovery() AS is')).is,
    };
}
const HALF_DROPPED = -2;
const isHalfDropped = ({ connectionLimit }) => connectionLimit === HALF_DROPPED;
const isUnfinished = (database, of) => database.comment === null &&
    database.connectionLimit === _note_js__WEBPACK_IMPORTED_MODULE_4__  .Cw &&
    (0,_note_js__WEBPACK_IMPORTED_MODULE_4__  .b_)(database.name, { of, role: 'side' });
const isOurs = (database, live) => database.note !== undefined &&
    (0,_note_js__WEBPACK_IMPORTED_MODULE_4__  .b_)(database.name, database.note) &&
    (database.trusted || database.owner === live.owner);
async function readDatabases(session) {
    const rows = await session.query(`
    SELECT d.oid::int8::float8 AS oid, datname::text AS name, r.rolname::text AS owner, datistemplate AS template,
           datconnlimit AS "connectionLimit",
           shobj_description(d.oid, 'pg_database') AS comment,
           r.rolsuper OR r.oid = me.oid OR (NOT me.rolsuper AND pg_has_role(me.oid, r.oid, 'MEMBER')) AS trusted
    FROM pg_database d JOIN pg_roles r ON r.oid = datdba JOIN pg_roles me ON me.rolname = current_user`);
    return rows.map((row) => ({ ...row, note: (0,_note_js__WEBPACK_IMPORTED_MODULE_4__  .VC)(row.comment) }));
}
async function readDatabaseSize(session, { live }) {
    const { bytes } = await session.one('SELECT pg_database_size($1::oid)::text AS bytes', [
        live.oid,
    ]);
    return Number(bytes);
}
const readRole = (session, oid) => session.one(`SELECT rolname::text AS name, rolsuper AS superuser, rolcreatedb OR rolsuper AS createdb,
            pg_has_role(datdba, 'USAGE') AS owner,
            CASE WHEN spcname <> 'pg_default' AND NOT has_tablespace_privilege(t.oid, 'CREATE') THEN spcname::text END AS "closedTablespace"
     FROM pg_roles, pg_database d JOIN pg_tablespace t ON t.oid = dattablespace WHERE rolname = current_user AND d.oid = $1`, [oid]);
async function readPrepared(session, name) {
    const rows = await session.query(`SELECT gid FROM pg_prepared_xacts WHERE database = $1`, [
        name,
    ]);
    return rows.map(({ gid }) => gid);
}
async function readReadOnly(session, oid) {
    const rows = await session.query(`SELECT rolname::text AS role FROM pg_db_role_setting CROSS JOIN unnest(setconfig) AS setting LEFT JOIN pg_roles r ON r.oid = setrole
     WHERE setdatabase = $1 AND setting ~* '^(default_transaction_read_only|transaction_read_only)=(on|tr?u?e?|ye?s?|1)$' ORDER BY 1`, [oid]);
    return rows.map(({ role }) => role);
}
const OWN_WORKERS = [
    'autovacuum launcher',
    'autovacuum worker',
    'parallel worker',
    'logical replication launcher',
    'logical replication worker',
    'logical replication apply worker',
    'logical replication parallel worker',
    'logical replication tablesync worker',
    'slotsync worker',
];
const readClients = (session, oid) => session.query(`SELECT a.pid, a.usename::text AS user, coalesce(a.application_name, '') AS application, a.client_addr::text AS address,
            me.rolsuper OR (NOT coalesce(r.rolsuper, true)
              AND (pg_has_role(a.usesysid, 'USAGE') OR pg_has_role('pg_signal_backend', 'USAGE'))) AS endable,
            CASE WHEN a.backend_type NOT IN ('client backend', 'walsender') THEN a.backend_type END AS worker
     FROM pg_stat_activity a LEFT JOIN pg_roles r ON r.oid = a.usesysid
     JOIN pg_roles me ON me.rolname = current_user
     WHERE a.datid = $1 AND a.pid <> pg_backend_pid() AND a.usesysid IS NOT NULL
       AND coalesce(a.backend_type, 'client backend') <> ALL ($2::text[])`, [oid, OWN_WORKERS]);
const staysIn = (clients, stuck) => stuck.filter(({ pid }) => clients.some((client) => client.pid === pid));
async function observeStaying(session, name, signal) {
    const observed = await observe(session, name);
    const end = performance.now() + _base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.SESSIONS_WATCH_MS;
    let stuck = observed.clients.filter(({ endable }) => !endable);
    while (stuck.length > 0 && performance.now() < end) {
        await (0,_base_deadline_js__WEBPACK_IMPORTED_MODULE_0__  .v7)(_base_waits_js__WEBPACK_IMPORTED_MODULE_2__  .r.SESSIONS_ROUND_MS, signal);
        stuck = staysIn(await readClients(session, observed.live.oid), stuck);
    }
    const clients = observed.clients.filter((client) => client.endable || stuck.includes(client));
    return { ...observed, clients };
}


  }),

  84925:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  d: () => (  captureSnapshot)
});

var errors = __webpack_require__(45145);
var migrations = __webpack_require__(21710);
var read_tables = __webpack_require__(24661);
var schema = __webpack_require__(92715);
var snapshot = __webpack_require__(88691);
var snapshots_statistics = __webpack_require__(62328);
var sentence = __webpack_require__(4771);
var quote = __webpack_require__(55737);
var row_hash = __webpack_require__(77768);
var snapshots_tables = __webpack_require__(29182);
var transaction = __webpack_require__(91879);
; 






const BATCH = 50;
const MOST_OBJECTS = 2000;
async function surroundings(session) {
    const sequences = await sequencesOf(session);
    const large = await largeObjects(session);
    return {
        sequences: sequences.values,
        extensions: await session.query('SELECT extname AS name, extversion AS version FROM pg_catalog.pg_extension ORDER BY extname'),
        largeObjects: { count: large.count, hash: large.hash, ...(large.each && { each: large.each }) },
        invalidIndexes: await names(session, `SELECT n.nspname AS schema, c.relname AS name FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE NOT (i.indisvalid AND i.indisready) AND ${snapshots_tables .a0} ORDER BY 1, 2`),
        unvalidatedConstraints: await names(session, `SELECT n.nspname AS schema, c.relname AS name, k.conname AS part FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE NOT k.convalidated AND ${snapshots_tables .a0} ORDER BY 1, 2, 3`),
        notCompared: [...sequences.unreadable, ...large.unreadable],
    };
}
async function names(session, sql) {
    const rows = await session.query(sql);
    return rows.map((row) => (0,snapshots_tables .Vb)(row) + (row.part === undefined ? '' : `.${row.part}`));
}
async function sequencesOf(session) {
    const all = await session.query(`
    SELECT n.nspname AS schema, c.relname AS name, s.seqincrement < 0 AS descends,
      pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_sequence_privilege(c.oid, 'SELECT') AS readable
    FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relpersistence <> 't' AND ${snapshots_tables .a0} ORDER BY 1, 2`);
    const readable = all.filter((sequence) => sequence.readable);
    const values = [];
    const wereRead = await (0,transaction .yJ)(session);
    for (let from = 0; from < readable.length; from += BATCH) {
        const batch = readable.slice(from, from + BATCH);
        const queries = batch.map((sequence, index) => `SELECT ${index} AS place, last_value::text AS value, is_called AS called FROM ${(0,quote .Z8)(sequence)}`);
        const rows = await session.query(queries.join(' UNION ALL '));
        for (const { place, value, called } of rows) {
            const { schema, name, descends } = batch[place];
            values.push({ schema, name, value, called, descends });
            await wereRead();
        }
    }
    const unreadable = all
        .filter((sequence) => !sequence.readable)
        .map((sequence) => ({ kind: 'sequence', name: (0,snapshots_tables .Vb)(sequence), because: 'no SELECT on it' }));
    return { values, unreadable };
}
async function largeObjects(session) {
    const { count } = await session.one('SELECT count(*)::text AS count FROM pg_catalog.pg_largeobject_metadata');
    if (count === '0')
        return { count, hash: '0', each: [], unreadable: [] };
    const text = `oid::text || ' ' || pg_catalog.encode(pg_catalog.sha256(pg_catalog.lo_get(oid)), 'hex')`;
    const read = await (0,transaction .CD)(session, () => session.one(`SELECT pg_catalog.sum(hash)::text AS hash,
         CASE WHEN count(*) <= ${MOST_OBJECTS} THEN pg_catalog.json_agg(pg_catalog.json_build_object('oid', oid::text, 'hash', hash::text)) END AS each
       FROM (SELECT oid, ${(0,row_hash .qQ)(text)} AS hash FROM pg_catalog.pg_largeobject_metadata) AS objects`));
    if (!(read instanceof errors .lZ))
        return { count, hash: read.hash, each: read.each ?? undefined, unreadable: [] };
    const reason = `only counted: ${(0,sentence .Qu)(read.message)}`;
    return {
        count,
        hash: null,
        each: undefined,
        unreadable: [{ kind: 'large objects', name: count, because: reason }],
    };
}

; 









const OLDEST = 130000;
async function captureSnapshot(server, database, { tables = [], exclude = [], jobs, signal, progress, exported, ranges = false, quick = false, lenient = false, meanwhile, like, version = like?.version ?? snapshot .Vx.version, }) {
    const stop = new AbortController();
    const bound = server.withSignal(AbortSignal.any([signal, stop.signal]));
    return (0,transaction .m6)(bound, database, exported, async (session) => {
        if (lenient)
            await session.run(BRIEF);
        const head = await headOf(session, server);
        const name = exported ?? (await exportSnapshot(session));
        const beside = meanwhile?.(name);
        beside?.catch(() => { });
        const { notCompared, ...around } = await orElse(lenient, session, NOTHING_AROUND, () => surroundings(session));
        const statistics = await (0,snapshots_statistics .j)(session);
        const all = await (0,snapshots_tables .tI)(session, undefined, !lenient);
        (0,snapshots_tables .t4)({ tables }, [...all, ...(like?.tables ?? [])], database);
        const inScope = (0,snapshots_tables .Od)({ tables, exclude });
        const parted = part(all, inScope, head.standby);
        const unread = [];
        const closed = lenient ? parted.hashed.filter(({ readable, filtered }) => !readable || filtered) : [];
        for (const table of closed)
            unread.push((0,read_tables .SJ)(table, closedReason(table)));
        const open = parted.hashed.filter((table) => !closed.includes(table));
        (0,snapshots_tables .CM)(open, server.user);
        const { states, work } = (0,read_tables .ay)(open, unread, {
            like,
            ranges,
            hashing: { quick, version },
            lenient,
            progress,
        });
        const helpers = Array.from({ length: Math.min(jobs, open.length) - 1 }, () => (0,transaction .m6)(bound, database, name, async (helper) => {
            if (lenient)
                await helper.run(BRIEF);
            await work(helper);
        }));
        const described = orElse(lenient, session, { schema: [], migrations: [] }, () => describe(session, all, inScope, lenient ? [] : open));
        const whole = described.then(async (result) => {
            await work(session);
            return result;
        });
        const ended = [whole, ...helpers, ...(beside ? [beside] : [])].map((one) => one.catch((error) => stop.abort(error)));
        await Promise.all(ended);
        signal.throwIfAborted();
        stop.signal.throwIfAborted();
        const { standby: _, ...rest } = head;
        return {
            ...snapshot .Vx,
            version,
            ...rest,
            scope: { tables: [...tables], exclude: [...exclude] },
            tables: states.toSorted((a, b) => (0,snapshots_tables .Vb)(a).localeCompare((0,snapshots_tables .Vb)(b))),
            ...around,
            ...(await whole),
            hasRights: true,
            told: [...parted.excluded, ...notCompared, ...unread],
            statistics,
        };
    });
}
async function orElse(lenient, session, nothing, read) {
    if (!lenient)
        return read();
    const found = await (0,transaction .CD)(session, read);
    return found instanceof errors .lZ ? nothing : found;
}
const BRIEF = `SET LOCAL lock_timeout = '2s'`;
const NOTHING_AROUND = {
    sequences: [],
    extensions: [],
    largeObjects: { count: '0', hash: null },
    invalidIndexes: [],
    unvalidatedConstraints: [],
    notCompared: [],
};
const closedReason = ({ readable }) => readable ? 'row-level security hides rows of it' : 'no SELECT on it, or no USAGE on its schema';
async function headOf(session, server) {
    if (session.version < OLDEST) {
        const version = Math.floor(session.version / 10000);
        throw new errors .lZ(`PostgreSQL at ${server.name} is version ${version}; verify-integrity understands 13 and newer.`);
    }
    const row = await session.one(`SELECT pg_catalog.transaction_timestamp() AS at, datname AS database, oid::text AS "databaseOid",
      pg_catalog.pg_encoding_to_char(encoding) AS encoding, pg_catalog.pg_is_in_recovery() AS standby
    FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()`);
    return { ...row, at: row.at.toISOString(), serverVersion: session.version };
}
async function exportSnapshot(session) {
    const { name } = await session.one('SELECT pg_catalog.pg_export_snapshot() AS name');
    return name;
}
function part(all, inScope, standby) {
    const exclusionOf = (table) => {
        if (!inScope(table))
            return 'left out by `tables` or `exclude-tables`';
        if (table.extension !== null)
            return `belongs to the extension ${table.extension}`;
        if (table.kind === 'foreign table')
            return 'its rows are on another server';
        if (table.kind === 'materialized view')
            return 'made from other tables, and made again by a restore';
        if (table.unlogged && standby)
            return 'unlogged, and this server is a standby, which does not have its rows';
        return undefined;
    };
    const excluded = all.flatMap((table) => {
        const reason = exclusionOf(table);
        return reason === undefined ? [] : [{ kind: table.kind, name: (0,snapshots_tables .Vb)(table), because: reason }];
    });
    return { hashed: all.filter((table) => exclusionOf(table) === undefined), excluded };
}
async function describe(session, all, inScope, hashed) {
    const known = new Map(all.map((table) => [(0,snapshots_tables .Vb)(table), table]));
    const objects = await (0,schema .Y)(session);
    return {
        schema: objects.filter(({ table }) => !table || inScope(known.get((0,snapshots_tables .Vb)(table)) ?? table)),
        migrations: await (0,migrations .Q0)(session, hashed),
    };
}


  }),

  61855:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ft: () => (  isSame),
    tX: () => (  differences),
    ux: () => (  within)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _partition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73513);
  var _rights_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96504);
  var _tables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29182);




function differences(before, after) {
    if (before.encoding !== after.encoding) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The snapshot is of a database in ${before.encoding} and ${after.database} is in ${after.encoding}, whose fingerprints cannot be compared; restore into a database with the encoding ${before.encoding}.`);
    }
    if (before.version !== after.version) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The snapshot of ${before.database} has version ${before.version} and that of ${after.database} version ${after.version}, whose fingerprints cannot be compared; capture both with the same version of the action.`);
    }
    const major = ({ serverVersion }) => Math.floor(serverVersion / 10000);
    const sameVersion = major(before) === major(after);
    const hash = ({ hash, versionBound }) => (versionBound && !sameVersion ? '' : hash);
    return {
        tables: pairs(before.tables, after.tables, _tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb).flatMap(([a, b]) => tableDifference(a, b)),
        schema: compared(known(before, after), known(after, before), ({ kind }) => kind, ({ name }) => name, hash),
        sequences: sequenceDifferences(before, after),
        others: [
            ...compared(before.extensions, after.extensions, () => 'extension', ({ name }) => name, ({ version }) => version),
            ...compared(before.migrations, after.migrations, () => 'migrations', _tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb, ({ head, applied }) => `${head} (${applied} applied)`),
            ...compared(before.invalidIndexes, after.invalidIndexes, () => 'invalid index', (name) => name, () => ''),
            ...compared(before.unvalidatedConstraints, after.unvalidatedConstraints, () => 'unvalidated constraint', (name) => name, () => ''),
            ...largeObjectDifference(before, after),
        ],
    };
}
const known = ({ schema }, { hasRights }) => hasRights ? schema : schema.filter(({ kind }) => !(0,_rights_js__WEBPACK_IMPORTED_MODULE_1__  .d1)(kind));
const isSame = ({ tables, schema, sequences, others }) => [tables, schema, sequences, others].every((list) => list.length === 0);
function within(snapshot, scope) {
    const inScope = (0,_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Od)(scope);
    const known = new Map(snapshot.tables.map((table) => [(0,_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)(table), table]));
    return {
        ...snapshot,
        tables: snapshot.tables.filter(inScope),
        migrations: snapshot.migrations.filter(inScope),
        schema: snapshot.schema.filter(({ table }) => !table || inScope(known.get((0,_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)(table)) ?? table)),
    };
}
function tableDifference(before, after) {
    const { schema, name } = (before ?? after);
    const rows = { rowsBefore: before?.rows ?? null, rowsAfter: after?.rows ?? null };
    if (!before || !after) {
        return [{ schema, name, change: before ? 'lost' : 'added', ...rows, otherColumns: false, ranges: [] }];
    }
    const columns = (table) => JSON.stringify(table.columns.map((column) => [column.name, column.type]));
    const otherColumns = columns(before) !== columns(after);
    const same = before.rows === after.rows && before.hash === after.hash;
    if (same && !otherColumns)
        return [];
    const ranges = otherColumns ? [] : rangeDifferences(before, after);
    return [{ schema, name, change: 'changed', ...rows, otherColumns, ranges }];
}
function rangeDifferences(before, after) {
    const by = before.ranges?.by;
    if (!by || JSON.stringify(by) !== JSON.stringify(after.ranges?.by))
        return [];
    return pairs(before.ranges?.parts ?? [], after.ranges?.parts ?? [], ({ part }) => part)
        .filter(([a, b]) => a?.rows !== b?.rows || a?.hash !== b?.hash)
        .map(([a, b]) => ({ part: (a ?? b)?.part ?? '', rowsBefore: a?.rows ?? '0', rowsAfter: b?.rows ?? '0' }))
        .sort((a, b) => (0,_partition_js__WEBPACK_IMPORTED_MODULE_3__  .ff)(a.part, b.part))
        .map(({ part, ...rows }) => ({ keys: (0,_partition_js__WEBPACK_IMPORTED_MODULE_3__  .be)(by, part), ...rows }));
}
function sequenceDifferences(before, after) {
    const positionOf = ({ value, called }) => called ? value : `${value} (not given out)`;
    return pairs(before.sequences, after.sequences, _tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)
        .filter(([a, b]) => !a || !b || positionOf(a) !== positionOf(b))
        .map(([a, b]) => ({
        ...difference('sequence', (0,_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)((a ?? b)), a && positionOf(a), b && positionOf(b)),
        behind: a !== undefined && b !== undefined && next(b) < next(a),
    }));
}
function next({ value, called, descends }) {
    const way = descends ? -BigInt(value) : BigInt(value);
    return 2n * way + (called ? 1n : 0n);
}
function largeObjectDifference(before, after) {
    const [a, b] = [before.largeObjects, after.largeObjects];
    const unread = a.hash === null || b.hash === null;
    if (a.count === b.count && (unread || a.hash === b.hash))
        return [];
    if (a.each && b.each)
        return compared(a.each, b.each, () => 'large object', ({ oid }) => oid, ({ hash }) => hash).map((one) => ({ ...one, before: null, after: null }));
    return [difference('large objects', 'all', a.count, b.count)];
}
function compared(before, after, kind, name, value) {
    return pairs(before, after, (item) => JSON.stringify([kind(item), name(item)]))
        .filter(([a, b]) => a === undefined || b === undefined || value(a) !== value(b))
        .map(([a, b]) => {
        const item = (a ?? b);
        const textOf = (one) => (one === undefined ? undefined : value(one));
        return difference(kind(item), name(item), textOf(a), textOf(b));
    });
}
function difference(kind, name, before, after) {
    const change = before === undefined ? 'added' : after === undefined ? 'lost' : 'changed';
    return { kind, name, change, before: before ?? null, after: after ?? null };
}
function pairs(before, after, key) {
    const rest = new Map(after.map((item) => [key(item), item]));
    const found = before.map((item) => {
        const other = rest.get(key(item));
        rest.delete(key(item));
        return [item, other];
    });
    return [...found, ...[...rest.values()].map((item) => [undefined, item])];
}


  }),

  30163:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    O$: () => (  unreadable),
    Rj: () => (  fingerprint),
    lg: () => (  rowAlias)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _base_sentence_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4771);
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55737);
  var _partition_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73513);
  var _row_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77768);
  var _tables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29182);






function rowAlias(columns) {
    let alias = '_rb_row_';
    while (columns.some(({ name }) => name === alias))
        alias += '_';
    return (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .AB)(alias);
}
async function fingerprint(session, table, by, hashing) {
    const row = rowAlias(table.columns);
    const bits = by ? (0,_partition_js__WEBPACK_IMPORTED_MODULE_4__  .aA)(by, row) : [];
    const hash = hashing.quick && table.quick ? (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_1__  .jL)(row) : (0,_row_hash_js__WEBPACK_IMPORTED_MODULE_1__  .A)(table, row, hashing.version);
    const names = bits.map((_, index) => `bit${index}`);
    const sql = `
    SELECT ARRAY[${names.join(', ')}]::bool[] AS bits, count(*)::text AS rows, coalesce(pg_catalog.sum(hash), 0)::text AS hash
    FROM (SELECT ${[...bits.map((bit, index) => `${bit} AS bit${index}`), `${hash} AS hash`].join(', ')}
      FROM ONLY ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_3__  .Z8)(table)} AS ${row}) AS rows
    ${by ? `GROUP BY ${names.join(', ')}` : ''}`;
    try {
        const found = await session.query(sql);
        const total = (key) => String(found.reduce((sum, one) => sum + BigInt(one[key]), 0n));
        const parts = by && merged(found.map(({ bits, rows, hash }) => ({ part: (0,_partition_js__WEBPACK_IMPORTED_MODULE_4__  .pn)(by, bits), rows, hash })));
        return { rows: total('rows'), hash: total('hash'), ...(by && parts && { ranges: { by, parts } }) };
    }
    catch (error) {
        throw unreadable(table, error);
    }
}
function merged(all) {
    return [...Map.groupBy(all, ({ part }) => part)].map(([part, own]) => {
        const sum = (key) => String(own.reduce((total, one) => total + BigInt(one[key]), 0n));
        return { part, rows: sum('rows'), hash: sum('hash') };
    });
}
function unreadable(table, error) {
    if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ))
        return error;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The table ${(0,_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)(table)} cannot be read (${(0,_base_sentence_js__WEBPACK_IMPORTED_MODULE_5__  .Qu)((0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .bD)(error))}); leave it out with \`exclude-tables\`, or remove the cause and run this again.`, { details: error.details, cause: error });
}


  }),

  21710:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Q0: () => (  migrationHeads),
    d2: () => (  isOfMigrations),
    j$: () => (  headsOf)
  });
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55737);
  var _tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29182);


const TOOLS = {
    flyway_schema_history: {
        has: ['version', 'installed_rank'],
        head: 'coalesce(version, description)',
        order: 'installed_rank',
        isOneWay: true,
    },
    databasechangelog: { has: ['id', 'orderexecuted'], head: 'id', order: 'orderexecuted' },
    alembic_version: { has: ['version_num'], head: 'version_num', order: 'version_num' },
    schema_migrations: { has: ['version'], head: 'version::text', order: 'version' },
    knex_migrations: { has: ['id', 'name'], head: 'name', order: 'id' },
    _prisma_migrations: {
        has: ['migration_name', 'started_at'],
        head: 'migration_name',
        order: 'started_at',
        isOneWay: true,
    },
    django_migrations: { has: ['id', 'app', 'name'], head: `app || '.' || name`, order: 'id' },
    SequelizeMeta: { has: ['name'], head: 'name', order: 'name' },
    __EFMigrationsHistory: { has: ['MigrationId'], head: '"MigrationId"', order: '"MigrationId"' },
    goose_db_version: { has: ['id', 'version_id'], head: 'version_id::text', order: 'id' },
    __drizzle_migrations: { has: ['id', 'hash'], head: 'hash', order: 'id', isOneWay: true },
};
const isOfMigrations = ({ name }) => Object.hasOwn(TOOLS, name);
async function migrationHeads(session, tables) {
    const heads = [];
    for (const table of tables) {
        const tool = toolOf(table);
        if (!tool)
            continue;
        const from = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__  .Z8)(table);
        const row = await session.one(`SELECT (SELECT ${tool.head} FROM ${from} ORDER BY ${tool.order} DESC LIMIT 1)::text AS head, count(*)::text AS applied FROM ${from}`);
        heads.push({ schema: table.schema, name: table.name, head: row.head ?? '', applied: row.applied });
    }
    return heads;
}
async function headsOf(session, tables, version) {
    const heads = [];
    for (const table of tables) {
        const tool = toolOf(table);
        if (!tool || tool.isOneWay)
            continue;
        const from = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_1__  .Z8)(table);
        const hasDirty = hasColumn(table, 'dirty');
        const row = await session.one(`SELECT (SELECT ${tool.head} FROM ${from} ORDER BY ${tool.order} DESC LIMIT 1)::text AS head,
        ${hasDirty ? `EXISTS (SELECT FROM ${from} WHERE dirty)` : 'false'} AS dirty,
        EXISTS (SELECT FROM ${from} WHERE (${tool.head})::text = $1) AS known`, [version]);
        const keepsNewestAlone = hasDirty || table.name === 'alembic_version';
        heads.push({
            table: (0,_tables_js__WEBPACK_IMPORTED_MODULE_0__  .Vb)(table),
            head: row.head ?? '',
            isDirty: row.dirty,
            wasAt: keepsNewestAlone ? undefined : row.known,
        });
    }
    return heads;
}
const hasColumn = ({ columns }, wanted) => columns.some(({ name }) => name === wanted);
function toolOf(table) {
    const tool = Object.hasOwn(TOOLS, table.name) ? TOOLS[table.name] : undefined;
    return tool?.has.every((column) => hasColumn(table, column)) ? tool : undefined;
}


  }),

  73513:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    aA: () => (  partBits),
    be: () => (  rangeOf),
    ff: () => (  comparePart),
    iQ: () => (  partitionOf),
    pn: () => (  partName)
  });
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55737);

const RANGES = 255;
const ROWS_A_RANGE = 64;
const LEAST_ROW = 32;
const WIDEST = 2n ** 62n;
const INTEGERS = ['smallint', 'integer', 'bigint'];
const BELOW = 'below';
const ABOVE = 'above';
async function partitionOf(session, table) {
    const [column, ...more] = table.key;
    const type = table.columns.find(({ name }) => name === column)?.type;
    if (column === undefined || type === undefined || more.length > 0)
        return undefined;
    if (table.bytes === 0 || !INTEGERS.includes(type))
        return undefined;
    const key = (0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(column);
    const { least, most } = await session.one(`SELECT pg_catalog.min(${key})::text AS least, pg_catalog.max(${key})::text AS most FROM ONLY ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .Z8)(table)}`);
    if (least === null || most === null)
        return undefined;
    return integerPartition(column, BigInt(least), BigInt(most), Math.ceil(table.bytes / LEAST_ROW));
}
function integerPartition(column, least, most, rows) {
    const span = most - least + 1n;
    const possible = span < BigInt(rows) ? Number(span) : rows;
    const ranges = Math.max(1, Math.min(RANGES, Math.ceil(possible / ROWS_A_RANGE)));
    let width = 1n;
    while (width * BigInt(ranges) < span && width < WIDEST)
        width *= 2n;
    return {
        column,
        width: String(width),
        first: String(floor(least, width)),
        last: String(floor(most, width)),
    };
}
function partBits({ column, width, first, last }, row) {
    const key = `${row}.${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(column)}::int8`;
    const number = (value) => `'${BigInt.asIntN(64, value)}'::int8`;
    const step = BigInt(width);
    const masks = Array.from({ length: bitsOf(first, last) }, (_, bit) => step << BigInt(bit));
    return [
        `${key} < ${number(BigInt(first) * step)}`,
        `${key} > ${number((BigInt(last) + 1n) * step - 1n)}`,
        ...masks.map((mask) => `${key} & ${number(mask)} <> 0`),
    ];
}
function partName({ first, last }, values) {
    const [below, above, ...bits] = values;
    if (below)
        return BELOW;
    if (above)
        return ABOVE;
    const low = bits.reduce((sum, bit, index) => sum + (bit ? 1n << BigInt(index) : 0n), 0n);
    return String(BigInt(first) + BigInt.asUintN(bitsOf(first, last), low - BigInt(first)));
}
function rangeOf({ column, width, first, last }, part) {
    const step = BigInt(width);
    if (part === BELOW)
        return `${column} below ${BigInt(first) * step}`;
    if (part === ABOVE)
        return `${column} from ${(BigInt(last) + 1n) * step}`;
    const from = BigInt(part) * step;
    return `${column} ${from} to ${from + step - 1n}`;
}
function comparePart(a, b) {
    const place = (part) => (part === BELOW ? -1 : part === ABOVE ? 1 : 0);
    return place(a) - place(b) || (place(a) === 0 ? Number(BigInt(a) - BigInt(b)) : 0);
}
const bitsOf = (first, last) => (BigInt(last) - BigInt(first)).toString(2).length;
function floor(number, width) {
    const down = number / width;
    return number % width < 0n ? down - 1n : down;
}


  }),

  24661:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    SJ: () => (  unreadEntry),
    ay: () => (  tableReader),
    yn: () => (  UNREAD)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30163);
  var _partition_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73513);
  var _tables_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29182);
  var _transaction_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91879);





const UNREAD = 'unread table';
const unreadEntry = (table, reason) => ({
    kind: UNREAD,
    name: (0,_tables_js__WEBPACK_IMPORTED_MODULE_2__  .Vb)(table),
    because: reason,
});
function tableReader(tables, unread, { like, ranges, hashing, lenient, progress }) {
    const states = [];
    const waiting = tables.toSorted((a, b) => b.bytes - a.bytes);
    const work = async (worker) => {
        const wasRead = await (0,_transaction_js__WEBPACK_IMPORTED_MODULE_3__  .yJ)(worker);
        for (let table = waiting.shift(); table; table = waiting.shift()) {
            const by = partitionLike(table, like) ?? (ranges ? await readPartition(worker, table) : undefined);
            const read = () => stateOf(worker, table, by, hashing);
            const state = lenient ? await (0,_transaction_js__WEBPACK_IMPORTED_MODULE_3__  .CD)(worker, read) : await read();
            if (state instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ) {
                unread.push(unreadEntry(table, await reasonFor(worker, table, state)));
                continue;
            }
            states.push(state);
            await wasRead();
            progress?.(states.length, tables.length, state);
        }
    };
    return { states, work };
}
async function reasonFor(session, table, error) {
    const words = error.message.replace(/^The table .* cannot be read \(|\); leave it out.*$/gs, '');
    const [found] = await session.query(`SELECT pg_catalog.format('pid %s (%s) since %s: %s', a.pid, coalesce(a.usename, 'unknown'),
        pg_catalog.to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), pg_catalog.left(a.query, 200)) AS holder
      FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a USING (pid)
      WHERE l.locktype = 'relation' AND l.granted AND l.mode = 'AccessExclusiveLock' AND l.pid <> pg_catalog.pg_backend_pid()
        AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
        AND l.relation = (SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2)
      LIMIT 1`, [table.schema, table.name]);
    return found ? `it is held by ${found.holder}` : words;
}
async function stateOf(session, table, by, hashing) {
    const { schema, name, root, columns, key, unlogged } = table;
    return {
        schema,
        name,
        ...(root && { root }),
        ...(await (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__  .Rj)(session, table, by, hashing)),
        columns: [...columns],
        key: [...key],
        unlogged,
    };
}
async function readPartition(session, table) {
    try {
        return await (0,_partition_js__WEBPACK_IMPORTED_MODULE_4__  .iQ)(session, table);
    }
    catch (error) {
        throw (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__  .O$)(table, error);
    }
}
function partitionLike(table, like) {
    const before = like?.tables.find(({ schema, name }) => schema === table.schema && name === table.name);
    const by = before?.ranges?.by;
    const typeIn = (columns) => columns.find(({ name }) => name === by?.column)?.type;
    return before && typeIn(before.columns) === typeIn([...table.columns]) ? by : undefined;
}


  }),

  96504:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    F4: () => (  DISABLED),
    d1: () => (  isOfRights),
    fD: () => (  RIGHTS_QUERIES),
    yl: () => (  OWNED),
    z7: () => (  ROLE)
  });
  var _tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29182);

const own = (catalog, oid) => `NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass AND d.objid = ${oid} AND d.deptype IN ('e', 'i'))`;
const FIRST_OWN = 16384;
const ROLE = (oid) => `(SELECT pg_catalog.quote_ident(r.rolname) FROM pg_catalog.pg_roles r WHERE r.oid = ${oid})`;
const grants = (acl, kind, owner) => `(SELECT pg_catalog.string_agg(granted, ', ' ORDER BY granted)
    FROM (SELECT pg_catalog.concat_ws(' ', CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE ${ROLE('g.grantee')} END, g.privilege_type, CASE WHEN g.is_grantable THEN 'WITH GRANT OPTION' END) COLLATE "C" AS granted
      FROM pg_catalog.aclexplode(coalesce(${acl}, pg_catalog.acldefault(${kind}, ${owner}))) AS g WHERE g.grantee <> ${owner}) AS all_grants)`;
const OWNED = [
    {
        kind: `CASE o.relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END`,
        from: `pg_catalog.pg_class o JOIN pg_catalog.pg_namespace n ON n.oid = o.relnamespace WHERE o.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND o.relpersistence <> 't' AND ${own('pg_class', 'o.oid')}`,
        name: `pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.relname)`,
        owner: 'o.relowner',
        acl: 'o.relacl',
        default: `CASE o.relkind WHEN 'S' THEN 's'::"char" ELSE 'r'::"char" END`,
        table: `CASE WHEN o.relkind <> 'S' THEN pg_catalog.json_build_object('schema', n.nspname, 'name', o.relname) END`,
    },
    {
        kind: `CASE o.prokind WHEN 'p' THEN 'PROCEDURE' WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END`,
        from: `pg_catalog.pg_proc o JOIN pg_catalog.pg_namespace n ON n.oid = o.pronamespace WHERE ${own('pg_proc', 'o.oid')}`,
        name: `pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.proname) || '(' || pg_catalog.pg_get_function_identity_arguments(o.oid) || ')'`,
        owner: 'o.proowner',
        acl: 'o.proacl',
        default: `'f'::"char"`,
        table: 'NULL::json',
    },
    {
        kind: `CASE o.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END`,
        from: `pg_catalog.pg_type o JOIN pg_catalog.pg_namespace n ON n.oid = o.typnamespace WHERE ${own('pg_type', 'o.oid')} AND (o.typtype IN ('e', 'd', 'r') OR o.typtype = 'c' AND EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = o.typrelid AND c.relkind = 'c'))`,
        name: `pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.typname)`,
        owner: 'o.typowner',
        acl: 'o.typacl',
        default: `'T'::"char"`,
        table: 'NULL::json',
    },
    {
        kind: `'SCHEMA'`,
        from: `pg_catalog.pg_namespace n WHERE ${own('pg_namespace', 'n.oid')}`,
        name: 'pg_catalog.quote_ident(n.nspname)',
        owner: 'n.nspowner',
        acl: 'n.nspacl',
        default: `'n'::"char"`,
        table: 'NULL::json',
    },
];
const OWNERS = OWNED.map(({ kind, from, name, owner, table }) => `SELECT 'owner of ' || ${kind} AS kind, ${name} AS name, ${ROLE(owner)} AS definition, ${table} AS table, false AS bound FROM ${from} AND ${_tables_js__WEBPACK_IMPORTED_MODULE_0__  .a0}`);
const GRANTS = [
    ...OWNED.map((one) => `SELECT 'grants on ' || ${one.kind} AS kind, ${one.name} AS name, coalesce(${grants(one.acl, one.default, one.owner)}, '') AS definition, ${one.table} AS table, false AS bound FROM ${one.from} AND ${_tables_js__WEBPACK_IMPORTED_MODULE_0__  .a0}`),
    `SELECT 'grants on column' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) || '.' || pg_catalog.quote_ident(a.attname) AS name,
      coalesce(${grants('a.attacl', `'c'::"char"`, 'c.relowner')}, '') AS definition, pg_catalog.json_build_object('schema', n.nspname, 'name', c.relname) AS table, false AS bound
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
    WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND ${own('pg_class', 'c.oid')} AND ${_tables_js__WEBPACK_IMPORTED_MODULE_0__  .a0}`,
    `SELECT 'default privileges' AS kind, pg_catalog.concat_ws(' ', ${ROLE('a.defaclrole')}, (SELECT 'in ' || pg_catalog.quote_ident(s.nspname) FROM pg_catalog.pg_namespace s WHERE s.oid = a.defaclnamespace), a.defaclobjtype) AS name,
      coalesce(${grants('a.defaclacl', `'r'::"char"`, 'a.defaclrole')}, '') AS definition, NULL::json AS table, false AS bound FROM pg_catalog.pg_default_acl a`,
];
const OTHERS = [
    `SELECT 'disabled constraint triggers' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS name,
      '' AS definition,
      pg_catalog.json_build_object('schema', n.nspname, 'name', c.relname) AS table, false AS bound
    FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE t.tgisinternal AND t.tgconstraint <> 0 AND t.tgenabled = 'D' AND ${_tables_js__WEBPACK_IMPORTED_MODULE_0__  .a0} GROUP BY n.nspname, c.relname`,
    `SELECT 'trigger of partition' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) || '.' || pg_catalog.quote_ident(t.tgname) AS name,
      t.tgenabled::text AS definition, pg_catalog.json_build_object('schema', n.nspname, 'name', c.relname) AS table, false AS bound
    FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE t.tgparentid <> 0 AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.oid = t.tgconstraint AND k.contype = 'f') AND ${_tables_js__WEBPACK_IMPORTED_MODULE_0__  .a0}`,
    `SELECT 'event trigger' AS kind, pg_catalog.quote_ident(o.evtname) AS name, pg_catalog.concat_ws(' ', o.evtevent, o.evtenabled, o.evtfoid::pg_catalog.regproc, o.evttags) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_event_trigger o WHERE ${own('pg_event_trigger', 'o.oid')}`,
    `SELECT 'publication' AS kind, pg_catalog.quote_ident(o.pubname) AS name, pg_catalog.concat_ws(' ', o.puballtables, o.pubinsert, o.pubupdate, o.pubdelete, o.pubtruncate, o.pubviaroot,
      CASE WHEN NOT o.puballtables THEN (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', pg_catalog.quote_ident(t.schemaname) || '.' || pg_catalog.quote_ident(t.tablename), pg_catalog.to_jsonb(t) ->> 'rowfilter'), ',' ORDER BY t.schemaname, t.tablename) FROM pg_catalog.pg_publication_tables t WHERE t.pubname = o.pubname) END) AS definition,
      NULL::json AS table, false AS bound FROM pg_catalog.pg_publication o`,
    `SELECT 'foreign-data wrapper' AS kind, pg_catalog.quote_ident(o.fdwname) AS name, pg_catalog.concat_ws(' ', o.fdwhandler::pg_catalog.regproc, o.fdwvalidator::pg_catalog.regproc, o.fdwoptions) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_foreign_data_wrapper o WHERE ${own('pg_foreign_data_wrapper', 'o.oid')}`,
    `SELECT 'foreign server' AS kind, pg_catalog.quote_ident(o.srvname) AS name, pg_catalog.concat_ws(' ', (SELECT w.fdwname FROM pg_catalog.pg_foreign_data_wrapper w WHERE w.oid = o.srvfdw), o.srvtype, o.srvversion, o.srvoptions) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_foreign_server o WHERE ${own('pg_foreign_server', 'o.oid')}`,
    `SELECT 'user mapping' AS kind, pg_catalog.quote_ident(o.usename) || ' for ' || pg_catalog.quote_ident(o.srvname) AS name, '' AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_user_mappings o`,
    `SELECT 'text search configuration' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.cfgname) AS name,
      (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', m.maptokentype, m.mapseqno, (SELECT t.dictname FROM pg_catalog.pg_ts_dict t WHERE t.oid = m.mapdict)), ',' ORDER BY m.maptokentype, m.mapseqno) FROM pg_catalog.pg_ts_config_map m WHERE m.mapcfg = o.oid) AS definition,
      NULL::json AS table, false AS bound FROM pg_catalog.pg_ts_config o JOIN pg_catalog.pg_namespace n ON n.oid = o.cfgnamespace WHERE ${own('pg_ts_config', 'o.oid')} AND ${_tables_js__WEBPACK_IMPORTED_MODULE_0__  .a0}`,
    `SELECT 'text search dictionary' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.dictname) AS name,
      pg_catalog.concat_ws(' ', (SELECT t.tmplname FROM pg_catalog.pg_ts_template t WHERE t.oid = o.dicttemplate), o.dictinitoption) AS definition,
      NULL::json AS table, false AS bound FROM pg_catalog.pg_ts_dict o JOIN pg_catalog.pg_namespace n ON n.oid = o.dictnamespace WHERE ${own('pg_ts_dict', 'o.oid')} AND ${_tables_js__WEBPACK_IMPORTED_MODULE_0__  .a0}`,
    `SELECT 'cast' AS kind, pg_catalog.format_type(o.castsource, NULL) || ' as ' || pg_catalog.format_type(o.casttarget, NULL) AS name, pg_catalog.concat_ws(' ', CASE WHEN o.castfunc <> 0 THEN o.castfunc::pg_catalog.regprocedure::text END, o.castcontext, o.castmethod) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_cast o WHERE o.oid >= ${FIRST_OWN} AND ${own('pg_cast', 'o.oid')}`,
    `SELECT 'operator' AS kind, o.oid::pg_catalog.regoperator::text AS name, pg_catalog.concat_ws(' ', o.oprcode::pg_catalog.regproc, pg_catalog.format_type(o.oprresult, NULL), o.oprcanmerge, o.oprcanhash) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace WHERE ${own('pg_operator', 'o.oid')} AND ${_tables_js__WEBPACK_IMPORTED_MODULE_0__  .a0}`,
    `SELECT 'operator class' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.opcname) || ' using ' || (SELECT m.amname FROM pg_catalog.pg_am m WHERE m.oid = o.opcmethod) AS name, pg_catalog.concat_ws(' ', pg_catalog.format_type(o.opcintype, NULL), o.opcdefault) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace WHERE ${own('pg_opclass', 'o.oid')} AND ${_tables_js__WEBPACK_IMPORTED_MODULE_0__  .a0}`,
    `SELECT 'collation' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.collname) AS name, pg_catalog.concat_ws(' ', o.collprovider, o.collisdeterministic, o.collcollate, o.collctype) AS definition, NULL::json AS table, true AS bound
    FROM pg_catalog.pg_collation o JOIN pg_catalog.pg_namespace n ON n.oid = o.collnamespace WHERE ${own('pg_collation', 'o.oid')} AND ${_tables_js__WEBPACK_IMPORTED_MODULE_0__  .a0}`,
    `SELECT 'conversion' AS kind, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(o.conname) AS name, pg_catalog.concat_ws(' ', o.conforencoding, o.contoencoding, o.conproc::pg_catalog.regproc, o.condefault) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_conversion o JOIN pg_catalog.pg_namespace n ON n.oid = o.connamespace WHERE ${own('pg_conversion', 'o.oid')} AND ${_tables_js__WEBPACK_IMPORTED_MODULE_0__  .a0}`,
    `SELECT 'language' AS kind, pg_catalog.quote_ident(o.lanname) AS name, o.lanpltrusted::text AS definition, NULL::json AS table, false AS bound FROM pg_catalog.pg_language o WHERE o.oid >= ${FIRST_OWN} AND ${own('pg_language', 'o.oid')}`,
    `SELECT 'access method' AS kind, pg_catalog.quote_ident(o.amname) AS name, o.amhandler::pg_catalog.regproc::text AS definition, NULL::json AS table, false AS bound FROM pg_catalog.pg_am o WHERE o.oid >= ${FIRST_OWN} AND ${own('pg_am', 'o.oid')}`,
];
const DISABLED = 'disabled constraint triggers';
const RIGHTS_QUERIES = [...OWNERS, ...GRANTS, ...OTHERS];
const isOfRights = (kind) => /^(?:owner of |grants on )/.test(kind) || BESIDES.has(kind);
const BESIDES = new Set([
    'default privileges',
    DISABLED,
    'trigger of partition',
    'event trigger',
    'publication',
    'foreign-data wrapper',
    'foreign server',
    'user mapping',
    'text search configuration',
    'text search dictionary',
    'cast',
    'operator',
    'operator class',
    'collation',
    'conversion',
    'language',
    'access method',
]);


  }),

  77768:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    A: () => (  rowHashOf),
    jL: () => (  quickHashOf),
    qQ: () => (  hashOf)
  });
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55737);

const hashOf = (text, seed = 0) => `pg_catalog.hashtextextended((${text})::pg_catalog.text COLLATE "C", ${seed})`;
const quickHashOf = (row, seed = 0) => `pg_catalog.hashint8extended(pg_catalog.hash_record_extended(${row}, ${seed}), 0)`;
const NO_NUMBER = `'-3131283927542019891'::pg_catalog.int8`;
const NO_TEXT = `'6782deab564837e92ec1e673a82a5983'`;
const NO_ID = `'a5a8b1a1-a0e7-4d37-a9d0-b64e47197ad6'::pg_catalog.uuid`;
const MAX_OWN = 64;
const ofNumber = (value, before) => `pg_catalog.hashint4extended(0, ${before} # coalesce(${value}, ${NO_NUMBER}))`;
const ofText = (value, before) => `pg_catalog.hashtextextended(coalesce(${value}::pg_catalog.text, ${NO_TEXT}) COLLATE "C", ${before})`;
const STEPS = [
    [/^(?:smallint|integer|bigint)$/, (value, before) => ofNumber(`${value}::pg_catalog.int8`, before)],
    [/^boolean$/, (value, before) => ofNumber(`${value}::pg_catalog.int4::pg_catalog.int8`, before)],
    [/^uuid$/, (value, before) => `pg_catalog.uuid_hash_extended(coalesce(${value}, ${NO_ID}), ${before})`],
    [/^(?:text|character varying(?:\(\d+\))?)$/, ofText],
    [/^(?:numeric(?:\(-?\d+,-?\d+\))?|real|double precision|jsonb?|bytea|date)$/, ofText],
    [/^(?:time|timestamp)(?:\(\d\))? with(?:out)? time zone$/, ofText],
    [
        /^character\(\d+\)$/,
        (value, before) => `pg_catalog.hashbpcharextended(coalesce(${value}, ${NO_TEXT}) COLLATE "C", ${before})`,
    ],
];
function rowHashOf({ columns }, row, version) {
    const value = ({ name }) => `${row}.${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_0__  .AB)(name)}`;
    const steps = columns
        .flatMap((column) => {
        const step = STEPS.find(([types]) => version > 1 && types.test(column.type))?.[1];
        return step ? [{ column, step }] : [];
    })
        .slice(0, MAX_OWN);
    const others = columns.filter((column) => !steps.some((own) => own.column === column));
    const begun = others.length > 0 || steps.length === 0
        ? hashOf(`ROW(${others.map(value).join(', ')})`)
        : `0::pg_catalog.int8`;
    return steps.reduce((before, { column, step }) => step(value(column), before), begun);
}


  }),

  13186:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    Ck: () => (  columnsSql),
    JK: () => (  rowQuery),
    U3: () => (  KEY_SEED),
    uC: () => (  rowsSql),
    u_: () => (  bucketsSql),
    vE: () => (  bucketsFor)
  });
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55737);
  var _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30163);
  var _row_hash_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77768);



const FEWEST = 2 ** 10;
const MAX_BUCKETS = 2 ** 20;
const ROWS_A_BUCKET = 16;
const KEY_SEED = 7;
function rowQuery(a, b, rows, quick = false) {
    const names = ({ columns }) => columns.map(({ name }) => name);
    const common = names(a)
        .filter((name) => names(b).includes(name))
        .sort();
    const keyed = a.key.length > 0 && JSON.stringify(a.key) === JSON.stringify(b.key);
    return {
        common,
        ignored: [...new Set([...names(a), ...names(b)])].filter((name) => !common.includes(name)),
        key: keyed ? a.key : [],
        keyed,
        quick: quick && a.quick && b.quick,
        alias: (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__  .lg)([...a.columns, ...b.columns]),
        buckets: bucketsFor(rows),
    };
}
const bucketsFor = (rows) => Math.min(MAX_BUCKETS, Math.max(FEWEST, 2 ** Math.ceil(Math.log2(Math.max(1, rows / ROWS_A_BUCKET)))));
function bucketsSql(table, query) {
    return `SELECT bucket::int4 AS bucket, count(*) || ' ' || pg_catalog.sum(hash) AS state
    FROM (SELECT ${bucket(query)} AS bucket, ${rowHash(query)} AS hash FROM ${from(table, query)} OFFSET 0) AS rows
    GROUP BY bucket ORDER BY bucket`;
}
function rowsSql(table, query, buckets) {
    const wanted = buckets.length < query.buckets / 4
        ? `WHERE ${bucket(query)} = ANY (ARRAY[${buckets.join(',')}]::int8[])`
        : '';
    const source = `FROM ${from(table, query)} ${wanted}`;
    if (!query.keyed) {
        return `SELECT hash::text AS hash, '' AS id, count(*)::text AS state, (pg_catalog.array_agg(place))[1]::text AS place
      FROM (SELECT ${rowHash(query)} AS hash, ${query.alias}.ctid AS place ${source}) AS rows GROUP BY rows.hash ORDER BY rows.hash`;
    }
    const id = `pg_catalog.json_build_array(${columns(query, query.key, '::text')})::text`;
    return `SELECT hash::text AS hash, id, state::text AS state, '' AS place
    FROM (SELECT ${keyHash(query)} AS hash, ${id} AS id, ${rowHash(query)} AS state ${source}) AS rows ORDER BY rows.hash, rows.id COLLATE "C"`;
}
function columnsSql(table, query) {
    const type = (name) => table.columns.find((column) => column.name === name)?.type;
    const isIt = query.key.map((name, index) => `${query.alias}.${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .AB)(name)} = $${index + 1}::${type(name)}`);
    const hashes = query.common.map((name) => `${(0,_row_hash_js__WEBPACK_IMPORTED_MODULE_1__  .qQ)(`${query.alias}.${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .AB)(name)}`)}::text`);
    return `SELECT ARRAY[${hashes.join(', ')}]::text[] AS hashes FROM ${from(table, query)} WHERE ${isIt.join(' AND ')} LIMIT 1`;
}
const from = (table, query) => `ONLY ${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .Z8)(table)} AS ${query.alias}`;
const columns = (query, names, cast = '') => names.map((name) => `${query.alias}.${(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_2__  .AB)(name)}${cast}`).join(', ');
const hash = (query, names, seed = 0) => (query.quick ? _row_hash_js__WEBPACK_IMPORTED_MODULE_1__  .jL : _row_hash_js__WEBPACK_IMPORTED_MODULE_1__  .qQ)(`ROW(${columns(query, names)})`, seed);
const rowHash = (query) => hash(query, query.common);
const keyHash = (query) => hash(query, query.key, KEY_SEED);
const bucket = (query) => `(${query.keyed ? keyHash(query) : rowHash(query)} & ${query.buckets - 1})`;


  }),

  68438:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    p: () => (  rowDifferences)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
  var _systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55737);
  var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30163);
  var _row_query_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13186);
  var _tables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29182);
  var _transaction_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91879);






const PAGE = 1000;
const MEMORY = '64MB';
const NONE = { onlyA: 0, onlyB: 0, changed: 0, examples: [] };
async function rowDifferences(a, b, table, { limit, signal, quick = false }) {
    const open = (place, work) => (0,_transaction_js__WEBPACK_IMPORTED_MODULE_4__  .m6)(place.server.withSignal(signal), place.database, place.exported, async (session) => {
        await session.run(`SET LOCAL work_mem = '${MEMORY}'`);
        return work({ session, server: place.server, table: await sideTable(session, place, table) });
    });
    try {
        return await open(a, (sideA) => open(b, (sideB) => compareSides(sideA, sideB, limit, quick)));
    }
    catch (error) {
        signal.throwIfAborted();
        throw error;
    }
}
async function sideTable(session, { server, database }, name) {
    const [table] = await (0,_tables_js__WEBPACK_IMPORTED_MODULE_3__  .tI)(session, name);
    if (table?.kind !== 'table')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .lZ(`The database ${database} has no table ${(0,_tables_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)(name)}.`);
    (0,_tables_js__WEBPACK_IMPORTED_MODULE_3__  .CM)([table], server.user);
    return table;
}
async function compareSides(a, b, limit, quick) {
    const rows = Math.max(await estimate(a), await estimate(b));
    const query = (0,_row_query_js__WEBPACK_IMPORTED_MODULE_2__  .JK)(a.table, b.table, rows, quick);
    const alike = await areAlike(a, b);
    const differing = await differingBuckets(buckets(a, query), buckets(b, query));
    if (differing.length === 0)
        return { ...NONE, keyed: query.keyed, alike, ignored: query.ignored };
    const found = await merge(rowsOf(a, query, differing), rowsOf(b, query, differing), query.keyed, limit);
    const examples = [];
    for (const { where, row } of found.examples)
        examples.push(await example(a, b, query, where, row));
    return { ...found, keyed: query.keyed, alike, ignored: query.ignored, examples };
}
async function areAlike(a, b) {
    const form = ({ columns, key }) => JSON.stringify([columns.map(({ name, type }) => [name, type]).sort(), key]);
    return form(a.table) === form(b.table) && (await ownTypes(a)) === (await ownTypes(b));
}
async function ownTypes({ session, table }) {
    const { made } = await session.one(`SELECT pg_catalog.json_agg(pg_catalog.json_build_array(a.attname, pg_catalog.format_type(t.typbasetype, t.typtypmod),
        (SELECT pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid),
        (SELECT pg_catalog.format_type(r.rngsubtype, NULL) FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid),
        (SELECT pg_catalog.json_agg(pg_catalog.json_build_array(p.attname, pg_catalog.format_type(p.atttypid, p.atttypmod)) ORDER BY p.attnum)
          FROM pg_catalog.pg_attribute p WHERE p.attrelid = t.typrelid AND p.attnum > 0 AND NOT p.attisdropped)) ORDER BY a.attname)::text AS made
     FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type o ON o.oid = a.atttypid
     JOIN pg_catalog.pg_type t ON t.oid = CASE WHEN o.typcategory = 'A' THEN o.typelem ELSE o.oid END
     WHERE a.attrelid = $1::pg_catalog.regclass AND a.attnum > 0 AND NOT a.attisdropped AND t.oid >= 16384`, [(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_5__  .Z8)(table)]);
    return made ?? '';
}
async function estimate({ session, table }) {
    const { rows } = await session.one('SELECT greatest(reltuples, 0)::float8 AS rows FROM pg_catalog.pg_class WHERE oid = $1::pg_catalog.regclass', [(0,_systems_postgres_quote_js__WEBPACK_IMPORTED_MODULE_5__  .Z8)(table)]);
    return rows;
}
const buckets = (side, query) => pages(side, 'rb_buckets', (0,_row_query_js__WEBPACK_IMPORTED_MODULE_2__  .u_)(side.table, query));
async function differingBuckets(inA, inB) {
    const differing = [];
    const step = async (side) => (await side.next()).value;
    let [a, b] = await Promise.all([step(inA), step(inB)]);
    while (a || b) {
        const order = (a?.bucket ?? Number.POSITIVE_INFINITY) - (b?.bucket ?? Number.POSITIVE_INFINITY);
        if (order !== 0 || a?.state !== b?.state)
            differing.push(Math.min(a?.bucket ?? b?.bucket ?? 0, b?.bucket ?? a?.bucket ?? 0));
        [a, b] = [order <= 0 ? await step(inA) : a, order >= 0 ? await step(inB) : b];
    }
    return differing;
}
const rowsOf = (side, query, differing) => pages(side, 'rb_rows', (0,_row_query_js__WEBPACK_IMPORTED_MODULE_2__  .uC)(side.table, query, differing));
async function* pages({ session, table }, cursor, sql) {
    await queryTable(session, table, `DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`);
    for (;;) {
        const rows = await queryTable(session, table, `FETCH ${PAGE} FROM ${cursor}`);
        yield* rows;
        if (rows.length < PAGE)
            return;
    }
}
async function queryTable(session, table, sql) {
    try {
        return await session.query(sql);
    }
    catch (error) {
        throw (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__  .O$)(table, error);
    }
}
async function merge(inA, inB, keyed, limit) {
    const counts = { onlyA: 0, onlyB: 0, changed: 0 };
    const examples = [];
    const note = (where, row, times = 1) => {
        counts[where] += times;
        if (examples.length < limit)
            examples.push({ where, row });
    };
    const step = async (rows) => (await rows.next()).value;
    let [a, b] = await Promise.all([step(inA), step(inB)]);
    while (a || b) {
        const order = compareRows(a, b);
        if (a && order < 0)
            note('onlyA', a, keyed ? 1 : Number(a.state));
        if (b && order > 0)
            note('onlyB', b, keyed ? 1 : Number(b.state));
        if (a && b && order === 0 && a.state !== b.state) {
            const more = Number(a.state) - Number(b.state);
            if (keyed)
                note('changed', a);
            else
                note(more > 0 ? 'onlyA' : 'onlyB', more > 0 ? a : b, Math.abs(more));
        }
        [a, b] = [order <= 0 ? await step(inA) : a, order >= 0 ? await step(inB) : b];
    }
    return { ...counts, examples };
}
function compareRows(a, b) {
    if (!a || !b)
        return a ? -1 : 1;
    const [hashA, hashB] = [BigInt(a.hash), BigInt(b.hash)];
    if (hashA !== hashB)
        return hashA < hashB ? -1 : 1;
    return Buffer.compare(Buffer.from(a.id), Buffer.from(b.id));
}
async function example(a, b, query, where, row) {
    if (!query.keyed)
        return { where, key: { ctid: row.place }, columns: [] };
    const values = JSON.parse(row.id);
    const key = Object.fromEntries(query.key.map((column, index) => [column, values[index] ?? '']));
    if (where !== 'changed')
        return { where, key, columns: [] };
    const sql = (table) => (0,_row_query_js__WEBPACK_IMPORTED_MODULE_2__  .Ck)(table, query);
    const [[inA], [inB]] = (await Promise.all([a, b].map(({ session, table }) => session.query(sql(table), values))));
    return {
        where,
        key,
        columns: query.common.filter((_, index) => inA?.hashes[index] !== inB?.hashes[index]),
    };
}


  }),

  92715:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  Y: () => (  schemaObjects)
});

var external_node_crypto_ = __webpack_require__(77598);
; 
const TOKEN = /\s+|E?'(?:[^'\\]|''|\\.)*'|"(?:[^"]|"")*"|::|[\p{L}\p{N}_$.]+|[\s\S]/gsu;
const TEXT_CAST = /::(text|character varying|varchar|bpchar|character)(\(\d+\))?(\[\])*/y;
function normalized(definition) {
    return withoutBrackets(tokens(definition)).join(' ');
}
function tokens(definition) {
    const found = [];
    for (let at = 0; at < definition.length;) {
        TEXT_CAST.lastIndex = at;
        const cast = TEXT_CAST.exec(definition)?.[0];
        TOKEN.lastIndex = at;
        const token = cast ?? TOKEN.exec(definition)?.[0] ?? definition.slice(at);
        if (cast === undefined && token.trim() !== '')
            found.push(token);
        at += token.length;
    }
    return found;
}
function withoutBrackets(all) {
    const out = [];
    const open = [];
    for (const token of all) {
        if (token === '(')
            open.push(out.length);
        out.push(token);
        if (token !== ')')
            continue;
        const start = open.pop();
        if (start === undefined)
            continue;
        const inside = out.slice(start + 1, -1);
        if (isOneValue(inside))
            out.splice(start, out.length - start, ...inside);
    }
    return out;
}
function isOneValue(inside) {
    if (inside.length === 1)
        return true;
    const closing = inside.indexOf(']');
    return inside[0] === 'ARRAY' && inside[1] === '[' && closing === inside.length - 1;
}

var rights = __webpack_require__(96504);
var tables = __webpack_require__(29182);
; 




const named = (second) => `pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(${second})`;
const TABLE = `pg_catalog.json_build_object('schema', n.nspname, 'name', c.relname)`;
const own = (catalog, oid) => `NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass AND d.objid = ${oid} AND d.deptype = 'e')`;
const OF_TABLE = `JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relpersistence <> 't' AND ${own('pg_class', 'c.oid')} AND ${tables .a0}`;
const QUERIES = [
    `SELECT 'schema' AS kind, pg_catalog.quote_ident(n.nspname) AS name, '' AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_namespace n WHERE ${own('pg_namespace', 'n.oid')} AND ${tables .a0}`,
    `SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' ELSE 'table' END AS kind,
      ${named('c.relname')} AS name,
      pg_catalog.concat_ws(' ', c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.reloptions,
        (SELECT x.relname FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisreplident),
        (SELECT f.ftoptions FROM pg_catalog.pg_foreign_table f WHERE f.ftrelid = c.oid),
        CASE c.relkind WHEN 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END, pg_catalog.pg_get_expr(c.relpartbound, c.oid),
        (SELECT pg_catalog.string_agg(i.inhparent::pg_catalog.regclass::text, ',' ORDER BY i.inhseqno) FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid),
        (SELECT pg_catalog.string_agg(a.attname, ',' ORDER BY a.attnum) FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)) AS definition,
      ${TABLE} AS table, false AS bound
    FROM pg_catalog.pg_class c ${OF_TABLE} AND c.relkind IN ('r', 'p', 'f', 'v', 'm')`,
    `SELECT 'definition of view' AS kind, ${named('c.relname')} AS name, pg_catalog.pg_get_viewdef(c.oid) AS definition, ${TABLE} AS table, true AS bound
    FROM pg_catalog.pg_class c ${OF_TABLE} AND c.relkind IN ('v', 'm')`,
    `SELECT 'column' AS kind, ${named('c.relname')} || '.' || pg_catalog.quote_ident(a.attname) AS name,
      pg_catalog.concat_ws(' ', pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
        (SELECT co.collname FROM pg_catalog.pg_collation co WHERE co.oid = a.attcollation), pg_catalog.pg_get_expr(ad.adbin, ad.adrelid), a.attfdwoptions) AS definition,
      ${TABLE} AS table, false AS bound
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_catalog.pg_attrdef ad ON ad.adrelid = c.oid AND ad.adnum = a.attnum ${OF_TABLE} AND c.relkind IN ('r', 'p', 'f', 'v', 'm')`,
    `SELECT 'constraint' AS kind, ${named('c.relname')} || '.' || pg_catalog.quote_ident(k.conname) AS name, pg_catalog.pg_get_constraintdef(k.oid) AS definition, ${TABLE} AS table, false AS bound
    FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid ${OF_TABLE} AND k.contype <> 'n' AND k.conparentid = 0`,
    `SELECT 'index' AS kind, ${named('x.relname')} AS name, pg_catalog.pg_get_indexdef(i.indexrelid) AS definition, ${TABLE} AS table, false AS bound
    FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indrelid JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid ${OF_TABLE} AND i.indisvalid`,
    `SELECT 'trigger' AS kind, ${named('c.relname')} || '.' || pg_catalog.quote_ident(t.tgname) AS name, t.tgenabled::text || ' ' || pg_catalog.pg_get_triggerdef(t.oid) AS definition, ${TABLE} AS table, false AS bound
    FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid ${OF_TABLE} AND NOT t.tgisinternal AND t.tgparentid = 0`,
    `SELECT 'policy' AS kind, ${named('c.relname')} || '.' || pg_catalog.quote_ident(p.polname) AS name,
      pg_catalog.concat_ws(' ', p.polcmd, p.polpermissive, (SELECT pg_catalog.string_agg(r.rolname, ',' ORDER BY r.rolname) FROM pg_catalog.pg_roles r WHERE r.oid = ANY (p.polroles)),
        pg_catalog.pg_get_expr(p.polqual, p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)) AS definition, ${TABLE} AS table, true AS bound
    FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid ${OF_TABLE}`,
    `SELECT 'rule' AS kind, ${named('c.relname')} || '.' || pg_catalog.quote_ident(r.rulename) AS name, pg_catalog.concat_ws(' ', nullif(r.ev_enabled, 'O'), pg_catalog.pg_get_ruledef(r.oid)) AS definition, ${TABLE} AS table, true AS bound
    FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class ${OF_TABLE} AND r.rulename <> '_RETURN'`,
    `SELECT 'statistics' AS kind, ${named('s.stxname')} AS name, pg_catalog.pg_get_statisticsobjdef(s.oid) AS definition, NULL::json AS table, false AS bound
    FROM pg_catalog.pg_statistic_ext s JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace WHERE ${own('pg_statistic_ext', 's.oid')} AND ${tables .a0}`,
    `SELECT 'sequence' AS kind, ${named('c.relname')} AS name,
      pg_catalog.concat_ws(' ', pg_catalog.format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmax, s.seqmin, s.seqcache, s.seqcycle,
        (SELECT d.refobjid::pg_catalog.regclass::text || '.' || a.attname FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
          WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i') LIMIT 1)) AS definition,
      NULL::json AS table, false AS bound
    FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid ${OF_TABLE}`,
    `SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END AS kind,
      ${named('p.proname')} || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')' AS name,
      CASE p.prokind WHEN 'a' THEN (SELECT pg_catalog.concat_ws(' ', a.aggkind, a.aggtransfn, a.aggfinalfn, a.aggcombinefn, pg_catalog.format_type(a.aggtranstype, NULL), a.agginitval)
        FROM pg_catalog.pg_aggregate a WHERE a.aggfnoid = p.oid) ELSE pg_catalog.pg_get_functiondef(p.oid) END AS definition,
      NULL::json AS table, p.prosrc = '' AS bound
    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE ${own('pg_proc', 'p.oid')} AND ${tables .a0}
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i WHERE i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND i.objid = p.oid AND i.deptype = 'i')`,
    `SELECT CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'type' END AS kind, ${named('t.typname')} AS name,
      pg_catalog.concat_ws(' ',
        (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ',' ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid),
        CASE t.typtype WHEN 'd' THEN pg_catalog.concat_ws(' ', pg_catalog.format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault,
          (SELECT pg_catalog.string_agg(k.conname || ' ' || pg_catalog.pg_get_constraintdef(k.oid), ',' ORDER BY k.conname) FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c')) END,
        (SELECT pg_catalog.format_type(r.rngsubtype, NULL) FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid),
        (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attnum)
          FROM pg_catalog.pg_attribute a WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)) AS definition,
      NULL::json AS table, false AS bound
    FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    WHERE ${own('pg_type', 't.oid')} AND ${tables .a0} AND (t.typtype IN ('e', 'd', 'r')
      OR t.typtype = 'c' AND EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))`,
];
async function schemaObjects(session) {
    const found = [];
    for (const sql of [...QUERIES, ...rights .fD]) {
        for (const { kind, name, definition, table, bound } of await session.query(sql)) {
            const hash = (0,external_node_crypto_.createHash)('sha256')
                .update(normalized(definition ?? ''))
                .digest('hex')
                .slice(0, 20);
            found.push({ kind, name, hash, ...(table && { table }), ...(bound && { versionBound: true }) });
        }
    }
    return found;
}


  }),

  88691:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    RA: () => (  readSnapshot),
    Vx: () => (  HEAD),
    oF: () => (  writeSnapshot)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77934);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
  var _base_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60599);
  var _base_instant_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5685);





const FORMAT = 'rollback-actions/integrity';
const VERSION = 2;
const digits = valibot__WEBPACK_IMPORTED_MODULE_4__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__  .yGV(/^-?\d{1,40}$/));
const table = valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({ schema: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(), name: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP() });
const fingerprint = valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({ rows: digits, hash: digits });
const partition = valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({
    column: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(),
    width: digits,
    first: digits,
    last: digits,
});
const tableState = valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({
    ...table.entries,
    root: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(table),
    ...fingerprint.entries,
    columns: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(), type: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP() })),
    key: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()),
    unlogged: valibot__WEBPACK_IMPORTED_MODULE_4__  .zMY(),
    ranges: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({
        by: partition,
        parts: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({ part: valibot__WEBPACK_IMPORTED_MODULE_4__  .KCZ([digits, valibot__WEBPACK_IMPORTED_MODULE_4__  .KIO(['below', 'above'])]), ...fingerprint.entries })),
    })),
});
const schemaObject = valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({
    kind: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(),
    name: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(),
    hash: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(),
    table: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(table),
    versionBound: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .zMY()),
});
const statistics = valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({
    resetAt: valibot__WEBPACK_IMPORTED_MODULE_4__  .mee(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()),
    commits: digits,
    rollbacks: digits,
    deadlocks: digits,
    conflicts: digits,
    statements: valibot__WEBPACK_IMPORTED_MODULE_4__  .mee(valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({ calls: digits, resetAt: valibot__WEBPACK_IMPORTED_MODULE_4__  .mee(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()) })),
    writes: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({ ...table.entries, inserted: digits, updated: digits, deleted: digits })),
});
const snapshot = valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({
    format: valibot__WEBPACK_IMPORTED_MODULE_4__  .euz(FORMAT),
    version: valibot__WEBPACK_IMPORTED_MODULE_4__  .KIO([1, VERSION]),
    at: valibot__WEBPACK_IMPORTED_MODULE_4__  .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__  .yhX(), valibot__WEBPACK_IMPORTED_MODULE_4__  .z6Y(_base_instant_js__WEBPACK_IMPORTED_MODULE_3__  .u)),
    database: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(),
    databaseOid: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(),
    encoding: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(),
    serverVersion: valibot__WEBPACK_IMPORTED_MODULE_4__  .aig(),
    scope: valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({ tables: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()), exclude: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()) }),
    tables: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(tableState),
    told: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(), name: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(), because: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP() })),
    schema: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(schemaObject),
    hasRights: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .zMY()),
    sequences: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({ ...table.entries, value: digits, called: valibot__WEBPACK_IMPORTED_MODULE_4__  .zMY(), descends: valibot__WEBPACK_IMPORTED_MODULE_4__  .zMY() })),
    extensions: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(), version: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP() })),
    largeObjects: valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({
        count: digits,
        hash: valibot__WEBPACK_IMPORTED_MODULE_4__  .mee(digits),
        each: valibot__WEBPACK_IMPORTED_MODULE_4__  .lqM(valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({ oid: digits, hash: digits }))),
    }),
    invalidIndexes: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()),
    unvalidatedConstraints: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP()),
    migrations: valibot__WEBPACK_IMPORTED_MODULE_4__  .YOg(valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({ ...table.entries, head: valibot__WEBPACK_IMPORTED_MODULE_4__  .YjP(), applied: digits })),
    statistics,
});
const HEAD = { format: FORMAT, version: VERSION };
function writeSnapshot(path, content) {
    try {
        (0,_base_files_js__WEBPACK_IMPORTED_MODULE_2__  .pb)(path, `${JSON.stringify(content)}\n`);
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`The snapshot ${path} cannot be written: ${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error)}.`, { cause: error });
    }
}
function readSnapshot(path) {
    const content = parsed(path);
    const head = valibot__WEBPACK_IMPORTED_MODULE_4__  .xLC(valibot__WEBPACK_IMPORTED_MODULE_4__  .Ikc({ format: valibot__WEBPACK_IMPORTED_MODULE_4__  .euz(FORMAT), version: valibot__WEBPACK_IMPORTED_MODULE_4__  .aig() }), content);
    if (!head.success) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`${path} is not a snapshot of verify-integrity; give the file that \`mode: capture\` wrote.`);
    }
    if (head.output.version > VERSION) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`The snapshot ${path} has version ${head.output.version}, this action reads up to ${VERSION}; use the action's version that wrote it, or a newer one.`);
    }
    const whole = valibot__WEBPACK_IMPORTED_MODULE_4__  .xLC(snapshot, content);
    if (whole.success)
        return whole.output;
    const where = valibot__WEBPACK_IMPORTED_MODULE_4__  .BuJ(whole.issues[0]) ?? 'its head';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`The snapshot ${path} is damaged at ${where}; capture it again.`);
}
function parsed(path) {
    let text;
    try {
        text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`The snapshot ${path} cannot be read (${(0,_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .bD)(error)}); give the file that \`mode: capture\` wrote.`, { cause: error });
    }
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .lZ(`The snapshot ${path} is not a complete JSON file; it was cut or changed.`, {
            cause: error,
        });
    }
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

  6350:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    t: () => (  withCredentials)
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
  var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
  var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



async function withCredentials(server, database, work) {
    const { PGPASSWORD, ...environment } = server.environment(database);
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'postgres-'));
    try {
        const passfile = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'pgpass');
        const entry = (PGPASSWORD ?? '').replace(/[\\:]/g, '\\$&');
        if (PGPASSWORD !== undefined)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(passfile, `*:*:*:*:${entry}\n`, { mode: 0o600, flag: 'wx' });
        const authorities = server.authorities;
        const roots = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'roots.pem');
        if (authorities !== undefined)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(roots, authorities, { mode: 0o600, flag: 'wx' });
        return await work({
            ...environment,
            PGPASSFILE: passfile,
            HOME: folder,
            ...(authorities !== undefined && { PGSSLROOTCERT: roots }),
        });
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}


  }),

  55737:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    AB: () => (  quoteName),
    Z8: () => (  quoteTable),
    ol: () => (  quoteText)
  });
const quoteName = (name) => `"${name.replaceAll('"', '""')}"`;
const quoteTable = ({ schema, name }) => `${quoteName(schema)}.${quoteName(name)}`;
function quoteText(text) {
    const quoted = `'${text.replaceAll("'", "''")}'`;
    return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}


  }),

  22654:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

  __webpack_require__.d(__webpack_exports__, {
    A0: () => (  chooseDump),
    B: () => (  toolsNamed),
    GI: () => (  READER_ENVIRONMENT),
    OL: () => (  chooseRestore),
    sB: () => (  choosePsql),
    zG: () => (  speaksTo)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45145);
  var _process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65768);




const READER_ENVIRONMENT = { HOME: '/nonexistent' };
const PARENTS = [
    ['/usr/lib/postgresql', /^\d+$/, 'bin'],
    ['/usr', /^pgsql-\d+$/, 'bin'],
    ['/usr/local', /^pgsql-\d+$/, 'bin'],
    ['/opt/homebrew/opt', /^(postgresql(@\d+)?|libpq)$/, 'bin'],
    ['/usr/local/opt', /^(postgresql(@\d+)?|libpq)$/, 'bin'],
];
const RESTRICTS = { 13: 22, 14: 19, 15: 14, 16: 10, 17: 6 };
const SETS_TRANSACTION_TIMEOUT = 17;
async function toolsNamed(name, path = process.env.PATH ?? '') {
    const found = await Promise.all([...new Set([...path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter), ...versionFolders()])]
        .map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .filter((file) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        .map((file) => toolAt(name, file)));
    const tools = found.filter((tool) => tool !== undefined);
    const unique = new Map(tools.map((tool) => [tool.version, tool]));
    return [...unique.values()].sort((a, b) => compare(b.version, a.version));
}
function chooseRestore(tools, { archive, server }) {
    const able = tools.filter(({ major }) => major >= archive);
    const fitting = able.find(({ major }) => major <= server) ?? able.at(-1);
    if (fitting)
        return fitting;
    const has = tools.length > 0 ? `the newest here is ${tools[0]?.version}` : 'there is none here';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`The backup needs pg_restore ${archive} or newer, and ${has}; ${install(Math.max(archive, Math.min(server, 18)))}.`);
}
const speaksTo = (tool, server) => server >= SETS_TRANSACTION_TIMEOUT || tool.major < SETS_TRANSACTION_TIMEOUT;
function chooseDump(tools, { server }) {
    const fitting = tools.findLast(({ major }) => major >= server);
    if (fitting)
        return fitting;
    const has = tools.length > 0 ? `the newest here is ${tools[0]?.version}` : 'there is none here';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`The safety dump of a PostgreSQL ${server} needs pg_dump ${server} or newer, and ${has}; ${install(server)}.`);
}
function choosePsql(tools) {
    const fitting = tools.find(restricts);
    if (fitting)
        return fitting;
    const has = tools.length > 0 ? `the newest here is ${tools[0]?.version}` : 'there is none here';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .lZ(`A plain SQL backup needs a psql with the restricted mode (18, 17.6, 16.10, 15.14, 14.19, 13.22 or newer; CVE-2025-8714), and ${has}; ${install(17)}.`);
}
function restricts({ major, version }) {
    const minor = Number(version.split('.')[1]);
    return major >= 18 || minor >= (RESTRICTS[major] ?? Number.POSITIVE_INFINITY);
}
const install = (major) => `install it in a step before, such as \`sudo apt-get install --yes postgresql-client-${major}\` (from apt.postgresql.org where the system has no such version)`;
function versionFolders() {
    return PARENTS.flatMap(([parent, folder, bin]) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(parent)
        ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(parent)
            .filter((name) => folder.test(name))
            .map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, name, bin))
        : []);
}
async function toolAt(name, path) {
    const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_3__  .ut)(path, ['--version']);
    const [, version, major] = /^\S+ \(PostgreSQL\) ((\d+)\S*)/.exec(result?.output ?? '') ?? [];
    return version && major ? { name, path, version, major: Number(major) } : undefined;
}
const compare = (a, b) => a.localeCompare(b, 'en', { numeric: true });


  })

};
;