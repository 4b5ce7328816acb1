import { messageOf } from '../../base/errors.ts';
import { redact } from '../../base/redact.ts';
import { withoutFullStop } from '../../base/sentence.ts';
import { databaseSubject } from '../../record/component.ts';
import { ApiError } from '../../systems/kubernetes/errors.ts';
import { BATCH, objectPath } from '../../systems/kubernetes/names.ts';
import type { Job } from '../../systems/kubernetes/objects.ts';
import { gone, isAt, readState, type SchemaState } from './heads.ts';
import { DOWN_LABEL } from './job.ts';
import type { DownContext, DownPlan, MigrationPlace } from './plan.ts';
import { awaitEnd, type Ended, isEnded } from './wait.ts';

/** What became of a down-migration. */
export interface DownResult {
  readonly outcome: 'done' | 'failed' | 'skipped';
  readonly from?: string;
  readonly to: string;
  readonly job?: string;
  readonly seconds: number;
  readonly message: string;
  /** Tables and columns that are no longer there. */
  readonly gone: readonly string[];
  /** The end of its log. */
  readonly log: readonly string[];
}

/** Runs it to its end and compares where the migrations are with what was requested. Never throws: the result says what happened. */
export async function migrateDown(
  plan: DownPlan,
  place: MigrationPlace,
  context: DownContext,
): Promise<DownResult> {
  const { request, server, from, table } = plan;
  const { to } = request;
  const started = performance.now();
  const about = { ...databaseSubject(server), step: 'migrate down', from, to } as const;
  const isThere = (state: SchemaState) => isAt(state, to);
  let ended: Ended | undefined;
  context.record({ ...about, status: 'started' });
  const result = (outcome: 'done' | 'failed', message: string, lost: readonly string[] = []): DownResult => {
    const seconds = (performance.now() - started) / 1000;
    const log = (ended?.log ?? []).map(redact);
    const evidence = { table, job: ended?.job ?? '', gone: lost };
    context.record({ ...about, status: outcome, seconds, message, evidence });
    if (outcome === 'done') context.log.info(`✓ ${message}`);
    else context.log.warn(`✗ ${message}`);
    if (log.length > 0) context.log.group(`Down-migration: the end of its log (${ended?.job})`, log);
    return { outcome, from, to, job: ended?.job ?? '', seconds, message, gone: lost, log };
  };
  try {
    const earlier = await unfinished(plan, place);
    if (earlier) {
      context.log.info(
        `… ${earlier.metadata.name} of an earlier attempt is still at work, and is waited for`,
      );
      ended = await awaitEnd(place, earlier);
    }
    if (!earlier || !isThere(await readState(server, to))) {
      const job = await create(plan, place);
      context.log.info(`… ${job.metadata.name} runs \`${request.argv.join(' ')}\``);
      ended = await awaitEnd(place, job);
    }
    const after = await readState(server, to);
    const lost = gone(plan.before, after);
    const words = lost.length > 0 ? `; gone with what was in it: ${lost.join(', ')}` : '';
    if (ended?.failure === undefined && isThere(after))
      return result('done', `The migrations of ${server.database} went from ${from} to ${to}${words}.`, lost);
    const failure = ended?.failure ?? `${ended?.job} ended without an error`;
    return result(
      'failed',
      `The down-migration of ${server.database} failed: ${failure}; its migrations are at ${describeHead(after, table)}, and ${to} was asked for${words}.`,
      lost,
    );
  } catch (error) {
    const name = plan.job.metadata as { name: string };
    const where = ended === undefined ? `; whether the Job ${name.name} goes on is not known` : '';
    return result(
      'failed',
      `The down-migration of ${server.database} failed: ${withoutFullStop(messageOf(error))}${where}; its migrations were at ${from}: check where they are now.`,
    );
  }
}

function describeHead({ heads }: SchemaState, table: string): string {
  const found = heads.find((each) => each.table === table);
  if (found === undefined) return `no place that can be read, because ${table} is gone`;
  return `${found.head || 'none'}${found.isDirty ? ' (dirty)' : ''}`;
}

/** A Job of this workload that an attempt has left that died: two side by side would undo twice. */
async function unfinished(
  { step }: DownPlan,
  { client, namespace }: MigrationPlace,
): Promise<Job | undefined> {
  const { items } = await client.list<Job>(objectPath(BATCH, namespace.name, 'jobs'), {
    labelSelector: `${DOWN_LABEL}=${step.uid}`,
  });
  return items.find((job) => !isEnded(job));
}

async function create({ job }: DownPlan, { client, namespace }: MigrationPlace): Promise<Job> {
  const path = objectPath(BATCH, namespace.name, 'jobs');
  const { name } = job.metadata as { name: string };
  try {
    return await client.request<Job>('POST', path, { body: job });
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 409)) throw error;
    // Its answer was lost, and the repeat finds the object: the name is this run's alone.
    return client.get<Job>(objectPath(BATCH, namespace.name, 'jobs', name));
  }
}
