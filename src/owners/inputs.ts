import * as v from 'valibot';
import { ActionError } from '../base/errors.ts';
import { choice, list, secret, text } from '../base/values.ts';
import type { ConfigRepository } from './lasting/last.ts';
import { tidy } from './lasting/place.ts';

/** The inputs of every action that asks owners. */
export const ownerInputs = {
  argocdNamespace: v.optional(text(), 'argocd'),
  argocdKubeconfig: v.optional(text()),
};

/** The inputs of every action that has a pull request make a rollback last. */
export const gitInputs = {
  gitopsRepository: v.optional(text()),
  gitopsPaths: v.optional(list(), ''),
  gitopsToken: v.optional(secret()),
  gitopsPullRequest: v.optional(choice(['create', 'never']), 'create'),
};

/** Where pull requests are opened, as these inputs say. */
export function configRepositoryOf(inputs: {
  gitopsRepository?: string | undefined;
  gitopsPaths: readonly string[];
  gitopsToken?: string | undefined;
  gitopsPullRequest: 'create' | 'never';
}): ConfigRepository {
  const { gitopsRepository: repository, gitopsPaths, gitopsToken: token, gitopsPullRequest } = inputs;
  if (repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new ActionError(
      `Input \`gitops-repository\` is ${JSON.stringify(repository)}; accepted is <owner>/<name>, such as shop/config.`,
    );
  const { GITHUB_API_URL: api = 'https://api.github.com', GITHUB_SERVER_URL: server = 'https://github.com' } =
    process.env;
  const isWanted = gitopsPullRequest === 'create';
  return { token, repository, paths: gitopsPaths.map(tidy), isWanted, api, server };
}
