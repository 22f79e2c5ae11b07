// Everything that a centre owns, as lines: itself, its halls, people, rows with their history, figures, messages, files.
import { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import type { BlobStore } from "../../blobs/blob-store.ts";
import { ownerOf } from "../../storage/item-owner.ts";
import type { Item } from "../../storage/table.ts";
import { type Ending, EXPORT_VERSION, itemLine, type Manifest } from "./export-format.ts";

export interface ExportSource {
  /** Every item of the table, each time it is asked. */
  readonly scan: () => AsyncIterable<Item>;
  readonly blobs: BlobStore;
  readonly now: number;
}

export interface ExportTarget {
  line(text: string): Promise<void>;
  file(name: string, bytes: Uint8Array): Promise<void>;
}

interface Property {
  readonly halls: ReadonlySet<string>;
  readonly records: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly reports: ReadonlySet<string>;
}

/** Names of files as rows, reports and frozen figures hold them. */
const FILE_NAMES = /\b(?:snapshots|attachments|reports)\/[\w./-]+/g;
const HASHES = /\b[\da-f]{64}\b/g;
const KEYS = /"key":"([\w.-]+)"/g;

/** @throws when the centre is not there */
export async function exportCentre(source: ExportSource, centre: string, to: ExportTarget): Promise<Ending> {
  const property = await survey(source, centre);
  const manifest: Manifest = {
    format: "hall-ledger-export",
    version: EXPORT_VERSION,
    centre,
    halls: [...property.halls].sort(),
    exportedAt: new Date(source.now).toISOString(),
  };
  await to.line(JSON.stringify(manifest));
  const names = new Set<string>();
  let items = 0;
  for await (const item of source.scan()) {
    if (!isOwned(item, centre, property)) continue;
    const line = itemLine(item);
    for (const name of fileNames(item, line)) names.add(name);
    await to.line(line);
    items++;
  }
  let files = 0;
  for (const name of names) {
    const bytes = await source.blobs.find(name);
    if (!bytes) continue;
    await to.file(name, bytes);
    files++;
  }
  const ending: Ending = { items, files };
  await to.line(JSON.stringify(ending));
  return ending;
}

/** First reading: which halls, rows, people and reports are the centre's. */
async function survey({ scan }: ExportSource, centre: string): Promise<Property> {
  const halls = new Set<string>([centre]);
  const people = new Set<string>();
  const reports = new Set<string>();
  const places = new Map<string, string>();
  let found = false;
  for await (const item of scan()) {
    const [pk, sk] = [String(item.pk), String(item.sk)];
    if (pk === "CENTRES" && sk === centre) found = true;
    if (pk === "HALLS" && Hall.parse(item).centres.some((one) => one.centre === centre)) halls.add(sk);
    if (pk === `N#${centre}`) people.add(sk);
    if (pk === `REPORTS#${centre}`) reports.add(sk);
    if (pk.startsWith("R#") && sk === "R") places.set(pk.slice(2), String(item.hall));
  }
  if (!found) throw new Error(`there is no centre ${centre}`);
  const records = new Set([...places].flatMap(([id, hall]) => (halls.has(hall) ? [id] : [])));
  return { halls, records, people, reports };
}

function isOwned(item: Item, centre: string, { halls, records, people, reports }: Property): boolean {
  const owner = ownerOf(String(item.pk), String(item.sk));
  switch (owner.kind) {
    case "centre":
      return owner.id === centre;
    case "hall":
      return halls.has(owner.id);
    case "record":
      return records.has(owner.id);
    case "person":
      return people.has(owner.id);
    case "invitation":
      return people.has(String(item.personId));
    case "report":
      return reports.has(owner.id) || item.centre === centre;
    case "passing":
      return false;
  }
}

function fileNames(item: Item, line: string): string[] {
  const named = line.match(FILE_NAMES) ?? [];
  const snapshots = (line.match(HASHES) ?? []).map((hash) => `snapshots/${hash}.json`);
  const json = typeof item.json === "string" ? item.json : "";
  const attached = [...json.matchAll(KEYS)].map(
    ([, key]) => `attachments/${String(item.hall)}/${String(item.ledger)}/${key}`,
  );
  return [...named, ...snapshots, ...(item.hall ? attached : [])];
}
