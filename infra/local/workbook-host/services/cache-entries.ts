// CacheService's entries: in memory only, expiring by the host's clock.
interface CacheEntry {
  readonly value: string;
  readonly expiresAt: number;
}

export class CacheEntries {
  private readonly now: () => number;
  private readonly stores = new Map<string, Map<string, CacheEntry>>();

  constructor(now: () => number) {
    this.now = now;
  }

  read(store: string, keys: readonly string[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const key of keys) {
      const entry = this.stores.get(store)?.get(key);
      if (entry && entry.expiresAt > this.now()) found[key] = entry.value;
    }
    return found;
  }

  write(store: string, entries: Readonly<Record<string, string>>, seconds: number): void {
    const expiresAt = this.now() + Math.min(seconds, maximumSeconds) * 1000;
    const known = this.stores.get(store) ?? new Map<string, CacheEntry>();
    this.stores.set(store, known);
    for (const [key, value] of Object.entries(entries)) known.set(key, { value, expiresAt });
  }

  delete(store: string, keys: readonly string[]): void {
    for (const key of keys) this.stores.get(store)?.delete(key);
  }
}

/** Six hours. */
const maximumSeconds = 21_600;
