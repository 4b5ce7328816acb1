import { messageOf } from '../base/errors.ts';
import { withoutFullStop } from '../base/sentence.ts';
import { commitsOfPlan } from '../owners/back.ts';
import { canBePaused } from '../owners/find.ts';
import { type ConfigRepository, foreseeLast, type Lasting, makeLast } from '../owners/lasting/last.ts';
import { PARTLY, readStanding, type Standing } from '../owners/lasting/owner.ts';
import { distinct, type Found, isStillPaused } from '../owners/owner.ts';
import type { Result, RollbackPlan } from './execution.ts';
import type { Step, Wanted } from './plan.ts';

/** The owner that may bring back the newer version: whether it is paused, and whether Git is going to say the older one. */
export interface Keeper {
  readonly owner: string;
  readonly isPaused: boolean;
  /** RFC 3339. */
  readonly since: string | undefined;
  readonly commits: readonly string[];
  readonly lasting: Omit<Lasting, 'owner'>;
}

type Run = Pick<RollbackPlan, 'owners' | 'log' | 'record' | 'client'> & {
  readonly rollback: Pick<RollbackPlan['rollback'], 'id' | 'reason'>;
};

/**
 * The owners of what went back, now or by an earlier attempt, each with a pull request that makes it last where that is
 * possible.
 *
 * @param page the URL of the run
 */
export async function keepersOf(
  results: readonly Result[],
  gitops: Wanted['gitops'],
  config: ConfigRepository,
  page: string | undefined,
  run: Run,
): Promise<Keeper[]> {
  const { log, client, rollback } = run;
  const failed = new Set(
    results.flatMap(({ step, outcome }) => (outcome === 'failed' ? step.owner?.name : [])),
  );
  const isThrough = (owner: Found) => canBePaused(owner) && (gitops === 'through' || isStillPaused(owner));
  const found = ownersOf(results);
  const standings = await Promise.all(
    found
      .filter((owner) => isThrough(owner) && !failed.has(owner.name))
      .map((owner) => standingOf(owner, run)),
  );
  const cause = { id: rollback.id, reason: rollback.reason, run: page };
  const lasting = await makeLast(standings, config, cause, { log, signal: client.signal });
  return found.map((owner) => {
    const standing = standings.find(({ name }) => name === owner.name);
    const own = lasting.find(({ owner: name }) => name === owner.name);
    const keeper: Keeper = {
      owner: owner.name,
      isPaused: owner.paused !== undefined || isThrough(owner),
      since: standing?.note?.at ?? owner.pausedSince,
      commits: standing?.places.places.map(({ commit }) => commit) ?? [],
      lasting: own ?? { reason: 'its source is not known' },
    };
    if (own) recordKeeper(keeper, run);
    return keeper;
  });
}

/**
 * Says of a plan whether pull requests would make it last: that a token is refused is better known before an incident. Asks
 * GitHub, so it is for a plan that no one waits for to roll back.
 */
export async function foreseeKeepers(
  steps: readonly Step[],
  config: ConfigRepository,
  { owners, log, client }: Pick<Run, 'owners' | 'log' | 'client'>,
): Promise<void> {
  if (!config.token || !config.isWanted) return;
  const goingBack = steps.flatMap(({ action, owner }) => (action === 'roll-back' && owner ? owner : []));
  const found = distinct(goingBack).filter(canBePaused);
  const standings = await Promise.all(
    found.map(async (owner): Promise<Standing> => {
      const standing = await standingOf(owner, { owners });
      // The note of its pause may be of an earlier rollback, which went back to something else.
      return commitsOf(owner, owners) ? standing : { ...standing, places: { places: [], others: [PARTLY] } };
    }),
  );
  const foreseen = await foreseeLast(standings, config, { log, signal: client.signal });
  for (const { owner, planned, isThere, reason } of foreseen) {
    if (reason !== undefined)
      log.warn(`No pull request would restore the source of the ${owner}: ${reason}.`);
    else if (isThere) log.info(`${owner}: its source says the older version already`);
    else log.info(`${owner}: a pull request in ${planned} would restore the older version`);
  }
}

/** What went back now, and what an earlier attempt of a rollback has paused and no one has resumed. */
function ownersOf(results: readonly Result[]): Found[] {
  const back = results.filter(
    ({ outcome, step: { owner } }) =>
      outcome === 'rolled-back' || (outcome === 'no-op' && owner !== undefined && isStillPaused(owner)),
  );
  const owners = back.flatMap(({ step: { owner } }) => owner ?? []);
  return distinct(owners);
}

/** What all of an owner goes back to; undefined where only a part of it does, or this run does not take it back. */
function commitsOf({ name }: Found, { steps }: Run['owners']): readonly string[] | undefined {
  const plan = steps.map((step) => step.plan).find((plan) => plan.name === name);
  return plan && commitsOfPlan(plan);
}

/** One that cannot be read any more goes on being an owner, of which nothing is known. */
async function standingOf(owner: Found, { owners }: Pick<Run, 'owners'>): Promise<Standing> {
  try {
    return await readStanding(owners.clusters, owner, commitsOf(owner, owners));
  } catch (error) {
    const others = [`the ${owner.name} cannot be read: ${withoutFullStop(messageOf(error))}`];
    return { name: owner.name, note: undefined, places: { places: [], others }, warnings: [] };
  }
}

function recordKeeper(keeper: Keeper, { record, log }: Run): void {
  const { owner, since, lasting } = keeper;
  const { reason, pullRequest } = lasting;
  const message = `the ${owner} is paused${since ? ` since ${since}` : ''}: ${toDo(lasting)}`;
  log.info(`${reason === undefined ? '✓' : '✗'} ${message}`);
  record({
    ...{ component: 'owner', step: `make last ${owner}` },
    ...{ status: reason === undefined ? 'done' : 'failed', message },
    evidence: { ...(since && { since }), ...(pullRequest && { 'pull-request': pullRequest }) },
  });
}

/** Whether no owner brings the newer version back by itself once the open pull requests are merged. */
export const isLasting = (keepers: readonly Keeper[]): boolean =>
  keepers.every(({ lasting }) => lasting.reason === undefined);

/** The output `owners`. */
export const toOwners = (keepers: readonly Keeper[]) =>
  keepers.map(({ owner, isPaused, since, commits, lasting }) => ({
    ...{ owner, paused: isPaused ? (since ?? true) : false, revision: commits.join(' ') || null },
    ...{ 'pull-request': lasting.pullRequest ?? '', 'handed-back': false, reason: lasting.reason ?? '' },
  }));

/** ` Argo CD application shop stays paused …`; empty where none is. */
export function pausedWords(keepers: readonly Keeper[]): string {
  return keepers
    .filter(({ isPaused }) => isPaused)
    .map(({ owner, lasting }) => ` The ${owner} stays paused: ${toDo(lasting)}.`)
    .join('');
}

function toDo({ pullRequest, isThere, reason }: Keeper['lasting']): string {
  if (isThere) return 'its source says the older version already, so hand it back';
  if (reason === undefined) return `merge ${pullRequest}, then hand it back`;
  return `put the older version into Git, then hand it back (no pull request: ${reason})`;
}
