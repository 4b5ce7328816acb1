import { readFileSync } from 'node:fs';
import type { Story } from '../record/story.ts';
import { messageOf } from '../runner/errors.ts';
import { factsOf, internalNames } from './facts.ts';
import { type EventName, readFields } from './fields.ts';
import { type Message, type Override, render } from './render.ts';

/** What a message is asked for with. */
interface Wanted {
  readonly event: EventName;
  /** JSON. */
  readonly fields?: string | undefined;
  /** Path of a template. */
  readonly template?: string | undefined;
  readonly story: Story;
  readonly runUrl: string | undefined;
  readonly redact: (text: string) => string;
}

/**
 * Makes a message of what the record and people say, without secrets. Nothing that is wrong with either keeps it
 * from being made: what was left out, and what somebody should look at, are `problems`, a sentence each.
 */
export function compose(wanted: Wanted): { message: Message; problems: string[] } {
  const { event, story, redact, runUrl } = wanted;
  const read = readFields(wanted.fields);
  const fields = redacted(read.fields, redact);
  const facts = redacted(factsOf(event, story, fields), redact);
  const { override, problems } = readTemplate(wanted.template);
  const own = event === 'customer' ? {} : fields;
  const { message, problems: wrong } = render({ event, facts, fields: own, runUrl, override });
  return { message, problems: [...read.problems, ...problems, ...wrong, ...doubts(event, story, message)] };
}

/** What a person should look at before believing the message. */
function doubts(event: EventName, story: Story, { body }: Message): string[] {
  if (event === 'completed' && story.outcome === 'failed')
    return ['The message says that the rollback is complete, but its record says that it failed.'];
  if (event !== 'customer') return [];
  return internalNames(story, body.text).map(
    (name) => `The message for customers has the internal name ${name}; say it in their words in \`fields\`.`,
  );
}

function readTemplate(path: string | undefined): { override?: Override; problems: string[] } {
  if (!path) return { problems: [] };
  try {
    return { override: { path, source: readFileSync(path, 'utf8') }, problems: [] };
  } catch (error) {
    const problem = `The template ${path} can not be read, so the built-in one was used: ${messageOf(error)}.`;
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
