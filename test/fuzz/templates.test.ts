/** Templates of the JSON that other systems take: whatever a value holds, it is a value, and adds no key and no command. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { messageFor } from '../notify/fixtures.ts';
import { holds, near } from './fuzz.ts';
import '../systems/realm.ts';

/** As Mattermost, Discord or an incident tool wants its body; one place is not in quotes, as somebody may have forgotten them. */
const BODY = `{"text": "{{ impact }}", "attachments": [{"fields": [{"title": "{{ fields.ticket }}", "short": true}]}], "bare": {{ fields.number }}}`;
const path = join(mkdtempSync(join(tmpdir(), 'templates-')), 'mattermost.body.json');
writeFileSync(path, BODY);

const values = near([
  '", "channel": "everybody", "x": "',
  '"}], "admin": true, "a": [{"b": "',
  '\\", "a": \\"',
  '\\u0022, \\u0022a\\u0022: 1',
  '1, "admin": 1',
  '{{ run_url }}{% for x in components %}',
  '<!channel> @everyone ::error::x',
]);

/** The paths of all keys of a value. */
const keysOf = (value: unknown, at = ''): string[] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [`${at}.${key}`, ...keysOf(inner, `${at}.${key}`)]);

test('a body has the keys of its template, and its values as they were given', () => {
  holds(
    fc.tuple(values, values, fc.oneof(values, fc.constant('7'))),
    ([impact, ticket, number]) => {
      const { message, problems } = messageFor('started', { impact, ticket, number }, { template: path });
      // What makes no JSON is said, and the built-in message goes out.
      if (message.foreign === undefined) return expect(problems).toHaveLength(1);
      expect(keysOf(message.foreign).filter((key) => !key.startsWith('.bare'))).toEqual([
        '.text',
        '.attachments',
        '.attachments.0',
        '.attachments.0.fields',
        '.attachments.0.fields.0',
        '.attachments.0.fields.0.title',
        '.attachments.0.fields.0.short',
      ]);
      return undefined;
    },
    500,
  );
});
