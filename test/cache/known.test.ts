import { expect, test } from '@jest/globals';
import { Groups } from '../../src/cache/groups.ts';
import { contentsOf, knownThing } from '../../src/cache/known.ts';
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

// Each comment names the files of the projects that show the keys below it: we looked them up there.
test.each([
  // django/contrib/sessions/backends/{cache,cached_db}.py, behind KEY_PREFIX and VERSION of core/cache/backends/base.py
  [':1:django.contrib.sessions.cachek3j2', 'sessions of Django'],
  ['shop:1:django.contrib.sessions.cached_dbx', 'sessions of Django'],
  // rest_framework/throttling.py: cache_format
  [':1:throttle_anon_192.0.2.1', 'rate limits'],
  // laravel/framework: Queue/RedisQueue.php (in a cluster the name is a hash tag); laravel/laravel: config/database.php
  ['laravel_database_queues:default', 'queues of Laravel'],
  ['laravel_database_queues:{default}:delayed', 'queues of Laravel'],
  ['shop-database-queues:mail:reserved', 'queues of Laravel'],
  // laravel/horizon: config/horizon.php, src/Repositories/RedisMasterSupervisorRepository.php
  ['laravel_horizon:master:x', 'queues of Laravel'],
  // laravel/framework: Session/{CacheBasedSessionHandler,Store}.php, Cache/RateLimiter.php,
  // Queue/Middleware/ThrottlesExceptions.php; laravel/laravel: config/cache.php names the prefix.
  // Before Laravel 11, Cache/RedisStore.php put `:` behind it
  [`shop_database_shop_cache_:${'aB3d'.repeat(10)}`, 'sessions or limits of Laravel'],
  ['shop-cache-login:192.0.2.1:timer', 'sessions or limits of Laravel'],
  ['shop-cache-laravel_throttles_exceptions:psp', 'rate limits'],
  // laravel/framework: Bus/UniqueLock.php, Queue/Middleware/WithoutOverlapping.php, Console/Scheduling/Event.php
  ['laravel_cache_:laravel_unique_job:App\\Jobs\\Charge:7', 'locks of Laravel'],
  ['laravel_cache_laravel-queue-overlap:App\\Jobs\\Charge:7', 'locks of Laravel'],
  ['shop-cache-framework/schedule-0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33', 'locks of Laravel'],
  // laravel/framework: Foundation/MaintenanceModeManager.php, Queue/QueueManager.php
  ['laravel_cache_:illuminate:foundation:down', 'switches of Laravel'],
  ['laravel_cache_:illuminate:queue:paused:redis:default', 'switches of Laravel'],
  // tj/connect-redis: index.ts
  ['sess:abc', 'sessions'],
  ['shop:sess:abc', 'sessions'],
  // OptimalBits/bull: lib/queue.js; taskforcesh/bullmq: src/classes/queue-keys.ts. Hash tags stand in prefix or name
  ['{bull}:mail:wait', 'queues of Bull or BullMQ'],
  ['bull:{mail}:wait', 'queues of Bull or BullMQ'],
  ['{shop}:mail:wait', 'queues of Bull or BullMQ'],
  ['{shop}:mail:paused', 'queues of Bull or BullMQ'],
  ['shop:jobs:mail:repeat', 'queues of Bull or BullMQ'],
  ['shop:jobs:mail:stalled-check', 'queues of Bull or BullMQ'],
  // sidekiq/sidekiq: lib/sidekiq/{api,client,job_retry,launcher}.rb, lib/sidekiq/job/iterable.rb
  ['shop:queue:default', 'queues of Sidekiq'],
  ['queue:default', 'queues of Sidekiq'],
  ['shop:retry', 'queues of Sidekiq'],
  ['stat:processed:2026-11-30', 'counters of Sidekiq'],
  ['processes', 'processes of Sidekiq'],
  ['it-0123456789abcdef01234567', 'schedules of Sidekiq'],
  // sidekiq-cron: lib/sidekiq/cron/job.rb; sidekiq-scheduler: lib/sidekiq-scheduler/redis_manager.rb
  ['cron_jobs:default', 'schedules of Sidekiq'],
  ['cron_job:default:nightly', 'schedules of Sidekiq'],
  ['sidekiq-scheduler:pushed:nightly', 'schedules of Sidekiq'],
  // celery/kombu: kombu/transport/redis.py (also behind global_keyprefix); celery/celery:
  // celery/app/defaults.py names the queue, celery/backends/{base,redis}.py name the results
  ['shop_celery', 'queues of Celery'],
  ['shop:_kombu.binding.celery', 'queues of Celery'],
  ['shop_unacked_index', 'queues of Celery'],
  ['celery\x06\x163', 'queues of Celery'],
  ['shop:celery-task-meta-1', 'results of Celery'],
  ['celery-taskset-meta-1.j', 'results of Celery'],
  ['chord-unlock-1', 'results of Celery'],
  // resque/resque: lib/resque/data_store.rb; lib/resque.rb lets users choose the namespace;
  // resque/resque-scheduler: lib/resque/scheduler/delaying_extensions.rb
  ['shop:resque:queue:x', 'queues of Resque'],
  ['shop:failed', 'queues of Resque'],
  ['shop:workers', 'queues of Resque'],
  ['shop:delayed_queue_schedule', 'queues of Resque'],
  // rq/rq: rq/{job,queue}.py
  ['rq:job:1', 'queues of RQ'],
  ['rq:queue:default', 'queues of RQ'],
  // spring-session-data-redis: RedisIndexedSessionRepository.java; its namespace one may choose
  ['app:spring:session:sessions:1', 'sessions of Spring'],
  ['app:sessions:expires:1', 'sessions'],
  // rails/rails: action_dispatch/middleware/session/cache_store.rb, action_controller/metal/rate_limiting.rb;
  // rack/rack-attack: lib/rack/attack/cache.rb
  ['_session_id:2::abc', 'sessions of Rails'],
  ['shop:rate-limit:sessions:192.0.2.1', 'rate limits'],
  ['shop:rack::attack:1:req/ip:192.0.2.1', 'rate limits'],
  // symfony/symfony: HttpFoundation/Session/Storage/Handler/RedisSessionHandler.php;
  // Messenger/Bridge/Redis/Transport/Connection.php lets users choose the name of the stream
  [`sf_s${'0a'.repeat(13)}`, 'sessions of Symfony'],
  ['messages', 'queues of Symfony'],
  ['async__queue', 'queues of Symfony'],
  // colinmollenhour/php-redis-session-abstract: src/Cm/RedisSession/Handler.php, which Magento 1 and 2 use
  [`sess_${'0a'.repeat(13)}`, 'sessions of Magento'],
  // oauth2-proxy/oauth2-proxy: docs/versioned_docs/version-7.4.x/configuration/sessions.md
  [`_oauth2_proxy-${'0a'.repeat(16)}`, 'sessions of oauth2-proxy'],
  // Azure/aspnet-redis-providers: KeyGenerator.cs, as it was and is
  [`{/shop_${'ab0'.repeat(8)}}_Data`, 'sessions of ASP.NET'],
  [`{/shop_${'ab0'.repeat(8)}}_Write_Lock`, 'sessions of ASP.NET'],
  [`{/_${'ab0'.repeat(8)}}_SessionStateItemCollection`, 'sessions of ASP.NET'],
  // agronholm/apscheduler: apscheduler/jobstores/redis.py
  ['apscheduler.jobs', 'schedules of APScheduler'],
  ['apscheduler.run_times', 'schedules of APScheduler'],
  // lukas-krecan/ShedLock: RedisLockProvider.java; redisson/redisson: RedissonFairLock.java
  ['job-lock:default:nightly', 'locks'],
  ['redisson_lock_queue:{order}', 'locks'],
  // resque/resque-scheduler and resque: behind a namespace of the user's own
  ['shop:persistent_schedules', 'queues of Resque'],
  ['shop:failed_queues', 'queues of Resque'],
  ['laravel_cache_:illuminate:schedule:paused', 'switches of Laravel'],
  // Two stories of a cleared cache: saleor/saleor#14926 (who repeats a request pays twice) and
  // dreamfactorysoftware/df-core#31 (tokens of users that were logged out are good again). The keys are those of
  // kanimetov/sample-psp: docs/internal/reliability/idempotency.md; ilhamgepe/sakucita: notes/idempoten.md;
  // harshitmasiwal/Nexus: WebDev/Backend/day22/readme.md; and others that the search found without a name
  ['idem:execute:fbded76a-9fc6-42d8-b0a0-e7e7110e0cc7', 'idempotency keys'],
  ['shop:idempotency:key:1', 'idempotency keys'],
  ['blocklist:1', 'revoked tokens'],
  ['jwt:blacklist:0beec7b5', 'revoked tokens'],
  ['shop:token_blacklist:1', 'revoked tokens'],
  ['blacklist_jti:1', 'revoked tokens'],
  ['auth:revoked:1', 'revoked tokens'],
  // The rows below are from memory. We did not read the sources.
  ['shop:lock:order:1', 'locks'],
  ['rlflx:login:1', 'rate limits'],
  ['arq:job:1', 'queues of ARQ'],
  ['dramatiq:default.msgs', 'queues of Dramatiq'],
  ['huey.redis.shop', 'queues of Huey'],
  ['django_q:shop:q', 'queues of Django Q'],
  ['asgi:group:chat', 'groups of Django Channels'],
  ['asgispecific.abc!', 'groups of Django Channels'],
  ['bq:mail:waiting', 'queues of Bee-Queue'],
  ['rsmq:QUEUES', 'queues of RSMQ'],
  ['{hangfire}:job:1', 'queues of Hangfire'],
  ['DataProtection-Keys', 'keys that ASP.NET signs sessions with'],
])('C1: %s is of %s', (key, owner) => {
  const known = knownThing(key, []);
  expect([known === undefined ? undefined : contentsOf(known), key.startsWith(known ?? '?')]).toEqual([
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
  'sf_sales:1',
  'shop:sess_count',
  '{shop_1}_Data',
  'shop:it-department',
  'shop:illuminate:queue:restart',
  'shop:user:7:failed',
  'shop:cron_jobsearch:1',
  'shop:item:1',
  'shop:blacklists',
])('%s is a cache', (key) => expect(knownThing(key, [])).toBeUndefined());

test('a hostile megabyte of a key is looked at in no time', () => {
  const begun = process.cpuUsage();
  for (const piece of [':', 'a:', '{', 'sess', 'cache_'])
    knownThing(piece.repeat(1_000_000 / piece.length), []);
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(5000);
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
