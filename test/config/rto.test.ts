/** Objectives that components say. */
import { expect, test } from '@jest/globals';
import { objectivesOf } from '../../src/config/rto.ts';

const services = { kind: 'service', workloads: ['api', 'sts/queue'], rto: '10m' } as const;
const frontend = { kind: 'service', order: 'web-frontend', rto: '5m' } as const;

test('each of several services has a line for its own workloads', () => {
  expect(objectivesOf({ services, frontend })).toEqual([
    'services: {deployment/api,statefulset/queue}=10m',
    'frontend: deployment/web-frontend=5m',
  ]);
});

test('one service, and one that does not name its workloads, is for all of them', () => {
  const all = '{deployment,statefulset,daemonset,rollout}/*';
  expect(objectivesOf({ services })).toEqual([`services: ${all}=10m`]);
  expect(objectivesOf({ services: { ...services, workloads: 'all' }, frontend })[0]).toBe(
    `services: ${all}=10m`,
  );
});
