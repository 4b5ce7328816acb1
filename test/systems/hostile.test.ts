/**
 * Servers and programs that mean harm: answers that are huge, without an end, slow, malformed, or full of control characters and
 * of names that are paths. Each ends in one sentence, soon, and takes neither memory nor disk without a limit.
 */
import './short-waits.ts';
import './realm.ts';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Server as NetServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import packet from 'dns-packet';
import * as v from 'valibot';
import { Budget } from '../../src/base/budget.ts';
import { ActionError } from '../../src/base/errors.ts';
import { CloudflareApi } from '../../src/systems/dns/cloudflare-api.ts';
import { query } from '../../src/systems/dns/exchange.ts';
import { route53 } from '../../src/systems/dns/route53.ts';
import { GitHubClient } from '../../src/systems/github/client.ts';
import { execWithin } from '../../src/systems/kubernetes/bounded-command.ts';
import { KubeClient } from '../../src/systems/kubernetes/client.ts';
import { logSince } from '../../src/systems/kubernetes/pod-logs.ts';
import { lastLogLines } from '../../src/systems/kubernetes/pods.ts';
import { enqueue } from '../../src/systems/pagerduty/pagerduty.ts';
import { readStanza } from '../../src/systems/postgres/pgbackrest.ts';
import { Poolers } from '../../src/systems/postgres/pgbouncer.ts';
import { Server } from '../../src/systems/postgres/session.ts';
import { outputOf } from '../../src/systems/process.ts';
import { directly } from '../../src/systems/redis/direct.ts';
import { parseReply } from '../../src/systems/redis/reply.ts';
import { download, readSmall } from '../../src/systems/storage/download.ts';
import { open } from '../../src/systems/storage/storage.ts';
import { follow } from '../../src/systems/terraform/command.ts';
import { Terraform } from '../../src/systems/terraform/terraform.ts';
import { pod } from '../service/fixtures.ts';
import { acceptWebSocket } from '../support/kubernetes/websocket.ts';
import { configFor } from './scripted-server.ts';

const signal = new AbortController().signal;
const servers: { close(): void }[] = [];
let environment: NodeJS.ProcessEnv;
beforeEach(() => {
  environment = { ...process.env };
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' });
});
afterEach(() => {
  process.env = environment;
  for (const server of servers.splice(0)) server.close();
  jest.restoreAllMocks();
});

/** Listens, and gives the port. */
async function listening(server: NetServer): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push({
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  return (server.address() as AddressInfo).port;
}

/** Writes until nobody listens any more; gives how many bytes that were. */
async function flood(stream: NodeJS.WritableStream & { destroyed?: boolean }, chunk: Buffer): Promise<void> {
  while (!stream.destroyed)
    if (!stream.write(chunk)) await new Promise((wake) => stream.once('drain', wake).once('close', wake));
}

/** What was thrown; it has to be a sentence, without control characters once it is told. */
const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (value) => `no error, but ${JSON.stringify(value)}`,
    (error: unknown) => error,
  );

/** A program that is found before all others, with these lines of shell. */
function program(name: string, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
  process.env.PATH = `${folder}${delimiter}${process.env.PATH}`;
  return folder;
}

