import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/base/errors.ts';
import { PassingError, retry, retryAfterMs } from '../../src/base/retry.ts';

const { signal } = new AbortController();

/** Fails with these errors, then works. */
function failing(...errors: Error[]) {
  const calls: number[] = [];
  const work = async () => {
    calls.push(performance.now());
    const error = errors.shift();
    if (error) throw error;
    return 'done';
  };
  return { calls, work };
}
const passing = (options = {}) => new PassingError('busy', options);

describe('what is tried again', () => {
  test('what may be over in a moment, as often as is said', async () => {
    const { work, calls } = failing(passing(), passing(), passing());
    await expect(retry(work, { signal, attempts: 3 })).rejects.toThrow('busy');
    expect(calls).toHaveLength(3);
  });

  test('not what is final', async () => {
    const { work, calls } = failing(new ActionError('wrong'));
    await expect(retry(work, { signal })).rejects.toThrow('wrong');
    expect(calls).toHaveLength(1);
  });

  test('what a system calls passing', async () => {
    const { work } = failing(new TypeError('fetch failed'), new Error('reset'));
    expect(await retry(work, { signal, isPassing: () => true })).toBe('done');
  });

  test('not what may have been done and must not be done twice', async () => {
    const { work, calls } = failing(passing(), passing({ mayBeDone: true }));
    await expect(retry(work, { signal, repeatable: false })).rejects.toThrow('busy');
    expect(calls).toHaveLength(2);
  });

  test('a limit, which costs no attempt', async () => {
    const limit = () => passing({ isLimit: true });
    const { work, calls } = failing(limit(), limit(), limit(), passing());
    expect(await retry(work, { signal, attempts: 2 })).toBe('done');
    expect(calls).toHaveLength(5);
  });
});

describe('when', () => {
  test('after the pause that the other side wants', async () => {
    const { work, calls } = failing(passing({ retryAfterMs: 700 }));
    await retry(work, { signal, withinMs: 5000 });
    expect((calls[1] as number) - (calls[0] as number)).toBeGreaterThanOrEqual(700);
  });

  test('never, where that is longer than there is time', async () => {
    const { work, calls } = failing(passing({ retryAfterMs: 60_000, isLimit: true }));
    const begun = performance.now();
    await expect(retry(work, { signal, withinMs: 5000 })).rejects.toThrow('busy');
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(calls).toHaveLength(1);
  });

  test('until the time is over', async () => {
    const { work, calls } = failing(...Array.from({ length: 50 }, () => passing()));
    await expect(retry(work, { signal, withinMs: 500 })).rejects.toThrow('busy');
    expect(calls.length).toBeGreaterThan(1);
    expect(calls.length).toBeLessThan(5);
  });

  test('not after the signal, whose reason is what is thrown', async () => {
    const controller = new AbortController();
    const { work } = failing(passing({ retryAfterMs: 60_000 }));
    const tried = retry(work, { signal: controller.signal });
    setTimeout(() => controller.abort(new ActionError('The run was cancelled.')), 20);
    await expect(tried).rejects.toThrow('The run was cancelled.');
  });
});

describe('Retry-After', () => {
  test.each([
    [null, 0],
    ['', 0],
    ['2', 2000],
    ['-5', 0],
    ['soon', 0],
    ['1e9', 0],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ])('%j is %d ms', (header, expected) => {
    expect(retryAfterMs(header)).toBe(expected);
  });

  test('as a date', () => {
    const inTenSeconds = new Date(Date.now() + 10_000).toUTCString();
    expect(retryAfterMs(inTenSeconds)).toBeGreaterThan(8000);
    expect(retryAfterMs(inTenSeconds)).toBeLessThanOrEqual(10_000);
  });
});
