import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export const SMTP_PASSWORD = 'pass/word that nobody may see';

/** A real SMTP server with STARTTLS (a certificate that nobody trusts) and AUTH, and the mails that it took. */
export async function startSmtp(options: SMTPServerOptions = {}) {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    disableReverseLookup: true,
    authOptional: true,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _, done) =>
      username === 'ops' && password === SMTP_PASSWORD
        ? done(null, { user: username })
        : done(new Error('Invalid username or password')),
    onData(stream, _, done) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
    ...options,
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const inputs = {
    'smtp-url': `smtp://ops:${encodeURIComponent(SMTP_PASSWORD)}@127.0.0.1:${port}`,
    'email-from': 'Rollback <rollback@shop.example>',
    'email-to': 'ops@shop.example, dev@shop.example',
  };
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { mails, port, inputs, close };
}