describe('Redis', () => {
  const ANSWERS: Readonly<Record<string, string>> = {
    'an array longer than any': '*9999999999999\r\n',
    'arrays in arrays': '*1\r\n'.repeat(200_000),
    'another protocol': 'HTTP/1.1 400 Bad Request\r\n\r\n',
    zeros: '\0'.repeat(1000),
    'no answer but a cut': '',
  };
  test.each(Object.entries(ANSWERS))('%s ends the link with a reason', async (_, bytes) => {
    const port = await listening(
      createServer((socket) =>
        socket.on('data', () => (bytes === '' ? socket.destroy() : socket.write(bytes))),
      ),
    );
    const linked = directly({ tls: undefined, signal })(
      { host: '127.0.0.1', port },
      { login: NOBODY, database: 1 },
    );
    expect(await refusal(linked)).toMatchObject({ name: expect.stringMatching(/LostError|Error/) });
  });
  const NOBODY = { username: undefined, password: undefined };

  test('a reply without an end is cut', async () => {
    let written = 0;
    const port = await listening(
      createServer((socket) =>
        socket.once('data', () => {
          socket.write('$4000000000\r\n');
          const chunk = Buffer.alloc(1024 ** 2);
          socket.on('drain', () => {
            written += chunk.length;
          });
          void flood(socket, chunk);
        }),
      ),
    );
    const linked = directly({ tls: undefined, signal })(
      { host: '127.0.0.1', port },
      { login: NOBODY, database: 1 },
    );
    expect(await refusal(linked)).toMatchObject({ place: `127.0.0.1:${port}` });
    expect(written).toBeLessThan(400 * 1024 ** 2);
  });

  /** What it is read as, or what it fails with. */
  const read = (text: string) => {
    try {
      return typeof parseReply(text, 'SCAN');
    } catch (error) {
      return (error as Error).name;
    }
  };

  test.each(['1) '.repeat(50_000), `${'  '.repeat(50_000)}1) "a"`, '"\\x', '(integer) \u0085', '1) "a"\n2)'])(
    'what a redis-cli in a pod says so that no reply can be made of it is refused',
    (text) => {
      const begun = process.cpuUsage();
      expect(read(text)).toMatch(/^(?:SyntaxError|object|number)$/);
      expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000);
    },
  );
});

describe('name servers', () => {
  /** Answers each question by these bytes. */
  async function answering(answer: (question: Buffer) => Buffer[]): Promise<{ host: string; port: number }> {
    const socket = createSocket('udp4');
    socket.on('message', (question, { port, address }) => {
      for (const bytes of answer(question)) socket.send(bytes, port, address);
    });
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    servers.push(socket);
    return { host: '127.0.0.1', port: socket.address().port };
  }
  const reply = (question: Buffer, name: string, data: string) => {
    const { id = 0 } = packet.decode(question);
    return packet.encode({
      type: 'response',
      id,
      flags: packet.AUTHORITATIVE_ANSWER,
      questions: [{ name, type: 'A' }],
      answers: [{ name, type: 'A', ttl: 60, data }],
    });
  };

  test('an answer to another question, though it has the number of ours, is not listened to', async () => {
    const server = await answering((question) => [
      reply(question, 'b.test', '192.0.2.66'),
      reply(question, 'A.test', '192.0.2.1'),
    ]);
    const { answers } = await query(server, 'a.test', 'A', { signal });
    expect(answers).toMatchObject([{ data: '192.0.2.1' }]);
  });

  const MALFORMED: Readonly<Record<string, (question: Buffer) => Buffer>> = {
    'a name that points to itself': (question) => {
      const bytes = Buffer.concat([
        question.subarray(0, question.length),
        Buffer.from([0xc0, question.length]),
      ]);
      bytes.writeUInt16BE(0x8400, 2);
      bytes.writeUInt16BE(1, 6);
      return bytes;
    },
    'a head with 65535 answers': (question) => {
      const bytes = Buffer.from(question);
      bytes.writeUInt16BE(0x8400, 2);
      bytes.writeUInt16BE(65_535, 6);
      return bytes;
    },
    'a head alone, with no question': (question) => {
      const bytes = Buffer.from(question.subarray(0, 12));
      bytes.writeUInt16BE(0, 4);
      bytes.writeUInt16BE(9, 6);
      return bytes;
    },
  };
  test.each(Object.entries(MALFORMED))('%s is one sentence', async (_, answer) => {
    const server = await answering((question) => [answer(question)]);
    const said = await refusal(query(server, 'a.test', 'A', { signal }));
    expect(said).toBeInstanceOf(ActionError);
    expect((said as Error).message).toMatch(
      /^The name server .* cannot be reached \(.*\); check its address/,
    );
  });

  test('one that says over a connection that more comes, a byte at a time, is given up', async () => {
    const tcp = createServer((socket) =>
      socket.once('data', () => {
        const timer = setInterval(() => socket.write(Buffer.from([0xff])), 5);
        socket.on('close', () => clearInterval(timer));
      }),
    );
    const port = await listening(tcp);
    const udp = createSocket('udp4');
    udp.on('message', (question, { port: to, address }) => {
      const cut = Buffer.from(question);
      cut.writeUInt16BE(0x8600, 2);
      udp.send(cut, to, address);
    });
    udp.bind(port, '127.0.0.1');
    await once(udp, 'listening');
    servers.push(udp);
    expect(await refusal(query({ host: '127.0.0.1', port }, 'a.test', 'A', { signal }))).toBeInstanceOf(
      ActionError,
    );
  });
});

