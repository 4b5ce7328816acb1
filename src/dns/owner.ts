import type { Surroundings } from '../systems/dns/provider.ts';
import { bytesOf } from '../systems/dns/values.ts';

/** Types of record that external-dns writes into the names of its registry (its registry/mapper). */
const TYPES = ['a', 'aaaa', 'cname', 'ns', 'mx', 'ptr', 'srv', 'naptr', 'txt', 'caa', 'dname'];
const TYPE_BEFORE = new RegExp(`(?:^|[-._])(?:${TYPES.join('|')})-$`);
/** AES-GCM of a text of external-dns, zipped, is at least so long as base64. */
const ENCRYPTED = /^[A-Za-z0-9+/_-]{80,}={0,2}$/;

/** The program that manages a name, as its mark says. */
export interface Owner {
  /** True where it takes back what others change, within a minute. */
  readonly isAtWork: boolean;
  /** Its name, in a few words. */
  readonly name: string;
}

/** What external-dns calls a type; an alias of Route 53 was a CNAME to it for long. */
const marksOf = (type: string): string[] =>
  ['A', 'AAAA'].includes(type) ? [type.toLowerCase(), 'cname'] : [type.toLowerCase()];

/** The names under which it may stand, inside the zone, whose a record set is: by external-dns, and by octoDNS. */
export function registryNames(name: string, zone: string, type: string): string[] {
  const [first = '', ...rest] = name.split('.');
  const isStar = first === '*';
  const ofOctodns = name === zone ? zone : [isStar ? '_wildcard' : first, ...rest].join('.');
  return [
    name,
    // What stands for a star is known only from external-dns' own configuration.
    ...(isStar ? [] : marksOf(type).map((mark) => `${mark}-${name}`)),
    `${type.toLowerCase()}._metadata.${name}`,
    `_owner.${type.toLowerCase()}.${ofOctodns}`,
  ].filter((each) => each === name || each.endsWith(`.${zone}`));
}

/** The program that manages a record set, by the records near it and the notes at it; undefined where none says so. */
export function ownerOf(
  name: string,
  zone: string,
  type: string,
  { held, texts, others }: Surroundings,
): Owner | undefined {
  const exact = registryNames(name, zone, type);
  for (const [mark, values] of texts) {
    const isExact = exact.includes(mark);
    if (!isExact && !(others && isNearest(mark, name, zone, type, others))) continue;
    const owner = values.map((value) => ownerIn(plain(value), isExact && mark !== name)).find(Boolean);
    if (owner) return owner;
  }
  const notes = held.filter((each) => each.type === type).flatMap((each) => each.notes ?? []);
  return notes.map(ownerNoted).find(Boolean);
}

const plain = (value: string): string => bytesOf(value).toString().replace(/^"|"$/g, '');

/** @param isOwnName whether the name of the mark is used by nothing else, so that what is encrypted there is a mark */
function ownerIn(text: string, isOwnName: boolean): Owner | undefined {
  const words = new Map(text.split(',').map((word) => word.trim().split(/=(.*)/s) as [string, string]));
  if (words.get('heritage') === 'external-dns') {
    const owner = JSON.stringify(words.get('external-dns/owner') ?? '');
    const resource = words.get('external-dns/resource');
    return { isAtWork: true, name: `external-dns (owner ${owner}${resource ? `, ${resource}` : ''})` };
  }
  if (isOwnName && ENCRYPTED.test(text))
    return { isAtWork: true, name: 'external-dns (its mark is encrypted)' };
  return isOwnName && text === '*octodns*' ? { isAtWork: false, name: 'octoDNS' } : undefined;
}

/** Comments and tags are words of people; what they name is a program that keeps records. */
function ownerNoted(note: string): Owner | undefined {
  const [program] =
    /\b(?:external-?dns|terraform|opentofu|pulumi|octodns|dnscontrol|crossplane|ansible)\b/i.exec(note) ?? [];
  if (program === undefined) return undefined;
  const name = `${program} (noted at the record: ${JSON.stringify(note.slice(0, 100))})`;
  return { isAtWork: /^external/i.test(program), name };
}

/**
 * Whether a mark of external-dns is of this name, with whatever `--txt-prefix`, `--txt-suffix` or
 * `--txt-wildcard-replacement` it was made: none of the other names fits it better, and it is of no other type.
 */
function isNearest(
  mark: string,
  name: string,
  zone: string,
  type: string,
  others: ReadonlySet<string>,
): boolean {
  const fits = fitsOf(mark, zone, (each) => each === name || others.has(each));
  const [best] = fits.sort((a, b) => b.score - a.score);
  const own = fits.find((each) => each.name === name);
  if (best === undefined || own?.score !== best.score) return false;
  // A prefix may well be called `txt`.
  const types = own.affix.split(/[-._ ]/).filter((word) => word !== 'txt' && TYPES.includes(word));
  return types.length === 0 || marksOf(type).some((each) => types.includes(each));
}

/** A name that a mark may be of, and what the mark has beside it. */
interface Fit {
  readonly name: string;
  readonly score: number;
  readonly affix: string;
}

/**
 * The names that a mark may be of: a part of it, between separators. A type directly before the name says most, then a
 * longer name; a star and the zone itself, which have nothing in the mark that is theirs alone, say least.
 */
function fitsOf(mark: string, zone: string, isName: (name: string) => boolean): Fit[] {
  const fits: Fit[] = [];
  for (const { index: dot } of mark.matchAll(/\./g)) {
    const [head, parent] = [mark.slice(0, dot), mark.slice(dot + 1)];
    if (isName(`*.${parent}`)) fits.push({ name: `*.${parent}`, score: 1, affix: '' });
    const cuts = [...head.matchAll(/[-._]/g)].map(({ index }) => index);
    for (const start of [0, ...cuts.map((cut) => cut + 1)])
      for (const end of [...cuts, head.length]) {
        const first = head.slice(start, end);
        const name = `${first}.${parent}`;
        if (first === '' || first.includes('.') || !isName(name)) continue;
        const before = head.slice(0, start);
        const isTyped = TYPE_BEFORE.test(before);
        const score = name === zone ? 1 : 2 + end - start + (isTyped ? 1000 : 0);
        fits.push({ name, score, affix: `${before} ${head.slice(end)}` });
      }
  }
  return fits;
}
