// Brings an export in, here or elsewhere: complete or not at all to begin with, and never over what is there.
import { isDeepStrictEqual } from "node:util";
import type { BlobStore } from "../../blobs/blob-store.ts";
import { ownerOf } from "../../storage/item-owner.ts";
import type { Table } from "../../storage/table.ts";
import { Ending, Manifest, readItemLine } from "./export-format.ts";

export interface ImportSource {
  /** The export's lines, each time they are asked. */
  readonly lines: () => AsyncIterable<string>;
  /** Every file that came with it. */
  readonly files: () => AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>;
}

export interface Imported {
  readonly centre: string;
  readonly items: number;
  readonly files: number;
}

/**
 * May be stopped and repeated: what is there with the same content is passed over.
 *
 * @throws when the export is cut short or malformed (before anything is written), or other content is there already
 */
export async function importCentre(table: Table, blobs: BlobStore, source: ImportSource): Promise<Imported> {
  const { manifest, ending } = await check(source);
  let items = 0;
  for await (const lines of inGroups(itemLines(source), AT_ONCE)) {
    await Promise.all(lines.map((line) => putItem(table, readItemLine(line))));
    items += lines.length;
  }
  let files = 0;
  for await (const { name, bytes } of source.files()) {
    await blobs.put(name, bytes);
    files++;
  }
  if (files !== ending.files)
    throw new Error(`the export speaks of ${ending.files} files, ${files} came with it`);
  return { centre: manifest.centre, items, files };
}

/** Writes that are under way together: a centre of a hundred thousand items takes minutes, not hours. */
const AT_ONCE = 16;

async function putItem(table: Table, item: ReturnType<typeof readItemLine>): Promise<void> {
  if (await table.putNew(item)) return;
  const there = await table.get({ pk: item.pk, sk: item.sk });
  if (!isDeepStrictEqual(there, item)) {
    throw new Error(`other content is there already: ${item.pk} ${item.sk}`);
  }
}

export async function* inGroups<T>(entries: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = [];
  for await (const entry of entries) {
    group.push(entry);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

async function check(source: ImportSource): Promise<{ manifest: Manifest; ending: Ending }> {
  let manifest: Manifest | undefined;
  let last = "";
  let count = 0;
  for await (const line of source.lines()) {
    if (!manifest) {
      manifest = Manifest.parse(JSON.parse(line));
      continue;
    }
    if (last !== "") {
      const { pk, sk } = readItemLine(last);
      if (ownerOf(pk, sk).kind === "passing") throw new Error(`an export holds no ${pk}`);
      count++;
    }
    last = line;
  }
  const ending = Ending.safeParse(last === "" ? undefined : JSON.parse(last));
  if (!manifest || !ending.success || ending.data.items !== count) {
    throw new Error("the export is cut short; nothing was written");
  }
  return { manifest, ending: ending.data };
}

async function* itemLines(source: ImportSource): AsyncGenerator<string> {
  for await (const line of source.lines()) if (line.startsWith('{"item":')) yield line;
}
