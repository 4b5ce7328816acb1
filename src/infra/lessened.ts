import type { Change, Plan } from './changes.ts';
import { type AttributeDifference, differences } from './diff.ts';

/** Attributes whose version no provider takes back, and types whose `version` it is. */
const ONE_WAY_VERSION =
  /^(?:engine_version|kubernetes_version|kafka_version|database_version|orchestrator_version)$/;
const OF_ONE_WAY_VERSION =
  /^(?:aws_eks_(?:cluster|node_group)|azurerm_(?:postgresql|mysql)_flexible_server|digitalocean_(?:kubernetes|database)_cluster)$/;
/** Attributes that say how large a disk is, and types whose `size` it is: a disk only grows. */
const DISK = /^(?:allocated_storage|disk_size|disk_size_gb|disk_size_in_gb|storage_mb|storage_size_gb)$/;
const OF_DISK = /^(?:aws_ebs_volume|google_compute_disk|digitalocean_volume|hcloud_volume)$/;

/** Attributes, or types, that say how long or whether something is kept; as providers name them. */
const KEEPS = /retention|lifecycle|point_in_time|versioning|backup/i;

/**
 * What an update in place takes away, each as half a sentence: what is kept for a shorter time is deleted as surely as
 * with the resource, and what an autoscaler has added is what carries the load. And what no provider does, though it can be
 * planned: the apply would end there, with some of the rest made. Pure.
 */
export function lessened(change: Change, drift: Plan['drift']): string[] {
  if (change.kind !== 'update') return [];
  const found = differences(change.values);
  const shorter = found.filter(
    ({ path, ...values }) => KEEPS.test(`${change.type}.${path}`) && keepsLess(values),
  );
  const impossible = found.filter((item) => isOneWay(change.type, item));
  const raised = drift
    .filter(({ address }) => address === change.address)
    .flatMap((item) => differences(item.values));
  const smaller = found.filter((item) => raised.some((other) => takesBack(item, other)));
  return [
    ...(shorter.length > 0
      ? [`keep less than now (${wordsOf(shorter)}), so that what is beyond is deleted`]
      : []),
    ...(smaller.length > 0
      ? [`be made smaller than something outside of Terraform has made it (${wordsOf(smaller)})`]
      : []),
    ...(impossible.length > 0
      ? [
          `be asked for an older version or a smaller disk (${wordsOf(impossible)}), at which providers fail when other changes are made already: give the present value in \`vars\``,
        ]
      : []),
  ];
}

/** Attributes that keep a resource from being deleted, or strangers from it, while they are true; or while they are not. */
const PROTECTS =
  /^(?:(?:enable_)?deletion_protection(?:_enabled)?|delete_protection|termination_protection|disable_api_termination|purge_protection_enabled|block_public_(?:acls|policy)|ignore_public_acls|restrict_public_buckets)$/;
const EXPOSES =
  /^(?:force_destroy|force_delete|skip_final_snapshot|publicly_accessible|public_network_access_enabled)$/;

/** What of an update in place leaves a resource less protected, as half a sentence; undefined where nothing does. Pure. */
export function unprotected(change: Change): string | undefined {
  if (change.kind !== 'update') return undefined;
  const found = differences(change.values).filter(({ path, before, after }) => {
    const name = path.slice(path.lastIndexOf('.') + 1);
    return (PROTECTS.test(name) && before === 'true') || (EXPOSES.test(name) && after === 'true');
  });
  return found.length > 0 ? `be less protected than now (${wordsOf(found)})` : undefined;
}

/** 0, -1 and nothing mean for ever to some providers and not at all to others, so only more days are surely more. */
function keepsLess({ before, after }: Pick<AttributeDifference, 'before' | 'after'>): boolean {
  if (before === 'true' || /^"enabled"$/i.test(before)) return true;
  const [was, becomes] = [numberIn(before), numberIn(after)];
  if (was === undefined && becomes === undefined) return false;
  return !(was !== undefined && becomes !== undefined && was > 0 && becomes > was);
}

/** True where a number that was raised outside of Terraform is lowered again. */
function takesBack(planned: AttributeDifference, outside: AttributeDifference): boolean {
  const [was, now, becomes] = [outside.before, outside.after, planned.after].map(numberIn);
  if (planned.path !== outside.path || planned.before !== outside.after) return false;
  return was !== undefined && now !== undefined && becomes !== undefined && was < now && becomes < now;
}

function isOneWay(type: string, { path, before, after }: AttributeDifference): boolean {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (DISK.test(name) || (name === 'size' && OF_DISK.test(type))) {
    const [was, becomes] = [numberIn(before), numberIn(after)];
    return was !== undefined && becomes !== undefined && becomes < was;
  }
  const isVersion = ONE_WAY_VERSION.test(name) || (name === 'version' && OF_ONE_WAY_VERSION.test(type));
  return isVersion && isOlder(versionIn(after), versionIn(before));
}

/** `"16.13"`, `"POSTGRES_15"` and `"MYSQL_8_0"` as numbers. */
const versionIn = (shown: string): number[] =>
  (/\d{1,9}(?:[._]\d{1,9}){0,9}/.exec(shown)?.[0] ?? '').split(/[._]/).filter(Boolean).map(Number);

/** Where one of the two says less, such as `16` of `16.13`, it stands for either. */
function isOlder(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((part, index) => index < other.length && part !== other[index]);
  return at >= 0 && (one[at] as number) < (other[at] as number);
}

/** A number, or a text that is one. */
function numberIn(shown: string): number | undefined {
  const text = /^"?(-?\d+(?:\.\d+)?)"?$/.exec(shown)?.[1];
  return text === undefined ? undefined : Number(text);
}

/** `desired_count 10 → 2`, one after another. */
export const wordsOf = (found: readonly AttributeDifference[]) =>
  found.map(({ path, before, after }) => `${path} ${before} → ${after}`).join(', ');
