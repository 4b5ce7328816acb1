import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ActionError, messageOf } from '../../base/errors.ts';
import { inert } from '../../base/markdown.ts';
import { DEFAULT_PATH, NO_ENVIRONMENTS } from '../../config/config.ts';
import type { Context, Outcome } from '../../runner/action.ts';
import { type DiscoveryInputs, discover } from './discover.ts';
import { fileOf } from './file.ts';
import { servicesOf } from './services.ts';
import { foundIn, openIn } from './words.ts';

/** Where it is written, and for which environment of it. */
interface Target {
  readonly path: string;
  readonly environment: string;
}

const USUAL_ENVIRONMENT = 'production';

/**
 * Writes a first configuration from what a cluster, a database and a cache say of themselves. One that is there already
 * is never touched.
 *
 * @param config the input of that name
 * @throws ActionError where there is nothing to configure, or no environment can be called so
 */
export async function init(
  places: DiscoveryInputs,
  config: string | undefined,
  context: Context,
): Promise<Outcome> {
  const target = { path: config ?? DEFAULT_PATH, environment: context.environment ?? USUAL_ENVIRONMENT };
  if (NO_ENVIRONMENTS.includes(target.environment))
    throw new ActionError(
      `No environment of a configuration can be called "${target.environment}"; give another name as \`environment\`.`,
    );
  const found = await discover(places, context);
  const services = servicesOf(found.workloads);
  if (services.names.length === 0 && !found.database && !found.cache)
    throw new ActionError(
      `The namespace ${found.namespace} has no workload that could be rolled back, so there is nothing to configure; check \`namespace\`, or give \`database-url\`.`,
    );
  const text = fileOf(found, services, target.environment);
  const notes = { found: foundIn(found, services), open: openIn(found, services, target.environment) };
  const { log, recordPath, dryRun } = context;
  for (const line of notes.found) log.info(line);
  log.group(`${target.path} for ${target.environment}`, text.trimEnd().split('\n'));
  for (const line of notes.open) log.info(`To fill in: ${line}`);
  const { result, message } = dryRun ? planned(target) : write(target, text);
  return { result, message, outputs: { record: recordPath }, summary: summaryOf(message, notes, text) };
}

type Ended = Pick<Outcome, 'result' | 'message'>;

function planned({ path, environment }: Target): Ended {
  const there = existsSync(path) ? `; there is one already, which would not be overwritten` : '';
  const message = `Planned: a first configuration of ${environment} for ${path}${there}; nothing was written.`;
  return { result: 'planned', message };
}

function write({ path, environment }: Target, text: string): Ended {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !existsSync(path))
      throw new ActionError(`${path} cannot be written: ${messageOf(error)}.`, { cause: error });
    return {
      result: 'failed',
      message: `There is a ${path} already, which is not overwritten; what would be written for ${environment} is in the log and the summary: take from it what you need, or name another file with \`config\`.`,
    };
  }
  return {
    result: 'done',
    message: `Wrote ${path} for ${environment}; fill in what it marks with FILL IN, then run \`action: plan\`.`,
  };
}

function summaryOf(
  message: string,
  { found, open }: { found: readonly string[]; open: readonly string[] },
  text: string,
): string {
  // No line of the file begins with a backtick, so nothing in it ends the block.
  return [
    `## ${inert(message)}`,
    ...['', '### Found', '', ...found.map((line) => `- ${inert(line)}`)],
    ...['', '### To fill in', '', ...open.map((line) => `- [ ] ${inert(line)}`)],
    ...['', '### The file', '', '```yaml', text.trimEnd(), '```', ''],
  ].join('\n');
}
