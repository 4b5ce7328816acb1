import { describe, expect, test } from '@jest/globals';
import { chooseTarget } from '../../src/service/target.ts';
import type { ReplicaSet } from '../../src/systems/kubernetes/objects.ts';
import {
  choose,
  controllerRevision,
  goodMark,
  history,
  lastRollback,
  REVISION,
  replicaSet,
  rollback,
  rolledBackMark,
  told,
  workload,
} from './fixtures.ts';

describe('last-good', () => {
  test.each<[string, ReplicaSet[], string, string]>([
    [
      'the newest that is marked good',
      [
        replicaSet(3, 'web:3'),
        replicaSet(2, 'web:2', { annotations: goodMark('uid-web-2') }),
        replicaSet(1, 'web:1', { annotations: goodMark('uid-web-1') }),
      ],
      'revision 2',
      'it was marked good at 2026-11-01T00:00:00Z by run 41',
    ],
    [
      'a marked one before a newer one that is available',
      [
        replicaSet(3, 'web:3'),
        replicaSet(2, 'web:2', { replicas: 2, available: 2 }),
        replicaSet(1, 'web:1', { annotations: goodMark('uid-web-1') }),
      ],
      'revision 1',
      'it was marked good at 2026-11-01T00:00:00Z by run 41; the newer revision 2 (web:2) was not marked',
    ],
    [
      'a marked one of long ago, with what is passed over for it',
      [
        replicaSet(9, 'web:3'),
        ...[8, 7, 6, 5].map((number) => replicaSet(number, `web:2.${number}`)),
        replicaSet(4, 'web:2', { annotations: rolledBackMark('uid-web-4') }),
        replicaSet(1, 'web:1', { annotations: goodMark('uid-web-1') }),
      ],
      'revision 1',
      'by run 41; the newer revisions 8 (web:2.8), 7 (web:2.7), 6 (web:2.6) and 1 more were not marked',
    ],
    [
      'the present one where that is marked good, and how to go back from it all the same',
      [
        replicaSet(3, 'web:3', { annotations: goodMark('uid-web-3') }),
        replicaSet(2, 'web:2', { annotations: goodMark('uid-web-2') }),
      ],
      'revision 3',
      'by run 41; if it is bad all the same, say `to: previous`',
    ],
    [
      'no mark that names another revision: the controller copies annotations',
      [
        replicaSet(3, 'web:3'),
        replicaSet(2, 'web:2', { annotations: goodMark('uid-web-1') }),
        replicaSet(1, 'web:1', { annotations: goodMark('uid-web-1') }),
      ],
      'revision 1',
      'it was marked good at',
    ],
    [
      'no marked one that was rolled back from since',
      [
        replicaSet(3, 'web:3'),
        replicaSet(2, 'web:2', { annotations: { ...goodMark('uid-web-2'), ...rolledBackMark('uid-web-2') } }),
        replicaSet(1, 'web:1', { annotations: goodMark('uid-web-1') }),
      ],
      'revision 1',
      'it was marked good at',
    ],
    [
      'a marked one whose rolled-back mark is of another revision',
      [
        replicaSet(3, 'web:3'),
        replicaSet(2, 'web:2', { annotations: { ...goodMark('uid-web-2'), ...rolledBackMark('uid-web-3') } }),
      ],
      'revision 2',
      'it was marked good at',
    ],
    [
      'the newest other that is still available',
      [
        replicaSet(4, 'web:3', { replicas: 3, available: 3 }),
        replicaSet(3, 'web:half', { replicas: 3, available: 2 }),
        replicaSet(2, 'web:2', { replicas: 2, available: 2 }),
        replicaSet(1, 'web:1', { replicas: 1, available: 1 }),
      ],
      'revision 2',
      'none is marked good, and it is fully available',
    ],
    [
      'the one before where none is available',
      [replicaSet(3, 'web:3'), replicaSet(2, 'web:2'), replicaSet(1, 'web:1')],
      'revision 2',
      'none is marked good or still available, and it is the one before',
    ],
    [
      'none that is marked good and was left for an older one, and says so',
      [
        replicaSet(4, 'web:3', { annotations: { [`${REVISION}-history`]: '2' } }),
        replicaSet(3, 'web:x', { annotations: goodMark('uid-web-3') }),
        replicaSet(1, 'web:1'),
      ],
      'revision 1',
      'each that is marked good was left, none is still available, and it is the newest that no one has gone back from (revision 3 was left already)',
    ],
    [
      'one that is available where what is marked good was left',
      [
        replicaSet(4, 'web:3', { annotations: { [`${REVISION}-history`]: '2' } }),
        replicaSet(3, 'web:x', { annotations: goodMark('uid-web-3') }),
        replicaSet(1, 'web:1', { replicas: 1, available: 1 }),
      ],
      'revision 1',
      'each that is marked good was left, and it is fully available',
    ],
    [
      'the one before that was not rolled back from',
      [
        replicaSet(3, 'web:3'),
        replicaSet(2, 'web:2', { annotations: rolledBackMark('uid-web-2') }),
        replicaSet(1, 'web:1'),
      ],
      'revision 1',
      'it is the one before',
    ],
    [
      'none marked by an annotation that is not JSON',
      [
        replicaSet(3, 'web:3'),
        replicaSet(2, 'web:2'),
        replicaSet(1, 'web:1', { annotations: { 'rollback-actions/good': '{' } }),
      ],
      'revision 2',
      'none is marked good',
    ],
  ])('chooses %s', (_, sets, expected, because) => {
    const target = choose('last-good', sets);
    expect(told(target)).toBe(expected);
    expect(target).toMatchObject({ reason: expect.stringContaining(because) });
  });

  test('does not send back further who has already gone back to what is marked good', () => {
    const marked = { annotations: goodMark('uid-web-4') };
    const target = choose('last-good', [
      replicaSet(4, 'web:1', marked),
      replicaSet(3, 'web:3'),
      replicaSet(1, 'web:1'),
    ]);
    expect(target).toMatchObject({ reason: expect.stringMatching(/^it was marked good at \S+ by run 41$/) });
  });

  test('stays where another rollback has put it, as long as that serves', () => {
    const sets = (available: number) => [
      replicaSet(4, 'web:3', { replicas: 2, available }),
      replicaSet(3, 'web:bad', { annotations: rolledBackMark('uid-web-3') }),
      replicaSet(1, 'web:1'),
    ];
    const more = { annotations: lastRollback('uid-web-4') };
    const stays = choose('last-good', sets(2), more);
    expect(told(stays)).toBe('revision 4');
    expect(stays).toMatchObject({
      reason: 'rollback 42-1 put it there at 2026-11-02T00:00:00Z and it is fully available',
    });
    expect(told(choose('last-good', sets(1), more))).toBe('revision 1');
  });

  test('refuses to go forward where every other was rolled back from', () => {
    const target = choose('last-good', [
      replicaSet(4, 'web:3'),
      replicaSet(3, 'web:bad', { annotations: rolledBackMark('uid-web-3') }),
    ]);
    expect(target).toEqual({
      type: 'none',
      reason:
        'revision 3 was rolled back from at 2026-11-02T00:00:00Z by rollback 42-1 (errors); to go there all the same say `to: revision=3`',
    });
  });

  test('says that there is no history where there is one revision only', () => {
    const target = choose('last-good', [replicaSet(3, 'web:3')]);
    expect(target).toEqual({
      type: 'none',
      reason: 'no rollout history: there is one revision only',
      noHistory: true,
    });
  });

  test("takes a StatefulSet's currentRevision as available, and no revision of a DaemonSet", () => {
    for (const [kind, expected] of [
      ['StatefulSet', 'revision 1'],
      ['DaemonSet', 'revision 2'],
    ] as const) {
      const owner = workload(kind, {
        template: {
          metadata: { labels: { app: 'web' } },
          spec: { containers: [{ name: 'web', image: 'web:3' }] },
        },
        status: { currentRevision: 'web-1', updateRevision: 'web-3' },
      });
      const revisions = [
        controllerRevision(3, 'web:3'),
        controllerRevision(2, 'web:2'),
        controllerRevision(1, 'web:1'),
      ];
      expect(told(chooseTarget({ type: 'last-good' }, owner, history(owner, ...revisions), rollback))).toBe(
        expected,
      );
    }
  });

  test('stays at the revision of a DaemonSet where a rollback has put it and every node has it', () => {
    const revisions = [
      controllerRevision(3, 'web:2'),
      controllerRevision(2, 'web:bad', rolledBackMark('uid-web-2')),
      controllerRevision(1, 'web:1'),
    ];
    const at = (updatedNumberScheduled: number) => {
      const owner = workload('DaemonSet', {
        metadata: { annotations: lastRollback('uid-web-3') },
        status: { desiredNumberScheduled: 3, updatedNumberScheduled, numberAvailable: 3 },
      });
      return told(chooseTarget({ type: 'last-good' }, owner, history(owner, ...revisions), rollback));
    };
    expect(at(3)).toBe('revision 3');
    expect(at(2)).toBe('revision 1');
  });
});

