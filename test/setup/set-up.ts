import { relative, resolve } from 'node:path';
import { aptInstall } from './apt.ts';
import { type Need, needs } from './needs.ts';

const root = resolve(import.meta.dirname, '../..');

/**
 * Gets what these test files need and this machine lacks, and says so. What cannot be obtained is named with what it skips.
 *
 * @returns the files that are left
 * @throws in CI, where nothing is skipped
 */
export async function setUp(files: readonly string[], isEveryVersion: boolean): Promise<string[]> {
  // Where this checkout lies says nothing about its files, whatever the folder is called.
  const isOf = (need: Need, file: string) => need.files.test(`/${relative(root, file)}`);
  const isNeeded = (need: Need) => files.some((file) => isOf(need, file));
  const wanted = needs.filter((need) => isNeeded(need) && (isEveryVersion || !need.isOfEveryVersion));
  const missing = wanted.filter((need) => !need.isThere());
  if (missing.length === 0) return [...files];
  console.log(`Set-up, once on this machine: ${missing.map(({ name }) => name).join(', ')}.`);
  const reasons = new Map<Need, string>();
  const packages = missing.flatMap(({ apt }) => apt ?? []);
  if (packages.length > 0) {
    const reason = await timed(`apt-get install ${packages.join(' ')}`, () => aptInstall(...packages));
    for (const need of missing)
      if (need.apt && !need.isThere()) reasons.set(need, reason ?? 'not in the package');
  }
  for (const need of missing) {
    if (!need.get || need.isThere()) continue;
    const reason = await timed(need.name, () => need.get?.());
    if (reason !== undefined) reasons.set(need, reason);
  }
  const left = files.filter((file) => ![...reasons.keys()].some((need) => isOf(need, file)));
  for (const [need, reason] of reasons) {
    console.error(`${need.name} cannot be obtained here: ${reason}\nTests that need it are skipped:`);
    for (const file of files.filter((file) => isOf(need, file))) console.error(`  ${file}`);
  }
  if (reasons.size > 0 && process.env.CI) throw new Error('In CI no test is skipped.');
  return left;
}

/** Does a step and says how long it took, or why it failed. */
async function timed(name: string, step: () => void | Promise<void>): Promise<string | undefined> {
  const started = performance.now();
  console.log(`==> ${name}`);
  try {
    await step();
    console.log(`    ${Math.round((performance.now() - started) / 1000)} s`);
    return undefined;
  } catch (error) {
    return (
      String((error as Error).message)
        .trim()
        .split('\n')
        .at(-1) ?? 'failed'
    );
  }
}
