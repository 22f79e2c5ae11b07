// Blob: bytes with a name and a content type. Apps Script's bytes are signed.
import { exception, host } from "./host.ts";
import { standFor } from "./provided.ts";

type GasBlob = GoogleAppsScript.Base.Blob;

export const signedBytes = (bytes: Uint8Array): number[] => Array.from(bytes, (byte) => (byte << 24) >> 24);
export const unsignedBytes = (bytes: readonly number[]): Uint8Array =>
  Uint8Array.from(bytes, (byte) => byte & 0xff);

class BlobView implements Partial<GasBlob> {
  private bytes: Uint8Array;
  private contentType: string | null;
  private name: string | null;
  constructor(bytes: Uint8Array, contentType: string | null, name: string | null) {
    this.bytes = bytes;
    this.contentType = contentType;
    this.name = name;
  }
  private self(): GasBlob {
    return standFor<GasBlob>("Blob", this);
  }
  getBytes(): number[] {
    return signedBytes(this.bytes);
  }
  setBytes(bytes: number[]): GasBlob {
    this.bytes = unsignedBytes(bytes);
    return this.self();
  }
  getDataAsString(charset = "UTF-8"): string {
    return host().decodeText(this.bytes, charset);
  }
  setDataFromString(text: string, charset = "UTF-8"): GasBlob {
    this.bytes = host().encodeText(text, charset);
    return this.self();
  }
  getContentType(): string | null {
    return this.contentType;
  }
  setContentType(contentType: string | null): GasBlob {
    this.contentType = contentType;
    return this.self();
  }
  getName(): string | null {
    return this.name;
  }
  setName(name: string): GasBlob {
    this.name = name;
    return this.self();
  }
  copyBlob(): GasBlob {
    return blobOf(Uint8Array.from(this.bytes), this.contentType, this.name);
  }
  getBlob(): GasBlob {
    return this.copyBlob();
  }
  isGoogleType(): boolean {
    return false;
  }
}

export const blobOf = (bytes: Uint8Array, contentType: string | null, name: string | null): GasBlob =>
  standFor<GasBlob>("Blob", new BlobView(bytes, contentType, name));

/** Bytes of a text, a byte array or a blob. */
export function bytesOf(value: unknown, charset = "UTF-8"): Uint8Array {
  if (typeof value === "string") return host().encodeText(value, charset);
  if (Array.isArray(value)) return unsignedBytes(value.map(Number));
  if (typeof value === "object" && value !== null) {
    const method: unknown = Reflect.get(value, "getBytes");
    if (typeof method === "function") return bytesOf(Reflect.apply(method, value, []));
  }
  throw exception("Text, bytes or a Blob expected.");
}
