/**
 * Builds dist/: one bundle with a lazy chunk an action, a stub an action, and what the stubs have in common. `--check` builds elsewhere and fails
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

/**
 * What our dependencies import and we never call, by file: client-node's generated API classes (14 MB) and the
 * undici that they use, and the OIDC client, with another undici, of @actions/core. Without them the bundle is a
 * tenth and the cold start half of what it is with them; a call to what is missing would be a ReferenceError.
 */
const UNUSED: Record<string, RegExp[]> = {
  '@kubernetes/client-node/dist/config.js': [
    /^import \{[^}]*\} from 'undici';$/m,
    /^import \{[^}]*\} from '\.\/gen\/index\.js';$/m,
    /^import \{[^}]*\} from '\.\/middleware\.js';$/m,
  ],
  '@actions/core/lib/core.js': [
    /^import \{ OidcClient \} from '\.\/oidc-utils\.js';$/m,
    /^export \* as platform from '\.\/platform\.js';$/m,
  ],
};

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
  slimDependencies(work);

  const ncc = require('@vercel/ncc') as Ncc;
  const { code, assets } = await ncc(join(work, 'main.js'), {
    esm: true,
    cache: false,
    license: 'licenses.txt',
    quiet: true,
  });
  rmSync(out, { recursive: true, force: true });
  write(join(out, 'main.js'), code);
  write(join(out, 'start.js'), readFileSync(join(root, 'scripts/start.js')));
  for (const [name, asset] of Object.entries(assets)) write(join(out, name), asset.source);
  for (const name of readdirSync(join(root, 'actions'))) {
    write(join(out, name, 'index.js'), `import { start } from '../start.js';\n\nawait start('${name}');\n`);
  }
  rmSync(work, { recursive: true, force: true });
}

/** Copies the packages of UNUSED beside the compiled sources, where they are found first, without those imports. */
function slimDependencies(work: string): void {
  for (const [file, imports] of Object.entries(UNUSED)) {
    const name = file.split('/').slice(0, 2).join('/');
    const from = join(root, 'node_modules', name);
    const to = join(work, 'node_modules', name);
    cpSync(from, to, {
      recursive: true,
      filter: (path) => !path.includes('/dist/gen') && !path.endsWith('.map') && !path.endsWith('.d.ts'),
    });
    const path = join(work, 'node_modules', file);
    let source = readFileSync(path, 'utf8');
    for (const unused of imports) {
      if (!unused.test(source))
        throw new Error(`${file} does not have ${unused} any more; look at what UNUSED leaves out.`);
      source = source.replace(unused, '');
    }
    writeFileSync(path, source);
  }
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
