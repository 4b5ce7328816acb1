import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isManaged, parseManaged } from '../../src/database/managed.ts';

let environment: NodeJS.ProcessEnv;
beforeEach(() => {
  environment = { ...process.env };
  process.env.AWS_REGION = 'eu-west-1';
});
afterEach(() => {
  process.env = environment;
});

test('a point in time and a snapshot, in the region of the credentials or another', () => {
  const time = '2026-11-22T11:59:00+01:00';
  expect(parseManaged(`rds://shop-prod?time=${time}`)).toMatchObject({
    id: 'shop-prod',
    time,
    region: 'eu-west-1',
  });
  expect(parseManaged('rds-snapshot://rds:shop-2026-11-22-03-00?region=us-gov-west-1')).toMatchObject({
    ...{ id: 'rds:shop-2026-11-22-03-00', time: undefined, region: 'us-gov-west-1' },
  });
  expect(isManaged('s3://bucket/key')).toBe(false);
});

test.each([
  ['rds://?time=2026-11-22T11:59:00Z', /names no instance/],
  ['rds://a/b?time=2026-11-22T11:59:00Z', /names no instance/],
  ['rds://shop', /names no time with its offset/],
  ['rds://shop?time=2026-11-22T11:59:00', /names no time with its offset/],
  ['rds://shop?time=2026-11-22T11:59:00Z&size=1', /has the option "size"/],
  ['rds-snapshot://shop?time=2026-11-22T11:59:00Z', /has the option "time"/],
  ['rds-snapshot://shop?region=evil.example/', /has the region "evil\.example\/"/],
])('refused: %s', (source, message) => expect(() => parseManaged(source)).toThrow(message));

test('without a region nobody is asked', () => {
  delete process.env.AWS_REGION;
  delete process.env.AWS_DEFAULT_REGION;
  expect(() => parseManaged('rds-snapshot://shop')).toThrow(/has no region: set AWS_REGION/);
});