describe('AWS, or what speaks like it', () => {
  const served = async (answer: RequestListener) =>
    `http://127.0.0.1:${await listening(createHttpServer(answer))}`;

  const ZONE =
    '<GetHostedZoneResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><HostedZone><Id>/hostedzone/Z0123456789</Id><Name>test.</Name><CallerReference>x</CallerReference></HostedZone></GetHostedZoneResponse>';
  const isZone = ({ url = '' }: IncomingMessage) =>
    url.split('?')[0] === '/2013-04-01/hostedzone/Z0123456789';

  test('Route 53 that lists without an end is given up after a hundred pages', async () => {
    let pages = 0;
    const endpoint = await served((request, response) => {
      if (isZone(request)) return void response.writeHead(200, { 'Content-Type': 'text/xml' }).end(ZONE);
      pages++;
      response
        .writeHead(200, { 'Content-Type': 'text/xml' })
        .end(
          `<ListResourceRecordSetsResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ResourceRecordSets><ResourceRecordSet><Name>a.test.</Name><Type>A</Type><SetIdentifier>${pages}</SetIdentifier><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></ResourceRecordSets><IsTruncated>true</IsTruncated><NextRecordName>a.test.</NextRecordName><NextRecordType>A</NextRecordType><NextRecordIdentifier>${pages}</NextRecordIdentifier><MaxItems>1</MaxItems></ListResourceRecordSetsResponse>`,
        );
    });
    const provider = await route53('Z0123456789', { endpoint, signal });
    expect(await refusal(provider.read('a.test'))).toMatchObject({
      message: 'Route 53 lists more than 100 pages of a.test; check `endpoint` and `zone`.',
    });
    expect(pages).toBe(100);
  });

  const endless: (status: number) => RequestListener = (status) => (_, response) => {
    response.on('error', () => {}).writeHead(status, { 'Content-Type': 'application/xml' });
    void flood(response, Buffer.alloc(64 * 1024, ' '));
  };

  test('Route 53 whose answer has no end is cut off', async () => {
    const endpoint = await served(endless(200));
    expect(await refusal(route53('Z0123456789', { endpoint, signal }))).toMatchObject({
      message: 'Route 53 answers with more than 8 MiB; check the endpoint.',
    });
  });

  test.each([403, 500])('S3 whose refusal (%d) has no end is cut off', async (status) => {
    const stored = await open('s3://bucket/../../etc/key', {
      s3Endpoint: await served(endless(status)),
      signal,
    });
    expect(await refusal(readSmall(stored, signal))).toBeInstanceOf(ActionError);
  });

  test.each([
    ['fewer bytes than it says', { 'content-range': 'bytes 0-9/10', 'content-length': '4' }, 'abcd'],
    ['a range that begins elsewhere', { 'content-range': 'bytes 5-9/10' }, 'abcde'],
    ['more bytes than were asked for', { 'content-range': 'bytes 0-9/10' }, 'x'.repeat(9 * 1024 ** 2)],
    ['a size that no disk has', { 'content-range': 'bytes 0-9/9007199254740991' }, 'abcdefghij'],
  ])('an object with %s is not a backup', async (_, headers, body) => {
    const s3Endpoint = await served((__, response) => {
      response.writeHead(206, { ...headers, etag: '"a"' }).end(body);
    });
    for (const source of ['s3://bucket/key', `${s3Endpoint}/key`]) {
      const stored = await open(source, { s3Endpoint, signal });
      const path = join(mkdtempSync(join(tmpdir(), 'hostile-')), 'object');
      expect(await refusal(download(stored, path, { progress: () => {}, signal }))).toBeInstanceOf(
        ActionError,
      );
    }
  });

  test('the key of an object is asked for as it is, and becomes no path of this machine', async () => {
    const asked: string[] = [];
    const s3Endpoint = await served(({ url = '' }, response) => {
      asked.push(url);
      response.writeHead(404).end();
    });
    const stored = await open('s3://bucket/../../etc/passwd', { s3Endpoint, signal });
    expect(await readSmall(stored, signal)).toBeUndefined();
    expect(stored.local).toBeUndefined();
    expect(asked[0]).toMatch(/^\/bucket\/(?:\.\.|%2E%2E)\/(?:\.\.|%2E%2E)\/etc\/passwd/i);
  });
});

