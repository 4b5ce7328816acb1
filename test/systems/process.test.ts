import { once } from 'node:events';
import { PassThrough, Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { answerOf, outputOf, run } from '../../src/systems/process.ts';

const never = new AbortController().signal;
const node = (code: string) => ['--eval', code];

describe.each([
  ['a program that says a few lines', answerOf],
  ['a program that tells what others have written', outputOf],
])('%s', (_, said) => {
  test('gives its output and code, without a shell', async () => {
    const hostile = '$(id); `id` "x" \'y\' \\ ü';
    const code = 'process.stdout.write(process.argv[1]); console.error(2); process.exitCode = 3';
    expect(await said(process.execPath, [...node(code), hostile])).toEqual({
      code: 3,
      output: hostile,
      errors: '2\n',
    });
  });

  test('that is not there is undefined', async () => {
    expect(await said('/nowhere/pg_restore', ['--version'])).toBeUndefined();
    expect(await said('no-such-program-anywhere', [])).toBeUndefined();
  });

  test('gets no secret of the runner’s environment, and speaks English in UTC', async () => {
    process.env.TEST_SECRET = 'hidden';
    const program = await said(process.execPath, node('console.log(JSON.stringify(process.env))'), {
      PGUSER: 'me',
    });
    delete process.env.TEST_SECRET;
    const environment = JSON.parse(program?.output ?? '') as Record<string, string>;
    expect(environment).toMatchObject({ PGUSER: 'me', LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH });
    expect(environment.TEST_SECRET).toBeUndefined();
  });
});

describe('a long program', () => {
  test('is fed, and waited with when it is slow', async () => {
    let given = 0;
    const much = function* () {
      for (; given < 200; given++) yield Buffer.alloc(100_000);
    };
    const chunks: Buffer[] = [];
    const output = new Writable({
      write: (chunk: Buffer, _, done) => done(chunks.push(chunk) > 0 ? null : undefined),
    });
    const code =
      'let n = 0; process.stdin.on("data", (d) => { n += d.length }).on("end", () => console.log(n))';
    const done = await run(process.execPath, node(code), {
      signal: never,
      input: Readable.from(much(), { objectMode: false }),
      output,
    });
    expect(done.code).toBe(0);
    expect(Buffer.concat(chunks).toString()).toBe('20000000\n');
  });

  test('is killed when its input fails, and never takes that for the end', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const said = buffer(output).catch(() => Buffer.alloc(0));
    const code = 'console.log("up"); process.stdin.resume().on("end", () => console.log("all of it"))';
    const running = run(process.execPath, node(code), { signal: never, input, output });
    await once(output, 'data');
    input.destroy(new Error('cut'));
    await expect(running).rejects.toThrow('cut');
    expect((await said).toString()).not.toContain('all of it');
  });

  test('that ends before it has read everything tells its code and last words', async () => {
    const lines: string[] = [];
    const input = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(65536);
      })(),
      { objectMode: false },
    );
    const code = 'for (let i = 0; i < 50; i++) console.error(i); process.exit(7)';
    const done = await run(process.execPath, node(code), {
      signal: never,
      input,
      onError: (line) => lines.push(line),
    });
    expect(done.code).toBe(7);
    expect(lines).toHaveLength(50);
    expect(done.errors).toEqual(lines.slice(10));
  });

  test.each([
    ['closes its input and says why a while later', 'require("fs").closeSync(0); setTimeout(say, 300)', 0],
    ['ends between two pieces of its input', 'process.stdin.once("data", say)', 20],
  ])('that %s is heard, whatever becomes of its input', async (_, code, between) => {
    const input = Readable.from(
      (async function* () {
        try {
          for (;;) yield wait(between, Buffer.alloc(1000));
        } finally {
          // As streams do that are closed before their end.
          await Promise.reject(new Error('The operation was aborted'));
        }
      })(),
      { objectMode: false },
    );
    const say = 'const say = () => { console.error("the reason"); process.exit(1) };';
    const done = await run(process.execPath, node(`${say} ${code}`), { signal: never, input });
    expect(done).toEqual({ code: 1, errors: ['the reason'] });
  });

  test('is killed where its input has failed before', async () => {
    const input = new PassThrough();
    input.on('error', () => {}).destroy(new Error('cut'));
    await new Promise((closed) => input.once('close', closed));
    const code = 'process.stdin.resume().on("end", () => console.log("all of it"))';
    await expect(run(process.execPath, node(code), { signal: never, input })).rejects.toThrow('cut');
  });

  test('is interrupted when the run is cancelled', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const code =
      'process.on("SIGINT", () => { console.error("asked"); process.exit(0) }); setInterval(() => {}, 1000); console.error("up")';
    const lines: string[] = [];
    const onError = (line: string) => {
      lines.push(line);
      if (line === 'up') controller.abort(reason);
    };
    await expect(run(process.execPath, node(code), { signal: controller.signal, onError })).rejects.toBe(
      reason,
    );
    expect(lines).toEqual(['up', 'asked']);
  });
});
