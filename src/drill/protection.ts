import { ActionError } from '../base/errors.ts';
import { requirePermissions } from '../systems/kubernetes/access.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { namespacePath } from '../systems/kubernetes/names.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';

/** The label of a namespace that may be broken, and its value. */
export const LABEL = 'rollback-actions/drill';
const ALLOWED = 'allowed';

/** Words in a name that no environment has where things may be broken. */
const PRODUCTION = /(^|[^a-z])(prod|production|prd|live)([^a-z]|$)/i;

/** A name that production is known by, and what it is the name of: `namespace` `shop-prod`. */
export interface Named {
  readonly what: string;
  readonly name: string;
}

/** @throws ActionError where any of them looks like production's */
export function refuseProduction(names: readonly Named[]): void {
  const production = names.find(({ name }) => PRODUCTION.test(name));
  if (!production) return;
  throw new ActionError(
    `A drill breaks things, and the ${production.what} ${JSON.stringify(production.name)} is called as production is; nothing was broken.`,
  );
}

/** @throws ActionError where a server is not on the list of those that a drill may break */
export function requireHosts(allowed: readonly string[], servers: readonly Named[]): void {
  const stranger = servers.find(({ name }) => !allowed.includes(name));
  if (!stranger) return;
  throw new ActionError(
    `Input \`drill-hosts\` does not name ${stranger.name}, the host of the ${stranger.what}; if a drill may break what is there, add it to the list. Nothing was broken.`,
  );
}

/** @throws ActionError where the namespace does not say itself that it may be broken, or may not be asked */
export async function requireLabel(client: KubeClient, namespace: string): Promise<void> {
  await requirePermissions(client, namespace, [{ group: '', resource: 'namespaces', verbs: ['get'] }]);
  const found = await client.find<KubeObject>(namespacePath(namespace));
  if (!found) throw new ActionError(`There is no namespace ${namespace}.`);
  if (found.metadata.labels?.[LABEL] === ALLOWED) return;
  throw new ActionError(
    `The namespace ${namespace} does not allow drills; if it may be broken, label it: kubectl label namespace ${namespace} ${LABEL}=${ALLOWED}. Nothing was broken.`,
  );
}
