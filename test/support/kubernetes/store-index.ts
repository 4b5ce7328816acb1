import type { KubeObject } from './objects.ts';

export interface Entry {
  plural: string;
  object: KubeObject;
}

/** Finds objects by their own uid and by their owners', which controllers ask for all the time. */
export class StoreIndex {
  #byUid = new Map<string, Entry>();
  #byOwner = new Map<string, Map<string, Entry>>();

  byUid(uid: string): Entry | undefined {
    return this.#byUid.get(uid);
  }

  /** With '' for the uid: those without an owner. */
  ownedBy(uid: string): Entry[] {
    return [...(this.#byOwner.get(uid)?.values() ?? [])];
  }

  replace(plural: string, before: KubeObject | undefined, after: KubeObject | undefined): void {
    if (before) {
      this.#byUid.delete(before.metadata.uid);
      for (const owner of ownersOf(before)) this.#byOwner.get(owner)?.delete(before.metadata.uid);
    }
    if (!after) return;
    const entry = { plural, object: after };
    this.#byUid.set(after.metadata.uid, entry);
    for (const owner of ownersOf(after)) {
      const owned = this.#byOwner.get(owner) ?? new Map<string, Entry>();
      this.#byOwner.set(owner, owned.set(after.metadata.uid, entry));
    }
  }
}

function ownersOf({ metadata }: KubeObject): string[] {
  const owners = metadata.ownerReferences ?? [];
  return owners.length > 0 ? owners.map(({ uid }) => uid) : [''];
}
