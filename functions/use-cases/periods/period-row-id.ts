// The id of a period's row: the same for everybody who comes to sign it, so that they meet on one record.
import { createHash } from "node:crypto";

/** A UUID (version 8, RFC 9562) from a SHA-256 of hall, ledger and natural key. */
export function naturalId(hall: string, ledger: string, ...key: readonly string[]): string {
  const hash = createHash("sha256")
    .update([hall, ledger, ...key].join("\n"))
    .digest("hex");
  const variant = ((Number.parseInt(hash[16] ?? "0", 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}

export function periodRowId(hall: string, ledger: string, rule: string, period: string): string {
  return naturalId(hall, ledger, rule, period);
}
