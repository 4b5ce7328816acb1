/**
 * What is seen of workloads, as plain data: the service room looks, the assess room judges it and keeps it as evidence.
 */

/** How the pods of a workload are. */
export interface PodState {
  readonly workload: string;
  readonly wanted: number;
  /** Ready pods of any revision, and those of the present one. */
  readonly ready: number;
  readonly readyOfNewest: number;
  /** Restarts that count for the deploy, of all containers of the present revision's pods together. */
  readonly restarts: number;
  /** Why a pod can never become ready: `pod web-1 is in CrashLoopBackOff`. */
  readonly terminalFailure?: string;
}

/** What a workload, and what it ran before, remember of rollbacks. Times in Unix seconds. */
export interface RollbackMemory {
  readonly workload: string;
  /** When its present revision was deployed; 0 where it is unknown. */
  readonly since: number;
  readonly last?: { readonly id: string; readonly at: number; readonly isCurrent: boolean };
  /** The present images that were rolled back from before, by which rollback and when (RFC 3339). */
  readonly again?: { readonly images: readonly string[]; readonly id: string; readonly at: string };
}
