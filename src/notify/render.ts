import { Liquid } from 'liquidjs';
import { messageOf } from '../base/errors.ts';
import type { Facts } from './facts.ts';
import { cut, type EventName, type Fields, oneLine } from './fields.ts';
import { ESCAPES, finish, markUp, type Target } from './targets.ts';
import { TEMPLATES } from './templates.ts';

/** Characters of a subject: PagerDuty and mail clients show no more. */
const LONGEST_SUBJECT = 150;

/** A message for one event, in every form that a sink takes. */
export interface Message {
  readonly event: EventName;
  /** One line of plain text. */
  readonly subject: string;
  /** The body in Slack's mrkdwn, HTML, Markdown, plain text, and plain text with bold marked. */
  readonly body: Readonly<Record<Exclude<Target, 'json'>, string>>;
  readonly facts: Facts;
  /** What the webhook's `data` is instead of what it would be, where a template says so. */
  readonly data?: unknown;
  /** What the webhook is sent instead of a CloudEvent, where a template says so. */
  readonly foreign?: unknown;
  /** The run's page; customers get none. */
  readonly runUrl: string | undefined;
}

/**
 * A template of the user's: `.html` is the mail's HTML, `.json` the webhook's data, `.body.json` all that the webhook is
 * sent, everything else the message.
 */
export interface Override {
  readonly path: string;
  readonly source: string;
}

/** What a message is made of. */
export interface Content {
  readonly event: EventName;
  readonly facts: Facts;
  readonly fields: Fields;
  readonly runUrl: string | undefined;
  readonly override?: Override | undefined;
}

/**
 * Renders a message. A template of the user's that does not work is told in `problems`, and the built-in one stands
 * in for it: at night, a message of the wrong form is better than none.
 */
export function render(content: Content): { message: Message; problems: string[] } {
  const { override } = content;
  const usual = () => messageFrom(TEMPLATES[content.event], content);
  if (!override) return { message: usual(), problems: [] };
  try {
    return { message: overridden(override, content, usual), problems: [] };
  } catch (error) {
    const cause = messageOf(error).split('\n')[0];
    const problem = `The template ${override.path} does not work, so the built-in one was used: ${cause}.`;
    return { message: usual(), problems: [problem] };
  }
}

function overridden({ path, source }: Override, content: Content, usual: () => Message): Message {
  if (/\.json(\.liquid)?$/.test(path)) {
    const message = usual();
    const { text, markdown } = message.body;
    const data: unknown = JSON.parse(
      fill(source, 'json', content, { subject: message.subject, text, markdown }),
    );
    return /\.body\.json(\.liquid)?$/.test(path) ? { ...message, foreign: data } : { ...message, data };
  }
  if (/\.html?(\.liquid)?$/.test(path)) {
    const message = usual();
    return { ...message, body: { ...message.body, html: fill(source, 'html', content) } };
  }
  return messageFrom(source, content);
}

function messageFrom(source: string, content: Content): Message {
  const [, head, rest = ''] = /^\s*Subject:([^\n]*)\n([\s\S]*)$/.exec(source.replace(/\r\n?/g, '\n')) ?? [];
  const subject =
    head?.trimStart() ?? TEMPLATES[content.event].split('\n', 1)[0]?.replace('Subject: ', '') ?? '';
  const template = markUp(head === undefined ? source : rest);
  const body = (target: Target) => finish(fill(template, target, content), target);
  return {
    event: content.event,
    subject: cut(oneLine(fill(subject, 'text', content)), LONGEST_SUBJECT, '…'),
    body: {
      slack: body('slack'),
      html: body('html').replaceAll('\n', '<br>\n'),
      markdown: body('markdown'),
      text: body('text'),
      runs: body('runs'),
    },
    facts: content.facts,
    runUrl: content.event === 'customer' ? undefined : content.runUrl,
  };
}

/** Fills a template; a variable that does not exist is an error, one whose value is unknown is empty. */
function fill(
  source: string,
  target: Target,
  { facts, fields, runUrl, event }: Content,
  rendered: Readonly<Record<string, string>> = {},
): string {
  const quote = ESCAPES[target];
  const engine = new Liquid({
    strictVariables: true,
    lenientIf: true,
    strictFilters: true,
    ownPropertyOnly: true,
    // Line ends are text like any other there.
    outputEscape: (value) => quote(target === 'json' && typeof value === 'string' ? value : textOf(value)),
    // Templates come from the repository: a file that is included could be any of the runner's.
    templates: {},
    // Messages are English, and looking up the locale of the machine takes longer than filling in a template.
    locale: 'en-US',
    parseLimit: 100_000,
    renderLimit: 1_000,
    memoryLimit: 10_000_000,
  });
  const url = event === 'customer' ? null : (runUrl ?? null);
  return engine.parseAndRenderSync(source, { ...facts, fields, run_url: url, ...rendered });
}

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return oneLine(
    Array.isArray(value)
      ? value.map(textOf).join(', ')
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value),
  );
};
