/** What was looked at before the last change says nothing of what came of it. */
import { describe, expect, test } from '@jest/globals';
import type { RecordEvent, Status } from '../../src/record/record.ts';
import { storyOf } from '../../src/record/story.ts';
import { checklistOf } from '../../src/report/checklist.ts';
import { messageFor } from '../notify/fixtures.ts';
import { action, event, workload } from './events.ts';

const database = (from: number) => [
  ...action('rollback-db', [from, from + 10]),
  event(from + 2, {
    component: 'database/shop',
    step: 'data loss',
    status: 'done',
    evidence: { 'data-loss': { tables: [] } },
  }),
  event(from + 8, { component: 'database/shop', step: 'switch', status: 'done' }),
];
const compared = ([from, to]: [number, number], result: string, status: Status = 'done') =>
  action('verify-integrity', [from, to], status, { evidence: { result, outputs: { tables: 5 } } });
const tested = ([from, to]: [number, number], status: Status) => [
  ...action('smoke-test', [from, to], status),
  event(to, { component: 'smoke-test', step: 'run npm run smoke', status }),
];
const services = [...action('rollback-service', [10, 60]), ...workload('web', [11, 12, 55])];
const told = (...events: RecordEvent[][]) => {
  const story = storyOf(events.flat());
  const { subject, body } = messageFor('completed', {}, { story }).message;
  return { story, text: `${subject}\n${body.text}`, items: checklistOf(story, []) };
};
const stateOf = ({ items }: ReturnType<typeof told>, name: string) =>
  items.find(({ item }) => item === name)?.state;

describe('the data', () => {
  test('that was intact before the database went back is not verified', () => {
    const before = told(compared([1, 2], 'intact'), database(10));
    expect(before.story).toMatchObject({ integrity: undefined, standing: 'unconfirmed' });
    expect(before.text).not.toMatch(/RESOLVED|verified \(/);
    expect(stateOf(before, 'Data integrity verified')).toBe('human');
    expect(told(database(10), compared([30, 31], 'intact')).story.standing).toBe('resolved');
  });

  test.each<[string, Status]>([
    ['differed', 'done'],
    ['could not be compared', 'failed'],
  ])('that %s is why it went back, and no failure of that', (_, status) => {
    const { story, text } = told(compared([1, 2], 'drift', status), database(10));
    expect(story).toMatchObject({ outcome: 'done', standing: 'unconfirmed', isVerificationFailed: false });
    expect(text).not.toMatch(/FAILED|differs/);
  });

  test('that a comparison was on before and found after the switch is not known either', () => {
    const { story } = told(compared([17, 25], 'intact'), database(10));
    expect(story).toMatchObject({ integrity: undefined, standing: 'unconfirmed' });
  });

  test('of a second look counts, whatever the first one came to', () => {
    const found = told(database(10), compared([30, 31], 'drift', 'failed'), compared([40, 41], 'intact'));
    expect(found.story).toMatchObject({ outcome: 'done', isVerificationFailed: false });
    expect(stateOf(found, 'Data integrity verified')).toBe('done');
  });
});

describe('smoke tests', () => {
  test('that failed before are why it went back', () => {
    const { story, text, items } = told(tested([1, 5], 'failed'), services);
    expect(story).toMatchObject({ outcome: 'done', smokeTests: undefined });
    expect(text).toMatch(/ROLLED BACK[\s\S]*Smoke tests: open/);
    expect(items.map(({ item }) => item)).not.toContain('Smoke tests passed');
  });

  test('that passed before prove nothing', () => {
    expect(told(tested([1, 5], 'done'), services).text).not.toMatch(/Smoke tests: ✓/);
  });

  test('that fail afterwards, or where nothing went back, are told', () => {
    expect(told(services, tested([61, 65], 'failed')).story).toMatchObject({ outcome: 'failed' });
    const nothing = action('rollback-service', [10, 20], 'no-op');
    const idle = workload('web', [11, 12, 15], { status: 'no-op' });
    const { smokeTests } = told(tested([1, 5], 'failed'), nothing, idle).story;
    expect(smokeTests).toEqual({ passed: 0, total: 1 });
  });
});

describe('health checks', () => {
  const healthy = (seconds: number) =>
    event(seconds, { component: 'deployment/web', step: 'health check', status: 'done' });

  test('of what was there before it went back again are none', () => {
    const again = [...action('rollback-service', [70, 90]), ...workload('web', [71, 72, 85])];
    const stale = told(services, [healthy(54)], again);
    expect(stale.story.standing).toBe('unconfirmed');
    expect(stale.text).toContain('Health checks: open');
    expect(stateOf(stale, 'Health checks passing')).toBe('human');
    expect(told(services, [healthy(54)], again, [healthy(84)]).story.standing).toBe('resolved');
  });

  test('of what failed since are none', () => {
    const failing = workload('web', [71, 72, 85], { status: 'failed', message: 'no image' });
    const failed = told(services, [healthy(54)], failing);
    expect(failed.text).not.toMatch(/Health checks: ✓/);
    expect(stateOf(failed, 'Health checks passing')).not.toBe('done');
  });
});