describe('programs', () => {
  test('one that says without an end is ended', async () => {
    program('endless', 'exec yes');
    expect(await refusal(outputOf('endless', []))).toMatchObject({
      message: 'endless printed more than 256 MiB; what it reads is not what it should be.',
    });
  });

  const account = {
    command: (file: string, args: readonly string[]) => [file, [...args]] as [string, string[]],
    own: async () => {},
  };
  const set = (over: object) => ({
    label: '20260101-000000F',
    timestamp: { start: 1, stop: 2 },
    info: { size: 1 },
    database: { id: 1 },
    ...over,
  });
  const stanza = (over: object, backup: object = {}) =>
    JSON.stringify([
      {
        name: 'main',
        status: { code: 0, message: 'ok' },
        db: [{ id: 1, version: '18' }],
        backup: [set(backup)],
        ...over,
      },
    ]);

  test.each([
    ['no JSON', '{'],
    ['JSON of something else', '{"name":"main"}'],
    ['a label that is an option', stanza({}, { label: '--config=/etc/passwd' })],
    ['a label that is a path', stanza({}, { label: '../../x' })],
    ['a time out of all ages', stanza({}, { timestamp: { start: 0, stop: 9e15 } })],
    ['numbers that are texts', stanza({}, { info: { size: '1' } })],
  ])('pgBackRest that tells %s is one sentence', async (_, told) => {
    const folder = program('pgbackrest', 'cat "$(dirname "$0")/told"');
    writeFileSync(join(folder, 'told'), told);
    const read = readStanza({ stanza: 'main', config: undefined, repo: undefined }, account);
    expect(await refusal(read)).toMatchObject({
      message: expect.stringMatching(/^What pgBackRest says of the stanza "main" cannot be read/),
    });
  });

  test('pgBackRest as it is, is read', async () => {
    const folder = program('pgbackrest', 'cat "$(dirname "$0")/told"');
    writeFileSync(join(folder, 'told'), stanza({}, { label: '20260101-000000F_20260102-000000I' }));
    const read = await readStanza({ stanza: 'main', config: undefined, repo: undefined }, account);
    expect(read.backup).toHaveLength(1);
  });

  const terraform = (script: string) => {
    const folder = program('terraform', script);
    return new Terraform(join(folder, 'terraform'), {
      directory: folder,
      where: 'infra',
      scratch: folder,
      data: folder,
      added: { init: [], plan: [], apply: [] },
      signal,
    });
  };

  test.each(['null', '[]', '{"serial":"1"}', '{', '<html>'])(
    'a backend whose state is %s is one sentence',
    async (state) => {
      expect(await refusal(terraform(`echo '${state}'`).state())).toMatchObject({
        message:
          'What the backend of infra gives as its state is not a state; see what `terraform state pull` says.',
      });
    },
  );

  test('a backend that gives a state without an end is ended', async () => {
    expect(await refusal(terraform('exec yes').state())).toMatchObject({
      message: expect.stringMatching(/^terraform state printed more than 256 MiB/),
    });
  });

  test('a line without an end is cut, and what it says is text', async () => {
    const folder = program('long', `head -c 5000000 /dev/zero | tr '\\0' '{'; echo; echo '{"type":"x"}'`);
    const lines: string[] = [];
    await follow(
      join(folder, 'long'),
      [],
      { directory: folder, environment: process.env, signal },
      {
        file: join(folder, 'out'),
        onLine: (line) => lines.push(line),
      },
    );
    expect(lines.map((line) => line.length)).toEqual([1024 ** 2, 12]);
  });
});

