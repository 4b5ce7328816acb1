import { ActionError } from '../../base/errors.ts';
import { emailSink } from './email.ts';
import { commentSink, deploymentSink } from './github.ts';
import { pagerDutySink } from './pagerduty.ts';
import type { Memory, Sink, SinkName } from './sink.ts';
import { slackSink, slackWebhookSink } from './slack.ts';
import { teamsSink } from './teams.ts';
import { webhookSink } from './webhook.ts';

/** The inputs that say where messages go. */
interface SinkInputs {
  readonly slackToken?: string | undefined;
  readonly slackChannel?: string | undefined;
  readonly slackWebhookUrl?: string | undefined;
  readonly slackApiUrl: string;
  readonly pagerdutyRoutingKey?: string | undefined;
  readonly pagerdutyUrl: string;
  readonly smtpUrl?: string | undefined;
  readonly emailFrom?: string | undefined;
  readonly emailTo: readonly string[];
  readonly teamsWebhookUrl?: string | undefined;
  readonly webhookUrl?: string | undefined;
  readonly webhookSecret?: string | undefined;
  readonly githubToken?: string | undefined;
  /** The number of an issue or pull request, or `commit`. */
  readonly githubComment?: string | undefined;
  readonly githubDeployment?: string | undefined;
}

/** What sinks know of the run. */
interface SinkContext {
  /** What is resolved and updated: the rollback, whichever attempt of it this is. */
  readonly incident: string;
  /** An earlier attempt of the run may have told of it already. */
  readonly isRerun: boolean;
  /** `owner/name`; undefined outside of GitHub. */
  readonly repository: string | undefined;
  readonly sha: string | undefined;
  readonly server: string;
  readonly api: string;
  /** What earlier messages of this rollback left behind. */
  readonly memory: (sink: SinkName) => Memory;
  /** Slack's mrkdwn, a line a component, for the thread. */
  readonly details: readonly string[];
}

/** The sinks that the inputs name. One that lacks something is a sink that fails with a sentence about it. */
export function configuredSinks(inputs: SinkInputs, run: SinkContext): Sink[] {
  const source = run.repository ? `${run.server}/${run.repository}` : 'rollback-actions';
  return [
    ...slackSinks(inputs, run),
    ...when(inputs.pagerdutyRoutingKey, (routingKey) =>
      pagerDutySink({
        api: inputs.pagerdutyUrl,
        routingKey,
        dedupKey: run.incident,
        source: run.repository ?? source,
      }),
    ),
    ...emailSinks(inputs, run),
    ...when(inputs.teamsWebhookUrl, teamsSink),
    ...when(inputs.webhookUrl, (url) =>
      webhookSink({ url, secret: inputs.webhookSecret, source, incident: run.incident }),
    ),
    ...(inputs.webhookSecret && !inputs.webhookUrl
      ? [lacking('webhook', 'webhook-url', 'webhook-secret')]
      : []),
    ...gitHubSinks(inputs, run),
  ];
}

function slackSinks(
  { slackToken, slackChannel, slackApiUrl, slackWebhookUrl }: SinkInputs,
  run: SinkContext,
): Sink[] {
  const webhook = when(slackWebhookUrl, slackWebhookSink);
  if (!slackToken && !slackChannel) return webhook;
  if (!slackToken) return [lacking('slack', 'slack-token', 'slack-channel'), ...webhook];
  if (!slackChannel) return [lacking('slack', 'slack-channel', 'slack-token'), ...webhook];
  const { incident, isRerun } = run;
  const settings = { api: slackApiUrl, token: slackToken, channel: slackChannel, incident, isRerun };
  return [slackSink(settings, run.memory('slack'), run.details), ...webhook];
}

function emailSinks({ smtpUrl, emailFrom, emailTo }: SinkInputs, run: SinkContext): Sink[] {
  if (!smtpUrl && emailTo.length === 0) return [];
  if (!smtpUrl) return [lacking('email', 'smtp-url', 'email-to')];
  if (emailTo.length === 0) return [lacking('email', 'email-to', 'smtp-url')];
  if (!emailFrom) return [lacking('email', 'email-from', 'smtp-url')];
  const settings = { smtpUrl, from: emailFrom, to: emailTo, incident: run.incident, isBegun: run.isRerun };
  return [emailSink(settings, run.memory('email'))];
}

function gitHubSinks({ githubToken, githubComment, githubDeployment }: SinkInputs, run: SinkContext): Sink[] {
  const names: SinkName[] = [
    ...(githubComment ? ['github-comment' as const] : []),
    ...(githubDeployment ? ['github-deployment' as const] : []),
  ];
  if (!githubToken) return names.map((name) => lacking(name, 'github-token', name));
  const [owner, repo] = run.repository?.split('/') ?? [];
  if (!owner || !repo)
    return names.map((name) => broken(name, 'GITHUB_REPOSITORY does not say which repository this is.'));
  const target = { token: githubToken, owner, repo, api: run.api };
  const on = githubComment === 'commit' ? { commit: run.sha ?? '' } : { issue: githubComment ?? '' };
  return names.map((name) =>
    name === 'github-comment'
      ? commentSink({ target, on }, run.memory(name))
      : deploymentSink(target, githubDeployment ?? ''),
  );
}

const when = <T>(value: string | undefined, make: (value: string) => T): T[] => (value ? [make(value)] : []);

const lacking = (name: SinkName, missing: string, given: string): Sink =>
  broken(
    name,
    `Input \`${given}\` is given and \`${missing}\` is not; a secret that does not exist is an empty input.`,
  );

const broken = (name: SinkName, sentence: string): Sink => ({
  name,
  send: () => Promise.reject(new ActionError(sentence)),
});
