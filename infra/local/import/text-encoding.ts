// Finds out how a text file is encoded (Excel in China saves GBK) and reads it as text, piece by piece.
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { StartFailure } from "../start-failure.mjs";

/**
 * By its mark, or else by what the whole file can be: UTF-8, and failing that GB18030, of which GBK and GB 2312 are
 * parts. Western encodings look like GB18030, so those need to be named.
 */
export async function detectEncoding(path: string): Promise<string> {
  const marked = await markOf(path);
  if (marked) return marked;
  for (const encoding of ["utf-8", "gb18030"]) if (await isEncodedIn(path, encoding)) return encoding;
  throw new StartFailure({
    zh: `${path} 的编码既不是 UTF-8 也不是 GB18030(GBK);请另存为 UTF-8,或在映射文件里写明 "encoding"。`,
    en: `${path} is encoded neither in UTF-8 nor in GB18030 (GBK); save it as UTF-8 or name its "encoding" in the mapping file.`,
  });
}

/** Whether this machine knows an encoding of that name. */
export function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** The text without its byte order mark. */
export async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) {
    const text = decoder.decode(bytesOf(chunk), { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

async function markOf(path: string): Promise<string | undefined> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(3), 0, 3, 0);
    const start = buffer.toString("hex");
    if (start === "efbbbf") return "utf-8";
    // What Excel calls "Unicode text".
    if (start.startsWith("fffe")) return "utf-16le";
    return start.startsWith("feff") ? "utf-16be" : undefined;
  } finally {
    await file.close();
  }
}

async function isEncodedIn(path: string, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(bytesOf(chunk), { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function bytesOf(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  throw new Error("a file without an encoding is read as bytes");
}
