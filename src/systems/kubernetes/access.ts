import { ActionError } from '../../base/errors.ts';
import type { KubeClient } from './client.ts';

/** A permission: what RBAC calls a rule, for one resource. */
export interface Permission {
  readonly group: string;
  /** `deployments`, or with a subresource `pods/exec`. */
  readonly resource: string;
  readonly verbs: readonly string[];
  /** The objects that are selected, where they are known: a Role may name them (`resourceNames`). */
  readonly names?: readonly string[];
}

interface AccessReview {
  status: { allowed: boolean };
}

/** The credentials lack rights. */
export class RightsError extends ActionError {
  override name = 'RightsError';
}

/**
 * Asks the cluster whether these credentials may do all of this in the namespace.
 *
 * @throws RightsError with the missing rules as YAML that fits into a Role
 */
export async function requirePermissions(
  client: KubeClient,
  namespace: string,
  permissions: readonly Permission[],
): Promise<void> {
  const rules = await missingPermissions(client, namespace, permissions);
  if (rules.length === 0) return;
  const remedy = mayNothing(permissions, rules)
    ? 'check `namespace`, as nothing that was asked for is allowed there, or add'
    : 'add';
  throw new RightsError(
    `The credentials may not ${describePermissions(rules)} in the namespace ${namespace}; ${remedy} the rules below to their Role (docs/permissions.md has it whole).`,
    { details: ['rules:', ...rules.map(asRule)] },
  );
}

/**
 * Whether all of it is missing, with what every Role has: a namespace that is misspelled or of others looks so, and one that does
 * not exist too.
 */
const mayNothing = (needed: readonly Permission[], missing: readonly Permission[]): boolean =>
  verbsOf(needed).includes('list') && verbsOf(needed).length === verbsOf(missing).length;

const verbsOf = (permissions: readonly Permission[]) => permissions.flatMap(({ verbs }) => verbs);

/** `patch deployments, get/list secrets`. */
export const describePermissions = (permissions: readonly Permission[]): string =>
  permissions.map(({ verbs, resource }) => `${verbs.join('/')} ${resource}`).join(', ');

/** What of this these credentials may not do, each with the verbs that are missing. An empty namespace is the whole cluster. */
export async function missingPermissions(
  client: KubeClient,
  namespace: string,
  permissions: readonly Permission[],
): Promise<Permission[]> {
  const missing = await Promise.all(
    permissions.map((permission) => missingVerbs(client, namespace, permission)),
  );
  return missing.filter((permission) => permission.verbs.length > 0);
}

async function missingVerbs(
  client: KubeClient,
  namespace: string,
  permission: Permission,
): Promise<Permission> {
  const { names = [] } = permission;
  const denied = await Promise.all(
    permission.verbs.map(async (verb) => {
      if (await mayDo(client, namespace, permission, verb)) return undefined;
      // Asked for one by one only where it has to be.
      const byName = await Promise.all(names.map((name) => mayDo(client, namespace, permission, verb, name)));
      return names.length > 0 && byName.every(Boolean) ? undefined : verb;
    }),
  );
  return { ...permission, verbs: denied.filter((verb) => verb !== undefined) };
}

async function mayDo(
  client: KubeClient,
  namespace: string,
  { group, resource: path }: Permission,
  verb: string,
  name?: string,
): Promise<boolean> {
  const [resource, subresource] = path.split('/');
  const review = await client.request<AccessReview>(
    'POST',
    '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    {
      body: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: {
          resourceAttributes: {
            namespace,
            verb,
            group,
            resource,
            ...(subresource ? { subresource } : {}),
            ...(name !== undefined ? { name } : {}),
          },
        },
      },
    },
  );
  return review.status.allowed;
}

function asRule({ group, resource, verbs }: Permission): string {
  return `  - {apiGroups: [${JSON.stringify(group)}], resources: [${JSON.stringify(resource)}], verbs: [${verbs.join(', ')}]}`;
}
