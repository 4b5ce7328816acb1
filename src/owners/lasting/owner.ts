import { objectPath } from '../../systems/kubernetes/names.ts';
import type { Application } from '../argo-cd.ts';
import { noteOfWindow } from '../argo-cd-window.ts';
import { type Clusters, placeOf } from '../find.ts';
import { type PauseNote, pauseNote } from '../notes.ts';
import type { Found } from '../owner.ts';
import { type Places, placesOfApplication } from './place.ts';

/** An owner after a rollback: how it is paused, and where its versions come from. */
export interface Standing {
  readonly name: string;
  readonly note: PauseNote | undefined;
  readonly places: Places;
  /** What may put the newer version into Git again, a part of a sentence each. */
  readonly warnings: readonly string[];
}

const NO_SOURCE = 'pull requests are opened for applications of Argo CD alone';
const PARTLY = 'it went back in part, or to a version that Git does not tell';
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
  if (object?.type !== 'application')
    return { name, note: undefined, places: nowhere(NO_SOURCE), warnings: [] };
  const { client, namespace, api, plural } = placeOf(clusters, object);
  const path = objectPath(api, namespace, plural, object.name);
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

const nowhere = (why: string): Places => ({ places: [], others: [why] });
