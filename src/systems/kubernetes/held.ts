import * as v from 'valibot';
import { ActionError } from '../../runner/errors.ts';
import type { KubeObject, Workload } from './objects.ts';

/** Keeps on the workload itself how many replicas it had, so that whoever comes next can give them back. */
export const HELD = 'rollback-actions/quiesced';

const noteSchema = v.object({ replicas: v.number(), id: v.string(), at: v.string() });

/** Who has scaled a workload to zero, when, and how many replicas it had. */
export type HeldNote = v.InferOutput<typeof noteSchema>;

/** Whether a rollback keeps a workload at zero for the moment. */
export const isHeld = (workload: Workload): boolean =>
  workload.spec.replicas === 0 && heldNote(workload) !== undefined;

/** What a rollback has left on a workload that it stopped. @throws ActionError where nobody can read it */
export function heldNote({ metadata }: KubeObject): HeldNote | undefined {
  const text = metadata.annotations?.[HELD];
  if (text === undefined) return undefined;
  try {
    return v.parse(noteSchema, JSON.parse(text));
  } catch {
    throw new ActionError(
      `The annotation ${HELD} of ${metadata.name} can not be read; scale it back by hand and remove the annotation.`,
    );
  }
}
