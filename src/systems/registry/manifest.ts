import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { jsonOf } from '../http/client.ts';

/** What a registry answers to a request for a manifest. */
interface Answer {
  readonly headers: Headers;
  readonly body: string;
}

/** A manifest of one platform, and lists of those of several. */
export const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
/** Codes of the distribution protocol for what is not there. */
const ABSENT = ['MANIFEST_UNKNOWN', 'NAME_UNKNOWN', 'NOT_FOUND'];

const errorsSchema = v.object({ errors: v.array(v.object({ code: v.string() })) });
const listSchema = v.object({ manifests: v.array(v.object({ digest: v.string() })) });

/** The digest of what was requested, as the registry names it. */
export const digestIn = ({ headers }: Answer): string | undefined =>
  headers.get('docker-content-digest') ?? undefined;

/** The digest of a manifest, and those of the platforms that it lists. Where the registry does not name it, its text gives it. */
export function digestsIn(answer: Answer): string[] {
  const own = digestIn(answer) ?? `sha256:${createHash('sha256').update(answer.body).digest('hex')}`;
  const list = v.safeParse(listSchema, jsonOf(answer.body));
  return [own, ...(list.success ? list.output.manifests.map(({ digest }) => digest) : [])];
}

/** An answer in the words of the protocol: not the page of a proxy or of another server. */
export function isAbsence({ body }: Answer): boolean {
  const parsed = v.safeParse(errorsSchema, jsonOf(body));
  return parsed.success && parsed.output.errors.some(({ code }) => ABSENT.includes(code));
}
