import type { Log } from '../base/log.ts';
import type { WorkloadKind } from '../systems/kubernetes/kinds.ts';
import type { PodTemplate } from '../systems/kubernetes/objects.ts';
import type { Deployed } from './argo-cd.ts';
import type { Clusters } from './find.ts';
import type { Found, Synced } from './owner.ts';

type Named = Pick<Move, 'kind' | 'name' | 'namespace'>;

/** A workload that goes back, as far as its owner has to know of it. */
export interface Move {
  readonly kind: WorkloadKind;
  readonly name: string;
  readonly namespace: string;
  readonly owner: Found;
  /** The template that it is to have. */
  readonly template: PodTemplate;
  /** The version of the owner that was marked good with it. */
  readonly marked?: Synced | undefined;
  /** The Rollout that has its template from it: both are meant. */
  readonly rollout?: Named | undefined;
  /**
   * When the version that it goes to was made, and when the next one was, in milliseconds since the epoch; undefined where that
   * may have been at any time since.
   */
  readonly since: number;
  readonly until: number | undefined;
}

/** The times between which all of these ran what they go back to. */
interface Span {
  readonly since: number;
  /** When the first of them had another version. */
  readonly until: number;
  /** Until when what ran for certain has to have been begun. */
  readonly begun: number;
}

/** Owners and the cluster say when things were to the second, and one a little before the other. */
export const UNSURE_MS = 2000;

/** When all of these ran what they go back to. What may have gone at any time was there for certain as it was made. */
export function spanOf(moves: readonly Move[]): Span {
  const known = moves.flatMap(({ until }) => until ?? []);
  const unknown = moves.flatMap(({ since, until }) => (until === undefined ? [since + UNSURE_MS] : []));
  return {
    since: Math.max(...moves.map(({ since }) => since)) - UNSURE_MS,
    until: Math.min(...known),
    begun: Math.min(...unknown),
  };
}

/** The earliest time at which one of these may have had another version than the one that it goes back to. */
export const earliestNext = (moves: readonly Move[]): number =>
  Math.min(...moves.map(({ since, until }) => until ?? since));

/** A workload that is meant and stays as it is. */
export interface Staying extends Pick<Move, 'kind' | 'name' | 'namespace' | 'template' | 'rollout'> {
  /** The newer release has added it, and an older one is without it. */
  readonly isNew: boolean;
}

/** One name for a workload, by which those that are meant are known among the objects of an owner. */
export const workloadKey = ({ kind, namespace, name }: { kind: string; namespace: string; name: string }) =>
  `${kind}/${namespace}/${name}`;

/** What is meant with these workloads. */
export const withRollouts = (all: readonly (Named & { readonly rollout?: Named | undefined })[]): Named[] =>
  all.flatMap(({ rollout, ...own }) => [own, ...(rollout ? [rollout] : [])]);

/** What going back through an owner takes. */
export interface MoveContext {
  readonly clusters: Clusters;
  readonly log: Log;
  readonly id: string;
  readonly reason: string;
}

/** Where an owner goes back to, as its history has it. */
export type Version = Pick<Deployed, 'id' | 'revision' | 'revisions' | 'source' | 'sources' | 'deployedAt'>;
