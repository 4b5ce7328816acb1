import { expect, test } from '@jest/globals';
import {
  type Properties,
  propertyStatements,
  settingsForRestore,
  withoutValue,
} from '../../src/database/properties.ts';

const NONE: Properties = { owner: 'shop', connectionLimit: -1, grants: [], settings: [], labels: [] };

/** No package brings a provider of labels, so that a server of the tests could have one. */
test('security labels of the live database come along, and none of the side database stays', () => {
  const from = { ...NONE, labels: [{ provider: 'made by default', label: 'open' }] };
  const to = { ...NONE, labels: [{ provider: 'sel"inux', label: `it's \\ secret` }] };
  expect(propertyStatements('a"b', from, to).filter((sql) => sql.startsWith('SECURITY LABEL'))).toEqual([
    'SECURITY LABEL FOR "made by default" ON DATABASE "a""b" IS NULL',
    `SECURITY LABEL FOR "sel""inux" ON DATABASE "a""b" IS  E'it''s \\\\ secret'`,
  ]);
});

// PostgREST/postgrest#1062: the key that tokens are signed with is a setting of the database.
test('what is refused is told without the value of a setting, whatever the names are', () => {
  const settings = [
    { role: null, name: 'app.jwt_secret', value: 'hunter2 TO x' },
    { role: 'a" SET "b" TO "c', name: 'pgrst.jwt_secret', value: 'hunter2' },
    { role: null, name: 'search_path', value: '"hunter2"' },
  ];
  const told = propertyStatements('shop SET "a" TO "b', NONE, { ...NONE, settings }).map(withoutValue);
  expect(told).toEqual([
    'ALTER DATABASE "shop SET ""a"" TO ""b" CONNECTION LIMIT -1',
    'ALTER DATABASE "shop SET ""a"" TO ""b" SET "app"."jwt_secret"',
    'ALTER ROLE "a"" SET ""b"" TO ""c" IN DATABASE "shop SET ""a"" TO ""b" SET "pgrst"."jwt_secret"',
    'ALTER DATABASE "shop SET ""a"" TO ""b" SET "search_path"',
  ]);
  expect(withoutValue('GRANT CONNECT ON DATABASE "shop" TO "app"')).toBe(
    'GRANT CONNECT ON DATABASE "shop" TO "app"',
  );
});

test('a restore has the settings of the database, and neither those of a role nor what is meant for the application', () => {
  const settings = [
    { role: null, name: 'shop.most', value: '100' },
    { role: null, name: 'ROLE', value: 'app' },
    { role: null, name: 'search_path', value: 'app' },
    { role: 'app', name: 'shop.least', value: '1' },
  ];
  expect(settingsForRestore('shop_new', { settings })).toEqual([
    `ALTER DATABASE "shop_new" SET "shop"."most" TO '100'`,
  ]);
});
