/** readiness.yml with the root action of dist/ on the stand-in for Kubernetes. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ROOT } from '../support/workflows/parse.ts';
import { runWorkflow } from '../support/workflows/run.ts';
import { brokenShop, CONFIGURATION, kubeconfigOf } from './broken-shop.ts';

test('the kubeconfig of a cloud is that of the log-in, as in the other workflows', async () => {
  await using shop = await brokenShop();
  const bin = mkdtempSync(join(tmpdir(), 'cloud-'));
  const file = join(bin, 'config');
  writeFileSync(file, kubeconfigOf(shop));
  writeFileSync(join(bin, 'aws'), `#!/bin/bash\ncp ${file} "\${@: -1}"\n`, { mode: 0o755 });
  const before = process.env.PATH;
  process.env.PATH = `${bin}:${before}`;
  try {
    const { job, step } = await runWorkflow({
      workflow: 'readiness.yml',
      event: 'workflow_call',
      inputs: {
        environment: 'production',
        'aws-role-to-assume': 'arn:aws:iam::123456789012:role/rollback',
        'aws-region': 'eu-central-1',
        cluster: 'shop',
      },
      files: {
        '.github/rollback.yml': CONFIGURATION.replace(
          /^( *)rollback-service:/m,
          '$1defaults: { namespace: shop }\n$&',
        ),
      },
      standIns: { 'aws-actions/configure-aws-credentials': () => ({}) },
    });
    expect(step('check', 'check').log).toContain('deployment/web');
    expect(job('check').outputs.checks).toContain('deployment/web');
  } finally {
    process.env.PATH = before;
  }
});

// actions/runner#2120: every job with an environment counts as a deployment to it.
test('a check is no deployment to the environment that it looks at', () => {
  const { jobs } = parse(readFileSync(join(ROOT, '.github/workflows/readiness.yml'), 'utf8'));
  expect(jobs.check.environment).toEqual({
    name: expect.stringContaining('inputs.environment'),
    deployment: false,
  });
});
