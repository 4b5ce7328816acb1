import type { YAMLMap } from 'yaml';
import type { Found, FoundCache, FoundDatabase } from './discover.ts';
import type { Services } from './services.ts';
import { exceptLine, formatBytes } from './words.ts';
import { mapOf, writtenAs, type YamlEntry } from './yaml.ts';

const SCHEMA =
  'https://raw.githubusercontent.com/rollback-actions/rollback-actions/v1/docs/schema/rollback.schema.json';

/** A first configuration: valid as it is, with `FILL IN` where only a person knows. */
export function fileOf(found: Found, services: Services, environment: string): string {
  const sections: YamlEntry[] = [
    { key: 'defaults', value: defaultsOf(found) },
    { key: 'components', value: mapOf(componentsOf(found, services)), apart: true },
    ...(found.database ? [INTEGRITY] : []),
    { key: 'report', value: mapOf(REPORT), apart: true },
  ];
  const environments = mapOf([{ key: environment, value: mapOf(sections, NOTIFY) }]);
  return writtenAs(mapOf([{ key: 'environments', value: environments, above: HEAD }]));
}

const HEAD = [
  `yaml-language-server: $schema=${SCHEMA}`,
  'A first configuration, written by `action: init` from what it found. FILL IN marks what only you know;',
  'docs/configure.md of rollback-actions says what else there is.',
];

const INTEGRITY: YamlEntry = {
  key: 'verify-integrity',
  value: {},
  above: [
    'Fingerprints what was restored, and compares it with what is there in the end (docs/verify-integrity.md).',
  ],
  apart: true,
};

const REPORT: readonly YamlEntry[] = [
  { key: 'rto', value: ['Whole environment: all=20m'] },
  {
    key: 'history',
    value: 'rollback-history.jsonl',
    above: ['How long each rollback took; docs/report.md says how it outlives a run.'],
  },
];

const NOTIFY = [
  'FILL IN: what a deploy is judged by, and how long a quick fix may take first (docs/decide.md), such as',
  'assess:',
  '  prometheus-url: https://prometheus.example',
  '  quick-fix: 15m',
  'FILL IN: what shows that users can work again (actions/smoke-test/README.md), such as',
  'smoke-test:',
  '  commands: [npm run smoke]',
  'FILL IN: who is notified while it goes on (docs/notifications.md), such as',
  'notify:',
  "  slack-channel: '#incidents'",
  '  slack-token: { env: SLACK_TOKEN }',
];

const defaultsOf = ({ namespace, context }: Found) =>
  mapOf([
    { key: 'namespace', value: namespace },
    ...(context === undefined ? [] : [{ key: 'context', value: context }]),
  ]);

function componentsOf({ database, cache }: Found, services: Services): YamlEntry[] {
  return [
    ...(database ? [{ key: 'database', value: databaseOf(database, services) }] : []),
    ...(services.names.length > 0 ? [{ key: 'services', value: serviceOf(services), apart: true }] : []),
    ...(cache ? [{ key: 'cache', value: cacheOf(cache), apart: true }] : []),
  ];
}

function databaseOf({ name, version, bytes, extensions }: FoundDatabase, { names }: Services): YAMLMap {
  const denied = `Extensions that a restore leaves out where the user of the URL may not create them: ${extensions.join(', ')}.`;
  const stoppable = names.filter((each) => !each.startsWith('daemonset/'));
  return mapOf(
    [
      { key: 'kind', value: 'database' },
      { key: 'rto', value: '15m', above: [GUESS] },
      {
        key: 'database-url',
        value: { env: 'DATABASE_URL' },
        above: [`PostgreSQL ${version}, ${formatBytes(bytes)}.`, ...(extensions.length > 0 ? [denied] : [])],
      },
      {
        key: 'confirm',
        value: name,
        above: [
          'FILL IN: the backup to go back to: s3://bucket/key, https://…, pgbackrest://… or a path (docs/backups.md).',
          'backup: s3://bucket/latest.dump',
          'The approval of the GitHub environment is the confirmation. Without this line a person has to type the name.',
        ],
      },
      {
        key: 'max-data-loss',
        value: '25h',
        above: [
          'An older backup is refused: all that was written since would be lost. This fits one backup a day.',
        ],
      },
    ],
    [
      'What writes to it, so that it is stopped while the database is switched; take out what does not.',
      `quiesce: [${stoppable.join(', ')}]`,
      'The admin console of a pgbouncer before it, which cannot be seen from here.',
      'pgbouncer-url: { env: PGBOUNCER_URL }',
    ].slice(stoppable.length > 0 ? 0 : 2),
  );
}

function serviceOf(services: Services): YAMLMap {
  const { health, unasked } = services;
  const missing = unasked.length > 0 ? ['FILL IN: no health check asks', ...unasked.map(indented)] : [];
  const above = ['From the readiness probes; the API server asks every pod.', ...missing];
  return mapOf(
    [
      { key: 'kind', value: 'service' },
      { key: 'rto', value: '5m' },
      workloadsOf(services),
      ...(health.length > 0 ? [{ key: 'health', value: health, above }] : []),
    ],
    health.length > 0 ? [] : [...missing, "health: ['http://:8080/health']"],
  );
}

function workloadsOf({ names, leftOut }: Services): YamlEntry {
  if (leftOut.length === 0)
    return {
      key: 'workloads',
      value: 'all',
      above: ['All of the namespace, and what is deployed later; mark-good says where they go back to.'],
    };
  const above = ['Not among them:', ...leftOut.map(indented), 'What is deployed later has to be added.'];
  return { key: 'workloads', value: names, above };
}

const cacheOf = ({ version, masters }: FoundCache): YAMLMap =>
  mapOf(
    [
      { key: 'kind', value: 'cache' },
      { key: 'rto', value: '5m' },
      {
        key: 'redis-url',
        value: { env: 'REDIS_URL' },
        above: [`${version}${masters > 1 ? `, a cluster of ${masters} masters` : ''}.`],
      },
    ],
    [
      'FILL IN: what the keys of the cache begin with; queues and sessions stay (docs/clear-cache.md).',
      "prefix: ['page:']",
    ],
  );

const indented = (each: Services['unasked'][number]) => `  ${exceptLine(each)}`;

const GUESS = 'A first guess, as all times here; `report` measures them.';
