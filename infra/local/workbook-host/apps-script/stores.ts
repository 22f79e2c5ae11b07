// PropertiesService, CacheService and LockService: one store each for the script, the user and the document.
import type { StoreName } from "../protocol/host-operations.ts";
import { ask, exception } from "./host.ts";
import { standFor } from "./provided.ts";

type Properties = GoogleAppsScript.Properties.Properties;
type Cache = GoogleAppsScript.Cache.Cache;
type Lock = GoogleAppsScript.Lock.Lock;

/** At most 9 kB a value and 500 kB a store, as at Google; checked by the host. */
class PropertiesView implements Partial<Properties> {
  private readonly store: StoreName;
  constructor(store: StoreName) {
    this.store = store;
  }
  private self(): Properties {
    return standFor<Properties>("Properties", this);
  }
  getProperty(key: string): string | null {
    return ask("properties.read", this.store)[key] ?? null;
  }
  getProperties(): Record<string, string> {
    return ask("properties.read", this.store);
  }
  getKeys(): string[] {
    return Object.keys(ask("properties.read", this.store));
  }
  setProperty(key: string, value: string): Properties {
    ask("properties.write", this.store, { [String(key)]: String(value) }, false);
    return this.self();
  }
  setProperties(properties: Record<string, string>, deleteAllOthers = false): Properties {
    const entries: Record<string, string> = {};
    for (const [key, value] of Object.entries(properties)) entries[key] = String(value);
    ask("properties.write", this.store, entries, deleteAllOthers);
    return this.self();
  }
  deleteProperty(key: string): Properties {
    ask("properties.delete", this.store, key);
    return this.self();
  }
  deleteAllProperties(): Properties {
    ask("properties.delete", this.store, null);
    return this.self();
  }
}

const propertiesOf = (store: StoreName): Properties =>
  standFor<Properties>("Properties", new PropertiesView(store));

/** A document's store is null outside a document; the declarations hide that null. */
function whereItExists<T>(store: StoreName, make: (store: StoreName) => T): T;
function whereItExists<T>(store: StoreName, make: (store: StoreName) => T): T | null {
  return ask("store.exists", store) ? make(store) : null;
}

export const propertiesService = standFor<GoogleAppsScript.Properties.PropertiesService>(
  "PropertiesService",
  {
    getScriptProperties: () => propertiesOf("script"),
    getUserProperties: () => propertiesOf("user"),
    getDocumentProperties: () => whereItExists("document", propertiesOf),
  },
);

/** Ten minutes unless told, six hours at most. */
const defaultCacheSeconds = 600;

class CacheView implements Partial<Cache> {
  private readonly store: StoreName;
  constructor(store: StoreName) {
    this.store = store;
  }
  get(key: string): string | null {
    return ask("cache.read", this.store, [key])[key] ?? null;
  }
  getAll(keys: string[]): Record<string, string> {
    return ask("cache.read", this.store, keys);
  }
  put(key: string, value: string, seconds = defaultCacheSeconds): void {
    ask("cache.write", this.store, { [key]: String(value) }, seconds);
  }
  putAll(values: Record<string, string>, seconds = defaultCacheSeconds): void {
    ask("cache.write", this.store, values, seconds);
  }
  remove(key: string): void {
    ask("cache.delete", this.store, [key]);
  }
  removeAll(keys: string[]): void {
    ask("cache.delete", this.store, keys);
  }
}

const cacheOf = (store: StoreName): Cache => standFor<Cache>("Cache", new CacheView(store));

export const cacheService = standFor<GoogleAppsScript.Cache.CacheService>("CacheService", {
  getScriptCache: () => cacheOf("script"),
  getUserCache: () => cacheOf("user"),
  getDocumentCache: () => whereItExists("document", cacheOf),
});

class LockView implements Partial<Lock> {
  private readonly store: StoreName;
  private held = false;
  constructor(store: StoreName) {
    this.store = store;
  }
  hasLock(): boolean {
    return this.held;
  }
  tryLock(timeoutMs: number): boolean {
    this.held = this.held || ask("lock.acquire", this.store, timeoutMs);
    return this.held;
  }
  waitLock(timeoutMs: number): void {
    if (!this.tryLock(timeoutMs)) {
      throw exception("Lock timeout: another process was holding the lock for too long.");
    }
  }
  releaseLock(): void {
    if (this.held) ask("lock.release", this.store);
    this.held = false;
  }
}

const lockOf = (store: StoreName): Lock => standFor<Lock>("Lock", new LockView(store));

export const lockService = standFor<GoogleAppsScript.Lock.LockService>("LockService", {
  getScriptLock: () => lockOf("script"),
  getUserLock: () => lockOf("user"),
  getDocumentLock: () => whereItExists("document", lockOf),
});
