import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { objectPath } from '../systems/kubernetes/names.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';

/** The annotation of a Lease that holds the note. */
const NOTE = 'rollback-actions/note';

/** A note that later runs, on other machines, have to find: a Lease without a holder, which needs no more rights than the lock. */
export class KeptNote {
  readonly #client: KubeClient;
  readonly #namespace: string;
  readonly #name: string;
  #found: KubeObject | undefined;

  /** @param name that of the Lease */
  constructor({ client, namespace }: { client: KubeClient; namespace: string }, name: string) {
    this.#client = client;
    this.#namespace = namespace;
    this.#name = name;
  }

  /** Its text; undefined where there is none. */
  async read(): Promise<string | undefined> {
    this.#found = await this.#client.find<KubeObject>(this.#path());
    return this.#found?.metadata.annotations?.[NOTE];
  }

  /** Writes it, after `read`. False where it was written since by another run. */
  async write(text: string): Promise<boolean> {
    const metadata = {
      ...(this.#found?.metadata ?? { name: this.#name, namespace: this.#namespace }),
      annotations: { ...this.#found?.metadata.annotations, [NOTE]: text },
    };
    const body = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec: {} };
    try {
      const path = this.#found ? this.#path() : this.#path('');
      this.#found = await this.#client.request<KubeObject>(this.#found ? 'PUT' : 'POST', path, { body });
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) return false;
      throw error;
    }
  }

  /** Removes it; nothing happens where it is not there, or was written since it was read. */
  async drop(): Promise<void> {
    const { uid, resourceVersion } = this.#found?.metadata ?? {};
    if (uid === undefined) return;
    try {
      await this.#client.request('DELETE', this.#path(), {
        body: { preconditions: { uid, resourceVersion } },
      });
    } catch (error) {
      if (!(error instanceof ApiError && (error.status === 404 || error.status === 409))) throw error;
    }
    this.#found = undefined;
  }

  #path(name = this.#name): string {
    return objectPath('/apis/coordination.k8s.io/v1', this.#namespace, 'leases', name || undefined);
  }
}
