import type { PodState, RollbackMemory } from '../domain/workloads/workload-state.ts';
import type { Severity } from '../record/severity.ts';
import type { Decision, Thresholds } from './levels.ts';

/** What a query gave: one number, or null and why there is none. */
export interface Reading {
  readonly query: string;
  readonly value: number | null;
  readonly reason?: string;
}

/** A quantile from a histogram: the bucket that it is in, and how many requests there were up to each bound. */
export interface Histogram {
  readonly quantile: number;
  /** By bound, ascending; the last one is infinite, which JSON has no number for: null. Requests a second. */
  readonly buckets: readonly { readonly bound: number | null; readonly rate: number }[];
  /** What a request took on average, where the histogram has its sum. */
  readonly mean?: number;
}

/** What is measured over a window that ends at one time. Latency in the unit of the query. */
export interface Window {
  readonly seconds: number;
  readonly errorRate?: Reading;
  /** How many requests there were; absent where they are not queried. */
  readonly requests?: Reading;
  readonly latency?: Reading & { readonly histogram?: Histogram };
}

/** An alert that fires now and is neither silenced nor inhibited. `since` in Unix seconds. */
export interface FiringAlert {
  readonly name: string;
  readonly severity: string;
  readonly since: number;
  /** Since when it fires is all that is known: how long its rule waited before (`for:`) is not. */
  readonly isWaitUnknown?: boolean;
}

/** A list, or why it is not available. */
export type ListOrReason<T> = { readonly items: readonly T[] } | { readonly reason: string };

/** What a person says instead of a measurement. */
export interface Given {
  readonly 'error-rate'?: number | undefined;
  readonly slowdown?: number | undefined;
  readonly outage?: boolean | undefined;
  readonly 'data-corruption'?: boolean | undefined;
  readonly 'security-breach'?: boolean | undefined;
  readonly impact?: 'major' | 'minor' | 'cosmetic' | undefined;
  /** Signals that were given and are not understood, and why. */
  readonly wrong?: Readonly<Record<string, string>>;
}

/** One sample of everything that was requested. `at` in Unix seconds, by Prometheus' clock where there is one. */
export interface Sample {
  readonly at: number;
  readonly long?: Window;
  /** Only in a bake: the newest part of it, which says whether it still goes on. */
  readonly short?: Window;
  readonly outage?: Reading;
  readonly alerts?: ListOrReason<FiringAlert>;
  readonly pods?: ListOrReason<PodState>;
  readonly given?: Given;
}

/** All that a judgement is made from: enough to make it again. */
export interface Observation {
  /** Unix seconds; null where it is unknown. */
  readonly deployedAt: number | null;
  /** Before the deploy. */
  readonly baseline?: Window;
  /** The samples, oldest first; evidence files have them under this name. */
  readonly looks: readonly Sample[];
  readonly memory: readonly RollbackMemory[];
}

/** What it is judged by. */
export interface Settings {
  readonly errorRate: Thresholds;
  readonly latency: Thresholds;
  /** The share of requests that should succeed, such as 0.999. */
  readonly slo?: number | undefined;
  readonly minRequests: number;
  /** The least difference of latency that matters, in the unit of the query. */
  readonly minSlowdown: number;
  readonly maxRestarts: number;
  /** How many samples of a bake in a row make sure. */
  readonly consecutive: number;
  /** How many samples there will be at most; one outside of a bake. */
  readonly planned: number;
  readonly onInconclusive: 'ask' | 'rollback' | 'pass';
  /** Seconds. */
  readonly cooldown: number;
  readonly maxAge: number;
  /** A quick fix was tried after it was judged: what is not known to be well by now goes back. */
  readonly afterQuickFix?: boolean | undefined;
}

/** A signal, what it says, and what it says it from. */
export interface Row {
  readonly signal: string;
  readonly severity: Severity | 'unknown';
  readonly value: number | string | boolean | null;
  /** The value in words. */
  readonly description: string;
  readonly threshold: string;
  readonly samples: number | null;
  readonly baseline: number | null;
  readonly query: string | null;
  /** Levels by the long and by the short window. */
  readonly long: Severity;
  readonly short: Severity;
  /** False where it was so before the deploy already: a rollback would not help. */
  readonly causedByDeploy: boolean;
  /** True where it may end a bake early. */
  readonly conclusive: boolean;
  /** An alert fires at medium or worse, and so demands a rollback of the deploy that it fires since. */
  readonly forcesRollback: boolean;
  /** Since when, in Unix seconds. */
  readonly since: number;
}

/** What is said in the end. `decideBy` in Unix seconds; null where there is nothing to decide. */
export interface Judgement {
  readonly severity: Severity;
  readonly decision: Decision;
  readonly result: 'judged' | 'inconclusive';
  readonly decideBy: number | null;
  readonly message: string;
  readonly rows: readonly Row[];
}
