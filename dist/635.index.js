export const id = 635;
export const ids = [635];
export const modules = {

/***/ 21354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  action: () => (/* binding */ rollback_db_action)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(77934);
;// CONCATENATED MODULE: ./build/base/log.js
/** The same, and what it warns of is kept in `warnings` for the end. */
const keepingWarnings = (log, warnings) => ({
    info: (line) => log.info(line),
    group: (title, lines) => log.group(title, lines),
    warn: (sentence) => {
        warnings.push(sentence);
        log.warn(sentence);
    },
});

// EXTERNAL MODULE: ./build/base/values.js
var values = __webpack_require__(92920);
// EXTERNAL MODULE: ./build/database/blockers.js
var blockers = __webpack_require__(89861);
// EXTERNAL MODULE: ./build/database/earlier-attempt.js
var earlier_attempt = __webpack_require__(8596);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/redact.js + 1 modules
var redact = __webpack_require__(90763);
// EXTERNAL MODULE: ./build/base/sentence.js
var sentence = __webpack_require__(4771);
// EXTERNAL MODULE: ./build/base/waits.js
var waits = __webpack_require__(95282);
// EXTERNAL MODULE: ./build/domain/snapshots/capture.js + 1 modules
var capture = __webpack_require__(84925);
// EXTERNAL MODULE: ./build/domain/snapshots/tables.js
var snapshots_tables = __webpack_require__(29182);
// EXTERNAL MODULE: ./build/runner/consent.js
var consent = __webpack_require__(60225);
// EXTERNAL MODULE: ./build/systems/postgres/tools.js
var tools = __webpack_require__(22654);
// EXTERNAL MODULE: ./build/database/backup/clear.js
var clear = __webpack_require__(29014);
// EXTERNAL MODULE: ./build/database/backup/dump.js
var dump = __webpack_require__(52921);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/systems/postgres/quote.js
var quote = __webpack_require__(55737);
// EXTERNAL MODULE: ./build/database/hand-over.js
var hand_over = __webpack_require__(93342);
// EXTERNAL MODULE: ./build/database/note.js
var note = __webpack_require__(55846);
// EXTERNAL MODULE: ./build/database/restore-role.js
var restore_role = __webpack_require__(30907);
// EXTERNAL MODULE: ./build/database/backup/carry-over.js
var carry_over = __webpack_require__(91675);
// EXTERNAL MODULE: ./build/database/backup/extensions.js
var backup_extensions = __webpack_require__(26029);
// EXTERNAL MODULE: ./build/database/backup/written.js
var written = __webpack_require__(67484);
;// CONCATENATED MODULE: ./build/database/backup/gate.js






const MARK = 'rollback-actions: lets a backup be restored in place';
const SETTINGS = 'SET search_path = pg_catalog, pg_temp';
/** Makes the gate for a role in the database of `session`, whose user owns what is replaced. */
async function makeGate(session, { role, extensions }) {
    const name = `rollback_actions_${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    const word = (0,external_node_crypto_.randomBytes)(24).toString('hex');
    const digest = (0,external_node_crypto_.createHash)('sha256').update(word).digest('hex');
    const { database, public: isOwn } = await session.one(`SELECT current_database()::text AS database,
       (SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'public') AS public`);
    await session.run(gateSql(name, digest, { role, extensions, database, grantsPublic: isOwn !== false }));
    return {
        open: `SELECT ${name}.open();`,
        close: `SELECT ${name}.close('${word}');`,
        grant: (lines) => {
            const decoded = lines.map(written/* textIn */.r);
            // The script may have left another encoding.
            return `SET LOCAL client_encoding = 'UTF8'; SELECT ${name}.grant_all(${(0,quote/* quoteText */.ol)(JSON.stringify(decoded))});`;
        },
    };
}
/**
 * The functions of the gate: `open` clears the database and lets the role in, `close` ends the transaction that was opened. What
 * holds the two together is a deferred key whose parent is missing: only `close` makes it, so that nothing else can commit. It is
 * in a schema of the owner, as a temporary one could be discarded.
 *
 * @param digest of the word that `close` takes, which is sent only after the backup's last line
 */
function gateSql(name, digest, { role, extensions, database, grantsPublic }) {
    const to = (0,quote/* quoteName */.AB)(role);
    const body = quote/* quoteText */.ol;
    return `BEGIN;
    CREATE SCHEMA ${name};
    COMMENT ON SCHEMA ${name} IS ${(0,quote/* quoteText */.ol)(MARK)};
    CREATE TABLE ${name}.closed (a int PRIMARY KEY);
    CREATE TABLE ${name}.opened (a int PRIMARY KEY REFERENCES ${name}.closed DEFERRABLE INITIALLY DEFERRED);
    CREATE FUNCTION ${name}.clear() RETURNS void LANGUAGE plpgsql ${SETTINGS} AS ${body((0,clear/* clearBlock */.RF)(name))};
    CREATE FUNCTION ${name}.extend() RETURNS void LANGUAGE plpgsql ${SETTINGS} AS ${body((0,backup_extensions/* extensionsBlock */.ET)(extensions, role))};
    CREATE FUNCTION ${name}.open() RETURNS void LANGUAGE plpgsql SECURITY DEFINER ${SETTINGS} SET lock_timeout = ${waits/* WAITS */.r.IN_PLACE_LOCK_MS} AS ${body(`
      BEGIN
        INSERT INTO ${name}.opened VALUES (1);
        PERFORM ${name}.clear();
        GRANT CREATE, TEMPORARY ON DATABASE ${(0,quote/* quoteName */.AB)(database)} TO ${to};
        ${grantsPublic ? `GRANT USAGE, CREATE ON SCHEMA public TO ${to};` : ''}
        PERFORM ${name}.extend();
        -- Its one session is here: a password that the backup may give it lets nobody in.
        ALTER ROLE ${to} NOLOGIN;
      END`)};
    CREATE FUNCTION ${name}.close(word text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER ${SETTINGS} AS ${body(`
      BEGIN
        IF encode(sha256(convert_to(word, 'UTF8')), 'hex') <> '${digest}' THEN
          RAISE EXCEPTION 'the restore has not come to its end';
        END IF;
        IF NOT EXISTS (SELECT FROM ${name}.opened) THEN
          RAISE EXCEPTION 'the backup has ended the transaction that it is restored in';
        END IF;
        INSERT INTO ${name}.closed VALUES (1);
      END`)};
    CREATE FUNCTION ${name}.grant_all(lines json) RETURNS void LANGUAGE plpgsql ${SETTINGS} AS ${body(`
      DECLARE
        line text;
      BEGIN
        FOR line IN SELECT json_array_elements_text(lines) LOOP
          BEGIN
            EXECUTE line;
          EXCEPTION WHEN OTHERS THEN
            -- The owner carries it out again, and says what does not work.
            NULL;
          END;
        END LOOP;
      END`)};
    REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${name} FROM PUBLIC;
    GRANT USAGE ON SCHEMA ${name} TO ${to};
    GRANT EXECUTE ON FUNCTION ${name}.open(), ${name}.close(text), ${name}.grant_all(json) TO ${to};
    COMMIT`;
}
/** Drops every gate in the database of `session`, those of runs that were killed too. */
async function dropGates(session) {
    const gates = await session.query(`SELECT nspname::text AS name FROM pg_catalog.pg_namespace n
     WHERE nspname ~ '^rollback_actions_[0-9a-f]{16}$' AND pg_catalog.obj_description(n.oid, 'pg_namespace') = $1
       AND pg_catalog.pg_has_role(nspowner, 'USAGE')`, [MARK]);
    for (const { name } of gates)
        await session.run(`DROP SCHEMA ${(0,quote/* quoteName */.AB)(name)} CASCADE`);
}

// EXTERNAL MODULE: ./build/database/backup/ownership.js
var ownership = __webpack_require__(58310);
// EXTERNAL MODULE: ./build/database/backup/psql.js
var psql = __webpack_require__(4347);
// EXTERNAL MODULE: ./build/database/backup/script-of.js
var script_of = __webpack_require__(36072);
;// CONCATENATED MODULE: ./build/database/backup/in-place.js














/**
 * Replaces what a database holds by a backup, in one transaction: it commits only where the whole backup was carried
 * out, and whatever fails before leaves the database as it was. Others wait for the tables meanwhile. A backup that has
 * none of the tables `replaces` is of something else, and fails too.
 *
 * It is carried out by a role that is made for it and owns nothing but what it makes; what that is goes to the owner of the
 * database in a second transaction. Where no role can be made, by the user of `server`, with a warning.
 *
 * @throws ActionError with PostgreSQL's words; the old contents are there
 */
async function restoreInPlace(backup, options) {
    return replaceBy((rights, asOwner) => (0,script_of/* scriptOf */.F)(backup, rights, {
        ...options,
        inTransaction: true,
        // Where another role restores, they are made before, for extensions.
        schemas: asOwner ? new Set() : (0,backup_extensions/* schemasOf */.WP)(backup.extensions),
    }), backup, options);
}
/** Carries out a script in the place of what is there, whatever is in it. */
async function replaceBy(read, backup, options) {
    const { extensions } = backup;
    const { database, log, signal } = options;
    const server = options.server.withSignal(signal);
    return server.use(database, async (session) => {
        await sweep(session, server, database);
        const rights = await (0,ownership/* rightsOf */.DY)(session, extensions, options.unrestricted);
        const owner = await ownerFor(session, database);
        const known = await server.use(database, hand_over/* definersOf */.iA);
        // What was there before is not there any more when it is wanted.
        const carried = await server.use(database, (live) => (0,carry_over/* rightsToCarry */.o4)(live, backup, true));
        const restorer = await restorerFor(session, server, options, owner);
        if (typeof restorer === 'string' || owner === undefined) {
            log.warn((0,restore_role/* withAllRights */.JH)(String(restorer)));
            return replaceWithAllRights(read, rights, carried, { ...options, server });
        }
        try {
            const creatable = extensions.filter(({ name }) => !rights.deniedExtensions.has(name));
            const gate = await makeGate(session, { role: restorer.name, extensions: creatable });
            const { script, leftOut, after } = read(rights, false);
            const frame = frameOf(restorer, gate, () => [...after, ...carried.map(hand_over/* inLatin1 */.$U)]);
            await transact(script, frame, { ...options, version: rights.version });
            // It has done its part, and is nothing that was restored.
            await dropGates(session);
            const { refused, warnings } = await (0,hand_over/* handOver */.Cl)(server, database, { owner, restorer, after, known });
            // Whose something is may hang on a grant of a schema that the backup was made without.
            const again = backup.hasGrants ? [] : refused;
            const over = await (0,hand_over/* carryOver */.YY)(server, database, { carried, again, known });
            for (const sentence of [...warnings, ...over.warnings, (0,carry_over/* notCarriedSentence */.bn)(over.notCarried)])
                if (sentence)
                    log.warn(sentence);
            return warnOfLeftOut([...leftOut, ...(backup.hasGrants ? refused : []), ...over.refused], log);
        }
        finally {
            // A run that is cancelled leaves it to the next one.
            if (!signal.aborted)
                await sweep(session, server, database).catch((error) => log.warn(`The role or gate of the restore in place could not be removed (the next one removes it): ${(0,errors/* messageOf */.bD)(error)}`));
        }
    });
}
/** Carries out a script as the user of `database-url`, where no role of its own can be made for it. */
async function replaceWithAllRights(read, rights, carried, options) {
    const { server, log } = options;
    const { script, leftOut, after } = read(rights, true);
    const ofBackup = () => (0,hand_over/* schemasFirst */.d1)(after).map(hand_over/* statementText */.t6);
    const frame = ownFrame(server, () => [...ofBackup(), ...carried.map(({ sql }) => sql)]);
    const warnings = await transact(script, frame, { ...options, version: rights.version });
    const { refused, others } = (0,carry_over/* refusedOf */.SX)(warnings, ofBackup());
    const notCarried = (0,carry_over/* notCarriedSentence */.bn)(others);
    if (notCarried)
        log.warn(notCarried);
    return warnOfLeftOut([...leftOut, ...refused.map((sql) => (0,hand_over/* inLatin1 */.$U)({ sql: `${sql};` }))], log);
}
/** The role that restores, or why there is none. */
async function restorerFor(session, server, { database, unrestricted }, owner) {
    if (unrestricted)
        return 'that was agreed to';
    if (owner === undefined)
        return `"${server.user}" does not own the database`;
    const name = (0,note/* nameFor */.Fe)(database, (0,external_node_crypto_.randomBytes)(8).toString('hex'), 'role');
    return (0,restore_role/* makeRestoreRole */.dz)(session, server, { name, database, privileges: 'CONNECT', connections: 2 });
}
/** The owner of the database, where the user of the session may act as it. */
async function ownerFor(session, database) {
    const privilege = session.version >= 160_000 ? 'SET' : 'MEMBER';
    const { owner, may } = await session.one(`SELECT pg_get_userbyid(datdba)::text AS owner, pg_has_role(datdba, '${privilege}') AS may FROM pg_database WHERE datname = $1`, [database]);
    return may ? owner : undefined;
}
/** Drops what restores in place have left in this database: gates, and roles, whose things go to the owner first. */
async function sweep(session, server, database) {
    await dropGates(session);
    const owner = await ownerFor(session, database);
    const left = (await (0,restore_role/* ownRoles */.yO)(session)).filter((name) => (0,note/* isRoleNameOf */.zy)(name, database));
    for (const name of left) {
        if (owner !== undefined)
            await session.run(`REASSIGN OWNED BY ${(0,quote/* quoteName */.AB)(name)} TO ${(0,quote/* quoteName */.AB)(owner)}`);
        await (0,restore_role/* dropRestoreRole */.w_)(session, server, { name, database });
    }
}
async function transact(script, { server, before, end }, { replaces = [], database, version, signal }) {
    // What is reported as done must be on the disk, as nothing else is committed after it that would fix that.
    const after = () => `${requireOneOf(replaces)}\n${end()}\nSET LOCAL synchronous_commit = local;\nCOMMIT;`;
    return (0,psql/* psql */.tm)({ before, script, after }, { server, database, version, signal });
}
/** The transaction of a role that owns nothing. */
const frameOf = (restorer, gate, grants) => ({
    server: restorer.server,
    before: `SET client_min_messages = warning;\nBEGIN;\n${gate.open}`,
    end: () => `${gate.grant(grants())}\n${gate.close}`,
});
/** The transaction of the user of `server` itself. */
function ownFrame(server, rights) {
    const guard = guardOf((0,external_node_crypto_.randomBytes)(12).toString('hex'));
    return {
        server,
        before: `SET client_min_messages = warning;
    BEGIN;
    ${guard.close}
    SET LOCAL lock_timeout = ${waits/* WAITS */.r.IN_PLACE_LOCK_MS};
    ${clear/* CLEAR */.uJ}
    SET LOCAL lock_timeout = 0;`,
        end: () => `SET LOCAL client_min_messages = warning;\n${(0,carry_over/* guarded */.Nj)(rights())}\n${guard.open}`,
    };
}
function warnOfLeftOut(leftOut, log) {
    const sentence = (0,ownership/* leftOutSentence */.hY)(leftOut);
    if (sentence)
        log.warn(sentence);
    return { leftOut };
}
/**
 * Keeps the script from committing the transaction itself: a row that violates a deferred constraint, and the row that repairs
 * it before our own COMMIT. A COMMIT that was overlooked in the backup fails, and undoes everything.
 */
function guardOf(name) {
    const [parent, child] = [`pg_temp.p_${name}`, `pg_temp.c_${name}`];
    return {
        close: `CREATE TEMPORARY TABLE p_${name} (a int PRIMARY KEY) ON COMMIT DROP;
    CREATE TEMPORARY TABLE c_${name} (a int REFERENCES ${parent} DEFERRABLE INITIALLY DEFERRED) ON COMMIT DROP;
    INSERT INTO ${child} VALUES (1);`,
        open: `INSERT INTO ${parent} VALUES (1);`,
    };
}
/** SQL that fails where none of these tables is there; the names go as a value, so that they may hold anything. */
function requireOneOf(tables) {
    if (tables.length === 0)
        return '';
    const names = JSON.stringify(tables.map(({ schema, name }) => ({ schema, name })));
    // The script may have left another encoding and search path.
    return `
    SET LOCAL client_encoding = 'UTF8';
    SET LOCAL search_path = pg_catalog, pg_temp;
    SELECT set_config('rollback_actions.tables', ${(0,quote/* quoteText */.ol)(names)}, true);
    DO $check$
    BEGIN
      IF NOT EXISTS (SELECT FROM json_to_recordset(current_setting('rollback_actions.tables')::json) AS t(schema text, name text)
        JOIN pg_namespace n ON n.nspname = t.schema JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = t.name) THEN
        RAISE EXCEPTION 'it has none of the tables that are there, so it is of another database; nothing was changed';
      END IF;
    END
    $check$;`;
}

// EXTERNAL MODULE: ./build/database/concerns.js
var concerns = __webpack_require__(87927);
// EXTERNAL MODULE: ./build/database/forecast.js
var forecast = __webpack_require__(22295);
// EXTERNAL MODULE: ./build/database/observe.js
var observe = __webpack_require__(16076);
// EXTERNAL MODULE: ./build/database/privileged.js
var privileged = __webpack_require__(28591);
// EXTERNAL MODULE: ./build/database/restored-note.js
var restored_note = __webpack_require__(90181);
// EXTERNAL MODULE: ./build/database/rollback.js + 3 modules
var rollback = __webpack_require__(31505);
// EXTERNAL MODULE: ./build/database/task.js
var database_task = __webpack_require__(88771);
// EXTERNAL MODULE: ./build/database/traffic.js
var database_traffic = __webpack_require__(26025);
// EXTERNAL MODULE: ./build/database/verify.js
var verify = __webpack_require__(71691);
// EXTERNAL MODULE: ./build/database/wal.js
var wal = __webpack_require__(6816);
;// CONCATENATED MODULE: ./build/database/in-place.js


























/**
 * For a server without room for two copies: dumps the live database, reads the dump once more, then replaces the contents in
 * one transaction. Any failure leaves the contents as they were.
 */
async function rollBackInPlace(task, session, request, safetyDump) {
    const { server } = task;
    const earlier = await restoredBefore(task, session, request.source);
    if (earlier?.restored === 'verified')
        return restoredAlready(task, earlier);
    if (earlier)
        return verifyAgain(task, session, request, earlier);
    // All that can refuse comes before traffic is held.
    await requireContentsReplaceable(server, session);
    const ofWal = (0,wal/* walWarning */.J)(await (0,wal/* readWalKeepers */._)(session));
    if (ofWal)
        task.log.warn(ofWal);
    (0,tools/* chooseDump */.A0)(await (0,tools/* toolsNamed */.B)('pg_dump'), { server: Math.floor(session.version / 10000) });
    const fetched = await (0,database_task/* step */.P)(task, 'fetch', () => request.fetch(task), () => 'The backup is fetched and whole');
    await (0,rollback/* requireRightBackup */.k1)(session, fetched.backup, request, task.accepts);
    await (0,forecast/* requireForeseen */.N)(task, fetched.backup, 'in-place');
    const privileges = await (0,privileged/* privilegesFor */._g)(task, fetched.backup);
    await requireExtensions(task, fetched.backup);
    return (0,database_traffic/* whilePaused */.ak)(task, async () => {
        await requireContentsReplaceable(server, session);
        return replace(task, session, { ...fetched, jobs: request.jobs }, { safetyDump: unused(safetyDump), privileges, source: request.source });
    });
}
/**
 * What an earlier attempt of this run has restored: to do that again would destroy what was written since.
 *
 * @throws ActionError where there was an earlier attempt and it had no right to leave a note
 */
async function restoredBefore(task, session, source) {
    const { server, accepts } = task;
    const { live } = await (0,observe/* findDatabases */.q_)(session, server.database);
    const note = (0,restored_note/* restoredNoteIn */.qI)(live.comment);
    if (note && (0,earlier_attempt/* isOfThisDeploy */.f)(note, task) && note.backup === (0,redact/* redact */.E$)(source))
        return note;
    if (Number(process.env.GITHUB_RUN_ATTEMPT ?? 1) === 1)
        return undefined;
    const { role } = await (0,observe/* observe */.lB)(session, server.database);
    if (!role.owner) {
        (0,consent/* requireConsent */.C)(accepts, 'unknown', `Whether an earlier attempt of this run has replaced the contents of "${live.name}" is unknown, as "${role.name}" does not own the database and could leave no note on it, and to replace them again would destroy what was written since; nothing was changed`);
    }
    return undefined;
}
/** A run that is started again after its restore has nothing left to do but to resume traffic. */
async function restoredAlready(task, { at, safetyDump, downtimeSeconds }) {
    const message = `The contents of "${task.server.database}" were replaced by this run at ${at} already, and what was written since stays; what they were is in ${safetyDump} where that attempt ran.`;
    await (0,database_traffic/* endAsEarlier */.ah)(task, 'restore in place', message, { earlier: at });
    return { done: false, message, downtimeSeconds, safetyDump };
}
/** What was restored and not verified, as its run died or found something else, is verified before it counts. */
async function verifyAgain(task, session, request, note) {
    const { server } = task;
    const { backup, expected } = await request.fetch(task);
    for (const sentence of await (0,privileged/* makeLast */.LC)(server, server.database, (await (0,privileged/* privilegesFor */._g)(task, backup)).last))
        task.log.warn(sentence);
    await in_place_verify(task, { backup, expected, jobs: request.jobs }, note.safetyDump);
    await (0,restored_note/* writeRestoredNote */.Of)(session, server.database, { ...note, restored: 'verified' });
    return restoredAlready(task, note);
}
/** Checked now, because what a backup needs and this user may not create would otherwise fail only once traffic is held. */
async function requireExtensions({ server, accepts }, backup) {
    const denied = await server.use(server.database, (session) => (0,ownership/* deniedOf */.tJ)(session, backup.extensions.map(({ name }) => name)));
    if (denied.length === 0)
        return;
    const reason = `the backup needs ${denied.map((name) => `the extension "${name}"`).join(', ')}, which is not there and which "${server.user}" may not create: it would be left out`;
    (0,concerns/* requireAccepted */.b5)([{ word: 'rights', tables: [], reason }], accepts, 'nothing was changed');
}
/** @throws ActionError naming what keeps the contents from being replaced */
async function requireContentsReplaceable(server, session) {
    const foreign = await server.use(server.database, clear/* foreignContents */.bf);
    (0,blockers/* requireReplaceableInPlace */.kQ)(await (0,observe/* observe */.lB)(session, server.database), foreign);
}
async function replace(task, session, restore, { safetyDump, privileges, source }) {
    const { server, log, progress, signal, run } = task;
    const { database } = server;
    await (0,database_task/* step */.P)(task, 'safety dump', () => (0,dump/* dumpDatabase */.m)(server, database, safetyDump, { signal }).catch((error) => explained(error, session, database)), () => `The live database is dumped to ${safetyDump}, and the dump is whole`);
    // What was written since the dump would be nowhere.
    await (0,database_traffic/* requireStillPaused */.q6)(task);
    const tables = await server.use(database, (live) => (0,snapshots_tables/* tablesOf */.tI)(live));
    const replaces = tables.filter(({ extension }) => extension === null);
    const begun = performance.now();
    await (0,database_task/* step */.P)(task, 'restore in place', () => restoreInPlace(restore.backup, {
        server,
        database,
        log,
        progress,
        signal,
        replaces,
        unrestricted: privileges.unrestricted,
    }).catch((error) => explained(error, session, database)), () => `The contents of "${database}" are those of the backup`);
    const downtimeSeconds = (performance.now() - begun) / 1000;
    const note = { run, at: new Date().toISOString(), backup: (0,redact/* redact */.E$)(source), safetyDump, downtimeSeconds };
    const noted = await leaveNote(task, session, { ...note, restored: 'restored' });
    for (const sentence of await (0,privileged/* makeLast */.LC)(server, database, privileges.last))
        log.warn(sentence);
    await in_place_verify(task, restore, safetyDump);
    if (noted)
        await leaveNote(task, session, { ...note, restored: 'verified' });
    const message = `The contents of "${database}" are those of the backup, and it was locked for ${downtimeSeconds.toFixed(1)} s; what it held is in ${safetyDump}.`;
    return { done: true, message, downtimeSeconds, safetyDump };
}
/** The contents are replaced, whether or not that can be noted. @returns whether it could */
async function leaveNote({ server, log }, session, note) {
    try {
        await (0,restored_note/* writeRestoredNote */.Of)(session, server.database, note);
        return true;
    }
    catch (error) {
        log.warn(`The contents of "${server.database}" were replaced, and that could not be noted on it (${(0,sentence/* withoutFullStop */.Qu)((0,errors/* messageOf */.bD)(error))}): do not run this again, which would replace them once more.`);
        return false;
    }
}
/** What is in one transaction can be read by others only after it: what is wrong then is said, never passed over. */
async function in_place_verify(task, { expected, jobs }, safetyDump) {
    if (!expected)
        return;
    const { server, signal } = task;
    await (0,database_task/* step */.P)(task, 'verify', async () => {
        const restored = await (0,capture/* captureSnapshot */.d)(server, server.database, { jobs, signal });
        (0,verify/* requireExpected */.qw)(restored, expected, `it is in place, and what was there before is in ${safetyDump}`);
    }, () => 'The contents are row for row what the snapshot of the backup says');
}
async function explained(error, session, database) {
    // pg_dump waits for its locks by a time limit on statements.
    if (!/due to (lock|statement) timeout/.test((0,errors/* messageOf */.bD)(error)))
        throw error;
    const { clients } = await (0,observe/* observe */.lB)(session, database);
    const held = clients.slice(0, 5).map(blockers/* describeClient */.$G).join('; ') || 'no session any more';
    throw new errors/* ActionError */.lZ(`The contents of "${database}" could not be replaced, and are as they were: other sessions held them for more than ${waits/* WAITS */.r.IN_PLACE_LOCK_MS / 1000} s (connected are ${held}); end them, or name what uses it in \`quiesce\`, and run this again.`, { cause: error });
}
/** The dump of an earlier attempt may be the only copy of what was there before it: nothing is written over it. */
function unused(path) {
    const { dir, name, ext } = (0,external_node_path_.parse)(path);
    for (let count = 1, free = path;; free = (0,external_node_path_.join)(dir, `${name}-${++count}${ext}`))
        if (!(0,external_node_fs_.existsSync)(free))
            return free;
}

// EXTERNAL MODULE: ./build/database/lock.js
var lock = __webpack_require__(34653);
// EXTERNAL MODULE: ./build/database/managed.js
var managed = __webpack_require__(93433);
// EXTERNAL MODULE: ./build/database/one-database-extensions.js
var one_database_extensions = __webpack_require__(29087);
;// CONCATENATED MODULE: ./build/database/phases.js
/** The phases that a database's rollback has; each can run alone. */
const PHASES = {
    all: { restores: true, brings: 'backup', inPlace: true },
    prepare: { restores: true, brings: 'backup', inPlace: false },
    switch: { restores: false, brings: 'backup', inPlace: false },
    resume: { restores: false, brings: undefined, inPlace: true },
    undo: { restores: false, brings: 'replaced', inPlace: false },
    clean: { restores: false, brings: undefined, inPlace: false },
};

// EXTERNAL MODULE: ./build/database/leftovers.js
var leftovers = __webpack_require__(62280);
// EXTERNAL MODULE: ./build/database/prepare.js + 6 modules
var prepare = __webpack_require__(25176);
// EXTERNAL MODULE: ./build/database/undo.js
var undo = __webpack_require__(32548);
;// CONCATENATED MODULE: ./build/database/plan.js



/** Says in one sentence what a phase would do to the database that was observed. Pure. */
function planOf(observed, { phase, strategy, source, keep, bytes, run, accepts, before, }) {
    const { live } = observed;
    const size = `${(bytes / 1e6).toFixed(0)} MB`;
    const messages = {
        all: () => strategy === 'in-place'
            ? `the contents of "${live.name}" (${size}) would be dumped, and then replaced by those of ${source}`
            : `"${live.name}" (${size}) would be restored from ${source} beside itself, verified, and switched`,
        prepare: () => `"${live.name}" (${size}) would be restored from ${source} beside itself and verified`,
        switch: () => {
            const side = (0,prepare/* verifiedSide */.a$)(observed);
            return side
                ? `"${side.database.name}" would take the place of "${live.name}"`
                : `nothing is prepared, so nothing would be switched`;
        },
        resume: () => 'paused traffic would be resumed',
        undo: () => {
            const plan = (0,undo/* planUndo */.A)(observed, run);
            return plan.action === 'switch'
                ? `"${plan.to.name}" would become "${live.name}" again`
                : `nothing would be undone: ${plan.reason}`;
        },
        clean: () => {
            const names = (0,leftovers/* leftoversOf */.Kz)(observed, keep, accepts).map(({ database, reason }) => `"${database.name}", which ${reason}`);
            return names.length > 0 ? `these would be dropped: ${names.join('; ')}` : 'nothing would be dropped';
        },
    };
    const action = before
        ? `"${live.name}" was switched by this run at ${before.note.at} already, so nothing would be restored`
        : messages[phase]();
    return `Planned: ${action}; nothing was changed.`;
}

// EXTERNAL MODULE: ./build/database/preview.js + 1 modules
var preview = __webpack_require__(95186);
;// CONCATENATED MODULE: ./build/database/progress.js

/** Progress as lines of the log: at most one in five seconds. */
function logProgress(log) {
    let loggedAt = performance.now();
    return ({ step, done, total, unit, secondsLeft }) => {
        if (performance.now() - loggedAt < waits/* WAITS */.r.PROGRESS_PERIOD_MS)
            return;
        loggedAt = performance.now();
        const amount = (value) => (unit === 'bytes' ? `${(value / 1e6).toFixed(0)} MB` : String(value));
        const of = total === undefined ? '' : ` of ${amount(total)}`;
        const left = secondsLeft === undefined ? '' : `, some ${secondsLeft} s left`;
        log.info(`… ${step}: ${amount(done)}${of}${unit === 'bytes' ? '' : ` ${unit}`}${left}`);
    };
}

// EXTERNAL MODULE: ./build/base/markdown.js
var markdown = __webpack_require__(26963);
;// CONCATENATED MODULE: ./build/database/render.js

/** Rows of the loss that the summary shows; all of them are in the output `data-loss`. */
const SHOWN = 30;
/** The summary of a rollback: the result first, then what it warned of, then what is lost by it. */
function summaryOf(message, sign, { loss, warnings }) {
    return [
        `## ${sign} ${(0,markdown/* inert */.tJ)(message)}`,
        ...(warnings.length > 0 ? [warnings.map((sentence) => `- ⚠️ ${(0,markdown/* inert */.tJ)(sentence)}`).join('\n')] : []),
        ...(loss ? [lossSummary(loss)] : []),
    ]
        .join('\n\n')
        .concat('\n');
}
/** How a dry run ends. */
const planOutcome = (message, warnings) => ({
    result: 'planned',
    message,
    summary: summaryOf(message, '📋', { warnings }),
});
/** A result, and how much it leaves to be looked at. */
const withWarnings = (message, { length }) => length === 0
    ? message
    : `${message} ${length === 1 ? 'One warning is' : `${length} warnings are`} in its log and summary.`;
function lossSummary({ backupTime, backupBetween, lastWrite, tables, unknown, against }) {
    const age = backupTime
        ? `of ${(0,markdown/* code */.aY)(backupTime)}`
        : backupBetween
            ? `made between ${(0,markdown/* code */.aY)(backupBetween.earliest)} and ${(0,markdown/* code */.aY)(backupBetween.latest)}, as its own time names no zone`
            : 'of an unknown time';
    const times = [
        `The backup is ${age}`,
        ...(against === undefined
            ? []
            : [
                `the loss is counted against ${(0,markdown/* code */.aY)(against)}, which was live before the first of several rollbacks`,
            ]),
        lastWrite
            ? `the newest write that it lacks of ${(0,markdown/* code */.aY)(lastWrite)}`
            : 'this server does not keep the time of the newest write (`track_commit_timestamp`)',
    ].join('; ');
    if (tables === null)
        return `${times}. What would be lost could not be determined: ${(0,markdown/* inert */.tJ)(unknown ?? '')}`;
    if (tables.length === 0)
        return `${times}. No row differs.`;
    const rows = tables.slice(0, SHOWN).map((loss) => {
        const [least, unknown] = loss.exact ? ['', String(loss.changed)] : ['at least ', 'not compared'];
        return [(0,markdown/* code */.aY)(loss.table), `${least}${loss.lost}`, unknown, `${least}${loss.back}`];
    });
    const more = tables.length > SHOWN ? `\n\nand ${tables.length - SHOWN} more tables, in the output \`data-loss\`.` : '';
    return `${times}.\n\n${(0,markdown/* table */.tp)(['Table', 'Rows lost', 'Rows with older contents', 'Rows that come back'], rows)}${more}`;
}
/** What a phase comes to as the outcome of the action. */
function outcomeOf({ done, message, downtimeSeconds, previous, safetyDump, loss, tables, side }, server, warnings) {
    const outputs = {
        database: server.database,
        'downtime-seconds': downtimeSeconds?.toFixed(3),
        'previous-database': previous,
        'side-database': side,
        'safety-dump': safetyDump,
        'data-loss': loss,
        tables,
    };
    const known = Object.entries(outputs).filter(([, value]) => value !== undefined);
    return {
        result: done ? 'done' : 'no-op',
        message: withWarnings(message, warnings),
        outputs: Object.fromEntries(known),
        summary: summaryOf(message, done ? '✅' : '➖', { loss, warnings }),
    };
}

// EXTERNAL MODULE: ./build/domain/snapshots/migrations.js
var migrations = __webpack_require__(21710);
;// CONCATENATED MODULE: ./build/database/repair/scope.js




/** What a deleted row does to rows that refer to it, other than to keep itself from being deleted. */
const REACHES = ['c', 'n', 'd'];
/**
 * The tables that are requested, those that a deleted row of them reaches by CASCADE, SET NULL and SET DEFAULT, and those that
 * inherit from them, which a statement on them reaches. Where migrations are written down is none of them, unless it is named as it is. Pure.
 *
 * @throws ActionError where a name means nothing
 */
function tablesInScope({ before, live }, options, database) {
    const scope = { tables: options.tables, exclude: options.exclude };
    const all = uniqueTables([...live, ...before]);
    (0,snapshots_tables/* requireMatches */.t4)(scope, all, `the database "${database}" or its backup`);
    const isWanted = (0,snapshots_tables/* scopeOf */.Od)(scope);
    const isExcluded = (table) => !(0,snapshots_tables/* scopeOf */.Od)({ tables: [], exclude: options.exclude })(table);
    const isNamed = ({ schema, name }) => options.tables.some((glob) => glob === `${schema}.${name}` || (schema === 'public' && glob === name));
    const inScope = new Map();
    for (const table of all)
        if (isWanted(table) && (!(0,migrations/* isOfMigrations */.d2)(table) || isNamed(table)))
            inScope.set((0,snapshots_tables/* nameOf */.Vb)(table), { table, reachedFrom: null });
    for (const [name] of inScope)
        for (const { schema, name: child, references, inherits } of [...live, ...before]) {
            const table = { schema, name: child };
            const reaches = inherits.some((parent) => (0,snapshots_tables/* nameOf */.Vb)(parent) === name) ||
                references.some(({ to, onDelete }) => (0,snapshots_tables/* nameOf */.Vb)(to) === name && REACHES.includes(onDelete));
            // A Map gives also what is put into it while it is gone through.
            if (reaches && !inScope.has((0,snapshots_tables/* nameOf */.Vb)(table)) && !isExcluded(table))
                inScope.set((0,snapshots_tables/* nameOf */.Vb)(table), { table, reachedFrom: name });
        }
    return [...inScope.values()].sort((one, other) => (0,snapshots_tables/* nameOf */.Vb)(one.table).localeCompare((0,snapshots_tables/* nameOf */.Vb)(other.table)));
}
const uniqueTables = (shapes) => [
    ...new Map(shapes.map((shape) => [(0,snapshots_tables/* nameOf */.Vb)(shape), shape])).values(),
];
const find = (shapes, table) => shapes?.find(({ schema, name }) => schema === table.schema && name === table.name);
/** The first key that all of these have, and that can be written. Pure. */
function commonKey(shapes) {
    const [first, ...others] = shapes;
    const isIn = (key, { keys }) => keys.some((other) => [...other].sort().join('\n') === [...key].sort().join('\n'));
    return first?.keys.find((key) => others.every((shape) => isIn(key, shape)) &&
        shapes.every(({ columns }) => key.every((name) => columns.some((column) => column.name === name && !column.generated))));
}
/** Types into which every value of another one goes, as it is. */
const WIDER = {
    smallint: ['integer', 'bigint', 'numeric'],
    integer: ['bigint', 'numeric'],
    bigint: ['numeric'],
    'character varying': ['text'],
    text: ['character varying'],
};
/** Whether values of a column go into another one as they are, or PostgreSQL refuses them. Pure. */
function fits(from, into) {
    if (from.type === into.type)
        return true;
    if (from.base === into.base)
        return from.base === 'character varying';
    return (WIDER[from.base]?.includes(into.base) === true && (into.base !== 'numeric' || into.type === 'numeric'));
}
/** The columns of a table that are compared and can be written. Pure. */
function columnsOf({ before, after, live }, { columns, stamps }) {
    const isIn = (names, name) => names.some((given) => [name, `${live.name}.${name}`, `${live.schema}.${live.name}.${name}`].includes(given));
    return before.columns
        .filter(({ generated }) => !generated)
        .filter(({ name }) => live.columns.find((column) => column.name === name)?.generated !== true)
        .map((column) => {
        const today = live.columns.find(({ name }) => name === column.name);
        const then = after?.columns.find(({ name }) => name === column.name);
        const { type, collation } = today ?? column;
        return {
            name: column.name,
            type: `${type} ${collation}`.trim(),
            lost: after ? then === undefined : today === undefined,
            stamp: isIn(stamps, column.name),
            chosen: columns.length === 0 || isIn(columns, column.name),
        };
    });
}
/** Why a table cannot be repaired, a part of a sentence each. Pure. */
function refusalsOf(table, { before, after, live }) {
    const name = (0,snapshots_tables/* nameOf */.Vb)(table);
    const [then, today, behind] = [find(before, table), find(live, table), find(after, table)];
    const both = [then, today, behind].filter((shape) => shape !== undefined);
    if (!then)
        return [];
    if (!today && behind)
        return [`${name} is gone, and \`after\` has it: it is not from after the accident`];
    if (both.some(({ foreign }) => foreign))
        return [`${name} is a foreign table, whose rows are elsewhere`];
    const { extension, owned, owner, readable, filtered, ruled } = today ?? {
        ...then,
        owned: true,
        readable: true,
    };
    const changed = then.columns.flatMap((column) => {
        const now = today?.columns.find((other) => other.name === column.name);
        return now && !column.generated && !fits(column, now)
            ? [
                `${name}.${column.name} is ${now.type} and was ${column.type}, which does not hold all that it held: ALTER TABLE ${name} ALTER COLUMN ${(0,quote/* quoteName */.AB)(column.name)} TYPE ${column.type} first (it is written anew, and locked meanwhile)`,
            ]
            : [];
    });
    const reasons = [
        [extension !== null, `${name} belongs to the extension ${extension}`],
        [!owned, `${name} belongs to "${owner}": use it, or a member of it`],
        [!readable, `${name} cannot be read by this user`],
        [
            filtered,
            `row-level security hides rows of ${name} from this user (FORCE ROW LEVEL SECURITY): ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY, or use a role with BYPASSRLS`,
        ],
        [ruled, `${name} has rules, which change what is written`],
        [
            commonKey(both) === undefined,
            `${name} has no primary key, or unique columns that are never NULL, in all of its states: its rows cannot be identified`,
        ],
    ];
    return [...reasons.filter(([applies]) => applies).map(([, reason]) => reason), ...changed];
}
/** Where a backup has no rows of a table, it says nothing about them. Pure. */
const lackingRows = ({ definesWithoutRows, hasData }, shape) => !hasData ||
    (shape !== undefined &&
        (shape.partitioned ? shape.leaves : [`${shape.schema}.${shape.name}`]).some((table) => definesWithoutRows.has(table)));
/** @throws ActionError with all reasons */
function requireNone(reasons) {
    if (reasons.length > 0)
        throw new errors/* ActionError */.lZ(`This cannot be repaired, and nothing was changed: ${reasons.join('; and ')}.`, {
            details: reasons,
        });
}

;// CONCATENATED MODULE: ./build/database/repair/renamed.js



/** Reads `public.customers.email_address=email`. Pure. @throws ActionError where it is something else */
function parseRenamed(text) {
    const [place = '', before = '', ...more] = text.split('=').map((part) => part.trim());
    const [schema = '', table = '', today = '', ...deeper] = place.split('.');
    if ([schema, table, today, before].includes('') || more.length + deeper.length > 0)
        throw new errors/* ActionError */.lZ(`Input \`renamed\` has "${text}"; accepted is the name of today and the one in the backup, public.customers.email_address=email.`);
    return { schema, table, today, before };
}
/** @throws ActionError where a name of today is none: the column would be added back under it */
function requireToday(renamed, live) {
    const unknown = renamed.filter(({ schema, table, today }) => !find(live, { schema, name: table })?.columns.some(({ name }) => name === today));
    if (unknown.length === 0)
        return;
    const names = unknown.map(({ schema, table, today }) => `${schema}.${table}.${today}`).join(', ');
    throw new errors/* ActionError */.lZ(`Input \`renamed\` names ${names}, which is not a column today; nothing was changed.`);
}
/** Gives columns of a state beside the live database the names that they have today; one that has it already is left. */
async function renameIn({ name, reader }, renamed) {
    if (renamed.length === 0)
        return;
    await reader.use(name, async (session) => {
        for (const { schema, table, today, before } of renamed) {
            const { has, had } = await session.one(`SELECT coalesce(bool_or(attname = $3), false) AS has, coalesce(bool_or(attname = $4), false) AS had
         FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass(format('%I.%I', $1::text, $2::text)) AND attnum > 0 AND NOT attisdropped`, [schema, table, today, before]);
            if (has && had)
                throw new errors/* ActionError */.lZ(`Input \`renamed\` says that ${schema}.${table}.${before} is ${today} today, and the backup has both; nothing was changed.`);
            if (had)
                await session.run(`ALTER TABLE ${(0,quote/* quoteTable */.Z8)({ schema, name: table })} RENAME COLUMN ${(0,quote/* quoteName */.AB)(before)} TO ${(0,quote/* quoteName */.AB)(today)}`);
        }
    });
}

;// CONCATENATED MODULE: ./build/database/repair/piece.js

/**
 * What is staged of a table: `b` before the accident, `a` right behind it, `p` what is planned for each row (and what was written,
 * when all is), `k` what was there and is kept, `u` what an undo does; `n` which batch a row is of, `w` what batches have written.
 */
const LETTERS = ['a', 'b', 'p', 'k', 'u', 'n', 'w'];
/** Types of which equal values are the same to the byte, as those of citext or of a collation without case are not. */
const EXACT = /^(smallint|integer|bigint|uuid|date|timestamp with(out)? time zone|bytea|text|character varying(\(\d+\))?)$/;
/** The verdicts on a row that is neither brought back nor set back, which people have to know. */
const CONFLICTS = [
    'changed since',
    'collision',
    'taken',
    'no parent',
    'constraint',
    'no evidence',
    'no place',
];
/** A piece together with where it is staged, and the living table as it is now. Makes SQL. Pure. */
class Staged {
    piece;
    /** Without anything that binds it where it is gone. */
    live;
    isGone;
    /** The living table's name as SQL. */
    name;
    /** The same as rows of it are read, changed and deleted: without what inherits from it, but with its partitions. */
    table;
    #schema;
    /** @param schema as SQL: where it is staged */
    constructor(piece, live, schema) {
        this.piece = piece;
        this.live = live ?? goneShape(piece);
        this.isGone = live === undefined;
        this.name = (0,quote/* quoteTable */.Z8)(this.live);
        this.table = rowsOf(this.live);
        this.#schema = schema;
    }
    at(letter) {
        return `${this.#schema}.${letter}${this.piece.number}`;
    }
    /** An index on the key of what is staged, by which rows are found again. */
    indexSql(letter) {
        return `CREATE INDEX ON ${this.at(letter)} (${this.piece.key.map(quote/* quoteName */.AB).join(', ')})`;
    }
    /** Whether the living table has the column today. */
    has(name) {
        return this.live.columns.some((column) => column.name === name);
    }
    /** The columns that both have and that can be written. */
    get writable() {
        return this.piece.columns.filter(({ name }) => this.has(name));
    }
    isKey({ name }) {
        return this.piece.key.includes(name);
    }
    /** The columns that hold values, with their places in `sets`; of the key those that may change and stay the same key. */
    get values() {
        return this.piece.columns
            .map((column, index) => ({ column, place: index + 1 }))
            .filter(({ column }) => !(this.isKey(column) && EXACT.test(column.type)) && !column.stamp);
    }
    get stamps() {
        return this.writable.filter(({ stamp, type }) => stamp && /^(timestamp|date\b)/.test(type));
    }
    placeOf(name) {
        return this.piece.columns.findIndex((column) => column.name === name) + 1;
    }
    /** The operator that tells that two rows have the same value of a column of the key: citext has its own. */
    equality(name) {
        const unique = this.live.uniques.find(({ columns, expressions, exclusion }) => !exclusion && columns.length === expressions.length && isSameSet(columns, this.piece.key));
        return unique?.operators[unique.columns.indexOf(name)] ?? '=';
    }
    /** Two rows of the same key. */
    sameKey(one, other) {
        return this.piece.key
            .map((name) => `${one}.${(0,quote/* quoteName */.AB)(name)} ${this.equality(name)} ${other}.${(0,quote/* quoteName */.AB)(name)}`)
            .join(' AND ');
    }
    /** That the first column of the key is there, and with it the row. */
    isThere(row) {
        return `${row}.${(0,quote/* quoteName */.AB)(this.piece.key[0])} IS NOT NULL`;
    }
    list(of, columns = this.piece.columns) {
        return columns.map(({ name }) => this.value(of, name)).join(', ');
    }
    /** A value of a row; of one that is staged as a text, as what it is, once its type is there. */
    value(of, name) {
        const later = ['a', 'b'].includes(of) && this.piece.columns.find((column) => column.name === name)?.later;
        const cast = later && !this.isGone ? `::${later}` : '';
        return `${of}.${(0,quote/* quoteName */.AB)(name)}${cast}`;
    }
    names(columns) {
        return columns.map(({ name }) => (0,quote/* quoteName */.AB)(name)).join(', ');
    }
    /** A value of the living row; NULL while a lost column is not there again. */
    liveValue({ name, type }) {
        return this.has(name) ? `l.${(0,quote/* quoteName */.AB)(name)}` : `NULL::${type}`;
    }
    /** The key of a row as JSON, for examples. */
    keyJson(row) {
        const pairs = this.piece.key.map((name) => `${(0,quote/* quoteText */.ol)(name)}, ${row}.${(0,quote/* quoteName */.AB)(name)}::text`);
        return `json_build_object(${pairs.join(', ')})`;
    }
}
/** Stands for a table that is not there any more. */
function goneShape({ schema, name, columns }) {
    const flags = { generated: false, identity: false, always: false, notNull: false, fallback: null };
    return {
        ...{ schema, name, oid: 0, partitioned: false, foreign: false, extension: null, owner: '', owned: true },
        ...{ readable: true, filtered: false, ruled: false, keys: [], uniques: [], checks: [], references: [] },
        inherits: [],
        ...{ sequences: [], places: [], leaves: [], rows: 0 },
        columns: columns.map((column) => ({
            ...flags,
            name: column.name,
            type: column.type,
            base: column.type,
            collation: '',
        })),
    };
}
/** That a row refers to another one by a foreign key, as SQL: by the aliases of the two. Pure. */
const refersSql = ({ columns, toColumns, operators }, { parent, child }) => columns
    .map((column, index) => `${parent}.${(0,quote/* quoteName */.AB)(toColumns[index])} ${operators[index]} ${child}.${(0,quote/* quoteName */.AB)(column)}`)
    .join(' AND ');
/** Pure. */
const isSameSet = (one, other) => [...one].sort().join('\n') === [...other].sort().join('\n');
/** A table as its rows are read, changed and deleted: with its partitions, but without what inherits from it. */
const rowsOf = (shape) => `${shape.partitioned ? '' : 'ONLY '}${(0,quote/* quoteTable */.Z8)(shape)}`;
/**
 * Byte for byte: also where the type has no equality, such as json, and where 1.0 is not 1.00. What users have made of other
 * types and arrays has several forms of the same value, such as an array that had a NULL once: these are the same by their texts,
 * which is what a backup keeps of them.
 */
function same(one, other, columns) {
    const bytes = `ROW(${one})::record OPERATOR(pg_catalog.*=) ROW(${other})::record`;
    return columns.some(hasManyForms)
        ? `(${bytes} OR ROW(${one})::text COLLATE "C" = ROW(${other})::text)`
        : `(${bytes})`;
}
/** A type with a schema, which is none of the server's own, or an array. Pure. */
function hasManyForms({ type }) {
    const [name = ''] = type.split(' COLLATE ');
    return name.includes('.') || name.endsWith('[]');
}
const any = (conditions) => conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'false';

;// CONCATENATED MODULE: ./build/database/repair/shape.js

const notNullRule = (column) => `${column} is NOT NULL`;
const alwaysRule = (column) => `${column} is GENERATED ALWAYS`;
/** What keeps rows out of a table, by the names that conflicts have. Pure. */
const rulesOf = ({ checks, uniques, columns }) => [
    ...[...checks, ...uniques].map(({ name }) => name),
    ...columns.flatMap(({ name, notNull }) => (notNull ? [notNullRule(name)] : [])),
    ...columns.flatMap(({ name, always }) => (always ? [alwaysRule(name)] : [])),
];
/** An operator by its oid, as SQL that needs no search path. */
const operator = (oid) => `(SELECT format('OPERATOR(%I.%s)', opn.nspname, op.oprname) FROM pg_operator op JOIN pg_namespace opn ON opn.oid = op.oprnamespace WHERE op.oid = ${oid})`;
/**
 * All tables of a database, a partitioned one in place of its partitions, without the constraints that are NOT ENFORCED (from
 * PostgreSQL 18 on). The session's search path has to be empty.
 */
const shapesOf = (session) => session.query(`SELECT n.nspname AS schema, c.relname AS name, c.oid::int8::float8 AS oid, c.relkind = 'p' AS partitioned, c.relkind = 'f' AS foreign,
      (SELECT e.extname FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e' LIMIT 1) AS extension,
      pg_get_userbyid(c.relowner)::text AS owner, pg_has_role(c.relowner, 'USAGE') AS owned,
      has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AS readable,
      row_security_active(c.oid) AS filtered,
      EXISTS (SELECT FROM pg_rewrite r WHERE r.ev_class = c.oid) AS ruled,
      (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'base', format_type(a.atttypid, NULL), 'generated', a.attgenerated <> '', 'identity', a.attidentity <> '', 'always', a.attidentity = 'a', 'notNull', a.attnotnull,
          'collation', coalesce((SELECT format('COLLATE %I.%I', cn.nspname, co.collname) FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
            JOIN pg_type t ON t.oid = a.atttypid WHERE co.oid = a.attcollation AND a.attcollation <> t.typcollation), ''),
          'fallback', (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = c.oid AND d.adnum = a.attnum))
          ORDER BY a.attnum), '[]')
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
      (SELECT coalesce(json_agg(k.columns ORDER BY k.indisprimary DESC, k.indexrelid), '[]') FROM (
        SELECT i.indisprimary, i.indexrelid, (SELECT json_agg(a.attname ORDER BY p.place)
            FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS p(attnum, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.attnum
            WHERE p.place <= i.indnkeyatts) AS columns
          FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
            AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[]) AND NOT a.attnotnull)) AS k) AS keys,
      (SELECT coalesce(json_agg(json_build_object('name', ic.relname, 'predicate', pg_get_expr(i.indpred, i.indrelid),
          'exclusion', x.conexclop IS NOT NULL, 'nullsEqual', coalesce(to_jsonb(i) ->> 'indnullsnotdistinct', 'false') = 'true',
          'expressions', (SELECT json_agg(pg_get_indexdef(i.indexrelid, p::int, true) ORDER BY p) FROM generate_series(1, i.indnkeyatts) AS p),
          'operators', (SELECT json_agg(${operator(`coalesce(x.conexclop[p], (SELECT e.amopopr FROM pg_opclass oc JOIN pg_amop e ON e.amopfamily = oc.opcfamily
              AND e.amoplefttype = oc.opcintype AND e.amoprighttype = oc.opcintype AND e.amopstrategy = 3 WHERE oc.oid = (i.indclass::oid[])[p - 1]))`)} ORDER BY p)
            FROM generate_series(1, i.indnkeyatts) AS p),
          'columns', (SELECT coalesce(json_agg(a.attname ORDER BY p.place), '[]') FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS p(attnum, place)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.attnum WHERE i.indexprs IS NULL AND i.indpred IS NULL),
          'reads', (SELECT coalesce(json_agg(a.attname), '[]') FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND (a.attnum = ANY (i.indkey::int2[])
            OR EXISTS (SELECT FROM pg_depend d WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum
              AND ((d.classid = 'pg_class'::regclass AND (d.objid = i.indexrelid OR (d.objid = c.oid AND d.objsubid = ANY (i.indkey::int2[])))) OR (d.classid = 'pg_attrdef'::regclass AND d.objid IN (SELECT g.oid FROM pg_attrdef g
                JOIN pg_attribute ga ON ga.attrelid = g.adrelid AND ga.attnum = g.adnum WHERE g.adrelid = c.oid AND ga.attgenerated <> '' AND ga.attnum = ANY (i.indkey::int2[]))))))))
          ORDER BY ic.relname), '[]')
        FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid LEFT JOIN pg_constraint x ON x.conindid = i.indexrelid AND x.conrelid = c.oid AND x.conexclop IS NOT NULL
        WHERE i.indrelid = c.oid AND (i.indisunique OR i.indisexclusion) AND i.indisvalid) AS uniques,
      (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'expression', pg_get_expr(k.conbin, k.conrelid),
          'columns', (SELECT coalesce(json_agg(a.attname), '[]') FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey)))
          ORDER BY k.conname), '[]')
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true') AS checks,
      (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'onDelete', k.confdeltype,
          'to', (SELECT json_build_object('schema', rn.nspname, 'name', r.relname) FROM pg_class r JOIN pg_namespace rn ON rn.oid = r.relnamespace WHERE r.oid = k.confrelid),
          'operators', (SELECT json_agg(${operator('p.oid')} ORDER BY p.place) FROM unnest(k.conpfeqop) WITH ORDINALITY AS p(oid, place)),
          'columns', (SELECT json_agg(a.attname ORDER BY p.place) FROM unnest(k.conkey) WITH ORDINALITY AS p(attnum, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum),
          'toColumns', (SELECT json_agg(a.attname ORDER BY p.place) FROM unnest(k.confkey) WITH ORDINALITY AS p(attnum, place)
            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum)) ORDER BY k.conname), '[]')
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.conparentid = 0 AND coalesce(to_jsonb(k) ->> 'conenforced', 'true') = 'true') AS "references",
      (SELECT coalesce(json_agg(json_build_object('schema', hn.nspname, 'name', h.relname)), '[]') FROM pg_inherits hi JOIN pg_class h ON h.oid = hi.inhparent
        JOIN pg_namespace hn ON hn.oid = h.relnamespace WHERE hi.inhrelid = c.oid) AS inherits,
      (SELECT coalesce(json_agg(json_build_object('column', s.attname, 'sequence', s.sequence, 'last', pg_sequence_last_value(s.oid)::text)), '[]') FROM (
        SELECT DISTINCT a.attname, q.oid, format('%I.%I', qn.nspname, q.relname) AS sequence
          FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          JOIN pg_depend p ON (p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid AND p.refclassid = 'pg_class'::regclass)
          JOIN pg_class q ON q.oid = p.refobjid AND q.relkind = 'S' JOIN pg_namespace qn ON qn.oid = q.relnamespace
          WHERE a.attrelid = c.oid AND a.attnum > 0
        UNION SELECT a.attname, q.oid, format('%I.%I', qn.nspname, q.relname)
          FROM pg_depend p JOIN pg_class q ON q.oid = p.objid AND q.relkind = 'S' JOIN pg_namespace qn ON qn.oid = q.relnamespace
          JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid
          WHERE p.classid = 'pg_class'::regclass AND p.refclassid = 'pg_class'::regclass AND p.refobjid = c.oid AND p.deptype IN ('a', 'i')) AS s
        JOIN pg_sequence sq ON sq.seqrelid = s.oid AND sq.seqincrement > 0) AS sequences,
      (SELECT coalesce(json_agg(pg_get_partition_constraintdef(t.relid)), '[]') FROM pg_partition_tree(c.oid) t
        WHERE c.relkind = 'p' AND t.isleaf AND t.relid <> c.oid) AS places,
      (SELECT coalesce(json_agg(ln.nspname || '.' || lc.relname), '[]') FROM pg_partition_tree(c.oid) t JOIN pg_class lc ON lc.oid = t.relid
        JOIN pg_namespace ln ON ln.oid = lc.relnamespace WHERE c.relkind = 'p' AND t.isleaf AND t.relid <> c.oid) AS leaves,
      (SELECT sum(greatest(p.reltuples, 0)) FROM pg_class p WHERE p.oid = c.oid
        OR (c.relkind = 'p' AND p.oid IN (SELECT relid FROM pg_partition_tree(c.oid) WHERE isleaf)))::float8 AS rows
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition AND c.relpersistence <> 't' AND ${snapshots_tables/* USER_SCHEMA */.a0}
    ORDER BY n.nspname, c.relname`);

;// CONCATENATED MODULE: ./build/database/repair/verdict.js



/**
 * What becomes of each row that differs, from three states: before the accident, right after it, and today. What the accident
 * did is what differs between the first two; a row was not touched since where it is today as it was right after the accident.
 * As SQL; pure.
 */
function planSql(staged) {
    const { piece } = staged;
    const { hasAfter } = piece;
    if (staged.isGone)
        return `CREATE TABLE ${staged.at('p')} AS SELECT ${staged.list('b')}, '{}'::bool[] AS "rb sets", NULL::xid AS "rb seen", NULL::text AS "rb rule",
      NULL::text AS "rb alone", 'back' AS "rb verdict" FROM ${staged.at('b')} AS b`;
    const of = staged.values.map(({ column, place }) => ({ place, ...judgement(column, staged) }));
    const sets = staged.piece.columns.map((_, index) => of.find(({ place }) => place === index + 1)?.set ?? 'false');
    const gone = hasAfter ? `NOT (${staged.isThere('a')})` : `NOT (${staged.isThere('l')})`;
    const asBefore = staged.writable.filter(({ stamp }) => !stamp);
    return `CREATE TABLE ${staged.at('p')} AS SELECT ${staged.list('r')}, r."rb sets", r."rb seen", NULL::text AS "rb rule", NULL::text AS "rb alone",
      CASE WHEN "rb gone" THEN CASE WHEN NOT "rb lives" THEN 'back' WHEN NOT "rb unchanged" THEN 'collision' END
        WHEN NOT "rb lives" THEN 'deleted since'
        WHEN "rb open" THEN ${openKind(piece)}
        WHEN true = ANY (r."rb sets") THEN 'set' END AS "rb verdict"
    FROM (SELECT ${staged.list('b')}, ${gone} AS "rb gone", ${staged.isThere('l')} AS "rb lives", l.xmin AS "rb seen",
        ${same(staged.list('b', asBefore), staged.list('l', asBefore), asBefore)} AS "rb unchanged",
        ${any(of.map(({ open }) => open))} AS "rb open", ARRAY[${sets.join(', ')}]::bool[] AS "rb sets"
      FROM ${staged.at('b')} AS b ${hasAfter ? `LEFT JOIN ${staged.at('a')} AS a ON ${staged.sameKey('a', 'b')}` : ''}
      LEFT JOIN ${staged.table} AS l ON ${staged.sameKey('l', 'b')}) AS r`;
}
const COMMITTED = 'pg_catalog.pg_xact_commit_timestamp';
/** What keeps a value from being set back of which it is open whose it is, as SQL. */
function openKind({ hasAfter, window }) {
    if (hasAfter)
        return (0,quote/* quoteText */.ol)('changed since');
    if (!window)
        return (0,quote/* quoteText */.ol)('no evidence');
    return `CASE WHEN ${COMMITTED}("rb seen") IS NULL THEN 'no evidence' ELSE 'changed since' END`;
}
/** Whether a value is set back, and whether it is open whose it is. */
function judgement(column, staged) {
    if (!column.chosen)
        return { set: 'false', open: 'false' };
    const before = staged.value('b', column.name);
    const today = staged.liveValue(column);
    const isSame = (one, other) => same(one, other, [column]);
    const isBack = isSame(today, before);
    // Without a state from after the accident, only a column that it has dropped is known to be untouched by users.
    const after = column.lost
        ? `NULL::${column.type}`
        : staged.piece.hasAfter
            ? staged.value('a', column.name)
            : undefined;
    if (after === undefined && staged.piece.window) {
        const { since, until } = staged.piece.window;
        const at = `${COMMITTED}(l.xmin)`;
        // What was written before the accident is users', and is left; of what the server has no time, nothing is known.
        return {
            set: `(NOT ${isBack} AND coalesce(${at} BETWEEN to_timestamp(${since}) AND to_timestamp(${until}), false))`,
            open: `(NOT ${isBack} AND coalesce(${at} > to_timestamp(${until}), true))`,
        };
    }
    if (after === undefined)
        return { set: 'false', open: `NOT ${isBack}` };
    const damaged = `NOT ${isSame(before, after)} AND NOT ${isBack}`;
    const untouched = isSame(today, after);
    return { set: `(${damaged} AND ${untouched})`, open: `(${damaged} AND NOT ${untouched})` };
}
/** Rows as they would be, with all columns that the living table has and those that come back. */
function wouldBe(staged) {
    const { live } = staged;
    const columns = live.columns
        .filter((column) => !isComputed(column))
        .map(({ name }) => {
        const place = staged.placeOf(name);
        const column = (0,quote/* quoteName */.AB)(name);
        if (place === 0)
            return `l.${column}`;
        return `CASE WHEN p."rb verdict" = 'back' OR p."rb sets"[${place}] THEN p.${column} ELSE l.${column} END AS ${column}`;
    });
    const computed = live.columns
        .filter(isComputed)
        .map(({ name, fallback }) => `, (${fallback}) AS ${(0,quote/* quoteName */.AB)(name)}`);
    return `(SELECT t.*${computed.join('')} FROM (SELECT p.ctid AS "rb at", p."rb verdict", p."rb sets", ${columns.join(', ')}
    FROM ${staged.at('p')} AS p LEFT JOIN ${staged.table} AS l ON ${staged.sameKey('l', 'p')} WHERE p."rb verdict" IN ('back', 'set')) AS t) AS t`;
}
const isComputed = ({ generated, fallback }) => generated && fallback !== null;
/** Whether it is known what a row would have in a column. */
const isKnown = (staged, name) => staged.placeOf(name) > 0 ||
    staged.live.columns.some((column) => column.name === name && isComputed(column));
/** Whether one of these columns is written in a row of `wouldBe`; none is any. */
function writes(staged, columns) {
    if (columns.length === 0)
        return 'true';
    const places = columns.map((name) => staged.placeOf(name)).filter((place) => place > 0);
    return any([`"rb verdict" = 'back'`, ...places.map((place) => `"rb sets"[${place}]`)]);
}
const judge = (staged, verdict, rule, found) => `UPDATE ${staged.at('p')} SET "rb verdict" = ${(0,quote/* quoteText */.ol)(verdict)}, "rb rule" = ${(0,quote/* quoteText */.ol)(rule)} WHERE ctid IN (${found})`;
/**
 * What keeps rows from coming back by themselves, whatever becomes of others; a statement each.
 *
 * @param written the columns of which a row is to get a value
 */
const ruleSql = (staged, written) => [
    ...staged.live.uniques
        .filter(({ reads }) => reads.length === 0 || reads.some((name) => written.includes(name)))
        .flatMap((unique) => takenSql(staged, unique)),
    ...checksSql(staged),
    ...placesSql(staged),
];
/**
 * A unique value that another row has: one that is not written, or one that is and keeps or gets it. Rows that come back had
 * theirs together before, so that only a newer rule can be broken by two of them.
 */
function takenSql(staged, unique) {
    const { key, rules } = staged.piece;
    if (!unique.exclusion && unique.columns.length > 0 && isSameSet(unique.columns, key))
        return [];
    // What a column gets that the backup does not have shows when it is written.
    if (unique.columns.some((name) => !isKnown(staged, name)))
        return [];
    const values = [
        ...key.map((name, index) => `${(0,quote/* quoteName */.AB)(name)} AS k${index}`),
        ...unique.expressions.map((expression, index) => `(${expression}) AS u${index}`),
    ].join(', ');
    const where = unique.predicate === null ? 'true' : `(${unique.predicate})`;
    const collides = unique.operators
        .map((operator, index) => {
        const meets = `x.u${index} ${operator} y.u${index}`;
        return unique.nullsEqual ? `(${meets} OR (x.u${index} IS NULL AND y.u${index} IS NULL))` : meets;
    })
        .join(' AND ');
    const isSame = key.map((name, index) => `x.k${index} ${staged.equality(name)} y.k${index}`).join(' AND ');
    const moves = key
        .map((name, index) => `q.${(0,quote/* quoteName */.AB)(name)} ${staged.equality(name)} y.k${index}`)
        .join(' AND ');
    const written = `(SELECT "rb at", ${values} FROM ${wouldBe(staged)} WHERE ${where} AND ${writes(staged, unique.reads)}) AS x`;
    const others = rules.includes(unique.name) ? `"rb verdict" = 'set'` : 'true';
    return [
        `SELECT x."rb at" FROM ${written} JOIN (SELECT ${values} FROM ${staged.table} AS t WHERE ${where}) AS y ON ${collides} AND NOT (${isSame})
       WHERE NOT EXISTS (SELECT FROM ${staged.at('p')} AS q WHERE q."rb verdict" = 'set' AND ${moves})`,
        `SELECT x."rb at" FROM ${written} JOIN (SELECT ${values} FROM ${wouldBe(staged)} WHERE ${where} AND ${others}) AS y ON ${collides} AND NOT (${isSame})`,
    ].map((found) => judge(staged, 'taken', unique.name, found));
}
function checksSql(staged) {
    // A row that is written has to fulfil every check, whichever of its columns are.
    const checks = staged.live.checks
        .filter(({ columns }) => columns.every((name) => isKnown(staged, name)))
        .map(({ name, expression }) => judge(staged, 'constraint', name, `SELECT "rb at" FROM ${wouldBe(staged)} WHERE NOT (${expression})`));
    const numbered = staged.live.columns
        .filter(({ name, always }) => always && staged.placeOf(name) > 0)
        .map(({ name }) => judge(staged, 'constraint', alwaysRule(name), `SELECT "rb at" FROM ${wouldBe(staged)} WHERE "rb verdict" = 'set' AND "rb sets"[${staged.placeOf(name)}]`));
    const filled = staged.live.columns.flatMap(({ name, notNull, fallback, identity, generated }) => {
        if (!notNull || generated || staged.piece.key.includes(name))
            return [];
        const rule = notNullRule(name);
        const from = `SELECT "rb at" FROM ${wouldBe(staged)} WHERE`;
        if (staged.placeOf(name) > 0)
            return [
                judge(staged, 'constraint', rule, `${from} ${writes(staged, [name])} AND ${(0,quote/* quoteName */.AB)(name)} IS NULL`),
            ];
        return fallback !== null || identity
            ? []
            : [judge(staged, 'constraint', rule, `${from} "rb verdict" = 'back'`)];
    });
    return [...checks, ...numbered, ...filled];
}
/** Rows that no partition of today takes. */
function placesSql(staged) {
    const { partitioned, places } = staged.live;
    if (!partitioned)
        return [];
    const fits = places.map((condition) => condition ?? 'true');
    const found = `SELECT "rb at" FROM ${wouldBe(staged)} WHERE NOT coalesce(${any(fits.map((fit) => `(${fit})`))}, false)`;
    return [judge(staged, 'no place', 'no partition', found)];
}
/**
 * Rows whose parent is neither there nor comes back; asked again until nothing changes. A row that has the parent's key today
 * and is another row is not its parent. Where the reference may be NULL, the row comes back with NULL.
 *
 * @param staging what is staged of the parents: with it, and of all where it is of a batch
 */
function parentSql(staged, reference, parents, staging) {
    const { columns, toColumns, name } = reference;
    const { together, all } = staging;
    if (columns.some((column) => staged.placeOf(column) === 0))
        return [];
    const refers = (to) => refersSql(reference, { parent: to, child: 'p' });
    const given = columns.map((column) => `p.${(0,quote/* quoteName */.AB)(column)} IS NOT NULL`).join(' AND ');
    const isThere = `EXISTS (SELECT FROM ${rowsOf(parents)} AS r WHERE ${refers('r')})`;
    const planned = (condition, ...of) => any(of
        .filter((parent) => parent !== undefined)
        .filter((parent) => toColumns.every((column) => parent.placeOf(column) > 0))
        .map((parent) => `EXISTS (SELECT FROM ${parent.at('p')} AS q WHERE ${condition(parent)} AND ${refers('q')})`));
    const isCollision = planned(() => `q."rb verdict" = 'collision'`, together, all);
    const comesBack = planned(() => `q."rb verdict" = 'back'`, together);
    // One that was changed together with the rows that refer to it (ON UPDATE CASCADE).
    const getsItAgain = planned((parent) => `q."rb verdict" = 'set' AND ${any(toColumns.map((column) => `q."rb sets"[${parent.placeOf(column)}]`))}`, together);
    const lacks = `${given} AND (${isCollision} OR NOT (${isThere} OR ${comesBack} OR ${getsItAgain}))`;
    const sets = any(columns.map((column) => `p."rb sets"[${staged.placeOf(column)}]`));
    const open = columns.filter((column) => !staged.live.columns.find((other) => other.name === column)?.notNull);
    const update = (what, where) => `UPDATE ${staged.at('p')} AS p SET ${what} WHERE ${where} AND ${lacks}`;
    const away = `"rb verdict" = 'no parent', "rb rule" = ${(0,quote/* quoteText */.ol)(name)}`;
    const alone = [
        ...open.map((column) => `${(0,quote/* quoteName */.AB)(column)} = NULL`),
        `"rb alone" = concat_ws(', ', p."rb alone", ${(0,quote/* quoteText */.ol)(name)})`,
    ];
    return [
        update(open.length > 0 ? alone.join(', ') : away, `p."rb verdict" = 'back'`),
        update(away, `p."rb verdict" = 'set' AND ${sets}`),
    ];
}

;// CONCATENATED MODULE: ./build/database/repair/plan.js





/** Keys that are shown of the rows of a conflict, and transactions of a table. */
const EXAMPLES = 5;
const TRANSACTIONS = 10;
/**
 * Plans every row that is staged against the living rows as they are now. May be asked for again and again: what it planned before
 * is gone then.
 *
 * @param schema as SQL: where it is staged
 * @param whole where what is staged is a batch: a row of which the plan of all says something else is left for the next plan
 */
async function planRows(live, pieces, schema, whole) {
    const shapes = await shapesOf(live);
    const staged = pieces.map((piece) => new Staged(piece, find(shapes, piece), schema));
    for (const one of staged) {
        await live.run(`DROP TABLE IF EXISTS ${one.at('p')}; ${planSql(one)}`);
        await live.run(`${one.indexSql('p')}; ANALYZE ${one.at('p')}`);
    }
    await applyRules(live, staged, shapes, whole);
    while (whole && (await postpone(live, staged, whole)))
        await applyRules(live, staged, shapes, whole);
    const tables = [];
    for (const one of staged)
        tables.push(await tablePlan(live, one));
    return { tables, staged, objects: lostObjects(staged) };
}
/** A row that is not set back keeps a value that another one was to get, so that rules are asked again after it. */
async function applyRules(live, staged, shapes, whole) {
    for (let changed = true; changed;) {
        changed = false;
        for (const one of staged) {
            const { back, set } = await columnsWritten(live, one);
            const columns = (back ? one.piece.columns : set).map(({ name }) => name);
            for (const sql of ruleSql(one, columns))
                changed = (await countChanged(live, sql)) > 0 || changed;
        }
        changed = (await dropOrphans(live, staged, shapes, whole)) || changed;
    }
}
/** Whether rows come back, with all of their columns, and which columns are set back in others. */
async function columnsWritten(live, one) {
    const { columns } = one.piece;
    const places = columns.map((_, index) => `coalesce(bool_or("rb sets"[${index + 1}]) FILTER (WHERE "rb verdict" = 'set'), false)`);
    const found = await live.one(`SELECT coalesce(bool_or("rb verdict" = 'back'), false) AS back, ARRAY[${places.join(', ')}] AS places
     FROM ${one.at('p')} WHERE "rb verdict" IN ('back', 'set')`);
    return { back: found.back, set: columns.filter((_, index) => found.places[index]) };
}
/** How many rows a statement changes. */
const countChanged = async (live, sql) => (await live.one(`WITH u AS (${sql} RETURNING 1) SELECT count(*)::float8 AS rows FROM u`))
    .rows;
/** Rows without a parent are parents themselves. @returns whether there are any */
async function dropOrphans(live, staged, shapes, whole) {
    const all = (whole?.pieces ?? []).map((piece) => new Staged(piece, find(shapes, piece), whole?.schema ?? ''));
    const questions = staged.flatMap((one) => one.live.references.flatMap((reference) => {
        const parents = find(shapes, reference.to);
        const [together, other] = [staged, all].map((those) => those.find(({ live }) => live === parents));
        return parents ? parentSql(one, reference, parents, { together, all: other }) : [];
    }));
    let any = false;
    for (let changed = questions.length > 0; changed;) {
        changed = false;
        for (const sql of questions) {
            changed = (await countChanged(live, sql)) > 0 || changed;
        }
        any ||= changed;
    }
    return any;
}
/** Leaves rows that are not as they are in the plan of all. @returns whether there are any */
async function postpone(live, staged, { schema }) {
    let any = false;
    for (const one of staged) {
        const rows = await live.query(`UPDATE ${one.at('p')} AS p SET "rb verdict" = NULL FROM ${new Staged(one.piece, one.live, schema).at('p')} AS q
       WHERE ${one.sameKey('p', 'q')} AND p."rb verdict" IN ('back', 'set')
         AND (q."rb verdict" IS DISTINCT FROM p."rb verdict" OR q."rb alone" IS DISTINCT FROM p."rb alone") RETURNING 1 AS one`);
        any ||= rows.length > 0;
    }
    return any;
}
/** How many rows of a staged table have which verdict and rule, with the keys of some. */
const verdictsOf = (live, staged, of) => live.query(`SELECT r."rb verdict" AS verdict, coalesce(r."rb rule", '') AS rule, count(*)::text AS rows,
       to_json((array_agg(${staged.keyJson('r')}))[1:${EXAMPLES}]) AS examples
     FROM ${staged.at(of)} AS r WHERE r."rb verdict" IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`);
async function tablePlan(live, staged) {
    const { piece } = staged;
    const rows = await verdictsOf(live, staged, 'p');
    const count = (verdict) => rows.reduce((sum, row) => sum + (row.verdict === verdict ? Number(row.rows) : 0), 0);
    return {
        table: (0,snapshots_tables/* nameOf */.Vb)(piece),
        reachedFrom: piece.reachedFrom,
        back: count('back'),
        set: count('set'),
        newer: piece.newer,
        deletedSince: piece.deletedSince,
        made: piece.made,
        unlinked: await live.query(`SELECT "rb alone" AS name, count(*)::int AS rows FROM ${staged.at('p')} WHERE "rb verdict" = 'back' AND "rb alone" IS NOT NULL GROUP BY 1 ORDER BY 1`),
        transactions: await transactionsOf(live, staged),
        conflicts: CONFLICTS.flatMap((kind) => rows
            .filter(({ verdict }) => verdict === kind)
            .map(({ rule, rows, examples }) => ({
            ...{ kind, name: rule, rows: Number(rows), examples },
            isNew: ['taken', 'constraint'].includes(kind) && !piece.rules.includes(rule),
        }))),
    };
}
/** People recognise the accident by them. */
async function transactionsOf(live, staged) {
    const { on } = await live.one(`SELECT current_setting('track_commit_timestamp') AS on`);
    const at = on === 'on'
        ? `to_char(pg_xact_commit_timestamp(xid::xid) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
        : 'NULL';
    return live.query(`SELECT xid, ${at} AS at, rows FROM (SELECT "rb seen"::text AS xid, count(*)::int AS rows FROM ${staged.at('p')}
       WHERE "rb seen" IS NOT NULL AND "rb verdict" IS NOT NULL GROUP BY 1) AS t ORDER BY rows DESC, xid LIMIT ${TRANSACTIONS}`);
}
const lostObjects = (staged) => staged.flatMap((one) => one.isGone
    ? [{ kind: 'table', name: (0,snapshots_tables/* nameOf */.Vb)(one.piece), action: 'add back' }]
    : one.piece.columns
        .filter(({ name, lost, chosen }) => lost && chosen && !one.has(name))
        .map(({ name }) => ({ kind: 'column', name: `${(0,snapshots_tables/* nameOf */.Vb)(one.piece)}.${name}`, action: 'add back' })));
/** Rows of a plan together. Pure. */
const sumOf = (tables, what) => tables.reduce((sum, table) => sum + table[what], 0);
const conflictsOf = (tables) => tables.flatMap(({ conflicts }) => conflicts);
/** Rows of no conflict that would be written. Pure. */
const plan_written = (tables) => sumOf(tables, 'back') + sumOf(tables, 'set');

;// CONCATENATED MODULE: ./build/database/repair/render.js


const count = (number, what, more = `${what}s`) => `${number.toLocaleString('en-US')} ${number === 1 ? what : more}`;
/** Constraints that a sentence can hold. */
const MAX_LISTED_REASONS = 3;
function describeConflicts(conflicts, isDone) {
    const rows = conflicts.reduce((sum, conflict) => sum + conflict.rows, 0);
    if (rows === 0)
        return [];
    const [one, more] = isDone
        ? ['stays as it is', 'stay as they are']
        : ['would stay as it is', 'would stay as they are'];
    const stays = rows === 1 ? one : more;
    const reasons = [...new Set(conflicts.map(({ kind, name }) => (name === '' ? kind : `${kind}: ${name}`)))];
    const others = reasons.length > MAX_LISTED_REASONS ? ` and ${reasons.length - MAX_LISTED_REASONS} more reasons` : '';
    return [`${count(rows, 'row')} ${stays} (${reasons.slice(0, MAX_LISTED_REASONS).join(', ')}${others})`];
}
function describeUnlinked(tables, applied) {
    const all = tables.flatMap(({ unlinked }) => unlinked);
    const rows = all.reduce((sum, one) => sum + one.rows, 0);
    if (rows === 0)
        return [];
    const names = [...new Set(all.map(({ name }) => name))].slice(0, MAX_LISTED_REASONS).join(', ');
    return [
        `${count(rows, 'row')} ${applied ? (rows === 1 ? 'is' : 'are') : 'would be'} back without a reference, as the row that it named is not there (${names})`,
    ];
}
/** What a repair does or has done, in a sentence without its end. Pure. */
function describeRepair({ applied, tables, objects, evidence }) {
    const touched = tables.filter(({ back, set }) => back + set > 0).length;
    const [back, set] = [sumOf(tables, 'back'), sumOf(tables, 'set')];
    const are = (number) => (number === 1 ? 'is' : 'are');
    const made = sumOf(tables, 'made');
    const counts = applied
        ? `in ${count(touched, 'table')} ${count(back, 'row')} ${are(back)} back and ${set.toLocaleString('en-US')} ${are(set)} set back`
        : `in ${count(touched, 'table')} ${count(back, 'row')} would come back and ${set.toLocaleString('en-US')} would be set back`;
    const newer = sumOf(tables, 'newer');
    return [
        plan_written(tables) > 0 ? counts : 'no row would come back or be set back',
        ...(objects.length > 0
            ? [
                `${objects.map(({ name }) => name).join(', ')} ${applied ? are(objects.length) : 'would be'} added back`,
            ]
            : []),
        `${count(newer, 'newer row')} ${applied ? `${are(newer)} kept` : 'would stay'}`,
        ...describeConflicts(conflictsOf(tables), applied),
        ...describeUnlinked(tables, applied),
        ...(made > 0 ? [`${count(made, 'row')} that the accident made ${made === 1 ? 'stays' : 'stay'}`] : []),
        ...(evidence !== 'after' && back > 0
            ? [`rows that come back may have been deleted by users, as no \`after\` tells`]
            : []),
    ].join('; ');
}
/** What to do next, by the plan. Pure. */
function recommendation({ tables, evidence }, newConstraints = 'keep') {
    const all = conflictsOf(tables);
    const dropped = newConstraints === 'drop' ? all.filter(({ isNew }) => isNew) : [];
    const conflicts = all.filter((conflict) => !dropped.includes(conflict));
    if (conflicts.length === 0 && dropped.length > 0)
        return `apply it: ${[...new Set(dropped.map(({ name }) => name))].join(', ')} would be dropped (\`new-constraints: drop\`), and the rows that ${dropped.length === 1 ? 'it keeps' : 'they keep'} out would come back too`;
    if (conflicts.some(({ kind }) => kind === 'no evidence'))
        return 'give `after`, a backup from after the accident: without it nothing tells what the accident changed from what users wrote, and no changed row is set back';
    if (conflicts.length > 0 && conflicts.every(({ isNew }) => isNew))
        return '`new-constraints: drop` drops the constraints that are newer than the backup and keep rows out';
    if (conflicts.length > 0)
        return 'look at the conflicts; `conflicts: keep` leaves those rows as they are and does the rest';
    if (plan_written(tables) === 0)
        return 'nothing: what the backup has of these tables is there';
    if (evidence !== 'after' && sumOf(tables, 'back') > 0)
        return 'give `after`, a backup from after the accident, where users may have deleted rows since the backup; else apply it';
    return 'apply it';
}
/** The report as a table, with the reasons for what stays. Pure. */
function repairSummary(message, sign, report, warnings) {
    return [
        `## ${sign} ${(0,markdown/* inert */.tJ)(message)}`,
        ...(warnings.length > 0 ? [warnings.map((sentence) => `- ⚠️ ${(0,markdown/* inert */.tJ)(sentence)}`).join('\n')] : []),
        ...(report ? reportTables(report) : []),
    ]
        .join('\n\n')
        .concat('\n');
}
function reportTables(report) {
    const { tables } = report;
    const shown = tables.filter(({ back, set, newer, deletedSince, made, conflicts }) => back + set + newer + deletedSince + made + conflicts.length > 0);
    const rows = shown.map((one) => [
        `${(0,markdown/* code */.aY)(one.table)}${one.reachedFrom === null ? '' : ` (reached from ${(0,markdown/* code */.aY)(one.reachedFrom)})`}`,
        ...[one.back, one.set, one.newer, one.deletedSince, one.made].map(String),
        String(one.conflicts.reduce((sum, { rows }) => sum + rows, 0)),
    ]);
    const header = [
        'Table',
        'Rows back',
        'Rows set back',
        'Newer rows',
        'Deleted since',
        'Made by the accident',
        'Conflicts',
    ];
    const conflicts = shown.flatMap(conflictRows);
    const transactions = shown.flatMap(transactionRows);
    return [
        ...(rows.length > 0 ? [(0,markdown/* table */.tp)(header, rows)] : []),
        ...(conflicts.length > 0
            ? ['### Rows that stay as they are', (0,markdown/* table */.tp)(['Table', 'Reason', 'Of', 'Rows', 'For example'], conflicts)]
            : []),
        ...(transactions.length > 0
            ? [
                '### Which transactions last wrote the rows that differ',
                (0,markdown/* table */.tp)(['Table', 'Transaction', 'Time', 'Rows'], transactions),
            ]
            : []),
    ];
}
const conflictRows = ({ table, conflicts }) => conflicts.map(({ kind, name, rows, examples }) => [
    (0,markdown/* code */.aY)(table),
    (0,markdown/* inert */.tJ)(kind),
    name === '' ? '' : (0,markdown/* code */.aY)(name),
    String(rows),
    examples.map(keyWords).join(' '),
]);
const keyWords = (key) => (0,markdown/* code */.aY)(Object.entries(key)
    .map(([column, value]) => `${column} ${value}`)
    .join(', '));
