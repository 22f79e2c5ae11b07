// Utilities: dates, identifiers, encodings, digests, blobs.
import { blobOf, bytesOf, signedBytes, unsignedBytes } from "./blob.ts";
import { enumeration } from "./enumeration.ts";
import { formatDate } from "./format-date.ts";
import { exception, host } from "./host.ts";
import { standFor } from "./provided.ts";

type Utilities = GoogleAppsScript.Utilities.Utilities;

const digestAlgorithms = enumeration<Utilities["DigestAlgorithm"]>("DigestAlgorithm", [
  "MD2",
  "MD5",
  "SHA_1",
  "SHA_256",
  "SHA_384",
  "SHA_512",
]);
const macAlgorithms = enumeration<Utilities["MacAlgorithm"]>("MacAlgorithm", [
  "HMAC_MD5",
  "HMAC_SHA_1",
  "HMAC_SHA_256",
  "HMAC_SHA_384",
  "HMAC_SHA_512",
]);
const charsets = enumeration<Utilities["Charset"]>("Charset", ["US_ASCII", "UTF_8"]);

const charsetName = (charset: unknown): string =>
  charset === undefined ? "UTF-8" : String(charset).replaceAll("_", "-");

const webSafe = (text: string): string => text.replaceAll("+", "-").replaceAll("/", "_");

/** Java's format, as far as %s, %d, %f, %x, %% with width, precision and the flags - and 0 go. */
function formatString(template: string, ...args: unknown[]): string {
  let next = 0;
  return template.replace(
    /%([-0]*)(\d+)?(?:\.(\d+))?([sdfx%])/g,
    (_, flags: string, width: string | undefined, precision: string | undefined, kind: string) => {
      if (kind === "%") return "%";
      const value = args[next++];
      const text =
        kind === "d"
          ? String(Math.trunc(Number(value)))
          : kind === "f"
            ? Number(value).toFixed(precision === undefined ? 6 : Number(precision))
            : kind === "x"
              ? Number(value).toString(16)
              : String(value).slice(0, precision === undefined ? undefined : Number(precision));
      if (width === undefined) return text;
      if (flags.includes("-")) return text.padEnd(Number(width));
      return text.padStart(Number(width), flags.includes("0") ? "0" : " ");
    },
  );
}

function parseCsv(csv: string, delimiter = ","): string[][] {
  const rows: string[][] = [[]];
  const field = new RegExp(
    `\\s*(?:"((?:[^"]|"")*)"|([^"\\r\\n${delimiter}]*))(${delimiter}|\\r?\\n|$)`,
    "gy",
  );
  for (const match of csv.matchAll(field)) {
    if (match[0] === "" && match.index === csv.length) break;
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] !== delimiter && match.index + match[0].length < csv.length) rows.push([]);
  }
  return rows;
}

export const utilities: Utilities = standFor<Utilities>("Utilities", {
  Charset: charsets,
  DigestAlgorithm: digestAlgorithms,
  MacAlgorithm: macAlgorithms,
  formatDate: (date: unknown, zone: string, pattern: string) => {
    if (!(date instanceof Date))
      throw exception("The parameters don't match the method signature for Utilities.formatDate.");
    return formatDate(date, zone, pattern);
  },
  formatString,
  getUuid: () => host().uuid(),
  sleep: (milliseconds: number) => {
    if (milliseconds > 300_000) throw exception("Invalid argument: sleep");
    host().sleep(milliseconds);
  },
  base64Encode: (data: unknown, charset?: unknown) => host().base64(bytesOf(data, charsetName(charset))),
  base64EncodeWebSafe: (data: unknown, charset?: unknown) =>
    webSafe(host().base64(bytesOf(data, charsetName(charset)))),
  base64Decode: (text: string) => signedBytes(host().unbase64(text)),
  base64DecodeWebSafe: (text: string) =>
    signedBytes(host().unbase64(text.replaceAll("-", "+").replaceAll("_", "/"))),
  computeDigest: (algorithm: unknown, value: unknown, charset?: unknown) =>
    signedBytes(host().digest(String(algorithm), bytesOf(value, charsetName(charset)), undefined)),
  computeHmacSignature: (algorithm: unknown, value: unknown, key: unknown, charset?: unknown) =>
    signedBytes(
      host().digest(
        String(algorithm).replace("HMAC_", ""),
        bytesOf(value, charsetName(charset)),
        bytesOf(key, charsetName(charset)),
      ),
    ),
  computeHmacSha256Signature: (value: unknown, key: unknown, charset?: unknown) =>
    signedBytes(
      host().digest("SHA_256", bytesOf(value, charsetName(charset)), bytesOf(key, charsetName(charset))),
    ),
  newBlob: (data: unknown, contentType?: string | null, name?: string) =>
    blobOf(
      Array.isArray(data) ? unsignedBytes(data.map(Number)) : bytesOf(data),
      contentType ?? null,
      name ?? null,
    ),
  jsonStringify: (value: unknown) => JSON.stringify(value),
  jsonParse: (text: string): unknown => JSON.parse(text),
  parseCsv,
});
