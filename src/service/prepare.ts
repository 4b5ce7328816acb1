import { ActionError } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { asSentence, namesOf } from '../base/sentence.ts';
import { objectsOfWorkload } from '../domain/workloads/joined.ts';
import { kindsIn } from '../domain/workloads/select.ts';
import type { Selection } from '../domain/workloads/selection.ts';
import { type Clusters, findOwners } from '../owners/find.ts';
import { type Accepts, requireConsent } from '../runner/consent.ts';
import type { OwnWork } from '../runner/own-work.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { label, parseRef, refOf } from '../systems/kubernetes/kinds.ts';
import { describeBeside, listOthers, type Others, withoutRollout } from './beside.ts';
import { type ConfigurationPlan, hasCopies, NO_CONFIGURATION, planConfiguration } from './configuration.ts';
import type { RollbackPlan } from './execution.ts';
import type { HealthCheck } from './health.ts';
import { checkImages, ImageCheck } from './images.ts';
import { brokenMarks } from './marks.ts';
import { NamespaceCache } from './namespace.ts';
import { sparingNewer } from './newer.ts';
import { planWithDigests } from './one-image.ts';
import { toBegin, toObserve, toReadConfig, toRestoreConfig, toRollBack } from './permissions.ts';
import { describeStep, refusalOfChange, type Step, type Wanted } from './plan.ts';
import { rehearse } from './rehearse.ts';
import { needsRestart, pendingOf } from './restart.ts';
import { pausedAgain } from './resumed.ts';
import { revisionLines } from './revisions.ts';
import { select } from './select.ts';
import { planOwners } from './through.ts';
import { deployBegun, untouchedReason } from './untouched.ts';

/** The request, read and validated. */
export interface Request {
  readonly selection: Selection;
  readonly wanted: Wanted;
  readonly health: readonly HealthCheck[];
  readonly onFailure: 'stop' | 'continue' | 'restore';
  readonly restoresConfig: boolean;
  readonly accepts: Accepts;
  /** Where owners of workloads are looked up. */
  readonly owners: Clusters;
  /** When this run was at work, where that decides whose release it is that goes back. */
  readonly ownWork: () => Promise<OwnWork | undefined>;
  /** Masks the secrets that images are pulled with. */
  readonly mask: (secret: string) => void;
}

/** A plan and what it was made from. */
export interface Prepared {
  readonly namespace: NamespaceCache;
  readonly groups: readonly (readonly Step[])[];
  readonly configuration: ConfigurationPlan;
  /** The owners that go back first. */
  readonly owners: RollbackPlan['owners'];
  /** The rights to keep and to write configuration were checked. */
  readonly keepsConfig: boolean;
  /** Asks registries, with all of its time. */
  readonly images: RollbackPlan['images'];
  /** What else the release may hold, a line a kind. */
  readonly leftAsIs: readonly string[];
}

/**
 * Asks whether the credentials suffice to look and to begin, before anything else is done with them.
 *
 * @param readOnly where nothing will be changed with them
 * @throws ActionError with the missing rules
 */
export async function checkPermissions(
  client: KubeClient,
  name: string,
  request: Request,
  readOnly: boolean,
): Promise<void> {
  const observe = toObserve(await kindsIn(client, request.selection, name));
  await requirePermissions(client, name, readOnly ? observe : [...observe, ...toBegin(request.health)]);
}

/**
 * Observes, selects and plans; changes nothing.
 *
 * @throws ActionError where anything is refused; with `on-failure: continue`, where that leaves nothing to go on with
 */
