import type { KubeClient } from '../../src/systems/kubernetes/client.ts';
import { objectPath } from '../../src/systems/kubernetes/names.ts';
import type { KubeObject } from '../../src/systems/kubernetes/objects.ts';

interface Resource {
  readonly name: string;
  readonly singularName: string;
  readonly kind: string;
  readonly shortNames?: readonly string[];
}

/** Where a kind is served: `/apis/apps/v1` and `deployments`. */
interface Place {
  readonly api: string;
  readonly plural: string;
}

/**
 * Reads objects by the names that kubectl has for their kinds, over one connection: conditions are looked at ten times a second,
 * and each kubectl takes a tenth of a second of a core.
 */
export class Reader {
  readonly #client: KubeClient;
  #places: Promise<ReadonlyMap<string, Place>> | undefined;

  constructor(client: KubeClient) {
    this.#client = client;
  }

  /** @throws ApiError where it is not there */
  async get<T>(namespace: string, kind: string, name: string): Promise<T> {
    const { api, plural } = await this.#placeOf(kind);
    return this.#client.get<T>(objectPath(api, namespace, plural, name));
  }

  /** As `kubectl get` puts them together: each item says of what kind it is. */
  async list<T>(namespace: string, kinds: readonly string[], labelSelector?: string): Promise<T[]> {
    const lists = await Promise.all(
      kinds.map(async (kind) => {
        const { api, plural } = await this.#placeOf(kind);
        const path = objectPath(api, namespace, plural);
        return (await this.#client.list<KubeObject>(path, { labelSelector })).items;
      }),
    );
    return lists.flat() as T[];
  }

  async #placeOf(kind: string): Promise<Place> {
    this.#places ??= this.#discover();
    const known = (await this.#places).get(kind.toLowerCase());
    if (known) return known;
    // It may have been defined since.
    this.#places = this.#discover();
    const found = (await this.#places).get(kind.toLowerCase());
    if (!found) throw new Error(`The cluster has no kind ${kind}.`);
    return found;
  }

  /** All kinds in namespaces, by each of their names; of two of one name the one that the server names first. */
  async #discover(): Promise<Map<string, Place>> {
    const { groups } = await this.#client.get<{ groups: { preferredVersion: { groupVersion: string } }[] }>(
      '/apis',
    );
    const apis = [
      '/api/v1',
      ...groups.map(({ preferredVersion }) => `/apis/${preferredVersion.groupVersion}`),
    ];
    const found = await Promise.all(
      apis.map(async (api) => {
        const { resources } = await this.#client.get<{ resources: Resource[] }>(api);
        return resources.filter(({ name }) => !name.includes('/')).flatMap((each) => placesOf(api, each));
      }),
    );
    return new Map(found.flat().reverse());
  }
}

function placesOf(api: string, { name, singularName, kind, shortNames = [] }: Resource): [string, Place][] {
  const [, , group = ''] = api.split('/');
  return [name, singularName, kind.toLowerCase(), ...shortNames].flatMap((each) => [
    [each, { api, plural: name }],
    [`${each}.${group}`, { api, plural: name }],
  ]);
}
