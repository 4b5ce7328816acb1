/** Logs whose writes are known: what of them each line tells, and whether it failed, was decided before it was written. */
export interface LabelledLog {
  readonly format: string;
  readonly lines: readonly string[];
  readonly writes: readonly Label[];
}

/** A write that happened, and whether it failed. */
interface Label {
  readonly sql: string;
  readonly failed: boolean;
}

/** What happens to one write, or beside one. */
type Kind = 'fine' | 'failed at once' | 'failed later' | 'rolled back' | 'noise';

interface Event {
  readonly kind: Kind;
  readonly sql: string;
  readonly error: string;
  readonly id: number;
  /** RFC 3339, a moment after the one before. */
  readonly at: string;
  readonly noise: string;
}

type Format = (event: Event) => string[];

const TABLES = ['organizations', 'users', 'incidents', 'cameras', 'public.audit_logs', '"Orders"'];
const ERRORS = [
  'duplicate key value violates unique constraint "users_mail_key"',
  'deadlock detected',
  'could not serialize access due to concurrent update',
  'null value in column "name" violates not-null constraint',
  'canceling statement due to statement timeout',
];
/** What the runbook's grep takes for a transaction, or for a failed one. */
const NOISE = [
  'The UPDATE button was clicked',
  'DELETE /api/users/17 204 3ms',
  'cache UPDATE finished with 0 ERROR',
  'select id from users for update',
  'SELECT count(*) FROM audit_logs WHERE line LIKE INSERT',
  'sync done, errors: 0',
  'GET /health 200 1ms',
  'feature INSERT_WIDGET enabled',
  'released worker 4',
];

const json = (value: object) => JSON.stringify(value);
const time = (at: string) => at.slice(11, 23);
const stack = (error: string) => [
  `org.postgresql.util.PSQLException: ERROR: ${error}`,
  '\tat org.postgresql.core.Query.run(Query.java:12)',
  '\tat com.sparc.Repo.save(Repo.java:44)',
  'Caused by: java.lang.IllegalStateException',
  '\t... 12 more',
];

