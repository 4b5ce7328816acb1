import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/base/errors.ts';
import { loadDefaults } from '../../src/config/config.ts';

async function load(yaml: string, environment?: string, component?: string, action = 'rollback-service') {
  const path = join(mkdtempSync(join(tmpdir(), 'config-')), 'rollback.yml');
  writeFileSync(path, yaml);
  const {
    origins: _,
    warnings: __,
    ...defaults
  } = await loadDefaults({ path, environment, component, action });
  return defaults;
}

const one = (section: string) => load(`environments:\n  prod:\n    rollback-service:\n      ${section}\n`);

describe('values', () => {
  test.each([
    ['to: previous', { to: 'previous' }],
    ['max-parallel: 5', { 'max-parallel': '5' }],
    ['to: 1.50', { to: '1.5' }],
    ['to: "1.50"', { to: '1.50' }],
    ['gitops: true', { gitops: 'true' }],
    ['to: on', { to: 'on' }],
    ['to: yes', { to: 'yes' }],
    ['to: 1:30', { to: '1:30' }],
    ['workloads: [web, statefulset/db, 3, true]', { workloads: 'web\nstatefulset/db\n3\ntrue' }],
    ['workloads: []', { workloads: '' }],
    ['workloads: |\n        web\n        db', { workloads: 'web\ndb\n' }],
  ])('%s', async (section, values) => {
    expect(await one(section)).toEqual({ environment: 'prod', values });
  });

  test.each(['to: {a: b}', 'to:', 'to: null', 'workloads: [[a], {b: c}]'])(
    '%s is refused',
    async (section) => {
      const key = section.split(':')[0];
      await expect(one(section)).rejects.toThrow(
        `environments.prod.rollback-service.${key} must be a text, a number, true or false, a list of those, or`,
      );
    },
  );
});

describe('sections', () => {
  const yaml = `
environments:
  staging:
    rollback-service: {to: previous}
  prod:
    defaults: {to: last-good, max-parallel: 3, keep: 1}
    rollback-service: {to: version=1}
    mark-good: {keep: 9}
`;

  test('that of the action wins over defaults, whose other keys are for other actions', async () => {
    expect(await load(yaml, 'prod')).toEqual({
      environment: 'prod',
      values: { to: 'version=1', 'max-parallel': '3' },
    });
    expect(await load(yaml, 'staging')).toEqual({ environment: 'staging', values: { to: 'previous' } });
  });

  test('are not needed', async () => {
    expect(await load('environments: {prod: {}}')).toEqual({ environment: 'prod', values: {} });
    expect(await load('environments: {prod: {mark-good: {keep: 1}}}')).toEqual({
      environment: 'prod',
      values: {},
    });
  });

  test('may not hold what the action does not know', async () => {
    const unknown = load('environments: {prod: {rollback-service: {too: previous}}}');
    await expect(unknown).rejects.toThrow(ActionError);
    await expect(unknown).rejects.toThrow(
      /rollback\.yml:1:42: environments\.prod\.rollback-service has the unknown key "too"; known are .*component, .*, workloads\.$/,
    );
    await expect(load('environments: {prod: {rollback-service: {maxParallel: 3}}}')).rejects.toThrow(
      'the unknown key "maxParallel"',
    );
  });

  test.each(['constructor', '__proto__', 'toString'])('may not hold %s', async (key) => {
    await expect(load(`environments: {prod: {rollback-service: {"${key}": x}}}`)).rejects.toThrow(
      `the unknown key "${key}"`,
    );
  });
});

describe('environments', () => {
  const two = 'environments: {staging: {rollback-service: {to: previous}}, prod: {}}';

  test('the only one is meant where none is named', async () => {
    expect((await load('environments: {prod: {}}')).environment).toBe('prod');
  });

  test('one of several has to be named', async () => {
    expect((await load(two, 'prod')).environment).toBe('prod');
    await expect(load(two)).rejects.toThrow(
      /has the environments staging, prod; say which with the input `environment`\.$/,
    );
  });

  test.each(['production', 'Prod', 'constructor', 'toString', '__proto__'])(
    'one that is not there is refused: %s',
    async (name) => {
      await expect(load(two, name)).rejects.toThrow(`has no environment "${name}"; it has staging, prod.`);
    },
  );
});

