/** What a runner hides: secrets, and what steps say by `::add-mask::`; each as a whole and line by line. */
export class Masks {
  readonly #values = new Set<string>();

  add(secret: string): void {
    const whole = secret.trim();
    for (const line of [whole, ...whole.split(/[\r\n]+/)]) if (line.trim()) this.#values.add(line.trim());
  }

  /** Takes the `::add-mask::` lines of a log. */
  learn(log: string): void {
    for (const [, value = ''] of log.matchAll(/^::add-mask::(.*)$/gm))
      this.add(value.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%'));
  }

  hide(text: string): string {
    const longestFirst = [...this.#values].sort((a, b) => b.length - a.length);
    return longestFirst.reduce((hidden, value) => hidden.replaceAll(value, '***'), text);
  }

  /** Whether a text has anything that is to be hidden; a runner drops outputs of jobs that do. */
  isIn(text: string): boolean {
    return [...this.#values].some((value) => text.includes(value));
  }
}
