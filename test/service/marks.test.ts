import { describe, expect, test } from '@jest/globals';
import {
  type GoodMark,
  goodAnnotation,
  goodMark,
  lastRollback,
  lastRollbackAnnotation,
  type RolledBackMark,
  rolledBackAnnotation,
  rolledBackMark,
} from '../../src/service/marks.ts';
import { replicaSet, workload } from './fixtures.ts';

const good: GoodMark = {
  revision: 'uid-web-1',
  at: '2026-11-01T00:00:00Z',
  run: '1',
  images: { web: 'web@sha256:0' },
  config: { 'ConfigMap/a': 'a-0' },
};
const left: RolledBackMark = {
  revision: 'uid-web-1',
  id: '1-1',
  at: '2026-11-01T00:00:00Z',
  reason: 'it "failed" <b>',
};

const on = (annotations: Record<string, string | null>) =>
  replicaSet(1, 'web:1', { annotations: annotations as Record<string, string> });

test('marks are read as they were written', () => {
  const object = on({ ...goodAnnotation(good), ...rolledBackAnnotation(left) });
  expect(goodMark(object)).toEqual(good);
  expect(rolledBackMark(object)).toEqual(left);
  const mark = {
    id: '1-1',
    run: '1',
    at: '2026-11-01T00:00:00Z',
    wanted: 'previous',
    to: 'uid-web-1',
    revision: 1,
  };
  expect(
    lastRollback(workload('Deployment', { metadata: { annotations: lastRollbackAnnotation(mark) } })),
  ).toEqual(mark);
});

test('null takes a mark away', () => {
  expect(goodAnnotation(null)).toEqual({ 'rollback-actions/good': null });
  expect(rolledBackAnnotation(null)).toEqual({ 'rollback-actions/rolled-back': null });
});

test('a mark counts on the revision that it was written for, and nowhere else', () => {
  const copied = replicaSet(2, 'web:2', {
    annotations: { ...goodAnnotation(good), ...rolledBackAnnotation(left) } as Record<string, string>,
  });
  expect(goodMark(copied)).toBeUndefined();
  expect(rolledBackMark(copied)).toBeUndefined();
});

describe('a mark that somebody edited says nothing', () => {
  test.each([
    '',
    '{',
    'null',
    '5',
    '"uid-web-1"',
    '[]',
    '{}',
    '{"revision":null}',
    '{"revision":"uid-web-1"}',
  ])('%j', (text) => {
    const object = on({ 'rollback-actions/good': text, 'rollback-actions/rolled-back': text });
    expect(goodMark(object)).toBeUndefined();
    expect(rolledBackMark(object)).toBeUndefined();
  });
});

test('an object without annotations has no marks', () => {
  const object = workload();
  expect([goodMark(object), rolledBackMark(object), lastRollback(object)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
