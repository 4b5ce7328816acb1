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
import { slim } from './slim.ts';

interface Asset {
  source: string | Buffer;
}
type Ncc = (entry: string, options: object) => Promise<{ code: string; assets: Record<string, Asset> }>;

const root = resolve(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** A place in the text of a file, and what is written there instead. */
type Edit = readonly [place: RegExp, instead: string];

const leftOut = (place: RegExp): Edit => [place, ''];

/** The two clients of clouds that Kubernetes has given up read what their programs print with JSONPath, and nobody else does. */
const JSONPATH_LATER: readonly Edit[] = [
  [/^import \* as jsonpath from 'jsonpath-plus';$/m, 'let jsonpath;'],
  [
    /^( +)const token = this\.getToken\(user\);$/m,
    "$1jsonpath = await import('jsonpath-plus');\n$1const token = this.getToken(user);",
  ],
];

/**
 * What is changed in our dependencies, by file, so that actions start sooner.
 *
 * What they import and we never call is left out: client-node's generated API classes (14 MB), the undici that they use with
 * its way through SOCKS, and the OIDC client, with another undici, of @actions/core. Without them the bundle is a tenth and the
 * cold start half of what it is with them; a call to what is missing would be a ReferenceError.
 *
 * What few kubeconfigs need becomes a chunk of its own, which is loaded by the first use: OpenID Connect, a proxy that speaks
 * SOCKS, JSONPath. test/actions/kubeconfigs.test.ts uses each.
 */
const EDITS: Record<string, readonly Edit[]> = {
  '@kubernetes/client-node/dist/config.js': [
    leftOut(/^import \{[^}]*\} from 'undici';$/m),
    leftOut(/^import \{[^}]*\} from '\.\/gen\/index\.js';$/m),
    leftOut(/^import \{[^}]*\} from '\.\/middleware\.js';$/m),
    leftOut(/^import \{ SocksClient \} from 'socks';$/m),
    [/^import \{ SocksProxyAgent \} from 'socks-proxy-agent';$/m, 'let SocksProxyAgent;'],
    [
      /^( +)opts\.agent = this\.createAgent\(cluster, agentOptions\);$/m,
      "$1if (cluster?.proxyUrl?.startsWith('socks')) ({ SocksProxyAgent } = await import('socks-proxy-agent'));\n$1opts.agent = this.createAgent(cluster, agentOptions);",
    ],
  ],
  '@kubernetes/client-node/dist/oidc_auth.js': [
    [/^import \* as oidc from 'openid-client';$/m, 'let oidc;'],
    [/^ +async getClient\(user\) \{$/m, "$&\n        oidc = await import('openid-client');"],
    // As it is, no token can be renewed: https://github.com/kubernetes-client/javascript/issues/2202.
    [/discovery\((user\.authProvider\.config\['idp-issuer-url'\])/g, 'discovery(new URL($1)'],
    [
      /(user\.authProvider\.config)\['client-id'\]\);$/m,
      "$1['client-id'], $1['client-secret'] || undefined);",
    ],
  ],
  '@kubernetes/client-node/dist/azure_auth.js': JSONPATH_LATER,
  '@kubernetes/client-node/dist/gcp_auth.js': JSONPATH_LATER,
  '@actions/core/lib/core.js': [
    leftOut(/^import \{ OidcClient \} from '\.\/oidc-utils\.js';$/m),
    leftOut(/^export \* as platform from '\.\/platform\.js';$/m),
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
  editDependencies(work);

  const ncc = require('@vercel/ncc') as Ncc;
  const { code, assets } = await ncc(join(work, 'main.js'), {
    // Node loads a chunk faster by `require` than by `import`.
    esm: false,
    cache: false,
    license: 'licenses.txt',
    quiet: true,
  });
  rmSync(out, { recursive: true, force: true });
  write(join(out, 'main.js'), slim(code));
  write(join(out, 'package.json'), '{"type":"commonjs"}\n');
  write(join(out, 'start.js'), readFileSync(join(root, 'scripts/start.cjs')));
  for (const [name, { source }] of Object.entries(assets))
    write(join(out, name), name.endsWith('.js') ? slim(String(source)) : source);
  for (const name of readdirSync(join(root, 'actions'))) {
    write(join(out, name, 'index.js'), `require('../start.js').start('${name}');\n`);
  }
  rmSync(work, { recursive: true, force: true });
}

/** Copies the packages of EDITS beside the compiled sources, where they are found first, and changes those files. */
function editDependencies(work: string): void {
  for (const name of new Set(Object.keys(EDITS).map(packageOf))) {
    cpSync(join(root, 'node_modules', name), join(work, 'node_modules', name), {
      recursive: true,
      filter: (path) => !path.includes('/dist/gen') && !path.endsWith('.map') && !path.endsWith('.d.ts'),
    });
  }
  for (const [file, edits] of Object.entries(EDITS)) {
    const path = join(work, 'node_modules', file);
    let source = readFileSync(path, 'utf8');
    for (const [place, instead] of edits) {
      if (!place.test(source))
        throw new Error(`${file} does not have ${place} any more; look at what EDITS changes.`);
      source = source.replace(place, instead);
    }
    writeFileSync(path, source);
  }
}

/** `@scope/name` of a file in it. */
function packageOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
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
