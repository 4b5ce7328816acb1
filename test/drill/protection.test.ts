import { describe, expect, test } from '@jest/globals';
import { refuseProduction, requireHosts } from '../../src/drill/protection.ts';

describe('production', () => {
  test.each([
    'prod',
    'production',
    'PRD',
    'shop-prod',
    'prod-eu-1',
    'eu_live',
    'db.prod.example.com',
    'prod2',
  ])('is called %s', (name) => {
    expect(() =>
      refuseProduction([
        { what: 'namespace', name: 'drill' },
        { what: 'host', name },
      ]),
    ).toThrow(`the host "${name}" is called as production is; nothing was broken.`);
  });

  test.each([
    'drill',
    'staging',
    'products',
    'product-catalog',
    'reproduce',
    'delivery',
    'liveness',
    'preprod',
  ])('is not called %s', (name) =>
    expect(() => refuseProduction([{ what: 'namespace', name }])).not.toThrow(),
  );
});

test('every server has to be on the list', () => {
  const servers = [
    { what: 'database', name: 'db.staging' },
    { what: 'cache', name: '10.0.0.7' },
  ];
  expect(() => requireHosts(['db.staging', '10.0.0.7'], servers)).not.toThrow();
  expect(() => requireHosts(['db.staging', '10.0.0.70'], servers)).toThrow(
    'Input `drill-hosts` does not name 10.0.0.7, the host of the cache',
  );
  expect(() => requireHosts([], servers)).toThrow('does not name db.staging');
});
