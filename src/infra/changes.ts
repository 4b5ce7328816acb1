import { ActionError } from '../base/errors.ts';
import { withoutFullStop } from '../base/sentence.ts';

/** What a plan does to one resource, as `terraform show -json` says it. */
export interface Change {
  readonly address: string;
  readonly type: string;
  readonly mode: 'managed' | 'data';
  readonly kind: ChangeKind;
  readonly actions: readonly string[];
  /** Why, where Terraform says: `replace_because_cannot_update`. */
  readonly reason: string | undefined;
  /** The address that it had, where it moves. */
  readonly movedFrom: string | undefined;
  readonly values: Values;
}

/** Values before and after; those that a provider or the configuration calls sensitive are marked by `true` in the same place. */
export interface Values {
  readonly before: unknown;
  readonly after: unknown;
  readonly unknown: unknown;
  readonly beforeSensitive: unknown;
  readonly afterSensitive: unknown;
}

export type ChangeKind =
  | 'none'
  | 'read'
  | 'create'
  | 'update'
  | 'import'
  | 'move'
  | 'replace'
  | 'delete'
  | 'forget'
  | 'unknown';

/** A plan, read. */
export interface Plan {
  readonly changes: readonly Change[];
  /** What was changed outside of Terraform since it last looked. */
  readonly drift: readonly Change[];
  /** Outputs that change, by name. */
  readonly outputs: readonly { readonly name: string; readonly values: Values; readonly isGone: boolean }[];
  /** Why this plan cannot be judged or applied as a whole. */
  readonly problems: readonly string[];
  /** Whether the state that it was made from has no resource, and never lost one: then it is hardly the intended state. */
  readonly isFromNothing: boolean;
  /** What `check` blocks of the configuration say already, in their words. */
  readonly failedChecks: readonly string[];
  /** Texts that are marked as sensitive anywhere in it. */
  readonly secrets: readonly string[];
}

interface RawChange {
  readonly actions: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly after_unknown?: unknown;
  readonly before_sensitive?: unknown;
  readonly after_sensitive?: unknown;
  readonly importing?: unknown;
}

interface RawResource {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly previous_address?: string;
  readonly action_reason?: string;
  /** A deposed object is what is left of an instance that was replaced. */
  readonly deposed?: string;
  readonly change: RawChange;
}

interface RawModule {
  readonly resources?: readonly { readonly mode?: string }[];
  readonly child_modules?: readonly RawModule[];
}

interface RawPlan {
  readonly format_version?: string;
  readonly variables?: Record<string, { value?: unknown }>;
  readonly configuration?: { root_module?: { variables?: Record<string, { sensitive?: boolean }> } };
  readonly resource_changes?: readonly RawResource[];
  readonly resource_drift?: readonly RawResource[];
  readonly output_changes?: Record<string, RawChange>;
  readonly deferred_changes?: readonly { resource_change?: { address?: string } }[];
  readonly action_invocations?: readonly unknown[];
  readonly deferred_action_invocations?: readonly unknown[];
  readonly prior_state?: { readonly values?: { readonly root_module?: RawModule } };
  readonly checks?: readonly {
    readonly address?: { readonly kind?: string; readonly to_display?: string };
    readonly status?: string;
    readonly instances?: readonly { readonly problems?: readonly { readonly message?: string }[] }[];
  }[];
  readonly complete?: boolean;
  readonly errored?: boolean;
}

/** Texts shorter than this would be taken out of too much else. */
const SHORTEST_SECRET = 6;

/**
 * Reads what `terraform show -json` says of a plan.
 *
 * @throws ActionError where it is not of format 1
 */
export function readPlan(json: string): Plan {
  const raw = JSON.parse(json) as RawPlan;
  if (!/^1\.\d+$/.test(raw.format_version ?? '')) {
    throw new ActionError(
      `The plan has the format ${raw.format_version ?? 'of no version'}, and only 1.x is understood here; use a Terraform or OpenTofu that writes that, or a newer version of this action.`,
    );
  }
  return {
    changes: (raw.resource_changes ?? []).map(toChange),
    drift: (raw.resource_drift ?? []).map(toChange).filter(({ kind }) => kind !== 'none' && kind !== 'move'),
    outputs: Object.entries(raw.output_changes ?? {})
      .filter(([, { actions }]) => actions.join() !== 'no-op')
      .map(([name, change]) => ({
        name,
        values: valuesOf(change),
        isGone: change.actions.join() === 'delete',
      })),
    problems: problemsOf(raw),
    isFromNothing:
      !hasResources(raw.prior_state?.values?.root_module) && (raw.resource_drift ?? []).length === 0,
    failedChecks: failedChecksOf(raw),
    secrets: secretsOf(raw),
  };
}

