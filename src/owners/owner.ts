/** Names that a line can hold. */
export const MAX_NAMES = 8;

/** A tool that keeps a workload as a source of its own says, and may undo what is done behind its back. */
export interface Owner {
  /** `Argo CD application shop`, as a person would call it. */
  readonly name: string;
  /** It puts back what it finds changed, so a rollback would last for minutes only. */
  readonly heals: boolean;
  /** One line that keeps it from doing so. */
  readonly remedy: string;
  /** It made the workload itself, by its own logic, and no release of the user's did. */
  readonly isController?: true;
  /** The object in which it says what it does, where there is one. */
  readonly object?: OwnerObject;
  /** The release of Helm, which acts only when it is run, and so has nothing to pause. */
  readonly release?: { readonly namespace: string; readonly name: string };
}

/** The object of an owner; without a namespace it is where the owner's own tool keeps such objects. */
export interface OwnerObject {
  readonly type: 'application' | 'kustomization' | 'helmrelease';
  readonly namespace?: string;
  readonly name: string;
}

/** An entry of an application's history: its number, and its commit or commits. */
export interface Synced {
  readonly history: number;
  readonly revision: string;
}

/** An owner as its own object shows it. */
export interface Found extends Owner {
  /** Why it undoes nothing at present, as a part of a sentence; absent where it does, or where that is not known. */
  readonly paused?: string;
  /** When the field that pauses it was written, where the API server knows. */
  readonly pausedSince?: string;
  /** The rollback that has paused it, and when. */
  readonly pausedBy?: { readonly id: string; readonly at: string };
  /** It is at the source by which a rollback keeps it at the good commit. */
  readonly isPinned?: true;
  /** The version that it has in sync, as its own history has it. */
  readonly synced?: Synced;
  /** Why it is not known whether it is paused, as a part of a sentence. */
  readonly unread?: string;
}

/** Each owner once. */
export const distinct = (owners: readonly Found[]): Found[] => [
  ...new Map(owners.map((owner) => [owner.name, owner])).values(),
];

/** Whether it is still as a rollback left it: paused, or pinned to the good commit. */
export const isStillPaused = ({ pausedBy, paused, isPinned }: Found): boolean =>
  pausedBy !== undefined && (paused !== undefined || isPinned === true);

/** Paused by a rollback and resumed since, and not yet in sync with its source: it is about to bring what that says. */
export const isResumed = (owner: Found): boolean =>
  owner.pausedBy !== undefined && !isStillPaused(owner) && !owner.synced && owner.unread === undefined;

/** An owner that undoes nothing at present. */
export const pausedAs = <O extends Owner>(owner: O, paused: string, pausedSince: string | undefined) => ({
  ...owner,
  paused,
  ...(pausedSince && { pausedSince }),
});
