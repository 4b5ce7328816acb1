import type { GitHubTarget } from './client.ts';

/** The repository of this run, where the runner says which it is. */
export function targetHere(token: string): GitHubTarget | undefined {
  const { GITHUB_REPOSITORY = '', GITHUB_API_URL: api = 'https://api.github.com' } = process.env;
  const [owner = '', repo = ''] = GITHUB_REPOSITORY.split('/');
  return owner && repo ? { token, owner, repo, api } : undefined;
}
