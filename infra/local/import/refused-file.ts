// Writes the rows that were not taken, each with its reasons, so that they can be corrected and fed in again.
import { constants } from "node:fs";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { StartFailure } from "../start-failure.mjs";
import { PROBLEM_COLUMN } from "./find-header.ts";
import { guarded } from "./formula-guard.ts";
import { sentence } from "./import-problems.ts";
import type { Outcome } from "./outcome.ts";

export interface RefusedFile {
  add(outcome: Outcome): Promise<void>;
  /** The path, or nothing when there was nothing to write. */
  finish(): Promise<string | undefined>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/**
 * The reasons stand in the first column: cells too many stay at the end and too few stay missing, so that such a row
 * is not taken for a sound one when it comes back. Rows are written to a `.part` file until the end.
 * @param wanted where to write; without it, a name beside the file that is still free
 */
export function refusedFile(
  file: string,
  header: readonly string[],
  wanted: string | undefined,
): RefusedFile {
  const part = `${wanted ?? numbered(file, 1)}.part`;
  const known = header.indexOf(PROBLEM_COLUMN);
  const own = (cells: readonly string[]) => cells.filter((_, at) => at !== known);
  let handle: FileHandle | undefined;
  const begin = async (): Promise<FileHandle> => {
    handle = await open(part, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC);
    // With its mark Excel reads it as UTF-8.
    await handle.write(`\ufeff${line([PROBLEM_COLUMN, ...own(header)])}`);
    return handle;
  };
  return {
    add: async ({ source, problems }) => {
      const reasons = problems.map(sentence).join(" / ");
      try {
        await (handle ?? (await begin())).write(line([reasons, ...own(source.cells)]));
      } catch (error) {
        throw cannotWrite(part, error);
      }
    },
    finish: async () => {
      if (!handle) return undefined;
      await handle.close();
      const path = wanted ?? (await freeName(file));
      await rename(part, path);
      return path;
    },
    abandon: async () => {
      await handle?.close();
      if (handle) await rm(part, { force: true });
    },
  };
}

/** A file that somebody may be correcting is never written over. */
async function freeName(file: string): Promise<string> {
  for (let count = 1; ; count++) {
    const path = numbered(file, count);
    const taken = await stat(path).catch(() => undefined);
    if (!taken) return path;
  }
}

/** `cases.csv` gives cases.refused.csv, cases.refused-2.csv …; so does cases.refused.csv itself. */
function numbered(file: string, count: number): string {
  const name = basename(file, extname(file)).replace(/\.refused(-\d+)?$/, "");
  return join(dirname(file), `${name}.refused${count === 1 ? "" : `-${count}`}.csv`);
}

function cannotWrite(path: string, error: unknown): StartFailure {
  const reason = error instanceof Error ? error.message : "";
  return new StartFailure({
    zh: `写不了 ${path}(${reason});请用 --refused 换一个地方。`,
    en: `${path} cannot be written (${reason}); choose another place with --refused.`,
  });
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(guarded(cell))).join(",")}\r\n`;
}

function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
