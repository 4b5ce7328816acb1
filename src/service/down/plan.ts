import { randomUUID } from 'node:crypto';
import { ActionError } from '../../base/errors.ts';
import { incidentOf } from '../../record/incident.ts';
import type { Context } from '../../runner/action.ts';
import { type Permission, requirePermissions } from '../../systems/kubernetes/access.ts';
import type { KubeClient } from '../../systems/kubernetes/client.ts';
import { label, refOf } from '../../systems/kubernetes/kinds.ts';
import { BATCH, objectPath } from '../../systems/kubernetes/names.ts';
import type { PodTemplate } from '../../systems/kubernetes/objects.ts';
import { Server } from '../../systems/postgres/session.ts';
import { mainContainer } from '../main-container.ts';
import { lastRollback, rolledBackMark } from '../marks.ts';
import type { NamespaceCache } from '../namespace.ts';
import type { Step } from '../plan.ts';
import { headToMove, isAt, readState, type SchemaState } from './heads.ts';
import type { DownRequest } from './inputs.ts';
import { jobOf } from './job.ts';

/** Where a down-migration is done. */
export interface MigrationPlace {
  readonly client: KubeClient;
  readonly namespace: NamespaceCache;
}

/** What a down-migration needs from its caller. */
export type DownContext = Pick<
  Context,
  'log' | 'record' | 'signal' | 'mask' | 'rollbackId' | 'run' | 'reason' | 'timeout'
>;

/** A down-migration that will be done. */
export interface DownPlan {
  readonly request: DownRequest;
  readonly server: Server;
  readonly step: Step;
  readonly job: ReturnType<typeof jobOf>;
  /** The table of its tool, and where that says it is. */
  readonly table: string;
  readonly from: string;
  readonly before: SchemaState;
}

/** Why none is done. */
export interface NoDown {
  readonly request: DownRequest;
  readonly server: Server;
  readonly reason: string;
}

const toMigrateDown: readonly Permission[] = [
  { group: 'batch', resource: 'jobs', verbs: ['create', 'get', 'list', 'delete'] },
  { group: '', resource: 'pods/log', verbs: ['get'] },
];

/**
 * Reads where the migrations are and tries the Job as a dry run, which passes every admission policy. Changes nothing.
 *
 * @throws ActionError where it could not work, or where it could not be known whether it has
 */
export async function planDown(
  place: MigrationPlace,
  steps: readonly Step[],
  request: DownRequest,
  context: DownContext,
  mayWrite: boolean,
): Promise<DownPlan | NoDown> {
  const server = Server.parse(request.databaseUrl, context);
  const step = stepFor(place.namespace, steps, request);
  const template = step && templateThatGoes(step, place.namespace, context);
  if (!step || !template) {
    const name = step ? label(step) : request.for;
    return { request, server, reason: `no release of ${name} goes back` };
  }
  const before = await readState(server, request.to);
  if (isAt(before, request.to)) return { request, server, reason: `they are at ${request.to}` };
  const { table, head } = headToMove(before, request.to, server.database);
  const job = jobOf(template, {
    namespace: place.namespace.name,
    workload: step,
    argv: request.argv,
    attempt: randomUUID(),
    deadlineSeconds: context.timeout,
    rollback: { id: context.rollbackId, reason: context.reason },
  });
  if (mayWrite) await tryOut(place, job);
  const image = mainContainer(template, step.name)?.image;
  context.log.info(
    `Migrations of ${server.database}: ${head} → ${request.to} by \`${request.argv.join(' ')}\` with ${image}, ${request.when} the services; what users have written since into what it drops is lost with it`,
  );
  return { request, server, step, job, table, from: head, before };
}

/** The workload that the command is for; undefined where that one does not go back now. */
function stepFor(namespace: NamespaceCache, steps: readonly Step[], request: DownRequest): Step | undefined {
  if (request.for === undefined) {
    const [only, ...others] = steps;
    if (only && others.length === 0) return only;
    throw new ActionError(
      `Input \`down-command\` does not say whose command it is, and there are ${steps.length} workloads; write \`deployment/<name>: <command>\`.`,
    );
  }
  const known = namespace.workloads().some((workload) => label(refOf(workload)) === request.for);
  if (known) return steps.find((step) => label(step) === request.for);
  throw new ActionError(
    `Input \`down-command\` names ${request.for}, which is not in the namespace ${namespace.name}.`,
  );
}

/** What the release that goes runs with: the older one does not have the way down. An earlier attempt may have left it already. */
function templateThatGoes(
  step: Step,
  namespace: NamespaceCache,
  { rollbackId, run }: DownContext,
): PodTemplate | undefined {
  if (step.action === 'roll-back')
    return step.current !== undefined && step.current === step.target
      ? undefined
      : step.workload.spec.template;
  if (step.action !== 'no-op') return undefined;
  const incident = incidentOf(rollbackId, run);
  const last = lastRollback(step.workload);
  // What was deployed since needs the schema that it has brought.
  if (!last || incidentOf(last.id, run) !== incident || last.to !== step.target?.object.metadata.uid)
    return undefined;
  return namespace.history(step.workload).find(({ object }) => {
    const mark = rolledBackMark(object);
    return mark !== undefined && incidentOf(mark.id, run) === incident;
  })?.template;
}

async function tryOut({ client, namespace }: MigrationPlace, job: DownPlan['job']): Promise<void> {
  await requirePermissions(client, namespace.name, toMigrateDown);
  await client.request('POST', objectPath(BATCH, namespace.name, 'jobs'), {
    body: job,
    query: { dryRun: 'All' },
  });
}
