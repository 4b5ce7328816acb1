import { describe, expect, test } from '@jest/globals';
import type { NewEvent } from '../../src/record/record.ts';
import { storyOf } from '../../src/record/story.ts';
import { consentOf, requireConsent } from '../../src/runner/consent.ts';

function accepting(...words: string[]) {
  const events: NewEvent[] = [];
  return { events, accepts: consentOf(words, 'octocat', (event) => events.push(event)) };
}

describe('accept: the one way of consent', () => {
  test('a word that was given is used, and recorded once with who gave it', () => {
    const { events, accepts } = accepting('data-loss', 'blockers');
    expect([accepts('data-loss'), accepts('data-loss'), accepts('secrets')]).toEqual([true, true, false]);
    expect(events).toEqual([
      {
        component: 'consent',
        step: 'accept data-loss',
        status: 'done',
        message: 'octocat accepted `data-loss`.',
        evidence: { word: 'data-loss', by: 'octocat' },
      },
    ]);
  });

  test('a refusal says which word to give', () => {
    const { accepts } = accepting('blockers');
    expect(() => requireConsent(accepts, 'data-loss', 'The backup lacks 20 rows')).toThrow(
      'The backup lacks 20 rows; to go on all the same, say `accept: data-loss`.',
    );
    expect(() => requireConsent(accepts, 'blockers', 'A migration hangs')).not.toThrow();
  });

  test('what somebody agreed to is not a component that went back', () => {
    const { events, accepts } = accepting('data-loss');
    accepts('data-loss');
    const at = '2026-11-30T00:00:00.000Z';
    const record = [
      ...events,
      {
        component: 'database/shop',
        where: { server: 'db:5432' },
        step: 'switch',
        status: 'done',
      } satisfies NewEvent,
    ].map((event) => ({ id: '1', at, ...event }));
    expect(storyOf(record).components.map(({ component }) => component)).toEqual(['database/shop']);
  });
});
