import { parse } from 'csv-parse/sync';
import { cutLine } from '../base/foreign.ts';

/** An entry of a server's log that may matter. */
export interface LogEntry {
  /** Undefined where the format does not tell it in a way that can be read. */
  readonly at: Date | undefined;
  readonly severity: string;
  /** `40P01`; undefined where the format has none. */
  readonly code: string | undefined;
  readonly database: string | undefined;
  readonly message: string;
  /** The session and transaction it happened in: empty outside of one, undefined where the format does not tell. */
  readonly transaction: string | undefined;
}

type LogFormat = 'csv' | 'json' | 'stderr';

const TROUBLE = new Set(['ERROR', 'FATAL', 'PANIC']);
/** The columns of csvlog that are read, which have been at these places since PostgreSQL 9. */
const CSV = { at: 0, database: 2, session: 5, transaction: 9, severity: 11, code: 12, message: 13 };
/** What a line of stderr ends with, whatever `log_line_prefix` puts before it. */
const STDERR = /^([\s\S]*?)\b(ERROR|FATAL|PANIC):\s+(?:([0-9A-Z]{5}):\s+)?([\s\S]*)$/;
const TIME = /(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)(?: ?(UTC|GMT|Z|[+-]\d\d(?::?\d\d)?))/;

/** By a file's name, as the server's log collector names them. */
export const formatOf = (path: string): LogFormat =>
  path.endsWith('.csv') ? 'csv' : path.endsWith('.json') ? 'json' : 'stderr';

/** The errors of a piece of a server's log; lines that were cut at its start or are still being written are left out. */
export function errorsIn(text: string, format: LogFormat): LogEntry[] {
  const entries = { csv: csvEntries, json: jsonEntries, stderr: stderrEntries }[format](text);
  return entries.filter(({ severity }) => TROUBLE.has(severity));
}

function csvEntries(text: string): LogEntry[] {
  const rows: string[][] = parse(text, {
    relaxColumnCount: true,
    skipRecordsWithError: true,
    relaxQuotes: true,
  });
  return rows.map((row) => ({
    at: timeOf(row[CSV.at] ?? ''),
    severity: row[CSV.severity] ?? '',
    code: row[CSV.code] || undefined,
    database: row[CSV.database] || undefined,
    message: row[CSV.message] ?? '',
    transaction: row[CSV.transaction] && `${row[CSV.session]} ${row[CSV.transaction]}`,
  }));
}

function jsonEntries(text: string): LogEntry[] {
  return text.split('\n').flatMap((line) => {
    try {
      const entry = JSON.parse(line) as Record<string, string | undefined>;
      return [
        {
          at: timeOf(entry.timestamp ?? ''),
          severity: entry.error_severity ?? '',
          code: entry.state_code,
          database: entry.dbname,
          message: entry.message ?? '',
          transaction: entry.vxid ? `${entry.session_id} ${entry.vxid}` : '',
        },
      ];
    } catch {
      return [];
    }
  });
}

function stderrEntries(text: string): LogEntry[] {
  return text.split('\n').flatMap((line) => {
    const [, prefix = '', severity, code, message = ''] = STDERR.exec(cutLine(line)) ?? [];
    if (!severity) return [];
    return [{ at: timeOf(prefix), severity, code, database: undefined, message, transaction: undefined }];
  });
}

/** Only where the zone is one that can be read without knowing the server's: a wrong hour is worse than none. */
function timeOf(text: string): Date | undefined {
  const [, day, time, zone = ''] = TIME.exec(text) ?? [];
  if (!day) return undefined;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.replace(/UTC|GMT/, 'Z');
  const at = new Date(`${day}T${time}${offset}`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