/** True for what is written to the state or the infrastructure. */
export const changes = ({ kind, mode }: Change): boolean =>
  kind !== 'none' && !(kind === 'read' && mode === 'data');

/** All texts at places that `marks` says are sensitive. */
export function sensitiveTexts(value: unknown, marks: unknown): string[] {
  if (marks === true) return textsOf(value);
  if (typeof marks !== 'object' || marks === null || typeof value !== 'object' || value === null) return [];
  return Object.entries(marks).flatMap(([key, mark]) =>
    sensitiveTexts((value as Record<string, unknown>)[key], mark),
  );
}

function toChange(raw: RawResource): Change {
  return {
    address: raw.deposed ? `${raw.address} (deposed object ${raw.deposed})` : raw.address,
    type: raw.type,
    mode: raw.mode,
    kind: kindOf(raw),
    actions: raw.change.actions,
    reason: raw.action_reason,
    movedFrom: raw.previous_address,
    values: valuesOf(raw.change),
  };
}

const KINDS: Record<string, ChangeKind> = {
  'no-op': 'none',
  read: 'read',
  create: 'create',
  update: 'update',
  delete: 'delete',
  forget: 'forget',
  'delete,create': 'replace',
  'create,delete': 'replace',
  // The old object stays, and is not managed any more.
  'create,forget': 'forget',
  'forget,create': 'forget',
};

function kindOf({ change, previous_address }: RawResource): ChangeKind {
  const kind = KINDS[change.actions.join()] ?? 'unknown';
  if (kind !== 'none') return kind;
  if (change.importing) return 'import';
  return previous_address ? 'move' : 'none';
}

function valuesOf(change: RawChange): Values {
  return {
    before: change.before,
    after: change.after,
    unknown: change.after_unknown,
    beforeSensitive: change.before_sensitive,
    afterSensitive: change.after_sensitive,
  };
}

function problemsOf(raw: RawPlan): string[] {
  const deferred = (raw.deferred_changes ?? []).map((item) => item.resource_change?.address ?? 'a resource');
  const invocations = [...(raw.action_invocations ?? []), ...(raw.deferred_action_invocations ?? [])];
  return [
    raw.errored === true && 'it ended with an error, so it is a part of a plan only',
    deferred.length > 0 && `it puts off what it cannot know yet: ${deferred.join(', ')}`,
    raw.complete === false &&
      deferred.length === 0 &&
      'it is not complete: another plan would have to follow it',
    invocations.length > 0 && 'it invokes actions of providers, whose effects no plan shows',
  ].filter((problem) => problem !== false);
}

const hasResources = (module: RawModule | undefined): boolean =>
  (module?.resources ?? []).some(({ mode }) => mode === 'managed') ||
  (module?.child_modules ?? []).some(hasResources);

function failedChecksOf({ checks = [] }: RawPlan): string[] {
  return checks
    .filter(({ address, status }) => address?.kind === 'check' && status === 'fail')
    .map(({ address, instances = [] }) => {
      const words = instances.flatMap(({ problems = [] }) =>
        problems.map(({ message = '' }) => message.trim()),
      );
      return `${address?.to_display ?? 'a check'}: ${withoutFullStop(words.join(' '))}`;
    });
}

function secretsOf(raw: RawPlan): string[] {
  const declared = raw.configuration?.root_module?.variables ?? {};
  const variables = Object.entries(raw.variables ?? {}).filter(([name]) => declared[name]?.sensitive);
  const changed = [
    ...[...(raw.resource_changes ?? []), ...(raw.resource_drift ?? [])].map(({ change }) => change),
    ...Object.values(raw.output_changes ?? {}),
  ];
  const texts = [
    ...variables.flatMap(([, { value }]) => textsOf(value)),
    ...changed.flatMap((change) => [
      ...sensitiveTexts(change.before, change.before_sensitive),
      ...sensitiveTexts(change.after, change.after_sensitive),
    ]),
  ];
  return [...new Set(texts)].filter((text) => text.length >= SHORTEST_SECRET);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
