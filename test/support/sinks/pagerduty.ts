import { type Answer, answer, type Got, SinkServer } from './server.ts';

const ROUTING_KEY = '0123456789abcdef0123456789abcdef';

/** PagerDuty's Events API v2: incidents by dedup key, and change events; 202 for what it takes, 400 for the rest. */
export async function startPagerDuty() {
  const incidents = new Map<string, string>();
  const changes: Got['body'][] = [];
  const usual: Answer = (response, got) => {
    const change = got.path === 'POST /v2/change/enqueue';
    const errors = change ? flawsOfChange(got.body) : flawsOfEvent(got.body);
    if (errors.length > 0)
      return answer(400, { status: 'invalid event', message: 'Event object is invalid', errors })(
        response,
        got,
      );
    if (change) changes.push(got.body);
    else incidents.set(got.body.dedup_key, got.body.event_action);
    const said = {
      status: 'success',
      message: 'Event processed',
      ...(!change && { dedup_key: got.body.dedup_key }),
    };
    return answer(202, said)(response, got);
  };
  const server = await SinkServer.start(usual);
  const inputs = { 'pagerduty-routing-key': ROUTING_KEY, 'pagerduty-url': server.url };
  return Object.assign(server, { incidents, changes, inputs });
}

const isShort = (value: unknown, most: number) =>
  typeof value === 'string' && value.length > 0 && value.length <= most;

function flawsOfEvent(event: Got['body']): string[] {
  const { payload, event_action: action, dedup_key: key } = event;
  return [
    ...(event.routing_key === ROUTING_KEY ? [] : ["'routing_key' is wrong"]),
    ...(['trigger', 'acknowledge', 'resolve'].includes(action) ? [] : ["'event_action' is wrong"]),
    ...(isShort(key, 255) ? [] : ["'dedup_key' is missing or too long"]),
    ...(action !== 'trigger'
      ? []
      : [
          ...(isShort(payload?.summary, 1024) ? [] : ["'payload.summary' is missing or too long"]),
          ...(isShort(payload?.source, 255) ? [] : ["'payload.source' is missing"]),
          ...(['critical', 'error', 'warning', 'info'].includes(payload?.severity)
            ? []
            : ["'payload.severity' is wrong"]),
        ]),
    ...linkFlaws(event),
  ];
}

function flawsOfChange(event: Got['body']): string[] {
  return [
    ...(event.routing_key === ROUTING_KEY ? [] : ["'routing_key' is wrong"]),
    ...(isShort(event.payload?.summary, 1024) ? [] : ["'payload.summary' is missing or too long"]),
    ...('event_action' in event ? ["'event_action' is not of change events"] : []),
    ...linkFlaws(event),
  ];
}

const linkFlaws = ({ links = [] }: Got['body']) =>
  links.every(({ href }: { href: unknown }) => typeof href === 'string' && URL.canParse(href))
    ? []
    : ["'links' is wrong"];
