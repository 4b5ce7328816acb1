import { messageOf } from '../../base/errors.ts';
import type { Standing } from '../../record/recovery.ts';
import { enqueue } from '../../systems/pagerduty/pagerduty.ts';
import { cut, type EventName } from '../fields.ts';
import type { Message } from '../render.ts';
import type { Sink } from './sink.ts';

/** Characters of a summary, and of the text among the details: PagerDuty takes 512 KB in all. */
const LONGEST = { summary: 1024, text: 20_000 };

/** Where an incident belongs. */
interface PagerDutySettings {
  readonly api: string;
  readonly routingKey: string;
  /** One incident, however many events, and however many attempts of the run. */
  readonly dedupKey: string;
  readonly source: string;
}

type Act = 'trigger' | 'acknowledge' | 'resolve';

/** An incident that a rollback opens and closes, and change events at both ends. */
export function pagerDutySink(settings: PagerDutySettings): Sink {
  return {
    name: 'pagerduty',
    async send(message, budget) {
      const act = actFor(message);
      const change = CHANGES.includes(message.event);
      if (!act && !change) return { skipped: SKIP_REASONS[message.event] ?? '' };
      const [key, changed] = await Promise.all([
        act && enqueue(settings.api, 'event', incidentEvent(act, message, settings), budget),
        change
          ? enqueue(settings.api, 'change event', changeEvent(message, settings), budget).catch(
              (error: unknown) => `The incident was sent, the change event was not: ${messageOf(error)}`,
            )
          : undefined,
      ]);
      const open = act || message.event === 'started' ? undefined : STAYS_OPEN;
      return { id: key ?? settings.dedupKey, note: [open, changed].filter(Boolean).join(' ') || undefined };
    },
  };
}

const CHANGES: readonly EventName[] = ['started', 'completed', 'failed'];
const UNWELL: readonly Standing[] = ['unhealthy', 'still-unhealthy', 'failed', 'running'];
const STAYS_OPEN =
  'The incident stays open: the record does not confirm that all is well; resolve it by hand once a person has checked.';
const SKIP_REASONS: Partial<Record<EventName, string>> = {
  started: 'Nothing is rolled back, and that pages no one.',
  progress:
    'No one is named as `incident-commander`, and an incident that no person has is not acknowledged.',
  asked: 'The incident stays open: no decision was made, and nothing was changed.',
  customer: 'PagerDuty takes no messages for customers.',
};

/** It pages to have a decision, and once more before the time is over; that it is over closes nothing. */
const QUESTION_ACTS: Readonly<Record<string, Act>> = {
  open: 'trigger',
  reminder: 'trigger',
  settled: 'resolve',
};

/** An acknowledgement stops the escalation, so it needs a person who handles the incident. */
function actFor({ event, facts }: Message): Act | undefined {
  // A rollback that changes nothing pages no one, unless something says that all is not well.
  if (event === 'started' && facts.nothing_to_do === true)
    return UNWELL.includes(facts.standing as Standing) ? 'trigger' : undefined;
  if (event === 'started' || event === 'failed') return 'trigger';
  if (event === 'asked') return QUESTION_ACTS[String(facts.question)];
  if (event === 'quick-fix') return facts.quick_fix === 'helped' ? 'resolve' : 'trigger';
  if (event === 'completed') {
    if (facts.resolved) return 'resolve';
    // It must not close what a person has to check, and pages where something says that all is not well.
    return UNWELL.includes(facts.standing as Standing) ? 'trigger' : undefined;
  }
  return event === 'progress' && facts.incident_commander ? 'acknowledge' : undefined;
}

/** The paged person may read this line alone: it says why. */
const titleOf = ({ subject, facts }: Message): string =>
  typeof facts.issue === 'string' && !subject.includes(facts.issue) ? `${subject}: ${facts.issue}` : subject;

/** An event of the Events API v2. */
export function incidentEvent(act: Act, message: Message, settings: PagerDutySettings): object {
  const { body, facts, runUrl } = message;
  return {
    routing_key: settings.routingKey,
    event_action: act,
    dedup_key: settings.dedupKey,
    ...(act === 'trigger' && {
      payload: {
        summary: cut(titleOf(message), LONGEST.summary, '…'),
        source: settings.source,
        severity: 'critical',
        timestamp: new Date().toISOString(),
        class: 'rollback',
        ...(typeof facts.environment === 'string' && { group: facts.environment }),
        custom_details: {
          text: cut(body.text, LONGEST.text, '…'),
          services: facts.services,
          reason: facts.reason,
        },
      },
      client: 'Rollback Actions',
      ...(runUrl && { client_url: runUrl }),
    }),
    ...linksTo(runUrl),
  };
}

/** A change event: shown beside incidents, pages no one. */
export function changeEvent({ subject, facts, runUrl }: Message, settings: PagerDutySettings): object {
  return {
    routing_key: settings.routingKey,
    payload: {
      summary: cut(subject, LONGEST.summary, '…'),
      source: settings.source,
      timestamp: new Date().toISOString(),
      custom_details: { services: facts.services, reason: facts.reason, version: facts.previous_version },
    },
    ...linksTo(runUrl),
  };
}

const linksTo = (runUrl: string | undefined) =>
  runUrl ? { links: [{ href: runUrl, text: 'The run' }] } : {};
