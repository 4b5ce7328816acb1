import pLimit from 'p-limit';
import type { Log } from '../base/log.ts';
import type { Accepts } from '../runner/consent.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import type { Config, KubeObject, PodTemplate, Workload } from '../systems/kubernetes/objects.ts';
import { isLoopback } from '../systems/network.ts';
import { type Credential, credentialsOf } from '../systems/registry/credentials.ts';
import { type Digests, type NotThere, type Presence, Registries } from '../systems/registry/registry.ts';
import { digestOf, withDigests } from './digests.ts';
import { imagesOf, type Revision } from './history.ts';
import { goodMarkOf } from './lineage.ts';
import { rolledBackMark } from './marks.ts';
import type { NamespaceCache } from './namespace.ts';
import type { Step } from './plan.ts';
import { ReferenceLookup } from './references.ts';

/** Registries that are asked at the same time. */
const AT_ONCE = 16;
/** Older revisions that are requested where the target's image is gone. */
const MOST_OTHERS = 5;

/** An image of a template, and whether it can be pulled. */
export interface Seen {
  /** The container that runs it; undefined for one that is mounted or runs before the others. */
  readonly container: string | undefined;
  readonly image: string;
  readonly presence: Presence;
}

/** Asks the registries whether the images of templates can be pulled, as the nodes would; each is asked once. */
export class ImageCheck {
  readonly #registries: Registries;
  readonly #lookup: ReferenceLookup;
  readonly #limit = pLimit(AT_ONCE);
  readonly #known = new Map<string, Promise<Presence>>();
  readonly #digests = new Map<string, Promise<Digests>>();

  constructor(client: KubeClient, namespace: string, mask: (secret: string) => void) {
    const server = URL.parse(client.server)?.hostname ?? '';
    this.#registries = new Registries(client.signal, mask, isLoopback(server));
    this.#lookup = new ReferenceLookup(client, namespace, []);
  }

  /** Asks for all images that a rollback would start, so that the answers are there when they are needed. */
  async prefetch(steps: readonly Step[]): Promise<void> {
    await Promise.all(
      steps
        .filter(({ action }) => action === 'roll-back')
        .map(({ template, good }) => this.of(template, good?.images)),
    );
  }

  /** @param good images of containers by their digests, as they ran when they were marked */
  async of(template: PodTemplate, good: Readonly<Record<string, string>> = {}): Promise<Seen[]> {
    const { containers, initContainers = [], volumes = [] } = template.spec;
    const all = [
      ...containers.map(({ name, image, imagePullPolicy }) => ({
        container: name,
        image,
        policy: imagePullPolicy,
      })),
      ...initContainers.map(({ image, imagePullPolicy }) => ({
        container: undefined,
        image,
        policy: imagePullPolicy,
      })),
      ...volumes.flatMap(({ image }) =>
        image?.reference ? [{ container: undefined, image: image.reference, policy: image.pullPolicy }] : [],
      ),
    ];
    const { credentials, unread } = await this.#credentialsFor(template);
    return Promise.all(
      all.map(async ({ container, image, policy }) => {
        if (policy === 'Never') return { container, image, presence: never };
        const expected = container && !image.includes('@') ? digestOf(good[container]) : undefined;
        const presence = await this.#lookUp(image, credentials, expected);
        return { container, image, presence: withMissingRight(presence, unread) };
      }),
    );
  }

  /** The digests of an image that pods of a template run, as its registry has them. */
  async digests(template: PodTemplate, image: string): Promise<Digests> {
    const { credentials, unread } = await this.#credentialsFor(template);
    const id = JSON.stringify([image, credentials.map(({ from }) => from)]);
    const known = this.#digests.get(id) ?? this.#limit(() => this.#registries.digests(image, credentials));
    this.#digests.set(id, known);
    return withMissingRight(await known, unread);
  }

