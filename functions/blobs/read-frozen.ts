// Reads JSON that is named by its own hash: what was parsed once is kept, since the name says that it never changes.
import type { BlobStore } from "./blob-store.ts";

export interface FrozenReader<T> {
  /** @throws when the store has no file of that name, or another than the name promises */
  read(store: BlobStore, name: string): Promise<T>;
}

/** @param most how many are kept; the one that was asked for longest ago goes first */
export function frozenReader<T>(parse: (json: unknown) => T, most: number): FrozenReader<T> {
  const kept = new Map<string, T>();
  return {
    async read(store, name) {
      const known = kept.get(name);
      if (known !== undefined) {
        kept.delete(name);
        kept.set(name, known);
        return known;
      }
      const bytes = await store.find(name);
      if (!bytes) throw new Error(`${name} is not in the store`);
      const value = parse(JSON.parse(new TextDecoder().decode(bytes)));
      kept.set(name, value);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return value;
    },
  };
}
