import * as v from 'valibot';
import { inert, table } from '../base/markdown.ts';
import { list, text } from '../base/values.ts';
import { kindsOf, parseSelection } from '../domain/workloads/select.ts';
import { findOwners } from '../owners/find.ts';
import { type HandedBack, handBack } from '../owners/hand-back.ts';
import { clustersOf, ownerInputs } from '../owners/inputs.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';
import { connectionInputs } from '../runner/inputs.ts';
import { NamespaceCache } from '../service/namespace.ts';
import { toObserve } from '../service/permissions.ts';
import { select } from '../service/prepare.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import { connect } from '../systems/kubernetes/connect.ts';

const inputs = {
  ...connectionInputs,
  workloads: v.optional(list(), ''),
  selector: v.optional(text()),
  ...ownerInputs,
};

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;

/** Gives workloads back to the owner that a rollback has paused, once its source says what runs. */
export const action = defineAction({ name: 'hand-back', inputs, changes: false, main });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const selection = parseSelection(inputs.workloads, inputs.selector, []);
  const { client, namespace: name } = connect(inputs, context);
  try {
    const clusters = clustersOf(client, inputs, context);
    const kinds = kindsOf(selection);
    await requirePermissions(client, name, toObserve(kinds));
    const namespace = await NamespaceCache.watch(client, name, kinds, context.log);
    const workloads = (await select(client, namespace, selection)).flat().map(({ workload }) => workload);
    const found = [...new Set((await findOwners(clusters, workloads)).values())];
    for (const { name, unread } of found)
      if (unread) context.log.warn(`Not known whether a rollback has paused the ${name}: ${unread}.`);
    const all = await Promise.all(found.map((owner) => handBack(clusters, owner, context.dryRun)));
    const paused = all.filter((each) => each !== undefined);
    for (const each of paused) reportOwner(each, context);
    return outcomeOf(
      paused,
      found.some(({ unread }) => unread !== undefined),
      context,
    );
  } finally {
    client.close();
  }
}

function reportOwner(
  { owner, note, isBack, reason: because }: HandedBack,
  { log, record, dryRun }: Context,
): void {
  const since = `paused since ${note.at} by rollback ${note.id}`;
  const message = isBack
    ? `${owner} (${since}) ${dryRun ? 'would be' : 'is'} handed back`
    : `${owner} (${since}) stays paused: ${because}`;
  log.info(`${isBack ? '✓' : '✗'} ${message}`);
  const status = dryRun ? 'planned' : isBack ? 'done' : 'failed';
  record({ component: 'owner', step: `hand back ${owner}`, status, message });
}

function outcomeOf(paused: readonly HandedBack[], isUnknown: boolean, { dryRun }: Context): Outcome {
  const owners = paused.map(({ owner, note, revision, isBack, reason: because }) => ({
    ...{ owner, paused: note.at, rollback: note.id, revision: revision ?? null },
    ...{ 'handed-back': isBack && !dryRun, reason: because ?? '' },
  }));
  const left = paused.filter(({ isBack }) => !isBack);
  const lasting = left.length === 0 && !isUnknown && !(dryRun && paused.length > 0);
  const outputs = { owners, lasting };
  const rows = paused.map(({ owner, note, isBack, reason: because }) => [
    isBack ? (dryRun ? 'would be handed back' : '✅ handed back') : '⏸️ stays paused',
    inert(owner),
    inert(note.at),
    inert(because ?? ''),
  ]);
  const withSummary = (message: string) => ({
    ...{ message, outputs },
    summary: [
      `## ${inert(message)}`,
      ...(rows.length > 0 ? [table(['', 'Owner', 'Paused since', 'Why'], rows)] : []),
    ].join('\n\n'),
  });
  const count = `${paused.length - left.length} of ${paused.length} owners`;
  if (dryRun)
    return {
      result: 'planned',
      ...withSummary(`Planned: ${count} would be handed back; nothing was changed.`),
    };
  if (left[0])
    return {
      result: 'failed',
      ...withSummary(`Handed back: ${count}; ${left[0].owner} stays paused: ${left[0].reason}.`),
    };
  if (paused.length === 0)
    return {
      result: isUnknown ? 'failed' : 'no-op',
      ...withSummary(
        isUnknown
          ? 'Nothing was handed back: not every owner could be read.'
          : 'Nothing to hand back: no rollback has paused an owner of these workloads.',
      ),
    };
  return { result: 'done', ...withSummary(`Handed back: ${count}.`) };
}
