import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { Budget } from '../../../src/base/budget.ts';
import { sendMail } from '../../../src/systems/email/mail.ts';
import { SMTP_PASSWORD, startSmtp } from '../../support/sinks/smtp.ts';
import '../realm.ts';

/** Longer than a busy machine takes. */
const PATIENT = { attempts: 2, attemptSeconds: 30, seconds: 60 };
const mail = {
  from: 'Rollback <rollback@shop.example>',
  to: ['ops@shop.example'],
  subject: 'One line\r\nBcc: everybody@shop.example',
  text: 'text',
  html: '<p>text</p>',
  messageId: '<rollback.7-1@shop.example>',
};

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function smtp(options: Parameters<typeof startSmtp>[0] = {}) {
  const server = await startSmtp(options);
  closing.push(server.close);
  return server;
}

async function send(url: string, to = mail.to, limits = PATIENT) {
  const budget = new Budget(new AbortController().signal, limits);
  const error = await Promise.resolve()
    .then(() => sendMail(url, { ...mail, to }, budget))
    .then(
      () => '',
      (thrown: Error) => thrown.message,
    );
  return { error, attempts: budget.attempts };
}

test('a mail arrives whole, and its subject stays one line', async () => {
  const server = await smtp();
  expect(await send(server.inputs['smtp-url'])).toEqual({ error: '', attempts: 1 });
  expect(server.mails).toMatchObject([
    { text: expect.stringContaining('text'), html: expect.stringContaining('<p>text</p>') },
  ]);
  expect(server.mails[0]?.subject).toMatch(/^One line.*everybody@shop.example$/);
  expect(server.mails[0]?.messageId).toBe('<rollback.7-1@shop.example>');
  expect(server.mails[0]?.bcc).toBeUndefined();
});

test('a wrong password is final, and told without it', async () => {
  const server = await smtp();
  const { error, attempts } = await send(server.inputs['smtp-url'].replace('ops:', 'eve:'));
  expect(error).toMatch(/did not take the mail \(.*535.*\); check user and password in `smtp-url`\.$/);
  expect(error).not.toContain(SMTP_PASSWORD);
  expect(attempts).toBe(1);
});

test.each([
  [550, 1, /\(.*550 no such user.*\); check `email-from` and `email-to`\.$/],
  [450, 2, /\(.*450 no such user.*\); it does not take mails at the moment\.$/],
])('a recipient that is refused with %i', async (responseCode, attempts, sentence) => {
  const onRcptTo = (_: unknown, __: unknown, done: (error?: Error) => void) =>
    done(Object.assign(new Error('no such user'), { responseCode }));
  const server = await smtp({ onRcptTo } as Parameters<typeof startSmtp>[0]);
  const result = await send(server.inputs['smtp-url']);
  expect(result.error).toMatch(sentence);
  expect(result.attempts).toBe(attempts);
});

test('a recipient of several that is refused is named, and the others get the mail once', async () => {
  const onRcptTo = ({ address }: { address: string }, _: unknown, done: (error?: Error) => void) =>
    done(
      address.startsWith('gone@')
        ? Object.assign(new Error('no such user'), { responseCode: 550 })
        : undefined,
    );
  const server = await smtp({ onRcptTo } as Parameters<typeof startSmtp>[0]);
  const { error, attempts } = await send(server.inputs['smtp-url'], [
    'ops@shop.example',
    'gone@shop.example',
  ]);
  expect(error).toMatch(
    /^The mail server 127\.0\.0\.1:\d+ took the mail, but not for gone@shop\.example; check `email-to`\.$/,
  );
  expect(attempts).toBe(1);
  expect(server.mails).toHaveLength(1);
});

test('STARTTLS is used where it is offered, and a certificate that nobody signed is final', async () => {
  const server = await smtp({ hideSTARTTLS: false });
  const { error, attempts } = await send(server.inputs['smtp-url']);
  expect(error).toContain('its TLS does not work or its certificate is not trusted');
  expect(attempts).toBe(1);
  expect(server.mails).toEqual([]);
});

