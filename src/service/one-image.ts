/**
 * Nodes name what they run by the index that a tag means (containerd), or by the manifest of their own platform (CRI-O). So
 * digests that differ may be of one image for several architectures, and its registry knows: the index lists all of them.
 */
import { ActionError } from '../base/errors.ts';
import { namesOf } from '../base/sentence.ts';
import { label, type Ref } from '../systems/kubernetes/kinds.ts';
import type { Container, Pod, PodTemplate } from '../systems/kubernetes/objects.ts';
import { parseImage } from '../systems/registry/image.ts';
import type { Digests } from '../systems/registry/registry.ts';
import { type Differing, differing, repositoryOf } from './digests.ts';
import { type ImageCheck, never } from './images.ts';
import type { GoodMark } from './marks.ts';
import { type Candidate, planStep, type Step, type Wanted } from './plan.ts';
import { UnprovenError } from './steady.ts';

/** Whether digests are of one image, as far as its registry says. */
type Comparison =
  | { readonly is: 'one'; readonly index: string }
  | { readonly is: 'several' }
  | { readonly is: 'unknown'; readonly reason: string };

/** Asks the registry of a container's image whether one image has all of these digests. */
export async function compareDigests(
  images: Pick<ImageCheck, 'digests'>,
  template: PodTemplate,
  { image, imagePullPolicy }: Container,
  digests: readonly string[],
): Promise<Comparison> {
  if (imagePullPolicy === 'Never') return { is: 'unknown', reason: never.reason };
  const byTag = await images.digests(template, image);
  const byName = indexOf(byTag, digests);
  if (byName !== undefined) return { is: 'one', index: byName };
  if (byTag.is === 'denied' || byTag.is === 'unknown') return { is: 'unknown', reason: byTag.reason };
  // The tag may mean another image by now, and the registry still have the one that runs.
  const each = await Promise.all(
    digests.map((digest) => images.digests(template, `${repositoryOf(image)}@${digest}`)),
  );
  const index = each.map((found) => indexOf(found, digests)).find((found) => found !== undefined);
  if (index !== undefined) return { is: 'one', index };
  const silent = each.find(({ is }) => is === 'denied' || is === 'unknown') ?? byTag;
  if ('reason' in silent) return { is: 'unknown', reason: silent.reason };
  // Of an index that no name leads to any more, its registry does not say what it has listed.
  return digests.some((digest) => byTag.is === 'there' && byTag.digests.includes(digest))
    ? { is: 'several' }
    : { is: 'unknown', reason: `${image} means another image now` };
}

/** The digest of an image that has all of these digests; undefined where it has not. */
const indexOf = (found: Digests, digests: readonly string[]): string | undefined =>
  found.is === 'there' && digests.every((digest) => found.digests.includes(digest))
    ? found.digests[0]
    : undefined;

/**
 * The images of a template as pods really run them, by container and with their digests: those of the index, where nodes name
 * them by their platforms. What something else has put into the pods is no part of the release.
 *
 * @throws ActionError where pods run different ones by the same name, as a tag that was moved makes them, or no one can say
 */
export async function runningImages(
  ref: Ref,
  template: PodTemplate,
  pods: readonly Pod[],
  images: Pick<ImageCheck, 'digests'>,
): Promise<Record<string, string>> {
  const all = await Promise.all(
    template.spec.containers.map(
      async (container) =>
        [container.name, await runningImage(ref, template, container, pods, images)] as const,
    ),
  );
  return Object.fromEntries(all);
}

