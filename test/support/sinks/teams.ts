import { type Answer, answer, type Got, SinkServer } from './server.ts';

/** A Workflow of Microsoft Teams: 202 and no body for an Adaptive Card that Teams shows, 400 for anything else. */
export async function startTeams() {
  const cards: Got['body'][] = [];
  const usual: Answer = (response, got) => {
    const wrong = flawOf(got);
    if (wrong)
      return answer(400, { error: { code: 'InvalidRequestContent', message: wrong } })(response, got);
    cards.push(got.body.attachments[0].content);
    return answer(202, '')(response, got);
  };
  const server = await SinkServer.start(usual);
  return Object.assign(server, {
    cards,
    inputs: { 'teams-webhook-url': `${server.url}/workflows/sig-that-nobody-may-see` },
  });
}

function flawOf({ body, text }: Got): string | undefined {
  if (Buffer.byteLength(text) > 28 * 1024) return 'The message is larger than 28 KB';
  const [attachment] = body.attachments ?? [];
  if (body.type !== 'message' || attachment?.contentType !== 'application/vnd.microsoft.card.adaptive')
    return 'no card';
  const { type, version, $schema, body: elements, actions = [] } = attachment.content;
  if (type !== 'AdaptiveCard' || !/^1\.[0-5]$/.test(version)) return 'Teams shows cards up to version 1.5';
  if ($schema !== 'http://adaptivecards.io/schemas/adaptive-card.json') return 'the schema is another';
  if (!elements.every(isElement)) return 'an element is not known';
  return actions.every(({ type, url }: Got['body']) => type === 'Action.OpenUrl' && URL.canParse(url))
    ? undefined
    : 'an action is not known';
}

const isElement = ({ type, inlines }: Got['body']) =>
  type === 'RichTextBlock' &&
  inlines.length > 0 &&
  inlines.every(
    (run: Got['body']) => run.type === 'TextRun' && typeof run.text === 'string' && run.text !== '',
  );
