/** What init writes is read by the code and by the published schema, whatever the systems are called. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { parse } from 'yaml';
import { NO_ENVIRONMENTS } from '../../../src/config/config.ts';
import { type File, readFile } from '../../../src/config/read.ts';
import type { Found } from '../../../src/rollback/init/discover.ts';
import { fileOf } from '../../../src/rollback/init/file.ts';
import type { Services } from '../../../src/rollback/init/services.ts';
import { often } from '../../support/every-case.ts';

const schema = resolve(import.meta.dirname, '../../../docs/schema/rollback.schema.json');
// Compiling takes longest, and most of that is optimizing a check that runs a few times.
const validate = new Ajv2020({ code: { optimize: false } }).compile(JSON.parse(readFileSync(schema, 'utf8')));
const path = join(mkdtempSync(join(tmpdir(), 'init-')), 'rollback.yml');

/** Reads it as an editor and as the actions do. */
function read(text: string): File['environments'] {
  expect([validate(parse(text)), validate.errors]).toEqual([true, null]);
  writeFileSync(path, text);
  return readFile(path).environments;
}

const FOUND: Found = {
  namespace: 'shop',
  context: 'production',
  workloads: [],
  database: { name: 'orders', version: '16.4', bytes: 34_000_000_000, extensions: ['postgis', 'pg_cron'] },
  cache: { version: 'Valkey 8.1.8', masters: 3 },
};
const SERVICES: Services = {
  names: ['daemonset/agent', 'deployment/api', 'statefulset/queue'],
  leftOut: [{ name: 'statefulset/db', reason: 'holds data (postgres)' }],
  health: ['deployment/api: http://:8080/health'],
  unasked: [
    { name: 'daemonset/agent', reason: 'no HTTP readiness probe' },
    { name: 'statefulset/queue', reason: 'its probe sends headers' },
  ],
};
const NOBODY: Services = { names: [], leftOut: [], health: [], unasked: [] };

test('a file has all that was found, and says above each what it is', () => {
  const text = fileOf(FOUND, SERVICES, 'production');
  expect(text).toMatchInlineSnapshot(`
"# yaml-language-server: $schema=https://raw.githubusercontent.com/rollback-actions/rollback-actions/v1/docs/schema/rollback.schema.json
# A first configuration, written by \`action: init\` from what it found. FILL IN marks what only you know;
# docs/configure.md of rollback-actions says what else there is.
environments:
  production:
    defaults:
      namespace: shop
      context: production

    components:
      database:
        kind: database
        # A first guess, as all times here; \`report\` measures them.
        rto: 15m
        # PostgreSQL 16.4, 32 GB.
        # Extensions that a restore leaves out where the user of the URL may not create them: postgis, pg_cron.
        database-url: { env: DATABASE_URL }
        # FILL IN: the backup to go back to: s3://bucket/key, https://…, pgbackrest://… or a path (docs/backups.md).
        # backup: s3://bucket/latest.dump
        # The approval of the GitHub environment is the confirmation. Without this line a person has to type the name.
        confirm: orders
        # An older backup is refused: all that was written since would be lost. This fits one backup a day.
        max-data-loss: 25h

        # What writes to it, so that it is stopped while the database is switched; take out what does not.
        # quiesce: [deployment/api, statefulset/queue]
        # The admin console of a pgbouncer before it, which cannot be seen from here.
        # pgbouncer-url: { env: PGBOUNCER_URL }

      services:
        kind: service
        rto: 5m
        # Not among them:
        #   statefulset/db: holds data (postgres)
        # What is deployed later has to be added.
        workloads:
          - daemonset/agent
          - deployment/api
          - statefulset/queue
        # From the readiness probes; the API server asks every pod.
        # FILL IN: no health check asks
        #   daemonset/agent: no HTTP readiness probe
        #   statefulset/queue: its probe sends headers
        health:
          - 'deployment/api: http://:8080/health'

      cache:
        kind: cache
        rto: 5m
        # Valkey 8.1.8, a cluster of 3 masters.
        redis-url: { env: REDIS_URL }

        # FILL IN: what the keys of the cache begin with; queues and sessions stay (docs/clear-cache.md).
        # prefix: ['page:']

    # Fingerprints what was restored, and compares it with what is there in the end (docs/verify-integrity.md).
    verify-integrity: {}

    report:
      rto:
        - 'Whole environment: all=20m'
      # How long each rollback took; docs/report.md says how it outlives a run.
      history: rollback-history.jsonl

    # FILL IN: what a deploy is judged by, and how long a quick fix may take first (docs/decide.md), such as
    # assess:
    #   prometheus-url: https://prometheus.example
    #   quick-fix: 15m
    # FILL IN: what shows that users can work again (actions/smoke-test/README.md), such as
    # smoke-test:
    #   commands: [npm run smoke]
    # FILL IN: who is notified while it goes on (docs/notifications.md), such as
    # notify:
    #   slack-channel: '#incidents'
    #   slack-token: { env: SLACK_TOKEN }
"
`);
  read(text);
});