const transactionRows = ({ table, transactions }) => transactions.map(({ xid, at, rows }) => [
    (0,markdown/* code */.aY)(table),
    (0,markdown/* code */.aY)(xid),
    at === null ? 'not kept' : (0,markdown/* code */.aY)(at),
    String(rows),
]);
/** What an undo does or has done. Pure. */
function describeUndo(tables, isDone) {
    const sum = (what) => tables.reduce((total, table) => total + table[what], 0);
    const [gone, unset] = [sum('gone'), sum('unset')];
    return [
        isDone
            ? `${count(gone, 'row')} that came back ${gone === 1 ? 'is' : 'are'} gone again, and ${count(unset, 'row')} ${unset === 1 ? 'has' : 'have'} the values from before the repair`
            : `${count(gone, 'row')} that came back would go again, and ${count(unset, 'row')} would have the values from before the repair`,
        ...describeConflicts(tables.flatMap(({ conflicts }) => conflicts), isDone),
    ].join('; ');
}

;// CONCATENATED MODULE: ./build/database/repair/inputs.js






/** The inputs of a repair beside those of every strategy. */
const repairInputs = {
    tables: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    excludeTables: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    after: dist/* optional */.lqM((0,values/* text */.Qq)()),
    since: dist/* optional */.lqM((0,values/* moment */.n$)()),
    until: dist/* optional */.lqM((0,values/* moment */.n$)()),
    columns: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    stampColumns: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    renamed: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    conflicts: dist/* optional */.lqM((0,values/* choice */.Yq)(['refuse', 'keep']), 'refuse'),
    newConstraints: dist/* optional */.lqM((0,values/* choice */.Yq)(['keep', 'drop']), 'keep'),
    triggers: dist/* optional */.lqM((0,values/* choice */.Yq)(['off', 'on']), 'off'),
    maxWait: dist/* optional */.lqM((0,values/* duration */.p0)(), '10s'),
    batch: dist/* optional */.lqM((0,values/* integer */.nd)(1)),
};
/** @throws ActionError where half of it is missing, or it cannot be */
function windowOf({ since, until, after }) {
    if (since === undefined && until === undefined)
        return {};
    if (since === undefined || until === undefined)
        throw new errors/* ActionError */.lZ("Inputs `since` and `until` belong together: what was written between them is the accident, and what later is users'.");
    if (after !== undefined)
        throw new errors/* ActionError */.lZ('Inputs `since` and `until` are for a repair without `after`, which tells more.');
    if (since > until)
        throw new errors/* ActionError */.lZ('Input `since` is later than `until`; the accident was between them.');
    return { window: { since, until } };
}
const repairOptionsOf = (inputs) => ({
    ...windowOf(inputs),
    tables: inputs.tables,
    exclude: inputs.excludeTables,
    columns: inputs.columns,
    stamps: inputs.stampColumns,
    renamed: inputs.renamed.map(parseRenamed),
    conflicts: inputs.conflicts,
    newConstraints: inputs.newConstraints,
    triggers: inputs.triggers,
    maxWait: inputs.maxWait,
    batch: inputs.batch,
});
/** @throws ActionError where inputs of a repair are missing, or are given to another strategy, which would take back everything */
function requireRepairInputs(inputs) {
    const { strategy, phase, tables, after, columns, stampColumns } = inputs;
    if (strategy === 'repair') {
        if (['all', 'prepare'].includes(phase) && tables.length === 0)
            throw new errors/* ActionError */.lZ('Input `tables` is required for `strategy: repair`: the tables that were damaged, one a line, such as public.orders.');
        repairOptionsOf(inputs);
        return;
    }
    const given = [
        tables.length > 0 && '`tables`',
        after !== undefined && '`after`',
        inputs.since !== undefined && '`since`',
        inputs.until !== undefined && '`until`',
        columns.length > 0 && '`columns`',
        stampColumns.length > 0 && '`stamp-columns`',
        inputs.renamed.length > 0 && '`renamed`',
    ].filter((name) => name !== false);
    if (given.length > 0)
        throw new errors/* ActionError */.lZ(`${given.join(', ')} ${given.length > 1 ? 'are' : 'is'} for \`strategy: repair\` alone; \`strategy: ${strategy}\` takes the whole database back. Say which one is meant.`);
}
/** How a repair is told. */
function inputs_outcomeOf({ result, message, report, loss }, database, warnings) {
    const outputs = { database, repair: report, 'data-loss': loss };
    const sign = { done: '✅', 'no-op': '➖', planned: '📋', failed: '❌' }[result];
    return {
        result,
        message: withWarnings(message, warnings),
        outputs: Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined)),
        summary: repairSummary(message, sign, report, warnings),
    };
}

