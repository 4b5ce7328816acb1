import type { SendMailOptions } from 'nodemailer';
import type { Budget } from '../../base/budget.ts';
import { ActionError } from '../../base/errors.ts';
import { redact } from '../../base/redact.ts';
import { PassingError } from '../../base/retry.ts';
import { withoutFullStop } from '../../base/sentence.ts';
import { WAITS } from '../../base/waits.ts';
import { isLoopback } from '../network.ts';

/** A mail with everything that a client shows or threads by. */
export type Mail = Pick<
  SendMailOptions,
  'from' | 'to' | 'bcc' | 'headers' | 'subject' | 'text' | 'html' | 'messageId' | 'inReplyTo' | 'references'
>;

/**
 * Sends a mail through `smtp://user:password@host:port` (STARTTLS where the server has it; with a password nothing is sent
 * without, unless `?requireTLS=false` says so) or `smtps://…`.
 *
 * @returns what the server said when it took the mail
 * @throws ActionError with one sentence, also where it took the mail for some of the recipients only
 */
export async function sendMail(smtpUrl: string, mail: Mail, budget: Budget): Promise<string> {
  const url = urlOf(smtpUrl);
  const sending = { begun: false };
  const once = async (signal: AbortSignal) => {
    sending.begun = false;
    const transport = await transportTo(smtpUrl, sending);
    signal.throwIfAborted();
    const close = () => transport.close();
    signal.addEventListener('abort', close, { once: true });
    try {
      const { response, rejected } = await transport.sendMail(mail).catch((error: SmtpError) => {
        throw explained(url, error, sending.begun);
      });
      // Another attempt would send it to the others again.
      if (rejected.length > 0)
        throw new ActionError(
          `The mail server ${url.host} took the mail, but not for ${rejected.join(', ')}; check \`email-to\`.`,
        );
      return response;
    } finally {
      signal.removeEventListener('abort', close);
      close();
    }
  };
  const sent = budget.spend(`The mail server (${url.host})`, once, {
    repeatable: false,
    isSent: () => sending.begun,
  });
  return sent.catch((error: unknown) => {
    throw sending.begun ? error : aboutPort25(url, error);
  });
}

/** A runner that cannot reach port 25 gets no word of it: most networks drop what goes there. */
function aboutPort25({ protocol, port }: URL, error: unknown): unknown {
  if (protocol !== 'smtp:' || port !== '25' || !(error instanceof PassingError)) return error;
  return new ActionError(
    `${withoutFullStop(error.message)}; GitHub's runners and most clouds block port 25: give the port for clients, 587 or 465.`,
    { cause: error },
  );
}

/** Logs in at a mail server, and sends nothing. @throws ActionError with one sentence */
export async function testMail(smtpUrl: string, budget: Budget): Promise<void> {
  const url = urlOf(smtpUrl);
  const once = async (signal: AbortSignal) => {
    const transport = await transportTo(smtpUrl, { begun: false });
    signal.throwIfAborted();
    const close = () => transport.close();
    signal.addEventListener('abort', close, { once: true });
    try {
      await transport.verify().catch((error: SmtpError) => {
        throw explained(url, error, false);
      });
    } finally {
      signal.removeEventListener('abort', close);
      close();
    }
  };
  const tested = budget.spend(`The mail server (${url.host})`, once, { repeatable: true });
  return tested.catch((error: unknown) => {
    throw aboutPort25(url, error);
  });
}

async function transportTo(smtpUrl: string, sending: { begun: boolean }) {
  // Loaded where a mail is sent alone: it is larger than all other sinks together.
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url: smtpUrl,
    // What the URL says wins over it.
    requireTLS: hasSecret(urlOf(smtpUrl)),
    // The library's own are up to ten minutes.
    connectionTimeout: WAITS.SMTP_CONNECT_MS,
    greetingTimeout: WAITS.SMTP_CONNECT_MS,
    dnsTimeout: WAITS.SMTP_CONNECT_MS,
    // A server may look at a mail for long before it says that it has it; the attempt's end comes first.
    socketTimeout: WAITS.SINK_SECONDS * 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: dataWatcher(sending),
    transactionLog: true,
  });
}

/**
 * Whether a password would cross a network: a server that offers no STARTTLS, or somebody in between who hides that it does, would
 * get it in plain text (dahlia/upyo#36).
 */
const hasSecret = ({ password, hostname }: URL): boolean => password !== '' && !isLoopback(hostname);

/** @throws ActionError where it is not one, or not the one that was meant */
function urlOf(smtpUrl: string): URL {
  const url = URL.parse(smtpUrl);
  // What looks like a port or a path is the rest of a password whose slash is not encoded.
  if (/^smtps?:\/\/[^@]*\/[^@]*@/.test(smtpUrl))
    throw new ActionError(
      'Input `smtp-url` has a / in its user or password; write it percent-encoded, as %2F.',
    );
  if (url?.protocol === 'smtp:' || url?.protocol === 'smtps:') return url;
  throw new ActionError(
    'Input `smtp-url` is not a URL of the form smtp://user:password@host:587 or smtps://….',
  );
}

/** Hears by the library's log when the mail itself begins to be sent: from then on a lost answer leaves open what became of it. */
function dataWatcher(sending: { begun: boolean }) {
  const hear = (entry: object, message?: unknown) => {
    if ((entry as { tnx?: unknown }).tnx === 'client' && message === 'DATA') sending.begun = true;
  };
  return { level() {}, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Each of the two usual ports speaks TLS in its own way. */
function portHint({ protocol, port }: URL): string | undefined {
  if (protocol === 'smtp:' && port === '465') return 'port 465 speaks TLS from the start: write smtps://';
  return protocol === 'smtps:' && port === '587' ? 'port 587 starts without TLS: write smtp://' : undefined;
}

/** 4xx is SMTP's word for later, 5xx for never; without an answer it was the network. */
function explained(url: URL, error: SmtpError, isSent: boolean): ActionError {
  const { host } = url;
  const { code, responseCode, response, message } = error;
  const reply = redact(response ?? message)
    .split('\n')[0]
    ?.slice(0, 200);
  const sentence = `The mail server ${host} did not take the mail (${reply})`;
  const hint = portHint(url);
  if (hint !== undefined && responseCode === undefined) return new ActionError(`${sentence}; ${hint}.`);
  if (code === 'EAUTH') return new ActionError(`${sentence}; check user and password in \`smtp-url\`.`);
  if (code === 'EENVELOPE' && (responseCode ?? 0) >= 500)
    return new ActionError(`${sentence}; check \`email-from\` and \`email-to\`.`);
  if (code === 'ETLS' && /upgrading/i.test(message))
    return new ActionError(
      `${sentence}; it does not offer STARTTLS, and a password is not sent without: give smtps://… or another port, or \`?requireTLS=false\` at the end of \`smtp-url\` where it may be read on the way.`,
    );
  if (code === 'ETLS' || /certificate/i.test(message))
    return new ActionError(`${sentence}; its TLS does not work or its certificate is not trusted.`);
  if ((responseCode ?? 0) >= 500) return new ActionError(`${sentence}.`);
  return new PassingError(`${sentence}; it does not take mails at the moment.`, {
    mayBeDone: isSent && responseCode === undefined,
  });
}
