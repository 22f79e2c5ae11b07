// One row of what the documents ask, with the places that do it and the tests that prove it.
import type { Text } from "../kernel/text.ts";

/** A test file, and where one rule is meant the words of the test's title. */
export interface DocumentTest {
  readonly file: string;
  readonly name: string | undefined;
}

export interface DocumentRow {
  /** Counted from 1 to 120, in the order of the five documents. */
  readonly row: number;
  readonly clause: string;
  readonly asks: Text;
  /** `part`: some of it works, or a page for it is still missing. */
  readonly status: "done" | "part" | "notYet";
  /** It states a rule: it names tests that hold one accepted and one refused example. */
  readonly rule: boolean;
  /**
   * `l:ledger.field`, `t:ledger.transition`, `m:ledger.metric`, `p:/path/of/a/page`, `c:file.ts#export`; all of them
   * are looked up by a test.
   */
  readonly where: readonly string[];
  readonly tests: readonly DocumentTest[];
}

/**
 * One line for each row, its columns separated by ` | `, its tests by ` ; `, a test's title behind ` > `; throws on a
 * line that is none.
 */
export function readDocumentRows(table: string): DocumentRow[] {
  return table
    .trim()
    .split("\n")
    .map((line) => {
      const [
        row = "",
        clause = "",
        zh = "",
        en = "",
        status = "",
        rule = "",
        where = "",
        tests = "",
        ...rest
      ] = line.split("|").map((column) => column.trim());
      if (!/^\d+$/.test(row) || !clause || !zh || !en || !isStatus(status) || rest.length > 0) {
        throw new Error(`not a row of the documents: ${line}`);
      }
      const parts = (column: string) => column.split(" ").filter((part) => part !== "");
      return {
        row: Number(row),
        clause,
        asks: { zh, en },
        status,
        rule: rule === "rule",
        where: parts(where),
        tests: tests
          .split(" ; ")
          .filter((test) => test !== "")
          .map((test) => {
            const [file = "", name] = test.split(" > ");
            return { file, name };
          }),
      };
    });
}

function isStatus(status: string): status is DocumentRow["status"] {
  return status === "done" || status === "part" || status === "notYet";
}
