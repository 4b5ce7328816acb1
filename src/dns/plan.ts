import type { Provider, RecordSet, Wanted } from '../systems/dns/provider.ts';
import { sameValues } from '../systems/dns/values.ts';
import type { Owner } from './owner.ts';
import type { Request } from './request.ts';

/** What will be done, or why not. */
export type Plan =
  | { readonly action: 'switch' | 'no-op'; readonly held: RecordSet; readonly wanted: Wanted }
  | { readonly action: 'refuse'; readonly reason: string };

/** Decides from the records under the name, and its owner. Changes nothing. @throws ActionError where a value is not valid */
export function planSwitch(
  request: Request,
  all: readonly RecordSet[],
  owner: Owner | undefined,
  provider: Pick<Provider, 'readValue' | 'refusesTtl' | 'changedBeside'>,
): Plan {
  const { name, type, previous } = request;
  const found = pick(request, all);
  if (typeof found === 'string') return refuse(found);
  if (found.locked !== undefined)
    return refuse(`the ${type} record of ${name} cannot be changed by itself: ${found.locked}`);
  if (owner?.isAtWork && request.externalDns === 'refuse') {
    return refuse(
      `${name} belongs to ${owner.name}, which would take it back within a minute; change it in the cluster, or say \`external-dns: ignore\``,
    );
  }
  const wanted: Wanted = previous ?? {
    ttl: request.ttl ?? found.ttl,
    values: [...new Set(request.texts.map((text) => provider.readValue(type, text, found)))],
  };
  if (same(found, wanted)) return { action: 'no-op', held: found, wanted };
  if (previous && !same(found, previous.now)) {
    return refuse(
      `the ${type} record of ${name} is ${describeRecord(found)}, and neither what the switch made (${describeRecord(previous.now)}) nor what it was before (${describeRecord(previous)}): it was changed since; switch it to what it should be`,
    );
  }
  const beside = previous && provider.changedBeside(found, previous.raw);
  if (beside !== undefined) {
    return refuse(
      `the ${type} record of ${name} has changed since the switch (${beside}), which undo would take back; switch its values instead`,
    );
  }
  const refusal = request.ttl === undefined ? undefined : provider.refusesTtl(request.ttl, found);
  return refusal ? refuse(refusal) : { action: 'switch', held: found, wanted };
}

/** The record set that is selected, or why there is none. */
function pick({ name, type, identifier }: Request, all: readonly RecordSet[]): RecordSet | string {
  const wildcard = all.find((held) => held.wildcard !== undefined)?.wildcard;
  const own = all.filter((held) => held.type === type);
  if (wildcard !== undefined) {
    const instead = own.length > 0 ? `, or switch ${wildcard}` : '';
    return `there is no ${type} record of ${name}; ${wildcard} answers for it. Make the record first${instead}`;
  }
  const there = [...new Set(all.map((held) => held.type))].join(', ') || 'nothing';
  const alias = all.find((held) => held.type === 'CNAME');
  if (own.length === 0 && alias?.locked !== undefined)
    return `${name} has a CNAME record, which cannot be changed by itself: ${alias.locked}`;
  if (own.length === 0 && alias)
    return `${name} has a CNAME record, and cannot have another beside it; say \`type: CNAME\` and the name of a host`;
  if (own.length === 0)
    return `there is no ${type} record of ${name} to switch (there is ${there}); check \`name\` and \`type\`, or make it first`;
  if (identifier !== undefined) {
    const one = own.find((held) => held.identifier === identifier);
    return one ?? `${name} has no ${type} record with the set identifier ${JSON.stringify(identifier)}`;
  }
  if (own.length > 1 || own[0]?.identifier !== undefined) {
    const names = own.map((held) => held.identifier).join(', ');
    return `${name} has ${type} records by a routing policy; say with \`set-identifier\` which: ${names}`;
  }
  return own[0] as RecordSet;
}

/** `192.0.2.1, 192.0.2.2 (TTL 60)` */
export const describeRecord = ({ ttl, values }: { ttl: number; values: readonly string[] }): string =>
  `${values.join(', ')} (TTL ${ttl})`;

export const same = (a: { ttl: number; values: readonly string[] }, b: typeof a) =>
  a.ttl === b.ttl && sameValues(a.values, b.values);

const refuse = (reason: string): Plan => ({ action: 'refuse', reason });
