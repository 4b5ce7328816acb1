import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** A script that is started as an action's would be. */
export interface Peer {
  readonly name: string;
  readonly script: string;
  readonly inputs?: NodeJS.ProcessEnv;
  readonly version?: string;
}

type Ncc = (
  entry: string,
  options: object,
) => Promise<{ code: string; assets: Record<string, { source: string | Buffer }> }>;

const require = createRequire(import.meta.url);
const modules = resolve(import.meta.dirname, '../node_modules');

/** The one well-known action whose bundle its package on npm carries. */
const CYPRESS = { name: '@cypress/github-action', version: '7.3.0' };

/** What other actions are made of: the packages that ours use, bundled as their documentation says. */
const SAMPLES: Readonly<Record<string, string>> = {
  '@actions/core alone, by ncc': '',
  'core and @actions/github, by ncc':
    "import { getOctokit } from '@actions/github'; globalThis.use = getOctokit;",
  'core, pg and the client of S3, by ncc':
    "import pg from 'pg'; import { S3Client } from '@aws-sdk/client-s3'; globalThis.use = [pg, S3Client];",
  'core and client-node, by ncc':
    "import { AppsV1Api, KubeConfig } from '@kubernetes/client-node'; globalThis.use = [AppsV1Api, KubeConfig];",
};

/** `dist/index.js` of well-known actions, by the length of the copies that a search of public code had. */
export const PUBLISHED: readonly { file: string; characters: number; commit: string }[] = [
  { file: 'actions/github-script', characters: 322_076, commit: '0421925' },
  { file: 'aws-actions/configure-aws-credentials', characters: 724_173, commit: '0181111' },
  { file: 'Azure/k8s-deploy (lib/index.js)', characters: 930_241, commit: '08d466b' },
  { file: 'slackapi/slack-github-action', characters: 1_346_561, commit: '007b2c3' },
  { file: 'actions/checkout', characters: 1_449_840, commit: '011c9c5' },
  { file: 'docker/build-push-action', characters: 3_939_026, commit: '0149a90' },
];

/** Makes them below a folder. */
export async function peers(folder: string): Promise<Peer[]> {
  const made: Peer[] = [cypress(folder)];
  symlinkSync(modules, join(folder, 'node_modules'));
  for (const [index, [name, imports]] of Object.entries(SAMPLES).entries())
    made.push({ name, script: await bundle(join(folder, `sample-${index}`), imports) });
  return made;
}

function cypress(folder: string): Peer {
  const { name, version } = CYPRESS;
  const [{ filename } = { filename: '' }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', `--pack-destination=${folder}`, `${name}@${version}`], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  ) as { filename: string }[];
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);
  return {
    name,
    version: `${name} ${version}`,
    script: join(folder, 'package/dist/index.js'),
    inputs: { INPUT_INSTALL: 'false', INPUT_RUNTESTS: 'false' },
  };
}

/** Bundles an action that ends because an input is missing. */
async function bundle(folder: string, imports: string): Promise<string> {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
  const entry = join(folder, 'action.js');
  writeFileSync(
    entry,
    `import { getInput, setFailed } from '@actions/core';
     ${imports}
     try { getInput('missing', { required: true }); } catch (error) { setFailed(error.message); }`,
  );
  const ncc = require('@vercel/ncc') as Ncc;
  const { code, assets } = await ncc(entry, { esm: true, cache: false, quiet: true });
  const script = join(folder, 'dist/index.js');
  mkdirSync(dirname(script));
  writeFileSync(script, code);
  for (const [name, { source }] of Object.entries(assets)) writeFileSync(join(folder, 'dist', name), source);
  return script;
}
