import { describePermissions, missingPermissions, type Permission } from '../systems/kubernetes/access.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { type Resource, resourcesOf } from '../systems/kubernetes/resources.ts';
import { groupOf, type ManifestObject, objectsOf } from './helm-manifest.ts';
import { hooksOf, type Way } from './helm-plan.ts';

const secrets = (...verbs: string[]): Permission => ({ group: '', resource: 'secrets', verbs });

/** To read a release. */
export const toReadRelease = [secrets('list')];

/**
 * What keeps these credentials from doing what `helm rollback` does, as a part of a sentence; undefined where nothing does.
 * Helm itself would find that out in the middle.
 */
export async function lackOfRights(
  client: KubeClient,
  namespace: string,
  { to, difference: { written, created, deleted } }: Way,
): Promise<string | undefined> {
  const hooks = hooksOf(to).flatMap(({ manifest }) => [...(objectsOf(manifest, namespace)?.values() ?? [])]);
  const wanted: readonly (readonly [readonly ManifestObject[], readonly string[], boolean])[] = [
    [written, ['get', 'patch'], true],
    [created, ['create'], false],
    [deleted, ['get', 'delete'], true],
    [hooks, ['get', 'list', 'watch', 'create', 'delete'], false],
  ];
  const all = wanted.flatMap(([objects]) => objects);
  const apis = [...new Set(all.map(({ apiVersion }) => apiVersion))];
  const known = new Map(
    await Promise.all(apis.map(async (api) => [api, await resourcesOf(client, api)] as const)),
  );
  const unknown = all.find(({ apiVersion, kind }) => !known.get(apiVersion)?.has(kind));
  if (unknown) return `the cluster does not have the kind ${unknown.kind} of ${unknown.apiVersion}`;
  const rules = wanted.flatMap(([objects, verbs, isNamed]) =>
    objects.map((object) => {
      const resource = known.get(object.apiVersion)?.get(object.kind);
      const { plural, namespaced } = resource as Resource;
      const permission = { group: groupOf(object.apiVersion), resource: plural, verbs };
      return {
        namespace: namespaced ? object.namespace : '',
        permission: isNamed ? { ...permission, names: [object.name] } : permission,
      };
    }),
  );
  const own = { namespace, permission: secrets('get', 'list', 'create', 'update') };
  return lackOf(client, [own, ...rules]);
}

interface Rule {
  /** Empty for the whole cluster. */
  readonly namespace: string;
  readonly permission: Permission;
}

/** Which of these rules the credentials do not have, as a part of a sentence. */
async function lackOf(client: KubeClient, rules: readonly Rule[]): Promise<string | undefined> {
  const byNamespace = Map.groupBy(rules, (rule) => rule.namespace);
  const lacking = await Promise.all(
    [...byNamespace].map(async ([place, own]) => {
      const missing = await missingPermissions(
        client,
        place,
        together(own.map(({ permission }) => permission)),
      );
      const where = place === '' ? 'of the cluster' : `in the namespace ${place}`;
      return missing.length > 0 ? [`${describePermissions(missing)} ${where}`] : [];
    }),
  );
  const lacks = lacking.flat();
  return lacks.length > 0 ? `the credentials may not ${lacks.join(', and ')}` : undefined;
}

/** One question for what several objects of a kind need alike. */
function together(permissions: readonly Permission[]): Permission[] {
  const alike = Map.groupBy(permissions, ({ group, resource, verbs, names }) =>
    JSON.stringify([group, resource, verbs, names === undefined]),
  );
  return [...alike.values()].map((same) => {
    const [first] = same as [Permission];
    return first.names ? { ...first, names: same.flatMap(({ names = [] }) => names) } : first;
  });
}
