import { describe, expect, test } from '@jest/globals';
import { EVENTS } from '../../src/notify/fields.ts';
import { COMPLETE, empty, HOSTILE, messageFor } from './fixtures.ts';

const FIELDS = { complete: COMPLETE, sparse: {}, hostile: HOSTILE };
const TARGETS = ['markdown', 'slack', 'html', 'text', 'runs'] as const;

describe.each(EVENTS)('%s', (event) => {
  describe.each(Object.entries(FIELDS))('with %s fields', (_, fields) => {
    test.each(TARGETS)('for %s', (target) => {
      const { message, problems } = messageFor(event, fields);
      expect(
        `${message.subject}\n\n${message.body[target]}`.replace(/[\ue000-\ue006]/g, '·'),
      ).toMatchSnapshot();
      // A claim that the record contradicts is left out, and named.
      const isRefused = event === 'failed' && 'health-checks' in fields && fields !== HOSTILE;
      expect(problems).toEqual(
        isRefused ? [expect.stringMatching(/^The field `health-checks` is left out/)] : [],
      );
    });
  });

  test('says nothing that nobody knows', () => {
    const { message } = messageFor(event, {}, { story: empty });
    for (const text of [message.subject, ...Object.values(message.body)]) {
      expect(text).not.toMatch(
        /undefined|null|NaN|\[object|\{\{|%\}|\[(timestamp|name|list|description|start|end)\]|X\.X|XX/i,
      );
      expect(text).not.toMatch(/\n\n\n|: *$|\(\s*\)/m);
    }
  });
});