async function runningImage(
  ref: Ref,
  template: PodTemplate,
  container: Container,
  pods: readonly Pod[],
  images: Pick<ImageCheck, 'digests'>,
): Promise<string> {
  const { name, image } = container;
  // Named by its digest, it is that on every node, whatever part of it a node names.
  if (image.includes('@')) return image;
  const reported = pods
    .flatMap(({ status }) => status?.containerStatuses ?? [])
    .filter((status) => status.name === name && status.imageID?.includes('@'))
    .map(({ imageID = '' }) => imageID.replace(/^.*:\/\//, ''));
  const digests = [...new Set(reported.map(digestPart))];
  // A node that has the same contents from another repository may name them by that one.
  const own = reported.find((id) => parseImage(id)?.key === parseImage(image)?.key);
  if (digests.length < 2) return own ?? reported[0] ?? image;
  const compared = await compareDigests(images, template, container, digests);
  if (compared.is === 'one') return `${repositoryOf(image)}@${compared.index}`;
  const shown = namesOf([...new Set(reported)], 3);
  if (compared.is === 'several')
    throw new ActionError(
      `The pods of ${label(ref)} run different images in the container ${name}: ${shown}; a tag was moved while they started.`,
    );
  throw new UnprovenError(
    `It is not known whether the pods of ${label(ref)} run one image in the container ${name}: their nodes name it ${shown}, which may be its architectures or different images, and its registry does not say which (${compared.reason}); deploy it again and run mark-good where the registry can be reached, or deploy it by the digest of its index.`,
  );
}

const digestPart = (id: string): string => id.slice(id.indexOf('@') + 1);

/**
 * Plans what a rollback does to a workload. Where pods run other digests than the marked ones, it asks whether these are of one
 * image, and plans with that once more; where no one can say, the images are pinned to what was marked, with a warning.
 */
export async function planWithDigests(
  candidate: Candidate,
  wanted: Wanted,
  images: () => Pick<ImageCheck, 'digests'>,
): Promise<Step> {
  const step = planStep(candidate, wanted);
  const all = step.differing ?? [];
  if (all.length === 0) return step;
  const registries = images();
  const compared = await Promise.all(
    all.map(async (each) => ({ each, ...(await compareWithGood(registries, step.template, each)) })),
  );
  const indexes = new Map(
    compared.flatMap((item) => (item.is === 'one' ? [[item.each.container.name, item.index] as const] : [])),
  );
  const planned = indexes.size > 0 ? planStep({ ...candidate, indexes }, wanted) : step;
  const warnings = compared.flatMap((item) =>
    item.is === 'unknown' && planned.action === 'roll-back'
      ? [
          `${doubt(item.each, item.reason)}; so it is pinned to what was marked: if that is one architecture of it, nodes of another cannot start it`,
        ]
      : [],
  );
  return { ...planned, warnings: [...planned.warnings, ...warnings] };
}

const compareWithGood = (
  images: Pick<ImageCheck, 'digests'>,
  template: PodTemplate,
  { container, good, running }: Differing,
): Promise<Comparison> => compareDigests(images, template, container, [...new Set([good, ...running])]);

/** What is not known of a container, as a part of a sentence. */
const doubt = ({ container: { name, image }, good, running }: Differing, reason: string): string =>
  `it is not known whether the container ${name} runs the image that was marked good: ${image} was ${good} and is ${namesOf(running, 3)} now, which may be an architecture of it, and its registry does not say (${reason})`;

/**
 * @param pods those of this template
 * @throws ActionError where they run another image than the one that was marked good, or no one can say
 */
export async function requireDigests(
  ref: Ref,
  template: PodTemplate,
  mark: GoodMark | undefined,
  pods: readonly Pod[],
  images: () => Pick<ImageCheck, 'digests'>,
): Promise<void> {
  const all = differing(template, mark, pods, () => true);
  if (all.length === 0) return;
  const registries = images();
  for (const each of all) {
    const compared = await compareWithGood(registries, template, each);
    if (compared.is === 'one') continue;
    const { container, good, running } = each;
    const { name, image } = container;
    const remedy = `roll it back with \`to: image=${name}=${repositoryOf(image)}@${good}\``;
    if (compared.is === 'unknown')
      throw new ActionError(
        `${label(ref)} is rolled out, and ${doubt(each, compared.reason)}; compare them in the registry, and if they are different images, ${remedy}.`,
      );
    throw new ActionError(
      `${label(ref)} is rolled out but runs another image than the one that was marked good: ${image} is ${running.find((digest) => digest !== good)} now, and was ${good}; ${remedy}.`,
    );
  }
}
