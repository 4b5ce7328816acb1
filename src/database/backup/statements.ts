import type { Statement } from './lexer.ts';

/**
 * What no dump of one database says, though PostgreSQL would carry it out. The role that restores can reach nothing
 * beyond its database in any case where one can be made for it; this says it before anything is begun, and is all there is where
 * none can. Pure.
 */

/** What stands beside all databases of a server, or in none. */
const SHARED = new Set([
  'database',
  'role',
  'user',
  'group',
  'tablespace',
  'subscription',
  'system',
  'parameter',
]);

/** How statements of dumps begin. */
const KNOWN = new Set([
  'alter',
  'analyze',
  'begin',
  'comment',
  'commit',
  'copy',
  'create',
  'delete',
  'drop',
  'grant',
  'insert',
  'lock',
  'refresh',
  'revoke',
  'security',
  'select',
  'set',
  'start',
  'truncate',
  'update',
  'values',
  'with',
]);

/** What may stand behind a semicolon in a body of standard SQL or the actions of a rule. */
const IN_BODIES = new Set([
  'select',
  'insert',
  'update',
  'delete',
  'merge',
  'with',
  'values',
  'return',
  'end',
  'table',
  'notify',
]);

/** Functions that reach beyond the database, which no statement of a dump calls while it is restored. */
export const REACHING: ReadonlySet<string> = new Set([
  'dblink',
  'dblink_connect',
  'dblink_connect_u',
  'dblink_exec',
  'dblink_open',
  'dblink_send_query',
  'lo_export',
  'lo_import',
  'pg_cancel_backend',
  'pg_copy_logical_replication_slot',
  'pg_copy_physical_replication_slot',
  'pg_create_logical_replication_slot',
  'pg_create_physical_replication_slot',
  'pg_create_restore_point',
  'pg_current_logfile',
  'pg_drop_replication_slot',
  'pg_execute_server_program',
  'pg_file_rename',
  'pg_file_sync',
  'pg_file_unlink',
  'pg_file_write',
  'pg_logdir_ls',
  'pg_logical_emit_message',
  'pg_ls_archive_statusdir',
  'pg_ls_dir',
  'pg_ls_logdir',
  'pg_ls_tmpdir',
  'pg_ls_waldir',
  'pg_promote',
  'pg_read_binary_file',
  'pg_read_file',
  'pg_reload_conf',
  'pg_replication_origin_create',
  'pg_replication_origin_drop',
  'pg_rotate_logfile',
  'pg_stat_file',
  'pg_stat_reset_shared',
  'pg_switch_wal',
  'pg_terminate_backend',
  'set_config',
]);

/** Encodings in which a byte of a character may be a backslash or a quote, by PostgreSQL's spellings. */
const CLIENT_ONLY = new Set([
  'big5',
  'gb18030',
  'gbk',
  'johab',
  'mskanji',
  'shiftjis',
  'shiftjis2004',
  'sjis',
  'uhc',
  'win932',
  'win936',
  'win949',
  'win950',
  'windows932',
  'windows936',
  'windows949',
  'windows950',
]);

