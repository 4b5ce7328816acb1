import { parseHealth } from '../../service/health.ts';
import { label, refOf } from '../../systems/kubernetes/kinds.ts';
import type { Container, Workload } from '../../systems/kubernetes/objects.ts';

/** A workload and why it is not part of something. */
export interface Except {
  readonly name: string;
  readonly reason: string;
}

/** What the workloads of a namespace come to in a configuration. */
export interface Services {
  /** Those that are rolled back: `deployment/api`. */
  readonly names: readonly string[];
  /** Those that have to be left alone. */
  readonly leftOut: readonly Except[];
  /** Lines of the input `health`. */
  readonly health: readonly string[];
  /** Those that no such line asks. */
  readonly unasked: readonly Except[];
}

/** Images of what holds data: an older version of it beside newer data is not a rollback. */
const STORES =
  /^(postgres(ql)?|postgis|timescaledb|mysql|mariadb|mongo(db)?|redis(-stack(-server)?)?|valkey|kafka|zookeeper|rabbitmq|nats|elasticsearch|opensearch|cassandra|clickhouse(-server)?|etcd|minio|influxdb|cockroach)$/;

/** Sorts what may be rolled back from what holds data or has another owner, and gives each its health check. */
export function servicesOf(workloads: readonly Workload[]): Services {
  const sorted = [...workloads].sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
  const leftOut = sorted.flatMap((workload) => except(workload, exclusionReason(workload)));
  const services = sorted.filter((workload) => exclusionReason(workload) === undefined);
  const probed = services.map((workload) => ({ name: nameOf(workload), ...probesOf(workload) }));
  return {
    names: services.map(nameOf),
    leftOut,
    health: healthOf(probed),
    unasked: probed.flatMap(({ name, lines, reason }) => (lines.length > 0 ? [] : [{ name, reason }])),
  };
}

const nameOf = (workload: Workload) => label(refOf(workload));

const except = (workload: Workload, reason: string | undefined): Except[] =>
  reason === undefined ? [] : [{ name: nameOf(workload), reason }];

function exclusionReason({ metadata, spec }: Workload): string | undefined {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller);
  if (owner) return `belongs to ${owner.kind} ${owner.name}, which would put it back`;
  // `registry:5000/library/postgres:16@sha256:…` is a postgres.
  const [reference = ''] = (spec.template.spec.containers[0]?.image ?? '').split('@');
  const image = reference.split('/').at(-1)?.split(':')[0] ?? '';
  return STORES.test(image) ? `holds data (${image})` : undefined;
}

/** One line for all where all are asked the same, else one for each. */
function healthOf(probed: readonly { name: string; lines: readonly string[] }[]): string[] {
  const [first] = probed;
  const isSame = probed.every(({ lines }) => lines.join('\n') === first?.lines.join('\n'));
  if (isSame) return [...(first?.lines ?? [])];
  return probed.flatMap(({ name, lines }) => lines.map((line) => `${name}: ${line}`));
}

/** What the readiness probes of a workload's containers ask, as lines of `health`; without any, why that is. */
function probesOf({ spec }: Workload): { lines: string[]; reason: string } {
  const found = spec.template.spec.containers.map(probeOf);
  const lines = found.flatMap((probe) => ('line' in probe ? [probe.line] : []));
  const reasons = found.flatMap((probe) => ('reason' in probe ? [probe.reason] : []));
  return { lines: [...new Set(lines)], reason: reasons.find((reason) => reason !== NO_PROBE) ?? NO_PROBE };
}

const NO_PROBE = 'no HTTP readiness probe';

/** What the API server can ask in the kubelet's place. It sends no headers, and a query may hold a secret. */
function probeOf({ readinessProbe, ports = [] }: Container): { line: string } | { reason: string } {
  const get = readinessProbe?.httpGet;
  if (!get) return { reason: NO_PROBE };
  if (get.host) return { reason: 'its probe asks another host' };
  if (get.httpHeaders?.length) return { reason: 'its probe sends headers' };
  if (get.path?.includes('?')) return { reason: 'its probe has a query' };
  const port = ports.find(({ name }) => name === get.port)?.containerPort ?? Number(get.port);
  if (Number.isNaN(port)) return { reason: 'its probe names a port that its container does not have' };
  const path = `/${(get.path ?? '').replace(/^\//, '')}`;
  const line = `${(get.scheme ?? 'HTTP').toLowerCase()}://:${port}${path}`;
  return isHealth(line) ? { line } : { reason: 'its probe asks for a path that no health check may have' };
}

function isHealth(line: string): boolean {
  try {
    parseHealth(line);
    return true;
  } catch {
    return false;
  }
}
