import { ActionError } from '../base/errors.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { connect } from '../systems/kubernetes/connect.ts';
import { isNamespaceName } from '../systems/kubernetes/names.ts';
import type { Clusters } from './find.ts';

/** Where the owners of workloads are, as these inputs say. What it opens is closed with the client of the workloads. */
export async function clustersOf(
  client: KubeClient,
  inputs: { argocdNamespace: string; argocdKubeconfig?: string | undefined },
  { mask }: { mask: (secret: string) => void },
): Promise<Clusters> {
  const { argocdNamespace: namespace, argocdKubeconfig: kubeconfig } = inputs;
  if (!isNamespaceName(namespace))
    throw new ActionError(
      `Input \`argocd-namespace\` is ${JSON.stringify(namespace)}, which is not the name of a namespace.`,
    );
  const argo = kubeconfig ? (await connect({ kubeconfig }, { signal: client.signal, mask })).client : client;
  if (argo !== client) client.signal.addEventListener('abort', () => argo.close(), { once: true });
  return { client, argo: { client: argo, namespace } };
}
