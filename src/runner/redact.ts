/** What is a secret by its looks, wherever it turns up; `$1` is the part that may stay. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/\bxox[a-z]-[A-Za-z0-9-]{8,}|\bxapp-[A-Za-z0-9-]{8,}/g, '***'],
  [/\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/g, '***'],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, '***'],
  [/\b(aws_secret_access_key["'\\]*\s*[=:]\s*["'\\]*)[A-Za-z0-9/+=]{40}/gi, '$1***'],
  [/\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+/g, '***'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|(?=")|$)/g, '***'],
  [/(\bhttps:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9/_-]+/g, '$1***'],
  [/(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'\\]{0,200}:)[^\s/@"'\\]{1,200}@/gi, '$1***@'],
];

/** Knows the secrets of this run and takes them out of texts that the runner does not mask itself. */
export class Redactor {
  readonly #secrets = new Set<string>();

  /** Remembers a secret, each of its lines and its forms in JSON and URLs; texts under four characters are no secret. */
  add(secret: string): void {
    for (const part of [secret, ...secret.split(/\r?\n/)]) {
      const plain = part.trim();
      if (plain.length < 4) continue;
      this.#secrets.add(plain);
      this.#secrets.add(JSON.stringify(plain).slice(1, -1));
      this.#secrets.add(encodeURIComponent(plain));
    }
  }

  readonly redact = (text: string): string => {
    let result = text;
    // A secret that is part of another must not be taken out first.
    const longestFirst = [...this.#secrets].sort((a, b) => b.length - a.length);
    for (const secret of longestFirst) result = result.replaceAll(secret, '***');
    for (const [looks, rest] of LOOKS) result = result.replace(looks, rest);
    return result;
  };
}

/**
 * A value as JSON without secrets. Where a secret is a word of JSON or a number (`true`, `5432`), its text without it
 * would be no JSON any more: then it is taken out of the value's texts and names alone, and of numbers that are
 * nothing else.
 */
export function redactedJson(value: unknown, redact: (text: string) => string): string {
  const text = redact(JSON.stringify(value));
  try {
    JSON.parse(text);
    return text;
  } catch {
    return JSON.stringify(value, (_, each: unknown) => redactedValue(each, redact));
  }
}

function redactedValue(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'number') return redact(String(value)) === '***' ? '***' : value;
  if (typeof value === 'string') return redact(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [redact(key), each]));
}
