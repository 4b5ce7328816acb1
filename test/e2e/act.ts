import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { cluster, type TestNamespace } from './cluster.ts';
import { goTool } from './go-tool.ts';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** This repository, and a workflow more, as act takes it: in a folder and a git repository of its own. */
export async function repository(workflow?: string): Promise<string> {
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

/** Runs `rollback.yml`, or the workflow given, in act. */
export async function runWorkflow(
  namespace: TestNamespace,
  workflow: string | undefined,
  inputs: Record<string, string> = {},
) {
  const act = await goTool('github.com/nektos/act', 'v0.2.89');
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
