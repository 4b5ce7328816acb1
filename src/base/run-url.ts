/** The page of this workflow run, whatever attempt of it is the newest; undefined outside of GitHub. */
export function runUrl(): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : undefined;
}

/** The page of this attempt of it, which is what its events are evidence of. */
export function attemptUrl(): string | undefined {
  const run = runUrl();
  return run && `${run}/attempts/${process.env.GITHUB_RUN_ATTEMPT ?? '1'}`;
}
