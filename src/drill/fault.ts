import { ActionError } from '../base/errors.ts';
import type { Component } from '../config/config.ts';

/** What a drill can break. */
export const FAULTS = [
  'bad-image',
  'crash-loop',
  'failing-readiness',
  'error-rate',
  'slow-answers',
  'process-killed',
  'corrupted-rows',
  'bad-migration',
  'redis-lost',
] as const;
export type FaultName = (typeof FAULTS)[number];

/** What each breaks, by the kind of its component. */
export const BREAKS: Readonly<Record<FaultName, 'service' | 'database' | 'cache'>> = {
  'bad-image': 'service',
  'crash-loop': 'service',
  'failing-readiness': 'service',
  'error-rate': 'service',
  'slow-answers': 'service',
  'process-killed': 'service',
  'corrupted-rows': 'database',
  'bad-migration': 'database',
  'redis-lost': 'cache',
};

/** The kinds of component that a drill breaks and puts back. What `previous` is of the others, no drill has made. */
const DRILLED: readonly Component['kind'][] = ['service', 'database', 'cache'];

/** The components that a drill is about. @throws ActionError where one was named that no drill is about */
export function drilled(components: readonly Component[], named: boolean): Component[] {
  const other = components.find(({ kind }) => !DRILLED.includes(kind));
  if (named && other)
    throw new ActionError(
      `A drill puts services, databases and caches back, and ${other.name} is of kind ${other.kind}; leave it out of \`components\`.`,
    );
  return components.filter(({ kind }) => DRILLED.includes(kind));
}

/** One fault, ready to be struck at one thing. */
export interface Fault {
  /** What breaks: `deployment/api gets an image that does not exist`. */
  readonly description: string;
  /** Breaks it. @throws ActionError where it could not be broken; then nothing is */
  readonly strike: () => Promise<void>;
  /** Whether the fault can be detected. */
  readonly isSeen: () => Promise<boolean>;
  /** What is still broken after the rollback, in a few words; undefined where nothing is. */
  readonly remains: () => Promise<string | undefined>;
  /** Repairs what is left of it, also after a drill that was killed. @throws ActionError where that fails */
  readonly undo: () => Promise<void>;
  readonly close: () => void;
}
