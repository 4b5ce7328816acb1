"use strict";
exports.id = 8976;
exports.ids = [8976];
exports.modules = {

  88976:
  ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  foresee: () => (  foresee),
  repair: () => (  repair)
});

var observe = __webpack_require__(16076);
var errors = __webpack_require__(45145);
var redact = __webpack_require__(90763);
var quote = __webpack_require__(55737);
var made_at = __webpack_require__(96142);
var blockers = __webpack_require__(89861);
var one_database_extensions = __webpack_require__(29087);
var rollback = __webpack_require__(31505);
var side = __webpack_require__(13105);
var database_task = __webpack_require__(88771);
var prepare = __webpack_require__(25176);
var privileged = __webpack_require__(28591);
; 





async function withBeside(task, session, restore, id, work) {
    const { server, signal, log } = task;
    const { live } = await (0,observe .lB)(session, server.database);
    const privileges = await (0,privileged ._g)(task, restore.backup);
    const note = { ...(0,prepare .kH)(task, restore.backup), id };
    const name = await (0,database_task .P)(task, 'create side database', () => (0,side .qB)(session, live, note), (made) => `"${made}" is made beside the live database`);
    try {
        const restorer = await (0,prepare .qw)(task, { session, server, name }, restore.jobs, privileges);
        await (0,database_task .P)(task, 'restore', () => (0,prepare .GS)(task, name, restore, restorer, privileges), () => `The backup is restored into "${name}"`);
        const result = await work({ name, reader: restorer?.server ?? server });
        await (0,side .gv)(session, name);
        return result;
    }
    catch (error) {
        if (!signal.aborted)
            await (0,side .vf)(server, session, name).catch((left) => log.warn(`"${name}" is unusable and could not be dropped (the next run, or phase \`clean\`, does it): ${left.message}`));
        throw error;
    }
}

