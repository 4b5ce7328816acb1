import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadEntry } from 'tar';
import { ActionError } from '../base/errors.ts';
import { withoutEndSlashes } from '../base/slashes.ts';
import { WAITS } from '../base/waits.ts';
import { download } from '../systems/http/download.ts';
import type { KubeClient } from '../systems/kubernetes/client.ts';
import { CORE } from '../systems/kubernetes/names.ts';
import { type Files, isWithin, MAKERS, withBases } from './lasting/paths.ts';

/** Bytes of an artifact: Flux itself refuses more than 100 MiB of one by default. */
const MOST_BYTES = 512 * 1024 ** 2;
/** Bytes of a file that says what a folder is made of. */
const MOST_TEXT = 1024 ** 2;

/** What a source has fetched, a file a path. */
export class Artifact implements Files {
  readonly hashes: ReadonlyMap<string, string>;
  readonly #texts: ReadonlyMap<string, string>;

  private constructor(hashes: ReadonlyMap<string, string>, texts: ReadonlyMap<string, string>) {
    this.hashes = hashes;
    this.#texts = texts;
  }

  /** Fetches and reads one; from where Flux serves it, or by way of the API server where that is inside the cluster. */
  static async load(client: KubeClient, url: string): Promise<Artifact> {
    const service = /^http:\/\/([a-z0-9-]+)\.([a-z0-9-]+)(?:\.svc[^/:]*)?(?::(\d+))?(\/[\w./@-]+)$/.exec(url);
    const [, name, namespace, port = '80', path = ''] = service ?? [];
    // By way of the API server it would be another object of the cluster, read with the rights of the rollback.
    if (path.split('/').some((part) => part === '.' || part === '..'))
      throw new ActionError(`The path ${path} is not that of an artifact.`);
    const stream =
      service && !/^\d+$/.test(name ?? '')
        ? await client.open(
            'GET',
            `${CORE}/namespaces/${namespace}/services/${name}:${port}/proxy${path}`,
            {},
            WAITS.API_SERVER_SILENCE_MS,
          )
        : await download(new URL(url), client.signal);
    return Artifact.read(stream);
  }

  static async read(stream: Readable): Promise<Artifact> {
    const hashes = new Map<string, string>();
    const texts = new Map<string, string>();
    let bytes = 0;
    const { Parser } = await import('tar');
    const parser = new Parser({
      strict: true,
      onReadEntry: (entry: ReadEntry) => {
        const path = withoutEndSlashes(entry.path.replace(/^\.?\/+/, ''));
        if (entry.type === 'SymbolicLink') hashes.set(path, `link ${entry.linkpath}`);
        if (entry.type !== 'File' && entry.type !== 'OldFile') return void entry.resume();
        const hash = createHash('sha256');
        const kept: Buffer[] = [];
        const isText = MAKERS.includes(path.split('/').at(-1) ?? '') && entry.size <= MOST_TEXT;
        entry.on('data', (chunk: Buffer) => {
          hash.update(chunk);
          bytes += chunk.length;
          if (isText) kept.push(Buffer.from(chunk));
          if (bytes > MOST_BYTES) parser.abort(new ActionError('The artifact is too large to be compared.'));
        });
        entry.on('end', () => {
          hashes.set(path, hash.digest('hex'));
          if (isText) texts.set(path, Buffer.concat(kept).toString());
        });
      },
    });
    await pipeline(stream, parser);
    return new Artifact(hashes, texts);
  }

  async kindOf(path: string): Promise<'folder' | 'file' | undefined> {
    if (this.hashes.has(path)) return 'file';
    return [...this.hashes.keys()].some((file) => isWithin(file, path)) ? 'folder' : undefined;
  }

  async read(path: string): Promise<string | undefined> {
    return this.#texts.get(path);
  }
}

/** The files that a folder is made of, with its bases, and that are not the same in two artifacts. */
export async function differentIn(good: Artifact, now: Artifact, folder: string): Promise<string[]> {
  const paths = [...(await withBases(good, [folder])), ...(await withBases(now, [folder]))];
  const files = new Set([...good.hashes.keys(), ...now.hashes.keys()]);
  return [...files].filter(
    (file) => paths.some((path) => isWithin(file, path)) && good.hashes.get(file) !== now.hashes.get(file),
  );
}