const FORMATS: Record<string, Format> = {
  plain: ({ kind, sql, error, id, at, noise }) =>
    ({
      fine: [`${at} INFO tx=${id} ${sql}`],
      'failed at once': [`${at} ERROR tx=${id} ${sql}: ${error}`],
      'failed later': [
        `${at} INFO tx=${id} ${sql}`,
        `${at} INFO GET /health 200`,
        `${at} ERROR tx=${id} ${error}`,
      ],
      'rolled back': [
        `${at} INFO tx=${id} BEGIN`,
        `${at} INFO tx=${id} ${sql}`,
        `${at} INFO tx=${id} ROLLBACK`,
      ],
      noise: [`${at} INFO ${noise}`],
    })[kind],
  'plain without ids': ({ kind, sql, error, noise }) =>
    ({
      fine: [sql],
      'failed at once': [`ERROR: ${sql}: ${error}`],
      'failed later': [sql, `Error: ${error} ERROR`],
      'rolled back': ['BEGIN', sql, 'ROLLBACK'],
      noise: [noise],
    })[kind],
  pino: ({ kind, sql, error, id, at, noise }) => {
    const line = (level: number, more: object) =>
      json({
        level,
        time: Date.parse(at),
        pid: 1,
        hostname: 'api',
        reqId: `r-${id}`,
        err: null,
        error: null,
        ...more,
      });
    const err = {
      type: 'DatabaseError',
      message: error,
      stack: `error: ${error}\n    at Parser.parse`,
      code: '23505',
    };
    return {
      fine: [line(30, { msg: 'query', sql })],
      'failed at once': [line(50, { msg: 'query failed', sql, err })],
      'failed later': [
        line(20, { msg: 'query', sql }),
        line(30, { reqId: 'r-0', msg: noise }),
        line(50, { msg: 'request failed', err: { ...err, query: sql } }),
      ],
      'rolled back': [
        line(20, { msg: 'BEGIN' }),
        line(20, { msg: 'query', sql }),
        line(20, { msg: 'ROLLBACK' }),
      ],
      noise: [line(30, { msg: noise })],
    }[kind];
  },
  zap: ({ kind, sql, error, id, at, noise }) => {
    const line = (level: string, msg: string, more: object = {}) =>
      json({ level, ts: Date.parse(at) / 1000, caller: 'store/db.go:42', msg, trace_id: `t${id}`, ...more });
    return {
      fine: [line('info', 'exec', { query: sql, error: null })],
      'failed at once': [line('error', 'exec failed', { query: sql, error: `pq: ${error}` })],
      'failed later': [
        line('debug', 'exec', { query: sql }),
        line('error', 'handler failed', { error: `pq: ${error}`, stacktrace: 'main.save\n\tdb.go:42' }),
      ],
      'rolled back': [
        line('debug', 'BEGIN'),
        line('debug', 'exec', { query: sql }),
        line('warn', 'ROLLBACK'),
      ],
      noise: [line('info', noise, { error: null })],
    }[kind];
  },
  logrus: ({ kind, sql, error, id, at, noise }) => {
    const line = (level: string, msg: string, more = '') =>
      `time="${at}" level=${level} msg="${msg.replaceAll('"', '\\"')}" request_id=q${id}${more}`;
    const query = ` query="${sql.replaceAll('"', '\\"')}"`;
    return {
      fine: [line('info', 'exec', `${query} error=<nil>`)],
      'failed at once': [line('error', 'exec', `${query} error="pq: ${error.replaceAll('"', '\\"')}"`)],
      'failed later': [line('debug', 'exec', query), line('error', `save: ${error}`)],
      'rolled back': [line('debug', 'BEGIN'), line('debug', 'exec', query), line('debug', 'ROLLBACK')],
      noise: [line('info', noise, ' error=<nil>')],
    }[kind];
  },
  logback: ({ kind, sql, error, id, at, noise }) => {
    const line = (level: string, text: string) =>
      `${time(at)} [http-nio-8080-exec-${id}] ${level.padEnd(5)} com.sparc.Repo - ${text}`;
    return {
      fine: [line('DEBUG', `Executing prepared SQL statement [${sql}]`)],
      'failed at once': [line('ERROR', `could not execute [${sql}]`), ...stack(error)],
      'failed later': [
        line('DEBUG', sql),
        line('INFO', noise.replace(/UPDATE|DELETE|INSERT/, 'x')),
        line('ERROR', 'Request failed'),
        ...stack(error),
      ],
      'rolled back': [line('DEBUG', 'BEGIN'), line('DEBUG', sql), line('DEBUG', 'ROLLBACK')],
      noise: [line('INFO', noise)],
    }[kind];
  },
  'logback as JSON': ({ kind, sql, error, id, at, noise }) => {
    const line = (level: string, message: string, more: object = {}) =>
      json({
        '@timestamp': at,
        level,
        thread_name: `exec-${id}`,
        logger_name: 'com.sparc.Repo',
        message,
        ...more,
      });
    const trace = { stack_trace: stack(error).join('\n') };
    return {
      fine: [line('DEBUG', sql)],
      'failed at once': [line('ERROR', `could not execute: ${sql}`, trace)],
      'failed later': [line('DEBUG', sql), line('ERROR', 'Request failed', trace)],
      'rolled back': [line('DEBUG', 'BEGIN'), line('DEBUG', sql), line('DEBUG', 'ROLLBACK')],
      noise: [line('INFO', noise)],
    }[kind];
  },
  'PostgreSQL, all statements': ({ kind, sql, error, id, at, noise }) => {
    const line = (severity: string, text: string) =>
      `${at.replace('T', ' ').replace('Z', '')} UTC [${4000 + id}] app@sparc ${severity}:  ${text}`;
    const failed = [
      line('LOG', `statement: ${sql}`),
      line('ERROR', error),
      line('DETAIL', 'Key (mail)=(a) already exists.'),
      line('STATEMENT', sql),
    ];
    return {
      fine: [line('LOG', `execute <unnamed>: ${sql}`)],
      'failed at once': failed,
      'failed later': failed,
      'rolled back': [
        line('LOG', 'statement: BEGIN'),
        line('LOG', `statement: ${sql}`),
        line('LOG', 'statement: ROLLBACK'),
      ],
      noise: [line('LOG', `statement: select '${noise.replaceAll("'", '')}'`)],
    }[kind];
  },
  'PostgreSQL, errors and slow ones': ({ kind, sql, error, id, at, noise }) => {
    const line = (severity: string, text: string) =>
      `${at.replace('T', ' ').replace('Z', '')} UTC [${4000 + id}] ${severity}:  ${text}`;
    const failed = [line('ERROR', error), line('STATEMENT', sql.replace(' ', '\n\t'))];
    return {
      fine: [line('LOG', `duration: 1203.2 ms  statement: ${sql}`)],
      'failed at once': failed,
      'failed later': failed,
      'rolled back': failed,
      noise: [line('LOG', `checkpoint complete: ${noise.includes('ERROR') ? 'x' : 'wrote 3 buffers'}`)],
    }[kind];
  },
};

