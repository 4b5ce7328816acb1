import { ActionError } from '../../base/errors.ts';
import { redact } from '../../base/redact.ts';

/** What Terraform says went wrong. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
}

/** The holder of a state's lock, in the backend's words. */
interface LockInfo {
  readonly id: string;
  readonly who: string;
  readonly operation: string;
  /** As the backend writes it. */
  readonly created: string;
}

/** A line of `-json` output, as far as it is read. */
export interface Message {
  readonly type: string;
  readonly text: string;
  readonly diagnostic: Diagnostic | undefined;
  /** The resource that the line is about. */
  readonly address: string | undefined;
  readonly seconds: number | undefined;
}

/** Reads a line of `-json` output; what is not one, such as a word of the loader or a crash, is text. */
export function parseMessage(line: string): Message {
  const plain = { type: 'text', text: line, diagnostic: undefined, address: undefined, seconds: undefined };
  if (!line.startsWith('{')) return plain;
  try {
    const raw = JSON.parse(line) as RawMessage;
    const { severity = 'error', summary = '', detail = '' } = raw.diagnostic ?? {};
    return {
      type: raw.type ?? 'text',
      text: raw['@message'] ?? '',
      diagnostic: raw.diagnostic && { severity, summary, detail },
      address: raw.hook?.resource?.addr,
      seconds: raw.hook?.elapsed_seconds,
    };
  } catch {
    return plain;
  }
}

interface RawMessage {
  '@message'?: string;
  type?: string;
  diagnostic?: Partial<Diagnostic>;
  hook?: { resource?: { addr?: string }; elapsed_seconds?: number };
}

