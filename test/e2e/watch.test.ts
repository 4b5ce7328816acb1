/** `watch-deploy.yml` in a real runner (test/e2e/act.ts), after deploys that pass, fail later, and fail at once. */
import { expect } from '@jest/globals';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import { repository } from './act.ts';
import { runOnCluster } from './act-cluster.ts';
import { scenario, type TestNamespace } from './cluster.ts';
import { type Behaviour, crashLoop, tag, version } from './images.ts';
import { deployment } from './manifests.ts';

const image = async (namespace: TestNamespace) =>
  (await namespace.get<Workload>('deployment/web')).spec.template.spec.containers[0]?.image;

/** A workflow that deploys without looking how it went, and is watched; `then` is what the deploy job ends with. */
const workflow = ({ name }: TestNamespace, app: Behaviour, then: string) => `
on: workflow_dispatch
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: |
          "$KUBECTL" -n ${name} patch deployment web --patch '${JSON.stringify({ spec: { template: { spec: { containers: [{ name: 'app', ...app }] } } } })}'
          ${then}
        env:
          KUBECTL: \${{ vars.KUBECTL }}
          KUBECONFIG: \${{ vars.KUBECONFIG_PATH }}
  watch:
    needs: deploy
    if: always()
    permissions:
      contents: read
    uses: ./.github/workflows/watch-deploy.yml
    with:
      environment: production
      deploy-result: \${{ needs.deploy.result }}
      namespace: ${name}
      workloads: all
      bake: 20s
      interval: 2s
      mark-good: true
    secrets:
      kubeconfig: \${{ secrets.KUBECONFIG }}
`;

const deployInAct = async (text: string) =>
  runOnCluster(await repository({ '.github/workflows/deploy.yml': text }), 'deploy.yml');

scenario(
  'a deploy that crashes after its job was green goes back',
  async (namespace) => {
    await namespace.deploy(deployment('web', version(1)));
    const { exitCode, log } = await deployInAct(workflow(namespace, crashLoop, 'true'));
    expect(log).toMatch(/deployment\/web cannot start: pod web-\S+ is in CrashLoopBackOff \(high\)/);
    expect(log).toContain('The bake ended early: it has clearly failed.');
    expect(log).toMatch(/set-output:: result=done/);
    expect(await image(namespace)).toContain(tag(1));
    expect(exitCode).toBe(1);
  },
  180,
);

scenario(
  'a deploy that is well passes and is marked good',
  async (namespace) => {
    await namespace.deploy(deployment('web', version(1)));
    const { exitCode, log } = await deployInAct(workflow(namespace, version(2), 'true'));
    expect(log).toMatch(/set-output:: decision=none/);
    expect(log).toContain('Marked good: 1 of 1 workloads.');
    expect(log).not.toContain('Roll services back');
    expect(await image(namespace)).toContain(tag(2));
    expect(exitCode).toBe(0);
  },
  180,
);

scenario(
  'a deploy that failed goes back without being watched',
  async (namespace) => {
    await namespace.deploy(deployment('web', version(1)));
    const { exitCode, log } = await deployInAct(workflow(namespace, crashLoop, 'exit 1'));
    expect(log).not.toContain('sample 1/');
    expect(log).toMatch(/set-output:: result=done/);
    expect(await image(namespace)).toContain(tag(1));
    expect(exitCode).toBe(1);
  },
  180,
);
