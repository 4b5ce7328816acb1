import { createHash } from 'node:crypto';
import { ActionError, messageOf } from '../../base/errors.ts';
import type { Log } from '../../base/log.ts';
import { withoutFullStop } from '../../base/sentence.ts';
import { GitHubClient } from '../../systems/github/client.ts';
import { RemoteRepository } from '../../systems/github/repository.ts';
import { type Restoration, readGitState } from './git-state.ts';
import type { Standing } from './owner.ts';
import type { GitPlace } from './place.ts';
import { propose } from './propose.ts';
import { bodyOf, byHand, type Cause, commitMessageOf, markOf, titleOf } from './texts.ts';

/** Where pull requests are opened, as the inputs say. */
export interface ConfigRepository {
  readonly token: string | undefined;
  /** `shop/config`, where the owners have it under another name. */
  readonly repository: string | undefined;
  /** Instead of the paths that the owners have. */
  readonly paths: readonly string[];
  readonly isWanted: boolean;
  /** `GITHUB_API_URL` and `GITHUB_SERVER_URL` of the runner. */
  readonly api: string;
  readonly server: string;
}

/** An owner whose workloads went back, and where its versions come from. */
type Owner = Pick<Standing, 'name' | 'places' | 'warnings'>;

/** Whether the version that an owner's workloads went back to is what Git is going to say. */
export interface Lasting {
  readonly owner: string;
  readonly pullRequest?: string;
  /** The repository in which it would be opened, where nothing may be changed. */
  readonly planned?: string;
  /** Git says it already. */
  readonly isThere?: true;
  /** Why it does not last, as a part of a sentence. */
  readonly reason?: string;
  /** Markdown for the summary: what to do by hand. */
  readonly byHand?: string;
}

/** What became of the pull request, after the reason why an owner stays paused; empty where its source says it already. */
export function proposalWords({ pullRequest, reason }: Lasting): string {
  if (reason === undefined) return pullRequest ? `; merge ${pullRequest} first` : '';
  return pullRequest ? `; ${reason}` : `; no pull request: ${reason}`;
}

const LABELS = ['rollback'];

interface How {
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Says what would be done, and opens nothing. */
  readonly readOnly?: boolean;
}

/** Has a pull request restore what these owners render, one for each branch. Never throws: it says what went wrong. */
export async function makeLast(
  owners: readonly Owner[],
  config: ConfigRepository,
  cause: Omit<Cause, 'owners'>,
  how: How,
): Promise<Lasting[]> {
  const all = owners.flatMap(({ name, places: { places } }) =>
    places.map((place) => ({ name, place: withPaths(place, config.paths) })),
  );
  const groups = [...Map.groupBy(all, ({ place }) => JSON.stringify([place.url, place.branch])).values()];
  const results = await Promise.all(
    groups.map(async (group) => {
      const names = [...new Set(group.map(({ name }) => name))];
      const places = group.map(({ place }) => place) as [GitPlace, ...GitPlace[]];
      const warnings = owners.filter(({ name }) => names.includes(name)).flatMap((owner) => owner.warnings);
      const result = await restored(places, warnings, config, { ...cause, owners: names }, how);
      return names.map((owner) => ({ owner, ...result }));
    }),
  );
  return owners.map((owner) => ofOwner(owner, results.flat()));
}

/** Whether a pull request would restore what these owners render, and in which repository. Opens nothing, and never throws. */
export const foreseeLast = (
  owners: readonly Owner[],
  config: ConfigRepository,
  how: Omit<How, 'readOnly'>,
): Promise<Lasting[]> =>
  makeLast(owners, config, { id: '', reason: '', run: undefined }, { ...how, readOnly: true });

const withPaths = (place: GitPlace, paths: readonly string[]): GitPlace =>
  paths.length > 0 ? { ...place, paths } : place;

