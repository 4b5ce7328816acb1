/** What would change the meaning of our commands, write more than is safe, or is not Terraform's business. */
const REMOVED =
  /^(INPUT_|STATE_|ACTIONS_(?!ID_TOKEN)|GITHUB_(ENV|OUTPUT|STATE|STEP_SUMMARY|PATH)$|TF_CLI_ARGS|TF_LOG|TF_WORKSPACE$|TF_DATA_DIR$|TF_INPUT$|TF_REATTACH)/;

/**
 * The environment that Terraform gets: the runner's, with what it knows of credentials and TF_VAR_ variables, without
 * the inputs of this action and what would make it ask, log secrets or do other than it is told. Pure.
 *
 * @param data the folder for what `init` writes
 */
export function environmentFor(env: NodeJS.ProcessEnv, data: string): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !REMOVED.test(name));
  return {
    ...Object.fromEntries(kept),
    TF_DATA_DIR: data,
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
    GIT_TERMINAL_PROMPT: '0',
  };
}

/** Variables that the user set and Terraform does not get, because they write secrets. What TF_CLI_ARGS adds is read. */
export const ignored = (env: NodeJS.ProcessEnv): string[] =>
  Object.keys(env).filter((name) => /^TF_LOG/.test(name) && env[name]);
