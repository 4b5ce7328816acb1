import { ActionError } from '../../base/errors.ts';
import type { KubeClient } from './client.ts';
import { isNamespaceName } from './names.ts';

/** A cluster to talk to and the namespace that is selected. */
export interface Connection {
  readonly client: KubeClient;
  readonly namespace: string;
}

/** Where the record says that what is in a namespace is. */
export const placeIn = ({ client, namespace }: Connection) => ({ cluster: client.cluster, namespace });

/**
 * Connects as the inputs `kubeconfig`, `context` and `namespace` say; the namespace is the context's where none is given. The client
 * is loaded here: it is large and brings Node's TLS, a wrong input is reported sooner without it, and some actions connect to no cluster.
 */
export async function connect(
  inputs: { kubeconfig?: string | undefined; context?: string | undefined; namespace?: string | undefined },
  { signal, mask }: { signal: AbortSignal; mask: (secret: string) => void },
): Promise<Connection> {
  if (inputs.namespace !== undefined && !isNamespaceName(inputs.namespace)) {
    throw new ActionError(
      `Input \`namespace\` is ${JSON.stringify(inputs.namespace)}, which is not the name of a namespace.`,
    );
  }
  const [{ loadKubeConfig }, { KubeClient }] = await Promise.all([
    import('./kubeconfig.ts'),
    import('./client.ts'),
  ]);
  const config = loadKubeConfig(inputs, mask);
  const namespace =
    inputs.namespace ?? config.getContextObject(config.getCurrentContext())?.namespace ?? 'default';
  return { client: new KubeClient(config, signal), namespace };
}
