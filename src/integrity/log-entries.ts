import { cutLine } from '../base/foreign.ts';
/** A line of a log with those that belong to it, as far as its format tells. */
export interface LogMessage {
  /** The message, and the SQL where that is a field of its own. */
  readonly text: string;
  readonly sql: string | undefined;
  /** Its level, or a field for errors that is not empty, says that something failed. */
  readonly isFailure: boolean;
  /** Its level says that nothing failed, whatever words the message has. */
  readonly isFine: boolean;
  /** What ties it to others: the request, transaction, thread or process that it is of. */
  readonly context: string | undefined;
  /** PostgreSQL's own log, and what kind of line of it. */
  readonly postgres: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const FAILURES = /^(error|err|fatal|panic|critical|crit|severe|alert|emerg|dpanic)$/i;
const FINE = /^(trace|debug|info|information|notice|log|warn|warning|verbose|fine|config)$/i;
/** From here on pino and bunyan call it an error. */
const NUMERIC_ERROR = 50;
const LEVEL_KEYS = ['level', 'severity', 'lvl', 'levelname', 'log.level', 'error_severity', 'loglevel'];
const TEXT_KEYS = ['msg', 'message', 'event', 'text'];
const SQL_KEYS = ['sql', 'query', 'statement', 'db.statement', 'db.query.text', 'stmt'];
const ERROR_KEYS = [
  'err',
  'error',
  'exception',
  'stack_trace',
  'stack',
  'thrown',
  'throwable',
  'error.message',
];
const CONTEXT_KEYS = [
  ...['txId', 'tx_id', 'txid', 'tx', 'transaction', 'transactionId', 'xid'],
  ...[
    'reqId',
    'req_id',
    'requestId',
    'request_id',
    'req.id',
    'correlationId',
    'traceId',
    'trace_id',
    'trace.id',
  ],
  ...['session_id', 'thread_name', 'thread'],
];

/** `2026-11-30 03:00:00.123 UTC [123] app@sparc ERROR:  duplicate key …` */
const POSTGRES =
  /^(.*?)\b(DEBUG[1-5]?|INFO|NOTICE|WARNING|LOG|ERROR|FATAL|PANIC|DETAIL|HINT|QUERY|CONTEXT|LOCATION|STATEMENT): {1,2}(.*)$/s;
/** What those lines have before their severity: a process in brackets, or `%p` and `%c` of another prefix. */
const PROCESS = /\[(\d+)(?:-\d+)?\]/;
/** What goes on with the line before: stack traces, causes, and statements of several lines. */
const CONTINUED = /^(\s+\S|Caused by:|\.\.\. \d+ (more|common)|Traceback |\w+(\.\w+)+(Exception|Error)\b)/;
const LOGFMT = /^(?:[\w.]+=(?:"(?:[^"\\]|\\.)*"|\S*)(?:\s+|$)){2,}/;
const PAIR = /(?<![\w.])([\w.]{1,100})=("(?:[^"\\]|\\.)*"|\S*)/g;
/** `03:00:01.123 [http-nio-8080-exec-3] ERROR com.sparc.Repo - …`: the level in front of a plain message. */
const PLAIN_LEVEL =
  /^[^A-Za-z]{0,60}(?:\d[\dTZ:.,+ -]{0,60})?(?:\[([^\]]{0,200})\] {0,20})?\[?(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE|CRITICAL)\]?\b/;
