/** One entry of a folder in Git. */
export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  readonly size?: number;
}

/** What a path gets in a new commit: an entry of another one. */
export type Change = Pick<TreeEntry, 'path' | 'mode' | 'type' | 'sha'>;

/** A commit as it is shown. */
export interface Commit {
  readonly sha: string;
  readonly message: string;
  readonly author: string;
}

/** How one commit stands to an older one. */
export interface Comparison {
  /** Whether the newer one holds all that the older one does, and whether it holds more. */
  readonly status: 'ahead' | 'behind' | 'identical' | 'diverged';
  /** Those that the newer one has besides; the oldest first, as far as they are listed. */
  readonly commits: readonly Commit[];
  readonly files: readonly ChangedFile[];
  readonly isCut: boolean;
}

export interface ChangedFile {
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: string;
  /** Absent where it is not text, or too long. */
  readonly patch?: string;
}
