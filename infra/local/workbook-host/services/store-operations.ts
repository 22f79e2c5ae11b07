// Properties, caches and locks, with Google's size limits.
import type { HostImplementation, StoreName, StoreOperations } from "../protocol/host-operations.ts";
import { type ExecutionContext, ScriptRefusal } from "./execution-context.ts";
import type { HostServices } from "./host-services.ts";

const maximumPropertyBytes = 9 * 1024;
const maximumStoreBytes = 500 * 1024;
const maximumCacheBytes = 100 * 1024;
const maximumCacheKey = 250;

const bytes = (text: string): number => Buffer.byteLength(text);

export function storeOperations(
  services: HostServices,
  execution: ExecutionContext,
): Pick<HostImplementation, keyof StoreOperations> {
  /** User stores are per person; document stores per document; both are the add-on's own. */
  const keyOf = (store: StoreName): string => {
    if (store === "user") return `user:${execution.email}`;
    if (store === "script") return "script";
    if (execution.workbookId === undefined) throw new ScriptRefusal("There is no document.");
    return `document:${execution.workbookId}`;
  };
  return {
    "properties.read": (store) => ({ ...services.state.properties(keyOf(store)) }),
    "properties.write": (store, entries, clearOthers) => {
      const key = keyOf(store);
      for (const [name, value] of Object.entries(entries)) {
        if (bytes(value) > maximumPropertyBytes) {
          throw new ScriptRefusal(`Argument too large: value (property ${name})`);
        }
      }
      const merged = clearOthers ? { ...entries } : { ...services.state.properties(key), ...entries };
      const size = Object.entries(merged).reduce((sum, [name, value]) => sum + bytes(name) + bytes(value), 0);
      if (size > maximumStoreBytes) {
        throw new ScriptRefusal(
          "You have exceeded the property storage quota. Please remove some properties and try again.",
        );
      }
      services.state.replaceProperties(key, merged);
    },
    "properties.delete": (store, name) => {
      const key = keyOf(store);
      const { [name ?? ""]: _, ...rest } = services.state.properties(key);
      services.state.replaceProperties(key, name === null ? {} : rest);
    },
    "cache.read": (store, keys) => services.cache.read(keyOf(store), keys),
    "cache.write": (store, entries, seconds) => {
      for (const [name, value] of Object.entries(entries)) {
        if (name.length > maximumCacheKey) throw new ScriptRefusal("Argument too large: key");
        if (bytes(value) > maximumCacheBytes) throw new ScriptRefusal("Argument too large: value");
      }
      services.cache.write(keyOf(store), entries, seconds);
    },
    "cache.delete": (store, keys) => services.cache.delete(keyOf(store), keys),
    "lock.acquire": (store, timeoutMs) => services.locks.acquire(keyOf(store), execution.id, timeoutMs),
    "lock.release": (store) => services.locks.release(keyOf(store), execution.id),
    "store.exists": (store) => store !== "document" || execution.workbookId !== undefined,
  };
}
