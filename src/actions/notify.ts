import * as v from 'valibot';
import { messageOf } from '../base/errors.ts';
import { runUrl } from '../base/run-url.ts';
import { boolean, choice, list, secret, text } from '../base/values.ts';
import { type Delivery, deliver, deliveryState, drafted, eventOf } from '../notify/deliver.ts';
import { EVENTS } from '../notify/fields.ts';
import type { Message } from '../notify/render.ts';
import { configuredSinks } from '../notify/sinks/configured.ts';
import { SINKS, type Sink } from '../notify/sinks/sink.ts';
import { detailsOf, summaryOf } from '../notify/summary.ts';
import { attemptsOf, incidentOf } from '../record/incident.ts';
import { readEvents } from '../record/read.ts';
import type { RecordEvent } from '../record/record.ts';
import { type Story, storyOf } from '../record/story.ts';
import { earlierTimes } from '../report/history.ts';
import { type Context, defineAction, type Outcome } from '../runner/action.ts';

const inputs = {
  event: choice(EVENTS),
  fields: v.optional(text()),
  template: v.optional(text()),
  history: v.optional(text()),
  slackToken: v.optional(secret()),
  slackChannel: v.optional(text()),
  slackWebhookUrl: v.optional(secret()),
  slackApiUrl: v.optional(text(), 'https://slack.com/api'),
  pagerdutyRoutingKey: v.optional(secret()),
  pagerdutyUrl: v.optional(text(), 'https://events.pagerduty.com'),
  smtpUrl: v.optional(secret()),
  emailFrom: v.optional(text()),
  emailTo: v.optional(list(), ''),
  teamsWebhookUrl: v.optional(secret()),
  webhookUrl: v.optional(secret()),
  webhookSecret: v.optional(secret()),
  githubToken: v.optional(secret()),
  githubComment: v.optional(
    v.pipe(
      text(),
      v.regex(
        /^(commit|[1-9]\d{0,9})$/,
        (issue) =>
          `is ${JSON.stringify(issue.input)}; accepted are the number of an issue or pull request, and commit`,
      ),
    ),
  ),
  githubDeployment: v.optional(
    v.pipe(
      text(),
      v.regex(
        /^[1-9]\d{0,15}$/,
        (issue) => `is ${JSON.stringify(issue.input)}; accepted is the number of a deployment`,
      ),
    ),
  ),
  publish: v.optional(boolean(), 'false'),
  required: v.optional(v.pipe(list(), v.array(choice(SINKS))), ''),
};

type Inputs = v.InferOutput<v.ObjectSchema<typeof inputs, undefined>>;

/** Sends how the rollback stands to every sink. */
export const action = defineAction({ name: 'notify', inputs, changes: false, main });

async function main(inputs: Inputs, context: Context): Promise<Outcome> {
  const events = eventsOf(context);
  const story = storyFor(inputs, events, context);
  // With the language of templates it is two thirds of this action, and a wrong input is told without it.
  const { compose } = await import('../notify/compose.ts');
  const { message, problems, missing } = compose({
    ...inputs,
    story,
    earlier: earlierTimes(inputs.history, story),
    redact: context.redact,
    runUrl: runUrl(),
    continuesAtOnce: context.step !== undefined && inputs.event !== 'customer',
  });
  for (const problem of problems) context.log.warn(problem);
  const sinks = configuredSinks(inputs, sinkContextOf(events, story, context));
  const isForCustomers = inputs.event === 'customer';
  const draft = context.dryRun || (isForCustomers && (!inputs.publish || missing.length > 0));
  const deliveries = draft ? drafted(sinks) : await deliver(message, sinks, context.signal);
  for (const delivery of deliveries) context.record(eventOf(delivery, inputs.event));
  return outcomeOf(inputs, message, deliveries, { draft, missing }, context);
}

function eventsOf({ recordPath, log }: Context): RecordEvent[] {
  try {
    const { events, broken } = readEvents(recordPath);
    if (broken.length > 0)
      log.warn(
        `Lines ${broken.join(', ')} of the rollback record ${recordPath} are not events and were ignored.`,
      );
    return events;
  } catch (error) {
    log.warn(
      `The rollback record ${recordPath} cannot be read, so the message has only what \`fields\` says: ${messageOf(error)}.`,
    );
    return [];
  }
}

/** At the start nothing has happened yet, and what an older rollback left in the file is another story. */
function storyFor({ event }: Inputs, events: readonly RecordEvent[], { rollbackId }: Context): Story {
  const attempts = attemptsOf(events, rollbackId);
  const own = events.filter(({ id }) => attempts.has(id));
  return storyOf(event === 'started' ? own : events, rollbackId);
}

