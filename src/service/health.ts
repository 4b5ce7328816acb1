import { parseArgsStringToArgv } from 'string-argv';
import { ActionError, messageOf } from '../base/errors.ts';
import { redact } from '../base/redact.ts';
import { retry } from '../base/retry.ts';
import { WAITS } from '../base/waits.ts';
import { send } from '../systems/http/client.ts';
import { execWithin, LateCommandError } from '../systems/kubernetes/bounded-command.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { label, parseRef, type Ref } from '../systems/kubernetes/kinds.ts';
import type { Pod } from '../systems/kubernetes/objects.ts';
import { getThroughProxy, NotStartedError } from '../systems/kubernetes/pods.ts';

const ATTEMPTS = 6;
/** What is read of the answer of a URL, whose status is all that counts. */
const MAX_ANSWER_BYTES = 64 * 1024;
const REDIRECTS = 5;
/** An application that runs, and does not know what it is asked for. */
const NO_SUCH_PATH = /^HTTP (404|405|501)\b/;

/** A path that would leave the pod's proxy and ask the API server itself. */
const OUT_OF_POD = /(^|\/)(\.|%2e){1,2}(\/|$)/i;

/** One way to see that a workload is well. */
export type Check =
  | { readonly type: 'pod'; readonly scheme: string; readonly port: string; readonly path: string }
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'exec'; readonly argv: readonly string[] };

/** A check, for one workload or for all of them. */
export interface HealthCheck {
  readonly for: string | undefined;
  readonly check: Check;
}

/**
 * Reads one line of the input `health`: `http://:8080/health`, `https://shop.example/health`,
 * `exec: curl -fs localhost:8080`, each also for one workload alone: `deployment/web: http://:80/`.
 *
 * @throws ActionError that lists what is accepted
 */
export function parseHealth(line: string): HealthCheck {
  const own = /^([a-z]+\/[a-z0-9.-]+):\s+(?=\S)(.*)$/.exec(line);
  const text = own?.[2] ?? line;
  const check = parseCheck(text);
  if (check) return { for: own?.[1] && label(parseRef(own[1])), check };
  throw new ActionError(
    `Input \`health\` has the line ${JSON.stringify(line)}; accepted are http://:<port>/<path> (in every pod), https://<host>/<path> (from the runner) and exec: <command> (in every pod), each also after \`<kind>/<name>: \`.`,
  );
}

function parseCheck(text: string): Check | undefined {
  const [, scheme, port = '', path = '/'] = /^(https?):\/\/:(\d{1,5})(\/\S*)?$/.exec(text) ?? [];
  if (scheme && Number(port) >= 1 && Number(port) <= 65535 && !OUT_OF_POD.test(path)) {
    return { type: 'pod', scheme, port, path };
  }
  if (/^https?:\/\/[^:/]/.test(text) && URL.canParse(text)) return { type: 'url', url: text };
  const argv = text.startsWith('exec:') ? parseArgsStringToArgv(text.slice('exec:'.length)) : [];
  return argv.length > 0 ? { type: 'exec', argv } : undefined;
}

/** The checks that are for a workload. */
export const checksOf = (target: Ref, checks: readonly HealthCheck[]): HealthCheck[] =>
  checks.filter((check) => check.for === undefined || check.for === label(target));

/**
 * Looks whether a workload is well; a failing look is repeated for some seconds.
 *
 * @returns whether there was anything to look at
 * @throws ActionError naming the pod or URL that is not well
 */
export async function verifyHealth(
  client: KubeClient,
  target: Ref,
  pods: readonly Pod[],
  checks: readonly HealthCheck[],
): Promise<boolean> {
  // A workload at zero serves no traffic: it is checked again once its traffic is resumed.
  const own = pods.length === 0 ? [] : checksOf(target, checks);
  await Promise.all(
    own.flatMap(({ check }) =>
      check.type === 'url'
        ? [retried(client, target, check.url, () => getUrl(check.url, client.signal))]
        : pods.map((pod) =>
            retried(client, target, `pod ${pod.metadata.name}`, () => checkPod(client, pod, check)),
          ),
    ),
  );
  return own.length > 0;
}

/** What the checks need from RBAC. */
export const usesProxy = (checks: readonly HealthCheck[]) => checks.some(({ check }) => check.type === 'pod');
export const usesExec = (checks: readonly HealthCheck[]) => checks.some(({ check }) => check.type === 'exec');

async function retried(
  client: KubeClient,
  target: Ref,
  what: string,
  check: () => Promise<void>,
): Promise<void> {
  try {
    await retry(check, { attempts: ATTEMPTS, signal: client.signal, isPassing: isWorthAnother });
  } catch (error) {
    client.signal.throwIfAborted();
    const reason = messageOf(error);
    const hint = NO_SUCH_PATH.test(reason)
      ? '; a check that came with a newer version is not for an older one'
      : '';
    throw new ActionError(`${label(target)} is rolled out but not healthy: ${what}: ${reason}${hint}`);
  }
}

/** What hangs is not started a second time beside the first, and a program that is not there does not come by waiting. */
const isWorthAnother = (error: Error) =>
  !(error instanceof LateCommandError || error instanceof NotStartedError);

async function getUrl(url: string, signal: AbortSignal): Promise<void> {
  const request = { url: new URL(url), mostBytes: MAX_ANSWER_BYTES, redirects: REDIRECTS };
  const late = AbortSignal.timeout(WAITS.HEALTH_ATTEMPT_MS);
  const { status } = await send(request, AbortSignal.any([signal, late])).catch((error: unknown) => {
    throw late.aborted ? new Error(`no answer in ${WAITS.HEALTH_ATTEMPT_MS / 1000} s`) : error;
  });
  if (status < 200 || status >= 300) throw new Error(`HTTP ${status}`);
}

async function checkPod(client: KubeClient, pod: Pod, check: Exclude<Check, { type: 'url' }>): Promise<void> {
  if (check.type === 'pod') return getThroughProxy(client, pod, check, WAITS.HEALTH_ATTEMPT_MS);
  const { exitCode, output } = await execWithin(client, pod, check.argv, WAITS.HEALTH_COMMAND_MS);
  if (exitCode !== 0)
    throw new Error(`"${check.argv.join(' ')}" ended with ${exitCode}: ${redact(output).slice(-300)}`);
}
