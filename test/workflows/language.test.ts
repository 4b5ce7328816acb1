/** GitHub's own language service finds nothing in what runs, in the examples, and in what the pages show. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { actionFiles, type Source, workflows } from '../support/workflows/files.ts';
import { findings } from '../support/workflows/language.ts';
import { ROOT } from '../support/workflows/parse.ts';

const all = [...workflows(), ...actionFiles()];

test('there are workflows of all kinds to look at', () => {
  expect(all.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      '.github/workflows/rollback.yml',
      'examples/prometheus/rollback-on-alert.yml',
      'examples/sparc/.github/workflows/deploy.yml',
      'examples/sparc/.github/workflows/drill.yml',
      expect.stringMatching(/^docs\/triggers\.md \d+$/),
      'actions/rollback-service/action.yml',
    ]),
  );
});

test.each(all)('$name', async ({ name, text }) => {
  expect(await findings(name.replace(/^(.*\.md) (\d+)$/, '$1-$2.yml'), text)).toEqual([]);
});

/** A workflow without a mistake, into which one is put. */
const RIGHT = `
on:
  workflow_call:
    inputs: {bake: {type: string, default: 10m}}
    outputs: {told: {value: '\${{ jobs.judge.outputs.decision }}'}}
permissions: {}
concurrency: {group: one, queue: max}
jobs:
  judge:
    runs-on: ubuntu-latest
    outputs: {decision: '\${{ steps.assess.outputs.decision }}'}
    steps:
      - {uses: actions/checkout@v5, with: {sparse-checkout: .github}}
      - {uses: rollback-actions/rollback-actions/actions/notify@v1, with: {event: started}}
      - {id: assess, uses: $/actions/assess, with: {bake: '\${{ inputs.bake }}'}}
  rollback:
    needs: judge
    if: needs.judge.outputs.decision == 'rollback'
    permissions: {contents: read}
    uses: ./.github/workflows/watch-deploy.yml
    with: {environment: production}
    secrets: {kubeconfig: '\${{ secrets.KUBECONFIG }}'}
`;
const MISTAKES: [right: string, wrong: string, finding: string][] = [
  ['with: {bake', 'with: {bke', "Invalid action input 'bke'"],
  ['with: {event', 'with: {evnt', "Invalid action input 'evnt'"],
  ['with: {sparse-checkout', 'with: {sparse', "Invalid action input 'sparse'"],
  ['$/actions/assess', '$/actions/asses', 'Unable to resolve action `$/actions/asses`'],
  [
    'actions/notify@v1',
    'actions/notfy@v1',
    'Unable to resolve action `rollback-actions/rollback-actions/actions/notfy@v1`',
  ],
  ['inputs.bake', 'inputs.bke', 'Context access might be invalid: bke'],
  ['needs.judge.outputs.decision', 'needs.judge.outputs.decided', 'Context access might be invalid: decided'],
  ['steps.assess.outputs', 'steps.asses.outputs', 'Context access might be invalid: asses'],
  ['with: {environment', 'with: {env', 'env'],
  ['secrets: {kubeconfig', 'secrets: {kubecfg', 'kubecfg'],
  ['watch-deploy.yml', 'watch.yml', 'Unable to find reusable workflow'],
  ['queue: max', 'queue: most', 'most'],
];

test('the workflow into which mistakes are put has none', async () => {
  expect(await findings('.github/workflows/right.yml', RIGHT)).toEqual([]);
});

test.each(MISTAKES)('a mistake is found: %s as %s', async (right, wrong, finding) => {
  expect(RIGHT).toContain(right);
  const path = `.github/workflows/${encodeURIComponent(wrong)}.yml`;
  expect(
    (
      await findings(
        path,
        RIGHT.replace(right, () => wrong),
      )
    ).join('\n'),
  ).toContain(finding);
});

test('a mistake in an action is found', async () => {
  const { name, text } = actionFiles().find((action) => action.name === 'action.yml') as Source;
  expect((await findings(`seeded/${name}`, text.replace('node24', 'node25'))).join('\n')).toContain('node25');
});

// rhysd/actionlint#468, go-gitea/gitea#36024: upload-artifact 4 refuses an Enterprise Server.
test('the page of the Enterprise Server leaves nothing in the workflows that it does not know', () => {
  const page = readFileSync(join(ROOT, 'docs/workflows.md'), 'utf8');
  const [, command = ''] = /```sh\n(sed -i [\s\S]*?)```/.exec(page) ?? [];
  const copy = mkdtempSync(join(tmpdir(), 'mirror-'));
  cpSync(join(ROOT, '.github'), join(copy, '.github'), { recursive: true });
  execFileSync('bash', ['--norc', '-e', '-c', command], { cwd: copy });
  for (const name of ['rollback', 'watch-deploy', 'drill', 'readiness']) {
    const text = readFileSync(join(copy, `.github/workflows/${name}.yml`), 'utf8');
    expect(text).not.toMatch(/uses: \$|^ *(?:queue|timezone|deployment):|upload-artifact@(?!v3$)/m);
    // A job calls a workflow from the folder of workflows alone.
    const jobs = Object.values<{ uses?: string }>(parse(text).jobs);
    for (const { uses } of jobs.filter(({ uses }) => uses))
      expect(uses).toMatch(/^\.\/\.github\/workflows\/[\w-]+\.yml$/);
  }
});
