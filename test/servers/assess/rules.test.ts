import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { prometheusTools } from '../../support/prometheus/tools.ts';

jest.setTimeout(120_000);

const cwd = resolve(import.meta.dirname, '../../../examples/prometheus');

test('the example’s rules fire when they should, and only then', async () => {
  const promtool = join(await prometheusTools(), 'promtool');
  expect(execFileSync(promtool, ['test', 'rules', 'rules_test.yml'], { cwd, encoding: 'utf8' })).toContain(
    'SUCCESS',
  );
});
