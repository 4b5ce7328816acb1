import * as v from 'valibot';
import { canBePaused } from '../owners/find.ts';
import { commitIn } from '../owners/flux-source.ts';
import { configRepositoryOf, gitInputs } from '../owners/inputs.ts';
import { foreseeLast } from '../owners/lasting/last.ts';
import { readStanding } from '../owners/lasting/owner.ts';
import type { MoveContext } from '../owners/move.ts';
import { distinct, type Found } from '../owners/owner.ts';
import type { Values } from '../runner/part.ts';
import { type Finding, finding, type Item, together } from './line.ts';

const CHECK = 'pull request';
const REMEDY = 'give a `gitops-token` that may read and write contents and pull requests of that repository';

/**
 * Whether the repositories of these owners can be read with the token, so that a pull request can make a rollback through them
 * last. Nothing where no token is given. Whether the token may write there, GitHub says only when something is written.
 */
export async function checkPullRequests(
  owners: readonly Found[],
  values: Values,
  { clusters, log }: Pick<MoveContext, 'clusters' | 'log'>,
): Promise<Finding[]> {
  if (!values['gitops-token'] || values.gitops !== 'through') return [];
  return finding(CHECK, { state: 'at-risk', remedy: REMEDY }, async () => {
    const config = configRepositoryOf(v.parse(v.object(gitInputs), gitValues(values)));
    if (!config.isWanted) return [];
    const known = distinct(owners).filter(canBePaused);
    const standings = await Promise.all(
      known.flatMap((owner) => {
        const commits = presentCommits(owner);
        return commits ? [readStanding(clusters, owner, commits)] : [];
      }),
    );
    const lasting = await foreseeLast(standings, config, { log, signal: clusters.client.signal });
    const items = known.map(({ name: of }): Item => {
      const found = lasting.find(({ owner }) => owner === of);
      if (!found) return { of, state: 'not-checked', evidence: 'it is not in sync with its source' };
      const { reason } = found;
      return reason === undefined
        ? { of, state: 'ok', evidence: '' }
        : { of, state: 'at-risk', evidence: `no pull request would restore its source: ${reason}` };
    });
    return items.length === 0
      ? []
      : together(CHECK, items, 'the repositories of the owners can be read', REMEDY);
  });
}

/** What an owner has in sync, a commit for each of its sources. */
function presentCommits({ object, synced }: Found): string[] | undefined {
  if (!synced) return undefined;
  if (object?.type === 'application') return synced.revision.split(' ');
  const commit = commitIn(synced.revision);
  return commit === undefined ? undefined : [commit];
}

const gitValues = (values: Values) => ({
  gitopsRepository: values['gitops-repository'],
  gitopsPaths: values['gitops-paths'],
  gitopsToken: values['gitops-token'],
  gitopsPullRequest: values['gitops-pull-request'],
});
