// One import from beginning to end: find the backend, read the file, judge or send its rows, report.
import { dirname, resolve } from "node:path";
import { StartFailure } from "../start-failure.mjs";
import { apiClient } from "./api-client.ts";
import { type Backend, findBackend } from "./backend.ts";
import { checkMapping } from "./check-mapping.ts";
import { findDestination } from "./destination.ts";
import { dryRunJudge } from "./dry-run.ts";
import { judgeRows } from "./judge-rows.ts";
import { rowMapper } from "./map-row.ts";
import { columnsOf, listOf, readMapping } from "./mapping.ts";
import type { ImportOptions } from "./options.ts";
import { showProgress } from "./progress.ts";
import { readSteps } from "./read-steps.ts";
import { refusedFile } from "./refused-file.ts";
import { type ImportReport, showReport, Tally } from "./report.ts";
import { backendNow, rowSender } from "./send-rows.ts";
import { signIn } from "./sign-in.ts";
import { openTable } from "./source-table.ts";

/** What an import needs from the world around it. */
export interface ImportWorld {
  readonly write: (text: string) => void;
  /** Of the terminal; undefined when the output is none. */
  readonly columns: number | undefined;
  readonly token: string | undefined;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly startLocal: (port: number) => Promise<Backend>;
}

/** @throws StartFailure with one sentence; rows that were taken by then stay taken */
export async function runImport(options: ImportOptions, world: ImportWorld): Promise<ImportReport> {
  const mapping = await readMapping(options.mapping);
  const { sheet, encoding } = mapping;
  const table = await openTable(options.file, { columns: columnsOf(mapping), sheet, encoding });
  if (options.refused === options.file) throw sameFile();
  const backend = await findBackend(options.url, (port) => {
    world.write("正在启动本机系统 Starting the local system …\n");
    return world.startLocal(port);
  });
  try {
    const { token, renew, name } = await signIn(backend.url, options.hall, options.as, world.token);
    const api = apiClient({ url: backend.url, token, renew, pause: world.pause });
    const destination = await findDestination(api, options.hall, options.ledger);
    const { hall, ledger } = destination;
    checkMapping(options.mapping, mapping, ledger);
    const by = name ? ` · ${name}` : "";
    world.write(
      `${options.file}(${table.about.zh} ${table.about.en})→ ${hall.name.zh} ${ledger.title.zh} ${ledger.title.en}${by}\n`,
    );
    const context = { hallZone: hall.timeZone, fileZone: mapping.timeZone ?? hall.timeZone };
    const stepsFile = options.steps ?? resolve(dirname(options.mapping), mapping.steps?.file ?? "");
    const steps = mapping.steps
      ? await readSteps(stepsFile, mapping.steps, listOf(mapping.formats), context)
      : undefined;
    const judge = options.dryRun
      ? dryRunJudge(destination, await backendNow(api, destination))
      : rowSender(api, destination, options.update);
    const refused = refusedFile(options.file, table.header, options.refused);
    const progress = showProgress(world.write, world.columns);
    const tally = new Tally();
    try {
      const toRow = rowMapper(mapping, table, destination, steps);
      for await (const outcome of judgeRows(table.rows(), toRow, judge)) {
        tally.add(outcome);
        if (outcome.status === "refused" || outcome.status === "different") await refused.add(outcome);
        const taken = tally.rows - tally.notTaken;
        progress.update({ read: tally.rows, taken, refused: tally.notTaken });
      }
    } catch (error) {
      await refused.abandon();
      throw error instanceof StartFailure ? interrupted(error, tally, options.dryRun) : error;
    } finally {
      progress.end();
    }
    const report = tally.report(options.dryRun, await refused.finish());
    world.write(showReport(report));
    return report;
  } finally {
    await backend.stop();
  }
}

/** Says how far it came, and that beginning again does no harm. */
function interrupted({ sentence }: StartFailure, tally: Tally, dryRun: boolean): StartFailure {
  if (dryRun) return new StartFailure(sentence);
  const taken = tally.rows - tally.notTaken;
  const { accepted } = tally.counts;
  return new StartFailure({
    zh: `${sentence.zh}已有至少 ${taken} 行在台账里(本次新收 ${accepted} 行)。稍后重新运行同一命令即可,不会重复登记。`,
    en: `${sentence.en} At least ${taken} rows are in the ledger (${accepted} of them new). Run the same command again later: nothing is entered twice.`,
  });
}

function sameFile(): StartFailure {
  return new StartFailure({
    zh: "--refused 不能与 --file 是同一个文件。",
    en: "--refused must not be the same file as --file.",
  });
}
