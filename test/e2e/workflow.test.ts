/**
 * The reusable workflow in a real runner: act runs a deploy that fails, and the rollback that it calls.
 *
 * act 0.2.89 does not know `uses: $/…`, `queue: max` and the input type `environment` yet, so it gets a copy of the
 * workflow without them. actions/checkout and actions/upload-artifact can't be fetched here: a step that prints its
 * name stands in for each.
 */
import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';
import type { Workload } from '../../src/systems/kubernetes/objects.ts';
import { cluster, scenario, type TestNamespace } from './cluster.ts';
import { goTool } from './go-tool.ts';
import { badImage, tag, version } from './images.ts';
import { deployment } from './manifests.ts';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
let act = '';
let actionlint = '';

beforeAll(async () => {
  act = await goTool('github.com/nektos/act', 'v0.2.89');
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
  await run(actionlint, [], { cwd: await repository() });
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

/** This repository, and a workflow more, as act takes it: in a folder and a git repository of its own. */
async function repository(workflow?: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'workflow-'));
  for (const name of ['actions', 'dist', 'package.json', '.github']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  const workflows = join(folder, '.github/workflows');
  for (const name of readdirSync(workflows)) {
    const known = readFileSync(join(workflows, name), 'utf8')
      .replaceAll('uses: $/', 'uses: ./')
      .replace(/^ *queue: max\n/m, '')
      .replace('type: environment', 'type: string');
    writeFileSync(join(workflows, name), known);
  }
  if (workflow) writeFileSync(join(workflows, 'deploy.yml'), workflow);
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@localhost'];
  await run('git', ['init', '-q', '-b', 'main'], { cwd: folder });
  await run('git', ['add', '-A'], { cwd: folder });
  await run('git', [...author, 'commit', '-q', '-m', 'test'], { cwd: folder });
  await run('git', ['remote', 'add', 'origin', 'https://github.com/test/test'], { cwd: folder });
  return folder;
}

async function runWorkflow(
  namespace: TestNamespace,
  workflow: string | undefined,
  inputs: Record<string, string> = {},
) {
  const folder = await repository(workflow);
  const pinned = [
    ...readFileSync(join(folder, '.github/workflows/rollback.yml'), 'utf8').matchAll(/uses: (actions\/\S+)/g),
  ];
  const standIns = pinned.flatMap(([, action = '']) => [
    '--local-repository',
    `${action}=${standIn(action)}`,
  ]);
  const content = await cluster.kubectl(['config', 'view', '--raw', '--minify', '-o', 'json']);
  const args = [
    'workflow_dispatch',
    ...['-W', `.github/workflows/${workflow ? 'deploy' : 'rollback'}.yml`],
    ...['-P', 'ubuntu-latest=-self-hosted'],
    ...[
      '-s',
      'KUBECONFIG',
      '--var',
      `KUBECTL=${process.env.KUBECTL || 'kubectl'}`,
      '--var',
      `KUBECONFIG_PATH=${cluster.kubeconfig}`,
    ],
    ...Object.entries(inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`]),
    ...standIns,
  ];
  // act reads the secret from its own environment, where kubectl's would be a path.
  const child = spawn(act, args, {
    cwd: folder,
    env: {
      ...process.env,
      KUBECONFIG: JSON.stringify(JSON.parse(content)),
      XDG_CACHE_HOME: join(namespace.temp, 'act'),
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const exitCode = await new Promise<number | null>((done, failed) =>
    child.on('error', failed).on('close', done),
  );
  return { exitCode, log };
}

function standIn(action: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'action-'));
  const step = `{run: 'echo ${action}', shell: bash}`;
  writeFileSync(
    join(folder, 'action.yml'),
    `name: stand-in\ndescription: stand-in\nruns: {using: composite, steps: [${step}]}\n`,
  );
  return folder;
}
