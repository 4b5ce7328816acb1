import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** An address that leads to one server, and later to another one: as that of Amazon RDS, or of Patroni's proxy. */
export interface Address {
  readonly port: number;
  /** From now on it leads to another port, or nowhere; what went through it is cut. */
  lead(to: number | 'nowhere'): Promise<void>;
  stop(): Promise<void>;
}

export async function startAddress(first: number): Promise<Address> {
  const worker = new Worker(new URL('address-worker.ts', import.meta.url), { workerData: { first } });
  const [port] = (await once(worker, 'message')) as [number];
  return {
    port,
    async lead(to) {
      worker.postMessage(to === 'nowhere' ? 0 : to);
      await once(worker, 'message');
    },
    async stop() {
      await worker.terminate();
    },
  };
}