var toc = __webpack_require__(63185);
var written = __webpack_require__(67484);
var snapshots_tables = __webpack_require__(29182);
; 


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
const NEEDED = ['TYPE', 'DOMAIN', 'SEQUENCE'];
const NAMED = ['TABLE', 'VIEW', 'MATERIALIZED VIEW'];
async function readLostTables(live, entries, tables) {
    const [first, ...others] = tables;
    if (!first)
        return [];
    const parts = entries.map(({ kind, schema, name, definition }) => ({
        ...{ kind, schema: (0,written .r)(schema), name: (0,written .r)(name), definition: (0,written .r)(definition) },
    }));
    const there = await presentIn(live, parts);
    const needed = relatedParts(parts, tables.flatMap(namesOf), there);
    const made = needed.filter(({ kind }) => BEFORE_ROWS.includes(kind));
    const later = BEHIND_ROWS.flatMap((kind) => needed.filter((part) => part.kind === kind));
    const lost = (shape) => ({
        kind: 'table',
        name: (0,snapshots_tables .Vb)(shape),
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
const namesOf = (shape) => [`${shape.schema}.${shape.name}`, ...shape.leaves];
async function presentIn(live, parts) {
    const names = parts.filter(({ kind }) => [...NEEDED, ...NAMED].includes(kind));
    const rows = await live.query(`SELECT schema || '.' || name AS name FROM unnest($1::text[], $2::text[]) AS t(schema, name)
     WHERE to_regclass(format('%I.%I', schema, name)) IS NOT NULL OR to_regtype(format('%I.%I', schema, name)) IS NOT NULL`, [names.map(({ schema }) => schema), names.map(({ name }) => name)]);
    return new Set(rows.map(({ name }) => name));
}
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
function writtenPattern(name) {
    const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return `(?:${plain}|"${plain.replaceAll('"', '""')}")`;
}
function mentions(definition, name) {
    const at = name.indexOf('.');
    if (!definition.includes(name.slice(at + 1).replaceAll('"', '""')))
        return false;
    const [schema, own] = [name.slice(0, at), name.slice(at + 1)].map(writtenPattern);
    return new RegExp(`(?<![\\w"$.])${schema}\\.${own}(?![\\w"$])`, 'u').test(definition);
}

var scope = __webpack_require__(82660);
; 





const NEVER = /^(TRIGGER|EVENT TRIGGER|MATERIALIZED VIEW DATA|BLOBS|LARGE OBJECTS|POLICY|ROW SECURITY|PUBLICATION) /;
function leftOutOf(backup, live, inScope) {
    if (backup.form === 'plain')
        return () => false;
    const namesOf = (shape) => [`${shape.schema}.${shape.name}`, ...shape.leaves];
    const wanted = new Set(inScope.flatMap(({ table }) => {
        const today = (0,scope .I6)(live, table);
        return today ? namesOf(today) : [`${table.schema}.${table.name}`];
    }));
    const known = new Set(live.flatMap(namesOf));
    const isOut = (name) => known.has(name) && !wanted.has(name);
    const unwanted = [...known].filter(isOut);
    const out = new Set();
    for (const { kind, schema, name, definition } of (0,toc .Mc)(backup)) {
        const start = `${kind} ${(0,written .r)(schema)} ${(0,written .r)(name)} `;
        if (kind === 'TABLE DATA' && isOut(`${(0,written .r)(schema)}.${(0,written .r)(name)}`))
            out.add(start);
        if (kind === 'FK CONSTRAINT' && unwanted.some((one) => mentions((0,written .r)(definition), one)))
            out.add(start);
    }
    const starts = [...out];
    return (line) => NEVER.test(line) || (0,one_database_extensions .UY)(line) || starts.some((start) => line.startsWith(start));
}

var repair_plan = __webpack_require__(12449);
var renamed = __webpack_require__(94154);
var repair_shape = __webpack_require__(59317);
var sentence = __webpack_require__(4771);
var transaction = __webpack_require__(91879);
var row_hash = __webpack_require__(77768);
var row_query = __webpack_require__(13186);
var repair_piece = __webpack_require__(61706);
; 




const ROWS_IN_MEMORY = 1_000_000;
class Comparison {
    #by;
    #buckets;
    #differing;
    constructor(one, other, by) {
        this.#by = by;
        this.#buckets = (0,row_query .vE)(Math.max(one.shape.rows, other.shape.rows));
    }
    async find(one, other) {
        const [a, b] = await Promise.all([one, other].map((side) => this.#states(side)));
        const differing = [];
        for (let number = 0; number < this.#buckets; number++)
            if (a?.[number] !== b?.[number])
                differing.push(number);
        this.#differing = differing;
        return differing.length > 0;
    }
    async #states({ session, shape }) {
        const rows = await session.query(`SELECT bucket, count(*) || ' ' || sum(hash) AS state FROM (SELECT ${this.#bucket(shape)}::int4 AS bucket, ${this.#row(shape)} AS hash
         FROM ${from(shape)} OFFSET 0) AS rows GROUP BY bucket`);
        const states = new Array(this.#buckets);
        for (const { bucket, state } of rows)
            states[bucket] = state;
        return states;
    }
    rows({ shape }) {
        const columns = this.#by.columns.map((column) => valueIn(shape, column));
        return `SELECT ${columns.join(', ')} FROM ${from(shape)} WHERE ${this.#wanted(shape)}`;
    }
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
        const rows = await session.query(`SELECT ${this.#key(shape, 0)}::text || ' ' || ${this.#key(shape, row_query .U3)}::text AS key, ${this.#row(shape)}::text AS hash
       FROM ${from(shape)} WHERE ${this.#wanted(shape)} AND (${this.#key(shape, 0)} & ${parts - 1}) = ${part}`);
        return new Map(rows.map(({ key, hash }) => [key, hash]));
    }
    #wanted(shape) {
        return this.#differing === undefined || this.#differing.length > this.#buckets * 0.75
            ? 'true'
            : `${this.#bucket(shape)} = ANY ('{${this.#differing.join(',')}}'::int8[])`;
    }
    #bucket(shape) {
        return `(${this.#key(shape, row_query .U3)} & ${this.#buckets - 1})`;
    }
    #key(shape, seed) {
        const { columns, key } = this.#by;
        return (0,row_hash .qQ)(`ROW(${columns
            .filter(({ name }) => key.includes(name))
            .map((column) => valueIn(shape, column))
            .join(', ')})`, seed);
    }
    #row(shape) {
        return (0,row_hash .qQ)(`ROW(${this.#by.columns.map((column) => valueIn(shape, column)).join(', ')})`);
    }
}
const from = (shape) => `${(0,repair_piece .RO)(shape)} AS t`;
const valueIn = ({ columns }, { name }) => columns.some((column) => column.name === name) ? `t.${(0,quote .AB)(name)}` : 'NULL';

var named_roles = __webpack_require__(58098);
; 



function withGrants(lost, entries, { schema, name }, column) {
    const forms = (text) => [text, (0,quote .AB)(text)];
    const tags = forms(name).flatMap((table) => forms(column).map((own) => `COLUMN ${table}.${own}`));
    const grants = entries
        .filter(({ kind }) => kind === 'ACL')
        .filter((entry) => (0,written .r)(entry.schema) === schema && tags.includes((0,written .r)(entry.name)))
        .flatMap(({ definition }) => definition.split('\n'))
        .filter((line) => {
        const roles = (0,named_roles .Q)(line);
        return roles !== undefined && 'grantee' in roles;
    });
    return {
        ...lost,
        later: [...lost.later, ...grants.map((line) => ({ name: (0,written .r)(line), statements: [(0,written .r)(line)] }))],
    };
}

; 


const KINDS = ['STATISTICS', 'FK CONSTRAINT', 'TRIGGER', 'POLICY'];
function withArchived(lost, entries, shape, column) {
    const table = `${shape.schema}.${shape.name}`;
    const hung = KINDS.flatMap((kind) => entries
        .filter((entry) => entry.kind === kind)
        .map(({ name, definition }) => ({ kind, name: (0,written .r)(name), definition: (0,written .r)(definition) }))
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
function between(text, from, until) {
    const start = text.indexOf(from);
    if (start < 0)
        return '';
    const rest = text.slice(start + from.length);
    const end = until === undefined ? -1 : rest.indexOf(until);
    return end < 0 ? rest : rest.slice(0, end);
}
const hasWord = (text, word) => new RegExp(`(?<![\\w"$])${writtenPattern(word)}(?![\\w"$])`, 'u').test(text);
function statementsOf(kind, definition) {
    const text = definition.trim();
    if (kind !== 'FK CONSTRAINT' || !text.startsWith('ALTER TABLE ONLY ') || text.endsWith(' NOT VALID;'))
        return [text];
    const name = between(text, ADDS, ' FOREIGN KEY (');
    const table = text.slice(0, text.indexOf(ADDS)).trim();
    return [`${text.slice(0, -1)} NOT VALID`, `${table} VALIDATE CONSTRAINT ${name}`];
}

var deadline = __webpack_require__(68606);
var postgres_session = __webpack_require__(81149);
; 





async function readLostColumn(before, shape, column) {
    const { fallback, identity, notNull } = shape.columns.find(({ name }) => name === column.name);
    const hanging = await readHanging(before, shape, column);
    const table = (0,quote .Z8)(shape);
    const of = `${table} ALTER COLUMN ${(0,quote .AB)(column.name)}`;
    const name = `${(0,snapshots_tables .Vb)(shape)}.${column.name}`;
    return {
        kind: 'column',
        name,
        add: [
            `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${(0,quote .AB)(column.name)} ${column.type}`,
            ...(identity
                ? []
                : hanging.sequences.flatMap((sequence) => sequenceStatements(sequence, `${table}.${(0,quote .AB)(column.name)}`))),
            ...(fallback === null ? [] : [`ALTER TABLE ${of} SET DEFAULT ${fallback}`]),
            ...(hanging.comment === null
                ? []
                : [`COMMENT ON COLUMN ${table}.${(0,quote .AB)(column.name)} IS ${(0,quote .ol)(hanging.comment)}`]),
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
            ...hanging.computed.map((other) => `${(0,snapshots_tables .Vb)(shape)}.${other.name} was computed of ${name} and went with it, with what hung on it: ALTER TABLE ${table} ADD COLUMN ${(0,quote .AB)(other.name)} ${other.definition} (the table is written anew, and locked meanwhile)`),
            ...hanging.views.map((view) => `the view ${view} had ${name}: make it again where it is gone`),
        ],
    };
}
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
const sequenceStatements = ({ name, options, last }, column) => [
    `CREATE SEQUENCE IF NOT EXISTS ${name} ${options}`,
    `ALTER SEQUENCE ${name} OWNED BY ${column}`,
    ...(last === null
        ? []
        : [`SELECT pg_catalog.setval(${(0,quote .ol)(name)}, greatest(last_value, ${last}::bigint)) FROM ${name}`]),
];
function constraintStatements(shape, { name, kind, definition }) {
    const table = (0,quote .Z8)(shape);
    const add = `ALTER TABLE ${table} ADD CONSTRAINT ${(0,quote .AB)(name)}`;
    if (kind === 'u' && !shape.partitioned && /^UNIQUE \([^()]*\)$/.test(definition))
        return [
            `CREATE UNIQUE INDEX CONCURRENTLY ${(0,quote .AB)(name)} ON ${table} ${definition.slice('UNIQUE '.length)}`,
            `${add} UNIQUE USING INDEX ${(0,quote .AB)(name)}`,
        ];
    if (kind === 'c' || (kind === 'f' && !shape.partitioned))
        return [
            `${add} ${definition.replace(/ NOT VALID$/, '')} NOT VALID`,
            `ALTER TABLE ${table} VALIDATE CONSTRAINT ${(0,quote .AB)(name)}`,
        ];
    return [`${add} ${definition}`];
}
const LOCK_MS = 2000;
const ATTEMPTS = 5;
const within = (session) => (work) => work(session);
async function shortly(open, signal, work) {
    for (let attempt = 1;; attempt++) {
        try {
            return await open(async (session) => {
                await session.run(`SET lock_timeout = ${LOCK_MS}`);
                return work(session);
            });
        }
        catch (error) {
            if ((0,postgres_session .$N)(error) !== LOCK_NOT_AVAILABLE)
                throw error;
            if (attempt === ATTEMPTS)
                throw await open((session) => heldBy(session, error));
        }
        await (0,deadline .v7)(LOCK_MS / 4, signal);
    }
}
const LOCK_NOT_AVAILABLE = '55P03';
async function heldBy(session, cause) {
    const holders = await session.query(`SELECT format('%s%s, pid %s, holds %s', coalesce(a.usename::text, 'unknown'), ' "' || nullif(a.application_name, '') || '"', a.pid,
         string_agg(DISTINCT l.relation::regclass::text, ' and ')) AS holder
     FROM pg_locks l JOIN pg_stat_activity a USING (pid) JOIN pg_class c ON c.oid = l.relation
     WHERE l.locktype = 'relation' AND l.granted AND a.pid <> pg_backend_pid() AND c.relkind IN ('r', 'p')
       AND coalesce(a.backend_type, 'client backend') = 'client backend' AND coalesce(a.xact_start < now() - interval '2 s', true)
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND l.relation >= 16384
     GROUP BY a.usename, a.application_name, a.pid LIMIT 5`);
    const all = holders.map(({ holder }) => holder).join('; ') || 'sessions that are gone by now';
    return new errors .lZ(`A table that is to be repaired is held by others (${all}), and no row was changed; end them, or wait for them, and run this again.`, { cause });
}
async function addBack(session, signal, lost) {
    if (lost.length === 0)
        return;
    const add = async () => {
        for (const { kind, name, add } of lost) {
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
                if (ALREADY_THERE.includes((0,postgres_session .$N)(error)))
                    continue;
                await dropInvalid(session, name, of);
                failed.push(`${name} of ${of} could not be made again: ${(0,errors .bD)(error)}`);
            }
    return failed;
}
async function dropInvalid(session, name, column) {
    const invalid = await session.query(`SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE NOT i.indisvalid AND (c.relname = $1 OR i.indexrelid = to_regclass($1)) AND $2 LIKE (i.indrelid::regclass::text || '.%')`, [name, column]);
    for (const index of invalid)
        await session.run(`DROP INDEX CONCURRENTLY ${index.name}`);
}
const ALREADY_THERE = ['42P07', '42710'];

; 





async function readLost({ before, live }, backup, { tables, columns }) {
    if (tables.length === 0 && columns.length === 0)
        return [];
    const entries = backup.form === 'plain' ? undefined : (0,toc .Mc)(backup);
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

var migrations = __webpack_require__(21710);
; 



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
async function foreignEventTriggers(live) {
    const found = await live.query(`SELECT evtname::text AS name, pg_get_userbyid(evtowner)::text AS owner FROM pg_event_trigger
     WHERE evtenabled IN ('O', 'A') AND evtevent <> 'login' AND NOT pg_has_role(evtowner, 'USAGE')`);
    return found.map(({ name, owner }) => `the event trigger "${name}" of "${owner}" would fire when something is added back: ALTER EVENT TRIGGER … DISABLE meanwhile`);
}
async function otherHeads(before, live) {
    const heads = async (session) => {
        const tables = (await (0,snapshots_tables .tI)(session, undefined, false)).filter((table) => (0,migrations .d2)(table) && table.readable);
        return (0,migrations .Q0)(session, tables);
    };
    const [then, now] = [await heads(before), await heads(live)];
    return then.flatMap((one) => {
        const today = now.find(({ schema, name }) => schema === one.schema && name === one.name);
        return today && today.head !== one.head
            ? [
                `Migrations (${(0,snapshots_tables .Vb)(one)}) are at ${today.head || 'none'}, and were at ${one.head || 'none'} in the backup; a repair leaves that as it is.`,
            ]
            : [];
    });
}
function unknownColumns(inScope, { before }, { columns, stamps }) {
    const known = inScope.flatMap(({ table }) => ((0,scope .I6)(before, table)?.columns ?? []).flatMap(({ name }) => [
        name,
        `${table.name}.${name}`,
        `${table.schema}.${table.name}.${name}`,
    ]));
    return [...columns, ...stamps]
        .filter((name) => !known.includes(name))
        .map((name) => `no table that is meant has a column "${name}"`);
}
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
async function missingTypes(live, { columns }) {
    const rows = await live.query('SELECT name FROM unnest($1::text[], $2::text[]) AS t(name, type) WHERE to_regtype(type) IS NULL', [columns.map(({ name }) => name), columns.map(({ base }) => base)]);
    return rows.map(({ name }) => name);
}

; 











const readAlike = (live) => live.run(`${(0,transaction .ih)(live, 'SET')}; SET lock_timeout = '30s'`);
const anew = (server) => (work) => server.use(server.database, async (live) => {
    await readAlike(live);
    return work(live);
});
async function stage(task, sources, live, schema, options) {
    const read = ({ name, reader }, work) => (0,transaction .m6)(reader.withSignal(task.signal), name, undefined, work);
    return read(sources.before.beside, (before) => sources.after
        ? read(sources.after.beside, (after) => stageAll(task, { before, after, live }, sources, schema, options))
        : stageAll(task, { before, after: undefined, live }, sources, schema, options));
}
async function stageAll(task, open, sources, schema, options) {
    const states = {
        before: await (0,repair_shape .et)(open.before),
        after: open.after && (await (0,repair_shape .et)(open.after)),
        live: await (0,repair_shape .et)(open.live),
    };
    const inScope = (0,scope .lm)(states, options, task.server.database);
    await requireRepairable(inScope, states, sources, open.live, options);
    const pieces = [];
    const columns = [];
    for (const one of inScope) {
        const before = (0,scope .I6)(states.before, one.table);
        const today = (0,scope .I6)(states.live, one.table);
        if (!before)
            continue;
        const shapes = { before, after: (0,scope .I6)(states.after, one.table), live: today };
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
    const tables = inScope.flatMap(({ table }) => (0,scope .I6)(states.live, table) ? [] : ((0,scope .I6)(states.before, table) ?? []));
    const lost = await readLost(open, sources.before.backup, { tables, columns });
    if (lost.length > 0)
        (0,scope .EE)(await foreignEventTriggers(open.live));
    for (const sentence of await otherHeads(open.before, open.live))
        task.log.warn(sentence);
    return { pieces, lost };
}
async function requireRepairable(inScope, states, sources, live, options) {
    (0,scope .EE)([
        ...inScope.flatMap(({ table }) => (0,scope .he)(table, states)),
        ...inScope.flatMap(({ table }) => lacksOfBackups(table, states, sources)),
        ...inScope.flatMap(({ table }) => sources.before.backup.form === 'plain' && !(0,scope .I6)(states.live, table)
            ? [
                `${(0,snapshots_tables .Vb)(table)} is gone, and only an archive (pg_dump --format=custom) says for certain how it is made again`,
            ]
            : []),
        ...unknownColumns(inScope, states, options),
        ...(await withoutCommitTimes(live, options)),
        ...(await preparedTransactions(live, inScope.flatMap(({ table }) => (0,scope .I6)(states.live, table)?.oid ?? []))),
    ]);
}
function lacksOfBackups(table, states, { before, after }) {
    return [
        ...((0,scope .te)(before.backup, (0,scope .I6)(states.before, table))
            ? [`\`backup\` has no rows of ${(0,snapshots_tables .Vb)(table)}`]
            : []),
        ...(after && (0,scope .te)(after.backup, (0,scope .I6)(states.after, table))
            ? [`\`after\` has no rows of ${(0,snapshots_tables .Vb)(table)}`]
            : []),
    ];
}
async function columnsToStage(live, table, shapes, options) {
    const missing = await missingTypes(live, shapes.before);
    const columns = (0,scope .PL)({ ...shapes, live: shapes.live ?? shapes.before }, options).map((column) => missing.includes(column.name) && !shapes.live ? { ...column, type: 'text', later: column.type } : column);
    const key = (0,scope .pV)(Object.values(shapes).filter((shape) => shape !== undefined));
    (0,scope .EE)(missing
        .filter((name) => key.includes(name) || columns.find((column) => column.name === name)?.lost)
        .map((name) => `the type of ${(0,snapshots_tables .Vb)(table)}.${name} is gone: make it again first`));
    return { columns, key };
}
async function stageOne({ log }, open, shapes, { table, reachedFrom }, { schema, options, number }) {
    const hasAfter = open.after !== undefined;
    const { columns, key } = await columnsToStage(open.live, table, shapes, options);
    const before = { session: open.before, shape: shapes.before };
    const live = shapes.live && { session: open.live, shape: shapes.live };
    const after = open.after && shapes.after ? { session: open.after, shape: shapes.after } : undefined;
    const bare = {
        ...{ schema: table.schema, name: table.name, number, reachedFrom, columns, key, hasAfter },
        ...(options.window && { window: options.window }),
        ...{ newer: 0, deletedSince: 0, made: 0, rules: (0,repair_shape .fD)(shapes.before) },
        sequences: shapes.before.sequences.flatMap(({ sequence, last }) => last === null ? [] : [{ sequence, last }]),
    };
    const staged = new repair_piece .lX(bare, shapes.live, schema);
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
    log.info(`✓ ${(0,snapshots_tables .Vb)(table)} is compared`);
    return { ...bare, ...since, made };
}
function stagingOf(live, staged) {
    const { columns } = staged.piece;
    const definition = columns.map(({ name, type }) => `${(0,quote .AB)(name)} ${type}`).join(', ');
    const make = async (letter) => live.run(`CREATE TABLE ${staged.at(letter)} (${definition})`);
    const fill = async (letter, { session }, sql) => {
        try {
            await session.copy(`COPY (${sql}) TO STDOUT`, live, `COPY ${staged.at(letter)} (${staged.names(columns)}) FROM STDIN`);
        }
        catch (error) {
            throw new errors .lZ(`Rows of ${(0,snapshots_tables .Vb)(staged.piece)} do not fit into the table as it is today, and nothing was changed: ${(0,sentence .Qu)((0,errors .bD)(error))}.`, { cause: error, details: error instanceof errors .lZ ? error.details : [] });
        }
        await live.run(`${staged.indexSql(letter)}; ANALYZE ${staged.at(letter)}`);
    };
    return { make, fill };
}
async function keepDifferences(live, staged) {
    const { made } = await live.one(`SELECT count(*)::text AS made FROM ${staged.at('a')} AS a WHERE NOT EXISTS (SELECT FROM ${staged.at('b')} AS b WHERE ${staged.sameKey('a', 'b')})`);
    await live.run(`DELETE FROM ${staged.at('b')} AS b USING ${staged.at('a')} AS a WHERE ${staged.sameKey('a', 'b')}
       AND ROW(b.*)::record OPERATOR(pg_catalog.*=) ROW(a.*)::record;
     ANALYZE ${staged.at('b')}`);
    return Number(made);
}
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

var external_node_crypto_ = __webpack_require__(77598);
; 





const hasWorkLeft = ({ state }) => state === 'planned' || state === 'begun';
const isWritten = ({ state }) => state === 'applied' || state === 'begun';
const PREFIX = 'rollback_';
const LONGEST = 63;
async function keptIn(live) {
    const rows = await live.query(`SELECT nspname::text AS schema, obj_description(oid, 'pg_namespace') AS comment FROM pg_namespace
     WHERE starts_with(nspname::text, $1) AND pg_has_role(nspowner, 'USAGE') AND starts_with(obj_description(oid, 'pg_namespace'), $2)`, [PREFIX, snapshots_tables ._m]);
    return rows
        .map(({ schema, comment }) => ({
        schema,
        note: JSON.parse(comment.slice(snapshots_tables ._m.length)),
    }))
        .sort((one, other) => other.note.at.localeCompare(one.note.at));
}
const writeNote = (live, schema, note) => live.run(`COMMENT ON SCHEMA ${(0,quote .AB)(schema)} IS ${(0,quote .ol)(snapshots_tables ._m + JSON.stringify(note))}`);
async function makeSchema(live, note) {
    const taken = await live.query('SELECT nspname::text AS name FROM pg_namespace');
    const names = Array.from({ length: 100 }, (_, index) => nameOfSchema(note.id, index + 1));
    const schema = names.find((name) => !taken.some((other) => other.name === name));
    try {
        await live.transaction(async () => {
            await live.run(`CREATE SCHEMA ${(0,quote .AB)(schema)}`);
            await writeNote(live, schema, note);
        });
    }
    catch (error) {
        throw new errors .lZ(`The schema "${schema}", in which a repair is prepared, cannot be made: use the owner of the database, or GRANT CREATE ON DATABASE.`, { cause: error });
    }
    return schema;
}
function nameOfSchema(id, time) {
    const suffix = time === 1 ? '' : `_${time}`;
    const plain = `${PREFIX}${id}${suffix}`;
    if (Buffer.byteLength(plain) <= LONGEST)
        return plain;
    return `${PREFIX}${(0,external_node_crypto_.createHash)('sha256').update(id).digest('hex').slice(0, 16)}${suffix}`;
}
async function dropSchema(live, { schema, note }) {
    const numbers = Array.from({ length: note.pieces.length }, (_, index) => index + 1);
    for (const number of numbers) {
        const tables = repair_piece .mt.map((letter) => `${(0,quote .AB)(schema)}.${letter}${number}`);
        await live.run(`DROP TABLE IF EXISTS ${tables.join(', ')}`);
    }
    await live.run(`DROP SCHEMA ${(0,quote .AB)(schema)} CASCADE`);
}

; 


















function prepare_requireRepairable(observed) {
    const reasons = [
        [
            observed.inRecovery,
            'the server is a standby, where nothing can be changed: name the primary in `database-url`',
        ],
        ...(0,blockers .o7)(observed),
    ];
    const those = reasons.filter(([applies]) => applies).map(([, reason]) => reason);
    if (those.length > 0)
        throw new errors .lZ(`"${observed.live.name}" cannot be repaired, and nothing was changed: ${those.join('; and ')}.`);
}
async function dropRemains(task, session) {
    const { ours } = await (0,observe .lB)(session, task.server.database);
    const sides = ours.filter(({ note }) => note?.role === 'side' && note.state !== 'verified');
    for (const { name } of sides)
        await (0,side .gv)(session, name);
    return task.server.use(task.server.database, async (live) => {
        const unfinished = (await keptIn(live)).filter(({ note }) => note.state === 'staging');
        for (const kept of unfinished)
            await dropSchema(live, kept);
        return sides.length + unfinished.length;
    });
}
async function fetchStates(task, session, request) {
    const fetchState = (what, name) => (0,database_task .P)(task, 'fetch', () => what.fetch(task), ({ backup }) => `\`${name}\` is fetched: ${(0,made_at .Ed)(backup)}, ${backup.tables} tables`);
    const before = await fetchState(request, 'backup');
    await (0,rollback .k1)(session, before.backup, request, task.accepts);
    const after = request.after && (await fetchState(request.after, 'after'));
    if (after) {
        const { of } = request;
        await (0,rollback .k1)(session, after.backup, { of, maxDataLoss: undefined }, task.accepts);
        requireOrder(before.backup, after.backup);
    }
    return { before, after };
}
function requireOrder(before, after) {
    if (before.takenAt === undefined || after.takenAt === undefined)
        return;
    if (Date.parse(after.takenAt) >= Date.parse(before.takenAt))
        return;
    throw new errors .lZ(`\`after\` is of ${after.takenAt}, before \`backup\` of ${before.takenAt}; nothing was changed. \`backup\` is the state before the accident, \`after\` the one after it.`);
}
const namedIn = ({ rowsOf }) => [...rowsOf].map((name) => {
    const [schema = '', ...rest] = name.split('.');
    return { schema, name: rest.join('.'), references: [], inherits: [] };
});
async function stageStates(task, session, request, live, schema) {
    const { before, after } = await fetchStates(task, session, request);
    const { jobs, options } = request;
    const shapes = await (0,repair_shape .et)(live);
    (0,renamed .zb)(options.renamed, shapes);
    const inScope = (0,scope .lm)({ before: namedIn(before.backup), live: shapes }, options, task.server.database);
    const part = (state) => ({
        ...state,
        backup: (0,one_database_extensions .k8)(state.backup),
        jobs,
        leftOut: leftOutOf(state.backup, shapes, inScope),
    });
    const compare = (sources) => (0,database_task .P)(task, 'compare', () => stage(task, sources, live, schema, options), ({ pieces }) => `${pieces.length} tables are compared`);
    const begin = { beside: undefined, backup: before.backup };
    return withBeside(task, session, part(before), task.id, async (beside) => {
        await (0,renamed .cf)(beside, options.renamed);
        const first = { ...begin, beside };
        return after
            ? withBeside(task, session, part(after), `${task.id} after`, async (beside) => {
                await (0,renamed .cf)(beside, options.renamed);
                return compare({ before: first, after: { beside, backup: after.backup } });
            })
            : compare({ before: first, after: undefined });
    });
}
async function planWithoutTrace(task, session, request) {
    prepare_requireRepairable(await (0,observe .lB)(session, task.server.database));
    await dropRemains(task, session);
    return task.server.use(task.server.database, async (live) => {
        await readAlike(live);
        const { pieces } = await stageStates(task, session, request, live, 'pg_temp');
        return (0,repair_plan .Lq)(live, pieces, 'pg_temp');
    });
}
async function prepareRepair(task, session, request) {
    const { server, id, run } = task;
    prepare_requireRepairable(await (0,observe .lB)(session, server.database));
    await dropRemains(task, session);
    const note = {
        ...{ id, run, state: 'staging', at: new Date().toISOString(), options: request.options },
        ...{ backup: (0,redact .E$)(request.source), after: request.after ? (0,redact .E$)(request.after.source) : null },
        ...{ pieces: [], lost: [] },
    };
    return server.use(server.database, async (live) => {
        await readAlike(live);
        const schema = await makeSchema(live, note);
        try {
            const staged = await stageStates(task, session, request, live, (0,quote .AB)(schema));
            const plan = await (0,repair_plan .Lq)(live, staged.pieces, (0,quote .AB)(schema));
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

var earlier_attempt = __webpack_require__(8596);
var traffic = __webpack_require__(26025);
var component = __webpack_require__(5491);
; 


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
    const table = `ALTER TABLE ${(0,quote .Z8)(shape)}`;
    const column = shape.columns.find(({ name }) => (0,repair_shape .xe)(name) === rule);
    if (column)
        return `${table} ALTER COLUMN ${(0,quote .AB)(column.name)} DROP NOT NULL`;
    const numbered = shape.columns.find(({ name }) => (0,repair_shape .cA)(name) === rule);
    if (numbered)
        return `${table} ALTER COLUMN ${(0,quote .AB)(numbered.name)} SET GENERATED BY DEFAULT`;
    const { isIndex } = await live.one(`SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = $1::int8::oid AND conname = $2) AS "isIndex"`, [shape.oid, rule]);
    return isIndex
        ? `DROP INDEX ${(0,quote .AB)(shape.schema)}.${(0,quote .AB)(rule)}`
        : `${table} DROP CONSTRAINT ${(0,quote .AB)(rule)}`;
}

; 

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
        const moved = table.updated + follow - found.updated;
        const isRight = moved >= 0 && found.inserted - moved === table.inserted && found.deleted - moved === table.deleted;
        return isRight ? [] : [describeCounted({ ...found, name: table.name })];
    });
    const isFollower = ({ oid, inserted, deleted }) => following.has(oid) && inserted + deleted === 0;
    const all = mayReach ? wrong : [...wrong, ...others.filter((one) => !isFollower(one)).map(describeCounted)];
    if (all.length === 0)
        return others;
    throw new errors .lZ(`The repair was taken back, and no row was changed: the server has counted other rows than were planned in ${all.join(', ')}; a trigger or a foreign key has written there.`, { details: all });
}
async function followersOf(live, oids) {
    const rows = await live.query(`WITH RECURSIVE follows AS (SELECT unnest($1::int8[])::oid AS oid
       UNION SELECT coalesce(pg_partition_root(k.conrelid)::oid, k.conrelid) FROM follows f JOIN pg_constraint k ON k.confrelid = f.oid
         WHERE k.contype = 'f' AND k.confupdtype = 'c')
     SELECT DISTINCT coalesce(pg_partition_root(k.conrelid)::oid, k.conrelid)::int8::float8 AS oid FROM follows f JOIN pg_constraint k ON k.confrelid = f.oid
     WHERE k.contype = 'f' AND k.confupdtype = 'c'`, [oids]);
    return new Set(rows.map(({ oid }) => oid));
}
const describeCounted = ({ name, inserted, updated, deleted }) => `${name} (${inserted} inserted, ${updated} updated, ${deleted} deleted)`;

; 

const NUMBERS = ['smallint', 'integer', 'bigint', 'numeric'];
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
         FROM (SELECT greatest(max(${(0,quote .AB)(column)})::numeric, $2::numeric) AS wanted, count(*) AS rows FROM ${one.at('p')}
             WHERE "rb verdict" = 'back' OR ("rb verdict" = 'set' AND "rb sets"[${place}])) AS w,
           (SELECT seqmax AS max_value, pg_sequence_last_value(seqrelid) AS last FROM pg_sequence WHERE seqrelid = $1::regclass) AS s
         WHERE rows > 0 AND wanted > coalesce(s.last, 0)`, [sequence, last]);
        }
}

; 

const WRITES = { insert: 4, delete: 8, update: 16 };
const triggersOf = (session, tables) => session.query(`SELECT rn.relname || r.oid AS root, r.oid::float8 AS oid, format('%I.%I', n.nspname, c.relname) AS "table", t.tgname::text AS name, t.tgenabled::text AS state,
       t.tgenabled IN ('O', 'A') AND t.tgtype & r.writes <> 0 AS fires
     FROM unnest($1::int8[], $2::int[]) AS r(oid, writes) JOIN pg_class rn ON rn.oid = r.oid::oid
     CROSS JOIN LATERAL (SELECT r.oid::oid AS relid, 0 AS level UNION SELECT relid, level FROM pg_partition_tree(r.oid::oid)) AS part
     JOIN pg_trigger t ON t.tgrelid = part.relid JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE (NOT t.tgisinternal OR t.tgparentid <> 0)
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.oid = t.tgconstraint AND k.contype <> 't')
     ORDER BY 1, part.level, 3, 4`, [tables.map(({ oid }) => oid), tables.map(({ writes }) => writes)]);
const STATES = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA', D: 'DISABLE' };
const set = ({ table, name }, state) => `ALTER TABLE ${table} ${STATES[state]} TRIGGER ${(0,quote .AB)(name)}`;
const anyFires = async (session, tables) => (await triggersOf(session, tables)).some(({ fires }) => fires);
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

; 













const UNIQUE_VIOLATION = '23505';
const BY_KEY = 'SET random_page_cost = 0.2';
const apply_ATTEMPTS = 5;
class Refused extends Error {
    plan;
    batches;
    constructor(refusal, plan, batches) {
        super(refusal);
        this.plan = plan;
        this.batches = batches;
    }
}
class Outdated extends Error {
    writes;
    constructor(reason, writes) {
        super(reason);
        this.writes = writes;
    }
}
async function applyRows({ open, signal, ...how }, pieces, expected, require, done) {
    let writes = expected;
    for (let attempt = 1;; attempt++)
        try {
            return await shortly(open, signal, (live) => once(live, { ...how, pieces }, writes, require, done));
        }
        catch (error) {
            if (attempt < apply_ATTEMPTS && /^(23|40)/.test((0,postgres_session .$N)(error)))
                continue;
            if ((0,postgres_session .$N)(error) === UNIQUE_VIOLATION)
                throw swapped(error);
            if (!(error instanceof Outdated))
                throw error;
            writes = error.writes ?? writes;
            if (attempt === apply_ATTEMPTS)
                throw new errors .lZ(`Users change the rows that are to be repaired faster than that can be done, and no row was changed: ${error.message}. Name what writes them in \`quiesce\`, or run this again.`);
        }
}
const swapped = (error) => new errors .lZ(`Not repaired, and no row was changed: values that are to be set back were swapped between rows, and no two rows may have the same one at any time: ${(0,errors .bD)(error).replace(/^PostgreSQL says: /, '')} Set these back by hand, or name in \`columns\` what else is to be set back.`, { cause: error });
async function once(live, { schema, triggers, newConstraints, pieces, whole, fill, }, expected, require, done) {
    await live.run(BY_KEY);
    await fill?.(live);
    const begun = performance.now();
    const { off, plan, dropped, elsewhere } = await live.transaction(async () => {
        const off = triggers === 'off' ? await triggersOff(live, expected) : undefined;
        await lockRows(live, pieces, schema, off?.locked ?? []);
        const { plan, dropped } = await planWithout(live, newConstraints, async () => {
            const plan = await (0,repair_plan .Lq)(live, pieces, schema, whole);
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
function requireExpected(writes, expected) {
    const isExpected = ({ oid, writes }) => (writes & ~(expected.find((other) => other.oid === oid)?.writes ?? 0)) === 0;
    if (!writes.every(isExpected))
        throw new Outdated('rows of other tables are to be written than a moment ago', writes);
}
const countsToProve = ({ staged, tables }) => staged.map(({ live, piece }, at) => {
    const { back, set } = tables[at];
    return { oid: live.oid, name: (0,snapshots_tables .Vb)(piece), inserted: back, updated: set, deleted: 0 };
});
async function planWithout(live, newConstraints, make) {
    const dropped = [];
    for (let plan = await make();; plan = await make()) {
        const more = newConstraints === 'drop' ? await dropNewRules(live, plan) : [];
        if (more.length === 0)
            return { plan, dropped };
        dropped.push(...more);
    }
}
const writesOf = ({ staged, tables }) => staged
    .map((one, at) => {
    const { back, set } = tables[at];
    return { oid: one.live.oid, writes: (back > 0 ? WRITES.insert : 0) | (set > 0 ? WRITES.update : 0) };
})
    .filter(({ writes }) => writes > 0);
async function lockRows(live, pieces, schema, locked) {
    const shapes = await (0,repair_shape .et)(live);
    for (const piece of pieces) {
        const shape = (0,scope .I6)(shapes, piece);
        if (!shape || locked.includes(shape.oid))
            continue;
        const staged = new repair_piece .lX(piece, shape, schema);
        await live.query(`SELECT count(*) AS rows FROM (SELECT 1 FROM ${staged.table} AS l JOIN ${staged.at('b')} AS b ON ${staged.sameKey('l', 'b')} FOR NO KEY UPDATE OF l) AS t`);
    }
}
function keepSql(staged, which = `p."rb verdict" = 'set'`) {
    return `DROP TABLE IF EXISTS ${staged.at('k')};
    CREATE TABLE ${staged.at('k')} AS SELECT ${staged.list('l', staged.writable)}, pg_current_xact_id()::xid AS "rb by" FROM ${staged.table} AS l
      JOIN ${staged.at('p')} AS p ON ${staged.sameKey('l', 'p')} WHERE ${which};
    ${staged.indexSql('k')}`;
}
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
            throw new Outdated(`${(0,snapshots_tables .Vb)(one.piece)} had ${set} rows to set back, ${found[name]} were as planned`);
}
async function updateSql(live, one) {
    const { set } = await (0,repair_plan .lP)(live, one);
    const values = set.map((column) => {
        const name = (0,quote .AB)(column.name);
        return `${name} = CASE WHEN p."rb sets"[${one.placeOf(column.name)}] THEN p.${name} ELSE l.${name} END`;
    });
    const stamps = one.stamps.map(({ name, type }) => `${(0,quote .AB)(name)} = now()::${type}`);
    return `UPDATE ${one.table} AS l SET ${[...values, ...stamps].join(', ')} FROM ${one.at('p')} AS p
    WHERE p."rb verdict" = 'set' AND ${one.sameKey('l', 'p')} AND l.xmin = p."rb seen" RETURNING 1`;
}
async function proveValues(live, staged) {
    for (const one of staged) {
        const wrong = one.values
            .filter(({ column }) => one.has(column.name))
            .map(({ column, place }) => `(p."rb sets"[${place}] AND NOT ${(0,repair_piece .FB)(`l.${(0,quote .AB)(column.name)}`, `p.${(0,quote .AB)(column.name)}`, [column])})`);
        const [found] = await live.query(`SELECT count(*)::text AS rows FROM ${one.at('p')} AS p LEFT JOIN ${one.table} AS l ON ${one.sameKey('l', 'p')}
       WHERE (p."rb verdict" = 'back' AND NOT ${(0,repair_piece .FB)(one.list('l', one.writable), one.list('p', one.writable), one.writable)})
         OR (p."rb verdict" = 'set' AND ${(0,repair_piece .bz)(wrong)})`);
        if (found?.rows !== '0')
            throw new errors .lZ(`The repair of ${(0,snapshots_tables .Vb)(one.piece)} was taken back, and no row was changed: ${found?.rows} rows were not what they were before the accident when they were read once more.`);
    }
}

; 




const SET = -1;
const DEEP = 200;
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
    const parent = staged.find(({ live }) => (0,snapshots_tables .Vb)(live) === (0,snapshots_tables .Vb)(to));
    const known = [
        ...columns.map((name) => child.placeOf(name)),
        ...toColumns.map((name) => parent?.placeOf(name)),
    ];
    if (!parent || known.includes(0))
        return [];
    const others = parent === child ? ' AND q.ctid <> c.ctid' : '';
    return [{ child, parent, refers: `${(0,repair_piece .ub)(reference, { parent: 'q', child: 'c' })}${others}` }];
}));
const changed = async (live, sql) => Number((await live.one(`WITH u AS (${sql} RETURNING 1) SELECT count(*)::text AS rows FROM u`))
    .rows);
const OPEN = `"rb verdict" = 'back' AND c."rb level" IS NULL`;
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
        if (ready > 0)
            await each(children, (one) => `UPDATE ${one.at('p')} AS c SET "rb level" = ${at} WHERE c.${OPEN}`);
        else
            seeds = await circle(live, edges, children, { at, size, seeds });
    }
    return knots;
}
function readySql(one, edges, at) {
    const waits = edges
        .filter(({ child }) => child === one)
        .map(({ parent, refers }) => `NOT EXISTS (SELECT FROM ${parent.at('p')} AS q WHERE q."rb verdict" = 'back' AND coalesce(q."rb level", ${at}) >= ${at} AND ${refers})`);
    return `UPDATE ${one.at('p')} AS c SET "rb level" = ${at} WHERE c.${OPEN} AND ${waits.join(' AND ')}`;
}
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
function numberSql(one, units, { places, knots, size }) {
    const values = units
        .filter(({ table }) => table === one.piece.number)
        .map((unit) => `(${unit.level}, ${places.get(unit)}::int8, ${knots.has(unit.level) ? 0 : 1})`);
    const key = one.piece.key.map(quote .AB);
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
async function fillBatch(live, whole, into, number) {
    for (const [index, from] of whole.entries()) {
        const to = into[index];
        for (const letter of from.piece.hasAfter ? ['b', 'a'] : ['b'])
            await live.run(`CREATE TABLE ${to.at(letter)} AS SELECT r.* FROM ${from.at(letter)} AS r JOIN ${from.at('n')} AS n ON ${from.sameKey('r', 'n')} WHERE n."rb batch" = ${number};
         ANALYZE ${to.at(letter)}`);
    }
}

; 

const countsOf = (tables) => ({
    back: (0,repair_plan .XN)(tables, 'back'),
    set: (0,repair_plan .XN)(tables, 'set'),
    newer: (0,repair_plan .XN)(tables, 'newer'),
});
const lossOfRepair = (repaired) => ({
    ...{ backupTime: null, lastWrite: null, seconds: null, measuredAt: new Date().toISOString(), tables: [] },
    ...(repaired && { repaired }),
});

; 



const PLANNED = ['"rb sets"', '"rb seen"', '"rb rule"', '"rb alone"', '"rb verdict"'].join(', ');
const columnsOf = (staged) => `${staged.names(staged.piece.columns)}, ${PLANNED}`;
async function makeWritten(live, staged) {
    for (const one of staged) {
        await live.run(`CREATE TABLE ${one.at('w')} AS SELECT ${columnsOf(one)} FROM ${one.at('p')} WHERE false; ${one.indexSql('w')}`);
        await live.run(keepSql(one, 'false'));
    }
}
async function addWritten(live, staged, whole) {
    for (const one of staged) {
        const all = whole.find(({ piece }) => piece.number === one.piece.number);
        const done = `"rb verdict" IN ('back', 'set')`;
        const kept = `${one.names(one.writable)}, "rb by"`;
        await live.run(`INSERT INTO ${all.at('w')} (${columnsOf(one)}) SELECT ${columnsOf(one)} FROM ${one.at('p')} WHERE ${done};
       INSERT INTO ${all.at('k')} (${kept}) SELECT ${kept} FROM ${one.at('k')};
       DELETE FROM ${all.at('b')} AS b USING ${one.at('p')} AS p WHERE p.${done} AND ${one.sameKey('b', 'p')};
       UPDATE ${all.at('p')} AS q SET "rb verdict" = p."rb verdict" FROM ${one.at('p')} AS p
         WHERE p."rb verdict" = 'collision' AND q."rb verdict" <> 'collision' AND ${one.sameKey('q', 'p')}`);
    }
}
async function settle(live, { schema, note }) {
    for (const piece of note.pieces) {
        const one = new repair_piece .lX(piece, undefined, (0,quote .AB)(schema));
        await live.run(`DROP TABLE IF EXISTS ${one.at('p')}, ${one.at('n')}; ALTER TABLE ${one.at('w')} RENAME TO p${piece.number}`);
    }
}

; 













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
            if ((0,repair_plan .Mp)(plan.tables) === 0) {
                const tables = together(first.tables, plan.tables, note.batches);
                await finish(run, { ...note, counts: countsOf(tables) });
                return { ...total, elsewhere: [...total.elsewhere.values()], plan: { ...plan, tables } };
            }
            const before = rowsOf(note.batches);
            for (const [index, batch] of batches.entries()) {
                const { applied, note: after } = await applyBatch(run, note, plan, batch);
                note = after;
                total.blockedSeconds = Math.max(total.blockedSeconds, applied.blockedSeconds);
                for (const one of applied.elsewhere)
                    total.elsewhere.set(one.name, sum(total.elsewhere.get(one.name), one));
                reportBatch(task, { index, of: batches.length, rows: (0,repair_plan .Mp)(applied.plan.tables), note });
            }
            if (rowsOf(note.batches) === before)
                throw new errors .lZ('Users change the rows that are to be repaired faster than that can be done. Name what writes them in `quiesce`, or run this again.');
        }
    }
    catch (error) {
        if (!(error instanceof errors .lZ) || !note.batches || note.batches.done === 0)
            throw error;
        throw new errors .lZ(`${error.message} ${describeDone(note.batches)}`, { cause: error });
    }
}
const describeDone = (batches) => `${rowsOf(batches).toLocaleString('en-US')} rows are repaired by now, in ${batches.done} batches: run this again to go on, or take them back with the phase \`undo\`.`;
const rowsOf = (batches) => (batches?.tables ?? []).reduce((rows, { back, set }) => rows + back + set, 0);
function reportBatch({ server, log, record }, { index, of, rows, note }) {
    const message = `Batch ${index + 1} of ${of}: ${rows.toLocaleString('en-US')} rows, ${rowsOf(note.batches).toLocaleString('en-US')} in all`;
    log.info(`✓ ${message}`);
    record({ ...(0,component .yK)(server), step: 'repair batch', status: 'done', message });
}
const planAll = ({ task, schema, consent, size }, { pieces }) => shortly(anew(task.server), task.signal, async (live) => {
    const make = () => (0,repair_plan .Lq)(live, pieces, (0,quote .AB)(schema));
    const { dropped } = await withoutNewRules(live, consent, make);
    const plan = await make();
    await raiseSequences(live, plan.staged);
    return { plan, dropped, batches: await divide(live, plan, size) };
});
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
    const into = whole.map(({ piece, live }) => new repair_piece .lX(piece, live, 'pg_temp'));
    let after = note;
    const applied = await applyRows({
        ...{ open: anew(task.server), signal: task.signal, schema: 'pg_temp', triggers: consent.triggers },
        newConstraints: 'keep',
        whole: { schema: (0,quote .AB)(schema), pieces: note.pieces },
        fill: (live) => fillBatch(live, whole, into, batch.number),
    }, pieces, batch.writes, () => { }, async (live, plan) => {
        await addWritten(live, plan.staged, whole);
        after = { ...note, at: new Date().toISOString(), batches: withBatch(note.batches, plan.tables) };
        await writeNote(live, schema, after);
    });
    return { applied, note: after };
}
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