function sinkContextOf(events: readonly RecordEvent[], story: Story, { rollbackId, run, redact }: Context) {
  const { GITHUB_REPOSITORY: repository, GITHUB_SHA: sha, GITHUB_API_URL, GITHUB_SERVER_URL } = process.env;
  return {
    incident: incidentOf(rollbackId, run),
    isRerun: Number(process.env.GITHUB_RUN_ATTEMPT) > 1,
    repository,
    sha,
    server: GITHUB_SERVER_URL ?? 'https://github.com',
    api: GITHUB_API_URL ?? 'https://api.github.com',
    memory: (sink: Sink['name']) => deliveryState(events, rollbackId, sink),
    details: detailsOf(story).map(redact),
  };
}

function outcomeOf(
  inputs: Inputs,
  message: Message,
  deliveries: readonly Delivery[],
  { draft, missing }: { readonly draft: boolean; readonly missing: readonly string[] },
  context: Context,
): Outcome {
  for (const sentence of missing) context.log.warn(`The message for customers is a draft: ${sentence}`);
  const shown = draft || deliveries.length === 0 || deliveries.some(isFailed);
  announce(message, deliveries, shown, context);
  const { result, sentence } = draft ? draftOf(inputs, missing, context) : verdictOf(inputs, deliveries);
  const slack = deliveries.find(({ sink }) => sink === 'slack')?.keep;
  const incident = deliveries.find(({ sink, status }) => sink === 'pagerduty' && status === 'sent');
  const outputs = {
    deliveries: deliveries.map(toOutput),
    message: message.body.markdown,
    'slack-ts': slack?.ts ?? '',
    'slack-channel-id': slack?.channel ?? '',
    'incident-key': incident?.id ?? '',
  };
  return { result, message: sentence, outputs, summary: summaryOf(sentence, message, deliveries, shown) };
}

/** Not known to have been taken. */
const isFailed = ({ status }: Delivery) => status === 'failed' || status === 'unknown';

/** What became of the message, in the log; the message too, where a person has to pass it on. */
function announce(
  { event, subject, body }: Message,
  deliveries: readonly Delivery[],
  shown: boolean,
  { log }: Context,
): void {
  for (const delivery of deliveries) log.info(lineOf(delivery));
  for (const { sink, status, message } of deliveries.filter(isFailed))
    log.warn(
      `The message "${event}" ${status === 'unknown' ? 'may not have reached' : 'did not reach'} ${sink}: ${message}`,
    );
  if (shown) log.group(subject, body.text.split('\n'));
  if (deliveries.length === 0)
    log.warn(
      'No message was sent: no sink is configured; give `slack-token`, `smtp-url` or another one (docs/notifications.md).',
    );
}

interface Verdict {
  readonly result: Outcome['result'];
  readonly sentence: string;
}

function draftOf({ event, required }: Inputs, missing: readonly string[], { dryRun }: Context): Verdict {
  const draft = `The message "${event}" is a draft, and nothing was sent`;
  if (missing.length > 0)
    return {
      // A required sink was not reached.
      result: required.length > 0 && !dryRun ? 'failed' : 'planned',
      sentence: `${draft}: ${missing.join(' ')}`,
    };
  return { result: 'planned', sentence: `${draft}${dryRun ? '' : '; `publish: true` sends it'}.` };
}

function verdictOf({ event, required }: Inputs, deliveries: readonly Delivery[]): Verdict {
  const sent = deliveries.filter(({ status }) => status === 'sent').length;
  const reached = deliveries.filter((delivery) => !isFailed(delivery)).map(({ sink }) => sink);
  const missed = required.filter((name) => !reached.includes(name));
  const delivered = `The message "${event}" reached ${sent} of ${deliveries.length} sinks`;
  if (missed.length > 0)
    return {
      result: 'failed',
      sentence: `${delivered}, and not ${missed.join(', ')}, which \`required\` names; pass it on by hand: it is in the summary.`,
    };
  const rest = deliveries.some(isFailed) ? '; it is in the summary, to be passed on by hand' : '';
  return {
    result: sent > 0 || deliveries.some(({ status }) => status === 'unknown') ? 'done' : 'no-op',
    sentence: `${delivered}${rest}.`,
  };
}

const toOutput = ({ keep: _, ...delivery }: Delivery) => delivery;

function lineOf({ sink, status, attempts, milliseconds, message }: Delivery): string {
  const tries = attempts > 1 ? `, ${attempts} attempts` : '';
  return `${sink}: ${status} in ${(milliseconds / 1000).toFixed(1)} s${tries}${message ? ` — ${message}` : ''}`;
}
