// Where files live that no row should hold: snapshots of reports, rendered reports, photos.

export interface BlobStore {
  /**
   * Keeps bytes under a name, once: what is there already stays as it is.
   *
   * @throws when the name is none (see `isBlobName`), or other bytes are kept under it
   */
  put(name: string, bytes: Uint8Array): Promise<void>;
  find(name: string): Promise<Uint8Array | undefined>;
}

/** Segments of letters, digits, `.`, `_` and `-`, none of them beginning with a dot: never a way out of the store. */
export function isBlobName(name: string): boolean {
  return name.length <= 200 && /^[a-z0-9][\w.-]*(\/[a-z0-9][\w.-]*)*$/i.test(name);
}

export function checkedName(name: string): string {
  if (!isBlobName(name)) throw new Error(`no name for a blob: ${name.slice(0, 80)}`);
  return name;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
