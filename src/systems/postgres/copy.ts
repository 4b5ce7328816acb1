import type { Duplex } from 'node:stream';
import type pg from 'pg';

/** What pg's connection can do for COPY, of which its types say nothing. */
interface Wire {
  readonly stream: Duplex;
  query(sql: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** What PostgreSQL says of a COPY whose client has given it up. */
const GIVEN_UP = '57014';

/** Carries the rows of `COPY … TO STDOUT` in one connection to a `COPY … FROM STDIN` in another. @returns how many they were */
export async function copyBetween(
  source: pg.Client,
  from: string,
  target: pg.Client,
  into: string,
): Promise<number> {
  const taking = target.query(new CopyIn(into));
  await taking.ready;
  const giving = source.query(new CopyOut(from, taking));
  const failed = await giving.rows.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  taking.end(failed?.error);
  return taking.rows.catch((error: unknown) => {
    throw failed && (error as { code?: string }).code === GIVEN_UP ? failed.error : error;
  });
}

/** One COPY statement, in the form in which pg runs a query object of its caller. */
abstract class Copy implements pg.Submittable {
  readonly rows: Promise<number>;
  protected wire: Wire | undefined;
  readonly #sql: string;
  readonly #resolve: (rows: number) => void;
  readonly #reject: (error: unknown) => void;
  #rows = 0;

  constructor(sql: string) {
    this.#sql = sql;
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    this.rows = promise;
    this.#resolve = resolve;
    this.#reject = reject;
    // The error reaches the caller through the other side.
    promise.catch(() => {});
  }

  submit(connection: unknown): void {
    this.wire = connection as Wire;
    this.wire.query(this.#sql);
  }

  handleError(error: unknown): void {
    this.#reject(error);
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#rows = Number(text.split(' ').at(-1));
  }

  handleReadyForQuery(): void {
    this.#resolve(this.#rows);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

/** COPY … FROM STDIN. */
class CopyIn extends Copy {
  /** Resolves when rows are taken; rejects where they never are. */
  readonly ready: Promise<void>;
  readonly #isReady: () => void;
  #failed = false;

  constructor(sql: string) {
    super(sql);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.ready = promise;
    this.#isReady = resolve;
    this.rows.then(() => reject(new Error('This is not COPY … FROM STDIN')), reject);
    promise.catch(() => {});
  }

  handleCopyInResponse(): void {
    this.#isReady();
  }

  override handleError(error: unknown): void {
    this.#failed = true;
    super.handleError(error);
  }

  /** Takes rows; `source` waits where they come faster than they go. */
  take(chunk: Buffer, source: Duplex): void {
    if (this.#failed) return;
    const { stream } = this.wire as Wire;
    this.wire?.sendCopyFromChunk(chunk);
    if (!stream.writableNeedDrain) return;
    source.pause();
    stream.once('drain', () => source.resume());
    stream.once('close', () => source.resume());
  }

  end(error?: unknown): void {
    if (this.#failed) return;
    if (error === undefined) this.wire?.endCopyFrom();
    else this.wire?.sendCopyFail('the other side has failed');
  }
}

/** COPY … TO STDOUT, into a `CopyIn`. */
class CopyOut extends Copy {
  readonly #into: CopyIn;

  constructor(sql: string, into: CopyIn) {
    super(sql);
    this.#into = into;
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.#into.take(chunk, (this.wire as Wire).stream);
  }
}
