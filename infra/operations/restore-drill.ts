// The restore drill: export a centre, wipe it, import it again, and prove that every item, file and figure is back.
import { createHash } from "node:crypto";
import type { BlobStore } from "../../functions/blobs/blob-store.ts";
import { listHalls } from "../../functions/storage/directory-store.ts";
import { findBegun } from "../../functions/storage/record-store.ts";
import type { Item, Table } from "../../functions/storage/table.ts";
import { exportCentre } from "../../functions/use-cases/moving/export-centre.ts";
import { importCentre, inGroups } from "../../functions/use-cases/moving/import-centre.ts";
import { recount } from "../../functions/use-cases/recount.ts";
import { canonicalJson } from "../../shared/kernel/canonical-json.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import { createExportFolder, readExportFolder } from "./export-folder.ts";

export interface Drill {
  /** Where the centre stands, and is wiped: never the table that people work in. */
  readonly table: Table;
  readonly scan: () => AsyncIterable<Item>;
  readonly blobs: BlobStore;
  /** An empty store, into which the files are brought back. */
  readonly freshBlobs: BlobStore;
  readonly ledgers: readonly Ledger[];
  readonly centre: string;
  /** Where the export is written. */
  readonly folder: string;
  readonly now: number;
}

export interface DrillResult {
  readonly items: number;
  readonly files: number;
  /** Items of the centre that were still there after wiping: must be nought, or nothing was proved. */
  readonly leftAfterWiping: number;
  /** Whether every item came back as it was. */
  readonly same: boolean;
  /** Figures that differ from a fresh count, over all halls and ledgers. */
  readonly differences: number;
  readonly recounted: number;
}

export async function restoreDrill(drill: Drill): Promise<DrillResult> {
  const { table, scan, blobs, freshBlobs, centre, folder, now } = drill;
  const target = await createExportFolder(folder);
  const { items, files } = await exportCentre({ scan, blobs, now }, centre, target);
  await target.close();
  const before = await fingerprint(drill);
  await wipe(drill);
  const leftAfterWiping = (await hallsOf(drill)).length;
  await importCentre(table, freshBlobs, readExportFolder(folder));
  const same = before === (await fingerprint(drill));
  let differences = 0;
  let recounted = 0;
  for (const hall of await hallsOf(drill)) {
    // What was never written has no figures; that nothing else came back is what `same` says.
    for (const ledger of await findBegun(table, hall.id, drill.ledgers)) {
      recounted++;
      differences += (await recount(table, hall, ledger)).length;
    }
  }
  return { items, files, leftAfterWiping, same, differences, recounted };
}

/** Halls that are, or were, the centre's; others in the table are none of the drill's business. */
async function hallsOf({ table, centre }: Drill) {
  return (await listHalls(table)).filter(({ centres }) => centres.some((span) => span.centre === centre));
}

/** Removes what the export holds, and nothing else. */
async function wipe({ table, folder }: Drill): Promise<void> {
  const removed = async (line: string) => {
    if (!line.startsWith('{"item":')) return;
    const { item }: { item: { pk: string; sk: string } } = JSON.parse(line);
    await table.remove({ pk: item.pk, sk: item.sk });
  };
  for await (const lines of inGroups(readExportFolder(folder).lines(), 16)) {
    await Promise.all(lines.map(removed));
  }
}

/** One hash over every item of the centre, in an order of its own. */
async function fingerprint({ scan, blobs, centre, now }: Drill): Promise<string> {
  const lines: string[] = [];
  const target = { line: async (text: string) => void lines.push(text), file: async () => {} };
  await exportCentre({ scan, blobs, now }, centre, target);
  const items = lines.filter((line) => line.startsWith('{"item":'));
  const hash = createHash("sha256");
  for (const line of items.map((one) => canonicalJson(JSON.parse(one))).sort()) hash.update(line);
  return hash.digest("hex");
}
