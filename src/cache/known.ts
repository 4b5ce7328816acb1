/** Where a name may begin: at the start of a key, or behind what its writers put namespaces, numbers and hash tags with. */
const START = '(?:^|[:{}/|_.!#-])';

/**
 * What works with keys that are not cache, and how their names begin, wherever its users have put a namespace before it:
 * `:1:django.contrib.sessions.`, `laravel_database_queues:`, `{bull}:`. Losing them loses jobs, logs users out, or opens locks
 * and limits. Its test has the projects' files that say so, as far as they were looked up.
 */
const BEGINNINGS: readonly (readonly [string, readonly string[]])[] = [
  ['queues of Bull or BullMQ', [String.raw`\{?bull(?:mq)?\}?:`]],
  // Laravel restarts its workers by `illuminate:queue:restart`, which every deploy writes.
  ['queues of Sidekiq', ['(?<!illuminate:)queue:']],
  ['counters of Sidekiq', ['stat:']],
  ['locks of Sidekiq', ['uniquejobs:']],
  ['schedules of Sidekiq', ['cron_jobs?(?![A-Za-z])', 'sidekiq-scheduler:', 'it-(?=[0-9a-f]{24}$|$)']],
  ['queues of Resque', ['resque:', 'delayed_queue_schedule', 'persistent_schedules', 'failed_queues']],
  ['queues of Laravel', ['queues:', 'horizon:']],
  ['locks of Laravel', ['laravel_unique_job:', 'laravel-queue-overlap:', 'framework/schedule-']],
  ['switches of Laravel', ['illuminate:foundation:down', 'illuminate:(?:queues?|schedule):paused']],
  ['queues of Celery', [String.raw`_?kombu\.`, 'unacked', String.raw`celery[\x06:]`, 'redbeat[:_]']],
  ['results of Celery', ['celery-task(?:set)?-meta-', 'chord-unlock-']],
  ['queues of RQ', ['rq:']],
  ['queues of ARQ', ['arq:']],
  ['queues of Dramatiq', ['dramatiq[:.]']],
  ['queues of Huey', [String.raw`huey\.(?:redis|schedule|results)\.`]],
  ['queues of Django Q', ['django_q:']],
  ['groups of Django Channels', ['asgi:group:', String.raw`asgispecific\.`]],
  ['queues of Bee-Queue', ['bq:']],
  ['queues of RSMQ', ['rsmq:']],
  ['queues of Asynq', ['asynq:']],
  ['queues of Hangfire', [String.raw`\{?hangfire\}?:`]],
  ['queues of Symfony', ['messenger:']],
  ['schedules of APScheduler', ['apscheduler[.:](?:jobs|run_times)']],
  ['sessions of Spring', ['spring:session:']],
  ['sessions of PHP', ['PHPREDIS_SESSION:']],
  // After it the id, which is not shown.
  ['sessions of Symfony', ['sf_s(?=[A-Za-z0-9,-]{22}|$)']],
  ['sessions of Magento', ['sess_(?=[A-Za-z0-9,-]{22}|$)']],
  ['sessions of oauth2-proxy', ['_oauth2_proxy-']],
  [
    'sessions of ASP.NET',
    [
      String.raw`\{[^{}]{1,80}_(?=[a-z0-5]{24}\}_(?:Data|Internal|Write_?Lock|SessionTimeout|SessionStateItemCollection)|$)`,
    ],
  ],
  ['sessions of Rails', ['session_id:', 'rack:session:']],
  ['sessions of Django', [String.raw`django\.contrib\.sessions\.`]],
  ['sessions', ['sess(?:ions?)?:']],
  [
    'rate limits',
    [
      'rl(?:flx)?:',
      'rate[_-]?limit(?:er|s)?[:/]',
      'throttle_',
      'laravel_throttles_exceptions:',
      'LIMITER/',
      'rack::?attack:',
      String.raw`request_rate_limiter\.`,
      'limiter:',
      'lmtr-',
    ],
  ],
  ['locks', ['(?:job-)?locks?:', 'redlock:', 'redisson_']],
  // Losing them may charge a card twice, or let a logged-out user in again.
  ['idempotency keys', ['idem(?:potency|potent)?(?:[_-]?keys?)?:']],
  [
    'revoked tokens',
    ['(?:black|block|deny)list(?:ed)?(?:[_-](?:jti|tokens?))?:', 'revoked(?:[_-](?:jti|tokens?))?:'],
  ],
];

/** Whole keys, or what stands behind a namespace. */
const WHOLE: readonly (readonly [string, readonly string[]])[] = [
  ['queues of Sidekiq', ['queues', 'retry', 'schedule', 'dead']],
  ['processes of Sidekiq', ['processes']],
  ['queues of Resque', ['failed', 'workers']],
  ['queues of Celery', ['celery']],
  ['queues of Symfony', ['messages']],
  ['keys that ASP.NET signs sessions with', ['DataProtection-Keys']],
];

