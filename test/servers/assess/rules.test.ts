import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { prometheus } from '../../setup/artifacts.ts';

const cwd = resolve(import.meta.dirname, '../../../examples/prometheus');

test('the example’s rules fire when they should, and only then', async () => {
  const promtool = prometheus.path('promtool');
  expect(execFileSync(promtool, ['test', 'rules', 'rules_test.yml'], { cwd, encoding: 'utf8' })).toContain(
    'SUCCESS',
  );
});
