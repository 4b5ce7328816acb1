import { ActionError } from '../../base/errors.ts';
import { FileStore } from './file.ts';
import { HttpsStore } from './https.ts';
import type { Access, Stored } from './stored.ts';

/**
 * Finds the way to an object: `s3://bucket/key`, `https://…`, or a path; nothing is read yet.
 *
 * @throws ActionError where it is none of these
 */
export async function open(source: string, access: Access): Promise<Stored> {
  if (source.startsWith('s3://')) {
    const { S3Store } = await import('./s3.ts');
    return S3Store.parse(source, access);
  }
  if (/^https?:\/\//i.test(source)) return HttpsStore.parse(source, access.signal);
  if (source.startsWith('file://')) return new FileStore(decodeURIComponent(new URL(source).pathname));
  const [scheme] = /^[a-z][a-z0-9+.-]+(?=:\/\/)/i.exec(source) ?? [];
  if (scheme) {
    throw new ActionError(
      `Backups are not read from ${scheme}://; accepted are s3://bucket/key, https://… and a path.`,
    );
  }
  return new FileStore(source);
}
