/** One version, and no range of them. */
const EXACT_VERSION = /^=?\s*v?\d+(?:\.\d+){0,2}(?:[-+][\w.+-]+)?$/;
/** A commit, or a tag that looks like a version: a branch may have any other name. */
const FIXED_REF = /^(?:[0-9a-f]{7,64}|(?:[\w.-]+[-/])?v?\d+(?:\.\d+)*(?:[-+.][\w.+-]+)?)$/;
/** `hashicorp/consul/aws`, with the registry before it where it is another one. */
const OF_REGISTRY = /^(?:[\w.-]+(?::\d+)?\/)?[\w-]+\/[\w-]+\/[\w-]+(?:\/\/|$)/;
const OF_GIT = /^(?:git::|git@|github\.com\/|bitbucket\.org\/)|\.git(?:[/?]|$)/;

/**
 * What the call of a module says of its source, where that may mean something newer than when it was written: no lock file keeps
 * the versions of modules. Undefined where it is fixed, or how it is fixed is not known here. Pure.
 *
 * @param version the expression of its version, quoted as it is written
 */
export function floatingSource(source: string, version: string | undefined): string | undefined {
  if (OF_GIT.test(source)) {
    const ref = /[?&]ref=([^&]*)/.exec(source)?.[1];
    if (ref !== undefined && FIXED_REF.test(ref)) return undefined;
    return ref === undefined ? `${source} without a \`ref\`` : `${source.split('?', 1)[0]} at ${ref}`;
  }
  if (!OF_REGISTRY.test(source)) return undefined;
  const range = version?.replace(/^"|"$/g, '').trim();
  if (range !== undefined && EXACT_VERSION.test(range)) return undefined;
  return range === undefined ? `${source} without a version` : `${source} ${range}`;
}
