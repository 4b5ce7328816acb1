import { describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/runner/errors.ts';
import { chooseTarget, parseTo, type Rollback, type Target } from '../../src/service/target.ts';
import type { ReplicaSet, Workload } from '../../src/systems/kubernetes/objects.ts';
import {
  controllerRevision,
  goodMark,
  history,
  lastRollback,
  replicaSet,
  rolledBackMark,
  workload,
} from './fixtures.ts';

const rollback: Rollback = { id: '50-1', run: '50', wanted: 'last-good' };

/** Chooses for a Deployment that runs `web:<newest>` and has these ReplicaSets. */
function choose(
  to: string,
  sets: ReplicaSet[],
  more: { now?: string; annotations?: Record<string, string>; by?: Partial<Rollback> } = {},
): Target {
  const owner = workload('Deployment', {
    template: {
      ...workload().spec.template,
      spec: { containers: [{ name: 'web', image: more.now ?? 'web:3' }] },
    },
    metadata: { annotations: more.annotations ?? {} },
  });
  return chooseTarget(parseTo(to), owner, history(owner, ...sets), { ...rollback, wanted: to, ...more.by });
}

/** `revision 2`, `web=web:9`, or the reason why there is none. */
function told(target: Target): string {
  if (target.type === 'revision') return `revision ${target.revision.number}`;
  return target.type === 'image' ? `${target.container}=${target.image}` : target.because;
}

describe('parseTo', () => {
  test.each([
    ['last-good', { type: 'last-good' }],
    ['previous', { type: 'previous' }],
    ['revision=1', { type: 'revision', number: 1 }],
    ['revision=123456789012345', { type: 'revision', number: 123456789012345 }],
    ['version=v1.2.3', { type: 'version', tag: 'v1.2.3' }],
    ['version=2026-11-01_a', { type: 'version', tag: '2026-11-01_a' }],
    [`version=${'a'.repeat(128)}`, { type: 'version', tag: 'a'.repeat(128) }],
    ['annotation=previous-version', { type: 'annotation', key: 'previous-version' }],
    ['annotation=example.com/previous-version', { type: 'annotation', key: 'example.com/previous-version' }],
    ['image=web=nginx', { type: 'image', container: 'web', image: 'nginx' }],
    [
      'image=web=registry.example:5000/team/web:1.2@sha256:0123',
      { type: 'image', container: 'web', image: 'registry.example:5000/team/web:1.2@sha256:0123' },
    ],
  ])('%s is read', (text, expected) => {
    expect(parseTo(text)).toEqual(expected);
  });

  test.each([
    '',
    'last',
    'LAST-GOOD',
    'last-good ',
    'previous=1',
    'revision',
    'revision=',
    'revision=0',
    'revision=-1',
    'revision=1.5',
    'revision=1e3',
    'revision=007',
    'revision=1 or 2',
    'revision=1\n2',
    'revision=1234567890123456',
    'revision=٣',
    'version=',
    'version=.hidden',
    'version=-rf',
    'version=v1 v2',
    'version=v1\nversion=v2',
    `version=${'a'.repeat(129)}`,
    'version=<script>',
    'version=$(reboot)',
    'annotation=',
    'annotation=/x',
    'annotation=a b',
    'image=web',
    'image=web=',
    'image==nginx',
    'image=web=n',
    'image=Web=nginx',
    'image=web-=nginx',
    'image=__proto__=nginx',
    'image=web=nginx latest',
    'image=web=nginx;reboot',
    'image=web=../../etc/passwd',
    '{"type":"revision"}',
  ])('%j is refused with what is accepted', (text) => {
    const refused = () => parseTo(text);
    expect(refused).toThrow(ActionError);
    expect(refused).toThrow(
      `Input \`to\` is ${JSON.stringify(text)}; accepted are last-good, previous, revision=<number>,`,
    );
  });
});

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
      'it was marked good at',
    ],
    [
      'the present one where that is marked good',
      [
        replicaSet(3, 'web:3', { annotations: goodMark('uid-web-3') }),
        replicaSet(2, 'web:2', { annotations: goodMark('uid-web-2') }),
      ],
      'revision 3',
      'it was marked good at',
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
      'none marked by an annotation that is no JSON',
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
    expect(target).toMatchObject({ because: expect.stringContaining(because) });
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
      because: 'rollback 42-1 put it there at 2026-11-02T00:00:00Z and it is fully available',
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
      because:
        'revision 3 was rolled back from at 2026-11-02T00:00:00Z by rollback 42-1 (errors); to go there all the same say `to: revision=3`',
    });
  });

  test('says that there is no history where there is one revision only', () => {
    const target = choose('last-good', [replicaSet(3, 'web:3')]);
    expect(target).toEqual({
      type: 'none',
      because: 'no rollout history: there is one revision only',
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
      expect(target).toMatchObject({ because: 'this rollback has put it there at 2026-11-02T00:00:00Z' });
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

  test('is no refusal for want of history, which would be skipped', () => {
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