describe('files', () => {
  const wanted = { environment: undefined, component: undefined, action: 'rollback-service' };

  test('none is needed where none was asked for', async () => {
    expect(await loadDefaults({ ...wanted, path: undefined, environment: 'prod' })).toEqual({
      environment: 'prod',
      values: {},
      origins: {},
      warnings: [],
    });
  });

  test('one that was asked for has to be there', async () => {
    await expect(loadDefaults({ ...wanted, path: '/no/such/file.yml' })).rejects.toThrow(
      /^The configuration \/no\/such\/file\.yml does not exist; check out the repository first, or leave `config` out\.$/,
    );
  });

  test.each([
    ['', '1:1: it must have the form'],
    ['# nothing\n', '1:1: it must have the form'],
    ['hello', '1:1: it must have the form'],
    ['[1, 2]', '1:1: environments is missing'],
    ['{}', '1:1: environments is missing'],
    ['environments:', '1:1: environments must be a map of environments'],
    ['environments: [prod]', '1:16: environments.0 must be a map of sections'],
    ['environments: {prod: }', '1:16: environments.prod must be a map of sections'],
    ['environments: {prod: x}', '1:16: environments.prod must be a map of sections'],
    [
      'environments:\n  prod: {rollback-service: x}',
      '2:10: environments.prod.rollback-service must be a map of inputs',
    ],
    [
      'environments: {prod: {rollback-service: [to]}}',
      '1:42: environments.prod.rollback-service has the unknown key "0"',
    ],
    ['environments: {prod: {mark-good: 5}}', '1:23: environments.prod.mark-good must be a map of inputs'],
    [
      'environments: {prod: {mark-bad: {}}}',
      '1:23: environments.prod has the unknown key "mark-bad"; known are assess, ',
    ],
    [
      'environments: {prod: {defaults: {nmespace: x}}}',
      '1:34: environments.prod.defaults has the key "nmespace", which no action has as an input.',
    ],
  ])('%j is refused: %s', async (yaml, sentence) => {
    await expect(load(yaml)).rejects.toThrow(ActionError);
    await expect(load(yaml)).rejects.toThrow(`rollback.yml:${sentence}`);
  });

  test.each([
    ['environments:\n  prod:\n    to: [a\n', 4, 1],
    ['environments:\n  prod: {a: b\n', 3, 1],
    ['environments: a: b\n', 1, 15],
    ['a: 1\na: 2\n', 2, 1],
    ['environments:\n\tprod: {}\n', 2, 1],
  ])('%j is not YAML, at line %i, column %i', async (yaml, line, column) => {
    await expect(load(yaml)).rejects.toThrow(ActionError);
    await expect(load(yaml)).rejects.toThrow(
      new RegExp(`rollback\\.yml is not valid YAML: .* at line ${line}, column ${column}\\.$`),
    );
  });

  test('where it is not YAML is said once, and in a sentence', async () => {
    const message = await load('environments: a: b\n').catch((error: Error) => error.message);
    expect(String(message).match(/line 1/g)).toHaveLength(1);
    expect(message).toMatch(/\.$/);
  });

  test('an alias bomb is refused as YAML that cannot be read', async () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'
        .split('')
        .map(
          (letter, index) => `${letter}: &${letter} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(', ')}]`,
        ),
    ].join('\n');
    await expect(load(bomb)).rejects.toThrow(ActionError);
  });

  test('one without any environment says so', async () => {
    await expect(load('environments: {}')).rejects.toThrow(
      /: environments must have at least one environment/,
    );
  });
});