export async function prepare(
  client: KubeClient,
  name: string,
  request: Request,
  readOnly: boolean,
  log: Log,
): Promise<Prepared> {
  const imageCheck = () => new ImageCheck(client, name, request.mask);
  const observed = await observeAndPlan(client, name, request, readOnly, log, imageCheck);
  const { namespace, beside, plan: each } = observed;
  const historyOf = ({ workload }: Step) => namespace.history(workload);
  const plan = await sparingNewer(each, historyOf, request.ownWork, log);
  const planned = plan.flat();
  warnOfBrokenMarks(planned, namespace, log);
  for (const step of planned) {
    log.info(describeStep(step));
    if (readOnly)
      log.group(`${label(step)}: revisions`, revisionLines(step, namespace.history(step.workload)));
  }
  refuseUnknownChecks(request.health, namespace);
  refuse(planned, request);

  const restores = request.restoresConfig && hasCopies(planned);
  if (restores) await requirePermissions(client, name, readOnly ? toReadConfig() : toRestoreConfig());
  const configuration = restores
    ? await planConfiguration(client, name, planned, namespace)
    : NO_CONFIGURATION;
  for (const { ref, copy } of configuration.restores)
    log.info(`${ref}: goes back to its copy ${copy.metadata.name}`);
  const images = imageCheck();
  const [rehearsed] = await Promise.all([
    rehearse(client, name, plan, configuration.restores, !readOnly),
    images.prefetch(planned),
  ]);
  const checked = await checkImages(rehearsed, images, namespace, {
    ...{ accepts: request.accepts, log, other: imageCheck },
  });
  const groups = pausedAgain(checked, request.wanted);
  const steps = groups.flat();
  const isAsPlanned = (step: Step) =>
    planned.some(({ uid, reason }) => uid === step.uid && reason === step.reason);
  for (const step of steps.filter((each) => !isAsPlanned(each))) log.info(describeStep(step));
  refuse(steps, request);
  announceRestarts(steps, configuration, request, log);
  const through = await planOwners(steps, request.wanted.gitops, namespace, request.owners, readOnly, log);
  const rest = describeBeside(beside, steps, namespace.workloads(), request.selection.all);
  for (const line of rest.lines) log.info(`Left as it is: ${line}`);
  warn(steps, [...configuration.warnings, ...rest.warnings], log);
  requireConsentToSecrets(configuration, request.accepts, readOnly, log);
  return {
    ...{ namespace, groups, configuration, keepsConfig: restores, leftAsIs: rest.lines, images: imageCheck },
    owners: { steps: through, clusters: request.owners },
  };
}

/** Reads the namespace and plans each selected workload by itself, in the groups that go back one after the other. */
async function observeAndPlan(
  client: KubeClient,
  name: string,
  request: Request,
  readOnly: boolean,
  log: Log,
  images: RollbackPlan['images'],
): Promise<{ namespace: NamespaceCache; beside: Others; plan: Step[][] }> {
  const { selection, wanted } = request;
  const [namespace, beside] = await Promise.all([
    kindsIn(client, selection, name).then((kinds) => NamespaceCache.watch(client, name, kinds, log)),
    listOthers(client, name),
  ]);
  const groups = await select(client, namespace, selection);
  const refs = groups.flat().flatMap(({ workload }) => objectsOfWorkload(workload).map(refOf));
  if (!readOnly) await requirePermissions(client, name, toRollBack(refs));
  const owners = await findOwners(
    request.owners,
    groups.flat().map(({ workload }) => workload),
  );
  const seen = groups.map((group) =>
    group.map(({ workload, named }) => ({
      workload,
      named,
      owner: owners.get(workload.metadata.uid),
      history: namespace.history(workload),
      pods: namespace.pods(workload),
    })),
  );
  const begun = deployBegun(seen.flat(), wanted.deployedAt, client.now.getTime());
  const planOf = async (item: (typeof seen)[number][number]) => {
    const candidate = { ...item, untouched: untouchedReason(item, begun) };
    return withoutRollout(await planWithDigests(candidate, wanted, images), beside);
  };
  const plan = await Promise.all(seen.map((group) => Promise.all(group.map(planOf))));
  return { namespace, beside, plan };
}

