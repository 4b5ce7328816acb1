import type { Context } from '../runner/action.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import { connect } from '../systems/kubernetes/connect.ts';
import { Poolers } from '../systems/postgres/pgbouncer.ts';
import type { Server } from '../systems/postgres/session.ts';
import type { Phase } from './phases.ts';
import { findWorkloads, parseQuiesce, toQuiesce } from './quiesce.ts';
import type { Traffic } from './task.ts';

interface TrafficInputs extends Connecting {
  readonly quiesce: readonly string[];
  readonly pgbouncerUrl: string;
}

type Connecting = Parameters<typeof connect>[0];

/** What the inputs say uses the database. */
export async function trafficOf(inputs: TrafficInputs, context: Context): Promise<Traffic> {
  const urls = inputs.pgbouncerUrl.split(/\s+/).filter(Boolean);
  return {
    workloads:
      inputs.quiesce.length > 0
        ? { ...(await connect(inputs, context)), wanted: parseQuiesce([...inputs.quiesce]) }
        : undefined,
    poolers: urls.length > 0 ? Poolers.parse(urls, context) : undefined,
  };
}

/** Finds out before the first change whether traffic can be held and given back. */
export async function checkTraffic(
  { workloads, poolers }: Traffic,
  server: Server,
  phase: Phase,
  { log }: Context,
): Promise<void> {
  if (workloads) {
    await requirePermissions(workloads.client, workloads.namespace, toQuiesce(workloads.wanted));
    // One that was deleted meanwhile is no reason not to give the others back.
    if (phase !== 'resume') await findWorkloads(workloads);
  }
  for (const warning of (await poolers?.check(server)) ?? []) log.warn(warning);
}