describe('components', () => {
  const yaml = `
environments:
  prod:
    defaults: {namespace: shop, keep: 2}
    rollback-db: {jobs: 2, keep: 3}
    components:
      orders: {kind: database, rto: 15m, backup: s3://b/orders.dump, keep: 4}
      users: {kind: database, database-url: {env: USERS_URL}}
      services: {kind: service, after: [orders, users], workloads: [web, api], rto: {deployment/web: 5m, api: 2m}}
    report: {rto: [all=20m]}
`;
  const db = (component?: string) => load(yaml, undefined, component, 'rollback-db');

  test('win over the section of their action, which wins over defaults', async () => {
    expect((await db('orders')).values).toEqual({
      namespace: 'shop',
      jobs: '2',
      keep: '4',
      backup: 's3://b/orders.dump',
    });
  });

  test('`after` of a database is an order as a list, and as a text the backup of a repair', async () => {
    const of = (after: string) =>
      load(
        `environments: {prod: {components: {x: {kind: database, strategy: repair, after: ${after}}, y: {kind: service}}}}`,
        undefined,
        'x',
        'rollback-db',
      );
    expect((await of('[y]')).values).toEqual({ strategy: 'repair' });
    expect((await of('s3://b/after.dump')).values).toEqual({
      strategy: 'repair',
      after: 's3://b/after.dump',
    });
    process.env.AFTER_THE_ACCIDENT = 'after.dump';
    expect((await of('{env: AFTER_THE_ACCIDENT}')).values.after).toBe('after.dump');
    delete process.env.AFTER_THE_ACCIDENT;
    await expect(of('7')).rejects.toThrow(
      'after must be a list of components, or a text: the backup from after the accident',
    );
  });

  test('one of several of a kind has to be named, and to be of that kind', async () => {
    await expect(db()).rejects.toThrow(
      'environments.prod has the components orders, users for rollback-db; say which with the input `component`.',
    );
    await expect(db('services')).rejects.toThrow(
      'has no component "services" for rollback-db; it has orders, users.',
    );
  });

  test('the only one of a kind is meant by all actions that look at it', async () => {
    for (const action of ['rollback-service', 'mark-good', 'assess'])
      expect((await load(yaml, undefined, undefined, action)).values.workloads).toBe('web\napi');
  });

  test('their objectives come before those of the report', async () => {
    expect((await load(yaml, undefined, undefined, 'report')).values.rto).toBe(
      'orders: database/*=15m\ndeployment/web=5m\napi=2m\nall=20m',
    );
  });

  test.each([
    [
      '{kind: databse}',
      'environments.prod.components.x.kind must be one of service, database, infra, cache, dns.',
    ],
    ['{workloads: all}', 'environments.prod.components.x.kind must be one of'],
    [
      '{kind: service, backup: b}',
      'environments.prod.components.x has the unknown key "backup"; known are after, ',
    ],
    [
      '{kind: service, after: [y]}',
      'environments.prod.components.x.after names "y", which is not a component; there are x.',
    ],
    ['{kind: service, after: [x]}', 'environments.prod.components.x waits for itself: x → x.'],
    [
      '{kind: cache, redis-url: redis://h}',
      'environments.prod.components.x.redis-url is a secret, which does not belong',
    ],
    [
      '{kind: cache, redis-url: {env: a b}}',
      'environments.prod.components.x.redis-url.env is not the name of an environment variable',
    ],
    ['{kind: service, rto: 5}', 'environments.prod.components.x.rto must be a duration such as 5m, or a map'],
  ])('%s is refused', async (component, sentence) => {
    await expect(load(`environments: {prod: {components: {x: ${component}}}}`)).rejects.toThrow(sentence);
  });

  test('a secret is read from the environment, and told where it is not there', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'config-')), 'rollback.yml');
    writeFileSync(path, yaml);
    const read = () => loadDefaults({ path, environment: 'prod', component: 'users', action: 'rollback-db' });
    expect((await read()).warnings).toEqual([
      `${path}:8:31: the environment variable USERS_URL is not set, so \`database-url\` is not given.`,
    ]);
    process.env.USERS_URL = 'postgres://h/users';
    try {
      expect(await read()).toMatchObject({
        values: { 'database-url': 'postgres://h/users' },
        origins: { 'database-url': `${path}:8:31` },
        warnings: [],
      });
    } finally {
      delete process.env.USERS_URL;
    }
  });
});

test('X18: forty layers of components that wait for each other are read at once', async () => {
  const components = Array.from({ length: 40 }, (_, layer) =>
    ['a', 'b'].map((side) => {
      const after = layer === 0 ? '' : `, after: [a${layer - 1}, b${layer - 1}]`;
      return `      ${side}${layer}: {kind: service, workloads: deployment/${side}${layer}${after}}`;
    }),
  );
  const begun = process.cpuUsage();
  await load(`environments:\n  prod:\n    components:\n${components.flat().join('\n')}\n`, 'prod', 'a0');
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(5000);
});
