import { execFile, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Serves the bare repositories of a folder over HTTP, on loopback, as `git http-backend` does.
 *
 * @param sending what each answer waits for, once it is known
 */
export async function serveRepositories(
  root: string,
  sending: () => Promise<unknown> = async () => {},
): Promise<{ url: string; close(): void }> {
  mkdirSync(root, { recursive: true });
  const server = createServer((request, response) => answer(root, request, response, sending));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(
  root: string,
  request: IncomingMessage,
  response: ServerResponse,
  sending: () => Promise<unknown>,
): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const git = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      ...(request.headers['content-encoding'] && {
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      }),
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  request.pipe(git.stdin).on('error', () => {});
  const chunks: Buffer[] = [];
  git.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  git.on('close', async () => {
    await sending();
    const all = Buffer.concat(chunks);
    const end = all.indexOf('\r\n\r\n');
    for (const line of all.subarray(0, end).toString().split('\r\n')) {
      const [name = '', value = ''] = line.split(': ');
      if (name === 'Status') response.statusCode = Number(value.split(' ')[0]);
      else if (name) response.setHeader(name, value);
    }
    response.end(all.subarray(end + 4));
  });
}

/** The folder that `npm run test:owners` serves. */
const served = () => ({ root: process.env.GIT_ROOT ?? '', url: process.env.GIT_URL ?? '' });

/** A repository of one test, with one branch. */
export class Repository {
  readonly url: string;
  /** Where it is on this machine. */
  readonly bare: string;
  readonly #work: string;

  private constructor(url: string, bare: string, work: string) {
    this.url = url;
    this.bare = bare;
    this.#work = work;
  }

  static async make(name: string, { root, url } = served()): Promise<Repository> {
    const bare = join(root, `${name}.git`);
    const work = await mkdtemp(join(tmpdir(), 'work-'));
    await git(root, 'init', '-q', '--bare', '-b', 'main', bare);
    await git(work, 'init', '-q', '-b', 'main');
    return new Repository(`${url}/${name}.git`, bare, work);
  }

  /** Commits these files (null takes one away) and pushes. @returns the commit */
  async commit(message: string, files: Readonly<Record<string, string | object | null>>): Promise<string> {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.#work, path);
      mkdirSync(dirname(file), { recursive: true });
      if (content === null) await rm(file, { force: true });
      else await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    }
    await git(this.#work, 'add', '-A');
    const author = ['-c', 'user.name=dev', '-c', 'user.email=dev@shop.test'];
    await git(this.#work, ...author, 'commit', '-q', '--allow-empty', '-m', message);
    await git(this.#work, 'push', '-q', this.bare, 'HEAD:main');
    return (await git(this.#work, 'rev-parse', 'HEAD')).trim();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#work, { recursive: true, force: true });
  }
}

const git = async (cwd: string, ...args: string[]): Promise<string> =>
  (await promisify(execFile)('git', args, { cwd })).stdout;