/** Reads the errors of a command that has no `-json`, such as `init`; some say what is wrong without the word Error. */
export function parseErrors(output: string): Diagnostic[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours that some commands write whatever they are told
  const plain = output.replace(/\u001b\[\d*m/g, '').replace(/^[│╷╵] ?/gm, '');
  const blocks = plain.split(/^(?=Error: )/m).filter((block) => block.startsWith('Error: '));
  const words = plain.trim();
  if (blocks.length === 0) return words === '' ? [] : [{ severity: 'error', summary: words, detail: '' }];
  return blocks.map((block) => {
    const [summary = '', ...detail] = block.slice('Error: '.length).trim().split('\n');
    return { severity: 'error', summary, detail: detail.join('\n').trim() };
  });
}

/** The lock in an error; undefined where it is about something else. */
export function lockOf({ summary, detail }: Diagnostic): LockInfo | undefined {
  if (!/state lock/i.test(summary)) return undefined;
  const value = (name: string) =>
    new RegExp(`^ *${name}:[^\\S\\n]*(.*)$`, 'm').exec(detail)?.[1]?.trim() ?? '';
  return { id: value('ID'), who: value('Who'), operation: value('Operation'), created: value('Created') };
}

/**
 * One sentence for Terraform's failure.
 *
 * @param what such as `plan`
 * @param where the directory, as the user names it
 * @param since when the command began, in milliseconds: a lock that is younger is its own
 * @param holder the holder of the lock, where the backend itself could be asked
 */
export function explain(
  what: string,
  where: string,
  diagnostics: readonly Diagnostic[],
  since: number,
  holder?: string,
): ActionError {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const details = errors.flatMap(({ summary, detail }) => [`Error: ${summary}`, ...detail.split('\n')]);
  const [first] = errors;
  if (!first)
    return new ActionError(`terraform ${what} of ${where} failed and does not say why; see its lines above.`);
  const lock = lockOf(first);
  const sentence = lock ? locked(where, first, lock, since, holder) : known(where, first);
  return new ActionError(sentence ?? `terraform ${what} of ${where} failed: ${oneLine(first)}.`, { details });
}

/** True where a lock is in the way, and Terraform names only its own process. */
export function isLockedByUnknown(diagnostics: readonly Diagnostic[], since: number): boolean {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  const lock = first && lockOf(first);
  return lock !== undefined && lock.id !== '' && isOwn(lock, since);
}

/** Backends that do not know the holder name the process that asks. */
const isOwn = ({ created }: LockInfo, since: number): boolean =>
  Date.parse(created.replace(/ \+0000 UTC$/, 'Z').replace(' ', 'T')) >= since;

function locked(
  where: string,
  { detail }: Diagnostic,
  lock: LockInfo,
  since: number,
  known: string | undefined,
): string {
  if (lock.id === '') {
    return `The lock of the state of ${where} cannot be acquired: ${cut(detail.replace(/^Error message: /, ''))}; check the backend's lock and the credentials for it.`;
  }
  if (known !== undefined)
    return `The state of ${where} is locked by ${known}; wait until that run has ended: its lock ends with its connection.`;
  const unknown = isOwn(lock, since);
  const holder = unknown
    ? `by another run, and this backend does not tell which (${cut(detail.replace(/^Error message: |\nLock Info:[\s\S]*/g, ''))})`
    : `by ${lock.who} since ${lock.created} (${lock.operation.replace(/^OperationType/, '').toLowerCase()}, lock ${lock.id})`;
  const remedy = unknown
    ? 'wait until it has ended'
    : `wait until that run has ended; only where it is dead for certain, \`terraform force-unlock ${lock.id}\``;
  return `The state of ${where} is locked ${holder}; ${remedy}.`;
}

/** Errors that need another hint than their own words. */
const HINTS: readonly [RegExp, (where: string, words: string) => string][] = [
  [
    /saved plan is stale/i,
    (where) =>
      `The plan of ${where} is stale: the state was changed after it was made; plan again and have that reviewed.`,
  ],
  [
    /saved plan does not match|different state lineage/i,
    (where) => `The plan of ${where} is not of this state; plan again and have that reviewed.`,
  ],
  [
    /password authentication failed|no valid credential|could not find default credentials|accessdenied|access denied|invalidaccesskeyid|signaturedoesnotmatch|expiredtoken|http remote state .{0,200}(auth|forbidden)|\b(401|403)\b|unauthorized|forbidden/i,
    (where, words) =>
      `The backend or a provider of ${where} does not accept the credentials: ${words}; check \`backend-config\` and the environment of this step.`,
  ],
  [
    /dial tcp|no such host|connection refused|i\/o timeout|no route to host|connection reset/i,
    (where, words) =>
      `The backend or a provider of ${where} cannot be reached: ${words}; check its address and the network of the runner.`,
  ],
  [
    /x509|tls: |ssl is not enabled|certificate/i,
    (where, words) =>
      `The connection to the backend or a provider of ${where} is not secure: ${words}; check the certificate and the TLS settings on both sides.`,
  ],
  [
    /no value for required variable/i,
    (where, words) =>
      `A variable of ${where} has no value: ${words}; give it in \`vars\`, \`secret-vars\` or \`var-files\`.`,
  ],
  [
    /provider configuration not present/i,
    (where, words) =>
      `The configuration of ${where} lacks a provider that resources in the state need: ${words}; plan a ref that has the older configuration and that provider.`,
  ],
  [
    /managed by newer provider version/i,
    (where, words) =>
      `The state of ${where} was written by a newer provider than the configuration selects: ${words}; plan a ref that has the older configuration and today's provider versions with their lock file.`,
  ],
  [
    /instance cannot be destroyed/i,
    (where, words) => `The plan of ${where} would destroy what prevent_destroy protects: ${words}.`,
  ],
];

function known(where: string, diagnostic: Diagnostic): string | undefined {
  const all = `${diagnostic.summary}\n${diagnostic.detail}`;
  return HINTS.find(([pattern]) => pattern.test(all))?.[1](where, oneLine(diagnostic));
}

/** Summary and first sentence of an error, on one line, without its full stop. */
function oneLine({ summary, detail }: Diagnostic): string {
  const first = cut(detail);
  return first === '' ? cut(summary) : `${cut(summary)}: ${first}`;
}

function cut(text: string): string {
  const lines = redact(text)
    .replace(/^[ \t]*on .* line \d+.*$|^[ \t]*\d+: .*$/gm, '')
    .trim();
  const [first = ''] = lines.split(/\n\s*\n/);
  return first.replace(/\s+/g, ' ').replace(/[.:]$/, '').slice(0, 300);
}