describe('previous', () => {
  test.each<[string, ReplicaSet[], string]>([
    [
      'the one before',
      [replicaSet(3, 'web:3'), replicaSet(2, 'web:2'), replicaSet(1, 'web:1')],
      'revision 2',
    ],
    [
      'the newest other where the present one is not the newest',
      [replicaSet(4, 'web:4'), replicaSet(3, 'web:3'), replicaSet(2, 'web:2')],
      'revision 4',
    ],
    ['none without history', [replicaSet(3, 'web:3')], 'no rollout history: there is one revision only'],
    ['none where there is no revision at all', [], 'no rollout history: there is one revision only'],
    [
      'none where that was rolled back from, with a hint at the one before it',
      [
        replicaSet(4, 'web:3'),
        replicaSet(3, 'web:bad', { annotations: rolledBackMark('uid-web-3') }),
        replicaSet(2, 'web:bad2', { annotations: rolledBackMark('uid-web-2') }),
        replicaSet(1, 'web:1'),
      ],
      'revision 3 was rolled back from at 2026-11-02T00:00:00Z by rollback 42-1 (errors); the newest before it that was not is revision 1; to go there all the same say `to: revision=3`',
    ],
    [
      'the one before where the mark on it is of another revision',
      [replicaSet(3, 'web:3'), replicaSet(2, 'web:2', { annotations: rolledBackMark('uid-web-1') })],
      'revision 2',
    ],
  ])('is %s', (_, sets, expected) => {
    expect(told(choose('previous', sets))).toBe(expected);
  });
});

