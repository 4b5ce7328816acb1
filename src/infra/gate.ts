import { type Change, type ChangeKind, changes, type Plan } from './changes.ts';
import { type Configuration, moduleOf, withoutKeys } from './configuration.ts';
import { ignoredChanges } from './ignored.ts';
import { lessened, unprotected, wordsOf } from './lessened.ts';
import { holds } from './stateful.ts';

/** What the user allows, and what the present configuration protects. */
interface Rules {
  /** Exact addresses of what may be destroyed, replaced, forgotten or reduced. */
  readonly allowDestroy: readonly string[];
  /** Globs of which every change must match one; empty for no such bound. */
  readonly onlyChanges: readonly string[];
  /** The configuration as it is checked out now; undefined where its files cannot be read. */
  readonly present: Pick<Configuration, 'protected' | 'ignored' | 'foreign' | 'forgotten'> | undefined;
  /** The configuration that is planned. */
  readonly planned: Pick<Configuration, 'floating'>;
  /** The folder in which an older ref is planned, which is gone afterwards; undefined where the checkout is planned. */
  readonly worktree?: string | undefined;
}

/** What becomes of a resource: `would be destroyed`. */
const LOSSES: Partial<Record<ChangeKind, string>> = {
  delete: 'be destroyed',
  replace: 'be replaced, which destroys what is there',
  forget: 'be forgotten, so that nothing looks after it any more',
  unknown: 'have something done to it that is not known here',
};

const ALLOW = 'name it in `allow-destroy` where that is meant';

/** Terraform's reasons, in words. */
const REASONS: Record<string, string> = {
  replace_because_tainted: 'it is tainted',
  replace_because_cannot_update: 'an attribute cannot be changed in place',
  replace_by_request: 'it was asked for',
  replace_by_triggers: 'what triggers its replacement changes',
  delete_because_no_resource_config: 'the planned configuration does not have it',
  delete_because_wrong_repetition: 'count or for_each are different',
  delete_because_count_index: 'the count is lower',
  delete_because_each_key: 'for_each does not have its key',
  delete_because_no_module: 'the planned configuration does not have its module',
  delete_because_no_move_target: 'it was moved to where nothing is',
};

export const reasonOf = ({ reason }: Change): string | undefined =>
  reason === undefined ? undefined : (REASONS[reason] ?? reason);

/** Every reason for which a plan must not be applied, each as half a sentence; empty where it may. Pure. */
export function refusals(plan: Plan, rules: Rules): string[] {
  const touched = plan.changes.filter(changes);
  return [
    ...plan.problems.map((problem) => `the plan cannot be judged, because ${problem}`),
    ...pathsOf(plan, rules),
    ...touched.flatMap((change) => lossOf(change, rules) ?? []),
    ...touched
      .filter((change) => isSecond(change, rules))
      .map(
        ({ address }) =>
          `${address} would be made a second time: the present configuration has it \`removed\`, so Terraform forgot it and it may still be there; import it first, or name it in \`allow-destroy\` where it is gone`,
      ),
    ...touched
      .filter(({ address }) => !rules.allowDestroy.includes(address))
      .flatMap((change) =>
        [...lessened(change, plan.drift), ...takenBack(change, rules)].map(
          (loss) => `${change.address} would ${loss}; ${ALLOW}`,
        ),
      ),
    ...touched
      .filter((change) => isOutside(change, rules))
      .map(({ address }) => `${address} would change, and \`only-changes\` does not name it`),
  ];
}

/** Values that would be the path of a folder of ours: `path.cwd` and whole paths are different here than in a deploy. */
function pathsOf(plan: Plan, { worktree }: Rules): string[] {
  if (worktree === undefined) return [];
  const given = [
    ...plan.changes.filter(changes).map(({ address, values }) => ({ name: address, values })),
    ...plan.outputs.map(({ name, values }) => ({ name: `output ${name}`, values })),
  ].filter(({ values }) => JSON.stringify(values.after ?? null).includes(worktree));
  return given.map(
    ({ name }) =>
      `${name} would get the path of the folder in which the older ref is planned, because the configuration uses \`path.cwd\` or a whole path; let it use \`path.module\` and \`path.root\` as they are`,
  );
}

