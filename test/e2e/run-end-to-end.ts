import { availableParallelism } from 'node:os';
import { startControlPlane } from '../control-plane/control-plane.ts';
import { filesOf, runJest } from '../jest.ts';
import { setUp } from '../setup/set-up.ts';

/** How long after its start a pod of the tests' own control plane becomes ready. */
const READY_MS = 300;

/**
 * Runs the tests of this folder on the cluster that KUBECONFIG names, with real images (E2E_PROFILE=kwok where its pods
 * are played by test/control-plane), or else on a control plane of their own.
 */
export async function runEndToEnd(words: readonly string[]): Promise<number> {
  // They wait for controllers and kubelets half of the time, and the control plane is at work beside them.
  const workers = words.some((word) => word.startsWith('--maxWorkers'))
    ? []
    : [`--maxWorkers=${availableParallelism() + 1}`];
  const run = { projects: ['e2e'], words: ['--maxConcurrency=8', ...workers, ...words] };
  if (process.env.KUBECONFIG) return runJest(run);
  if ((await setUp(filesOf(run), true)).length === 0) return 0;
  const controlPlane = await startControlPlane({ readyMs: READY_MS });
  try {
    const { kubeconfig, kubectl, podIP } = controlPlane;
    const env = {
      KUBECONFIG: kubeconfig,
      KUBECTL: kubectl,
      POD_IP: podIP,
      E2E_PROFILE: 'kwok',
      READY_MS: String(READY_MS),
    };
    return await runJest({ ...run, env });
  } finally {
    await controlPlane.stop();
  }
}
