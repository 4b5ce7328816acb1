import type { Configuration } from './configuration.ts';

/**
 * What the present configuration moved, moved back: the older one knows the addresses that were, and would otherwise
 * destroy what is there and make it again. Pure.
 *
 * @returns text of Terraform's language; empty where nothing was moved
 */
export function movedBack(present: Configuration, planned: Configuration): string {
  const known = new Set(planned.moved.map(keyOf));
  const back = present.moved.filter(
    (move) => !known.has(keyOf(move)) && !planned.moved.some(isReverseOf(move)),
  );
  return back.map(({ from, to }) => `moved {\n  from = ${to}\n  to   = ${from}\n}\n`).join('');
}

const keyOf = ({ from, to }: { from: string; to: string }) => `${from} ${to}`;

const isReverseOf =
  (move: { from: string; to: string }) =>
  ({ from, to }: { from: string; to: string }) =>
    from === move.to && to === move.from;