describe('pgbouncer', () => {
  const message = (type: string, body: Buffer) => {
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const READY = message('Z', Buffer.from('I'));
  const text = (value: string) => {
    const bytes = Buffer.from(value);
    const size = Buffer.alloc(4);
    size.writeInt32BE(bytes.length);
    return Buffer.concat([size, bytes]);
  };
  /** Rows of one column of text. */
  const columns = (names: readonly string[]) =>
    message(
      'T',
      Buffer.concat([
        Buffer.from([0, names.length]),
        ...names.map((name) =>
          Buffer.concat([
            Buffer.from(`${name}\0`),
            Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]),
          ]),
        ),
      ]),
    );
  const row = (values: readonly string[]) =>
    message('D', Buffer.concat([Buffer.from([0, values.length]), ...values.map(text)]));

  /** A console that lets everybody in, and answers each statement by this. */
  async function consoleOf(answer: (statement: string, socket: Socket) => void): Promise<Poolers> {
    const port = await listening(
      createServer((socket) => {
        let started = false;
        socket.on('data', (bytes) => {
          if (!started) {
            started = true;
            const rest = Buffer.concat([message('R', Buffer.alloc(4)), READY]);
            socket.write(rest);
          } else if (bytes[0] === 0x51) answer(bytes.toString('utf8', 5, bytes.length - 1), socket);
        });
      }),
    );
    return Poolers.parse([`postgres://u:p@127.0.0.1:${port}/pgbouncer`], { signal, mask: () => {} });
  }
  const shop = Server.parse('postgres://u:p@127.0.0.1:1/shop', { signal, mask: () => {} });
  const done = (socket: Socket, ...parts: Buffer[]) =>
    socket.write(Buffer.concat([...parts, message('C', Buffer.from('SHOW\0')), READY]));

  test('a list without an end is cut off', async () => {
    const poolers = await consoleOf((statement, socket) => {
      if (!statement.startsWith('SHOW')) return done(socket);
      socket.write(columns(['name']));
      return void flood(socket, row(['x'.repeat(60_000)]));
    });
    expect(await refusal(poolers.paused(shop))).toBeInstanceOf(ActionError);
  });

  test('names that are statements stay names, and what is said is one sentence', async () => {
    const said: string[] = [];
    const evil = 'x"; SHUTDOWN; --';
    const poolers = await consoleOf((statement, socket) => {
      said.push(statement);
      if (statement === 'SHOW DATABASES')
        return done(
          socket,
          columns(['name', 'host', 'port', 'database', 'pool_mode', 'paused']),
          row([evil, '\u001b[2J::error::', 'NaN', 'shop', 'session', '1']),
        );
      return done(socket);
    });
    await poolers.resume(shop).catch(() => {});
    await poolers.check(shop).catch(() => {});
    expect(
      said.filter((one) => one.includes('SHUTDOWN')).every((one) => one === `RESUME "x""; SHUTDOWN; --"`),
    ).toBe(true);
  });
});