// dahlia/upyo#36: who hides that a server has STARTTLS got the password in plain text.
describe('a password that would cross a network without TLS', () => {
  const asked: string[] = [];
  const bare = () =>
    smtp({
      disabledCommands: ['STARTTLS'],
      onAuth({ username = '' }, _, done) {
        asked.push(username);
        done(null, { user: username });
      },
    });
  /** An address that is not known to be this machine. */
  const elsewhere = (url: string) => url.replace('127.0.0.1', '0.0.0.0');

  test('is not sent', async () => {
    const server = await bare();
    const { error, attempts } = await send(elsewhere(server.inputs['smtp-url']));
    expect(error).toMatch(/; it does not offer STARTTLS, and a password is not sent without: give smtps:/);
    expect([attempts, asked]).toEqual([1, []]);
    const { port } = server;
    expect((await send(`smtp://0.0.0.0:${port}`)).error).toBe('');
  });

  test('is sent by whoever says so, and to this machine', async () => {
    const server = await bare();
    const url = server.inputs['smtp-url'];
    expect((await send(`${elsewhere(url)}?requireTLS=false`)).error).toBe('');
    expect((await send(url)).error).toBe('');
    expect(asked).toEqual(['ops', 'ops']);
  });
});

describe('R5: a server that looks at the mail for longer than an attempt may take', () => {
  const slow = (milliseconds: number) => {
    let mails = 0;
    const onData: SMTPServerOptions['onData'] = (stream, _, done) => {
      stream.resume().on('end', () => {
        mails += 1;
        setTimeout(done, milliseconds);
      });
    };
    return { onData, mails: () => mails };
  };

  test('is waited for, and has it once', async () => {
    const { onData, mails } = slow(4000);
    const server = await smtp({ onData });
    const limits = { ...PATIENT, attemptSeconds: 3 };
    expect(await send(server.inputs['smtp-url'], mail.to, limits)).toEqual({ error: '', attempts: 1 });
    expect(mails()).toBe(1);
  });

  test('and says nothing in the end: that is what is told, and nothing is sent again', async () => {
    const { onData, mails } = slow(8000);
    const server = await smtp({ onData });
    const limits = { attempts: 2, attemptSeconds: 3, seconds: 4 };
    const { error, attempts } = await send(server.inputs['smtp-url'], mail.to, limits);
    expect(error).toMatch(
      /^The mail server \(127\.0\.0\.1:\d+\) gave no answer in (3\.\d|4) s: it is unknown whether it was accepted, so it was not sent again; look there first\.$/,
    );
    expect(attempts).toBe(1);
    expect(mails()).toBe(1);
  });
});

test('a server that says nothing is given up', async () => {
  const sockets = new Set<{ destroy(): void }>();
  const silent: Server = createServer((socket) => sockets.add(socket));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as { port: number };
  const limits = { ...PATIENT, attemptSeconds: 0.5 };
  const { error, attempts } = await send(`smtp://127.0.0.1:${port}`, mail.to, limits);
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => silent.close(resolve));
  expect(error).toMatch(/^The mail server \(127\.0\.0\.1:\d+\) gave no answer in 0\.5 s; .*\.$/);
  expect(attempts).toBe(2);
});

test.each(['mail.shop.example:587', 'https://mail.shop.example', ''])(
  '%j is not a mail server',
  async (url) => {
    expect(await send(url)).toEqual({
      error: 'Input `smtp-url` is not a URL of the form smtp://user:password@host:587 or smtps://….',
      attempts: 0,
    });
  },
);

describe('R12: what is usually wrong with the URL', () => {
  test.each([
    ['smtp://ops:pa/ss@mail.example:587', /percent-encoded/],
    ['smtp://ops:12/34@mail.example:587', /percent-encoded/],
    ['smtp://127.0.0.1:465', /port 465 speaks TLS from the start: write smtps:\/\//],
    ['smtps://127.0.0.1:587', /port 587 starts without TLS: write smtp:\/\//],
  ])('%s', async (url, hint) => {
    const { error, attempts } = await send(url);
    expect(error).toMatch(hint);
    expect(attempts).toBeLessThanOrEqual(1);
  });
});

// gitpod-io/gitpod#965, cylc/cylc-flow#3663: what goes to port 25 is dropped.
test('a mail server that is not reached on port 25 is told with the ports that are open', async () => {
  const { error } = await send('smtp://127.0.0.2:25');
  expect(error).toMatch(
    /^The mail server .*; GitHub's runners and most clouds block port 25: give the port for clients, 587 or 465\.$/,
  );
  expect((await send('smtp://127.0.0.2:26')).error).not.toContain('port 25');
});

test('R4: nobody who gets a mail by Bcc is named in it', async () => {
  const { mails, inputs } = await smtp();
  const budget = new Budget(new AbortController().signal, PATIENT);
  const hidden = { ...mail, to: 'undisclosed-recipients:;', bcc: ['a@b.example', 'c@d.example'] };
  await sendMail(inputs['smtp-url'], hidden, budget);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.headerLines.map(({ line }) => line).join('\n')).not.toMatch(/[ac]@[bd]\.example/);
});
