import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { githubRunner } from '../../src/runner/github.ts';

/** What is written to the step's log meanwhile. */
async function logOf(act: (runner: ReturnType<typeof githubRunner>) => unknown): Promise<string> {
  const write = process.stdout.write;
  let log = '';
  process.stdout.write = ((chunk: string) => {
    log += chunk;
    return true;
  }) as typeof write;
  try {
    const runner = githubRunner();
    runner.mask('hunter2');
    log = '';
    await act(runner);
  } finally {
    process.stdout.write = write;
  }
  return log;
}

const env = { ...process.env };
// One folder for all tests: @actions/core remembers where the summary is.
const folder = mkdtempSync(join(tmpdir(), 'github-'));
beforeEach(() => {
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) {
    process.env[name] = join(folder, name);
    writeFileSync(join(folder, name), '');
  }
});
afterEach(() => {
  process.env = { ...env };
});
const file = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('the log', () => {
  test('has lines, warnings, errors and groups, without secrets', async () => {
    const log = await logOf(({ log, error }) => {
      log.info('a hunter2');
      log.warn('b hunter2');
      log.group('c hunter2', ['d hunter2', 'e']);
      error('f hunter2\ng');
    });
    expect(log).toBe('a ***\n::warning::b ***\n::group::c ***\nd ***\ne\n::endgroup::\n::error::f ***%0Ag\n');
  });

  // Container logs and messages of the API are other people's words: none of them may command the runner.
  test.each([
    '::stop-commands::x',
    '::error::not ours',
    '  ::add-mask::a',
    'a\n::error::not ours',
    '##[error]not ours',
    'a\r::error::b',
  ])('takes no command out of %j', async (text) => {
    const log = await logOf(({ log }) => {
      log.info(text);
      log.group('title', [text]);
    });
    const commands = log.split(/[\r\n]+/).filter((line) => /^\s*::|##\[/.test(line));
    expect(commands).toEqual(['::group::title', '::endgroup::']);
  });

  // What .NET's String.Trim takes for blank, by which the runner looks for commands.
  const BLANKS = [
    ...'\t\v\f \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\ufeff',
    ...Array.from({ length: 11 }, (_, index) => String.fromCodePoint(0x2000 + index)),
  ];
  test.each(BLANKS.map((blank) => [blank.codePointAt(0)?.toString(16), blank]))(
    'X10: takes no command out of a line that begins with U+%s',
    async (_, blank) => {
      const text = `${blank}::add-mask::a\n${blank}${blank}::error::b\na${blank}::error::c`;
      const log = await logOf(({ log }) => log.info(text));
      for (const line of log.split(/[\r\n\u2028\u2029\u0085\v\f]/))
        expect(line.replace(/^[\s\p{Z}\p{Cc}\p{Cf}]+/u, '')).not.toMatch(/^::/);
    },
  );

  test.each([':\u0000:error::a', '\u001b::error::a', '#\u0007#[error]a', '\u0008::error::a', ':\u0085:x::a'])(
    'X10: takes out control characters, and then no command out of %j',
    async (text) => {
      const log = await logOf(({ log }) => {
        log.info(text);
        log.warn(text);
      });
      const lines = log.split('\n').filter((line) => !line.startsWith('::warning::'));
      for (const line of lines) expect(line).not.toMatch(/^\s*::|##\[|\p{Cc}/u);
    },
  );

  test('X17: a secret is seen with control characters between its signs', async () => {
    const log = await logOf(({ log, error }) => {
      log.info('hun\u0000ter2');
      log.warn('hunt\u001ber2');
      log.group('hunte\u0007r2', ['h\u0008unter2']);
      error('hunter\u009f2');
    });
    expect(log).not.toContain('hunter2');
  });

  test('takes no command out of a title', async () => {
    const log = await logOf(({ log }) => log.group('a\n::error::not ours', []));
    expect(log.split('\n').filter((line) => line.startsWith('::error'))).toEqual([]);
  });
});

describe('outputs', () => {
  test('are text or JSON, without secrets', async () => {
    await logOf(({ output }) => {
      output('text', 'a hunter2');
      output('json', { b: ['hunter2', 1] });
      output('number', 3);
    });
    expect(file('GITHUB_OUTPUT').replace(/ghadelimiter_[\w-]+/g, 'END')).toBe(
      'text<<END\na ***\nEND\njson<<END\n{"b":["***",1]}\nEND\nnumber<<END\n3\nEND\n',
    );
  });

  test('stay JSON where a secret is a word of it', async () => {
    await logOf(({ mask, output }) => {
      for (const secret of ['true', '5432', '43.21']) mask(secret);
      output('json', { deep: [true, 'is true'], seconds: 0.54321, port: 5432, text: ':5432', share: 43.21 });
    });
    expect(file('GITHUB_OUTPUT')).toContain(
      '{"deep":[true,"is ***"],"seconds":0.54321,"port":"***","text":":***","share":"***"}',
    );
  });

  test('of several lines stay one output', async () => {
    await logOf(({ output }) => output('text', 'a\nEOF\nresult=done'));
    const [, delimiter = ''] = /^text<<(\S+)\n/.exec(file('GITHUB_OUTPUT')) ?? [];
    expect(file('GITHUB_OUTPUT')).toBe(`text<<${delimiter}\na\nEOF\nresult=done\n${delimiter}\n`);
    expect(delimiter.length).toBeGreaterThan(20);
  });
});

test('a secret is masked by the runner too', async () => {
  const write = process.stdout.write;
  let log = '';
  process.stdout.write = ((chunk: string) => {
    log += chunk;
    return true;
  }) as typeof write;
  try {
    const { mask } = githubRunner();
    // An empty mask is a warning of the runner's.
    for (const secret of ['', ' \n', 'first-line\nsecond-line']) mask(secret);
  } finally {
    process.stdout.write = write;
  }
  expect(log).toBe('::add-mask::first-line%0Asecond-line\n');
});

test('what is left for the post step is told by the main one', async () => {
  await logOf(({ needsPost, registerCleanup: requirePost }) => {
    expect(needsPost()).toBe(false);
    requirePost();
  });
  expect(file('GITHUB_STATE')).toMatch(/^cleanup<<(\S+)\nneeded\n\1\n$/);
  process.env.STATE_cleanup = 'needed';
  await logOf(({ needsPost }) => expect(needsPost()).toBe(true));
});

test('the post step knows itself by the state of the main one', async () => {
  await logOf(({ isPost, markMain }) => {
    expect(isPost()).toBe(false);
    markMain();
  });
  expect(file('GITHUB_STATE')).toMatch(/^phase<<(\S+)\npost\n\1\n$/);
  process.env.STATE_phase = 'post';
  await logOf(({ isPost }) => expect(isPost()).toBe(true));
});

describe('the summary', () => {
  // actions/runner#4337: what is some bytes below 1 MiB is dropped without a word.
  const LIMIT = 1024 * 1024 - 1024;

  test('is written without secrets', async () => {
    await logOf(({ summary }) => summary('# hunter2\n'));
    expect(file('GITHUB_STEP_SUMMARY')).toBe('# ***\n');
  });

  test('is nothing where there is no runner', async () => {
    delete process.env.GITHUB_STEP_SUMMARY;
    await logOf(({ summary }) => summary('x'));
    expect(file('GITHUB_STEP_SUMMARY')).toBe('');
  });

  test('that just fits is whole', async () => {
    const text = `${'x'.repeat(LIMIT - 1)}\n`;
    await logOf(({ summary }) => summary(text));
    expect(file('GITHUB_STEP_SUMMARY') === text).toBe(true);
  });

  test('that is too long is cut at a line, in bytes and not in characters', async () => {
    await logOf(({ summary }) => summary('zwölf Bytes\n'.repeat(LIMIT / 11)));
    const written = file('GITHUB_STEP_SUMMARY');
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(LIMIT);
    expect(Buffer.byteLength(written)).toBeGreaterThan(LIMIT - 200);
    expect(written).toMatch(/\nzwölf Bytes\n\n\(The rest is cut: GitHub takes 1 MiB\.\)\n$/);
    expect(written).not.toContain('\uFFFD');
  });
});