/** Says whose pods are started anew. @throws ActionError where that would come to nothing */
function announceRestarts(
  steps: readonly Step[],
  { restores }: ConfigurationPlan,
  { wanted }: Request,
  log: Log,
): void {
  for (const step of steps.filter((step) => needsRestart(step, restores))) {
    const owed = pendingOf(step);
    const reason = owed
      ? `its configuration went back in rollback ${owed.id}, which ended before it could restart its pods`
      : 'its configuration goes back';
    log.info(`${label(step)}: its pods are started anew, because ${reason}`);
    const refused = refusalOfChange(step.workload, step.owner, wanted);
    if (refused) throw refusal([{ ...step, action: 'refuse', reason: refused }], steps.length);
  }
}

/** @throws ActionError where something is refused; with `on-failure: continue`, where that leaves nothing to go on with */
function refuse(steps: readonly Step[], { onFailure }: Request): void {
  const refused = steps.filter((step) => step.action === 'refuse');
  if (refused.length === 0) return;
  const isSomethingLeft =
    onFailure === 'continue' && steps.some(({ action }) => !['refuse', 'skip'].includes(action));
  if (!isSomethingLeft) throw refusal(refused, steps.length);
}

/** An older password may not be accepted any more. A dry run says which consent would be needed. */
function requireConsentToSecrets(
  { rotated }: ConfigurationPlan,
  accepts: Accepts,
  readOnly: boolean,
  log: Log,
): void {
  if (rotated.length === 0) return;
  const names = rotated.join(', ');
  const warning = `${names} would go back to what was kept with the older release, and nothing shows that the deploy that is rolled back wrote what it holds now (\`restore-config: never\` keeps all configuration as it is)`;
  if (readOnly) log.warn(`${warning}; the rollback goes on with \`accept: secrets\`.`);
  else requireConsent(accepts, 'secrets', `Nothing was changed: ${warning}`);
}

/** A configuration has checks for more than is rolled back now; what is nowhere is a slip of the pen. */
function refuseUnknownChecks(health: readonly HealthCheck[], namespace: NamespaceCache): void {
  const known = namespace.workloads().map((workload) => label(refOf(workload)));
  const unknown = health.find(
    (check) =>
      check.for !== undefined &&
      namespace.kinds.includes(parseRef(check.for).kind) &&
      !known.includes(check.for),
  );
  if (unknown)
    throw new ActionError(
      `Input \`health\` names ${unknown.for}, which is not in the namespace ${namespace.name}; there are ${known.sort().join(', ')}.`,
    );
}

function refusal(refused: readonly Step[], all: number): ActionError {
  const [first] = refused as [Step];
  const others = refused.length > 1 ? ` (and ${refused.length - 1} more)` : '';
  const of = all > 1 ? ` of ${all}` : '';
  return new ActionError(
    asSentence(`Nothing was changed: ${label(first)}${others}${of} cannot be rolled back: ${first.reason}`),
    {
      details: refused.map(describeStep),
      // Who asks how many failed must not read that none did.
      outputs: { failed: refused.length },
    },
  );
}

/** Marks that cannot be read are passed over, with a warning for those who rely on them. */
function warnOfBrokenMarks(steps: readonly Step[], namespace: NamespaceCache, log: Log): void {
  for (const { workload } of steps) {
    const objects = [workload, ...namespace.history(workload).map(({ object }) => object)];
    for (const broken of objects.flatMap(brokenMarks)) log.warn(`Passed over: ${broken}.`);
  }
}

/** Says each warning once, for all the workloads that it holds for: a run's page shows ten. */
function warn(steps: readonly Step[], warnings: readonly string[], log: Log): void {
  const byWarning = new Map<string, string[]>();
  for (const step of steps) {
    for (const warning of step.warnings)
      byWarning.set(warning, [...(byWarning.get(warning) ?? []), label(step)]);
  }
  for (const [warning, labels] of byWarning) log.warn(`${names(labels)}: ${asSentence(warning)}`);
  for (const warning of warnings) log.warn(asSentence(warning));
}

/** Names that a line can hold; the plan above has them all. */
const MOST_NAMES = 10;

const names = (labels: readonly string[]): string => namesOf(labels, MOST_NAMES);
