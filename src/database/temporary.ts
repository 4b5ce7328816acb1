import { createHash } from 'node:crypto';
import { pause } from '../base/deadline.ts';
import { ActionError, messageOf } from '../base/errors.ts';
import { namesOf } from '../base/sentence.ts';
import { inAnyCase } from '../base/settled.ts';
import { timeLimit } from '../base/time-limit.ts';
import { WAITS } from '../base/waits.ts';
import { type Instance, Rds, type RdsParameters } from '../systems/aws/rds.ts';
import { codeOf, type Server, type Session } from '../systems/postgres/session.ts';
import { dumpDatabase } from './backup/dump.ts';
import { clockOf } from './clock.ts';
import { type Managed, type Model, modelOf } from './managed.ts';
import { step, type Task } from './task.ts';

/** On all that is made here: the database that it was made for, and the workflow run. Nothing without them is ever deleted. */
const TAG = 'rollback-actions-for';
const RUN_TAG = 'rollback-actions-run';
const PREFIX = 'rollback-';
/** States out of which an instance does not come by itself. */
const HOPELESS = /^(failed|restore-error|incompatible-|inaccessible-|storage-full|insufficient-capacity)/;

/** Finds out whether a backup of RDS can be had. Changes nothing. */
export async function planManaged(managed: Managed, server: Server, signal: AbortSignal): Promise<Model> {
  const now = await server.use(server.database, async (session) => {
    await requireNoSubscription(session);
    return clockOf(session);
  });
  return modelOf(managed, new Rds(managed.region, signal), now);
}

/**
 * What a whole server was has its subscriptions, which begin as soon as it is there: the publisher counts what they take as
 * received, and the live server never gets it.
 */
async function requireNoSubscription(session: Session): Promise<void> {
  const found = await session.query<{ name: string }>(
    'SELECT subname::text AS name FROM pg_catalog.pg_subscription ORDER BY 1',
  );
  if (found.length === 0) return;
  throw new ActionError(
    `The live server subscribes to another one (${namesOf(found.map(({ name }) => name))}), and a temporary instance of its backup would take changes from that which the live one then never gets; restore the backup by hand where it does not reach the publisher, and give a dump of it as \`backup\`.`,
  );
}

/**
 * Has RDS restore a backup into a temporary instance beside the live one, dumps the database from it, and deletes it again,
 * whatever happens. What an earlier attempt of the run has begun for the same backup is gone on with. What another run has made is
 * left alone, as that may be at work.
 *
 * @returns when the state was that was dumped, RFC 3339
 */
export async function dumpManaged(managed: Managed, task: Task, dump: string): Promise<{ takenAt: string }> {
  const rds = new Rds(managed.region, task.signal);
  const model = await planManaged(managed, task.server, task.signal);
  const id = nameFor(managed, task.server, task.run);
  await warnOfOthers(rds, task);
  return inAnyCase(
    async () => {
      const host = await step(
        task,
        'restore cluster',
        () => made(rds, model, id, task),
        () => `${model.what} as of ${model.takenAt} is there as ${id}, beside`,
      );
      await step(
        task,
        'dump',
        () => dumpFrom(host, task, dump),
        () => `Dumped "${task.server.database}" as it was then`,
      );
      return { takenAt: model.takenAt };
    },
    () => discard(managed, task),
  );
}

/** Whose a temporary instance is. */
type Owner = Pick<Task, 'server' | 'run' | 'log'>;

/**
 * Deletes what this run has made for this backup, also after it was killed or cancelled.
 *
 * @param owner its log is told what could not be deleted: it costs money
 */
export async function discard(managed: Managed, owner: Owner): Promise<void> {
  const { region } = managed;
  const { server, run, log } = owner;
  const rds = new Rds(region, timeLimit(WAITS.RDS_DELETE_MS, 'Amazon RDS did not delete it'));
  const id = nameFor(managed, server, run);
  try {
    const { instances, clusters } = await temporaryOf(rds, server);
    const isOwn = (one: Tagged) => [id, `${id}-1`].includes(one.id) && one.tags.get(RUN_TAG) === run;
    for (const [kind, all] of [
      ['instance', instances],
      ['cluster', clusters],
    ] as const)
      for (const one of all.filter(isOwn)) {
        await rds.remove(kind, one.id);
        log.info(`The temporary ${kind} ${one.id} is deleted.`);
      }
  } catch (error) {
    log.warn(
      `The temporary instance or cluster ${id} of RDS in ${region} may still be there and is billed (${messageOf(error)}); delete it: \`aws rds delete-db-instance --skip-final-snapshot --db-instance-identifier ${id}\`.`,
    );
  }
}

/** What another run has left costs money, and only people know whether that run is still at work. */
async function warnOfOthers(rds: Rds, { server, run, log }: Owner): Promise<void> {
  const { instances, clusters } = await temporaryOf(rds, server);
  for (const { id, tags } of [...instances, ...clusters]) {
    const by = tags.get(RUN_TAG);
    if (by !== run)
      log.warn(
        `${id} was made for this database by the run ${by ?? 'of an older version'}, and is billed; delete it in RDS unless that run is at work.`,
      );
  }
}

interface Tagged {
  readonly id: string;
  readonly status: string;
  readonly tags: ReadonlyMap<string, string>;
}

