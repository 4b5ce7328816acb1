import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory } from './build.ts';

/** What `build.ts` names its folder after; it has itself among them, so that a change of this file builds nothing anew. */
const SOURCES = ['go.mod', 'go.sum', 'build.ts'];

/** Whether the control plane was built from what the tree has now, so that it starts in seconds. */
export function isBuilt(): boolean {
  const hash = createHash('sha256');
  for (const source of SOURCES) hash.update(readFileSync(join(import.meta.dirname, source)));
  return existsSync(join(cacheDirectory(), `control-plane-${hash.digest('hex').slice(0, 16)}`));
}
