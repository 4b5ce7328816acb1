import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ControlPlane } from '../test/control-plane/control-plane.ts';
import { HELM, helm as program } from '../test/setup/artifacts.ts';
import { type Cost, measure } from './measure.ts';
import { deployment } from './shop.ts';

export const HELM_VERSION = HELM[4];

/** The same Deployments as a release of Helm in a namespace of its own. */
export interface Release {
  /** Deploys another version of all of them, as Helm's next revision. */
  deploy(version: string): Promise<void>;
  rollback(wait: WaitStrategy): Promise<Cost>;
}

/** `watcher` is what `--wait` means, and sees late that a Deployment is ready (helm/helm#31824); `legacy` is Helm 3's. */
type WaitStrategy = 'watcher' | 'legacy';

const built = program[4];

/** Helm is built from its Go module, once (five minutes on two cores). */
export async function helmRelease(plane: ControlPlane, count: number): Promise<Release> {
  await built.get();
  const helm = built.path('helm');
  const home = mkdtempSync(join(tmpdir(), 'bench-helm-'));
  const chart = chartOf(home, count);
  const env = {
    KUBECONFIG: plane.kubeconfig,
    HELM_CACHE_HOME: home,
    HELM_CONFIG_HOME: home,
    HELM_DATA_HOME: home,
  };
  const run = (strategy: WaitStrategy, ...args: string[]) =>
    measure([helm, ...args, '--namespace', 'bench-helm', `--wait=${strategy}`, '--timeout', '5m'], env);
  const deploy = async (version: string) => {
    await run(
      'legacy',
      'upgrade',
      'shop',
      chart,
      '--install',
      '--create-namespace',
      '--set',
      `version=${version}`,
    );
  };
  await deploy('1.0.0');
  return { deploy, rollback: (wait) => run(wait, 'rollback', 'shop') };
}

function chartOf(folder: string, count: number): string {
  const chart = join(folder, 'shop');
  mkdirSync(join(chart, 'templates'), { recursive: true });
  writeFileSync(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: shop\nversion: 1.0.0\n');
  const manifests = Array.from({ length: count }, (_, index) =>
    JSON.stringify(deployment(`app-${index}`, '{{ .Values.version }}')),
  );
  writeFileSync(join(chart, 'templates/deployments.yaml'), manifests.join('\n---\n'));
  return chart;
}
