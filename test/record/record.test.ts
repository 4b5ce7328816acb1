import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { readEvents } from '../../src/record/read.ts';
import { openRecord } from '../../src/record/record.ts';

const same = { redact: (text: string) => text, warn: () => {} };
const where = { cluster: 'k8s.example:6443', namespace: 'shop' };
const path = () => join(mkdtempSync(join(tmpdir(), 'record-')), 'new', 'record.jsonl');

test('a clock that is set meanwhile puts no event before another one, or an hour behind it', () => {
  const file = path();
  const record = openRecord(file, '1-1', same);
  for (const offset of [0, 3_600_000, -3_600_000]) {
    jest.useFakeTimers({
      now: performance.timeOrigin + performance.now() + offset,
      doNotFake: ['performance'],
    });
    record({ component: 'report', step: 'issue', status: 'done', message: String(offset) });
    jest.useRealTimers();
  }
  const [first = 0, second = 0, third = 0] = readEvents(file).events.map(({ at }) => Date.parse(at));
  expect([second - first, third - second].filter((ms) => ms < 0 || ms > 60_000)).toEqual([]);
});

test.each([
  [
    'an event of an hour later',
    `{"id":"1-1","at":"${new Date(Date.now() + 3_600_000).toISOString()}"}\n`,
    3600,
  ],
  ['an event of before', `{"id":"1-1","at":"2020-01-01T00:00:00.000Z"}\n`, 0],
  ['an event without a time', `{"id":"1-1"}\n`, 0],
  ['half a line', '{"id":"1-1","at":"29', 0],
])('a record that has %s goes on from there', (_, content, seconds) => {
  const file = join(mkdtempSync(join(tmpdir(), 'record-')), 'record.jsonl');
  writeFileSync(file, content);
  openRecord(file, '1-1', same)({ component: 'report', step: 'issue', status: 'done' });
  const at = /"at":"([^"]+)","component"/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  expect(Math.abs(Date.parse(at) - Date.now() - seconds * 1000)).toBeLessThan(30_000);
});

test('events are appended with who and when, and read as they were written', () => {
  const file = path();
  const before = Date.now();
  openRecord(
    file,
    '1-1',
    same,
  )({ component: 'deployment/web', where, step: 'roll back', status: 'started', from: 'web:2', to: 'web:1' });
  openRecord(
    file,
    '2-1',
    same,
  )({
    component: 'report',
    step: 'issue',
    status: 'done',
    seconds: 1.5,
    evidence: { a: [1] },
    message: 'line\nbreak "\u2028',
  });
  const { events } = readEvents(file);
  expect(events).toEqual([
    {
      id: '1-1',
      at: expect.any(String),
      component: 'deployment/web',
      where,
      step: 'roll back',
      status: 'started',
      from: 'web:2',
      to: 'web:1',
    },
    {
      id: '2-1',
      at: expect.any(String),
      component: 'report',
      step: 'issue',
      status: 'done',
      seconds: 1.5,
      evidence: { a: [1] },
      message: 'line\nbreak "\u2028',
    },
  ]);
  for (const { at } of events) {
    expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
  }
});

test('each event is one whole line', () => {
  const file = path();
  const record = openRecord(file, '1-1', same);
  for (const message of ['a\nb', 'c\r\nd', ''])
    record({ component: 'report', step: 'issue', status: 'done', message });
  const lines = readFileSync(file, 'utf8').split('\n');
  expect(lines).toHaveLength(4);
  expect(lines.at(-1)).toBe('');
});

test('half a line that a run has left behind takes no event with it', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'record-')), 'record.jsonl');
  writeFileSync(file, '{"id":"1-1","at":"2026-');
  const record = openRecord(file, '1-2', same);
  for (const step of ['steady', 'inject'] as const) record({ component: 'drill', step, status: 'done' });
  expect(readEvents(file)).toMatchObject({ events: [{ step: 'steady' }, { step: 'inject' }], broken: [1] });
});

test('half a line that a failed write has left takes no later event with it', () => {
  const file = path();
  const warnings: string[] = [];
  const record = openRecord(file, '1-1', { ...same, warn: (sentence) => warnings.push(sentence) });
  rmSync(file);
  mkdirSync(file);
  record({ component: 'drill', step: 'steady', status: 'done' });
  rmdirSync(file);
  writeFileSync(file, '{"id":"1-1","at":"2026-');
  record({ component: 'drill', step: 'inject', status: 'done' });
  expect(warnings).toEqual([expect.stringContaining('EISDIR')]);
  expect(readEvents(file)).toMatchObject({ events: [{ step: 'inject' }], broken: [1] });
});

test('secrets are taken out of the line', () => {
  const file = path();
  openRecord(file, '1-1', { ...same, redact: (text) => text.replaceAll('hunter2', '***') })({
    component: 'report',
    step: 'issue',
    status: 'failed',
    evidence: { deep: ['hunter2'] },
  });
  expect(readFileSync(file, 'utf8')).toContain('{"deep":["***"]}');
});

test.each(['true', '5432', '2026', 'done', '1-1'])(
  'an event can be read whatever is a secret: %s',
  (secret) => {
    const file = path();
    openRecord(file, '1-1', { ...same, redact: (text) => text.replaceAll(secret, '***') })({
      component: 'report',
      step: 'issue',
      status: 'done',
      seconds: 0.54321,
      message: `with ${secret}`,
      evidence: { 'dry-run': true },
    });
    expect(readEvents(file)).toEqual({
      events: [
        {
          id: '1-1',
          at: expect.stringMatching(/^\d{4}-/),
          component: 'report',
          step: 'issue',
          status: 'done',
          seconds: 0.54321,
          message: 'with ***',
          evidence: { 'dry-run': true },
        },
      ],
      broken: [],
    });
  },
);

test('a record is there from the start, and empty', () => {
  const file = path();
  openRecord(file, '1-1', same);
  expect(readFileSync(file, 'utf8')).toBe('');
});

test('a record that cannot be written is refused at once, and warned about once where it fails later', () => {
  expect(() => openRecord('/dev/null/record.jsonl', '1-1', same)).toThrow(
    /^The rollback record .* cannot be written/,
  );
  const file = path();
  const warnings: string[] = [];
  const record = openRecord(file, '1-1', { ...same, warn: (sentence) => warnings.push(sentence) });
  rmSync(dirname(file), { recursive: true });
  for (const step of ['steady', 'inject'] as const) record({ component: 'drill', step, status: 'done' });
  expect(warnings).toEqual([expect.stringMatching(/^The rollback record .* is not complete: .*ENOENT/)]);
});

test('X13: a record is for this user alone, and none is written where a link leads', () => {
  const file = path();
  openRecord(file, '1-1', same);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const target = path();
  openRecord(target, '1-1', same);
  const link = path();
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(target, link);
  expect(() => openRecord(link, '1-1', same)).toThrow(/cannot be written: .*ELOOP/);
});