describe('a rollback never toggles', () => {
  // Revision 1 was gone back to, which made it revision 3; revision 2 is what was left.
  const sets = [
    replicaSet(3, 'web:3', { name: 'web-back' }),
    replicaSet(2, 'web:bad', { annotations: rolledBackMark('uid-web-2') }),
  ];
  const pinned = (wanted: string) => lastRollback('uid-web-back', { wanted });

  test.each(['previous', 'last-good', 'version=bad', 'revision=1'])(
    'the same rollback again stays (%s)',
    (to) => {
      const target = choose(to, sets, { annotations: pinned(to), by: { id: '42-1', run: '99' } });
      expect(told(target)).toBe('revision 3');
      expect(target).toMatchObject({ reason: 'this rollback has put it there at 2026-11-02T00:00:00Z' });
    },
  );

  test.each(['previous', 'last-good'])('another attempt of the same run stays (%s)', (to) => {
    expect(told(choose(to, sets, { annotations: pinned(to), by: { id: '42-2', run: '42' } }))).toBe(
      'revision 3',
    );
  });

  test.each(['previous', 'last-good', 'version=bad'])('another rollback is refused (%s)', (to) => {
    const target = choose(to, sets, { annotations: pinned(to), by: { id: '50-1', run: '50' } });
    expect(told(target)).toMatch(
      /^revision 2 was rolled back from at \S+ by rollback 42-1 \(errors\).* say `to: revision=2`$/,
    );
  });

  test('the same run may ask for something else', () => {
    const target = choose('revision=2', sets, {
      annotations: pinned('previous'),
      by: { id: '42-1', run: '42' },
    });
    expect(told(target)).toBe('revision 2');
  });

  test('a deploy after the rollback sets it free', () => {
    const after = [
      replicaSet(4, 'web:3', { name: 'web-new' }),
      replicaSet(3, 'web:1', { name: 'web-back' }),
      ...sets.slice(1),
    ];
    expect(
      told(choose('previous', after, { annotations: pinned('previous'), by: { id: '42-1', run: '42' } })),
    ).toBe('revision 3');
  });
});
