import { expect, test } from '@jest/globals';
import { Groups } from '../../src/cache/groups.ts';
import { knownThing, whose } from '../../src/cache/known.ts';
import { patternOf } from '../../src/cache/scan.ts';

test.each([
  ['bull:mail:1', [], 'bull:'],
  ['sess:abc', ['s'], 'sess:'],
  ['sess:abc', ['sess:'], undefined],
  ['sess:eu:abc', ['sess:eu:'], undefined],
  ['queues', [], 'queues'],
  ['queues', ['queues'], undefined],
  ['queues', ['q'], 'queues'],
  ['shop:1', [], undefined],
  ['my:sess:1', [], 'my:sess:'],
  ['my:sess:1', ['my:sess:'], undefined],
  ['my:sess:1', ['my:'], 'my:sess:'],
] as [string, string[], string | undefined][])('%s with %j named is %s', (key, named, expected) => {
  expect(knownThing(key, named)).toBe(expected);
});

test.each([
  [':1:django.contrib.sessions.cachek3j2', 'sessions of Django'],
  ['shop:1:django.contrib.sessions.cached_dbx', 'sessions of Django'],
  [':1:throttle_anon_192.0.2.1', 'rate limits'],
  ['laravel_database_queues:default', 'queues of Laravel'],
  ['shop-database-queues:mail:reserved', 'queues of Laravel'],
  ['laravel_horizon:master:x', 'queues of Laravel'],
  [`shop_database_shop_cache_:${'aB3d'.repeat(10)}`, 'sessions or limits of Laravel'],
  ['shop:sess:abc', 'sessions'],
  ['{bull}:mail:wait', 'queues of Bull or BullMQ'],
  ['bull:{mail}:wait', 'queues of Bull or BullMQ'],
  ['{shop}:mail:wait', 'queues of Bull or BullMQ'],
  ['shop:jobs:mail:stalled-check', 'queues of Bull or BullMQ'],
  ['shop:queue:default', 'queues of Sidekiq'],
  ['shop:retry', 'queues of Sidekiq'],
  ['shop_celery', 'queues of Celery'],
  ['shop:_kombu.binding.celery', 'queues of Celery'],
  ['celery\x06\x163', 'queues of Celery'],
  ['shop:celery-task-meta-1', 'results of Celery'],
  ['shop:resque:queue:x', 'queues of Resque'],
  ['rq:job:1', 'queues of RQ'],
  ['app:spring:session:sessions:1', 'sessions of Spring'],
  ['app:sessions:expires:1', 'sessions'],
  ['_session_id:2::abc', 'sessions of Rails'],
  ['shop:rack::attack:1:req/ip:192.0.2.1', 'rate limits'],
  ['rlflx:login:1', 'rate limits'],
  ['shop:lock:order:1', 'locks'],
  ['job-lock:default:nightly', 'locks'],
  ['sf_sabc', 'sessions of Symfony'],
  // By the formats that are known of each project; none of them was run.
  ['laravel_cache_:laravel_unique_job:App\\Jobs\\Charge:7', 'locks of Laravel'],
  ['shop-cache-framework/schedule-0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33', 'locks of Laravel'],
  ['arq:job:1', 'queues of ARQ'],
  ['dramatiq:default.msgs', 'queues of Dramatiq'],
  ['huey.redis.shop', 'queues of Huey'],
  ['django_q:shop:q', 'queues of Django Q'],
  ['asgi:group:chat', 'groups of Django Channels'],
  ['asgispecific.abc!', 'groups of Django Channels'],
  ['bq:mail:waiting', 'queues of Bee-Queue'],
  ['rsmq:QUEUES', 'queues of RSMQ'],
  ['{hangfire}:job:1', 'queues of Hangfire'],
  ['redisson__timeout__set:{order}', 'locks'],
  ['DataProtection-Keys', 'keys that ASP.NET signs sessions with'],
])('C1: %s is of %s', (key, owner) => {
  const known = knownThing(key, []);
  expect([known === undefined ? undefined : whose(known), key.startsWith(known ?? '?')]).toEqual([
    owner,
    true,
  ]);
  expect(knownThing(key, [known ?? ''])).toBeUndefined();
});

test.each([
  'shop:products:1',
  'views:page',
  'shop:1',
  'product:block:7',
  'catalog:clock:1',
  'shop:obsession:1',
  'stats:x',
  'park:1',
  'shop:framework:1',
])('%s is a cache', (key) => expect(knownThing(key, [])).toBeUndefined());

test('a hostile megabyte of a key is looked at in no time', () => {
  const started = performance.now();
  for (const piece of [':', 'a:', '{', 'sess', 'cache_'])
    knownThing(piece.repeat(1_000_000 / piece.length), []);
  expect(performance.now() - started).toBeLessThan(1000);
});

test('keys are counted by their beginnings, and never kept whole', () => {
  const groups = new Groups();
  for (const key of ['shop:a:1', 'shop:a:2', 'shop:b:1', 'shop:secret']) groups.add(key, 5);
  expect(groups.largest(2)).toEqual([
    ['shop:a:', 2],
    ['shop:b:', 1],
  ]);
  expect(groups.counts.get('shop:')).toBe(1);
});

test('what is told apart is bounded', () => {
  const groups = new Groups();
  for (let index = 0; index < 5000; index++) groups.add(`${index}:x`, 0);
  expect(groups.counts.size).toBeLessThanOrEqual(1001);
  expect([...groups.counts.values()].reduce((sum, count) => sum + count)).toBe(5000);
});

test('signs of patterns are escaped', () => {
  expect(patternOf('a*[b]?\\^-')).toBe('a\\*\\[b\\]\\?\\\\\\^\\-*');
});
