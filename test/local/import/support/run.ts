// Runs the import in this process, in a folder of the test, and gives its report and what it printed.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOptions } from "../../../../infra/local/import/options.ts";
import type { ImportReport } from "../../../../infra/local/import/report.ts";
import { type ImportWorld, runImport } from "../../../../infra/local/import/run-import.ts";

export interface Workplace {
  path(name: string): string;
  /** Writes a file and gives its path; anything but text and bytes becomes JSON. */
  put(name: string, content: unknown): string;
  remove(): void;
}

export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), "hall-ledger-import-"));
  const path = (name: string) => join(folder, name);
  return {
    path,
    put: (name, content) => {
      const raw = typeof content === "string" || content instanceof Uint8Array;
      writeFileSync(path(name), raw ? content : JSON.stringify(content));
      return path(name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Ran {
  readonly report: ImportReport;
  readonly printed: string;
  /** What the import waited between tries, in milliseconds. */
  readonly pauses: readonly number[];
}

/** @throws what the import throws; nothing is ever waited for */
export async function run(
  args: readonly string[],
  world: Partial<ImportWorld> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const options = readOptions(args, environment);
  if (options === "help") throw new Error("nobody asked for help");
  let printed = "";
  const pauses: number[] = [];
  const report = await runImport(options, {
    write: (text) => {
      printed += text;
    },
    columns: undefined,
    token: undefined,
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
    startLocal: () => {
      throw new Error("this test brings its own backend");
    },
    ...world,
  });
  return { report, printed, pauses };
}

/** What a foreseen failure says. */
export async function failure(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Error && error.name === "StartFailure") return error.message;
    throw error;
  }
  throw new Error("it was expected to fail");
}