// EXTERNAL MODULE: ./build/database/backup/made-at.js
var made_at = __webpack_require__(96142);
// EXTERNAL MODULE: ./build/database/side.js
var side = __webpack_require__(13105);
;// CONCATENATED MODULE: ./build/database/repair/beside.js





/**
 * Restores a backup beside the live database, by a role that may do nothing else, and runs `work` on it. It is dropped in any
 * case: what a repair needs of it is staged by then.
 *
 * @param id says which of the states of a repair it is
 */
async function withBeside(task, session, restore, id, work) {
    const { server, signal, log } = task;
    const { live } = await (0,observe/* observe */.lB)(session, server.database);
    const privileges = await (0,privileged/* privilegesFor */._g)(task, restore.backup);
    const note = { ...(0,prepare/* noteOf */.kH)(task, restore.backup), id };
    const name = await (0,database_task/* step */.P)(task, 'create side database', () => (0,side/* createSide */.qB)(session, live, note), (made) => `"${made}" is made beside the live database`);
    try {
        const restorer = await (0,prepare/* restorerOf */.qw)(task, { session, server, name }, restore.jobs, privileges);
        await (0,database_task/* step */.P)(task, 'restore', () => (0,prepare/* fill */.GS)(task, name, restore, restorer, privileges), () => `The backup is restored into "${name}"`);
        const result = await work({ name, reader: restorer?.server ?? server });
        await (0,side/* drop */.gv)(session, name);
        return result;
    }
    catch (error) {
        // A run that is cancelled leaves it to the next one.
        if (!signal.aborted)
            await (0,side/* discard */.vf)(server, session, name).catch((left) => log.warn(`"${name}" is unusable and could not be dropped (the next run, or phase \`clean\`, does it): ${left.message}`));
        throw error;
    }
}

