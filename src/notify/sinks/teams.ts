import { post } from '../../systems/http/post.ts';
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
      await post(card, budget, () => undefined);
      return {};
    },
  };
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
