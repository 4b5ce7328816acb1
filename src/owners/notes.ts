import * as v from 'valibot';
import { claimed, claimedInstant, claimedText, readClaim } from '../base/claims.ts';
import type { KubeObject } from '../systems/kubernetes/objects.ts';

/** On an owner that a rollback has paused: what was before it, for hand-back. */
export const PAUSED = 'rollback-actions/paused';

const noteSchema = v.object({
  /** The rollback that paused it, and when. */
  id: claimedText(),
  at: claimedInstant(),
  /** `syncPolicy.automated` as it was. */
  automated: v.optional(v.record(claimedText(100), v.boolean())),
  /** The owner's own owner was told to pass it over. */
  isKept: v.optional(v.boolean()),
  /** The commits that all of it went back to, one for each of its sources; none where only a part of it did. */
  commits: v.optional(v.pipe(v.array(claimedText(64)), v.readonly())),
  /** The source that a Kustomization had, and the one that keeps it at the good commit. */
  sourceRef: v.optional(v.object({ name: claimedText(253), namespace: v.optional(claimedText(63)) })),
  pin: v.optional(claimedText(253)),
});
export type PauseNote = v.InferOutput<typeof noteSchema>;

const notesSchema = v.record(claimedText(253), noteSchema);

export const pauseNote = ({ metadata }: KubeObject): PauseNote | undefined =>
  claimed(readClaim(metadata.annotations?.[PAUSED], noteSchema));

/** On a project: the notes of its applications, by their names, that could not keep one themselves. */
export const pauseNotes = ({ metadata }: KubeObject): Readonly<Record<string, PauseNote>> =>
  claimed(readClaim(metadata.annotations?.[PAUSED], notesSchema)) ?? {};

/** A note as it stands, or a new one, with what the newest rollback goes back to. */
export function renewed(before: PauseNote | undefined, { commits, pin, ...note }: PauseNote): PauseNote {
  const { commits: _, pin: __, ...known }: PauseNote = before ?? note;
  return { ...known, ...(commits && { commits }), ...(pin && { pin }) };
}

/** An owner that a rollback has paused, and what became of it. */
export interface HandedBack {
  readonly owner: string;
  readonly note: PauseNote;
  /** The version of its source that runs, where it knows. */
  readonly revision?: string | undefined;
  readonly isBack: boolean;
  /** Why it stays paused, as a part of a sentence. */
  readonly reason?: string;
}
