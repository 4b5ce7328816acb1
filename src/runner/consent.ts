import { ActionError } from '../base/errors.ts';
import type { NewEvent } from '../record/record.ts';

/** Whether a word of consent was given; the first use of each is recorded with its actor. */
export type Accepts = (word: string) => boolean;

/**
 * What a run goes on with in spite of a refusal: the words of the input `accept`, and nothing else.
 *
 * @param actor the user who started the run, as far as that is known
 */
export function consentOf(
  words: readonly string[],
  actor: string | undefined,
  record: (event: NewEvent) => void,
): Accepts {
  const used = new Set<string>();
  return (word) => {
    if (!words.includes(word)) return false;
    if (!used.has(word)) {
      const by = actor ?? 'unknown';
      const message = `${actor ?? 'Somebody unknown'} accepted \`${word}\`.`;
      record({
        component: 'consent',
        step: `accept ${word}`,
        status: 'done',
        message,
        evidence: { word, by },
      });
      used.add(word);
    }
    return true;
  };
}

/**
 * Refuses something that takes a word of consent, unless it was given.
 *
 * @param refusal a sentence without its end: what would happen, and why that is not done unasked
 * @throws ActionError that ends with the word to say
 */
export function requireConsent(accepts: Accepts, word: string, refusal: string): void {
  if (accepts(word)) return;
  throw new ActionError(`${refusal}; to go on all the same, say \`accept: ${word}\`.`);
}
