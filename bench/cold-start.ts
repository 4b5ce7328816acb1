/** How long an action takes from its process's start to its first request, beside an empty script. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median, printTable } from './measure.ts';

const ROUNDS = 11;
const dist = resolve(import.meta.dirname, '../dist');

export async function benchColdStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const floor = median(await rounds(() => untilExit(empty)));
  const action = median(
    await rounds(() => untilFirstRequest(join(dist, 'rollback-service/index.js'), folder)),
  );
  console.log(`\nCold start, median of ${ROUNDS}:`);
  printTable(
    ['what', 'ms', 'to the floor'],
    [
      ['an empty script, to its end (floor)', floor.toFixed(0), '1.0×'],
      ['rollback-service, to its first connection', action.toFixed(0), `${(action / floor).toFixed(1)}×`],
    ],
  );
  const bytes = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  console.log(`dist/ is ${(bytes / 1e6).toFixed(2)} MB in all.`);
}

async function rounds(run: () => Promise<number>): Promise<number[]> {
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) figures.push(await run());
  return figures;
}

function untilExit(script: string): Promise<number> {
  const begun = performance.now();
  return new Promise((done) =>
    spawn(process.execPath, [script]).on('close', () => done(performance.now() - begun)),
  );
}

async function untilFirstRequest(script: string, folder: string): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const kubeconfig = join(folder, 'kubeconfig');
  const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(
    kubeconfig,
    `{clusters: [{name: c, cluster: {server: "${address}"}}], users: [{name: u, user: {token: bench}}], contexts: [{name: c, context: {cluster: c, user: u}}], current-context: c}`,
  );
  const begun = performance.now();
  const child = spawn(process.execPath, [script], {
    stdio: 'ignore',
    env: {
      INPUT_KUBECONFIG: kubeconfig,
      INPUT_WORKLOADS: 'all',
      INPUT_REASON: 'benchmark',
      RUNNER_TEMP: folder,
    },
  });
  const gone = new Promise((done) => child.on('close', done));
  const milliseconds = await new Promise<number>((done) =>
    server.once('connection', (socket) => {
      done(performance.now() - begun);
      socket.destroy();
    }),
  );
  child.kill('SIGKILL');
  await gone;
  server.close();
  return milliseconds;
}
