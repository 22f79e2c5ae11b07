// The import command as a program: its output, its exit code, and the local system when nothing else answers.
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { StartFailure } from "../start-failure.mjs";
import { readOptions, USAGE } from "./options.ts";
import { type ImportWorld, runImport } from "./run-import.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * @param setUp brings the machine to where the local system can run
 * @returns 0 when every row is in the ledger as the file has it, 2 when some are not, 1 on failure
 */
export async function main(args: readonly string[], setUp: () => Promise<void>): Promise<0 | 1 | 2> {
  try {
    const options = readOptions(args, process.env);
    if (options === "help") {
      process.stdout.write(USAGE);
      return 0;
    }
    const report = await runImport(options, realWorld(setUp));
    return report.notTaken === 0 ? 0 : 2;
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    return 1;
  }
}

function realWorld(setUp: () => Promise<void>): ImportWorld {
  return {
    write: (text) => {
      process.stdout.write(text);
    },
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    token: process.env.HALL_LEDGER_TOKEN,
    pause: async (milliseconds) => {
      await pause(milliseconds);
    },
    startLocal: async (port) => {
      await setUp();
      const { startLocal } = await import("../start.ts");
      return startLocal({
        port,
        dataDir: resolve(root, process.env.DATA_DIR ?? ".data"),
        seed: process.env.SEED === "empty" ? "empty" : "demo",
        quiet: true,
      });
    },
  };
}
