import type { Held } from '../systems/dns/provider.ts';
import { bytesOf } from '../systems/dns/values.ts';

/** What external-dns puts before the first label of the names of its registry. */
const MARKS = ['', 'a-', 'aaaa-', 'cname-', 'txt-', 'mx-', 'srv-', 'caa-'];

/** The names under which external-dns may say that a name is its own, inside the zone. */
export function registryNames(name: string, zone: string): string[] {
  const names = MARKS.map((mark) => `${mark}${name}`);
  return zone.includes('.') ? names.filter((each) => each === name || each.endsWith(`.${zone}`)) : names;
}

/** Who of external-dns' says so, in its words: `owner "prod", ingress/shop/web`. Undefined where nobody does. */
export function ownerIn(held: readonly Held[]): string | undefined {
  for (const { type, values, wildcard } of held) {
    // A text that a wildcard answers with is said of that, and of no name below it.
    if (type !== 'TXT' || wildcard !== undefined) continue;
    const texts = values.map((value) => bytesOf(value).toString());
    const text = texts.find((value) => value.startsWith('heritage=external-dns'));
    if (text === undefined) continue;
    const owner = /external-dns\/owner=([^,]*)/.exec(text)?.[1] ?? '';
    const resource = /external-dns\/resource=([^,]*)/.exec(text)?.[1];
    return `owner ${JSON.stringify(owner)}${resource ? `, ${resource}` : ''}`;
  }
  return undefined;
}