describe('answers over HTTP that have no end', () => {
  /** An address that never stops answering. */
  const endless = async (status: number) => {
    const port = await listening(
      createHttpServer((_, response) => {
        response.on('error', () => {}).writeHead(status, { 'Content-Type': 'application/json' });
        void flood(response, Buffer.alloc(1024 ** 2, ' '));
      }),
    );
    return `http://127.0.0.1:${port}`;
  };

  test.each([202, 403])(
    'PagerDuty (%d), as every sink, is read as far as tells something',
    async (status) => {
      const budget = new Budget(signal, { attempts: 1, attemptSeconds: 20, seconds: 20 });
      expect(await refusal(enqueue(await endless(status), 'event', {}, budget))).toBeInstanceOf(ActionError);
    },
  );

  test.each([200, 403])('Cloudflare (%d)', async (status) => {
    const api = new CloudflareApi('token', await endless(status), signal);
    expect(await refusal(api.get('/zones', v.unknown()))).toBeInstanceOf(ActionError);
  });

  test.each([200, 403])('GitHub (%d)', async (status) => {
    const target = { token: 'ghs_secret', owner: 'shop', repo: 'shop', api: await endless(status) };
    const client = new GitHubClient(target, signal, { attemptMs: 20_000, attempts: 1 });
    const purpose = { what: 'list issues of shop/shop', permission: 'issues: read', repeatable: true };
    const error = await refusal(client.request('GET /repos/{owner}/{repo}/issues', {}, purpose));
    expect(error).toBeInstanceOf(ActionError);
    expect(String(error)).not.toContain('no answer');
    expect(String(error).length).toBeLessThan(1000);
  });

  test.each([200, 403])('the API server (%d)', async (status) => {
    const client = new KubeClient(configFor(await endless(status)), signal);
    expect(await refusal(client.get('/api/v1/pods'))).toBeInstanceOf(ActionError);
    client.close();
  });

  test('a pod’s log', async () => {
    const client = new KubeClient(configFor(await endless(200)), signal);
    const lines = await lastLogLines(client, pod('web-abc'), 'web', 15);
    expect(lines.join('').length).toBeLessThanOrEqual(15 * 8 * 1024);
    const log = await logSince(client, pod('web-abc'), new Date());
    expect(log.missed).toEqual(['only the last 16 MiB of its log were read']);
    expect(log.lines.join('\n').length).toBeLessThanOrEqual(17 * 1024 ** 2);
    client.close();
  });
});

describe('a command in a pod', () => {
  const [STDOUT, STATUS] = [1, 3];
  const MEGABYTE = 1024 ** 2;
  const of = (channel: number, data: string | Buffer = '') =>
    Buffer.concat([Buffer.of(channel), Buffer.from(data as Buffer)]);

  /** What comes of a command whose server says these messages. */
  async function said(...messages: readonly Buffer[]): Promise<unknown> {
    const server = createHttpServer();
    server.on('upgrade', (request, socket) => {
      const webSocket = acceptWebSocket(request, socket, 'v5.channel.k8s.io');
      for (const message of messages) webSocket.send(message);
    });
    const port = await listening(server);
    const client = new KubeClient(configFor(`http://127.0.0.1:${port}`), signal);
    return refusal(execWithin(client, pod('web-abc'), ['check'], 20_000)).finally(() => client.close());
  }

  test('that says without an end is known by its end', async () => {
    const flood = Array.from({ length: 64 }, (_, index) => of(STDOUT, Buffer.alloc(MEGABYTE, `${index} `)));
    const error = await said(...flood, of(STDOUT, 'the end'), of(STATUS, '{"status":"Success"}'));
    expect(String(error).slice(-20)).toContain('the end"}');
    expect(String(error).length).toBeLessThan(1.1 * MEGABYTE);
  });

  test('whose end is long is told in a sentence', async () => {
    const status = { status: 'Failure', message: 'x'.repeat(10 * MEGABYTE) };
    const error = await said(of(STATUS, JSON.stringify(status)));
    expect(error).toBeInstanceOf(ActionError);
    expect(String(error).length).toBeLessThan(10_000);
  });

  test.each<[string, Buffer[], RegExp]>([
    ['an end that is not JSON', [of(STATUS, '<html>')], /closed before the command ended/],
    ['an end that is not a status', [of(STATUS, '"well"')], /could not be started/],
    [
      'an end whose causes are none',
      [of(STATUS, '{"status":"Failure","details":{"causes":7}}')],
      /no reason is given/,
    ],
  ])('%s is a failure, and no end of this process', async (_, messages, sentence) => {
    expect(String(await said(...messages))).toMatch(sentence);
  });

  test.each<[string, Buffer]>([
    ['an empty message', Buffer.alloc(0)],
    ['a channel that there is not', of(7, 'x')],
    ['the end of this process’ own output', Buffer.of(255, 1)],
  ])('%s is passed over', async (_, message) => {
    expect(
      await said(message, of(STDOUT, 'well'), of(STATUS, '{"status":"Success"}'), of(STDOUT, 'late')),
    ).toBe('no error, but {"exitCode":0,"output":"well"}');
  });
});
