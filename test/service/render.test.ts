import { describe, expect, test } from '@jest/globals';
import type { Result } from '../../src/service/execution.ts';
import { planStep, type Step } from '../../src/service/plan.ts';
import { planSummary, planToOutput, sentenceOf, summaryOf, toOutput } from '../../src/service/render.ts';
import { parseTo } from '../../src/service/to.ts';
import { history, replicaSet, workload } from './fixtures.ts';

function step(to = 'previous', more: Partial<Step> = {}): Step {
  const owner = workload();
  const wanted = {
    to: parseTo(to),
    rollback: { id: '1-1', run: '1', wanted: to },
    gitops: 'refuse',
  } as const;
  const revisions = history(owner, replicaSet(2, 'web:2'), replicaSet(1, 'web:1'));
  return { ...planStep({ workload: owner, history: revisions, named: true }, wanted), ...more };
}

function result(more: Partial<Result> = {}): Result {
  return {
    step: step(),
    outcome: 'rolled-back',
    seconds: 1.26,
    start: 0.5,
    message: 'it is the one before',
    details: [],
    ...more,
  };
}

/** The cells of a table's rows, without its head. */
function cells(markdown: string): string[][] {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((text) => text.trim()),
  );
}

const HOSTILE = [
  'a | b | c',
  'line\nbreak\r\n\r\n## heading',
  '@octocat look',
  '[click](https://evil.example)',
  '![track](https://evil.example/x.png)',
  '`code',
  '```\nfence',
];
const MARKUP = [
  '<img src="https://evil.example/x.png">',
  '<a href="https://evil.example">click</a>',
  '</code></td></tr></table><h1>',
  '<!-- the rest',
];

describe('the sentence', () => {
  const back = result();
  const idle = result({ isIdle: true });
  const there = result({ outcome: 'no-op' });
  const skipped = result({ outcome: 'skipped', message: 'no rollout history: there is one revision only' });
  const failed = result({ outcome: 'failed', message: 'deployment/web cannot start.' });

  test.each<[ReturnType<typeof sentenceOf>['result'], string, Result[]]>([
    ['done', 'Rolled back and serving: 1 of 1 workloads.', [back]],
    [
      'done',
      'Rolled back and serving: 1 of 3 workloads (1 there already, 1 skipped).',
      [back, there, skipped],
    ],
    [
      'done',
      'Rolled back and serving: 1 of 2 workloads (1 rolled back without pods that could show it works).',
      [back, idle],
    ],
    [
      'done',
      'Rolled back: 1 of 2 workloads (1 there already); they have no pods, so nothing shows that they work.',
      [idle, there],
    ],
    [
      'no-op',
      'Nothing to roll back: 1 of 2 workloads are where they should be (1 skipped).',
      [there, skipped],
    ],
    [
      'failed',
      'Nothing could be rolled back: all 1 workloads were skipped; deployment/web: no rollout history: there is one revision only; name a revision or an image with `to`.',
      [skipped],
    ],
    ['failed', 'The rollback failed for 1 of 2 workloads; deployment/web cannot start.', [back, failed]],
  ])('%s: %s', (outcome, message, results) => {
    expect(sentenceOf(results)).toEqual({ result: outcome, message });
  });
});

test('what is left as it is stands under the table', () => {
  expect(summaryOf('Done.', [result()], ['service/web (app=web)'])).toContain(
    'Left as it is: service/web (app=web).',
  );
  expect(planSummary('Planned.', [step()], ['job/migrate (web:2)'])).toMatch(
    /Left as it is: job\/migrate \(web:2\)\.$/,
  );
});

describe('outputs', () => {
  test('a result is told to other steps', () => {
    expect(toOutput([result()])).toEqual([
      {
        kind: 'Deployment',
        name: 'web',
        from: { revision: 2, images: { web: 'web:2' } },
        to: { revision: 1, images: { web: 'web:1' } },
        outcome: 'rolled-back',
        seconds: 1.3,
        message: 'it is the one before',
      },
    ]);
  });

  test('so is a plan', () => {
    expect(planToOutput([step()])).toEqual([
      {
        kind: 'Deployment',
        name: 'web',
        from: { revision: 2, images: { web: 'web:2' } },
        to: { revision: 1, images: { web: 'web:1' } },
        does: 'roll-back',
        message: 'it is the one before',
      },
    ]);
  });
});

