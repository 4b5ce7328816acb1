import { createTransport, type SendMailOptions } from 'nodemailer';
import { type Budget, PassingError } from '../../runner/budget.ts';
import { ActionError } from '../../runner/errors.ts';

/** Milliseconds; the library's own are up to ten minutes. An attempt's end comes first, these close the socket. */
const SILENCE = 5_000;

/** A mail with everything that a client shows or threads by. */
export type Mail = Pick<
  SendMailOptions,
  'from' | 'to' | 'subject' | 'text' | 'html' | 'messageId' | 'inReplyTo' | 'references'
>;

/**
 * Sends a mail through `smtp://user:password@host:port` (STARTTLS where the server has it; `?requireTLS=true` insists)
 * or `smtps://…`.
 *
 * @returns what the server said when it took the mail
 * @throws ActionError with one sentence, also where it took the mail for some of the recipients only
 */
export async function sendMail(smtpUrl: string, mail: Mail, budget: Budget): Promise<string> {
  const url = URL.parse(smtpUrl);
  if (url?.protocol !== 'smtp:' && url?.protocol !== 'smtps:')
    throw new ActionError(
      'Input `smtp-url` is no URL of the form smtp://user:password@host:587 or smtps://….',
    );
  return budget.spend(`The mail server (${url.host})`, async (signal) => {
    const transport = createTransport({
      url: smtpUrl,
      connectionTimeout: SILENCE,
      greetingTimeout: SILENCE,
      socketTimeout: SILENCE,
      dnsTimeout: SILENCE,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const close = () => transport.close();
    signal.addEventListener('abort', close, { once: true });
    try {
      const { response, rejected } = await transport.sendMail(mail).catch((error: SmtpError) => {
        throw explained(url.host, error);
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
  });
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** 4xx is SMTP's word for later, 5xx for never; without an answer it was the network. */
function explained(host: string, { code, responseCode, response, message }: SmtpError): ActionError {
  const said = (response ?? message).split('\n')[0]?.slice(0, 200);
  const sentence = `The mail server ${host} did not take the mail (${said})`;
  if (code === 'EAUTH') return new ActionError(`${sentence}; check user and password in \`smtp-url\`.`);
  if (code === 'EENVELOPE' && (responseCode ?? 0) >= 500)
    return new ActionError(`${sentence}; check \`email-from\` and \`email-to\`.`);
  if (code === 'ETLS' || /certificate/i.test(message))
    return new ActionError(`${sentence}; its TLS does not work or its certificate is not trusted.`);
  if ((responseCode ?? 0) >= 500) return new ActionError(`${sentence}.`);
  return new PassingError(`${sentence}; it does not take mails at the moment.`);
}
