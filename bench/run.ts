/**
 * Runs the benchmarks and writes `RESULTS.md`: all, or those that are named; with `--quick` at small sizes, to see that
 * they work, and only to the console. `npm run bench -- --quick`, `npm run bench -- services cold-start`.
 */
import { bakes } from './assess.ts';
import { badReleases } from './bad-releases.ts';
import { cache } from './cache.ts';
import { coldStart } from './cold-start.ts';
import { database } from './db.ts';
import { fingerprints } from './fingerprint.ts';
import { owners } from './owners.ts';
import { repairs } from './repair.ts';
import { type Benchmark, chapterOf, keep } from './results.ts';
import { services } from './service.ts';

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  services,
  owners,
  'bad-releases': badReleases,
  database,
  repair: repairs,
  fingerprints,
  cache,
  'cold-start': coldStart,
  bakes,
};

const given = process.argv.slice(2);
const quick = given.includes('--quick');
const names = given.filter((word) => word !== '--quick');
const unknown = names.find((name) => !(name in BENCHMARKS));
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}"; there are ${Object.keys(BENCHMARKS).join(', ')}.`);
  process.exit(1);
}
for (const [name, benchmark] of Object.entries(BENCHMARKS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const chapter = await chapterOf(benchmark, quick);
  console.log(`\n${chapter}`);
  if (!quick) keep(chapter);
}
