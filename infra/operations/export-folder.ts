// An export as a folder: `data.ndjson`, and the files beside it under their own names.

import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { createInterface } from "node:readline";
import type { ExportTarget } from "../../functions/use-cases/moving/export-centre.ts";
import type { ImportSource } from "../../functions/use-cases/moving/import-centre.ts";

const DATA = "data.ndjson";
const FILES = "files";

/** @throws when the folder holds an export already */
export async function createExportFolder(folder: string): Promise<ExportTarget & { close(): Promise<void> }> {
  await mkdir(folder, { recursive: true });
  const out = createWriteStream(join(folder, DATA), { flags: "wx", mode: 0o600 });
  await once(out, "open");
  return {
    line: async (text) => {
      if (!out.write(`${text}\n`)) await once(out, "drain");
    },
    file: async (name, bytes) => {
      const place = join(folder, FILES, name);
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, bytes, { mode: 0o600 });
    },
    close: async () => {
      out.end();
      await once(out, "close");
    },
  };
}

export function readExportFolder(folder: string): ImportSource {
  return {
    lines: () =>
      createInterface({ input: createReadStream(join(folder, DATA)), crlfDelay: Number.POSITIVE_INFINITY }),
    files: async function* () {
      const root = join(folder, FILES);
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        if (!entry.isFile()) continue;
        const place = join(entry.parentPath, entry.name);
        const bytes = new Uint8Array(await readFile(place));
        yield { name: relative(root, place).split(sep).join("/"), bytes };
      }
    },
  };
}
