import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/base/errors.ts';
import { parseTo } from '../../src/service/to.ts';

describe('parseTo', () => {
  test.each([
    ['last-good', { type: 'last-good' }],
    ['previous', { type: 'previous' }],
    ['revision=1', { type: 'revision', number: 1 }],
    ['revision=123456789012345', { type: 'revision', number: 123456789012345 }],
    ['version=v1.2.3', { type: 'version', tag: 'v1.2.3' }],
    ['version=2026-11-01_a', { type: 'version', tag: '2026-11-01_a' }],
    [`version=${'a'.repeat(128)}`, { type: 'version', tag: 'a'.repeat(128) }],
    ['annotation=previous-version', { type: 'annotation', key: 'previous-version' }],
    ['annotation=example.com/previous-version', { type: 'annotation', key: 'example.com/previous-version' }],
    ['image=web=nginx', { type: 'image', container: 'web', image: 'nginx' }],
    [
      'image=web=registry.example:5000/team/web:1.2@sha256:0123',
      { type: 'image', container: 'web', image: 'registry.example:5000/team/web:1.2@sha256:0123' },
    ],
  ])('%s is read', (text, expected) => {
    expect(parseTo(text)).toEqual(expected);
  });

  test.each([
    '',
    'last',
    'LAST-GOOD',
    'last-good ',
    'previous=1',
    'revision',
    'revision=',
    'revision=0',
    'revision=-1',
    'revision=1.5',
    'revision=1e3',
    'revision=007',
    'revision=1 or 2',
    'revision=1\n2',
    'revision=1234567890123456',
    'revision=٣',
    'version=',
    'version=.hidden',
    'version=-rf',
    'version=v1 v2',
    'version=v1\nversion=v2',
    `version=${'a'.repeat(129)}`,
    'version=<script>',
    'version=$(reboot)',
    'annotation=',
    'annotation=/x',
    'annotation=a b',
    'image=web',
    'image=web=',
    'image==nginx',
    'image=web=n',
    'image=Web=nginx',
    'image=web-=nginx',
    'image=__proto__=nginx',
    'image=web=nginx latest',
    'image=web=nginx;reboot',
    'image=web=../../etc/passwd',
    '{"type":"revision"}',
  ])('%j is refused with what is accepted', (text) => {
    const refused = () => parseTo(text);
    expect(refused).toThrow(ActionError);
    expect(refused).toThrow(
      `Input \`to\` is ${JSON.stringify(text)}; accepted are last-good, previous, revision=<number>,`,
    );
  });
});
