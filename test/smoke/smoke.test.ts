/** Smoke tests on the runner; those in pods are run by test/systems/kubernetes and the whole action. */
import { expect, jest, test } from '@jest/globals';
import { parseTest, runTests, type SmokeResult } from '../../src/smoke/smoke.ts';

const running = (more: object = {}) => ({
  pods: undefined,
  seconds: 30,
  environment: {},
  signal: new AbortController().signal,
  ...more,
});
const ran = async (line: string, more: object = {}): Promise<SmokeResult> =>
  (await runTests([parseTest(line)], running(more)))[0] as SmokeResult;

test.each([
  ['npm run smoke', undefined, ['npm', 'run', 'smoke']],
  ['deployment/api: npm run smoke', 'api', ['npm', 'run', 'smoke']],
  ['sts/db: true', 'db', ['true']],
  ['curl -f http://localhost:8080/', undefined, ['curl', '-f', 'http://localhost:8080/']],
  ["check 'a: b' $HOME", undefined, ['check', 'a: b', '$HOME']],
])('%s', (line, pod, argv) => {
  const { inPod, argv: words } = parseTest(line);
  expect([inPod?.in.name, words]).toEqual([pod, argv]);
});

test.each(['deployment/api:', 'job/x: true', "''"])('%j is refused', (line) => {
  expect(() => parseTest(line)).toThrow(/accepted (is|are) /);
});

test('what ends with 0 has passed, and everything else has not', async () => {
  expect(await ran('true')).toMatchObject({ isPassed: true });
  expect(await ran("sh -c 'echo no checkout >&2; exit 3'")).toMatchObject({
    isPassed: false,
    output: 'no checkout\n',
  });
  expect(await ran("sh -c 'kill -9 $$'")).toMatchObject({ isPassed: false });
});

test('a program that there is not is a test that failed, and says so', async () => {
  expect(await ran('no-such-program now')).toMatchObject({
    isPassed: false,
    output: 'There is no program no-such-program on this runner.',
  });
});

test('what hangs is ended by its time', async () => {
  expect(await ran('sleep 60', { seconds: 1 })).toMatchObject({
    isPassed: false,
    output: 'It did not end within 1 s.',
  });
});

test('the end of the time of one ends none of the others', async () => {
  // The times are struck by hand: on a loaded machine even `true` takes seconds.
  const times = [new AbortController(), new AbortController()];
  const timeout = jest.spyOn(AbortSignal, 'timeout');
  for (const { signal } of times) timeout.mockReturnValueOnce(signal);
  const results = runTests(['sleep 60', 'true'].map(parseTest), running());
  times[0]?.abort();
  expect((await results).map(({ isPassed, output }) => [isPassed, output])).toEqual([
    [false, 'It did not end within 30 s.'],
    [true, ''],
  ]);
  expect(timeout.mock.calls).toEqual([[30_000], [30_000]]);
  timeout.mockRestore();
});

test('a cancelled run cancels them', async () => {
  const signal = AbortSignal.abort(new Error('cancelled'));
  await expect(ran('true', { signal })).rejects.toThrow('cancelled');
});

test('no variable reaches a test that nobody names', async () => {
  process.env.SMOKE_SECRET = 'hidden';
  const { output } = await ran('env', { environment: { BASE_URL: 'https://shop.example' } });
  delete process.env.SMOKE_SECRET;
  expect(output).toContain('BASE_URL=https://shop.example');
  expect(output).not.toContain('hidden');
});