/** What others look after now, as half a sentence. */
function takenBack(change: Change, { present }: Rules): string[] {
  const found = ignoredChanges(change, present?.ignored.get(withoutKeys(change.address)) ?? []);
  if (found.length === 0) return [];
  return [
    `set what the present configuration leaves to others by \`ignore_changes\` (${wordsOf(found)}), such as an autoscaler or what deploys the application`,
  ];
}

/** What the gate could not see, and what is easily overlooked, as sentences. */
export function warnings(plan: Plan, { present, planned, worktree }: Rules): string[] {
  const unseen = plan.changes.filter(
    ({ kind, address }) =>
      kind in LOSSES && [...(present?.foreign ?? [])].some((module) => isIn(moduleOf(address), module)),
  );
  return [
    ...unseen.map(
      ({ address }) =>
        `${address} is of a module that is not in this repository, so whether the present configuration says prevent_destroy was not looked at.`,
    ),
    ...plan.changes.flatMap((change) => {
      const loss = unprotected(change);
      return loss === undefined ? [] : [`${change.address} would ${loss}.`];
    }),
    ...plan.outputs
      .filter(({ isGone }) => isGone)
      .map(
        ({ name }) =>
          `The output ${name} would be gone, because the planned configuration does not have it; what reads it from this state (\`terraform_remote_state\`) fails then, or takes a default.`,
      ),
    // Of the checkout as it is the deploy has the same.
    ...(worktree === undefined ? [] : [...planned.floating]).map(
      ([address, source]) =>
        `${address} comes from ${source}, which may be newer than what was deployed from the older ref: no lock file keeps versions of modules, so look at what the plan changes there.`,
    ),
    ...plan.failedChecks.map((check) => `A check of the configuration fails: ${check}.`),
  ];
}

function lossOf(change: Change, rules: Rules): string | undefined {
  const loss = LOSSES[change.kind];
  if (!loss) return undefined;
  const isProtected = rules.present?.protected.has(withoutKeys(change.address));
  const held = holds(change.type);
  const reason = reasonOf(change);
  const isAllowed = change.kind !== 'unknown' && rules.allowDestroy.includes(change.address);
  if (isAllowed && isProtected === false) return undefined;
  const parts = [
    `${change.address}${held ? ` (${held})` : ''} would ${loss}`,
    reason && ` because ${reason}`,
    isProtected && ', though the present configuration protects it with prevent_destroy',
    isAllowed && !rules.present && ', and the present configuration, which may protect it, cannot be read',
    !isAllowed && !isProtected && change.kind !== 'unknown' && `; ${ALLOW}`,
  ];
  return parts.filter(Boolean).join('');
}

const isSecond = ({ kind, address }: Change, { allowDestroy, present }: Rules): boolean => {
  const plain = withoutKeys(address);
  const isForgotten = [...(present?.forgotten ?? [])].some(
    (each) => plain === each || plain.startsWith(`${each}.`),
  );
  return kind === 'create' && isForgotten && !allowDestroy.includes(address);
};

const isOutside = ({ address }: Change, { onlyChanges }: Rules): boolean =>
  onlyChanges.length > 0 && !onlyChanges.some((glob) => matches(glob, address));

/**
 * `*` stands for anything. All else is itself: addresses have the signs that other globs take for more. The parts between stars
 * are looked for one behind the other, which takes as long as the address is, whatever it holds.
 */
function matches(glob: string, address: string): boolean {
  const [first = '', ...parts] = glob.split('*');
  const last = parts.pop();
  if (last === undefined) return glob === address;
  const end = address.length - last.length;
  if (!address.startsWith(first) || !address.endsWith(last) || end < first.length) return false;
  let at = first.length;
  for (const part of parts) {
    const found = address.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

const isIn = (module: string, other: string): boolean => module === other || module.startsWith(`${other}.`);
