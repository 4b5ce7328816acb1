import { ActionError } from '../base/errors.ts';
import { label, type Ref } from '../systems/kubernetes/kinds.ts';
import type { Pod, PodTemplate } from '../systems/kubernetes/objects.ts';
import { imagesOf } from './history.ts';
import type { GoodMark } from './marks.ts';

/** `sha256:…` of an image that is named by its digest, as nodes report it. */
export const digestOf = (image = ''): string | undefined => /@(sha256:[0-9a-f]{32,})$/.exec(image)?.[1];

/** The digests that the ready pods of a workload run, by image as the template names it and container. */
function runningBy(pods: readonly Pod[]): Map<string, Set<string>> {
  const running = new Map<string, Set<string>>();
  for (const pod of pods) {
    const images = imagesOf({ spec: pod.spec });
    for (const { name, imageID } of pod.status?.containerStatuses ?? []) {
      const digest = digestOf(imageID);
      const key = `${name}=${images[name]}`;
      if (digest) running.set(key, (running.get(key) ?? new Set()).add(digest));
    }
  }
  return running;
}

/**
 * A template with the images pinned whose tag means another image now than when it was marked good: what runs by that
 * name shows it. The same template where none does.
 */
export function pinned(
  template: PodTemplate,
  mark: GoodMark | undefined,
  present: PodTemplate,
  pods: readonly Pod[],
): PodTemplate {
  if (!mark) return template;
  const running = runningBy(pods);
  const containers = template.spec.containers.map((container) => {
    const good = digestOf(mark.images[container.name]);
    if (!good || container.image.includes('@')) return container;
    const image = `${repositoryOf(container.image)}@${good}`;
    // An earlier run has pinned it, and it stays so.
    if (imagesOf(present)[container.name] === image) return { ...container, image };
    const now = running.get(`${container.name}=${container.image}`);
    const isMoved = now !== undefined && [...now].some((digest) => digest !== good);
    return isMoved ? { ...container, image } : container;
  });
  const isSame = containers.every((container, at) => container === template.spec.containers[at]);
  return isSame ? template : { ...template, spec: { ...template.spec, containers } };
}

/** A template with the images of these containers pinned to what its mark has. */
export function withDigests(
  template: PodTemplate,
  mark: GoodMark | undefined,
  names: readonly string[],
): PodTemplate {
  const containers = template.spec.containers.map((container) => {
    const good = digestOf(mark?.images[container.name]);
    const image = `${repositoryOf(container.image)}@${good}`;
    return good && names.includes(container.name) ? { ...container, image } : container;
  });
  return { ...template, spec: { ...template.spec, containers } };
}

const repositoryOf = (image: string) => image.replace(/:[\w.-]+$/, '');

/** @throws ActionError where pods that serve run another image than the one that was marked good */
export function requireDigests(
  ref: Ref,
  template: PodTemplate,
  mark: GoodMark | undefined,
  pods: readonly Pod[],
): void {
  const running = runningBy(pods);
  for (const { name, image } of template.spec.containers) {
    const good = digestOf(mark?.images[name]);
    const other = [...(running.get(`${name}=${image}`) ?? [])].find((digest) => digest !== good);
    if (good && other)
      throw new ActionError(
        `${label(ref)} is rolled out but runs another image than the one that was marked good: ${image} is ${other} now, and was ${good}; roll it back with \`to: image=${name}=${repositoryOf(image)}@${good}\`.`,
      );
  }
}
