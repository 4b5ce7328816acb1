/**
 * Workflows in act, a runner that is not GitHub's own.
 *
 * act 0.2.89 does not know `uses: $/…`, `concurrency.queue`, a schedule's `timezone` and the input type `environment`
 * yet, so it gets a copy of this repository without them. In the copy, `$/` and `./` name this repository as another
 * one would, at a version that act is told to find in the copy itself: so a workflow that is called from elsewhere finds
 * its actions, which `./` would look for at the caller's. Actions of others can't be fetched here: a step that prints its
 * name stands in for each; act itself leaves out actions/checkout, as it has the caller's files already.
 */
import { execFile, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { act } from '../setup/artifacts.ts';

const root = resolve(import.meta.dirname, '../..');
const execute = promisify(execFile);
/** What workflows of others call this repository. */
const OWN = 'rollback-actions/rollback-actions';
const VERSION = 'v1';

export interface ActOptions {
  /** A workflow of the repository: `rollback.yml`. */
  readonly workflow: string;
  /** Default is `workflow_dispatch`. */
  readonly event?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
}

/** Without what the tools that are older than GitHub's newest syntax do not know. */
export function asOlderToolsKnowIt(workflow: string): string {
  return workflow
    .replaceAll('uses: $/', 'uses: ./')
    .replace(/^ *queue: \w+\n/gm, '')
    .replaceAll(/, queue: \w+/g, '')
    .replace(/^ *(?:timezone|deployment): .*\n/gm, '');
}

/** This repository as act takes it, with further files: in a folder and a git repository of its own. */
export async function repository(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'own-'));
  for (const name of ['action.yml', 'actions', 'dist', 'package.json', '.github']) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  const workflows = join(folder, '.github/workflows');
  for (const name of readdirSync(workflows)) {
    writeFileSync(join(workflows, name), asActKnowsIt(readFileSync(join(workflows, name), 'utf8')));
  }
  return committed(folder, OWN, more);
}

/** The repository of somebody who uses this one, with the files given. */
export function callersRepository(files: Readonly<Record<string, string>>): Promise<string> {
  return committed(mkdtempSync(join(tmpdir(), 'caller-')), 'shop/shop', files);
}

/** Runs a workflow of a repository in act, on this machine. */
export async function runInAct(
  folder: string,
  options: ActOptions,
): Promise<{ exitCode: number | null; log: string }> {
  const { workflow, event = 'workflow_dispatch', inputs = {}, secrets = {}, vars = {} } = options;
  const own = folder.includes('/own-') ? folder : await repository();
  const flags = (flag: string, values: readonly string[]) => values.flatMap((value) => [flag, value]);
  const pairs = (values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([name, value]) => `${name}=${value}`);
  const args = [
    event,
    ...['-W', `.github/workflows/${workflow}`],
    ...flags('-P', ['ubuntu-latest=-self-hosted']),
    // act reads a secret without a value from its own environment.
    ...flags('-s', Object.keys(secrets)),
    ...flags('--var', pairs(vars)),
    ...flags('--input', pairs(inputs)),
    ...flags('--local-repository', [`${OWN}@${VERSION}=${own}`, ...standIns([own, folder])]),
  ];
  const env = { ...process.env, ...secrets, XDG_CACHE_HOME: mkdtempSync(join(tmpdir(), 'act-')) };
  const child = spawn(act.path('act'), args, { cwd: folder, env });
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

function asActKnowsIt(workflow: string): string {
  return asOlderToolsKnowIt(workflow)
    .replaceAll('type: environment', 'type: string')
    .replaceAll(
      /uses: \.\/([^\s@,}]*)/g,
      (_, path: string) => `uses: ${OWN}${path && `/${path}`}@${VERSION}`,
    );
}

async function committed(
  folder: string,
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path.startsWith('.github/workflows/') ? asActKnowsIt(text) : text);
  }
  const git = (...args: string[]) => execute('git', args, { cwd: folder });
  await git('init', '-q', '-b', 'main');
  await git('add', '-A');
  await git('-c', 'user.name=test', '-c', 'user.email=test@localhost', 'commit', '-q', '-m', 'test');
  await git('remote', 'add', 'origin', `https://github.com/${name}`);
  return folder;
}

/** `--local-repository` for every action of others that workflows of these repositories use. */
function standIns(folders: readonly string[]): string[] {
  const texts = folders.flatMap((folder) =>
    globSync('.github/{workflows/*.yml,actions/*/action.yml}', { cwd: folder }).map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    ),
  );
  const used = texts.flatMap((text) => [
    ...text.matchAll(/uses: ([\w-]+\/[\w.-]+)(?:\/[^@\s]*)?@([^\s,}]+)/g),
  ]);
  const repositories = new Set(used.map(([, name, version]) => `${name}@${version}`));
  return [...repositories].filter((one) => !one.startsWith(OWN)).map((one) => `${one}=${standIn(one)}`);
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
