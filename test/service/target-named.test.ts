import { describe, expect, test } from '@jest/globals';
import { chooseTarget } from '../../src/service/target.ts';
import { parseTo } from '../../src/service/to.ts';
import type { ReplicaSet, Workload } from '../../src/systems/kubernetes/objects.ts';
import {
  choose,
  controllerRevision,
  history,
  lastRollback,
  replicaSet,
  rollback,
  rolledBackMark,
  told,
  workload,
} from './fixtures.ts';

describe('revision=<n>', () => {
  test.each<[string, string, ReplicaSet[], string]>([
    ['by its number', 'revision=2', [replicaSet(3, 'web:3'), replicaSet(2, 'web:2')], 'revision 2'],
    ['the present one too', 'revision=3', [replicaSet(3, 'web:3'), replicaSet(2, 'web:2')], 'revision 3'],
    [
      'by a number that it had before',
      'revision=1',
      [
        replicaSet(4, 'web:3', { annotations: { 'deployment.kubernetes.io/revision-history': '1,3' } }),
        replicaSet(2, 'web:2'),
      ],
      'revision 4',
    ],
    [
      'one that was rolled back from, because it is named',
      'revision=2',
      [replicaSet(3, 'web:3'), replicaSet(2, 'web:2', { annotations: rolledBackMark('uid-web-2') })],
      'revision 2',
    ],
    [
      'none, and lists those that are',
      'revision=9',
      [replicaSet(3, 'web:3'), replicaSet(2, 'web:2')],
      'it has no revision 9; it has 3, 2',
    ],
    ['none where there is none at all', 'revision=9', [], 'it has no revision at all'],
  ])('finds %s', (_, to, sets, expected) => {
    expect(told(choose(to, sets))).toBe(expected);
  });

  test('finds by the number that a rollback pinned: a StatefulSet renumbers without keeping the old number', () => {
    const owner = workload('StatefulSet', {
      metadata: { annotations: lastRollback('uid-web-3', { revision: 1 }) },
    });
    const revisions = history(owner, controllerRevision(3, 'web:2'), controllerRevision(2, 'web:bad'));
    expect(told(chooseTarget({ type: 'revision', number: 1 }, owner, revisions, rollback))).toBe(
      'revision 3',
    );
  });

  test('is not a refusal for want of history, which would be skipped', () => {
    expect(choose('revision=9', [replicaSet(3, 'web:3')])).not.toHaveProperty('noHistory');
  });
});

describe('version=<tag> and annotation=<key>', () => {
  const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

  test.each<[string, string, string]>([
    ['a tag', 'web:v2', 'v2'],
    ['a tag with a digest', `web:v2@${digest}`, 'v2'],
    ['a registry with a port', 'registry.example:5000/team/web:v2', 'v2'],
    ['a registry with a port and a digest', `registry.example:5000/team/web:v2@${digest}`, 'v2'],
  ])('finds %s', (_, image, tag) => {
    expect(told(choose(`version=${tag}`, [replicaSet(3, 'web:3'), replicaSet(2, image)]))).toBe('revision 2');
  });

  test.each<[string, string, string]>([
    ['a port', 'registry.example:5000/web', '5000'],
    ['a part of a tag', 'web:v2.1', 'v2'],
    ['a digest', `web@${digest}`, digest.slice('sha256:'.length)],
  ])('does not take %s for a version', (_, image, tag) => {
    expect(told(choose(`version=${tag}`, [replicaSet(3, 'web:3'), replicaSet(2, image)]))).toMatch(
      /^no revision has the version/,
    );
  });

  test('lists the versions that there are, none twice, and how to give an image', () => {
    const sets = [
      replicaSet(4, { web: 'registry.example:5000/web:3', log: 'log:1' }),
      replicaSet(3, { web: 'registry.example:5000/web:3', log: 'log:2' }),
    ];
    const target = choose('version=9', sets, { now: `registry.example:5000/web:3@${digest}` });
    expect(told(target)).toBe(
      'no revision has the version 9; there are 3, 1, 2 (an image outside the history is given as `to: image=web=registry.example:5000/web:9`)',
    );
  });

  test('names no versions where the images have no tags', () => {
    expect(told(choose('version=9', [replicaSet(3, 'web')], { now: 'web' }))).toBe(
      'no revision has the version 9; there are none (an image outside the history is given as `to: image=web=web:9`)',
    );
  });

  test('lists no digest as a version', () => {
    expect(told(choose('version=9', [replicaSet(3, `web@${digest}`)]))).toContain('there are none ');
  });

  test('takes the newest of several, and passes over those that were rolled back from', () => {
    const marked = { annotations: rolledBackMark('uid-web-3') };
    expect(
      told(choose('version=v2', [replicaSet(4, 'web:3'), replicaSet(3, 'web:v2'), replicaSet(2, 'api:v2')])),
    ).toBe('revision 3');
    expect(
      told(
        choose('version=v2', [
          replicaSet(4, 'web:3'),
          replicaSet(3, 'web:v2', marked),
          replicaSet(2, 'api:v2'),
        ]),
      ),
    ).toBe('revision 2');
  });

  test('reads the tag out of the annotation', () => {
    const sets = [replicaSet(3, 'web:3'), replicaSet(2, 'web:v2')];
    expect(
      told(choose('annotation=previous-version', sets, { annotations: { 'previous-version': 'v2' } })),
    ).toBe('revision 2');
    expect(told(choose('annotation=previous-version', sets))).toBe('it has no annotation previous-version');
    expect(
      told(choose('annotation=previous-version', sets, { annotations: { 'previous-version': '' } })),
    ).toBe('it has no annotation previous-version');
  });

  test.each(['constructor', 'toString', 'hasOwnProperty'])(
    'knows no annotation %s that nobody wrote',
    (key) => {
      expect(told(choose(`annotation=${key}`, [replicaSet(3, 'web:3')]))).toBe(`it has no annotation ${key}`);
    },
  );
});

test('an image is what was asked for, whatever the history', () => {
  expect(told(choose('image=web=web:9', []))).toBe('web=web:9');
  const owner: Workload = workload('DaemonSet');
  expect(chooseTarget(parseTo('image=web=web:9'), owner, [], rollback).type).toBe('image');
});
