import { withoutFullStop } from '../base/sentence.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import type { Workload } from '../systems/kubernetes/objects.ts';
import type { Restore } from './copies.ts';
import { sameTemplate } from './history.ts';
import { rollbackPatch } from './patch.ts';
import { tryPatch } from './patch-workload.ts';
import type { Step } from './plan.ts';
import { type PodTrial, podTrial } from './pod-trial.ts';
import { lostVolumesOf, nameReference, type Reference, ReferenceLookup, referencesOf } from './references.ts';
import { needsRestart } from './restart.ts';

/** What the API server says where nobody knows what a webhook would have said. */
const WEBHOOK_DOWN = /failed calling webhook "([^"]{1,253})"/;
/** What a webhook that changes something outside says to a dry run (admission/plugin/webhook/errors/statuserror.go). */
const NO_DRY_RUN = /does not support dry run/;

/**
 * Finds out before the first change which steps would fail: what the older template needs is looked up, and each patch and a
 * pod of it are tried as dry runs, which pass every admission policy. Changes nothing.
 *
 * @param mayPatch whether the right to patch was checked
 * @returns the steps, those that cannot succeed as refused, and those that would change nothing as no-ops
 */
export async function rehearse(
  client: KubeClient,
  namespace: string,
  groups: readonly (readonly Step[])[],
  restores: readonly Restore[],
  mayPatch: boolean,
): Promise<Step[][]> {
  const lookup = new ReferenceLookup(client, namespace, restores);
  const isTried = mayPatch && groups.flat().some(({ action }) => action === 'roll-back');
  const tryPod = isTried ? await podTrial(client, namespace) : undefined;
  const rehearseStep = async (step: Step): Promise<Step> => {
    if (step.action !== 'roll-back' && !needsRestart(step, restores)) return step;
    const lost = lostVolumesOf(step.template, step.workload);
    if (lost.length > 0)
      return refused(
        step,
        `its older template mounts the volume ${lost.join(', ')}, which its \`volumeClaimTemplates\` do not have any more, and no pod of it could be made; make it anew with those of then (delete it with \`--cascade=orphan\`, so that its pods serve meanwhile)`,
      );
    const missing = await lookup.missing(referencesOf(step.template));
    const { fatal, doubtful } = weigh(missing, step);
    if (fatal.length > 0)
      return refused(step, `what it needs is not there: ${list(fatal)}; bring it back first`);
    const warnings =
      doubtful.length > 0 ? [`${list(doubtful)}, which it pulls its images with, is not there`] : [];
    const known = { ...step, warnings: [...step.warnings, ...warnings] };
    return tryPod && step.action === 'roll-back' ? tryOut(client, known, tryPod) : known;
  };
  return Promise.all(groups.map((group) => Promise.all(group.map(rehearseStep))));
}

const list = (references: readonly Reference[]) => references.map(nameReference).join(', ');

const refused = (step: Step, reason: string): Step => ({ ...step, action: 'refuse', reason });

/** A pull secret that the present template names as well is no reason to stay: its images came without it. */
function weigh(missing: readonly Reference[], { workload }: Step) {
  const present = new Set(
    referencesOf(workload.spec.template).flatMap((item) => (item.onlyForPulls ? [item.name] : [])),
  );
  const isDoubtful = ({ onlyForPulls, name }: Reference) => onlyForPulls === true && present.has(name);
  return {
    fatal: missing.filter((item) => !isDoubtful(item)),
    doubtful: missing.filter(isDoubtful),
  };
}

async function tryOut(client: KubeClient, step: Step, tryPod: PodTrial): Promise<Step> {
  const mark = { id: '-', run: '-', at: new Date().toISOString(), wanted: '-', to: '', revision: 0 };
  try {
    const { before, after } = await tryPatch(client, step.workload, (fresh) =>
      rollbackPatch(fresh, step, mark),
    );
    if (!changesNothing(before, after)) return withPodTried(step, await tryPod(step));
    const reason = `${step.reason}; a policy of the cluster makes it what runs already`;
    return { ...step, action: 'no-op', reason, warnings: [] };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // What has gone or changed since is met again by the patch itself.
    if (error.status === 404 || NO_DRY_RUN.test(error.message)) return step;
    const [, webhook] = WEBHOOK_DOWN.exec(error.message) ?? [];
    const words = withoutFullStop(error.message);
    return refused(
      step,
      webhook === undefined
        ? `the API server does not take its older template: ${words}`
        : `the admission webhook ${webhook} does not answer, and without it nothing may be changed: ${words}; bring it back, or set its \`failurePolicy\` to Ignore until then`,
    );
  }
}

function withPodTried(step: Step, refusal: Awaited<ReturnType<PodTrial>>): Step {
  if (!refusal) return step;
  const { reason, isSure } = refusal;
  if (isSure) return refused(step, `the cluster makes no pods of its older template: ${reason}`);
  const warning = `a pod of its older template was refused as a dry run, as it may be when its controller makes it: ${reason}`;
  return { ...step, warnings: [...step.warnings, warning] };
}

/** A policy of the cluster that changes the older template into the present one makes a repeat of what was done already. */
const changesNothing = (before: Workload, after: Workload): boolean =>
  sameTemplate(before.spec.template, after.spec.template) &&
  (before.spec.paused ?? false) === (after.spec.paused ?? false);
