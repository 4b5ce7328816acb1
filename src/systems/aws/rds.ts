import { ActionError } from '../../base/errors.ts';
import { beginning } from '../../base/redact.ts';
import { PassingError, retry } from '../../base/retry.ts';
import { withoutFullStop } from '../../base/sentence.ts';
import { WAITS } from '../../base/waits.ts';
import { isPassingStatus, send } from '../http/client.ts';
import { type Sign, signerOf } from '../http/sigv4.ts';
import { all, type Element, elementOf, textAt } from './xml.ts';

/** An instance, as far as a recovery reads it. */
export interface Instance {
  readonly id: string;
  readonly status: string;
  readonly engine: string;
  readonly class: string;
  readonly gigabytes: number;
  readonly subnetGroup: string;
  readonly securityGroups: readonly string[];
  readonly parameterGroup: string;
  readonly isPublic: boolean;
  /** The cluster of Aurora that it is of. */
  readonly cluster: string | undefined;
  readonly host: string;
  readonly port: number;
  /** RFC 3339; undefined where it has no automated backups. */
  readonly latest: string | undefined;
  readonly retentionDays: number;
  readonly tags: ReadonlyMap<string, string>;
}

/** A cluster of Aurora. */
export interface Cluster {
  readonly id: string;
  readonly status: string;
  readonly engine: string;
  readonly subnetGroup: string;
  readonly securityGroups: readonly string[];
  readonly parameterGroup: string;
  readonly members: readonly { readonly id: string; readonly isWriter: boolean }[];
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
}

/** A snapshot of an instance or, with `isOfCluster`, of a cluster. */
interface RdsSnapshot {
  readonly id: string;
  readonly of: string;
  readonly status: string;
  readonly engine: string;
  readonly at: string;
  readonly isOfCluster: boolean;
}

/** What RDS says of a request that it does not carry out. */
class RdsError extends ActionError {
  override name = 'RdsError';
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

const VERSION = '2014-10-31';
const MOST_BYTES = 16 * 1024 ** 2;
const THROTTLED = ['Throttling', 'ThrottlingException', 'RequestLimitExceeded'];

export type RdsParameters = Readonly<
  Record<string, string | boolean | readonly string[] | ReadonlyMap<string, string>>
>;

/** Amazon RDS and Aurora in one region: the few calls that a recovery into a temporary instance takes. */
export class Rds {
  readonly region: string;
  readonly #endpoint: URL;
  readonly #sign: Sign;
  readonly #signal: AbortSignal;

  /** Where `AWS_ENDPOINT_URL_RDS` or `AWS_ENDPOINT_URL` name an endpoint, as for AWS's own programs, that is asked. */
  constructor(region: string, signal: AbortSignal) {
    const given = process.env.AWS_ENDPOINT_URL_RDS ?? process.env.AWS_ENDPOINT_URL;
    const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    this.region = region;
    this.#endpoint = new URL(given || `https://rds.${region}.${suffix}/`);
    this.#sign = signerOf('Amazon RDS', 'rds', region);
    this.#signal = signal;
  }

  async instance(id: string): Promise<Instance | undefined> {
    const found = await this.#find('DescribeDBInstances', { DBInstanceIdentifier: id }, 'DBInstanceNotFound');
    return found && all(found, 'DBInstances', 'DBInstance').map(instanceOf)[0];
  }

  /** All instances of the account in this region. */
  async instances(): Promise<Instance[]> {
    return (await this.#pages('DescribeDBInstances')).flatMap((page) =>
      all(page, 'DBInstances', 'DBInstance').map(instanceOf),
    );
  }

  async cluster(id: string): Promise<Cluster | undefined> {
    const found = await this.#find(
      'DescribeDBClusters',
      { DBClusterIdentifier: id },
      'DBClusterNotFoundFault',
    );
    return found && all(found, 'DBClusters', 'DBCluster').map(clusterOf)[0];
  }

  async clusters(): Promise<Cluster[]> {
    return (await this.#pages('DescribeDBClusters')).flatMap((page) =>
      all(page, 'DBClusters', 'DBCluster').map(clusterOf),
    );
  }

