// A row's id, made from what identifies it: the same row of the same old ledger always gets the same id.
import { createHash } from "node:crypto";
import { canonicalJson } from "../../../shared/kernel/canonical-json.ts";

/** Namespace of imported rows (RFC 9562, 5.5): a random UUID, made once. */
const NAMESPACE = "5b0f3f5e-6f0a-4c52-9d0e-0c8a2f1b7a61";

export interface RowIdentity {
  readonly hall: string;
  readonly ledger: string;
  /** Which old ledger, where a hall has several whose numbers repeat; else empty. */
  readonly source: string;
  readonly key: readonly string[];
}

/** A name-based UUID, version 5. Corrections elsewhere in the row leave it as it is. */
export function rowId({ hall, ledger, source, key }: RowIdentity): string {
  const name = canonicalJson([hall, ledger, source, key.map((part) => part.normalize("NFC"))]);
  const hash = createHash("sha1")
    .update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"))
    .update(name)
    .digest();
  const bytes = hash.subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
