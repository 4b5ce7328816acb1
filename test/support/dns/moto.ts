import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../port.ts';
import { pythonEnvironment } from '../python.ts';

const REQUIREMENTS = join(import.meta.dirname, 'moto.txt');

/** AWS as the tests have it: moto, of the versions in `moto.txt`. */
export async function startMoto(): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(program(), ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error('moto did not start.');
    const answer = await fetch(`${endpoint}/moto-api/`).catch(() => undefined);
    if (answer?.ok) break;
    await wait(100);
  }
  return {
    endpoint,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** The server's program, in an environment of Python's own that is made once. */
function program(): string {
  const version = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  return join(pythonEnvironment(`moto-${version}`, '--no-deps', '-r', REQUIREMENTS), 'moto_server');
}
