import { pipeline, Readable, Transform } from 'node:stream';
import { ActionError } from '../../base/errors.ts';

/** The part of a client of the AWS SDK that lets its answers be inspected before they are read. */
interface Bounded {
  readonly middlewareStack: {
    add(
      middleware: (next: (args: never) => Promise<unknown>) => (args: never) => Promise<unknown>,
      options: { readonly step: 'initialize' | 'deserialize'; readonly priority: 'low' },
    ): void;
  };
}

/** An answer as the SDK gets it from HTTP. */
interface Answer {
  readonly response: { readonly statusCode: number; body: unknown };
}

/**
 * Ends answers of AWS, or of what speaks like it, that are longer than they may be: the SDK reads them to their end.
 *
 * @param which by their status
 */
export function boundAnswers(
  client: unknown,
  peer: string,
  mostBytes: number,
  which: (status: number) => boolean,
): void {
  const { middlewareStack: stack } = client as Bounded;
  stack.add(
    (next) => async (args) => {
      const result = (await next(args)) as Answer;
      const { response } = result;
      if (which(response.statusCode) && response.body instanceof Readable)
        response.body = within(response.body, peer, mostBytes);
      return result;
    },
    { step: 'deserialize', priority: 'low' },
  );
  // The SDK adds words of its own to what an answer that it reads fails with.
  stack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        throw error instanceof ActionError ? tooLong(peer, mostBytes) : error;
      }
    },
    { step: 'initialize', priority: 'low' },
  );
}

const tooLong = (peer: string, mostBytes: number) =>
  new ActionError(`${peer} answers with more than ${mostBytes / 1024 ** 2} MiB; check the endpoint.`);

function within(body: Readable, peer: string, mostBytes: number): Readable {
  let bytes = 0;
  const bounded = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes <= mostBytes) done(null, chunk);
      else done(tooLong(peer, mostBytes));
    },
  });
  // The reader of the stream gets the error.
  return pipeline(body, bounded, () => {});
}
