/** A text of a dump, which is read as latin1 so that bytes of every encoding go through unharmed. Pure. */
export const textIn = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8');

/** The name that a dump, read as latin1, has written. Pure. */
export function nameIn(written: string): string {
  const name = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
  return textIn(name);
}
