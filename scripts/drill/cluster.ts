import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isBuilt } from '../../test/control-plane/built.ts';
import { startControlPlane } from '../../test/control-plane/control-plane.ts';
import { startStandIn } from '../../test/support/kubernetes/stand-in.ts';

/** Milliseconds that a pod takes to become ready. */
const READY_MS = 800;

/** Something that speaks Kubernetes, and the port on which pods answer `/health`. */
export interface DrillCluster {
  readonly kubeconfig: string;
  readonly port: number;
  readonly stop: () => Promise<unknown>;
}

/**
 * The tests' real control plane where it was built once (`npm run test:e2e` does, in some ten minutes), else the stand-in,
 * which is there at once.
 */
export async function startCluster(): Promise<DrillCluster> {
  if (!isBuilt()) {
    const { kubeconfig, stop } = await startStandIn({ readyMs: READY_MS });
    return { kubeconfig, port: 8080, stop };
  }
  const [plane, pods] = await Promise.all([startControlPlane({ readyMs: READY_MS }), servePods()]);
  const stop = () => Promise.all([plane.stop(), pods.stop()]);
  return { kubeconfig: plane.kubeconfig, port: pods.port, stop };
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
