import type { IncomingMessage } from 'node:http';
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { ActionError } from '../../base/errors.ts';
import { beginning } from '../../base/redact.ts';
import { retryAfterMs } from '../../base/retry.ts';
import { withoutFullStop } from '../../base/sentence.ts';
import { WAITS } from '../../base/waits.ts';
import { textWithin } from '../bounded.ts';
import { isPassingStatus } from '../http/client.ts';
import { innermost, isLasting, unreachableReason } from '../network.ts';

/** What is read of an answer that is an error. */
const MAX_ERROR_BYTES = 64 * 1024;
const LONGEST_MESSAGE = 2000;

interface Status {
  message?: string;
  reason?: string;
}

/** An answer of the API server that is not 2xx, with the message of its `Status` object. */
export class ApiError extends ActionError {
  readonly status: number;
  readonly reason: string;
  /** Milliseconds after which the server wants to be asked again. */
  readonly retryAfterMs: number;

  constructor(status: number, reason: string, message: string, retryAfterMs = 0) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }

  /** API servers throttle clients that send too much; nothing was done then. */
  get isLimit(): boolean {
    return this.status === 429;
  }

  static async from(response: IncomingMessage): Promise<ApiError> {
    const status = response.statusCode ?? 0;
    const { text: body } = await textWithin(response, MAX_ERROR_BYTES);
    const { message, reason } = parseStatus(body);
    const words =
      status === 401 && reason === 'Unauthorized'
        ? 'The API server does not accept the credentials of the kubeconfig (401 Unauthorized); renew them.'
        : message;
    return new ApiError(
      status,
      reason ?? '',
      words?.slice(0, LONGEST_MESSAGE) ?? `HTTP ${status}: ${beginning(body, 200)}`,
      Math.min(retryAfterMs(response.headers['retry-after']), WAITS.API_SERVER_LONGEST_LIMIT_MS),
    );
  }
}

/** The plugin that the kubeconfig names for credentials gives none. */
export class CredentialsError extends ActionError {
  constructor(command: string, error: Error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const lastLine = withoutFullStop(error.message.trim().split('\n').at(-1) ?? '').trim();
    const reason = isMissing
      ? 'there is no such program on the runner'
      : lastLine || 'it failed and said nothing';
    super(
      `The credential plugin ${command} of the kubeconfig gives no credentials: ${reason}; ${isMissing ? 'install it' : 'log in'} with a step before this one.`,
      { cause: error },
    );
    this.name = 'CredentialsError';
  }

  /** What went wrong before a request was sent: the plugin, where there is one, else the kubeconfig itself. */
  static from(config: KubeConfig, error: Error): Error {
    const command = config.getCurrentUser()?.exec?.command as string | undefined;
    const isSetting = /^(HTTP protocol is not allowed|Unsupported proxy)/.test(error.message);
    return command === undefined || isSetting ? error : new CredentialsError(command, error);
  }
}

function parseStatus(body: string): Status {
  try {
    const { message, reason } = (JSON.parse(body) ?? {}) as Record<string, unknown>;
    return {
      ...(typeof message === 'string' && { message }),
      ...(typeof reason === 'string' && { reason }),
    };
  } catch {
    // Proxies and load balancers in front of the API server answer in HTML.
    return {};
  }
}

/** True for failures that may be over in a moment. */
export function isPassing(error: Error): boolean {
  if (error instanceof ApiError) return isPassingStatus(error.status);
  // One that is not there stays away; one that fails may have been asked too often.
  if (error instanceof CredentialsError) return (error.cause as NodeJS.ErrnoException).code !== 'ENOENT';
  return !isLasting(error) && !/HTTP protocol is not allowed/.test(innermost(error).message);
}

/** One sentence for a server that could not be talked to. */
export function unreachable(server: string, error: Error): ActionError {
  const reason = unreachableReason(error, 'its certificate is not signed by the CA in the kubeconfig');
  return new ActionError(
    `The Kubernetes API server ${server} cannot be reached: ${reason}; check the server in the kubeconfig and the network of the runner.`,
    { cause: error },
  );
}
