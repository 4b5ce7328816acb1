import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const here = import.meta.dirname;
const run = promisify(execFile);
const sources = ['go.mod', 'go.sum', 'build.ts'];

/** Builds the binaries unless they are there already, and returns the folder that holds them. */
export async function build(report: (line: string) => void = () => {}): Promise<string> {
  const binaries = await binariesDirectory();
  if (existsSync(binaries)) return binaries;
  await requireGo();
  report(`Building the control plane into ${binaries}: once, about ten minutes on two cores.`);
  await mkdir(dirname(binaries), { recursive: true });
  // A build that is cut off must not look like a finished one: only the rename makes it visible.
  const unfinished = await mkdtemp(`${binaries}.`);
  try {
    const started = Date.now();
    await compile(unfinished, report);
    await rename(unfinished, binaries).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(binaries)) throw error;
    });
    report(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return binaries;
}

/** Where everything lives that outlasts one run. */
export function cacheDirectory(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'rollback-actions');
}

async function binariesDirectory(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(await readFile(join(here, source)));
  return join(cacheDirectory(), `control-plane-${hash.digest('hex').slice(0, 16)}`);
}

async function requireGo(): Promise<void> {
  const needed = /^go (\S+)$/m.exec(await readFile(join(here, 'go.mod'), 'utf8'))?.[1] ?? '';
  const advice = `Building the test control plane needs Go ${needed} or newer: install it from https://go.dev/dl/ and put its bin folder on the PATH.`;
  // `go list` fails where the Go on the PATH is older than go.mod asks and may not fetch a newer one by itself.
  await run('go', ['list', '-m'], { cwd: here, env: goEnvironment() }).catch((error) => {
    const found = error.code === 'ENOENT' ? 'There is no Go on the PATH.' : String(error.stderr).trim();
    throw new Error(`${advice} (${found})`);
  });
}

function goEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off' };
}

async function compile(directory: string, report: (line: string) => void): Promise<void> {
  const version = await moduleField('k8s.io/kubernetes', 'Version');
  const [, major, minor] = /^v(\d+)\.(\d+)\./.exec(version) ?? [];
  const names = { gitVersion: version, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' };
  // Without these Kubernetes calls itself v0.0.0-master, which it then compares with the versions of its features.
  const flags = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'].flatMap((path) =>
    Object.entries(names).map(([name, value]) => `-X ${path}.${name}=${value}`),
  );
  const source = await mkdtemp(join(tmpdir(), 'control-plane-source-'));
  try {
    const modfile = await mendKwok(source);
    report(`Compiling Kubernetes ${version}, etcd and kwok.`);
    const ldflags = `-ldflags=-s -w ${flags.join(' ')}`;
    await go(['build', `-modfile=${modfile}`, '-trimpath', ldflags, '-o', `${directory}/`, 'tool']);
  } finally {
    await rm(source, { recursive: true, force: true });
  }
  // Go names a binary after the last part of its module's path.
  await rename(join(directory, 'server'), join(directory, 'etcd'));
}

async function go(args: string[]): Promise<void> {
  const child = spawn('go', args, {
    cwd: here,
    env: goEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`go ${args[0]} failed; its last words:\n${output.trim().slice(-4000)}`);
}

async function moduleField(path: string, field: string): Promise<string> {
  const { stdout } = await run('go', ['list', '-m', '-f', `{{.${field}}}`, path], {
    cwd: here,
    env: goEnvironment(),
  });
  return stdout.trim();
}

/**
 * In `kubectl exec` kwok loses the command's exit code and never closes its standard input, where a kubelet does both
 * right. So kwok is built from a mended copy, by a copied go.mod: the tree's is right everywhere else.
 */
async function mendKwok(directory: string): Promise<string> {
  await run('go', ['mod', 'download', 'sigs.k8s.io/kwok'], { cwd: here, env: goEnvironment() });
  const copy = join(directory, 'kwok');
  await cp(await moduleField('sigs.k8s.io/kwok', 'Dir'), copy, { recursive: true });
  await run('chmod', ['-R', 'u+w', copy]);
  const file = join(copy, 'pkg/utils/exec/exec.go');
  await writeFile(file, mendExec(await readFile(file, 'utf8')));
  const modfile = join(directory, 'go.mod');
  const replacement = `\nreplace sigs.k8s.io/kwok => ${JSON.stringify(copy)}\n`;
  await writeFile(modfile, (await readFile(join(here, 'go.mod'), 'utf8')) + replacement);
  await copyFile(join(here, 'go.sum'), join(directory, 'go.sum'));
  return modfile;
}

function mendExec(source: string): string {
  const changes: [before: string, after: string][] = [
    ['import (', 'import (\n"errors"\nutilexec "k8s.io/utils/exec"'],
    [
      '_, err := Command(ctx, name, args...)\n',
      `_, err := Command(ctx, name, args...)
       var exit *exec.ExitError
       if errors.As(err, &exit) && exit.Exited() {
         return utilexec.CodeExitError{Err: err, Code: exit.ExitCode()}
       }\n`,
    ],
    ['_, _ = io.Copy(inPipe, opt.In)\n', '_, _ = io.Copy(inPipe, opt.In)\n_ = inPipe.Close()\n'],
  ];
  return changes.reduce((text, [before, after]) => {
    if (text.split(before).length === 2) return text.replace(before, after);
    throw new Error(
      `kwok's exec.go has changed around "${before.trim()}": see whether it is right by itself now, and adapt build.ts.`,
    );
  }, source);
}
