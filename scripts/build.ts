/**
 * Builds dist/: one bundle with a lazy chunk an action, and a stub an action. `--check` builds elsewhere and fails
 * when the committed dist/ is not what the sources give.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

interface Asset {
  source: string | Buffer;
}
type Ncc = (entry: string, options: object) => Promise<{ code: string; assets: Record<string, Asset> }>;

const root = resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

await (process.argv.includes('--check') ? check() : build(join(root, 'dist')));

async function build(out: string): Promise<void> {
  const work = join(root, 'build');
  rmSync(work, { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
    { stdio: 'inherit' },
  );
  writeFileSync(join(work, 'package.json'), '{"type":"module"}\n');
  slimClientNode(work);

  const ncc = require('@vercel/ncc') as Ncc;
  const { code, assets } = await ncc(join(work, 'main.js'), {
    esm: true,
    cache: false,
    license: 'licenses.txt',
    quiet: true,
  });
  rmSync(out, { recursive: true, force: true });
  write(join(out, 'main.js'), code);
  for (const [name, asset] of Object.entries(assets)) write(join(out, name), asset.source);
  for (const name of readdirSync(join(root, 'actions'))) {
    write(join(out, name, 'index.js'), `import { main } from '../main.js';\n\nawait main('${name}');\n`);
  }
  rmSync(work, { recursive: true, force: true });
}

/**
 * A copy of client-node beside the compiled sources, without what is never called: its generated API classes
 * (14 MB, which the requests of systems/kubernetes do without) and undici, which they alone use. Bundles and cold
 * starts are a fifth and a half of what they are with them.
 */
function slimClientNode(work: string): void {
  const from = join(root, 'node_modules/@kubernetes/client-node');
  const to = join(work, 'node_modules/@kubernetes/client-node');
  mkdirSync(join(to, 'dist'), { recursive: true });
  cpSync(join(from, 'package.json'), join(to, 'package.json'));
  cpSync(join(from, 'LICENSE'), join(to, 'LICENSE'));
  for (const file of readdirSync(join(from, 'dist'))) {
    if (file.endsWith('.js')) cpSync(join(from, 'dist', file), join(to, 'dist', file));
  }
  symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'));
  const config = join(to, 'dist/config.js');
  let source = readFileSync(config, 'utf8');
  for (const unused of [
    /^import \{[^}]*\} from 'undici';$/m,
    /^import \{[^}]*\} from '\.\/gen\/index\.js';$/m,
    /^import \{[^}]*\} from '\.\/middleware\.js';$/m,
  ]) {
    if (!unused.test(source))
      throw new Error(`${config} does not have ${unused} any more; look at what slimClientNode leaves out.`);
    source = source.replace(unused, '');
  }
  writeFileSync(config, source);
}

async function check(): Promise<void> {
  const fresh = mkdtempSync(join(tmpdir(), 'dist-'));
  try {
    await build(fresh);
    const different = [...new Set([...files(fresh), ...files(join(root, 'dist'))])].filter(
      (file) => read(join(fresh, file)) !== read(join(root, 'dist', file)),
    );
    if (different.length === 0) return console.log('dist/ is what the sources give.');
    console.error(
      `dist/ is not what the sources give: ${different.join(', ')} differ. Run \`npm run build\` and commit dist/.`,
    );
    process.exitCode = 1;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function read(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'latin1') : undefined;
}

function files(directory: string): string[] {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
}