  #lookUp(
    image: string,
    credentials: readonly Credential[],
    expected: string | undefined,
  ): Promise<Presence> {
    const id = JSON.stringify([image, expected, credentials.map(({ from }) => from)]);
    const known =
      this.#known.get(id) ?? this.#limit(() => this.#registries.lookUp(image, credentials, expected));
    this.#known.set(id, known);
    return known;
  }

  /** Those of the pod's own pull secrets, or where it names none of its account's (admission/serviceaccount). */
  async #credentialsFor({ spec }: PodTemplate): Promise<{ credentials: Credential[]; unread: string[] }> {
    const own = spec.imagePullSecrets ?? [];
    const name = spec.serviceAccountName ?? 'default';
    const account = own.length > 0 ? undefined : await this.#lookup.read('ServiceAccount', name);
    if (account === 'unknown') return { credentials: [], unread: [`ServiceAccount ${name}`] };
    const secrets = own.length > 0 ? own : ((account as Account | undefined)?.imagePullSecrets ?? []);
    const read = await Promise.all(
      secrets.map(async ({ name }) => ({ name, secret: await this.#lookup.read('Secret', name) })),
    );
    return {
      credentials: read.flatMap(({ secret }) =>
        secret && secret !== 'unknown' ? (credentialsOf(secret as Config) ?? []) : [],
      ),
      unread: read.filter(({ secret }) => secret === 'unknown').map(({ name }) => `Secret ${name}`),
    };
  }
}

interface Account extends KubeObject {
  readonly imagePullSecrets?: { name: string }[];
}

/** What a registry says to a stranger it may only say because a pull secret could not be read. */
function withMissingRight<T extends { readonly is: 'there' }>(
  answer: T | NotThere,
  unread: readonly string[],
): T | NotThere {
  if (answer.is === 'there' || unread.length === 0) return answer;
  return {
    is: 'unknown',
    reason: `${answer.reason}; the right to get ${unread.join(', ')} is missing`,
  };
}

/** What is known of an image that no node pulls. */
export const never: NotThere = { is: 'unknown', reason: 'its policy is never to pull it' };

/**
 * Takes what registries say of the images into a plan: a target whose image is gone is refused, and a tag that means another
 * image than the one that was marked good is pinned to that. What cannot be asked from here refuses nothing.
 */
export async function checkImages(
  groups: readonly (readonly Step[])[],
  images: ImageCheck,
  namespace: NamespaceCache,
  { accepts, log, other }: { accepts: Accepts; log: Log; other: () => ImageCheck },
): Promise<Step[][]> {
  const unknown = new Map<string, Set<string>>();
  let there = 0;
  const check = async (step: Step): Promise<Step> => {
    if (step.action !== 'roll-back') return step;
    const { step: asMarked, seen } = await pinMoved(step, images);
    for (const { image, presence } of seen) {
      if (presence.is === 'there') there += 1;
      if (presence.is === 'unknown')
        unknown.set(presence.reason, (unknown.get(presence.reason) ?? new Set()).add(image));
    }
    const present = new Set(allImages(step.workload.spec.template));
    const gone = seen.filter(({ presence }) => presence.is === 'gone');
    const fatal = gone.filter(({ image }) => !present.has(image));
    const doubtful = seen.filter(
      (item) => item.presence.is === 'denied' || (gone.includes(item) && !fatal.includes(item)),
    );
    const warned = { ...asMarked, warnings: [...asMarked.warnings, ...objectionsTo(doubtful)] };
    if (fatal.length === 0) return warned;
    const [objection] = objectionsTo(fatal) as [string];
    if (accepts('images')) return { ...warned, warnings: [...warned.warnings, objection] };
    const instead = await stillThere(step, namespace.history(step.workload), other());
    return {
      ...step,
      action: 'refuse',
      reason: `${objection}, and a node that does not have it could not start it; ${instead} (\`accept: images\` goes there all the same)`,
    };
  };
  const checked = await Promise.all(groups.map((group) => Promise.all(group.map(check))));
  if (there > 0) log.info(`Images: ${there} of the revisions that are gone back to can be pulled.`);
  for (const [reason, names] of unknown)
    log.info(`Not checked whether it can be pulled: ${[...names].join(', ')}: ${reason}.`);
  return checked;
}

/** What registries say against images, a part of a sentence for each reason. */
const objectionsTo = (seen: readonly Seen[]): string[] => {
  const reasons = seen.map(
    ({ image, presence }) => `its image ${image} cannot be pulled: ${reasonOf(presence)}`,
  );
  return reasons.length > 0 ? [[...new Set(reasons)].join('; ')] : [];
};

const reasonOf = (presence: Presence) => ('reason' in presence ? presence.reason : '');

/** A step with the images pinned whose tags mean others now, and what is known of the images that it comes to. */
async function pinMoved(step: Step, images: ImageCheck): Promise<{ step: Step; seen: Seen[] }> {
  const seen = await images.of(step.template, step.good?.images);
  const moved = seen.flatMap(({ container, presence }) =>
    container && presence.is === 'there' && presence.isOther ? [container] : [],
  );
  if (moved.length === 0) return { step, seen };
  const template = withDigests(step.template, step.good, moved);
  const reason = `${step.reason}; a tag of it means another image now, so it is pinned to what was marked good`;
  const to = { ...step.to, images: imagesOf(template) };
  return { step: { ...step, template, to, reason }, seen: await images.of(template) };
}

/** Which older revision can be gone to instead, as a part of a sentence: one that was marked good, or else the newest. */
async function stillThere(
  { target, workload, template }: Step,
  history: readonly Revision[],
  images: ImageCheck,
): Promise<string> {
  const before = target?.number ?? Number.POSITIVE_INFINITY;
  const now = [allImages(workload.spec.template), allImages(template)].map((each) => each.join());
  const older = history.filter(
    (each) =>
      each.number > 0 &&
      each.number < before &&
      !rolledBackMark(each.object) &&
      !now.includes(allImages(each.template).join()),
  );
  const marked = older.filter((each) => goodMarkOf(each, history));
  const sorted = [...marked, ...older.filter((each) => !marked.includes(each))].slice(0, MOST_OTHERS);
  for (const revision of sorted) {
    const seen = await images.of(revision.template);
    if (!seen.every(({ presence }) => presence.is === 'there')) continue;
    const mark = goodMarkOf(revision, history);
    const known = mark
      ? `which was marked good at ${mark.at.replace(/\.\d+Z$/, 'Z')}`
      : 'which was not marked good';
    return `revision ${revision.number} (${allImages(revision.template).join(', ')}), ${known}, can still be pulled: say \`to: revision=${revision.number}\``;
  }
  return 'no older revision that can be pulled is known: push the image again, or name one with `to: image=<container>=<image>`';
}

const allImages = ({ spec }: Workload['spec']['template']): string[] =>
  [...(spec.initContainers ?? []), ...spec.containers].map(({ image }) => image);
