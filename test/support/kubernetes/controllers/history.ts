import { Failure } from '../failure.ts';
import {
  type ControllerRevision,
  controllerOf,
  controllerReference,
  draft,
  type KubeObject,
  type LabelSelector,
  type PodTemplate,
} from '../objects.ts';
import { selectorMatcher } from '../selectors.ts';
import type { Context } from './context.ts';
import { canonical, hashOf } from './hash.ts';

export const REVISION_HASH = 'controller-revision-hash';

interface Owner extends KubeObject {
  spec: { selector: LabelSelector; template: PodTemplate };
}

/** The kept templates of a StatefulSet or a DaemonSet, by revision. */
export function revisionsOf({ registry, store }: Context, owner: Owner): ControllerRevision[] {
  const { namespace = '', uid } = owner.metadata;
  const matches = selectorMatcher(owner.spec.selector);
  const known = [...store.index.ownedBy(uid), ...store.index.ownedBy('')]
    .filter(
      ({ plural, object }) => plural === 'controllerrevisions' && object.metadata.namespace === namespace,
    )
    .map(({ object }) => object as ControllerRevision);
  return known
    .filter((each) => matches(each.metadata.labels ?? {}))
    .map((each) => {
      if (controllerOf(each)) return each;
      return registry.update<ControllerRevision>(
        'controllerrevisions',
        namespace,
        each.metadata.name,
        (copy) => {
          copy.metadata.ownerReferences = [controllerReference(owner)];
          return copy;
        },
      );
    })
    .sort((a, b) => a.revision - b.revision || (a.metadata.name < b.metadata.name ? -1 : 1));
}

export function holdsTemplateOf(revision: ControllerRevision, owner: Owner): boolean {
  return canonical(revision.data) === canonical(dataOf(owner));
}

/** How the set's pods are made from a kept template: it replaces the set's own whole. */
export function templateOf({ data }: ControllerRevision): PodTemplate {
  const { $patch: _, ...template } = data.spec.template;
  return template;
}

export function keep(
  context: Context,
  owner: Owner,
  revision: number,
  hashLabel: string,
  collisions: number,
): ControllerRevision {
  const { namespace = '', name, annotations } = owner.metadata;
  const data = dataOf(owner);
  const hash = hashOf(data, collisions);
  const labels = { ...owner.spec.template.metadata?.labels, [hashLabel]: hash };
  try {
    return context.registry.create<ControllerRevision>(
      'controllerrevisions',
      namespace,
      draft({
        apiVersion: 'apps/v1',
        kind: 'ControllerRevision',
        metadata: {
          name: `${name}-${hash}`,
          namespace,
          labels,
          ...(annotations && { annotations }),
          ownerReferences: [controllerReference(owner)],
        },
        data,
        revision,
      }),
    );
  } catch (error) {
    if (!(error instanceof Failure) || error.reason !== 'AlreadyExists') throw error;
    const other = context.store.get<ControllerRevision>('controllerrevisions', namespace, `${name}-${hash}`);
    if (other && holdsTemplateOf(other, owner)) return other;
    return keep(context, owner, revision, hashLabel, collisions + 1);
  }
}

export function renumber(
  { registry }: Context,
  { metadata }: ControllerRevision,
  revision: number,
): ControllerRevision {
  return registry.update<ControllerRevision>(
    'controllerrevisions',
    metadata.namespace ?? '',
    metadata.name,
    (copy) => ({ ...copy, revision }),
  );
}

/** The oldest go when there are too many that nothing uses. */
export function forgetOldest({ registry }: Context, unused: ControllerRevision[], limit: number): void {
  for (const { metadata } of unused.slice(0, Math.max(0, unused.length - limit))) {
    registry.delete('controllerrevisions', metadata.namespace ?? '', metadata.name);
  }
}

function dataOf({ spec }: Owner): ControllerRevision['data'] {
  return { spec: { template: { ...spec.template, $patch: 'replace' } } };
}