// EXTERNAL MODULE: ./build/database/backup/toc.js
var toc = __webpack_require__(63185);
;// CONCATENATED MODULE: ./build/database/repair/lost-tables.js


/** What is made before rows come back, and what behind them; nothing else is made: no function, and nothing that fires by itself. */
const BEFORE_ROWS = [
    ...['TYPE', 'DOMAIN', 'SEQUENCE', 'TABLE', 'TABLE ATTACH', 'SEQUENCE OWNED BY', 'DEFAULT'],
    ...['VIEW', 'MATERIALIZED VIEW'],
];
const BEHIND_ROWS = [
    ...[
        'CONSTRAINT',
        'CHECK CONSTRAINT',
        'INDEX',
        'INDEX ATTACH',
        'STATISTICS',
        'TRIGGER',
        'RULE',
        'FK CONSTRAINT',
    ],
    ...['ROW SECURITY', 'POLICY', 'COMMENT', 'ACL', 'MATERIALIZED VIEW DATA', 'PUBLICATION TABLE'],
];
/** What is made only where something that is made needs it and it is not there. */
const NEEDED = ['TYPE', 'DOMAIN', 'SEQUENCE'];
/** What others can depend on by its name. */
const NAMED = ['TABLE', 'VIEW', 'MATERIALIZED VIEW'];
/**
 * How tables that are gone are made again, and all that went with them: what the backup's own table of contents says of them, of
 * the keys that refer to them, and of the views that read them.
 */
async function readLostTables(live, entries, tables) {
    const [first, ...others] = tables;
    if (!first)
        return [];
    const parts = entries.map(({ kind, schema, name, definition }) => ({
        ...{ kind, schema: (0,written/* textIn */.r)(schema), name: (0,written/* textIn */.r)(name), definition: (0,written/* textIn */.r)(definition) },
    }));
    const there = await presentIn(live, parts);
    const needed = relatedParts(parts, tables.flatMap(namesOf), there);
    const made = needed.filter(({ kind }) => BEFORE_ROWS.includes(kind));
    const later = BEHIND_ROWS.flatMap((kind) => needed.filter((part) => part.kind === kind));
    const lost = (shape) => ({
        kind: 'table',
        name: (0,snapshots_tables/* nameOf */.Vb)(shape),
        add: [],
        later: [],
        notAddedBack: [],
    });
    return [
        {
            ...lost(first),
            add: made.map(({ definition }) => definition),
            later: later.map(({ kind, name, definition }) => ({
                name: `${kind.toLowerCase()} ${name}`,
                statements: [definition],
            })),
        },
        ...others.map(lost),
    ];
}
/** A table and its partitions, as `schema.table`. */
const namesOf = (shape) => [`${shape.schema}.${shape.name}`, ...shape.leaves];
/** Of what has a name in the backup, what is there today. */
async function presentIn(live, parts) {
    const names = parts.filter(({ kind }) => [...NEEDED, ...NAMED].includes(kind));
    const rows = await live.query(`SELECT schema || '.' || name AS name FROM unnest($1::text[], $2::text[]) AS t(schema, name)
     WHERE to_regclass(format('%I.%I', schema, name)) IS NOT NULL OR to_regtype(format('%I.%I', schema, name)) IS NOT NULL`, [names.map(({ schema }) => schema), names.map(({ name }) => name)]);
    return new Set(rows.map(({ name }) => name));
}
/** What has to do with these names, and with what is made because of them. Pure. */
function relatedParts(parts, names, there) {
    const known = new Set(names);
    const needed = new Set();
    const isMissing = ({ schema, name }) => !there.has(`${schema}.${name}`);
    for (let changed = true; changed;) {
        changed = false;
        for (const part of parts) {
            const { kind, schema, name, definition } = part;
            if (needed.has(part) || ![...BEFORE_ROWS, ...BEHIND_ROWS].includes(kind))
                continue;
            const own = `${schema}.${name}`;
            const isPart = NEEDED.includes(kind) && !definition.startsWith('ALTER TABLE')
                ? isMissing(part) && [...needed].some((other) => mentions(other.definition, own))
                : NAMED.includes(kind)
                    ? isMissing(part) &&
                        (known.has(own) || (kind !== 'TABLE' && [...known].some((one) => mentions(definition, one))))
                    : [...known].some((one) => mentions(definition, one));
            if (!isPart)
                continue;
            needed.add(part);
            if (NAMED.includes(kind))
                known.add(own);
            changed = true;
        }
    }
    return parts.filter((part) => needed.has(part));
}
/** A pattern of a name as pg_dump writes it: as it is, or in quotes. Pure. */
function writtenPattern(name) {
    const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return `(?:${plain}|"${plain.replaceAll('"', '""')}")`;
}
/** Whether a statement names something, as pg_dump writes names. Pure. */
function mentions(definition, name) {
    const at = name.indexOf('.');
    if (!definition.includes(name.slice(at + 1).replaceAll('"', '""')))
        return false;
    const [schema, own] = [name.slice(0, at), name.slice(at + 1)].map(writtenPattern);
    return new RegExp(`(?<![\\w"$.])${schema}\\.${own}(?![\\w"$])`, 'u').test(definition);
}

;// CONCATENATED MODULE: ./build/database/repair/part.js





/**
 * What hinders where only rows are wanted: triggers fire on the rows of a partition that is filled behind its parent's, and what
 * is made of rows takes its time.
 */
const NEVER = /^(TRIGGER|EVENT TRIGGER|MATERIALIZED VIEW DATA|BLOBS|LARGE OBJECTS|POLICY|ROW SECURITY|PUBLICATION) /;
/**
 * Which entries of an archive are not restored where only some tables are meant: the rows of the others, and foreign keys that
 * would miss them. The text is that of pg_restore's list.
 */
function leftOutOf(backup, live, inScope) {
    if (backup.form === 'plain')
        return () => false;
    const namesOf = (shape) => [`${shape.schema}.${shape.name}`, ...shape.leaves];
    const wanted = new Set(inScope.flatMap(({ table }) => {
        const today = find(live, table);
        return today ? namesOf(today) : [`${table.schema}.${table.name}`];
    }));
    // What today's database does not know may be a partition, or a table, that the accident has dropped.
    const known = new Set(live.flatMap(namesOf));
    const isOut = (name) => known.has(name) && !wanted.has(name);
    const unwanted = [...known].filter(isOut);
    const out = new Set();
    for (const { kind, schema, name, definition } of (0,toc/* entriesOf */.Mc)(backup)) {
        const start = `${kind} ${(0,written/* textIn */.r)(schema)} ${(0,written/* textIn */.r)(name)} `;
        if (kind === 'TABLE DATA' && isOut(`${(0,written/* textIn */.r)(schema)}.${(0,written/* textIn */.r)(name)}`))
            out.add(start);
        // `ALTER TABLE ONLY a ADD CONSTRAINT … FOREIGN KEY (…) REFERENCES b(…)`: both have their rows, or it is left out.
        if (kind === 'FK CONSTRAINT' && unwanted.some((one) => mentions((0,written/* textIn */.r)(definition), one)))
            out.add(start);
    }
    const starts = [...out];
    return (line) => NEVER.test(line) || (0,one_database_extensions/* isOfOneDatabaseExtension */.UY)(line) || starts.some((start) => line.startsWith(start));
}

// EXTERNAL MODULE: ./build/domain/snapshots/transaction.js
var transaction = __webpack_require__(91879);
// EXTERNAL MODULE: ./build/domain/snapshots/fingerprint.js
var fingerprint = __webpack_require__(30163);
// EXTERNAL MODULE: ./build/domain/snapshots/row-query.js
var row_query = __webpack_require__(13186);
;// CONCATENATED MODULE: ./build/database/repair/compare.js




