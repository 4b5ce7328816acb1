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
    return result;
  };
}
