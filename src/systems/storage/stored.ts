import { ActionError } from '../../base/errors.ts';

/** What is known of an object once it answers. */
export interface Meta {
  /** Bytes of the whole object; undefined where the server does not say. */
  readonly bytes: number | undefined;
  /** RFC 3339; undefined where it is unknown. */
  readonly modifiedAt: string | undefined;
  /** Changes when the object changes. */
  readonly version: string;
}

export interface Part extends Meta {
  /** Whether `body` is the range that was requested; else it is the whole object. */
  readonly partial: boolean;
  readonly body: AsyncIterable<Uint8Array>;
}

/** One object, wherever it is. */
export interface Stored {
  /** For messages: without what may be secret. */
  readonly name: string;
  /** A file or folder of this machine, which needs no fetching. */
  readonly local: string | undefined;
  /**
   * Bytes `start` to `end` (inclusive) of it; `undefined` where nothing is there. `version` of an earlier part makes
   * it an error if the object is another one by now.
   *
   * @throws ActionError where trying again is in vain
   */
  part(range: { start: number; end: number }, version?: string): Promise<Part | undefined>;
  /** The object of the same name with `suffix` behind it. */
  neighbour(suffix: string): Stored;
}

export interface Access {
  readonly s3Endpoint?: string | undefined;
  readonly signal: AbortSignal;
}

/** The object was replaced while it was read. */
export class ChangedError extends ActionError {
  constructor(name: string) {
    super(
      `${name} was replaced while it was fetched; run this again, with a backup that nothing writes to any more.`,
    );
    this.name = 'ChangedError';
  }
}

/** Access was refused: for a neighbour that may be missing, S3 says this too. */
export class DeniedError extends ActionError {
  override name = 'DeniedError';
}
