import { ActionError } from '../base/errors.ts';
import type { Component } from '../config/config.ts';
import { KINDS } from '../config/kinds.ts';
import type { Request } from '../rollback/perform.ts';
import { settingsFor } from '../rollback/values.ts';
import type { Context } from '../runner/action.ts';
import { type Connection, connect } from '../systems/kubernetes/connect.ts';
import { parseRef, type Ref } from '../systems/kubernetes/kinds.ts';
import { Server } from '../systems/postgres/session.ts';
import { type Address, parseAddress } from '../systems/redis/address.ts';
import { lostRedis } from './cache-fault.ts';
import { badMigration, corruptedRows } from './data-fault.ts';
import { BREAKS, type Fault, type FaultName } from './fault.ts';
import { type Named, refuseProduction, requireHosts, requireLabel } from './protection.ts';
import { badDeploy, CHANGES, killedPod, misbehaviour } from './workload-fault.ts';

/** A drill that is requested. */
export interface DrillRequest {
  readonly request: Request;
  readonly fault: FaultName;
  /** The hosts of servers that may be broken. */
  readonly hosts: readonly string[];
  /** The workload that gets a bad deploy, or loses a pod. */
  readonly target: string | undefined;
  /** `NAME=value` that makes it answer with errors, and slowly. */
  readonly errorVariable: string | undefined;
  readonly slowVariable: string | undefined;
}

/** Where a drill takes place: the servers of its components. Nothing is asked of them yet. */
export interface DrillPlace {
  readonly connections: readonly Connection[];
  readonly servers: readonly Server[];
  readonly caches: readonly Address[];
}

/** @throws ActionError where a server's address is wrong or missing */
export async function drillPlaceOf({ request }: DrillRequest, context: Context): Promise<DrillPlace> {
  const { mask } = context;
  const all = request.components.map(({ name, kind }) => ({
    kind,
    values: settingsFor(request, KINDS[kind], name),
  }));
  const of = (kind: Component['kind']) =>
    all.filter((each) => each.kind === kind).map(({ values }) => values);
  const withCluster = [
    ...of('service'),
    ...of('database').filter(({ quiesce }) => quiesce),
    ...of('cache').filter(({ via }) => via),
  ];
  return {
    connections: await Promise.all(withCluster.map((values) => connect(values, context))),
    servers: of('database').map((values) => Server.parse(values['database-url'] ?? '', context)),
    caches: of('cache').flatMap(({ 'redis-url': url, 'redis-ca': ca, 'redis-insecure': insecure }) =>
      url === undefined ? [] : [parseAddress(url, { ca, insecure: insecure === 'true', mask })],
    ),
  };
}

/** @throws ActionError where anything of it is not there to be broken */
export async function protect({ request, hosts }: DrillRequest, place: DrillPlace): Promise<void> {
  const { connections, servers, caches } = place;
  const namespaces = [
    ...new Map(connections.map((each) => [`${each.client.server} ${each.namespace}`, each])).values(),
  ];
  const hostsOf: Named[] = [
    ...namespaces.map(({ client }) => ({ what: 'Kubernetes API', name: new URL(client.server).hostname })),
    ...servers.map(({ host }) => ({ what: 'database', name: host })),
    ...caches.flatMap(({ places }) => places.map(({ host }) => ({ what: 'cache', name: host }))),
  ];
  refuseProduction([
    { what: 'environment', name: request.environment.name },
    ...namespaces.map(({ namespace }) => ({ what: 'namespace', name: namespace })),
    ...servers.map(({ database }) => ({ what: 'database', name: database })),
    ...hostsOf.map(({ what, name }) => ({ what: `host of the ${what}`, name })),
  ]);
  requireHosts(hosts, hostsOf);
  for (const { client, namespace } of namespaces) await requireLabel(client, namespace);
}

/** The fault that was requested, ready to be struck. @throws ActionError that says what it lacks */
export async function faultOf(options: DrillRequest, place: DrillPlace, context: Context): Promise<Fault> {
  const { fault, request } = options;
  const kind = BREAKS[fault];
  const [first] = request.components.filter((each) => each.kind === kind);
  if (!first)
    throw new ActionError(
      `The fault \`${fault}\` breaks a component of kind ${kind}, and the drill has none.`,
    );
  const [server] = place.servers;
  const [cache] = place.caches;
  switch (fault) {
    case 'corrupted-rows':
      return corruptedRows(server as Server);
    case 'bad-migration':
      return badMigration(server as Server);
    case 'redis-lost':
      if (!cache)
        throw new ActionError(
          `The fault \`redis-lost\` needs the \`redis-url\` of the component ${first.name}.`,
        );
      return lostRedis(cache, context.signal);
    default:
      return workloadFault(options, await connectionOf(request, first.name, context), context.rollbackId);
  }
}

/** A client of its own: undoing a fault must not depend on the client that caused it. */
const connectionOf = (request: Request, component: string, context: Context): Promise<Connection> =>
  connect(settingsFor(request, KINDS.service, component), context);

function targetOf({ fault, target }: DrillRequest): Ref {
  if (target === undefined)
    throw new ActionError(
      `The fault \`${fault}\` breaks one workload; say which with \`drill-target\`, such as deployment/api.`,
    );
  return parseRef(target);
}

function workloadFault(options: DrillRequest, connection: Connection, id: string): Promise<Fault> {
  const { fault, errorVariable, slowVariable } = options;
  const ref = targetOf(options);
  switch (fault) {
    case 'error-rate':
      return badDeploy(ref, connection, misbehaving('drill-error-env', errorVariable));
    case 'slow-answers':
      return badDeploy(ref, connection, misbehaving('drill-slow-env', slowVariable));
    case 'bad-image':
    case 'crash-loop':
    case 'failing-readiness':
      return badDeploy(ref, connection, (container) => CHANGES[fault](container, id));
    default:
      return killedPod(ref, connection);
  }
}

function misbehaving(input: string, text: string | undefined): ReturnType<typeof misbehaviour> {
  if (text === undefined)
    throw new ActionError(
      `Input \`${input}\` is needed for this fault: the variable, with its value, by which your service answers badly, such as FAULT_RATE=0.5.`,
    );
  return misbehaviour(input, text);
}
