import type { NewEvent } from '../record/record.ts';
import { ActionError } from '../runner/errors.ts';
import type { Log } from '../runner/log.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import {
  type ConfigRef,
  type Copies,
  configRefs,
  findRestores,
  keepCopies,
  type Restore,
  restoreConfig,
} from './copies.ts';
import type { Revision } from './history.ts';
import { label, refOf } from './kinds.ts';
import { annotateRevision, goodMark, leftConfigAnnotation, leftConfigMark } from './marks.ts';
import type { Namespace } from './namespace.ts';
import type { Step } from './plan.ts';

/** The configuration that goes back with a plan. */
export interface ConfigurationPlan {
  readonly restores: readonly Restore[];
  readonly warnings: readonly string[];
}

/** True where a plan's targets have kept configuration, so that the rights to read and write it are needed. */
export const hasCopies = (steps: readonly Step[]): boolean =>
  steps.some((step) => Object.keys(copiesOf(step.target)).length > 0);

/** Finds what of the configuration that was kept for the targets differs from what is there now. */
export async function planConfiguration(
  client: KubeClient,
  name: string,
  steps: readonly Step[],
  namespace: Namespace,
): Promise<ConfigurationPlan> {
  const active = steps.filter((step) => step.does === 'roll-back' || step.does === 'no-op');
  // Where two workloads kept the same ConfigMap, the copy that was made last is the one that both were well with.
  const oldestFirst = active.map((step) => step.target).sort((a, b) => keptAt(a).localeCompare(keptAt(b)));
  const copies = Object.assign({}, ...oldestFirst.map(copiesOf)) as Copies;
  const restores = await findRestores(client, name, copies);
  const uids = new Set(active.map((step) => step.uid));
  const others = namespace.workloads().filter((workload) => !uids.has(workload.metadata.uid));
  const sharing = others
    .filter((workload) => uses(workload.spec.template, restores))
    .map((workload) => label(refOf(workload)));
  const unkept = active.filter(
    (step) =>
      step.does === 'roll-back' && step.target && configRefs(step.template).some((ref) => !(ref in copies)),
  );
  return {
    restores,
    warnings: [
      ...(sharing.length > 0
        ? [`${sharing.join(', ')} use configuration that goes back, and are not part of this rollback`]
        : []),
      ...(unkept.length > 0
        ? [
            `ConfigMaps and Secrets of ${unkept.map(label).join(', ')} stay as they are where mark-good kept no copy`,
          ]
        : []),
    ],
  };
}

/**
 * Keeps the present contents as copies owned by the revisions that are left behind, then puts the planned ones in
 * their place.
 *
 * @returns the copies of what was there
 */
export async function putConfigurationBack(
  { client, log, record }: { client: KubeClient; log: Log; record: (event: NewEvent) => void },
  steps: readonly Step[],
  restores: readonly Restore[],
): Promise<Copies> {
  const refs = new Set<string>(restores.map((restore) => restore.ref));
  const captured = await Promise.all(steps.map((step) => captureConfiguration(client, step, refs)));
  for (const restore of restores) {
    await restoreConfig(client, restore).catch((error: Error) => {
      throw new ActionError(
        `${restore.ref} could not be put back from ${restore.copy.metadata.name}, and no workload was touched: ${error.message}`,
        { cause: error },
      );
    });
    log.info(`✓ ${restore.ref}: put back from its copy ${restore.copy.metadata.name}`);
    record({
      component: restore.ref,
      step: 'put configuration back',
      status: 'done',
      to: restore.copy.metadata.name,
    });
  }
  return Object.assign({}, ...captured);
}

/** Remembered on the revision at once: a run that is killed after the contents are replaced can't read them any more. */
async function captureConfiguration(
  client: KubeClient,
  step: Step,
  refs: ReadonlySet<string>,
): Promise<Copies> {
  const owner = (step.current ?? step.target)?.object;
  const used = configRefs(step.workload.spec.template).filter((ref) => refs.has(ref));
  if (!owner || used.length === 0) return {};
  const config = await keepCopies(client, owner, used);
  const mark = { revision: owner.metadata.uid, at: new Date().toISOString(), config };
  await annotateRevision(client, owner, leftConfigAnnotation(mark));
  return config;
}

/** True where a template refers to something that goes back. */
export function uses(template: Step['template'], restores: readonly Restore[]): boolean {
  const refs = new Set<ConfigRef>(configRefs(template));
  return restores.some((restore) => refs.has(restore.ref));
}

/** The copies that belong to a revision: kept when it was marked good, or when its configuration was replaced. */
function copiesOf(revision: Revision | undefined): Copies {
  if (!revision) return {};
  return { ...leftConfigMark(revision.object)?.config, ...goodMark(revision.object)?.config };
}

function keptAt(revision: Revision | undefined): string {
  return (revision && (goodMark(revision.object) ?? leftConfigMark(revision.object))?.at) ?? '';
}
