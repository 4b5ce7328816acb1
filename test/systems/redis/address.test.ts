import { describe, expect, test } from '@jest/globals';
import { parseAddress } from '../../../src/systems/redis/address.ts';

const parse = (url: string) => parseAddress(url, { ca: undefined, insecure: false, mask: () => {} });
const NOBODY = { username: undefined, password: undefined };

describe('parseAddress', () => {
  test.each([
    ['redis://cache', { places: [{ host: 'cache', port: 6379 }], login: NOBODY, database: 0 }],
    ['redis://:p%40ss@cache:7000/3', { login: { username: undefined, password: 'p@ss' }, database: 3 }],
    ['redis://ops:a:b@cache', { login: { username: 'ops', password: 'a:b' } }],
    ['redis://secret@cache', { login: { username: undefined, password: 'secret' } }],
    [
      'valkeys://[2001:db8::1]:6380',
      { places: [{ host: '2001:db8::1', port: 6380 }], tls: { verify: true } },
    ],
    ['redis://cache?db=2&protocol=3', { places: [{ host: 'cache', port: 6379 }], database: 2 }],
    ['redis://cache/4?family=4&read_timeout=1s&health_check_interval=5', { database: 4 }],
    [
      'redis://a:1,b:2',
      {
        places: [
          { host: 'a', port: 1 },
          { host: 'b', port: 2 },
        ],
        sentinel: undefined,
      },
    ],
    [
      'redis+sentinel://u:p@a,b:2/shop/1?sentinel-password=s',
      {
        places: [
          { host: 'a', port: 26379 },
          { host: 'b', port: 2 },
        ],
        database: 1,
        sentinel: { master: 'shop', login: { username: undefined, password: 's' } },
      },
    ],
  ])('%s', (url, expected) => {
    expect(parse(url)).toMatchObject(expected);
  });

  test.each([
    'cache:6379',
    'redis://',
    'redis://a b',
    'redis://secret-word@cache/zero',
    'redis://secret-word@cache:99999',
    'redis://%zz@cache',
    'redis://secret-word@cache?prefix=1',
    'redis://secret-word@cache/1?db=2',
  ])('%s is refused, and not repeated', (url) => {
    const refused = () => parse(url);
    expect(refused).toThrow(/^Input `redis-url` /);
    expect(refused).not.toThrow(/secret-word/);
  });
});
