import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { KubeClient } from '../../src/systems/kubernetes/client.ts';
import type { Pod } from '../../src/systems/kubernetes/objects.ts';

/** Says what is done, does it, and says how long it took. */
export async function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  console.log(`\n● ${name}`);
  const begun = performance.now();
  const result = await run();
  console.log(`  ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}

/** Waits until so many pods say that they can't start or stay unready, and says what they say. */
export async function brokenPods(client: KubeClient, count: number): Promise<string[]> {
  for (;;) {
    const { items } = await client.list<Pod>('/api/v1/namespaces/shop/pods');
    const broken = items.flatMap((pod) => {
      const status = pod.status?.containerStatuses?.[0];
      const waiting = status?.state?.waiting?.reason;
      if (!status?.image.includes('2.0.0') || status.ready || waiting === 'ContainerCreating') return [];
      return [`${pod.metadata.name}: ${waiting ?? 'running, but not ready'}`];
    });
    if (broken.length >= count) return broken;
    await wait(100);
  }
}

/** Names the page, and shows it where somebody sits in front of a screen. */
export function showPage(page: string | undefined): void {
  console.log(`\nThe page: ${page}`);
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
  if (!page || CI || (process.platform !== 'darwin' && !DISPLAY && !WAYLAND_DISPLAY)) return;
  spawn(program, [page], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
