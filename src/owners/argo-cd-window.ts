import { isDeepStrictEqual } from 'node:util';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { ApiError } from '../systems/kubernetes/errors.ts';
import { objectPath } from '../systems/kubernetes/names.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';
import { type Application, ARGO_API, isBusy, projectOf } from './argo-cd.ts';
import { PAUSED, type PauseNote, pauseNotes, renewed } from './notes.ts';
import { type Found, pausedAs } from './owner.ts';
import { patchFresh } from './patch-fresh.ts';

interface Window {
  readonly kind?: string;
  readonly schedule?: string;
  readonly duration?: string;
  readonly applications?: readonly string[];
  readonly manualSync?: boolean;
}

interface Project extends KubeObject {
  readonly spec?: { readonly syncWindows?: readonly Window[] };
}

/** Denies every minute for a day: always. It lets through what is requested by hand, as our operation is. */
const windowFor = (name: string): Window => ({
  kind: 'deny',
  schedule: '* * * * *',
  duration: '24h',
  applications: [name],
  manualSync: true,
});

const isOurs = (name: string, { kind, schedule, duration, applications = [] }: Window) =>
  kind === 'deny' &&
  schedule === '* * * * *' &&
  duration === '24h' &&
  applications.length === 1 &&
  applications[0] === name;

const pathOf = (namespace: string, application: Application) =>
  objectPath(ARGO_API, namespace, 'appprojects', projectOf(application));

/** Whether the project of an application stops it by a window of ours. */
export async function hasWindow(
  client: KubeClient,
  namespace: string,
  application: Application,
): Promise<boolean> {
  return (await projectWithWindow(client, namespace, application)) !== undefined;
}

/** The project of an application, where it has a window of ours for that; undefined also where it may not be read. */
async function projectWithWindow(
  client: KubeClient,
  namespace: string,
  application: Application,
): Promise<Project | undefined> {
  try {
    const project = await client.find<Project>(pathOf(namespace, application));
    const windows = project?.spec?.syncWindows ?? [];
    return windows.some((each) => isOurs(application.metadata.name, each)) ? project : undefined;
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return undefined;
    throw error;
  }
}

/** Stops an application by a deny window of its project, which neither an ApplicationSet nor a parent application undoes. */
export async function addWindow(
  client: KubeClient,
  namespace: string,
  application: Application,
  note: PauseNote,
): Promise<void> {
  const { name } = application.metadata;
  await changeProject(client, namespace, application, (windows, notes) => {
    const isThere = windows.some((each) => isOurs(name, each));
    const kept = renewed(notes[name], note);
    // One without a note is not ours.
    if (isThere && (!notes[name] || isDeepStrictEqual(kept, notes[name]))) return undefined;
    return {
      windows: isThere ? windows : [...windows, windowFor(name)],
      notes: { ...notes, [name]: kept },
    };
  });
}

/** The note about an application that its project keeps, where a window of ours stops it. */
export async function noteOfWindow(
  client: KubeClient,
  namespace: string,
  application: Application,
): Promise<PauseNote | undefined> {
  const project = await projectWithWindow(client, namespace, application);
  return project && pauseNotes(project)[application.metadata.name];
}

/** An application as it stands with its project: a rollback may have stopped it there, and left nothing on itself. */
export async function readWindow(
  { client, namespace }: { readonly client: KubeClient; readonly namespace: string },
  application: Application,
  found: Found,
): Promise<Found> {
  const note = found.pausedBy ? undefined : await noteOfWindow(client, namespace, application);
  if (!note) return found;
  const stopped = { ...found, pausedBy: note };
  const isPaused = found.paused !== undefined || isBusy(application);
  return isPaused ? stopped : pausedAs(stopped, 'a deny window of its project stops it', note.at);
}

/** Takes a window of ours away, and its note. Whatever else the project has stays. */
export async function removeWindow(
  client: KubeClient,
  namespace: string,
  application: Application,
): Promise<void> {
  if (!(await hasWindow(client, namespace, application))) return;
  const { name } = application.metadata;
  await changeProject(client, namespace, application, (windows, { [name]: note, ...notes }) =>
    note ? { windows: windows.filter((each) => !isOurs(name, each)), notes } : undefined,
  );
}

type Notes = Readonly<Record<string, PauseNote>>;

/** Changes windows and notes of a project, from a fresh read after a conflict. */
async function changeProject(
  client: KubeClient,
  namespace: string,
  application: Application,
  change: (
    windows: readonly Window[],
    notes: Notes,
  ) => { windows: readonly Window[]; notes: Notes } | undefined,
): Promise<void> {
  await patchFresh<Project>(client, pathOf(namespace, application), (project) => {
    const changed = change(project.spec?.syncWindows ?? [], pauseNotes(project));
    if (!changed) return undefined;
    const notes = Object.keys(changed.notes).length > 0 ? JSON.stringify(changed.notes) : null;
    return { metadata: { annotations: { [PAUSED]: notes } }, spec: { syncWindows: changed.windows } };
  });
}
