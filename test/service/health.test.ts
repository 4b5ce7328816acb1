import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/base/errors.ts';
import { type Check, parseHealth, usesExec, usesProxy } from '../../src/service/health.ts';

const inPod = (port: string, path: string, scheme = 'http'): Check => ({ type: 'pod', scheme, port, path });

describe('parseHealth', () => {
  test.each<[string, string | undefined, Check]>([
    ['http://:8080/health', undefined, inPod('8080', '/health')],
    ['http://:80', undefined, inPod('80', '/')],
    ['https://:8443/ready?deep=1', undefined, inPod('8443', '/ready?deep=1', 'https')],
    ['https://shop.example/health', undefined, { type: 'url', url: 'https://shop.example/health' }],
    ['http://shop.example:8080/', undefined, { type: 'url', url: 'http://shop.example:8080/' }],
    ['https://[::1]:8443/', undefined, { type: 'url', url: 'https://[::1]:8443/' }],
    ['exec: pg_isready', undefined, { type: 'exec', argv: ['pg_isready'] }],
    ['exec:curl -fs localhost', undefined, { type: 'exec', argv: ['curl', '-fs', 'localhost'] }],
    [`exec: sh -c 'a && b'`, undefined, { type: 'exec', argv: ['sh', '-c', 'a && b'] }],
    ['exec: echo "$HOME" ; reboot', undefined, { type: 'exec', argv: ['echo', '$HOME', ';', 'reboot'] }],
    ['deployment/web: http://:80/', 'deployment/web', inPod('80', '/')],
    ['sts/db: exec: pg_isready', 'statefulset/db', { type: 'exec', argv: ['pg_isready'] }],
    ['ds/agent:   https://a.example/', 'daemonset/agent', { type: 'url', url: 'https://a.example/' }],
  ])('%s', (line, owner, check) => {
    expect(parseHealth(line)).toEqual({ for: owner, check });
  });

  test.each([
    '',
    'http://',
    'http://:',
    'http://:port/',
    'http://:123456/',
    'http://:80/a b',
    'http://:80health',
    'ftp://shop.example/',
    'shop.example/health',
    '/health',
    'exec:',
    'exec: ',
    'curl localhost',
    'deployment/web:',
    'deployment/web: ',
    'deployment/web: curl',
    'https://shop .example/',
    // No port is above 65535, and none is 0.
    'http://:0/',
    'http://:65536/',
  ])('%j is refused', (line) => {
    expect(() => parseHealth(line)).toThrow(ActionError);
    expect(() => parseHealth(line)).toThrow(
      `Input \`health\` has the line ${JSON.stringify(line)}; accepted are http://:<port>/<path>`,
    );
  });

  test('a workload that is none is refused', () => {
    expect(() => parseHealth('node/web: http://:80/')).toThrow('"node/web" is not a workload');
    expect(() => parseHealth('pod/web: http://:80/')).toThrow('"pod/web" is not a workload');
  });
});

test('checks say which permissions they need', () => {
  const checks = ['http://:80/', 'https://a.example/', 'exec: true'].map(parseHealth);
  expect(checks.map((check) => [usesProxy([check]), usesExec([check])])).toEqual([
    [true, false],
    [false, false],
    [false, true],
  ]);
  expect(usesProxy(checks) && usesExec(checks)).toBe(true);
});
