import { expect, test } from '@jest/globals';
import { summaryOf, toLines, toOutput } from '../../src/infra/render.ts';
import { planOf, resource } from './plan-json.ts';

const HOSTILE = 't.a["</details>\n| <img src=x> `$(rm -rf /)` @team"]';

const plan = planOf({
  resource_drift: [
    resource('t.gone', ['delete']),
    resource('t.hand', ['update'], {}, { before: { size: 1 }, after: { size: 2 } }),
  ],
  resource_changes: [
    resource('t.new', ['create'], {}, { after: { name: 'n' }, after_unknown: { id: true } }),
    resource(HOSTILE, ['update'], {}, { before: { v: '1' }, after: { v: '<script>' } }),
    resource(
      't.old',
      ['delete'],
      { action_reason: 'delete_because_no_module' },
      { before: { data: 'long list' } },
    ),
    resource('t.there', ['no-op'], { previous_address: 't.here' }),
    resource('t.same', ['no-op']),
    resource('data.t.read', ['read'], { mode: 'data' }),
  ],
  output_changes: {
    url: { actions: ['update'], before: 'a', after: 'b' },
    pw: {
      actions: ['update'],
      before: 'secret-1',
      after: 'secret-2',
      before_sensitive: true,
      after_sensitive: true,
    },
    same: { actions: ['no-op'], before: 'x', after: 'x' },
  },
});

test('the log tells drift first, then each resource with its attributes', () => {
  expect(toLines(plan)).toEqual([
    'drift: t.gone was deleted outside of Terraform',
    'drift: t.hand was changed outside of Terraform',
    '    size: 1 → 2',
    't.new is created',
    '    name: (none) → "n"',
    '    id: (none) → (known after apply)',
    `${HOSTILE} is updated in place`,
    '    v: "1" → "<script>"',
    't.old is destroyed, because the planned configuration does not have its module',
    't.there moves (it was t.here)',
    'output url changes',
    '    value: "a" → "b"',
    'output pw changes',
    '    value: (sensitive) → (sensitive)',
  ]);
});

test('the summary has drift before the plan, and nothing in it is markup of others', () => {
  const summary = summaryOf('Planned', plan, { refused: ['<b>no</b>'], warned: ['*careful*'] });
  const order = [
    '## Planned',
    '### Refused',
    '### Warnings',
    '### Changed outside of Terraform',
    '### What the plan does',
    '### Outputs that change',
  ];
  expect(order.map((head) => summary.indexOf(head))).toEqual(
    order.map((head) => summary.indexOf(head)).toSorted((a, b) => a - b),
  );
  expect(summary.indexOf('## Planned')).toBe(0);
  for (const part of ['<b>', '<img', '<script', '@team', '`$(', 'secret'])
    expect([part, summary.includes(part)]).toEqual([part, false]);
  expect(summary.match(/<details>/g)?.length).toBe(summary.match(/<\/details>/g)?.length);
});

test('the output `changes` has Terraform’s own words', () => {
  expect(toOutput(plan)).toEqual([
    { address: 't.new', actions: ['create'], reason: null },
    { address: HOSTILE, actions: ['update'], reason: null },
    { address: 't.old', actions: ['delete'], reason: 'the planned configuration does not have its module' },
    { address: 't.there', actions: ['move'], reason: null },
  ]);
});

test('all that is marked as sensitive is known, to be masked wherever else it turns up', () => {
  const { secrets } = planOf({
    variables: { pw: { value: 'of-a-variable' }, plain: { value: 'not-secret' } },
    configuration: { root_module: { variables: { pw: { sensitive: true }, plain: {} } } },
    resource_changes: [
      resource(
        't.a',
        ['no-op'],
        {},
        { before: { k: { v: ['in-a-list', 'short'] } }, before_sensitive: { k: { v: [true, true] } } },
      ),
    ],
    output_changes: { o: { actions: ['no-op'], before: 'of-an-output', before_sensitive: true } },
  });
  expect(secrets.toSorted()).toEqual(['in-a-list', 'of-a-variable', 'of-an-output']);
});
