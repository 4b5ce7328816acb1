import { setTimeout as wait } from 'node:timers/promises';
import { ActionError, messageOf } from '../../base/errors.ts';
import type { Log } from '../../base/log.ts';
import { timeLimit } from '../../base/time-limit.ts';
import { WAITS } from '../../base/waits.ts';
import { incidentOf } from '../../record/incident.ts';
import type { Permission } from './access.ts';
import type { KubeClient } from './client.ts';
import { ApiError } from './errors.ts';
import { objectPath } from './names.ts';
import type { KubeObject } from './objects.ts';

/** What the credentials need to hold a lock. */
export const toHoldLease: Permission = {
  group: 'coordination.k8s.io',
  resource: 'leases',
  verbs: ['get', 'create', 'update', 'delete'],
};

/** How far ahead of ours the clock of another API server may be; a lock renewed later than that is not believed. */
const MOST_AHEAD_SECONDS = 10;

interface Lease extends KubeObject {
  spec: { holderIdentity?: string; leaseDurationSeconds?: number; acquireTime?: string; renewTime?: string };
}

/** The holder of a lock, and where to report that it could not be released. */
interface Holder {
  readonly rollbackId: string;
  /** The workflow run, the same for every attempt of it. */
  readonly run: string;
  readonly log: Log;
}

/**
 * Runs `work` while the lock is held, and releases it.
 *
 * @param work gets a signal that aborts when another run has taken the lock, and what else it may know and do of it
 * @throws ActionError naming the holder where another run has it
 */
export async function withLease<T>(
  { client, namespace }: Place,
  name: string,
  holder: Holder,
  work: (lost: AbortSignal, held: HeldLease) => Promise<T>,
): Promise<T> {
  const { rollbackId, run } = holder;
  const claim = { namespace, name, holder: rollbackId, incident: incidentOf(rollbackId, run), run };
  await outliveDeadHolder(client, claim, holder.log);
  const lock = await acquireLease(client, claim);
  let isFree = false;
  const free = async () => {
    if (isFree) return;
    isFree = true;
    await lock.stop();
    await giveLeaseBack({ client, namespace }, name, holder);
  };
  try {
    return await work(lock.lost, { began: lock.began, free });
  } finally {
    await free();
  }
}

/** A lock that is held. */
interface HeldLease {
  /** Since when an earlier attempt of the same rollback had it that has died (RFC 3339), where one has. */
  readonly began: string | undefined;
  /** Gives it back before the work is over: what is still to come changes nothing. */
  readonly free: () => Promise<void>;
}

/** Gives a lock back if this holder has it, also after a deadline; where that fails, it expires by itself. */
export async function giveLeaseBack(
  { client: given, namespace }: Place,
  name: string,
  { rollbackId, log }: Pick<Holder, 'rollbackId' | 'log'>,
): Promise<void> {
  const client = given.withSignal(timeLimit(WAITS.LEASE_RELEASE_MS, 'The API server did not answer'));
  try {
    await releaseLease(client, { namespace, name, holder: rollbackId });
  } catch (error) {
    log.warn(`The lock could not be released; if this run has it, it expires by itself: ${messageOf(error)}`);
  } finally {
    client.close();
  }
}

/** A cluster and a namespace of it. */
interface Place {
  readonly client: KubeClient;
  readonly namespace: string;
}

/**
 * Waits until the lock of a dead run expires. A live one renews it, which is seen within a third of its time.
 *
 * @throws ActionError naming the holder where it is alive, or has released the lock meanwhile: a person has to see what it did
 *   first
 */