var render = __webpack_require__(42722);
; 














const ROWS_A_SECOND = 20_000;
const PROPOSED = 10_000;
function evidenceOf(after, { window }) {
    if (after)
        return 'after';
    return window ? 'commit times' : 'none';
}
async function waitOf(live, plan, batch) {
    const writes = writesOf(plan);
    const holds = plan.tables.some(({ set }) => set > 0) || (writes.length > 0 && (await anyFires(live, writes)));
    return holds ? Math.min((0,repair_plan .Mp)(plan.tables), batch ?? Number.POSITIVE_INFINITY) / ROWS_A_SECOND : 0;
}
const planAgain = ({ server }, { schema, note }) => server.use(server.database, async (live) => {
    await readAlike(live);
    await live.run('BEGIN');
    try {
        return await (0,repair_plan .Lq)(live, note.pieces, (0,quote .AB)(schema));
    }
    finally {
        await live.run('ROLLBACK');
    }
});
const recordProof = ({ server, record }) => record({
    ...{ ...(0,component .yK)(server), step: 'verify', status: 'done' },
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
function refusalOfRepair(tables, { conflicts, newConstraints, maxWait }, wait) {
    const open = (0,repair_plan .hC)(tables).filter(({ isNew }) => !(isNew && newConstraints === 'drop'));
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
    const drops = consent.newConstraints === 'drop' && (0,repair_plan .hC)(plan.tables).some(({ isNew }) => isNew);
    const isBegun = kept.note.state === 'begun';
    if ((0,repair_plan .Mp)(plan.tables) === 0 && plan.objects.length === 0 && !drops && !isBegun) {
        await task.server.use(task.server.database, (live) => dropSchema(live, kept));
        return {
            result: 'no-op',
            report: { ...report, schema: null },
            message: `Nothing to repair: ${(0,render .D$)(report)}.`,
        };
    }
    const objects = plan.objects;
    try {
        const { applied, failed } = await (0,traffic .ak)(task, async () => {
            const applied = await (0,database_task .P)(task, 'repair', () => apply(task, kept, { plan, wait }, consent), (applied) => (0,render .D$)(reportOf(kept, { ...applied.plan, objects }, applied)), ({ plan, ...applied }) => ({
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
            message: `"${task.server.database}" is repaired: ${(0,render .D$)(done)}${lacks} (phase \`undo\` takes it back).`,
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
    const message = `${begins}: ${(0,render .D$)(report)}; it waits in the schema "${kept.schema}" for the phase \`switch\`, and phase \`clean\` removes it.`;
    return { result: 'failed', report, message };
}
async function apply(task, kept, { plan, wait }, consent) {
    const { server, signal } = task;
    const open = anew(server);
    await open((live) => addBack(live, signal, kept.note.lost));
    const { batch } = consent;
    if (kept.note.state === 'begun' || (batch !== undefined && (0,repair_plan .Mp)(plan.tables) > batch))
        return applyInBatches(task, kept, consent, (tables, rows) => refusalOfRepair(tables, consent, wait > 0 ? rows / ROWS_A_SECOND : 0));
    return applyRows({ open, signal, schema: (0,quote .AB)(kept.schema), ...consent }, kept.note.pieces, writesOf(plan), (plan) => {
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

; 









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
    return `${(0,render .D$)(report)}${wait}. Recommended: ${(0,render .cu)(report, newConstraints)}`;
}
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
async function repairAll(task, session, request) {
    const earlier = await earlierOf(task, request);
    if (earlier?.note.state === 'applied')
        return alreadyApplied(task, earlier);
    const kept = earlier ?? (await prepareRepair(task, session, request)).kept;
    return applyKept(task, kept, request.options);
}
async function switchOnly(task, consent) {
    const all = await task.server.use(task.server.database, keptIn);
    const kept = all.find(({ note }) => hasWorkLeft(note));
    if (kept)
        return applyKept(task, kept, consent);
    const applied = all.find(({ note }) => note.state === 'applied' && (0,earlier_attempt .f)(note, task));
    if (applied)
        return alreadyApplied(task, applied);
    throw new errors .lZ(`No repair of "${task.server.database}" is prepared; run the phase \`prepare\` first.`);
}
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
async function earlierOf(task, { source, after, options }) {
    const { server, run } = task;
    const of = (text) => (text === undefined ? null : (0,redact .E$)(text));
    const keyOf = ({ tables, exclude, columns, stamps, renamed, window }) => JSON.stringify([tables, exclude, columns, stamps, renamed, window]);
    const own = (await server.use(server.database, keptIn)).filter(({ note }) => (0,earlier_attempt .f)(note, task) &&
        note.backup === of(source) &&
        note.after === of(after?.source) &&
        keyOf(note.options) === keyOf(options));
    const { undoneBy = run, at } = own[0]?.note ?? {};
    if (undoneBy !== run)
        throw new errors .lZ(`This run has repaired "${server.database}" already, and run ${undoneBy} has taken that back at ${at}; nothing was changed. To repair it all the same, start a new run.`);
    return own.find(({ note }) => hasWorkLeft(note) || note.state === 'applied');
}
async function alreadyApplied(task, kept) {
    await carry_out_finish(task, kept);
    const loss = lossOfRepair(kept.note.counts);
    const message = `This run has repaired "${task.server.database}" at ${kept.note.at} already (phase \`undo\` takes it back).`;
    const ended = await (0,traffic .ah)(task, 'repair', message, { earlier: kept.note.at, 'data-loss': loss });
    recordProof(task);
    return { result: ended.done ? 'done' : 'no-op', loss, message: ended.message };
}

; 













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
                return { oid: one.live.oid, name: (0,snapshots_tables .Vb)(one.piece), inserted: 0, updated: unset, deleted: gone };
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
            await proveCounts(live, wrote, (0,quote .AB)(kept.schema), triggers === 'on');
            await on?.restore();
            await done(live);
            await live.run('COMMIT');
            return tables;
        }
        catch (error) {
            await live.run('ROLLBACK').catch(() => { });
            throw /^23/.test((0,postgres_session .$N)(error)) ? ruledOut(error) : error;
        }
    });
}
const ruledOut = (error) => new errors .lZ(`Not undone, and no row was changed: a value from before the repair is ruled out by what users have written since: ${(0,errors .bD)(error).replace(/^PostgreSQL says: /, '')} Change that first, or set these back by hand.`, { cause: error });
async function planUndo(live, { schema, note }) {
    const shapes = await (0,repair_shape .et)(live);
    const staged = note.pieces.flatMap((piece) => {
        const shape = (0,scope .I6)(shapes, piece);
        return shape ? [new repair_piece .lX(piece, shape, (0,quote .AB)(schema))] : [];
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
const valuesOf = (staged) => staged.values.filter(({ column }) => staged.has(column.name));
function undoSql(staged) {
    const changes = valuesOf(staged).map(({ column, place }) => {
        const [today, wrote, was] = ['l', 'p', 'k'].map((row) => `${row}.${(0,quote .AB)(column.name)}`);
        const isSame = (one, other) => (0,repair_piece .FB)(one, other, [column]);
        return {
            unset: `(p."rb sets"[${place}] AND ${isSame(today, wrote)})`,
            open: `(p."rb sets"[${place}] AND NOT ${isSame(today, wrote)} AND NOT ${isSame(today, was)})`,
        };
    });
    const { writable } = staged;
    return `DROP TABLE IF EXISTS ${staged.at('u')};
    CREATE TABLE ${staged.at('u')} AS SELECT ${staged.list('p')}, p."rb sets", l.xmin AS "rb seen", NULL::text AS "rb rule",
      CASE WHEN NOT (${staged.isThere('l')}) THEN NULL
        WHEN p."rb verdict" = 'back' THEN CASE WHEN ${(0,repair_piece .FB)(staged.list('l', writable), staged.list('p', writable), writable)} THEN 'gone' ELSE 'changed since' END
        WHEN ${(0,repair_piece .bz)(changes.map(({ open }) => open))} THEN 'changed since'
        WHEN ${(0,repair_piece .bz)(changes.map(({ unset }) => unset))} THEN 'unset' END AS "rb verdict"
    FROM ${staged.at('p')} AS p LEFT JOIN ${staged.at('k')} AS k ON ${staged.sameKey('k', 'p')}
      LEFT JOIN ${staged.table} AS l ON ${staged.sameKey('l', 'p')} WHERE p."rb verdict" IN ('back', 'set');
    ${staged.indexSql('u')}; ANALYZE ${staged.at('u')}`;
}
function referredSql(staged, shapes) {
    return shapes.flatMap((children) => children.references.flatMap((reference) => {
        const { name, columns, to, toColumns } = reference;
        const parent = staged.find(({ live }) => (0,snapshots_tables .Vb)(live) === (0,snapshots_tables .Vb)(to));
        if (!parent || toColumns.some((column) => parent.placeOf(column) === 0))
            return [];
        const child = staged.find(({ live }) => live === children);
        const refers = (0,repair_piece .ub)(reference, { parent: 'u', child: 'c' });
        const places = child ? columns.map((column) => child.placeOf(column)).filter((place) => place > 0) : [];
        const leaves = child
            ? `AND NOT EXISTS (SELECT FROM ${child.at('u')} AS d WHERE ${child.sameKey('d', 'c')}
            AND (d."rb verdict" = 'gone' OR (d."rb verdict" = 'unset' AND ${(0,repair_piece .bz)(places.map((place) => `d."rb sets"[${place}]`))})))`
            : '';
        return [
            `UPDATE ${parent.at('u')} AS u SET "rb verdict" = 'referred to', "rb rule" = ${(0,quote .ol)(name)}
         WHERE u."rb verdict" = 'gone' AND EXISTS (SELECT FROM ${(0,repair_piece .RO)(children)} AS c WHERE ${refers} ${leaves})`,
        ];
    }));
}
async function undoPlan(live, staged) {
    const rows = await (0,repair_plan .W5)(live, staged, 'u');
    const count = (verdict) => Number(rows.find((row) => row.verdict === verdict)?.rows ?? 0);
    return {
        table: (0,snapshots_tables .Vb)(staged.piece),
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
        const name = (0,quote .AB)(column.name);
        return `${name} = CASE WHEN u."rb sets"[${place}] AND ${(0,repair_piece .FB)(`l.${name}`, `u.${name}`, [column])} THEN k.${name} ELSE l.${name} END`;
    });
    const stamps = one.stamps.map(({ name }) => {
        const stamp = (0,quote .AB)(name);
        return `${stamp} = CASE WHEN l.xmin = k."rb by" THEN k.${stamp} ELSE l.${stamp} END`;
    });
    return `UPDATE ${one.table} AS l SET ${[...values, ...stamps].join(', ')} FROM ${one.at('u')} AS u JOIN ${one.at('k')} AS k ON ${one.sameKey('k', 'u')}
    WHERE u."rb verdict" = 'unset' AND ${one.sameKey('l', 'u')} AND l.xmin = u."rb seen"`;
}

; 









async function undoRepair(task, { conflicts, triggers }, isDryRun = false) {
    const { server, signal } = task;
    const all = await server.use(server.database, keptIn);
    const kept = all.find(({ note }) => isWritten(note));
    const reason = noUndoReason(all, kept, task.run);
    if (!kept || reason !== undefined) {
        if (isDryRun)
            return { result: 'planned', message: `Planned: nothing would be undone: ${reason}.` };
        const { done, message } = await (0,traffic .PP)(task, `Nothing to undo: ${reason}.`);
        return { result: done ? 'done' : 'no-op', message };
    }
    const mayGoOn = (tables) => {
        if (isDryRun || conflicts === 'keep' || tables.every((table) => table.conflicts.length === 0))
            return !isDryRun;
        throw new errors .lZ(`Not undone, and no row was changed: users have changed what was repaired, or refer to it. The plan: ${(0,render .WJ)(tables, false)}; \`conflicts: keep\` leaves those rows and takes the rest back.`);
    };
    const run = () => {
        const note = { ...kept.note, state: 'undone', undoneBy: task.run, at: new Date().toISOString() };
        return undoRows(anew(server), signal, kept, triggers, mayGoOn, (live) => writeNote(live, kept.schema, note));
    };
    if (isDryRun)
        return {
            result: 'planned',
            message: `Planned: ${(0,render .WJ)(await run(), false)}; nothing was changed.`,
        };
    const tables = await (0,traffic .ak)(task, () => (0,database_task .P)(task, 'undo repair', run, (tables) => (0,render .WJ)(tables, true), () => ({ evidence: { 'data-loss': lossOfRepair() } })));
    const columns = kept.note.lost.length > 0 ? `; ${kept.note.lost.map(({ name }) => name).join(', ')} stay` : '';
    return {
        result: 'done',
        loss: lossOfRepair(),
        message: `The repair of "${server.database}" is taken back: ${(0,render .WJ)(tables, true)}${columns}.`,
    };
}
function noUndoReason(all, kept, run) {
    if (!kept)
        return 'no repair of this database is there to take back';
    const own = all.find(({ note }) => note.undoneBy === run);
    return own && kept.note.run !== run && own.note.at < kept.note.at
        ? `this run has taken a repair back at ${own.note.at}, and run ${kept.note.run} has repaired again at ${kept.note.at}; to take that back, start a new run`
        : undefined;
}
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
async function planClean({ server }, keep) {
    const leftovers = leftoversOf(await server.use(server.database, keptIn), keep).map(({ schema }) => `"${schema}"`);
    const what = leftovers.length > 0
        ? `these schemas would be dropped: ${leftovers.join(', ')}`
        : 'nothing would be dropped';
    return { result: 'planned', message: `Planned: ${what}; nothing was changed.` };
}
function leftoversOf(all, keep) {
    const needed = all.filter(({ note }) => isWritten(note)).slice(0, keep);
    return all.filter((kept) => !needed.includes(kept));
}

; 




async function foresee({ server }, session, tables, sources, check) {
    prepare_requireRepairable(await (0,observe .lB)(session, server.database));
    const takes = [];
    for (const source of sources)
        takes.push(await check(source));
    const also = takes.filter(Boolean).map((words) => ` ${words}`);
    return {
        result: 'planned',
        message: `Planned: what was destroyed in ${tables.join(', ')} of "${server.database}" would be brought back, and every newer row kept; how many rows that is shows when the states are compared, before anything is changed.${also.join('')}`,
    };
}
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


  })

};
;