import { ActionError } from '../base/errors.ts';
import type { Cluster, Instance, Rds } from '../systems/aws/rds.ts';

/** A backup that Amazon RDS keeps: `rds://shop?time=2026-11-22T10:15:00Z`, `rds-snapshot://shop-nightly`. */
export interface Managed {
  readonly source: string;
  /** Of an instance or a cluster of Aurora, or of a snapshot of either. */
  readonly id: string;
  /** RFC 3339, as it was given; undefined for a snapshot. */
  readonly time: string | undefined;
  readonly region: string;
}

/** What a temporary copy is made like, and of what. */
export interface Model {
  readonly managed: Managed;
  /** RFC 3339. */
  readonly takenAt: string;
  /** `the RDS instance shop`, for people. */
  readonly what: string;
  readonly isSnapshot: boolean;
  readonly engine: string;
  /** The live instance, in a cluster of Aurora the one that writes. */
  readonly instance: Instance;
  readonly cluster: Cluster | undefined;
}

const TIME = 'rds://';
const SNAPSHOT = 'rds-snapshot://';
const ACCEPTED = `${TIME}<instance or cluster>?time=2026-11-22T10:15:00Z and ${SNAPSHOT}<snapshot>, each also with &region=`;
const RFC3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)$/;
const IDENTIFIER = /^[A-Za-z][A-Za-z0-9:-]{0,254}$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const DAY_MS = 86_400_000;
const ENGINES = ['postgres', 'aurora-postgresql'];

export const isManaged = (backup: string): boolean => backup.startsWith(TIME) || backup.startsWith(SNAPSHOT);

/** Reads the input `backup`. @throws ActionError where it is not of that form */
export function parseManaged(backup: string): Managed {
  const isTime = backup.startsWith(TIME);
  const [id = '', query = ''] = backup.slice((isTime ? TIME : SNAPSHOT).length).split('?');
  const refuse = (problem: string) =>
    new ActionError(`Input \`backup\` ${problem}; accepted are ${ACCEPTED}.`);
  if (!IDENTIFIER.test(id)) throw refuse('names no instance, cluster or snapshot of RDS');
  // The + of an offset is one.
  const options = new URLSearchParams(query.replaceAll('+', '%2B'));
  const known = isTime ? ['time', 'region'] : ['region'];
  const stranger = [...options.keys()].find((name) => !known.includes(name));
  if (stranger !== undefined) throw refuse(`has the option ${JSON.stringify(stranger)}`);
  const time = options.get('time') ?? undefined;
  if (isTime && (time === undefined || !RFC3339.test(time) || Number.isNaN(Date.parse(time))))
    throw refuse('names no time with its offset from UTC');
  const region = options.get('region') ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? '';
  if (!REGION.test(region))
    throw refuse(
      region === ''
        ? 'is of RDS and has no region: set AWS_REGION, or add &region=eu-west-1'
        : `has the region ${JSON.stringify(region.slice(0, 40))}`,
    );
  return { source: backup, id, time, region };
}

/**
 * Finds what a backup is of, and the live instance whose network and settings a temporary one gets. Changes nothing.
 *
 * @param now the time of the live server, in milliseconds
 * @throws ActionError where it cannot be recovered, with the times that there are
 */
export async function modelOf(managed: Managed, rds: Rds, now: number): Promise<Model> {
  const { id, time, region } = managed;
  const snapshot = time === undefined ? await rds.snapshot(id) : undefined;
  if (time === undefined && !snapshot)
    throw new ActionError(
      `RDS in ${region} has no snapshot ${JSON.stringify(id)} that these credentials see; check its name and the region.`,
    );
  if (snapshot && snapshot.status !== 'available')
    throw new ActionError(
      `The RDS snapshot ${id} is ${snapshot.status || 'in no state'}; wait until it is available, or take another.`,
    );
  const live = await liveOf(snapshot?.of ?? id, rds);
  if (!live)
    throw new ActionError(
      snapshot
        ? `The RDS snapshot ${id} is of ${snapshot.of}, which is gone in ${region}, so nothing says in which network it is to be restored; restore it by hand, and give a dump of it as \`backup\`.`
        : `RDS in ${region} has neither an instance nor a cluster ${JSON.stringify(id)} that these credentials see; check its name and the region.`,
    );
  const { cluster, instance } = live;
  const engine = snapshot?.engine ?? cluster?.engine ?? instance.engine;
  const of = cluster ? `the Aurora cluster ${cluster.id}` : `the RDS instance ${instance.id}`;
  if (!ENGINES.includes(engine))
    throw new ActionError(`Input \`backup\` names ${of}, whose engine is ${engine} and not PostgreSQL.`);
  if (snapshot && snapshot.isOfCluster !== (cluster !== undefined))
    throw new ActionError(`The RDS snapshot ${id} is not of the same kind as ${of}, which has its name now.`);
  if (time !== undefined) requireWithin(time, of, live, now);
  return {
    ...{ managed, instance, cluster, engine, isSnapshot: snapshot !== undefined },
    takenAt: time ?? snapshot?.at ?? '',
    what: snapshot ? `the snapshot ${id} of ${of}` : of,
  };
}

interface Live {
  readonly instance: Instance;
  readonly cluster: Cluster | undefined;
}

async function liveOf(id: string, rds: Rds): Promise<Live | undefined> {
  const instance = await rds.instance(id);
  if (instance && instance.cluster === undefined) return { instance, cluster: undefined };
  const cluster = await rds.cluster(instance?.cluster ?? id);
  if (!cluster) return undefined;
  const writer = cluster.members.find(({ isWriter }) => isWriter) ?? cluster.members[0];
  const own = writer && (await rds.instance(writer.id));
  if (!own)
    throw new ActionError(
      `The Aurora cluster ${cluster.id} has no instance, so nothing says of which class a temporary one should be.`,
    );
  return { instance: own, cluster };
}

/** RDS itself says so only after minutes. */
function requireWithin(time: string, of: string, { instance, cluster }: Live, now: number): void {
  const at = Date.parse(time);
  const latest = cluster?.latest ?? instance.latest;
  if (latest === undefined)
    throw new ActionError(
      `RDS keeps no automated backups of ${of}; take a snapshot or a dump as \`backup\`.`,
    );
  if (at > Date.parse(latest))
    throw new ActionError(
      `RDS can restore ${of} up to ${latest}, and \`backup\` names ${time}; wait some minutes, or take an earlier time.`,
    );
  const earliest = cluster?.earliest ?? new Date(now - instance.retentionDays * DAY_MS).toISOString();
  if (at < Date.parse(earliest))
    throw new ActionError(
      `RDS can restore ${of} from ${earliest} on, and \`backup\` names ${time}; take a later time.`,
    );
}

/** What it takes, for a plan. */
export function costOf({ what, instance, takenAt, isSnapshot }: Model): string {
  const size = instance.gigabytes > 1 ? `, ${instance.gigabytes} GB` : '';
  const from = isSnapshot ? `${what} is restored` : `${what} is recovered to ${takenAt}`;
  return `For the backup ${from} into a temporary instance (${instance.class}${size}), which takes ten minutes to an hour by its size, is billed by AWS like the live one meanwhile, and is deleted again.`;
}
