import { messageOf } from '../base/errors.ts';
import type { Log } from '../base/log.ts';
import { withoutFullStop } from '../base/sentence.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';
import { annotateRevision } from './marks.ts';

interface Notebook {
  readonly client: KubeClient;
  readonly log: Log;
}

/**
 * Writes on a revision what later runs would like to know. A cluster may refuse every change of that object, as policies
 * do that look at the image of the bad release: production goes back all the same.
 */
export const noteOnRevision = (
  { client, log }: Notebook,
  object: KubeObject,
  annotations: Record<string, string | null>,
): Promise<void> => noted(log, object, () => annotateRevision(client, object, annotations));

/** Does what only later runs need; that the API server refuses it is a warning. */
export async function noted(
  log: Log,
  { kind, metadata }: KubeObject,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    log.warn(
      `What happened could not be noted on ${kind} ${metadata.name}, so the next rollback knows less: ${withoutFullStop(messageOf(error))}.`,
    );
  }
}
