import { describe, expect, test } from '@jest/globals';
import { isLoopback } from '../../../src/systems/network.ts';
import { parseChallenge } from '../../../src/systems/registry/challenge.ts';
import { credentialsOf, fitting } from '../../../src/systems/registry/credentials.ts';
import { parseImage } from '../../../src/systems/registry/image.ts';
import { pullSecret } from '../../support/registry.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('names of images', () => {
  test.each([
    ['redis', 'registry-1.docker.io', 'library/redis', 'latest', 'docker.io/library/redis'],
    ['redis:8', 'registry-1.docker.io', 'library/redis', '8', 'docker.io/library/redis'],
    ['shop/web:1.2', 'registry-1.docker.io', 'shop/web', '1.2', 'docker.io/shop/web'],
    ['docker.io/redis', 'registry-1.docker.io', 'library/redis', 'latest', 'docker.io/library/redis'],
    ['index.docker.io/shop/web', 'registry-1.docker.io', 'shop/web', 'latest', 'docker.io/shop/web'],
    ['ghcr.io/shop/web:1', 'ghcr.io', 'shop/web', '1', 'ghcr.io/shop/web'],
    ['reg.example:5000/a/b/c', 'reg.example:5000', 'a/b/c', 'latest', 'reg.example:5000/a/b/c'],
    ['localhost/web:1', 'localhost', 'web', '1', 'localhost/web'],
    ['localhost:5000/web', 'localhost:5000', 'web', 'latest', 'localhost:5000/web'],
    [`ghcr.io/shop/web@${digest}`, 'ghcr.io', 'shop/web', digest, 'ghcr.io/shop/web'],
    [`ghcr.io/shop/web:1.2@${digest}`, 'ghcr.io', 'shop/web', digest, 'ghcr.io/shop/web'],
    ['[::1]:5000/web:1', '[::1]:5000', 'web', '1', '[::1]:5000/web'],
  ])('%s', (name, host, repository, reference, key) => {
    expect(parseImage(name)).toEqual({ name, host, repository, reference, key });
  });

  test.each([
    '',
    ' ',
    'Web',
    'a b',
    'ghcr.io/../x',
    'ghcr.io/a/..%2f',
    'ghcr.io/a:b:c',
    'a@b',
    'http://x/y',
    'ghcr.io/a?b',
  ])('%j is none', (name) => {
    expect(parseImage(name)).toBeUndefined();
  });

  test.each([
    ['localhost', true],
    ['localhost:5000', true],
    ['127.0.0.1:5000', true],
    ['[::1]:5000', true],
    ['localhost.example', false],
    ['127.example', false],
    ['registry', false],
  ])('%s is the machine itself: %s', (host, is) => {
    expect(isLoopback(host)).toBe(is);
  });
});

describe('pull secrets', () => {
  const all = credentialsOf(
    pullSecret('pull', {
      'https://index.docker.io/v1/': { auth: 'hub:one' },
      'reg.example/team': { username: 'team', password: 'two' },
      'reg.example': { auth: 'all:three:3' },
      '*.dkr.example': { auth: 'any:four' },
      'reg.example:5000': { auth: 'port:five' },
      'half.example': { username: 'half' },
    }),
  );

  test.each([
    ['redis', ['one']],
    ['reg.example/team/web', ['two', 'three:3']],
    ['reg.example/other', ['three:3']],
    ['reg.example:5000/web', ['five']],
    ['one.dkr.example/web', ['four']],
    ['a.one.dkr.example/web', []],
    ['half.example/web', []],
    ['ghcr.io/web', []],
  ])('for %s: %j', (name, passwords) => {
    const image = parseImage(name);
    expect(image && fitting(all ?? [], image).map(({ password }) => password)).toEqual(passwords);
  });

  test('of the older type', () => {
    const data = { '.dockercfg': Buffer.from('{"r.example":{"auth":"dTpw"}}').toString('base64') };
    const secret = { ...pullSecret('old', {}), type: 'kubernetes.io/dockercfg', data };
    expect(credentialsOf(secret)).toEqual([{ for: 'r.example', user: 'u', password: 'p', from: 'old' }]);
  });

  test.each(['', 'x', '[]', '{"auths":[1]}', '{"auths":{"a":{"auth":1}}}', 'null'])('%j is none', (text) => {
    const data = { '.dockerconfigjson': Buffer.from(text).toString('base64') };
    expect(credentialsOf({ ...pullSecret('bad', {}), data })).toBeUndefined();
  });

  test('a Secret of another type is none', () => {
    expect(credentialsOf({ ...pullSecret('bad', {}), data: { password: 'eA==' } })).toBeUndefined();
  });
});

describe('what a registry wants', () => {
  test.each([
    ['Basic realm="x"', { scheme: 'basic' }],
    [
      'Bearer realm="https://t/token",service="s",scope="repository:a:pull"',
      { scheme: 'bearer', realm: 'https://t/token', service: 's' },
    ],
    ['bearer realm="https://t/token"', { scheme: 'bearer', realm: 'https://t/token', service: undefined }],
    [
      'Basic realm="x", Bearer realm="https://t"',
      { scheme: 'bearer', realm: 'https://t', service: undefined },
    ],
    ['Bearer service="s"', undefined],
    ['Negotiate', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s', (header, challenge) => {
    expect(parseChallenge(header)).toEqual(challenge);
  });
});
