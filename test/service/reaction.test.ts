import { expect, test } from '@jest/globals';
import { isReactionTo } from '../../src/service/reaction.ts';
import type { PodTemplate } from '../../src/systems/kubernetes/objects.ts';
import { template } from './fixtures.ts';

const ours = (): PodTemplate => {
  const made = template('web:1');
  made.spec.containers = [
    { name: 'web', image: 'web:1', command: ['run'], env: [{ name: 'A', value: '1' }] },
  ];
  return made;
};
const changed = (change: (now: PodTemplate) => void): PodTemplate => {
  const now = ours();
  change(now);
  return now;
};
const first = (now: PodTemplate) => now.spec.containers[0] as PodTemplate['spec']['containers'][number];

test.each<[string, boolean, (now: PodTemplate) => void]>([
  ['nothing', true, () => {}],
  ['an annotation', true, (now) => Object.assign(now.metadata ?? {}, { annotations: { checksum: 'x' } })],
  ['a variable more', true, (now) => first(now).env?.unshift({ name: 'STAKATER_APP', value: 'x' })],
  ['a sidecar', true, (now) => now.spec.containers.push({ name: 'proxy', image: 'proxy:1' })],
  ['another image', false, (now) => Object.assign(first(now), { image: 'web:3' })],
  ['another value', false, (now) => Object.assign(first(now), { env: [{ name: 'A', value: '2' }] })],
  ['a variable less', false, (now) => Object.assign(first(now), { env: [] })],
  ['an argument more', false, (now) => first(now).command?.push('--fast')],
  ['another label', false, (now) => Object.assign(now.metadata ?? {}, { labels: { app: 'other' } })],
])('in the same second: %s is a reaction to our own change: %s', (_, expected, change) => {
  expect(isReactionTo(ours(), changed(change))).toBe(expected);
});