async function outliveDeadHolder(client: KubeClient, claim: Claim, log: Log): Promise<void> {
  const first = await client.find<Lease>(pathOf(claim));
  let isLogged = false;
  for (let now = first; first && now && isHeldByOther(now, claim.holder, client.now); ) {
    if (now.spec.renewTime !== first.spec.renewTime || now.spec.holderIdentity !== first.spec.holderIdentity)
      throw heldByOther(now);
    if (!isLogged)
      log.info(
        `Rollback ${now.spec.holderIdentity} has the lock (Lease ${claim.name} in ${claim.namespace}). Waiting to see whether it is alive; a lock that is not renewed expires ${secondsLeft(now, client.now)} s from now.`,
      );
    isLogged = true;
    await wait(WAITS.LEASE_POLL_MS, undefined, { signal: client.signal });
    now = await client.find<Lease>(pathOf(claim));
    if (!now) throw heldByOther(first);
  }
  if (isLogged)
    log.warn(`Rollback ${first?.spec.holderIdentity} is dead: its lock was not renewed, and is taken over.`);
}

/** Which lock it is, and whose it is to be or is. */
interface Claim {
  readonly namespace: string;
  readonly name: string;
  readonly holder: string;
  /** What all attempts of the rollback have in common, and the run that they are of. */
  readonly incident?: string;
  readonly run?: string;
}

/** A lock that is held: `lost` aborts when another run has taken it, `stop` ends the renewing. */
interface Lock {
  readonly lost: AbortSignal;
  /** Since when an attempt of the same rollback had it that has died. */
  readonly began: string | undefined;
  readonly stop: () => Promise<void>;
}

const pathOf = ({ namespace, name }: { namespace: string; name?: string }) =>
  objectPath('/apis/coordination.k8s.io/v1', namespace, 'leases', name);

/** The name of the lock of an environment; where nothing is configured, of the namespace. */
export const lockOf = ({ namespace }: Pick<Place, 'namespace'>, environment: string | undefined): string =>
  leaseName(environment ?? namespace);

/** The holder of a lock now, and since when, RFC 3339; undefined where it is free. */
export async function holderOf(
  { client, namespace }: Place,
  name: string,
): Promise<{ holder: string; since: string } | undefined> {
  const lease = await client.find<Lease>(pathOf({ namespace, name }));
  if (!lease || !isHeldByOther(lease, '', client.now)) return undefined;
  const { holderIdentity = '', acquireTime = 'unknown' } = lease.spec;
  return { holder: holderIdentity, since: acquireTime };
}

/** A name that Kubernetes takes, made of any text. */
export function leaseName(environment: string): string {
  const name = `rollback-${environment.toLowerCase()}`.slice(0, 200).replace(/[^a-z0-9.]+/g, '-');
  return name.replace(/(?<!-)-*\.[.-]*/g, '.').replace(/(?<![.-])[.-]+$/, '');
}

/**
 * Takes the lock of an environment, so that two rollbacks of it never run at once, and keeps renewing it. A lock of the same
 * `holder` (an earlier attempt that died) or one that has expired is taken over.
 *
 * @throws ActionError naming the holder where another run has it
 */
export async function acquireLease(client: KubeClient, claim: Claim): Promise<Lock> {
  const { holder, incident, run } = claim;
  const found = await client.find<Lease>(pathOf(claim));
  const isOwn =
    found?.spec.holderIdentity !== undefined && incidentOf(found.spec.holderIdentity, run) === incident;
  const began = isOwn ? found?.spec.acquireTime : undefined;
  if (found && isHeldByOther(found, holder, client.now)) throw heldByOther(found);
  const now = timeOf(client);
  const spec = {
    holderIdentity: holder,
    leaseDurationSeconds: WAITS.LEASE_SECONDS,
    // A third attempt counts from the first one too.
    acquireTime: began ?? now,
    renewTime: now,
  };
  if (!(await write(client, claim, found, spec))) return acquireLease(client, claim);
  const stop = new AbortController();
  const lost = new AbortController();
  // Renewing ends with the work, and not with the deadline: bringing things back may take longer.
  const renewing = renew(client.withSignal(stop.signal), claim, lost);
  return {
    lost: lost.signal,
    began,
    async stop() {
      stop.abort();
      await renewing;
    },
  };
}

