import { ActionError } from '../base/errors.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { RightsError } from '../systems/kubernetes/access.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';

/** What a check found, from good to bad; what could not be looked at is none of them. */
export type State = 'ok' | 'not-checked' | 'at-risk' | 'not-ready';
const ORDER: readonly State[] = ['not-checked', 'ok', 'at-risk', 'not-ready'];

/** What one check says of a component. */
export interface Finding {
  readonly check: string;
  readonly state: State;
  /** A part of a sentence: what was seen. */
  readonly evidence: string;
  /** A part of a sentence: what to do; empty where there is nothing to be done. */
  readonly remedy: string;
  /** It was not requested, or there is nothing to compare it with: that it was not checked is not a risk. */
  readonly isLeftOut?: true;
}

/** The same, of which component and since when. */
export interface Line extends Omit<Finding, 'isLeftOut'> {
  readonly component: string;
  /** RFC 3339: the first check in a row that found the same state. */
  readonly since: string;
}

export const ok = (check: string, evidence: string): Finding => ({
  check,
  state: 'ok',
  evidence,
  remedy: '',
});

export const notChecked = (check: string, reason: string, remedy = ''): Finding => ({
  ...{ check, state: 'not-checked', remedy },
  evidence: `not checked: ${reason}`,
});

export const leftOut = (check: string, reason: string): Finding => ({
  ...notChecked(check, reason),
  isLeftOut: true,
});

/**
 * What a check finds; where it fails, that. A right that is missing says nothing of what it would have shown.
 *
 * @param state what a failure comes to
 */
export async function finding(
  check: string,
  { state, remedy }: { state: 'at-risk' | 'not-ready'; remedy: string },
  readFindings: () => Promise<Finding | Finding[]>,
): Promise<Finding[]> {
  try {
    return [await readFindings()].flat();
  } catch (error) {
    if (error instanceof RightsError || (error instanceof ApiError && error.status === 403))
      return [
        notChecked(
          check,
          `the right is missing: ${withoutFullStop(error.message)}`,
          'give it, see docs/readiness.md',
        ),
      ];
    if (!(error instanceof ActionError)) throw error;
    return [{ check, state, evidence: withoutFullStop(error.message), remedy }];
  }
}

/** One thing that a check looked at, such as a workload. */
export interface Item {
  readonly of: string;
  readonly state: State;
  readonly evidence: string;
}

/** Names that a line can hold. */
const MAX_NAMED = 5;

/** One finding from a look at many things: the worst of them, and what is wrong with which. */
export function together(check: string, items: readonly Item[], good: string, remedy: string): Finding {
  const state = worst(items.map((item) => item.state));
  const same = items.filter((item) => item.state === state);
  if (state === 'ok') return ok(check, good);
  const named = [...new Set(same.slice(0, MAX_NAMED).map(({ of, evidence }) => `${of}: ${evidence}`))].join(
    '; ',
  );
  const more = same.length > MAX_NAMED ? `; and ${same.length - MAX_NAMED} more` : '';
  return state === 'not-checked'
    ? notChecked(check, `${named}${more}`)
    : { check, state, evidence: `${named}${more}`, remedy };
}

/** The worst of some states. Good ones are not spoilt by an unknown one, and none at all are unknown. */
export const worst = (states: readonly State[]): State =>
  states.reduce<State>((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'not-checked');

/** How the whole is: a component of which nothing is known that should be is no more than at risk. */
export function verdictOf(findings: Iterable<readonly Finding[]>): 'ready' | 'at-risk' | 'not-ready' {
  const states = [...findings].map((own) => {
    const known = own.filter(({ isLeftOut }) => !isLeftOut);
    return known.length === 0 ? 'ok' : worst(known.map(({ state }) => state));
  });
  if (states.includes('not-ready')) return 'not-ready';
  return states.includes('at-risk') || states.includes('not-checked') ? 'at-risk' : 'ready';
}
