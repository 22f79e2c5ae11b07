// The id of a row that follows from another one: always the same for the same reason, so that nothing follows twice.

/** FNV-1a with the finishing steps of MurmurHash 3: plain code, because shared files have no crypto to call. */
function hash32(text: string, seed: number): string {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, "0");
}

/**
 * A UUID of version 8 (RFC 9562: made as its maker likes).
 *
 * @example
 * followingId(check.id, "finding/attire")
 */
export function followingId(parent: string, reason: string): string {
  const hex = [1, 2, 3, 4].map((seed) => hash32(`${parent}/${reason}`, seed * 0x9e3779b1)).join("");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
