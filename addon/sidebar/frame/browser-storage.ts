// The browser's storage, or none: a browser that blocks third-party storage throws when a sidebar so much as looks.

/** "tab": forgotten with the tab. "computer": kept. */
export type StorageKind = "tab" | "computer";

function storageOf(kind: StorageKind): Storage | null {
  try {
    return kind === "tab" ? sessionStorage : localStorage;
  } catch {
    return null;
  }
}

/** Null when there is none, or what lies there is no JSON. */
export function readStored(kind: StorageKind, key: string): unknown {
  try {
    return JSON.parse(storageOf(kind)?.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** `null` removes; a storage that is full or blocked keeps nothing. */
export function store(kind: StorageKind, key: string, value: unknown): void {
  try {
    if (value === null) storageOf(kind)?.removeItem(key);
    else storageOf(kind)?.setItem(key, JSON.stringify(value));
  } catch {
    // Nothing that is kept here is needed to go on.
  }
}

export function storedKeys(kind: StorageKind): string[] {
  const storage = storageOf(kind);
  return storage ? Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "") : [];
}
