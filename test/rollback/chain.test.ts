import { describe, expect, jest, test } from '@jest/globals';
import { ActionError } from '../../src/base/errors.ts';
import { runChain, type StepOutcome, type StepResult } from '../../src/rollback/chain.ts';
import type { Step } from '../../src/rollback/order.ts';
import { sentenceOf } from '../../src/rollback/render.ts';
import type { Outcome } from '../../src/runner/action.ts';

const WITHOUT_COMPONENT = ['assess', 'verify recovery', 'notify start', 'notify end', 'report'];

function step(name: string, after: readonly string[] = [], when: Step['when'] = 'done'): Step {
  const words = name.split(' ');
  const component = WITHOUT_COMPONENT.includes(name) ? undefined : words.pop();
  const verb = words.join(' ') as Step['verb'];
  const isAssess = verb === 'assess' || verb === 'verify recovery';
  const action = verb.startsWith('notify ') ? 'notify' : isAssess ? 'assess' : 'rollback-service';
  return { name, verb, component, action, values: {}, after, when };
}

const done = (message = 'well'): StepOutcome => ({ result: 'done', message });
const failed: StepOutcome = { result: 'failed', message: 'the pods do not start.' };

/** Carries steps out, each as `does` says, by name; well where it says nothing. */
async function carry(
  steps: readonly Step[],
  does: Record<string, StepOutcome | (() => Promise<StepOutcome>)> = {},
) {
  const performed: string[] = [];
  const over: string[] = [];
  const results = await runChain({
    steps,
    perform: async ({ name }) => {
      performed.push(name);
      const what = does[name] ?? done();
      return typeof what === 'function' ? what() : what;
    },
    onEnd: (result) => over.push(result.step.name),
  });
  const outcomes = Object.fromEntries([...results].map(([name, { outcome }]) => [name, outcome]));
  return { performed, over, results, outcomes };
}

describe('steps', () => {
  test('go side by side where nothing is between them: each of two can wait for the other', async () => {
    const [left, right] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const meet = (mine: { resolve(): void }, other: Promise<void>) => async () => {
      mine.resolve();
      await other;
      return done();
    };
    const { outcomes } = await carry([step('clear a'), step('clear b')], {
      'clear a': meet(left, right.promise),
      'clear b': meet(right, left.promise),
    });
    expect(outcomes).toEqual({ 'clear a': 'done', 'clear b': 'done' });
  });

  test('wait until all that they come after is over', async () => {
    const slow = () => new Promise<StepOutcome>((resolve) => setTimeout(resolve, 30, done()));
    const steps = [step('clear a'), step('clear b'), step('report', ['clear a', 'clear b'], 'always')];
    expect((await carry(steps, { 'clear a': slow })).over).toEqual(['clear b', 'clear a', 'report']);
  });

  test('find what those before them left behind', async () => {
    let seen: unknown;
    await runChain({
      steps: [step('prepare a'), step('switch a', ['prepare a'])],
      perform: async ({ name }, results) => {
        if (name === 'switch a') seen = results.get('prepare a')?.outputs;
        return { result: 'done', message: '', outputs: { 'side-database': 'new' } };
      },
      onEnd: () => {},
    });
    expect(seen).toEqual({ 'side-database': 'new' });
  });

  test('are told with when they began and how long they took', async () => {
    let milliseconds = 5000;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => milliseconds);
    const takes = (time: number) => async () => {
      milliseconds += time;
      return done();
    };
    const { results } = await carry([step('prepare a'), step('switch a', ['prepare a'])], {
      'prepare a': takes(3000),
      'switch a': takes(500),
    });
    clock.mockRestore();
    expect(results.get('prepare a')).toMatchObject({ start: 0, seconds: 3 });
    expect(results.get('switch a')).toMatchObject({ start: 3, seconds: 0.5 });
  });

  test.each<[Outcome['result'], StepResult['outcome']]>([
    ['no-op', 'no-op'],
    ['planned', 'planned'],
    ['failed', 'failed'],
    ['drift', 'failed'],
    ['done', 'done'],
    ['intact', 'done'],
  ])('that come to %s are %s', async (result, outcome) => {
    const { outcomes } = await carry([step('clear a')], { 'clear a': { result, message: '' } });
    expect(outcomes).toEqual({ 'clear a': outcome });
  });
});

