import type { Log } from '../base/log.ts';
import type { Context } from '../runner/action.ts';
import type { Values } from '../runner/part.ts';
import { ImageCheck } from '../service/images.ts';
import { NamespaceCache } from '../service/namespace.ts';
import { toObserve } from '../service/permissions.ts';
import { ReferenceLookup } from '../service/references.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { connect } from '../systems/kubernetes/connect.ts';
import type { Workload } from '../systems/kubernetes/objects.ts';

/** A cluster and what is in one of its namespaces, looked at once for all components that are there. */
export interface CheckedNamespace {
  readonly client: KubeClient;
  readonly namespace: string;
  readonly images: ImageCheck;
  readonly references: ReferenceLookup;
  readonly mask: (secret: string) => void;
  readonly log: Log;
  readonly live: (kinds: readonly Workload['kind'][]) => Promise<NamespaceCache>;
}

/** The clusters of a check. */
export class Places {
  readonly #context: Context;
  readonly #known = new Map<string, Promise<CheckedNamespace>>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** The place that the inputs `kubeconfig`, `context` and `namespace` name. */
  at({ kubeconfig, context, namespace }: Values): Promise<CheckedNamespace> {
    const id = JSON.stringify([kubeconfig, context, namespace]);
    const place = this.#known.get(id) ?? this.#open({ kubeconfig, context, namespace });
    this.#known.set(id, place);
    return place;
  }

  async close(): Promise<void> {
    const opened = await Promise.allSettled(this.#known.values());
    for (const place of opened) if (place.status === 'fulfilled') place.value.client.close();
  }

  async #open(inputs: Parameters<typeof connect>[0]): Promise<CheckedNamespace> {
    const { client, namespace } = await connect(inputs, this.#context);
    const lists = new Map<string, Promise<NamespaceCache>>();
    const live = (kinds: readonly Workload['kind'][]) => {
      const list = lists.get(kinds.join()) ?? this.#watch(client, namespace, kinds);
      lists.set(kinds.join(), list);
      return list;
    };
    return {
      ...{ client, namespace, live, mask: this.#context.mask, log: this.#context.log },
      images: new ImageCheck(client, namespace, this.#context.mask),
      references: new ReferenceLookup(client, namespace, []),
    };
  }

  async #watch(
    client: KubeClient,
    namespace: string,
    kinds: readonly Workload['kind'][],
  ): Promise<NamespaceCache> {
    await requirePermissions(client, namespace, toObserve(kinds));
    return NamespaceCache.watch(client, namespace, kinds, this.#context.log);
  }
}
