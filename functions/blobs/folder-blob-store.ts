// Blobs as files of a folder, for one machine: written aside and linked into place, so that none is ever half there.
import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type BlobStore, checkedName, sameBytes } from "./blob-store.ts";

export function folderBlobStore(folder: string): BlobStore {
  const find = async (name: string): Promise<Uint8Array | undefined> => {
    try {
      return new Uint8Array(await readFile(join(folder, checkedName(name))));
    } catch (error) {
      if (isCode(error, "ENOENT")) return undefined;
      throw error;
    }
  };
  return {
    find,
    async put(name, bytes) {
      const target = join(folder, checkedName(name));
      await mkdir(dirname(target), { recursive: true });
      const aside = join(dirname(target), `.${randomUUID()}`);
      await writeFile(aside, bytes, { flush: true });
      try {
        // Unlike renaming, linking never takes the place of a file that is there.
        await link(aside, target);
      } catch (error) {
        if (!isCode(error, "EEXIST")) throw error;
        const before = await find(name);
        if (!before || !sameBytes(before, bytes)) {
          throw new Error(`${name} is kept already, with other bytes`);
        }
      } finally {
        await unlink(aside);
      }
    },
  };
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