/** All that any run has made for this database and that is not being deleted. */
async function temporaryOf(rds: Rds, server: Server) {
  const isOurs = ({ id, status, tags }: Tagged) =>
    id.startsWith(PREFIX) && tags.get(TAG) === markOf(server) && status !== 'deleting';
  const [instances, clusters] = await Promise.all([rds.instances(), rds.clusters()]);
  return { instances: instances.filter(isOurs), clusters: clusters.filter(isOurs) };
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const markOf = ({ name, database }: Server) => hashOf(`${name}/${database}`);
/** The same for every attempt of a run, so that what took half an hour is not begun anew; another one's for every other run and backup. */
const nameFor = ({ source }: Managed, server: Server, run: string) =>
  `${PREFIX}${hashOf(`${markOf(server)}/${run}/${source}`)}`;

/** The instance, as soon as it accepts connections. */
async function made(
  rds: Rds,
  model: Model,
  id: string,
  { server, run, log, signal }: Task,
): Promise<Instance> {
  const own = model.cluster ? `${id}-1` : id;
  if (await rds.instance(own)) log.info(`… ${own} was begun by an earlier attempt, and is gone on with`);
  else
    await make(
      rds,
      model,
      { id, own },
      new Map([
        [TAG, markOf(server)],
        [RUN_TAG, run],
      ]),
    );
  const begun = performance.now();
  let logged = '';
  let loggedAt = begun;
  for (;;) {
    const found = await rds.instance(own);
    if (found === undefined)
      throw new ActionError(`The temporary instance ${own} is gone before it was used.`);
    const { status } = found;
    if (status === 'available') return found;
    if (HOPELESS.test(status))
      throw new ActionError(`The temporary instance ${own} cannot be used: RDS says that it is ${status}.`);
    if (status !== logged || performance.now() - loggedAt >= WAITS.RDS_PROGRESS_MS) {
      const minutes = Math.floor((performance.now() - begun) / 60_000);
      log.info(`… ${own} is ${status || 'not known yet'} (${minutes} min)`);
      [logged, loggedAt] = [status, performance.now()];
    }
    await pause(WAITS.RDS_POLL_MS, signal);
  }
}

/** With the live one's network and settings, so that it is reachable from where the live one is, and from nowhere else. */
async function make(
  rds: Rds,
  model: Model,
  { id, own }: { id: string; own: string },
  tags: ReadonlyMap<string, string>,
): Promise<void> {
  const { instance, cluster } = model;
  const beside = {
    ...given({ DBSubnetGroupName: (cluster ?? instance).subnetGroup }),
    'VpcSecurityGroupIds.VpcSecurityGroupId': (cluster ?? instance).securityGroups,
    DeletionProtection: false,
    Tags: tags,
  };
  const server = {
    DBInstanceIdentifier: own,
    DBInstanceClass: instance.class,
    PubliclyAccessible: instance.isPublic,
  };
  if (!cluster) return makeInstance(rds, model, { server, beside });
  await makeCluster(rds, model, cluster, { id, beside });
  await rds.make('CreateDBInstance', {
    ...{ ...server, DBClusterIdentifier: id, Engine: model.engine, Tags: tags },
    ...given({ DBParameterGroupName: instance.parameterGroup }),
  });
}

async function makeInstance(
  rds: Rds,
  { managed, instance, isSnapshot }: Model,
  {
    server,
    beside,
  }: { server: RdsParameters & { readonly DBInstanceIdentifier: string }; beside: RdsParameters },
): Promise<void> {
  const { DBInstanceIdentifier, ...rest } = server;
  const settings = { ...given({ DBParameterGroupName: instance.parameterGroup }), MultiAZ: false };
  const to = { ...rest, ...beside, ...settings };
  return isSnapshot
    ? rds.make('RestoreDBInstanceFromDBSnapshot', {
        ...{ DBSnapshotIdentifier: managed.id, DBInstanceIdentifier, ...to },
      })
    : rds.make('RestoreDBInstanceToPointInTime', {
        ...{ SourceDBInstanceIdentifier: instance.id, TargetDBInstanceIdentifier: DBInstanceIdentifier },
        ...{ RestoreTime: new Date(managed.time ?? '').toISOString(), ...to },
      });
}

/** Makes the cluster without an instance in it. */
async function makeCluster(
  rds: Rds,
  { managed, engine, isSnapshot }: Model,
  cluster: NonNullable<Model['cluster']>,
  { id, beside }: { id: string; beside: RdsParameters },
): Promise<void> {
  const settings = given({ DBClusterParameterGroupName: cluster.parameterGroup });
  return isSnapshot
    ? rds.make('RestoreDBClusterFromSnapshot', {
        ...{ SnapshotIdentifier: managed.id, DBClusterIdentifier: id, Engine: engine },
        ...{ ...beside, ...settings },
      })
    : rds.make('RestoreDBClusterToPointInTime', {
        ...{ SourceDBClusterIdentifier: cluster.id, DBClusterIdentifier: id },
        ...{ RestoreToTime: new Date(managed.time ?? '').toISOString(), ...beside, ...settings },
      });
}

/** Parameters without those that have no value. */
const given = (parameters: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));

async function dumpFrom({ id, host, port }: Instance, { server, signal }: Task, dump: string): Promise<void> {
  try {
    await dumpDatabase(server.at(host, port), server.database, dump, { signal, what: 'dump' });
  } catch (error) {
    if (codeOf(error) !== '28P01') throw error;
    throw new ActionError(
      `The temporary instance ${id} does not let the user "${server.user}" in: its password was another one then. Set it (\`aws rds modify-db-instance --master-user-password\` on a copy of your own), and give a dump of that as \`backup\`.`,
      { cause: error },
    );
  }
}
