/** Beginnings of keys that are no cache: what works with them loses jobs, or logs its users out. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['bull:', 'queues of Bull or BullMQ'],
  ['queue:', 'queues of Sidekiq'],
  ['stat:', 'counters of Sidekiq'],
  ['resque:', 'queues of Resque'],
  ['queues:', 'queues of Laravel'],
  ['horizon:', 'queues of Laravel'],
  ['_kombu.', 'queues of Celery'],
  ['celery-task-meta-', 'results of Celery'],
  ['unacked', 'queues of Celery'],
  ['rq:', 'queues of RQ'],
  ['asynq:', 'queues of Asynq'],
  ['hangfire:', 'queues of Hangfire'],
  ['sess:', 'sessions'],
  ['session:', 'sessions'],
  ['sessions:', 'sessions'],
  ['spring:session:', 'sessions of Spring'],
  ['PHPREDIS_SESSION:', 'sessions of PHP'],
  ['django.contrib.sessions.', 'sessions of Django'],
];

/** Whole keys of the same kind. */
const KEYS: readonly (readonly [string, string])[] = [
  ['queues', 'queues of Sidekiq'],
  ['retry', 'queues of Sidekiq'],
  ['schedule', 'queues of Sidekiq'],
  ['dead', 'queues of Sidekiq'],
  ['processes', 'processes of Sidekiq'],
  ['celery', 'queues of Celery'],
];

const WHOSE = new Map([...BEGINNINGS, ...KEYS]);

/** The whole keys that can be asked for by name, where there is too much to look at everything. */
export const knownKeys: readonly string[] = KEYS.map(([key]) => key);

/** `queues of Sidekiq` */
export const whose = (known: string): string => WHOSE.get(known) ?? known;

/**
 * What of the known things a key belongs to, unless that was named: one of `named` is a beginning of the key that says
 * at least as much as the known beginning does (`sess:` and `sess:eu:` name sessions, `s` does not).
 */
export function knownThing(key: string, named: readonly string[]): string | undefined {
  const known =
    KEYS.find(([name]) => name === key)?.[0] ?? BEGINNINGS.find(([start]) => key.startsWith(start))?.[0];
  if (known === undefined) return undefined;
  return named.some((name) => key.startsWith(name) && name.startsWith(known)) ? undefined : known;
}