/** An owner lasts where all of its sources do. */
function ofOwner({ name, places }: Owner, results: readonly Lasting[]): Lasting {
  const own = results.filter(({ owner }) => owner === name);
  const unlasting = own.find(({ reason }) => reason !== undefined);
  const reason =
    places.others[0] ?? unlasting?.reason ?? (own.length === 0 ? 'its source is not known' : undefined);
  const pullRequest = own.flatMap((each) => each.pullRequest ?? []);
  const planned = own.flatMap((each) => each.planned ?? []);
  const texts = own.flatMap((each) => each.byHand ?? []);
  return {
    owner: name,
    ...(pullRequest.length > 0 && { pullRequest: pullRequest.join(' ') }),
    ...(planned.length > 0 && { planned: planned.join(' and ') }),
    ...(own.length > 0 && own.every(({ isThere }) => isThere) && { isThere: true }),
    ...(reason !== undefined && { reason }),
    ...(texts.length > 0 && { byHand: texts.join('\n\n') }),
  };
}

async function restored(
  places: readonly [GitPlace, ...GitPlace[]],
  warnings: readonly string[],
  config: ConfigRepository,
  cause: Cause,
  { log, signal, readOnly }: How,
): Promise<Omit<Lasting, 'owner'>> {
  let seen: Restoration | undefined;
  try {
    const repository = repositoryOf(places[0].url, config, signal);
    const found = await readGitState(repository, places);
    seen = { ...found, warnings: [...found.warnings, ...warnings] };
    if (seen.changes.length === 0) return { isThere: true };
    if (!config.isWanted) throw new ActionError('no pull request was wanted');
    if (readOnly) return { planned: repository.name };
    const key = keyOf(cause.owners, seen.branch);
    const proposed = await propose(
      repository,
      seen,
      {
        branch: `rollback-actions/${key}`,
        title: titleOf(cause, places),
        body: bodyOf(cause, places, seen),
        message: commitMessageOf(cause, places, key),
        ...{ mark: markOf(key), labels: LABELS },
      },
      log,
    );
    for (const warning of seen.warnings) log.warn(`${proposed.url}: ${warning}.`);
    if (proposed.change === 'left')
      return {
        pullRequest: proposed.url,
        reason: `someone has added commits to ${proposed.url}, so it was left as it is`,
      };
    return { pullRequest: proposed.url };
  } catch (error) {
    const failure = signal.aborted ? signal.reason : error;
    return { reason: withoutFullStop(messageOf(failure)), byHand: byHand(cause, places, seen) };
  }
}

/** @throws ActionError where there is no token, or the repository is not on this GitHub */
function repositoryOf(url: string, config: ConfigRepository, signal: AbortSignal): RemoteRepository {
  const { token, api, server } = config;
  const name = config.repository ?? nameIn(url, server);
  if (!name)
    throw new ActionError(`${url} is not on ${server}; name the repository with \`gitops-repository\`.`);
  if (!token) throw new ActionError(`there is no \`gitops-token\` for ${name}`);
  const [owner = '', repo = ''] = name.split('/');
  return new RemoteRepository(new GitHubClient({ token, owner, repo, api, input: 'gitops-token' }, signal));
}

/** `shop/config` of a URL of this GitHub, in any way in which git takes it. */
export function nameIn(url: string, server: string): string | undefined {
  const host = new URL(server).hostname;
  const [, at, name] =
    /^(?:[a-z+]+:\/\/(?:[^@/]*@)?|[^@/]+@)([^:/]+)(?::\d+)?[:/]+([^/]+\/[^/]+?)(?:\.git)?\/?$/i.exec(url) ??
    [];
  return at?.toLowerCase() === host || at?.toLowerCase() === `ssh.${host}` ? name : undefined;
}

/** A name for a branch that is the same for every run about these owners. */
function keyOf(owners: readonly string[], branch: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([owners.toSorted(), branch]))
    .digest('hex');
  const word = (owners[0] ?? '')
    .split(' ')
    .at(-1)
    ?.replace(/[^a-z0-9-]+/gi, '-')
    .slice(0, 40);
  return `${word}-${hash.slice(0, 8)}`;
}
