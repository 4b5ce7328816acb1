/** What is true of a phase of a database's rollback. */
interface PhaseFacts {
  /** It restores a backup, which has to be given. */
  readonly restores: boolean;
  /**
   * What it brings, or prepares to bring, in the place of the live database: what would keep that from being replaced is looked
   * for. Undefined where nothing takes its place.
   */
  readonly brings: 'backup' | 'replaced' | undefined;
  /** The strategy `in-place` has it. */
  readonly inPlace: boolean;
}

/** The phases that a database's rollback has; each can run alone. */
export const PHASES = {
  all: { restores: true, brings: 'backup', inPlace: true },
  prepare: { restores: true, brings: 'backup', inPlace: false },
  switch: { restores: false, brings: 'backup', inPlace: false },
  resume: { restores: false, brings: undefined, inPlace: true },
  undo: { restores: false, brings: 'replaced', inPlace: false },
  clean: { restores: false, brings: undefined, inPlace: false },
} as const satisfies Record<string, PhaseFacts>;

export type Phase = keyof typeof PHASES;
