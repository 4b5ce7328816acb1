import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readEvents } from '../../src/record/read.ts';
import { storyOf } from '../../src/record/story.ts';
import { event } from './events.ts';

function read(...lines: string[]) {
  const path = join(mkdtempSync(join(tmpdir(), 'read-')), 'record.jsonl');
  writeFileSync(path, lines.join('\n'));
  return readEvents(path);
}

const good = event(1, {
  component: 'deployment/a',
  step: 'roll back',
  status: 'done',
  evidence: { any: [1] },
  seconds: 2,
});

test('events are read as they are, whatever the line ends are', () => {
  const line = JSON.stringify(good);
  expect(read(line, '', `${line}\r`, '')).toEqual({ events: [good, good], broken: [] });
  expect(read('')).toEqual({ events: [], broken: [] });
});

test.each([
  ['cut', JSON.stringify(good).slice(0, -9)],
  ['no JSON', '<script>'],
  ['null', 'null'],
  ['a list', '[]'],
  ['without who', JSON.stringify({ ...good, id: undefined })],
  ['of an unknown status', JSON.stringify({ ...good, status: 'DONE' })],
  ['at no instant', JSON.stringify({ ...good, at: '2026-19-39T29:00:00Z' })],
  ['at an instant that there is not', JSON.stringify({ ...good, at: '2026-01-01T24:59:00Z' })],
  ['with a number that is text', JSON.stringify({ ...good, seconds: '1' })],
  ['that took longer than dates go', JSON.stringify({ ...good, seconds: 1e300 })],
  ['with a text that is none', JSON.stringify({ ...good, message: { toString: 1 } })],
  ['of a step that nobody knows', JSON.stringify({ ...good, step: 'roll forward' })],
  ['of a component that nobody knows', JSON.stringify({ ...good, component: 'a' })],
  ['that is nowhere', JSON.stringify({ ...good, where: 'shop' })],
  ['in binary', '\u0000\ufffd'],
])('a line that is %s is named and passed over', (_, line) => {
  expect(read(JSON.stringify(good), line, JSON.stringify(good))).toEqual({
    events: [good, good],
    broken: [2],
  });
});

test('what is read can be told', () => {
  const { events } = read(JSON.stringify({ ...good, seconds: 3e8, at: '2000-01-01T00:00:00Z' }));
  expect(storyOf(events).components).toHaveLength(1);
});
