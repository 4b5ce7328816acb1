/** How a registry wants to be asked (RFC 9110, section 11; distribution's token authentication). */
export type Challenge =
  | { readonly scheme: 'basic' }
  | { readonly scheme: 'bearer'; readonly realm: string; readonly service: string | undefined };

const LONGEST = 8192;

/** Reads `WWW-Authenticate`; undefined where it asks for nothing that is known here. */
export function parseChallenge(header: string | null): Challenge | undefined {
  const text = (header ?? '').slice(0, LONGEST);
  const bearer = /(?:^|,)\s*bearer\s+(.+)$/i.exec(text)?.[1];
  if (bearer === undefined) return /(?:^|,)\s*basic\b/i.test(text) ? { scheme: 'basic' } : undefined;
  const parameters = new Map(
    [...bearer.matchAll(/(?<![a-z])([a-z]+)\s{0,9}=\s*(?:"([^"]*)"|([^\s,"]+))/gi)].map(
      ([, name = '', quoted, plain]) => [name.toLowerCase(), quoted ?? plain ?? ''],
    ),
  );
  const realm = parameters.get('realm');
  return realm ? { scheme: 'bearer', realm, service: parameters.get('service') } : undefined;
}
