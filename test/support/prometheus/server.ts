import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { alertmanager, prometheus } from '../../setup/artifacts.ts';
import { freePort } from '../port.ts';

/** A server of one test's own. */
export interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Prometheus on a free port.
 *
 * @param config its configuration as YAML
 * @param history OpenMetrics text with times, which it knows from the start
 */
export async function startPrometheus(config = '', history = ''): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
  const data = join(folder, 'data');
  writeFileSync(join(folder, 'prometheus.yml'), config);
  if (history) {
    writeFileSync(join(folder, 'history.txt'), history);
    const words = ['tsdb', 'create-blocks-from', 'openmetrics', join(folder, 'history.txt'), data];
    execFileSync(prometheus.path('promtool'), words, { stdio: 'pipe' });
  }
  return start(folder, '/-/ready', (port) => [
    prometheus.path('prometheus'),
    `--config.file=${join(folder, 'prometheus.yml')}`,
    `--storage.tsdb.path=${data}`,
    `--web.listen-address=127.0.0.1:${port}`,
  ]);
}

/** Alertmanager on a free port, without a cluster. */
export async function startAlertmanager(config: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'alertmanager-'));
  writeFileSync(join(folder, 'alertmanager.yml'), config);
  return start(folder, '/-/ready', (port) => [
    alertmanager.path('alertmanager'),
    `--config.file=${join(folder, 'alertmanager.yml')}`,
    `--storage.path=${join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--cluster.listen-address=',
  ]);
}

async function start(
  folder: string,
  ready: string,
  command: (port: number) => readonly [string, ...string[]],
): Promise<Server> {
  const port = await freePort();
  const [program, ...words] = command(port);
  const log = join(folder, 'log');
  // A shell's redirection, because a file descriptor of a jest worker's would not be the child's.
  const child = spawn('/bin/sh', [
    '-c',
    'log=$1; shift; exec "$@" >"$log" 2>&1',
    'sh',
    log,
    program,
    ...words,
  ]);
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}${ready}`, child, log);
  return {
    url,
    async stop() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(url: string, child: ChildProcess, log: string): Promise<void> {
  for (;;) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    if (child.exitCode !== null) throw new Error(`It did not start:\n${readFileSync(log, 'utf8')}`);
    await wait(30);
  }
}
