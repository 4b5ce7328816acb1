/** Letters of the scripts that are written without joiners, in which one would only hide something. */
const PLAIN = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`;
const JOINED = String.raw`(?![${PLAIN}])[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]`;
/** What joins or parts signs of Persian, Hindi and the like, and the parts of an emoji. */
const JOINER = new RegExp(String.raw`(?<=${JOINED})[\u200C\u200D](?=${JOINED})`, 'gu');
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/**
 * A text without characters that are invisible or turn the direction of a line; those stay without which a word or an emoji is
 * another one.
 */
export function withoutInvisible(text: string): string {
  const kept = new Set([...text.matchAll(JOINER)].map(({ index }) => index));
  return text.replace(INVISIBLE, (sign, index: number) => (kept.has(index) ? sign : ''));
}