/** Of each side, where rows are counted by their hashes. */
const ROWS_IN_MEMORY = 1_000_000;
/** Finds the rows of a table that differ between two states: hashed in small buckets, then those of the buckets that differ. */
class Comparison {
    #by;
    #buckets;
    /** The numbers of the buckets that differ; undefined is each. */
    #differing;
    constructor(one, other, by) {
        this.#by = by;
        this.#buckets = (0,row_query/* bucketsFor */.vE)(Math.max(one.shape.rows, other.shape.rows));
    }
    /** @returns whether any row differs */
    async find(one, other) {
        const [a, b] = await Promise.all([one, other].map((side) => this.#states(side)));
        const differing = [];
        for (let number = 0; number < this.#buckets; number++)
            if (a?.[number] !== b?.[number])
                differing.push(number);
        this.#differing = differing;
        return differing.length > 0;
    }
    /** What each bucket holds, at its number; nothing where it has no rows. */
    async #states({ session, shape }) {
        const rows = await session.query(`SELECT bucket, count(*) || ' ' || sum(hash) AS state FROM (SELECT ${this.#bucket(shape)}::int4 AS bucket, ${this.#row(shape)} AS hash
         FROM ${from(shape)} OFFSET 0) AS rows GROUP BY bucket`);
        const states = new Array(this.#buckets);
        for (const { bucket, state } of rows)
            states[bucket] = state;
        return states;
    }
    /** The rows of the buckets that differ, as `COPY` takes a query. */
    rows({ shape }) {
        const columns = this.#by.columns.map((column) => valueIn(shape, column));
        return `SELECT ${columns.join(', ')} FROM ${from(shape)} WHERE ${this.#wanted(shape)}`;
    }
    /** How many rows one has and the other has not, and how many are others in it. */
    async counts(one, other) {
        const counts = { onlyOne: 0, onlyOther: 0, changed: 0 };
        const rows = ((this.#differing?.length ?? this.#buckets) / this.#buckets) *
            Math.max(one.shape.rows, other.shape.rows);
        const parts = 2 ** Math.ceil(Math.log2(Math.max(1, rows / ROWS_IN_MEMORY)));
        for (let part = 0; part < parts; part++) {
            const [a, b] = await Promise.all([one, other].map((side) => this.#hashes(side, part, parts)));
            for (const [key, hash] of a ?? []) {
                const today = b?.get(key);
                if (today === undefined)
                    counts.onlyOne++;
                else if (today !== hash)
                    counts.changed++;
            }
            for (const key of b?.keys() ?? [])
                if (!a?.has(key))
                    counts.onlyOther++;
        }
        return counts;
    }
    async #hashes({ session, shape }, part, parts) {
        const rows = await session.query(`SELECT ${this.#key(shape, 0)}::text || ' ' || ${this.#key(shape, row_query/* KEY_SEED */.U3)}::text AS key, ${this.#row(shape)}::text AS hash
       FROM ${from(shape)} WHERE ${this.#wanted(shape)} AND (${this.#key(shape, 0)} & ${parts - 1}) = ${part}`);
        return new Map(rows.map(({ key, hash }) => [key, hash]));
    }
    /** Where nearly all differ, asking for each row whether it is of them is the longer way. */
    #wanted(shape) {
        return this.#differing === undefined || this.#differing.length > this.#buckets * 0.75
            ? 'true'
            : `${this.#bucket(shape)} = ANY ('{${this.#differing.join(',')}}'::int8[])`;
    }
    #bucket(shape) {
        return `(${this.#key(shape, row_query/* KEY_SEED */.U3)} & ${this.#buckets - 1})`;
    }
    #key(shape, seed) {
        const { columns, key } = this.#by;
        return (0,fingerprint/* hashOf */.qQ)(`ROW(${columns
            .filter(({ name }) => key.includes(name))
            .map((column) => valueIn(shape, column))
            .join(', ')})`, seed);
    }
    #row(shape) {
        return (0,fingerprint/* hashOf */.qQ)(`ROW(${this.#by.columns.map((column) => valueIn(shape, column)).join(', ')})`);
    }
}
const from = (shape) => `${rowsOf(shape)} AS t`;
/** NULL stands for a column that a state does not have. */
const valueIn = ({ columns }, { name }) => columns.some((column) => column.name === name) ? `t.${(0,quote/* quoteName */.AB)(name)}` : 'NULL';

// EXTERNAL MODULE: ./build/database/backup/named-roles.js
var named_roles = __webpack_require__(58098);
;// CONCATENATED MODULE: ./build/database/repair/column-grants.js



/** The same with the backup's grants on the column: what is restored beside has no grants. */
function withGrants(lost, entries, { schema, name }, column) {
    const forms = (text) => [text, (0,quote/* quoteName */.AB)(text)];
    const tags = forms(name).flatMap((table) => forms(column).map((own) => `COLUMN ${table}.${own}`));
    const grants = entries
        .filter(({ kind }) => kind === 'ACL')
        .filter((entry) => (0,written/* textIn */.r)(entry.schema) === schema && tags.includes((0,written/* textIn */.r)(entry.name)))
        .flatMap(({ definition }) => definition.split('\n'))
        .filter((line) => {
        const roles = (0,named_roles/* namedRolesOf */.Q)(line);
        return roles !== undefined && 'grantee' in roles;
    });
    return {
        ...lost,
        later: [...lost.later, ...grants.map((line) => ({ name: (0,written/* textIn */.r)(line), statements: [(0,written/* textIn */.r)(line)] }))],
    };
}

;// CONCATENATED MODULE: ./build/database/repair/column-in-archive.js


/** In the order in which they are made again: a policy may read what a key refers to. */
const KINDS = ['STATISTICS', 'FK CONSTRAINT', 'TRIGGER', 'POLICY'];
/**
 * The same with what went with the column and is not restored beside, as the archive has it: keys to it and from it, triggers and
 * policies that name it, statistics. What is there today is left as it is when these are made.
 */
function withArchived(lost, entries, shape, column) {
    const table = `${shape.schema}.${shape.name}`;
    const hung = KINDS.flatMap((kind) => entries
        .filter((entry) => entry.kind === kind)
        .map(({ name, definition }) => ({ kind, name: (0,written/* textIn */.r)(name), definition: (0,written/* textIn */.r)(definition) }))
        .filter((entry) => hangsOn(entry, table, column)));
    return {
        ...lost,
        later: [
            ...lost.later,
            ...hung.map(({ kind, name, definition }) => ({
                name: `${kind.toLowerCase()} ${name}`,
                statements: statementsOf(kind, definition),
            })),
        ],
    };
}
/** Whether what is defined names a column of a table, as pg_dump writes it, so that it went with the column. Pure. */
function hangsOn({ kind, definition }, table, column) {
    if (!mentions(definition, table))
        return false;
    const names = (part) => hasWord(part, column);
    if (kind === 'FK CONSTRAINT') {
        const { own, columns, to, toColumns } = partsOfKey(definition);
        return (mentions(own, table) && names(columns)) || (mentions(to, table) && names(toColumns));
    }
    if (kind === 'TRIGGER')
        return (names(between(definition, ' UPDATE OF ', ' ON ')) || names(between(definition, ' WHEN (', ' EXECUTE ')));
    if (kind === 'POLICY')
        return names(between(definition, ' USING (')) || names(between(definition, ' WITH CHECK ('));
    return names(between(definition, ' ON ', ' FROM '));
}
/** `ALTER TABLE own ADD CONSTRAINT … FOREIGN KEY (columns) REFERENCES to(toColumns)`. Pure. */
function partsOfKey(definition) {
    const to = between(definition, ' REFERENCES ', '(');
    return {
        own: definition.slice(0, definition.indexOf(ADDS)),
        columns: between(definition, ' FOREIGN KEY (', ')'),
        to,
        toColumns: between(definition, ` REFERENCES ${to}(`, ')'),
    };
}
const ADDS = 'ADD CONSTRAINT ';
/** What stands between two texts; empty where the first is not there. Pure. */
function between(text, from, until) {
    const start = text.indexOf(from);
    if (start < 0)
        return '';
    const rest = text.slice(start + from.length);
    const end = until === undefined ? -1 : rest.indexOf(until);
    return end < 0 ? rest : rest.slice(0, end);
}
/** Pure. */
const hasWord = (text, word) => new RegExp(`(?<![\\w"$])${writtenPattern(word)}(?![\\w"$])`, 'u').test(text);
/** A key is checked when it is there, so that nobody waits for that. Only of a partitioned table it cannot be made so. Pure. */
function statementsOf(kind, definition) {
    const text = definition.trim();
    if (kind !== 'FK CONSTRAINT' || !text.startsWith('ALTER TABLE ONLY ') || text.endsWith(' NOT VALID;'))
        return [text];
    const name = between(text, ADDS, ' FOREIGN KEY (');
    const table = text.slice(0, text.indexOf(ADDS)).trim();
    return [`${text.slice(0, -1)} NOT VALID`, `${table} VALIDATE CONSTRAINT ${name}`];
}

// EXTERNAL MODULE: ./build/base/deadline.js
var deadline = __webpack_require__(68606);
// EXTERNAL MODULE: ./build/systems/postgres/session.js + 1 modules
var postgres_session = __webpack_require__(57417);
;// CONCATENATED MODULE: ./build/database/repair/objects.js





/** Reads from the state before the accident what hung on a column. */
async function readLostColumn(before, shape, column) {
    const { fallback, identity, notNull } = shape.columns.find(({ name }) => name === column.name);
    const hanging = await readHanging(before, shape, column);
    const table = (0,quote/* quoteTable */.Z8)(shape);
    const of = `${table} ALTER COLUMN ${(0,quote/* quoteName */.AB)(column.name)}`;
    const name = `${(0,snapshots_tables/* nameOf */.Vb)(shape)}.${column.name}`;
    return {
        kind: 'column',
        name,
        add: [
            `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${(0,quote/* quoteName */.AB)(column.name)} ${column.type}`,
            ...(identity
                ? []
                : hanging.sequences.flatMap((sequence) => sequenceStatements(sequence, `${table}.${(0,quote/* quoteName */.AB)(column.name)}`))),
            ...(fallback === null ? [] : [`ALTER TABLE ${of} SET DEFAULT ${fallback}`]),
            ...(hanging.comment === null
                ? []
                : [`COMMENT ON COLUMN ${table}.${(0,quote/* quoteName */.AB)(column.name)} IS ${(0,quote/* quoteText */.ol)(hanging.comment)}`]),
        ],
        later: [
            ...hanging.constraints.map((constraint) => ({
                name: constraint.name,
                statements: constraintStatements(shape, constraint),
            })),
            ...hanging.indexes.map(({ name, definition }) => ({
                name,
                statements: [
                    shape.partitioned
                        ? definition.replace(' ON ONLY ', ' ON ')
                        : definition.replace(/ INDEX /, ' INDEX CONCURRENTLY '),
                ],
            })),
        ],
        notAddedBack: [
            ...(notNull
                ? [
                    `${name} was NOT NULL and is not now, as rows that were written since have no value: fill them, then ALTER TABLE ${of} SET NOT NULL`,
                ]
                : []),
            ...(identity ? [`${name} was numbered by the server (IDENTITY) and is not now`] : []),
            ...hanging.computed.map((other) => `${(0,snapshots_tables/* nameOf */.Vb)(shape)}.${other.name} was computed of ${name} and went with it, with what hung on it: ALTER TABLE ${table} ADD COLUMN ${(0,quote/* quoteName */.AB)(other.name)} ${other.definition} (the table is written anew, and locked meanwhile)`),
            ...hanging.views.map((view) => `the view ${view} had ${name}: make it again where it is gone`),
        ],
    };
}
/** What is defined on a column, or by it. */
const readHanging = (before, shape, column) => before.one(`SELECT col_description(c.oid, a.attnum) AS comment,
       (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'kind', k.contype, 'definition', pg_get_constraintdef(k.oid)) ORDER BY k.conname), '[]')
         FROM pg_constraint k WHERE k.conrelid = c.oid AND a.attnum = ANY (k.conkey) AND k.contype IN ('u', 'c', 'f', 'x') AND k.conparentid = 0) AS constraints,
       (SELECT coalesce(json_agg(json_build_object('name', i.indexrelid::regclass::text, 'definition', pg_get_indexdef(i.indexrelid)) ORDER BY i.indexrelid), '[]')
         FROM pg_index i WHERE i.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = c.oid)
           AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid AND d.refobjid = c.oid AND d.refobjsubid = a.attnum)) AS indexes,
       (SELECT coalesce(json_agg(DISTINCT r.ev_class::regclass::text), '[]') FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
         WHERE d.classid = 'pg_rewrite'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum AND r.ev_class <> c.oid) AS views,
       (SELECT coalesce(json_agg(json_build_object('name', g.attname, 'definition', format('%s GENERATED ALWAYS AS (%s)%s', format_type(g.atttypid, g.atttypmod),
           pg_get_expr(e.adbin, e.adrelid), CASE g.attgenerated WHEN 's' THEN ' STORED' ELSE '' END)) ORDER BY g.attnum), '[]')
         FROM pg_attrdef e JOIN pg_attribute g ON g.attrelid = e.adrelid AND g.attnum = e.adnum AND g.attgenerated <> ''
         WHERE e.adrelid = c.oid AND EXISTS (SELECT FROM pg_depend d WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum
           AND ((d.classid = 'pg_attrdef'::regclass AND d.objid = e.oid) OR (d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = g.attnum)))) AS computed,
       (SELECT coalesce(json_agg(json_build_object('name', format('%I.%I', qn.nspname, q.relname), 'last', pg_sequence_last_value(q.oid)::text, 'options',
           format('AS %s INCREMENT BY %s MINVALUE %s MAXVALUE %s START WITH %s CACHE %s%s', format_type(s.seqtypid, NULL), s.seqincrement, s.seqmin, s.seqmax,
             s.seqstart, s.seqcache, CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END))), '[]')
         FROM pg_depend d JOIN pg_class q ON q.oid = d.objid AND q.relkind = 'S' JOIN pg_namespace qn ON qn.oid = q.relnamespace JOIN pg_sequence s ON s.seqrelid = q.oid
         WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum AND d.deptype = 'a') AS sequences
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.oid = $1::oid AND a.attname = $2`, [String(shape.oid), column.name]);
/** It goes on behind what it has given out: users get numbers of it before the old ones are back. */
const sequenceStatements = ({ name, options, last }, column) => [
    `CREATE SEQUENCE IF NOT EXISTS ${name} ${options}`,
    `ALTER SEQUENCE ${name} OWNED BY ${column}`,
    ...(last === null
        ? []
        : [`SELECT pg_catalog.setval(${(0,quote/* quoteText */.ol)(name)}, greatest(last_value, ${last}::bigint)) FROM ${name}`]),
];
/** So that no session waits until all rows are checked. */
function constraintStatements(shape, { name, kind, definition }) {
    const table = (0,quote/* quoteTable */.Z8)(shape);
    const add = `ALTER TABLE ${table} ADD CONSTRAINT ${(0,quote/* quoteName */.AB)(name)}`;
    if (kind === 'u' && !shape.partitioned && /^UNIQUE \([^()]*\)$/.test(definition))
        return [
            `CREATE UNIQUE INDEX CONCURRENTLY ${(0,quote/* quoteName */.AB)(name)} ON ${table} ${definition.slice('UNIQUE '.length)}`,
            `${add} UNIQUE USING INDEX ${(0,quote/* quoteName */.AB)(name)}`,
        ];
    if (kind === 'c' || (kind === 'f' && !shape.partitioned))
        return [
            `${add} ${definition.replace(/ NOT VALID$/, '')} NOT VALID`,
            `ALTER TABLE ${table} VALIDATE CONSTRAINT ${(0,quote/* quoteName */.AB)(name)}`,
        ];
    return [`${add} ${definition}`];
}
/** Milliseconds that a change of a definition waits for its lock: every other session waits behind it. */
const LOCK_MS = 2000;
const ATTEMPTS = 5;
const within = (session) => (work) => work(session);
/** Does what needs an exclusive lock of a table for a moment; tries again where another session has it. @throws ActionError naming the holder */
async function shortly(open, signal, work) {
    for (let attempt = 1;; attempt++) {
        try {
            return await open(async (session) => {
                await session.run(`SET lock_timeout = ${LOCK_MS}`);
                return work(session);
            });
        }
        catch (error) {
            if ((0,postgres_session/* codeOf */.$N)(error) !== LOCK_NOT_AVAILABLE)
                throw error;
            if (attempt === ATTEMPTS)
                throw await open((session) => heldBy(session, error));
        }
        await (0,deadline/* pause */.v7)(LOCK_MS / 4, signal);
    }
}
const LOCK_NOT_AVAILABLE = '55P03';
async function heldBy(session, cause) {
    // Of another role's session the server tells its number alone.
    const holders = await session.query(`SELECT format('%s%s, pid %s, holds %s', coalesce(a.usename::text, 'unknown'), ' "' || nullif(a.application_name, '') || '"', a.pid,
         string_agg(DISTINCT l.relation::regclass::text, ' and ')) AS holder
     FROM pg_locks l JOIN pg_stat_activity a USING (pid) JOIN pg_class c ON c.oid = l.relation
     WHERE l.locktype = 'relation' AND l.granted AND a.pid <> pg_backend_pid() AND c.relkind IN ('r', 'p')
       AND coalesce(a.backend_type, 'client backend') = 'client backend' AND coalesce(a.xact_start < now() - interval '2 s', true)
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND l.relation >= 16384
     GROUP BY a.usename, a.application_name, a.pid LIMIT 5`);
    const all = holders.map(({ holder }) => holder).join('; ') || 'sessions that are gone by now';
    return new errors/* ActionError */.lZ(`A table that is to be repaired is held by others (${all}), and no row was changed; end them, or wait for them, and run this again.`, { cause });
}
/** Makes columns and tables again, empty. */
async function addBack(session, signal, lost) {
    if (lost.length === 0)
        return;
    const add = async () => {
        for (const { kind, name, add } of lost) {
            // All of it was made at once, by a run that was killed behind it.
            if (kind === 'table' && (await isThere(session, name)))
                continue;
            for (const sql of add)
                await session.run(sql);
        }
    };
    await shortly(within(session), signal, () => session.transaction(add));
}
async function isThere(session, name) {
    const { there } = await session.one('SELECT to_regclass($1) IS NOT NULL AS there', [
        name,
    ]);
    return there;
}
/**
 * Makes again what hung on what is back. What is there already is left.
 *
 * @returns a sentence for each that could not be made
 */
async function addLater(session, signal, lost) {
    const failed = [];
    for (const { name: of, later } of lost)
        for (const { name, statements } of later)
            try {
                for (const sql of statements)
                    await shortly(within(session), signal, () => session.run(sql));
            }
            catch (error) {
                signal.throwIfAborted();
                if (ALREADY_THERE.includes((0,postgres_session/* codeOf */.$N)(error)))
                    continue;
                await dropInvalid(session, name, of);
                failed.push(`${name} of ${of} could not be made again: ${(0,errors/* messageOf */.bD)(error)}`);
            }
    return failed;
}
/** An index that was made beside others' work and has failed stays, and keeps its name. */
async function dropInvalid(session, name, column) {
    const invalid = await session.query(`SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE NOT i.indisvalid AND (c.relname = $1 OR i.indexrelid = to_regclass($1)) AND $2 LIKE (i.indrelid::regclass::text || '.%')`, [name, column]);
    for (const index of invalid)
        await session.run(`DROP INDEX CONCURRENTLY ${index.name}`);
}
const ALREADY_THERE = ['42P07', '42710'];

;// CONCATENATED MODULE: ./build/database/repair/lost.js





/** Reads how what the accident has dropped is made again, tables first. */
async function readLost({ before, live }, backup, { tables, columns }) {
    if (tables.length === 0 && columns.length === 0)
        return [];
    // With a plain dump, which has no table of contents, a table that is gone was refused before.
    const entries = backup.form === 'plain' ? undefined : (0,toc/* entriesOf */.Mc)(backup);
    const lost = entries ? await readLostTables(live, entries, tables) : [];
    for (const { shape, column } of columns) {
        const read = await readLostColumn(before, shape, column);
        lost.push(entries
            ? withGrants(withArchived(read, entries, shape, column.name), entries, shape, column.name)
            : withoutArchive(read));
    }
    return lost;
}
const withoutArchive = (lost) => ({
    ...lost,
    notAddedBack: [
        ...lost.notAddedBack,
        `foreign keys to ${lost.name}, and triggers, policies and statistics that name it, are not made again from a plain dump, if there were any`,
        `grants on ${lost.name} alone are not made again from a plain dump, if there were any`,
    ],
});

;// CONCATENATED MODULE: ./build/database/repair/preconditions.js



/** Prepared transactions that hold a table: its lock is not free before they are ended. */
async function preparedTransactions(live, oids) {
    const [held] = await live.query(`SELECT string_agg(DISTINCT relation::regclass::text, ', ') AS tables FROM pg_locks
     WHERE pid IS NULL AND locktype = 'relation' AND relation = ANY ($1::int8[]::oid[])
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`, [oids]);
    return held?.tables
        ? [
            `prepared transactions hold ${held.tables}: COMMIT PREPARED or ROLLBACK PREPARED each (pg_prepared_xacts)`,
        ]
        : [];
}
/** Event triggers of other roles: they would run as this user when definitions change. */
async function foreignEventTriggers(live) {
    const found = await live.query(`SELECT evtname::text AS name, pg_get_userbyid(evtowner)::text AS owner FROM pg_event_trigger
     WHERE evtenabled IN ('O', 'A') AND evtevent <> 'login' AND NOT pg_has_role(evtowner, 'USAGE')`);
    return found.map(({ name, owner }) => `the event trigger "${name}" of "${owner}" would fire when something is added back: ALTER EVENT TRIGGER … DISABLE meanwhile`);
}
/** Says where migrations stand elsewhere than in the backup. */
async function otherHeads(before, live) {
    const heads = async (session) => {
        const tables = (await (0,snapshots_tables/* tablesOf */.tI)(session, undefined, false)).filter((table) => (0,migrations/* isOfMigrations */.d2)(table) && table.readable);
        return (0,migrations/* migrationHeads */.Q0)(session, tables);
    };
    const [then, now] = [await heads(before), await heads(live)];
    return then.flatMap((one) => {
        const today = now.find(({ schema, name }) => schema === one.schema && name === one.name);
        return today && today.head !== one.head
            ? [
                `Migrations (${(0,snapshots_tables/* nameOf */.Vb)(one)}) are at ${today.head || 'none'}, and were at ${one.head || 'none'} in the backup; a repair leaves that as it is.`,
            ]
            : [];
    });
}
/** A column that is named and is nowhere is a mistake that would be found too late. */
function unknownColumns(inScope, { before }, { columns, stamps }) {
    const known = inScope.flatMap(({ table }) => (find(before, table)?.columns ?? []).flatMap(({ name }) => [
        name,
        `${table.name}.${name}`,
        `${table.schema}.${table.name}.${name}`,
    ]));
    return [...columns, ...stamps]
        .filter((name) => !known.includes(name))
        .map((name) => `no table that is meant has a column "${name}"`);
}
/** Why the times of commits are no evidence. */
async function withoutCommitTimes(live, { window }) {
    if (window === undefined)
        return [];
    const { kept, future } = await live.one(`SELECT current_setting('track_commit_timestamp') AS kept, to_timestamp($1::float8) > clock_timestamp() AS future`, [window.until]);
    return [
        ...(kept === 'on'
            ? []
            : [
                'the server does not keep the times of commits (track_commit_timestamp is off), by which `since` and `until` tell the accident: give `after`, a backup from after the accident',
            ]),
        ...(future ? ['`until` is in the future, and what users write until then is not the accident'] : []),
    ];
}
/** Columns whose types today's database does not have. */
async function missingTypes(live, { columns }) {
    const rows = await live.query('SELECT name FROM unnest($1::text[], $2::text[]) AS t(name, type) WHERE to_regtype(type) IS NULL', [columns.map(({ name }) => name), columns.map(({ base }) => base)]);
    return rows.map(({ name }) => name);
}

;// CONCATENATED MODULE: ./build/database/repair/stage.js











/** Makes a session write values as those do that read the other states. */
const readAlike = (live) => live.run(`${(0,transaction/* readingSettings */.ih)(live, 'SET')}; SET lock_timeout = '30s'`);
/** New sessions of the live database that read and write alike. */
const anew = (server) => (work) => server.use(server.database, async (live) => {
    await readAlike(live);
    return work(live);
});
/**
 * Finds what differs between the states and brings it into the live database, into `schema` and nowhere else.
 *
 * @throws ActionError with all that cannot be repaired
 */
async function stage(task, sources, live, schema, options) {
    const read = ({ name, reader }, work) => (0,transaction/* readAt */.m6)(reader.withSignal(task.signal), name, undefined, work);
    return read(sources.before.beside, (before) => sources.after
        ? read(sources.after.beside, (after) => stageAll(task, { before, after, live }, sources, schema, options))
        : stageAll(task, { before, after: undefined, live }, sources, schema, options));
}
async function stageAll(task, open, sources, schema, options) {
    const states = {
        before: await shapesOf(open.before),
        after: open.after && (await shapesOf(open.after)),
        live: await shapesOf(open.live),
    };
    const inScope = tablesInScope(states, options, task.server.database);
    await requireRepairable(inScope, states, sources, open.live, options);
    const pieces = [];
    const columns = [];
    for (const one of inScope) {
        const before = find(states.before, one.table);
        const today = find(states.live, one.table);
        // A table that is newer than the backup has lost nothing that the backup has.
        if (!before)
            continue;
        const shapes = { before, after: find(states.after, one.table), live: today };
        const piece = await stageOne(task, open, shapes, one, {
            schema,
            options: options,
            number: pieces.length + 1,
        });
        pieces.push(piece);
        const isGone = ({ lost, chosen, name }) => lost && chosen && !today?.columns.some((column) => column.name === name);
        if (today)
            columns.push(...piece.columns.filter(isGone).map((column) => ({ shape: before, column })));
    }
    const tables = inScope.flatMap(({ table }) => find(states.live, table) ? [] : (find(states.before, table) ?? []));
    const lost = await readLost(open, sources.before.backup, { tables, columns });
    if (lost.length > 0)
        requireNone(await foreignEventTriggers(open.live));
    for (const sentence of await otherHeads(open.before, open.live))
        task.log.warn(sentence);
    return { pieces, lost };
}
/** @throws ActionError with all that cannot be repaired */
async function requireRepairable(inScope, states, sources, live, options) {
    requireNone([
        ...inScope.flatMap(({ table }) => refusalsOf(table, states)),
        ...inScope.flatMap(({ table }) => lacksOfBackups(table, states, sources)),
        ...inScope.flatMap(({ table }) => sources.before.backup.form === 'plain' && !find(states.live, table)
            ? [
                `${(0,snapshots_tables/* nameOf */.Vb)(table)} is gone, and only an archive (pg_dump --format=custom) says for certain how it is made again`,
            ]
            : []),
        ...unknownColumns(inScope, states, options),
        ...(await withoutCommitTimes(live, options)),
        ...(await preparedTransactions(live, inScope.flatMap(({ table }) => find(states.live, table)?.oid ?? []))),
    ]);
}
/** The backups that have no rows of a table. */
function lacksOfBackups(table, states, { before, after }) {
    return [
        ...(lackingRows(before.backup, find(states.before, table))
            ? [`\`backup\` has no rows of ${(0,snapshots_tables/* nameOf */.Vb)(table)}`]
            : []),
        ...(after && lackingRows(after.backup, find(states.after, table))
            ? [`\`after\` has no rows of ${(0,snapshots_tables/* nameOf */.Vb)(table)}`]
            : []),
    ];
}
/** The columns of a table as they are staged: one whose type is gone with its table is staged as text. */
async function columnsToStage(live, table, shapes, options) {
    const missing = await missingTypes(live, shapes.before);
    const columns = columnsOf({ ...shapes, live: shapes.live ?? shapes.before }, options).map((column) => missing.includes(column.name) && !shapes.live ? { ...column, type: 'text', later: column.type } : column);
    const key = commonKey(Object.values(shapes).filter((shape) => shape !== undefined));
    requireNone(missing
        .filter((name) => key.includes(name) || columns.find((column) => column.name === name)?.lost)
        .map((name) => `the type of ${(0,snapshots_tables/* nameOf */.Vb)(table)}.${name} is gone: make it again first`));
    return { columns, key };
}
async function stageOne({ log }, open, shapes, { table, reachedFrom }, { schema, options, number }) {
    const hasAfter = open.after !== undefined;
    const { columns, key } = await columnsToStage(open.live, table, shapes, options);
    const before = { session: open.before, shape: shapes.before };
    const live = shapes.live && { session: open.live, shape: shapes.live };
    // A table that is not there any more right after the accident has no rows then.
    const after = open.after && shapes.after ? { session: open.after, shape: shapes.after } : undefined;
    const bare = {
        ...{ schema: table.schema, name: table.name, number, reachedFrom, columns, key, hasAfter },
        ...(options.window && { window: options.window }),
        ...{ newer: 0, deletedSince: 0, made: 0, rules: rulesOf(shapes.before) },
        sequences: shapes.before.sequences.flatMap(({ sequence, last }) => last === null ? [] : [{ sequence, last }]),
    };
    const staged = new Staged(bare, shapes.live, schema);
    const { make, fill } = stagingOf(open.live, staged);
    await make('b');
    if (hasAfter)
        await make('a');
    const others = hasAfter ? after : live;
    let made = 0;
    if (!others)
        await fill('b', before, new Comparison(before, before, { columns, key }).rows(before));
    else {
        const comparison = new Comparison(before, others, { columns, key });
        if (await comparison.find(before, others)) {
            await fill('b', before, comparison.rows(before));
            if (hasAfter) {
                await fill('a', others, comparison.rows(others));
                made = await keepDifferences(open.live, staged);
            }
        }
    }
    const since = live ? await writtenSince(after ?? before, live, { columns, key }, hasAfter) : {};
    log.info(`✓ ${(0,snapshots_tables/* nameOf */.Vb)(table)} is compared`);
    return { ...bare, ...since, made };
}
/** Makes the tables that rows of a state are staged in, `b` from before the accident and `a` from after it, and fills them. */
function stagingOf(live, staged) {
    const { columns } = staged.piece;
    const definition = columns.map(({ name, type }) => `${(0,quote/* quoteName */.AB)(name)} ${type}`).join(', ');
    const make = async (letter) => live.run(`CREATE TABLE ${staged.at(letter)} (${definition})`);
    const fill = async (letter, { session }, sql) => {
        try {
            await session.copy(`COPY (${sql}) TO STDOUT`, live, `COPY ${staged.at(letter)} (${staged.names(columns)}) FROM STDIN`);
        }
        catch (error) {
            throw new errors/* ActionError */.lZ(`Rows of ${(0,snapshots_tables/* nameOf */.Vb)(staged.piece)} do not fit into the table as it is today, and nothing was changed: ${(0,sentence/* withoutFullStop */.Qu)((0,errors/* messageOf */.bD)(error))}.`, { cause: error, details: error instanceof errors/* ActionError */.lZ ? error.details : [] });
        }
        await live.run(`${staged.indexSql(letter)}; ANALYZE ${staged.at(letter)}`);
    };
    return { make, fill };
}
/** Takes away what lies beside rows that differ, and says how many rows the accident has made. */
async function keepDifferences(live, staged) {
    const { made } = await live.one(`SELECT count(*)::text AS made FROM ${staged.at('a')} AS a WHERE NOT EXISTS (SELECT FROM ${staged.at('b')} AS b WHERE ${staged.sameKey('a', 'b')})`);
    await live.run(`DELETE FROM ${staged.at('b')} AS b USING ${staged.at('a')} AS a WHERE ${staged.sameKey('a', 'b')}
       AND ROW(b.*)::record OPERATOR(pg_catalog.*=) ROW(a.*)::record;
     ANALYZE ${staged.at('b')}`);
    return Number(made);
}
/** What users have written since, by the newest state that is known. */
async function writtenSince(reference, live, { columns, key }, hasAfter) {
    const common = columns.filter(({ name }) => [reference, live].every(({ shape }) => shape.columns.some((column) => column.name === name)));
    const comparison = new Comparison(reference, live, { columns: common, key });
    if (!(await comparison.find(reference, live)))
        return { newer: 0, deletedSince: 0 };
    const { onlyOne, onlyOther, changed } = await comparison.counts(reference, live);
    return hasAfter
        ? { newer: onlyOther + changed, deletedSince: onlyOne }
        : { newer: onlyOther, deletedSince: 0 };
}

;// CONCATENATED MODULE: ./build/database/repair/state.js





/** Whether something is left to be done. Pure. */
const hasWorkLeft = ({ state }) => state === 'planned' || state === 'begun';
/** Whether there is something for an undo to take back. Pure. */
const isWritten = ({ state }) => state === 'applied' || state === 'begun';
const PREFIX = 'rollback_';
/** Bytes that PostgreSQL keeps of a name. */
const LONGEST = 63;
/** The schemas of repairs, newest first. A schema of another owner does not count: every owner may write a comment on a schema of their own. */
async function keptIn(live) {
    const rows = await live.query(`SELECT nspname::text AS schema, obj_description(oid, 'pg_namespace') AS comment FROM pg_namespace
     WHERE starts_with(nspname::text, $1) AND pg_has_role(nspowner, 'USAGE') AND starts_with(obj_description(oid, 'pg_namespace'), $2)`, [PREFIX, snapshots_tables/* REPAIR_MARK */._m]);
    return rows
        .map(({ schema, comment }) => ({
        schema,
        note: JSON.parse(comment.slice(snapshots_tables/* REPAIR_MARK */._m.length)),
    }))
        .sort((one, other) => other.note.at.localeCompare(one.note.at));
}
const writeNote = (live, schema, note) => live.run(`COMMENT ON SCHEMA ${(0,quote/* quoteName */.AB)(schema)} IS ${(0,quote/* quoteText */.ol)(snapshots_tables/* REPAIR_MARK */._m + JSON.stringify(note))}`);
/** Makes the schema of a repair. @throws ActionError where this user may not */
async function makeSchema(live, note) {
    const taken = await live.query('SELECT nspname::text AS name FROM pg_namespace');
    const names = Array.from({ length: 100 }, (_, index) => nameOfSchema(note.id, index + 1));
    const schema = names.find((name) => !taken.some((other) => other.name === name));
    try {
        await live.transaction(async () => {
            await live.run(`CREATE SCHEMA ${(0,quote/* quoteName */.AB)(schema)}`);
            await writeNote(live, schema, note);
        });
    }
    catch (error) {
        throw new errors/* ActionError */.lZ(`The schema "${schema}", in which a repair is prepared, cannot be made: use the owner of the database, or GRANT CREATE ON DATABASE.`, { cause: error });
    }
    return schema;
}
/** `rollback_42-1`, and for a second repair of the same rollback `rollback_42-1_2`. Pure. */
function nameOfSchema(id, time) {
    const suffix = time === 1 ? '' : `_${time}`;
    const plain = `${PREFIX}${id}${suffix}`;
    if (Buffer.byteLength(plain) <= LONGEST)
        return plain;
    return `${PREFIX}${(0,external_node_crypto_.createHash)('sha256').update(id).digest('hex').slice(0, 16)}${suffix}`;
}
/** Drops a repair's schema, a few tables at a time: each takes a lock. */
async function dropSchema(live, { schema, note }) {
    const numbers = Array.from({ length: note.pieces.length }, (_, index) => index + 1);
    for (const number of numbers) {
        const tables = LETTERS.map((letter) => `${(0,quote/* quoteName */.AB)(schema)}.${letter}${number}`);
        await live.run(`DROP TABLE IF EXISTS ${tables.join(', ')}`);
    }
    await live.run(`DROP SCHEMA ${(0,quote/* quoteName */.AB)(schema)} CASCADE`);
}

;// CONCATENATED MODULE: ./build/database/repair/prepare.js


















/** @throws ActionError with what keeps this user from a repair */
function prepare_requireRepairable(observed) {
    const reasons = [
        [
            observed.inRecovery,
            'the server is a standby, where nothing can be changed: name the primary in `database-url`',
        ],
        ...(0,blockers/* missingRights */.o7)(observed),
    ];
    const those = reasons.filter(([applies]) => applies).map(([, reason]) => reason);
    if (those.length > 0)
        throw new errors/* ActionError */.lZ(`"${observed.live.name}" cannot be repaired, and nothing was changed: ${those.join('; and ')}.`);
}
/** What a run that was killed has left of itself: copies beside the live database, and rows that were being staged. */
async function dropRemains(task, session) {
    const { ours } = await (0,observe/* observe */.lB)(session, task.server.database);
    // One that is verified waits for the switch of another strategy.
    const sides = ours.filter(({ note }) => note?.role === 'side' && note.state !== 'verified');
    for (const { name } of sides)
        await (0,side/* drop */.gv)(session, name);
    return task.server.use(task.server.database, async (live) => {
        const unfinished = (await keptIn(live)).filter(({ note }) => note.state === 'staging');
        for (const kept of unfinished)
            await dropSchema(live, kept);
        return sides.length + unfinished.length;
    });
}
/** Fetches both states. @throws ActionError where one is not what it is said to be */
async function fetchStates(task, session, request) {
    const fetchState = (what, name) => (0,database_task/* step */.P)(task, 'fetch', () => what.fetch(task), ({ backup }) => `\`${name}\` is fetched: ${(0,made_at/* describeMadeAt */.Ed)(backup)}, ${backup.tables} tables`);
    const before = await fetchState(request, 'backup');
    await (0,rollback/* requireRightBackup */.k1)(session, before.backup, request, task.accepts);
    const after = request.after && (await fetchState(request.after, 'after'));
    if (after) {
        const { of } = request;
        await (0,rollback/* requireRightBackup */.k1)(session, after.backup, { of, maxDataLoss: undefined }, task.accepts);
        requireOrder(before.backup, after.backup);
    }
    return { before, after };
}
/** Two states that are the wrong way round would undo the accident's opposite. */
function requireOrder(before, after) {
    if (before.takenAt === undefined || after.takenAt === undefined)
        return;
    if (Date.parse(after.takenAt) >= Date.parse(before.takenAt))
        return;
    throw new errors/* ActionError */.lZ(`\`after\` is of ${after.takenAt}, before \`backup\` of ${before.takenAt}; nothing was changed. \`backup\` is the state before the accident, \`after\` the one after it.`);
}
/** The tables that a backup has rows of, as far as their names tell. */
const namedIn = ({ rowsOf }) => [...rowsOf].map((name) => {
    const [schema = '', ...rest] = name.split('.');
    return { schema, name: rest.join('.'), references: [], inherits: [] };
});
/**
 * Restores the states beside the live database and stages what differs, in `schema`; the copies are gone then.
 *
 * @param schema as SQL
 */
async function stageStates(task, session, request, live, schema) {
    const { before, after } = await fetchStates(task, session, request);
    const { jobs, options } = request;
    const shapes = await shapesOf(live);
    requireToday(options.renamed, shapes);
    const inScope = tablesInScope({ before: namedIn(before.backup), live: shapes }, options, task.server.database);
    const part = (state) => ({
        ...state,
        backup: (0,one_database_extensions/* withoutOneDatabaseExtensions */.k8)(state.backup),
        jobs,
        leftOut: leftOutOf(state.backup, shapes, inScope),
    });
    const compare = (sources) => (0,database_task/* step */.P)(task, 'compare', () => stage(task, sources, live, schema, options), ({ pieces }) => `${pieces.length} tables are compared`);
    const begin = { beside: undefined, backup: before.backup };
    return withBeside(task, session, part(before), task.id, async (beside) => {
        await renameIn(beside, options.renamed);
        const first = { ...begin, beside };
        return after
            ? withBeside(task, session, part(after), `${task.id} after`, async (beside) => {
                await renameIn(beside, options.renamed);
                return compare({ before: first, after: { beside, backup: after.backup } });
            })
            : compare({ before: first, after: undefined });
    });
}
/** Looks without a trace: what is staged is gone with the session. */
async function planWithoutTrace(task, session, request) {
    prepare_requireRepairable(await (0,observe/* observe */.lB)(session, task.server.database));
    await dropRemains(task, session);
    return task.server.use(task.server.database, async (live) => {
        await readAlike(live);
        const { pieces } = await stageStates(task, session, request, live, 'pg_temp');
        return planRows(live, pieces, 'pg_temp');
    });
}
/** Stages what differs in a schema of the live database, and plans it. */
async function prepareRepair(task, session, request) {
    const { server, id, run } = task;
    prepare_requireRepairable(await (0,observe/* observe */.lB)(session, server.database));
    await dropRemains(task, session);
    const note = {
        ...{ id, run, state: 'staging', at: new Date().toISOString(), options: request.options },
        ...{ backup: (0,redact/* redact */.E$)(request.source), after: request.after ? (0,redact/* redact */.E$)(request.after.source) : null },
        ...{ pieces: [], lost: [] },
    };
    return server.use(server.database, async (live) => {
        await readAlike(live);
        const schema = await makeSchema(live, note);
        try {
            const staged = await stageStates(task, session, request, live, (0,quote/* quoteName */.AB)(schema));
            const plan = await planRows(live, staged.pieces, (0,quote/* quoteName */.AB)(schema));
            const planned = { ...note, ...staged, state: 'planned' };
            await writeNote(live, schema, planned);
            return { kept: { schema, note: planned }, plan };
        }
        catch (error) {
            if (!task.signal.aborted)
                await dropSchema(live, { schema, note }).catch(() => { });
            throw error;
        }
    });
}

// EXTERNAL MODULE: ./build/record/component.js
var component = __webpack_require__(5491);
;// CONCATENATED MODULE: ./build/database/repair/new-rules.js


/**
 * Drops the constraints that only the living tables have and that keep rows from coming back.
 *
 * @returns their names with their tables
 */
async function dropNewRules(live, { staged, tables }) {
    const dropped = [];
    for (const [at, one] of staged.entries())
        for (const { name, isNew } of tables[at]?.conflicts ?? []) {
            if (!isNew)
                continue;
            await live.run(await dropOf(live, one, name));
            dropped.push(`${name} of ${one.piece.schema}.${one.piece.name}`);
        }
    return dropped;
}
async function dropOf(live, { live: shape }, rule) {
    const table = `ALTER TABLE ${(0,quote/* quoteTable */.Z8)(shape)}`;
    const column = shape.columns.find(({ name }) => notNullRule(name) === rule);
    if (column)
        return `${table} ALTER COLUMN ${(0,quote/* quoteName */.AB)(column.name)} DROP NOT NULL`;
    const numbered = shape.columns.find(({ name }) => alwaysRule(name) === rule);
    if (numbered)
        return `${table} ALTER COLUMN ${(0,quote/* quoteName */.AB)(numbered.name)} SET GENERATED BY DEFAULT`;
    const { isIndex } = await live.one(`SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = $1::int8::oid AND conname = $2) AS "isIndex"`, [shape.oid, rule]);
    return isIndex
        ? `DROP INDEX ${(0,quote/* quoteName */.AB)(shape.schema)}.${(0,quote/* quoteName */.AB)(rule)}`
        : `${table} DROP CONSTRAINT ${(0,quote/* quoteName */.AB)(rule)}`;
}

;// CONCATENATED MODULE: ./build/database/repair/proof.js

/**
 * Holds what was written to what the server has counted in this transaction, in all tables of the database: that shows what
 * triggers and foreign keys have done elsewhere. Rows that follow a key that is set back (ON UPDATE CASCADE) have to.
 *
 * @param schema where the repair's own tables are, as SQL
 * @param mayReach whether triggers fire, so that what they write elsewhere is no fault
 * @returns what was written elsewhere
 * @throws ActionError that names the tables
 */
async function proveCounts(live, wrote, schema, mayReach) {
    const counted = await live.query(`SELECT root::int8::float8 AS oid, format('%I.%I', n.nspname, c.relname) AS name, ins::float8 AS inserted, upd::float8 AS updated, del::float8 AS deleted
     FROM (SELECT coalesce(pg_partition_root(relid), relid) AS root, sum(n_tup_ins) AS ins, sum(n_tup_upd) AS upd, sum(n_tup_del) AS del
       FROM pg_stat_xact_user_tables WHERE format('"%s"', replace(schemaname, '"', '""')) <> $1 AND schemaname !~ '^pg_' GROUP BY 1) AS t
     JOIN pg_class c ON c.oid = t.root JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ins + upd + del > 0`, [schema]);
    const following = await followersOf(live, wrote.filter(({ updated }) => updated > 0).map(({ oid }) => oid));
    const others = counted.filter(({ oid }) => !wrote.some((table) => table.oid === oid));
    const wrong = wrote.flatMap((table) => {
        const found = counted.find(({ oid }) => oid === table.oid) ?? { inserted: 0, updated: 0, deleted: 0 };
        const follow = following.has(table.oid) ? Math.max(0, found.updated - table.updated) : 0;
        // A row that moves to another partition is counted as one that is deleted and one that is inserted.
        const moved = table.updated + follow - found.updated;
        const isRight = moved >= 0 && found.inserted - moved === table.inserted && found.deleted - moved === table.deleted;
        return isRight ? [] : [describeCounted({ ...found, name: table.name })];
    });
    const isFollower = ({ oid, inserted, deleted }) => following.has(oid) && inserted + deleted === 0;
    const all = mayReach ? wrong : [...wrong, ...others.filter((one) => !isFollower(one)).map(describeCounted)];
    if (all.length === 0)
        return others;
    throw new errors/* ActionError */.lZ(`The repair was taken back, and no row was changed: the server has counted other rows than were planned in ${all.join(', ')}; a trigger or a foreign key has written there.`, { details: all });
}
/** The tables whose rows follow a changed key of these by themselves (ON UPDATE CASCADE), directly or by others. */
async function followersOf(live, oids) {
    const rows = await live.query(`WITH RECURSIVE follows AS (SELECT unnest($1::int8[])::oid AS oid
       UNION SELECT coalesce(pg_partition_root(k.conrelid)::oid, k.conrelid) FROM follows f JOIN pg_constraint k ON k.confrelid = f.oid
         WHERE k.contype = 'f' AND k.confupdtype = 'c')
     SELECT DISTINCT coalesce(pg_partition_root(k.conrelid)::oid, k.conrelid)::int8::float8 AS oid FROM follows f JOIN pg_constraint k ON k.confrelid = f.oid
     WHERE k.contype = 'f' AND k.confupdtype = 'c'`, [oids]);
    return new Set(rows.map(({ oid }) => oid));
}
/** `public.audit (3 inserted, 0 updated, 0 deleted)`. Pure. */
const describeCounted = ({ name, inserted, updated, deleted }) => `${name} (${inserted} inserted, ${updated} updated, ${deleted} deleted)`;

;// CONCATENATED MODULE: ./build/database/repair/sequences.js

const NUMBERS = ['smallint', 'integer', 'bigint', 'numeric'];
/** Numbers that come back must never be given out again; a gap is no harm, so this stays also where the rest is rolled back. */
async function raiseSequences(live, staged) {
    for (const one of staged)
        for (const { column, sequence } of one.live.sequences) {
            if (!NUMBERS.includes(one.live.columns.find(({ name }) => name === column)?.base ?? ''))
                continue;
            const place = one.placeOf(column);
            if (place === 0)
                continue;
            const last = one.piece.sequences.find((other) => other.sequence === sequence)?.last ?? '0';
            await live.query(`SELECT setval($1::regclass, least(wanted, s.max_value)::bigint)
         FROM (SELECT greatest(max(${(0,quote/* quoteName */.AB)(column)})::numeric, $2::numeric) AS wanted, count(*) AS rows FROM ${one.at('p')}
             WHERE "rb verdict" = 'back' OR ("rb verdict" = 'set' AND "rb sets"[${place}])) AS w,
           (SELECT seqmax AS max_value, pg_sequence_last_value(seqrelid) AS last FROM pg_sequence WHERE seqrelid = $1::regclass) AS s
         WHERE rows > 0 AND wanted > coalesce(s.last, 0)`, [sequence, last]);
        }
}

;// CONCATENATED MODULE: ./build/database/repair/triggers.js

/** What is done to rows of a table, as bits of a trigger's type. */
const WRITES = { insert: 4, delete: 8, update: 16 };
/** The triggers of tables and of their partitions, those of a partitioned table before its partitions'. */
const triggersOf = (session, tables) => session.query(`SELECT rn.relname || r.oid AS root, r.oid::float8 AS oid, format('%I.%I', n.nspname, c.relname) AS "table", t.tgname::text AS name, t.tgenabled::text AS state,
       t.tgenabled IN ('O', 'A') AND t.tgtype & r.writes <> 0 AS fires
     FROM unnest($1::int8[], $2::int[]) AS r(oid, writes) JOIN pg_class rn ON rn.oid = r.oid::oid
     CROSS JOIN LATERAL (SELECT r.oid::oid AS relid, 0 AS level UNION SELECT relid, level FROM pg_partition_tree(r.oid::oid)) AS part
     JOIN pg_trigger t ON t.tgrelid = part.relid JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE (NOT t.tgisinternal OR t.tgparentid <> 0)
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.oid = t.tgconstraint AND k.contype <> 't')
     ORDER BY 1, part.level, 3, 4`, [tables.map(({ oid }) => oid), tables.map(({ writes }) => writes)]);
const STATES = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA', D: 'DISABLE' };
const set = ({ table, name }, state) => `ALTER TABLE ${table} ${STATES[state]} TRIGGER ${(0,quote/* quoteName */.AB)(name)}`;
/** Whether any trigger fires when these are written: only then a table has to be locked. */
const anyFires = async (session, tables) => (await triggersOf(session, tables)).some(({ fires }) => fires);
/**
 * Turns off, in the transaction that is open, the triggers that would fire. What the statements of foreign keys are made of stays.
 *
 * @returns what turns them on again, each as it was, and fails where one is not; and the tables that are locked by it
 */
async function triggersOff(session, tables) {
    const before = await triggersOf(session, tables);
    const families = new Set(before.filter(({ fires }) => fires).map(({ root, name }) => `${root} ${name}`));
    const touched = before.filter(({ root, name }) => families.has(`${root} ${name}`));
    for (const trigger of touched)
        if (trigger.fires)
            await session.run(set(trigger, 'D'));
    const restore = async () => {
        for (const trigger of touched)
            await session.run(set(trigger, trigger.state));
        const after = await triggersOf(session, tables);
        if (JSON.stringify(before) !== JSON.stringify(after))
            throw new Error('Triggers are not as they were');
    };
    return { restore, locked: [...new Set(touched.map(({ oid }) => oid))] };
}

;// CONCATENATED MODULE: ./build/database/repair/apply.js













/** PostgreSQL's code of a value that another row has. */
const UNIQUE_VIOLATION = '23505';
/**
 * Few rows of a large table are found by its key while users wait: they were read a moment ago, and those of a batch lie together,
 * so that the server's assumption of a disk that is slow at random (4.0) would have it read the whole table.
 */
const BY_KEY = 'SET random_page_cost = 0.2';
/** Times that a plan is made anew because users were faster. */
const apply_ATTEMPTS = 5;
/** What is planned may not be done. */
class Refused extends Error {
    plan;
    /** What is written by now. */
    batches;
    constructor(refusal, plan, batches) {
        super(refusal);
        this.plan = plan;
        this.batches = batches;
    }
}
/** Users have changed rows between the plan and its application. */
class Outdated extends Error {
    writes;
    constructor(reason, writes) {
        super(reason);
        this.writes = writes;
    }
}
/**
 * Plans anew and does it, in one transaction that also proves it, or nothing of it.
 *
 * @param expected what was planned to be written before, by which tables are locked for their triggers
 * @param require throws `Refused` where what is planned now may not be done
 * @param done writes down, in the same transaction, that it has happened
 */
async function applyRows({ open, signal, ...how }, pieces, expected, require, done) {
    let writes = expected;
    for (let attempt = 1;; attempt++)
        try {
            return await shortly(open, signal, (live) => once(live, { ...how, pieces }, writes, require, done));
        }
        catch (error) {
            // A key that was taken meanwhile, a parent row that is gone, a deadlock.
            if (attempt < apply_ATTEMPTS && /^(23|40)/.test((0,postgres_session/* codeOf */.$N)(error)))
                continue;
            if ((0,postgres_session/* codeOf */.$N)(error) === UNIQUE_VIOLATION)
                throw swapped(error);
            if (!(error instanceof Outdated))
                throw error;
            writes = error.writes ?? writes;
            if (attempt === apply_ATTEMPTS)
                throw new errors/* ActionError */.lZ(`Users change the rows that are to be repaired faster than that can be done, and no row was changed: ${error.message}. Name what writes them in \`quiesce\`, or run this again.`);
        }
}
/** What is planned takes no value of a row that stays: those that are left have one another's. */
const swapped = (error) => new errors/* ActionError */.lZ(`Not repaired, and no row was changed: values that are to be set back were swapped between rows, and no two rows may have the same one at any time: ${(0,errors/* messageOf */.bD)(error).replace(/^PostgreSQL says: /, '')} Set these back by hand, or name in \`columns\` what else is to be set back.`, { cause: error });
async function once(live, { schema, triggers, newConstraints, pieces, whole, fill, }, expected, require, done) {
    await live.run(BY_KEY);
    await fill?.(live);
    const begun = performance.now();
    const { off, plan, dropped, elsewhere } = await live.transaction(async () => {
        // The locks come before the plan, tables before rows: what is planned then stays true, and there is no deadlock.
        const off = triggers === 'off' ? await triggersOff(live, expected) : undefined;
        await lockRows(live, pieces, schema, off?.locked ?? []);
        const { plan, dropped } = await planWithout(live, newConstraints, async () => {
            const plan = await planRows(live, pieces, schema, whole);
            require(plan);
            return plan;
        });
        requireExpected(writesOf(plan), expected);
        await raiseSequences(live, plan.staged);
        for (const staged of plan.staged)
            await live.run(keepSql(staged));
        await write(live, plan);
        await live.run('SET CONSTRAINTS ALL IMMEDIATE');
        const elsewhere = await proveCounts(live, countsToProve(plan), schema, triggers === 'on');
        await proveValues(live, plan.staged);
        await off?.restore();
        await done(live, plan);
        return { off, plan, dropped, elsewhere };
    });
    const isHeld = (off && off.locked.length > 0) || plan.tables.some(({ set }) => set > 0);
    const blockedSeconds = isHeld ? (performance.now() - begun) / 1000 : 0;
    return { plan, blockedSeconds, dropped, elsewhere };
}
/** @throws Outdated where the plan writes what it did not write a moment ago, when triggers were switched off for that */
function requireExpected(writes, expected) {
    const isExpected = ({ oid, writes }) => (writes & ~(expected.find((other) => other.oid === oid)?.writes ?? 0)) === 0;
    if (!writes.every(isExpected))
        throw new Outdated('rows of other tables are to be written than a moment ago', writes);
}
const countsToProve = ({ staged, tables }) => staged.map(({ live, piece }, at) => {
    const { back, set } = tables[at];
    return { oid: live.oid, name: (0,snapshots_tables/* nameOf */.Vb)(piece), inserted: back, updated: set, deleted: 0 };
});
/** Plans, and once more without each newer constraint that keeps rows out, where those go. */
async function planWithout(live, newConstraints, make) {
    const dropped = [];
    for (let plan = await make();; plan = await make()) {
        const more = newConstraints === 'drop' ? await dropNewRules(live, plan) : [];
        if (more.length === 0)
            return { plan, dropped };
        dropped.push(...more);
    }
}
/** What a plan writes, by tables that it writes at all. */
const writesOf = ({ staged, tables }) => staged
    .map((one, at) => {
    const { back, set } = tables[at];
    return { oid: one.live.oid, writes: (back > 0 ? WRITES.insert : 0) | (set > 0 ? WRITES.update : 0) };
})
    .filter(({ writes }) => writes > 0);
/** Rows that may be set back, where no lock of their table keeps users from them. */
async function lockRows(live, pieces, schema, locked) {
    const shapes = await shapesOf(live);
    for (const piece of pieces) {
        const shape = find(shapes, piece);
        if (!shape || locked.includes(shape.oid))
            continue;
        const staged = new Staged(piece, shape, schema);
        await live.query(`SELECT count(*) AS rows FROM (SELECT 1 FROM ${staged.table} AS l JOIN ${staged.at('b')} AS b ON ${staged.sameKey('l', 'b')} FOR NO KEY UPDATE OF l) AS t`);
    }
}
/** What will be overwritten, and by which transaction. */
function keepSql(staged, which = `p."rb verdict" = 'set'`) {
    return `DROP TABLE IF EXISTS ${staged.at('k')};
    CREATE TABLE ${staged.at('k')} AS SELECT ${staged.list('l', staged.writable)}, pg_current_xact_id()::xid AS "rb by" FROM ${staged.table} AS l
      JOIN ${staged.at('p')} AS p ON ${staged.sameKey('l', 'p')} WHERE ${which};
    ${staged.indexSql('k')}`;
}
/**
 * All in one statement, whichever refers to whichever. Values are set back before rows come back, which may have had them before
 * the accident: a statement's updates are done when their rows are counted, and its inserts at its end, when keys are checked too.
 */
async function write(live, { staged, tables }) {
    const of = (at) => tables[at];
    const inserts = staged
        .filter((_, at) => of(at).back > 0)
        .map((one) => `i${one.piece.number} AS (INSERT INTO ${one.name} (${one.names(one.writable)}) OVERRIDING SYSTEM VALUE
        SELECT ${one.list('p', one.writable)} FROM ${one.at('p')} AS p WHERE p."rb verdict" = 'back')`);
    const updated = staged
        .map((one, at) => ({ one, name: `u${one.piece.number}`, set: of(at).set }))
        .filter(({ set }) => set > 0);
    const updates = [];
    for (const { one, name } of updated)
        updates.push(`${name} AS (${await updateSql(live, one)})`);
    if (updates.length + inserts.length === 0)
        return;
    const counts = updated.map(({ name }) => `(SELECT count(*)::float8 FROM ${name}) AS ${name}`);
    const found = await live.one(`WITH ${[...updates, ...inserts].join(', ')} SELECT ${[...counts, '1 AS one'].join(', ')}`);
    for (const { one, name, set } of updated)
        if (found[name] !== set)
            throw new Outdated(`${(0,snapshots_tables/* nameOf */.Vb)(one.piece)} had ${set} rows to set back, ${found[name]} were as planned`);
}
async function updateSql(live, one) {
    const { set } = await columnsWritten(live, one);
    const values = set.map((column) => {
        const name = (0,quote/* quoteName */.AB)(column.name);
        return `${name} = CASE WHEN p."rb sets"[${one.placeOf(column.name)}] THEN p.${name} ELSE l.${name} END`;
    });
    const stamps = one.stamps.map(({ name, type }) => `${(0,quote/* quoteName */.AB)(name)} = now()::${type}`);
    return `UPDATE ${one.table} AS l SET ${[...values, ...stamps].join(', ')} FROM ${one.at('p')} AS p
    WHERE p."rb verdict" = 'set' AND ${one.sameKey('l', 'p')} AND l.xmin = p."rb seen" RETURNING 1`;
}
/** @throws ActionError where a row is not what the plan says, as where a trigger has had a hand in it */
async function proveValues(live, staged) {
    for (const one of staged) {
        const wrong = one.values
            .filter(({ column }) => one.has(column.name))
            .map(({ column, place }) => `(p."rb sets"[${place}] AND NOT ${same(`l.${(0,quote/* quoteName */.AB)(column.name)}`, `p.${(0,quote/* quoteName */.AB)(column.name)}`, [column])})`);
        const [found] = await live.query(`SELECT count(*)::text AS rows FROM ${one.at('p')} AS p LEFT JOIN ${one.table} AS l ON ${one.sameKey('l', 'p')}
       WHERE (p."rb verdict" = 'back' AND NOT ${same(one.list('l', one.writable), one.list('p', one.writable), one.writable)})
         OR (p."rb verdict" = 'set' AND ${any(wrong)})`);
        if (found?.rows !== '0')
            throw new errors/* ActionError */.lZ(`The repair of ${(0,snapshots_tables/* nameOf */.Vb)(one.piece)} was taken back, and no row was changed: ${found?.rows} rows were not what they were before the accident when they were read once more.`);
    }
}

;// CONCATENATED MODULE: ./build/database/repair/divide.js




const SET = -1;
/** Levels after which it is asked whether going on is worth it: a chain of a million rows has a million. */
const DEEP = 200;
/** Divides planned rows into batches, in the tables `n`: what a row refers to is in its batch, or in an earlier one. */
async function divide(live, { staged, tables }, size) {
    const edges = edgesOf(staged.filter((_, at) => (tables[at]?.back ?? 0) > 0));
    for (const one of staged) {
        const isChild = edges.some(({ child }) => child === one);
        await live.run(`ALTER TABLE ${one.at('p')} ADD COLUMN "rb level" int${isChild ? '' : ' DEFAULT 0'}`);
    }
    const knots = await level(live, edges, size);
    const units = [];
    for (const one of staged)
        units.push(...(await unitsOf(live, one)));
    const places = placesOf(units, knots, size);
    for (const one of staged)
        await live.run(numberSql(one, units, { places, knots, size }));
    return batchesOf(live, staged);
}
const edgesOf = (staged) => staged.flatMap((child) => child.live.references.flatMap((reference) => {
    const { columns, to, toColumns } = reference;
    const parent = staged.find(({ live }) => (0,snapshots_tables/* nameOf */.Vb)(live) === (0,snapshots_tables/* nameOf */.Vb)(to));
    const known = [
        ...columns.map((name) => child.placeOf(name)),
        ...toColumns.map((name) => parent?.placeOf(name)),
    ];
    if (!parent || known.includes(0))
        return [];
    const others = parent === child ? ' AND q.ctid <> c.ctid' : '';
    return [{ child, parent, refers: `${refersSql(reference, { parent: 'q', child: 'c' })}${others}` }];
}));
const changed = async (live, sql) => Number((await live.one(`WITH u AS (${sql} RETURNING 1) SELECT count(*)::text AS rows FROM u`))
    .rows);
const OPEN = `"rb verdict" = 'back' AND c."rb level" IS NULL`;
/**
 * Gives each row that comes back a level above those of the rows that it refers to. Rows that refer to each other in a circle have
 * one and the same.
 *
 * @returns the levels whose rows cannot be divided
 */
async function level(live, edges, size) {
    const children = [...new Set(edges.map(({ child }) => child))];
    const knots = new Set();
    const each = async (tables, sql) => {
        let rows = 0;
        for (const one of tables)
            rows += await changed(live, sql(one));
        return rows;
    };
    const isOpen = async () => (await Promise.all(children.map((one) => live.query(`SELECT 1 FROM ${one.at('p')} AS c WHERE c.${OPEN} LIMIT 1`)))).flat().length > 0;
    let seeds = Math.ceil(size / 2);
    for (let at = 1; await isOpen(); at++) {
        const ready = await each(children, (one) => readySql(one, edges, at));
        if (ready > 0 && (at <= DEEP || ready > size / 100))
            continue;
        knots.add(at);
        // Too deep to be gone through: the rest is one.
        if (ready > 0)
            await each(children, (one) => `UPDATE ${one.at('p')} AS c SET "rb level" = ${at} WHERE c.${OPEN}`);
        else
            seeds = await circle(live, edges, children, { at, size, seeds });
    }
    return knots;
}
/** Rows of which everything that they refer to has a lower level. */
function readySql(one, edges, at) {
    const waits = edges
        .filter(({ child }) => child === one)
        .map(({ parent, refers }) => `NOT EXISTS (SELECT FROM ${parent.at('p')} AS q WHERE q."rb verdict" = 'back' AND coalesce(q."rb level", ${at}) >= ${at} AND ${refers})`);
    return `UPDATE ${one.at('p')} AS c SET "rb level" = ${at} WHERE c.${OPEN} AND ${waits.join(' AND ')}`;
}
/** Takes some of the rows that are in circles, or behind them, with all that they refer to. @returns how many it began with */
async function circle(live, edges, children, { at, size, seeds }) {
    for (let begin = seeds;; begin = Math.floor(begin / 2)) {
        let rows = 0;
        for (const one of children)
            rows ||= await changed(live, `UPDATE ${one.at('p')} AS c SET "rb level" = ${at} WHERE c.ctid = ANY (ARRAY(SELECT c.ctid FROM ${one.at('p')} AS c WHERE c.${OPEN} LIMIT ${begin}))`);
        for (let more = rows; more > 0 && (rows <= size || begin === 1); rows += more) {
            more = 0;
            for (const { child, parent, refers } of edges)
                more += await changed(live, `UPDATE ${parent.at('p')} AS q SET "rb level" = ${at} WHERE q."rb verdict" = 'back' AND q."rb level" IS NULL
             AND EXISTS (SELECT FROM ${child.at('p')} AS c WHERE c."rb verdict" = 'back' AND c."rb level" = ${at} AND ${refers})`);
        }
        if (rows <= size || begin === 1)
            return begin;
        for (const one of children)
            await live.run(`UPDATE ${one.at('p')} SET "rb level" = NULL WHERE "rb level" = ${at}`);
    }
}
async function unitsOf(live, one) {
    const rows = await live.query(`SELECT ${LEVEL} AS level, count(*)::text AS rows FROM ${one.at('p')} AS p WHERE ${BACK_OR_SET} GROUP BY 1`);
    return rows.map(({ level, rows }) => ({ table: one.piece.number, level, rows: Number(rows) }));
}
const BACK_OR_SET = `p."rb verdict" IN ('back', 'set')`;
const LEVEL = `CASE p."rb verdict" WHEN 'set' THEN ${SET} ELSE p."rb level" END`;
/** How many rows are before the first one of each unit, in the order in which they are written; a knot is not divided. Pure. */
function placesOf(units, knots, size) {
    const order = (level) => (level === SET ? Number.MAX_SAFE_INTEGER : level);
    const places = new Map();
    let place = 0;
    const nextBatch = () => Math.ceil(place / size) * size;
    for (const level of [...new Set(units.map(({ level }) => level))].sort((one, other) => order(one) - order(other))) {
        const those = units.filter((unit) => unit.level === level);
        const rows = those.reduce((sum, unit) => sum + unit.rows, 0);
        const isKnot = knots.has(level);
        if (isKnot && (place % size) + rows > size)
            place = nextBatch();
        for (const unit of those) {
            places.set(unit, place);
            if (!isKnot)
                place += unit.rows;
        }
        if (isKnot)
            place = rows > size ? place + size : place + rows;
    }
    return places;
}
/** Writes down which batch each row is of. */
function numberSql(one, units, { places, knots, size }) {
    const values = units
        .filter(({ table }) => table === one.piece.number)
        .map((unit) => `(${unit.level}, ${places.get(unit)}::int8, ${knots.has(unit.level) ? 0 : 1})`);
    const key = one.piece.key.map(quote/* quoteName */.AB);
    return `DROP TABLE IF EXISTS ${one.at('n')};
    CREATE TABLE ${one.at('n')} AS SELECT ${key.map((name) => `r.${name}`).join(', ')}, r."rb verdict", ((u.place + (r.nth - 1) * u.counts) / ${size}::int8)::int AS "rb batch"
      FROM (SELECT ${key.map((name) => `p.${name}`).join(', ')}, p."rb verdict", ${LEVEL} AS level, row_number() OVER (PARTITION BY ${LEVEL}) AS nth FROM ${one.at('p')} AS p WHERE ${BACK_OR_SET}) AS r
      JOIN (VALUES ${values.length > 0 ? values.join(', ') : '(NULL::int, NULL::int8, NULL::int)'}) AS u (level, place, counts) USING (level);
    CREATE INDEX ON ${one.at('n')} ("rb batch"); ANALYZE ${one.at('n')}`;
}
async function batchesOf(live, staged) {
    const batches = new Map();
    for (const one of staged) {
        const found = await live.query(`SELECT "rb batch" AS number, count(*) FILTER (WHERE "rb verdict" = 'back')::text AS back, count(*) FILTER (WHERE "rb verdict" = 'set')::text AS set FROM ${one.at('n')} GROUP BY 1`);
        for (const { number, back, set } of found) {
            const { rows, writes } = batches.get(number) ?? { rows: 0, writes: [] };
            const written = (back === '0' ? 0 : WRITES.insert) | (set === '0' ? 0 : WRITES.update);
            batches.set(number, {
                number,
                rows: rows + Number(back) + Number(set),
                writes: [...writes, { oid: one.live.oid, writes: written }],
            });
        }
    }
    return [...batches.values()].sort((one, other) => one.number - other.number);
}
/** Brings a batch's rows to where it is planned by itself; `into` are the same tables there. */
async function fillBatch(live, whole, into, number) {
    for (const [index, from] of whole.entries()) {
        const to = into[index];
        for (const letter of from.piece.hasAfter ? ['b', 'a'] : ['b'])
            await live.run(`CREATE TABLE ${to.at(letter)} AS SELECT r.* FROM ${from.at(letter)} AS r JOIN ${from.at('n')} AS n ON ${from.sameKey('r', 'n')} WHERE n."rb batch" = ${number};
         ANALYZE ${to.at(letter)}`);
    }
}

;// CONCATENATED MODULE: ./build/database/repair/loss.js

const countsOf = (tables) => ({
    back: sumOf(tables, 'back'),
    set: sumOf(tables, 'set'),
    newer: sumOf(tables, 'newer'),
});
/** What a repair takes away, as the other strategies say it: no row that users have written. */
const lossOfRepair = (repaired) => ({
    ...{ backupTime: null, lastWrite: null, seconds: null, measuredAt: new Date().toISOString(), tables: [] },
    ...(repaired && { repaired }),
});

;// CONCATENATED MODULE: ./build/database/repair/written.js



/** What the plan knows of a row beside its values. */
const PLANNED = ['"rb sets"', '"rb seen"', '"rb rule"', '"rb alone"', '"rb verdict"'].join(', ');
const written_columnsOf = (staged) => `${staged.names(staged.piece.columns)}, ${PLANNED}`;
/** Makes what batches write into, beside the plan of all, in the transaction that is open. */
async function makeWritten(live, staged) {
    for (const one of staged) {
        await live.run(`CREATE TABLE ${one.at('w')} AS SELECT ${written_columnsOf(one)} FROM ${one.at('p')} WHERE false; ${one.indexSql('w')}`);
        await live.run(keepSql(one, 'false'));
    }
}
/**
 * Adds what a batch has written, in its transaction, and takes it away from what is staged: nothing plans those rows again, whatever
 * users make of them.
 *
 * @param whole the same tables where all of it is staged
 */
async function addWritten(live, staged, whole) {
    for (const one of staged) {
        const all = whole.find(({ piece }) => piece.number === one.piece.number);
        const done = `"rb verdict" IN ('back', 'set')`;
        const kept = `${one.names(one.writable)}, "rb by"`;
        await live.run(`INSERT INTO ${all.at('w')} (${written_columnsOf(one)}) SELECT ${written_columnsOf(one)} FROM ${one.at('p')} WHERE ${done};
       INSERT INTO ${all.at('k')} (${kept}) SELECT ${kept} FROM ${one.at('k')};
       DELETE FROM ${all.at('b')} AS b USING ${one.at('p')} AS p WHERE p.${done} AND ${one.sameKey('b', 'p')};
       UPDATE ${all.at('p')} AS q SET "rb verdict" = p."rb verdict" FROM ${one.at('p')} AS p
         WHERE p."rb verdict" = 'collision' AND q."rb verdict" <> 'collision' AND ${one.sameKey('q', 'p')}`);
    }
}
/** Makes what batches have written what a repair in one transaction leaves, in the transaction that is open: it is taken back alike. */
async function settle(live, { schema, note }) {
    for (const piece of note.pieces) {
        const one = new Staged(piece, undefined, (0,quote/* quoteName */.AB)(schema));
        await live.run(`DROP TABLE IF EXISTS ${one.at('p')}, ${one.at('n')}; ALTER TABLE ${one.at('w')} RENAME TO p${piece.number}`);
    }
}

;// CONCATENATED MODULE: ./build/database/repair/batches.js













/**
 * Applies a plan in batches, a transaction each, which also proves its rows. What is written is taken away from what is staged: a
 * run that is killed goes on with the rest, and nothing plans those rows again. A batch leaves rows of which users have made
 * something else than was planned; when all are done, the rest is planned anew, until nothing is left that can be done.
 */
async function applyInBatches(task, kept, consent, refuse) {
    const run = { task, schema: kept.schema, consent, size: consent.batch ?? Number.MAX_SAFE_INTEGER };
    let { note } = kept;
    const total = { blockedSeconds: 0, dropped: [], elsewhere: new Map() };
    let first;
    try {
        for (;;) {
            const { plan, batches, dropped } = await planAll(run, note);
            total.dropped.push(...dropped);
            first ??= plan;
            const refused = refuse(plan.tables, Math.max(0, ...batches.map(({ rows }) => rows)));
            if (refused !== undefined)
                throw new Refused(refused, plan, note.batches);
            if (note.state !== 'begun')
                note = await begin(run, note, plan);
            if (plan_written(plan.tables) === 0) {
                const tables = together(first.tables, plan.tables, note.batches);
                await finish(run, { ...note, counts: countsOf(tables) });
                return { ...total, elsewhere: [...total.elsewhere.values()], plan: { ...plan, tables } };
            }
            const before = batches_rowsOf(note.batches);
            for (const [index, batch] of batches.entries()) {
                const { applied, note: after } = await applyBatch(run, note, plan, batch);
                note = after;
                total.blockedSeconds = Math.max(total.blockedSeconds, applied.blockedSeconds);
                for (const one of applied.elsewhere)
                    total.elsewhere.set(one.name, sum(total.elsewhere.get(one.name), one));
                reportBatch(task, { index, of: batches.length, rows: plan_written(applied.plan.tables), note });
            }
            if (batches_rowsOf(note.batches) === before)
                throw new errors/* ActionError */.lZ('Users change the rows that are to be repaired faster than that can be done. Name what writes them in `quiesce`, or run this again.');
        }
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || !note.batches || note.batches.done === 0)
            throw error;
        throw new errors/* ActionError */.lZ(`${error.message} ${describeDone(note.batches)}`, { cause: error });
    }
}
/** What stays written where the rest fails. Pure. */
const describeDone = (batches) => `${batches_rowsOf(batches).toLocaleString('en-US')} rows are repaired by now, in ${batches.done} batches: run this again to go on, or take them back with the phase \`undo\`.`;
const batches_rowsOf = (batches) => (batches?.tables ?? []).reduce((rows, { back, set }) => rows + back + set, 0);
function reportBatch({ server, log, record }, { index, of, rows, note }) {
    const message = `Batch ${index + 1} of ${of}: ${rows.toLocaleString('en-US')} rows, ${batches_rowsOf(note.batches).toLocaleString('en-US')} in all`;
    log.info(`✓ ${message}`);
    record({ ...(0,component/* databaseSubject */.yK)(server), step: 'repair batch', status: 'done', message });
}
/** Plans all that is not written by now, and divides it. */
const planAll = ({ task, schema, consent, size }, { pieces }) => shortly(anew(task.server), task.signal, async (live) => {
    const make = () => planRows(live, pieces, (0,quote/* quoteName */.AB)(schema));
    const { dropped } = await withoutNewRules(live, consent, make);
    const plan = await make();
    await raiseSequences(live, plan.staged);
    return { plan, dropped, batches: await divide(live, plan, size) };
});
/** Drops the newer constraints that keep rows out, in a transaction of its own. */
async function withoutNewRules(live, { newConstraints }, make) {
    if (newConstraints === 'keep')
        return { dropped: [] };
    return live.transaction(() => planWithout(live, newConstraints, make));
}
const begin = ({ task, schema }, note, plan) => anew(task.server)(async (live) => {
    const begun = { ...note, state: 'begun', batches: { done: 0, tables: [] } };
    await live.transaction(async () => {
        await makeWritten(live, plan.staged);
        await writeNote(live, schema, begun);
    });
    return begun;
});
async function applyBatch({ task, schema, consent }, note, all, batch) {
    const whole = all.staged.filter(({ live }) => batch.writes.some(({ oid }) => oid === live.oid));
    const pieces = whole.map(({ piece }) => piece);
    const into = whole.map(({ piece, live }) => new Staged(piece, live, 'pg_temp'));
    let after = note;
    const applied = await applyRows({
        ...{ open: anew(task.server), signal: task.signal, schema: 'pg_temp', triggers: consent.triggers },
        newConstraints: 'keep',
        whole: { schema: (0,quote/* quoteName */.AB)(schema), pieces: note.pieces },
        fill: (live) => fillBatch(live, whole, into, batch.number),
    }, pieces, batch.writes, () => { }, async (live, plan) => {
        await addWritten(live, plan.staged, whole);
        after = { ...note, at: new Date().toISOString(), batches: withBatch(note.batches, plan.tables) };
        await writeNote(live, schema, after);
    });
    return { applied, note: after };
}
/** Pure. */
function withBatch(batches, tables) {
    const names = new Set([...(batches?.tables ?? []), ...tables].map(({ table }) => table));
    const of = (those, name) => those?.find(({ table }) => table === name);
    return {
        done: (batches?.done ?? 0) + 1,
        tables: [...names].map((table) => {
            const [was, is] = [of(batches?.tables, table), of(tables, table)];
            return { table, back: (was?.back ?? 0) + (is?.back ?? 0), set: (was?.set ?? 0) + (is?.set ?? 0) };
        }),
    };
}
const finish = ({ task, schema }, note) => anew(task.server)(async (live) => {
    const { batches: _, ...rest } = note;
    await live.transaction(async () => {
        await settle(live, { schema, note });
        await writeNote(live, schema, { ...rest, state: 'applied', at: new Date().toISOString() });
    });
});
/** All batches as one: what was written, and the conflicts that are left. Pure. */
const together = (first, last, batches) => first.map((table) => {
    const { back, set } = batches?.tables.find((other) => other.table === table.table) ?? { back: 0, set: 0 };
    const conflicts = last.find((other) => other.table === table.table)?.conflicts ?? [];
    return { ...table, back, set, conflicts };
});
const sum = (one, other) => ({
    ...other,
    inserted: (one?.inserted ?? 0) + other.inserted,
    updated: (one?.updated ?? 0) + other.updated,
    deleted: (one?.deleted ?? 0) + other.deleted,
});

;// CONCATENATED MODULE: ./build/database/repair/carry-out.js














/** Rows that are written in a second, in one transaction: what two busy cores do (`bench/RESULTS.md`), so that it is seldom too few. */
const ROWS_A_SECOND = 20_000;
/** Rows that block other writers for no longer than a slow request takes. */
const PROPOSED = 10_000;
function evidenceOf(after, { window }) {
    if (after)
        return 'after';
    return window ? 'commit times' : 'none';
}
/** About how long writers wait at most: of a whole table where it is locked for its triggers, else of a row that is set back. */
async function waitOf(live, plan, batch) {
    const writes = writesOf(plan);
    const holds = plan.tables.some(({ set }) => set > 0) || (writes.length > 0 && (await anyFires(live, writes)));
    return holds ? Math.min(plan_written(plan.tables), batch ?? Number.POSITIVE_INFINITY) / ROWS_A_SECOND : 0;
}
/** What is staged against the living rows of now, without a trace. */
const planAgain = ({ server }, { schema, note }) => server.use(server.database, async (live) => {
    await readAlike(live);
    await live.run('BEGIN');
    try {
        return await planRows(live, note.pieces, (0,quote/* quoteName */.AB)(schema));
    }
    finally {
        await live.run('ROLLBACK');
    }
});
/** What is written proves itself in its transaction, or is taken back with it. */
const recordProof = ({ server, record }) => record({
    ...{ ...(0,component/* databaseSubject */.yK)(server), step: 'verify', status: 'done' },
    message: 'What was written was read once more and is what it was before the accident',
});
const reportOf = (kept, { tables, objects }, applied) => ({
    applied: applied !== undefined,
    evidence: evidenceOf(kept.note.after !== null, kept.note.options),
    schema: kept.schema,
    tables,
    objects,
    ...(applied && { blockedSeconds: Number(applied.blockedSeconds.toFixed(3)) }),
});
/** Why a plan is not done, in a sentence; undefined where it is. Pure. */
function refusalOfRepair(tables, { conflicts, newConstraints, maxWait }, wait) {
    const open = conflictsOf(tables).filter(({ isNew }) => !(isNew && newConstraints === 'drop'));
    if (open.some(({ kind }) => kind === 'no evidence'))
        return 'rows differ from the backup and nothing tells whether the accident or users changed them; give `after`, a backup from after the accident';
    if (open.length > 0 && conflicts === 'refuse')
        return 'some rows cannot be repaired safely; `conflicts: keep` leaves them as they are and does the rest';
    if (wait > maxWait)
        return `writers would wait about ${wait.toFixed(0)} s, longer than \`max-wait\` allows (${maxWait} s); \`batch: ${Math.min(PROPOSED, maxWait * ROWS_A_SECOND)}\` writes that many rows at a time, each in a transaction of its own; or allow more, or name what writes these tables in \`quiesce\``;
    return undefined;
}
async function applyKept(task, kept, consent) {
    const plan = await planAgain(task, kept);
    const report = reportOf(kept, plan);
    const wait = await task.server.use(task.server.database, (live) => waitOf(live, plan, consent.batch));
    const refused = refusalOfRepair(plan.tables, consent, wait);
    if (refused !== undefined)
        return refusedAs(kept, report, refused, kept.note.batches);
    const drops = consent.newConstraints === 'drop' && conflictsOf(plan.tables).some(({ isNew }) => isNew);
    const isBegun = kept.note.state === 'begun';
    if (plan_written(plan.tables) === 0 && plan.objects.length === 0 && !drops && !isBegun) {
        await task.server.use(task.server.database, (live) => dropSchema(live, kept));
        return {
            result: 'no-op',
            report: { ...report, schema: null },
            message: `Nothing to repair: ${describeRepair(report)}.`,
        };
    }
    const objects = plan.objects;
    try {
        const { applied, failed } = await (0,database_traffic/* whilePaused */.ak)(task, async () => {
            const applied = await (0,database_task/* step */.P)(task, 'repair', () => apply(task, kept, { plan, wait }, consent), (applied) => describeRepair(reportOf(kept, { ...applied.plan, objects }, applied)), ({ plan, ...applied }) => ({
                evidence: {
                    ...reportOf(kept, { ...plan, objects }, { plan, ...applied }),
                    'data-loss': lossOfRepair(countsOf(plan.tables)),
                },
            }));
            recordProof(task);
            return { applied, failed: await carry_out_finish(task, kept) };
        });
        const done = reportOf(kept, { ...applied.plan, objects }, applied);
        warnOfSideEffects(task, applied);
        const lacks = failed.length > 0
            ? `; ${failed.length} constraints, indexes or grants could not be made again (see the log)`
            : '';
        return {
            result: 'done',
            report: done,
            loss: lossOfRepair(countsOf(done.tables)),
            message: `"${task.server.database}" is repaired: ${describeRepair(done)}${lacks} (phase \`undo\` takes it back).`,
        };
    }
    catch (error) {
        if (error instanceof Refused)
            return refusedAs(kept, reportOf(kept, error.plan), error.message, error.batches);
        throw error;
    }
}
function warnOfSideEffects({ log }, { dropped, elsewhere }) {
    for (const name of dropped)
        log.warn(`${name} is newer than the backup and did not let rows in: it is dropped.`);
    for (const one of elsewhere)
        log.warn(`Triggers or foreign keys have written elsewhere as well: ${describeCounted(one)}.`);
}
function refusedAs(kept, report, refusal, batches) {
    const begins = batches && batches.done > 0
        ? `Repaired in part, and the rest is not: ${refusal}. ${describeDone(batches)} What is left`
        : `Not repaired, and no row was changed: ${refusal}. What is planned`;
    const message = `${begins}: ${describeRepair(report)}; it waits in the schema "${kept.schema}" for the phase \`switch\`, and phase \`clean\` removes it.`;
    return { result: 'failed', report, message };
}
async function apply(task, kept, { plan, wait }, consent) {
    const { server, signal } = task;
    const open = anew(server);
    await open((live) => addBack(live, signal, kept.note.lost));
    const { batch } = consent;
    if (kept.note.state === 'begun' || (batch !== undefined && plan_written(plan.tables) > batch))
        return applyInBatches(task, kept, consent, (tables, rows) => refusalOfRepair(tables, consent, wait > 0 ? rows / ROWS_A_SECOND : 0));
    return applyRows({ open, signal, schema: (0,quote/* quoteName */.AB)(kept.schema), ...consent }, kept.note.pieces, writesOf(plan), (plan) => {
        const refused = refusalOfRepair(plan.tables, consent, 0);
        if (refused !== undefined)
            throw new Refused(refused, plan);
    }, (live, { tables }) => writeNote(live, kept.schema, {
        ...kept.note,
        state: 'applied',
        at: new Date().toISOString(),
        counts: countsOf(tables),
    }));
}
/** What is made when the rows are back; a run that was killed before it is finished by the next one. */
async function carry_out_finish({ server, signal, log }, { note }) {
    if (note.lost.length === 0)
        return [];
    return server.use(server.database, async (live) => {
        await readAlike(live);
        const failed = await addLater(live, signal, note.lost);
        for (const sentence of [...failed, ...note.lost.flatMap((lost) => lost.notAddedBack)])
            log.warn(`${sentence}.`);
        return failed;
    });
}

;// CONCATENATED MODULE: ./build/database/repair/repair.js









/** Looks, and leaves nothing behind. */
async function planRepair(task, session, request) {
    const plan = await planWithoutTrace(task, session, request);
    const evidence = evidenceOf(request.after !== undefined, request.options);
    const report = {
        applied: false,
        evidence,
        schema: null,
        tables: plan.tables,
        objects: plan.objects,
    };
    return {
        result: 'planned',
        report,
        message: `Planned: ${await describePlan(task, report, plan, request.options)}; nothing was changed.`,
    };
}
async function describePlan({ server }, report, plan, { batch, newConstraints }) {
    const seconds = await server.use(server.database, (live) => waitOf(live, plan, batch));
    const wait = seconds > 0 ? `; writers of these tables would wait about ${seconds.toFixed(1)} s` : '';
    return `${describeRepair(report)}${wait}. Recommended: ${recommendation(report, newConstraints)}`;
}
/** The first half: everything that can be done while nothing of users' tables changes. */
async function prepareOnly(task, session, request) {
    const earlier = await earlierOf(task, request);
    if (earlier?.note.state === 'applied')
        return alreadyApplied(task, earlier);
    const { kept, plan } = earlier
        ? { kept: earlier, plan: await planAgain(task, earlier) }
        : await prepareRepair(task, session, request);
    const report = reportOf(kept, plan);
    const message = `Prepared: ${await describePlan(task, report, plan, request.options)}. The phase \`switch\` does it.`;
    task.log.info(`✓ What differs is in the schema "${kept.schema}" of the live database`);
    return { result: 'done', message, report };
}
/** Looked at and then done. */
async function repairAll(task, session, request) {
    const earlier = await earlierOf(task, request);
    if (earlier?.note.state === 'applied')
        return alreadyApplied(task, earlier);
    const kept = earlier ?? (await prepareRepair(task, session, request)).kept;
    return applyKept(task, kept, request.options);
}
/** The second half. @throws ActionError where nothing is prepared */
async function switchOnly(task, consent) {
    const all = await task.server.use(task.server.database, keptIn);
    const kept = all.find(({ note }) => hasWorkLeft(note));
    if (kept)
        return applyKept(task, kept, consent);
    const applied = all.find(({ note }) => note.state === 'applied' && (0,earlier_attempt/* isOfThisDeploy */.f)(note, task));
    if (applied)
        return alreadyApplied(task, applied);
    throw new errors/* ActionError */.lZ(`No repair of "${task.server.database}" is prepared; run the phase \`prepare\` first.`);
}
/** Says what the phase `switch` would do. */
async function planSwitch(task, consent) {
    const kept = (await task.server.use(task.server.database, keptIn)).find(({ note }) => hasWorkLeft(note));
    if (!kept)
        return {
            result: 'planned',
            message: 'Planned: no repair is prepared, so nothing would be done; nothing was changed.',
        };
    const plan = await planAgain(task, kept);
    const report = reportOf(kept, plan);
    return {
        result: 'planned',
        report,
        message: `Planned: ${await describePlan(task, report, plan, consent)}; nothing was changed.`,
    };
}
/**
 * What this run has prepared or done before it was killed, with the same options.
 *
 * @throws ActionError where another run has taken that back
 */
async function earlierOf(task, { source, after, options }) {
    const { server, run } = task;
    const of = (text) => (text === undefined ? null : (0,redact/* redact */.E$)(text));
    const keyOf = ({ tables, exclude, columns, stamps, renamed, window }) => JSON.stringify([tables, exclude, columns, stamps, renamed, window]);
    const own = (await server.use(server.database, keptIn)).filter(({ note }) => (0,earlier_attempt/* isOfThisDeploy */.f)(note, task) &&
        note.backup === of(source) &&
        note.after === of(after?.source) &&
        keyOf(note.options) === keyOf(options));
    const { undoneBy = run, at } = own[0]?.note ?? {};
    if (undoneBy !== run)
        throw new errors/* ActionError */.lZ(`This run has repaired "${server.database}" already, and run ${undoneBy} has taken that back at ${at}; nothing was changed. To repair it all the same, start a new run.`);
    return own.find(({ note }) => hasWorkLeft(note) || note.state === 'applied');
}
async function alreadyApplied(task, kept) {
    await carry_out_finish(task, kept);
    const loss = lossOfRepair(kept.note.counts);
    const message = `This run has repaired "${task.server.database}" at ${kept.note.at} already (phase \`undo\` takes it back).`;
    await (0,database_traffic/* endAsEarlier */.ah)(task, 'repair', message, { earlier: kept.note.at, 'data-loss': loss });
    recordProof(task);
    return { result: 'no-op', loss, message };
}

;// CONCATENATED MODULE: ./build/database/repair/undo.js













/**
 * Takes a repair back, by three states again: what was there, what the repair wrote, and today. What users have written since
 * stays, and so does a row that something refers to which was not there before the repair.
 *
 * @param mayGoOn whether what is planned may be done; where it says no or throws, nothing is
 */
async function undoRows(open, signal, kept, triggers, mayGoOn, done) {
    return shortly(open, signal, async (live) => {
        await live.run(BY_KEY);
        await live.run('BEGIN');
        try {
            if (kept.note.state === 'begun')
                await settle(live, kept);
            const { staged, tables } = await planUndo(live, kept);
            if (!mayGoOn(tables)) {
                await live.run('ROLLBACK');
                return tables;
            }
            const wrote = staged.map((one, at) => {
                const { gone, unset } = tables[at];
                return { oid: one.live.oid, name: (0,snapshots_tables/* nameOf */.Vb)(one.piece), inserted: 0, updated: unset, deleted: gone };
            });
            const writes = wrote
                .map(({ oid, updated, deleted }) => ({
                oid,
                writes: (updated > 0 ? WRITES.update : 0) | (deleted > 0 ? WRITES.delete : 0),
            }))
                .filter(({ writes }) => writes > 0);
            const on = triggers === 'off' ? await triggersOff(live, writes) : undefined;
            await undo_write(live, staged, tables);
            await live.run('SET CONSTRAINTS ALL IMMEDIATE');
            await proveCounts(live, wrote, (0,quote/* quoteName */.AB)(kept.schema), triggers === 'on');
            await on?.restore();
            await done(live);
            await live.run('COMMIT');
            return tables;
        }
        catch (error) {
            await live.run('ROLLBACK').catch(() => { });
            throw /^23/.test((0,postgres_session/* codeOf */.$N)(error)) ? ruledOut(error) : error;
        }
    });
}
/** A value from before the repair is another row's by now, or what it names is gone. */
const ruledOut = (error) => new errors/* ActionError */.lZ(`Not undone, and no row was changed: a value from before the repair is ruled out by what users have written since: ${(0,errors/* messageOf */.bD)(error).replace(/^PostgreSQL says: /, '')} Change that first, or set these back by hand.`, { cause: error });
async function planUndo(live, { schema, note }) {
    const shapes = await shapesOf(live);
    const staged = note.pieces.flatMap((piece) => {
        const shape = find(shapes, piece);
        return shape ? [new Staged(piece, shape, (0,quote/* quoteName */.AB)(schema))] : [];
    });
    for (const one of staged)
        await live.run(undoSql(one));
    for (let changed = true; changed;) {
        changed = false;
        for (const sql of referredSql(staged, shapes)) {
            const rows = await live.query(`${sql} RETURNING 1 AS one`);
            changed ||= rows.length > 0;
        }
    }
    const tables = [];
    for (const one of staged)
        tables.push(await undoPlan(live, one));
    return { staged, tables };
}
/** The values that a repair may have set, which are there still. */
const valuesOf = (staged) => staged.values.filter(({ column }) => staged.has(column.name));
function undoSql(staged) {
    const changes = valuesOf(staged).map(({ column, place }) => {
        const [today, wrote, was] = ['l', 'p', 'k'].map((row) => `${row}.${(0,quote/* quoteName */.AB)(column.name)}`);
        const isSame = (one, other) => same(one, other, [column]);
        return {
            unset: `(p."rb sets"[${place}] AND ${isSame(today, wrote)})`,
            open: `(p."rb sets"[${place}] AND NOT ${isSame(today, wrote)} AND NOT ${isSame(today, was)})`,
        };
    });
    const { writable } = staged;
    return `DROP TABLE IF EXISTS ${staged.at('u')};
    CREATE TABLE ${staged.at('u')} AS SELECT ${staged.list('p')}, p."rb sets", l.xmin AS "rb seen", NULL::text AS "rb rule",
      CASE WHEN NOT (${staged.isThere('l')}) THEN NULL
        WHEN p."rb verdict" = 'back' THEN CASE WHEN ${same(staged.list('l', writable), staged.list('p', writable), writable)} THEN 'gone' ELSE 'changed since' END
        WHEN ${any(changes.map(({ open }) => open))} THEN 'changed since'
        WHEN ${any(changes.map(({ unset }) => unset))} THEN 'unset' END AS "rb verdict"
    FROM ${staged.at('p')} AS p LEFT JOIN ${staged.at('k')} AS k ON ${staged.sameKey('k', 'p')}
      LEFT JOIN ${staged.table} AS l ON ${staged.sameKey('l', 'p')} WHERE p."rb verdict" IN ('back', 'set');
    ${staged.indexSql('u')}; ANALYZE ${staged.at('u')}`;
}
/** Rows that would go and that something refers to which does not go with them, nor is set back so that it refers to them no more. */
function referredSql(staged, shapes) {
    return shapes.flatMap((children) => children.references.flatMap((reference) => {
        const { name, columns, to, toColumns } = reference;
        const parent = staged.find(({ live }) => (0,snapshots_tables/* nameOf */.Vb)(live) === (0,snapshots_tables/* nameOf */.Vb)(to));
        if (!parent || toColumns.some((column) => parent.placeOf(column) === 0))
            return [];
        const child = staged.find(({ live }) => live === children);
        const refers = refersSql(reference, { parent: 'u', child: 'c' });
        const places = child ? columns.map((column) => child.placeOf(column)).filter((place) => place > 0) : [];
        const leaves = child
            ? `AND NOT EXISTS (SELECT FROM ${child.at('u')} AS d WHERE ${child.sameKey('d', 'c')}
            AND (d."rb verdict" = 'gone' OR (d."rb verdict" = 'unset' AND ${any(places.map((place) => `d."rb sets"[${place}]`))})))`
            : '';
        return [
            `UPDATE ${parent.at('u')} AS u SET "rb verdict" = 'referred to', "rb rule" = ${(0,quote/* quoteText */.ol)(name)}
         WHERE u."rb verdict" = 'gone' AND EXISTS (SELECT FROM ${rowsOf(children)} AS c WHERE ${refers} ${leaves})`,
        ];
    }));
}
async function undoPlan(live, staged) {
    const rows = await verdictsOf(live, staged, 'u');
    const count = (verdict) => Number(rows.find((row) => row.verdict === verdict)?.rows ?? 0);
    return {
        table: (0,snapshots_tables/* nameOf */.Vb)(staged.piece),
        gone: count('gone'),
        unset: count('unset'),
        conflicts: rows
            .filter(({ verdict }) => !['gone', 'unset'].includes(verdict))
            .map(({ verdict, rule, rows, examples }) => ({
            kind: verdict,
            name: rule,
            isNew: false,
            rows: Number(rows),
            examples,
        })),
    };
}
/**
 * All in one statement, whichever refers to whichever. Rows go before values change, which may have been theirs: a statement's
 * deletes are done when their rows are counted, and its updates at its end, when keys are checked too.
 */
async function undo_write(live, staged, tables) {
    const updates = staged
        .filter((_, at) => (tables[at]?.unset ?? 0) > 0)
        .map((one) => `u${one.piece.number} AS (${unsetSql(one)})`);
    const gone = staged.filter((_, at) => (tables[at]?.gone ?? 0) > 0);
    const deletes = gone.map((one) => `d${one.piece.number} AS (DELETE FROM ${one.table} AS l USING ${one.at('u')} AS u
        WHERE u."rb verdict" = 'gone' AND ${one.sameKey('l', 'u')} AND l.xmin = u."rb seen" RETURNING 1)`);
    if (deletes.length + updates.length === 0)
        return;
    const counts = gone.map(({ piece }) => `(SELECT count(*) FROM d${piece.number})`);
    await live.run(`WITH ${[...deletes, ...updates].join(', ')} SELECT ${[...counts, '1'].join(', ')}`);
}
function unsetSql(one) {
    const values = valuesOf(one)
        .filter(({ column }) => one.live.columns.find(({ name }) => name === column.name)?.always !== true)
        .map(({ column, place }) => {
        const name = (0,quote/* quoteName */.AB)(column.name);
        return `${name} = CASE WHEN u."rb sets"[${place}] AND ${same(`l.${name}`, `u.${name}`, [column])} THEN k.${name} ELSE l.${name} END`;
    });
    // A row that was written since has a stamp of its own.
    const stamps = one.stamps.map(({ name }) => {
        const stamp = (0,quote/* quoteName */.AB)(name);
        return `${stamp} = CASE WHEN l.xmin = k."rb by" THEN k.${stamp} ELSE l.${stamp} END`;
    });
    return `UPDATE ${one.table} AS l SET ${[...values, ...stamps].join(', ')} FROM ${one.at('u')} AS u JOIN ${one.at('k')} AS k ON ${one.sameKey('k', 'u')}
    WHERE u."rb verdict" = 'unset' AND ${one.sameKey('l', 'u')} AND l.xmin = u."rb seen"`;
}

;// CONCATENATED MODULE: ./build/database/repair/take-back.js









/** Takes the newest repair back. */
async function undoRepair(task, { conflicts, triggers }, isDryRun = false) {
    const { server, signal } = task;
    const all = await server.use(server.database, keptIn);
    const kept = all.find(({ note }) => isWritten(note));
    const reason = noUndoReason(all, kept, task.run);
    if (!kept || reason !== undefined) {
        if (!isDryRun)
            await (0,database_traffic/* afterSwitch */.jb)(task);
        return isDryRun
            ? { result: 'planned', message: `Planned: nothing would be undone: ${reason}.` }
            : { result: 'no-op', message: `Nothing to undo: ${reason}.` };
    }
    const mayGoOn = (tables) => {
        if (isDryRun || conflicts === 'keep' || tables.every((table) => table.conflicts.length === 0))
            return !isDryRun;
        throw new errors/* ActionError */.lZ(`Not undone, and no row was changed: users have changed what was repaired, or refer to it. The plan: ${describeUndo(tables, false)}; \`conflicts: keep\` leaves those rows and takes the rest back.`);
    };
    const run = () => {
        const note = { ...kept.note, state: 'undone', undoneBy: task.run, at: new Date().toISOString() };
        return undoRows(anew(server), signal, kept, triggers, mayGoOn, (live) => writeNote(live, kept.schema, note));
    };
    if (isDryRun)
        return {
            result: 'planned',
            message: `Planned: ${describeUndo(await run(), false)}; nothing was changed.`,
        };
    const tables = await (0,database_traffic/* whilePaused */.ak)(task, () => (0,database_task/* step */.P)(task, 'undo repair', run, (tables) => describeUndo(tables, true), () => ({ evidence: { 'data-loss': lossOfRepair() } })));
    const columns = kept.note.lost.length > 0 ? `; ${kept.note.lost.map(({ name }) => name).join(', ')} stay` : '';
    return {
        result: 'done',
        loss: lossOfRepair(),
        message: `The repair of "${server.database}" is taken back: ${describeUndo(tables, true)}${columns}.`,
    };
}
/** Why nothing is taken back, as half a sentence; undefined where something is. */
function noUndoReason(all, kept, run) {
    if (!kept)
        return 'no repair of this database is there to take back';
    const own = all.find(({ note }) => note.undoneBy === run);
    // A job that is run again has taken back what it was meant for, and knows nothing of what came after.
    return own && kept.note.run !== run && own.note.at < kept.note.at
        ? `this run has taken a repair back at ${own.note.at}, and run ${kept.note.run} has repaired again at ${kept.note.at}; to take that back, start a new run`
        : undefined;
}
/** Removes what repairs have left and no undo needs. */
async function cleanRepairs(task, session, keep) {
    const remains = await dropRemains(task, session);
    const { server } = task;
    const dropped = await server.use(server.database, async (live) => {
        const leftovers = leftoversOf(await keptIn(live), keep);
        for (const kept of leftovers)
            await dropSchema(live, kept);
        return leftovers.map(({ schema }) => `"${schema}"`);
    });
    if (remains + dropped.length === 0)
        return {
            result: 'no-op',
            message: 'Nothing to clean: repairs have left nothing beside what `keep` says.',
        };
    const unfinished = remains > 0 ? [`${remains} unfinished`] : [];
    return { result: 'done', message: `Cleaned: ${[...dropped, ...unfinished].join(', ')} dropped.` };
}
/** Says what the phase `clean` would drop. */
async function planClean({ server }, keep) {
    const leftovers = leftoversOf(await server.use(server.database, keptIn), keep).map(({ schema }) => `"${schema}"`);
    const what = leftovers.length > 0
        ? `these schemas would be dropped: ${leftovers.join(', ')}`
        : 'nothing would be dropped';
    return { result: 'planned', message: `Planned: ${what}; nothing was changed.` };
}
/** All but the newest that have written, which an undo needs. Pure. */
function leftoversOf(all, keep) {
    const needed = all.filter(({ note }) => isWritten(note)).slice(0, keep);
    return all.filter((kept) => !needed.includes(kept));
}

;// CONCATENATED MODULE: ./build/database/repair/phases.js




/**
 * Says what a repair is about where it follows at once and compares then: nothing is restored twice for it.
 *
 * @param check finds out whether a backup is there
 */
async function foresee({ server }, session, tables, sources, check) {
    prepare_requireRepairable(await (0,observe/* observe */.lB)(session, server.database));
    const takes = [];
    for (const source of sources)
        takes.push(await check(source));
    const also = takes.filter(Boolean).map((words) => ` ${words}`);
    return {
        result: 'planned',
        message: `Planned: what was destroyed in ${tables.join(', ')} of "${server.database}" would be brought back, and every newer row kept; how many rows that is shows when the states are compared, before anything is changed.${also.join('')}`,
    };
}
/** Carries out a phase, or says what it would do. */
async function repair(task, session, phaseRequest, dryRun) {
    const { phase, options, keep, request } = phaseRequest;
    switch (phase) {
        case 'all':
            return dryRun ? planRepair(task, session, await request()) : repairAll(task, session, await request());
        case 'prepare':
            return dryRun
                ? planRepair(task, session, await request())
                : prepareOnly(task, session, await request());
        case 'switch':
            return dryRun ? planSwitch(task, options) : switchOnly(task, options);
        case 'undo':
            return undoRepair(task, options, dryRun);
        case 'clean':
            return dryRun ? planClean(task, keep) : cleanRepairs(task, session, keep);
        case 'resume':
            return {
                result: 'planned',
                message: 'Planned: paused traffic would be resumed; nothing was changed.',
            };
    }
}

;// CONCATENATED MODULE: ./build/database/required.js


/** @throws ActionError where inputs are missing or do not go together */
function requireInputs({ confirm, phase, strategy, backup }, { database }, { dryRun }) {
    if (PHASES[phase].restores && backup === undefined) {
        throw new errors/* ActionError */.lZ(`Input \`backup\` is required for the phase \`${phase}\`: s3://bucket/key, https://…, pgbackrest://stanza?time=…, rds://instance?time=…, rds-snapshot://… or a path.`);
    }
    if (strategy === 'in-place' && !PHASES[phase].inPlace) {
        throw new errors/* ActionError */.lZ(`The strategy \`in-place\` has no phase \`${phase}\`: it replaces the contents in one go.`);
    }
    if (!dryRun && confirm !== database) {
        const given = confirm === undefined ? 'is missing' : `is ${JSON.stringify(confirm)}`;
        throw new errors/* ActionError */.lZ(`Input \`confirm\` ${given}; type the name of the database, ${JSON.stringify(database)}, to say that you mean it.`);
    }
}

// EXTERNAL MODULE: ./build/database/source.js + 3 modules
var database_source = __webpack_require__(7064);
// EXTERNAL MODULE: ./build/systems/kubernetes/access.js
var access = __webpack_require__(33266);
// EXTERNAL MODULE: ./build/systems/kubernetes/connect.js + 1 modules
var connect = __webpack_require__(20006);
// EXTERNAL MODULE: ./build/base/settled.js
var settled = __webpack_require__(71501);
// EXTERNAL MODULE: ./build/base/time-limit.js
var time_limit = __webpack_require__(2609);
// EXTERNAL MODULE: ./build/systems/postgres/address.js
var address = __webpack_require__(44869);
// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(83849);
;// CONCATENATED MODULE: ./build/systems/postgres/pool-entries.js
/** What pgbouncer's console says of databases, connections and clients, and what follows from it. Pure. */
/**
 * The entries that lead to a database: those with its address (`host:port`), or where none has, all with its name, as
 * the same server may be called otherwise from where pgbouncer stands.
 */
function entriesTo(entries, database, address) {
    const named = entries.filter((entry) => entry.database === database && entry.name !== 'pgbouncer');
    const exact = named.filter((entry) => leadsTo(entry, address));
    return exact.length > 0 ? exact : named;
}
/** Whether an entry's address is the one given, letter by letter. */
const leadsTo = ({ host, port }, address) => (host ?? '').split(',').some((one) => `${one}:${port}` === address);
/** Where an entry leads, for messages. */
const entryAddress = ({ host, port }) => `${host ?? 'a Unix socket'}:${port}`;
/** The clients that have connections of these entries at present, one line each. */
function holdersOf(names, servers, clients) {
    return servers
        .filter(({ database, state }) => names.includes(database) && state === 'active')
        .map(({ database, link, remote_pid }) => {
        const client = clients.find(({ ptr }) => ptr === link);
        const clientText = client
            ? `user ${JSON.stringify(client.user)} from ${client.addr}:${client.port}, last query at ${client.request_time}`
            : 'a client that has gone since';
        return `${JSON.stringify(database)}: ${clientText}, PostgreSQL process ${remote_pid}`;
    });
}
/** A name as the console takes it: it reads at most 63 bytes, quotes counted, so plain ones go without. */
const consoleName = (name) => /^[0-9a-z_]+$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;

;// CONCATENATED MODULE: ./build/systems/postgres/pgbouncer-console.js






/** What the admin console is as a database. */
const CONSOLE = 'pgbouncer';
/** Bytes of all that a console says: some thousand clients are a part of it. */
const MAX_HEARD_BYTES = 64 * 1024 ** 2;
const streamOf = (client) => client.connection.stream;
/** A connection to one admin console, which takes simple queries only. */
class Console {
    name;
    #client;
    #signal;
    #destroy;
    constructor(name, client, signal, destroy) {
        this.name = name;
        this.#client = client;
        this.#signal = signal;
        this.#destroy = destroy;
    }
    /** Connects. @throws ActionError that says whether the address, the user or the kind of server is wrong */
    static async open(address, signal) {
        signal.throwIfAborted();
        const name = `${address.host}:${address.port}`;
        const client = new esm/* default.Client */.Ay.Client({
            ...address.options,
            database: CONSOLE,
            connectionTimeoutMillis: waits/* WAITS */.r.POOLER_CONNECT_MS,
        });
        const destroy = () => streamOf(client).destroy();
        client.on('error', () => { });
        signal.addEventListener('abort', destroy);
        const console = new Console(name, client, signal, destroy);
        try {
            await client.connect();
            // Lists without an end must not fill the memory.
            let heard = 0;
            streamOf(client).on('data', (chunk) => {
                heard += chunk.length;
                if (heard > MAX_HEARD_BYTES)
                    destroy();
            });
            return console;
        }
        catch (error) {
            console.close();
            signal.throwIfAborted();
            throw new errors/* ActionError */.lZ(connectMessage(error, name, address.user), { cause: error });
        }
    }
    /** The lines of SHOW DATABASES, POOLS, SERVERS, CLIENTS or CONFIG. */
    show(what) {
        return this.#query(`SHOW ${what}`);
    }
    /** Does something with an entry; `late` gives up on it, and on this connection with it. */
    async command(verb, name, late) {
        // Else nothing would end it: clients would wait as long as it does.
        late?.throwIfAborted();
        late?.addEventListener('abort', this.#destroy);
        try {
            await this.#query(`${verb} ${consoleName(name)}`);
        }
        finally {
            late?.removeEventListener('abort', this.#destroy);
        }
    }
    /**
     * Waits until no connection of an entry's to PostgreSQL is being made. PAUSE would cut it off, and pgbouncer takes that for a
     * failed login to the server: after RESUME it turns clients away until `server_login_retry` is over
     * (https://github.com/pgbouncer/pgbouncer/pull/420).
     */
    async settled(name, signal) {
        for (;;) {
            const pools = await this.show('POOLS');
            if (!pools.some(({ database, sv_login }) => database === name && sv_login > 0))
                return;
            await (0,deadline/* pause */.v7)(waits/* WAITS */.r.POOLER_POLL_MS, signal);
        }
    }
    /** The mode that entries without one of their own have. */
    async mode() {
        const settings = await this.show('CONFIG');
        return settings.find(({ key }) => key === 'pool_mode')?.value ?? '';
    }
    /** The entries of the server's database; one that only the wildcard makes is made. */
    async entries(server) {
        const listed = await this.#listed(server);
        if (listed.length > 0)
            return listed;
        await this.#make(server.database);
        const made = await this.#listed(server);
        if (made.length > 0)
            return made;
        const others = await this.show('DATABASES');
        throw new errors/* ActionError */.lZ(`pgbouncer at ${this.name} leads no client to the database ${JSON.stringify(server.database)}; check \`pgbouncer-url\`, or leave it out.`, { details: others.map(({ name, database }) => `${name} → ${database}`) });
    }
    /**
     * The entries of the server's database that are paused. One of the wildcard's is no longer shown once its last client has
     * left, and comes back, paused as it was, with the next: it is brought back here, or it would stay paused.
     */
    async paused(server) {
        const listed = await this.#listed(server);
        const shown = listed.some(({ name }) => name === server.database);
        if (!shown)
            await this.#make(server.database);
        return (shown ? listed : await this.#listed(server)).filter(({ paused }) => paused === 1);
    }
    /** Checks whether the user may PAUSE: RESUME of a database that does not exist shows that and changes nothing. @throws ActionError where not */
    async admin() {
        await this.command('RESUME', 'rollback_actions_probe').catch((error) => {
            if (!/no such database|is not paused/.test((0,errors/* messageOf */.bD)(error)))
                throw error;
        });
    }
    close() {
        this.#signal.removeEventListener('abort', this.#destroy);
        this.#destroy();
    }
    /** Makes the entry of a name that only the wildcard leads on, or brings it back; where there is none, nothing. */
    async #make(name) {
        await this.command('RECONNECT', name).catch((error) => {
            if (!/no such database/.test((0,errors/* messageOf */.bD)(error)))
                throw error;
        });
    }
    async #listed({ database, name }) {
        return entriesTo(await this.show('DATABASES'), database, name);
    }
    async #query(text) {
        try {
            return (await this.#client.query(text)).rows;
        }
        catch (error) {
            this.#signal.throwIfAborted();
            throw new errors/* ActionError */.lZ(queryMessage(error, this.name, text), { cause: error });
        }
    }
}
function connectMessage(error, name, user) {
    const words = (0,errors/* messageOf */.bD)(error) || (0,postgres_session/* codeOf */.$N)(error);
    if ((0,postgres_session/* codeOf */.$N)(error) === '3D000')
        return `At ${name} there is a PostgreSQL and no pgbouncer (${words}); check the port of \`pgbouncer-url\`.`;
    if (words === 'not allowed')
        return `pgbouncer at ${name} does not let the user ${JSON.stringify(user)} into its console; add it to admin_users.`;
    return `pgbouncer at ${name} cannot be reached as ${JSON.stringify(user)} (${words}); check \`pgbouncer-url\`.`;
}
function queryMessage(error, name, text) {
    const words = (0,errors/* messageOf */.bD)(error);
    if ((0,postgres_session/* codeOf */.$N)(error) === '42704')
        return `At ${name} there is a PostgreSQL and no pgbouncer (${words}); check the port of \`pgbouncer-url\`.`;
    if (words === 'admin access needed')
        return `pgbouncer at ${name} lets this user only read; name one of its admin_users in \`pgbouncer-url\`.`;
    if (words === 'already suspended/paused')
        return `pgbouncer at ${name} is paused as a whole, by someone else; RESUME it first.`;
    return `pgbouncer at ${name} refused ${text}: ${words}.`;
}

;// CONCATENATED MODULE: ./build/systems/postgres/pgbouncer.js







/** The pgbouncers before a server: one, or several that share its clients. */
class Poolers {
    #addresses;
    #signal;
    constructor(addresses, signal) {
        this.#addresses = addresses;
        this.#signal = signal;
    }
    /**
     * Reads the input `pgbouncer-url`, the admin console of each; nothing is connected yet.
     *
     * @throws ActionError where one is not a URL of a console
     */
    static parse(urls, { signal, mask }) {
        const addresses = urls.map((url) => (0,address/* parseAddress */.or)(url, 'pgbouncer-url'));
        for (const { password, database } of addresses) {
            if (password)
                mask(password);
            if (database !== CONSOLE)
                throw new errors/* ActionError */.lZ(`Input \`pgbouncer-url\` ends with the database ${JSON.stringify(database)}; pgbouncer's admin console is /${CONSOLE}.`);
        }
        return new Poolers(addresses, signal);
    }
    /** The same for work that another signal ends. */
    withSignal(signal) {
        return new Poolers(this.#addresses, signal);
    }
    /**
     * Looks whether PAUSE would work, and changes nothing.
     *
     * @returns what to warn of, a sentence each
     * @throws ActionError where a console cannot be reached, may not be used, or knows no entry of the server's database
     */
    async check(server) {
        const found = await this.#each(this.#signal, async (console) => {
            await console.admin();
            const entries = await console.entries(server);
            const mode = await console.mode();
            return entries.flatMap((entry) => warnings(entry, entry.pool_mode ?? mode, console.name, server));
        });
        return found.flat();
    }
    /**
     * Lets running transactions end and new ones wait, on all pgbouncers or on none: where one cannot within `seconds`, or the run
     * is cancelled, all are resumed.
     *
     * @throws ActionError whose details name the clients that held the connections
     */
    async pause(server, seconds) {
        const stop = new AbortController();
        const late = AbortSignal.timeout(seconds * 1000);
        const signal = AbortSignal.any([this.#signal, stop.signal]);
        try {
            await this.#each(signal, async (console, address) => {
                const names = (await console.entries(server)).map(({ name }) => name);
                try {
                    for (const name of names) {
                        await console.settled(name, AbortSignal.any([signal, late]));
                        await console.command('PAUSE', name, late);
                    }
                }
                catch (error) {
                    const reason = late.aborted && !signal.aborted ? await tooLate(address, names, seconds) : error;
                    stop.abort(reason);
                    throw reason;
                }
            });
        }
        catch (error) {
            await this.#goOn(server, error);
            throw error;
        }
    }
    /** Resumes what is paused of the server's database. @returns how many entries were */
    async resume(server) {
        const counts = await this.#each(this.#signal, async (console) => {
            const paused = await console.paused(server);
            for (const { name } of paused)
                await console.command('RESUME', name);
            return paused.length;
        });
        return counts.reduce((sum, count) => sum + count, 0);
    }
    /** Whether any pgbouncer holds the server's database paused. */
    async paused(server) {
        const found = await this.#each(this.#signal, (console) => console.paused(server));
        return found.flat().length > 0;
    }
    /** Works on every console side by side, each to its end, and throws the first that failed. */
    async #each(signal, work) {
        return (0,settled/* allSettled */.vd)(this.#addresses.map(async (address) => {
            const console = await Console.open(address, signal);
            return work(console, address).finally(() => console.close());
        }));
    }
    /** After a PAUSE that failed nothing may stay paused. */
    async #goOn(server, cause) {
        try {
            await this.withSignal((0,time_limit/* timeLimit */.z)(waits/* WAITS */.r.POOLER_RESUME_MS, 'pgbouncer did not answer')).resume(server);
        }
        catch (error) {
            throw new errors/* ActionError */.lZ(`PAUSE failed, and then RESUME did: clients of the database ${JSON.stringify(server.database)} wait until you give RESUME on pgbouncer's console.`, { details: [(0,errors/* messageOf */.bD)(cause), (0,errors/* messageOf */.bD)(error)], cause });
        }
    }
}
/** Lists the clients that held PAUSE up, on a console of its own, as the other one waits. */
async function tooLate(address, names, seconds) {
    const console = await Console.open(address, (0,time_limit/* timeLimit */.z)(waits/* WAITS */.r.POOLER_RESUME_MS, 'pgbouncer did not answer'));
    const servers = await console.show('SERVERS');
    const clients = await console.show('CLIENTS');
    console.close();
    const details = holdersOf(names, servers, clients);
    const reason = details.length > 0
        ? `${details.length} clients kept their connections (until their transaction ends, or with pool_mode=session until they disconnect); end them`
        : 'PostgreSQL did not let pgbouncer in meanwhile; fix that';
    return new errors/* ActionError */.lZ(`pgbouncer at ${console.name} could not pause within ${seconds} s and goes on, as ${reason} and run again.`, { details });
}
function warnings(entry, mode, pooler, server) {
    const name = JSON.stringify(entry.name);
    const sentences = [];
    if (!leadsTo(entry, server.name))
        sentences.push(`pgbouncer at ${pooler} leads ${name} to ${entryAddress(entry)}, which \`database-url\` calls ${server.name}; they are taken for the same server.`);
    if (mode === 'session')
        sentences.push(`pgbouncer at ${pooler} pools ${name} by session, so PAUSE waits until its clients disconnect; pool_mode=transaction would wait for their transactions only.`);
    return sentences;
}

