// Reads the second file of an old ledger: what was done on each row, when and by whom.
import { compareDateTimes, type DateTime } from "../../../shared/kernel/date-time.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import { columnIndex } from "./find-header.ts";
import { importProblems } from "./import-problems.ts";
import { listOf, type Mapping } from "./mapping.ts";
import { dateTimeOf, type TimeContext, timeReader } from "./read-time.ts";
import { openTable } from "./source-table.ts";

export interface Step {
  readonly at: DateTime;
  readonly name: string;
  readonly by?: string;
}

export interface StepsOfRows {
  readonly count: number;
  /** The steps of a row in the order in which they happened, or why they cannot be read. */
  find(key: string): { readonly steps: readonly Step[]; readonly problems: readonly Problem[] };
}

interface Kept {
  readonly steps: Step[];
  readonly problems: Problem[];
}

const NONE: Kept = { steps: [], problems: [] };

/** The whole file is held in memory, by row; names and people are kept once. */
export async function readSteps(
  path: string,
  wanted: NonNullable<Mapping["steps"]>,
  formats: readonly string[],
  context: TimeContext,
): Promise<StepsOfRows> {
  const { match, at, name, by, sheet, encoding } = wanted;
  const columns = [match, at, name, ...(by ? [by] : [])];
  const table = await openTable(path, { columns, sheet, encoding });
  const [keyAt, timeAt, nameAt, byAt] = [match, at, name, by ?? ""].map((column) =>
    column === "" ? -1 : columnIndex(table.header, column),
  );
  const read = timeReader([...listOf(wanted.formats), ...formats]);
  const once = new Map<string, string>();
  const shared = (text: string): string => {
    const known = once.get(text) ?? text;
    once.set(known, known);
    return known;
  };
  const kept = new Map<string, Kept>();
  let count = 0;
  for await (const { line, cells } of table.rows()) {
    const [key = "", time = "", what = "", who = ""] = [keyAt, timeAt, nameAt, byAt].map((index) =>
      (cells[index ?? -1] ?? "").trim(),
    );
    if (key === "") continue;
    let own = kept.get(key);
    if (!own) {
      own = { steps: [], problems: [] };
      kept.set(shared(key), own);
    }
    const moment = read(time);
    const instant = moment && dateTimeOf(moment, "00:00", context);
    if (instant) {
      own.steps.push({ at: instant, name: shared(what), ...(who === "" ? {} : { by: shared(who) }) });
      count++;
    } else {
      own.problems.push(
        importProblems.unreadable_step({ field: wanted.field, line, value: time.slice(0, 40) }),
      );
    }
  }
  for (const { steps } of kept.values()) steps.sort((a, b) => compareDateTimes(a.at, b.at));
  return { count, find: (key) => kept.get(key) ?? NONE };
}
