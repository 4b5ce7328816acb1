import type { Found } from './discover.ts';
import type { Except, Services } from './services.ts';

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** `34 MB`, as PostgreSQL counts: 1024 to the next unit. */
export function formatBytes(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1);
  return `${Math.round(bytes / 1024 ** power)} ${UNITS[power]}`;
}

/** What was found, a sentence each. */
export function foundIn({ namespace, workloads, database, cache }: Found, services: Services): string[] {
  const stopped = workloads.filter(({ spec }) => spec.replicas === 0).length;
  const probed = services.names.length - services.unasked.length;
  return [
    `Namespace ${namespace}: ${count(workloads.length, 'workload')}${stopped > 0 ? `, ${stopped} at zero` : ''}, ${probed} with an HTTP readiness probe.`,
    ...services.leftOut.map((each) => `Left out: ${exceptLine(each)}.`),
    database
      ? `Database ${JSON.stringify(database.name)}: PostgreSQL ${database.version}, ${formatBytes(database.bytes)}.`
      : 'No database, as `database-url` is not given.',
    cache
      ? `Cache: ${cache.version}, ${count(cache.masters, 'master')}.`
      : 'No cache, as `redis-url` is not given.',
  ];
}

/** What only a person knows, a sentence each. */
export function openIn({ database, cache }: Found, { unasked }: Services, environment: string): string[] {
  const secrets = [...(database ? ['DATABASE_URL'] : []), ...(cache ? ['REDIS_URL'] : [])];
  return [
    ...(database
      ? [
          'Component database: `backup`, the backup to go back to.',
          'Component database: `quiesce`, what writes to it; and `pgbouncer-url` where a pgbouncer is before it.',
        ]
      : []),
    ...(cache ? ['Component cache: `prefix`, what its keys begin with.'] : []),
    ...unasked.map((each) => `Component services: \`health\` for ${exceptLine(each)}.`),
    'Section `notify`: who is notified.',
    ...(secrets.length > 0
      ? [
          `Secrets of the GitHub environment ${environment}, given to the step as \`env\`: ${secrets.join(', ')}.`,
        ]
      : []),
    'Recovery times, `rto`: they are guesses.',
  ];
}

/** `deployment/web: no HTTP readiness probe` */
export const exceptLine = ({ name, reason }: Except) => `${name}: ${reason}`;

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