describe('a step that fails', () => {
  const chain = [
    step('switch db'),
    step('roll back web', ['switch db']),
    step('clear carts', ['roll back web']),
    step('resume db', ['switch db', 'roll back web'], 'even-if-declined'),
    step('clear other'),
    step('notify end', ['clear carts', 'resume db', 'clear other'], 'always'),
    step('report', ['notify end'], 'always'),
  ];

  test.each<[string, () => Promise<StepOutcome>, string]>([
    ['says so', async () => failed, 'the pods do not start.'],
    [
      'throws a failure',
      async () => {
        throw new ActionError('The lock is lost.');
      },
      'The lock is lost.',
    ],
    [
      'has a bug',
      async () => {
        throw new TypeError('x is undefined');
      },
      'x is undefined (this is a bug)',
    ],
  ])('and %s: what comes after is skipped with its cause, and the rest goes on', async (_, does, message) => {
    const { outcomes, results, performed } = await carry(chain, { 'switch db': does });
    expect(outcomes).toEqual({
      'switch db': 'failed',
      'roll back web': 'skipped',
      'clear carts': 'skipped',
      'resume db': 'done',
      'clear other': 'done',
      'notify end': 'done',
      report: 'done',
    });
    expect(results.get('switch db')?.message).toBe(message);
    expect(results.get('roll back web')?.message).toBe('"switch db" failed');
    expect(results.get('clear carts')?.message).toBe('"switch db" failed');
    expect(performed).not.toContain('roll back web');
  });

  test('and whose check says drift, is one', async () => {
    const { outcomes } = await carry([step('compare db'), step('switch www', ['compare db'])], {
      'compare db': { result: 'drift', message: 'rows differ' },
    });
    expect(outcomes).toEqual({ 'compare db': 'failed', 'switch www': 'skipped' });
  });
});

describe('who judges that nothing has to go back', () => {
  test('ends all but giving back what an attempt that died has left held', async () => {
    const { outcomes, performed } = await carry(
      [
        step('assess'),
        step('switch db', ['assess']),
        step('resume db', ['switch db'], 'even-if-declined'),
        step('notify end', ['switch db'], 'always'),
      ],
      { assess: { result: 'declined', message: 'all is well' } },
    );
    expect(outcomes).toEqual({
      assess: 'declined',
      'switch db': 'declined',
      'resume db': 'done',
      'notify end': 'declined',
    });
    expect(performed).toEqual(['assess', 'resume db']);
  });
});

