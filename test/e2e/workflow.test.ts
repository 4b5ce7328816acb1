/**
 * The reusable workflow in a real runner: act runs a deploy that fails, and the rollback that it calls.
 *
 * act 0.2.89 does not know `uses: $/…`, `queue: max` and the input type `environment` yet, so it gets a copy of the
 * workflow without them. actions/checkout and actions/upload-artifact can't be fetched here: a step that prints its
 * name stands in for each.
 */
import { execFile } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import { repository, runWorkflow } from './act.ts';
import { cluster, scenario, type TestNamespace } from './cluster.ts';
import { goTool } from './go-tool.ts';
import { badImage, tag, version } from './images.ts';
import { deployment } from './manifests.ts';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
let actionlint = '';

beforeAll(async () => {
  await goTool('github.com/nektos/act', 'v0.2.89');
  actionlint = await goTool('github.com/rhysd/actionlint/cmd/actionlint', 'v1.7.12');
}, 600_000);

const image = async (namespace: TestNamespace) =>
  (await namespace.get<Workload>('deployment/web')).spec.template.spec.containers[0]?.image;

scenario(
  'a deploy job that fails is rolled back by the workflow that it calls',
  async (namespace) => {
    await namespace.deploy(deployment('web', version(1)));
    const { exitCode, log } = await runWorkflow(namespace, deployWorkflow(namespace));
    expect(log).toContain('Job failed');
    expect(log).toMatch(/deployment\/web: revision 2 → revision 1/);
    expect(log).toMatch(/Roll back production\] .*Job succeeded/);
    expect(log).toMatch(/set-output:: result=done/);
    // The run as a whole is red: its deploy has failed.
    expect(exitCode).toBe(1);
    expect(await image(namespace)).toContain(tag(1));
    const token = /"token":\s*"([^"]+)"/.exec(readFileSync(cluster.kubeconfig, 'utf8'))?.[1];
    if (token) expect(log).not.toContain(token);
  },
  180,
);

scenario(
  'started by hand, it shows the plan and changes nothing',
  async (namespace) => {
    await namespace.deploy(deployment('web', version(1)), deployment('web', version(2)));
    const inputs = {
      environment: 'production',
      namespace: namespace.name,
      to: 'previous',
      reason: 'a test',
      'dry-run': 'true',
    };
    const { exitCode, log } = await runWorkflow(namespace, undefined, inputs);
    expect(log).toMatch(/set-output:: result=planned/);
    expect(exitCode).toBe(0);
    expect(await image(namespace)).toContain(tag(2));
  },
  180,
);

test('actionlint finds nothing in the workflows', async () => {
  const folder = await repository();
  const example = 'rollback-on-alert.yml';
  cpSync(join(root, 'examples/prometheus', example), join(folder, '.github/workflows', example));
  await run(actionlint, [], { cwd: folder });
}, 60_000);

function deployWorkflow({ name }: TestNamespace): string {
  return `
on: workflow_dispatch
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: |
          "$KUBECTL" -n ${name} set image deployment/web app=${badImage.image}
          "$KUBECTL" -n ${name} rollout status deployment/web --timeout=3s
        env:
          KUBECTL: \${{ vars.KUBECTL }}
          KUBECONFIG: \${{ vars.KUBECONFIG_PATH }}
  rollback:
    needs: deploy
    if: failure()
    permissions:
      contents: read
    uses: ./.github/workflows/rollback.yml
    with:
      environment: production
      namespace: ${name}
      workloads: all
      reason: The deploy failed
    secrets:
      kubeconfig: \${{ secrets.KUBECONFIG }}
`;
}
