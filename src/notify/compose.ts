import { readFileSync } from 'node:fs';
import { formatDuration } from '../base/duration.ts';
import { messageOf } from '../base/errors.ts';
import { redact } from '../base/redact.ts';
import { lossesOf, lossInWords, uncountedIn } from '../record/loss.ts';
import type { Story } from '../record/story.ts';
import { contradictionIn, withoutContradictions } from './claims.ts';
import { factsOf } from './facts.ts';
import { type EventName, type Fields, readFields } from './fields.ts';
import { internalNames } from './internal-names.ts';
import { type Content, type Message, type Override, render } from './render.ts';

/** What a message is asked for with. */
interface Wanted {
  readonly event: EventName;
  /** JSON. */
  readonly fields?: string | undefined;
  /** Path of a template. */
  readonly template?: string | undefined;
  readonly story: Story;
  /** Seconds that the same components took in earlier rollbacks, oldest first. */
  readonly earlier?: readonly number[];
  readonly runUrl: string | undefined;
  readonly redact: (text: string) => string;
  /** Whether the run that tells it goes on, and keeps the promise of a next update. */
  readonly continuesAtOnce?: boolean;
}

/** A message, what is wrong with what it was made of, and what keeps it from customers, a sentence each. */
interface Composed {
  readonly message: Message;
  readonly problems: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Makes a message of what the record and people say, without secrets. Nothing that is wrong with either keeps it from being
 * made: what was left out, and what should be checked, are `problems`. What has to be settled before customers read it is
 * `missing`.
 */
export function compose(wanted: Wanted): Composed {
  const { event, story, redact, runUrl } = wanted;
  const read = readFields(wanted.fields);
  const checked = withoutContradictions(redacted(read.fields, redact), story);
  const known = redacted(factsOf(event, story, checked.fields, wanted.earlier), redact);
  const facts =
    wanted.continuesAtOnce === true ? { ...known, next_update: known.next_update ?? PROMISE } : known;
  const { override, problems } = readTemplate(wanted.template);
  const own = event === 'customer' ? {} : checked.fields;
  const content = { event, facts, fields: own, runUrl };
  const { message, problems: wrong } = withoutLies(story, override, content);
  return {
    message,
    problems: [
      ...read.problems,
      ...checked.problems,
      ...problems,
      ...wrong,
      ...doubts(event, story, message),
    ],
    missing: event === 'customer' ? missingFor(story, checked, message) : [],
  };
}

/** What is rendered; a template of the user's that says what the record contradicts is not used. */
function withoutLies(
  story: Story,
  override: Override | undefined,
  content: Content,
): ReturnType<typeof render> {
  const rendered = render({ ...content, override });
  if (!override) return rendered;
  const { subject, body, data, foreign } = rendered.message;
  const json = JSON.stringify(foreign ?? data) ?? '';
  const wrong = [subject, body.text, body.html, json]
    .map((text) => contradictionIn(text, story))
    .find(Boolean);
  if (wrong === undefined) return rendered;
  const problem = `The template ${override.path} says what the record contradicts, so the built-in one was used: ${wrong}.`;
  return { message: render(content).message, problems: [...rendered.problems, problem] };
}

/** What is promised where it is kept (rollback/updates.ts). */
const PROMISE = 'in 15 minutes or upon completion';

/** What a person should look at before believing the message. */
function doubts(event: EventName, story: Story, { body }: Message): string[] {
  const wrong = contradictionIn(body.text, story);
  const isStillBroken = event === 'completed' && ['failed', 'running'].includes(story.standing);
  return [
    ...(isStillBroken
      ? [
          `The event is \`completed\`, and the record says that the rollback ${ENDS[story.standing]}; the message says that.`,
        ]
      : []),
    ...(wrong === undefined ? [] : [`The message says what the record contradicts: ${wrong}.`]),
  ];
}

const ENDS: Record<string, string> = { failed: 'failed', running: 'has not ended' };

/** What keeps a message for customers from being sent as it is. */
function missingFor(
  story: Story,
  { fields, problems }: { fields: Fields; problems: readonly string[] },
  { body }: Message,
): string[] {
  const names = internalNames(story, body.text);
  const isDataGiven = fields['data-integrity'] !== undefined || fields['data-loss'] !== undefined;
  const lost = lossInWords(lossesOf(story.dataLoss), formatDuration);
  const uncounted = uncountedIn(story.components, story.dataLoss);
  const what = lost === undefined ? undefined : `${lost} lost`;
  const isDescribed = fields.affected !== undefined || fields.impact !== undefined;
  return [
    ...problems,
    ...(isDescribed
      ? []
      : [
          'It does not say what customers could not do; say it in the field `affected` (`payments`) or `impact` (`Nobody could pay`).',
        ]),
    ...names.map(
      (name) => `It has the internal name ${name}; say it in the words of customers in \`fields\`.`,
    ),
    ...(what !== undefined && !isDataGiven
      ? [`It does not say that data was lost (${what}); say it in the field \`data-loss\`.`]
      : []),
    ...(what === undefined && uncounted.length > 0 && !isDataGiven
      ? [
          `It is not known what ${uncounted.join(', ')} lost; say in the field \`data-integrity\` what customers are told.`,
        ]
      : []),
  ];
}

function readTemplate(path: string | undefined): { override?: Override; problems: string[] } {
  if (!path) return { problems: [] };
  try {
    return { override: { path, source: redact(readFileSync(path, 'utf8')) }, problems: [] };
  } catch (error) {
    const problem = `The template ${path} cannot be read, so the built-in one was used: ${messageOf(error)}.`;
    return { problems: [problem] };
  }
}

/** All texts of a value without secrets. */
function redacted<T>(value: T, redact: (text: string) => string): T {
  if (typeof value === 'string') return redact(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => redacted(item, redact)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redacted(item, redact)])) as T;
}
