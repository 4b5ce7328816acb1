/** Which lines a message has of what goes back. */
import { expect, test } from '@jest/globals';
import { itemsOf } from '../../src/notify/items.ts';
import type { RecordEvent } from '../../src/record/record.ts';
import { storyOf } from '../../src/record/story.ts';
import { action, event, workload } from '../record/events.ts';

const itemsIn = (events: readonly RecordEvent[]) => {
  const { components, events: own } = storyOf(events, '7-1');
  return itemsOf(components, own).map(({ name, state }) => `${name}: ${state}`);
};
const part = (name: string, events: readonly RecordEvent[]) =>
  events.map((each) => ({ ...each, part: `roll back ${name}` }));

test('workloads are counted together where one component has them, or nobody says which', () => {
  const all = [...action('rollback', [0]), ...workload('web', [1, 2, 40]), ...workload('api', [1, 2])];
  expect(itemsIn(all)).toEqual(['Services: 1/2 complete']);
  expect(itemsIn(part('services', all))).toEqual(['Services: 1/2 complete']);
});

test('services that are components of their own, such as a frontend, have a line each', () => {
  const lines = itemsIn([
    ...action('rollback', [0]),
    event(1, { component: 'database/shop', step: 'switch', status: 'done', seconds: 1 }),
    ...part('services', [...workload('api', [1, 2, 40]), ...workload('billing', [1, 2])]),
    ...part('frontend', workload('web', [1, 2, 40])),
  ]);
  expect(lines).toEqual(['database/shop: ✓ complete', 'services: 1/2 complete', 'frontend: ✓ 1/1 complete']);
});
