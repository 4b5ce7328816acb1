import { messageOf } from '../base/errors.ts';
import { compose } from '../notify/compose.ts';
import { deliveryState, eventOf } from '../notify/deliver.ts';
import { liveSlack } from '../notify/sinks/slack-live.ts';
import { meaningOf } from '../record/catalogue.ts';
import { incidentOf } from '../record/incident.ts';
import { readEvents } from '../record/read.ts';
import { ACTION_STEP, type NewEvent } from '../record/record.ts';
import { storyOf } from '../record/story.ts';
import { earlierTimes } from '../report/history.ts';
import type { Context } from '../runner/action.ts';
import type { Values } from '../runner/part.ts';

/** Keeps Slack's one message at the newest state while the chain goes on. */
export interface Live {
  /** Takes each event that was recorded. Never throws: the rollback is not held up by a message. */
  readonly seen: (event: NewEvent) => void;
  /** Sends what is not sent yet, and leaves on record where the message is. Never throws. */
  readonly end: () => Promise<void>;
}

/** The message that `notify` posts or has posted, updated as components are done; undefined without a bot token. */
export function liveProgress(values: Values, context: Context, runUrl: string | undefined): Live | undefined {
  const {
    'slack-token': token,
    'slack-channel': channel,
    'slack-api-url': api = 'https://slack.com/api',
  } = values;
  if (!token || !channel) return undefined;
  const { rollbackId, run, recordPath, redact, log, record } = context;
  const events = () => readEvents(recordPath).events;
  let slack: ReturnType<typeof liveSlack> | undefined;
  // The first message is posted by notify; an update before that is over would post a second one.
  let isSent = false;
  const failed = (error: unknown) => log.info(`… Slack's message is not up to date: ${messageOf(error)}`);
  const show = () => {
    const known = events();
    slack ??= liveSlack(
      { api, token, channel, incident: incidentOf(rollbackId, run) },
      deliveryState(known, rollbackId, 'slack'),
      context.signal,
      failed,
    );
    const story = storyOf(known, rollbackId);
    slack.show(
      compose({
        event: 'progress',
        story,
        earlier: earlierTimes(values.history, story),
        redact,
        runUrl,
        continuesAtOnce: true,
      }).message,
    );
  };
  return {
    seen(event) {
      const { component, step, status } = event;
      const means = meaningOf(event);
      isSent ||= component === 'notify' && step === ACTION_STEP && status !== 'started';
      // Steps that judge or notify say nothing of progress.
      if (!isSent || status === 'planned' || means === 'decides' || means === 'notifies') return;
      try {
        show();
      } catch (error) {
        failed(error);
      }
    },
    async end() {
      if (!slack) return;
      await slack.flush();
      const keep = { ...slack.memory() };
      record(eventOf({ sink: 'slack', status: 'sent', attempts: 1, milliseconds: 0, keep }, 'progress'));
    },
  };
}
