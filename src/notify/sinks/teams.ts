import { ActionError } from '../../base/errors.ts';
import { PassingError } from '../../base/retry.ts';
import { isPassingStatus, wordsOf } from '../../systems/http/client.ts';
import { post, refusePage } from '../../systems/http/post.ts';
import { cut } from '../fields.ts';
import type { Message } from '../render.ts';
import { runsOf } from '../targets.ts';
import type { Sink } from './sink.ts';

/** Characters of the text: Teams takes 28 KB of JSON, in which a sign may take six bytes. */
const LONGEST = 8_000;
const MAX_BYTES = 27_000;

/** Microsoft Teams by the URL of a Workflow ("When a Teams webhook request is received"). */
export function teamsSink(url: string): Sink {
  return {
    name: 'teams',
    async send(message, budget) {
      const card = { to: 'Microsoft Teams', url, body: JSON.stringify(cardOf(message)), repeatable: false };
      await post({ ...card, remedy: (refusal) => remedyFor(url, refusal) }, budget, (answer) => {
        refusePage('Microsoft Teams', url, answer);
        expectShown(url, answer.body);
      });
      return {};
    },
  };
}

const CONNECTOR =
  "it is the URL of an Office 365 connector, which Microsoft retires: give that of one of the channel's Workflows";

const isConnector = (url: string): boolean =>
  /(?:^|\.)(?:webhook\.office\.com|outlook\.office(?:365)?\.com)$/.test(URL.parse(url)?.hostname ?? '');

function remedyFor(url: string, { body }: { readonly body: string }): string | undefined {
  if (isConnector(url)) return CONNECTOR;
  if (!/DirectApiAuthorizationRequired/.test(body)) return undefined;
  return 'give the whole URL of the Workflow, with its `&sig=…`, and let anyone trigger it';
}

/**
 * A connector answers 200 whatever became of the message, and says that in words alone (MicrosoftDocs/msteams-docs#400).
 *
 * @throws ActionError where the message is not there
 */
function expectShown(url: string, body: string): void {
  if (!/^\s*Webhook message delivery failed/i.test(body)) return;
  const status = Number(/HTTP error (\d{3})/.exec(body)?.[1]);
  const refusal = `Microsoft Teams (${URL.parse(url)?.host}) did not show the message (200${wordsOf(body)})`;
  if (isPassingStatus(status))
    throw new PassingError(`${refusal}; it does not work at the moment.`, { isLimit: status === 429 });
  throw new ActionError(`${refusal}; ${isConnector(url) ? CONNECTOR : 'check the URL'}.`);
}

/**
 * The message as an Adaptive Card 1.4. Its text is made of runs, which know no Markdown: nothing in them is ever
 * a link or a mention.
 */
export function cardOf(message: Message, longest = LONGEST): object {
  const { subject, body, runUrl } = message;
  const text = cut(body.runs, longest, runUrl ? '… the rest is in the run' : '…');
  const card = {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          fallbackText: subject,
          msteams: { width: 'Full' },
          body: [
            rich([{ text: subject, bold: true }], 'Large'),
            ...text.split(/\n{2,}/).map((paragraph) => rich(runsOf(paragraph))),
          ],
          ...(runUrl && { actions: [{ type: 'Action.OpenUrl', title: 'The run', url: runUrl }] }),
        },
      },
    ],
  };
  const fits = Buffer.byteLength(JSON.stringify(card)) <= MAX_BYTES || longest < 200;
  return fits ? card : cardOf(message, longest / 2);
}

const rich = (runs: { text: string; bold: boolean }[], size = 'Default') => ({
  type: 'RichTextBlock',
  inlines: runs.map(({ text, bold }) => ({
    type: 'TextRun',
    text,
    size,
    weight: bold ? 'Bolder' : 'Default',
  })),
});
