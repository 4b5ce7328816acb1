import type { Budget } from '../../base/budget.ts';
import { ActionError } from '../../base/errors.ts';
import { withoutEndSlashes } from '../../base/slashes.ts';
import { objectOf, post } from '../http/post.ts';

/**
 * Sends an event of PagerDuty's Events API v2, or a change event.
 *
 * @returns the dedup key of the incident; a change event has none
 * @throws ActionError where PagerDuty does not take it
 */
export function enqueue(
  api: string,
  kind: 'event' | 'change event',
  event: object,
  budget: Budget,
): Promise<string | undefined> {
  const url = `${withoutEndSlashes(api)}/v2/${kind === 'event' ? 'enqueue' : 'change/enqueue'}`;
  // An event has the key of its incident, a change event has none.
  const repeatable = kind === 'event';
  return post({ to: 'PagerDuty', url, body: JSON.stringify(event), repeatable }, budget, (answer) => {
    const { status, dedup_key: key } = objectOf(answer);
    if (answer.status !== 202 || status !== 'success')
      throw new ActionError(
        `What answers at ${new URL(url).host} is not PagerDuty; check \`pagerduty-url\`.`,
      );
    return typeof key === 'string' ? key : undefined;
  });
}
