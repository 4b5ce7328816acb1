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
