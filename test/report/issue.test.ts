import { expect, test } from '@jest/globals';
import { bodyOf, markerOf } from '../../src/report/issue.ts';
import { action, workload } from '../record/events.ts';
import { reported } from './stories.ts';

const service = action('rollback-service', [0, 65]);
const good = reported([...service, ...workload('api', [1, 2, 9])], { checklist: ['Call the bank'] }).report;
const bad = reported([...service, ...workload('api', [1, 2, 9], { status: 'failed' })], {
  checklist: ['Call the bank'],
}).report;

const tick = (body: string, item: string) => body.replace(`- [ ] ${item}`, `- [x] ${item}`);
const box = (body: string, item: string) => new RegExp(`^- \\[(.)\\] ${item}`, 'm').exec(body)?.[1];

test('the same report gives the same body', () => {
  const body = bodyOf(good);
  expect(bodyOf(good, body)).toBe(body);
});

test('boxes that people ticked stay, and so does what they wrote around the report', () => {
  const before = `Bridge: 555\n\n${tick(tick(bodyOf(good), 'Post-mortem scheduled'), 'Call the bank')}\n\nWe learned.\n`;
  const after = bodyOf(good, before);
  expect(box(after, 'Post-mortem scheduled')).toBe('x');
  expect(box(after, 'Call the bank')).toBe('x');
  expect(box(after, 'Root cause analysis started')).toBe(' ');
  expect(after).toMatch(/^Bridge: 555\n\n<!-- rollback-actions/);
  expect(after).toMatch(/-->\n\nWe learned\.\n$/);
  expect(bodyOf(good, after)).toBe(after);
});

test('a box that the record had ticked goes by the record', () => {
  const before = bodyOf(good);
  expect(box(before, 'All services rolled back successfully')).toBe('x');
  expect(box(bodyOf(bad, before), 'All services rolled back successfully')).toBe(' ');
});

test('a body whose end was taken away is made anew, without losing what was before it', () => {
  const before = `Mine.\n\n${bodyOf(good).split('### Checklist')[0]}`;
  const after = bodyOf(good, before);
  expect(after).toMatch(/^Mine\.\n/);
  expect(after.match(/### Checklist/g)).toHaveLength(1);
});

test('an id cannot end the marker', () => {
  expect(markerOf('a--><b>').match(/-->/g)).toHaveLength(1);
  expect(markerOf('7-1')).toBe('<!-- rollback-actions: report "7-1" -->');
});

test('a body is never longer than GitHub takes, and keeps its checklist', () => {
  const many = Array.from({ length: 290 }, (_, index) =>
    workload(`workload-${index}`, [0, 1, 2], { message: `${index} ${'long '.repeat(100)}` }),
  );
  const body = bodyOf(reported(many.flat()).report);
  expect(body.length).toBeLessThan(65_536);
  expect(body).toContain('Stakeholders notified');
  expect(body).toContain('… the rest is in the report of the run.');
  expect(body).toMatch(/end of report -->$/);
});

test('says first whether it is over, what is broken, what was lost and what to do', () => {
  const body = bodyOf(bad);
  const places = [
    'Is it over?',
    'What is still broken?',
    'What was lost?',
    'What to do now?',
    '### Checklist',
  ].map((words) => body.indexOf(words));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places[0]).toBeGreaterThan(0);
});
