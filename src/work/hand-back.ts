import { inert, table } from '../base/markdown.ts';
import { runUrl } from '../base/run-url.ts';
import { kindsIn } from '../domain/workloads/select.ts';
import type { Selection } from '../domain/workloads/selection.ts';
import { clustersOf } from '../owners/clusters.ts';
import { type Clusters, findOwners } from '../owners/find.ts';
import { handBack } from '../owners/hand-back.ts';
import { type ConfigRepository, type Lasting, makeLast, proposalWords } from '../owners/lasting/last.ts';
import { readStanding } from '../owners/lasting/owner.ts';
import type { HandedBack } from '../owners/notes.ts';
import type { Found } from '../owners/owner.ts';
import type { Context, Outcome } from '../runner/action.ts';
import { NamespaceCache } from '../service/namespace.ts';
import { toObserve } from '../service/permissions.ts';
import { select } from '../service/select.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import { connect } from '../systems/kubernetes/connect.ts';

type Inputs = Parameters<typeof connect>[0] & Parameters<typeof clustersOf>[1];

/** Gives workloads back to the owner that a rollback has paused, once its source says what runs. */
export async function main(
  inputs: Inputs,
  selection: Selection,
  config: ConfigRepository,
  context: Context,
): Promise<Outcome> {
  const { client, namespace: name } = await connect(inputs, context);
  try {
    const clusters = await clustersOf(client, inputs, context);
    const kinds = await kindsIn(client, selection, name);
    await requirePermissions(client, name, toObserve(kinds));
    const namespace = await NamespaceCache.watch(client, name, kinds, context.log);
    const workloads = (await select(client, namespace, selection)).flat().map(({ workload }) => workload);
    const found = [...new Set((await findOwners(clusters, workloads)).values())];
    for (const { name, unread } of found)
      if (unread) context.log.warn(`It is unknown whether a rollback has paused the ${name}: ${unread}.`);
    const all = await Promise.all(
      found.map((owner) => handBack({ clusters, log: context.log }, owner, context.dryRun)),
    );
    const paused = all.filter((each) => each !== undefined);
    for (const each of paused) if (each.isBack) reportOwner(each, context);
    const left = found.filter(({ name }) => paused.some(({ owner, isBack }) => owner === name && !isBack));
    const lasting = context.dryRun ? [] : await makeLeftLast(clusters, left, config, context);
    const proposals = paused.map((each) => withProposal(each, lasting));
    for (const each of proposals) if (!each.isBack) reportOwner(each, context);
    return outcomeOf(
      proposals,
      found.some(({ unread }) => unread !== undefined),
      lasting,
      context,
    );
  } finally {
    client.close();
  }
}

/** What stays paused waits for its source: the pull request that restores it is opened, or brought up to date. */
async function makeLeftLast(
  clusters: Clusters,
  left: readonly Found[],
  config: ConfigRepository,
  context: Context,
): Promise<Lasting[]> {
  if (!config.token) return [];
  const standings = await Promise.all(left.map((owner) => readStanding(clusters, owner)));
  const cause = { id: context.rollbackId, reason: context.reason, run: runUrl() };
  return makeLast(standings, config, cause, context);
}

/** Why an owner stays paused, with what became of its pull request. */
function withProposal(each: HandedBack, lasting: readonly Lasting[]): HandedBack {
  const own = lasting.find(({ owner }) => owner === each.owner);
  return own && each.reason !== undefined ? { ...each, reason: each.reason + proposalWords(own) } : each;
}

function reportOwner({ owner, note, isBack, reason }: HandedBack, { log, record, dryRun }: Context): void {
  const since = `paused since ${note.at} by rollback ${note.id}`;
  const message = isBack
    ? `${owner} (${since}) ${dryRun ? 'would be' : 'is'} handed back`
    : `${owner} (${since}) stays paused: ${reason}`;
  log.info(`${isBack ? '✓' : '✗'} ${message}`);
  const status = dryRun ? 'planned' : isBack ? 'done' : 'failed';
  const evidence = { since: note.at };
  record({ component: 'owner', step: `hand back ${owner}`, status, message, evidence });
}

function outcomeOf(
  paused: readonly HandedBack[],
  isUnknown: boolean,
  proposals: readonly Lasting[],
  { dryRun }: Context,
): Outcome {
  const proposalOf = (owner: string) => proposals.find((each) => each.owner === owner)?.pullRequest ?? '';
  const owners = paused.map(({ owner, note, revision, isBack, reason }) => ({
    ...{ owner, paused: note.at, rollback: note.id, revision: revision ?? null },
    ...{ 'pull-request': proposalOf(owner), 'handed-back': isBack && !dryRun, reason: reason ?? '' },
  }));
  const left = paused.filter(({ isBack }) => !isBack);
  const lasting = left.length === 0 && !isUnknown && !(dryRun && paused.length > 0);
  const pullRequests = proposals.flatMap(({ pullRequest }) => pullRequest ?? []);
  const outputs = { owners, lasting, 'pull-request': pullRequests.join(' ') };
  const withSummary = (message: string) => ({
    ...{ message, outputs },
    summary: handBackSummary(message, paused, proposals, dryRun),
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

function handBackSummary(
  message: string,
  paused: readonly HandedBack[],
  proposals: readonly Lasting[],
  dryRun: boolean,
): string {
  const rows = paused.map(({ owner, note, isBack, reason }) => [
    isBack ? (dryRun ? 'would be handed back' : '✅ handed back') : '⏸️ stays paused',
    inert(owner),
    inert(note.at),
    inert(reason ?? ''),
  ]);
  return [
    `## ${inert(message)}`,
    ...(rows.length > 0 ? [table(['', 'Owner', 'Paused since', 'Why'], rows)] : []),
    ...new Set(proposals.flatMap(({ byHand }) => byHand ?? [])),
  ].join('\n\n');
}
