import { namesOf } from '../base/sentence.ts';
import { writtenAt } from '../domain/workloads/managed-fields.ts';
import { ownerOf } from '../owners/find.ts';
import { reconcileOf } from '../owners/flux.ts';
import { forgottenPause } from '../owners/forgotten.ts';
import type { Found } from '../owners/owner.ts';
import type { Values } from '../runner/part.ts';
import { refusalOfChange } from '../service/plan.ts';
import type { Workload } from '../systems/kubernetes/objects.ts';
import { type Finding, type Item, together } from './line.ts';

/** A check rolls nothing back. */
export const NOBODY = { id: '-', run: '-', wanted: 'last-good' };

/** Annotations by which Flux leaves an object as it is. */
const PAUSED_BY = [reconcileOf('kustomize'), reconcileOf('helm')];

/** The owners of the workloads, which would undo a rollback of them; rollouts and owners that are paused, and since when. */
export function checkOwners(
  all: readonly { readonly workload: Workload; readonly name: string }[],
  values: Values,
  found: ReadonlyMap<string, Found>,
  now: Date,
): Finding {
  const gitops = values.gitops === 'ignore' || values.gitops === 'through' ? values.gitops : 'refuse';
  const ownerIn = (workload: Workload): Found | undefined =>
    found.get(workload.metadata.uid) ?? ownerOf(workload);
  const items = all.map(({ workload, name: of }): Item => {
    const owner = ownerIn(workload);
    const refusal = refusalOfChange(workload, owner, { gitops });
    if (refusal) return { of, state: 'not-ready', evidence: refusal };
    const forgotten = owner && forgottenPause(owner, now);
    if (forgotten) return { of, state: 'at-risk', evidence: forgotten };
    if (workload.spec.paused)
      return { of, state: 'at-risk', evidence: `its rollout is paused${pausedSince(workload)}` };
    return { of, state: 'ok', evidence: '' };
  });
  const known = [...new Set(all.flatMap(({ workload }) => describe(workload, ownerIn(workload)) ?? []))];
  const evidence =
    known.length > 0
      ? `would not undo a rollback at once: ${namesOf(known, 3)}`
      : 'no other tool keeps the workloads';
  return together('owner', items, evidence, 'do what the evidence says');
}

/** `Flux kustomization shop (paused since 2026-11-20T03:00:00Z)`: by its own object, or for this workload alone. */
function describe(workload: Workload, owner: Found | undefined): string | undefined {
  const disabled = PAUSED_BY.find((name) => workload.metadata.annotations?.[name] === 'disabled');
  if (!owner || (owner.paused === undefined && !disabled)) return owner?.name;
  const since = disabled
    ? writtenAt(workload, 'f:metadata', 'f:annotations', `f:${disabled}`)
    : owner.pausedSince;
  return `${owner.name} (paused${since ? ` since ${since}` : ''})`;
}

function pausedSince({ status }: Workload): string {
  const paused = status?.conditions?.find(({ reason }) => reason === 'DeploymentPaused');
  return paused?.lastTransitionTime ? ` since ${paused.lastTransitionTime}` : '';
}