/** How keys of queues end, whatever name and prefix their queue has. */
const ENDS: readonly (readonly [string, string])[] = [
  // Where a queue is paused, its jobs are moved from `wait` to `paused`; `repeat` are its schedules.
  [
    'queues of Bull or BullMQ',
    ':(?:wait|waiting-children|delayed|prioritized|paused|repeat|stalled(?:-check)?)',
  ],
  ['queues of Laravel', ':(?:reserved|notify)'],
  ['queues of Symfony', '__queue'],
  // The id of a session, or what counts attempts, directly behind the prefix of a cache.
  ['sessions or limits of Laravel', '(?<=[_:-]cache[_:-]{1,2})(?:[A-Za-z0-9]{40}|.{1,100}:timer)?'],
];

/** Bytes of a key that are read: what comes later is not a namespace. */
const MAX_CHARACTERS_READ = 128;

const begins = BEGINNINGS.map(([, names]) => `(${names.join('|')})`).join('|');
const BEGINNING = new RegExp(`${START}(?:${begins})`);
/** A word of Sidekiq that is also the name of a cached thing counts behind a namespace of one part. */
const wholes = WHOLE.map(([, names]) => `(${names.join('|')})`).join('|');
const WHOLE_KEY = new RegExp(`^(?:[^:{}]+[:_-])?(?:${wholes})$`);
const ends = ENDS.map(([, end]) => `(${end})`).join('|');
const END = new RegExp(`(?:${ends})$`);

/** The whole keys that can be asked for by name, where there is too much to look at everything. */
export const knownKeys: readonly string[] = WHOLE.flatMap(([, names]) => names);

interface Known {
  /** The key as far as it says what it is. */
  readonly text: string;
  /** How much of it has to be named, so that it may go. */
  readonly least: number;
  readonly contents: string;
}

/** What keys with the same name before their number are; one in a million is read. */
const remembered = new Map<string, Known | undefined>();
const MAX_REMEMBERED = 10_000;
/** Numbers and ids, in which nothing of the above can be. */
const IS_NUMBER = /^(?=[0-9a-f-]*\d)[0-9a-f-]{1,36}$/;

/** The key before: most have the same name, and only another number behind it. */
let last: { readonly name: string; readonly known: Known | undefined } = { name: '', known: undefined };

function find(key: string): Known | undefined {
  if (last.name !== '' && key.startsWith(last.name) && IS_NUMBER.test(key.slice(last.name.length)))
    return last.known;
  const end = key.lastIndexOf(':') + 1;
  if (end === 0 || end > MAX_CHARACTERS_READ || !IS_NUMBER.test(key.slice(end))) return matchKnown(key);
  const name = key.slice(0, end);
  if (!remembered.has(name)) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(name, matchKnown(`${name}0`));
  }
  last = { name, known: remembered.get(name) };
  return last.known;
}

function matchKnown(key: string): Known | undefined {
  const head = key.slice(0, MAX_CHARACTERS_READ);
  const begun = BEGINNING.exec(head);
  if (begun) return knownOf(key, begun.index + begun[0].length, nameOf(begun, BEGINNINGS));
  const whole = WHOLE_KEY.exec(head);
  if (whole && key.length <= MAX_CHARACTERS_READ) return knownOf(key, key.length, nameOf(whole, WHOLE));
  const ended = END.exec(key.slice(-MAX_CHARACTERS_READ));
  if (!ended) return undefined;
  const least = key.length - ended[0].length;
  // Of a queue the whole key says what it is; after a cache's prefix stands a user's identity.
  const isQueue = /^(?::|__)/.test(ended[0]);
  return { ...knownOf(key, isQueue ? key.length : least, nameOf(ended, ENDS)), least };
}

const knownOf = (key: string, length: number, contents: string): Known => ({
  text: key.slice(0, length),
  least: length,
  contents,
});

const nameOf = (match: RegExpExecArray, names: readonly (readonly [string, unknown])[]): string =>
  names[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? '';

/** `queues of Sidekiq`; what stands for several is of all of them. */
export const contentsOf = (known: string): string =>
  find(known)?.contents ?? 'queues, sessions, locks or limits';

/**
 * What of the known things a key belongs to, unless that was named: one of `named` is a beginning of the key that says
 * at least as much as the known beginning does (`sess:` and `sess:eu:` name sessions, `s` does not).
 */
export function knownThing(key: string, named: readonly string[]): string | undefined {
  const known = find(key);
  if (known === undefined) return undefined;
  return named.some((name) => name.length >= known.least && key.startsWith(name)) ? undefined : known.text;
}
