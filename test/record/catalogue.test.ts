import { describe, expect, test } from '@jest/globals';
import { kindOf, MEANINGS, meaningOf, meaningOfAction } from '../../src/record/catalogue.ts';
import { endsOf, keyOf, namesOf } from '../../src/record/component.ts';
import { storyOf } from '../../src/record/story.ts';
import { action, event, workload } from './events.ts';

describe('the catalogue', () => {
  test.each([
    ['deployment/web', 'roll back', 'restores'],
    ['deployment/web', 'health check', 'verifies'],
    ['database/shop', 'safety dump', 'prepares'],
    ['database/shop', 'clean', 'cleans up'],
    ['database/shop', 'resume traffic', 'resumes traffic'],
    ['cache/shop', 'clear shop:*', 'restores'],
    ['dns/shop.example', 'switch A shop.example', 'restores'],
    ['terraform', 'roll back', 'restores'],
    ['owner', 'go back Argo CD application shop', 'asks the owner'],
    ['owner', 'hand back Flux kustomization shop', 'asks the owner'],
    ['owner', 'find paused Argo CD application shop', 'looks'],
    ['drill', 'roll back', 'drills'],
    ['notify', 'slack', 'notifies'],
    ['assess', 'action', 'decides'],
    ['rollback', 'action', 'encloses'],
  ])('%s, %s: %s', (component, step, means) => {
    expect(meaningOf({ component, step })).toBe(means);
    expect(MEANINGS).toContain(means);
  });

  test.each([
    ['deployment/web', 'roll forward'],
    ['deployment/web', 'clear shop:*'],
    ['cache/shop', 'clear'.repeat(2)],
    ['owner', 'go away'],
    ['constructor', 'roll back'],
    ['deployment/web', 'constructor'],
    ['toString', 'action'],
    ['', ''],
  ])('%s, %s is not an event', (component, step) => {
    expect(meaningOf({ component, step })).toBeUndefined();
  });

  test('names of no kind and of no action are none', () => {
    expect([kindOf('valueOf/x'), kindOf(''), meaningOfAction('hasOwnProperty')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a component', () => {
  const web = (cluster: string, namespace: string) => ({
    component: 'deployment/web',
    where: { namespace, cluster },
  });

  test('has one key, whatever order its place was written in', () => {
    const { component, where } = web('k8s.example:6443', 'shop');
    expect(keyOf({ component, where })).toBe('k8s.example:6443/shop/deployment/web');
    expect(keyOf({ component, where: { cluster: where.cluster, namespace: where.namespace } })).toBe(
      keyOf({ component, where }),
    );
    expect(keyOf({ component })).toBe('deployment/web');
    expect(endsOf('a/shop/deployment/web')).toEqual([
      'a/shop/deployment/web',
      'shop/deployment/web',
      'deployment/web',
      'web',
    ]);
  });

  test('is called by what sets it apart, where others are called the same', () => {
    const names = (...components: ReturnType<typeof web>[]) => [...namesOf(components).values()];
    expect(names(web('a', 'shop'), web('a', 'shop'))).toEqual(['deployment/web']);
    expect(names(web('a', 'shop'), web('a', 'blog'))).toEqual([
      'deployment/web (shop)',
      'deployment/web (blog)',
    ]);
    expect(names(web('a', 'shop'), web('b', 'shop'))).toEqual([
      'deployment/web (a/shop)',
      'deployment/web (b/shop)',
    ]);
  });
});

describe('R15: namesakes are never one', () => {
  const inNamespace = (namespace: string, ...rest: Parameters<typeof workload>) =>
    workload(...rest).map((each) => ({ ...each, where: { cluster: 'k8s.example:6443', namespace } }));
  const failure = { status: 'failed', message: 'no image' } as const;

  test.each([
    ['first', ['blue', 'green']],
    ['last', ['green', 'blue']],
  ])('where one of two fails %s, one is back and one is not', (_, [bad = '', good = '']) => {
    const story = storyOf([
      ...inNamespace(bad, 'web', [1, 2, 5], failure),
      ...inNamespace(good, 'web', [1, 2, 6]),
    ]);
    expect(story.counts).toEqual({ done: 1, failed: 1, total: 2 });
    expect(story.openItems).toEqual([`deployment/web (${bad}) failed: no image.`]);
  });

  test('150 in ten namespaces are 150', () => {
    const events = Array.from({ length: 150 }, (_, index) =>
      inNamespace(`team-${index % 10}`, `web-${Math.floor(index / 10)}`, [1, 2, 5]),
    ).flat();
    expect(storyOf(events).counts).toEqual({ done: 150, failed: 0, total: 150 });
  });

  test('nor are databases of two servers, or what each of them loses', () => {
    const database = (server: string, lost: number) => [
      event(1, { component: 'database/shop', where: { server }, step: 'restore', status: 'done' }),
      event(2, {
        component: 'database/shop',
        where: { server },
        step: 'data loss',
        status: 'done',
        evidence: { 'data-loss': lost },
      }),
      event(3, { component: 'database/shop', where: { server }, step: 'switch', status: 'done' }),
    ];
    const story = storyOf([...database('a:5432', 1), ...database('b:5432', 2)]);
    expect(story.counts.total).toBe(2);
    expect(story.dataLoss.map(({ name, evidence }) => [name, evidence])).toEqual([
      ['database/shop (a:5432)', 1],
      ['database/shop (b:5432)', 2],
    ]);
  });
});

describe('R1: a component is back by what restores it, and nothing else', () => {
  const database = (...steps: [string, 'started' | 'done' | 'failed'][]) =>
    steps.map(([step, status], index) => event(2 + index, { component: 'database/shop', step, status }));
  const run = (status: 'done' | 'failed', events: ReturnType<typeof database>) =>
    storyOf([...action('rollback-db', [0, 60], status, { message: 'A superuser is connected.' }), ...events]);

  test('traffic that was held and given back is not a recovery where the switch never came', () => {
    const story = run(
      'failed',
      database(['fetch', 'done'], ['restore', 'done'], ['hold traffic', 'done'], ['resume traffic', 'done']),
    );
    expect(story).toMatchObject({ outcome: 'failed', counts: { done: 0, failed: 1, total: 1 } });
    expect(story.components).toMatchObject([{ outcome: 'failed', message: 'A superuser is connected.' }]);
  });

  test.each([
    ['cleaned', ['clean', 'done']],
    ['given traffic back to', ['resume traffic', 'done']],
  ] as const)('what was only %s went nowhere', (_, step) => {
    const story = run('done', database([...step]));
    expect(story).toMatchObject({ outcome: 'no-op', components: [], counts: { total: 0 } });
  });

  test('nor is one back that stopped after its safety dump', () => {
    expect(run('failed', database(['fetch', 'done'], ['safety dump', 'done']))).toMatchObject({
      outcome: 'failed',
      counts: { done: 0, failed: 1 },
    });
  });

  test('nor one that is switched while nobody may use it', () => {
    expect(run('done', database(['hold traffic', 'done'], ['switch', 'done']))).toMatchObject({
      outcome: 'running',
      counts: { done: 0, total: 1 },
    });
    expect(
      run('done', database(['hold traffic', 'done'], ['switch', 'done'], ['resume traffic', 'done'])),
    ).toMatchObject({ outcome: 'done', counts: { done: 1, total: 1 } });
  });

  test('nor a workload whose template went back at zero replicas, before it serves', () => {
    const held = [event(2, { component: 'deployment/web', step: 'switch template', status: 'done' })];
    expect(storyOf(held).components).toMatchObject([{ outcome: 'running' }]);
    expect(
      storyOf([...held, event(9, { component: 'deployment/web', step: 'roll back', status: 'no-op' })])
        .components,
    ).toMatchObject([{ outcome: 'done' }]);
  });

  test('leftovers that stay do not undo it', () => {
    expect(run('done', database(['switch', 'done'], ['drop older', 'failed'])).components).toMatchObject([
      { outcome: 'done' },
    ]);
  });
});

describe('K10, R6: another attempt of the same run', () => {
  const attempt = (id: string, events: ReturnType<typeof action>) =>
    events.map((each) => ({
      ...each,
      id,
      ...(each.step === 'action' &&
        each.status === 'started' && {
          evidence: { run: `https://github.example/shop/shop/actions/runs/42/attempts/${id.slice(-1)}` },
        }),
    }));
  const killed = attempt('42-1', [...action('rollback-service', [0]), ...workload('web', [1, 2])]);
  const again = attempt('42-2', [...action('rollback-service', [40, 50]), ...workload('web', [41, 42, 49])]);

  test('is the same rollback, which began with the first', () => {
    expect(storyOf([...killed, ...again], '42-2')).toMatchObject({
      id: '42-2',
      outcome: 'done',
      seconds: 50,
      components: [{ outcome: 'done', seconds: 47 }],
    });
  });

  test('is none of another run, nor where the ids were given by hand', () => {
    const others = again.map((each) => ({ ...each, id: '43-2' }));
    expect(storyOf([...killed, ...others], '43-2')).toMatchObject({ seconds: 10 });
    const named = (id: string, events: typeof killed) => events.map((each) => ({ ...each, id }));
    expect(storyOf([...named('2026-1', killed), ...named('2026-2', again)], '2026-2')).toMatchObject({
      seconds: 10,
    });
  });
});
