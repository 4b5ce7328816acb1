/** Writes what pg_dump writes as the table of contents of a directory format, with whatever in it. */
export interface Written {
  readonly kind: string;
  readonly name?: string;
  readonly definition?: string;
  readonly copy?: string | undefined;
  readonly file?: string | undefined;
  readonly hasData?: boolean;
}

const int = (value: number) => {
  const bytes = Buffer.alloc(5);
  bytes[0] = value < 0 ? 1 : 0;
  bytes.writeUInt32LE(Math.abs(value), 1);
  return bytes;
};
const text = (value: string | undefined) =>
  value === undefined ? int(-1) : Buffer.concat([int(Buffer.byteLength(value)), Buffer.from(value)]);

/** The archive versions of PostgreSQL 8.4 to 18, by their second number. */
export const ARCHIVE_VERSIONS = [11, 12, 13, 14, 15, 16] as const;

export function tocOf(entries: readonly Written[], minor: (typeof ARCHIVE_VERSIONS)[number] = 14): Buffer {
  const head = [
    Buffer.from('PGDMP'),
    Buffer.from([1, minor, 0, 4, 8, 3]),
    minor >= 15 ? Buffer.from([0]) : int(-1),
    ...[0, 0, 0, 1, 10, 126, 0].map(int),
    ...['shop', '14.20', '14.20'].map(text),
    int(entries.length),
  ];
  const each = entries.flatMap(
    ({ kind, name = 'a name', definition = '', copy, file, hasData = false }, at) => [
      int(at + 1),
      int(hasData ? 1 : 0),
      text('1259'),
      text('16384'),
      text(name),
      text(kind),
      int(2),
      text(definition),
      text(''),
      text(copy),
      text('public'),
      text(''),
      ...(minor >= 14 ? [text('heap')] : []),
      ...(minor >= 16 ? [int(114)] : []),
      text('owner'),
      text('false'),
      text('1'),
      text(undefined),
      text(file),
    ],
  );
  return Buffer.concat([...head, ...each]);
}