const PLAIN_CONTEXT =
  /\b(?:tx|txid|req|request|reqId|requestId|trace|traceId|correlation)[-_ ]?(?:id)?[=:#]\s?([\w-]+)/i;

/** The entries of a log, in order. */
export function entriesOf(lines: readonly string[]): LogMessage[] {
  const joined: string[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const last = joined.length - 1;
    if (last >= 0 && CONTINUED.test(line) && !line.trimStart().startsWith('{')) joined[last] += `\n${line}`;
    else joined.push(line);
  }
  return joined.map((line) => entryOf(cutLine(line)));
}

function entryOf(line: string): LogMessage {
  const json = jsonOf(line);
  if (json) return ofFields(json);
  const first = line.split('\n', 1)[0] ?? '';
  const postgres = POSTGRES.exec(line);
  if (
    postgres &&
    (PROCESS.test(postgres[1] ?? '') || /^(STATEMENT|DETAIL|HINT|CONTEXT)$/.test(postgres[2] ?? ''))
  )
    return ofPostgres(postgres);
  if (LOGFMT.test(first)) return ofFields(logfmtOf(line));
  return ofPlain(line);
}

/** PostgreSQL's jsonlog has the failed statement in a field of its own. */
function ofFields(fields: Fields): LogMessage {
  const found = (keys: readonly string[]) =>
    keys.map((key) => valueAt(fields, key)).find((value) => !isEmpty(value));
  const level = found(LEVEL_KEYS);
  const error = found(ERROR_KEYS);
  const inError = typeof error === 'object' && error !== null ? (error as Fields) : {};
  const sql = [found(SQL_KEYS), ...SQL_KEYS.map((key) => inError[key])].find(
    (value) => typeof value === 'string',
  );
  const context = found(CONTEXT_KEYS);
  const isFailure = isFailing(level) || !isEmpty(error);
  return {
    text: [found(TEXT_KEYS), !isEmpty(error) && textOf(error)].filter(Boolean).map(String).join(' '),
    sql: sql as string | undefined,
    isFailure,
    isFine: !isFailure && level !== undefined,
    context: context === undefined ? undefined : textOf(context),
    postgres: undefined,
  };
}

function ofPostgres([, prefix = '', severity = '', text = '']: RegExpExecArray): LogMessage {
  const statement =
    /^(?:duration: [\d.]+ ms {1,2})?(?:statement|execute [^:]*|parse [^:]*|bind [^:]*): (.*)$/s.exec(
      text,
    )?.[1];
  return {
    text,
    sql: severity === 'STATEMENT' ? text : severity === 'LOG' ? statement : undefined,
    isFailure: /^(ERROR|FATAL|PANIC)$/.test(severity),
    isFine: severity === 'LOG',
    context: PROCESS.exec(prefix)?.[1],
    postgres: severity,
  };
}

function ofPlain(line: string): LogMessage {
  const [, thread, level] = PLAIN_LEVEL.exec(line) ?? [];
  return {
    text: line,
    sql: undefined,
    isFailure: isFailing(level),
    isFine: level !== undefined && FINE.test(level),
    context: PLAIN_CONTEXT.exec(line)?.[1] ?? thread,
    postgres: undefined,
  };
}

function isFailing(level: unknown): boolean {
  if (typeof level === 'number') return level >= NUMERIC_ERROR;
  return typeof level === 'string' && (FAILURES.test(level) || Number(level) >= NUMERIC_ERROR);
}

/** `"error":null`, `error=<nil>` and their like are not errors. */
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === 0 ||
  /^(|null|nil|<nil>|none|undefined|false|0)$/i.test(String(value));

function valueAt(fields: Fields, key: string): unknown {
  if (key in fields) return fields[key];
  const [first = '', ...rest] = key.split('.');
  const inner = fields[first];
  return rest.length > 0 && typeof inner === 'object' && inner !== null
    ? valueAt(inner as Fields, rest.join('.'))
    : undefined;
}

const textOf = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

function jsonOf(line: string): Fields | undefined {
  const start = line.indexOf('{');
  // Some runtimes put a time or a stream's name before it.
  if (start < 0 || start > 60 || !line.trimEnd().endsWith('}')) return undefined;
  try {
    const value: unknown = JSON.parse(line.slice(start));
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

function logfmtOf(line: string): Fields {
  const pairs = [...line.matchAll(PAIR)].map(([, key = '', value = '']) => [
    key,
    value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value,
  ]);
  return Object.fromEntries(pairs);
}