  /** A snapshot of an instance, else one of a cluster. */
  async snapshot(id: string): Promise<RdsSnapshot | undefined> {
    const ofInstance = await this.#find(
      'DescribeDBSnapshots',
      { DBSnapshotIdentifier: id },
      'DBSnapshotNotFound',
    );
    const [instance] = all(ofInstance, 'DBSnapshots', 'DBSnapshot');
    if (instance) return snapshotOf(instance, 'DBSnapshotIdentifier', 'DBInstanceIdentifier', false);
    const ofCluster = await this.#find(
      'DescribeDBClusterSnapshots',
      { DBClusterSnapshotIdentifier: id },
      'DBClusterSnapshotNotFoundFault',
    );
    const [cluster] = all(ofCluster, 'DBClusterSnapshots', 'DBClusterSnapshot');
    return cluster && snapshotOf(cluster, 'DBClusterSnapshotIdentifier', 'DBClusterIdentifier', true);
  }

  /** Makes something, under a name of its own: where it exists already, an earlier request succeeded and its answer was lost. */
  async make(action: string, parameters: RdsParameters): Promise<void> {
    try {
      await this.#call(action, parameters);
    } catch (error) {
      if (!(error instanceof RdsError && /^DB(Instance|Cluster)AlreadyExists/.test(error.code))) throw error;
    }
  }

  /** Deletes without a last snapshot; what is gone or on its way is deleted. */
  async remove(kind: 'instance' | 'cluster', id: string): Promise<void> {
    const parameters =
      kind === 'instance'
        ? { DBInstanceIdentifier: id, SkipFinalSnapshot: true, DeleteAutomatedBackups: true }
        : { DBClusterIdentifier: id, SkipFinalSnapshot: true };
    try {
      await this.#call(kind === 'instance' ? 'DeleteDBInstance' : 'DeleteDBCluster', parameters);
    } catch (error) {
      if (!(error instanceof RdsError && /NotFound/.test(error.code))) throw error;
    }
  }

  async #find(action: string, parameters: RdsParameters, notFound: string): Promise<Element | undefined> {
    try {
      return await this.#call(action, parameters);
    } catch (error) {
      if (error instanceof RdsError && error.code === notFound) return undefined;
      throw error;
    }
  }

  async #pages(action: string): Promise<Element[]> {
    const pages: Element[] = [];
    for (let marker = ''; ; ) {
      const page = await this.#call(action, marker ? { Marker: marker } : {});
      pages.push(page);
      marker = textAt(page, 'Marker');
      if (!marker) return pages;
    }
  }

  /** What stands in `<action>Result`. */
  async #call(action: string, parameters: RdsParameters): Promise<Element> {
    const body = bodyOf(action, parameters);
    const request = {
      ...({ method: 'POST', url: this.#endpoint, body } as const),
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    };
    const peer = `Amazon RDS in ${this.region}`;
    return retry(
      async () => {
        const attempt = AbortSignal.any([this.#signal, AbortSignal.timeout(WAITS.RDS_ATTEMPT_MS)]);
        const headers = await this.#sign(request);
        const answer = await send({ ...request, headers, peer, mostBytes: MOST_BYTES }, attempt).catch(
          (error: unknown) => {
            this.#signal.throwIfAborted();
            throw attempt.aborted ? new PassingError(`${peer} does not answer`) : error;
          },
        );
        const found = elementOf(answer.body);
        const code = textAt(found, 'Error', 'Code');
        const refusal = code
          ? `${code}: ${withoutFullStop(beginning(textAt(found, 'Error', 'Message'), 500))}`
          : `it answers ${answer.status}`;
        if (THROTTLED.includes(code) || isPassingStatus(answer.status))
          throw new PassingError(`${peer} does not carry out ${action} (${refusal})`);
        const [result] = all(found, `${action}Result`);
        if (answer.status === 200 && result) return result;
        throw new RdsError(`${peer} does not carry out ${action} (${refusal}).`, code);
      },
      { signal: this.#signal, withinMs: WAITS.RDS_MS },
    );
  }
}

/** A form as the Query protocol wants it: lists are numbered, tags are pairs of a list. */
function bodyOf(action: string, parameters: RdsParameters): string {
  const form = new URLSearchParams({ Action: action, Version: VERSION });
  for (const [name, value] of Object.entries(parameters)) {
    if (value instanceof Map)
      [...value].forEach(([key, text], index) => {
        form.set(`${name}.Tag.${index + 1}.Key`, key);
        form.set(`${name}.Tag.${index + 1}.Value`, text);
      });
    else if (Array.isArray(value))
      value.forEach((text, index) => {
        form.set(`${name}.${index + 1}`, text);
      });
    else form.set(name, String(value));
  }
  return form.toString();
}

const tagsOf = (element: Element): ReadonlyMap<string, string> =>
  new Map(all(element, 'TagList', 'Tag').map((tag) => [textAt(tag, 'Key'), textAt(tag, 'Value')]));

const securityGroupsOf = (element: Element): string[] =>
  all(element, 'VpcSecurityGroups', 'VpcSecurityGroupMembership').map((group) =>
    textAt(group, 'VpcSecurityGroupId'),
  );

const instanceOf = (element: Element): Instance => ({
  id: textAt(element, 'DBInstanceIdentifier'),
  status: textAt(element, 'DBInstanceStatus'),
  engine: textAt(element, 'Engine'),
  class: textAt(element, 'DBInstanceClass'),
  gigabytes: Number(textAt(element, 'AllocatedStorage')),
  subnetGroup: textAt(element, 'DBSubnetGroup', 'DBSubnetGroupName'),
  securityGroups: securityGroupsOf(element),
  parameterGroup: textAt(element, 'DBParameterGroups', 'DBParameterGroup', 'DBParameterGroupName'),
  isPublic: textAt(element, 'PubliclyAccessible') === 'true',
  cluster: textAt(element, 'DBClusterIdentifier') || undefined,
  host: textAt(element, 'Endpoint', 'Address'),
  port: Number(textAt(element, 'Endpoint', 'Port')),
  latest: textAt(element, 'LatestRestorableTime') || undefined,
  retentionDays: Number(textAt(element, 'BackupRetentionPeriod')),
  tags: tagsOf(element),
});

const clusterOf = (element: Element): Cluster => ({
  id: textAt(element, 'DBClusterIdentifier'),
  status: textAt(element, 'Status'),
  engine: textAt(element, 'Engine'),
  subnetGroup: textAt(element, 'DBSubnetGroup'),
  securityGroups: securityGroupsOf(element),
  parameterGroup: textAt(element, 'DBClusterParameterGroup'),
  members: all(element, 'DBClusterMembers', 'DBClusterMember').map((member) => ({
    id: textAt(member, 'DBInstanceIdentifier'),
    isWriter: textAt(member, 'IsClusterWriter') === 'true',
  })),
  earliest: textAt(element, 'EarliestRestorableTime') || undefined,
  latest: textAt(element, 'LatestRestorableTime') || undefined,
  tags: tagsOf(element),
});

const snapshotOf = (element: Element, id: string, of: string, isOfCluster: boolean): RdsSnapshot => ({
  id: textAt(element, id),
  of: textAt(element, of),
  status: textAt(element, 'Status'),
  engine: textAt(element, 'Engine'),
  at: textAt(element, 'SnapshotCreateTime'),
  isOfCluster,
});
