/** An image as a registry knows it. */
export interface Image {
  /** As a template writes it. */
  readonly name: string;
  /** `registry.example:5000`: the host of its registry. */
  readonly host: string;
  /** `team/app`. */
  readonly repository: string;
  /** A tag, or a digest where it is named by one. */
  readonly reference: string;
  /** Host and repository as credentials are kept for them: `docker.io/library/redis`. */
  readonly key: string;
}

/** What a registry is called in names of images, and where it answers. */
const DOCKER_HUB = { names: ['docker.io', 'index.docker.io'], host: 'registry-1.docker.io' };

const HOST = /^(localhost|[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(:\d{1,5})?$/i;
const REPOSITORY = /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+:[0-9a-f]{32,128}$/;

/** Reads the name of an image as container runtimes do; undefined where it is not one. */
export function parseImage(name: string): Image | undefined {
  const [named = '', digest] = name.split('@');
  const [, untagged = named, tag = 'latest'] = /^(.+):([\w.-]+)$/.exec(named) ?? [];
  const [first = '', ...rest] = untagged.split('/');
  const hasHost = rest.length > 0 && (/[.:[]/.test(first) || first === 'localhost' || /[A-Z]/.test(first));
  const written = hasHost ? first : 'docker.io';
  const isHub = DOCKER_HUB.names.includes(written);
  const path = hasHost ? rest.join('/') : untagged;
  const repository = isHub && !path.includes('/') ? `library/${path}` : path;
  const reference = digest ?? tag;
  if (digest !== undefined && !DIGEST.test(digest)) return undefined;
  if (!HOST.test(written) || !REPOSITORY.test(repository) || !TAG.test(tag)) return undefined;
  return {
    ...{ name, repository, reference },
    host: isHub ? DOCKER_HUB.host : written,
    key: `${isHub ? 'docker.io' : written}/${repository}`,
  };
}
