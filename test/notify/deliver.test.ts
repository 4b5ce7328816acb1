import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/base/errors.ts';
import { deliver, deliveryState, drafted, eventOf } from '../../src/notify/deliver.ts';
import type { Sink } from '../../src/notify/sinks/sink.ts';
import { messageFor } from './fixtures.ts';

const { message } = messageFor('started');
const never = new AbortController().signal;
const SHORT = { attempts: 3, attemptSeconds: 0.1, seconds: 0.3 };
const sink = (name: Sink['name'], send: Sink['send']): Sink => ({ name, send });
const hanging = sink('teams', (_, budget) =>
  budget.spend('Teams', () => new Promise(() => {}), { repeatable: true }),
);

test('sinks run side by side: each waits here for the other', async () => {
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const meet =
    (own: PromiseWithResolvers<void>, other: PromiseWithResolvers<void>, id: string): Sink['send'] =>
    async () => {
      own.resolve();
      await other.promise;
      return { id };
    };
  const both = [sink('slack', meet(first, second, '1')), sink('email', meet(second, first, '2'))];
  const fates = await deliver(message, both, never);
  expect(fates).toMatchObject([
    { sink: 'slack', status: 'sent', id: '1' },
    { sink: 'email', status: 'sent', id: '2' },
  ]);
});

test('the budget ends a sink that hangs, and the others are told meanwhile', async () => {
  const fates = await deliver(message, [hanging, sink('slack', async () => ({ id: '1' }))], never, SHORT);
  expect(fates).toMatchObject([
    {
      sink: 'teams',
      status: 'failed',
      message: expect.stringMatching(/^Teams gave no answer in 0(?:\.\d)? s; .*\.$/),
    },
    { sink: 'slack', status: 'sent' },
  ]);
});

test('a sink that does not listen to its signal is left behind', async () => {
  const deaf = sink('webhook', (_, budget) =>
    budget.spend('The webhook', () => new Promise(() => {}), { repeatable: true }),
  );
  const fates = await deliver(message, [deaf], never, { attempts: 1, attemptSeconds: 0.1, seconds: 60 });
  expect(fates).toMatchObject([{ status: 'failed', attempts: 1 }]);
});

test('a bug in one sink is its own, and is called one', async () => {
  const buggy = sink('slack', () => Promise.reject(new TypeError('x is not a function')));
  const broken = sink('email', () => Promise.reject(new ActionError('The mail server said no.')));
  expect(await deliver(message, [buggy, broken], never)).toMatchObject([
    { status: 'failed', message: 'This is a bug in Rollback Actions: x is not a function' },
    { status: 'failed', message: 'The mail server said no.' },
  ]);
});

describe('the record', () => {
  const at = (id: string, kept: Record<string, string>, status: 'sent' | 'failed' = 'sent') => ({
    id,
    at: '2026-11-22T03:00:00Z',
    ...eventOf({ sink: 'slack', status, attempts: 1, milliseconds: 5, keep: kept }, 'started'),
  });

  test('keeps what a later message needs, of the same rollback and sink', () => {
    const events = [
      at('7-1', { ts: '1' }),
      at('7-1', { ts: '2' }),
      at('8-1', { ts: '3' }),
      at('7-1', { ts: '4' }, 'failed'),
    ];
    expect(deliveryState(events, '7-1', 'slack')).toEqual({ ts: '2' });
    expect(deliveryState(events, '9-1', 'slack')).toEqual({});
    expect(deliveryState(events, '7-1', 'github-comment')).toEqual({});
  });

  test('tells drafts as planned', () => {
    const [draft] = drafted([hanging]);
    expect(draft && eventOf(draft, 'customer')).toMatchObject({
      component: 'notify',
      step: 'teams',
      status: 'planned',
      evidence: { event: 'customer', status: 'draft' },
    });
  });
});
