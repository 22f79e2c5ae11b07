// Blobs in memory, for tests.
import { type BlobStore, checkedName, sameBytes } from "./blob-store.ts";

export function memoryBlobStore(): BlobStore {
  const kept = new Map<string, Uint8Array>();
  return {
    async put(name, bytes) {
      const before = kept.get(checkedName(name));
      if (before && !sameBytes(before, bytes)) throw new Error(`${name} is kept already, with other bytes`);
      if (!before) kept.set(name, bytes.slice());
    },
    async find(name) {
      return kept.get(checkedName(name))?.slice();
    },
  };
}
