import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isBuilt } from '../../test/control-plane/built.ts';
import { startControlPlane } from '../../test/control-plane/control-plane.ts';
import { NoRealNode, type RealNode, startRealNode } from '../../test/real-node/real-node.ts';
import { startStandIn } from '../../test/support/kubernetes/stand-in.ts';

/** Milliseconds that a pod takes to become ready. */
const READY_MS = 800;

/** Something that speaks Kubernetes, and the port on which pods answer `/health`. */
export interface DrillCluster {
  readonly kubeconfig: string;
  readonly port: number;
  /** A container of an image that is told by its name, as `registry.test/web:2.0.0-crash-loop`. */
  readonly container: (image: string) => object;
  readonly stop: () => Promise<unknown>;
}

/**
 * A real node where that is asked for and can be had; else the tests' control plane where it was built once
 * (`npm run test:e2e` does, in some ten minutes), else the stand-in, which is there at once.
 */
export async function startCluster({ wantsRealNode }: { wantsRealNode: boolean }): Promise<DrillCluster> {
  if (wantsRealNode) {
    try {
      return drillNode(await startRealNode(console.log));
    } catch (error) {
      if (!(error instanceof NoRealNode)) throw error;
      console.log(`    ${error.message} The drill goes on with pods that are played.`);
    }
  }
  const container = (image: string) => ({ image });
  if (!isBuilt()) {
    const { kubeconfig, stop } = await startStandIn({ readyMs: READY_MS });
    return { kubeconfig, port: 8080, container, stop };
  }
  const [plane, pods] = await Promise.all([startControlPlane({ readyMs: READY_MS }), servePods()]);
  const stop = () => Promise.all([plane.stop(), pods.stop()]);
  return { kubeconfig: plane.kubeconfig, port: pods.port, container, stop };
}

/** There an image does what its name says by its environment: see test/real-node/web/main.go. */
function drillNode({ kubeconfig, image, registry, stop }: RealNode): DrillCluster {
  const container = (name: string) => {
    const [, app = '', tag = ''] = /([^/:]+):(.+)$/.exec(name) ?? [];
    const reference = tag.endsWith('bad-image') ? `${registry}/${app}:${tag}` : image(app, tag);
    const faults = Object.entries({
      ...(tag.endsWith('crash-loop') && { EXIT: '1', LOG: 'boom: cannot reach database' }),
      ...(tag.endsWith('not-ready') && { READY: '503' }),
    });
    return {
      image: reference,
      env: faults.map(([key, value]) => ({ name: key, value })),
      readinessProbe: { httpGet: { path: '/ready', port: 8080 }, periodSeconds: 1 },
    };
  };
  return { kubeconfig, port: 8080, container, stop };
}

/** Every pod has this machine's address, and answers here. */
async function servePods(): Promise<{ port: number; stop: () => Promise<void> }> {
  const server = createServer((_, response) => response.end('ok'));
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
