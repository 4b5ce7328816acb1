/** A text of others as a sentence: with one full stop at its end, whether it had one or not. */
export function asSentence(text: string): string {
  const trimmed = text.trimEnd();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** A text of others as a part of a sentence: without the full stop at its end. */
export function withoutFullStop(text: string): string {
  return text.trimEnd().replace(/\.$/, '');
}

/** `a, b and 3 more`: the first `most` of some names, and how many more there are. A sentence holds five. */
export function namesOf(names: readonly string[], most = 5): string {
  const more = names.length - most;
  return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
