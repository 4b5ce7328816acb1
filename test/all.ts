/**
 * `npm run test:all [-- <what jest takes>]`: everything, on every version of each server, with a kill at every event, every
 * case of long tables, and 500 random environments; then `npm run test:e2e` and `npm run test:owners`.
 */

import { runEndToEnd } from './e2e/run-end-to-end.ts';
import { runJest } from './jest.ts';
import { runOwners } from './owners/real/run-owners.ts';

const words = process.argv.slice(2);
const projects = ['unit', 'engines', 'servers'];
const env = { KILL_AT_EVERY_EVENT: '1', EVERY_CASE: '1', ENVIRONMENTS: '500' };
/** One after the other, because each takes all of the machine. */
const parts = [
  () => runJest({ projects, words, isEveryVersion: true, env }),
  () => runEndToEnd(words),
  () => runOwners(words, env),
];
// What fails keeps none of the others from being told; what is interrupted does.
for (const part of parts) {
  const code = await part();
  process.exitCode ||= code;
  if (code > 128) break;
}
