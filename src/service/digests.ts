import type { Container, Pod, PodTemplate } from '../systems/kubernetes/objects.ts';
import { imagesOf } from './history.ts';
import type { GoodMark } from './marks.ts';

/** `sha256:…` of an image that is named by its digest, as nodes report it. */
export const digestOf = (image = ''): string | undefined => /@(sha256:[0-9a-f]{32,})$/.exec(image)?.[1];

/** A container whose pods run other digests than the one that was marked good: another image, or another architecture of it. */
export interface Differing {
  readonly container: Container;
  readonly good: string;
  readonly running: readonly string[];
}

/**
 * Containers that the template names by a tag, and whose pods run another digest by it than the marked one. An image that is named
 * by its digest is that one.
 *
 * @param isOwn whether a pod is of this template, also where an admission webhook has given it the image by another name; of
 *   the others, those count that have the same image
 */
export function differing(
  template: PodTemplate,
  mark: GoodMark | undefined,
  pods: readonly Pod[],
  isOwn: (pod: Pod) => boolean = () => false,
): Differing[] {
  if (!mark) return [];
  return template.spec.containers.flatMap((container) => {
    const good = digestOf(mark.images[container.name]);
    if (!good || container.image.includes('@')) return [];
    const statuses = pods
      .filter((pod) => isOwn(pod) || imagesOf({ spec: pod.spec })[container.name] === container.image)
      .flatMap(({ status }) => status?.containerStatuses ?? [])
      .filter(({ name }) => name === container.name);
    const running = [...new Set(statuses.flatMap(({ imageID }) => digestOf(imageID) ?? []))];
    return running.some((digest) => digest !== good) ? [{ container, good, running }] : [];
  });
}

/**
 * A template with the images pinned whose tag means another image now than when it was marked good, as what runs by that name
 * shows it. The same template where none does.
 */
export function pinned(
  template: PodTemplate,
  mark: GoodMark | undefined,
  present: PodTemplate,
  moved: readonly Differing[],
): PodTemplate {
  if (!mark) return template;
  const containers = template.spec.containers.map((container) => {
    const good = digestOf(mark.images[container.name]);
    if (!good || container.image.includes('@')) return container;
    const image = `${repositoryOf(container.image)}@${good}`;
    // An earlier run has pinned it, and it stays so.
    const isPinned = imagesOf(present)[container.name] === image;
    const isMoved = moved.some((each) => each.container.name === container.name);
    return isPinned || isMoved ? { ...container, image } : container;
  });
  const isSame = containers.every((container, at) => container === template.spec.containers[at]);
  return isSame ? template : { ...template, spec: { ...template.spec, containers } };
}

/** A mark with the digests of images instead of those of one architecture of them, where these are known: by container. */
export function withIndexes(
  mark: GoodMark | undefined,
  indexes: ReadonlyMap<string, string>,
): GoodMark | undefined {
  if (!mark || indexes.size === 0) return mark;
  const images = Object.entries(mark.images).map(([name, image]) => {
    const index = indexes.get(name);
    return [name, index && image.includes('@') ? `${image.split('@')[0]}@${index}` : image];
  });
  return { ...mark, images: Object.fromEntries(images) };
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

/** An image's name without its tag. */
export const repositoryOf = (image: string): string => image.replace(/:[\w.-]+$/, '');
