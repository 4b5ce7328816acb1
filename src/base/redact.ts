import { encodingsOf } from './encodings.ts';
import { secretPartsOf } from './secret-parts.ts';

/** What is a secret by its looks, wherever it turns up; `$1` is the part that may stay. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\bxox[a-z]-[A-Za-z0-9-]{8,}|\bxapp-[A-Za-z0-9-]{8,}/g, '***'],
  [/\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/g, '***'],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, '***'],
  [/\b(aws_secret_access_key["'\\]{0,20}\s{0,20}[=:]\s{0,20}["'\\]{0,20})[A-Za-z0-9/+=]{40}/gi, '$1***'],
  // Each begins where a token does, so that no sign is read more than once for it.
  [/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+/g, '***'],
  [
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|(?=")|$)/g,
    '***',
  ],
  [/(\bhttps:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9/_-]+/g, '$1***'],
  [/(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'\\]{0,200}:)[^\s/@"'\\]{1,200}@/gi, '$1***@'],
];

/** Knows secrets and takes them out of texts that the runner does not mask itself. */
export class Redactor {
  readonly #texts = new Set<string>();
  readonly #words = new Set<string>();
  readonly #values = new Set<string>();
  /** Made when it is needed, as secrets come one after another. */
  #pattern: RegExp | undefined;

  /** Remembers a secret, what in it is one by itself, and how each is written elsewhere. @returns all that has to be masked */
  add(secret: string): readonly string[] {
    const { texts, words, values } = secretPartsOf(secret);
    for (const text of texts) for (const coded of encodingsOf(text)) this.#texts.add(coded);
    for (const word of words) this.#words.add(word);
    for (const value of [...values, ...words]) this.#values.add(value);
    this.#pattern = undefined;
    return [...texts, ...words];
  }

  /** The text without secrets. It has to be the text itself: escaped for a target, a secret may not be found in it. */
  readonly redact = (text: string): string => {
    let result = this.#withoutKnown(text);
    for (const [pattern, rest] of PATTERNS) result = result.replace(pattern, rest);
    return result;
  };

  /** True where a whole value, such as an attribute of a plan, is a secret that is too short to be searched for in texts. */
  readonly isShortSecret = (value: unknown): boolean => this.#values.has(String(value));

  /** Secrets that overlap are taken out as one. */
  #withoutKnown(text: string): string {
    const pattern = this.#patternOf();
    if (!pattern) return text;
    const spans: { from: number; to: number }[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const last = spans.at(-1);
      if (last && from <= last.to) last.to = Math.max(last.to, to);
      else spans.push({ from, to });
      pattern.lastIndex = from + 1;
    }
    const kept = [...spans, { from: text.length, to: text.length }];
    return kept.map(({ from }, index) => text.slice(spans[index - 1]?.to ?? 0, from)).join('***');
  }

  #patternOf(): RegExp | undefined {
    if (this.#texts.size + this.#words.size === 0) return undefined;
    this.#pattern ??= new RegExp(
      [
        // Of two that begin alike the longer one.
        ...[...this.#texts].sort((a, b) => b.length - a.length).map(literal),
        ...[...this.#words].map((word) => `(?<![A-Za-z0-9_])${literal(word)}(?![A-Za-z0-9_])`),
      ].join('|'),
      'g',
    );
    return this.#pattern;
  }
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The secrets of this process: the runner's masks hold for all that it writes, too. */
export const secrets = new Redactor();

/** A text of this process without secrets, before it is escaped, cut or put into another one. */
export const { redact, isShortSecret } = secrets;

/** The beginning of what others say; half a secret could not be found in it any more. */
export const beginning = (text: string, most: number): string => redact(text).slice(0, most);

/** A value as JSON whose texts, names and numbers have no secrets. */
export const redactedJson = (value: unknown, without = redact): string =>
  JSON.stringify(value, (_, each: unknown) => redactedValue(each, without));

/** All texts of a value without secrets. */
export const redacted = <T>(value: T): T =>
  value === undefined ? value : (JSON.parse(redactedJson(value)) as T);

function redactedValue(value: unknown, without: (text: string) => string): unknown {
  if (typeof value === 'number') return without(String(value)) === '***' ? '***' : value;
  if (typeof value === 'string') return without(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [without(key), each]));
}