const SETS = /^set\s+(?:session\s+|local\s+)?("?)([\w.$]+)\1\s*(?:=|\bto\b)\s*([\s\S]*?)\s*;?$/i;
const SETS_NAMES = /^set\s+(?:session\s+|local\s+)?names\s+([\s\S]*?)\s*;?$/i;
/** The one that pg_dump writes. */
const SETS_PATH =
  /^select\s+(?:pg_catalog\.)?set_config\('search_path',\s*'[^'\\]*',\s*(?:true|false)\)\s*;?$/i;
const VALUE = /^(?:'[\w .-]*'|"[\w .-]*"|[\w.-]+)$/;
const ON = new Set(['on', 'true', 'yes', '1']);
const OFF = new Set(['off', 'false', 'no', '0']);

/** What a statement does to how the rest of the script is read; a refusal is what it does that no dump does. */
interface Reading {
  readonly refusal?: string;
  /** Whether a backslash escapes in plain strings from here on. */
  readonly escapesInStrings?: boolean;
}

/** Reads one statement of a dump. Pure. */
export function readingOf(statement: Statement): Reading {
  const { words, calls, inner, copiesFromStdin, last } = statement;
  const [first = '', second = ''] = words;
  if (!KNOWN.has(first)) return { refusal: `the statement ${upper(first)}` };
  const strange = inner.find((word) => !IN_BODIES.has(word));
  if (strange !== undefined) return { refusal: `${upper(strange)} in the middle of another statement` };
  if (first === 'set') return readSetting(statement);
  if (first === 'copy') {
    if (!copiesFromStdin || last !== 'stdin')
      return {
        refusal: 'a COPY that is not from its own rows and could read files or run programs on the server',
      };
    return {};
  }
  if (['create', 'alter', 'drop'].includes(first)) return refused(sharedObject(words));
  if (first === 'comment' || first === 'security') return refused(onShared(words, first));
  if (first === 'grant' || first === 'revoke') return refused(sharedGrant(statement));
  if (second === 'set_config' || calls.includes('set_config')) {
    if (calls.every((call) => call === 'set_config') && SETS_PATH.test(bare(statement))) return {};
    return { refusal: 'a setting that is changed by a function' };
  }
  const [call] = calls;
  return call === undefined ? {} : { refusal: `a call of ${call}()` };
}

const refused = (refusal: string | undefined): Reading => (refusal === undefined ? {} : { refusal });

function sharedObject([first = '', second = '', third = '']: readonly string[]): string | undefined {
  if (second === 'user' && third === 'mapping') return undefined;
  return SHARED.has(second) ? `${upper(first)} ${upper(second)}` : undefined;
}

function onShared(words: readonly string[], first: string): string | undefined {
  // SECURITY LABEL FOR provider ON …; the provider may be called anything.
  const kind = words[words.indexOf('on') + 1] ?? '';
  return SHARED.has(kind) ? `${upper(first)} ON ${upper(kind)}` : undefined;
}

/** Privileges on what is in the database have an ON; memberships of roles have none. */
function sharedGrant(statement: Statement): string | undefined {
  const text = bare(statement).replace(/"(?:[^"]|"")*"/g, '""');
  const on = /\son\s+(\w*)/i.exec(text)?.[1]?.toLowerCase();
  const what = upper(statement.words[0] ?? '');
  if (on === undefined) return `${what} of a role`;
  return SHARED.has(on) ? `${what} ON ${upper(on)}` : undefined;
}

function readSetting(statement: Statement): Reading {
  const [, second = '', third = ''] = statement.words;
  const scope = ['session', 'local'].includes(second) ? third : second;
  if (['role', 'authorization'].includes(scope)) return { refusal: `SET ${upper(scope)}` };
  const text = bare(statement);
  if (/u&["']|\\|\/\*|--/i.test(text)) return { refusal: 'a SET that is not written as a dump writes it' };
  const encoding = SETS_NAMES.exec(text)?.[1];
  if (encoding !== undefined) return readEncoding(encoding);
  const [, , name = '', value = ''] = SETS.exec(text) ?? [];
  switch (name.toLowerCase()) {
    case 'client_encoding':
      return readEncoding(value);
    case 'standard_conforming_strings':
      return readEscapes(value);
    case 'role':
    case 'session_authorization':
      return { refusal: `SET ${name}` };
    default:
      return {};
  }
}

/** Whether an encoding, as a dump says it, can be read byte by byte. */
export function readEncoding(value: string): Reading {
  if (!VALUE.test(value)) return { refusal: 'an encoding that is not written as a dump writes it' };
  const name = value.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (!CLIENT_ONLY.has(name)) return {};
  return {
    refusal: `the client encoding ${value}, in which a byte of a character may be a backslash (make it with \`pg_dump --encoding=UTF8\`)`,
  };
}

function readEscapes(value: string): Reading {
  const word = value.toLowerCase().replace(/^(['"])(.*)\1$/, '$2');
  if (ON.has(word)) return { escapesInStrings: false };
  if (OFF.has(word)) return { escapesInStrings: true };
  return { refusal: 'SET standard_conforming_strings to what is neither on nor off' };
}

/** The statement without what stands before its first word. */
const bare = ({ text }: Statement): string => withoutComments(text).trim();

/** A statement without the comments before it. */
export const withoutComments = (text: string): string =>
  text.replace(/^(?:\s+|--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*/, '');

const upper = (word: string) => word.toUpperCase().slice(0, 40) || 'without a word';