/** The file as somebody has it who takes the `#` off every line that is YAML behind it. */
const filledIn = (text: string) =>
  text.replace(/^( *)# ( *[a-z-]+: [[{'s].*|notify:|smoke-test:)$/gm, '$1$2');

test('every line that is meant to be filled in is right without its #', () => {
  const environment = read(filledIn(fileOf(FOUND, SERVICES, 'production'))).production;
  expect(environment?.components).toMatchObject({
    database: {
      backup: 's3://bucket/latest.dump',
      quiesce: ['deployment/api', 'statefulset/queue'],
      'pgbouncer-url': { env: 'PGBOUNCER_URL' },
    },
    cache: { prefix: ['page:'] },
  });
  expect(environment?.notify).toEqual({
    'slack-channel': '#incidents',
    'slack-token': { env: 'SLACK_TOKEN' },
  });
  const unasked = { ...SERVICES, health: [] };
  expect(read(filledIn(fileOf(FOUND, unasked, 'production'))).production?.components?.services).toMatchObject(
    {
      health: ['http://:8080/health'],
    },
  );
});

test.each<[string, Partial<Found>, Services, string[]]>([
  ['services alone', { database: undefined, cache: undefined }, SERVICES, ['services']],
  ['a database alone', { cache: undefined }, NOBODY, ['database']],
  ['a cache alone', { database: undefined }, NOBODY, ['cache']],
])('%s is a file', (_, found, services, components) => {
  const text = fileOf({ ...FOUND, ...found }, services, 'production');
  expect(Object.keys(read(text).production?.components ?? {})).toEqual(components);
  expect(text).not.toMatch(/[ \t]$/m);
});

describe('names that are not YAML', () => {
  const NAMES = [
    `it's "quoted" # no comment`,
    'two\nlines: [',
    '{{ x }}',
    `\${{ secrets.X }}`,
    '- item',
    'key: value',
    '*alias',
    '&anchor',
    '!tag',
    '%directive',
    '@at',
    '`tick',
    '```',
    '---',
    '...',
    '|',
    '> folded',
    '? key',
    '<<',
    '~',
    'null',
    'true',
    'no',
    '0x1F',
    '1e3',
    '2026-11-25',
    ' spaces ',
    'tab\there',
    '\\',
    '\\u0041',
    '\u0085\u2028\u2029',
    '\u202eright to left',
    '\ufeffmark',
    '\u{e0041}tag',
    '💾',
  ];

  test.each(NAMES)('%j', (name) => check(name));

  test('any other', () => {
    // Those are refused before.
    const strange = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 63 })
      .filter((text) => !NO_ENVIRONMENTS.includes(text));
    fc.assert(fc.property(strange, check), { numRuns: often(100) });
  });

  function check(name: string): void {
    const database = { ...FOUND.database, name } as Found['database'];
    const text = fileOf({ ...FOUND, database, context: name }, SERVICES, name);
    const [environment] = Object.entries(read(text));
    expect(environment?.[0]).toBe(name);
    expect(environment?.[1].defaults).toEqual({ namespace: 'shop', context: name });
    expect(environment?.[1].components?.database?.confirm).toBe(name);
    // Nothing of it is read as something else, hides, or ends the block of the summary.
    expect(text).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
    expect(text).not.toMatch(/^ {0,3}```/m);
  }
});