describe('the summary of a rollback', () => {
  test.each<[Result, string[]]>([
    [
      result(),
      [
        '✅ rolled-back',
        '<code>deployment/web</code>',
        '2 (<code>web:2</code>) → 1 (<code>web:1</code>)',
        '1.3 s',
        'it is the one before',
      ],
    ],
    [
      result({ step: step('revision=2'), outcome: 'no-op' }),
      ['⚪ no-op', '<code>deployment/web</code>', '2 (<code>web:2</code>)', '1.3 s', 'it is the one before'],
    ],
    [
      result({ step: step('image=web=web:9'), outcome: 'failed', message: 'no' }),
      [
        '❌ failed',
        '<code>deployment/web</code>',
        '2 (<code>web:2</code>) → <code>web:9</code>',
        '1.3 s',
        'no',
      ],
    ],
    [
      result({ outcome: 'skipped', seconds: 0 }),
      [
        '⏭️ skipped',
        '<code>deployment/web</code>',
        expect.any(String) as unknown as string,
        '0.0 s',
        'it is the one before',
      ],
    ],
    [
      result({ outcome: 'restored' }),
      [
        '↩️ restored',
        '<code>deployment/web</code>',
        expect.any(String) as unknown as string,
        '1.3 s',
        'it is the one before',
      ],
    ],
  ])('has a line a workload (%#)', (given, expected) => {
    expect(cells(summaryOf('Done.', [given]))).toEqual([expected]);
  });

  test('begins with the sentence', () => {
    expect(summaryOf('Done.', [result()])).toMatch(/^## Done\.\n\n\| {2}\| Workload \|/);
  });

  test.each([...HOSTILE, ...MARKUP])('a message stays in its cell and is text: %j', (message) => {
    const summary = summaryOf('Done.', [result({ message }), result()]);
    const rows = cells(summary);
    expect(rows.map((row) => row.length)).toEqual([5, 5]);
    expect(rows[0]?.[4]).not.toMatch(/[@[\]`<]/);
    expect(summary).not.toMatch(/^#+ heading/m);
  });

  test.each([...HOSTILE, ...MARKUP])('so does an image: %j', (image) => {
    const told = { revision: 1, images: { web: image } };
    const rows = cells(summaryOf('Done.', [result({ step: step('previous', { from: told, to: told }) })]));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toHaveLength(5);
    expect(rows[0]?.[2]?.replaceAll(/<\/?code>/g, '')).not.toMatch(/[@[\]`<]/);
    expect(rows[0]?.[2]?.match(/<code>/g)).toHaveLength(2);
  });

  // The sentence of a rollback that failed ends with the message of what failed.
  test.each([...HOSTILE, ...MARKUP])('so does the sentence: %j', (message) => {
    const heading =
      summaryOf(`1 of 1 could not be rolled back: ${message}`, [result()]).split('\n\n')[0] ?? '';
    expect(heading).not.toContain('\n');
    expect(heading).not.toMatch(/[@[\]`<]/);
    expect(summaryOf(message, [result()])).not.toMatch(/^#+ heading/m);
  });
});

describe('the timeline', () => {
  const chart = (results: Result[]) =>
    /```mermaid\n([\s\S]*?)\n```/.exec(summaryOf('Done.', results))?.[1]?.split('\n');

  test('is a gantt chart, in milliseconds since the start', () => {
    const failed = result({
      outcome: 'failed',
      start: 2,
      seconds: 0.0001,
      step: step('previous', { name: 'api.v1-2' }),
    });
    const lines = chart([result(), failed]) ?? [];
    expect(lines[0]).toBe('gantt');
    expect(lines).toContain('  dateFormat x');
    expect(lines.slice(-2)).toEqual([
      '  deployment/web :500, 1760',
      '  deployment/api.v1-2 :crit, 2000, 2001',
    ]);
    for (const line of lines.slice(4)) expect(line).toMatch(/^ {2}[^:;#]+ :(crit, )?\d+, \d+$/);
  });

  test('leaves out what took no time, and is not there where nothing did', () => {
    expect(
      chart([result(), result({ outcome: 'skipped', seconds: 0 })])?.filter((line) => line.includes(' :')),
    ).toHaveLength(1);
    expect(summaryOf('Done.', [result({ outcome: 'skipped', seconds: 0 })])).not.toContain('mermaid');
  });

  test('shows more than a minute as such', () => {
    expect(chart([result({ seconds: 125 })])?.find((line) => line.includes('axisFormat'))).toMatch(/%M/);
  });
});

describe('the summary of a plan', () => {
  test('has a line a workload, with its warnings', () => {
    const summary = planSummary('Planned.', [
      step('previous', { warnings: ['mind | this', 'and that'] }),
      step('revision=9'),
    ]);
    expect(summary).toMatch(/^## Planned\.\n\n\| Plan \|/);
    expect(cells(summary)).toEqual([
      [
        'roll-back',
        '<code>deployment/web</code>',
        '2 (<code>web:2</code>) → 1 (<code>web:1</code>)',
        'it is the one before; mind &#124; this; and that',
      ],
      [
        'refuse',
        '<code>deployment/web</code>',
        '2 (<code>web:2</code>)',
        'it has no revision 9; it has 2, 1',
      ],
    ]);
  });

  test.each([...HOSTILE, ...MARKUP])('its reasons stay in their cells: %j', (because) => {
    const rows = cells(planSummary('Planned.', [step('previous', { reason: because })]));
    expect(rows.map((row) => row.length)).toEqual([4]);
    expect(rows[0]?.[3]).not.toMatch(/[@[\]`<]/);
  });
});