/** Makes the lease, or takes over the one that was found. @returns whether it was done; else it has to be read again */
async function write(
  client: KubeClient,
  claim: Claim,
  found: Lease | undefined,
  spec: Lease['spec'],
): Promise<boolean> {
  const { namespace, name } = claim;
  try {
    if (found) await put(client, claim, { ...found, spec });
    else
      await client.request('POST', pathOf({ namespace }), {
        body: { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name, namespace }, spec },
      });
    return true;
  } catch (error) {
    const status = error instanceof ApiError ? error.status : undefined;
    // Another run was faster, maybe also in releasing it, or this request was sent twice: the next read shows which.
    if (status === 409 || (status === 404 && found)) return false;
    // A new lease is not asked for by name: what is not there is the namespace.
    if (status === 404)
      throw new ActionError(
        `There is no namespace ${namespace} in this cluster; check \`namespace\`, and the context of the kubeconfig.`,
        { cause: error },
      );
    throw error;
  }
}

/** Gives the lock back if `holder` has it; nothing happens where it hasn't. */
export async function releaseLease(client: KubeClient, claim: Claim): Promise<void> {
  const found = await client.find<Lease>(pathOf(claim));
  if (found?.spec.holderIdentity !== claim.holder) return;
  const { uid, resourceVersion } = found.metadata;
  try {
    await client.request('DELETE', pathOf(claim), { body: { preconditions: { uid, resourceVersion } } });
  } catch (error) {
    if (!(error instanceof ApiError && (error.status === 404 || error.status === 409))) throw error;
  }
}

/** As a lease has it: with microseconds. */
const timeOf = (client: KubeClient): string => client.now.toISOString().replace('Z', '000Z');

function isHeldByOther(lease: Lease, holder: string, now: Date): boolean {
  const { holderIdentity } = lease.spec;
  if (!holderIdentity || holderIdentity === holder) return false;
  const left = secondsLeft(lease, now);
  return left > 0 && left <= WAITS.LEASE_SECONDS + MOST_AHEAD_SECONDS;
}

/** Until a lock expires that is not renewed. Ours is the longest that is believed: otherwise any writer of the Lease could lock every run out. */
const secondsLeft = ({ spec }: Lease, now: Date): number => {
  const lasts = Math.min(spec.leaseDurationSeconds ?? WAITS.LEASE_SECONDS, WAITS.LEASE_SECONDS);
  return Math.ceil((Date.parse(spec.renewTime ?? '') - now.getTime()) / 1000 + lasts);
};

function heldByOther({ metadata, spec }: Lease): ActionError {
  return new ActionError(
    `Rollback ${spec.holderIdentity} is already at work here since ${spec.acquireTime}; wait for it, or for its lock (Lease ${metadata.name} in ${metadata.namespace}) to expire ${Math.min(spec.leaseDurationSeconds ?? WAITS.LEASE_SECONDS, WAITS.LEASE_SECONDS)} s after it died.`,
  );
}

/** Renews until the client's signal aborts, which is how it ends. */
async function renew(client: KubeClient, claim: Claim, lost: AbortController): Promise<void> {
  const { signal } = client;
  while (!signal.aborted) {
    await wait((WAITS.LEASE_SECONDS * 1000) / 3, undefined, { signal, ref: false }).catch(() => {});
    if (signal.aborted) break;
    try {
      const lease = await client.find<Lease>(pathOf(claim));
      if (lease?.spec.holderIdentity === claim.holder)
        await put(client, claim, { ...lease, spec: { ...lease.spec, renewTime: timeOf(client) } });
      else lost.abort(lostTo(lease, claim));
    } catch {
      // The next round renews what this one could not; the lock outlives two failures.
    }
  }
  client.close();
}

function lostTo(lease: Lease | undefined, { namespace, name }: Claim): ActionError {
  const other = lease ? `rollback ${lease.spec.holderIdentity} has it now` : 'it was deleted';
  return new ActionError(
    `The lock (Lease ${name} in ${namespace}) was lost: ${other}; see what that one did, then run this again.`,
  );
}

const put = (client: KubeClient, claim: Claim, body: Lease) => client.request('PUT', pathOf(claim), { body });
