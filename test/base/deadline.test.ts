import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { pause, startDeadline } from '../../src/base/deadline.ts';
import { CancelledError, DeadlineError } from '../../src/base/errors.ts';

let deadline: ReturnType<typeof startDeadline> | undefined;
function start(seconds: number): AbortSignal {
  deadline = startDeadline(seconds);
  return deadline.signal;
}
afterEach(() => deadline?.stop());

describe('a deadline', () => {
  test('aborts when it passes, and says which it was', async () => {
    const signal = start(0.02);
    expect(signal.aborted).toBe(false);
    await once(signal, 'abort');
    expect(signal.reason).toBeInstanceOf(DeadlineError);
    expect(signal.reason.message).toBe('The deadline of 0.02 s (input `timeout`) has passed.');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('aborts at %s', (name) => {
    const signal = start(60);
    process.emit(name, name);
    expect(signal.reason).toBeInstanceOf(CancelledError);
    expect(signal.reason.message).toBe(`The run was cancelled (${name}).`);
  });

  test('stays cancelled when the second signal comes', () => {
    const signal = start(60);
    process.emit('SIGINT', 'SIGINT');
    process.emit('SIGTERM', 'SIGTERM');
    expect(signal.reason.message).toBe('The run was cancelled (SIGINT).');
  });

  test('that has stopped does nothing any more, and listens to nothing', async () => {
    const before = process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');
    const signal = start(0.02);
    deadline?.stop();
    await wait(50);
    expect(signal.aborted).toBe(false);
    expect(process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')).toBe(before);
  });

  test('of 30 days is not over at once', async () => {
    const signal = start(30 * 24 * 3600);
    await wait(50);
    expect(signal.aborted).toBe(false);
  });
});

describe('a pause', () => {
  test('ends at once, with the reason, when it is aborted', async () => {
    const controller = new AbortController();
    const pausing = pause(60_000, controller.signal);
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(pausing).rejects.toBe(reason);
    await expect(pause(60_000, controller.signal)).rejects.toBe(reason);
  });
});
