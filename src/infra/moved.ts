import { relative } from 'node:path';
import type { Configuration, Move } from './configuration.ts';

/**
 * What the present configuration moved, moved back: the older one knows the addresses that were, and would otherwise
 * destroy what is there and make it again. Modules of the checkout say it of their own addresses. Pure.
 *
 * @param root the folder that is planned from, out of which nothing is written
 * @returns texts of Terraform's language by the folder that they belong to
 */
export function movedBack(
  present: Configuration,
  planned: Configuration,
  { directory, root }: { directory: string; root: string },
): ReadonlyMap<string, string> {
  const texts = new Map([[directory, new Set(reversed(present.moved, planned.moved))]]);
  for (const [address, { folder, moved }] of planned.modules) {
    if (relative(root, folder).startsWith('..')) continue;
    const own = texts.get(folder) ?? new Set();
    for (const text of reversed(present.modules.get(address)?.moved ?? [], moved)) own.add(text);
    texts.set(folder, own);
  }
  const some = [...texts].filter(([, own]) => own.size > 0);
  return new Map(some.map(([folder, own]) => [folder, [...own].join('')]));
}

function reversed(present: readonly Move[], planned: readonly Move[]): string[] {
  const known = new Set(planned.map(keyOf));
  const back = present.filter((move) => !known.has(keyOf(move)) && !planned.some(isReverseOf(move)));
  return back.map(({ from, to }) => `moved {\n  from = ${to}\n  to   = ${startOf(from, planned)}\n}\n`);
}

/**
 * Where the older configuration moves an address from, however often: what comes back to the address goes that way, because
 * Terraform takes one move to an address and no second one (hashicorp/terraform#32595).
 */
function startOf(address: string, moves: readonly Move[]): string {
  const way = new Set([address]);
  for (const each of way) {
    const before = moves.find(({ to }) => to === each);
    // What moves in a circle is for Terraform to refuse.
    if (before && way.has(before.from)) return address;
    if (before) way.add(before.from);
  }
  return [...way].at(-1) as string;
}

const keyOf = ({ from, to }: Move) => `${from} ${to}`;

const isReverseOf =
  (move: Move) =>
  ({ from, to }: Move) =>
    from === move.to && to === move.from;
