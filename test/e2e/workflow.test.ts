/**
 * The workflows in a real runner: act runs a deploy that fails, and the rollback that it calls, from this repository and
 * from another one. What act does not know yet, act.ts takes out of the copy that it gets.
 */
import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { stringify } from 'yaml';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import { callersRepository, repository } from './act.ts';
import { runOnCluster } from './act-cluster.ts';
import { cluster, scenario, type TestNamespace } from './cluster.ts';
import { badImage, tag, version } from './images.ts';
import { deployment } from './manifests.ts';

const image = async (namespace: TestNamespace) =>
  (await namespace.get<Workload>('deployment/web')).spec.template.spec.containers[0]?.image;

scenario(
  'a deploy job that fails is rolled back by the workflow that it calls',
  async (namespace) => {
    const files = {
      '.github/workflows/deploy.yml': deployWorkflow(namespace, './.github/workflows/rollback.yml'),
    };
    await expectRollback(namespace, await repository(files));
  },
  180,
);

scenario(
  'a deploy job of another repository is rolled back by the workflow that it calls here, which logs in to a cloud first',
  async (namespace) => {
    const uses = 'rollback-actions/rollback-actions/.github/workflows/rollback.yml@v1';
    const logIn = 'aws-role-to-assume: arn:aws:iam::123456789012:role/rollback';
    const workflow = deployWorkflow(namespace, uses)
      .replace('contents: read', 'contents: read\n      id-token: write')
      .replace('workloads: all', `workloads: all\n      ${logIn}`);
    const files = { '.github/workflows/deploy.yml': workflow };
    const log = await expectRollback(namespace, await callersRepository(files));
    expect(log).toContain('aws-actions/configure-aws-credentials@');
    expect(log).not.toMatch(/\| (google-github-actions|azure)\//);
  },
  180,
);

async function expectRollback(namespace: TestNamespace, folder: string): Promise<string> {
  await namespace.deploy(deployment('web', version(1)));
  const { exitCode, log } = await runOnCluster(folder, 'deploy.yml');
  expect(log).toContain('Job failed');
  expect(log).toMatch(/deployment\/web: revision 2 → revision 1/);
  expect(log).toMatch(/Roll back production\] .*Job succeeded/);
  expect(log).toMatch(/set-output:: result=done/);
  // The run as a whole is red: its deploy has failed.
  expect(exitCode).toBe(1);
  expect(await image(namespace)).toContain(tag(1));
  const token = /"token":\s*"([^"]+)"/.exec(readFileSync(cluster.kubeconfig, 'utf8'))?.[1];
  if (token) expect(log).not.toContain(token);
  return log;
}

scenario(
  'started by hand, it shows the plan and changes nothing',
  async (namespace) => {
    await namespace.deploy(deployment('web', version(1)), deployment('web', version(2)));
    const inputs = {
      environment: 'production',
      namespace: namespace.name,
      workloads: 'all',
      to: 'previous',
      reason: 'a test',
      'dry-run': 'true',
    };
    const { exitCode, log } = await runOnCluster(await repository(), 'rollback.yml', inputs);
    expect(log).toMatch(/set-output:: result=planned/);
    expect(exitCode).toBe(0);
    expect(await image(namespace)).toContain(tag(2));
  },
  180,
);

scenario(
  'a drill breaks a namespace that allows it, and rolls it back',
  async (namespace) => {
    await namespace.kubectl('label', 'namespace', namespace.name, 'rollback-actions/drill=allowed');
    await namespace.deploy(deployment('web', version(1)));
    const folder = await repository({
      '.github/rollback.yml': stringify({
        environments: {
          drill: {
            rollback: {
              'drill-hosts': [new URL(await serverOf(namespace)).hostname],
              'drill-target': 'deployment/web',
            },
            components: { shop: { kind: 'service', workloads: 'all', namespace: namespace.name, rto: '5m' } },
          },
        },
      }),
    });
    const { exitCode, log } = await runOnCluster(folder, 'drill.yml', {
      environment: 'drill',
      fault: 'bad-image',
    });
    expect(log).toMatch(
      /The drill of drill is done \(bad-image\): seen after [\d.]+ s, back after [\d.]+ s, score 100 %/,
    );
    expect(exitCode).toBe(0);
    expect(await image(namespace)).toContain(tag(1));
  },
  180,
);

const serverOf = (namespace: TestNamespace): Promise<string> =>
  namespace.kubectl('config', 'view', '--minify', '-o', 'jsonpath={.clusters[0].cluster.server}');

function deployWorkflow({ name }: TestNamespace, uses: string): string {
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
    uses: ${uses}
    with:
      environment: production
      namespace: ${name}
      workloads: all
      reason: The deploy failed
    secrets:
      kubeconfig: \${{ secrets.KUBECONFIG }}
`;
}
