import { expect, test } from '@jest/globals';
import { type Properties, propertyStatements } from '../../src/database/properties.ts';

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