// EXTERNAL MODULE: ./build/database/quiesce.js
var quiesce = __webpack_require__(18521);
;// CONCATENATED MODULE: ./build/database/traffic-inputs.js




/** What the inputs say uses the database. */
function trafficOf(inputs, context) {
    const urls = inputs.pgbouncerUrl.split(/\s+/).filter(Boolean);
    return {
        workloads: inputs.quiesce.length > 0
            ? { ...(0,connect/* connect */.N)(inputs, context), wanted: (0,quiesce/* parseQuiesce */.tS)([...inputs.quiesce]) }
            : undefined,
        poolers: urls.length > 0 ? Poolers.parse(urls, context) : undefined,
    };
}
/** Finds out before the first change whether traffic can be held and given back. */
async function checkTraffic({ workloads, poolers }, server, phase, { log }) {
    if (workloads) {
        await (0,access/* requirePermissions */.An)(workloads.client, workloads.namespace, (0,quiesce/* toQuiesce */.dq)(workloads.wanted));
        // One that was deleted meanwhile is no reason not to give the others back.
        if (phase !== 'resume')
            await (0,quiesce/* findWorkloads */.c7)(workloads);
    }
    for (const warning of (await poolers?.check(server)) ?? [])
        log.warn(warning);
}

// EXTERNAL MODULE: ./build/runner/action.js
var action = __webpack_require__(99297);
// EXTERNAL MODULE: ./build/runner/inputs.js
var inputs = __webpack_require__(52266);
// EXTERNAL MODULE: ./build/systems/postgres/side-cluster.js
var side_cluster = __webpack_require__(8713);
;// CONCATENATED MODULE: ./build/actions/rollback-db.js