describe('the sentence', () => {
  const result = (name: string, outcome: StepResult['outcome'], message = ''): StepResult => ({
    step: step(name),
    outcome,
    message,
    start: 0,
    seconds: 0,
    outputs: {},
    summary: undefined,
  });

  test.each<[string, StepResult[], string]>([
    [
      'all went back',
      [result('switch db', 'done'), result('roll back web', 'done'), result('health web', 'no-op')],
      'Rolled prod back in 4.0 s: db and web.',
    ],
    [
      'nothing had to',
      [result('switch db', 'no-op'), result('roll back web', 'no-op')],
      'Nothing to roll back in prod: db and web are where they should be.',
    ],
    [
      'an earlier attempt had rolled back all but the traffic',
      [
        result('switch db', 'no-op'),
        result('roll back web', 'no-op'),
        result('resume db', 'done', 'Traffic is resumed: deployment/web (3).'),
      ],
      'Finished the rollback of prod: Traffic is resumed: deployment/web (3); db and web are where they should be.',
    ],
    [
      'who judges declines what an earlier attempt had paused traffic for',
      [
        result('assess', 'declined', 'All is well.'),
        result('switch db', 'declined'),
        result('resume db', 'done', 'Traffic is resumed: deployment/web (3).'),
      ],
      'Traffic is resumed: deployment/web (3); nothing was rolled back in prod: All is well.',
    ],
    [
      'nothing was begun',
      [result('prepare db', 'failed', 'It is broken.'), result('switch db', 'skipped')],
      'Nothing was changed in prod: "prepare db" failed: It is broken.',
    ],
    [
      'nothing was begun but giving back what an earlier attempt had paused',
      [
        result('plan carts', 'failed', 'It is away.'),
        result('switch db', 'skipped'),
        result('resume db', 'done', 'Traffic is resumed: deployment/web (3).'),
      ],
      'Traffic is resumed: deployment/web (3); nothing else was changed in prod: "plan carts" failed: It is away.',
    ],
    [
      'services do not serve after they went back',
      [
        result('switch db', 'done'),
        result('roll back web', 'done'),
        result('health web', 'failed', 'No image.'),
        result('clear carts', 'done'),
      ],
      'The rollback of prod failed: 2 of 3 components are back (db and carts); "health web" failed: No image.',
    ],
    [
      'the contents of a database are not what they should be',
      [
        result('switch db', 'done'),
        { ...result('compare db', 'failed', 'Rows are missing.'), outputs: { report: 'report.json' } },
        result('roll back web', 'done'),
      ],
      'The rollback of prod failed: 1 of 2 components are back (web); "compare db" failed: Rows are missing.',
    ],
    [
      'a database could not be compared',
      [result('switch db', 'done'), result('compare db', 'failed', 'The run was canceled.')],
      'The rollback of prod failed: 1 of 1 components are back (db); "compare db" failed: The run was canceled.',
    ],
    [
      'a component is left out',
      [result('roll back web', 'failed', 'No image.'), result('clear carts', 'skipped')],
      'The rollback of prod failed: 0 of 2 components are back; "roll back web" failed: No image.',
    ],
    [
      'who judges declines',
      [result('assess', 'declined', 'All is well.'), result('switch db', 'declined')],
      'Nothing was rolled back in prod: All is well.',
    ],
    ...(
      [
        ['failed', {}, '; not confirmed healthy: the check of the metrics since failed: The look'],
        ['skipped', {}, '; not confirmed healthy: The look'],
        [
          'done',
          { result: 'inconclusive', outputs: { severity: 'none' } },
          '; not confirmed healthy: The look',
        ],
        ['done', { result: 'judged', outputs: { severity: 'low' } }, '; not confirmed healthy: The look'],
        ['done', { result: 'judged', outputs: { severity: 'high' } }, '; still not healthy: The look'],
        ['done', { result: 'judged', outputs: { severity: 'none' } }, ''],
      ] as const
    ).flatMap(([outcome, rest, doubt]): [string, StepResult[], string][] => {
      const look = { ...result('verify recovery', outcome, 'The look.'), ...rest };
      const words = `recovery is ${JSON.stringify({ outcome, ...rest })} after`;
      return [
        [
          `${words} a rollback`,
          [result('roll back web', 'done'), look],
          `Rolled prod back in 4.0 s: web${doubt}.`,
        ],
        [
          `${words} none`,
          [result('roll back web', 'no-op'), look],
          `Nothing to roll back in prod: web is where it should be${doubt}.`,
        ],
      ];
    }),
  ])('where %s', (_, results, sentence) => {
    expect(sentenceOf('prod', results, 4)).toBe(sentence);
  });

  test('is not red for what only stands beside', async () => {
    const outcome: Outcome = { result: 'failed', message: 'Slack is gone' };
    const { results } = await carry([step('notify start'), step('roll back web')], {
      'notify start': outcome,
    });
    expect(sentenceOf('prod', [...results.values()], 1)).toBe('Rolled prod back in 1.0 s: web.');
  });
});
