import { type Contents, tableData } from './archive.ts';
import { type OnProgress, progressOf } from './backup.ts';

/**
 * Follows the lines of `pg_restore --verbose`. Definitions, rows, and what is made after them (indexes, keys, triggers) go
 * at speeds of their own: the time left is that of the part alone, from what this part has taken so far.
 */
export function restoreProgress(
  contents: Contents,
  jobs: number,
  onProgress: OnProgress,
): (line: string) => void {
  const rows = tableData(contents);
  const before = rows[0] ? contents.entries.indexOf(rows[0]) : contents.entries.length;
  const after = contents.entries.length - before - rows.length;
  // Of tables that are filled side by side, the one that ends counts.
  const begins = jobs > 1 ? /launching item \d+ TABLE DATA / : /processing data for table /;
  const next = jobs > 1 ? /finished item \d+ TABLE DATA / : begins;
  const ofDefinitions = counter(progressOf('definitions', 'objects', onProgress), before);
  let ofRows: (() => void) | undefined;
  let ofLast: (() => void) | undefined;
  return (line) => {
    if (!ofRows && begins.test(line)) {
      ofRows = counter(progressOf('restore', 'tables', onProgress), rows.length);
      if (jobs > 1) ofRows();
    }
    if (next.test(line)) ofRows?.();
    if (!/: creating /.test(line)) return;
    if (!ofRows) return ofDefinitions();
    ofLast ??= counter(progressOf('indexes and keys', 'objects', onProgress), after);
    ofLast();
  };
}

/** Reports how many of a total are done each time that the next one begins. */
function counter(report: ReturnType<typeof progressOf>, total: number): () => void {
  let begun = 0;
  return () => report(begun++, total);
}
