import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { END } from '../../../src/systems/kubernetes/bounded-command.ts';

const run = promisify(execFile);
/** A container's processes have a namespace of their own, which takes root. */
const asRoot = process.getuid?.() === 0 ? test : test.skip;

async function until<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    await wait(20);
  }
}

/** The one child of a process, as the machine numbers it. */
const childOf = ({ pid }: ChildProcess) =>
  until(() => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0] || undefined);

asRoot.each([
  ['that goes when it loses its child', 'sleep 291; true'],
  ['that takes no signal', 'trap "" TERM; sleep 291; true'],
])(
  'N8: a command %s is ended in its container with what it has started, and nothing else',
  async (_, script) => {
    const container = spawn('unshare', ['--pid', '--fork', '--mount-proc', '--kill-child', 'sleep', '300']);
    try {
      const first = await childOf(container);
      const enter = ['--target', first, '--pid', '--mount'];
      const argv = ['sh', '-c', script];
      const started = spawn('nsenter', [...enter, ...argv]);
      const other = spawn('nsenter', [...enter, 'sleep', '292']);
      const ended = once(started, 'exit');
      await Promise.all([started, other].map(childOf));
      const shell = () => run('nsenter', [...enter, 'sh', '-c', END, 'sh', ...argv]);
      // Until it has become the command, a process is still the one that starts it.
      let said = '';
      while (said === '') said = (await shell()).stdout;
      expect(said).toBe('ended\n');
      await ended;
      const { stdout } = await run('nsenter', [...enter, 'ps', '-eo', 'args']);
      expect(stdout).not.toContain('sleep 291');
      expect(stdout).toContain('sleep 292');
      expect((await shell()).stdout).toBe('');
      other.kill('SIGKILL');
    } finally {
      container.kill('SIGKILL');
    }
  },
);
