import { ActionError } from '../../base/errors.ts';
import { label, parseWorkload, type Ref } from '../../systems/kubernetes/kinds.ts';

/** Which workloads are meant, and in which groups they go one after another. */
export interface Selection {
  readonly all: boolean;
  readonly refs: readonly Ref[];
  readonly selector: string | undefined;
  readonly order: readonly (readonly Ref[])[];
}

/** Reads the inputs `workloads`, `selector` and `order`. @throws ActionError where they name nothing or contradict */
export function parseSelection(
  workloads: readonly string[],
  selector: string | undefined,
  order: readonly string[],
): Selection {
  const all = workloads.includes('all');
  const groups = order.map((line) =>
    line
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(parseWorkload),
  );
  const refs = workloads.filter((item) => item !== 'all').map(parseWorkload);
  if (all && (refs.length > 0 || selector)) {
    throw new ActionError(
      'Input `workloads` is `all`; leave other names and `selector` out, or leave `all` out.',
    );
  }
  const ordered = groups.flat();
  const twice = ordered.find(
    (ref, index) => ordered.findIndex((other) => label(other) === label(ref)) !== index,
  );
  if (twice) throw new ActionError(`Input \`order\` names ${label(twice)} twice.`);
  if (!all && !selector && refs.length === 0 && ordered.length === 0) {
    throw new ActionError('Say which workloads are meant: `workloads` (names, or `all`) or `selector`.');
  }
  return { all, refs: refs.length > 0 || all || selector ? refs : ordered, selector, order: groups };
}
