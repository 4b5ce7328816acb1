import { compose } from '../notify/compose.ts';
import { eventOf, memoryOf } from '../notify/deliver.ts';
import { liveSlack } from '../notify/sinks/slack-live.ts';
import { readEvents } from '../record/read.ts';
import type { NewEvent } from '../record/record.ts';
import { storyOf } from '../record/story.ts';
import type { Context } from '../runner/action.ts';
import { messageOf } from '../runner/errors.ts';
import type { Values } from '../runner/part.ts';

/** Keeps Slack's one message at the newest state while the chain goes on. */
export interface Live {
  /** From now on there is a first message, or none will come; before, a second one would be posted. */
  readonly begin: () => void;
  /** Is told each event that was recorded. */
  readonly seen: (event: NewEvent) => void;
  /** Sends what is not sent yet, and leaves on record where the message is. Never throws. */
  readonly end: () => Promise<void>;
}

/** Steps of others, which say nothing of how far it is. */
const BESIDE = ['assess', 'notify', 'report'];

/** The message that `notify` posts or has posted, updated as components are done; undefined without a bot token. */
export function liveProgress(values: Values, context: Context, runUrl: string | undefined): Live | undefined {
  const {
    'slack-token': token,
    'slack-channel': channel,
    'slack-api-url': api = 'https://slack.com/api',
  } = values;
  if (!token || !channel) return undefined;
  const { rollbackId, recordPath, redact, log, record } = context;
  const events = () => readEvents(recordPath).events;
  let slack: ReturnType<typeof liveSlack> | undefined;
  let begun = false;
  const open = () =>
    liveSlack({ api, token, channel }, memoryOf(events(), rollbackId, 'slack'), context.signal, (error) =>
      log.info(`… Slack's message is not up to date: ${messageOf(error)}`),
    );
  return {
    begin() {
      begun = true;
    },
    seen({ component, status }) {
      if (!begun || status === 'planned' || BESIDE.includes(component)) return;
      slack ??= open();
      const story = storyOf(events(), rollbackId);
      slack.show(compose({ event: 'progress', story, redact, runUrl }).message);
    },
    async end() {
      if (!slack) return;
      await slack.flush();
      const keep = { ...slack.memory() };
      record(eventOf({ sink: 'slack', status: 'sent', attempts: 1, milliseconds: 0, keep }, 'progress'));
    },
  };
}
