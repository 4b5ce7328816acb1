import { type Mail, sendMail } from '../../systems/email/mail.ts';
import type { Message } from '../render.ts';
import { linkOf } from '../targets.ts';
import type { Memory, Sink } from './sink.ts';

/** The server, sender and receivers of mails. */
interface EmailSettings {
  readonly smtpUrl: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly incident: string;
  /** An earlier attempt of the run, or an earlier message of this one, may have begun the thread. */
  readonly isBegun?: boolean;
}

/** Mail as text and HTML, all mails of a rollback in one thread. */
export function emailSink(settings: EmailSettings, memory: Memory = {}): Sink {
  return {
    name: 'email',
    async send(message, budget) {
      const isBegun = settings.isBegun === true || memory.thread !== undefined;
      const mail = mailOf(message, { ...settings, isBegun }, Date.now());
      const id = await sendMail(settings.smtpUrl, mail, budget);
      const thread = threadOf(settings);
      return { id: mail.messageId ?? id, ...(message.event !== 'customer' && { keep: { thread } }) };
    },
  };
}

const domainOf = (from: string): string =>
  /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'rollback-actions.invalid';

const threadOf = ({ incident, from }: EmailSettings): string => `<rollback.${incident}@${domainOf(from)}>`;

/**
 * The mail; attempts to send it have the same Message-ID, so that a mail that was taken twice is shown once. For that reason
 * no other mail may have it: mail servers drop the second one without a word.
 *
 * @param now milliseconds, which keep two mails of one kind apart
 */
export function mailOf(
  { event, subject, body, facts, runUrl }: Message,
  settings: EmailSettings,
  now: number,
): Mail {
  const thread = threadOf(settings);
  const own = `<rollback.${settings.incident}.${event}.${now}@${domainOf(settings.from)}>`;
  const link = (target: 'text' | 'html') => (runUrl ? linkOf(target, 'The run', runUrl) : '');
  const mail = {
    from: event === 'customer' ? signedBy(facts.team, settings.from) : settings.from,
    // Customers do not see each other's addresses.
    ...(event === 'customer'
      ? { to: 'undisclosed-recipients:;', bcc: [...settings.to] }
      : { to: [...settings.to] }),
    // No out-of-office reply to a machine.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    subject,
    text: [body.text, link('text')].filter(Boolean).join('\n\n'),
    html: page([body.html, link('html')].filter(Boolean).join('<br>\n<br>\n')),
  };
  // Customers get a mail that stands alone: the thread is the team's.
  if (event === 'customer') return { ...mail, messageId: own };
  if (event === 'started' && !settings.isBegun) return { ...mail, messageId: thread };
  return { ...mail, messageId: own, inReplyTo: thread, references: [thread] };
}

/** Customers get it from the team that signs it: the name of the bot means nothing to them. */
function signedBy(team: unknown, from: string): Mail['from'] {
  const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
  return typeof team === 'string' ? { name: team, address } : from;
}

const page = (content: string) =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"></head>` +
  `<body style="font: 15px/1.5 system-ui, sans-serif; max-width: 42em">\n${content}\n</body></html>\n`;
