import { messageOf } from '../base/errors.ts';
import { namesOf, withoutFullStop } from '../base/sentence.ts';
import { type KubeClient, PATCH } from '../systems/kubernetes/client.ts';
import { type FluxObject, isPinned, RECONCILE } from './flux.ts';
import { Artifact, differentIn } from './flux-artifact.ts';
import { wholeName } from './flux-back.ts';
import { deletePin, fetchedAnew, type GitSource, sourcePath } from './flux-source.ts';
import { tidy } from './lasting/place.ts';
import { type HandedBack, PAUSED, type PauseNote, pauseNote } from './notes.ts';
import { type Found, MAX_NAMES } from './owner.ts';
import { patchFresh } from './patch-fresh.ts';

/**
 * Gives a Kustomization its own source back, once that says what its pin does. Flux tells of no difference before it
 * applies, so the files of both sources are compared.
 *
 * @param readOnly what would be done, as far as Flux has fetched its source
 */
export async function handBackFlux(
  client: KubeClient,
  owner: Found,
  path: string,
  readOnly: boolean,
): Promise<HandedBack | undefined> {
  const object = await client.get<FluxObject>(path);
  const note = pauseNote(object);
  if (!note) return undefined;
  const result = { owner: owner.name, note, isBack: false };
  const { type, name } = owner.object ?? {};
  // It was handed back already, by an attempt that died or by a person.
  if (note.pin && object.spec?.sourceRef?.name === note.sourceRef?.name && object.spec?.suspend !== true) {
    if (!readOnly) await clean(client, path, object, note);
    return { ...result, isBack: true };
  }
  const resume = `flux resume ${type} ${name} --namespace ${object.metadata.namespace}`;
  if (!isPinned(object) || !note.pin || !note.sourceRef)
    return {
      ...result,
      reason: `it is suspended, and nothing says whether its source is what runs; once the older version is merged, resume it: ${resume}`,
    };
  const { pin, sourceRef } = note;
  const compared = await compareSources(client, object, { pin, sourceRef }, readOnly);
  if (typeof compared === 'string') return { ...result, reason: compared };
  const { revision, different } = compared;
  if (different.length > 0)
    return {
      ...{ ...result, revision },
      reason: `its source is not what runs yet (${revision}): ${namesOf(different, MAX_NAMES)}`,
    };
  if (readOnly) return { ...result, revision, isBack: true };
  const patched = await patchFresh<FluxObject>(client, path, (fresh) =>
    isPinned(fresh) ? { spec: { sourceRef: { ...fresh.spec?.sourceRef, name: sourceRef.name } } } : undefined,
  );
  if (!patched)
    return { ...{ ...result, revision }, reason: 'someone has changed its source meanwhile; run this again' };
  await clean(client, path, patched, note);
  return { ...result, revision, isBack: true };
}

/** In which files the source differs from the pin, and of which revision it is; or why the two cannot be compared. */
async function compareSources(
  client: KubeClient,
  object: FluxObject,
  {
    pin,
    sourceRef,
  }: { pin: string; sourceRef: { readonly namespace?: string | undefined; readonly name: string } },
  readOnly: boolean,
): Promise<{ revision: string | undefined; different: string[] } | string> {
  const namespace = sourceRef.namespace ?? object.metadata.namespace ?? '';
  try {
    const source = readOnly
      ? await client.get<GitSource>(sourcePath(namespace, sourceRef.name))
      : await fetchedAnew(client, namespace, sourceRef.name);
    const pinned = await client.get<GitSource>(sourcePath(namespace, pin));
    return {
      revision: source.status?.artifact?.revision,
      different: await differences(client, pinned, source, object),
    };
  } catch (error) {
    client.signal.throwIfAborted();
    return `its source cannot be compared with ${pin}: ${withoutFullStop(messageOf(error))}`;
  }
}

/** Takes away what a rollback has left on a Kustomization that has its own source again: the note last, as it names the pin. */
async function clean(client: KubeClient, path: string, object: FluxObject, note: PauseNote): Promise<void> {
  const namespace = note.sourceRef?.namespace ?? object.metadata.namespace ?? '';
  if (note.pin) await deletePin(client, namespace, note.pin, wholeName(object));
  await client.patch(path, PATCH.merge, {
    metadata: { annotations: { [PAUSED]: null, ...(note.isKept && { [RECONCILE]: null }) } },
  });
}

async function differences(
  client: KubeClient,
  pin: GitSource,
  source: GitSource,
  { spec }: FluxObject,
): Promise<string[]> {
  const [good, now] = await Promise.all(
    [pin, source].map(({ status }) => Artifact.load(client, status?.artifact?.url ?? '')),
  );
  return differentIn(good as Artifact, now as Artifact, tidy(spec?.path ?? ''));
}