/** A log of each format with this many events, the same each time. */
export const labelledLogs = (count: number): LabelledLog[] =>
  Object.entries(FORMATS).map(([format, write], index) => {
    const next = numbers(index + 1);
    const pick = <T>(from: readonly T[]): T => from[next() % from.length] as T;
    const events = Array.from({ length: count }, (_, n): Event => {
      const kinds: Kind[] = [
        'fine',
        'fine',
        'fine',
        'fine',
        'failed at once',
        'failed later',
        'rolled back',
        'noise',
        'noise',
        'noise',
      ];
      const at = new Date(Date.UTC(2026, 10, 30, 3) + n * 731).toISOString();
      return {
        kind: pick(kinds),
        sql: statement(pick, n),
        error: pick(ERRORS),
        id: 1 + (n % 12),
        at,
        noise: pick(NOISE),
      };
    });
    const writes = events
      .filter(({ kind }) => kind !== 'noise')
      .map(({ kind, sql }) => ({ sql: sql.replace(/^WITH gone AS \(/, ''), failed: kind !== 'fine' }));
    return {
      format,
      lines: events.flatMap((event) => write(event).flatMap((line) => line.split('\n'))),
      writes,
    };
  });

function statement(pick: <T>(from: readonly T[]) => T, n: number): string {
  const table = pick(TABLES);
  return pick([
    `INSERT INTO ${table} (id, name) VALUES (${n}, 'a ERROR b')`,
    `insert into ${table} (id) values ($1) returning id`,
    `UPDATE ${table} SET name = 'n${n}' WHERE id = ${n}`,
    `update ${table} set seen = now() where id = ${n}`,
    `DELETE FROM ${table} WHERE id = ${n}`,
    `WITH gone AS (DELETE FROM ${table} WHERE id = ${n} RETURNING *) SELECT * FROM gone`,
  ]);
}

/** Numbers that look like chance and are the same each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 8;
  };
}

/** What the runbook's `grep` takes for transactions, and for failed ones among them. */
export const grepped = (lines: readonly string[]): Label[] =>
  lines
    .filter((line) => /(INSERT|UPDATE|DELETE)/.test(line))
    .map((sql) => ({ sql, failed: /ERROR|ROLLBACK/.test(sql) }));

/** How many of what was found is right, and how many of what there is was found: all writes, and the failed ones. */
export function accuracy(found: readonly Label[], writes: readonly Label[]) {
  const shape = (sql: string) => sql.replaceAll('\\"', '"').replace(/\s+/g, ' ');
  const of = (
    all: readonly Label[],
    there: readonly Label[],
    isRight: (one: Label, other: Label) => boolean,
  ) => {
    const left = [...there];
    const right = all.filter((one) => {
      const at = left.findIndex((other) => shape(one.sql).includes(shape(other.sql)) && isRight(one, other));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    }).length;
    return { precision: right / all.length, recall: right / there.length };
  };
  const failed = (all: readonly Label[]) => all.filter((each) => each.failed);
  return { writes: of(found, writes, () => true), failed: of(failed(found), failed(writes), () => true) };
}