const rollback_db_inputs = {
    ...inputs/* connectionInputs */.eu,
    ...repairInputs,
    databaseUrl: (0,values/* secret */.rJ)(),
    backup: dist/* optional */.lqM((0,values/* text */.Qq)()),
    backupSha256: dist/* optional */.lqM((0,values/* text */.Qq)()),
    backupDatabase: dist/* optional */.lqM((0,values/* text */.Qq)()),
    s3Endpoint: dist/* optional */.lqM((0,values/* text */.Qq)()),
    snapshot: dist/* optional */.lqM((0,values/* text */.Qq)()),
    phase: dist/* optional */.lqM((0,values/* choice */.Yq)(Object.keys(PHASES)), 'all'),
    strategy: dist/* optional */.lqM((0,values/* choice */.Yq)(['swap', 'in-place', 'repair']), 'swap'),
    quiesce: dist/* optional */.lqM((0,values/* list */.p_)(), ''),
    pgbouncerUrl: dist/* optional */.lqM((0,values/* secret */.rJ)(), ''),
    resume: dist/* optional */.lqM((0,values/* boolean */.zM)(), 'true'),
    confirm: dist/* optional */.lqM((0,values/* text */.Qq)()),
    jobs: dist/* optional */.lqM((0,values/* integer */.nd)(1), '4'),
    keep: dist/* optional */.lqM((0,values/* integer */.nd)(0), '1'),
    maxDataLoss: dist/* optional */.lqM((0,values/* duration */.p0)()),
    deployedAt: dist/* optional */.lqM((0,values/* moment */.n$)()),
    safetyDump: dist/* optional */.lqM((0,values/* text */.Qq)()),
};
/** Puts a database back to a backup, by way of a second one that takes its place. */
const rollback_db_action = (0,action/* defineAction */.Q)({ name: 'rollback-db', inputs: rollback_db_inputs, changes: true, main, post });
async function main(inputs, given) {
    const warnings = [];
    const context = { ...given, log: keepingWarnings(given.log, warnings) };
    const server = postgres_session.Server.parse(inputs.databaseUrl, context);
    requireRepairInputs(inputs);
    requireInputs(inputs, server, context);
    const traffic = trafficOf(inputs, context);
    const folder = (0,database_source/* folderOf */.yS)(server, context.rollbackId);
    // What the plan of a rollback has fetched is restored next.
    const isNext = context.dryRun && context.checksWritePermissions;
    if (isNext)
        process.once('exit', () => removeFetched(folder));
    try {
        // Resuming traffic needs no database: one that is gone must not keep its users at zero.
        if (inputs.phase === 'resume' && !context.dryRun)
            return outcomeOf(await (0,rollback/* resume */.U)(taskOf(server, traffic, context)), server, warnings);
        await checkTraffic(traffic, server, inputs.phase, context);
        if (inputs.strategy === 'repair')
            return await repaired(inputs, { server, traffic, folder, warnings }, context);
        if (context.dryRun)
            return planOutcome(await planned(inputs, server, traffic, context), warnings);
        const cleanedUp = context.registerCleanup();
        const task = taskOf(server, traffic, context, inputs);
        const holder = {
            id: context.rollbackId,
            accepts: context.accepts,
            inPlace: inputs.strategy === 'in-place',
        };
        const done = await (0,lock/* withLock */.k)(server, holder, (session) => carryOut(inputs, task, session, folder));
        // What is left held is given back by the phase `resume`, and at the end of the job in any case.
        if (inputs.resume)
            cleanedUp();
        return outcomeOf(done, server, warnings);
    }
    finally {
        traffic.workloads?.client.close();
        if (!isNext)
            removeFetched(folder);
    }
}
/** The action was killed: give back what it has stopped, and take away what it has fetched. */
async function post(inputs, context) {
    const server = postgres_session.Server.parse(inputs.databaseUrl, context);
    const folder = (0,database_source/* folderOf */.yS)(server, context.rollbackId);
    try {
        const traffic = trafficOf(inputs, context);
        const task = taskOf(server, traffic, context);
        await (0,database_traffic/* resumeIfPaused */.nI)(task, context.rollbackId).finally(() => traffic.workloads?.client.close());
    }
    finally {
        // A backup holds what no other user of this machine may read.
        removeFetched(folder);
        await (0,side_cluster/* removeRemains */.mV)((0,external_node_path_.dirname)(folder));
        await (0,database_source/* discardTemporary */.EB)([inputs.backup, inputs.after], { ...context, server });
    }
}
/** The state from behind an accident, beside the one from before: a server that recovers it may not look into our own folder. */
const folderOfAfter = (folder) => `${folder}-after`;
function removeFetched(folder) {
    for (const path of [folder, folderOfAfter(folder)])
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
}
const taskOf = (server, traffic, { rollbackId, run, signal, log, record, accepts }, { resume = true, deployedAt } = {}) => ({
    server,
    traffic,
    id: rollbackId,
    run,
    deployedAt,
    signal,
    accepts,
    log,
    record,
    progress: logProgress(log),
    resumeLater: !resume,
});
/** What would be done, in one sentence. */
async function planned(inputs, server, traffic, context) {
    const { log, signal, run, accepts } = context;
    const phase = PHASES[inputs.phase];
    const session = await (0,observe/* connectMaintenanceDb */.Op)(server, inputs.strategy === 'in-place');
    try {
        (0,lock/* requireDirect */.V)(session, server, accepts);
        const observed = await (0,observe/* observeStaying */.S$)(session, server.database, signal);
        for (const warning of (0,blockers/* warningsOf */.nZ)(observed))
            log.warn(warning);
        const ofWal = phase.restores ? (0,wal/* walWarning */.J)(await (0,wal/* readWalKeepers */._)(session)) : undefined;
        if (ofWal)
            log.warn(ofWal);
        if (inputs.strategy === 'in-place')
            await requireContentsReplaceable(server, session);
        else if (phase.brings)
            (0,blockers/* requireReplaceable */.um)(observed, { stopsTraffic: (0,database_task/* stopsTraffic */.H)(traffic) });
        if (inputs.strategy === 'swap' && phase.restores)
            await (0,one_database_extensions/* requireRestorableBeside */.hU)(server);
        const source = inputs.backup && (await (0,database_source/* nameOfSource */.Io)(inputs.backup, { ...inputs, signal }));
        const folder = (0,database_source/* folderOf */.yS)(server, context.rollbackId);
        const takes = inputs.backup && (await (0,database_source/* checkSource */.As)(inputs.backup, server, folder, { ...inputs, signal }));
        const before = phase.brings === 'backup' && inputs.strategy === 'swap'
            ? (0,earlier_attempt/* switchedBefore */.x)(observed, { id: context.rollbackId, run, deployedAt: inputs.deployedAt }, phase.restores ? source : undefined)
            : undefined;
        const foreseen = inputs.backup && phase.restores && !before
            ? await (0,preview/* preview */.V)({ server, session, accepts, log }, previewed(inputs, context, server))
            : '';
        // What is planned is not over before it is done, also where it is restored now and switched later.
        if (phase.brings === 'backup') {
            const step = inputs.strategy === 'in-place' ? 'restore in place' : 'switch';
            const to = source === undefined ? {} : { to: source };
            context.record({ ...(0,component/* databaseSubject */.yK)(server), step, status: 'planned', ...to });
        }
        const bytes = await (0,observe/* readDatabaseSize */.fb)(session, observed);
        const plan = planOf(observed, { ...inputs, source, bytes, run, accepts, before });
        return [plan, takes, foreseen].filter(Boolean).join(' ');
    }
    finally {
        await session.close();
    }
}
const previewed = (inputs, context, server) => ({
    source: inputs.backup,
    sha256: inputs.backupSha256,
    snapshot: inputs.snapshot,
    counts: !context.step?.continuesAtOnce,
    s3Endpoint: inputs.s3Endpoint,
    directory: (0,database_source/* folderOf */.yS)(server, context.rollbackId),
    log: context.log,
    signal: context.signal,
    way: inputs.strategy === 'in-place' ? 'in-place' : inputs.phase === 'prepare' ? 'prepare' : 'swap',
    of: inputs.backupDatabase ?? server.database,
    maxDataLoss: inputs.maxDataLoss,
});
async function carryOut(inputs, task, session, folder) {
    const { phase, keep, strategy } = inputs;
    if (phase === 'switch')
        return (0,rollback/* switchOnly */.Xi)(task, session, { keep, maxDataLoss: inputs.maxDataLoss });
    if (phase === 'undo')
        return (0,rollback/* undo */.tN)(task, session);
    if (phase === 'clean')
        return (0,rollback/* clean */.uH)(task, session, keep);
    const request = await requestOf(inputs, task, session, folder);
    if (strategy === 'in-place') {
        const dump = inputs.safetyDump ?? (0,external_node_path_.join)((0,external_node_path_.dirname)(folder), `safety-dump-${task.id}.dump`);
        return rollBackInPlace(task, session, request, dump);
    }
    return (phase === 'prepare' ? rollback/* prepareOnly */.Gl : rollback/* all */.Q7)(task, session, request);
}
/** A repair, or what it would do: a restore beside the live database is made for that too, and only one can be at it. */
async function repaired(inputs, given, context) {
    const { server, traffic, folder, warnings } = given;
    const { dryRun, step, rollbackId, accepts, signal } = context;
    const cleanedUp = dryRun ? () => { } : context.registerCleanup();
    const task = taskOf(server, traffic, context, { ...inputs, resume: dryRun || inputs.resume });
    const sources = [inputs.backup, inputs.after].filter((source) => source !== undefined);
    const check = (source) => (0,database_source/* checkSource */.As)(source, server, folder, { ...inputs, signal });
    const report = await (0,lock/* withLock */.k)(server, { id: rollbackId, accepts, inPlace: false }, (session) => dryRun && (step?.continuesAtOnce || sources.some(managed/* isManaged */.yF)) && PHASES[inputs.phase].restores
        ? foresee(task, session, inputs.tables, sources, check)
        : repair(task, session, phaseRequestOf(inputs, task, session, folder), dryRun));
    if (dryRun && inputs.phase !== 'clean')
        context.record({ ...(0,component/* databaseSubject */.yK)(server), step: 'repair', status: 'planned' });
    if (inputs.resume)
        cleanedUp();
    return inputs_outcomeOf(report, server.database, warnings);
}
const phaseRequestOf = (inputs, task, session, folder) => ({
    ...inputs,
    options: repairOptionsOf(inputs),
    request: async () => {
        const { after } = inputs;
        const request = await requestOf(inputs, task, session, folder);
        const other = after && { ...inputs, backup: after, backupSha256: undefined, snapshot: undefined };
        const second = other ? await requestOf(other, task, session, folderOfAfter(folder)) : undefined;
        return { ...request, options: repairOptionsOf(inputs), after: second };
    },
});
async function requestOf(inputs, { server, signal }, session, directory) {
    const source = inputs.backup;
    return {
        source: await (0,database_source/* nameOfSource */.Io)(source, { ...inputs, signal }),
        fetch: async (task) => {
            const { log, progress } = task;
            const options = { ...inputs, source, sha256: inputs.backupSha256, directory, log, progress, signal };
            // What is restored beside the live database proves itself there; in place it must be known to be whole before.
            const readOnce = inputs.strategy !== 'in-place';
            const backup = await (0,database_source/* obtainBackup */.EA)(task, {
                ...options,
                readOnce,
                ...(await (0,preview/* describeServer */.X)(session)),
            });
            const expected = await (0,database_source/* snapshotOf */.eY)(inputs.snapshot, options);
            return { backup: (0,database_source/* withTimeOf */.Bm)(backup, expected, inputs.backupDatabase ?? server.database), expected };
        },
        jobs: inputs.jobs,
        of: inputs.backupDatabase ?? server.database,
        maxDataLoss: inputs.maxDataLoss,
        keep: inputs.keep,
    };
}


