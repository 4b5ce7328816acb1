import { draft, isTerminating } from '../objects.ts';
import { resources } from '../resources.ts';
import type { Context } from './context.ts';

/** What every namespace has in it from the start. */
const GIVEN = [
  { plural: 'configmaps', kind: 'ConfigMap', name: 'kube-root-ca.crt', data: { 'ca.crt': 'stand-in' } },
  { plural: 'serviceaccounts', kind: 'ServiceAccount', name: 'default' },
];

export function syncNamespace({ registry, store }: Context, _: string, name: string): void {
  const namespace = store.get('namespaces', '', name);
  if (!namespace) return;
  if (!isTerminating(namespace)) {
    for (const { plural, kind, name: given, ...rest } of GIVEN) {
      if (store.get(plural, name, given)) continue;
      const metadata = { name: given, namespace: name };
      registry.create(plural, name, draft({ apiVersion: 'v1', kind, metadata, ...rest }));
    }
    return;
  }
  const contents = resources
    .filter(({ namespaced }) => namespaced)
    .flatMap(({ plural }) => store.list(plural, name).map((object) => ({ plural, object })));
  for (const { plural, object } of contents) {
    if (!isTerminating(object)) {
      registry.delete(plural, name, object.metadata.name, { propagationPolicy: 'Background' });
    }
  }
  const isEmpty = resources.every(
    ({ namespaced, plural }) => !namespaced || store.list(plural, name).length === 0,
  );
  if (isEmpty) store.remove('namespaces', namespace);
}
