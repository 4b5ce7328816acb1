import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { startControlPlane } from '../control-plane/control-plane.ts';
import { ensureGo } from '../support/go.ts';

/** How long after its start a pod of the tests' own control plane becomes ready. */
const READY_MS = 300;

/**
 * `npm run test:e2e [-- <what jest takes>]`: runs these tests on the cluster that KUBECONFIG names, with real images
 * (E2E_PROFILE=kwok where its pods are played by test/control-plane), or else on a control plane of their own.
 */
const root = resolve(import.meta.dirname, '../..');

ensureGo();
process.exitCode = process.env.KUBECONFIG ? await twice({}) : await onOwnControlPlane();

async function onOwnControlPlane(): Promise<number> {
  const controlPlane = await startControlPlane({ readyMs: READY_MS });
  try {
    const { kubeconfig, kubectl, podIP } = controlPlane;
    return await twice({
      KUBECONFIG: kubeconfig,
      KUBECTL: kubectl,
      POD_IP: podIP,
      E2E_PROFILE: 'kwok',
      READY_MS: String(READY_MS),
    });
  } finally {
    await controlPlane.stop();
  }
}

/**
 * In CI, what failed is run once more, by itself: two cores carry a whole control plane, kwok and four scenarios at a
 * time, and a controller that is starved fails a test that is right. Both runs are in the log.
 */
async function twice(env: NodeJS.ProcessEnv): Promise<number> {
  const exitCode = await jest(env, '--maxWorkers=2', '--maxConcurrency=4');
  if (exitCode === 0 || !process.env.CI) return exitCode;
  console.log('\nSome tests failed beside the others; those files are run once more, one at a time.\n');
  return jest(env, '--onlyFailures', '--runInBand', '--maxConcurrency=1');
}

async function jest(env: NodeJS.ProcessEnv, ...more: string[]): Promise<number> {
  const flags = ['--experimental-vm-modules', '--no-warnings'];
  const options = ['--selectProjects=e2e'];
  const command = join(root, 'node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [...flags, command, ...options, ...more, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  // What interrupts this run interrupts jest, and the control plane is stopped after it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done, failed) => {
    child.on('error', failed).on('exit', (code) => done(code ?? 1));
  });
}
