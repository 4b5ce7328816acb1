import { existsSync, readFileSync } from 'node:fs';
import { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import type { User } from '@kubernetes/client-node/dist/config_types.js';
import { parse, YAMLError } from 'yaml';
import { ActionError, messageOf } from '../../base/errors.ts';

/** What looks like a path may be shown; anything else may be a secret in the wrong form. */
const PATH = /^(\.{0,2}|~)\/[^=]{1,200}$|^[^=]{1,200}\.\w{2,10}$/;
const IN_CLUSTER_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';
/** Variables of a credential plugin that hold secrets, by their names. */
const SECRET_NAME = /secret|token|passw|credential|key/i;

/**
 * Finds the cluster and the credentials: `kubeconfig` as a path or as the file's content, else `KUBECONFIG`,
 * else the pod's service account. Every credential in it goes to `mask` before anything else is done.
 *
 * @throws ActionError where there is none, it cannot be read, or it has no such context
 */
export function loadKubeConfig(
  wanted: { kubeconfig?: string | undefined; context?: string | undefined },
  mask: (secret: string) => void,
): KubeConfig {
  const config = new KubeConfig();
  try {
    load(config, wanted.kubeconfig);
  } catch (error) {
    if (error instanceof ActionError) throw error;
    throw new ActionError(
      'The kubeconfig cannot be read; it must be a path or the content of a kubeconfig file.',
      {
        details: [messageOf(error).split('\n')[0] ?? ''],
      },
    );
  }
  for (const user of config.getUsers() ?? []) {
    for (const secret of [
      user.token,
      user.password,
      user.keyData,
      ...providerSecrets(user),
      ...pluginSecrets(user),
    ]) {
      if (typeof secret === 'string' && secret) mask(secret);
    }
  }
  if (wanted.context !== undefined) {
    const names = config.getContexts().map((context) => context.name);
    if (!names.includes(wanted.context)) {
      throw new ActionError(
        `The kubeconfig has no context "${wanted.context}"; it has ${names.join(', ') || 'none'}.`,
      );
    }
    config.setCurrentContext(wanted.context);
  }
  if (!config.getCurrentCluster()) {
    throw new ActionError(
      'The kubeconfig has no current context with a cluster; name one with the input `context`.',
    );
  }
  if (isContent(wanted.kubeconfig)) refuseReach(config.getCurrentUser());
  return config;
}

const isContent = (kubeconfig: string | undefined) => kubeconfig !== undefined && /[\n{]/.test(kubeconfig);

/** As many keep one in a secret of another system. */
const isBase64 = (kubeconfig: string): boolean =>
  /^[\w+/\s]+={0,2}$/.test(kubeconfig.trim()) &&
  /^(apiVersion|kind|clusters|[ \t]*\{)/m.test(Buffer.from(kubeconfig, 'base64').toString());

/** Where a token is in a file, that is the secret, and the path is none. */
function providerSecrets({ authProvider }: User): unknown[] {
  const settings = Object.entries((authProvider?.config ?? {}) as Record<string, unknown>);
  return settings.flatMap(([name, value]) => {
    if (!/file$|path$|^cmd-|^expiry/i.test(name)) return [value];
    return /token-?file$/i.test(name) && typeof value === 'string' && existsSync(value)
      ? [readFileSync(value, 'utf8').trim()]
      : [];
  });
}

function pluginSecrets({ exec }: User): unknown[] {
  const variables = Array.isArray(exec?.env) ? (exec.env as { name?: unknown; value?: unknown }[]) : [];
  return variables.filter((one) => SECRET_NAME.test(String(one?.name))).map((one) => one.value);
}

/**
 * Content comes from a secret, which others may change than those who may change the workflow, and which no review sees. So it
 * may hold credentials, but not run a program here, nor send a file of the runner to its server.
 */
function refuseReach(user: User | null): void {
  const { exec, authProvider } = user ?? {};
  const settings = (authProvider?.config ?? {}) as Record<string, unknown>;
  const program = exec ? (exec.command ?? 'a program') : settings['cmd-path'];
  if (program !== undefined) {
    throw new ActionError(
      `The kubeconfig that is given as content runs ${JSON.stringify(String(program).slice(0, 200))} for its credentials, which only a kubeconfig in a file may do; write it to a file in a step before this one and give its path, or set KUBECONFIG.`,
    );
  }
  if (settings.tokenFile !== undefined) throw tokenInFile();
}

const tokenInFile = () =>
  new ActionError(
    'The kubeconfig that is given as content takes its token from a file of the runner, which only a kubeconfig in a file may do; put the token into it, or give the path of the kubeconfig.',
  );

/**
 * Content as JSON, which the library cannot read otherwise than it is read here. It reads what `token-file` names as
 * it loads, so that has to be refused before.
 */
function jsonOf(content: string): string {
  const json = JSON.stringify(parsed(content));
  if (json.includes('"token-file":')) throw tokenInFile();
  return json;
}

function parsed(content: string): unknown {
  try {
    return parse(content);
  } catch (error) {
    // The parser's own words may quote the content.
    throw new Error(error instanceof YAMLError ? `${error.code} in line ${error.linePos?.[0].line}` : '');
  }
}

function load(config: KubeConfig, kubeconfig: string | undefined): void {
  if (kubeconfig !== undefined) {
    if (isBase64(kubeconfig))
      throw new ActionError(
        'Input `kubeconfig` is encoded as base64; decode it (`base64 -d`) before you save it.',
      );
    if (isContent(kubeconfig)) config.loadFromString(jsonOf(kubeconfig));
    else if (existsSync(kubeconfig)) config.loadFromFile(kubeconfig);
    else if (PATH.test(kubeconfig))
      throw new ActionError(
        `There is no kubeconfig at ${kubeconfig} on this machine; write it there in an earlier step, or give its content, as a secret does.`,
      );
    else
      throw new ActionError(
        'Input `kubeconfig` is neither the content of a kubeconfig nor the path of one; give what `kubectl config view --raw --minify --flatten` prints.',
      );
  } else if (process.env.KUBECONFIG) {
    config.loadFromDefault();
  } else if (existsSync(IN_CLUSTER_TOKEN)) {
    config.loadFromCluster();
  } else {
    throw new ActionError(
      'There is no cluster to talk to: the input `kubeconfig` is empty and KUBECONFIG is not set. A secret that is not stored under its name is empty, and one of an environment also in a called workflow and in a job without that `environment`; store it, or use the action in a job with `environment` (docs/troubleshooting.md).',
    );
  }
}
