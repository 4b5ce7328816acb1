import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { startControlPlane } from '../control-plane/control-plane.ts';

/** How long after its start a pod of the tests' own control plane becomes ready. */
const READY_MS = 300;

/**
 * `npm run test:e2e [-- <what jest takes>]`: runs these tests on the cluster that KUBECONFIG names, with real images
 * (E2E_PROFILE=kwok where its pods are played by test/control-plane), or else on a control plane of their own.
 */
const root = resolve(import.meta.dirname, '../..');

process.exitCode = process.env.KUBECONFIG ? await jest({}) : await onOwnControlPlane();

async function onOwnControlPlane(): Promise<number> {
  const controlPlane = await startControlPlane({ readyMs: READY_MS });
  try {
    const { kubeconfig, kubectl, podIP } = controlPlane;
    return await jest({
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

async function jest(env: NodeJS.ProcessEnv): Promise<number> {
  const flags = ['--experimental-vm-modules', '--no-warnings'];
  const options = ['--selectProjects=e2e', '--maxWorkers=2', '--maxConcurrency=4'];
  const command = join(root, 'node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [...flags, command, ...options, ...process.argv.slice(2)], {
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
