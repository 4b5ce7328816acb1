import { ActionError, messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { asSentence, withoutFullStop } from '../base/sentence.ts';
import type { Subject } from '../record/catalogue.ts';
import type { NewEvent } from '../record/record.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { type ConfigRef, configRefs } from './config-refs.ts';
import { uses } from './configuration.ts';
import { type Copies, findRestores, keepCopies, namedCopies, type Restore, restoreConfig } from './copies.ts';
import type { Revision } from './history.ts';
import { lingeringKeys } from './lingering.ts';
import { annotateRevision, leftConfigAnnotation, leftConfigMark } from './marks.ts';
import type { Step } from './plan.ts';

/** What of a plan's configuration the workloads of one group use, before or after. */
export function restoresFor(steps: readonly Step[], restores: readonly Restore[]): Restore[] {
  const active = steps.filter((step) => step.action === 'roll-back' || step.action === 'no-op');
  return restores.filter((restore) => active.some((step) => uses(step.template, [restore])));
}

/** Copies of what was replaced, by the uid of the revision that each is remembered on. */
export type Captured = ReadonlyMap<string, Copies>;

/** A rollback under way, as far as its configuration goes. */
interface ConfigurationTask {
  readonly client: KubeClient;
  readonly log: Log;
  readonly record: (event: NewEvent) => void;
  readonly rollback: { readonly id: string; readonly run: string };
  readonly groups: readonly (readonly Step[])[];
  readonly restores: readonly Restore[];
  readonly captured: Captured;
}

/**
 * Keeps the present contents as copies owned by the revisions that are left behind, then puts those of `due` in their
 * place. Where one cannot be, those before it go back to what they were: no workload has been touched yet.
 *
 * @returns the copies of what was there, of revisions that none was captured for before
 */
export async function putConfigurationBack(
  task: ConfigurationTask,
  due: readonly Restore[],
): Promise<Captured> {
  const { client, log, record } = task;
  const captured = await captureConfiguration(task, due).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    throw new ActionError(
      `what ${due.map(({ ref }) => ref).join(', ')} would lose could not be kept, and its workloads were not touched: ${withoutFullStop(messageOf(error))}; make room for a copy, or leave all configuration as it is with \`restore-config: never\``,
      { cause: error },
    );
  });
  for (const restore of due) {
    const event = {
      component: restore.ref as Subject<'configuration'>['component'],
      where: { cluster: client.cluster, namespace: restore.copy.metadata.namespace },
      step: 'put configuration back',
      to: restore.copy.metadata.name,
    } as const;
    try {
      const before = await restoreConfig(client, restore);
      const warning = before && lingeringKeys(before, restore.copy);
      if (warning) log.warn(`${restore.ref}: ${asSentence(warning)}`);
    } catch (error) {
      record({ ...event, status: 'failed', message: messageOf(error) });
      await bringConfigurationBack(client, restore.copy.metadata.namespace, captured, log);
      throw new ActionError(
        `${restore.ref} could not be put back from ${restore.copy.metadata.name}, and its workloads were not touched: ${messageOf(error)}`,
        { cause: error },
      );
    }
    log.info(`✓ ${restore.ref}: put back from its copy ${restore.copy.metadata.name}`);
    record({ ...event, status: 'done' });
  }
  return captured;
}

/** Puts captured contents back; what cannot be is warned about, with the copies that have it. */
export async function bringConfigurationBack(
  client: KubeClient,
  name: string,
  captured: Captured,
  log: Log,
): Promise<void> {
  // Those of one ConfigMap have the same content, whosever they are.
  const named = [...captured].flatMap(([owner, copies]) => namedCopies(owner, copies));
  const kept = [...new Map(named.map((copy) => [copy.ref, copy])).values()];
  try {
    const { restores } = await findRestores(client, name, kept);
    for (const restore of restores) await restoreConfig(client, restore);
  } catch (error) {
    const copies = kept.map((copy) => copy.name).join(', ');
    log.warn(`The configuration could not be brought back: ${messageOf(error)}; its copies are ${copies}.`);
  }
}

/**
 * Copies of all configuration that is about to be replaced, also what other workloads use: all of a revision's, before the
 * first of it is replaced. It is remembered on the revision that is left, at once: a run that is killed after the contents are
 * replaced cannot read them any more, and the next one finds no difference there, but what was remembered.
 */
async function captureConfiguration(
  { client, rollback, groups, restores, captured: before }: ConfigurationTask,
  due: readonly Restore[],
): Promise<Captured> {
  const captured = new Map<string, Copies>();
  for (const step of groups.flat().filter(({ action }) => action === 'roll-back' || action === 'no-op')) {
    const owner = (step.current ?? step.target)?.object;
    const used = new Set<ConfigRef>([
      ...configRefs(step.workload.spec.template),
      ...configRefs(step.template),
    ]);
    if (!owner || before.has(owner.metadata.uid) || !due.some(({ ref }) => used.has(ref))) continue;
    const refs = restores.map(({ ref }) => ref).filter((ref) => used.has(ref));
    const config = await keepCopies(client, owner, refs);
    // What a revision that stays was found with is not its own.
    if (step.action === 'roll-back') await remember(client, owner, rollback, config);
    captured.set(owner.metadata.uid, config);
  }
  return captured;
}

async function remember(
  client: KubeClient,
  revision: Revision['object'],
  { id, run }: ConfigurationTask['rollback'],
  config: Copies,
): Promise<void> {
  const earlier = leftConfigMark(revision);
  const isOurs = earlier?.id === id || earlier?.run === run;
  const mark = {
    revision: revision.metadata.uid,
    id,
    run,
    at: new Date().toISOString(),
    config: { ...(isOurs ? earlier?.config : {}), ...config },
  };
  await annotateRevision(client, revision, leftConfigAnnotation(mark));
}
