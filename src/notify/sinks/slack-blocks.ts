import { cut } from '../fields.ts';
import type { Message } from '../render.ts';
import { linkOf, slackEntities } from '../targets.ts';

/** Characters: of a header, of a section, and of all sections together, where Slack cuts by itself. */
const LONGEST = { header: 150, section: 3000, all: 12_000, fallback: 3000 };
const MAX_SECTIONS = 45;

/** A message as Slack takes it, within Slack's limits; what is too long ends with a link to the run. */
export function slackMessage({ subject, body, runUrl }: Message): { text: string; blocks: object[] } {
  const run = runUrl && linkOf('slack', 'the run', runUrl);
  const more = run ? `… the rest is in ${run}` : '…';
  return {
    // What phones and screen readers show; Slack reads it as mrkdwn.
    text: cut(slackEntities(subject), LONGEST.fallback, '…'),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(subject, LONGEST.header, '…'), emoji: true } },
      ...sections(body.slack, more).map(section),
      ...(run ? [{ type: 'context', elements: [mrkdwn(run)] }] : []),
    ],
  };
}

/** The same as the thread's reply: the body alone. */
export function slackReply(message: Message, lines: readonly string[]): { text: string; blocks: object[] } {
  const run = message.runUrl && linkOf('slack', 'the run', message.runUrl);
  const body = [`*${slackEntities(message.subject)}*`, ...lines].join('\n');
  return {
    text: slackEntities(message.subject),
    blocks: sections(body, run ? `… the rest is in ${run}` : '…').map(section),
  };
}

/** Lines packed into sections; each line stays whole where it can. */
export function sections(text: string, more: string): string[] {
  const packed: string[] = [];
  let room = LONGEST.all;
  for (const line of text.split('\n')) {
    const whole = cut(line, LONGEST.section, more);
    room -= whole.length + 1;
    const last = packed.at(-1);
    const fits = last !== undefined && last.length + 1 + whole.length <= LONGEST.section;
    if (room < 0 || (!fits && packed.length === MAX_SECTIONS)) return [...packed, more];
    if (fits) packed[packed.length - 1] = `${last}\n${whole}`;
    else packed.push(whole);
  }
  return packed.map((each) => each.trim()).filter((each) => each !== '');
}

const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
