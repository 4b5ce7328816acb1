/** The name that a dump, read as latin1, has written. */
export function nameIn(written: string): string {
  const name = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
  return Buffer.from(name, 'latin1').toString('utf8');
}
