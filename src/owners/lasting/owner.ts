import type { KubeClient } from '../../systems/kubernetes/client.ts';
import { objectPath } from '../../systems/kubernetes/names.ts';
import type { Application } from '../argo-cd.ts';
import { noteOfWindow } from '../argo-cd-window.ts';
import { type Clusters, locateOwnerObject } from '../find.ts';
import type { FluxObject } from '../flux.ts';
import { type GitSource, sourcePath } from '../flux-source.ts';
import { type PauseNote, pauseNote } from '../notes.ts';
import type { Found } from '../owner.ts';
import { type OwnerPlaces, placesOfApplication, placesOfKustomization } from './place.ts';

/** An owner after a rollback: how it is paused, and where its versions come from. */
export interface Standing {
  readonly name: string;
  readonly note: PauseNote | undefined;
  readonly places: OwnerPlaces;
  /** What may put the newer version into Git again, a part of a sentence each. */
  readonly warnings: readonly string[];
}

export const PARTLY = 'not all of it goes back to a version that Git tells';
const IMAGE_UPDATER = 'argocd-image-updater.argoproj.io/';

/**
 * Reads an owner whose workloads went back.
 *
 * @param commits what all of it went back to, where this run knows; else its note says it
 */
export async function readStanding(
  clusters: Clusters,
  { name, object }: Found,
  commits?: readonly string[],
): Promise<Standing> {
  if (!object) return { name, note: undefined, places: nowhere('its source is not known'), warnings: [] };
  const { client, namespace, api, plural } = locateOwnerObject(clusters, object);
  const path = objectPath(api, namespace, plural, object.name);
  if (object.type !== 'application') return readFluxStanding(client, name, path, commits);
  const application = await client.get<Application>(path);
  const note = pauseNote(application) ?? (await noteOfWindow(client, clusters.argo.namespace, application));
  const known = commits ?? note?.commits;
  const isUpdated = Object.keys(application.metadata.annotations ?? {}).some((key) =>
    key.startsWith(IMAGE_UPDATER),
  );
  return {
    name,
    note,
    places: known ? placesOfApplication(application, known) : nowhere(PARTLY),
    warnings: isUpdated
      ? [
          `Argo CD Image Updater keeps the images of the ${name} and may put the newer one back; pause it first`,
        ]
      : [],
  };
}

const nowhere = (reason: string): OwnerPlaces => ({ places: [], others: [reason] });

async function readFluxStanding(
  client: KubeClient,
  name: string,
  path: string,
  commits: readonly string[] | undefined,
): Promise<Standing> {
  const object = await client.get<FluxObject>(path);
  const note = pauseNote(object);
  const { sourceRef } = object.spec ?? {};
  const [commit] = commits ?? note?.commits ?? [];
  const base = { name, note, warnings: [] };
  if (sourceRef?.kind !== 'GitRepository')
    return { ...base, places: nowhere('its source is not a GitRepository') };
  if (!commit) return { ...base, places: nowhere(PARTLY) };
  const own = { name: sourceRef.name ?? '', namespace: sourceRef.namespace, ...note?.sourceRef };
  const namespace = own.namespace ?? object.metadata.namespace ?? '';
  const source = await client.get<GitSource>(sourcePath(namespace, own.name));
  return { ...base, places: placesOfKustomization(object.spec ?? {}, source.spec ?? {}, commit) };
}