/***/ }),

/***/ 15902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
/** `3 min 20 s`. */
function formatDuration(seconds) {
    if (seconds === undefined)
        return null;
    const whole = Math.round(seconds);
    const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
    const words = [
        [hours, 'h'],
        [minutes, 'min'],
        [rest, 's'],
    ];
    return (words
        .filter(([count]) => count > 0)
        .slice(0, 2)
        .map(([count, unit]) => `${count} ${unit}`)
        .join(' ') || '0 s');
}


/***/ }),

/***/ 5685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ LATEST_INSTANT),
/* harmony export */   u: () => (/* binding */ isInstant)
/* harmony export */ });
/** Untrusted times are computed with: one that is too far away cannot even become a date. Milliseconds since 1970. */
const EARLIEST_INSTANT = Date.UTC(2000);
const LATEST_INSTANT = Date.UTC(2200);
/** Whether a text is a time, and of such an age. */
const isInstant = (text) => {
    const at = Date.parse(text);
    return at >= EARLIEST_INSTANT && at < LATEST_INSTANT;
};


/***/ }),

/***/ 26963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xl: () => (/* binding */ withoutReferences),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tJ: () => (/* binding */ inert),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _foreign_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61376);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90763);


/** Text of others without secrets, on one line, that cannot end its table cell, open markup or mention a user in GitHub's Markdown. */
function inert(text) {
    return oneLine((0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)((0,_foreign_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutControls */ .DJ)(text))).replace(/[&<>|@[\]`*_~\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
/** Text without line ends and the blanks around them. */
function oneLine(text) {
    const [first = '', ...rest] = text.split('\n');
    if (rest.length === 0)
        return first;
    const last = rest.pop() ?? '';
    const words = [first.trimEnd(), ...rest.map((line) => line.trim()).filter(Boolean), last.trimStart()];
    return words.join(' ');
}
/**
 * The same where GitHub also reads references and bare links, as in issues and comments: a comment in between keeps
 * them apart. For Markdown without links of our own.
 */
const withoutReferences = (markdown) => markdown
    .replaceAll('&#64;', '&#64;<!-- -->')
    .replace(/(?<!&)#(?=\d)/g, '#<!-- -->')
    .replace(/\bGH-(?=\d)/gi, (found) => `${found.slice(0, 2)}<!-- -->-`)
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1:<!-- -->')
    .replace(/\bwww\.(?=\w)/gi, 'www<!-- -->.');
/** The same as code. */
const code = (text) => `<code>${inert(text)}</code>`;
/** A table whose cells are Markdown already. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}


/***/ }),

/***/ 2609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ timeLimit)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/**
 * A signal that ends what does not end by itself. Unlike that of `AbortSignal.timeout`, its reason is a sentence for people.
 *
 * @param failed what has not happened by then: `PostgreSQL did not answer`
 */
function timeLimit(milliseconds, failed) {
    const controller = new AbortController();
    const late = () => controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${failed} within ${milliseconds / 1000} s.`));
    // As with `AbortSignal.timeout`, nobody waits for it to pass.
    setTimeout(late, milliseconds).unref();
    return controller.signal;
}


/***/ }),

/***/ 5491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Ws: () => (/* binding */ workloadSubject),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   oI: () => (/* binding */ endsOf),
/* harmony export */   yK: () => (/* binding */ databaseSubject)
/* harmony export */ });
/** A workload as the record names it: `deployment/web`, and in which namespace of which cluster. */
const workloadSubject = ({ kind, name, }, where) => ({
    component: `${kind.toLowerCase()}/${name}`,
    where,
});
/** A database as the record names it, with the `host:port` of its server. */
const databaseSubject = ({ database, name: server, }) => ({ component: `database/${database}`, where: { server } });
/**
 * What makes a component this one and no other, from the outside in: `10.0.0.1:6443/shop/deployment/web`. Its end is
 * the name that people use.
 */
const keyOf = ({ component, where = {} }) => [...placesOf(where), component].join('/');
/** All ends of a key that begin with a whole word, the longest first: `shop/deployment/web`, `deployment/web`, `web`. */
function endsOf(key) {
    const words = key.split('/');
    return words.map((_, index) => words.slice(index).join('/'));
}
/**
 * What people call each component, by its key: its own name where there is only one of that name, else with what sets
 * it apart: `deployment/web (shop)`.
 */
function namesOf(components) {
    const unique = new Map(components.map((each) => [keyOf(each), each]));
    const namesakes = Map.groupBy(unique, ([, { component }]) => component);
    return new Map([...unique].map(([key, each]) => {
        const others = (namesakes.get(each.component) ?? []).map(([, other]) => other);
        return [key, others.length === 1 ? each.component : `${each.component} (${apart(each, others)})`];
    }));
}
/** What sets a component apart from its namesakes: its namespace alone where no other has it, else all that is known. */
function apart({ where = {} }, namesakes) {
    const { namespace } = where;
    const same = namesakes.filter((other) => other.where?.namespace === namespace);
    return namespace !== undefined && same.length === 1 ? namespace : placesOf(where).join('/') || 'elsewhere';
}
const PLACES = ['cluster', 'namespace', 'server', 'provider', 'zone', 'directory', 'workspace', 'address'];
/** In an order of its own: JSON's may be any. */
const placesOf = (where) => PLACES.flatMap((name) => where[name] || []);


/***/ }),

/***/ 60225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ requireConsent),
/* harmony export */   e: () => (/* binding */ consentOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/**
 * What a run goes on with in spite of a refusal: the words of the input `accept`, and nothing else.
 *
 * @param actor the user who started the run, as far as that is known
 */
function consentOf(words, actor, record) {
    const used = new Set();
    return (word) => {
        if (!words.includes(word))
            return false;
        if (!used.has(word)) {
            const by = actor ?? 'unknown';
            const message = `${actor ?? 'Somebody unknown'} accepted \`${word}\`.`;
            record({
                component: 'consent',
                step: `accept ${word}`,
                status: 'done',
                message,
                evidence: { word, by },
            });
            used.add(word);
        }
        return true;
    };
}
/**
 * Refuses something that takes a word of consent, unless it was given.
 *
 * @param refusal a sentence without its end: what would happen, and why that is not done unasked
 * @throws ActionError that ends with the word to say
 */
function requireConsent(accepts, word, refusal) {
    if (accepts(word))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`${refusal}; to go on all the same, say \`accept: ${word}\`.`);
}


/***/ }),

/***/ 52266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ rawInput),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   eu: () => (/* binding */ connectionInputs),
/* harmony export */   j$: () => (/* binding */ commonInputs),
/* harmony export */   yu: () => (/* binding */ inputName)
/* harmony export */ });
/* unused harmony export secretKeys */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77934);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40753);
/* harmony import */ var _base_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92920);




/** What every action takes. */
const commonInputs = {
    config: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), '.github/rollback.yml'),
    environment: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    component: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    rollbackId: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/, (issue) => `is ${JSON.stringify(issue.input)}; accepted are up to 63 letters, digits, dots, dashes and underscores`))),
    reason: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .maxLength */ .Ru6(1000, 'is longer than 1000 characters'))),
    dryRun: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM)(), 'false'),
    timeout: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(), '10m'),
    accept: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(), ''),
    record: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
};
/** The inputs of every action that talks to a cluster. */
const connectionInputs = {
    kubeconfig: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    context: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
    namespace: valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM((0,_base_values_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)()),
};
/** `maxParallel` → `max-parallel`: the name that users write. */
const inputName = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** The raw text of an input as the runner passes it, or undefined where it is empty. */
function rawInput(env, key) {
    return env[`INPUT_${inputName(key).toUpperCase()}`]?.trim() || undefined;
}
/**
 * Reads and validates all inputs at once, before anything else happens; `defaults` (the configuration file's
 * values) stand in for inputs that are not given.
 *
 * @throws ActionError naming every wrong input in one sentence
 */
function readInputs(entries, env, { values, origins = {} } = { values: {} }) {
    const names = Object.keys(entries).map(inputName);
    // The runner passes inputs that an action does not have with no more than a warning: a mistyped `dry-run` must not be one.
    const unknown = Object.keys(env)
        .filter((key) => key.startsWith('INPUT_') && env[key]?.trim())
        .map((key) => key.slice('INPUT_'.length).toLowerCase())
        .filter((name) => !names.includes(name));
    if (unknown.length > 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(`There is no input ${unknown.map((name) => `\`${name}\``).join(', ')}; there are ${names.sort().join(', ')}.`);
    }
    const raw = Object.fromEntries(Object.keys(entries).map((key) => [key, rawInput(env, key) ?? values[inputName(key)]]));
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(entries), raw);
    if (parsed.success)
        return parsed.output;
    const problems = parsed.issues.map((issue) => {
        const key = inputName(String(issue.path?.[0]?.key));
        if (issue.input === undefined)
            return `input \`${key}\` is required`;
        const origin = rawInput(env, String(issue.path?.[0]?.key)) === undefined && origins[key];
        return `input \`${key}\` ${issue.message}${origin ? ` (${origin})` : ''}`;
    });
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(sentence(problems.join('; ')));
}
/** The inputs of an action that hold secrets. */
function secretKeys(entries) {
    return Object.keys(entries).filter((key) => {
        const entry = entries[key];
        return valibot__WEBPACK_IMPORTED_MODULE_1__/* .getMetadata */ .yb2(entry.wrapped ?? entry).secret === true;
    });
}
/** Inputs that are not secret as a whole, and have some: a kubeconfig given as content, headers. */
const HOLDS_SECRETS = /^kubeconfig$|headers$/i;
/** All that inputs hold of secrets: those that are one, and the credentials in addresses. `input` gives a text by its key. */
function secretsIn(entries, input) {
    const keys = secretKeys(entries);
    return Object.keys(entries).flatMap((key) => {
        const given = input(key) ?? '';
        if (keys.includes(key))
            return [given];
        return [...(0,_base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .credentialsIn */ .Wr)(given), ...(HOLDS_SECRETS.test(key) ? (0,_base_secret_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .namedSecretsIn */ .qE)(given) : [])];
    });
}
function sentence(words) {
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}


/***/ })

};
