import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startControlPlane } from '../../control-plane/control-plane.ts';
import { filesOf, runJest } from '../../jest.ts';
import { setUp } from '../../setup/set-up.ts';
import type { Started } from './controllers.ts';
import { serveRepositories } from './repositories.ts';
import { startArgoCd } from './start-argo-cd.ts';
import { startFlux } from './start-flux.ts';
import { startRollouts } from './start-rollouts.ts';

/** How long after its start a pod becomes ready. */
const READY_MS = 300;

/** Which controllers the files of tests need, by their names. */
const CONTROLLERS = [
  [/\/real\/argo-cd/, startArgoCd],
  [/\/real\/flux/, startFlux],
  [/\/real\/(argo-)?rollouts/, startRollouts],
] as const;

/** Runs the tests of this folder on a control plane of their own, beside the controllers that they need. */
export async function runOwners(
  words: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<number> {
  const run = { projects: ['owners'], words: ['--maxConcurrency=4', '--maxWorkers=100%', ...words] };
  const files = await setUp(filesOf(run), true);
  if (files.length === 0) return 0;
  const folder = mkdtempSync(join(tmpdir(), 'owners-'));
  const repositories = await serveRepositories(join(folder, 'git'));
  const controlPlane = await startControlPlane({ readyMs: READY_MS });
  const started: Started[] = [];
  try {
    const { kubeconfig, kubectl } = controlPlane;
    for (const [needed, start] of CONTROLLERS)
      if (files.some((file) => needed.test(file))) started.push(await start({ kubeconfig, kubectl, folder }));
    const env = {
      ...more,
      KUBECONFIG: kubeconfig,
      KUBECTL: kubectl,
      E2E_PROFILE: 'kwok',
      READY_MS: String(READY_MS),
      GIT_ROOT: join(folder, 'git'),
      GIT_URL: repositories.url,
    };
    return await runJest({ ...run, env });
  } finally {
    await Promise.all(started.map((each) => each.stop()));
    await controlPlane.stop();
    repositories.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
