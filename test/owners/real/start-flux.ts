import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../../control-plane/network.ts';
import { fluxControllers, ownerManifests } from '../../setup/artifacts.ts';
import { define, kubectl, type Place, program, type Started, startAll } from './controllers.ts';

/** Starts Flux's source-controller and kustomize-controller outside a cluster. */
export async function startFlux(place: Place): Promise<Started> {
  const folder = join(place.folder, 'flux');
  for (const name of ['artifacts', 'tmp']) mkdirSync(join(folder, name), { recursive: true });
  const kinds = ['gitrepositories', 'kustomizations.kustomize.toolkit.fluxcd.io'];
  await define(place, [ownerManifests.path('flux')], kinds);
  await kubectl(place, ['create', 'namespace', 'flux-system']);
  const [storage = 0, ...ports] = await freePorts(5);
  const controller = (index: 0 | 1, ...args: string[]) => {
    const name = ['source-controller', 'kustomize-controller'][index] as string;
    const [metrics, health] = ports.slice(2 * index);
    const common = [`--metrics-addr=127.0.0.1:${metrics}`, `--health-addr=127.0.0.1:${health}`];
    const flags = [...common, '--watch-all-namespaces=true', '--enable-leader-election=false', ...args];
    const env = { RUNTIME_NAMESPACE: 'flux-system', TMPDIR: join(folder, 'tmp') };
    return program(place, fluxControllers[index]?.path(name) ?? '', flags, env);
  };
  const address = `127.0.0.1:${storage}`;
  return startAll([
    controller(
      0,
      `--storage-path=${join(folder, 'artifacts')}`,
      `--storage-addr=${address}`,
      `--storage-adv-addr=${address}`,
    ),
    controller(1, '--requeue-dependency=2s'),
  ]);
}
