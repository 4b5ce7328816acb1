import * as v from 'valibot';
import { claimed, claimedInstant, claimedText, readClaim } from '../../base/claims.ts';
import { label, refOf } from '../../systems/kubernetes/kinds.ts';
import type { Workload } from '../../systems/kubernetes/objects.ts';

/** Keeps on the workload itself how many replicas it had, so that a later run can restore them. */
export const HELD = 'rollback-actions/quiesced';

/** The most replicas that are believed: more than any Deployment of a cluster has. */
const MAX_REPLICAS = 100_000;

const noteSchema = v.object({
  replicas: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_REPLICAS)),
  id: claimedText(),
  at: claimedInstant(),
});

/** Which rollback has scaled a workload to zero, when, and how many replicas it had. */
export type HeldNote = v.InferOutput<typeof noteSchema>;

const read = ({ metadata }: Workload) => readClaim(metadata.annotations?.[HELD], noteSchema);

/** Whether a rollback keeps a workload at zero for the moment. */
export const isHeld = (workload: Workload): boolean =>
  workload.spec.replicas === 0 && heldNote(workload) !== undefined;

/** What a rollback has left on a workload that it stopped; undefined where there is nothing, or nothing that can be read. */
export const heldNote = (workload: Workload): HeldNote | undefined => claimed(read(workload));

/** A sentence about a note that cannot be read, and so is passed over. */
export function brokenHeldNote(workload: Workload): string | undefined {
  const claim = read(workload);
  if (!claim || !('broken' in claim)) return undefined;
  const { namespace } = workload.metadata;
  return `The annotation ${HELD} of ${label(refOf(workload))} cannot be read (${claim.broken}) and is passed over; if the workload is at zero because of it, scale it back with kubectl scale -n ${namespace}, and remove the annotation.`;
}
