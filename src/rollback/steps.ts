import { ActionError } from '../base/errors.ts';
import type { ComponentVerb } from '../record/story-actions.ts';

/** One step of a chain: an action on a component, and what it waits for. */
export interface Step {
  /** `prepare orders`; a step that is not about one component is its verb alone. */
  readonly name: string;
  readonly verb: Verb;
  readonly component: string | undefined;
  /** The action that it runs. */
  readonly action: string;
  /** Inputs that this step gives its action, beside those of the configuration. */
  readonly values: Readonly<Record<string, string>>;
  /** Inputs of the configuration that are meant for another step of the same action. */
  readonly ignoredInputs?: readonly string[];
  /** The steps that have to end before it, and be done unless `when` says otherwise. */
  readonly after: readonly string[];
  /** Steps that have to end before it too, with any outcome. */
  readonly afterAnyOutcome?: readonly string[];
  /**
   * `done`: run only if every step in `after` is done. `always`: with any outcome of theirs, as `notify end` is, unless assess
   * declined the rollback. `even-if-declined`: even then, as `resume` is, because an attempt that died may have left traffic
   * paused.
   */
  readonly when: 'done' | 'always' | 'even-if-declined';
}

export type Verb =
  | ComponentVerb
  | 'assess'
  | 'notify'
  | 'notify start'
  | 'hand back'
  | 'smoke tests'
  | 'verify recovery'
  | 'notify end'
  | 'report';

/** Builds a step: what it does to which component by which action, and the steps that it waits for. */
export function step(
  verb: Verb,
  component: string | undefined,
  action: string,
  after: readonly string[],
  {
    values = {},
    when = 'done',
    afterAnyOutcome = [],
    ignoredInputs,
  }: Partial<Pick<Step, 'values' | 'when' | 'afterAnyOutcome' | 'ignoredInputs'>> = {},
): Step {
  const name = component === undefined ? verb : `${verb} ${component}`;
  return {
    name,
    verb,
    component,
    action,
    values,
    after: [...new Set(after)],
    when,
    ...(afterAnyOutcome.length > 0 && { afterAnyOutcome: afterAnyOutcome }),
    ...(ignoredInputs && { ignoredInputs }),
  };
}

/**
 * The same steps, each after the steps that it waits for; otherwise in their order.
 *
 * @throws ActionError where some wait for each other
 */
export function sorted(steps: readonly Step[]): Step[] {
  const rest = [...steps];
  const result: Step[] = [];
  while (rest.length > 0) {
    const next = rest.findIndex(
      ({ after, afterAnyOutcome = [] }) =>
        !rest.some(({ name }) => after.includes(name) || afterAnyOutcome.includes(name)),
    );
    if (next < 0) {
      const components = [...new Set(rest.map(({ component }) => component).filter(Boolean))].join(', ');
      throw new ActionError(
        `The components ${components} wait for each other; say with \`after\` which of them comes first (docs/configure.md).`,
      );
    }
    result.push(...rest.splice(next, 1));
  }
  return result;
}
