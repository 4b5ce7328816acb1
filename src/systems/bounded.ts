import { StringDecoder } from 'node:string_decoder';

/** A text as far as `most` bytes; what comes after them is not waited for. */
export async function textWithin(
  stream: AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ text: string; isCut: boolean }> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > most) break;
  }
  return { text: Buffer.concat(chunks).subarray(0, most).toString(), isCut: bytes > most };
}

/** The end of a text that comes in pieces, as far as `most` bytes; what was before them is let go. */
export function endOfText(most: number): { hear(chunk: Uint8Array): void; text(): string } {
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  const end = () => Buffer.concat(chunks).subarray(-most);
  return {
    hear(chunk) {
      chunks.push(chunk);
      bytes += chunk.byteLength;
      if (bytes <= 2 * most) return;
      chunks = [end()];
      bytes = most;
    },
    text: () => end().toString(),
  };
}

/** The lines of a text that comes in pieces, each as far as `most` signs. */
export function linesWithin(
  most: number,
  onLine: (line: string) => void,
): { hear(chunk: Buffer): void; end(): void } {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string) => {
    rest = rest.length < most ? rest + text.slice(0, most - rest.length) : rest;
  };
  const flush = () => {
    onLine(rest.replace(/\r$/, ''));
    rest = '';
  };
  return {
    hear(chunk) {
      const [first = '', ...others] = decoder.write(chunk).split('\n');
      take(first);
      for (const other of others) {
        flush();
        take(other);
      }
    },
    end() {
      take(decoder.end());
      if (rest !== '') flush();
    },
  };
}
