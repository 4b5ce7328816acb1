/** A short name for some contents: FNV-1a in the letters that Kubernetes uses, over sorted keys. */
export function hashOf(value: unknown, collisions = 0): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(canonical(value) + String(collisions || ''))) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return [...String(hash)].map((digit) => LETTERS[digit.charCodeAt(0) % LETTERS.length]).join('');
}

/** The same text for the same contents, whatever order their keys came in. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';
